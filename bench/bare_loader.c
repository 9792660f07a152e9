/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* bare-loader dump DATABASE FLAT: writes every row of a nikkan database into a flat file, in the order in which an import makes them.
 * bare-loader load FLAT DATABASE [TOKENIZER]: inserts these rows into a new database, with another tokenizer of the full text if one is named. Only this half is timed.
 *
 * It is the measure of "nothing but SQLite is left". What it does as an import does: the same schema and settings, the same transactions, the same
 * order of insertions, prepared statements, the full text in ascending order at the end of each transaction, foreign keys, the closing checkpoint.
 * What it leaves out: reading, parsing, hashing, compressing, looking up what is there already, taking back what turns out to be a copy; each row
 * is inserted once, as it stood at the end. It is one thread, and reads the flat file as mapped memory. */
#include <glib.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "store/tokenizer.h"

/* As store/store.c has them. */
#define BEGIN_FILE "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL;"
#define WRITER_SETTINGS                                                                                                                    \
  "PRAGMA synchronous = NORMAL; PRAGMA secure_delete = OFF; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;"                         \
  "PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 4096;"
/* As store/import.h has them. */
#define BATCH_MESSAGES 8192
#define BATCH_BYTES (16u << 20)

#define MAX_COLUMNS 40

typedef enum {
  RECORD_SCHEMA,
  RECORD_DICTIONARY,
  RECORD_MAILBOX,
  RECORD_NOTE,
  RECORD_SOURCE,
  RECORD_DERIVED_STATE,
  RECORD_MESSAGE,
  RECORD_READING,
  RECORD_ANNOUNCEMENT,
  RECORD_MENTION,
  RECORD_TEXT, /* of the announcement before it */
  N_RECORDS
} Record;

static const char *const tables[N_RECORDS] = {
  [RECORD_DICTIONARY] = "dictionary",
  [RECORD_MAILBOX] = "mailbox",
  [RECORD_NOTE] = "note",
  [RECORD_SOURCE] = "source",
  [RECORD_DERIVED_STATE] = "derived_state",
  [RECORD_MESSAGE] = "message",
  [RECORD_READING] = "reading",
  [RECORD_ANNOUNCEMENT] = "announcement",
  [RECORD_MENTION] = "mention",
};

static G_NORETURN void
fail (sqlite3 *db, const char *what)
{
  g_printerr ("bare-loader: %s: %s\n", what, db != NULL ? sqlite3_errmsg (db) : "failed");
  exit (1);
}

static sqlite3 *
open_database (const char *path, int flags)
{
  sqlite3 *db = NULL;

  if (sqlite3_open_v2 (path, &db, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK || nk_tokenizer_register (db) != SQLITE_OK)
    fail (db, path);
  return db;
}

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    fail (db, sql);
  return statement;
}

static void
run (sqlite3 *db, const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    fail (db, sql);
}

/* --- dump: a record is its kind, the number of columns, and for each its SQLite type and value; lengths and numbers have eight bytes --- */

static void
write_number (FILE *file, gint64 number)
{
  fwrite (&number, sizeof number, 1, file);
}

static void
write_row (FILE *file, Record record, sqlite3_stmt *row)
{
  int n = sqlite3_column_count (row);

  write_number (file, record);
  write_number (file, n);
  for (int i = 0; i < n; i++) {
    int type = sqlite3_column_type (row, i);
    gint64 length;

    write_number (file, type);
    if (type == SQLITE_INTEGER) {
      write_number (file, sqlite3_column_int64 (row, i));
    } else if (type != SQLITE_NULL) {
      const void *bytes = type == SQLITE_BLOB ? sqlite3_column_blob (row, i) : (const void *)sqlite3_column_text (row, i);

      length = sqlite3_column_bytes (row, i);
      write_number (file, length);
      if (length > 0)
        fwrite (bytes, 1, (gsize)length, file);
    }
  }
}

static gint64
write_rows (FILE *file, Record record, sqlite3_stmt *rows)
{
  gint64 n = 0;

  while (sqlite3_step (rows) == SQLITE_ROW) {
    write_row (file, record, rows);
    n++;
  }
  sqlite3_reset (rows);
  return n;
}

static gint64
count (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = prepare (db, sql);
  gint64 n = sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : -1;

  sqlite3_finalize (statement);
  return n;
}

static void
dump_whole (sqlite3 *db, FILE *file)
{
  sqlite3_stmt *schema
      = prepare (db, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'announcement\\_text\\_%' ESCAPE '\\'"
                     " ORDER BY rowid");

  write_rows (file, RECORD_SCHEMA, schema);
  sqlite3_finalize (schema);
  for (Record record = RECORD_DICTIONARY; record <= RECORD_DERIVED_STATE; record++) {
    g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", tables[record]);
    sqlite3_stmt *rows = prepare (db, sql);

    write_rows (file, record, rows);
    sqlite3_finalize (rows);
  }
}

