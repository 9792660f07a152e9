/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "serve/route.h"

#include "announce/author_name.h"
#include "announce/draft_name.h"
#include "ground/escape.h"
#include "serve/variance.h"

#include <stdlib.h>

#define MAX_SEGMENTS 8
#define MAX_GROUP_BYTES 32
#define MAX_AREA_BYTES 8

static gboolean
is_number (NkSlice text, gsize digits, guint64 minimum, guint64 maximum)
{
  guint64 number = 0;

  return text.length == digits && nk_slice_to_uint (text, maximum, &number) && number >= minimum;
}

static gboolean
is_year (NkSlice text)
{
  return is_number (text, 4, 1970, 9999);
}

static gboolean
is_month (NkSlice text)
{
  return is_number (text, 2, 1, 12);
}

static gboolean
is_day (NkSlice text)
{
  return is_number (text, 2, 1, 31);
}

static gboolean
is_week (NkSlice text)
{
  return text.length == 3 && text.data[0] == 'W' && is_number (nk_slice_from (text, 1), 2, 1, 53);
}

static gboolean
is_draft (NkSlice text)
{
  return nk_draft_name_is_valid (text);
}

static gboolean
is_rfc (NkSlice text)
{
  guint64 number = 0;

  return text.length > 0 && text.data[0] != '0' && nk_slice_to_uint (text, 99999, &number);
}

static gboolean
is_date (NkSlice text)
{
  NkDay day;

  return nk_day_parse (text, &day);
}

static gboolean
is_document (NkSlice text)
{
  return is_draft (text) || (nk_slice_starts (text, NK_SLICE_LITERAL ("rfc")) && is_rfc (nk_slice_from (text, strlen ("rfc"))));
}

/* Lower-case letters and digits, with hyphens between. */
static gboolean
is_word (NkSlice text, gsize most)
{
  for (gsize i = 0; i < text.length; i++)
    if (!g_ascii_islower (text.data[i]) && !g_ascii_isdigit (text.data[i]) && (text.data[i] != '-' || i == 0))
      return FALSE;
  return text.length > 0 && text.length <= most;
}

static gboolean
is_group (NkSlice text)
{
  return is_word (text, MAX_GROUP_BYTES);
}

static gboolean
is_area (NkSlice text)
{
  return is_word (text, MAX_AREA_BYTES);
}

static const struct {
  NkSlice name; /* as it stands in a pattern, behind its colon */
  gboolean (*is_valid) (NkSlice text);
} parameters[NK_N_PARAMETERS] = {
  [NK_PARAMETER_YEAR] = { NK_SLICE_LITERAL ("year"), is_year },
  [NK_PARAMETER_MONTH] = { NK_SLICE_LITERAL ("month"), is_month },
  [NK_PARAMETER_DAY] = { NK_SLICE_LITERAL ("day"), is_day },
  [NK_PARAMETER_WEEK] = { NK_SLICE_LITERAL ("week"), is_week },
  [NK_PARAMETER_DRAFT] = { NK_SLICE_LITERAL ("draft"), is_draft },
  [NK_PARAMETER_RFC] = { NK_SLICE_LITERAL ("rfc"), is_rfc },
  [NK_PARAMETER_GROUP] = { NK_SLICE_LITERAL ("group"), is_group },
  [NK_PARAMETER_AREA] = { NK_SLICE_LITERAL ("area"), is_area },
  [NK_PARAMETER_AUTHOR] = { NK_SLICE_LITERAL ("author"), nk_author_slug_is_valid },
  [NK_PARAMETER_TOPIC] = { NK_SLICE_LITERAL ("topic"), is_group },
  [NK_PARAMETER_DATE] = { NK_SLICE_LITERAL ("date"), is_date },
  [NK_PARAMETER_DOCUMENT] = { NK_SLICE_LITERAL ("document"), is_document },
};

typedef struct {
  const char *pattern;
  gboolean has_languages;
  const char *const *query_keys; /* NULL: what stands behind a question mark makes no difference */
  gboolean takes_content;
} Row;

