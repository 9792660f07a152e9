/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* language/shelf.h - the lexicon of a process: where its tables are, and the tables themselves once somebody has needed them.
 * Floor: language (may include: language, ground). Any thread may ask; the tables are read once, and what was wrong with them is told to each who asks. */
#pragma once
#include "language/lexicon.h"

/* The editor's own folder of tables (nullable, or ""), else share/language. (transfer full) NULL with NOT_FOUND. */
char *nk_language_folder (const char *own, GError **error);

typedef struct _NkLexiconShelf NkLexiconShelf;

/* Reads nothing yet. */
NkLexiconShelf *nk_lexicon_shelf_new (const char *own);
void nk_lexicon_shelf_free (NkLexiconShelf *shelf);

/* (transfer none), lives as long as the shelf. NULL as nk_lexicon_load. */
const NkLexicon *nk_lexicon_shelf_get (NkLexiconShelf *shelf, GError **error);

/* As nk_lexicon_folder_stamp, once for all; the tables stay unread. */
gboolean nk_lexicon_shelf_stamp (NkLexiconShelf *shelf, guint64 *ret_stamp, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkLexiconShelf, nk_lexicon_shelf_free)
