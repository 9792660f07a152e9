/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "mail/message.h"

#define HOUR 3600

/* `instant` is RFC 3339 in UTC. */
static void
assert_date (const char *text, const char *instant, gint32 offset_s)
{
  gint64 unix_s = -1;
  gint32 found_offset_s = -1;
  g_autofree char *found = NULL;

  if (!nk_message_parse_date (nk_slice_text (text), &unix_s, &found_offset_s))
    g_error ("no date: %s", text);
  found = nk_day_format_instant (unix_s);
  if (!g_str_equal (found, instant) || found_offset_s != offset_s)
    g_error ("%s: %s %+d instead of %s %+d", text, found, found_offset_s, instant, offset_s);
}

static void
assert_no_date (const char *text)
{
  gint64 unix_s = -7;
  gint32 offset_s = -7;

  if (nk_message_parse_date (nk_slice_text (text), &unix_s, &offset_s))
    g_error ("a date: %s", text);
  g_assert_cmpint (unix_s, ==, -7);
  g_assert_cmpint (offset_s, ==, -7);
}

static void
test_the_usual_form_is_read (void)
{
  assert_date ("Wed, 01 Oct 2025 20:36:18 +0000", "2025-10-01T20:36:18Z", 0);
  assert_date ("Wed, 1 Oct 2025 20:36:18 +0000", "2025-10-01T20:36:18Z", 0);
  assert_date ("Wed,  1 Oct 2025 20:36:18 +0000", "2025-10-01T20:36:18Z", 0);
  assert_date ("Tue, 30 Sep 2025 23:59:50 -0700", "2025-10-01T06:59:50Z", -7 * HOUR);
  assert_date ("Wed, 01 Oct 2025 05:06:07 +0530", "2025-09-30T23:36:07Z", 19800);
  assert_date ("Wed, 01 Oct 2025 20:36:18 -0000", "2025-10-01T20:36:18Z", 0);
  assert_date (" Wed, 01 Oct 2025 20:36:18 +0000\r\n", "2025-10-01T20:36:18Z", 0);
  assert_date ("Thu, 29 Feb 2024 12:00:00 +0000", "2024-02-29T12:00:00Z", 0);
}

static void
test_comments_are_passed_over (void)
{
  assert_date ("Wed, 01 Oct 2025 20:36:18 -0700 (PDT)", "2025-10-02T03:36:18Z", -7 * HOUR);
  assert_date ("Wed, 01 Oct 2025 20:36:18 -0700 (a (nested) 1999 one)", "2025-10-02T03:36:18Z", -7 * HOUR);
  assert_date ("(x) Wed (y), 01 (\\) 17) Oct 2025 20:36:18 (z", "2025-10-01T20:36:18Z", 0);
  assert_date ("Wed, 01 Oct 20:36:18 +0200 (CEST) 2025", "2025-10-01T18:36:18Z", 2 * HOUR);
}

static void
test_the_day_of_the_week_may_be_missing_wrong_or_written_out (void)
{
  assert_date ("01 Oct 2025 20:36:18 +0000", "2025-10-01T20:36:18Z", 0);
  assert_date ("Mon, 01 Oct 2025 20:36:18 +0000", "2025-10-01T20:36:18Z", 0);
  assert_date ("Wednesday, 1 October 2025 20:36:18 GMT", "2025-10-01T20:36:18Z", 0);
  assert_date ("Wednesday, October 1, 2025 20:36 GMT", "2025-10-01T20:36:00Z", 0);
  assert_date ("Wed,01 Oct 2025 20:36:18 +0000", "2025-10-01T20:36:18Z", 0);
}

static void
test_seconds_and_zone_may_be_missing (void)
{
  assert_date ("Wed, 01 Oct 2025 20:36 +0200", "2025-10-01T18:36:00Z", 2 * HOUR);
  assert_date ("Wed, 01 Oct 2025 20:36:18", "2025-10-01T20:36:18Z", 0);
  assert_date ("Sat, 31 Dec 2016 23:59:60 +0000", "2016-12-31T23:59:59Z", 0);
}

