/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* A day whose every text tries to become markup, in each format, read back by a parser of that format. */
#include "ground/utf8.h"
#include "sample_day.h"

#include <md4c.h>
#include <string.h>

/* Where a link of an edition can lead. */
static const char *const our_places[] = {
  "https://datatracker.ietf.org/doc/draft-hostile-",
  "https://datatracker.ietf.org/doc/rfc9",
  "https://www.ietf.org/archive/id/draft-hostile-",
  "https://author-tools.ietf.org/iddiff?url2=draft-hostile-",
  "https://www.rfc-editor.org/info/",
  "https://www.rfc-editor.org/rfc/rfc9",
  "https://mailarchive.ietf.org/arch/",
  "https://datatracker.ietf.org/doc/",
  "https://example.com/%22%3E%3Cb%3E%28x%29",
};

typedef struct {
  GPtrArray *titles;
  GString *heading; /* non-NULL inside of a heading of level 3 */
} Reading;

static int
enter_block (MD_BLOCKTYPE type, void *detail, void *data)
{
  Reading *reading = data;

  g_assert_true (type == MD_BLOCK_DOC || type == MD_BLOCK_P || type == MD_BLOCK_H || type == MD_BLOCK_UL || type == MD_BLOCK_LI);
  if (type == MD_BLOCK_H && ((const MD_BLOCK_H_DETAIL *)detail)->level == 3)
    reading->heading = g_string_new (NULL);
  return 0;
}

static int
leave_block (MD_BLOCKTYPE type, void *detail, void *data)
{
  Reading *reading = data;

  if (type == MD_BLOCK_H && reading->heading != NULL) {
    g_ptr_array_add (reading->titles, g_string_free (reading->heading, FALSE));
    reading->heading = NULL;
  }
  return 0;
}

static gboolean
is_our_place (const char *address)
{
  for (gsize i = 0; i < G_N_ELEMENTS (our_places); i++)
    if (g_str_has_prefix (address, our_places[i]))
      return TRUE;
  return FALSE;
}

static int
enter_span (MD_SPANTYPE type, void *detail, void *data)
{
  const MD_ATTRIBUTE *address = &((const MD_SPAN_A_DETAIL *)detail)->href;
  g_autofree char *text = NULL;

  g_assert_cmpint (type, ==, MD_SPAN_A);
  text = g_strndup (address->text, address->size);
  if (!is_our_place (text))
    g_error ("a link leads to %s", text);
  return 0;
}

static int
leave_span (MD_SPANTYPE type, void *detail, void *data)
{
  return 0;
}

static int
take_text (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
  Reading *reading = data;
  g_autofree char *entity = g_strndup (text, size);

  g_assert_true (type == MD_TEXT_NORMAL || type == MD_TEXT_ENTITY);
  if (reading->heading == NULL)
    return 0;
  if (type == MD_TEXT_NORMAL)
    g_string_append (reading->heading, entity);
  else if (strcmp (entity, "&amp;") == 0)
    g_string_append_c (reading->heading, '&');
  else if (strcmp (entity, "&lt;") == 0)
    g_string_append_c (reading->heading, '<');
  else if (strcmp (entity, "&gt;") == 0)
    g_string_append_c (reading->heading, '>');
  else if (strcmp (entity, "&#8203;") != 0)
    g_string_append_unichar (reading->heading, (gunichar)g_ascii_strtoull (entity + 2, NULL, 10));
  return 0;
}

static void
test_markdown (void)
{
  g_autoptr (NkDigest) digest = sample_day_hostile ();
  g_autofree char *text = sample_render (digest, "ja", "markdown", NULL);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  Reading reading = { .titles = titles };
  MD_PARSER parser = { .flags = MD_DIALECT_GITHUB | MD_FLAG_LATEXMATHSPANS,
                       .enter_block = enter_block,
                       .leave_block = leave_block,
                       .enter_span = enter_span,
                       .leave_span = leave_span,
                       .text = take_text };

  g_assert_cmpint (md_parse (text, (MD_SIZE)strlen (text), &parser, &reading), ==, 0);
  for (guint i = 0; sample_hostile_texts[i] != NULL; i++) {
    g_autofree char *expected = nk_utf8_one_line (sample_hostile_texts[i]);

    g_assert_cmpuint (i, <, titles->len);
    g_assert_cmpstr (g_ptr_array_index (titles, i), ==, expected);
  }
}

