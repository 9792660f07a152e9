/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* command/options.h - the command line of a verb: GOption entries in, help and errors out, the same way for all.
 * Floor: command. */
#pragma once
#include "command/command.h"
#include "ground/day.h"

typedef enum {
  NK_OPTIONS_GO_ON,
  NK_OPTIONS_HELP_SHOWN, /* end with NK_EXIT_DONE */
  NK_OPTIONS_WRONG,      /* said on stderr; end with NK_EXIT_USAGE */
} NkOptionsResult;

/* Parses argv (argv[0] is the verb) against `entries`. What is left, as file names, is in *ret_rest (NULL-terminated, never NULL on GO_ON). `notes`
 * (nullable) stands below the options in the help. */
NkOptionsResult nk_options_parse (const GOptionEntry *entries, const char *notes, int argc, char **argv, GStrv *ret_rest);

/* Says `nikkan: VERB: MESSAGE (see nikkan VERB --help)`. Returns: NK_EXIT_USAGE. */
NkExit nk_options_wrong (const char *verb, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* YYYY-MM-DD, `today` or `yesterday` (of the UTC instant `now_unix_s`). */
gboolean nk_options_day (const char *text, gint64 now_unix_s, NkDay *ret_day);

/* A decimal number in minimum..maximum that is the whole of `text`. */
gboolean nk_options_number (const char *text, guint64 minimum, guint64 maximum, guint64 *ret_number);

/* `draft-x-y`, `draft-x-y-07`, `rfc9872`, `RFC 9872` or `9872` as the name of a document. *ret_revision (nullable): (transfer full) the revision, NULL if the text has
 * none. (transfer full) (nullable): NULL if it is no such name. */
char *nk_options_document (const char *text, char **ret_revision);
