/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Charsets as they are declared and as they are (RFC 2045 §5.2, RFC 3629), line ends, limits and the footers of mailing lists. */
#include "mail/text.h"
#include "ground/utf8.h"
#include "mail/message.h"

#define REPLACEMENT "\xEF\xBF\xBD" /* U+FFFD */
#define FOOTER_MIN_UNDERSCORES 10
#define FOOTER_MAX_LOOK_BYTES 1024 /* what is looked at behind a line of underscores */

typedef struct {
  const char *name;
  NkCharset charset;
} CharsetName;

static const CharsetName charset_names[] = {
  { "utf-8", NK_CHARSET_UTF8 },         { "us-ascii", NK_CHARSET_ASCII },
  { "iso-8859-1", NK_CHARSET_LATIN1 },  { "windows-1252", NK_CHARSET_WINDOWS1252 },
  { "utf8", NK_CHARSET_UTF8 },          { "ascii", NK_CHARSET_ASCII },
  { "latin1", NK_CHARSET_LATIN1 },      { "latin-1", NK_CHARSET_LATIN1 },
  { "iso8859-1", NK_CHARSET_LATIN1 },   { "iso_8859-1", NK_CHARSET_LATIN1 },
  { "cp1252", NK_CHARSET_WINDOWS1252 }, { "ansi_x3.4-1968", NK_CHARSET_ASCII },
};

/* What 0x80..0x9F mean in Windows-1252; 0 where it means nothing. */
static const guint16 windows1252[32] = {
  0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
  0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
};

NkCharset
nk_charset_from_name (NkSlice name)
{
  if (name.length == 0)
    return NK_CHARSET_ASCII;
  for (guint i = 0; i < G_N_ELEMENTS (charset_names); i++) {
    if (nk_slice_equal_fold (name, nk_slice_text (charset_names[i].name)))
      return charset_names[i].charset;
  }
  return NK_CHARSET_OTHER;
}

gboolean
nk_text_is_ascii (NkSlice bytes)
{
  const char *p = bytes.data, *end = bytes.length == 0 ? p : p + bytes.length;
  guint64 high = 0, word;

  for (; end - p >= 8; p += 8) {
    memcpy (&word, p, sizeof word);
    high |= word;
  }
  for (; p < end; p++)
    high |= (guchar)*p;
  return (high & G_GUINT64_CONSTANT (0x8080808080808080)) == 0;
}

static gboolean
has_c1 (NkSlice bytes)
{
  for (gsize i = 0; i < bytes.length; i++) {
    if ((bytes.data[i] & 0xE0) == 0x80)
      return TRUE;
  }
  return FALSE;
}

