/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "serve/words.h"

#include "ground/tsv.h"

#include <string.h>

#define MAX_VALUES 8

struct _NkSiteWords {
  char *texts[NK_N_SITE_WORDS];
};

static const char *const keys[NK_N_SITE_WORDS] = {
#define NK_SITE_WORD_KEY(name, key) [NK_WORD_##name] = key,
  NK_SITE_WORDS (NK_SITE_WORD_KEY)
#undef NK_SITE_WORD_KEY
};

static gboolean
load_row (NkSiteWords *words, const NkTsv *table, guint row, const char *path, GError **error)
{
  const char *key = nk_tsv_cell (table, row, 0);
  guint word = 0;

  while (word < NK_N_SITE_WORDS && strcmp (keys[word], key) != 0)
    word++;
  if (word == NK_N_SITE_WORDS || words->texts[word] != NULL) {
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s:%u: “%s” %s", path, nk_tsv_line (table, row), key,
                 word == NK_N_SITE_WORDS ? "is no word of the site" : "stands here for the second time");
    return FALSE;
  }
  words->texts[word] = g_strdup (nk_tsv_cell (table, row, 1));
  return TRUE;
}

NkSiteWords *
nk_site_words_load (const char *path, GError **error)
{
  static const char *const columns[] = { "key", "text", NULL };
  g_autoptr (NkTsv) table = nk_tsv_load (path, columns, error);
  g_autoptr (NkSiteWords) words = g_new0 (NkSiteWords, 1);

  if (table == NULL)
    return NULL;
  for (guint i = 0; i < nk_tsv_n_rows (table); i++)
    if (!load_row (words, table, i, path, error))
      return NULL;
  for (guint i = 0; i < NK_N_SITE_WORDS; i++)
    if (words->texts[i] == NULL) {
      g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s: the word “%s” is missing", path, keys[i]);
      return NULL;
    }
  return g_steal_pointer (&words);
}

void
nk_site_words_free (NkSiteWords *words)
{
  if (words == NULL)
    return;
  for (guint i = 0; i < NK_N_SITE_WORDS; i++)
    g_free (words->texts[i]);
  g_free (words);
}

const char *
nk_site_word (const NkSiteWords *words, NkSiteWord word)
{
  return words->texts[word];
}

typedef struct {
  const char *name, *value;
} Value;

/* The value whose name stands at `text`, right behind its brace, with the brace that ends it; NULL if there is none. */
static const Value *
value_at (const char *text, const Value *values, guint n_values)
{
  for (guint i = 0; i < n_values; i++)
    if (g_str_has_prefix (text, values[i].name) && text[strlen (values[i].name)] == '}')
      return &values[i];
  return NULL;
}

char *
nk_site_word_fill (const NkSiteWords *words, NkSiteWord word, ...)
{
  g_autoptr (GString) out = g_string_new (NULL);
  Value values[MAX_VALUES];
  guint n_values = 0;
  const char *name;
  va_list arguments;

  va_start (arguments, word);
  while ((name = va_arg (arguments, const char *)) != NULL) {
    g_assert (n_values < MAX_VALUES);
    values[n_values].name = name;
    values[n_values++].value = va_arg (arguments, const char *);
  }
  va_end (arguments);
  for (const char *at = words->texts[word]; *at != '\0'; at++) {
    const Value *value = *at == '{' ? value_at (at + 1, values, n_values) : NULL;

    if (value == NULL) {
      g_string_append_c (out, *at);
      continue;
    }
    g_string_append (out, value->value);
    at += strlen (value->name) + 1;
  }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
