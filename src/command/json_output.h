/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* command/json_output.h - verbs that answer programs as well as people.
 * Floor: command. */
#pragma once
#include <jansson.h>

#include "command/command.h"

/* `--format` of such a verb: text (also when NULL) or json. FALSE after saying what is wrong. */
gboolean nk_json_choose (const char *verb, const char *format, gboolean *ret_as_json);

/* Prints `json` (transfer full) in the documented layout. Returns: NK_EXIT_DONE. */
NkExit nk_json_print (json_t *json);
