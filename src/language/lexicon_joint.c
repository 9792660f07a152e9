/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* prepositions.tsv and senses.tsv: what a word means by what stands beside it. */
#include "language/lexicon_private.h"
#include "language/words.h"

#define MAX_LIST 400  /* words of one cell */
#define MAX_CONTEXT 6 /* words of one context */
#define MAX_TOPICS 40 /* of one context */

void
nk_joint_row_free (NkJointRow *row)
{
  g_strfreev (row->heads);
  g_strfreev (row->objects);
  g_free (row);
}

void
nk_sense_free (NkSense *sense)
{
  g_strfreev (sense->words);
  g_strfreev (sense->topics);
  g_free (sense->classes);
  g_free (sense);
}

static guint64
letter_bit (const char *word)
{
  return word != NULL && *word != '\0' ? G_GUINT64_CONSTANT (1) << (((guchar)word[0] * 7 + (guchar)word[1]) & 63) : 0;
}

guint64
nk_lexicon_letter_bits (char **words)
{
  guint64 bits = 0;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    bits |= letter_bit (words[i]);
  return bits;
}

gboolean
nk_lexicon_parse_list (const char *cell, char ***ret_words, guint *ret_classes)
{
  g_auto (GStrv) words = NULL;
  guint n_words = 0;

  if (*cell == '\0' || g_str_equal (cell, "*"))
    return TRUE;
  words = g_strsplit (cell, ",", MAX_LIST);
  for (guint i = 0; words[i] != NULL; i++) {
    g_strstrip (words[i]);
    if (words[i][0] == '@') {
      for (const char *letter = words[i] + 1; *letter != '\0'; letter++) {
        if (nk_class_from_letter (*letter) == NK_CLASS_NONE)
          return FALSE;
        *ret_classes |= 1u << nk_class_from_letter (*letter);
      }
      g_free (words[i]);
    } else
      words[n_words++] = words[i];
  }
  words[n_words] = NULL;
  if (n_words > 0)
    *ret_words = g_steal_pointer (&words);
  return TRUE;
}

