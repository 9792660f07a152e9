/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/query_catalogue.h"
#include "store/query_list.h"
#include "support.h"

static NkStore *
sample (void)
{
  static const Mail mails[] = {
    { .document = "draft-ietf-tls-rose-05", .date = "Mon, 29 Sep 2025 10:00:00 +0000", .title = "Roses, Early" },
    { .document = "draft-ietf-tls-rose-06", .date = "Tue, 30 Sep 2025 10:00:00 +0000", .title = "Roses" },
    { .document = "draft-example-tulip-03", .date = "Wed, 1 Oct 2025 11:00:00 +0000" },
    { .document = "draft-example-night-00", .date = "Wed, 1 Oct 2025 17:30:00 -0700" },
  };
  g_autoptr (GString) mbox = g_string_new (NULL);
  g_autofree char *rfc = support_rfc ("rfc@example.org", "Thu, 2 Oct 2025 12:00:00 +0000", "ietf-announce.ietf.org");

  for (guint i = 0; i < G_N_ELEMENTS (mails); i++)
    support_append (mbox, &mails[i]);
  g_string_append (mbox, rfc);
  return support_store_of (mbox->str);
}

static char *
names (NkStore *store, NkListBy by, const char *key, const char *from, const char *to, guint limit)
{
  NkListQuery query = { .by = by, .key = key, .from = support_day (from), .to = support_day (to), .documents = TRUE, .limit = limit };
  GError *error = NULL;
  g_autoptr (GPtrArray) listed = nk_query_list (store, &query, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < listed->len; i++) {
    const NkListed *one = listed->pdata[i];

    g_string_append_printf (text, "%s%s%s%s", i > 0 ? " " : "", one->name, *one->revision != '\0' ? "-" : "", one->revision);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_days (void)
{
  g_autoptr (NkStore) store = sample ();
  g_autofree char *two = names (store, NK_LIST_ALL, NULL, "2025-09-30", "2025-10-01", 100);
  g_autofree char *one = names (store, NK_LIST_ALL, NULL, "2025-09-01", "2025-10-31", 1);

  g_assert_cmpstr (two, ==, "draft-example-tulip-03 draft-ietf-tls-rose-06");
  g_assert_cmpstr (one, ==, "rfc9901");
}

static void
test_author (void)
{
  g_autoptr (NkStore) store = sample ();
  GError *error = NULL;
  g_autoptr (GPtrArray) keys = nk_query_list_keys (store, NK_LIST_AUTHOR, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (keys->len, >, 0);
  for (guint i = 0; i < keys->len; i++) {
    const NkListKey *key = keys->pdata[i];
    NkListQuery query
        = { .by = NK_LIST_AUTHOR, .key = key->key, .from = support_day ("2025-09-01"), .to = support_day ("2025-10-31"), .limit = 100 };
    g_autoptr (GPtrArray) listed = nk_query_list (store, &query, &error);
    g_autoptr (GArray) days = nk_query_list_days (store, &query, &error);
    guint n = 0;

    g_assert_no_error (error);
    g_assert_cmpuint (listed->len, ==, key->n);
    for (guint k = 0; k < days->len; k++)
      n += g_array_index (days, NkDayCount, k).internet_drafts + g_array_index (days, NkDayCount, k).rfcs;
    g_assert_cmpuint (n, ==, key->n);
  }
}

static void
test_nobody (void)
{
  g_autoptr (NkStore) store = sample ();
  g_autofree char *nobody = names (store, NK_LIST_AUTHOR, "no-such-person", "2025-09-01", "2025-10-31", 9);
  g_autofree char *no_group = names (store, NK_LIST_GROUP, "nosuch", "2025-09-01", "2025-10-31", 9);

  g_assert_cmpstr (nobody, ==, "");
  g_assert_cmpstr (no_group, ==, "");
}

static void
test_keys (void)
{
  g_autoptr (NkStore) store = sample ();
  GError *error = NULL;
  g_autoptr (GPtrArray) documents = nk_query_list_keys (store, NK_LIST_ALL, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < documents->len; i++)
    g_string_append_printf (text, "%s %u;", ((const NkListKey *)documents->pdata[i])->key, ((const NkListKey *)documents->pdata[i])->n);
  g_assert_cmpstr (text->str, ==, "draft-example-night 1;draft-example-tulip 1;draft-ietf-tls-rose 2;rfc9901 1;");
}

static void
test_generation (void)
{
  g_autofree char *folder = support_folder (), *path = support_path (folder, "nikkan.db");
  GError *error = NULL;
  g_autoptr (NkStore) writer = nk_store_open (path, NK_STORE_WRITE, &error);
  g_autoptr (NkStore) reader = nk_store_open (path, NK_STORE_READ, &error);
  gint64 before = 0, same = 0, after = 0;

  g_assert_no_error (error);
  g_assert_true (nk_query_generation (reader, &before, &error) && nk_query_generation (reader, &same, &error));
  g_assert_true (nk_note_set (writer, support_day ("2025-10-01"), "ja", "words", &error));
  g_assert_true (nk_query_generation (reader, &after, &error));
  g_assert_cmpint (before, ==, same);
  g_assert_cmpint (before, !=, after);
  g_clear_pointer (&reader, nk_store_free);
  g_clear_pointer (&writer, nk_store_free);
  support_remove (g_steal_pointer (&folder));
}

static gboolean
note_document (const NkCatalogued *document, gpointer user_data, GError **error)
{
  g_autofree char *first = nk_day_format (document->first), *last = nk_day_format (document->last);

  g_string_append_printf (user_data, "%s %s %s %s\n", document->name, first, last, document->title);
  return strcmp (document->name, "draft-example-night") != 0 || error == NULL
         || (g_set_error (error, NK_ERROR, NK_ERROR_LIMIT, "enough"), FALSE);
}

static void
test_catalogue (void)
{
  g_autoptr (NkStore) store = sample ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (nk_query_catalogue (store, support_day ("2025-10-01"), note_document, text, NULL));
  g_assert_true (g_str_has_prefix (text->str, "draft-ietf-tls-rose 2025-09-29 2025-09-30 Roses\n"
                                              "draft-example-tulip 2025-10-01 2025-10-01 "));
  g_assert_null (strstr (text->str, "rfc9901"));
  g_string_truncate (text, 0);
  g_assert_false (nk_query_catalogue (store, support_day ("2025-10-31"), note_document, text, &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_LIMIT);
  g_assert_true (nk_query_catalogue (store, support_day ("2025-10-31"), note_document, text, NULL));
  g_assert_nonnull (strstr (text->str, "rfc9901 2025-10-02 2025-10-02 "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list/of_some_days_is_newest_first_and_keeps_its_limit", test_days);
  g_test_add_func ("/list/of_each_author_holds_what_the_list_of_authors_counts", test_author);
  g_test_add_func ("/list/of_a_stranger_is_empty", test_nobody);
  g_test_add_func ("/list/keys_of_documents_are_names_without_revisions", test_keys);
  g_test_add_func ("/list/a_generation_changes_when_another_connection_writes", test_generation);
  g_test_add_func ("/list/a_catalogue_has_each_document_once_as_it_was_announced_last", test_catalogue);
  return g_test_run ();
}
