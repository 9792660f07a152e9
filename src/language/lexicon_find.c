/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Words looked up in what the tables say. */
#include "ground/pairs.h"
#include "ground/utf8.h"
#include "language/lexicon_private.h"

#include <string.h>

const NkLexiconWord *
nk_lexicon_word (const NkLexicon *lexicon, const char *word)
{
  return g_hash_table_lookup (lexicon->entries, word);
}

const NkTerm *
nk_lexicon_terms (const NkLexicon *lexicon, const char *english)
{
  const NkLexiconWord *entry = nk_lexicon_word (lexicon, english);

  return entry != NULL ? entry->terms : NULL;
}

const NkVerbForms *
nk_lexicon_verb_forms (const NkLexicon *lexicon, const char *form)
{
  const NkLexiconWord *entry = nk_lexicon_word (lexicon, form);

  return entry != NULL ? entry->forms : NULL;
}

const NkLexiconVerb *
nk_lexicon_verb (const NkLexicon *lexicon, const char *lemma)
{
  return g_hash_table_lookup (lexicon->verbs_by_lemma, lemma);
}

const NkLexiconVerb *
nk_lexicon_adjective (const NkLexicon *lexicon, const char *adjective)
{
  const NkLexiconWord *entry = nk_lexicon_word (lexicon, adjective);

  return entry != NULL ? entry->adjective : NULL;
}

static const NkTerm *
find_noun (const NkLexicon *lexicon, const char *english)
{
  const NkTerm *term = nk_lexicon_terms (lexicon, english);

  while (term != NULL && term->kind != NK_TERM_NOUN)
    term = term->next;
  return term;
}

/* The endings of plurals and what they replace, longest first. */
const NkTerm *
nk_lexicon_plural (const NkLexicon *lexicon, const char *english)
{
  static const struct {
    const char *ending, *singular;
  } rules[] = {
    { "ies", "y" }, { "ices", "ex" }, { "ices", "ix" }, { "s", "" }, { "es", "" }, { "ia", "ion" }, { "a", "um" }, { "men", "man" },
  };
  gsize length = strlen (english);
  char singular[NK_LEXICON_MAX_TERM_BYTES + 4], last = length > 0 ? english[length - 1] : '\0';

  if (length < 3 || length > NK_LEXICON_MAX_TERM_BYTES || (last != 's' && last != 'a' && last != 'n')
      || (last == 's' && english[length - 2] == 's'))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
    gsize stem = length - MIN (length, strlen (rules[i].ending));
    const NkTerm *term;

    if (strcmp (english + stem, rules[i].ending) != 0)
      continue;
    memcpy (singular, english, stem);
    strcpy (singular + stem, rules[i].singular); /* one byte longer than its ending at most */
    term = find_noun (lexicon, singular);
    if (term != NULL)
      return term;
  }
  return NULL;
}

const NkAcronym *
nk_lexicon_acronym (const NkLexicon *lexicon, const char *expansion)
{
  const NkLexiconWord *entry = nk_lexicon_word (lexicon, expansion);

  return entry != NULL ? entry->acronym : NULL;
}

gboolean
nk_lexicon_is_known_acronym (const NkLexicon *lexicon, const char *acronym)
{
  return g_hash_table_contains (lexicon->known, acronym);
}

const char *
nk_lexicon_affix (const NkLexicon *lexicon, const char *affix)
{
  return g_hash_table_lookup (lexicon->affixes, affix);
}

gboolean
nk_lexicon_is_boilerplate (const NkLexicon *lexicon, const char *sentence)
{
  g_autofree char *lower = nk_utf8_ascii_lower (sentence);
  NkPairs pairs = { { 0 } };

  nk_pairs_note (&pairs, lower);
  for (guint i = 0; i < lexicon->boilerplate->len; i++) {
    char **parts = g_ptr_array_index (lexicon->boilerplate, i);
    const char *rest = parts[0] != NULL && !nk_pairs_may_hold (&pairs, parts[0]) ? NULL : lower;

    for (guint k = 0; parts[k] != NULL && rest != NULL; k++) {
      rest = strstr (rest, parts[k]);
      if (rest != NULL)
        rest += strlen (parts[k]);
    }
    if (rest != NULL)
      return TRUE;
  }
  return FALSE;
}
