/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* An import that is killed at any moment, and begun again, leaves what an undisturbed one leaves. */
#include "support.h"
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_ROUNDS 20
#define N_MESSAGES 600
#define BATCH 25

typedef struct {
  char *folder, *maildir;
  char *first, *second;
} Mails;

static void
run_import (const char *database, const Mails *mails)
{
  const char *paths[] = { mails->first, mails->maildir, mails->second, NULL };
  NkImportOptions options = { .batch_messages = BATCH };
  g_auto (NkImportReport) report = { 0 };
  GError *error = NULL;
  g_autoptr (NkStore) store = nk_store_open (database, NK_STORE_WRITE, &error);

  g_assert_no_error (error);
  nk_import_run (store, paths, &options, &report, &error);
  g_assert_no_error (error);
}

static void
write_mails (Mails *mails)
{
  g_autoptr (GString) first = support_mbox (0, N_MESSAGES / 2), second = support_mbox (N_MESSAGES / 2, N_MESSAGES / 2);
  g_autofree char *cur = NULL;
  guint i;

  mails->folder = support_folder ();
  mails->first = support_path (mails->folder, "first.mbox");
  mails->second = support_path (mails->folder, "second.mbox");
  mails->maildir = support_path (mails->folder, "maildir");
  cur = support_path (mails->maildir, "cur");
  g_mkdir_with_parents (cur, 0755);
  support_write (mails->first, first->str, -1);
  support_write (mails->second, second->str, -1);
  for (i = 0; i < 30; i++) {
    g_autofree char *name = g_strdup_printf ("%02u.mail", i), *path = support_path (cur, name),
                    *document = g_strdup_printf ("draft-example-m%u-00", i);
    Mail mail = { .document = document, .date = i % 5 == 0 ? NULL : "Wed, 1 Oct 2025 03:00:00 +0000" };
    g_autofree char *text = support_mail (&mail);

    support_write (path, text, -1);
  }
}

static void
clear_mails (Mails *mails)
{
  g_free (mails->first);
  g_free (mails->second);
  g_free (mails->maildir);
  support_remove (mails->folder);
}

/* Returns: FALSE if the child was done before it could be killed. */
static gboolean
kill_import (const char *database, const Mails *mails, guint after_us)
{
  pid_t child = fork ();
  int status = 0;

  g_assert_cmpint (child, >=, 0);
  if (child == 0) {
    run_import (database, mails);
    _exit (0);
  }
  g_usleep (after_us);
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return WIFSIGNALED (status);
}

static void
test_kill (void)
{
  Mails mails;
  g_autofree char *undisturbed = NULL, *expected = NULL;
  gint64 start_us, whole_us;
  guint round, n_killed = 0;

  write_mails (&mails);
  undisturbed = support_path (mails.folder, "undisturbed.db");
  start_us = g_get_monotonic_time ();
  run_import (undisturbed, &mails);
  whole_us = g_get_monotonic_time () - start_us;
  expected = support_dump_file (undisturbed);
  for (round = 0; round < N_ROUNDS; round++) {
    g_autofree char *name = g_strdup_printf ("killed-%u.db", round), *database = support_path (mails.folder, name), *got = NULL;

    n_killed += kill_import (database, &mails, (guint)(whole_us * (round + 1) / (N_ROUNDS + 2)));
    n_killed += kill_import (database, &mails, (guint)g_test_rand_int_range (1000, (gint)whole_us / 2));
    run_import (database, &mails);
    got = support_dump_file (database);
    g_assert_cmpstr (got, ==, expected);
  }
  g_test_message ("%u of %u were killed in time", n_killed, 2 * N_ROUNDS);
  clear_mails (&mails);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kill/an_import_killed_at_any_moment_and_begun_again_leaves_what_an_undisturbed_one_leaves", test_kill);
  return g_test_run ();
}
