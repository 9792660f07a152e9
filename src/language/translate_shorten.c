/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Shortening: the sentence up to a phrase boundary. A cut may leave out a purpose, a circumstance or an addition, never an item of a list, a part of a name, what a verb
 * needs, or what restricts a noun to the point that the rest is false. */
#include "language/translate_private.h"

#include <string.h>

#define MAX_TRIES 12
#define MIN_TOKENS 5
#define MIN_KEPT_WITHOUT_NAME 0.55
#define MIN_KEPT 0.5 /* of the tokens */
#define MIN_KEPT_WITH_NAME 0.3
#define PENALTY 0.03
#define PER_CUT 0.25 /* for all of the sentence: the less is left, the less it says */
#define PER_CUT_WITH_NAME 0.12

static gboolean
is_name (const NkToken *token)
{
  return (token->tags & NK_TAG_NAME) != 0;
}

static guint
count_names (const NkTokens *tokens, guint n)
{
  guint names = 0;

  for (guint i = 0; i < n; i++) {
    names += is_name (&tokens->tokens[i]) || (tokens->tokens[i].tags & NK_TAG_NUMBER) != 0;
    if (tokens->tokens[i].inner != NULL)
      names += count_names (tokens->tokens[i].inner, tokens->tokens[i].inner->n);
  }
  return names;
}

/* Within the last words before `place` stands a verb that is not whole without what follows. */
static gboolean
wants_more (const NkTokens *tokens, guint place)
{
  static const char *const verbs[]
      = { "allow", "enable", "permit", "require", "cause", "let", "help", "force", "encourage", "ask", "request", NULL };

  for (guint i = place > 12 ? place - 12 : 0; i < place; i++) {
    gboolean is_whole = FALSE;

    for (guint k = i + 1; k < place; k++)
      is_whole |= nk_token_is (tokens, k, NK_TAG_TO);
    for (guint form = 0; !is_whole && tokens->tokens[i].forms != NULL && form < NK_N_FORMS; form++) {
      const NkLexiconVerb *verb = tokens->tokens[i].forms->verb[form];

      if (verb != NULL && g_strv_contains (verbs, verb->lemma))
        return TRUE;
    }
  }
  return FALSE;
}

/* In a list whose last item has not come yet. */
static gboolean
is_in_list (const NkTokens *tokens, guint place)
{
  guint commas = 0;

  for (guint i = place; i-- > 0 && place - i < 12;) {
    if (nk_token_is (tokens, i, NK_TAG_AND))
      return FALSE;
    commas += nk_token_is (tokens, i, NK_TAG_COMMA);
    if (nk_token_is (tokens, i, NK_TAG_SUCH))
      return TRUE;
  }
  return FALSE;
}

static gboolean
may_cut_at_comma (const NkTokens *tokens, guint place)
{
  static const char *const words[] = { "a",        "an",        "as",    "with", "especially",  "particularly", "so",    "thus", "thereby",
                                       "based on", "using",     "while", "when", "because",     "since",        "where", "if",   "although",
                                       "such as",  "including", "which", "for",  "in order to", "but",          NULL };
  guint next = place + 1;

  if (is_in_list (tokens, place))
    return FALSE;
  if (next >= tokens->n)
    return FALSE;
  if (nk_token_verb (tokens, next, NK_FORM_ING) != NULL || g_strv_contains (words, tokens->tokens[next].lower)
      || nk_token_is (tokens, next, NK_TAG_RELATIVE | NK_TAG_ADVERB | NK_TAG_CONJUNCTION))
    return TRUE;
  return nk_token_is (tokens, next, NK_TAG_AND) && next + 1 < tokens->n
         && (nk_token_is (tokens, next + 1, NK_TAG_PRONOUN) || nk_token_verb (tokens, next + 1, NK_FORM_S) != NULL
             || nk_token_is_word (tokens, next + 1, "this") || nk_token_is_word (tokens, next + 1, "the"));
}

