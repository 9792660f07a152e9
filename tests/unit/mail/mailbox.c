/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "mail/mailbox.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#define FROM_A "From a@example.org Wed Oct  1 02:28:20 2025\n"
#define FROM_B "From b@example.org Wed Oct  1 03:28:20 2025\n"
#define MARK "\001\001\001\001\n"
#define MIB ((gsize)1 << 20)

static NkMailbox *
open_text (const char *text, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  return nk_mailbox_open_bytes (bytes);
}

static void
assert_next (NkMailbox *mailbox, const char *envelope, const char *bytes)
{
  NkRawMessage raw;
  g_autoptr (GError) error = NULL;
  NkMailboxStep step = nk_mailbox_next (mailbox, &raw, &error);

  g_assert_no_error (error);
  g_assert_cmpint (step, ==, NK_MAILBOX_MESSAGE);
  g_assert_cmpmem (raw.envelope.data, raw.envelope.length, envelope, strlen (envelope));
  g_assert_cmpmem (raw.bytes.data, raw.bytes.length, bytes, strlen (bytes));
  g_assert_cmpuint (raw.size_bytes, ==, raw.bytes.length);
}

static void
assert_end (NkMailbox *mailbox)
{
  NkRawMessage raw;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++) {
    g_assert_cmpint (nk_mailbox_next (mailbox, &raw, &error), ==, NK_MAILBOX_END);
    g_assert_no_error (error);
  }
}

/* `text` is a mailbox of two messages that end here. */
static void
assert_two (const char *text, const char *first, const char *second)
{
  g_autoptr (NkMailbox) mailbox = open_text (text, strlen (text));
  NkRawMessage raw;

  g_assert_cmpint (nk_mailbox_next (mailbox, &raw, NULL), ==, NK_MAILBOX_MESSAGE);
  g_assert_cmpmem (raw.bytes.data, raw.bytes.length, first, strlen (first));
  g_assert_cmpuint (raw.index, ==, 1);
  g_assert_cmpint (nk_mailbox_next (mailbox, &raw, NULL), ==, NK_MAILBOX_MESSAGE);
  g_assert_cmpmem (raw.bytes.data, raw.bytes.length, second, strlen (second));
  g_assert_cmpuint (raw.index, ==, 2);
  assert_end (mailbox);
}

static guint
count_messages (const char *text)
{
  g_autoptr (NkMailbox) mailbox = open_text (text, strlen (text));
  NkRawMessage raw;
  guint count = 0;

  while (nk_mailbox_next (mailbox, &raw, NULL) == NK_MAILBOX_MESSAGE)
    count++;
  return count;
}

/* Whether `line` separates when it stands in a body after an empty line. */
static gboolean
separates_after_empty_line (const char *line)
{
  g_autofree char *text = g_strconcat (FROM_A "Subject: x\n\nText.\n\n", line, "\nSubject: y\n\nText.\n", NULL);

  return count_messages (text) == 2;
}

static gboolean
separates_without_empty_line (const char *line)
{
  g_autofree char *text = g_strconcat (FROM_A "Subject: x\n\nText.\n", line, "\nSubject: y\n\nText.\n", NULL);

  return count_messages (text) == 2;
}

static void
test_messages_are_parted_at_from_lines (void)
{
  const char *text = FROM_A "Subject: one\n\nOne.\n\n" FROM_B "Subject: two\n\nTwo.\n\n";
  g_autoptr (NkMailbox) mailbox = open_text (text, strlen (text));

  g_assert_cmpint (nk_mailbox_form (mailbox), ==, NK_MAILBOX_MBOX);
  assert_next (mailbox, "From a@example.org Wed Oct  1 02:28:20 2025", "Subject: one\n\nOne.\n");
  assert_next (mailbox, "From b@example.org Wed Oct  1 03:28:20 2025", "Subject: two\n\nTwo.\n");
  assert_end (mailbox);
}

