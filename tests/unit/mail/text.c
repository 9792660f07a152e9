/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "mail/text.h"
#include "mail/message.h"

static const struct {
  const char *name, *bytes, *charset, *text;
  guint repairs;
} charsets[] = {
  { "ascii_stays", "abc", "us-ascii", "abc", 0 },
  { "utf_8_stays", "\xC3\xA9", "UTF-8", "\xC3\xA9", 0 },
  { "latin_1_is_converted", "\xE9", "iso-8859-1", "\xC3\xA9", 0 },
  { "windows_1252_is_converted", "\x80 \x93", "windows-1252", "\xE2\x82\xAC \xE2\x80\x9C", 0 },
  { "a_byte_without_meaning_becomes_a_replacement", "a\x81", "windows-1252", "a\xEF\xBF\xBD", NK_REPAIR_CHARSET },
  { "utf_8_that_says_latin_1_is_utf_8", "\xC3\xA9", "iso-8859-1", "\xC3\xA9", NK_REPAIR_CHARSET },
  { "utf_8_that_says_ascii_is_utf_8", "\xC3\xA9", "us-ascii", "\xC3\xA9", NK_REPAIR_CHARSET },
  { "utf_8_that_says_nothing_is_utf_8", "\xC3\xA9", "", "\xC3\xA9", NK_REPAIR_CHARSET },
  { "latin_1_that_says_nothing_is_latin_1", "\xE9t\xE9", "", "\xC3\xA9t\xC3\xA9", NK_REPAIR_CHARSET },
  { "latin_1_that_says_utf_8_is_latin_1", "\xE9t\xE9", "utf-8", "\xC3\xA9t\xC3\xA9", NK_REPAIR_CHARSET },
  { "utf_8_with_a_broken_place_keeps_the_rest", "\xC3\xA9 \xE9.", "utf-8", "\xC3\xA9 \xEF\xBF\xBD.", NK_REPAIR_CHARSET },
  { "latin_1_with_quotes_of_windows_is_windows_1252", "\x93x\x94", "iso-8859-1", "\xE2\x80\x9Cx\xE2\x80\x9D", NK_REPAIR_CHARSET },
  { "a_charset_with_a_blank_in_its_name_is_meant", "\xC3\xA9", "ut f-8", "\xC3\xA9", NK_REPAIR_CHARSET },
  { "an_unknown_charset_is_utf_8_if_valid", "\xC3\xA9", "unknown-8bit", "\xC3\xA9", NK_REPAIR_CHARSET },
  { "an_unknown_charset_is_latin_1_if_not", "\xE9.", "x-user-defined", "\xC3\xA9.", NK_REPAIR_CHARSET },
};

static void
test_charset (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data), repairs = 0;
  g_autofree char *text
      = nk_text_from_bytes (nk_slice_text (charsets[i].bytes), nk_slice_text (charsets[i].charset), nk_text_convert_latin, &repairs);

  g_assert_cmpstr (text, ==, charsets[i].text);
  g_assert_cmpuint (repairs, ==, charsets[i].repairs);
}

static void
test_nul (void)
{
  static const char *const names[] = { "us-ascii", "utf-8", "iso-8859-1", "windows-1252", "" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    guint repairs = 0;
    g_autofree char *text = nk_text_from_bytes (NK_SLICE_LITERAL ("a\0b"), nk_slice_text (names[i]), nk_text_convert_latin, &repairs);

    g_assert_cmpstr (text, ==,
                     "a\xEF\xBF\xBD"
                     "b");
    g_assert_cmpuint (repairs, ==, 0);
  }
}

static void
test_line_ends (void)
{
  char text[] = "a\r\nb\rc\nd\r\r\ne\r";

  nk_text_unify_line_ends (text);
  g_assert_cmpstr (text, ==, "a\nb\nc\nd\n\ne\n");
}

static void
test_limit (void)
{
  char text[] = "ab\xC3\xA9";

  g_assert_false (nk_text_limit (text, 4));
  g_assert_true (nk_text_limit (text, 3));
  g_assert_cmpstr (text, ==, "ab");
}

#define FOOTER "_______________________________________________\nX mailing list\nX@example.org\n"

static const struct {
  const char *name, *text, *rest;
} footers[] = {
  { "a_mailman_2_footer_is_cut", "text\n\n" FOOTER, "text\n\n" },
  { "a_mailman_3_footer_is_cut", "text\n__________\nX mailing list -- x@example.org\nTo unsubscribe ...\n", "text\n" },
  { "a_footer_that_comes_twice_is_cut_at_the_first", "text\n" FOOTER FOOTER, "text\n" },
  { "a_footer_after_one_other_line_is_cut", "text\n____________  \n\nX Mailing List\n", "text\n" },
  { "a_line_of_underscores_alone_stays", "a\n____________\nb\nc\nd mailing list\n", "a\n____________\nb\nc\nd mailing list\n" },
  { "a_short_line_of_underscores_stays", "a\n_________\nX mailing list\n", "a\n_________\nX mailing list\n" },
  { "underscores_inside_a_line_stay", "a __________\nX mailing list\n", "a __________\nX mailing list\n" },
  { "a_text_that_is_only_footer_is_empty", FOOTER, "" },
};

