/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "digest/calendar.h"
#include <glib/gstdio.h>

#define HEADER "number\tfirst\tlast\tcutoff\tplace\tsource\n"

/* (transfer full) (nullable) */
static NkCalendar *
load_text (const char *text, GError **error)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("meetings-XXXXXX", &path, NULL);
  NkCalendar *calendar;

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  calendar = nk_calendar_load (path, error);
  g_unlink (path);
  return calendar;
}

static NkCalendar *
load_invented (void)
{
  g_autoptr (GError) error = NULL;
  NkCalendar *calendar = load_text (HEADER "7\t2031-03-15\t2031-03-21\t2031-03-03\tHill Town\tcertain\n"
                                           "8\t2031-07-19\t2031-07-25\t2031-07-07\tSea Town\tmemory\n"
                                           "10\t2032-03-13\t2032-03-19\t2032-03-01\tLake Town\tmemory\n",
                                    &error);

  g_assert_no_error (error);
  return calendar;
}

static void
expect (const NkCalendar *calendar, const char *day_text, NkCalendarPhase phase, guint number, int days)
{
  const NkMeeting *meeting = NULL;
  int got_days = -1;
  NkDay day;

  g_assert_true (nk_day_parse (nk_slice_text (day_text), &day));
  g_assert_cmpint (nk_calendar_phase (calendar, day, &meeting, &got_days), ==, phase);
  g_assert_cmpuint (meeting != NULL ? meeting->number : 0, ==, number);
  g_assert_cmpint (got_days, ==, days);
}

static void
test_before_cutoff (void)
{
  g_autoptr (NkCalendar) calendar = load_invented ();

  expect (calendar, "2031-06-30", NK_CALENDAR_BEFORE_CUTOFF, 8, 7);
  expect (calendar, "2031-07-06", NK_CALENDAR_BEFORE_CUTOFF, 8, 1);
  expect (calendar, "2031-07-07", NK_CALENDAR_BEFORE_CUTOFF, 8, 0);
  expect (calendar, "2031-02-24", NK_CALENDAR_BEFORE_CUTOFF, 7, 7);
}

static void
test_closed (void)
{
  g_autoptr (NkCalendar) calendar = load_invented ();

  expect (calendar, "2031-07-08", NK_CALENDAR_CLOSED, 8, 11);
  expect (calendar, "2031-07-18", NK_CALENDAR_CLOSED, 8, 1);
}

static void
test_meeting (void)
{
  g_autoptr (NkCalendar) calendar = load_invented ();

  expect (calendar, "2031-07-19", NK_CALENDAR_MEETING, 8, 0);
  expect (calendar, "2031-07-25", NK_CALENDAR_MEETING, 8, 6);
}

static void
test_after (void)
{
  g_autoptr (NkCalendar) calendar = load_invented ();

  expect (calendar, "2031-03-22", NK_CALENDAR_AFTER_MEETING, 7, 1);
  expect (calendar, "2031-03-28", NK_CALENDAR_AFTER_MEETING, 7, 7);
  expect (calendar, "2032-03-26", NK_CALENDAR_AFTER_MEETING, 10, 7);
}

static void
test_nothing (void)
{
  g_autoptr (NkCalendar) calendar = load_invented ();

  expect (calendar, "2031-03-29", NK_CALENDAR_NOTHING, 8, 100);
  expect (calendar, "2031-06-29", NK_CALENDAR_NOTHING, 8, 8);
}

static void
test_unknown (void)
{
  g_autoptr (NkCalendar) calendar = load_invented ();

  expect (calendar, "2031-02-23", NK_CALENDAR_UNKNOWN, 0, 0);
  expect (calendar, "2032-03-27", NK_CALENDAR_UNKNOWN, 0, 0);
  /* number 9 is missing between them */
  expect (calendar, "2031-11-01", NK_CALENDAR_UNKNOWN, 0, 0);
}

