/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Several words as one: names that are so by nothing but their capitals, numbers with their bounds. */
#include "language/token_private.h"

#define MAX_RUN_WORDS 14u
#define MAX_BRACKETED_BYTES 12u

/* `Data`, and not `TLS` or `IPv6`. */
static gboolean
is_plain_capital (const char *word)
{
  return g_ascii_isupper (word[0]) && g_ascii_islower (word[1]) && !nk_has_inner_capital (word);
}

/* TRUE at the abbreviation in brackets of a name: `(SDF)`. */
static gboolean
is_abbreviated (const char *const *words, guint n_words, guint at)
{
  return at + 2 < n_words && g_str_equal (words[at], "(") && g_str_equal (words[at + 2], ")")
         && strlen (words[at + 1]) <= MAX_BRACKETED_BYTES && g_ascii_isupper (words[at + 1][0]) && nk_has_inner_capital (words[at + 1]);
}

guint
nk_token_titled_words (const char *const *words, guint n_words, guint start)
{
  static const char *const openers[] = { "for", "of", "in", NULL }, *const joiners[] = { "of", "and", "for", "in", "over", "with", NULL };
  guint most = MIN (n_words, start + MAX_RUN_WORDS), at = start, end = 0, n_parts = 0;

  while (at < most && is_plain_capital (words[at]))
    at++;
  if (at < start + 2 || !is_abbreviated (words, n_words, at))
    return 0;
  at += 3;
  if (at + 1 >= most || !nk_word_in (openers, words[at]))
    return 0;
  while (at + 1 < most && nk_word_in (n_parts == 0 ? openers : joiners, words[at]) && is_plain_capital (words[at + 1])) {
    for (at++; at < most && is_plain_capital (words[at]);)
      at++;
    end = at;
    n_parts++;
  }
  if (n_parts < 2 || (end + 1 < n_words && g_str_equal (words[end], "(") && !g_str_has_prefix (words[end + 1], "RFC ")))
    return 0; /* a tail with an abbreviation of its own: a MIB for Mapping of Addresses (MoA) */
  return end - start;
}

/* The place behind the plain capitals from `at`. */
static guint
skip_capitals (const char *const *words, guint n_words, guint at)
{
  while (at < n_words && is_plain_capital (words[at]))
    at++;
  return at;
}

/* `the Lighting and Dimming Consortium` */
static guint
organisation_words (const char *const *words, guint n_words, guint start)
{
  static const char *const kinds[] = { "Consortium", "Forum",      "Society",      "Institute", "Association", "Alliance",
                                       "Foundation", "Commission", "Organization", "Council",   "Laboratory",  NULL };
  guint joint = skip_capitals (words, n_words, start), end;

  if (start == 0 || !nk_word_is (words[start - 1], "the") || joint == start || joint + 1 >= n_words || !nk_word_is (words[joint], "and"))
    return 0;
  end = skip_capitals (words, n_words, joint + 1);
  return end > joint + 1 && nk_word_in (kinds, words[end - 1]) ? end - start : 0;
}

guint
nk_token_titled_phrase (const char *const *words, guint n_words, guint start)
{
  static const char *const joiners[] = { "for", "of", NULL };
  guint at = skip_capitals (words, n_words, start), end;

  if (at < start + 2 || at + 2 >= n_words || !nk_word_in (joiners, words[at]))
    return organisation_words (words, n_words, start);
  end = skip_capitals (words, n_words, at + 1);
  return end >= at + 3 && (end == n_words || !g_str_equal (words[end], "(")) ? end - start : 0;
}

void
nk_tokens_keep_counted (NkTokens *tokens)
{
  static const char *const counted[] = { "version", "level", "phase", "step", "type", "class", "port", "release", "stage", "slot", NULL };

  for (guint i = 1; i + 1 < tokens->n; i++) {
    NkToken *token = &tokens->tokens[i];

    if ((token->tags & NK_TAG_NOUN) != 0 && (token[-1].tags & NK_TAG_TO) != 0 && (token[1].tags & NK_TAG_NUMBER) != 0
        && nk_word_in (counted, token->lower))
      token->forms = NULL;
  }
}

static gboolean
is_section_number (const char *word)
{
  return nk_token_is_number (word) || (g_ascii_isupper (word[0]) && (word[1] == '\0' || (word[1] == '.' && g_ascii_isdigit (word[2]))));
}

