/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "sample.h"
#include "announce/parser_private.h"

static void
test_unfolding_joins_lines_and_keeps_paragraphs (void)
{
  g_autofree char *text = nk_parse_unfold ("\n  One\n  two. \n \t\n\nThree\r\nfour\n\n");
  g_autofree char *nothing = nk_parse_unfold ("");

  g_assert_cmpstr (text, ==, "One two.\n\nThree four");
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_a_field_is_one_clean_line_within_its_limit (void)
{
  g_autofree char *plain = nk_parse_field (NK_SLICE_LITERAL ("  One \n   two\tthree "), 100);
  g_autofree char *cut = nk_parse_field (NK_SLICE_LITERAL ("ab\xC3\xA9"), 3);
  g_autofree char *odd = nk_parse_field (NK_SLICE_LITERAL ("a\x1B[31m\xE2\x80\xAE b\xFF"), 100);
  g_autofree char *empty = nk_parse_field (NK_SLICE_EMPTY, 100);

  g_assert_cmpstr (plain, ==, "One two three");
  g_assert_cmpstr (cut, ==, "ab");
  g_assert_cmpstr (odd, ==, "a[31m b\xEF\xBF\xBD");
  g_assert_cmpstr (empty, ==, "");
}

static void
test_documents_of_a_text_are_collected_once_each (void)
{
  g_autoptr (NkAnnouncement) announcement = nk_announcement_new (NK_KIND_LAST_CALL);
  g_autofree char *joined = NULL;

  nk_parse_collect_documents (
      announcement,
      NK_SLICE_LITERAL ("See <draft-ietf-heron-nest-07.txt>, RFC 1234, RFC\n5678 and rfc1234.\n"
                        "https://datatracker.example/doc/draft-ietf-heron-nest/ and draft-ietf-heron-egg, or draft-ietf-heron-egg-01.\n"
                        "No xdraft-a-b-00, RFC 12a, RFC 123456, draft-, RFC."));
  joined = sample_joined (announcement->documents);
  g_assert_cmpstr (joined, ==, "draft-ietf-heron-nest-07 | rfc1234 | rfc5678 | draft-ietf-heron-egg-01");
}

static void
test_the_number_of_documents_has_a_limit (void)
{
  g_autoptr (NkAnnouncement) announcement = nk_announcement_new (NK_KIND_OTHER);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 1; i <= 3 * NK_ANNOUNCEMENT_MAX_DOCUMENTS; i++)
    g_string_append_printf (text, "RFC %u\n", i);
  nk_parse_collect_documents (announcement, nk_slice (text->str, text->len));
  g_assert_cmpuint (announcement->documents->len, ==, NK_ANNOUNCEMENT_MAX_DOCUMENTS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parse/unfolding_joins_lines_and_keeps_paragraphs", test_unfolding_joins_lines_and_keeps_paragraphs);
  g_test_add_func ("/parse/a_field_is_one_clean_line_within_its_limit", test_a_field_is_one_clean_line_within_its_limit);
  g_test_add_func ("/parse/documents_of_a_text_are_collected_once_each", test_documents_of_a_text_are_collected_once_each);
  g_test_add_func ("/parse/the_number_of_documents_has_a_limit", test_the_number_of_documents_has_a_limit);
  return g_test_run ();
}
