/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* ground/file.h - whole files: read with a limit, written so that the old or the new one is there, never half of one.
 * Floor: ground. */
#pragma once
#include "ground/error.h"

/* Reads at most `limit_bytes`; LIMIT if the file is longer, NOT_FOUND, INPUT. The result is NUL-terminated after its length. */
char *nk_file_read (const char *path, gsize limit_bytes, gsize *ret_length, GError **error);

/* Writes beside the target, fsync, rename. Keeps an existing file untouched on any failure (STORE). */
gboolean nk_file_write_atomic (const char *path, const char *data, gsize length, GError **error);

/* mkdir -p with mode 0755 of the folder that `path` stands in. */
gboolean nk_file_make_parents (const char *path, GError **error);
