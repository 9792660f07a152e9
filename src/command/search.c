/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* command/search.c - `nikkan search QUERY...`: what was announced with these words, newest first or best first.
 * Floor: command. */
#include "store/search.h"

#include <string.h>
#include <unistd.h>

#include "command/json_output.h"
#include "command/options.h"
#include "command/terminal.h"
#include "command/verbs.h"
#include "edition/record.h"
#include "ground/escape.h"
#include "ground/utf8.h"

#define DEFAULT_LIMIT 20

static const char notes[] = "All words have to be there: word, \"two words\", word*, -word, group:tls, area:sec, author:name, topic:pqc,\n"
                            "kind:rfc, from:2025-01, to:2025. Behind -- a word may begin with a minus: nikkan search -- quic -http\n";

/* They stand around what is marked while lines are broken: without width, and never in the text itself, since nk_escape_terminal takes them out. */
#define MARK_BEGINS "\u2066"
#define MARK_ENDS "\u2069"

typedef struct {
  NkSearchOptions options;
  gboolean as_json;
} Request;

static void
replace_all (GString *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text->str, from, -1);
  g_autofree char *joined = g_strjoinv (to, parts);

  g_string_assign (text, joined);
}

/* A wrapped field; marks are bold on a terminal and nothing elsewhere. `text` is made safe already. */
static void
print_field (const char *label, const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *first = g_strdup_printf ("  %-10s ", label);
  gboolean is_terminal = isatty (STDOUT_FILENO) == 1;

  if (*text == '\0')
    return;
  nk_utf8_wrap (out, text, nk_terminal_columns (), first, "             ");
  replace_all (out, MARK_BEGINS, is_terminal ? "\033[1m" : "");
  replace_all (out, MARK_ENDS, is_terminal ? "\033[22m" : "");
  nk_terminal_write (out->str, out->len);
}

static void
print_parts (const char *label, const GArray *parts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++) {
    const NkSearchPart *part = &g_array_index (parts, NkSearchPart, i);

    if (part->is_marked)
      g_string_append (text, MARK_BEGINS);
    nk_escape_terminal (text, part->text);
    if (part->is_marked)
      g_string_append (text, MARK_ENDS);
  }
  print_field (label, text->str);
}

static void
print_hit (const NkSearchHit *hit)
{
  const NkListed *listed = hit->listed;
  g_autofree char *day = listed->day != NK_DAY_NONE ? nk_day_format (listed->day) : g_strdup ("no date");
  g_autofree char *authors = g_strjoinv (", ", listed->authors);
  g_autoptr (GString) safe = g_string_new (NULL);

  if (listed->kind == NK_KIND_INTERNET_DRAFT)
    nk_terminal_print ("%s-%s  (%s)\n", listed->name, listed->revision, day);
  else if (listed->kind == NK_KIND_RFC)
    nk_terminal_print ("RFC %u  (%s)\n", listed->rfc_number, day);
  else
    nk_terminal_print ("%s  (%s)\n", nk_kind_word (listed->kind), day);
  print_parts ("title", hit->title);
  nk_escape_terminal (safe, authors);
  print_field ("authors", safe->str);
  print_parts (hit->snippet_is_japanese ? "summary" : "abstract", hit->snippet);
  nk_terminal_print ("\n");
}

static void
print_counts (const char *label, const GArray *counts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < counts->len; i++) {
    const NkSearchCount *count = &g_array_index (counts, NkSearchCount, i);

    g_string_append_printf (text, "%s%s %u", i > 0 ? ", " : "", count->key, count->n);
  }
  print_field (label, text->str);
}

static void
print_nothing (const NkSearchResult *result)
{
  g_autofree char *first = nk_day_format (result->first), *last = nk_day_format (result->last);

  nk_terminal_print ("nothing found in %u announcements", result->searched);
  if (result->first != NK_DAY_NONE)
    nk_terminal_print (" of %s to %s", first, last);
  nk_terminal_print (", of which %u have a Japanese summary\n", result->searched_japanese);
}

