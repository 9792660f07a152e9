/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Whatever comes in: bounded work, valid text, no crash. The limits are counts of steps, not of seconds, which would say more of the machine. */
#include "support.h"

#include "ground/utf8.h"
#include "summary/gloss.h"

#define MAX_TEXT_BYTES 8192u
#define HUGE_BYTES (100u << 10)

static gpointer
load_once (gpointer data)
{
  return load_lexicon ();
}

static const NkLexicon *
lexicon_of_tests (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_once, NULL);
}

static void
gloss (const char *title, const char *abstract)
{
  g_autofree char *safe_title = nk_utf8_repair (nk_slice_text (title)), *safe_abstract = nk_utf8_repair (nk_slice_text (abstract));
  NkSummaryRequest request = { "ja", "draft-moss-lamp", safe_title, safe_abstract, NK_STANDING_INDIVIDUAL };
  g_autoptr (NkGloss) gloss = nk_gloss_make (lexicon_of_tests (), &request, NULL);

  g_assert_true (g_utf8_validate (gloss->text, -1, NULL));
  g_assert_cmpuint (strlen (gloss->text), >, 0);
  g_assert_cmpuint (strlen (gloss->text), <=, MAX_TEXT_BYTES);
  g_assert_null (strchr (gloss->text, '\n'));
}

/* The sentence alone, so that its steps can be counted. */
static void
parse (const char *sentence)
{
  g_autoptr (NkArena) arena = nk_arena_new ();
  g_autoptr (NkNames) names = nk_names_gather ("", sentence);
  const NkTokens *tokens = nk_tokens_make (lexicon_of_tests (), names, sentence, NK_TOKENS_SENTENCE, arena);
  NkParse parse;

  if (tokens == NULL)
    return;
  g_assert_cmpuint (tokens->n, <=, NK_TOKENS_MAX);
  parse = nk_parse_sentence (lexicon_of_tests (), tokens, arena);
  /* The last step may open a few more on its way out. */
  g_assert_cmpuint (parse.n_steps, <, 4 * NK_PARSE_MAX_STEPS);
}

static char *
repeat (const char *head, const char *piece, const char *tail, gsize n_bytes)
{
  GString *text = g_string_new (head);

  while (text->len < n_bytes)
    g_string_append (text, piece);
  g_string_append (text, tail);
  return g_string_free (text, FALSE);
}

static void
test_pieces (void)
{
  static const char *const pieces[] = {
    "(",
    ")",
    "((a) ",
    "a (b) ",
    ", ",
    ",",
    "\"",
    "``",
    "'",
    "[",
    "[RFC1] ",
    "and ",
    "of the ",
    "that uses ",
    "to use ",
    "a, ",
    "keys ",
    "lamps and ",
    "using ",
    "which the ",
    "keys that ",
    "in which ",
    "not ",
    "is ",
    "-",
    "-based ",
    "RFCs 1, 2, 3, ",
    "e.g., ",
    ": ",
    "; ",
    ". ",
    "? ",
    "\n\n",
    "\n * ",
    "A. ",
    "\xe3\x81\x82",
    "\xff",
    "\x01",
    "e\xcc\x81",
    "the ",
    "such as ",
    "both ",
    "allow keys to ",
    "'s ",
    "Ab ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
    static const gsize sizes[] = { 40, 120, 400, 1900, HUGE_BYTES };

    for (guint k = 0; k < G_N_ELEMENTS (sizes); k++) {
      g_autofree char *plain = repeat ("This document defines ", pieces[i], "keys.", sizes[k]);

      gloss (k < 3 ? plain : "A Title", plain);
      if (sizes[k] < 2000 && g_utf8_validate (plain, -1, NULL))
        parse (plain);
    }
  }
}

static void
test_brackets (void)
{
  for (guint depth = 1; depth < 60; depth++) {
    g_autoptr (GString) text = g_string_new ("This document defines keys ");

    for (guint i = 0; i < depth; i++)
      g_string_append (text, "(the keys ");
    for (guint i = 0; i < depth; i++)
      g_string_append (text, ") ");
    gloss ("A Title", text->str);
    parse (text->str);
  }
}

static void
test_commas (void)
{
  g_autoptr (GString) text = g_string_new ("This document defines keys");

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, ", keys");
  g_string_append (text, ", and keys.");
  gloss ("A Title", text->str);
  g_string_truncate (text, strlen ("This document defines keys") + 28 * strlen (", keys"));
  gloss ("A Title", text->str);
  parse (text->str);
}

static void
test_titles (void)
{
  g_autofree char *words = repeat ("", "Key Protocol of the ", "Network", HUGE_BYTES), *word = repeat ("", "x", "", HUGE_BYTES),
                  *brackets = repeat ("", "(a", "", 4000);

  gloss (words, "");
  gloss (word, word);
  gloss (brackets, "");
  gloss ("", "");
  gloss (" \n\t ", " \n ");
}

/* Words that the grammar knows, in any order: sentences that no one has ever written. */
static void
test_word_salad (void)
{
  static const char *const words[]
      = { "this", "document", "defines", "keys",    "that",  "which",    "of",       "for",   "to",       "use",   "and",  "or",
          ",",    "(",        ")",       "used",    "using", "is",       "not",      "can",   "be",       "allow", "with", "the",
          "a",    "new",      "how",     "servers", "by",    "such as",  "if",       "when",  "RFC 8446", "TLS",   ":",    "--",
          "its",  "whose",    "where",   "both",    "more",  "based on", "provides", "there", "are" };
  g_autoptr (GRand) random = g_rand_new_with_seed (20310304);

  for (guint i = 0; i < 1500; i++) {
    g_autoptr (GString) text = g_string_new (i % 2 == 0 ? "This document defines" : "");
    guint n = (guint)g_rand_int_range (random, 1, 62);

    for (guint k = 0; k < n; k++)
      g_string_append_printf (text, " %s", words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
    g_string_append_c (text, '.');
    gloss (text->str, text->str);
    parse (text->str);
  }
}

static void
test_random_bytes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20310305);

  for (guint i = 0; i < 300; i++) {
    char bytes[3000];
    gsize n = (gsize)g_rand_int_range (random, 0, sizeof bytes - 1);

    for (gsize k = 0; k < n; k++)
      bytes[k] = (char)g_rand_int_range (random, 1, i % 2 == 0 ? 256 : 128);
    bytes[n] = '\0';
    gloss (bytes, bytes);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bounds/any_piece_repeated_up_to_100_kilobytes", test_pieces);
  g_test_add_func ("/bounds/nested_brackets", test_brackets);
  g_test_add_func ("/bounds/ten_thousand_commas", test_commas);
  g_test_add_func ("/bounds/titles_of_any_length", test_titles);
  g_test_add_func ("/bounds/known_words_in_any_order", test_word_salad);
  g_test_add_func ("/bounds/random_bytes", test_random_bytes);
  return g_test_run ();
}
