/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "ground/slice.h"

/* The white space of slice.h: not g_ascii_isspace, which leaves out VT. */
static inline gboolean
is_space (char c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

NkSlice
nk_slice_trim_end (NkSlice slice)
{
  while (slice.length > 0 && is_space (slice.data[slice.length - 1]))
    slice.length--;
  return slice;
}

NkSlice
nk_slice_trim (NkSlice slice)
{
  while (slice.length > 0 && is_space (slice.data[0])) {
    slice.data++;
    slice.length--;
  }
  return nk_slice_trim_end (slice);
}

/* memcmp and friends may not see NULL even with a length of 0. */
static gboolean
same_bytes (const char *a, const char *b, gsize length)
{
  return length == 0 || memcmp (a, b, length) == 0;
}

static gboolean
same_bytes_fold (const char *a, const char *b, gsize length)
{
  for (gsize i = 0; i < length; i++) {
    if (a[i] != b[i] && g_ascii_tolower (a[i]) != g_ascii_tolower (b[i]))
      return FALSE;
  }
  return TRUE;
}

gboolean
nk_slice_equal (NkSlice a, NkSlice b)
{
  return a.length == b.length && same_bytes (a.data, b.data, a.length);
}

gboolean
nk_slice_equal_fold (NkSlice a, NkSlice b)
{
  return a.length == b.length && same_bytes_fold (a.data, b.data, a.length);
}

gboolean
nk_slice_starts (NkSlice slice, NkSlice prefix)
{
  return slice.length >= prefix.length && same_bytes (slice.data, prefix.data, prefix.length);
}

gboolean
nk_slice_starts_fold (NkSlice slice, NkSlice prefix)
{
  return slice.length >= prefix.length && same_bytes_fold (slice.data, prefix.data, prefix.length);
}

gboolean
nk_slice_ends (NkSlice slice, NkSlice suffix)
{
  return slice.length >= suffix.length && same_bytes (slice.data + (slice.length - suffix.length), suffix.data, suffix.length);
}

gssize
nk_slice_find (NkSlice slice, NkSlice needle)
{
  const char *found;

  if (needle.length == 0)
    return 0;
  if (slice.length < needle.length)
    return -1;
  found = memmem (slice.data, slice.length, needle.data, needle.length);
  return found == NULL ? -1 : found - slice.data;
}

/* Where `c` comes next at or after `from`; the length of the slice if nowhere. */
static gsize
next_char (NkSlice slice, gsize from, char c)
{
  const char *found;

  if (from >= slice.length)
    return slice.length;
  found = memchr (slice.data + from, c, slice.length - from);
  return found == NULL ? slice.length : (gsize)(found - slice.data);
}

gssize
nk_slice_find_fold (NkSlice slice, NkSlice needle)
{
  char lower, upper;
  gsize next_lower, next_upper;

  if (needle.length == 0)
    return 0;
  if (slice.length < needle.length)
    return -1;

  /* Two memchr that leap ahead of each other: each byte is looked at once for each case of the first letter. */
  lower = g_ascii_tolower (needle.data[0]);
  upper = g_ascii_toupper (needle.data[0]);
  next_lower = next_char (slice, 0, lower);
  next_upper = lower == upper ? slice.length : next_char (slice, 0, upper);
  for (;;) {
    gsize at = MIN (next_lower, next_upper);

    if (at > slice.length - needle.length)
      return -1;
    if (same_bytes_fold (slice.data + at, needle.data, needle.length))
      return (gssize)at;
    if (at == next_lower)
      next_lower = next_char (slice, at + 1, lower);
    else
      next_upper = next_char (slice, at + 1, upper);
  }
}

gssize
nk_slice_find_char (NkSlice slice, char c)
{
  const char *found = slice.length == 0 ? NULL : memchr (slice.data, c, slice.length);

  return found == NULL ? -1 : found - slice.data;
}

gboolean
nk_slice_next_line (NkSlice *rest, NkSlice *ret_line)
{
  gsize end, length;

  if (rest->length == 0)
    return FALSE;
  end = next_char (*rest, 0, '\n');
  length = end;
  if (end < rest->length && length > 0 && rest->data[length - 1] == '\r')
    length--;
  *ret_line = nk_slice (rest->data, length);
  *rest = nk_slice_from (*rest, end + 1);
  return TRUE;
}

gboolean
nk_slice_to_uint (NkSlice slice, guint64 maximum, guint64 *ret_number)
{
  guint64 number = 0;

  if (slice.length == 0)
    return FALSE;
  for (gsize i = 0; i < slice.length; i++) {
    guint digit;

    if (!g_ascii_isdigit (slice.data[i]))
      return FALSE;
    digit = (guint)(slice.data[i] - '0');
    if (number > (maximum - MIN (digit, maximum)) / 10 || number * 10 + digit > maximum)
      return FALSE;
    number = number * 10 + digit;
  }
  *ret_number = number;
  return TRUE;
}

char *
nk_slice_dup (NkSlice slice)
{
  g_autoptr (GString) copy = NULL;

  if (nk_slice_find_char (slice, '\0') < 0)
    return slice.length == 0 ? g_strdup ("") : g_strndup (slice.data, slice.length);

  copy = g_string_sized_new (slice.length + 16);
  for (gsize start = 0; start < slice.length;) {
    gsize end = next_char (slice, start, '\0');

    g_string_append_len (copy, slice.data + start, (gssize)(end - start));
    if (end < slice.length)
      g_string_append (copy, "\xEF\xBF\xBD");
    start = end + 1;
  }
  return g_string_free (g_steal_pointer (&copy), FALSE);
}
