/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* tests/unit/store/support.h - what the tests of the store share: invented mail, a folder that goes away, imports, and the rows of a store as text. */
#pragma once
#include "store/import.h"
#include "store/query.h"

/* A mail of i-d-announce, or what is made of it by the fields that are set. */
typedef struct {
  const char *document; /* draft-…-NN; needed */
  const char *date;     /* value of the Date field; NULL: none */
  const char *id;       /* inside of the brackets; NULL: made of the document */
  const char *list;     /* NULL: i-d-announce.ietf.org */
  const char *subject;  /* NULL: as the document */
  const char *title;
  const char *abstract;
  const char *received; /* one more header line, whole, with its LF */
} Mail;

/* One message, LF line ends, no envelope. (transfer full) */
char *support_mail (const Mail *mail);
/* Appends it to an mbox. Its From_ line tells a date, as one must: 2025-10-01T00:00Z. */
void support_append (GString *mbox, const Mail *mail);
/* Appends it to an MMDF file, which has no From_ lines: there a mail may have no date at all. */
void support_append_mmdf (GString *mmdf, const Mail *mail);
/* An mbox of `n` drafts, one a minute from 2025-10-01T00:00Z on, first number `first`. (transfer full) */
GString *support_mbox (guint first, guint n);
/* A Last Call on draft-example-tulip-03. (transfer full) */
char *support_last_call (const char *id, const char *date);
/* RFC 9901, which came from draft-example-rose-07. (transfer full) */
char *support_rfc (const char *id, const char *date, const char *list);

/* A folder under the system's place for such. Removed with all that is in it. */
char *support_folder (void);
void support_remove (char *folder);
char *support_path (const char *folder, const char *name);
void support_write (const char *path, const char *data, gssize length);

/* An import that has to go well. `path` may be followed by others, NULL at the end. */
void support_import (NkStore *store, NkImportReport *ret_report, const char *path, ...) G_GNUC_NULL_TERMINATED;
/* The store in memory of one mailbox; and one more mailbox into it. */
NkStore *support_store_of (const char *mailbox);
void support_add (NkStore *store, const char *mailbox);

/* Every row of every table of ours as text, in order; of the full text, what it gives back. (transfer full) */
char *support_dump (NkStore *store);
char *support_dump_file (const char *path);

NkDay support_day (const char *text);
/* `kind document reason` of a ledger, a line each. (transfer full) */
/* What is found for `query`, newest first: `name-revision` of drafts, the name of RFCs, the kind of others, parted by blanks; `! ` and the sentence if it is refused. (transfer full) */
char *support_search (NkStore *store, const char *query, guint limit);

char *support_ledger (NkStore *store, const char *day, gboolean whole_store);