static void
test_years_of_two_and_three_digits (void)
{
  assert_date ("12 Jun 70 10:00:00 GMT", "1970-06-12T10:00:00Z", 0);
  assert_date ("12 Jun 99 10:00:00 GMT", "1999-06-12T10:00:00Z", 0);
  assert_date ("12 Jun 00 10:00:00 GMT", "2000-06-12T10:00:00Z", 0);
  assert_date ("12 Jun 49 10:00:00 GMT", "2049-06-12T10:00:00Z", 0);
  assert_date ("12 Jun 100 10:00:00 GMT", "2000-06-12T10:00:00Z", 0);
  assert_date ("12 Jun 125 10:00:00 GMT", "2025-06-12T10:00:00Z", 0);
}

static void
test_zone_names_of_rfc_5322_are_known (void)
{
  assert_date ("Wed, 01 Oct 2025 12:00:00 UT", "2025-10-01T12:00:00Z", 0);
  assert_date ("Wed, 01 Oct 2025 12:00:00 UTC", "2025-10-01T12:00:00Z", 0);
  assert_date ("Wed, 01 Oct 2025 12:00:00 GMT", "2025-10-01T12:00:00Z", 0);
  assert_date ("Wed, 01 Oct 2025 12:00:00 Z", "2025-10-01T12:00:00Z", 0);
  assert_date ("Wed, 01 Oct 2025 12:00:00 EST", "2025-10-01T17:00:00Z", -5 * HOUR);
  assert_date ("Wed, 01 Oct 2025 12:00:00 EDT", "2025-10-01T16:00:00Z", -4 * HOUR);
  assert_date ("Wed, 01 Oct 2025 12:00:00 CST", "2025-10-01T18:00:00Z", -6 * HOUR);
  assert_date ("Wed, 01 Oct 2025 12:00:00 CDT", "2025-10-01T17:00:00Z", -5 * HOUR);
  assert_date ("Wed, 01 Oct 2025 12:00:00 MST", "2025-10-01T19:00:00Z", -7 * HOUR);
  assert_date ("Wed, 01 Oct 2025 12:00:00 MDT", "2025-10-01T18:00:00Z", -6 * HOUR);
  assert_date ("Wed, 01 Oct 2025 12:00:00 PST", "2025-10-01T20:00:00Z", -8 * HOUR);
  assert_date ("Wed, 01 Oct 2025 12:00:00 pdt", "2025-10-01T19:00:00Z", -7 * HOUR);
  assert_date ("Wed, 01 Oct 2025 12:00:00 A", "2025-10-01T12:00:00Z", 0);
}

static void
test_zone_names_of_the_archives_are_known (void)
{
  assert_date ("Wed, 01 Oct 1997 12:00:00 BST", "1997-10-01T11:00:00Z", HOUR);
  assert_date ("Wed, 01 Oct 1997 12:00:00 MET", "1997-10-01T11:00:00Z", HOUR);
  assert_date ("Wed, 01 Oct 1997 12:00:00 MET DST", "1997-10-01T10:00:00Z", 2 * HOUR);
  assert_date ("Wed, 01 Oct 1997 12:00:00 MET DST DST DST", "1997-10-01T10:00:00Z", 2 * HOUR);
  assert_date ("Wed, 01 Oct 1997 12:00:00 CEST", "1997-10-01T10:00:00Z", 2 * HOUR);
  assert_date ("Wed, 01 Oct 1997 12:00:00 JST", "1997-10-01T03:00:00Z", 9 * HOUR);
  assert_date ("Wed, 01 Oct 1997 12:00:00 GMT+0200", "1997-10-01T10:00:00Z", 2 * HOUR);
  assert_date ("Wed, 01 Oct 1997 12:00:00+0200", "1997-10-01T10:00:00Z", 2 * HOUR);
  assert_date ("Wed, 01 Oct 1997 12:00:00 +2", "1997-10-01T10:00:00Z", 2 * HOUR);
  assert_date ("Wed, 01 Oct 1997 12:00:00 -03:30", "1997-10-01T15:30:00Z", -12600);
}

