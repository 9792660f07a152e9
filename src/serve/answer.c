/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "serve/answer.h"

#include "serve/api.h"
#include "serve/feed.h"
#include "serve/variance.h"

#include <xxhash.h>

#define USUAL_PAGE_BYTES (60u << 10) /* room for most pages, so that they are not moved while they grow */
#define MAX_TAGS 64                  /* members of If-None-Match that are looked at */

#define KEEP_PAGE "public, max-age=60"
#define KEEP_FILE "public, max-age=86400" /* its address changes with it */
#define KEEP_NOT "no-store"

#define HTML "text/html; charset=utf-8"
#define JSON "application/json"

struct _NkAnswer {
  NkHttpStatus status;
  const char *media_type;
  const char *cache_control;
  gboolean is_shared;
  const char *accept_query;   /* (nullable) */
  const char *no_vary_search; /* (nullable) interned */
  char *etag;
  GMutex lock; /* of the encoded bodies, which are made when first asked for */
  GBytes *bodies[NK_N_ENCODINGS];
  gboolean is_tried[NK_N_ENCODINGS];
  NkHttpPlace places[NK_N_ENCODINGS];
};

/* How each route is answered: a page, something made like a page but of another type, or a file of the site. */
typedef struct {
  gboolean (*page) (NkPage *page, GError **error);
  NkAnswer *(*file) (const NkSite *site, NkStore *store, NkDay today, GError **ret_fault);
  const char *media_type; /* of what `page` makes */
} Row;

/* Takes `body`. */
static NkAnswer *
answer_new (NkHttpStatus status, const char *media_type, const char *cache_control, GBytes *body)
{
  NkAnswer *answer = g_atomic_rc_box_new0 (NkAnswer);
  XXH128_hash_t hash = XXH3_128bits (g_bytes_get_data (body, NULL), g_bytes_get_size (body));

  answer->status = status;
  answer->media_type = media_type;
  answer->cache_control = cache_control;
  answer->bodies[NK_ENCODING_IDENTITY] = body;
  answer->is_tried[NK_ENCODING_IDENTITY] = TRUE;
  if (status == NK_HTTP_OK)
    answer->etag = g_strdup_printf ("W/\"%016" G_GINT64_MODIFIER "x%016" G_GINT64_MODIFIER "x\"", hash.high64, hash.low64);
  g_mutex_init (&answer->lock);
  return answer;
}

static void
clear_answer (gpointer data)
{
  NkAnswer *answer = data;

  for (guint i = 0; i < NK_N_ENCODINGS; i++) {
    if (answer->places[i].made != NULL)
      answer->places[i].free (answer->places[i].made);
    g_clear_pointer (&answer->bodies[i], g_bytes_unref);
  }
  g_free (answer->etag);
  g_mutex_clear (&answer->lock);
}

NkAnswer *
nk_answer_ref (NkAnswer *answer)
{
  return g_atomic_rc_box_acquire (answer);
}

void
nk_answer_unref (NkAnswer *answer)
{
  if (answer != NULL)
    g_atomic_rc_box_release_full (answer, clear_answer);
}

NkHttpStatus
nk_answer_status (const NkAnswer *answer)
{
  return answer->status;
}

GBytes *
nk_answer_bytes (const NkAnswer *answer)
{
  return answer->bodies[NK_ENCODING_IDENTITY];
}

gsize
nk_answer_size (const NkAnswer *answer)
{
  return 2 * g_bytes_get_size (answer->bodies[NK_ENCODING_IDENTITY]) + 512;
}

/* --- files */

static NkAnswer *
answer_text (NkHttpStatus status, const char *media_type, const char *cache_control, const char *text)
{
  return answer_new (status, media_type, cache_control, g_bytes_new (text, strlen (text)));
}

static NkAnswer *
answer_style (const NkSite *site, NkStore *store, NkDay today, GError **ret_fault)
{
  return answer_new (NK_HTTP_OK, "text/css; charset=utf-8", KEEP_FILE, g_bytes_ref (site->style));
}

static NkAnswer *
answer_script (const NkSite *site, NkStore *store, NkDay today, GError **ret_fault)
{
  return answer_new (NK_HTTP_OK, "text/javascript; charset=utf-8", KEEP_FILE, g_bytes_ref (site->script));
}

