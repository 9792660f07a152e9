/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Questions that stand where a noun does: how to do something, whether it is so, which of them does it. */
#include "language/parse_private.h"

/* `assess if X can be met`: whether it can. */
static gboolean
asks_if (const NkChart *chart, guint start)
{
  static const char *const asking[]
      = { "assess", "determine", "check", "verify", "test", "detect", "decide", "evaluate", "see", "know", "ask", "tell", NULL };

  if (start == 0 || !nk_chart_word (chart, start, "if"))
    return FALSE;
  for (guint form = 0; form < NK_N_FORMS; form++) {
    const NkLexiconVerb *verb = nk_chart_verb (chart, start - 1, form);

    if (verb != NULL && nk_word_in (asking, verb->lemma))
      return TRUE;
  }
  return FALSE;
}

/* `whether or not`, `how and when`: the place of the last word of the question, of which the second is told. */
static guint
question_end (const NkChart *chart, guint start, const NkToken **second)
{
  *second = NULL;
  if (nk_chart_word (chart, start, "whether") && nk_chart_word (chart, start + 1, "or") && nk_chart_is (chart, start + 2, NK_TAG_NOT))
    return start + 2;
  if (nk_chart_is (chart, start + 1, NK_TAG_AND) && nk_chart_is (chart, start + 2, NK_TAG_QUESTION)
      && !nk_chart_word (chart, start + 2, "what")) {
    *second = &chart->tokens->tokens[start + 2];
    return start + 2;
  }
  return start;
}

static void
add_plain (NkChart *chart, guint start, NkEdges *edges)
{
  NkContext finite = { NK_WANT_FINITE, NULL, FALSE, NULL }, infinitive = { NK_WANT_INFINITIVE, NULL, FALSE, NULL };
  const NkEdges *found;
  const NkToken *second;
  guint last = question_end (chart, start, &second);

  if (nk_chart_word (chart, start, "what") && nk_chart_word (chart, start + 1, "it")
      && (nk_chart_word (chart, start + 2, "means") || nk_chart_word (chart, start + 2, "takes")))
    return; /* what it means to say that S: of all and nothing */

  if (nk_chart_is (chart, last + 1, NK_TAG_TO)) {
    found = nk_chart_find (chart, NK_SYMBOL_PHRASES, last + 2, infinitive);
    for (guint i = 0; i < found->n; i++) {
      NkNode *node = nk_chart_node (chart, NK_NODE_QUESTION, start, found->edges[i].end);

      node->token = &chart->tokens->tokens[start];
      node->and_token = second;
      node->phrase = found->edges[i].node;
      nk_edges_add (chart, edges, found->edges[i].end, found->edges[i].cost + 0.1, node);
    }
  }
  found = nk_chart_find (chart,
                         nk_chart_word (chart, start, "what") && !nk_chart_is (chart, start + 1, NK_TAG_NOUN | NK_TAG_ADJECTIVE)
                             ? NK_SYMBOL_GAP
                             : NK_SYMBOL_CLAUSE,
                         last + 1, finite);
  for (guint i = 0; i < found->n; i++) {
    NkNode *node = nk_chart_node (chart, NK_NODE_QUESTION, start, found->edges[i].end);

    node->token = &chart->tokens->tokens[start];
    node->and_token = second;
    node->clause = found->edges[i].node;
    nk_edges_add (chart, edges, found->edges[i].end, found->edges[i].cost + 0.4, node);
  }
}

static void
add_node (NkChart *chart, guint start, guint end, double cost, const NkNode *clause, const NkNode *phrase, NkEdges *edges)
{
  NkNode *node = nk_chart_node (chart, NK_NODE_QUESTION, start, end);

  node->token = &chart->tokens->tokens[start];
  node->clause = clause;
  node->phrase = phrase;
  nk_edges_add (chart, edges, end, cost, node);
}

