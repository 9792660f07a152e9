/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/page_about.c - what this is, where it comes from, what was read and left out, how summaries are made. */
#include "serve/page.h"

static void
write_part (NkPage *page, NkSiteWord heading, NkSiteWord text, const char *id)
{
  nk_page_write_heading (page, nk_page_word (page, heading), id);
  nk_page_write (page, "p", NULL, NULL, nk_page_word (page, text));
}

static char *
number_text (guint64 number)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT, number);
}

gboolean
nk_page_about (NkPage *page, GError **error)
{
  NkTotals totals;
  g_autofree char *messages = NULL, *counted = NULL, *duplicates = NULL, *others = NULL, *unrecognised = NULL, *unreadable = NULL;
  g_autofree char *first = NULL, *last = NULL, *ledger = NULL;

  if (!nk_query_totals (page->store, &totals, error))
    return FALSE;
  messages = number_text (totals.messages);
  counted = number_text (totals.counted);
  duplicates = number_text (totals.duplicates);
  others = number_text (totals.other_kinds);
  unrecognised = number_text (totals.unrecognised);
  unreadable = number_text (totals.unreadable);
  first = nk_day_format (totals.first_day);
  last = nk_day_format (totals.last_day);
  ledger = nk_page_fill (page, NK_WORD_ABOUT_LEDGER_TEXT, "messages", messages, "counted", counted, "duplicates", duplicates, "others",
                         others, "unrecognised", unrecognised, "unreadable", unreadable, "first", first, "last", last, NULL);
  nk_page_begin (page, nk_page_word (page, NK_WORD_ABOUT_TITLE), nk_page_word (page, NK_WORD_ABOUT_WHAT));
  nk_page_write (page, "h1", NULL, NULL, nk_page_word (page, NK_WORD_ABOUT_TITLE));
  nk_page_write (page, "p", "lead", NULL, nk_page_word (page, NK_WORD_ABOUT_WHAT));
  write_part (page, NK_WORD_ABOUT_SOURCES, NK_WORD_ABOUT_SOURCES_TEXT, "sources");
  write_part (page, NK_WORD_ABOUT_SUMMARIES, NK_WORD_ABOUT_SUMMARIES_TEXT, "summaries");
  nk_page_write_heading (page, nk_page_word (page, NK_WORD_ABOUT_LEDGER), "ledger");
  nk_page_write (page, "p", NULL, NULL, ledger);
  write_part (page, NK_WORD_ABOUT_PRIVACY, NK_WORD_ABOUT_PRIVACY_TEXT, "privacy");
  nk_page_end (page);
  return TRUE;
}
