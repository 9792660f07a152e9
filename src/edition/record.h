/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/record.h - the JSON of documents and of the ledger, for `show`, `ledger` and the site. That of an edition is in edition/edition.h.
 * Floor: edition. All (transfer full). */
#pragma once
#include <jansson.h>
#include "store/query.h"

/* `document`, and `announcements` out of nk_query_document. */
json_t *nk_record_document (const char *name, const GPtrArray *history);
/* The sums over the whole store. */
json_t *nk_record_totals (const NkTotals *totals);
/* `day` (null for NK_DAY_NONE), and `messages` out of nk_query_ledger. */
json_t *nk_record_ledger (NkDay day, const GPtrArray *readings);
