/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "ground/escape.h"

typedef void (*Escape) (GString *out, const char *text);

static void
assert_escaped (Escape escape, const char *text, const char *expected)
{
  g_autoptr (GString) out = g_string_new ("=");

  escape (out, text);
  g_assert_cmpstr (out->str + 1, ==, expected);
  g_assert_cmpint (out->str[0], ==, '=');
}

static void
test_html_text (void)
{
  assert_escaped (nk_escape_html_text, "<script>a && b</script> \"it's\"", "&lt;script&gt;a &amp;&amp; b&lt;/script&gt; \"it's\"");
  assert_escaped (nk_escape_html_text, "a\x01\x1B\r\n\tb\x7F\xC2\x9B\xEF\xBF\xBE é", "a\n\tb é");
  assert_escaped (nk_escape_html_text, "&amp;", "&amp;amp;");
}

static void
test_html_attribute (void)
{
  assert_escaped (nk_escape_html_attribute, "\" onload='x' `y` <&>", "&quot; onload=&#39;x&#39; &#96;y&#96; &lt;&amp;&gt;");
}

/* Text is looked at sixteen bytes at a time: what must not go through is found in each of them, and so are two beside each other. */
static void
test_html_places (void)
{
  static const struct {
    const char *foreign, *text, *attribute;
  } all[] = { { "&", "&amp;", "&amp;" },
              { "<", "&lt;", "&lt;" },
              { ">", "&gt;", "&gt;" },
              { "\"", "\"", "&quot;" },
              { "'", "'", "&#39;" },
              { "`", "`", "&#96;" },
              { "\x01", "", "" },
              { "\x1F", "", "" },
              { "\x7F", "", "" },
              { "\xC2\x85", "", "" },
              { "\xC2\xA0", "\xC2\xA0", "\xC2\xA0" },
              { "\xEF\xBF\xBF", "", "" },
              { "\xEF\xB7\x90", "", "" },
              { "\xF0\x9F\xBF\xBE", "", "" } };

  for (guint before = 0; before < 40; before++)
    for (guint i = 0; i < G_N_ELEMENTS (all); i++) {
      g_autofree char *filling = g_strnfill (before, before % 3 == 0 ? 'a' : '~');
      g_autofree char *text = g_strconcat (filling, all[i].foreign, all[i].foreign, "語", filling, NULL);
      g_autofree char *as_text = g_strconcat (filling, all[i].text, all[i].text, "語", filling, NULL);
      g_autofree char *as_attribute = g_strconcat (filling, all[i].attribute, all[i].attribute, "語", filling, NULL);

      assert_escaped (nk_escape_html_text, text, as_text);
      assert_escaped (nk_escape_html_attribute, text, as_attribute);
    }
}

static void
test_url_places (void)
{
  static const char *const foreign[] = { " ", "\x01", "\t", "\x7F", "\\", "\xC2\x85", "\u202E", "\u200B" };

  for (guint before = 0; before < 40; before++)
    for (guint i = 0; i < G_N_ELEMENTS (foreign); i++) {
      g_autofree char *filling = g_strnfill (before, 'a');
      g_autofree char *url = g_strconcat ("https://", filling, foreign[i], "b", filling, NULL);

      g_assert_false (nk_escape_url_is_safe (url));
    }
}

static void
test_url_component (void)
{
  assert_escaped (nk_escape_url_component, "draft-a_b.c~1", "draft-a_b.c~1");
  assert_escaped (nk_escape_url_component, "../a b?&#%+é", "..%2Fa%20b%3F%26%23%25%2B%C3%A9");
}

