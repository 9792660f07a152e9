/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/view.c - an edition as a template sees it. */
#include "edition/view_private.h"
#include "edition/data_private.h"

#include <string.h>

static json_int_t
integer_of (json_t *data, const char *key)
{
  return json_integer_value (json_object_get (data, key));
}

/* Every count, 0 where the data has none. */
static void
set_counts (json_t *view, json_t *data, const char *key, const char *const *names)
{
  json_t *counts = json_object (), *known = json_object_get (data, key);

  for (; *names != NULL; names++)
    json_object_set_new (counts, *names, json_integer (integer_of (known, *names)));
  json_object_set_new (view, key, counts);
}

static void
set_state (json_t *view)
{
  const char *state = nk_view_text (view, "state");

  json_object_set_new (view, "is_complete", json_boolean (strcmp (state, "complete") == 0));
  json_object_set_new (view, "is_quiet", json_boolean (strcmp (state, "quiet") == 0));
  json_object_set_new (view, "is_incomplete", json_boolean (strcmp (state, "incomplete") == 0));
}

static void
set_missing (json_t *view, json_t *data)
{
  json_t *missing = json_object_get (data, "missing"), *texts = json_array ();

  for (gsize i = 0; i < json_array_size (missing); i++)
    json_array_append (texts, json_object_get (json_array_get (missing, i), "text"));
  json_object_set_new (view, "missing", texts);
}

static json_t *
edition_word_values (json_t *view)
{
  static const char *const keys[] = { "day", "part", "parts", "is_part", "counts", "part_counts" };
  json_t *values = json_object ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    json_object_set (values, keys[i], json_object_get (view, keys[i]));
  return values;
}

static gboolean
set_edition_texts (json_t *view, const NkTemplates *templates, GError **error)
{
  static const char *const words[] = { "title", "greeting", "description" };
  const char *state = nk_view_text (view, "state");
  const char *state_word = strcmp (state, "complete") == 0 ? "state.complete"
                           : strcmp (state, "quiet") == 0  ? "state.quiet"
                                                           : "state.incomplete";
  const char *basis = nk_view_text (view, "basis");
  g_autofree char *basis_word = g_strconcat ("basis.", *basis != '\0' ? basis : "mails", NULL);
  json_auto_t *values = edition_word_values (view);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (!nk_view_set_word (view, words[i], templates, words[i], values, error))
      return FALSE;
  if (!nk_view_set_word (view, "state_text", templates, state_word, values, error)
      || !nk_view_set_word (view, "basis_text", templates, basis_word, NULL, error))
    return FALSE;
  if (integer_of (view, "parts") > 1)
    return nk_view_set_word (view, "part_text", templates, "part", values, error);
  json_object_set_new (view, "part_text", json_string (""));
  return TRUE;
}

/* The two lists with the addresses of their archives. */
static void
set_archives (json_t *view, json_t *data)
{
  static const struct {
    const char *key, *label;
  } lists[] = { { "i_d_announce", "I-D Announce" }, { "ietf_announce", "IETF Announce" } };
  json_t *archives = json_array (), *known = json_object_get (data, "archive");

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++) {
    json_t *link;

    if (nk_view_text (known, lists[i].key)[0] == '\0')
      continue;
    link = json_object ();
    json_object_set_new (link, "label", json_string (lists[i].label));
    json_object_set (link, "url", json_object_get (known, lists[i].key));
    json_array_append_new (archives, link);
  }
  json_object_set_new (view, "archives", archives);
}

