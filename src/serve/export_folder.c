/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "serve/export_folder.h"

#include "ground/file.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define MARK ".nikkan-site"
#define MARK_TEXT "This folder is made by `nikkan site`, which puts a new one in its place each time: keep nothing else in it.\n"
#define OPEN_FOLDERS 16 /* while one is removed */

struct _NkExportFolder {
  char *path;          /* without a slash at the end */
  char *made;          /* the new folder, beside it */
  gboolean had;        /* there is an old one */
  GHashTable *parents; /* folders that are there already */
  NkExportReport report;
};

static gboolean
fail (const char *path, const char *what, GError **error)
{
  g_set_error (error, NK_ERROR, NK_ERROR_STORE, "%s: %s: %s", path, what, g_strerror (errno));
  return FALSE;
}

/* An empty folder, or one of ours. */
static gboolean
may_be_replaced (const char *path, GError **error)
{
  g_autofree char *mark = g_build_filename (path, MARK, NULL);
  g_autoptr (GDir) dir = NULL;

  if (g_file_test (mark, G_FILE_TEST_IS_REGULAR))
    return TRUE;
  dir = g_dir_open (path, 0, NULL);
  if (dir != NULL && g_dir_read_name (dir) == NULL)
    return TRUE;
  g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s: %s", path,
               dir != NULL ? "holds something that `nikkan site` did not make; choose another folder" : "no folder");
  return FALSE;
}

/* Behind a symbolic link the folder is replaced, not the link. */
static char *
resolve (const char *path)
{
  char *real = realpath (path, NULL);
  char *resolved = g_canonicalize_filename (real != NULL ? real : path, NULL);

  free (real);
  return resolved;
}

NkExportFolder *
nk_export_folder_begin (const char *path, GError **error)
{
  g_autoptr (NkExportFolder) folder = g_new0 (NkExportFolder, 1);
  g_autofree char *form = NULL;

  folder->parents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  folder->path = resolve (path);
  folder->had = g_file_test (folder->path, G_FILE_TEST_EXISTS);
  if (folder->had && !may_be_replaced (folder->path, error))
    return NULL;
  if (!nk_file_make_parents (folder->path, error))
    return NULL;
  form = g_strconcat (folder->path, ".new-XXXXXX", NULL);
  if (g_mkdtemp_full (form, 0755) == NULL) {
    fail (form, "cannot make the folder", error);
    return NULL;
  }
  folder->made = g_steal_pointer (&form);
  return g_steal_pointer (&folder);
}

static gboolean
make_parent (NkExportFolder *folder, const char *file, GError **error)
{
  char *parent = g_path_get_dirname (file);

  if (!g_hash_table_contains (folder->parents, parent) && g_mkdir_with_parents (parent, 0755) != 0) {
    fail (parent, "cannot make the folder", error);
    g_free (parent);
    return FALSE;
  }
  g_hash_table_add (folder->parents, parent);
  return TRUE;
}

static gboolean
has_bytes (const char *path, GBytes *bytes)
{
  gsize length = 0, size = g_bytes_get_size (bytes);
  struct stat status;
  g_autofree char *old = NULL;

  if (lstat (path, &status) != 0 || !S_ISREG (status.st_mode) || (gsize)status.st_size != size)
    return FALSE;
  old = nk_file_read (path, size, &length, NULL);
  return old != NULL && length == size && memcmp (old, g_bytes_get_data (bytes, NULL), size) == 0;
}

static gboolean
write_file (const char *path, GBytes *bytes, GError **error)
{
  const char *data = g_bytes_get_data (bytes, NULL);
  gsize length = g_bytes_get_size (bytes), done = 0;
  int fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);

  if (fd < 0)
    return fail (path, "cannot write", error);
  while (done < length) {
    gssize n = write (fd, data + done, length - done);

    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0) {
      fail (path, "cannot write", error);
      close (fd);
      return FALSE;
    }
    done += (gsize)n;
  }
  return close (fd) == 0 || fail (path, "cannot write", error);
}

gboolean
nk_export_folder_write (NkExportFolder *folder, const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *file = g_build_filename (folder->made, name, NULL), *old = g_build_filename (folder->path, name, NULL);

  if (!make_parent (folder, file, error))
    return FALSE;
  folder->report.files++;
  /* A second name for the old file keeps its time; where there are no second names, it is written anew. */
  if (folder->had && has_bytes (old, bytes) && link (old, file) == 0) {
    folder->report.unchanged++;
    return TRUE;
  }
  folder->report.written++;
  return write_file (file, bytes, error);
}

static int
remove_one (const char *path, const struct stat *status, int kind, struct FTW *place)
{
  return remove (path);
}

static void
remove_folder (const char *path)
{
  nftw (path, remove_one, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS);
}

/* Both at once where the file system can, else one after the other. */
static gboolean
swap (NkExportFolder *folder, GError **error)
{
  g_autofree char *aside = NULL;

  if (!folder->had)
    return rename (folder->made, folder->path) == 0 || fail (folder->path, "cannot put the folder in place", error);
  if (renameat2 (AT_FDCWD, folder->made, AT_FDCWD, folder->path, RENAME_EXCHANGE) == 0)
    return TRUE;
  aside = g_strconcat (folder->made, ".old", NULL);
  if (rename (folder->path, aside) != 0)
    return fail (folder->path, "cannot be moved aside", error);
  if (rename (folder->made, folder->path) != 0) {
    fail (folder->path, "cannot put the folder in place", error);
    rename (aside, folder->path);
    return FALSE;
  }
  return rename (aside, folder->made) == 0 || fail (aside, "cannot be removed", error);
}

gboolean
nk_export_folder_commit (NkExportFolder *folder, NkExportReport *ret_report, GError **error)
{
  g_autoptr (GBytes) mark = g_bytes_new_static (MARK_TEXT, strlen (MARK_TEXT));
  NkExportReport report = folder->report;
  int fd;

  if (!nk_export_folder_write (folder, MARK, mark, error))
    return FALSE;
  /* All of it is on the disk before anybody sees it. */
  fd = open (folder->made, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0 || syncfs (fd) != 0) {
    fail (folder->made, "cannot be written to the disk", error);
    if (fd >= 0)
      close (fd);
    return FALSE;
  }
  close (fd);
  if (!swap (folder, error))
    return FALSE;
  *ret_report = report;
  if (folder->had)
    remove_folder (folder->made);
  g_clear_pointer (&folder->made, g_free);
  return TRUE;
}

void
nk_export_folder_free (NkExportFolder *folder)
{
  if (folder == NULL)
    return;
  if (folder->made != NULL)
    remove_folder (folder->made);
  g_hash_table_unref (folder->parents);
  g_free (folder->made);
  g_free (folder->path);
  g_free (folder);
}
