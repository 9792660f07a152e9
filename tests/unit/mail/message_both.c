/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* The fast path and GMime alone must give the same message, over everything that is at hand: golden mails, samples, real mails where they are. */
#include "mail/mailbox.h"
#include "message_support.h"

#define MAX_FILES 20000

static void
compare_file (const char *path, guint *n_messages, guint *n_fast)
{
  g_autoptr (GError) error = NULL;
  gboolean is_resumed;
  g_autoptr (NkMailbox) mailbox = nk_mailbox_open (path, NULL, &is_resumed, &error);
  NkRawMessage raw;
  NkMailboxStep step;

  g_assert_no_error (error);
  while ((step = nk_mailbox_next (mailbox, &raw, &error)) == NK_MAILBOX_MESSAGE) {
    g_autoptr (NkMessage) message = nk_message_parse (&raw, NK_PARSER_BOTH);
    g_autoptr (NkMessage) by_gmime = nk_message_parse (&raw, NK_PARSER_GMIME);

    assert_same (message, by_gmime);
    assert_is_utf8 (message);
    *n_fast += message->by_fast_path ? 1 : 0;
    *n_messages += 1;
  }
  g_assert_no_error (error);
  g_assert_cmpint (step, ==, NK_MAILBOX_END);
}

static gboolean
is_mail (const char *name)
{
  static const char *const endings[] = { ".eml", ".mbox", ".mail", ".mmdf" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    if (g_str_has_suffix (name, endings[i]))
      return TRUE;
  }
  return FALSE;
}

static void
compare_folder (const char *path, guint *n_messages, guint *n_fast)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = nk_mailbox_find (path, problems, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (files->len, <, MAX_FILES);
  for (guint i = 0; i < files->len; i++) {
    const NkMailboxFile *file = g_ptr_array_index (files, i);

    if (file->is_maildir || is_mail (file->path))
      compare_file (file->path, n_messages, n_fast);
  }
}

static void
test_folder (gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), data, NULL);
  guint n_messages = 0, n_fast = 0;

  if (!g_file_test (path, G_FILE_TEST_IS_DIR)) {
    g_test_skip ("the folder is not here");
    return;
  }
  compare_folder (path, &n_messages, &n_fast);
  g_test_message ("%u messages, %u by the fast path", n_messages, n_fast);
  g_assert_cmpuint (n_messages, >, 0);
}

/* Most mail must not need GMime: that is what the fast path is for. */
static void
test_share (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "shared", "data", NULL);
  guint n_messages = 0, n_fast = 0;

  if (!g_file_test (path, G_FILE_TEST_IS_DIR)) {
    g_test_skip ("the real mails are not here");
    return;
  }
  compare_folder (path, &n_messages, &n_fast);
  g_assert_cmpuint (n_fast * 10, >=, n_messages * 9);
}

/* A generator that is the same everywhere (Marsaglia's xorshift). */
static guint
next_random (guint64 *state, gsize below)
{
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  return (guint)((*state >> 11) % below);
}

/* What real mail is broken with. */
static const char *const pieces[] = {
  "\n",
  "\n\n",
  "\n ",
  "\r",
  "\r\n",
  "--b\n",
  "\n--b--\n",
  "=?utf-8?q?=C3=A9?= ",
  "=?x",
  "\xE9",
  "\xC3\xA9",
  "=\n",
  "=3D",
  "; charset=iso-8859-1",
  "; charset=utf-8",
  "; format=flowed",
  "\"",
  "(",
  "<",
  ">",
  "\n>From x\n",
  "From x\n",
  "Subject: x\n",
  "Content-Type: text/plain\n",
  "Content-Type: multipart/mixed; boundary=b\n",
  "Content-Type: message/rfc822\n",
  "Content-Transfer-Encoding: base64\n",
  "Content-Transfer-Encoding: quoted-printable\n",
  "Content-Disposition: attachment\n",
  "_______________\nx mailing list\n",
  "multipart/digest",
};

static void
break_mail (GString *bytes, guint64 *state)
{
  guint n = 1 + next_random (state, 5);

  while (n-- > 0) {
    gsize at = next_random (state, bytes->len), length = 1 + next_random (state, 30);

    switch (next_random (state, 3)) {
    case 0: bytes->str[at] = (char)next_random (state, 256); break;
    case 1: g_string_erase (bytes, (gssize)at, (gssize)MIN (bytes->len - at - 1, length)); break;
    default: g_string_insert (bytes, (gssize)at, pieces[next_random (state, G_N_ELEMENTS (pieces))]); break;
    }
  }
}

static const char *const seeds[] = {
  PLAIN_HEAD "Content-Type: text/plain; charset=\"utf-8\"\nContent-Transfer-Encoding: quoted-printable\n\nJ=C3=B6rg writes "
             "=\nmuch.\n\n>From here on.\n",
  PLAIN_HEAD "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nSsO2cmcgd3JpdGVzIG11Y2guCg==\n",
  PLAIN_HEAD
  "Content-Type: Multipart/Mixed;\n boundary=\"b\"\n\npre\n--b\n\nplain\n--b\nContent-Type: text/html\n\n<p>page</p>\n--b--\npost\n",
  "From: =?utf-8?q?J=C3=B6rg?= <j@b.example>\nTo: x@y\nSubject: =?utf-8?b?w6Q=?=\n =?iso-8859-1?q?=E4?= x\nDate: 1 Oct 2025 00:00:00 "
  "+0000\n"
  "Message-ID: <1@x>\nList-Id: X <x.y>\nContent-Type: text/plain; charset=iso-8859-1\n\nJ\xF6rg\n",
};

static void
test_broken (void)
{
  guint64 state = 88172645463325252u;

  for (guint i = 0; i < 4000; i++) {
    g_autoptr (GString) bytes = g_string_new (seeds[i % G_N_ELEMENTS (seeds)]);
    g_autoptr (NkMessage) message = NULL;
    g_autoptr (NkMessage) by_gmime = NULL;

    break_mail (bytes, &state);
    message = parse_bytes (nk_slice (bytes->str, bytes->len), NK_PARSER_BOTH);
    by_gmime = parse_bytes (nk_slice (bytes->str, bytes->len), NK_PARSER_GMIME);
    assert_same (message, by_gmime);
    assert_is_utf8 (message);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/message_both/golden_mails_read_the_same_by_both_parsers", "tests/golden", test_folder);
  g_test_add_data_func ("/message_both/samples_read_the_same_by_both_parsers", "samples", test_folder);
  g_test_add_func ("/message_both/real_mails_read_the_same_and_mostly_by_the_fast_path", test_share);
  g_test_add_func ("/message_both/broken_mails_read_the_same_by_both_parsers", test_broken);
  return g_test_run ();
}
