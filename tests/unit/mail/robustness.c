/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* What thirty years of archives and anybody with a mailer can send: each deviation of docs/real-mail.md is held here or beside it. */
#include "mail/mailbox.h"
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
test_no_header (void)
{
  g_autoptr (NkMessage) message = parse ("Dear all,\nthis is only text.\n\nMore of it.\n");

  g_assert_cmpstr (message->problem, ==, "no header");
  g_assert_cmpstr (message->text, ==, "Dear all,\nthis is only text.\n\nMore of it.\n");
  g_assert_true (g_str_has_suffix (message->message_id, ".nikkan@generated.invalid>"));
  g_assert_cmpint (message->date_origin, ==, NK_DATE_NONE);
}

static void
test_empty (void)
{
  g_autoptr (NkMessage) message = parse ("");
  g_autoptr (NkMessage) blank = parse ("\n\n\n");

  g_assert_cmpstr (message->problem, ==, "no header");
  g_assert_cmpstr (message->text, ==, "");
  g_assert_cmpstr (blank->problem, ==, "no header");
}

static void
test_header_only (void)
{
  g_autoptr (NkMessage) message = parse ("From: a@b\nSubject: s\n" DATED NAMED);
  g_autoptr (NkMessage) ended = parse ("From: a@b\nSubject: s\n" DATED NAMED "\n");

  g_assert_null (message->problem);
  g_assert_cmpstr (message->subject, ==, "s");
  g_assert_cmpstr (message->text, ==, "");
  g_assert_cmpstr (ended->text, ==, "");
  g_assert_cmphex (message->repairs, ==, 0);
}

static void
test_no_message_id (void)
{
  g_autoptr (NkMessage) message = parse ("From: a@b\n" DATED "\nbody\n");
  g_autoptr (NkMessage) crlf = parse ("From: a@b\r\nDate: Tue, 30 Sep 2025 16:59:50 -0700\r\n\r\nbody\r\n");
  g_autoptr (NkMessage) other = parse ("From: a@b\n" DATED "\nother body\n");

  g_assert_true (g_str_has_prefix (message->message_id, "<"));
  g_assert_true (g_str_has_suffix (message->message_id, ".nikkan@generated.invalid>"));
  g_assert_cmpuint (strlen (message->message_id), ==, strlen ("<0123456789abcdef.nikkan@generated.invalid>"));
  g_assert_cmpstr (message->message_id, ==, crlf->message_id);
  g_assert_cmpstr (message->message_id, !=, other->message_id);
  g_assert_cmphex (message->repairs, ==, NK_REPAIR_MESSAGE_ID);
}

static void
test_resent_message_id (void)
{
  g_autoptr (NkMessage) message = parse ("From: a@b\nResent-Message-ID: <r@x>\n" DATED "\nbody\n");
  g_autoptr (NkMessage) empty = parse ("From: a@b\nMessage-ID: <>\nResent-Message-ID: <r@x>\n" DATED "\nbody\n");

  g_assert_cmpstr (message->message_id, ==, "<r@x>");
  g_assert_cmpstr (empty->message_id, ==, "<r@x>");
  g_assert_cmphex (message->repairs, ==, NK_REPAIR_MESSAGE_ID);
}

static void
test_odd_message_ids (void)
{
  g_autofree char *filler = g_strnfill (1200, 'x');
  g_autofree char *bytes = g_strconcat ("From: a@b\nMessage-ID:\n <", filler, "@x>\n" DATED "\n", NULL);
  g_autoptr (NkMessage) long_one = parse (bytes);
  g_autoptr (NkMessage) bare = parse ("From: a@b\nMessage-ID: 1@x\n" DATED "\n");
  g_autoptr (NkMessage) commented = parse ("From: a@b\nMessage-ID: <1@x> (made by y)\n" DATED "\n");

  g_assert_cmpuint (strlen (long_one->message_id), ==, 1200 + strlen ("<@x>"));
  g_assert_cmphex (long_one->repairs, ==, 0);
  g_assert_cmpstr (bare->message_id, ==, "<1@x>");
  g_assert_cmphex (bare->repairs, ==, NK_REPAIR_MESSAGE_ID);
  g_assert_cmpstr (commented->message_id, ==, "<1@x>");
  g_assert_cmphex (commented->repairs, ==, 0);
}

