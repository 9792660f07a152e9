/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* A query, and behind the first line end a text to search. Promises: a query is refused with a reason, or has one spelling, which is short, clean, and its own; the full text, asked
 * with it, finds the text exactly if all words that must be there stand in it and none of the others, as the marks of snippets see it. */
#include "fuzz.h"

#include "ground/utf8.h"
#include "store/search_private.h"
#include "store/tokenizer.h"

/* What the full text is asked with: one table in memory, for all runs. */
typedef struct {
  sqlite3 *db;
  sqlite3_stmt *insert, *find, *clear;
} Index;

static gpointer
make_index (gpointer data)
{
  Index *index = g_new0 (Index, 1);

  (void)data;
  g_assert_cmpint (sqlite3_open (":memory:", &index->db), ==, SQLITE_OK);
  g_assert_cmpint (nk_tokenizer_register (index->db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (index->db, "CREATE VIRTUAL TABLE texts USING fts5 (authors, tokenize = 'nikkan')", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (index->db, "INSERT INTO texts (rowid, authors) VALUES (1, ?)", -1, &index->insert, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (index->db, "SELECT count(*) FROM texts WHERE texts MATCH ?", -1, &index->find, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (index->db, "DELETE FROM texts", -1, &index->clear, NULL), ==, SQLITE_OK);
  return index;
}

static gboolean
finds (const char *match, const char *text)
{
  static GOnce once = G_ONCE_INIT;
  Index *index = g_once (&once, make_index, NULL);
  gboolean is_found;

  sqlite3_bind_text (index->insert, 1, text, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (index->insert), ==, SQLITE_DONE);
  sqlite3_reset (index->insert);
  sqlite3_bind_text (index->find, 1, match, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (index->find), ==, SQLITE_ROW);
  is_found = sqlite3_column_int (index->find, 0) == 1;
  sqlite3_reset (index->find);
  g_assert_cmpint (sqlite3_step (index->clear), ==, SQLITE_DONE);
  sqlite3_reset (index->clear);
  return is_found;
}

static gboolean
any_stands (const GPtrArray *words, const char *text)
{
  for (guint i = 0; i < words->len; i++)
    if (nk_search_text_has (words->pdata[i], FALSE, text))
      return TRUE;
  return FALSE;
}

/* Whether the text has a term that must be there, or (`is_negative`) must not; `all`: every such term. */
static gboolean
terms_stand (const NkSearchQuery *query, gboolean is_negative, const char *text)
{
  gboolean all = !is_negative;

  for (guint i = 0; i < query->terms->len; i++) {
    const NkSearchTerm *term = &g_array_index (query->terms, NkSearchTerm, i);

    if (term->is_negative == is_negative && nk_search_text_has (term->words, term->is_prefix, text) != all)
      return !all;
  }
  return all;
}

static void
check_found (const NkSearchQuery *query, const char *text)
{
  g_autofree char *match = nk_search_query_match (query), *match_not = nk_search_query_match_not (query);
  const GPtrArray *authors = query->values[NK_SEARCH_AUTHOR];

  if (match != NULL)
    g_assert_cmpint (finds (match, text), ==, terms_stand (query, FALSE, text) && (authors->len == 0 || any_stands (authors, text)));
  if (match_not != NULL)
    g_assert_cmpint (finds (match_not, text), ==, terms_stand (query, TRUE, text));
}

static void
check_marks (const NkSearchQuery *query, const char *text)
{
  g_autofree char *line = nk_utf8_one_line (text);
  guint n_marks = 0, n_some = 0;
  g_autoptr (GArray) all = nk_search_mark (query, text, 0, &n_marks), some = nk_search_mark (query, text, 40, &n_some);
  g_autoptr (GString) together = g_string_new (NULL);
  gsize n_bytes = 0;

  for (guint i = 0; i < all->len; i++)
    g_string_append (together, g_array_index (all, NkSearchPart, i).text);
  g_assert_cmpstr (together->str, ==, line);
  for (guint i = 0; i < some->len; i++) {
    nk_fuzz_check_clean (g_array_index (some, NkSearchPart, i).text, FALSE, 4096);
    n_bytes += strlen (g_array_index (some, NkSearchPart, i).text);
  }
  g_assert_cmpuint (n_bytes, <=, 1100);
  g_assert_true (n_some <= n_marks && (n_marks == 0) == (n_some == 0));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  NkSlice rest = nk_slice ((const char *)data, size), line = { NULL, 0 };
  gboolean has_line = nk_slice_next_line (&rest, &line);
  g_autofree char *asked = has_line ? nk_slice_dup (line) : g_strdup (""), *text = nk_utf8_repair (rest);
  g_autoptr (GError) error = NULL;
  g_autoptr (NkSearchQuery) query = nk_search_query_parse (asked, NULL, &error), again = NULL;

  g_assert_true ((query == NULL) == (error != NULL));
  if (query == NULL) {
    g_assert_error (error, NK_ERROR, NK_ERROR_INPUT);
    return 0;
  }
  nk_fuzz_check_clean (nk_search_query_text (query), FALSE, NK_SEARCH_MAX_BYTES);
  again = nk_search_query_parse (nk_search_query_text (query), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (nk_search_query_text (again), ==, nk_search_query_text (query));
  check_found (query, text);
  check_marks (query, text);
  return 0;
}
