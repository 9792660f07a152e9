/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* summary/weight.h - how much a sentence of an abstract says of the document.
 * Floor: summary. */
#pragma once
#include "language/sentence.h"

/* How much a sentence says what the document is, by position and form (`This document defines` before motivation before status), 0..1;
 * boilerplate (`product of the … Working Group`, copyright, discussion venues) is 0. */
double nk_sentence_weight (const char *sentence, guint position, guint n_sentences);

/* No sentence at `position` or behind it weighs more. */
double nk_sentence_max_weight (guint position);
