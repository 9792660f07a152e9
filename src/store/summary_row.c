/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/summary_row.h"
#include "store/store_private.h"

#include <stdlib.h>

#define SUMMARY_TEXTS "SELECT a.id, a.name, a.title, a.abstract, a.standing FROM announcement AS a"

enum {
  SQL_FIND,
  SQL_WRITE,
  SQL_WORDS,
  SQL_REMOVE_WORDS,
  SQL_ADD_WORDS,
  SQL_TEXTS,
  SQL_COUNT_TEXTS,
  SQL_NEW_TEXTS,
  SQL_LAST_MESSAGE,
  N_SQL
};

static const char *const sql[N_SQL + 1] = {
  [SQL_FIND] = "SELECT s.announcement_id, s.stamp, s.engine, s.level, s.confidence, s.is_quoted, s.text, s.sources"
               " FROM json_each (:ids) AS wanted CROSS JOIN summary AS s ON s.announcement_id = wanted.value AND s.language = :language",
  [SQL_WRITE] = "INSERT OR REPLACE INTO summary (announcement_id, language, stamp, engine, level, confidence, is_quoted, text, sources)"
                " VALUES (:id, :language, :stamp, :engine, :level, :confidence, :is_quoted, :text, :sources)",
  /* Not INSERT … SELECT: such a statement opens a savepoint, and at each of those FTS5 writes out what it has gathered. */
  [SQL_WORDS] = "SELECT name, title, authors, abstract, summary FROM announcement_words WHERE id = :id",
  [SQL_REMOVE_WORDS] = "INSERT INTO announcement_text (announcement_text, rowid, name, title, authors, abstract, summary)"
                       " VALUES ('delete', :id, :name, :title, :authors, :abstract, :summary)",
  [SQL_ADD_WORDS] = "INSERT INTO announcement_text (rowid, name, title, authors, abstract, summary)"
                    " VALUES (:id, :name, :title, :authors, :abstract, :summary)",
  [SQL_TEXTS] = SUMMARY_TEXTS " WHERE a.id > :after_id AND a.id < :end_id AND a.kind <= 2 ORDER BY a.id LIMIT :limit",
  [SQL_COUNT_TEXTS] = "SELECT count(*) FROM announcement INDEXED BY announcement_facts WHERE id > :after_id AND id < :end_id AND kind <= 2",
  [SQL_NEW_TEXTS]
  = SUMMARY_TEXTS " JOIN reading AS r ON a.id = r.announcement_id WHERE r.message_id > :message_id AND r.is_copy = 0 AND a.kind <= 2"
                  " LIMIT :limit",
  [SQL_LAST_MESSAGE] = "SELECT max(id) FROM message",
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
  g_auto (NkAsking) asking = NULL;
  g_autoptr (NkStatement) select = NULL;
  g_autoptr (GString) wanted = g_string_new ("[");
  NkRow row;

  g_return_val_if_fail (store != NULL && language != NULL, NULL);
  asking = nk_asking_nothing (store); /* a summary that is kept is the one that would be made */
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

/* Takes the words of an announcement out of the full text or puts them in, as they stand now. *ret_is_there: whether there is such an announcement. */
static gboolean
move_words (NkStatement *words, NkStatement *move, gint64 id, gboolean *ret_is_there, GError **error)
{
  static const char *const parameters[] = { ":name", ":title", ":authors", ":abstract", ":summary" };
  gboolean is_good;
  NkRow row;

  nk_statement_bind_number (words, ":id", id);
  row = nk_statement_next (words, error);
  *ret_is_there = row == NK_ROW_READY;
  if (row != NK_ROW_READY)
    return row == NK_ROW_NONE;
  nk_statement_bind_number (move, ":id", id);
  for (guint i = 0; i < G_N_ELEMENTS (parameters); i++)
    nk_statement_bind_text (move, parameters[i], nk_statement_is_null (words, (int)i) ? NULL : nk_statement_text (words, (int)i));
  is_good = nk_statement_run (move, error);
  nk_statement_reset (words);
  return is_good;
}

static gboolean
write_row (NkStatement *const *statements, const char *language, const NkSummaryRow *row, GError **error)
{
  NkStatement *write = statements[SQL_WRITE];
  gboolean is_there = FALSE;

  if (!move_words (statements[SQL_WORDS], statements[SQL_REMOVE_WORDS], row->announcement_id, &is_there, error))
    return FALSE;
  if (!is_there)
    return TRUE;
  nk_statement_bind_number (write, ":id", row->announcement_id);
  nk_statement_bind_text (write, ":language", language);
  nk_statement_bind_number (write, ":stamp", (gint64)row->stamp);
  nk_statement_bind_text (write, ":engine", row->engine);
  nk_statement_bind_text (write, ":level", row->level);
  nk_statement_bind_number (write, ":confidence", row->confidence);
  nk_statement_bind_number (write, ":is_quoted", row->is_quoted);
  nk_statement_bind_text (write, ":text", row->text);
  nk_statement_bind_text (write, ":sources", row->sources);
  return nk_statement_run (write, error)
         && move_words (statements[SQL_WORDS], statements[SQL_ADD_WORDS], row->announcement_id, &is_there, error);
}

static gint
compare_rows (gconstpointer a, gconstpointer b)
{
  gint64 x = (*(const NkSummaryRow *const *)a)->announcement_id, y = (*(const NkSummaryRow *const *)b)->announcement_id;

  return (x > y) - (x < y);
}

/* In ascending order: at every step back FTS5 writes out what it has gathered as a segment of its own. */
static gboolean
write_rows (NkStore *store, const char *language, const GPtrArray *rows, GError **error)
{
  g_autofree NkSummaryRow **sorted = g_new (NkSummaryRow *, rows->len);
  NkStatement *statements[N_SQL] = { NULL };
  gboolean is_good = TRUE;

  for (guint i = SQL_WRITE; i <= SQL_ADD_WORDS && is_good; i++)
    is_good = (statements[i] = nk_db_prepare (store->db, sql[i], error)) != NULL;
  for (guint i = 0; i < rows->len; i++)
    sorted[i] = rows->pdata[i];
  qsort (sorted, rows->len, sizeof *sorted, compare_rows);
  for (guint i = 0; i < rows->len && is_good; i++)
    is_good = write_row (statements, language, sorted[i], error);
  for (guint i = 0; i < N_SQL; i++)
    nk_statement_free (statements[i]);
  return is_good;
}

gboolean
nk_summary_rows_write (NkStore *store, const char *language, const GPtrArray *rows, GError **error)
{
  g_autoptr (NkTransaction) transaction = NULL;

  g_return_val_if_fail (store != NULL && language != NULL && rows != NULL, FALSE);
  if (rows->len == 0)
    return TRUE;
  transaction = nk_transaction_begin (store->db, error);
  return transaction != NULL && write_rows (store, language, rows, error) && nk_transaction_commit (transaction, error);
}

/* --- what they are made from */

static void
text_free (gpointer data)
{
  NkSummaryText *text = data;

  g_free (text->name);
  g_free (text->title);
  g_free (text->abstract);
  g_free (text);
}

/* The rows of a statement of SUMMARY_TEXTS, bound but for the limit. */
static GPtrArray *
read_texts (NkStatement *select, guint limit, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (text_free);
  NkRow row;

  nk_statement_bind_number (select, ":limit", limit);
  while ((row = nk_statement_next (select, error)) == NK_ROW_READY) {
    NkSummaryText *text = g_new (NkSummaryText, 1);

    *text = (NkSummaryText){ .announcement_id = nk_statement_number (select, 0),
                             .name = nk_statement_dup_text (select, 1),
                             .title = nk_statement_dup_text (select, 2),
                             .abstract = nk_statement_dup_text (select, 3),
                             .standing = (NkStanding)nk_statement_number (select, 4) };
    g_ptr_array_add (texts, text);
  }
  return row == NK_ROW_NONE ? g_steal_pointer (&texts) : NULL;
}

static NkStatement *
prepare_range (NkStore *store, guint statement, gint64 after_id, gint64 end_id, GError **error)
{
  NkStatement *select = nk_db_prepare (store->db, sql[statement], error);

  if (select == NULL)
    return NULL;
  nk_statement_bind_number (select, ":after_id", after_id);
  nk_statement_bind_number (select, ":end_id", end_id);
  return select;
}

GPtrArray *
nk_query_summary_texts (NkStore *store, gint64 after_id, gint64 end_id, guint limit, GError **error)
{
  g_autoptr (NkStatement) select = NULL;

  g_return_val_if_fail (store != NULL, NULL);
  select = prepare_range (store, SQL_TEXTS, after_id, end_id, error);
  return select != NULL ? read_texts (select, limit, error) : NULL;
}

gboolean
nk_query_summary_text_count (NkStore *store, gint64 after_id, gint64 end_id, guint64 *ret_n, GError **error)
{
  g_autoptr (NkStatement) select = NULL;

  g_return_val_if_fail (store != NULL && ret_n != NULL, FALSE);
  select = prepare_range (store, SQL_COUNT_TEXTS, after_id, end_id, error);
  if (select == NULL || nk_statement_next (select, error) != NK_ROW_READY)
    return FALSE;
  *ret_n = (guint64)nk_statement_number (select, 0);
  return TRUE;
}

GPtrArray *
nk_query_new_summary_texts (NkStore *store, gint64 message_id, guint limit, GError **error)
{
  g_autoptr (NkStatement) select = NULL;

  g_return_val_if_fail (store != NULL, NULL);
  select = nk_db_prepare (store->db, sql[SQL_NEW_TEXTS], error);
  if (select == NULL)
    return NULL;
  nk_statement_bind_number (select, ":message_id", message_id);
  return read_texts (select, limit, error);
}

gboolean
nk_query_last_message (NkStore *store, gint64 *ret_message_id, GError **error)
{
  g_return_val_if_fail (store != NULL && ret_message_id != NULL, FALSE);
  return nk_db_number (store->db, sql[SQL_LAST_MESSAGE], ret_message_id, error);
}

gint64
nk_summary_first_id (NkDay day)
{
  return nk_day_start_unix_s (day) * (1 << 20);
}
