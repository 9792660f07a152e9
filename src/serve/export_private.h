/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/export_private.h - the parts of writing a site; seen by the files export*.c only. */
#pragma once
#include "serve/export_folder.h"

typedef struct {
  NkExportFolder *folder;
  const char *base_url;
  GPtrArray *paths; /* char *, of pages, percent-encoded */
} NkSitemap;

/* sitemap.xml, in parts if it is long, and robots.txt. FALSE with STORE. */
gboolean nk_sitemap_write (const NkSitemap *map, GError **error);