static void
test_bad_rows (void)
{
  static const char *const rows[] = {
    "x\t2031-03-15\t2031-03-21\t2031-03-03\tA\tcertain\n",
    "0\t2031-03-15\t2031-03-21\t2031-03-03\tA\tcertain\n",
    "7\t2031-03-32\t2031-03-21\t2031-03-03\tA\tcertain\n",
    "7\t2031-03-15\t2031-3-21\t2031-03-03\tA\tcertain\n",
    "7\t2031-03-15\t2031-03-14\t2031-03-03\tA\tcertain\n",
    "7\t2031-03-15\t2031-03-21\t2031-03-15\tA\tcertain\n",
    "7\t2031-03-15\t2031-03-21\t\tA\tcertain\n",
    "7\t2031-03-15\t2031-03-21\t2031-03-03\tA\tsomebody\n",
    "7\t2031-03-15\t2031-03-21\t2031-03-03\tA\tcertain\n7\t2031-07-19\t2031-07-25\t2031-07-07\tB\tmemory\n",
    "7\t2031-03-15\t2031-03-21\t2031-03-03\tA\tcertain\n8\t2031-03-25\t2031-03-26\t2031-03-20\tB\tmemory\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strconcat (HEADER, rows[i], NULL);
    g_autoptr (GError) error = NULL;

    g_assert_null (load_text (text, &error));
    g_assert_error (error, NK_ERROR, NK_ERROR_INPUT);
    g_assert_nonnull (g_strrstr (error->message, i < 8 ? ":2: " : ":3: "));
  }
}

static void
test_missing_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (nk_calendar_load ("/nowhere/meetings.tsv", &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_NOT_FOUND);
}

/* By rule the cut-off is the Monday twelve days before the Saturday; a row that differs is a slip as long as nobody says otherwise here. */
static void
test_shipped (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("NIKKAN_SHARE"), "meetings.tsv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (NkCalendar) calendar = nk_calendar_load (path, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (nk_calendar_n_meetings (calendar), >=, 13);
  for (guint i = 0; i < nk_calendar_n_meetings (calendar); i++) {
    const NkMeeting *meeting = nk_calendar_meeting (calendar, i);

    g_assert_cmpint (nk_day_weekday (meeting->first), ==, 6);
    g_assert_cmpint (meeting->last - meeting->first, ==, 6);
    g_assert_cmpint (meeting->first - meeting->cutoff, ==, 12);
    g_assert_cmpstr (meeting->place, !=, "");
  }
  expect (calendar, "2025-10-20", NK_CALENDAR_BEFORE_CUTOFF, 124, 0);
  expect (calendar, "2025-10-10", NK_CALENDAR_NOTHING, 124, 10);
}

static void
test_same_day (void)
{
  const NkMeeting meeting = { 8, 1000, 1006, 988, "Sea Town", TRUE }, other = { 7, 800, 807, 787, "Hill Town", TRUE };

  g_assert_cmpint (nk_calendar_same_day (NK_CALENDAR_BEFORE_CUTOFF, &meeting, &other, 985), ==, 784);
  g_assert_cmpint (nk_calendar_same_day (NK_CALENDAR_CLOSED, &meeting, &other, 990), ==, 790);
  g_assert_cmpint (nk_calendar_same_day (NK_CALENDAR_MEETING, &meeting, &other, 1002), ==, 802);
  g_assert_cmpint (nk_calendar_same_day (NK_CALENDAR_AFTER_MEETING, &meeting, &other, 1007), ==, 808);
  g_assert_cmpint (nk_calendar_same_day (NK_CALENDAR_NOTHING, &meeting, &other, 900), ==, NK_DAY_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/a_week_before_the_cutoff_it_is_near", test_before_cutoff);
  g_test_add_func ("/calendar/after_the_cutoff_submission_is_closed", test_closed);
  g_test_add_func ("/calendar/a_meeting_counts_its_days", test_meeting);
  g_test_add_func ("/calendar/a_week_after_a_meeting_it_is_remembered", test_after);
  g_test_add_func ("/calendar/between_two_meetings_nothing_is_near", test_nothing);
  g_test_add_func ("/calendar/outside_of_the_table_nothing_is_known", test_unknown);
  g_test_add_func ("/calendar/a_bad_row_is_named_with_its_line", test_bad_rows);
  g_test_add_func ("/calendar/a_missing_table_is_not_found", test_missing_file);
  g_test_add_func ("/calendar/the_shipped_table_keeps_the_rule_of_the_cutoff", test_shipped);
  g_test_add_func ("/calendar/the_same_day_of_another_cycle", test_same_day);
  return g_test_run ();
}
