/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/data_highlights.c - the themes of the day with their sentences, which words.tsv holds. */
#include "edition/data_private.h"

#define MAX_NAMES 4           /* documents that a bullet calls by name; the rest is a number */
#define MAX_GROUPS 3          /* groups that it names */
#define OVERVIEW_DOCUMENTS 50 /* so many drafts have an overview by area and by theme before their themes */
#define OVERVIEW_THEMES 10    /* themes in it */
#define MIN_LIFT_TOLD 2.0     /* a theme that is so much more frequent than usual is said to be */
#define MIN_LIFT_DOCUMENTS 3  /* of fewer documents no share can be told */

/* `group:tls` is worded by highlight.group, and so on. */
static const char *
word_of_topic (const char *topic)
{
  static const struct {
    const char *prefix, *word;
  } words[] = {
    { "overview", "highlight.overview" },     { "themes", "highlight.themes" }, { "group:", "highlight.group" },
    { "individual", "highlight.individual" }, { "rfcs", "highlight.rfcs" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (topic, words[i].prefix))
      return words[i].word;
  return "highlight.topic";
}

/* Topics have labels in the language of the edition; groups keep their own names. */
static const char *
title_of (const NkHighlight *highlight, const NkTemplates *templates)
{
  if (highlight->theme != NULL)
    return nk_topic_label (highlight->theme, nk_templates_language (templates));
  return highlight->title != NULL ? highlight->title : "";
}

/* The acronym of a group as one writes it, in capitals; "" where it would only repeat the title: QUIC (QUIC). */
static char *
acronym_of (const NkHighlight *highlight, const char *title)
{
  if (highlight->acronym == NULL || g_ascii_strcasecmp (highlight->acronym, title) == 0)
    return g_strdup ("");
  return g_ascii_strup (highlight->acronym, -1);
}

/* A short name, and how many companions are told with it. */
static char *
name_at (const NkHighlight *highlight, guint index, const NkTemplates *templates, GError **error)
{
  guint n
      = highlight->n_companions != NULL && index < highlight->n_companions->len ? g_array_index (highlight->n_companions, guint, index) : 0;
  json_auto_t *values = json_object ();

  if (n == 0)
    return g_strdup (g_ptr_array_index (highlight->short_names, index));
  json_object_set_new (values, "name", nk_data_text (g_ptr_array_index (highlight->short_names, index)));
  json_object_set_new (values, "n", json_integer (n));
  json_object_set_new (values, "is_one", json_boolean (n == 1));
  return nk_templates_word (templates, "highlight.companions", values, error);
}

/* The first names; *ret_rest: how many documents are not among them. */
static char *
join_names (const NkHighlight *highlight, guint max_names, const NkTemplates *templates, const char *separator, guint *ret_rest,
            GError **error)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  /* One name more costs no more room than saying that there is one more. */
  guint n = highlight->short_names->len <= max_names + 1 ? highlight->short_names->len : max_names;
  guint told = 0;

  for (guint i = 0; i < n; i++) {
    g_autofree char *name = name_at (highlight, i, templates, error);

    if (name == NULL)
      return NULL;
    g_string_append (joined, i > 0 ? separator : "");
    g_string_append (joined, name);
    told += 1;
    if (highlight->n_companions != NULL && i < highlight->n_companions->len)
      told += g_array_index (highlight->n_companions, guint, i);
  }
  *ret_rest = highlight->n_documents > told ? highlight->n_documents - told : 0;
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/* The groups by name where they are few and each document has one; else how many they are, if there are several. */
static void
set_groups (json_t *values, const NkHighlight *highlight, const char *separator)
{
  guint n = highlight->groups != NULL ? highlight->groups->len : 0;
  g_autoptr (GString) names = g_string_new (NULL);
  gboolean are_named = n > 1 && n <= MAX_GROUPS && highlight->n_without_group == 0;

  for (guint i = 0; are_named && i < n; i++) {
    g_autofree char *acronym = g_ascii_strup (g_ptr_array_index (highlight->groups, i), -1);

    g_string_append (names, i > 0 ? separator : "");
    g_string_append (names, acronym);
  }
  json_object_set_new (values, "groups", nk_data_text (names->str));
  json_object_set_new (values, "n_groups", json_integer (n > MAX_GROUPS && highlight->n_without_group == 0 ? n : 0));
}

/* `3.1`, or "" where it is not worth telling. */
static void
set_lift (json_t *values, double lift, guint n)
{
  guint tenths = (guint)(lift * 10 + 0.5);
  gboolean is_told = lift >= MIN_LIFT_TOLD && n >= MIN_LIFT_DOCUMENTS;
  g_autofree char *text = is_told ? g_strdup_printf ("%u.%u", tenths / 10, tenths % 10) : g_strdup ("");

  json_object_set_new (values, "lift", nk_data_text (text));
  json_object_set_new (values, "baseline_days", json_integer (NK_BASELINE_DAYS));
}

/* The values of a bullet's words. NULL with INPUT. */
static json_t *
word_values (const NkHighlight *highlight, guint max_names, const NkTemplates *templates, const char *separator, GError **error)
{
  guint rest = 0;
  const char *title = title_of (highlight, templates);
  g_autofree char *names = join_names (highlight, max_names, templates, separator, &rest, error);
  g_autofree char *group_separator = names != NULL ? nk_templates_word (templates, "groups.separator", NULL, error) : NULL;
  g_autofree char *acronym = acronym_of (highlight, title);
  json_t *values;

  if (group_separator == NULL)
    return NULL;
  values = json_object ();
  json_object_set_new (values, "title", nk_data_text (title));
  json_object_set_new (values, "acronym", nk_data_text (acronym));
  json_object_set_new (values, "n", json_integer (highlight->n_documents));
  json_object_set_new (values, "is_one", json_boolean (highlight->n_documents == 1));
  json_object_set_new (values, "new", json_integer (highlight->n_new));
  json_object_set_new (values, "adopted", json_integer (highlight->n_adopted));
  json_object_set_new (values, "revised", json_integer (highlight->n_revised));
  json_object_set_new (values, "names", nk_data_text (names));
  json_object_set_new (values, "rest", json_integer (rest));
  set_groups (values, highlight, group_separator);
  set_lift (values, highlight->lift, highlight->n_documents);
  return values;
}

static json_t *
counts_data (const NkHighlight *highlight)
{
  json_t *data = json_object ();

  json_object_set_new (data, "documents", json_integer (highlight->n_documents));
  json_object_set_new (data, "new", json_integer (highlight->n_new));
  json_object_set_new (data, "adopted", json_integer (highlight->n_adopted));
  json_object_set_new (data, "revised", json_integer (highlight->n_revised));
  return data;
}

/* What the lift rests on, or null. */
static json_t *
baseline_data (const NkBaseline *baseline, guint n_before, double lift)
{
  json_t *data;

  if (!baseline->is_known || lift <= 0)
    return json_null ();
  data = json_object ();
  json_object_set_new (data, "first", nk_data_day (baseline->first));
  json_object_set_new (data, "last", nk_data_day (baseline->last));
  json_object_set_new (data, "documents", json_integer (baseline->n_documents));
  json_object_set_new (data, "with_topic", json_integer (n_before));
  json_object_set_new (data, "lift", json_real ((int)(lift * 100 + 0.5) / 100.0));
  return data;
}

static json_t *
highlight_data (const NkHighlight *highlight, const NkBaseline *baseline, guint max_names, const NkTemplates *templates,
                const char *separator, GError **error)
{
  const char *word = word_of_topic (highlight->topic);
  g_autofree char *text_word = g_strconcat (word, ".text", NULL);
  json_auto_t *values = word_values (highlight, max_names, templates, separator, error);
  g_autofree char *title = values != NULL ? nk_templates_word (templates, word, values, error) : NULL;
  g_autofree char *text = title != NULL ? nk_templates_word (templates, text_word, values, error) : NULL;
  json_t *data;

  if (text == NULL)
    return NULL;
  data = json_object ();
  json_object_set_new (data, "topic", nk_data_text (highlight->topic));
  json_object_set_new (data, "title", nk_data_text (title));
  json_object_set_new (data, "text", nk_data_text (text));
  json_object_set_new (data, "documents", nk_data_texts (highlight->documents));
  json_object_set_new (data, "short_names", nk_data_texts (highlight->short_names));
  json_object_set_new (data, "groups", highlight->groups != NULL ? nk_data_texts (highlight->groups) : json_array ());
  json_object_set_new (data, "counts", counts_data (highlight));
  json_object_set_new (data, "baseline", baseline_data (baseline, highlight->n_before, highlight->lift));
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

/* A bullet that tells items instead of documents: of all drafts of the day. Takes `items`. */
static json_t *
overview_data (const NkDigest *digest, const char *topic, GPtrArray *items, const NkTemplates *templates, const char *separator,
               GError **error)
{
  NkHighlight overview = { .topic = (char *)topic, .title = (char *)"", .acronym = (char *)"", .short_names = items };
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (g_free);
  json_t *data;

  for (guint i = 0; i < digest->internet_drafts->len; i++) {
    const NkEntry *entry = g_ptr_array_index (digest->internet_drafts, i);
    const NkAnnouncement *draft = entry->stored->announcement;

    g_ptr_array_add (documents, g_strconcat (draft->name, "-", draft->revision, NULL));
    overview.n_new += entry->change != NK_CHANGE_REVISED;
    overview.n_adopted += entry->change == NK_CHANGE_ADOPTED;
  }
  overview.n_documents = documents->len;
  overview.n_revised = documents->len - overview.n_new;
  overview.documents = documents;
  data = highlight_data (&overview, &digest->baseline, items->len, templates, separator, error);
  g_ptr_array_unref (items);
  return data;
}

/* How many drafts each area has. */
static json_t *
areas_data (const NkDigest *digest, const NkTemplates *templates, const char *separator, GError **error)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (AreaCount));
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < digest->internet_drafts->len; i++)
    count_area (counts, g_ptr_array_index (digest->internet_drafts, i));
  g_array_sort (counts, compare_areas);
  for (guint i = 0; i < counts->len; i++) {
    char *item = area_item (&g_array_index (counts, AreaCount, i), templates, error);

    if (item == NULL)
      return NULL;
    g_ptr_array_add (items, item);
  }
  return overview_data (digest, "overview", g_steal_pointer (&items), templates, separator, error);
}

