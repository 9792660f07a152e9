/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* What the tests of nk_message_parse share. */
#pragma once
#include "mail/message.h"

/* A header with nothing odd about it, without the empty line. */
#define PLAIN_HEAD                                                                                                                         \
  "From: internet-drafts@ietf.org\n"                                                                                                       \
  "To: <i-d-announce@ietf.org>\n"                                                                                                          \
  "Subject: I-D Action: draft-example-one-00.txt\n"                                                                                        \
  "Message-ID: <1@tracker.example>\n"                                                                                                      \
  "Date: Tue, 30 Sep 2025 16:59:50 -0700\n"

/* As a mailbox of form mbox would hand the bytes out. */
static inline NkMessage *
parse_bytes (NkSlice bytes, NkParser parser)
{
  const NkRawMessage raw = { .bytes = bytes, .quoting = NK_QUOTING_MBOX, .size_bytes = bytes.length, .index = 1 };

  return nk_message_parse (&raw, parser);
}

static inline NkMessage *
parse_text (const char *text)
{
  return parse_bytes (nk_slice_text (text), NK_PARSER_BOTH);
}

/* Both parsers have read the same message: every field but by_fast_path is equal. */
static inline void
assert_same (const NkMessage *a, const NkMessage *b)
{
  g_assert_cmpstr (a->message_id, ==, b->message_id);
  g_assert_cmpstr (a->from, ==, b->from);
  g_assert_cmpstr (a->from_address, ==, b->from_address);
  g_assert_cmpstr (a->to, ==, b->to);
  g_assert_cmpstr (a->subject, ==, b->subject);
  g_assert_cmpstr (a->list_id, ==, b->list_id);
  g_assert_cmpint (a->is_reply, ==, b->is_reply);
  g_assert_cmpint (a->is_tracker, ==, b->is_tracker);
  g_assert_cmpint (a->date_unix_s, ==, b->date_unix_s);
  g_assert_cmpint (a->date_offset_s, ==, b->date_offset_s);
  g_assert_cmpint (a->date_origin, ==, b->date_origin);
  g_assert_cmpstr (a->text, ==, b->text);
  g_assert_cmphex (a->repairs, ==, b->repairs);
  g_assert_cmpstr (a->problem, ==, b->problem);
}

static inline void
assert_is_utf8 (const NkMessage *message)
{
  const char *const texts[]
      = { message->message_id, message->from, message->from_address, message->to, message->subject, message->list_id, message->text };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_true (g_utf8_validate (texts[i], -1, NULL));
}

/* Reads `bytes` by both parsers, which must agree on broken mail too. */
static inline NkMessage *
parse_agreeing (NkSlice bytes)
{
  g_autoptr (NkMessage) message = parse_bytes (bytes, NK_PARSER_BOTH);
  g_autoptr (NkMessage) by_gmime = parse_bytes (bytes, NK_PARSER_GMIME);

  assert_same (message, by_gmime);
  assert_is_utf8 (message);
  return g_steal_pointer (&message);
}
