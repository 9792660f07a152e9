/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* language/sentence.h - an abstract as sentences: abbreviations, RFC numbers, brackets and lists do not end one.
 * Floor: language. */
#pragma once
#include <glib.h>

#define NK_SENTENCE_MAX 400

/* Returns: (transfer full): char *, white space folded, in order. */
GPtrArray *nk_sentence_split (const char *abstract);
