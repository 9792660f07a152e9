/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "command/options.h"
#include "announce/draft_name.h"

#include <stdarg.h>
#include <stdio.h>

#include "command/terminal.h"

/* GOption would print its help through the locale's charset and end the process by itself: ours goes the way of all output. */
static void
print_help (GOptionContext *options, const char *verb_name)
{
  const NkVerb *verb = nk_verb_by_name (verb_name);
  g_autofree char *text = g_option_context_get_help (options, TRUE, NULL);
  const char *body = strstr (text, "\n\n"); /* below GOption's own usage lines */

  nk_terminal_print ("Usage: nikkan %s [OPTION...]%s%s\n%s", verb_name, *verb->arguments != '\0' ? " " : "", verb->arguments,
                     body != NULL ? body + 1 : "");
}

NkOptionsResult
nk_options_parse (const GOptionEntry *entries, const char *notes, int argc, char **argv, GStrv *ret_rest)
{
  g_auto (GStrv) rest = NULL;
  g_auto (GStrv) copy = g_new0 (char *, (gsize)argc + 1);
  g_autoptr (GOptionContext) options = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  gboolean help = FALSE;
  const GOptionEntry common[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, "print this and end", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL },
    { NULL },
  };

  for (int i = 0; i < argc; i++)
    copy[i] = g_strdup (argv[i]);
  g_option_context_set_help_enabled (options, FALSE);
  g_option_context_set_summary (options, nk_verb_by_name (argv[0])->summary);
  if (notes != NULL)
    g_option_context_set_description (options, notes);
  g_option_context_add_main_entries (options, entries, NULL);
  g_option_context_add_main_entries (options, common, NULL);
  if (!g_option_context_parse_strv (options, &copy, &error)) {
    nk_options_wrong (argv[0], "%s", error->message);
    return NK_OPTIONS_WRONG;
  }
  if (help) {
    print_help (options, argv[0]);
    return NK_OPTIONS_HELP_SHOWN;
  }
  *ret_rest = rest != NULL ? g_steal_pointer (&rest) : g_new0 (char *, 1);
  return NK_OPTIONS_GO_ON;
}

NkExit
nk_options_wrong (const char *verb, const char *format, ...)
{
  g_autofree char *message = NULL;
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  line = g_strdup_printf ("%s (see nikkan %s --help)", message, verb);
  nk_terminal_warn (verb, line);
  return NK_EXIT_USAGE;
}

gboolean
nk_options_day (const char *text, gint64 now_unix_s, NkDay *ret_day)
{
  if (g_str_equal (text, "today") || g_str_equal (text, "yesterday")) {
    *ret_day = nk_day_of (now_unix_s) - (text[0] == 'y' ? 1 : 0);
    return TRUE;
  }
  return nk_day_parse (nk_slice_text (text), ret_day);
}

gboolean
nk_options_number (const char *text, guint64 minimum, guint64 maximum, guint64 *ret_number)
{
  guint64 number = 0;

  if (!nk_slice_to_uint (nk_slice_text (text), maximum, &number) || number < minimum)
    return FALSE;
  *ret_number = number;
  return TRUE;
}

char *
nk_options_document (const char *text, char **ret_revision)
{
  g_autofree char *lower = g_ascii_strdown (text, -1);
  g_autofree char *name = NULL, *revision = NULL;
  NkSlice slice = nk_slice_trim (nk_slice_text (lower));
  guint64 number = 0;

  if (ret_revision != NULL)
    *ret_revision = NULL;
  if (nk_slice_to_uint (slice, 99999, &number) && number > 0)
    return g_strdup_printf ("rfc%" G_GUINT64_FORMAT, number);
  number = nk_rfc_number (slice);
  if (number > 0)
    return g_strdup_printf ("rfc%" G_GUINT64_FORMAT, number);
  if (!nk_draft_name_split (slice, &name, &revision))
    return nk_draft_name_is_valid (slice) ? nk_slice_dup (slice) : NULL;
  if (ret_revision != NULL)
    *ret_revision = g_steal_pointer (&revision);
  return g_steal_pointer (&name);
}
