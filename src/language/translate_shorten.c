/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Shortening: the sentence up to a phrase boundary, or from `this document` on. A cut may leave out a purpose, a circumstance or an addition, never an item of a list, a part of a name, what a verb
 * needs, or what restricts a noun to the point that the rest is false. */
#include "language/translate_private.h"

#include <string.h>

#define MAX_TRIES 12
#define MIN_TOKENS 5
#define VERB_WINDOW 12
#define LAST_OF_OPENING 6 /* In this document, we extend | X */
#define MIN_KEPT 0.5      /* of the tokens */
#define MIN_KEPT_WITH_NAME 0.3
#define MIN_TITLE_KEPT 0.7 /* of the words of the title that the sentence has: what is left is about the same */
#define MAX_TITLE_WORDS 32
#define MIN_TITLE_WORD 3
#define TITLE_STEM 5 /* letters */
#define PENALTY 0.03
#define PER_CUT 0.25 /* for all of the sentence: the less is left, the less it says */
#define PER_CUT_WITH_NAME 0.12

/* What a document does to another. */
static const char *const changes[] = { "update", "extend", "modify", "enhance", "augment", "amend", "change", "revise", "improve", NULL };

static guint
count_names (const NkTokens *tokens, guint n)
{
  guint names = 0;

  for (guint i = 0; i < n; i++) {
    names += nk_token_is_name (&tokens->tokens[i]) || (tokens->tokens[i].tags & NK_TAG_NUMBER) != 0;
    if (tokens->tokens[i].inner != NULL)
      names += count_names (tokens->tokens[i].inner, tokens->tokens[i].inner->n);
  }
  return names;
}

/* to carry, to more easily carry */
static gboolean
starts_infinitive (const NkTokens *tokens, guint i, guint end)
{
  if (!nk_token_is (tokens, i, NK_TAG_TO))
    return FALSE;
  do
    i++;
  while (i < end && nk_token_is (tokens, i, NK_TAG_ADVERB) && nk_token_verb (tokens, i, NK_FORM_BASE) == NULL);
  return i < end && nk_token_verb (tokens, i, NK_FORM_BASE) != NULL && !nk_token_is (tokens, i, NK_TAG_DETERMINER);
}

/* Within the last words before `place` stands a verb that is not whole without what follows. */
static gboolean
wants_more (const NkTokens *tokens, guint place)
{
  static const char *const verbs[] = { "allow", "enable",  "permit", "require",  "cause", "let",    "help",   "force",  "encourage",
                                       "ask",   "request", "assist", "instruct", "tell",  "direct", "invite", "expect", NULL };

  for (guint i = place > 12 ? place - 12 : 0; i < place; i++) {
    gboolean is_whole = FALSE;

    for (guint k = i + 1; k < place; k++)
      is_whole |= starts_infinitive (tokens, k, place);
    for (guint form = 0; !is_whole && tokens->tokens[i].forms != NULL && form < NK_N_FORMS; form++) {
      const NkLexiconVerb *verb = tokens->tokens[i].forms->verb[form];

      if (verb != NULL && nk_word_in (verbs, verb->lemma))
        return TRUE;
    }
  }
  return FALSE;
}

static gboolean
has_frame_with (const NkLexiconVerb *verb, const char *preposition)
{
  for (guint k = 0; k < verb->n_frames; k++)
    for (guint e = 0; e < verb->frames[k].n_elements; e++)
      if (verb->frames[k].elements[e].kind == NK_ELEMENT_PREPOSITION && g_str_equal (verb->frames[k].elements[e].preposition, preposition))
        return TRUE;
  return FALSE;
}

