/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/export_folder.h - a folder that is made anew beside the old one and then takes its place, at once.
 * Floor: serve. Beside the folder NAME stands a hidden one, `.NAME.nikkan`: in it the site before (its unchanged files are the very same ones, under a second
 * name), which is brought up to date and exchanged with NAME, so that a run writes what has changed and nothing else; and what is known of the pages
 * (export_manifest.h). It may be removed at any time: the next run takes longer then. */
#pragma once
#include "serve/export.h"
#include "serve/export_tree.h"

typedef struct _NkExportFolder NkExportFolder;

/* NULL with INPUT (somebody else's folder, or no folder), CONFLICT (another process is at it) or STORE. */
NkExportFolder *nk_export_folder_begin (const char *path, GError **error);

/* The identity that the folder's site was given by nk_export_folder_commit; NULL if there is none. */
const char *nk_export_folder_identity (const NkExportFolder *folder);
/* Where what is known of that site may be, by number from 0; NULL past the end. One of them, or none, has its identity. */
const char *nk_export_folder_state_path (const NkExportFolder *folder, guint number);
/* A file of the site as it is now; NULL if there is none. Borrowed. */
const NkExportFile *nk_export_folder_find (const NkExportFolder *folder, const char *name);
/* Whether it has these bytes; it is read. */
gboolean nk_export_folder_has (const NkExportFolder *folder, const char *name, GBytes *bytes);

/* The following may be called from several threads. `name` is relative, without dots; no name twice. FALSE with STORE. */
/* The new site has this file of the present one. */
gboolean nk_export_folder_keep (NkExportFolder *folder, const char *name, GError **error);
/* The new site has a new file. *ret_file (nullable): what it is. */
gboolean nk_export_folder_put (NkExportFolder *folder, const char *name, GBytes *bytes, NkExportFile *ret_file, GError **error);
/* The one or the other, whether the present file has these bytes or not. */
gboolean nk_export_folder_write (NkExportFolder *folder, const char *name, GBytes *bytes, GError **error);

/* The new site takes the place of the present one, if it is another one, and `state` is kept for the next run. FALSE with STORE: the present one is still there. */
gboolean nk_export_folder_commit (NkExportFolder *folder, const char *identity, GBytes *state, NkExportReport *ret_report, GError **error);
void nk_export_folder_free (NkExportFolder *folder); /* takes NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkExportFolder, nk_export_folder_free)
