/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Lists of announcements. Groups and areas have an index by day; authors are found by the full-text index and then compared exactly. */
#include "store/query_list.h"

#include "announce/author_name.h"
#include "store/db.h"
#include "store/query_private.h"
#include "store/store_private.h"

enum {
  SQL_ALL,
  SQL_GROUP,
  SQL_AREA,
  SQL_AUTHOR,
  SQL_TOPIC,
  SQL_DAYS_GROUP,
  SQL_DAYS_AREA,
  SQL_DAYS_TOPIC,
  SQL_KEYS_DOCUMENT,
  SQL_KEYS_GROUP,
  SQL_KEYS_AREA,
  SQL_KEYS_AUTHOR,
  SQL_KEYS_TOPIC,
  SQL_SPAN,
  SQL_GENERATION,
  SQL_SNAPSHOT_BEGIN,
  SQL_SNAPSHOT_END,
  N_SQL
};

#define OF_KIND " AND (:documents = 0 OR a.kind <= 2)"
#define NEWEST " ORDER BY a.day DESC, a.id DESC LIMIT :limit"
#define COUNTS "sum(kind = 1), sum(kind = 2), sum(kind > 2) FROM announcement"

static const char *const sql[N_SQL + 1] = {
  /* Ids follow time: days are a range of them. */
  [SQL_ALL] = NK_LISTED_COLUMNS " WHERE a.id >= :first_id AND a.id < :end_id" OF_KIND " ORDER BY a.id DESC LIMIT :limit",
  [SQL_GROUP] = NK_LISTED_COLUMNS " WHERE a.group_acronym = :key AND a.day BETWEEN :from AND :to" OF_KIND NEWEST,
  [SQL_AREA] = NK_LISTED_COLUMNS " WHERE a.group_area = :key AND a.day BETWEEN :from AND :to" OF_KIND NEWEST,
  [SQL_AUTHOR] = NK_LISTED_COLUMNS " JOIN announcement_text AS t ON t.rowid = a.id WHERE announcement_text MATCH :words"
                              " AND t.rowid >= :first_id AND t.rowid < :end_id" OF_KIND " ORDER BY t.rowid DESC",
  [SQL_TOPIC] = NK_LISTED_COLUMNS " JOIN announcement_topic AS p ON p.announcement_id = a.id WHERE p.topic = :key"
                             " AND p.announcement_id >= :first_id AND p.announcement_id < :end_id" OF_KIND
                             " ORDER BY p.announcement_id DESC LIMIT :limit",
  [SQL_DAYS_GROUP] = "SELECT day, " COUNTS " WHERE group_acronym = :key AND day BETWEEN :from AND :to GROUP BY day",
  [SQL_DAYS_AREA] = "SELECT day, " COUNTS " WHERE group_area = :key AND day BETWEEN :from AND :to GROUP BY day",
  [SQL_DAYS_TOPIC]
  = "SELECT a.day, sum(a.kind = 1), sum(a.kind = 2), 0 FROM announcement_topic AS p JOIN announcement AS a ON a.id = p.announcement_id"
    " WHERE p.topic = :key AND p.announcement_id >= :first_id AND p.announcement_id < :end_id GROUP BY a.day",
  [SQL_KEYS_DOCUMENT]
  = "SELECT name, '', count(*), ifnull(max(day), -2147483648) FROM announcement WHERE instr(name, '/') = 0 GROUP BY name",
  [SQL_KEYS_GROUP] = "SELECT group_acronym, '', count(*), max(day) FROM announcement WHERE group_acronym IS NOT NULL AND day IS NOT NULL"
                     " GROUP BY group_acronym",
  [SQL_KEYS_AREA] = "SELECT group_area, '', count(*), max(day) FROM announcement WHERE group_area IS NOT NULL AND day IS NOT NULL"
                    " GROUP BY group_area",
  [SQL_KEYS_AUTHOR] = "SELECT authors, day FROM announcement WHERE authors IS NOT NULL AND kind <= 2 AND day IS NOT NULL ORDER BY id",
  [SQL_KEYS_TOPIC] = "SELECT topic, '', count(*), 0 FROM announcement_topic GROUP BY topic",
  [SQL_SPAN] = "SELECT (SELECT min(day) FROM announcement WHERE day <= :today), (SELECT max(day) FROM announcement WHERE day <= :today)",
  [SQL_GENERATION] = "PRAGMA data_version",
  [SQL_SNAPSHOT_BEGIN] = "SAVEPOINT snapshot",
  [SQL_SNAPSHOT_END] = "RELEASE snapshot",
};

