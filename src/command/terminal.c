/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "command/terminal.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "ground/escape.h"

#define FALLBACK_COLUMNS 80
#define MIN_COLUMNS 20

void
nk_terminal_write (const char *text, gsize length)
{
  /* stdio keeps the fault in its error flag; nk_terminal_flush asks for it once. */
  (void)!fwrite (text, 1, length, stdout);
}

void
nk_terminal_print (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  nk_terminal_write (text, strlen (text));
}

gboolean
nk_terminal_flush (void)
{
  gboolean failed = ferror (stdout) != 0;

  errno = 0;
  failed = fflush (stdout) != 0 || failed;
  if (!failed)
    return TRUE;
  if (errno != EPIPE)
    fprintf (stderr, "nikkan: standard output: %s\n", errno != 0 ? g_strerror (errno) : "could not be written");
  return FALSE;
}

void
nk_terminal_warn (const char *verb, const char *message)
{
  g_autoptr (GString) line = g_string_new (NULL);

  nk_escape_terminal (line, message);
  for (gsize i = 0; i < line->len; i++)
    if (line->str[i] == '\n' || line->str[i] == '\t')
      line->str[i] = ' ';
  fprintf (stderr, "nikkan: %s: %s\n", verb, line->str);
}

NkExit
nk_command_fail (const char *verb, const GError *error)
{
  nk_terminal_warn (verb, error->message);
  if (error->domain == G_OPTION_ERROR)
    return NK_EXIT_USAGE;
  if (error->domain == NK_ERROR && (error->code == NK_ERROR_NETWORK || error->code == NK_ERROR_CONFLICT))
    return NK_EXIT_TRY_AGAIN;
  return NK_EXIT_FAILED;
}

guint
nk_terminal_columns (void)
{
  struct winsize size = { 0 };

  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col < MIN_COLUMNS)
    return FALLBACK_COLUMNS;
  return size.ws_col;
}

void
nk_progress_start (NkProgress *progress, const char *verb)
{
  *progress = (NkProgress){
    .verb = verb,
    .is_shown = isatty (STDERR_FILENO) == 1,
    .started_us = g_get_monotonic_time (),
  };
}

/* `3:05 left`, or nothing as long as the pace is not known. */
static char *
time_left (guint64 read_bytes, guint64 total_bytes, double elapsed_s)
{
  guint64 left_s = 0;

  if (total_bytes == 0 || read_bytes == 0 || read_bytes > total_bytes || elapsed_s < 0.5)
    return g_strdup ("");
  left_s = (guint64)(elapsed_s * (double)(total_bytes - read_bytes) / (double)read_bytes + 0.5);
  return g_strdup_printf (", %" G_GUINT64_FORMAT ":%02u left", left_s / 60, (guint)(left_s % 60));
}

void
nk_progress_update (guint64 messages, guint64 read_bytes, guint64 total_bytes, const char *path, gpointer data)
{
  NkProgress *progress = data;
  double elapsed_s = 0;
  g_autofree char *left = NULL;
  g_autofree char *share = NULL;
  g_autofree char *line = NULL;

  if (!progress->is_shown)
    return;
  elapsed_s = (double)(g_get_monotonic_time () - progress->started_us) / G_USEC_PER_SEC;
  left = time_left (read_bytes, total_bytes, elapsed_s);
  share
      = total_bytes > 0 && read_bytes <= total_bytes ? g_strdup_printf ("%3u%%  ", (guint)(read_bytes * 100 / total_bytes)) : g_strdup ("");
  line = g_strdup_printf ("%s%" G_GUINT64_FORMAT " messages, %.1f MB/s%s", share, messages,
                          elapsed_s > 0 ? (double)read_bytes / 1e6 / elapsed_s : 0.0, left);
  fprintf (stderr, "\r%-*s", progress->columns, line);
  fflush (stderr);
  progress->columns = (int)strlen (line);
  progress->is_active = TRUE;
}

void
nk_progress_count (guint64 done, guint64 total, gpointer data)
{
  NkProgress *progress = data;
  double elapsed_s = (double)(g_get_monotonic_time () - progress->started_us) / G_USEC_PER_SEC;
  g_autofree char *left = NULL, *line = NULL;

  if (!progress->is_shown)
    return;
  left = time_left (done, total, elapsed_s);
  line = g_strdup_printf ("%3u%%  %" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT "%s", total > 0 ? (guint)(done * 100 / total) : 100, done,
                          total, left);
  fprintf (stderr, "\r%-*s", progress->columns, line);
  fflush (stderr);
  progress->columns = (int)strlen (line);
  progress->is_active = TRUE;
}

void
nk_progress_end (NkProgress *progress)
{
  if (progress->is_active)
    fprintf (stderr, "\r%*s\r", progress->columns, "");
  progress->is_active = FALSE;
}