static NkAnswer *
answer_search_script (const NkSite *site, NkStore *store, NkDay today, GError **ret_fault)
{
  return answer_new (NK_HTTP_OK, "text/javascript; charset=utf-8", KEEP_FILE, g_bytes_ref (site->search_script));
}

static NkAnswer *
answer_icon (const NkSite *site, NkStore *store, NkDay today, GError **ret_fault)
{
  return answer_new (NK_HTTP_OK, "image/svg+xml", KEEP_FILE, g_bytes_ref (site->icon));
}

static NkAnswer *
answer_robots (const NkSite *site, NkStore *store, NkDay today, GError **ret_fault)
{
  return answer_text (NK_HTTP_OK, "text/plain; charset=utf-8", KEEP_FILE, "User-agent: *\nAllow: /\n");
}

static NkAnswer *
answer_openapi (const NkSite *site, NkStore *store, NkDay today, GError **ret_fault)
{
  NkAnswer *answer = answer_new (NK_HTTP_OK, JSON, KEEP_FILE, g_bytes_ref (site->openapi));

  answer->is_shared = TRUE;
  return answer;
}

/* Whether the database answers. */
static NkAnswer *
answer_health (const NkSite *site, NkStore *store, NkDay today, GError **ret_fault)
{
  NkDay first, last;
  g_autofree char *day = NULL, *text = NULL;

  if (!nk_query_announced_span (store, today, &first, &last, ret_fault))
    return answer_text (NK_HTTP_NOT_READY, "application/json", KEEP_NOT, "{\"status\":\"fault\"}\n");
  day = nk_day_format (last);
  text = g_strdup_printf ("{\"status\":\"ok\",\"latest\":%s%s%s}\n", *day != '\0' ? "\"" : "", *day != '\0' ? day : "null",
                          *day != '\0' ? "\"" : "");
  return answer_text (NK_HTTP_OK, "application/json", KEEP_NOT, text);
}

/* --- feeds */

static gboolean
make_atom (NkPage *page, GError **error)
{
  g_autoptr (NkFeed) feed = nk_feed_make (page, error);

  if (feed != NULL)
    nk_feed_write_atom (feed, page->html.out);
  return feed != NULL;
}

static gboolean
make_json (NkPage *page, GError **error)
{
  g_autoptr (NkFeed) feed = nk_feed_make (page, error);

  if (feed != NULL)
    nk_feed_write_json (feed, page->html.out);
  return feed != NULL;
}

static gboolean
make_opml (NkPage *page, GError **error)
{
  return nk_feed_write_opml (page, page->html.out, error);
}

static gboolean
make_opensearch (NkPage *page, GError **error)
{
  nk_feed_write_opensearch (page, page->html.out);
  return TRUE;
}

