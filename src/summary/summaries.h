/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* summary/summaries.h - the summaries of many documents at once: asked for one by one, then taken from the store, where they are kept from an earlier edition, and
 * else made together, by two threads where there are many.
 * Floor: summary. One thread owns it. The tables of the Japanese engine are read when a summary has to be made with them, and not before; only what is made with
 * them is kept, since everything else costs less than keeping it. What is kept is taken only if texts, tables and engines are the very same. */
#pragma once
#include "language/shelf.h"
#include "store/store.h"
#include "summary/summary_pool.h"

typedef struct _NkSummaries NkSummaries;

/* `shelf` NULL: without tables, so that documents are quoted. `store` NULL: nothing is kept. Both must outlive the summaries. */
NkSummaries *nk_summaries_new (const char *language, NkLexiconShelf *shelf, NkStore *store);
void nk_summaries_free (NkSummaries *summaries);
/* From now on summaries are taken out of `pool` (nullable) before the store is asked, and all others go there. It must outlive the summaries. */
void nk_summaries_use_pool (NkSummaries *summaries, NkSummaryPool *pool);

/* Asks for one more; `language` and `lexicon` of the request are set here, its texts must live until nk_summaries_make. */
void nk_summaries_add (NkSummaries *summaries, gint64 announcement_id, const NkSummaryRequest *request);
/* Makes what was asked for and is not there yet. FALSE as nk_lexicon_load: a table is broken or missing. */
gboolean nk_summaries_make (NkSummaries *summaries, GError **error);
guint nk_summaries_count (const NkSummaries *summaries);
/* The one that was asked for at this place, counted from 0, once made. (transfer none) */
const NkSummary *nk_summaries_get (const NkSummaries *summaries, guint place);

/* How many were made that the store does not have. */
guint nk_summaries_n_new (const NkSummaries *summaries);
/* Writes these with an open writer, in one transaction. FALSE with STORE. */
gboolean nk_summaries_write (NkSummaries *summaries, NkStore *writer, GError **error);
/* Writes these into the database, in one short transaction, if a writer can be had at once; else nothing happens: the next edition makes them again. The store of
 * the summaries is not used any more. */
void nk_summaries_keep (NkSummaries *summaries, const char *database);

/* A single one. (transfer full) NULL as above. */
NkSummary *nk_summary_make_one (gint64 announcement_id, const NkSummaryRequest *request, NkLexiconShelf *shelf, NkStore *store,
                                NkSummaryPool *pool, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkSummaries, nk_summaries_free)