static void
test_start_and_index_tell_where_a_message_stands (void)
{
  const char *text = "\n" FROM_A "A: 1\n\n" FROM_B "B: 2\n";
  g_autoptr (NkMailbox) mailbox = open_text (text, strlen (text));
  NkRawMessage raw;

  g_assert_cmpuint (nk_mailbox_position (mailbox).index, ==, 0);
  g_assert_cmpint (nk_mailbox_next (mailbox, &raw, NULL), ==, NK_MAILBOX_MESSAGE);
  g_assert_cmpuint (raw.start, ==, 1);
  g_assert_cmpuint (raw.index, ==, 1);
  g_assert_cmpint (raw.quoting, ==, NK_QUOTING_MBOX);
  g_assert_cmpint (nk_mailbox_next (mailbox, &raw, NULL), ==, NK_MAILBOX_MESSAGE);
  g_assert_cmpuint (raw.start, ==, 1 + strlen (FROM_A "A: 1\n\n"));
  g_assert_cmpuint (raw.index, ==, 2);
  g_assert_cmpuint (nk_mailbox_position (mailbox).offset, ==, raw.start);
  g_assert_cmpuint (nk_mailbox_position (mailbox).index, ==, 2);
}

static void
test_the_last_message_reads_the_same_with_and_without_a_blank_line_behind (void)
{
  assert_two (FROM_A "A: 1\n\nx\n\n" FROM_B "B: 2\n\ny\n", "A: 1\n\nx\n", "B: 2\n\ny\n");
  assert_two (FROM_A "A: 1\n\nx\n\n" FROM_B "B: 2\n\ny\n\n", "A: 1\n\nx\n", "B: 2\n\ny\n");
  assert_two (FROM_A "A: 1\n\nx\n\n" FROM_B "B: 2\n\ny", "A: 1\n\nx\n", "B: 2\n\ny");
}

static void
test_a_from_line_inside_a_body_is_no_separator (void)
{
  g_assert_false (separates_after_empty_line ("From your message Mon, 9 Nov 1998 06:09:48 -0000:"));
  g_assert_false (separates_after_empty_line ("From Mon to Fri"));
  g_assert_false (separates_after_empty_line ("From now on, all is well."));
  g_assert_false (separates_after_empty_line ("From "));
  g_assert_false (separates_after_empty_line ("From a@example.org"));
  g_assert_false (separates_after_empty_line ("From a@example.org Wed Oct  1 2025"));
  g_assert_false (separates_after_empty_line ("From a@example.org Wed Oct  1 02:28:20"));
  g_assert_false (separates_after_empty_line ("From a@example.org Wed Oct 32 02:28:20 2025"));
  g_assert_false (separates_after_empty_line ("From a@example.org Wed Oct  1 02:60:20 2025"));
  g_assert_false (separates_after_empty_line ("From a@example.org Wed Oct  1 02:28:20 2025 we used it no longer"));
  g_assert_false (separates_after_empty_line ("Fromage a@example.org Wed Oct  1 02:28:20 2025"));
  g_assert_false (separates_after_empty_line (">From a@example.org Wed Oct  1 02:28:20 2025"));
  g_assert_false (separates_after_empty_line ("from a@example.org Wed Oct  1 02:28:20 2025"));
  g_assert_false (separates_after_empty_line (" From a@example.org Wed Oct  1 02:28:20 2025"));
}

