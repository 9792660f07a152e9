/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* command/summarize.c - `nikkan summarize`: makes the Japanese summaries that are missing, so that they can be searched.
 * Floor: command. */
#include "summary/summarise.h"

#include "command/options.h"
#include "command/terminal.h"
#include "command/verbs.h"

static const char notes[] = "DAY is a UTC day, YYYY-MM-DD, today or yesterday; without, all days. What is there already is left alone.\n";

static gboolean
take_day (const NkContext *context, const char *name, const char *text, NkDay *ret_day)
{
  if (text == NULL || nk_options_day (text, context->now_unix_s, ret_day))
    return TRUE;
  nk_options_wrong ("summarize", "%s is a day, YYYY-MM-DD, not '%s'", name, text);
  return FALSE;
}

/* A reader says what is wrong with a database that is not there, or of another version; a writer would make the one and find the other without tables. */
static NkStore *
open_writer (const char *database, GError **error)
{
  g_autoptr (NkStore) reader = nk_store_open (database, NK_STORE_READ, error);

  return reader != NULL ? nk_store_open (database, NK_STORE_WRITE, error) : NULL;
}

static NkExit
summarize (const NkContext *context, NkDay from, NkDay to, gboolean quiet)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NkStore) store = NULL;
  g_autoptr (NkLexiconShelf) shelf = nk_lexicon_shelf_new (nk_settings_text (context->settings, NK_SETTING_LANGUAGE_DIR));
  NkSummariseReport report = { 0 };
  NkProgress progress = { NULL };
  gboolean is_done;

  store = open_writer (context->database, &error);
  if (store == NULL)
    return nk_command_fail ("summarize", error);
  nk_progress_start (&progress, "summarize");
  is_done = nk_summarise_days (store, shelf, from, to, nk_progress_count, &progress, &report, &error);
  nk_progress_end (&progress);
  if (!is_done)
    return nk_command_fail ("summarize", error);
  if (!quiet)
    nk_terminal_print ("%" G_GUINT64_FORMAT " documents: %" G_GUINT64_FORMAT " summaries made, %" G_GUINT64_FORMAT " were there\n",
                       report.documents, report.made, report.documents - report.made);
  return NK_EXIT_DONE;
}

NkExit
nk_command_summarize (const NkContext *context, int argc, char **argv)
{
  g_auto (GStrv) rest = NULL;
  g_autofree char *from_text = NULL, *to_text = NULL;
  NkDay from = NK_DAY_NONE, to = NK_DAY_NONE;
  gboolean quiet = FALSE;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from_text, "first day", "DAY" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to_text, "last day", "DAY" },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet, "say nothing when all is well", NULL },
    { NULL },
  };

  switch (nk_options_parse (entries, notes, argc, argv, &rest)) {
  case NK_OPTIONS_HELP_SHOWN: return NK_EXIT_DONE;
  case NK_OPTIONS_WRONG: return NK_EXIT_USAGE;
  case NK_OPTIONS_GO_ON: break;
  }
  if (rest[0] != NULL)
    return nk_options_wrong ("summarize", "takes no argument, but '%s' was given", rest[0]);
  if (!take_day (context, "--from", from_text, &from) || !take_day (context, "--to", to_text, &to))
    return NK_EXIT_USAGE;
  if (from != NK_DAY_NONE && to != NK_DAY_NONE && to < from)
    return nk_options_wrong ("summarize", "--from is a day after --to");
  return summarize (context, from, to, quiet);
}
