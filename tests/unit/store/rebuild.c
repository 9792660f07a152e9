/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/store_private.h"
#include "support.h"

/* Mail with all that makes order matter: copies before and after, undated mail, the same twice, other kinds, nonsense. */
static NkStore *
mixed_store (void)
{
  static const Mail mails[] = {
    { .document = "draft-example-a-00", .id = "copy@example.org", .list = "pond.example.org", .date = "Wed, 1 Oct 2025 09:00:00 +0000" },
    { .document = "draft-example-a-00", .id = "late@example.org", .date = "Wed, 1 Oct 2025 12:00:00 +0000", .title = "Late" },
    { .document = "draft-example-b-00" },
    { .document = "draft-example-a-00", .id = "early@example.org", .date = "Wed, 1 Oct 2025 08:00:00 +0000", .title = "Early" },
    { .document = "draft-example-b-00", .id = "dated@example.org", .date = "Thu, 2 Oct 2025 08:00:00 +0000" },
    { .document = "draft-example-b-00",
      .id = "dated@example.org",
      .date = "Thu, 2 Oct 2025 08:00:00 +0000",
      .abstract = "This document is longer by far." },
    { .document = "draft-example-c-00", .list = "pond.example.org", .date = "Thu, 2 Oct 2025 08:00:00 +0000" },
    { .document = "draft-example-d-00", .date = "nonsense" },
  };
  g_autoptr (GString) mbox = support_mbox (0, 300), mmdf = g_string_new (NULL);
  NkStore *store;
  g_autofree char *call = support_last_call ("lc@example.org", "Wed, 1 Oct 2025 12:00:00 +0000"),
                  *rfc = support_rfc ("rfc@example.org", "Thu, 2 Oct 2025 12:00:00 +0000", "ietf-announce.ietf.org");
  guint i;

  for (i = 0; i < G_N_ELEMENTS (mails); i++)
    support_append_mmdf (mmdf, &mails[i]);
  g_string_append (mbox, call);
  g_string_append (mbox, rfc);
  g_string_append (mbox, "From a@example.org Wed Oct  1 00:00:00 2025\n\nno header\n\n");
  store = support_store_of (mbox->str);
  support_add (store, mmdf->str);
  return store;
}

static void
test_equal (void)
{
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (NkStore) store = mixed_store ();
  g_auto (NkImportReport) report = { 0 };
  NkImportOptions options = { .batch_messages = 50 };
  g_autoptr (GPtrArray) faults = NULL;
  GError *error = NULL;

  before = support_dump (store);
  g_assert_true (nk_rebuild_run (store, &options, &report, &error));
  g_assert_no_error (error);
  after = support_dump (store);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (report.messages, ==, 311);
  g_assert_cmpuint (report.unreadable, ==, 1);
  g_assert_cmpuint (report.rfcs, ==, 1);
  g_assert_cmpuint (report.others, ==, 1);
  faults = nk_store_check (store, NULL);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
test_damage (void)
{
  g_autoptr (NkStore) store = mixed_store ();
  g_auto (NkImportReport) report = { 0 };
  NkImportOptions options = { 0 };
  NkTotals totals;
  GError *error = NULL;

  g_assert_true (nk_db_run (store->db, "UPDATE message SET body = x'00' WHERE id IN (5, 311)", NULL));
  g_assert_true (nk_rebuild_run (store, &options, &report, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (report.messages, ==, 309);
  g_assert_cmpuint (report.problems->len, ==, 2);
  g_assert_nonnull (strstr (g_ptr_array_index (report.problems, 0), "message 5: damaged"));
  g_assert_true (nk_query_totals (store, &totals, NULL));
  g_assert_cmpuint (totals.messages, ==, 309);
}

static void
test_notes_stay (void)
{
  g_autofree char *text = NULL;
  g_autoptr (NkStore) store = mixed_store ();
  g_auto (NkImportReport) report = { 0 };
  NkImportOptions options = { 0 };

  g_assert_true (nk_note_set (store, 20000, "ja", "Words of the editor", NULL));
  g_assert_true (nk_rebuild_run (store, &options, &report, NULL));
  g_assert_true (nk_note_get (store, 20000, "ja", &text, NULL));
  g_assert_cmpstr (text, ==, "Words of the editor");
}

static void
test_failure (void)
{
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (NkStore) store = mixed_store ();
  g_auto (NkImportReport) report = { 0 };
  NkImportOptions options = { 0 };
  g_autoptr (GError) error = NULL;

  before = support_dump (store);
  g_assert_true (nk_db_run (store->db, "ALTER TABLE mention RENAME TO spare; CREATE VIEW mention AS SELECT 1", NULL));
  g_assert_false (nk_rebuild_run (store, &options, &report, &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_STORE);
  g_assert_true (nk_db_run (store->db, "DROP VIEW mention; ALTER TABLE spare RENAME TO mention", NULL));
  after = support_dump (store);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rebuild/it_finds_row_for_row_what_the_import_found", test_equal);
  g_test_add_func ("/rebuild/a_damaged_message_is_told_and_the_others_go_on", test_damage);
  g_test_add_func ("/rebuild/what_a_person_wrote_stays", test_notes_stay);
  g_test_add_func ("/rebuild/one_that_fails_leaves_the_old_rows", test_failure);
  return g_test_run ();
}