static void
test_from_lines_of_every_writer_separate (void)
{
  g_assert_true (separates_after_empty_line ("From a@example.org Wed Oct  1 02:28:20 2025"));
  g_assert_true (separates_after_empty_line ("From - Thu Jan 01 00:00:00 1970"));
  g_assert_true (separates_after_empty_line ("From MAILER-DAEMON Fri Jul  8 12:08:34 2011"));
  g_assert_true (separates_after_empty_line ("From a at example.org  Thu Aug  1 12:00:00 2013"));
  g_assert_true (separates_after_empty_line ("From Ann Example at example.org Thu Aug  1 12:00:00 2013"));
  g_assert_true (separates_after_empty_line ("From a@example.org Thu Aug  1 12:00:00 EDT 2013"));
  g_assert_true (separates_after_empty_line ("From a@example.org Thu Aug  1 12:00:00 +0200 2013"));
  g_assert_true (separates_after_empty_line ("From a@example.org Thu Aug  1 12:00 MET DST 1996"));
  g_assert_true (separates_after_empty_line ("From a@example.org Thu Aug  1 12:00:00 1996 -0700 (PDT)"));
  g_assert_true (separates_after_empty_line ("From host!a Thu Aug  1 12:00:00 1996 remote from gate"));
  g_assert_true (separates_after_empty_line ("From Sun Example Thu Aug  1 12:00:00 1996\r"));
  g_assert_true (separates_after_empty_line ("From a@example.org Wed Oct  1 9:28:20 2025 "));
}

static void
test_messages_are_parted_where_the_blank_line_is_missing (void)
{
  assert_two (FROM_A "A: 1\n\nx\n" FROM_B "B: 2\n\ny\n", "A: 1\n\nx\n", "B: 2\n\ny\n");
  g_assert_true (separates_without_empty_line ("From a at example.org  Thu Aug  1 12:00:00 2013"));
  g_assert_true (separates_without_empty_line ("From - Thu Aug  1 12:00:00 2013"));
}

static void
test_without_a_blank_line_the_sender_is_one_word_and_a_field_follows (void)
{
  g_assert_false (separates_without_empty_line ("From the meeting on Thu Aug  1 12:00:00 2013"));
  g_assert_false (separates_without_empty_line ("From a@example.org Thu Aug  1 12:00:00 2013\nwe moved."));
  g_assert_false (separates_without_empty_line ("From a@example.org Thu Aug  1 12:00:00 2013\n"));
}

static void
test_a_file_that_begins_with_from_is_an_mbox_whatever_its_date (void)
{
  const char *text = "From somebody\nSubject: x\n\nText.\n";
  g_autoptr (NkMailbox) mailbox = open_text (text, strlen (text));

  g_assert_cmpint (nk_mailbox_form (mailbox), ==, NK_MAILBOX_MBOX);
  assert_next (mailbox, "From somebody", "Subject: x\n\nText.\n");
  assert_end (mailbox);
}

static void
test_a_first_line_without_end_is_no_envelope (void)
{
  g_autofree char *text = g_strnfill (5000, 'x');
  g_autoptr (NkMailbox) mailbox = NULL;

  memcpy (text, "From ", 5);
  mailbox = open_text (text, strlen (text));
  g_assert_cmpint (nk_mailbox_form (mailbox), ==, NK_MAILBOX_SINGLE);
  assert_next (mailbox, "", text);
  assert_end (mailbox);
}

static void
test_blank_lines_before_the_first_message_are_skipped (void)
{
  assert_two ("\n" FROM_A "A: 1\n\n" FROM_B "B: 2\n", "A: 1\n", "B: 2\n");
  assert_two ("\r\n\r\n\n" FROM_A "A: 1\n\n" FROM_B "B: 2\n", "A: 1\n", "B: 2\n");
  assert_two ("\n" MARK "A: 1\n" MARK MARK "B: 2\n" MARK, "A: 1\n", "B: 2\n");
}

static void
test_a_byte_order_mark_before_the_first_message_is_skipped (void)
{
  assert_two ("\xEF\xBB\xBF" FROM_A "A: 1\n\n" FROM_B "B: 2\n", "A: 1\n", "B: 2\n");
  assert_two ("\xEF\xBB\xBF\n" FROM_A "A: 1\n\n" FROM_B "B: 2\n", "A: 1\n", "B: 2\n");
  assert_two ("\xEF\xBB\xBF" MARK "A: 1\n" MARK MARK "B: 2\n" MARK, "A: 1\n", "B: 2\n");
}

