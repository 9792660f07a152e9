/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "golden_file.h"

#include <string.h>

#define MAX_FILES 100u

static char *
golden_path (const char *file)
{
  return g_build_filename (g_getenv ("G_TEST_SRCDIR"), "tests", "golden-language", file, NULL);
}

static void
golden_free (GoldenCase *golden)
{
  g_free (golden->file);
  g_free (golden->rule);
  g_free (golden->title);
  g_free (golden->voice);
  g_free (golden->english);
  g_free (golden->tree);
  g_free (golden->japanese);
  g_ptr_array_unref (golden->never);
  g_ptr_array_unref (golden->always);
  g_free (golden);
}

static GoldenCase *
golden_new (const char *file)
{
  GoldenCase *golden = g_new0 (GoldenCase, 1);

  golden->file = g_strdup (file);
  golden->never = g_ptr_array_new_with_free_func (g_free);
  golden->always = g_ptr_array_new_with_free_func (g_free);
  return golden;
}

static void
set_once (const char *file, guint line, char **field, const char *value)
{
  if (*field != NULL)
    g_error ("%s:%u: stands twice", file, line);
  *field = g_strdup (value);
}

static void
read_line (GoldenCase *golden, const char *line, guint number)
{
  const char *colon = strstr (line, ": ");
  g_autofree char *key = colon != NULL ? g_strndup (line, (gsize)(colon - line)) : g_strdup ("");
  const char *value = colon != NULL ? colon + 2 : "";

  if (g_str_equal (key, "rule"))
    set_once (golden->file, number, &golden->rule, value);
  else if (g_str_equal (key, "title"))
    set_once (golden->file, number, &golden->title, value);
  else if (g_str_equal (key, "voice"))
    set_once (golden->file, number, &golden->voice, value);
  else if (g_str_equal (key, "en")) {
    set_once (golden->file, number, &golden->english, value);
    golden->line = number;
  } else if (g_str_equal (key, "tree"))
    set_once (golden->file, number, &golden->tree, value);
  else if (g_str_equal (key, "ja"))
    set_once (golden->file, number, &golden->japanese, value);
  else if (g_str_equal (key, "never"))
    g_ptr_array_add (golden->never, g_strdup (value));
  else if (g_str_equal (key, "always"))
    g_ptr_array_add (golden->always, g_strdup (value));
  else
    g_error ("%s:%u: no such key: %s", golden->file, number, line);
}

static void
keep (GPtrArray *cases, GoldenCase *golden, guint line)
{
  if (golden->english == NULL || golden->rule == NULL)
    g_error ("%s:%u: a case needs `en` and `rule`", golden->file, line);
  g_ptr_array_add (cases, golden);
}

static void
read_file (GPtrArray *cases, const char *file)
{
  g_autofree char *path = golden_path (file), *text = NULL;
  g_auto (GStrv) lines = NULL;
  GoldenCase *golden = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    if (lines[i][0] == '#')
      continue;
    if (lines[i][0] != '\0') {
      if (golden == NULL)
        golden = golden_new (file);
      read_line (golden, lines[i], i + 1);
    } else if (golden != NULL) {
      keep (cases, g_steal_pointer (&golden), i);
    }
  }
  if (golden != NULL)
    keep (cases, golden, g_strv_length (lines));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *
golden_cases (void)
{
  g_autofree char *folder = golden_path (NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *cases = g_ptr_array_new_with_free_func ((GDestroyNotify)golden_free);
  const char *name;

  while (dir != NULL && files->len < MAX_FILES && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".golden"))
      g_ptr_array_add (files, g_strdup (name));
  g_ptr_array_sort (files, compare_names);
  for (guint i = 0; i < files->len; i++)
    read_file (cases, g_ptr_array_index (files, i));
  return cases;
}

static const GoldenCase *
case_of (const GPtrArray *cases, const char *file, guint line)
{
  for (guint i = 0; i < cases->len; i++) {
    const GoldenCase *golden = g_ptr_array_index (cases, i);

    if (golden->line == line && g_str_equal (golden->file, file))
      return golden;
  }
  return NULL;
}

void
golden_write (const char *file, const GPtrArray *cases)
{
  g_autofree char *path = golden_path (file), *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_strchomp (text);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    const GoldenCase *golden = g_str_has_prefix (lines[i], "en: ") ? case_of (cases, file, i + 1) : NULL;

    if (g_str_has_prefix (lines[i], "tree: ") || g_str_has_prefix (lines[i], "ja: "))
      continue;
    g_string_append_printf (out, "%s\n", lines[i]);
    if (golden != NULL && golden->japanese != NULL)
      g_string_append_printf (out, "tree: %s\nja: %s\n", golden->tree, golden->japanese);
  }
  g_assert_true (g_file_set_contents (path, out->str, (gssize)out->len, NULL));
}
