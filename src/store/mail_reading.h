/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* store/mail_reading.h - one message read: what the derived rows are made of.
 * Floor: store. Pure: the same bytes, the same neighbour, the same reading; so a rebuild finds what an import found. */
#pragma once
#include "store/topic.h"

typedef struct {
  char *header_id;
  char *subject;
  char *from_address;
  char *list; /* announcement list that it came by, else the List-Id; "" if neither */
  gint64 unix_s;
  NkDateOrigin origin;
  NkDay day;         /* NK_DAY_NONE without a date */
  NkDay written_day; /* the day as written in the sender's zone; NK_DAY_NONE if it is the same */
  guint repairs;
  gsize text_bytes;
  gboolean by_fast_path;
  NkVerdict verdict;
  char *reason;                 /* (nullable): why it is no announcement */
  NkAnnouncement *announcement; /* (nullable) */
  GArray *topics;               /* (nullable): NkTopicMark, of an Internet-Draft or RFC on its list */
} NkMailReading;

typedef struct {
  const NkGroupTable *groups; /* (nullable) */
  NkParser parser;
  const NkClassifier *classifier; /* (nullable) */
} NkMailReader;

/* `before_unix_s` (nullable): the instant of the message before it in its mailbox, taken by a message that has no date at all. */
void nk_mail_reading_make (const NkMailReader *reader, const NkRawMessage *raw, const gint64 *before_unix_s, NkMailReading *ret_reading);
void nk_mail_reading_clear (NkMailReading *reading);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NkMailReading, nk_mail_reading_clear)
