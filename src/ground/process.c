/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "ground/process.h"

#include "ground/utf8.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define POLL_MS 20    /* how often we look whether the child has ended */
#define GRACE_MS 2000 /* between TERM and KILL */

typedef struct {
  GPid pid;
  int errors_fd;   /* -1 once its other end is closed */
  GString *errors; /* at most NK_PROCESS_ERRORS_BYTES */
} Child;

/* Between fork and exec: a group of its own, so that all of it can be ended; and it does not outlive us. */
static void
set_up_child (gpointer data)
{
  setpgid (0, 0);
  prctl (PR_SET_PDEATHSIG, SIGTERM);
}

/* Waits up to POLL_MS for stderr and takes what is there. What is beyond the limit is read and dropped, or the child would stand still. */
static void
read_errors (Child *child)
{
  struct pollfd poll_fd = { child->errors_fd, POLLIN, 0 };
  char buffer[4096];
  gssize got;

  if (child->errors_fd < 0) {
    g_usleep (POLL_MS * 1000 / 4);
    return;
  }
  if (poll (&poll_fd, 1, POLL_MS) <= 0)
    return;
  got = read (child->errors_fd, buffer, sizeof buffer);
  if (got > 0) {
    g_string_append_len (child->errors, buffer, (gssize)MIN ((gsize)got, NK_PROCESS_ERRORS_BYTES - child->errors->len));
  } else if (got == 0 || (errno != EINTR && errno != EAGAIN)) {
    close (child->errors_fd);
    child->errors_fd = -1;
  }
}

/* TRUE if the child is dead but not yet waited for: its number, and that of its group, cannot be anybody else's. */
static gboolean
has_ended (const Child *child)
{
  siginfo_t info = { 0 };

  return waitid (P_PID, (id_t)child->pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == child->pid;
}

/* Follows the child to its end; TRUE if time ran out. */
static gboolean
follow (Child *child, guint timeout_ms)
{
  gint64 start_us = g_get_monotonic_time ();
  gboolean timed_out = FALSE, killed = FALSE;

  while (!has_ended (child)) {
    gint64 elapsed_ms;

    read_errors (child);
    elapsed_ms = (g_get_monotonic_time () - start_us) / 1000;
    if (timeout_ms > 0 && !timed_out && elapsed_ms >= timeout_ms) {
      kill (-child->pid, SIGTERM);
      timed_out = TRUE;
    }
    if (timed_out && !killed && elapsed_ms >= (gint64)timeout_ms + GRACE_MS) {
      kill (-child->pid, SIGKILL);
      killed = TRUE;
    }
  }
  /* What the child started itself must not go on after a timeout. */
  if (timed_out)
    kill (-child->pid, SIGKILL);
  return timed_out;
}

/* What still stands in the pipe; somebody else may hold its other end, so this does not wait for the end of it. */
static void
drain_errors (Child *child)
{
  for (int i = 0; i < NK_PROCESS_ERRORS_BYTES && child->errors_fd >= 0; i++) {
    struct pollfd poll_fd = { child->errors_fd, POLLIN, 0 };

    if (child->errors->len >= NK_PROCESS_ERRORS_BYTES || poll (&poll_fd, 1, 0) <= 0)
      break;
    read_errors (child);
  }
  if (child->errors_fd >= 0)
    close (child->errors_fd);
}

gboolean
nk_process_run (const char *const *argv, guint timeout_ms, NkProcessResult *ret_result, GError **error)
{
  g_autoptr (GError) fault = NULL;
  Child child = { 0, -1, NULL };
  NkProcessResult result = { -1, FALSE, NULL };
  int status = 0;

  g_return_val_if_fail (argv != NULL && argv[0] != NULL && ret_result != NULL, FALSE);
  if (!g_spawn_async_with_pipes (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL,
                                 set_up_child, NULL, &child.pid, NULL, NULL, &child.errors_fd, &fault)) {
    g_set_error (error, NK_ERROR, NK_ERROR_PROGRAM, "%s: cannot be started: %s", argv[0], fault->message);
    return FALSE;
  }
  child.errors = g_string_new (NULL);
  result.timed_out = follow (&child, timeout_ms);
  drain_errors (&child);
  while (waitpid (child.pid, &status, 0) < 0 && errno == EINTR)
    ;
  g_spawn_close_pid (child.pid);
  if (WIFEXITED (status))
    result.exit_status = WEXITSTATUS (status);
  result.errors = nk_utf8_repair (nk_slice (child.errors->str, child.errors->len));
  g_string_free (child.errors, TRUE);
  *ret_result = result;
  return TRUE;
}

void
nk_process_result_clear (NkProcessResult *result)
{
  g_clear_pointer (&result->errors, g_free);
}
