/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Noun phrases that are joined by `and`: which of them belong together. */
#include "language/parse_private.h"

#include <string.h>

#define MAX_NOUNS 12u

static gboolean
is_indefinite (const NkNode *noun)
{
  return noun->n_determiners > 0 && (g_str_equal (noun->determiners[0]->lower, "a") || g_str_equal (noun->determiners[0]->lower, "an"));
}

static gboolean
heads_are_alike (const NkNode *a, const NkNode *b)
{
  const NkToken *x = nk_node_head (a), *y = nk_node_head (b);

  return x != NULL && y != NULL && g_str_equal (x->lemma, y->lemma);
}

/* `X and Y languages`: has its `and` already. */
static gboolean
holds_and (const NkNode *noun)
{
  for (const NkItem *item = noun->items; item != NULL; item = item->before)
    if (item->kind == NK_ITEM_AND)
      return TRUE;
  return FALSE;
}

/* `request and response messages`, `key and certificate management`: what is bare and of the kind of the word behind `and`, and not of the last one, shares that. */
static double
of_shared_head (const NkNode *a, const NkNode *b)
{
  const NkItem *first = b->items;
  const NkToken *x = a->token, *y;

  if (a->kind != NK_NODE_NOUN || b->kind != NK_NODE_NOUN || a->n_items != 1 || a->n_determiners > 0 || b->n_determiners > 0
      || a->posts != NULL || a->is_plural || x == NULL || (x->tags & NK_TAG_NAME) != 0 || b->n_items < 2)
    return 0;
  while (first->before != NULL)
    first = first->before;
  y = first->token;
  return first->kind == NK_ITEM_NOUN && !y->is_plural && x->class != NK_CLASS_NONE && x->class == y->class && b->token->class != x->class ? 0.2 : 0;
}

/* `the format, which is small, and the protocol`: behind the comma that closes what was told of the first comes the second. */
static gboolean
ends_in_aside (const NkNode *noun)
{
  const NkNode *last = noun->posts != NULL ? nk_node_last (noun->posts) : NULL;

  return last != NULL && last->kind == NK_NODE_RELATIVE && last->is_loose;
}

/* How unlike two things are that are joined. */
static double
unlikeness (const NkNode *a, const NkNode *b)
{
  const NkToken *x = nk_node_head (a), *y = nk_node_head (b);
  double cost = of_shared_head (a, b);

  if (a->kind != b->kind || x == NULL || y == NULL)
    return 0.2;
  if ((is_indefinite (b) && a->n_determiners > 0 && !is_indefinite (a))
      || (is_indefinite (a) && b->n_determiners > 0 && nk_word_is (b->determiners[0]->lower, "the")))
    cost += 0.08; /* `a namespace for X and a string for Y` */
  if (b->n_determiners > 0 && a->n_determiners == 0 && !a->is_plural && (x->tags & NK_TAG_NAME) == 0 && a->kind == NK_NODE_NOUN)
    cost += 0.12; /* guidelines regarding forwarding and a basis for X */
  if (g_str_equal (x->lemma, y->lemma))
    return -0.25; /* general procedures and specific procedures */
  if (((x->tags & NK_TAG_NAME) != 0) != ((y->tags & NK_TAG_NAME) != 0))
    cost += 0.08;
  if (x->class != NK_CLASS_NONE && y->class != NK_CLASS_NONE && x->class != y->class)
    cost += 0.15;
  if (a->is_plural != b->is_plural && (x->tags & y->tags & NK_TAG_NOUN) != 0)
    cost += 0.05;
  return cost;
}

/* `RFC 6749 and the usage in RFC 6750`: a document and no document. */
static gboolean
is_rfc (const NkNode *noun)
{
  return noun->kind == NK_NODE_NOUN && noun->token != NULL && g_str_has_prefix (noun->token->text, "RFC ");
}

static gboolean
has_same_determiner (const NkNode *a, const NkNode *b)
{
  return a->n_determiners > 0 && a->n_determiners == b->n_determiners && g_str_equal (a->determiners[0]->lower, b->determiners[0]->lower);
}

