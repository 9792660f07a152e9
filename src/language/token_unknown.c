/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Words that no table knows: taken for nouns, and quoted. */
#include "language/token_private.h"

#define VERB_LIKE 3 /* as much in doubt as so many other words */

const char *
nk_token_quoted (NkArena *arena, const char *word)
{
  return nk_arena_join (arena, nk_arena_join (arena, "「", word), "」");
}

/* `frobnicating mailboxes`: more likely something that is done than a kind of mailbox. */
static gboolean
seems_verb (const char *word)
{
  static const char *const ends[] = { "ing", "ed", "ize", "ise", "ate", "ify", NULL };

  for (guint i = 0; ends[i] != NULL; i++)
    if (g_str_has_suffix (word, ends[i]))
      return TRUE;
  return FALSE;
}

guint
nk_token_doubt (const NkToken *token)
{
  return !token->is_unknown ? 0 : (token->tags & NK_TAG_NOUN) != 0 && seems_verb (token->lower) ? VERB_LIKE : 1;
}

void
nk_tokens_weigh_unknown (NkTokens *tokens)
{
  for (guint i = 0; i < tokens->n; i++) {
    NkToken *token = &tokens->tokens[i];

    /* `to frobnicate`, `can frobnicate`: a verb that nobody knows cannot be said */
    if (token->is_unknown && i > 0 && nk_token_is (tokens, i - 1, NK_TAG_TO | NK_TAG_AUXILIARY) && !token->is_plural)
      token->tags = 0;
    tokens->n_unknown += nk_token_doubt (token);
  }
}