/* Rows looked at for one list: words that half the authors have in their names would otherwise go through everything. */
#define MAX_SEEN_ROWS 20000

#define ID_OF_INSTANT(unix_s) ((unix_s) * (1 << 20))

enum {
  COLUMN_ID,
  COLUMN_KIND,
  COLUMN_UNIX_S,
  COLUMN_DAY,
  COLUMN_NAME,
  COLUMN_REVISION,
  COLUMN_TITLE,
  COLUMN_AUTHORS,
  COLUMN_GROUP_ACRONYM,
  COLUMN_GROUP_NAME,
  COLUMN_GROUP_AREA,
  COLUMN_STATUS,
  COLUMN_LEVEL,
  COLUMN_ACTION,
  COLUMN_URL,
  COLUMN_STANDING,
  COLUMN_RFC_NUMBER,
  COLUMN_ENDS,
  COLUMN_ABSTRACT,
};

const char *const *
nk_query_list_sql (void)
{
  return sql;
}

void
nk_listed_free (NkListed *listed)
{
  if (listed == NULL)
    return;
  g_free (listed->name);
  g_free (listed->revision);
  g_free (listed->title);
  g_strfreev (listed->authors);
  g_free (listed->group_acronym);
  g_free (listed->group_name);
  g_free (listed->group_area);
  g_free (listed->status);
  g_free (listed->level);
  g_free (listed->action);
  g_free (listed->url);
  g_free (listed->abstract);
  g_free (listed);
}

void
nk_list_key_free (NkListKey *key)
{
  if (key == NULL)
    return;
  g_free (key->key);
  g_free (key->label);
  g_free (key);
}

static NkDay
read_day (const NkStatement *row, int column)
{
  return nk_statement_is_null (row, column) ? NK_DAY_NONE : (NkDay)nk_statement_number (row, column);
}

NkListed *
nk_listed_read (const NkStatement *row)
{
  NkListed *listed = g_new0 (NkListed, 1);

  listed->id = nk_statement_number (row, COLUMN_ID);
  listed->kind = (NkKind)nk_statement_number (row, COLUMN_KIND);
  listed->unix_s = nk_statement_number (row, COLUMN_UNIX_S);
  listed->day = read_day (row, COLUMN_DAY);
  listed->name = nk_statement_dup_text (row, COLUMN_NAME);
  listed->revision = nk_statement_dup_text (row, COLUMN_REVISION);
  listed->title = nk_statement_dup_text (row, COLUMN_TITLE);
  listed->authors = g_strsplit (nk_statement_text (row, COLUMN_AUTHORS), "\n", NK_ANNOUNCEMENT_MAX_AUTHORS);
  listed->group_acronym = nk_statement_dup_text (row, COLUMN_GROUP_ACRONYM);
  listed->group_name = nk_statement_dup_text (row, COLUMN_GROUP_NAME);
  listed->group_area = nk_statement_dup_text (row, COLUMN_GROUP_AREA);
  listed->status = nk_statement_dup_text (row, COLUMN_STATUS);
  listed->level = nk_statement_dup_text (row, COLUMN_LEVEL);
  listed->action = nk_statement_dup_text (row, COLUMN_ACTION);
  listed->url = nk_statement_dup_text (row, COLUMN_URL);
  listed->standing = (NkStanding)nk_statement_number (row, COLUMN_STANDING);
  listed->rfc_number = (guint)nk_statement_number (row, COLUMN_RFC_NUMBER);
  listed->ends = read_day (row, COLUMN_ENDS);
  listed->abstract = nk_statement_dup_text (row, COLUMN_ABSTRACT);
  return listed;
}

