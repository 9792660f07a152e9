/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/store_private.h"
#include "support.h"
#include <glib/gstdio.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
  char *folder;
  char *path; /* of a database that is not there yet */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = support_folder ();
  fixture->path = support_path (fixture->folder, "nikkan.db");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->path);
  support_remove (fixture->folder);
}

static void
fill (Fixture *fixture, guint n)
{
  GError *error = NULL;
  g_autoptr (NkStore) store = nk_store_open (fixture->path, NK_STORE_WRITE, &error);
  g_autoptr (GString) mbox = support_mbox (0, n);
  g_autofree char *mails = support_path (fixture->folder, "fill.mbox");

  g_assert_no_error (error);
  support_write (mails, mbox->str, -1);
  support_import (store, NULL, mails, NULL);
}

static void
expect (const char *path, NkStoreMode mode, NkErrorCode code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (nk_store_open (path, mode, &error));
  g_assert_error (error, NK_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_nonnull (strstr (error->message, path));
}

static void
run (const char *path, const char *sql)
{
  GError *error = NULL;
  g_autoptr (NkDb) db = nk_db_open (path, NK_DB_WRITE, &error);

  g_assert_no_error (error);
  nk_db_run (db, sql, &error);
  g_assert_no_error (error);
}

static void
test_made (Fixture *fixture, gconstpointer data)
{
  g_autofree char *deep = g_build_filename (fixture->folder, "a", "b", "nikkan.db", NULL);
  g_autoptr (GError) error = NULL;
  NkStore *store = nk_store_open (deep, NK_STORE_WRITE, &error);
  gint64 application = 0;

  g_assert_no_error (error);
  nk_store_free (store);
  store = nk_store_open (deep, NK_STORE_READ, &error);
  g_assert_no_error (error);
  g_assert_true (nk_db_number (store->db, "PRAGMA application_id", &application, NULL));
  g_assert_cmpint (application, ==, NK_STORE_APPLICATION_ID);
  nk_store_free (store);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  expect (fixture->path, NK_STORE_READ, NK_ERROR_NOT_FOUND, "nikkan import");
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NkStore) store = NULL;

  support_write (fixture->path, "", 0);
  expect (fixture->path, NK_STORE_READ, NK_ERROR_NOT_FOUND, "nikkan import");
  store = nk_store_open (fixture->path, NK_STORE_WRITE, NULL);
  g_assert_nonnull (store);
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  expect (fixture->folder, NK_STORE_READ, NK_ERROR_INPUT, "a folder");
  expect (fixture->folder, NK_STORE_WRITE, NK_ERROR_INPUT, "a folder");
}

static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = support_path (fixture->folder, "letter.txt"), *before = NULL, *after = NULL;
  gsize before_bytes, after_bytes;

  support_write (text, "Dear friend, this is a letter and no database, however long it may become while it is being read. It is.\n", -1);
  expect (text, NK_STORE_READ, NK_ERROR_INPUT, "not a nikkan database");
  expect (text, NK_STORE_WRITE, NK_ERROR_INPUT, "not a nikkan database");
  run (fixture->path, "CREATE TABLE cellar (bottle TEXT); INSERT INTO cellar VALUES ('red')");
  g_file_get_contents (fixture->path, &before, &before_bytes, NULL);
  expect (fixture->path, NK_STORE_READ, NK_ERROR_INPUT, "not a nikkan database");
  expect (fixture->path, NK_STORE_WRITE, NK_ERROR_INPUT, "not a nikkan database");
  g_file_get_contents (fixture->path, &after, &after_bytes, NULL);
  g_assert_cmpmem (before, before_bytes, after, after_bytes);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  fill (fixture, 1);
  run (fixture->path, "PRAGMA user_version = 99");
  expect (fixture->path, NK_STORE_READ, NK_ERROR_INPUT, "newer nikkan");
  expect (fixture->path, NK_STORE_WRITE, NK_ERROR_INPUT, "newer nikkan");
}

static void
test_older_derived (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL, *mails = support_path (fixture->folder, "fill.mbox");
  g_auto (NkImportReport) report = { 0 };
  NkStore *store;

  fill (fixture, 20);
  before = support_dump_file (fixture->path);
  run (fixture->path, "UPDATE derived_state SET version = 0; DELETE FROM mention; DELETE FROM announcement; DELETE FROM reading");
  expect (fixture->path, NK_STORE_READ, NK_ERROR_INPUT, "nikkan rebuild");
  store = nk_store_open (fixture->path, NK_STORE_WRITE, NULL);
  support_import (store, &report, mails, NULL);
  nk_store_free (store);
  g_assert_cmpuint (report.internet_drafts, ==, 0);
  after = support_dump_file (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_one_writer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NkStore) writer = nk_store_open (fixture->path, NK_STORE_WRITE, NULL);
  g_autofree char *link = support_path (fixture->folder, "link.db");
  pid_t child;
  int status = 0;

  g_assert_nonnull (writer);
  expect (fixture->path, NK_STORE_WRITE, NK_ERROR_CONFLICT, "another nikkan");
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  child = fork ();
  if (child == 0) {
    GError *error = NULL;
    NkStore *second = nk_store_open (link, NK_STORE_WRITE, &error);

    _exit (second == NULL && g_error_matches (error, NK_ERROR, NK_ERROR_CONFLICT) ? 0 : 1);
  }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
}

