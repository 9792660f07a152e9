/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Over the sentences of tests/golden-language and, where they are there, real abstracts: what is said is said whole, and always the same. */
#include "support.h"

#include "golden_file.h"
#include "language/sentence.h"
#include "summary/gloss.h"

#include <jansson.h>

#define THRESHOLD 0.62 /* what is printed has more: LEAD_CONFIDENCE of summary/gloss.c */

typedef struct {
  NkLexicon *lexicon;
  guint n_sentences, n_trusted;
} Run;

/* Parses and says one sentence; those that would be printed must have lost nothing. */
static void
check_sentence (Run *run, const char *title, const char *abstract, const char *sentence)
{
  g_autoptr (NkTranslator) translator = nk_translator_new (run->lexicon, title, abstract, NULL);
  g_auto (NkTranslation) translation = nk_translate_sentence (translator, sentence, (NkManner){ 0 }, NULL);
  g_autoptr (NkArena) arena = NULL;
  g_autoptr (NkNames) names = NULL;
  const NkTokens *tokens;
  NkGenerated generated;

  run->n_sentences++;
  if (translation.japanese == NULL || translation.confidence < THRESHOLD)
    return;
  run->n_trusted++;
  arena = nk_arena_new ();
  names = nk_names_gather (title, abstract);
  tokens = nk_tokens_make (run->lexicon, names, sentence, NK_TOKENS_SENTENCE, arena);
  generated = nk_generate_sentence (run->lexicon, tokens, nk_parse_sentence (run->lexicon, tokens, arena).node, (NkManner){ 0 }, arena);
  if (generated.n_lost > 0)
    g_test_fail_printf ("%u nodes were not said: %s\n%s", generated.n_lost, sentence, generated.japanese);
}

static void
check_golden (Run *run)
{
  g_autoptr (GPtrArray) cases = golden_cases ();

  for (guint i = 0; i < cases->len; i++) {
    const GoldenCase *golden = g_ptr_array_index (cases, i);

    check_sentence (run, golden->title != NULL ? golden->title : "", golden->english, golden->english);
  }
}

/* The real abstracts beside the project, or NULL. */
static json_t *
real_abstracts (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "shared", "data", "abstracts.json", NULL);

  return json_load_file (path, 0, NULL);
}

static void
test_whole (void)
{
  Run run = { load_lexicon (), 0, 0 };
  json_t *list = real_abstracts (), *object;
  size_t index;

  check_golden (&run);
  json_array_foreach (list, index, object)
  {
    const char *title = json_string_value (json_object_get (object, "title")),
               *abstract = json_string_value (json_object_get (object, "abstract"));
    g_autoptr (GPtrArray) sentences = nk_sentence_split (abstract);

    for (guint i = 0; i < sentences->len; i++)
      check_sentence (&run, title, abstract, g_ptr_array_index (sentences, i));
  }
  g_test_message ("%u sentences, %u of them trusted", run.n_sentences, run.n_trusted);
  g_assert_cmpuint (run.n_trusted, >, 100);
  json_decref (list);
  nk_lexicon_free (run.lexicon);
}

static char *
gloss_text (const NkLexicon *lexicon, const char *title, const char *abstract, gboolean explains)
{
  NkSummaryRequest request = { "ja", "draft-moss-lamp", title, abstract, NK_STANDING_WG };
  g_autoptr (GString) explanation = explains ? g_string_new (NULL) : NULL;
  g_autoptr (NkGloss) gloss = nk_gloss_make (lexicon, &request, explanation);

  return g_strdup_printf ("%s %d %.17g", gloss->text, (int)gloss->level, gloss->confidence);
}

/* The same bytes in one process and with tables that were loaded anew: neither addresses nor the order of hash tables show. */
static void
test_same (void)
{
  g_autoptr (NkLexicon) one = load_lexicon (), other = load_lexicon ();
  g_autoptr (GPtrArray) cases = golden_cases ();
  json_t *list = real_abstracts (), *object;
  size_t index;

  for (guint i = 0; i < cases->len; i++) {
    const GoldenCase *golden = g_ptr_array_index (cases, i);
    const char *title = golden->title != NULL ? golden->title : "A Title";
    g_autofree char *a = gloss_text (one, title, golden->english, FALSE), *b = gloss_text (one, title, golden->english, TRUE),
                    *c = gloss_text (other, title, golden->english, FALSE);

    g_assert_cmpstr (a, ==, b);
    g_assert_cmpstr (a, ==, c);
  }
  json_array_foreach (list, index, object)
  {
    const char *title = json_string_value (json_object_get (object, "title")),
               *abstract = json_string_value (json_object_get (object, "abstract"));
    g_autofree char *a = NULL, *b = NULL;

    if (index >= 300)
      break;
    a = gloss_text (one, title, abstract, FALSE);
    b = gloss_text (other, title, abstract, FALSE);
    g_assert_cmpstr (a, ==, b);
  }
  json_decref (list);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/complete/every_node_of_a_sentence_is_said", test_whole);
  g_test_add_func ("/complete/the_same_input_gives_the_same_bytes", test_same);
  return g_test_run ();
}
