/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* The gloss as an engine: what it wrote, as a summary that the gate can judge. */
#include "summary/gloss.h"
#include "summary/summary_private.h"

/* A title that is translated or quoted is no sentence of the abstract; the gate knows titles by itself. */
static gboolean
is_title (const NkGloss *gloss, guint place)
{
  return place == 0 && (gloss->level == NK_GLOSS_TITLE || gloss->level == NK_GLOSS_QUOTED);
}

NkSummary *
nk_gloss_summarise (const NkSummaryRequest *request)
{
  g_autoptr (NkGloss) gloss = NULL;
  NkSummary *summary;

  if (request->lexicon == NULL || !g_str_equal (request->language, "ja"))
    return NULL;
  gloss = nk_gloss_make (request->lexicon, request, NULL);
  summary = nk_summary_new ("gloss", g_steal_pointer (&gloss->text), gloss->confidence);
  summary->level = nk_gloss_level_word (gloss->level);
  for (guint i = 0; i < gloss->sentences->len; i++) {
    NkGlossSentence *sentence = g_ptr_array_index (gloss->sentences, i);

    if (!is_title (gloss, i))
      g_ptr_array_add (summary->sources, g_steal_pointer (&sentence->source));
  }
  return summary;
}