static char *
from_windows1252 (NkSlice bytes, guint *repairs)
{
  g_autoptr (GString) out = g_string_sized_new (bytes.length + bytes.length / 8 + 16);

  for (gsize i = 0; i < bytes.length; i++) {
    guchar c = (guchar)bytes.data[i];
    gunichar meaning = c >= 0x80 && c < 0xA0 ? windows1252[c - 0x80] : c;

    if (meaning == 0 && c != 0)
      *repairs |= NK_REPAIR_CHARSET;
    g_string_append_unichar (out, meaning == 0 ? 0xFFFD : meaning);
  }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
nk_text_convert_latin (NkSlice bytes, const char *charset, guint *repairs)
{
  switch (nk_charset_from_name (nk_slice_text (charset))) {
  case NK_CHARSET_LATIN1: return nk_utf8_from_latin1 (bytes);
  case NK_CHARSET_WINDOWS1252: return from_windows1252 (bytes, repairs);
  case NK_CHARSET_ASCII:
  case NK_CHARSET_UTF8:
  case NK_CHARSET_OTHER: break;
  }
  return NULL;
}

/* Text that should be UTF-8 and is not: some broken places, or another charset altogether? */
static char *
repair_utf8 (NkSlice bytes)
{
  g_autofree char *repaired = nk_utf8_repair (bytes);

  for (const char *p = repaired; *p != '\0'; p = g_utf8_next_char (p)) {
    if ((guchar)*p >= 0x80 && g_utf8_get_char (p) != 0xFFFD)
      return g_steal_pointer (&repaired);
  }
  return nk_utf8_from_latin1 (bytes);
}

/* The name of a charset as a converter may want it: `ut f-8` means utf-8. NULL if nothing is left. */
static char *
clean_charset_name (NkSlice name)
{
  g_autoptr (GString) clean = g_string_new (NULL);

  for (gsize i = 0; i < name.length && clean->len < 64; i++) {
    if (g_ascii_isalnum (name.data[i]) || strchr ("-_.:+", name.data[i]) != NULL)
      g_string_append_c (clean, name.data[i]);
  }
  return g_string_free (g_steal_pointer (&clean), FALSE);
}

/* A charset of one byte for each character, where valid UTF-8 beyond ASCII cannot be meant. */
static gboolean
is_single_byte (const char *charset)
{
  return g_ascii_strncasecmp (charset, "iso-8859", 8) == 0 || g_ascii_strncasecmp (charset, "iso8859", 7) == 0
         || g_ascii_strncasecmp (charset, "windows-125", 11) == 0 || g_ascii_strncasecmp (charset, "cp125", 5) == 0
         || g_ascii_strncasecmp (charset, "koi8", 4) == 0 || nk_charset_from_name (nk_slice_text (charset)) == NK_CHARSET_LATIN1;
}

/* Everything that is not plainly ASCII or UTF-8. */
static char *
convert_declared (NkSlice bytes, const char *charset, NkTextConvert convert, guint *repairs)
{
  gboolean is_utf8 = nk_utf8_is_valid (bytes);
  char *text;

  if (is_single_byte (charset) && is_utf8 && !nk_text_is_ascii (bytes)) {
    *repairs |= NK_REPAIR_CHARSET;
    return nk_slice_dup (bytes);
  }
  if (nk_charset_from_name (nk_slice_text (charset)) == NK_CHARSET_LATIN1 && has_c1 (bytes)) {
    *repairs |= NK_REPAIR_CHARSET;
    return convert (bytes, "windows-1252", repairs);
  }
  text = convert (bytes, charset, repairs);
  if (text != NULL)
    return text;
  *repairs |= NK_REPAIR_CHARSET;
  return is_utf8 ? nk_slice_dup (bytes) : nk_utf8_from_latin1 (bytes);
}

char *
nk_text_from_bytes (NkSlice bytes, NkSlice charset, NkTextConvert convert, guint *repairs)
{
  NkCharset known = nk_charset_from_name (charset);
  g_autofree char *name = NULL, *without_nul = NULL;
  NkSlice text = bytes;

  if (known == NK_CHARSET_OTHER) {
    name = clean_charset_name (charset);
    known = nk_charset_from_name (nk_slice_text (name));
    if (strlen (name) != charset.length)
      *repairs |= NK_REPAIR_CHARSET;
  }
  if (known != NK_CHARSET_ASCII && known != NK_CHARSET_UTF8) {
    if (name == NULL)
      name = nk_slice_dup (charset);
    return convert_declared (bytes, name, convert, repairs);
  }

  if (nk_slice_find_char (bytes, '\0') >= 0) {
    without_nul = nk_slice_dup (bytes);
    text = nk_slice_text (without_nul);
  }
  if (nk_utf8_is_valid (text)) {
    if (known == NK_CHARSET_ASCII && !nk_text_is_ascii (bytes))
      *repairs |= NK_REPAIR_CHARSET;
    return without_nul != NULL ? g_steal_pointer (&without_nul) : nk_slice_dup (text);
  }
  *repairs |= NK_REPAIR_CHARSET;
  return known == NK_CHARSET_UTF8 ? repair_utf8 (bytes) : nk_utf8_from_latin1 (bytes);
}

void
nk_text_unify_line_ends (char *text)
{
  char *out = strchr (text, '\r');

  if (out == NULL)
    return;
  for (const char *p = out; *p != '\0'; p++) {
    if (*p != '\r')
      *out++ = *p;
    else if (p[1] != '\n')
      *out++ = '\n';
  }
  *out = '\0';
}

gboolean
nk_text_limit (char *text, gsize limit_bytes)
{
  if (strnlen (text, limit_bytes + 1) <= limit_bytes)
    return FALSE;
  while (limit_bytes > 0 && ((guchar)text[limit_bytes] & 0xC0) == 0x80)
    limit_bytes--;
  text[limit_bytes] = '\0';
  return TRUE;
}

/* TRUE if the line at `line`, or the one behind it, speaks of a mailing list. */
static gboolean
is_footer_text (const char *line)
{
  NkSlice rest = nk_slice (line, strnlen (line, FOOTER_MAX_LOOK_BYTES)), next;

  for (int i = 0; i < 2 && nk_slice_next_line (&rest, &next); i++) {
    if (nk_slice_find_fold (next, NK_SLICE_LITERAL ("mailing list")) >= 0)
      return TRUE;
  }
  return FALSE;
}

void
nk_text_cut_footer (char *text)
{
  for (char *p = strchr (text, '_'); p != NULL; p = strchr (p, '_')) {
    char *end = p + strspn (p, "_");

    if (end - p >= FOOTER_MIN_UNDERSCORES && (p == text || p[-1] == '\n')) {
      char *next = end + strspn (end, " \t");

      if (*next == '\n' && is_footer_text (next + 1)) {
        *p = '\0';
        return;
      }
    }
    p = end;
  }
}
