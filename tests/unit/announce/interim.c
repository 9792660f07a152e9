/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "kind_testing.h"

static void
assert_interim (const char *subject, const char *text, const char *action, const char *day)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_interim, "IESG Secretary <iesg-secretary@ietf.org>", subject, text, &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_DONE);
  g_assert_cmpint (outcome.announcement->kind, ==, NK_KIND_INTERIM);
  g_assert_cmpstr (outcome.announcement->action, ==, action);
  g_assert_cmpstr (outcome.announcement->group_acronym, ==, "exmpl");
  g_assert_cmpstr (outcome.announcement->group_name, ==, "Example Protocols");
  g_assert_cmpstr (outcome.announcement->group_kind, ==, "wg");
  g_assert_cmpstr (outcome.announcement->title, ==, "Example Protocols");
  assert_ends (&outcome, day);
}

static void
test_a_virtual_meeting (void)
{
  assert_interim ("Example Protocols (exmpl) WG Virtual Meeting: 2026-04-02",
                  "The Example Protocols (exmpl) WG will hold\na virtual interim meeting on 2026-04-02 from 15:00 to 16:00 "
                  "UTC.\n\nAgenda:\nLast minutes "
                  "of 2026-01-01\n",
                  "scheduled", "2026-04-02");
}

static void
test_a_meeting_in_a_city (void)
{
  assert_interim (
      "Example Protocols (exmpl) Working Group Interim Meeting: 2026-05-11",
      "The Example Protocols (exmpl) Working Group will hold\nan interim meeting on 2026-05-11 from 09:00 to 17:00 Europe/Vienna.\n",
      "scheduled", "2026-05-11");
}

static void
test_several_days_count_from_the_first (void)
{
  assert_interim (
      "Example Protocols (exmpl) WG Interim Meeting: 2026-05-11",
      "The Example Protocols (exmpl) WG will hold\na multi-day interim meeting.\n\nSession 1:\n2026-05-11     09:00 to 17:00  UTC\nSession "
      "2:\n2026-05-12     09:00 to 17:00  UTC\n",
      "scheduled", "2026-05-11");
}

static void
test_a_changed_meeting (void)
{
  assert_interim ("Example Protocols (exmpl) WG Virtual Meeting: 2026-04-03 CHANGED",
                  "MEETING DETAILS HAVE CHANGED.  SEE LATEST DETAILS BELOW.\n\nThe Example Protocols (exmpl) WG will hold\na virtual "
                  "interim meeting on "
                  "2026-04-03 from 15:00 to 16:00 UTC.\n",
                  "changed", "2026-04-03");
}

static void
test_a_change_that_only_the_body_tells (void)
{
  assert_interim ("Example Protocols (exmpl) WG Virtual Meeting: 2026-04-03",
                  "MEETING DETAILS HAVE CHANGED.  SEE LATEST DETAILS BELOW.\n\nThe Example Protocols (exmpl) WG will hold\na virtual "
                  "interim meeting.\n",
                  "changed", "2026-04-03");
}

static void
test_a_cancelled_meeting (void)
{
  assert_interim ("Example Protocols (exmpl) WG Interim Meeting Cancelled (was 2026-04-02)",
                  "The Example Protocols (exmpl) virtual \ninterim meeting for 2026-04-02 from 15:00 to 16:00 UTC\nhas been cancelled.\n",
                  "cancelled", "2026-04-02");
}

static void
test_one_session_cancelled (void)
{
  assert_interim ("Example Protocols (exmpl) WG interim meeting session cancelled (was 2026-05-12)",
                  "A session of the Example Protocols (exmpl) multi-day \ninterim meeting has been cancelled.\n", "cancelled",
                  "2026-05-12");
  assert_interim ("Example Protocols (exmpl) WG \"Tea time\" session cancelled (was 2026-05-12)",
                  "The \"Tea time\" session of the Example Protocols (exmpl) multi-day \ninterim meeting has been cancelled.\n",
                  "cancelled", "2026-05-12");
}

static void
test_a_name_with_brackets_of_its_own (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_interim, SECRETARY, "Kettles (Small) and Pots (kap) BOF Virtual Meeting: 2026-04-02",
              "The Kettles (Small) and Pots (kap) BOF will hold a virtual interim "
              "meeting.\nhttps://datatracker.ietf.org/meeting/interim-2026-kap-01/session/kap.\n",
              &outcome);
  g_assert_cmpstr (outcome.announcement->group_acronym, ==, "kap");
  g_assert_cmpstr (outcome.announcement->group_name, ==, "Kettles (Small) and Pots");
  g_assert_cmpstr (outcome.announcement->group_kind, ==, "bof");
  g_assert_cmpstr (outcome.announcement->url, ==, "https://datatracker.ietf.org/meeting/interim-2026-kap-01/session/kap");
}

static void
test_a_body_about_another_group_does_not_fit (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_interim, SECRETARY, "Example Protocols (exmpl) WG Virtual Meeting: 2026-04-02",
              "The Other Things (other) WG will hold\na virtual interim meeting on 2026-04-02.\n", &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_MISFIT);
}

static void
test_a_body_without_meeting_does_not_fit (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_interim, SECRETARY, "Example Protocols (exmpl) WG Virtual Meeting: 2026-04-02", "exmpl!\n", &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_MISFIT);
}

static void
test_a_body_of_another_day_does_not_fit (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_interim, "IESG Secretary <iesg-secretary@ietf.org>", "Example Protocols (exmpl) WG Virtual Meeting: 2026-04-02",
              "The Example Protocols (exmpl) WG will hold\na virtual interim meeting on\n2026-04-03 from 15:00 to 16:00 UTC.\n", &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_MISFIT);
  g_assert_cmpstr (outcome.reason, ==, "the body announces another day than the Subject");
}

static void
test_the_plenary_meeting_is_no_interim (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_interim, SECRETARY, "IETF 126 Preliminary Agenda", "", &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_NOT_MINE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interim/a_virtual_meeting", test_a_virtual_meeting);
  g_test_add_func ("/interim/a_meeting_in_a_city", test_a_meeting_in_a_city);
  g_test_add_func ("/interim/several_days_count_from_the_first", test_several_days_count_from_the_first);
  g_test_add_func ("/interim/a_changed_meeting", test_a_changed_meeting);
  g_test_add_func ("/interim/a_change_that_only_the_body_tells", test_a_change_that_only_the_body_tells);
  g_test_add_func ("/interim/a_cancelled_meeting", test_a_cancelled_meeting);
  g_test_add_func ("/interim/one_session_cancelled", test_one_session_cancelled);
  g_test_add_func ("/interim/a_name_with_brackets_of_its_own", test_a_name_with_brackets_of_its_own);
  g_test_add_func ("/interim/a_body_about_another_group_does_not_fit", test_a_body_about_another_group_does_not_fit);
  g_test_add_func ("/interim/a_body_without_meeting_does_not_fit", test_a_body_without_meeting_does_not_fit);
  g_test_add_func ("/interim/a_body_of_another_day_does_not_fit", test_a_body_of_another_day_does_not_fit);
  g_test_add_func ("/interim/the_plenary_meeting_is_no_interim", test_the_plenary_meeting_is_no_interim);
  return g_test_run ();
}
