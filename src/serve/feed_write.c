/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/feed_write.c - feeds as Atom, JSON and OPML; and the description of the search. The writer of HTML escapes for XML too: text and attributes know no other special characters there. */
#include "serve/feed.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"

static void
write_text (NkHtmlWriter *xml, const char *name, const char *text)
{
  nk_html_open (xml, name, NULL);
  nk_html_text (xml, text);
  nk_html_close (xml, name);
  nk_html_newline (xml);
}

static void
write_link (NkHtmlWriter *xml, const char *relation, const char *type, const char *url)
{
  nk_html_open (xml, "link", "rel", relation, "type", type, "href", url, NULL);
  nk_html_close (xml, "link");
  nk_html_newline (xml);
}

static void
write_instant (NkHtmlWriter *xml, gint64 unix_s)
{
  g_autofree char *text = nk_day_format_instant (unix_s);

  write_text (xml, "updated", text);
}

/* An author without a name is none (RFC 4287 §3.2.1 asks for one). */
static void
write_author (NkHtmlWriter *xml, const char *name)
{
  if (*name == '\0')
    return;
  nk_html_open (xml, "author", NULL);
  nk_html_open (xml, "name", NULL);
  nk_html_text (xml, name);
  nk_html_close (xml, "name");
  nk_html_close (xml, "author");
  nk_html_newline (xml);
}

static void
write_entry (NkHtmlWriter *xml, const NkFeedEntry *entry)
{
  nk_html_open (xml, "entry", NULL);
  nk_html_newline (xml);
  write_text (xml, "id", entry->id);
  write_text (xml, "title", entry->title);
  write_instant (xml, entry->updated_unix_s);
  write_link (xml, "alternate", "text/html", entry->url);
  for (char **author = entry->authors; author != NULL && *author != NULL; author++)
    write_author (xml, *author);
  nk_html_open (xml, "summary", "xml:lang", entry->summary_language, NULL);
  nk_html_text (xml, entry->summary);
  nk_html_close (xml, "summary");
  nk_html_newline (xml);
  nk_html_close (xml, "entry");
  nk_html_newline (xml);
}

void
nk_feed_write_atom (const NkFeed *feed, GString *out)
{
  NkHtmlWriter xml;

  nk_html_writer_init (&xml, out);
  g_string_append (out, DECLARATION);
  nk_html_open (&xml, "feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", feed->language, NULL);
  nk_html_newline (&xml);
  write_text (&xml, "id", feed->id);
  write_text (&xml, "title", feed->title);
  write_instant (&xml, feed->entries->len > 0 ? ((const NkFeedEntry *)feed->entries->pdata[0])->updated_unix_s : 0);
  write_link (&xml, "self", "application/atom+xml", feed->self_url);
  write_link (&xml, "alternate", "text/html", feed->home_url);
  write_author (&xml, "nikkan");
  for (guint i = 0; i < feed->entries->len; i++)
    write_entry (&xml, feed->entries->pdata[i]);
  nk_html_close (&xml, "feed");
  nk_html_newline (&xml);
}

static json_t *
entry_json (const NkFeedEntry *entry)
{
  g_autofree char *updated = nk_day_format_instant (entry->updated_unix_s);
  json_t *item = json_object (), *authors = json_array ();

  json_object_set_new (item, "id", json_string (entry->id));
  json_object_set_new (item, "url", json_string (entry->url));
  json_object_set_new (item, "title", json_string (entry->title));
  json_object_set_new (item, "content_text", json_string (entry->summary));
  json_object_set_new (item, "language", json_string (entry->summary_language));
  json_object_set_new (item, "date_published", json_string (updated));
  for (char **author = entry->authors; author != NULL && *author != NULL; author++)
    if (**author != '\0')
      json_array_append_new (authors, json_pack ("{s:s}", "name", *author));
  if (json_array_size (authors) > 0)
    json_object_set (item, "authors", authors);
  json_decref (authors);
  return item;
}

void
nk_feed_write_json (const NkFeed *feed, GString *out)
{
  json_auto_t *json = json_object ();
  json_t *items = json_array ();
  char *text;

  json_object_set_new (json, "version", json_string ("https://jsonfeed.org/version/1.1"));
  json_object_set_new (json, "title", json_string (feed->title));
  json_object_set_new (json, "home_page_url", json_string (feed->home_url));
  json_object_set_new (json, "feed_url", json_string (feed->self_url));
  json_object_set_new (json, "language", json_string (feed->language));
  json_object_set_new (json, "items", items);
  for (guint i = 0; i < feed->entries->len; i++)
    json_array_append_new (items, entry_json (feed->entries->pdata[i]));
  text = json_dumps (json, JSON_INDENT (1) | JSON_PRESERVE_ORDER);
  g_string_append (out, text);
  g_string_append_c (out, '\n');
  free (text);
}

/* --- OPML */

