/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* summary/summary_pool.h - summaries that this process has made or read, for the next page that asks for the same: a document stands in an edition, on a page of its
 * own, and in the feeds of its group, area, topics and authors.
 * Floor: summary. Any number of threads may use one pool. It forgets all when it is full, and what is still asked for comes back. */
#pragma once
#include "summary/summary.h"

#define NK_SUMMARY_POOL_MAX_BYTES (64u << 20) /* some 60,000 summaries */

typedef struct _NkSummaryPool NkSummaryPool;

NkSummaryPool *nk_summary_pool_new (gsize max_bytes);
void nk_summary_pool_free (NkSummaryPool *pool); /* takes NULL */

/* `stamp` is of everything that the summary is made from. (transfer full) (nullable): a copy. */
NkSummary *nk_summary_pool_get (NkSummaryPool *pool, guint64 stamp);
/* Keeps a copy; does nothing if there is one already. */
void nk_summary_pool_add (NkSummaryPool *pool, guint64 stamp, const NkSummary *summary);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkSummaryPool, nk_summary_pool_free)
