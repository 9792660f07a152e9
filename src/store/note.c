/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "ground/utf8.h"
#include "store/query.h"
#include "store/store_private.h"

enum { SQL_SET, SQL_REMOVE, SQL_GET, N_SQL };

static const char *const sql[N_SQL + 1] = {
  [SQL_SET] = ("INSERT INTO note (day, language, text) VALUES (:day, :language, :text)"
               " ON CONFLICT (day, language) DO UPDATE SET text = excluded.text"),
  [SQL_REMOVE] = "DELETE FROM note WHERE day = :day AND language = :language",
  [SQL_GET] = "SELECT text FROM note WHERE day = :day AND language = :language",
};

const char *const *
nk_note_sql (void)
{
  return sql;
}

static NkStatement *
prepare (NkStore *store, guint statement, NkDay day, const char *language, GError **error)
{
  NkStatement *prepared = nk_db_prepare (store->db, sql[statement], error);

  if (prepared != NULL) {
    nk_statement_bind_number (prepared, ":day", day);
    nk_statement_bind_text (prepared, ":language", language);
  }
  return prepared;
}

gboolean
nk_note_set (NkStore *store, NkDay day, const char *language, const char *text, GError **error)
{
  g_autoptr (NkStatement) statement = NULL;

  g_return_val_if_fail (store != NULL && language != NULL, FALSE);
  if (text != NULL && strlen (text) > NK_NOTE_MAX_BYTES) {
    g_set_error (error, NK_ERROR, NK_ERROR_LIMIT, "the note has %" G_GSIZE_FORMAT " bytes, more than %u", strlen (text), NK_NOTE_MAX_BYTES);
    return FALSE;
  }
  if (text != NULL && !nk_utf8_is_valid (nk_slice_text (text))) {
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "the note is not UTF-8");
    return FALSE;
  }
  statement = prepare (store, text != NULL ? SQL_SET : SQL_REMOVE, day, language, error);
  if (statement == NULL)
    return FALSE;
  if (text != NULL)
    nk_statement_bind_text (statement, ":text", text);
  return nk_statement_run (statement, error);
}

gboolean
nk_note_get (NkStore *store, NkDay day, const char *language, char **ret_text, GError **error)
{
  g_auto (NkAsking) asking = NULL;
  g_autoptr (NkStatement) statement = NULL;

  g_return_val_if_fail (store != NULL && language != NULL && ret_text != NULL, FALSE);
  asking = nk_asking_begin (store, NK_ASPECT_NOTE, language, day, day);
  statement = prepare (store, SQL_GET, day, language, error);
  if (statement == NULL)
    return FALSE;
  switch (nk_statement_next (statement, error)) {
  case NK_ROW_READY: *ret_text = nk_statement_dup_text (statement, 0); return TRUE;
  case NK_ROW_NONE: *ret_text = NULL; return TRUE;
  case NK_ROW_FAULT: return FALSE;
  }
  g_assert_not_reached ();
}
