/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "support.h"

/* A topic for each of the words of `data` that stand in the title. */
static GArray *
classify (const NkAnnouncement *announcement, gconstpointer data)
{
  const char *const *words = data;
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (NkTopicMark));

  for (guint i = 0; words[i] != NULL; i++) {
    NkTopicMark mark = { words[i], 6 + i };

    if (strstr (announcement->title, words[i]) != NULL)
      g_array_append_val (marks, mark);
  }
  return marks;
}

static const char *const both[] = { "Lamp", "Fan", NULL };
static const char *const one[] = { "Fan", NULL };
static const NkClassifier first = { "first", classify, both };
static const NkClassifier second = { "second", classify, one };

static GString *
mbox_new (void)
{
  static const Mail mails[] = {
    { .document = "draft-example-a-00", .id = "late@example.org", .date = "Wed, 1 Oct 2025 12:00:00 +0000", .title = "Lamp" },
    { .document = "draft-example-b-00", .date = "Wed, 1 Oct 2025 13:00:00 +0000", .title = "Lamp and Fan" },
    { .document = "draft-example-c-00", .date = "Fri, 3 Oct 2025 12:00:00 +0000", .title = "Fan" },
    /* The same draft, earlier: it takes the place of the first, with another title. */
    { .document = "draft-example-a-00", .id = "early@example.org", .date = "Wed, 1 Oct 2025 08:00:00 +0000", .title = "Fan" },
  };
  GString *mbox = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (mails); i++)
    support_append (mbox, &mails[i]);
  return mbox;
}

static void
add (NkStore *store, const NkClassifier *classifier, const char *mailbox)
{
  g_autofree char *folder = support_folder ();
  g_autofree char *path = support_path (folder, "mbox");
  const char *paths[] = { path, NULL };
  NkImportOptions options = { .classifier = classifier };
  g_auto (NkImportReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  support_write (path, mailbox, -1);
  g_assert_true (nk_import_run (store, paths, &options, &report, &error));
  g_assert_no_error (error);
  support_remove (g_steal_pointer (&folder));
}

static NkStore *
store_new (const NkClassifier *classifier)
{
  g_autoptr (GString) mbox = mbox_new ();
  NkStore *store = nk_store_open_memory (NULL);

  add (store, classifier, mbox->str);
  return store;
}

static void
expect (NkStore *store, const NkClassifier *classifier, const char *from, const char *to, guint lamps, guint fans)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) counts = nk_query_topics (store, classifier, NK_KIND_INTERNET_DRAFT, support_day (from), support_day (to), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, "Lamp")), ==, lamps);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, "Fan")), ==, fans);
}

static void
expect_current (NkStore *store, const NkClassifier *classifier, gboolean wanted)
{
  gboolean are_current = !wanted;

  g_assert_true (nk_topics_are_current (store, classifier, &are_current, NULL));
  g_assert_true (are_current == wanted);
}

static void
expect_sound (NkStore *store)
{
  g_autoptr (GPtrArray) faults = nk_store_check (store, NULL);

  g_assert_cmpuint (faults->len, ==, 0);
}

static void
test_counts (void)
{
  g_autoptr (NkStore) store = store_new (&first);

  expect_current (store, &first, TRUE);
  expect (store, &first, "2025-10-01", "2025-10-03", 1, 3);
  expect (store, &first, "2025-10-01", "2025-10-02", 1, 2);
  expect (store, &first, "2025-10-02", "2025-10-02", 0, 0);
  expect (store, &first, "2025-10-03", "2025-10-01", 0, 0);
  expect_sound (store);
}

static void
test_stale (void)
{
  g_autoptr (NkStore) store = store_new (&first);

  /* What the store holds is of another table: the texts are asked. */
  expect_current (store, &second, FALSE);
  expect (store, &second, "2025-10-01", "2025-10-03", 0, 3);
  add (store, &second, "");
  expect_current (store, &second, TRUE);
  expect (store, &second, "2025-10-01", "2025-10-03", 0, 3);
  add (store, NULL, "");
  expect_current (store, NULL, TRUE);
  expect (store, &first, "2025-10-01", "2025-10-03", 1, 3);
  expect_sound (store);
}

static void
test_rebuild (void)
{
  g_autoptr (NkStore) store = store_new (NULL);
  NkImportOptions options = { .classifier = &first };
  g_auto (NkImportReport) report = { 0 };
  g_autofree char *built = NULL, *imported = NULL;
  g_autoptr (NkStore) other = store_new (&first);

  g_assert_true (nk_rebuild_run (store, &options, &report, NULL));
  expect_current (store, &first, TRUE);
  built = support_dump (store);
  imported = support_dump (other);
  g_assert_cmpstr (built, ==, imported);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/topic/counts_are_those_of_the_announcements_that_count", test_counts);
  g_test_add_func ("/topic/another_table_is_heeded_at_once_and_written_with_the_next_import", test_stale);
  g_test_add_func ("/topic/a_rebuild_finds_what_an_import_found", test_rebuild);
  return g_test_run ();
}
