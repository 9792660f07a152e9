/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* What stands behind a noun and says more of it. */
#include "language/parse_private.h"

#define MADE_REACH 8 /* make the Camellia-CTR and Camellia-CCM algorithm conveniently | available */

/* `make the algorithm conveniently available`: made so, and not one that is. */
static gboolean
is_made (const NkChart *chart, guint start)
{
  static const char *const lemmas[] = { "make", "render", "keep", NULL };

  for (guint i = start > MADE_REACH ? start - MADE_REACH : 0; i < start; i++)
    for (guint form = 0; form < NK_N_FORMS; form++) {
      const NkLexiconVerb *verb = nk_chart_verb (chart, i, form);

      if (verb != NULL && nk_word_in (lemmas, verb->lemma))
        return TRUE;
    }
  return FALSE;
}

/* `the rules above`, `Section 7 below`: a word of place behind what the text names is of that. Networks have a layer above them, which is another matter. */
static gboolean
is_place_in_text (const NkChart *chart, guint place, const NkToken *head)
{
  static const char *const words[] = { "above", "below", NULL }, *const stacked[] = { "layer", "sublayer", "level", "network", "protocol", NULL };
  static const char *const parts[] = { "section", "figure", "table", NULL };
  guint first = place;

  if (head == NULL || place < 2 || head > &chart->tokens->tokens[place - 1] || !nk_word_in (words, chart->tokens->tokens[place].lower)
      || nk_chart_is (chart, place + 1, NK_TAG_DETERMINER | NK_TAG_NOUN | NK_TAG_NUMBER) || nk_word_in (stacked, head->lemma))
    return FALSE;
  if (head + 1 != &chart->tokens->tokens[place] || nk_chart_is (chart, place - 1, NK_TAG_NUMBER))
    return nk_chart_is (chart, place - 1, NK_TAG_NUMBER) && nk_word_in (parts, chart->tokens->tokens[place - 2].lower);
  while (first > 0 && nk_chart_is (chart, first - 1, NK_TAG_NOUN | NK_TAG_NAME | NK_TAG_ADJECTIVE | NK_TAG_AND)
         && !nk_chart_is (chart, first - 1, NK_TAG_DETERMINER))
    first--;
  return first > 0 && nk_chart_word (chart, first - 1, "the");
}

/* `an overview of the suite as a whole`: behind a preposition it is the thing that is whole, else what is done to it: `to manipulate ports as a whole`. */
static gboolean
is_whole (const NkChart *chart, guint place)
{
  guint first = place;

  if (!nk_chart_word (chart, place, "as a whole"))
    return FALSE;
  while (first > 0 && nk_chart_is (chart, first - 1, NK_TAG_NOUN | NK_TAG_NAME | NK_TAG_ADJECTIVE | NK_TAG_DETERMINER)
         && !nk_chart_is (chart, first - 1, NK_TAG_PREPOSITION))
    first--;
  return first > 0 && nk_chart_is (chart, first - 1, NK_TAG_PREPOSITION);
}

/* `available in X`, `commonly available in X` */
static void
add_quality (NkChart *chart, guint start, NkContext context, NkEdges *edges)
{
  guint place = start + (nk_chart_is (chart, start, NK_TAG_ADVERB) && nk_chart_is (chart, start + 1, NK_TAG_ADJECTIVE) ? 1 : 0);
  const NkToken *token = &chart->tokens->tokens[place];
  const NkLexiconVerb *adjective = token->entry != NULL ? token->entry->adjective : NULL;
  static const char *const alone[]
      = { "available", "necessary", "required", "needed", "possible", "involved", "concerned", "capable", NULL };
  static const char *const states[] = { "in transit", "at rest", "in flight", "in progress", "in use", NULL }; /* messages in transit */
  gboolean is_above;
  NkNode *base;

  is_above = place == start && (is_place_in_text (chart, place, context.head) || is_whole (chart, place));
  if ((adjective == NULL && !is_above && !nk_word_in (states, token->lower)) || is_made (chart, start))
    return;
  base = nk_chart_node (chart, NK_NODE_QUALITY, start, place + 1);
  base->token = token;
  if (place > start) {
    NkNode *adverb = nk_chart_node (chart, NK_NODE_ADVERB, start, place);

    adverb->token = &chart->tokens->tokens[start];
    base->adverbs = nk_chart_list (chart, adverb, NULL);
  }
  for (guint i = 0; adjective != NULL && i < adjective->n_frames; i++)
    if (!adjective->frames[i].is_impersonal) {
      nk_chart_match_frame (chart, &adjective->frames[i], 0, place + 1, place > start ? 0.35 : 0.1, base, edges);
      nk_chart_add_done_to (chart, base, &adjective->frames[i], place + 1, edges);
    }
  if (place > start)
    return;
  if ((is_above || nk_word_in (states, token->lower)) && token->terms[NK_TERM_ADJECTIVE] != NULL)
    nk_edges_add (chart, edges, start + 1, 0.05, base);
  if (nk_word_in (alone, token->lower) && token->terms[NK_TERM_ADJECTIVE] != NULL)
    nk_edges_add (chart, edges, start + 1, 0.5, base);
}

