/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "language/sentence.h"
#include "ground/slice.h"
#include "ground/utf8.h"

#define MAX_BRACKET_DEPTH 32
#define MAX_BRACKET_BYTES 600 /* a bracket that stays open for longer was never meant to be closed */
#define MAX_QUOTE_BYTES 300

/* What a full stop after an abbreviation means. */
typedef enum {
  STOP_NEVER,    /* no sentence ends here */
  STOP_NUMBERED, /* none ends here if a number or a letter follows: Sec. 3, Fig. A */
  STOP_PERHAPS,  /* one ends here if the next word often starts a sentence: etc. This */
} Stop;

typedef struct {
  const char *word; /* lower case, without the last full stop */
  Stop stop;
} Abbreviation;

static const Abbreviation abbreviations[] = {
  { "e.g", STOP_NEVER },    { "eg", STOP_NEVER },      { "i.e", STOP_NEVER },     { "ie", STOP_NEVER },     { "cf", STOP_NEVER },
  { "vs", STOP_NEVER },     { "viz", STOP_NEVER },     { "resp", STOP_NEVER },    { "approx", STOP_NEVER }, { "a.k.a", STOP_NEVER },
  { "ca", STOP_NEVER },     { "incl", STOP_NEVER },    { "esp", STOP_NEVER },     { "dr", STOP_NEVER },     { "mr", STOP_NEVER },
  { "mrs", STOP_NEVER },    { "ms", STOP_NEVER },      { "prof", STOP_NEVER },    { "st", STOP_NEVER },     { "rec", STOP_NEVER },
  { "sec", STOP_NUMBERED }, { "secs", STOP_NUMBERED }, { "sect", STOP_NUMBERED }, { "fig", STOP_NUMBERED }, { "figs", STOP_NUMBERED },
  { "no", STOP_NUMBERED },  { "nos", STOP_NUMBERED },  { "eq", STOP_NUMBERED },   { "vol", STOP_NUMBERED }, { "ch", STOP_NUMBERED },
  { "art", STOP_NUMBERED }, { "ref", STOP_NUMBERED },  { "refs", STOP_NUMBERED }, { "p", STOP_NUMBERED },   { "pp", STOP_NUMBERED },
  { "ver", STOP_NUMBERED }, { "rev", STOP_NUMBERED },  { "app", STOP_NUMBERED },  { "tab", STOP_NUMBERED }, { "etc", STOP_PERHAPS },
  { "al", STOP_PERHAPS },   { "inc", STOP_PERHAPS },   { "ltd", STOP_PERHAPS },   { "co", STOP_PERHAPS },   { "corp", STOP_PERHAPS },
  { "jr", STOP_PERHAPS },   { "sr", STOP_PERHAPS },
};

/* Words that start a sentence more often than they follow an abbreviation or an initial. */
static const char *const openers[] = {
  "A",    "Additionally", "All",     "Also", "Although",    "An",    "And",     "Any",   "As",   "At",      "Because",   "But",
  "By",   "Each",         "Finally", "For",  "Furthermore", "Hence", "However", "If",    "In",   "Instead", "It",        "Moreover",
  "Note", "On",           "Other",   "Our",  "Since",       "Some",  "Such",    "That",  "The",  "There",   "Therefore", "These",
  "They", "This",         "Those",   "Thus", "To",          "We",    "When",    "While", "With",
};

static gboolean
is_one_of (NkSlice word, const char *const *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (nk_slice_equal (word, nk_slice_text (words[i])))
      return TRUE;
  return FALSE;
}

/* Length of the mark of a list item (`o `, `- `, `1. `, `(a) `) at the start of `line`; 0 if there is none. */
static gsize
list_mark_length (NkSlice line)
{
  static const char *const bullets[] = { "o ", "- ", "* ", "+ ", "• ", "· " };
  gsize i = 0, digits;

  for (gsize b = 0; b < G_N_ELEMENTS (bullets); b++)
    if (nk_slice_starts (line, nk_slice_text (bullets[b])))
      return strlen (bullets[b]);
  if (i < line.length && line.data[i] == '(')
    i++;
  digits = i;
  while (i < line.length && i < digits + 3 && g_ascii_isdigit (line.data[i]))
    i++;
  if (i == digits && i < line.length && g_ascii_islower (line.data[i]))
    i++;
  if (i == digits || i + 1 >= line.length || (line.data[i] != ')' && (line.data[i] != '.' || digits > 0)) || line.data[i + 1] != ' ')
    return 0;
  return i + 2;
}

static NkSlice
word_at (NkSlice text, gsize start)
{
  gsize end = start;

  while (end < text.length && (g_ascii_isalnum (text.data[end]) || text.data[end] == '-' || (text.data[end] & 0x80) != 0))
    end++;
  return nk_slice (text.data + start, end - start);
}

