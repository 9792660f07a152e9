/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* How a bullet calls a document. Titles follow a few habits: `A Long Name (ABBR)`, `Name: What It Does`, `Things for Users`. What is spelled out before its
 * abbreviation gives way to it; a title that is short enough then is its own name; of a longer one the head is left, cut where a phrase ends. */
#include "digest/digest_private.h"
#include "ground/utf8.h"

#define MAX_CHARACTERS 60
#define FULL_CHARACTERS 40 /* a title no longer than this keeps what stands behind its colon */
#define MIN_HEAD_WORDS 2   /* a single word in front of a preposition is no name: Labels for ... */
#define MAX_ABBREVIATION_BYTES 16
#define MAX_ABBREVIATIONS 8 /* that a title may hold in brackets */
#define MAX_WORDS 64

typedef struct {
  NkSlice word[MAX_WORDS];
  guint n_words;
} Words;

static const char *const small_words[]
    = { "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "over", "the", "to", "using", "via", "with" };

static const char *const articles[] = { "the", "a", "an" };

/* What a name cannot end with, beside the small words. */
static const char *const dangling_words[] = {
  "&",       "based", "between", "defined", "into",  "its",   "that",   "their",
  "through", "under", "used",    "when",    "where", "which", "within", "without",
};

/* In front of these words a phrase ends. */
static const char *const phrase_words[]
    = { "across",  "at",    "based", "between", "by",  "for",  "from",  "in",    "on",   "over",   "that",
        "through", "under", "used",  "using",   "via", "when", "where", "which", "with", "within", "without" };

/* In front of these it ends only if need be: what follows belongs closely to what is before. */
static const char *const close_words[] = { "of", "to" };

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

/* How many bytes at the end of `abbreviation` (lower case) end the word too, if there is a digit among them: the v6 of SRv6 and IPv6. */
static gsize
common_ending (NkSlice word, NkSlice abbreviation)
{
  gsize n = 0;
  gboolean has_digit = FALSE;

  while (n < word.length && n < abbreviation.length
         && g_ascii_tolower (word.data[word.length - 1 - n]) == abbreviation.data[abbreviation.length - 1 - n]) {
    n++;
    has_digit |= g_ascii_isdigit (word.data[word.length - n]);
  }
  return has_digit ? n : 0;
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
    else if (common_ending (word, remaining) > 1 && common_ending (word, remaining) < length)
      length -= common_ending (word, remaining);
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

static NkSlice
without_article (NkSlice title)
{
  for (gsize i = 0; i < G_N_ELEMENTS (articles); i++) {
    gsize length = strlen (articles[i]);

    if (title.length > length + 1 && title.data[length] == ' '
        && nk_slice_equal_fold (nk_slice_first (title, length), nk_slice_text (articles[i])))
      return nk_slice_from (title, length + 1);
  }
  return title;
}

/* Where the words that `abbreviation` stands for begin at the end of `before`, with their article; its length if that cannot be found out. Its last letter may
 * stand for the first word of `after`: Light Use (LUD) Devices. */
static gsize
spelled_out_at (NkSlice before, NkSlice abbreviation, NkSlice after)
{
  Words words;
  guint start;
  gsize at;

  split_words (&words, before);
  if (words.n_words == 0 || words.n_words == MAX_WORDS)
    return before.length;
  start = expansion_start (&words, abbreviation);
  if (start == words.n_words && abbreviation.length > 2 && after.length > 1
      && g_ascii_toupper (after.data[1]) == abbreviation.data[abbreviation.length - 1])
    start = expansion_start (&words, nk_slice_first (abbreviation, abbreviation.length - 1));
  if (start == words.n_words)
    return before.length;
  if (start > 0 && is_one_of (words.word[start - 1], articles, G_N_ELEMENTS (articles)))
    start--;
  at = (gsize)(words.word[start].data - before.data);
  return at == 0 || before.data[at - 1] == ' ' ? at : before.length;
}

/* The title with `(ABBR)` in the place of the words that it stands for: Lamps in the Session Protocol (SP) becomes Lamps in SP. */
static char *
abbreviate (NkSlice title)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint n = 0; n < MAX_ABBREVIATIONS; n++) {
    gssize open = nk_slice_find_char (title, '('), close = open >= 0 ? nk_slice_find_char (nk_slice_from (title, (gsize)open), ')') : -1;
    NkSlice abbreviation, before;
    gsize at;

    if (close < 0)
      break;
    abbreviation = nk_slice (title.data + open + 1, (gsize)close - 1);
    g_string_append_len (text, title.data, open);
    before = nk_slice_trim_end (nk_slice (text->str, text->len));
    at = looks_short (abbreviation) ? spelled_out_at (before, abbreviation, nk_slice_from (title, (gsize)(open + close + 1)))
                                    : before.length;
    if (at < before.length) {
      g_string_truncate (text, at);
      g_string_append_len (text, abbreviation.data, (gssize)abbreviation.length);
    } else {
      g_string_append_len (text, title.data + open, close + 1);
    }
    title = nk_slice_from (title, (gsize)(open + close + 1));
  }
  g_string_append_len (text, title.data, (gssize)title.length);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Without the comma and the small words at the end. */
static NkSlice
without_dangling (NkSlice text)
{
  for (;;) {
    gsize at = text.length;

    while (at > 0 && text.data[at - 1] != ' ')
      at--;
    if (at > 0
        && (is_one_of (nk_slice_from (text, at), small_words, G_N_ELEMENTS (small_words))
            || is_one_of (nk_slice_from (text, at), dangling_words, G_N_ELEMENTS (dangling_words))))
      text = nk_slice_trim (nk_slice_first (text, at));
    else if (nk_slice_ends (text, NK_SLICE_LITERAL (",")) || nk_slice_ends (text, NK_SLICE_LITERAL (":")))
      text = nk_slice_first (text, text.length - 1);
    else
      return text;
  }
}

static gboolean
has_open_bracket (NkSlice text)
{
  const char *open = g_strrstr_len (text.data, (gssize)text.length, "(");

  return open != NULL && memchr (open, ')', text.length - (gsize)(open - text.data)) == NULL;
}

static gboolean
is_head (NkSlice text)
{
  Words words;

  split_words (&words, text);
  return words.n_words >= MIN_HEAD_WORDS && is_telling (text) && !has_open_bracket (text);
}

/* The longest head of `text`, all of which may be used, that ends where one of `words` begins. */
static NkSlice
head_before (NkSlice text, const char *const *words, gsize n_words)
{
  for (gsize end = text.length; end > 0; end--) {
    NkSlice rest, head;
    gssize length;

    if (text.data[end - 1] != ' ')
      continue;
    rest = nk_slice_from (text, end);
    length = nk_slice_find_char (rest, ' ');
    head = without_dangling (nk_slice_trim (nk_slice_first (text, end)));
    if (length > 0 && is_one_of (nk_slice_first (rest, (gsize)length), words, n_words) && is_head (head))
      return head;
  }
  return NK_SLICE_EMPTY;
}

/* What is left of a title that is too long. */
static char *
cut (NkSlice title)
{
  const char *end = g_utf8_offset_to_pointer (title.data, MAX_CHARACTERS - 1);
  gsize length = (gsize)(end - title.data), word = 0, used;
  /* The word behind the last blank has to be seen whole. */
  NkSlice seen, head;

  for (used = length + 1; used < title.length && title.data[used] != ' '; used++)
    ;
  seen = nk_slice_first (title, MIN (used + 1, title.length));
  head = head_before (seen, phrase_words, G_N_ELEMENTS (phrase_words));
  if (head.length == 0)
    head = head_before (seen, close_words, G_N_ELEMENTS (close_words));
  if (head.length > 0)
    return nk_slice_dup (head);
  for (gsize i = 1; i <= length && i < title.length; i++)
    if (title.data[i] == ' ')
      word = i;
  head = without_dangling (nk_slice_first (title, word > 0 ? word : length));
  if (has_open_bracket (head) && nk_slice_find (head, NK_SLICE_LITERAL (" (")) > 0)
    head = without_dangling (nk_slice_first (head, (gsize)(g_strrstr_len (head.data, (gssize)head.length, "(") - head.data - 1)));
  return g_strdup_printf ("%.*s…", (int)head.length, head.data);
}

char *
nk_short_name_of_title (const char *title)
{
  g_autofree char *folded = nk_utf8_one_line (title != NULL ? title : "");
  g_autofree char *shorter = NULL;
  NkSlice whole = nk_slice_text (folded), part;
  char *abbreviation;

  if (whole.length == 0)
    return NULL;
  abbreviation = abbreviation_of (whole);
  if (abbreviation != NULL)
    return abbreviation;
  shorter = abbreviate (whole);
  whole = without_article (nk_slice_text (shorter));
  if (count_characters (whole) <= FULL_CHARACTERS)
    return nk_slice_dup (whole);
  part = part_before (whole, ": ");
  if (part.length == 0 && count_characters (whole) <= MAX_CHARACTERS)
    part = whole;
  return part.length > 0 ? nk_slice_dup (part) : cut (whole);
}

/* The abbreviation that the abstract gives for the whole title: `Concise Lamp Orders (CoLOr)`. (transfer full) (nullable) */
static char *
abbreviation_in (const char *abstract, const char *title)
{
  NkSlice name = without_article (nk_slice_trim (nk_slice_text (title))), rest;
  gssize at = name.length > 0 ? nk_slice_find_fold (nk_slice_text (abstract), name) : -1, close;

  if (at < 0)
    return NULL;
  rest = nk_slice_from (nk_slice_text (abstract), (gsize)at + name.length);
  if (!nk_slice_starts (rest, NK_SLICE_LITERAL (" (")))
    return NULL;
  rest = nk_slice_from (rest, 2);
  close = nk_slice_find_char (rest, ')');
  return close > 0 && looks_short (nk_slice_first (rest, (gsize)close)) ? nk_slice_dup (nk_slice_first (rest, (gsize)close)) : NULL;
}

char *
nk_short_name_of_document (const char *title, const char *abstract)
{
  char *abbreviation = abbreviation_in (abstract, title);

  return abbreviation != NULL ? abbreviation : nk_short_name_of_title (title);
}
