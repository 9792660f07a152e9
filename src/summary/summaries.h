/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* summary/summaries.h - the summaries of many documents at once: asked for one by one, made together, by two threads where there are many.
 * Floor: summary. One thread owns it. The tables of the Japanese engine are read when a summary has to be made with them, and not before. */
#pragma once
#include "language/shelf.h"
#include "summary/summary.h"

typedef struct _NkSummaries NkSummaries;

/* `shelf` NULL: without tables, so that documents are quoted. It must outlive the summaries. */
NkSummaries *nk_summaries_new (const char *language, NkLexiconShelf *shelf);
void nk_summaries_free (NkSummaries *summaries);

/* Asks for one more; `language` and `lexicon` of the request are set here, its texts must live until nk_summaries_make. */
void nk_summaries_add (NkSummaries *summaries, gint64 announcement_id, const NkSummaryRequest *request);
/* Makes what was asked for and is not there yet. FALSE as nk_lexicon_load: a table is broken or missing. */
gboolean nk_summaries_make (NkSummaries *summaries, GError **error);
guint nk_summaries_count (const NkSummaries *summaries);
/* The one that was asked for at this place, counted from 0, once made. (transfer none) */
const NkSummary *nk_summaries_get (const NkSummaries *summaries, guint place);

/* A single one. (transfer full) NULL as above. */
NkSummary *nk_summary_make_one (const NkSummaryRequest *request, NkLexiconShelf *shelf, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkSummaries, nk_summaries_free)
