/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "language/scan.h"

#include <string.h>

/* The words with a bar between, and how many were dropped. (transfer full) */
static char *
scan (const char *sentence, guint *ret_n_dropped)
{
  g_autoptr (NkArena) arena = nk_arena_new ();
  const char *words[NK_SCAN_MAX_WORDS + 2];
  guint n_words;

  g_assert_true (nk_scan (sentence, arena, words, &n_words, ret_n_dropped));
  g_assert_null (words[n_words]);
  return g_strjoinv ("|", (char **)words);
}

static void
expect (const char *sentence, const char *wanted, guint n_dropped)
{
  guint dropped;
  g_autofree char *found = scan (sentence, &dropped);

  g_assert_cmpstr (found, ==, wanted);
  g_assert_cmpuint (dropped, ==, n_dropped);
}

static void
test_words (void)
{
  expect ("This document defines lamps.", "This|document|defines|lamps", 0);
  expect ("Lamps, and fans; birds: all.", "Lamps|,|and|fans|;|birds|:|all", 0);
  expect ("A point-to-point AES-256/GCM key_id, TLS 1.3.", "A|point-to-point|AES-256/GCM|key_id|,|TLS|1.3", 0);
  expect ("lamps (and fans)", "lamps|(|and|fans|)", 0);
  expect ("a /64 prefix and/or +json, PKCS #8", "a|/64|prefix|and/or|+json|,|PKCS|#8", 0);
  expect ("", "", 0);
  expect ("   .  ", "", 0);
}

static void
test_series (void)
{
  expect ("It updates RFC8446 and RFC-9000.", "It|updates|RFC 8446|and|RFC 9000", 0);
  expect ("It updates RFCs 5280, 6818 and 6960.", "It|updates|RFC 5280|,|RFC 6818|and|RFC 6960", 0);
  expect ("See BCP 14 and STD 63.", "See|BCP 14|and|STD 63", 0);
  /* A name that only begins so is no RFC, and a number behind the list is a number. */
  expect ("RFC822bis and RFCs 5280. In 200 networks", "RFC822bis|and|RFC 5280|In|200|networks", 0);
}

static void
test_citations (void)
{
  expect ("as defined in [RFC5280]", "as|defined|in|RFC 5280", 0);
  expect ("Lamps [LAMP] are lit", "Lamps|are|lit", 1);
  expect ("It updates [LAMP] and uses [I-D.moss-lamp].", "It|updates|LAMP|and|uses|I-D.moss-lamp", 0);
  expect ("It uses [some text]", "It|uses", 1);
  expect ("TLS 1.3 [RFC8446] is used", "TLS|1.3|(|RFC 8446|)|is|used", 0);
  expect ("HTTP [RFC9110] [RFC9112][RFC9113] is", "HTTP|(|RFC 9110|,|RFC 9112|and|RFC 9113|)|is", 0);
  expect ("BCP 14 [RFC2119] is", "BCP 14|is", 1);
  expect ("RFC 8446 [RFC8446] is used", "RFC 8446|is|used", 0);
  expect ("an open [bracket", "an|open|bracket", 0);
}

static void
test_quotes (void)
{
  expect ("the \"lamp\" and ``fan'' and 'bird' headers", "the|\"|lamp|\"|and|\"|fan|\"|and|\"|bird|\"|headers", 0);
  expect ("the “lamp” header", "the|\"|lamp|\"|header", 0);
  expect ("the server's keys and the clients' keys", "the|server|'s|keys|and|the|clients|'s|keys", 0);
  expect ("EAP-AKA' keys and the hosts' keys", "EAP-AKA'|keys|and|the|hosts|'s|keys", 0); /* a prime is part of its name */
  expect ("it doesn’t light", "it|does|not|light", 0);
}

static void
test_dashes (void)
{
  expect ("lamps -- and fans --- light", "lamps|--|and|fans|--|light", 0);
  expect ("lamps — and fans – light", "lamps|--|and|fans|--|light", 0);
  expect ("IPv6‐only non‑volatile", "IPv6-only|non-volatile", 0);
}

static void
test_limit (void)
{
  g_autoptr (NkArena) arena = nk_arena_new ();
  const char *words[NK_SCAN_MAX_WORDS + 2];
  guint n_words, n_dropped;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < NK_SCAN_MAX_WORDS; i++)
    g_string_append (text, i % 2 == 0 ? "lamp " : "pole ");
  g_assert_true (nk_scan (text->str, arena, words, &n_words, &n_dropped));
  g_assert_cmpuint (n_words, ==, NK_SCAN_MAX_WORDS);
  g_string_append (text, "lamp");
  g_assert_false (nk_scan (text->str, arena, words, &n_words, &n_dropped));
  g_assert_cmpuint (n_words, ==, NK_SCAN_MAX_WORDS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scan/words_and_signs_are_parted", test_words);
  g_test_add_func ("/scan/rfcs_are_written_one_way", test_series);
  g_test_add_func ("/scan/citations_stand_for_documents_or_are_dropped", test_citations);
  g_test_add_func ("/scan/all_quotation_marks_are_one", test_quotes);
  g_test_add_func ("/scan/dashes_and_hyphens_of_all_kinds", test_dashes);
  g_test_add_func ("/scan/words_are_limited", test_limit);
  return g_test_run ();
}
