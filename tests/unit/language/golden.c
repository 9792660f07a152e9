/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* One test for each sentence of tests/golden-language: the tree that the grammar finds, the Japanese that comes out, and what must never come out again. With GOLDEN_WRITE=1 in the
 * environment the sentences that have an expectation get a new one, with GOLDEN_WRITE=all the pending ones too, with GOLDEN_WRITE=FILE (without its ending) the pending ones of
 * that file; `git diff` then shows what has changed. */
#include "golden_file.h"
#include "support.h"

#include <locale.h>

typedef struct {
  NkLexicon *lexicon;
  GPtrArray *cases;
} Golden;

typedef struct {
  const Golden *golden;
  GoldenCase *one;
} Argument;

static NkManner
manner_of (const GoldenCase *one)
{
  NkManner manner = { NK_VOICE_NEUTRAL, FALSE };

  if (g_strcmp0 (one->voice, "proposal") == 0)
    manner.voice = NK_VOICE_PROPOSAL;
  else if (g_strcmp0 (one->voice, "standard") == 0)
    manner.voice = NK_VOICE_STANDARD;
  else
    g_assert_null (one->voice);
  return manner;
}

/* What the engine makes of the sentence; `-` for what it does not understand. */
static void
translate (const Golden *golden, const GoldenCase *one, char **ret_tree, char **ret_japanese)
{
  const char *title = one->title != NULL ? one->title : "";
  g_autoptr (NkTranslator) translator = nk_translator_new (golden->lexicon, title, one->english, NULL);
  g_auto (NkTranslation) translation = nk_translate_sentence (translator, one->english, manner_of (one), NULL);
  g_autoptr (NkArena) arena = nk_arena_new ();
  g_autoptr (NkNames) names = nk_names_gather (title, one->english);
  const NkTokens *tokens = nk_tokens_make (golden->lexicon, names, one->english, NK_TOKENS_SENTENCE, arena);
  const NkNode *node = tokens != NULL ? nk_parse_sentence (golden->lexicon, tokens, arena).node : NULL;
  g_autoptr (GString) tree = g_string_new (NULL);

  if (node != NULL)
    nk_node_print (node, tree);
  *ret_tree = g_strdup (node != NULL ? tree->str : "-");
  *ret_japanese = g_strdup (translation.japanese != NULL ? translation.japanese : "-");
}

static void
compare (const GoldenCase *one, const char *what, const char *expected, const char *found)
{
  if (!g_str_equal (expected, found))
    g_test_fail_printf ("%s:%u: %s (%s)\n  %s\n  expected %s\n  found    %s", one->file, one->line, what, one->rule, one->english, expected,
                        found);
}

static gboolean
is_wanted (const GoldenCase *one, const char *mode)
{
  g_autofree char *file = mode != NULL ? g_strconcat (mode, ".golden", NULL) : NULL;

  return mode != NULL && (one->japanese != NULL || g_str_equal (mode, "all") || g_str_equal (file, one->file));
}

static void
check_words (const GoldenCase *one, const GPtrArray *words, const char *japanese, gboolean wanted)
{
  for (guint i = 0; i < words->len; i++) {
    const char *word = g_ptr_array_index (words, i);

    if ((strstr (japanese, word) != NULL) != wanted)
      g_test_fail_printf ("%s:%u: once wrong (%s)\n  %s\n  %s\n  %s hold %s", one->file, one->line, one->rule, one->english, japanese,
                          wanted ? "must" : "must not", word);
  }
}

static void
test_case (gconstpointer data)
{
  const Argument *argument = data;
  GoldenCase *one = argument->one;
  g_autofree char *tree = NULL, *japanese = NULL;

  translate (argument->golden, one, &tree, &japanese);
  check_words (one, one->never, japanese, FALSE);
  /* What is not understood is not printed. */
  if (!g_str_equal (japanese, "-"))
    check_words (one, one->always, japanese, TRUE);
  if (is_wanted (one, g_getenv ("GOLDEN_WRITE"))) {
    g_free (one->tree);
    g_free (one->japanese);
    one->tree = g_steal_pointer (&tree);
    one->japanese = g_steal_pointer (&japanese);
    return;
  }
  if (one->japanese == NULL)
    return;
  g_assert_nonnull (one->tree);
  compare (one, "tree", one->tree, tree);
  compare (one, "Japanese", one->japanese, japanese);
}

/* Without its folder the whole program would pass by testing nothing. */
static void
test_counted (gconstpointer data)
{
  const Golden *golden = data;
  guint n_filled = 0;

  for (guint i = 0; i < golden->cases->len; i++)
    n_filled += ((const GoldenCase *)g_ptr_array_index (golden->cases, i))->japanese != NULL;
  g_test_message ("%u sentences, %u of them with an expectation", golden->cases->len, n_filled);
  g_assert_cmpuint (golden->cases->len, >, 300);
  g_assert_true (n_filled > 25 || g_getenv ("GOLDEN_WRITE") != NULL);
}

static void
write_all (const Golden *golden)
{
  const char *last = "once-wrong.golden"; /* has no expectations to write */

  for (guint i = 0; i < golden->cases->len; i++) {
    const GoldenCase *one = g_ptr_array_index (golden->cases, i);

    if (!g_str_equal (last, one->file) && !g_str_equal (one->file, "once-wrong.golden"))
      golden_write (one->file, golden->cases);
    last = one->file;
  }
}

int
main (int argc, char **argv)
{
  Golden golden;
  int status;

  setlocale (LC_ALL, ""); /* differences are told in Japanese */
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions (); /* one sentence that differs must not hide the others */
  golden = (Golden){ load_lexicon (), golden_cases () };
  for (guint i = 0; i < golden.cases->len; i++) {
    Argument *argument = g_new (Argument, 1);
    g_autofree char *name = NULL;

    *argument = (Argument){ &golden, g_ptr_array_index (golden.cases, i) };
    name = g_strdup_printf ("/golden/%s/%03u", argument->one->file, argument->one->line);
    if (argument->one->japanese != NULL || argument->one->never->len + argument->one->always->len > 0 || g_getenv ("GOLDEN_WRITE") != NULL)
      g_test_add_data_func_full (name, argument, test_case, g_free);
    else
      g_free (argument);
  }
  g_test_add_data_func ("/golden/there_are_sentences", &golden, test_counted);
  status = g_test_run ();
  if (g_getenv ("GOLDEN_WRITE") != NULL)
    write_all (&golden);
  g_ptr_array_unref (golden.cases);
  nk_lexicon_free (golden.lexicon);
  return status;
}