/* `the calculation of X and the inclusion of Y`, `loss of a link or failure of a node` */
static gboolean
are_parallel (const NkNode *a, const NkNode *b)
{
  const NkNode *x, *y;

  if (a->kind != NK_NODE_NOUN || b->kind != NK_NODE_NOUN || a->posts == NULL || b->posts == NULL)
    return FALSE;
  x = a->posts->item;
  y = b->posts->item;
  return x->kind == NK_NODE_JOINT && y->kind == NK_NODE_JOINT && x->object_kind == NK_OBJECT_NOUN && y->object_kind == NK_OBJECT_NOUN
         && nk_word_is (x->token->lower, "of")
         && (nk_word_is (y->token->lower, "of")
             || (nk_word_is (y->token->lower, "for") && has_same_determiner (a, b) && nk_word_is (a->determiners[0]->lower, "the")
                 && x->object->n_determiners == 0 && holds_and (x->object))
             || (nk_word_is (y->token->lower, "to") && y->object->kind == NK_NODE_NOUN))
         && (has_same_determiner (a, b) || (b->n_determiners == 0 && has_same_determiner (x->object, y->object)));
}

/* `an action that steers traffic and a community that limits it` */
static gboolean
are_told_of_alike (const NkNode *a, const NkNode *b)
{
  return is_indefinite (a) && is_indefinite (b) && a->kind == NK_NODE_NOUN && b->kind == NK_NODE_NOUN && a->posts != NULL && b->posts != NULL
         && a->posts->item->kind == NK_NODE_RELATIVE && b->posts->item->kind == NK_NODE_RELATIVE;
}

/* What is always done to something, or is there for it. */
static gboolean
is_relational (const NkToken *head)
{
  static const char *const words[]
      = { "attack",        "threat",    "countermeasure", "configuration", "extension", "procedure", "solution", "objection", "requirement",
          "vulnerability", "guideline", "recommendation", "experience",    "error",     "failure",   "response", NULL };

  const char *last = strrchr (head->lemma, ' ');

  return head->class == NK_CLASS_ACTION || nk_word_in (words, last != NULL ? last + 1 : head->lemma);
}

/* The preposition and its object behind a noun; NULL: something else stands there. */
static const NkNode *
first_joint (const NkNode *noun)
{
  static const char *const words[]
      = { "of", "to", "on", "for", "in", "against", "from", "into", "with", "between", "over", "by", "via", NULL };
  const NkNode *post = noun->kind == NK_NODE_NOUN && noun->posts != NULL ? noun->posts->item : NULL;

  return post != NULL && post->kind == NK_NODE_JOINT && post->object_kind == NK_OBJECT_NOUN && nk_word_in (words, post->token->lower)
             ? post
             : NULL;
}

/* `discovery of resolvers and configuration of clients`, `changes to X and updates to Y`: two of a kind, each of something that is of another kind. */
static gboolean
have_same_relation (const NkNode *a, const NkNode *b)
{
  const NkNode *x = first_joint (a), *y = first_joint (b);
  const NkToken *head = nk_node_head (a), *second = nk_node_head (b), *inner;

  if (x == NULL || y == NULL || x->object->kind != NK_NODE_NOUN || head == NULL || second == NULL)
    return FALSE;
  if (nk_word_is (x->token->lower, "in") != nk_word_is (y->token->lower, "in"))
    return FALSE;
  inner = nk_node_head (x->object);
  if (inner == NULL || (a->n_determiners == 0 && b->n_determiners > 0))
    return FALSE;
  /* the growth of X and use of Y */
  if (a->n_determiners > 0 && b->n_determiners == 0
      && (x->object->posts != NULL || !nk_word_is (a->determiners[0]->lower, "the") || head->class != NK_CLASS_ACTION
          || second->class != NK_CLASS_ACTION)
      && !(b->is_plural && (is_indefinite (a) || nk_word_is (y->token->lower, "for"))))
    return FALSE;
  if (is_relational (head) && is_relational (second))
    return (inner->tags & NK_TAG_NAME) != 0 || !is_relational (inner);
  return (a->n_determiners > 0) == (b->n_determiners > 0) && head->class == second->class && head->class != NK_CLASS_NONE
         && inner->class != second->class;
}

/* `for their assignment`, `among them` */
static gboolean
is_of_theirs (const NkNode *post)
{
  static const char *const words[] = { "their", "its", NULL }, *const pronouns[] = { "them", "it", NULL };

  if (post->kind == NK_NODE_JOINT && post->object_kind == NK_OBJECT_NOUN && post->object->kind == NK_NODE_PRONOUN)
    return post->object->posts == NULL && nk_word_in (pronouns, post->object->token->lower);
  return post->kind == NK_NODE_JOINT && post->object_kind == NK_OBJECT_NOUN && post->object->kind == NK_NODE_NOUN
         && post->object->n_determiners > 0 && nk_word_in (words, post->object->determiners[0]->lower);
}

