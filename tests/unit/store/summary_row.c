/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/summary_row.h"
#include "support.h"

static const Mail late
    = { .document = "draft-example-a-00", .id = "late@example.org", .date = "Wed, 1 Oct 2025 12:00:00 +0000", .title = "Lamp" };
static const Mail early
    = { .document = "draft-example-a-00", .id = "early@example.org", .date = "Wed, 1 Oct 2025 08:00:00 +0000", .title = "Fan" };
static const Mail other = { .document = "draft-example-b-00", .date = "Wed, 1 Oct 2025 13:00:00 +0000", .title = "Lamp and Fan" };

static gint64
id_of (NkStore *store, const char *name)
{
  g_autoptr (GPtrArray) life = nk_query_document (store, name, NULL);

  g_assert_cmpuint (life->len, ==, 1);
  return ((const NkStored *)life->pdata[0])->id;
}

static void
keep (NkStore *store, gint64 id, guint64 stamp, const char *text)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)nk_summary_row_free);
  g_autoptr (GError) error = NULL;
  NkSummaryRow *row = g_new0 (NkSummaryRow, 1);

  *row = (NkSummaryRow){ id, stamp, g_strdup ("gloss"), g_strdup ("full"), 87, FALSE, g_strdup (text), g_strdup ("One.\nTwo.") };
  g_ptr_array_add (rows, row);
  g_assert_true (nk_summary_rows_write (store, "ja", rows, &error));
  g_assert_no_error (error);
}

static GPtrArray *
find (NkStore *store, const char *language, gint64 one, gint64 two)
{
  gint64 ids[] = { one, two };
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = nk_query_summaries (store, language, ids, G_N_ELEMENTS (ids), &error);

  g_assert_no_error (error);
  return rows;
}

static NkStore *
store_of (const Mail *one, const Mail *two)
{
  g_autoptr (GString) mbox = g_string_new (NULL);

  support_append (mbox, one);
  support_append (mbox, two);
  return support_store_of (mbox->str);
}

static void
test_round (void)
{
  g_autoptr (NkStore) store = store_of (&late, &other);
  gint64 a = id_of (store, "draft-example-a"), b = id_of (store, "draft-example-b");
  g_autoptr (GPtrArray) none = find (store, "ja", a, b), rows = NULL, english = NULL;
  const NkSummaryRow *row;

  g_assert_cmpuint (none->len, ==, 0);
  keep (store, a, G_MAXUINT64, "灯を規定する。");
  keep (store, b, 1, "古い。");
  keep (store, b, 2, "灯と扇を規定する。");
  rows = find (store, "ja", a, b);
  g_assert_cmpuint (rows->len, ==, 2);
  row = rows->pdata[0];
  g_assert_cmpint (row->announcement_id, ==, a);
  g_assert_cmpuint (row->stamp, ==, G_MAXUINT64);
  g_assert_cmpstr (row->engine, ==, "gloss");
  g_assert_cmpstr (row->level, ==, "full");
  g_assert_cmpuint (row->confidence, ==, 87);
  g_assert_false (row->is_quoted);
  g_assert_cmpstr (row->text, ==, "灯を規定する。");
  g_assert_cmpstr (row->sources, ==, "One.\nTwo.");
  row = rows->pdata[1];
  g_assert_cmpuint (row->stamp, ==, 2);
  g_assert_cmpstr (row->text, ==, "灯と扇を規定する。");
  english = find (store, "en", a, b);
  g_assert_cmpuint (english->len, ==, 0);
}

static void
expect_sound (NkStore *store)
{
  g_autoptr (GPtrArray) faults = nk_store_check (store, NULL);

  g_assert_cmpuint (faults->len, ==, 0);
}

/* An announcement that takes another place leaves its summary behind, and none is written for one that has gone meanwhile. */
static void
test_gone (void)
{
  g_autoptr (NkStore) store = store_of (&late, &other);
  gint64 before = id_of (store, "draft-example-a"), after;
  g_autoptr (GString) mbox = g_string_new (NULL);
  g_autoptr (GPtrArray) rows = NULL;

  keep (store, before, 1, "灯を規定する。");
  support_append (mbox, &early);
  support_add (store, mbox->str);
  after = id_of (store, "draft-example-a");
  g_assert_cmpint (after, !=, before);
  keep (store, before, 1, "灯を規定する。");
  rows = find (store, "ja", before, after);
  g_assert_cmpuint (rows->len, ==, 0);
  expect_sound (store);
}

static void
test_rebuild (void)
{
  g_autoptr (NkStore) store = store_of (&late, &other);
  gint64 a = id_of (store, "draft-example-a");
  NkImportOptions options = { .keep_copies = TRUE };
  g_auto (NkImportReport) report = { 0 };
  g_autoptr (GPtrArray) rows = NULL;

  keep (store, a, 1, "灯を規定する。");
  g_assert_true (nk_rebuild_run (store, &options, &report, NULL));
  rows = find (store, "ja", a, a);
  g_assert_cmpuint (rows->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/summary_row/what_is_written_is_found", test_round);
  g_test_add_func ("/summary_row/none_is_left_of_an_announcement_that_is_gone", test_gone);
  g_test_add_func ("/summary_row/a_rebuild_leaves_none", test_rebuild);
  return g_test_run ();
}
