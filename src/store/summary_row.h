/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* store/summary_row.h - summaries that were made once, so that the next edition of the day need not make them. Derived rows: what they say can be made anew at any time.
 * Floor: store. What made them, and from what, the floor above says with a stamp: a row of another stamp is worth nothing. */
#pragma once
#include "announce/announcement.h"
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

/* What an Internet-Draft or RFC is summarised from. */
typedef struct {
  gint64 announcement_id;
  char *name;
  char *title;
  char *abstract;
  NkStanding standing;
} NkSummaryText;

/* The next `limit` of them behind the announcement `after_id` (G_MININT64: from the first) and before `end_id`, in the order of time. (transfer full) NkSummaryText *; NULL with STORE. */
GPtrArray *nk_query_summary_texts (NkStore *store, gint64 after_id, gint64 end_id, guint limit, GError **error);
/* How many there are. */
gboolean nk_query_summary_text_count (NkStore *store, gint64 after_id, gint64 end_id, guint64 *ret_n, GError **error);
/* At most `limit` of them that were announced by messages behind `message_id`, the newest message of some time before (0: there was none). */
GPtrArray *nk_query_new_summary_texts (NkStore *store, gint64 message_id, guint limit, GError **error);
gboolean nk_query_last_message (NkStore *store, gint64 *ret_message_id, GError **error);

/* The id that all announcements of `day` and later have at least. */
gint64 nk_summary_first_id (NkDay day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkSummaryRow, nk_summary_row_free)
