/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/search.h"
#include "store/summary_row.h"
#include "support.h"

static NkStore *
sample (void)
{
  static const Mail mails[] = {
    { .document = "draft-ietf-tls-rose-05", .date = "Mon, 29 Sep 2025 10:00:00 +0000", .title = "Roses, Early" },
    { .document = "draft-ietf-tls-rose-06", .date = "Tue, 30 Sep 2025 10:00:00 +0000", .title = "Roses" },
    { .document = "draft-ietf-tls-rose-07", .date = "Wed, 1 Oct 2025 09:00:00 +0000", .title = "Roses by Protocol (TLS1.3)" },
    { .document = "draft-example-tulip-03", .date = "Wed, 1 Oct 2025 11:00:00 +0000", .abstract = "This document describes bulbs." },
    { .document = "draft-example-cafe-00", .date = "Wed, 1 Oct 2025 12:00:00 +0000", .title = "Café und Straße" },
    { .document = "draft-example-night-00", .date = "Wed, 1 Oct 2025 17:30:00 -0700" },
    { .document = "draft-example-never-00" },
  };
  g_autoptr (GString) mbox = g_string_new (NULL);
  g_autofree char *call = support_last_call ("lc@example.org", "Wed, 1 Oct 2025 13:00:00 +0000"),
                  *rfc = support_rfc ("rfc@example.org", "Thu, 2 Oct 2025 12:00:00 +0000", "ietf-announce.ietf.org");

  for (guint i = 0; i < G_N_ELEMENTS (mails); i++)
    support_append (mbox, &mails[i]);
  g_string_append (mbox, call);
  g_string_append (mbox, rfc);
  return support_store_of (mbox->str);
}

static void
test_found (void)
{
  static const struct {
    const char *query, *expected;
  } cases[] = {
    { "roses", "rfc9901 draft-ietf-tls-rose-07 draft-ietf-tls-rose-06 draft-ietf-tls-rose-05" },
    { "ＲＯＳＥＳ　protocol", "rfc9901 draft-ietf-tls-rose-07" },
    { "bulbs", "draft-example-tulip-03" },
    { "bulb", "" },
    { "bulb*", "draft-example-tulip-03" },
    { "\"describes bulbs\"", "draft-example-tulip-03" },
    { "“describes bul”＊", "draft-example-tulip-03" },
    { "\"bulbs describes\"", "" },
    { "bulbs describes", "draft-example-tulip-03" },
    { "draft-ietf-tls-rose", "draft-ietf-tls-rose-07 draft-ietf-tls-rose-06 draft-ietf-tls-rose-05" },
    { "TLS1.3", "draft-ietf-tls-rose-07" },
    { "tls1 3", "draft-ietf-tls-rose-07" },
    { "cafe strasse", "draft-example-cafe-00" },
    { "CAFÉ", "draft-example-cafe-00" },
    { "roses -early -protocol", "draft-ietf-tls-rose-06" },
    { "-invented -roses", "last_call" },
    { "author:example -group:tls kind:draft",
      "draft-example-night-00 draft-example-cafe-00 draft-example-tulip-03 draft-example-never-00" },
    { "author:\"Ben Example\" from:2025-10-01 to:2025-10-01",
      "draft-example-cafe-00 draft-example-tulip-03 draft-ietf-tls-rose-07 draft-example-never-00" },
    { "author:\"Example Ben\"", "" },
    { "-author:\"Ben Example\" -kind:rfc", "last_call" },
    { "kind:rfc", "rfc9901" },
    { "kind:rfc kind:last-call", "rfc9901 last_call" },
    { "from:2025-10-02", "rfc9901 draft-example-night-00" },
    { "to:2025-09", "draft-ietf-tls-rose-06 draft-ietf-tls-rose-05" },
    { "from:2025 kind:draft rose", "draft-ietf-tls-rose-07 draft-ietf-tls-rose-06 draft-ietf-tls-rose-05" },
    { "area:none kind:rfc", "rfc9901" },
    { "nosuchword roses", "" },
    { "title:roses", "" },
    { "NEAR", "" },
    { "roses OR nothing", "" },
  };
  g_autoptr (NkStore) store = sample ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *got = support_search (store, cases[i].query, 20);

    g_test_message ("%s -> %s", cases[i].query, got);
    g_assert_cmpstr (got, ==, cases[i].expected);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/what_is_asked_for_is_found", test_found);
  return g_test_run ();
}
