/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* digest/digest_private.h - the steps of composing a day; seen by this folder only.
 * Floor: digest. */
#pragma once
#include "digest/digest.h"

/* What a draft is on this day, and what its revision changed. */
NkChange nk_change_of (const NkAnnouncement *draft);
NkChangedFields nk_changed_fields (const NkAnnouncement *draft, const NkAnnouncement *previous);

/* `name-revision` or rfcNNNN. (transfer full) */
char *nk_entry_document (const NkEntry *entry);

/* How a bullet calls a document with this title; NULL if the title gives no name. (transfer full) */
char *nk_short_name_of_title (const char *title);
/* The same, but where the abstract gives an abbreviation for the whole title it is that. */
char *nk_short_name_of_document (const char *title, const char *abstract);
/* One name for each entry (NkEntry *) of the day, in their order, no two alike. (transfer full) char * */
GPtrArray *nk_short_names (const GPtrArray *entries);

/* One draft of the day with all its revisions of that day, and what is to be told with it. */
typedef struct {
  const NkEntry *entry; /* the newest revision */
  GArray *places;       /* guint: of all its revisions among the drafts of the day, newest first */
  gboolean is_new, is_adopted;
  GArray *scores; /* NkTopicScore of the newest revision */
  guint leader;   /* the subject that this one is a companion of; its own place if of none. A leader follows nobody. */
  guint n_followers;
} NkSubject;
/* What is known of a day before its drafts are looked at. */
typedef struct {
  const NkTopicTable *topics; /* (nullable) */
  NkBaseline baseline;
  guint *n_before;     /* (nullable): of each topic of the table */
  GHashTable *scores;  /* (nullable): id of an announcement (gint64 *) -> GArray of NkTopicScore; else the texts are matched */
} NkUsual;
/* FALSE with STORE. */
gboolean nk_usual_find (NkStore *store, NkDay day, const NkTopicTable *topics, NkUsual *ret_usual, GError **error);
void nk_usual_clear (NkUsual *usual);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NkUsual, nk_usual_clear)

/* (transfer full) NkSubject *, newest first. */
GPtrArray *nk_subjects_gather (const GPtrArray *internet_drafts, const NkUsual *usual);

/* Documents of the same authors that are about the same thing: marks followers. Linear in the subjects but for those of the very same authors. */
void nk_companions_find (GPtrArray *subjects);

/* Subjects that stand together. */
typedef struct {
  const NkTopic *topic; /* (nullable) */
  const char *group;    /* (nullable), borrowed: acronym, of subjects without a topic. Neither: individual drafts */
  GArray *members;      /* guint: places of subjects, newest first, followers with their leaders */
} NkTheme;
void nk_theme_free (NkTheme *theme);

/* The counts of the day, by place in the table of topics. (transfer full) NkTopicCount, without the topics of no draft. */
GArray *nk_topic_counts (const GPtrArray *subjects, const NkUsual *usual);

/* At most `max` themes, most important first; fewer than `min` only if the day has not more. (transfer full) NkTheme * */
GPtrArray *nk_themes_choose (const GPtrArray *subjects, const GArray *counts, guint min, guint max);

/* The highlights of the day from its drafts and RFCs (NkEntry *, newest first). (transfer full) NkHighlight * */
GPtrArray *nk_highlights_find (const GPtrArray *internet_drafts, const GPtrArray *rfcs, const NkUsual *usual, GArray **ret_counts);
void nk_highlight_free (NkHighlight *highlight);

/* The state of the day; why it is incomplete is appended to `missing`. `coverage` is NULL for `--from`: then the readings are all there is. */
NkState nk_state_find (NkDay day, const GPtrArray *readings, gboolean has_announcements, const NkCoverage *coverage, GPtrArray *missing);
