/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "digest/digest.h"
#include "store/import.h"
#include <glib/gstdio.h>

#define DAY_TEXT "2031-02-10"

static NkDay
day_of (const char *text)
{
  NkDay day = NK_DAY_NONE;

  g_assert_true (nk_day_parse (nk_slice_text (text), &day));
  return day;
}

/* An announcement of an invented draft; `date` as in a header. */
static void
add_draft (GString *mbox, const char *name, const char *title, const char *abstract, const char *date, const char *group_sentence)
{
  g_string_append_printf (mbox,
                          "From internet-drafts@ietf.org Mon Feb 10 00:00:00 2031\n"
                          "From: internet-drafts@ietf.org\n"
                          "To: <i-d-announce@ietf.org>\n"
                          "Subject: I-D Action: %s.txt\n"
                          "Message-ID: <%s@tracker.example.org>\n"
                          "Date: %s\n"
                          "List-Id: Internet Draft Announcements only <i-d-announce.ietf.org>\n"
                          "X-IETF-IDTracker: 12.50.0\n"
                          "Content-Type: text/plain; charset=\"utf-8\"\n"
                          "\n"
                          "Internet-Draft %s.txt is now available.%s\n"
                          "\n"
                          "   Title:   %s\n"
                          "   Authors: Mara Moss\n"
                          "            Rob Reed\n"
                          "   Name:    %s.txt\n"
                          "   Pages:   7\n"
                          "   Dates:   2031-02-10\n"
                          "\n"
                          "Abstract:\n"
                          "\n"
                          "   %s\n"
                          "\n"
                          "The IETF datatracker status page for this Internet-Draft is:\n"
                          "https://datatracker.ietf.org/doc/%s/\n"
                          "\n",
                          name, name, date, name, group_sentence, title, name, abstract, name);
}

static void
add_interim (GString *mbox, const char *acronym, const char *date)
{
  g_string_append_printf (mbox,
                          "From iesg-secretary@ietf.org Mon Feb 10 00:00:00 2031\n"
                          "From: IESG Secretary <iesg-secretary@ietf.org>\n"
                          "To: \"IETF-Announce\" <ietf-announce@ietf.org>\n"
                          "Subject: Lamp Control (%s) WG Virtual Meeting: 2031-03-01\n"
                          "Message-ID: <interim-%s@tracker.example.org>\n"
                          "Date: %s\n"
                          "List-Id: \"IETF announcement list\" <ietf-announce.ietf.org>\n"
                          "\n"
                          "The Lamp Control (%s) Working Group will hold a virtual interim meeting\n"
                          "on 2031-03-01 from 15:00 to 16:00 UTC.\n"
                          "\n",
                          acronym, acronym, date, acronym);
}

/* An RFC in the form of 2020 and later. */
static void
add_rfc (GString *mbox, guint number, const char *title, const char *date)
{
  g_string_append_printf (mbox,
                          "From rfc-editor@rfc-editor.org Mon Feb 10 00:00:00 2031\n"
                          "From: rfc-editor@rfc-editor.org\n"
                          "To: ietf-announce@ietf.org, rfc-dist@rfc-editor.org\n"
                          "Subject: RFC %u on %s\n"
                          "Message-ID: <rfc%u@rfc-editor.example.org>\n"
                          "Date: %s\n"
                          "List-Id: \"IETF announcement list\" <ietf-announce.ietf.org>\n"
                          "\n"
                          "A new Request for Comments is now available in online RFC libraries.\n"
                          "\n"
                          "        \n"
                          "        RFC %u\n"
                          "\n"
                          "        Title:      %s \n"
                          "        Author:     M. Moss\n"
                          "        Status:     Informational\n"
                          "        Stream:     IETF\n"
                          "        Date:       February 2031\n"
                          "        Mailbox:    moss@example.org\n"
                          "        Pages:      9\n"
                          "        Updates/Obsoletes/SeeAlso:   None\n"
                          "\n"
                          "        I-D Tag:    draft-ietf-lamp-switch-09.txt\n"
                          "\n"
                          "        URL:        https://www.rfc-editor.org/info/rfc%u\n"
                          "\n"
                          "        DOI:        10.17487/RFC%u\n"
                          "\n"
                          "This document describes how lamps are switched.\n"
                          "\n"
                          "This document is a product of the Lamp Control Working Group of the IETF.\n"
                          "\n"
                          "INFORMATIONAL: This memo provides information for the Internet community.\n"
                          "It does not specify an Internet standard of any kind. Distribution of\n"
                          "this memo is unlimited.\n"
                          "\n",
                          number, title, number, date, number, title, number, number);
}

