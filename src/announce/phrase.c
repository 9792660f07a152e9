/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "announce/phrase_private.h"

/* A day of the week, a month, a day and a year fit well in so many bytes. */
#define MAX_DATE_BYTES 48

/* The longest level, with an article and white space before it. */
#define MAX_LEVEL_BYTES 64

NkAnnouncement *
nk_phrase_begin (NkKind kind, const NkParseInput *input)
{
  NkAnnouncement *announcement = nk_announcement_new (kind);

  announcement->subject = nk_parse_field (nk_slice_text (input->subject), NK_ANNOUNCEMENT_MAX_TITLE_BYTES);
  return announcement;
}

char *
nk_phrase_body (const NkParseInput *input)
{
  char *body = nk_parse_unfold (input->message->text);

  if (strlen (body) > NK_PHRASE_MAX_BODY_BYTES)
    body[NK_PHRASE_MAX_BODY_BYTES] = '\0';
  return body;
}

NkParseResult
nk_phrase_finish (NkAnnouncement *announcement, const NkParseInput *input, NkAnnouncement **ret_announcement)
{
  if (announcement->title == NULL || announcement->title[0] == '\0') {
    g_free (announcement->title);
    announcement->title = g_strdup (announcement->subject);
  }
  nk_parse_complete_group (announcement, input->groups);
  nk_parse_name_by_text (announcement, input->message);
  *ret_announcement = announcement;
  return NK_PARSE_DONE;
}

NkParseResult
nk_phrase_misfit (char **ret_reason, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  *ret_reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return NK_PARSE_MISFIT;
}

gboolean
nk_phrase_occurs (NkSlice text, const char *phrase)
{
  return nk_slice_find_fold (text, nk_slice_text (phrase)) >= 0;
}

gboolean
nk_phrase_after (NkSlice text, const char *phrase, NkSlice *ret_rest)
{
  gssize at = nk_slice_find_fold (text, nk_slice_text (phrase));

  if (at < 0)
    return FALSE;
  *ret_rest = nk_slice_from (text, (gsize)at + strlen (phrase));
  return TRUE;
}

NkSlice
nk_phrase_before (NkSlice text, const char *phrase)
{
  gssize at = nk_slice_find_fold (text, nk_slice_text (phrase));

  return at < 0 ? text : nk_slice_first (text, (gsize)at);
}

gboolean
nk_phrase_skip (NkSlice *text, const char *phrase)
{
  if (!nk_slice_starts_fold (*text, nk_slice_text (phrase)))
    return FALSE;
  *text = nk_slice_trim (nk_slice_from (*text, strlen (phrase)));
  return TRUE;
}

gboolean
nk_phrase_skip_end (NkSlice *text, const char *phrase)
{
  gsize length = strlen (phrase);

  if (text->length < length || !nk_slice_equal_fold (nk_slice_from (*text, text->length - length), nk_slice_text (phrase)))
    return FALSE;
  *text = nk_slice_trim (nk_slice_first (*text, text->length - length));
  return TRUE;
}

NkSlice
nk_phrase_unwrap (NkSlice text)
{
  static const char pairs[][2] = { { '\'', '\'' }, { '"', '"' }, { '(', ')' }, { '<', '>' } };

  text = nk_slice_trim (text);
  for (guint i = 0; text.length >= 2 && i < G_N_ELEMENTS (pairs); i++)
    if (text.data[0] == pairs[i][0] && text.data[text.length - 1] == pairs[i][1])
      return nk_slice_trim (nk_slice (text.data + 1, text.length - 2));
  return text;
}

NkSlice
nk_phrase_level (NkSlice text)
{
  /* A longer form stands before its own beginning. */
  static const char *const levels[] = {
    "Proposed Standard",
    "Draft Standard",
    "Internet Standard",
    "Full Standard",
    "Standard",
    "Best Current Practices RFC",
    "Best Current Practice RFC",
    "Best Current Practices",
    "Best Current Practice",
    "BCP",
    "Informational RFC",
    "Informational",
    "Experimental RFC",
    "Experimental",
    "Historic RFC",
    "Historic",
  };

  text = nk_slice_trim (text);
  if (!nk_phrase_skip (&text, "a "))
    nk_phrase_skip (&text, "an ");
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++) {
    gsize length = strlen (levels[i]);
    if (nk_slice_starts_fold (text, nk_slice_text (levels[i])) && (text.length == length || !g_ascii_isalnum (text.data[length])))
      return nk_slice_first (text, length);
  }
  return NK_SLICE_EMPTY;
}

