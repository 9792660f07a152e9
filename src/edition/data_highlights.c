/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/data_highlights.c - the themes of the day with their sentences, which words.tsv holds. */
#include "edition/data_private.h"

#include <string.h>

#define MAX_NAMES 5 /* documents that a bullet calls by name; the rest is a number */

/* `group:tls` is worded by highlight.group, and so on; a kind of theme that has no words of its own by highlight.topic. */
static const char *
word_of_topic (const char *topic)
{
  static const struct {
    const char *prefix, *word;
  } words[] = {
    { "group:", "highlight.group" }, { "area:", "highlight.area" }, { "individual", "highlight.individual" }, { "rfcs", "highlight.rfcs" }
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (topic, words[i].prefix))
      return words[i].word;
  return "highlight.topic";
}

/* Areas have names in the language of the edition; groups keep their own. */
static char *
title_of (const NkHighlight *highlight, const NkTemplates *templates, GError **error)
{
  g_autofree char *key = NULL;

  if (!g_str_has_prefix (highlight->topic, "area:") || nk_area_index (highlight->acronym) == G_MAXUINT)
    return g_strdup (highlight->title != NULL ? highlight->title : "");
  key = g_strconcat ("area.", highlight->acronym, NULL);
  return nk_templates_word (templates, key, NULL, error);
}

static char *
join_names (const GPtrArray *names, const char *separator, guint *ret_rest)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  guint shown = MIN (names->len, MAX_NAMES);

  /* One name more costs no more room than saying that there is one more. */
  if (names->len == MAX_NAMES + 1)
    shown = names->len;
  for (guint i = 0; i < shown; i++) {
    if (i > 0)
      g_string_append (joined, separator);
    g_string_append (joined, g_ptr_array_index (names, i));
  }
  *ret_rest = names->len - shown;
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static json_t *
highlight_data (const NkHighlight *highlight, const NkTemplates *templates, const char *separator, GError **error)
{
  guint rest = 0;
  const char *word = word_of_topic (highlight->topic);
  g_autofree char *text_word = g_strconcat (word, ".text", NULL);
  g_autofree char *names = join_names (highlight->short_names, separator, &rest);
  g_autofree char *plain_title = title_of (highlight, templates, error);
  g_autofree char *title = NULL, *text = NULL;
  json_auto_t *values = json_object ();
  json_t *data;

  if (plain_title == NULL)
    return NULL;
  json_object_set_new (values, "title", nk_data_text (plain_title));
  json_object_set_new (values, "acronym", nk_data_text (highlight->acronym));
  json_object_set_new (values, "n", json_integer (highlight->n_documents));
  json_object_set_new (values, "is_one", json_boolean (highlight->n_documents == 1));
  json_object_set_new (values, "new", json_integer (highlight->n_new));
  json_object_set_new (values, "revised", json_integer (highlight->n_revised));
  json_object_set_new (values, "names", nk_data_text (names));
  json_object_set_new (values, "rest", json_integer (rest));
  title = nk_templates_word (templates, word, values, error);
  text = title != NULL ? nk_templates_word (templates, text_word, values, error) : NULL;
  if (text == NULL)
    return NULL;
  data = json_object ();
  json_object_set_new (data, "topic", nk_data_text (highlight->topic));
  json_object_set_new (data, "title", nk_data_text (title));
  json_object_set_new (data, "text", nk_data_text (text));
  json_object_set_new (data, "documents", nk_data_texts (highlight->documents));
  return data;
}

json_t *
nk_data_highlights (const NkDigest *digest, const NkTemplates *templates, GError **error)
{
  g_autofree char *separator = nk_templates_word (templates, "separator", NULL, error);
  json_auto_t *list = json_array ();

  if (separator == NULL)
    return NULL;
  for (guint i = 0; i < digest->highlights->len; i++) {
    json_t *data = highlight_data (g_ptr_array_index (digest->highlights, i), templates, separator, error);

    if (data == NULL)
      return NULL;
    json_array_append_new (list, data);
  }
  return json_incref (list);
}
