/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/db.h"
#include "store/tokenizer.h"

/* A reader meets a lock only while a writer recovers or cleans up the WAL. */
#define BUSY_TIMEOUT_MS 2000
/* Statements that are prepared and not in use: preparing one costs more than most of them take to run. */
#define MAX_IDLE_STATEMENTS 96

struct _NkDb {
  sqlite3 *handle;
  char *path;
  void (*listener) (gpointer user_data); /* (nullable) */
  gpointer listener_data;
  GHashTable *idle; /* const char * (their own text) -> sqlite3_stmt * */
};

struct _NkStatement {
  NkDb *db;
  sqlite3_stmt *handle;
  int fault; /* of binding */
};

struct _NkTransaction {
  NkDb *db; /* NULL once committed */
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close)

static void
set_error (GError **error, sqlite3 *handle, const char *path, int result)
{
  switch (result & 0xff) {
  case SQLITE_NOTADB: g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s: not a nikkan database (not an SQLite file at all)", path); break;
  case SQLITE_FULL: g_set_error (error, NK_ERROR, NK_ERROR_STORE, "%s: disk full", path); break;
  case SQLITE_READONLY: g_set_error (error, NK_ERROR, NK_ERROR_STORE, "%s: read-only, cannot be written", path); break;
  case SQLITE_BUSY:
  case SQLITE_LOCKED: g_set_error (error, NK_ERROR, NK_ERROR_CONFLICT, "%s: locked by another process", path); break;
  case SQLITE_CORRUPT: g_set_error (error, NK_ERROR, NK_ERROR_STORE, "%s: damaged (%s)", path, sqlite3_errmsg (handle)); break;
  default: g_set_error (error, NK_ERROR, NK_ERROR_STORE, "%s: %s", path, handle != NULL ? sqlite3_errmsg (handle) : "out of memory"); break;
  }
}

static void
finalize (gpointer data)
{
  sqlite3_finalize (data);
}

/* `file:` URI of a path: only such a name can say that a file does not change. */
static char *
frozen_uri (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *uri = g_filename_to_uri (absolute, NULL, NULL);

  return uri != NULL ? g_strconcat (uri, "?immutable=1", NULL) : NULL;
}

NkDb *
nk_db_open (const char *path, NkDbMode mode, GError **error)
{
  g_autoptr (sqlite3) handle = NULL;
  g_autofree char *name = NULL;
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  int result;
  NkDb *db;

  g_return_val_if_fail (path != NULL, NULL);
  switch (mode) {
  case NK_DB_READ:
    flags |= SQLITE_OPEN_READONLY;
    name = g_strdup (path);
    break;
  case NK_DB_READ_FROZEN:
    flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    name = frozen_uri (path);
    break;
  case NK_DB_WRITE:
    flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    name = g_strdup (path);
    break;
  case NK_DB_MEMORY:
    flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY;
    name = g_strdup (":memory:");
    break;
  }
  result = sqlite3_open_v2 (name != NULL ? name : path, &handle, flags, NULL);
  if (result == SQLITE_OK)
    result = sqlite3_busy_timeout (handle, BUSY_TIMEOUT_MS);
  if (result == SQLITE_OK)
    result = nk_tokenizer_register (handle);
  if (result != SQLITE_OK) {
    set_error (error, handle, path, result);
    return NULL;
  }
  db = g_new0 (NkDb, 1);
  db->handle = g_steal_pointer (&handle);
  db->path = g_strdup (path);
  db->idle = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, finalize);
  return db;
}

void
nk_db_free (NkDb *db)
{
  if (db == NULL)
    return;
  g_hash_table_unref (db->idle);
  sqlite3_close (db->handle);
  g_free (db->path);
  g_free (db);
}

const char *
nk_db_path (const NkDb *db)
{
  return db->path;
}

gboolean
nk_db_is_read_only (const NkDb *db)
{
  return sqlite3_db_readonly (db->handle, "main") == 1;
}

void
nk_db_listen (NkDb *db, void (*listener) (gpointer user_data), gpointer user_data)
{
  db->listener = listener;
  db->listener_data = user_data;
}

