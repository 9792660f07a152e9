/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "ground/tsv.h"

#include "scratch.h"

#include <string.h>

static const char *const columns[] = { "acronym", "name", NULL };

static NkTsv *
load (const char *text, gssize length, GError **error)
{
  g_auto (Scratch) scratch = scratch_new ();
  g_autofree char *path = scratch_file (&scratch, "table.tsv", text, length);

  return nk_tsv_load (path, columns, error);
}

static void
assert_refused (const char *text, gssize length, int code, const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (load (text, length, &error));
  g_assert_error (error, NK_ERROR, code);
  g_assert_nonnull (strstr (error->message, "table.tsv"));
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_rows (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NkTsv) tsv = load ("\xEF\xBB\xBF# as-of: 2025-10-01\n#no note\n# name :  a: b \n\nname\tsrc\tacronym\r\nFirst\tV\tone\r\n# "
                                "as-of: never\n\nSecond\n\tV\t\n",
                                -1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (nk_tsv_n_rows (tsv), ==, 3);
  g_assert_cmpstr (nk_tsv_cell (tsv, 0, 0), ==, "one");
  g_assert_cmpstr (nk_tsv_cell (tsv, 0, 1), ==, "First");
  g_assert_cmpstr (nk_tsv_cell (tsv, 1, 0), ==, "");
  g_assert_cmpstr (nk_tsv_cell (tsv, 1, 1), ==, "Second");
  g_assert_cmpstr (nk_tsv_cell (tsv, 2, 1), ==, "");
  g_assert_cmpuint (nk_tsv_line (tsv, 0), ==, 6);
  g_assert_cmpuint (nk_tsv_line (tsv, 1), ==, 9);
  g_assert_cmpstr (nk_tsv_note (tsv, "as-of"), ==, "2025-10-01");
  g_assert_cmpstr (nk_tsv_note (tsv, "name"), ==, "a: b");
  g_assert_null (nk_tsv_note (tsv, "other"));
}

static void
test_escapes (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NkTsv) tsv = load ("acronym\tname\na\\tb\\\\n\\n\t日本語\n", -1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (nk_tsv_cell (tsv, 0, 0), ==, "a\tb\\n\n");
  g_assert_cmpstr (nk_tsv_cell (tsv, 0, 1), ==, "日本語");
}

static void
test_no_final_line_end (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NkTsv) tsv = load ("acronym\tname\na\tb", -1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (nk_tsv_n_rows (tsv), ==, 1);
  g_assert_cmpstr (nk_tsv_cell (tsv, 0, 1), ==, "b");
}

static void
test_refused (void)
{
  assert_refused ("", -1, NK_ERROR_INPUT, "column names");
  assert_refused ("# only: a note\n", -1, NK_ERROR_INPUT, "column names");
  assert_refused ("acronym\tsrc\n", -1, NK_ERROR_INPUT, ":1: column “name” is missing");
  assert_refused ("acronym\tname\tname\n", -1, NK_ERROR_INPUT, ":1: column “name” stands twice");
  assert_refused ("acronym\tname\n\na\tb\tc\n", -1, NK_ERROR_INPUT, ":3: column 3");
  assert_refused ("acronym\tname\na\tb\\x\n", -1, NK_ERROR_INPUT, ":2: column “name”");
  assert_refused ("acronym\tname\na\tb\\", -1, NK_ERROR_INPUT, ":2: column “name”");
  assert_refused ("acronym\tname\na\tb\n\xFF\n", -1, NK_ERROR_INPUT, ":3: ");
  assert_refused ("acronym\tname\na\0\tb\n", 18, NK_ERROR_INPUT, ":2: ");
}

static void
test_past_faults (void)
{
  g_autoptr (GString) text = g_string_new ("acronym\tname\na\tA\nb\t\\x\nc\tC\nd\t\xFF\ne\tE\textra\nf\tF\n");
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_auto (Scratch) scratch = scratch_new ();
  g_autofree char *path = scratch_file (&scratch, "table.tsv", text->str, (gssize)text->len);
  g_autoptr (NkTsv) tsv = nk_tsv_load_past_faults (path, columns, faults);

  g_assert_nonnull (tsv);
  g_assert_cmpuint (nk_tsv_n_rows (tsv), ==, 3);
  g_assert_cmpstr (nk_tsv_cell (tsv, 1, 0), ==, "c");
  g_assert_cmpuint (nk_tsv_line (tsv, 2), ==, 7);
  g_assert_cmpstr (nk_tsv_cell (tsv, 2, 1), ==, "F");
  g_assert_cmpuint (faults->len, ==, 3);
  g_assert_nonnull (strstr (g_ptr_array_index (faults, 0), ":3: "));
  g_assert_nonnull (strstr (g_ptr_array_index (faults, 2), ":6: "));
  g_ptr_array_set_size (faults, 0);
  g_assert_null (nk_tsv_load_past_faults ("/nonexistent/table.tsv", columns, faults));
  g_assert_cmpuint (faults->len, ==, 1);
}

static void
test_limits (void)
{
  g_autoptr (GString) many = g_string_new ("acronym\tname\n"), large = g_string_new ("acronym\tname\n");

  for (int i = 0; i < 200001; i++)
    g_string_append (many, "a\n");
  assert_refused (many->str, (gssize)many->len, NK_ERROR_LIMIT, ":200002: more than 200000 rows");
  while (large->len <= (4u << 20))
    g_string_append (large, "0123456789012345678901234567890123456789012345678901234567890123\n");
  assert_refused (large->str, (gssize)large->len, NK_ERROR_LIMIT, "larger");
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (nk_tsv_load ("/nonexistent/table.tsv", columns, &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tsv/columns_stand_in_any_order_among_others", test_rows);
  g_test_add_func ("/tsv/escapes_stand_for_line_break_tab_and_backslash", test_escapes);
  g_test_add_func ("/tsv/the_last_line_needs_no_end", test_no_final_line_end);
  g_test_add_func ("/tsv/what_is_wrong_is_named_with_line_and_column", test_refused);
  g_test_add_func ("/tsv/every_faulty_line_is_told_where_that_is_wanted", test_past_faults);
  g_test_add_func ("/tsv/rows_and_bytes_are_limited", test_limits);
  g_test_add_func ("/tsv/a_missing_table_is_not_found", test_missing);
  return g_test_run ();
}
