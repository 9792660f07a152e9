/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "language/token_private.h"

#define LONGEST_CLOSED 3u /* words: as well as, in order to */

/* Words from one place on in lower case, joined once however many of them are looked up: the text is cut behind as many as are wanted. */
typedef struct {
  guint most; /* words that may be asked for */
  char *text; /* NULL: not joined yet */
  guint16 ends[NK_SCAN_MAX_WORDS + 1], cut;
  char was; /* where it is cut */
} Run;

NkToken *
nk_token_put (NkTokenMaking *making, const char *text, const char *lower, const NkLexiconWord *entry)
{
  NkToken *token;

  if (making->tokens->n > NK_TOKENS_MAX)
    return NULL;
  token = &making->tokens->tokens[making->tokens->n++];
  token->text = text;
  token->lower = lower;
  token->lemma = lower;
  token->entry = entry;
  making->is_first = FALSE;
  return token;
}

void
nk_token_put_name (NkTokenMaking *making, const char *text, const char *japanese)
{
  const char *lower = nk_lower (making->arena, text);
  NkToken *token = nk_token_put (making, text, lower, nk_lexicon_word (making->lexicon, lower));

  if (token == NULL)
    return;
  token->tags = NK_TAG_NAME;
  token->japanese = japanese;
}

/* `n` words from `start` in lower case; good until the next call. */
static char *
take_run (NkTokenMaking *making, Run *run, guint start, guint n)
{
  if (run->text == NULL) {
    run->text = nk_token_join (making->arena, making->lower, start, run->most, run->ends);
    run->cut = run->ends[run->most];
    run->was = '\0';
  }
  run->text[run->cut] = run->was;
  run->cut = run->ends[n];
  run->was = run->text[run->cut];
  run->text[run->cut] = '\0';
  return run->text;
}

static gboolean
has_length (const NkLexiconWord *first, guint n)
{
  return first != NULL && (first->lengths & 1u << MIN (n, 31)) != 0;
}

/* `Label Switched Path`, `label switched path (LSP)`: the longest run of words from `start` that has an abbreviation. 0: none. */
static guint
take_expansion (NkTokenMaking *making, Run *run, guint start, guint most)
{
  const NkLexiconWord *first = making->entries[start];
  guint known_most = MIN (first != NULL ? first->most_words : 0, making->n_words - start), n_capitals = 0;

  /* Without capitals only what the document itself abbreviates is an expansion. */
  for (guint i = 0; known_most > most && i < known_most; i++)
    n_capitals += g_ascii_isupper (*making->words[start + i]);
  if (n_capitals >= 2)
    most = known_most;
  for (guint n = MIN (most, making->n_words - start); n >= 2; n--) {
    const char *last = making->words[start + n - 1], *own, *acronym, *text;
    char *lower = take_run (making, run, start, n);
    gsize length = strlen (lower);
    gboolean is_plural = length > 3 && lower[length - 1] == 's' && lower[length - 2] != 's';
    const NkAcronym *known;
    guint capitals = 0, next = start + n;

    own = nk_names_abbreviation (making->names, lower);
    known = has_length (first, n) ? nk_lexicon_acronym (making->lexicon, lower) : NULL; /* internet of things */
    if (is_plural)
      lower[length - 1] = '\0';
    if (known == NULL && has_length (first, n))
      known = nk_lexicon_acronym (making->lexicon, lower);
    if (own == NULL && is_plural)
      own = nk_names_abbreviation (making->names, lower);
    if (is_plural)
      lower[length - 1] = 's';
    for (guint i = 0; i < n; i++)
      capitals += g_ascii_isupper (*making->words[start + i]);
    if ((own == NULL && known == NULL) || (own == NULL && capitals < 2) || *last == '(')
      continue;
    acronym = own != NULL ? own : known->acronym;
    text = nk_token_join (making->arena, making->words, start, n, NULL);
    is_plural = is_plural || nk_token_singular_acronym (making->arena, acronym) != acronym;
    acronym = nk_token_singular_acronym (making->arena, acronym);
    if ((nk_lexicon_is_known_acronym (making->lexicon, acronym) || (known != NULL && known->is_known))
        && nk_names_has_abbreviation (making->names, acronym)) {
      gboolean has_bracket = next + 2 < making->n_words && g_str_equal (making->words[next], "(")
                             && g_str_equal (making->words[next + 2], ")")
                             && g_ascii_strncasecmp (making->words[next + 1], acronym, strlen (acronym)) == 0;

      nk_token_put_name (making, text, acronym);
      making->tokens->tokens[making->tokens->n - 1].is_plural = is_plural;
      return has_bracket ? n + 3 : n;
    }
    if (capitals < 2)
      return 0; /* translated, with the abbreviation in brackets */
    /* `Merkle Tree certificates`: a name and an ordinary noun. */
    if (n > 2 && capitals == n - 1 && !g_ascii_isupper (*last) && (next == making->n_words || *making->words[next] != '(')
        && ((making->entries[next - 1] != NULL && making->entries[next - 1]->terms != NULL)
            || nk_lexicon_plural (making->lexicon, making->lower[next - 1]) != NULL)) {
      n--;
      text = nk_token_join (making->arena, making->words, start, n, NULL);
      is_plural = FALSE;
    }
    nk_token_put_name (making, text, text);
    making->tokens->tokens[making->tokens->n - 1].is_plural = is_plural;
    return n;
  }
  return 0;
}

