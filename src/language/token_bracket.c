/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* What stands in brackets or quotes becomes one token. */
#include "language/token_private.h"

/* `NSA (No Secrecy Afforded)`: what the letters stand for is a name as it is written. */
static void
take_spelled (NkTokenMaking *making, guint start, guint n, const NkToken *before, NkToken *token)
{
  NkTokens *inner;

  if (token->inner == NULL || token->inner->n < 2 || !nk_has_inner_capital (before->text)
      || !nk_names_spells (making->words + start, n, before->text))
    return;
  inner = nk_arena_new0 (making->arena, NkTokens);
  inner->tokens = nk_arena_new0 (making->arena, NkToken);
  inner->n = 1;
  /* TLV (Type, Length, and Value): nothing that the letters do not say */
  *inner->tokens = (NkToken){ .text = token->text,
                              .lower = nk_lower (making->arena, token->text),
                              .tags = NK_TAG_NAME,
                              .japanese = strchr (token->text, ',') != NULL ? nk_token_noun (before) : token->text };
  inner->tokens->lemma = inner->tokens->lower;
  token->inner = inner;
}

/* As nk_token_parts_aside; `end` is the place behind the bracket. */
static gboolean
is_aside (const NkTokenMaking *making, guint end)
{
  NkToken next = { 0 };

  if (end < making->n_words) {
    next.lower = next.lemma = making->lower[end];
    next.entry = making->entries[end];
    nk_token_look_up (making->lexicon, &next);
  }
  return nk_token_parts_aside (&making->tokens->tokens[making->tokens->n - 1], end < making->n_words ? &next : NULL);
}

/* `(hereafter called PKINIT)`, `(also known as KEX)`: how many of the words only say that a name follows. */
static guint
count_naming (const NkTokenMaking *making, guint start, guint end)
{
  static const char *const before[] = { "hereafter", "hereinafter", "henceforth", "later", "also", "often", "sometimes", NULL };
  static const char *const calling[] = { "called", "named", "termed", "dubbed", "aka", NULL };
  static const char *const known[] = { "known", "referred", "abbreviated", "denoted", NULL };
  guint at = start;

  while (at < end && nk_word_in (before, making->lower[at]))
    at++;
  if (at < end && nk_word_in (calling, making->lower[at]) && (at > start || nk_word_is (making->lower[at], "aka"))) /* else it may be of what stands farther before */
    at++;
  else if (at + 1 < end && nk_word_in (known, making->lower[at]) && nk_word_is (making->lower[at + 1], "as"))
    at += 2;
  else if (at + 2 < end && nk_word_in (known, making->lower[at]) && nk_word_is (making->lower[at + 1], "to") && nk_word_is (making->lower[at + 2], "as"))
    at += 3;
  else if (at == start || nk_word_is (making->lower[start], "also") || nk_word_is (making->lower[start], "later"))
    return 0; /* (often IPv6) tells no name */
  if (at < end && nk_word_is (making->lower[at], "the"))
    at++;
  return at < end && (g_ascii_isupper (*making->words[at]) || *making->words[at] == '"') ? at - start : 0;
}

guint
nk_token_take_bracket (NkTokenMaking *making, guint start)
{
  guint depth = 1, end = start + 1;
  const char *mark = "";
  NkToken *token;

  while (end < making->n_words && depth > 0) {
    depth += g_str_equal (making->words[end], "(");
    depth -= g_str_equal (making->words[end], ")");
    end++;
  }
  if (depth > 0 || end - start < 3 || making->tokens->n == 0 || making->kind == NK_TOKENS_BRACKET || is_aside (making, end)) {
    making->tokens->n_dropped++;
    return depth > 0 ? start + 1 : end;
  }
  /* `identifier(s)`: one or more. */
  if (end - start == 3 && (g_str_equal (making->words[start + 1], "s") || g_str_equal (making->words[start + 1], "es"))) {
    making->tokens->tokens[making->tokens->n - 1].is_plural = TRUE;
    return end;
  }
  if (end - start > 3 && (g_str_equal (making->lower[start + 1], "e.g.") || g_str_equal (making->lower[start + 1], "i.e."))) {
    mark = making->lower[start + 1];
    start += g_str_equal (making->words[start + 2], ",") ? 2 : 1;
  }
  if (end - start > 3 && g_str_equal (making->lower[start + 1], "or")) /* opaque data (or PAC-Opaque) */
    mark = making->lower[++start];
  start += count_naming (making, start + 1, end - 1);
  /* `Network Service Header (NSH, RFC 8300)`, of which the name is said by its abbreviation already. */
  if (end - start > 4 && g_str_equal (making->words[start + 2], ",") && making->tokens->tokens[making->tokens->n - 1].japanese != NULL
      && g_str_has_suffix (making->tokens->tokens[making->tokens->n - 1].japanese, making->words[start + 1]))
    start += 2;
  token = nk_token_put (making, nk_token_join (making->arena, making->words, start + 1, end - start - 2, NULL), "(", NULL);
  if (token != NULL) {
    token->is_example = g_str_equal (mark, "e.g.");
    token->is_restated = g_str_equal (mark, "i.e.");
    token->is_other = g_str_equal (mark, "or");
    token->tags = NK_TAG_BRACKET;
    token->inner
        = nk_tokens_of_words (making->lexicon, making->names, making->words + start + 1, end - start - 2, NK_TOKENS_BRACKET, making->arena);
    if (making->tokens->n > 1)
      take_spelled (making, start + 1, end - start - 2, &token[-1], token);
    if (token->inner == NULL) {
      *token = (NkToken){ 0 }; /* the next token is put here and must find nothing of this one */
      making->tokens->n--;
      making->tokens->n_dropped++;
    }
  }
  return end;
}

guint
nk_token_take_quotes (NkTokenMaking *making, guint start)
{
  guint end = start + 1;
  g_autofree char *quoted = NULL;
  const char *text;
  NkToken *token;

  while (end < making->n_words && !g_str_equal (making->words[end], "\""))
    end++;
  if (end == making->n_words)
    return start + 1;
  while (end > start + 1 && g_str_equal (making->words[end - 1], ",")) /* "this," in the American way */
    making->words[end - 1] = "";
  if (end == start + 1)
    return end + 1;
  text = nk_token_join (making->arena, making->words, start + 1, end - start - 1, NULL);
  quoted = g_strdup (text);
  g_strchomp (quoted);
  text = nk_arena_text (making->arena, quoted, strlen (quoted));
  nk_token_put_name (making, text, nk_arena_join (making->arena, nk_arena_join (making->arena, "「", text), "」"));
  token = &making->tokens->tokens[making->tokens->n - 1];
  token->is_quoted = TRUE;
  return end + 1;
}
