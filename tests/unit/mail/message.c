/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "message_support.h"

/* One message, and what the fields that it is about must be (NULL: not looked at). Every row also goes through GMime alone and must come out the same. */
typedef struct {
  const char *name;
  const char *bytes;
  const char *subject, *from, *from_address, *to, *list_id, *text;
  guint repairs;
  gboolean by_fast_path;
} Case;

#define NEXT_PART                                                                                                                          \
  PLAIN_HEAD "Content-Type: Multipart/Mixed;\n Boundary=\"NextPart\"\n\n--NextPart\n\nfirst part\n\n--NextPart\n"                          \
             "Content-Type: Message/External-body; name=\"d.txt\";\n\tsite=\"ftp.example\"; access-type=\"anon-ftp\"\n\n"                  \
             "Content-Type: text/plain\nContent-ID: <1@ietf.org>\n\n\n--NextPart--\n"

#define FOOTER_PART "--b\nContent-Type: text/plain\n\n____________________\nX mailing list\n--b--\n"

static const Case cases[] = {
  { "an_ordinary_announcement_takes_the_fast_path", PLAIN_HEAD "\ntext\n", "I-D Action: draft-example-one-00.txt",
    "internet-drafts@ietf.org", "internet-drafts@ietf.org", "<i-d-announce@ietf.org>", "", "text\n", 0, TRUE },
  { "to_and_cc_are_one_lower_case_text",
    "From: a@b\nMessage-ID: <1@x>\nDate: 1 Oct 2025 00:00:00 +0000\nTo: A@B.example\nCc: C@D.example,\n E@F\n\n", NULL, NULL, NULL,
    "a@b.example, c@d.example, e@f", NULL, NULL, 0, TRUE },
  { "a_folded_subject_is_one_line", PLAIN_HEAD "List-Id: Drafts\n <I-D-Announce.ietf.org>\n\n", NULL, NULL, NULL, NULL,
    "i-d-announce.ietf.org", "", 0, TRUE },
  { "a_list_id_may_lack_its_brackets", PLAIN_HEAD "List-Id: i-d-announce.ietf.org\n\n", NULL, NULL, NULL, NULL, "i-d-announce.ietf.org", "",
    0, TRUE },
  { "utf_8_in_quoted_printable",
    PLAIN_HEAD "Content-Type: text/plain; charset=\"utf-8\"\nContent-Transfer-Encoding: quoted-printable\n\nJ=C3=B6rg =\nX=3D\n", NULL,
    NULL, NULL, NULL, NULL, "J\xC3\xB6rg X=\n", 0, TRUE },
  { "utf_8_in_base64", PLAIN_HEAD "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nSsO2cmcN\nCg==\n", NULL,
    NULL, NULL, NULL, NULL, "J\xC3\xB6rg\n", 0, TRUE },
  { "encoded_words_in_subject_and_from",
    "From: =?utf-8?q?J=C3=B6rg?= <J@B.example>\nSubject: =?utf-8?b?w6Q=?=\n =?utf-8?b?w7Y=?= x\nMessage-ID: <1@x>\nDate: 1 Oct 2025 "
    "00:00:00 +0000\n\n",
    "\xC3\xA4\xC3\xB6 x", "J\xC3\xB6rg <J@B.example>", "j@b.example", "", "", "", 0, TRUE },
  { "an_encoded_word_inside_quotes_is_decoded",
    "From: \"=?utf-8?q?J=C3=B6rg?=\" <j@b.example>\nSubject: s\nMessage-ID: <1@x>\nDate: 1 Oct 2025 00:00:00 +0000\n\n", NULL,
    "\"J\xC3\xB6rg\" <j@b.example>", "j@b.example", NULL, NULL, NULL, 0, FALSE },
  { "an_encoded_word_that_holds_a_line_end_stays_on_its_line",
    "From: a@b\nSubject: =?utf-8?q?a=0D=0Ab?= c\nMessage-ID: <1@x>\nDate: 1 Oct 2025 00:00:00 +0000\n\n", "a b c", NULL, NULL, NULL, NULL,
    NULL, 0, TRUE },
  { "the_first_part_of_a_next_part_announcement_is_the_text", NEXT_PART, NULL, NULL, NULL, NULL, NULL, "first part\n", 0, TRUE },
  { "html_beside_plain_text_is_not_the_text",
    PLAIN_HEAD "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>no</p>\n--b\n\nyes\n--b--\n", NULL,
    NULL, NULL, NULL, NULL, "yes", 0, FALSE },
  { "html_alone_loses_its_tags", PLAIN_HEAD "Content-Type: text/html ;\n\n<p>a &amp; b</p><script>x</script>\n", NULL, NULL, NULL, NULL,
    NULL, "a & b\n", 0, FALSE },
  { "enriched_text_is_text", PLAIN_HEAD "Content-Type: text/enriched\n\n<bold>a</bold>\n", NULL, NULL, NULL, NULL, NULL, "a\n", 0, FALSE },
  { "a_footer_part_is_not_the_text",
    PLAIN_HEAD "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n<b>page</b>\n" FOOTER_PART, NULL, NULL, NULL,
    NULL, NULL, "page", 0, FALSE },
  { "a_part_within_a_part_is_found",
    PLAIN_HEAD
    "Content-Type: multipart/mixed; boundary=o\n\n--o\nContent-Type: multipart/alternative; boundary=i\n\n--i\n\ninner\n--i--\n--o--\n",
    NULL, NULL, NULL, NULL, NULL, "inner", 0, FALSE },
  { "a_message_within_a_message_is_looked_into", PLAIN_HEAD "Content-Type: message/rfc822\n\nFrom: x@y\nSubject: other\n\ninner\n",
    "I-D Action: draft-example-one-00.txt", NULL, "internet-drafts@ietf.org", NULL, NULL, "inner\n", 0, FALSE },
  { "a_delivery_status_is_passed_over",
    PLAIN_HEAD
    "Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: x\n--b\n\nnotice\n--b--\n",
    NULL, NULL, NULL, NULL, NULL, "notice", 0, FALSE },
  { "an_external_body_is_passed_over",
    PLAIN_HEAD "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/external-body; access-type=x\n\n"
               "Content-Type: text/plain\n\nphantom\n--b\n\nreal\n--b--\n",
    NULL, NULL, NULL, NULL, NULL, "real", 0, FALSE },
  { "an_attachment_is_not_the_text",
    PLAIN_HEAD
    "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\nContent-Disposition: attachment;\n filename=\"a\n b\"\n\n"
    "no\n--b\nContent-Type: text/html\n\nyes\n--b--\n",
    NULL, NULL, NULL, NULL, NULL, "yes", 0, FALSE },
  { "an_attachment_is_the_text_if_there_is_nothing_else",
    PLAIN_HEAD "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\nContent-Disposition: attachment\n\nyes\n--b\n"
               "Content-Type: image/png\n\nx\n--b--\n",
    NULL, NULL, NULL, NULL, NULL, "yes", 0, FALSE },
  { "raw_bytes_in_a_file_name_do_no_harm",
    PLAIN_HEAD "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nyes\n--b\nContent-Type: image/png; name=\"\xE9\xFF.png\"\n\nx\n--b--\n",
    NULL, NULL, NULL, NULL, NULL, "yes", 0, TRUE },
  { "an_rfc_2231_file_name_does_no_harm",
    PLAIN_HEAD "Content-Type: multipart/mixed; boundary*=us-ascii''b\n\n--b\n\nyes\n--b\nContent-Type: image/png;\n "
               "name*0*=GB2312''%D6%D0; name*1=x\n\n"
               "x\n--b--\n",
    NULL, NULL, NULL, NULL, NULL, "yes", 0, FALSE },
  { "another_charset_is_converted", PLAIN_HEAD "Content-Type: text/plain; charset=gb2312\nContent-Transfer-Encoding: base64\n\n1tDOxA==\n",
    NULL, NULL, NULL, NULL, NULL, "\xE4\xB8\xAD\xE6\x96\x87", 0, FALSE },
  { "flowed_lines_are_joined", PLAIN_HEAD "Content-Type: text/plain; format=flowed; delsp=yes\n\none \ntwo\n", NULL, NULL, NULL, NULL, NULL,
    "onetwo\n", 0, TRUE },
  { "a_quoted_from_line_loses_one_mark", PLAIN_HEAD "\n>From here\n>>From there\n> From\n", NULL, NULL, NULL, NULL, NULL,
    "From here\n>From there\n> From\n", 0, TRUE },
  { "a_quoted_from_line_is_unquoted_before_decoding", PLAIN_HEAD "Content-Transfer-Encoding: quoted-printable\n\na =\n>From b\n", NULL,
    NULL, NULL, NULL, NULL, "a From b\n", 0, TRUE },
  { "a_list_footer_is_cut", PLAIN_HEAD "\ntext\n_______________________________________________\nX mailing list\n", NULL, NULL, NULL, NULL,
    NULL, "text\n", 0, TRUE },
  { "a_byte_order_mark_is_not_text", PLAIN_HEAD "Content-Type: text/plain; charset=utf-8\n\n\xEF\xBB\xBFtext\n", NULL, NULL, NULL, NULL,
    NULL, "text\n", 0, TRUE },
  { "a_part_without_text_gives_none", PLAIN_HEAD "Content-Type: application/pdf\n\n%PDF\n", NULL, NULL, NULL, NULL, NULL, "", 0, FALSE },
  { "controls_do_not_reach_a_field",
    "From: a@b\nSubject: a\x1B[31mb\x07 \xE2\x80\xAEz\nMessage-ID: <1@x>\nDate: 1 Oct 2025 00:00:00 +0000\n\n", "a[31mb z", NULL, NULL,
    NULL, NULL, NULL, 0, TRUE },
};

