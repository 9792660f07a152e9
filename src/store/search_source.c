/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/search_source_private.h"
#include "store/store_private.h"

enum { SQL_MATCH, SQL_ALL, SQL_GROUP, SQL_TOPIC, SQL_FACTS, SQL_AUTHORS, N_SQL };

static const char *const sql[N_SQL + 1] = {
  [SQL_MATCH] = "SELECT rowid FROM announcement_text WHERE announcement_text MATCH :match AND rowid >= :first_id AND rowid < :end_id"
                " ORDER BY rowid DESC",
  [SQL_ALL] = "SELECT id, kind, group_area, group_acronym FROM announcement INDEXED BY announcement_facts WHERE id >= :first_id AND id < "
              ":end_id ORDER BY id DESC",
  [SQL_GROUP] = "SELECT id FROM announcement WHERE group_acronym = :key AND id >= :first_id AND id < :end_id",
  [SQL_TOPIC]
  = "SELECT announcement_id FROM announcement_topic WHERE topic = :key AND announcement_id >= :first_id AND announcement_id < :end_id",
  [SQL_FACTS] = "SELECT id, kind, group_area, group_acronym FROM announcement INDEXED BY announcement_facts WHERE id = :id",
  [SQL_AUTHORS] = "SELECT authors FROM announcement WHERE id = :id",
};

enum { FACT_ID, FACT_KIND, FACT_AREA, FACT_GROUP };

struct _NkSearchSource {
  const NkSearchQuery *query;
  char *match;
  gint64 first_id, end_id;
  NkStatement *rows;                    /* where matches come from, or NULL: from `set` */
  GArray *set;                          /* of those below, borrowed */
  guint n_taken;                        /* of the set, from its end */
  NkStatement *excluded;                /* (nullable): what the full text excludes, in step with the others */
  gint64 excluded_id;                   /* the one that was read last; G_MININT64 behind the end */
  GArray *groups, *topics, *not_topics; /* (nullable): gint64, ascending */
  NkStatement *look_up_facts, *authors;
  NkStatement *facts; /* where the facts of the present candidate stand: in `rows` if they come from the same index, else looked up */
  gboolean needs_facts, needs_authors;
};

const char *const *
nk_search_source_sql (void)
{
  return sql;
}

void
nk_search_source_free (NkSearchSource *source)
{
  if (source == NULL)
    return;
  nk_statement_free (source->rows);
  nk_statement_free (source->excluded);
  nk_statement_free (source->look_up_facts);
  nk_statement_free (source->authors);
  g_clear_pointer (&source->groups, g_array_unref);
  g_clear_pointer (&source->topics, g_array_unref);
  g_clear_pointer (&source->not_topics, g_array_unref);
  g_free (source->match);
  g_free (source);
}

/* --- beginning */

static void
set_range (NkSearchSource *source, NkDay today)
{
  const NkSearchQuery *query = source->query;
  NkDay last = query->to != NK_DAY_NONE ? MIN (query->to, today) : today;

  source->first_id = query->from == NK_DAY_NONE ? G_MININT64 : NK_ID_OF_INSTANT (nk_day_start_unix_s (query->from));
  /* What has no date has a negative id, and is of no day. */
  if (query->from != NK_DAY_NONE || query->to != NK_DAY_NONE)
    source->first_id = MAX (source->first_id, 0);
  source->end_id = NK_ID_OF_INSTANT (nk_day_start_unix_s (last) + NK_DAY_SECONDS);
}

static NkStatement *
prepare_range (NkSearchSource *source, NkStore *store, guint statement, GError **error)
{
  NkStatement *rows = nk_db_prepare (store->db, sql[statement], error);

  if (rows == NULL)
    return NULL;
  nk_statement_bind_number (rows, ":first_id", source->first_id);
  nk_statement_bind_number (rows, ":end_id", source->end_id);
  return rows;
}

static gint
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *)a, y = *(const gint64 *)b;

  return (x > y) - (x < y);
}

/* What is in two groups or topics. */
static void
leave_out_twins (GArray *set)
{
  guint n = 0;

  for (guint i = 0; i < set->len; i++)
    if (n == 0 || g_array_index (set, gint64, i) != g_array_index (set, gint64, n - 1))
      g_array_index (set, gint64, n++) = g_array_index (set, gint64, i);
  g_array_set_size (set, n);
}