/* Bytes of one character that may stand between the words and their blank: quotes and brackets that close. */
static gsize
closer_length (NkSlice rest)
{
  static const char *const closers[] = { "\"", "'", ")", "]", "”", "’", "»" };

  for (gsize i = 0; i < G_N_ELEMENTS (closers); i++)
    if (nk_slice_starts (rest, nk_slice_text (closers[i])))
      return strlen (closers[i]);
  return 0;
}

static gsize
opener_length (NkSlice rest)
{
  static const char *const marks[] = { "\"", "'", "(", "[", "“", "‘", "«" };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (nk_slice_starts (rest, nk_slice_text (marks[i])))
      return strlen (marks[i]);
  return 0;
}

static gsize
terminator_length (NkSlice rest)
{
  static const char *const terminators[] = { ".", "!", "?", "…", "。" };

  /* Most bytes are letters: none of these starts with one. */
  if (rest.length == 0 || g_ascii_isalpha (rest.data[0]) || rest.data[0] == ' ')
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (terminators); i++)
    if (nk_slice_starts (rest, nk_slice_text (terminators[i])))
      return strlen (terminators[i]);
  return 0;
}

/* For each byte whether it stands inside brackets or quotes, where no sentence ends. (transfer full) */
static gint *
mark_enclosed (NkSlice text)
{
  gint *depth = g_new0 (gint, text.length + 2);
  gsize open[MAX_BRACKET_DEPTH];
  gsize n_open = 0, quote = G_MAXSIZE;

  for (gsize i = 0; i < text.length; i++) {
    char c = text.data[i];

    if (g_ascii_isalnum (c) || c == ' ')
      continue;
    if (c == '(' || c == '[') {
      if (n_open == MAX_BRACKET_DEPTH) /* forget the outermost: it is most likely one that is never closed */
        memmove (open, open + 1, --n_open * sizeof *open);
      open[n_open++] = i;
    } else if ((c == ')' || c == ']') && n_open > 0) {
      n_open--;
      if (i - open[n_open] <= MAX_BRACKET_BYTES) {
        depth[open[n_open] + 1]++;
        depth[i]--;
      }
    } else if (c == '"') {
      gboolean may_open = i == 0 || strchr (" ([-/", text.data[i - 1]) != NULL;

      if (quote != G_MAXSIZE && i - quote <= MAX_QUOTE_BYTES && !may_open) {
        depth[quote + 1]++;
        depth[i]--;
        quote = G_MAXSIZE;
      } else {
        quote = may_open ? i : G_MAXSIZE;
      }
    }
  }
  for (gsize i = 1; i <= text.length; i++)
    depth[i] += depth[i - 1];
  return depth;
}

/* Whether what stands at `next` looks like the start of a sentence. */
static gboolean
can_begin (NkSlice text, gsize next)
{
  gsize length;
  NkSlice word;

  while ((length = opener_length (nk_slice_from (text, next))) > 0)
    next += length;
  if (next >= text.length)
    return TRUE;
  if (list_mark_length (nk_slice_from (text, next)) > 0)
    return TRUE;
  if (!g_ascii_islower (text.data[next]))
    return g_ascii_isalnum (text.data[next]) || (text.data[next] & 0x80) != 0 || text.data[next] == '<';
  /* A name may start a sentence in lower case: mDNS, draft-example. */
  word = word_at (text, next);
  if (nk_slice_starts (word, NK_SLICE_LITERAL ("draft-")))
    return TRUE;
  for (gsize i = 0; i < word.length; i++)
    if (g_ascii_isupper (word.data[i]) || g_ascii_isdigit (word.data[i]))
      return TRUE;
  return FALSE;
}

static gboolean
starts_with_opener (NkSlice text, gsize next)
{
  gsize length;

  while ((length = opener_length (nk_slice_from (text, next))) > 0)
    next += length;
  return next >= text.length || is_one_of (word_at (text, next), openers, G_N_ELEMENTS (openers));
}

/* `U.S`, `J`, `a.m`: single letters, parted by full stops. */
static gboolean
is_initials (NkSlice word)
{
  for (gsize i = 0; i < word.length; i++)
    if (i % 2 == 0 ? !g_ascii_isalpha (word.data[i]) : word.data[i] != '.')
      return FALSE;
  return word.length % 2 == 1 && (word.length > 1 || g_ascii_isupper (word.data[0]));
}

/* `1` or `a` where an item of an enumeration starts: first in its sentence, or after a colon or semicolon. */
static gboolean
is_enumerator (NkSlice text, gsize start, gsize word_start, NkSlice word)
{
  gboolean is_number = word.length <= 3;

  for (gsize i = 0; i < word.length && is_number; i++)
    is_number = g_ascii_isdigit (word.data[i]);
  if (word.length == 0 || (!is_number && (word.length > 1 || !g_ascii_islower (word.data[0]))))
    return FALSE;
  if (word_start <= start)
    return TRUE;
  return word_start >= start + 2 && strchr (":;", text.data[word_start - 2]) != NULL;
}

