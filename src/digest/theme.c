/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* What mattered on a day. Drafts that carry a topic stand together, whatever their groups; drafts of no topic stand with those of their group. The
 * heaviest theme is taken first, with all its drafts, then the heaviest of what is left: so each draft is told once, in the theme that it makes great. */
#include "digest/digest_private.h"

#include <math.h>

#define MIN_OF_THEME 2 /* fewer make a theme only where the day has no better */
#define MEMBER_SHARE 2 /* a draft belongs to the topics with at least one part in so many of its strongest topic's points */
#define MIN_LIFT 0.5   /* beyond these a theme is not moved further */
#define MAX_LIFT 8.0

typedef struct {
  NkTheme theme;
  GArray *weights; /* double, one for each member */
  double factor;   /* by lift; 0: by novelty */
} Candidate;

static const NkSubject *
subject_at (const GPtrArray *subjects, guint place)
{
  return g_ptr_array_index (subjects, place);
}

void
nk_theme_free (NkTheme *theme)
{
  g_array_unref (theme->members);
  g_free (theme);
}

static void
candidate_free (Candidate *candidate)
{
  g_array_unref (candidate->theme.members);
  g_array_unref (candidate->weights);
  g_free (candidate);
}

gint
nk_topic_count_compare (gconstpointer a, gconstpointer b)
{
  const NkTopicCount *one = a, *other = b;

  if (one->n != other->n)
    return one->n > other->n ? -1 : 1;
  return one->topic->index < other->topic->index ? -1 : one->topic->index > other->topic->index;
}

GArray *
nk_topic_counts (const GPtrArray *subjects, const NkUsual *usual)
{
  guint n_topics = usual->topics != NULL ? nk_topic_table_n_topics (usual->topics) : 0;
  g_autofree NkTopicCount *all = g_new0 (NkTopicCount, n_topics + 1);
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (NkTopicCount));

  for (guint i = 0; i < subjects->len; i++) {
    const NkSubject *subject = subject_at (subjects, i);

    for (guint k = 0; k < subject->scores->len; k++) {
      NkTopicCount *count = &all[g_array_index (subject->scores, NkTopicScore, k).topic->index];

      count->n++;
      count->n_new += subject->is_new ? 1 : 0;
    }
  }
  for (guint i = 0; i < n_topics; i++) {
    if (all[i].n == 0)
      continue;
    all[i].topic = nk_topic_table_topic (usual->topics, i);
    if (usual->baseline.is_known && usual->n_before != NULL) {
      all[i].n_before = usual->n_before[i];
      all[i].lift = nk_topic_lift (all[i].n, subjects->len, all[i].n_before, usual->baseline.n_documents);
    }
    g_array_append_val (counts, all[i]);
  }
  g_array_sort (counts, nk_topic_count_compare);
  return counts;
}

static Candidate *
candidate_new (GPtrArray *candidates, const NkTopic *topic, const char *group)
{
  Candidate *candidate = g_new0 (Candidate, 1);

  candidate->theme = (NkTheme){ topic, group, g_array_new (FALSE, FALSE, sizeof (guint)) };
  candidate->weights = g_array_new (FALSE, FALSE, sizeof (double));
  g_ptr_array_add (candidates, candidate);
  return candidate;
}

static void
add_member (Candidate *candidate, guint place, double weight)
{
  g_array_append_val (candidate->theme.members, place);
  g_array_append_val (candidate->weights, weight);
}

/* The candidates of the topics, in the order of `counts`, and behind them those of the groups, in the order of the day. */
static GPtrArray *
gather_candidates (const GPtrArray *subjects, const GArray *counts)
{
  GPtrArray *candidates = g_ptr_array_new_with_free_func ((GDestroyNotify)candidate_free);
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_direct_hash, g_direct_equal); /* a topic */
  g_autoptr (GHashTable) by_group = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < counts->len; i++) {
    const NkTopicCount *count = &g_array_index (counts, NkTopicCount, i);
    Candidate *candidate = candidate_new (candidates, count->topic, NULL);

    candidate->factor = count->lift > 0 ? 1 + log2 (CLAMP (count->lift, MIN_LIFT, MAX_LIFT)) / 2 : 0;
    g_hash_table_insert (by_key, (gpointer)count->topic, candidate);
  }
  for (guint i = 0; i < subjects->len; i++) {
    const NkSubject *subject = subject_at (subjects, i);
    const char *group = subject->entry->stored->announcement->group_acronym;
    guint strongest = subject->scores->len > 0 ? g_array_index (subject->scores, NkTopicScore, 0).points : 0;
    Candidate *candidate;

    if (subject->leader != i)
      continue;
    for (guint k = 0; k < subject->scores->len; k++) {
      const NkTopicScore *score = &g_array_index (subject->scores, NkTopicScore, k);

      if (score->points * MEMBER_SHARE >= strongest)
        add_member (g_hash_table_lookup (by_key, score->topic), i, (double)score->points / strongest);
    }
    if (subject->scores->len > 0 || group == NULL || *group == '\0')
      continue;
    candidate = g_hash_table_lookup (by_group, group);
    if (candidate == NULL) {
      candidate = candidate_new (candidates, NULL, group);
      g_hash_table_insert (by_group, (gpointer)group, candidate);
    }
    add_member (candidate, i, 1);
  }
  return candidates;
}

