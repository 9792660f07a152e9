/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "ground/escape.h"

#include "ground/bytes16.h"
#include "ground/slice.h"
#include "ground/text_append.h"
#include "ground/utf8.h"

#include <string.h>

/* Controls and noncharacters: not allowed in HTML in any form (HTML §13.1.4), and of no use in a header or on a terminal. */
static gboolean
is_forbidden (gunichar c)
{
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

static gunichar
get_char (const char *p)
{
  return (guchar)*p < 0x80 ? (gunichar)*p : g_utf8_get_char (p);
}

/* What a byte of text is to HTML. */
typedef enum { BYTE_PLAIN, BYTE_END, BYTE_ENTITY, BYTE_ATTRIBUTE_ENTITY, BYTE_DROPPED, BYTE_DOUBTFUL } Byte;

#define DROPPED_4 BYTE_DROPPED, BYTE_DROPPED, BYTE_DROPPED, BYTE_DROPPED
#define DROPPED_8 DROPPED_4, DROPPED_4

/* DOUBTFUL begin the sequences among which forbidden characters are: C1 (C2), noncharacters (EF, F0..F4). All others go through as they are. */
static const guint8 bytes[256] = {
  BYTE_END,
  DROPPED_8,
  BYTE_PLAIN, /* TAB */
  BYTE_PLAIN, /* LF */
  DROPPED_8,
  DROPPED_8,
  DROPPED_4,
  BYTE_DROPPED,
  ['&'] = BYTE_ENTITY,
  ['<'] = BYTE_ENTITY,
  ['>'] = BYTE_ENTITY,
  ['"'] = BYTE_ATTRIBUTE_ENTITY,
  ['\''] = BYTE_ATTRIBUTE_ENTITY,
  ['`'] = BYTE_ATTRIBUTE_ENTITY,
  [0x7F] = BYTE_DROPPED,
  [0xC2] = BYTE_DOUBTFUL,
  [0xEF] = BYTE_DOUBTFUL,
  [0xF0] = BYTE_DOUBTFUL,
  [0xF1] = BYTE_DOUBTFUL,
  [0xF2] = BYTE_DOUBTFUL,
  [0xF3] = BYTE_DOUBTFUL,
  [0xF4] = BYTE_DOUBTFUL,
};

static const char *
html_entity (char c)
{
  switch (c) {
  case '&': return "&amp;";
  case '<': return "&lt;";
  case '>': return "&gt;";
  case '"': return "&quot;";
  case '\'': return "&#39;";
  case '`': return "&#96;";
  default: g_assert_not_reached ();
  }
}

/* Sixteen bytes that are all plain; FALSE may be said of others too. */
static inline gboolean
is_plain (const char *text, gboolean in_attribute)
{
  NkBytes16 b = nk_bytes16 (text);
  NkBytes16 special = (NkBytes16)(b < 0x20) | (NkBytes16)(b == '&') | (NkBytes16)(b == '<') | (NkBytes16)(b == '>') | (NkBytes16)(b == 0x7F)
                      | (NkBytes16)(b == 0xC2) | (NkBytes16)(b >= 0xEF);

  if (in_attribute)
    special |= (NkBytes16)(b == '"') | (NkBytes16)(b == '\'') | (NkBytes16)(b == '`');
  return !nk_bytes16_any (special);
}

/* Most of a text goes through as it is, so it is appended in runs. */
static inline void
append_html (GString *out, const char *text, gboolean in_attribute)
{
  const char *run = text, *p = text, *end = text + strlen (text);

  for (;;) {
    Byte byte;

    while (end - p >= NK_BYTES16 && is_plain (p, in_attribute))
      p += NK_BYTES16;
    while ((byte = (Byte)bytes[(guchar)*p]) == BYTE_PLAIN)
      p++;
    if (byte == BYTE_END)
      break;
    if ((byte == BYTE_ATTRIBUTE_ENTITY && !in_attribute) || (byte == BYTE_DOUBTFUL && !is_forbidden (g_utf8_get_char (p)))) {
      p = g_utf8_next_char (p);
      continue;
    }
    nk_text_append (out, run, (gsize)(p - run));
    if (byte == BYTE_ENTITY || byte == BYTE_ATTRIBUTE_ENTITY)
      g_string_append (out, html_entity (*p));
    run = p = g_utf8_next_char (p);
  }
  nk_text_append (out, run, (gsize)(p - run));
}

void
nk_escape_script_string (GString *out, const char *text)
{
  const char *next, *run = text, *p;

  for (p = text; *p != '\0'; p = next) {
    gunichar c = get_char (p);

    next = g_utf8_next_char (p);
    if (c >= 0x20 && c != 0x7F && c != 0x2028 && c != 0x2029 && (c >= 0x80 || strchr ("\"\\<>&'`", (int)c) == NULL))
      continue;
    g_string_append_len (out, run, p - run);
    if (c == '\n')
      g_string_append (out, "\\n");
    else
      g_string_append_printf (out, "\\u%04x", c);
    run = next;
  }
  g_string_append_len (out, run, p - run);
}

void
nk_escape_html_text (GString *out, const char *text)
{
  append_html (out, text, FALSE);
}

void
nk_escape_html_attribute (GString *out, const char *text)
{
  append_html (out, text, TRUE);
}

static void
append_percent (GString *out, char c)
{
  static const char hex[] = "0123456789ABCDEF";
  char escaped[] = { '%', hex[(guchar)c >> 4], hex[(guchar)c & 15] };

  nk_text_append (out, escaped, sizeof escaped);
}

static gboolean
is_unreserved (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '.' || c == '_' || c == '~';
}

void
nk_escape_url_component (GString *out, const char *text)
{
  const char *run = text, *p = text;

  for (; *p != '\0'; p++) {
    if (is_unreserved (*p))
      continue;
    nk_text_append (out, run, (gsize)(p - run));
    append_percent (out, *p);
    run = p + 1;
  }
  nk_text_append (out, run, (gsize)(p - run));
}

static gboolean
has_scheme (const char *url)
{
  static const NkSlice schemes[] = { NK_SLICE_LITERAL ("https://"), NK_SLICE_LITERAL ("http://"), NK_SLICE_LITERAL ("mailto:") };

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (url, schemes[i].data, schemes[i].length) == 0)
      return url[schemes[i].length] != '\0';
  return FALSE;
}

