/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/export.h - the site as files: the pages that are served, found by following their own links from the first one, so that no link leads nowhere.
 * Floor: serve. */
#pragma once
#include "serve/page.h"

#define NK_EXPORT_MAX_FILES 2000000

typedef struct {
  guint files, written, unchanged;
} NkExportReport;

/* Makes the folder `path`, or puts a new one in its place at once: what is the same as before keeps its file and its time. A folder that is not empty and
 * was not made by this function is refused (INPUT). The store is read as it stands at the beginning. FALSE leaves the folder as it was. */
gboolean nk_export_run (const NkSite *site, NkStore *store, NkDay today, const char *path, NkExportReport *ret_report, GError **error);
