/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* digest/topic_private.h - the table of topics as it is searched; seen by this folder only.
 * Words are numbered, terms are sequences of numbers, and each word knows the terms that begin with it: a text costs one look-up for each of its words. */
#pragma once
#include "digest/topic.h"
#include "ground/tsv.h"

#define NK_TOPIC_MAX_TERM_WORDS 8
#define NK_TOPIC_MAX_WEIGHT 9
#define NK_TOPIC_MAX_WORD_BYTES 64 /* longer ones are no word of any term */
#define NK_TOPIC_MIN_STEM 3        /* letters before a `*` */
#define NK_TOPIC_STEM_STARTS 8192

typedef struct {
  const char *text; /* folded, owned by the table */
  guint length;
  guint first_term, n_terms; /* the terms that begin with it */
  gboolean is_stem;          /* stands for every word that begins so */
} NkTopicWord;

typedef struct {
  guint topic;
  guint weight;
  const char *text; /* without its weight, owned by the table */
  guint n_words;
  guint word[NK_TOPIC_MAX_TERM_WORDS]; /* places in `words` */
  gboolean has_capitals;
} NkTopicTerm;

typedef struct {
  guint topic, weight;
  const char *acronym;
} NkTopicGroup;

struct _NkTopicTable {
  GStringChunk *texts;
  GArray *topics; /* NkTopic */
  GHashTable *by_id;
  GArray *words;                                      /* NkTopicWord */
  GArray *terms;                                      /* NkTopicTerm, by first word */
  GArray *groups;                                     /* NkTopicGroup, by acronym */
  guint *slots;                                       /* place in `words` + 1, 0: free; open addressing */
  guint n_slots;                                      /* a power of two */
  gboolean stem_lengths[NK_TOPIC_MAX_WORD_BYTES + 1]; /* which lengths stems have */
  guint8 stem_starts[NK_TOPIC_STEM_STARTS / 8];       /* a bit for the hash of a stem's first letters: nine words in ten need not be looked up as stems at all */
  char *signature;
};

/* The bit of a hash over the first NK_TOPIC_MIN_STEM letters. */
#define NK_TOPIC_STEM_BIT(hash) (((hash) ^ ((hash) >> 13)) & (NK_TOPIC_STEM_STARTS - 1))

/* One word of a text. */
typedef struct {
  const char *start; /* in the text, as written */
  guint length;
  guint word; /* place of the word in the table, G_MAXUINT: of no term */
  guint stem; /* place of the longest stem that it begins with, G_MAXUINT: none */
} NkTopicToken;

/* The next word of `*rest`, cut off it. FALSE at the end. Words are runs of letters and digits; what is not ASCII belongs to them. */
gboolean nk_topic_next_word (NkSlice *rest, NkSlice *ret_word);
/* In lower case, without the s of a plural. Returns the length, 0 if the word is too long. */
guint nk_topic_fold (NkSlice word, char folded[NK_TOPIC_MAX_WORD_BYTES + 1]);
/* FNV-1a, step by step, so that the hashes of all beginnings of a word come by the way; the last step tells stems from words. */
#define NK_TOPIC_HASH_START 2166136261u
#define NK_TOPIC_HASH_STEP(hash, c) (((hash) ^ (guint8)(c)) * 16777619u)
#define NK_TOPIC_HASH_END(hash, is_stem) ((hash) ^ ((hash) >> 15) ^ ((is_stem) ? 0x5bd1e995u : 0))
