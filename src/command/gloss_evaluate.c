/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "command/gloss_evaluate.h"

#include <string.h>
#include <time.h>

#include "command/json_output.h"
#include "command/terminal.h"
#include "ground/file.h"
#include "language/names.h"

#define MAX_FILE_BYTES ((gsize)64 << 20)

/* Names, numbers and RFCs of texts that belong together. */
typedef struct {
  guint n_names, n_kept;
} Recall;

typedef struct {
  NkArena *arena;
  guint n_documents, n_levels[NK_N_GLOSS_LEVELS];
  guint n_sentences, n_shortened_sentences;
  Recall full, shortened;
  guint n_invented, n_negations, n_leaks;
  GArray *lengths; /* glong: characters */
  GArray *times;   /* double: ms */
} Metrics;

double
nk_gloss_rounded (double confidence)
{
  return (double)(int)(CLAMP (confidence, 0.0, 1.0) * 100.0 + 0.5) / 100.0;
}

/* A word that a reader would miss: with a digit, or a capital behind its first letter. */
static gboolean
is_name (const char *word)
{
  for (const char *c = word; *c != '\0'; c++)
    if (g_ascii_isdigit (*c) || (c > word && g_ascii_isupper (*c) && c[-1] != '-' && c[-1] != '/'))
      return TRUE;
  return FALSE;
}

/* `MPLS-based`: the name in it is MPLS. */
static void
cut_affix (char *word)
{
  char *hyphen;

  while ((hyphen = strrchr (word, '-')) != NULL && g_ascii_islower (hyphen[1])
         && strpbrk (hyphen, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == NULL)
    *hyphen = '\0';
}

/* TRUE if `word` stands in `text`, and is no part of another word (`two` of `network`). */
static gboolean
holds_word (const char *text, const char *word)
{
  gsize length = strlen (word);

  for (const char *place = text; (place = strstr (place, word)) != NULL; place += length)
    if ((place == text || !g_ascii_isalpha (place[-1])) && !g_ascii_isalpha (place[length]))
      return TRUE;
  return FALSE;
}

/* TRUE if `number` is written as a word in the source, which is in lower case: two, second, single. */
static gboolean
is_spelled (const char *number, const char *source)
{
  static const struct {
    const char *number, *word;
  } words[] = {
    { "1", "one" },      { "1", "first" },    { "1", "pair of" },    { "1", "sub-second" }, { "1", "subsecond" }, { "2", "two" },
    { "2", "second" },   { "3", "three" },    { "3", "third" },      { "4", "four" },       { "4", "fourth" },    { "5", "five" },
    { "5", "fifth" },    { "6", "six" },      { "6", "sixth" },      { "7", "seven" },      { "8", "eight" },     { "9", "nine" },
    { "10", "ten" },     { "10", "decade" },  { "11", "eleven" },    { "12", "twelve" },    { "13", "thirteen" }, { "14", "fourteen" },
    { "15", "fifteen" }, { "16", "sixteen" }, { "17", "seventeen" }, { "18", "eighteen" },  { "19", "nineteen" }, { "20", "twenty" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (number, words[i].number) && holds_word (source, words[i].word))
      return TRUE;
  return FALSE;
}

/* The names of `text`, each once, without plural s. (transfer full) a set of char *. */
static GHashTable *
names_of (const char *text)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *c = text;

  while (*c != '\0') {
    const char *start = c;
    char *word;
    gsize length;

    while (g_ascii_isalnum (*c) || (c > start && *c != '\0' && strchr ("-./+_", *c) != NULL && g_ascii_isalnum (c[1])))
      c++;
    if (c == start) {
      c++;
      continue;
    }
    word = g_strndup (start, (gsize)(c - start));
    length = strlen (word);
    if (length > 2 && word[length - 1] == 's' && g_ascii_isupper (word[length - 2]))
      word[length - 1] = '\0';
    else if (length > 3 && g_str_has_suffix (word, "es") && strchr ("SXZ", word[length - 3]) != NULL) /* ASes */
      word[length - 2] = '\0';
    cut_affix (word);
    if (is_name (word))
      g_hash_table_add (names, word);
    else
      g_free (word);
  }
  return names;
}

/* Case, hyphens and blanks do not make another name. */
static char *
folded (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (strchr ("- ", *text) == NULL)
      g_string_append_c (out, g_ascii_tolower (*text));
  return g_string_free (out, FALSE);
}

static void
add_recall (Recall *recall, const char *source, const char *japanese)
{
  g_autoptr (GHashTable) names = names_of (source);
  g_autofree char *text = folded (japanese);
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL)) {
    g_autofree char *wanted = folded (name);

    recall->n_names++;
    recall->n_kept += strstr (text, wanted) != NULL;
  }
}

