/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* store/import_private.h - what an import and a rebuild share; seen by this folder only. */
#pragma once
#include "store/derive.h"
#include "store/import.h"

/* Counts one message by what became of it. */
void nk_import_count (NkImportReport *report, NkDerived derived, const NkMailReading *reading);

/* `FILE: message 17 (<id>): why`. (transfer full) */
char *nk_import_problem (const char *path, guint number, const NkMailReading *reading);

/* Takes `problem`; what is too much is only counted. */
void nk_import_add_problem (NkImportReport *report, char *problem);

/* TRUE when so many rows, or bytes of them, were written since the last commit that they make a batch. It goes by rows alone, so that an import
 * that was broken off and begun again makes the same batches. */
typedef struct {
  guint limit; /* rows */
  guint rows;
  gsize bytes;
} NkBatch;
void nk_batch_begin (NkBatch *batch, const NkImportOptions *options);
gboolean nk_batch_add (NkBatch *batch, gsize bytes);
