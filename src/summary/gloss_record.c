/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* The text of a gloss and the sentences that it was made of. */
#include "summary/summary_private.h"

const char *
nk_gloss_level_word (NkGlossLevel level)
{
  static const char *const words[NK_N_GLOSS_LEVELS] = { "full", "shortened", "title", "quoted" };

  return words[level];
}

static void
sentence_free (NkGlossSentence *sentence)
{
  g_free (sentence->source);
  g_free (sentence->japanese);
  g_free (sentence);
}

NkGloss *
nk_gloss_new (void)
{
  NkGloss *gloss = g_new0 (NkGloss, 1);

  gloss->sentences = g_ptr_array_new_with_free_func ((GDestroyNotify)sentence_free);
  gloss->confidence = 1;
  return gloss;
}

void
nk_gloss_free (NkGloss *gloss)
{
  if (gloss == NULL)
    return;
  g_free (gloss->text);
  g_ptr_array_unref (gloss->sentences);
  g_free (gloss);
}

void
nk_gloss_append (NkGloss *gloss, GString *text, const char *source, const char *prefix, const char *japanese, double confidence,
                 gboolean is_shortened, gboolean is_quoted)
{
  NkGlossSentence *sentence = g_new (NkGlossSentence, 1);

  *sentence = (NkGlossSentence){ g_strdup (source), g_strconcat (prefix, japanese, NULL), confidence, is_shortened, is_quoted };
  g_ptr_array_add (gloss->sentences, sentence);
  g_string_append (text, sentence->japanese);
  gloss->confidence = MIN (gloss->confidence, confidence);
}
