/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* store/query_list.h - announcements as lines of a list, without abstracts: those of some days, of a group, of an area, of an author; and how many by day.
 * Floor: store. Arrays are (transfer full) and free their elements; an empty answer is an empty array; NULL means STORE. */
#pragma once
#include "store/query.h"

typedef struct {
  gint64 id;
  NkKind kind;
  gint64 unix_s;
  NkDay day;
  char *name; /* as in NkAnnouncement: draft-x-y, rfcNNNN, or the identity of another kind */
  char *revision;
  char *title;
  char **authors;      /* never NULL */
  char *group_acronym; /* (nullable), and so the following */
  char *group_name;
  char *group_area;
  char *status;
  char *level;
  char *action;
  char *url;
  NkStanding standing;
  guint rfc_number;
  NkDay ends;
  char *abstract; /* (nullable) if it was asked for */
} NkListed;
void nk_listed_free (NkListed *listed);

typedef enum {
  NK_LIST_ALL,    /* `key` is not used */
  NK_LIST_GROUP,  /* acronym */
  NK_LIST_AREA,   /* acronym */
  NK_LIST_AUTHOR, /* nk_author_slug */
  NK_LIST_TOPIC,  /* id of a topic, as the classifier of the last import or rebuild gave it */
} NkListBy;

/* More than these are never given at once. */
#define NK_LIST_MAX_ROWS 5000

typedef struct {
  NkListBy by;
  const char *key;
  NkDay from, to;     /* both included */
  gboolean documents; /* Internet-Drafts and RFCs only */
  gboolean abstracts; /* read them too */
  guint limit;        /* at most NK_LIST_MAX_ROWS */
} NkListQuery;

/* Newest first. */
GPtrArray *nk_query_list (NkStore *store, const NkListQuery *query, GError **error);

/* How many Internet-Drafts, RFCs and others by day (NkDayCount), ascending, only days with something; `limit` and `documents` are not used. */
GArray *nk_query_list_days (NkStore *store, const NkListQuery *query, GError **error);

/* What there is to list: acronyms of groups or areas, slugs of authors, or names of documents (NK_LIST_ALL), each once, sorted by bytes. */
typedef struct {
  char *key;
  char *label; /* of an author: the name as announced last; else as `key` */
  guint n;     /* announcements */
  NkDay last;  /* of the newest */
} NkListKey;
void nk_list_key_free (NkListKey *key);
GPtrArray *nk_query_list_keys (NkStore *store, NkListBy by, GError **error);

/* The first and the last day, not after `today`, with an announcement; NK_DAY_NONE if there is none. */
gboolean nk_query_announced_span (NkStore *store, NkDay today, NkDay *ret_first, NkDay *ret_last, GError **error);
/* The same for who wants to know only how they lie to `from`..`to`: a day outside of it is given as the end that it lies beyond. */
gboolean nk_query_announced_span_within (NkStore *store, NkDay today, NkDay from, NkDay to, NkDay *ret_first, NkDay *ret_last,
                                         GError **error);

/* A number that is another one whenever somebody else has written to the database since it was last asked on this store. */
gboolean nk_query_generation (NkStore *store, gint64 *ret_generation, GError **error);

/* One look at the database for several questions: what others write in between is not seen. Pairs must match; end never fails. */
gboolean nk_query_snapshot_begin (NkStore *store, GError **error);
void nk_query_snapshot_end (NkStore *store);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkListed, nk_listed_free)
