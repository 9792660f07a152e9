/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Noun phrases that are joined by `and`: which of them belong together. */
#include "language/parse_private.h"

#include <string.h>

#define MAX_NOUNS 12u

/* `how keys are made and how they are stored, as well as the format`: one more behind the last one. */
static gboolean
adds_another (const NkChart *chart, guint place)
{
  return nk_chart_is (chart, place, NK_TAG_COMMA) && nk_chart_word (chart, place + 1, "as well as");
}

/* `list` has what was read so far; tries `, X`, `, and X`, `and X`. */
static void
join_nouns (NkChart *chart, guint place, double cost, const NkNode *list, guint n, const NkNode *last, NkEdges *edges)
{
  NkContext none = { NK_WANT_FINITE, NULL, FALSE, NULL };
  gboolean is_comma = nk_chart_is (chart, place, NK_TAG_COMMA);
  guint next = is_comma ? place + 1 : place;
  gboolean is_and = nk_chart_is (chart, next, NK_TAG_AND) && !nk_chart_word (chart, next, "but");
  const NkEdges *found;

  if ((!is_comma && !is_and) || n >= MAX_NOUNS || chart->n_edges > NK_PARSE_MAX_EDGES)
    return;
  if (is_and)
    next++;
  found = nk_chart_find (chart, NK_SYMBOL_NOUN_SINGLE, next, none);
  for (guint i = 0; i < found->n; i++) {
    const NkEdge *edge = &found->edges[i];
    double sum = cost + edge->cost;
    const NkNode *longer;

    if (edge->node->kind == NK_NODE_GERUND && last->kind != NK_NODE_GERUND)
      continue;
    sum += nk_cost_of_next (last, edge->node, n, is_comma, is_and);
    if (last->posts != NULL)
      sum += is_and && nk_chart_word (chart, next - 1, "as well as") ? 0 : 0.2;
    /* `MOQT, a media protocol`: more likely says what MOQT is. */
    if (!is_and && n == 1 && edge->node->n_determiners > 0 && (nk_chart_word (chart, next, "a") || nk_chart_word (chart, next, "an"))
        && last->token != NULL && (last->token->tags & NK_TAG_NAME) != 0)
      sum += 0.4;
    longer = nk_chart_append (chart, list, edge->node);
    if (is_and) {
      NkNode *node = nk_chart_node (chart, NK_NODE_NOUNS, list->start, edge->end);

      node->item = longer;
      node->and_token = &chart->tokens->tokens[next - 1];
      node->is_plural = TRUE;
      nk_edges_add (chart, edges, edge->end, sum + 0.15 + (is_comma && n == 1 ? 0.25 : 0), node);
      if (nk_chart_word (chart, next - 1, "and") && adds_another (chart, edge->end))
        join_nouns (chart, edge->end, sum + 0.15, longer, n + 1, edge->node, edges);
    } else
      join_nouns (chart, edge->end, sum + 0.05, longer, n + 1, edge->node, edges);
  }
}

/* `errors in headers and recovery from failures`, `experience with DNSSEC and recommendations for X`: a thing does not share what is done with something. */
static gboolean
is_done_apart (const NkItem *first, const NkToken *second, const NkNode *post)
{
  gboolean is_of = nk_word_is (post->token->lower, "of");

  if (first->kind == NK_ITEM_NAME)
    return first->before == NULL && nk_nouns_is_relational (second);
  if (first->kind != NK_ITEM_NOUN || is_of || !nk_nouns_is_thing (first->token))
    return FALSE;
  return second->class == NK_CLASS_ACTION || second->class == NK_CLASS_QUALITY
         || (first->token->class != NK_CLASS_DATA && nk_nouns_is_relational (second));
}

double
nk_chart_of_compound (const NkChart *chart, const NkNode *base, const NkNode *post)
{
  const NkItem *joint = base->items != NULL ? base->items->before : NULL;
  const NkToken *object, *first;
  double cost = 0;

  /* `the problem and scenarios where X holds`: scenarios are where it does */
  if (base->kind == NK_NODE_NOUN && joint != NULL && joint->kind == NK_ITEM_AND && joint->before != NULL && post->kind == NK_NODE_RELATIVE_CLAUSE
      && nk_node_is_setting (base->token) && !nk_node_is_setting (joint->before->token))
    return 0.4;
  if (base->kind != NK_NODE_NOUN || base->n_determiners > 0 || joint == NULL || joint->kind != NK_ITEM_AND || joint->before == NULL
      || post->kind != NK_NODE_JOINT)
    return 0;
  if (base->token->class == NK_CLASS_ACTION && nk_word_is (post->token->lower, "of") && nk_node_is_compound (joint->before))
    cost += 0.6;
  if (post->object_kind != NK_OBJECT_NOUN)
    return cost;
  object = nk_node_head (post->object);
  first = joint->before->token;
  /* `requirements for operators and extensions to BGP` */
  if (joint->before->kind == NK_ITEM_NOUN && !nk_word_is (post->token->lower, "of")
      && nk_chart_affinity (chart, post->token->lower, post, base->token, NULL) < 0
      && nk_chart_affinity (chart, post->token->lower, post, first, NULL) >= 0)
    cost += 0.3;
  if (nk_nouns_is_of_theirs (post) || (object != NULL && nk_word_is (object->lemma, first->lemma))) /* names and resolution of names */
    cost += 0.8;
  if (is_done_apart (joint->before, base->token, post) || nk_nouns_is_limit_of (joint->before->token, base->token, post))
    cost += 0.3;
  return cost;
}

