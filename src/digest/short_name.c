/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* How a bullet calls a document. Titles follow a few habits: `A Long Name (ABBR)`, `Name: What It Does`, `Things for Users`. */
#include "digest/digest_private.h"
#include "ground/utf8.h"

#define MAX_CHARACTERS 40
#define MAX_ABBREVIATION_BYTES 16
#define MAX_WORDS 64

typedef struct {
  NkSlice word[MAX_WORDS];
  guint n_words;
} Words;

static const char *const small_words[]
    = { "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "over", "the", "to", "using", "via", "with" };

static const char *const placing_words[] = { "in", "for", "over", "to", "using", "via", "within" };

/* Words that stand before `for` in any title and say nothing alone. */
static const char *const general_words[] = {
  "additional",
  "applicability",
  "application",
  "architecture",
  "best",
  "case",
  "cases",
  "clarifications",
  "common",
  "considerations",
  "current",
  "data",
  "definition",
  "definitions",
  "document",
  "extension",
  "extensions",
  "format",
  "framework",
  "general",
  "guidance",
  "guidelines",
  "identifiers",
  "information",
  "issues",
  "mechanism",
  "mechanisms",
  "method",
  "methods",
  "model",
  "models",
  "module",
  "new",
  "operational",
  "option",
  "options",
  "overview",
  "parameters",
  "practice",
  "practices",
  "problem",
  "procedures",
  "profile",
  "protocol",
  "recommendations",
  "registration",
  "registry",
  "requirements",
  "security",
  "solution",
  "specification",
  "statement",
  "support",
  "terminology",
  "update",
  "updates",
  "usage",
  "use",
  "yang",
};

static gboolean
is_one_of (NkSlice word, const char *const *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (nk_slice_equal_fold (word, nk_slice_text (words[i])))
      return TRUE;
  return FALSE;
}

static void
split_words (Words *words, NkSlice text)
{
  words->n_words = 0;
  while (text.length > 0 && words->n_words < MAX_WORDS) {
    gsize end = 0;

    while (end < text.length && text.data[end] != ' ' && text.data[end] != '-')
      end++;
    if (end > 0)
      words->word[words->n_words++] = nk_slice_first (text, end);
    text = nk_slice_from (text, end + 1);
  }
}

/* Looks like an abbreviation: no blank, letters of which two are capitals or one is and a digit stands by. */
static gboolean
looks_short (NkSlice text)
{
  guint n_capitals = 0, n_digits = 0;

  if (text.length < 2 || text.length > MAX_ABBREVIATION_BYTES)
    return FALSE;
  for (gsize i = 0; i < text.length; i++) {
    char c = text.data[i];

    if (!g_ascii_isalnum (c) && strchr ("-/.+_", c) == NULL)
      return FALSE;
    n_capitals += g_ascii_isupper (c) ? 1 : 0;
    n_digits += g_ascii_isdigit (c) ? 1 : 0;
  }
  return n_capitals >= 2 || (n_capitals == 1 && n_digits > 0);
}

/* Whether `letter` (lower case) starts the word, or is a capital inside of it: eXport. */
static gboolean
has_letter (NkSlice word, char letter)
{
  if (g_ascii_tolower (word.data[0]) == letter)
    return TRUE;
  return g_ascii_isalpha (letter) && nk_slice_find_char (nk_slice_from (word, 1), g_ascii_toupper (letter)) >= 0;
}

/* The first word of the phrase before `abbreviation` that it stands for, matching its letters from the end: a whole word, an initial, and for the first word any
 * beginning (CoSERV). words->n_words if it cannot be found out. */
static guint
expansion_start (const Words *words, NkSlice abbreviation)
{
  char rest[MAX_ABBREVIATION_BYTES + 1];
  gsize length = 0;

  for (gsize i = 0; i < abbreviation.length; i++)
    if (g_ascii_isalnum (abbreviation.data[i]))
      rest[length++] = g_ascii_tolower (abbreviation.data[i]);
  for (guint i = words->n_words; i-- > 0;) {
    NkSlice word = words->word[i], remaining = nk_slice (rest, length);

    if (word.length >= length && nk_slice_equal_fold (nk_slice_first (word, length), remaining))
      return i;
    if (word.length > 1 && word.length < length && nk_slice_equal_fold (nk_slice_from (remaining, length - word.length), word))
      length -= word.length;
    else if (has_letter (word, rest[length - 1]))
      length--;
    else if (!is_one_of (word, small_words, G_N_ELEMENTS (small_words)))
      return words->n_words;
  }
  return words->n_words;
}

/* The abbreviation in the last brackets, if it is at the end of the title and stands for the whole of it: in `Lamps in the Session Protocol (SP)` it does not. */
static char *
abbreviation_of (NkSlice title)
{
  gsize open = title.length;
  NkSlice abbreviation;
  Words words;
  guint start;

  if (!nk_slice_ends (title, NK_SLICE_LITERAL (")")))
    return NULL;
  while (open > 0 && title.data[open - 1] != '(')
    open--;
  if (open < 2)
    return NULL;
  abbreviation = nk_slice (title.data + open, title.length - 1 - open);
  if (!looks_short (abbreviation))
    return NULL;
  split_words (&words, nk_slice_trim (nk_slice_first (title, open - 1)));
  start = expansion_start (&words, abbreviation);
  /* Only an article may stand before what it stands for; where that cannot be found out, a title with a place or purpose is more than its last name. */
  if (start < words.n_words && start > 1 && is_one_of (words.word[start - 1], small_words, G_N_ELEMENTS (small_words)))
    return NULL;
  for (guint i = 0; start == words.n_words && i < words.n_words; i++)
    if (is_one_of (words.word[i], placing_words, G_N_ELEMENTS (placing_words)))
      return NULL;
  return nk_slice_dup (abbreviation);
}

/* Whether the words say something of this document alone. */
static gboolean
is_telling (NkSlice text)
{
  Words words;

  split_words (&words, text);
  for (guint i = 0; i < words.n_words; i++)
    if (!is_one_of (words.word[i], small_words, G_N_ELEMENTS (small_words))
        && !is_one_of (words.word[i], general_words, G_N_ELEMENTS (general_words)))
      return TRUE;
  return FALSE;
}

static glong
count_characters (NkSlice text)
{
  return g_utf8_strlen (text.data, (gssize)text.length);
}

/* What stands before `separator`, if it is short and telling; else the empty slice. */
static NkSlice
part_before (NkSlice title, const char *separator)
{
  gssize at = nk_slice_find (title, nk_slice_text (separator));
  NkSlice part = at > 0 ? nk_slice_trim (nk_slice_first (title, (gsize)at)) : NK_SLICE_EMPTY;

  return part.length > 0 && count_characters (part) <= MAX_CHARACTERS && is_telling (part) ? part : NK_SLICE_EMPTY;
}

/* The first words; a bracket that would stay open is left out. */
static char *
cut_at_word (NkSlice title)
{
  const char *end = g_utf8_offset_to_pointer (title.data, MAX_CHARACTERS - 1);
  const char *blank = g_strrstr_len (title.data, end - title.data + 1, " ");
  const char *open, *close;

  if (blank == NULL || blank == title.data)
    blank = end;
  open = g_strrstr_len (title.data, blank - title.data, " (");
  close = g_strrstr_len (title.data, blank - title.data, ")");
  if (open != NULL && open > title.data && (close == NULL || close < open))
    blank = open;
  return g_strdup_printf ("%.*s…", (int)(blank - title.data), title.data);
}

static NkSlice
without_article (NkSlice title)
{
  static const char *const articles[] = { "The ", "A ", "An " };

  for (gsize i = 0; i < G_N_ELEMENTS (articles); i++)
    if (nk_slice_starts (title, nk_slice_text (articles[i])))
      return nk_slice_from (title, strlen (articles[i]));
  return title;
}

char *
nk_short_name_of_title (const char *title)
{
  g_autofree char *folded = nk_utf8_one_line (title != NULL ? title : "");
  NkSlice whole = nk_slice_text (folded), part;
  char *abbreviation;

  if (whole.length == 0)
    return NULL;
  abbreviation = abbreviation_of (whole);
  if (abbreviation != NULL)
    return abbreviation;
  part = part_before (whole, ": ");
  if (part.length == 0 && count_characters (whole) <= MAX_CHARACTERS)
    part = whole;
  whole = without_article (whole);
  if (part.length == 0)
    part = part_before (whole, " for ");
  return part.length > 0 ? nk_slice_dup (part) : cut_at_word (whole);
}

static char *
name_of_entry (const NkEntry *entry)
{
  const NkAnnouncement *announcement = entry->stored->announcement;
  char *title = nk_short_name_of_title (announcement->title);
  char *name;

  if (announcement->kind != NK_KIND_RFC)
    return title != NULL ? title : g_strdup (announcement->name);
  /* An RFC is known by its number. */
  name = title != NULL ? g_strdup_printf ("RFC %u (%s)", announcement->rfc_number, title)
                       : g_strdup_printf ("RFC %u", announcement->rfc_number);
  g_free (title);
  return name;
}

/* How often each name occurs. */
static GHashTable *
count_names (const GPtrArray *names)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < names->len; i++) {
    gpointer name = g_ptr_array_index (names, i);

    g_hash_table_insert (counts, name, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, name)) + 1));
  }
  return counts;
}