/* An announcement stands behind the message that counts. */
static gint64
dump_announcement (FILE *file, sqlite3_stmt *announcements, sqlite3_stmt *texts, sqlite3_stmt *mentions, gint64 message)
{
  gint64 n = 0;

  sqlite3_bind_int64 (announcements, 1, message);
  while (sqlite3_step (announcements) == SQLITE_ROW) {
    gint64 id = sqlite3_column_int64 (announcements, 0);

    write_row (file, RECORD_ANNOUNCEMENT, announcements);
    sqlite3_bind_int64 (texts, 1, id);
    write_rows (file, RECORD_TEXT, texts);
    sqlite3_bind_int64 (mentions, 1, id);
    n += write_rows (file, RECORD_MENTION, mentions);
    n++;
  }
  sqlite3_reset (announcements);
  return n;
}

static void
dump (const char *path, const char *flat)
{
  sqlite3 *db = open_database (path, SQLITE_OPEN_READONLY);
  FILE *file = fopen (flat, "w");
  sqlite3_stmt *messages = prepare (db, "SELECT * FROM message ORDER BY id");
  sqlite3_stmt *readings = prepare (db, "SELECT * FROM reading WHERE message_id = ?");
  sqlite3_stmt *announcements = prepare (db, "SELECT a.* FROM reading AS r JOIN announcement AS a ON a.id = r.announcement_id"
                                             " WHERE r.message_id = ? AND a.first_message = r.message_id");
  sqlite3_stmt *texts = prepare (db, "SELECT id, name, title, authors, abstract FROM announcement WHERE id = ?");
  sqlite3_stmt *mentions = prepare (db, "SELECT * FROM mention WHERE announcement_id = ?");
  gint64 n = 0, n_readings = 0;

  if (file == NULL)
    fail (NULL, flat);
  dump_whole (db, file);
  while (sqlite3_step (messages) == SQLITE_ROW) {
    gint64 id = sqlite3_column_int64 (messages, 0);

    write_row (file, RECORD_MESSAGE, messages);
    sqlite3_bind_int64 (readings, 1, id);
    n_readings += write_rows (file, RECORD_READING, readings);
    n += dump_announcement (file, announcements, texts, mentions, id);
  }
  if (n_readings != count (db, "SELECT count(*) FROM reading")
      || n != count (db, "SELECT (SELECT count(*) FROM announcement) + (SELECT count(*) FROM mention)"))
    fail (NULL, "some rows were left out");
  if (fclose (file) != 0)
    fail (NULL, flat);
  sqlite3_finalize (messages);
  sqlite3_finalize (readings);
  sqlite3_finalize (announcements);
  sqlite3_finalize (texts);
  sqlite3_finalize (mentions);
  sqlite3_close (db);
}

/* --- load --- */

/* A row of the full text that waits for the end of the transaction. */
typedef struct {
  gint64 id;
  const char *columns;
} Text;

typedef struct {
  sqlite3 *db;
  sqlite3_stmt *inserts[N_RECORDS];
  const char *at, *end;
  GArray *texts; /* Text */
  guint n_messages;
  guint64 n_bytes;
  const char *tokenizer; /* (nullable): as in the schema */
} Loader;

static gint64
read_number (const char **at)
{
  gint64 number;

  memcpy (&number, *at, sizeof number);
  *at += sizeof number;
  return number;
}

static const char *
skip_columns (const char *at)
{
  for (gint64 n = read_number (&at); n > 0; n--) {
    gint64 type = read_number (&at);

    if (type == SQLITE_INTEGER)
      at += sizeof (gint64);
    else if (type != SQLITE_NULL) {
      gint64 length = read_number (&at);

      at += length;
    }
  }
  return at;
}

