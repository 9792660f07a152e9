/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* The cost of a message grows with its length, whatever the message is: each shape is read at one size and at four times that size. The measure is processor time, and what
 * counts is the ratio; a machine that is busy gets more tries. With `-m slow` the sizes are those of the largest message that nikkan reads. */
#include "announce/announcement.h"

#include <time.h>

#define TRIES 6
#define STEP 4
/* Linear is STEP, quadratic STEP * STEP. */
#define MAX_RATIO 9.0
/* Less than this is quick enough whatever the ratio: there, what the allocator asks of the kernel weighs more than what we do. */
#define QUICK_NS_PER_BYTE 12.0

/* What grows. A header is cut at its limit, so it is measured below that. */
typedef enum { HEADER, BODY, MAILBOX } Place;

typedef struct {
  const char *name; /* of the test */
  Place place;
  const char *head, *unit, *tail; /* the unit is repeated, each 0x01 in it replaced by the number of the repetition */
} Shape;

#define PLAIN "From: a@example.com\nSubject: x\nDate: Mon, 6 Oct 2025 20:36:18 +0000\nMessage-ID: <a@b>\n"
#define DRAFT                                                                                                                              \
  "From: internet-drafts@ietf.org\nTo: <i-d-announce@ietf.org>\nList-Id: <i-d-announce.ietf.org>\nMessage-ID: <a@b>\nSubject: I-D "        \
  "Action: draft-example-tea-00.txt\n\n"
#define DRAFT_BODY DRAFT "Internet-Draft draft-example-tea-00.txt is now available.\n\n"
#define IESG                                                                                                                               \
  "From: The IESG <iesg-secretary@ietf.org>\nTo: IETF-Announce <ietf-announce@ietf.org>\nList-Id: <ietf-announce.ietf.org>\nMessage-ID: "  \
  "<a@b>\nSubject: "
#define LAST_CALL                                                                                                                          \
  IESG "Last Call: <draft-a-00.txt> (Tea) to Proposed Standard\n\nThe IESG has received a request from an individual submitter to "        \
       "consider the following document:\n"
#define ACTION IESG "Protocol Action: 'Tea' to Proposed Standard (draft-a-00.txt)\n\nThe IESG has approved the following document:\n"
#define RFC                                                                                                                                \
  "From: rfc-editor@rfc-editor.org\nTo: ietf-announce@ietf.org\nList-Id: <ietf-announce.ietf.org>\nMessage-ID: <a@b>\nSubject: RFC 9999 "  \
  "on Tea\n\nA new Request for Comments is now available in online RFC libraries.\n\n        RFC 9999\n\n        Title:      Tea\n       " \
  " Author:     A. Tea\n"
#define MULTIPART PLAIN "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"NextPart\"\n\n"
#define HTML PLAIN "Content-Type: text/html; charset=utf-8\n\n"
#define ENRICHED PLAIN "Content-Type: text/enriched\n\n"
#define ENCODED(name) PLAIN "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: " name "\n\n"
#define FIELD(name) "From: a@example.com\nDate: Mon, 6 Oct 2025 20:36:18 +0000\nMessage-ID: <a@b>\n" name ": "
#define END "\n\ntext\n"