static void
import_paths (NkStore *store, const char *const *paths)
{
  g_auto (NkImportReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  NkImportOptions options = { .parser = NK_PARSER_BOTH };

  nk_import_run (store, paths, &options, &report, &error);
  g_assert_no_error (error);
}

/* A store in memory with the mails of `mbox`. */
static NkStore *
store_of (const GString *mbox)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("nikkan-digest-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "mails.mbox", NULL);
  const char *const paths[] = { path, NULL };
  NkStore *store = nk_store_open_memory (&error);

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, mbox->str, (gssize)mbox->len, NULL));
  import_paths (store, paths);
  g_unlink (path);
  g_rmdir (folder);
  return store;
}

static NkDigest *
compose (NkStore *store, const char *day, gboolean whole_store)
{
  NkDigestOptions options = { .day = day_of (day), .whole_store = whole_store };
  g_autoptr (GError) error = NULL;
  NkDigest *digest = nk_digest_compose (store, &options, &error);

  g_assert_no_error (error);
  return digest;
}

static const NkEntry *
draft_of (const NkDigest *digest, guint index)
{
  g_assert_cmpuint (index, <, digest->internet_drafts->len);
  return g_ptr_array_index (digest->internet_drafts, index);
}

/* Two days before the day, and the day itself with every kind. */
static GString *
write_mails (void)
{
  GString *mbox = g_string_new (NULL);

  add_draft (mbox, "draft-moss-lamp-02", "Lamps", "This document defines lamps.", "Sat, 08 Feb 2031 10:00:00 +0000", "");
  add_draft (mbox, "draft-reed-fan-04", "Fans", "This document defines fans.", "Sat, 08 Feb 2031 11:00:00 +0000", "");
  add_interim (mbox, "lamp", "Mon, 10 Feb 2031 08:00:00 +0000");
  add_draft (mbox, "draft-moss-lamp-03", "Lamps", "This document defines\n   lamps.", "Mon, 10 Feb 2031 09:00:00 +0000", "");
  add_draft (mbox, "draft-reed-fan-05", "Great Fans", "This document defines great fans.", "Mon, 10 Feb 2031 10:00:00 +0000", "");
  add_draft (mbox, "draft-reed-switch-00", "Switches", "This document defines switches.", "Mon, 10 Feb 2031 15:59:59 -0800", "");
  add_draft (mbox, "draft-ietf-lamp-switch-00", "Lamp Switch Protocol (LSP)", "This document defines LSP.",
             "Mon, 10 Feb 2031 11:00:00 +0000", " It is\na work item of the Lamp Control (LAMP) WG of the IETF.");
  add_rfc (mbox, 29999, "Lamp Use", "Mon, 10 Feb 2031 12:00:00 +0000");
  add_draft (mbox, "draft-moss-late-00", "Late", "This document defines lateness.", "Mon, 10 Feb 2031 16:00:00 -0800", "");
  return mbox;
}

