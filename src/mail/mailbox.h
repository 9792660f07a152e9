/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* mail/mailbox.h - mailboxes of every form as a row of raw messages.
 * Floor: mail (may include: mail, ground). A driver per form behind one contract; later ones (IMAP) add a row to the table of drivers.
 * The form is detected from the first bytes: MMDF (four 0x01), mbox (`From ` line, also after blank lines), else one single message. */
#pragma once
#include "ground/byte_source.h"
#include "ground/slice.h"

/* A message beyond this is cut here: its head is handed on with the true size, so that the ledger can say so. */
#define NK_MAILBOX_MAX_MESSAGE_BYTES (8u << 20)
/* Folders are searched to this depth, and at most so many files are taken from one call. */
#define NK_MAILBOX_MAX_DEPTH 16
#define NK_MAILBOX_MAX_FILES 5000000

typedef enum { NK_MAILBOX_MBOX, NK_MAILBOX_MMDF, NK_MAILBOX_SINGLE } NkMailboxForm;

/* What a mailbox did to lines of a body that start with `From `. MBOX covers mboxo and mboxrd: one `>` is taken off `>+From ` (before
 * any transfer decoding; facts/dependencies §3). */
typedef enum { NK_QUOTING_NONE, NK_QUOTING_MBOX } NkQuoting;

/* One message as it stands in the mailbox. The slices are borrowed: valid until the next call on the same mailbox. */
typedef struct {
  NkSlice bytes;    /* header and body, without separator lines and the blank line before the next one; CRLF, NUL and all else as found */
  NkSlice envelope; /* the `From ` line without its end, or empty */
  NkQuoting quoting;
  guint64 start;      /* offset of its first byte (separator included) in the decoded stream */
  guint64 size_bytes; /* as found; larger than bytes.length if it was cut at the limit */
  guint index;        /* 1 for the first message of the mailbox */
} NkRawMessage;

/* Where reading stopped: the start of the last message that was handed out, and the XXH3-64 of every byte before it.
 * That message is read again next time, since a file may have ended in the middle of it. */
typedef struct {
  guint64 offset;
  guint64 hash;
  guint index; /* number of the message at `offset`; 0: never read */
} NkMailboxPosition;

typedef struct _NkMailbox NkMailbox;

/* Opens `path` ("-": standard input). With `resume` (nullable) the bytes before it are read and compared first: if they are unchanged, reading goes
 * on there and *ret_resumed is TRUE; if the file is shorter or has changed, everything is read from the start and *ret_resumed (nullable) is FALSE.
 * Standard input is never resumed.
 * Returns: NULL with NOT_FOUND, INPUT or STORE. */
NkMailbox *nk_mailbox_open (const char *path, const NkMailboxPosition *resume, gboolean *ret_resumed, GError **error);

/* As above over bytes in memory, for tests and fuzzing. */
NkMailbox *nk_mailbox_open_bytes (GBytes *bytes);
void nk_mailbox_free (NkMailbox *mailbox);

typedef enum {
  NK_MAILBOX_MESSAGE, /* *ret_message is filled */
  NK_MAILBOX_END,
  NK_MAILBOX_FAULT, /* @error set: the rest cannot be read (damaged compression, I/O); what came before is good; the message cut by it is not handed out */
} NkMailboxStep;
NkMailboxStep nk_mailbox_next (NkMailbox *mailbox, NkRawMessage *ret_message, GError **error);

NkMailboxForm nk_mailbox_form (const NkMailbox *mailbox);
/* Position of the message handed out last; before the first of them the one resumed at, else offset 0, index 0. */
NkMailboxPosition nk_mailbox_position (const NkMailbox *mailbox);
const NkByteSource *nk_mailbox_source (const NkMailbox *mailbox);

/* One file that a path stands for. */
typedef struct {
  char *path;
  guint64 size_bytes;
  gboolean is_maildir; /* one message of a Maildir: always single, never resumed */
} NkMailboxFile;

/* Files of `path`: itself; a Maildir (has cur/ or new/): each file of cur/ and new/; another folder: every regular file below it, sorted bytewise,
 * hidden files left out, links to folders not followed. What cannot be read is appended to `problems` (char *, owned by the array) and passed over.
 * Returns: (transfer full): NkMailboxFile*, possibly empty; NULL with NOT_FOUND or LIMIT. */
GPtrArray *nk_mailbox_find (const char *path, GPtrArray *problems, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkMailbox, nk_mailbox_free)
