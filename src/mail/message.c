/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* A raw message made ready, given to the fast path or to GMime, and completed. */
#include "mail/message_private.h"
#include "ground/utf8.h"

/* `bytes` with LF for every CRLF and bare CR. */
static GString *
unify_line_ends (NkSlice bytes)
{
  GString *out = g_string_sized_new (bytes.length + 1);

  for (gsize at = 0; at < bytes.length;) {
    const char *cr = memchr (bytes.data + at, '\r', bytes.length - at);
    gsize end = cr == NULL ? bytes.length : (gsize)(cr - bytes.data);

    g_string_append_len (out, bytes.data + at, (gssize)(end - at));
    if (cr != NULL && !(end + 1 < bytes.length && bytes.data[end + 1] == '\n'))
      g_string_append_c (out, '\n');
    at = end + 1;
  }
  return out;
}

/* TRUE if the line at `p` is `>From ` with any number of marks. */
static gboolean
is_quoted_from (const char *p, const char *end)
{
  while (p < end && *p == '>')
    p++;
  return end - p >= 5 && memcmp (p, "From ", 5) == 0;
}

/* Offset of the first quoted `From ` line at or after `at`, or the length of the body. */
static gsize
find_quoted_from (NkSlice body, gsize at)
{
  while (at < body.length) {
    const char *mark = memchr (body.data + at, '>', body.length - at);

    if (mark == NULL)
      break;
    if ((mark == body.data || mark[-1] == '\n') && is_quoted_from (mark, body.data + body.length))
      return (gsize)(mark - body.data);
    at = (gsize)(mark - body.data) + 1;
    while (at < body.length && body.data[at] == '>')
      at++;
  }
  return body.length;
}

/* Takes one mark off each quoted `From ` line. NULL if there is none. */
static GString *
unquote_from (NkSlice body)
{
  gsize at = find_quoted_from (body, 0), start = 0;
  GString *out;

  if (at == body.length)
    return NULL;
  out = g_string_sized_new (body.length + 1);
  while (at < body.length) {
    g_string_append_len (out, body.data + start, (gssize)(at - start));
    start = at + 1;
    at = find_quoted_from (body, start);
  }
  g_string_append_len (out, body.data + start, (gssize)(body.length - start));
  return out;
}

/* A header of which not one field is known is no header: its lines are the text. */
static void
read_letter (NkSlice bytes, NkLetter *letter)
{
  gsize skipped = 0;

  while (skipped < bytes.length && bytes.data[skipped] == '\n')
    skipped++;
  letter->head = nk_slice_from (bytes, skipped);
  nk_header_read (letter->head, &letter->header, &letter->body);
  letter->head.length -= letter->body.length;
  if (skipped > 0) {
    letter->header.is_plain = FALSE;
    letter->header.repairs |= NK_REPAIR_HEADER;
  }
  if (letter->header.n_known == 0)
    letter->body = bytes;
}

/* The fields alone, where the body is not to be looked at. */
static void
read_fields_only (NkMessage *message, const NkLetter *letter)
{
  nk_message_read_fields (message, &letter->header, nk_message_decode_with_gmime);
  message->text = g_strdup ("");
}

/* Bytes without a header that we know: all of them are the text. */
static void
read_text_only (NkMessage *message, const NkLetter *letter)
{
  const NkTextForm form = { .charset = NK_SLICE_EMPTY, .markup = NK_MARKUP_NONE };

  nk_message_read_fields (message, &letter->header, nk_message_decode_with_gmime);
  message->text = nk_message_make_text (letter->body, &form, nk_text_convert_latin, &message->repairs);
}

static void
complete (NkMessage *message, const NkLetter *letter, const NkRawMessage *raw)
{
  message->repairs |= letter->header.repairs;
  nk_message_read_instant (message, &letter->header, letter->envelope);
  if (message->message_id == NULL) {
    message->message_id = g_strdup_printf ("<%016" G_GINT64_MODIFIER "x.nikkan@generated.invalid>", nk_message_raw_hash (raw->bytes));
    message->repairs |= NK_REPAIR_MESSAGE_ID;
  }
}

static char *
describe_size (guint64 size_bytes)
{
  return g_strdup_printf ("larger than 8 MiB: %" G_GUINT64_FORMAT " bytes", size_bytes);
}

/* A header whose fields all stand behind the limits is another matter than none. */
static char *
describe_missing_header (const NkHeader *header, guint64 size_bytes)
{
  if (size_bytes > NK_MAILBOX_MAX_MESSAGE_BYTES)
    return describe_size (size_bytes);
  return g_strdup ((header->repairs & NK_REPAIR_LIMIT) != 0 ? "no header within 256 KiB" : "no header");
}

NkMessage *
nk_message_parse (const NkRawMessage *raw, NkParser parser)
{
  g_autoptr (NkMessage) message = g_new0 (NkMessage, 1);
  g_autoptr (GString) unified = NULL, unquoted = NULL;
  NkSlice bytes = nk_slice_first (raw->bytes, NK_MAILBOX_MAX_MESSAGE_BYTES);
  guint64 size_bytes = MAX (raw->size_bytes, raw->bytes.length);
  NkLetter letter = { .envelope = raw->envelope };

  if (nk_slice_find_char (bytes, '\r') >= 0) {
    unified = unify_line_ends (bytes);
    bytes = nk_slice (unified->str, unified->len);
  }
  read_letter (bytes, &letter);
  if (raw->quoting == NK_QUOTING_MBOX && (unquoted = unquote_from (letter.body)) != NULL)
    letter.body = nk_slice (unquoted->str, unquoted->len);

  if (letter.header.n_known == 0) {
    message->problem = describe_missing_header (&letter.header, size_bytes);
    read_text_only (message, &letter);
  } else if (size_bytes > NK_MAILBOX_MAX_MESSAGE_BYTES) {
    message->problem = describe_size (size_bytes);
    read_fields_only (message, &letter);
  } else if (parser == NK_PARSER_BOTH && nk_message_read_fast (message, &letter)) {
    message->by_fast_path = TRUE;
  } else {
    nk_message_read_gmime (message, &letter);
  }
  complete (message, &letter, raw);
  return g_steal_pointer (&message);
}

void
nk_message_clear_fields (NkMessage *message)
{
  g_clear_pointer (&message->message_id, g_free);
  g_clear_pointer (&message->from, g_free);
  g_clear_pointer (&message->from_address, g_free);
  g_clear_pointer (&message->to, g_free);
  g_clear_pointer (&message->subject, g_free);
  g_clear_pointer (&message->list_id, g_free);
  message->is_reply = message->is_tracker = FALSE;
  message->repairs = 0;
}

void
nk_message_free (NkMessage *message)
{
  if (message == NULL)
    return;
  nk_message_clear_fields (message);
  g_free (message->text);
  g_free (message->problem);
  g_free (message);
}
