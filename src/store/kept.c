/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/kept.h"
#include "store/store_private.h"

enum { SQL_ADD, SQL_REPLACE, SQL_FIND, SQL_FROM, SQL_NEXT_ID, SQL_DICTIONARY, SQL_NEWEST_DICTIONARY, SQL_ADD_DICTIONARY, N_SQL };

static const char *const sql[N_SQL + 1] = {
  [SQL_ADD]
  = "INSERT INTO message (id, raw_hash, size_bytes, true_size_bytes, quoting, mailbox_id, before_unix_s, dictionary_id, envelope, body)"
    " VALUES (:id, :raw_hash, :size, :true_size, :quoting, :mailbox, :before, :dictionary, :envelope, :body)",
  [SQL_REPLACE]
  = "UPDATE message SET raw_hash = :raw_hash, size_bytes = :size, true_size_bytes = :true_size, quoting = :quoting,"
    " mailbox_id = :mailbox, before_unix_s = :before, dictionary_id = :dictionary, envelope = :envelope, body = :body WHERE id = :id",
  [SQL_FIND] = "SELECT id, size_bytes, dictionary_id, body FROM message WHERE raw_hash = :raw_hash ORDER BY id",
  [SQL_FROM] = "SELECT id, raw_hash, size_bytes, true_size_bytes, quoting, before_unix_s, dictionary_id, envelope, body FROM message"
               " WHERE id >= :id ORDER BY id LIMIT 1",
  [SQL_NEXT_ID] = "SELECT ifnull(max(id), 0) + 1 FROM message",
  [SQL_DICTIONARY] = "SELECT bytes FROM dictionary WHERE id = :id",
  [SQL_NEWEST_DICTIONARY] = "SELECT ifnull(max(id), 0) FROM dictionary",
  [SQL_ADD_DICTIONARY] = "INSERT INTO dictionary (id, bytes) VALUES (:id, :bytes)",
};

enum { FIND_ID, FIND_SIZE, FIND_DICTIONARY, FIND_BODY };
enum { FROM_ID, FROM_RAW_HASH, FROM_SIZE, FROM_TRUE_SIZE, FROM_QUOTING, FROM_BEFORE, FROM_DICTIONARY, FROM_ENVELOPE, FROM_BODY };

struct _NkKept {
  NkDb *db;
  NkStatement *statements[N_SQL];
  NkCompressor *stored, *incoming; /* two, since a stored message is held against an incoming one */
  NkDictionary *dictionary;        /* for new rows */
  GHashTable *dictionaries;        /* gint64 id -> NkDictionary: of rows read back */
  GByteArray *frame;
  GString *envelope;
  gint64 next_id;
};

const char *const *
nk_kept_sql (void)
{
  return sql;
}

/* NULL in *ret_dictionary for id 0. Borrowed from `kept`. */
static gboolean
find_dictionary (NkKept *kept, gint64 id, NkDictionary **ret_dictionary, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  NkStatement *find = kept->statements[SQL_DICTIONARY];
  NkDictionary *dictionary = g_hash_table_lookup (kept->dictionaries, &id);
  NkSlice found = NK_SLICE_EMPTY;
  NkRow row;

  if (id == 0 || dictionary != NULL) {
    *ret_dictionary = dictionary;
    return TRUE;
  }
  nk_statement_bind_number (find, ":id", id);
  row = nk_statement_next (find, error);
  if (row == NK_ROW_FAULT)
    return FALSE;
  if (row == NK_ROW_READY)
    found = nk_statement_bytes (find, 0);
  bytes = g_bytes_new (found.data, found.length);
  nk_statement_reset (find);
  dictionary = nk_dictionary_new (id, bytes, error);
  if (dictionary == NULL)
    return FALSE;
  g_hash_table_insert (kept->dictionaries, g_memdup2 (&id, sizeof id), dictionary);
  *ret_dictionary = dictionary;
  return TRUE;
}

