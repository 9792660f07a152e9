/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* gloss-times ABSTRACTS: glosses a JSON list of abstracts and prints the processor time of each, in milliseconds: first `loading MS`, then `MS TITLE` for each document.
 * gloss-times --worst: the same for inputs that were made to take long. The peer with the same output is bench/peers/gloss_prototype.py. */
#include "ground/share.h"
#include "summary/gloss.h"

#include <jansson.h>
#include <string.h>
#include <time.h>

#define HUGE_BYTES ((gsize)100 << 10)

static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static void
measure (const NkLexicon *lexicon, NkArena *arena, const char *label, const char *title, const char *abstract)
{
  NkSummaryRequest request = { .language = "ja", .title = title, .abstract = abstract, .arena = arena };
  double start_ms = now_ms ();
  g_autoptr (NkGloss) gloss = nk_gloss_make (lexicon, &request, NULL);

  g_print ("%.4f %.60s\n", now_ms () - start_ms, label);
}

static char *
repeat (const char *head, const char *piece, gsize n_bytes)
{
  GString *text = g_string_new (head);

  while (text->len < n_bytes)
    g_string_append (text, piece);
  return g_string_free (text, FALSE);
}

static void
measure_worst (const NkLexicon *lexicon, NkArena *arena)
{
  static const struct {
    const char *label, *head, *piece;
    gsize n_bytes;
  } inputs[] = {
    { "100 KB of sentences", "", "This document defines keys that servers use to protect messages, and it updates RFC 8446. ", HUGE_BYTES },
    { "100 KB without a full stop", "This document defines ", "keys and messages of servers that use ", HUGE_BYTES },
    { "100 KB of brackets", "This document defines keys ", "((a (b) ", HUGE_BYTES },
    { "100 KB of abbreviations", "", "Lamp Control Protocol (LCP) ", HUGE_BYTES },
    { "10,000 commas", "This document defines keys", ", keys", 60026 },
    { "24 sentences of 55 words", "",
      "This document defines keys and messages of servers that use keys for messages in networks with servers that use keys to protect "
      "messages of clients in networks and "
      "describes how clients that use servers can use keys to verify messages and keys in networks for servers and clients with keys. ",
      24 * 340 },
    { "a sentence of nouns and verbs", "This document ", "uses keys and keys use ", 300 },
    { "a sentence of ands", "This document defines keys ", "and keys of servers ", 360 },
    { "a sentence of relatives", "This document defines keys ", "that use keys ", 360 },
    { "a sentence of prepositions", "This document defines keys ", "for keys in ", 360 },
    { "a sentence of gerunds", "This document defines ", "using keys for using ", 360 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++) {
    g_autofree char *text = repeat (inputs[i].head, inputs[i].piece, inputs[i].n_bytes);

    measure (lexicon, arena, inputs[i].label, "A Title", text);
  }
}

static void
measure_file (const NkLexicon *lexicon, NkArena *arena, const char *path)
{
  json_error_t fault;
  json_t *list = json_load_file (path, 0, &fault), *object;
  size_t index;

  if (list == NULL)
    g_error ("%s:%d: %s", path, fault.line, fault.text);
  json_array_foreach (list, index, object)
  {
    const char *title = json_string_value (json_object_get (object, "title")),
               *abstract = json_string_value (json_object_get (object, "abstract"));

    measure (lexicon, arena, title, title, abstract);
  }
  json_decref (list);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = nk_share_path ("language", &error);
  double start_ms = now_ms ();
  g_autoptr (NkLexicon) lexicon = folder != NULL ? nk_lexicon_load (folder, &error) : NULL;
  g_autoptr (NkArena) arena = nk_arena_new ();

  if (argc != 2) {
    g_printerr ("Usage: gloss-times ABSTRACTS|--worst\n");
    return 2;
  }
  if (lexicon == NULL)
    g_error ("%s", error->message);
  g_print ("loading %.4f\n", now_ms () - start_ms);
  if (g_str_equal (argv[1], "--worst"))
    measure_worst (lexicon, arena);
  else
    measure_file (lexicon, arena, argv[1]);
  return 0;
}
