/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Which sentences of an abstract are said in Japanese, and how they are put together. */
#include "summary/gloss_private.h"
#include "summary/summary_private.h"
#include "summary/weight.h"

#include <string.h>

#define ABOUT_AS_MUCH 0.05   /* weight */
#define TITLE_REACH 3u       /* of how many sentences one may be that */
#define TITLE_WEIGHT 0.55    /* of a sentence about what the title names, where nothing weighs more */
#define MAX_CANDIDATES 24    /* sentences that are looked at */
#define SURE_CONFIDENCE 0.86 /* of a lead that needs no second look */
#define WORTH_A_CUT 0.25     /* a part of a sentence that is so much surer than the whole is taken instead of it */
#define PART_CONFIDENCE 0.85 /* of a part of what cannot be said as a whole */
#define NEAR_WEIGHT 0.1      /* a sentence that is surer may stand first though it weighs so much less */
#define LEAD_CONFIDENCE 0.75 /* of the sentences that were read below, every second had something wrong */
#define FOLLOWER_CONFIDENCE 0.84
#define RELATION_CONFIDENCE 0.60 /* of a sentence that only names RFCs, however many */
#define FOLLOWER_CONFIDENCE_SHORT 0.80 /* behind a text that is too short to stand alone */
#define BEFORE_CONFIDENCE 0.8          /* of the sentence that a lead points to */
#define SHORT_CHARACTERS 60
#define MAX_FOLLOWER_BYTES 200 /* a longer sentence is never so sure */
#define MIN_FOLLOWER_WEIGHT 0.25
#define MORE_WEIGHT 0.45      /* of a sentence that tells more of what the lead names, and stands near behind it */
#define MORE_REACH 4          /* sentences */
#define MORE_CHARACTERS 80    /* a longer text needs none */
#define ENOUGH_CHARACTERS 120 /* no further sentence is wanted */
#define MIN_NAMES_KEPT 0.75   /* of a shortened sentence */

static NkVoice
voice_of (const NkSummaryRequest *request)
{
  if (request->name == NULL || !g_str_has_prefix (request->name, "draft-"))
    return NK_VOICE_NEUTRAL;
  return request->standing == NK_STANDING_INDIVIDUAL ? NK_VOICE_PROPOSAL : NK_VOICE_STANDARD;
}

