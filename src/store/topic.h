/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* store/topic.h - which topics each Internet-Draft and RFC carries, so that the counts of months need no text to be read again.
 * Floor: store. What a topic is the floor above says: it hands a classifier to the import, and asks with the same one. */
#pragma once
#include "announce/announcement.h"
#include "store/store.h"

typedef struct {
  const char *topic; /* owned by the classifier */
  guint points;
} NkTopicMark;

typedef struct {
  const char *signature; /* changes with whatever the classifier would find otherwise; not empty */
  /* Pure, and called from any thread. (transfer full) NkTopicMark, no topic twice. */
  GArray *(*classify) (const NkAnnouncement *announcement, gconstpointer data);
  gconstpointer data;
} NkClassifier;

/* How many announcements of `kind` of the UTC days `from` to `to` carry each topic: char * -> guint (GUINT_TO_POINTER). Where the store was filled with another
 * signature their texts are read and classified now. (transfer full), NULL with STORE. */
GHashTable *nk_query_topics (NkStore *store, const NkClassifier *classifier, NkKind kind, NkDay from, NkDay to, GError **error);

/* The same for one day, announcement by announcement, in the order of their ids. */
typedef struct {
  gint64 announcement_id;
  char *topic;
  guint points;
} NkTopicRow;
/* *ret_rows: (transfer full) NkTopicRow; NULL where the store was filled with another signature. FALSE with STORE. */
gboolean nk_query_topic_rows (NkStore *store, const NkClassifier *classifier, NkDay day, GArray **ret_rows, GError **error);

/* Whether the store was filled with this signature. */
gboolean nk_topics_are_current (NkStore *store, const NkClassifier *classifier, gboolean *ret_are_current, GError **error);

/* Classifies all that is stored anew, if it was filled with another signature; NULL takes the topics away. Runs in a transaction of the caller. */
gboolean nk_topics_renew (NkStore *store, const NkClassifier *classifier, GError **error);
