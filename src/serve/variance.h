/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/variance.h - which part of the query of an address changes the answer, said to caches as No-Vary-Search (draft-ietf-httpbis-no-vary-search-10).
 * Floor: serve. Pure functions. Who answers is given the reduced query and nothing else, so what the field promises cannot be untrue. */
#pragma once
#include "ground/slice.h"

#define NK_VARIANCE_MAX_KEYS 8

/* The value of the field for an address whose answer depends on the parameters `keys` (sorted by bytes, NULL at the end, at most MAX_KEYS, lower-case letters)
 * and on no others, whatever the order of different keys: `key-order, params, except=("from" "q")`. (transfer full) */
char *nk_variance_field (const char *const *keys);

/* `query` (as it stands behind the question mark) without what makes no difference: those parameters only, by key, those of one key in the order in which
 * they came, decoded as forms are (a broken escape stands for itself, a broken character is U+FFFD, and so is a NUL) and encoded in one way.
 * Two queries are equivalent by the draft if and only if this is the same text (but for NUL). "" if nothing is left. (transfer full) */
char *nk_variance_reduce (const char *const *keys, NkSlice query);

/* The value of the next parameter of a reduced query, decoded, in *ret_value (transfer full), its key in *ret_key (transfer full). FALSE at the end. */
gboolean nk_variance_next (NkSlice *rest, char **ret_key, char **ret_value);
