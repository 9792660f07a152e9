/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* language/translate_private.h - seen by translate*.c only.
 * Floor: language. */
#pragma once
#include "language/parse.h"
#include "language/translate.h"

struct _NkTranslator {
  const NkLexicon *lexicon;
  NkNames *names;
  char *title; /* lower case */
  NkArena *arena, *own_arena;
  char *last; /* the text whose tokens stand in the arena; NULL: none */
  NkTokensKind last_kind;
  NkTokens *tokens; /* of it */
};

/* 0..1 from what the program can see: cost and margin of the reading, unknown words, what was dropped, English that leaked, length, and the structures that go wrong
 * most. Appends each penalty to `explain` (nullable). */
double nk_translation_confidence (const NkTokens *tokens, const NkParse *parse, const NkGenerated *generated, GString *explain);

/* No translation of these tokens is surer than this, however they are read. */
double nk_translation_bound (const NkTokens *tokens);

/* What to take off that for words that have gone wrong in sentences, however cheap the reading was; and in titles. */
double nk_translation_doubts (const NkTokens *tokens, const char *japanese, GString *explain);
double nk_translation_title_doubts (const NkTokens *tokens, const char *japanese);

/* The tokens of `text`; NULL if it is longer than NK_TRANSLATE_MAX_BYTES or has too many. Every text begins here: resets the arena, unless this text was the last one. */
NkTokens *nk_translator_tokens (NkTranslator *translator, const char *text, NkTokensKind kind);

/* Tokens to Japanese: parse, generate, confidence. Nothing, and not even read (unless that is to be explained), if it can only be less sure than `wanted`. */
NkTranslation nk_translate_tokens (NkTranslator *translator, const NkTokens *tokens, NkManner manner, double wanted, GString *explain);

#define NK_FIRST_OF_OBJECT 3 /* This document specifies | X: what stands before is no part of what is told */

static inline gboolean
nk_token_is_name (const NkToken *token)
{
  return (token->tags & NK_TAG_NAME) != 0;
}

/* Whether the first `n` tokens say something: `describes an extension` does not, `describes requirements for HTTP` does. */
gboolean nk_tokens_have_content (const NkTokens *tokens, guint n);
/* Whether they name something besides the document. */
gboolean nk_tokens_have_name (const NkTokens *tokens, guint n);
