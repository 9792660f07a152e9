/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* ground/process.h - running another program: no shell, bounded in time and output, its stderr kept for the error message.
 * Floor: ground. */
#pragma once
#include "ground/error.h"

typedef struct {
  int exit_status; /* 0..255, or -1 if a signal ended it */
  gboolean timed_out;
  char *errors; /* (transfer full): stderr, repaired UTF-8, first NK_PROCESS_ERRORS_BYTES */
} NkProcessResult;

#define NK_PROCESS_ERRORS_BYTES 4096

/* Runs `argv` (NULL-terminated; argv[0] looked up in PATH), stdin and stdout from /dev/null. After `timeout_ms` (0: none) the child gets TERM, after two more
 * seconds KILL, and the whole group with it. A child that ran and failed is not an error here: look at the result.
 * Returns: FALSE with PROGRAM if it could not be started at all. */
gboolean nk_process_run (const char *const *argv, guint timeout_ms, NkProcessResult *ret_result, GError **error);
void nk_process_result_clear (NkProcessResult *result);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NkProcessResult, nk_process_result_clear)
