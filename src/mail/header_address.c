/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* RFC 5322 §3.4 addresses, read for their author only. One pass with flat state: no nesting of a hostile header becomes recursion. */
#include "mail/header_address.h"
#include "ground/utf8.h"

#define MAX_VALUE_BYTES 4096 /* of a From field that are looked at */

/* What stands outside of quotes and comments, and the inside of the first angle brackets there. */
typedef struct {
  GString *bare;
  GString *angle;
  gboolean has_angle;
} Outline;

static void
take_outline (NkSlice value, Outline *outline)
{
  gboolean is_quoted = FALSE, is_angle = FALSE;
  guint depth = 0;

  for (gsize i = 0; i < value.length; i++) {
    char c = value.data[i];

    if ((is_quoted || depth > 0) && c == '\\') {
      i++;
    } else if (depth > 0) {
      depth = c == '(' ? depth + 1 : c == ')' ? depth - 1 : depth;
    } else if (c == '"') {
      is_quoted = !is_quoted;
    } else if (is_quoted) {
      if (is_angle)
        g_string_append_c (outline->angle, c);
    } else if (c == '(') {
      depth = 1;
    } else if (c == '<' && !outline->has_angle) {
      is_angle = outline->has_angle = TRUE;
    } else if (c == '>') {
      is_angle = FALSE;
    } else {
      g_string_append_c (is_angle ? outline->angle : outline->bare, c);
    }
  }
}

static gboolean
is_address_char (char c)
{
  switch (c) {
  case '<':
  case '>':
  case '(':
  case ')':
  case '[':
  case ']':
  case ',':
  case ';':
  case ':':
  case '\\':
  case '"':
  case 0x7F: return FALSE;
  default: return (guchar)c > ' ';
  }
}

/* The run of address characters around the first `@` of `text`; of `a@b@c` only `a@b`. */
static NkSlice
around_at (NkSlice text)
{
  gssize at = nk_slice_find_char (text, '@');
  gsize start, end;

  if (at < 0)
    return NK_SLICE_EMPTY;
  start = (gsize)at;
  end = start + 1;
  while (start > 0 && is_address_char (text.data[start - 1]))
    start--;
  while (end < text.length && is_address_char (text.data[end]) && text.data[end] != '@')
    end++;
  if (start == (gsize)at || end == (gsize)at + 1)
    return NK_SLICE_EMPTY;
  return nk_slice (text.data + start, end - start);
}

/* As above, but not the name of a group, which may look like an address: `a@b: c@d, e@f;` (RFC 5322 §3.4). */
static NkSlice
around_at_in_list (NkSlice text)
{
  NkSlice found = around_at (text), rest;

  while (found.length > 0) {
    rest = nk_slice_trim (nk_slice_from (text, (gsize)(found.data + found.length - text.data)));
    if (!nk_slice_starts (rest, NK_SLICE_LITERAL (":")))
      return found;
    text = rest;
    found = around_at (text);
  }
  return found;
}

/* `a at b.c`, as some archives disguise it: rewritten with an @ in place. */
static void
undo_at (GString *text)
{
  char *found = text->str;

  while ((found = strstr (found, " at ")) != NULL) {
    const char *host = found + 4;
    gsize length = strcspn (host, " \t");

    if (found > text->str && is_address_char (found[-1]) && memchr (host, '.', length) != NULL) {
      gsize offset = (gsize)(found - text->str);

      text->str[offset] = '@';
      g_string_erase (text, (gssize)offset + 1, 3);
      return;
    }
    found += 3;
  }
}

/* RFC 7960 rewriting as the IETF does it: `user=40host@dmarc.ietf.org`. */
static char *
undo_dmarc (NkSlice address)
{
  NkSlice suffix = NK_SLICE_LITERAL ("@dmarc.ietf.org"), local;
  gssize mark;

  if (address.length <= suffix.length || !nk_slice_equal_fold (nk_slice_from (address, address.length - suffix.length), suffix))
    return g_ascii_strdown (address.data, (gssize)address.length);
  local = nk_slice_first (address, address.length - suffix.length);
  mark = nk_slice_find (local, NK_SLICE_LITERAL ("=40"));
  if (mark <= 0)
    return g_ascii_strdown (address.data, (gssize)address.length);
  {
    g_autofree char *user = g_ascii_strdown (local.data, mark);
    g_autofree char *host = g_ascii_strdown (local.data + mark + 3, (gssize)local.length - mark - 3);

    return g_strconcat (user, "@", host, NULL);
  }
}

/* The address of `text`, trying what is usual first. */
static NkSlice
find_address (NkSlice value, Outline *outline)
{
  NkSlice found;

  take_outline (value, outline);
  found = around_at (nk_slice_trim (nk_slice (outline->angle->str, outline->angle->len)));
  if (found.length == 0) {
    undo_at (outline->angle);
    found = around_at (nk_slice (outline->angle->str, outline->angle->len));
  }
  if (found.length == 0)
    found = around_at_in_list (nk_slice (outline->bare->str, outline->bare->len));
  if (found.length == 0) {
    undo_at (outline->bare);
    found = around_at_in_list (nk_slice (outline->bare->str, outline->bare->len));
  }
  /* Nothing outside of quotes and comments: `"Chair <chair@example.org>"@relay`, `(chair@example.org)`. */
  return found.length > 0 ? found : around_at_in_list (value);
}

/* The author is the one on whose behalf the mail was sent (RFC 5322 §3.6.2): what follows these words outside of a quoted name. */
static NkSlice
behind_behalf (NkSlice value)
{
  const NkSlice words = NK_SLICE_LITERAL (" on behalf of ");
  gssize at = nk_slice_find_fold (value, words);
  guint n_quotes = 0;

  for (gssize i = 0; i < at; i++)
    n_quotes += value.data[i] == '"';
  return at < 0 || n_quotes % 2 == 1 ? value : nk_slice_from (value, (gsize)at + words.length);
}

/* TRUE if all of `value` is one bare address, as nearly every announcement has it. */
static gboolean
is_bare (NkSlice value)
{
  for (gsize i = 0; i < value.length; i++) {
    if ((guchar)value.data[i] >= 0x7F || !is_address_char (value.data[i]))
      return FALSE;
  }
  return TRUE;
}

char *
nk_address_first (NkSlice value)
{
  g_autoptr (GString) bare = NULL, angle = NULL;
  g_autofree char *address = NULL, *valid = NULL;
  Outline outline;
  NkSlice found;

  value = nk_slice_first (nk_slice_trim (value), MAX_VALUE_BYTES);
  if (is_bare (value)) {
    found = around_at (value);
    return found.length == 0 || found.length > NK_ADDRESS_MAX_BYTES ? g_strdup ("") : undo_dmarc (found);
  }
  value = behind_behalf (value);
  bare = g_string_sized_new (value.length + 1);
  angle = g_string_sized_new (64);
  outline = (Outline){ bare, angle, FALSE };
  found = find_address (value, &outline);
  if (found.length == 0 || found.length > NK_ADDRESS_MAX_BYTES)
    return g_strdup ("");
  address = undo_dmarc (found);
  valid = nk_utf8_repair (nk_slice_text (address));
  return nk_utf8_without_controls (valid);
}
