/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Abstracts arrive wrapped and indented; a record holds each paragraph on one line and each item of a list on its own. */
#include "announce/body_private.h"
#include "ground/utf8.h"

/* The line under way and the one before it. */
typedef struct {
  char *out;
  gsize length;
  gboolean in_list;   /* an item was seen in this paragraph */
  guint item_column;  /* of the last one */
  guint first_column; /* of the paragraph */
  gboolean is_plain;  /* nothing but printable ASCII so far */
} Unfolding;

static gboolean
is_number_marker (NkSlice line)
{
  gsize i = line.data[0] == '(' ? 1 : 0, start = i;

  while (i < line.length && i - start < 2 && g_ascii_isdigit (line.data[i]))
    i++;
  if (i == start && i < line.length && g_ascii_isalpha (line.data[i]))
    return i + 2 < line.length && line.data[i + 1] == ')' && line.data[i + 2] == ' '; /* a) and (a) */
  return i > start && i + 1 < line.length && (line.data[i] == ')' || (start == 0 && line.data[i] == '.')) && line.data[i + 1] == ' ';
}

static gboolean
is_bullet (NkSlice line)
{
  static const NkSlice round = NK_SLICE_LITERAL ("\xE2\x80\xA2 ");

  return (line.length > 2 && strchr ("o*-+", line.data[0]) != NULL && line.data[1] == ' ') || nk_slice_starts (line, round);
}

/* The mark of old tools and of today's: two blanks after it, which prose does not have. */
static gboolean
is_clear_bullet (NkSlice line)
{
  return line.length > 3 && (line.data[0] == 'o' || line.data[0] == '*') && line.data[1] == ' ' && line.data[2] == ' ';
}

/* TRUE if `line` (without its indent) opens an item. Prose can wrap before a dash or a number: so in the middle of a paragraph an item
 * needs an item above it in its column, a deeper indent than the prose before it, or a line before it that has come to an end. */
static gboolean
opens_item (const Unfolding *state, NkSlice line, guint column, gboolean paragraph_starts)
{
  gboolean is_number = is_number_marker (line);
  char before;

  if (!is_number && !is_bullet (line))
    return FALSE;
  if (paragraph_starts || is_clear_bullet (line))
    return TRUE;
  if (state->in_list ? column <= state->item_column : column > state->first_column)
    return TRUE;
  before = state->out[state->length - 1];
  return strchr (is_number ? ":.;" : ":.;,", before) != NULL;
}

/* TRUE for printable ASCII without two blanks in a row, as most lines are. No branch in the loop, so that it goes many bytes at a time. */
static gboolean
is_simple (NkSlice line)
{
  guchar odd = 0;

  for (gsize i = 0; i < line.length; i++)
    odd |= (guchar)((guchar)(line.data[i] - 0x20) >= 0x5F);
  for (gsize i = 1; i < line.length; i++)
    odd |= (guchar)((line.data[i] == ' ') & (line.data[i - 1] == ' '));
  return odd == 0;
}

/* Appends a trimmed line with its runs of blanks as one. */
static void
append_line (Unfolding *state, NkSlice line)
{
  char *out = state->out + state->length;
  guchar odd = 0;

  if (is_simple (line)) {
    memcpy (out, line.data, line.length);
    state->length += line.length;
    return;
  }
  for (gsize i = 0; i < line.length; i++) {
    guchar c = (guchar)line.data[i];
    if (c == '\t')
      c = ' ';
    if (c == ' ' && out[-1] == ' ')
      continue;
    odd |= (guchar)(c < 0x20 || c >= 0x7F);
    *out++ = (char)c;
  }
  state->length = (gsize)(out - state->out);
  state->is_plain = state->is_plain && odd == 0;
}

static guint
column_of (NkSlice line)
{
  guint column = 0;

  for (gsize i = 0; i < line.length && (line.data[i] == ' ' || line.data[i] == '\t'); i++)
    column = line.data[i] == '\t' ? (column / 8 + 1) * 8 : column + 1;
  return column;
}

static void
add_line (Unfolding *state, NkSlice whole, gboolean after_gap)
{
  NkSlice line = nk_slice_trim (whole);
  guint column = column_of (whole);
  gboolean starts = after_gap || state->length == 1, item;

  if (starts) {
    state->in_list = FALSE;
    state->first_column = column;
  }
  item = opens_item (state, line, column, starts);
  if (item) {
    state->in_list = TRUE;
    state->item_column = column;
  }
  if (starts && state->length > 1) {
    state->out[state->length++] = '\n';
    state->out[state->length++] = '\n';
  } else if (!starts) {
    state->out[state->length++] = item ? '\n' : ' ';
  }
  append_line (state, line);
}

char *
nk_body_unfold_abstract (NkSlice text)
{
  NkSlice rest = nk_parse_limit (text, NK_ANNOUNCEMENT_MAX_ABSTRACT_BYTES), line;
  gboolean gap = FALSE;
  /* A sentinel stands before the text, so that a look at the last character is always right. Every separator replaces at least
   * as many line ends, so the result is never longer than the source. */
  g_autofree char *buffer = g_malloc (rest.length + 3);
  Unfolding state = { .out = buffer, .length = 1, .is_plain = TRUE };

  buffer[0] = '\n';
  while (nk_slice_next_line (&rest, &line)) {
    if (nk_slice_trim (line).length == 0) {
      gap = state.length > 1;
      continue;
    }
    add_line (&state, line, gap);
    gap = FALSE;
  }
  buffer[state.length] = '\0';
  if (!state.is_plain)
    return nk_utf8_without_controls (buffer + 1);
  memmove (buffer, buffer + 1, state.length);
  return g_steal_pointer (&buffer);
}
