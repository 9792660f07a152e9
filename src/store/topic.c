/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/topic.h"
#include "store/query_private.h"
#include "store/store_private.h"

enum { SQL_SIGNATURE, SQL_SIGN, SQL_CLEAR, SQL_TEXTS, SQL_ADD, SQL_COUNT, SQL_ROWS, N_SQL };

static const char *const sql[N_SQL + 1] = {
  [SQL_SIGNATURE] = "SELECT ifnull((SELECT signature FROM topic_state), '')",
  [SQL_SIGN] = "UPDATE topic_state SET signature = ifnull(:signature, '') WHERE one = 1",
  [SQL_CLEAR] = "DELETE FROM announcement_topic",
  [SQL_TEXTS] = "SELECT id, kind, name, revision, title, group_acronym, abstract FROM announcement"
                " WHERE id >= :first_id AND id < :end_id AND kind <= 2 AND (:kind = 0 OR kind = :kind)",
  [SQL_ADD] = "INSERT INTO announcement_topic (announcement_id, topic, kind, points) VALUES (:id, :topic, :kind, :points)",
  [SQL_COUNT] = "SELECT topic, count(*) FROM announcement_topic WHERE announcement_id >= :first_id AND announcement_id < :end_id"
                " AND kind = :kind GROUP BY topic",
  [SQL_ROWS]
  = "SELECT announcement_id, topic, points FROM announcement_topic WHERE announcement_id >= :first_id AND announcement_id < :end_id"
    " AND (:kind = 0 OR kind = :kind) ORDER BY announcement_id, topic",
};

G_STATIC_ASSERT (NK_KIND_INTERNET_DRAFT == 1 && NK_KIND_RFC == 2);

enum { TEXT_ID, TEXT_KIND, TEXT_NAME, TEXT_REVISION, TEXT_TITLE, TEXT_GROUP, TEXT_ABSTRACT };

const char *const *
nk_topic_sql (void)
{
  return sql;
}

static gint64
first_id (NkDay day)
{
  return nk_day_start_unix_s (day) * (1 << 20);
}

/* What a classifier looks at, of the present row. (transfer full) */
static NkAnnouncement *
read_text (const NkStatement *row)
{
  NkAnnouncement *announcement = nk_announcement_new ((NkKind)nk_statement_number (row, TEXT_KIND));

  g_free (announcement->name);
  g_free (announcement->revision);
  g_free (announcement->title);
  g_free (announcement->abstract);
  announcement->name = nk_statement_dup_text (row, TEXT_NAME);
  announcement->revision = nk_statement_dup_text (row, TEXT_REVISION);
  announcement->title = nk_statement_dup_text (row, TEXT_TITLE);
  announcement->abstract = nk_statement_dup_text (row, TEXT_ABSTRACT);
  announcement->group_acronym = nk_statement_is_null (row, TEXT_GROUP) ? NULL : nk_statement_dup_text (row, TEXT_GROUP);
  return announcement;
}

gboolean
nk_topics_are_current (NkStore *store, const NkClassifier *classifier, gboolean *ret_are_current, GError **error)
{
  g_autoptr (NkStatement) select = nk_db_prepare (store->db, sql[SQL_SIGNATURE], error);

  if (select == NULL || nk_statement_next (select, error) != NK_ROW_READY)
    return FALSE;
  *ret_are_current = strcmp (nk_statement_text (select, 0), classifier != NULL ? classifier->signature : "") == 0;
  return TRUE;
}

