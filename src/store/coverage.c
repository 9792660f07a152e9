/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Whether the sources are known to reach past a day. Silence of a source and a quiet day must never look alike. */
#include "store/query.h"
#include "store/store_private.h"

enum { SQL_BEFORE, SQL_AFTER, SQL_SOURCES, N_SQL };

static const char *const sql[N_SQL + 1] = {
  [SQL_BEFORE] = "SELECT EXISTS (SELECT 1 FROM announcement WHERE day <= :day AND day > :day - :silence)",
  [SQL_AFTER] = "SELECT EXISTS (SELECT 1 FROM announcement WHERE day > :day AND day <= :day + :silence)",
  [SQL_SOURCES] = "SELECT list, until_unix_s, failure FROM source ORDER BY list",
};

enum { SOURCES_LIST, SOURCES_UNTIL, SOURCES_FAILURE };

const char *const *
nk_coverage_sql (void)
{
  return sql;
}

static gboolean
exists (NkDb *db, guint statement, NkDay day, gboolean *ret_exists, GError **error)
{
  g_autoptr (NkStatement) select = nk_db_prepare (db, sql[statement], error);

  if (select == NULL)
    return FALSE;
  nk_statement_bind_number (select, ":day", day);
  nk_statement_bind_number (select, ":silence", NK_COVERAGE_MAX_SILENCE_DAYS);
  if (nk_statement_next (select, error) != NK_ROW_READY)
    return FALSE;
  *ret_exists = nk_statement_number (select, 0) != 0;
  return TRUE;
}

/* What a source lacks up to the end of a day. */
static NkGap *
source_gap (const NkStatement *source)
{
  NkGap *gap = nk_gap_new (NK_GAP_SOURCE);

  gap->list = g_strdup (nk_statement_text (source, SOURCES_LIST));
  gap->until_unix_s = nk_statement_number (source, SOURCES_UNTIL);
  if (!nk_statement_is_null (source, SOURCES_FAILURE))
    gap->failure = g_strdup (nk_statement_text (source, SOURCES_FAILURE));
  return gap;
}

static NkGap *
day_gap (NkGapCode code, NkDay day)
{
  NkGap *gap = nk_gap_new (code);

  gap->first = day;
  gap->n = NK_COVERAGE_MAX_SILENCE_DAYS;
  return gap;
}

/* Every source that was ever fetched must be known beyond `end_unix_s`. */
static gboolean
check_sources (NkDb *db, gint64 end_unix_s, guint *ret_n_sources, NkCoverage *coverage, GError **error)
{
  g_autoptr (NkStatement) sources = nk_db_prepare (db, sql[SQL_SOURCES], error);
  NkRow row;

  if (sources == NULL)
    return FALSE;
  coverage->reaches_past = TRUE;
  for (*ret_n_sources = 0; (row = nk_statement_next (sources, error)) == NK_ROW_READY; (*ret_n_sources)++) {
    if (nk_statement_number (sources, SOURCES_UNTIL) >= end_unix_s)
      continue;
    coverage->reaches_past = FALSE;
    g_ptr_array_add (coverage->missing, source_gap (sources));
  }
  return row == NK_ROW_NONE;
}

gboolean
nk_query_coverage (NkStore *store, NkDay day, NkCoverage *ret_coverage, GError **error)
{
  g_auto (NkCoverage) coverage = { 0 };
  g_auto (NkAsking) asking = NULL;
  guint n_sources = 0;

  g_return_val_if_fail (store != NULL && ret_coverage != NULL, FALSE);
  asking = nk_asking_begin (store, NK_ASPECT_COVERAGE, NULL, day, day);
  coverage.missing = g_ptr_array_new_with_free_func ((GDestroyNotify)nk_gap_free);
  if (!exists (store->db, SQL_BEFORE, day, &coverage.has_before, error)
      || !check_sources (store->db, nk_day_start_unix_s (day) + NK_DAY_SECONDS, &n_sources, &coverage, error)
      || (n_sources == 0 && !exists (store->db, SQL_AFTER, day, &coverage.reaches_past, error)))
    return FALSE;
  if (!coverage.has_before)
    g_ptr_array_add (coverage.missing, day_gap (NK_GAP_NOTHING_BEFORE, day));
  if (n_sources == 0 && !coverage.reaches_past)
    g_ptr_array_add (coverage.missing, day_gap (NK_GAP_NOTHING_AFTER, day));
  coverage.by_sources = n_sources > 0;
  *ret_coverage = coverage;
  coverage.missing = NULL;
  return TRUE;
}

void
nk_coverage_clear (NkCoverage *coverage)
{
  g_clear_pointer (&coverage->missing, g_ptr_array_unref);
}
