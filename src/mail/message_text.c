/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* The last way of a text, the same for both parsers; and the limits on what GMime is given (RFC 2046 §5.1). */
#include "mail/message_private.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
/* Lines that may be boundaries: beyond, a body is an attack or no mail. Each may cost an object. */
#define MAX_DASHED_LINES 20000
/* A Content- field of a part, with its folds: parsing parameters is not linear in their number. */
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

gsize
nk_message_bound_parts (NkSlice body)
{
  guint n_dashed = 0, n_types = 0;

  /* A container needs a Content-Type field or a digest around it, so the number of those fields bounds depth as well as kinds. */
  for (gsize at = 0; at < body.length;) {
    NkSlice rest = nk_slice_from (body, at);
    const char *line_end;

    if (rest.length > 1 && rest.data[0] == '-' && rest.data[1] == '-' && ++n_dashed > MAX_DASHED_LINES)
      return at;
    if ((rest.data[0] | 0x20) == 'c' && nk_slice_starts_fold (rest, NK_SLICE_LITERAL ("content-"))) {
      if (nk_slice_starts_fold (rest, NK_SLICE_LITERAL ("content-type")) && ++n_types > NK_MESSAGE_MAX_MIME_PARTS)
        return at;
      if (field_end (body, at) - at > MAX_PART_FIELD_BYTES)
        return at;
    }
    line_end = memchr (rest.data, '\n', rest.length);
    at = line_end == NULL ? body.length : (gsize)(line_end - body.data) + 1;
  }
  return body.length;
}

gssize
nk_message_find_boundary (NkSlice body, NkSlice boundary, gsize *ret_end, gboolean *ret_closes)
{
  for (gsize at = 0; at < body.length;) {
    NkSlice rest = nk_slice_from (body, at), line;
    gssize found;

    if (rest.length > 2 && rest.data[0] == '-' && rest.data[1] == '-' && nk_slice_starts (nk_slice_from (rest, 2), boundary)) {
      nk_slice_next_line (&rest, &line);
      line = nk_slice_trim_end (nk_slice_from (line, 2 + boundary.length));
      if (line.length == 0 || nk_slice_equal (line, NK_SLICE_LITERAL ("--"))) {
        *ret_end = (gsize)(rest.data - body.data);
        *ret_closes = line.length > 0;
        return (gssize)at;
      }
      rest = nk_slice_from (body, at);
    }
    found = nk_slice_find (rest, NK_SLICE_LITERAL ("\n--"));
    if (found < 0)
      break;
    at += (gsize)found + 1;
  }
  return -1;
}