static void
test_a_byte_order_mark_before_a_single_message_is_skipped (void)
{
  const char *text = "\xEF\xBB\xBF"
                     "Subject: x\n\nText.\n";
  g_autoptr (NkMailbox) mailbox = open_text (text, strlen (text));

  assert_next (mailbox, "", "Subject: x\n\nText.\n");
  assert_end (mailbox);
}

static void
test_crlf_line_ends_are_read_and_kept (void)
{
  const char *text
      = "From a@example.org Wed Oct  1 02:28:20 2025\r\nA: 1\r\n\r\nx\r\n\r\nFrom b@example.org Wed Oct  1 02:28:20 2025\r\nB: 2\r\n";
  g_autoptr (NkMailbox) mailbox = open_text (text, strlen (text));

  assert_next (mailbox, "From a@example.org Wed Oct  1 02:28:20 2025", "A: 1\r\n\r\nx\r\n");
  assert_next (mailbox, "From b@example.org Wed Oct  1 02:28:20 2025", "B: 2\r\n");
  assert_end (mailbox);
}

static void
test_nul_bytes_and_bare_carriage_returns_pass_through (void)
{
  static const char text[] = FROM_A "A: 1\n\nx\0y\rz\r\rFrom q\n\n" FROM_B "B: \0\n";
  static const char first[] = "A: 1\n\nx\0y\rz\r\rFrom q\n";
  g_autoptr (NkMailbox) mailbox = open_text (text, sizeof text - 1);
  NkRawMessage raw;

  g_assert_cmpint (nk_mailbox_next (mailbox, &raw, NULL), ==, NK_MAILBOX_MESSAGE);
  g_assert_cmpmem (raw.bytes.data, raw.bytes.length, first, sizeof first - 1);
  g_assert_cmpint (nk_mailbox_next (mailbox, &raw, NULL), ==, NK_MAILBOX_MESSAGE);
  g_assert_cmpmem (raw.bytes.data, raw.bytes.length, "B: \0\n", 5);
  assert_end (mailbox);
}

static void
test_a_separator_with_nothing_behind_it_is_an_empty_message (void)
{
  assert_two (FROM_A FROM_B "B: 2\n", "", "B: 2\n");
  assert_two (FROM_A "A: 1\n\n" FROM_B, "A: 1\n", "");
  assert_two (FROM_A "\n" FROM_B "\n", "", "");
}

static void
test_mmdf_parts_at_lines_of_four_control_a (void)
{
  const char *text = MARK "Date: x\n\nOne.\n\n" MARK MARK "Subject: two\n\nTwo.\001\001\001\001\n" MARK;
  g_autoptr (NkMailbox) mailbox = open_text (text, strlen (text));

  g_assert_cmpint (nk_mailbox_form (mailbox), ==, NK_MAILBOX_MMDF);
  assert_next (mailbox, "", "Date: x\n\nOne.\n\n");
  assert_next (mailbox, "", "Subject: two\n\nTwo.\001\001\001\001\n");
  assert_end (mailbox);
}

static void
test_mmdf_with_one_mark_between_messages_is_read_too (void)
{
  assert_two (MARK "A: 1\n" MARK "B: 2\n", "A: 1\n", "B: 2\n");
  assert_two (MARK "A: 1\n" MARK "\n" MARK "B: 2\n" MARK "\n", "A: 1\n", "B: 2\n");
  assert_two ("\001\001\001\001\r\nA: 1\r\n\001\001\001\001\r\nB: 2\r\n\001\001\001\001", "A: 1\r\n", "B: 2\r\n");
}

static void
test_mmdf_keeps_lines_that_only_resemble_a_mark (void)
{
  const char *text = MARK "A: 1\n\n\001\001\001\n\001\001\001\001\001\n\001\001\001\001x\n\001\n" MARK;
  g_autoptr (NkMailbox) mailbox = open_text (text, strlen (text));

  assert_next (mailbox, "", "A: 1\n\n\001\001\001\n\001\001\001\001\001\n\001\001\001\001x\n\001\n");
  assert_end (mailbox);
}

