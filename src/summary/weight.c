/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* How much a sentence says what the document is: docs/summaries.md explains the numbers. */
#include "ground/pairs.h"
#include "ground/slice.h"
#include "ground/utf8.h"
#include "summary/weight.h"
#include "summary/summary_private.h"

#define WEIGHT_MAX 0.9          /* of the strongest verb below */
#define WEIGHT_PURPOSE 0.8      /* The purpose of this document is to ... */
#define WEIGHT_IN_DOCUMENT 0.85 /* In this document, we define ... */
#define WEIGHT_WE 0.8           /* We propose ... */
#define WEIGHT_INSIDE 0.75      /* ..., and this document defines ...; ... is defined in this document */
#define WEIGHT_IS 0.7           /* This document is a guide ... */
#define WEIGHT_OTHER_VERB 0.6
#define WEIGHT_REFERENCE_ONLY 0.5 /* This document obsoletes RFC 1. */
#define WEIGHT_SUBJECT 0.55       /* It also allows ...; this extension lets ... */
#define WEIGHT_SUBJECT_ONLY 0.35  /* It is the task of the client. */
#define WEIGHT_TITLE_IS 0.6       /* X is a protocol that ..., as the first sentence */
#define WEIGHT_WHOLE 0.6          /* the only sentence that there is */
#define WEIGHT_GUESS_FIRST 0.4
#define WEIGHT_GUESS 0.25
#define WEIGHT_LIST_ITEM 0.1

#define LESS_FOR_ALSO 0.15
#define LESS_PER_POSITION 0.01
#define LESS_BY_POSITION_MAX 0.08
#define FACTOR_COLON 0.6 /* what it announces is in a list that is not quoted */
#define FACTOR_URL 0.5
#define FACTOR_QUESTION 0.5
#define FACTOR_GENERIC 0.55 /* a portion of the MIB for use with network management protocols */
#define MIN_WORDS 4
#define MAX_INSERTED_WORDS 20
#define MAX_WORDS 1024 /* more are not looked at */

typedef struct {
  NkSlice word[MAX_WORDS]; /* lower case, without punctuation at the ends */
  guint n_words;
} Words;

typedef struct {
  const char *verb;
  double weight;
} Verb;

static const Verb verbs[] = {
  { "defines", .90 },     { "specifies", .90 },    { "describes", .90 },    { "introduces", .90 },  { "proposes", .90 },
  { "presents", .90 },    { "standardizes", .90 }, { "standardises", .90 }, { "establishes", .88 }, { "provides", .88 },
  { "extends", .88 },     { "registers", .88 },    { "creates", .88 },      { "details", .88 },     { "documents", .88 },
  { "adds", .88 },        { "formalizes", .88 },   { "develops", .85 },     { "updates", .84 },     { "revises", .84 },
  { "clarifies", .84 },   { "changes", .84 },      { "modifies", .84 },     { "deprecates", .84 },  { "obsoletes", .84 },
  { "replaces", .84 },    { "reclassifies", .84 }, { "moves", .84 },        { "retires", .84 },     { "allocates", .84 },
  { "reserves", .84 },    { "assigns", .84 },      { "requests", .75 },     { "enables", .80 },     { "allows", .80 },
  { "outlines", .82 },    { "explains", .82 },     { "lists", .82 },        { "contains", .82 },    { "gives", .82 },
  { "identifies", .82 },  { "summarizes", .82 },   { "summarises", .82 },   { "discusses", .82 },   { "analyzes", .82 },
  { "analyses", .82 },    { "examines", .82 },     { "explores", .82 },     { "addresses", .82 },   { "covers", .80 },
  { "recommends", .84 },  { "captures", .80 },     { "collects", .80 },     { "reviews", .80 },     { "reports", .80 },
  { "illustrates", .80 }, { "surveys", .82 },      { "compares", .82 },     { "sets", .80 },        { "enumerates", .80 },
  { "offers", .80 },      { "suggests", .80 },     { "considers", .75 },    { "focuses", .65 },     { "aims", .70 },
  { "seeks", .70 },       { "attempts", .70 },     { "includes", .82 },     { "evaluates", .84 },   { "investigates", .84 },
  { "corrects", .84 },    { "generalizes", .84 },  { "states", .82 },       { "profiles", .84 },    { "supplies", .80 },
  { "highlights", .80 },  { "complements", .75 },  { "consists", .75 },     { "relaxes", .84 },     { "lays", .80 },
  { "requires", .82 },    { "does", .30 },         { "makes", .70 },        { "is", WEIGHT_IS },    { "are", WEIGHT_IS },
};

