/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* search-times text DATABASE FILE: writes the texts that are searched (names, titles, authors, abstracts) into a file for grep.
 * search-times ask DATABASE QUERIES: asks each line `CLASS TAB QUERY` of a file in this process, three times newest first, three times ranked and three times with facets,
 * and prints for each `CLASS newest|ranked|facets MS`: the least processor time of three.
 * search-times grep FILE QUERIES: counts the lines of the file with the word or phrase of every third query with `grep -ic`, and prints for each `CLASS MS` of processor time.
 * search-times recall DATABASE NUMBER: takes so many pieces of one to six characters out of the Japanese summaries, asks for each, and prints
 * `PIECES EXACT OF_ONE OF_TWO SUMMARIES`: how many were found exactly as often as a scan of all summaries finds them.
 * search-times choose DATABASE QUERIES: writes such queries, chosen by a fixed seed from the words of the database, 45 in each of seven classes. */
#include "store/search.h"
#include "store/tokenizer.h"
#include "store/word.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define N_OF_CLASS 45
#define MAX_TRIES 1000000
#define PAGE 20

static G_NORETURN void
fail (const char *what)
{
  g_printerr ("search-times: %s\n", what);
  exit (1);
}

static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static sqlite3_stmt *
select_texts (const char *path, sqlite3 **ret_db)
{
  sqlite3_stmt *texts = NULL;

  if (sqlite3_open_v2 (path, ret_db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK
      || sqlite3_prepare_v2 (*ret_db, "SELECT name, title, ifnull (authors, ''), abstract FROM announcement ORDER BY id", -1, &texts, NULL)
             != SQLITE_OK)
    fail (path);
  return texts;
}

static void
write_texts (const char *path, const char *file)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *texts = select_texts (path, &db);
  FILE *out = fopen (file, "w");

  if (out == NULL)
    fail (file);
  while (sqlite3_step (texts) == SQLITE_ROW)
    for (int i = 0; i < 4; i++)
      fprintf (out, "%s\n", (const char *)sqlite3_column_text (texts, i));
  if (fclose (out) != 0)
    fail (file);
  sqlite3_finalize (texts);
  sqlite3_close (db);
}

/* --- choosing */

typedef struct {
  GHashTable *counts; /* word -> number of texts */
  GPtrArray *words;   /* char *, in the order in which they came */
  GPtrArray *pairs;   /* char *: two neighbours of some texts */
  guint n_texts;
} Vocabulary;

static void
count_text (Vocabulary *vocabulary, GHashTable *seen, const char *text, gboolean wants_pair)
{
  NkWordScan scan;
  NkWord word;
  g_autofree char *before = NULL;

  nk_word_scan_begin (&scan, nk_slice_text (text));
  while (nk_word_scan_next (&scan, &word)) {
    char *copy = g_strndup (word.text, word.length);
    gpointer key = NULL, n = NULL;

    if (!g_hash_table_lookup_extended (vocabulary->counts, copy, &key, &n)) {
      key = g_strdup (copy);
      g_ptr_array_add (vocabulary->words, key);
    }
    if (g_hash_table_add (seen, key))
      g_hash_table_insert (vocabulary->counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (n) + 1));
    if (wants_pair && before != NULL)
      g_ptr_array_add (vocabulary->pairs, g_strconcat ("\"", before, " ", copy, "\"", NULL));
    g_free (before);
    before = copy;
  }
}

static void
read_vocabulary (const char *path, Vocabulary *vocabulary)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *texts = select_texts (path, &db);

  while (sqlite3_step (texts) == SQLITE_ROW) {
    g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

    for (int i = 0; i < 4; i++)
      count_text (vocabulary, seen, (const char *)sqlite3_column_text (texts, i), i == 3 && vocabulary->n_texts % 512 == 0);
    vocabulary->n_texts++;
  }
  sqlite3_finalize (texts);
  sqlite3_close (db);
}

/* Some word that stands in `least` to `most` texts of a thousand, at least in one. */
static const char *
choose_word (const Vocabulary *vocabulary, GRand *random, double least, double most)
{
  for (guint i = 0; i < MAX_TRIES; i++) {
    const char *word = vocabulary->words->pdata[g_rand_int_range (random, 0, (gint32)vocabulary->words->len)];
    double n = GPOINTER_TO_UINT (g_hash_table_lookup (vocabulary->counts, word)) * 1000.0 / vocabulary->n_texts;

    if (n >= least && n <= most && strlen (word) >= 3)
      return word;
  }
  fail ("the texts have no such words");
}