const char *
nk_token_sections (NkArena *arena, const char *const *words, const char *const *lower, guint n_words, guint start, guint *ret_n)
{
  static const char *const parts[] = { "section", "sections", "appendix", "appendices", "chapter", "chapters", NULL };
  static const char *const ranges[] = { "to", "through", "thru", NULL };
  const char *name, *text;
  guint n = 2;

  if (start + 2 >= n_words || !g_ascii_isupper (*words[start]) || !nk_word_in (parts, lower[start]) || !is_section_number (words[start + 1]))
    return NULL;
  name = nk_word_starts (lower[start], "section") ? "Section " : nk_word_starts (lower[start], "append") ? "Appendix " : "Chapter ";
  text = nk_arena_join (arena, name, words[start + 1]);
  if (nk_word_in (ranges, lower[start + 2])) {
    n = start + 3 < n_words && nk_word_in (parts, lower[start + 3]) ? 4 : 3;
    if (start + n >= n_words || !is_section_number (words[start + n]))
      return NULL;
    *ret_n = n + 1;
    return nk_arena_join (arena, nk_arena_join (arena, text, "から"), nk_arena_join (arena, name, words[start + n]));
  }
  n += nk_word_is (words[start + n], ",");
  if (start + n >= n_words || (!nk_word_is (lower[start + n], "above") && !nk_word_is (lower[start + n], "below"))
      || (start + n + 1 < n_words && g_ascii_isalnum (*words[start + n + 1])))
    return NULL;
  *ret_n = n + 1;
  return text; /* wherever it is, its number tells */
}

gboolean
nk_token_is_both_of_two (const char *const *lower, const NkLexiconWord *next)
{
  return nk_word_is (lower[0], "both") && !nk_word_is (lower[1], "of") && nk_lexicon_word_joins (next, NK_OBJECT_NOUN);
}

gboolean
nk_token_is_naming (const char *lower)
{
  static const char *const words[] = { "called", "named", "termed", "dubbed", NULL };

  return nk_word_in (words, lower);
}

const char *
nk_token_singular_acronym (NkArena *arena, const char *acronym)
{
  gsize length = strlen (acronym);

  if (length > 3 && g_str_has_suffix (acronym, "es") && strchr ("SXZ", acronym[length - 3]) != NULL)
    return nk_arena_text (arena, acronym, length - 2);
  return length > 2 && acronym[length - 1] == 's' && g_ascii_isupper (acronym[length - 2]) ? nk_arena_text (arena, acronym, length - 1)
                                                                                           : acronym;
}

char *
nk_token_join (NkArena *arena, const char **words, guint start, guint n, guint16 *ends)
{
  gsize length = 0;
  char *text, *end;

  for (guint i = 0; i < n; i++)
    length += strlen (words[start + i]) + 1;
  text = end = nk_arena_take (arena, length);
  for (guint i = 0; i < n; i++) {
    const char *word = nk_word_is (words[start + i], "--") ? "-" : words[start + i]; /* `Border Gateway Protocol - Link State` */
    gboolean is_letter = g_ascii_isalnum (*word);

    if (i > 0 && (is_letter || (strchr (",;:)", *word) == NULL && !nk_word_is (word, "'s"))) && end > text && end[-1] != '(')
      *end++ = ' ';
    end = g_stpcpy (end, word);
    if (ends != NULL)
      ends[i + 1] = (guint16)(end - text);
  }
  return text;
}

const char *
nk_token_quantity (NkArena *arena, const char *const *words, const char *const *lower, guint n_words, guint start, guint *ret_n)
{
  static const struct {
    const char *first, *second, *before, *after; /* what stands before the number, and its Japanese around it */
  } bounds[] = {
    { "more", "than", "", "を超える" },  { "over", NULL, "", "を超える" },    { "at", "least", "", "以上の" },
    { "up", "to", "最大", "の" },        { "at", "most", "", "以下の" },      { "less", "than", "", "未満の" },
    { "fewer", "than", "", "未満の" },   { "nearly", NULL, "約", "の" },      { "approximately", NULL, "約", "の" },
    { "about", NULL, "約", "の" },       { "roughly", NULL, "約", "の" },     { "around", NULL, "約", "の" },
  };
  static const char *const units[] = { "times", "ms", "kbps", NULL }; /* which no table has as a noun that is counted */

  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++) {
    guint n = bounds[i].second != NULL ? 2 : 1;

    if (start + n + 1 >= n_words || !g_str_equal (lower[start], bounds[i].first)
        || (n == 2 && !g_str_equal (lower[start + 1], bounds[i].second)) || !nk_token_is_number (words[start + n])
        || !g_ascii_islower (*words[start + n + 1]))
      continue;
    if (nk_word_in (units, lower[start + n + 1]))
      return NULL;
    *ret_n = n + 1;
    return nk_arena_join (arena, nk_arena_join (arena, bounds[i].before, words[start + n]), bounds[i].after);
  }
  return NULL;
}
