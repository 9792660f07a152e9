/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* verbs.tsv and adjectives.tsv: frames, and every form of every verb. */
#include "language/lexicon_private.h"

#define MAX_FORM_BYTES 64u
#define MAX_VERBS 4096u
#define OBJECT_NOTE "object="
#define SUBJECT_NOTE "subject="

void
nk_lexicon_verb_free (NkLexiconVerb *verb)
{
  for (guint i = 0; i < verb->n_senses; i++)
    g_strfreev (verb->senses[i].objects);
  g_free (verb->senses);
  g_free (verb->frames);
  g_free (verb);
}

static gboolean
is_slot (const char *word)
{
  return word[0] != '\0' && word[1] == '\0' && strchr ("OPRGVSA", word[0]) != NULL;
}

/* One word of a frame; a preposition takes all the words up to its slot. FALSE: it is none. */
static gboolean
parse_element (NkLexicon *lexicon, char **words, guint *place, NkElement *element)
{
  g_autoptr (GString) preposition = g_string_new (NULL);

  while (words[*place] != NULL && !is_slot (words[*place])) {
    if (preposition->len > 0)
      g_string_append_c (preposition, ' ');
    g_string_append (preposition, words[(*place)++]);
  }
  if (words[*place] == NULL)
    return FALSE;
  element->slot = words[*place][0];
  (*place)++;
  element->preposition = preposition->len > 0 ? g_string_chunk_insert_const (lexicon->chunks, preposition->str) : NULL;
  if (element->preposition == NULL)
    element->kind = element->slot == 'O'   ? NK_ELEMENT_OBJECT
                    : element->slot == 'V' ? NK_ELEMENT_BARE
                    : element->slot == 'A' ? NK_ELEMENT_ADJECTIVE
                    : element->slot == 'P' ? NK_ELEMENT_NOUN
                    : element->slot == 'G' ? NK_ELEMENT_GERUND
                                           : NK_ELEMENT_PREPOSITION;
  else if (g_str_equal (element->preposition, "to") && element->slot == 'V')
    element->kind = NK_ELEMENT_INFINITIVE;
  else if (g_str_equal (element->preposition, "that") && element->slot == 'S')
    element->kind = NK_ELEMENT_THAT;
  else
    element->kind = NK_ELEMENT_PREPOSITION;
  return element->kind != NK_ELEMENT_PREPOSITION || (element->preposition != NULL && strchr ("PRG", element->slot) != NULL);
}

/* `allow X to do`, `map X to Y` hold together. In `send X over Y`, `define X to do` the second part may as well belong to X. */
static gboolean
is_tight (const NkFrame *frame)
{
  static const char *const tight[] = { "to", "from", "into", "against", "onto", NULL };
  const NkElement *second = &frame->elements[1];

  if (frame->n_elements < 2 || frame->elements[0].kind != NK_ELEMENT_OBJECT)
    return TRUE;
  if (second->kind == NK_ELEMENT_INFINITIVE)
    return strstr (frame->japanese, "Oが") != NULL || strstr (frame->japanese, "Oに") != NULL;
  return second->kind != NK_ELEMENT_PREPOSITION || g_strv_contains (tight, second->preposition);
}

static gboolean
parse_frame (NkLexicon *lexicon, NkTable table, guint row, NkFrame *frame, GError **error)
{
  const char *text = nk_tsv_cell (lexicon->tables[table], row, 1);
  g_auto (GStrv) words = g_strsplit (text, " ", 12);
  guint place = 0;

  frame->text = text;
  frame->japanese = nk_tsv_cell (lexicon->tables[table], row, 2);
  if (*frame->japanese == '\0')
    return nk_lexicon_fault (lexicon, table, row, error, "japanese is empty");
  if (words[0] != NULL && g_str_equal (words[0], "passive")) {
    frame->is_passive = TRUE;
    place++;
  } else if (words[0] != NULL && g_str_equal (words[0], "it")) {
    frame->is_impersonal = TRUE;
    place++;
  } else if (words[0] != NULL && g_str_equal (words[0], "I") && words[1] == NULL)
    place++;
  while (words[place] != NULL) {
    if (frame->n_elements == NK_LEXICON_MAX_FRAME_ELEMENTS || !parse_element (lexicon, words, &place, &frame->elements[frame->n_elements]))
      return nk_lexicon_fault (lexicon, table, row, error, "frame '%s' is not understood", text);
    frame->n_elements++;
  }
  frame->is_tight = is_tight (frame);
  frame->is_bound = strstr (frame->japanese, "のO") != NULL || strstr (frame->japanese, "VO") != NULL
                    || strstr (frame->japanese, "GO") != NULL || (frame->n_elements == 2 && frame->elements[1].kind == NK_ELEMENT_GERUND);
  for (guint i = 0; i < frame->n_elements; i++) {
    char slot = frame->elements[i].slot;

    if (strchr (frame->japanese, slot) == NULL)
      return nk_lexicon_fault (lexicon, table, row, error, "japanese '%s' has no place for %c", frame->japanese, slot);
  }
  for (const char *c = frame->japanese; *c != '\0'; c++) {
    gboolean is_there = !nk_is_slot (frame->japanese, (gsize)(c - frame->japanese));

    for (guint i = 0; i < frame->n_elements; i++)
      is_there |= frame->elements[i].slot == *c;
    if (!is_there)
      return nk_lexicon_fault (lexicon, table, row, error, "the frame '%s' gives no %c to japanese '%s'", text, *c, frame->japanese);
  }
  return TRUE;
}

