/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* digest/digest.h - the day: what belongs into an edition, what was left out and why, and what mattered. No wording, no language.
 * Floor: digest (may include: digest, store, announce, mail, ground). */
#pragma once
#include "announce/group.h"
#include "digest/calendar.h"
#include "digest/topic.h"
#include "store/query.h"

/* complete: the sources reach past the end of the day and nothing was unreadable. quiet: the same, and nothing was announced.
 * incomplete: a source is missing, does not reach past the day, or held something unreadable. They must never look alike. */
typedef enum { NK_STATE_COMPLETE, NK_STATE_QUIET, NK_STATE_INCOMPLETE } NkState;
const char *nk_state_word (NkState state);

/* What the completeness of a day rests on: the fetched sources reach past it; mail of a later day is at hand (the lists' own order speaks for
 * it, no source does); or only the mails that were given. Words for JSON: sources, later_mail, mails. */
typedef enum { NK_BASIS_SOURCES, NK_BASIS_LATER_MAIL, NK_BASIS_MAILS } NkBasis;
const char *nk_basis_word (NkBasis basis);

typedef enum { NK_CHANGE_NEW, NK_CHANGE_REVISED, NK_CHANGE_ADOPTED } NkChange; /* ADOPTED: -00 under a group's name: first as its document */
const char *nk_change_word (NkChange change);

/* What a revision changed against the stored one before. */
typedef struct { gboolean title, authors, abstract; } NkChangedFields;

typedef struct {
  NkStored *stored;     /* owned */
  NkChange change;      /* drafts */
  NkChangedFields changed;
} NkEntry;

/* A theme of the day. A draft of which several revisions came is one document. */
typedef struct {
  char *topic;          /* stable id: `topic:pqc`, `group:tls` (drafts without a topic), `individual` (neither topic nor group), `rfcs` */
  const NkTopic *theme; /* (nullable), owned by the table: of `topic:…` */
  char *title;          /* label of the theme or name of the group, English; "" for rfcs */
  char *acronym;        /* of the group; "" for the others */
  guint n_documents, n_new, n_revised;
  guint n_adopted;        /* of the new: first as a group's document */
  GPtrArray *documents;   /* char *, name-revision or rfcNNNN: every revision */
  GPtrArray *short_names; /* char *, how a bullet calls a document (abbreviation in the title's brackets, else short title, else name; RFCs as
                           * `RFC 9999 (short title)`); no two alike on a day. Companions are told with the document that they belong to. */
  GArray *n_companions;   /* guint, one for each short name */
  GPtrArray *groups;      /* char *, acronyms of the documents' groups, most documents first, then in the order of the documents */
  guint n_without_group;
  guint n_before;         /* documents with this topic in the days of the baseline */
  double lift;            /* against the baseline; 0: not known */
} NkHighlight;

/* A topic of the table and how many Internet-Drafts of the day carry it, whatever theme they are told under. */
typedef struct {
  const NkTopic *topic;
  guint n, n_new;
  guint n_before; /* in the days of the baseline */
  double lift;    /* 0: not known */
} NkTopicCount;
/* For sorting: most documents first, then in the order of the table. */
gint nk_topic_count_compare (gconstpointer a, gconstpointer b);

/* What is usual: the Internet-Drafts of the days before. */
#define NK_BASELINE_DAYS 90
typedef struct {
  gboolean is_known; /* the store reaches back so far */
  NkDay first, last;
  guint n_documents;
} NkBaseline;

/* The baseline of `day`. *ret_n_before: (transfer full) how many Internet-Drafts of those days carry each topic, by place in the table; NULL where the baseline is
 * not known. FALSE with STORE. */
gboolean nk_baseline_find (NkStore *store, NkDay day, const NkTopicTable *topics, NkBaseline *ret_baseline, guint **ret_n_before, GError **error);
/* (n + 1) / (expected + 1): how much more of a topic there is than the share of the days before makes one expect. */
double nk_topic_lift (guint n, guint n_documents, guint n_before, guint n_documents_before);

typedef struct {
  guint messages, counted, duplicates, other_days, other_kinds, unrecognised, unreadable, repaired;
} NkLedgerCounts;

/* The same day in the cycle of an earlier meeting. */
typedef struct {
  const NkMeeting *meeting; /* owned by the calendar */
  NkDayCount count;
} NkCycleCount;
#define NK_DIGEST_MAX_CYCLES 3

typedef struct {
  NkDay day;
  NkState state;
  NkBasis basis;               /* what a complete or quiet day rests on */
  GPtrArray *missing;          /* NkGap *: why it is incomplete */
  GPtrArray *internet_drafts;  /* NkEntry *, newest first */
  GPtrArray *rfcs;             /* NkEntry *, newest first */
  GPtrArray *others;           /* NkEntry *, by kind, newest first */
  GPtrArray *highlights;       /* NkHighlight *, most important first */
  GArray *topics;              /* NkTopicCount, most documents first, then in the order of the table */
  NkBaseline baseline;
  GPtrArray *readings;         /* NkReading *: the whole ledger */
  NkLedgerCounts ledger;
  GArray *days_before;         /* NkDayCount: the NK_DIGEST_DAYS_BEFORE days before, each present, zeros too */
  NkCalendarPhase phase;
  const NkMeeting *meeting;    /* (nullable), owned by the calendar */
  int phase_days;
  GArray *earlier;             /* NkCycleCount: of the meetings before, where the store has mail around that day; newest first */
} NkDigest;
#define NK_DIGEST_DAYS_BEFORE 7
#define NK_DIGEST_MAX_HIGHLIGHTS 7

typedef struct {
  NkDay day;
  gboolean whole_store;        /* `--from`: the store holds just the mails that were asked about */
  const NkCalendar *calendar;  /* (nullable) */
  const NkTopicTable *topics;  /* (nullable): themes are groups alone then */
  const GPtrArray *missing;    /* (nullable): NkGap *, what the caller knows to be missing: any makes the day incomplete */
} NkDigestOptions;

/* NULL with STORE. Calendar and topics must outlive the digest. */
NkDigest *nk_digest_compose (NkStore *store, const NkDigestOptions *options, GError **error);
void nk_digest_free (NkDigest *digest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkDigest, nk_digest_free)
