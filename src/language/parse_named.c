/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* The names of things, between commas behind them: `a new flag, "Lit", for X`, `two reply codes, 521 and 556`. */
#include "language/parse_private.h"

#include <string.h>

#define MAX_COUNTED_WORDS 6 /* between a number or an article and the noun */

/* A noun with `a` or `an` before it. */
static gboolean
is_one (const NkChart *chart, guint head)
{
  for (guint i = head; i-- > 0 && head - i <= MAX_COUNTED_WORDS && !nk_chart_is (chart, i, NK_TAG_PREPOSITION | NK_TAG_COMMA | NK_TAG_AND);)
    if (nk_chart_word (chart, i, "a") || nk_chart_word (chart, i, "an"))
      return TRUE;
  return FALSE;
}

/* `a new extension, "rpki1", for …`: the name of what stands before it. */
static void
add_named (NkChart *chart, guint start, NkContext context, NkEdges *edges)
{
  /* `a service extension, FOO, and a header field, Bar`: one thing and its name, then another one */
  gboolean is_one_of_two = context.head != NULL && !context.head->is_plural
                           && (nk_chart_word (chart, start + 4, "a") || nk_chart_word (chart, start + 4, "an"))
                           && is_one (chart, (guint)(context.head - chart->tokens->tokens));
  guint end = start + 2;
  const NkToken *token;
  NkNode *name, *node;
  NkItem *item;

  if (!nk_chart_is (chart, start, NK_TAG_COMMA) || !nk_chart_is (chart, start + 1, NK_TAG_NAME))
    return;
  token = &chart->tokens->tokens[start + 1];
  /* `a new flag, "\\Lit", and creates a registry`: what follows the `and` is no second name. */
  if ((end < chart->tokens->n && !nk_chart_is (chart, end, NK_TAG_COMMA)) || nk_chart_is (chart, end + 1, NK_TAG_NAME)
      || (nk_chart_is (chart, end + 1, NK_TAG_AND) && !is_one_of_two && !(token->is_quoted && nk_chart_verb (chart, end + 2, NK_FORM_S) != NULL))
      || nk_chart_is (chart, end, NK_TAG_AND))
    return;
  item = nk_arena_new0 (chart->arena, NkItem);
  *item = (NkItem){ NK_ITEM_NAME, token, NULL, NULL };
  name = nk_chart_node (chart, NK_NODE_NOUN, start + 1, start + 2);
  name->token = token;
  name->items = item;
  name->n_items = 1;
  node = nk_chart_node (chart, NK_NODE_LISTED, start, MIN (end + 1, chart->tokens->n));
  node->token = token;
  node->object = name;
  nk_edges_add (chart, edges, node->end, is_one_of_two ? -0.2 : token->is_quoted ? 0.1 : 0.3, node);
}

/* How many the number before the noun tells: `two reply codes`; 0: none stands there. */
static guint
told_number (const NkChart *chart, const NkToken *head)
{
  static const char *const numbers[] = { "two", "three", "four", "five", NULL };
  guint place = head != NULL ? (guint)(head - chart->tokens->tokens) : 0;

  if (place == 0 || (!head->is_plural && strchr (head[-1].lower, ' ') == NULL))
    return 0;
  for (guint i = place; i-- > 0 && place - i <= MAX_COUNTED_WORDS;) {
    const char *word = chart->tokens->tokens[i].lower;

    for (guint k = 0; numbers[k] != NULL; k++)
      if (g_str_has_prefix (word, numbers[k]) && (word[strlen (numbers[k])] == '\0' || g_str_has_prefix (word + strlen (numbers[k]), " ")))
        return k + 2; /* two types of */
    if (nk_chart_is (chart, i, NK_TAG_PREPOSITION | NK_TAG_COMMA | NK_TAG_AND))
      return 0;
  }
  return 0;
}

