/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* language/parse.h - the chart: every way in which a sentence can be read, the cheapest first, within fixed work.
 * Floor: language. Memoised descent: what can start at a word is found once and kept, the NK_PARSE_BEST cheapest for each end. Costs are small constants beside the
 * rules; ties go to the rule that stands first, so that the same sentence is always read the same way. */
#pragma once
#include "language/node.h"

#define NK_PARSE_BEST 4          /* readings kept of one symbol between two words */
#define NK_PARSE_NEAR 0.15       /* a reading that costs so little more may as well be the right one */
#define NK_PARSE_MAX_STEPS 8000  /* symbols looked for in one sentence */
#define NK_PARSE_MAX_EDGES 60000 /* readings looked at in one sentence */

typedef struct {
  const NkNode *node; /* NULL: not understood */
  double cost;
  double margin; /* how much more the second reading costs; 9 if there is none */
  guint n_steps;
  const NkNode *others[NK_PARSE_BEST]; /* further readings within NK_PARSE_NEAR, the cheapest first */
  double other_margins[NK_PARSE_BEST];
  guint n_others;
} NkParse;

/* The sentence as clauses. */
NkParse nk_parse_sentence (const NkLexicon *lexicon, const NkTokens *tokens, NkArena *arena);
/* A title, or what stands in brackets, as a noun phrase. */
/* One modifier of a noun: what may stand in a bracket behind it. */
NkParse nk_parse_post (const NkLexicon *lexicon, const NkTokens *tokens, NkArena *arena);
NkParse nk_parse_noun (const NkLexicon *lexicon, const NkTokens *tokens, NkArena *arena);
