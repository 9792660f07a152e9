/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* What people wrote, and how far the sources are known. */
#include "support.h"

static void
test_note (void)
{
  g_autoptr (NkStore) store = nk_store_open_memory (NULL);
  NkDay day = support_day ("2025-10-01");
  g_autofree char *none = NULL, *ja = NULL, *en = NULL, *gone = NULL;

  g_assert_true (nk_note_get (store, day, "ja", &none, NULL));
  g_assert_null (none);
  g_assert_true (nk_note_set (store, day, "ja", "一つ", NULL));
  g_assert_true (nk_note_set (store, day, "ja", "二つ", NULL));
  g_assert_true (nk_note_set (store, day, "en", "one", NULL));
  g_assert_true (nk_note_get (store, day, "ja", &ja, NULL));
  g_assert_true (nk_note_get (store, day, "en", &en, NULL));
  g_assert_cmpstr (ja, ==, "二つ");
  g_assert_cmpstr (en, ==, "one");
  g_assert_true (nk_note_set (store, day, "ja", NULL, NULL));
  g_assert_true (nk_note_get (store, day, "ja", &gone, NULL));
  g_assert_null (gone);
}

static void
test_note_refused (void)
{
  g_autoptr (NkStore) store = nk_store_open_memory (NULL);
  g_autofree char *much = g_strnfill (NK_NOTE_MAX_BYTES + 1, 'x');
  g_autoptr (GError) error = NULL;

  g_assert_false (nk_note_set (store, 1, "en", much, &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_LIMIT);
  g_clear_error (&error);
  g_assert_false (nk_note_set (store, 1, "en", "\xff", &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_INPUT);
}

static void
check_coverage (NkStore *store, const char *day, gboolean has_before, gboolean reaches_past, const char *missing)
{
  g_auto (NkCoverage) coverage = { 0 };
  GError *error = NULL;
  g_autoptr (GString) all = g_string_new (NULL);
  guint i;

  g_assert_true (nk_query_coverage (store, support_day (day), &coverage, &error));
  g_assert_no_error (error);
  g_assert_cmpint (coverage.has_before, ==, has_before);
  g_assert_cmpint (coverage.reaches_past, ==, reaches_past);
  for (i = 0; i < coverage.missing->len; i++) {
    g_autofree char *text = nk_gap_text (g_ptr_array_index (coverage.missing, i));

    g_string_append_printf (all, "%s%s", i > 0 ? "; " : "", text);
  }
  g_assert_cmpstr (all->str, ==, missing);
}

static void
test_by_mail (void)
{
  Mail first = { .document = "draft-example-x-00", .date = "Wed, 1 Oct 2025 09:00:00 +0000" };
  Mail second = { .document = "draft-example-y-00", .date = "Fri, 3 Oct 2025 09:00:00 +0000" };
  g_autoptr (GString) mbox = g_string_new (NULL);
  g_autoptr (NkStore) store = NULL, empty = nk_store_open_memory (NULL);

  support_append (mbox, &first);
  support_append (mbox, &second);
  store = support_store_of (mbox->str);
  check_coverage (store, "2025-10-01", TRUE, TRUE, "");
  check_coverage (store, "2025-10-02", TRUE, TRUE, "");
  check_coverage (store, "2025-10-03", TRUE, FALSE,
                  "no announcement of the 14 days after 2025-10-03 is known: the day may not be over in the mail at hand");
  check_coverage (store, "2025-09-30", FALSE, TRUE, "no announcement of the 14 days up to 2025-09-30 is known");
  check_coverage (empty, "2025-09-30", FALSE, FALSE,
                  "no announcement of the 14 days up to 2025-09-30 is known; "
                  "no announcement of the 14 days after 2025-09-30 is known: the day may not be over in the mail at hand");
}

/* A missing month, or one mail dated far ahead, must not make the days between look quiet. */
static void
test_silence (void)
{
  Mail first = { .document = "draft-example-x-00", .date = "Wed, 1 Oct 2025 09:00:00 +0000" };
  Mail second = { .document = "draft-example-y-00", .date = "Sat, 1 Nov 2025 09:00:00 +0000" };
  g_autoptr (GString) mbox = g_string_new (NULL);
  g_autoptr (NkStore) store = NULL;

  support_append (mbox, &first);
  support_append (mbox, &second);
  store = support_store_of (mbox->str);
  check_coverage (store, "2025-10-14", TRUE, FALSE,
                  "no announcement of the 14 days after 2025-10-14 is known: the day may not be over in the mail at hand");
  check_coverage (store, "2025-10-15", FALSE, FALSE,
                  "no announcement of the 14 days up to 2025-10-15 is known; "
                  "no announcement of the 14 days after 2025-10-15 is known: the day may not be over in the mail at hand");
  check_coverage (store, "2025-10-20", FALSE, TRUE, "no announcement of the 14 days up to 2025-10-20 is known");
}

static void
test_by_source (void)
{
  Mail mail = { .document = "draft-example-x-00", .date = "Wed, 1 Oct 2025 09:00:00 +0000" };
  g_autoptr (GString) mbox = g_string_new (NULL);
  g_autoptr (NkStore) store = NULL;
  gint64 end = nk_day_start_unix_s (support_day ("2025-10-02"));

  support_append (mbox, &mail);
  store = support_store_of (mbox->str);
  g_assert_true (nk_source_record (store, "i-d-announce", end, NULL, NULL));
  check_coverage (store, "2025-10-01", TRUE, TRUE, "");
  check_coverage (store, "2025-10-02", TRUE, FALSE, "i-d-announce: known up to 2025-10-02T00:00:00Z only");
  g_assert_true (nk_source_record (store, "ietf-announce", 0, "no answer", NULL));
  check_coverage (store, "2025-10-01", TRUE, FALSE, "ietf-announce: never fetched (no answer)");
  g_assert_true (nk_source_record (store, "ietf-announce", end + 86400, NULL, NULL));
  check_coverage (store, "2025-10-01", TRUE, TRUE, "");
  g_assert_true (nk_source_record (store, "ietf-announce", 0, "cut off", NULL));
  g_assert_true (nk_source_record (store, "i-d-announce", 5, NULL, NULL));
  check_coverage (store, "2025-10-01", TRUE, TRUE, "");
  check_coverage (store, "2025-10-03", TRUE, FALSE,
                  "i-d-announce: known up to 2025-10-02T00:00:00Z only; ietf-announce: known up to 2025-10-03T00:00:00Z only (cut off)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/a_note_is_kept_for_day_and_language_until_it_is_taken_away", test_note);
  g_test_add_func ("/words/a_note_too_long_or_not_in_utf8_is_refused", test_note_refused);
  g_test_add_func ("/words/without_sources_the_mail_tells_how_far_it_reaches", test_by_mail);
  g_test_add_func ("/words/mail_on_both_sides_of_a_long_silence_does_not_cover_it", test_silence);
  g_test_add_func ("/words/every_source_that_was_ever_fetched_must_reach_past_the_day", test_by_source);
  return g_test_run ();
}
