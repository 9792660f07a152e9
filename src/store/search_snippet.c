/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Where the words of a query stand in a text. The full text finds the same: both cut by store/word.h. */
#include "ground/utf8.h"
#include "store/search_private.h"

#define WORDS_BEFORE_MARK 8 /* of a snippet */
/* A character of Japanese is less than a word. */
#define WEIGHT_OF_WORD 5
#define WEIGHT_OF_SINGLE 2
#define MAX_SNIPPET_BYTES 1000 /* whatever the words are */

typedef struct {
  gsize folded; /* in Cut.folded, terminated */
  gsize start, end;
  gboolean is_single, is_joined, is_marked;
} Piece;

/* A text cut into words. */
typedef struct {
  GArray *pieces; /* Piece */
  GString *folded;
} Cut;

static void
cut_clear (Cut *cut)
{
  g_array_unref (cut->pieces);
  g_string_free (cut->folded, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cut, cut_clear)

static Cut
cut_text (const char *text)
{
  Cut cut = { g_array_new (FALSE, FALSE, sizeof (Piece)), g_string_new (NULL) };
  NkWordScan scan;
  NkWord word;

  nk_word_scan_begin (&scan, nk_slice_text (text));
  while (nk_word_scan_next (&scan, &word)) {
    Piece piece = { cut.folded->len, word.start, word.end, word.is_single, word.is_joined, FALSE };

    g_string_append_len (cut.folded, word.text, (gssize)word.length);
    g_string_append_c (cut.folded, '\0');
    g_array_append_val (cut.pieces, piece);
  }
  return cut;
}

static const char *
folded_at (const Cut *cut, guint place)
{
  return cut->folded->str + g_array_index (cut->pieces, Piece, place).folded;
}

/* Whether the term stands at `place` of the text. */
static gboolean
stands_at (const Cut *text, guint place, const Cut *term, gboolean is_prefix)
{
  guint n = term->pieces->len;

  if (place + n > text->pieces->len)
    return FALSE;
  for (guint i = 0; i < n; i++) {
    const char *wanted = folded_at (term, i), *there = folded_at (text, place + i);
    gboolean is_beginning = is_prefix && i + 1 == n;

    if (is_beginning ? !g_str_has_prefix (there, wanted) : strcmp (there, wanted) != 0)
      return FALSE;
    if (i > 0 && g_array_index (term->pieces, Piece, i).is_joined != g_array_index (text->pieces, Piece, place + i).is_joined)
      return FALSE;
  }
  return TRUE;
}

static void
mark_term (Cut *text, const NkSearchTerm *term)
{
  g_auto (Cut) wanted = cut_text (term->words);

  for (guint place = 0; place < text->pieces->len; place++)
    if (stands_at (text, place, &wanted, term->is_prefix))
      for (guint i = 0; i < wanted.pieces->len; i++)
        g_array_index (text->pieces, Piece, place + i).is_marked = TRUE;
}

gboolean
nk_search_text_has (const char *words, gboolean is_prefix, const char *text)
{
  g_auto (Cut) wanted = cut_text (words), cut = cut_text (text);

  for (guint place = 0; place < cut.pieces->len; place++)
    if (stands_at (&cut, place, &wanted, is_prefix))
      return TRUE;
  return FALSE;
}

static void
clear_part (gpointer data)
{
  g_free (((NkSearchPart *)data)->text);
}

/* Appends `text`, to the last part if that is of the same sort. */
static void
add_part (GArray *parts, const char *text, gsize length, gboolean is_marked)
{
  NkSearchPart *last = parts->len > 0 ? &g_array_index (parts, NkSearchPart, parts->len - 1) : NULL;
  NkSearchPart part = { NULL, is_marked };

  if (length == 0)
    return;
  if (last != NULL && last->is_marked == is_marked) {
    char *longer = g_strdup_printf ("%s%.*s", last->text, (int)length, text);

    g_free (last->text);
    last->text = longer;
    return;
  }
  part.text = g_strndup (text, length);
  g_array_append_val (parts, part);
}

static guint
weight_of (const Piece *piece)
{
  return piece->is_single ? WEIGHT_OF_SINGLE : WEIGHT_OF_WORD;
}

/* Whether the pieces `first` to `last` together are short enough. */
static gboolean
fits (const GArray *pieces, guint first, guint last)
{
  return first == last || g_array_index (pieces, Piece, last).end - g_array_index (pieces, Piece, first).start <= MAX_SNIPPET_BYTES;
}

/* The pieces *ret_first up to but without *ret_end. */
static void
choose_window (const GArray *pieces, guint max_words, guint *ret_first, guint *ret_end)
{
  guint before = WORDS_BEFORE_MARK * WEIGHT_OF_WORD, room = max_words * WEIGHT_OF_WORD, mark = 0, first, end;

  while (mark < pieces->len && !g_array_index (pieces, Piece, mark).is_marked)
    mark++;
  first = mark < pieces->len ? mark : 0;
  while (first > 0 && before >= weight_of (&g_array_index (pieces, Piece, first - 1)) && fits (pieces, first - 1, mark))
    before -= weight_of (&g_array_index (pieces, Piece, --first));
  for (end = first; end < pieces->len && room >= weight_of (&g_array_index (pieces, Piece, end)) && fits (pieces, first, end); end++)
    room -= weight_of (&g_array_index (pieces, Piece, end));
  /* The room behind the end of the text goes to what is before. */
  while (end == pieces->len && first > 0 && room >= weight_of (&g_array_index (pieces, Piece, first - 1))
         && fits (pieces, first - 1, end - 1))
    room -= weight_of (&g_array_index (pieces, Piece, --first));
  *ret_first = first;
  *ret_end = end;
}

/* The text from `at` to `end_at`; the last piece may be longer. */
static void
add_parts (GArray *parts, const GArray *pieces, const char *text, gsize at, gsize end_at, guint first, guint end)
{
  for (guint i = first; i < end && g_array_index (pieces, Piece, i).start < end_at; i++) {
    const Piece *piece = &g_array_index (pieces, Piece, i);
    gsize piece_end = MIN (piece->end, end_at);

    add_part (parts, text + at, piece->start - at, FALSE);
    add_part (parts, text + piece->start, piece_end - piece->start, piece->is_marked);
    at = piece_end;
  }
  add_part (parts, text + at, end_at - at, FALSE);
}

/* `at`, or the beginning of the character that it stands in. */
static gsize
character_start (const char *text, gsize at)
{
  while (at > 0 && ((guchar)text[at] & 0xc0) == 0x80)
    at--;
  return at;
}

GArray *
nk_search_mark (const NkSearchQuery *query, const char *text, guint max_words, guint *ret_n_marks)
{
  g_autofree char *line = nk_utf8_one_line (text);
  g_auto (Cut) cut = cut_text (line);
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (NkSearchPart));
  guint first = 0, end = cut.pieces->len;
  gsize length = strlen (line), at, end_at;

  g_array_set_clear_func (parts, clear_part);
  for (guint i = 0; i < query->terms->len; i++)
    if (!g_array_index (query->terms, NkSearchTerm, i).is_negative)
      mark_term (&cut, &g_array_index (query->terms, NkSearchTerm, i));
  if (max_words > 0)
    choose_window (cut.pieces, max_words, &first, &end);
  at = first > 0 ? g_array_index (cut.pieces, Piece, first).start : 0;
  end_at = end < cut.pieces->len ? g_array_index (cut.pieces, Piece, end - 1).end : length;
  if (max_words > 0 && end_at - at > MAX_SNIPPET_BYTES)
    end_at = character_start (line, at + MAX_SNIPPET_BYTES);
  if (first > 0)
    add_part (parts, "… ", strlen ("… "), FALSE);
  add_parts (parts, cut.pieces, line, at, end_at, first, end);
  if (end_at < length)
    add_part (parts, " …", strlen (" …"), FALSE);
  *ret_n_marks = 0;
  for (guint i = 0; i < parts->len; i++)
    *ret_n_marks += g_array_index (parts, NkSearchPart, i).is_marked;
  return parts;
}
