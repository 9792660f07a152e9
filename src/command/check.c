/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* command/check.c - `nikkan check`: whether the database, the settings and the tables are sound, and how old the tables are.
 * Floor: command. */
#include "command/options.h"
#include "command/terminal.h"
#include "command/verbs.h"
#include "announce/group.h"
#include "digest/calendar.h"
#include "digest/topic.h"
#include "edition/template.h"
#include "ground/share.h"
#include "language/shelf.h"

/* A table of groups older than this is worth a word: groups are formed and closed every few months. */
#define OLD_TABLE_DAYS 180

typedef struct {
  const NkContext *context;
  guint faults;
} Check;

static void
fault (Check *check, const char *what, const char *message)
{
  g_autofree char *line = g_strdup_printf ("%s: %s", what, message);

  nk_terminal_warn ("check", line);
  check->faults++;
}

static void
check_database (Check *check)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NkStore) store = NULL;
  g_autoptr (GPtrArray) found = NULL;

  store = nk_store_open (check->context->database, NK_STORE_READ, &error);
  if (store == NULL && g_error_matches (error, NK_ERROR, NK_ERROR_NOT_FOUND)) {
    nk_terminal_print ("database   none yet: %s\n", check->context->database);
    return;
  }
  found = store != NULL ? nk_store_check (store, &error) : NULL;
  if (found == NULL) {
    fault (check, "database", error->message);
    return;
  }
  for (guint i = 0; i < found->len; i++)
    fault (check, "database", found->pdata[i]);
  if (found->len == 0)
    nk_terminal_print ("database   sound: %s\n", check->context->database);
}

static void
check_groups (Check *check)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = nk_share_path ("groups.tsv", &error);
  g_autoptr (NkGroupTable) groups = path != NULL ? nk_group_table_load (path, &error) : NULL;
  g_autofree char *made = NULL;
  int age_days = 0;

  if (groups == NULL) {
    fault (check, "groups", error->message);
    return;
  }
  if (nk_group_table_made (groups) == NK_DAY_NONE) {
    fault (check, "groups", "the table does not say when it was made (# made: YYYY-MM-DD)");
    return;
  }
  made = nk_day_format (nk_group_table_made (groups));
  age_days = nk_day_of (check->context->now_unix_s) - nk_group_table_made (groups);
  nk_terminal_print ("groups     %u, made %s, %d days old%s\n", nk_group_table_n_groups (groups), made, age_days,
                     age_days > OLD_TABLE_DAYS ? ": renew it" : "");
}

static void
check_calendar (Check *check)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = nk_share_path ("meetings.tsv", &error);
  g_autoptr (NkCalendar) calendar = path != NULL ? nk_calendar_load (path, &error) : NULL;
  const NkMeeting *last = NULL;
  g_autofree char *until = NULL;

  if (calendar == NULL) {
    fault (check, "calendar", error->message);
    return;
  }
  if (nk_calendar_n_meetings (calendar) == 0) {
    fault (check, "calendar", "holds no meeting");
    return;
  }
  last = nk_calendar_meeting (calendar, nk_calendar_n_meetings (calendar) - 1);
  until = nk_day_format (last->last);
  nk_terminal_print ("calendar   %u meetings, the last known is IETF %u until %s%s\n", nk_calendar_n_meetings (calendar), last->number,
                     until, last->last < nk_day_of (check->context->now_unix_s) ? ": add the coming ones" : "");
}

static void
check_topics (Check *check)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = nk_share_path ("topics.tsv", &error);
  g_autoptr (NkTopicTable) topics = path != NULL ? nk_topic_table_load (path, &error) : NULL;

  if (topics == NULL)
    fault (check, "topics", error->message);
  else
    nk_terminal_print ("topics     %u, found by %u groups and words\n", nk_topic_table_n_topics (topics), nk_topic_table_n_terms (topics));
}

/* Each line of each table: an editor who has changed many rows wants to hear of all that is wrong at once. */
static void
check_language (Check *check)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = nk_language_folder (nk_settings_text (check->context->settings, NK_SETTING_LANGUAGE_DIR), &error);
  g_autoptr (GPtrArray) faults = NULL;
  NkLexiconCounts counts;

  if (folder == NULL) {
    fault (check, "language", error->message);
    return;
  }
  faults = nk_lexicon_check (folder, &counts);
  for (guint i = 0; i < faults->len; i++)
    fault (check, "language", faults->pdata[i]);
  if (faults->len == 0)
    nk_terminal_print ("language   %u terms, %u verbs with %u frames, %u adjectives, %u prepositions, %u senses, %u abbreviations, %u affixes, %u formulas: %s\n",
                       counts.terms, counts.verbs, counts.frames, counts.adjectives, counts.joints, counts.senses, counts.acronyms, counts.affixes,
                       counts.boilerplate, folder);
}

static void
check_templates (Check *check, const char *language)
{
  g_autoptr (GError) error = NULL;
  const char *chosen = nk_settings_text (check->context->settings, NK_SETTING_TEMPLATE_DIR);
  g_autofree char *folder = chosen != NULL && *chosen != '\0' ? g_strdup (chosen) : nk_share_path ("templates", &error);
  g_autoptr (NkTemplates) templates = folder != NULL ? nk_templates_load (folder, language, &error) : NULL;

  if (templates == NULL)
    fault (check, "templates", error->message);
  else
    nk_terminal_print ("templates  sound: %s/%s\n", folder, language);
}

NkExit
nk_command_check (const NkContext *context, int argc, char **argv)
{
  g_auto (GStrv) rest = NULL;
  Check check = { .context = context };
  const GOptionEntry entries[] = { { NULL } };

  switch (nk_options_parse (entries, "Ends with 1 if anything is wrong.\n", argc, argv, &rest)) {
  case NK_OPTIONS_HELP_SHOWN: return NK_EXIT_DONE;
  case NK_OPTIONS_WRONG: return NK_EXIT_USAGE;
  case NK_OPTIONS_GO_ON: break;
  }
  if (rest[0] != NULL)
    return nk_options_wrong ("check", "takes no argument, but '%s' was given", rest[0]);
  /* The settings were read before we came here: a fault in them has ended the program with its file, group and key. */
  nk_terminal_print ("settings   sound\n");
  check_database (&check);
  check_groups (&check);
  check_calendar (&check);
  check_topics (&check);
  check_language (&check);
  check_templates (&check, "ja");
  check_templates (&check, "en");
  return check.faults > 0 ? NK_EXIT_FAILED : NK_EXIT_DONE;
}
