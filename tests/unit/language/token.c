/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "support.h"

typedef struct {
  NkLexicon *lexicon;
  NkArena *arena;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->lexicon = load_lexicon ();
  fixture->arena = nk_arena_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  nk_lexicon_free (fixture->lexicon);
  nk_arena_free (fixture->arena);
}

static const NkTokens *
tokens_of (Fixture *fixture, const char *sentence, NkTokensKind kind)
{
  g_autoptr (NkNames) names = nk_names_gather ("", sentence);
  const NkTokens *tokens = nk_tokens_make (fixture->lexicon, names, sentence, kind, fixture->arena);

  g_assert_nonnull (tokens);
  return tokens;
}

/* The token that is written so. */
static const NkToken *
token_of (const NkTokens *tokens, const char *text)
{
  for (guint i = 0; i < tokens->n; i++)
    if (g_str_equal (tokens->tokens[i].text, text))
      return &tokens->tokens[i];
  g_error ("no token '%s'", text);
}

static void
test_titled_names (Fixture *fixture, gconstpointer data)
{
  const NkTokens *tokens
      = tokens_of (fixture, "It uses the Lamp Description Format (LDF) for Rooms and Scenes of Buildings (RFC 9990).", NK_TOKENS_SENTENCE);

  g_assert_true (token_of (tokens, "Lamp Description Format (LDF) for Rooms and Scenes of Buildings")->tags & NK_TAG_NAME);
  tokens = tokens_of (fixture, "It uses the Lamp Control Protocol (LCP) for Rooms.", NK_TOKENS_SENTENCE);
  g_assert_nonnull (token_of (tokens, "for"));
  tokens = tokens_of (fixture, "It uses the Lamp Control Protocol (LCP) for Mapping of Rooms (MoR).", NK_TOKENS_SENTENCE);
  g_assert_nonnull (token_of (tokens, "for"));
}

static void
test_singular_names (Fixture *fixture, gconstpointer data)
{
  const NkTokens *tokens = tokens_of (
      fixture, "This document describes how Verifiers in ASes read Internet-Drafts and Policies of RSA Laboratories.", NK_TOKENS_SENTENCE);

  g_assert_cmpstr (token_of (tokens, "Verifiers")->japanese, ==, "Verifier");
  g_assert_cmpstr (token_of (tokens, "ASes")->japanese, ==, "AS");
  g_assert_cmpstr (token_of (tokens, "Internet-Drafts")->japanese, ==, "Internet-Draft");
  g_assert_cmpstr (token_of (tokens, "Policies")->japanese, ==, "Policy");
  g_assert_cmpstr (token_of (tokens, "Laboratories")->japanese, ==, "Laboratories");
}

static void
test_tags (Fixture *fixture, gconstpointer data)
{
  const NkTokens *tokens
      = tokens_of (fixture, "This document specifies two new keys that can not be used in networks.", NK_TOKENS_SENTENCE);

  g_assert_true (token_of (tokens, "This")->tags & NK_TAG_DETERMINER);
  g_assert_true (token_of (tokens, "document")->tags & NK_TAG_NOUN);
  g_assert_nonnull (token_of (tokens, "specifies")->forms->verb[NK_FORM_S]);
  g_assert_true (token_of (tokens, "two")->tags & NK_TAG_NUMERAL);
  g_assert_true (token_of (tokens, "new")->tags & NK_TAG_ADJECTIVE);
  g_assert_true (token_of (tokens, "keys")->is_plural);
  g_assert_cmpstr (token_of (tokens, "keys")->lemma, ==, "key");
  g_assert_true (token_of (tokens, "that")->tags & NK_TAG_RELATIVE);
  g_assert_true (token_of (tokens, "can")->tags & NK_TAG_AUXILIARY);
  g_assert_true (token_of (tokens, "not")->tags & NK_TAG_NOT);
  g_assert_true (token_of (tokens, "be")->tags & NK_TAG_BE);
  g_assert_true (token_of (tokens, "in")->tags & NK_TAG_PREPOSITION);
  g_assert_cmpuint (tokens->n_unknown, ==, 0);
}

static void
test_entries (Fixture *fixture, gconstpointer data)
{
  const NkTokens *tokens
      = tokens_of (fixture, "It carries out key exchange as well as key management in order to protect data.", NK_TOKENS_SENTENCE);

  g_assert_nonnull (token_of (tokens, "carries out")->forms->verb[NK_FORM_S]);
  g_assert_true (token_of (tokens, "key exchange")->tags & NK_TAG_NOUN);
  g_assert_true (token_of (tokens, "as well as")->tags & NK_TAG_AND);
  g_assert_true (token_of (tokens, "in order to")->tags & NK_TAG_TO);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  const NkTokens *tokens = tokens_of (fixture, "It uses X25519MLKEM768 and the Zorbly header of RFC 8446.", NK_TOKENS_SENTENCE);

  g_assert_true (token_of (tokens, "X25519MLKEM768")->tags & NK_TAG_NAME);
  g_assert_true (token_of (tokens, "Zorbly")->tags & NK_TAG_NAME);
  g_assert_true (token_of (tokens, "RFC 8446")->tags & NK_TAG_NAME);
  g_assert_cmpstr (nk_token_noun (token_of (tokens, "Zorbly")), ==, "Zorbly");
}

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  const NkTokens *tokens = tokens_of (fixture, "It defines zorblish frobs.", NK_TOKENS_SENTENCE);

  g_assert_cmpuint (tokens->n_unknown, ==, 2);
  g_assert_true (token_of (tokens, "frobs")->is_unknown);
}

