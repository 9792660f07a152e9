/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* language/lexicon_private.h - the halves of a lexicon; seen by lexicon*.c only.
 * Floor: language. Strings are cells of the tables (or pieces of `chunks`), so nothing is copied that need not be. */
#pragma once
#include "ground/tsv.h"
#include "language/lexicon.h"

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
typedef struct {
  gboolean after_verb;
  char **heads;       /* NULL: any */
  guint head_classes; /* bits by NkClass; 0: any */
  NkObjectKind kind;
  char **objects;
  guint object_classes;
  const char *japanese;
} NkJointRow;

typedef struct {
  char **words;     /* of the context */
  NkClass *classes; /* of `@a` words, else NONE */
  guint n_words, place;
  const char *japanese;
} NkSense;

struct _NkLexicon {
  NkTsv *tables[NK_N_TABLES];
  char *paths[NK_N_TABLES];
  guint64 stamp;
  GStringChunk *chunks;
  GHashTable *terms;        /* const char * -> NkTerm *, a chain */
  GHashTable *first_words;  /* const char * -> most words of an entry that starts so */
  GPtrArray *verbs;         /* NkLexiconVerb * */
  GHashTable *verbs_by_lemma;
  GHashTable *forms;        /* const char * -> NkVerbForms * */
  GHashTable *adjectives;   /* const char * -> NkLexiconVerb * */
  GHashTable *joints;       /* const char * -> GPtrArray of NkJointRow * */
  GHashTable *senses;       /* const char * -> GPtrArray of NkSense * */
  GHashTable *acronyms;     /* expansion -> NkAcronym * */
  GHashTable *known;        /* acronym, a set */
  GHashTable *affixes;
  GPtrArray *boilerplate;   /* char **: parts in order */
};

/* INPUT that names file and line. Returns FALSE, for `return`. */
gboolean nk_lexicon_fault (const NkLexicon *lexicon, NkTable table, guint row, GError **error, const char *format, ...) G_GNUC_PRINTF (5, 6);
void nk_lexicon_note_words (NkLexicon *lexicon, const char *entry);
guint nk_lexicon_count_words (const char *text);
NkClass nk_class_from_letter (char letter);

/* Each loads its table; the others are loaded in the order of NkTable. */
gboolean nk_lexicon_load_verbs (NkLexicon *lexicon, GError **error);
gboolean nk_lexicon_load_adjectives (NkLexicon *lexicon, GError **error);
gboolean nk_lexicon_load_prepositions (NkLexicon *lexicon, GError **error);
gboolean nk_lexicon_load_senses (NkLexicon *lexicon, GError **error);
void nk_joint_row_free (NkJointRow *row);
void nk_sense_free (NkSense *sense);
void nk_lexicon_verb_free (NkLexiconVerb *verb);
