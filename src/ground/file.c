/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "ground/file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* A file that says it is empty (a pipe, /proc) is read in steps that grow from here. */
#define FIRST_BUFFER_BYTES ((gsize)64 << 10)

static int
code_of_errno (int number)
{
  switch (number) {
  case ENOENT:
  case ENOTDIR: return NK_ERROR_NOT_FOUND;
  case EISDIR:
  case EACCES:
  case EPERM:
  case ELOOP:
  case ENAMETOOLONG: return NK_ERROR_INPUT;
  default: return NK_ERROR_STORE;
  }
}

/* Sets @error from errno, `reading` or writing. Always FALSE. */
static gboolean
fail (const char *path, const char *doing, int number, GError **error)
{
  g_set_error (error, NK_ERROR, code_of_errno (number), "%s: cannot %s: %s", path, doing, g_strerror (number));
  return FALSE;
}

/* Reads `fd` to its end into *buffer, which grows. */
static gboolean
read_all (int fd, const char *path, gsize limit_bytes, char **buffer, gsize capacity, gsize *ret_length, GError **error)
{
  gsize length = 0;

  for (;;) {
    gssize got;

    if (length == capacity) {
      capacity *= 2;
      *buffer = g_realloc (*buffer, capacity + 1);
    }
    got = read (fd, *buffer + length, capacity - length);
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0)
      return fail (path, "read", errno, error);
    if (got == 0)
      break;
    length += (gsize)got;
    if (length > limit_bytes) {
      g_set_error (error, NK_ERROR, NK_ERROR_LIMIT, "%s: larger than %" G_GSIZE_FORMAT " bytes", path, limit_bytes);
      return FALSE;
    }
  }
  (*buffer)[length] = '\0';
  *ret_length = length;
  return TRUE;
}

char *
nk_file_read (const char *path, gsize limit_bytes, gsize *ret_length, GError **error)
{
  g_autofree char *buffer = NULL;
  struct stat status;
  gsize capacity = FIRST_BUFFER_BYTES, length;
  gboolean done;
  int fd;

  g_return_val_if_fail (path != NULL && limit_bytes < G_MAXSSIZE / 4, NULL);
  fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  if (fd < 0) {
    fail (path, "open", errno, error);
    return NULL;
  }
  /* One byte more than the file has, so that its end is seen without growing. */
  if (fstat (fd, &status) == 0 && S_ISREG (status.st_mode) && status.st_size > 0)
    capacity = MIN ((gsize)status.st_size, limit_bytes) + 1;
  buffer = g_malloc (capacity + 1);
  done = read_all (fd, path, limit_bytes, &buffer, capacity, &length, error);
  close (fd);
  if (!done)
    return NULL;
  if (ret_length != NULL)
    *ret_length = length;
  return g_steal_pointer (&buffer);
}

/* Devices and pipes cannot be replaced by a rename: `--output /dev/null` must not make a file of it. */
static gboolean
write_in_place (const char *path, const char *data, gsize length, GError **error)
{
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0), number = 0;

  if (fd < 0)
    number = errno;
  for (gsize written = 0; number == 0 && written < length;) {
    gssize step = write (fd, data + written, length - written);

    if (step >= 0)
      written += (gsize)step;
    else if (errno != EINTR)
      number = errno;
  }
  if (fd >= 0 && close (fd) != 0 && number == 0)
    number = errno;
  if (number != 0)
    g_set_error (error, NK_ERROR, NK_ERROR_STORE, "%s: cannot write: %s", path, g_strerror (number));
  return number == 0;
}

gboolean
nk_file_write_atomic (const char *path, const char *data, gsize length, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autofree char *target = NULL;
  struct stat status;
  int mode = 0666;

  g_return_val_if_fail (path != NULL && (data != NULL || length == 0) && length <= G_MAXSSIZE, FALSE);
  if (stat (path, &status) == 0) {
    char *resolved = NULL;

    if (!S_ISREG (status.st_mode) && !S_ISDIR (status.st_mode))
      return write_in_place (path, data, length, error);
    /* Behind a symbolic link the file is replaced, not the link. */
    mode = (int)(status.st_mode & 0777);
    resolved = realpath (path, NULL);
    target = g_strdup (resolved != NULL ? resolved : path);
    free (resolved);
  } else {
    target = g_strdup (path);
  }
  if (!g_file_set_contents_full (target, data != NULL ? data : "", (gssize)length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, mode, &fault)) {
    g_set_error (error, NK_ERROR, NK_ERROR_STORE, "%s: cannot write: %s", path, fault->message);
    return FALSE;
  }
  return TRUE;
}

gboolean
nk_file_make_parents (const char *path, GError **error)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  folder = g_path_get_dirname (path);
  if (g_mkdir_with_parents (folder, 0755) != 0) {
    g_set_error (error, NK_ERROR, NK_ERROR_STORE, "%s: cannot make the folder: %s", folder, g_strerror (errno));
    return FALSE;
  }
  return TRUE;
}