static gboolean
parse_object (const char *cell, NkJointRow *row, NkObjectKind *ret_kind)
{
  static const struct {
    const char *word;
    NkObjectKind kind;
  } kinds[] = {
    { "ing", NK_OBJECT_GERUND }, { "inf", NK_OBJECT_INFINITIVE }, { "clause", NK_OBJECT_CLAUSE }, { "participle", NK_OBJECT_PARTICIPLE },
    { "year", NK_OBJECT_YEAR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (g_str_equal (cell, kinds[i].word)) {
      *ret_kind = kinds[i].kind;
      return TRUE;
    }
  }
  return nk_lexicon_parse_list (cell, &row->objects, &row->object_classes);
}

/* Behind those of its kind: the first that fits is taken. */
static void
put_row (NkLexiconWord *entry, gboolean after_verb, NkObjectKind kind, NkJointRow *row)
{
  struct NkJointRows *rows = entry->joints;

  if (rows->first[after_verb][kind] == NULL)
    rows->first[after_verb][kind] = row;
  else
    rows->last[after_verb][kind]->next = row;
  rows->last[after_verb][kind] = row;
  entry->joint_kinds |= 1u << kind;
}

gboolean
nk_lexicon_add_preposition (NkLexicon *lexicon, guint i, GError **error)
{
  const NkTsv *tsv = lexicon->tables[NK_TABLE_PREPOSITIONS];
  const char *word = nk_tsv_cell (tsv, i, 0), *after = nk_tsv_cell (tsv, i, 1), *japanese = nk_tsv_cell (tsv, i, 4);
  NkLexiconWord *entry = nk_lexicon_make_word (lexicon, word);
  NkJointRow *row = g_new0 (NkJointRow, 1);
  NkObjectKind kind = NK_OBJECT_NOUN;
  gboolean takes_phrase;

  if (entry->joints == NULL) {
    entry->joints = nk_arena_new0 (lexicon->arena, struct NkJointRows);
    nk_lexicon_note_words (lexicon, word);
  }
  g_ptr_array_add (lexicon->joint_rows, row);
  if (*word == '\0' || (!g_str_equal (after, "N") && !g_str_equal (after, "V")))
    return nk_lexicon_fault (lexicon, NK_TABLE_PREPOSITIONS, i, error, "word is empty or after '%s' is neither N nor V", after);
  row->japanese = japanese;
  if (!nk_lexicon_parse_list (nk_tsv_cell (tsv, i, 2), &row->heads, &row->head_classes)
      || !parse_object (nk_tsv_cell (tsv, i, 3), row, &kind))
    return nk_lexicon_fault (lexicon, NK_TABLE_PREPOSITIONS, i, error, "a class is none of the letters %s", NK_CLASS_LETTERS + 1);
  row->head_letters = nk_lexicon_letter_bits (row->heads);
  row->object_letters = nk_lexicon_letter_bits (row->objects);
  put_row (entry, *after == 'V', kind, row);
  takes_phrase = kind == NK_OBJECT_NOUN || kind == NK_OBJECT_YEAR;
  if (strchr (japanese, takes_phrase ? 'P' : 'V') == NULL)
    return nk_lexicon_fault (lexicon, NK_TABLE_PREPOSITIONS, i, error, "japanese '%s' has no %c", japanese, takes_phrase ? 'P' : 'V');
  return TRUE;
}

gboolean
nk_lexicon_add_sense (NkLexicon *lexicon, guint i, GError **error)
{
  const NkTsv *tsv = lexicon->tables[NK_TABLE_SENSES];
  const char *word = nk_tsv_cell (tsv, i, 0), *context = nk_tsv_cell (tsv, i, 1);
  NkSense *sense = g_new0 (NkSense, 1), **end = &nk_lexicon_make_word (lexicon, word)->senses;

  while (*end != NULL)
    end = &(*end)->next;
  *end = sense;
  g_ptr_array_add (lexicon->senses, sense);
  if (*context == '#') { /* #vcard,icalendar _ */
    const char *blank = strchr (context, ' ');
    g_autofree char *topics = blank != NULL ? g_strndup (context + 1, blank - context - 1) : NULL;

    if (topics == NULL || *topics == '\0' || strstr (topics, ",,") != NULL || *topics == ',' || g_str_has_suffix (topics, ","))
      return nk_lexicon_fault (lexicon, NK_TABLE_SENSES, i, error, "the context '%s' names no topic behind #", context);
    sense->topics = g_strsplit (topics, ",", MAX_TOPICS + 1);
    context = blank + 1;
  }
  sense->words = g_strsplit (context, " ", MAX_CONTEXT + 1);
  sense->n_words = g_strv_length (sense->words);
  sense->classes = g_new0 (NkClass, sense->n_words + 1);
  sense->place = G_MAXUINT;
  sense->japanese = nk_tsv_cell (tsv, i, 2);
  for (guint k = 0; k < sense->n_words; k++) {
    if (g_str_equal (sense->words[k], "_"))
      sense->place = k;
    else if (sense->words[k][0] == '@') {
      sense->classes[k] = nk_class_from_letter (sense->words[k][1]);
      if (sense->classes[k] == NK_CLASS_NONE || sense->words[k][2] != '\0')
        return nk_lexicon_fault (lexicon, NK_TABLE_SENSES, i, error, "class '%s' is none of the letters %s behind @", sense->words[k],
                                 NK_CLASS_LETTERS + 1);
    } else
      g_strdelimit (sense->words[k], "_", ' '); /* use_case: the entry of several words is one neighbour */
  }
  if (sense->topics != NULL && g_strv_length (sense->topics) > MAX_TOPICS)
    return nk_lexicon_fault (lexicon, NK_TABLE_SENSES, i, error, "more than %d topics", MAX_TOPICS);
  if (sense->place == G_MAXUINT || sense->n_words > MAX_CONTEXT || *sense->japanese == '\0')
    return nk_lexicon_fault (lexicon, NK_TABLE_SENSES, i, error, "the context '%s' has no _ or more than %d words, or japanese is empty",
                             nk_tsv_cell (tsv, i, 1), MAX_CONTEXT);
  return TRUE;
}

gboolean
nk_lexicon_fits (char **words, guint64 letters, guint classes, const char *word, NkClass class)
{
  if (words == NULL && classes == 0)
    return TRUE;
  if (classes != 0 && class != NK_CLASS_NONE && (classes & (1u << class)) != 0)
    return TRUE;
  return words != NULL && (letters & letter_bit (word)) != 0 && nk_word_in ((const char *const *)words, word);
}

gboolean
nk_lexicon_is_preposition (const NkLexicon *lexicon, const char *word)
{
  const NkLexiconWord *entry = nk_lexicon_word (lexicon, word);

  return entry != NULL && entry->joints != NULL;
}

gboolean
nk_lexicon_joins (const NkLexicon *lexicon, const char *word, NkObjectKind kind)
{
  return nk_lexicon_word_joins (nk_lexicon_word (lexicon, word), kind);
}

const char *
nk_lexicon_word_join (const NkLexiconWord *entry, const NkJoint *joint, gboolean *ret_is_specific)
{
  const char *last = joint->head != NULL && !joint->after_verb ? strrchr (joint->head, ' ') : NULL; /* negative | impact */

  if (entry == NULL || entry->joints == NULL)
    return NULL;
  for (const NkJointRow *row = entry->joints->first[joint->after_verb != 0][joint->kind]; row != NULL; row = row->next) {
    if ((!nk_lexicon_fits (row->heads, row->head_letters, row->head_classes, joint->head, joint->head_class)
         && (last == NULL || row->heads == NULL || !nk_lexicon_fits (row->heads, row->head_letters, 0, last + 1, NK_CLASS_NONE)))
        || !nk_lexicon_fits (row->objects, row->object_letters, row->object_classes, joint->object, joint->object_class))
      continue;
    if (ret_is_specific != NULL)
      *ret_is_specific = row->heads != NULL || (row->objects != NULL && joint->object != NULL);
    return row->japanese;
  }
  return NULL;
}

const char *
nk_lexicon_join (const NkLexicon *lexicon, const char *word, const NkJoint *joint, gboolean *ret_is_specific)
{
  return nk_lexicon_word_join (nk_lexicon_word (lexicon, word), joint, ret_is_specific);
}

/* `message authentication` is an authentication. */
static gboolean
ends_in_word (const char *compound, const char *word)
{
  const char *last = strrchr (compound, ' ');

  return g_str_equal (compound, word) || (last != NULL && g_str_equal (last + 1, word));
}

/* TRUE if a word of the title starts with one of the topics: `vcard` in `vCard Format Extensions`. */
static gboolean
speaks_of (const char *title, char **topics)
{
  for (guint i = 0; topics[i] != NULL; i++)
    for (const char *place = title; (place = strstr (place, topics[i])) != NULL; place++)
      if (place == title || !g_ascii_isalnum (place[-1]))
        return TRUE;
  return FALSE;
}

static gboolean
sense_fits (const NkSense *sense, const NkSenseContext *context)
{
  if (context->place < sense->place || context->place - sense->place + sense->n_words > context->n_words)
    return FALSE;
  for (guint i = 0; i < sense->n_words; i++) {
    guint k = context->place - sense->place + i;

    if (i == sense->place || g_str_equal (sense->words[i], "*"))
      continue;
    if (sense->classes[i] != NK_CLASS_NONE
            ? context->classes[k] != sense->classes[i]
            : !(i + 1 == sense->place ? ends_in_word (context->words[k], sense->words[i]) : g_str_equal (context->words[k], sense->words[i])))
      return FALSE;
  }
  return sense->topics == NULL || speaks_of (context->title, sense->topics);
}

const char *
nk_lexicon_sense (const NkLexicon *lexicon, const char *word, const NkSenseContext *context)
{
  const NkLexiconWord *entry = nk_lexicon_word (lexicon, word);

  for (const NkSense *sense = entry != NULL ? entry->senses : NULL; sense != NULL; sense = sense->next)
    if (sense_fits (sense, context))
      return sense->japanese;
  return NULL;
}
