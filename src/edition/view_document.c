/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/view_document.c - a document or announcement as a template sees it. */
#include "edition/data_private.h"
#include "edition/template_private.h"
#include "edition/view_private.h"

#include <string.h>

/* Taken over from the data as they are. */
static const char *const plain_keys[] = {
  "name",    "revision", "number",    "title",    "authors",     "group",  "stream", "standing", "change", "previous_revision",
  "changed", "pages",    "announced", "abstract", "message_ids", "status", "date",   "draft",    "doi",
};

static const char *const url_keys[] = { "datatracker", "html", "diff", "info", "draft", "doi", "archive" };

gboolean
nk_view_set_word (json_t *view, const char *key, const NkTemplates *templates, const char *word, json_t *values, GError **error)
{
  g_autofree char *text = nk_templates_word (templates, word, values, error);

  if (text == NULL)
    return FALSE;
  json_object_set_new (view, key, nk_data_text (text));
  return TRUE;
}

void
nk_view_copy (json_t *view, json_t *data, const char *key)
{
  json_t *value = json_object_get (data, key);

  if (value != NULL)
    json_object_set (view, key, value);
  else
    json_object_set_new (view, key, json_null ());
}

const char *
nk_view_text (json_t *data, const char *key)
{
  const char *text = json_string_value (json_object_get (data, key));

  return text != NULL ? text : "";
}

char *
nk_view_join (json_t *texts, const char *separator)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (gsize i = 0; i < json_array_size (texts); i++) {
    const char *text = json_string_value (json_array_get (texts, i));

    if (i > 0)
      g_string_append (joined, separator);
    g_string_append (joined, text != NULL ? text : "");
  }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/* An id of [a-z0-9-] that no other document of the edition has: names may differ in a dot only. */
static char *
make_anchor (const char *document, GHashTable *anchors)
{
  g_autofree char *base = g_ascii_strdown (document, -1);
  char *anchor;

  for (char *c = base; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c))
      *c = '-';
  anchor = g_strdup (base);
  for (guint i = 2; g_hash_table_contains (anchors, anchor); i++) {
    g_free (anchor);
    anchor = g_strdup_printf ("%s-again-%u", base, i);
  }
  g_hash_table_add (anchors, g_strdup (anchor));
  return anchor;
}

static json_t *
link_value (const char *label, const char *url)
{
  json_t *link = json_object ();

  json_object_set_new (link, "label", nk_data_text (label));
  json_object_set_new (link, "url", nk_data_text (url));
  return link;
}

static json_t *
rfc_links (json_t *numbers)
{
  json_t *links = json_array ();

  for (gsize i = 0; i < json_array_size (numbers); i++) {
    g_autofree char *number = g_strdup_printf ("%" JSON_INTEGER_FORMAT, json_integer_value (json_array_get (numbers, i)));
    g_autofree char *label = g_strconcat ("RFC ", number, NULL);
    g_autofree char *url = nk_data_url ("https://www.rfc-editor.org/info/rfc%s", number);

    json_array_append_new (links, link_value (label, url));
  }
  return links;
}

/* `BCP 14` is at /info/bcp14. */
static json_t *
subseries_links (json_t *subseries)
{
  json_t *links = json_array ();

  for (gsize i = 0; i < json_array_size (subseries); i++) {
    const char *label = json_string_value (json_array_get (subseries, i));
    g_autoptr (GString) name = g_string_new (NULL);
    g_autofree char *url = NULL;

    for (const char *c = label; c != NULL && *c != '\0'; c++)
      if (*c != ' ')
        g_string_append_c (name, g_ascii_tolower (*c));
    url = nk_data_url ("https://www.rfc-editor.org/info/%s", name->str);
    json_array_append_new (links, link_value (label != NULL ? label : "", url));
  }
  return links;
}

/* `WG`, `RG`: the kind of its group, else what the standing says. */
static void
set_kind_label (json_t *view)
{
  json_t *group = json_object_get (view, "group");
  const char *kind = json_is_object (group) ? nk_view_text (group, "kind") : "";
  g_autofree char *label = g_ascii_strup (kind[0] != '\0' ? kind : nk_view_text (view, "standing"), -1);

  json_object_set_new (view, "kind_label", nk_data_text (label));
}

/* A word chosen by a value of the data: `change.` and `revised`. Without the value, or with one that has no word here, the text is empty: data of a later
 * version may know more. */
static gboolean
set_chosen_word (json_t *view, const char *key, const NkTemplates *templates, const char *prefix, const char *choice, json_t *values,
                 GError **error)
{
  g_autofree char *word = g_strconcat (prefix, choice, NULL);

  if (choice[0] != '\0' && nk_word_is_known (word))
    return nk_view_set_word (view, key, templates, word, values, error);
  json_object_set_new (view, key, json_string (""));
  return TRUE;
}

static gboolean
set_group_texts (json_t *view, const NkTemplates *templates, GError **error)
{
  json_t *group = json_object_get (view, "group");
  const char *area = json_is_object (group) ? nk_view_text (group, "area") : "";

  if (!set_chosen_word (view, "area_text", templates, "area.", area, NULL, error))
    return FALSE;
  if (json_is_object (group))
    return nk_view_set_word (view, "group_text", templates, "group", group, error);
  json_object_set_new (view, "group_text", json_string (""));
  return TRUE;
}

