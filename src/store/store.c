/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/store_private.h"
#include "ground/file.h"
#include "schema_derived.sql.h"
#include "schema_kept.sql.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

#define STRING(number) #number
#define NUMBER_TEXT(number) STRING (number)

static const char begin_file[] = "PRAGMA page_size = 8192;"
                                 "PRAGMA journal_mode = WAL;";

/* Debian compiles SQLite with secure_delete, which writes every freed page once more; there is nothing secret in public mail. */
static const char writer_settings[] = "PRAGMA synchronous = NORMAL;"
                                      "PRAGMA secure_delete = OFF;"
                                      "PRAGMA foreign_keys = ON;"
                                      "PRAGMA temp_store = MEMORY;"
                                      "PRAGMA cache_size = -32768;"
                                      "PRAGMA wal_autocheckpoint = 4096;";

static const char reader_settings[] = "PRAGMA query_only = ON;"
                                      "PRAGMA temp_store = MEMORY;";

static const char sign[]
    = "PRAGMA application_id = " NUMBER_TEXT (NK_STORE_APPLICATION_ID) ";"
                                                                       "PRAGMA user_version = " NUMBER_TEXT (NK_STORE_KEPT_VERSION) ";";

static const char drop_derived[] = "DROP TABLE IF EXISTS announcement_text;"
                                   "DROP VIEW IF EXISTS announcement_words;"
                                   "DROP TABLE IF EXISTS mention;"
                                   "DROP TABLE IF EXISTS announcement_topic;"
                                   "DROP TABLE IF EXISTS topic_state;"
                                   "DROP TABLE IF EXISTS summary;"
                                   "DROP TABLE IF EXISTS announcement;"
                                   "DROP TABLE IF EXISTS reading;"
                                   "DROP TABLE IF EXISTS derived_state;";

static const char sign_derived[] = "INSERT INTO derived_state (version) VALUES (" NUMBER_TEXT (NK_STORE_DERIVED_VERSION) ");";

typedef enum { FOUND_OURS, FOUND_EMPTY, FOUND_FAULT } Found;

gboolean
nk_store_make_derived (NkStore *store, GError **error)
{
  return nk_db_run (store->db, drop_derived, error) && nk_db_run (store->db, nk_schema_derived, error)
         && nk_db_run (store->db, sign_derived, error);
}

static gboolean
make_schema (NkStore *store, GError **error)
{
  g_autoptr (NkTransaction) transaction = nk_transaction_begin (store->db, error);

  return transaction != NULL && nk_db_run (store->db, sign, error) && nk_db_run (store->db, nk_schema_kept, error)
         && nk_store_make_derived (store, error) && nk_transaction_commit (transaction, error);
}

/* Whose database this is. An empty file is a new one: a run may have ended before the schema was there. */
static Found
identify (NkStore *store, GError **error)
{
  gint64 application = 0, version = 0, n_tables = 0;
  const char *path = nk_db_path (store->db);

  if (!nk_db_number (store->db, "PRAGMA application_id", &application, error)
      || !nk_db_number (store->db, "PRAGMA user_version", &version, error)
      || !nk_db_number (store->db, "SELECT count(*) FROM sqlite_master", &n_tables, error))
    return FOUND_FAULT;
  if (application == 0 && version == 0 && n_tables == 0)
    return FOUND_EMPTY;
  if (application != NK_STORE_APPLICATION_ID) {
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s: not a nikkan database", path);
    return FOUND_FAULT;
  }
  if (version > NK_STORE_KEPT_VERSION) {
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s: made by a newer nikkan (schema %" G_GINT64_FORMAT ", this program knows %d)", path,
                 version, NK_STORE_KEPT_VERSION);
    return FOUND_FAULT;
  }
  if (!nk_db_number (store->db, "SELECT version FROM derived_state", &version, error))
    return FOUND_FAULT;
  store->is_derived_stale = version != NK_STORE_DERIVED_VERSION;
  return FOUND_OURS;
}

