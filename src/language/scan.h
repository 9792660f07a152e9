/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* language/scan.h - a sentence cut into words and signs, before anybody asks what they mean.
 * Floor: language. Texts live in the arena. */
#pragma once
#include "language/arena.h"

#define NK_SCAN_MAX_WORDS 120

/* Fills `words` (room for NK_SCAN_MAX_WORDS + 1) and ends it with NULL. Quotation marks are `"`, dashes `--`, `RFC8446` and `[RFC8446]` are `RFC 8446`, the
 * numbers of `RFCs 5280 and 6960` get their RFC, other citations are left out and counted, `'s` is a word. FALSE if there are more words. */
gboolean nk_scan (const char *sentence, NkArena *arena, const char **words, guint *ret_n_words, guint *ret_n_dropped);

/* TRUE at the hyphen of a word that was broken at the end of a line (`packet- switched`); `pre- and post-` is no such word. */
gboolean nk_scan_is_broken (const char *text, gsize i);
