/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* The writing half of an import. A batch is one transaction: its messages, what they tell, and how far their files were read. */
#include "store/import_private.h"
#include "store/import_worker.h"
#include "store/kept.h"
#include "store/store_private.h"

#define PROGRESS_INTERVAL_US 100000

typedef struct {
  NkDb *db;
  const NkImportOptions *options;
  NkMailReader reader;
  NkImportReport *report;
  GPtrArray *jobs; /* NkImportJob */
  NkKept *kept;
  NkDerive *derive;
  NkResumes *resumes;
  NkImportWorker *worker;
  NkBatch batch;
  NkImportJob *current; /* (nullable): the mailbox whose place is to be saved, in its `resume` */
  GArray *orphans;      /* gint64 */
} Import;

static void
import_clear (Import *import)
{
  /* First, since it uses the jobs and the dictionary. */
  g_clear_pointer (&import->worker, nk_import_worker_free);
  g_clear_pointer (&import->resumes, nk_resumes_free);
  g_clear_pointer (&import->derive, nk_derive_free);
  g_clear_pointer (&import->kept, nk_kept_free);
  if (import->db != NULL)
    nk_db_rollback (import->db);
  g_clear_pointer (&import->jobs, g_ptr_array_unref);
  g_clear_pointer (&import->orphans, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

static gboolean
open_statements (Import *import, GError **error)
{
  import->kept = nk_kept_new (import->db, error);
  if (import->kept == NULL)
    return FALSE;
  import->derive = nk_derive_new (import->db, error);
  if (import->derive == NULL)
    return FALSE;
  import->resumes = nk_resumes_new (import->db, error);
  return import->resumes != NULL;
}

static void
add_job (Import *import, const char *path, guint64 size_bytes, gboolean is_resumable)
{
  NkImportJob *job = g_new0 (NkImportJob, 1);

  job->path = g_strdup (path);
  job->size_bytes = size_bytes;
  if (is_resumable)
    job->absolute = g_canonicalize_filename (path, NULL);
  g_ptr_array_add (import->jobs, job);
}

/* All paths are looked up before the first is read: a wrong name at the end of a long command line is told at once. */
static gboolean
find_jobs (Import *import, const char *const *paths, GError **error)
{
  guint i, j;

  for (i = 0; paths[i] != NULL; i++) {
    g_autoptr (GPtrArray) files = NULL;
    g_autoptr (GPtrArray) problems = NULL;

    if (g_str_equal (paths[i], "-")) {
      add_job (import, "-", 0, FALSE);
      continue;
    }
    problems = g_ptr_array_new ();
    files = nk_mailbox_find (paths[i], problems, error);
    for (j = 0; j < problems->len; j++)
      nk_import_add_problem (import->report, g_ptr_array_index (problems, j));
    import->report->files_failed += problems->len;
    if (files == NULL)
      return FALSE;
    for (j = 0; j < files->len; j++) {
      const NkMailboxFile *file = g_ptr_array_index (files, j);

      add_job (import, file->path, file->size_bytes, !file->is_maildir);
    }
  }
  return TRUE;
}

static gboolean
load_resumes (Import *import, GError **error)
{
  guint i;

  for (i = 0; i < import->jobs->len; i++) {
    NkImportJob *job = g_ptr_array_index (import->jobs, i);

    if (job->absolute != NULL && !nk_resume_load (import->resumes, job->absolute, &job->resume, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
save_place (Import *import, GError **error)
{
  return import->current == NULL || nk_resume_save (import->resumes, &import->current->resume, error);
}

static gboolean
commit (Import *import, GError **error)
{
  nk_batch_begin (&import->batch, import->options);
  return save_place (import, error) && nk_derive_flush (import->derive, error) && nk_db_commit (import->db, error);
}

/* Goes on in the mailbox of `item`; gives it a number if it is new. */
static gboolean
enter_mailbox (Import *import, const NkImportItem *item, GError **error)
{
  NkImportJob *job = g_ptr_array_index (import->jobs, item->job);

  if (job == import->current)
    return TRUE;
  if (!save_place (import, error))
    return FALSE;
  import->current = NULL;
  if (job->absolute == NULL || !item->is_one_of_many)
    return TRUE;
  if (job->resume.mailbox_id == 0 && !nk_resume_mailbox (import->resumes, job->absolute, &job->resume.mailbox_id, error))
    return FALSE;
  import->current = job;
  return TRUE;
}

static gboolean
derive_orphan (Import *import, gint64 id, GError **error)
{
  g_auto (NkMailReading) reading = { 0 };
  NkDerived derived;
  NkKeptRow row;

  if (!nk_kept_load (import->kept, id, &row, error))
    return FALSE;
  nk_mail_reading_make (&import->reader, &row.raw, row.has_before ? &row.before_unix_s : NULL, &reading);
  return nk_derive_add (import->derive, id, &reading, &derived, error);
}

/* The last message of the time before is not the same any more: its file had ended too early. What was made of the beginning is taken apart, and put
 * together in the order of the rows, as if the whole message had been there at once. */
static gboolean
replace_message (Import *import, gint64 id, const NkImportItem *item, const NkKeptMessage *message, GError **error)
{
  gboolean was_counted = FALSE, is_added = FALSE;
  NkDerived derived;
  guint i;

  g_array_set_size (import->orphans, 0);
  if (!nk_kept_replace (import->kept, id, message, error)
      || !nk_derive_take_apart (import->derive, id, &was_counted, import->orphans, error))
    return FALSE;
  for (i = 0; i <= import->orphans->len; i++) {
    gint64 orphan = i < import->orphans->len ? g_array_index (import->orphans, gint64, i) : G_MAXINT64;

    if (!is_added && orphan > id) {
      if (!nk_derive_add (import->derive, id, &item->reading, &derived, error))
        return FALSE;
      is_added = TRUE;
      if (!was_counted || derived != NK_DERIVED_NEW)
        nk_import_count (import->report, derived, &item->reading);
    }
    if (orphan != G_MAXINT64 && !derive_orphan (import, orphan, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
add_message (Import *import, const NkImportItem *item, const NkKeptMessage *message, gint64 *ret_id, GError **error)
{
  const NkImportJob *job = g_ptr_array_index (import->jobs, item->job);
  const NkDictionary *before = nk_kept_dictionary (import->kept);
  NkDerived derived;

  if (!nk_kept_add (import->kept, message, ret_id, error) || !nk_derive_add (import->derive, *ret_id, &item->reading, &derived, error))
    return FALSE;
  if (nk_kept_dictionary (import->kept) != before)
    nk_import_worker_use_dictionary (import->worker, nk_kept_dictionary (import->kept));
  nk_import_count (import->report, derived, &item->reading);
  if (derived == NK_DERIVED_UNREADABLE)
    nk_import_add_problem (import->report, nk_import_problem (job->path, item->number, &item->reading));
  return TRUE;
}

static gboolean
store_message (Import *import, const NkImportItem *item, const NkKeptMessage *message, gint64 *ret_id, gboolean *ret_is_known,
               GError **error)
{
  const NkImportJob *job = g_ptr_array_index (import->jobs, item->job);
  gint64 last = item->is_reread ? job->resume.last_message : 0;
  gboolean was_cut = FALSE;

  *ret_id = 0;
  *ret_is_known = FALSE;
  if (last != 0 && !nk_kept_was_cut (import->kept, last, message, &was_cut, error))
    return FALSE;
  if (was_cut) {
    *ret_id = last;
    return replace_message (import, last, item, message, error);
  }
  if (!import->options->keep_copies && !nk_kept_find (import->kept, message, ret_id, error))
    return FALSE;
  *ret_is_known = *ret_id != 0;
  if (!*ret_is_known)
    return add_message (import, item, message, ret_id, error);
  import->report->known++;
  return TRUE;
}

static gboolean
import_item (Import *import, const NkImportChunk *chunk, const NkImportItem *item, GError **error)
{
  gint64 id = 0;
  gboolean is_known = FALSE;
  NkKeptMessage message;

  if (!enter_mailbox (import, item, error))
    return FALSE;
  message = (NkKeptMessage){
    .body = nk_slice ((const char *)chunk->bytes->data + item->body_offset, item->body_bytes),
    .is_frame = item->is_frame,
    .dictionary_id = item->dictionary_id,
    .raw_hash = item->raw_hash,
    .size_bytes = item->size_bytes,
    .true_size_bytes = item->true_size_bytes,
    .quoting = item->quoting,
    .envelope = (const char *)chunk->bytes->data + item->envelope_offset,
    .mailbox_id = import->current != NULL ? import->current->resume.mailbox_id : 0,
    .has_before = item->has_before,
    .before_unix_s = item->before_unix_s,
  };
  if (!store_message (import, item, &message, &id, &is_known, error))
    return FALSE;
  if (import->current != NULL) {
    NkResume *resume = &import->current->resume;

    resume->position = item->position;
    resume->has_before = item->has_before;
    resume->before_unix_s = item->before_unix_s;
    resume->last_message = id;
  }
  if (!is_known && nk_batch_add (&import->batch, item->size_bytes))
    return commit (import, error) && nk_db_begin (import->db, error);
  return TRUE;
}

static void
add_counts (NkImportReport *report, const NkImportReport *counts)
{
  report->files += counts->files;
  report->files_failed += counts->files_failed;
  report->bytes += counts->bytes;
  report->messages += counts->messages;
  report->not_reread += counts->not_reread;
  report->internet_drafts += counts->internet_drafts;
  report->rfcs += counts->rfcs;
  report->others += counts->others;
  report->duplicates += counts->duplicates;
  report->unrecognised += counts->unrecognised;
  report->unreadable += counts->unreadable;
  report->repaired += counts->repaired;
  report->undated += counts->undated;
  report->by_fast_path += counts->by_fast_path;
  if (counts->earliest_unix_s != 0 && (report->earliest_unix_s == 0 || counts->earliest_unix_s < report->earliest_unix_s))
    report->earliest_unix_s = counts->earliest_unix_s;
  report->latest_unix_s = MAX (report->latest_unix_s, counts->latest_unix_s);
}

static gboolean
import_chunk (Import *import, const NkImportChunk *chunk, GError **error)
{
  guint i;

  for (i = 0; i < chunk->items->len; i++) {
    NkImportItem *item = &g_array_index (chunk->items, NkImportItem, i);

    if (item->problem != NULL)
      nk_import_add_problem (import->report, g_steal_pointer (&item->problem));
    else if (import->kept != NULL && !import_item (import, chunk, item, error))
      return FALSE;
  }
  add_counts (import->report, &chunk->counts);
  return TRUE;
}

static void
tell_progress (const Import *import, const NkImportChunk *chunk, guint64 total_bytes, gint64 *last_us)
{
  const NkImportOptions *options = import->options;
  gint64 now_us = g_get_monotonic_time ();

  if (options->progress == NULL || (now_us - *last_us < PROGRESS_INTERVAL_US && !chunk->is_last))
    return;
  *last_us = now_us;
  options->progress (import->report->messages, chunk->read_bytes, total_bytes,
                     chunk->job < import->jobs->len ? ((NkImportJob *)g_ptr_array_index (import->jobs, chunk->job))->path : "",
                     options->progress_data);
}

static gboolean
import_all (Import *import, GError **error)
{
  NkImportChunk *chunk;
  gboolean is_good = TRUE;
  guint64 total_bytes = 0;
  gint64 last_us = 0;
  guint i;

  for (i = 0; i < import->jobs->len; i++)
    total_bytes += ((NkImportJob *)g_ptr_array_index (import->jobs, i))->size_bytes;
  import->worker = nk_import_worker_new (import->jobs, import->options, import->kept != NULL ? nk_kept_dictionary (import->kept) : NULL);
  while (is_good && (chunk = nk_import_worker_next (import->worker)) != NULL) {
    is_good = import_chunk (import, chunk, error);
    if (is_good)
      tell_progress (import, chunk, total_bytes, &last_us);
    nk_import_worker_give_back (import->worker, chunk);
  }
  return is_good;
}

/* The table of topics may have changed since the last import. */
static gboolean
renew_topics (NkStore *store, const NkClassifier *classifier, GError **error)
{
  g_autoptr (NkTransaction) transaction = NULL;
  gboolean are_current = FALSE;

  if (!nk_topics_are_current (store, classifier, &are_current, error))
    return FALSE;
  if (are_current)
    return TRUE;
  transaction = nk_transaction_begin (store->db, error);
  return transaction != NULL && nk_topics_renew (store, classifier, error) && nk_transaction_commit (transaction, error);
}

gboolean
nk_import_run (NkStore *store, const char *const *paths, const NkImportOptions *options, NkImportReport *ret_report, GError **error)
{
  g_auto (Import) import = { 0 };

  g_return_val_if_fail ((store != NULL || options->dry_run) && paths != NULL && ret_report != NULL, FALSE);
  *ret_report = (NkImportReport){ .problems = g_ptr_array_new_with_free_func (g_free) };
  import.report = ret_report;
  import.options = options;
  nk_batch_begin (&import.batch, options);
  import.reader = (NkMailReader){ .groups = options->groups, .parser = options->parser, .classifier = options->classifier };
  import.jobs = g_ptr_array_new_with_free_func ((GDestroyNotify)nk_import_job_free);
  import.orphans = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!find_jobs (&import, paths, error))
    return FALSE;
  if (options->dry_run)
    return import_all (&import, error);
  if (store->is_derived_stale) {
    g_auto (NkImportReport) rebuilt = { 0 };

    if (!nk_rebuild_run (store, options, &rebuilt, error))
      return FALSE;
  }
  if (!renew_topics (store, options->classifier, error))
    return FALSE;
  import.db = store->db;
  return open_statements (&import, error) && load_resumes (&import, error) && nk_db_begin (store->db, error) && import_all (&import, error)
         && commit (&import, error);
}
