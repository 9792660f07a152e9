/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Matches come newest first, by id. So the first page needs no more than its hits; ranking takes the newest matches, and looks at the weights of these alone. */
#include "store/search.h"

#include "store/query_private.h"
#include "store/search_source_private.h"
#include "store/store_private.h"

#define SNIPPET_WORDS 40

/* Weights of name, title, authors, abstract, summary. */
#define RANK "bm25 (announcement_text, 10.0, 8.0, 4.0, 1.0, 2.0)"
#define RANKED_ROWS                                                                                                                        \
  "SELECT rowid, " RANK " FROM announcement_text WHERE announcement_text MATCH :match AND rowid >= :first_id AND rowid <= :last_id"

enum { SQL_RANK, SQL_RANK_SOME, SQL_HIT, SQL_SUMMARY, SQL_SEARCHED, SQL_SEARCHED_JAPANESE, N_SQL };

static const char *const sql[N_SQL + 1] = {
  [SQL_RANK] = RANKED_ROWS,
  /* The plus keeps the ids away from FTS5, which would look up one after the other. */
  [SQL_RANK_SOME] = RANKED_ROWS " AND +rowid IN (SELECT value FROM json_each (:ids))",
  [SQL_HIT] = NK_LISTED_COLUMNS " WHERE a.id = :id",
  [SQL_SUMMARY] = "SELECT summary FROM announcement_words WHERE id = :id",
  /* Counting a whole table is a walk over the pages of its smallest index. */
  [SQL_SEARCHED] = "SELECT (SELECT count(*) FROM announcement) - (SELECT count(*) FROM announcement WHERE id >= :end_id)",
  [SQL_SEARCHED_JAPANESE] = "SELECT count(*) FROM summary WHERE language = 'ja' AND is_quoted = 0 AND announcement_id < :end_id",
};

typedef struct {
  gint64 id;
  double score; /* of bm25: less is better */
} Match;

typedef struct {
  NkStore *store;
  const NkSearchOptions *options;
  NkSearchSource *source;
  GArray *matches; /* Match: of the page, or all that are ranked; newest first */
  guint n_seen;
  gboolean is_end;   /* there is no match behind those that were seen */
  GHashTable *areas; /* char * -> guint */
  GHashTable *years; /* int -> guint */
  NkSearchResult *result;
} Search;

const char *const *
nk_search_sql (void)
{
  return sql;
}

/* --- results */

void
nk_search_hit_free (NkSearchHit *hit)
{
  if (hit == NULL)
    return;
  nk_listed_free (hit->listed);
  g_array_unref (hit->title);
  g_array_unref (hit->snippet);
  g_free (hit);
}

static void
clear_count (gpointer data)
{
  g_free (((NkSearchCount *)data)->key);
}

static NkSearchResult *
result_new (void)
{
  NkSearchResult *result = g_new0 (NkSearchResult, 1);

  result->hits = g_ptr_array_new_with_free_func ((GDestroyNotify)nk_search_hit_free);
  result->years = g_array_new (FALSE, FALSE, sizeof (NkSearchCount));
  result->areas = g_array_new (FALSE, FALSE, sizeof (NkSearchCount));
  g_array_set_clear_func (result->years, clear_count);
  g_array_set_clear_func (result->areas, clear_count);
  result->total_is_all = result->rank_is_all = TRUE;
  result->first = result->last = NK_DAY_NONE;
  return result;
}

void
nk_search_result_free (NkSearchResult *result)
{
  if (result == NULL)
    return;
  g_ptr_array_unref (result->hits);
  g_array_unref (result->years);
  g_array_unref (result->areas);
  g_free (result);
}