static void
test_a_zone_that_is_nonsense_counts_as_utc (void)
{
  assert_date ("Wed, 01 Oct 2025 20:36:18 +22306256", "2025-10-01T20:36:18Z", 0);
  assert_date ("Wed, 01 Oct 2025 20:36:18 +9900", "2025-10-01T20:36:18Z", 0);
  assert_date ("Wed, 01 Oct 2025 20:36:18 -0099", "2025-10-01T20:36:18Z", 0);
  assert_date ("Wed, 01 Oct 2025 20:36:18 XYZZY", "2025-10-01T20:36:18Z", 0);
  assert_date ("Wed, 01 Oct 2025 20:36:18 +", "2025-10-01T20:36:18Z", 0);
}

static void
test_dates_of_asctime_are_read (void)
{
  assert_date ("Wed Oct  1 02:28:20 2025", "2025-10-01T02:28:20Z", 0);
  assert_date ("Wed Oct  1 02:28:20 EDT 2025", "2025-10-01T06:28:20Z", -4 * HOUR);
  assert_date ("Wed Oct  1 02:28:20 2025 -0400", "2025-10-01T06:28:20Z", -4 * HOUR);
  assert_date ("Wed Oct  1 02:28:20 -0400 2025", "2025-10-01T06:28:20Z", -4 * HOUR);
}

static void
test_dates_with_hyphens_are_read (void)
{
  assert_date ("04-Jan-93 13:22:13", "1993-01-04T13:22:13Z", 0);
  assert_date ("30-Nov-93 17:23", "1993-11-30T17:23:00Z", 0);
  assert_date ("13:22:13 04-Jan-93", "1993-01-04T13:22:13Z", 0);
  assert_date ("2006-07-29 00:55:01", "2006-07-29T00:55:01Z", 0);
  assert_date ("2006-07-29T00:55:01Z", "2006-07-29T00:55:01Z", 0);
  assert_date ("2006-07-29T00:55:01.123+02:00", "2006-07-28T22:55:01Z", 2 * HOUR);
  assert_date ("2006/07/29 00:55:01 -0700", "2006-07-29T07:55:01Z", -7 * HOUR);
}

static void
test_blanks_inside_the_time_are_passed_over (void)
{
  assert_date ("Mon, 17 Apr 2006  8: 9: 2 +0300", "2006-04-17T05:09:02Z", 3 * HOUR);
  assert_date ("Mon, 17 Apr 2006 08 :09 :02 +0300", "2006-04-17T05:09:02Z", 3 * HOUR);
}

static void
test_twelve_hours_are_read (void)
{
  assert_date ("October 1, 2025 10:02 PM", "2025-10-01T22:02:00Z", 0);
  assert_date ("1 Oct 2025 10:02:03AM", "2025-10-01T10:02:03Z", 0);
  assert_date ("1 Oct 2025 12:02:03 AM", "2025-10-01T00:02:03Z", 0);
  assert_date ("1 Oct 2025 12:02:03 pm", "2025-10-01T12:02:03Z", 0);
  assert_date ("1 Oct 2025 22:02:03 PM", "2025-10-01T22:02:03Z", 0);
}

static void
test_what_is_no_date_is_refused (void)
{
  assert_no_date ("");
  assert_no_date ("yesterday");
  assert_no_date ("Wed, 01 Oct 2025");
  assert_no_date ("20:36:18 +0000");
  assert_no_date ("Wed, 31 Feb 2025 20:36:18 +0000");
  assert_no_date ("Wed, 00 Oct 2025 20:36:18 +0000");
  assert_no_date ("Wed, 01 Foo 2025 20:36:18 +0000");
  assert_no_date ("Wed, 01 Oct 2025 24:36:18 +0000");
  assert_no_date ("Wed, 01 Oct 2025 20:60:18 +0000");
  assert_no_date ("Wed, 01 Oct 2025 20:36:61 +0000");
  assert_no_date ("Wed, 01 Oct 202512345678901234567890 20:36:18");
  assert_no_date ("(Wed, 01 Oct 2025 20:36:18 +0000");
}

static void
test_dates_outside_of_1970_to_2100_are_refused (void)
{
  assert_date ("Thu, 01 Jan 1970 00:00:00 +0000", "1970-01-01T00:00:00Z", 0);
  assert_date ("Fri, 31 Dec 2100 23:59:59 +0000", "2100-12-31T23:59:59Z", 0);
  assert_no_date ("Wed, 31 Dec 1969 23:59:59 +0000");
  assert_no_date ("Thu, 01 Jan 1970 00:00:00 +0100");
  assert_no_date ("Sat, 01 Jan 2101 00:00:00 +0000");
  assert_no_date ("Fri, 31 Dec 2100 23:59:59 -0100");
  assert_no_date ("Wed, 01 Oct 9999 20:36:18 +0000");
}

