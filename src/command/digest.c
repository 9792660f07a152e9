/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* command/digest.c - `nikkan digest [DAY]`: the edition, from the database or from mails alone.
 * Floor: command. */
#include "digest/digest.h"

#include <string.h>

#include "command/import_report.h"
#include "command/options.h"
#include "command/terminal.h"
#include "command/verbs.h"
#include "edition/edition.h"
#include "ground/file.h"
#include "ground/share.h"

static const char notes[] = "DAY is a UTC day, YYYY-MM-DD, today or yesterday (default: yesterday). After --from, more paths may follow.\n"
                            "The format follows the ending of --output (.md .html .txt .json); without either it is markdown.\n"
                            "With --parts, FILE gets the number of the part before its ending: edition-2.md.\n";

/* The command line, understood. */
typedef struct {
  NkDay day;
  char *language;
  const NkFormat *format;
  guint parts;
  guint width;
  char *output;       /* (nullable) */
  char *template_dir; /* (nullable) */
  GPtrArray *from;    /* char *, empty: from the database */
} Request;

static void
request_clear (Request *request)
{
  g_free (request->language);
  g_free (request->output);
  g_free (request->template_dir);
  g_clear_pointer (&request->from, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static void
add_unread_files (GPtrArray *missing, guint64 n)
{
  NkGap *gap = nk_gap_new (NK_GAP_FILES);

  gap->n = n;
  g_ptr_array_add (missing, gap);
}

/* The mails of --from in a database in memory: the same way as ever, leaving nothing behind. */
static NkStore *
store_from_mails (const Request *request, GPtrArray *missing, GError **error)
{
  g_autoptr (NkStore) store = nk_store_open_memory (error);
  g_autoptr (NkGroupTable) groups = NULL;
  g_auto (NkImportReport) report = { 0 };
  NkProgress progress = { NULL };
  NkImportOptions options = { .keep_copies = TRUE, .progress = nk_progress_update };
  gboolean done = FALSE;

  if (store == NULL || (groups = nk_command_load_groups (error)) == NULL)
    return NULL;
  nk_progress_start (&progress, "digest");
  options.groups = groups;
  options.progress_data = &progress;
  done = nk_import_run (store, (const char *const *)request->from->pdata, &options, &report, error);
  nk_progress_end (&progress);
  nk_import_report_warn ("digest", &report);
  if (done && report.files_failed > 0)
    add_unread_files (missing, report.files_failed);
  return done ? g_steal_pointer (&store) : NULL;
}

/* FILE, or FILE with `-PART` before its ending. */
static char *
part_path (const char *path, guint part, guint parts)
{
  const char *slash = strrchr (path, '/');
  const char *dot = strrchr (path, '.');

  if (parts == 1)
    return g_strdup (path);
  if (dot == NULL || (slash != NULL && dot < slash))
    return g_strdup_printf ("%s-%u", path, part);
  return g_strdup_printf ("%.*s-%u%s", (int)(dot - path), path, part, dot);
}

static gboolean
write_part (const Request *request, const GString *text, guint part, guint parts, GError **error)
{
  g_autofree char *path = NULL;

  if (request->output == NULL || g_str_equal (request->output, "-")) {
    nk_terminal_write (text->str, text->len);
    return TRUE;
  }
  path = part_path (request->output, part, parts);
  return nk_file_make_parents (path, error) && nk_file_write_atomic (path, text->str, text->len, error);
}

/* Several JSON editions on one stream would be no JSON: they become one array. */
static gboolean
render_part (const Request *request, const NkTemplates *templates, const NkDigest *digest, const char *note, NkSummaries *summaries, guint part,
             guint *ret_parts, GError **error)
{
  NkEditionOptions options = { .language = request->language, .part = part, .parts = request->parts, .note = note, .summaries = summaries };
  json_t *data = nk_edition_data (digest, templates, &options, error);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean to_stdout = request->output == NULL || g_str_equal (request->output, "-");
  gboolean is_array = to_stdout && request->parts > 1 && g_str_equal (request->format->name, "json");
  gboolean done = FALSE;

  if (data == NULL)
    return FALSE;
  *ret_parts = MAX (1u, (guint)json_integer_value (json_object_get (data, "parts")));
  if (is_array)
    g_string_append (text, part == 1 ? "[\n" : ",\n");
  else if (to_stdout && part > 1)
    g_string_append_c (text, '\n');
  done = request->format->render (templates, data, request->width, text, error);
  json_decref (data);
  if (done && is_array && part == *ret_parts)
    g_string_append (text, "]\n");
  return done && write_part (request, text, part, *ret_parts, error);
}

static void
warn_if_incomplete (const NkDigest *digest)
{
  g_autofree char *day = nk_day_format (digest->day);

  for (guint i = 0; digest->state == NK_STATE_INCOMPLETE && i < digest->missing->len; i++) {
    g_autofree char *gap = nk_gap_text (digest->missing->pdata[i]);
    g_autofree char *line = g_strdup_printf ("%s is incomplete: %s", day, gap);

    nk_terminal_warn ("digest", line);
  }
}

/* What is read from share/. */
typedef struct {
  NkCalendar *calendar;
  NkTopicTable *topics;
  NkLexiconShelf *shelf;
} Tables;

static void
tables_clear (Tables *tables)
{
  g_clear_pointer (&tables->calendar, nk_calendar_free);
  g_clear_pointer (&tables->topics, nk_topic_table_free);
  g_clear_pointer (&tables->shelf, nk_lexicon_shelf_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tables, tables_clear)

static gboolean
load_tables (const NkContext *context, Tables *tables, GError **error)
{
  g_autofree char *calendar_path = nk_share_path ("meetings.tsv", error);
  g_autofree char *topics_path = calendar_path != NULL ? nk_share_path ("topics.tsv", error) : NULL;

  tables->shelf = nk_lexicon_shelf_new (nk_settings_text (context->settings, NK_SETTING_LANGUAGE_DIR));
  return topics_path != NULL && (tables->calendar = nk_calendar_load (calendar_path, error)) != NULL
         && (tables->topics = nk_topic_table_load (topics_path, error)) != NULL;
}

static gboolean
make_edition (const Request *request, NkStore *store, const NkTemplates *templates, const Tables *tables, const GPtrArray *missing,
              NkSummaries *summaries, GError **error)
{
  NkDigestOptions options = {
    .day = request->day, .whole_store = request->from->len > 0, .calendar = tables->calendar, .topics = tables->topics, .missing = missing
  };
  g_autoptr (NkDigest) digest = nk_digest_compose (store, &options, error);
  g_autofree char *note = NULL;
  guint parts = 1;

  if (digest == NULL || !nk_note_get (store, request->day, request->language, &note, error))
    return FALSE;
  warn_if_incomplete (digest);
  for (guint part = 1; part <= parts; part++)
    if (!render_part (request, templates, digest, note, summaries, part, &parts, error))
      return FALSE;
  return TRUE;
}

static NkExit
digest (const NkContext *context, const Request *request)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *template_dir = request->template_dir != NULL ? g_strdup (request->template_dir) : nk_share_path ("templates", &error);
  g_autoptr (NkTemplates) templates = NULL;
  g_auto (Tables) tables = { NULL };
  g_autoptr (NkStore) store = NULL;
  g_autoptr (NkSummaries) summaries = NULL;
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func ((GDestroyNotify)nk_gap_free);

  if (template_dir == NULL || (templates = nk_templates_load (template_dir, request->language, &error)) == NULL
      || !load_tables (context, &tables, &error))
    return nk_command_fail ("digest", error);
  store = request->from->len > 0 ? store_from_mails (request, missing, &error) : nk_store_open (context->database, NK_STORE_READ, &error);
  summaries = nk_summaries_new (request->language, tables.shelf, request->from->len > 0 ? NULL : store);
  if (store == NULL || !make_edition (request, store, templates, &tables, missing, summaries, &error))
    return nk_command_fail ("digest", error);
  if (nk_summaries_n_new (summaries) > 0) {
    /* Whoever reads the edition need not wait, and a reader that is gone lets the writer tidy up behind itself. */
    nk_terminal_flush ();
    g_clear_pointer (&store, nk_store_free);
    nk_summaries_keep (summaries, context->database);
  }
  return NK_EXIT_DONE;
}

/* TRUE for `2025-13-01`: not a path that somebody could have meant, unless there is such a file. */
static gboolean
looks_like_day (const char *text)
{
  static const char form[] = "0000-00-00";

  for (gsize i = 0; i < sizeof form; i++)
    if (form[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != form[i])
      return FALSE;
  return !g_file_test (text, G_FILE_TEST_EXISTS);
}

/* Sorts what is left on the command line into the day and further paths of --from. */
static gboolean
take_rest (const NkContext *context, GStrv rest, GStrv from, Request *request)
{
  gboolean has_day = FALSE;

  request->from = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; from != NULL && from[i] != NULL; i++)
    g_ptr_array_add (request->from, g_strdup (from[i]));
  request->day = nk_day_of (context->now_unix_s) - 1;
  for (guint i = 0; rest[i] != NULL; i++) {
    if (!has_day && nk_options_day (rest[i], context->now_unix_s, &request->day)) {
      has_day = TRUE;
      continue;
    }
    if (from == NULL || looks_like_day (rest[i])) {
      nk_options_wrong ("digest", has_day ? "'%s' is a second day" : "'%s' is not a day: YYYY-MM-DD, today or yesterday", rest[i]);
      return FALSE;
    }
    g_ptr_array_add (request->from, g_strdup (rest[i]));
  }
  if (request->from->len > 0) {
    g_ptr_array_add (request->from, NULL);
    request->from->len--; /* NULL-terminated beyond its length */
  }
  return TRUE;
}

static const NkFormat *
choose_format (const char *word, const char *output)
{
  const char *dot = output != NULL ? strrchr (output, '.') : NULL;

  if (word != NULL)
    return nk_format_by_name (word);
  for (guint i = 0; dot != NULL && nk_format (i) != NULL; i++)
    if (g_str_equal (nk_format (i)->extension, dot + 1))
      return nk_format (i);
  return nk_format_by_name ("markdown");
}

static gboolean
take_options (const NkContext *context, Request *request, const char *format, const char *parts, const char *width)
{
  guint64 number = 1;

  if (request->language == NULL)
    request->language = g_strdup (nk_settings_text (context->settings, NK_SETTING_LANGUAGE));
  if (request->template_dir == NULL)
    request->template_dir = g_strdup (nk_settings_text (context->settings, NK_SETTING_TEMPLATE_DIR));
  if (!g_str_equal (request->language, "ja") && !g_str_equal (request->language, "en")) {
    nk_options_wrong ("digest", "--language is ja or en, not '%s'", request->language);
    return FALSE;
  }
  request->format = choose_format (format, request->output);
  if (request->format == NULL) {
    nk_options_wrong ("digest", "--format is markdown, html, text or json, not '%s'", format);
    return FALSE;
  }
  if (parts != NULL && !nk_options_number (parts, 1, NK_EDITION_MAX_PARTS, &number)) {
    nk_options_wrong ("digest", "--parts is a number from 1 to %d, not '%s'", NK_EDITION_MAX_PARTS, parts);
    return FALSE;
  }
  request->parts = (guint)number;
  number = nk_settings_number (context->settings, NK_SETTING_WIDTH);
  if (width != NULL && !nk_options_number (width, 0, 1000, &number)) {
    nk_options_wrong ("digest", "--width is a number from 0 to 1000, not '%s'", width);
    return FALSE;
  }
  request->width = width == NULL && number == 0 ? nk_terminal_columns () : (guint)number;
  return TRUE;
}

NkExit
nk_command_digest (const NkContext *context, int argc, char **argv)
{
  g_auto (Request) request = { .day = NK_DAY_NONE };
  g_auto (GStrv) rest = NULL;
  g_auto (GStrv) from = NULL;
  g_autofree char *format = NULL;
  g_autofree char *parts = NULL;
  g_autofree char *width = NULL;
  const GOptionEntry entries[] = {
    { "language", 'l', 0, G_OPTION_ARG_STRING, &request.language, "ja (default) or en", "WHICH" },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, "markdown, html, text or json", "WHICH" },
    { "parts", 0, 0, G_OPTION_ARG_STRING, &parts, "cut the day into N parts by area and group", "N" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &request.output, "write to FILE instead of standard output", "FILE" },
    { "from", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &from, "work on these mails alone, without a database", "PATH" },
    { "width", 0, 0, G_OPTION_ARG_STRING, &width, "columns of the text format; 0: do not wrap (default: the terminal's, else 80)",
      "COLUMNS" },
    { "template-dir", 0, 0, G_OPTION_ARG_FILENAME, &request.template_dir, "take the wording from DIR/LANGUAGE", "DIR" },
    { NULL },
  };

  switch (nk_options_parse (entries, notes, argc, argv, &rest)) {
  case NK_OPTIONS_HELP_SHOWN: return NK_EXIT_DONE;
  case NK_OPTIONS_WRONG: return NK_EXIT_USAGE;
  case NK_OPTIONS_GO_ON: break;
  }
  if (!take_rest (context, rest, from, &request) || !take_options (context, &request, format, parts, width))
    return NK_EXIT_USAGE;
  return digest (context, &request);
}
