/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Whole editions against the files in tests/golden-edition. GOLDEN_WRITE=1 writes those files anew: read the difference before it is committed. */
#include "sample_day.h"

#include <glib/gstdio.h>
#include <string.h>

static const char note[]
    = "今日の**一言**。潮の満ち引きを待つ送信者という発想が[おもしろい](https://example.com/tide)。\n\n- その1\n- その2\n";

typedef struct {
  const char *name;
  NkDigest *(*make) (void);
  const char *note;
} Day;

static const Day days[] = {
  { "ordinary", sample_day_ordinary, note },
  { "quiet", sample_day_quiet, NULL },
  { "incomplete", sample_day_incomplete, NULL },
};

/* The style sheet changes without an edition being another one. */
static char *
without_style (char *page)
{
  char *start = strstr (page, "<style>\n"), *end = strstr (page, "</style>");

  if (start != NULL && end != NULL)
    memmove (start + strlen ("<style>\n"), end, strlen (end) + 1);
  return page;
}

static void
compare (const Day *day, const char *language, const NkFormat *format)
{
  g_autoptr (NkDigest) digest = day->make ();
  g_autofree char *got = without_style (sample_render (digest, language, format->name, day->note));
  g_autofree char *again = without_style (sample_render (digest, language, format->name, day->note));
  g_autofree char *file = g_strdup_printf ("%s.%s.%s", day->name, language, format->extension);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "tests", "golden-edition", file, NULL);
  g_autofree char *expected = NULL;

  g_assert_cmpstr (got, ==, again);
  if (g_getenv ("GOLDEN_WRITE") != NULL)
    g_assert_true (g_file_set_contents (path, got, -1, NULL));
  if (!g_file_get_contents (path, &expected, NULL, NULL))
    g_error ("%s is missing: GOLDEN_WRITE=1 makes it", path);
  if (strcmp (got, expected) != 0)
    g_test_message ("%s differs; GOLDEN_WRITE=1 writes it anew", path);
  g_assert_cmpstr (got, ==, expected);
}

static void
test_editions (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++) {
    for (guint k = 0; nk_format (k) != NULL; k++) {
      compare (&days[i], "ja", nk_format (k));
      compare (&days[i], "en", nk_format (k));
    }
  }
}

/* Each kind of block in each format, by a template that has them all. */
static void
test_every_block (void)
{
  static const char template[]
      = "# {{title}}\nparagraph with [a link](https://example.com/)\n- one\n- two [x](https://example.com/2)\n> quote\n~ small\n## Two "
        "{#two}\n"
        "### Three {#three}\n#### Four {#four}\ntext [20:36]{time} [2031-03-04]{time} [soon]{time}\n- item\n!markdown note\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (NkDigest) digest = sample_day_quiet ();
  g_autofree char *folder = g_dir_make_tmp ("nikkan-templates-XXXXXX", NULL), *language = g_build_filename (folder, "en", NULL);
  g_autofree char *template_path = g_build_filename (language, "edition.template", NULL),
                  *words_path = g_build_filename (language, "words.tsv", NULL);
  g_autofree char *style_path = g_build_filename (folder, "edition.css", NULL);
  g_autofree char *shipped = g_test_build_filename (G_TEST_DIST, "share", "templates", "en", "words.tsv", NULL), *words = NULL;
  g_autoptr (NkTemplates) templates = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  json_auto_t *data = sample_data (digest, "en", 1, 1, "the *note*");

  g_assert_true (g_file_get_contents (shipped, &words, NULL, NULL));
  g_assert_cmpint (g_mkdir_with_parents (language, 0700), ==, 0);
  g_assert_true (g_file_set_contents (template_path, template, -1, NULL) && g_file_set_contents (words_path, words, -1, NULL)
                 && g_file_set_contents (style_path, "p { margin: 0 }\n", -1, NULL));
  templates = nk_templates_load (folder, "en", &error);
  g_assert_no_error (error);
  nk_format_by_name ("markdown")->render (templates, data, 0, out, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (out->str, ==,
                   "# Nikkan IETF (2031-03-04)\n\nparagraph with [a link](https://example.com/)\n\n- one\n- two "
                   "[x](https://example.com/2)\n\n> quote\n\nsmall\n\n"
                   "## Two\n\n### Three\n\n#### Four\n\ntext 20:36 2031-03-04 soon\n\n- item\n\nthe *note*\n");
  g_string_truncate (out, 0);
  nk_format_by_name ("text")->render (templates, data, 0, out, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (out->str, ==,
                   "Nikkan IETF (2031-03-04)\n========================\n\nparagraph with a link\nhttps://example.com/\n\n- one\n- two x\n  "
                   "https://example.com/2\n\n> quote\n\n"
                   "small\n\nTwo\n---\n\n* Three\n\nFour\n  text 20:36 2031-03-04 soon\n  - item\n\nthe note\n");
  g_string_truncate (out, 0);
  nk_format_by_name ("html")->render (templates, data, 0, out, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (out->str, "<style>\np { margin: 0 }\n</style>"));
  g_assert_nonnull (strstr (out->str, "<blockquote>\n<p>quote</p>\n</blockquote>\n<p class=\"small\">small</p>\n</header>\n<nav"));
  g_assert_nonnull (
      strstr (out->str, "<main>\n<section id=\"two\">\n<h2>Two</h2>\n<article id=\"three\">\n<h3>Three</h3>\n<h4 id=\"four\">Four</h4>\n"
                        "<p>text <time datetime=\"20:36\">20:36</time> <time datetime=\"2031-03-04\">2031-03-04</time> soon</p>\n"
                        "<ul>\n<li>item</li>\n</ul>\n<p>the <em>note</em></p>\n</article>\n</section>\n</main>\n</body>\n</html>\n"));
  g_unlink (template_path);
  g_unlink (words_path);
  g_unlink (style_path);
  g_rmdir (language);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edition/whole_days_come_out_as_before", test_editions);
  g_test_add_func ("/edition/every_kind_of_block_is_rendered_by_every_format", test_every_block);
  return g_test_run ();
}
