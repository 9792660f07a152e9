/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* summary/summarise.h - makes the Japanese summaries that the store does not have, so that they can be searched before an edition needs them.
 * Floor: summary. What is kept already and still the same is left alone: who was stopped goes on where it ended. */
#pragma once
#include "language/shelf.h"
#include "store/store.h"
#include "ground/day.h"

/* New documents up to this number get their summaries at once, with the import that brought them. */
#define NK_SUMMARISE_MAX_AT_ONCE 500

typedef struct {
  guint64 documents; /* looked at */
  guint64 made;      /* and kept; the others were there */
} NkSummariseReport;

/* Of the Internet-Drafts and RFCs of the days `from` to `to` (NK_DAY_NONE: no end), in batches that are whole or not there. `store` is a writer. `progress` (nullable) is called
 * after each batch from this thread. FALSE with STORE, or as nk_lexicon_load. */
gboolean nk_summarise_days (NkStore *store, NkLexiconShelf *shelf, NkDay from, NkDay to,
                            void (*progress) (guint64 done, guint64 total, gpointer data), gpointer data, NkSummariseReport *ret_report,
                            GError **error);

/* Of those that messages behind `message_id` (nk_query_last_message) have announced, if they are no more than NK_SUMMARISE_MAX_AT_ONCE; else nothing is done. */
gboolean nk_summarise_new (NkStore *store, NkLexiconShelf *shelf, gint64 message_id, NkSummariseReport *ret_report, GError **error);