static void
test_safe_urls (void)
{
  static const char *const safe[] = { "https://example.com/", "http://x", "HTTPS://EXAMPLE.COM/é", "mailto:a@example.com" };
  static const char *const unsafe[] = { "",
                                        "javascript:alert(1)",
                                        " https://example.com",
                                        "https://exa mple.com",
                                        "https://example.com/\n",
                                        "java\tscript:x",
                                        "data:text/html,x",
                                        "https:",
                                        "https://",
                                        "mailto:",
                                        "ftp://example.com",
                                        "//example.com",
                                        "https:\\\\example.com",
                                        "https://example.com/\xC2\x85",
                                        "https://example.com/\u202Egpj.exe",
                                        "https://example.com/\u200B",
                                        "https://example.com/\u3000x",
                                        "https://example.com/\x7F" };

  for (guint i = 0; i < G_N_ELEMENTS (safe); i++)
    g_assert_true (nk_escape_url_is_safe (safe[i]));
  for (guint i = 0; i < G_N_ELEMENTS (unsafe); i++)
    g_assert_false (nk_escape_url_is_safe (unsafe[i]));
}

static void
assert_markdown (const char *text, const char *expected)
{
  assert_escaped (nk_escape_markdown_text, text, expected);
}

static void
test_markdown_prose (void)
{
  assert_markdown ("A Plain Title - with dots. And, version 1.2 (draft) + more; it's well-known!  Yes", //
                   "A Plain Title - with dots. And, version 1.2 (draft) + more; it's well-known! Yes");
  assert_markdown ("経路制御の拡張。RFC 9999を更新する。", "経路制御の拡張。RFC 9999を更新する。");
  assert_markdown ("the client_id and max_age fields", "the client_id and max_age fields");
  assert_markdown ("C# and F# = x", "C# and F# = x");
  assert_markdown ("at 12:30, a: b", "at 12:30, a: b");
}

static void
test_markdown_html (void)
{
  assert_markdown ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;");
  assert_markdown ("a <!-- x --> b &amp; &#42;", "a &lt;!-- x --&gt; b &amp;amp; &amp;#&#8203;42;");
  assert_markdown ("<https://example.com>", "&lt;https&#58;//example.com&gt;");
}

static void
test_markdown_emphasis (void)
{
  assert_markdown ("*a* **b** _c_ __d__ ~e~ ~~f~~", "\\*a\\* \\*\\*b\\*\\* \\_c\\_ \\_\\_d\\_\\_ \\~e\\~ \\~\\~f\\~\\~");
  assert_markdown ("a_ _b a__b", "a\\_ \\_b a\\_\\_b");
  assert_markdown ("`code` ``` $x^2$ $$y$$", "\\`code\\` \\`\\`\\` &#36;x^2&#36; &#36;&#36;y&#36;&#36;");
  assert_markdown ("a \\* b \\", "a \\\\\\* b \\\\");
  assert_markdown ("a | b", "a &#124; b");
}

static void
test_markdown_links (void)
{
  assert_markdown ("[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))");
  assert_markdown ("![x](https://example.com/p.png)", "!\\[x\\](https&#58;//example.com/p.png)");
  assert_markdown ("Hello!", "Hello\\!");
  assert_markdown ("a[^1] [ref]: x", "a\\[^1\\] \\[ref\\]: x");
  assert_markdown ("see www.example.com and WWW.example.com", "see www&#46;example.com and WWW&#46;example.com");
  assert_markdown ("awww.example", "awww.example");
  assert_markdown ("http://a ftp://b", "http&#58;//a ftp&#58;//b");
}

static void
test_markdown_references (void)
{
  assert_markdown ("by @user and a@example.com, 3 @ 4", "by @&#8203;user and a@&#8203;example.com, 3 @ 4");
  assert_markdown ("fixes #123, org/repo#4 and GH-5", "fixes #&#8203;123, org/repo#&#8203;4 and GH-&#8203;5");
  assert_markdown ("HIGH-5", "HIGH-5");
  assert_markdown (":smile: :+1: 2001:db8:100:1", ":&#8203;smile: :&#8203;+1: 2001:&#8203;db8:&#8203;100:1");
}

