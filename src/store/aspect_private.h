/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* store/aspect_private.h - the sums that stamps are made of; seen by aspect.c, which reads them, and aspect_stamp.c, which asks them, only. */
#pragma once
#include "store/aspect.h"

#define NK_ASPECT_UNDATED NK_ASPECT_MIN_DAY /* the day of what has none */

/* The sum of the hashes of a day; once sorted, of it and all days before. */
typedef struct {
  NkDay day;
  guint64 sum;
} NkDaySum;

typedef struct {
  char *list;
  gint64 until_unix_s;
  guint64 hash;
} NkAspectSource;

struct _NkAspects {
  NkDay today;
  guint64 all;                /* the sum of everything */
  guint64 signature;          /* of the topics */
  GArray *days[NK_N_ASPECTS]; /* NkDaySum: DAYS, COUNTS, LEDGER, TOPICS */
  GHashTable *keyed;          /* guint64 (of aspect and key) -> GArray of NkDaySum */
  GArray *sources;            /* NkAspectSource */
  /* While it is read. */
  GHashTable *hashes; /* gint64 id -> guint64: of announcements, of copies at first */
  GHashTable *names;  /* guint64 -> GArray of Revision */
  GString *row;
};

/* Where the sums of a key are found. */
guint64 nk_aspect_key (NkAspectKind kind, const char *key);
guint64 nk_aspect_mix (guint64 hash, guint64 salt);
