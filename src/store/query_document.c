/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Announcements by day and by document. */
#include "store/document_private.h"
#include "store/query_private.h"
#include "store/store_private.h"

enum { SQL_DAY, SQL_PREVIOUS, SQL_BY_NAME, SQL_ABOUT, SQL_DRAFT_OF_RFC, SQL_RFC_OF_DRAFT, N_SQL };

static const char *const sql[N_SQL + 1] = {
  /* Ids follow time: a day is a range of them. */
  [SQL_DAY] = NK_STORED_COLUMNS NK_STORED_TABLES " WHERE a.id >= :first_id AND a.id < :end_id AND (:kind = 0 OR a.kind = :kind)"
                                                 " ORDER BY a.unix_s DESC, a.name, a.revision",
  [SQL_PREVIOUS] = NK_STORED_COLUMNS NK_STORED_TABLES " WHERE a.name = :name AND a.revision < :revision ORDER BY a.revision DESC LIMIT 1",
  [SQL_BY_NAME]
  = NK_STORED_COLUMNS NK_STORED_TABLES " WHERE a.name IN (:name, :other) ORDER BY a.unix_s IS NULL, a.unix_s, a.name, a.revision",
  [SQL_ABOUT] = NK_STORED_COLUMNS NK_STORED_TABLES " WHERE a.kind > 2 AND a.id IN"
                                                   " (SELECT announcement_id FROM mention WHERE document IN (:name, :other))"
                                                   " ORDER BY a.unix_s IS NULL, a.unix_s, a.name",
  [SQL_DRAFT_OF_RFC] = "SELECT draft FROM announcement WHERE name = :name AND kind = 2 AND draft IS NOT NULL",
  [SQL_RFC_OF_DRAFT] = "SELECT a.name FROM mention AS m JOIN announcement AS a ON a.id = m.announcement_id"
                       " WHERE m.document = :name AND a.kind = 2 ORDER BY a.id DESC LIMIT 1",
};

#define ID_OF_INSTANT(unix_s) ((unix_s) * (1 << 20))

const char *const *
nk_query_document_sql (void)
{
  return sql;
}

static gboolean
find_previous (NkDb *db, GPtrArray *stored, GError **error)
{
  g_autoptr (NkStatement) previous = nk_db_prepare (db, sql[SQL_PREVIOUS], error);
  g_autoptr (NkStatement) copies = nk_stored_prepare_copies (db, error);
  g_autoptr (GPtrArray) found = nk_stored_array_new ();
  guint i;

  if (previous == NULL || copies == NULL)
    return FALSE;
  for (i = 0; i < stored->len; i++) {
    NkStored *one = g_ptr_array_index (stored, i);

    if (one->announcement->kind != NK_KIND_INTERNET_DRAFT)
      continue;
    nk_statement_bind_text (previous, ":name", one->announcement->name);
    nk_statement_bind_text (previous, ":revision", one->announcement->revision);
    if (!nk_stored_collect_with (copies, previous, found, error))
      return FALSE;
    if (found->len > 0)
      one->previous = g_ptr_array_steal_index (found, 0);
  }
  return TRUE;
}

GPtrArray *
nk_query_day (NkStore *store, NkDay day, NkKind kind, GError **error)
{
  g_autoptr (GPtrArray) stored = nk_stored_array_new ();
  g_auto (NkAsking) asking = NULL;
  g_autoptr (NkStatement) select = NULL;
  gboolean is_good;

  g_return_val_if_fail (store != NULL, NULL);
  asking = nk_asking_begin (store, NK_ASPECT_DAYS, NULL, day, day);
  if (day < 0)
    return g_steal_pointer (&stored);
  select = nk_db_prepare (store->db, sql[SQL_DAY], error);
  if (select == NULL)
    return NULL;
  nk_statement_bind_number (select, ":first_id", ID_OF_INSTANT (nk_day_start_unix_s (day)));
  nk_statement_bind_number (select, ":end_id", ID_OF_INSTANT (nk_day_start_unix_s (day) + NK_DAY_SECONDS));
  nk_statement_bind_number (select, ":kind", (gint64)kind);
  /* One look at the database for all of it: nothing changes in between, and no lock is taken and given back for each draft. */
  if (!nk_db_run (store->db, "SAVEPOINT day", error))
    return NULL;
  is_good = nk_stored_collect (store->db, select, stored, error) && find_previous (store->db, stored, error);
  return nk_db_run (store->db, "RELEASE day", is_good ? error : NULL) && is_good ? g_steal_pointer (&stored) : NULL;
}

/* The RFC that became of a draft, or the draft that an RFC came from; NULL in *ret_other if there is none. */
static gboolean
find_other (NkDb *db, const char *name, char **ret_other, GError **error)
{
  gboolean is_rfc = g_str_has_prefix (name, "rfc");
  g_autoptr (NkStatement) select = nk_db_prepare (db, sql[is_rfc ? SQL_DRAFT_OF_RFC : SQL_RFC_OF_DRAFT], error);

  if (select == NULL)
    return FALSE;
  nk_statement_bind_text (select, ":name", name);
  switch (nk_statement_next (select, error)) {
  case NK_ROW_READY: *ret_other = nk_document_without_revision (nk_statement_text (select, 0)); return TRUE;
  case NK_ROW_NONE: *ret_other = NULL; return TRUE;
  case NK_ROW_FAULT: return FALSE;
  }
  g_assert_not_reached ();
}

GPtrArray *
nk_query_document (NkStore *store, const char *name, GError **error)
{
  static const guint parts[] = { SQL_BY_NAME, SQL_ABOUT };
  g_autoptr (GPtrArray) stored = nk_stored_array_new ();
  g_auto (NkAsking) asking = NULL;
  g_autofree char *other = NULL;
  guint i;

  g_return_val_if_fail (store != NULL && name != NULL, NULL);
  asking = nk_asking_begin (store, NK_ASPECT_DOCUMENT, name, 0, 0);
  if (!find_other (store->db, name, &other, error))
    return NULL;
  if (other != NULL)
    nk_asking_tell (store, NK_ASPECT_DOCUMENT, other, 0, 0);
  for (i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autoptr (NkStatement) select = nk_db_prepare (store->db, sql[parts[i]], error);

    if (select == NULL)
      return NULL;
    nk_statement_bind_text (select, ":name", name);
    nk_statement_bind_text (select, ":other", other);
    if (!nk_stored_collect (store->db, select, stored, error))
      return NULL;
  }
  return find_previous (store->db, stored, error) ? g_steal_pointer (&stored) : NULL;
}
