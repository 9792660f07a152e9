/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* RFC 3676 format=flowed, with DelSp. */
#include "mail/text.h"

/* Depth of quotation: how many `>` stand at the start (RFC 3676 §4.5). */
static gsize
quote_depth (NkSlice line)
{
  gsize depth = 0;

  while (depth < line.length && line.data[depth] == '>')
    depth++;
  return depth;
}

void
nk_text_unflow (char *text, gboolean delete_space)
{
  NkSlice rest = nk_slice_text (text), line;
  char *out = text;
  gsize open_depth = 0;
  gboolean is_open = FALSE; /* the line before wants to go on */
  const gboolean is_ended = nk_slice_ends (rest, NK_SLICE_LITERAL ("\n"));

  while (nk_slice_next_line (&rest, &line)) {
    gsize depth = quote_depth (line), skipped = 0;
    gboolean is_signature, joins, is_flowed;
    NkSlice content = nk_slice_from (line, depth);

    /* Space-stuffing (RFC 3676 §4.4). A quoted line keeps its marks, and the blank behind them, where it starts a paragraph. */
    if (content.length > 0 && content.data[0] == ' ')
      skipped = 1;
    is_signature = nk_slice_equal (nk_slice_from (content, skipped), NK_SLICE_LITERAL ("-- "));
    joins = is_open && depth == open_depth && !is_signature;
    if (is_open && !joins)
      *out++ = '\n';
    if (joins || depth == 0)
      line = nk_slice_from (content, skipped);
    is_flowed = !is_signature && line.length > 0 && line.data[line.length - 1] == ' ';
    if (is_flowed && delete_space)
      line.length--;
    memmove (out, line.data, line.length);
    out += line.length;
    if (!is_flowed && rest.data > text && rest.data[-1] == '\n')
      *out++ = '\n';
    is_open = is_flowed;
    open_depth = depth;
  }
  if (is_open && is_ended)
    *out++ = '\n';
  *out = '\0';
}
