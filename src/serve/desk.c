/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "serve/desk.h"

#include "serve/answer.h"

#define METHODS "GET, HEAD"
#define METHODS_SHARED "GET, HEAD, OPTIONS"
#define METHODS_QUERY "GET, HEAD, OPTIONS, QUERY"

typedef struct {
  NkAnswer *answer;
  gsize size;
} Kept;

/* What is kept of one kind. There is no end of searches: they have a shelf of their own, so that they never push pages out. */
typedef enum { SHELF_PAGES, SHELF_SEARCHES, N_SHELVES } ShelfId;
typedef struct {
  GQueue order; /* char *, owned by the table: the oldest first */
  gsize bytes, most_bytes;
} Shelf;

/* An open database, and what was kept of its pages. */
typedef struct {
  NkStore *store;
  NkMemo *memo;
} Open;

/* Everything below `lock` is touched under it only. An epoch ends when the database or the site has changed: what was begun before is given out, not kept. */
struct _NkDesk {
  char *database;
  gsize cache_bytes;
  gint64 (*now_unix_s) (void);
  void (*warn) (const char *message);

  GMutex lock;
  NkSite *site;
  guint64 epoch;       /* of answers */
  guint64 store_epoch; /* of open stores */
  GPtrArray *stores;   /* Open *, idle */
  GHashTable *kept;    /* char * -> Kept * */
  Shelf shelves[N_SHELVES];
  NkDay today;

  NkStore *watch; /* of nk_desk_refresh only */
  gint64 generation;
};

static void
open_free (gpointer data)
{
  Open *open = data;

  if (open == NULL)
    return;
  nk_memo_free (open->memo);
  nk_store_free (open->store);
  g_free (open);
}

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  nk_answer_unref (kept->answer);
  g_free (kept);
}

NkDesk *
nk_desk_new (const NkDeskOptions *options, NkSite *site, GError **error)
{
  g_autoptr (NkDesk) desk = g_new0 (NkDesk, 1);

  g_mutex_init (&desk->lock);
  desk->database = g_strdup (options->database);
  desk->cache_bytes = options->cache_bytes;
  desk->shelves[SHELF_SEARCHES].most_bytes = options->cache_bytes / 4;
  desk->shelves[SHELF_PAGES].most_bytes = options->cache_bytes - options->cache_bytes / 4;
  for (guint i = 0; i < N_SHELVES; i++)
    g_queue_init (&desk->shelves[i].order);
  desk->now_unix_s = options->now_unix_s;
  desk->warn = options->warn;
  desk->site = nk_site_ref (site);
  desk->stores = g_ptr_array_new_with_free_func (open_free);
  desk->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, kept_free);
  desk->today = nk_day_of (desk->now_unix_s ());
  desk->watch = nk_store_open (desk->database, NK_STORE_READ, error);
  if (desk->watch == NULL || !nk_query_generation (desk->watch, &desk->generation, error))
    return NULL;
  return g_steal_pointer (&desk);
}

void
nk_desk_free (NkDesk *desk)
{
  if (desk == NULL)
    return;
  for (guint i = 0; i < N_SHELVES; i++)
    g_queue_clear (&desk->shelves[i].order);
  g_hash_table_unref (desk->kept);
  g_ptr_array_unref (desk->stores);
  nk_store_free (desk->watch);
  nk_site_unref (desk->site);
  g_mutex_clear (&desk->lock);
  g_free (desk->database);
  g_free (desk);
}

/* --- kept answers; the lock is held */

static void
drop_kept (NkDesk *desk)
{
  for (guint i = 0; i < N_SHELVES; i++) {
    g_queue_clear (&desk->shelves[i].order);
    desk->shelves[i].bytes = 0;
  }
  g_hash_table_remove_all (desk->kept);
  desk->epoch++;
}

