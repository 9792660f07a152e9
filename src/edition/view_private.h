/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/view_private.h - what a template sees: the data of an edition, with the words of its language beside the values. Seen by this folder only. */
#pragma once
#include "edition/edition.h"

/* Long days get an index by area: above so many Internet-Drafts. */
#define NK_VIEW_AREAS_FROM 21

/* One document of `data`. `anchors` (a set of char *) keeps their ids apart. */
json_t *nk_view_document (const NkTemplates *templates, json_t *document, const char *separator, GHashTable *anchors, GError **error);
json_t *nk_view_other (const NkTemplates *templates, json_t *other, const char *separator, GError **error);

/* A summary with `own_words` and `quote`: what it says in the language of the edition, and the English behind that, without brackets. (transfer full) */
json_t *nk_view_summary (json_t *summary);
/* How the summaries of the page were made: how many are the documents' own words in whole or in part, how many are translated, and what wrote the others. */
gboolean nk_view_set_summaries (json_t *view, const NkTemplates *templates, const char *separator, GError **error);

/* Sets view[key] to a word with values put in. FALSE with INPUT. */
gboolean nk_view_set_word (json_t *view, const char *key, const NkTemplates *templates, const char *word, json_t *values, GError **error);
/* Sets view[key] to data[key], null if there is none. */
void nk_view_copy (json_t *view, json_t *data, const char *key);
/* The string data[key], "" if there is none. Borrowed. */
const char *nk_view_text (json_t *data, const char *key);
/* The strings of an array in one text. (transfer full) */
char *nk_view_join (json_t *texts, const char *separator);