static const Row rows[NK_N_ROUTES] = {
  [NK_ROUTE_HOME] = { nk_page_home, NULL, HTML },
  [NK_ROUTE_YEAR] = { nk_page_year, NULL, HTML },
  [NK_ROUTE_MONTH] = { nk_page_month, NULL, HTML },
  [NK_ROUTE_WEEK] = { nk_page_week, NULL, HTML },
  [NK_ROUTE_EDITION] = { nk_page_edition, NULL, HTML },
  [NK_ROUTE_DOCUMENT] = { nk_page_document, NULL, HTML },
  [NK_ROUTE_RFC] = { nk_page_document, NULL, HTML },
  [NK_ROUTE_GROUPS] = { nk_page_groups, NULL, HTML },
  [NK_ROUTE_GROUP] = { nk_page_list, NULL, HTML },
  [NK_ROUTE_GROUP_YEAR] = { nk_page_list, NULL, HTML },
  [NK_ROUTE_AREA] = { nk_page_list, NULL, HTML },
  [NK_ROUTE_AREA_YEAR] = { nk_page_list, NULL, HTML },
  [NK_ROUTE_AUTHOR] = { nk_page_list, NULL, HTML },
  [NK_ROUTE_AUTHOR_YEAR] = { nk_page_list, NULL, HTML },
  [NK_ROUTE_TOPICS] = { nk_page_topics, NULL, HTML },
  [NK_ROUTE_TOPIC] = { nk_page_list, NULL, HTML },
  [NK_ROUTE_TOPIC_YEAR] = { nk_page_list, NULL, HTML },
  [NK_ROUTE_SEARCH] = { nk_page_search, NULL, HTML },
  [NK_ROUTE_ABOUT] = { nk_page_about, NULL, HTML },
  [NK_ROUTE_FEED_ATOM] = { make_atom, NULL, "application/atom+xml; charset=utf-8" },
  [NK_ROUTE_FEED_JSON] = { make_json, NULL, "application/feed+json" },
  [NK_ROUTE_DOCUMENTS_ATOM] = { make_atom, NULL, "application/atom+xml; charset=utf-8" },
  [NK_ROUTE_DOCUMENTS_JSON] = { make_json, NULL, "application/feed+json" },
  [NK_ROUTE_GROUP_ATOM] = { make_atom, NULL, "application/atom+xml; charset=utf-8" },
  [NK_ROUTE_GROUP_JSON] = { make_json, NULL, "application/feed+json" },
  [NK_ROUTE_AREA_ATOM] = { make_atom, NULL, "application/atom+xml; charset=utf-8" },
  [NK_ROUTE_AREA_JSON] = { make_json, NULL, "application/feed+json" },
  [NK_ROUTE_AUTHOR_ATOM] = { make_atom, NULL, "application/atom+xml; charset=utf-8" },
  [NK_ROUTE_AUTHOR_JSON] = { make_json, NULL, "application/feed+json" },
  [NK_ROUTE_TOPIC_ATOM] = { make_atom, NULL, "application/atom+xml; charset=utf-8" },
  [NK_ROUTE_TOPIC_JSON] = { make_json, NULL, "application/feed+json" },
  [NK_ROUTE_SEARCH_ATOM] = { make_atom, NULL, "application/atom+xml; charset=utf-8" },
  [NK_ROUTE_SEARCH_JSON] = { make_json, NULL, "application/feed+json" },
  [NK_ROUTE_OPML] = { make_opml, NULL, "text/x-opml; charset=utf-8" },
  [NK_ROUTE_API_EDITION] = { nk_api_edition, NULL, JSON },
  [NK_ROUTE_API_DOCUMENT] = { nk_api_document, NULL, JSON },
  [NK_ROUTE_API_LEDGER] = { nk_api_ledger, NULL, JSON },
  [NK_ROUTE_API_LEDGER_DAY] = { nk_api_ledger_day, NULL, JSON },
  [NK_ROUTE_API_DAYS] = { nk_api_days, NULL, JSON },
  [NK_ROUTE_API_SEARCH] = { nk_api_search, NULL, JSON },
  [NK_ROUTE_API_TOPICS] = { nk_api_topics, NULL, JSON },
  [NK_ROUTE_API_TOPICS_DAY] = { nk_api_topics, NULL, JSON },
  [NK_ROUTE_OPENSEARCH] = { make_opensearch, NULL, "application/opensearchdescription+xml; charset=utf-8" },
  [NK_ROUTE_OPENAPI] = { NULL, answer_openapi, NULL },
  [NK_ROUTE_HEALTH] = { NULL, answer_health, NULL },
  [NK_ROUTE_STYLE] = { NULL, answer_style, NULL },
  [NK_ROUTE_SCRIPT] = { NULL, answer_script, NULL },
  [NK_ROUTE_SEARCH_SCRIPT] = { NULL, answer_search_script, NULL },
  [NK_ROUTE_ICON] = { NULL, answer_icon, NULL },
  [NK_ROUTE_ROBOTS] = { NULL, answer_robots, NULL },
};

/* --- pages */

static NkHttpStatus
status_of (const GError *error)
{
  if (g_error_matches (error, NK_ERROR, NK_ERROR_NOT_FOUND))
    return NK_HTTP_NOT_FOUND;
  if (g_error_matches (error, NK_ERROR, NK_ERROR_STORE) || g_error_matches (error, NK_ERROR, NK_ERROR_CONFLICT))
    return NK_HTTP_NOT_READY;
  return NK_HTTP_FAULT;
}

