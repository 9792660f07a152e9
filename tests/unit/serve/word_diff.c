/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "serve/word_diff.h"

/* `=same -gone +new`, a bar between pieces. */
static char *
diff (const char *before, const char *after)
{
  g_autoptr (GPtrArray) pieces = nk_word_diff (before, after);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++) {
    const NkPiece *piece = pieces->pdata[i];

    g_string_append_printf (text, "%s%c%s", i > 0 ? "|" : "", "=-+"[piece->kind], piece -> text);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_cases (void)
{
  static const struct {
    const char *before, *after, *pieces;
  } cases[] = {
    { "", "", "" },
    { "a b", "a b", "=a b" },
    { "", "a b", "+a b" },
    { "a b", "", "-a b" },
    { "a b c", "a x c", "=a|-b|+x|=c" },
    { "a b c d", "b c d e", "-a|=b c d|+e" },
    { "a  b\n\nc", "a b c", "=a b c" },
    { "one two", "three four", "-one two|+three four" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *pieces = diff (cases[i].before, cases[i].after);

    g_assert_cmpstr (pieces, ==, cases[i].pieces);
  }
}

static char *
random_words (GRand *random)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int n = g_rand_int_range (random, 0, 30); n > 0; n--)
    g_string_append_printf (text, "%s%c", text->len > 0 ? " " : "", 'a' + g_rand_int_range (random, 0, 4));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The pieces but those of one kind, joined. */
static char *
without (const GPtrArray *pieces, NkPieceKind kind)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++) {
    const NkPiece *piece = pieces->pdata[i];

    if (piece->kind != kind)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", piece->text);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_both_texts_come_back (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8417);

  for (guint i = 0; i < 2000; i++) {
    g_autofree char *before = random_words (random), *after = random_words (random);
    g_autoptr (GPtrArray) pieces = nk_word_diff (before, after);
    g_autofree char *old = without (pieces, NK_PIECE_NEW), *new = without (pieces, NK_PIECE_GONE);

    g_assert_cmpstr (old, ==, before);
    g_assert_cmpstr (new, ==, after);
    for (guint k = 1; k < pieces->len; k++)
      g_assert_cmpint (((NkPiece *)pieces->pdata[k])->kind, !=, ((NkPiece *)pieces->pdata[k - 1])->kind);
  }
}

static void
test_bounded (void)
{
  g_autoptr (GString) before = g_string_new (NULL), after = g_string_new (NULL);
  g_autoptr (GPtrArray) pieces = NULL;
  gint64 begin = g_get_monotonic_time ();

  for (guint i = 0; i < NK_WORD_DIFF_MAX_WORDS; i++) {
    g_string_append_printf (before, "a%u ", i);
    g_string_append_printf (after, "b%u ", i);
  }
  pieces = nk_word_diff (before->str, after->str);
  g_assert_cmpuint (pieces->len, ==, 2);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 5 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word_diff/tells_what_went_and_came", test_cases);
  g_test_add_func ("/word_diff/both_texts_can_be_read_out_of_it", test_both_texts_come_back);
  g_test_add_func ("/word_diff/two_long_strangers_take_bounded_time", test_bounded);
  return g_test_run ();
}