static void
test_markdown_start (void)
{
  assert_markdown ("- a", "\\- a");
  assert_markdown ("-", "\\-");
  assert_markdown ("---", "\\---");
  assert_markdown ("===", "\\===");
  assert_markdown ("+ a", "\\+ a");
  assert_markdown ("* a", "\\* a");
  assert_markdown ("# a", "\\# a");
  assert_markdown ("### a", "\\#\\#\\# a");
  assert_markdown ("a #", "a \\#");
  assert_markdown ("> a", "&gt; a");
  assert_markdown ("1. a", "1\\. a");
  assert_markdown ("12) a", "12\\) a");
  assert_markdown ("1.", "1\\.");
  assert_markdown ("1.2 a", "1.2 a");
  assert_markdown ("1234567890. a", "1234567890. a");
  assert_markdown (":::note warn", "\\:::note warn");
  assert_markdown ("    code", "code");
  assert_markdown ("\tcode", "code");
  assert_markdown ("[x] task", "\\[x\\] task");
  assert_markdown ("[ ] task", "\\[ \\] task");
}

static void
test_markdown_lines (void)
{
  assert_markdown ("a\n# b\r\n- c  \n\n---\n", "a \\# b - c ---");
  assert_markdown ("a\x1B[1m\u202E b", "a\\[1m b");
  assert_markdown ("", "");
}

static void
test_markdown_url (void)
{
  assert_escaped (nk_escape_markdown_url, "https://example.com/a_b?x=1&copy=2#s-1", "https://example.com/a_b?x=1&amp;copy=2#s-1");
  assert_escaped (nk_escape_markdown_url, "https://example.com/a b)[c](<d>\n\\|`",
                  "https://example.com/a%20b%29%5Bc%5D%28%3Cd%3E%0A%5C%7C%60");
  assert_escaped (nk_escape_markdown_url, "https://example.com/é", "https://example.com/%C3%A9");
}

static void
test_header (void)
{
  assert_escaped (nk_escape_header, "a\r\nBcc: b\tc\x01 é\u2028", "aBcc: b c é");
}

static void
test_terminal (void)
{
  assert_escaped (nk_escape_terminal,
                  "a\x1B]0;title\x07\xC2\x9B"
                  "2Jb\r\u202E\tc\n",
                  "a]0;title2Jb\tc\n");
}

static void
test_script_string (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  nk_escape_script_string (out, "a\"\\</script><!--'`&\n\t\x7f\xe2\x80\xa8\xe2\x80\xa9\xe8\x91\x89");
  g_assert_cmpstr (out->str, ==,
                   "a\\u0022\\u005c\\u003c/script\\u003e\\u003c!--\\u0027\\u0060\\u0026\\n\\u0009\\u007f\\u2028\\u2029\xe8\x91\x89");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/escape/html_text_has_no_tags_entities_or_controls", test_html_text);
  g_test_add_func ("/escape/an_attribute_cannot_be_left_by_any_quote", test_html_attribute);
  g_test_add_func ("/escape/html_is_escaped_wherever_it_stands", test_html_places);
  g_test_add_func ("/escape/a_url_is_no_link_wherever_its_fault_stands", test_url_places);
  g_test_add_func ("/escape/a_url_component_keeps_only_unreserved_characters", test_url_component);
  g_test_add_func ("/escape/only_web_and_mail_urls_are_links", test_safe_urls);
  g_test_add_func ("/escape/markdown_prose_stays_readable", test_markdown_prose);
  g_test_add_func ("/escape/markdown_has_no_html", test_markdown_html);
  g_test_add_func ("/escape/markdown_has_no_emphasis_code_tables_or_mathematics", test_markdown_emphasis);
  g_test_add_func ("/escape/markdown_makes_no_links_images_or_footnotes", test_markdown_links);
  g_test_add_func ("/escape/markdown_calls_nobody_and_refers_to_no_issue", test_markdown_references);
  g_test_add_func ("/escape/markdown_starts_no_block", test_markdown_start);
  g_test_add_func ("/escape/markdown_is_one_line", test_markdown_lines);
  g_test_add_func ("/escape/a_markdown_url_stays_inside_its_brackets", test_markdown_url);
  g_test_add_func ("/escape/a_header_has_one_line", test_header);
  g_test_add_func ("/escape/a_title_cannot_drive_the_terminal", test_terminal);
  g_test_add_func ("/escape/a_string_of_a_script_ends_nowhere_too_early", test_script_string);
  return g_test_run ();
}
