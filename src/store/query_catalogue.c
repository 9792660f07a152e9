/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/query_catalogue.h"

#include "store/db.h"
#include "store/store_private.h"

enum { SQL_CATALOGUE, N_SQL };

static const char *const sql[N_SQL + 1] = {
  /* The order of ids is that of time. */
  [SQL_CATALOGUE]
  = "SELECT a.kind, a.name, a.rfc_number, a.title, ifnull(a.authors, ''), ifnull(a.group_acronym, ''), ifnull(a.group_name, ''),"
    " ifnull(a.group_area, ''), a.abstract, ifnull(s.text, ''),"
    " ifnull((SELECT group_concat(topic, ' ') FROM announcement_topic AS p WHERE p.announcement_id = a.id), ''), f.first_day, a.day"
    " FROM (SELECT min(id) AS first_id, min(day) AS first_day, max(id) AS last_id FROM announcement"
    " WHERE kind <= 2 AND day <= :today GROUP BY name) AS f"
    " JOIN announcement AS a ON a.id = f.last_id"
    " LEFT JOIN summary AS s ON s.announcement_id = a.id AND s.language = 'ja' AND s.is_quoted = 0"
    " ORDER BY f.first_id",
};

enum {
  COLUMN_KIND,
  COLUMN_NAME,
  COLUMN_RFC_NUMBER,
  COLUMN_TITLE,
  COLUMN_AUTHORS,
  COLUMN_GROUP_ACRONYM,
  COLUMN_GROUP_NAME,
  COLUMN_GROUP_AREA,
  COLUMN_ABSTRACT,
  COLUMN_SUMMARY,
  COLUMN_TOPICS,
  COLUMN_FIRST,
  COLUMN_LAST,
};

const char *const *
nk_query_catalogue_sql (void)
{
  return sql;
}

static NkCatalogued
read_row (const NkStatement *row)
{
  return (NkCatalogued){
    .kind = (NkKind)nk_statement_number (row, COLUMN_KIND),
    .name = nk_statement_text (row, COLUMN_NAME),
    .rfc_number = (guint)nk_statement_number (row, COLUMN_RFC_NUMBER),
    .title = nk_statement_text (row, COLUMN_TITLE),
    .authors = nk_statement_text (row, COLUMN_AUTHORS),
    .group_acronym = nk_statement_text (row, COLUMN_GROUP_ACRONYM),
    .group_name = nk_statement_text (row, COLUMN_GROUP_NAME),
    .group_area = nk_statement_text (row, COLUMN_GROUP_AREA),
    .abstract = nk_statement_text (row, COLUMN_ABSTRACT),
    .summary = nk_statement_text (row, COLUMN_SUMMARY),
    .topics = nk_statement_text (row, COLUMN_TOPICS),
    .first = (NkDay)nk_statement_number (row, COLUMN_FIRST),
    .last = (NkDay)nk_statement_number (row, COLUMN_LAST),
  };
}

gboolean
nk_query_catalogue (NkStore *store, NkDay today, NkOnCatalogued on_document, gpointer user_data, GError **error)
{
  g_autoptr (NkStatement) select = NULL;
  NkRow row;

  g_return_val_if_fail (store != NULL && on_document != NULL, FALSE);
  select = nk_db_prepare (store->db, sql[SQL_CATALOGUE], error);
  if (select == NULL)
    return FALSE;
  nk_statement_bind_number (select, ":today", today);
  while ((row = nk_statement_next (select, error)) == NK_ROW_READY) {
    NkCatalogued document = read_row (select);

    if (!on_document (&document, user_data, error)) {
      nk_statement_reset (select);
      return FALSE;
    }
  }
  return row == NK_ROW_NONE;
}
