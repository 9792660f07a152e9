/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* summary/summary_private.h - the engines behind the table, and what they share; seen by this folder only.
 * Floor: summary. */
#pragma once
#include "summary/gloss.h"
#include "summary/summary.h"

/* A quoted sentence or title that is longer than this is cut at a word and says so with an ellipsis. */
#define NK_SUMMARY_MAX_QUOTE_CHARACTERS 600

/* Takes `text`; `engine` is static. Sources start empty. (transfer full) */
NkSummary *nk_summary_new (const char *engine, char *text, double confidence);

NkSummary *nk_summary_copy (const NkSummary *summary); /* (transfer full) */

NkSummary *nk_gloss_summarise (const NkSummaryRequest *request);
NkSummary *nk_plain_summarise (const NkSummaryRequest *request);
NkSummary *nk_title_summarise (const NkSummaryRequest *request);

/* `text` if it has at most `max_characters`, else its words before that and an ellipsis. (transfer full) */
char *nk_summary_clip (const char *text, glong max_characters, gboolean *ret_was_cut);

/* TRUE if the sentence starts with a word that points back (`It`, `These`, `This mechanism`), so that it needs the one before it.
 * One that names the document itself stands on its own. */
gboolean nk_sentence_points_back (const char *sentence);

/* `This document also describes`, `Finally, …`: behind what it says first, not instead of it. */
gboolean nk_gloss_says_in_addition (const char *sentence);
/* TRUE if the Japanese speaks of 「そのような拡張」, 「これらの要件」 or 「上記の問題」 and of no such thing before. */
gboolean nk_gloss_dangles (const char *japanese, const char *source);
/* TRUE if the English opens with `provides other corrections` or `using the same signaling`: than what, as what? */
gboolean nk_gloss_compares_with_nothing (const char *source);
/* TRUE if the Japanese says little that `before` has not said. */
gboolean nk_gloss_repeats (const char *before, const char *japanese);
/* FALSE if the Japanese opens with 「その要件」 and `before`, the sentence before it, speaks of none. */
gboolean nk_gloss_is_named (const char *before, const char *japanese);
/* TRUE if the document is what the sentence is about: `This document …`, `In this memo, we …`, `To do so, this document …`. */
gboolean nk_gloss_speaks_of_document (const char *sentence);
/* TRUE if the English speaks of `this mechanism` or `such extensions`, and neither has it spoken of them before nor does the title (nullable). */
gboolean nk_gloss_needs_before (const char *sentence, const char *title);
/* 「RFC 1を廃止し、RFC 2を更新する。」 and nothing else. */
gboolean nk_gloss_tells_relation_only (const char *japanese);
/* TRUE if the first two words behind the article are those of the title (nullable). */
gboolean nk_gloss_opens_as_title (const char *sentence, const char *title);
/* TRUE if the sentence speaks of what the English of `lead` names: `EAR supports …` behind `defines the EAT Attestation Result (EAR)`, `The extension …` behind `an extension`. */
gboolean nk_gloss_tells_more_of (const char *sentence, const char *lead);
/* `X is a protocol that …` */
gboolean nk_gloss_tells_what_it_is (const char *sentence);
/* TRUE for what a document does not do, or what it leaves to others: that is not what it is. */
gboolean nk_gloss_tells_what_it_is_not (const char *sentence);
/* TRUE if a sentence may be such: `This document updates RFC 8446.` */
gboolean nk_gloss_speaks_of_relation (const char *sentence);
/* What may stand first: without a connective, which joins to nothing, 「次に」 of `then`, and 「その」 of `its` with nothing before it. (transfer full) */
char *nk_gloss_as_first (const char *japanese, const char *source);

/* Without text and sentences. (transfer full) */
NkGloss *nk_gloss_new (void);
/* One more sentence of the text: `prefix` and `japanese` are printed, `source` is its English. */
void nk_gloss_append (NkGloss *gloss, GString *text, const char *source, const char *prefix, const char *japanese, double confidence,
                      gboolean is_shortened, gboolean is_quoted);
