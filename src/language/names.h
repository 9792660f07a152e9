/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* language/names.h - what a document calls by a name of its own: `Expanded Name (ABBR)`, and words that it writes with capitals within its sentences.
 * Floor: language. Gathered once for a document from its title and abstract. */
#pragma once
#include <glib.h>

typedef struct _NkNames NkNames;

NkNames *nk_names_gather (const char *title, const char *abstract);
void nk_names_free (NkNames *names);
const char *nk_names_title (const NkNames *names); /* in lower case */
/* The abbreviation that the document gives for these words (lower case, one blank between), or NULL. */
const char *nk_names_abbreviation (const NkNames *names, const char *expansion);
/* The most words of an expansion that starts with this word; 0: none does. */
guint nk_names_max_words (const NkNames *names, const char *first_word);
/* TRUE if the document writes this abbreviation anywhere. */
gboolean nk_names_has_abbreviation (const NkNames *names, const char *abbreviation);
/* TRUE if the abbreviation is made of these words, which have capitals: `No Secrecy Afforded` and NSA. */
gboolean nk_names_spells (const char *const *words, guint n_words, const char *abbreviation);
/* TRUE if the abstract writes this pair of words (as given, one blank between) with capitals in the middle of a sentence. */
gboolean nk_names_is_name (const NkNames *names, const char *pair);
/* TRUE for a name in lower case: a word that the title leaves in lower case among words with capitals (`The rsync URI Scheme`), or one that is spelled like no English
 * word (`zstd`). Of words that no table knows only. */
gboolean nk_names_is_small (const NkNames *names, const char *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkNames, nk_names_free)
