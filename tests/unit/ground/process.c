/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "ground/process.h"

#include "scratch.h"

#include <signal.h>
#include <string.h>

static void
run (const char *script, guint timeout_ms, NkProcessResult *ret_result)
{
  const char *const argv[] = { "sh", "-c", script, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (nk_process_run (argv, timeout_ms, ret_result, &error));
  g_assert_no_error (error);
}

static void
test_exit (void)
{
  g_auto (NkProcessResult) good = { 0 }, bad = { 0 }, signalled = { 0 };

  run ("exit 0", 0, &good);
  g_assert_cmpint (good.exit_status, ==, 0);
  g_assert_false (good.timed_out);
  g_assert_cmpstr (good.errors, ==, "");
  run ("exit 23", 60000, &bad);
  g_assert_cmpint (bad.exit_status, ==, 23);
  run ("kill -9 $$", 60000, &signalled);
  g_assert_cmpint (signalled.exit_status, ==, -1);
  g_assert_false (signalled.timed_out);
}

static void
test_errors_are_kept (void)
{
  g_auto (NkProcessResult) result = { 0 };

  run ("echo out; echo 'rsync: no\xFF' >&2; exit 5", 60000, &result);
  g_assert_cmpint (result.exit_status, ==, 5);
  g_assert_cmpstr (result.errors, ==, "rsync: no\xEF\xBF\xBD\n");
}

static void
test_errors_are_bounded (void)
{
  g_auto (NkProcessResult) result = { 0 };

  /* Far more than a pipe holds: the child must not stand still. */
  run ("i=0; while [ $i -lt 4000 ]; do echo 0123456789012345678901234567890123456789 >&2; i=$((i+1)); done; exit 7", 60000, &result);
  g_assert_cmpint (result.exit_status, ==, 7);
  g_assert_cmpuint (strlen (result.errors), ==, NK_PROCESS_ERRORS_BYTES);
}

static void
test_missing (void)
{
  const char *const argv[] = { "nikkan-no-such-program", NULL };
  g_auto (NkProcessResult) result = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (nk_process_run (argv, 0, &result, &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_PROGRAM);
  g_assert_nonnull (strstr (error->message, argv[0]));
  g_assert_null (result.errors);
}

static void
test_timeout (void)
{
  gint64 start_us = g_get_monotonic_time ();
  g_auto (NkProcessResult) result = { 0 };

  run ("echo before >&2; sleep 600", 100, &result);
  g_assert_true (result.timed_out);
  g_assert_cmpint (result.exit_status, ==, -1);
  g_assert_cmpstr (result.errors, ==, "before\n");
  g_assert_cmpint (g_get_monotonic_time () - start_us, <, 60 * G_USEC_PER_SEC);
}

/* The number that a script has written into a file. */
static int
read_number (const char *path)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return (int)g_ascii_strtoll (text, NULL, 10);
}

/* Gone, or dead and only not yet waited for by whoever has it now. */
static gboolean
is_dead (int pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", pid), *text = NULL;

  return kill (pid, 0) != 0 || !g_file_get_contents (path, &text, NULL, NULL) || strstr (text, ") Z") != NULL;
}

static void
test_timeout_of_a_stubborn_group (void)
{
  g_auto (Scratch) scratch = scratch_new ();
  g_autofree char *path = scratch_path (&scratch, "pid");
  g_autofree char *script
      = g_strdup_printf ("trap '' TERM; sh -c 'trap \"\" TERM; echo $$ >%s; while :; do sleep 1; done' & while :; do sleep 1; done", path);
  g_auto (NkProcessResult) result = { 0 };
  gboolean dead = FALSE;
  int inner;

  run (script, 300, &result);
  g_assert_true (result.timed_out);
  g_assert_cmpint (result.exit_status, ==, -1);
  inner = read_number (path);
  for (int i = 0; i < 500 && !dead; i++) {
    dead = is_dead (inner);
    g_usleep (10000);
  }
  g_assert_true (dead);
}

static void
test_left_behind (void)
{
  gint64 start_us = g_get_monotonic_time ();
  g_auto (Scratch) scratch = scratch_new ();
  g_autofree char *path = scratch_path (&scratch, "pid");
  g_autofree char *script = g_strdup_printf ("sleep 600 & echo $! >%s; echo done >&2", path);
  g_auto (NkProcessResult) result = { 0 };

  run (script, 300000, &result);
  g_assert_cmpint (result.exit_status, ==, 0);
  g_assert_cmpstr (result.errors, ==, "done\n");
  g_assert_cmpint (g_get_monotonic_time () - start_us, <, 200 * G_USEC_PER_SEC);
  kill (read_number (path), SIGKILL);
}

static void
test_arguments_are_not_a_shell_line (void)
{
  const char *const argv[] = { "sh", "-c", "test \"$1\" = '; exit 9 $(x)' && test ! -t 0 && ! read line", "sh", "; exit 9 $(x)", NULL };
  g_auto (NkProcessResult) result = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (nk_process_run (argv, 60000, &result, &error));
  g_assert_cmpint (result.exit_status, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/process/the_exit_status_is_told_and_a_signal_is_minus_one", test_exit);
  g_test_add_func ("/process/what_it_says_on_stderr_is_kept_and_repaired", test_errors_are_kept);
  g_test_add_func ("/process/a_flood_on_stderr_is_cut_and_does_not_block", test_errors_are_bounded);
  g_test_add_func ("/process/a_missing_program_is_an_error", test_missing);
  g_test_add_func ("/process/a_timeout_ends_it", test_timeout);
  g_test_add_func ("/process/a_timeout_kills_a_group_that_ignores_term", test_timeout_of_a_stubborn_group);
  g_test_add_func ("/process/a_child_left_behind_with_stderr_open_is_not_waited_for", test_left_behind);
  g_test_add_func ("/process/arguments_go_through_no_shell_and_stdin_is_empty", test_arguments_are_not_a_shell_line);
  return g_test_run ();
}
