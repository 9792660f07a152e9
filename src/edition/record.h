/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/record.h - the JSON of documents, of the ledger and of counts, for `show`, `ledger`, `search`, `topics` and the site. That of an edition is in edition/edition.h.
 * Floor: edition. All (transfer full). */
#pragma once
#include <jansson.h>
#include "digest/topic_counts.h"
#include "store/search.h"

/* `document`, and `announcements` out of nk_query_document. */
json_t *nk_record_document (const char *name, const GPtrArray *history);
/* The sums over the whole store. */
json_t *nk_record_totals (const NkTotals *totals);
/* `day` (null for NK_DAY_NONE), and `messages` out of nk_query_ledger. */
json_t *nk_record_ledger (NkDay day, const GPtrArray *readings);
/* How often each topic came in some days; titles in `language`. */
json_t *nk_record_topics (const NkTopicCounts *counts, const char *language);
/* What was found with counts: docs/json.md, "A search". */
json_t *nk_record_search (const NkSearchOptions *options, const NkSearchResult *result);
