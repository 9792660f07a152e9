/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/search_request.h - what is asked of a search, out of the query of an address or out of the content of a QUERY (RFC 10008), and its one spelling.
 * Floor: serve. A request is always read into one, also if it is wrong: the page shows what was typed, and says why. */
#pragma once
#include "serve/http.h"
#include "serve/words.h"
#include "store/search.h"

#define NK_SEARCH_HITS 20                          /* on a page */
#define NK_SEARCH_MAX_OFFSET NK_SEARCH_MAX_COUNTED /* 400 beyond */

/* What a QUERY may be written in, as it stands in Accept-Query. */
#define NK_SEARCH_ACCEPT_QUERY "application/x-www-form-urlencoded, application/json"

typedef struct {
  char *text;      /* as it was typed, on one line */
  char *from, *to; /* the days; "" if none are given */
  NkSearchOrder order;
  guint offset;
  NkSearchQuery *query;  /* text and days together; NULL if nothing is asked, or with a fault */
  char *address;         /* `q=TLS&from=2025&order=ranked&offset=20`, as it was typed, but in one order; "" without a query */
  char *canonical;       /* the same with the query in its one spelling: what asks the same has the same; "" without a query */
  char *fault;           /* NULL: all is well; else a sentence in English, of our own making but for what it quotes */
  NkSiteWord fault_word; /* the same in the words of a page, behind `fault_about`; NK_N_SITE_WORDS: no page can ask so */
  char *fault_about;     /* with a fault: the part of the query that is meant, "" for the whole */
  NkHttpStatus status;   /* of the fault; else OK */
} NkSearchRequest;
void nk_search_request_free (NkSearchRequest *request);

/* The parameters that matter, for nk_variance_field and nk_variance_reduce. A feed is always the newest, from the first on. */
extern const char *const nk_search_parameters[];
extern const char *const nk_search_feed_parameters[];

/* Out of a reduced query. A fault is 400. (transfer full) */
NkSearchRequest *nk_search_request_from_form (const char *reduced);

/* Out of the content of a QUERY. A fault is 411, 413, 415; 400 if the content is not what its type says; 422 if it is, but asks nothing that can be
 * answered. (transfer full) */
NkSearchRequest *nk_search_request_from_content (const NkHttpRequest *http);

/* --- query strings that ask something else, as `address` is one. (transfer full) */
/* The same from `offset` on. */
char *nk_search_request_at (const NkSearchRequest *request, guint offset);
/* Narrowed to those days, or with "" in any days. */
char *nk_search_request_in_days (const NkSearchRequest *request, const char *from, const char *to);
/* Narrowed to one area, or with NULL in any area. */
char *nk_search_request_in_area (const NkSearchRequest *request, const char *area);
/* The query in its one spelling, with order and offset. */
char *nk_search_request_canonical (const NkSearchRequest *request);
/* What a feed of it is asked with: in its one spelling, without order and offset. */
char *nk_search_request_feed (const NkSearchRequest *request);

/* Whether days or an area are asked for. */
gboolean nk_search_request_has_days (const NkSearchRequest *request);
gboolean nk_search_request_has_area (const NkSearchRequest *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkSearchRequest, nk_search_request_free)
