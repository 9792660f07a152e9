/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "digest/topic_counts.h"

void
nk_topic_counts_free (NkTopicCounts *counts)
{
  if (counts == NULL)
    return;
  g_clear_pointer (&counts->topics, g_array_unref);
  g_free (counts);
}

NkTopicCounts *
nk_topic_counts_find (NkStore *store, const NkTopicTable *topics, NkDay from, NkDay to, GError **error)
{
  NkClassifier classifier = nk_topic_classifier (topics);
  g_autoptr (NkTopicCounts) counts = g_new0 (NkTopicCounts, 1);
  g_autoptr (GHashTable) found = nk_query_topics (store, &classifier, NK_KIND_INTERNET_DRAFT, from, to, error);
  g_autoptr (GArray) days = found != NULL ? nk_query_day_counts (store, from, to, error) : NULL;
  g_autofree guint *n_before = NULL;

  if (days == NULL || !nk_baseline_find (store, from, topics, &counts->baseline, &n_before, error))
    return NULL;
  counts->from = from;
  counts->to = to;
  counts->topics = g_array_new (FALSE, FALSE, sizeof (NkTopicCount));
  for (guint i = 0; i < days->len; i++)
    counts->n_documents += g_array_index (days, NkDayCount, i).internet_drafts;
  for (guint i = 0; i < nk_topic_table_n_topics (topics); i++) {
    NkTopicCount count = { .topic = nk_topic_table_topic (topics, i) };

    count.n = GPOINTER_TO_UINT (g_hash_table_lookup (found, count.topic->id));
    if (n_before != NULL) {
      count.n_before = n_before[i];
      count.lift = nk_topic_lift (count.n, counts->n_documents, n_before[i], counts->baseline.n_documents);
    }
    if (count.n > 0)
      g_array_append_val (counts->topics, count);
  }
  g_array_sort (counts->topics, nk_topic_count_compare);
  return g_steal_pointer (&counts);
}
