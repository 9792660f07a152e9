/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/query_private.h"
#include "store/store_private.h"

enum { SQL_COPIES, N_SQL };

static const char *const sql[N_SQL + 1] = {
  [SQL_COPIES] = "SELECT header_id FROM reading WHERE announcement_id = :announcement_id AND is_copy = 1"
                 " ORDER BY unix_s IS NULL, unix_s, header_id, message_id",
};

enum {
  COLUMN_ID = NK_ANNOUNCEMENT_N_COLUMNS,
  COLUMN_UNIX_S,
  COLUMN_DAY,
  COLUMN_SUBJECT,
  COLUMN_LIST,
  COLUMN_HEADER_ID,
};

const char *const *
nk_stored_sql (void)
{
  return sql;
}

void
nk_stored_free (NkStored *stored)
{
  if (stored == NULL)
    return;
  nk_announcement_free (stored->announcement);
  g_free (stored->list);
  g_ptr_array_unref (stored->message_ids);
  nk_stored_free (stored->previous); /* which has none itself */
  g_free (stored);
}

GPtrArray *
nk_stored_array_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)nk_stored_free);
}

static NkStored *
read_stored (const NkStatement *statement)
{
  NkStored *stored = g_new0 (NkStored, 1);

  stored->announcement = nk_announcement_row_read (statement, 0);
  g_free (stored->announcement->subject);
  stored->announcement->subject = nk_statement_dup_text (statement, COLUMN_SUBJECT);
  stored->id = nk_statement_number (statement, COLUMN_ID);
  stored->announced_unix_s = nk_statement_number (statement, COLUMN_UNIX_S);
  stored->day = nk_statement_is_null (statement, COLUMN_DAY) ? NK_DAY_NONE : (NkDay)nk_statement_number (statement, COLUMN_DAY);
  stored->list = nk_statement_dup_text (statement, COLUMN_LIST);
  stored->message_ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (stored->message_ids, nk_statement_dup_text (statement, COLUMN_HEADER_ID));
  return stored;
}

static gboolean
holds_text (const GPtrArray *texts, const char *text)
{
  guint i;

  for (i = 0; i < texts->len; i++)
    if (g_str_equal (g_ptr_array_index (texts, i), text))
      return TRUE;
  return FALSE;
}

/* So many messages of one announcement are named; a mailbox that holds the same a thousand times must not make a page of them. */
#define MAX_MESSAGE_IDS 100

static gboolean
add_copies (NkStatement *copies, NkStored *stored, GError **error)
{
  NkRow row = NK_ROW_NONE;

  nk_statement_bind_number (copies, ":announcement_id", stored->id);
  while (stored->message_ids->len < MAX_MESSAGE_IDS && (row = nk_statement_next (copies, error)) == NK_ROW_READY)
    if (!holds_text (stored->message_ids, nk_statement_text (copies, 0)))
      g_ptr_array_add (stored->message_ids, nk_statement_dup_text (copies, 0));
  nk_statement_reset (copies);
  return row != NK_ROW_FAULT;
}

NkStatement *
nk_stored_prepare_copies (NkDb *db, GError **error)
{
  return nk_db_prepare (db, sql[SQL_COPIES], error);
}

gboolean
nk_stored_collect_with (NkStatement *copies, NkStatement *statement, GPtrArray *stored, GError **error)
{
  NkRow row;

  while ((row = nk_statement_next (statement, error)) == NK_ROW_READY) {
    g_ptr_array_add (stored, read_stored (statement));
    if (!add_copies (copies, g_ptr_array_index (stored, stored->len - 1), error)) {
      nk_statement_reset (statement);
      return FALSE;
    }
  }
  return row == NK_ROW_NONE;
}

gboolean
nk_stored_collect (NkDb *db, NkStatement *statement, GPtrArray *stored, GError **error)
{
  g_autoptr (NkStatement) copies = nk_stored_prepare_copies (db, error);

  return copies != NULL && nk_stored_collect_with (copies, statement, stored, error);
}
