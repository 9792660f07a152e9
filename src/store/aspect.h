/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* store/aspect.h - which part of the database a question looks at, and a stamp of that part: two databases in which all aspects of a page have the same stamps
 * make the same page. So a site of files knows what it need not make anew.
 * Floor: store. Every question (nk_query_…, nk_note_get) tells its aspects while somebody listens; what asks the database without telling counts as looking at all of
 * it, so that a new question can be slow but never wrong. A stamp is 64 bits of sums of XXH3 hashes: enough against chance, not against malice, which could gain only
 * that its own page stays as it is. */
#pragma once
#include "store/query_list.h"

typedef enum {
  NK_ASPECT_ALL,    /* everything */
  NK_ASPECT_SPAN,   /* the first and the last day with an announcement, not after today, each moved into `from`..`to` if it lies outside */
  NK_ASPECT_DAYS,   /* announcements of the days, with the revisions before them */
  NK_ASPECT_COUNTS, /* how many of each kind */
  NK_ASPECT_LEDGER, /* messages of the day `from`, as they are dated or written */
  NK_ASPECT_TOPICS, /* topics of what was announced */
  NK_ASPECT_COVERAGE, /* what is known to be there around the day `from` */
  NK_ASPECT_NOTE,     /* of the day `from` in the language `key` */
  NK_ASPECT_GROUP,    /* announcements of the days that have `key` */
  NK_ASPECT_AREA,
  NK_ASPECT_AUTHOR,
  NK_ASPECT_TOPIC,
  NK_ASPECT_DOCUMENT, /* all announcements of the name `key`, and what mentions it; days do not matter */
  NK_N_ASPECTS
} NkAspectKind;

#define NK_ASPECT_MIN_DAY (G_MININT32 + 1)
#define NK_ASPECT_MAX_DAY (G_MAXINT32 - 1)
/* As the last day: every day up to today, whenever that is. */
#define NK_ASPECT_UNTIL_TODAY G_MAXINT32

typedef struct {
  NkAspectKind kind;
  NkDay from, to;
  const char *key; /* (nullable) borrowed */
} NkAspect;

/* --- telling. Called from inside of questions, once for each aspect, with the same one as often as it is asked. */
typedef void (*NkOnAspect) (const NkAspect *aspect, gpointer user_data);
/* From now on, until it is called with NULL. Where a range ends `today` it is told as NK_ASPECT_UNTIL_TODAY. */
void nk_store_listen (NkStore *store, NkDay today, NkOnAspect on_aspect, gpointer user_data);

/* For questions: until the end of the block, what is asked of the database is accounted for by this aspect (and by those told inside). */
typedef NkStore *NkAsking;
NkAsking nk_asking_begin (NkStore *store, NkAspectKind kind, const char *key, NkDay from, NkDay to);
/* The same for what no page can tell the difference of. */
NkAsking nk_asking_nothing (NkStore *store);
void nk_asking_end (NkAsking *asking);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NkAsking, nk_asking_end)
/* One more aspect. */
void nk_asking_tell (NkStore *store, NkAspectKind kind, const char *key, NkDay from, NkDay to);

/* --- stamps */
typedef struct _NkAspects NkAspects;
/* Reads the whole database once: some 4 microseconds for each announcement. To be called inside of a snapshot. NULL with STORE. */
NkAspects *nk_aspects_read (NkStore *store, NkDay today, GError **error);
void nk_aspects_free (NkAspects *aspects); /* takes NULL */
guint64 nk_aspects_stamp (const NkAspects *aspects, const NkAspect *aspect);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkAspects, nk_aspects_free)
