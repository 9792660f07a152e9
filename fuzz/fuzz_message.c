/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* One message from any bytes. The first byte chooses: 1 the quoting of an mbox, 2 a From_ line (the first line), 4 CRLF line ends, 8 a size beyond the limit.
 * Promises: strings are valid UTF-8, the fields one line each; where the fast path answers, GMime gives the same answer. */
#include "fuzz.h"

#include "mail/message.h"

static void
check_message (const NkMessage *message)
{
  const char *const lines[]
      = { message->message_id, message->from, message->from_address, message->to, message->subject, message->list_id };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_assert_nonnull (lines[i]);
    nk_fuzz_check_utf8 (lines[i]);
    g_assert_null (strpbrk (lines[i], "\r\n"));
    g_assert_cmpuint (strlen (lines[i]), <=, NK_MESSAGE_MAX_FIELD_BYTES);
  }
  g_assert_nonnull (message->text);
  nk_fuzz_check_utf8 (message->text);
  g_assert_null (strchr (message->text, '\r'));
  g_assert_cmpuint (strlen (message->text), <=, NK_MESSAGE_MAX_TEXT_BYTES);
  nk_fuzz_check_utf8 (message->problem);
  g_assert_true (message->date_origin != NK_DATE_NONE || message->date_unix_s == 0);
  nk_message_text_hash (message);
}

static void
check_agreement (const NkMessage *fast, const NkMessage *gmime)
{
  g_assert_cmpstr (fast->message_id, ==, gmime->message_id);
  g_assert_cmpstr (fast->from, ==, gmime->from);
  g_assert_cmpstr (fast->from_address, ==, gmime->from_address);
  g_assert_cmpstr (fast->to, ==, gmime->to);
  g_assert_cmpstr (fast->subject, ==, gmime->subject);
  g_assert_cmpstr (fast->list_id, ==, gmime->list_id);
  g_assert_cmpstr (fast->text, ==, gmime->text);
  g_assert_cmpstr (fast->problem, ==, gmime->problem);
  g_assert_cmpint (fast->is_reply, ==, gmime->is_reply);
  g_assert_cmpint (fast->is_tracker, ==, gmime->is_tracker);
  g_assert_cmpint (fast->date_unix_s, ==, gmime->date_unix_s);
  g_assert_cmpint (fast->date_offset_s, ==, gmime->date_offset_s);
  g_assert_cmpint (fast->date_origin, ==, gmime->date_origin);
  g_assert_cmphex (fast->repairs, ==, gmime->repairs);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  NkSlice input = nk_slice ((const char *)data, size);
  guint options = nk_fuzz_options (&input);
  g_autoptr (NkMessage) message = NULL, gmime = NULL;
  g_autoptr (GString) with_crlf = g_string_new_len (input.data, (gssize)input.length);
  NkRawMessage raw = { .bytes = input, .quoting = (options & 1) != 0 ? NK_QUOTING_MBOX : NK_QUOTING_NONE };

  if ((options & 2) != 0)
    nk_slice_next_line (&raw.bytes, &raw.envelope);
  if ((options & 4) != 0) {
    g_string_truncate (with_crlf, 0);
    g_string_append_len (with_crlf, raw.bytes.data, (gssize)raw.bytes.length);
    g_string_replace (with_crlf, "\n", "\r\n", 0);
    raw.bytes = nk_slice (with_crlf->str, with_crlf->len);
  }
  raw.size_bytes = (options & 8) != 0 ? NK_MAILBOX_MAX_MESSAGE_BYTES + 1 : raw.bytes.length;
  message = nk_message_parse (&raw, NK_PARSER_BOTH);
  gmime = nk_message_parse (&raw, NK_PARSER_GMIME);
  check_message (message);
  check_message (gmime);
  g_assert_false (gmime->by_fast_path);
  if (message->by_fast_path)
    check_agreement (message, gmime);
  return 0;
}
