/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* The plain engine: the document's own key sentences, verbatim, chosen by position and form. It resolves nothing and rewrites nothing. */
#include "summary/weight.h"
#include "summary/summary_private.h"

#define MAX_KEY_SENTENCES 3 /* of an English summary */
#define MIN_FOLLOWER_WEIGHT 0.4
#define LESS_FOR_POINTING_BACK 0.2 /* alone it leaves the reader asking: which? */
#define MIN_CONFIDENCE 0.4
#define FACTOR_CUT 0.6

typedef struct {
  GPtrArray *sentences; /* char * */
  double *weights;
  gboolean *fits;        /* short enough to be quoted whole */
  gboolean *points_back; /* needs the sentence before it */
} Candidates;

static void
candidates_clear (Candidates *candidates)
{
  g_clear_pointer (&candidates->sentences, g_ptr_array_unref);
  g_clear_pointer (&candidates->weights, g_free);
  g_clear_pointer (&candidates->fits, g_free);
  g_clear_pointer (&candidates->points_back, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Candidates, candidates_clear)

static double
lead_weight (const Candidates *candidates, guint index)
{
  return candidates->weights[index] - (candidates->points_back[index] ? LESS_FOR_POINTING_BACK : 0);
}

/* With `lead_only` the sentences behind one that none of them can outweigh stay unweighed. */
static void
candidates_weigh (Candidates *candidates, const char *abstract, gboolean lead_only)
{
  guint n;

  candidates->sentences = nk_sentence_split (abstract);
  n = candidates->sentences->len;
  candidates->weights = g_new0 (double, n + 1);
  candidates->fits = g_new0 (gboolean, n + 1);
  candidates->points_back = g_new0 (gboolean, n + 1);
  for (guint i = 0; i < n; i++) {
    const char *sentence = g_ptr_array_index (candidates->sentences, i);

    candidates->weights[i] = nk_sentence_weight (sentence, i, n);
    candidates->fits[i] = g_utf8_strlen (sentence, -1) <= NK_SUMMARY_MAX_QUOTE_CHARACTERS;
    candidates->points_back[i] = nk_sentence_points_back (sentence);
    if (lead_only && candidates->fits[i] && lead_weight (candidates, i) >= nk_sentence_max_weight (i + 1))
      break;
  }
}

/* The heaviest sentence, the earliest of equals; one that fits goes before one that does not. G_MAXUINT if all weigh nothing. */
static guint
find_lead (const Candidates *candidates)
{
  guint lead = G_MAXUINT;

  for (guint i = 0; i < candidates->sentences->len; i++) {
    if (candidates->weights[i] <= 0)
      continue;
    if (lead == G_MAXUINT || (candidates->fits[i] && !candidates->fits[lead])
        || (candidates->fits[i] == candidates->fits[lead] && lead_weight (candidates, i) > lead_weight (candidates, lead)))
      lead = i;
  }
  return lead;
}

static void
append_sentence (NkSummary *summary, GString *text, const char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_ptr_array_add (summary->sources, g_strdup (sentence));
}

/* English: the lead, then what follows it and says more of the same; what points back only together with the sentence before it. */
static void
append_key_sentences (NkSummary *summary, GString *text, const Candidates *candidates, guint lead)
{
  guint last = lead;

  if (lead > 0 && candidates->points_back[lead] && candidates->weights[lead - 1] > 0 && candidates->fits[lead - 1])
    append_sentence (summary, text, g_ptr_array_index (candidates->sentences, lead - 1));
  append_sentence (summary, text, g_ptr_array_index (candidates->sentences, lead));
  for (guint i = lead + 1; i < candidates->sentences->len && summary->sources->len < MAX_KEY_SENTENCES; i++) {
    if (candidates->weights[i] < MIN_FOLLOWER_WEIGHT || !candidates->fits[i] || (candidates->points_back[i] && last != i - 1))
      continue;
    append_sentence (summary, text, g_ptr_array_index (candidates->sentences, i));
    last = i;
  }
}

NkSummary *
nk_plain_summarise (const NkSummaryRequest *request)
{
  g_auto (Candidates) candidates = { NULL, NULL, NULL, NULL };
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean is_lead_enough;
  NkSummary *summary;
  guint lead;

  if (request->abstract == NULL)
    return NULL;
  is_lead_enough = g_str_equal (request->language, "ja");
  candidates_weigh (&candidates, request->abstract, is_lead_enough);
  lead = find_lead (&candidates);
  if (lead == G_MAXUINT)
    return NULL;
  summary = nk_summary_new ("plain", NULL, MAX (lead_weight (&candidates, lead), MIN_CONFIDENCE));
  summary->is_quoted = TRUE;
  if (!candidates.fits[lead]) {
    const char *sentence = g_ptr_array_index (candidates.sentences, lead);
    gboolean was_cut;

    summary->text = nk_summary_clip (sentence, NK_SUMMARY_MAX_QUOTE_CHARACTERS, &was_cut);
    summary->confidence *= FACTOR_CUT;
    g_ptr_array_add (summary->sources, g_strdup (sentence));
    return summary;
  }
  if (is_lead_enough)
    append_sentence (summary, text, g_ptr_array_index (candidates.sentences, lead));
  else
    append_key_sentences (summary, text, &candidates, lead);
  summary->text = g_strdup (text->str);
  return summary;
}
