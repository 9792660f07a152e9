/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Prepositions with their objects, also several that are joined: `for A and for B`. */
#include "language/parse_private.h"

#include <string.h>

gboolean
nk_chart_is_year (const NkNode *noun)
{
  const char *text;

  if (noun->kind != NK_NODE_NOUN || noun->n_items != 1 || noun->n_determiners > 0 || (noun->token->tags & NK_TAG_NUMBER) == 0)
    return FALSE;
  text = noun->token->text;
  return strlen (text) == 4 && (g_str_has_prefix (text, "19") || g_str_has_prefix (text, "20"));
}

void
nk_chart_add_joint (NkChart *chart, guint start, guint end, double cost, const NkNode *object, NkObjectKind kind, NkEdges *edges)
{
  NkNode *node = nk_chart_node (chart, NK_NODE_JOINT, start, end);

  node->token = &chart->tokens->tokens[start];
  node->object_kind = kind;
  if (kind == NK_OBJECT_CLAUSE)
    node->clause = object;
  else if (kind == NK_OBJECT_NOUN || kind == NK_OBJECT_YEAR)
    node->object = object;
  else
    node->phrase = object;
  nk_edges_add (chart, edges, end, cost, node);
}

/* `for the DNS, and how to use it`: a question is not joined to the object of a preposition. */
static gboolean
is_mixed (const NkNode *noun)
{
  gboolean has_question = FALSE, has_noun = FALSE;

  if (noun->kind != NK_NODE_NOUNS)
    return FALSE;
  for (const NkNode *list = noun->item; list != NULL; list = list->next) {
    has_question |= list->item->kind == NK_NODE_QUESTION;
    has_noun |= list->item->kind == NK_NODE_NOUN;
  }
  return has_question && has_noun;
}

/* `introduced by the 3GPP in networks`: it was introduced there. */
static gboolean
is_name_with_place (const NkNode *noun)
{
  const NkNode *post
      = noun->kind == NK_NODE_NOUN && noun->posts != NULL && (noun->token->tags & NK_TAG_NAME) != 0 ? noun->posts->item : NULL;

  return post != NULL && post->kind == NK_NODE_JOINT && post->object_kind == NK_OBJECT_NOUN && nk_word_is (post->token->lower, "in")
         && (post->object->token == NULL || !g_str_has_prefix (post->object->token->text, "RFC"));
}

/* `keys used by clients for encryption`, `selected by NIST for standardization`: they are used, and selected, for that. */
static gboolean
is_agent_for (const NkNode *noun)
{
  const NkNode *post = noun->kind == NK_NODE_NOUN && noun->posts != NULL ? noun->posts->item : NULL;
  const NkToken *object
      = post != NULL && post->kind == NK_NODE_JOINT && post->object_kind == NK_OBJECT_NOUN ? nk_node_head (post->object) : NULL;

  return object != NULL && object->class == NK_CLASS_ACTION && nk_word_is (post->token->lower, "for") && noun->token != NULL
         && (noun->token->class == NK_CLASS_SYSTEM || noun->token->class == NK_CLASS_PEOPLE || (noun->token->tags & NK_TAG_NAME) != 0);
}

/* `done by Ann Lee, Bo Li, and Cy Roe on lamps`: people who are named have nothing behind their names. */
static gboolean
is_list_of_names (const NkNode *nouns)
{
  const NkNode *last = nouns->kind == NK_NODE_NOUNS ? nk_node_last (nouns->item) : NULL;

  if (last == NULL || last->kind != NK_NODE_NOUN || last->posts == NULL)
    return FALSE;
  for (const NkNode *list = nouns->item; list != NULL; list = list->next)
    for (const NkItem *item = list->item->kind == NK_NODE_NOUN ? list->item->items : NULL; item != NULL; item = item->before)
      if (item->kind != NK_ITEM_NAME || list->item->n_determiners > 0)
        return FALSE;
  return TRUE;
}

/* `sent by clients to servers`, `set by operators on routers`: what is behind the agent is of the verb, unless a row draws it to that noun. */
static gboolean
is_agent_with_place (const NkChart *chart, const NkNode *noun)
{
  static const char *const words[] = { "to", "from", "on", "in", "over", "through", "into", "via", "during", "within", "at", "for", NULL };
  const NkNode *post = noun->kind == NK_NODE_NOUN && noun->posts != NULL ? noun->posts->item : NULL;

  return post != NULL && post->kind == NK_NODE_JOINT && post->object_kind == NK_OBJECT_NOUN && nk_word_in (words, post->token->lower)
         && noun->token != NULL && noun->token->class != NK_CLASS_ACTION
         && !(nk_word_is (post->token->lower, "for") && (noun->token->class == NK_CLASS_DOCUMENT || nk_word_is (noun->token->lower, "rfc")))
         && nk_chart_affinity (chart, post->token->lower, post, noun->token, NULL) >= 0;
}

