/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* language/words.h - words compared with words; these are what the rules do most.
 * Floor: language. */
#pragma once
#include <glib.h>
#include <string.h>

/* As g_str_equal: most words differ in their first letter. */
static inline gboolean
nk_word_is (const char *word, const char *other)
{
  return word[0] == other[0] && strcmp (word, other) == 0;
}

/* As g_str_has_prefix: most texts differ in their first bytes. */
static inline gboolean
nk_word_starts (const char *text, const char *start)
{
  while (*start != '\0' && *text == *start) {
    text++;
    start++;
  }
  return *start == '\0';
}

/* TRUE if the word is one of the list, which ends in NULL. */
static inline gboolean
nk_word_in (const char *const *list, const char *word)
{
  for (; *list != NULL; list++)
    if (nk_word_is (*list, word))
      return TRUE;
  return FALSE;
}

/* The last word of several: `time` of `boot time`. */
static inline const char *
nk_word_last (const char *words)
{
  const char *space = strrchr (words, ' ');

  return space != NULL ? space + 1 : words;
}

/* TRUE for what a document calls itself, in lower case: `this memo`. */
static inline gboolean
nk_word_is_document (const char *word)
{
  static const char *const documents[]
      = { "document", "memo", "memorandum", "specification", "draft", "internet-draft", "rfc", "note", "report", "paper", NULL };

  return nk_word_in (documents, word);
}
