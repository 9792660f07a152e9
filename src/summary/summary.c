/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "summary/summary.h"
#include "summary/gate.h"
#include "summary/summary_private.h"

/* Best first. A new engine is a row here: whatever it writes goes through the same gate. */
static const NkSummaryEngine engines[] = {
  { "gloss", nk_gloss_summarise },
  { "plain", nk_plain_summarise },
  { "title", nk_title_summarise },
};

const NkSummaryEngine *
nk_summary_engine (guint index)
{
  return index < G_N_ELEMENTS (engines) ? &engines[index] : NULL;
}

NkSummary *
nk_summary_make (const NkSummaryRequest *request)
{
  NkSummary *last = NULL;

  g_return_val_if_fail (request != NULL && request->language != NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (engines); i++) {
    NkSummary *summary = engines[i].summarise (request);

    if (summary == NULL)
      continue;
    nk_summary_free (last);
    last = summary;
    if (nk_gate_accepts (request, summary, NULL))
      break;
  }
  /* The title engine always speaks, and says no more than the title, which the edition prints anyway. */
  return last;
}

NkSummary *
nk_summary_new (const char *engine, char *text, double confidence)
{
  NkSummary *summary = g_new0 (NkSummary, 1);

  summary->text = text;
  summary->engine = engine;
  summary->confidence = confidence;
  summary->sources = g_ptr_array_new_with_free_func (g_free);
  return summary;
}

static gpointer
copy_text (gconstpointer text, gpointer user_data)
{
  return g_strdup (text);
}

NkSummary *
nk_summary_copy (const NkSummary *summary)
{
  NkSummary *copy = g_memdup2 (summary, sizeof *summary);

  copy->text = g_strdup (summary->text);
  copy->sources = g_ptr_array_copy (summary->sources, copy_text, NULL);
  g_ptr_array_set_free_func (copy->sources, g_free);
  return copy;
}

void
nk_summary_free (NkSummary *summary)
{
  if (summary == NULL)
    return;
  g_free (summary->text);
  g_clear_pointer (&summary->sources, g_ptr_array_unref);
  g_free (summary);
}

char *
nk_summary_clip (const char *text, glong max_characters, gboolean *ret_was_cut)
{
  const char *end, *blank;

  *ret_was_cut = FALSE;
  if (g_utf8_strlen (text, -1) <= max_characters)
    return g_strdup (text);
  *ret_was_cut = TRUE;
  /* One character is kept free for the ellipsis; a text that is one long word is cut inside of it. */
  end = g_utf8_offset_to_pointer (text, max_characters - 1);
  blank = *end == ' ' ? end : g_strrstr_len (text, end - text, " ");
  if (blank != NULL && blank > text)
    end = blank;
  return g_strdup_printf ("%.*s…", (int)(end - text), text);
}