static void
test_mmdf_takes_a_from_line_as_envelope (void)
{
  const char *text = MARK FROM_A "A: 1\n\n" FROM_B "x\n" MARK;
  g_autoptr (NkMailbox) mailbox = open_text (text, strlen (text));

  assert_next (mailbox, "From a@example.org Wed Oct  1 02:28:20 2025", "A: 1\n\n" FROM_B "x\n");
  assert_end (mailbox);
}

static void
test_any_other_file_is_one_message (void)
{
  const char *text = "Subject: x\n\nText.\n\n" FROM_B "Subject: y\n";
  g_autoptr (NkMailbox) mailbox = open_text (text, strlen (text));
  NkRawMessage raw;

  g_assert_cmpint (nk_mailbox_form (mailbox), ==, NK_MAILBOX_SINGLE);
  g_assert_cmpint (nk_mailbox_next (mailbox, &raw, NULL), ==, NK_MAILBOX_MESSAGE);
  g_assert_cmpmem (raw.bytes.data, raw.bytes.length, text, strlen (text));
  g_assert_cmpint (raw.quoting, ==, NK_QUOTING_NONE);
  assert_end (mailbox);
}

static void
test_a_file_without_any_header_is_one_message_all_the_same (void)
{
  g_autoptr (NkMailbox) mailbox = open_text ("\nonly text\n", 11);

  assert_next (mailbox, "", "\nonly text\n");
  assert_end (mailbox);
}

static void
test_a_file_with_neither_separators_nor_known_form_is_one_message (void)
{
  const char *text = "Date: 04-Jan-93 13:22:13\nTo: x\n\nOne.\n\nDate: 05-Jan-93 13:22:13\nTo: y\n\nTwo.\n";

  g_assert_cmpuint (count_messages (text), ==, 1);
}

static void
test_an_empty_file_ends_at_once (void)
{
  g_autoptr (NkMailbox) empty = open_text ("", 0);
  g_autoptr (NkMailbox) blank = open_text ("\n\r\n", 3);

  assert_end (empty);
  assert_end (blank);
  g_assert_cmpuint (nk_mailbox_position (empty).index, ==, 0);
}

static void
test_a_file_of_line_ends_without_number_is_bounded (void)
{
  gsize length = 20 * MIB;
  g_autoptr (GBytes) bytes = g_bytes_new_take (memset (g_malloc (length), '\n', length), length);
  g_autoptr (NkMailbox) mailbox = nk_mailbox_open_bytes (bytes);
  NkRawMessage raw;

  g_assert_cmpint (nk_mailbox_next (mailbox, &raw, NULL), ==, NK_MAILBOX_MESSAGE);
  g_assert_cmpuint (raw.size_bytes, ==, length);
  assert_end (mailbox);
}

/* A mailbox: message `i` has sizes[i] bytes of body, all of them lines. */
static GBytes *
make_mbox (const gsize *sizes, guint n_sizes, gboolean has_blank_lines)
{
  GByteArray *array = g_byte_array_new ();

  for (guint i = 0; i < n_sizes; i++) {
    g_autofree char *body = g_malloc (sizes[i] + 1);

    g_byte_array_append (array, (const guint8 *)FROM_A "S: ", strlen (FROM_A) + 3);
    memset (body, 'F', sizes[i]);
    for (gsize at = 70; at + 1 < sizes[i]; at += 71)
      body[at] = '\n';
    body[sizes[i]] = '\n';
    g_byte_array_append (array, (const guint8 *)body, sizes[i] + 1);
    if (has_blank_lines)
      g_byte_array_append (array, (const guint8 *)"\n", 1);
  }
  return g_byte_array_free_to_bytes (array);
}

