/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* How far a translation can be trusted: 1 less a penalty for everything that has been seen to go wrong. */
#include "ground/pairs.h"
#include "language/generate_private.h"
#include "language/translate_private.h"
#include "language/words.h"

#include <string.h>

#define PER_COST 0.07
#define PER_LEAK 0.5 /* English in lower case that no table knew */
#define PER_UNKNOWN 0.12 /* is quoted */
#define PER_WARNING 0.25
#define PER_LOST 0.5 /* a node that was not said */
#define PER_DROPPED 0.02
#define LONG_TOKENS 28
#define PER_LONG_TOKEN 0.01
#define LONG_CHARACTERS 90
#define PER_LONG_CHARACTER 0.004
#define PER_POINTER 0.08
#define PER_PRONOUN 0.14
#define PER_PRONOUN_LEFT_OUT 0.05
#define TWO_AIMS 0.12
#define MIN_CAPITAL_WORD 5
#define PER_ING 0.02
#define TITLE_DOUBT 0.05 /* `X with Y` is seldom an X that has Y */
#define FEW_WORDS 7 /* that are no names: each further one may be the wrong one */
#define PER_WORD 0.012
#define PER_COMMA 0.04
#define MARGIN 0.12 /* a second reading as near as this may be the right one */
#define NARROW_MARGIN 0.03
#define ROUNDING 1e-6 /* of sums in another order */

typedef struct {
  double sum;
  GString *explain;
} Penalties;

static void
punish (Penalties *penalties, const char *what, double penalty)
{
  if (penalty <= 0)
    return;
  penalties->sum += penalty;
  if (penalties->explain != NULL)
    g_string_append_printf (penalties->explain, "  -%.2f %s\n", penalty, what);
}

/* A name that is written in lower case, in the document or in the tables. */
static gboolean
is_small_name (const NkTokens *tokens, const char *start, gsize length)
{
  for (guint i = 0; i < tokens->n; i++) {
    const NkToken *token = &tokens->tokens[i];

    if (!token->is_unknown && (token->tags & (NK_TAG_NAME | NK_TAG_NOUN)) != 0 && strlen (nk_token_noun (token)) == length
        && strncmp (nk_token_noun (token), start, length) == 0)
      return TRUE;
  }
  return FALSE;
}

/* English words in lower case outside of 「」, except names and pieces of names (`Internet of Things`), identifiers and units. */
static guint
count_leaks (const NkTokens *tokens, const char *japanese)
{
  guint n = 0;
  gboolean in_quotes = FALSE;

  for (const char *c = japanese; *c != '\0';) {
    const char *start = c;

    if (nk_word_starts (c, "「"))
      in_quotes = TRUE;
    if (nk_word_starts (c, "」"))
      in_quotes = FALSE;
    while (g_ascii_isalnum (*c) || (c > start && strchr ("-_./:@", *c) != NULL && *c != '\0'))
      c++;
    if (c == start) {
      c = g_utf8_next_char (c);
      continue;
    }
    if (!in_quotes && g_ascii_islower (*start) && c - start >= 3) {
      gboolean is_plain = TRUE;
      const char *before = start > japanese && start[-1] == ' ' ? start - 2 : NULL;

      for (const char *k = start; k < c; k++)
        is_plain &= g_ascii_islower (*k) || *k == '-';
      /* `Lamp Format (LF) for Things` */
      is_plain &= before == NULL || *before != ')' || *c != ' ' || !g_ascii_isupper (c[1]);
      n += is_plain && (before == NULL || !g_ascii_isalnum (*before)) && !is_small_name (tokens, start, (gsize)(c - start));
    }
  }
  return n;
}

static guint
count_chains (const char *japanese)
{
  guint n = 0, run = 0;

  for (const char *c = japanese; *c != '\0'; c = g_utf8_next_char (c)) {
    if (nk_word_starts (c, "の") && !nk_word_starts (c, "のため"))
      n += ++run >= 4;
    else if ((guchar)*c == 0xe3
             && (nk_word_starts (c, "、") || nk_word_starts (c, "を") || nk_word_starts (c, "が") || nk_word_starts (c, "は")))
      run = 0;
  }
  return n;
}

