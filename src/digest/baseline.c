/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* What is usual: how many of the Internet-Drafts of the months before a day carry each topic. */
#include "digest/digest_private.h"

#define MAX_LATE_DAYS                                                                                                                      \
  14 /* the store may begin so many days after the first day of the baseline: lists are silent for days, not for weeks */
#define MIN_ACTIVE_DAYS (NK_BASELINE_DAYS / 2) /* that have something: fewer are a hole in the archive, not a habit */

double
nk_topic_lift (guint n, guint n_documents, guint n_before, guint n_documents_before)
{
  double expected = n_documents_before > 0 ? (double)n_before / n_documents_before * n_documents : 0;

  return (n + 1) / (expected + 1);
}

gboolean
nk_baseline_find (NkStore *store, NkDay day, const NkTopicTable *topics, NkBaseline *ret_baseline, guint **ret_n_before, GError **error)
{
  NkBaseline baseline = { FALSE, day - NK_BASELINE_DAYS, day - 1, 0 };
  NkClassifier classifier = nk_topic_classifier (topics);
  g_autoptr (GArray) days = nk_query_day_counts (store, baseline.first, baseline.last, error);
  g_autoptr (GHashTable) counts = NULL;

  if (days == NULL)
    return FALSE;
  for (guint i = 0; i < days->len; i++)
    baseline.n_documents += g_array_index (days, NkDayCount, i).internet_drafts;
  baseline.is_known = days->len >= MIN_ACTIVE_DAYS && g_array_index (days, NkDayCount, 0).day <= baseline.first + MAX_LATE_DAYS;
  if (baseline.is_known) {
    counts = nk_query_topics (store, &classifier, NK_KIND_INTERNET_DRAFT, baseline.first, baseline.last, error);
    if (counts == NULL)
      return FALSE;
    *ret_n_before = g_new0 (guint, nk_topic_table_n_topics (topics) + 1);
    for (guint i = 0; i < nk_topic_table_n_topics (topics); i++)
      (*ret_n_before)[i] = GPOINTER_TO_UINT (g_hash_table_lookup (counts, nk_topic_table_topic (topics, i)->id));
  } else {
    *ret_n_before = NULL;
  }
  *ret_baseline = baseline;
  return TRUE;
}

void
nk_usual_clear (NkUsual *usual)
{
  g_clear_pointer (&usual->n_before, g_free);
  g_clear_pointer (&usual->scores, g_hash_table_unref);
}

static gint
compare_scores (gconstpointer a, gconstpointer b)
{
  const NkTopicScore *one = a, *other = b;

  if (one->points != other->points)
    return one->points > other->points ? -1 : 1;
  return one->topic->index < other->topic->index ? -1 : one->topic->index > other->topic->index;
}

/* The rows of a day, by announcement, as matching its text would have given them. */
static GHashTable *
scores_of_rows (const GArray *rows, const NkTopicTable *topics)
{
  GHashTable *scores = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_array_unref);

  for (guint i = 0; i < rows->len;) {
    gint64 id = g_array_index (rows, NkTopicRow, i).announcement_id;
    GArray *of_one = g_array_new (FALSE, FALSE, sizeof (NkTopicScore));

    for (; i < rows->len && g_array_index (rows, NkTopicRow, i).announcement_id == id; i++) {
      const NkTopicRow *row = &g_array_index (rows, NkTopicRow, i);
      NkTopicScore score = { nk_topic_table_find (topics, row->topic), row->points };

      if (score.topic != NULL)
        g_array_append_val (of_one, score);
    }
    g_array_sort (of_one, compare_scores);
    g_hash_table_insert (scores, g_memdup2 (&id, sizeof id), of_one);
  }
  return scores;
}

gboolean
nk_usual_find (NkStore *store, NkDay day, const NkTopicTable *topics, NkUsual *ret_usual, GError **error)
{
  g_auto (NkUsual) usual = { topics };
  NkClassifier classifier = nk_topic_classifier (topics);
  g_autoptr (GArray) rows = NULL;

  if (!nk_baseline_find (store, day, topics, &usual.baseline, &usual.n_before, error)
      || !nk_query_topic_rows (store, &classifier, MAX (day, 0), &rows, error))
    return FALSE;
  if (rows != NULL)
    usual.scores = scores_of_rows (rows, topics);
  *ret_usual = usual;
  usual = (NkUsual){ NULL };
  return TRUE;
}