/* What documents call themselves. */
static const char *const document_nouns[] = {
  "document", "documents", "memo", "memorandum", "specification", "draft", "internet-draft",
  "i-d",      "rfc",       "note", "report",     "paper",         "bcp",   "text",
};
static const char *const determiners[] = { "this", "these", "the", "our", "present" };
static const char *const adverbs[] = {
  "also", "first",     "then",       "therefore", "thus",         "further",      "additionally", "briefly",     "formally",
  "only", "simply",    "mainly",     "primarily", "specifically", "currently",    "hereby",       "normatively", "informally",
  "now",  "initially", "explicitly", "instead",   "furthermore",  "consequently", "accordingly",
};
static const char *const back_pointers[] = {
  "it",   "its",     "they",      "their", "these", "those",   "such",         "this",        "that",      "he",         "both",
  "here", "however", "therefore", "thus",  "hence", "instead", "consequently", "accordingly", "otherwise", "conversely",
};

/* Sentences that say nothing about what the document is: status, copyright, where to discuss it. Both parts (lower case) have to occur; a single word such as
 * `mailing list` would hit documents about it. */
static const struct {
  const char *part;
  const char *other; /* (nullable) */
} boilerplate[] = {
  { "product of the", " group" },
  { "product of the", "internet engineering" },
  { "product of the", "internet architecture board" },
  { "work item of the", " group" },
  { "not an internet standards track specification", NULL },
  { "published for informational purposes", NULL },
  { "published for examination", NULL },
  { "requests discussion and suggestions", NULL },
  { "provides information for the internet community", NULL },
  { "does not specify an internet standard of any kind", NULL },
  { "experimental protocol for the internet community", NULL },
  { "distribution of this", "is unlimited" },
  { "copyright (c)", NULL },
  { "all rights reserved", NULL },
  { "discussion venues", NULL },
  { "note to readers", NULL },
  { "to be removed", "publ" },
  { "to be removed", "rfc editor" },
  { "rfc editor", "please" },
  { "rfc editor", "remove this" },
  { "discussion of this", "takes place" },
  { "discussion of this", "mailing list" },
  { "is discussed on", "mailing list" },
  { "discussed in the", "mailing list" },
  { "issue tracker", "can be found" },
  { "source for this draft", NULL },
  { "source code and issues", NULL },
  { "status information for this document", NULL },
  { "latest revision of this draft", NULL },
  { "latest version of this draft", NULL },
  { "comments", "are solicited" },
  { "comments", "are welcome" },
  { "comments", "should be sent" },
  { "please send comments", NULL },
  { "key words", "are to be interpreted" },
  { ", a work in progress", NULL },
  { "is a work in progress", NULL },
  { "submitted", "in full conformance with" },
  { "this document is subject to bcp 78", NULL },
};

static gboolean
is_one_of (NkSlice word, const char *const *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (words[i][0] == word.data[0] && nk_slice_equal (word, nk_slice_text (words[i])))
      return TRUE;
  return FALSE;
}

#define IS_ONE_OF(word, table) is_one_of ((word), (table), G_N_ELEMENTS (table))
#define IS(word, literal) nk_slice_equal ((word), NK_SLICE_LITERAL (literal))

static void
split_words (Words *words, const char *lower)
{
  NkSlice rest = nk_slice_text (lower);

  words->n_words = 0;
  while (words->n_words < MAX_WORDS && rest.length > 0) {
    gssize blank = nk_slice_find_char (rest, ' ');
    NkSlice word = nk_slice_first (rest, blank < 0 ? rest.length : (gsize)blank);

    rest = nk_slice_from (rest, word.length + 1);
    while (word.length > 0 && strchr (".,;:!?\"'()[]", word.data[word.length - 1]) != NULL)
      word.length--;
    while (word.length > 0 && strchr ("\"'([", word.data[0]) != NULL)
      word = nk_slice_from (word, 1);
    if (word.length > 0)
      words->word[words->n_words++] = word;
  }
}

static double
verb_weight (NkSlice word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (verbs[i].verb[0] == word.data[0] && nk_slice_equal (word, nk_slice_text (verbs[i].verb)))
      return verbs[i].weight;
  return 0;
}

/* `this document`, `this Standards Track memo`: the number of words of it at `at`, 0 if there is none. */
static guint
document_length (const Words *words, guint at)
{
  static const char *const ends[] = { "this", "the", "of", "in", "for", "to", "by", "with", "that", "which", "and", "from", "on", "as" };

  if (at >= words->n_words || !IS_ONE_OF (words->word[at], determiners))
    return 0;
  for (guint i = at + 1; i < words->n_words && i <= at + 4; i++) {
    if (IS_ONE_OF (words->word[i], document_nouns))
      return i - at + 1;
    if (verb_weight (words->word[i]) > 0 || IS_ONE_OF (words->word[i], ends))
      return 0;
  }
  return 0;
}