static void
test_broken_date (void)
{
  g_autoptr (NkMessage) message = parse ("Received: from a by b; Tue, 30 Sep 2025 16:59:50 -0700 (PDT)\n"
                                         "Received: from c by a; Mon, 29 Sep 2025 16:59:50 -0700 (PDT)\n"
                                         "From: a@b\nDate: soon; 2\n" NAMED "\nbody\n");

  g_assert_cmpint (message->date_unix_s, ==, SENT_UNIX_S);
  g_assert_cmpint (message->date_origin, ==, NK_DATE_RECEIVED);
  g_assert_cmphex (message->repairs, ==, NK_REPAIR_DATE);
}

static void
test_missing_date (void)
{
  g_autoptr (NkMessage) message
      = parse ("Received: from a; b (x; y)\n by c id 1;\n Tue, 30 Sep 2025 16:59:50 -0700\nFrom: a@b\n" NAMED "\nbody\n");

  g_assert_cmpint (message->date_unix_s, ==, SENT_UNIX_S);
  g_assert_cmpint (message->date_origin, ==, NK_DATE_RECEIVED);
}

static void
test_envelope_date (void)
{
  const NkRawMessage raw = { .bytes = NK_SLICE_LITERAL ("From: a@b\nDate: none\nReceived: from x\n" NAMED "\nbody\n"),
                             .envelope = NK_SLICE_LITERAL ("From a7@b1.example Tue Sep 30 23:59:50 2025") };
  const NkRawMessage without = { .bytes = NK_SLICE_LITERAL ("From: a@b\n" NAMED "\nbody\n") };
  g_autoptr (NkMessage) message = nk_message_parse (&raw, NK_PARSER_BOTH);
  g_autoptr (NkMessage) dateless = nk_message_parse (&without, NK_PARSER_BOTH);

  g_assert_cmpint (message->date_unix_s, ==, SENT_UNIX_S);
  g_assert_cmpint (message->date_origin, ==, NK_DATE_ENVELOPE);
  g_assert_cmphex (message->repairs, ==, NK_REPAIR_DATE);
  g_assert_cmpint (dateless->date_origin, ==, NK_DATE_NONE);
  g_assert_cmpint (dateless->date_unix_s, ==, 0);
  g_assert_cmphex (dateless->repairs, ==, NK_REPAIR_DATE);
}

static void
test_old_date (void)
{
  g_autoptr (NkMessage) message
      = parse ("From: a@b\nDate: 04-Jan-93 13:22:13\nContent-Type: text/plain; charset=us-ascii;\n" NAMED "\nbody\n");

  g_assert_cmpint (message->date_unix_s, ==, 726153733);
  g_assert_cmpint (message->date_origin, ==, NK_DATE_HEADER);
  g_assert_cmphex (message->repairs, ==, 0);
}

static void
test_first_field_counts (void)
{
  g_autoptr (NkMessage) message = parse ("From: a@b\nFrom: c@d\nSubject: one\nSubject: two\n" DATED
                                         "Date: Mon, 29 Sep 2025 16:59:50 -0700\n" NAMED "Message-ID: <2@x>\n\nbody\n");

  g_assert_cmpstr (message->from_address, ==, "a@b");
  g_assert_cmpstr (message->subject, ==, "one");
  g_assert_cmpstr (message->message_id, ==, "<1@x>");
  g_assert_cmpint (message->date_unix_s, ==, SENT_UNIX_S);
}

/* text, charset parameter, what must come out */
static const struct {
  const char *type, *body, *text;
  guint repairs;
} charsets[] = {
  { "text/plain; charset=unknown-8bit", "J\xC3\xB6rg", "J\xC3\xB6rg", NK_REPAIR_CHARSET },
  { "text/plain; charset=x-user-defined", "J\xF6rg", "J\xC3\xB6rg", NK_REPAIR_CHARSET },
  { "text/plain; charset=\"ut f-8\"", "J\xC3\xB6rg", "J\xC3\xB6rg", NK_REPAIR_CHARSET },
  { "text/plain; charset=iso-8859-1", "J\xC3\xB6rg", "J\xC3\xB6rg", NK_REPAIR_CHARSET },
  { "text/plain; charset=utf-8", "J\xF6rg", "J\xC3\xB6rg", NK_REPAIR_CHARSET },
  { "text/plain; charset=us-ascii", "J\xF6rg", "J\xC3\xB6rg", NK_REPAIR_CHARSET },
  { "text/plain; charset=gb2312", "\xD6\xD0\xFF.", "\xE4\xB8\xAD\xEF\xBF\xBD.", NK_REPAIR_CHARSET },
  { "text/plain; charset=", "J\xC3\xB6rg", "J\xC3\xB6rg", NK_REPAIR_CHARSET },
  { "text", "abc", "abc", 0 },
  { "", "abc", "abc", 0 },
  { "text/plain charset=utf-8", "abc", "abc", 0 },
};

