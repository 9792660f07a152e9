/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "sample.h"
#include <glib/gstdio.h>

/* Loads a table with `rows` below the usual first lines. */
static NkGroupTable *
load (const char *rows, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *text = g_strconcat ("# made: 2026-09-01\nacronym\tname\ttype\tarea\tstate\n", rows, NULL);
  NkGroupTable *table;
  int file = g_file_open_tmp ("groups-XXXXXX.tsv", &path, NULL);

  g_assert_cmpint (file, >=, 0);
  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  table = nk_group_table_load (path, error);
  g_unlink (path);
  return table;
}

static void
test_the_shipped_table_loads_and_says_its_date (void)
{
  g_autoptr (NkGroupTable) table = sample_groups ();
  const NkGroup *group = nk_group_by_acronym (table, "tls");

  g_assert_cmpuint (nk_group_table_n_groups (table), >, 150);
  g_assert_cmpint (nk_group_table_made (table), !=, NK_DAY_NONE);
  g_assert_nonnull (group);
  g_assert_cmpstr (group->name, ==, "Transport Layer Security");
  g_assert_cmpstr (group->kind, ==, "wg");
  g_assert_cmpstr (group->area, ==, "sec");
}

static void
test_acronyms_are_found_in_any_case (void)
{
  g_autoptr (NkGroupTable) table = load ("heron\tBird Watching\twg\tops\tactive\n", NULL);

  g_assert_cmpstr (nk_group_by_acronym (table, "HERON")->name, ==, "Bird Watching");
  g_assert_null (nk_group_by_acronym (table, "crane"));
  g_assert_null (nk_group_by_acronym (table, ""));
  g_assert_null (nk_group_by_acronym (table, "h\xC3\xA9ron"));
}

static void
test_names_are_found_without_regard_to_case_blanks_and_working_group (void)
{
  g_autoptr (NkGroupTable) table = load ("heron\tBird Watching\twg\tops\tactive\nopsy\tOpen Area Working Group\twg\tops\tactive\n", NULL);
  g_autofree char *long_name = g_strnfill (5000, 'x');

  g_assert_cmpstr (nk_group_by_name (table, "bird  watching Working Group")->acronym, ==, "heron");
  g_assert_cmpstr (nk_group_by_name (table, "Bird\nWatching")->acronym, ==, "heron");
  g_assert_cmpstr (nk_group_by_name (table, "Open Area")->acronym, ==, "opsy");
  g_assert_cmpstr (nk_group_by_name (table, "Open Area Working Group")->acronym, ==, "opsy");
  g_assert_null (nk_group_by_name (table, ""));
  g_assert_null (nk_group_by_name (table, long_name));
}

static void
test_an_active_group_wins_over_a_concluded_one_of_the_same_name (void)
{
  g_autoptr (NkGroupTable) table
      = load ("old\tBird Watching\twg\tops\tconcluded\nnew\tBird Watching\twg\tops\tactive\nolder\tBird Watching\twg\t\tconcluded\n", NULL);

  g_assert_cmpstr (nk_group_by_name (table, "Bird Watching")->acronym, ==, "new");
}

static void
assert_refused (const char *rows, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NkGroupTable) table = load (rows, &error);

  g_assert_null (table);
  g_assert_error (error, NK_ERROR, NK_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_a_bad_row_is_named_with_its_line (void)
{
  assert_refused ("heron\tA\twg\tops\tactive\nheron\tB\twg\tops\tactive\n", ":4: the group “heron” stands here a second time");
  assert_refused ("He ron\tA\twg\tops\tactive\n", ":3: “He ron” is no acronym");
  assert_refused ("heron\tA\twg\tbirds\tactive\n", ":3: “birds” is no area");
}

static void
test_areas_stand_in_the_order_of_an_edition (void)
{
  g_assert_cmpstr (nk_area (0)->acronym, ==, "art");
  g_assert_cmpstr (nk_area (7)->acronym, ==, "irtf");
  g_assert_null (nk_area (8));
  g_assert_cmpuint (nk_area_index ("sec"), ==, 5);
  g_assert_cmpuint (nk_area_index (""), ==, G_MAXUINT);
  g_assert_cmpuint (nk_area_index (NULL), ==, G_MAXUINT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/group/the_shipped_table_loads_and_says_its_date", test_the_shipped_table_loads_and_says_its_date);
  g_test_add_func ("/group/acronyms_are_found_in_any_case", test_acronyms_are_found_in_any_case);
  g_test_add_func ("/group/names_are_found_without_regard_to_case_blanks_and_working_group",
                   test_names_are_found_without_regard_to_case_blanks_and_working_group);
  g_test_add_func ("/group/an_active_group_wins_over_a_concluded_one_of_the_same_name",
                   test_an_active_group_wins_over_a_concluded_one_of_the_same_name);
  g_test_add_func ("/group/a_bad_row_is_named_with_its_line", test_a_bad_row_is_named_with_its_line);
  g_test_add_func ("/group/areas_stand_in_the_order_of_an_edition", test_areas_stand_in_the_order_of_an_edition);
  return g_test_run ();
}