static const Shape shapes[] = {
  { "subject_of_started_words", HEADER, FIELD ("Subject"), "=?utf-8?", END },
  { "subject_of_encoded_words", HEADER, FIELD ("Subject"), "=?utf-8?q?a?= ", END },
  { "subject_of_unknown_charsets", HEADER, FIELD ("Subject"), "=?x-none?b?YQ==?= ", END },
  { "subject_of_folds", HEADER, FIELD ("Subject"), "a\n ", END },
  { "subject_of_lists", HEADER, FIELD ("Subject"), "[x] ", END },
  { "subject_of_replies", HEADER, FIELD ("Subject"), "Re: ", END },
  { "subject_of_brackets", HEADER, FIELD ("Subject"), "(", END },
  { "from_of_brackets", HEADER, FIELD ("From"), "(", END },
  { "from_of_angles", HEADER, FIELD ("From"), "<", END },
  { "from_of_quotes", HEADER, FIELD ("From"), "\"\\", END },
  { "from_of_behalf", HEADER, FIELD ("From"), "a on behalf of ", END },
  { "from_of_at", HEADER, FIELD ("From"), "@", END },
  { "from_of_at_words", HEADER, FIELD ("From"), "a at ", END },
  { "to_of_addresses", HEADER, FIELD ("To"), "a@b.cc, ", END },
  { "to_of_angles", HEADER, FIELD ("To"), "<<", END },
  { "to_of_groups", HEADER, FIELD ("To"), "a:;,", END },
  { "date_of_brackets", HEADER, FIELD ("X: y\nDate"), "(", END },
  { "date_of_numbers", HEADER, FIELD ("X: y\nDate"), "1 ", END },
  { "list_id_of_angles", HEADER, FIELD ("List-Id"), "<", END },
  { "references", HEADER, FIELD ("References"), "<a@b>\n ", END },
  { "content_type_of_parameters", HEADER, FIELD ("Content-Type"), "text/plain; a=b", END },
  { "content_type_of_continuations", HEADER, FIELD ("Content-Type: text/plain; a*0=x; b"), "=y; b*1*", END },
  { "content_type_of_comments", HEADER, FIELD ("Content-Type"), "(", END },
  { "received_lines", HEADER, PLAIN, "Received: from a by b; Mon, 6 Oct\n", END },
  { "unknown_fields", HEADER, PLAIN, "X-Field: value\n", END },
  { "known_fields_again", HEADER, PLAIN, "Subject: x\n", END },
  { "lines_that_are_no_fields", HEADER, PLAIN, "no field\n", END },
  { "many_lines_that_are_no_fields", BODY, PLAIN, "no field\n", END },
  { "many_received_lines", BODY, PLAIN, "Received: from a by b; x\n", END },
  { "a_line_without_end", BODY, "", "a", "" },
  { "newlines", BODY, PLAIN "\n", "\n", "x\n" },
  { "nothing_but_newlines", BODY, "", "\n", "" },
  { "carriage_returns", BODY, PLAIN "\n", "\r", "x\n" },
  { "bytes_that_are_no_text", BODY, PLAIN "\n", "\xff\xfe", "x\n" },
  { "blanks", BODY, PLAIN "\n", " ", "x\n" },
  { "quoted_from_lines", BODY, PLAIN "\n", ">From x\n", "x\n" },
  { "marks", BODY, PLAIN "\n", ">", "x\n" },
  { "lines_of_underscores", BODY, PLAIN "\n", "____________\n", "x\n" },
  { "footers", BODY, PLAIN "\n", "____________\nx\n", "x\n" },
  { "uuencoded_starts", BODY, PLAIN "\n", "begin 644 x\n", "x\n" },
  { "flowed_lines", BODY, PLAIN "Content-Type: text/plain; format=flowed; delsp=yes\n\n", "> a \n", "x\n" },
  { "flowed_marks", BODY, PLAIN "Content-Type: text/plain; format=flowed\n\n", ">", " \n" },
  { "parts", BODY, MULTIPART, "--NextPart\n", "x\n" },
  { "parts_with_blank_header", BODY, MULTIPART, "--NextPart\n\nx\n", "--NextPart--\n" },
  { "parts_in_parts", BODY, MULTIPART, "--NextPart\nContent-Type: multipart/mixed; boundary=\"NextPart\"\n\n", "x\n" },
  { "parts_in_parts_of_other_names", BODY, PLAIN "Content-Type: multipart/mixed; boundary=\"",
    "b\1\"\n\n--b\1\nContent-Type: multipart/mixed; boundary=\"", "x\"\n\nx\n" },
  { "parts_in_parts_of_dashes", BODY, MULTIPART, "--NextPart\nContent-Type: multipart/mixed; boundary=\"N\"\n\n--N\n", "x\n" },
  { "almost_parts", BODY, MULTIPART, "--NextPar\n", "x\n" },
  { "dashes", BODY, MULTIPART, "--", "\n" },
  { "messages_in_messages", BODY, PLAIN, "Content-Type: message/rfc822\n\n", "x\n" },
  { "digests", BODY, PLAIN "Content-Type: multipart/digest; boundary=N\n\n", "--N\n\nSubject: x\n\n", "--N--\n" },
  { "html_of_angles", BODY, HTML, "<", "\n" },
  { "html_of_tags", BODY, HTML, "<a ", "\n" },
  { "html_of_comments", BODY, HTML, "<!--", "\n" },
  { "html_of_closed_comments", BODY, HTML, "<!--><", "\n" },
  { "html_of_scripts", BODY, HTML, "<script>", "\n" },
  { "html_of_styles", BODY, HTML, "<style></", "\n" },
  { "html_of_entities", BODY, HTML, "&", "\n" },
  { "html_of_numbers", BODY, HTML, "&#1111111", "\n" },
  { "html_of_quotes", BODY, HTML, "<a b=\"", "\n" },
  { "enriched_of_angles", BODY, ENRICHED, "<<", "\n" },
  { "enriched_of_parameters", BODY, ENRICHED, "<param>", "\n" },
  { "quoted_printable_of_equals", BODY, ENCODED ("quoted-printable"), "=", "\n" },
  { "quoted_printable_of_soft_ends", BODY, ENCODED ("quoted-printable"), " =\n", "\n" },
  { "quoted_printable_of_blanks", BODY, ENCODED ("quoted-printable"), " \t", "\n" },
  { "base64_of_garbage", BODY, ENCODED ("base64"), "!!=", "\n" },
  { "base64_of_newlines", BODY, ENCODED ("base64"), "A\n", "\n" },
  { "unknown_encoding", BODY, ENCODED ("x-none"), "=A\n", "\n" },
  { "iso_2022", BODY, PLAIN "Content-Type: text/plain; charset=iso-2022-jp\n\n", "\x1b$B", "\n" },
  { "draft_of_titles", BODY, DRAFT_BODY, "   Title:   a\n", "\n" },
  { "draft_of_labels", BODY, DRAFT_BODY, "Title: Author(s): Filename: Pages: Date: ", "\n" },
  { "draft_of_and", BODY, DRAFT_BODY "   Title:   Tea\n   Authors: ", "A and ", "\n" },
  { "draft_of_authors", BODY, DRAFT_BODY "   Title:   Tea\n   Authors: ", "A,\n            ", "\n" },
  { "draft_of_abstracts", BODY,
    DRAFT_BODY "   Title:   Tea\n   Authors: A\n   Name:    draft-example-tea-00.txt\n   Pages:   1\n   Dates:   2026-01-01\n\n",
    "Abstract:\n", "\n" },
  { "draft_of_paragraphs", BODY,
    DRAFT_BODY
    "   Title:   Tea\n   Authors: A\n   Name:    draft-example-tea-00.txt\n   Pages:   1\n   Dates:   2026-01-01\n\nAbstract:\n\n",
    "   a\n\n", "\n" },
  { "draft_of_group_sentences", BODY, DRAFT, "It is a work item of the ", "\n" },
  { "last_call_of_drafts", BODY, LAST_CALL, "draft-a-00 ", "\n" },
  { "last_call_of_new_drafts", BODY, LAST_CALL, "draft-a-00, <draft-b> (x) RFC 1\n", "\n" },
  { "last_call_of_other_drafts", BODY, LAST_CALL, "draft-a\1-00 ", "\n" },
  { "last_call_of_long_draft", BODY, LAST_CALL, "draft-", "\n" },
  { "last_call_of_dates", BODY, LAST_CALL, "by 2026-", "\n" },
  { "last_call_of_requests", BODY, LAST_CALL, "The IESG has received a request from ", "\n" },
  { "last_call_of_brackets", BODY, LAST_CALL, "(", "\n" },
  { "last_call_of_addresses", BODY, LAST_CALL, "https://", "\n" },
  { "action_of_documents", BODY, ACTION, "the following document: ", "\n" },
  { "action_of_levels", BODY, ACTION, "- 'x' as Proposed ", "\n" },
  { "action_of_quotes", BODY, ACTION, "'", "\n" },
  { "charter_of_areas", BODY, IESG "WG Action: Formed Tea (tea)\n\n", "A new IETF WG has been formed in the ", "\n" },
  { "interim_of_days", BODY, IESG "Tea (tea) WG Virtual Meeting: 2026-03-31\n\n", "will hold a virtual interim meeting on 2026-", "\n" },
  { "list_of_addresses", BODY, IESG "New Non-WG Mailing List: tea\n\n", "List address: ", "\n" },
  { "rfc_of_titles", BODY, RFC, "        Title:      a\n", "\n" },
  { "rfc_of_relations", BODY, RFC "        Obsoletes:  ", "RFC 1, ", "\n" },
  { "rfc_of_products", BODY, RFC "\n", "This document is a product of the ", "\n" },
  { "rfc_of_product_lines", BODY, RFC "\n", "This document is a product of the\n\n", "\n" },
  { "mailbox_of_newlines", MAILBOX, "", "\n", "x\n" },
  { "mailbox_of_from", MAILBOX, "From a@b Mon Oct  6 20:36:18 2025\n", "From ", "\n" },
  { "mailbox_of_from_lines", MAILBOX, "From a@b Mon Oct  6 20:36:18 2025\n", "\nFrom x\n", "\n" },
  { "mailbox_of_separators", MAILBOX, "", "\nFrom a@b Mon Oct  6 20:36:18 2025\n", "\n" },
  { "mailbox_of_marks", MAILBOX, "\x01\x01\x01\x01\n", "\x01\x01\x01\x01", "\n" },
  { "rfc_of_status", BODY, RFC "\n", "This is now a \nBCP: ", "\n" },
};