static void
test_separators_are_found_wherever_the_window_ends (void)
{
  gsize sizes[900];
  guint32 state = 1;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    state = state * 1103515245u + 12345u;
    sizes[i] = i % 100 == 99 ? (state >> 8) % (2 * MIB) : (state >> 8) % 9000;
  }
  for (int has_blank_lines = 0; has_blank_lines < 2; has_blank_lines++) {
    g_autoptr (GBytes) bytes = make_mbox (sizes, G_N_ELEMENTS (sizes), has_blank_lines);
    g_autoptr (NkMailbox) mailbox = nk_mailbox_open_bytes (bytes);
    const char *data = g_bytes_get_data (bytes, NULL);
    NkRawMessage raw;
    gsize start = 0;

    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
      g_assert_cmpint (nk_mailbox_next (mailbox, &raw, NULL), ==, NK_MAILBOX_MESSAGE);
      g_assert_cmpuint (raw.start, ==, start);
      g_assert_cmpuint (raw.size_bytes, ==, sizes[i] + 4);
      g_assert_cmpmem (raw.bytes.data, raw.bytes.length, data + start + strlen (FROM_A), sizes[i] + 4);
      start += strlen (FROM_A) + sizes[i] + 4 + (gsize)has_blank_lines;
    }
    assert_end (mailbox);
  }
}

static void
test_a_message_of_100_mb_is_cut_with_its_true_size_and_the_rest_goes_on (void)
{
  const gsize sizes[] = { 100, 100 * MIB, 200, 8 * MIB, 8 * MIB - 4, 300 };
  g_autoptr (GBytes) bytes = make_mbox (sizes, G_N_ELEMENTS (sizes), TRUE);
  g_autoptr (NkMailbox) mailbox = nk_mailbox_open_bytes (bytes);
  const char *data = g_bytes_get_data (bytes, NULL);
  gsize start = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    NkRawMessage raw;

    g_assert_cmpint (nk_mailbox_next (mailbox, &raw, NULL), ==, NK_MAILBOX_MESSAGE);
    g_assert_cmpuint (raw.start, ==, start);
    g_assert_cmpuint (raw.size_bytes, ==, sizes[i] + 4);
    g_assert_cmpuint (raw.bytes.length, ==, MIN (sizes[i] + 4, NK_MAILBOX_MAX_MESSAGE_BYTES));
    g_assert_true (memcmp (raw.bytes.data, data + start + strlen (FROM_A), raw.bytes.length) == 0);
    start += strlen (FROM_A) + sizes[i] + 5;
  }
  assert_end (mailbox);
}

static void
test_a_long_line_that_starts_with_from_separates_nothing (void)
{
  g_autofree char *filler = g_strnfill (3000, 'x');
  g_autofree char *line = g_strconcat ("From ", filler, " Wed Oct  1 02:28:20 2025", NULL);

  g_assert_false (separates_after_empty_line (line));
}

static GBytes *
compress_gzip (const char *text, gsize length)
{
  z_stream stream = { 0 };
  gsize capacity = length + 1000;
  guint8 *out = g_malloc (capacity);

  g_assert_cmpint (deflateInit2 (&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), ==, Z_OK);
  stream.next_in = (guint8 *)text;
  stream.avail_in = (guint)length;
  stream.next_out = out;
  stream.avail_out = (guint)capacity;
  g_assert_cmpint (deflate (&stream, Z_FINISH), ==, Z_STREAM_END);
  capacity = stream.total_out;
  deflateEnd (&stream);
  return g_bytes_new_take (out, capacity);
}

static void
test_a_compressed_mailbox_reads_like_a_plain_one (void)
{
  const char *text = FROM_A "A: 1\n\n" FROM_B "B: 2\n";
  g_autoptr (GBytes) bytes = compress_gzip (text, strlen (text));
  g_autoptr (NkMailbox) mailbox = nk_mailbox_open_bytes (bytes);

  g_assert_cmpint (nk_mailbox_form (mailbox), ==, NK_MAILBOX_MBOX);
  assert_next (mailbox, "From a@example.org Wed Oct  1 02:28:20 2025", "A: 1\n");
  assert_next (mailbox, "From b@example.org Wed Oct  1 03:28:20 2025", "B: 2\n");
  assert_end (mailbox);
}