static NkStore *
open_for_reading (const char *path, NkDbMode mode, GError **error)
{
  g_autoptr (NkStore) store = g_new0 (NkStore, 1);

  store->lock = -1;
  store->db = nk_db_open (path, mode, error);
  if (store->db == NULL)
    return NULL;
  switch (identify (store, error)) {
  case FOUND_OURS: break;
  case FOUND_EMPTY:
    g_set_error (error, NK_ERROR, NK_ERROR_NOT_FOUND, "%s: nothing in it yet: run `nikkan import` first", path);
    return NULL;
  case FOUND_FAULT: return NULL;
  }
  if (store->is_derived_stale) {
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s: made by another version of nikkan: run `nikkan rebuild`", path);
    return NULL;
  }
  return nk_db_run (store->db, reader_settings, error) ? g_steal_pointer (&store) : NULL;
}

/* A reader makes the WAL's index beside the database. Where it may not, and no WAL is there, the file as it stands is whole. */
static NkStore *
open_reader (const char *path, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  NkStore *store = open_for_reading (path, NK_DB_READ, &fault);

  if (store == NULL && g_error_matches (fault, NK_ERROR, NK_ERROR_STORE) && !g_file_test (wal, G_FILE_TEST_EXISTS))
    store = open_for_reading (path, NK_DB_READ_FROZEN, NULL);
  if (store == NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  return store;
}

/* One writer at a time, told at once: BEGIN IMMEDIATE would only find out between two batches. The kernel lets go when the process ends, however it ends. */
static gboolean
take_lock (NkStore *store, const char *path, GError **error)
{
  g_autofree char *real = realpath (path, NULL);
  g_autofree char *name = g_strconcat (real != NULL ? real : path, "-lock", NULL);

  store->lock = open (name, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (store->lock < 0) {
    g_set_error (error, NK_ERROR, NK_ERROR_STORE, "%s: cannot be written: %s", name, g_strerror (errno));
    return FALSE;
  }
  if (flock (store->lock, LOCK_EX | LOCK_NB) == 0)
    return TRUE;
  g_set_error (error, NK_ERROR, errno == EWOULDBLOCK ? NK_ERROR_CONFLICT : NK_ERROR_STORE, "%s: %s", name,
               errno == EWOULDBLOCK ? "another nikkan is writing to this database" : g_strerror (errno));
  return FALSE;
}

static NkStore *
open_writer (const char *path, GError **error)
{
  g_autoptr (NkStore) store = g_new0 (NkStore, 1);
  Found found;

  store->lock = -1;
  if (!nk_file_make_parents (path, error) || !take_lock (store, path, error))
    return NULL;
  store->db = nk_db_open (path, NK_DB_WRITE, error);
  if (store->db == NULL)
    return NULL;
  found = identify (store, error);
  if (found == FOUND_FAULT)
    return NULL;
  if (nk_db_is_read_only (store->db)) {
    g_set_error (error, NK_ERROR, NK_ERROR_STORE, "%s: read-only, cannot be written", path);
    return NULL;
  }
  if ((found == FOUND_EMPTY && !nk_db_run (store->db, begin_file, error)) || !nk_db_run (store->db, writer_settings, error)
      || (found == FOUND_EMPTY && !make_schema (store, error)))
    return NULL;
  return g_steal_pointer (&store);
}

NkStore *
nk_store_open (const char *path, NkStoreMode mode, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  if (g_file_test (path, G_FILE_TEST_IS_DIR)) {
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s: a folder, not a database", path);
    return NULL;
  }
  switch (mode) {
  case NK_STORE_READ:
    if (g_file_test (path, G_FILE_TEST_EXISTS))
      return open_reader (path, error);
    g_set_error (error, NK_ERROR, NK_ERROR_NOT_FOUND, "%s: no database yet: run `nikkan import` first", path);
    return NULL;
  case NK_STORE_WRITE: return open_writer (path, error);
  }
  g_assert_not_reached ();
}

NkStore *
nk_store_open_memory (GError **error)
{
  g_autoptr (NkStore) store = g_new0 (NkStore, 1);

  store->lock = -1;
  store->db = nk_db_open ("memory", NK_DB_MEMORY, error);
  if (store->db == NULL || !nk_db_run (store->db, writer_settings, error) || !make_schema (store, error))
    return NULL;
  return g_steal_pointer (&store);
}

void
nk_store_free (NkStore *store)
{
  if (store == NULL)
    return;
  nk_db_free (store->db);
  /* After the database: closing it may still write. */
  if (store->lock >= 0)
    close (store->lock);
  g_free (store);
}