/* What each structure has cost in the past. */
static void
punish_structures (Penalties *penalties, const NkNode *node)
{
  const NkNode *const children[] = { node->object,     node->p,       node->r,     node->infinitive, node->that,   node->adjective,
                                     node->adverbials, node->bracket, node->posts, node->subject,    node->phrase, node->clause,
                                     node->lead,       node->a,       node->b,     node->item,       node->next,
                                     node->adverbs };

  switch (node->kind) {
  case NK_NODE_RELATIVE_OBJECT: punish (penalties, "relative clause without its object", 0.05); break;
  case NK_NODE_RELATIVE: punish (penalties, "loose relative clause", node->is_loose ? 0.05 : 0); break;
  case NK_NODE_WHOSE: punish (penalties, "whose", 0.05); break;
  case NK_NODE_RESULT: punish (penalties, "result", 0.03); break;
  case NK_NODE_APPOSITION: punish (penalties, "apposition", 0.06); break;
  case NK_NODE_QUESTION: punish (penalties, "question", g_str_equal (node->token->lower, "how") ? 0 : 0.1); break;
  case NK_NODE_PRONOUN: punish (penalties, "pronoun", node->start > 3 ? PER_PRONOUN : 0.02); break;
  case NK_NODE_NOUNS: {
    guint n = 0;

    for (const NkNode *list = node->item; list != NULL; list = list->next)
      n += list->next != NULL && list->item->posts != NULL;
    punish (penalties, "and", 0.02 + 0.05 * n);
    break;
  }
  case NK_NODE_CLAUSES: punish (penalties, "two clauses", 0.04); break;
  case NK_NODE_PHRASES: punish (penalties, "two verbs", node->item->next != NULL ? 0.03 : 0); break;
  case NK_NODE_NOUN: punish (penalties, "many words before a head", node->n_items > 5 ? 0.04 * (node->n_items - 5) : 0); break;
  case NK_NODE_JOINT:
    punish (penalties, "conjunction", node->object_kind == NK_OBJECT_CLAUSE ? 0.05 : 0);
    punish (penalties, "by or from", g_str_equal (node->token->lower, "by") || g_str_equal (node->token->lower, "from") ? 0.04 : 0);
    break;
  case NK_NODE_ADVERB: punish (penalties, "adverb", g_str_equal (node->token->lower, "also") ? 0 : 0.05); break;
  case NK_NODE_PRESENT: punish (penalties, "what does something", 0.04); break;
  case NK_NODE_CLAUSE:
  case NK_NODE_PHRASE:
  case NK_NODE_GERUND:
  case NK_NODE_RELATIVE_CLAUSE:
  case NK_NODE_PARTICIPLE:
  case NK_NODE_SUCH:
  case NK_NODE_LISTED:
  case NK_NODE_QUALITY:
  case NK_NODE_FOR_TO:
  case NK_NODE_ADJECTIVE:
  case NK_NODE_LIST:
  case NK_N_NODE_KINDS: break;
  }
  for (guint i = 0; i < G_N_ELEMENTS (children); i++) {
    if (children[i] == NULL)
      continue;
    if (children[i] == node->subject && node->start == 0 && children[i]->kind == NK_NODE_PRONOUN
        && g_str_equal (children[i]->token->lower, "we"))
      continue; /* In this document, we … */
    if ((children[i] == node->subject && node->start > 0 && nk_node_leaves_out_subject (node))
        || (children[i] == node->object && node->frame != NULL && strstr (node->frame->japanese, "Oが") != NULL
            && nk_node_is_left_out (node->object)))
      punish (penalties, "a pronoun that is left out", PER_PRONOUN_LEFT_OUT);
    else
      punish_structures (penalties, children[i]);
  }
}

