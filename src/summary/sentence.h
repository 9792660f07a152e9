/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* summary/sentence.h - an abstract as sentences: abbreviations, RFC numbers, brackets and lists do not end one.
 * Floor: summary. */
#pragma once
#include <glib.h>

#define NK_SENTENCE_MAX 400

/* Returns: (transfer full): char *, white space folded, in order. */
GPtrArray *nk_sentence_split (const char *abstract);

/* How much a sentence says what the document is, by position and form (`This document defines` before motivation before status), 0..1;
 * boilerplate (`product of the … Working Group`, copyright, discussion venues) is 0. */
double nk_sentence_weight (const char *sentence, guint position, guint n_sentences);

/* No sentence at `position` or behind it weighs more. */
double nk_sentence_max_weight (guint position);
