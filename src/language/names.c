/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "language/names.h"

#include "language/words.h"

#include <string.h>

#define MAX_NAMES 200 /* of one document */
#define MAX_EXPANSION_WORDS 9
#define MAX_ABBREVIATION_BYTES 14
#define MIN_SMALL_NAME 3
#define MAX_TEXT_BYTES ((gsize)64 << 10) /* of an abstract; what is behind it names nothing */

struct _NkNames {
  char *title;               /* in lower case */
  GHashTable *abbreviations; /* lower-case expansion -> char * */
  GHashTable *first_words;   /* char * -> most words */
  GHashTable *pairs;         /* set of char * */
  GHashTable *written;       /* set of char *: words with a capital behind their first letter, or a digit */
  GHashTable *small;         /* set of char *: names in lower case */
};

/* The small words that an abbreviation passes over. */
static gboolean
is_small (const char *word)
{
  static const char *const small[]
      = { "of", "and",    "for",     "the",     "to", "in",   "on",  "by",     "over", "with", "from", "using", "at", "a",
          "an", "around", "between", "through", "as", "into", "via", "within", "or",   "per",  "-",    "&",     NULL };

  return nk_word_in (small, word);
}

/* `Network Configuration protocol (NETCONF)`: what kind of thing it is need not be spelled. */
static gboolean
is_kind (const char *word)
{
  static const char *const kinds[]
      = { "protocol",     "system",   "service",   "framework",    "algorithm", "function",  "extension", "language",  "format",
          "architecture", "model",    "mechanism", "Protocol",     "System",    "Service",   "Framework", "Algorithm", "Function",
          "Extension",    "Language", "Format",    "Architecture", "Model",     "Mechanism", NULL };

  return nk_word_in (kinds, word);
}

/* TRUE if the letters of `abbreviation` occur in the words in this order, the first at the start of the first word and each word that is not small gives one
 * at its start, unless it hides behind a hyphen. */
static gboolean
spells (char **words, guint n_words, const char *abbreviation)
{
  gsize n = 0;
  char letters[MAX_ABBREVIATION_BYTES + 1];
  guint word = 0, n_strange = 0;
  gsize place = 0;

  for (const char *c = abbreviation; *c != '\0' && n < MAX_ABBREVIATION_BYTES; c++)
    if (g_ascii_isalpha (*c))
      letters[n++] = g_ascii_tolower (*c);
  if (n > 2 && letters[n - 1] == 's' && abbreviation[strlen (abbreviation) - 1] == 's')
    n--;
  if (n < 2 || (g_ascii_tolower (words[0][0]) != letters[0] && !(letters[0] == 'x' && g_str_has_prefix (words[0], "Ex"))))
    return FALSE;
  if (n_words > 1 && strchr (words[n_words - 1], '-') != NULL && spells (words + n_words - 1, 1, abbreviation))
    return FALSE; /* for IPv4-as-a-Service (IPv4aaS): all of it is the last word */
  letters[n] = '\0';
  for (guint i = 0; i + (is_kind (words[n_words - 1]) && n_words > 2) < n_words; i++)
    n_strange += !is_small (words[i]) && strchr (letters, g_ascii_tolower (words[i][0])) == NULL
                 && strchr (letters, g_ascii_tolower (words[i][1])) == NULL; /* eXchange */
  if (n_strange > (n_words >= 5 && g_ascii_isupper (words[0][0])))
    return FALSE;
  for (gsize i = 0; i < n; i++) {
    gboolean is_found = FALSE;

    while (word < n_words && !is_found) {
      while (words[word][place] != '\0' && !is_found)
        is_found = g_ascii_tolower (words[word][place++]) == letters[i];
      if (words[word][place] == '\0') {
        word++;
        place = 0;
      }
    }
    if (!is_found)
      return FALSE;
  }
  return TRUE;
}

gboolean
nk_names_spells (const char *const *words, guint n_words, const char *abbreviation)
{
  char *kept[MAX_EXPANSION_WORDS + 1];
  guint n = 0;

  for (guint i = 0; i < n_words; i++) {
    if (g_str_equal (words[i], ","))
      continue;
    if (n >= MAX_EXPANSION_WORDS || (!is_small (words[i]) && !g_ascii_isupper (words[i][0])))
      return FALSE;
    kept[n++] = (char *)words[i];
  }
  return n > 1 && strlen (abbreviation) <= MAX_ABBREVIATION_BYTES && spells (kept, n, abbreviation);
}

static gboolean
is_abbreviation (const char *word)
{
  guint capitals = 0;
  gsize length = strlen (word);

  if (length < 2 || length > MAX_ABBREVIATION_BYTES)
    return FALSE;
  for (const char *c = word; *c != '\0'; c++) {
    if (!g_ascii_isalnum (*c) && strchr ("-./+", *c) == NULL)
      return FALSE;
    capitals += g_ascii_isupper (*c);
  }
  return capitals >= 2 || (capitals == 1 && length <= 4);
}

static gboolean
is_capitalised (const char *word)
{
  return g_ascii_isupper (word[0]) && g_ascii_islower (word[1]);
}

