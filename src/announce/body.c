/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* The block of `Label: value` lines. Thirty years of tools have padded it with blanks and TABs in every way, so only its shape counts:
 * labels stand in one column, what is indented further continues a value (facts/announcements.md a.2). */
#include "announce/body_private.h"

/* Tools mixed TABs and blanks, and gateways cut some: labels this near to the first one's column are in its column. */
#define COLUMN_TOLERANCE 2

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

/* Where the text of a line begins: the column as a terminal shows it goes to *ret_column. */
static gsize
indent_of (NkSlice line, guint *ret_column)
{
  gsize i = 0;
  guint column = 0;

  for (; i < line.length && is_blank (line.data[i]); i++)
    column = line.data[i] == '\t' ? (column / 8 + 1) * 8 : column + 1;
  *ret_column = column;
  return i;
}

static const NkBodyLabel *
find_label (NkSlice text, const NkBodyForm *form)
{
  for (guint i = 0; i < form->n_labels; i++)
    if (nk_slice_equal_fold (form->labels[i].text, text))
      return &form->labels[i];
  return NULL;
}

/* The label that a line begins with, or NULL; *ret_value is what stands behind its colon. */
static const NkBodyLabel *
match_label (NkSlice line, const NkBodyForm *form, guint *ret_column, NkSlice *ret_value)
{
  NkSlice text = nk_slice_from (line, indent_of (line, ret_column));
  gssize colon = nk_slice_find_char (nk_slice_first (text, NK_BODY_MAX_LABEL_BYTES), ':');
  const NkBodyLabel *label;

  if (colon <= 0)
    return NULL;
  label = find_label (nk_slice_trim_end (nk_slice_first (text, (gsize)colon)), form);
  if (label != NULL)
    *ret_value = nk_slice_from (text, (gsize)colon + 1);
  return label;
}

/* Further right it continues a value; further left it is still a label, unless text can have begun after a gap. */
static gboolean
is_in_column (guint column, guint of_first, gboolean gap)
{
  return column <= of_first + COLUMN_TOLERANCE && (!gap || column + COLUMN_TOLERANCE >= of_first);
}

/* Skips to the first label. *rest is left behind its line. */
static const NkBodyLabel *
find_block (NkSlice *rest, const NkBodyForm *form, NkSlice *ret_line, guint *ret_column, NkSlice *ret_value)
{
  const NkBodyLabel *label;

  while (nk_slice_next_line (rest, ret_line))
    if ((label = match_label (*ret_line, form, ret_column, ret_value)) != NULL)
      return label;
  return NULL;
}

static NkSlice
from_line (NkSlice text, NkSlice line)
{
  return nk_slice_from (text, (gsize)(line.data - text.data));
}

/* Reads on behind the first label. Returns: what follows the block. */
static NkSlice
read_lines (NkSlice text, NkSlice rest, const NkBodyForm *form, NkBodyField *fields, NkBodyField *current, guint first_column)
{
  gboolean gap = FALSE;
  NkSlice line, value;

  while (nk_slice_next_line (&rest, &line)) {
    const NkBodyLabel *label;
    guint column;
    if (nk_slice_trim_end (line).length == 0) {
      if (!form->has_gaps)
        return rest;
      gap = TRUE;
      continue;
    }
    label = match_label (line, form, &column, &value);
    if (label != NULL && is_in_column (column, first_column, gap) && fields[label->field].label == NULL) {
      current = &fields[label->field];
      *current = (NkBodyField){ label, value };
      gap = FALSE;
      continue;
    }
    if (gap || (current->label->field == form->last_field && nk_slice_trim (current->value).length > 0))
      return from_line (text, line);
    current->value.length = (gsize)(line.data + line.length - current->value.data);
  }
  return NK_SLICE_EMPTY;
}

gboolean
nk_body_read_block (NkSlice text, const NkBodyForm *form, NkBodyField *fields, NkSlice *ret_before, NkSlice *ret_after)
{
  NkSlice rest = text, line, value;
  const NkBodyLabel *label;
  guint column;

  memset (fields, 0, form->n_fields * sizeof *fields);
  label = find_block (&rest, form, &line, &column, &value);
  if (label == NULL) {
    *ret_before = text;
    *ret_after = NK_SLICE_EMPTY;
    return FALSE;
  }
  *ret_before = nk_slice_first (text, (gsize)(line.data - text.data));
  fields[label->field] = (NkBodyField){ label, value };
  *ret_after = read_lines (text, rest, form, fields, &fields[label->field], column);
  return TRUE;
}

/* The label that ends at `colon`, with white space or nothing before it. */
static const NkBodyLabel *
label_before (NkSlice text, gsize colon, const NkBodyForm *form)
{
  const NkBodyLabel *longest = NULL;

  for (guint i = 0; i < form->n_labels; i++) {
    NkSlice label = form->labels[i].text;
    if (label.length > colon || !nk_slice_equal_fold (nk_slice (text.data + colon - label.length, label.length), label))
      continue;
    if (colon > label.length && !g_ascii_isspace (text.data[colon - label.length - 1]))
      continue;
    if (longest == NULL || label.length > longest->text.length)
      longest = &form->labels[i];
  }
  return longest;
}

gboolean
nk_body_read_reflowed (NkSlice text, const NkBodyForm *form, NkBodyField *fields, NkSlice *ret_before, NkSlice *ret_after)
{
  NkSlice searched = nk_slice_first (text, NK_BODY_MAX_REFLOWED_BYTES), word;
  NkBodyField *last = NULL;

  memset (fields, 0, form->n_fields * sizeof *fields);
  *ret_before = text;
  *ret_after = NK_SLICE_EMPTY;
  for (gsize colon = 0; colon < searched.length; colon++) {
    const NkBodyLabel *label;
    gsize start;
    if (searched.data[colon] != ':' || (label = label_before (searched, colon, form)) == NULL || fields[label->field].label != NULL)
      continue;
    start = colon - label->text.length;
    if (last != NULL)
      last->value.length = (gsize)(text.data + start - last->value.data);
    else
      *ret_before = nk_slice_first (text, start);
    last = &fields[label->field];
    *last = (NkBodyField){ label, nk_slice_from (text, colon + 1) };
  }
  if (last == NULL)
    return FALSE;
  word = nk_body_first_word (last->value);
  *ret_after = from_line (text, nk_slice (word.data + word.length, 0));
  last->value = word;
  return TRUE;
}

NkSlice
nk_body_first_word (NkSlice value)
{
  gsize length = 0;

  value = nk_slice_trim (value);
  while (length < value.length && !g_ascii_isspace (value.data[length]))
    length++;
  return nk_slice_first (value, length);
}
