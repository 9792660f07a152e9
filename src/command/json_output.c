/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "command/json_output.h"

#include <stdlib.h>
#include <string.h>

#include "command/options.h"
#include "command/terminal.h"

gboolean
nk_json_choose (const char *verb, const char *format, gboolean *ret_as_json)
{
  if (format == NULL || g_str_equal (format, "text") || g_str_equal (format, "json")) {
    *ret_as_json = format != NULL && g_str_equal (format, "json");
    return TRUE;
  }
  nk_options_wrong (verb, "--format is text or json, not '%s'", format);
  return FALSE;
}

NkExit
nk_json_print (json_t *json)
{
  char *text = json_dumps (json, JSON_INDENT (2) | JSON_PRESERVE_ORDER);

  g_assert (text != NULL); /* we only pack UTF-8 that was repaired on the way in */
  nk_terminal_print ("%s\n", text);
  free (text);
  json_decref (json);
  return NK_EXIT_DONE;
}