static void
test_brackets (Fixture *fixture, gconstpointer data)
{
  const NkTokens *tokens = tokens_of (fixture, "The key(s) of the server (a new device) are used.", NK_TOKENS_SENTENCE);
  const NkToken *bracket = token_of (tokens, "a new device");

  g_assert_true (bracket->tags & NK_TAG_BRACKET);
  g_assert_cmpuint (bracket->inner->n, ==, 3);
  g_assert_true (token_of (tokens, "key")->is_plural);
}

/* A bracket in which nothing stands leaves nothing behind in the token that comes after it. */
static void
test_empty_bracket (Fixture *fixture, gconstpointer data)
{
  const NkTokens *tokens = tokens_of (fixture, "A server (((()))) zorbles -- (() keys ((non-)) Zorbly.", NK_TOKENS_SENTENCE);

  for (guint i = 0; i < tokens->n; i++)
    g_assert_true ((tokens->tokens[i].tags & NK_TAG_BRACKET) == 0 || tokens->tokens[i].inner != NULL);
}

static void
test_quotes (Fixture *fixture, gconstpointer data)
{
  const NkToken *token = token_of (tokens_of (fixture, "The \"lamp state\" header is used.", NK_TOKENS_SENTENCE), "lamp state");

  g_assert_true (token->is_quoted);
  g_assert_true (token->tags & NK_TAG_NAME);
  g_assert_cmpstr (token->japanese, ==, "「lamp state」");
}

static void
test_signs (Fixture *fixture, gconstpointer data)
{
  const NkTokens *tokens = tokens_of (fixture, "keys, keys; keys: keys -- the server's keys", NK_TOKENS_SENTENCE);

  g_assert_true (token_of (tokens, ",")->tags & NK_TAG_COMMA);
  g_assert_true (token_of (tokens, ";")->tags & NK_TAG_SEMICOLON);
  g_assert_true (token_of (tokens, ":")->tags & NK_TAG_COLON);
  g_assert_true (token_of (tokens, "--")->tags & NK_TAG_DASH);
  g_assert_true (token_of (tokens, "'s")->tags & NK_TAG_POSSESSIVE);
}

static void
test_titles (Fixture *fixture, gconstpointer data)
{
  /* In a title a capital says nothing, in a sentence it does. */
  g_assert_true (token_of (tokens_of (fixture, "Requirements for Networks", NK_TOKENS_TITLE), "Networks")->tags & NK_TAG_NOUN);
  g_assert_true (token_of (tokens_of (fixture, "It defines Networks.", NK_TOKENS_SENTENCE), "Networks")->tags & NK_TAG_NAME);
}

static void
test_limits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NkNames) names = nk_names_gather ("", "");
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_null (nk_tokens_make (fixture->lexicon, names, "", NK_TOKENS_SENTENCE, fixture->arena));
  g_assert_null (nk_tokens_make (fixture->lexicon, names, "...", NK_TOKENS_SENTENCE, fixture->arena));
  for (guint i = 0; i < NK_TOKENS_MAX; i++)
    g_string_append (text, "of ");
  g_assert_nonnull (nk_tokens_make (fixture->lexicon, names, text->str, NK_TOKENS_SENTENCE, fixture->arena));
  g_string_append (text, "of ");
  g_assert_null (nk_tokens_make (fixture->lexicon, names, text->str, NK_TOKENS_SENTENCE, fixture->arena));
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/token/a_name_goes_on_behind_its_abbreviation", test_titled_names);
  ADD ("/token/common_nouns_in_capitals_lose_their_plural", test_singular_names);
  ADD ("/token/a_word_has_every_tag_that_the_tables_give_it", test_tags);
  ADD ("/token/entries_of_several_words_are_one_token", test_entries);
  ADD ("/token/names_stay_as_they_are_written", test_names);
  ADD ("/token/unknown_words_are_counted", test_unknown);
  ADD ("/token/a_bracket_is_one_token_with_tokens_within", test_brackets);
  ADD ("/token/an_empty_bracket_leaves_nothing_behind", test_empty_bracket);
  ADD ("/token/quoted_words_are_a_name_in_its_quotes", test_quotes);
  ADD ("/token/signs_are_tokens", test_signs);
  ADD ("/token/capitals_of_a_title_say_nothing", test_titles);
  ADD ("/token/tokens_are_limited", test_limits);
  return g_test_run ();
}
