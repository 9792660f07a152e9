/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/export_tree.h - what is in a folder of files, looked at once.
 * Floor: serve. */
#pragma once
#include <glib.h>

typedef struct {
  guint64 inode;
  gint64 size, mtime_ns;
  gboolean is_folder;
} NkExportFile;

/* char * (path below the folder) -> NkExportFile *, with folders. Empty if there is no such folder; what cannot be looked at is left out. Links are not followed. */
GHashTable *nk_export_tree_read (const char *path);
