/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* What the frames of a verb or an adjective ask for. */
#include "language/parse_private.h"

#include <string.h>

/* The place behind the words of `preposition`, or 0. */
static guint
match_words (const NkChart *chart, const char *preposition, guint place)
{
  while (*preposition != '\0') {
    const char *word;
    gsize length;

    if (place >= chart->tokens->n)
      return 0;
    word = chart->tokens->tokens[place].lower;
    length = strlen (word);
    if (strncmp (preposition, word, length) != 0 || (preposition[length] != '\0' && preposition[length] != ' '))
      return 0;
    preposition += length + (preposition[length] == ' ');
    place++;
  }
  return place;
}

static void
set_slot (NkNode *node, char slot, const NkNode *value)
{
  switch (slot) {
  case 'O': node->object = value; break;
  case 'P': node->p = value; break;
  case 'R': node->r = value; break;
  case 'S': node->that = value; break;
  case 'A': node->adjective = value; break;
  default: node->infinitive = value; break; /* V G */
  }
}

static void
match_rest (NkChart *chart, const NkFrame *frame, guint element, const NkEdges *found, double cost, const NkNode *so_far, NkEdges *edges)
{
  for (guint i = 0; i < found->n; i++) {
    NkNode *node = nk_chart_copy (chart, so_far);

    set_slot (node, frame->elements[element].slot, found->edges[i].node);
    nk_chart_match_frame (chart, frame, element + 1, found->edges[i].end,
                          cost + found->edges[i].cost
                              + (frame->elements[element].kind == NK_ELEMENT_INFINITIVE
                                     ? nk_cost_of_use (so_far, found->edges[i].node) + nk_cost_of_required (chart, so_far, found->edges[i].node)
                                           + nk_cost_of_considered (so_far, found->edges[i].node)
                                           + nk_chart_of_change (so_far, found->edges[i].node)
                                     : nk_cost_of_receiver (&frame->elements[element], so_far, found->edges[i].node)),
                          node, edges);
  }
}

/* An adjective where a verb wants one: become available, make X secure. */
static void
match_adjective (NkChart *chart, const NkFrame *frame, guint element, guint start, double cost, const NkNode *so_far, NkEdges *edges)
{
  NkNode *node = nk_chart_adjective (chart, start), *copy;

  if (node == NULL)
    return;
  copy = nk_chart_copy (chart, so_far);
  copy->adjective = node;
  nk_chart_match_frame (chart, frame, element + 1, node->end, cost, copy, edges);
}

/* `requires that keys be kept`, `that keys not be sent`: what is wished for, in the plain form. */
static void
match_wish (NkChart *chart, const NkFrame *frame, guint element, guint start, double cost, const NkNode *so_far, NkEdges *edges)
{
  const NkEdges *subjects = nk_chart_find (chart, NK_SYMBOL_NOUN, start, nk_finite);
  NkEdges clauses = { NULL, 0, 0 };

  for (guint i = 0; i < subjects->n; i++) {
    guint end = subjects->edges[i].end;
    const NkEdges *phrases;

    if (!nk_chart_word (chart, end, "be") && !nk_chart_is (chart, end, NK_TAG_NOT)
        && !(nk_chart_word (chart, end, "never") && nk_chart_word (chart, end + 1, "be")))
      continue;
    phrases = nk_chart_find (chart, NK_SYMBOL_PHRASES, end, nk_infinitive);
    for (guint k = 0; k < phrases->n; k++) {
      NkNode *clause = nk_chart_node (chart, NK_NODE_CLAUSE, start, phrases->edges[k].end);

      clause->subject = subjects->edges[i].node;
      clause->phrase = phrases->edges[k].node;
      nk_edges_add (chart, &clauses, clause->end, subjects->edges[i].cost + phrases->edges[k].cost, clause);
    }
  }
  match_rest (chart, frame, element, &clauses, cost, so_far, edges);
}

