/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/export_signature.c - whether a page would be made as it was: the program and all files that it reads beside the database, byte for byte. */
#include "serve/export_manifest.h"

#include "ground/file.h"
#include "ground/share.h"

#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

#define MAX_FILE_BYTES (64u << 20)
#define PROGRAM "/proc/self/exe"
#define SHARED "site/ja.tsv" /* stands in the folder that is shared */

static guint64
add_bytes (guint64 sum, const char *bytes, gsize length)
{
  return XXH3_64bits_withSeed (bytes, length, sum);
}

static guint64
add_file (guint64 sum, const char *path, const char *name)
{
  gsize length = 0;
  g_autofree char *bytes = nk_file_read (path, MAX_FILE_BYTES, &length, NULL);

  sum = add_bytes (sum, name, strlen (name) + 1);
  return bytes != NULL ? add_bytes (sum, bytes, length) : sum + 1;
}

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static guint64
add_folder (guint64 sum, const char *path)
{
  g_autoptr (GHashTable) files = nk_export_tree_read (path);
  guint n = 0;
  g_autofree char **names = (char **)g_hash_table_get_keys_as_array (files, &n);

  qsort (names, n, sizeof *names, compare_names);
  for (guint i = 0; i < n; i++) {
    g_autofree char *file = g_build_filename (path, names[i], NULL);

    if (!((const NkExportFile *)g_hash_table_lookup (files, names[i]))->is_folder)
      sum = add_file (sum, file, names[i]);
  }
  return sum;
}

guint64
nk_export_signature (const char *const *folders, guint n_folders, const char *words)
{
  g_autofree char *file = nk_share_path (SHARED, NULL);
  g_autofree char *site = file != NULL ? g_path_get_dirname (file) : NULL;
  g_autofree char *share = site != NULL ? g_path_get_dirname (site) : NULL;
  guint64 sum = add_file (1, PROGRAM, "program");

  if (share != NULL)
    sum = add_folder (sum, share);
  for (guint i = 0; i < n_folders; i++)
    sum = folders[i] != NULL ? add_folder (sum + i, folders[i]) : sum + 1;
  return add_bytes (sum, words, strlen (words) + 1);
}