/* The ids of all keys together, each once; NULL in *ret_set if there is no key. */
static gboolean
load_set (NkSearchSource *source, NkStore *store, guint statement, const GPtrArray *keys, GArray **ret_set, GError **error)
{
  g_autoptr (NkStatement) rows = NULL;
  g_autoptr (GArray) set = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (keys->len == 0)
    return TRUE;
  rows = prepare_range (source, store, statement, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < keys->len; i++) {
    NkRow row;

    nk_statement_bind_text (rows, ":key", keys->pdata[i]);
    while ((row = nk_statement_next (rows, error)) == NK_ROW_READY) {
      gint64 id = nk_statement_number (rows, 0);

      g_array_append_val (set, id);
    }
    if (row == NK_ROW_FAULT)
      return FALSE;
  }
  g_array_sort (set, compare_ids);
  leave_out_twins (set);
  *ret_set = g_steal_pointer (&set);
  return TRUE;
}

static gboolean
load_sets (NkSearchSource *source, NkStore *store, GError **error)
{
  const NkSearchQuery *query = source->query;

  return load_set (source, store, SQL_GROUP, query->values[NK_SEARCH_GROUP], &source->groups, error)
         && load_set (source, store, SQL_TOPIC, query->values[NK_SEARCH_TOPIC], &source->topics, error)
         && load_set (source, store, SQL_TOPIC, query->not_values[NK_SEARCH_TOPIC], &source->not_topics, error);
}

static gboolean
begin_match (NkSearchSource *source, NkStore *store, char *match_not, GError **error)
{
  if (match_not != NULL) {
    char *both = g_strdup_printf ("(%s) NOT (%s)", source->match, match_not);

    g_free (source->match);
    source->match = both;
  }
  source->rows = prepare_range (source, store, SQL_MATCH, error);
  if (source->rows == NULL)
    return FALSE;
  nk_statement_bind_text (source->rows, ":match", source->match);
  return TRUE;
}

static gboolean
begin_without_words (NkSearchSource *source, NkStore *store, GError **error)
{
  source->set = source->groups != NULL ? source->groups : source->topics;
  if (source->set == NULL)
    source->facts = source->rows = prepare_range (source, store, SQL_ALL, error);
  return source->set != NULL || source->rows != NULL;
}

/* TRUE if words of an author might have been found in two neighbours, or must not be there. */
static gboolean
must_look_at_authors (const NkSearchQuery *query)
{
  const GPtrArray *authors = query->values[NK_SEARCH_AUTHOR];

  for (guint i = 0; i < authors->len; i++)
    if (strchr (authors->pdata[i], ' ') != NULL)
      return TRUE;
  return query->not_values[NK_SEARCH_AUTHOR]->len > 0;
}

static gboolean
must_look_at_facts (const NkSearchQuery *query)
{
  return query->kinds != 0 || query->not_kinds != 0 || query->values[NK_SEARCH_AREA]->len > 0 || query->not_values[NK_SEARCH_AREA]->len > 0
         || query->not_values[NK_SEARCH_GROUP]->len > 0;
}

NkSearchSource *
nk_search_source_new (NkStore *store, const NkSearchQuery *query, NkDay today, GError **error)
{
  g_autoptr (NkSearchSource) source = g_new0 (NkSearchSource, 1);
  char *match_not = nk_search_query_match_not (query);
  gboolean is_good;

  source->query = query;
  source->match = nk_search_query_match (query);
  source->needs_facts = must_look_at_facts (query);
  source->needs_authors = must_look_at_authors (query);
  source->excluded_id = G_MAXINT64;
  set_range (source, today);
  source->facts = source->look_up_facts = nk_db_prepare (store->db, sql[SQL_FACTS], error);
  source->authors = source->facts != NULL ? nk_db_prepare (store->db, sql[SQL_AUTHORS], error) : NULL;
  is_good = source->authors != NULL && load_sets (source, store, error);
  if (is_good && source->match != NULL)
    is_good = begin_match (source, store, match_not, error);
  else if (is_good)
    is_good = begin_without_words (source, store, error);
  if (is_good && source->match == NULL && match_not != NULL) {
    source->match = g_steal_pointer (&match_not);
    source->excluded = prepare_range (source, store, SQL_MATCH, error);
    if (source->excluded != NULL)
      nk_statement_bind_text (source->excluded, ":match", source->match);
    is_good = source->excluded != NULL;
  }
  g_free (match_not);
  return is_good ? g_steal_pointer (&source) : NULL;
}

/* --- one by one */

static NkRow
next_candidate (NkSearchSource *source, gint64 *ret_id, GError **error)
{
  NkRow row = NK_ROW_READY;

  if (source->rows != NULL) {
    row = nk_statement_next (source->rows, error);
    if (row == NK_ROW_READY)
      *ret_id = nk_statement_number (source->rows, 0);
    return row;
  }
  if (source->n_taken == source->set->len)
    return NK_ROW_NONE;
  *ret_id = g_array_index (source->set, gint64, source->set->len - ++source->n_taken);
  return NK_ROW_READY;
}

static gboolean
set_has (GArray *set, gint64 id)
{
  return g_array_binary_search (set, &id, compare_ids, NULL);
}