/* `migrate from one suite | to another`, `reclassifies RFCs on X | as Historic`: however far from its other half. */
static gboolean
closes_way (const NkTokens *tokens, guint place)
{
  static const char *const moving[] = { "reclassify", "move", "promote", "advance", "elevate", NULL };
  gboolean is_to = nk_token_is_word (tokens, place, "to");

  if (!is_to && !nk_token_is_word (tokens, place, "as"))
    return FALSE;
  for (guint i = place; i-- > 0;) {
    const NkVerbForms *forms = tokens->tokens[i].forms;

    if (is_to && nk_token_is_word (tokens, i, "from"))
      return TRUE;
    for (guint form = 0; forms != NULL && i <= LAST_OF_OPENING && form < NK_N_FORMS; form++)
      if (forms->verb[form] != NULL && nk_word_in (moving, forms->verb[form]->lemma))
        return TRUE;
  }
  return FALSE;
}

/* What stands at `place` joins what the verb before it needs: `associate attributes | with a tree`. */
static gboolean
is_needed (const NkTokens *tokens, guint place)
{
  static const char *const words[] = { "with", "to", "from", "into", "onto", "as", "against", NULL };

  if (closes_way (tokens, place))
    return TRUE;

  if (!nk_word_in (words, tokens->tokens[place].lower))
    return FALSE;
  for (guint i = place; i-- > NK_FIRST_OF_OBJECT && place - i <= VERB_WINDOW && !nk_token_is (tokens, i, NK_TAG_PREPOSITION);) {
    const NkVerbForms *forms = tokens->tokens[i].forms;

    for (guint form = 0; forms != NULL && form < NK_N_FORMS; form++)
      if (forms->verb[form] != NULL && has_frame_with (forms->verb[form], tokens->tokens[place].lower))
        return TRUE;
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

/* The words of the title that the first `n` tokens hold, by their first letters; each letter sequence of the title counts once for each time that it stands there. */
static guint
count_title_words (const NkTranslator *translator, const NkTokens *tokens, guint n)
{
  static const char *const stop[]
      = { "the", "for", "and", "with", "from", "using", "over", "protocol", "extension", "extensions", "rfc", NULL };
  g_auto (GStrv) words = g_strsplit_set (translator->title, " -/(),:;.\"'", MAX_TITLE_WORDS);
  guint found = 0;

  for (guint w = 0; words[w] != NULL; w++) {
    gsize length = strlen (words[w]);
    gboolean is_there = FALSE;

    if (length < MIN_TITLE_WORD || nk_word_in (stop, words[w]))
      continue;
    words[w][MIN (length, TITLE_STEM)] = '\0';
    for (guint i = 0; i < n && !is_there; i++) {
      const char *place = strstr (tokens->tokens[i].lower, words[w]);

      is_there = place != NULL && (place == tokens->tokens[i].lower || !g_ascii_isalnum (place[-1]));
    }
    found += is_there;
  }
  return found;
}

/* `three code points, existing in Unicode, | that changed`: what is left would end in an aside that seems to be of the whole. */
static gboolean
closes_aside (const NkTokens *tokens, guint place)
{
  for (guint i = place; i-- > NK_FIRST_OF_OBJECT;)
    if (nk_token_is (tokens, i, NK_TAG_COMMA))
      return !nk_token_is_word (tokens, i + 1, "including")
             && (nk_token_verb (tokens, i + 1, NK_FORM_ING) != NULL || nk_token_verb (tokens, i + 1, NK_FORM_PARTICIPLE) != NULL);
  return FALSE;
}

static gboolean
may_cut_at_comma (const NkTokens *tokens, guint place)
{
  static const char *const words[] = { "a",        "an",        "as",    "with", "especially",  "particularly", "so",    "thus", "thereby",
                                       "based on", "using",     "while", "when", "because",     "since",        "where", "if",   "although",
                                       "such as",  "including", "which", "for",  "in order to", "but",          NULL };
  guint next = place + 1;

  if (is_in_list (tokens, place) || next >= tokens->n || closes_aside (tokens, place))
    return FALSE;
  /* addressing, | routing, and signaling: an item of a list */
  if ((nk_token_verb (tokens, next, NK_FORM_ING) != NULL && !nk_token_is (tokens, next, NK_TAG_NOUN))
      || nk_word_in (words, tokens->tokens[next].lower) || nk_token_is (tokens, next, NK_TAG_RELATIVE | NK_TAG_ADVERB | NK_TAG_CONJUNCTION))
    return TRUE;
  if (!nk_token_is (tokens, next, NK_TAG_AND) || nk_token_is_word (tokens, next, "or") || next + 2 >= tokens->n)
    return FALSE; /* of `binds this key, or that key, to X` neither half is true */
  /* tunnels, paths, | and interfaces: another item, though interfaces may be a verb */
  return nk_token_is (tokens, next + 1, NK_TAG_PRONOUN)
         || (nk_token_verb (tokens, next + 1, NK_FORM_S) != NULL
             && !nk_token_is (tokens, next + 2, NK_TAG_PREPOSITION | NK_TAG_TO | NK_TAG_COMMA | NK_TAG_AND))
         || nk_token_is_word (tokens, next + 1, "this") || nk_token_is_word (tokens, next + 1, "the");
}

/* `This document extends X`, and nothing of how: a change that is not told. */
static gboolean
changes_untold (const NkTokens *tokens, guint n)
{
  guint verb = n;

  for (guint i = 1; i < n && i <= LAST_OF_OPENING && verb == n; i++)
    for (guint form = 0; tokens->tokens[i].forms != NULL && form <= NK_FORM_S; form++)
      if (tokens->tokens[i].forms->verb[form] != NULL && nk_word_in (changes, tokens->tokens[i].forms->verb[form]->lemma))
        verb = i;
  for (guint i = verb + 1; i < n; i++)
    if (nk_token_is (tokens, i, NK_TAG_PREPOSITION | NK_TAG_TO | NK_TAG_RELATIVE | NK_TAG_AND))
      return FALSE;
  return verb < n;
}

/* What stands at `place` is what the sentence is about: `updates RFC 1 | to forbid X`, `uses messages | to pause`, `uses a term | for X`; or it limits what is ruled: `deprecates X | in Y`. */
static gboolean
is_bound (const NkTokens *tokens, guint place)
{
  static const char *const means[] = { "use", "utilize", "leverage", "employ", "apply", NULL };
  static const char *const rules[] = { "deprecate", "prohibit", "forbid", "remove", "require", "mandate", "recommend", "retire", NULL };
  gboolean is_purpose
      = nk_token_is (tokens, place, NK_TAG_TO) || nk_token_is_word (tokens, place, "by") || nk_token_is_word (tokens, place, "so that");

  for (guint i = 1; i < place; i++) {
    const NkVerbForms *forms = tokens->tokens[i].forms;

    for (guint form = 0; forms != NULL && form < NK_N_FORMS; form++) {
      const char *lemma = forms->verb[form] != NULL ? forms->verb[form]->lemma : "";

      if (nk_word_in (rules, lemma) || (is_purpose && i <= LAST_OF_OPENING && nk_word_in (changes, lemma))
          || (nk_word_in (means, lemma) && i < NK_FIRST_OF_OBJECT && form == NK_FORM_S)
          || (is_purpose && place - i <= VERB_WINDOW && !nk_token_is (tokens, i, NK_TAG_NOUN) && nk_word_in (means, lemma)))
        return TRUE;
    }
  }
  return FALSE;
}

/* `a profile that constrains lamps | when used for X`, `keeps it | for as long as`: without it too much is said. */
static gboolean
is_condition (const NkTokens *tokens, guint place)
{
  gboolean is_within = FALSE;

  for (guint i = NK_FIRST_OF_OBJECT; i < place; i++)
    is_within |= nk_token_is (tokens, i, NK_TAG_RELATIVE);
  return nk_token_is_word (tokens, place, "for as long as") || nk_token_is_word (tokens, place, "as long as")
         || (is_within && nk_token_is_word (tokens, place, "when"));
}

static gboolean
may_cut (const NkTokens *tokens, guint place, gboolean is_lead)
{
  static const char *const documents[]
      = { "describes",   "defines",  "specifies", "discusses",  "introduces", "presents",   "gives",     "provides",
          "outlines",    "explains", "lists",     "proposes",   "identifies", "analyzes",   "covers",    "registers",
          "illustrates", "examines", "suggests",  "recommends", "clarifies",  "summarizes", "addresses", NULL };
  static const char *const words[]
      = { "using", "by",      "when",        "including", "such as", "for",     "based on", "in", "while",
          "via",   "through", "in order to", "so that",   "over",    "within",  "because",  "if", "to",    NULL };
  const NkToken *token = &tokens->tokens[place], *before = &tokens->tokens[place - 1];

  if ((before->tags & (NK_TAG_NOUN | NK_TAG_NAME | NK_TAG_NUMBER | NK_TAG_BRACKET)) == 0 || nk_word_is (before->lower, "i.e.")
      || nk_word_is (before->lower, "e.g."))
    return FALSE;
  if ((token->tags & (NK_TAG_SEMICOLON | NK_TAG_DASH | NK_TAG_COLON)) != 0)
    return (token->tags & NK_TAG_COLON) == 0;
  if ((token->tags & NK_TAG_COMMA) != 0)
    return may_cut_at_comma (tokens, place);
  if (!is_lead)
    return FALSE;
  if ((token->tags & NK_TAG_AND) != 0) /* … and gives guidance on Y */
    return place + 1 < tokens->n && nk_token_verb (tokens, place + 1, NK_FORM_S) != NULL
           && nk_word_in (documents, tokens->tokens[place + 1].lower);
  if (is_bound (tokens, place) || is_condition (tokens, place))
    return FALSE;
  if (nk_token_is_word (tokens, place, "as")) /* `as published in 2012`; but `the use of X as Y` is no use of X */
    return nk_token_verb (tokens, place + 1, NK_FORM_PARTICIPLE) != NULL || nk_token_is (tokens, place + 1, NK_TAG_ADVERB | NK_TAG_PRONOUN);
  if (!nk_word_in (words, token->lower)
      && (nk_token_verb (tokens, place, NK_FORM_PARTICIPLE) == NULL || !nk_token_is (tokens, place + 1, NK_TAG_PREPOSITION | NK_TAG_TO)))
    return FALSE; /* `1-D | interleaved parity code` */
  /* `Support for Foo`: part of a name */
  if (nk_token_is_name (before) && place + 1 < tokens->n && nk_token_is_name (&tokens->tokens[place + 1])
      && g_ascii_islower (before->text[strlen (before->text) - 1])
      && g_ascii_islower (tokens->tokens[place + 1].text[strlen (tokens->tokens[place + 1].text) - 1]) && g_ascii_isupper (before->text[0]))
    return FALSE;
  return !is_in_list (tokens, place);
}

/* `To help operators, | this document defines X`: where the document begins, behind a reason or purpose that restricts nothing; 0: it opens the sentence, or may not be
 * parted from what does. */
static guint
opening_length (const NkTokens *tokens)
{
  static const char *const first[] = { "to",           "in order to", "for",         "based on",  "since", "because",      "as",
                                       "given",        "following",   "pursuant to", "therefore", "thus",  "additionally", "besides",
                                       "specifically", "building on", "while",       "after",     NULL };
  static const char *const restricting[] = { "only", "except", "unless", "without", "than", NULL };

  if (tokens->n < MIN_TOKENS || !nk_word_in (first, tokens->tokens[0].lower))
    return 0;
  for (guint i = 1; i + MIN_TOKENS < tokens->n; i++) {
    if (nk_word_in (restricting, tokens->tokens[i].lower))
      return 0;
    if (nk_token_is (tokens, i, NK_TAG_COMMA) && nk_token_is_word (tokens, i + 1, "this")
        && nk_word_is_document (tokens->tokens[i + 2].lower))
      return i + 1;
  }
  return 0;
}

typedef struct {
  NkTranslator *translator;
  NkManner manner;
  gboolean is_lead;
  double enough, threshold, min_names;
  guint names, title_words; /* of the whole */
  guint tries;
  GString *explain;
  NkTranslation best;
} Cutting;

/* The first `n` tokens, if they are surer than the best so far. TRUE: sure enough. */
static gboolean
try_first (Cutting *cutting, const NkTokens *tokens, guint n)
{
  NkTokens head = *tokens;
  double of_cut = (nk_tokens_have_name (tokens, n) ? PER_CUT_WITH_NAME : PER_CUT) * (1 - (double)n / tokens->n), wanted;
  g_auto (NkTranslation) part = { NULL, 0, FALSE, FALSE, FALSE };

  head.n = n;
  head.n_unknown = 0;
  for (guint i = 0; i < n; i++)
    head.n_unknown += nk_token_doubt (&tokens->tokens[i]);
  cutting->tries++;
  wanted = MAX (cutting->best.confidence, cutting->threshold) + PENALTY + of_cut;
  part = nk_translate_tokens (cutting->translator, &head, cutting->manner, wanted, cutting->explain);
  part.confidence = MAX (0, part.confidence - PENALTY - of_cut);
  if (part.japanese == NULL || part.confidence <= cutting->best.confidence)
    return FALSE;
  nk_translation_clear (&cutting->best);
  cutting->best = part;
  cutting->best.is_shortened = TRUE;
  part.japanese = NULL;
  return cutting->best.confidence >= cutting->enough;
}

static gboolean
keeps_title (const Cutting *cutting, const NkTokens *tokens, guint n)
{
  return count_title_words (cutting->translator, tokens, n) >= MIN_TITLE_KEPT * cutting->title_words;
}

/* The longest part that is sure enough, else the surest. */
static void
cut_end (Cutting *cutting, const NkTokens *tokens)
{
  for (guint place = tokens->n - 1; place >= MIN_TOKENS && cutting->tries < MAX_TRIES; place--) {
    if (!may_cut (tokens, place, cutting->is_lead) || wants_more (tokens, place) || changes_untold (tokens, place)
        || is_needed (tokens, place) || !nk_tokens_have_content (tokens, place))
      continue;
    if (count_names (tokens, place) < cutting->min_names * cutting->names
        || place < (nk_tokens_have_name (tokens, place) ? MIN_KEPT_WITH_NAME : MIN_KEPT) * tokens->n)
      return;
    if (keeps_title (cutting, tokens, place) && try_first (cutting, tokens, place))
      return;
  }
}

NkTranslation
nk_translate_shortened (NkTranslator *translator, const char *sentence, NkManner manner, gboolean is_lead, double enough, double threshold,
                        double min_names, GString *explain)
{
  NkTokens *tokens = nk_translator_tokens (translator, sentence, NK_TOKENS_SENTENCE);
  Cutting cutting = { translator, manner, is_lead, enough, threshold, min_names, 0, 0, 0, explain, { NULL, 0, FALSE, FALSE, FALSE } };
  guint opening;

  if (tokens == NULL)
    return cutting.best;
  /* only considers what | was sent by X: without what restricts it, it is false */
  for (guint i = 1; i < tokens->n; i++)
    if (nk_token_is_word (tokens, i, "only") || nk_token_is_word (tokens, i, "solely"))
      return cutting.best;
  cutting.names = count_names (tokens, tokens->n);
  cutting.title_words = count_title_words (translator, tokens, tokens->n);
  cut_end (&cutting, tokens);
  opening = cutting.best.confidence < enough ? opening_length (tokens) : 0;
  if (opening > 0) {
    NkTokens rest = *tokens;

    rest.tokens += opening;
    rest.n -= opening;
    cutting.is_lead = TRUE;
    cutting.tries = 0;
    if (count_names (&rest, rest.n) >= min_names * cutting.names && keeps_title (&cutting, &rest, rest.n)
        && nk_tokens_have_content (&rest, rest.n) && !try_first (&cutting, &rest, rest.n))
      cut_end (&cutting, &rest);
  }
  if (cutting.best.confidence < threshold)
    nk_translation_clear (&cutting.best);
  return cutting.best;
}