static void
call_listener (NkDb *db)
{
  if (db->listener != NULL)
    db->listener (db->listener_data);
}

gboolean
nk_db_run (NkDb *db, const char *sql, GError **error)
{
  int result;

  call_listener (db);
  result = sqlite3_exec (db->handle, sql, NULL, NULL, NULL);

  if (result == SQLITE_OK)
    return TRUE;
  set_error (error, db->handle, db->path, result);
  return FALSE;
}

gboolean
nk_db_number (NkDb *db, const char *sql, gint64 *ret_number, GError **error)
{
  g_autoptr (NkStatement) statement = nk_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  switch (nk_statement_next (statement, error)) {
  case NK_ROW_READY: *ret_number = nk_statement_number (statement, 0); return TRUE;
  case NK_ROW_NONE: *ret_number = 0; return TRUE;
  case NK_ROW_FAULT: return FALSE;
  }
  g_assert_not_reached ();
}

gboolean
nk_db_begin (NkDb *db, GError **error)
{
  return nk_db_run (db, "BEGIN IMMEDIATE", error);
}

gboolean
nk_db_commit (NkDb *db, GError **error)
{
  return nk_db_run (db, "COMMIT", error);
}

void
nk_db_rollback (NkDb *db)
{
  if (sqlite3_get_autocommit (db->handle) == 0)
    sqlite3_exec (db->handle, "ROLLBACK", NULL, NULL, NULL);
}

NkTransaction *
nk_transaction_begin (NkDb *db, GError **error)
{
  NkTransaction *transaction;

  if (!nk_db_begin (db, error))
    return NULL;
  transaction = g_new0 (NkTransaction, 1);
  transaction->db = db;
  return transaction;
}

gboolean
nk_transaction_commit (NkTransaction *transaction, GError **error)
{
  if (!nk_db_commit (transaction->db, error))
    return FALSE;
  transaction->db = NULL;
  return TRUE;
}

void
nk_transaction_free (NkTransaction *transaction)
{
  if (transaction == NULL)
    return;
  if (transaction->db != NULL)
    nk_db_rollback (transaction->db);
  g_free (transaction);
}

guint
nk_db_n_changes (const NkDb *db)
{
  return (guint)sqlite3_changes (db->handle);
}

NkStatement *
nk_db_prepare (NkDb *db, const char *sql, GError **error)
{
  sqlite3_stmt *handle = g_hash_table_lookup (db->idle, sql);
  NkStatement *statement;
  int result = SQLITE_OK;

  call_listener (db);
  if (handle != NULL)
    g_hash_table_steal (db->idle, sql);
  else
    result = sqlite3_prepare_v2 (db->handle, sql, -1, &handle, NULL);

  if (result != SQLITE_OK) {
    set_error (error, db->handle, db->path, result);
    return NULL;
  }
  statement = g_new0 (NkStatement, 1);
  statement->db = db;
  statement->handle = handle;
  return statement;
}

/* Back to those that can be used again, without what was bound; the second of two with the same text goes. */
static void
put_back (NkDb *db, sqlite3_stmt *handle)
{
  const char *sql = sqlite3_sql (handle);

  sqlite3_reset (handle);
  sqlite3_clear_bindings (handle);
  if (sql == NULL || g_hash_table_size (db->idle) >= MAX_IDLE_STATEMENTS || g_hash_table_contains (db->idle, sql))
    sqlite3_finalize (handle);
  else
    g_hash_table_insert (db->idle, (gpointer)sql, handle);
}

void
nk_statement_free (NkStatement *statement)
{
  if (statement == NULL)
    return;
  put_back (statement->db, statement->handle);
  g_free (statement);
}

int
nk_statement_slot (NkStatement *statement, const char *name)
{
  int slot = sqlite3_bind_parameter_index (statement->handle, name);

  g_assert (slot > 0);
  return slot;
}

static void
keep_fault (NkStatement *statement, int result)
{
  if (result != SQLITE_OK)
    statement->fault = result;
}

void
nk_statement_bind_slot_text (NkStatement *statement, int slot, const char *text)
{
  keep_fault (statement, sqlite3_bind_text (statement->handle, slot, text, -1, SQLITE_STATIC));
}