NkKept *
nk_kept_new (NkDb *db, GError **error)
{
  g_autoptr (NkKept) kept = g_new0 (NkKept, 1);
  gint64 newest = 0;
  guint i;

  kept->db = db;
  kept->stored = nk_compressor_new ();
  kept->incoming = nk_compressor_new ();
  kept->frame = g_byte_array_new ();
  kept->envelope = g_string_new (NULL);
  kept->dictionaries = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)nk_dictionary_free);
  for (i = 0; i < N_SQL; i++) {
    kept->statements[i] = nk_db_prepare (db, sql[i], error);
    if (kept->statements[i] == NULL)
      return NULL;
  }
  if (!nk_db_number (db, sql[SQL_NEXT_ID], &kept->next_id, error) || !nk_db_number (db, sql[SQL_NEWEST_DICTIONARY], &newest, error)
      || !find_dictionary (kept, newest, &kept->dictionary, error))
    return NULL;
  return g_steal_pointer (&kept);
}

void
nk_kept_free (NkKept *kept)
{
  guint i;

  if (kept == NULL)
    return;
  for (i = 0; i < N_SQL; i++)
    nk_statement_free (kept->statements[i]);
  nk_compressor_free (kept->stored);
  nk_compressor_free (kept->incoming);
  g_hash_table_unref (kept->dictionaries);
  g_byte_array_unref (kept->frame);
  g_string_free (kept->envelope, TRUE);
  g_free (kept);
}

NkDictionary *
nk_kept_dictionary (const NkKept *kept)
{
  return kept->dictionary;
}

/* The rule of nk_message_raw_hash, on the bytes themselves: CRLF is LF, line ends at the end do not count. */
static NkSlice
without_last_line_ends (NkSlice bytes)
{
  while (bytes.length > 0 && (bytes.data[bytes.length - 1] == '\n' || bytes.data[bytes.length - 1] == '\r'))
    bytes.length--;
  return bytes;
}

static char
next_byte (NkSlice bytes, gsize *position)
{
  if (bytes.data[*position] == '\r' && *position + 1 < bytes.length && bytes.data[*position + 1] == '\n')
    (*position)++;
  return bytes.data[(*position)++];
}

/* The length of what `part` and `whole` have in common, in bytes of `whole`: all of `part`, or -1. */
static gssize
common_length (NkSlice part, NkSlice whole)
{
  gsize a = 0, b = 0;

  if (part.length <= whole.length && (part.length == 0 || memcmp (part.data, whole.data, part.length) == 0))
    return (gssize)part.length;
  while (a < part.length && b < whole.length)
    if (next_byte (part, &a) != next_byte (whole, &b))
      return -1;
  return a == part.length ? (gssize)b : -1;
}

static gboolean
bytes_agree (NkSlice one, NkSlice other)
{
  one = without_last_line_ends (one);
  other = without_last_line_ends (other);
  return common_length (one, other) == (gssize)other.length;
}

/* The beginning of a `From ` line or of the four 0x01 of MMDF, and nothing else. */
static gboolean
is_separator_begun (NkSlice rest)
{
  static const NkSlice from = { "From ", 5 }, mmdf = { "\001\001\001\001", 4 };

  while (rest.length > 0 && (rest.data[0] == '\n' || rest.data[0] == '\r'))
    rest = nk_slice_from (rest, 1);
  if (nk_slice_find_char (rest, '\n') >= 0)
    return FALSE;
  return nk_slice_starts (from, rest) || nk_slice_starts (rest, from) || nk_slice_starts (mmdf, rest);
}

static gboolean
was_cut (NkSlice stored, NkSlice whole)
{
  gssize common;

  stored = without_last_line_ends (stored);
  whole = without_last_line_ends (whole);
  common = common_length (stored, whole);
  if (common >= 0)
    return (gsize)common < whole.length;
  common = common_length (whole, stored);
  return common >= 0 && is_separator_begun (nk_slice_from (stored, (gsize)common));
}

static gboolean
plain_bytes (NkKept *kept, const NkKeptMessage *message, NkSlice *ret_plain, GError **error)
{
  NkDictionary *dictionary = NULL;

  if (!message->is_frame) {
    *ret_plain = message->body;
    return TRUE;
  }
  return find_dictionary (kept, message->dictionary_id, &dictionary, error)
         && nk_compressor_decompress (kept->incoming, dictionary, message->body, message->size_bytes, ret_plain, error);
}

static gboolean
decompress_row (NkKept *kept, NkSlice frame, gint64 dictionary_id, gint64 size_bytes, NkSlice *ret_plain, GError **error)
{
  NkDictionary *dictionary = NULL;

  return find_dictionary (kept, dictionary_id, &dictionary, error)
         && nk_compressor_decompress (kept->stored, dictionary, frame, (gsize)size_bytes, ret_plain, error);
}

