/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* store/search_source_private.h - the matches of a query, one by one, newest first; seen by this folder only.
 * What is asked for decides where they come from: the full text if there are words, else the index of a group or a topic, else all announcements; the rest is looked up for each. */
#pragma once
#include "store/db.h"
#include "store/search_private.h"

#define NK_ID_OF_INSTANT(unix_s) ((unix_s) * (1 << 20))

typedef struct _NkSearchSource NkSearchSource;
NkSearchSource *nk_search_source_new (NkStore *store, const NkSearchQuery *query, NkDay today, GError **error);
void nk_search_source_free (NkSearchSource *source);

/* `area` is wanted: *ret_area is then set (NULL: none), good until the next call. */
NkRow nk_search_source_next (NkSearchSource *source, gboolean wants_area, gint64 *ret_id, const char **ret_area, GError **error);

/* FALSE: the full text alone decides, so that every match of nk_search_source_match in a range of ids is a match of the query. */
gboolean nk_search_source_is_filtered (const NkSearchSource *source);
/* NULL: there are no words to rank by. (transfer none) */
const char *nk_search_source_match (const NkSearchSource *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkSearchSource, nk_search_source_free)
