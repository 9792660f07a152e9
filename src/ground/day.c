/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "ground/day.h"

/* The arithmetic counts in eras of 400 years that begin on 1 March, so that the leap day is the last of its year.
 * All of it in 64 bits: no day or instant that a caller can write overflows. */
#define DAYS_PER_ERA 146097
#define DAYS_FROM_ERA_TO_EPOCH 719468 /* 0000-03-01 .. 1970-01-01 */

static const int days_before_month[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365 };

static const char *const month_names[] = {
  "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
};

static gboolean
is_leap_year (int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static gint64
divide_down (gint64 number, gint64 divisor)
{
  gint64 quotient = number / divisor;

  return quotient * divisor > number ? quotient - 1 : quotient;
}

NkDay
nk_day (int year, int month, int day_of_month)
{
  int length, leaps;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day_of_month < 1)
    return NK_DAY_NONE;
  length = days_before_month[month] - days_before_month[month - 1] + (month == 2 && is_leap_year (year) ? 1 : 0);
  if (day_of_month > length)
    return NK_DAY_NONE;
  leaps = (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400 + (month > 2 && is_leap_year (year) ? 1 : 0);
  return (year - 1) * 365 + leaps + days_before_month[month - 1] + day_of_month - 1 - (DAYS_FROM_ERA_TO_EPOCH - 306);
}

void
nk_day_split (NkDay day, int *ret_year, int *ret_month, int *ret_day_of_month)
{
  gint64 shifted, era, day_of_era, year_of_era, day_of_year, month_from_march;

  if (day == NK_DAY_NONE) {
    *ret_year = *ret_month = *ret_day_of_month = 0;
    return;
  }
  shifted = (gint64)day + DAYS_FROM_ERA_TO_EPOCH;
  era = divide_down (shifted, DAYS_PER_ERA);
  day_of_era = shifted - era * DAYS_PER_ERA;
  year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  month_from_march = (5 * day_of_year + 2) / 153;
  *ret_day_of_month = (int)(day_of_year - (153 * month_from_march + 2) / 5 + 1);
  *ret_month = (int)(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
  *ret_year = (int)(year_of_era + era * 400 + (*ret_month <= 2 ? 1 : 0));
}

/* `count` digits at `data`; -1 if they are not. */
static int
digits (const char *data, gsize count)
{
  int number = 0;

  for (gsize i = 0; i < count; i++) {
    if (!g_ascii_isdigit (data[i]))
      return -1;
    number = number * 10 + (data[i] - '0');
  }
  return number;
}

gboolean
nk_day_parse (NkSlice text, NkDay *ret_day)
{
  NkDay day;

  if (text.length != 10 || text.data[4] != '-' || text.data[7] != '-')
    return FALSE;
  day = nk_day (digits (text.data, 4), digits (text.data + 5, 2), digits (text.data + 8, 2));
  if (day == NK_DAY_NONE)
    return FALSE;
  *ret_day = day;
  return TRUE;
}

char *
nk_day_format (NkDay day)
{
  int year, month, day_of_month;

  if (day == NK_DAY_NONE)
    return g_strdup ("");
  nk_day_split (day, &year, &month, &day_of_month);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day_of_month);
}

int
nk_day_weekday (NkDay day)
{
  gint64 since_thursday = (gint64)day + 4; /* 1970-01-01 was a Thursday */

  return (int)(since_thursday - divide_down (since_thursday, 7) * 7);
}

NkDay
nk_day_of (gint64 unix_s)
{
  return (NkDay)CLAMP (divide_down (unix_s, NK_DAY_SECONDS), G_MININT32 + 1, G_MAXINT32);
}

gint64
nk_day_start_unix_s (NkDay day)
{
  return (gint64)day * NK_DAY_SECONDS;
}

char *
nk_day_format_instant (gint64 unix_s)
{
  NkDay day = nk_day_of (unix_s);
  int second = (int)CLAMP (unix_s - nk_day_start_unix_s (day), 0, NK_DAY_SECONDS - 1);
  g_autofree char *date = nk_day_format (day);

  return g_strdup_printf ("%sT%02d:%02d:%02dZ", date, second / 3600, second / 60 % 60, second % 60);
}

/* YYYY-MM-DD, or YYYY-MM-DDTHH:MM:SSZ. */
static gboolean
parse_instant (NkSlice text, gint64 *ret_unix_s)
{
  NkDay day;
  int hour, minute, second;

  if (!nk_day_parse (nk_slice_first (text, 10), &day))
    return FALSE;
  if (text.length == 10) {
    *ret_unix_s = nk_day_start_unix_s (day);
    return TRUE;
  }
  if (text.length != 20 || text.data[10] != 'T' || text.data[13] != ':' || text.data[16] != ':' || text.data[19] != 'Z')
    return FALSE;
  hour = digits (text.data + 11, 2);
  minute = digits (text.data + 14, 2);
  second = digits (text.data + 17, 2);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
    return FALSE;
  *ret_unix_s = nk_day_start_unix_s (day) + hour * 3600 + minute * 60 + second;
  return TRUE;
}

gint64
nk_day_now_unix_s (void)
{
  const char *fixed = g_getenv ("NIKKAN_NOW");
  gint64 unix_s;

  if (fixed != NULL && parse_instant (nk_slice_text (fixed), &unix_s))
    return unix_s;
  return g_get_real_time () / G_USEC_PER_SEC;
}

int
nk_day_month_number (NkSlice name)
{
  if (nk_slice_ends (name, NK_SLICE_LITERAL (".")))
    name.length--;
  if (name.length < 3)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (month_names); i++) {
    if (nk_slice_starts_fold (nk_slice_text (month_names[i]), name))
      return (int)i + 1;
  }
  return 0;
}