static void
test_charsets (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++) {
    g_autofree char *bytes = g_strconcat (PLAIN_HEAD "Content-Type: ", charsets[i].type, "\n\n", charsets[i].body, NULL);
    g_autoptr (NkMessage) message = parse (bytes);

    g_assert_cmpstr (message->text, ==, charsets[i].text);
    g_assert_cmphex (message->repairs, ==, charsets[i].repairs);
  }
}

static void
test_raw_bytes_in_header (void)
{
  g_autoptr (NkMessage) utf8 = parse ("From: J\xC3\xB6rg <j@b>\nSubject: s\n" DATED NAMED "\n");
  g_autoptr (NkMessage) latin1 = parse ("From: J\xF6rg <j@b>\nSubject: s\n" DATED NAMED "\n");

  g_assert_cmpstr (utf8->from, ==, "J\xC3\xB6rg <j@b>");
  g_assert_cmphex (utf8->repairs, ==, 0);
  g_assert_cmpstr (latin1->from, ==, "J\xC3\xB6rg <j@b>");
  g_assert_cmphex (latin1->repairs, ==, NK_REPAIR_CHARSET);
}

static void
test_unknown_encoded_word (void)
{
  g_autoptr (NkMessage) message = parse ("From: a@b\nSubject: =?unknown-8bit?q?a=E9?= =?x\n" DATED NAMED "\n");
  g_autoptr (NkMessage) broken = parse ("From: a@b\nSubject: =?utf-8?b?!!!?= rest\n" DATED NAMED "\n");

  g_assert_true (g_str_has_prefix (message->subject, "a"));
  g_assert_true (g_str_has_suffix (broken->subject, "rest"));
}

static void
test_lost_boundary (void)
{
  g_autoptr (NkMessage) message = parse (PLAIN_HEAD "Content-Type: Multipart/Mixed; Boundary=\"NextPart\"\n\nall\nof it\n--NextPar\n");
  g_autoptr (NkMessage) unnamed = parse (PLAIN_HEAD "Content-Type: multipart/mixed\n\nall of it\n");

  g_assert_cmpstr (message->text, ==, "all\nof it\n--NextPar\n");
  g_assert_cmphex (message->repairs, ==, NK_REPAIR_MULTIPART);
  g_assert_cmpstr (unnamed->text, ==, "all of it\n");
  g_assert_cmphex (unnamed->repairs, ==, NK_REPAIR_MULTIPART);
}

static void
test_lost_inner_boundary (void)
{
  g_autoptr (NkMessage) message
      = parse (PLAIN_HEAD "Content-Type: multipart/mixed; boundary=o\n\n--o\nContent-Type: multipart/alternative; boundary=i\n\n"
                          "inner\n--o--\n");

  g_assert_cmpstr (message->text, ==, "inner");
  g_assert_cmphex (message->repairs, ==, NK_REPAIR_MULTIPART);
}

static void
test_unfinished_multipart (void)
{
  g_autoptr (NkMessage) message = parse (PLAIN_HEAD "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nfirst\n");

  g_assert_cmpstr (message->text, ==, "first\n");
  g_assert_cmphex (message->repairs, ==, 0);
}

static void
test_phantom_header (void)
{
  g_autoptr (NkMessage) message = parse (
      PLAIN_HEAD "Content-Type: Multipart/Mixed; Boundary=\"NextPart\"\n\n--NextPart\n\ntext\n--NextPart\n"
                 "Content-Type: Multipart/Alternative; Boundary=\"OtherAccess\"\n\n--OtherAccess\n"
                 "Content-Type: Message/External-body; access-type=\"mail-server\"\n\nContent-Type: text/plain\nContent-ID: <1@x>\n\n"
                 "ENCODING mime\n--OtherAccess--\n--NextPart--\n");

  g_assert_cmpstr (message->text, ==, "text");
  g_assert_cmphex (message->repairs, ==, 0);
}

static void
test_glued_fields (void)
{
  g_autoptr (NkMessage) message = parse ("X-Spam-Status: autolearn_force=noFrom: User <u@x>\nSubject: s\n" DATED NAMED "\nbody\n");

  g_assert_cmpstr (message->from, ==, "");
  g_assert_cmpstr (message->from_address, ==, "");
  g_assert_cmpstr (message->subject, ==, "s");
  g_assert_null (message->problem);
}