/* `which form to use`: the noun is the object of the infinitive. */
static void
add_choice (NkChart *chart, guint start, const NkEdge *noun, NkEdges *edges)
{
  const NkEdges *groups = nk_chart_find (chart, NK_SYMBOL_GROUP, noun->end + 1, nk_infinitive);

  for (guint i = 0; i < groups->n; i++) {
    NkNode *base = nk_chart_copy (chart, groups->edges[i].node);
    NkEdges found = { NULL, 0, 0 };

    if (base->verb == NULL || base->is_passive)
      continue;
    base->lacks_object = TRUE;
    nk_chart_match_object_frames (chart, groups->edges[i].end, 0, base, &found);
    for (guint k = 0; k < found.n; k++) {
      NkNode *phrase = nk_chart_copy (chart, found.edges[k].node);
      NkNode *phrases = nk_chart_node (chart, NK_NODE_PHRASES, noun->end + 1, found.edges[k].end);
      const NkEdges *rest = nk_chart_find (chart, NK_SYMBOL_JOINT, found.edges[k].end, nk_finite);
      double cost = noun->cost + groups->edges[i].cost + found.edges[k].cost;

      phrase->object = noun->node;
      phrase->lacks_object = FALSE;
      phrases->item = nk_chart_list (chart, phrase, NULL);
      add_node (chart, start, found.edges[k].end, cost + 0.2, NULL, phrases, edges);
      for (guint m = 0; m < rest->n; m++) {
        NkNode *with = nk_chart_copy (chart, phrase), *all = nk_chart_copy (chart, phrases);

        with->adverbials = nk_chart_list (chart, rest->edges[m].node, NULL);
        with->end = all->end = (guint16)rest->edges[m].end;
        all->item = nk_chart_list (chart, with, NULL);
        add_node (chart, start, rest->edges[m].end, cost + rest->edges[m].cost + 0.4, NULL, all, edges);
      }
    }
  }
}

/* `which form of names to use` */
static void
add_choice_of (NkChart *chart, guint start, const NkEdge *noun, NkEdges *edges)
{
  const NkEdges *joints = nk_chart_find (chart, NK_SYMBOL_JOINT, noun->end, nk_finite);

  for (guint i = 0; i < joints->n; i++) {
    NkNode *whole = nk_chart_copy (chart, noun->node);
    NkEdge edge = { joints->edges[i].end, noun->cost + joints->edges[i].cost, whole };

    if (!nk_chart_is (chart, edge.end, NK_TAG_TO))
      continue;
    whole->posts = nk_chart_list (chart, joints->edges[i].node, NULL);
    whole->end = (guint16)edge.end;
    add_choice (chart, start, &edge, edges);
  }
}

/* `which keys a server accepts`: the noun is the object of the clause. */
static void
add_object (NkChart *chart, guint start, const NkEdge *noun, NkEdges *edges)
{
  const NkEdges *gaps = nk_chart_find (chart, NK_SYMBOL_GAP, noun->end, nk_finite);

  for (guint i = 0; i < gaps->n; i++) {
    const NkNode *phrases = gaps->edges[i].node->phrase, *phrase = phrases->item->item;
    NkNode *clause = nk_chart_copy (chart, gaps->edges[i].node), *all = nk_chart_copy (chart, phrases),
           *with = nk_chart_copy (chart, phrase);

    if (!phrase->lacks_object)
      continue;
    with->object = noun->node;
    with->lacks_object = FALSE;
    all->item = nk_chart_list (chart, with, NULL);
    clause->phrase = all;
    add_node (chart, start, gaps->edges[i].end, noun->cost + gaps->edges[i].cost + 0.4, clause, NULL, edges);
  }
}

/* `what a gateway is`: the question word is the predicate. */
static void
add_what_is (NkChart *chart, guint start, NkEdges *edges)
{
  const NkEdges *subjects = nk_chart_find (chart, NK_SYMBOL_NOUN, start + 1, nk_finite);

  for (guint i = 0; i < subjects->n; i++) {
    guint place = subjects->edges[i].end;
    NkNode *clause, *phrases, *be, *what;

    if ((!nk_chart_word (chart, place, "is") && !nk_chart_word (chart, place, "are")) || subjects->edges[i].node->kind == NK_NODE_GERUND
        || subjects->edges[i].node->kind == NK_NODE_QUESTION)
      continue;
    what = nk_chart_node (chart, NK_NODE_PRONOUN, start, start + 1);
    what->token = &chart->tokens->tokens[start];
    be = nk_chart_node (chart, NK_NODE_PHRASE, place, place + 1);
    be->object = what;
    be->number = nk_chart_word (chart, place, "is") ? 1 : 2;
    phrases = nk_chart_node (chart, NK_NODE_PHRASES, place, place + 1);
    phrases->item = nk_chart_list (chart, be, NULL);
    clause = nk_chart_node (chart, NK_NODE_CLAUSE, start, place + 1);
    clause->subject = subjects->edges[i].node;
    clause->phrase = phrases;
    add_node (chart, start, place + 1, subjects->edges[i].cost + nk_chart_agreement (clause->subject, phrases) + 0.3, clause, NULL, edges);
  }
}