/* `attributes of routes and policies for their selection`: the selection of what was named before. */
static gboolean
tells_of_first (const NkNode *a, const NkNode *b)
{
  return (a->kind == NK_NODE_QUESTION || (a->kind == NK_NODE_NOUN && a->posts != NULL)) && b->kind == NK_NODE_NOUN && b->posts != NULL
         && is_of_theirs (b->posts->item);
}

static gboolean
is_bare_name (const NkNode *noun)
{
  return noun->kind == NK_NODE_NOUN && noun->n_determiners == 0 && noun->n_items == 1 && noun->posts == NULL && noun->token != NULL
         && (noun->token->tags & NK_TAG_NAME) != 0;
}

/* `routes for X and procedures for Y`: two that are for something each. */
static gboolean
have_same_purpose (const NkNode *a, const NkNode *b)
{
  const NkNode *x, *y;
  const NkToken *first, *second;

  if (a->kind != NK_NODE_NOUN || b->kind != NK_NODE_NOUN || a->posts == NULL || b->posts == NULL)
    return FALSE;
  x = a->posts->item;
  y = b->posts->item;
  first = x->kind == NK_NODE_JOINT && x->object != NULL ? nk_node_head (x->object) : NULL;
  second = y->kind == NK_NODE_JOINT && y->object != NULL ? nk_node_head (y->object) : NULL;
  /* an option for the Lamp message and two codes for the Hue message */
  if (a->is_plural != b->is_plural && (first == NULL || second == NULL || !nk_word_is (first->lemma, second->lemma)))
    return FALSE;
  return x->kind == NK_NODE_JOINT && y->kind == NK_NODE_JOINT && x->object_kind == y->object_kind && nk_word_is (x->token->lower, "for")
         && nk_word_is (y->token->lower, "for");
}

/* `the "a", "b", and "c" extensions`: a name that stands alone before a name with a noun in the plural. */
static gboolean
splits_names (const NkNode *a, const NkNode *b)
{
  return a->kind == NK_NODE_NOUN && b->kind == NK_NODE_NOUN && b->n_determiners == 0 && b->is_plural && b->n_items == 2
         && b->items->kind == NK_ITEM_NOUN && b->items->before->kind == NK_ITEM_NAME && a->n_items == 1 && a->items->kind == NK_ITEM_NAME
         && a->posts == NULL && a->bracket == NULL;
}

/* `spam and abuse prevention`: two of a kind before the name of what is done to both. */
static gboolean
shares_head (const NkNode *a, const NkNode *b)
{
  static const char *const done[] = { "prevention", "detection", "avoidance", "mitigation", "protection", "reduction", NULL };

  return a->kind == NK_NODE_NOUN && b->kind == NK_NODE_NOUN && b->n_determiners == 0 && a->n_items == 1 && a->posts == NULL
         && a->bracket == NULL && b->n_items == 2 && b->items->kind == NK_ITEM_NOUN && b->items->before->kind == NK_ITEM_NOUN
         && nk_word_in (done, b->items->token->lemma);
}

/* A message, a device or a person. */
static gboolean
is_thing (const NkToken *token)
{
  return token->class == NK_CLASS_DATA || token->class == NK_CLASS_SYSTEM || token->class == NK_CLASS_PEOPLE;
}

