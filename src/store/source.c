/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/query.h"
#include "store/store_private.h"

enum { SQL_RECORD, N_SQL };

static const char *const sql[N_SQL + 1] = {
  /* 0 keeps what was known; and a list that was known further is not forgotten because somebody asked for an older day. */
  [SQL_RECORD] = "INSERT INTO source (list, until_unix_s, failure) VALUES (:list, :until, :failure)"
                 " ON CONFLICT (list) DO UPDATE SET until_unix_s = max(until_unix_s, excluded.until_unix_s), failure = excluded.failure",
};

const char *const *
nk_source_sql (void)
{
  return sql;
}

gboolean
nk_source_record (NkStore *store, const char *list, gint64 until_unix_s, const char *failure, GError **error)
{
  g_autoptr (NkStatement) record = NULL;

  g_return_val_if_fail (store != NULL && list != NULL && until_unix_s >= 0, FALSE);
  record = nk_db_prepare (store->db, sql[SQL_RECORD], error);
  if (record == NULL)
    return FALSE;
  nk_statement_bind_text (record, ":list", list);
  nk_statement_bind_number (record, ":until", until_unix_s);
  nk_statement_bind_text (record, ":failure", failure);
  return nk_statement_run (record, error);
}