/* The words of a slug as one phrase of the column of authors. A slug holds no quote. */
static char *
author_words (const char *slug)
{
  g_autofree char *words = g_strdelimit (g_strdup (slug), "-", ' ');

  return g_strdup_printf ("authors : \"%s\"", words);
}

static gboolean
has_author (char **authors, const char *slug)
{
  for (; *authors != NULL; authors++) {
    g_autofree char *its_slug = nk_author_slug (*authors);

    if (strcmp (its_slug, slug) == 0)
      return TRUE;
  }
  return FALSE;
}

static NkStatement *
prepare (NkStore *store, guint statement, const NkListQuery *query, GError **error)
{
  NkStatement *select = nk_db_prepare (store->db, sql[statement], error);
  gint64 first_id = query->from == NK_DAY_NONE ? G_MININT64 : ID_OF_INSTANT (nk_day_start_unix_s (query->from));
  gint64 end_id = ID_OF_INSTANT (nk_day_start_unix_s (query->to) + NK_DAY_SECONDS);

  if (select == NULL)
    return NULL;
  if (query->by != NK_LIST_ALL && query->by != NK_LIST_AUTHOR)
    nk_statement_bind_text (select, ":key", query->key);
  if (query->by == NK_LIST_GROUP || query->by == NK_LIST_AREA) {
    nk_statement_bind_number (select, ":from", query->from);
    nk_statement_bind_number (select, ":to", query->to);
  } else {
    nk_statement_bind_number (select, ":first_id", first_id);
    nk_statement_bind_number (select, ":end_id", end_id);
  }
  return select;
}

static NkAsking
ask_list (NkStore *store, const NkListQuery *query)
{
  static const NkAspectKind kinds[] = { NK_ASPECT_DAYS, NK_ASPECT_GROUP, NK_ASPECT_AREA, NK_ASPECT_AUTHOR, NK_ASPECT_TOPIC };

  return nk_asking_begin (store, kinds[query->by], query->key, query->from, query->to);
}

static gboolean
collect (NkStore *store, const NkListQuery *query, guint limit, GPtrArray *listed, GError **error)
{
  static const guint statements[] = { SQL_ALL, SQL_GROUP, SQL_AREA, SQL_AUTHOR, SQL_TOPIC };
  g_autofree char *words = query->by == NK_LIST_AUTHOR ? author_words (query->key) : NULL;
  g_autoptr (NkStatement) select = prepare (store, statements[query->by], query, error);
  NkRow row = NK_ROW_NONE;
  guint n_seen = 0;

  if (select == NULL)
    return FALSE;
  nk_statement_bind_number (select, ":documents", query->documents);
  nk_statement_bind_number (select, ":abstracts", query->abstracts);
  if (query->by == NK_LIST_AUTHOR)
    nk_statement_bind_text (select, ":words", words);
  else
    nk_statement_bind_number (select, ":limit", limit);
  while (listed->len < limit && n_seen++ < MAX_SEEN_ROWS && (row = nk_statement_next (select, error)) == NK_ROW_READY) {
    g_autoptr (NkListed) one = nk_listed_read (select);

    if (query->by != NK_LIST_AUTHOR || has_author (one->authors, query->key))
      g_ptr_array_add (listed, g_steal_pointer (&one));
  }
  nk_statement_reset (select);
  if (n_seen > MAX_SEEN_ROWS) /* what others are called has a say in where it stops */
    nk_asking_tell (store, NK_ASPECT_ALL, NULL, 0, 0);
  return row != NK_ROW_FAULT;
}

GPtrArray *
nk_query_list (NkStore *store, const NkListQuery *query, GError **error)
{
  g_auto (NkAsking) asking = NULL;
  g_autoptr (GPtrArray) listed = g_ptr_array_new_with_free_func ((GDestroyNotify)nk_listed_free);

  g_return_val_if_fail (store != NULL && query != NULL && (query->by == NK_LIST_ALL || query->key != NULL), NULL);
  asking = ask_list (store, query);
  return collect (store, query, MIN (query->limit, NK_LIST_MAX_ROWS), listed, error) ? g_steal_pointer (&listed) : NULL;
}