/* `several services, including voice`: things of one kind. */
static gboolean
holds_kind (const NkChart *chart, const NkToken *head, const NkNode *part)
{
  static const char *const many[]
      = { "several", "multiple", "various", "many", "all", "some", "different", "a variety of", "a number of", "other", NULL };
  const NkToken *token = nk_node_head (part);
  guint place;

  if (head == NULL || !head->is_plural)
    return FALSE;
  place = (guint)(head - chart->tokens->tokens);
  for (guint i = place > 3 ? place - 3 : 0; i < place; i++)
    if (nk_word_in (many, chart->tokens->tokens[i].lower))
      return TRUE;
  return token != NULL && ((token->tags & NK_TAG_NAME) != 0 || (token->class != NK_CLASS_NONE && token->class == head->class));
}

/* `benefits and limits of each category, namely A and B`: the nearest noun is several, or one of several; a noun further left is less likely the one. */
static double
of_namely (const NkChart *chart, guint start, const NkToken *head)
{
  guint last = start > 0 && nk_chart_is (chart, start - 1, NK_TAG_BRACKET) ? start - 2 : start - 1, first = last;
  gboolean is_several = head != NULL && head->is_plural;

  while (first > 0 && first + 4 > last && nk_chart_is (chart, first - 1, NK_TAG_NOUN | NK_TAG_NAME | NK_TAG_ADJECTIVE))
    first--;
  is_several |= first > 0 && (nk_chart_word (chart, first - 1, "each") || nk_chart_word (chart, first - 1, "every"));
  return (is_several ? 0.1 : 0.6) + (head == &chart->tokens->tokens[last] ? 0 : 0.3);
}

/* `the limits of protocols, namely high overhead`: what is told is of the kind of a noun further left. */
static double
of_kind (const NkChart *chart, guint start, const NkToken *head, const NkNode *told)
{
  const NkToken *first = nk_node_head (told->kind == NK_NODE_NOUNS ? told->item->item : told);
  const NkToken *nearest = start > 0 ? &chart->tokens->tokens[start - 1] : NULL;

  if (first == NULL || head == NULL || nearest == NULL || head == nearest || first->class != head->class || head->class == NK_CLASS_NONE
      || nearest->class == first->class)
    return 0;
  return -0.5;
}

/* The noun that ends before `place` has no determiner and stands behind a joint or an -ing form: it is told of something else. */
static gboolean
is_bare_object (const NkChart *chart, guint place)
{
  guint first = place;

  while (first > 0 && nk_chart_is (chart, first - 1, NK_TAG_NOUN | NK_TAG_NAME | NK_TAG_ADJECTIVE)
         && !nk_chart_is (chart, first - 1, NK_TAG_PREPOSITION | NK_TAG_DETERMINER))
    first--;
  return first > 0 && first < place
         && (nk_chart_is (chart, first - 1, NK_TAG_PREPOSITION)
             || (nk_chart_verb (chart, first - 1, NK_FORM_ING) != NULL && nk_chart_is (chart, first - 2, NK_TAG_PREPOSITION)));
}

/* The noun that ends before `place` is said to be one: which one, is told next. */
static gboolean
is_counted_one (const NkChart *chart, guint place)
{
  while (place > 0 && !nk_chart_word (chart, place - 1, "one") && nk_chart_is (chart, place - 1, NK_TAG_NOUN | NK_TAG_NAME | NK_TAG_ADJECTIVE)
         && !nk_chart_is (chart, place - 1, NK_TAG_PREPOSITION | NK_TAG_DETERMINER))
    place--;
  return place > 0 && nk_chart_word (chart, place - 1, "one");
}