/* Every tag of the page is one that the renderer writes, with attributes that it writes. */
static void
test_html (void)
{
  static const char *const tags[]
      = { "a",    "article", "body", "details", "footer",  "h1",   "h2",    "h3",      "head", "header", "html", "li",
          "main", "meta",    "nav",  "p",       "section", "span", "style", "summary", "time", "title",  "ul",   NULL };
  g_autoptr (NkDigest) digest = sample_day_hostile ();
  g_autofree char *page = sample_render (digest, "ja", "html", NULL);
  g_autoptr (GRegex) tag = g_regex_new ("</?([^\\s>]*)([^>]*)>", 0, 0, NULL);
  g_autoptr (GRegex) attributes
      = g_regex_new ("^( (href|id|class|lang|datetime|charset|name|content|aria-label)=\"[^\"<]*\")*$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_true (g_str_has_prefix (page, "<!DOCTYPE html>\n"));
  for (g_regex_match (tag, page + strlen ("<!DOCTYPE html>"), 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL)) {
    g_autofree char *name = g_match_info_fetch (match, 1), *rest = g_match_info_fetch (match, 2);

    if (!g_strv_contains (tags, name))
      g_error ("a tag <%s>", name);
    if (!g_regex_match (attributes, rest, 0, NULL))
      g_error ("attributes %s", rest);
    if (g_str_has_prefix (rest, " id="))
      g_assert_true (g_hash_table_add (ids, g_strdup (rest)));
    if (strstr (rest, "href=") != NULL)
      g_assert_true (strstr (rest, "href=\"https://") != NULL || strstr (rest, "href=\"#") != NULL);
  }
  g_assert_null (strstr (page, "\xe2\x80\xae"));
  g_assert_null (strchr (page, 0x1b));
}

static void
test_text (void)
{
  g_autoptr (NkDigest) digest = sample_day_hostile ();
  g_autofree char *page = sample_render (digest, "en", "text", NULL);

  for (const char *c = page; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar character = g_utf8_get_char (c);

    g_assert_true (character == '\n' || (character >= 0x20 && character != 0x7f && !(character >= 0x80 && character < 0xa0)));
    g_assert_false (character >= 0x202a && character <= 0x202e);
  }
}

static const char note[] = "# My words\n\n"
                           "**bold** and <script>alert(1)</script> and ![image](https://example.com/x.png)\n"
                           "[good](https://example.com/?a=1&amp;b=2) [bad](javascript:alert(1)) [worse](java&#115;cript:alert(1))\n\n"
                           "<img src=x>\n\n"
                           "- one\n  - two\n\n3. three\n\n> said\n\n"
                           "```\nif (a < b) x&y;\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n&copy; &#60;b&#62;\n";

static void
test_note_in_html (void)
{
  g_autoptr (NkDigest) digest = sample_day_ordinary ();
  g_autofree char *page = sample_render (digest, "ja", "html", note);

  g_assert_nonnull (strstr (page, "<h3>My words</h3>"));
  g_assert_nonnull (strstr (page, "<strong>bold</strong> and &lt;script&gt;alert(1)&lt;/script&gt; and image"));
  g_assert_nonnull (strstr (page, "<a href=\"https://example.com/?a=1&amp;b=2\">good</a> bad worse"));
  g_assert_nonnull (strstr (page, "&lt;img src=x&gt;"));
  g_assert_nonnull (strstr (page, "<ol start=\"3\">"));
  g_assert_nonnull (strstr (page, "<pre><code>if (a &lt; b) x&amp;y;\n</code></pre>"));
  g_assert_nonnull (strstr (page, "&lt;b&gt;"));
  g_assert_null (strstr (page, "<img"));
  g_assert_null (strstr (page, "<script"));
}

static void
test_note_in_text (void)
{
  g_autoptr (NkDigest) digest = sample_day_ordinary ();
  g_autofree char *page = sample_render (digest, "ja", "text", note);

  g_assert_nonnull (strstr (page, "My words\n\nbold and <script>alert(1)</script> and image good"));
  g_assert_nonnull (strstr (page, "\n- one\n  - two\n\n3. three\n\n> said\n\n    if (a < b) x&y;\n\na | b\n1 | 2\n"));
}

static void
test_deep_note (void)
{
  g_autoptr (NkDigest) digest = sample_day_quiet ();
  g_autofree char *quotes = g_strnfill (20000, '>'), *stars = g_strnfill (20000, '*');
  g_autofree char *deep = g_strconcat (quotes, " x\n\n", stars, "x", stars, "\n", NULL);

  for (guint i = 0; nk_format (i) != NULL; i++) {
    g_autofree char *page = sample_render (digest, "ja", nk_format (i)->name, deep);

    g_assert_nonnull (page);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hostile/markdown_holds_no_markup_and_no_link_but_our_own", test_markdown);
  g_test_add_func ("/hostile/html_holds_no_tag_but_our_own", test_html);
  g_test_add_func ("/hostile/text_cannot_drive_a_terminal", test_text);
  g_test_add_func ("/note/html_keeps_the_markup_and_drops_what_can_run", test_note_in_html);
  g_test_add_func ("/note/text_keeps_the_structure", test_note_in_text);
  g_test_add_func ("/note/nesting_without_end_is_flattened", test_deep_note);
  return g_test_run ();
}
