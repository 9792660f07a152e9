/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* language/lexicon.h - the tables of share/language/ in memory: what an English word can be, and how it is said in Japanese.
 * Floor: language (may include: language, ground). A lexicon never changes after loading and may be shared by threads; everything that is looked up in it is its
 * own and lives as long as it does. docs/language.md describes the tables. */
#pragma once
#include "ground/error.h"
#include "ground/slice.h"

#define NK_LEXICON_MAX_WORDS 7          /* of one entry: `in such a way that` */
#define NK_LEXICON_MAX_FRAME_ELEMENTS 3 /* `O from P to R` */
#define NK_LEXICON_MAX_FRAMES 40        /* of one verb or adjective */

/* Class of a noun (terms.tsv), by its letter. Words of one class are joined by `and` sooner than others. */
typedef enum {
  NK_CLASS_NONE,
  NK_CLASS_PROTOCOL, /* p: protocol, mechanism, algorithm, software */
  NK_CLASS_DOCUMENT, /* d */
  NK_CLASS_PEOPLE,   /* h: people, organisations, roles */
  NK_CLASS_SYSTEM,   /* s: device, network, place, link */
  NK_CLASS_ACTION,   /* a */
  NK_CLASS_QUALITY,  /* q: property, quantity, requirement */
  NK_CLASS_DATA,     /* m: message, field, identifier, key */
  NK_CLASS_TIME,     /* t */
  NK_CLASS_OTHER,    /* x */
} NkClass;
#define NK_CLASS_LETTERS "-pdhsaqmtx" /* indexed by NkClass */

typedef enum {
  NK_TERM_NOUN,
  NK_TERM_ADJECTIVE,
  NK_TERM_ADVERB,
  NK_TERM_CONNECTIVE,
  NK_TERM_DETERMINER,
  NK_TERM_NUMBER,
  NK_N_TERM_KINDS,
} NkTermKind;

typedef struct NkTerm NkTerm;
struct NkTerm {
  const char *english;
  const char *japanese;
  NkTermKind kind;
  NkClass class;
  gboolean is_plural; /* determiners */
  guint n_words;
  const NkTerm *next; /* the same English as another part of speech */
};

typedef enum {
  NK_ELEMENT_OBJECT,      /* O */
  NK_ELEMENT_NOUN,        /* P without a preposition: call O P */
  NK_ELEMENT_PREPOSITION, /* a preposition and P or R, or G (a gerund) */
  NK_ELEMENT_INFINITIVE,  /* to V */
  NK_ELEMENT_BARE,        /* V */
  NK_ELEMENT_GERUND,      /* G without a preposition: avoid O G */
  NK_ELEMENT_THAT,        /* that S */
  NK_ELEMENT_ADJECTIVE,   /* A */
} NkElementKind;

typedef struct {
  NkElementKind kind;
  const char *preposition;
  char slot; /* O P R G V S A */
} NkElement;

/* TRUE if the letter at `place` of a Japanese template is a slot: one of these, and no piece of a Latin word (`GREASE`). */
static inline gboolean
nk_is_slot (const char *template, gsize place)
{
  return g_ascii_isupper (template[place]) && strchr ("OPRGVSA", template[place]) != NULL
         && (place == 0 || !g_ascii_isalnum (template[place - 1])) && !g_ascii_isalnum (template[place + 1]);
}

/* What may stand behind a verb or an adjective, and the Japanese of the whole. */
typedef struct {
  NkElement elements[NK_LEXICON_MAX_FRAME_ELEMENTS];
  guint n_elements;
  gboolean is_passive;    /* holds for the passive only; it has no object */
  gboolean is_impersonal; /* `it is … to V` */
  gboolean is_bound;      /* its object has something before it (VためのOを…): it cannot be left out */
  gboolean is_tight;      /* what stands behind the object belongs to the verb, and to no noun before it */
  const char *japanese;   /* slots are capitals, 可 behind V asks for its potential form */
  const char *text;       /* as the table has it */
} NkFrame;

typedef struct NkFrameSense NkFrameSense;

typedef struct {
  const char *lemma;
  NkFrame *frames;
  guint n_frames;
  NkFrameSense *senses; /* Japanese of a frame for some objects only */
  guint n_senses;
  gboolean is_event;   /* nobody wills it: can result is もたらしうる, not もたらせる */
  gboolean is_stative; /* its participle describes what holds, not what was done */
  guint index;         /* among the verbs */
} NkLexiconVerb;

typedef enum { NK_FORM_BASE, NK_FORM_S, NK_FORM_PAST, NK_FORM_PARTICIPLE, NK_FORM_ING, NK_N_FORMS } NkVerbForm;

/* A form of one or more verbs: `found` is of `find` and `found`. NULL where the form is none of that kind. */
typedef struct {
  const NkLexiconVerb *verb[NK_N_FORMS];
} NkVerbForms;

typedef enum {
  NK_OBJECT_NOUN,
  NK_OBJECT_GERUND,
  NK_OBJECT_INFINITIVE,
  NK_OBJECT_CLAUSE,
  NK_OBJECT_PARTICIPLE,
  NK_OBJECT_YEAR,
} NkObjectKind;
#define NK_N_OBJECT_KINDS (NK_OBJECT_YEAR + 1)

/* What stands on both sides of a preposition. */
typedef struct {
  gboolean after_verb; /* else after a noun */
  const char *head;    /* lemma of the noun or verb in front; NULL: none */
  NkClass head_class;
  NkObjectKind kind;
  const char *object; /* lemma of the object's head; NULL: none */
  NkClass object_class;
} NkJoint;