/* TRUE if the words from `start` may be looked up in lower case: no capital but the first of a sentence, of an abbreviation, or of a title; but not `encrypted DNS` of `encrypted
 * DNS over HTTPS`. */
static gboolean
may_fold (const NkTokenMaking *making, guint start, guint n)
{
  if (making->kind == NK_TOKENS_TITLE) {
    for (guint i = start; i < start + n; i++)
      if (nk_has_inner_capital (making->words[i]))
        return FALSE;
    return TRUE;
  }
  for (guint i = start; i < start + n; i++)
    if (g_ascii_isupper (*making->words[i]) && !(i == start && making->is_first && !nk_has_inner_capital (making->words[i]))
        && !nk_token_is_abbreviation (making->words[i]))
      return FALSE;
  return start + n >= making->n_words || !g_str_equal (making->lower[start + n], "over") || !nk_token_is_abbreviation (making->words[start + n - 1]);
}

/* `architectural and functional requirements`: the second adjective stands by itself. */
static gboolean
splits_modifiers (const NkTokenMaking *making, guint start)
{
  guint n = making->tokens->n;
  const NkTerm *term;

  if (n < 2 || (making->tokens->tokens[n - 1].tags & NK_TAG_AND) == 0 || (making->tokens->tokens[n - 2].tags & NK_TAG_ADJECTIVE) == 0
      || (making->tokens->tokens[n - 2].tags & NK_TAG_NOUN) != 0)
    return FALSE;
  term = making->entries[start] != NULL ? making->entries[start]->terms : NULL;
  while (term != NULL && term->kind != NK_TERM_ADJECTIVE)
    term = term->next;
  return term != NULL;
}

