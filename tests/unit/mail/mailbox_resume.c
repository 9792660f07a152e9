/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "mail/mailbox.h"

#include <glib/gstdio.h>
#include <xxhash.h>
#include <zlib.h>

#define ONE "From a@example.org Wed Oct  1 02:28:20 2025\nA: 1\n\nOne.\n\n"
#define TWO "From b@example.org Wed Oct  1 03:28:20 2025\nB: 2\n\nTwo.\n\n"
#define THREE "From c@example.org Wed Oct  1 04:28:20 2025\nC: 3\n\nThree.\n\n"
#define MARK "\001\001\001\001\n"

typedef struct {
  char *folder, *path;
} Place;

static void
place_set_up (Place *place, gconstpointer data)
{
  place->folder = g_dir_make_tmp ("nikkan-mailbox-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "2025-10.mail", NULL);
}

static void
place_tear_down (Place *place, gconstpointer data)
{
  g_remove (place->path);
  g_rmdir (place->folder);
  g_free (place->path);
  g_free (place->folder);
}

static void
put (const Place *place, const char *text)
{
  g_assert_true (g_file_set_contents (place->path, text, -1, NULL));
}

static void
put_gzip (const Place *place, const char *text)
{
  gzFile file = gzopen (place->path, "wb");

  g_assert_cmpint (gzwrite (file, text, (guint)strlen (text)), ==, (int)strlen (text));
  g_assert_cmpint (gzclose (file), ==, Z_OK);
}

/* Reads on from *position and moves it. Returns the messages, each as `NUMBER:first line|`. */
static char *
read_on (const Place *place, NkMailboxPosition *position, gboolean *ret_resumed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NkMailbox) mailbox = nk_mailbox_open (place->path, position, ret_resumed, &error);
  GString *seen = g_string_new (NULL);
  NkMailboxStep step;
  NkRawMessage raw;

  g_assert_no_error (error);
  while ((step = nk_mailbox_next (mailbox, &raw, &error)) == NK_MAILBOX_MESSAGE) {
    NkSlice rest = raw.bytes, line = NK_SLICE_EMPTY;

    nk_slice_next_line (&rest, &line);
    g_string_append_printf (seen, "%u:%.*s|", raw.index, (int)line.length, line.data);
    g_assert_cmpuint (raw.start, ==, nk_mailbox_position (mailbox).offset);
  }
  g_assert_no_error (error);
  g_assert_cmpint (step, ==, NK_MAILBOX_END);
  *position = nk_mailbox_position (mailbox);
  return g_string_free (seen, FALSE);
}

static void
assert_read (const Place *place, NkMailboxPosition *position, gboolean resumes, const char *expected)
{
  gboolean resumed = !resumes;
  g_autofree char *seen = read_on (place, position, &resumed);

  g_assert_cmpstr (seen, ==, expected);
  g_assert_cmpint (resumed, ==, resumes);
}

static void
test_the_position_hashes_all_bytes_before_the_last_message (Place *place, gconstpointer data)
{
  NkMailboxPosition position = { 0 };

  put (place, "\n" ONE TWO THREE);
  assert_read (place, &position, FALSE, "1:A: 1|2:B: 2|3:C: 3|");
  g_assert_cmpuint (position.offset, ==, strlen ("\n" ONE TWO));
  g_assert_cmpuint (position.hash, ==, XXH3_64bits ("\n" ONE TWO, strlen ("\n" ONE TWO)));
  g_assert_cmpuint (position.index, ==, 3);
}

static void
test_an_unchanged_file_gives_its_last_message_again (Place *place, gconstpointer data)
{
  NkMailboxPosition position = { 0 }, again;

  put (place, ONE TWO);
  assert_read (place, &position, FALSE, "1:A: 1|2:B: 2|");
  again = position;
  assert_read (place, &again, TRUE, "2:B: 2|");
  g_assert_cmpmem (&again, sizeof again, &position, sizeof position);
}

static void
test_a_file_that_grows_is_read_on_from_its_last_message (Place *place, gconstpointer data)
{
  NkMailboxPosition position = { 0 };

  put (place, ONE);
  assert_read (place, &position, FALSE, "1:A: 1|");
  put (place, ONE TWO);
  assert_read (place, &position, TRUE, "1:A: 1|2:B: 2|");
  put (place, ONE TWO THREE);
  assert_read (place, &position, TRUE, "2:B: 2|3:C: 3|");
}

static void
test_a_last_message_that_was_cut_is_read_again_whole (Place *place, gconstpointer data)
{
  NkMailboxPosition position = { 0 };

  put (place, ONE "From b@example.org Wed Oct  1 03:28:20 2025\nB:");
  assert_read (place, &position, FALSE, "1:A: 1|2:B:|");
  put (place, ONE TWO THREE);
  assert_read (place, &position, TRUE, "2:B: 2|3:C: 3|");
}

