/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Tokens out of a text, and as text for those who look why a sentence is read as it is. */
#include "language/token_private.h"

NkTokens *
nk_tokens_make (const NkLexicon *lexicon, const NkNames *names, const char *sentence, NkTokensKind kind, NkArena *arena)
{
  const char **words = nk_arena_take (arena, sizeof (char *) * (NK_SCAN_MAX_WORDS + 2));
  guint n_words, n_dropped;
  NkTokens *tokens;

  if (!nk_scan (sentence, arena, words, &n_words, &n_dropped) || n_words == 0)
    return NULL;
  tokens = nk_tokens_of_words (lexicon, names, words, n_words, kind, arena);
  if (tokens != NULL)
    tokens->n_dropped += n_dropped;
  return tokens;
}

void
nk_tokens_print (const NkTokens *tokens, GString *out)
{
  static const char *const tag_names[]
      = { "noun", "name",  "number", "numeral", "adj", "adverb", "connective", "det",     "prep", "conj",
          "aux",  "be",    "have",   "do",      "and", "to",     "not",        "no",      "rel",  "question",
          "pron", "there", ",",      ";",       ":",   "--",     "'s",         "bracket", "such" };
  static const char *const form_names[] = { "base", "-s", "past", "participle", "-ing" };

  for (guint i = 0; i < tokens->n; i++) {
    const NkToken *token = &tokens->tokens[i];

    g_string_append_printf (out, "  %u %s:", i, token->text);
    for (guint k = 0; k < G_N_ELEMENTS (tag_names); k++)
      if ((token->tags & (1u << k)) != 0)
        g_string_append_printf (out, " %s", tag_names[k]);
    for (guint k = 0; token->forms != NULL && k < NK_N_FORMS; k++)
      if (token->forms->verb[k] != NULL)
        g_string_append_printf (out, " %s:%s", form_names[k], token->forms->verb[k]->lemma);
    if ((token->tags & (NK_TAG_NOUN | NK_TAG_NAME | NK_TAG_NUMBER)) != 0)
      g_string_append_printf (out, " %s", nk_token_noun (token));
    for (guint k = 0; k < NK_N_TERM_KINDS; k++)
      if (k != NK_TERM_NOUN && token->terms[k] != NULL)
        g_string_append_printf (out, " %s", token->terms[k]->japanese);
    if (token->class != NK_CLASS_NONE)
      g_string_append_printf (out, " @%c", NK_CLASS_LETTERS[token->class]);
    g_string_append (out, token->is_unknown ? " UNKNOWN\n" : "\n");
    if (token->inner != NULL)
      nk_tokens_print (token->inner, out);
  }
}
