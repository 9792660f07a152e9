/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "ground/day.h"

static void
assert_day (const char *text, NkDay expected)
{
  g_autofree char *again = NULL;
  NkDay day = 0;

  g_assert_true (nk_day_parse (nk_slice_text (text), &day));
  g_assert_cmpint (day, ==, expected);
  again = nk_day_format (day);
  g_assert_cmpstr (again, ==, text);
}

static void
test_known (void)
{
  assert_day ("1970-01-01", 0);
  assert_day ("1969-12-31", -1);
  assert_day ("2000-02-29", 11016);
  assert_day ("2025-10-01", 20362);
  assert_day ("0001-01-01", -719162);
  assert_day ("9999-12-31", 2932896);
  /* Proleptic: the ten days that some countries left out in 1582 are there. */
  assert_day ("1582-10-04", -141438);
  assert_day ("1582-10-05", -141437);
  assert_day ("1582-10-15", -141427);
}

/* Against GDate, another hand's arithmetic, over all ten thousand years. */
static void
test_every_day (void)
{
  g_autoptr (GDate) date = g_date_new_dmy (1, G_DATE_JANUARY, 1);

  for (NkDay day = -719162; day <= 2932896; day++) {
    int year, month, day_of_month;

    nk_day_split (day, &year, &month, &day_of_month);
    if (day % 17 == 0 || day_of_month <= 1 || day_of_month >= 28) {
      g_date_set_julian (date, (guint32)(day + 719163));
      g_assert_cmpint (year, ==, g_date_get_year (date));
      g_assert_cmpint (month, ==, (int)g_date_get_month (date));
      g_assert_cmpint (day_of_month, ==, g_date_get_day (date));
      g_assert_cmpint (nk_day_weekday (day), ==, (int)g_date_get_weekday (date) % 7);
    }
    g_assert_cmpint (nk_day (year, month, day_of_month), ==, day);
  }
}

static void
test_no_such_day (void)
{
  static const int wrong[][3]
      = { { 2025, 2, 29 }, { 1900, 2, 29 }, { 2100, 2, 29 }, { 2024, 2, 30 }, { 2025, 4, 31 }, { 2025, 13, 1 }, { 2025, 0, 1 },
          { 2025, 1, 0 },  { 2025, 1, 32 }, { 0, 1, 1 },     { 10000, 1, 1 }, { -1, 1, 1 },    { 2025, 1, -5 } };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (nk_day (wrong[i][0], wrong[i][1], wrong[i][2]), ==, NK_DAY_NONE);
  g_assert_cmpint (nk_day (2000, 2, 29), !=, NK_DAY_NONE);
  g_assert_cmpint (nk_day (2024, 2, 29), !=, NK_DAY_NONE);
}

static void
test_parse_is_strict (void)
{
  static const char *const wrong[] = { "",           "2025-1-01", "2025-01-1",  "2025/01/01", "2025-01-01 ", " 2025-01-01",
                                       "2025-02-30", "20250101",  "2025-01-0x", "+025-01-01", "2025-01-001", "0000-01-01" };
  NkDay day = 5;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (nk_day_parse (nk_slice_text (wrong[i]), &day));
  g_assert_cmpint (day, ==, 5);
}

static void
test_none (void)
{
  g_autofree char *text = nk_day_format (NK_DAY_NONE);
  int year = 1, month = 1, day_of_month = 1;

  g_assert_cmpstr (text, ==, "");
  nk_day_split (NK_DAY_NONE, &year, &month, &day_of_month);
  g_assert_cmpint (year, ==, 0);
}

static void
assert_instant (gint64 unix_s, const char *expected)
{
  g_autofree char *text = nk_day_format_instant (unix_s);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_instants (void)
{
  g_assert_cmpint (nk_day_of (0), ==, 0);
  g_assert_cmpint (nk_day_of (86399), ==, 0);
  g_assert_cmpint (nk_day_of (86400), ==, 1);
  g_assert_cmpint (nk_day_of (-1), ==, -1);
  g_assert_cmpint (nk_day_of (-86400), ==, -1);
  g_assert_cmpint (nk_day_of (-86401), ==, -2);
  g_assert_cmpint (nk_day_of (G_MAXINT64), ==, G_MAXINT32);
  g_assert_cmpint (nk_day_of (G_MININT64), !=, NK_DAY_NONE);
  g_assert_true (nk_day_start_unix_s (20362) == G_GINT64_CONSTANT (1759276800));
  g_assert_true (nk_day_start_unix_s (-1) == -86400);
  assert_instant (1759350978, "2025-10-01T20:36:18Z");
  assert_instant (-1, "1969-12-31T23:59:59Z");
  assert_instant (G_GINT64_CONSTANT (253402300799), "9999-12-31T23:59:59Z");
}

static void
test_weekdays (void)
{
  g_assert_cmpint (nk_day_weekday (0), ==, 4);
  g_assert_cmpint (nk_day_weekday (-5), ==, 6);
  g_assert_cmpint (nk_day_weekday (-4), ==, 0);
  g_assert_cmpint (nk_day_weekday (nk_day (2025, 10, 1)), ==, 3);
}

static void
test_months (void)
{
  static const struct {
    const char *name;
    int number;
  } cases[] = { { "Jan", 1 }, { "january", 1 }, { "JAN.", 1 },     { "Sept", 9 }, { "Sept.", 9 }, { "December", 12 },
                { "may", 5 }, { "Ju", 0 },      { "Jul", 7 },      { "Jun", 6 },  { "Mai", 0 },   { "", 0 },
                { ".", 0 },   { "Janu ", 0 },   { "Januaryx", 0 }, { "ma.", 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (nk_day_month_number (nk_slice_text (cases[i].name)), ==, cases[i].number);
}

static void
test_now (void)
{
  g_setenv ("NIKKAN_NOW", "2025-10-02T01:02:03Z", TRUE);
  g_assert_true (nk_day_now_unix_s () == G_GINT64_CONSTANT (1759366923));
  g_setenv ("NIKKAN_NOW", "2025-10-02", TRUE);
  g_assert_true (nk_day_now_unix_s () == G_GINT64_CONSTANT (1759363200));
  g_unsetenv ("NIKKAN_NOW");
  g_assert_true (nk_day_now_unix_s () > G_GINT64_CONSTANT (1700000000));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day/known_days_have_known_numbers", test_known);
  g_test_add_func ("/day/every_day_of_ten_thousand_years_agrees_with_gdate", test_every_day);
  g_test_add_func ("/day/a_day_that_does_not_exist_is_none", test_no_such_day);
  g_test_add_func ("/day/parsing_takes_one_form_only", test_parse_is_strict);
  g_test_add_func ("/day/none_is_written_as_nothing", test_none);
  g_test_add_func ("/day/an_instant_before_1970_belongs_to_the_day_before", test_instants);
  g_test_add_func ("/day/weekdays_count_from_sunday", test_weekdays);
  g_test_add_func ("/day/month_names_need_three_letters", test_months);
  g_test_add_func ("/day/the_present_can_be_given", test_now);
  return g_test_run ();
}