static sqlite3_stmt *
insert_of (Loader *loader, Record record, int n_columns)
{
  g_autoptr (GString) sql = NULL;

  if (loader->inserts[record] != NULL)
    return loader->inserts[record];
  sql = g_string_new (NULL);
  if (record == RECORD_TEXT)
    g_string_assign (sql, "INSERT INTO announcement_text (rowid, name, title, authors, abstract) VALUES (?");
  else
    g_string_printf (sql, "INSERT INTO %s VALUES (?", tables[record]);
  for (int i = 1; i < n_columns; i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  loader->inserts[record] = prepare (loader->db, sql->str);
  return loader->inserts[record];
}

static void
insert (Loader *loader, Record record, const char *columns)
{
  int n = (int)read_number (&columns);
  sqlite3_stmt *statement = insert_of (loader, record, n);

  for (int i = 1; i <= n; i++) {
    gint64 type = read_number (&columns), length;

    switch (type) {
    case SQLITE_INTEGER: sqlite3_bind_int64 (statement, i, read_number (&columns)); break;
    case SQLITE_NULL: sqlite3_bind_null (statement, i); break;
    case SQLITE_BLOB:
    case SQLITE_TEXT:
      length = read_number (&columns);
      if (type == SQLITE_TEXT)
        sqlite3_bind_text (statement, i, columns, (int)length, SQLITE_STATIC);
      else
        sqlite3_bind_blob (statement, i, columns, (int)length, SQLITE_STATIC);
      columns += length;
      break;
    default: fail (NULL, "the flat file holds a type that no row has");
    }
  }
  if (sqlite3_step (statement) != SQLITE_DONE)
    fail (loader->db, tables[record] != NULL ? tables[record] : "text");
  sqlite3_reset (statement);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  gint64 x = ((const Text *)a)->id, y = ((const Text *)b)->id;

  return (x > y) - (x < y);
}

static void
commit (Loader *loader)
{
  g_array_sort (loader->texts, compare_texts);
  for (guint i = 0; i < loader->texts->len; i++)
    insert (loader, RECORD_TEXT, g_array_index (loader->texts, Text, i).columns);
  g_array_set_size (loader->texts, 0);
  run (loader->db, "COMMIT");
  loader->n_messages = 0;
  loader->n_bytes = 0;
}

static void
use_tokenizer (char **sql, const char *tokenizer)
{
  g_auto (GStrv) parts = NULL;

  if (tokenizer == NULL)
    return;
  parts = g_strsplit (*sql, "tokenize = 'nikkan'", -1);
  g_free (*sql);
  *sql = g_strjoinv (tokenizer, parts);
}

/* The first column is the id, or the statement of the schema; the third of a message its size. */
static void
load_record (Loader *loader, Record record, const char *columns)
{
  const char *at = columns + 2 * sizeof (gint64);
  g_autofree char *sql = NULL;
  gint64 first;

  switch (record) {
  case RECORD_SCHEMA:
    first = read_number (&at);
    sql = g_strndup (at, (gsize)first);
    use_tokenizer (&sql, loader->tokenizer);
    run (loader->db, sql);
    return;
  case RECORD_TEXT: g_array_append_vals (loader->texts, &(Text){ read_number (&at), columns }, 1); return;
  case RECORD_MESSAGE:
    if (loader->n_messages >= BATCH_MESSAGES || loader->n_bytes >= BATCH_BYTES) {
      commit (loader);
      run (loader->db, "BEGIN IMMEDIATE");
    }
    loader->n_messages++;
    at += 4 * sizeof (gint64);
    loader->n_bytes += (guint64)read_number (&at);
    insert (loader, record, columns);
    return;
  case RECORD_DICTIONARY:
  case RECORD_MAILBOX:
  case RECORD_NOTE:
  case RECORD_SOURCE:
  case RECORD_DERIVED_STATE:
  case RECORD_READING:
  case RECORD_ANNOUNCEMENT:
  case RECORD_MENTION: insert (loader, record, columns); return;
  case N_RECORDS: break;
  }
  fail (NULL, "the flat file holds an unknown record");
}

static void
load (const char *flat, const char *path, const char *tokenizer)
{
  g_autofree char *option = tokenizer != NULL ? g_strdup_printf ("tokenize = '%s'", tokenizer) : NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (flat, FALSE, NULL);
  Loader loader = { .db = open_database (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE), .tokenizer = option };

  if (file == NULL)
    fail (NULL, flat);
  loader.texts = g_array_new (FALSE, FALSE, sizeof (Text));
  loader.at = g_mapped_file_get_contents (file);
  loader.end = loader.at + g_mapped_file_get_length (file);
  run (loader.db, BEGIN_FILE);
  run (loader.db, WRITER_SETTINGS);
  run (loader.db, "BEGIN IMMEDIATE");
  while (loader.at < loader.end) {
    Record record = (Record)read_number (&loader.at);

    load_record (&loader, record, loader.at);
    loader.at = skip_columns (loader.at);
  }
  commit (&loader);
  for (guint i = 0; i < N_RECORDS; i++)
    sqlite3_finalize (loader.inserts[i]);
  g_array_unref (loader.texts);
  if (sqlite3_close (loader.db) != SQLITE_OK)
    fail (loader.db, "close");
}

int
main (int argc, char **argv)
{
  if (argc == 4 && strcmp (argv[1], "dump") == 0)
    dump (argv[2], argv[3]);
  else if ((argc == 4 || argc == 5) && strcmp (argv[1], "load") == 0)
    load (argv[2], argv[3], argv[4]);
  else {
    g_printerr ("Usage: bare-loader dump DATABASE FLAT | bare-loader load FLAT DATABASE [TOKENIZER]\n");
    return 2;
  }
  return 0;
}
