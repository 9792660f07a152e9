/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* summary/gloss.h - a document in Japanese, without a model and without a network: the sentences that say what it is, translated where that can be trusted.
 * Floor: summary. Pure: same request, same answer. */
#pragma once
#include "language/lexicon.h"
#include "summary/summary.h"

#define NK_GLOSS_MAX_SENTENCES 3
#define NK_GLOSS_MAX_CHARACTERS 200 /* no further sentence takes the text beyond this */

/* How much of what the document says of itself is translated. */
typedef enum {
  NK_GLOSS_FULL,      /* whole sentences */
  NK_GLOSS_SHORTENED, /* the sentence that says what it is was cut at a phrase boundary */
  NK_GLOSS_TITLE,     /* the title is translated, the sentence quoted */
  NK_GLOSS_QUOTED,    /* both are quoted */
  NK_N_GLOSS_LEVELS,
} NkGlossLevel;
const char *nk_gloss_level_word (NkGlossLevel level);

typedef struct {
  char *source; /* the English sentence, white space folded; of a translated title the title */
  char *japanese;
  double confidence;
  gboolean is_shortened;
  gboolean is_quoted; /* `japanese` is the English in 「」 */
} NkGlossSentence;

typedef struct {
  char *text;
  NkGlossLevel level;
  double confidence;    /* of the least certain sentence */
  GPtrArray *sentences; /* NkGlossSentence *, as they stand in the text */
} NkGloss;
void nk_gloss_free (NkGloss *gloss);

/* `explain` (nullable) gets what was tried: tokens, readings, penalties, and why a sentence was left out. Never NULL. */
NkGloss *nk_gloss_make (const NkLexicon *lexicon, const NkSummaryRequest *request, GString *explain);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkGloss, nk_gloss_free)
