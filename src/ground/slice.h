/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* ground/slice.h - borrowed text: a pointer and a length, not NUL-terminated, never owned.
 * Floor: ground. A slice lives as long as the bytes that it points into; who hands one out says how long that is. */
#pragma once
#include <glib.h>
#include <string.h>

typedef struct {
  const char *data; /* NULL only when length is 0 */
  gsize length;
} NkSlice;

#define NK_SLICE_EMPTY ((NkSlice){ NULL, 0 })
#define NK_SLICE_LITERAL(text) ((NkSlice){ (text), sizeof (text) - 1 })

static inline NkSlice
nk_slice (const char *data, gsize length)
{
  return (NkSlice){ data, length };
}

/* A slice over the whole of `text` (NULL gives the empty slice). */
static inline NkSlice
nk_slice_text (const char *text)
{
  return (NkSlice){ text, text != NULL ? strlen (text) : 0 };
}

/* The part from `start` (clamped) to the end. */
static inline NkSlice
nk_slice_from (NkSlice slice, gsize start)
{
  if (start >= slice.length)
    return (NkSlice){ slice.data == NULL ? NULL : slice.data + slice.length, 0 };
  return (NkSlice){ slice.data + start, slice.length - start };
}

/* The first `length` bytes (clamped). */
static inline NkSlice
nk_slice_first (NkSlice slice, gsize length)
{
  return (NkSlice){ slice.data, MIN (length, slice.length) };
}

/* Without ASCII white space (blank, TAB, CR, LF, VT, FF) at the ends. */
NkSlice nk_slice_trim (NkSlice slice);
NkSlice nk_slice_trim_end (NkSlice slice);

/* Comparisons are bytewise; the `_fold` forms ignore ASCII case and no other. */
gboolean nk_slice_equal (NkSlice a, NkSlice b);
gboolean nk_slice_equal_fold (NkSlice a, NkSlice b);
gboolean nk_slice_starts (NkSlice slice, NkSlice prefix);
gboolean nk_slice_starts_fold (NkSlice slice, NkSlice prefix);
gboolean nk_slice_ends (NkSlice slice, NkSlice suffix);

/* Offset of the first `needle`, or -1. */
gssize nk_slice_find (NkSlice slice, NkSlice needle);
gssize nk_slice_find_fold (NkSlice slice, NkSlice needle);
gssize nk_slice_find_char (NkSlice slice, char c);

/* Cuts the next line (without LF or CRLF) off `*rest`. FALSE when nothing is left. */
gboolean nk_slice_next_line (NkSlice *rest, NkSlice *ret_line);

/* A decimal number that fills the whole slice and is at most `maximum`; else FALSE. */
gboolean nk_slice_to_uint (NkSlice slice, guint64 maximum, guint64 *ret_number);

/* Returns: (transfer full): a NUL-terminated copy; bytes 0 inside become U+FFFD. */
char *nk_slice_dup (NkSlice slice);