/* Half of a message is not handed out: nobody could tell it from a whole one. */
static void
test_what_came_before_damaged_compression_is_good_and_then_a_fault_is_told (void)
{
  GString *text = g_string_new (NULL);
  guint32 state = 7;
  guint seen = 0;
  g_autofree char *plain = NULL;
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (GBytes) cut = NULL;
  g_autoptr (NkMailbox) mailbox = NULL;
  g_autoptr (GError) error = NULL;
  NkRawMessage raw;

  for (guint i = 0; i < 100; i++) {
    g_string_append (text, FROM_A "S: x\n\n");
    for (guint j = 0; j < 4000; j++)
      g_string_append_printf (text, "%x\n", state = state * 1103515245u + 12345u);
    g_string_append_c (text, '\n');
  }
  whole = compress_gzip (text->str, text->len);
  plain = g_string_free (text, FALSE);
  cut = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) / 2);
  mailbox = nk_mailbox_open_bytes (cut);
  while (nk_mailbox_next (mailbox, &raw, &error) == NK_MAILBOX_MESSAGE) {
    seen++;
    g_assert_cmpmem (raw.bytes.data, raw.bytes.length, plain + raw.start + strlen (FROM_A), raw.bytes.length);
    g_assert_cmpuint (raw.bytes.length, >, 30000);
  }
  g_assert_cmpuint (seen, >=, 45);
  g_assert_cmpuint (seen, <, 55);
  g_assert_error (error, NK_ERROR, NK_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, "in message "));
  g_clear_error (&error);
  g_assert_cmpint (nk_mailbox_next (mailbox, &raw, &error), ==, NK_MAILBOX_FAULT);
  g_assert_nonnull (error);
  g_assert_cmpuint (nk_mailbox_position (mailbox).index, ==, seen);
}

static gpointer
write_slowly (gpointer data)
{
  const char *text = FROM_A "A: 1\n\n" FROM_B "B: 2\n";
  FILE *file = g_fopen (data, "w");

  g_assert_nonnull (file);
  for (; *text != '\0'; text++) {
    fputc (*text, file);
    fflush (file);
  }
  fclose (file);
  return NULL;
}