/* `such guidance`, `these values`, `this approach` behind the start: of which the text may say nothing. */
static guint
count_pointers (const NkTokens *tokens)
{
  static const char *const words[] = { "such", "these", "those", "this", NULL };
  static const char *const bare[] = { "this", "that", "these", "those", NULL };
  guint n = 0;

  for (guint i = 1; i + 1 < tokens->n; i++)
    n += (g_str_equal (tokens->tokens[i].lower, "than") ? 2 : 0) + nk_word_in (words, tokens->tokens[i].lower)
         && !nk_word_is_document (tokens->tokens[i + 1].lower) && !nk_word_is (tokens->tokens[i + 1].lower, "purpose")
         && (tokens->tokens[i].tags & NK_TAG_DETERMINER) != 0 && (tokens->tokens[i + 1].tags & (NK_TAG_NOUN | NK_TAG_ADJECTIVE)) != 0;
  /* `a way of allowing that`: all of it stands elsewhere. */
  n += tokens->n > 1 && nk_word_in (bare, tokens->tokens[tokens->n - 1].lower) ? 3 : 0;
  return n;
}

/* Words that joined wrongly most often in the texts that were graded: of the sentences with one of the first kind seven in ten had something wrong, of those with none of any
 * kind one in four. The numbers follow a regression over those grades. */
static const struct {
  const char *what;
  double penalty;
  const char *words[24];
} doubts[] = {
  { "a clause that may belong elsewhere",
    0.08,
    { "when", "while", "if", "because", "where", "whereas", "since", "so that", "whether", "which", "whose", "unless", "until", "subject to", "make",
      "makes", "making", NULL } },
  { "a phrase that may belong elsewhere",
    0.05,
    { "using", "based on", "with", "as", "without", "through", "via", "within", "during", "such as", "including", NULL } },
  { "compares or excepts", 0.04, { "more", "most", "only", "less", "other", "than", "either", "both", "not", "no", "same", NULL } },
  { "joins", 0.02, { "and", "or", "and/or", "as well as", NULL } },
};

/* The same of Japanese: of the texts that held one of these, seven to ten of ten had something wrong. */
static const struct {
  const char *text;
  double penalty;
} marks[] = {
  { "際に", 0.08 },     { "として", 0.05 },     { "された", 0.04 },  { "、および", 0.04 }, { "間の", 0.05 },   { "とおりに", 0.1 },
  { "を備えた", 0.15 }, { "組み合わせ", 0.05 }, { "それ", 0.08 },    { "それが", 0.1 },    { "ものが", 0.2 },  { "^", 0.3 },
  { "どの", 0.06 },     { "それら自体", 0.1 },  { "のよう、", 0.1 }, { "関連付け", 0.02 }, { "という", 0.04 },   { "いくつの", 0.3 }, { "、i.e.", 0.3 },
};

/* `などの`, `期間の`: another word that ends like the mark. */
static gboolean
is_within_word (const char *text, const char *place, const char *mark)
{
  static const struct {
    const char *mark, *before;
  } words[]
      = { { "どの", "な" }, { "間の", "期" }, { "間の", "時" }, { "間の", "空" }, { "間の", "区" }, { "間の", "瞬" }, { "間の", "中" } };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    gsize length = strlen (words[i].before);

    if (g_str_equal (mark, words[i].mark) && (gsize)(place - text) >= length && strncmp (place - length, words[i].before, length) == 0)
      return TRUE;
  }
  return FALSE;
}

/* `どのように動作するか` asks for no choice. */
static guint
count_of (const char *text, const char *mark)
{
  guint n = 0;

  for (const char *place = text; (place = strstr (place, mark)) != NULL; place += strlen (mark))
    n += !is_within_word (text, place, mark) && !g_str_has_prefix (place, "どのように");
  return n;
}

/* 、 but between names */
static guint
count_commas (const char *japanese)
{
  guint n = 0;

  for (const char *c = japanese; (c = strstr (c, "、")) != NULL; c += strlen ("、"))
    n += !(c > japanese && (g_ascii_isalnum (c[-1]) || c[-1] == ')')) || !g_ascii_isalnum (c[strlen ("、")]);
  return n;
}

