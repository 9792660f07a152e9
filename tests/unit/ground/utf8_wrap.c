/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "ground/utf8.h"

static void
test_columns (void)
{
  g_assert_cmpuint (nk_utf8_columns (""), ==, 0);
  g_assert_cmpuint (nk_utf8_columns ("RFC 9999"), ==, 8);
  g_assert_cmpuint (nk_utf8_columns ("経路制御"), ==, 8);
  g_assert_cmpuint (nk_utf8_columns ("ｱｲｳ"), ==, 3);
  g_assert_cmpuint (nk_utf8_columns ("Ａ"), ==, 2);
  g_assert_cmpuint (nk_utf8_columns ("e\u0301"), ==, 1);
  g_assert_cmpuint (nk_utf8_columns ("か\u3099"), ==, 2);
  g_assert_cmpuint (nk_utf8_columns ("a\u200Bb"), ==, 2);
  g_assert_cmpuint (nk_utf8_columns ("±§…"), ==, 3);
  g_assert_cmpuint (nk_utf8_columns ("\t\x7F\xC2\x80"), ==, 0);
}

static void
assert_wrapped (const char *text, gsize columns, const char *first_indent, const char *indent, const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  nk_utf8_wrap (out, text, columns, first_indent, indent);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_words (void)
{
  assert_wrapped ("one two three", 8, "", "", "one two\nthree\n");
  assert_wrapped ("one two three", 7, "", "", "one two\nthree\n");
  assert_wrapped ("one two three", 6, "", "", "one\ntwo\nthree\n");
  assert_wrapped ("one two", 80, "", "", "one two\n");
  assert_wrapped ("  one \n\t two  ", 80, "", "", "one two\n");
  assert_wrapped ("", 80, "", "", "\n");
  assert_wrapped ("one two", 6, "- ", "  ", "- one\n  two\n");
}

static void
test_long_word (void)
{
  assert_wrapped ("a draft-example-with-a-long-name-00 b", 10, "", "", "a\ndraft-example-with-a-long-name-00\nb\n");
  assert_wrapped ("draft-example-00", 4, "* ", "  ", "* draft-example-00\n");
}

static void
test_not_wrapped (void)
{
  assert_wrapped ("one two 経路 制御。", 0, "> ", "  ", "> one two 経路 制御。\n");
}

static void
test_east_asian (void)
{
  assert_wrapped ("経路制御の拡張", 8, "", "", "経路制御\nの拡張\n");
  assert_wrapped ("経路制御の拡張", 9, "", "", "経路制御\nの拡張\n");
  assert_wrapped ("TLSの鍵共有をQUICで使う", 10, "", "", "TLSの鍵共\n有をQUICで\n使う\n");
}

static void
test_kinsoku_start (void)
{
  assert_wrapped ("経路制御、拡張", 8, "", "", "経路制\n御、拡張\n");
  assert_wrapped ("経路制御。」拡張", 8, "", "", "経路制\n御。」拡\n張\n");
  assert_wrapped ("あいうサーバ", 8, "", "", "あいう\nサーバ\n");
  assert_wrapped ("あいうちょう", 8, "", "", "あいう\nちょう\n");
  assert_wrapped ("経路制御)と", 8, "", "", "経路制\n御)と\n");
}

static void
test_kinsoku_end (void)
{
  assert_wrapped ("経路制「御拡張」", 8, "", "", "経路制\n「御拡\n張」\n");
  assert_wrapped ("経路制(御拡)", 7, "", "", "経路制\n(御拡)\n");
}

static void
test_marks_stay (void)
{
  assert_wrapped ("ああか\u3099い", 6, "", "", "ああか\u3099\nい\n");
  assert_wrapped ("ああああか\u3099い", 8, "", "", "ああああ\nか\u3099い\n");
}

static void
test_linear (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) out = g_string_new (NULL);

  for (int i = 0; i < 50000; i++)
    g_string_append (text, "、");
  nk_utf8_wrap (out, text->str, 40, "", "");
  g_assert_cmpuint (out->len, ==, text->len + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/utf8_wrap/east_asian_letters_are_two_columns_and_marks_none", test_columns);
  g_test_add_func ("/utf8_wrap/words_are_kept_whole_and_blanks_folded", test_words);
  g_test_add_func ("/utf8_wrap/a_word_longer_than_the_line_stands_alone", test_long_word);
  g_test_add_func ("/utf8_wrap/zero_columns_mean_one_line", test_not_wrapped);
  g_test_add_func ("/utf8_wrap/lines_break_between_east_asian_letters", test_east_asian);
  g_test_add_func ("/utf8_wrap/no_line_begins_with_a_closing_mark_or_small_kana", test_kinsoku_start);
  g_test_add_func ("/utf8_wrap/no_line_ends_with_an_opening_bracket", test_kinsoku_end);
  g_test_add_func ("/utf8_wrap/a_combining_mark_stays_with_its_letter", test_marks_stay);
  g_test_add_func ("/utf8_wrap/a_long_run_without_any_break_is_no_trouble", test_linear);
  return g_test_run ();
}
