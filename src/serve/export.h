/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/export.h - the site as files: the pages that are served, found by following their own links from the first one, so that no link leads nowhere. What nothing has
 * changed of since the run before is not made again (export_manifest.h); the outcome is the same.
 * Floor: serve. */
#pragma once
#include "serve/page.h"

#define NK_EXPORT_MAX_FILES 2000000
#define NK_EXPORT_MAX_THREADS 16

typedef struct {
  guint files, written, unchanged;
} NkExportReport;

typedef struct {
  const NkSite *site;
  const char *database;
  NkDay today;
  const char *const *folders; /* with files that `site` was made from, beside the shared ones; entries are nullable */
  guint n_folders;
  const char *words; /* everything else that it was made from: options and settings */
  gboolean all;      /* make every page, whatever is known */
  guint threads;     /* at least 1 */
} NkExportOptions;

/* Makes the folder `path`, or puts a new one in its place at once: what is the same as before keeps its file and its time. A folder that is not empty and
 * was not made by this function is refused (INPUT), as is one that another process is at (CONFLICT). The database is read as it stands at the beginning.
 * FALSE leaves the folder as it was. */
gboolean nk_export_run (const NkExportOptions *options, const char *path, NkExportReport *ret_report, GError **error);
