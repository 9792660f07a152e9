/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* command/fetch.c - `nikkan fetch`: the lists' monthly files by rsync, then the import. Every list is told to the store as reached or missed, so
 * that an edition knows whether it is complete.
 * Floor: command. */
#include <stdio.h>
#include <unistd.h>

#include "command/import_report.h"
#include "command/mirror.h"
#include "command/options.h"
#include "command/terminal.h"
#include "command/verbs.h"
#include "store/query.h"

/* Without --since and without a mirror: as far back as an edition looks, and the month before. */
#define FIRST_FETCH_DAYS 31
#define MAX_LISTS 50

typedef struct {
  const NkContext *context;
  NkStore *store;
  const NkGroupTable *groups;
  const NkClassifier *classifier;
  gboolean quiet;
  NkDay since; /* NK_DAY_NONE: go on where the mirror ends */
  NkExit status;
} Fetch;

static char *
mirror_folder (const NkContext *context, const char *list)
{
  const char *chosen = nk_settings_text (context->settings, NK_SETTING_MIRROR_DIR);

  if (chosen != NULL && *chosen != '\0')
    return g_build_filename (chosen, list, NULL);
  return g_build_filename (g_get_user_cache_dir (), "nikkan", "mirror", list, NULL);
}

/* A fault of one list does not keep the others from being fetched; the worst status is the status of the run. */
static void
take_failure (Fetch *fetch, const GError *error)
{
  NkExit status = nk_command_fail ("fetch", error);

  if (fetch->status == NK_EXIT_DONE || status == NK_EXIT_FAILED)
    fetch->status = status;
}

static gboolean
import_files (Fetch *fetch, GPtrArray *paths, GError **error)
{
  g_auto (NkImportReport) report = { 0 };
  NkProgress progress = { NULL };
  NkImportOptions options = { .groups = fetch->groups, .classifier = fetch->classifier, .progress = nk_progress_update };
  gboolean done = FALSE;
  gint64 last_message = nk_command_last_message (fetch->store);

  g_ptr_array_add (paths, NULL);
  nk_progress_start (&progress, "fetch");
  options.progress_data = &progress;
  done = nk_import_run (fetch->store, (const char *const *)paths->pdata, &options, &report, error);
  nk_progress_end (&progress);
  nk_import_report_warn ("fetch", &report);
  if (done)
    nk_command_summarise_new (fetch->context, "fetch", fetch->store, last_message);
  if (done && !fetch->quiet)
    nk_import_report_print (&report, "read");
  return done;
}

static guint
first_month (const Fetch *fetch, const NkMirror *mirror)
{
  guint newest = nk_mirror_newest_month (mirror);

  if (fetch->since != NK_DAY_NONE)
    return nk_mirror_month (fetch->since);
  return newest != 0 ? newest : nk_mirror_month (nk_day_of (fetch->context->now_unix_s) - FIRST_FETCH_DAYS);
}

static void
fetch_list (Fetch *fetch, const char *list)
{
  const NkSettings *settings = fetch->context->settings;
  g_autofree char *folder = mirror_folder (fetch->context, list);
  NkMirror mirror = {
    .program = nk_settings_text (settings, NK_SETTING_RSYNC_PROGRAM),
    .source = nk_settings_text (settings, NK_SETTING_RSYNC_SOURCE),
    .list = list,
    .folder = folder,
    .timeout_s = (guint)nk_settings_number (settings, NK_SETTING_RSYNC_TIMEOUT_S),
  };
  guint last = nk_mirror_month (nk_day_of (fetch->context->now_unix_s));
  guint first = MIN (first_month (fetch, &mirror), last);
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (GError) missed = NULL;
  g_autoptr (GError) error = NULL;
  gint64 until_unix_s = 0;

  first = MAX (first, last + 1 - NK_MIRROR_MAX_MONTHS);
  if (isatty (STDERR_FILENO) == 1)
    fprintf (stderr, "nikkan: fetch: %s from %s\n", list, mirror.source);
  if (!nk_mirror_update (&mirror, first, last, &paths, &until_unix_s, &missed))
    take_failure (fetch, missed);
  /* What did arrive is imported all the same. */
  if (paths != NULL && paths->len > 0 && !import_files (fetch, paths, &error)) {
    take_failure (fetch, error);
    return;
  }
  if (!nk_source_record (fetch->store, list, until_unix_s, missed != NULL ? missed->message : NULL, &error))
    take_failure (fetch, error);
}

static NkExit
fetch_lists (Fetch *fetch)
{
  g_auto (GStrv) lists = g_strsplit (nk_settings_text (fetch->context->settings, NK_SETTING_RSYNC_LISTS), ";", MAX_LISTS);

  for (guint i = 0; lists[i] != NULL; i++) {
    g_strstrip (lists[i]);
    if (*lists[i] == '\0')
      continue;
    if (!nk_mirror_list_is_valid (lists[i])) {
      g_autoptr (GError) error = g_error_new (NK_ERROR, NK_ERROR_INPUT, "settings: [fetch] lists: '%s' is no name of a list", lists[i]);

      return nk_command_fail ("fetch", error);
    }
    fetch_list (fetch, lists[i]);
  }
  return fetch->status;
}

NkExit
nk_command_fetch (const NkContext *context, int argc, char **argv)
{
  g_auto (GStrv) rest = NULL;
  g_autofree char *since = NULL;
  g_autoptr (NkGroupTable) groups = NULL;
  g_autoptr (NkTopicTable) topics = NULL;
  NkClassifier classifier;
  g_autoptr (NkStore) store = NULL;
  g_autoptr (GError) error = NULL;
  Fetch fetch = { .context = context, .since = NK_DAY_NONE, .status = NK_EXIT_DONE };
  const GOptionEntry entries[] = {
    { "since", 0, 0, G_OPTION_ARG_STRING, &since, "fetch the months from that of DAY on (default: go on where the last fetch ended)",
      "DAY" },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &fetch.quiet, "no ledger at the end", NULL },
    { NULL },
  };

  switch (nk_options_parse (entries, "Server, lists and time limit are settings: see nikkan.conf(5).\n", argc, argv, &rest)) {
  case NK_OPTIONS_HELP_SHOWN: return NK_EXIT_DONE;
  case NK_OPTIONS_WRONG: return NK_EXIT_USAGE;
  case NK_OPTIONS_GO_ON: break;
  }
  if (rest[0] != NULL)
    return nk_options_wrong ("fetch", "takes no argument, but '%s' was given", rest[0]);
  if (since != NULL && !nk_options_day (since, context->now_unix_s, &fetch.since))
    return nk_options_wrong ("fetch", "--since is a day, YYYY-MM-DD, not '%s'", since);
  groups = nk_command_load_groups (&error);
  topics = groups != NULL ? nk_command_load_topics (&error) : NULL;
  if (topics == NULL || (store = nk_store_open (context->database, NK_STORE_WRITE, &error)) == NULL)
    return nk_command_fail ("fetch", error);
  fetch.groups = groups;
  classifier = nk_topic_classifier (topics);
  fetch.classifier = &classifier;
  fetch.store = store;
  return fetch_lists (&fetch);
}
