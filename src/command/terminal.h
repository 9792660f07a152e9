/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* command/terminal.h - what the user sees: results on stdout, one-line errors and progress on stderr.
 * Floor: command. Output is always UTF-8, whatever the locale says: editions are UTF-8, and a bare system has no locale. */
#pragma once
#include "command/command.h"
#include "store/import.h"

/* Writes to stdout; a fault is remembered for nk_terminal_flush. */
void nk_terminal_write (const char *text, gsize length);
void nk_terminal_print (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* FALSE, after saying so on stderr, if anything that was printed could not be written (a full disk; a closed pipe is silent). */
gboolean nk_terminal_flush (void);

/* One line on stderr, `nikkan: VERB: …`, without control characters. */
void nk_terminal_warn (const char *verb, const char *message);

/* Columns of the terminal on stdout, else 80. */
guint nk_terminal_columns (void);

/* A progress line on stderr: silent unless it is a terminal, and in a form that every terminal knows. `verb` is borrowed. */
typedef struct {
  const char *verb;
  gboolean is_shown;
  gboolean is_active;
  gint64 started_us;
  int columns; /* of the line that stands there */
} NkProgress;
void nk_progress_start (NkProgress *progress, const char *verb);
/* Of the shape that NkImportOptions asks for; `data` is the NkProgress. */
void nk_progress_update (guint64 messages, guint64 read_bytes, guint64 total_bytes, const char *path, gpointer data);
/* The same for `done` things out of `total`; `data` is the NkProgress. */
void nk_progress_count (guint64 done, guint64 total, gpointer data);
void nk_progress_end (NkProgress *progress);
