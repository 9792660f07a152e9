/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Dates of mail. Most are written exactly as RFC 5322 §3.3 has it, by programs, and are read by their columns. The others are read word by word, with each
 * number and name taken for what it can only be; what says nothing about the instant is passed over. */
#include "mail/message.h"

/* Longer dates are read up to here. */
#define MAX_DATE_BYTES 512
#define MAX_YEAR 2100
#define MAX_ZONE_HOURS 14 /* Kiribati is the furthest */

typedef struct {
  int year, month, day;     /* -1, 0, -1: not seen yet */
  int hour, minute, second; /* hour -1: not seen yet */
  gboolean is_morning, is_afternoon, is_summer;
  gboolean has_zone;
  gint32 zone_s;
} Parts;

typedef struct {
  const char *data;
  gsize length, at;
  gsize date_end; /* where the last part of a day ended: a `-` or `/` glued to it joins the next one, and is no sign of a zone */
} Reader;

static const struct {
  char name[6];
  gint32 offset_s;
} zones[] = {
  { "UT", 0 },           { "UTC", 0 },          { "GMT", 0 },          { "Z", 0 },
  { "WET", 0 },          { "EST", -5 * 3600 },  { "EDT", -4 * 3600 },  { "CST", -6 * 3600 },
  { "CDT", -5 * 3600 },  { "MST", -7 * 3600 },  { "MDT", -6 * 3600 },  { "PST", -8 * 3600 },
  { "PDT", -7 * 3600 },  { "AKST", -9 * 3600 }, { "AKDT", -8 * 3600 }, { "HST", -10 * 3600 },
  { "AST", -4 * 3600 },  { "ADT", -3 * 3600 },  { "NST", -12600 },     { "NDT", -9000 },
  { "BST", 3600 },       { "WEST", 3600 },      { "CET", 3600 },       { "MET", 3600 },
  { "MEZ", 3600 },       { "CEST", 7200 },      { "MEST", 7200 },      { "MESZ", 7200 },
  { "EET", 7200 },       { "SAST", 7200 },      { "EEST", 10800 },     { "IDT", 10800 },
  { "MSK", 10800 },      { "MSD", 14400 },      { "SGT", 8 * 3600 },   { "HKT", 8 * 3600 },
  { "AWST", 8 * 3600 },  { "JST", 9 * 3600 },   { "KST", 9 * 3600 },   { "ACST", 34200 },
  { "ACDT", 37800 },     { "AEST", 10 * 3600 }, { "AEDT", 11 * 3600 }, { "NZST", 12 * 3600 },
  { "NZDT", 13 * 3600 },
};

static gboolean
finish (const Parts *parts, gint64 *ret_unix_s, gint32 *ret_offset_s)
{
  NkDay day = parts->year > MAX_YEAR ? NK_DAY_NONE : nk_day (parts->year, parts->month, parts->day);
  gint64 unix_s;

  if (day == NK_DAY_NONE || parts->hour < 0 || parts->hour > 23 || parts->minute > 59 || parts->second > 60)
    return FALSE;
  unix_s = nk_day_start_unix_s (day) + parts->hour * 3600 + parts->minute * 60 + MIN (parts->second, 59) - parts->zone_s;
  if (unix_s < 0 || unix_s >= nk_day_start_unix_s (nk_day (MAX_YEAR + 1, 1, 1)))
    return FALSE;
  *ret_unix_s = unix_s;
  *ret_offset_s = parts->zone_s;
  return TRUE;
}

static gboolean
is_digit (char c)
{
  return c >= '0' && c <= '9';
}

/* Two digits, or -1. */
static int
two_digits (const char *text)
{
  return is_digit (text[0]) && is_digit (text[1]) ? (text[0] - '0') * 10 + (text[1] - '0') : -1;
}

/* The usual way to write a month; 0 for any other. */
static int
usual_month (const char *text)
{
  static const char names[] = "JanFebMarAprMayJunJulAugSepOctNovDec";

  for (int i = 0; i < 12; i++)
    if (memcmp (text, names + 3 * i, 3) == 0)
      return i + 1;
  return 0;
}

/* `+hhmm` in a range that exists on earth; else FALSE. */
static gboolean
usual_zone (const char *text, gint32 *ret_offset_s)
{
  int hours = two_digits (text + 1), minutes = two_digits (text + 3);

  if ((text[0] != '+' && text[0] != '-') || hours < 0 || hours > MAX_ZONE_HOURS || minutes < 0 || minutes > 59)
    return FALSE;
  *ret_offset_s = (hours * 3600 + minutes * 60) * (text[0] == '-' ? -1 : 1);
  return TRUE;
}

