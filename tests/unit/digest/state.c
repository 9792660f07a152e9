/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "digest_fixture.h"

#define DAY 20000

static void
add_reading (GPtrArray *readings, NkDay day, NkReadingClass reading_class)
{
  NkReading *reading = g_new0 (NkReading, 1);

  reading->day = day;
  reading->reading_class = reading_class;
  g_ptr_array_add (readings, reading);
}

/* The state, and the reasons joined with ` / ` in *ret_missing (transfer full). */
static NkState
find (const GPtrArray *readings, gboolean has_announcements, const NkCoverage *coverage, char **ret_missing)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func ((GDestroyNotify)nk_gap_free);
  g_autoptr (GString) joined = g_string_new (NULL);
  NkState state = nk_state_find (DAY, readings, has_announcements, coverage, missing);

  for (guint i = 0; i < missing->len; i++) {
    g_autofree char *text = nk_gap_text (g_ptr_array_index (missing, i));

    g_string_append_printf (joined, "%s%s", i > 0 ? " / " : "", text);
  }
  *ret_missing = g_strdup (joined->str);
  return state;
}

static void
expect (const GPtrArray *readings, gboolean has_announcements, const NkCoverage *coverage, NkState wanted, const char *wanted_missing)
{
  g_autofree char *missing = NULL;

  g_assert_cmpint (find (readings, has_announcements, coverage, &missing), ==, wanted);
  g_assert_cmpstr (missing, ==, wanted_missing);
}

static void
test_covered (void)
{
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (g_free);
  NkCoverage coverage = { TRUE, TRUE, TRUE, NULL };

  expect (readings, FALSE, &coverage, NK_STATE_QUIET, "");
  add_reading (readings, DAY, NK_READING_COUNTED);
  expect (readings, TRUE, &coverage, NK_STATE_COMPLETE, "");
}

static void
test_not_covered (void)
{
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func ((GDestroyNotify)nk_gap_free);
  NkCoverage none = { FALSE, FALSE, FALSE, missing }, half = { TRUE, FALSE, FALSE, missing };
  NkGap *gap = nk_gap_new (NK_GAP_SOURCE);

  expect (readings, FALSE, &none, NK_STATE_INCOMPLETE, "no announcement of the 14 days up to 2024-10-04 is known");
  expect (readings, TRUE, &half, NK_STATE_INCOMPLETE,
          "no announcement of the 14 days after 2024-10-04 is known: the day may not be over in the mail at hand");
  gap->list = g_strdup ("i-d-announce");
  gap->failure = g_strdup ("no answer");
  gap->until_unix_s = nk_day_start_unix_s (DAY) + 14 * 3600;
  g_ptr_array_add (missing, gap);
  expect (readings, TRUE, &half, NK_STATE_INCOMPLETE, "i-d-announce: known up to 2024-10-04T14:00:00Z only (no answer)");
}

static void
test_unreadable (void)
{
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (g_free);
  NkCoverage coverage = { TRUE, TRUE, TRUE, NULL };

  add_reading (readings, DAY, NK_READING_COUNTED);
  add_reading (readings, DAY, NK_READING_UNREADABLE);
  expect (readings, TRUE, &coverage, NK_STATE_INCOMPLETE, "1 message of the day could not be read");
  expect (readings, TRUE, NULL, NK_STATE_INCOMPLETE, "1 message of the day could not be read");
}

static void
test_mails (void)
{
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (g_free);

  expect (readings, FALSE, NULL, NK_STATE_INCOMPLETE, "no message was read");
  add_reading (readings, DAY - 3, NK_READING_OTHER_DAY);
  expect (readings, FALSE, NULL, NK_STATE_INCOMPLETE, "the mails are of 2024-10-01 to 2024-10-01");
  add_reading (readings, DAY + 1, NK_READING_OTHER_DAY);
  expect (readings, FALSE, NULL, NK_STATE_QUIET, "");
  add_reading (readings, DAY, NK_READING_COUNTED);
  expect (readings, TRUE, NULL, NK_STATE_COMPLETE, "");
}

static void
test_mails_unreadable_elsewhere (void)
{
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (g_free);

  add_reading (readings, DAY, NK_READING_COUNTED);
  add_reading (readings, DAY + 1, NK_READING_UNREADABLE);
  expect (readings, TRUE, NULL, NK_STATE_COMPLETE, "");
  add_reading (readings, NK_DAY_NONE, NK_READING_UNREADABLE);
  expect (readings, TRUE, NULL, NK_STATE_INCOMPLETE, "1 message has no date and may belong to the day");
}

static void
test_mails_without_dates (void)
{
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (g_free);

  add_reading (readings, NK_DAY_NONE, NK_READING_UNRECOGNISED);
  add_reading (readings, NK_DAY_NONE, NK_READING_UNRECOGNISED);
  expect (readings, FALSE, NULL, NK_STATE_INCOMPLETE, "2 messages have no date and may belong to the day / none of the mails has a date");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state/a_covered_day_is_complete_or_quiet", test_covered);
  g_test_add_func ("/state/a_day_that_no_source_reaches_past_is_incomplete", test_not_covered);
  g_test_add_func ("/state/something_unreadable_makes_the_day_incomplete", test_unreadable);
  g_test_add_func ("/state/mails_cover_the_days_from_their_first_to_their_last", test_mails);
  g_test_add_func ("/state/what_is_unreadable_on_another_day_does_no_harm", test_mails_unreadable_elsewhere);
  g_test_add_func ("/state/mails_without_dates_cover_nothing", test_mails_without_dates);
  return g_test_run ();
}