static const Row rows[NK_N_ROUTES] = {
  [NK_ROUTE_HOME] = { "/", TRUE },
  [NK_ROUTE_YEAR] = { "/:year/", TRUE },
  [NK_ROUTE_MONTH] = { "/:year/:month/", TRUE },
  [NK_ROUTE_WEEK] = { "/:year/:week/", TRUE },
  [NK_ROUTE_EDITION] = { "/:year/:month/:day/", TRUE },
  [NK_ROUTE_DOCUMENT] = { "/doc/:draft/", TRUE },
  [NK_ROUTE_RFC] = { "/rfc/:rfc/", TRUE },
  [NK_ROUTE_GROUPS] = { "/groups/", TRUE },
  [NK_ROUTE_GROUP] = { "/group/:group/", TRUE },
  [NK_ROUTE_GROUP_YEAR] = { "/group/:group/:year/", TRUE },
  [NK_ROUTE_AREA] = { "/area/:area/", TRUE },
  [NK_ROUTE_AREA_YEAR] = { "/area/:area/:year/", TRUE },
  [NK_ROUTE_AUTHOR] = { "/author/:author/", TRUE },
  [NK_ROUTE_AUTHOR_YEAR] = { "/author/:author/:year/", TRUE },
  [NK_ROUTE_TOPICS] = { "/topics/", TRUE },
  [NK_ROUTE_TOPIC] = { "/topic/:topic/", TRUE },
  [NK_ROUTE_TOPIC_YEAR] = { "/topic/:topic/:year/", TRUE },
  [NK_ROUTE_SEARCH] = { "/search/", TRUE, nk_search_parameters, TRUE },
  [NK_ROUTE_ABOUT] = { "/about/", TRUE },
  [NK_ROUTE_FEED_ATOM] = { "/feed.atom", TRUE },
  [NK_ROUTE_FEED_JSON] = { "/feed.json", TRUE },
  [NK_ROUTE_DOCUMENTS_ATOM] = { "/documents.atom", TRUE },
  [NK_ROUTE_DOCUMENTS_JSON] = { "/documents.json", TRUE },
  [NK_ROUTE_GROUP_ATOM] = { "/group/:group/feed.atom", TRUE },
  [NK_ROUTE_GROUP_JSON] = { "/group/:group/feed.json", TRUE },
  [NK_ROUTE_AREA_ATOM] = { "/area/:area/feed.atom", TRUE },
  [NK_ROUTE_AREA_JSON] = { "/area/:area/feed.json", TRUE },
  [NK_ROUTE_AUTHOR_ATOM] = { "/author/:author/feed.atom", TRUE },
  [NK_ROUTE_AUTHOR_JSON] = { "/author/:author/feed.json", TRUE },
  [NK_ROUTE_TOPIC_ATOM] = { "/topic/:topic/feed.atom", TRUE },
  [NK_ROUTE_TOPIC_JSON] = { "/topic/:topic/feed.json", TRUE },
  [NK_ROUTE_SEARCH_ATOM] = { "/search.atom", TRUE, nk_search_feed_parameters },
  [NK_ROUTE_SEARCH_JSON] = { "/search.json", TRUE, nk_search_feed_parameters },
  [NK_ROUTE_OPML] = { "/feeds.opml", TRUE },
  [NK_ROUTE_API_EDITION] = { "/api/v1/edition/:date", TRUE },
  [NK_ROUTE_API_DOCUMENT] = { "/api/v1/document/:document", FALSE },
  [NK_ROUTE_API_LEDGER] = { "/api/v1/ledger", FALSE },
  [NK_ROUTE_API_LEDGER_DAY] = { "/api/v1/ledger/:date", FALSE },
  [NK_ROUTE_API_DAYS] = { "/api/v1/days/:year", FALSE },
  [NK_ROUTE_API_SEARCH] = { "/api/v1/search", TRUE, nk_search_parameters, TRUE },
  [NK_ROUTE_API_TOPICS] = { "/api/v1/topics", TRUE },
  [NK_ROUTE_API_TOPICS_DAY] = { "/api/v1/topics/:date", TRUE },
  [NK_ROUTE_OPENAPI] = { "/api/v1/openapi.json", FALSE },
  [NK_ROUTE_OPENSEARCH] = { "/opensearch.xml", TRUE },
  [NK_ROUTE_HEALTH] = { "/health", FALSE },
  [NK_ROUTE_STYLE] = { "/style.css", FALSE },
  [NK_ROUTE_SCRIPT] = { "/site.js", FALSE },
  [NK_ROUTE_SEARCH_SCRIPT] = { "/search.js", FALSE },
  [NK_ROUTE_ICON] = { "/icon.svg", FALSE },
  [NK_ROUTE_ROBOTS] = { "/robots.txt", FALSE },
};