static void
keep (NkDesk *desk, Shelf *shelf, char *key, NkAnswer *answer)
{
  Kept *kept = g_new (Kept, 1);

  *kept = (Kept){ nk_answer_ref (answer), nk_answer_size (answer) };
  shelf->bytes += kept->size;
  g_hash_table_insert (desk->kept, key, kept);
  g_queue_push_tail (&shelf->order, key);
  while (shelf->bytes > shelf->most_bytes && !g_queue_is_empty (&shelf->order)) {
    const char *oldest = g_queue_pop_head (&shelf->order);

    shelf->bytes -= ((const Kept *)g_hash_table_lookup (desk->kept, oldest))->size;
    g_hash_table_remove (desk->kept, oldest);
  }
}

/* --- stores: one for each request under way, kept open between them */

static Open *
take_store (NkDesk *desk, guint64 *ret_epoch, GError **error)
{
  Open *open = NULL;
  NkStore *store;

  g_mutex_lock (&desk->lock);
  *ret_epoch = desk->store_epoch;
  if (desk->stores->len > 0)
    open = g_ptr_array_steal_index_fast (desk->stores, desk->stores->len - 1);
  g_mutex_unlock (&desk->lock);
  if (open != NULL)
    return open;
  store = nk_store_open (desk->database, NK_STORE_READ, error);
  if (store == NULL)
    return NULL;
  open = g_new (Open, 1);
  *open = (Open){ store, nk_memo_new () };
  return open;
}

static void
give_store_back (NkDesk *desk, Open *open, guint64 epoch, gboolean is_sound)
{
  g_mutex_lock (&desk->lock);
  if (is_sound && epoch == desk->store_epoch) {
    g_ptr_array_add (desk->stores, open);
    open = NULL;
  }
  g_mutex_unlock (&desk->lock);
  open_free (open);
}

static void
warn (NkDesk *desk, const char *path, const GError *error)
{
  g_autofree char *line = g_strdup_printf ("%s: %s", path, error->message);

  desk->warn (line);
}

static NkAnswer *
make_answer (NkDesk *desk, NkSite *site, const NkRoute *route, guint64 epoch, NkDay today)
{
  g_autoptr (GError) error = NULL;
  guint64 store_epoch = 0;
  Open *open = take_store (desk, &store_epoch, &error);
  NkAnswerOptions options = { .site = site, .route = route, .links = NK_LINKS_ABSOLUTE, .today = today };
  NkAnswer *answer;

  if (open == NULL) {
    warn (desk, route->path, error);
    return nk_answer_error_of (site, route, NK_HTTP_NOT_READY);
  }
  nk_memo_begin (open->memo, epoch, site);
  options.store = open->store;
  options.memo = open->memo;
  answer = nk_answer_make (&options, &error);
  if (error != NULL)
    warn (desk, route->path, error);
  give_store_back (desk, open, store_epoch, error == NULL);
  return answer;
}

/* Health is asked of the database each time; what is wrong with a search is different each time. */
static gboolean
may_be_kept (const NkDesk *desk, const NkRoute *route)
{
  return desk->cache_bytes > 0 && route->id != NK_ROUTE_HEALTH && (route->search == NULL || route->search->fault == NULL);
}

/* What asks the same has the same key, whatever the order of its parameters, and however many nobody reads. */
static char *
key_of (const NkRoute *route)
{
  return g_strconcat (nk_language_code (route->language), route->path, "?", nk_route_query (route), NULL);
}

/* NULL if `at_once` is, and the answer would have to be searched for. */
static NkAnswer *
find_answer (NkDesk *desk, NkSite *site, const NkRoute *route, gboolean at_once)
{
  g_autofree char *key = key_of (route);
  const Kept *kept = NULL;
  NkAnswer *answer = NULL;
  guint64 epoch;
  NkDay today;

  g_mutex_lock (&desk->lock);
  kept = site == desk->site && may_be_kept (desk, route) ? g_hash_table_lookup (desk->kept, key) : NULL;
  answer = kept != NULL ? nk_answer_ref (kept->answer) : NULL;
  epoch = desk->epoch;
  today = desk->today;
  g_mutex_unlock (&desk->lock);
  if (answer != NULL || (at_once && route->search != NULL && route->search->query != NULL))
    return answer;
  answer = make_answer (desk, site, route, epoch, today);
  if (!may_be_kept (desk, route) || nk_answer_status (answer) != NK_HTTP_OK)
    return answer;
  g_mutex_lock (&desk->lock);
  if (epoch == desk->epoch && !g_hash_table_contains (desk->kept, key))
    keep (desk, &desk->shelves[route->search != NULL ? SHELF_SEARCHES : SHELF_PAGES], g_steal_pointer (&key), answer);
  g_mutex_unlock (&desk->lock);
  return answer;
}

