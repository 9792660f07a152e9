/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* One noun phrase with all that stands behind it, or what is done for one. */
#include "language/parse_private.h"

static void
add_gerund (NkChart *chart, guint start, NkEdges *edges)
{
  NkContext context = { NK_WANT_ING, NULL, FALSE, NULL };
  const NkEdges *found = nk_chart_find (chart, NK_SYMBOL_PHRASES, start, context);

  for (guint i = 0; i < found->n; i++) {
    NkNode *node = nk_chart_node (chart, NK_NODE_GERUND, start, found->edges[i].end);

    node->phrase = found->edges[i].node;
    nk_edges_add (chart, edges, found->edges[i].end, found->edges[i].cost + 0.6, node);
  }
}

/* `the conveying of load data`, `reading of keys`: a gerund with its object. What the tables know as a noun is one. */
static void
add_gerund_of (NkChart *chart, guint start, NkEdges *edges)
{
  guint place = start + nk_chart_word (chart, start, "the");
  const NkLexiconVerb *verb = nk_chart_is (chart, place, NK_TAG_NOUN) ? NULL : nk_chart_verb (chart, place, NK_FORM_ING);
  NkEdges found = { NULL, 0, 0 };
  NkNode *phrase;

  if (verb == NULL || !nk_chart_word (chart, place + 1, "of"))
    return;
  phrase = nk_chart_node (chart, NK_NODE_PHRASE, start, place + 1);
  phrase->verb = verb;
  nk_chart_match_object_frames (chart, place + 2, 0.15, phrase, &found);
  for (guint i = 0; i < found.n; i++) {
    NkNode *node = nk_chart_node (chart, NK_NODE_GERUND, start, found.edges[i].end);
    NkNode *phrases = nk_chart_node (chart, NK_NODE_PHRASES, start, found.edges[i].end);

    phrases->item = nk_chart_list (chart, found.edges[i].node, NULL);
    node->phrase = phrases;
    nk_edges_add (chart, edges, found.edges[i].end, found.edges[i].cost, node);
  }
}

/* `for unicast flows only`, at the end: of what stands before it. */
static void
add_only_behind (NkChart *chart, NkEdges *edges)
{
  guint n = edges->n;

  for (guint i = 0; i < n; i++) {
    const NkNode *noun = edges->edges[i].node;
    guint end = edges->edges[i].end;
    NkNode *only;

    if (noun->kind != NK_NODE_NOUN || noun->posts != NULL || noun->and_token != NULL || !nk_chart_word (chart, end, "only")
        || end + 1 < chart->tokens->n || noun->start == 0 || !nk_chart_is (chart, noun->start - 1u, NK_TAG_PREPOSITION))
      continue;
    only = nk_chart_copy (chart, noun);
    only->and_token = &chart->tokens->tokens[end];
    only->end = (guint16)(end + 1);
    nk_edges_add (chart, edges, only->end, edges->edges[i].cost, only);
  }
}

void
nk_rule_noun_single (NkChart *chart, guint start, NkContext context, NkEdges *edges)
{
  NkContext none = { NK_WANT_FINITE, NULL, FALSE, NULL };
  const NkEdges *bases = nk_chart_find (chart, NK_SYMBOL_NOUN_BASE, start, none);

  nk_chart_add_questions (chart, start, edges);
  if (nk_chart_verb (chart, start, NK_FORM_ING) != NULL)
    add_gerund (chart, start, edges);
  add_gerund_of (chart, start, edges);
  for (guint i = 0; i < bases->n; i++) {
    const NkEdge *base = &bases->edges[i];
    const NkEdges *posts;

    nk_edges_add (chart, edges, base->end, base->cost, base->node);
    if (base->node->kind == NK_NODE_PRONOUN && !g_str_equal (base->node->token->lower, "those")
        && !g_str_equal (base->node->token->lower, "that"))
      continue;
    none.head = base->node->token;
    posts = nk_chart_find (chart, NK_SYMBOL_POSTS, base->end, none);
    for (guint k = 0; k < posts->n; k++) {
      double cost = base->cost + posts->edges[k].cost + nk_chart_of_compound (chart, base->node, posts->edges[k].node->item);
      NkNode *node;

      /* `that X does Y` is a clause, and not that which X does */
      if (base->node->kind == NK_NODE_PRONOUN && g_str_equal (base->node->token->lower, "that")
          && posts->edges[k].node->item->kind == NK_NODE_RELATIVE_OBJECT)
        continue;
      node = nk_chart_copy (chart, base->node);

      node->posts = posts->edges[k].node;
      node->end = (guint16)posts->edges[k].end;
      nk_edges_add (chart, edges, posts->edges[k].end, cost, node);
      /* a format for X (called Y): the format is */
      if (nk_chart_is (chart, node->end, NK_TAG_BRACKET) && node->bracket == NULL && nk_chart_bracket_is_free (chart, node->end)
          && nk_chart_bracket (chart, node->end) != NULL) {
        NkNode *with = nk_chart_copy (chart, node);

        with->bracket = nk_chart_bracket (chart, node->end);
        with->end++;
        nk_edges_add (chart, edges, with->end, cost + nk_chart_bracket_distance (chart, node->end, start, base->end), with);
      }
    }
  }
  add_only_behind (chart, edges);
}
