/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* store/search.h - full-text search over every announcement: names, titles, authors, abstracts, and the Japanese summaries that were made.
 * Floor: store. A query is foreign text: whatever it says, it is cut into words here and never reaches the syntax of FTS5.
 *
 * The language of a query (man nikkan-search):
 *   word          all words must be there, whatever the case; Japanese words of one, two and more characters match as substrings
 *   "two words"   a phrase: next to each other, in this order
 *   word*         the beginning of a word
 *   -word, -"…", -field:value   must not be there
 *   group:tls area:sec author:rescorla topic:pqc kind:rfc   fields; the same field twice: either
 *   from:2025-01-01 to:2025 (a day, a month or a year; both ends included)
 * Quotes, colons and minus signs may be the full-width ones of a Japanese keyboard, and so may the blanks. */
#pragma once
#include "store/query_list.h"

#define NK_SEARCH_MAX_BYTES 1024    /* of a query */
#define NK_SEARCH_MAX_TERMS 32      /* words, phrases and fields together */
#define NK_SEARCH_MAX_PAGE 100      /* hits at once */
#define NK_SEARCH_MAX_RANKED 5000   /* the newest matches, which alone are ranked */
#define NK_SEARCH_MAX_COUNTED 20000 /* the newest matches, which alone are counted */

typedef struct _NkSearchQuery NkSearchQuery;

/* What can be wrong with a query. */
typedef enum {
  NK_SEARCH_FAULT_TERMS,     /* too many words, phrases and fields */
  NK_SEARCH_FAULT_WORDS,     /* too many words inside of phrases */
  NK_SEARCH_FAULT_PREFIXES,  /* too many beginnings of words */
  NK_SEARCH_FAULT_STAR,      /* too few letters before a star */
  NK_SEARCH_FAULT_KIND,      /* an unknown kind */
  NK_SEARCH_FAULT_DAY,       /* no day, month or year */
  NK_SEARCH_FAULT_NOT_DAYS,  /* -from: */
  NK_SEARCH_FAULT_NAME,      /* no name of a group, an area or a topic */
  NK_SEARCH_FAULT_AUTHOR,    /* no name of a person */
  NK_SEARCH_FAULT_NO_VALUE,  /* nothing behind the colon of a field */
  NK_SEARCH_FAULT_BACKWARDS, /* an end before the beginning */
  NK_SEARCH_FAULT_NOTHING,   /* not one letter or digit */
  NK_SEARCH_FAULT_LONG,
  NK_SEARCH_FAULT_NOT_UTF8,
  NK_N_SEARCH_FAULTS
} NkSearchFaultKind;

typedef struct {
  NkSearchFaultKind kind;
  char *about; /* the part of the query that is meant, "" for the whole: foreign text */
} NkSearchFault;
void nk_search_fault_clear (NkSearchFault *fault);

/* NULL with INPUT and a sentence for the reader. *ret_fault (nullable) says the same for who has words of his own; it is to be cleared. A word with a colon that is
 * no field (`http://x`, `foo:bar`) is a phrase of words. */
NkSearchQuery *nk_search_query_parse (const char *text, NkSearchFault *ret_fault, GError **error);
void nk_search_query_free (NkSearchQuery *query);
/* The query in its one spelling: folded, fields in fixed order, sorted values; what means the same is the same text. Parses to itself. Borrowed. */
const char *nk_search_query_text (const NkSearchQuery *query);

typedef enum { NK_SEARCH_NEWEST, NK_SEARCH_RANKED } NkSearchOrder;
const char *nk_search_order_word (NkSearchOrder order); /* newest, ranked */

typedef struct {
  const NkSearchQuery *query;
  NkSearchOrder order;
  guint offset;         /* hits passed over; beyond NK_SEARCH_MAX_COUNTED there is nothing */
  guint limit;          /* at most NK_SEARCH_MAX_PAGE */
  gboolean abstracts;   /* those of the hits wanted */
  gboolean counts;      /* facets and total wanted */
  const char *language; /* of snippets: `ja` prefers the Japanese summary where it holds a word of the query */
  NkDay today;          /* what is dated later is not found, as on the pages */
} NkSearchOptions;

/* A part of a text: marked if it is what was looked for. */
typedef struct {
  char *text;
  gboolean is_marked;
} NkSearchPart;

typedef struct {
  NkListed *listed; /* without abstract, if `abstracts` were not wanted */
  GArray *title;    /* NkSearchPart: the whole title */
  GArray *
      snippet; /* NkSearchPart: some 40 words around the first marks; `…` stands in it where something was left out; empty if there is no text */
  gboolean snippet_is_japanese;
} NkSearchHit;
void nk_search_hit_free (NkSearchHit *hit);

typedef struct {
  char *key; /* year or area; the area "" is `none` */
  guint n;
} NkSearchCount;

typedef struct {
  GPtrArray *hits;       /* NkSearchHit * */
  gboolean has_more;     /* there are hits behind these */
  guint total;           /* with `counts`: matches, as far as counted */
  gboolean total_is_all; /* FALSE: there are more than NK_SEARCH_MAX_COUNTED */
  gboolean rank_is_all;  /* FALSE: only the newest NK_SEARCH_MAX_RANKED were ranked */
  GArray *years;         /* NkSearchCount, newest first; with `counts` */
  GArray *areas;         /* NkSearchCount, most first; with `counts` */
  /* With `counts`, or if there is no hit; else 0 and NK_DAY_NONE. */
  guint searched;          /* announcements that were looked through */
  guint searched_japanese; /* of them with a Japanese summary */
  NkDay first, last;       /* days of the oldest and the newest of them; NK_DAY_NONE if there are none */
} NkSearchResult;
void nk_search_result_free (NkSearchResult *result);

/* Ranked: by bm25, name and title above authors, these above the summary, this above the abstract; a query without a word that must be there is answered newest first.
 * NULL with STORE. (A store whose index another version made cannot be opened for reading: nk_store_open.) */
NkSearchResult *nk_search_run (NkStore *store, const NkSearchOptions *options, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkSearchQuery, nk_search_query_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkSearchHit, nk_search_hit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkSearchResult, nk_search_result_free)