/* What is between two things names both. */
static double
of_pair (const NkNode *noun)
{
  if (noun->kind == NK_NODE_NOUNS) /* `policies for working between two groups, as well as their history`: the two are told before */
    return nk_word_is (noun->and_token->lower, "as well as") && noun->item->item->is_plural ? 0.2 : -0.2;
  for (const NkItem *item = noun->items; item != NULL; item = item->before)
    if (item->kind == NK_ITEM_AND)
      return -0.2;
  return noun->is_plural ? 0 : 0.4;
}

/* The objects of `for A` and `for B` as one; NULL if they are of two kinds. */
static NkNode *
join_objects (NkChart *chart, const NkNode *a, const NkNode *b, const NkToken *joiner)
{
  NkNode *node = nk_chart_copy (chart, a), *both;

  if (a->object != NULL && b->object != NULL) {
    both = nk_chart_node (chart, NK_NODE_NOUNS, a->object->start, b->end);
    both->item = nk_chart_list (chart, a->object, nk_chart_list (chart, b->object, NULL));
    both->is_plural = TRUE;
    both->is_loose = TRUE; /* each has its own modifiers */
    node->object = both;
    node->object_kind = NK_OBJECT_NOUN;
  } else if (a->phrase != NULL && b->phrase != NULL && a->object_kind == b->object_kind && a->phrase->item->next == NULL
             && b->phrase->item->next == NULL) {
    both = nk_chart_copy (chart, a->phrase);
    both->item = nk_chart_list (chart, a->phrase->item->item, b->phrase->item);
    node->phrase = both;
  } else if ((a->object_kind == NK_OBJECT_GERUND && b->object != NULL) || (a->object != NULL && b->object_kind == NK_OBJECT_GERUND)) {
    /* for requesting X as well as for authentication */
    const NkNode *phrase = a->phrase != NULL ? a->phrase : b->phrase;
    NkNode *gerund = nk_chart_node (chart, NK_NODE_GERUND, phrase->start, phrase->end);

    gerund->phrase = phrase;
    both = nk_chart_node (chart, NK_NODE_NOUNS, phrase->start, b->end);
    both->item = a->phrase != NULL ? nk_chart_list (chart, gerund, nk_chart_list (chart, b->object, NULL))
                                   : nk_chart_list (chart, a->object, nk_chart_list (chart, gerund, NULL));
    both->is_plural = both->is_loose = TRUE;
    node->phrase = NULL;
    node->object = both;
    node->object_kind = NK_OBJECT_NOUN;
  } else
    return NULL;
  both->and_token = joiner;
  node->end = b->end;
  return node;
}

/* `for use in`, and `in` at `place` */
static gboolean
ends_in_word (const NkChart *chart, const char *words, guint place)
{
  const char *last = strrchr (words, ' ');

  return last != NULL && nk_chart_is (chart, place, NK_TAG_PREPOSITION) && nk_chart_word (chart, place, last + 1);
}

/* The preposition of `first` with its object and with what stands behind the same preposition at `place`; of what is denied, things only. */
static void
add_second (NkChart *chart, NkEdge first, guint place, const NkToken *joiner, NkEdges *edges)
{
  const NkEdges *second = nk_chart_find (chart, NK_SYMBOL_JOINT, place, nk_finite);
  gboolean is_denied = (joiner->tags & NK_TAG_NOT) != 0;

  for (guint i = 0; i < second->n; i++) {
    NkNode *node = is_denied && (first.node->object == NULL || second->edges[i].node->object == NULL)
                       ? NULL
                       : join_objects (chart, first.node, second->edges[i].node, joiner);

    if (node != NULL)
      nk_edges_add (chart, edges, node->end, first.cost + second->edges[i].cost + 0.1, node);
  }
}

/* `for A and for B`, `between A and B, or between C and D`: the preposition once in Japanese. */
static void
add_joined (NkChart *chart, guint start, NkEdges *edges)
{
  const char *word = chart->tokens->tokens[start].lower;
  guint n = edges->n;

  for (guint i = 0; i < n; i++) {
    guint and_place = edges->edges[i].end + nk_chart_is (chart, edges->edges[i].end, NK_TAG_COMMA), place = and_place + 1;

    if (!nk_chart_is (chart, and_place, NK_TAG_AND) || nk_chart_word (chart, and_place, "but"))
      continue;
    place += nk_chart_word (chart, place, "also");
    if (nk_chart_word (chart, place, word) || ends_in_word (chart, word, place)) /* for use in A and in B */
      add_second (chart, edges->edges[i], place, &chart->tokens->tokens[and_place], edges);
  }
}

/* `for search but not for training`: one object, with what it is not. */
static void
add_denied (NkChart *chart, guint start, NkEdges *edges)
{
  const char *word = chart->tokens->tokens[start].lower;
  guint n = edges->n;

  for (guint i = 0; i < n; i++) {
    guint place = edges->edges[i].end + nk_chart_is (chart, edges->edges[i].end, NK_TAG_COMMA);

    if (nk_chart_is (chart, place, NK_TAG_AND) && nk_chart_is (chart, place + 1, NK_TAG_NOT) && nk_chart_word (chart, place + 2, word))
      add_second (chart, edges->edges[i], place + 2, &chart->tokens->tokens[place + 1], edges);
  }
}

