/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* What is the same for every form of mailbox: a window that moves over the stream, the row of pieces in it, limits, and the place to resume.
 *
 *   data:  history | the present piece ...... | what follows
 *                  begin                      next         end
 *
 * A piece that does not fit makes the window grow up to its limit. From there on only the first KEPT_BYTES stay, and the rest of the piece passes
 * through the SLIDE_BYTES behind them: `skipped` counts what is gone. Memory is thus bounded whatever the file is. */
#include "mail/mailbox_private.h"

#include <xxhash.h>

#define WINDOW_BYTES ((gsize)1 << 20)
#define WINDOW_SLACK_BYTES ((gsize)16 << 10)
#define SLIDE_BYTES ((gsize)1 << 20)
#define KEPT_BYTES (NK_MAILBOX_HISTORY_BYTES + NK_MAILBOX_MAX_ENVELOPE_BYTES + NK_MAILBOX_MAX_MESSAGE_BYTES)
#define MAX_WINDOW_BYTES (KEPT_BYTES + SLIDE_BYTES)
/* With less room than this behind `end`, make some before reading. */
#define MIN_READ_BYTES ((gsize)4 << 10)
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
/* Empty lines before the first message; with more of them the file is taken as one message. */
#define MAX_LEADING_BYTES ((gsize)4 << 10)

G_STATIC_ASSERT (WINDOW_SLACK_BYTES >= MAX_LEADING_BYTES + NK_MAILBOX_LOOKAHEAD_BYTES + MIN_READ_BYTES);
G_STATIC_ASSERT (SLIDE_BYTES >= 4 * (NK_MAILBOX_LOOKAHEAD_BYTES + NK_MAILBOX_HISTORY_BYTES + MIN_READ_BYTES));

/* The first that recognises a stream is taken. */
static const NkMailboxDriver *const drivers[] = { &nk_mailbox_mmdf, &nk_mailbox_mbox, &nk_mailbox_single };

struct _NkMailbox {
  NkByteSource *source;
  const NkMailboxDriver *driver;
  gboolean is_last; /* the source has nothing more */
  GError *fault;    /* why it has nothing more, if that was not its end */
  char *data;
  gsize capacity, end;
  guint64 data_offset; /* of data[0] in the stream; within a long piece that of data[KEPT_BYTES] is greater by `skipped` */
  gsize begin, next;
  guint64 skipped;
  XXH3_state_t *hash; /* of every byte of the stream before data[hashed] */
  gsize hashed;
  gboolean is_over;
  guint n_known;              /* messages handed out, or passed over because they were handed out at another time */
  NkMailboxPosition position; /* of the last one of them */
};

static void
hash_up_to (NkMailbox *mailbox, gsize offset)
{
  XXH3_64bits_update (mailbox->hash, mailbox->data + mailbox->hashed, offset - mailbox->hashed);
  mailbox->hashed = offset;
}

/* Moves data[from, end) down to data[to]. Returns: by how much. */
static gsize
move_down (NkMailbox *mailbox, gsize from, gsize to)
{
  memmove (mailbox->data + to, mailbox->data + from, mailbox->end - from);
  mailbox->end -= from - to;
  return from - to;
}

/* Makes room behind `end`; moves *scan along. */
static void
make_room (NkMailbox *mailbox, gsize *scan)
{
  if (mailbox->skipped == 0 && mailbox->begin > NK_MAILBOX_HISTORY_BYTES) {
    gsize shift = move_down (mailbox, mailbox->begin - NK_MAILBOX_HISTORY_BYTES, 0);

    mailbox->data_offset += shift;
    mailbox->begin -= shift;
    mailbox->next -= shift;
    mailbox->hashed -= shift;
    *scan -= shift;
  }
  if (mailbox->capacity - mailbox->end >= mailbox->capacity / 2)
    return;
  if (mailbox->capacity < MAX_WINDOW_BYTES) {
    mailbox->capacity = MIN (mailbox->capacity * 2, MAX_WINDOW_BYTES);
    mailbox->data = g_realloc (mailbox->data, mailbox->capacity);
  } else if (mailbox->capacity - mailbox->end < MIN_READ_BYTES) {
    gsize shift;

    g_assert (*scan >= KEPT_BYTES + NK_MAILBOX_HISTORY_BYTES);
    hash_up_to (mailbox, *scan);
    shift = move_down (mailbox, *scan - NK_MAILBOX_HISTORY_BYTES, KEPT_BYTES);
    mailbox->skipped += shift;
    mailbox->hashed -= shift;
    *scan -= shift;
  }
}

/* Reads on. Sets is_last at the end of the source and on a fault; *scan is a place in the window that must survive. */
static void
fill (NkMailbox *mailbox, gsize *scan)
{
  gssize length;

  if (mailbox->capacity - mailbox->end < MIN_READ_BYTES)
    make_room (mailbox, scan);
  length = nk_byte_source_read (mailbox->source, mailbox->data + mailbox->end, mailbox->capacity - mailbox->end, &mailbox->fault);
  mailbox->is_last = length <= 0;
  if (length > 0)
    mailbox->end += (gsize)length;
}