/* The sentence on meeting and cut-off, empty when there is nothing to say. */
static gboolean
set_calendar (json_t *view, json_t *data, const NkTemplates *templates, GError **error)
{
  static const char *const phases[] = { "before_cutoff", "closed", "meeting", "after_meeting" };
  static const char *const keys[] = { "number", "place", "first", "last", "cutoff", "certain" };
  json_t *calendar = json_object_get (data, "calendar"), *meeting = json_object_get (calendar, "meeting");
  json_int_t days = integer_of (calendar, "days");
  json_auto_t *values = json_object ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    nk_view_copy (values, meeting, keys[i]);
  json_object_set_new (values, "days", json_integer (days));
  json_object_set_new (values, "is_one", json_boolean (days == 1));
  json_object_set_new (values, "day_number", json_integer (days + 1));
  for (gsize i = 0; i < G_N_ELEMENTS (phases) && json_is_object (meeting); i++) {
    g_autofree char *word = g_strconcat ("calendar.", phases[i], NULL);

    if (strcmp (nk_view_text (calendar, "phase"), phases[i]) == 0)
      return nk_view_set_word (view, "calendar_text", templates, word, values, error);
  }
  json_object_set_new (view, "calendar_text", json_string (""));
  return TRUE;
}

/* The sentence on the same day before earlier meetings, empty where nothing is known of them. */
static gboolean
set_earlier (json_t *view, json_t *data, const NkTemplates *templates, const char *separator, GError **error)
{
  json_t *known = json_object_get (json_object_get (data, "calendar"), "earlier");
  json_auto_t *items = json_array (), *values = json_object ();
  g_autofree char *joined = NULL;

  for (gsize i = 0; i < json_array_size (known); i++) {
    g_autofree char *item = nk_templates_word (templates, "calendar.earlier.item", json_array_get (known, i), error);

    if (item == NULL)
      return FALSE;
    json_array_append_new (items, nk_data_text (item));
  }
  joined = nk_view_join (items, separator);
  json_object_set_new (values, "n", json_integer ((json_int_t)json_array_size (items)));
  json_object_set_new (values, "items", nk_data_text (joined));
  if (json_array_size (items) > 0)
    return nk_view_set_word (view, "earlier_text", templates, "calendar.earlier", values, error);
  json_object_set_new (view, "earlier_text", json_string (""));
  return TRUE;
}

static gboolean
set_days_before (json_t *view, json_t *data, const NkTemplates *templates, const char *separator, GError **error)
{
  static const char *const counts[] = { "internet_drafts", "rfcs", "others" };
  json_t *known = json_object_get (data, "days_before"), *days = json_array ();
  json_auto_t *items = json_array (), *values = json_object ();
  json_int_t totals[G_N_ELEMENTS (counts)] = { 0 };
  g_autofree char *joined = NULL;

  json_object_set_new (view, "days_before", days);
  for (gsize i = 0; i < json_array_size (known); i++) {
    json_t *row = json_array_get (known, i), *shown = json_object ();
    g_autofree char *item = NULL;

    json_array_append_new (days, shown);
    nk_view_copy (shown, row, "day");
    for (gsize k = 0; k < G_N_ELEMENTS (counts); k++) {
      totals[k] += integer_of (row, counts[k]);
      json_object_set_new (shown, counts[k], json_integer (integer_of (row, counts[k])));
    }
    item = nk_templates_word (templates, "days_before.item", shown, error);
    if (item == NULL)
      return FALSE;
    json_array_append_new (items, nk_data_text (item));
  }
  joined = nk_view_join (items, separator);
  json_object_set_new (values, "n", json_integer ((json_int_t)json_array_size (items)));
  json_object_set_new (values, "internet_drafts", json_integer (totals[0]));
  json_object_set_new (values, "rfcs", json_integer (totals[1]));
  json_object_set_new (values, "items", nk_data_text (joined));
  if (json_array_size (items) > 0)
    return nk_view_set_word (view, "days_before_text", templates, "days_before", values, error);
  json_object_set_new (view, "days_before_text", json_string (""));
  return TRUE;
}

static gboolean
set_documents (json_t *view, json_t *data, const char *key, const NkTemplates *templates, const char *separator, GHashTable *anchors,
               GError **error)
{
  json_t *documents = json_array (), *known = json_object_get (data, key);

  json_object_set_new (view, key, documents);
  for (gsize i = 0; i < json_array_size (known); i++) {
    json_t *document = nk_view_document (templates, json_array_get (known, i), separator, anchors, error);

    if (document == NULL)
      return FALSE;
    json_array_append_new (documents, document);
  }
  return TRUE;
}