static void
test_a_separator_that_was_cut_is_read_again_whole (Place *place, gconstpointer data)
{
  for (gsize cut = strlen (ONE) + 1; cut < strlen (ONE TWO); cut++) {
    g_autofree char *half = g_strndup (ONE TWO, cut);
    g_autofree char *first = NULL, *second = NULL;
    NkMailboxPosition position = { 0 };
    gboolean resumed = FALSE;

    put (place, half);
    first = read_on (place, &position, NULL);
    put (place, ONE TWO THREE);
    second = read_on (place, &position, &resumed);
    g_assert_true (resumed);
    g_assert_true (g_str_has_suffix (second, "2:B: 2|3:C: 3|"));
  }
}

static void
test_a_file_that_shrank_is_read_from_the_start (Place *place, gconstpointer data)
{
  NkMailboxPosition position = { 0 }, shorter;

  put (place, ONE TWO THREE);
  assert_read (place, &position, FALSE, "1:A: 1|2:B: 2|3:C: 3|");
  shorter = position;
  put (place, ONE);
  assert_read (place, &shorter, FALSE, "1:A: 1|");
  shorter = position;
  put (place, ONE TWO);
  assert_read (place, &shorter, FALSE, "1:A: 1|2:B: 2|");
  put (place, "");
  assert_read (place, &position, FALSE, "");
  g_assert_cmpuint (position.index, ==, 0);
}

static void
test_a_file_that_changed_inside_is_read_from_the_start (Place *place, gconstpointer data)
{
  NkMailboxPosition position = { 0 };

  put (place, ONE TWO THREE);
  assert_read (place, &position, FALSE, "1:A: 1|2:B: 2|3:C: 3|");
  put (place, "From x@example.org Wed Oct  1 02:28:20 2025\nA: 9\n\nOne.\n\n" TWO THREE);
  assert_read (place, &position, FALSE, "1:A: 9|2:B: 2|3:C: 3|");
}

static void
test_a_file_whose_last_message_is_another_one_goes_on_there (Place *place, gconstpointer data)
{
  NkMailboxPosition position = { 0 };

  put (place, ONE TWO);
  assert_read (place, &position, FALSE, "1:A: 1|2:B: 2|");
  put (place, ONE THREE);
  assert_read (place, &position, TRUE, "2:C: 3|");
}

/* The bytes before are the same, but no message begins there any more: the one before has become longer. */
static void
test_a_position_inside_a_message_is_read_from_the_start (Place *place, gconstpointer data)
{
  NkMailboxPosition position = { 0 };

  put (place, ONE TWO);
  assert_read (place, &position, FALSE, "1:A: 1|2:B: 2|");
  put (place, ONE "More text, as long as the envelope line was.\n\n" TWO);
  assert_read (place, &position, FALSE, "1:A: 1|2:B: 2|");
}

static void
test_a_position_that_makes_no_sense_is_read_from_the_start (Place *place, gconstpointer data)
{
  NkMailboxPosition beyond = { G_MAXUINT64, 1, 7 }, inside = { 3, 1, 2 }, zero = { 0, 99, 5 };

  put (place, ONE TWO);
  assert_read (place, &beyond, FALSE, "1:A: 1|2:B: 2|");
  assert_read (place, &inside, FALSE, "1:A: 1|2:B: 2|");
  assert_read (place, &zero, FALSE, "1:A: 1|2:B: 2|");
}

static void
test_a_compressed_file_is_read_on_as_well (Place *place, gconstpointer data)
{
  NkMailboxPosition position = { 0 };

  put_gzip (place, ONE TWO);
  assert_read (place, &position, FALSE, "1:A: 1|2:B: 2|");
  put_gzip (place, ONE TWO THREE);
  assert_read (place, &position, TRUE, "2:B: 2|3:C: 3|");
  put (place, ONE TWO THREE);
  assert_read (place, &position, TRUE, "3:C: 3|");
}

static void
test_mmdf_is_read_on_from_its_last_message (Place *place, gconstpointer data)
{
  NkMailboxPosition position = { 0 };

  put (place, MARK "A: 1\n" MARK MARK "B: 2\n" MARK);
  assert_read (place, &position, FALSE, "1:A: 1|2:B: 2|");
  g_assert_cmpuint (position.offset, ==, strlen (MARK "A: 1\n" MARK));
  put (place, MARK "A: 1\n" MARK MARK "B: 2\n" MARK MARK "C: 3\n" MARK);
  assert_read (place, &position, TRUE, "2:B: 2|3:C: 3|");
}

static void
test_a_single_message_is_read_again (Place *place, gconstpointer data)
{
  NkMailboxPosition position = { 0 };

  put (place, "Subject: x\n\nText.\n");
  assert_read (place, &position, FALSE, "1:Subject: x|");
  assert_read (place, &position, TRUE, "1:Subject: x|");
}