/* An editor may have put a byte order mark before everything. Returns: its length, 0 if there is none. */
static gsize
count_mark_bytes (const NkMailbox *mailbox)
{
  return nk_slice_starts (nk_slice (mailbox->data, mailbox->end), NK_SLICE_LITERAL (BYTE_ORDER_MARK)) ? strlen (BYTE_ORDER_MARK) : 0;
}

/* The mark and the line ends behind it. */
static gsize
count_leading_bytes (const NkMailbox *mailbox)
{
  gsize count = count_mark_bytes (mailbox);

  while (count < mailbox->end && (mailbox->data[count] == '\n' || mailbox->data[count] == '\r'))
    count++;
  return count;
}

static void
recognise (NkMailbox *mailbox)
{
  gsize leading = 0, scan = 0;
  NkSlice head;

  while (!mailbox->is_last && leading <= MAX_LEADING_BYTES && mailbox->end - leading < NK_MAILBOX_LOOKAHEAD_BYTES) {
    fill (mailbox, &scan);
    leading = count_leading_bytes (mailbox);
  }
  head = leading > MAX_LEADING_BYTES ? NK_SLICE_EMPTY
                                     : nk_slice (mailbox->data + leading, MIN (mailbox->end - leading, NK_MAILBOX_LOOKAHEAD_BYTES));
  for (guint i = 0; mailbox->driver == NULL; i++)
    if (drivers[i]->recognise (head))
      mailbox->driver = drivers[i];
  /* A single message begins at the very start; its empty lines belong to it. */
  mailbox->next = mailbox->driver->form == NK_MAILBOX_SINGLE ? count_mark_bytes (mailbox) : leading;
}

/* A file of a Maildir is small: it gets a small window. */
static gsize
choose_window (const NkByteSource *source)
{
  guint64 size = nk_byte_source_size_bytes (source);

  return size == 0 || size >= WINDOW_BYTES || nk_byte_source_is_compressed (source) ? WINDOW_BYTES : (gsize)size + WINDOW_SLACK_BYTES;
}

/* Takes `source`. */
static NkMailbox *
open_source (NkByteSource *source)
{
  NkMailbox *mailbox = g_new0 (NkMailbox, 1);

  mailbox->source = source;
  mailbox->capacity = choose_window (source);
  mailbox->data = g_malloc (mailbox->capacity);
  mailbox->hash = XXH3_createState ();
  g_assert (mailbox->hash != NULL);
  XXH3_64bits_reset (mailbox->hash);
  recognise (mailbox);
  return mailbox;
}

/* The message handed out before is left: everything up to the next piece is now before it. */
static void
leave_piece (NkMailbox *mailbox)
{
  hash_up_to (mailbox, mailbox->next);
  mailbox->data_offset += mailbox->skipped;
  mailbox->skipped = 0;
  mailbox->begin = mailbox->next;
}

/* Whether a message begins at data[next], as at the time when the position was taken. The first one was recognised already, by a wider rule. */
static gboolean
stands_at_message (NkMailbox *mailbox, gboolean is_first)
{
  gsize found = 0;

  while (!mailbox->is_last && mailbox->end - mailbox->next < NK_MAILBOX_LOOKAHEAD_BYTES) {
    gsize scan = mailbox->next;

    fill (mailbox, &scan);
  }
  if (is_first || mailbox->next == mailbox->end)
    return mailbox->next < mailbox->end;
  return mailbox->next > 0
         && mailbox->driver->find_separator (mailbox->data, mailbox->next, MIN (mailbox->end, mailbox->next + NK_MAILBOX_LOOKAHEAD_BYTES),
                                             TRUE, &found)
         && found == mailbox->next;
}

/* Reads and hashes everything before `resume`. FALSE if it is not what it was. */
static gboolean
skip_known (NkMailbox *mailbox, const NkMailboxPosition *resume)
{
  gboolean is_first = resume->offset == mailbox->next;

  for (;;) {
    guint64 left = resume->offset - mailbox->data_offset;
    gsize scan;

    mailbox->next = (gsize)MIN (left, mailbox->end);
    leave_piece (mailbox);
    if (mailbox->next == left)
      break;
    if (mailbox->is_last)
      return FALSE;
    scan = mailbox->next;
    fill (mailbox, &scan);
  }
  return XXH3_64bits_digest (mailbox->hash) == resume->hash && stands_at_message (mailbox, is_first);
}

NkMailbox *
nk_mailbox_open (const char *path, const NkMailboxPosition *resume, gboolean *ret_resumed, GError **error)
{
  g_autoptr (NkMailbox) mailbox = NULL;
  g_autoptr (NkByteSource) source = NULL;
  gboolean resumes, resumed = FALSE;

  g_return_val_if_fail (path != NULL, NULL);
  source = nk_byte_source_open (path, error);
  if (source == NULL)
    return NULL;
  mailbox = open_source (g_steal_pointer (&source));
  /* What comes through a pipe is new each time, and could not be read twice. */
  resumes = resume != NULL && resume->index > 0 && !g_str_equal (path, "-");
  if (resumes)
    resumed = skip_known (mailbox, resume);
  if (resumed) {
    mailbox->n_known = resume->index - 1;
    mailbox->position = *resume;
  } else if (resumes) {
    source = nk_byte_source_open (path, error);
    if (source == NULL)
      return NULL;
    nk_mailbox_free (mailbox);
    mailbox = open_source (g_steal_pointer (&source));
  }
  if (mailbox->fault != NULL && mailbox->end == 0) {
    g_propagate_error (error, g_steal_pointer (&mailbox->fault));
    return NULL;
  }
  if (ret_resumed != NULL)
    *ret_resumed = resumed;
  return g_steal_pointer (&mailbox);
}

