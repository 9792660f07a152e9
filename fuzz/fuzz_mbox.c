/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* A mailbox file of any bytes, compressed ones among them. The first byte chooses the message to resume at. Promises: messages follow each other without overlap and
 * stand in the file where they say; memory and file read alike; a resumed reading gives the same messages again from its place on. */
#include "fuzz.h"

#include "mail/mailbox.h"

#include <sys/mman.h>
#include <unistd.h>

/* Few bytes can decompress to very many. */
#define MAX_DECODED_BYTES ((gsize)4 << 20)

typedef struct {
  NkMailboxPosition position;
  guint64 size_bytes;
  guint bytes_hash, envelope_hash;
} Seen;

static guint
hash_of (NkSlice slice)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (slice.data, slice.length);

  return g_bytes_hash (bytes);
}

/* What the mailbox holds once it is decompressed, or NULL if that is too much. */
static GByteArray *
decode (GBytes *bytes)
{
  g_autoptr (NkByteSource) source = nk_byte_source_new_bytes (bytes);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autofree char *buffer = g_malloc (65536);
  gssize length;

  while ((length = nk_byte_source_read (source, buffer, 65536, NULL)) > 0) {
    g_byte_array_append (out, (const guint8 *)buffer, (guint)length);
    if (out->len > MAX_DECODED_BYTES)
      return NULL;
  }
  return g_steal_pointer (&out);
}

/* Reads to the end. `decoded` is what the whole stream holds. */
static GArray *
read_all (NkMailbox *mailbox, const GByteArray *decoded)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Seen));
  g_autoptr (GError) error = NULL;
  NkRawMessage raw;
  guint64 end = 0;

  while (nk_mailbox_next (mailbox, &raw, &error) == NK_MAILBOX_MESSAGE) {
    Seen seen = { nk_mailbox_position (mailbox), raw.size_bytes, hash_of (raw.bytes), hash_of (raw.envelope) };

    g_assert_cmpuint (raw.start, >=, end);
    g_assert_cmpuint (raw.start, ==, seen.position.offset);
    g_assert_cmpuint (raw.index, ==, seen.position.index);
    g_assert_cmpuint (raw.bytes.length, ==, MIN (raw.size_bytes, NK_MAILBOX_MAX_MESSAGE_BYTES));
    end = raw.start + raw.envelope.length + raw.size_bytes;
    g_assert_cmpuint (end, <=, decoded->len);
    if (raw.envelope.length > 0) {
      gsize before = nk_mailbox_form (mailbox) == NK_MAILBOX_MMDF ? (decoded->data[raw.start + 4] == '\r' ? 6 : 5)
                                                                  : 0; /* behind four 0x01 and a line end */

      g_assert_cmpmem (decoded->data + raw.start + before, raw.envelope.length, raw.envelope.data, raw.envelope.length);
    }
    g_array_append_val (all, seen);
  }
  g_assert_cmpint (nk_mailbox_next (mailbox, &raw, NULL), !=, NK_MAILBOX_MESSAGE);
  return all;
}

static void
check_same (const GArray *all, guint from, const GArray *again)
{
  g_assert_cmpuint (again->len, ==, all->len - from);
  for (guint i = 0; i < again->len; i++) {
    const Seen *a = &g_array_index (all, Seen, from + i), *b = &g_array_index (again, Seen, i);

    g_assert_cmpuint (a->position.offset, ==, b->position.offset);
    g_assert_cmpuint (a->position.hash, ==, b->position.hash);
    g_assert_cmpuint (a->position.index, ==, b->position.index);
    g_assert_cmpuint (a->size_bytes, ==, b->size_bytes);
    g_assert_cmpuint (a->bytes_hash, ==, b->bytes_hash);
    g_assert_cmpuint (a->envelope_hash, ==, b->envelope_hash);
  }
}

/* Through a file without a name. */
static GArray *
read_file (NkSlice input, const GByteArray *decoded, const NkMailboxPosition *resume)
{
  g_autoptr (NkMailbox) mailbox = NULL;
  gboolean resumed = FALSE;
  g_autofree char *path = NULL;
  GArray *all = NULL;
  int file = memfd_create ("mailbox", MFD_CLOEXEC);

  g_assert_cmpint (file, >=, 0);
  g_assert_cmpint (write (file, input.data, input.length), ==, input.length);
  path = g_strdup_printf ("/proc/self/fd/%d", file);
  mailbox = nk_mailbox_open (path, resume, &resumed, NULL);
  close (file);
  if (mailbox == NULL)
    return NULL;
  g_assert_cmpint (resumed, ==, resume != NULL);
  all = read_all (mailbox, decoded);
  return all;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  NkSlice input = nk_slice ((const char *)data, size);
  guint options = nk_fuzz_options (&input);
  g_autoptr (GBytes) bytes = g_bytes_new_static (input.data, input.length);
  g_autoptr (GByteArray) decoded = decode (bytes);
  g_autoptr (NkMailbox) mailbox = NULL;
  g_autoptr (GArray) all = NULL, from_file = NULL, resumed = NULL;

  if (decoded == NULL)
    return 0;
  mailbox = nk_mailbox_open_bytes (bytes);
  all = read_all (mailbox, decoded);
  from_file = read_file (input, decoded, NULL);
  if (from_file == NULL) /* damaged from its first byte on: a file is not even opened */
    return 0;
  check_same (all, 0, from_file);
  if (all->len > 0) {
    guint from = options % all->len;

    resumed = read_file (input, decoded, &g_array_index (all, Seen, from).position);
    g_assert_nonnull (resumed);
    check_same (all, from, resumed);
  }
  return 0;
}