static void
assert_text (const char *actual, const char *expected)
{
  if (expected != NULL)
    g_assert_cmpstr (actual, ==, expected);
}

static void
test_case (gconstpointer data)
{
  const Case *row = &cases[GPOINTER_TO_UINT (data)];
  g_autoptr (NkMessage) message = parse_text (row->bytes);
  g_autoptr (NkMessage) by_gmime = parse_bytes (nk_slice_text (row->bytes), NK_PARSER_GMIME);

  assert_text (message->subject, row->subject);
  assert_text (message->from, row->from);
  assert_text (message->from_address, row->from_address);
  assert_text (message->to, row->to);
  assert_text (message->list_id, row->list_id);
  assert_text (message->text, row->text);
  g_assert_cmphex (message->repairs, ==, row->repairs);
  g_assert_null (message->problem);
  g_assert_cmpint (message->by_fast_path, ==, row->by_fast_path);
  g_assert_false (by_gmime->by_fast_path);
  assert_same (message, by_gmime);
  assert_is_utf8 (message);
}

static const struct {
  const char *subject, *other_field;
  gboolean is_reply;
} subjects[] = {
  { "I-D Action: draft-a-00.txt", "", FALSE },
  { "Re: I-D Action: draft-a-00.txt", "", TRUE },
  { "[wg] RE: I-D Action: draft-a-00.txt", "", TRUE },
  { "[a] [b] Fwd: I-D Action: draft-a-00.txt", "", TRUE },
  { "FW: I-D Action: draft-a-00.txt", "", TRUE },
  { "AW : I-D Action: draft-a-00.txt", "", TRUE },
  { "I-D Action: draft-a-00.txt (fwd)", "", TRUE },
  { "Review: draft-a", "", FALSE },
  { "Forward: draft-a", "", FALSE },
  { "I-D Action: draft-a-00.txt", "In-Reply-To: <1@x>\n", TRUE },
  { "I-D Action: draft-a-00.txt", "References: <1@x>\n", TRUE },
};