static void
search_clear (Search *search)
{
  g_clear_pointer (&search->source, nk_search_source_free);
  g_clear_pointer (&search->matches, g_array_unref);
  g_clear_pointer (&search->areas, g_hash_table_unref);
  g_clear_pointer (&search->years, g_hash_table_unref);
  g_clear_pointer (&search->result, nk_search_result_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

/* --- finding */

static gboolean
is_ranked (const Search *search)
{
  return search->options->order == NK_SEARCH_RANKED && nk_search_source_match (search->source) != NULL;
}

/* Undated ones are of no year. */
static void
count_match (Search *search, gint64 id, const char *area)
{
  const char *key = area != NULL && *area != '\0' ? area : "none";
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (search->areas, key));
  int year, month, day_of_month;

  g_hash_table_replace (search->areas, g_strdup (key), GUINT_TO_POINTER (n + 1));
  if (id < 0)
    return;
  nk_day_split (nk_day_of (id >> 20), &year, &month, &day_of_month);
  n = GPOINTER_TO_UINT (g_hash_table_lookup (search->years, GINT_TO_POINTER (year)));
  g_hash_table_replace (search->years, GINT_TO_POINTER (year), GUINT_TO_POINTER (n + 1));
}

static void
keep_match (Search *search, gint64 id)
{
  const NkSearchOptions *options = search->options;
  Match match = { id, 0 };
  gboolean is_kept = is_ranked (search) ? search->n_seen < NK_SEARCH_MAX_RANKED
                                        : search->n_seen >= options->offset && search->n_seen - options->offset < options->limit;

  if (is_kept)
    g_array_append_val (search->matches, match);
}

/* How many matches have to be seen: one behind the last that is wanted tells whether there are more. */
static guint
wanted (const Search *search)
{
  const NkSearchOptions *options = search->options;
  guint n = is_ranked (search) ? NK_SEARCH_MAX_RANKED : options->offset + options->limit;

  return MIN (options->counts ? MAX (n, NK_SEARCH_MAX_COUNTED) : n, NK_SEARCH_MAX_COUNTED) + 1;
}

static gboolean
find_matches (Search *search, GError **error)
{
  const guint end = wanted (search);
  gboolean counts = search->options->counts;

  for (;;) {
    const char *area = NULL;
    gint64 id;

    switch (nk_search_source_next (search->source, counts && search->n_seen + 1 < end, &id, &area, error)) {
    case NK_ROW_READY: break;
    case NK_ROW_NONE: search->is_end = TRUE; return TRUE;
    case NK_ROW_FAULT: return FALSE;
    }
    if (search->n_seen + 1 == end)
      return TRUE;
    keep_match (search, id);
    if (counts)
      count_match (search, id, area);
    search->n_seen++;
  }
}

/* --- ranking */

static char *
ids_json (const GArray *matches)
{
  g_autoptr (GString) ids = g_string_new ("[");

  for (guint i = 0; i < matches->len; i++)
    g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", g_array_index (matches, Match, i).id);
  g_string_append_c (ids, ']');
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static gint
compare_scores (gconstpointer a, gconstpointer b)
{
  const Match *one = a, *other = b;

  if (one->score != other->score)
    return one->score < other->score ? -1 : 1;
  return (one->id < other->id) - (one->id > other->id);
}

/* The scores of the matches, in the place of them, best first. */
static gboolean
rank_matches (Search *search, GError **error)
{
  gboolean some = nk_search_source_is_filtered (search->source);
  g_autofree char *ids = some ? ids_json (search->matches) : NULL;
  g_autoptr (NkStatement) rank = NULL;
  gint64 first, last;
  NkRow row;

  if (search->matches->len == 0)
    return TRUE;
  rank = nk_db_prepare (search->store->db, sql[some ? SQL_RANK_SOME : SQL_RANK], error);
  if (rank == NULL)
    return FALSE;
  last = g_array_index (search->matches, Match, 0).id;
  first = g_array_index (search->matches, Match, search->matches->len - 1).id;
  nk_statement_bind_text (rank, ":match", nk_search_source_match (search->source));
  nk_statement_bind_number (rank, ":first_id", first);
  nk_statement_bind_number (rank, ":last_id", last);
  if (some)
    nk_statement_bind_text (rank, ":ids", ids);
  g_array_set_size (search->matches, 0);
  while ((row = nk_statement_next (rank, error)) == NK_ROW_READY) {
    Match match = { nk_statement_number (rank, 0), nk_statement_real (rank, 1) };

    g_array_append_val (search->matches, match);
  }
  g_array_sort (search->matches, compare_scores);
  return row == NK_ROW_NONE;
}

/* --- hits */

/* Fills *ret_text with the Japanese summary; NULL if there is none. */
static gboolean
read_summary (NkStatement *select, gint64 id, char **ret_text, GError **error)
{
  NkRow row;

  nk_statement_bind_number (select, ":id", id);
  row = nk_statement_next (select, error);
  *ret_text = row == NK_ROW_READY ? nk_statement_dup_text (select, 0) : NULL;
  nk_statement_reset (select);
  return row != NK_ROW_FAULT;
}

/* The text of the reader's language where it has a mark, else the other if that has one, else the first that there is. */
static void
make_snippet (const NkSearchOptions *options, NkSearchHit *hit, const char *abstract, const char *summary)
{
  gboolean wants_japanese = g_strcmp0 (options->language, "ja") == 0;
  gboolean is_japanese = summary != NULL && (wants_japanese || abstract == NULL || *abstract == '\0');
  const char *first = is_japanese ? summary : abstract, *second = is_japanese ? abstract : summary;
  guint n_marks = 0, n_other = 0;

  hit->snippet = nk_search_mark (options->query, first != NULL ? first : "", SNIPPET_WORDS, &n_marks);
  hit->snippet_is_japanese = is_japanese;
  if (n_marks == 0 && second != NULL) {
    g_autoptr (GArray) other = nk_search_mark (options->query, second, SNIPPET_WORDS, &n_other);

    if (n_other > 0) {
      g_array_unref (hit->snippet);
      hit->snippet = g_steal_pointer (&other);
      hit->snippet_is_japanese = !is_japanese;
    }
  }
}

static gboolean
add_hit (Search *search, NkStatement *select, NkStatement *summaries, gint64 id, GError **error)
{
  NkSearchHit *hit;
  g_autofree char *abstract = NULL, *summary = NULL;
  guint n_marks;
  NkRow row;

  if (!read_summary (summaries, id, &summary, error))
    return FALSE;
  nk_statement_bind_number (select, ":id", id);
  row = nk_statement_next (select, error);
  if (row != NK_ROW_READY)
    return row == NK_ROW_NONE;
  hit = g_new0 (NkSearchHit, 1);
  hit->listed = nk_listed_read (select);
  nk_statement_reset (select);
  abstract = g_steal_pointer (&hit->listed->abstract);
  hit->title = nk_search_mark (search->options->query, hit->listed->title, 0, &n_marks);
  make_snippet (search->options, hit, abstract, summary);
  if (search->options->abstracts)
    hit->listed->abstract = g_steal_pointer (&abstract);
  g_ptr_array_add (search->result->hits, hit);
  return TRUE;
}

static gboolean
make_hits (Search *search, GError **error)
{
  const NkSearchOptions *options = search->options;
  guint first = is_ranked (search) ? options->offset : 0;
  g_autoptr (NkStatement) select = nk_db_prepare (search->store->db, sql[SQL_HIT], error);
  g_autoptr (NkStatement) summaries = select != NULL ? nk_db_prepare (search->store->db, sql[SQL_SUMMARY], error) : NULL;

  if (summaries == NULL)
    return FALSE;
  nk_statement_bind_number (select, ":abstracts", 1);
  for (guint i = first; i < search->matches->len && i - first < options->limit; i++)
    if (!add_hit (search, select, summaries, g_array_index (search->matches, Match, i).id, error))
      return FALSE;
  return TRUE;
}

/* --- what is said of them all */

static gint
compare_years (gconstpointer a, gconstpointer b)
{
  return strcmp (((const NkSearchCount *)b)->key, ((const NkSearchCount *)a)->key);
}

static gint
compare_areas (gconstpointer a, gconstpointer b)
{
  const NkSearchCount *one = a, *other = b;

  return one->n != other->n ? (one->n < other->n ? 1 : -1) : strcmp (one->key, other->key);
}

static void
write_counts (Search *search)
{
  NkSearchResult *result = search->result;
  GHashTableIter iter;
  gpointer key, n;

  g_hash_table_iter_init (&iter, search->years);
  while (g_hash_table_iter_next (&iter, &key, &n)) {
    NkSearchCount count = { g_strdup_printf ("%04d", GPOINTER_TO_INT (key)), GPOINTER_TO_UINT (n) };

    g_array_append_val (result->years, count);
  }
  g_hash_table_iter_init (&iter, search->areas);
  while (g_hash_table_iter_next (&iter, &key, &n)) {
    NkSearchCount count = { g_strdup (key), GPOINTER_TO_UINT (n) };

    g_array_append_val (result->areas, count);
  }
  g_array_sort (result->years, compare_years);
  g_array_sort (result->areas, compare_areas);
  result->total = search->n_seen;
  result->total_is_all = search->is_end;
}

static gboolean
count_searched (Search *search, guint statement, guint *ret_n, GError **error)
{
  g_autoptr (NkStatement) select = nk_db_prepare (search->store->db, sql[statement], error);

  if (select == NULL)
    return FALSE;
  nk_statement_bind_number (select, ":end_id", NK_ID_OF_INSTANT (nk_day_start_unix_s (search->options->today) + NK_DAY_SECONDS));
  if (nk_statement_next (select, error) != NK_ROW_READY)
    return FALSE;
  *ret_n = (guint)nk_statement_number (select, 0);
  return TRUE;
}

static gboolean
tell_searched (Search *search, GError **error)
{
  NkSearchResult *result = search->result;

  return count_searched (search, SQL_SEARCHED, &result->searched, error)
         && count_searched (search, SQL_SEARCHED_JAPANESE, &result->searched_japanese, error)
         && nk_query_announced_span (search->store, search->options->today, &result->first, &result->last, error);
}

static gboolean
run (Search *search, GError **error)
{
  const NkSearchOptions *options = search->options;
  NkSearchResult *result = search->result;

  search->source = nk_search_source_new (search->store, options->query, options->today, error);
  if (search->source == NULL || !find_matches (search, error))
    return FALSE;
  if (is_ranked (search)) {
    result->rank_is_all = search->is_end ? search->n_seen <= NK_SEARCH_MAX_RANKED : FALSE;
    if (!rank_matches (search, error))
      return FALSE;
    result->has_more = options->offset + options->limit < search->matches->len;
  } else {
    guint64 end = (guint64)options->offset + options->limit;

    result->has_more = end < NK_SEARCH_MAX_COUNTED && (search->n_seen > end || !search->is_end);
  }
  if (options->counts)
    write_counts (search);
  if (!make_hits (search, error))
    return FALSE;
  return (!options->counts && result->hits->len > 0) || tell_searched (search, error);
}

NkSearchResult *
nk_search_run (NkStore *store, const NkSearchOptions *options, GError **error)
{
  NkSearchOptions bounded;
  g_auto (Search) search = { 0 };
  gboolean is_good;

  g_return_val_if_fail (store != NULL && options != NULL && options->query != NULL, NULL);
  bounded = *options;
  bounded.limit = MIN (options->limit, NK_SEARCH_MAX_PAGE);
  bounded.offset = MIN (options->offset, NK_SEARCH_MAX_COUNTED);
  search.store = store;
  search.options = &bounded;
  search.matches = g_array_new (FALSE, FALSE, sizeof (Match));
  search.areas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  search.years = g_hash_table_new (NULL, NULL);
  search.result = result_new ();
  /* One look at the database for all of it. */
  if (!nk_db_run (store->db, "SAVEPOINT search", error))
    return NULL;
  is_good = run (&search, error);
  g_clear_pointer (&search.source, nk_search_source_free);
  if (!nk_db_run (store->db, "RELEASE search", is_good ? error : NULL) || !is_good)
    return NULL;
  return g_steal_pointer (&search.result);
}