static void
choose (const char *path, const char *file)
{
  Vocabulary vocabulary = { g_hash_table_new (g_str_hash, g_str_equal), g_ptr_array_new (), g_ptr_array_new (), 0 };
  GRand *random = g_rand_new_with_seed (7);
  FILE *out = fopen (file, "w");

  if (out == NULL)
    fail (file);
  read_vocabulary (path, &vocabulary);
  for (guint i = 0; i < N_OF_CLASS; i++) {
    const char *middle = choose_word (&vocabulary, random, 1, 30), *common = choose_word (&vocabulary, random, 100, 1000);

    fprintf (out, "rare\t%s\n", choose_word (&vocabulary, random, 0, 0.03));
    fprintf (out, "middle\t%s\n", middle);
    fprintf (out, "common\t%s\n", common);
    fprintf (out, "common and middle\t%s %s\n", common, middle);
    fprintf (out, "two common\t%s %s\n", common, choose_word (&vocabulary, random, 100, 1000));
    fprintf (out, "phrase\t%s\n", (const char *)vocabulary.pairs->pdata[g_rand_int_range (random, 0, (gint32)vocabulary.pairs->len)]);
    fprintf (out, "prefix\t%.4s*\n", choose_word (&vocabulary, random, 0.1, 300));
  }
  if (fclose (out) != 0)
    fail (file);
}

/* --- asking */

static double
ask (NkStore *store, const NkSearchQuery *query, NkSearchOrder order, gboolean counts)
{
  NkSearchOptions options
      = { .query = query, .order = order, .limit = PAGE, .counts = counts, .language = "en", .today = nk_day (2099, 1, 1) };
  double least_ms = G_MAXDOUBLE;

  for (guint i = 0; i < 3; i++) {
    double start_ms = now_ms ();
    g_autoptr (NkSearchResult) result = nk_search_run (store, &options, NULL);

    if (result == NULL)
      fail ("no answer");
    least_ms = MIN (least_ms, now_ms () - start_ms);
  }
  return least_ms;
}

static void
ask_all (const char *path, char **lines)
{
  g_autoptr (NkStore) store = nk_store_open (path, NK_STORE_READ, NULL);

  if (store == NULL)
    fail (path);
  for (; *lines != NULL && **lines != '\0'; lines++) {
    g_auto (GStrv) parts = g_strsplit (*lines, "\t", 2);
    g_autoptr (NkSearchQuery) query = nk_search_query_parse (parts[1], NULL, NULL);

    if (query == NULL)
      fail (parts[1]);
    g_print ("%s\tnewest\t%.4f\n", parts[0], ask (store, query, NK_SEARCH_NEWEST, FALSE));
    g_print ("%s\tranked\t%.4f\n", parts[0], ask (store, query, NK_SEARCH_RANKED, FALSE));
    g_print ("%s\tfacets\t%.4f\n", parts[0], ask (store, query, NK_SEARCH_NEWEST, TRUE));
  }
}

