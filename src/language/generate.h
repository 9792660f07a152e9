/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* language/generate.h - Japanese from a tree: a walk from the clause down, in which every node is said once.
 * Floor: language. */
#pragma once
#include "language/node.h"

/* How `specifies` and `defines` of the document itself are said. */
typedef enum {
  NK_VOICE_NEUTRAL,  /* as the tables have it */
  NK_VOICE_PROPOSAL, /* 提案する: nobody but its author stands behind the document */
  NK_VOICE_STANDARD, /* 規定する */
} NkVoice;

typedef struct {
  NkVoice voice;
  gboolean is_about_document; /* the sentence before had the document as its subject: `It` is the document */
} NkManner;

typedef struct {
  const char *japanese; /* in the arena */
  guint n_lost;         /* nodes that were not said: the text is not to be used */
  guint n_warnings;     /* what a rule did not expect */
  guint n_oddities;     /* what is said well enough, but seldom meant */
  gboolean has_document_subject;
  const char *warning; /* the first, static; NULL */
} NkGenerated;

/* A sentence with its full stop. */
NkGenerated nk_generate_sentence (const NkLexicon *lexicon, const NkTokens *tokens, const NkNode *node, NkManner manner, NkArena *arena);
/* A title as a noun phrase. */
NkGenerated nk_generate_noun (const NkLexicon *lexicon, const NkTokens *tokens, const NkNode *node, NkArena *arena);

/* `a` and `b` with a blank between two Latin words, in the arena. */
const char *nk_japanese_join (NkArena *arena, const char *a, const char *b);