gboolean
nk_kept_find (NkKept *kept, const NkKeptMessage *message, gint64 *ret_id, GError **error)
{
  NkStatement *find = kept->statements[SQL_FIND];
  NkSlice incoming = NK_SLICE_EMPTY;
  gint64 id = 0;
  NkRow row;

  nk_statement_bind_number (find, ":raw_hash", (gint64)message->raw_hash);
  while (id == 0 && (row = nk_statement_next (find, error)) == NK_ROW_READY) {
    NkSlice stored;
    gboolean is_read = (incoming.data != NULL || plain_bytes (kept, message, &incoming, error))
                       && decompress_row (kept, nk_statement_bytes (find, FIND_BODY), nk_statement_number (find, FIND_DICTIONARY),
                                          nk_statement_number (find, FIND_SIZE), &stored, error);

    if (!is_read) {
      nk_statement_reset (find);
      return FALSE;
    }
    if (bytes_agree (stored, incoming))
      id = nk_statement_number (find, FIND_ID);
  }
  if (id == 0 && row == NK_ROW_FAULT)
    return FALSE;
  nk_statement_reset (find);
  *ret_id = id;
  return TRUE;
}

gboolean
nk_kept_was_cut (NkKept *kept, gint64 id, const NkKeptMessage *message, gboolean *ret_was_cut, GError **error)
{
  NkKeptRow row;
  NkSlice incoming;

  if (!nk_kept_load (kept, id, &row, error) || !plain_bytes (kept, message, &incoming, error))
    return FALSE;
  *ret_was_cut = was_cut (row.raw.bytes, incoming);
  return TRUE;
}

/* The frame as the row must have it: with the present dictionary, whatever the reading thread knew when it compressed. */
static gboolean
frame_for_row (NkKept *kept, const NkKeptMessage *message, NkSlice *ret_frame, GError **error)
{
  gint64 wanted = kept->dictionary != NULL ? nk_dictionary_id (kept->dictionary) : 0;
  NkSlice plain;

  if (message->is_frame && message->dictionary_id == wanted) {
    *ret_frame = message->body;
    return TRUE;
  }
  if (!plain_bytes (kept, message, &plain, error))
    return FALSE;
  g_byte_array_set_size (kept->frame, 0);
  nk_compressor_compress (kept->incoming, kept->dictionary, plain, kept->frame);
  *ret_frame = nk_slice ((const char *)kept->frame->data, kept->frame->len);
  return TRUE;
}

static gboolean
write_row (NkKept *kept, NkStatement *write, gint64 id, const NkKeptMessage *message, GError **error)
{
  NkSlice frame;

  if (!frame_for_row (kept, message, &frame, error))
    return FALSE;
  nk_statement_bind_number (write, ":id", id);
  nk_statement_bind_number (write, ":raw_hash", (gint64)message->raw_hash);
  nk_statement_bind_number (write, ":size", (gint64)message->size_bytes);
  nk_statement_bind_number (write, ":true_size", (gint64)message->true_size_bytes);
  nk_statement_bind_number (write, ":quoting", message->quoting);
  if (message->mailbox_id != 0)
    nk_statement_bind_number (write, ":mailbox", message->mailbox_id);
  else
    nk_statement_bind_null (write, ":mailbox");
  if (message->has_before)
    nk_statement_bind_number (write, ":before", message->before_unix_s);
  else
    nk_statement_bind_null (write, ":before");
  if (kept->dictionary != NULL)
    nk_statement_bind_number (write, ":dictionary", nk_dictionary_id (kept->dictionary));
  else
    nk_statement_bind_null (write, ":dictionary");
  nk_statement_bind_text (write, ":envelope", message->envelope);
  nk_statement_bind_bytes (write, ":body", frame);
  return nk_statement_run (write, error);
}

/* Made from the rows up to `last`; every later row is compressed with it. That depends on the rows alone, so that an import that was
 * broken off and begun again gives the same bytes. */