/* --- requests */

static NkLanguage
language_of_url (const char *url, NkLanguage home)
{
  for (guint i = 0; i < NK_N_LANGUAGES; i++)
    if (url[0] == '/' && strncmp (url + 1, nk_language_code ((NkLanguage)i), 2) == 0 && url[3] == '/')
      return (NkLanguage)i;
  return home;
}

static NkHttpResponse *
respond_error (const NkSite *site, const NkHttpRequest *request, NkLanguage language, NkHttpStatus status)
{
  g_autoptr (NkAnswer) answer = nk_answer_error (site, language, status);

  return nk_answer_respond (answer, request);
}

/* Takes `location`. */
static NkHttpResponse *
respond_moved (char *location)
{
  NkHttpResponse *response = g_new0 (NkHttpResponse, 1);

  response->status = NK_HTTP_MOVED;
  response->location = location;
  response->cache_control = "public, max-age=3600";
  return response;
}

static const char *
methods_of (const NkRoute *route)
{
  if (nk_route_takes_content (route->id))
    return METHODS_QUERY;
  return nk_answer_is_shared (route->id) ? METHODS_SHARED : METHODS;
}

/* Which methods there are; to a script of another site, also whether it may use them. */
static NkHttpResponse *
respond_options (const NkRoute *route, const NkHttpRequest *request)
{
  NkHttpResponse *response = g_new0 (NkHttpResponse, 1);

  response->status = NK_HTTP_NO_CONTENT;
  response->allow = methods_of (route);
  response->accept_query = nk_route_takes_content (route->id) ? NK_SEARCH_ACCEPT_QUERY : NULL;
  response->is_shared = nk_answer_is_shared (route->id);
  response->is_preflight = response->is_shared && request->wanted_method != NULL;
  return response;
}

static NkHttpResponse *
respond_not_allowed (const NkSite *site, const NkRoute *route, const NkHttpRequest *request)
{
  g_autoptr (NkAnswer) answer = nk_answer_error_of (site, route, NK_HTTP_METHOD_NOT_ALLOWED);
  NkHttpResponse *response = nk_answer_respond (answer, request);

  response->allow = methods_of (route);
  response->accept_query = nk_route_takes_content (route->id) ? NK_SEARCH_ACCEPT_QUERY : NULL;
  return response;
}

/* What was asked by QUERY can be asked again by GET, at an address that finds the same as long as nothing new has come (RFC 10008 §2.3, §2.4). */
static void
say_where (NkHttpResponse *response, const NkSite *site, const NkRoute *route)
{
  g_autofree char *address = nk_route_address (route, site->home);

  if ((response->status != NK_HTTP_OK && response->status != NK_HTTP_NOT_MODIFIED) || strlen (address) > NK_HTTP_MAX_URL_BYTES)
    return;
  response->location = g_strdup (address);
  response->content_location = g_steal_pointer (&address);
}

/* NULL if `at_once` is, and the answer would have to be searched for. */
static NkHttpResponse *
answer_route (NkDesk *desk, NkSite *site, const NkHttpRequest *request, NkRoute *route, gboolean at_once)
{
  gboolean is_reading = strcmp (request->method, "GET") == 0 || strcmp (request->method, "HEAD") == 0;
  gboolean is_query = strcmp (request->method, "QUERY") == 0 && nk_route_takes_content (route->id);
  g_autoptr (NkAnswer) answer = NULL;
  NkHttpResponse *response;

  if (strcmp (request->method, "OPTIONS") == 0 && strcmp (methods_of (route), METHODS) != 0)
    return respond_options (route, request);
  if (!is_reading && !is_query)
    return respond_not_allowed (site, route, request);
  if (is_query) {
    nk_search_request_free (route->search);
    route->search = nk_search_request_from_content (request);
  }
  answer = find_answer (desk, site, route, at_once);
  if (answer == NULL)
    return NULL;
  response = nk_answer_respond (answer, request);
  if (is_query)
    say_where (response, site, route);
  return response;
}