/* The ordinary case: printable ASCII without blanks and backslashes. */
static gboolean
is_graphic (const char *text)
{
  const char *p = text, *end = text + strlen (text);

  for (; end - p >= NK_BYTES16; p += NK_BYTES16) {
    NkBytes16 b = nk_bytes16 (p);

    if (nk_bytes16_any ((NkBytes16)(b <= ' ') | (NkBytes16)(b >= 0x7F) | (NkBytes16)(b == '\\')))
      return FALSE;
  }
  while (g_ascii_isgraph (*p) && *p != '\\')
    p++;
  return p == end;
}

gboolean
nk_escape_url_is_safe (const char *url)
{
  if (!has_scheme (url))
    return FALSE;
  if (is_graphic (url))
    return TRUE;
  if (!g_utf8_validate (url, -1, NULL))
    return FALSE;
  for (const char *p = url; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = get_char (p);

    if (g_ascii_isgraph (*p) && c != '\\')
      continue;
    /* Format characters are the invisible ones, among them those that turn the direction of writing. */
    if (is_forbidden (c) || c == '\\' || g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_FORMAT)
      return FALSE;
  }
  return TRUE;
}

void
nk_escape_header (GString *out, const char *text)
{
  const char *next;

  for (const char *p = text; *p != '\0'; p = next) {
    gunichar c = get_char (p);

    next = g_utf8_next_char (p);
    if (c == '\t')
      g_string_append_c (out, ' ');
    else if (!is_forbidden (c) && c != 0x2028 && c != 0x2029)
      g_string_append_len (out, p, next - p);
  }
}

void
nk_escape_terminal (GString *out, const char *text)
{
  g_autofree char *clean = nk_utf8_without_controls (text);

  g_string_append (out, clean);
}

void
nk_escape_markdown_url (GString *out, const char *url)
{
  for (const char *p = url; *p != '\0'; p++) {
    /* An entity would be read inside ( ) too. */
    if (*p == '&')
      g_string_append (out, "&amp;");
    else if (*p <= ' ' || *p >= 0x7F || strchr ("()[]<>{}\"`\\|^$", *p) != NULL)
      append_percent (out, *p);
    else
      g_string_append_c (out, *p);
  }
}