gboolean
nk_lexicon_is_frame_sense (const char *notes)
{
  return g_str_has_prefix (notes, OBJECT_NOTE) || g_str_has_prefix (notes, SUBJECT_NOTE);
}

/* A row with `object=…` or `subject=…` says the frame of another row in other words. */
static gboolean
add_frame_sense (NkLexicon *lexicon, guint row, NkLexiconVerb *verb, const NkFrame *frame, GError **error)
{
  g_auto (GStrv) notes = g_strsplit (nk_tsv_cell (lexicon->tables[NK_TABLE_VERBS], row, 3), " ", 8);
  NkFrameSense sense = { .frame = frame->text, .japanese = frame->japanese };
  char *list;

  sense.is_of_subject = g_str_has_prefix (notes[0], SUBJECT_NOTE);
  list = notes[0] + strlen (sense.is_of_subject ? SUBJECT_NOTE : OBJECT_NOTE);

  if (verb->n_senses == NK_LEXICON_MAX_FRAMES)
    return nk_lexicon_fault (lexicon, NK_TABLE_VERBS, row, error, "'%s' has more than %d senses", verb->lemma, NK_LEXICON_MAX_FRAMES);
  g_strdelimit (list, "_", ' ');
  if (!nk_lexicon_parse_list (list, &sense.objects, &sense.classes) || (sense.objects == NULL && sense.classes == 0)) {
    g_strfreev (sense.objects);
    return nk_lexicon_fault (lexicon, NK_TABLE_VERBS, row, error, "note '%s' names neither words nor classes", notes[0]);
  }
  sense.letters = nk_lexicon_letter_bits (sense.objects);
  verb->senses = g_renew (NkFrameSense, verb->senses, verb->n_senses + 1);
  verb->senses[verb->n_senses++] = sense;
  return TRUE;
}

/* Adds the frame of `row` to the verb (or adjective) that it names. */
static gboolean
add_frame (NkLexicon *lexicon, NkTable table, guint row, NkLexiconVerb *verb, GError **error)
{
  NkFrame frame = { 0 };

  if (!parse_frame (lexicon, table, row, &frame, error))
    return FALSE;
  if (table == NK_TABLE_VERBS && nk_lexicon_is_frame_sense (nk_tsv_cell (lexicon->tables[table], row, 3)))
    return add_frame_sense (lexicon, row, verb, &frame, error);
  if (table == NK_TABLE_VERBS && strstr (nk_tsv_cell (lexicon->tables[table], row, 3), "tight") != NULL)
    frame.is_tight = TRUE;
  if (verb->n_frames == NK_LEXICON_MAX_FRAMES)
    return nk_lexicon_fault (lexicon, table, row, error, "'%s' has more than %d frames", verb->lemma, NK_LEXICON_MAX_FRAMES);
  verb->frames = g_renew (NkFrame, verb->frames, verb->n_frames + 1);
  verb->frames[verb->n_frames++] = frame;
  return TRUE;
}

static void
add_form (NkLexicon *lexicon, const NkLexiconVerb *verb, NkVerbForm form, const char *head, const char *tail)
{
  char text[2 * MAX_FORM_BYTES];
  NkVerbForms *forms;
  NkLexiconWord *entry;

  g_snprintf (text, sizeof text, "%s%s", head, tail);
  entry = g_hash_table_lookup (lexicon->entries, text);
  if (entry == NULL)
    entry = nk_lexicon_make_word (lexicon, g_string_chunk_insert (lexicon->chunks, text));
  forms = (NkVerbForms *)entry->forms;
  if (forms == NULL)
    entry->forms = forms = nk_arena_new0 (lexicon->arena, NkVerbForms);
  if (forms->verb[form] == NULL)
    forms->verb[form] = verb;
  if (*tail != '\0')
    nk_lexicon_note_words (lexicon, text); /* `carries out` starts with another word than `carry out` */
}