/* Names of the text that stand neither in title nor in abstract. */
static guint
count_invented (const char *japanese, const char *title, const char *abstract)
{
  g_autoptr (GHashTable) names = names_of (japanese);
  g_autofree char *both = g_strconcat (title, " ", abstract, NULL), *source = NULL, *lower = NULL;
  GHashTableIter iter;
  gpointer name;
  guint n = 0;

  g_strdelimit (both, "\r\n\t", ' ');
  source = folded (both);
  lower = g_ascii_strdown (both, -1);
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL)) {
    g_autofree char *wanted = folded (name);

    n += strstr (source, wanted) == NULL && !is_spelled (wanted, lower);
  }
  return n;
}

static gboolean
has_word (const char *text, const char *const *words)
{
  g_autofree char *lower = g_ascii_strdown (text, -1);

  for (guint i = 0; words[i] != NULL; i++) {
    const char *place = lower;

    while ((place = strstr (place, words[i])) != NULL) {
      const char *end = place + strlen (words[i]);

      if ((place == lower || !g_ascii_isalpha (place[-1])) && !g_ascii_isalpha (*end))
        return TRUE;
      place = end;
    }
  }
  return FALSE;
}

/* The source denies and the Japanese does not. Only for whole sentences: what was cut may have held the negation. */
static gboolean
loses_negation (const char *source, const char *japanese)
{
  static const char *const english[] = { "not", "cannot", "no", "never", "without", "neither", "nor", NULL };
  static const char *const denials[] = { "ない", "なく", "なかっ", "ず", "なし", "未", "不", "非", "無", "せぬ", NULL };

  /* A name keeps its own: 「not-spam」, Not-So-Stubby Area. */
  if (!has_word (source, english) || has_word (japanese, english))
    return FALSE;
  for (guint i = 0; denials[i] != NULL; i++)
    if (strstr (japanese, denials[i]) != NULL)
      return FALSE;
  return TRUE;
}

/* English words in lower case outside of quotes, three letters or more, that are part of no name of several words, no identifier and no name in lower case of the source. */
static guint
count_leaks (const NkNames *names, const char *japanese)
{
  guint n = 0;
  gboolean in_quotes = FALSE;

  for (const char *c = japanese; *c != '\0';) {
    const char *start = c;

    in_quotes = (in_quotes || g_str_has_prefix (c, "「")) && !g_str_has_prefix (c, "」");
    while (g_ascii_islower (*c))
      c++;
    if (c - start >= 3 && !in_quotes && (start == japanese || (start[-1] & 0x80) != 0 || strchr ("(、", start[-1]) != NULL)
        && !g_ascii_isalnum (*c) && strchr ("-._/:@+=", *c) == NULL) {
      g_autofree char *word = g_strndup (start, (gsize)(c - start));

      n += !nk_names_is_small (names, word);
    }
    if (c == start)
      c = g_utf8_next_char (c);
  }
  return n;
}

/* Processor time: what a neighbour on the machine does not change. */
static double
cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void
measure (Metrics *metrics, const NkLexicon *lexicon, const char *title, const char *abstract, const char *name)
{
  NkSummaryRequest request = { .language = "ja", .name = name, .title = title, .abstract = abstract, .arena = metrics->arena };
  double started_ms = cpu_ms ();
  g_autoptr (NkGloss) gloss = nk_gloss_make (lexicon, &request, NULL);
  double time_ms = cpu_ms () - started_ms;
  g_autoptr (NkNames) names = nk_names_gather (title, abstract);
  glong length = 0;

  metrics->n_documents++;
  metrics->n_levels[gloss->level]++;
  g_array_append_val (metrics->times, time_ms);
  for (guint i = 0; i < gloss->sentences->len; i++) {
    const NkGlossSentence *sentence = g_ptr_array_index (gloss->sentences, i);

    if (sentence->is_quoted)
      continue;
    metrics->n_sentences++;
    metrics->n_shortened_sentences += sentence->is_shortened;
    if (gloss->level != NK_GLOSS_TITLE)
      add_recall (sentence->is_shortened ? &metrics->shortened : &metrics->full, sentence->source, sentence->japanese);
    metrics->n_invented += count_invented (sentence->japanese, title, abstract);
    metrics->n_leaks += count_leaks (names, sentence->japanese);
    metrics->n_negations += !sentence->is_shortened && loses_negation (sentence->source, sentence->japanese);
  }
  length = g_utf8_strlen (gloss->text, -1);
  if (gloss->level == NK_GLOSS_FULL || gloss->level == NK_GLOSS_SHORTENED)
    g_array_append_val (metrics->lengths, length);
}