static double
now_s (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static GString *
make (const Shape *shape, gsize size)
{
  GString *out = g_string_sized_new (size + 4096);

  g_string_append (out, shape->head);
  for (guint i = 0; out->len < size; i++)
    for (const char *c = shape->unit; *c != '\0'; c++)
      if (*c == '\1' && shape->place != MAILBOX)
        g_string_append_printf (out, "%u", i);
      else
        g_string_append_c (out, *c);
  g_string_append (out, shape->tail);
  return out;
}

static void
read_message (NkSlice bytes, NkParser parser)
{
  const NkRawMessage raw = { .bytes = bytes, .quoting = NK_QUOTING_MBOX };
  g_autoptr (NkMessage) message = nk_message_parse (&raw, parser);
  g_auto (NkRecognition) recognition = { 0 };

  nk_announcement_recognise (message, NULL, &recognition);
  nk_message_text_hash (message);
}

static void
read_mailbox (NkSlice bytes)
{
  g_autoptr (GBytes) whole = g_bytes_new_static (bytes.data, bytes.length);
  g_autoptr (NkMailbox) mailbox = nk_mailbox_open_bytes (whole);
  NkRawMessage raw;

  while (nk_mailbox_next (mailbox, &raw, NULL) == NK_MAILBOX_MESSAGE)
    continue;
}

static double
measure (const Shape *shape, gsize size)
{
  g_autoptr (GString) text = make (shape, size);
  NkSlice bytes = nk_slice (text->str, text->len);
  double start = now_s ();

  if (shape->place == MAILBOX) {
    read_mailbox (bytes);
  } else {
    read_message (bytes, NK_PARSER_BOTH);
    read_message (bytes, NK_PARSER_GMIME);
  }
  return now_s () - start;
}

static gboolean
is_linear (double small_s, double large_s, gsize large_size)
{
  return large_s < MAX_RATIO * small_s || large_s * 1e9 < QUICK_NS_PER_BYTE * (double)large_size;
}

static void
test_shape (gconstpointer data)
{
  const Shape *shape = data;
  gsize size = (gsize)(shape->place == HEADER ? (g_test_slow () ? 60 : 32) : (g_test_slow () ? 2000 : 100)) << 10;
  double small = G_MAXDOUBLE, large = G_MAXDOUBLE;

  /* The least of several tries is the nearest to the truth. */
  for (guint i = 0; i < TRIES && (i == 0 || !is_linear (small, large, STEP * size)); i++) {
    small = MIN (small, measure (shape, size));
    large = MIN (large, measure (shape, STEP * size));
  }
  g_test_message ("%.1f ms, then %.1f ms", small * 1e3, large * 1e3);
  g_assert_true (is_linear (small, large, STEP * size));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++) {
    g_autofree char *path = g_strdup_printf ("/linear/cost_grows_with_length_for_%s", shapes[i].name);

    g_test_add_data_func (path, &shapes[i], test_shape);
  }
  return g_test_run ();
}