static gboolean
has_value (const GPtrArray *values, const char *value)
{
  for (guint i = 0; i < values->len; i++)
    if (strcmp (values->pdata[i], value) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_excluded (NkSearchSource *source, gint64 id, gboolean *ret_is_excluded, GError **error)
{
  while (source->excluded != NULL && source->excluded_id > id) {
    switch (nk_statement_next (source->excluded, error)) {
    case NK_ROW_READY: source->excluded_id = nk_statement_number (source->excluded, 0); break;
    case NK_ROW_NONE: source->excluded_id = G_MININT64; break;
    case NK_ROW_FAULT: return FALSE;
    }
  }
  *ret_is_excluded = source->excluded != NULL && source->excluded_id == id;
  return TRUE;
}

static gboolean
facts_fit (const NkSearchSource *source)
{
  const NkSearchQuery *query = source->query;
  guint32 kind = 1u << nk_statement_number (source->facts, FACT_KIND);
  const char *area = nk_statement_text (source->facts, FACT_AREA), *group = nk_statement_text (source->facts, FACT_GROUP);
  const char *area_key = *area != '\0' ? area : "none";

  return (query->kinds == 0 || (query->kinds & kind) != 0) && (query->not_kinds & kind) == 0
         && (query->values[NK_SEARCH_AREA]->len == 0 || has_value (query->values[NK_SEARCH_AREA], area_key))
         && !has_value (query->not_values[NK_SEARCH_AREA], area_key) && !has_value (query->not_values[NK_SEARCH_GROUP], group);
}

static gboolean
has_author (const GPtrArray *wanted, char **names)
{
  for (guint i = 0; i < wanted->len; i++)
    for (char **name = names; *name != NULL; name++)
      if (nk_search_text_has (wanted->pdata[i], FALSE, *name))
        return TRUE;
  return FALSE;
}

static gboolean
authors_fit (const NkSearchSource *source)
{
  g_auto (GStrv) names = g_strsplit (nk_statement_text (source->authors, 0), "\n", NK_ANNOUNCEMENT_MAX_AUTHORS);
  const GPtrArray *wanted = source->query->values[NK_SEARCH_AUTHOR];

  return (wanted->len == 0 || has_author (wanted, names)) && !has_author (source->query->not_values[NK_SEARCH_AUTHOR], names);
}

static NkRow
look_up (NkStatement *statement, gint64 id, GError **error)
{
  nk_statement_reset (statement);
  nk_statement_bind_number (statement, ":id", id);
  return nk_statement_next (statement, error);
}

/* *ret_fits: whether the candidate is a match. Its facts are then read if they are wanted. */
static gboolean
look_at (NkSearchSource *source, gint64 id, gboolean wants_area, gboolean *ret_fits, GError **error)
{
  gboolean is_out = FALSE;
  NkRow row;

  *ret_fits = FALSE;
  if ((source->groups != NULL && !set_has (source->groups, id)) || (source->topics != NULL && !set_has (source->topics, id))
      || (source->not_topics != NULL && set_has (source->not_topics, id)))
    return TRUE;
  if (!is_excluded (source, id, &is_out, error))
    return FALSE;
  if (is_out)
    return TRUE;
  if (source->needs_facts || wants_area) {
    row = source->facts == source->rows ? NK_ROW_READY : look_up (source->look_up_facts, id, error);
    if (row != NK_ROW_READY || !facts_fit (source))
      return row != NK_ROW_FAULT;
  }
  if (source->needs_authors) {
    row = look_up (source->authors, id, error);
    if (row != NK_ROW_READY || !authors_fit (source))
      return row != NK_ROW_FAULT;
  }
  *ret_fits = TRUE;
  return TRUE;
}

NkRow
nk_search_source_next (NkSearchSource *source, gboolean wants_area, gint64 *ret_id, const char **ret_area, GError **error)
{
  gboolean fits = FALSE;
  gint64 id = 0;
  NkRow row;

  while ((row = next_candidate (source, &id, error)) == NK_ROW_READY) {
    if (!look_at (source, id, wants_area, &fits, error))
      return NK_ROW_FAULT;
    if (!fits)
      continue;
    *ret_id = id;
    *ret_area = wants_area && !nk_statement_is_null (source->facts, FACT_AREA) ? nk_statement_text (source->facts, FACT_AREA) : NULL;
    return NK_ROW_READY;
  }
  return row;
}

gboolean
nk_search_source_is_filtered (const NkSearchSource *source)
{
  return source->needs_facts || source->needs_authors || source->groups != NULL || source->topics != NULL || source->not_topics != NULL;
}

const char *
nk_search_source_match (const NkSearchSource *source)
{
  return source->excluded == NULL ? source->match : NULL;
}
