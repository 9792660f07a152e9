/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* digest/topic.h - the themes of share/topics.tsv, and which of them a document carries. docs/topics.md tells how a theme is written and counted.
 * Floor: digest. A table is read once and never changes: any number of threads may ask it. Matching is pure and linear in the text, and bounded by what an
 * announcement may hold. Topics are owned by the table and handed out by pointer. */
#pragma once
#include "announce/announcement.h"
#include "store/topic.h"

#define NK_TOPIC_MAX_OF_DOCUMENT 6 /* themes that one document carries at most, the strongest */
#define NK_TOPIC_THRESHOLD 6       /* points that make a document carry a theme */

typedef struct {
  const char *id; /* [a-z0-9], stable: part of addresses and of the JSON */
  const char *ja, *en;
  guint index; /* place in the table */
} NkTopic;

typedef struct _NkTopicTable NkTopicTable;

/* NULL with NOT_FOUND, LIMIT or INPUT: `FILE:LINE: …`. */
NkTopicTable *nk_topic_table_load (const char *path, GError **error);
void nk_topic_table_free (NkTopicTable *table);
guint nk_topic_table_n_topics (const NkTopicTable *table);
guint nk_topic_table_n_terms (const NkTopicTable *table);                       /* groups and words of all topics */
const NkTopic *nk_topic_table_topic (const NkTopicTable *table, guint index);   /* in the order of the file */
const NkTopic *nk_topic_table_find (const NkTopicTable *table, const char *id); /* (nullable) */
/* Changes with every change of a theme, a term or a weight, and with the rules of matching: what was found with another table may differ. */
const char *nk_topic_table_signature (const NkTopicTable *table);
/* In `language` (ja or en). (transfer none) */
const char *nk_topic_label (const NkTopic *topic, const char *language);

typedef struct {
  const NkTopic *topic;
  guint points;
} NkTopicScore;

/* The topics that a document carries, most points first, then in the order of the table. (transfer full) NkTopicScore */
GArray *nk_topic_match (const NkTopicTable *table, const NkAnnouncement *announcement);

/* For imports and questions to the store; the table must outlive it. */
NkClassifier nk_topic_classifier (const NkTopicTable *table);

typedef enum { NK_TOPIC_GROUP, NK_TOPIC_TITLE, NK_TOPIC_NAME, NK_TOPIC_ABSTRACT } NkTopicPlace;
const char *nk_topic_place_word (NkTopicPlace place); /* group, title, name, abstract */

typedef struct {
  const NkTopic *topic;
  const char *term; /* as written in the table, owned by it */
  NkTopicPlace place;
  guint points;
} NkTopicHit;

/* Every term that was found, of topics below the threshold too, by topic in the order of the table. (transfer full) NkTopicHit */
GArray *nk_topic_explain (const NkTopicTable *table, const NkAnnouncement *announcement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkTopicTable, nk_topic_table_free)