static gboolean
may_cut (const NkTokens *tokens, guint place, gboolean is_lead)
{
  static const char *const words[]
      = { "using", "by",      "when",        "as",      "including", "such as", "for",     "with", "based on", "in", "while",
          "via",   "through", "in order to", "so that", "over",      "within",  "because", "if",   "to",       NULL };
  const NkToken *token = &tokens->tokens[place], *before = &tokens->tokens[place - 1];

  if ((before->tags & (NK_TAG_NOUN | NK_TAG_NAME | NK_TAG_NUMBER | NK_TAG_BRACKET)) == 0)
    return FALSE;
  if ((token->tags & NK_TAG_SEMICOLON) != 0)
    return TRUE;
  if ((token->tags & (NK_TAG_DASH | NK_TAG_COLON)) != 0)
    return (token->tags & NK_TAG_DASH) != 0;
  if ((token->tags & NK_TAG_COMMA) != 0)
    return may_cut_at_comma (tokens, place);
  if (!is_lead)
    return FALSE;
  if (!g_strv_contains (words, token->lower) && nk_token_verb (tokens, place, NK_FORM_PARTICIPLE) == NULL)
    return FALSE;
  /* `Support for Foo`: part of a name */
  if (is_name (before) && place + 1 < tokens->n && is_name (&tokens->tokens[place + 1])
      && g_ascii_islower (before->text[strlen (before->text) - 1])
      && g_ascii_islower (tokens->tokens[place + 1].text[strlen (tokens->tokens[place + 1].text) - 1]) && g_ascii_isupper (before->text[0]))
    return FALSE;
  return !is_in_list (tokens, place);
}

/* `a scalable mechanism`: says nothing without what it does. */
static gboolean
ends_bare (const NkTokens *tokens, guint n)
{
  static const char *const words[]
      = { "mechanism",      "method",      "way",           "protocol",    "approach",  "procedure", "solution", "framework",
          "extension",      "scheme",      "means",         "set",         "technique", "option",    "document", "guideline",
          "recommendation", "requirement", "consideration", "information", "guidance",  "format",    "model",    "module",
          "architecture",   "system",      "scenario",      "case",        "change",    "update",    "feature",  "function",
          "behavior",       "algorithm",   "value",         "field",       "attribute", "issue",     "problem",  NULL };

  static const char *const unfinished[]
      = { "need", "ability", "possibility", "capability", "right", "opportunity", "way", "means", "attempt", "effort", "desire", NULL };

  if (g_strv_contains (unfinished, tokens->tokens[n - 1].lemma))
    return TRUE;
  for (guint i = 2; i + 1 < n; i++)
    if (is_name (&tokens->tokens[i]))
      return FALSE;
  return g_strv_contains (words, tokens->tokens[n - 1].lemma);
}

static gboolean
has_content (const NkTokens *tokens, guint n)
{
  guint nouns = 0;

  if (ends_bare (tokens, n))
    return FALSE;

  for (guint i = 2; i < n; i++) {
    if (is_name (&tokens->tokens[i]))
      return TRUE;
    nouns += (tokens->tokens[i].tags & NK_TAG_NOUN) != 0;
  }
  return nouns >= 3 || (nouns >= 2 && n >= MIN_KEPT_WITHOUT_NAME * tokens->n);
}

static gboolean
has_name (const NkTokens *tokens, guint n)
{
  for (guint i = 2; i < n; i++)
    if (is_name (&tokens->tokens[i]))
      return TRUE;
  return FALSE;
}

NkTranslation
nk_translate_shortened (NkTranslator *translator, const char *sentence, NkManner manner, gboolean is_lead, double threshold,
                        double min_names, GString *explain)
{
  NkTranslation best = { NULL, 0, FALSE, FALSE, FALSE };
  NkTokens *tokens;
  guint names, tries = 0;

  tokens = nk_translator_tokens (translator, sentence, NK_TOKENS_SENTENCE);
  if (tokens == NULL)
    return best;
  names = count_names (tokens, tokens->n);
  for (guint place = tokens->n - 1; place >= MIN_TOKENS && tries < MAX_TRIES; place--) {
    NkTokens head = *tokens;
    g_auto (NkTranslation) part = { NULL, 0, FALSE, FALSE, FALSE };

    if (!may_cut (tokens, place, is_lead) || wants_more (tokens, place) || !has_content (tokens, place))
      continue;
    if (count_names (tokens, place) < min_names * names || place < (has_name (tokens, place) ? MIN_KEPT_WITH_NAME : MIN_KEPT) * tokens->n)
      break;
    head.n = place;
    head.n_unknown = 0;
    for (guint i = 0; i < place; i++)
      head.n_unknown += tokens->tokens[i].is_unknown;
    tries++;
    part = nk_translate_tokens (translator, &head, manner, explain);
    part.confidence
        = MAX (0, part.confidence - PENALTY - (has_name (tokens, place) ? PER_CUT_WITH_NAME : PER_CUT) * (1 - (double)place / tokens->n));
    if (part.japanese == NULL || part.confidence <= best.confidence)
      continue;
    nk_translation_clear (&best);
    best = part;
    best.is_shortened = TRUE;
    part.japanese = NULL;
    if (best.confidence >= threshold)
      break; /* the longest that will do */
  }
  if (best.confidence < threshold)
    nk_translation_clear (&best);
  return best;
}
