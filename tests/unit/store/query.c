/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/store_private.h"
#include "support.h"

static NkStore *
sample (void)
{
  static const Mail mails[] = {
    { .document = "draft-example-rose-05", .date = "Mon, 29 Sep 2025 10:00:00 +0000", .title = "Roses, Early" },
    { .document = "draft-example-rose-06", .date = "Tue, 30 Sep 2025 10:00:00 +0000", .title = "Roses" },
    { .document = "draft-example-rose-07", .date = "Wed, 1 Oct 2025 09:00:00 +0000", .title = "Roses by Protocol" },
    { .document = "draft-example-tulip-03", .date = "Wed, 1 Oct 2025 11:00:00 +0000", .abstract = "This document describes bulbs." },
    { .document = "draft-example-night-00", .date = "Wed, 1 Oct 2025 17:30:00 -0700" },
    { .document = "draft-example-dawn-00", .date = "Wed, 1 Oct 2025 23:59:59 +0000" },
  };
  g_autoptr (GString) mbox = g_string_new (NULL);
  g_autofree char *call = support_last_call ("lc@example.org", "Wed, 1 Oct 2025 12:00:00 +0000"),
                  *rfc = support_rfc ("rfc@example.org", "Thu, 2 Oct 2025 12:00:00 +0000", "ietf-announce.ietf.org");
  guint i;

  for (i = 0; i < G_N_ELEMENTS (mails); i++)
    support_append (mbox, &mails[i]);
  g_string_append (mbox, call);
  g_string_append (mbox, rfc);
  g_string_append (mbox,
                   "From a@example.org Thu Oct  2 13:00:00 2025\nFrom: a@example.org\nTo: i-d-announce@ietf.org\nSubject: Re: hello\n"
                   "Message-ID: <re@example.org>\nDate: Thu, 2 Oct 2025 13:00:00 +0000\nList-Id: <i-d-announce.ietf.org>\n\nHello.\n\n");
  return support_store_of (mbox->str);
}

/* `name-revision` of each, parted by blanks. */
static char *
names (const GPtrArray *stored)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < stored->len; i++) {
    const NkStored *one = g_ptr_array_index (stored, i);

    g_string_append_printf (text, "%s%s%s%s", i > 0 ? " " : "",
                            one->announcement->kind > NK_KIND_RFC ? nk_kind_word (one->announcement->kind) : one->announcement->name,
                            *one->announcement->revision != '\0' ? "-" : "", one->announcement->revision);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_day (void)
{
  g_autoptr (NkStore) store = sample ();
  g_autoptr (GPtrArray) all = nk_query_day (store, support_day ("2025-10-01"), 0, NULL),
                        drafts = nk_query_day (store, support_day ("2025-10-01"), NK_KIND_INTERNET_DRAFT, NULL),
                        next = nk_query_day (store, support_day ("2025-10-02"), 0, NULL),
                        none = nk_query_day (store, support_day ("2025-10-09"), 0, NULL),
                        undated = nk_query_day (store, NK_DAY_NONE, 0, NULL);
  g_autofree char *all_names = names (all), *draft_names = names (drafts), *next_names = names (next);
  const NkStored *rose;

  g_assert_cmpstr (all_names, ==, "draft-example-dawn-00 last_call draft-example-tulip-03 draft-example-rose-07");
  g_assert_cmpstr (draft_names, ==, "draft-example-dawn-00 draft-example-tulip-03 draft-example-rose-07");
  g_assert_cmpstr (next_names, ==, "rfc9901 draft-example-night-00");
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (undated->len, ==, 0);
  rose = g_ptr_array_index (drafts, 2);
  g_assert_nonnull (rose->previous);
  g_assert_cmpstr (rose->previous->announcement->revision, ==, "06");
  g_assert_cmpstr (rose->previous->announcement->title, ==, "Roses");
  g_assert_cmpstr (rose->list, ==, "i-d-announce");
  g_assert_cmpint (rose->announced_unix_s, ==, 1759309200);
  g_assert_null (((NkStored *)g_ptr_array_index (drafts, 1))->previous);
}

static void
test_record (void)
{
  g_autoptr (NkStore) store = sample ();
  g_autoptr (GPtrArray) next = nk_query_day (store, support_day ("2025-10-02"), NK_KIND_RFC, NULL),
                        calls = nk_query_day (store, support_day ("2025-10-01"), NK_KIND_LAST_CALL, NULL),
                        drafts = nk_query_day (store, support_day ("2025-10-01"), NK_KIND_INTERNET_DRAFT, NULL);
  const NkAnnouncement *rfc = ((NkStored *)g_ptr_array_index (next, 0))->announcement;
  const NkAnnouncement *call = ((NkStored *)g_ptr_array_index (calls, 0))->announcement;
  const NkAnnouncement *draft = ((NkStored *)g_ptr_array_index (drafts, 1))->announcement;

  g_assert_cmpuint (rfc->rfc_number, ==, 9901);
  g_assert_cmpstr (rfc->status, ==, "Proposed Standard");
  g_assert_cmpstr (rfc->draft, ==, "draft-example-rose-07");
  g_assert_cmpuint (rfc->updates->len, ==, 2);
  g_assert_cmpuint (g_array_index (rfc->updates, guint, 1), ==, 9002);
  g_assert_cmpuint (g_array_index (rfc->obsoletes, guint, 0), ==, 8001);
  g_assert_cmpuint (rfc->subseries->len, ==, 0);
  g_assert_cmpstr (call->subject, ==, "Last Call: <draft-example-tulip-03.txt> (Tulips by Protocol) to Proposed Standard");
  g_assert_cmpint (call->ends, ==, support_day ("2025-10-29"));
  g_assert_cmpint (call->body_day, ==, NK_DAY_NONE);
  g_assert_cmpstr (g_ptr_array_index (call->documents, 0), ==, "draft-example-tulip-03");
  g_assert_cmpuint (draft->authors->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (draft->authors, 1), ==, "Ben Example");
  g_assert_cmpint (draft->pages, ==, 12);
  g_assert_cmpint (draft->body_day, ==, support_day ("2025-10-01"));
  g_assert_null (draft->stream);
  g_assert_cmpstr (draft->abstract, ==, "This document describes bulbs.");
}

static void
check_document (NkStore *store, const char *name, const char *expected)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) found = nk_query_document (store, name, &error);
  g_autofree char *got = NULL;

  g_assert_no_error (error);
  got = names (found);
  g_assert_cmpstr (got, ==, expected);
}

