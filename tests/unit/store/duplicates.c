/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* One announcement, many messages. */
#include "support.h"

#define EARLY "Wed, 1 Oct 2025 10:00:00 +0000"
#define LATE "Thu, 2 Oct 2025 10:00:00 +0000"

static NkStored *
only (NkStore *store, const char *name)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) found = nk_query_document (store, name, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  return g_ptr_array_steal_index (found, 0);
}

static NkStore *
store_of (const Mail *first, const Mail *second, const Mail *third)
{
  g_autoptr (GString) mbox = g_string_new (NULL);

  support_append (mbox, first);
  support_append (mbox, second);
  if (third != NULL)
    support_append (mbox, third);
  return support_store_of (mbox->str);
}

static void
check_earliest (NkStore *store)
{
  g_autoptr (NkStored) stored = only (store, "draft-example-iris");
  g_autofree char *first = support_ledger (store, "2025-10-01", FALSE), *second = support_ledger (store, "2025-10-02", FALSE);
  g_autofree char *found = support_search (store, "early", 10), *lost = support_search (store, "late", 10);

  g_assert_cmpstr (stored->announcement->title, ==, "The Early Iris");
  g_assert_cmpint (stored->day, ==, support_day ("2025-10-01"));
  g_assert_cmpuint (stored->message_ids->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (stored->message_ids, 0), ==, "<early@example.org>");
  g_assert_cmpstr (g_ptr_array_index (stored->message_ids, 1), ==, "<late@example.org>");
  g_assert_cmpstr (first, ==, "counted draft-example-iris-00 []\n");
  g_assert_cmpstr (second, ==, "duplicate draft-example-iris-00 [copy of draft-example-iris-00 under another Message-ID]\n");
  g_assert_cmpstr (found, ==, "draft-example-iris-00");
  g_assert_cmpstr (lost, ==, "");
}

static void
test_earliest (void)
{
  Mail early = { .document = "draft-example-iris-00", .id = "early@example.org", .date = EARLY, .title = "The Early Iris" };
  Mail late = { .document = "draft-example-iris-00", .id = "late@example.org", .date = LATE, .title = "The Late Iris" };
  g_autoptr (NkStore) one = store_of (&early, &late, NULL), other = store_of (&late, &early, NULL);

  check_earliest (one);
  check_earliest (other);
}

/* The same, when the later one has been in the full text for long. */
static void
test_earliest_later (void)
{
  Mail early = { .document = "draft-example-iris-00", .id = "early@example.org", .date = EARLY, .title = "The Early Iris" };
  Mail late = { .document = "draft-example-iris-00", .id = "late@example.org", .date = LATE, .title = "The Late Iris" };
  g_autoptr (GString) mbox = g_string_new (NULL);
  g_autoptr (NkStore) store = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  char *folder = support_folder ();
  g_autofree char *path = support_path (folder, "early.mbox");

  support_append (mbox, &late);
  store = support_store_of (mbox->str);
  g_string_truncate (mbox, 0);
  support_append (mbox, &early);
  support_write (path, mbox->str, -1);
  support_import (store, NULL, path, NULL);
  check_earliest (store);
  faults = nk_store_check (store, NULL);
  g_assert_cmpuint (faults->len, ==, 0);
  support_remove (folder);
}

static void
check_longest (NkStore *store)
{
  g_autoptr (NkStored) stored = only (store, "draft-example-lily");
  g_autofree char *ledger = support_ledger (store, "2025-10-01", FALSE);

  g_assert_nonnull (strstr (stored->announcement->abstract, "petals"));
  g_assert_cmpuint (stored->message_ids->len, ==, 1);
  g_assert_nonnull (strstr (ledger, "counted draft-example-lily-02 []\n"));
  g_assert_nonnull (strstr (ledger, "duplicate draft-example-lily-02 [second copy of draft-example-lily-02 (same Message-ID)]\n"));
}

