/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "command/import_report.h"

#include "command/terminal.h"
#include "ground/share.h"
#include "store/summary_row.h"
#include "summary/summarise.h"

void
nk_import_report_warn (const char *verb, const NkImportReport *report)
{
  for (guint i = 0; report->problems != NULL && i < report->problems->len; i++)
    nk_terminal_warn (verb, report->problems->pdata[i]);
}

#define COUNT G_GUINT64_FORMAT

void
nk_import_report_print (const NkImportReport *report, const char *what)
{
  g_autofree char *first = nk_day_format (nk_day_of (report->earliest_unix_s));
  g_autofree char *last = nk_day_format (nk_day_of (report->latest_unix_s));
  guint64 fresh = report->messages - report->known;

  nk_terminal_print ("%s: %" COUNT " files, %" COUNT " messages", what, report->files, report->messages);
  if (report->messages > 0 && report->latest_unix_s != 0)
    nk_terminal_print (" from %s to %s", first, last);
  nk_terminal_print ("\n  new %" COUNT ", known already %" COUNT ", not read again %" COUNT "\n", fresh, report->known, report->not_reread);
  nk_terminal_print ("  announced: Internet-Drafts %" COUNT ", RFCs %" COUNT ", others %" COUNT "\n", report->internet_drafts, report->rfcs,
                     report->others);
  nk_terminal_print ("  left out: duplicates %" COUNT ", unrecognised %" COUNT ", unreadable %" COUNT "; repaired %" COUNT,
                     report->duplicates, report->unrecognised, report->unreadable, report->repaired);
  if (report->undated > 0)
    nk_terminal_print (", without a date %" COUNT "", report->undated);
  nk_terminal_print ("\n");
  if (report->files_failed > 0)
    nk_terminal_print ("  files that could not be read: %" COUNT "\n", report->files_failed);
}

gint64
nk_command_last_message (NkStore *store)
{
  gint64 last = G_MAXINT64;

  nk_query_last_message (store, &last, NULL);
  return last;
}

void
nk_command_summarise_new (const NkContext *context, const char *verb, NkStore *store, gint64 last_message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NkLexiconShelf) shelf = nk_lexicon_shelf_new (nk_settings_text (context->settings, NK_SETTING_LANGUAGE_DIR));
  NkSummariseReport report;

  if (!nk_summarise_new (store, shelf, last_message, &report, &error)) {
    g_prefix_error (&error, "the mail is stored, but no Japanese summaries: ");
    nk_terminal_warn (verb, error->message);
  }
}

NkGroupTable *
nk_command_load_groups (GError **error)
{
  g_autofree char *path = nk_share_path ("groups.tsv", error);

  return path != NULL ? nk_group_table_load (path, error) : NULL;
}

NkTopicTable *
nk_command_load_topics (GError **error)
{
  g_autofree char *path = nk_share_path ("topics.tsv", error);

  return path != NULL ? nk_topic_table_load (path, error) : NULL;
}