NkMailbox *
nk_mailbox_open_bytes (GBytes *bytes)
{
  g_return_val_if_fail (bytes != NULL, NULL);
  return open_source (nk_byte_source_new_bytes (bytes));
}

void
nk_mailbox_free (NkMailbox *mailbox)
{
  if (mailbox == NULL)
    return;
  nk_byte_source_free (mailbox->source);
  g_clear_error (&mailbox->fault);
  XXH3_freeState (mailbox->hash);
  g_free (mailbox->data);
  g_free (mailbox);
}

/* Sets `next`. FALSE if a fault hides the end of the piece. */
static gboolean
find_end (NkMailbox *mailbox)
{
  gsize scan = MIN (mailbox->begin + 1, mailbox->end);

  while (!mailbox->driver->find_separator (mailbox->data, scan, mailbox->end, mailbox->is_last, &scan)) {
    if (mailbox->is_last) {
      mailbox->next = mailbox->end;
      return mailbox->fault == NULL;
    }
    fill (mailbox, &scan);
  }
  mailbox->next = scan;
  return TRUE;
}

static gboolean
holds_only_line_ends (NkSlice bytes)
{
  for (gsize i = 0; i < bytes.length; i++)
    if (bytes.data[i] != '\n' && bytes.data[i] != '\r')
      return FALSE;
  return TRUE;
}

/* Cuts the message out of the piece. FALSE if there is none in it. */
static gboolean
cut_message (const NkMailbox *mailbox, NkRawMessage *ret_message)
{
  gsize kept_end = mailbox->skipped > 0 ? KEPT_BYTES : mailbox->next;
  NkSlice piece = nk_slice (mailbox->data + mailbox->begin, kept_end - mailbox->begin);
  gsize tail_length = mailbox->skipped > 0 ? NK_MAILBOX_HISTORY_BYTES : MIN (piece.length, NK_MAILBOX_HISTORY_BYTES);
  guint64 size = mailbox->next - mailbox->begin + mailbox->skipped;
  NkSlice envelope = NK_SLICE_EMPTY, bytes;
  gsize before = mailbox->driver->split (piece, &envelope);
  gsize behind = mailbox->driver->trailer (nk_slice (mailbox->data + mailbox->next - tail_length, tail_length));

  size = size > before + behind ? size - before - behind : 0;
  bytes = nk_slice (piece.data + before, (gsize)MIN (size, NK_MAILBOX_MAX_MESSAGE_BYTES));
  if (envelope.length == 0 && size == bytes.length && holds_only_line_ends (bytes))
    return FALSE;
  *ret_message = (NkRawMessage){ .bytes = bytes, .envelope = envelope, .quoting = mailbox->driver->quoting, .size_bytes = size };
  return TRUE;
}

static NkMailboxStep
finish (NkMailbox *mailbox, GError **error)
{
  mailbox->is_over = TRUE;
  if (mailbox->fault == NULL)
    return NK_MAILBOX_END;
  g_set_error (error, mailbox->fault->domain, mailbox->fault->code, "%s (in message %u)", mailbox->fault->message, mailbox->n_known + 1);
  return NK_MAILBOX_FAULT;
}

NkMailboxStep
nk_mailbox_next (NkMailbox *mailbox, NkRawMessage *ret_message, GError **error)
{
  NkMailboxPosition position = { 0 };

  g_return_val_if_fail (mailbox != NULL && ret_message != NULL, NK_MAILBOX_FAULT);
  do {
    if (!mailbox->is_over)
      leave_piece (mailbox);
    if (mailbox->is_over || (mailbox->begin == mailbox->end && mailbox->is_last))
      return finish (mailbox, error);
    position = (NkMailboxPosition){
      .offset = mailbox->data_offset + mailbox->begin,
      .hash = XXH3_64bits_digest (mailbox->hash),
      .index = mailbox->n_known + 1,
    };
    if (!find_end (mailbox))
      return finish (mailbox, error);
  } while (!cut_message (mailbox, ret_message));
  mailbox->n_known++;
  mailbox->position = position;
  ret_message->start = position.offset;
  ret_message->index = position.index;
  return NK_MAILBOX_MESSAGE;
}

NkMailboxForm
nk_mailbox_form (const NkMailbox *mailbox)
{
  return mailbox->driver->form;
}

NkMailboxPosition
nk_mailbox_position (const NkMailbox *mailbox)
{
  return mailbox->position;
}

const NkByteSource *
nk_mailbox_source (const NkMailbox *mailbox)
{
  return mailbox->source;
}