/* `Www, dd Mmm yyyy hh:mm:ss +hhmm`, the day also as ` d` or `d`, and a comment behind it. Anything else is left to the reader of words. */
static gboolean
parse_usual (NkSlice text, gint64 *ret_unix_s, gint32 *ret_offset_s)
{
  static const NkSlice pattern = NK_SLICE_LITERAL (" Mmm yyyy hh:mm:ss +hhmm");
  Parts parts = { 0 };
  const char *rest;
  gsize day_digits;

  if (text.length < 5 + 1 + pattern.length || text.data[3] != ',' || text.data[4] != ' ')
    return FALSE;
  day_digits = is_digit (text.data[6]) ? 2 : 1;
  if (text.length < 5 + day_digits + pattern.length)
    return FALSE;
  if (day_digits == 1)
    parts.day = is_digit (text.data[5]) ? text.data[5] - '0' : 0;
  else
    parts.day = text.data[5] == ' ' ? text.data[6] - '0' : two_digits (text.data + 5);
  rest = text.data + 5 + day_digits;
  text = nk_slice_from (text, 5 + day_digits + pattern.length);
  if (text.length > 0
      && !(text.data[0] == ' ' && text.length > 2 && text.data[1] == '(' && nk_slice_find_char (text, ')') == (gssize)text.length - 1))
    return FALSE;
  if (rest[0] != ' ' || rest[4] != ' ' || rest[9] != ' ' || rest[12] != ':' || rest[15] != ':' || rest[18] != ' ')
    return FALSE;
  parts.month = usual_month (rest + 1);
  parts.year = two_digits (rest + 5) * 100 + two_digits (rest + 7);
  parts.hour = two_digits (rest + 10);
  parts.minute = two_digits (rest + 13);
  parts.second = two_digits (rest + 16);
  if (two_digits (rest + 5) < 0 || two_digits (rest + 7) < 0 || parts.minute < 0 || parts.second < 0)
    return FALSE;
  return usual_zone (rest + 19, &parts.zone_s) && finish (&parts, ret_unix_s, ret_offset_s);
}

static void
skip_blanks (Reader *reader)
{
  while (reader->at < reader->length && g_ascii_isspace (reader->data[reader->at]))
    reader->at++;
}

/* RFC 5322 §3.2.2: comments nest, a backslash takes the meaning from the next character. */
static void
skip_comment (Reader *reader)
{
  guint depth = 0;

  for (; reader->at < reader->length; reader->at++) {
    char c = reader->data[reader->at];

    if (c == '\\')
      reader->at++;
    else if (c == '(')
      depth++;
    else if (c == ')' && --depth == 0) {
      reader->at++;
      return;
    }
  }
  reader->at = MIN (reader->at, reader->length);
}

/* A run of digits; its value stops growing at 99,999,999. */
static gsize
read_number (Reader *reader, int *ret_number)
{
  gsize start = reader->at;

  *ret_number = 0;
  for (; reader->at < reader->length && is_digit (reader->data[reader->at]); reader->at++)
    if (reader->at - start < 8)
      *ret_number = *ret_number * 10 + (reader->data[reader->at] - '0');
  return reader->at - start;
}

/* `:mm` or `:ss`, with blanks around it as some writers pad (` 8: 9: 2`). FALSE leaves the place as it was. */
static gboolean
read_colon_number (Reader *reader, int *ret_number)
{
  gsize start = reader->at, digits = 0;

  skip_blanks (reader);
  if (reader->at < reader->length && reader->data[reader->at] == ':') {
    reader->at++;
    skip_blanks (reader);
    digits = read_number (reader, ret_number);
  }
  if (digits == 1 || digits == 2)
    return TRUE;
  reader->at = start;
  return FALSE;
}

/* The hour has been read. */
static gboolean
read_time (Reader *reader, Parts *parts, int hour)
{
  int minute = 0, second = 0, fraction;

  if (!read_colon_number (reader, &minute))
    return FALSE;
  if (read_colon_number (reader, &second) && reader->at < reader->length && reader->data[reader->at] == '.') {
    reader->at++;
    read_number (reader, &fraction);
  }
  parts->hour = hour;
  parts->minute = minute;
  parts->second = second;
  return TRUE;
}

/* RFC 5322 §4.3: two digits below 50 belong to this century, three count from 1900. */
static int
full_year (int number, gsize digits)
{
  if (digits >= 4)
    return number;
  return number + (digits <= 2 && number < 50 ? 2000 : 1900);
}

static void
take_number (Reader *reader, Parts *parts, int number, gsize digits, gboolean is_glued)
{
  if (digits <= 2 && is_glued && parts->year >= 0 && parts->month == 0)
    parts->month = number; /* 2006-07-29 */
  else if (digits <= 2 && parts->day < 0)
    parts->day = number;
  else if (digits <= 4 && parts->year < 0)
    parts->year = full_year (number, digits);
  else
    return;
  reader->date_end = reader->at;
}

