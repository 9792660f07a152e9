/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* store/search_private.h - a query as it is understood, and where its words stand in a text; seen by this folder only. */
#pragma once
#include "store/search.h"
#include "store/word.h"

/* A word or a phrase. */
typedef struct {
  char *words;        /* folded, in runs parted by one blank each; nothing but letters, digits and blanks */
  gboolean is_quoted; /* more than one run */
  gboolean is_prefix; /* the last word is the beginning of one */
  gboolean is_negative;
} NkSearchTerm;

typedef enum {
  NK_SEARCH_GROUP,
  NK_SEARCH_AREA,
  NK_SEARCH_AUTHOR, /* folded words */
  NK_SEARCH_TOPIC,
  NK_SEARCH_KIND,
  NK_SEARCH_FROM,
  NK_SEARCH_TO,
} NkSearchFieldId;
#define NK_SEARCH_N_VALUED NK_SEARCH_KIND /* the fields whose values are texts */
#define NK_SEARCH_N_FIELDS (NK_SEARCH_TO + 1)
const char *nk_search_field_name (NkSearchFieldId field);

struct _NkSearchQuery {
  GArray *terms;                         /* NkSearchTerm: those that must be there, then the others; sorted, each once */
  GPtrArray *values[NK_SEARCH_N_VALUED]; /* char *, sorted, each once */
  GPtrArray *not_values[NK_SEARCH_N_VALUED];
  guint32 kinds, not_kinds; /* bits 1 << NkKind; 0: none was named */
  NkDay from, to;           /* NK_DAY_NONE: no end */
  char *text;
};

typedef struct {
  guint n_runs, n_words;
  gboolean ends_single; /* the last run is Japanese */
  gboolean ends_alone;  /* and one character long */
  guint n_last;         /* characters of the last word */
} NkSearchFold;

/* The words of `text`, folded, in runs parted by one blank each. (transfer full) */
char *nk_search_fold (NkSlice text, NkSearchFold *ret_fold);

/* The query in its one spelling. (transfer full) */
char *nk_search_query_write (const NkSearchQuery *query);

/* What must be there of terms and authors, as FTS5 says it, made of quoted folded words only; NULL if there is nothing of that kind. Words of an author may be found in
 * two neighbours: nk_search_text_has tells. (transfer full) */
char *nk_search_query_match (const NkSearchQuery *query);
/* The terms that must not be there, any of them; NULL if there is none. (transfer full) */
char *nk_search_query_match_not (const NkSearchQuery *query);

/* `text`, on one line, as parts of which those are marked that a word of the query stands in. At most `max_words` words around the first mark (0: all), `…` where something was
 * left out. *ret_n_marks: marked parts. (transfer full) NkSearchPart. */
GArray *nk_search_mark (const NkSearchQuery *query, const char *text, guint max_words, guint *ret_n_marks);

/* Whether the folded words of a term or an author stand in `text`. */
gboolean nk_search_text_has (const char *words, gboolean is_prefix, const char *text);
