/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* command/mirror.h - the monthly files of one list, brought up to date by the rsync program (facts: mailman-archive/LIST/YYYY-MM.mail).
 * Floor: command. */
#pragma once
#include "ground/day.h"
#include "ground/error.h"

#define NK_MIRROR_MAX_MONTHS 600
/* The archive writes its monthly files from what it has received: a mail of the last minutes may still be on its way. */
#define NK_MIRROR_LATE_MAIL_S 3600

typedef struct {
  const char *program; /* rsync */
  const char *source;  /* rsync URL of the module, without the list */
  const char *list;
  const char *folder; /* where the list's files are kept */
  guint timeout_s;
} NkMirror;

/* Months are counted from year 0: year * 12 + month - 1. */
guint nk_mirror_month (NkDay day);

/* The newest month whose file is already in the folder; 0 if there is none. */
guint nk_mirror_newest_month (const NkMirror *mirror);

/* Fetches the files of the months first..last that the server has. A file that came back shorter than ours is not taken: ours stays.
 * @ret_paths: (transfer full): char *, the files that are there now, oldest first.
 * @ret_until_unix_s: everything that the list carried before this instant is in these files; 0 if that cannot be said.
 * Returns: FALSE with NETWORK (no answer, broken off, shortened or truncated file), PROGRAM (rsync missing or refused its arguments) or STORE.
 * @ret_paths is set even then if files are there. */
gboolean nk_mirror_update (const NkMirror *mirror, guint first, guint last, GPtrArray **ret_paths, gint64 *ret_until_unix_s,
                           GError **error);

/* Names go into paths and arguments: letters, digits and hyphens only. */
gboolean nk_mirror_list_is_valid (const char *list);
