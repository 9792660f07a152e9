/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/store_private.h"
#include "support.h"
#include <glib/gstdio.h>

typedef struct {
  char *folder;
  NkStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = support_folder ();
  fixture->store = nk_store_open_memory (NULL);
  g_assert_nonnull (fixture->store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  nk_store_free (fixture->store);
  support_remove (fixture->folder);
}

/* Writes a file of the fixture's folder. (transfer full): its path */
static char *
file (Fixture *fixture, const char *name, const char *text)
{
  char *path = support_path (fixture->folder, name);

  support_write (path, text, -1);
  return path;
}

static void
test_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) mbox = support_mbox (0, 600);
  g_autofree char *path = file (fixture, "a.mbox", mbox->str);
  g_autofree char *again = file (fixture, "b.mbox", mbox->str);
  g_autofree char *before = NULL, *after = NULL;
  g_auto (NkImportReport) first = { 0 }, second = { 0 }, third = { 0 };
  NkTotals totals;

  support_import (fixture->store, &first, path, NULL);
  g_assert_cmpuint (first.messages, ==, 600);
  g_assert_cmpuint (first.internet_drafts, ==, 600);
  g_assert_cmpuint (first.known, ==, 0);
  g_assert_cmpuint (first.files, ==, 1);
  before = support_dump (fixture->store);
  support_import (fixture->store, &second, path, NULL);
  g_assert_cmpuint (second.messages, ==, 1);
  g_assert_cmpuint (second.known, ==, 1);
  g_assert_cmpuint (second.not_reread, ==, 599);
  g_assert_cmpuint (second.internet_drafts, ==, 0);
  after = support_dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
  support_import (fixture->store, &third, again, NULL);
  g_assert_cmpuint (third.messages, ==, 600);
  g_assert_cmpuint (third.known, ==, 600);
  g_assert_true (nk_query_totals (fixture->store, &totals, NULL));
  g_assert_cmpuint (totals.messages, ==, 600);
}

static void
test_forms (Fixture *fixture, gconstpointer data)
{
  Mail one = { .document = "draft-example-elm-00", .date = "Wed, 1 Oct 2025 10:00:00 +0000" };
  Mail two = { .document = "draft-example-fir-00", .date = "Wed, 1 Oct 2025 11:00:00 +0000" };
  g_autofree char *eml = support_mail (&one), *other = support_mail (&two);
  g_autoptr (GString) crlf = g_string_new (eml);
  g_autofree char *maildir = support_path (fixture->folder, "maildir"), *cur = support_path (maildir, "cur"),
                  *new = support_path (maildir, "new");
  g_autofree char *in_cur = support_path (cur, "1.a:2,S"), *in_new = support_path (new, "2.b");
  g_autofree char *plain = file (fixture, "one.eml", eml);
  g_auto (NkImportReport) first = { 0 }, second = { 0 };

  g_mkdir_with_parents (cur, 0755);
  g_mkdir_with_parents (new, 0755);
  g_string_replace (crlf, "\n", "\r\n", 0);
  support_write (in_cur, crlf->str, -1);
  support_write (in_new, other, -1);
  support_import (fixture->store, &first, plain, NULL);
  g_assert_cmpuint (first.internet_drafts, ==, 1);
  support_import (fixture->store, &second, maildir, NULL);
  g_assert_cmpuint (second.files, ==, 2);
  g_assert_cmpuint (second.known, ==, 1);
  g_assert_cmpuint (second.internet_drafts, ==, 1);
}

static void
test_hint (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) mbox = support_mbox (0, 2), other = support_mbox (2, 1);
  g_autofree char *path = file (fixture, "a.mbox", mbox->str), *second = file (fixture, "b.mbox", other->str);
  g_autofree char *all = NULL;
  g_auto (NkImportReport) report = { 0 };
  NkStore *elsewhere = support_store_of (other->str);
  gint64 hash = 0;
  g_autofree char *collide = NULL;

  support_import (fixture->store, NULL, path, NULL);
  g_assert_true (nk_db_number (elsewhere->db, "SELECT raw_hash FROM message", &hash, NULL));
  nk_store_free (elsewhere);
  collide = g_strdup_printf ("UPDATE message SET raw_hash = %" G_GINT64_FORMAT, hash);
  g_assert_true (nk_db_run (fixture->store->db, collide, NULL));
  support_import (fixture->store, &report, second, NULL);
  g_assert_cmpuint (report.known, ==, 0);
  g_assert_cmpuint (report.internet_drafts, ==, 1);
}

