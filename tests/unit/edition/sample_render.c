/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "sample_day.h"

const char *const sample_hostile_texts[] = {
  "<script>alert(1)</script>",
  "</style></title><img src=x onerror=alert(1)>",
  "| a | b |",
  "|---|---|",
  "*bold* **strong** _em_ __st__ ~~gone~~",
  "`code` ```fence``` ~~~",
  "@everyone cc @user and user@example.com",
  "[click](javascript:alert(1))",
  "![img](https://example.com/x.png)",
  "](https://example.com/) [x]: https://example.com/",
  "# heading",
  "Title ending in ###",
  "- item",
  "+ item",
  "1. item",
  "1) item",
  "> quote",
  "---",
  "===",
  "    code",
  "https://example.com/ www.example.com mailto:a@example.com",
  "<https://example.com/>",
  "<!-- comment --> ]]> <![CDATA[ x ]]> <?php ?>",
  "{{title}} {{#day}}x{{/day}} {{{raw}}} !markdown note",
  "&lt;b&gt; &amp; &#60;b&#62; &nbsp;",
  "right-to-left \xe2\x80\xae"
  "gnirts\xe2\x80\xac and \xe2\x81\xa6isolate\xe2\x81\xa9",
  "emoji \xf0\x9f\x98\x80 :smile: #123 GH-12",
  "escape \x1b[31mred\x1b[0m \x07 and \xc2\x9b"
  "31m",
  "$x^2$ \\(x\\) \\[y\\] \\",
  "\"quotes\" 'single' `tick",
  "a\nb\r\nc\td",
  ":::note warn",
  "[^1]: footnote",
  "<details><summary>x</summary>",
  "trailing backslash \\",
  "!",
  NULL,
};

NkTemplates *
sample_templates (const char *language)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "share", "templates", NULL);
  NkTemplates *templates = nk_templates_load (folder, language, &error);

  g_assert_no_error (error);
  return templates;
}

json_t *
sample_data (const NkDigest *digest, const char *language, guint part, guint parts, const char *note)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NkTemplates) templates = sample_templates (language);
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "tests", "language", NULL);
  g_autoptr (NkLexiconShelf) shelf = nk_lexicon_shelf_new (folder);
  g_autoptr (NkSummaries) summaries = nk_summaries_new (language, shelf, NULL);
  NkEditionOptions options = { .language = language, .part = part, .parts = parts, .note = note, .summaries = summaries };
  json_t *data = nk_edition_data (digest, templates, &options, &error);

  g_assert_no_error (error);
  return data;
}

char *
sample_render (const NkDigest *digest, const char *language, const char *format, const char *note)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NkTemplates) templates = sample_templates (language);
  g_autoptr (GString) out = g_string_new (NULL);
  json_auto_t *data = sample_data (digest, language, 1, 1, note);

  nk_format_by_name (format)->render (templates, data, 72, out, &error);
  g_assert_no_error (error);
  return g_string_free (g_steal_pointer (&out), FALSE);
}