NkAnswer *
nk_answer_error (const NkSite *site, NkLanguage language, NkHttpStatus status)
{
  char slash[] = "/";
  NkRoute route = { .id = NK_ROUTE_HOME, .language = language, .path = slash };
  GString *text = g_string_new (NULL);
  g_auto (NkPage) page = { .site = site, .route = &route, .links = NK_LINKS_ABSOLUTE };

  nk_html_writer_init (&page.html, text);
  nk_page_error (&page, status);
  return answer_new (status, HTML, KEEP_NOT, g_string_free_to_bytes (text));
}

/* What a program asks is answered to a program. `reason` is nullable. */
static NkAnswer *
answer_json_error (NkHttpStatus status, const char *reason)
{
  json_auto_t *json = json_pack ("{s:i, s:s}", "status", (int)status, "error", nk_http_reason (status));
  g_autofree char *whole = NULL;
  char *text;
  NkAnswer *answer;

  if (reason != NULL)
    json_object_set_new (json, "reason", json_string (reason));
  text = json_dumps (json, JSON_COMPACT);
  whole = g_strconcat (text, "\n", NULL);
  free (text);
  answer = answer_text (status, JSON, KEEP_NOT, whole);
  answer->is_shared = TRUE;
  return answer;
}

NkAnswer *
nk_answer_error_of (const NkSite *site, const NkRoute *route, NkHttpStatus status)
{
  if (g_strcmp0 (rows[route->id].media_type, JSON) == 0)
    return answer_json_error (status, NULL);
  return nk_answer_error (site, route->language, status);
}

gboolean
nk_answer_is_shared (NkRouteId id)
{
  return id == NK_ROUTE_OPENAPI || (rows[id].page != NULL && strcmp (rows[id].media_type, HTML) != 0);
}

/* Feeds and programs ask something, or are told that they did not; NULL if all is well. The page of the search says it itself. */
static NkAnswer *
refuse_search (const NkSite *site, const NkRoute *route)
{
  const NkSearchRequest *search = route->search;
  NkHttpStatus status;

  if (search == NULL || search->query != NULL || route->id == NK_ROUTE_SEARCH)
    return NULL;
  status = search->fault != NULL ? search->status : NK_HTTP_BAD_REQUEST;
  if (strcmp (rows[route->id].media_type, JSON) != 0)
    return nk_answer_error (site, route->language, status);
  return answer_json_error (status, search->fault != NULL ? search->fault : "Nothing is asked: there is no \"q\".");
}

/* A page that was made. Takes `text`. */
static NkAnswer *
answer_page (const NkRoute *route, GString *text)
{
  NkHttpStatus status = route->search != NULL ? route->search->status : NK_HTTP_OK;
  NkAnswer *answer
      = answer_new (status, rows[route->id].media_type, status == NK_HTTP_OK ? KEEP_PAGE : KEEP_NOT, g_string_free_to_bytes (text));

  answer->is_shared = nk_answer_is_shared (route->id);
  if (status == NK_HTTP_OK) {
    g_autofree char *field = nk_variance_field (nk_route_query_keys (route->id));

    answer->no_vary_search = g_intern_string (field);
  }
  return answer;
}

/* All questions of a page see one state of the store. */
static gboolean
make_page (NkPage *page, GError **error)
{
  gboolean is_good;

  if (!nk_query_snapshot_begin (page->store, error))
    return FALSE;
  is_good = rows[page->route->id].page (page, error);
  nk_query_snapshot_end (page->store);
  return is_good;
}

static NkAnswer *
make_from_store (NkPage *page, GError **ret_fault)
{
  g_autoptr (GString) text = g_string_sized_new (USUAL_PAGE_BYTES);
  g_autoptr (GError) error = NULL;
  NkHttpStatus status;

  nk_html_writer_init (&page->html, text);
  if (make_page (page, &error))
    return answer_page (page->route, g_steal_pointer (&text));
  status = status_of (error);
  if (status != NK_HTTP_NOT_FOUND)
    g_propagate_error (ret_fault, g_steal_pointer (&error));
  return nk_answer_error_of (page->site, page->route, status);
}

