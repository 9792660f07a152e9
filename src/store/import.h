/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* store/import.h - mail into the store: mailbox -> message -> announcement -> rows, in batches that are whole or not there.
 * Floor: store. Reading, parsing and compressing go on in a second thread; the order of rows is that of the mail whatever the threads do. */
#pragma once
#include "announce/group.h"
#include "mail/message.h"
#include "store/store.h"
#include "store/topic.h"

#define NK_IMPORT_BATCH_MESSAGES 8192        /* one transaction each */
#define NK_IMPORT_BATCH_BYTES (64u << 20)    /* of raw mail, whichever comes first */

typedef struct {
  const NkGroupTable *groups; /* (nullable) */
  const NkClassifier *classifier; /* (nullable): finds the topics; of another one than before, all of the store are found anew first */
  NkParser parser;
  gboolean dry_run;           /* parse and count only; `store` may be NULL. Nothing is compared then: every announcement counts as new */
  gboolean keep_copies;       /* the same bytes again are a message of their own, not a known one: for mails read once, each told by the ledger */
  guint batch_messages;       /* 0: NK_IMPORT_BATCH_MESSAGES */
  /* (nullable): called about ten times a second from the calling thread; the totals are known from the start (0 for a pipe) */
  void (*progress) (guint64 messages, guint64 read_bytes, guint64 total_bytes, const char *path, gpointer data);
  gpointer progress_data;
} NkImportOptions;

/* What happened; `problems` are one-line texts `FILE: message 17 (<id>): …` (char *), at most NK_IMPORT_MAX_PROBLEMS of them, then `… and N more`. */
#define NK_IMPORT_MAX_PROBLEMS 1000
typedef struct {
  guint64 files, files_failed;
  guint64 bytes;
  guint64 messages;      /* handed out by the mailboxes */
  guint64 known;         /* of them: bytes that were already stored */
  guint64 not_reread;    /* skipped unread because the file is unchanged up to there */
  guint64 internet_drafts, rfcs, others; /* announcements that were new */
  guint64 duplicates, unrecognised, unreadable; /* of the new messages */
  guint64 repaired;
  guint64 undated;       /* of the new messages: without any date */
  guint64 by_fast_path;
  gint64 earliest_unix_s, latest_unix_s; /* of the messages read; 0 if none */
  guint64 n_problems;    /* all of them */
  GPtrArray *problems;
} NkImportReport;

/* `paths`: NULL-terminated, files, folders or "-". Unreadable files are reported and passed over, the rest goes on (files_failed counts them).
 * Returns: FALSE with STORE, LIMIT or NOT_FOUND (a path that is not there at all) when it had to stop; whole batches before that are kept. */
gboolean nk_import_run (NkStore *store, const char *const *paths, const NkImportOptions *options, NkImportReport *ret_report, GError **error);
void nk_import_report_clear (NkImportReport *report);

/* Derived rows from kept rows, in one transaction: readers see the old ones until it is done. */
gboolean nk_rebuild_run (NkStore *store, const NkImportOptions *options, NkImportReport *ret_report, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NkImportReport, nk_import_report_clear)
