/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/import_worker.h"
#include "store/import_private.h"

/* A chunk is handed over when it holds so many messages, or so many bytes. */
#define CHUNK_MESSAGES 256
#define CHUNK_BYTES (1u << 20)
#define N_CHUNKS 6
/* In a dry run the thread parses by itself when so many chunks wait for the caller. */
#define DRY_BACKLOG 2
/* Room that a chunk keeps for the next round; what a huge message took beyond that is given back. */
#define CHUNK_KEPT_BYTES (4u << 20)

struct _NkImportWorker {
  GThread *thread;
  const GPtrArray *jobs;
  NkMailReader reader;
  gboolean is_dry;
  gint is_cancelled;         /* atomic */
  NkDictionary *dictionary;  /* atomic */
  GAsyncQueue *empty, *full; /* NkImportChunk */
  gboolean is_over;          /* the last chunk was taken */
};

/* What the thread works with. */
typedef struct {
  NkImportWorker *worker;
  NkImportChunk *chunk;
  NkCompressor *compressor;
  gsize weight;           /* of the chunk, bytes */
  guint64 finished_bytes; /* of the files before the present one */
} Reading;

/* The file that is being read. */
typedef struct {
  guint index;
  const NkImportJob *job;
  NkMailbox *mailbox;
  gboolean is_resumed;
  gboolean is_first;
  gboolean has_before;
  gint64 before_unix_s;
} Source;

void
nk_import_job_free (NkImportJob *job)
{
  if (job == NULL)
    return;
  g_free (job->path);
  g_free (job->absolute);
  g_free (job);
}

static void
clear_item (gpointer data)
{
  NkImportItem *item = data;

  g_clear_pointer (&item->problem, g_free);
  nk_mail_reading_clear (&item->reading);
}

static NkImportChunk *
new_chunk (void)
{
  NkImportChunk *chunk = g_new0 (NkImportChunk, 1);

  chunk->items = g_array_sized_new (FALSE, TRUE, sizeof (NkImportItem), CHUNK_MESSAGES);
  g_array_set_clear_func (chunk->items, clear_item);
  chunk->bytes = g_byte_array_new ();
  return chunk;
}

static void
free_chunk (NkImportChunk *chunk)
{
  g_array_unref (chunk->items);
  g_byte_array_unref (chunk->bytes);
  g_free (chunk);
}

/* Strings are freed by the thread that made them: the writer has enough to do. */
static void
take_empty_chunk (Reading *reading)
{
  NkImportChunk *chunk = g_async_queue_pop (reading->worker->empty);

  g_array_set_size (chunk->items, 0);
  if (chunk->bytes->len > CHUNK_KEPT_BYTES) {
    g_byte_array_unref (chunk->bytes);
    chunk->bytes = g_byte_array_new ();
  }
  g_byte_array_set_size (chunk->bytes, 0);
  chunk->counts = (NkImportReport){ 0 };
  chunk->is_last = FALSE;
  chunk->is_unread = FALSE;
  reading->chunk = chunk;
  reading->weight = 0;
}

static void
count_message (NkImportReport *counts, const NkRawMessage *raw, const NkMailReading *mail)
{
  counts->messages++;
  counts->bytes += raw->size_bytes;
  counts->by_fast_path += mail->by_fast_path;
  if (mail->origin == NK_DATE_NONE)
    return;
  if (counts->earliest_unix_s == 0 || mail->unix_s < counts->earliest_unix_s)
    counts->earliest_unix_s = mail->unix_s;
  counts->latest_unix_s = MAX (counts->latest_unix_s, mail->unix_s);
}

/* Without a store nothing is compared with anything: each announcement is taken as new. */
static NkDerived
derive_dry (const NkMailReading *mail)
{
  switch (mail->verdict) {
  case NK_VERDICT_ANNOUNCEMENT: return NK_DERIVED_NEW;
  case NK_VERDICT_COPY: return NK_DERIVED_DUPLICATE;
  case NK_VERDICT_UNRECOGNISED: return NK_DERIVED_UNRECOGNISED;
  case NK_VERDICT_UNREADABLE: return NK_DERIVED_UNREADABLE;
  }
  g_assert_not_reached ();
}