/* `題名・著者を変更`: the names of what changed, joined, in a sentence. */
static gboolean
set_changed_text (json_t *view, const NkTemplates *templates, GError **error)
{
  json_t *changed = json_object_get (view, "changed");
  json_auto_t *values = NULL, *names = NULL;
  g_autofree char *separator = NULL, *fields = NULL;

  if (json_array_size (changed) == 0)
    return json_object_set_new (view, "changed_text", json_string ("")) == 0;
  separator = nk_templates_word (templates, "changed.separator", NULL, error);
  if (separator == NULL)
    return FALSE;
  values = json_object ();
  names = json_array ();
  for (gsize i = 0; i < json_array_size (changed); i++) {
    const char *field = json_string_value (json_array_get (changed, i));
    g_autofree char *word = g_strconcat ("changed.", field != NULL ? field : "", NULL);
    g_autofree char *name = nk_word_is_known (word) ? nk_templates_word (templates, word, NULL, error) : g_strdup (field);

    if (name == NULL)
      return FALSE;
    json_array_append_new (names, nk_data_text (name));
  }
  fields = nk_view_join (names, separator);
  json_object_set_new (values, "fields", nk_data_text (fields));
  return nk_view_set_word (view, "changed_text", templates, "changed", values, error);
}

/* Present values as words; absent ones, and a number of 0, as an empty text. */
static gboolean
set_word_if (json_t *view, const char *key, const char *if_key, const NkTemplates *templates, const char *word, json_t *values,
             GError **error)
{
  json_t *value = json_object_get (view, if_key);

  if (json_is_string (value) || json_integer_value (value) > 0)
    return nk_view_set_word (view, key, templates, word, values, error);
  json_object_set_new (view, key, json_string (""));
  return TRUE;
}

static void
set_identity (json_t *view, json_t *document, GHashTable *anchors)
{
  const char *name = nk_view_text (view, "name"), *revision = nk_view_text (view, "revision");
  const char *announced = nk_view_text (view, "announced");
  g_autofree char *shown = revision[0] != '\0' ? g_strdup_printf ("%s-%s", name, revision) : g_strdup (name);
  g_autofree char *anchor = make_anchor (shown, anchors);
  g_autofree char *time = strlen (announced) >= strlen ("2025-10-01T20:36")
                              ? g_strndup (announced + strlen ("2025-10-01T"), strlen ("20:36"))
                              : g_strdup ("");

  nk_view_copy (view, document, "number");
  if (nk_view_text (view, "title")[0] == '\0')
    json_object_set_new (view, "title", nk_data_text (shown)); /* a heading has to say something */
  json_object_set_new (view, "document", nk_data_text (shown));
  json_object_set_new (view, "anchor", nk_data_text (anchor));
  json_object_set_new (view, "announced_time", nk_data_text (time));
}

static void
set_links (json_t *view, json_t *document)
{
  json_t *urls = json_object (), *known = json_object_get (document, "urls");

  for (gsize i = 0; i < G_N_ELEMENTS (url_keys); i++)
    nk_view_copy (urls, known, url_keys[i]);
  json_object_set_new (view, "urls", urls);
  json_object_set_new (view, "subseries", subseries_links (json_object_get (document, "subseries")));
  json_object_set_new (view, "obsoletes", rfc_links (json_object_get (document, "obsoletes")));
  json_object_set_new (view, "updates", rfc_links (json_object_get (document, "updates")));
}

json_t *
nk_view_document (const NkTemplates *templates, json_t *document, const char *separator, GHashTable *anchors, GError **error)
{
  json_auto_t *view = json_object ();
  g_autofree char *authors = nk_view_join (json_object_get (document, "authors"), separator);

  for (gsize i = 0; i < G_N_ELEMENTS (plain_keys); i++)
    nk_view_copy (view, document, plain_keys[i]);
  set_identity (view, document, anchors);
  set_links (view, document);
  json_object_set_new (view, "summary", nk_view_summary (json_object_get (document, "summary")));
  json_object_set_new (view, "authors_text", nk_data_text (authors));
  set_kind_label (view);
  if (!set_chosen_word (view, "change_text", templates, "change.", nk_view_text (view, "change"), view, error)
      || !set_chosen_word (view, "standing_text", templates, "standing.", nk_view_text (view, "standing"), view, error)
      || !set_word_if (view, "stream_text", "stream", templates, "stream", view, error)
      || !set_word_if (view, "pages_text", "pages", templates, "pages", view, error) || !set_group_texts (view, templates, error)
      || !set_changed_text (view, templates, error))
    return NULL;
  return json_incref (view);
}

/* `no problem` is worded by action.no_problem. */
static char *
action_word (const char *action)
{
  char *word = g_strconcat ("action.", action, NULL);

  return g_strdelimit (word, " ", '_');
}

json_t *
nk_view_other (const NkTemplates *templates, json_t *other, const char *separator, GError **error)
{
  static const char *const keys[]
      = { "kind", "subject", "title", "documents", "ends", "url", "action", "level", "group", "announced", "message_ids" };
  json_auto_t *view = json_object ();
  g_autofree char *documents = nk_view_join (json_object_get (other, "documents"), separator);
  const char *action = nk_view_text (other, "action");
  g_autofree char *word = action_word (action);
  gboolean done;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    nk_view_copy (view, other, keys[i]);
  if (nk_view_text (view, "title")[0] == '\0')
    json_object_set (view, "title", json_object_get (view, "subject"));
  json_object_set_new (view, "documents_text", nk_data_text (documents));
  if (nk_word_is_known (word))
    done = nk_view_set_word (view, "action_text", templates, word, NULL, error);
  else
    done = json_object_set_new (view, "action_text", nk_data_text (action)) == 0;
  if (!done || !set_chosen_word (view, "kind_text", templates, "kind.", nk_view_text (view, "kind"), view, error))
    return NULL;
  return json_incref (view);
}
