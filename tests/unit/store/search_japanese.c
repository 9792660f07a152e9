/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Japanese is found exactly where a scan of the texts finds it. */
#include "store/search.h"
#include "store/store_private.h"
#include "store/summary_row.h"
#include "support.h"

#define N_DOCUMENTS 300
#define N_QUERIES 1500
#define ROOM 600 /* bytes of one text, at most */

/* Few characters, so that words come again and again; with other forms of the same, signs and Latin words between them. */
static const char *const pieces[] = { "認", "証", "方", "式", "鍵", "の", "が", "か", "ガ", "カ", "ー", "ッ", "々", "通", "信", "ｶ", "ｶﾞ", "か\xe3\x82\x99", "、", "。", "・",
                                      " ", "　", "TLS", "ＱＵＩＣ", "1.3", "(", ")", "한", "𠮷", "葛\xf3\xa0\x84\x80" };

static char *
invent_text (void)
{
  g_autoptr (GString) text = g_string_new ("本書");

  for (gint n = g_test_rand_int_range (5, 60); n > 0; n--) {
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
    if (text->len > ROOM)
      break;
  }
  return g_strdup (text->str);
}

/* NFKC, without what chooses the form of a glyph. */
static char *
normal (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_auto (GStrv) parts = g_strsplit (composed, "\xf3\xa0\x84\x80", -1);

  return g_strjoinv ("", parts);
}

static gint64
id_of (NkStore *store, guint number)
{
  g_autofree char *name = g_strdup_printf ("draft-example-nihongo%u", number);
  g_autoptr (GPtrArray) stored = nk_query_document (store, name, NULL);

  g_assert_cmpuint (stored->len, ==, 1);
  return ((const NkStored *)stored->pdata[0])->id;
}

static void
keep_summary (NkStore *store, gint64 id, const char *text, gboolean is_quoted)
{
  NkSummaryRow row = { .announcement_id = id,
                       .stamp = 1,
                       .engine = (char *)"gloss",
                       .confidence = 50,
                       .is_quoted = is_quoted,
                       .text = (char *)text,
                       .sources = (char *)"" };
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GError *error = NULL;

  g_ptr_array_add (rows, &row);
  nk_summary_rows_write (store, "ja", rows, &error);
  g_assert_no_error (error);
}

static NkStore *
store_of_documents (guint n, char **abstracts)
{
  g_autoptr (GString) mbox = g_string_new (NULL);

  for (guint i = 0; i < n; i++) {
    g_autofree char *document = g_strdup_printf ("draft-example-nihongo%u-00", i);
    g_autofree char *date = g_strdup_printf ("Wed, %u Oct 2025 %02u:%02u:00 +0000", 1 + i / 1440, i / 60 % 24, i % 60);
    Mail mail = { .document = document, .date = date, .title = "A Title", .abstract = abstracts != NULL ? abstracts[i] : NULL };

    support_append (mbox, &mail);
  }
  return support_store_of (mbox->str);
}

static void
check_index (NkStore *store)
{
  g_autoptr (GPtrArray) faults = nk_store_check (store, NULL);

  for (guint i = 0; i < faults->len; i++)
    g_error ("%s", (const char *)faults->pdata[i]);
}

/* The documents, newest first, that hold what is asked for. */
static char *
scan (char **texts, const char *wanted)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = N_DOCUMENTS; i > 0; i--)
    if (strstr (texts[i - 1], wanted) != NULL || strstr (texts[N_DOCUMENTS + i - 1], wanted) != NULL)
      g_string_append_printf (names, "%sdraft-example-nihongo%u-00", names->len > 0 ? " " : "", i - 1);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* Up to six characters of one run of some text; NULL if the place is none. */
static char *
choose_query (char **texts)
{
  const char *text = texts[g_test_rand_int_range (0, 2 * N_DOCUMENTS)];
  const char *at = g_utf8_offset_to_pointer (text, g_test_rand_int_range (0, (gint32)g_utf8_strlen (text, -1))), *end = at;

  for (gint n = g_test_rand_int_range (1, 7); n > 0 && g_utf8_get_char (end) >= 0x3005 && g_utf8_get_char (end) != 0x30fb; n--)
    end = g_utf8_next_char (end);
  return end > at ? g_strndup (at, (gsize)(end - at)) : NULL;
}