/* `: A, B, and C`; `, a new protocol,`; `such as A and B`. */
static void
add_objects (NkChart *chart, guint start, NkContext context, NkEdges *edges)
{
  gboolean is_comma = nk_chart_is (chart, start, NK_TAG_COMMA), is_named = FALSE;
  guint place = is_comma ? start + 1 : start;
  NkNodeKind kind;
  const NkEdges *found;
  double cost;

  if (nk_chart_is (chart, start, NK_TAG_COMMA | NK_TAG_DASH | NK_TAG_COLON)
      && (nk_chart_word (chart, start + 1, "namely") || nk_chart_word (chart, start + 1, "specifically") || nk_chart_word (chart, start + 1, "i.e.") || (start + 1 < chart->tokens->n && nk_node_is_foremost (&chart->tokens->tokens[start + 1])))) {
    place = start + 1;
    kind = NK_NODE_LISTED;
    place += nk_chart_is (chart, place + 1, NK_TAG_COMMA) ? 2 : 1;
    is_named = TRUE;
    cost = of_namely (chart, start, context.head);
  } else if (nk_chart_is (chart, place, NK_TAG_SUCH)) {
    kind = NK_NODE_SUCH;
    place += nk_chart_word (chart, place, "e.g.") && nk_chart_is (chart, place + 1, NK_TAG_COMMA) ? 2 : 1;
    cost = 0.1;
  } else if (!is_comma && nk_chart_is (chart, place, NK_TAG_COLON | NK_TAG_DASH)) {
    place++;
    /* `the Lamp Protocol (LP): a protocol that …` says what it is; a list tells several. */
    kind = context.head != NULL && !context.head->is_plural && (nk_chart_word (chart, place, "a") || nk_chart_word (chart, place, "an"))
               ? NK_NODE_APPOSITION
               : NK_NODE_LISTED;
    cost = kind == NK_NODE_APPOSITION ? 0.3 : context.head != NULL && context.head->is_plural ? 0.2 : 0.6;
    if (kind == NK_NODE_LISTED && is_counted_one (chart, start)) /* an understanding of `one property: loss` */
      cost = context.head == &chart->tokens->tokens[start - 1] ? (is_bare_object (chart, start) ? -0.6 : 0.1) : cost + 0.5;
    if (nk_chart_is (chart, start, NK_TAG_COLON) && nk_chart_is (chart, start - 1, NK_TAG_NAME)
        && !chart->tokens->tokens[start - 1].is_plural && nk_chart_is (chart, place, NK_TAG_NOUN))
      cost += 1.2; /* the `Lamp-State: header field` */
    if (kind == NK_NODE_LISTED && context.head == &chart->tokens->tokens[start - 1] && is_bare_object (chart, start))
      cost += 0.6; /* a method for signing `messages: FooSign` */
  } else if (is_comma && nk_chart_is (chart, place, NK_TAG_DETERMINER)
             && (g_str_has_prefix (chart->tokens->tokens[place].lower, "a ") /* a family of */
                 || nk_chart_word (chart, place, "a") || nk_chart_word (chart, place, "an") || nk_chart_word (chart, place, "the"))) {
    kind = NK_NODE_APPOSITION;
    cost = 0.5;
  } else
    return;
  found = nk_chart_find (chart, kind == NK_NODE_APPOSITION ? NK_SYMBOL_NOUN_SINGLE : NK_SYMBOL_NOUN, place, nk_finite);
  for (guint i = 0; i < found->n; i++) {
    guint end = found->edges[i].end;
    NkNode *node;

    if (kind == NK_NODE_APPOSITION && end < chart->tokens->n && !nk_chart_is (chart, end, NK_TAG_COMMA))
      continue;
    /* A comma closes what a comma opened. */
    if (is_comma && nk_chart_is (chart, end, NK_TAG_COMMA) && !nk_chart_is (chart, end + 1, NK_TAG_AND))
      end++;
    node = nk_chart_node (chart, kind, start, end);
    node->token = &chart->tokens->tokens[is_comma || is_named ? start + 1 : start];
    node->object = found->edges[i].node;
    node->is_loose = is_comma;
    /* `MOQT, a media protocol`: what a name stands for. */
    if (kind == NK_NODE_APPOSITION && context.head != NULL && (context.head->tags & NK_TAG_NAME) != 0
        && !nk_chart_word (chart, place, "the"))
      cost = 0.25;
    nk_edges_add (chart, edges, end,
                  found->edges[i].cost + cost + (is_named ? of_kind (chart, start, context.head, node->object) + nk_chart_of_count (chart, context.head, node->object) : 0)
                      - (kind == NK_NODE_SUCH && is_comma && holds_kind (chart, context.head, node->object) ? 0.3 : 0),
                  node);
  }
}

