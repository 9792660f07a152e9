/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "serve/search_index.h"

#include "ground/share.h"

#include <string.h>

#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

/* A document with no more than a name and a title. */
static NkCatalogued
document (const char *name, const char *title)
{
  return (NkCatalogued){ .kind = g_str_has_prefix (name, "rfc") ? NK_KIND_RFC : NK_KIND_INTERNET_DRAFT,
                         .name = name,
                         .title = title,
                         .authors = "",
                         .group_acronym = "",
                         .group_name = "",
                         .group_area = "",
                         .abstract = "",
                         .summary = "",
                         .topics = "",
                         .first = 100,
                         .last = 100 };
}

static NkTopicTable *
topics (void)
{
  GError *error = NULL;
  g_autofree char *path = nk_share_path ("topics.tsv", &error);
  NkTopicTable *table = nk_topic_table_load (path, &error);

  g_assert_no_error (error);
  return table;
}

static gboolean
keep (const char *name, GBytes *bytes, gpointer user_data, GError **error)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_true (g_hash_table_insert (user_data, g_strdup (name), g_strndup (data, length)));
  return TRUE;
}

/* The files of an index: name -> text. */
static GHashTable *
files_of (const NkCatalogued *documents, guint n)
{
  g_autoptr (NkTopicTable) table = topics ();
  g_autoptr (NkSearchIndex) index = nk_search_index_new (table);
  GHashTable *files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GError *error = NULL;

  for (guint i = 0; i < n; i++)
    g_assert_true (nk_search_index_add (index, &documents[i], &error));
  g_assert_true (nk_search_index_write (index, keep, files, &error));
  g_assert_no_error (error);
  return files;
}

static const char *
file (GHashTable *files, const char *name)
{
  const char *text = g_hash_table_lookup (files, name);

  g_assert_nonnull (text);
  return text;
}

/* The numbers behind `word` in the one file of words: those of names, then those of texts, parted by a bar. */
static char *
numbers_of (GHashTable *files, const char *word)
{
  g_autofree char *key = g_strdup_printf ("\"%s\":\"", word);
  const char *at = strstr (file (files, "search/data/w0.js"), key);
  g_autoptr (GString) text = g_string_new (NULL);
  int number = -1, difference = 0, weight = 1;

  if (at == NULL)
    return g_strdup ("");
  for (at += strlen (key); *at != '"'; at++) {
    int digit = (int)(strchr (LETTERS, *at) - LETTERS);

    if (*at == ' ') {
      g_string_append (text, "|");
      number = -1;
      continue;
    }
    difference += digit % 32 * weight;
    weight *= 32;
    if (digit >= 32)
      continue;
    number += difference;
    g_string_append_printf (text, "%s%d", text->len > 0 && text->str[text->len - 1] != '|' ? " " : "", number);
    difference = 0;
    weight = 1;
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define assert_numbers(files, word, expected)                                                                                              \
  G_STMT_START                                                                                                                             \
  {                                                                                                                                        \
    g_autofree char *found = numbers_of (files, word);                                                                                     \
                                                                                                                                           \
    g_assert_cmpstr (found, ==, expected);                                                                                                 \
  }                                                                                                                                        \
  G_STMT_END

static void
test_words (void)
{
  NkCatalogued documents[] = { document ("draft-ietf-tls-rose", "Roses, Early"), document ("rfc9901", "The Rosé of RFC 1"),
                               document ("draft-example-tulip", "Tulips") };
  g_autoptr (GHashTable) files = NULL;

  documents[0].authors = "Ada Beispiel\n葉山 茶一";
  documents[0].group_acronym = "tls";
  documents[0].group_area = "sec";
  documents[1].rfc_number = 9901;
  documents[1].abstract = "Roses of tls.";
  documents[2].abstract = "A rose.";
  documents[2].summary = "薔薇の署名";
  documents[2].topics = "pqc nosuchtopic";
  files = files_of (documents, G_N_ELEMENTS (documents));
  assert_numbers (files, "roses", "0|1");
  assert_numbers (files, "rose", "0 1|2");
  assert_numbers (files, "tls", "0|1");
  assert_numbers (files, "rfc", "1");
  assert_numbers (files, "9901", "1");
  assert_numbers (files, "rfc9901", "1");
  assert_numbers (files, "葉山", "0");
  assert_numbers (files, "山茶", "");
  assert_numbers (files, "薔薇", "|2");
  assert_numbers (files, "の署", "|2");
  assert_numbers (files, "署", "|2");
  assert_numbers (files, "author:beispiel", "0");
  assert_numbers (files, "author:茶一", "0");
  assert_numbers (files, "group:tls", "0");
  assert_numbers (files, "area:sec", "0");
  assert_numbers (files, "kind:draft", "0 2");
  assert_numbers (files, "topic:pqc", "2");
  assert_numbers (files, "耐量", "|2");
  assert_numbers (files, "topic:nosuchtopic", "");
  assert_numbers (files, "the", "");
  assert_numbers (files, "draft", "");
}

static void
test_large_differences (void)
{
  g_autoptr (GArray) documents = g_array_new (FALSE, FALSE, sizeof (NkCatalogued));
  g_autoptr (GHashTable) files = NULL;
  const char *about;

  for (guint i = 0; i < 1200; i++) {
    NkCatalogued one = document ("draft-example-many", i == 0 || i == 31 || i == 1199 ? "Rare" : "");

    g_array_append_val (documents, one);
  }
  files = files_of ((const NkCatalogued *)(void *)documents->data, documents->len);
  assert_numbers (files, "rare", "0 31 1199");
  about = file (files, "search/data/about.js");
  g_assert_nonnull (strstr (about, "\"documents\":1200,"));
  g_assert_nonnull (file (files, "search/data/d9.js"));
  g_assert_null (g_hash_table_lookup (files, "search/data/d10.js"));
}

/* Nothing of a stranger ends a string, an element or a line of a script. */
static void
test_hostile (void)
{
  NkCatalogued documents[]
      = { document ("draft-example-hostile", "</script><script>alert(1)</script>\" \\ '`\xe2\x80\xa8\xe2\x80\xa9<!--\x01&"),
          document ("../../etc/passwd", "no such name") };
  g_autoptr (GHashTable) files = NULL;
  GHashTableIter iter;
  gpointer name, text;

  documents[0].authors = "\");alert(1)//\nO'Neill";
  documents[0].group_acronym = "../x";
  documents[0].abstract = "__proto__ constructor </script>";
  files = files_of (documents, G_N_ELEMENTS (documents));
  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &name, &text)) {
    g_assert_true (g_str_has_prefix (name, NK_SEARCH_INDEX_FOLDER));
    g_assert_null (strpbrk (text, "<>&'`\x01"));
    g_assert_null (strstr (text, "\xe2\x80\xa8"));
    g_assert_null (strstr (text, "\xe2\x80\xa9"));
    g_assert_null (strstr (text, "\");alert"));
    g_assert_true (g_str_has_prefix (text, "nikkanSearch(\""));
    g_assert_true (g_str_has_suffix (text, ")\n"));
  }
  g_assert_nonnull (strstr (file (files, "search/data/d0.js"), "\\u003c/script\\u003e\\u003cscript\\u003ealert(1)"));
  g_assert_nonnull (strstr (file (files, "search/data/d0.js"), "\\u2028\\u2029"));
  g_assert_null (strstr (file (files, "search/data/d0.js"), "passwd"));
}

