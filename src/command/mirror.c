/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "command/mirror.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "ground/process.h"

#define BACKUP_SUFFIX ".before"
#define RSYNC_EXIT_SYNTAX 1
#define RSYNC_EXIT_INCOMPATIBLE 2
#define MAX_FILE "2g"

guint
nk_mirror_month (NkDay day)
{
  int year = 0;
  int month = 0;
  int day_of_month = 0;

  nk_day_split (day, &year, &month, &day_of_month);
  return (guint)(year * 12 + month - 1);
}

static char *
month_file (guint month)
{
  return g_strdup_printf ("%04u-%02u.mail", month / 12, month % 12 + 1);
}

gboolean
nk_mirror_list_is_valid (const char *list)
{
  return *list != '\0' && *list != '-' && strspn (list, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == strlen (list);
}

guint
nk_mirror_newest_month (const NkMirror *mirror)
{
  g_autoptr (GDir) folder = g_dir_open (mirror->folder, 0, NULL);
  const char *name = NULL;
  guint newest = 0;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *first_day = NULL;
    NkDay day = NK_DAY_NONE;

    if (strlen (name) != strlen ("2025-10.mail") || !g_str_has_suffix (name, ".mail"))
      continue;
    first_day = g_strdup_printf ("%.7s-01", name);
    if (nk_day_parse (nk_slice_text (first_day), &day))
      newest = MAX (newest, nk_mirror_month (day));
  }
  return newest;
}

/* rsync keeps the file that it replaces as a backup. The longer of both stays; an interrupted run is settled the same way at the next start.
 * FALSE with NETWORK if the new one was shorter. */
static gboolean
settle_backup (const NkMirror *mirror, guint month, GError **error)
{
  g_autofree char *name = month_file (month);
  g_autofree char *path = g_build_filename (mirror->folder, name, NULL);
  g_autofree char *backup = g_strconcat (path, BACKUP_SUFFIX, NULL);
  GStatBuf before = { 0 };
  GStatBuf now = { 0 };

  if (g_stat (backup, &before) != 0)
    return TRUE;
  if (g_stat (path, &now) == 0 && now.st_size >= before.st_size) {
    g_unlink (backup);
    return TRUE;
  }
  if (g_rename (backup, path) != 0) {
    g_set_error (error, NK_ERROR, NK_ERROR_STORE, "%s: %s", backup, g_strerror (errno));
    return FALSE;
  }
  g_set_error (error, NK_ERROR, NK_ERROR_NETWORK,
               "%s/%s: the server's file is shorter (%" G_GOFFSET_FORMAT " bytes) than what was fetched before (%" G_GOFFSET_FORMAT
               " bytes): the longer one was kept; remove it if the server is right",
               mirror->list, name, (goffset)now.st_size, (goffset)before.st_size);
  return FALSE;
}

static gboolean
settle_backups (const NkMirror *mirror, guint first, guint last, GError **error)
{
  for (guint month = first; month <= last; month++)
    if (!settle_backup (mirror, month, error))
      return FALSE;
  return TRUE;
}

/* An mbox ends with a line end; a file cut on its way to the server's disk does not. */
static gboolean
check_ending (const NkMirror *mirror, const char *path, goffset size, GError **error)
{
  char end = '\n';
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  gssize n = fd >= 0 && size > 0 ? pread (fd, &end, 1, (off_t)(size - 1)) : 0;

  if (fd >= 0)
    close (fd);
  if (fd < 0 || n < 0) {
    g_set_error (error, NK_ERROR, NK_ERROR_STORE, "%s: %s", path, g_strerror (errno));
    return FALSE;
  }
  if (end == '\n')
    return TRUE;
  g_set_error (error, NK_ERROR, NK_ERROR_NETWORK, "%s: %s ends in the middle of a line: the server's file is truncated", mirror->list,
               path);
  return FALSE;
}