static void
test_replies (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++) {
    g_autofree char *bytes = g_strconcat ("From: a@b\nSubject: ", subjects[i].subject, "\n", subjects[i].other_field, "\nbody\n", NULL);
    g_autoptr (NkMessage) message = parse_text (bytes);

    g_assert_cmpint (message->is_reply, ==, subjects[i].is_reply);
  }
}

static void
test_tracker (void)
{
  g_autoptr (NkMessage) message = parse_text (PLAIN_HEAD "X-IETF-IDTracker: 12.50.0\n\n");
  g_autoptr (NkMessage) other = parse_text (PLAIN_HEAD "X-Test-IDTracker: no\n\n");

  g_assert_true (message->is_tracker);
  g_assert_false (other->is_tracker);
}

static void
test_date (void)
{
  g_autoptr (NkMessage) message = parse_text (PLAIN_HEAD "\n");

  g_assert_cmpint (message->date_unix_s, ==, 1759276790);
  g_assert_cmpint (message->date_offset_s, ==, -7 * 3600);
  g_assert_cmpint (message->date_origin, ==, NK_DATE_HEADER);
}

static void
test_other_quoting (void)
{
  const char *text = PLAIN_HEAD "\n>From here\n";
  const NkRawMessage raw = { .bytes = nk_slice_text (text), .quoting = NK_QUOTING_NONE };
  g_autoptr (NkMessage) message = nk_message_parse (&raw, NK_PARSER_BOTH);

  g_assert_cmpstr (message->text, ==, ">From here\n");
}

static gpointer
parse_often (gpointer data)
{
  for (guint i = 0; i < 200; i++) {
    const Case *row = &cases[i % G_N_ELEMENTS (cases)];
    g_autoptr (NkMessage) message = parse_bytes (nk_slice_text (row->bytes), i % 2 == 0 ? NK_PARSER_BOTH : NK_PARSER_GMIME);

    assert_text (message->text, row->text);
  }
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[2];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("parse", parse_often, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/message/", cases[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
  }
  g_test_add_func ("/message/replies_and_forwards_are_known", test_replies);
  g_test_add_func ("/message/mail_of_the_tracker_is_known", test_tracker);
  g_test_add_func ("/message/the_date_field_gives_instant_and_zone", test_date);
  g_test_add_func ("/message/only_a_mailbox_that_quotes_is_unquoted", test_other_quoting);
  g_test_add_func ("/message/two_threads_may_parse_at_once", test_threads);
  return g_test_run ();
}