/* `that X is Y and that Z is W` */
static void
match_several (NkChart *chart, const NkFrame *frame, guint element, guint start, double cost, const NkNode *so_far, NkEdges *edges)
{
  const NkEdges *first = nk_chart_find (chart, NK_SYMBOL_CLAUSE, start, nk_finite);
  NkEdges clauses = { NULL, 0, 0 };

  for (guint i = 0; i < first->n; i++) {
    guint joiner = first->edges[i].end + (nk_chart_is (chart, first->edges[i].end, NK_TAG_COMMA) ? 1 : 0);
    const NkEdges *second;

    if (!nk_chart_word (chart, joiner, "and") || !nk_chart_word (chart, joiner + 1, "that"))
      continue;
    second = nk_chart_find (chart, NK_SYMBOL_CLAUSE, joiner + 2, nk_finite);
    for (guint k = 0; k < second->n; k++) {
      NkNode *both = nk_chart_node (chart, NK_NODE_CLAUSES, start, second->edges[k].end);

      both->a = first->edges[i].node;
      both->b = second->edges[k].node;
      both->and_token = &chart->tokens->tokens[joiner];
      nk_edges_add (chart, &clauses, both->end, first->edges[i].cost + second->edges[k].cost, both);
    }
  }
  match_rest (chart, frame, element, &clauses, cost, so_far, edges);
}

/* `that in such networks X is Y`, `that, when X, Y` */
static void
match_led (NkChart *chart, const NkFrame *frame, guint element, guint start, double cost, const NkNode *so_far, NkEdges *edges)
{
  guint place = start + (nk_chart_is (chart, start, NK_TAG_COMMA) ? 1 : 0);
  const NkEdges *leads;
  NkEdges clauses = { NULL, 0, 0 };

  if (!nk_chart_is (chart, place, NK_TAG_PREPOSITION | NK_TAG_CONJUNCTION))
    return;
  leads = nk_chart_find (chart, NK_SYMBOL_LEAD, place, nk_finite);
  for (guint i = 0; i < leads->n; i++) {
    const NkEdges *found = nk_chart_find (chart, NK_SYMBOL_CLAUSE, leads->edges[i].end, nk_finite);

    for (guint k = 0; k < found->n; k++) {
      NkNode *clause = nk_chart_copy (chart, found->edges[k].node);

      clause->lead = leads->edges[i].node;
      clause->start = (guint16)start;
      nk_edges_add (chart, &clauses, clause->end, leads->edges[i].cost + found->edges[k].cost + 0.1, clause);
    }
  }
  match_rest (chart, frame, element, &clauses, cost, so_far, edges);
}

/* `adds three properties to vCard 4.0: A, B, and C`: several are listed, and one is not several. */
static void
give_list_to_object (NkChart *chart, NkNode *phrase)
{
  NkNode *object, *place;

  if (phrase->object == NULL || phrase->object->kind != NK_NODE_NOUN || phrase->object->posts != NULL || !phrase->object->is_plural
      || phrase->p == NULL || phrase->p->kind != NK_NODE_NOUN || phrase->p->is_plural || phrase->p->posts == NULL
      || phrase->p->posts->next != NULL || phrase->p->posts->item->kind != NK_NODE_LISTED || phrase->p->posts->item->is_loose)
    return;
  object = nk_chart_copy (chart, phrase->object);
  place = nk_chart_copy (chart, phrase->p);
  object->posts = place->posts;
  place->posts = NULL;
  phrase->object = object;
  phrase->p = place;
}

/* `enables clients that are in a network, to join it`: 1 where such a comma stands. */
static guint
closes_told (const NkChart *chart, const NkFrame *frame, guint start, const NkNode *so_far)
{
  const NkNode *object = so_far->object;

  return frame->is_tight && !so_far->is_passive && object != NULL && object->kind == NK_NODE_NOUN && object->posts != NULL
                 && object->posts->item->phrase != NULL && nk_chart_is (chart, start, NK_TAG_COMMA) && nk_chart_word (chart, start + 1, "to")
             ? 1
             : 0;
}

