/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Escaped text, read back by a Markdown reader with every extension switched on, must be the plain text again. */
#include "ground/escape.h"
#include "ground/utf8.h"

#include <md4c-html.h>
#include <string.h>

#define FLAGS (MD_DIALECT_GITHUB | MD_FLAG_LATEXMATHSPANS | MD_FLAG_WIKILINKS | MD_FLAG_UNDERLINE)
#define ZERO_WIDTH_SPACE "\xE2\x80\x8B"
#define ROUNDS 20000
#define MAX_PIECES 9

/* Where a template may put foreign text, and what must come out around it. */
static const struct {
  const char *before, *after, *html_before, *html_after;
} places[] = {
  { "", "\n", "<p>", "</p>\n" },
  { "", " more\n", "<p>", " more</p>\n" },
  { "text ", "\n", "<p>text ", "</p>\n" },
  { "- ", "\n", "<ul>\n<li>", "</li>\n</ul>\n" },
  { "1. ", "\n", "<ol>\n<li>", "</li>\n</ol>\n" },
  { "### ", "\n", "<h3>", "</h3>\n" },
  { "> ", "\n", "<blockquote>\n<p>", "</p>\n</blockquote>\n" },
  { "**", "**\n", "<p><strong>", "</strong></p>\n" },
  { "[", "](https://example.com/)\n", "<p><a href=\"https://example.com/\">", "</a></p>\n" },
  { "", "[x](https://example.com/)\n", "<p>", "<a href=\"https://example.com/\">x</a></p>\n" },
  { "|a|b|\n|---|---|\n|", "|c|\n", "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>",
    "</td>\n<td>c</td>\n</tr>\n</tbody>\n</table>\n" },
  { "Line\n", "\n", "<p>Line\n", "</p>\n" },
};

static const char *const pieces[] = {
  "<",       ">",    "&",      "&amp;",       "&#42;", "*",       "**",
  "_",       "__",   "~",      "~~",          "`",     "```",     "|",
  "#",       "# ",   "##",     "1.",          "1. ",   "2)",      "-",
  "- ",      "+",    "+ ",     "=",           "===",   ":",       ":::",
  "@",       "!",    "[",      "]",           "(",     ")",       "[x](y)",
  "![i](y)", "[^1]", "[x]: y", "www.",        "a.b",   "http://", "https://example.com",
  "a",       "b1",   "Z",      " ",           "  ",    "    ",    "\n",
  "\t",      "\\",   "$",      "$$",          "^",     "{{",      "}}",
  "日",      "。",   "(本)",   "example.com", "\"",    "'",       "a@b.cc",
  "smile:",  "---",  "***",    "<!--",        "-->",   "%",       "GH-1",
  "<b>",     "</b>", "[[w]]",  "0",           "/",
};

static void
append_output (const MD_CHAR *text, MD_SIZE size, void *data)
{
  g_string_append_len (data, text, (gssize)size);
}

static void
assert_reads_back (const char *text, guint place)
{
  g_autoptr (GString) markdown = g_string_new (places[place].before), html = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (places[place].html_before);
  g_autofree char *line = nk_utf8_one_line (text);

  nk_escape_markdown_text (markdown, text);
  g_string_append (markdown, places[place].after);
  g_assert_cmpint (md_html (markdown->str, (MD_SIZE)markdown->len, append_output, html, FLAGS, 0), ==, 0);
  g_string_replace (html, ZERO_WIDTH_SPACE, "", 0);
  nk_escape_html_text (expected, line);
  g_string_append (expected, places[place].html_after);
  g_string_replace (html, "&quot;", "\"", 0);
  if (strcmp (html->str, expected->str) != 0)
    g_test_message ("place %u, markdown: %s", place, markdown->str);
  g_assert_cmpstr (html->str, ==, expected->str);
}

static void
test_random_text (void)
{
  guint32 state = 2025;

  for (guint round = 0; round < ROUNDS; round++) {
    g_autoptr (GString) text = g_string_new (NULL);
    guint place = round % G_N_ELEMENTS (places);

    for (guint i = 0; i < 1 + round % MAX_PIECES; i++) {
      state = state * 1664525u + 1013904223u;
      g_string_append (text, pieces[(state >> 8) % G_N_ELEMENTS (pieces)]);
    }
    /* An empty line is another matter, and what stands beside ** belongs to the template. */
    g_strstrip (text->str);
    if (text->str[0] == '\0' || (g_str_equal (places[place].before, "**") && !g_ascii_isalnum (text->str[0])))
      continue;
    assert_reads_back (text->str, place);
  }
}

static void
test_each_piece (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
    for (guint place = 0; place < G_N_ELEMENTS (places); place++) {
      g_autofree char *line = nk_utf8_one_line (pieces[i]);

      if (line[0] != '\0' && !g_str_equal (places[place].before, "**"))
        assert_reads_back (line, place);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/escape_markdown/each_piece_of_markup_reads_back_as_plain_text", test_each_piece);
  g_test_add_func ("/escape_markdown/any_mixture_of_markup_reads_back_as_plain_text", test_random_text);
  return g_test_run ();
}
