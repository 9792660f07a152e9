/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/import_private.h"
#include "store/kept.h"
#include "store/store_private.h"

enum { SQL_TOTAL_BYTES, SQL_END_OF_BATCH, N_SQL };

static const char *const sql[N_SQL + 1] = {
  [SQL_TOTAL_BYTES] = "SELECT ifnull(sum(size_bytes), 0) FROM message",
  /* The full text writes out what it has gathered when a savepoint is set: so its memory stays as small as in an import. */
  [SQL_END_OF_BATCH] = "SAVEPOINT batch",
};

static const char release_batch[] = "RELEASE batch";

typedef struct {
  NkStore *store;
  const NkImportOptions *options;
  NkImportReport *report;
  NkMailReader reader;
  NkKept *kept;
  NkDerive *derive;
  NkBatch batch;
  gint64 total_bytes;
} Rebuild;

static void
rebuild_clear (Rebuild *rebuild)
{
  g_clear_pointer (&rebuild->derive, nk_derive_free);
  g_clear_pointer (&rebuild->kept, nk_kept_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rebuild, rebuild_clear)

const char *const *
nk_rebuild_sql (void)
{
  return sql;
}

static void
count_row (NkImportReport *report, const NkKeptRow *row, const NkMailReading *reading, NkDerived derived)
{
  report->messages++;
  report->bytes += row->raw.size_bytes;
  report->by_fast_path += reading->by_fast_path;
  nk_import_count (report, derived, reading);
  if (reading->origin == NK_DATE_NONE)
    return;
  if (report->earliest_unix_s == 0 || reading->unix_s < report->earliest_unix_s)
    report->earliest_unix_s = reading->unix_s;
  report->latest_unix_s = MAX (report->latest_unix_s, reading->unix_s);
}

static gboolean
end_batch (Rebuild *rebuild, GError **error)
{
  const NkImportOptions *options = rebuild->options;

  nk_batch_begin (&rebuild->batch, options);
  if (!nk_derive_flush (rebuild->derive, error) || !nk_db_run (rebuild->store->db, sql[SQL_END_OF_BATCH], error)
      || !nk_db_run (rebuild->store->db, release_batch, error))
    return FALSE;
  if (options->progress != NULL)
    options->progress (rebuild->report->messages, rebuild->report->bytes, (guint64)rebuild->total_bytes, nk_db_path (rebuild->store->db),
                       options->progress_data);
  return TRUE;
}

static gboolean
derive_row (Rebuild *rebuild, const NkKeptRow *row, GError **error)
{
  g_auto (NkMailReading) reading = { 0 };
  NkDerived derived;

  nk_mail_reading_make (&rebuild->reader, &row->raw, row->has_before ? &row->before_unix_s : NULL, &reading);
  if (!nk_derive_add (rebuild->derive, row->id, &reading, &derived, error))
    return FALSE;
  count_row (rebuild->report, row, &reading, derived);
  return !nk_batch_add (&rebuild->batch, row->raw.bytes.length) || end_batch (rebuild, error);
}

/* One message that is damaged must not keep all others in their old state for ever: it is told, and passed over. */
static gboolean
derive_all (Rebuild *rebuild, GError **error)
{
  gint64 last = 0;

  for (;;) {
    g_autoptr (GError) fault = NULL;
    NkKeptRow row = { 0 };
    gboolean is_end = FALSE;

    if (nk_kept_next (rebuild->kept, last, &row, &is_end, &fault)) {
      if (is_end)
        return nk_derive_flush (rebuild->derive, error);
      if (!derive_row (rebuild, &row, error))
        return FALSE;
    } else if (row.id > last) {
      nk_import_add_problem (rebuild->report, g_strdup_printf ("%s: %s", nk_db_path (rebuild->store->db), fault->message));
    } else {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
    last = row.id;
  }
}

gboolean
nk_rebuild_run (NkStore *store, const NkImportOptions *options, NkImportReport *ret_report, GError **error)
{
  g_autoptr (NkTransaction) transaction = NULL;
  g_auto (Rebuild) rebuild = { 0 };

  g_return_val_if_fail (store != NULL && options != NULL && ret_report != NULL, FALSE);
  *ret_report = (NkImportReport){ .problems = g_ptr_array_new_with_free_func (g_free) };
  rebuild.store = store;
  rebuild.options = options;
  nk_batch_begin (&rebuild.batch, options);
  rebuild.report = ret_report;
  rebuild.reader = (NkMailReader){ .groups = options->groups, .parser = options->parser, .classifier = options->classifier };
  transaction = nk_transaction_begin (store->db, error);
  if (transaction == NULL || !nk_store_make_derived (store, error)
      || !nk_db_number (store->db, sql[SQL_TOTAL_BYTES], &rebuild.total_bytes, error))
    return FALSE;
  /* Nothing is there yet that would have to be found anew: this signs. */
  if (!nk_topics_renew (store, options->classifier, error))
    return FALSE;
  rebuild.kept = nk_kept_new (store->db, error);
  rebuild.derive = rebuild.kept != NULL ? nk_derive_new (store->db, error) : NULL;
  if (rebuild.derive == NULL || !derive_all (&rebuild, error))
    return FALSE;
  if (!nk_transaction_commit (transaction, error))
    return FALSE;
  store->is_derived_stale = FALSE;
  return TRUE;
}
