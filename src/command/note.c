/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* command/note.c - `nikkan note DAY`: the editor's own words, the one part of an edition that no program can write.
 * Floor: command. */
#include <string.h>

#include "command/options.h"
#include "command/terminal.h"
#include "command/verbs.h"
#include "ground/byte_source.h"
#include "ground/utf8.h"
#include "store/query.h"

/* Reads a note from a file or `-`. NULL with LIMIT or INPUT. */
static char *
read_note (const char *path, GError **error)
{
  g_autoptr (NkByteSource) source = nk_byte_source_open (path, error);
  g_autofree char *text = g_malloc (NK_NOTE_MAX_BYTES + 2);
  gsize length = 0;

  if (source == NULL)
    return NULL;
  while (length <= NK_NOTE_MAX_BYTES) {
    gssize n = nk_byte_source_read (source, text + length, NK_NOTE_MAX_BYTES + 1 - length, error);

    if (n < 0)
      return NULL;
    if (n == 0)
      break;
    length += (gsize)n;
  }
  if (length > NK_NOTE_MAX_BYTES) {
    g_set_error (error, NK_ERROR, NK_ERROR_LIMIT, "%s: a note has at most %u bytes", path, NK_NOTE_MAX_BYTES);
    return NULL;
  }
  if (!nk_utf8_is_valid (nk_slice (text, length))) {
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s: is not UTF-8 text", path);
    return NULL;
  }
  text[length] = '\0';
  return g_steal_pointer (&text);
}

static NkExit
print_note (const NkContext *context, NkDay day, const char *language)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NkStore) store = nk_store_open (context->database, NK_STORE_READ, &error);
  g_autofree char *text = NULL;

  if (store == NULL || !nk_note_get (store, day, language, &text, &error))
    return nk_command_fail ("note", error);
  if (text != NULL)
    nk_terminal_print ("%s%s", text, g_str_has_suffix (text, "\n") ? "" : "\n");
  return NK_EXIT_DONE;
}

static NkExit
keep_note (const NkContext *context, NkDay day, const char *language, const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (NkStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (path != NULL && (text = read_note (path, &error)) == NULL)
    return nk_command_fail ("note", error);
  store = nk_store_open (context->database, NK_STORE_WRITE, &error);
  if (store == NULL || !nk_note_set (store, day, language, text != NULL && *text != '\0' ? text : NULL, &error))
    return nk_command_fail ("note", error);
  return NK_EXIT_DONE;
}

NkExit
nk_command_note (const NkContext *context, int argc, char **argv)
{
  g_auto (GStrv) rest = NULL;
  g_autofree char *language = NULL;
  g_autofree char *file = NULL;
  gboolean remove = FALSE;
  NkDay day = NK_DAY_NONE;
  const GOptionEntry entries[] = {
    { "language", 'l', 0, G_OPTION_ARG_STRING, &language, "of the edition that it belongs to: ja (default) or en", "WHICH" },
    { "file", 0, 0, G_OPTION_ARG_FILENAME, &file, "keep the Markdown in FILE (- is standard input) as the note", "FILE" },
    { "remove", 0, 0, G_OPTION_ARG_NONE, &remove, "remove the note", NULL },
    { NULL },
  };

  switch (nk_options_parse (entries, "Without --file or --remove, prints the note.\n", argc, argv, &rest)) {
  case NK_OPTIONS_HELP_SHOWN: return NK_EXIT_DONE;
  case NK_OPTIONS_WRONG: return NK_EXIT_USAGE;
  case NK_OPTIONS_GO_ON: break;
  }
  if (language == NULL)
    language = g_strdup (nk_settings_text (context->settings, NK_SETTING_LANGUAGE));
  if (rest[0] == NULL || rest[1] != NULL || !nk_options_day (rest[0], context->now_unix_s, &day))
    return nk_options_wrong ("note", "one DAY is needed, as YYYY-MM-DD");
  if (!g_str_equal (language, "ja") && !g_str_equal (language, "en"))
    return nk_options_wrong ("note", "--language is ja or en, not '%s'", language);
  if (file != NULL && remove)
    return nk_options_wrong ("note", "--file and --remove exclude each other");
  if (file == NULL && !remove)
    return print_note (context, day, language);
  return keep_note (context, day, language, file);
}