static const char *const codes[NK_N_LANGUAGES] = { [NK_LANGUAGE_JA] = "ja", [NK_LANGUAGE_EN] = "en" };

const char *
nk_language_code (NkLanguage language)
{
  return codes[language];
}

NkLanguage
nk_language_other (NkLanguage language)
{
  return language == NK_LANGUAGE_JA ? NK_LANGUAGE_EN : NK_LANGUAGE_JA;
}

void
nk_route_clear (NkRoute *route)
{
  g_clear_pointer (&route->path, g_free);
  for (guint i = 0; i < NK_N_PARAMETERS; i++)
    g_clear_pointer (&route->parameters[i], g_free);
  g_clear_pointer (&route->search, nk_search_request_free);
}

gboolean
nk_route_has_languages (NkRouteId id)
{
  return rows[id].has_languages;
}

const char *const *
nk_route_query_keys (NkRouteId id)
{
  static const char *const none[] = { NULL };

  return rows[id].query_keys != NULL ? rows[id].query_keys : none;
}

gboolean
nk_route_takes_content (NkRouteId id)
{
  return rows[id].takes_content;
}

gboolean
nk_route_is_valid (NkParameter parameter, const char *text)
{
  return parameters[parameter].is_valid (nk_slice_text (text));
}

guint
nk_route_number (const NkRoute *route, NkParameter parameter)
{
  const char *text = route->parameters[parameter];

  g_return_val_if_fail (text != NULL, 0);
  return (guint)strtoul (*text == 'W' ? text + 1 : text, NULL, 10);
}

static NkParameter
parameter_by_name (NkSlice name)
{
  guint i = 0;

  while (i < NK_N_PARAMETERS && !nk_slice_equal (name, parameters[i].name))
    i++;
  g_assert (i < NK_N_PARAMETERS); /* the patterns are ours */
  return (NkParameter)i;
}

/* The next segment of `*at`, with the slash before it skipped. FALSE at the end. */
static gboolean
next_segment (const char **at, NkSlice *ret_segment)
{
  if (**at != '/')
    return FALSE;
  *ret_segment = nk_slice (*at + 1, strcspn (*at + 1, "/"));
  *at += 1 + ret_segment->length;
  return TRUE;
}

/* `values` borrow from `path`. */
static gboolean
matches (const char *pattern, const char *path, NkSlice values[NK_N_PARAMETERS])
{
  NkSlice want, have;

  memset (values, 0, NK_N_PARAMETERS * sizeof *values);
  while (next_segment (&pattern, &want)) {
    if (!next_segment (&path, &have))
      return FALSE;
    if (want.length > 0 && want.data[0] == ':') {
      NkParameter parameter = parameter_by_name (nk_slice_from (want, 1));

      if (!parameters[parameter].is_valid (have))
        return FALSE;
      values[parameter] = have;
    } else if (!nk_slice_equal (want, have)) {
      return FALSE;
    }
  }
  return *path == '\0';
}

static gboolean
find_row (const char *path, NkRoute *route)
{
  NkSlice values[NK_N_PARAMETERS];

  for (guint i = 0; i < NK_N_ROUTES; i++) {
    if (!matches (rows[i].pattern, path, values))
      continue;
    route->id = (NkRouteId)i;
    route->path = g_strdup (path);
    for (guint k = 0; k < NK_N_PARAMETERS; k++)
      route->parameters[k] = values[k].data != NULL ? nk_slice_dup (values[k]) : NULL;
    return TRUE;
  }
  return FALSE;
}

/* The language that a path begins with, and the path behind it; N_LANGUAGES if it begins with none. */
static NkLanguage
prefix_language (const char *path, const char **ret_rest)
{
  for (guint i = 0; i < NK_N_LANGUAGES; i++)
    if (path[0] == '/' && strncmp (path + 1, codes[i], 2) == 0 && (path[3] == '/' || path[3] == '\0')) {
      *ret_rest = path[3] == '/' ? path + 3 : "/";
      return (NkLanguage)i;
    }
  *ret_rest = path;
  return NK_N_LANGUAGES;
}

