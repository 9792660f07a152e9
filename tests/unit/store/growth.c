/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Files that grow, change, or are met half-written. */
#include "support.h"

typedef struct {
  char *folder;
  char *path;
  NkStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = support_folder ();
  fixture->path = support_path (fixture->folder, "2025-10.mail");
  fixture->store = nk_store_open_memory (NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  nk_store_free (fixture->store);
  g_free (fixture->path);
  support_remove (fixture->folder);
}

static char *
dump_of_whole (Fixture *fixture, const char *mbox)
{
  g_autoptr (NkStore) store = nk_store_open_memory (NULL);

  support_write (fixture->path, mbox, -1);
  support_import (store, NULL, fixture->path, NULL);
  return support_dump (store);
}

static void
test_grows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) mbox = support_mbox (0, 40), more = support_mbox (40, 5);
  g_auto (NkImportReport) report = { 0 };
  g_autofree char *expected = NULL, *got = NULL;

  support_write (fixture->path, mbox->str, -1);
  support_import (fixture->store, NULL, fixture->path, NULL);
  g_string_append (mbox, more->str);
  support_write (fixture->path, mbox->str, -1);
  support_import (fixture->store, &report, fixture->path, NULL);
  g_assert_cmpuint (report.not_reread, ==, 39);
  g_assert_cmpuint (report.messages, ==, 6);
  g_assert_cmpuint (report.known, ==, 1);
  g_assert_cmpuint (report.internet_drafts, ==, 5);
  got = support_dump (fixture->store);
  expected = dump_of_whole (fixture, mbox->str);
  g_assert_cmpstr (got, ==, expected);
}

/* The file may end anywhere: in a header, in a body, in the From_ line. */
static void
test_cut (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) mbox = support_mbox (0, 4);
  g_autofree char *call = support_last_call ("lc@example.org", "Wed, 1 Oct 2025 12:00:00 +0000"), *expected = NULL;
  gsize length, start = mbox->len;

  g_string_append (mbox, call);
  expected = dump_of_whole (fixture, mbox->str);
  for (length = start - 900; length < mbox->len; length += 23) {
    g_autoptr (NkStore) store = nk_store_open_memory (NULL);
    g_autofree char *got = NULL;
    NkTotals totals;

    support_write (fixture->path, mbox->str, (gssize)length);
    support_import (store, NULL, fixture->path, NULL);
    support_write (fixture->path, mbox->str, -1);
    support_import (store, NULL, fixture->path, NULL);
    g_assert_true (nk_query_totals (store, &totals, NULL));
    got = support_dump (store);
    if (totals.messages != 5 || !g_str_equal (got, expected))
      g_error ("cut at %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT ":\n%s\n%s", length, mbox->len, got, expected);
  }
}

static void
test_cut_among_copies (Fixture *fixture, gconstpointer data)
{
  /* A copy came in another file while the first one was cut: whole rows are read in their order again. */
  g_autofree char *call = support_last_call ("lc@example.org", "Wed, 1 Oct 2025 12:00:00 +0000");
  g_autofree char *other = support_path (fixture->folder, "other.mail"), *ledger = NULL, *before = NULL, *after = NULL;
  g_auto (NkImportReport) report = { 0 }, rebuilt = { 0 };
  NkImportOptions options = { 0 };
  gsize half = strlen (call) - 60;

  support_write (fixture->path, call, (gssize)half);
  support_write (other, call, -1);
  support_import (fixture->store, NULL, fixture->path, other, NULL);
  support_write (fixture->path, call, -1);
  support_import (fixture->store, &report, fixture->path, NULL);
  ledger = support_ledger (fixture->store, "2025-10-01", FALSE);
  before = support_dump (fixture->store);
  g_assert_true (nk_rebuild_run (fixture->store, &options, &rebuilt, NULL));
  after = support_dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (ledger, ==, "other_kind  [last call]\nduplicate  [second copy of last call (same Message-ID)]\n");
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) mbox = support_mbox (0, 20), changed = support_mbox (1, 25);
  g_auto (NkImportReport) report = { 0 };
  NkTotals totals;

  support_write (fixture->path, mbox->str, -1);
  support_import (fixture->store, NULL, fixture->path, NULL);
  support_write (fixture->path, changed->str, -1);
  support_import (fixture->store, &report, fixture->path, NULL);
  g_assert_cmpuint (report.not_reread, ==, 0);
  g_assert_cmpuint (report.messages, ==, 25);
  g_assert_cmpuint (report.known, ==, 19);
  g_assert_true (nk_query_totals (fixture->store, &totals, NULL));
  g_assert_cmpuint (totals.messages, ==, 26);
}

