/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/export_manifest.h - what a site of files was made from: for each page the file, its links, and which aspects of the database (store/aspect.h) it looked at,
 * with their stamps. A page of which all stamps are the same, made by the same program from the same templates and tables, need not be made again.
 * Floor: serve. One thread at a time. */
#pragma once
#include "serve/export_tree.h"
#include "store/aspect.h"

typedef struct {
  char *path;             /* its address, percent-encoded */
  char *file;             /* below the folder */
  guint64 hash[2];        /* XXH3 of the bytes */
  gint64 size, mtime_ns;  /* of the file */
  gboolean is_known;      /* the above and the following are there: it was made in some run */
  gboolean is_reached;    /* in this run */
  gboolean is_page;       /* for the sitemap: no feed, no style */
  const guint32 *links;   /* places of other pages */
  const guint32 *aspects; /* places of aspects */
  guint n_links, n_aspects;
} NkExportPage;

typedef struct _NkExportManifest NkExportManifest;

/* Hash of everything but the database that a page is made from: the program, the shared files, `folders` (NULL-terminated; NULL entries do not count, so `n`), `words`. */
guint64 nk_export_signature (const char *const *folders, guint n_folders, const char *words);

/* An empty one. `aspects` must outlive it. */
NkExportManifest *nk_export_manifest_new (const NkAspects *aspects, guint64 signature);
/* What `path` holds, if it is whole and of the site `identity` (nullable); else an empty one. Never fails. */
NkExportManifest *nk_export_manifest_load (const char *path, const char *identity, const NkAspects *aspects, guint64 signature);
gboolean nk_export_manifest_is_empty (const NkExportManifest *manifest);
void nk_export_manifest_free (NkExportManifest *manifest);

/* The place of a page, which is made if it is not there. */
guint32 nk_export_manifest_place (NkExportManifest *manifest, const char *path);
/* Borrowed until the next page is added. */
NkExportPage *nk_export_manifest_page (NkExportManifest *manifest, guint32 place);
/* Whether it was made by the same program from the same database as far as it looked. */
gboolean nk_export_manifest_is_current (const NkExportManifest *manifest, const NkExportPage *page);

/* What a page was made from, in the place of what was known before. */
void nk_export_manifest_set_links (NkExportManifest *manifest, guint32 place, const GPtrArray *paths);
void nk_export_manifest_set_file (NkExportManifest *manifest, guint32 place, const char *file);
void nk_export_manifest_set_aspects (NkExportManifest *manifest, guint32 place, const NkAspect *aspects, guint n_aspects);

/* Identity of the site of the pages that were reached: the same for the same files. (transfer full) */
char *nk_export_manifest_identity (const NkExportManifest *manifest);
/* The pages that were reached, for the next run. (transfer full) */
GBytes *nk_export_manifest_save (const NkExportManifest *manifest, const char *identity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkExportManifest, nk_export_manifest_free)
