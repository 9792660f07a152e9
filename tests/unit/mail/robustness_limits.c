/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Mail made to cost time, memory or stack: every size meets its named limit. The large ones are made here, in memory. */
#include "message_support.h"

#define DATED "Date: Tue, 30 Sep 2025 16:59:50 -0700\n"
#define NAMED "Message-ID: <1@x>\n"
#define SENT_UNIX_S 1759276790 /* Tue, 30 Sep 2025 16:59:50 -0700 */

static NkMessage *
parse (const char *text)
{
  return parse_agreeing (nk_slice_text (text));
}

static void
test_long_subject (void)
{
  g_autofree char *filler = g_strnfill (20000, 'x');
  g_autofree char *bytes = g_strconcat ("From: a@b\nSubject: ", filler, "\n" DATED NAMED "\nbody\n", NULL);
  g_autoptr (NkMessage) message = parse (bytes);

  g_assert_cmpuint (strlen (message->subject), ==, NK_MESSAGE_MAX_FIELD_BYTES);
  g_assert_cmphex (message->repairs, ==, NK_REPAIR_LIMIT);
}

static void
test_long_text (void)
{
  g_autofree char *filler = g_strnfill (3u << 20, 'x');
  g_autofree char *bytes = g_strconcat (PLAIN_HEAD "\n", filler, NULL);
  g_autoptr (NkMessage) message = parse (bytes);

  g_assert_cmpuint (strlen (message->text), ==, NK_MESSAGE_MAX_TEXT_BYTES);
  g_assert_cmphex (message->repairs, ==, NK_REPAIR_LIMIT);
}

static void
test_message_of_100_mb (void)
{
  const gsize size = 100u << 20;
  g_autofree char *bytes = g_strnfill (size, 'x');
  g_autoptr (NkMessage) message = NULL;

  memcpy (bytes, PLAIN_HEAD "\n", strlen (PLAIN_HEAD "\n"));
  message = parse_agreeing (nk_slice (bytes, size));
  g_assert_cmpstr (message->problem, ==, "larger than 8 MiB: 104857600 bytes");
  g_assert_cmpstr (message->subject, ==, "I-D Action: draft-example-one-00.txt");
  g_assert_cmpstr (message->message_id, ==, "<1@tracker.example>");
  g_assert_cmpint (message->date_unix_s, ==, SENT_UNIX_S);
  g_assert_cmpstr (message->text, ==, "");
}

static void
test_cut_message (void)
{
  const NkRawMessage raw = { .bytes = NK_SLICE_LITERAL (PLAIN_HEAD "\nhead of it"), .size_bytes = NK_MAILBOX_MAX_MESSAGE_BYTES + 1 };
  g_autoptr (NkMessage) message = nk_message_parse (&raw, NK_PARSER_BOTH);

  g_assert_cmpstr (message->problem, ==, "larger than 8 MiB: 8388609 bytes");
  g_assert_cmpstr (message->from_address, ==, "internet-drafts@ietf.org");
}

static void
test_header_of_10_mb (void)
{
  static const char *const fillers[] = { "X-Filler: x\n", " folded\n", "no field\n", "x" };

  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++) {
    g_autoptr (GString) bytes = g_string_new ("From: a@b\nSubject: s\n" NAMED DATED "X-Start:\n");
    NkRawMessage raw = { .size_bytes = 0 };
    g_autoptr (NkMessage) message = NULL;

    while (bytes->len < 10u << 20)
      g_string_append (bytes, fillers[i]);
    g_string_append (bytes, "\n\nbody\n");
    raw.bytes = nk_slice (bytes->str, bytes->len);
    message = nk_message_parse (&raw, NK_PARSER_BOTH);
    g_assert_cmpstr (message->subject, ==, "s");
    g_assert_cmpstr (message->message_id, ==, "<1@x>");
    g_assert_nonnull (message->problem);
    g_assert_true ((message->repairs & NK_REPAIR_LIMIT) != 0);
  }
}