static void
test_a_pipe_may_give_its_bytes_one_by_one (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("nikkan-mailbox-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "pipe", NULL);
  g_autoptr (NkMailbox) mailbox = NULL;
  GThread *writer;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  writer = g_thread_new ("writer", write_slowly, path);
  mailbox = nk_mailbox_open (path, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_next (mailbox, "From a@example.org Wed Oct  1 02:28:20 2025", "A: 1\n");
  assert_next (mailbox, "From b@example.org Wed Oct  1 03:28:20 2025", "B: 2\n");
  assert_end (mailbox);
  g_thread_join (writer);
  g_remove (path);
  g_rmdir (folder);
}

static void
test_a_missing_file_is_not_found (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (nk_mailbox_open ("/nonexistent/mailbox", NULL, NULL, &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_NOT_FOUND);
}

/* Linear time: each line is a candidate, none separates. */
static void
test_a_body_full_of_from_lines_is_read_once (void)
{
  GString *text = g_string_new (FROM_A "A: 1\n\n");

  while (text->len < 4 * MIB)
    g_string_append (text, "From x Wed Oct 1 02:28:20 Wed Oct 1 02:28:20 Wed\n\n");
  g_assert_cmpuint (count_messages (text->str), ==, 1);
  g_string_free (text, TRUE);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *name;
    GTestFunc run;
  } tests[] = {
    { "messages_are_parted_at_from_lines", test_messages_are_parted_at_from_lines },
    { "start_and_index_tell_where_a_message_stands", test_start_and_index_tell_where_a_message_stands },
    { "the_last_message_reads_the_same_with_and_without_a_blank_line_behind",
      test_the_last_message_reads_the_same_with_and_without_a_blank_line_behind },
    { "a_from_line_inside_a_body_is_no_separator", test_a_from_line_inside_a_body_is_no_separator },
    { "from_lines_of_every_writer_separate", test_from_lines_of_every_writer_separate },
    { "messages_are_parted_where_the_blank_line_is_missing", test_messages_are_parted_where_the_blank_line_is_missing },
    { "without_a_blank_line_the_sender_is_one_word_and_a_field_follows",
      test_without_a_blank_line_the_sender_is_one_word_and_a_field_follows },
    { "a_file_that_begins_with_from_is_an_mbox_whatever_its_date", test_a_file_that_begins_with_from_is_an_mbox_whatever_its_date },
    { "a_first_line_without_end_is_no_envelope", test_a_first_line_without_end_is_no_envelope },
    { "blank_lines_before_the_first_message_are_skipped", test_blank_lines_before_the_first_message_are_skipped },
    { "a_byte_order_mark_before_the_first_message_is_skipped", test_a_byte_order_mark_before_the_first_message_is_skipped },
    { "a_byte_order_mark_before_a_single_message_is_skipped", test_a_byte_order_mark_before_a_single_message_is_skipped },
    { "crlf_line_ends_are_read_and_kept", test_crlf_line_ends_are_read_and_kept },
    { "nul_bytes_and_bare_carriage_returns_pass_through", test_nul_bytes_and_bare_carriage_returns_pass_through },
    { "a_separator_with_nothing_behind_it_is_an_empty_message", test_a_separator_with_nothing_behind_it_is_an_empty_message },
    { "mmdf_parts_at_lines_of_four_control_a", test_mmdf_parts_at_lines_of_four_control_a },
    { "mmdf_with_one_mark_between_messages_is_read_too", test_mmdf_with_one_mark_between_messages_is_read_too },
    { "mmdf_keeps_lines_that_only_resemble_a_mark", test_mmdf_keeps_lines_that_only_resemble_a_mark },
    { "mmdf_takes_a_from_line_as_envelope", test_mmdf_takes_a_from_line_as_envelope },
    { "any_other_file_is_one_message", test_any_other_file_is_one_message },
    { "a_file_without_any_header_is_one_message_all_the_same", test_a_file_without_any_header_is_one_message_all_the_same },
    { "a_file_with_neither_separators_nor_known_form_is_one_message", test_a_file_with_neither_separators_nor_known_form_is_one_message },
    { "an_empty_file_ends_at_once", test_an_empty_file_ends_at_once },
    { "a_file_of_line_ends_without_number_is_bounded", test_a_file_of_line_ends_without_number_is_bounded },
    { "separators_are_found_wherever_the_window_ends", test_separators_are_found_wherever_the_window_ends },
    { "a_message_of_100_mb_is_cut_with_its_true_size_and_the_rest_goes_on",
      test_a_message_of_100_mb_is_cut_with_its_true_size_and_the_rest_goes_on },
    { "a_long_line_that_starts_with_from_separates_nothing", test_a_long_line_that_starts_with_from_separates_nothing },
    { "a_compressed_mailbox_reads_like_a_plain_one", test_a_compressed_mailbox_reads_like_a_plain_one },
    { "what_came_before_damaged_compression_is_good_and_then_a_fault_is_told",
      test_what_came_before_damaged_compression_is_good_and_then_a_fault_is_told },
    { "a_pipe_may_give_its_bytes_one_by_one", test_a_pipe_may_give_its_bytes_one_by_one },
    { "a_missing_file_is_not_found", test_a_missing_file_is_not_found },
    { "a_body_full_of_from_lines_is_read_once", test_a_body_full_of_from_lines_is_read_once },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *path = g_strconcat ("/mailbox/", tests[i].name, NULL);

    g_test_add_func (path, tests[i].run);
  }
  return g_test_run ();
}
