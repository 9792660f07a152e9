/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Values inside a block: names, pages, dates. */
#include "announce/body_private.h"

/* A list of names is cut here: NK_ANNOUNCEMENT_MAX_AUTHORS of them fit easily. */
#define MAX_LIST_BYTES 16384

/* What follows a name after a comma without being one. */
static gboolean
is_suffix (NkSlice text)
{
  static const char *const suffixes[]
      = { "Ed.", "Ed", "Eds.", "Eds", "Editor", "Editors", "Jr.", "Jr", "Sr.", "Sr", "Ph.D.", "II", "III", "IV", "2nd", "3rd", "4th" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (nk_slice_equal_fold (text, nk_slice_text (suffixes[i])))
      return TRUE;
  return FALSE;
}

static void
add_name (GPtrArray *names, NkSlice name)
{
  name = nk_slice_trim (name);
  if (name.length == 0 || names->len >= NK_ANNOUNCEMENT_MAX_AUTHORS)
    return;
  if (names->len > 0 && is_suffix (name)) {
    char *whole = names->pdata[names->len - 1];
    names->pdata[names->len - 1] = g_strdup_printf ("%s, %.*s", whole, (int)name.length, name.data);
    g_free (whole);
    return;
  }
  g_ptr_array_add (names, nk_parse_field (name, NK_BODY_MAX_NAME_BYTES));
}

/* Where the next name of a part begins: behind `and` or `&`, whose place goes to *ret_at. 0 if there is none. */
static gsize
next_name (NkSlice part, gsize *ret_at)
{
  static const NkSlice words[] = { NK_SLICE_LITERAL (" and "), NK_SLICE_LITERAL (" & ") };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    gssize at = nk_slice_find_fold (part, words[i]);
    if (at >= 0) {
      *ret_at = (gsize)at;
      return (gsize)at + words[i].length;
    }
  }
  return 0;
}

/* One part between commas: `J. Doe`, `J. Doe and R. Roe`, `J. Doe et al.` */
static void
add_part (GPtrArray *names, NkSlice part)
{
  static const NkSlice leading_and = NK_SLICE_LITERAL ("and ");
  static const NkSlice others[] = { NK_SLICE_LITERAL ("et al."), NK_SLICE_LITERAL ("et al"), NK_SLICE_LITERAL ("et. al.") };
  gsize at, next;

  part = nk_slice_trim (part);
  if (nk_slice_starts_fold (part, leading_and))
    part = nk_slice_from (part, leading_and.length);
  while ((next = next_name (part, &at)) > 0) {
    add_name (names, nk_slice_first (part, at));
    part = nk_slice_from (part, next);
  }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    NkSlice end = others[i].length <= part.length ? nk_slice_from (part, part.length - others[i].length) : NK_SLICE_EMPTY;
    if (end.length == 0 || !nk_slice_equal_fold (end, others[i]))
      continue;
    add_name (names, nk_slice_first (part, part.length - end.length));
    add_name (names, NK_SLICE_LITERAL ("et al."));
    return;
  }
  add_name (names, part);
}

void
nk_body_add_names (GPtrArray *names, NkSlice list)
{
  g_autofree char *line = nk_parse_field (list, MAX_LIST_BYTES);
  NkSlice rest = nk_slice_text (line);
  gssize comma;

  while ((comma = nk_slice_find_char (rest, ',')) >= 0) {
    add_part (names, nk_slice_first (rest, (gsize)comma));
    rest = nk_slice_from (rest, (gsize)comma + 1);
  }
  add_part (names, rest);
}

/* Cuts the digits that *text begins with off it; -1 if there is none, or too many for a small number. */
static gint
take_number (NkSlice *text)
{
  gsize length = 0;
  gint number = 0;

  while (length < text->length && length < 7 && g_ascii_isdigit (text->data[length]))
    number = number * 10 + (text->data[length++] - '0');
  if (length == 0 || (length < text->length && g_ascii_isdigit (text->data[length])))
    return -1;
  *text = nk_slice_from (*text, length);
  return number;
}

gint
nk_body_pages (NkSlice value)
{
  gint pages;

  value = nk_slice_trim (value);
  pages = take_number (&value);
  return pages > 0 && pages <= NK_ANNOUNCEMENT_MAX_PAGES ? pages : -1;
}

static gboolean
take_char (NkSlice *text, char c)
{
  if (text->length == 0 || text->data[0] != c)
    return FALSE;
  *text = nk_slice_from (*text, 1);
  return TRUE;
}

/* `Jun-98` or `6/1994` stands behind the first number of these forms; two digits of a year mean 1970..2069. */
static gint
full_year (gint year)
{
  if (year < 0 || year >= 100)
    return year;
  return year >= 70 ? 1900 + year : 2000 + year;
}

static NkDay
checked_day (gint year, gint month, gint day_of_month)
{
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day_of_month < 1 || day_of_month > 31)
    return NK_DAY_NONE;
  return nk_day (year, month, day_of_month);
}

NkDay
nk_body_day (NkSlice value)
{
  NkSlice rest = nk_body_first_word (value);
  gint first = take_number (&rest), second;

  if (take_char (&rest, '/')) {
    second = take_number (&rest);
    return take_char (&rest, '/') ? checked_day (full_year (take_number (&rest)), first, second) : NK_DAY_NONE;
  }
  if (!take_char (&rest, '-'))
    return NK_DAY_NONE;
  if (rest.length > 0 && g_ascii_isalpha (rest.data[0])) {
    gssize hyphen = nk_slice_find_char (rest, '-');
    second = hyphen > 0 ? nk_day_month_number (nk_slice_first (rest, (gsize)hyphen)) : 0;
    rest = nk_slice_from (rest, (gsize)(hyphen + 1));
    return checked_day (full_year (take_number (&rest)), second, first);
  }
  second = take_number (&rest);
  return take_char (&rest, '-') ? checked_day (first, second, take_number (&rest)) : NK_DAY_NONE;
}
