/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "language/scan.h"
#include "language/words.h"

#include <string.h>

#define MAX_NUMBER_BYTES 16
#define MAX_SINGLE_QUOTED_BYTES 90 /* the name of a workshop; a longer way to the next apostrophe is no quotation */

typedef struct {
  NkArena *arena;
  const char **words;
  guint n_words, n_dropped;
  gboolean in_rfcs; /* behind `RFCs`, while numbers are listed */
} Scan;

static const char *
last_word (const Scan *scan)
{
  return scan->n_words > 0 ? scan->words[scan->n_words - 1] : "";
}

static gboolean
is_digits (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return length > 0;
}

static void
put (Scan *scan, const char *text, gsize length)
{
  if (scan->n_words <= NK_SCAN_MAX_WORDS)
    scan->words[scan->n_words++] = nk_arena_text (scan->arena, text, length);
}

/* Length of `RFC`, `BCP`, `STD`, `FYI` in front of a number, with what stands between; 0: it is something else. */
static gsize
series_length (const char *text)
{
  static const char *const series[] = { "RFC", "BCP", "STD", "FYI" };

  for (guint i = 0; i < G_N_ELEMENTS (series); i++) {
    if (nk_word_starts (text, series[i])) {
      gsize length = 3;

      if (text[length] == ' ' || text[length] == '-')
        length++;
      return g_ascii_isdigit (text[length]) ? length : 0;
    }
  }
  return 0;
}

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c) || (c & 0x80) != 0 || c == '_' || c == '%' || c == '$' || c == '<' || c == '>' || c == '=' || c == '~'
         || c == '^';
}

/* Signs that hold a word together when a letter follows. */
static gboolean
is_joiner (char c)
{
  return c != '\0' && strchr ("-./:'+_&*#@", c) != NULL;
}

/* +json, /64, #8, /.well-known/: how many signs stand before the word. */
static gsize
signs_before (const char *text)
{
  if (*text == '/' && text[1] == '.' && is_word_byte (text[2]))
    return 2;
  return (*text == '+' && g_ascii_isalpha (text[1])) || ((*text == '/' || *text == '#') && g_ascii_isdigit (text[1]));
}

/* The J of `Ada J. Byron`, whose full stop is a part of the name. */
static gboolean
is_initial (const char *text, gsize length)
{
  return length == 1 && g_ascii_isupper (*text) && text[2] == ' ' && g_ascii_isupper (text[3]) && g_ascii_islower (text[4]);
}

/* The end of `Lamps, Inc.` */
static gboolean
is_company (const char *text, gsize length)
{
  static const char *const kinds[] = { "Inc.", "Ltd.", "Corp." };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (length + 1 == strlen (kinds[i]) && nk_word_starts (text, kinds[i]))
      return TRUE;
  return FALSE;
}

static gsize
word_length (const char *text)
{
  gsize length = signs_before (text);

  while (
      is_word_byte (text[length])
      || (length > 0 && is_joiner (text[length]) && (is_word_byte (text[length + 1]) || (text[length] == ':' && text[length + 1] == ':')))
      || (length > 1 && text[length] == '/' && text[length - 1] == ':' && g_ascii_isdigit (text[length + 1]))
      || (length > 1 && text[length] == ':' && text[length - 1] == ':'))
    length++;
  while (text[length] == '+' && length > 0)
    length++;
  if (length > 0 && text[length] == '/' && text[length + 1] == '"' && is_word_byte (text[length - 1]))
    return length + 1; /* "message/", the start of a media type */
  if (text[length] == '.' && (is_initial (text, length) || is_company (text, length)))
    return length + 1;
  /* e.g. i.e. U.S. */
  if (length >= 3 && text[length] == '.' && text[length - 2] == '.' && g_ascii_isalpha (text[length - 1]))
    length++;
  return length;
}