/* `to secure exchanges`: what is to be done sooner than to which exchanges. */
static gboolean
looks_like_infinitive (const NkChart *chart, guint start)
{
  return nk_chart_word (chart, start, "to") && nk_chart_is (chart, start + 1, NK_TAG_ADJECTIVE)
         && nk_token_verb (chart->tokens, start + 1, NK_FORM_BASE) != NULL;
}

/* `use Lamp to secure exchanges`: what is used serves a purpose. */
static gboolean
is_behind_use (const NkChart *chart, guint start)
{
  for (guint i = start; i-- > 0 && start - i <= 6 && !nk_chart_is (chart, i, NK_TAG_PREPOSITION | NK_TAG_COMMA);)
    if (nk_chart_word (chart, i, "use") || nk_chart_word (chart, i, "uses") || nk_chart_word (chart, i, "using") || nk_chart_word (chart, i, "used"))
      return TRUE;
  return FALSE;
}

/* `based on X rather than on Y`: what is not so stands behind the same preposition, which Japanese says once. */
static gboolean
repeats_preposition (const NkChart *chart, guint start)
{
  static const char *const plain[] = { "on", "in", "by", "from", "for", "with", "at", "over", "to", "through", NULL };

  return nk_chart_word (chart, start, "rather than") && nk_chart_is (chart, start + 1, NK_TAG_PREPOSITION)
         && nk_word_in (plain, chart->tokens->tokens[start + 1].lower);
}

/* A preposition and a noun phrase or gerund; no conjunctions. */
void
nk_rule_joint (NkChart *chart, guint start, NkContext context, NkEdges *edges)
{
  const char *word = chart->tokens->tokens[start].lower;
  const NkEdges *found;

  if (!nk_chart_is (chart, start, NK_TAG_PREPOSITION))
    return;
  found = nk_chart_find (chart, NK_SYMBOL_NOUN, start + 1 + repeats_preposition (chart, start), nk_finite);
  for (guint i = 0; i < found->n; i++) {
    const NkNode *node = found->edges[i].node;

    double cost = found->edges[i].cost;

    if (node->kind == NK_NODE_GERUND) {
      /* for the conveying of X; a plain gerund is read below */
      if ((nk_chart_word (chart, start + 1, "the") || nk_chart_word (chart, start + 2, "of"))
          && nk_lexicon_joins (chart->lexicon, word, NK_OBJECT_GERUND))
        nk_chart_add_joint (chart, start, found->edges[i].end, cost, node->phrase, NK_OBJECT_GERUND, edges);
      continue;
    }
    if (is_mixed (node))
      cost += 0.4;
    else if (node->kind == NK_NODE_NOUNS && nk_word_is (node->and_token->lower, "as well as"))
      cost += 0.2;
    if (nk_word_is (word, "between") || nk_word_is (word, "among"))
      cost += of_pair (node);
    if (looks_like_infinitive (chart, start))
      cost += is_behind_use (chart, start) ? 0.6 : 0.3;
    if (nk_word_is (word, "by") && (is_name_with_place (node) || is_agent_for (node)))
      cost += 0.2;
    else if (nk_word_is (word, "by") && is_list_of_names (node))
      cost += 0.6;
    else if (nk_word_is (word, "by") && is_agent_with_place (chart, node))
      cost += 0.35;
    nk_chart_add_joint (chart, start, found->edges[i].end, cost, node, nk_chart_is_year (node) ? NK_OBJECT_YEAR : NK_OBJECT_NOUN, edges);
  }
  if (nk_lexicon_word_joins (chart->tokens->tokens[start].entry, NK_OBJECT_GERUND)) {
    found = nk_chart_find (chart, NK_SYMBOL_PHRASES, start + 1, nk_ing);
    for (guint i = 0; i < found->n; i++)
      nk_chart_add_joint (chart, start, found->edges[i].end, found->edges[i].cost + 0.1, found->edges[i].node, NK_OBJECT_GERUND, edges);
  }
  add_joined (chart, start, edges);
  add_denied (chart, start, edges);
}

gboolean
nk_chart_is_why (const char *word, const NkNode *node, const NkToken *head)
{
  const NkToken *object = node->object != NULL ? nk_node_head (node->object) : NULL;

  return nk_word_is (word, "for") && object != NULL && object->is_plural && nk_word_is (nk_word_last (object->lemma), "reason")
         && (head == NULL || (head->class != NK_CLASS_ACTION && !nk_word_is (head->lemma, "need")));
}

gboolean
nk_chart_is_form (const char *word, const NkNode *node, const NkToken *head)
{
  static const char *const forms[] = { "format", "encoding", "notation", "serialization", NULL };
  const NkToken *object = node->object != NULL ? nk_node_head (node->object) : NULL;

  return nk_word_is (word, "in") && object != NULL && node->object->n_determiners == 0 && nk_word_in (forms, object->lemma) && head != NULL
         && (head->class == NK_CLASS_NONE || strchr ("mda", NK_CLASS_LETTERS[head->class]) == NULL)
         && (head->tags & NK_TAG_NAME) == 0;
}