static void
test_problems (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = file (fixture, "bad.mbox", "From a@example.org Wed Oct  1 00:00:00 2025\n\nbody without any header\n\n");
  g_autofree char *start = g_strdup_printf ("%s: message 1 (", path);
  g_auto (NkImportReport) first = { 0 }, second = { 0 };

  support_import (fixture->store, &first, path, NULL);
  g_assert_cmpuint (first.unreadable, ==, 1);
  g_assert_cmpuint (first.problems->len, ==, 1);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (first.problems, 0), start));
  support_import (fixture->store, &second, path, NULL);
  g_assert_cmpuint (second.unreadable, ==, 0);
  g_assert_cmpuint (second.problems->len, ==, 0);
}

static void
test_many_problems (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) mbox = g_string_new (NULL);
  g_autofree char *path = NULL;
  g_auto (NkImportReport) report = { 0 };
  guint i;

  for (i = 0; i < NK_IMPORT_MAX_PROBLEMS + 5; i++)
    g_string_append_printf (mbox, "From a@example.org Wed Oct  1 00:00:00 2025\n\nno header %u\n\n", i);
  path = file (fixture, "bad.mbox", mbox->str);
  support_import (fixture->store, &report, path, NULL);
  g_assert_cmpuint (report.n_problems, ==, NK_IMPORT_MAX_PROBLEMS + 5);
  g_assert_cmpuint (report.problems->len, ==, NK_IMPORT_MAX_PROBLEMS + 1);
  g_assert_cmpstr (g_ptr_array_index (report.problems, NK_IMPORT_MAX_PROBLEMS), ==, "… and 5 more");
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) mbox = support_mbox (0, 1);
  g_autofree char *path = file (fixture, "a.mbox", mbox->str), *missing = support_path (fixture->folder, "none.mbox");
  const char *paths[] = { path, missing, NULL };
  NkImportOptions options = { 0 };
  g_auto (NkImportReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (nk_import_run (fixture->store, paths, &options, &report, &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_NOT_FOUND);
  g_assert_cmpuint (report.messages, ==, 0);
}

static void
test_damaged_file (Fixture *fixture, gconstpointer data)
{
  static const char gzip[] = "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03garbage garbage garbage";
  g_autoptr (GString) mbox = support_mbox (0, 3);
  g_autofree char *bad = support_path (fixture->folder, "a.mbox.gz"), *good = file (fixture, "b.mbox", mbox->str);
  g_auto (NkImportReport) report = { 0 };

  support_write (bad, gzip, sizeof gzip - 1);
  support_import (fixture->store, &report, bad, good, NULL);
  g_assert_cmpuint (report.files_failed, ==, 1);
  g_assert_cmpuint (report.internet_drafts, ==, 3);
  g_assert_cmpuint (report.problems->len, ==, 1);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (report.problems, 0), bad));
}

static void
test_dry (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) mbox = support_mbox (0, 700);
  g_autofree char *call = support_last_call ("lc@example.org", "Wed, 1 Oct 2025 12:00:00 +0000"), *path = NULL;
  g_auto (NkImportReport) report = { 0 };

  g_string_append (mbox, call);
  g_string_append (mbox, "From a@example.org Wed Oct  1 00:00:00 2025\n\nno header\n\n");
  path = file (fixture, "a.mbox", mbox->str);
  {
    const char *paths[] = { path, NULL };
    NkImportOptions options = { .dry_run = TRUE };
    GError *error = NULL;

    g_assert_true (nk_import_run (NULL, paths, &options, &report, &error));
    g_assert_no_error (error);
  }
  g_assert_cmpuint (report.messages, ==, 702);
  g_assert_cmpuint (report.internet_drafts, ==, 700);
  g_assert_cmpuint (report.others, ==, 1);
  g_assert_cmpuint (report.unreadable, ==, 1);
  g_assert_cmpuint (report.problems->len, ==, 1);
  g_assert_cmpint (report.earliest_unix_s, ==, 1759276800);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *empty = file (fixture, "empty.mbox", "");
  g_auto (NkImportReport) report = { 0 };

  support_import (fixture->store, &report, empty, NULL);
  g_assert_cmpuint (report.messages, ==, 0);
  g_assert_cmpuint (report.files, ==, 1);
}

