/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* language/token.h - an English sentence as words, each with everything that it can be.
 * Floor: language. Tokens live in the arena; terms and verbs in them belong to the lexicon. */
#pragma once
#include "language/arena.h"
#include "language/lexicon.h"
#include "language/names.h"
#include "language/words.h"

#define NK_TOKENS_MAX 60 /* a longer sentence is not parsed */

/* What a token can be: bits, because most words can be several things. */
typedef enum {
  NK_TAG_NOUN = 1 << 0,
  NK_TAG_NAME = 1 << 1,    /* said as it is written */
  NK_TAG_NUMBER = 1 << 2,  /* digits */
  NK_TAG_NUMERAL = 1 << 3, /* two, first */
  NK_TAG_ADJECTIVE = 1 << 4,
  NK_TAG_ADVERB = 1 << 5,
  NK_TAG_CONNECTIVE = 1 << 6,
  NK_TAG_DETERMINER = 1 << 7,
  NK_TAG_PREPOSITION = 1 << 8, /* joins a noun phrase */
  NK_TAG_CONJUNCTION = 1 << 9, /* joins a clause */
  NK_TAG_AUXILIARY = 1 << 10,
  NK_TAG_BE = 1 << 11,
  NK_TAG_HAVE = 1 << 12,
  NK_TAG_DO = 1 << 13,
  NK_TAG_AND = 1 << 14, /* and, or, as well as, and/or, but */
  NK_TAG_TO = 1 << 15,  /* to, in order to */
  NK_TAG_NOT = 1 << 16,
  NK_TAG_NO = 1 << 17, /* no, neither: negates the verb */
  NK_TAG_RELATIVE = 1 << 18,
  NK_TAG_QUESTION = 1 << 19, /* how, whether, what */
  NK_TAG_PRONOUN = 1 << 20,
  NK_TAG_THERE = 1 << 21,
  NK_TAG_COMMA = 1 << 22,
  NK_TAG_SEMICOLON = 1 << 23,
  NK_TAG_COLON = 1 << 24,
  NK_TAG_DASH = 1 << 25,
  NK_TAG_POSSESSIVE = 1 << 26,
  NK_TAG_BRACKET = 1 << 27, /* the words within are `inner` */
  NK_TAG_SUCH = 1 << 28,    /* such as, including */
} NkTag;

typedef struct NkTokens NkTokens;

typedef struct {
  const char *text; /* as written */
  const char *lower;
  const char *lemma;          /* of a noun: its singular; else `lower` */
  guint tags;                 /* NkTag */
  const NkLexiconWord *entry; /* of `lower`; NULL: no table has it */
  const NkTerm *terms[NK_N_TERM_KINDS];
  const NkVerbForms *forms;
  const char *japanese; /* of a name, a number, or a noun in the sense that its neighbours give it; else NULL */
  NkClass class;
  gboolean is_plural;
  gboolean is_unknown;
  gboolean is_example, is_restated, is_other; /* a bracket with e.g., i.e., or */
  gboolean is_quoted;               /* stood in quotation marks */
  const NkTokens *inner;            /* of a bracket */
} NkToken;

struct NkTokens {
  NkToken *tokens;
  guint n;
  guint n_dropped; /* things that were left out: citations of no known document */
  guint n_unknown; /* by nk_token_doubt */
};

typedef enum { NK_TOKENS_SENTENCE, NK_TOKENS_TITLE, NK_TOKENS_BRACKET } NkTokensKind;

/* How much an unknown word is in doubt: 0 if it is known, 1 for a noun, more for what may be a verb. */
guint nk_token_doubt (const NkToken *token);
/* NULL if the sentence has more than NK_TOKENS_MAX words. Its last full stop is no token. */
NkTokens *nk_tokens_make (const NkLexicon *lexicon, const NkNames *names, const char *sentence, NkTokensKind kind, NkArena *arena);

static inline gboolean
nk_token_is (const NkTokens *tokens, guint i, guint tags)
{
  return i < tokens->n && (tokens->tokens[i].tags & tags) != 0;
}

/* The verb of which this token is that form, or NULL. */
static inline const NkLexiconVerb *
nk_token_verb (const NkTokens *tokens, guint i, NkVerbForm form)
{
  return i < tokens->n && tokens->tokens[i].forms != NULL ? tokens->tokens[i].forms->verb[form] : NULL;
}

/* TRUE if the token is this word (lower case). */
static inline gboolean
nk_token_is_word (const NkTokens *tokens, guint i, const char *word)
{
  return i < tokens->n && nk_word_is (tokens->tokens[i].lower, word);
}

/* How a noun, name or number is said. */
const char *nk_token_noun (const NkToken *token);

/* One token on a line each: word, tags, Japanese. */
void nk_tokens_print (const NkTokens *tokens, GString *out);
