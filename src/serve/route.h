/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/route.h - every address of the site, as a table: what it looks like, which parameters it has, and what they may be.
 * Floor: serve. The language of the site has addresses without a prefix, the other one stands below /ja/ or /en/. */
#pragma once
#include "ground/day.h"
#include "serve/search_request.h"

typedef enum { NK_LANGUAGE_JA, NK_LANGUAGE_EN, NK_N_LANGUAGES } NkLanguage;
const char *nk_language_code (NkLanguage language);
NkLanguage nk_language_other (NkLanguage language);

/* What can stand between slashes, or in a query. */
typedef enum {
  NK_PARAMETER_YEAR,
  NK_PARAMETER_MONTH,
  NK_PARAMETER_DAY,
  NK_PARAMETER_WEEK,  /* W01..W53 */
  NK_PARAMETER_DRAFT, /* name without revision */
  NK_PARAMETER_RFC,   /* number */
  NK_PARAMETER_GROUP,
  NK_PARAMETER_AREA,
  NK_PARAMETER_AUTHOR,
  NK_PARAMETER_TOPIC,
  NK_PARAMETER_DATE,     /* YYYY-MM-DD */
  NK_PARAMETER_DOCUMENT, /* name of a draft or rfcNNNN */
  NK_N_PARAMETERS
} NkParameter;

typedef enum {
  NK_ROUTE_HOME,
  NK_ROUTE_YEAR,
  NK_ROUTE_MONTH,
  NK_ROUTE_WEEK,
  NK_ROUTE_EDITION,
  NK_ROUTE_DOCUMENT,
  NK_ROUTE_RFC,
  NK_ROUTE_GROUPS,
  NK_ROUTE_GROUP,
  NK_ROUTE_GROUP_YEAR,
  NK_ROUTE_AREA,
  NK_ROUTE_AREA_YEAR,
  NK_ROUTE_AUTHOR,
  NK_ROUTE_AUTHOR_YEAR,
  NK_ROUTE_TOPICS,
  NK_ROUTE_TOPIC,
  NK_ROUTE_TOPIC_YEAR,
  NK_ROUTE_SEARCH,
  NK_ROUTE_ABOUT,
  NK_ROUTE_FEED_ATOM, /* of editions */
  NK_ROUTE_FEED_JSON,
  NK_ROUTE_DOCUMENTS_ATOM,
  NK_ROUTE_DOCUMENTS_JSON,
  NK_ROUTE_GROUP_ATOM,
  NK_ROUTE_GROUP_JSON,
  NK_ROUTE_AREA_ATOM,
  NK_ROUTE_AREA_JSON,
  NK_ROUTE_AUTHOR_ATOM,
  NK_ROUTE_AUTHOR_JSON,
  NK_ROUTE_TOPIC_ATOM,
  NK_ROUTE_TOPIC_JSON,
  NK_ROUTE_SEARCH_ATOM,
  NK_ROUTE_SEARCH_JSON,
  NK_ROUTE_OPML,
  NK_ROUTE_API_EDITION,
  NK_ROUTE_API_DOCUMENT,
  NK_ROUTE_API_LEDGER,
  NK_ROUTE_API_LEDGER_DAY,
  NK_ROUTE_API_DAYS,
  NK_ROUTE_API_SEARCH,
  NK_ROUTE_API_TOPICS,
  NK_ROUTE_API_TOPICS_DAY,
  NK_ROUTE_OPENAPI,
  NK_ROUTE_OPENSEARCH,
  NK_ROUTE_HEALTH,
  NK_ROUTE_STYLE,
  NK_ROUTE_SCRIPT,
  NK_ROUTE_SEARCH_SCRIPT, /* of a site of files */
  NK_ROUTE_ICON,
  NK_ROUTE_ROBOTS,
  NK_N_ROUTES
} NkRouteId;

/* What an address means. */
typedef struct {
  NkRouteId id;
  NkLanguage language;
  char *path;                        /* with its slash, without the prefix of the language; decoded */
  char *parameters[NK_N_PARAMETERS]; /* NULL where the address has none */
  NkSearchRequest *search;           /* of a search; NULL elsewhere */
} NkRoute;
void nk_route_clear (NkRoute *route);

typedef enum {
  NK_ROUTE_FOUND,
  NK_ROUTE_NOT_FOUND, /* no such address, or a parameter that cannot be */
  NK_ROUTE_MOVED,     /* the address is another one: *ret_location */
  NK_ROUTE_MALFORMED, /* no sane address */
} NkRouteResult;

/* `home` is the language without a prefix. *ret_route is set on FOUND only, *ret_location (transfer full) on MOVED only: a path with its query. */
NkRouteResult nk_route_find (const char *url, NkLanguage home, NkRoute *ret_route, char **ret_location);

/* The path of a route with these parameters, percent-encoded, without the prefix of a language: `/doc/draft-x/`. (transfer full) */
char *nk_route_path (NkRouteId id, const char *const parameters[NK_N_PARAMETERS]);

/* The query string that stands for what is searched for: as it was typed on the page that shows it, in its one spelling elsewhere. NULL if there is none.
 * Borrowed. */
const char *nk_route_query (const NkRoute *route);
/* The address of a route: its path with the prefix of its language, and with what is searched for. (transfer full) */
char *nk_route_address (const NkRoute *route, NkLanguage home);

/* TRUE if the route is a page in both languages. */
gboolean nk_route_has_languages (NkRouteId id);

/* The parameters that matter in the query of its addresses, for nk_variance_field. */
const char *const *nk_route_query_keys (NkRouteId id);
/* TRUE if it also answers QUERY. */
gboolean nk_route_takes_content (NkRouteId id);

/* TRUE if `text` could stand in an address as this parameter. */
gboolean nk_route_is_valid (NkParameter parameter, const char *text);

/* A number out of a parameter that is one: year, month, day, RFC, and the week. */
guint nk_route_number (const NkRoute *route, NkParameter parameter);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NkRoute, nk_route_clear)