static void
test_longest (void)
{
  Mail part = { .document = "draft-example-lily-02", .id = "lily@example.org", .date = EARLY, .abstract = "This document defines" };
  Mail whole = { .document = "draft-example-lily-02",
                 .id = "lily@example.org",
                 .date = EARLY,
                 .abstract = "This document defines how petals are counted." };
  g_autoptr (NkStore) one = store_of (&part, &whole, NULL), other = store_of (&whole, &part, NULL);

  check_longest (one);
  check_longest (other);
}

static void
test_copy (void)
{
  Mail original = { .document = "draft-example-reed-00", .date = EARLY };
  Mail copy = { .document = "draft-example-reed-00", .date = EARLY, .id = "copy@example.org", .list = "pond.example.org" };
  g_autoptr (NkStore) before = store_of (&copy, &original, NULL), after = store_of (&original, &copy, NULL);
  NkStore *const stores[] = { before, after };
  guint i;

  for (i = 0; i < 2; i++) {
    g_autoptr (NkStored) stored = only (stores[i], "draft-example-reed");
    g_autofree char *ledger = support_ledger (stores[i], "2025-10-01", FALSE);

    g_assert_cmpuint (stored->message_ids->len, ==, 2);
    g_assert_cmpstr (stored->list, ==, "i-d-announce");
    g_assert_nonnull (strstr (ledger, "counted draft-example-reed-00 []\n"));
    g_assert_nonnull (
        strstr (ledger, "duplicate draft-example-reed-00 [pond.example.org copy of draft-example-reed-00 under another Message-ID]\n"));
  }
}

static void
test_copy_alone (void)
{
  Mail copy = { .document = "draft-example-reed-00", .date = EARLY, .list = "pond.example.org" };
  g_autoptr (NkStore) store = store_of (&copy, &copy, NULL);
  g_autoptr (GPtrArray) found = nk_query_document (store, "draft-example-reed", NULL);
  g_autofree char *ledger = support_ledger (store, "2025-10-01", FALSE);
  NkTotals totals;

  g_assert_cmpuint (found->len, ==, 0);
  g_assert_cmpstr (ledger, ==, "unrecognised draft-example-reed-00 [a copy on another list; the announcement itself was not received]\n");
  g_assert_true (nk_query_totals (store, &totals, NULL));
  g_assert_cmpuint (totals.messages, ==, 1);
  g_assert_cmpuint (totals.unrecognised, ==, 1);
}

static void
test_two_lists (void)
{
  g_autofree char *a = support_rfc ("rfc@example.org", EARLY, "ietf-announce.ietf.org"),
                  *b = support_rfc ("dist@example.org", EARLY, "rfc-dist.rfc-editor.org"), *mbox = g_strconcat (a, b, NULL), *ledger = NULL;
  g_autoptr (NkStore) store = support_store_of (mbox);
  g_autoptr (NkStored) stored = only (store, "rfc9901");

  g_assert_cmpuint (stored->message_ids->len, ==, 2);
  ledger = support_ledger (store, "2025-10-01", FALSE);
  /* Same instant: the Message-ID decides, so that it is the same whatever comes first. */
  g_assert_cmpstr (ledger, ==,
                   "duplicate rfc9901 [ietf-announce copy of rfc9901 under another Message-ID]\n"
                   "counted rfc9901 []\n");
}

static void
test_other_kind (void)
{
  g_autofree char *a = support_last_call ("a@example.org", EARLY), *b = support_last_call ("b@example.org", LATE),
                  *mbox = g_strconcat (b, a, NULL);
  g_autoptr (NkStore) store = support_store_of (mbox);
  g_autofree char *first = support_ledger (store, "2025-10-01", FALSE), *second = support_ledger (store, "2025-10-02", FALSE);

  g_assert_cmpstr (first, ==, "other_kind  [last call]\n");
  g_assert_cmpstr (second, ==, "duplicate  [copy of last call under another Message-ID]\n");
}

