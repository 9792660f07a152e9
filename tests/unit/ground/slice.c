/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "ground/slice.h"

#define L(text) NK_SLICE_LITERAL (text)

static void
assert_text (NkSlice slice, const char *expected)
{
  g_autofree char *text = nk_slice_dup (slice);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_trim (void)
{
  assert_text (nk_slice_trim (L (" \t\r\n\v\f a b \v\n")), "a b");
  assert_text (nk_slice_trim_end (L (" a \r\n")), " a");
  assert_text (nk_slice_trim (L ("   ")), "");
  assert_text (nk_slice_trim (NK_SLICE_EMPTY), "");
  assert_text (nk_slice_trim (L ("\xC2\xA0x")), "\xC2\xA0x");
}

static void
test_compare (void)
{
  g_assert_true (nk_slice_equal (L ("ab"), L ("ab")));
  g_assert_false (nk_slice_equal (L ("ab"), L ("aB")));
  g_assert_true (nk_slice_equal (NK_SLICE_EMPTY, L ("")));
  g_assert_true (nk_slice_equal_fold (L ("Message-ID"), L ("message-id")));
  g_assert_false (nk_slice_equal_fold (L ("Message-ID"), L ("message-i")));
  g_assert_false (nk_slice_equal_fold (L ("\xC3\x84"), L ("\xC3\xA4")));
  g_assert_false (nk_slice_equal_fold (L ("["), L ("{")));
  g_assert_true (nk_slice_starts (L ("draft-x"), L ("draft-")));
  g_assert_false (nk_slice_starts (L ("dra"), L ("draft-")));
  g_assert_true (nk_slice_starts (L ("dra"), NK_SLICE_EMPTY));
  g_assert_true (nk_slice_starts_fold (L ("DRAFT-x"), L ("draft-")));
  g_assert_true (nk_slice_ends (L ("a.txt"), L (".txt")));
  g_assert_false (nk_slice_ends (L ("txt"), L (".txt")));
  g_assert_true (nk_slice_ends (NK_SLICE_EMPTY, NK_SLICE_EMPTY));
}

static void
test_find (void)
{
  g_assert_cmpint (nk_slice_find (L ("abcabd"), L ("abd")), ==, 3);
  g_assert_cmpint (nk_slice_find (L ("abc"), L ("abcd")), ==, -1);
  g_assert_cmpint (nk_slice_find (L ("abc"), NK_SLICE_EMPTY), ==, 0);
  g_assert_cmpint (nk_slice_find (NK_SLICE_EMPTY, L ("a")), ==, -1);
  g_assert_cmpint (nk_slice_find (L ("a\0b"), L ("b")), ==, 2);
  g_assert_cmpint (nk_slice_find_char (L ("a:b"), ':'), ==, 1);
  g_assert_cmpint (nk_slice_find_char (L ("ab"), ':'), ==, -1);
  g_assert_cmpint (nk_slice_find_char (NK_SLICE_EMPTY, ':'), ==, -1);
}

static void
test_find_fold (void)
{
  g_assert_cmpint (nk_slice_find_fold (L ("xX ABstract"), L ("abstract")), ==, 3);
  g_assert_cmpint (nk_slice_find_fold (L ("aAaAab"), L ("AB")), ==, 4);
  g_assert_cmpint (nk_slice_find_fold (L ("ab"), L ("abc")), ==, -1);
  g_assert_cmpint (nk_slice_find_fold (L ("aaaa"), L ("ab")), ==, -1);
  g_assert_cmpint (nk_slice_find_fold (L ("x: 1"), L (": ")), ==, 1);
  g_assert_cmpint (nk_slice_find_fold (L ("abc"), NK_SLICE_EMPTY), ==, 0);
  g_assert_cmpint (nk_slice_find_fold (NK_SLICE_EMPTY, L ("a")), ==, -1);
  g_assert_cmpint (nk_slice_find_fold (L ("bbbA"), L ("a")), ==, 3);
}

static void
test_parts (void)
{
  assert_text (nk_slice_from (L ("abc"), 1), "bc");
  assert_text (nk_slice_from (L ("abc"), 9), "");
  assert_text (nk_slice_from (NK_SLICE_EMPTY, 9), "");
  assert_text (nk_slice_first (L ("abc"), 2), "ab");
  assert_text (nk_slice_first (L ("abc"), 9), "abc");
  assert_text (nk_slice_text (NULL), "");
  assert_text (nk_slice_text ("x"), "x");
}

static void
test_lines (void)
{
  NkSlice rest = L ("one\r\ntwo\n\n\rfour\nlast\r"), line;
  static const char *const expected[] = { "one", "two", "", "\rfour", "last\r" };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_assert_true (nk_slice_next_line (&rest, &line));
    assert_text (line, expected[i]);
  }
  g_assert_false (nk_slice_next_line (&rest, &line));
}

