/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* command/rebuild.c - `nikkan rebuild`
 * Floor: command. */
#include "command/import_report.h"
#include "command/options.h"
#include "command/terminal.h"
#include "command/verbs.h"

/* What is not there cannot be rebuilt, and opening for writing would make it. */
static NkStore *
open_existing (const char *database, GError **error)
{
  if (!g_file_test (database, G_FILE_TEST_EXISTS)) {
    g_set_error (error, NK_ERROR, NK_ERROR_NOT_FOUND, "%s: no database yet: run `nikkan import` first", database);
    return NULL;
  }
  return nk_store_open (database, NK_STORE_WRITE, error);
}

NkExit
nk_command_rebuild (const NkContext *context, int argc, char **argv)
{
  g_auto (GStrv) rest = NULL;
  g_autoptr (NkGroupTable) groups = NULL;
  g_autoptr (NkTopicTable) topics = NULL;
  NkClassifier classifier;
  g_autoptr (NkStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (NkImportReport) report = { 0 };
  NkProgress progress = { NULL };
  NkImportOptions options = { .progress = nk_progress_update };
  gboolean done = FALSE;
  const GOptionEntry entries[] = { { NULL } };

  switch (nk_options_parse (entries, "Readers see the old rows until the new ones are complete.\n", argc, argv, &rest)) {
  case NK_OPTIONS_HELP_SHOWN: return NK_EXIT_DONE;
  case NK_OPTIONS_WRONG: return NK_EXIT_USAGE;
  case NK_OPTIONS_GO_ON: break;
  }
  if (rest[0] != NULL)
    return nk_options_wrong ("rebuild", "takes no argument, but '%s' was given", rest[0]);
  groups = nk_command_load_groups (&error);
  topics = groups != NULL ? nk_command_load_topics (&error) : NULL;
  if (topics == NULL || (store = open_existing (context->database, &error)) == NULL)
    return nk_command_fail ("rebuild", error);
  nk_progress_start (&progress, "rebuild");
  options.groups = groups;
  classifier = nk_topic_classifier (topics);
  options.classifier = &classifier;
  options.progress_data = &progress;
  done = nk_rebuild_run (store, &options, &report, &error);
  nk_progress_end (&progress);
  nk_import_report_warn ("rebuild", &report);
  if (!done)
    return nk_command_fail ("rebuild", error);
  nk_import_report_print (&report, "rebuilt");
  return NK_EXIT_DONE;
}
