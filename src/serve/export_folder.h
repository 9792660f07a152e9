/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/export_folder.h - a folder that is made anew beside the old one and then takes its place.
 * Floor: serve. */
#pragma once
#include "serve/export.h"

typedef struct _NkExportFolder NkExportFolder;

/* NULL with INPUT (somebody else's folder, or no folder) or STORE. */
NkExportFolder *nk_export_folder_begin (const char *path, GError **error);
/* `name` is relative, without dots. Takes the old file if it has the same bytes. FALSE with STORE. */
gboolean nk_export_folder_write (NkExportFolder *folder, const char *name, GBytes *bytes, GError **error);
/* The new folder takes the place of the old one. FALSE with STORE: the old one is still there. */
gboolean nk_export_folder_commit (NkExportFolder *folder, NkExportReport *ret_report, GError **error);
/* Without a commit, removes what was made. Takes NULL. */
void nk_export_folder_free (NkExportFolder *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkExportFolder, nk_export_folder_free)