static void
test_shorter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) mbox = support_mbox (0, 20), shorter = support_mbox (0, 3);
  g_auto (NkImportReport) report = { 0 }, again = { 0 };

  support_write (fixture->path, mbox->str, -1);
  support_import (fixture->store, NULL, fixture->path, NULL);
  support_write (fixture->path, shorter->str, -1);
  support_import (fixture->store, &report, fixture->path, NULL);
  g_assert_cmpuint (report.messages, ==, 3);
  g_assert_cmpuint (report.known, ==, 3);
  support_import (fixture->store, &again, fixture->path, NULL);
  g_assert_cmpuint (again.messages, ==, 1);
}

static void
test_neighbour (Fixture *fixture, gconstpointer data)
{
  Mail first = { .document = "draft-example-ash-00" };
  Mail second = { .document = "draft-example-oak-00", .date = "Wed, 1 Oct 2025 08:00:00 +0000" };
  Mail third = { .document = "draft-example-yew-00" };
  Mail fourth = { .document = "draft-example-box-00" };
  g_autoptr (GString) mbox = g_string_new (NULL);
  g_autoptr (GPtrArray) day = NULL, readings = NULL;
  g_autofree char *expected = NULL, *got = NULL;
  NkReading *reading;

  support_append_mmdf (mbox, &first);
  support_append_mmdf (mbox, &second);
  support_append_mmdf (mbox, &third);
  support_write (fixture->path, mbox->str, -1);
  support_import (fixture->store, NULL, fixture->path, NULL);
  support_append_mmdf (mbox, &fourth);
  support_write (fixture->path, mbox->str, -1);
  support_import (fixture->store, NULL, fixture->path, NULL);
  day = nk_query_day (fixture->store, support_day ("2025-10-01"), 0, NULL);
  g_assert_cmpuint (day->len, ==, 3);
  readings = nk_query_ledger (fixture->store, support_day ("2025-10-01"), TRUE, NULL);
  g_assert_cmpuint (readings->len, ==, 4);
  reading = g_ptr_array_index (readings, 1);
  g_assert_cmpint (reading->date_origin, ==, NK_DATE_NEIGHBOUR);
  g_assert_cmpuint (reading->repairs & NK_REPAIR_DATE, !=, 0);
  g_assert_cmpint (reading->date_unix_s, ==, 1759305600);
  reading = g_ptr_array_index (readings, 3);
  g_assert_cmpint (reading->date_origin, ==, NK_DATE_NONE);
  g_assert_cmpint (reading->reading_class, ==, NK_READING_OTHER_DAY);
  got = support_dump (fixture->store);
  expected = dump_of_whole (fixture, mbox->str);
  g_assert_cmpstr (got, ==, expected);
}

#define ADD(name, function) g_test_add ("/growth/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a_file_that_has_grown_is_read_on", test_grows);
  ADD ("a_file_met_half_written_leaves_no_trace_once_it_is_whole", test_cut);
  ADD ("a_message_met_half_joins_its_copies_once_it_is_whole", test_cut_among_copies);
  ADD ("a_file_that_has_changed_is_read_from_the_start", test_changed);
  ADD ("a_file_that_became_shorter_is_read_from_the_start", test_shorter);
  ADD ("a_message_without_any_date_takes_that_of_the_one_before", test_neighbour);
  return g_test_run ();
}