/* How much a candidate weighs with what is left of its members; *ret_n: how many documents those are. */
static double
weigh (const Candidate *candidate, const GPtrArray *subjects, const gboolean *is_told, guint *ret_n)
{
  guint n = 0, n_new = 0;
  double weight = 0;

  for (guint i = 0; i < candidate->theme.members->len; i++) {
    guint place = g_array_index (candidate->theme.members, guint, i);
    const NkSubject *subject = subject_at (subjects, place);

    if (is_told[place])
      continue;
    n += 1 + subject->n_followers;
    n_new += subject->is_new ? 1 : 0;
    weight += g_array_index (candidate->weights, double, i);
  }
  *ret_n = n;
  if (n == 0)
    return 0;
  /* New documents decide between equals; where nothing is known of the usual they count half as much again. */
  return candidate->factor > 0 ? weight * candidate->factor + n_new * 0.01 : weight + n_new * 0.5;
}

/* Takes what is left of the candidate's members. */
static NkTheme *
take (const Candidate *candidate, const GPtrArray *subjects, gboolean *is_told)
{
  NkTheme *theme = g_new0 (NkTheme, 1);
  g_autofree gboolean *is_taken = g_new0 (gboolean, subjects->len + 1);

  *theme = (NkTheme){ candidate->theme.topic, candidate->theme.group, g_array_new (FALSE, FALSE, sizeof (guint)) };
  for (guint i = 0; i < candidate->theme.members->len; i++) {
    guint place = g_array_index (candidate->theme.members, guint, i);

    is_taken[place] = !is_told[place];
  }
  for (guint i = 0; i < subjects->len; i++) {
    if (is_told[i] || !is_taken[subject_at (subjects, i)->leader])
      continue;
    g_array_append_val (theme->members, i);
    is_told[i] = TRUE;
  }
  return theme;
}

/* The heaviest candidate of `min_documents` or more among those left; NULL if there is none. */
static const Candidate *
heaviest (const GPtrArray *candidates, const GPtrArray *subjects, const gboolean *is_told, guint min_documents)
{
  const Candidate *best = NULL;
  double best_weight = 0;

  for (guint i = 0; i < candidates->len; i++) {
    const Candidate *candidate = g_ptr_array_index (candidates, i);
    guint n;
    double weight = weigh (candidate, subjects, is_told, &n);

    if (n >= min_documents && weight > best_weight) {
      best = candidate;
      best_weight = weight;
    }
  }
  return best;
}

/* What has neither topic nor group, and was not told. */
static NkTheme *
take_individual (const GPtrArray *subjects, gboolean *is_told)
{
  NkTheme *theme = g_new0 (NkTheme, 1);

  theme->members = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < subjects->len; i++) {
    const NkSubject *leader = subject_at (subjects, subject_at (subjects, i)->leader);
    const char *group = leader->entry->stored->announcement->group_acronym;

    if (is_told[i] || leader->scores->len > 0 || (group != NULL && *group != '\0'))
      continue;
    g_array_append_val (theme->members, i);
    is_told[i] = TRUE;
  }
  if (theme->members->len > 0)
    return theme;
  nk_theme_free (theme);
  return NULL;
}

/* How many themes it would take to tell the rest: a theme for each draft, one for all that have neither topic nor group. */
static guint
count_rest (const GPtrArray *subjects, const gboolean *is_told)
{
  guint n = 0;
  gboolean has_individual = FALSE;

  for (guint i = 0; i < subjects->len; i++) {
    const NkSubject *subject = subject_at (subjects, i);
    const char *group = subject->entry->stored->announcement->group_acronym;

    if (is_told[i] || subject->leader != i)
      continue;
    if (subject->scores->len > 0 || (group != NULL && *group != '\0'))
      n++;
    else
      has_individual = TRUE;
  }
  return n + (has_individual ? 1 : 0);
}

GPtrArray *
nk_themes_choose (const GPtrArray *subjects, const GArray *counts, guint min, guint max)
{
  GPtrArray *themes = g_ptr_array_new_with_free_func ((GDestroyNotify)nk_theme_free);
  g_autoptr (GPtrArray) candidates = gather_candidates (subjects, counts);
  g_autofree gboolean *is_told = g_new0 (gboolean, subjects->len + 1);
  const Candidate *candidate;
  NkTheme *individual = NULL;
  guint n_wanted;

  while (themes->len < max && (candidate = heaviest (candidates, subjects, is_told, MIN_OF_THEME)) != NULL)
    g_ptr_array_add (themes, take (candidate, subjects, is_told));
  /* A small day is told as a whole; a larger one has as many themes as it needs. */
  n_wanted = themes->len + count_rest (subjects, is_told) <= max ? max : MIN (min, max);
  while (themes->len < n_wanted && (candidate = heaviest (candidates, subjects, is_told, 1)) != NULL)
    g_ptr_array_add (themes, take (candidate, subjects, is_told));
  if (themes->len < n_wanted)
    individual = take_individual (subjects, is_told);
  if (individual != NULL)
    g_ptr_array_add (themes, individual);
  return themes;
}
