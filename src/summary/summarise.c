/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "summary/summarise.h"

#include "store/summary_row.h"
#include "summary/summaries.h"

#define BATCH 2048 /* documents of one transaction: some seconds of work, at most, are lost */

static gboolean
summarise_texts (NkStore *store, NkLexiconShelf *shelf, const GPtrArray *texts, NkSummariseReport *report, GError **error)
{
  g_autoptr (NkSummaries) summaries = nk_summaries_new ("ja", shelf, store);
  guint n_new;

  for (guint i = 0; i < texts->len; i++) {
    const NkSummaryText *text = texts->pdata[i];
    NkSummaryRequest request = { .name = text->name, .title = text->title, .abstract = text->abstract, .standing = text->standing };

    nk_summaries_add (summaries, text->announcement_id, &request);
  }
  if (!nk_summaries_make (summaries, error))
    return FALSE;
  n_new = nk_summaries_n_new (summaries);
  if (!nk_summaries_write (summaries, store, error))
    return FALSE;
  report->documents += texts->len;
  report->made += n_new;
  return TRUE;
}

gboolean
nk_summarise_days (NkStore *store, NkLexiconShelf *shelf, NkDay from, NkDay to,
                   void (*progress) (guint64 done, guint64 total, gpointer data), gpointer data, NkSummariseReport *ret_report,
                   GError **error)
{
  gint64 after_id = from == NK_DAY_NONE ? G_MININT64 : nk_summary_first_id (from) - 1;
  gint64 end_id = to == NK_DAY_NONE ? G_MAXINT64 : nk_summary_first_id (to + 1);
  guint64 total = 0;

  g_return_val_if_fail (store != NULL && shelf != NULL && ret_report != NULL, FALSE);
  *ret_report = (NkSummariseReport){ 0 };
  if (!nk_query_summary_text_count (store, after_id, end_id, &total, error))
    return FALSE;
  for (;;) {
    g_autoptr (GPtrArray) texts = nk_query_summary_texts (store, after_id, end_id, BATCH, error);

    if (texts == NULL)
      return FALSE;
    if (texts->len == 0)
      return TRUE;
    if (!summarise_texts (store, shelf, texts, ret_report, error))
      return FALSE;
    after_id = ((const NkSummaryText *)texts->pdata[texts->len - 1])->announcement_id;
    if (progress != NULL)
      progress (ret_report->documents, total, data);
  }
}

gboolean
nk_summarise_new (NkStore *store, NkLexiconShelf *shelf, gint64 message_id, NkSummariseReport *ret_report, GError **error)
{
  g_autoptr (GPtrArray) texts = NULL;

  g_return_val_if_fail (store != NULL && shelf != NULL && ret_report != NULL, FALSE);
  *ret_report = (NkSummariseReport){ 0 };
  texts = nk_query_new_summary_texts (store, message_id, NK_SUMMARISE_MAX_AT_ONCE + 1, error);
  if (texts == NULL)
    return FALSE;
  return texts->len == 0 || texts->len > NK_SUMMARISE_MAX_AT_ONCE || summarise_texts (store, shelf, texts, ret_report, error);
}