static void
test_sections (void)
{
  g_autoptr (GString) mbox = write_mails ();
  g_autoptr (NkStore) store = store_of (mbox);
  g_autoptr (NkDigest) digest = compose (store, DAY_TEXT, FALSE);

  g_assert_cmpuint (digest->internet_drafts->len, ==, 4);
  g_assert_cmpuint (digest->rfcs->len, ==, 1);
  g_assert_cmpuint (digest->others->len, ==, 1);
  g_assert_cmpstr (draft_of (digest, 0)->stored->announcement->name, ==, "draft-reed-switch");
  g_assert_cmpint (draft_of (digest, 0)->change, ==, NK_CHANGE_NEW);
  g_assert_cmpstr (draft_of (digest, 1)->stored->announcement->name, ==, "draft-ietf-lamp-switch");
  g_assert_cmpint (draft_of (digest, 1)->change, ==, NK_CHANGE_ADOPTED);
  g_assert_cmpstr (draft_of (digest, 2)->stored->announcement->name, ==, "draft-reed-fan");
  g_assert_cmpint (draft_of (digest, 2)->change, ==, NK_CHANGE_REVISED);
}

static void
test_changed_fields (void)
{
  g_autoptr (GString) mbox = write_mails ();
  g_autoptr (NkStore) store = store_of (mbox);
  g_autoptr (NkDigest) digest = compose (store, DAY_TEXT, FALSE);
  const NkEntry *fan = draft_of (digest, 2), *lamp = draft_of (digest, 3);

  g_assert_nonnull (fan->stored->previous);
  g_assert_true (fan->changed.title && fan->changed.abstract && !fan->changed.authors);
  g_assert_nonnull (lamp->stored->previous);
  g_assert_cmpstr (lamp->stored->previous->announcement->revision, ==, "02");
  g_assert_false (lamp->changed.title || lamp->changed.abstract || lamp->changed.authors);
}

static void
test_ledger (void)
{
  g_autoptr (GString) mbox = write_mails ();
  g_autoptr (NkStore) store = store_of (mbox);
  g_autoptr (NkDigest) digest = compose (store, DAY_TEXT, TRUE);

  g_assert_cmpint (digest->state, ==, NK_STATE_COMPLETE);
  g_assert_cmpuint (digest->ledger.messages, ==, 9);
  g_assert_cmpuint (digest->ledger.counted, ==, 5);
  g_assert_cmpuint (digest->ledger.other_kinds, ==, 1);
  g_assert_cmpuint (digest->ledger.other_days, ==, 3);
  g_assert_cmpuint (digest->readings->len, ==, 9);
}

static void
test_days_before (void)
{
  g_autoptr (GString) mbox = write_mails ();
  g_autoptr (NkStore) store = store_of (mbox);
  g_autoptr (NkDigest) digest = compose (store, DAY_TEXT, FALSE);

  g_assert_cmpuint (digest->days_before->len, ==, NK_DIGEST_DAYS_BEFORE);
  for (guint i = 0; i < digest->days_before->len; i++) {
    const NkDayCount *count = &g_array_index (digest->days_before, NkDayCount, i);

    g_assert_cmpint (count->day, ==, day_of ("2031-02-03") + (NkDay)i);
    g_assert_cmpuint (count->internet_drafts, ==, count->day == day_of ("2031-02-08") ? 2 : 0);
  }
}

static void
test_states (void)
{
  g_autoptr (GString) mbox = write_mails ();
  g_autoptr (NkStore) store = store_of (mbox);
  g_autoptr (NkDigest) covered = compose (store, DAY_TEXT, FALSE);
  g_autoptr (NkDigest) quiet = compose (store, "2031-02-09", FALSE);
  g_autoptr (NkDigest) last = compose (store, "2031-02-11", FALSE);
  g_autoptr (NkDigest) after = compose (store, "2031-02-12", FALSE);
  g_autoptr (NkDigest) outside = compose (store, "2031-02-12", TRUE);
  g_autoptr (NkDigest) quiet_mails = compose (store, "2031-02-09", TRUE);

  g_assert_cmpint (covered->state, ==, NK_STATE_COMPLETE);
  g_assert_cmpstr (nk_basis_word (covered->basis), ==, "later_mail");
  g_assert_cmpstr (nk_basis_word (quiet_mails->basis), ==, "mails");
  g_assert_cmpint (quiet->state, ==, NK_STATE_QUIET);
  g_assert_cmpuint (quiet->missing->len, ==, 0);
  g_assert_cmpint (last->state, ==, NK_STATE_INCOMPLETE);
  g_assert_cmpuint (last->missing->len, >, 0);
  g_assert_cmpint (after->state, ==, NK_STATE_INCOMPLETE);
  g_assert_cmpuint (after->missing->len, >, 0);
  g_assert_cmpint (outside->state, ==, NK_STATE_INCOMPLETE);
  g_assert_cmpint (quiet_mails->state, ==, NK_STATE_QUIET);
}