void
nk_statement_bind_slot_number (NkStatement *statement, int slot, gint64 number)
{
  keep_fault (statement, sqlite3_bind_int64 (statement->handle, slot, number));
}

void
nk_statement_bind_slot_null (NkStatement *statement, int slot)
{
  keep_fault (statement, sqlite3_bind_null (statement->handle, slot));
}

void
nk_statement_bind_slot_bytes (NkStatement *statement, int slot, NkSlice bytes)
{
  /* A NULL pointer would bind NULL instead of an empty blob. */
  keep_fault (statement, sqlite3_bind_blob64 (statement->handle, slot, bytes.data != NULL ? bytes.data : "", bytes.length, SQLITE_STATIC));
}

void
nk_statement_bind_text (NkStatement *statement, const char *name, const char *text)
{
  nk_statement_bind_slot_text (statement, nk_statement_slot (statement, name), text);
}

void
nk_statement_bind_number (NkStatement *statement, const char *name, gint64 number)
{
  nk_statement_bind_slot_number (statement, nk_statement_slot (statement, name), number);
}

void
nk_statement_bind_null (NkStatement *statement, const char *name)
{
  nk_statement_bind_slot_null (statement, nk_statement_slot (statement, name));
}

void
nk_statement_bind_bytes (NkStatement *statement, const char *name, NkSlice bytes)
{
  nk_statement_bind_slot_bytes (statement, nk_statement_slot (statement, name), bytes);
}

NkRow
nk_statement_next (NkStatement *statement, GError **error)
{
  int result = statement->fault != SQLITE_OK ? statement->fault : sqlite3_step (statement->handle);

  if (result == SQLITE_ROW)
    return NK_ROW_READY;
  if (result != SQLITE_DONE)
    set_error (error, statement->db->handle, statement->db->path, result);
  nk_statement_reset (statement);
  return result == SQLITE_DONE ? NK_ROW_NONE : NK_ROW_FAULT;
}

gboolean
nk_statement_run (NkStatement *statement, GError **error)
{
  NkRow row = nk_statement_next (statement, error);

  if (row == NK_ROW_READY)
    nk_statement_reset (statement);
  return row != NK_ROW_FAULT;
}

gboolean
nk_statement_try (NkStatement *statement, gboolean *ret_is_done, GError **error)
{
  int result = statement->fault != SQLITE_OK ? statement->fault : sqlite3_step (statement->handle);
  gboolean is_good = result == SQLITE_DONE || result == SQLITE_ROW || (result & 0xff) == SQLITE_CONSTRAINT;

  if (is_good)
    *ret_is_done = result == SQLITE_DONE || result == SQLITE_ROW;
  else
    set_error (error, statement->db->handle, statement->db->path, result);
  nk_statement_reset (statement);
  return is_good;
}

void
nk_statement_reset (NkStatement *statement)
{
  sqlite3_reset (statement->handle);
  statement->fault = SQLITE_OK;
}

gint64
nk_statement_number (const NkStatement *statement, int column)
{
  return sqlite3_column_int64 (statement->handle, column);
}

double
nk_statement_real (const NkStatement *statement, int column)
{
  return sqlite3_column_double (statement->handle, column);
}

gboolean
nk_statement_is_null (const NkStatement *statement, int column)
{
  return sqlite3_column_type (statement->handle, column) == SQLITE_NULL;
}

const char *
nk_statement_text (const NkStatement *statement, int column)
{
  const char *text = (const char *)sqlite3_column_text (statement->handle, column);

  return text != NULL ? text : "";
}

char *
nk_statement_dup_text (const NkStatement *statement, int column)
{
  return g_strdup ((const char *)sqlite3_column_text (statement->handle, column));
}

NkSlice
nk_statement_bytes (const NkStatement *statement, int column)
{
  const char *data = sqlite3_column_blob (statement->handle, column);

  return nk_slice (data, data != NULL ? (gsize)sqlite3_column_bytes (statement->handle, column) : 0);
}

const char *
nk_statement_column_name (const NkStatement *statement, int column)
{
  return sqlite3_column_name (statement->handle, column);
}
