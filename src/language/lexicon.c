/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "language/lexicon_private.h"
#include "ground/file.h"

#include <xxhash.h>

#define MAX_TABLE_BYTES ((gsize)4 << 20) /* as of every table: ground/tsv.h */

static const char *const file_names[NK_N_TABLES] = {
  [NK_TABLE_TERMS] = "terms.tsv",           [NK_TABLE_VERBS] = "verbs.tsv",
  [NK_TABLE_ADJECTIVES] = "adjectives.tsv", [NK_TABLE_PREPOSITIONS] = "prepositions.tsv",
  [NK_TABLE_SENSES] = "senses.tsv",         [NK_TABLE_ACRONYMS] = "acronyms.tsv",
  [NK_TABLE_AFFIXES] = "affixes.tsv",       [NK_TABLE_BOILERPLATE] = "boilerplate.tsv",
};

#define MAX_COLUMNS 5
static const char *const columns[NK_N_TABLES][MAX_COLUMNS + 1] = {
  [NK_TABLE_TERMS] = { "english", "pos", "japanese", "class", NULL },
  [NK_TABLE_VERBS] = { "verb", "frame", "japanese", "notes", NULL },
  [NK_TABLE_ADJECTIVES] = { "adjective", "frame", "japanese", NULL },
  [NK_TABLE_PREPOSITIONS] = { "word", "after", "head", "object", "japanese", NULL },
  [NK_TABLE_SENSES] = { "word", "context", "japanese", NULL },
  [NK_TABLE_ACRONYMS] = { "acronym", "expansion", "notes", NULL },
  [NK_TABLE_AFFIXES] = { "affix", "japanese", NULL },
  [NK_TABLE_BOILERPLATE] = { "parts", NULL },
};

gboolean
nk_lexicon_fault (const NkLexicon *lexicon, NkTable table, guint row, GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s:%u: %s", lexicon->paths[table], nk_tsv_line (lexicon->tables[table], row), what);
  return FALSE;
}

NkClass
nk_class_from_letter (char letter)
{
  const char *place = letter != '\0' ? strchr (NK_CLASS_LETTERS, letter) : NULL;

  return place != NULL ? (NkClass)(place - NK_CLASS_LETTERS) : NK_CLASS_NONE;
}

static guint
count_words (const char *text)
{
  guint n = 1;

  for (; *text != '\0'; text++)
    n += *text == ' ';
  return n;
}

NkLexiconWord *
nk_lexicon_make_word (NkLexicon *lexicon, const char *word)
{
  NkLexiconWord *entry = g_hash_table_lookup (lexicon->entries, word);

  if (entry == NULL) {
    entry = nk_arena_new0 (lexicon->arena, NkLexiconWord);
    g_hash_table_insert (lexicon->entries, (gpointer)word, entry);
  }
  return entry;
}

void
nk_lexicon_note_words (NkLexicon *lexicon, const char *entry)
{
  const char *blank = strchr (entry, ' ');
  guint n_words = count_words (entry);
  NkLexiconWord *first;

  if (blank == NULL)
    return;
  first = nk_lexicon_make_word (lexicon, g_string_chunk_insert_len (lexicon->chunks, entry, blank - entry));
  first->most_words = MAX (first->most_words, n_words);
  /* A sign is a word of its own in a sentence, but has no blank here. */
  first->lengths |= strpbrk (entry, ",;:()'") != NULL ? G_MAXUINT : 1u << MIN (n_words, 31);
}

