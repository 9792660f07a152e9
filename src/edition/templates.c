/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/templates.c - the templates of one language: edition.template and words.tsv of its folder. */
#include "edition/template_private.h"
#include "ground/file.h"

#include <string.h>

struct _NkTemplates {
  char *folder;
  char *language;
  NkTemplate *edition;
  NkWords *words;
};

/* A language is a plain word, never a path. */
static gboolean
language_is_sane (const char *language)
{
  gsize length = strlen (language);

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_islower (language[i]) && language[i] != '-')
      return FALSE;
  return length >= 2 && length <= 16;
}

NkTemplates *
nk_templates_load (const char *folder, const char *language, GError **error)
{
  g_autoptr (NkTemplates) templates = g_new0 (NkTemplates, 1);
  g_autofree char *template_path = NULL, *words_path = NULL, *text = NULL;
  gsize length = 0;

  g_return_val_if_fail (folder != NULL && language != NULL, NULL);
  if (!language_is_sane (language)) {
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "“%s” is no language", language);
    return NULL;
  }
  templates->folder = g_strdup (folder);
  templates->language = g_strdup (language);
  template_path = g_build_filename (folder, language, "edition.template", NULL);
  words_path = g_build_filename (folder, language, "words.tsv", NULL);
  text = nk_file_read (template_path, NK_TEMPLATE_MAX_BYTES, &length, error);
  if (text == NULL)
    return NULL;
  templates->edition = nk_template_parse (text, length, template_path, error);
  if (templates->edition == NULL || !nk_template_check_names (templates->edition, "edition", error))
    return NULL;
  templates->words = nk_words_load (words_path, error);
  return templates->words != NULL ? g_steal_pointer (&templates) : NULL;
}

void
nk_templates_free (NkTemplates *templates)
{
  if (templates == NULL)
    return;
  g_free (templates->folder);
  g_free (templates->language);
  nk_template_free (templates->edition);
  nk_words_free (templates->words);
  g_free (templates);
}

const char *
nk_templates_language (const NkTemplates *templates)
{
  return templates->language;
}

const char *
nk_templates_folder (const NkTemplates *templates)
{
  return templates->folder;
}

char *
nk_templates_word (const NkTemplates *templates, const char *key, json_t *values, GError **error)
{
  g_return_val_if_fail (templates != NULL && key != NULL, NULL);
  return nk_words_expand (templates->words, key, values, error);
}

NkBlocks *
nk_templates_blocks (const NkTemplates *templates, json_t *view, GError **error)
{
  g_return_val_if_fail (templates != NULL && view != NULL, NULL);
  return nk_template_expand (templates->edition, view, error);
}
