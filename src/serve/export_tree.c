/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "serve/export_tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_DEPTH 16 /* the site has no address so deep */

static void
read_folder (GHashTable *files, int parent, const char *name, GString *path, guint depth)
{
  int fd = openat (parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  DIR *folder = fd >= 0 ? fdopendir (fd) : NULL;
  const struct dirent *entry;
  gsize before = path->len;

  if (folder == NULL) {
    if (fd >= 0)
      close (fd);
    return;
  }
  while ((entry = readdir (folder)) != NULL) {
    struct stat status;
    NkExportFile *file;

    if (strcmp (entry->d_name, ".") == 0 || strcmp (entry->d_name, "..") == 0
        || fstatat (fd, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0)
      continue;
    g_string_append_printf (path, before > 0 ? "/%s" : "%s", entry->d_name);
    file = g_new (NkExportFile, 1);
    *file = (NkExportFile){ .inode = status.st_ino,
                            .size = status.st_size,
                            .mtime_ns = (gint64)status.st_mtim.tv_sec * 1000000000 + status.st_mtim.tv_nsec,
                            .is_folder = S_ISDIR (status.st_mode) };
    g_hash_table_replace (files, g_strdup (path->str), file);
    if (file->is_folder && depth < MAX_DEPTH)
      read_folder (files, fd, entry->d_name, path, depth + 1);
    g_string_truncate (path, before);
  }
  closedir (folder);
}

GHashTable *
nk_export_tree_read (const char *path)
{
  GHashTable *files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GString) below = g_string_new (NULL);

  read_folder (files, AT_FDCWD, path, below, 0);
  return files;
}
