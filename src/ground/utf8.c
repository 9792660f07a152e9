/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "ground/utf8.h"

#define REPLACEMENT "\xEF\xBF\xBD" /* U+FFFD */

#define ONES G_GUINT64_CONSTANT (0x0101010101010101)
#define HIGHS G_GUINT64_CONSTANT (0x8080808080808080)

/* The first byte at or after `p` that is NUL or not ASCII; `end` if there is none. Eight bytes at a time: without high bits,
 * taking 1 from each byte sets a high bit only if one of them was 0. */
static const guchar *
skip_ascii (const guchar *p, const guchar *end)
{
  while (end - p >= 32) {
    guint64 word[4], bad = 0;

    memcpy (word, p, sizeof word);
    for (int i = 0; i < 4; i++)
      bad |= word[i] | (word[i] - ONES);
    if ((bad & HIGHS) != 0)
      break;
    p += sizeof word;
  }
  while (p < end && *p >= 1 && *p < 0x80)
    p++;
  return p;
}

/* Length of the well-formed multi-byte sequence at `p` (Unicode table 3-7), else 0, and then *ret_bad is how many bytes
 * belong to one broken sequence: what a single U+FFFD stands for. */
static gsize
sequence_length (const guchar *p, const guchar *end, gsize *ret_bad)
{
  gsize length = p[0] >= 0xF0 ? 4 : p[0] >= 0xE0 ? 3 : 2;
  guchar low = 0x80, high = 0xBF;

  *ret_bad = 1;
  if (p[0] < 0xC2 || p[0] > 0xF4)
    return 0;
  if (p[0] == 0xE0)
    low = 0xA0;
  else if (p[0] == 0xED)
    high = 0x9F;
  else if (p[0] == 0xF0)
    low = 0x90;
  else if (p[0] == 0xF4)
    high = 0x8F;
  for (gsize i = 1; i < length; i++) {
    if (p + i >= end || p[i] < low || p[i] > high) {
      *ret_bad = i;
      return 0;
    }
    low = 0x80;
    high = 0xBF;
  }
  return length;
}

/* The first byte of what is not valid; `end` if all is. */
static const guchar *
skip_valid (const guchar *p, const guchar *end)
{
  for (;;) {
    gsize bad, length;

    p = skip_ascii (p, end);
    /* Text with one foreign letter often has the next one at once. */
    while (p < end && *p >= 0x80) {
      length = sequence_length (p, end, &bad);
      if (length == 0)
        return p;
      p += length;
    }
    if (p >= end || *p == 0)
      return p;
  }
}

gboolean
nk_utf8_is_valid (NkSlice text)
{
  const guchar *start = (const guchar *)text.data;

  return text.length == 0 || skip_valid (start, start + text.length) == start + text.length;
}

char *
nk_utf8_repair (NkSlice text)
{
  g_autoptr (GString) out = NULL;
  const guchar *p = (const guchar *)text.data, *end, *bad;

  if (text.length == 0)
    return g_strdup ("");
  end = p + text.length;
  bad = skip_valid (p, end);
  if (bad == end)
    return g_strndup (text.data, text.length);

  out = g_string_sized_new (text.length + text.length / 8 + 16);
  while (bad < end) {
    gsize bad_length = 1;

    g_string_append_len (out, (const char *)p, bad - p);
    g_string_append (out, REPLACEMENT);
    if (*bad >= 0x80)
      sequence_length (bad, end, &bad_length);
    p = bad + bad_length;
    bad = skip_valid (p, end);
  }
  g_string_append_len (out, (const char *)p, bad - p);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
nk_utf8_from_latin1 (NkSlice text)
{
  g_autoptr (GString) out = g_string_sized_new (text.length + text.length / 8 + 16);
  const guchar *p = (const guchar *)text.data, *end = text.length == 0 ? p : p + text.length;

  while (p < end) {
    const guchar *next = skip_ascii (p, end);

    g_string_append_len (out, (const char *)p, next - p);
    p = next;
    if (p == end)
      break;
    if (*p == 0) {
      g_string_append (out, REPLACEMENT);
    } else {
      g_string_append_c (out, (char)(0xC0 | *p >> 6));
      g_string_append_c (out, (char)(0x80 | (*p & 0x3F)));
    }
    p++;
  }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static gboolean
is_direction_changer (gunichar c)
{
  return c == 0x061C || (c >= 0x200E && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

/* What nk_utf8_without_controls removes. */
static gboolean
is_control (gunichar c)
{
  if (c < 0x20)
    return c != '\n' && c != '\t';
  return (c >= 0x7F && c <= 0x9F) || is_direction_changer (c);
}

char *
nk_utf8_without_controls (const char *text)
{
  char *clean = g_malloc (strlen (text) + 1), *out = clean;
  const char *next;

  for (const char *p = text; *p != '\0'; p = next) {
    gunichar c = (guchar)*p < 0x80 ? (gunichar)*p : g_utf8_get_char (p);

    next = g_utf8_next_char (p);
    if (is_control (c))
      continue;
    while (p < next)
      *out++ = *p++;
  }
  *out = '\0';
  return clean;
}

/* A loop that the compiler turns into one over many bytes at once. */
char *
nk_utf8_ascii_lower (const char *text)
{
  gsize length = strlen (text);
  char *lower = g_malloc (length + 1);

  for (gsize i = 0; i < length; i++)
    lower[i] = (char)(text[i] + (text[i] >= 'A' && text[i] <= 'Z' ? 'a' - 'A' : 0));
  lower[length] = '\0';
  return lower;
}

/* Before is_control has its say: CR, VT, FF and NEL part words too. */
static gboolean
is_white_space (gunichar c)
{
  if (c < 0x80)
    return c == ' ' || (c >= '\t' && c <= '\r');
  return c == 0x85 || g_unichar_isspace (c);
}

/* The result is never longer than the text, so that it can be written into one buffer, byte by byte. */
char *
nk_utf8_one_line (const char *text)
{
  char *line = g_malloc (strlen (text) + 1), *out = line;
  gboolean blank_due = FALSE;
  const char *next;

  for (const char *p = text; *p != '\0'; p = next) {
    gunichar c;

    if (*p > ' ' && *p < 0x7f) { /* an ordinary word needs none of these questions */
      if (blank_due)
        *out++ = ' ';
      blank_due = FALSE;
      while (*p > ' ' && *p < 0x7f)
        *out++ = *p++;
      next = p;
      continue;
    }
    c = (guchar)*p < 0x80 ? (gunichar)*p : g_utf8_get_char (p);
    next = g_utf8_next_char (p);
    if (is_white_space (c)) {
      blank_due = out > line;
      continue;
    }
    if (is_control (c))
      continue;
    if (blank_due)
      *out++ = ' ';
    blank_due = FALSE;
    while (p < next)
      *out++ = *p++;
  }
  *out = '\0';
  return line;
}
