/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* The last engine: says that the document is about what its title says, for an abstract that is empty or holds nothing but boilerplate. */
#include "ground/utf8.h"
#include "summary/summary_private.h"

#define CONFIDENCE_TITLE 0.3
#define CONFIDENCE_NO_TITLE 0.1

NkSummary *
nk_title_summarise (const NkSummaryRequest *request)
{
  gboolean is_japanese = g_str_equal (request->language, "ja");
  g_autofree char *title = nk_utf8_one_line (request->title != NULL ? request->title : "");
  g_autofree char *clipped = NULL;
  gboolean was_cut;

  if (*title != '\0') {
    clipped = nk_summary_clip (title, NK_SUMMARY_MAX_QUOTE_CHARACTERS, &was_cut);
    return nk_summary_new ("title", g_strdup_printf (is_japanese ? "「%s」を扱う文書。" : "A document on “%s”.", clipped),
                           CONFIDENCE_TITLE);
  }
  if (request->name != NULL && *request->name != '\0') {
    clipped = nk_summary_clip (request->name, NK_SUMMARY_MAX_QUOTE_CHARACTERS, &was_cut);
    return nk_summary_new ("title", g_strdup_printf (is_japanese ? "「%s」という名前の文書。" : "A document named “%s”.", clipped),
                           CONFIDENCE_NO_TITLE);
  }
  return nk_summary_new ("title", g_strdup (is_japanese ? "無題の文書。" : "An untitled document."), CONFIDENCE_NO_TITLE);
}