static void
test_what_is_read_on_after_a_message_beyond_the_limit_is_the_same (Place *place, gconstpointer data)
{
  GString *text = g_string_new (ONE);
  gsize before_last;
  NkMailboxPosition position = { 0 };

  g_string_append (text, "From b@example.org Wed Oct  1 03:28:20 2025\nB: 2\n\n");
  while (text->len < 21u << 20)
    g_string_append (text, "A line that is there many times, and Fine.\n");
  g_string_append (text, "\n" TWO);
  before_last = text->len;
  g_string_append (text, THREE);
  put (place, text->str);
  assert_read (place, &position, FALSE, "1:A: 1|2:B: 2|3:B: 2|4:C: 3|");
  g_assert_cmpuint (position.offset, ==, before_last);
  g_assert_cmpuint (position.hash, ==, XXH3_64bits (text->str, before_last));
  assert_read (place, &position, TRUE, "4:C: 3|");
  g_string_free (text, TRUE);
}

static void
test_the_position_before_a_long_last_message_is_right (Place *place, gconstpointer data)
{
  GString *text = g_string_new (ONE "From b@example.org Wed Oct  1 03:28:20 2025\nB: 2\n\n");
  NkMailboxPosition position = { 0 };

  while (text->len < 12u << 20)
    g_string_append (text, "A line that is there many times, and Fine.\n");
  put (place, text->str);
  assert_read (place, &position, FALSE, "1:A: 1|2:B: 2|");
  g_assert_cmpuint (position.offset, ==, strlen (ONE));
  g_assert_cmpuint (position.hash, ==, XXH3_64bits (ONE, strlen (ONE)));
  g_string_append (text, "\n" THREE);
  put (place, text->str);
  assert_read (place, &position, TRUE, "2:B: 2|3:C: 3|");
  g_string_free (text, TRUE);
}

/* Each position of a mailbox larger than the window. */
static void
test_reading_can_stop_at_any_message (Place *place, gconstpointer data)
{
  GString *text = g_string_new (NULL);
  g_autoptr (NkMailbox) whole = NULL;
  NkRawMessage raw;

  for (guint i = 0; i < 40; i++) {
    g_string_append (text, "From b@example.org Wed Oct  1 03:28:20 2025\nB: 2\n\n");
    for (guint j = 0; j < 1000 + i * 37; j++)
      g_string_append (text, "A line that is there many times.\n");
    g_string_append (text, "\n");
  }
  put (place, text->str);
  whole = nk_mailbox_open (place->path, NULL, NULL, NULL);
  while (nk_mailbox_next (whole, &raw, NULL) == NK_MAILBOX_MESSAGE) {
    NkMailboxPosition position = nk_mailbox_position (whole);
    gboolean resumed = FALSE;
    g_autoptr (NkMailbox) later = nk_mailbox_open (place->path, &position, &resumed, NULL);
    NkRawMessage same;

    g_assert_true (resumed);
    g_assert_cmpint (nk_mailbox_next (later, &same, NULL), ==, NK_MAILBOX_MESSAGE);
    g_assert_cmpuint (same.index, ==, raw.index);
    g_assert_cmpuint (same.start, ==, raw.start);
    g_assert_cmpmem (same.bytes.data, same.bytes.length, raw.bytes.data, raw.bytes.length);
  }
  g_string_free (text, TRUE);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *name;
    void (*run) (Place *place, gconstpointer data);
  } tests[] = {
    { "the_position_hashes_all_bytes_before_the_last_message", test_the_position_hashes_all_bytes_before_the_last_message },
    { "an_unchanged_file_gives_its_last_message_again", test_an_unchanged_file_gives_its_last_message_again },
    { "a_file_that_grows_is_read_on_from_its_last_message", test_a_file_that_grows_is_read_on_from_its_last_message },
    { "a_last_message_that_was_cut_is_read_again_whole", test_a_last_message_that_was_cut_is_read_again_whole },
    { "a_separator_that_was_cut_is_read_again_whole", test_a_separator_that_was_cut_is_read_again_whole },
    { "a_file_that_shrank_is_read_from_the_start", test_a_file_that_shrank_is_read_from_the_start },
    { "a_file_that_changed_inside_is_read_from_the_start", test_a_file_that_changed_inside_is_read_from_the_start },
    { "a_file_whose_last_message_is_another_one_goes_on_there", test_a_file_whose_last_message_is_another_one_goes_on_there },
    { "a_position_inside_a_message_is_read_from_the_start", test_a_position_inside_a_message_is_read_from_the_start },
    { "a_position_that_makes_no_sense_is_read_from_the_start", test_a_position_that_makes_no_sense_is_read_from_the_start },
    { "a_compressed_file_is_read_on_as_well", test_a_compressed_file_is_read_on_as_well },
    { "mmdf_is_read_on_from_its_last_message", test_mmdf_is_read_on_from_its_last_message },
    { "a_single_message_is_read_again", test_a_single_message_is_read_again },
    { "what_is_read_on_after_a_message_beyond_the_limit_is_the_same", test_what_is_read_on_after_a_message_beyond_the_limit_is_the_same },
    { "the_position_before_a_long_last_message_is_right", test_the_position_before_a_long_last_message_is_right },
    { "reading_can_stop_at_any_message", test_reading_can_stop_at_any_message },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *path = g_strconcat ("/mailbox_resume/", tests[i].name, NULL);

    g_test_add (path, Place, NULL, place_set_up, tests[i].run, place_tear_down);
  }
  return g_test_run ();
}