/* `Operations, Administration, and Maintenance (OAM)` came apart: it is one name. */
static gboolean
splits_name (const char *japanese)
{
  for (const char *c = japanese; (c = strstr (c, "、")) != NULL; c += strlen ("、")) {
    const char *word = c, *next = c + strlen ("、"), *after = next;

    while (word > japanese && g_ascii_isalpha (word[-1]))
      word--;
    while (g_ascii_isalpha (*after))
      after++;
    if (c - word >= MIN_CAPITAL_WORD && g_ascii_isupper (*word) && g_ascii_islower (word[1]) && after - next >= MIN_CAPITAL_WORD
        && g_ascii_isupper (*next) && g_ascii_islower (next[1]) && g_str_has_prefix (after, "、および") && strchr (after, '(') != NULL)
      return TRUE;
  }
  return FALSE;
}

/* By the words alone. */
static void
punish_words (Penalties *penalties, const NkTokens *tokens)
{
  guint n_verbs = 0, n_words = 0;

  for (guint kind = 0; kind < G_N_ELEMENTS (doubts); kind++) {
    guint n = 0;

    for (guint i = 1; i < tokens->n; i++)
      n += nk_word_in (doubts[kind].words, tokens->tokens[i].lower);
    punish (penalties, doubts[kind].what, doubts[kind].penalty * n);
  }
  for (guint i = 0; i < tokens->n; i++) {
    n_words += !nk_token_is (tokens, i, NK_TAG_NAME | NK_TAG_NUMBER | NK_TAG_COMMA | NK_TAG_AND);
    n_verbs += i > 0 && nk_token_verb (tokens, i, NK_FORM_ING) != NULL
               && !nk_token_is (tokens, i, NK_TAG_NOUN | NK_TAG_ADJECTIVE | NK_TAG_PREPOSITION);
  }
  punish (penalties, "words in -ing", PER_ING * n_verbs);
  punish (penalties, "words", PER_WORD * MAX (0, (int)n_words - FEW_WORDS));
}

double
nk_translation_doubts (const NkTokens *tokens, const char *japanese, GString *explain)
{
  Penalties penalties = { 0, explain };
  NkPairs pairs = { { 0 } };

  nk_pairs_note (&pairs, japanese);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (nk_pairs_may_hold (&pairs, marks[i].text))
      punish (&penalties, marks[i].text, marks[i].penalty * MIN (count_of (japanese, marks[i].text), 2));
  if (count_of (japanese, "よう") - MIN (count_of (japanese, "よう"), count_of (japanese, "ように")) >= 2)
    punish (&penalties, "two aims", TWO_AIMS);
  if (splits_name (japanese))
    punish (&penalties, "a list of capitals", PER_LEAK);
  punish (&penalties, "commas", PER_COMMA * count_commas (japanese));
  punish_words (&penalties, tokens);
  return penalties.sum;
}

/* The penalties that need no reading, as nk_translation_confidence takes them. */
static double
of_unknown (const NkTokens *tokens)
{
  return PER_UNKNOWN * tokens->n_unknown;
}

static double
of_dropped (const NkTokens *tokens)
{
  return PER_DROPPED * tokens->n_dropped;
}

static double
of_length (const NkTokens *tokens)
{
  return PER_LONG_TOKEN * MAX (0, (int)tokens->n - LONG_TOKENS);
}

static double
of_pointers (const NkTokens *tokens)
{
  return PER_POINTER * count_pointers (tokens);
}

double
nk_translation_bound (const NkTokens *tokens)
{
  Penalties penalties = { 0, NULL };

  punish_words (&penalties, tokens);
  return 1 - penalties.sum - of_unknown (tokens) - of_dropped (tokens) - of_length (tokens) - of_pointers (tokens) + ROUNDING;
}

