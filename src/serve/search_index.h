/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/search_index.h - the search of a site without a server: an index in small files, of which a browser loads only those that a query needs.
 * Floor: serve. share/site/search.js reads what is written here, and docs/serve.md describes it. The files are scripts that call one function, because a page that
 * was opened from a folder may load scripts, but no data. Documents are numbered by their first announcement, so that a new day changes few files; the same
 * documents always give the same bytes. */
#pragma once
#include "serve/site.h"
#include "store/query_catalogue.h"

#define NK_SEARCH_INDEX_FOLDER "search/data/" /* of the names of files */
#define NK_SEARCH_INDEX_BLOCK 128             /* documents of one file */
#define NK_SEARCH_INDEX_MAX_DOCUMENTS 1000000

typedef struct _NkSearchIndex NkSearchIndex;

NkSearchIndex *nk_search_index_new (const NkTopicTable *topics); /* borrowed */
void nk_search_index_free (NkSearchIndex *index);                /* takes NULL */
/* In the order of the first announcements. FALSE with LIMIT. */
gboolean nk_search_index_add (NkSearchIndex *index, const NkCatalogued *document, GError **error);

/* Takes a file: its name, relative to the folder of the site, and what is in it. */
typedef gboolean (*NkSearchIndexWrite) (const char *name, GBytes *bytes, gpointer user_data, GError **error);
/* Gives each file once. FALSE with the error of `write`. */
gboolean nk_search_index_write (const NkSearchIndex *index, NkSearchIndexWrite write, gpointer user_data, GError **error);

/* All of that for what a store holds. */
gboolean nk_search_index_export (const NkSite *site, NkStore *store, NkDay today, NkSearchIndexWrite write, gpointer user_data,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkSearchIndex, nk_search_index_free)
