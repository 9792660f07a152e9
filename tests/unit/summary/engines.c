/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "summary/gate.h"
#include "summary/summary.h"
#include <string.h>

static NkSummary *
make (const char *language, const char *title, const char *abstract)
{
  NkSummaryRequest request = { language, "draft-moss-lamp", title, abstract, NK_STANDING_INDIVIDUAL };
  NkSummary *summary = nk_summary_make (&request);
  char *reason = NULL;

  g_assert_nonnull (summary);
  g_assert_nonnull (summary->sources);
  if (!nk_gate_accepts (&request, summary, &reason))
    g_error ("%s: %s", summary->text, reason);
  return summary;
}

static void
expect (const char *language, const char *abstract, const char *text, const char *engine)
{
  g_autoptr (NkSummary) summary = make (language, "A Lamp Protocol", abstract);

  g_assert_cmpstr (summary->text, ==, text);
  g_assert_cmpstr (summary->engine, ==, engine);
  g_assert_cmpint (summary->is_quoted, ==, g_str_equal (engine, "plain"));
}

static const char lamps[]
    = "Lamps have been lit by hand for ages.\n\nThis document defines a protocol that lights lamps. It also allows to dim them. "
      "Birds sing. This document updates RFC 1 so that lamps are named there. This document also defines a registry.";

static void
test_japanese (void)
{
  expect ("ja", lamps, "This document defines a protocol that lights lamps.", "plain");
}

static void
test_english (void)
{
  expect ("en", lamps,
          "This document defines a protocol that lights lamps. It also allows to dim them. This document updates RFC 1 so that lamps are "
          "named there.",
          "plain");
}

static void
test_antecedent (void)
{
  expect ("en", "Lamp light is a protocol for lamps. It defines how lamps are lit.",
          "Lamp light is a protocol for lamps. It defines how lamps are lit.", "plain");
  expect ("en", "This document defines lamps in detail. Birds sing in spring. It allows to dim them.",
          "This document defines lamps in detail.", "plain");
}

static void
test_boilerplate (void)
{
  expect ("ja", "This document is a product of the Lamp Working Group of the IETF. Lamps are lit by a protocol of their own.",
          "Lamps are lit by a protocol of their own.", "plain");
  expect ("ja", "This document is a product of the Lamp Working Group of the IETF.", "「A Lamp Protocol」を扱う文書。", "title");
}

static void
test_verbatim (void)
{
  g_autoptr (NkSummary) summary = make ("en", "T", "This document defines\nthe <lamp> element,   `code`\nand https://example.org/x.");

  g_assert_cmpstr (summary->text, ==, "This document defines the <lamp> element, `code` and https://example.org/x.");
  g_assert_cmpuint (summary->sources->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (summary->sources, 0), ==, summary->text);
}

/* `n` times the word. */
static char *
repeat (const char *word, guint n)
{
  GString *text = g_string_new (NULL);

  while (n-- > 0)
    g_string_append (text, word);
  return g_string_free (text, FALSE);
}

static void
test_long (void)
{
  g_autofree char *words = repeat (" lamps", 120);
  g_autofree char *only = g_strdup_printf ("This document defines%s.", words);
  g_autofree char *both = g_strdup_printf ("%s Lamps glow at night.", only);
  g_autoptr (NkSummary) cut = make ("ja", "T", only);
  g_autoptr (NkSummary) other = make ("ja", "T", both);

  g_assert_true (g_str_has_suffix (cut->text, " lamps…"));
  g_assert_cmpint (g_utf8_strlen (cut->text, -1), <=, 600);
  g_assert_cmpfloat (cut->confidence, <, 0.6);
  g_assert_cmpstr (g_ptr_array_index (cut->sources, 0), ==, only);
  g_assert_cmpstr (other->text, ==, "Lamps glow at night.");
}

static void
test_one_long_word (void)
{
  g_autofree char *word = repeat ("あ", 2000);
  g_autoptr (NkSummary) summary = make ("ja", "T", word);

  g_assert_cmpint (g_utf8_strlen (summary->text, -1), ==, 600);
}

static void
test_confidence (void)
{
  g_autoptr (NkSummary) sure = make ("ja", "T", "This document defines lamps in detail.");
  g_autoptr (NkSummary) guess = make ("ja", "T", "Lamps glow. And they burn out quickly. The sun is better at all of that.");
  g_autoptr (NkSummary) title = make ("ja", "T", "");

  g_assert_cmpfloat (sure->confidence, >=, 0.9);
  g_assert_cmpfloat (guess->confidence, ==, 0.4);
  g_assert_cmpfloat (title->confidence, <, guess->confidence);
}