/* `which nodes support X`, `who may join`, `which form of X to use`, `how many nodes there are` */
static void
add_which (NkChart *chart, guint start, NkEdges *edges)
{
  gboolean is_who = nk_chart_word (chart, start, "who") || nk_chart_word (chart, start, "what");
  const NkEdges *found;

  if (is_who) {
    found = nk_chart_find (chart, NK_SYMBOL_PHRASES, start + 1, nk_finite);
    for (guint i = 0; i < found->n; i++) {
      NkNode *clause = nk_chart_node (chart, NK_NODE_CLAUSE, start, found->edges[i].end);
      NkNode *subject = nk_chart_node (chart, NK_NODE_PRONOUN, start, start + 1);

      subject->token = &chart->tokens->tokens[start];
      clause->subject = subject;
      clause->phrase = found->edges[i].node;
      add_node (chart, start, found->edges[i].end, found->edges[i].cost + 0.5, clause, NULL, edges);
    }
    if (nk_chart_word (chart, start, "who"))
      return;
  }
  found = nk_chart_find (chart, NK_SYMBOL_NOUN_BASE, start, nk_finite);
  for (guint i = 0; i < found->n; i++) {
    const NkEdges *phrases;

    if (found->edges[i].node->kind != NK_NODE_NOUN || found->edges[i].node->n_determiners == 0)
      continue;
    if (nk_chart_is (chart, found->edges[i].end, NK_TAG_TO))
      add_choice (chart, start, &found->edges[i], edges);
    if (nk_chart_word (chart, found->edges[i].end, "of"))
      add_choice_of (chart, start, &found->edges[i], edges);
    add_object (chart, start, &found->edges[i], edges);
    if (nk_chart_is (chart, start, NK_TAG_QUESTION))
      continue; /* what: a clause is read already */
    phrases = nk_chart_find (chart, NK_SYMBOL_PHRASES, found->edges[i].end, nk_finite);
    for (guint k = 0; k < phrases->n; k++) {
      NkNode *clause = nk_chart_node (chart, NK_NODE_CLAUSE, start, phrases->edges[k].end);

      clause->subject = found->edges[i].node;
      clause->phrase = phrases->edges[k].node;
      add_node (chart, start, clause->end,
                found->edges[i].cost + phrases->edges[k].cost + nk_chart_agreement (clause->subject, clause->phrase) + 0.3, clause, NULL,
                edges);
    }
  }
}

/* `how often a server polls`: an adverb that asks. */
static void
add_degree (NkChart *chart, guint start, NkEdges *edges)
{
  const NkEdges *found = nk_chart_find (chart, NK_SYMBOL_CLAUSE, start + 1, nk_finite);
  NkNode *adverb = nk_chart_node (chart, NK_NODE_ADVERB, start, start + 1);

  adverb->token = &chart->tokens->tokens[start];
  for (guint i = 0; i < found->n; i++) {
    NkNode *clause = nk_chart_copy (chart, found->edges[i].node);

    if (clause->kind != NK_NODE_CLAUSE)
      continue;
    clause->lead = nk_chart_list (chart, adverb, clause->lead);
    add_node (chart, start, found->edges[i].end, found->edges[i].cost + 0.3, clause, NULL, edges);
  }
}

void
nk_chart_add_questions (NkChart *chart, guint start, NkEdges *edges)
{
  if (nk_chart_is (chart, start, NK_TAG_QUESTION) || asks_if (chart, start))
    add_plain (chart, start, edges);
  if (nk_chart_word (chart, start, "which") || nk_chart_word (chart, start, "what") || nk_chart_word (chart, start, "who")
      || nk_chart_word (chart, start, "how much") || nk_chart_word (chart, start, "how many"))
    add_which (chart, start, edges);
  if (nk_chart_word (chart, start, "what"))
    add_what_is (chart, start, edges);
  if (nk_chart_is (chart, start, NK_TAG_ADVERB) && g_str_has_prefix (chart->tokens->tokens[start].lower, "how "))
    add_degree (chart, start, edges);
}