gboolean
nk_chart_is_of_things (const NkToken *head)
{
  static const char *const of_things[] = { "use",      "usage",  "deployment", "installation", "addition", "existence",
                                           "presence", "number", "set",        "availability", "list",     NULL };

  return nk_word_in (of_things, head->lemma);
}

static void
add_infinitive (NkChart *chart, guint start, NkContext context, NkEdges *edges)
{
  const NkEdges *found;
  double affinity, cost;

  if (!nk_chart_is (chart, start, NK_TAG_TO))
    return;
  nk_chart_add_gap_infinitive (chart, start, context, edges);
  affinity = nk_chart_affinity (chart, "to", NULL, context.head, NULL);
  /* `works with RFC 3484 to solve problems`: what has a name has its purpose already. */
  cost = 0.45 + (context.head != NULL && (context.head->tags & NK_TAG_NAME) != 0 && (context.head->tags & NK_TAG_NOUN) == 0 ? 0.25 : 0);
  found = nk_chart_find (chart, NK_SYMBOL_PHRASES, start + 1, nk_infinitive);
  for (guint i = 0; i < found->n; i++)
    nk_chart_add_joint (chart, start, found->edges[i].end,
                        found->edges[i].cost + (affinity < 0 || nk_chart_is_passive (found->edges[i].node) ? 0.1 : cost),
                        found->edges[i].node, NK_OBJECT_INFINITIVE, edges);
}

/* `a new code point, to be assigned by X`: what will be done with it, and no reason to propose it. */
static void
add_fate (NkChart *chart, guint start, NkEdges *edges)
{
  const NkEdges *found = nk_chart_find (chart, NK_SYMBOL_PHRASES, start + 2, nk_infinitive);
  NkEdges joints = { NULL, 0, 0 };

  for (guint i = 0; i < found->n; i++)
    if (nk_chart_is_passive (found->edges[i].node))
      nk_chart_add_joint (chart, start + 1, found->edges[i].end, found->edges[i].cost + 0.2, found->edges[i].node, NK_OBJECT_INFINITIVE, &joints);
  for (guint i = 0; i < joints.n; i++) {
    NkNode *node = nk_chart_copy (chart, joints.edges[i].node);

    node->start = (guint16)start;
    nk_edges_add (chart, edges, node->end, joints.edges[i].cost, node);
  }
}

/* What a thing does and no one who acts: allow, enable. */
static gboolean
is_enabling (const NkNode *phrases)
{
  static const char *const lemmas[]
      = { "allow", "enable", "permit", "facilitate", "improve", "let", "ensure", "increase", "reduce", "support", NULL };
  const NkNode *phrase = phrases->item->item;

  return phrase->verb != NULL && nk_word_in (lemmas, phrase->verb->lemma);
}

static void
add_for_to (NkChart *chart, guint start, NkEdges *edges)
{
  const NkEdges *nouns;

  static const char *const actors[] = { "proxy",   "agent",    "application", "implementation", "software", "program",
                                        "browser", "resolver", "party",       "module",         "stack",    "service", NULL };

  if (!nk_chart_word (chart, start, "for"))
    return;
  nouns = nk_chart_find (chart, NK_SYMBOL_NOUN, start + 1, nk_finite);
  for (guint i = 0; i < nouns->n; i++) {
    const NkToken *head = nk_node_head (nouns->edges[i].node);
    /* Clients and operators do things; protocols and data are what things are for. */
    gboolean acts = head != NULL
                    && (head->class == NK_CLASS_PEOPLE || head->class == NK_CLASS_SYSTEM
                        || ((head->tags & (NK_TAG_NAME | NK_TAG_PRONOUN)) != 0 && !head->is_quoted) /* the entry for "hue" to refer to X */
                        || nk_word_in (actors, head->lemma));
    const NkEdges *found;

    if (!nk_chart_word (chart, nouns->edges[i].end, "to"))
      continue;
    found = nk_chart_find (chart, NK_SYMBOL_PHRASES, nouns->edges[i].end + 1, nk_infinitive);
    for (guint k = 0; k < found->n; k++) {
      NkNode *node = nk_chart_node (chart, NK_NODE_FOR_TO, start, found->edges[k].end);
      const NkNode *last = nk_node_last (nouns->edges[i].node->posts);

      node->subject = nouns->edges[i].node;
      node->phrase = found->edges[k].node;
      nk_edges_add (chart, edges, found->edges[k].end,
                    nouns->edges[i].cost + found->edges[k].cost + (acts ? 0.05 : 0.6) + (nk_chart_is_passive (node->phrase) ? 0.3 : 0)
                        + (is_enabling (node->phrase) ? 0.5 : 0)
                        + (last != NULL && (last->is_loose || last->kind == NK_NODE_RELATIVE) ? 0.5 : 0),
                    node);
    }
  }
}