void
nk_chart_match_frame (NkChart *chart, const NkFrame *frame, guint element, guint start, double cost, const NkNode *so_far, NkEdges *edges)
{
  const NkElement *wanted = &frame->elements[element];
  guint place;

  if (element == frame->n_elements) {
    NkNode *node = nk_chart_copy (chart, so_far);

    node->frame = frame;
    node->end = (guint16)start;
    give_list_to_object (chart, node);
    nk_chart_give_topic_to_object (chart, node);
    nk_edges_add (chart, edges, start, cost, node);
    return;
  }
  switch (wanted->kind) {
  case NK_ELEMENT_OBJECT:
    if (so_far->is_passive || so_far->lacks_object)
      nk_chart_match_frame (chart, frame, element + 1, start, cost, so_far, edges);
    else
      match_rest (chart, frame, element, nk_chart_find (chart, NK_SYMBOL_NOUN, start, nk_finite), cost, so_far, edges);
    return;
  case NK_ELEMENT_NOUN:
    match_rest (chart, frame, element, nk_chart_find (chart, NK_SYMBOL_NOUN_SINGLE, start, nk_finite), cost + 0.05, so_far, edges);
    return;
  case NK_ELEMENT_PREPOSITION:
    place = match_words (chart, wanted->preposition, start);
    if (place == 0 && nk_chart_is (chart, start, NK_TAG_COMMA) && nk_word_is (so_far->verb != NULL ? so_far->verb->lemma : "", "refer to"))
      place = match_words (chart, wanted->preposition, start + 1); /* we refer to X, as "Y" */
    if (place == 0)
      return;
    if (so_far->object != NULL && !so_far->is_passive && !so_far->lacks_object)
      cost += nk_cost_of_nearest (chart, wanted->preposition, start, so_far->object) + nk_chart_of_same (chart, wanted->preposition, start);
    /* The object of `to` may look like an infinitive. */
    if (wanted->slot == 'G')
      match_rest (chart, frame, element, nk_chart_find (chart, NK_SYMBOL_PHRASES, place, nk_ing),
                  cost + nk_cost_of_preposition (chart, frame, wanted, so_far), so_far, edges);
    else
      match_rest (chart, frame, element, nk_chart_find (chart, NK_SYMBOL_NOUN, place, nk_finite),
                  cost + nk_cost_of_preposition (chart, frame, wanted, so_far), so_far, edges);
    return;
  case NK_ELEMENT_INFINITIVE:
    start += closes_told (chart, frame, start, so_far);
    place = nk_chart_is (chart, start, NK_TAG_NOT) ? start + 1 : start;
    if (nk_chart_is (chart, place, NK_TAG_TO) && place == start)
      match_rest (chart, frame, element, nk_chart_find (chart, NK_SYMBOL_PHRASES, place + 1, nk_infinitive),
                  cost
                      + (so_far->is_passive ? -0.2
                         : frame->is_bound  ? (nk_frame_ends_in_verb (so_far->object) ? 0.7 : 0.3)
                         : !frame->is_tight ? 0.3
                         : element > 0      ? -0.35
                                            : -0.2),
                  so_far, edges);
    return;
  case NK_ELEMENT_BARE:
    match_rest (chart, frame, element, nk_chart_find (chart, NK_SYMBOL_PHRASES, start, nk_infinitive), cost - 0.2, so_far, edges);
    return;
  case NK_ELEMENT_GERUND: /* avoid traffic suffering delays; but `avoid delays using X` says how */
    if (!nk_chart_is (chart, start, NK_TAG_PREPOSITION)
        && (nk_chart_verb (chart, start, NK_FORM_ING) != NULL || (nk_chart_word (chart, start, "being") && element == 0))) /* avoid being sent */
      match_rest (chart, frame, element, nk_chart_find (chart, NK_SYMBOL_PHRASES, start, nk_ing), cost, so_far, edges);
    return;
  case NK_ELEMENT_THAT:
    if (!nk_chart_word (chart, start, "that"))
      return;
    match_wish (chart, frame, element, start + 1, cost, so_far, edges);
    match_rest (chart, frame, element, nk_chart_find (chart, NK_SYMBOL_CLAUSE, start + 1, nk_finite), cost - 0.1, so_far, edges);
    match_led (chart, frame, element, start + 1, cost, so_far, edges);
    match_several (chart, frame, element, start + 1, cost, so_far, edges);
    return;
  case NK_ELEMENT_ADJECTIVE: match_adjective (chart, frame, element, start, cost + 0.1, so_far, edges); return;
  }
}