/* `This document obsoletes RFC 1 and RFC 2.` tells a relation, not a content. `at` is the verb. */
static gboolean
tells_relation_only (const Words *words, guint at)
{
  static const char *const filling[] = { "and", "also", "rfc", "rfcs", "updates", "obsoletes", "replaces" };

  if (!IS (words->word[at], "obsoletes") && !IS (words->word[at], "replaces") && !IS (words->word[at], "updates"))
    return FALSE;
  for (guint i = at; i < words->n_words; i++) {
    NkSlice word = words->word[i];

    if (!IS_ONE_OF (word, filling) && !nk_slice_starts (word, NK_SLICE_LITERAL ("rfc")) && !g_ascii_isdigit (word.data[0]))
      return FALSE;
  }
  return TRUE;
}

/* What follows `this document`: adverbs, then a verb. `at` is the word after the noun. */
static double
predicate_weight (const Words *words, guint at)
{
  double less = 0, weight;

  /* `This document, "A Title", specifies`: what stands between commas is passed over. */
  if (at > 0 && at < words->n_words && words->word[at - 1].data[words->word[at - 1].length] == ',')
    for (guint i = at; i < words->n_words && i < at + MAX_INSERTED_WORDS; i++)
      if (verb_weight (words->word[i]) >= WEIGHT_PURPOSE)
        return verb_weight (words->word[i]);
  while (at < words->n_words && IS_ONE_OF (words->word[at], adverbs)) {
    if (IS (words->word[at], "also") || IS (words->word[at], "additionally"))
      less = LESS_FOR_ALSO;
    at++;
  }
  if (at >= words->n_words)
    return 0;
  weight = verb_weight (words->word[at]);
  if (tells_relation_only (words, at))
    return WEIGHT_REFERENCE_ONLY;
  if (weight == 0 && nk_slice_ends (words->word[at], NK_SLICE_LITERAL ("s")))
    weight = WEIGHT_OTHER_VERB;
  return weight > 0 ? weight - less : 0;
}

/* `In this document, we define`, `The purpose of this document is to`, `in particular, it defines`. */
static double
opening_weight (const Words *words)
{
  static const char *const purposes[] = { "purpose", "goal", "goals", "aim", "objective", "objectives", "intent", "intention", "scope" };
  static const char *const actions[]
      = { "define", "specify", "describe", "propose", "present", "introduce", "provide", "extend", "analyze", "discuss" };
  const NkSlice *word = words->word;
  guint length = document_length (words, 0);

  if (length > 0)
    return predicate_weight (words, length);
  if (words->n_words < MIN_WORDS)
    return 0;
  if (IS (word[0], "in") && (length = document_length (words, 1)) > 0)
    return WEIGHT_IN_DOCUMENT;
  if (IS (word[0], "the") && IS_ONE_OF (word[1], purposes) && IS (word[2], "of") && document_length (words, 3) > 0)
    return WEIGHT_PURPOSE;
  if (IS (word[0], "we") && IS_ONE_OF (word[1], actions))
    return WEIGHT_WE;
  if ((IS (word[0], "in") && IS (word[1], "particular") && IS (word[2], "it")))
    return MAX (verb_weight (word[3]) - LESS_FOR_ALSO / 3, 0);
  return 0;
}

/* The document is named later in the sentence: `To solve this, this document defines`, `X is specified in this document`. */
static double
inside_weight (const Words *words)
{
  for (guint i = 1; i < words->n_words; i++) {
    guint length = document_length (words, i);

    if (length == 0 || !IS (words->word[i], "this"))
      continue;
    if (i + length < words->n_words && predicate_weight (words, i + length) >= WEIGHT_IS)
      return WEIGHT_INSIDE;
    if (IS (words->word[i - 1], "in") || IS (words->word[i - 1], "by"))
      for (guint before = i >= 4 ? i - 4 : 0; before < i; before++)
        if (nk_slice_ends (words->word[before], NK_SLICE_LITERAL ("ed")))
          return WEIGHT_INSIDE;
  }
  return 0;
}

