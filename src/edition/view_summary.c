/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/view_summary.c - a summary as a template sees it: what is said in the language of the edition apart from what is quoted in English. */
#include "edition/data_private.h"
#include "edition/view_private.h"

#include <string.h>

static const char open_quote[] = "「", close_quote[] = "」", ellipsis[] = "…";

/* TRUE if `text` of `length` bytes is the sentence, or its beginning with an ellipsis. */
static gboolean
is_of_sentence (const char *text, gsize length, const char *sentence)
{
  if (length == strlen (sentence))
    return memcmp (text, sentence, length) == 0;
  if (length <= strlen (ellipsis) || memcmp (text + length - strlen (ellipsis), ellipsis, strlen (ellipsis)) != 0)
    return FALSE;
  return strncmp (text, sentence, length - strlen (ellipsis)) == 0;
}

/* Where the quoted sentence at the end of the text begins, with its bracket; the end of the text if none is quoted there. */
static const char *
find_quote (const char *text, const char *sentence)
{
  const char *end = text + strlen (text), *place = text;

  if (*sentence == '\0' || !g_str_has_suffix (text, close_quote))
    return end;
  while ((place = strstr (place, open_quote)) != NULL) {
    const char *words = place + strlen (open_quote);

    if (is_of_sentence (words, (gsize)(end - words) - strlen (close_quote), sentence))
      return place;
    place = words;
  }
  return end;
}

json_t *
nk_view_summary (json_t *summary)
{
  static const char *const keys[] = { "text", "engine", "confidence", "quoted", "sources", "level" };
  json_t *view = json_object (), *sources = json_object_get (summary, "sources");
  const char *text = nk_view_text (summary, "text"), *quote = text;
  const char *last = json_string_value (json_array_get (sources, json_array_size (sources) - 1));
  g_autofree char *before = NULL, *words = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    nk_view_copy (view, summary, keys[i]);
  if (!json_is_true (json_object_get (summary, "quoted"))) {
    quote = find_quote (text, last != NULL ? last : "");
    before = g_strndup (text, (gsize)(quote - text));
    if (*quote != '\0')
      words = g_strndup (quote + strlen (open_quote), strlen (quote) - strlen (open_quote) - strlen (close_quote));
  }
  json_object_set_new (view, "own_words", nk_data_text (before != NULL ? before : ""));
  json_object_set_new (view, "quote", nk_data_text (words != NULL ? words : quote));
  return view;
}

/* How a summary was made, as this page counts it. */
typedef enum { QUOTED, TRANSLATED, PARTLY_QUOTED, WRITTEN, N_WAYS } Way;

static Way
way_of (json_t *summary)
{
  const char *level = nk_view_text (summary, "level");

  if (json_is_true (json_object_get (summary, "quoted")))
    return QUOTED;
  if (*nk_view_text (summary, "quote") != '\0')
    return PARTLY_QUOTED;
  return g_str_equal (level, "full") || g_str_equal (level, "shortened") ? TRANSLATED : WRITTEN;
}

gboolean
nk_view_set_summaries (json_t *view, const NkTemplates *templates, const char *separator, GError **error)
{
  static const char *const lists[] = { "internet_drafts", "rfcs" };
  static const char *const names[N_WAYS] = { "quoted", "translated", "partly_quoted", "written" };
  json_auto_t *values = json_object (), *engines = json_array ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  json_int_t n = 0, counts[N_WAYS] = { 0 };
  g_autofree char *joined = NULL;

  for (gsize k = 0; k < G_N_ELEMENTS (lists); k++) {
    json_t *documents = json_object_get (view, lists[k]);

    for (gsize i = 0; i < json_array_size (documents); i++) {
      json_t *summary = json_object_get (json_array_get (documents, i), "summary");
      Way way = way_of (summary);

      n++;
      counts[way]++;
      if (way == WRITTEN && g_hash_table_add (seen, (gpointer)nk_view_text (summary, "engine")))
        json_array_append (engines, json_object_get (summary, "engine"));
    }
  }
  joined = nk_view_join (engines, separator);
  json_object_set_new (values, "n", json_integer (n));
  for (guint i = 0; i < N_WAYS; i++)
    json_object_set_new (values, names[i], json_integer (counts[i]));
  json_object_set_new (values, "engines", nk_data_text (joined));
  if (n > 0)
    return nk_view_set_word (view, "summaries_text", templates, "summaries", values, error);
  json_object_set_new (view, "summaries_text", json_string (""));
  return TRUE;
}
