/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "mail/message.h"

#include <xxhash.h>

static guint64
text_hash (const char *text)
{
  NkMessage message = { .text = (char *)text };

  return nk_message_text_hash (&message);
}

static guint64
raw_hash (const char *bytes)
{
  return nk_message_raw_hash (nk_slice_text (bytes));
}

static void
test_trailing_white_space_does_not_change_the_text_hash (void)
{
  guint64 expected = XXH3_64bits ("One\n\n  two\nthree", 16);

  g_assert_cmpuint (text_hash ("One\n\n  two\nthree"), ==, expected);
  g_assert_cmpuint (text_hash ("One\n\n  two\nthree\n"), ==, expected);
  g_assert_cmpuint (text_hash ("One  \n \t \n  two\t\nthree \n\n \n"), ==, expected);
  g_assert_cmpuint (text_hash ("One\r\n\r\n  two\r\nthree\r\n"), ==, expected);
}

static void
test_other_differences_change_the_text_hash (void)
{
  g_assert_cmpuint (text_hash ("One\ntwo"), !=, text_hash ("One two"));
  g_assert_cmpuint (text_hash ("One\ntwo"), !=, text_hash ("One\n two"));
  g_assert_cmpuint (text_hash ("One\ntwo"), !=, text_hash ("One\n\ntwo"));
  g_assert_cmpuint (text_hash ("One"), !=, text_hash ("\nOne"));
}

static void
test_an_empty_text_has_a_hash (void)
{
  g_assert_cmpuint (text_hash (""), ==, XXH3_64bits ("", 0));
  g_assert_cmpuint (text_hash (" \n\t\n"), ==, text_hash (""));
}

static void
test_line_ends_do_not_change_the_raw_hash (void)
{
  guint64 expected = XXH3_64bits ("A: 1\n\nx\ny", 9);

  g_assert_cmpuint (raw_hash ("A: 1\n\nx\ny"), ==, expected);
  g_assert_cmpuint (raw_hash ("A: 1\n\nx\ny\n\n"), ==, expected);
  g_assert_cmpuint (raw_hash ("A: 1\r\n\r\nx\r\ny\r\n\r\n"), ==, expected);
  g_assert_cmpuint (raw_hash ("A: 1\r\n\nx\r\ny\n\r\n"), ==, expected);
}

static void
test_a_bare_carriage_return_counts_in_the_raw_hash (void)
{
  g_assert_cmpuint (raw_hash ("x\ry"), ==, XXH3_64bits ("x\ry", 3));
  g_assert_cmpuint (raw_hash ("x\r\r\ny\r"), ==, XXH3_64bits ("x\r\ny\r", 5));
  g_assert_cmpuint (raw_hash ("x\r"), !=, raw_hash ("x"));
}

static void
test_blanks_and_nul_count_in_the_raw_hash (void)
{
  g_assert_cmpuint (raw_hash ("x \ny"), !=, raw_hash ("x\ny"));
  g_assert_cmpuint (nk_message_raw_hash (nk_slice ("x\0y", 3)), ==, XXH3_64bits ("x\0y", 3));
  g_assert_cmpuint (nk_message_raw_hash (NK_SLICE_EMPTY), ==, XXH3_64bits ("", 0));
  g_assert_cmpuint (raw_hash ("\r\n\n"), ==, nk_message_raw_hash (NK_SLICE_EMPTY));
}

/* The expected values come from other programs: printf '%s%s' ID LIST | openssl sha1 -binary | basenc --base64url. */
static void
test_the_archive_url_is_made_of_message_id_and_list (void)
{
  static const struct {
    const char *message_id, *list, *url;
  } cases[] = {
    { "<20251001.123456.7@example.org>", "i-d-announce", "https://mailarchive.ietf.org/arch/msg/i-d-announce/kYnvwm-S8ULKLsc4uSnJYJUZgVU" },
    { "20251001.123456.7@example.org", "i-d-announce", "https://mailarchive.ietf.org/arch/msg/i-d-announce/kYnvwm-S8ULKLsc4uSnJYJUZgVU" },
    { "<20251001.123456.7@example.org>", "ietf-announce",
      "https://mailarchive.ietf.org/arch/msg/ietf-announce/avvkIxkCrQDyAyGOhsm0GYmzS1U" },
    { " <message-1@example.org>\n", "i-d-announce", "https://mailarchive.ietf.org/arch/msg/i-d-announce/g1wzx9nsyNE_5r-Dtj69d-xIrYo" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *url = nk_message_archive_url (cases[i].message_id, cases[i].list);

    g_assert_cmpstr (url, ==, cases[i].url);
  }
}

static void
test_a_list_name_cannot_leave_its_place_in_the_archive_url (void)
{
  g_autofree char *url = nk_message_archive_url ("<>", "../x y\"");

  g_assert_true (g_str_has_prefix (url, "https://mailarchive.ietf.org/arch/msg/..%2Fx%20y%22/"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/identity/trailing_white_space_does_not_change_the_text_hash", test_trailing_white_space_does_not_change_the_text_hash);
  g_test_add_func ("/identity/other_differences_change_the_text_hash", test_other_differences_change_the_text_hash);
  g_test_add_func ("/identity/an_empty_text_has_a_hash", test_an_empty_text_has_a_hash);
  g_test_add_func ("/identity/line_ends_do_not_change_the_raw_hash", test_line_ends_do_not_change_the_raw_hash);
  g_test_add_func ("/identity/a_bare_carriage_return_counts_in_the_raw_hash", test_a_bare_carriage_return_counts_in_the_raw_hash);
  g_test_add_func ("/identity/blanks_and_nul_count_in_the_raw_hash", test_blanks_and_nul_count_in_the_raw_hash);
  g_test_add_func ("/identity/the_archive_url_is_made_of_message_id_and_list", test_the_archive_url_is_made_of_message_id_and_list);
  g_test_add_func ("/identity/a_list_name_cannot_leave_its_place_in_the_archive_url",
                   test_a_list_name_cannot_leave_its_place_in_the_archive_url);
  return g_test_run ();
}