static void
test_both_ways_to_read_agree (void)
{
  static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";

  for (guint i = 0; i < 3000; i++) {
    guint day = 1 + i % 28, month = i % 12, year = 1970 + i % 130, hour = i % 24, minute = i % 60, second = i * 7 % 60, zone = i % 15;
    char sign = i % 2 == 0 ? '+' : '-';
    g_autofree char *usual
        = g_strdup_printf ("Mon, %02u %.3s %u %02u:%02u:%02u %c%02u30", day, months + 3 * month, year, hour, minute, second, sign, zone);
    g_autofree char *other
        = g_strdup_printf ("%u-%.3s-%u %u:%u:%u%c%02u:30", day, months + 3 * month, year, hour, minute, second, sign, zone);
    gint64 one = -1, two = -1;
    gint32 zone_one = -1, zone_two = -1;

    g_assert_cmpint (nk_message_parse_date (nk_slice_text (usual), &one, &zone_one), ==,
                     nk_message_parse_date (nk_slice_text (other), &two, &zone_two));
    g_assert_cmpint (one, ==, two);
    g_assert_cmpint (zone_one, ==, zone_two);
  }
}

static void
test_hostile_bytes_do_no_harm (void)
{
  static const char alphabet[] = "0123456789:+-/(),.\\ \tOctJanPMZGT\xff\xc3";
  guint32 state = 3;

  for (guint i = 0; i < 20000; i++) {
    gsize length = i % 90;
    g_autofree char *text = g_malloc (length + 1);
    gint64 unix_s;
    gint32 offset_s;

    for (gsize j = 0; j < length; j++) {
      state = state * 1103515245u + 12345u;
      text[j] = alphabet[(state >> 16) % (sizeof alphabet - 1)];
    }
    if (nk_message_parse_date (nk_slice (text, length), &unix_s, &offset_s)) {
      g_assert_cmpint (unix_s, >=, 0);
      g_assert_cmpint (unix_s, <, 4133980800);
      g_assert_cmpint (ABS (offset_s), <, 15 * HOUR);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/the_usual_form_is_read", test_the_usual_form_is_read);
  g_test_add_func ("/date/comments_are_passed_over", test_comments_are_passed_over);
  g_test_add_func ("/date/the_day_of_the_week_may_be_missing_wrong_or_written_out",
                   test_the_day_of_the_week_may_be_missing_wrong_or_written_out);
  g_test_add_func ("/date/seconds_and_zone_may_be_missing", test_seconds_and_zone_may_be_missing);
  g_test_add_func ("/date/years_of_two_and_three_digits_belong_to_the_age_of_mail", test_years_of_two_and_three_digits);
  g_test_add_func ("/date/zone_names_of_rfc_5322_are_known", test_zone_names_of_rfc_5322_are_known);
  g_test_add_func ("/date/zone_names_of_the_archives_are_known", test_zone_names_of_the_archives_are_known);
  g_test_add_func ("/date/a_zone_that_is_nonsense_counts_as_utc", test_a_zone_that_is_nonsense_counts_as_utc);
  g_test_add_func ("/date/dates_of_asctime_are_read", test_dates_of_asctime_are_read);
  g_test_add_func ("/date/dates_with_hyphens_are_read", test_dates_with_hyphens_are_read);
  g_test_add_func ("/date/blanks_inside_the_time_are_passed_over", test_blanks_inside_the_time_are_passed_over);
  g_test_add_func ("/date/twelve_hours_are_read", test_twelve_hours_are_read);
  g_test_add_func ("/date/what_is_no_date_is_refused", test_what_is_no_date_is_refused);
  g_test_add_func ("/date/dates_outside_of_1970_to_2100_are_refused", test_dates_outside_of_1970_to_2100_are_refused);
  g_test_add_func ("/date/both_ways_to_read_agree", test_both_ways_to_read_agree);
  g_test_add_func ("/date/hostile_bytes_do_no_harm", test_hostile_bytes_do_no_harm);
  return g_test_run ();
}
