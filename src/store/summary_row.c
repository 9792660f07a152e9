/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/summary_row.h"
#include "store/store_private.h"

enum { SQL_FIND, SQL_WRITE, N_SQL };

static const char *const sql[N_SQL + 1] = {
  [SQL_FIND] = "SELECT s.announcement_id, s.stamp, s.engine, s.level, s.confidence, s.is_quoted, s.text, s.sources"
               " FROM json_each (:ids) AS wanted CROSS JOIN summary AS s ON s.announcement_id = wanted.value AND s.language = :language",
  [SQL_WRITE] = "INSERT OR REPLACE INTO summary (announcement_id, language, stamp, engine, level, confidence, is_quoted, text, sources)"
                " SELECT :id, :language, :stamp, :engine, :level, :confidence, :is_quoted, :text, :sources"
                " WHERE EXISTS (SELECT 1 FROM announcement WHERE id = :id)",
};

enum { FIND_ID, FIND_STAMP, FIND_ENGINE, FIND_LEVEL, FIND_CONFIDENCE, FIND_IS_QUOTED, FIND_TEXT, FIND_SOURCES };

const char *const *
nk_summary_row_sql (void)
{
  return sql;
}

void
nk_summary_row_free (NkSummaryRow *row)
{
  if (row == NULL)
    return;
  g_free (row->engine);
  g_free (row->level);
  g_free (row->text);
  g_free (row->sources);
  g_free (row);
}

static NkSummaryRow *
read_row (const NkStatement *select)
{
  NkSummaryRow *row = g_new (NkSummaryRow, 1);

  *row = (NkSummaryRow){
    .announcement_id = nk_statement_number (select, FIND_ID),
    .stamp = (guint64)nk_statement_number (select, FIND_STAMP),
    .engine = nk_statement_dup_text (select, FIND_ENGINE),
    .level = nk_statement_dup_text (select, FIND_LEVEL),
    .confidence = (guint)nk_statement_number (select, FIND_CONFIDENCE),
    .is_quoted = nk_statement_number (select, FIND_IS_QUOTED) != 0,
    .text = nk_statement_dup_text (select, FIND_TEXT),
    .sources = nk_statement_dup_text (select, FIND_SOURCES),
  };
  return row;
}

GPtrArray *
nk_query_summaries (NkStore *store, const char *language, const gint64 *ids, guint n_ids, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)nk_summary_row_free);
  g_autoptr (NkStatement) select = NULL;
  g_autoptr (GString) wanted = g_string_new ("[");
  NkRow row;

  g_return_val_if_fail (store != NULL && language != NULL, NULL);
  select = nk_db_prepare (store->db, sql[SQL_FIND], error);
  if (select == NULL)
    return NULL;
  for (guint i = 0; i < n_ids; i++)
    g_string_append_printf (wanted, i > 0 ? ",%" G_GINT64_FORMAT : "%" G_GINT64_FORMAT, ids[i]);
  g_string_append_c (wanted, ']');
  nk_statement_bind_text (select, ":ids", wanted->str);
  nk_statement_bind_text (select, ":language", language);
  while ((row = nk_statement_next (select, error)) == NK_ROW_READY)
    g_ptr_array_add (rows, read_row (select));
  return row == NK_ROW_NONE ? g_steal_pointer (&rows) : NULL;
}

gboolean
nk_summary_rows_write (NkStore *store, const char *language, const GPtrArray *rows, GError **error)
{
  g_autoptr (NkTransaction) transaction = NULL;
  g_autoptr (NkStatement) write = NULL;

  g_return_val_if_fail (store != NULL && language != NULL && rows != NULL, FALSE);
  transaction = nk_transaction_begin (store->db, error);
  write = transaction != NULL ? nk_db_prepare (store->db, sql[SQL_WRITE], error) : NULL;
  if (write == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++) {
    const NkSummaryRow *row = g_ptr_array_index (rows, i);

    nk_statement_bind_number (write, ":id", row->announcement_id);
    nk_statement_bind_text (write, ":language", language);
    nk_statement_bind_number (write, ":stamp", (gint64)row->stamp);
    nk_statement_bind_text (write, ":engine", row->engine);
    nk_statement_bind_text (write, ":level", row->level);
    nk_statement_bind_number (write, ":confidence", row->confidence);
    nk_statement_bind_number (write, ":is_quoted", row->is_quoted);
    nk_statement_bind_text (write, ":text", row->text);
    nk_statement_bind_text (write, ":sources", row->sources);
    if (!nk_statement_run (write, error))
      return FALSE;
  }
  g_clear_pointer (&write, nk_statement_free);
  return nk_transaction_commit (transaction, error);
}