/* `suitable for use in X`, `the base set of X`: words of the entry belong to what stands before it. */
static gboolean
belongs_before (const NkTokenMaking *making, guint start, guint n, const NkToken *found)
{
  const NkToken *before = making->tokens->n > 0 ? &making->tokens->tokens[making->tokens->n - 1] : NULL;

  if (before == NULL)
    return FALSE;
  if (n > 2 && g_str_equal (making->lower[start], "for") && g_str_equal (making->lower[start + 1], "use"))
    return before->entry != NULL && before->entry->adjective != NULL;
  /* `if any errors are found`, but `the errors, if any` */
  if (n == 2 && g_str_equal (making->lower[start], "if") && g_str_equal (making->lower[start + 1], "any"))
    return start + 2 < making->n_words && strchr (",;:)", *making->words[start + 2]) == NULL;
  /* `attacks on time synchronization` */
  if (n == 2 && g_str_equal (making->lower[start], "on") && g_str_equal (making->lower[start + 1], "time"))
    return start + 2 < making->n_words && making->entries[start + 2] != NULL && making->entries[start + 2]->terms != NULL
           && making->entries[start + 2]->terms->kind == NK_TERM_NOUN;
  /* `threats in that model`: no clause follows */
  if (n == 2 && g_str_equal (making->lower[start], "in") && g_str_equal (making->lower[start + 1], "that"))
    return start + 3 >= making->n_words || strchr (",;", *making->words[start + 3]) != NULL;
  return n == 2 && g_str_equal (making->lower[start + 1], "of") && found->tags == NK_TAG_DETERMINER
         && (before->tags & (NK_TAG_NOUN | NK_TAG_ADJECTIVE)) != 0 && (before->tags & NK_TAG_DETERMINER) == 0
         && (before->forms == NULL || (before->tags & NK_TAG_ADJECTIVE) != 0);
}

/* The longest entry of several words. 0: none. */
static guint
take_entry (NkTokenMaking *making, Run *run, guint start)
{
  static const char *const closed_starts[] = { "as", "in", "so", "such", NULL }; /* as well as, in order to */
  const NkLexiconWord *first = making->entries[start];
  gboolean is_closed = nk_word_in (closed_starts, making->lower[start]);
  guint most = MAX (first != NULL ? first->most_words : 0, is_closed ? LONGEST_CLOSED : 0);

  for (guint n = MIN (most, making->n_words - start); n >= 2; n--) {
    NkToken found = { 0 };

    if ((!is_closed && !has_length (first, n)) || !may_fold (making, start, n) || splits_modifiers (making, start))
      continue;
    found.lower = found.lemma = take_run (making, run, start, n);
    found.entry = nk_lexicon_word (making->lexicon, found.lower);
    nk_token_look_up (making->lexicon, &found);
    if ((found.tags != 0 || found.forms != NULL) && !belongs_before (making, start, n, &found)) {
      NkToken *token = nk_token_put (making, nk_token_join (making->arena, making->words, start, n, NULL), found.lower, found.entry);

      if (token != NULL) {
        const char *text = token->text;

        *token = found;
        token->text = text;
      }
      return n;
    }
  }
  return 0;
}