static void
print_result (const NkSearchOptions *options, const NkSearchResult *result)
{
  if (result->total == 0) {
    print_nothing (result);
    return;
  }
  for (guint i = 0; i < result->hits->len; i++)
    print_hit (result->hits->pdata[i]);
  nk_terminal_print ("%u of %s%u found, ", result->hits->len, result->total_is_all ? "" : "more than ", result->total);
  if (options->order == NK_SEARCH_NEWEST)
    nk_terminal_print ("newest first\n");
  else if (result->rank_is_all)
    nk_terminal_print ("best first\n");
  else
    nk_terminal_print ("best first of the newest %d\n", NK_SEARCH_MAX_RANKED);
  print_counts ("years", result->years);
  print_counts ("areas", result->areas);
}

static NkExit
search (const NkContext *context, const char *text, Request *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NkSearchQuery) query = nk_search_query_parse (text, NULL, &error);
  g_autoptr (NkSearchResult) result = NULL;

  if (query == NULL)
    return nk_options_wrong ("search", "%s", error->message);
  request->options.query = query;
  result = nk_search_run (context->store, &request->options, &error);
  if (result == NULL)
    return nk_command_fail ("search", error);
  if (request->as_json)
    return nk_json_print (nk_record_search (&request->options, result));
  print_result (&request->options, result);
  return NK_EXIT_DONE;
}

static gboolean
choose_order (const char *word, NkSearchOrder *ret_order)
{
  for (NkSearchOrder order = NK_SEARCH_NEWEST; order <= NK_SEARCH_RANKED; order++)
    if (word == NULL || g_str_equal (word, nk_search_order_word (order))) {
      *ret_order = order;
      return TRUE;
    }
  nk_options_wrong ("search", "--order is newest or ranked, not '%s'", word);
  return FALSE;
}

static gboolean
choose_number (const char *name, const char *text, guint minimum, guint maximum, guint *ret_number)
{
  guint64 number = 0;

  if (text == NULL)
    return TRUE;
  if (!nk_options_number (text, minimum, maximum, &number)) {
    nk_options_wrong ("search", "%s is a number from %u to %u, not '%s'", name, minimum, maximum, text);
    return FALSE;
  }
  *ret_number = (guint)number;
  return TRUE;
}

NkExit
nk_command_search (const NkContext *context, int argc, char **argv)
{
  g_auto (GStrv) rest = NULL;
  g_autofree char *order = NULL, *limit = NULL, *offset = NULL, *language = NULL, *format = NULL, *text = NULL;
  Request request = { .options = { .limit = DEFAULT_LIMIT,
                                   .counts = TRUE,
                                   .language = nk_settings_text (context->settings, NK_SETTING_LANGUAGE),
                                   .today = nk_day_of (context->now_unix_s) } };
  const GOptionEntry entries[] = {
    { "order", 0, 0, G_OPTION_ARG_STRING, &order, "newest (default) or ranked: best first", "WHICH" },
    { "limit", 0, 0, G_OPTION_ARG_STRING, &limit, "at most so many (default 20, at most 100)", "NUMBER" },
    { "offset", 0, 0, G_OPTION_ARG_STRING, &offset, "pass over so many", "NUMBER" },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &language, "of the text around what was found, where there is a choice: ja (default) or en",
      "WHICH" },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, "text (default) or json", "WHICH" },
    { NULL },
  };

  switch (nk_options_parse (entries, notes, argc, argv, &rest)) {
  case NK_OPTIONS_HELP_SHOWN: return NK_EXIT_DONE;
  case NK_OPTIONS_WRONG: return NK_EXIT_USAGE;
  case NK_OPTIONS_GO_ON: break;
  }
  if (language != NULL)
    request.options.language = language;
  if (!g_str_equal (request.options.language, "ja") && !g_str_equal (request.options.language, "en"))
    return nk_options_wrong ("search", "--language is ja or en, not '%s'", request.options.language);
  if (!nk_json_choose ("search", format, &request.as_json) || !choose_order (order, &request.options.order)
      || !choose_number ("--limit", limit, 1, NK_SEARCH_MAX_PAGE, &request.options.limit)
      || !choose_number ("--offset", offset, 0, NK_SEARCH_MAX_COUNTED, &request.options.offset))
    return NK_EXIT_USAGE;
  if (rest[0] == NULL)
    return nk_options_wrong ("search", "a QUERY is missing");
  text = g_strjoinv (" ", rest);
  return search (context, text, &request);
}