static gboolean
is_definition (const NkChart *chart, guint place)
{
  static const char *const lemmas[]
      = { "define", "specify", "describe", "document", "standardize", "outline", "introduce", "detail", NULL };
  const NkLexiconVerb *verb = nk_chart_verb (chart, place, NK_FORM_PARTICIPLE);

  return verb != NULL && nk_word_in (lemmas, verb->lemma);
}

/* `X, as specified in R, for Y`, `X, as specified in R`: what is enclosed by commas behind a noun says where that is specified. */
static void
add_source (NkChart *chart, guint start, NkEdges *edges)
{
  static const char *const words[]
      = { "as defined in",    "as specified in", "as described in", "as shown in",    "as illustrated in",
          "as depicted in",   "as defined by",   "as specified by", "as described by", NULL };
  const NkEdges *found;

  if (!nk_chart_is (chart, start, NK_TAG_COMMA) || !nk_chart_is (chart, start + 1, NK_TAG_PREPOSITION)
      || !nk_word_in (words, chart->tokens->tokens[start + 1].lower))
    return;
  found = nk_chart_find (chart, NK_SYMBOL_JOINT, start + 1, nk_finite);
  for (guint i = 0; i < found->n; i++) {
    gboolean is_last = found->edges[i].end >= chart->tokens->n;
    NkNode *node;

    if (!is_last && (!nk_chart_is (chart, found->edges[i].end, NK_TAG_COMMA) || nk_chart_is (chart, found->edges[i].end + 1, NK_TAG_AND)))
      continue;
    node = nk_chart_copy (chart, found->edges[i].node);
    node->start = (guint16)start;
    node->end = (guint16)(found->edges[i].end + !is_last);
    node->is_loose = TRUE;
    nk_edges_add (chart, edges, node->end, found->edges[i].cost + 0.15, node);
  }
}

