/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* What is said of a document of which no sentence can be said: its title, and the English of the sentence that tells the most. */
#include "summary/gloss_private.h"

#include "ground/utf8.h"
#include "language/scan.h"

#include <string.h>

#define MAX_QUOTE_CHARACTERS 300
#define MAX_PAIR_CHARACTERS 420 /* of a sentence and those that it cannot do without */
#define MAX_BEFORE 3            /* of those */
#define LESS_FOR_LITTLE 0.3  /* of what is quoted */
#define LESS_FOR_POINTER 0.2 /* of a long sentence with one word in it that points back */
#define LEAST_QUOTED 0.42   /* as much as that is what speaks of the document worth, more than what opens the abstract */
#define RELATION_WEIGHT 0.2  /* This document obsoletes RFC 1. */
#define SAYS_ENOUGH_BYTES 90 /* besides what it points to */
#define TITLE_LEVEL_CONFIDENCE 0.3
#define QUOTED_LEVEL_CONFIDENCE 0.2
#define TITLE_CONFIDENCE 0.995 /* a title is all that a reader sees of it in Japanese, and may as well be quoted */

/* `However, X`, `To address this, this document defines X`: X, where what it answers to is not told. */
static const char *
without_opening (const char *text)
{
  static const char *const words[] = { "However, ", "Therefore, ", "Thus, ", "Hence, ", "Accordingly, ", "Consequently, ", "Finally, ",
                                       "In addition, ", "Additionally, ", "Furthermore, ", "Moreover, ", "As a result, ", "As such, " };
  static const char *const documents[] = { "this document ", "this specification ", "this memo ", "this draft ", "we " };
  const char *comma = strstr (text, ", "), *rest = comma != NULL ? comma + strlen (", ") : text;
  g_autofree char *opening = g_strndup (text, (gsize)(rest - text));

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (text, words[i]))
      return text + strlen (words[i]);
  if (g_str_has_prefix (opening, "To ") && nk_gloss_needs_before (opening, NULL))
    for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
      if (g_str_has_prefix (rest, documents[i]))
        return rest;
  return text;
}

/* The title is said before it; of a short sentence it says all that there is. */
static gboolean
needs_before (const NkGlossing *glossing, const NkGlossCandidate *quote)
{
  const char *text = without_opening (quote->text);

  return nk_gloss_needs_before (text, strlen (text) >= SAYS_ENOUGH_BYTES ? glossing->request->title : NULL);
}

/* The first of the sentences that are quoted with this one since each speaks of something that only the one before it names; `quote` itself if it can stand alone, NULL if
 * they are too many, or too long. */
static const NkGlossCandidate *
first_quoted (const NkGlossing *glossing, const NkGlossCandidate *quote)
{
  const NkGlossCandidate *first = quote;
  glong length = g_utf8_strlen (quote->text, -1);

  while (needs_before (glossing, first) || (first < quote && nk_sentence_points_back (first->text))) {
    if (first == glossing->candidates || (first - 1)->is_boilerplate || quote - first >= MAX_BEFORE)
      return NULL;
    first--;
    length += 1 + g_utf8_strlen (first->text, -1);
    if (length > MAX_PAIR_CHARACTERS)
      return NULL;
  }
  return first;
}

/* What is taken off the weight of `defines such a mechanism` with no such thing before it, of an addition to what is not said, and of background. */
static double
less_for_little (const NkGlossing *glossing, guint place)
{
  const NkGlossCandidate *candidate = &glossing->candidates[place];
  gboolean is_of_document = nk_glossing_speaks_of_document (glossing, place);

  if (nk_gloss_says_in_addition (candidate->text)
      || (!is_of_document && (nk_sentence_points_back (candidate->text) || nk_glossing_is_background (glossing, candidate))))
    return LESS_FOR_LITTLE;
  if (first_quoted (glossing, candidate) != NULL)
    return 0;
  return strlen (candidate->text) < SAYS_ENOUGH_BYTES ? LESS_FOR_LITTLE : LESS_FOR_POINTER;
}

/* The heaviest sentence that can be quoted, or NULL. */
static const NkGlossCandidate *
quotable (const NkGlossing *glossing)
{
  const NkGlossCandidate *best = NULL;
  double best_weight = 0;

  for (guint i = 0; i < glossing->n; i++) {
    const NkGlossCandidate *candidate = &glossing->candidates[i];
    double weight = candidate->weight;

    if (nk_gloss_speaks_of_relation (candidate->text) && strlen (candidate->text) < SAYS_ENOUGH_BYTES)
      weight = MIN (weight, RELATION_WEIGHT);
    else if (weight >= NK_GLOSS_MIN_LEAD_WEIGHT)
      weight = MAX (weight - less_for_little (glossing, i), LEAST_QUOTED);
    if (weight > best_weight) {
      best = candidate;
      best_weight = weight;
    }
  }
  return best;
}