/* How many drafts carry each of the most frequent topics; one draft may carry several. */
static json_t *
themes_data (const NkDigest *digest, const NkTemplates *templates, const char *separator, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < digest->topics->len && i < OVERVIEW_THEMES; i++) {
    const NkTopicCount *count = &g_array_index (digest->topics, NkTopicCount, i);
    json_auto_t *values = json_object ();
    char *item;

    json_object_set_new (values, "title", nk_data_text (nk_topic_label (count->topic, nk_templates_language (templates))));
    json_object_set_new (values, "n", json_integer (count->n));
    json_object_set_new (values, "is_one", json_boolean (count->n == 1));
    set_lift (values, count->lift, count->n);
    item = nk_templates_word (templates, "highlight.themes.item", values, error);
    if (item == NULL)
      return NULL;
    g_ptr_array_add (items, item);
  }
  return overview_data (digest, "themes", g_steal_pointer (&items), templates, separator, error);
}

json_t *
nk_data_highlights (const NkDigest *digest, const NkTemplates *templates, GError **error)
{
  g_autofree char *separator = nk_templates_word (templates, "separator", NULL, error);
  gboolean has_overview = digest->internet_drafts->len >= OVERVIEW_DOCUMENTS;
  json_auto_t *list = json_array ();

  if (separator == NULL)
    return NULL;
  /* What a day brought that is too large for its themes to show. */
  if (has_overview && json_array_append_new (list, areas_data (digest, templates, separator, error)) != 0)
    return NULL;
  if (has_overview && digest->topics != NULL && digest->topics->len > 0
      && json_array_append_new (list, themes_data (digest, templates, separator, error)) != 0)
    return NULL;
  for (guint i = 0; i < digest->highlights->len; i++) {
    json_t *data = highlight_data (g_ptr_array_index (digest->highlights, i), &digest->baseline, MAX_NAMES, templates, separator, error);

    if (data == NULL)
      return NULL;
    json_array_append_new (list, data);
  }
  return json_incref (list);
}

json_t *
nk_data_topics (const NkDigest *digest, const char *language)
{
  json_t *list = json_array ();

  for (guint i = 0; digest->topics != NULL && i < digest->topics->len; i++) {
    const NkTopicCount *count = &g_array_index (digest->topics, NkTopicCount, i);
    json_t *data = json_object ();

    json_array_append_new (list, data);
    json_object_set_new (data, "topic", nk_data_text (count->topic->id));
    json_object_set_new (data, "title", nk_data_text (nk_topic_label (count->topic, language)));
    json_object_set_new (data, "documents", json_integer (count->n));
    json_object_set_new (data, "new", json_integer (count->n_new));
    json_object_set_new (data, "baseline", baseline_data (&digest->baseline, count->n_before, count->lift));
  }
  return list;
}