static void
test_blank_lines_before_header (void)
{
  g_autoptr (NkMessage) message = parse ("\n\r\n\nFrom: a@b\nSubject: s\n" DATED NAMED "\nbody\n");

  g_assert_cmpstr (message->subject, ==, "s");
  g_assert_cmpstr (message->text, ==, "body\n");
  g_assert_cmphex (message->repairs, ==, NK_REPAIR_HEADER);
}

static void
test_stray_lines (void)
{
  g_autoptr (NkMessage) message
      = parse (">From somebody Tue Sep 30 23:59:50 2025\nFrom: a@b\nno field at all\nSubject: s\n" DATED NAMED "\nbody\n");
  g_autoptr (NkMessage) unparted = parse ("From: a@b\nSubject: s\n" DATED NAMED "The body begins here.\n\nAnd goes on.\n");

  g_assert_cmpstr (message->subject, ==, "s");
  g_assert_cmpstr (message->text, ==, "body\n");
  g_assert_cmphex (message->repairs, ==, NK_REPAIR_HEADER);
  g_assert_cmpstr (unparted->text, ==, "The body begins here.\n\nAnd goes on.\n");
  g_assert_cmphex (unparted->repairs, ==, NK_REPAIR_HEADER);
}

static const char *const recipients[] = {
  "IETF-Announce: ;",
  "IETF-Announce:;;@ns.cnri.example",
  "IETF-Announce:;;;;@x.example;@y.example;;;",
  "undisclosed-recipients:;",
  "\"",
  "<>>><",
  ",,,",
};

static void
test_odd_recipients (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (recipients); i++) {
    g_autofree char *bytes = g_strconcat ("From: a@b\nTo: ", recipients[i], "\n" DATED NAMED "\nbody\n", NULL);
    g_autofree char *lower = g_ascii_strdown (recipients[i], -1);
    g_autoptr (NkMessage) message = parse (bytes);

    g_assert_cmpstr (message->to, ==, lower);
    g_assert_cmpstr (message->text, ==, "body\n");
    g_assert_cmphex (message->repairs, ==, 0);
  }
}

/* Content-Transfer-Encoding as written, and what comes of `cXVvdGVk` (the base64 of `quoted`). */
static const struct {
  const char *encoding, *body, *text;
  guint repairs;
} encodings[] = {
  { "base64 ", "cXVvdGVk\n", "quoted", 0 },
  { "BASE64;", "cXVvdGVk\n", "quoted", 0 },
  { "base64", " cXVv \n dGVk\n", "quoted", 0 },
  { "base64", "cXVvdGVk\n____________________\nX mailing list\n", "quoted", NK_REPAIR_TRANSFER },
  { "base64", "cXVvdGU=\n____________________\nX mailing list\n", "quote", NK_REPAIR_TRANSFER },
  { "base64", "", "", 0 },
  { "quoted-printable", "50=% off=2\n=3D\n", "50=% off=2\n=\n", NK_REPAIR_TRANSFER },
  { "x-unheard-of", "text\n", "text\n", NK_REPAIR_TRANSFER },
  { "8-bit", "text\n", "text\n", NK_REPAIR_TRANSFER },
};

static void
test_encodings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++) {
    g_autofree char *bytes = g_strconcat (PLAIN_HEAD "Content-Transfer-Encoding: ", encodings[i].encoding, "\n\n", encodings[i].body, NULL);
    g_autoptr (NkMessage) message = parse (bytes);

    g_assert_cmpstr (message->text, ==, encodings[i].text);
    g_assert_cmphex (message->repairs, ==, encodings[i].repairs);
  }
}

static void
test_line_ends (void)
{
  g_autoptr (NkMessage) message = parse ("From: a@b\r\nSubject: s\r\n" DATED NAMED "\r\none\r\ntwo\rthree\nfour\r\r\n");
  g_autoptr (NkMessage) bare = parse ("From: a@b\rSubject: s\rMessage-ID: <1@x>\rDate: Tue, 30 Sep 2025 16:59:50 -0700\r\rone\rtwo\r");

  g_assert_cmpstr (message->subject, ==, "s");
  g_assert_cmpstr (message->text, ==, "one\ntwo\nthree\nfour\n\n");
  g_assert_cmpstr (bare->subject, ==, "s");
  g_assert_cmpstr (bare->text, ==, "one\ntwo\n");
}