typedef struct {
  const char *acronym;
  gboolean is_known; /* may stand alone in Japanese */
} NkAcronym;

/* All that the tables say of a word in lower case, or of several with one blank between them. */
typedef struct {
  const NkTerm *terms;            /* a chain; NULL */
  const NkVerbForms *forms;       /* what it is a form of; NULL */
  const NkLexiconVerb *adjective; /* an adjective with frames; NULL */
  const NkAcronym *acronym;       /* of this expansion; NULL */
  struct NkJointRows *joints;     /* the rows of a preposition; NULL */
  guint joint_kinds;              /* bits by NkObjectKind: of what kind their objects are */
  guint most_words;               /* of the longest entry that starts with this word; 0: no other starts with it */
  guint lengths;                  /* bits: an entry that starts with this word may have so many words */
  struct NkSense *senses;
} NkLexiconWord;

/* TRUE if a preposition has objects of this kind. */
static inline gboolean
nk_lexicon_word_joins (const NkLexiconWord *entry, NkObjectKind kind)
{
  return entry != NULL && (entry->joint_kinds & 1u << kind) != 0;
}

typedef struct _NkLexicon NkLexicon;

/* Loads every table of the folder. INPUT with file, line and column; NOT_FOUND; LIMIT. */
NkLexicon *nk_lexicon_load (const char *folder, GError **error);
void nk_lexicon_free (NkLexicon *lexicon);

#define NK_LEXICON_MAX_FAULTS 200u /* that are told */

typedef struct {
  guint terms, verbs, frames, adjectives, joints, senses, acronyms, affixes, boilerplate; /* rows; verbs: different ones */
} NkLexiconCounts;

/* What is wrong in the tables of the folder: whatever nk_lexicon_load would stop at, but all of it, and rows that no sentence can ever reach because another one stands before
 * them. (transfer full): char *, file, line and fault, table by table; none if all is well. Behind NK_LEXICON_MAX_FAULTS a last one says that there are more. */
GPtrArray *nk_lexicon_check (const char *folder, NkLexiconCounts *ret_counts);

/* A number that changes with every byte of the tables of the folder: what was made with another one is not to be trusted. Reads the files and understands none of them.
 * NOT_FOUND, LIMIT, INPUT (cannot be read). */
gboolean nk_lexicon_folder_stamp (const char *folder, guint64 *ret_stamp, GError **error);

/* NULL: no table has the word. */
const NkLexiconWord *nk_lexicon_word (const NkLexicon *lexicon, const char *word);

/* The terms with this English (lower case, words parted by one blank), a chain; NULL. */
const NkTerm *nk_lexicon_terms (const NkLexicon *lexicon, const char *english);
/* The same for a noun in the plural: the chain of its singular. NULL if no noun is there. */
const NkTerm *nk_lexicon_plural (const NkLexicon *lexicon, const char *english);

/* NULL if it is no form of a verb. Phrasal verbs have forms of several words. */
const NkVerbForms *nk_lexicon_verb_forms (const NkLexicon *lexicon, const char *form);
const NkLexiconVerb *nk_lexicon_verb (const NkLexicon *lexicon, const char *lemma);
/* What a verb is done to, and who does it. */
typedef struct {
  const char *object, *subject; /* lemmas; NULL: unknown */
  NkClass object_class, subject_class;
} NkParties;

/* The Japanese of a frame of the verb between these (serve data: 提供する, serve clients: サービスを提供する). */
const char *nk_lexicon_frame_japanese (const NkLexiconVerb *verb, const NkFrame *frame, const NkParties *parties);
/* The verb of which the plain active is `Oを…する` with this noun; NULL: there is none. */
const NkLexiconVerb *nk_lexicon_verb_of_noun (const NkLexicon *lexicon, const char *japanese);
const NkLexiconVerb *nk_lexicon_adjective (const NkLexicon *lexicon, const char *adjective); /* an adjective with frames, or NULL */

/* TRUE if the word (lower case, may be several) has rows in prepositions.tsv for this kind of object behind a noun or verb. */
gboolean nk_lexicon_is_preposition (const NkLexicon *lexicon, const char *word);
gboolean nk_lexicon_joins (const NkLexicon *lexicon, const char *word, NkObjectKind kind);
/* The Japanese (with P or V) of the first row that fits; *ret_is_specific tells whether it named the head or the object. NULL: no row. */
const char *nk_lexicon_word_join (const NkLexiconWord *entry, const NkJoint *joint, gboolean *ret_is_specific);
const char *nk_lexicon_join (const NkLexicon *lexicon, const char *word, const NkJoint *joint, gboolean *ret_is_specific);

/* Where a word stands: the lower-case lemmas and the classes of its sentence, its own place, and the title of the document in lower case. */
typedef struct {
  const char *const *words;
  const NkClass *classes;
  guint n_words, place;
  const char *title;
} NkSenseContext;

/* Another sense of `word` between its neighbours, or in documents of its field, or NULL. */
const char *nk_lexicon_sense (const NkLexicon *lexicon, const char *word, const NkSenseContext *context);

const NkAcronym *nk_lexicon_acronym (const NkLexicon *lexicon, const char *expansion); /* lower case; NULL */
gboolean nk_lexicon_is_known_acronym (const NkLexicon *lexicon, const char *acronym);

/* Japanese of `-suffix` or `prefix-`, or NULL. */
const char *nk_lexicon_affix (const NkLexicon *lexicon, const char *affix);

gboolean nk_lexicon_is_boilerplate (const NkLexicon *lexicon, const char *sentence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkLexicon, nk_lexicon_free)