void
nk_rule_post (NkChart *chart, guint start, NkContext context, NkEdges *edges)
{
  const NkEdges *found;
  gboolean is_comma = nk_chart_is (chart, start, NK_TAG_COMMA), is_also = nk_chart_is_telling_adverb (chart, start + 1);
  gboolean is_unsaid = is_also && !nk_chart_word (chart, start + 1, "sometimes") && !nk_chart_word (chart, start + 1, "often");

  if (nk_chart_is (chart, start, NK_TAG_PREPOSITION)) {
    const char *word = chart->tokens->tokens[start].lower;

    double affinity = 0; /* the same for all objects of one kind */

    found = nk_chart_find (chart, NK_SYMBOL_JOINT, start, nk_finite);
    for (guint i = 0; i < found->n; i++) {
      if (i == 0 || found->edges[i].node->object_kind != found->edges[i - 1].node->object_kind)
        affinity = nk_chart_affinity (chart, word, found->edges[i].node, context.head, NULL);
      nk_edges_add (chart, edges, found->edges[i].end, found->edges[i].cost + nk_cost_of_joint (chart, word, found->edges[i].node, context.head, affinity),
                    found->edges[i].node);
    }
  }
  nk_chart_add_names (chart, start, context, edges);
  add_infinitive (chart, start, context, edges);
  if (is_comma && nk_chart_word (chart, start + 1, "to") && nk_chart_word (chart, start + 2, "be"))
    add_fate (chart, start, edges);
  add_for_to (chart, start, edges);
  nk_chart_add_relatives (chart, start, context, edges);
  add_objects (chart, start, context, edges);
  if (nk_chart_verb (chart, start, NK_FORM_PARTICIPLE) != NULL
      || (nk_chart_is (chart, start, NK_TAG_ADVERB) && nk_chart_verb (chart, start + 1, NK_FORM_PARTICIPLE) != NULL))
    nk_chart_add_phrase_post (chart, NK_NODE_PARTICIPLE, start, context, nk_chart_find (chart, NK_SYMBOL_PHRASES, start, nk_participle),
                              0.15 + (nk_chart_verb (chart, start, NK_FORM_BASE) != NULL ? 0.4 : 0), FALSE, edges); /* a parameter set */
  if ((nk_chart_verb (chart, start, NK_FORM_ING) != NULL && !nk_chart_word (chart, start, "concerning")
       && !nk_chart_word (chart, start, "regarding"))
      || (nk_chart_word (chart, start, "being") && nk_chart_verb (chart, start + 1, NK_FORM_PARTICIPLE) != NULL))
    nk_chart_add_phrase_post (chart, NK_NODE_PRESENT, start, context, nk_chart_find (chart, NK_SYMBOL_PHRASES, start, nk_ing), 0.3, FALSE,
                              edges);
  if (is_comma && nk_chart_verb (chart, start + 1, NK_FORM_ING) != NULL)
    nk_chart_add_enclosed (chart, start, edges);
  if (is_comma && nk_chart_contains (chart, start + 1))
    nk_chart_add_phrase_post (chart, NK_NODE_PRESENT, start, context, nk_chart_find (chart, NK_SYMBOL_PHRASES, start + 1, nk_ing), 0.15,
                              TRUE, edges);
  /* X, as originally defined in Y */
  if (nk_chart_word (chart, start + is_comma, "as") && nk_chart_is (chart, start + is_comma + 1, NK_TAG_ADVERB | NK_TAG_CONNECTIVE)
      && is_definition (chart, start + is_comma + 2))
    nk_chart_add_phrase_post (chart, NK_NODE_PARTICIPLE, start, context,
                              nk_chart_find (chart, NK_SYMBOL_PHRASES, start + is_comma + 1, nk_participle), 0.1, is_comma, edges);
  /* X, as it is used in Y */
  if (nk_chart_word (chart, start + is_comma, "as")
      && (nk_chart_word (chart, start + is_comma + 1, "it") || nk_chart_word (chart, start + is_comma + 1, "they"))
      && nk_chart_is (chart, start + is_comma + 2, NK_TAG_BE) && nk_chart_verb (chart, start + is_comma + 3, NK_FORM_PARTICIPLE) != NULL)
    nk_chart_add_phrase_post (chart, NK_NODE_PARTICIPLE, start, context,
                              nk_chart_find (chart, NK_SYMBOL_PHRASES, start + is_comma + 3, nk_participle), 0.1, is_comma, edges);
  /* X, as defined in Y */
  if (nk_chart_word (chart, start + is_comma, "as") && is_definition (chart, start + is_comma + 1))
    nk_chart_add_phrase_post (chart, NK_NODE_PARTICIPLE, start, context,
                              nk_chart_find (chart, NK_SYMBOL_PHRASES, start + is_comma + 1, nk_participle), 0.1, is_comma, edges);
  add_source (chart, start, edges);
  if (is_comma
      && (nk_chart_verb (chart, start + 1, NK_FORM_PARTICIPLE) != NULL
          || (is_also && nk_chart_verb (chart, start + 2, NK_FORM_PARTICIPLE) != NULL)))
    nk_chart_add_phrase_post (chart, NK_NODE_PARTICIPLE, start, context,
                              nk_chart_find (chart, NK_SYMBOL_PHRASES, start + 1 + is_unsaid, nk_participle), is_also ? 0.2 : 0.4, TRUE,
                              edges);
  /* X, specifically designed for Y */
  if (is_comma && !is_also && nk_chart_is (chart, start + 1, NK_TAG_ADVERB) && nk_chart_verb (chart, start + 2, NK_FORM_PARTICIPLE) != NULL)
    nk_chart_add_phrase_post (chart, NK_NODE_PARTICIPLE, start, context,
                              nk_chart_find (chart, NK_SYMBOL_PHRASES, start + 1, nk_participle), 0.4, TRUE, edges);
  for (guint place = start; place <= start + (is_comma ? 1u : 0u) && place < chart->tokens->n; place++)
    add_quality (chart, place, context, edges);
}
