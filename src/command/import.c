/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* command/import.c - `nikkan import PATH...`
 * Floor: command. */
#include "store/import.h"

#include "command/import_report.h"
#include "command/options.h"
#include "command/terminal.h"
#include "command/verbs.h"

static const char notes[] = "PATH is a file or a folder, or - for standard input: mbox, Maildir, MMDF or a single message, each also\n"
                            "compressed with gzip, xz or zstd. What is known already is not stored again.\n";

static gboolean
choose_parser (const char *word, NkParser *ret_parser)
{
  if (word == NULL || g_str_equal (word, "both"))
    *ret_parser = NK_PARSER_BOTH;
  else if (g_str_equal (word, "gmime"))
    *ret_parser = NK_PARSER_GMIME;
  else
    return FALSE;
  return TRUE;
}

static NkExit
import (const NkContext *context, GStrv paths, gboolean dry_run, gboolean quiet, NkParser parser)
{
  g_autoptr (NkGroupTable) groups = NULL;
  g_autoptr (NkTopicTable) topics = NULL;
  NkClassifier classifier;
  g_autoptr (NkStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (NkImportReport) report = { 0 };
  NkProgress progress = { NULL };
  NkImportOptions options = { .parser = parser, .dry_run = dry_run };
  gboolean done = FALSE;
  gint64 last_message = 0;

  groups = nk_command_load_groups (&error);
  topics = groups != NULL ? nk_command_load_topics (&error) : NULL;
  if (topics == NULL)
    return nk_command_fail ("import", error);
  if (!dry_run && (store = nk_store_open (context->database, NK_STORE_WRITE, &error)) == NULL)
    return nk_command_fail ("import", error);
  last_message = dry_run ? 0 : nk_command_last_message (store);
  nk_progress_start (&progress, "import");
  options.groups = groups;
  classifier = nk_topic_classifier (topics);
  options.classifier = &classifier;
  options.progress = nk_progress_update;
  options.progress_data = &progress;
  done = nk_import_run (store, (const char *const *)paths, &options, &report, &error);
  nk_progress_end (&progress);
  nk_import_report_warn ("import", &report);
  if (!done)
    return nk_command_fail ("import", error);
  if (!dry_run)
    nk_command_summarise_new (context, "import", store, last_message);
  if (!quiet)
    nk_import_report_print (&report, dry_run ? "parsed, nothing stored" : "read");
  return report.files_failed > 0 ? NK_EXIT_FAILED : NK_EXIT_DONE;
}

NkExit
nk_command_import (const NkContext *context, int argc, char **argv)
{
  g_auto (GStrv) paths = NULL;
  g_autofree char *parser_word = NULL;
  gboolean dry_run = FALSE;
  gboolean quiet = FALSE;
  NkParser parser = NK_PARSER_BOTH;
  const GOptionEntry entries[] = {
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run, "parse and count, store nothing", NULL },
    { "parser", 0, 0, G_OPTION_ARG_STRING, &parser_word, "both: fast path, GMime for the unusual (default); gmime: GMime for all",
      "WHICH" },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet, "no ledger at the end", NULL },
    { NULL },
  };

  switch (nk_options_parse (entries, notes, argc, argv, &paths)) {
  case NK_OPTIONS_HELP_SHOWN: return NK_EXIT_DONE;
  case NK_OPTIONS_WRONG: return NK_EXIT_USAGE;
  case NK_OPTIONS_GO_ON: break;
  }
  if (paths[0] == NULL)
    return nk_options_wrong ("import", "a PATH is missing");
  if (!choose_parser (parser_word, &parser))
    return nk_options_wrong ("import", "--parser is both or gmime, not '%s'", parser_word);
  return import (context, paths, dry_run, quiet, parser);
}