static void
test_nul (void)
{
  g_autoptr (NkMessage) body = parse_agreeing (NK_SLICE_LITERAL (PLAIN_HEAD "\na\0b\n"));
  g_autoptr (NkMessage) head = parse_agreeing (NK_SLICE_LITERAL ("From: a@b\nSubject: a\0b\nX-\0: x\n" DATED NAMED "\nbody\n"));
  g_autoptr (NkMessage) only = parse_agreeing (NK_SLICE_LITERAL ("\0\0\0\0"));

  g_assert_cmpstr (body->text, ==,
                   "a\xEF\xBF\xBD"
                   "b\n");
  g_assert_cmpstr (head->subject, ==,
                   "a\xEF\xBF\xBD"
                   "b");
  g_assert_cmpstr (head->text, ==, "body\n");
  g_assert_cmpstr (only->problem, ==, "no header");
}

static void
test_doubled_footer (void)
{
  g_autoptr (NkMessage) message = parse (PLAIN_HEAD "\ntext\n____________________\nX mailing list\nx@y\n\n"
                                                    "____________________\nX mailing list\nx@y\n");

  g_assert_cmpstr (message->text, ==, "text\n");
}

static void
test_rest_goes_on (void)
{
  static const char box[]
      = "From a@b Tue Sep 30 23:59:50 2025\nnothing of a header\n\nFrom a@b Tue Sep 30 23:59:51 2025\n" PLAIN_HEAD "\ngood\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (box, sizeof box - 1);
  g_autoptr (NkMailbox) mailbox = nk_mailbox_open_bytes (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (NkMessage) bad = NULL;
  g_autoptr (NkMessage) good = NULL;
  NkRawMessage raw;

  g_assert_cmpint (nk_mailbox_next (mailbox, &raw, &error), ==, NK_MAILBOX_MESSAGE);
  bad = nk_message_parse (&raw, NK_PARSER_BOTH);
  g_assert_cmpint (nk_mailbox_next (mailbox, &raw, &error), ==, NK_MAILBOX_MESSAGE);
  good = nk_message_parse (&raw, NK_PARSER_BOTH);
  g_assert_cmpstr (bad->problem, ==, "no header");
  g_assert_cmpint (bad->date_origin, ==, NK_DATE_ENVELOPE);
  g_assert_null (good->problem);
  g_assert_cmpstr (good->text, ==, "good\n");
  g_assert_cmpint (nk_mailbox_next (mailbox, &raw, &error), ==, NK_MAILBOX_END);
}

static const struct {
  const char *name;
  GTestFunc test;
} tests[] = {
  { "a_message_without_any_header_is_a_problem_and_its_text_is_kept", test_no_header },
  { "an_empty_message_is_a_problem", test_empty },
  { "a_message_may_be_header_only", test_header_only },
  { "a_missing_message_id_is_made_from_the_bytes", test_no_message_id },
  { "a_resent_message_id_stands_in", test_resent_message_id },
  { "a_message_id_may_be_long_bare_or_followed_by_words", test_odd_message_ids },
  { "a_broken_date_falls_back_to_the_newest_received", test_broken_date },
  { "a_missing_date_falls_back_to_received_behind_its_last_semicolon", test_missing_date },
  { "without_date_and_received_the_from_line_tells_the_time", test_envelope_date },
  { "a_date_of_1993_is_read", test_old_date },
  { "the_first_of_two_equal_fields_counts", test_first_field_counts },
  { "a_bad_charset_never_loses_the_text", test_charsets },
  { "raw_bytes_in_a_header_are_utf_8_or_latin_1", test_raw_bytes_in_header },
  { "a_bad_encoded_word_does_no_harm", test_unknown_encoded_word },
  { "a_multipart_whose_boundary_never_occurs_is_text", test_lost_boundary },
  { "a_part_whose_boundary_never_occurs_is_text", test_lost_inner_boundary },
  { "a_multipart_may_lack_its_end", test_unfinished_multipart },
  { "a_phantom_header_is_not_text", test_phantom_header },
  { "a_field_glued_to_another_is_lost_alone", test_glued_fields },
  { "blank_lines_before_the_header_are_passed_over", test_blank_lines_before_header },
  { "lines_that_are_no_fields_do_not_end_the_header", test_stray_lines },
  { "odd_recipients_are_only_text", test_odd_recipients },
  { "a_sloppy_transfer_encoding_is_still_decoded", test_encodings },
  { "crlf_bare_cr_and_lf_may_be_mixed", test_line_ends },
  { "nul_bytes_become_replacements", test_nul },
  { "a_doubled_footer_is_cut", test_doubled_footer },
  { "after_an_unreadable_message_the_rest_of_the_file_goes_on", test_rest_goes_on },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *path = g_strconcat ("/robustness/", tests[i].name, NULL);

    g_test_add_func (path, tests[i].test);
  }
  return g_test_run ();
}