static void
test_recall (void)
{
  g_auto (GStrv) texts = g_new0 (char *, 2 * N_DOCUMENTS + 1);
  g_auto (GStrv) normals = g_new0 (char *, 2 * N_DOCUMENTS + 1);
  g_autoptr (NkStore) store = NULL;
  guint n_asked = 0, n_found = 0, n_of_length[7] = { 0 };

  for (guint i = 0; i < 2 * N_DOCUMENTS; i++) {
    texts[i] = invent_text ();
    normals[i] = normal (texts[i]);
  }
  store = store_of_documents (N_DOCUMENTS, texts);
  for (guint i = 0; i < N_DOCUMENTS; i++)
    keep_summary (store, id_of (store, i), texts[N_DOCUMENTS + i], FALSE);
  check_index (store);
  while (n_asked < N_QUERIES) {
    g_autofree char *query = choose_query (normals), *got = NULL, *expected = NULL;

    if (query == NULL)
      continue;
    /* A page holds a hundred; what is in more is too common to tell anything. */
    expected = scan (normals, query);
    got = support_search (store, query, NK_SEARCH_MAX_PAGE);
    if (strlen (got) < strlen (expected) ? !g_str_has_prefix (expected, got) || *got == '\0' : strcmp (got, expected) != 0)
      g_error ("%s: found %s, there are %s", query, got, expected);
    n_asked++;
    n_found += *got != '\0';
    n_of_length[g_utf8_strlen (query, -1)]++;
  }
  g_test_message ("%u queries, of one character %u, two %u, three %u, more %u; found %u", n_asked, n_of_length[1], n_of_length[2], n_of_length[3],
                  n_of_length[4] + n_of_length[5] + n_of_length[6], n_found);
  g_assert_cmpuint (n_found, ==, n_asked);
  g_assert_cmpuint (MIN (n_of_length[1], n_of_length[2]), >, 100);
}

static void
test_summary (void)
{
  g_autoptr (NkStore) store = store_of_documents (3, NULL);
  g_autofree char *before = support_search (store, "端末", 9), *first = NULL, *second = NULL, *gone = NULL, *both = NULL, *quoted = NULL, *found = NULL;
  gint64 id = id_of (store, 1);

  keep_summary (store, id, "端末の認証を定める。", FALSE);
  first = support_search (store, "端末", 9);
  both = support_search (store, "認証 \"a title\" nihongo1", 9);
  check_index (store);
  keep_summary (store, id, "利用者の認証を定める。", FALSE);
  second = support_search (store, "利用", 9);
  gone = support_search (store, "端末", 9);
  check_index (store);
  keep_summary (store, id, "A quoted sentence on walruses.", TRUE);
  quoted = support_search (store, "walruses", 9);
  found = support_search (store, "nihongo1", 9);
  check_index (store);
  g_assert_cmpstr (before, ==, "");
  g_assert_cmpstr (first, ==, "draft-example-nihongo1-00");
  g_assert_cmpstr (both, ==, first);
  g_assert_cmpstr (second, ==, first);
  g_assert_cmpstr (gone, ==, "");
  g_assert_cmpstr (quoted, ==, "");
  g_assert_cmpstr (found, ==, first);
}

/* The announcement moves to another mail, and its summary goes. */
static void
test_replaced (void)
{
  static const Mail late = { .document = "draft-example-nihongo0-00", .id = "late@example.org", .date = "Thu, 2 Oct 2025 00:00:00 +0000" };
  static const Mail early = { .document = "draft-example-nihongo0-00", .id = "early@example.org", .date = "Wed, 1 Oct 2025 00:00:00 +0000" };
  g_autoptr (GString) first = g_string_new (NULL), second = g_string_new (NULL);
  g_autoptr (NkStore) store = NULL;
  g_autofree char *found = NULL, *gone = NULL;

  support_append (first, &late);
  support_append (second, &early);
  store = support_store_of (first->str);
  keep_summary (store, id_of (store, 0), "端末の認証を定める。", FALSE);
  support_add (store, second->str);
  found = support_search (store, "nihongo0", 9);
  gone = support_search (store, "端末", 9);
  check_index (store);
  g_assert_cmpstr (found, ==, "draft-example-nihongo0-00");
  g_assert_cmpstr (gone, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search_japanese/it_is_found_where_a_scan_finds_it", test_recall);
  g_test_add_func ("/search_japanese/a_summary_is_found_while_it_is_kept", test_summary);
  g_test_add_func ("/search_japanese/a_summary_goes_with_its_announcement", test_replaced);
  return g_test_run ();
}