/* `two reply codes, 521 and 556`, `two parameters, 'codecs' and 'profiles', that …`: as many names as there are things. */
static void
add_several_named (NkChart *chart, guint start, NkContext context, NkEdges *edges)
{
  guint wanted = nk_chart_is (chart, start, NK_TAG_COMMA) ? told_number (chart, context.head) : 0, place = start + 1, n = 0;
  const NkNode *names = NULL;
  NkNode *several, *node;
  const NkToken *and_token = NULL;

  while (n < wanted && nk_chart_is (chart, place, NK_TAG_NAME | NK_TAG_NUMBER)) {
    NkNode *name = nk_chart_node (chart, NK_NODE_NOUN, place, place + 1);
    NkItem *item = nk_arena_new0 (chart->arena, NkItem);

    *item = (NkItem){ nk_chart_is (chart, place, NK_TAG_NAME) ? NK_ITEM_NAME : NK_ITEM_NUMBER, &chart->tokens->tokens[place], NULL, NULL };
    name->token = item->token;
    name->items = item;
    name->n_items = 1;
    names = nk_chart_append (chart, names, name);
    n++;
    place++;
    if (and_token != NULL)
      break;
    place += nk_chart_is (chart, place, NK_TAG_COMMA) && n < wanted;
    if (nk_chart_is (chart, place, NK_TAG_AND) && n + 1 == wanted)
      and_token = &chart->tokens->tokens[place++];
  }
  if (wanted == 0 || n != wanted || and_token == NULL || (place < chart->tokens->n && !nk_chart_is (chart, place, NK_TAG_COMMA)))
    return;
  several = nk_chart_node (chart, NK_NODE_NOUNS, start + 1, place);
  several->item = names;
  several->and_token = and_token;
  several->is_plural = TRUE;
  node = nk_chart_node (chart, NK_NODE_LISTED, start, MIN (place + 1, chart->tokens->n));
  node->token = &chart->tokens->tokens[start + 1];
  node->object = several;
  nk_edges_add (chart, edges, node->end, -0.1, node);
}

/* `two techniques, route compression and lazy timers, that …`: as many things as there are, each with words of its own. A third thing would have its comma before the `and`. */
static void
add_several_told (NkChart *chart, guint start, NkContext context, NkEdges *edges)
{
  guint wanted = nk_chart_is (chart, start, NK_TAG_COMMA) ? told_number (chart, context.head) : 0;
  const NkEdges *found;

  if (wanted == 0)
    return;
  found = nk_chart_find (chart, NK_SYMBOL_NOUN, start + 1, nk_finite);
  for (guint i = 0; i < found->n; i++) {
    const NkNode *nouns = found->edges[i].node;
    guint end = found->edges[i].end, n = 0;
    gboolean is_bare = nouns->kind == NK_NODE_NOUNS && nouns->n_determiners == 0 && nk_word_is (nouns->and_token->lower, "and")
                       && (wanted > 2 || !nk_chart_is (chart, (guint)(nouns->and_token - chart->tokens->tokens) - 1, NK_TAG_COMMA));
    NkNode *node;

    for (const NkNode *list = is_bare ? nouns->item : NULL; list != NULL; list = list->next, n++)
      is_bare &= list->item->kind == NK_NODE_NOUN && list->item->posts == NULL;
    if (!is_bare || n != wanted || (end < chart->tokens->n && !nk_chart_is (chart, end, NK_TAG_COMMA)))
      continue;
    node = nk_chart_node (chart, NK_NODE_LISTED, start, MIN (end + 1, chart->tokens->n));
    node->token = &chart->tokens->tokens[start + 1];
    node->object = nouns;
    /* two options, the Key option and the Name option */
    nk_edges_add (chart, edges, node->end,
                  found->edges[i].cost - (nk_word_is (nk_node_head (nouns->item->item)->lemma, context.head->lemma) ? 0.45 : 0.15), node);
  }
}

void
nk_chart_add_names (NkChart *chart, guint start, NkContext context, NkEdges *edges)
{
  add_named (chart, start, context, edges);
  add_several_named (chart, start, context, edges);
  add_several_told (chart, start, context, edges);
}

void
nk_chart_add_whole (NkChart *chart, const NkEdge *edge, NkEdges *edges)
{
  NkNode *whole;

  if (!nk_chart_word (chart, edge->end, "as a whole"))
    return;
  if (edge->node->kind == NK_NODE_NOUNS) {
    NkEdges last = { NULL, 0, 0 };
    const NkNode *before = NULL;

    nk_chart_add_whole (chart, &(NkEdge){ .end = edge->end, .cost = edge->cost, .node = nk_node_last (edge->node->item) }, &last);
    if (last.n == 0)
      return;
    for (const NkNode *list = edge->node->item; list->next != NULL; list = list->next)
      before = nk_chart_append (chart, before, list->item);
    whole = nk_chart_copy (chart, edge->node);
    whole->item = nk_chart_append (chart, before, last.edges[0].node);
    whole->end = (guint16)(edge->end + 1);
    nk_edges_add (chart, edges, whole->end, last.edges[0].cost, whole);
    return;
  }
  if (edge->node->kind != NK_NODE_NOUN || edge->node->posts != NULL
      || edge->node->and_token != NULL || edge->node->bracket != NULL || edge->node->n_determiners == 0)
    return;
  whole = nk_chart_copy (chart, edge->node);
  whole->and_token = &chart->tokens->tokens[edge->end];
  whole->end = (guint16)(edge->end + 1);
  nk_edges_add (chart, edges, whole->end, edge->cost - 0.05, whole);
}