static gboolean
add_marks (NkStatement *add, gint64 id, NkKind kind, const GArray *marks, GError **error)
{
  for (guint i = 0; i < marks->len; i++) {
    const NkTopicMark *mark = &g_array_index (marks, NkTopicMark, i);

    nk_statement_bind_number (add, ":id", id);
    nk_statement_bind_text (add, ":topic", mark->topic);
    nk_statement_bind_number (add, ":kind", kind);
    nk_statement_bind_number (add, ":points", mark->points);
    if (!nk_statement_run (add, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
nk_topics_renew (NkStore *store, const NkClassifier *classifier, GError **error)
{
  g_autoptr (NkStatement) texts = NULL, add = NULL, sign = NULL;
  gboolean are_current = FALSE;
  NkRow row = NK_ROW_NONE;

  if (!nk_topics_are_current (store, classifier, &are_current, error))
    return FALSE;
  if (are_current)
    return TRUE;
  texts = nk_db_prepare (store->db, sql[SQL_TEXTS], error);
  add = texts != NULL ? nk_db_prepare (store->db, sql[SQL_ADD], error) : NULL;
  sign = add != NULL ? nk_db_prepare (store->db, sql[SQL_SIGN], error) : NULL;
  if (sign == NULL || !nk_db_run (store->db, sql[SQL_CLEAR], error))
    return FALSE;
  nk_statement_bind_number (texts, ":first_id", G_MININT64);
  nk_statement_bind_number (texts, ":end_id", G_MAXINT64);
  nk_statement_bind_number (texts, ":kind", 0);
  while (classifier != NULL && (row = nk_statement_next (texts, error)) == NK_ROW_READY) {
    g_autoptr (NkAnnouncement) announcement = read_text (texts);
    g_autoptr (GArray) marks = classifier->classify (announcement, classifier->data);

    if (!add_marks (add, nk_statement_number (texts, TEXT_ID), announcement->kind, marks, error))
      return FALSE;
  }
  nk_statement_bind_text (sign, ":signature", classifier != NULL ? classifier->signature : NULL);
  return row == NK_ROW_NONE && nk_statement_run (sign, error);
}

static void
bind_days (NkStatement *select, NkKind kind, NkDay from, NkDay to)
{
  nk_statement_bind_number (select, ":first_id", first_id (from));
  nk_statement_bind_number (select, ":end_id", first_id (to + 1));
  nk_statement_bind_number (select, ":kind", kind);
}

/* Adds `n` to the count of `topic`. */
static void
count (GHashTable *counts, const char *topic, guint n)
{
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (counts, topic));

  g_hash_table_replace (counts, g_strdup (topic), GUINT_TO_POINTER (before + n));
}

static gboolean
count_stored (NkStore *store, NkKind kind, NkDay from, NkDay to, GHashTable *counts, GError **error)
{
  g_autoptr (NkStatement) select = nk_db_prepare (store->db, sql[SQL_COUNT], error);
  NkRow row;

  if (select == NULL)
    return FALSE;
  bind_days (select, kind, from, to);
  while ((row = nk_statement_next (select, error)) == NK_ROW_READY)
    count (counts, nk_statement_text (select, 0), (guint)nk_statement_number (select, 1));
  return row == NK_ROW_NONE;
}

static gboolean
count_now (NkStore *store, const NkClassifier *classifier, NkKind kind, NkDay from, NkDay to, GHashTable *counts, GError **error)
{
  g_autoptr (NkStatement) texts = nk_db_prepare (store->db, sql[SQL_TEXTS], error);
  NkRow row;

  if (texts == NULL)
    return FALSE;
  bind_days (texts, kind, from, to);
  while ((row = nk_statement_next (texts, error)) == NK_ROW_READY) {
    g_autoptr (NkAnnouncement) announcement = read_text (texts);
    g_autoptr (GArray) marks = classifier->classify (announcement, classifier->data);

    for (guint i = 0; i < marks->len; i++)
      count (counts, g_array_index (marks, NkTopicMark, i).topic, 1);
  }
  return row == NK_ROW_NONE;
}

GHashTable *
nk_query_topics (NkStore *store, const NkClassifier *classifier, NkKind kind, NkDay from, NkDay to, GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (NkAsking) asking = NULL;
  gboolean are_current = FALSE, is_good;

  g_return_val_if_fail (store != NULL && classifier != NULL, NULL);
  from = MAX (from, 0);
  asking = nk_asking_begin (store, NK_ASPECT_TOPICS, NULL, from, to);
  if (to < from)
    return g_steal_pointer (&counts);
  if (!nk_topics_are_current (store, classifier, &are_current, error))
    return NULL;
  if (!are_current)
    nk_asking_tell (store, NK_ASPECT_DAYS, NULL, from, to);
  is_good
      = are_current ? count_stored (store, kind, from, to, counts, error) : count_now (store, classifier, kind, from, to, counts, error);
  return is_good ? g_steal_pointer (&counts) : NULL;
}

static void
clear_row (gpointer data)
{
  g_free (((NkTopicRow *)data)->topic);
}

gboolean
nk_query_topic_rows (NkStore *store, const NkClassifier *classifier, NkDay day, GArray **ret_rows, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (NkTopicRow));
  g_auto (NkAsking) asking = NULL;
  g_autoptr (NkStatement) select = NULL;
  gboolean are_current = FALSE;
  NkRow row;

  g_return_val_if_fail (store != NULL && classifier != NULL && day >= 0 && ret_rows != NULL, FALSE);
  g_array_set_clear_func (rows, clear_row);
  asking = nk_asking_begin (store, NK_ASPECT_TOPICS, NULL, day, day);
  if (!nk_topics_are_current (store, classifier, &are_current, error))
    return FALSE;
  if (!are_current) {
    *ret_rows = NULL;
    return TRUE;
  }
  select = nk_db_prepare (store->db, sql[SQL_ROWS], error);
  if (select == NULL)
    return FALSE;
  bind_days (select, 0, day, day);
  while ((row = nk_statement_next (select, error)) == NK_ROW_READY) {
    NkTopicRow one = { nk_statement_number (select, 0), nk_statement_dup_text (select, 1), (guint)nk_statement_number (select, 2) };

    g_array_append_val (rows, one);
  }
  if (row != NK_ROW_NONE)
    return FALSE;
  *ret_rows = g_steal_pointer (&rows);
  return TRUE;
}
