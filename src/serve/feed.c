/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/feed.c - what stands in a feed. */
#include "serve/feed.h"

#include "ground/escape.h"

#define MAX_DAYS_BACK 120 /* editions older than these are in no feed */

/* A feed's routes, the page that it belongs to, and what it lists. */
static const struct {
  NkRouteId atom, json, page;
  gboolean is_of_editions;
  NkListBy by;
  NkParameter parameter; /* of by; not used with ALL */
} kinds[] = {
  { NK_ROUTE_FEED_ATOM, NK_ROUTE_FEED_JSON, NK_ROUTE_HOME, TRUE, NK_LIST_ALL, NK_N_PARAMETERS },
  { NK_ROUTE_DOCUMENTS_ATOM, NK_ROUTE_DOCUMENTS_JSON, NK_ROUTE_HOME, FALSE, NK_LIST_ALL, NK_N_PARAMETERS },
  { NK_ROUTE_GROUP_ATOM, NK_ROUTE_GROUP_JSON, NK_ROUTE_GROUP, FALSE, NK_LIST_GROUP, NK_PARAMETER_GROUP },
  { NK_ROUTE_AREA_ATOM, NK_ROUTE_AREA_JSON, NK_ROUTE_AREA, FALSE, NK_LIST_AREA, NK_PARAMETER_AREA },
  { NK_ROUTE_AUTHOR_ATOM, NK_ROUTE_AUTHOR_JSON, NK_ROUTE_AUTHOR, FALSE, NK_LIST_AUTHOR, NK_PARAMETER_AUTHOR },
  { NK_ROUTE_TOPIC_ATOM, NK_ROUTE_TOPIC_JSON, NK_ROUTE_TOPIC, FALSE, NK_LIST_TOPIC, NK_PARAMETER_TOPIC },
  { NK_ROUTE_SEARCH_ATOM, NK_ROUTE_SEARCH_JSON, NK_ROUTE_SEARCH, FALSE, NK_LIST_ALL, NK_N_PARAMETERS },
};

static void
entry_free (gpointer data)
{
  NkFeedEntry *entry = data;

  g_free (entry->id);
  g_free (entry->url);
  g_free (entry->title);
  g_free (entry->summary);
  g_strfreev (entry->authors);
  g_free (entry);
}

void
nk_feed_free (NkFeed *feed)
{
  if (feed == NULL)
    return;
  g_free (feed->id);
  g_free (feed->title);
  g_free (feed->home_url);
  g_free (feed->self_url);
  g_ptr_array_unref (feed->entries);
  g_free (feed);
}

gboolean
nk_feed_routes (NkRouteId page, NkRouteId *ret_atom, NkRouteId *ret_json)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].page == page) {
      *ret_atom = kinds[i].atom;
      *ret_json = kinds[i].json;
      return TRUE;
    }
  return FALSE;
}

char *
nk_feed_url (const NkPage *page, const char *path)
{
  gboolean is_home = page->route->language == page->site->home;
  g_autofree char *whole = is_home ? g_strdup (path) : g_strconcat ("/", nk_language_code (page->route->language), path, NULL);

  if (page->on_link != NULL)
    page->on_link (whole, page->on_link_data);
  return g_strconcat (page->site->feed_base, whole, NULL);
}

/* `tag:HOST,2026:WHAT/LANGUAGE`: the host of the site, without a port. */
static char *
tag_of (const NkPage *page, const char *what)
{
  const char *host = strstr (page->site->feed_base, "://") + strlen ("://");

  return g_strdup_printf ("tag:%.*s,2026:%s/%s", (int)strcspn (host, ":/"), host, what, nk_language_code (page->route->language));
}

static gboolean
add_edition (NkPage *page, NkFeed *feed, const NkDayCount *count, GError **error)
{
  NkListQuery query = { .by = NK_LIST_ALL, .from = count->day, .to = count->day, .limit = 1 };
  g_autoptr (GPtrArray) newest = nk_query_list (page->store, &query, error);
  g_autofree char *day = nk_day_format (count->day), *path = nk_page_path_of_day (count->day), *what = g_strconcat ("edition/", day, NULL);
  NkFeedEntry *entry;

  if (newest == NULL)
    return FALSE;
  entry = g_new0 (NkFeedEntry, 1);
  g_ptr_array_add (feed->entries, entry);
  entry->id = tag_of (page, what);
  entry->url = nk_feed_url (page, path);
  entry->title = nk_page_fill (page, NK_WORD_HOME_READ, "day", day, NULL);
  entry->summary = nk_page_count_text (page, count->internet_drafts, count->rfcs, count->others);
  entry->summary_language = nk_language_code (page->route->language);
  entry->updated_unix_s = newest->len > 0 ? ((const NkListed *)newest->pdata[0])->unix_s : nk_day_start_unix_s (count->day);
  return TRUE;
}