static gboolean
train_dictionary (NkKept *kept, gint64 last, GError **error)
{
  g_autoptr (GByteArray) samples = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  NkStatement *add = kept->statements[SQL_ADD_DICTIONARY];
  gsize sizes[NK_DICTIONARY_SAMPLES];
  NkKeptRow row;
  guint n = 0;
  gint64 id;

  for (id = last - NK_DICTIONARY_SAMPLES + 1; id <= last; id++) {
    NkSlice sample;

    if (!nk_kept_load (kept, id, &row, error))
      return FALSE;
    sample = nk_slice_first (row.raw.bytes, NK_DICTIONARY_SAMPLE_BYTES);
    g_byte_array_append (samples, (const guint8 *)sample.data, (guint)sample.length);
    sizes[n++] = sample.length;
  }
  bytes = nk_dictionary_train ((const char *)samples->data, sizes, n);
  if (bytes == NULL)
    return TRUE; /* too little to learn from; the next rows may have more */
  nk_statement_bind_number (add, ":id", 1);
  nk_statement_bind_bytes (add, ":bytes", nk_slice (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
  return nk_statement_run (add, error) && find_dictionary (kept, 1, &kept->dictionary, error);
}

gboolean
nk_kept_add (NkKept *kept, const NkKeptMessage *message, gint64 *ret_id, GError **error)
{
  gint64 id = kept->next_id;

  if (!write_row (kept, kept->statements[SQL_ADD], id, message, error))
    return FALSE;
  kept->next_id++;
  if (kept->dictionary == NULL && id % NK_DICTIONARY_SAMPLES == 0 && !train_dictionary (kept, id, error))
    return FALSE;
  *ret_id = id;
  return TRUE;
}

gboolean
nk_kept_replace (NkKept *kept, gint64 id, const NkKeptMessage *message, GError **error)
{
  return write_row (kept, kept->statements[SQL_REPLACE], id, message, error);
}

static gboolean
read_row (NkKept *kept, NkStatement *from, NkKeptRow *ret_row, GError **error)
{
  const char *envelope = nk_statement_text (from, FROM_ENVELOPE);
  NkSlice body;

  ret_row->id = nk_statement_number (from, FROM_ID);
  ret_row->raw_hash = (guint64)nk_statement_number (from, FROM_RAW_HASH);
  ret_row->has_before = !nk_statement_is_null (from, FROM_BEFORE);
  ret_row->before_unix_s = nk_statement_number (from, FROM_BEFORE);
  if (!decompress_row (kept, nk_statement_bytes (from, FROM_BODY), nk_statement_number (from, FROM_DICTIONARY),
                       nk_statement_number (from, FROM_SIZE), &body, error)) {
    g_prefix_error (error, "message %" G_GINT64_FORMAT ": ", ret_row->id);
    return FALSE;
  }
  g_string_assign (kept->envelope, envelope);
  ret_row->raw = (NkRawMessage){
    .bytes = body,
    .envelope = nk_slice (kept->envelope->str, kept->envelope->len),
    .quoting = nk_statement_number (from, FROM_QUOTING) == NK_QUOTING_MBOX ? NK_QUOTING_MBOX : NK_QUOTING_NONE,
    .size_bytes = (guint64)nk_statement_number (from, FROM_TRUE_SIZE),
    .index = 1,
  };
  return TRUE;
}

gboolean
nk_kept_next (NkKept *kept, gint64 after, NkKeptRow *ret_row, gboolean *ret_is_end, GError **error)
{
  NkStatement *from = kept->statements[SQL_FROM];
  gboolean is_read;
  NkRow row;

  nk_statement_bind_number (from, ":id", after + 1);
  row = nk_statement_next (from, error);
  *ret_is_end = row == NK_ROW_NONE;
  if (row != NK_ROW_READY)
    return row == NK_ROW_NONE;
  is_read = read_row (kept, from, ret_row, error);
  nk_statement_reset (from);
  return is_read;
}

gboolean
nk_kept_load (NkKept *kept, gint64 id, NkKeptRow *ret_row, GError **error)
{
  gboolean is_end = FALSE;

  if (!nk_kept_next (kept, id - 1, ret_row, &is_end, error))
    return FALSE;
  if (!is_end && ret_row->id == id)
    return TRUE;
  g_set_error (error, NK_ERROR, NK_ERROR_NOT_FOUND, "%s: there is no message %" G_GINT64_FORMAT, nk_db_path (kept->db), id);
  return FALSE;
}