typedef struct {
  guint n_calls;
  guint64 last_messages, last_bytes, total_bytes;
} Progress;

static void
note_progress (guint64 messages, guint64 read_bytes, guint64 total_bytes, const char *path, gpointer data)
{
  Progress *progress = data;

  g_assert_nonnull (path);
  g_assert_cmpuint (messages, >=, progress->last_messages);
  g_assert_cmpuint (read_bytes, >=, progress->last_bytes);
  *progress = (Progress){ progress->n_calls + 1, messages, read_bytes, total_bytes };
}

static void
test_progress (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) mbox = support_mbox (0, 300);
  g_autofree char *path = file (fixture, "a.mbox", mbox->str);
  const char *paths[] = { path, NULL };
  Progress progress = { 0 };
  NkImportOptions options = { .progress = note_progress, .progress_data = &progress };
  g_auto (NkImportReport) report = { 0 };

  g_assert_true (nk_import_run (fixture->store, paths, &options, &report, NULL));
  g_assert_cmpuint (progress.n_calls, >=, 1);
  g_assert_cmpuint (progress.last_messages, ==, 300);
  g_assert_cmpuint (progress.last_bytes, ==, mbox->len);
  g_assert_cmpuint (progress.total_bytes, ==, mbox->len);
}

static void
test_batches (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) mbox = support_mbox (0, 500);
  g_autofree char *path = file (fixture, "a.mbox", mbox->str);
  const char *paths[] = { path, NULL };
  NkImportOptions options = { .batch_messages = 7 };
  g_auto (NkImportReport) report = { 0 };
  g_autoptr (NkStore) whole = nk_store_open_memory (NULL);
  g_autofree char *a = NULL, *b = NULL;

  g_assert_true (nk_import_run (fixture->store, paths, &options, &report, NULL));
  support_import (whole, NULL, path, NULL);
  a = support_dump (fixture->store);
  b = support_dump (whole);
  g_assert_cmpstr (a, ==, b);
}

static void
test_big (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) mbox = support_mbox (0, 1);
  g_autofree char *path = NULL, *ledger = NULL, *again = NULL, *before = NULL;
  g_auto (NkImportReport) first = { 0 }, second = { 0 };
  guint i;

  g_string_append (mbox, "From a@example.org Wed Oct  1 00:00:00 2025\nFrom: a@example.org\nSubject: much\nMessage-ID: <much@example.org>\n"
                         "Date: Wed, 1 Oct 2025 09:00:00 +0000\n\n");
  for (i = 0; i < 150000; i++)
    g_string_append (mbox, "A line of a message that nobody will ever read to its end.\n");
  g_string_append_c (mbox, '\n');
  path = file (fixture, "a.mbox", mbox->str);
  again = file (fixture, "b.mbox", mbox->str);
  support_import (fixture->store, &first, path, NULL);
  g_assert_cmpuint (first.unreadable, ==, 1);
  g_assert_cmpuint (first.internet_drafts, ==, 1);
  before = support_dump (fixture->store);
  support_import (fixture->store, &second, again, NULL);
  g_assert_cmpuint (second.known, ==, 2);
  ledger = support_ledger (fixture->store, "2025-10-01", FALSE);
  g_assert_nonnull (strstr (ledger, "unreadable  [larger than 8 MiB"));
}

#define ADD(name, function) g_test_add ("/import/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("the_same_file_again_adds_nothing", test_twice);
  ADD ("a_mail_in_a_maildir_is_the_one_of_a_file_whatever_its_line_ends", test_forms);
  ADD ("a_hash_is_a_hint_and_the_bytes_decide", test_hint);
  ADD ("an_unreadable_message_is_told_with_file_and_number_once", test_problems);
  ADD ("more_problems_than_the_limit_are_counted", test_many_problems);
  ADD ("a_path_that_is_not_there_stops_before_anything_is_read", test_missing);
  ADD ("a_damaged_file_is_told_and_the_others_go_on", test_damaged_file);
  ADD ("a_dry_run_counts_without_a_store", test_dry);
  ADD ("an_empty_file_is_no_fault", test_nothing);
  ADD ("progress_grows_to_the_end_of_the_file", test_progress);
  ADD ("the_size_of_batches_does_not_show", test_batches);
  ADD ("a_message_beyond_the_limit_is_kept_by_its_head", test_big);
  return g_test_run ();
}