/* Parses and counts the messages of a dry run. A message without a date needs none here, so that chunks can be read in any order. */
static void
read_chunk (const NkImportWorker *worker, NkImportChunk *chunk)
{
  guint i;

  for (i = 0; i < chunk->items->len; i++) {
    g_auto (NkMailReading) mail = { 0 };
    NkImportItem *item = &g_array_index (chunk->items, NkImportItem, i);
    const NkImportJob *job = g_ptr_array_index (worker->jobs, item->job);
    NkRawMessage raw;
    NkDerived derived;

    if (item->problem != NULL)
      continue;
    raw = (NkRawMessage){
      .bytes = nk_slice ((const char *)chunk->bytes->data + item->body_offset, item->body_bytes),
      .envelope = nk_slice_text ((const char *)chunk->bytes->data + item->envelope_offset),
      .quoting = item->quoting,
      .size_bytes = item->true_size_bytes,
      .index = item->number,
    };
    nk_mail_reading_make (&worker->reader, &raw, NULL, &mail);
    count_message (&chunk->counts, &raw, &mail);
    derived = derive_dry (&mail);
    nk_import_count (&chunk->counts, derived, &mail);
    if (derived == NK_DERIVED_UNREADABLE)
      item->problem = nk_import_problem (job->path, item->number, &mail);
  }
  chunk->is_unread = FALSE;
}

static void
hand_over (Reading *reading, const Source *source, gboolean is_last)
{
  guint64 of_file = source != NULL && source->mailbox != NULL ? nk_byte_source_consumed_bytes (nk_mailbox_source (source->mailbox)) : 0;

  reading->chunk->is_unread = reading->worker->is_dry;
  if (reading->chunk->is_unread && g_async_queue_length (reading->worker->full) >= DRY_BACKLOG)
    read_chunk (reading->worker, reading->chunk);
  reading->chunk->is_last = is_last;
  reading->chunk->job = source != NULL ? source->index : 0;
  reading->chunk->read_bytes = reading->finished_bytes + of_file;
  g_async_queue_push (reading->worker->full, g_steal_pointer (&reading->chunk));
  if (!is_last)
    take_empty_chunk (reading);
}

static NkImportItem *
add_item (Reading *reading, const Source *source)
{
  g_array_set_size (reading->chunk->items, reading->chunk->items->len + 1);
  NkImportItem *item = &g_array_index (reading->chunk->items, NkImportItem, reading->chunk->items->len - 1);

  *item = (NkImportItem){ .job = source->index };
  return item;
}

static void
add_problem (Reading *reading, const Source *source, char *problem)
{
  add_item (reading, source)->problem = problem;
  reading->weight += strlen (problem);
}

static gsize
append_bytes (NkImportChunk *chunk, NkSlice bytes)
{
  gsize offset = chunk->bytes->len;

  if (bytes.length > 0)
    g_byte_array_append (chunk->bytes, (const guint8 *)bytes.data, (guint)bytes.length);
  return offset;
}

/* Compressed if there is a dictionary already; else as it is, since the first messages are what the dictionary is made of. */
static void
pack_body (Reading *reading, NkImportItem *item, NkSlice bytes)
{
  NkImportChunk *chunk = reading->chunk;
  NkDictionary *dictionary = g_atomic_pointer_get (&reading->worker->dictionary);

  item->is_frame = dictionary != NULL;
  item->body_offset = chunk->bytes->len;
  if (dictionary != NULL) {
    item->dictionary_id = nk_dictionary_id (dictionary);
    item->body_bytes = nk_compressor_compress (reading->compressor, dictionary, bytes, chunk->bytes);
  } else {
    append_bytes (chunk, bytes);
    item->body_bytes = bytes.length;
  }
  reading->weight += item->body_bytes;
}

static NkImportItem *
pack_message (Reading *reading, Source *source, const NkRawMessage *raw)
{
  NkImportItem *item = add_item (reading, source);

  item->size_bytes = raw->bytes.length;
  item->true_size_bytes = raw->size_bytes;
  item->quoting = raw->quoting;
  item->number = raw->index;
  pack_body (reading, item, raw->bytes);
  item->envelope_offset = append_bytes (reading->chunk, raw->envelope);
  g_byte_array_append (reading->chunk->bytes, (const guint8 *)"", 1);
  return item;
}

static void
read_message (Reading *reading, Source *source, const NkRawMessage *raw)
{
  NkImportItem *item = pack_message (reading, source, raw);
  NkMailReading *mail = &item->reading;

  item->raw_hash = nk_message_raw_hash (raw->bytes);
  item->is_one_of_many = nk_mailbox_form (source->mailbox) != NK_MAILBOX_SINGLE;
  item->is_reread = source->is_resumed && source->is_first;
  item->position = nk_mailbox_position (source->mailbox);
  item->has_before = source->has_before;
  item->before_unix_s = source->before_unix_s;
  nk_mail_reading_make (&reading->worker->reader, raw, source->has_before ? &source->before_unix_s : NULL, mail);
  count_message (&reading->chunk->counts, raw, mail);
  if (mail->origin != NK_DATE_NONE) {
    source->has_before = TRUE;
    source->before_unix_s = mail->unix_s;
  }
  if (mail->announcement != NULL)
    reading->weight += strlen (mail->announcement->abstract);
  source->is_first = FALSE;
}

