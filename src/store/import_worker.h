/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* store/import_worker.h - the reading half of an import, in a thread of its own: mailboxes are read, messages parsed, hashed and compressed, and handed
 * over in chunks, in the order of the mail. It never touches the database.
 * Floor: store. A few chunks go round and round, so that memory is bounded and the thread waits when the writer is slower. */
#pragma once
#include "store/compress.h"
#include "store/import.h"
#include "store/mail_reading.h"
#include "store/resume.h"

/* One file to read. */
typedef struct {
  char *path;     /* as it was called, for messages */
  char *absolute; /* (nullable): where it can be resumed */
  guint64 size_bytes;
  NkResume resume;
} NkImportJob;
void nk_import_job_free (NkImportJob *job);

/* A message, or something to be told about a file (`problem`). */
typedef struct {
  guint job;
  char *problem;                 /* (nullable): then nothing else is set */
  gsize body_offset, body_bytes; /* in the chunk's bytes */
  gsize envelope_offset;         /* NUL-terminated */
  gboolean is_frame;
  gint64 dictionary_id;
  guint64 raw_hash;
  gsize size_bytes;
  guint64 true_size_bytes;
  NkQuoting quoting;
  guint number;            /* in its mailbox */
  gboolean is_one_of_many; /* of a mailbox that can be resumed */
  gboolean is_reread;      /* the last message of the time before */
  NkMailboxPosition position;
  gboolean has_before;
  gint64 before_unix_s;
  NkMailReading reading;
} NkImportItem;

typedef struct {
  GArray *items; /* NkImportItem */
  GByteArray *bytes;
  NkImportReport counts; /* of what the reading half knows; no problems */
  guint64 read_bytes;    /* of all files so far */
  guint job;             /* being read */
  gboolean is_unread;    /* of a dry run: messages that were not parsed yet */
  gboolean is_last;
} NkImportChunk;

typedef struct _NkImportWorker NkImportWorker;

/* `jobs` (NkImportJob) and `dictionary` (nullable) must outlive the worker. In a dry run the counts and the problems are all that matters. */
NkImportWorker *nk_import_worker_new (const GPtrArray *jobs, const NkImportOptions *options, NkDictionary *dictionary);

/* Waits for the thread, whatever it has still to do. */
void nk_import_worker_free (NkImportWorker *worker);

/* The next chunk, NULL past the last. It must be given back. In a dry run the caller, who has nothing to write, parses as many as the thread does. */
NkImportChunk *nk_import_worker_next (NkImportWorker *worker);
void nk_import_worker_give_back (NkImportWorker *worker, NkImportChunk *chunk);

/* From now on, soon: messages read before come as they were. */
void nk_import_worker_use_dictionary (NkImportWorker *worker, NkDictionary *dictionary);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkImportJob, nk_import_job_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkImportWorker, nk_import_worker_free)