static double
grep (const char *file, const char *word)
{
  const char *arguments[] = { "grep", "-ic", "--", word, file, NULL };
  struct rusage usage;
  int pipe_ends[2], status;
  pid_t child = pipe (pipe_ends) == 0 ? fork () : -1;

  if (child == 0) {
    /* Not /dev/null: grep ends with the first match there. */
    if (dup2 (pipe_ends[1], STDOUT_FILENO) >= 0)
      execvp (arguments[0], (char *const *)arguments);
    _exit (127);
  }
  if (child < 0 || wait4 (child, &status, 0, &usage) != child || !WIFEXITED (status) || WEXITSTATUS (status) > 1)
    fail ("grep failed");
  close (pipe_ends[0]);
  close (pipe_ends[1]);
  return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 + (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

/* What grep looks for: one word of several, a phrase without its quotes, a beginning without its star. */
static void
grep_all (const char *file, char **lines)
{
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i += 3) {
    const char *query = strchr (lines[i], '\t') + 1;
    g_autofree char *word = *query == '"' ? g_strndup (query + 1, strlen (query) - 2) : g_strndup (query, strcspn (query, " *"));

    g_print ("%.*s\t%.4f\n", (int)(query - 1 - lines[i]), lines[i], grep (file, word));
  }
}

/* --- recall */

static GPtrArray *
read_summaries (const char *path)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  sqlite3 *db = NULL;
  sqlite3_stmt *rows = NULL;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK
      || sqlite3_prepare_v2 (db, "SELECT text FROM summary WHERE language = 'ja' AND is_quoted = 0", -1, &rows, NULL) != SQLITE_OK)
    fail (path);
  while (sqlite3_step (rows) == SQLITE_ROW)
    g_ptr_array_add (texts, g_utf8_normalize ((const char *)sqlite3_column_text (rows, 0), -1, G_NORMALIZE_ALL_COMPOSE));
  sqlite3_finalize (rows);
  sqlite3_close (db);
  return texts;
}

/* Up to six characters of one run of Japanese; NULL if there is none at the place. */
static char *
choose_piece (const GPtrArray *texts, GRand *random)
{
  const char *text = texts->pdata[g_rand_int_range (random, 0, (gint32)texts->len)];
  const char *at = g_utf8_offset_to_pointer (text, g_rand_int_range (random, 0, (gint32)g_utf8_strlen (text, -1))), *end = at;

  for (gint n = g_rand_int_range (random, 1, 7);
       n > 0 && g_utf8_get_char (end) >= 0x3041 && g_utf8_get_char (end) < 0xa000 && g_utf8_get_char (end) != 0x30fb; n--)
    end = g_utf8_next_char (end);
  return end > at ? g_strndup (at, (gsize)(end - at)) : NULL;
}

static guint
count_found (NkStore *store, const char *piece)
{
  g_autoptr (NkSearchQuery) query = nk_search_query_parse (piece, NULL, NULL);
  NkSearchOptions options = { .query = query, .counts = TRUE, .language = "ja", .today = nk_day (2099, 1, 1) };
  g_autoptr (NkSearchResult) result = query != NULL ? nk_search_run (store, &options, NULL) : NULL;

  if (result == NULL)
    fail ("no answer");
  return result->total;
}

static void
recall (const char *path, guint n_pieces)
{
  g_autoptr (GPtrArray) texts = read_summaries (path);
  g_autoptr (NkStore) store = nk_store_open (path, NK_STORE_READ, NULL);
  GRand *random = g_rand_new_with_seed (11);
  guint n_exact = 0, n_one = 0, n_two = 0, n = 0;

  if (store == NULL || texts->len == 0)
    fail ("there are no summaries");
  while (n < n_pieces) {
    g_autofree char *piece = choose_piece (texts, random);
    guint n_there = 0;

    if (piece == NULL)
      continue;
    for (guint i = 0; i < texts->len; i++)
      n_there += strstr (texts->pdata[i], piece) != NULL;
    n_exact += count_found (store, piece) == MIN (n_there, NK_SEARCH_MAX_COUNTED);
    n_one += g_utf8_strlen (piece, -1) == 1;
    n_two += g_utf8_strlen (piece, -1) == 2;
    n++;
  }
  g_print ("%u %u %u %u %u\n", n, n_exact, n_one, n_two, texts->len);
}

int
main (int argc, char **argv)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (argc != 4)
    fail ("text DATABASE FILE | choose DATABASE QUERIES | ask DATABASE QUERIES | grep FILE QUERIES | recall DATABASE NUMBER");
  if (strcmp (argv[1], "recall") == 0)
    recall (argv[2], (guint)strtoul (argv[3], NULL, 10));
  else if (strcmp (argv[1], "text") == 0)
    write_texts (argv[2], argv[3]);
  else if (strcmp (argv[1], "choose") == 0)
    choose (argv[2], argv[3]);
  else if (!g_file_get_contents (argv[3], &text, NULL, NULL))
    fail (argv[3]);
  else {
    lines = g_strsplit (text, "\n", -1);
    if (strcmp (argv[1], "ask") == 0)
      ask_all (argv[2], lines);
    else
      grep_all (argv[2], lines);
  }
  return 0;
}
