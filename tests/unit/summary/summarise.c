/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Summaries that are made before an edition needs them. */
#include "summary/summarise.h"
#include "store/summary_row.h"
#include "support.h"
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static NkLexiconShelf *
sample_shelf (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "tests", "language", NULL);

  return nk_lexicon_shelf_new (folder);
}

static void
add_documents (NkStore *store, guint first, guint n)
{
  g_autoptr (GString) mbox = support_mbox (first, n);

  support_add (store, mbox->str);
}

static void
summarise (NkStore *store, const char *from, const char *to, guint documents, guint made)
{
  g_autoptr (NkLexiconShelf) shelf = sample_shelf ();
  g_autoptr (GError) error = NULL;
  NkSummariseReport report;

  nk_summarise_days (store, shelf, from != NULL ? support_day (from) : NK_DAY_NONE, to != NULL ? support_day (to) : NK_DAY_NONE, NULL, NULL,
                     &report, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report.documents, ==, documents);
  g_assert_cmpuint (report.made, ==, made);
}

static void
test_days (void)
{
  g_autoptr (GString) mbox = support_mbox (0, 10);
  g_autoptr (NkStore) store = support_store_of (mbox->str);

  add_documents (store, 1440, 5);
  summarise (store, "2025-10-02", "2025-10-02", 5, 5);
  summarise (store, "2025-10-03", NULL, 0, 0);
  summarise (store, NULL, "2025-10-01", 10, 10);
  summarise (store, NULL, NULL, 15, 0);
}

static void
test_batches (void)
{
  g_autoptr (NkStore) store = nk_store_open_memory (NULL);
  g_autoptr (GPtrArray) faults = NULL;

  add_documents (store, 0, 5000);
  summarise (store, NULL, NULL, 5000, 5000);
  summarise (store, NULL, NULL, 5000, 0);
  faults = nk_store_check (store, NULL);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
check_new (NkStore *store, gint64 last, guint made)
{
  g_autoptr (NkLexiconShelf) shelf = sample_shelf ();
  g_autoptr (GError) error = NULL;
  NkSummariseReport report;

  nk_summarise_new (store, shelf, last, &report, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report.made, ==, made);
}

static void
test_new (void)
{
  g_autoptr (NkStore) store = nk_store_open_memory (NULL);
  gint64 last = 0;

  g_assert_true (nk_query_last_message (store, &last, NULL));
  g_assert_cmpint (last, ==, 0);
  add_documents (store, 0, NK_SUMMARISE_MAX_AT_ONCE + 1);
  check_new (store, last, 0);
  g_assert_true (nk_query_last_message (store, &last, NULL));
  add_documents (store, 1000, NK_SUMMARISE_MAX_AT_ONCE);
  check_new (store, last, NK_SUMMARISE_MAX_AT_ONCE);
  g_assert_true (nk_query_last_message (store, &last, NULL));
  check_new (store, last, 0);
}

static void
test_broken (void)
{
  g_autoptr (NkStore) store = nk_store_open_memory (NULL);
  g_autoptr (NkLexiconShelf) shelf = nk_lexicon_shelf_new ("/nowhere");
  g_autoptr (GError) error = NULL;
  NkSummariseReport report;

  add_documents (store, 0, 3);
  g_assert_false (nk_summarise_days (store, shelf, NK_DAY_NONE, NK_DAY_NONE, NULL, NULL, &report, &error));
  g_assert_nonnull (error);
}

static NkStore *
open_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  NkStore *store = nk_store_open (path, NK_STORE_WRITE, &error);

  g_assert_no_error (error);
  return store;
}

static void
summarise_and_end (const char *path)
{
  g_autoptr (NkStore) store = open_file (path);
  g_autoptr (NkLexiconShelf) shelf = sample_shelf ();
  NkSummariseReport report;

  nk_summarise_days (store, shelf, NK_DAY_NONE, NK_DAY_NONE, NULL, NULL, &report, NULL);
  _exit (0);
}

/* Only a writer can hold the full text against the texts that it was made from. */
static void
test_killed (void)
{
  g_autofree char *folder = support_folder (), *path = support_path (folder, "nikkan.db"), *mail = support_path (folder, "mail.mbox");
  g_autoptr (GString) mbox = support_mbox (0, 5000);
  NkStore *store = open_file (path);
  g_auto (NkImportReport) report = { 0 };

  support_write (mail, mbox->str, (gssize)mbox->len);
  support_import (store, &report, mail, NULL);
  nk_store_free (store);
  for (guint round = 0; round < 6; round++) {
    g_autoptr (GPtrArray) faults = NULL;
    pid_t child = fork ();

    g_assert_cmpint (child, >=, 0);
    if (child == 0)
      summarise_and_end (path);
    g_usleep ((gulong)g_test_rand_int_range (1000, 200000));
    kill (child, SIGKILL);
    g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
    store = open_file (path);
    faults = nk_store_check (store, NULL);
    g_assert_cmpuint (faults->len, ==, 0);
    nk_store_free (store);
  }
  store = open_file (path);
  g_assert_cmpuint (report.internet_drafts, ==, 5000);
  {
    g_autoptr (NkLexiconShelf) shelf = sample_shelf ();
    g_autoptr (GError) error = NULL;
    NkSummariseReport last;

    nk_summarise_days (store, shelf, NK_DAY_NONE, NK_DAY_NONE, NULL, NULL, &last, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (last.documents, ==, 5000);
  }
  nk_store_free (store);
  support_remove (g_steal_pointer (&folder));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/summarise/some_days_or_all", test_days);
  g_test_add_func ("/summarise/batches_leave_the_full_text_sound", test_batches);
  g_test_add_func ("/summarise/a_little_that_is_new_at_once", test_new);
  g_test_add_func ("/summarise/whoever_is_killed_leaves_the_full_text_sound", test_killed);
  g_test_add_func ("/summarise/tables_that_are_not_there_are_told", test_broken);
  return g_test_run ();
}
