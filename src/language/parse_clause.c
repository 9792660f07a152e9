/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* What stands around a verb phrase, and clauses. */
#include "language/parse_private.h"

#include <string.h>

#define OF_BEING 0.4 /* `is a network to provide services`: that is what the network is for, not the being */

static void
add_conjunctions (NkChart *chart, guint start, guint place, double cost, NkEdges *edges)
{
  static const struct {
    NkObjectKind kind;
    NkSymbol symbol;
    double cost;
  } objects[] = {
    { NK_OBJECT_CLAUSE, NK_SYMBOL_CLAUSE, 0.3 },
    { NK_OBJECT_GERUND, NK_SYMBOL_PHRASES, 0.2 },
    { NK_OBJECT_PARTICIPLE, NK_SYMBOL_PHRASES, 0.2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (objects); i++) {
    const NkEdges *found;

    if (!nk_lexicon_word_joins (chart->tokens->tokens[place].entry, objects[i].kind)
        || (i == 1 && nk_chart_is (chart, place, NK_TAG_PREPOSITION)))
      continue;
    found = nk_chart_find (chart, objects[i].symbol, place + 1, i == 0 ? nk_finite : i == 1 ? nk_ing : nk_participle);
    for (guint k = 0; k < found->n; k++) {
      NkNode *node = nk_chart_node (chart, NK_NODE_JOINT, start, found->edges[k].end);

      node->token = &chart->tokens->tokens[place];
      node->object_kind = objects[i].kind;
      node->clause = i == 0 ? found->edges[k].node : NULL;
      node->phrase = i == 0 ? NULL : found->edges[k].node;
      nk_edges_add (chart, edges, found->edges[k].end, found->edges[k].cost + objects[i].cost + cost, node);
    }
  }
}

/* `in order for X to V` */
static void
add_purpose_of_other (NkChart *chart, guint start, guint place, double cost, NkEdges *edges)
{
  const NkEdges *subjects = nk_chart_find (chart, NK_SYMBOL_NOUN, place + 1, nk_finite);

  for (guint i = 0; i < subjects->n; i++) {
    const NkEdges *found;

    if (!nk_chart_word (chart, subjects->edges[i].end, "to"))
      continue;
    found = nk_chart_find (chart, NK_SYMBOL_PHRASES, subjects->edges[i].end + 1, nk_infinitive);
    for (guint k = 0; k < found->n; k++) {
      NkNode *node = nk_chart_node (chart, NK_NODE_JOINT, start, found->edges[k].end);
      NkNode *clause = nk_chart_node (chart, NK_NODE_CLAUSE, place + 1, found->edges[k].end);

      clause->subject = subjects->edges[i].node;
      clause->phrase = found->edges[k].node;
      node->token = &chart->tokens->tokens[place];
      node->object_kind = NK_OBJECT_CLAUSE;
      node->clause = clause;
      nk_edges_add (chart, edges, found->edges[k].end, subjects->edges[i].cost + found->edges[k].cost + cost, node);
    }
  }
}

static void
add_purpose (NkChart *chart, guint start, guint place, double cost, NkContext context, NkEdges *edges)
{
  static const char *const having[] = { "contain", "include", "comprise", "have", "hold", "lack", NULL }; /* what is had is for something */
  double affinity = nk_chart_affinity (chart, "to", NULL, NULL, context.verb);
  gboolean is_plain = nk_chart_word (chart, place, "to");
  const NkEdges *found = nk_chart_find (chart, NK_SYMBOL_PHRASES, place + 1, nk_infinitive);

  if (is_plain && context.verb != NULL && nk_word_in (having, context.verb->lemma))
    cost += 0.3;
  if (is_plain && context.is_passive && context.verb != NULL && nk_word_is (context.verb->lemma, "use"))
    cost -= 0.25; /* used with X to do Y */
  for (guint i = 0; i < found->n; i++) {
    NkNode *node = nk_chart_node (chart, NK_NODE_JOINT, start, found->edges[i].end);

    node->token = &chart->tokens->tokens[place];
    node->object_kind = NK_OBJECT_INFINITIVE;
    node->phrase = found->edges[i].node;
    nk_edges_add (chart, edges, found->edges[i].end,
                  found->edges[i].cost + cost
                      + (!is_plain                            ? 0.1
                         : nk_chart_is_passive (node->phrase) ? 0.7
                         : affinity < 0                       ? 0.05
                                                              : 0.4),
                  node);
  }
}

/* `allocates a namespace for X, as specified in R`: R tells how that is done. */
static gboolean
is_doing_as_told (const char *word, const NkLexiconVerb *verb)
{
  static const char *const words[] = { "as specified in", "as defined in", "as described in", "as required by", NULL };
  static const char *const lemmas[] = { "allocate", "assign", "register", "reserve", "request", NULL };

  return verb != NULL && nk_word_in (lemmas, verb->lemma) && nk_word_in (words, word);
}

/* `, especially in networks`, `for example for testing`: an adverb of what follows it. */
static void
add_limited (NkChart *chart, guint start, guint place, NkContext context, NkEdges *edges)
{
  static const char *const words[]
      = { "especially", "particularly", "primarily", "mainly", "for example", "for instance", "notably", NULL };
  const NkEdges *found;

  if (!nk_word_in (words, chart->tokens->tokens[place].lower) || nk_chart_is_document_verb (context.verb))
    return; /* a document defines X: it is X that is for Y especially */
  found = nk_chart_find (chart, NK_SYMBOL_JOINT, place + 1, nk_finite);
  for (guint i = 0; i < found->n; i++) {
    NkNode *joint = nk_chart_copy (chart, found->edges[i].node), *adverb = nk_chart_node (chart, NK_NODE_ADVERB, place, place + 1);

    adverb->token = &chart->tokens->tokens[place];
    joint->a = adverb;
    joint->start = (guint16)start;
    nk_edges_add (chart, edges, found->edges[i].end,
                  found->edges[i].cost + 0.3 + nk_chart_affinity (chart, joint->token->lower, joint, NULL, context.verb), joint);
  }
}

/* `to carry X over HTTP, that enables Y`: what is done enables it. */
static void
add_effect (NkChart *chart, guint start, NkEdges *edges)
{
  static const char *const effects[] = { "enable", "allow", "permit", "facilitate", "make", "help", "improve", "ensure", "reduce", NULL };
  const NkLexiconVerb *verb = nk_chart_verb (chart, start + 2, NK_FORM_S);
  const NkEdges *found;

  if (start == 0 || !nk_chart_word (chart, start + 1, "that") || !nk_chart_is (chart, start - 1, NK_TAG_NAME) || verb == NULL
      || !nk_word_in (effects, verb->lemma))
    return;
  found = nk_chart_find (chart, NK_SYMBOL_PHRASES, start + 2, nk_finite);
  for (guint i = 0; i < found->n; i++) {
    NkNode *node = nk_chart_node (chart, NK_NODE_RESULT, start, found->edges[i].end);

    node->phrase = found->edges[i].node;
    nk_edges_add (chart, edges, found->edges[i].end, found->edges[i].cost + 0.3, node);
  }
}

/* `practices for displaying addresses safely`: what is described is done safely, the description is not; but links change over time. */
static gboolean
is_manner (const NkToken *adverb, const NkLexiconVerb *verb)
{
  static const char *const acts[] = { "change", "modify", "move", "create", "make", "assign", "allocate", "evaluate", NULL };
  static const char *const of_texts[] = { "also",     "only",   "here",     "herein", "below",  "above",   "further",  "too",
                                          "together", "in detail", "in depth", "in general", "in particular", "in part", "in full",
                                          "as well",  "verbatim", "first",  "for completeness", "for example", "briefly",  "explicitly", "formally",    "clearly",   "precisely", "fully",  "completely",
                                          "only",     "informally", "separately",  "partially", "generally", "merely", "solely",
                                          "normatively", "exactly", "consistently", "entirely", NULL };

  return nk_chart_is_document_verb (verb) && !nk_word_in (acts, verb->lemma) && (adverb->tags & NK_TAG_CONNECTIVE) == 0 && !nk_word_in (of_texts, adverb->lower);
}

/* `is a protocol using keys`, `applies to networks using radio`: what is, or is concerned, uses it. */
static gboolean
is_tool_of_noun (const NkChart *chart, guint start, NkContext context)
{
  static const char *const users[] = { "applications", "clients", "hosts", "devices", "nodes", "deployments", "implementations", "users", NULL },
                          *const enabling[] = { "allow", "enable", "permit", "facilitate", "support", NULL };

  if (!nk_chart_word (chart, start, "using") || context.is_passive)
    return FALSE;
  /* `integration with applications using SASL`: the applications do */
  if (context.verb != NULL && (nk_chart_is_document_verb (context.verb) || nk_word_in (enabling, context.verb->lemma)) && start > 1
      && nk_word_in (users, chart->tokens->tokens[start - 1].lower)
      && nk_chart_is (chart, start - 2, NK_TAG_PREPOSITION))
    return TRUE;
  return context.verb != NULL ? nk_word_is (context.verb->lemma, "apply")
                              : nk_chart_is (chart, start - 1, NK_TAG_NOUN | NK_TAG_NAME | NK_TAG_BRACKET);
}

/* `, V-ing X`: what follows from the verb before the comma. */
static void
add_result (NkChart *chart, guint start, double cost, NkEdges *edges)
{
  guint place = start + 1;
  const NkEdges *found;

  if (nk_chart_verb (chart, place, NK_FORM_ING) == NULL
      && !(nk_chart_is (chart, place, NK_TAG_ADVERB | NK_TAG_CONNECTIVE) && nk_chart_verb (chart, place + 1, NK_FORM_ING) != NULL))
    return;
  cost += nk_chart_contains (chart, place) || nk_chart_is (chart, place, NK_TAG_SUCH) || nk_chart_word (chart, place, "following") ? 0.6 : 0.25;
  found = nk_chart_find (chart, NK_SYMBOL_PHRASES, place, nk_ing);
  for (guint i = 0; i < found->n; i++) {
    NkNode *node = nk_chart_node (chart, NK_NODE_RESULT, start, found->edges[i].end);

    node->phrase = found->edges[i].node;
    nk_edges_add (chart, edges, found->edges[i].end, found->edges[i].cost + cost, node);
  }
}

void
nk_rule_adverbial (NkChart *chart, guint start, NkContext context, NkEdges *edges)
{
  gboolean is_comma = nk_chart_is (chart, start, NK_TAG_COMMA);
  guint place = is_comma ? start + 1 : start;
  /* `for reading keys, using the ring`: it is by using the ring that they are read, and using it does not follow from that. */
  gboolean is_using = is_comma && context.verb != NULL && nk_chart_word (chart, place, "using");
  gboolean is_means = is_using && !nk_chart_is_document_verb (context.verb);
  const NkEdges *found;

  if (place >= chart->tokens->n)
    return;
  if (nk_chart_is (chart, place, NK_TAG_ADVERB | NK_TAG_CONNECTIVE) && (!is_comma || place + 1 == chart->tokens->n)) {
    NkNode *node = nk_chart_node (chart, NK_NODE_ADVERB, start, place + 1);

    node->token = &chart->tokens->tokens[place];
    nk_edges_add (chart, edges, place + 1,
                  (is_comma ? 0.3 : 0.15) + (is_manner (node->token, context.verb) ? 0.3 : 0), node);
  }
  if (nk_chart_is (chart, place, NK_TAG_ADVERB) && nk_chart_is (chart, place + 1, NK_TAG_PREPOSITION))
    add_limited (chart, start, place, context, edges);
  if (nk_chart_is (chart, place, NK_TAG_PREPOSITION)) {
    static const char *const lasting[] = { "belong", "correspond", "relate", "conform", "consist", "pertain", "depend", "resemble", NULL };
    static const char *const places[] = { "in", "at", "on", "over", "during", "within", "across", NULL };
    static const char *const running[] = { "use", "run", "operate", "deploy", "implement", "layer", NULL };
    const char *word = chart->tokens->tokens[place].lower;
    double cost = 0.25 + (is_means ? -0.1 : is_comma ? 0.2 : 0), affinity = 0;

    if (g_str_equal (word, "of"))
      cost += 0.6;
    if (!is_comma && is_tool_of_noun (chart, start, context))
      cost += 0.2;
    /* what is contained in networks is not contained there */
    if (context.verb != NULL && !context.is_passive && nk_word_is (context.verb->lemma, "include")
        && (nk_word_is (word, "in") || nk_word_is (word, "within")))
      cost += 0.2;
    if (context.verb != NULL && nk_word_in (lasting, context.verb->lemma) && nk_word_in (places, word))
      cost += 0.3; /* what belongs to something does so everywhere */
    if (!is_comma && context.verb != NULL && nk_word_is (word, "on top of") && nk_word_in (running, context.verb->lemma))
      cost -= 0.3;
    if (is_comma && !context.is_passive && is_doing_as_told (word, context.verb))
      cost -= 0.35;
    if (nk_chart_describes_object (word, context.verb)
        || (is_comma && nk_chart_is_document_verb (context.verb) && (nk_word_is (word, "similar to") || nk_word_is (word, "compatible with"))))
      cost += 0.4;
    if (is_comma && context.verb != NULL && (nk_word_is (context.verb->lemma, "call") || nk_word_is (context.verb->lemma, "name")))
      cost += 0.4; /* a format, called X, for Y */
    found = nk_chart_find (chart, NK_SYMBOL_JOINT, place, nk_finite);
    for (guint i = 0; i < found->n; i++) {
      double own = nk_cost_of_document (word, found->edges[i].node, context.verb, is_comma);

      /* The same for all objects of one kind, but in a manner. */
      if (i == 0 || found->edges[i].node->object_kind != found->edges[i - 1].node->object_kind || nk_word_is (word, "in"))
        affinity = nk_chart_affinity (chart, word, found->edges[i].node, NULL, context.verb);
      nk_edges_add (chart, edges, found->edges[i].end, found->edges[i].cost + cost + own + affinity, found->edges[i].node);
    }
  }
  if (is_comma)
    add_effect (chart, start, edges);
  if (nk_chart_is (chart, place, NK_TAG_TO))
    add_purpose (chart, start, place, is_comma ? 0.1 : context.verb == NULL && nk_chart_word (chart, place, "to") ? OF_BEING : 0, context,
                 edges);
  if (nk_chart_word (chart, place, "in order for"))
    add_purpose_of_other (chart, start, place, is_comma ? 0.05 : 0, edges);
  else if (nk_chart_is (chart, place, NK_TAG_CONJUNCTION))
    add_conjunctions (chart, start, place, is_comma ? 0.05 : 0, edges);
  if (is_comma)
    add_result (chart, start, is_means ? 0.3 : is_using ? 0.1 : 0, edges);
}

/* `to provide X to support Y`, `such that X is done in time`: the second is more likely of the first than of the verb before both. */
static gboolean
is_of_first (const NkNode *first, const NkNode *rest)
{
  if (first->kind != NK_NODE_JOINT || rest->item->kind != NK_NODE_JOINT)
    return FALSE;
  /* `extends X by specifying the use of Y for verifying Z` */
  if (first->object_kind == NK_OBJECT_GERUND && nk_word_is (first->token->lower, "by") && rest->item->object_kind == NK_OBJECT_GERUND
      && nk_word_is (rest->item->token->lower, "for"))
    return TRUE;
  return (first->object_kind == NK_OBJECT_INFINITIVE && rest->item->object_kind == NK_OBJECT_INFINITIVE
          && g_str_equal (rest->item->token->lower, "to"))
         || (first->object_kind == NK_OBJECT_CLAUSE && rest->item->object_kind == NK_OBJECT_NOUN);
}

void
nk_rule_adverbials (NkChart *chart, guint start, NkContext context, NkEdges *edges)
{
  const NkEdges *first = nk_chart_find (chart, NK_SYMBOL_ADVERBIAL, start, context);

  for (guint i = 0; i < first->n; i++) {
    const NkEdges *rest = nk_chart_find (chart, NK_SYMBOL_ADVERBIALS, first->edges[i].end, context);

    nk_edges_add (chart, edges, first->edges[i].end, first->edges[i].cost, nk_chart_list (chart, first->edges[i].node, NULL));
    for (guint k = 0; k < rest->n; k++)
      nk_edges_add (chart, edges, rest->edges[k].end,
                    first->edges[i].cost + rest->edges[k].cost + 0.05 + (is_of_first (first->edges[i].node, rest->edges[k].node) ? 0.4 : 0),
                    nk_chart_list (chart, first->edges[i].node, rest->edges[k].node));
  }
}

double
nk_chart_agreement (const NkNode *subject, const NkNode *phrases)
{
  guint number = phrases->item->item->number;

  if (subject->kind == NK_NODE_GERUND || subject->kind == NK_NODE_QUESTION)
    return number == 2 ? NK_DISAGREEMENT : 0;
  return (number == 1 && subject->is_plural) || (number == 2 && !subject->is_plural) ? NK_DISAGREEMENT : 0;
}

/* `is defined`, with nothing behind it */
static gboolean
is_introduced (const NkNode *phrases)
{
  static const char *const lemmas[] = { "define", "specify", "describe", "introduce", "propose", "present", "provide", "develop", NULL };
  const NkNode *phrase = phrases->item->item;

  return phrases->item->next == NULL && phrase->is_passive && phrase->verb != NULL && nk_word_in (lemmas, phrase->verb->lemma)
         && phrase->p == NULL && phrase->adverbials == NULL && phrase->infinitive == NULL && phrase->that == NULL;
}

/* `An extension is defined that binds X to Y`: the relative clause of the subject stands behind the verb. */
static void
add_told_later (NkChart *chart, guint start, const NkEdge *subject, const NkEdge *phrases, NkEdges *edges)
{
  const NkEdges *told = nk_chart_find (chart, NK_SYMBOL_PHRASES, phrases->end + 1, nk_finite);

  if (subject->node->kind != NK_NODE_NOUN)
    return;
  for (guint i = 0; i < told->n; i++) {
    NkNode *node = nk_chart_node (chart, NK_NODE_CLAUSE, start, told->edges[i].end);
    NkNode *relative = nk_chart_node (chart, NK_NODE_RELATIVE, phrases->end, told->edges[i].end), *noun = nk_chart_copy (chart, subject->node);

    relative->phrase = told->edges[i].node;
    noun->posts = nk_chart_append (chart, noun->posts, relative);
    node->subject = noun;
    node->phrase = phrases->node;
    nk_edges_add (chart, edges, told->edges[i].end, subject->cost + phrases->cost + told->edges[i].cost + 0.1, node);
  }
}

void
nk_rule_clause (NkChart *chart, guint start, NkContext context, NkEdges *edges)
{
  const NkEdges *subjects = nk_chart_find (chart, NK_SYMBOL_NOUN, start, nk_finite);

  if (nk_chart_is (chart, start, NK_TAG_THERE) && nk_chart_is (chart, start + 1, NK_TAG_BE)) {
    const NkEdges *found = nk_chart_find (chart, NK_SYMBOL_NOUN, start + 2, nk_finite);

    for (guint i = 0; i < found->n; i++) {
      NkNode *node = nk_chart_node (chart, NK_NODE_CLAUSE, start, found->edges[i].end);

      node->subject = found->edges[i].node;
      nk_edges_add (chart, edges, found->edges[i].end, found->edges[i].cost + 0.1, node);
    }
  }
  for (guint i = 0; i < subjects->n; i++) {
    const NkEdges *phrases = nk_chart_find (chart, NK_SYMBOL_PHRASES, subjects->edges[i].end, nk_finite);

    for (guint k = 0; k < phrases->n; k++) {
      NkNode *node = nk_chart_node (chart, NK_NODE_CLAUSE, start, phrases->edges[k].end);

      if (nk_chart_word (chart, start, "this") && subjects->edges[i].end == start + 1 && nk_word_is_document (chart->tokens->tokens[start + 1].lower))
        continue; /* `This document updates`: no verb `document` */
      if (is_introduced (phrases->edges[k].node) && nk_chart_word (chart, phrases->edges[k].end, "that"))
        add_told_later (chart, start, &subjects->edges[i], &phrases->edges[k], edges);

      node->subject = subjects->edges[i].node;
      node->phrase = phrases->edges[k].node;
      nk_edges_add (chart, edges, phrases->edges[k].end,
                    subjects->edges[i].cost + phrases->edges[k].cost + nk_chart_agreement (node->subject, node->phrase), node);
    }
  }
}

void
nk_rule_lead (NkChart *chart, guint start, NkContext context, NkEdges *edges)
{
  NkEdges found = { NULL, 0, 0 };
  static const guint words = NK_TAG_ADVERB | NK_TAG_CONNECTIVE;

  if (nk_chart_is (chart, start, words) || (start == 0 && nk_chart_is (chart, start, NK_TAG_AND))) {
    NkNode *node = nk_chart_node (chart, NK_NODE_ADVERB, start, start + 1);

    node->token = &chart->tokens->tokens[start];
    nk_edges_add (chart, &found, start + 1, 0.05, node);
  }
  if (nk_chart_is (chart, start, NK_TAG_PREPOSITION)) {
    const NkEdges *joints = nk_chart_find (chart, NK_SYMBOL_JOINT, start, nk_finite);

    for (guint i = 0; i < joints->n; i++)
      nk_edges_add (chart, &found, joints->edges[i].end, joints->edges[i].cost + 0.05, joints->edges[i].node);
  }
  if (nk_chart_is (chart, start, NK_TAG_TO))
    add_purpose (chart, start, start, -0.3, context, &found);
  if (nk_chart_word (chart, start, "in order for"))
    add_purpose_of_other (chart, start, start, 0, &found);
  else if (nk_chart_is (chart, start, NK_TAG_CONJUNCTION))
    add_conjunctions (chart, start, start, -0.1, &found);
  for (guint i = 0; i < found.n; i++) {
    gboolean is_comma = nk_chart_is (chart, found.edges[i].end, NK_TAG_COMMA);
    guint next = found.edges[i].end + is_comma;
    const NkEdges *rest = nk_chart_find (chart, NK_SYMBOL_LEAD, next, nk_finite);
    double cost = found.edges[i].cost + (is_comma ? 0 : 0.3);

    nk_edges_add (chart, edges, next, cost, nk_chart_list (chart, found.edges[i].node, NULL));
    for (guint k = 0; k < rest->n; k++)
      nk_edges_add (chart, edges, rest->edges[k].end, cost + rest->edges[k].cost,
                    nk_chart_list (chart, found.edges[i].node, rest->edges[k].node));
  }
}

/* `decoupling the location and identifier functions`: an identifier that functions would have its article. */
static double
of_bare_subject (const NkNode *clause)
{
  const NkNode *subject = clause->kind == NK_NODE_CLAUSE ? clause->subject : NULL;

  return subject != NULL && subject->kind == NK_NODE_NOUN && subject->n_determiners == 0 && subject->n_items == 1 && !subject->is_plural
                 && subject->posts == NULL && (subject->token->tags & NK_TAG_NAME) == 0
                 && (subject->token->class == NK_CLASS_DATA || subject->token->class == NK_CLASS_SYSTEM || subject->token->class == NK_CLASS_PEOPLE)
             ? 0.4
             : 0;
}

static void
add_clauses (NkChart *chart, guint start, guint first, const NkNode *lead, double lead_cost, NkEdges *edges)
{
  const NkEdges *clauses = nk_chart_find (chart, NK_SYMBOL_CLAUSE, first, nk_finite);

  for (guint i = 0; i < clauses->n; i++) {
    guint end = clauses->edges[i].end, next = 0;
    double cost = lead_cost + clauses->edges[i].cost;
    NkNode *clause = nk_chart_copy (chart, clauses->edges[i].node);
    const NkToken *joiner = NULL;

    clause->lead = lead;
    clause->start = (guint16)start;
    nk_edges_add (chart, edges, end, cost, clause);
    if (nk_chart_is (chart, end, NK_TAG_COMMA) && nk_chart_is (chart, end + 1, NK_TAG_AND))
      next = end + 2;
    else if (nk_chart_is (chart, end, NK_TAG_AND | NK_TAG_SEMICOLON))
      next = end + 1;
    if (next == 0)
      continue;
    joiner = &chart->tokens->tokens[next - 1];
    {
      const NkEdges *rest = nk_chart_find (chart, NK_SYMBOL_CLAUSES, next, nk_finite);

      for (guint m = 0; m < rest->n; m++) {
        NkNode *node = nk_chart_node (chart, NK_NODE_CLAUSES, start, rest->edges[m].end);

        node->a = clause;
        node->b = rest->edges[m].node;
        node->and_token = joiner;
        nk_edges_add (chart, edges, rest->edges[m].end, cost + rest->edges[m].cost + 0.3 + of_bare_subject (node->b), node);
      }
    }
  }
}

void
nk_rule_clauses (NkChart *chart, guint start, NkContext context, NkEdges *edges)
{
  const NkEdges *leads;

  if (start == 0 && nk_chart_word (chart, 0, "note") && nk_chart_word (chart, 1, "that"))
    return; /* an aside, and `note` no noun with a clause */
  leads = nk_chart_find (chart, NK_SYMBOL_LEAD, start, nk_finite);
  add_clauses (chart, start, start, NULL, 0, edges);
  for (guint i = 0; i < leads->n; i++)
    add_clauses (chart, start, leads->edges[i].end, leads->edges[i].node, leads->edges[i].cost, edges);
}
