/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "edition/template_private.h"
#include "edition/view_private.h"
#include "sample_day.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
write_table (const char *change_key, const char *text, const char *more)
{
  g_autofree char *folder = g_dir_make_tmp ("nikkan-words-XXXXXX", NULL);
  char *path = g_build_filename (folder, "words.tsv", NULL);
  g_autoptr (GString) table = g_string_new ("key\ttext\n");

  for (guint i = 0; nk_word_row (i)->key != NULL; i++) {
    const char *key = nk_word_row (i)->key;
    gboolean is_changed = g_strcmp0 (key, change_key) == 0;

    if (!is_changed || text != NULL)
      g_string_append_printf (table, "%s\t%s\n", key, is_changed ? text : "x");
  }
  g_string_append (table, more);
  g_assert_true (g_file_set_contents (path, table->str, -1, NULL));
  return path;
}

static void
assert_load (const char *key, const char *text, const char *more, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = write_table (key, text, more);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *expected = message != NULL ? g_strconcat (path, ":", message, NULL) : NULL;
  g_autoptr (NkWords) words = nk_words_load (path, &error);

  g_unlink (path);
  g_rmdir (folder);
  if (expected == NULL) {
    g_assert_no_error (error);
    return;
  }
  g_assert_null (words);
  g_assert_error (error, NK_ERROR, NK_ERROR_INPUT);
  g_assert_cmpstr (error->message, ==, expected);
}

static void
test_table (void)
{
  g_autofree char *unknown = NULL, *twice = NULL;
  guint n_words = 0;

  while (nk_word_row (n_words)->key != NULL)
    n_words++;
  unknown = g_strdup_printf ("%u: no word is called “colour”", n_words + 2);
  twice = g_strdup_printf ("%u: the word “pages” stands here for the second time", n_words + 2);
  assert_load (NULL, NULL, "", NULL);
  assert_load ("pages", NULL, "", " the word “pages” is missing");
  assert_load (NULL, NULL, "colour\tred\n", unknown);
  assert_load (NULL, NULL, "pages\tx\n", twice);
  assert_load ("title", "{{dya}}", "", "2: no value is called “dya” here");
  assert_load ("title", "{{counts.internet_drafts}} {{#is_part}}{{part}}{{/is_part}}", "", NULL);
  assert_load ("title", "{{counts.internet_draft}}", "", "2: no value is called “counts.internet_draft” here");
  assert_load ("title", "{{.}}", "", "2: no value is called “.” here");
}

static void
test_shipped (gconstpointer language)
{
  g_autoptr (NkTemplates) templates = sample_templates (language);

  g_assert_cmpstr (nk_templates_language (templates), ==, language);
}

static void
test_unknown_language (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) missing = NULL;
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "share", "templates", NULL);

  g_assert_null (nk_templates_load (folder, "../ja", &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_INPUT);
  g_assert_null (nk_templates_load (folder, "xx", &missing));
  g_assert_error (missing, NK_ERROR, NK_ERROR_NOT_FOUND);
}

/* Every name of the table is in `value`, and nothing else is. */
static void
assert_scope (const char *scope, json_t *value)
{
  const char *name, *inner, *key;
  json_t *member;
  guint n = 0;

  for (; (name = nk_template_name (scope, n, &inner)) != NULL; n++) {
    member = json_object_get (value, name);
    if (member == NULL)
      g_error ("%s has no %s", scope, name);
    if (inner == NULL)
      continue;
    if (json_is_array (member) && json_array_size (member) > 0)
      assert_scope (inner, json_array_get (member, 0));
    else if (json_is_object (member))
      assert_scope (inner, member);
  }
  json_object_foreach (value, key, member)
  {
    for (n = 0; (name = nk_template_name (scope, n, &inner)) != NULL && strcmp (name, key) != 0; n++)
      ;
    if (name == NULL)
      g_error ("%s of %s is in no table", key, scope);
  }
}

static void
assert_view (NkDigest *made)
{
  g_autoptr (NkDigest) digest = made;
  g_autoptr (NkTemplates) templates = sample_templates ("ja");
  g_autoptr (GError) error = NULL;
  json_auto_t *data = sample_data (digest, "ja", 1, 1, "note");
  json_auto_t *view = nk_edition_view (templates, data, &error);

  g_assert_no_error (error);
  assert_scope ("edition", view);
}

static void
test_names (void)
{
  assert_view (sample_day_ordinary ());
  assert_view (sample_day_quiet ());
  assert_view (sample_day_incomplete ());
  assert_view (sample_day_large (40));
}

static char *
read_manual (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "man", "nikkan-templates.5", NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* As a word of its own in a line of names. */
static void
assert_described (const char *manual, const char *name)
{
  g_autofree char *escaped = g_regex_escape_string (name, -1);
  g_autofree char *pattern = g_strdup_printf ("^\\.(It )?Cm ([^\n]* )?%s( |$)", escaped);

  if (!g_regex_match_simple (pattern, manual, G_REGEX_MULTILINE, 0))
    g_error ("the manual does not describe %s", name);
}

static void
assert_scope_described (const char *manual, const char *scope)
{
  const char *name, *inner;

  for (guint i = 0; (name = nk_template_name (scope, i, &inner)) != NULL; i++) {
    assert_described (manual, name);
    if (inner != NULL)
      assert_scope_described (manual, inner);
  }
}

static void
test_manual (void)
{
  g_autofree char *manual = read_manual ();

  assert_scope_described (manual, "edition");
  for (guint i = 0; nk_word_row (i)->key != NULL; i++) {
    assert_described (manual, nk_word_row (i)->key);
    assert_scope_described (manual, nk_word_row (i)->scope);
  }
}

static void
test_examples (void)
{
  g_autofree char *manual = read_manual ();
  guint n = 0;

  for (char *start = strstr (manual, ".Bd -literal"), *end; start != NULL; start = strstr (end, ".Bd -literal")) {
    g_autoptr (GError) error = NULL;
    g_autoptr (NkTemplate) template = NULL;

    start = strchr (start, '\n') + 1;
    end = strstr (start, ".Ed");
    template = nk_template_parse (start, (gsize)(end - start), "example", &error);
    g_assert_no_error (error);
    g_assert_true (nk_template_check_names (template, "edition", &error));
    n++;
  }
  g_assert_cmpuint (n, ==, 2);
}

static void
test_bare_data (void)
{
  g_autoptr (NkTemplates) templates = sample_templates ("en");
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  json_auto_t *data = json_loads (
      "{\"day\": \"2031-03-04\", \"internet_drafts\": [{}], \"others\": [{}], \"calendar\": {\"phase\": \"later\"}}", 0, NULL);

  for (guint i = 0; nk_format (i) != NULL; i++) {
    nk_format (i)->render (templates, data, 72, out, &error);
    g_assert_no_error (error);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/a_missing_unknown_or_doubled_word_is_an_error", test_table);
  g_test_add_data_func ("/words/the_japanese_templates_load", "ja", test_shipped);
  g_test_add_data_func ("/words/the_english_templates_load", "en", test_shipped);
  g_test_add_func ("/words/a_language_is_no_path", test_unknown_language);
  g_test_add_func ("/view/every_name_of_the_manual_is_there_on_any_day", test_names);
  g_test_add_func ("/manual/every_name_and_word_is_described", test_manual);
  g_test_add_func ("/manual/the_examples_are_templates", test_examples);
  g_test_add_func ("/view/data_of_another_version_is_rendered_as_far_as_it_goes", test_bare_data);
  return g_test_run ();
}