/* `both the registration of names and the renewal of leases`: one alone is not both. */
static double
of_both (const NkChart *chart, guint start, const NkNode *noun)
{
  return (nk_chart_word (chart, start, "both") || nk_chart_word (chart, start, "both the")) && noun->kind == NK_NODE_NOUN
                 && noun->token != NULL && !noun->token->is_plural && !nk_nouns_holds_and (noun)
             ? 1
             : 0;
}

/* `not only A but also B`, `neither A nor B` */
static void
add_not_only (NkChart *chart, guint start, NkEdges *edges)
{
  gboolean is_neither = nk_chart_word (chart, start, "neither");
  const NkEdges *first;

  if (!is_neither && (!nk_chart_word (chart, start, "not") || !nk_chart_word (chart, start + 1, "only")))
    return;
  first = nk_chart_find (chart, NK_SYMBOL_NOUN_SINGLE, start + (is_neither ? 1 : 2), nk_finite);
  for (guint i = 0; i < first->n; i++) {
    guint place = first->edges[i].end + nk_chart_is (chart, first->edges[i].end, NK_TAG_COMMA), next = place + 1;
    const NkEdges *second;

    if (!nk_chart_word (chart, place, is_neither ? "nor" : "but"))
      continue;
    next += !is_neither && nk_chart_word (chart, next, "also");
    second = nk_chart_find (chart, NK_SYMBOL_NOUN_SINGLE, next, nk_finite);
    for (guint k = 0; k < second->n; k++) {
      NkNode *node = nk_chart_node (chart, NK_NODE_NOUNS, start, second->edges[k].end);

      node->item = nk_chart_list (chart, first->edges[i].node, nk_chart_list (chart, second->edges[k].node, NULL));
      node->and_token = &chart->tokens->tokens[place];
      node->is_loose = TRUE;
      node->is_plural = !is_neither || second->edges[k].node->is_plural;
      nk_edges_add (chart, edges, node->end, first->edges[i].cost + second->edges[k].cost + 0.1, node);
    }
  }
}

void
nk_rule_noun (NkChart *chart, guint start, NkContext context, NkEdges *edges)
{
  NkContext none = { NK_WANT_FINITE, NULL, FALSE, NULL };
  guint first = start;
  const NkEdges *found;
  gboolean is_both
      = nk_chart_word (chart, start, "both") || nk_chart_word (chart, start, "both the") || nk_chart_word (chart, start, "either");

  add_not_only (chart, start, edges);
  for (; first <= start + (is_both ? 1u : 0u); first++) {
    found = nk_chart_find (chart, NK_SYMBOL_NOUN_SINGLE, first, none);
    for (guint i = 0; i < found->n; i++) {
      guint before = edges->n;

      if (first == start)
        nk_edges_add (chart, edges, found->edges[i].end, found->edges[i].cost + of_both (chart, start, found->edges[i].node),
                      found->edges[i].node);
      nk_chart_add_whole (chart, &found->edges[i], edges);
      before = edges->n;
      if (first == start && is_both)
        continue;
      join_nouns (chart, found->edges[i].end, found->edges[i].cost, nk_chart_list (chart, found->edges[i].node, NULL), 1,
                  found->edges[i].node, edges);
      for (guint k = before, n = edges->n; k < n; k++)
        nk_chart_add_whole (chart, &(NkEdge){ .end = edges->edges[k].end, .cost = edges->edges[k].cost, .node = edges->edges[k].node }, edges);
      for (guint k = before; first > start && k < edges->n; k++) {
        NkNode *node = nk_chart_copy (chart, edges->edges[k].node);

        node->determiners[0] = &chart->tokens->tokens[start]; /* both, either */
        node->n_determiners = 1;
        node->start = (guint16)start;
        edges->edges[k].node = node;
      }
    }
  }
}
