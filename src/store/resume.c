/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/resume.h"
#include "store/store_private.h"

enum { SQL_LOAD, SQL_ADD, SQL_SAVE, N_SQL };

static const char *const sql[N_SQL + 1] = {
  [SQL_LOAD] = "SELECT id, offset_bytes, hash, number, before_unix_s, last_message FROM mailbox WHERE path = :path",
  [SQL_ADD] = "INSERT INTO mailbox (path, offset_bytes, hash, number) VALUES (:path, 0, 0, 0) ON CONFLICT (path) DO NOTHING",
  [SQL_SAVE] = ("UPDATE mailbox SET offset_bytes = :offset, hash = :hash, number = :number, before_unix_s = :before, last_message = :last"
                " WHERE id = :id"),
};

enum { LOAD_ID, LOAD_OFFSET, LOAD_HASH, LOAD_NUMBER, LOAD_BEFORE, LOAD_LAST };

struct _NkResumes {
  NkStatement *statements[N_SQL];
};

const char *const *
nk_resume_sql (void)
{
  return sql;
}

NkResumes *
nk_resumes_new (NkDb *db, GError **error)
{
  g_autoptr (NkResumes) resumes = g_new0 (NkResumes, 1);
  guint i;

  for (i = 0; i < N_SQL; i++) {
    resumes->statements[i] = nk_db_prepare (db, sql[i], error);
    if (resumes->statements[i] == NULL)
      return NULL;
  }
  return g_steal_pointer (&resumes);
}

void
nk_resumes_free (NkResumes *resumes)
{
  guint i;

  if (resumes == NULL)
    return;
  for (i = 0; i < N_SQL; i++)
    nk_statement_free (resumes->statements[i]);
  g_free (resumes);
}

gboolean
nk_resume_load (NkResumes *resumes, const char *path, NkResume *ret_resume, GError **error)
{
  NkStatement *load = resumes->statements[SQL_LOAD];

  nk_statement_bind_text (load, ":path", path);
  switch (nk_statement_next (load, error)) {
  case NK_ROW_READY:
    *ret_resume = (NkResume){
      .mailbox_id = nk_statement_number (load, LOAD_ID),
      .position = {
        .offset = (guint64)nk_statement_number (load, LOAD_OFFSET),
        .hash = (guint64)nk_statement_number (load, LOAD_HASH),
        .index = (guint)nk_statement_number (load, LOAD_NUMBER),
      },
      .has_before = !nk_statement_is_null (load, LOAD_BEFORE),
      .before_unix_s = nk_statement_number (load, LOAD_BEFORE),
      .last_message = nk_statement_number (load, LOAD_LAST),
    };
    nk_statement_reset (load);
    return TRUE;
  case NK_ROW_NONE: *ret_resume = (NkResume){ 0 }; return TRUE;
  case NK_ROW_FAULT: return FALSE;
  }
  g_assert_not_reached ();
}

gboolean
nk_resume_mailbox (NkResumes *resumes, const char *path, gint64 *ret_mailbox_id, GError **error)
{
  NkStatement *add = resumes->statements[SQL_ADD];
  NkResume resume;

  nk_statement_bind_text (add, ":path", path);
  if (!nk_statement_run (add, error) || !nk_resume_load (resumes, path, &resume, error))
    return FALSE;
  *ret_mailbox_id = resume.mailbox_id;
  return TRUE;
}

gboolean
nk_resume_save (NkResumes *resumes, const NkResume *resume, GError **error)
{
  NkStatement *save = resumes->statements[SQL_SAVE];

  nk_statement_bind_number (save, ":id", resume->mailbox_id);
  nk_statement_bind_number (save, ":offset", (gint64)resume->position.offset);
  nk_statement_bind_number (save, ":hash", (gint64)resume->position.hash);
  nk_statement_bind_number (save, ":number", resume->position.index);
  if (resume->has_before)
    nk_statement_bind_number (save, ":before", resume->before_unix_s);
  else
    nk_statement_bind_null (save, ":before");
  if (resume->last_message != 0)
    nk_statement_bind_number (save, ":last", resume->last_message);
  else
    nk_statement_bind_null (save, ":last");
  return nk_statement_run (save, error);
}