static void
test_last_line (void)
{
  NkSlice rest = L ("one\n"), line;

  g_assert_true (nk_slice_next_line (&rest, &line));
  g_assert_false (nk_slice_next_line (&rest, &line));
}

static void
test_numbers (void)
{
  guint64 number = 7;

  g_assert_false (nk_slice_to_uint (NK_SLICE_EMPTY, 10, &number));
  g_assert_false (nk_slice_to_uint (L (" 1"), 10, &number));
  g_assert_false (nk_slice_to_uint (L ("-1"), 10, &number));
  g_assert_false (nk_slice_to_uint (L ("1x"), 10, &number));
  g_assert_false (nk_slice_to_uint (L ("11"), 10, &number));
  g_assert_false (nk_slice_to_uint (L ("5"), 4, &number));
  g_assert_false (nk_slice_to_uint (L ("18446744073709551616"), G_MAXUINT64, &number));
  g_assert_false (nk_slice_to_uint (L ("99999999999999999999999"), G_MAXUINT64, &number));
  g_assert_cmpuint (number, ==, 7);
  g_assert_true (nk_slice_to_uint (L ("10"), 10, &number));
  g_assert_cmpuint (number, ==, 10);
  g_assert_true (nk_slice_to_uint (L ("0"), 0, &number));
  g_assert_cmpuint (number, ==, 0);
  g_assert_true (nk_slice_to_uint (L ("0000000000000000000000003"), 5, &number));
  g_assert_cmpuint (number, ==, 3);
  g_assert_true (nk_slice_to_uint (L ("18446744073709551615"), G_MAXUINT64, &number));
  g_assert_true (number == G_MAXUINT64);
}

static void
test_dup (void)
{
  assert_text (L ("a\0b\0"), "a\xEF\xBF\xBD"
                             "b\xEF\xBF\xBD");
  assert_text (L ("\0"), "\xEF\xBF\xBD");
  assert_text (NK_SLICE_EMPTY, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slice/trimming_takes_ascii_white_space_at_both_ends", test_trim);
  g_test_add_func ("/slice/folding_ignores_ascii_case_and_no_other", test_compare);
  g_test_add_func ("/slice/finding_gives_the_first_place_or_minus_one", test_find);
  g_test_add_func ("/slice/finding_without_case_meets_both_cases_of_the_first_letter", test_find_fold);
  g_test_add_func ("/slice/parts_are_clamped", test_parts);
  g_test_add_func ("/slice/lines_end_with_lf_or_crlf_and_a_lone_cr_is_text", test_lines);
  g_test_add_func ("/slice/a_final_line_end_adds_no_empty_line", test_last_line);
  g_test_add_func ("/slice/a_number_fills_the_slice_and_stays_in_its_limit", test_numbers);
  g_test_add_func ("/slice/a_nul_inside_becomes_the_replacement_character", test_dup);
  return g_test_run ();
}
