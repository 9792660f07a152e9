/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Rows that can be read but never come to anything: another one is always taken before them, or what they say is not looked at. */
#include "language/lexicon_private.h"

/* TRUE if this key was seen before; else it is from now on. */
static gboolean
was_seen (GHashTable *seen, const char *a, const char *b, const char *c, const char *d)
{
  return !g_hash_table_add (seen, g_strjoin ("\t", a, b, c, d, NULL));
}

static gboolean
ends_in_one (const char *japanese, const char *const *endings)
{
  for (guint i = 0; endings[i] != NULL; i++)
    if (g_str_has_suffix (japanese, endings[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_live_frame (const NkLexicon *lexicon, NkTable table, guint row, GHashTable *seen, GError **error)
{
  static const char *const dictionary_forms[] = { "う", "く", "ぐ", "す", "つ", "ぬ", "ぶ", "む", "る", "る1", "い", NULL };
  const NkTsv *tsv = lexicon->tables[table];
  const char *word = nk_tsv_cell (tsv, row, 0), *frame = nk_tsv_cell (tsv, row, 1), *japanese = nk_tsv_cell (tsv, row, 2);
  g_autofree char *plain = g_strjoin ("\t", word, frame, "frame", NULL);
  gboolean is_sense = table == NK_TABLE_VERBS && nk_lexicon_is_frame_sense (nk_tsv_cell (tsv, row, 3));

  if (table == NK_TABLE_VERBS && !ends_in_one (japanese, dictionary_forms))
    return nk_lexicon_fault (lexicon, table, row, error, "japanese '%s' does not end in the dictionary form of a verb", japanese);
  if (table == NK_TABLE_VERBS && was_seen (seen, word, "", NULL, NULL) && *nk_tsv_cell (tsv, row, 3) != '\0'
      && !g_str_equal (nk_tsv_cell (tsv, row, 3), "tight") && !is_sense)
    return nk_lexicon_fault (lexicon, table, row, error, "notes '%s' stand in no first row of the verb '%s'", nk_tsv_cell (tsv, row, 3),
                             word);
  if (is_sense && !g_hash_table_contains (seen, plain))
    return nk_lexicon_fault (lexicon, table, row, error,
                             "'%s' has an object or subject for the frame '%s', but no row for all others before it", word, frame);
  if (!is_sense && was_seen (seen, word, frame, "frame", NULL))
    return nk_lexicon_fault (lexicon, table, row, error, "'%s' has the frame '%s' twice: the first one is taken", word, frame);
  return TRUE;
}

/* The first row that fits is taken: behind a row for any head and any object no further one is reached. */
static gboolean
is_live_joint (const NkLexicon *lexicon, guint row, GHashTable *seen, GError **error)
{
  const NkTsv *tsv = lexicon->tables[NK_TABLE_PREPOSITIONS];
  const char *word = nk_tsv_cell (tsv, row, 0), *after = nk_tsv_cell (tsv, row, 1), *head = nk_tsv_cell (tsv, row, 2),
             *object = nk_tsv_cell (tsv, row, 3);
  static const char *const kinds[] = { "ing", "inf", "clause", "participle", "year", NULL };
  gboolean has_kind = g_strv_contains (kinds, object), is_any_head = *head == '\0' || g_str_equal (head, "*"),
           is_any_object = has_kind || *object == '\0' || g_str_equal (object, "*");
  const char *kind = has_kind ? object : "noun";
  g_autofree char *all = g_strjoin ("\t", word, after, kind, "all", NULL);

  if (g_hash_table_contains (seen, all) || was_seen (seen, word, after, head, object))
    return nk_lexicon_fault (lexicon, NK_TABLE_PREPOSITIONS, row, error, "a row before this one fits wherever it would: '%s' after %s",
                             word, after);
  if (is_any_head && is_any_object)
    g_hash_table_add (seen, g_steal_pointer (&all));
  return TRUE;
}

gboolean
nk_lexicon_is_live (const NkLexicon *lexicon, NkTable table, guint row, GHashTable *seen, GError **error)
{
  const NkTsv *tsv = lexicon->tables[table];
  const char *first = nk_tsv_cell (tsv, row, 0);

  switch (table) {
  case NK_TABLE_VERBS:
  case NK_TABLE_ADJECTIVES: return is_live_frame (lexicon, table, row, seen, error);
  case NK_TABLE_PREPOSITIONS: return is_live_joint (lexicon, row, seen, error);
  case NK_TABLE_SENSES:
    if (was_seen (seen, first, nk_tsv_cell (tsv, row, 1), NULL, NULL))
      return nk_lexicon_fault (lexicon, table, row, error, "'%s' has the context '%s' twice: the first one is taken", first,
                               nk_tsv_cell (tsv, row, 1));
    return TRUE;
  case NK_TABLE_ACRONYMS:
    if (was_seen (seen, first, nk_tsv_cell (tsv, row, 1), NULL, NULL))
      return nk_lexicon_fault (lexicon, table, row, error, "'%s' stands twice for '%s'", first, nk_tsv_cell (tsv, row, 1));
    return TRUE;
  case NK_TABLE_AFFIXES:
    if (was_seen (seen, first, NULL, NULL, NULL))
      return nk_lexicon_fault (lexicon, table, row, error, "'%s' stands twice", first);
    return TRUE;
  case NK_TABLE_TERMS: /* twice the same ends the loading */
  case NK_TABLE_BOILERPLATE:
  case NK_N_TABLES: return TRUE;
  }
  g_assert_not_reached ();
}