static void
test_header_behind_the_limit (void)
{
  static const struct {
    gsize size;
    const char *problem;
  } cases[] = { { 1u << 20, "no header within 256 KiB" }, { 10u << 20, "larger than 8 MiB: 10485854 bytes" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *filler = g_strnfill (cases[i].size, 'x');
    g_autofree char *bytes = g_strconcat ("X-Filler: ", filler, "\nFrom: a@b\nSubject: s\n" NAMED DATED "\nbody\n", NULL);
    g_autoptr (NkMessage) message = NULL;

    message = parse_agreeing (nk_slice_text (bytes));
    g_assert_cmpstr (message->problem, ==, cases[i].problem);
  }
}

static void
test_large_header_and_body (void)
{
  g_autoptr (GString) bytes = g_string_new ("From: a@b\nSubject: s\n" NAMED DATED);
  g_autoptr (NkMessage) message = NULL;

  while (bytes->len < 1u << 20)
    g_string_append (bytes, "X-Filler: x\n");
  g_string_append (bytes, "\nbody\n");
  message = parse_agreeing (nk_slice (bytes->str, bytes->len));
  g_assert_null (message->problem);
  g_assert_cmpstr (message->subject, ==, "s");
  g_assert_cmpstr (message->text, ==, "body\n");
  g_assert_cmphex (message->repairs, ==, NK_REPAIR_LIMIT);
}

static void
test_10000_levels (void)
{
  g_autoptr (GString) bytes = g_string_new (PLAIN_HEAD);
  g_autoptr (NkMessage) message = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (bytes, "Content-Type: multipart/mixed; boundary=b%u\n\n--b%u\n", i, i);
  g_string_append (bytes, "\ndeep\n");
  message = parse_agreeing (nk_slice (bytes->str, bytes->len));
  g_assert_null (message->problem);
  g_assert_cmpstr (message->subject, ==, "I-D Action: draft-example-one-00.txt");
  g_assert_true (g_str_has_prefix (message->text, "--b0\n"));
  g_assert_cmphex (message->repairs, ==, NK_REPAIR_LIMIT);
}

static void
test_10000_messages_in_messages (void)
{
  g_autoptr (GString) bytes = g_string_new (PLAIN_HEAD);
  g_autoptr (NkMessage) message = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (bytes, "Content-Type: message/rfc822\n\n");
  g_string_append (bytes, "\ndeep\n");
  message = parse_agreeing (nk_slice (bytes->str, bytes->len));
  g_assert_cmpstr (message->message_id, ==, "<1@tracker.example>");
  g_assert_true ((message->repairs & NK_REPAIR_LIMIT) != 0);
}

static void
test_many_parts (void)
{
  g_autoptr (GString) bytes = g_string_new (PLAIN_HEAD "Content-Type: multipart/mixed; boundary=b\n\n");
  g_autoptr (NkMessage) message = NULL;

  g_string_append (bytes, "--b\n\nfirst\n");
  for (guint i = 0; i < 100000; i++)
    g_string_append (bytes, "--b\n\n");
  message = parse_agreeing (nk_slice (bytes->str, bytes->len));
  g_assert_cmpstr (message->text, ==, "first");
  g_assert_cmphex (message->repairs, ==, NK_REPAIR_LIMIT);
}

/* Fields of a message within that GMime would read by recursion, or slowly. */
static const char *const inner_fields[]
    = { "From: ", "To : ", "Content-Type: text/plain", "Content-Disposition: x", "X: ", "References: " };
static const char *const inner_pieces[] = { "a:", "(", "; a=b", "; a*1=b", "=?utf-8?q?a?= ", "<a@b> " };

static void
test_hostile_inner_fields (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (inner_fields); i++) {
    for (guint j = 0; j < G_N_ELEMENTS (inner_pieces); j++) {
      g_autoptr (GString) bytes = g_string_new (PLAIN_HEAD "Content-Type: message/rfc822\n\nSubject: inner\n");
      g_autoptr (NkMessage) message = NULL;

      g_string_append (bytes, inner_fields[i]);
      while (bytes->len < 200000)
        g_string_append (bytes, inner_pieces[j]);
      g_string_append (bytes, "\n\nbody\n");
      message = parse_bytes (nk_slice (bytes->str, bytes->len), NK_PARSER_BOTH);
      g_assert_cmpstr (message->message_id, ==, "<1@tracker.example>");
      assert_is_utf8 (message);
    }
  }
}

static void
test_hostile_fields (void)
{
  static const char *const names[]
      = { "From", "To", "Subject", "Message-ID", "Content-Type", "List-Id", "Date", "Received", "Reply-To", "Sender" };
  static const char *const pieces[] = { "a:", "(", "<", "\"", "=?utf-8?b?w6k=?= ", "a@", " at ", "; a*0=b", "[", ";\n " };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    for (guint j = 0; j < G_N_ELEMENTS (pieces); j++) {
      g_autoptr (GString) bytes = g_string_new (names[i]);
      g_autoptr (NkMessage) message = NULL;

      g_string_append (bytes, ": ");
      while (bytes->len < (j % 2 == 0 ? 8000 : 100000))
        g_string_append (bytes, pieces[j]);
      g_string_append (bytes, "\nCc: c@d\n\nbody\n");
      message = parse_agreeing (nk_slice (bytes->str, bytes->len));
      g_assert_nonnull (message->text);
    }
  }
}

static void
test_hostile_pages (void)
{
  static const char *const pieces[] = { "<", "<!--", "<a ", "<br>", "&", "&#x1", "<script>", "</", "<pre>" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
    g_autoptr (GString) bytes = g_string_new (PLAIN_HEAD "Content-Type: text/html\n\n");
    g_autoptr (NkMessage) message = NULL;

    while (bytes->len < 1u << 20)
      g_string_append (bytes, pieces[i]);
    message = parse_agreeing (nk_slice (bytes->str, bytes->len));
    g_assert_cmpstr (message->message_id, ==, "<1@tracker.example>");
  }
}

static const struct {
  const char *name;
  GTestFunc test;
} tests[] = {
  { "a_subject_beyond_the_limit_is_cut", test_long_subject },
  { "a_text_beyond_the_limit_is_cut", test_long_text },
  { "a_message_of_100_mb_is_a_problem_with_its_fields_read", test_message_of_100_mb },
  { "a_message_that_the_mailbox_cut_says_its_true_size", test_cut_message },
  { "a_header_of_10_mb_is_read_up_to_its_limit", test_header_of_10_mb },
  { "a_header_behind_the_limit_is_told_from_none", test_header_behind_the_limit },
  { "a_header_beyond_the_limit_keeps_its_body", test_large_header_and_body },
  { "10000_levels_of_parts_are_text", test_10000_levels },
  { "10000_messages_within_messages_do_no_harm", test_10000_messages_in_messages },
  { "100000_parts_do_no_harm", test_many_parts },
  { "hostile_fields_of_inner_messages_do_no_harm", test_hostile_inner_fields },
  { "hostile_fields_do_no_harm", test_hostile_fields },
  { "hostile_html_does_no_harm", test_hostile_pages },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *path = g_strconcat ("/robustness_limits/", tests[i].name, NULL);

    g_test_add_func (path, tests[i].test);
  }
  return g_test_run ();
}
