/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* announce/announcement.h - what a message announces, as a record; one parser per kind behind one table.
 * Floor: announce (may include: announce, mail, ground). Follows shared facts (a)-(d): eras A-H of drafts, all RFC forms, the other kinds.
 * Strings are UTF-8 without controls, NULL where the kind has no such field. Everything is owned by the record. */
#pragma once
#include "announce/group.h"
#include "mail/message.h"

#define NK_ANNOUNCEMENT_MAX_TITLE_BYTES 2048
#define NK_ANNOUNCEMENT_MAX_ABSTRACT_BYTES (64u << 10)
#define NK_ANNOUNCEMENT_MAX_AUTHORS 200
#define NK_ANNOUNCEMENT_MAX_DOCUMENTS 100
#define NK_ANNOUNCEMENT_MAX_PAGES 100000

/* The numbers are stored: append, never reorder. */
typedef enum {
  NK_KIND_INTERNET_DRAFT = 1,
  NK_KIND_RFC = 2,
  NK_KIND_LAST_CALL = 3,
  NK_KIND_PROTOCOL_ACTION = 4,
  NK_KIND_DOCUMENT_ACTION = 5,
  NK_KIND_CONFLICT_REVIEW = 6,
  NK_KIND_STATUS_CHANGE = 7,   /* approved, or its Last Call (action "last call") */
  NK_KIND_GROUP_REVIEW = 8,    /* WG Review: a charter is out for comment */
  NK_KIND_GROUP_ACTION = 9,    /* WG Action: formed, rechartered, concluded */
  NK_KIND_INTERIM = 10,
  NK_KIND_MAILING_LIST = 11,   /* a new list */
  NK_KIND_MEETING = 12,        /* notices on an IETF meeting */
  NK_KIND_NOMCOM = 13,
  NK_KIND_IAB = 14,
  NK_KIND_IESG = 15,
  NK_KIND_LLC = 16,
  NK_KIND_TRUST = 17,
  NK_KIND_OTHER = 18,
} NkKind;

/* The stable word of the JSON: `internet_draft`, `rfc`, `last_call`, ...; NULL for a number that is no kind. */
const char *nk_kind_word (NkKind kind);

/* Who stands behind an Internet-Draft. Words for JSON: wg, rg, ag, iab, iesg, editorial, rfc_editor, iana, individual. */
typedef enum {
  NK_STANDING_INDIVIDUAL,
  NK_STANDING_WG,
  NK_STANDING_RG,
  NK_STANDING_AG,
  NK_STANDING_IAB,
  NK_STANDING_IESG,
  NK_STANDING_EDITORIAL,
  NK_STANDING_RFC_EDITOR,
  NK_STANDING_IANA,
} NkStanding;
const char *nk_standing_word (NkStanding standing);

typedef struct {
  NkKind kind;
  char *name;       /* drafts: draft-x-y; RFCs: rfcNNNN; other kinds: `<kind word>/<16 hex digits>` of subject and text: identity together with revision */
  char *revision;   /* drafts: two digits; else "" */
  char *title;      /* as announced: unfolded, otherwise untouched (a draft announced without one has its name here);
                     * other kinds: what the subject names (document title, group name), else the subject */
  char *subject;
  GPtrArray *authors; /* char *; full names or `J. Doe` as announced; `et al.` is the last entry where the mail says so; never NULL */
  gint pages;       /* -1: not said */
  char *abstract;   /* paragraphs parted by an empty line, each on one line; list items each on a line of their own; "" if absent */
  NkDay body_day;   /* date inside the body, or NK_DAY_NONE */
  char *group_acronym; /* (nullable) lower case */
  char *group_name;    /* (nullable) as announced, else from the table */
  char *group_kind;    /* (nullable) wg, rg, ... */
  char *group_area;    /* (nullable) */
  NkStanding standing; /* drafts */
  char *stream;     /* (nullable) IETF, IRTF, IAB, Independent, Editorial; drafts: NULL for individual drafts, which have none yet */
  /* RFCs */
  guint rfc_number;
  char *status;     /* the level that a reader wants: Proposed Standard, Internet Standard, Best Current Practice, Informational, Experimental, Historic;
                     * `Standards Track` where the mail does not say which */
  char *month;      /* as announced: `October 2025` */
  GPtrArray *subseries; /* char *, `BCP 14`; never NULL */
  GArray *obsoletes, *updates; /* guint; never NULL */
  char *draft;      /* name-revision that it came from, without .txt */
  char *doi;
  /* other kinds */
  GPtrArray *documents; /* char *, name-revision, name, or rfcNNNN that it is about; never NULL */
  NkDay ends;       /* end of a Last Call or review; first day of an interim; NK_DAY_NONE */
  char *level;      /* target level of a Last Call or action, as said */
  char *action;     /* issued, updated, second, extended; approved; no problem, do not publish; proposed, recharter; formed, rechartered, concluded; scheduled, changed, cancelled; last call */
  char *url;        /* where a reader goes on: datatracker page found in the body or made from the names; NULL: the mail archive is the place */
} NkAnnouncement;

NkAnnouncement *nk_announcement_new (NkKind kind);
void nk_announcement_free (NkAnnouncement *announcement);

typedef enum {
  NK_VERDICT_ANNOUNCEMENT, /* fits an announcement list: counts */
  NK_VERDICT_COPY,         /* a genuine-looking announcement on another list: tells nothing by itself, is a duplicate of the one on the list */
  NK_VERDICT_UNRECOGNISED, /* does not fit: reply, forward, notification, wrong sender, wrong list, subject and body disagree */
  NK_VERDICT_UNREADABLE,   /* message->problem */
} NkVerdict;

typedef struct {
  NkVerdict verdict;
  NkAnnouncement *announcement; /* for ANNOUNCEMENT and COPY */
  char *reason;                 /* English, for the ledger; NULL for ANNOUNCEMENT only */
  const char *list;             /* static: announcement list it came by: i-d-announce, ietf-announce, rfc-dist, irtf-announce, new-wg-docs; "" otherwise */
} NkRecognition;

/* What `message` is. Never fails. `groups` may be NULL (no names and areas then). */
void nk_announcement_recognise (const NkMessage *message, const NkGroupTable *groups, NkRecognition *ret_recognition);
void nk_recognition_clear (NkRecognition *recognition);

/* The record as canonical JSON text (for golden files and `show`): every field that is set, keys sorted. Returns: (transfer full). */
char *nk_announcement_to_json (const NkAnnouncement *announcement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkAnnouncement, nk_announcement_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NkRecognition, nk_recognition_clear)