static void
test_lock_ends (Fixture *fixture, gconstpointer data)
{
  NkStore *store = nk_store_open (fixture->path, NK_STORE_WRITE, NULL);

  nk_store_free (store);
  store = nk_store_open (fixture->path, NK_STORE_WRITE, NULL);
  g_assert_nonnull (store);
  nk_store_free (store);
}

static void
test_reader_beside_writer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NkStore) writer = NULL, reader = NULL, late = NULL;
  NkTotals totals;
  GError *error = NULL;

  fill (fixture, 30);
  writer = nk_store_open (fixture->path, NK_STORE_WRITE, NULL);
  reader = nk_store_open (fixture->path, NK_STORE_READ, NULL);
  g_assert_true (nk_db_begin (writer->db, NULL));
  g_assert_true (nk_db_run (writer->db, "DELETE FROM reading", NULL));
  g_assert_true (nk_query_totals (reader, &totals, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (totals.messages, ==, 30);
  late = nk_store_open (fixture->path, NK_STORE_READ, &error);
  g_assert_no_error (error);
  g_assert_true (nk_query_totals (late, &totals, &error));
  g_assert_cmpuint (totals.messages, ==, 30);
  nk_db_rollback (writer->db);
}

static void
test_reader_writes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NkStore) reader = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture, 1);
  reader = nk_store_open (fixture->path, NK_STORE_READ, NULL);
  g_assert_false (nk_note_set (reader, 20000, "en", "words", &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_STORE);
  g_assert_nonnull (strstr (error->message, "read-only"));
}

static void
test_read_only_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NkStore) reader = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *lock = g_strconcat (fixture->path, "-lock", NULL);
  NkTotals totals;

  if (geteuid () == 0) {
    g_test_skip ("root may write everywhere");
    return;
  }
  fill (fixture, 5);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_cmpint (g_unlink (lock), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  reader = nk_store_open (fixture->path, NK_STORE_READ, &error);
  g_assert_no_error (error);
  g_assert_true (nk_query_totals (reader, &totals, &error));
  g_assert_cmpuint (totals.messages, ==, 5);
  g_assert_null (nk_store_open (fixture->path, NK_STORE_WRITE, &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_STORE);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
}

/* A file that does not change, in a place where nothing can be made beside it: what is left of the case above for root. */
static void
test_frozen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NkDb) db = NULL;
  gint64 n = 0;

  fill (fixture, 5);
  db = nk_db_open (fixture->path, NK_DB_READ_FROZEN, NULL);
  g_assert_true (nk_db_number (db, "SELECT count(*) FROM message", &n, NULL));
  g_assert_cmpint (n, ==, 5);
}

static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NkStore) store = NULL;
  g_autoptr (GString) mbox = support_mbox (5, 900);
  g_autofree char *mails = support_path (fixture->folder, "more.mbox"), *before = NULL, *after = NULL;
  const char *paths[] = { mails, NULL };
  NkImportOptions options = { 0 };
  g_auto (NkImportReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  GPtrArray *faults;

  fill (fixture, 5);
  before = support_dump_file (fixture->path);
  store = nk_store_open (fixture->path, NK_STORE_WRITE, NULL);
  support_write (mails, mbox->str, -1);
  g_assert_true (nk_db_run (store->db, "PRAGMA max_page_count = 60", NULL));
  g_assert_false (nk_import_run (store, paths, &options, &report, &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_STORE);
  g_assert_nonnull (strstr (error->message, "disk full"));
  after = support_dump (store);
  g_assert_cmpstr (before, ==, after);
  faults = nk_store_check (store, NULL);
  g_assert_cmpuint (faults->len, ==, 0);
  g_ptr_array_unref (faults);
}

#define ADD(name, function) g_test_add ("/store/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a_writer_makes_the_database_with_its_folder", test_made);
  ADD ("a_reader_of_what_is_not_there_is_told_how_to_begin", test_missing);
  ADD ("an_empty_file_is_a_database_to_be", test_empty);
  ADD ("a_folder_is_no_database", test_folder);
  ADD ("a_foreign_file_is_refused_and_left_alone", test_foreign);
  ADD ("a_newer_database_is_refused", test_newer);
  ADD ("an_older_derived_half_is_made_anew_by_the_next_import", test_older_derived);
  ADD ("a_second_writer_is_turned_away_at_once", test_one_writer);
  ADD ("a_writer_that_is_done_lets_go", test_lock_ends);
  ADD ("a_reader_sees_the_old_state_while_a_writer_writes", test_reader_beside_writer);
  ADD ("a_reader_writes_nothing", test_reader_writes_nothing);
  ADD ("a_read_only_folder_can_be_read", test_read_only_folder);
  ADD ("a_file_that_does_not_change_can_be_read", test_frozen);
  ADD ("a_full_disk_is_told_and_nothing_is_lost", test_full);
  return g_test_run ();
}