static void
put_series (Scan *scan, const char *text, gsize head, gsize digits)
{
  char name[32];

  g_snprintf (name, sizeof name, "%.3s %.*s", text, (int)MIN (digits, 12), text + head);
  if (!g_str_equal (last_word (scan), name))
    put (scan, name, strlen (name));
}

/* `single- and multi-key`: the last part of the second word is of both; its length, or 0. */
static gsize
shared_part (const char *text, gsize start, const char **part)
{
  static const char *const joins[] = { "- and ", "- or ", "- and/or ", "- to " };
  const char *next = NULL;
  gsize length;

  for (guint i = 0; next == NULL && i < G_N_ELEMENTS (joins); i++)
    if (nk_word_starts (text + start, joins[i]))
      next = text + start + strlen (joins[i]);
  if (next == NULL || g_ascii_isupper (*text))
    return 0;
  length = word_length (next);
  *part = g_strrstr_len (next, (gssize)length, "-");
  return *part != NULL ? (gsize)(next + length - *part) : 0;
}

/* TRUE for a long word in small letters that stands there twice. */
static gboolean
is_doubled (const Scan *scan, const char *text, gsize length)
{
  const char *last = last_word (scan);

  if (length < 4 || strlen (last) != length || strncmp (last, text, length) != 0 || strncmp (text, "that", length) == 0)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_islower (text[i]))
      return FALSE;
  return TRUE;
}

static const char *const auxiliaries[] = { "must", "shall", "should", "may", NULL };