/* Each segment percent-encoded. */
static char *
encode_path (const char *prefix, const char *path)
{
  g_autoptr (GString) encoded = g_string_new (prefix);
  NkSlice segment;

  while (next_segment (&path, &segment)) {
    g_autofree char *text = nk_slice_dup (segment);

    g_string_append_c (encoded, '/');
    nk_escape_url_component (encoded, text);
  }
  return g_string_free (g_steal_pointer (&encoded), FALSE);
}

static char *
location_of (NkLanguage language, NkLanguage home, const char *path, const char *query)
{
  g_autofree char *prefix = language == home ? g_strdup ("") : g_strconcat ("/", codes[language], NULL);
  g_autofree char *encoded = encode_path (prefix, path);

  return query != NULL ? g_strconcat (encoded, "?", query, NULL) : g_steal_pointer (&encoded);
}

const char *
nk_route_query (const NkRoute *route)
{
  const char *query = "";

  if (route->search != NULL)
    query = route->id == NK_ROUTE_SEARCH ? route->search->address : route->search->canonical;
  return *query != '\0' ? query : NULL;
}

char *
nk_route_address (const NkRoute *route, NkLanguage home)
{
  return location_of (route->language, home, route->path, nk_route_query (route));
}

static NkSearchRequest *
read_query (NkRouteId id, const char *query)
{
  g_autofree char *reduced = NULL;

  if (rows[id].query_keys == NULL)
    return NULL;
  reduced = nk_variance_reduce (rows[id].query_keys, nk_slice_text (query));
  return nk_search_request_from_form (reduced);
}

/* Only what may stand in a header of ours goes back into one. */
static gboolean
is_plain_query (const char *query)
{
  for (; query != NULL && *query != '\0'; query++)
    if (!g_ascii_isgraph (*query) || *query == '"' || *query == '<' || *query == '>')
      return FALSE;
  return TRUE;
}

NkRouteResult
nk_route_find (const char *url, NkLanguage home, NkRoute *ret_route, char **ret_location)
{
  g_autofree char *path = NULL, *query = NULL, *slashed = NULL;
  g_auto (NkRoute) route = { 0 };
  const char *rest = NULL;
  NkLanguage language;

  if (!nk_http_url_split (url, &path, &query) || !is_plain_query (query))
    return NK_ROUTE_MALFORMED;
  language = prefix_language (path, &rest);
  if (g_str_has_suffix (rest, "/"))
    slashed = g_strdup (rest);
  else if (!find_row (rest, &route))
    slashed = g_strconcat (rest, "/", NULL);
  if (slashed != NULL && !find_row (slashed, &route))
    return NK_ROUTE_NOT_FOUND;
  if (language != NK_N_LANGUAGES && !rows[route.id].has_languages)
    return NK_ROUTE_NOT_FOUND;
  route.language = language == NK_N_LANGUAGES ? home : language;
  if (language == home || strcmp (route.path, rest) != 0) {
    *ret_location = location_of (route.language, home, route.path, query);
    return NK_ROUTE_MOVED;
  }
  if (language != NK_N_LANGUAGES && path[3] == '\0') { /* `/en` */
    *ret_location = location_of (route.language, home, "/", query);
    return NK_ROUTE_MOVED;
  }
  route.search = read_query (route.id, query);
  *ret_route = route;
  memset (&route, 0, sizeof route);
  return NK_ROUTE_FOUND;
}

char *
nk_route_path (NkRouteId id, const char *const values[NK_N_PARAMETERS])
{
  g_autoptr (GString) path = g_string_new (NULL);
  const char *pattern = rows[id].pattern;
  NkSlice segment;

  while (next_segment (&pattern, &segment)) {
    g_string_append_c (path, '/');
    if (segment.length > 0 && segment.data[0] == ':') {
      const char *value = values[parameter_by_name (nk_slice_from (segment, 1))];

      g_assert (value != NULL);
      nk_escape_url_component (path, value);
    } else {
      g_string_append_len (path, segment.data, (gssize)segment.length);
    }
  }
  return g_string_free (g_steal_pointer (&path), FALSE);
}
