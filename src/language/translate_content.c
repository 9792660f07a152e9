/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Whether what is left of a sentence still says something: an extension is nothing without what it does, requirements for a named thing are. */
#include "language/translate_private.h"
#include "language/words.h"

#define MIN_KEPT_WITHOUT_NAME 0.55 /* of the tokens */

/* `for using X`, `to carry X`: a verb and what it does something to. */
static gboolean
is_told (const NkTokens *tokens, guint i, guint n)
{
  return i + 1 < n
         && ((nk_token_verb (tokens, i, NK_FORM_ING) != NULL && !nk_token_is (tokens, i, NK_TAG_NOUN))
             || (nk_token_is (tokens, i, NK_TAG_TO) && nk_token_verb (tokens, i + 1, NK_FORM_BASE) != NULL && i + 2 < n));
}

static gboolean
is_kind (const NkToken *token)
{
  static const char *const words[] = { "mechanism",
                                       "method",
                                       "way",
                                       "protocol",
                                       "approach",
                                       "procedure",
                                       "solution",
                                       "framework",
                                       "extension",
                                       "scheme",
                                       "means",
                                       "set",
                                       "technique",
                                       "option",
                                       "document",
                                       "guideline",
                                       "recommendation",
                                       "requirement",
                                       "consideration",
                                       "information",
                                       "guidance",
                                       "format",
                                       "model",
                                       "module",
                                       "architecture",
                                       "system",
                                       "scenario",
                                       "case",
                                       "change",
                                       "update",
                                       "feature",
                                       "function",
                                       "behavior",
                                       "algorithm",
                                       "value",
                                       "field",
                                       "attribute",
                                       "issue",
                                       "problem",
                                       "header field",
                                       "convention",
                                       "use",
                                       "usage",
                                       "message",
                                       "modification",
                                       "enhancement",
                                       "parameter",
                                       "type",
                                       "mapping",
                                       "specification",
                                       "description",
                                       "overview",
                                       "code",
                                       "status code",
                                       "tag",
                                       "flag",
                                       "element",
                                       "object",
                                       "operation",
                                       "service",
                                       "property",
                                       "schema",
                                       "structure",
                                       "record",
                                       "command",
                                       "claim",
                                       "capsule",
                                       NULL };

  return nk_word_in (words, token->lemma);
}

/* `requirements for an EVPN solution`: says all, whatever they are like; `an extension to IMAP` does not. */
static gboolean
tells_topic (const NkTokens *tokens, guint kind, guint i, guint n)
{
  static const char *const words[]
      = { "requirement", "scenario",       "consideration", "issue", "problem", "guideline",   "guidance",  "architecture",
          "convention",  "recommendation", "use",           "usage", "case",    "terminology", "framework", NULL };

  if (!nk_word_in (words, tokens->tokens[kind].lemma) || i != kind + 1
      || !(nk_token_is_word (tokens, i, "for") || nk_token_is_word (tokens, i, "of") || nk_token_is_word (tokens, i, "in")))
    return FALSE;
  for (guint k = i + 1; k < n; k++)
    if (nk_token_is_name (&tokens->tokens[k]))
      return TRUE;
  return FALSE;
}

/* `an IMAP extension`: says nothing without what it does, unless something tells it from others: a name of its own, a noun before it (`heartbeat mechanism`), or a verb. */
static gboolean
ends_bare (const NkTokens *tokens, guint n)
{
  static const char *const unfinished[] = { "need",  "ability", "possibility", "capability", "right",        "opportunity", "way",
                                            "means", "attempt", "effort",      "desire",     "relationship", "information", "method",
                                            "approach", "solution", "term",   NULL };
  guint kind = n;

  if (nk_word_in (unfinished, tokens->tokens[n - 1].lemma))
    return TRUE;
  if (nk_token_is_word (tokens, n - 1, "support") && nk_token_verb (tokens, n - 2, NK_FORM_BASE) != NULL && !nk_token_is (tokens, n - 2, NK_TAG_NOUN))
    return TRUE; /* to add support */
  for (guint i = NK_FIRST_OF_OBJECT; i < n && kind == n; i++)
    if (is_kind (&tokens->tokens[i]) && !nk_token_is (tokens, i + 1, NK_TAG_NOUN))
      kind = i;
  if (kind == n)
    return FALSE;
  for (guint i = kind; i-- > NK_FIRST_OF_OBJECT;) {
    if (nk_token_is (tokens, i, NK_TAG_DETERMINER | NK_TAG_PREPOSITION | NK_TAG_AND))
      break;
    if (nk_token_is (tokens, i, NK_TAG_NOUN) && !nk_token_is_name (&tokens->tokens[i]) && !is_kind (&tokens->tokens[i]))
      return FALSE;
  }
  for (guint i = kind + 1; i < n; i++)
    if (nk_token_is (tokens, i, NK_TAG_BRACKET | NK_TAG_RELATIVE) || tokens->tokens[i].is_quoted || is_told (tokens, i, n)
        || tells_topic (tokens, kind, i, n))
      return FALSE;
  return TRUE;
}

/* `two new AVPs | to carry X`: a kind that is counted, and nothing that tells it from others of its kind. */
static gboolean
is_only_counted (const NkTokens *tokens, guint n)
{
  static const char *const telling_nothing[] = { "new", "additional", "further", "following", "different", "several", "various", "optional", NULL };

  if (n < NK_FIRST_OF_OBJECT + 1 || n >= tokens->n || !nk_token_is (tokens, n, NK_TAG_TO | NK_TAG_PREPOSITION | NK_TAG_RELATIVE)
      || !tokens->tokens[n - 1].is_plural)
    return FALSE;
  for (guint i = NK_FIRST_OF_OBJECT; i + 1 < n; i++)
    if (!nk_token_is (tokens, i, NK_TAG_DETERMINER | NK_TAG_NUMBER | NK_TAG_NUMERAL) && !nk_word_in (telling_nothing, tokens->tokens[i].lower))
      return FALSE;
  return TRUE;
}

gboolean
nk_tokens_have_content (const NkTokens *tokens, guint n)
{
  guint nouns = 0;

  if (ends_bare (tokens, n) || is_only_counted (tokens, n))
    return FALSE;

  for (guint i = 2; i < n; i++) {
    if (nk_token_is_name (&tokens->tokens[i]))
      return TRUE;
    nouns += (tokens->tokens[i].tags & NK_TAG_NOUN) != 0 && nk_token_verb (tokens, i, NK_FORM_S) == NULL;
  }
  return nouns >= 3 || (nouns >= 2 && n >= MIN_KEPT_WITHOUT_NAME * tokens->n);
}

gboolean
nk_tokens_have_name (const NkTokens *tokens, guint n)
{
  for (guint i = 2; i < n; i++)
    if (nk_token_is_name (&tokens->tokens[i]))
      return TRUE;
  return FALSE;
}
