/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* summary/gloss_private.h - a gloss in the making: what gloss.c chooses from, and what gloss_fallback.c quotes where nothing can be chosen.
 * Floor: summary. */
#pragma once
#include "language/translate.h"
#include "summary/gate.h"
#include "summary/gloss.h"
#include "summary/summary_private.h"

#define NK_GLOSS_MIN_LEAD_WEIGHT 0.5 /* what may stand first: it speaks of the document */

typedef struct {
  const char *text;
  double weight;
  gboolean is_boilerplate, is_tried, is_asked, is_cut, is_chosen;
  gboolean leans; /* says この of what the sentence before says: both are printed, in their order */
  NkTranslation translation;
  NkTranslation part; /* shortened; of no use without Japanese */
} NkGlossCandidate;

typedef struct {
  const NkLexicon *lexicon;
  const NkSummaryRequest *request;
  GString *explain;
  NkTranslator *translator;
  NkGate *gate;
  NkManner manner;
  GPtrArray *sentences;
  NkGlossCandidate *candidates;
  guint n;
} NkGlossing;

/* FALSE, and told, if the gate refuses the translation as a summary of its sentence. */
gboolean nk_glossing_passes_gate (NkGlossing *glossing, const char *source, const char *japanese);

/* As nk_gloss_speaks_of_document of the sentence at `place`, and `It …` behind such a one. */
gboolean nk_glossing_speaks_of_document (const NkGlossing *glossing, guint place);

/* `Segment Routing is a source routing paradigm`, where another sentence says what the document does, and the title does not begin with Segment Routing: it says what
 * something is that the document is not about. */
gboolean nk_glossing_is_background (const NkGlossing *glossing, const NkGlossCandidate *candidate);

/* 「TITLE」を扱う文書。 and the sentence as it is, behind the one that it cannot do without. (transfer full) */
NkGloss *nk_glossing_fall_back (NkGlossing *glossing);
