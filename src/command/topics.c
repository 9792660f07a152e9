/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* command/topics.c - `nikkan topics`: how often each topic came in some days, against what is usual; and why a document carries its topics.
 * Floor: command. */
#include "edition/record.h"

#include <jansson.h>

#include "command/import_report.h"
#include "command/json_output.h"
#include "command/options.h"
#include "command/terminal.h"
#include "command/verbs.h"
#include "ground/escape.h"

static const char notes[] = "Without days: the week up to yesterday. DAY is a UTC day, YYYY-MM-DD, today or yesterday.\n"
                            "The lift compares with the 90 days before: (n + 1) / (expected + 1).\n";

typedef struct {
  NkDay from, to;
  const char *language;
  gboolean as_json;
} Request;

/* ---- counts ---- */

static void
print_counts (const NkTopicCounts *counts)
{
  const NkBaseline *baseline = &counts->baseline;
  g_autofree char *from = nk_day_format (counts->from), *to = nk_day_format (counts->to);
  g_autofree char *first = nk_day_format (baseline->first), *last = nk_day_format (baseline->last);

  nk_terminal_print ("%s to %s: %u Internet-Drafts\n", from, to, counts->n_documents);
  if (baseline->is_known)
    nk_terminal_print ("compared with %s to %s: %u Internet-Drafts\n", first, last, baseline->n_documents);
  else
    nk_terminal_print ("the %d days before are not in the database: no lifts\n", NK_BASELINE_DAYS);
}

static void
print_topics (const NkTopicCounts *counts, const char *language)
{
  for (guint i = 0; i < counts->topics->len; i++) {
    const NkTopicCount *count = &g_array_index (counts->topics, NkTopicCount, i);
    guint tenths = (guint)(count->lift * 10 + 0.5);

    nk_terminal_print ("%6u  ", count->n);
    if (counts->baseline.is_known)
      nk_terminal_print ("%3u.%ux  ", tenths / 10, tenths % 10);
    nk_terminal_print ("%-14s  %s\n", count->topic->id, nk_topic_label (count->topic, language));
  }
}

static NkExit
topics_of_days (const NkContext *context, const NkTopicTable *topics, const Request *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NkTopicCounts) counts = nk_topic_counts_find (context->store, topics, request->from, request->to, &error);

  if (counts == NULL)
    return nk_command_fail ("topics", error);
  if (request->as_json)
    return nk_json_print (nk_record_topics (counts, request->language));
  print_counts (counts);
  print_topics (counts, request->language);
  return NK_EXIT_DONE;
}

/* ---- one document ---- */

/* The newest announcement of the document, or that of its `revision` (nullable). (transfer none) (nullable) */
static const NkAnnouncement *
choose (const GPtrArray *history, const char *name, const char *revision)
{
  const NkAnnouncement *chosen = NULL;

  for (guint i = 0; i < history->len; i++) {
    const NkAnnouncement *one = ((const NkStored *)history->pdata[i])->announcement;

    if (one->kind <= NK_KIND_RFC && g_str_equal (one->name, name) && (revision == NULL || g_strcmp0 (one->revision, revision) == 0))
      chosen = one;
  }
  return chosen;
}

static guint
sum_of_topic (const GArray *hits, guint first)
{
  guint points = 0;

  for (guint i = first; i < hits->len && g_array_index (hits, NkTopicHit, i).topic == g_array_index (hits, NkTopicHit, first).topic; i++)
    points += g_array_index (hits, NkTopicHit, i).points;
  return points;
}

static json_t *
explanation_json (const NkAnnouncement *announcement, const GArray *hits, const char *language)
{
  json_t *list = json_array (), *terms = NULL;

  for (guint i = 0; i < hits->len; i++) {
    const NkTopicHit *hit = &g_array_index (hits, NkTopicHit, i);

    if (i == 0 || hit->topic != g_array_index (hits, NkTopicHit, i - 1).topic) {
      guint points = sum_of_topic (hits, i);

      terms = json_array ();
      json_array_append_new (list, json_pack ("{s:s, s:s, s:I, s:b, s:o}", "topic", hit->topic->id, "title",
                                              nk_topic_label (hit->topic, language), "points", (json_int_t)points, "carried",
                                              points >= NK_TOPIC_THRESHOLD, "terms", terms));
    }
    json_array_append_new (terms, json_pack ("{s:s, s:s, s:I}", "term", hit->term, "place", nk_topic_place_word (hit->place), "points",
                                             (json_int_t)hit->points));
  }
  return json_pack ("{s:s, s:s, s:s, s:I, s:o}", "name", announcement->name, "revision", announcement->revision, "title",
                    announcement->title, "threshold", (json_int_t)NK_TOPIC_THRESHOLD, "topics", list);
}