/* `clients MUST send`, `MUST NOT` (BCP 14): a word like any other, unless it stands alone in quotes or a list of such. */
static gboolean
is_requirement_word (const Scan *scan, const char *text, gsize length)
{
  static const char *const words[] = { "MUST", "SHALL", "SHOULD", "MAY" };
  static const char *const ratings[] = { "OPTIONAL", "RECOMMENDED", "REQUIRED" };
  static const char *const states[] = { "is", "are", "be", "not", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (length == strlen (words[i]) && strncmp (text, words[i], length) == 0)
      return scan->n_words > 0 && text[length] == ' ' && (g_ascii_islower (text[length + 1]) || nk_word_starts (text + length + 1, "NOT "));
  for (guint i = 0; i < G_N_ELEMENTS (ratings); i++) /* is OPTIONAL to implement */
    if (length == strlen (ratings[i]) && strncmp (text, ratings[i], length) == 0)
      return text[length] != '"' && nk_word_in (states, last_word (scan));
  return length == 3 && nk_word_starts (text, "NOT ") && nk_word_in (auxiliaries, last_word (scan));
}

/* `RFC 2026/BCP 9`: one document, with both its numbers. Length, or 0. */
static gsize
take_two_series (Scan *scan, const char *text, gsize head, gsize digits)
{
  const char *other = text + head + digits + 1;
  gsize second = text[head + digits] == '/' ? series_length (other) : 0, end = second;
  g_autofree char *name = NULL;

  while (second > 0 && end - second < MAX_NUMBER_BYTES && g_ascii_isdigit (other[end]))
    end++;
  if (second == 0 || digits > MAX_NUMBER_BYTES || g_ascii_isalnum (other[end]))
    return 0;
  name = g_strdup_printf ("%.3s %.*s/%.*s", text, (int)digits, text + head, (int)end, other);
  put (scan, name, strlen (name));
  return head + digits + 1 + end;
}

/* `(AFI=1, SAFI=2)`: what is set stands side by side, and the second is no other name of the first. The length of all, or of the first. */
static gsize
settings_length (const char *text, gsize length)
{
  while (memchr (text, '=', length) != NULL && nk_word_starts (text + length, ", ")) {
    gsize next = word_length (text + length + 2);

    if (memchr (text + length + 2, '=', next) == NULL)
      break;
    length += 2 + next;
  }
  return length;
}

/* `Lamps, Inc.` is one name, and its comma parts no list. */
static void
join_comma (Scan *scan)
{
  if (scan->n_words < 2 || !nk_word_is (last_word (scan), ",") || !g_ascii_isupper (*scan->words[scan->n_words - 2]))
    return;
  scan->n_words--;
  scan->words[scan->n_words - 1] = nk_arena_join (scan->arena, last_word (scan), ",");
}

static gsize
take_word (Scan *scan, const char *text)
{
  gsize length, head = series_length (text), part_length;
  const char *part = NULL;

  if (head > 0) {
    gsize digits = 0;

    while (g_ascii_isdigit (text[head + digits]))
      digits++;
    length = take_two_series (scan, text, head, digits);
    if (length > 0)
      return length;
    if (!g_ascii_isalnum (text[head + digits])) {
      put_series (scan, text, head, digits);
      return head + digits;
    }
  }
  length = settings_length (text, word_length (text));
  while (is_digits (text, length) && text[length] == ',' && is_digits (text + length + 1, 3) && !g_ascii_isalnum (text[length + 4])
         && length < MAX_NUMBER_BYTES)
    length += 4; /* 23,000 */
  if (scan->in_rfcs && is_digits (text, length) && length >= 3) {
    g_autofree char *rfc = g_strdup_printf ("RFC %.*s", (int)MIN (length, 8), text);

    put (scan, rfc, strlen (rfc));
    return length;
  }
  if (length == 4 && strncmp (text, "RFCs", 4) == 0 && text[4] == ' ' && g_ascii_isdigit (text[5])) {
    scan->in_rfcs = TRUE;
    return length;
  }
  if (!(length <= 3 && (strncmp (text, "and", length) == 0 || strncmp (text, "or", length) == 0)))
    scan->in_rfcs = FALSE;
  if (length > 2 && *text == '_' && (text[length - 1] == '_' || strchr (text + length, '_') != NULL)) {
    text++; /* _emphasis_ of plain text */
    put (scan, text, length - 1 - (text[length - 2] == '_'));
  } else if (length > 3 && strncmp (text + length - 3, "n't", 3) == 0) { /* don't, can't */
    if (strncmp (text, "won", 3) == 0)
      put (scan, "will", 4);
    else
      put (scan, text, length - (strncmp (text, "can", 3) == 0 ? 2 : 3));
    put (scan, "not", 3);
  } else if (length > 2 && text[length - 1] == '_')
    put (scan, text, length - 1);
  else if (length > 2 && text[length - 2] == '\'' && text[length - 1] == 's') {
    put (scan, text, length - 2);
    put (scan, "'s", 2);
  } else if (length > 2 && text[length] == '\'' && g_ascii_isupper (text[length - 1]) && text[length - 1] != 'S' && !is_word_byte (text[length + 1])) {
    put (scan, text, ++length); /* EAP-AKA': its prime is part of the name */
  } else if (is_doubled (scan, text, length)) {
    /* an interface interface */
  } else if ((part_length = shared_part (text, length, &part)) > 0) {
    g_autofree char *whole = g_strdup_printf ("%.*s%.*s", (int)length, text, (int)part_length, part);

    put (scan, whole, strlen (whole));
  } else if (is_requirement_word (scan, text, length)) {
    g_autofree char *lower = g_ascii_strdown (text, (gssize)length);

    put (scan, lower, length);
  } else {
    if (length > 1 && is_company (text, length - 1))
      join_comma (scan);
    put (scan, text, length);
  }
  return length;
}

/* `Protocol`, `)`: what a bracket may stand behind. */
static gboolean
ends_noun (const Scan *scan)
{
  const char *word = last_word (scan);

  return g_str_equal (word, ")") || (g_ascii_isalnum (*word) && word[1] != '\0' && series_length (word) == 0);
}

/* The bracket behind a noun: a further one is joined to the first. */
static void
put_citation (Scan *scan, const char *text, gsize head, gsize digits)
{
  gboolean is_further = scan->n_words >= 2 && g_str_equal (last_word (scan), ")") && series_length (scan->words[scan->n_words - 2]) > 0;

  if (is_further) {
    scan->n_words--;
    if (g_str_equal (scan->words[scan->n_words - 2], "and"))
      scan->words[scan->n_words - 2] = nk_arena_text (scan->arena, ",", 1);
    put (scan, "and", 3);
  } else
    put (scan, "(", 1);
  put_series (scan, text, head, digits);
  put (scan, ")", 1);
}

/* A citation stands for its document where a document is named: `as defined in [RFC5280]`, `updates [WARP]`. Behind a name it is a bracket, if a reader can tell the
 * document by it; behind its own number it only repeats. */
static gsize
take_citation (Scan *scan, const char *text)
{
  static const char *const before[]
      = { "in",         "by",        "of",          "from",      "with",       "to",     "and",       "or",       ",",       "(",
          "see",        "updates",   "per",         "update",    "obsoletes",  "extend", "extends",   "on",       "than",    "both",
          "under",      "the",       "complements", "replaces",  "supersedes", "amends", "clarifies", "modifies", "revises", "augments",
          "extending",  "updating",  "obsoleting",  "replacing", "via",        "using",  "like",      "into",     "beyond",  "defines",
          "deprecates", "addresses", "corrects",    "follows",   "uses",       "since",  NULL };
  const char *close = strchr (text, ']');
  gsize length, head;
  gboolean is_document, is_named;

  if (close == NULL)
    return 1;
  length = (gsize)(close - text) + 1;
  head = series_length (text + 1);
  is_document = head > 0 && is_digits (text + 1 + head, length - head - 2);
  is_named = nk_word_in (before, last_word (scan));
  if (is_document && is_named)
    put_series (scan, text + 1, head, length - head - 2);
  else if (is_document && ends_noun (scan))
    put_citation (scan, text + 1, head, length - head - 2);
  else if (is_named && length > 3 && g_ascii_isupper (text[1]) && word_length (text + 1) == length - 2)
    put (scan, text + 1, length - 2);
  else if (!g_str_has_prefix (last_word (scan), "RFC"))
    scan->n_dropped++;
  return length;
}

typedef struct {
  const char *sign;
  const char *word;
} Sign;

static gsize
take_sign (Scan *scan, const char *text)
{
  static const Sign signs[] = {
    { "``", "\"" }, { "`", "\"" },  { "''", "\"" }, { "\"", "\"" }, { "---", "--" }, { "--", "--" }, { " - ", "--" },
    { "...", "" },  { " & ", "&" }, { "(", "(" },   { ")", ")" },   { ",", "," },    { ";", ";" },   { ":", ":" },
  };

  if (g_ascii_isalnum (*text) || (*text == ' ' && text[1] != '-' && text[1] != '&'))
    return 0; /* as most do */
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
    if (nk_word_starts (text, signs[i].sign)) {
      gsize length = strlen (signs[i].sign);

      if (*signs[i].word != '\0')
        put (scan, signs[i].word, strlen (signs[i].word));
      if (strchr (",", *signs[i].word) == NULL)
        scan->in_rfcs = FALSE;
      return length;
    }
  }
  return 0;
}

