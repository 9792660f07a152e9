/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* The files that a path stands for. Bytewise order, so that the same folder gives the same row of messages on every machine. */
#include "mail/mailbox.h"

#include <dirent.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DIR, closedir)

typedef struct {
  GPtrArray *files;
  GPtrArray *problems; /* (nullable) */
} Search;

static void
file_free (gpointer data)
{
  NkMailboxFile *file = data;

  g_free (file->path);
  g_free (file);
}

static void
add_problem (Search *search, const char *path, const char *what)
{
  if (search->problems != NULL)
    g_ptr_array_add (search->problems, g_strdup_printf ("%s: %s", path, what));
}

static gboolean
add_file (Search *search, const char *path, guint64 size_bytes, gboolean is_maildir, GError **error)
{
  NkMailboxFile *file;

  if (search->files->len >= NK_MAILBOX_MAX_FILES) {
    g_set_error (error, NK_ERROR, NK_ERROR_LIMIT, "%s: more than %d files", path, NK_MAILBOX_MAX_FILES);
    return FALSE;
  }
  file = g_new0 (NkMailboxFile, 1);
  file->path = g_strdup (path);
  file->size_bytes = size_bytes;
  file->is_maildir = is_maildir;
  g_ptr_array_add (search->files, file);
  return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The visible names in a folder, sorted. What cannot be read of it is noted as a problem. NULL with LIMIT. */
static GPtrArray *
list_names (Search *search, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DIR) dir = opendir (folder);
  const struct dirent *entry = NULL;

  while (dir != NULL && (errno = 0, entry = readdir (dir)) != NULL) {
    if (entry->d_name[0] == '.')
      continue;
    if (names->len >= NK_MAILBOX_MAX_FILES) {
      g_set_error (error, NK_ERROR, NK_ERROR_LIMIT, "%s: more than %d files", folder, NK_MAILBOX_MAX_FILES);
      return NULL;
    }
    g_ptr_array_add (names, g_strdup (entry->d_name));
  }
  if (errno != 0)
    add_problem (search, folder, g_strerror (errno));
  g_ptr_array_sort (names, compare_names);
  return g_steal_pointer (&names);
}

typedef enum { ENTRY_FILE, ENTRY_FOLDER, ENTRY_PASSED_OVER } Entry;

/* A link to a file stands for the file; a link to a folder is passed over, so that nothing is read twice and no circle is walked. */
static Entry
look_at (Search *search, const char *path, guint64 *ret_size_bytes)
{
  struct stat status;

  if (g_lstat (path, &status) == 0 && S_ISDIR (status.st_mode))
    return ENTRY_FOLDER;
  if (g_stat (path, &status) != 0) {
    add_problem (search, path, g_strerror (errno));
    return ENTRY_PASSED_OVER;
  }
  if (S_ISREG (status.st_mode)) {
    *ret_size_bytes = (guint64)status.st_size;
    return ENTRY_FILE;
  }
  if (!S_ISDIR (status.st_mode))
    add_problem (search, path, "not a regular file");
  return ENTRY_PASSED_OVER;
}

static gboolean
is_maildir_part (const char *name)
{
  return g_str_equal (name, "cur") || g_str_equal (name, "new") || g_str_equal (name, "tmp");
}

static gboolean
has_folder (const char *path, const char *name)
{
  g_autofree char *folder = g_build_filename (path, name, NULL);

  return g_file_test (folder, G_FILE_TEST_IS_DIR);
}

/* By name without the folder: a name begins with the time of delivery, and a message moves from new/ to cur/ when it is read. */
static int
compare_maildir_files (gconstpointer a, gconstpointer b)
{
  const NkMailboxFile *one = *(const NkMailboxFile *const *)a, *other = *(const NkMailboxFile *const *)b;
  int order = strcmp (strrchr (one->path, '/'), strrchr (other->path, '/'));

  return order != 0 ? order : strcmp (one->path, other->path);
}

static gboolean
add_maildir (Search *search, const char *path, GError **error)
{
  static const char *const parts[] = { "cur", "new" };
  Search messages = { g_ptr_array_new_with_free_func (file_free), search->problems };
  g_autoptr (GPtrArray) found = messages.files;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autofree char *folder = g_build_filename (path, parts[i], NULL);
    g_autoptr (GPtrArray) names = NULL;

    if (!has_folder (path, parts[i]))
      continue;
    names = list_names (search, folder, error);
    if (names == NULL)
      return FALSE;
    for (guint j = 0; j < names->len; j++) {
      g_autofree char *file = g_build_filename (folder, names->pdata[j], NULL);
      guint64 size = 0;

      if (look_at (search, file, &size) == ENTRY_FILE && !add_file (&messages, file, size, TRUE, error))
        return FALSE;
    }
  }
  g_ptr_array_sort (found, compare_maildir_files);
  g_ptr_array_extend_and_steal (search->files, g_steal_pointer (&found));
  if (search->files->len <= NK_MAILBOX_MAX_FILES)
    return TRUE;
  g_set_error (error, NK_ERROR, NK_ERROR_LIMIT, "%s: more than %d files", path, NK_MAILBOX_MAX_FILES);
  return FALSE;
}

/* Recursion ends at NK_MAILBOX_MAX_DEPTH. Of a Maildir only messages and visible folders count: the other files in it are the notes of its programs. */
static gboolean
search_folder (Search *search, const char *path, guint depth, GError **error)
{
  g_autoptr (GPtrArray) names = NULL;
  gboolean is_maildir = has_folder (path, "cur") || has_folder (path, "new");

  if (depth > NK_MAILBOX_MAX_DEPTH) {
    add_problem (search, path, "folders are nested too deep");
    return TRUE;
  }
  if (is_maildir && !add_maildir (search, path, error))
    return FALSE;
  names = list_names (search, path, error);
  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *entry = g_build_filename (path, names->pdata[i], NULL);
    guint64 size = 0;

    if (is_maildir && is_maildir_part (names->pdata[i]))
      continue;
    switch (look_at (search, entry, &size)) {
    case ENTRY_FILE:
      if (!is_maildir && !add_file (search, entry, size, FALSE, error))
        return FALSE;
      break;
    case ENTRY_FOLDER:
      if (!search_folder (search, entry, depth + 1, error))
        return FALSE;
      break;
    case ENTRY_PASSED_OVER: break;
    }
  }
  return TRUE;
}

GPtrArray *
nk_mailbox_find (const char *path, GPtrArray *problems, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (file_free);
  Search search = { files, problems };
  struct stat status;

  g_return_val_if_fail (path != NULL, NULL);
  if (g_str_equal (path, "-")) {
    add_file (&search, path, 0, FALSE, NULL);
    return g_steal_pointer (&files);
  }
  if (g_stat (path, &status) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) {
      g_set_error (error, NK_ERROR, NK_ERROR_NOT_FOUND, "%s: no such file or folder", path);
      return NULL;
    }
    add_problem (&search, path, g_strerror (errno));
    return g_steal_pointer (&files);
  }
  if (S_ISDIR (status.st_mode)) {
    if (!search_folder (&search, path, 1, error))
      return NULL;
  } else {
    add_file (&search, path, S_ISREG (status.st_mode) ? (guint64)status.st_size : 0, FALSE, NULL);
  }
  return g_steal_pointer (&files);
}
