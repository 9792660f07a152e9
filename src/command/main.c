/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* command/main.c - global options, the choice of the verb, and opening what its row of the table asks for.
 * Floor: command. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command/command.h"
#include "command/terminal.h"
#include "ground/day.h"
#include "ground/escape.h"

typedef struct {
  char *database; /* as given, else NULL */
  char *settings;
  gboolean help;
  gboolean version;
} GlobalOptions;

static void
print_help (FILE *out)
{
  fputs ("Usage: nikkan [--database FILE] [--settings FILE] VERB ...\n\n"
         "Turns the IETF's announcement mail into a daily edition.\n\nVerbs:\n",
         out);
  for (guint i = 0; nk_verb (i) != NULL; i++)
    fprintf (out, "  %-8s %s\n", nk_verb (i)->name, nk_verb (i)->summary);
  fputs ("\nOptions:\n"
         "  --database FILE  the database (default: $NIKKAN_DATABASE, else nikkan/nikkan.db in $XDG_DATA_HOME)\n"
         "  --settings FILE  the settings (default: $NIKKAN_SETTINGS, else nikkan/nikkan.conf in $XDG_CONFIG_HOME, if there)\n"
         "  --version        print the version and end\n"
         "  --help           print this and end\n\n"
         "`nikkan VERB --help` tells the options of a verb; nikkan(1) tells more.\n",
         out);
}

static NkExit
usage (const char *what, const char *word)
{
  g_autoptr (GString) safe = g_string_new (NULL);

  nk_escape_terminal (safe, word);
  fprintf (stderr, "nikkan: %s%s%s (see nikkan --help)\n", what, safe->len > 0 ? ": " : "", safe->str);
  return NK_EXIT_USAGE;
}

/* Takes the options before the verb. Returns: the index of the verb in argv, argc if there is none, -1 on a wrong option. */
static int
parse_global (int argc, char **argv, GlobalOptions *options)
{
  int i = 1;

  for (; i < argc && argv[i][0] == '-' && argv[i][1] != '\0'; i++) {
    const char *argument = argv[i];
    char **target = NULL;
    const char *name = NULL;

    if (strcmp (argument, "--help") == 0 || strcmp (argument, "-h") == 0) {
      options->help = TRUE;
      continue;
    }
    if (strcmp (argument, "--version") == 0 || strcmp (argument, "-V") == 0) {
      options->version = TRUE;
      continue;
    }
    if (g_str_has_prefix (argument, "--database")) {
      target = &options->database;
      name = "--database";
    } else if (g_str_has_prefix (argument, "--settings")) {
      target = &options->settings;
      name = "--settings";
    } else {
      usage ("unknown option", argument);
      return -1;
    }
    if (argument[strlen (name)] == '=') {
      g_free (*target);
      *target = g_strdup (argument + strlen (name) + 1);
    } else if (argument[strlen (name)] == '\0' && i + 1 < argc) {
      g_free (*target);
      *target = g_strdup (argv[++i]);
    } else {
      usage (argument[strlen (name)] == '\0' ? "a file has to follow" : "unknown option", argument);
      return -1;
    }
    if (**target == '\0') {
      usage ("a file has to follow", name);
      return -1;
    }
  }
  return i;
}

static NkSettings *
load_settings (const char *given, GError **error)
{
  g_autofree char *fallback = NULL;
  const char *path = given != NULL ? given : g_getenv ("NIKKAN_SETTINGS");

  if (path == NULL || *path == '\0') {
    fallback = g_build_filename (g_get_user_config_dir (), "nikkan", "nikkan.conf", NULL);
    path = g_file_test (fallback, G_FILE_TEST_EXISTS) ? fallback : NULL;
  }
  return nk_settings_load (path, error);
}

static char *
choose_database (const char *given, const NkSettings *settings)
{
  const char *from_environment = g_getenv ("NIKKAN_DATABASE");

  if (given != NULL)
    return g_strdup (given);
  if (from_environment != NULL && *from_environment != '\0')
    return g_strdup (from_environment);
  if (nk_settings_is_set (settings, NK_SETTING_DATABASE))
    return g_strdup (nk_settings_text (settings, NK_SETTING_DATABASE));
  return g_build_filename (g_get_user_data_dir (), "nikkan", "nikkan.db", NULL);
}

/* `nikkan VERB --help` must work without a database, so help is looked for before anything is opened. */
static gboolean
asks_for_help (int argc, char **argv)
{
  for (int i = 1; i < argc && strcmp (argv[i], "--") != 0; i++)
    if (strcmp (argv[i], "--help") == 0 || strcmp (argv[i], "-h") == 0)
      return TRUE;
  return FALSE;
}

static NkExit
run_verb (const NkVerb *verb, const GlobalOptions *options, int argc, char **argv)
{
  g_autoptr (NkSettings) settings = NULL;
  g_autoptr (NkStore) store = NULL;
  g_autofree char *database = NULL;
  g_autoptr (GError) error = NULL;
  NkContext context = { NULL };

  settings = load_settings (options->settings, &error);
  if (settings == NULL)
    return nk_command_fail (verb->name, error);
  database = choose_database (options->database, settings);
  context = (NkContext){ .database = database, .settings = settings, .now_unix_s = nk_day_now_unix_s () };
  if (!asks_for_help (argc, argv) && verb->needs == NK_NEEDS_STORE_READ) {
    store = nk_store_open (database, NK_STORE_READ, &error);
    if (store == NULL)
      return nk_command_fail (verb->name, error);
    context.store = store;
  }
  return verb->run (&context, argc, argv);
}

static NkExit
dispatch (int argc, char **argv, GlobalOptions *options)
{
  int first = parse_global (argc, argv, options);
  const NkVerb *verb = NULL;

  if (first < 0)
    return NK_EXIT_USAGE;
  if (options->version) {
    puts ("nikkan " NK_VERSION);
    return NK_EXIT_DONE;
  }
  if (options->help) {
    print_help (stdout);
    return NK_EXIT_DONE;
  }
  if (first >= argc) {
    print_help (stderr);
    return NK_EXIT_USAGE;
  }
  verb = nk_verb_by_name (argv[first]);
  if (verb == NULL)
    return usage ("no such verb", argv[first]);
  return run_verb (verb, options, argc - first, argv + first);
}

int
main (int argc, char **argv)
{
  GlobalOptions options = { NULL };
  NkExit status = dispatch (argc, argv, &options);

  g_free (options.database);
  g_free (options.settings);
  /* An edition that did not reach the disk or the pipe is not done. */
  if (!nk_terminal_flush () && status == NK_EXIT_DONE)
    status = NK_EXIT_FAILED;
  return (int)status;
}