static gboolean
is_vowel (char c)
{
  return c != '\0' && strchr ("aeiou", c) != NULL;
}

/* `word` is the first word of the lemma, `tail` what follows it (` out`). */
static void
add_regular_forms (NkLexicon *lexicon, const NkLexiconVerb *verb, const char *word, const char *tail, gboolean doubles)
{
  gsize length = strlen (word);
  char last = word[length - 1], before = length > 1 ? word[length - 2] : '\0';
  gboolean ends_in_y = last == 'y' && !is_vowel (before);
  gboolean hisses = strchr ("sxz", last) != NULL || g_str_has_suffix (word, "ch") || g_str_has_suffix (word, "sh")
                    || (last == 'o' && !is_vowel (before));
  g_autofree char *stem = g_strndup (word, ends_in_y || last == 'e' ? length - 1 : length);
  g_autofree char *doubled = g_strdup_printf ("%s%c", word, last);
  g_autofree char *s = g_str_equal (word, "have") ? g_strdup ("has")
                       : ends_in_y                ? g_strconcat (stem, "ies", NULL)
                                                  : g_strconcat (word, hisses ? "es" : "s", NULL);
  g_autofree char *ed = ends_in_y     ? g_strconcat (stem, "ied", NULL)
                        : last == 'e' ? g_strconcat (word, "d", NULL)
                                      : g_strconcat (word, "ed", NULL);
  g_autofree char *ing = g_str_has_suffix (word, "ie")                   ? g_strdup_printf ("%.*sying", (int)(length - 2), word)
                         : last == 'e' && strchr ("eyo", before) == NULL ? g_strconcat (stem, "ing", NULL)
                                                                         : g_strconcat (word, "ing", NULL);

  add_form (lexicon, verb, NK_FORM_S, s, tail);
  add_form (lexicon, verb, NK_FORM_ING, ing, tail);
  add_form (lexicon, verb, NK_FORM_PAST, ed, tail);
  add_form (lexicon, verb, NK_FORM_PARTICIPLE, ed, tail);
  /* British and American both: labelled, labeled. */
  if (doubles || (last == 'l' && is_vowel (before))) {
    g_autofree char *doubled_ed = g_strconcat (doubled, "ed", NULL), *doubled_ing = g_strconcat (doubled, "ing", NULL);

    add_form (lexicon, verb, NK_FORM_ING, doubled_ing, tail);
    add_form (lexicon, verb, NK_FORM_PAST, doubled_ed, tail);
    add_form (lexicon, verb, NK_FORM_PARTICIPLE, doubled_ed, tail);
  }
}

/* notes: `stative`, `double`, `past=… participle=…`. */
static gboolean
add_verb_forms (NkLexicon *lexicon, guint row, NkLexiconVerb *verb, GError **error)
{
  g_auto (GStrv) notes = g_strsplit (nk_tsv_cell (lexicon->tables[NK_TABLE_VERBS], row, 3), " ", 8);
  const char *blank = strchr (verb->lemma, ' ');
  g_autofree char *word = blank != NULL ? g_strndup (verb->lemma, (gsize)(blank - verb->lemma)) : g_strdup (verb->lemma);
  const char *tail = blank != NULL ? blank : "";
  gboolean doubles = FALSE;

  for (guint i = 0; notes[i] != NULL; i++) {
    if (g_str_equal (notes[i], "stative"))
      verb->is_stative = TRUE;
    else if (g_str_equal (notes[i], "event"))
      verb->is_event = TRUE;
    else if (g_str_equal (notes[i], "double"))
      doubles = TRUE;
    else if (g_str_has_prefix (notes[i], "past=") && strlen (notes[i]) < MAX_FORM_BYTES)
      add_form (lexicon, verb, NK_FORM_PAST, notes[i] + strlen ("past="), tail);
    else if (g_str_has_prefix (notes[i], "participle=") && strlen (notes[i]) < MAX_FORM_BYTES)
      add_form (lexicon, verb, NK_FORM_PARTICIPLE, notes[i] + strlen ("participle="), tail);
    else if (*notes[i] != '\0' && !g_str_equal (notes[i], "tight"))
      return nk_lexicon_fault (lexicon, NK_TABLE_VERBS, row, error, "note '%s' is not understood", notes[i]);
  }
  add_form (lexicon, verb, NK_FORM_BASE, word, tail);
  add_regular_forms (lexicon, verb, word, tail, doubles);
  return TRUE;
}