/* TRUE if the words are a name by their capitals, with a small word among them: `Controlling Multiple Streams for Telepresence`. */
static gboolean
is_titled (char **words, guint n_words)
{
  guint n_small = 0;

  if (!g_ascii_isupper (words[0][0]) || !g_ascii_isupper (words[n_words - 1][0]))
    return FALSE;
  for (guint i = 1; i + 1 < n_words; i++) {
    if (nk_word_is (words[i], "a") || nk_word_is (words[i], "an"))
      return FALSE; /* a Packet Type and an Extended Report */
    n_small += is_small (words[i]);
    if (!is_small (words[i]) && !g_ascii_isupper (words[i][0]))
      return FALSE;
  }
  return n_small > 0;
}

/* How many words before `words[end]` the abbreviation stands for: the shortest run that spells it, else the longest that is a name by its capitals; 0: none. */
static guint
expansion_length (char **words, guint end, const char *abbreviation)
{
  static const char *const naming[] = { "known", "called", "named", "termed", NULL }; /* a service known as Foo (F) */
  guint titled = 0, listed = 0;
  gboolean has_comma = FALSE;

  for (guint n = 1; n <= MAX_EXPANSION_WORDS && n <= end; n++) {
    const char *word = words[end - n];

    if (nk_word_in (naming, word) || strchr (";:.(", word[strlen (word) - 1]) != NULL || *word == '('
        || (n == 1 && g_str_has_suffix (word, ",")))
      break;
    has_comma |= g_str_has_suffix (word, ",");
    if (n < 2 || is_small (word))
      continue;
    if (spells (words + end - n, n, abbreviation) && (!has_comma || g_ascii_isupper (*word))) {
      gboolean is_counted = g_ascii_isdigit (*abbreviation) && end > n && n < MAX_EXPANSION_WORDS
                            && (nk_word_is (words[end - n - 1], "Third") || g_ascii_isdigit (*words[end - n - 1]));

      /* `Authentication, Reporting, and Conformance`, `Third Generation …` too; AAA is the whole list and not its end */
      listed = n + is_counted;
      /* `Authentication and Authorization for Constrained Environments (ACE)`: one A for both */
      if (end >= n + 2 && n + 2 <= MAX_EXPANSION_WORDS && nk_word_is (words[end - n - 1], "and") && is_capitalised (words[end - n - 2])
          && is_capitalised (word) && *words[end - n - 2] == *word && !nk_word_starts (words[end - n - 2], word))
        return n + 2; /* but `Lamp and Lamp Status Report (LSR)` */
      if (!has_comma || n == end || !g_str_has_suffix (words[end - n - 1], ","))
        return listed;
    }
    if (!has_comma && is_titled (words + end - n, n))
      titled = n;
  }
  return listed > 0 ? listed : titled;
}

/* `words[end]` is `(ABBR)`. */
static void
take_abbreviation (NkNames *names, char **words, guint end)
{
  g_autofree char *abbreviation = g_strdup (words[end] + 1), *lower = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  char *close = strchr (abbreviation, ')'), *first;
  guint n, n_words;

  if (close == NULL || g_hash_table_size (names->abbreviations) >= MAX_NAMES)
    return;
  *close = '\0';
  n = is_abbreviation (abbreviation) ? expansion_length (words, end, abbreviation) : 0;
  if (n == 0)
    return;
  n_words = n;
  for (guint i = end - n; i < end; i++)
    n_words += g_str_has_suffix (words[i], ","); /* a comma is a word of its own */
  for (guint i = end - n; i < end; i++)
    g_string_append_printf (text, "%s%s", i > end - n ? " " : "", words[i]);
  lower = g_ascii_strdown (text->str, -1);
  first = g_ascii_strdown (words[end - n], -1);
  if (g_str_has_suffix (first, ","))
    first[strlen (first) - 1] = '\0'; /* `Operations, Administration, and Maintenance (OAM)` */
  if (GPOINTER_TO_UINT (g_hash_table_lookup (names->first_words, first)) < n_words)
    g_hash_table_replace (names->first_words, first, GUINT_TO_POINTER (n_words));
  else
    g_free (first);
  if (!g_hash_table_contains (names->abbreviations, lower))
    g_hash_table_insert (names->abbreviations, g_steal_pointer (&lower), g_steal_pointer (&abbreviation));
}

/* Keeps the word, without the signs around it and without the s of a plural. */
static void
note_written (NkNames *names, const char *word)
{
  gsize start = 0, end = strlen (word);
  gboolean is_name = FALSE;

  while (start < end && !g_ascii_isalnum (word[start]))
    start++;
  while (end > start && !g_ascii_isalnum (word[end - 1]))
    end--;
  for (gsize i = start; i < end; i++)
    is_name |= (i > start && g_ascii_isupper (word[i])) || g_ascii_isdigit (word[i]);
  if (!is_name || g_hash_table_size (names->written) >= MAX_NAMES * 4)
    return;
  if (end - start > 2 && word[end - 1] == 's' && g_ascii_isupper (word[end - 2]))
    end--;
  g_hash_table_add (names->written, g_strndup (word + start, end - start));
}

