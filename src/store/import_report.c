/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/import_private.h"

static void
count_announcement (NkImportReport *report, NkKind kind)
{
  if (kind == NK_KIND_INTERNET_DRAFT)
    report->internet_drafts++;
  else if (kind == NK_KIND_RFC)
    report->rfcs++;
  else
    report->others++;
}

void
nk_import_count (NkImportReport *report, NkDerived derived, const NkMailReading *reading)
{
  switch (derived) {
  case NK_DERIVED_NEW: count_announcement (report, reading->announcement->kind); break;
  case NK_DERIVED_DUPLICATE: report->duplicates++; break;
  case NK_DERIVED_UNRECOGNISED: report->unrecognised++; break;
  case NK_DERIVED_UNREADABLE: report->unreadable++; break;
  }
  if (reading->repairs != NK_REPAIR_NONE)
    report->repaired++;
  if (reading->day == NK_DAY_NONE)
    report->undated++;
}

char *
nk_import_problem (const char *path, guint number, const NkMailReading *reading)
{
  return g_strdup_printf ("%s: message %u (%s): %s", path, number, reading->header_id,
                          reading->reason != NULL ? reading->reason : "unreadable");
}

void
nk_import_add_problem (NkImportReport *report, char *problem)
{
  GPtrArray *problems = report->problems;

  report->n_problems++;
  if (report->n_problems <= NK_IMPORT_MAX_PROBLEMS) {
    g_ptr_array_add (problems, problem);
    return;
  }
  if (problems->len > NK_IMPORT_MAX_PROBLEMS)
    g_ptr_array_remove_index (problems, NK_IMPORT_MAX_PROBLEMS);
  g_ptr_array_add (problems, g_strdup_printf ("… and %" G_GUINT64_FORMAT " more", report->n_problems - NK_IMPORT_MAX_PROBLEMS));
  g_free (problem);
}

void
nk_import_report_clear (NkImportReport *report)
{
  g_clear_pointer (&report->problems, g_ptr_array_unref);
}

void
nk_batch_begin (NkBatch *batch, const NkImportOptions *options)
{
  *batch = (NkBatch){ .limit = options->batch_messages != 0 ? options->batch_messages : NK_IMPORT_BATCH_MESSAGES };
}

gboolean
nk_batch_add (NkBatch *batch, gsize bytes)
{
  batch->rows++;
  batch->bytes += bytes;
  return batch->rows >= batch->limit || batch->bytes >= NK_IMPORT_BATCH_BYTES;
}
