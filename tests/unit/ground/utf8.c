/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "ground/utf8.h"

#define L(text) NK_SLICE_LITERAL (text)
#define R "\xEF\xBF\xBD"

static void
test_valid (void)
{
  g_assert_true (nk_utf8_is_valid (NK_SLICE_EMPTY));
  g_assert_true (nk_utf8_is_valid (L ("plain")));
  g_assert_true (nk_utf8_is_valid (L ("日本語 é 😀 \xF4\x8F\xBF\xBF \xEE\x80\x80 \x7F\x01")));
  g_assert_false (nk_utf8_is_valid (L ("a\0b")));
  g_assert_false (nk_utf8_is_valid (L ("\x80")));
  g_assert_false (nk_utf8_is_valid (L ("\xC0\x80")));
  g_assert_false (nk_utf8_is_valid (L ("\xC1\xBF")));
  g_assert_false (nk_utf8_is_valid (L ("\xE0\x9F\xBF")));
  g_assert_false (nk_utf8_is_valid (L ("\xED\xA0\x80")));
  g_assert_false (nk_utf8_is_valid (L ("\xF0\x8F\xBF\xBF")));
  g_assert_false (nk_utf8_is_valid (L ("\xF4\x90\x80\x80")));
  g_assert_false (nk_utf8_is_valid (L ("\xF5\x80\x80\x80")));
  g_assert_false (nk_utf8_is_valid (L ("\xE3\x81")));
  g_assert_false (nk_utf8_is_valid (L ("ab\xC3")));
}

/* Every two-byte and, at each place of a word, every single byte: against GLib's own reader. */
static void
test_agrees_with_glib (void)
{
  char text[80];

  for (guint first = 0; first < 256; first++) {
    for (guint second = 0; second < 256; second++) {
      guint place = (first * 7 + second) % 70;

      memset (text, 'a', sizeof text);
      text[place] = (char)first;
      text[place + 1] = (char)second;
      text[place + 2] = (char)(second ^ 0x15);
      for (guint length = place; length <= sizeof text; length += 3) {
        g_assert_cmpint (nk_utf8_is_valid (nk_slice (text, length)), ==, g_utf8_validate_len (text, length, NULL));
      }
    }
  }
}

static void
assert_repaired (NkSlice text, const char *expected)
{
  g_autofree char *repaired = nk_utf8_repair (text);

  g_assert_cmpstr (repaired, ==, expected);
  g_assert_true (g_utf8_validate (repaired, -1, NULL));
}

static void
test_repair (void)
{
  assert_repaired (NK_SLICE_EMPTY, "");
  assert_repaired (L ("all well é"), "all well é");
  assert_repaired (L ("a\0b"), "a" R "b");
  assert_repaired (L ("caf\xE9"), "caf" R);
  assert_repaired (L ("\xFF\xFE"), R R);
  /* One sequence that is cut off is one fault, not one for each byte. */
  assert_repaired (L ("\xF0\x9F\x98 x"), R " x");
  assert_repaired (L ("\xE3\x81\xE3\x81\x82"), R "あ");
  assert_repaired (L ("\xED\xA0\x80"), R R R);
  assert_repaired (L ("\xC0\xAF"), R R);
  assert_repaired (L ("0123456789012345678901234567890123456789\x80"
                      "0123"),
                   "0123456789012345678901234567890123456789" R "0123");
}

static void
test_latin1 (void)
{
  g_autofree char *text = nk_utf8_from_latin1 (L ("Andr\xE9 \xA7\0.\xFF\x80"));
  g_autofree char *empty = nk_utf8_from_latin1 (NK_SLICE_EMPTY);

  g_assert_cmpstr (text, ==, "André §" R ".ÿ\xC2\x80");
  g_assert_cmpstr (empty, ==, "");
}

static void
test_controls (void)
{
  g_autofree char *text = nk_utf8_without_controls ("a\x1B[31mb\tc\nd\r\x07\x7F\xC2\x9B"
                                                    "e\u202Etxt.exe\u2066\u2069\u200E\u200F\u061C\uFEFFf\u200Dg é");

  g_assert_cmpstr (text, ==,
                   "a[31mb\tc\nde"
                   "txt.exef\u200Dg é");
}

static void
assert_one_line (const char *text, const char *expected)
{
  g_autofree char *line = nk_utf8_one_line (text);

  g_assert_cmpstr (line, ==, expected);
}

static void
test_one_line (void)
{
  assert_one_line ("  A  Title\r\n   over\tlines \n", "A Title over lines");
  assert_one_line ("", "");
  assert_one_line (" \n\t", "");
  assert_one_line ("a\rb\vc\fd\xC2\x85"
                   "e\u2028f\u2029g",
                   "a b c d e f g");
  assert_one_line ("a\x1B\x01 \u202E b", "a b");
  assert_one_line ("\uFEFF x", "x");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/utf8/overlong_surrogate_and_cut_sequences_are_not_valid", test_valid);
  g_test_add_func ("/utf8/validity_agrees_with_glib_at_every_place_of_a_word", test_agrees_with_glib);
  g_test_add_func ("/utf8/each_broken_sequence_becomes_one_replacement", test_repair);
  g_test_add_func ("/utf8/every_byte_is_a_latin1_letter", test_latin1);
  g_test_add_func ("/utf8/controls_and_direction_changers_are_removed", test_controls);
  g_test_add_func ("/utf8/one_line_folds_every_kind_of_white_space", test_one_line);
  return g_test_run ();
}