static void
test_document (void)
{
  g_autoptr (NkStore) store = sample ();

  check_document (store, "draft-example-rose", "draft-example-rose-05 draft-example-rose-06 draft-example-rose-07 rfc9901");
  check_document (store, "rfc9901", "draft-example-rose-05 draft-example-rose-06 draft-example-rose-07 rfc9901");
  check_document (store, "draft-example-tulip", "draft-example-tulip-03 last_call");
  check_document (store, "draft-example-none", "");
  check_document (store, "rfc1", "");
}

static void
test_counts (void)
{
  g_autoptr (NkStore) store = sample ();
  g_autoptr (GArray) counts = nk_query_day_counts (store, support_day ("2025-09-30"), support_day ("2025-10-31"), NULL);
  const NkDayCount *count;

  g_assert_cmpuint (counts->len, ==, 3);
  count = &g_array_index (counts, NkDayCount, 1);
  g_assert_cmpint (count->day, ==, support_day ("2025-10-01"));
  g_assert_cmpuint (count->internet_drafts, ==, 3);
  g_assert_cmpuint (count->rfcs, ==, 0);
  g_assert_cmpuint (count->others, ==, 1);
}

static void
test_totals (void)
{
  g_autoptr (NkStore) store = sample (), empty = nk_store_open_memory (NULL);
  NkTotals totals;

  g_assert_true (nk_query_totals (store, &totals, NULL));
  g_assert_cmpuint (totals.messages, ==, 9);
  g_assert_cmpuint (totals.counted, ==, 7);
  g_assert_cmpuint (totals.other_kinds, ==, 1);
  g_assert_cmpuint (totals.unrecognised, ==, 1);
  g_assert_cmpuint (totals.unreadable, ==, 0);
  g_assert_cmpuint (totals.duplicates, ==, 0);
  g_assert_cmpuint (totals.documents, ==, 5);
  g_assert_cmpint (totals.first_day, ==, support_day ("2025-09-29"));
  g_assert_cmpint (totals.last_day, ==, support_day ("2025-10-02"));
  g_assert_true (nk_query_totals (empty, &totals, NULL));
  g_assert_cmpuint (totals.messages, ==, 0);
  g_assert_cmpint (totals.first_day, ==, NK_DAY_NONE);
}

static void
test_ledger (void)
{
  g_autoptr (NkStore) store = sample ();
  g_autofree char *day = support_ledger (store, "2025-10-01", FALSE), *next = support_ledger (store, "2025-10-02", FALSE),
                  *whole = support_ledger (store, "2025-10-02", TRUE);

  g_assert_cmpstr (day, ==,
                   "counted draft-example-rose-07 []\n"
                   "counted draft-example-tulip-03 []\n"
                   "other_kind  [last call]\n"
                   "counted draft-example-dawn-00 []\n"
                   "other_day draft-example-night-00 [2025-10-02 in UTC]\n");
  g_assert_cmpstr (next, ==,
                   "counted draft-example-night-00 []\n"
                   "counted rfc9901 []\n"
                   "unrecognised  [a reply]\n");
  g_assert_cmpstr (whole, ==,
                   "other_day draft-example-rose-05 [2025-09-29 in UTC]\n"
                   "other_day draft-example-rose-06 [2025-09-30 in UTC]\n"
                   "other_day draft-example-rose-07 [2025-10-01 in UTC]\n"
                   "other_day draft-example-tulip-03 [2025-10-01 in UTC]\n"
                   "other_day  [2025-10-01 in UTC]\n"
                   "other_day draft-example-dawn-00 [2025-10-01 in UTC]\n"
                   "counted draft-example-night-00 []\n"
                   "counted rfc9901 []\n"
                   "unrecognised  [a reply]\n");
}

static void
test_words (void)
{
  g_assert_cmpstr (nk_reading_class_word (NK_READING_COUNTED), ==, "counted");
  g_assert_cmpstr (nk_reading_class_word (NK_READING_OTHER_DAY), ==, "other_day");
  g_assert_cmpstr (nk_reading_class_word (NK_READING_UNREADABLE), ==, "unreadable");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/a_day_is_a_utc_day_newest_first_with_the_revision_before", test_day);
  g_test_add_func ("/query/a_record_comes_back_as_it_was_parsed", test_record);
  g_test_add_func ("/query/a_document_has_all_that_is_about_it", test_document);
  g_test_add_func ("/query/days_are_counted_by_kind", test_counts);
  g_test_add_func ("/query/totals_add_up", test_totals);
  g_test_add_func ("/query/the_ledger_accounts_for_every_message", test_ledger);
  g_test_add_func ("/query/every_class_has_its_word", test_words);
  return g_test_run ();
}
