/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* command/ledger.c - `nikkan ledger [DAY]`: what was received, counted, left out and why, message by message.
 * Floor: command. */
#include "command/json_output.h"
#include "command/options.h"
#include "command/terminal.h"
#include "command/verbs.h"
#include "edition/record.h"
#include "ground/escape.h"
#include "store/query.h"

#define COUNT G_GUINT64_FORMAT

/* In the place of a day: the messages that have none. */
#define UNDATED "undated"

/* ---- the whole store ---- */

static void
print_totals (const NkTotals *totals)
{
  g_autofree char *first = nk_day_format (totals->first_day);
  g_autofree char *last = nk_day_format (totals->last_day);

  nk_terminal_print ("messages      %10" COUNT, totals->messages);
  if (totals->first_day != NK_DAY_NONE)
    nk_terminal_print ("   from %s to %s", first, last);
  nk_terminal_print ("\n  counted     %10" COUNT "   Internet-Drafts %" COUNT ", RFCs %" COUNT "\n", totals->counted,
                     totals->internet_drafts, totals->rfcs);
  nk_terminal_print ("  other kinds %10" COUNT "\n  duplicates  %10" COUNT "\n", totals->other_kinds, totals->duplicates);
  nk_terminal_print ("  unrecognised%10" COUNT "\n  unreadable  %10" COUNT "\n", totals->unrecognised, totals->unreadable);
  nk_terminal_print ("repaired      %10" COUNT "\nwithout a date%10" COUNT "\n", totals->repaired, totals->undated);
  nk_terminal_print ("documents     %10" COUNT "\n", totals->documents);
}

static NkExit
ledger_of_store (const NkContext *context, gboolean as_json)
{
  g_autoptr (GError) error = NULL;
  NkTotals totals = { 0 };

  if (!nk_query_totals (context->store, &totals, &error))
    return nk_command_fail ("ledger", error);
  if (as_json)
    return nk_json_print (nk_record_totals (&totals));
  print_totals (&totals);
  return NK_EXIT_DONE;
}

/* ---- one day ---- */

/* One message: instant, class, what it is, and why it was left out. */
static void
print_reading (const NkReading *reading)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *instant
      = reading->date_origin == NK_DATE_NONE ? g_strdup ("(no date)           ") : nk_day_format_instant (reading->date_unix_s);

  g_string_append_printf (line, "%s  %-12s  ", instant, nk_reading_class_word (reading->reading_class));
  nk_escape_terminal (line, *reading->document != '\0' ? reading->document : reading->subject);
  g_string_append (line, "\n    ");
  nk_escape_terminal (line, reading->message_id);
  if (*reading->list != '\0') {
    g_string_append (line, " by ");
    nk_escape_terminal (line, reading->list);
  }
  if (reading->repairs != 0)
    g_string_append (line, ", repaired");
  if (*reading->reason != '\0') {
    g_string_append (line, "\n    ");
    nk_escape_terminal (line, reading->reason);
  }
  nk_terminal_print ("%s\n", line->str);
}

static void
print_day_sums (NkDay day, const GPtrArray *readings)
{
  guint sums[NK_READING_UNREADABLE + 1] = { 0 };
  g_autofree char *text = nk_day_format (day);

  for (guint i = 0; i < readings->len; i++)
    sums[((const NkReading *)readings->pdata[i])->reading_class]++;
  nk_terminal_print ("%s: %u messages\n", day == NK_DAY_NONE ? UNDATED : text, readings->len);
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    if (sums[i] > 0)
      nk_terminal_print ("  %-12s %6u\n", nk_reading_class_word ((NkReadingClass)i), sums[i]);
}

static NkExit
ledger_of_day (const NkContext *context, NkDay day, gboolean as_json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) readings = nk_query_ledger (context->store, day, FALSE, &error);

  if (readings == NULL)
    return nk_command_fail ("ledger", error);
  if (as_json)
    return nk_json_print (nk_record_ledger (day, readings));
  for (guint i = 0; i < readings->len; i++)
    print_reading (readings->pdata[i]);
  print_day_sums (day, readings);
  return NK_EXIT_DONE;
}

NkExit
nk_command_ledger (const NkContext *context, int argc, char **argv)
{
  g_auto (GStrv) rest = NULL;
  g_autofree char *format = NULL;
  NkDay day = NK_DAY_NONE;
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, "text (default) or json", "WHICH" },
    { NULL },
  };

  switch (nk_options_parse (entries,
                            "With DAY (YYYY-MM-DD, today, yesterday; undated: what has no date): message by message;\n"
                            "without: the sums of the whole database.\n",
                            argc, argv, &rest)) {
  case NK_OPTIONS_HELP_SHOWN: return NK_EXIT_DONE;
  case NK_OPTIONS_WRONG: return NK_EXIT_USAGE;
  case NK_OPTIONS_GO_ON: break;
  }
  if (!nk_json_choose ("ledger", format, &as_json))
    return NK_EXIT_USAGE;
  if (rest[0] == NULL)
    return ledger_of_store (context, as_json);
  if (rest[1] != NULL || (!g_str_equal (rest[0], UNDATED) && !nk_options_day (rest[0], context->now_unix_s, &day)))
    return nk_options_wrong ("ledger", "one DAY at most, as YYYY-MM-DD, today, yesterday or undated");
  return ledger_of_day (context, day, as_json);
}