/* The sign has been seen at `at`. What is no zone on earth counts as UTC. */
static void
read_zone (Reader *reader, Parts *parts)
{
  int sign = reader->data[reader->at++] == '-' ? -1 : 1;
  int number = 0, minutes = 0;
  gsize digits = read_number (reader, &number);
  int hours = digits <= 2 ? number : number / 100;

  if (digits > 2)
    minutes = number % 100;
  else if (reader->at < reader->length && reader->data[reader->at] == ':' && !read_colon_number (reader, &minutes))
    minutes = 0;
  parts->has_zone = TRUE;
  parts->zone_s = digits > 4 || hours > MAX_ZONE_HOURS || minutes > 59 ? 0 : sign * (hours * 3600 + minutes * 60);
}

/* RFC 5322 §4.3: the single letters were used wrongly so often that they tell nothing and count as UTC, as any unknown name does. */
static void
take_zone_name (Parts *parts, NkSlice word)
{
  if (parts->has_zone && nk_slice_equal_fold (word, NK_SLICE_LITERAL ("DST"))) {
    parts->zone_s += parts->is_summer ? 0 : 3600; /* `MET DST` */
    parts->is_summer = TRUE;
    return;
  }
  if (parts->has_zone)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    if (nk_slice_equal_fold (word, nk_slice_text (zones[i].name))) {
      parts->has_zone = TRUE;
      parts->zone_s = zones[i].offset_s;
      return;
    }
}

static void
read_word (Reader *reader, Parts *parts)
{
  gsize start = reader->at;
  NkSlice word;
  int month;

  while (reader->at < reader->length && g_ascii_isalpha (reader->data[reader->at]))
    reader->at++;
  word = nk_slice (reader->data + start, reader->at - start);
  month = parts->month == 0 ? nk_day_month_number (word) : 0;
  if (month != 0) {
    parts->month = month;
    reader->date_end = reader->at;
  } else if (nk_slice_equal_fold (word, NK_SLICE_LITERAL ("PM"))) {
    parts->is_afternoon = TRUE;
  } else if (nk_slice_equal_fold (word, NK_SLICE_LITERAL ("AM"))) {
    parts->is_morning = TRUE;
  } else if (parts->hour >= 0) {
    take_zone_name (parts, word);
  }
}

static void
read_digits (Reader *reader, Parts *parts)
{
  gsize start = reader->at;
  gboolean is_glued = start > 0 && reader->date_end == start - 1 && (reader->data[start - 1] == '-' || reader->data[start - 1] == '/');
  int number;
  gsize digits = read_number (reader, &number);

  if (digits > 2 || parts->hour >= 0 || !read_time (reader, parts, number))
    take_number (reader, parts, number, digits, is_glued);
}

/* A sign that opens a zone stands behind the time, is followed by a digit, and does not join the parts of a day as in 04-Jan-93. `GMT+2` is a zone too. */
static gboolean
opens_zone (const Reader *reader, const Parts *parts)
{
  char c = reader->data[reader->at];

  return (c == '+' || c == '-') && parts->hour >= 0 && reader->date_end != reader->at && reader->at + 1 < reader->length
         && is_digit (reader->data[reader->at + 1]) && (!parts->has_zone || parts->zone_s == 0);
}

static void
apply_half_of_day (Parts *parts)
{
  if (!parts->is_morning && !parts->is_afternoon)
    return;
  if (parts->hour < 1 || parts->hour > 12) /* 20:36 PM: the 24 hours win */
    return;
  parts->hour = parts->hour % 12 + (parts->is_afternoon ? 12 : 0);
}

gboolean
nk_message_parse_date (NkSlice text, gint64 *ret_unix_s, gint32 *ret_offset_s)
{
  Parts parts = { .year = -1, .day = -1, .hour = -1 };
  Reader reader;

  g_return_val_if_fail (ret_unix_s != NULL && ret_offset_s != NULL, FALSE);
  text = nk_slice_trim (nk_slice_first (text, MAX_DATE_BYTES));
  if (parse_usual (text, ret_unix_s, ret_offset_s))
    return TRUE;
  reader = (Reader){ text.data, text.length, 0, G_MAXSIZE };
  while (reader.at < reader.length) {
    char c = reader.data[reader.at];

    if (is_digit (c))
      read_digits (&reader, &parts);
    else if (g_ascii_isalpha (c))
      read_word (&reader, &parts);
    else if (c == '(')
      skip_comment (&reader);
    else if (opens_zone (&reader, &parts))
      read_zone (&reader, &parts);
    else
      reader.at++;
  }
  apply_half_of_day (&parts);
  return finish (&parts, ret_unix_s, ret_offset_s);
}
