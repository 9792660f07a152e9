/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* command/show.c - `nikkan show NAME`: one document, its revisions and everything that was announced about it.
 * Floor: command. */
#include <string.h>

#include "command/json_output.h"
#include "command/options.h"
#include "command/terminal.h"
#include "command/verbs.h"
#include "edition/record.h"
#include "ground/escape.h"
#include "ground/utf8.h"
#include "store/query.h"

static void
print_field (const char *label, const char *value)
{
  g_autoptr (GString) safe = g_string_new (NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *first = g_strdup_printf ("  %-10s ", label);

  if (value == NULL || *value == '\0')
    return;
  nk_escape_terminal (safe, value);
  nk_utf8_wrap (out, safe->str, nk_terminal_columns (), first, "             ");
  nk_terminal_write (out->str, out->len);
}

static void
print_joined (const char *label, const GPtrArray *texts)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? ", " : "", (const char *)texts->pdata[i]);
  print_field (label, joined->str);
}

static void
print_numbers (const char *label, const GArray *numbers)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < numbers->len; i++)
    g_string_append_printf (joined, "%sRFC %u", i > 0 ? ", " : "", g_array_index (numbers, guint, i));
  print_field (label, joined->str);
}

static void
print_heading (const NkStored *stored)
{
  const NkAnnouncement *announcement = stored->announcement;
  g_autofree char *instant = stored->day == NK_DAY_NONE ? g_strdup ("no date") : nk_day_format_instant (stored->announced_unix_s);
  g_autoptr (GString) line = g_string_new (NULL);

  switch (announcement->kind) {
  case NK_KIND_INTERNET_DRAFT: g_string_append_printf (line, "%s-%s", announcement->name, announcement->revision); break;
  case NK_KIND_RFC: g_string_append_printf (line, "RFC %u", announcement->rfc_number); break;
  case NK_KIND_LAST_CALL:
  case NK_KIND_PROTOCOL_ACTION:
  case NK_KIND_DOCUMENT_ACTION:
  case NK_KIND_CONFLICT_REVIEW:
  case NK_KIND_STATUS_CHANGE:
  case NK_KIND_GROUP_REVIEW:
  case NK_KIND_GROUP_ACTION:
  case NK_KIND_INTERIM:
  case NK_KIND_MAILING_LIST:
  case NK_KIND_MEETING:
  case NK_KIND_NOMCOM:
  case NK_KIND_IAB:
  case NK_KIND_IESG:
  case NK_KIND_LLC:
  case NK_KIND_TRUST:
  case NK_KIND_OTHER: nk_escape_terminal (line, announcement->subject); break;
  }
  nk_terminal_print ("%s  (%s)\n", line->str, instant);
}

static void
print_stored (const NkStored *stored)
{
  const NkAnnouncement *announcement = stored->announcement;
  g_autofree char *pages = announcement->pages >= 0 ? g_strdup_printf ("%d", announcement->pages) : NULL;
  g_autofree char *ends = nk_day_format (announcement->ends);

  print_heading (stored);
  print_field ("title", announcement->title);
  print_joined ("authors", announcement->authors);
  print_field ("group", announcement->group_acronym);
  print_field ("status", announcement->status);
  print_field ("stream", announcement->stream);
  print_field ("level", announcement->level);
  print_field ("action", announcement->action);
  print_field ("ends", ends);
  print_field ("pages", pages);
  print_joined ("series", announcement->subseries);
  print_numbers ("obsoletes", announcement->obsoletes);
  print_numbers ("updates", announcement->updates);
  print_field ("draft", announcement->draft);
  print_joined ("documents", announcement->documents);
  print_field ("abstract", announcement->abstract);
  for (guint i = 0; i < stored->message_ids->len; i++) {
    g_autofree char *url = nk_message_archive_url (stored->message_ids->pdata[i], stored->list);

    print_field ("message", stored->message_ids->pdata[i]);
    print_field ("", url);
  }
  nk_terminal_print ("\n");
}

static NkExit
show (const NkContext *context, const char *name, gboolean as_json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = nk_query_document (context->store, name, &error);

  if (history == NULL)
    return nk_command_fail ("show", error);
  if (history->len == 0) {
    g_set_error (&error, NK_ERROR, NK_ERROR_NOT_FOUND, "%s: nothing was announced under this name in %s", name, context->database);
    return nk_command_fail ("show", error);
  }
  if (!as_json) {
    for (guint i = 0; i < history->len; i++)
      print_stored (history->pdata[i]);
    return NK_EXIT_DONE;
  }
  return nk_json_print (nk_record_document (name, history));
}

NkExit
nk_command_show (const NkContext *context, int argc, char **argv)
{
  g_auto (GStrv) rest = NULL;
  g_autofree char *format = NULL;
  g_autofree char *name = NULL;
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, "text (default) or json", "WHICH" },
    { NULL },
  };

  switch (nk_options_parse (entries, "NAME is a draft (draft-x-y, with or without a revision) or an RFC (rfc9999, 9999).\n", argc, argv,
                            &rest)) {
  case NK_OPTIONS_HELP_SHOWN: return NK_EXIT_DONE;
  case NK_OPTIONS_WRONG: return NK_EXIT_USAGE;
  case NK_OPTIONS_GO_ON: break;
  }
  if (!nk_json_choose ("show", format, &as_json))
    return NK_EXIT_USAGE;
  if (rest[0] == NULL || rest[1] != NULL)
    return nk_options_wrong ("show", "one NAME is needed");
  name = nk_options_document (rest[0], NULL);
  if (name == NULL)
    return nk_options_wrong ("show", "'%s' is no name of a draft or an RFC", rest[0]);
  return show (context, name, as_json);
}