/* 圧縮 of Oを圧縮する, the frame that was read last. The first verb keeps it. */
static void
add_noun (NkLexicon *lexicon, NkLexiconVerb *verb)
{
  const NkFrame *frame = &verb->frames[verb->n_frames - 1];
  gsize length = strlen (frame->japanese), prefix = strlen ("Oを"), suffix = strlen ("する");
  const char *noun;

  if (frame->is_passive || frame->n_elements != 1 || length <= prefix + suffix || !g_str_has_prefix (frame->japanese, "Oを")
      || !g_str_has_suffix (frame->japanese, "する"))
    return;
  noun = g_string_chunk_insert_len (lexicon->chunks, frame->japanese + prefix, (gssize)(length - prefix - suffix));
  if (g_hash_table_lookup (lexicon->verbs_by_noun, noun) == NULL)
    g_hash_table_insert (lexicon->verbs_by_noun, (gpointer)noun, verb);
}

gboolean
nk_lexicon_add_verb (NkLexicon *lexicon, guint row, GError **error)
{
  const char *lemma = nk_tsv_cell (lexicon->tables[NK_TABLE_VERBS], row, 0);
  NkLexiconVerb *verb = g_hash_table_lookup (lexicon->verbs_by_lemma, lemma);

  if (verb == NULL) {
    if (*lemma == '\0' || strlen (lemma) >= MAX_FORM_BYTES || lexicon->verbs->len == MAX_VERBS)
      return nk_lexicon_fault (lexicon, NK_TABLE_VERBS, row, error, "verb is empty, too long, or one too many");
    verb = g_new0 (NkLexiconVerb, 1);
    verb->lemma = lemma;
    verb->index = lexicon->verbs->len;
    g_ptr_array_add (lexicon->verbs, verb);
    g_hash_table_insert (lexicon->verbs_by_lemma, (gpointer)lemma, verb);
    if (!add_verb_forms (lexicon, row, verb, error))
      return FALSE;
  }
  if (!add_frame (lexicon, NK_TABLE_VERBS, row, verb, error))
    return FALSE;
  add_noun (lexicon, verb);
  return TRUE;
}

gboolean
nk_lexicon_add_adjective (NkLexicon *lexicon, guint row, GError **error)
{
  const char *word = nk_tsv_cell (lexicon->tables[NK_TABLE_ADJECTIVES], row, 0);
  NkLexiconWord *entry = nk_lexicon_make_word (lexicon, word);
  NkLexiconVerb *adjective = (NkLexiconVerb *)entry->adjective;

  if (*word == '\0')
    return nk_lexicon_fault (lexicon, NK_TABLE_ADJECTIVES, row, error, "adjective is empty");
  if (adjective == NULL) {
    adjective = g_new0 (NkLexiconVerb, 1);
    adjective->lemma = word;
    g_ptr_array_add (lexicon->adjectives, adjective);
    entry->adjective = adjective;
  }
  return add_frame (lexicon, NK_TABLE_ADJECTIVES, row, adjective, error);
}

static gboolean
sense_fits (const NkFrameSense *sense, const char *word, NkClass class)
{
  const char *last = word != NULL ? strrchr (word, ' ') : NULL;

  return word != NULL
         && (nk_lexicon_fits (sense->objects, sense->letters, sense->classes, word, class)
             || (last != NULL && sense->objects != NULL && nk_lexicon_fits (sense->objects, sense->letters, 0, last + 1, NK_CLASS_NONE)));
}

const char *
nk_lexicon_frame_japanese (const NkLexiconVerb *verb, const NkFrame *frame, const NkParties *parties)
{
  for (guint i = 0; i < verb->n_senses; i++) {
    const NkFrameSense *sense = &verb->senses[i];

    if (g_str_equal (sense->frame, frame->text)
        && (sense->is_of_subject ? sense_fits (sense, parties->subject, parties->subject_class)
                                 : sense_fits (sense, parties->object, parties->object_class)))
      return sense->japanese;
  }
  return frame->japanese;
}

const NkLexiconVerb *
nk_lexicon_verb_of_noun (const NkLexicon *lexicon, const char *japanese)
{
  return g_hash_table_lookup (lexicon->verbs_by_noun, japanese);
}
