/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* What tokens say, by themselves and beside each other. */
#include "language/token_private.h"

/* `header fields named "Lamp"`: what has this name, and no named thing. */
static void
take_naming (NkTokens *tokens)
{
  for (guint i = 1; i + 1 < tokens->n; i++)
    if (nk_word_is (tokens->tokens[i].lower, "named") && tokens->tokens[i + 1].is_quoted && nk_token_is (tokens, i - 1, NK_TAG_NOUN | NK_TAG_NAME))
      tokens->tokens[i].tags &= ~(guint)NK_TAG_ADJECTIVE;
}

void
nk_token_choose_senses (const NkLexicon *lexicon, const NkNames *names, NkTokens *tokens, NkArena *arena)
{
  const char *words[NK_TOKENS_MAX + 1];
  NkClass classes[NK_TOKENS_MAX + 1];
  NkSenseContext context = { words, classes, tokens->n, 0, nk_names_title (names) };

  take_naming (tokens);
  for (guint i = 0; i < tokens->n; i++) {
    words[i] = tokens->tokens[i].lemma;
    classes[i] = tokens->tokens[i].class;
  }
  for (guint i = 0; i < tokens->n; i++) {
    NkToken *token = &tokens->tokens[i];
    const char *sense;

    if (token->japanese != NULL || (token->tags & (NK_TAG_NOUN | NK_TAG_ADJECTIVE)) == 0)
      continue;
    context.place = i;
    sense = nk_lexicon_sense (lexicon, token->lemma, &context);
    if (sense != NULL && (token->tags & NK_TAG_NOUN) != 0)
      token->japanese = sense;
    else if (sense != NULL && token->terms[NK_TERM_ADJECTIVE] != NULL) {
      NkTerm *term = nk_arena_new0 (arena, NkTerm);

      *term = *token->terms[NK_TERM_ADJECTIVE];
      term->japanese = sense;
      token->terms[NK_TERM_ADJECTIVE] = term;
    }
  }
}

const char *
nk_token_noun (const NkToken *token)
{
  if (token->japanese != NULL)
    return token->japanese;
  if (token->terms[NK_TERM_NOUN] != NULL)
    return token->terms[NK_TERM_NOUN]->japanese;
  return token->text;
}

gboolean
nk_token_parts_aside (const NkToken *before, const NkToken *next)
{
  static const guint nouns
      = NK_TAG_NOUN | NK_TAG_NAME | NK_TAG_NUMBER | NK_TAG_NUMERAL | NK_TAG_ADJECTIVE | NK_TAG_PRONOUN | NK_TAG_BRACKET;
  static const guint openers = NK_TAG_PREPOSITION | NK_TAG_DETERMINER | NK_TAG_AND | NK_TAG_TO | NK_TAG_CONJUNCTION;

  if ((before->tags & nouns) != 0 || before->forms == NULL)
    return FALSE;
  if (before->forms->verb[NK_FORM_BASE] != NULL) /* to manage (i.e., set up) keys */
    return TRUE;
  return next == NULL || strchr (",;:", *next->lower) != NULL
         || ((next->tags & openers) != 0 && (next->tags & (NK_TAG_NOUN | NK_TAG_ADJECTIVE)) == 0);
}