GPtrArray *
nk_short_names (const GPtrArray *entries)
{
  g_autoptr (GPtrArray) bare = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) counts = NULL, full_counts = NULL;

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (bare, name_of_entry (g_ptr_array_index (entries, i)));
  counts = count_names (bare);
  for (guint i = 0; i < entries->len; i++) {
    const NkEntry *entry = g_ptr_array_index (entries, i);
    const char *name = g_ptr_array_index (bare, i);
    gboolean is_unique = GPOINTER_TO_UINT (g_hash_table_lookup (counts, name)) == 1;

    g_ptr_array_add (names, is_unique ? g_strdup (name) : g_strdup_printf ("%s (%s)", name, entry->stored->announcement->name));
  }
  full_counts = count_names (names);
  /* Two revisions of one draft on one day. */
  for (guint i = 0; i < entries->len; i++)
    if (GPOINTER_TO_UINT (g_hash_table_lookup (full_counts, g_ptr_array_index (names, i))) > 1) {
      g_autofree char *document = nk_entry_document (g_ptr_array_index (entries, i));

      g_ptr_array_add (bare, g_steal_pointer (&names->pdata[i])); /* the table of counts still points to it */
      names->pdata[i] = g_strdup_printf ("%s (%s)", (const char *)g_ptr_array_index (bare, i), document);
    }
  return names;
}
