/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* store/summary_row.h - summaries that were made once, so that the next edition of the day need not make them. Derived rows: what they say can be made anew at any time.
 * Floor: store. What made them, and from what, the floor above says with a stamp: a row of another stamp is worth nothing. */
#pragma once
#include "store/store.h"

typedef struct {
  gint64 announcement_id;
  guint64 stamp;
  char *engine;
  char *level;      /* (nullable) */
  guint confidence; /* hundredths */
  gboolean is_quoted;
  char *text;
  char *sources; /* one on each line */
} NkSummaryRow;
void nk_summary_row_free (NkSummaryRow *row);

/* Those that there are of these announcements, in any order. (transfer full) NkSummaryRow *; NULL with STORE. */
GPtrArray *nk_query_summaries (NkStore *store, const char *language, const gint64 *ids, guint n_ids, GError **error);

/* Writes the rows (NkSummaryRow *) in one transaction, in the place of older ones, and their words into the full text; those of announcements that are gone are passed over.
 * FALSE with STORE. */
gboolean nk_summary_rows_write (NkStore *store, const char *language, const GPtrArray *rows, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkSummaryRow, nk_summary_row_free)