static gboolean
take_sign (NkTokenMaking *making, const char *word)
{
  static const struct {
    const char *sign;
    guint tag;
  } signs[] = {
    { ",", NK_TAG_COMMA }, { ";", NK_TAG_SEMICOLON }, { ":", NK_TAG_COLON }, { "--", NK_TAG_DASH }, { "'s", NK_TAG_POSSESSIVE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
    if (g_str_equal (word, signs[i].sign)) {
      NkToken *token = nk_token_put (making, word, word, NULL);

      if (token != NULL)
        token->tags = signs[i].tag;
      return TRUE;
    }
  }
  return g_str_equal (word, ")") || *word == '\0';
}

/* `to another gateway, e.g., for load balancing`: said of the verb. 0: what follows is an example of things. */
static guint
take_example (NkTokenMaking *making, guint start)
{
  guint n = start + 1 < making->n_words && g_str_equal (making->words[start + 1], ",") ? 2 : 1;
  NkToken *token;

  if (!g_str_equal (making->lower[start], "e.g.") || start + n >= making->n_words || making->tokens->n == 0
      || !nk_lexicon_joins (making->lexicon, making->lower[start + n], NK_OBJECT_NOUN))
    return 0;
  if ((making->tokens->tokens[making->tokens->n - 1].tags & NK_TAG_COMMA) != 0)
    making->tokens->tokens[--making->tokens->n] = (NkToken){ 0 };
  token = nk_token_put (making, "for example", "for example", nk_lexicon_word (making->lexicon, "for example"));
  if (token != NULL)
    nk_token_look_up (making->lexicon, token);
  return n;
}

static gboolean
take_quantity (NkTokenMaking *making, guint i, guint *ret_n)
{
  guint n = making->tokens->n;
  const char *japanese;
  NkToken *token;

  if (g_str_equal (making->lower[i], "over") && (n == 0 || (making->tokens->tokens[n - 1].tags & NK_TAG_PREPOSITION) == 0))
    return FALSE;
  japanese = nk_token_quantity (making->arena, making->words, making->lower, making->n_words, i, ret_n);
  token = japanese != NULL ? nk_token_put (making, making->words[i + *ret_n - 1], making->lower[i + *ret_n - 1], NULL) : NULL;
  if (token == NULL)
    return FALSE;
  token->tags = NK_TAG_NUMBER;
  token->japanese = japanese;
  return TRUE;
}

/* (Section 3) */
static gboolean
is_numbered (const NkTokenMaking *making, guint i)
{
  return g_ascii_isupper (*making->words[i]) && i + 1 < making->n_words && nk_token_is_number (making->words[i + 1]);
}

/* The word at `i`, which belongs to no other. */
static void
take_word (NkTokenMaking *making, guint i, gboolean is_first)
{
  const char *word = making->words[i];
  NkToken *token = nk_token_put (making, word, making->lower[i], making->entries[i]);

  if (token == NULL || (i + 1 < making->n_words && nk_token_is_named_quality (word, making->words[i + 1])
                        && nk_token_classify_hyphenated (making->lexicon, making->arena, token)))
    return;
  if (making->tokens->n > 1 && nk_token_is_naming (making->tokens->tokens[making->tokens->n - 2].lower)
      && (making->entries[i] == NULL || making->entries[i]->terms == NULL) && !nk_has_inner_capital (word)
      && nk_lexicon_plural (making->lexicon, making->lower[i]) == NULL && !nk_token_is_closed (making->lower[i])) {
    token->tags = NK_TAG_NAME;
    token->japanese = nk_token_quoted (making->arena, word);
  } else {
    gboolean is_counted = i + 2 < making->n_words && g_str_equal (word, "Version") && nk_token_is_number (making->words[i + 1])
                          && !g_ascii_isupper (*making->words[i + 2]); /* Version 1.2 of the protocol */

    nk_token_classify (making->lexicon, making->arena, token, making->kind == NK_TOKENS_TITLE || is_first || is_counted,
                       making->kind != NK_TOKENS_SENTENCE && g_ascii_isupper (*word));
    if (token->is_unknown && nk_names_is_small (making->names, word)) {
      token->is_unknown = token->is_plural = FALSE;
      token->tags = NK_TAG_NAME;
      token->japanese = word;
    }
  }
}

static guint
take (NkTokenMaking *making, guint i)
{
  const char *word = making->words[i];
  const NkTerm *terms = making->entries[i] != NULL ? making->entries[i]->terms : NULL;
  gboolean is_first = making->is_first;
  Run run = { .text = NULL };
  const char *japanese;
  guint n;

  if (g_str_equal (word, "("))
    return nk_token_take_bracket (making, i);
  if (i + 1 < making->n_words && nk_token_is_both_of_two (making->lower + i, making->entries[i + 1]))
    return i + 1;
  if (g_str_equal (word, "\""))
    return nk_token_take_quotes (making, i);
  if (take_sign (making, word))
    return i + 1;
  if (take_quantity (making, i, &n))
    return i + n;
  if ((japanese = nk_token_sections (making->arena, making->words, making->lower, making->n_words, i, &n)) != NULL) {
    nk_token_put_name (making, nk_token_join (making->arena, making->words, i, n, NULL), japanese);
    return i + n;
  }
  n = take_example (making, i);
  if (n > 0)
    return i + n;
  n = making->kind == NK_TOKENS_SENTENCE && !is_first ? nk_token_titled_words (making->words, making->n_words, i) : 0;
  if (n > 0) {
    nk_token_put_name (making, nk_token_join (making->arena, making->words, i, n, NULL), nk_token_join (making->arena, making->words, i, n, NULL));
    return i + n;
  }
  n = nk_names_max_words (making->names, making->lower[i]);
  run.most = MIN (MAX (MAX (n, making->entries[i] != NULL ? making->entries[i]->most_words : 0), LONGEST_CLOSED), making->n_words - i);
  n = take_expansion (making, &run, i, n);
  if (n == 0 && making->kind == NK_TOKENS_SENTENCE && !is_first && (n = nk_token_titled_phrase (making->words, making->n_words, i)) > 0)
    nk_token_put_name (making, nk_token_join (making->arena, making->words, i, n, NULL), nk_token_join (making->arena, making->words, i, n, NULL));
  if (n == 0)
    n = take_entry (making, &run, i);
  if (n > 0)
    return i + n;
  /* `Egress Protection leverages`, `(Policy Evaluation)`: the first word is part of a name if the next one is. */
  if (is_first && making->kind != NK_TOKENS_TITLE && i + 1 < making->n_words && g_ascii_isupper (*making->words[i + 1])
      && g_ascii_islower (making->words[i + 1][1]) && g_ascii_isupper (*word) && g_ascii_isalpha (word[1])
      && !nk_token_is_closed (making->lower[i]) && terms != NULL && terms->kind != NK_TERM_DETERMINER && terms->kind != NK_TERM_CONNECTIVE
      && making->entries[i]->joints == NULL) {
    nk_token_put_name (making, word, word);
    return i + 1;
  }
  /* In a title every word has a capital; what the abstract writes so too is a name. */
  if (making->kind == NK_TOKENS_TITLE && i + 1 < making->n_words
      && (nk_names_is_name (making->names, nk_token_join (making->arena, making->words, i, 2, NULL))
          || (i > 0 && nk_names_is_name (making->names, nk_token_join (making->arena, making->words, i - 1, 2, NULL))))
      && g_ascii_islower (word[1]) && !nk_token_is_closed (making->lower[i])) {
    nk_token_put_name (making, word, word);
    return i + 1;
  }
  if (is_first && making->kind == NK_TOKENS_BRACKET && is_numbered (making, i)) {
    nk_token_put_name (making, word, word);
    return i + 1;
  }
  take_word (making, i, is_first);
  return i + 1;
}

NkTokens *
nk_tokens_of_words (const NkLexicon *lexicon, const NkNames *names, const char **words, guint n_words, NkTokensKind kind, NkArena *arena)
{
  NkTokenMaking making = { lexicon, names, arena, kind, words, NULL, NULL, n_words, NULL, TRUE };
  guint i = 0;

  making.tokens = nk_arena_new0 (arena, NkTokens);
  making.tokens->tokens = nk_arena_take (arena, sizeof (NkToken) * MIN (NK_TOKENS_MAX + 2, 2 * n_words + 2)); /* a word makes one or two */
  making.lower = nk_arena_take (arena, sizeof (char *) * (n_words + 1));
  making.entries = nk_arena_take (arena, sizeof (NkLexiconWord *) * (n_words + 1));
  for (guint k = 0; k < n_words; k++) {
    making.lower[k] = nk_lower (arena, words[k]);
    making.entries[k] = nk_lexicon_word (lexicon, making.lower[k]);
  }
  while (i < n_words && making.tokens->n <= NK_TOKENS_MAX)
    i = take (&making, i);
  if (making.tokens->n > NK_TOKENS_MAX || making.tokens->n == 0)
    return NULL;
  nk_tokens_weigh_unknown (making.tokens);
  nk_tokens_keep_counted (making.tokens);
  nk_tokens_make_singular (lexicon, making.tokens, arena);
  nk_token_choose_senses (lexicon, names, making.tokens, arena);
  return making.tokens;
}