static gboolean
term_kind_from_letter (const char *letter, NkTermKind *ret_kind)
{
  static const char letters[] = { [NK_TERM_NOUN] = 'N',       [NK_TERM_ADJECTIVE] = 'A',  [NK_TERM_ADVERB] = 'R',
                                  [NK_TERM_CONNECTIVE] = 'C', [NK_TERM_DETERMINER] = 'D', [NK_TERM_NUMBER] = 'M' };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++) {
    if (letter[0] == letters[i] && letter[1] == '\0') {
      *ret_kind = (NkTermKind)i;
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
add_term (NkLexicon *lexicon, guint row, GError **error)
{
  const NkTsv *tsv = lexicon->tables[NK_TABLE_TERMS];
  const char *english = nk_tsv_cell (tsv, row, 0), *class = nk_tsv_cell (tsv, row, 3);
  NkTermKind kind;
  NkLexiconWord *entry;
  NkTerm *term, *last;

  if (*english == '\0' || strlen (english) > NK_LEXICON_MAX_TERM_BYTES)
    return nk_lexicon_fault (lexicon, NK_TABLE_TERMS, row, error, "english is empty or longer than %u bytes", NK_LEXICON_MAX_TERM_BYTES);
  if (!term_kind_from_letter (nk_tsv_cell (tsv, row, 1), &kind))
    return nk_lexicon_fault (lexicon, NK_TABLE_TERMS, row, error, "pos '%s' is none of N A R C D M", nk_tsv_cell (tsv, row, 1));
  if (count_words (english) > NK_LEXICON_MAX_WORDS)
    return nk_lexicon_fault (lexicon, NK_TABLE_TERMS, row, error, "more than %d words", NK_LEXICON_MAX_WORDS);
  if (*nk_tsv_cell (tsv, row, 2) == '\0' && (kind == NK_TERM_NOUN || kind == NK_TERM_ADJECTIVE))
    return nk_lexicon_fault (lexicon, NK_TABLE_TERMS, row, error, "japanese is empty");
  if (kind == NK_TERM_NOUN && *class != '\0' && (nk_class_from_letter (*class) == NK_CLASS_NONE || class[1] != '\0'))
    return nk_lexicon_fault (lexicon, NK_TABLE_TERMS, row, error, "class '%s' is none of the letters %s", class, NK_CLASS_LETTERS + 1);
  entry = nk_lexicon_make_word (lexicon, english);
  last = (NkTerm *)entry->terms;
  while (last != NULL && last->next != NULL && last->kind != kind)
    last = (NkTerm *)last->next;
  if (last != NULL && last->kind == kind)
    return nk_lexicon_fault (lexicon, NK_TABLE_TERMS, row, error, "'%s' stands twice as the same part of speech", english);
  term = nk_arena_new0 (lexicon->arena, NkTerm);
  term->english = english;
  term->japanese = nk_tsv_cell (tsv, row, 2);
  term->kind = kind;
  term->class = kind == NK_TERM_NOUN ? nk_class_from_letter (*class) : NK_CLASS_NONE;
  term->is_plural = kind == NK_TERM_DETERMINER && g_str_equal (class, "plural");
  term->n_words = count_words (english);
  if (last != NULL) {
    last->next = term;
    return TRUE;
  }
  entry->terms = term;
  nk_lexicon_note_words (lexicon, english);
  return TRUE;
}

static gboolean
add_acronym (NkLexicon *lexicon, guint row, GError **error)
{
  const NkTsv *tsv = lexicon->tables[NK_TABLE_ACRONYMS];
  const char *acronym = nk_tsv_cell (tsv, row, 0), *expansion = nk_tsv_cell (tsv, row, 1), *notes = nk_tsv_cell (tsv, row, 2);
  NkAcronym *known;
  NkLexiconWord *entry;

  if (*acronym == '\0')
    return nk_lexicon_fault (lexicon, NK_TABLE_ACRONYMS, row, error, "acronym is empty");
  if (*notes != '\0' && !g_str_equal (notes, "known"))
    return nk_lexicon_fault (lexicon, NK_TABLE_ACRONYMS, row, error, "notes '%s' are not 'known'", notes);
  if (*notes != '\0')
    g_hash_table_add (lexicon->known, (gpointer)acronym);
  if (*expansion == '\0')
    return TRUE;
  entry = nk_lexicon_make_word (lexicon, expansion);
  if (entry->acronym != NULL)
    return TRUE;
  known = nk_arena_new0 (lexicon->arena, NkAcronym);
  *known = (NkAcronym){ acronym, *notes != '\0' };
  entry->acronym = known;
  nk_lexicon_note_words (lexicon, expansion);
  return TRUE;
}

static gboolean
add_affix (NkLexicon *lexicon, guint row, GError **error)
{
  const NkTsv *tsv = lexicon->tables[NK_TABLE_AFFIXES];
  const char *affix = nk_tsv_cell (tsv, row, 0);

  if (strlen (affix) < 2 || (affix[0] != '-') == (affix[strlen (affix) - 1] != '-'))
    return nk_lexicon_fault (lexicon, NK_TABLE_AFFIXES, row, error, "'%s' is neither -suffix nor prefix-", affix);
  g_hash_table_insert (lexicon->affixes, (gpointer)affix, (gpointer)nk_tsv_cell (tsv, row, 1));
  return TRUE;
}

static gboolean
add_boilerplate (NkLexicon *lexicon, guint row, GError **error)
{
  char **parts = g_strsplit (nk_tsv_cell (lexicon->tables[NK_TABLE_BOILERPLATE], row, 0), "…", 8);

  g_ptr_array_add (lexicon->boilerplate, parts);
  for (guint i = 0; parts[i] != NULL; i++) {
    if (*g_strstrip (parts[i]) == '\0')
      return nk_lexicon_fault (lexicon, NK_TABLE_BOILERPLATE, row, error, "an empty part would fit any sentence");
  }
  return TRUE;
}

/* Keeps the fault and goes on, if that is wanted. FALSE: the loading ends, with @error. */
static gboolean
pass_fault (NkLexicon *lexicon, GError *fault, GError **error)
{
  if (lexicon->faults == NULL) {
    g_propagate_error (error, fault);
    return FALSE;
  }
  g_ptr_array_add (lexicon->faults, g_strdup (fault->message));
  g_error_free (fault);
  return lexicon->faults->len <= NK_LEXICON_MAX_FAULTS;
}

static gboolean
load_rows (NkLexicon *lexicon, NkTable table, GError **error)
{
  static gboolean (*const adds[NK_N_TABLES]) (NkLexicon * lexicon, guint row, GError * *error) = {
    [NK_TABLE_TERMS] = add_term,
    [NK_TABLE_VERBS] = nk_lexicon_add_verb,
    [NK_TABLE_ADJECTIVES] = nk_lexicon_add_adjective,
    [NK_TABLE_PREPOSITIONS] = nk_lexicon_add_preposition,
    [NK_TABLE_SENSES] = nk_lexicon_add_sense,
    [NK_TABLE_ACRONYMS] = add_acronym,
    [NK_TABLE_AFFIXES] = add_affix,
    [NK_TABLE_BOILERPLATE] = add_boilerplate,
  };
  const NkTsv *tsv = lexicon->tables[table];
  g_autoptr (GHashTable) seen = lexicon->faults != NULL ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) : NULL;

  for (guint row = 0; row < nk_tsv_n_rows (tsv); row++) {
    GError *fault = NULL;

    if ((!adds[table](lexicon, row, &fault) || (seen != NULL && !nk_lexicon_is_live (lexicon, table, row, seen, &fault)))
        && !pass_fault (lexicon, fault, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
load_tables (NkLexicon *lexicon, const char *folder, GError **error)
{
  for (guint i = 0; i < NK_N_TABLES; i++) {
    lexicon->paths[i] = g_build_filename (folder, file_names[i], NULL);
    if (lexicon->faults != NULL)
      lexicon->tables[i] = nk_tsv_load_past_faults (lexicon->paths[i], columns[i], lexicon->faults);
    else
      lexicon->tables[i] = nk_tsv_load (lexicon->paths[i], columns[i], error);
    if (lexicon->tables[i] == NULL && lexicon->faults == NULL)
      return FALSE;
    if (lexicon->tables[i] == NULL)
      continue;
    if (!load_rows (lexicon, (NkTable)i, error))
      return FALSE;
  }
  return TRUE;
}

static NkLexicon *
new_lexicon (void)
{
  NkLexicon *lexicon = g_new0 (NkLexicon, 1);

  lexicon->chunks = g_string_chunk_new (4096);
  lexicon->arena = nk_arena_new ();
  lexicon->entries = g_hash_table_new (g_str_hash, g_str_equal);
  lexicon->verbs = g_ptr_array_new_with_free_func ((GDestroyNotify)nk_lexicon_verb_free);
  lexicon->verbs_by_lemma = g_hash_table_new (g_str_hash, g_str_equal);
  lexicon->verbs_by_noun = g_hash_table_new (g_str_hash, g_str_equal);
  lexicon->adjectives = g_ptr_array_new_with_free_func ((GDestroyNotify)nk_lexicon_verb_free);
  lexicon->joint_rows = g_ptr_array_new_with_free_func ((GDestroyNotify)nk_joint_row_free);
  lexicon->senses = g_ptr_array_new_with_free_func ((GDestroyNotify)nk_sense_free);
  lexicon->known = g_hash_table_new (g_str_hash, g_str_equal);
  lexicon->affixes = g_hash_table_new (g_str_hash, g_str_equal);
  lexicon->boilerplate = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  return lexicon;
}

NkLexicon *
nk_lexicon_load (const char *folder, GError **error)
{
  g_autoptr (NkLexicon) lexicon = NULL;

  g_return_val_if_fail (folder != NULL, NULL);
  lexicon = new_lexicon ();
  return load_tables (lexicon, folder, error) ? g_steal_pointer (&lexicon) : NULL;
}

static guint
n_rows (const NkLexicon *lexicon, NkTable table)
{
  return lexicon->tables[table] != NULL ? nk_tsv_n_rows (lexicon->tables[table]) : 0;
}

GPtrArray *
nk_lexicon_check (const char *folder, NkLexiconCounts *ret_counts)
{
  g_autoptr (NkLexicon) lexicon = new_lexicon ();
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (folder != NULL && ret_counts != NULL, NULL);
  lexicon->faults = faults;
  load_tables (lexicon, folder, NULL);
  if (faults->len > NK_LEXICON_MAX_FAULTS) {
    g_ptr_array_set_size (faults, (gint)NK_LEXICON_MAX_FAULTS);
    g_ptr_array_add (faults, g_strdup_printf ("%s: more than %u faults, the others are not told", folder, NK_LEXICON_MAX_FAULTS));
  }
  *ret_counts = (NkLexiconCounts){ .terms = n_rows (lexicon, NK_TABLE_TERMS),
                                   .verbs = lexicon->verbs->len,
                                   .frames = n_rows (lexicon, NK_TABLE_VERBS),
                                   .adjectives = n_rows (lexicon, NK_TABLE_ADJECTIVES),
                                   .joints = n_rows (lexicon, NK_TABLE_PREPOSITIONS),
                                   .senses = n_rows (lexicon, NK_TABLE_SENSES),
                                   .acronyms = n_rows (lexicon, NK_TABLE_ACRONYMS),
                                   .affixes = n_rows (lexicon, NK_TABLE_AFFIXES),
                                   .boilerplate = n_rows (lexicon, NK_TABLE_BOILERPLATE) };
  return g_steal_pointer (&faults);
}

void
nk_lexicon_free (NkLexicon *lexicon)
{
  if (lexicon == NULL)
    return;
  g_hash_table_unref (lexicon->entries);
  g_hash_table_unref (lexicon->verbs_by_lemma);
  g_hash_table_unref (lexicon->verbs_by_noun);
  g_ptr_array_unref (lexicon->verbs);
  g_ptr_array_unref (lexicon->adjectives);
  g_ptr_array_unref (lexicon->joint_rows);
  g_ptr_array_unref (lexicon->senses);
  g_hash_table_unref (lexicon->known);
  g_hash_table_unref (lexicon->affixes);
  g_ptr_array_unref (lexicon->boilerplate);
  g_string_chunk_free (lexicon->chunks);
  nk_arena_free (lexicon->arena);
  for (guint i = 0; i < NK_N_TABLES; i++) {
    nk_tsv_free (lexicon->tables[i]);
    g_free (lexicon->paths[i]);
  }
  g_free (lexicon);
}

gboolean
nk_lexicon_folder_stamp (const char *folder, guint64 *ret_stamp, GError **error)
{
  guint64 stamp = 0;

  g_return_val_if_fail (folder != NULL && ret_stamp != NULL, FALSE);
  for (guint i = 0; i < NK_N_TABLES; i++) {
    g_autofree char *path = g_build_filename (folder, file_names[i], NULL);
    gsize length = 0;
    g_autofree char *bytes = nk_file_read (path, MAX_TABLE_BYTES, &length, error);

    if (bytes == NULL)
      return FALSE;
    stamp = XXH3_64bits_withSeed (bytes, length, stamp);
  }
  *ret_stamp = stamp;
  return TRUE;
}
