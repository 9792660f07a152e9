/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "mail/message.h"
#include "store/kept.h"
#include "store/store_private.h"

/* Faults that are told; a database that is broken all over says no more with a million of them. */
#define MAX_FAULTS 200

enum {
  SQL_INTEGRITY,
  SQL_FOREIGN_KEYS,
  SQL_UNREAD,
  SQL_WITHOUT_READING,
  SQL_STRAY_READING,
  SQL_STRAY_TOPIC,
  SQL_STRAY_SUMMARY,
  SQL_UNINDEXED,
  SQL_TEXT,
  N_SQL
};

static const char *const sql[N_SQL + 1] = {
  [SQL_INTEGRITY] = "PRAGMA integrity_check (100)",
  [SQL_FOREIGN_KEYS] = "PRAGMA foreign_key_check",
  [SQL_UNREAD] = "SELECT count(*) FROM message AS m LEFT JOIN reading AS r ON r.message_id = m.id WHERE r.message_id IS NULL",
  [SQL_WITHOUT_READING] = "SELECT count(*) FROM announcement AS a LEFT JOIN reading AS r ON r.message_id = a.first_message"
                          " WHERE r.announcement_id IS NOT a.id OR r.is_copy IS NOT 0",
  [SQL_STRAY_READING] = "SELECT count(*) FROM reading AS r LEFT JOIN announcement AS a ON a.id = r.announcement_id"
                        " WHERE r.announcement_id IS NOT NULL AND a.id IS NULL",
  [SQL_STRAY_TOPIC]
  = "SELECT count(*) FROM announcement_topic AS t LEFT JOIN announcement AS a ON a.id = t.announcement_id WHERE a.id IS NULL",
  [SQL_STRAY_SUMMARY] = "SELECT count(*) FROM summary AS s LEFT JOIN announcement AS a ON a.id = s.announcement_id WHERE a.id IS NULL",
  [SQL_UNINDEXED] = "SELECT (SELECT count(*) FROM announcement) <> (SELECT count(*) FROM announcement_text_docsize)",
  [SQL_TEXT] = "INSERT INTO announcement_text (announcement_text, rank) VALUES ('integrity-check', 1)",
};

/* Counts that must be 0. */
static const struct {
  guint statement;
  const char *fault;
} counts[] = {
  { SQL_UNREAD, "messages that were never read" },
  { SQL_WITHOUT_READING, "announcements whose first message does not know them" },
  { SQL_STRAY_READING, "messages that belong to an announcement that is not there" },
  { SQL_STRAY_TOPIC, "topics of an announcement that is not there" },
  { SQL_STRAY_SUMMARY, "summaries of an announcement that is not there" },
  { SQL_UNINDEXED, "full text with another number of announcements" },
};

const char *const *
nk_check_sql (void)
{
  return sql;
}

static void
add_fault (GPtrArray *faults, char *fault)
{
  if (faults->len < MAX_FAULTS)
    g_ptr_array_add (faults, fault);
  else
    g_free (fault);
}

/* Takes @error: what cannot be read is a fault like any other. */
static void
add_error (GPtrArray *faults, GError *error)
{
  add_fault (faults, g_strdup (error->message));
  g_error_free (error);
}

static void
check_rows (NkDb *db, guint statement, const char *good, const char *prefix, GPtrArray *faults)
{
  g_autoptr (NkStatement) rows = NULL;
  GError *error = NULL;
  NkRow row = NK_ROW_FAULT;

  rows = nk_db_prepare (db, sql[statement], &error);
  while (rows != NULL && (row = nk_statement_next (rows, &error)) == NK_ROW_READY)
    if (!g_str_equal (nk_statement_text (rows, 0), good))
      add_fault (faults, g_strdup_printf ("%s%s", prefix, nk_statement_text (rows, 0)));
  if (row == NK_ROW_FAULT)
    add_error (faults, error);
}

static void
check_counts (NkDb *db, GPtrArray *faults)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (counts); i++) {
    GError *error = NULL;
    gint64 n = 0;

    if (!nk_db_number (db, sql[counts[i].statement], &n, &error))
      add_error (faults, error);
    else if (n != 0)
      add_fault (faults, g_strdup_printf ("%s: %" G_GINT64_FORMAT " (run `nikkan rebuild`)", counts[i].fault, n));
  }
}

/* Only a writer may ask FTS5 to look at itself; rank 1 asks it to look at the announcements as well. */
static void
check_text (NkDb *db, GPtrArray *faults)
{
  GError *error = NULL;

  if (!nk_db_is_read_only (db) && !nk_db_run (db, sql[SQL_TEXT], &error)) {
    add_fault (faults, g_strdup_printf ("full text: %s (run `nikkan rebuild`)", error->message));
    g_error_free (error);
  }
}

static void
check_messages (NkDb *db, GPtrArray *faults)
{
  GError *error = NULL;
  g_autoptr (NkKept) kept = nk_kept_new (db, &error);
  gint64 last = 0;
  gboolean is_end = FALSE;

  while (kept != NULL && !is_end && error == NULL && faults->len < MAX_FAULTS) {
    NkKeptRow row = { 0 };

    if (!nk_kept_next (kept, last, &row, &is_end, &error)) {
      /* The row itself can be passed over; a page that cannot be read ends it. */
      if (row.id <= last)
        break;
      add_error (faults, g_steal_pointer (&error));
    } else if (!is_end && nk_message_raw_hash (row.raw.bytes) != row.raw_hash) {
      add_fault (faults, g_strdup_printf ("message %" G_GINT64_FORMAT ": not the bytes that were received", row.id));
    }
    last = row.id;
  }
  if (error != NULL)
    add_error (faults, error);
}

GPtrArray *
nk_store_check (NkStore *store, GError **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (store != NULL, NULL);
  check_rows (store->db, SQL_INTEGRITY, "ok", "", faults);
  check_rows (store->db, SQL_FOREIGN_KEYS, "", "row without the one that it refers to: ", faults);
  check_counts (store->db, faults);
  check_text (store->db, faults);
  check_messages (store->db, faults);
  return g_steal_pointer (&faults);
}
