/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* command/command.h - the verbs: one file each, one table of them all.
 * Floor: command (may include everything). Options are data, help is made from the table, exit status as in sysexits for "try again". */
#pragma once
#include "ground/settings.h"
#include "store/store.h"

typedef enum {
  NK_EXIT_DONE = 0,
  NK_EXIT_FAILED = 1,
  NK_EXIT_USAGE = 2,
  NK_EXIT_TRY_AGAIN = 75, /* network, lock */
} NkExit;

typedef enum {
  NK_NEEDS_NOTHING,
  NK_NEEDS_STORE_READ,
  NK_NEEDS_DATABASE_PATH, /* opens it by itself, once the options are known, or not at all: what writes must not make a database on wrong usage */
} NkNeeds;

/* What `main` hands to a verb. All (transfer none). */
typedef struct {
  const char *database; /* path, as chosen by option, environment, settings, default */
  const NkSettings *settings;
  NkStore *store; /* open as the verb needs it, else NULL */
  gint64 now_unix_s;
} NkContext;

typedef struct {
  const char *name;
  NkExit (*run) (const NkContext *context, int argc, char **argv); /* argv[0] is the verb */
  NkNeeds needs;
  const char *arguments; /* `PATH…`, `[DAY]` */
  const char *summary;   /* one line */
} NkVerb;

const NkVerb *nk_verb_by_name (const char *name); /* (nullable) */
const NkVerb *nk_verb (guint index);              /* NULL past the end */

/* Prints `nikkan: VERB: MESSAGE` on stderr, one line, made safe for a terminal, and gives the exit status that belongs to the error. */
NkExit nk_command_fail (const char *verb, const GError *error);