static void explain (NkGlossing *glossing, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
explain (NkGlossing *glossing, const char *format, ...)
{
  va_list arguments;

  if (glossing->explain == NULL)
    return;
  va_start (arguments, format);
  g_string_append_vprintf (glossing->explain, format, arguments);
  va_end (arguments);
}

/* FALSE, and told, if the gate refuses the translation as a summary of its sentence. */
gboolean
nk_glossing_passes_gate (NkGlossing *glossing, const char *source, const char *japanese)
{
  g_autoptr (NkSummary) summary = nk_summary_new ("gloss", g_strdup (japanese), 1);
  g_autofree char *reason = NULL;

  g_ptr_array_add (summary->sources, g_strdup (source));
  if (nk_gate_admits (glossing->gate, summary, &reason))
    return TRUE;
  explain (glossing, "  refused by the gate: %s\n", reason != NULL ? reason : "");
  return FALSE;
}

/* As nk_gloss_speaks_of_document, and `It …` behind such a one. */
gboolean
nk_glossing_speaks_of_document (const NkGlossing *glossing, guint place)
{
  while (place > 0 && g_str_has_prefix (glossing->candidates[place].text, "It "))
    place--;
  return nk_gloss_speaks_of_document (glossing->candidates[place].text);
}

static NkManner
manner_of (const NkGlossing *glossing, guint place)
{
  NkManner manner = glossing->manner;

  /* `It` is the document if the sentence before it speaks of the document. */
  manner.is_about_document
      = place > 0 && (nk_glossing_speaks_of_document (glossing, place - 1) || glossing->candidates[place - 1].is_boilerplate);
  return manner;
}

/* What the gate refuses is not trusted at all. */
static void
ask_gate (NkGlossing *glossing, NkGlossCandidate *candidate)
{
  if (candidate->is_asked || candidate->translation.japanese == NULL)
    return;
  candidate->is_asked = TRUE;
  if (!nk_glossing_passes_gate (glossing, candidate->text, candidate->translation.japanese))
    candidate->translation.confidence = 0;
}

/* Translates the whole of the candidate, once, if it can be as sure as `threshold` (or all is to be explained). TRUE if it is. */
static gboolean
try_whole (NkGlossing *glossing, NkGlossCandidate *candidate, double threshold)
{
  guint place = (guint)(candidate - glossing->candidates);
  NkTranslation *translation = &candidate->translation;

  if (!candidate->is_tried) {
    if (glossing->explain == NULL && nk_translator_bound (glossing->translator, candidate->text) < threshold)
      return FALSE;
    candidate->is_tried = TRUE;
    explain (glossing, "[%u] weight %.2f: %s\n", place, candidate->weight, candidate->text);
    *translation = nk_translate_sentence (glossing->translator, candidate->text, manner_of (glossing, place), glossing->explain);
    if (glossing->explain != NULL)
      ask_gate (glossing, candidate);
    explain (glossing, "  confidence %.2f\n", translation->confidence);
  }
  /* What is not trusted anyway need not be asked about. */
  if (translation->japanese != NULL && translation->confidence >= threshold)
    ask_gate (glossing, candidate);
  return translation->japanese != NULL && translation->confidence >= threshold;
}

/* Shortens the candidate, once. TRUE if the part is as sure as `threshold`. */
static gboolean
try_part (NkGlossing *glossing, NkGlossCandidate *candidate, double threshold)
{
  NkTranslation *part = &candidate->part;

  if (!candidate->is_cut) {
    guint place = (guint)(candidate - glossing->candidates);

    candidate->is_cut = TRUE;
    *part
        = nk_translate_shortened (glossing->translator, candidate->text, manner_of (glossing, place),
                                  candidate->weight >= NK_GLOSS_MIN_LEAD_WEIGHT
                                      && (nk_glossing_speaks_of_document (glossing, place) || nk_gloss_tells_what_it_is (candidate->text)),
                                  SURE_CONFIDENCE, LEAD_CONFIDENCE, MIN_NAMES_KEPT, NULL);
    if (part->japanese != NULL) {
      explain (glossing, "  shortened, confidence %.2f: %s\n", part->confidence, part->japanese);
      if (!nk_glossing_passes_gate (glossing, candidate->text, part->japanese))
        nk_translation_clear (part);
    }
  }
  return part->japanese != NULL && part->confidence >= threshold;
}

/* TRUE if the sentence before is fit to stand before this one. */
static gboolean
can_lean (NkGlossing *glossing, const NkGlossCandidate *candidate, const NkTranslation *translation)
{
  NkGlossCandidate *before = (NkGlossCandidate *)candidate - 1;

  return candidate != glossing->candidates && !before->is_boilerplate && strlen (before->text) <= MAX_FOLLOWER_BYTES
         && try_whole (glossing, before, BEFORE_CONFIDENCE) && !before->translation.points_back
         && !nk_gloss_dangles (before->translation.japanese, before->text)
         && nk_gloss_is_named (before->translation.japanese, translation->japanese)
         && g_utf8_strlen (before->translation.japanese, -1) + g_utf8_strlen (translation->japanese, -1) <= NK_GLOSS_MAX_CHARACTERS;
}

/* `Segment Routing is a source routing paradigm`, where another sentence says what the document does, and the title does not begin with Segment Routing: it says what
 * something is that the document is not about. */
gboolean
nk_glossing_is_background (const NkGlossing *glossing, const NkGlossCandidate *candidate)
{
  if (nk_gloss_opens_as_title (candidate->text, glossing->request->title))
    return FALSE;
  for (guint i = 0; i < glossing->n; i++)
    if (&glossing->candidates[i] != candidate && glossing->candidates[i].weight >= NK_GLOSS_MIN_LEAD_WEIGHT
        && nk_glossing_speaks_of_document (glossing, i))
      return TRUE;
  return FALSE;
}

/* What the document says first of itself, and weighs about as much, is what it is: another of its sentences alone would tell a side of it as if it were all. */
static gboolean
passes_over_first (const NkGlossing *glossing, const NkGlossCandidate *candidate)
{
  for (const NkGlossCandidate *first = glossing->candidates; first < candidate; first++)
    if (!first->is_boilerplate && first->weight >= NK_GLOSS_MIN_LEAD_WEIGHT && first->weight >= candidate->weight - ABOUT_AS_MUCH
        && !nk_gloss_says_in_addition (first->text) && !nk_gloss_speaks_of_relation (first->text)
        && nk_glossing_speaks_of_document (glossing, (guint)(first - glossing->candidates)))
      return TRUE;
  return FALSE;
}

static gboolean
may_lead (NkGlossing *glossing, NkGlossCandidate *candidate, const NkTranslation *translation)
{
  if (nk_gloss_says_in_addition (candidate->text) || passes_over_first (glossing, candidate) || (!translation->has_document_subject && nk_glossing_is_background (glossing, candidate))
      || (translation->points_back && !translation->has_document_subject) || nk_gloss_tells_relation_only (translation->japanese))
    return FALSE;
  candidate->leans = nk_gloss_dangles (translation->japanese, candidate->text) || nk_gloss_compares_with_nothing (candidate->text);
  return !candidate->leans || can_lean (glossing, candidate, translation);
}

/* Whole, or the part of it that is much surer; TRUE, and `translation` is what is to be printed, if one is as sure as `threshold`. */
static gboolean
try_lead (NkGlossing *glossing, NkGlossCandidate *candidate, double threshold)
{
  gboolean is_whole = try_whole (glossing, candidate, threshold) && may_lead (glossing, candidate, &candidate->translation);
  gboolean leans = candidate->leans;

  if (threshold >= SURE_CONFIDENCE || (is_whole && candidate->translation.confidence >= SURE_CONFIDENCE))
    return is_whole; /* what is shorter is surer, and says less */
  if (!try_part (glossing, candidate, is_whole ? candidate->translation.confidence + WORTH_A_CUT : PART_CONFIDENCE)
      || !may_lead (glossing, candidate, &candidate->part)) {
    candidate->leans = leans;
    return is_whole;
  }
  nk_translation_clear (&candidate->translation);
  candidate->translation = candidate->part;
  candidate->part.japanese = NULL;
  return TRUE;
}

/* The heaviest untried sentence that may stand first, the earliest of equals. NULL: none is left. */
static NkGlossCandidate *
next_lead (NkGlossing *glossing, const gboolean *was_seen)
{
  NkGlossCandidate *best = NULL;

  for (guint i = 0; i < glossing->n; i++) {
    NkGlossCandidate *candidate = &glossing->candidates[i];

    if (!was_seen[i] && candidate->weight >= NK_GLOSS_MIN_LEAD_WEIGHT && !nk_gloss_tells_what_it_is_not (candidate->text)
        && (best == NULL || candidate->weight > best->weight))
      best = candidate;
  }
  return best;
}

/* The sentence that says what the document is, or NULL: one of the heaviest that is sure, else the heaviest that will do. */
static NkGlossCandidate *
find_lead (NkGlossing *glossing)
{
  static const struct {
    double threshold, near;
  } rounds[] = { { SURE_CONFIDENCE, NEAR_WEIGHT }, { LEAD_CONFIDENCE, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (rounds); i++) {
    gboolean was_seen[MAX_CANDIDATES] = { FALSE };
    double heaviest = 0;
    NkGlossCandidate *candidate;

    while ((candidate = next_lead (glossing, was_seen)) != NULL) {
      was_seen[candidate - glossing->candidates] = TRUE;
      heaviest = MAX (heaviest, candidate->weight);
      if (candidate->weight < heaviest - rounds[i].near)
        break;
      if (try_lead (glossing, candidate, rounds[i].threshold))
        return candidate;
    }
  }
  return NULL;
}

/* What points back, or concludes, needs the sentence before it, and must not be far from it. */
static gboolean
may_follow (const NkGlossing *glossing, guint place)
{
  static const char *const conclusions[] = { "Therefore,", "Thus,", "Hence,", "Consequently,", "As a result,", "Accordingly," };
  const NkGlossCandidate *candidate = &glossing->candidates[place];
  gboolean leans = nk_sentence_points_back (candidate->text);

  for (guint i = 0; i < G_N_ELEMENTS (conclusions); i++)
    leans |= g_str_has_prefix (candidate->text, conclusions[i]);
  return !leans || (place > 0 && glossing->candidates[place - 1].is_chosen);
}

/* It points to nothing that the text does not say, and says nothing twice. */
static gboolean
says_more (const NkGlossing *glossing, const NkGlossCandidate *candidate)
{
  const char *japanese = candidate->translation.japanese;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < glossing->n; i++)
    if (glossing->candidates[i].is_chosen)
      g_string_append (text, glossing->candidates[i].translation.japanese);
  if (nk_gloss_repeats (text->str, japanese))
    return FALSE;
  g_string_append (text, japanese);
  return (candidate > glossing->candidates && candidate[-1].is_chosen) || !nk_gloss_dangles (text->str, candidate->text);
}

static glong
length_of (const NkGlossCandidate *candidate)
{
  return g_utf8_strlen (candidate->translation.japanese, -1);
}

/* 「RFC 8446を更新する。」 is always wanted, and few words are surer, however long the list is: the first sentence that says no more. Its length; 0: there is none. */
static glong
add_relation (NkGlossing *glossing, glong length)
{
  for (guint i = 0; i < glossing->n; i++) {
    NkGlossCandidate *candidate = &glossing->candidates[i];

    if (!candidate->is_chosen && candidate->weight >= MIN_FOLLOWER_WEIGHT && strlen (candidate->text) <= MAX_FOLLOWER_BYTES
        && nk_gloss_speaks_of_relation (candidate->text) && try_whole (glossing, candidate, RELATION_CONFIDENCE)
        && nk_gloss_tells_relation_only (candidate->translation.japanese) && length + length_of (candidate) <= NK_GLOSS_MAX_CHARACTERS) {
      candidate->is_chosen = TRUE;
      return length_of (candidate);
    }
  }
  return 0;
}

/* What it names is what the reader wants to hear more of. */
static void
weigh_more (NkGlossing *glossing, const NkGlossCandidate *lead)
{
  guint place = (guint)(lead - glossing->candidates);

  for (guint i = place + 1; i < glossing->n && i <= place + MORE_REACH; i++) {
    NkGlossCandidate *candidate = &glossing->candidates[i];

    if (!candidate->is_boilerplate && nk_gloss_tells_more_of (candidate->text, lead->text))
      candidate->weight = MAX (candidate->weight, MORE_WEIGHT);
  }
}

static void
add_followers (NkGlossing *glossing, const NkGlossCandidate *lead)
{
  glong length = length_of (lead) + (lead->leans ? length_of (lead - 1) : 0);
  glong relation = add_relation (glossing, length);
  guint n_chosen = (lead->leans ? 2 : 1) + (relation > 0);
  gboolean was_seen[MAX_CANDIDATES] = { FALSE };

  length += relation;
  if (length < MORE_CHARACTERS)
    weigh_more (glossing, lead);
  while (n_chosen < NK_GLOSS_MAX_SENTENCES && length < ENOUGH_CHARACTERS) {
    NkGlossCandidate *best = NULL;
    gboolean is_wanted;

    for (guint i = 0; i < glossing->n; i++) {
      NkGlossCandidate *candidate = &glossing->candidates[i];

      if (!was_seen[i] && !candidate->is_chosen && candidate->weight >= MIN_FOLLOWER_WEIGHT && (!lead->leans || candidate > lead)
          && strlen (candidate->text) <= MAX_FOLLOWER_BYTES && may_follow (glossing, i)
          && (best == NULL || candidate->weight > best->weight))
        best = candidate;
    }
    if (best == NULL)
      return;
    was_seen[best - glossing->candidates] = TRUE;
    is_wanted = length < SHORT_CHARACTERS && best->weight >= NK_GLOSS_MIN_LEAD_WEIGHT;
    if (!try_whole (glossing, best, is_wanted ? FOLLOWER_CONFIDENCE_SHORT : FOLLOWER_CONFIDENCE) || !says_more (glossing, best)
        || length + length_of (best) > NK_GLOSS_MAX_CHARACTERS)
      continue;
    best->is_chosen = TRUE;
    length += length_of (best);
    n_chosen++;
  }
}

/* What a document does is done in it; what it is, holds or aims at, it is itself. */
static const char *
document_as_subject (const char *japanese)
{
  static const char *const ends[]
      = { "である。", "ではない。", "含む。", "目的とする。", "目指す。", "構成される。", "関連する。", "補完する。" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (japanese, ends[i]))
      return "本文書は、";
  return "本文書では、";
}

/* One more sentence of the text; `before` is what the text ends in so far. */
static void
append_follower (NkGloss *gloss, GString *text, const NkGlossCandidate *candidate, const NkGlossCandidate *before, gboolean is_aside)
{
  const NkTranslation *translation = &candidate->translation;
  gboolean needs_subject = translation->has_document_subject && !before->translation.has_document_subject
                           && !g_str_has_prefix (translation->japanese, "また、") && !g_str_has_prefix (translation->japanese, "本文書");

  nk_gloss_append (gloss, text, candidate->text,
                   needs_subject ? document_as_subject (translation->japanese) : is_aside ? "なお、" : "", translation->japanese,
                   translation->confidence, translation->is_shortened, FALSE);
}

/* What it defines first, but behind what it points to; then the rest in its own order; at last what the abstract tells before all that, as an aside: it would tear apart
 * what belongs together. */
static NkGloss *
compose (NkGlossing *glossing, const NkGlossCandidate *lead)
{
  NkGloss *gloss = nk_gloss_new ();
  GString *text = g_string_new (NULL);
  const NkGlossCandidate *first = lead->leans ? lead - 1 : lead, *before = first, *end = glossing->candidates + glossing->n;
  g_autofree char *opening = nk_gloss_as_first (first->translation.japanese, first->text);

  gloss->level = lead->translation.is_shortened ? NK_GLOSS_SHORTENED : NK_GLOSS_FULL;
  nk_gloss_append (gloss, text, first->text, "", opening, first->translation.confidence, first->translation.is_shortened, FALSE);
  for (guint turn = 0; turn < 2; turn++)
    for (const NkGlossCandidate *candidate = glossing->candidates; candidate < end; candidate++) {
      gboolean is_aside = candidate < first && (!candidate->translation.has_document_subject || nk_sentence_points_back (candidate->text));

      if (!candidate->is_chosen || candidate == first || is_aside != (turn == 1))
        continue;
      append_follower (gloss, text, candidate, before, is_aside && before->translation.has_document_subject);
      before = candidate;
    }
  gloss->text = g_string_free (text, FALSE);
  return gloss;
}

/* `The Lamp Control Protocol (LCP) lets users …`, where nothing else says first what the document does, and the title begins so: it is what the document is about. */
static void
weigh_title (NkGlossing *glossing)
{
  for (guint i = 0; i < glossing->n; i++)
    if (glossing->candidates[i].weight >= NK_GLOSS_MIN_LEAD_WEIGHT && !nk_gloss_says_in_addition (glossing->candidates[i].text))
      return;
  for (guint i = 0; i < MIN (glossing->n, TITLE_REACH); i++) {
    NkGlossCandidate *candidate = &glossing->candidates[i];

    if (!candidate->is_boilerplate && candidate->weight > 0 && nk_gloss_opens_as_title (candidate->text, glossing->request->title)) {
      candidate->weight = MAX (candidate->weight, TITLE_WEIGHT);
      return;
    }
  }
}

static void
weigh (NkGlossing *glossing)
{
  guint n_sentences = glossing->sentences->len;

  glossing->n = MIN (n_sentences, MAX_CANDIDATES);
  for (guint i = 0; i < glossing->n; i++) {
    NkGlossCandidate *candidate = &glossing->candidates[i];

    candidate->text = g_ptr_array_index (glossing->sentences, i);
    candidate->is_boilerplate = nk_lexicon_is_boilerplate (glossing->lexicon, candidate->text);
    candidate->weight = candidate->is_boilerplate ? 0 : nk_sentence_weight (candidate->text, i, n_sentences);
  }
}

NkGloss *
nk_gloss_make (const NkLexicon *lexicon, const NkSummaryRequest *request, GString *explanation)
{
  NkGlossCandidate candidates[MAX_CANDIDATES] = { { NULL } };
  const char *abstract = request->abstract != NULL ? request->abstract : "";
  g_autoptr (NkTranslator) translator = nk_translator_new (lexicon, request->title != NULL ? request->title : "", abstract, request->arena);
  g_autoptr (NkGate) gate = nk_gate_new (request);
  g_autoptr (GPtrArray) sentences = nk_sentence_split (abstract);
  NkGlossing glossing = { lexicon, request, explanation, translator, gate, { voice_of (request), FALSE }, sentences, candidates, 0 };
  NkGlossCandidate *lead;
  NkGloss *gloss = NULL;

  weigh (&glossing);
  weigh_title (&glossing);
  lead = find_lead (&glossing);
  if (lead != NULL) {
    lead->is_chosen = TRUE;
    lead[lead->leans ? -1 : 0].is_chosen = TRUE;
    add_followers (&glossing, lead);
    gloss = compose (&glossing, lead);
  } else
    gloss = nk_glossing_fall_back (&glossing);
  for (guint i = 0; i < glossing.n; i++) {
    nk_translation_clear (&candidates[i].translation);
    nk_translation_clear (&candidates[i].part);
  }
  return gloss;
}