static void
read_mailbox (Reading *reading, Source *source)
{
  g_autoptr (GError) error = NULL;
  NkImportWorker *worker = reading->worker;
  NkMailboxStep step = NK_MAILBOX_MESSAGE;
  NkRawMessage raw;

  while (!g_atomic_int_get (&worker->is_cancelled)) {
    step = nk_mailbox_next (source->mailbox, &raw, &error);
    if (step != NK_MAILBOX_MESSAGE)
      break;
    if (worker->is_dry)
      pack_message (reading, source, &raw);
    else
      read_message (reading, source, &raw);
    if (reading->chunk->items->len >= CHUNK_MESSAGES || reading->weight >= CHUNK_BYTES)
      hand_over (reading, source, FALSE);
  }
  if (step == NK_MAILBOX_FAULT) {
    add_problem (reading, source, g_strdup (error->message));
    reading->chunk->counts.files_failed++;
  }
}

static void
read_file (Reading *reading, guint index)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NkMailbox) mailbox = NULL;
  const NkImportJob *job = g_ptr_array_index (reading->worker->jobs, index);
  Source source = { .index = index, .job = job, .is_first = TRUE };
  gboolean has_position = job->resume.position.index > 0;

  mailbox = nk_mailbox_open (job->path, has_position ? &job->resume.position : NULL, &source.is_resumed, &error);
  if (mailbox == NULL) {
    add_problem (reading, &source, g_strdup (error->message));
    reading->chunk->counts.files_failed++;
    return;
  }
  source.mailbox = mailbox;
  source.is_resumed = source.is_resumed && has_position;
  reading->chunk->counts.files++;
  if (source.is_resumed) {
    source.has_before = job->resume.has_before;
    source.before_unix_s = job->resume.before_unix_s;
    reading->chunk->counts.not_reread += job->resume.position.index - 1;
  }
  read_mailbox (reading, &source);
}

static gpointer
run (gpointer data)
{
  NkImportWorker *worker = data;
  Reading reading = { .worker = worker, .compressor = nk_compressor_new () };
  guint i;

  take_empty_chunk (&reading);
  for (i = 0; i < worker->jobs->len && !g_atomic_int_get (&worker->is_cancelled); i++) {
    const NkImportJob *job = g_ptr_array_index (worker->jobs, i);

    read_file (&reading, i);
    reading.finished_bytes += job->size_bytes;
    /* A Maildir has a file for every message. */
    if (reading.chunk->counts.files >= CHUNK_MESSAGES || reading.chunk->items->len >= CHUNK_MESSAGES || reading.weight >= CHUNK_BYTES)
      hand_over (&reading, NULL, FALSE);
  }
  hand_over (&reading, NULL, TRUE);
  nk_compressor_free (reading.compressor);
  return NULL;
}

NkImportWorker *
nk_import_worker_new (const GPtrArray *jobs, const NkImportOptions *options, NkDictionary *dictionary)
{
  NkImportWorker *worker = g_new0 (NkImportWorker, 1);
  guint i;

  worker->jobs = jobs;
  worker->reader = (NkMailReader){ .groups = options->groups, .parser = options->parser };
  /* A dry run keeps nothing that topics could be asked of. */
  worker->reader.classifier = options->dry_run ? NULL : options->classifier;
  worker->is_dry = options->dry_run;
  worker->dictionary = dictionary;
  worker->empty = g_async_queue_new_full ((GDestroyNotify)free_chunk);
  worker->full = g_async_queue_new_full ((GDestroyNotify)free_chunk);
  for (i = 0; i < N_CHUNKS; i++)
    g_async_queue_push (worker->empty, new_chunk ());
  worker->thread = g_thread_new ("nikkan-reader", run, worker);
  return worker;
}

NkImportChunk *
nk_import_worker_next (NkImportWorker *worker)
{
  NkImportChunk *chunk;

  if (worker->is_over)
    return NULL;
  chunk = g_async_queue_pop (worker->full);
  worker->is_over = chunk->is_last;
  if (chunk->is_unread && !g_atomic_int_get (&worker->is_cancelled))
    read_chunk (worker, chunk);
  return chunk;
}

void
nk_import_worker_give_back (NkImportWorker *worker, NkImportChunk *chunk)
{
  g_async_queue_push (worker->empty, chunk);
}

void
nk_import_worker_use_dictionary (NkImportWorker *worker, NkDictionary *dictionary)
{
  g_atomic_pointer_set (&worker->dictionary, dictionary);
}

void
nk_import_worker_free (NkImportWorker *worker)
{
  NkImportChunk *chunk;

  if (worker == NULL)
    return;
  g_atomic_int_set (&worker->is_cancelled, 1);
  while ((chunk = nk_import_worker_next (worker)) != NULL)
    nk_import_worker_give_back (worker, chunk);
  g_thread_join (worker->thread);
  g_async_queue_unref (worker->empty);
  g_async_queue_unref (worker->full);
  g_free (worker);
}
