/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/template_line.c - the lines of a template. */
#include "edition/template_private.h"

/* A backslash at the end joins the next line on; a doubled one stands for the character. */
static gboolean
goes_on (NkSlice line)
{
  gsize n = 0;

  while (n < line.length && line.data[line.length - 1 - n] == '\\')
    n++;
  return n % 2 == 1;
}

gboolean
nk_template_next_line (NkSlice *rest, guint *line_number, GString *scratch, NkSlice *ret_line)
{
  NkSlice line;

  if (!nk_slice_next_line (rest, &line))
    return FALSE;
  *line_number += 1;
  g_string_truncate (scratch, 0);
  while (goes_on (line)) {
    g_string_append_len (scratch, line.data, (gssize)line.length - 1);
    line = NK_SLICE_EMPTY;
    if (nk_slice_next_line (rest, &line))
      *line_number += 1;
    line = nk_slice_trim (line);
  }
  if (scratch->len > 0) {
    g_string_append_len (scratch, line.data, (gssize)line.length);
    line = nk_slice (scratch->str, scratch->len);
  }
  *ret_line = nk_slice_trim (line);
  return TRUE;
}
