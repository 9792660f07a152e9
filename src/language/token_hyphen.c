/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Words made of words: `MPLS-based`, `two-level`, `loop-avoiding`, `client/server`. */
#include "language/token_private.h"

#define MAX_HYPHENS 4u
#define MAX_COUNT_WORD 5u

static void
set_japanese (NkArena *arena, NkToken *token, guint tag, const char *head, const char *tail)
{
  token->tags |= tag;
  token->japanese = nk_arena_join (arena, head, tail);
}

/* A noun, name or adjective as a piece of a hyphenated word. */
static const char *
piece (const NkLexicon *lexicon, NkArena *arena, const char *text, guint depth)
{
  const char *lower = nk_lower (arena, text);
  const NkTerm *term = nk_lexicon_terms (lexicon, lower);

  if (nk_has_inner_capital (text))
    return text;
  while (term != NULL && term->kind != NK_TERM_NOUN && term->kind != NK_TERM_ADJECTIVE)
    term = term->next;
  if (term == NULL)
    term = nk_lexicon_plural (lexicon, lower);
  if (term != NULL)
    return term->japanese;
  if (strchr (text, '-') != NULL && depth < MAX_HYPHENS) {
    const char *hyphen = strchr (text, '-');
    const char *head = piece (lexicon, arena, nk_arena_text (arena, text, (gsize)(hyphen - text)), depth + 1),
               *tail = piece (lexicon, arena, hyphen + 1, depth + 1);

    return head != NULL && tail != NULL ? nk_arena_join (arena, head, tail) : NULL;
  }
  return g_ascii_isupper (text[0]) ? text : NULL;
}

/* An adjective that affixes make is kept as one of the token's own. */
static void
set_adjective (NkArena *arena, NkToken *token, const char *head, const char *tail)
{
  NkTerm *term = nk_arena_new0 (arena, NkTerm);

  term->kind = NK_TERM_ADJECTIVE;
  term->english = token->lower;
  term->japanese = nk_arena_join (arena, head, tail);
  term->n_words = 1;
  token->terms[NK_TERM_ADJECTIVE] = term;
  token->tags |= NK_TAG_ADJECTIVE;
}

/* `two-level`: 2レベルの. FALSE: it starts with no number, or its noun is unknown. */
static gboolean
classify_counted (const NkLexicon *lexicon, NkArena *arena, NkToken *token, const char *first)
{
  static const char *const numbers[] = { "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", NULL };
  const char *word = nk_arena_text (arena, token->lower, (gsize)(first - token->text)), *rest = piece (lexicon, arena, first + 1, 0);
  char digits[MAX_COUNT_WORD];

  if (rest == NULL || nk_lexicon_terms (lexicon, nk_lower (arena, first + 1)) == NULL)
    return FALSE;
  for (guint i = 0; numbers[i] != NULL; i++)
    if (g_str_equal (numbers[i], word)) {
      g_snprintf (digits, sizeof digits, "%u", i + 2);
      set_adjective (arena, token, nk_arena_join (arena, digits, rest), "の");
      return TRUE;
    }
  return FALSE;
}

/* `loop-avoiding`: ループを回避する. FALSE: no noun, or no verb that is done to things. */
static gboolean
classify_doing (const NkLexicon *lexicon, NkArena *arena, NkToken *token, const char *last, const char *head)
{
  const NkVerbForms *forms = nk_lexicon_verb_forms (lexicon, nk_lower (arena, last + 1));
  const NkLexiconVerb *verb = forms != NULL ? forms->verb[NK_FORM_ING] : NULL;
  const NkTerm *noun = nk_lexicon_terms (lexicon, nk_lower (arena, head));
  const char *object = nk_has_inner_capital (head) ? head : NULL;

  for (; object == NULL && noun != NULL; noun = noun->next)
    if (noun->kind == NK_TERM_NOUN)
      object = noun->japanese;
  for (guint i = 0; verb != NULL && object != NULL && i < verb->n_frames; i++) {
    const NkFrame *frame = &verb->frames[i];
    NkParties parties = { nk_lower (arena, head), NULL, NK_CLASS_NONE, NK_CLASS_NONE };
    const char *japanese = nk_lexicon_frame_japanese (verb, frame, &parties);
    gsize length = strlen (japanese);

    if (!g_str_equal (frame->text, "O") || !nk_word_starts (japanese, "Oを"))
      continue;
    set_adjective (arena, token, object, nk_arena_text (arena, japanese + 1, length - 1 - (japanese[length - 1] == '1')));
    return TRUE;
  }
  return FALSE;
}

/* `already-existing`: 既に existing. FALSE: no adverb before an adjective. */
static gboolean
classify_graded (const NkLexicon *lexicon, NkArena *arena, NkToken *token, const char *first)
{
  const NkTerm *adverb = nk_lexicon_terms (lexicon, nk_arena_text (arena, token->lower, (gsize)(first - token->text)));
  const NkTerm *adjective = nk_lexicon_terms (lexicon, nk_lower (arena, first + 1));

  while (adverb != NULL && adverb->kind != NK_TERM_ADVERB)
    adverb = adverb->next;
  while (adjective != NULL && adjective->kind != NK_TERM_ADJECTIVE)
    adjective = adjective->next;
  if (adverb == NULL || adjective == NULL)
    return FALSE;
  set_adjective (arena, token, adverb->japanese, adjective->japanese);
  return TRUE;
}