/* 'word' in single quotes; the length of all of it, or 0. */
static gsize
take_single_quotes (Scan *scan, const char *text, gboolean starts_word)
{
  const char *close = *text == '\'' && starts_word ? strchr (text + 1, '\'') : NULL;

  if (close == NULL || close - text > MAX_SINGLE_QUOTED_BYTES || g_ascii_isalnum (close[1]) || close == text + 1)
    return 0;
  put (scan, "\"", 1);
  put (scan, text + 1, (gsize)(close - text) - 1);
  put (scan, "\"", 1);
  return (gsize)(close - text) + 1;
}

gboolean
nk_scan_is_broken (const char *text, gsize i)
{
  static const char *const joins[] = { "and ", "or ", "to ", "nor " };

  if (text[i] != '-' || i == 0 || !g_ascii_isalnum (text[i - 1]) || text[i + 1] != ' ' || !g_ascii_isalnum (text[i + 2]))
    return FALSE;
  for (guint k = 0; k < G_N_ELEMENTS (joins); k++)
    if (nk_word_starts (text + i + 2, joins[k]))
      return FALSE;
  return TRUE;
}

/* The typographic signs of the sentence in ASCII. */
static char *
normalise (NkArena *arena, const char *sentence)
{
  static const Sign signs[]
      = { { "“", "\"" }, { "”", "\"" }, { "„", "\"" }, { "«", "\"" }, { "»", "\"" }, { "’", "'" },        { "‘", "'" },
          { "—", "--" }, { "–", "-" },  { "−", "-" },  { "‐", "-" },  { "‑", "-" },  { "\xc2\xa0", " " }, { "…", " " } };
  gsize length = strlen (sentence), n = 0;
  char *out = nk_arena_take (arena, length + 1);

  for (gsize i = 0; i < length;) {
    gsize taken = 0;

    if (g_ascii_isalnum (sentence[i])) {
      out[n++] = sentence[i++];
      continue;
    }

    for (guint k = 0; (sentence[i] & 0x80) != 0 && k < G_N_ELEMENTS (signs) && taken == 0; k++) {
      if (nk_word_starts (sentence + i, signs[k].sign)) {
        taken = strlen (signs[k].sign);
        memcpy (out + n, signs[k].word, strlen (signs[k].word)); /* never longer than the sign */
        n += strlen (signs[k].word);
      }
    }
    if (taken == 0 && sentence[i] == ' ' && nk_word_starts (sentence + i, " / ") && n > 0 && g_ascii_isalnum (out[n - 1])
        && g_ascii_isalnum (sentence[i + 3])) {
      out[n++] = '/';
      taken = 3;
    }
    if (taken == 0 && sentence[i] == '/' && n > 0 && g_ascii_isalnum (out[n - 1]) && sentence[i + 1] == ' ' && g_ascii_isalnum (sentence[i + 2])) {
      out[n++] = '/'; /* `offer/ answer`, broken at the end of a line */
      taken = 2;
    }
    if (taken == 0 && nk_scan_is_broken (sentence, i)) {
      out[n++] = '-'; /* `packet- switched`, broken at the end of a line */
      taken = 2;
    }
    if (taken == 0)
      out[n++] = sentence[i++];
    i += taken;
  }
  return out;
}