static gboolean
set_others (json_t *view, json_t *data, const NkTemplates *templates, const char *separator, GError **error)
{
  json_t *others = json_array (), *known = json_object_get (data, "others");

  json_object_set_new (view, "others", others);
  for (gsize i = 0; i < json_array_size (known); i++) {
    json_t *other = nk_view_other (templates, json_array_get (known, i), separator, error);

    if (other == NULL)
      return FALSE;
    json_array_append_new (others, other);
  }
  return TRUE;
}

/* One line of the index by area. `acronym` NULL: drafts without an area. */
static gboolean
add_area (json_t *areas, json_t *drafts, const char *acronym, const NkTemplates *templates, GError **error)
{
  g_autofree char *word = g_strconcat ("area.", acronym != NULL ? acronym : "none", NULL);
  json_auto_t *documents = json_array ();
  json_t *area;

  for (gsize i = 0; i < json_array_size (drafts); i++) {
    json_t *draft = json_array_get (drafts, i), *group = json_object_get (draft, "group"), *entry;
    const char *its_area = json_is_object (group) ? nk_view_text (group, "area") : "";

    if (acronym != NULL ? strcmp (its_area, acronym) != 0 : nk_area_index (its_area) != G_MAXUINT)
      continue;
    entry = json_object ();
    nk_view_copy (entry, draft, "document");
    nk_view_copy (entry, draft, "anchor");
    json_array_append_new (documents, entry);
  }
  if (json_array_size (documents) == 0)
    return TRUE;
  area = json_object ();
  json_array_append_new (areas, area);
  json_object_set (area, "documents", documents);
  return nk_view_set_word (area, "label", templates, word, NULL, error);
}

static gboolean
set_areas (json_t *view, const NkTemplates *templates, GError **error)
{
  json_t *areas = json_array (), *drafts = json_object_get (view, "internet_drafts");
  const NkArea *area;

  json_object_set_new (view, "areas", areas);
  if (json_array_size (drafts) < NK_VIEW_AREAS_FROM)
    return TRUE;
  for (guint i = 0; (area = nk_area (i)) != NULL; i++)
    if (!add_area (areas, drafts, area->acronym, templates, error))
      return FALSE;
  return add_area (areas, drafts, NULL, templates, error);
}

json_t *
nk_edition_view (const NkTemplates *templates, json_t *data, GError **error)
{
  static const char *const plain_keys[] = { "day", "language", "state", "basis", "part", "parts", "highlights", "note" };
  static const char *const counts[] = { "internet_drafts", "rfcs", "others", NULL };
  static const char *const ledger[]
      = { "messages", "counted", "duplicates", "other_days", "other_kinds", "unrecognised", "unreadable", "repaired", NULL };
  g_autoptr (GHashTable) anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *separator = nk_templates_word (templates, "separator", NULL, error);
  json_auto_t *view = json_object ();

  if (separator == NULL)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (plain_keys); i++)
    nk_view_copy (view, data, plain_keys[i]);
  json_object_set_new (view, "is_part", json_boolean (integer_of (data, "parts") > 1));
  set_counts (view, data, "counts", counts);
  set_counts (view, data, "part_counts", counts);
  set_counts (view, data, "ledger", ledger);
  set_state (view);
  set_missing (view, data);
  set_archives (view, data);
  if (!set_edition_texts (view, templates, error) || !set_calendar (view, data, templates, error)
      || !set_earlier (view, data, templates, separator, error) || !set_days_before (view, data, templates, separator, error)
      || !set_documents (view, data, "internet_drafts", templates, separator, anchors, error)
      || !set_documents (view, data, "rfcs", templates, separator, anchors, error) || !set_others (view, data, templates, separator, error)
      || !set_areas (view, templates, error) || !nk_view_set_summaries (view, templates, separator, error)
      || !nk_view_set_word (view, "ledger_text", templates, "ledger", json_object_get (view, "ledger"), error))
    return NULL;
  return json_incref (view);
}
