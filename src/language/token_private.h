/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* language/token_private.h - the halves of making tokens; seen by token*.c only.
 * Floor: language. */
#pragma once
#include "language/scan.h"
#include "language/token.h"

#include <string.h>

/* The tokens that are being made of the words of a text. */
typedef struct {
  const NkLexicon *lexicon;
  const NkNames *names;
  NkArena *arena;
  NkTokensKind kind;
  const char **words;
  const char **lower;
  const NkLexiconWord **entries; /* of the words in lower case */
  guint n_words;
  NkTokens *tokens;
  gboolean is_first; /* the next word starts the sentence, so that its capital says nothing */
} NkTokenMaking;

const char *nk_lower (NkArena *arena, const char *word);
/* A capital or digit behind the first letter, or nothing but signs and capitals: `DNS`, `x509`, `HTTP/2`. */
gboolean nk_has_inner_capital (const char *word);
/* DNS, SIDs, IPv6: is written so wherever it stands. */
gboolean nk_token_is_abbreviation (const char *word);
/* TRUE for the words of the language's own machinery: this, which, it, can. */
gboolean nk_token_is_closed (const char *lower);

/* Sets what `lower` can be by its entry and the closed words; tags stay 0 if nobody knows it. */
void nk_token_look_up (const NkLexicon *lexicon, NkToken *token);
/* The same for a word that stands alone, down to a guess; `may_fold`: its capital says nothing. */
void nk_token_classify (const NkLexicon *lexicon, NkArena *arena, NkToken *token, gboolean may_fold, gboolean in_title);

/* A word that is not Japanese, and says so: 「splicer」. */
const char *nk_token_quoted (NkArena *arena, const char *word);
/* Takes unknown words that stand where only a verb can for nothing that can be read, and counts how much is in doubt. */
void nk_tokens_weigh_unknown (NkTokens *tokens);

/* Words made of words, by their pieces (`MPLS-based`, `two-level`; `client/server`). FALSE: a piece is unknown. */
gboolean nk_token_classify_hyphenated (const NkLexicon *lexicon, NkArena *arena, NkToken *token);
/* `Unicode-based | notation`: a capitalised word that is one of these if what follows is no name. */
gboolean nk_token_is_named_quality (const char *word, const char *next);
gboolean nk_token_classify_slashed (const NkLexicon *lexicon, NkArena *arena, NkToken *token);

/* `is used (with or without IPv4).`, `be verified (indirectly) by X`, `to remember ("pin") the keys`: what stands in brackets behind a verb, with no noun on either
 * side, is said by the way. `next`: NULL at the end. */
gboolean nk_token_parts_aside (const NkToken *before, const NkToken *next);

/* The senses that neighbours and the field of the document give to nouns, and to adjectives that are nothing but that. */
void nk_token_choose_senses (const NkLexicon *lexicon, const NkNames *names, NkTokens *tokens, NkArena *arena);

/* `Flow Specifications`: Japanese has no plural, so that a name in Latin letters loses its s where a common noun ends it. Not where it stands before another noun (`the Pending
 * Additions package`), nor if its abbreviation has no s (`Extended Reports (XR)`): there it is called so. */
void nk_tokens_make_singular (const NkLexicon *lexicon, NkTokens *tokens, NkArena *arena);

/* How many of the words from `start` are one name by their capitals, with its abbreviation in brackets and a tail of common words: `Semantic Definition Format (SDF) for
 * Data and Interactions of Things`. 0: they are none. */
guint nk_token_titled_words (const char *const *words, guint n_words, guint start);
/* The same for what is a name by its capitals alone: `Voice Profile for Internet Mail`, and behind `the` `Lighting and Dimming Consortium`. */
guint nk_token_titled_phrase (const char *const *words, guint n_words, guint start);
/* `corresponds to version 1.3`: what a number counts is no verb. */
void nk_tokens_keep_counted (NkTokens *tokens);
/* LSPs: LSP, ASes: AS; `acronym` itself if it is no plural. */
const char *nk_token_singular_acronym (NkArena *arena, const char *acronym);
/* `words` from `start`, `n` of them, with one blank between; `ends` (nullable) gets where the first, second … of them end, from its second place on. */
char *nk_token_join (NkArena *arena, const char **words, guint start, guint n, guint16 *ends);
/* `more than 40 networks`, `at least 40`: the number with its bound in Japanese, and of how many words it is made; NULL: none starts here. A place may look alike (`over 40
 * networks`), so that the caller asks only behind a word that no place follows. */
const char *nk_token_quantity (NkArena *arena, const char *const *words, const char *const *lower, guint n_words, guint start, guint *ret_n);
/* `Section 4 to Section 8`, `Section 1.2, above`: where it is, in Japanese, and of how many words it is made; NULL: none starts here. */
const char *nk_token_sections (NkArena *arena, const char *const *words, const char *const *lower, guint n_words, guint start, guint *ret_n);
/* 2.5, 23,000, 40% */
gboolean nk_token_is_number (const char *word);
/* What follows `lower` is the name of a thing, however it is written: `a parameter called iss`. */
gboolean nk_token_is_naming (const char *lower);
/* `both in X and in Y`: the word before two prepositions, which are said as one. `lower`: it and the word behind, of which `next` is what the tables say. */
gboolean nk_token_is_both_of_two (const char *const *lower, const NkLexiconWord *next);

/* The next token, NULL if there are too many; nk_token_put_name: one that is said as `japanese`. */
NkToken *nk_token_put (NkTokenMaking *making, const char *text, const char *lower, const NkLexiconWord *entry);
void nk_token_put_name (NkTokenMaking *making, const char *text, const char *japanese);
/* `( … )` from `start`, which becomes one token with tokens of its own, and `" … "`, a name that stays in its quotes: the place behind it. */
guint nk_token_take_bracket (NkTokenMaking *making, guint start);
guint nk_token_take_quotes (NkTokenMaking *making, guint start);

NkTokens *nk_tokens_of_words (const NkLexicon *lexicon, const NkNames *names, const char **words, guint n_words, NkTokensKind kind,
                              NkArena *arena);