static void
print_explanation (const NkAnnouncement *announcement, const GArray *hits, const char *language)
{
  g_autoptr (GString) title = g_string_new (NULL);

  nk_escape_terminal (title, announcement->title);
  nk_terminal_print ("%s%s%s: %s\n", announcement->name, *announcement->revision != '\0' ? "-" : "", announcement->revision, title->str);
  for (guint i = 0; i < hits->len; i++) {
    const NkTopicHit *hit = &g_array_index (hits, NkTopicHit, i);

    if (i == 0 || hit->topic != g_array_index (hits, NkTopicHit, i - 1).topic) {
      guint points = sum_of_topic (hits, i);

      nk_terminal_print ("%s  %s: %u, %s\n", hit->topic->id, nk_topic_label (hit->topic, language), points,
                         points >= NK_TOPIC_THRESHOLD ? "carried" : "too little");
    }
    nk_terminal_print ("  %4u  %-8s  %s\n", hit->points, nk_topic_place_word (hit->place), hit->term);
  }
  if (hits->len == 0)
    nk_terminal_print ("no term of any topic is in it\n");
}

static NkExit
explain (const NkContext *context, const NkTopicTable *topics, const char *name, const Request *request)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *revision = NULL;
  g_autofree char *document = nk_options_document (name, &revision);
  g_autoptr (GPtrArray) history = document != NULL ? nk_query_document (context->store, document, &error) : NULL;
  const NkAnnouncement *announcement;
  g_autoptr (GArray) hits = NULL;

  if (document == NULL)
    return nk_options_wrong ("topics", "'%s' is no name of a draft or an RFC", name);
  if (history == NULL)
    return nk_command_fail ("topics", error);
  announcement = choose (history, document, revision);
  if (announcement == NULL) {
    g_set_error (&error, NK_ERROR, NK_ERROR_NOT_FOUND, "%s: no Internet-Draft or RFC of this name was announced in %s", name,
                 context->database);
    return nk_command_fail ("topics", error);
  }
  hits = nk_topic_explain (topics, announcement);
  if (request->as_json)
    return nk_json_print (explanation_json (announcement, hits, request->language));
  print_explanation (announcement, hits, request->language);
  return NK_EXIT_DONE;
}

/* FALSE after saying what is wrong. */
static gboolean
take_days (const NkContext *context, const char *from, const char *to, Request *request)
{
  request->to = nk_day_of (context->now_unix_s) - 1;
  if (to != NULL && !nk_options_day (to, context->now_unix_s, &request->to)) {
    nk_options_wrong ("topics", "--to is a day, YYYY-MM-DD, not '%s'", to);
    return FALSE;
  }
  request->from = request->to - NK_TOPIC_COUNTS_DAYS + 1;
  if (from != NULL && !nk_options_day (from, context->now_unix_s, &request->from)) {
    nk_options_wrong ("topics", "--from is a day, YYYY-MM-DD, not '%s'", from);
    return FALSE;
  }
  if (request->from <= request->to)
    return TRUE;
  nk_options_wrong ("topics", "--from is a day after --to");
  return FALSE;
}

NkExit
nk_command_topics (const NkContext *context, int argc, char **argv)
{
  g_auto (GStrv) rest = NULL;
  g_autofree char *from = NULL, *to = NULL, *name = NULL, *format = NULL, *language = NULL;
  g_autoptr (NkTopicTable) topics = NULL;
  g_autoptr (GError) error = NULL;
  Request request = { .language = nk_settings_text (context->settings, NK_SETTING_LANGUAGE) };
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, "first day to count (default: six days before the last)", "DAY" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, "last day to count (default: yesterday)", "DAY" },
    { "explain", 0, 0, G_OPTION_ARG_STRING, &name, "show why a draft or RFC carries its topics", "NAME" },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &language, "of the labels: ja (default) or en", "WHICH" },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, "text (default) or json", "WHICH" },
    { NULL },
  };

  switch (nk_options_parse (entries, notes, argc, argv, &rest)) {
  case NK_OPTIONS_HELP_SHOWN: return NK_EXIT_DONE;
  case NK_OPTIONS_WRONG: return NK_EXIT_USAGE;
  case NK_OPTIONS_GO_ON: break;
  }
  if (rest[0] != NULL)
    return nk_options_wrong ("topics", "takes no argument, but '%s' was given", rest[0]);
  if (name != NULL && (from != NULL || to != NULL))
    return nk_options_wrong ("topics", "--explain is for one document, --from and --to are for days");
  if (language != NULL)
    request.language = language;
  if (!g_str_equal (request.language, "ja") && !g_str_equal (request.language, "en"))
    return nk_options_wrong ("topics", "--language is ja or en, not '%s'", request.language);
  if (!nk_json_choose ("topics", format, &request.as_json) || !take_days (context, from, to, &request))
    return NK_EXIT_USAGE;
  topics = nk_command_load_topics (&error);
  if (topics == NULL)
    return nk_command_fail ("topics", error);
  return name != NULL ? explain (context, topics, name, &request) : topics_of_days (context, topics, &request);
}