/* A quotation that is too long ends before a clause rather than in the middle of a phrase, if that leaves half of it. (transfer full) */
static char *
clip_at_clause (const char *text, glong max_characters, gboolean *ret_was_cut)
{
  static const char *const starts[] = { ", ", "; ", " which ", " while ", " where ", " so that ", " in order to ", " that ", NULL };
  char *clipped = nk_summary_clip (text, max_characters, ret_was_cut);
  const char *end = NULL;

  if (!*ret_was_cut)
    return clipped;
  for (guint i = 0; starts[i] != NULL && end == NULL; i++) {
    end = g_strrstr (clipped, starts[i]);
    if (end != NULL && (gsize)(end - clipped) < strlen (clipped) / 2)
      end = NULL;
  }
  if (end == NULL)
    return clipped;
  text = g_strdup_printf ("%.*s…", (int)(end - clipped), clipped);
  g_free (clipped);
  return (char *)text;
}

/* `cbor- seq`, at the end of a line */
static void
join_broken_words (char *text)
{
  for (char *c = text; (c = strstr (c, "- ")) != NULL; c++)
    if (nk_scan_is_broken (text, (gsize)(c - text)))
      memmove (c + 1, c + 2, strlen (c + 2) + 1);
}

/* One quote, whether of one sentence or of several. */
static void
append_quote (NkGloss *gloss, GString *text, const NkGlossCandidate *first, const NkGlossCandidate *last)
{
  gboolean was_cut;
  g_autoptr (GString) whole = g_string_new (NULL);
  g_autofree char *clipped = NULL, *quoted = NULL;

  for (const NkGlossCandidate *candidate = first; candidate <= last; candidate++)
    g_string_append_printf (whole, "%s%s", candidate > first ? " " : "", candidate == first ? without_opening (candidate->text) : candidate->text);
  clipped = clip_at_clause (whole->str, first < last ? MAX_PAIR_CHARACTERS : MAX_QUOTE_CHARACTERS, &was_cut);
  join_broken_words (clipped);
  quoted = g_strdup_printf ("「%s%s」", g_ascii_islower (*clipped) && without_opening (first->text) != first->text ? "…" : "", clipped);
  nk_gloss_append (gloss, text, whole->str, "", quoted, gloss->confidence, was_cut, TRUE);
}

static gboolean
is_clean_title (const NkTranslation *title)
{
  return title->japanese != NULL && title->confidence >= TITLE_CONFIDENCE && *title->japanese != '\0';
}

static NkTranslation
translate_title (NkGlossing *glossing, const char *title)
{
  NkTranslation translation;

  if (glossing->explain != NULL)
    g_string_append_printf (glossing->explain, "[title] %s\n", title);
  translation = nk_translate_title (glossing->translator, title, glossing->explain);
  if (glossing->explain != NULL)
    g_string_append_printf (glossing->explain, "  japanese: %s\n  confidence %.2f\n",
                            translation.japanese != NULL ? translation.japanese : "", translation.confidence);
  return translation;
}

/* 「TITLE」を扱う文書。 and the sentence as it is, behind the one that it cannot do without. */
NkGloss *
nk_glossing_fall_back (NkGlossing *glossing)
{
  NkGloss *gloss = nk_gloss_new ();
  GString *text = g_string_new (NULL);
  g_autofree char *title = nk_utf8_one_line (glossing->request->title != NULL ? glossing->request->title : "");
  g_auto (NkTranslation) translated = translate_title (glossing, title);
  g_autofree char *sentence = is_clean_title (&translated) ? g_strconcat (translated.japanese, "を扱う文書。", NULL) : NULL;
  const NkGlossCandidate *quote = quotable (glossing), *first = quote != NULL ? first_quoted (glossing, quote) : NULL;

  if (sentence != NULL && g_strstr_len (sentence, -1, "の") == NULL && g_str_is_ascii (translated.japanese))
    g_clear_pointer (&sentence, g_free); /* nothing in it is Japanese */
  if (sentence != NULL && nk_glossing_passes_gate (glossing, title, sentence)) {
    gloss->level = NK_GLOSS_TITLE;
    nk_gloss_append (gloss, text, title, "", sentence, TITLE_LEVEL_CONFIDENCE, FALSE, FALSE);
  } else {
    gboolean was_cut;
    g_autofree char *clipped = nk_summary_clip (title, NK_SUMMARY_MAX_QUOTE_CHARACTERS, &was_cut);
    g_autofree char *quoted = *title != '\0' ? g_strdup_printf ("「%s」を扱う文書。", clipped) : g_strdup ("無題の文書。");

    gloss->level = NK_GLOSS_QUOTED;
    nk_gloss_append (gloss, text, title, "", quoted, QUOTED_LEVEL_CONFIDENCE, FALSE, TRUE);
  }
  if (quote != NULL)
    append_quote (gloss, text, first != NULL ? first : quote, quote);
  gloss->text = g_string_free (text, FALSE);
  return gloss;
}