/* `splicing-related`: 「splicing」関連の */
static gboolean
classify_of_unknown (const NkLexicon *lexicon, NkArena *arena, NkToken *token, const char *last, const char *head)
{
  static const char *const affixes[] = { "-based", "-related", "-specific", NULL };
  const char *affix = nk_lower (arena, last), *japanese = nk_word_in (affixes, affix) ? nk_lexicon_affix (lexicon, affix) : NULL;

  if (japanese == NULL || strchr (head, '-') != NULL)
    return FALSE;
  token->is_unknown = TRUE;
  set_adjective (arena, token, nk_token_quoted (arena, head), japanese);
  return TRUE;
}

/* `hop-by-hop` is looked up; `MPLS-based`, `non-standard`, `key-value` are made from their pieces. FALSE: no. */
gboolean
nk_token_classify_hyphenated (const NkLexicon *lexicon, NkArena *arena, NkToken *token)
{
  const char *last = strrchr (token->text, '-'), *first = strchr (token->text, '-');
  char *head, *affix;
  const char *japanese, *rest;

  const NkTerm *open;
  char *parted;

  if (last == NULL || last == token->text || last[1] == '\0')
    return FALSE;
  /* `private-key information`: the entry is written without its hyphen. */
  parted = nk_arena_text (arena, token->lower, strlen (token->lower));
  g_strdelimit (parted, "-", ' ');
  for (open = nk_lexicon_terms (lexicon, parted); open != NULL && open->kind != NK_TERM_NOUN && open->kind != NK_TERM_ADJECTIVE;)
    open = open->next;
  if (open != NULL && !nk_has_inner_capital (token->text)) {
    token->terms[open->kind] = open;
    token->tags |= open->kind == NK_TERM_NOUN ? NK_TAG_NOUN : NK_TAG_ADJECTIVE;
    token->class = open->class;
    return TRUE;
  }
  head = nk_arena_text (arena, token->text, (gsize)(last - token->text));
  japanese = nk_lexicon_affix (lexicon, nk_lower (arena, last));
  rest = piece (lexicon, arena, head, 0);
  if (first == last && classify_counted (lexicon, arena, token, first))
    return TRUE;
  if (japanese != NULL && nk_has_inner_capital (token->text) && nk_word_is (nk_lower (arena, last), "-node"))
    return FALSE; /* `PCN-ingress-node` is what the text calls it */
  if (japanese != NULL && rest != NULL) {
    set_adjective (arena, token, rest, japanese);
    return TRUE;
  }
  affix = nk_arena_text (arena, token->lower, (gsize)(first - token->text) + 1);
  japanese = nk_lexicon_affix (lexicon, affix);
  rest = piece (lexicon, arena, first + 1, 0);
  if (japanese != NULL && rest != NULL) {
    const NkTerm *term = nk_lexicon_terms (lexicon, nk_lower (arena, first + 1));

    if (g_str_has_suffix (japanese, "の")) /* `per-tenant`: テナントごとの */
      set_adjective (arena, token, rest, japanese);
    else if (term != NULL && term->kind == NK_TERM_ADJECTIVE)
      set_adjective (arena, token, japanese, rest);
    else
      set_japanese (arena, token, NK_TAG_NOUN, japanese, rest);
    return TRUE;
  }
  rest = piece (lexicon, arena, last + 1, 0);
  if (!nk_has_inner_capital (token->text) && rest != NULL && piece (lexicon, arena, head, 0) != NULL) {
    set_japanese (arena, token, NK_TAG_NOUN, piece (lexicon, arena, head, 0), rest);
    token->is_plural = nk_lexicon_terms (lexicon, nk_lower (arena, last + 1)) == NULL;
    return TRUE;
  }
  if (nk_has_inner_capital (last))
    return FALSE;
  return classify_graded (lexicon, arena, token, first) || classify_doing (lexicon, arena, token, last, head)
         || classify_of_unknown (lexicon, arena, token, last, head);
}

/* `Unicode-based | notation`, but `Domain-based | Message Authentication` is a name. */
gboolean
nk_token_is_named_quality (const char *word, const char *next)
{
  const char *hyphen = strrchr (word, '-');

  return hyphen != NULL && g_ascii_isupper (word[0]) && g_ascii_islower (word[1]) && g_ascii_islower (hyphen[-1]) && g_ascii_islower (hyphen[1])
         && g_ascii_islower (next[0]);
}

/* `client/server`: two nouns. */
gboolean
nk_token_classify_slashed (const NkLexicon *lexicon, NkArena *arena, NkToken *token)
{
  const char *slash = strchr (token->text, '/');
  const char *a, *b;

  if (slash == NULL || slash == token->text || strchr (slash + 1, '/') != NULL || nk_has_inner_capital (token->text))
    return FALSE;
  a = piece (lexicon, arena, nk_arena_text (arena, token->text, (gsize)(slash - token->text)), 0);
  b = piece (lexicon, arena, slash + 1, 0);
  if (a == NULL || b == NULL)
    return FALSE;
  set_japanese (arena, token, NK_TAG_NOUN, nk_arena_join (arena, a, "/"), b);
  return TRUE;
}
