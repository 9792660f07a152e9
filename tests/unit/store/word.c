/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/word.h"

/* Words parted by `|`, joined ones by `+`. */
static char *
cut (NkSlice text)
{
  g_autoptr (GString) words = g_string_new (NULL);
  NkWordScan scan;
  NkWord word;
  gsize before = 0;

  nk_word_scan_begin (&scan, text);
  while (nk_word_scan_next (&scan, &word)) {
    g_assert_cmpuint (word.length, >, 0);
    g_assert_cmpuint (word.length, <=, NK_WORD_MAX_BYTES);
    g_assert_cmpuint (word.start, >=, before);
    g_assert_cmpuint (word.end, >, word.start);
    g_assert_cmpuint (word.end, <=, text.length);
    g_assert_true (!word.is_joined || word.is_single);
    before = word.end;
    if (words->len > 0)
      g_string_append_c (words, word.is_joined ? '+' : '|');
    g_string_append_len (words, word.text, (gssize)word.length);
  }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
test_cut (void)
{
  static const struct {
    const char *text, *expected;
  } cases[] = {
    { "", "" },
    { " .,-()*\"':/ ", "" },
    { "Transport Layer Security (TLS), version 1.3", "transport|layer|security|tls|version|1|3" },
    { "draft-ietf-tls-esni-25", "draft|ietf|tls|esni|25" },
    { "TLS1.3", "tls1|3" },
    { "Ｔｒａｎｓｐｏｒｔ　１２３", "transport|123" },
    { "Café CAFE\xcc\x81 Ångström Straße STRASSE ΣΊΣΥΦΟΣ", "cafe|cafe|angstrom|strasse|strasse|σισυφοσ" },
    { "co\xc2\xadoperation", "cooperation" },
    { "認証", "認+証" },
    { "鍵", "鍵" },
    { "QUICの認証、方式", "quic|の+認+証|方+式" },
    { "ｶﾞｷﾞｸﾞ ガギグ カ\xe3\x82\x99", "ガ+ギ+グ|ガ+ギ+グ|ガ" },
    { "ﾊﾟｽﾜｰﾄﾞ", "パ+ス+ワ+ー+ド" },
    { "か が", "か|が" },
    { "プロトコル・スタック", "プ+ロ+ト+コ+ル|ス+タ+ッ+ク" },
    { "佐々木〆切", "佐+々+木+〆+切" },
    { "葛\xf3\xa0\x84\x80城", "葛+城" },
    { "한국어", "한+국+어" },
    { "العربية עברית", "العربية|עברית" },
    { "\xef\xa4\x80", "豈" }, /* U+F900 */
    { "a\xffz", "a|z" },
    { "\xe8\xaa", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *got = cut (nk_slice_text (cases[i].text));

    g_assert_cmpstr (got, ==, cases[i].expected);
  }
}

static void
test_offsets (void)
{
  const char text[] = "新しいTLSの鍵";
  NkWordScan scan;
  NkWord word;
  g_autoptr (GString) same = g_string_new (NULL);

  nk_word_scan_begin (&scan, nk_slice_text (text));
  while (nk_word_scan_next (&scan, &word))
    g_string_append_len (same, text + word.start, (gssize)(word.end - word.start));
  g_assert_cmpstr (same->str, ==, text);
}

/* Whatever a character folds to folds to itself. */
static void
test_same_again (void)
{
  for (gunichar character = 1; character <= 0x10ffff; character++) {
    char bytes[8];
    g_autofree char *once = NULL, *twice = NULL;

    if (!g_unichar_validate (character))
      continue;
    once = cut (nk_slice (bytes, (gsize)g_unichar_to_utf8 (character, bytes)));
    twice = cut (nk_slice_text (once));
    if (strcmp (once, twice) != 0)
      g_error ("U+%04X: %s, then %s", character, once, twice);
  }
}

static void
test_long (void)
{
  g_autofree char *text = g_strnfill (100000, 'A'), *got = cut (nk_slice_text (text));
  g_autoptr (GString) wide = g_string_new (NULL);
  g_autofree char *cut_wide = NULL;

  g_assert_cmpuint (strlen (got), ==, NK_WORD_MAX_BYTES);
  for (guint i = 0; i < 1000; i++)
    g_string_append (wide, "ж");
  cut_wide = cut (nk_slice_text (wide->str));
  g_assert_cmpuint (strlen (cut_wide), ==, NK_WORD_MAX_BYTES);
  g_assert_true (g_utf8_validate (cut_wide, -1, NULL));
}

static void
test_any_bytes (void)
{
  for (guint i = 0; i < 2000; i++) {
    char bytes[200];

    for (guint k = 0; k < sizeof bytes; k++)
      bytes[k] = (char)(g_test_rand_bit () ? g_test_rand_int_range (0xe0, 0x100) : g_test_rand_int_range (0, 256));
    g_free (cut (nk_slice (bytes, sizeof bytes)));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word/text_is_cut_and_folded", test_cut);
  g_test_add_func ("/word/places_are_those_of_the_text", test_offsets);
  g_test_add_func ("/word/what_is_folded_stays_as_it_is", test_same_again);
  g_test_add_func ("/word/a_long_word_is_cut_between_characters", test_long);
  g_test_add_func ("/word/no_bytes_lead_astray", test_any_bytes);
  return g_test_run ();
}