static int
compare_longs (gconstpointer a, gconstpointer b)
{
  glong x = *(const glong *)a, y = *(const glong *)b;

  return (x > y) - (x < y);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

static double
share_of (guint part, guint whole)
{
  return whole > 0 ? (double)part / whole : 0;
}

static double
rounded4 (double value)
{
  return (double)(gint64)(value * 10000 + 0.5) / 10000;
}

static json_t *
report (Metrics *metrics)
{
  guint n = metrics->n_documents, glossed = metrics->n_levels[NK_GLOSS_FULL] + metrics->n_levels[NK_GLOSS_SHORTENED];
  json_t *json = json_object ();
  guint lengths = metrics->lengths->len;

  g_array_sort (metrics->lengths, compare_longs);
  g_array_sort (metrics->times, compare_doubles);
  json_object_set_new (json, "documents", json_integer (n));
  for (guint i = 0; i < NK_N_GLOSS_LEVELS; i++)
    json_object_set_new (json, nk_gloss_level_word ((NkGlossLevel)i), json_real (rounded4 (share_of (metrics->n_levels[i], n))));
  json_object_set_new (json, "full_or_shortened", json_real (rounded4 (share_of (glossed, n))));
  json_object_set_new (json, "shortened_among_them", json_real (rounded4 (share_of (metrics->n_levels[NK_GLOSS_SHORTENED], glossed))));
  json_object_set_new (json, "sentences", json_integer (metrics->n_sentences));
  json_object_set_new (json, "names_kept_in_full", json_real (rounded4 (share_of (metrics->full.n_kept, metrics->full.n_names))));
  json_object_set_new (json, "names_kept_in_shortened",
                       json_real (rounded4 (share_of (metrics->shortened.n_kept, metrics->shortened.n_names))));
  json_object_set_new (json, "names_not_in_source", json_integer (metrics->n_invented));
  json_object_set_new (json, "negations_lost", json_integer (metrics->n_negations));
  json_object_set_new (json, "leaked_words", json_integer (metrics->n_leaks));
  for (guint i = 1; i <= 9 && lengths > 0; i += 4) {
    g_autofree char *key = g_strdup_printf ("characters_p%u0", i);

    json_object_set_new (json, key, json_integer (g_array_index (metrics->lengths, glong, lengths * i / 10)));
  }
  if (n > 0) {
    json_object_set_new (json, "ms_p50", json_real (rounded4 (g_array_index (metrics->times, double, n / 2))));
    json_object_set_new (json, "ms_p99", json_real (rounded4 (g_array_index (metrics->times, double, n * 99 / 100))));
    json_object_set_new (json, "ms_max", json_real (rounded4 (g_array_index (metrics->times, double, n - 1))));
  }
  return json;
}

static gboolean
measure_object (Metrics *metrics, const NkLexicon *lexicon, json_t *object, const char *path, guint number, GError **error)
{
  const char *title = "", *abstract = "", *name = NULL;

  if (json_unpack (object, "{s:s, s:s, s?s}", "title", &title, "abstract", &abstract, "name", &name) != 0) {
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s: object %u has no title and abstract", path, number);
    return FALSE;
  }
  measure (metrics, lexicon, title, abstract, name);
  return TRUE;
}

/* A list, or objects one after the other. */
static gboolean
measure_file (Metrics *metrics, const NkLexicon *lexicon, const char *path, GError **error)
{
  gsize length = 0;
  g_autofree char *text = nk_file_read (path, MAX_FILE_BYTES, &length, error);
  json_error_t fault;
  json_t *list;
  gboolean is_read = TRUE;
  guint number = 0;

  if (text == NULL)
    return FALSE;
  if (text[strspn (text, " \t\r\n")] != '[') {
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

    for (guint i = 0; lines[i] != NULL && is_read; i++) {
      json_t *object = *lines[i] != '\0' ? json_loads (lines[i], 0, &fault) : NULL;

      if (*lines[i] == '\0')
        continue;
      is_read = measure_object (metrics, lexicon, object, path, i + 1, error);
      json_decref (object);
    }
    return is_read;
  }
  list = json_loads (text, 0, &fault);
  if (list == NULL) {
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s:%d: %s", path, fault.line, fault.text);
    return FALSE;
  }
  while (is_read && number < json_array_size (list)) {
    is_read = measure_object (metrics, lexicon, json_array_get (list, number), path, number + 1, error);
    number++;
  }
  json_decref (list);
  return is_read;
}

NkExit
nk_gloss_evaluate (const NkLexicon *lexicon, const char *path, gboolean as_json)
{
  g_autoptr (GError) error = NULL;
  Metrics metrics = { .lengths = g_array_new (FALSE, FALSE, sizeof (glong)),
                      .times = g_array_new (FALSE, FALSE, sizeof (double)),
                      .arena = nk_arena_new () };
  gboolean is_read = measure_file (&metrics, lexicon, path, &error);
  json_t *json = report (&metrics);

  g_array_unref (metrics.lengths);
  g_array_unref (metrics.times);
  nk_arena_free (metrics.arena);
  if (!is_read) {
    json_decref (json);
    return nk_command_fail ("gloss", error);
  }
  if (as_json)
    return nk_json_print (json);
  {
    const char *key;
    json_t *value;

    json_object_foreach (json, key, value)
    {
      if (json_is_integer (value))
        nk_terminal_print ("%-24s %" JSON_INTEGER_FORMAT "\n", key, json_integer_value (value));
      else
        nk_terminal_print ("%-24s %.4f\n", key, json_real_value (value));
    }
  }
  json_decref (json);
  return NK_EXIT_DONE;
}