static void
count_kind (NkDayCount *count, NkKind kind)
{
  if (kind == NK_KIND_INTERNET_DRAFT)
    count->internet_drafts++;
  else if (kind == NK_KIND_RFC)
    count->rfcs++;
  else
    count->others++;
}

/* The rows of an author are counted here: no index knows them by day. */
static GArray *
count_author_days (NkStore *store, const NkListQuery *query, GError **error)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (NkDayCount));
  g_autoptr (GPtrArray) listed = g_ptr_array_new_with_free_func ((GDestroyNotify)nk_listed_free);

  if (!collect (store, query, NK_LIST_MAX_ROWS, listed, error))
    return NULL;
  for (guint i = listed->len; i > 0; i--) {
    const NkListed *one = listed->pdata[i - 1];

    if (one->day == NK_DAY_NONE)
      continue;
    if (counts->len == 0 || g_array_index (counts, NkDayCount, counts->len - 1).day != one->day) {
      NkDayCount count = { .day = one->day };

      g_array_append_val (counts, count);
    }
    count_kind (&g_array_index (counts, NkDayCount, counts->len - 1), one->kind);
  }
  return g_steal_pointer (&counts);
}

GArray *
nk_query_list_days (NkStore *store, const NkListQuery *query, GError **error)
{
  static const guint statements[] = { [NK_LIST_GROUP] = SQL_DAYS_GROUP, [NK_LIST_AREA] = SQL_DAYS_AREA, [NK_LIST_TOPIC] = SQL_DAYS_TOPIC };
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (NkDayCount));
  g_auto (NkAsking) asking = NULL;
  g_autoptr (NkStatement) select = NULL;
  NkRow row;

  g_return_val_if_fail (store != NULL && query != NULL, NULL);
  if (query->by == NK_LIST_ALL)
    return nk_query_day_counts (store, query->from, query->to, error);
  asking = ask_list (store, query);
  if (query->by == NK_LIST_AUTHOR)
    return count_author_days (store, query, error);
  select = prepare (store, statements[query->by], query, error);
  if (select == NULL)
    return NULL;
  while ((row = nk_statement_next (select, error)) == NK_ROW_READY) {
    NkDayCount count = { .day = (NkDay)nk_statement_number (select, 0),
                         .internet_drafts = (guint)nk_statement_number (select, 1),
                         .rfcs = (guint)nk_statement_number (select, 2),
                         .others = (guint)nk_statement_number (select, 3) };

    g_array_append_val (counts, count);
  }
  return row == NK_ROW_NONE ? g_steal_pointer (&counts) : NULL;
}

/* Takes `key` and `label`. */
static NkListKey *
list_key_new (char *key, char *label, guint n, NkDay last)
{
  NkListKey *list_key = g_new0 (NkListKey, 1);

  *list_key = (NkListKey){ .key = key, .label = label, .n = n, .last = last };
  return list_key;
}

static gint
compare_keys (gconstpointer a, gconstpointer b)
{
  const NkListKey *one = *(const NkListKey *const *)a, *other = *(const NkListKey *const *)b;

  return strcmp (one->key, other->key);
}

/* Rows come by time, so the last name is the newest. `known` looks into `keys`. */
static void
add_authors (GPtrArray *keys, GHashTable *known, const char *authors, NkDay day)
{
  g_auto (GStrv) names = g_strsplit (authors, "\n", NK_ANNOUNCEMENT_MAX_AUTHORS);

  for (guint i = 0; names[i] != NULL; i++) {
    g_autofree char *slug = nk_author_slug (names[i]);
    NkListKey *key = g_hash_table_lookup (known, slug);

    if (*slug == '\0' || strcmp (slug, "et-al") == 0)
      continue;
    if (key == NULL) {
      key = list_key_new (g_steal_pointer (&slug), NULL, 0, day);
      g_ptr_array_add (keys, key);
      g_hash_table_insert (known, key->key, key);
    }
    g_free (key->label);
    key->label = g_strdup (names[i]);
    key->n++;
    key->last = MAX (key->last, day);
  }
}

