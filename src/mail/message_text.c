/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* The last way of a text, the same for both parsers; and the limits on what GMime is given (RFC 2046 §5.1). */
#include "mail/message_private.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
/* Lines that may be boundaries: beyond, a body is an attack or no mail. Each may cost a part, which is 5 KiB. */
#define MAX_DASHED_LINES 4000
/* Lines that may be fields of a part: each may cost 500 bytes. */
#define MAX_FIELD_LINES 100000
/* A field of a part, with its folds, of which GMime reads the inside: it goes deeper with each group of addresses, and slower with each parameter. */
#define MAX_PART_FIELD_BYTES 8192

char *
nk_message_make_text (NkSlice bytes, const NkTextForm *form, NkTextConvert convert, guint *repairs)
{
  g_autofree char *text = nk_text_from_bytes (bytes, form->charset, convert, repairs);

  if (form->markup != NK_MARKUP_NONE) {
    char *plain;

    nk_text_unify_line_ends (text);
    plain = form->markup == NK_MARKUP_HTML ? nk_text_from_html (text) : nk_text_from_enriched (text);
    g_free (text);
    text = plain;
  }
  if (strncmp (text, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    memmove (text, text + strlen (BYTE_ORDER_MARK), strlen (text) - strlen (BYTE_ORDER_MARK) + 1);
  nk_text_unify_line_ends (text);
  if (nk_text_limit (text, NK_MESSAGE_MAX_TEXT_BYTES))
    *repairs |= NK_REPAIR_LIMIT;
  if (form->is_flowed)
    nk_text_unflow (text, form->deletes_space);
  nk_text_cut_footer (text);
  return g_steal_pointer (&text);
}

/* End of the field that starts at `at`, its folds included. */
static gsize
field_end (NkSlice body, gsize at)
{
  gsize end = at;

  do {
    const char *line_end = memchr (body.data + end, '\n', body.length - end);

    end = line_end == NULL ? body.length : (gsize)(line_end - body.data) + 1;
  } while (end < body.length && (body.data[end] == ' ' || body.data[end] == '\t'));
  return end;
}

/* TRUE if GMime would read the inside of the field of that name. */
static gboolean
is_read_inside (NkSlice name)
{
  static const char *const names[] = { "from", "to", "cc", "bcc", "reply-to", "sender" };

  if (nk_slice_starts_fold (name, NK_SLICE_LITERAL ("content-")))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (nk_slice_equal_fold (name, nk_slice_text (names[i])))
      return TRUE;
  }
  return FALSE;
}

/* The name of the field that `line` may be, as generously as GMime reads it: anything without blanks, then blanks, then the colon. */
static NkSlice
possible_field (NkSlice line)
{
  gsize length = 0, colon;

  while (length < line.length && length < NK_HEADER_MAX_NAME_BYTES && (guchar)line.data[length] > ' ' && line.data[length] != ':')
    length++;
  colon = length;
  while (colon < line.length && (line.data[colon] == ' ' || line.data[colon] == '\t'))
    colon++;
  return colon < line.length && line.data[colon] == ':' ? nk_slice_first (line, length) : NK_SLICE_EMPTY;
}

gsize
nk_message_bound_parts (NkSlice body)
{
  guint n_dashed = 0, n_fields = 0, n_types = 0;
  NkSlice rest = body, line;

  for (gsize at = 0; nk_slice_next_line (&rest, &line); at = (gsize)(rest.data - body.data)) {
    NkSlice name;

    if (nk_slice_starts (line, NK_SLICE_LITERAL ("--")) && ++n_dashed > MAX_DASHED_LINES)
      return at;
    name = possible_field (line);
    if (name.length == 0)
      continue;
    /* A container needs a Content-Type field or a digest around it, so the number of those fields bounds the depth too. */
    if (++n_fields > MAX_FIELD_LINES
        || (nk_slice_equal_fold (name, NK_SLICE_LITERAL ("content-type")) && ++n_types > NK_MESSAGE_MAX_MIME_PARTS)
        || field_end (body, at) - at > (is_read_inside (name) ? MAX_PART_FIELD_BYTES : NK_MESSAGE_MAX_HEADER_BYTES))
      return at;
  }
  return body.length;
}

gssize
nk_message_find_boundary (NkSlice body, NkSlice boundary, gsize *ret_end, gboolean *ret_closes)
{
  NkSlice rest = body, line;

  for (gsize at = 0; nk_slice_next_line (&rest, &line); at = (gsize)(rest.data - body.data)) {
    if (!nk_slice_starts (line, NK_SLICE_LITERAL ("--")) || !nk_slice_starts (nk_slice_from (line, 2), boundary))
      continue;
    line = nk_slice_trim_end (nk_slice_from (line, 2 + boundary.length));
    if (line.length == 0 || nk_slice_equal (line, NK_SLICE_LITERAL ("--"))) {
      *ret_end = (gsize)(rest.data - body.data);
      *ret_closes = line.length > 0;
      return (gssize)at;
    }
  }
  return -1;
}