/* `errors in headers and recovery from failures`: a bare thing is seldom joined to what is done with something else. */
static double
of_own_relation (const NkNode *a, const NkNode *b)
{
  const NkToken *second = nk_node_head (b), *inner = NULL;
  const NkNode *joint = b->kind == NK_NODE_NOUN ? first_joint (b) : NULL;

  /* the use of names in applications and its effect */
  if (a->kind == NK_NODE_NOUN && a->is_plural && b->kind == NK_NODE_NOUN && b->n_determiners > 0
      && nk_word_is (b->determiners[0]->lower, "its"))
    return 0.4;
  /* mechanisms for QUIC and their interaction */
  if (a->kind == NK_NODE_NOUN && !a->is_plural && a->posts == NULL && b->kind == NK_NODE_NOUN && b->n_determiners > 0
      && nk_word_is (b->determiners[0]->lower, "their"))
    return 0.4;
  /* an option for the Lamp message, and two codes for the Hue message */
  if (a->kind == NK_NODE_NOUN && a->posts == NULL && a->n_determiners > 0 && joint != NULL && joint->object->kind == NK_NODE_NOUN
      && joint->object->n_determiners > 0)
    inner = nk_node_head (joint->object);
  if (inner != NULL && nk_word_is (inner->lemma, a->token->lemma))
    return 0.3;
  if (a->kind != NK_NODE_NOUN || a->n_items > 1 || a->posts != NULL || a->n_determiners > 0 || b->kind != NK_NODE_NOUN
      || (b->n_determiners > 0 && !nk_word_is (b->determiners[0]->lower, "the")) || second == NULL)
    return 0;
  return (is_thing (a->token) || (a->token->tags & NK_TAG_NAME) != 0) && is_relational (second) && first_joint (b) != NULL ? 0.2 : 0;
}

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
    double sum = cost + edge->cost + unlikeness (last, edge->node);
    const NkNode *longer;

    if (edge->node->kind == NK_NODE_GERUND && last->kind != NK_NODE_GERUND)
      continue;
    if (are_parallel (last, edge->node))
      sum -= 0.4;
    else if (are_told_of_alike (last, edge->node))
      sum -= 0.45;
    else if (have_same_purpose (last, edge->node) || have_same_relation (last, edge->node))
      sum -= 0.3;
    if (tells_of_first (last, edge->node))
      sum -= 0.45;
    sum += of_own_relation (last, edge->node);
    if (is_and && n == 1 && !is_comma && edge->node->posts != NULL && holds_and (last))
      sum += 0.2;
    if (is_bare_name (last) && first_joint (edge->node) != NULL && edge->node->n_determiners > 0
        && nk_word_is (edge->node->determiners[0]->lower, "the"))
      sum += 0.3; /* `keys in PKCS and the semantics of certificates` */
    if (n == 1 && is_comma && is_and && last->kind == NK_NODE_NOUN && last->n_determiners == 0 && edge->node->kind == NK_NODE_NOUN
        && edge->node->n_determiners > 0 && edge->node->determiners[0]->lower[0] == 'a')
      sum += 0.4; /* a registry of `units, and a mapping` of texts */
    if (is_rfc (last) && edge->node->kind == NK_NODE_NOUN
        && (edge->node->n_determiners > 0 || (edge->node->token != NULL && (edge->node->token->tags & NK_TAG_NAME) == 0)))
      sum += 0.3;
    if (n == 1 && is_comma && is_and && holds_and (last) && last->posts == NULL && edge->node->kind == NK_NODE_NOUN)
      sum += 0.3; /* messages `for the lamp and the switch, and options` */
    if (n == 1 && is_comma && is_and && first_joint (last) != NULL && first_joint (last)->object->kind == NK_NODE_NOUN
        && holds_and (first_joint (last)->object))
      sum -= 0.3;
    if (shares_head (last, edge->node))
      sum += 0.1;
    if (splits_names (last, edge->node))
      sum += 0.25;
    if (last->posts != NULL)
      sum += is_and && nk_chart_word (chart, next - 1, "as well as") ? 0 : 0.2;
    for (const NkNode *post = heads_are_alike (last, edge->node) ? NULL : last->posts; post != NULL; post = post->next)
      sum += post->item->kind == NK_NODE_RELATIVE || post->item->kind == NK_NODE_RELATIVE_CLAUSE
                     || post->item->kind == NK_NODE_RELATIVE_OBJECT
                 ? 0.2
                 : 0;
    if (is_and && n == 1 && ends_in_aside (last))
      sum -= is_comma ? 0.55 : 0.3;
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
    return first->before == NULL && is_relational (second);
  if (first->kind != NK_ITEM_NOUN || is_of || !is_thing (first->token))
    return FALSE;
  return second->class == NK_CLASS_ACTION || second->class == NK_CLASS_QUALITY
         || (first->token->class != NK_CLASS_DATA && is_relational (second));
}

double
nk_chart_of_compound (const NkChart *chart, const NkNode *base, const NkNode *post)
{
  const NkItem *joint = base->items != NULL ? base->items->before : NULL;
  const NkToken *object, *first;
  double cost = 0;

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
  if (is_of_theirs (post) || (object != NULL && nk_word_is (object->lemma, first->lemma))) /* names and resolution of names */
    cost += 0.8;
  if (is_done_apart (joint->before, base->token, post))
    cost += 0.3;
  return cost;
}

/* `both the registration of names and the renewal of leases`: one alone is not both. */
static double
of_both (const NkChart *chart, guint start, const NkNode *noun)
{
  return (nk_chart_word (chart, start, "both") || nk_chart_word (chart, start, "both the")) && noun->kind == NK_NODE_NOUN
                 && noun->token != NULL && !noun->token->is_plural && !holds_and (noun)
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