GPtrArray *
nk_query_list_keys (NkStore *store, NkListBy by, GError **error)
{
  static const guint statements[] = { SQL_KEYS_DOCUMENT, SQL_KEYS_GROUP, SQL_KEYS_AREA, SQL_KEYS_AUTHOR, SQL_KEYS_TOPIC };
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func ((GDestroyNotify)nk_list_key_free);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (NkAsking) asking = NULL;
  g_autoptr (NkStatement) select = NULL;
  NkRow row;

  g_return_val_if_fail (store != NULL, NULL);
  asking = nk_asking_begin (store, NK_ASPECT_ALL, NULL, 0, 0);
  select = nk_db_prepare (store->db, sql[statements[by]], error);
  if (select == NULL)
    return NULL;
  while ((row = nk_statement_next (select, error)) == NK_ROW_READY) {
    if (by == NK_LIST_AUTHOR)
      add_authors (keys, known, nk_statement_text (select, 0), (NkDay)nk_statement_number (select, 1));
    else
      g_ptr_array_add (keys, list_key_new (nk_statement_dup_text (select, 0), nk_statement_dup_text (select, 0),
                                           (guint)nk_statement_number (select, 2), (NkDay)nk_statement_number (select, 3)));
  }
  g_ptr_array_sort (keys, compare_keys);
  return row == NK_ROW_NONE ? g_steal_pointer (&keys) : NULL;
}

gboolean
nk_query_announced_span (NkStore *store, NkDay today, NkDay *ret_first, NkDay *ret_last, GError **error)
{
  return nk_query_announced_span_within (store, today, NK_ASPECT_MIN_DAY, NK_ASPECT_MAX_DAY, ret_first, ret_last, error);
}

gboolean
nk_query_announced_span_within (NkStore *store, NkDay today, NkDay from, NkDay to, NkDay *ret_first, NkDay *ret_last, GError **error)
{
  g_auto (NkAsking) asking = NULL;
  g_autoptr (NkStatement) select = NULL;

  g_return_val_if_fail (store != NULL && ret_first != NULL && ret_last != NULL, FALSE);
  asking = nk_asking_begin (store, NK_ASPECT_SPAN, NULL, from, to);
  select = nk_db_prepare (store->db, sql[SQL_SPAN], error);
  if (select == NULL)
    return FALSE;
  nk_statement_bind_number (select, ":today", today);
  if (nk_statement_next (select, error) != NK_ROW_READY)
    return FALSE;
  *ret_first = read_day (select, 0);
  *ret_last = read_day (select, 1);
  if (*ret_first != NK_DAY_NONE) {
    *ret_first = CLAMP (*ret_first, from, to);
    *ret_last = CLAMP (*ret_last, from, to);
  }
  return TRUE;
}

gboolean
nk_query_generation (NkStore *store, gint64 *ret_generation, GError **error)
{
  g_auto (NkAsking) asking = NULL;

  g_return_val_if_fail (store != NULL && ret_generation != NULL, FALSE);
  asking = nk_asking_nothing (store);
  return nk_db_number (store->db, sql[SQL_GENERATION], ret_generation, error);
}

static gboolean
run (NkStore *store, guint statement, GError **error)
{
  g_auto (NkAsking) asking = nk_asking_nothing (store);
  g_autoptr (NkStatement) prepared = nk_db_prepare (store->db, sql[statement], error);

  return prepared != NULL && nk_statement_run (prepared, error);
}

gboolean
nk_query_snapshot_begin (NkStore *store, GError **error)
{
  g_return_val_if_fail (store != NULL, FALSE);
  return run (store, SQL_SNAPSHOT_BEGIN, error);
}

void
nk_query_snapshot_end (NkStore *store)
{
  g_return_if_fail (store != NULL);
  run (store, SQL_SNAPSHOT_END, NULL);
}