static void
test_footer (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *text = g_strdup (footers[i].text);

  nk_text_cut_footer (text);
  g_assert_cmpstr (text, ==, footers[i].rest);
}

static const struct {
  const char *name, *text, *joined;
  gboolean delete_space;
} flowed[] = {
  { "lines_that_end_in_a_blank_go_on", "a \nb \nc\nd\n", "a b c\nd\n", FALSE },
  { "delsp_takes_the_blank", "\xE6\x97\xA5 \n\xE6\x9C\xAC\n", "\xE6\x97\xA5\xE6\x9C\xAC\n", TRUE },
  { "stuffing_is_undone", " From x\n  y\n", "From x\n y\n", FALSE },
  { "quotes_of_the_same_depth_are_joined", "> a \n> b\n>> c \nd\n", "> a b\n>> c \nd\n", FALSE },
  { "a_signature_mark_ends_a_paragraph", "a \n-- \nsig\n", "a \n-- \nsig\n", FALSE },
  { "a_text_may_end_without_line_end", "a \nb ", "a b ", FALSE },
  { "empty_lines_stay", "a\n\nb\n", "a\n\nb\n", FALSE },
};

static void
test_flowed (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *text = g_strdup (flowed[i].text);

  nk_text_unflow (text, flowed[i].delete_space);
  g_assert_cmpstr (text, ==, flowed[i].joined);
}

static const struct {
  const char *name, *html, *text;
} pages[] = {
  { "tags_go_and_blocks_become_lines", "<html><body><p>a  <b>b</b></p><p>c</p></body></html>", "a b\n\nc\n" },
  { "entities_are_decoded", "&lt;a&gt; &amp;amp; &#233; &#xe9; &nosuch; &", "<a> &amp; \xC3\xA9 \xC3\xA9 &nosuch; &" },
  { "entities_out_of_range_become_replacements", "&#0; &#x110000; &#xD800; &#99999999999999999999;",
    "\xEF\xBF\xBD \xEF\xBF\xBD \xEF\xBF\xBD \xEF\xBF\xBD" },
  { "scripts_styles_and_heads_go_with_their_content", "<head><title>t</title></head>a<script>if (a<b) x</script><style>p{}</style>b",
    "ab" },
  { "a_body_ends_an_open_head", "<head><meta><body>a", "a" },
  { "comments_go", "a<!-- <b> -- > -->b", "ab" },
  { "an_open_comment_takes_the_rest_of_the_tags", "a<!-- <b> c", "a c" },
  { "a_lone_sign_stays", "1 < 2 <", "1 < 2 <" },
  { "preformatted_lines_stay", "<pre>a\n  b</pre>", "a\n  b\n" },
  { "breaks_break", "a<br>b<br/>c", "a\nb\nc" },
};

static void
test_html (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *text = nk_text_from_html (pages[i].html);

  g_assert_cmpstr (text, ==, pages[i].text);
}

static void
test_enriched (void)
{
  g_autofree char *text = nk_text_from_enriched ("<bold>a</bold> <<b>\n<param>x</param>&amp;\n");

  g_assert_cmpstr (text, ==, "a <b>\n&amp;\n");
}

#define ADD_TABLE(prefix, table, test)                                                                                                     \
  for (guint i = 0; i < G_N_ELEMENTS (table); i++) {                                                                                       \
    g_autofree char *path = g_strconcat (prefix, table[i].name, NULL);                                                                     \
                                                                                                                                           \
    g_test_add_data_func (path, GUINT_TO_POINTER (i), test);                                                                               \
  }

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TABLE ("/text/charset/", charsets, test_charset);
  ADD_TABLE ("/text/footer/", footers, test_footer);
  ADD_TABLE ("/text/flowed/", flowed, test_flowed);
  ADD_TABLE ("/text/html/", pages, test_html);
  g_test_add_func ("/text/charset/nul_becomes_a_replacement_in_every_charset", test_nul);
  g_test_add_func ("/text/every_line_end_becomes_a_line_feed", test_line_ends);
  g_test_add_func ("/text/a_limit_cuts_at_a_character", test_limit);
  g_test_add_func ("/text/enriched_text_loses_its_commands", test_enriched);
  return g_test_run ();
}