static void
write_outline (NkPage *page, NkHtmlWriter *xml, const char *title, NkRouteId atom, NkRouteId home, const char *const *parameters)
{
  g_autofree char *feed = nk_route_path (atom, parameters), *path = nk_route_path (home, parameters);
  g_autofree char *feed_url = nk_feed_url (page, feed), *url = nk_feed_url (page, path);

  nk_html_open (xml, "outline", "type", "rss", "text", title, "title", title, "xmlUrl", feed_url, "htmlUrl", url, NULL);
  nk_html_close (xml, "outline");
  nk_html_newline (xml);
}

static gboolean
write_keys (NkPage *page, NkHtmlWriter *xml, NkListBy by, NkParameter parameter, NkRouteId atom, NkRouteId home, GError **error)
{
  g_autoptr (GPtrArray) keys = nk_query_list_keys (page->store, by, error);

  for (guint i = 0; keys != NULL && i < keys->len; i++) {
    const NkListKey *key = keys->pdata[i];
    const char *values[NK_N_PARAMETERS] = { NULL };
    g_autofree char *title = NULL;

    if (!nk_route_is_valid (parameter, key->key))
      continue;
    values[parameter] = key->key;
    title = nk_page_list_title (page, by, key->key, error);
    if (title == NULL)
      return FALSE;
    write_outline (page, xml, title, atom, home, values);
  }
  return keys != NULL;
}

gboolean
nk_feed_write_opml (NkPage *page, GString *out, GError **error)
{
  const char *const none[NK_N_PARAMETERS] = { NULL };
  NkHtmlWriter xml;
  gboolean is_good;

  nk_html_writer_init (&xml, out);
  g_string_append (out, DECLARATION);
  nk_html_open (&xml, "opml", "version", "2.0", NULL);
  nk_html_newline (&xml);
  nk_html_open (&xml, "head", NULL);
  write_text (&xml, "title", nk_page_word (page, NK_WORD_SITE_NAME));
  nk_html_close (&xml, "head");
  nk_html_newline (&xml);
  nk_html_open (&xml, "body", NULL);
  nk_html_newline (&xml);
  write_outline (page, &xml, nk_page_word (page, NK_WORD_FEED_EDITIONS), NK_ROUTE_FEED_ATOM, NK_ROUTE_HOME, none);
  write_outline (page, &xml, nk_page_word (page, NK_WORD_FEED_DOCUMENTS), NK_ROUTE_DOCUMENTS_ATOM, NK_ROUTE_HOME, none);
  is_good = write_keys (page, &xml, NK_LIST_TOPIC, NK_PARAMETER_TOPIC, NK_ROUTE_TOPIC_ATOM, NK_ROUTE_TOPIC, error)
            && write_keys (page, &xml, NK_LIST_AREA, NK_PARAMETER_AREA, NK_ROUTE_AREA_ATOM, NK_ROUTE_AREA, error)
            && write_keys (page, &xml, NK_LIST_GROUP, NK_PARAMETER_GROUP, NK_ROUTE_GROUP_ATOM, NK_ROUTE_GROUP, error);
  nk_html_close (&xml, "body");
  nk_html_newline (&xml);
  nk_html_close (&xml, "opml");
  nk_html_newline (&xml);
  return is_good;
}

/* --- OpenSearch */

static void
write_template (NkPage *page, NkHtmlWriter *xml, const char *type, const char *relation, NkRouteId id)
{
  const char *const none[NK_N_PARAMETERS] = { NULL };
  g_autofree char *path = nk_route_path (id, none), *url = nk_feed_url (page, path);
  g_autofree char *whole = g_strconcat (url, "?q={searchTerms}", NULL);

  nk_html_open (xml, "Url", "type", type, "rel", relation, "template", whole, NULL);
  nk_html_close (xml, "Url");
  nk_html_newline (xml);
}

void
nk_feed_write_opensearch (NkPage *page, GString *out)
{
  g_autofree char *icon = g_strconcat (page->site->feed_base, "/icon.svg", NULL);
  NkHtmlWriter xml;

  nk_html_writer_init (&xml, out);
  g_string_append (out, DECLARATION);
  nk_html_open (&xml, "OpenSearchDescription", "xmlns", "http://a9.com/-/spec/opensearch/1.1/", NULL);
  nk_html_newline (&xml);
  write_text (&xml, "ShortName", nk_page_word (page, NK_WORD_SITE_NAME)); /* at most 16 characters, the specification says */
  write_text (&xml, "Description", nk_page_word (page, NK_WORD_SITE_SEARCH_SHORT));
  write_template (page, &xml, "text/html", "results", NK_ROUTE_SEARCH);
  write_template (page, &xml, "application/atom+xml", "results", NK_ROUTE_SEARCH_ATOM);
  write_text (&xml, "Language", nk_language_code (page->route->language));
  write_text (&xml, "InputEncoding", "UTF-8");
  write_text (&xml, "OutputEncoding", "UTF-8");
  nk_html_open (&xml, "Image", "type", "image/svg+xml", NULL);
  nk_html_text (&xml, icon);
  nk_html_close (&xml, "Image");
  nk_html_newline (&xml);
  nk_html_close (&xml, "OpenSearchDescription");
  nk_html_newline (&xml);
}
