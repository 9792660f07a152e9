/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "serve/export_folder.h"

#include "ground/file.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define MARK ".nikkan-site"
#define MARK_TEXT "This folder is made by `nikkan site`, which puts a new one in its place each time: keep nothing else in it.\n"
#define MARK_IDENTITY "Site: "
#define MAX_MARK_BYTES 4096
#define N_STATES 2
#define OPEN_FOLDERS 16 /* while one is removed */

struct _NkExportFolder {
  char *path;   /* without a slash at the end */
  char *beside; /* the hidden folder */
  char *made;   /* in it: the site that will be the new one */
  char *states[N_STATES];
  char *identity;         /* (nullable) */
  int lock;               /* descriptor */
  gboolean had;           /* there is a present site, or an empty folder */
  GHashTable *now;        /* what is in it */
  GHashTable *made_files; /* what is in `made` from the run before the last */
  GMutex mutex;           /* of the following */
  GHashTable *names;      /* char *: files that the new site has */
  GHashTable *parents;    /* char *: folders that it has */
  NkExportReport report;
  gboolean is_done; /* the site is in its place */
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

/* The identity in the mark of the present site. (transfer full) (nullable) */
static char *
read_identity (const char *path)
{
  g_autofree char *mark = g_build_filename (path, MARK, NULL);
  g_autofree char *text = nk_file_read (mark, MAX_MARK_BYTES, NULL, NULL);
  const char *identity = text != NULL ? strstr (text, "\n" MARK_IDENTITY) : NULL;

  if (identity == NULL)
    return NULL;
  identity += strlen ("\n" MARK_IDENTITY);
  return g_strndup (identity, strcspn (identity, "\n"));
}

/* The hidden folder, and the right to be the only one at it. */
static gboolean
take_beside (NkExportFolder *folder, GError **error)
{
  g_autofree char *lock = g_build_filename (folder->beside, "lock", NULL);

  if (mkdir (folder->beside, 0755) != 0 && errno != EEXIST)
    return fail (folder->beside, "cannot make the folder", error);
  folder->lock = open (lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
  if (folder->lock < 0)
    return fail (lock, "cannot write", error);
  if (flock (folder->lock, LOCK_EX | LOCK_NB) != 0) {
    g_set_error (error, NK_ERROR, NK_ERROR_CONFLICT, "%s: another `nikkan site` is at it", folder->path);
    return FALSE;
  }
  if (mkdir (folder->made, 0755) != 0 && errno != EEXIST)
    return fail (folder->made, "cannot make the folder", error);
  return TRUE;
}

static gpointer
read_tree (gpointer data)
{
  return nk_export_tree_read (data);
}

NkExportFolder *
nk_export_folder_begin (const char *path, GError **error)
{
  g_autoptr (NkExportFolder) folder = g_new0 (NkExportFolder, 1);
  g_autofree char *parent = NULL, *name = NULL, *hidden = NULL;
  GThread *other;

  folder->lock = -1;
  g_mutex_init (&folder->mutex);
  folder->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  folder->parents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  folder->path = resolve (path);
  folder->had = g_file_test (folder->path, G_FILE_TEST_EXISTS);
  if (folder->had && !may_be_replaced (folder->path, error))
    return NULL;
  if (!nk_file_make_parents (folder->path, error))
    return NULL;
  parent = g_path_get_dirname (folder->path);
  name = g_path_get_basename (folder->path);
  hidden = g_strconcat (".", name, ".nikkan", NULL);
  folder->beside = g_build_filename (parent, hidden, NULL);
  folder->made = g_build_filename (folder->beside, "site", NULL);
  folder->states[0] = g_build_filename (folder->beside, "state", NULL);
  folder->states[1] = g_build_filename (folder->beside, "state.next", NULL);
  if (!take_beside (folder, error))
    return NULL;
  folder->identity = read_identity (folder->path);
  other = g_thread_new ("nikkan-tree", read_tree, folder->made);
  folder->now = nk_export_tree_read (folder->path);
  folder->made_files = g_thread_join (other);
  return g_steal_pointer (&folder);
}

const char *
nk_export_folder_identity (const NkExportFolder *folder)
{
  return folder->identity;
}

const char *
nk_export_folder_state_path (const NkExportFolder *folder, guint number)
{
  return number < N_STATES ? folder->states[number] : NULL;
}

const NkExportFile *
nk_export_folder_find (const NkExportFolder *folder, const char *name)
{
  const NkExportFile *file = g_hash_table_lookup (folder->now, name);

  return file != NULL && !file->is_folder ? file : NULL;
}

/* --- files of the new site */

/* Notes the folders that `name` stands in, and makes those that are not there. The lock is held. */
static gboolean
make_parents (NkExportFolder *folder, const char *name, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (name);
  g_autofree char *path = NULL;
  const NkExportFile *known;

  if (strcmp (parent, ".") == 0 || g_hash_table_contains (folder->parents, parent))
    return TRUE;
  if (!make_parents (folder, parent, error))
    return FALSE;
  known = g_hash_table_lookup (folder->made_files, parent);
  path = g_build_filename (folder->made, parent, NULL);
  if (known != NULL && !known->is_folder)
    unlink (path);
  if ((known == NULL || !known->is_folder) && mkdir (path, 0755) != 0 && errno != EEXIST)
    return fail (path, "cannot make the folder", error);
  g_hash_table_add (folder->parents, g_steal_pointer (&parent));
  return TRUE;
}

/* Room for a file in the new site: its folder is there, and nothing of its name, or `is_there` the file already. */
static gboolean
make_room (NkExportFolder *folder, const char *name, const char *path, gboolean is_new, gboolean is_there, GError **error)
{
  const NkExportFile *known = g_hash_table_lookup (folder->made_files, name);
  gboolean is_good;

  g_mutex_lock (&folder->mutex);
  g_hash_table_add (folder->names, g_strdup (name));
  folder->report.files++;
  folder->report.written += is_new;
  folder->report.unchanged += !is_new;
  is_good = make_parents (folder, name, error);
  g_mutex_unlock (&folder->mutex);
  if (!is_good || known == NULL || is_there)
    return is_good;
  if (known->is_folder)
    remove_folder (path);
  else if (unlink (path) != 0 && errno != ENOENT)
    return fail (path, "cannot be replaced", error);
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

/* The second name for a file keeps its time; where there are no second names, its bytes are copied and its time is set. */
static gboolean
copy_file (const char *from, const char *to, const NkExportFile *file, GError **error)
{
  const struct timespec times[2] = { { .tv_nsec = UTIME_OMIT }, { file->mtime_ns / 1000000000, file->mtime_ns % 1000000000 } };
  gsize length = 0;
  char *data;
  g_autoptr (GBytes) bytes = NULL;

  if (link (from, to) == 0)
    return TRUE;
  data = nk_file_read (from, (gsize)file->size, &length, error);
  if (data == NULL)
    return FALSE;
  bytes = g_bytes_new_take (data, length);
  if (!write_file (to, bytes, error))
    return FALSE;
  return utimensat (AT_FDCWD, to, times, 0) == 0 || fail (to, "cannot set its time", error);
}

gboolean
nk_export_folder_keep (NkExportFolder *folder, const char *name, GError **error)
{
  const NkExportFile *now = nk_export_folder_find (folder, name), *made = g_hash_table_lookup (folder->made_files, name);
  g_autofree char *from = g_build_filename (folder->path, name, NULL), *to = g_build_filename (folder->made, name, NULL);
  gboolean is_there = made != NULL && now != NULL && made->inode == now->inode;

  g_return_val_if_fail (now != NULL, FALSE);
  return make_room (folder, name, to, FALSE, is_there, error) && (is_there || copy_file (from, to, now, error));
}

gboolean
nk_export_folder_put (NkExportFolder *folder, const char *name, GBytes *bytes, NkExportFile *ret_file, GError **error)
{
  g_autofree char *path = g_build_filename (folder->made, name, NULL);
  struct stat status;

  if (!make_room (folder, name, path, TRUE, FALSE, error) || !write_file (path, bytes, error))
    return FALSE;
  if (ret_file == NULL)
    return TRUE;
  if (stat (path, &status) != 0)
    return fail (path, "cannot be looked at", error);
  *ret_file = (NkExportFile){ .inode = status.st_ino,
                              .size = status.st_size,
                              .mtime_ns = (gint64)status.st_mtim.tv_sec * 1000000000 + status.st_mtim.tv_nsec };
  return TRUE;
}

gboolean
nk_export_folder_has (const NkExportFolder *folder, const char *name, GBytes *bytes)
{
  const NkExportFile *now = nk_export_folder_find (folder, name);
  g_autofree char *path = g_build_filename (folder->path, name, NULL);

  return now != NULL && (gsize)now->size == g_bytes_get_size (bytes) && has_bytes (path, bytes);
}

gboolean
nk_export_folder_write (NkExportFolder *folder, const char *name, GBytes *bytes, GError **error)
{
  return nk_export_folder_has (folder, name, bytes) ? nk_export_folder_keep (folder, name, error)
                                                    : nk_export_folder_put (folder, name, bytes, NULL, error);
}

/* --- the exchange */

/* Whether the present site has something that the new one has not. */
static gboolean
has_leftovers (const NkExportFolder *folder)
{
  GHashTableIter iter;
  gpointer name, file;

  g_hash_table_iter_init (&iter, folder->now);
  while (g_hash_table_iter_next (&iter, &name, &file))
    if (!g_hash_table_contains (((const NkExportFile *)file)->is_folder ? folder->parents : folder->names, name))
      return TRUE;
  return FALSE;
}

static gint
longest_first (gconstpointer a, gconstpointer b)
{
  gsize one = strlen (*(const char *const *)a), other = strlen (*(const char *const *)b);

  return one > other ? -1 : one < other;
}

/* What the site before the last had and the new one has not: a folder after all that is in it. */
static gboolean
remove_leftovers (const NkExportFolder *folder, GError **error)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name, file;

  g_hash_table_iter_init (&iter, folder->made_files);
  while (g_hash_table_iter_next (&iter, &name, &file))
    if (!g_hash_table_contains (folder->names, name) && !g_hash_table_contains (folder->parents, name))
      g_ptr_array_add (left, name);
  g_ptr_array_sort (left, longest_first);
  for (guint i = 0; i < left->len; i++) {
    g_autofree char *path = g_build_filename (folder->made, left->pdata[i], NULL);

    if (remove (path) != 0 && errno != ENOENT)
      return fail (path, "cannot be removed", error);
  }
  return TRUE;
}

/* All of it is on the disk before anybody sees it. */
static gboolean
flush (const char *path, GError **error)
{
  int fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean is_good = fd >= 0 && syncfs (fd) == 0;

  if (!is_good)
    fail (path, "cannot be written to the disk", error);
  if (fd >= 0)
    close (fd);
  return is_good;
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

/* After a first run: the same site once more, by second names, for the next run to change. A fault costs time then, and nothing else. */
static void
make_second (NkExportFolder *folder)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_remove_all (folder->made_files);
  g_hash_table_remove_all (folder->parents);
  if (mkdir (folder->made, 0755) != 0 && errno != EEXIST)
    return;
  g_hash_table_iter_init (&iter, folder->names);
  while (g_hash_table_iter_next (&iter, &name, NULL)) {
    g_autofree char *from = g_build_filename (folder->path, name, NULL), *to = g_build_filename (folder->made, name, NULL);

    if (!make_parents (folder, name, NULL) || link (from, to) != 0)
      return;
  }
}

gboolean
nk_export_folder_commit (NkExportFolder *folder, const char *identity, GBytes *state, NkExportReport *ret_report, GError **error)
{
  g_autofree char *text = g_strconcat (MARK_TEXT, MARK_IDENTITY, identity, "\n", NULL);
  g_autoptr (GBytes) mark = g_bytes_new (text, strlen (text));
  gboolean was_empty = g_hash_table_size (folder->now) == 0;
  gsize length = 0;
  const char *data = g_bytes_get_data (state, &length);

  *ret_report = folder->report;
  if (!nk_export_folder_write (folder, MARK, mark, error))
    return FALSE;
  folder->is_done = TRUE;
  if (folder->had && folder->report.written == 0 && !has_leftovers (folder))
    return nk_file_write_atomic (folder->states[0], data, length, error);
  folder->is_done = FALSE;
  if (!remove_leftovers (folder, error) || !nk_file_write_atomic (folder->states[1], data, length, error) || !flush (folder->made, error)
      || !swap (folder, error))
    return FALSE;
  folder->is_done = TRUE;
  if (rename (folder->states[1], folder->states[0]) != 0)
    return fail (folder->states[1], "cannot be renamed", error);
  if (was_empty)
    make_second (folder);
  return TRUE;
}

void
nk_export_folder_free (NkExportFolder *folder)
{
  if (folder == NULL)
    return;
  /* What a first run leaves behind when it fails helps nobody. */
  if (!folder->had && !folder->is_done && folder->lock >= 0)
    remove_folder (folder->beside);
  if (folder->lock >= 0)
    close (folder->lock);
  g_clear_pointer (&folder->now, g_hash_table_unref);
  g_clear_pointer (&folder->made_files, g_hash_table_unref);
  g_hash_table_unref (folder->names);
  g_hash_table_unref (folder->parents);
  g_mutex_clear (&folder->mutex);
  for (guint i = 0; i < N_STATES; i++)
    g_free (folder->states[i]);
  g_free (folder->identity);
  g_free (folder->beside);
  g_free (folder->made);
  g_free (folder->path);
  g_free (folder);
}
