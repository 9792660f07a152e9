/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* store/kept.h - the messages as received: storing, finding and giving them back.
 * Floor: store. An NkKept belongs to one store and one thread; it holds the statements and the dictionary of a run. */
#pragma once
#include "mail/mailbox.h"
#include "store/compress.h"
#include "store/db.h"

typedef struct _NkKept NkKept;

NkKept *nk_kept_new (NkDb *db, GError **error);
void nk_kept_free (NkKept *kept);

/* A message on its way into the store. Everything is borrowed. */
typedef struct {
  NkSlice body; /* plain, or a zstd frame made with `dictionary` */
  gboolean is_frame;
  gint64 dictionary_id; /* of the frame */
  guint64 raw_hash;
  gsize size_bytes; /* plain */
  guint64 true_size_bytes;
  NkQuoting quoting;
  const char *envelope;
  gint64 mailbox_id; /* 0: none */
  gboolean has_before;
  gint64 before_unix_s;
} NkKeptMessage;

/* The dictionary that new rows are compressed with: NULL until enough messages are there. Lives as long as `kept`. */
NkDictionary *nk_kept_dictionary (const NkKept *kept);

/* The row that holds the same bytes (line ends aside), 0 if there is none. */
gboolean nk_kept_find (NkKept *kept, const NkKeptMessage *message, gint64 *ret_id, GError **error);

/* TRUE in *ret_was_cut if row `id` holds `message` as it looked when its file ended too early: only its beginning, or all of it and the
 * beginning of the separator behind it, which could not be told from text then. */
gboolean nk_kept_was_cut (NkKept *kept, gint64 id, const NkKeptMessage *message, gboolean *ret_was_cut, GError **error);

/* Stores it as the next row; *ret_id is its number. May train the dictionary. */
gboolean nk_kept_add (NkKept *kept, const NkKeptMessage *message, gint64 *ret_id, GError **error);

/* Puts the whole message into the row of the one that was cut. */
gboolean nk_kept_replace (NkKept *kept, gint64 id, const NkKeptMessage *message, GError **error);

/* A row read back: as the mailbox gave it, and what its mailbox said of it. Slices are borrowed until the next call on `kept`. */
typedef struct {
  gint64 id;
  guint64 raw_hash;
  NkRawMessage raw;
  gboolean has_before;
  gint64 before_unix_s;
} NkKeptRow;

/* NOT_FOUND if there is no such row. */
gboolean nk_kept_load (NkKept *kept, gint64 id, NkKeptRow *ret_row, GError **error);

/* Rows above `after` in their order: call it again with the id of the row before. *ret_is_end at the end. A row that does not decompress
 * is a fault of STORE; *ret_row then says its id. */
gboolean nk_kept_next (NkKept *kept, gint64 after, NkKeptRow *ret_row, gboolean *ret_is_end, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkKept, nk_kept_free)