static gboolean
run_rsync (const NkMirror *mirror, guint first, guint last, GError **error)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  g_auto (NkProcessResult) result = { 0 };

  g_ptr_array_add (argv, g_strdup (mirror->program));
  g_ptr_array_add (argv, g_strdup ("--dirs"));
  g_ptr_array_add (argv, g_strdup ("--times"));
  g_ptr_array_add (argv, g_strdup ("--backup"));
  g_ptr_array_add (argv, g_strdup ("--suffix=" BACKUP_SUFFIX));
  g_ptr_array_add (argv, g_strdup ("--max-size=" MAX_FILE));
  g_ptr_array_add (argv, g_strdup_printf ("--timeout=%u", mirror->timeout_s));
  for (guint month = first; month <= last; month++) {
    g_autofree char *name = month_file (month);

    g_ptr_array_add (argv, g_strdup_printf ("--include=/%s", name));
  }
  g_ptr_array_add (argv, g_strdup ("--exclude=*"));
  g_ptr_array_add (argv, g_strdup ("--"));
  g_ptr_array_add (argv, g_strdup_printf ("%s/%s/", mirror->source, mirror->list));
  g_ptr_array_add (argv, g_strdup_printf ("%s/", mirror->folder));
  g_ptr_array_add (argv, NULL);
  /* rsync's own timeout watches the line; ours is for a program that hangs altogether. */
  if (!nk_process_run ((const char *const *)argv->pdata, (mirror->timeout_s + 30) * 1000, &result, error))
    return FALSE;
  if (result.exit_status == 0 && !result.timed_out)
    return TRUE;
  g_strdelimit (g_strstrip (result.errors), "\n", ' ');
  g_set_error (error, NK_ERROR,
               result.exit_status == RSYNC_EXIT_SYNTAX || result.exit_status == RSYNC_EXIT_INCOMPATIBLE ? NK_ERROR_PROGRAM
                                                                                                        : NK_ERROR_NETWORK,
               "%s: %s %s%s%s", mirror->list, mirror->program, result.timed_out ? "did not end in time" : "failed",
               *result.errors != '\0' ? ": " : "", result.errors);
  return FALSE;
}

/* Collects what is there, and how far the newest file reaches: up to its time stamp (the archive writes it whole), but never beyond its month. */
static gboolean
collect (const NkMirror *mirror, guint first, guint last, GPtrArray *paths, gint64 *ret_until_unix_s, GError **error)
{
  for (guint month = first; month <= last; month++) {
    g_autofree char *name = month_file (month);
    g_autofree char *path = g_build_filename (mirror->folder, name, NULL);
    NkDay next = nk_day ((int)((month + 1) / 12), (int)((month + 1) % 12) + 1, 1);
    GStatBuf status = { 0 };

    if (g_stat (path, &status) != 0)
      continue;
    g_ptr_array_add (paths, g_strdup (path));
    *ret_until_unix_s = MIN ((gint64)status.st_mtime - NK_MIRROR_LATE_MAIL_S, nk_day_start_unix_s (next));
    if (!check_ending (mirror, path, (goffset)status.st_size, error))
      return FALSE;
  }
  if (paths->len > 0)
    return TRUE;
  g_set_error (error, NK_ERROR, NK_ERROR_NETWORK, "%s: the server has no file of the months asked for", mirror->list);
  return FALSE;
}

gboolean
nk_mirror_update (const NkMirror *mirror, guint first, guint last, GPtrArray **ret_paths, gint64 *ret_until_unix_s, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;
  g_autoptr (GError) ending = NULL;
  gint64 until_unix_s = 0;
  gboolean is_whole = FALSE;

  if (g_mkdir_with_parents (mirror->folder, 0755) != 0) {
    g_set_error (error, NK_ERROR, NK_ERROR_STORE, "%s: %s", mirror->folder, g_strerror (errno));
    return FALSE;
  }
  /* What an interrupted run left is settled first; that it was shorter then is no news now. */
  settle_backups (mirror, first, last, NULL);
  run_rsync (mirror, first, last, &failure);
  settle_backups (mirror, first, last, failure == NULL ? &failure : NULL);
  is_whole = collect (mirror, first, last, paths, &until_unix_s, &ending) && failure == NULL;
  *ret_paths = g_steal_pointer (&paths);
  *ret_until_unix_s = is_whole ? until_unix_s : 0;
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (ending != NULL)
    g_propagate_error (error, g_steal_pointer (&ending));
  return is_whole;
}
