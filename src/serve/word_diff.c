/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986): the greedy form, with the furthest points of every step kept to
 * walk the way back. */
#include "serve/word_diff.h"

#include <string.h>

typedef struct {
  char **before, **after;
  int n_before, n_after;
  GPtrArray *pieces;
} Diff;

static void
piece_free (gpointer data)
{
  NkPiece *piece = data;

  g_free (piece->text);
  g_free (piece);
}

/* Empty words, which two blanks in a row leave, are none. */
static char **
split_words (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, " \t\r\n", -1);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++) {
    if (*parts[i] != '\0')
      g_ptr_array_add (words, g_strdup (parts[i]));
  }
  g_ptr_array_add (words, NULL);
  return (char **)g_ptr_array_free (g_steal_pointer (&words), FALSE);
}

/* The words from..to of a text, joined, as one piece; nothing if there are none. */
static void
add_piece (GPtrArray *pieces, NkPieceKind kind, char **words, int from, int to)
{
  g_autoptr (GString) text = g_string_new (NULL);
  NkPiece *piece;

  if (from >= to)
    return;
  for (int i = from; i < to; i++) {
    if (i > from)
      g_string_append_c (text, ' ');
    g_string_append (text, words[i]);
  }
  piece = g_new (NkPiece, 1);
  piece->kind = kind;
  piece->text = g_string_free (g_steal_pointer (&text), FALSE);
  g_ptr_array_add (pieces, piece);
}

/* The furthest point on diagonal k after `changes` changes, out of those of one change less. */
static int
furthest (const Diff *diff, const int *reached, int k, int changes)
{
  int x = k == -changes || (k != changes && reached[k - 1] < reached[k + 1]) ? reached[k + 1] : reached[k - 1] + 1;

  while (x < diff->n_before && x - k < diff->n_after && strcmp (diff->before[x], diff->after[x - k]) == 0)
    x++;
  return x;
}

/* Every step's points, the step of c changes having c + 1 diagonals on each side of the middle; NULL if there are too many changes. */
static GPtrArray *
find_steps (const Diff *diff)
{
  int most = MIN (diff->n_before + diff->n_after, NK_WORD_DIFF_MAX_CHANGES);
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_free);
  g_autofree int *buffer = g_new0 (int, 2 * (gsize)most + 3);
  int *reached = buffer + most + 1;

  for (int changes = 0; changes <= most; changes++) {
    int *copy = g_new (int, 2 * (gsize)changes + 3);

    memcpy (copy, reached - changes - 1, (2 * (gsize)changes + 3) * sizeof *copy);
    g_ptr_array_add (steps, copy);
    for (int k = -changes; k <= changes; k += 2) {
      reached[k] = furthest (diff, reached, k, changes);
      if (reached[k] >= diff->n_before && reached[k] - k >= diff->n_after)
        return g_steal_pointer (&steps);
    }
  }
  return NULL;
}

/* Marks which words stay, walking back from the end. */
static void
mark_same (const Diff *diff, const GPtrArray *steps, gboolean *is_kept_before, gboolean *is_kept_after)
{
  int x = diff->n_before, y = diff->n_after;

  for (int changes = (int)steps->len - 1; changes >= 0; changes--) {
    const int *reached = (const int *)steps->pdata[changes] + changes + 1;
    int k = x - y, from_k = k == -changes || (k != changes && reached[k - 1] < reached[k + 1]) ? k + 1 : k - 1;
    int from_x = changes == 0 ? 0 : reached[from_k], from_y = changes == 0 ? 0 : from_x - from_k;

    for (; x > from_x && y > from_y; x--, y--)
      is_kept_before[x - 1] = is_kept_after[y - 1] = TRUE;
    x = from_x;
    y = from_y;
  }
}

static void
collect (const Diff *diff, const gboolean *is_kept_before, const gboolean *is_kept_after)
{
  int x = 0, y = 0;

  while (x < diff->n_before || y < diff->n_after) {
    int from_x = x, from_y = y;

    while (x < diff->n_before && !is_kept_before[x])
      x++;
    add_piece (diff->pieces, NK_PIECE_GONE, diff->before, from_x, x);
    while (y < diff->n_after && !is_kept_after[y])
      y++;
    add_piece (diff->pieces, NK_PIECE_NEW, diff->after, from_y, y);
    from_x = x;
    while (x < diff->n_before && y < diff->n_after && is_kept_before[x] && is_kept_after[y]) {
      x++;
      y++;
    }
    add_piece (diff->pieces, NK_PIECE_SAME, diff->before, from_x, x);
  }
}

GPtrArray *
nk_word_diff (const char *before, const char *after)
{
  g_auto (GStrv) words_before = split_words (before), words_after = split_words (after);
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (piece_free), steps = NULL;
  Diff diff = { words_before, words_after, (int)g_strv_length (words_before), (int)g_strv_length (words_after), pieces };

  if (diff.n_before <= NK_WORD_DIFF_MAX_WORDS && diff.n_after <= NK_WORD_DIFF_MAX_WORDS)
    steps = find_steps (&diff);
  if (steps == NULL) {
    add_piece (pieces, NK_PIECE_GONE, words_before, 0, diff.n_before);
    add_piece (pieces, NK_PIECE_NEW, words_after, 0, diff.n_after);
  } else {
    g_autofree gboolean *is_kept_before = g_new0 (gboolean, (gsize)diff.n_before + 1);
    g_autofree gboolean *is_kept_after = g_new0 (gboolean, (gsize)diff.n_after + 1);

    mark_same (&diff, steps, is_kept_before, is_kept_after);
    collect (&diff, is_kept_before, is_kept_after);
  }
  return g_steal_pointer (&pieces);
}