/* `It allows`, `This extension lets`, `The protocol uses`: weaker, but about the thing that the document defines. */
static double
subject_weight (const Words *words, guint position)
{
  const NkSlice *word = words->word;
  guint i = 1;

  if (IS (word[0], "it") || IS (word[0], "this") || IS (word[0], "these") || IS (word[0], "the")) {
    for (; i < words->n_words && i <= 4; i++)
      if (verb_weight (word[i]) > 0 && !IS (word[i], "is") && !IS (word[i], "are"))
        return WEIGHT_SUBJECT;
    if (IS (word[0], "it") || IS (word[0], "this"))
      return WEIGHT_SUBJECT_ONLY;
  }
  if (position == 0)
    for (i = 1; i + 1 < words->n_words && i <= 10; i++)
      if (IS (word[i], "is") && (IS (word[i + 1], "a") || IS (word[i + 1], "an")))
        return WEIGHT_TITLE_IS;
  return 0;
}

static gboolean
is_boilerplate (const char *lower)
{
  NkPairs pairs = { { 0 } };

  /* The status words that the RFC index puts behind an abstract. */
  if (g_str_has_prefix (lower, "[standards") && g_str_has_suffix (lower, "]"))
    return TRUE;
  nk_pairs_note (&pairs, lower);
  for (gsize i = 0; i < G_N_ELEMENTS (boilerplate); i++)
    if (nk_pairs_find (&pairs, lower, boilerplate[i].part) != NULL
        && (boilerplate[i].other == NULL || nk_pairs_find (&pairs, lower, boilerplate[i].other) != NULL))
      return TRUE;
  return FALSE;
}

static gboolean
is_list_item (const char *lower)
{
  return g_str_has_prefix (lower, "o ") || g_str_has_prefix (lower, "- ") || g_str_has_prefix (lower, "* ")
         || g_str_has_prefix (lower, "+ ") || g_str_has_prefix (lower, "• ") || g_ascii_isdigit (lower[0])
         || (lower[0] == '(' && lower[1] != '\0' && lower[2] == ')');
}

static double
form_weight (const Words *words, guint position, guint n_sentences)
{
  double weight = opening_weight (words);

  if (weight == 0)
    weight = inside_weight (words);
  if (weight == 0)
    weight = subject_weight (words, position);
  if (weight == 0)
    weight = position == 0 ? WEIGHT_GUESS_FIRST : WEIGHT_GUESS;
  if (n_sentences == 1)
    weight = MAX (weight, WEIGHT_WHOLE);
  return weight;
}

static double
less_by_position (guint position)
{
  return MIN (position * LESS_PER_POSITION, LESS_BY_POSITION_MAX);
}

double
nk_sentence_weight (const char *sentence, guint position, guint n_sentences)
{
  g_autofree char *lower = nk_utf8_ascii_lower (sentence);
  g_autofree Words *words = g_new (Words, 1);
  double weight;

  split_words (words, lower);
  if (words->n_words == 0 || is_boilerplate (lower))
    return 0;
  weight = is_list_item (lower) ? WEIGHT_LIST_ITEM : form_weight (words, position, n_sentences);
  if (words->n_words < MIN_WORDS)
    weight *= FACTOR_GENERIC;
  if (strstr (lower, "portion of the management information base") != NULL && strstr (lower, "for use with network management") != NULL)
    weight *= FACTOR_GENERIC;
  if (strstr (lower, "://") != NULL)
    weight *= FACTOR_URL;
  if (g_str_has_suffix (lower, ":"))
    weight *= FACTOR_COLON;
  if (g_str_has_suffix (lower, "?"))
    weight *= FACTOR_QUESTION;
  return MAX (weight - less_by_position (position), 0);
}

double
nk_sentence_max_weight (guint position)
{
  return WEIGHT_MAX - less_by_position (position);
}

/* Most sentences do not, and need not be looked at any further. */
static gboolean
starts_with_back_pointer (const char *sentence)
{
  gsize start = strspn (sentence, " \"'(["), length = strcspn (sentence + start, " ");

  while (length > 0 && strchr (".,;:!?\"'()[]", sentence[start + length - 1]) != NULL)
    length--;
  for (gsize i = 0; i < G_N_ELEMENTS (back_pointers); i++)
    if (nk_slice_equal_fold (nk_slice (sentence + start, length), nk_slice_text (back_pointers[i])))
      return TRUE;
  return FALSE;
}

gboolean
nk_sentence_points_back (const char *sentence)
{
  g_autofree char *lower = NULL;
  g_autofree Words *words = NULL;

  if (!starts_with_back_pointer (sentence))
    return FALSE;
  lower = nk_utf8_ascii_lower (sentence);
  words = g_new (Words, 1);
  split_words (words, lower);
  for (guint i = 0; i < words->n_words; i++)
    if (document_length (words, i) > 0)
      return FALSE;
  return TRUE;
}