static NkHttpResponse *
answer_with (NkDesk *desk, NkSite *site, const NkHttpRequest *request, gboolean at_once)
{
  g_auto (NkRoute) route = { 0 };
  g_autofree char *location = NULL;

  if (strlen (request->url) > NK_HTTP_MAX_URL_BYTES)
    return respond_error (site, request, site->home, NK_HTTP_URL_TOO_LONG);
  switch (nk_route_find (request->url, site->home, &route, &location)) {
  case NK_ROUTE_MALFORMED: return respond_error (site, request, site->home, NK_HTTP_BAD_REQUEST);
  case NK_ROUTE_NOT_FOUND: return respond_error (site, request, language_of_url (request->url, site->home), NK_HTTP_NOT_FOUND);
  case NK_ROUTE_MOVED: return respond_moved (g_steal_pointer (&location));
  case NK_ROUTE_FOUND: break;
  }
  return answer_route (desk, site, request, &route, at_once);
}

static NkSite *
hold_site (NkDesk *desk)
{
  NkSite *site;

  g_mutex_lock (&desk->lock);
  site = nk_site_ref (desk->site);
  g_mutex_unlock (&desk->lock);
  return site;
}

NkHttpResponse *
nk_desk_answer (NkDesk *desk, const NkHttpRequest *request)
{
  g_autoptr (NkSite) site = hold_site (desk);

  return answer_with (desk, site, request, FALSE);
}

NkHttpResponse *
nk_desk_answer_at_once (NkDesk *desk, const NkHttpRequest *request)
{
  g_autoptr (NkSite) site = hold_site (desk);

  return answer_with (desk, site, request, TRUE);
}

NkHttpResponse *
nk_desk_refuse (NkDesk *desk, const char *url, NkHttpStatus status)
{
  g_autoptr (NkSite) site = hold_site (desk);
  g_autofree char *location = NULL;
  g_auto (NkRoute) route = { 0 };
  g_autoptr (NkAnswer) answer = NULL;
  NkHttpRequest request = { NULL };

  if (url == NULL || strlen (url) > NK_HTTP_MAX_URL_BYTES || nk_route_find (url, site->home, &route, &location) != NK_ROUTE_FOUND)
    return respond_error (site, &request, url != NULL ? language_of_url (url, site->home) : site->home, status);
  answer = nk_answer_error_of (site, &route, status);
  return nk_answer_respond (answer, &request);
}

void
nk_desk_refresh (NkDesk *desk)
{
  g_autoptr (GError) error = NULL;
  gint64 generation = desk->generation;
  NkDay today = nk_day_of (desk->now_unix_s ());
  gboolean is_new = desk->watch == NULL; /* whatever was written while nobody watched */

  if (is_new)
    desk->watch = nk_store_open (desk->database, NK_STORE_READ, NULL);
  if (desk->watch != NULL && !nk_query_generation (desk->watch, &generation, &error)) {
    desk->warn (error->message);
    g_clear_pointer (&desk->watch, nk_store_free);
    generation++;
  }
  g_mutex_lock (&desk->lock);
  if (is_new || generation != desk->generation || today != desk->today)
    drop_kept (desk);
  desk->today = today;
  g_mutex_unlock (&desk->lock);
  desk->generation = generation;
}

void
nk_desk_reload (NkDesk *desk, NkSite *site)
{
  g_autoptr (NkSite) before = NULL;

  g_clear_pointer (&desk->watch, nk_store_free);
  g_mutex_lock (&desk->lock);
  before = desk->site;
  desk->site = nk_site_ref (site);
  g_ptr_array_set_size (desk->stores, 0);
  desk->store_epoch++;
  drop_kept (desk);
  g_mutex_unlock (&desk->lock);
}
