/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* ground/tsv.h - tables that an editor may change: UTF-8, TAB-separated, first line the column names, `#` lines are comments.
 * Floor: ground. Rows are owned by the table. */
#pragma once
#include "ground/error.h"

typedef struct _NkTsv NkTsv;

/* `columns` (NULL-terminated) must all be in the first line, in any order; others are ignored. Errors name file, line and column (INPUT),
 * NOT_FOUND, or LIMIT (4 MiB, 200,000 rows). A row may have fewer cells than the first line, but not more; empty lines are passed over.
 * `\n` in a cell stands for a line break, `\t` for a TAB, `\\` for a backslash; any other backslash is an error. */
NkTsv *nk_tsv_load (const char *path, const char *const *columns, GError **error);
/* The same for whoever wants to hear of every fault: a line that cannot be read is left out and its fault (char *, owned by the array) is added to `faults`; behind
 * NK_TSV_MAX_FAULTS of them reading ends. NULL only if nothing can be read at all, and then its reason is the last of `faults`. */
NkTsv *nk_tsv_load_past_faults (const char *path, const char *const *columns, GPtrArray *faults);
#define NK_TSV_MAX_FAULTS 100u
void nk_tsv_free (NkTsv *tsv);
guint nk_tsv_n_rows (const NkTsv *tsv);
/* `column` counts in the order of `columns` at loading. Never NULL, "" for an empty or missing cell. */
const char *nk_tsv_cell (const NkTsv *tsv, guint row, guint column);
guint nk_tsv_line (const NkTsv *tsv, guint row);
/* The value of a comment line `# key: value` before the header line, or NULL: where a table says its own date. */
const char *nk_tsv_note (const NkTsv *tsv, const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkTsv, nk_tsv_free)