static gboolean
add_editions (NkPage *page, NkFeed *feed, GError **error)
{
  NkDay first, last;
  g_autoptr (GArray) counts = NULL;

  if (!nk_page_span (page, &first, &last, error))
    return FALSE;
  counts = nk_query_day_counts (page->store, last - MAX_DAYS_BACK, last, error);
  if (counts == NULL)
    return FALSE;
  for (guint i = counts->len; i > 0 && feed->entries->len < NK_FEED_MAX_ENTRIES; i--)
    if (!add_edition (page, feed, &g_array_index (counts, NkDayCount, i - 1), error))
      return FALSE;
  return TRUE;
}

static void
add_document (NkPage *page, NkFeed *feed, const NkListed *listed, const NkSummary *summary)
{
  gboolean is_rfc = listed->kind == NK_KIND_RFC;
  g_autofree char *name = is_rfc ? g_strdup_printf ("RFC %u", listed->rfc_number) : g_strconcat (listed->name, "-", listed->revision, NULL);
  g_autofree char *what = g_strconcat ("doc/", is_rfc ? listed->name : name, NULL);
  g_autofree char *path = nk_page_path_of_document (listed->name);
  g_autofree char *place = is_rfc ? g_strdup (path) : g_strconcat (path, "#r", listed->revision, NULL);
  NkFeedEntry *entry = g_new0 (NkFeedEntry, 1);

  g_ptr_array_add (feed->entries, entry);
  entry->id = tag_of (page, what);
  entry->url = nk_feed_url (page, place);
  entry->title = nk_page_fill (page, NK_WORD_FEED_ENTRY, "title", listed->title, "name", name, NULL);
  entry->summary = g_strdup (summary->text);
  entry->summary_language = summary->is_quoted ? "en" : nk_language_code (page->route->language);
  entry->authors = g_strdupv (listed->authors);
  entry->updated_unix_s = listed->unix_s;
}

/* What is no document, only where it was searched for: it has no page of its own, so the entry leads to the mail, or to the edition. */
static gboolean
add_other (NkPage *page, NkFeed *feed, const NkListed *listed, GError **error)
{
  g_autofree char *kind = nk_page_kind_text (page, listed, error), *name = NULL, *what = NULL, *path = nk_page_path_of_day (listed->day);
  NkFeedEntry *entry;

  if (kind == NULL)
    return FALSE;
  name = g_uri_escape_string (listed->name, NULL, FALSE);
  what = g_strdup_printf ("other/%s/%" G_GINT64_FORMAT, name, listed->unix_s);
  entry = g_new0 (NkFeedEntry, 1);
  g_ptr_array_add (feed->entries, entry);
  entry->id = tag_of (page, what);
  entry->url = listed->url != NULL && nk_escape_url_is_safe (listed->url) ? g_strdup (listed->url) : nk_feed_url (page, path);
  entry->title = g_strdup (listed->title);
  entry->summary = g_steal_pointer (&kind);
  entry->summary_language = nk_language_code (page->route->language);
  entry->authors = g_strdupv (listed->authors);
  entry->updated_unix_s = listed->unix_s;
  return TRUE;
}

/* A group of which only other things were announced has an empty feed; NOT_FOUND if nothing was. */
static gboolean
is_known (NkPage *page, NkListQuery query, GError **error)
{
  g_autoptr (GPtrArray) anything = NULL;

  query.documents = FALSE;
  query.limit = 1;
  anything = nk_query_list (page->store, &query, error);
  if (anything != NULL && anything->len == 0)
    g_set_error (error, NK_ERROR, NK_ERROR_NOT_FOUND, "nothing is known of it");
  return anything != NULL && anything->len > 0;
}