static NkCatalogued
numbered (guint i, GStringChunk *chunk)
{
  g_autofree char *name = g_strdup_printf ("draft-example-n%u", i), *title = g_strdup_printf ("Number %u of W%u", i, i * 7919 % 5000);

  return document (g_string_chunk_insert (chunk, name), g_string_chunk_insert (chunk, title));
}

/* The same documents give the same files; one more document changes few of them. */
static void
test_stable (void)
{
  g_autoptr (GStringChunk) chunk = g_string_chunk_new (4096);
  g_autoptr (GArray) documents = g_array_new (FALSE, FALSE, sizeof (NkCatalogued));
  g_autoptr (GHashTable) one = NULL, again = NULL, more = NULL;
  GHashTableIter iter;
  gpointer name, text;
  guint n_changed = 0;

  for (guint i = 0; i < 5000; i++) {
    NkCatalogued document = numbered (i, chunk);

    g_array_append_val (documents, document);
  }
  one = files_of ((const NkCatalogued *)(void *)documents->data, 4999);
  again = files_of ((const NkCatalogued *)(void *)documents->data, 4999);
  more = files_of ((const NkCatalogued *)(void *)documents->data, 5000);
  g_assert_cmpuint (g_hash_table_size (one), ==, g_hash_table_size (more));
  g_hash_table_iter_init (&iter, one);
  while (g_hash_table_iter_next (&iter, &name, &text)) {
    g_assert_cmpstr (text, ==, file (again, name));
    n_changed += strcmp (text, file (more, name)) != 0;
  }
  g_assert_cmpuint (n_changed, >=, 3);
  g_assert_cmpuint (n_changed, <=, 12);
}

static void
test_empty (void)
{
  g_autoptr (GHashTable) files = files_of (NULL, 0);

  g_assert_cmpstr (file (files, "search/data/w0.js"), ==, "nikkanSearch(\"w0\",{})\n");
  g_assert_cmpuint (g_hash_table_size (files), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search_index/words_are_kept_apart_by_where_they_stand", test_words);
  g_test_add_func ("/search_index/numbers_far_apart_come_back", test_large_differences);
  g_test_add_func ("/search_index/words_of_strangers_stay_inside_of_strings", test_hostile);
  g_test_add_func ("/search_index/the_same_documents_give_the_same_files_and_one_more_changes_few", test_stable);
  g_test_add_func ("/search_index/nothing_gives_an_index_of_nothing", test_empty);
  return g_test_run ();
}