NkAnswer *
nk_answer_make (const NkAnswerOptions *options, GError **ret_fault)
{
  const NkSite *site = options->site;
  const Row *row = &rows[options->route->id];
  g_auto (NkPage) page = { .site = site,
                           .store = options->store,
                           .memo = options->memo,
                           .route = options->route,
                           .links = options->links,
                           .today = options->today,
                           .on_link = options->on_link,
                           .on_link_data = options->on_link_data };
  NkAnswer *answer;

  if (row->file != NULL)
    return row->file (site, options->store, options->today, ret_fault);
  answer = refuse_search (site, options->route);
  if (answer == NULL)
    answer = make_from_store (&page, ret_fault);
  if (nk_route_takes_content (options->route->id))
    answer->accept_query = NK_SEARCH_ACCEPT_QUERY;
  return answer;
}

/* --- responses */

/* The body in `encoding`, NULL if there is none that is shorter. Borrowed. */
static GBytes *
encoded_body (NkAnswer *answer, NkEncoding encoding)
{
  GBytes *body;

  g_mutex_lock (&answer->lock);
  if (!answer->is_tried[encoding]) {
    answer->bodies[encoding] = nk_encoding_apply (encoding, answer->bodies[NK_ENCODING_IDENTITY]);
    answer->is_tried[encoding] = TRUE;
  }
  body = answer->bodies[encoding];
  g_mutex_unlock (&answer->lock);
  return body;
}

/* Weak comparison (RFC 9110 §13.1.2): W/ does not matter. */
static gboolean
has_tag (const char *if_none_match, const char *etag)
{
  NkSlice rest = nk_slice_trim (nk_slice_text (if_none_match)), own = nk_slice_from (nk_slice_text (etag), strlen ("W/"));

  if (nk_slice_equal (rest, NK_SLICE_LITERAL ("*")))
    return TRUE;
  for (guint n = 0; rest.length > 0 && n < MAX_TAGS; n++) {
    gssize comma = nk_slice_find_char (rest, ',');
    NkSlice tag = nk_slice_trim (comma < 0 ? rest : nk_slice_first (rest, (gsize)comma));

    if (nk_slice_starts (tag, NK_SLICE_LITERAL ("W/")))
      tag = nk_slice_from (tag, strlen ("W/"));
    if (nk_slice_equal (tag, own))
      return TRUE;
    rest = comma < 0 ? NK_SLICE_EMPTY : nk_slice_from (rest, (gsize)comma + 1);
  }
  return FALSE;
}

NkHttpResponse *
nk_answer_respond (NkAnswer *answer, const NkHttpRequest *request)
{
  NkHttpResponse *response = g_new0 (NkHttpResponse, 1);
  NkEncoding encoding = nk_encoding_choose (request->accept_encoding);
  GBytes *body;

  response->status = answer->status;
  response->etag = g_strdup (answer->etag);
  response->cache_control = answer->cache_control;
  response->is_shared = answer->is_shared;
  response->accept_query = answer->accept_query;
  response->no_vary_search = answer->no_vary_search;
  response->is_uncoded = answer->status == NK_HTTP_MEDIA_TYPE && request->content_encoding != NULL;
  response->varies = TRUE;
  response->is_page = strcmp (answer->media_type, HTML) == 0;
  response->retry_after_s = answer->status == NK_HTTP_NOT_READY ? 10 : 0;
  if (answer->etag != NULL && request->if_none_match != NULL && has_tag (request->if_none_match, answer->etag)) {
    response->status = NK_HTTP_NOT_MODIFIED;
    return response;
  }
  response->media_type = answer->media_type;
  body = encoded_body (answer, encoding);
  if (body != NULL)
    response->encoding = nk_encoding_name (encoding);
  response->body = g_bytes_ref (body != NULL ? body : answer->bodies[NK_ENCODING_IDENTITY]);
  if (!response->is_uncoded) {
    response->place = &answer->places[body != NULL ? encoding : NK_ENCODING_IDENTITY];
    response->holder = nk_answer_ref (answer);
    response->release = (GDestroyNotify)nk_answer_unref;
  }
  return response;
}
