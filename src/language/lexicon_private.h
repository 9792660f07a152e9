/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* language/lexicon_private.h - the halves of a lexicon; seen by lexicon*.c only.
 * Floor: language. Strings are cells of the tables (or pieces of `chunks`), so nothing is copied that need not be. */
#pragma once
#include "ground/tsv.h"
#include "language/arena.h"
#include "language/lexicon.h"

#define NK_LEXICON_MAX_TERM_BYTES 200u

typedef enum {
  NK_TABLE_TERMS,
  NK_TABLE_VERBS,
  NK_TABLE_ADJECTIVES,
  NK_TABLE_PREPOSITIONS,
  NK_TABLE_SENSES,
  NK_TABLE_ACRONYMS,
  NK_TABLE_AFFIXES,
  NK_TABLE_BOILERPLATE,
  NK_N_TABLES,
} NkTable;

/* One row of prepositions.tsv. */
typedef struct NkJointRow NkJointRow;
struct NkJointRow {
  char **heads;       /* NULL: any */
  guint head_classes; /* bits by NkClass; 0: any */
  char **objects;
  guint object_classes;
  guint64 head_letters, object_letters; /* bits by the first letters of the words, so that most are not compared */
  const char *japanese;
  NkJointRow *next; /* of the same word, side and kind */
};

/* The rows of one word, in their order. */
struct NkJointRows {
  NkJointRow *first[2][NK_N_OBJECT_KINDS], *last[2][NK_N_OBJECT_KINDS]; /* behind a noun, behind a verb */
};

typedef struct NkSense NkSense;
struct NkSense {
  char **words;     /* of the context */
  NkClass *classes; /* of `@a` words, else NONE */
  char **topics;    /* words of the title; NULL: any title */
  guint n_words, place;
  const char *japanese;
  NkSense *next; /* of the same word */
};

struct NkFrameSense {
  const char *frame, *japanese;
  gboolean is_of_subject; /* the words are of who does it, not of what it is done to */
  char **objects;
  guint64 letters;
  guint classes;
};

struct _NkLexicon {
  NkTsv *tables[NK_N_TABLES];
  char *paths[NK_N_TABLES];
  GPtrArray *faults; /* NULL: the first fault ends the loading */
  GStringChunk *chunks;
  NkArena *arena;      /* entries, terms, forms, acronyms */
  GHashTable *entries; /* const char * -> NkLexiconWord * */
  GPtrArray *verbs;    /* NkLexiconVerb * */
  GHashTable *verbs_by_lemma;
  GHashTable *verbs_by_noun; /* 圧縮 -> the verb that is Oを圧縮する */
  GPtrArray *adjectives;     /* NkLexiconVerb * */
  GPtrArray *joint_rows;     /* NkJointRow * */
  GPtrArray *senses;         /* NkSense * */
  GHashTable *known;         /* acronym, a set */
  GHashTable *affixes;
  GPtrArray *boilerplate; /* char **: parts in order */
};

/* INPUT that names file and line. Returns FALSE, for `return`. */
gboolean nk_lexicon_fault (const NkLexicon *lexicon, NkTable table, guint row, GError **error, const char *format, ...)
    G_GNUC_PRINTF (5, 6);
/* The entry of `word`, made if there is none; `word` has to live as long as the lexicon. */
NkLexiconWord *nk_lexicon_make_word (NkLexicon *lexicon, const char *word);
/* The first word of `entry` learns that it starts an entry of so many words. */
void nk_lexicon_note_words (NkLexicon *lexicon, const char *entry);
NkClass nk_class_from_letter (char letter);

/* Each takes one row of its table, in their order. After a fault the lexicon may hold half of the row: it serves for further checks only. */
gboolean nk_lexicon_add_verb (NkLexicon *lexicon, guint row, GError **error);
gboolean nk_lexicon_add_adjective (NkLexicon *lexicon, guint row, GError **error);
gboolean nk_lexicon_add_preposition (NkLexicon *lexicon, guint row, GError **error);
gboolean nk_lexicon_add_sense (NkLexicon *lexicon, guint row, GError **error);
/* Faults that do no harm when a table is loaded, because another row is taken or none: FALSE with the fault in @error. `seen` (a set of char *, empty at first) is the table's own. */
gboolean nk_lexicon_is_live (const NkLexicon *lexicon, NkTable table, guint row, GHashTable *seen, GError **error);
/* TRUE if the notes of a row of verbs.tsv say that it holds for some objects or subjects only. */
gboolean nk_lexicon_is_frame_sense (const char *notes);
/* `*`, `a,b,c`, or `@letters`; both kinds may stand together: `need,@q`. FALSE: a letter is none. */
gboolean nk_lexicon_parse_list (const char *cell, char ***ret_words, guint *ret_classes);
guint64 nk_lexicon_letter_bits (char **words);
gboolean nk_lexicon_fits (char **words, guint64 letters, guint classes, const char *word, NkClass class);
void nk_joint_row_free (NkJointRow *row);
void nk_sense_free (NkSense *sense);
void nk_lexicon_verb_free (NkLexiconVerb *verb);
