/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* store/query.h - what the floors above ask of the store.
 * Floor: store. Arrays and records are (transfer full), arrays free their elements. An empty answer is an empty array; NULL means STORE. */
#pragma once
#include "announce/announcement.h"
#include "store/store.h"

/* An announcement as stored: the record, the message that told it first, and every message that told it. */
typedef struct _NkStored {
  gint64 id;
  NkAnnouncement *announcement;
  gint64 announced_unix_s;   /* the earliest message on an announcement list */
  NkDay day;
  char *list;                /* list of that message */
  GPtrArray *message_ids;    /* char *, that message first, then by time; each once */
  struct _NkStored *previous; /* (nullable): the revision of the same draft that was known before (highest revision below this one) */
} NkStored;
void nk_stored_free (NkStored *stored);

/* Announcements of one UTC day, newest first (ties by name), `previous` filled in. `kind` 0: all kinds. */
GPtrArray *nk_query_day (NkStore *store, NkDay day, NkKind kind, GError **error);

/* Every announcement of a document (name of a draft or rfcNNNN), oldest first, then those of other kinds that are about it.
 * A draft's RFC and an RFC's draft are followed one step. */
GPtrArray *nk_query_document (NkStore *store, const char *name, GError **error);

/* How one message was read: the row of the ledger. */
typedef enum {
  NK_READING_COUNTED,      /* the message that an Internet-Draft or RFC is counted by */
  NK_READING_DUPLICATE,
  NK_READING_OTHER_DAY,    /* belongs to another UTC day although its written date, or the set of mails asked about, suggests this one */
  NK_READING_OTHER_KIND,   /* Last Call, action, ... : in the edition under the other announcements */
  NK_READING_UNRECOGNISED,
  NK_READING_UNREADABLE,
} NkReadingClass;
const char *nk_reading_class_word (NkReadingClass reading_class); /* counted, duplicate, other_day, other_kind, unrecognised, unreadable */

typedef struct {
  char *message_id;
  char *subject;
  char *from_address;
  gint64 date_unix_s;
  NkDay day;               /* UTC; NK_DAY_NONE if the message has no date at all */
  NkDateOrigin date_origin;
  NkReadingClass reading_class;
  NkKind kind;             /* 0 if none */
  char *document;          /* name-revision, rfcNNNN or "" */
  char *list;              /* announcement list, or the List-Id */
  char *reason;            /* why it was left out, "" if it is in the edition of its day */
  guint repairs;
} NkReading;
void nk_reading_free (NkReading *reading);

/* The ledger of `day`, by time: every message of that UTC day, and as OTHER_DAY those whose written date is `day` in another zone.
 * With NK_DAY_NONE those that have no date at all and so stand in no day's ledger.
 * With `whole_store` every message of the store, those of other days as OTHER_DAY (for `digest --from`). */
GPtrArray *nk_query_ledger (NkStore *store, NkDay day, gboolean whole_store, GError **error);

/* Totals over the whole store, for `nikkan ledger` without a day. */
typedef struct {
  guint64 messages, counted, duplicates, other_kinds, unrecognised, unreadable, repaired;
  guint64 undated; /* of all classes: without any date, and so of no day */
  guint64 internet_drafts, rfcs, others, documents;
  NkDay first_day, last_day; /* NK_DAY_NONE if empty */
} NkTotals;
gboolean nk_query_totals (NkStore *store, NkTotals *ret_totals, GError **error);

/* Counts per day, ascending, only days with something. */
typedef struct { NkDay day; guint internet_drafts, rfcs, others; } NkDayCount;
GArray *nk_query_day_counts (NkStore *store, NkDay from, NkDay to, GError **error);

/* One thing that is not there, and so makes a day incomplete. The values that a code has are set, the others 0 or NULL. */
typedef enum {
  NK_GAP_NOTHING_BEFORE, /* no announcement of the `n` days up to `first` */
  NK_GAP_NOTHING_AFTER,  /* no announcement of the `n` days after `first` */
  NK_GAP_SOURCE,         /* `list` is known up to `until_unix_s` only (0: never fetched); `failure` of the last try (nullable) */
  NK_GAP_UNREADABLE,     /* `n` messages of the day */
  NK_GAP_UNDATED,        /* `n` messages that may be of the day */
  NK_GAP_NO_MAIL,        /* no message at all */
  NK_GAP_NO_DATES,       /* none of the mails has a date */
  NK_GAP_OTHER_DAYS,     /* the mails are of `first` to `last` */
  NK_GAP_FILES,          /* `n` files could not be read */
} NkGapCode;
typedef struct {
  NkGapCode code;
  char *list;
  char *failure;
  gint64 until_unix_s;
  NkDay first, last;
  guint64 n;
} NkGap;
/* (transfer full), with everything but the code empty. */
NkGap *nk_gap_new (NkGapCode code);
NkGap *nk_gap_copy (const NkGap *gap);
void nk_gap_free (NkGap *gap);
/* The stable word of the JSON: nothing_before, nothing_after, source, unreadable, undated, no_mail, no_dates, other_days, files. */
const char *nk_gap_word (NkGapCode code);
/* One line of English. (transfer full) */
char *nk_gap_text (const NkGap *gap);

/* The two lists are never silent for so long together. Mail of before and after a longer silence says nothing of the days between: a month of the
 * archive is missing there, or one mail has a date from the far future. */
#define NK_COVERAGE_MAX_SILENCE_DAYS 14

/* Whether the sources are known to reach past the end of `day`. `missing` holds what is not there (NkGap *), empty if all is well. */
typedef struct {
  gboolean has_before; /* some message of an announcement list of the NK_COVERAGE_MAX_SILENCE_DAYS days up to `day` */
  gboolean reaches_past; /* every source that was ever fetched, else any announcement list, is known beyond the end of `day` */
  gboolean by_sources;   /* it is the fetched sources that say so, not just later mail */
  GPtrArray *missing;
} NkCoverage;
gboolean nk_query_coverage (NkStore *store, NkDay day, NkCoverage *ret_coverage, GError **error);
void nk_coverage_clear (NkCoverage *coverage);

/* Kept: a list was fetched, and everything that it had before `until_unix_s` is here; or the try failed (why, NULL if it went well; until 0 keeps the old value). */
gboolean nk_source_record (NkStore *store, const char *list, gint64 until_unix_s, const char *failure, GError **error);

/* Kept: the editor's own words for a day, Markdown. NULL text removes. get: (nullable) (transfer full) in *ret_text. */
#define NK_NOTE_MAX_BYTES (256u << 10)
gboolean nk_note_set (NkStore *store, NkDay day, const char *language, const char *text, GError **error);
gboolean nk_note_get (NkStore *store, NkDay day, const char *language, char **ret_text, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkStored, nk_stored_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkReading, nk_reading_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkGap, nk_gap_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NkCoverage, nk_coverage_clear)
