/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* command/gloss.c - `nikkan gloss`: titles and abstracts in, Japanese out; with --explain the tool with which an editor mends the tables of share/language/.
 * Floor: command. */
#include "announce/draft_name.h"
#include "command/gloss_evaluate.h"
#include "command/json_output.h"
#include "command/options.h"
#include "command/terminal.h"
#include "command/verbs.h"
#include "ground/utf8.h"
#include "language/shelf.h"

#include <stdio.h>
#include <string.h>

#define MAX_LINE_BYTES ((gsize)4 << 20) /* of JSON on standard input */

typedef struct {
  const NkLexicon *lexicon;
  NkArena *arena;
  gboolean explain, as_json;
} Glossing;

static json_t *
gloss_json (const NkGloss *gloss, const char *name)
{
  json_t *json = json_object (), *sentences = json_array ();

  if (name != NULL)
    json_object_set_new (json, "name", json_string (name));
  json_object_set_new (json, "text", json_string (gloss->text));
  json_object_set_new (json, "engine", json_string ("gloss"));
  json_object_set_new (json, "level", json_string (nk_gloss_level_word (gloss->level)));
  json_object_set_new (json, "confidence", json_real (nk_gloss_rounded (gloss->confidence)));
  for (guint i = 0; i < gloss->sentences->len; i++) {
    const NkGlossSentence *sentence = g_ptr_array_index (gloss->sentences, i);

    json_array_append_new (sentences, json_pack ("{s:s, s:s, s:f}", "source", sentence->source, "japanese", sentence->japanese,
                                                 "confidence", nk_gloss_rounded (sentence->confidence)));
  }
  json_object_set_new (json, "sentences", sentences);
  return json;
}

static void
print_gloss (const Glossing *glossing, const char *title, const char *abstract, const char *name)
{
  g_autofree char *safe_title = nk_utf8_repair (nk_slice_text (title)), *safe_abstract = nk_utf8_repair (nk_slice_text (abstract));
  g_autofree char *acronym = NULL;
  NkSummaryRequest request = { .language = "ja", .name = name, .title = safe_title, .abstract = safe_abstract, .arena = glossing->arena };
  g_autoptr (GString) explanation = glossing->explain ? g_string_new (NULL) : NULL;
  g_autoptr (NkGloss) gloss = NULL;

  if (name != NULL)
    request.standing = nk_draft_name_standing (name, &acronym);
  gloss = nk_gloss_make (glossing->lexicon, &request, explanation);
  if (explanation != NULL)
    nk_terminal_write (explanation->str, explanation->len);
  if (glossing->as_json) {
    json_t *json = gloss_json (gloss, name);
    char *line = json_dumps (json, JSON_COMPACT | JSON_PRESERVE_ORDER | JSON_REAL_PRECISION (6));

    nk_terminal_print ("%s\n", line);
    free (line);
    json_decref (json);
  } else
    nk_terminal_print ("%s\n", gloss->text);
}

/* The next line of standard input without its end. FALSE at the end of input. A line that is too long is cut one byte behind the limit. */
static gboolean
read_line (GString *line)
{
  int c;

  g_string_truncate (line, 0);
  while ((c = getc_unlocked (stdin)) != EOF && c != '\n' && line->len <= MAX_LINE_BYTES)
    g_string_append_c (line, (char)c);
  return c != EOF || line->len > 0;
}

static gboolean
gloss_line (const Glossing *glossing, const GString *line, guint number, GError **error)
{
  json_error_t fault;
  json_t *json;
  const char *title = "", *abstract = "", *name = NULL;
  gboolean is_read;

  if (line->len > MAX_LINE_BYTES) {
    g_set_error (error, NK_ERROR, NK_ERROR_LIMIT, "standard input: line %u is longer than %" G_GSIZE_FORMAT " bytes", number,
                 MAX_LINE_BYTES);
    return FALSE;
  }
  if (strspn (line->str, " \t\r") == line->len)
    return TRUE;
  json = json_loadb (line->str, line->len, 0, &fault);
  is_read = json != NULL && json_unpack (json, "{s:s, s:s, s?s}", "title", &title, "abstract", &abstract, "name", &name) == 0;
  if (is_read)
    print_gloss (glossing, title, abstract, name);
  else
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "standard input: line %u: %s", number,
                 json == NULL ? fault.text : "an object with title and abstract is needed");
  json_decref (json);
  return is_read;
}

static NkExit
gloss_lines (const Glossing *glossing)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint number = 1; read_line (line); number++)
    if (!gloss_line (glossing, line, number, &error))
      return nk_command_fail ("gloss", error);
  return NK_EXIT_DONE;
}

NkExit
nk_command_gloss (const NkContext *context, int argc, char **argv)
{
  g_auto (GStrv) rest = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *format = NULL, *evaluate = NULL, *name = NULL, *folder = NULL;
  g_autoptr (NkLexicon) lexicon = NULL;
  g_autoptr (NkArena) arena = nk_arena_new ();
  Glossing glossing = { 0 };
  const GOptionEntry entries[] = {
    { "explain", 0, 0, G_OPTION_ARG_NONE, &glossing.explain, "print tokens, readings, and every penalty", NULL },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, "text (default) or json, one object a line", "WHICH" },
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, "name of the document: its standing decides some verbs", "NAME" },
    { "evaluate", 0, 0, G_OPTION_ARG_FILENAME, &evaluate, "print the metrics of a file of abstracts", "FILE" },
    { NULL },
  };

  switch (nk_options_parse (
      entries, "Without TITLE and ABSTRACT, JSON objects with title, abstract and perhaps name are read from standard input, one a line.\n",
      argc, argv, &rest)) {
  case NK_OPTIONS_HELP_SHOWN: return NK_EXIT_DONE;
  case NK_OPTIONS_WRONG: return NK_EXIT_USAGE;
  case NK_OPTIONS_GO_ON: break;
  }
  if (!nk_json_choose ("gloss", format, &glossing.as_json))
    return NK_EXIT_USAGE;
  if (rest[0] != NULL && (rest[1] == NULL || rest[2] != NULL))
    return nk_options_wrong ("gloss", "TITLE and ABSTRACT are needed, or neither");
  if (evaluate != NULL && (rest[0] != NULL || glossing.explain || name != NULL))
    return nk_options_wrong ("gloss", "--evaluate stands alone");
  if (name != NULL && rest[0] == NULL)
    return nk_options_wrong ("gloss", "--name needs TITLE and ABSTRACT; on standard input each object has its own");
  folder = nk_language_folder (nk_settings_text (context->settings, NK_SETTING_LANGUAGE_DIR), &error);
  lexicon = folder != NULL ? nk_lexicon_load (folder, &error) : NULL;
  if (lexicon == NULL)
    return nk_command_fail ("gloss", error);
  if (evaluate != NULL)
    return nk_gloss_evaluate (lexicon, evaluate, glossing.as_json);
  glossing.lexicon = lexicon;
  glossing.arena = arena;
  if (rest[0] == NULL)
    return gloss_lines (&glossing);
  print_gloss (&glossing, rest[0], rest[1], name);
  return NK_EXIT_DONE;
}