static void
test_undated (void)
{
  Mail undated = { .document = "draft-example-moss-00", .id = "undated@example.org" };
  Mail dated = { .document = "draft-example-moss-00", .id = "zdated@example.org", .date = EARLY };
  g_autoptr (GString) mmdf = g_string_new (NULL);
  g_autoptr (NkStore) store = NULL;
  g_autoptr (NkStored) stored = NULL;

  support_append_mmdf (mmdf, &undated);
  support_append_mmdf (mmdf, &dated);
  store = support_store_of (mmdf->str);
  stored = only (store, "draft-example-moss");
  g_assert_cmpint (stored->day, ==, support_day ("2025-10-01"));
  g_assert_cmpstr (g_ptr_array_index (stored->message_ids, 0), ==, "<zdated@example.org>");
}

static void
test_same_second (void)
{
  g_autoptr (GString) mbox = g_string_new (NULL);
  g_autoptr (NkStore) store = NULL;
  g_autoptr (GPtrArray) day = NULL;
  guint i;

  for (i = 0; i < 300; i++) {
    g_autofree char *document = g_strdup_printf ("draft-example-seed%03u-00", i);
    Mail mail = { .document = document, .date = EARLY };

    support_append (mbox, &mail);
  }
  store = support_store_of (mbox->str);
  day = nk_query_day (store, support_day ("2025-10-01"), NK_KIND_INTERNET_DRAFT, NULL);
  g_assert_cmpuint (day->len, ==, 300);
  for (i = 0; i < 300; i++) {
    g_autofree char *name = g_strdup_printf ("draft-example-seed%03u", i);

    g_assert_cmpstr (((NkStored *)g_ptr_array_index (day, i))->announcement->name, ==, name);
  }
}

static void
test_copies_kept (void)
{
  Mail mail = { .document = "draft-example-iris-00", .id = "1@example.org", .date = EARLY, .title = "The Iris" };
  NkImportOptions options = { .keep_copies = TRUE };
  g_auto (NkImportReport) report = { 0 };
  GError *error = NULL;
  g_autoptr (NkStore) store = nk_store_open_memory (&error);
  g_autoptr (GString) mbox = g_string_new (NULL);
  char *folder = support_folder ();
  g_autofree char *path = support_path (folder, "twice.mbox"), *ledger = NULL;
  const char *const paths[] = { path, NULL };

  g_assert_no_error (error);
  support_append (mbox, &mail);
  support_append (mbox, &mail);
  support_write (path, mbox->str, -1);
  g_assert_true (nk_import_run (store, paths, &options, &report, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (report.known, ==, 0);
  g_assert_cmpuint (report.duplicates, ==, 1);
  ledger = support_ledger (store, "2025-10-01", TRUE);
  g_assert_cmpstr (
      ledger, ==,
      "counted draft-example-iris-00 []\nduplicate draft-example-iris-00 [second copy of draft-example-iris-00 (same Message-ID)]\n");
  support_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/duplicates/the_earliest_message_counts_in_whatever_order_they_come", test_earliest);
  g_test_add_func ("/duplicates/an_earlier_message_that_comes_much_later_counts", test_earliest_later);
  g_test_add_func ("/duplicates/of_one_message_id_the_longest_text_counts", test_longest);
  g_test_add_func ("/duplicates/a_copy_on_another_list_is_a_duplicate_in_whatever_order_they_come", test_copy);
  g_test_add_func ("/duplicates/a_copy_without_its_announcement_announces_nothing", test_copy_alone);
  g_test_add_func ("/duplicates/the_same_rfc_on_two_lists_is_one", test_two_lists);
  g_test_add_func ("/duplicates/another_kind_sent_twice_is_one", test_other_kind);
  g_test_add_func ("/duplicates/a_message_with_a_date_goes_before_one_without", test_undated);
  g_test_add_func ("/duplicates/announcements_of_one_second_stay_apart_and_stand_by_name", test_same_second);
  g_test_add_func ("/duplicates/the_same_bytes_twice_are_two_messages_where_copies_are_kept", test_copies_kept);
  return g_test_run ();
}
