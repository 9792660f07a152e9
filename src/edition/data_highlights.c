/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/data_highlights.c - the themes of the day with their sentences, which words.tsv holds. */
#include "edition/data_private.h"

#include <string.h>

#define MAX_NAMES 4           /* documents that a bullet calls by name; the rest is a number */
#define OVERVIEW_DOCUMENTS 50 /* so many drafts have an overview by area before their themes */

/* `group:tls` is worded by highlight.group, and so on; a kind of theme that has no words of its own by highlight.topic. */
static const char *
word_of_topic (const char *topic)
{
  static const struct {
    const char *prefix, *word;
  } words[] = {
    { "overview", "highlight.overview" },     { "group:", "highlight.group" }, { "area:", "highlight.area" },
    { "individual", "highlight.individual" }, { "other", "highlight.other" },  { "rfcs", "highlight.rfcs" },
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

/* The acronym of a group or area as one writes it, in capitals; "" where it would only repeat the title: QUIC (QUIC). */
static char *
acronym_of (const NkHighlight *highlight, const char *title)
{
  if (highlight->acronym == NULL || g_ascii_strcasecmp (highlight->acronym, title) == 0)
    return g_strdup ("");
  return g_ascii_strup (highlight->acronym, -1);
}

/* Whether an earlier document is another revision of the same draft. */
static gboolean
is_named_before (const GPtrArray *documents, guint index)
{
  const char *document = index < documents->len ? g_ptr_array_index (documents, index) : "";
  const char *revision = strrchr (document, '-');

  for (guint i = 0; revision != NULL && i < index; i++)
    if (strncmp (g_ptr_array_index (documents, i), document, (gsize)(revision - document) + 1) == 0
        && strlen (g_ptr_array_index (documents, i)) == strlen (document))
      return TRUE;
  return FALSE;
}

static char *
join_names (const NkHighlight *highlight, guint max_names, const char *separator, guint *ret_rest)
{
  const GPtrArray *names = highlight->short_names;
  g_autoptr (GString) joined = g_string_new (NULL);
  /* One name more costs no more room than saying that there is one more. */
  gboolean are_all = names->len <= max_names + 1;
  guint shown = 0;

  for (guint i = 0; i < names->len && (are_all || shown < max_names); i++) {
    if (!are_all && is_named_before (highlight->documents, i))
      continue;
    if (shown++ > 0)
      g_string_append (joined, separator);
    g_string_append (joined, g_ptr_array_index (names, i));
  }
  *ret_rest = names->len - shown;
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static json_t *
highlight_data (const NkHighlight *highlight, guint max_names, const NkTemplates *templates, const char *separator, GError **error)
{
  guint rest = 0;
  const char *word = word_of_topic (highlight->topic);
  g_autofree char *text_word = g_strconcat (word, ".text", NULL);
  g_autofree char *names = join_names (highlight, max_names, separator, &rest);
  g_autofree char *plain_title = title_of (highlight, templates, error);
  g_autofree char *acronym = NULL, *title = NULL, *text = NULL;
  json_auto_t *values = json_object ();
  json_t *data;

  if (plain_title == NULL)
    return NULL;
  acronym = acronym_of (highlight, plain_title);
  json_object_set_new (values, "title", nk_data_text (plain_title));
  json_object_set_new (values, "acronym", nk_data_text (acronym));
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

/* The drafts of one area; those of none under G_MAXUINT. */
typedef struct {
  guint area, n;
} AreaCount;

static gint
compare_areas (gconstpointer a, gconstpointer b)
{
  const AreaCount *one = a, *other = b;

  /* Drafts without an area come last however many they are. */
  if ((one->area == G_MAXUINT) != (other->area == G_MAXUINT))
    return one->area == G_MAXUINT ? 1 : -1;
  if (one->n != other->n)
    return one->n > other->n ? -1 : 1;
  return one->area < other->area ? -1 : one->area > other->area;
}

static void
count_area (GArray *counts, const NkEntry *entry)
{
  const char *acronym = entry->stored->announcement->group_area;
  AreaCount count = { acronym != NULL ? nk_area_index (acronym) : G_MAXUINT, 1 };

  for (guint i = 0; i < counts->len; i++)
    if (g_array_index (counts, AreaCount, i).area == count.area) {
      g_array_index (counts, AreaCount, i).n++;
      return;
    }
  g_array_append_val (counts, count);
}

/* `SEC 80` in the words of the language. */
static char *
area_item (const AreaCount *count, const NkTemplates *templates, GError **error)
{
  const NkArea *area = count->area != G_MAXUINT ? nk_area (count->area) : NULL;
  g_autofree char *key = g_strconcat ("area.", area != NULL ? area->acronym : "none", NULL);
  g_autofree char *title = nk_templates_word (templates, key, NULL, error);
  g_autofree char *acronym = area != NULL ? g_ascii_strup (area->acronym, -1) : g_strdup ("");
  json_auto_t *values = json_object ();

  if (title == NULL)
    return NULL;
  json_object_set_new (values, "title", nk_data_text (title));
  json_object_set_new (values, "acronym", nk_data_text (acronym));
  json_object_set_new (values, "n", json_integer (count->n));
  json_object_set_new (values, "is_one", json_boolean (count->n == 1));
  return nk_templates_word (templates, "highlight.overview.item", values, error);
}

/* What a day brought that is too large for its themes to show: how many drafts each area has. */
static json_t *
overview_data (const NkDigest *digest, const NkTemplates *templates, const char *separator, GError **error)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (AreaCount));
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  NkHighlight overview = { .topic = (char *)"overview", .title = (char *)"", .acronym = (char *)"" };
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < digest->internet_drafts->len; i++) {
    const NkEntry *entry = g_ptr_array_index (digest->internet_drafts, i);
    const NkAnnouncement *draft = entry->stored->announcement;

    count_area (counts, entry);
    g_ptr_array_add (documents, g_strconcat (draft->name, "-", draft->revision, NULL));
    overview.n_new += entry->change != NK_CHANGE_REVISED;
  }
  g_array_sort (counts, compare_areas);
  for (guint i = 0; i < counts->len; i++) {
    char *item = area_item (&g_array_index (counts, AreaCount, i), templates, error);

    if (item == NULL)
      return NULL;
    g_ptr_array_add (items, item);
  }
  overview.n_documents = documents->len;
  overview.n_revised = documents->len - overview.n_new;
  overview.documents = documents;
  overview.short_names = items;
  return highlight_data (&overview, items->len, templates, separator, error);
}

json_t *
nk_data_highlights (const NkDigest *digest, const NkTemplates *templates, GError **error)
{
  g_autofree char *separator = nk_templates_word (templates, "separator", NULL, error);
  gboolean has_overview = digest->internet_drafts->len >= OVERVIEW_DOCUMENTS;
  json_auto_t *list = json_array ();

  if (separator == NULL)
    return NULL;
  if (has_overview && json_array_append_new (list, overview_data (digest, templates, separator, error)) != 0)
    return NULL;
  for (guint i = 0; i < digest->highlights->len; i++) {
    json_t *data = highlight_data (g_ptr_array_index (digest->highlights, i), MAX_NAMES, templates, separator, error);

    if (data == NULL)
      return NULL;
    json_array_append_new (list, data);
  }
  return json_incref (list);
}