/* `zstd`, `qlog`: no English word is spelled so. */
static gboolean
is_strangely_spelled (const char *word)
{
  const char *q = strchr (word, 'q');

  return strpbrk (word, "aeiouy") == NULL || (q != NULL && q[1] != 'u');
}

/* The length of a word of lower-case letters and digits at `word`, with nothing but signs of the sentence around it; 0: it is none. */
static gsize
small_length (const char **word)
{
  gsize length = 0;

  while (**word == '(' || **word == '"' || **word == '\'')
    (*word)++;
  while (g_ascii_islower ((*word)[length]) || (length > 0 && g_ascii_isdigit ((*word)[length])))
    length++;
  if (length < MIN_SMALL_NAME || length > MAX_ABBREVIATION_BYTES)
    return 0;
  return (*word)[length] == '\0' || strspn (*word + length, ",.;:)\"'") == strlen (*word + length) ? length : 0;
}

/* `The rsync URI Scheme`: where all words have capitals, one in lower case that no table knows is a name. */
static void
note_small (NkNames *names, char **words, guint n, gboolean is_title)
{
  guint n_capitals = 0, n_long = 0;

  for (guint i = 0; i < n && is_title; i++) {
    n_capitals += g_ascii_isupper (words[i][0]);
    n_long += strlen (words[i]) >= MIN_SMALL_NAME + 1 && !is_small (words[i]);
  }
  for (guint i = 0; i < n; i++) {
    const char *word = words[i];
    gsize length = small_length (&word);
    char name[MAX_ABBREVIATION_BYTES + 1] = "";

    memcpy (name, word, length);
    name[length] = '\0';
    if (length > 0 && g_hash_table_size (names->small) < MAX_NAMES
        && (is_strangely_spelled (name) || (n_capitals >= 2 && n_capitals * 3 >= n_long * 2)) && !is_small (name))
      g_hash_table_add (names->small, g_strdup (name));
  }
}

static void
gather (NkNames *names, const char *text, gboolean is_title)
{
  g_autofree char *copy = g_strndup (text, strnlen (text, MAX_TEXT_BYTES)); /* it would fill up all of the bytes */
  g_autofree char **all = g_new (char *, strlen (copy) / 2 + 2);            /* words within the copy */
  guint n = 0;

  for (char *at = copy; *at != '\0';) {
    char *start = at;

    while (*at != '\0' && *at != ' ' && *at != '\t' && *at != '\r' && *at != '\n')
      at++;
    if (at > start)
      all[n++] = start;
    if (*at != '\0')
      *at++ = '\0';
  }
  all[n] = NULL;
  for (guint i = 0; i < n; i++)
    note_written (names, all[i]);
  note_small (names, all, n, is_title);
  for (guint i = 1; i < n; i++) {
    if (all[i][0] == '(')
      take_abbreviation (names, all, i);
    if (!is_title && is_capitalised (all[i - 1]) && is_capitalised (all[i]) && i > 1
        && strchr (".:!?", all[i - 2][strlen (all[i - 2]) - 1]) == NULL && g_hash_table_size (names->pairs) < MAX_NAMES) {
      char *pair = g_strconcat (all[i - 1], " ", all[i], NULL);

      while (*pair != '\0' && strchr (",.;:)", pair[strlen (pair) - 1]) != NULL)
        pair[strlen (pair) - 1] = '\0';
      g_hash_table_add (names->pairs, pair);
    }
  }
}

const char *
nk_names_title (const NkNames *names)
{
  return names->title;
}

NkNames *
nk_names_gather (const char *title, const char *abstract)
{
  NkNames *names = g_new0 (NkNames, 1);

  names->abbreviations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  names->first_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  names->pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  names->written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  names->small = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  names->title = g_ascii_strdown (title, -1);
  gather (names, title, TRUE);
  gather (names, abstract, FALSE);
  return names;
}

void
nk_names_free (NkNames *names)
{
  if (names == NULL)
    return;
  g_free (names->title);
  g_hash_table_unref (names->abbreviations);
  g_hash_table_unref (names->first_words);
  g_hash_table_unref (names->pairs);
  g_hash_table_unref (names->written);
  g_hash_table_unref (names->small);
  g_free (names);
}

const char *
nk_names_abbreviation (const NkNames *names, const char *expansion)
{
  return g_hash_table_size (names->abbreviations) > 0 ? g_hash_table_lookup (names->abbreviations, expansion) : NULL;
}

guint
nk_names_max_words (const NkNames *names, const char *first_word)
{
  return g_hash_table_size (names->first_words) > 0 ? GPOINTER_TO_UINT (g_hash_table_lookup (names->first_words, first_word)) : 0;
}

gboolean
nk_names_has_abbreviation (const NkNames *names, const char *abbreviation)
{
  return g_hash_table_contains (names->written, abbreviation);
}

gboolean
nk_names_is_name (const NkNames *names, const char *pair)
{
  return g_hash_table_contains (names->pairs, pair);
}

gboolean
nk_names_is_small (const NkNames *names, const char *word)
{
  return g_hash_table_contains (names->small, word);
}
