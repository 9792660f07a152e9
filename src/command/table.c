/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* command/table.c - every verb of the program: a new one is a file and a row here.
 * Floor: command. */
#include "command/command.h"
#include "command/verbs.h"

static const NkVerb verbs[] = {
  { "import", nk_command_import, NK_NEEDS_DATABASE_PATH, "PATH...", "Read mail from files and folders into the database." },
  { "fetch", nk_command_fetch, NK_NEEDS_DATABASE_PATH, "", "Bring the lists' monthly files up to date and import them." },
  { "digest", nk_command_digest, NK_NEEDS_DATABASE_PATH, "[DAY]", "Print the edition of a day." },
  { "show", nk_command_show, NK_NEEDS_STORE_READ, "NAME", "Print one document with all its revisions and messages." },
  { "search", nk_command_search, NK_NEEDS_STORE_READ, "QUERY...", "Find announcements by words, groups, authors, days and more." },
  { "ledger", nk_command_ledger, NK_NEEDS_STORE_READ, "[DAY]", "Print what was received, counted and left out, and why." },
  { "topics", nk_command_topics, NK_NEEDS_STORE_READ, "", "Count the topics of some days, or show why a document carries its own." },
  { "note", nk_command_note, NK_NEEDS_DATABASE_PATH, "DAY", "Keep, print or remove the editor's own words for a day." },
  { "gloss", nk_command_gloss, NK_NEEDS_NOTHING, "[TITLE ABSTRACT]", "Say in Japanese what a title and an abstract say." },
  { "serve", nk_command_serve, NK_NEEDS_DATABASE_PATH, "", "Serve all editions and documents as a web site." },
  { "site", nk_command_site, NK_NEEDS_DATABASE_PATH, "DIR", "Write all editions and documents as a web site of files." },
  { "rebuild", nk_command_rebuild, NK_NEEDS_DATABASE_PATH, "", "Derive everything anew from the mail that was received." },
  { "summarize", nk_command_summarize, NK_NEEDS_DATABASE_PATH, "", "Make the Japanese summaries that are missing." },
  { "check", nk_command_check, NK_NEEDS_DATABASE_PATH, "", "Check the database, the settings and the tables." },
};

const NkVerb *
nk_verb (guint index)
{
  return index < G_N_ELEMENTS (verbs) ? &verbs[index] : NULL;
}

const NkVerb *
nk_verb_by_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].name, name))
      return &verbs[i];
  return NULL;
}