gboolean
nk_scan (const char *sentence, NkArena *arena, const char **words, guint *ret_n_words, guint *ret_n_dropped)
{
  Scan scan = { arena, words, 0, 0, FALSE };
  const char *start = normalise (arena, sentence), *text = start;

  while (*text != '\0' && scan.n_words <= NK_SCAN_MAX_WORDS) {
    gsize length = take_single_quotes (&scan, text, text == start || !is_word_byte (text[-1]));

    if (length == 0)
      length = take_sign (&scan, text);
    if (length == 0 && *text == '[')
      length = take_citation (&scan, text);
    if (length == 0 && (is_word_byte (*text) || (signs_before (text) > 0 && (text == start || strchr (" \"(", text[-1]) != NULL))))
      length = take_word (&scan, text);
    if (length == 0 && *text == '\'' && scan.n_words > 0 && text > start
        && (text[-1] == 's' || (text[1] == 's' && !is_word_byte (text[2])))) {
      put (&scan, "'s", 2);
      length = text[1] == 's' ? 2 : 1;
    }
    text += MAX (length, 1);
  }
  *ret_n_words = MIN (scan.n_words, NK_SCAN_MAX_WORDS);
  words[*ret_n_words] = NULL;
  *ret_n_dropped = scan.n_dropped;
  return scan.n_words <= NK_SCAN_MAX_WORDS;
}