NkSlice
nk_phrase_level_after (NkSlice text, const char *lead)
{
  while (nk_phrase_after (text, lead, &text)) {
    NkSlice level = nk_phrase_level (nk_slice_first (text, MAX_LEVEL_BYTES));
    if (level.length > 0)
      return level;
  }
  return NK_SLICE_EMPTY;
}

gboolean
nk_phrase_split_level (NkSlice text, NkSlice *ret_title, NkSlice *ret_level)
{
  NkSlice rest = text, level;

  *ret_title = text;
  *ret_level = NK_SLICE_EMPTY;
  while (nk_phrase_after (rest, " to ", &rest)) {
    level = nk_phrase_level (nk_slice_first (rest, MAX_LEVEL_BYTES));
    if (level.length == 0)
      continue;
    *ret_title = nk_slice_trim (nk_slice (text.data, (gsize)(rest.data - text.data) - strlen (" to ")));
    *ret_level = level;
  }
  return ret_level->length > 0;
}

/* Cuts digits or letters off the start; blanks, commas, hyphens and points before them are passed over. */
static NkSlice
take_word (NkSlice *text)
{
  NkSlice word;

  while (text->length > 0 && strchr (" ,-.\n", text->data[0]) != NULL && text->data[0] != '\0')
    *text = nk_slice_from (*text, 1);
  word = nk_slice_first (*text, 0);
  while (word.length < text->length && g_ascii_isalnum (text->data[word.length])
         && g_ascii_isdigit (text->data[word.length]) == g_ascii_isdigit (text->data[0]))
    word.length++;
  *text = nk_slice_from (*text, word.length);
  return word;
}

static gboolean
is_weekday (NkSlice word)
{
  static const char *const names[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };

  for (guint i = 0; word.length >= 3 && i < G_N_ELEMENTS (names); i++)
    if (nk_slice_starts_fold (nk_slice_text (names[i]), word))
      return TRUE;
  return FALSE;
}

/* As take_word, without the ending of an ordinal: `31st`. */
static NkSlice
take_date_word (NkSlice *text)
{
  static const char *const endings[] = { "st", "nd", "rd", "th" };
  NkSlice word = take_word (text);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (nk_slice_equal_fold (word, nk_slice_text (endings[i])))
      return take_word (text);
  return word;
}

NkDay
nk_phrase_day (NkSlice text)
{
  NkSlice rest = nk_slice_first (text, MAX_DATE_BYTES), first, second, third;
  guint64 a, b, c;

  first = take_word (&rest);
  if (is_weekday (first))
    first = take_word (&rest);
  second = take_date_word (&rest);
  third = take_date_word (&rest);
  if (!nk_slice_to_uint (third, 9999, &c))
    return NK_DAY_NONE;
  if (nk_slice_to_uint (first, 9999, &a) && nk_slice_to_uint (second, 12, &b))
    return first.length == 4 ? nk_day ((int)a, (int)b, (int)c) : NK_DAY_NONE;
  if (third.length != 4)
    return NK_DAY_NONE;
  if (nk_slice_to_uint (second, 31, &b))
    return nk_day ((int)c, nk_day_month_number (first), (int)b);
  return nk_slice_to_uint (first, 31, &a) ? nk_day ((int)c, nk_day_month_number (second), (int)a) : NK_DAY_NONE;
}

NkDay
nk_phrase_first_iso_day (NkSlice text)
{
  NkDay day;

  for (gsize i = 0; i + 10 <= text.length; i++) {
    gboolean stands_alone
        = (i == 0 || !g_ascii_isalnum (text.data[i - 1])) && (i + 10 == text.length || !g_ascii_isalnum (text.data[i + 10]));
    if (g_ascii_isdigit (text.data[i]) && stands_alone && nk_day_parse (nk_slice (text.data + i, 10), &day))
      return day;
  }
  return NK_DAY_NONE;
}

NkDay
nk_phrase_deadline (NkSlice text)
{
  static const char *const leads[] = { " by ", " until ", " extended to ", " ends on ", " end on ", " before " };

  for (guint i = 0; i < G_N_ELEMENTS (leads); i++) {
    NkSlice rest = text;
    while (nk_phrase_after (rest, leads[i], &rest)) {
      NkDay day = nk_phrase_day (rest);
      if (day != NK_DAY_NONE)
        return day;
    }
  }
  return NK_DAY_NONE;
}