/* `Detectingネットワーク接続`: a verb was taken for a name. */
static gboolean
holds_verb_in_latin (const char *japanese)
{
  for (const char *c = japanese; (c = strstr (c, "ing")) != NULL; c += strlen ("ing")) {
    const char *start = c;

    while (start > japanese && g_ascii_isalpha (start[-1]))
      start--;
    if ((c[strlen ("ing")] & 0x80) != 0 && (start == japanese || (start[-1] & 0x80) != 0))
      return TRUE;
    if (c[strlen ("ing")] == '\0' && start > japanese && (start[-1] & 0x80) != 0)
      return TRUE;
  }
  return FALSE;
}

/* `HTTP Immutable Responses`, `X (DKIM) Authorized Signatures`: the adjective belongs to what follows, and Japanese says it of the name. */
static gboolean
qualifies_behind_name (const NkTokens *tokens, guint i)
{
  const NkToken *token = &tokens->tokens[i];

  return i + 1 < tokens->n && nk_token_is (tokens, i - 1, NK_TAG_NAME | NK_TAG_BRACKET) && (token->tags & NK_TAG_ADJECTIVE) != 0
         && (token->tags & (NK_TAG_NOUN | NK_TAG_NAME | NK_TAG_PREPOSITION)) == 0
         && nk_token_is (tokens, i + 1, NK_TAG_NOUN | NK_TAG_NAME | NK_TAG_ADJECTIVE);
}

double
nk_translation_title_doubts (const NkTokens *tokens, const char *japanese)
{
  static const char *const words[] = { "considered", "more", "less", "better", NULL };
  static const char *const gerunds[]
      = { "signaling", "tracking", "filtering", "handling", "computing", "naming", "reporting", "scheduling", NULL };
  gboolean is_doubtful = strstr (japanese, "を備えた") != NULL || holds_verb_in_latin (japanese);

  for (guint i = 1; i < tokens->n; i++)
    is_doubtful |= nk_word_in (words, tokens->tokens[i].lower) || qualifies_behind_name (tokens, i);
  /* `Tracking Reviews`: to track them, or reviews that track? */
  is_doubtful |= tokens->n > 1 && nk_token_is (tokens, 1, NK_TAG_NOUN | NK_TAG_ADJECTIVE | NK_TAG_NAME)
                 && nk_word_in (gerunds, tokens->tokens[0].lower);
  /* `Scrubbing BGP ORIGIN`: of a verb that no table knows */
  is_doubtful |= tokens->n > 1 && g_str_has_suffix (tokens->tokens[0].lower, "ing") && nk_token_is (tokens, 1, NK_TAG_NAME)
                 && nk_token_verb (tokens, 0, NK_FORM_ING) == NULL;
  return is_doubtful ? TITLE_DOUBT : 0;
}

double
nk_translation_confidence (const NkTokens *tokens, const NkParse *parse, const NkGenerated *generated, GString *explain)
{
  Penalties penalties = { 0, explain };
  glong length = nk_say_weight (generated->japanese);

  punish (&penalties, "cost of the reading", PER_COST * MAX (0, parse->cost));
  if (parse->margin < MARGIN)
    punish (&penalties, "another reading is near", parse->margin < NARROW_MARGIN ? 0.03 : 0.02);
  punish (&penalties, "unknown words", of_unknown (tokens));
  punish (&penalties, "left out", of_dropped (tokens));
  punish (&penalties, "English in lower case", PER_LEAK * count_leaks (tokens, generated->japanese));
  punish (&penalties, generated->warning != NULL ? generated->warning : "", PER_WARNING * generated->n_warnings);
  punish (&penalties, "not all was said", PER_LOST * generated->n_lost);
  punish (&penalties, "long sentence", of_length (tokens));
  punish (&penalties, "long text", PER_LONG_CHARACTER * (length > LONG_CHARACTERS ? length - LONG_CHARACTERS : 0));
  punish (&penalties, "の chain", 0.06 * count_chains (generated->japanese));
  punish_structures (&penalties, parse->node);
  punish (&penalties, "points to something outside, or compares", of_pointers (tokens));
  return MAX (0, 1 - penalties.sum);
}
