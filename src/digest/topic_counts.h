/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* digest/topic_counts.h - how many Internet-Drafts of some days carry each topic, against what is usual before them.
 * Floor: digest. */
#pragma once
#include "digest/digest.h"

#define NK_TOPIC_COUNTS_DAYS 7 /* where nobody says which days */

typedef struct {
  NkDay from, to; /* both included */
  guint n_documents;
  NkBaseline baseline; /* of `from` */
  GArray *topics;      /* NkTopicCount of those that come at all, without n_new; most documents first, then in the order of the table */
} NkTopicCounts;

/* The topics of the answer are owned by the table. NULL with STORE. */
NkTopicCounts *nk_topic_counts_find (NkStore *store, const NkTopicTable *topics, NkDay from, NkDay to, GError **error);
void nk_topic_counts_free (NkTopicCounts *counts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkTopicCounts, nk_topic_counts_free)