static void
test_missing_source (void)
{
  g_autoptr (GString) mbox = write_mails ();
  g_autoptr (NkStore) store = store_of (mbox);
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func ((GDestroyNotify)nk_gap_free);
  g_autoptr (GError) error = NULL;
  NkDigestOptions options = { .day = day_of (DAY_TEXT), .whole_store = TRUE, .missing = missing };
  g_autoptr (NkDigest) digest = NULL;

  g_ptr_array_add (missing, nk_gap_new (NK_GAP_FILES));
  digest = nk_digest_compose (store, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpint (digest->state, ==, NK_STATE_INCOMPLETE);
  g_assert_cmpuint (digest->missing->len, ==, 1);
  g_assert_cmpint (((const NkGap *)g_ptr_array_index (digest->missing, 0))->code, ==, NK_GAP_FILES);
}

static void
test_empty_store (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NkStore) store = nk_store_open_memory (&error);
  g_autoptr (NkDigest) digest = NULL, mails = NULL;

  g_assert_no_error (error);
  digest = compose (store, DAY_TEXT, FALSE);
  mails = compose (store, DAY_TEXT, TRUE);
  g_assert_cmpint (digest->state, ==, NK_STATE_INCOMPLETE);
  g_assert_cmpint (mails->state, ==, NK_STATE_INCOMPLETE);
  g_assert_cmpuint (digest->highlights->len, ==, 0);
}

static void
test_highlights (void)
{
  g_autoptr (GString) mbox = write_mails ();
  g_autoptr (NkStore) store = store_of (mbox);
  g_autoptr (NkDigest) digest = compose (store, DAY_TEXT, FALSE);
  const NkHighlight *last;

  g_assert_cmpuint (digest->highlights->len, >=, 2);
  last = g_ptr_array_index (digest->highlights, digest->highlights->len - 1);
  g_assert_cmpstr (last->topic, ==, "rfcs");
}

/* Reads the next `"key": "value"` after *at. (transfer full) (nullable) */
static char *
next_value (const char **at, const char *key)
{
  g_autofree char *wanted = g_strdup_printf ("\"%s\": \"", key);
  const char *start = strstr (*at, wanted), *end;

  if (start == NULL)
    return NULL;
  start += strlen (wanted);
  end = strchr (start, '"');
  *at = end;
  return g_strndup (start, (gsize)(end - start));
}

/* Every message that is not counted stands in the ledger with a reason. `json` is what follows "not_counted". */
static void
check_left_out (const NkDigest *digest, const char *json)
{
  const char *at = json, *end = strstr (json, "\"messages\": ");
  guint n = 0;

  g_assert_nonnull (end);
  while (strstr (at, "\"message_id\"") != NULL) {
    g_autofree char *message_id = next_value (&at, "message_id");
    gboolean is_found = FALSE;

    for (guint i = 0; i < digest->readings->len && !is_found; i++) {
      const NkReading *reading = g_ptr_array_index (digest->readings, i);

      is_found = reading->reading_class != NK_READING_COUNTED && g_str_equal (reading->message_id, message_id) && *reading->reason != '\0';
    }
    g_assert_true (is_found);
    n++;
  }
  g_assert_cmpuint (digest->ledger.messages, ==, g_ascii_strtoull (end + strlen ("\"messages\": "), NULL, 10));
  g_assert_cmpuint (digest->ledger.messages, ==, digest->ledger.counted + n);
}