static void
test_title (void)
{
  expect ("ja", "", "「A Lamp Protocol」を扱う文書。", "title");
  expect ("en", "", "A document on “A Lamp Protocol”.", "title");
}

static void
test_no_title (void)
{
  NkSummaryRequest request = { "ja", "draft-moss-lamp", "", "", NK_STANDING_INDIVIDUAL };
  g_autoptr (NkSummary) named = nk_summary_make (&request);
  g_autoptr (NkSummary) bare = NULL;

  g_assert_cmpstr (named->text, ==, "「draft-moss-lamp」という名前の文書。");
  g_assert_true (nk_gate_accepts (&request, named, NULL));
  request.name = NULL;
  request.title = NULL;
  request.abstract = NULL;
  request.language = "en";
  bare = nk_summary_make (&request);
  g_assert_cmpstr (bare->text, ==, "An untitled document.");
  g_assert_true (nk_gate_accepts (&request, bare, NULL));
}

static void
test_odd_titles (void)
{
  g_autofree char *long_title = repeat ("Lamp ", 400);
  g_autofree char *quoted_long = g_strdup_printf ("「%s", long_title);
  const char *const titles[] = {
    "」",       "「",       "「」", "“Lamps” and \"more\"", "<script>alert(1)</script>", "Not for RFC 9 & 12 lamps ない", "  two\nlines ",
    long_title, quoted_long
  };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    for (int language = 0; language < 2; language++) {
      g_autoptr (NkSummary) summary = make (language == 0 ? "ja" : "en", titles[i], "");

      g_assert_cmpstr (summary->engine, ==, "title");
    }
}

static void
test_table (void)
{
  g_assert_cmpstr (nk_summary_engine (0)->name, ==, "gloss");
  g_assert_cmpstr (nk_summary_engine (1)->name, ==, "plain");
  g_assert_cmpstr (nk_summary_engine (2)->name, ==, "title");
  g_assert_null (nk_summary_engine (3));
}

/* Real abstracts: each gets a text that passes, nearly all by the plain engine. */
static void
test_real_abstracts (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "shared", "data", "abstracts.json", NULL);
  g_autofree char *json = NULL;
  guint n = 0, n_plain = 0;

  if (!g_file_get_contents (path, &json, NULL, NULL)) {
    g_test_skip ("no real abstracts here");
    return;
  }
  /* The file is a list of flat objects; the strings hold no escapes but \n, \" and \uXXXX, which g_strcompress and a blank deal with well enough for this test. */
  for (char *p = json; (p = strstr (p, "\"abstract\": \"")) != NULL; n++) {
    char *start = p + strlen ("\"abstract\": \""), *end = start;
    g_autofree char *raw = NULL, *abstract = NULL;

    while (*end != '"' || end[-1] == '\\')
      end++;
    raw = g_strndup (start, (gsize)(end - start));
    for (char *escape = raw; (escape = strstr (escape, "\\u")) != NULL;)
      memcpy (escape, "  ", 2);
    abstract = g_strcompress (raw);
    for (int language = 0; language < 2; language++) {
      g_autoptr (NkSummary) summary = make (language == 0 ? "ja" : "en", "A Title", abstract);

      n_plain += g_str_equal (summary->engine, "plain");
    }
    p = end;
  }
  g_test_message ("%u abstracts, %u of %u texts plain", n, n_plain, 2 * n);
  g_assert_cmpuint (n, >, 1000);
  g_assert_cmpuint (n_plain, >, 2 * n * 98 / 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engines/japanese_gets_the_one_sentence_that_says_what_it_is", test_japanese);
  g_test_add_func ("/engines/english_gets_up_to_three_in_their_order", test_english);
  g_test_add_func ("/engines/a_sentence_that_points_back_comes_with_the_one_before", test_antecedent);
  g_test_add_func ("/engines/boilerplate_is_never_quoted", test_boilerplate);
  g_test_add_func ("/engines/sentences_are_quoted_to_the_letter", test_verbatim);
  g_test_add_func ("/engines/a_sentence_that_is_too_long_yields_or_is_cut_at_a_word", test_long);
  g_test_add_func ("/engines/a_word_without_end_is_cut_inside", test_one_long_word);
  g_test_add_func ("/engines/confidence_follows_form", test_confidence);
  g_test_add_func ("/engines/an_empty_abstract_leaves_the_title", test_title);
  g_test_add_func ("/engines/without_a_title_the_name_is_left", test_no_title);
  g_test_add_func ("/engines/the_title_engine_passes_whatever_the_title_is", test_odd_titles);
  g_test_add_func ("/engines/the_table_has_an_end", test_table);
  g_test_add_func ("/engines/real_abstracts_all_get_a_text", test_real_abstracts);
  return g_test_run ();
}