/* One entry for each of `listed` (NkListed, with abstracts). */
static gboolean
add_listed (NkPage *page, NkFeed *feed, const GPtrArray *listed, GError **error)
{
  g_autoptr (NkSummaries) summaries = nk_summaries_new (nk_language_code (page->route->language), page->site->shelf, page->store);
  guint n = 0;

  nk_summaries_use_pool (summaries, page->site->pool);
  for (guint i = 0; i < listed->len; i++) {
    const NkListed *one = listed->pdata[i];
    NkSummaryRequest request = { .name = one->name, .title = one->title, .abstract = one->abstract, .standing = one->standing };

    if (one->kind <= NK_KIND_RFC)
      nk_summaries_add (summaries, one->id, &request);
  }
  if (!nk_summaries_make (summaries, error))
    return FALSE;
  for (guint i = 0; i < listed->len; i++) {
    const NkListed *one = listed->pdata[i];

    if (one->kind <= NK_KIND_RFC)
      add_document (page, feed, one, nk_summaries_get (summaries, n++));
    else if (!add_other (page, feed, one, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
add_documents (NkPage *page, NkFeed *feed, NkListBy by, const char *key, GError **error)
{
  NkListQuery query = { .by = by, .key = key, .documents = TRUE, .abstracts = TRUE, .limit = NK_FEED_MAX_ENTRIES };
  g_autoptr (GPtrArray) listed = NULL;

  nk_page_all_days (page, &query.from, &query.to);
  listed = nk_query_list (page->store, &query, error);
  if (listed == NULL || !add_listed (page, feed, listed, error))
    return FALSE;
  return listed->len > 0 || is_known (page, query, error);
}

static gboolean
add_found (NkPage *page, NkFeed *feed, GError **error)
{
  NkSearchOptions options = nk_page_search_options (page);
  g_autoptr (NkSearchResult) result = NULL;
  g_autoptr (GPtrArray) listed = g_ptr_array_new ();

  options.limit = NK_FEED_MAX_ENTRIES;
  options.counts = FALSE;
  options.abstracts = TRUE;
  result = nk_search_run (page->store, &options, error);
  if (result == NULL)
    return FALSE;
  for (guint i = 0; i < result->hits->len; i++)
    g_ptr_array_add (listed, ((const NkSearchHit *)result->hits->pdata[i])->listed);
  return add_listed (page, feed, listed, error);
}

static char *
feed_title (NkPage *page, guint kind, const char *key, GError **error)
{
  const NkSearchRequest *search = page->route->search;
  g_autofree char *title = NULL;

  if (search != NULL)
    title = nk_page_fill (page, NK_WORD_SEARCH_TITLE_OF, "query", nk_search_query_text (search->query), NULL);
  else if (key == NULL)
    return g_strdup (nk_page_word (page, kinds[kind].is_of_editions ? NK_WORD_FEED_EDITIONS : NK_WORD_FEED_DOCUMENTS));
  else
    title = nk_page_list_title (page, kinds[kind].by, key, error);
  return title != NULL ? nk_page_fill (page, NK_WORD_FEED_OF, "title", title, NULL) : NULL;
}

/* A path of the feed's own parameters. */
static char *
path_of (const NkPage *page, NkRouteId id)
{
  g_autofree char *path = nk_route_path (id, (const char *const *)page->route->parameters);

  return page->route->search != NULL ? g_strconcat (path, "?", page->route->search->canonical, NULL) : g_steal_pointer (&path);
}

static gboolean
add_entries (NkPage *page, NkFeed *feed, guint kind, const char *key, GError **error)
{
  if (page->route->search != NULL)
    return add_found (page, feed, error);
  return kinds[kind].is_of_editions ? add_editions (page, feed, error) : add_documents (page, feed, kinds[kind].by, key, error);
}

NkFeed *
nk_feed_make (NkPage *page, GError **error)
{
  g_autoptr (NkFeed) feed = g_new0 (NkFeed, 1);
  g_autofree char *home = NULL, *self = NULL, *other = NULL, *other_url = NULL;
  guint kind = 0;
  const char *key;

  feed->entries = g_ptr_array_new_with_free_func (entry_free);
  while (kinds[kind].atom != page->route->id && kinds[kind].json != page->route->id)
    kind++;
  key = kinds[kind].by != NK_LIST_ALL ? page->route->parameters[kinds[kind].parameter] : NULL;
  home = path_of (page, kinds[kind].page);
  self = path_of (page, page->route->id);
  feed->home_url = nk_feed_url (page, home);
  feed->self_url = nk_feed_url (page, self);
  other = path_of (page, kinds[kind].atom == page->route->id ? kinds[kind].json : kinds[kind].atom);
  other_url = nk_feed_url (page, other); /* the other form, so that whoever follows links finds it */
  feed->id = tag_of (page, self + 1);
  feed->language = nk_language_code (page->route->language);
  if (!add_entries (page, feed, kind, key, error))
    return NULL;
  feed->title = feed_title (page, kind, key, error);
  return feed->title != NULL ? g_steal_pointer (&feed) : NULL;
}