/* The real mails of a day against what has been counted by hand. */
static void
check_real_day (gconstpointer data)
{
  const char *day = data;
  g_autofree char *base = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "shared", "data", day, NULL);
  g_autofree char *mbox = g_strconcat (base, ".mbox", NULL);
  g_autofree char *expected = g_strconcat (base, ".expected.json", NULL);
  g_autofree char *json = NULL;
  const char *const paths[] = { mbox, NULL };
  g_autoptr (NkStore) store = NULL;
  g_autoptr (NkDigest) digest = NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  const char *at;
  char *left_out;
  guint n_drafts = 0, n_rfcs = 0;

  if (!g_file_get_contents (expected, &json, NULL, NULL)) {
    g_test_skip ("no real mails here");
    return;
  }
  store = nk_store_open_memory (NULL);
  import_paths (store, paths);
  digest = compose (store, day, TRUE);
  left_out = strstr (json, "\"not_counted\"");
  g_assert_nonnull (left_out);
  check_left_out (digest, left_out);
  *left_out = '\0';
  /* Drafts and RFCs stand in one list there, newest first; here each section has to be in that order. */
  for (at = json; (at = strstr (at, "\"kind\": ")) != NULL;) {
    g_autofree char *kind = next_value (&at, "kind");
    gboolean is_draft = g_str_equal (kind, "id");
    g_autofree char *name = is_draft ? next_value (&at, "name") : NULL;
    g_autofree char *revision = is_draft ? next_value (&at, "rev") : NULL;
    g_autofree char *title = next_value (&at, "title");
    g_autofree char *message_id = next_value (&at, "message_id");
    const GPtrArray *section = is_draft ? digest->internet_drafts : digest->rfcs;
    guint place = is_draft ? n_drafts++ : n_rfcs++;
    const NkStored *stored;

    g_assert_cmpuint (place, <, section->len);
    stored = ((const NkEntry *)g_ptr_array_index (section, place))->stored;
    g_assert_cmpstr (g_ptr_array_index (stored->message_ids, 0), ==, message_id);
    if (is_draft) {
      g_assert_cmpstr (stored->announcement->name, ==, name);
      g_assert_cmpstr (stored->announcement->revision, ==, revision);
    }
    if (strchr (title, '\\') == NULL)
      g_assert_cmpstr (stored->announcement->title, ==, title);
  }
  g_assert_cmpuint (n_drafts + n_rfcs, >, 0);
  g_assert_cmpuint (digest->internet_drafts->len, ==, n_drafts);
  g_assert_cmpuint (digest->rfcs->len, ==, n_rfcs);
  g_assert_cmpuint (digest->ledger.counted, ==, n_drafts + n_rfcs);
  g_assert_cmpint (digest->state, ==, NK_STATE_COMPLETE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compose/each_kind_has_its_section_newest_first", test_sections);
  g_test_add_func ("/compose/a_revision_is_held_against_the_stored_one_before", test_changed_fields);
  g_test_add_func ("/compose/every_message_is_in_the_ledger", test_ledger);
  g_test_add_func ("/compose/the_days_before_are_all_there_zeros_too", test_days_before);
  g_test_add_func ("/compose/complete_quiet_and_incomplete_never_look_alike", test_states);
  g_test_add_func ("/compose/what_the_caller_misses_makes_the_day_incomplete", test_missing_source);
  g_test_add_func ("/compose/an_empty_store_is_incomplete_not_quiet", test_empty_store);
  g_test_add_func ("/compose/rfcs_are_the_last_theme", test_highlights);
  g_test_add_data_func ("/compose/real_mails_of_2025_10_01_are_counted_in_order", "2025-10-01", check_real_day);
  g_test_add_data_func ("/compose/real_mails_of_2025_10_10_are_counted_in_order", "2025-10-10", check_real_day);
  return g_test_run ();
}