/* Whether the full stop at `stop` ends the sentence that began at `start`; `next` is where the next word stands. */
static gboolean
stop_ends_sentence (NkSlice text, gsize start, gsize stop, gsize next)
{
  gsize word_start = stop;
  NkSlice word;
  gsize length;

  while (word_start > start && text.data[word_start - 1] != ' ')
    word_start--;
  while (word_start < stop && (length = opener_length (nk_slice_from (text, word_start))) > 0)
    word_start += length;
  word = nk_slice (text.data + word_start, stop > word_start ? stop - word_start : 0);
  if (word.length == 0 || word.data[word.length - 1] == '.')
    return can_begin (text, next); /* an ellipsis */
  if (is_enumerator (text, start, word_start, word))
    return FALSE;
  if (word.length > 8)
    return can_begin (text, next);
  if (is_initials (word) && !nk_slice_equal_fold (word, NK_SLICE_LITERAL ("e.g")) && !nk_slice_equal_fold (word, NK_SLICE_LITERAL ("i.e"))
      && !nk_slice_equal_fold (word, NK_SLICE_LITERAL ("a.k.a")))
    return starts_with_opener (text, next);
  for (gsize i = 0; i < G_N_ELEMENTS (abbreviations); i++) {
    if (!nk_slice_equal_fold (word, nk_slice_text (abbreviations[i].word)))
      continue;
    switch (abbreviations[i].stop) {
    case STOP_NEVER: return next >= text.length;
    case STOP_NUMBERED:
      if (next < text.length && (g_ascii_isdigit (text.data[next]) || word_at (text, next).length == 1))
        return FALSE;
      return can_begin (text, next);
    case STOP_PERHAPS: return starts_with_opener (text, next);
    }
  }
  return can_begin (text, next);
}

static void
add_sentence (GPtrArray *sentences, NkSlice sentence)
{
  sentence = nk_slice_trim (sentence);
  if (sentence.length > 0 && sentences->len < NK_SENTENCE_MAX)
    g_ptr_array_add (sentences, nk_slice_dup (sentence));
}

/* Splits one paragraph or list item, already on one line. */
static void
split_block (GPtrArray *sentences, NkSlice text)
{
  g_autofree gint *enclosed = mark_enclosed (text);
  gsize start = 0, i = 0;

  while (i < text.length && sentences->len < NK_SENTENCE_MAX) {
    NkSlice rest = nk_slice_from (text, i);
    gsize length = terminator_length (rest), end;
    gboolean is_full_stop = length == 1 && rest.data[0] == '.';
    gboolean needs_blank = length == 1 || (length > 1 && !nk_slice_starts (rest, NK_SLICE_LITERAL ("。")));

    if (length == 0) {
      do
        i++;
      while (i < text.length && (g_ascii_isalpha (text.data[i]) || text.data[i] == ' '));
      continue;
    }
    end = i + length;
    while (end < text.length
           && ((length = closer_length (nk_slice_from (text, end))) > 0 || (length = terminator_length (nk_slice_from (text, end))) > 0))
      end += length;
    if (needs_blank && end < text.length && text.data[end] != ' ') {
      i = end; /* v1.2, example.org */
      continue;
    }
    if (end >= text.length
        || (enclosed[end] <= 0
            && (is_full_stop ? stop_ends_sentence (text, start, i, end + 1) : !needs_blank || can_begin (text, end + 1)))) {
      add_sentence (sentences, nk_slice (text.data + start, MIN (end, text.length) - start));
      start = MIN (end, text.length);
      while (start < text.length && text.data[start] == ' ')
        start++;
      i = start;
    } else {
      i = end;
    }
  }
  add_sentence (sentences, nk_slice_from (text, start));
}

static void
flush_block (GPtrArray *sentences, GString *block)
{
  g_autofree char *folded = nk_utf8_one_line (block->str);

  split_block (sentences, nk_slice_text (folded));
  g_string_truncate (block, 0);
}

GPtrArray *
nk_sentence_split (const char *abstract)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) block = g_string_new (NULL);
  NkSlice rest = nk_slice_text (abstract), line;
  gboolean in_item = FALSE;

  while (nk_slice_next_line (&rest, &line)) {
    NkSlice trimmed = nk_slice_trim (line);
    gboolean is_item = list_mark_length (trimmed) > 0;

    /* A list item goes on in a line that starts in lower case; any other line after it is the text below the list. */
    if (trimmed.length == 0 || is_item || (in_item && !g_ascii_islower (trimmed.data[0])))
      flush_block (sentences, block);
    if (trimmed.length == 0 || is_item || block->len == 0)
      in_item = is_item;
    if (block->len > 0)
      g_string_append_c (block, ' ');
    g_string_append_len (block, trimmed.data, (gssize)trimmed.length);
  }
  flush_block (sentences, block);
  return sentences;
}
