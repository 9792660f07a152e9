/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Verbs with their auxiliaries, and what the frames of a verb ask for. */
#include "language/parse_private.h"

#include <string.h>

#define OWN_PASSIVE -0.3 /* a row for the passive goes before the one that is made from the active */

/* What was read of a group so far. */
typedef struct {
  NkChart *chart;
  NkEdges *edges;
  guint start;
  NkNode so_far; /* on its way: the fields of a phrase */
} Group;

static void
put_adverb (Group *group, guint place)
{
  NkNode *node = nk_chart_node (group->chart, NK_NODE_ADVERB, place, place + 1);

  node->token = &group->chart->tokens->tokens[place];
  group->so_far.adverbs = nk_chart_append (group->chart, group->so_far.adverbs, node);
}

/* Adverbs and `not` from `place`; the place behind them. */
static guint
take_adverbs (Group *group, guint place)
{
  for (;;) {
    if ((nk_chart_word (group->chart, place, "either") || nk_chart_word (group->chart, place, "both"))
        && group->chart->tokens->n > place + 1 && group->chart->tokens->tokens[place + 1].forms != NULL)
      ; /* either fails or succeeds */
    else if (nk_chart_is (group->chart, place, NK_TAG_NOT))
      group->so_far.is_negated = TRUE;
    else if (nk_chart_is (group->chart, place, NK_TAG_ADVERB | NK_TAG_CONNECTIVE)) {
      put_adverb (group, place);
      group->so_far.is_negated |= nk_chart_word (group->chart, place, "never");
    } else
      return place;
    place++;
  }
}

/* Adverbs of place follow their verb; before one they belong to what stands before them. */
static gboolean
is_place (const char *word)
{
  static const char *const words[] = { "here", "below", "above", "herein", "there", "elsewhere", "therein", "hereafter", "today", NULL };

  return g_strv_contains (words, word);
}

static void
finish (const Group *group, const NkLexiconVerb *verb, guint end, double cost)
{
  NkNode *node = nk_chart_copy (group->chart, &group->so_far);

  node->kind = NK_NODE_PHRASE;
  node->verb = verb;
  node->start = (guint16)group->start;
  node->end = (guint16)end;
  for (const NkNode *list = node->adverbs; list != NULL; list = list->next)
    cost += is_place (list->item->token->lower) ? 0.5 : 0;
  nk_edges_add (group->chart, group->edges, end, cost, node);
}

static void
finish_form (const Group *group, guint place, NkVerbForm form, double cost)
{
  const NkLexiconVerb *verb = nk_chart_verb (group->chart, place, form);

  if (verb != NULL)
    finish (group, verb, place + 1, cost);
}

/* Behind a form of be: passive, progressive, or be itself. */
static void
after_be (Group group, guint place)
{
  guint next;

  group.so_far.is_passive = FALSE;
  finish (&group, NULL, place, 0);
  next = take_adverbs (&group, place);
  if (group.so_far.is_negated)
    finish (&group, NULL, next, 0);
  group.so_far.is_progressive = TRUE;
  finish_form (&group, next, NK_FORM_ING, 0.1);
  group.so_far.is_progressive = FALSE;
  group.so_far.is_passive = TRUE;
  finish_form (&group, next, NK_FORM_PARTICIPLE, -0.1);
  group.so_far.is_progressive = TRUE;
  if (nk_chart_word (group.chart, next, "being"))
    finish_form (&group, next + 1, NK_FORM_PARTICIPLE, 0);
}

static void
after_have (Group group, guint place)
{
  group.so_far.is_perfect = TRUE;
  place = take_adverbs (&group, place);
  if (nk_chart_word (group.chart, place, "been"))
    after_be (group, place + 1);
  else
    finish_form (&group, place, NK_FORM_PARTICIPLE, 0);
}

static NkAux
auxiliary_of (const char *word)
{
  static const struct {
    const char *word;
    NkAux aux;
  } auxiliaries[] = {
    { "can", NK_AUX_CAN },   { "cannot", NK_AUX_CAN }, { "could", NK_AUX_CAN },     { "may", NK_AUX_MAY },   { "might", NK_AUX_MAY },
    { "must", NK_AUX_MUST }, { "shall", NK_AUX_MUST }, { "should", NK_AUX_SHOULD }, { "will", NK_AUX_WILL }, { "would", NK_AUX_WILL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (auxiliaries); i++)
    if (g_str_equal (word, auxiliaries[i].word))
      return auxiliaries[i].aux;
  return NK_AUX_NONE;
}

static void
read_infinitive (Group group, guint place)
{
  place = take_adverbs (&group, place);
  if (nk_chart_word (group.chart, place, "be"))
    after_be (group, place + 1);
  else if (nk_chart_word (group.chart, place, "have")) {
    after_have (group, place + 1);
    finish (&group, nk_lexicon_verb (group.chart->lexicon, "have"), place + 1, 0);
  } else if (nk_chart_word (group.chart, place, "do"))
    finish (&group, nk_lexicon_verb (group.chart->lexicon, "do"), place + 1, 0);
  else
    finish_form (&group, place, NK_FORM_BASE, 0);
}

static void
read_finite (Group group, guint place)
{
  NkChart *chart = group.chart;
  static const char *const past_words[] = { "was", "were", "had", "did", NULL };
  static const char *const single_words[] = { "is", "was", "has", "does", NULL };
  const char *word;

  place = take_adverbs (&group, place);
  if (place >= chart->tokens->n)
    return;
  word = chart->tokens->tokens[place].lower;
  group.so_far.is_past = g_strv_contains (past_words, word);
  group.so_far.number = g_strv_contains (single_words, word) ? 1 : g_str_equal (word, "had") || g_str_equal (word, "did") ? 0 : 2;
  if (nk_chart_is (chart, place, NK_TAG_AUXILIARY)) {
    group.so_far.aux = auxiliary_of (word);
    group.so_far.is_negated |= g_str_equal (word, "cannot");
    group.so_far.number = 0;
    read_infinitive (group, place + 1);
  } else if (nk_chart_is (chart, place, NK_TAG_DO)) {
    const NkLexiconVerb *verb = nk_lexicon_verb (chart->lexicon, "do");

    if (nk_chart_is (chart, place + 1, NK_TAG_NOT))
      read_infinitive (group, place + 1);
    else if (verb != NULL)
      finish (&group, verb, place + 1, 0);
  } else if (nk_chart_is (chart, place, NK_TAG_BE) && !nk_chart_word (chart, place, "be") && !nk_chart_word (chart, place, "being")
             && !nk_chart_word (chart, place, "been"))
    after_be (group, place + 1);
  else if (nk_chart_is (chart, place, NK_TAG_HAVE) && !nk_chart_word (chart, place, "having")) {
    after_have (group, place + 1);
    finish (&group, nk_lexicon_verb (chart->lexicon, "have"), place + 1, 0);
  } else {
    group.so_far.is_past = FALSE;
    group.so_far.number = 1;
    finish_form (&group, place, NK_FORM_S, 0);
    group.so_far.number = 2;
    finish_form (&group, place, NK_FORM_BASE, 0);
    group.so_far.number = 0;
    group.so_far.is_past = TRUE;
    finish_form (&group, place, NK_FORM_PAST, 0.5);
  }
}

void
nk_rule_group (NkChart *chart, guint start, NkContext context, NkEdges *edges)
{
  Group group = { chart, edges, start, { .kind = NK_NODE_PHRASE } };
  guint place;

  switch (context.want) {
  case NK_WANT_FINITE: read_finite (group, start); return;
  case NK_WANT_INFINITIVE: read_infinitive (group, start); return;
  case NK_WANT_ING:
    place = take_adverbs (&group, start);
    if (nk_chart_word (chart, place, "being"))
      after_be (group, place + 1);
    else if (nk_chart_word (chart, place, "having"))
      finish (&group, nk_lexicon_verb (chart->lexicon, "have"), place + 1, 0);
    else
      finish_form (&group, place, NK_FORM_ING, 0);
    return;
  case NK_WANT_PARTICIPLE:
    place = take_adverbs (&group, start);
    group.so_far.is_passive = TRUE;
    finish_form (&group, place, NK_FORM_PARTICIPLE, 0);
    return;
  }
}

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
    nk_chart_match_frame (chart, frame, element + 1, found->edges[i].end, cost + found->edges[i].cost, node, edges);
  }
}

/* An adjective, with an adverb before it or without; its last token is the adjective. NULL if none stands at `start`. */
static NkNode *
read_adjective (NkChart *chart, guint start)
{
  gboolean has_adverb = nk_chart_is (chart, start, NK_TAG_ADVERB) && nk_chart_is (chart, start + 1, NK_TAG_ADJECTIVE);
  guint place = has_adverb ? start + 1 : start;
  NkNode *node;

  if (!nk_chart_is (chart, place, NK_TAG_ADJECTIVE))
    return NULL;
  node = nk_chart_node (chart, NK_NODE_ADJECTIVE, start, place + 1);
  node->token = &chart->tokens->tokens[place];
  if (has_adverb) {
    NkNode *adverb = nk_chart_node (chart, NK_NODE_ADVERB, start, place);

    adverb->token = &chart->tokens->tokens[start];
    node->adverbs = nk_chart_list (chart, adverb, NULL);
  }
  return node;
}

/* An adjective where a verb wants one: become available, make X secure. */
static void
match_adjective (NkChart *chart, const NkFrame *frame, guint element, guint start, double cost, const NkNode *so_far, NkEdges *edges)
{
  NkNode *node = read_adjective (chart, start), *copy;

  if (node == NULL)
    return;
  copy = nk_chart_copy (chart, so_far);
  copy->adjective = node;
  nk_chart_match_frame (chart, frame, element + 1, node->end, cost, copy, edges);
}

static double
of_preposition (const NkChart *chart, const NkFrame *frame, const NkElement *element, const NkNode *so_far)
{
  const NkToken *head = so_far->object != NULL && !so_far->is_passive ? nk_node_head (so_far->object) : NULL;
  NkJoint joint = { FALSE, head != NULL ? head->lemma : NULL, NK_CLASS_NONE, NK_OBJECT_NOUN, NULL, NK_CLASS_NONE };
  gboolean is_specific = FALSE;

  /* `provides an extension to X`: the noun itself wants it. */
  if (head != NULL && nk_lexicon_join (chart->lexicon, element->preposition, &joint, &is_specific) != NULL && is_specific)
    return 0.25;
  /* Without an object the preposition stands behind the verb itself. */
  if (frame->is_tight || so_far->is_passive)
    return -0.2;
  if (so_far->object != NULL && nk_chart_is_way (element->preposition, so_far->verb))
    return 0;
  return g_str_equal (element->preposition, "with") ? 0.05 : 0.2;
}

/* `requirements that work with X`: what follows is more likely of that verb. */
static gboolean
ends_in_verb (const NkNode *noun)
{
  const NkNode *post = noun != NULL ? noun->posts : NULL;

  while (post != NULL && post->next != NULL)
    post = post->next;
  return post != NULL
         && (post->item->kind == NK_NODE_RELATIVE || post->item->kind == NK_NODE_RELATIVE_OBJECT || post->item->kind == NK_NODE_PARTICIPLE
             || post->item->kind == NK_NODE_PRESENT);
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
    if (place == 0)
      return;
    /* The object of `to` may look like an infinitive. */
    if (wanted->slot == 'G')
      match_rest (chart, frame, element, nk_chart_find (chart, NK_SYMBOL_PHRASES, place, nk_ing),
                  cost + of_preposition (chart, frame, wanted, so_far), so_far, edges);
    else
      match_rest (chart, frame, element, nk_chart_find (chart, NK_SYMBOL_NOUN, place, nk_finite),
                  cost + of_preposition (chart, frame, wanted, so_far), so_far, edges);
    return;
  case NK_ELEMENT_INFINITIVE:
    place = nk_chart_is (chart, start, NK_TAG_NOT) ? start + 1 : start;
    if (nk_chart_is (chart, place, NK_TAG_TO) && place == start)
      match_rest (chart, frame, element, nk_chart_find (chart, NK_SYMBOL_PHRASES, place + 1, nk_infinitive),
                  cost
                      + (so_far->is_passive ? -0.2
                         : frame->is_bound  ? (ends_in_verb (so_far->object) ? 0.7 : 0.3)
                         : !frame->is_tight ? 0.3
                         : element > 0      ? -0.35
                                            : -0.2),
                  so_far, edges);
    return;
  case NK_ELEMENT_BARE:
    match_rest (chart, frame, element, nk_chart_find (chart, NK_SYMBOL_PHRASES, start, nk_infinitive), cost - 0.2, so_far, edges);
    return;
  case NK_ELEMENT_THAT:
    if (nk_chart_word (chart, start, "that"))
      match_rest (chart, frame, element, nk_chart_find (chart, NK_SYMBOL_CLAUSE, start + 1, nk_finite), cost - 0.1, so_far, edges);
    return;
  case NK_ELEMENT_ADJECTIVE: match_adjective (chart, frame, element, start, cost + 0.1, so_far, edges); return;
  }
}

/* It is possible to V: the pronoun stands for nothing. */
static gboolean
behind_it (const NkChart *chart, guint place)
{
  for (guint i = place; i-- > 0 && place - i <= 3;)
    if (nk_chart_word (chart, i, "it"))
      return TRUE;
  return FALSE;
}

/* `it is possible to V`, `is required to V`: the infinitive belongs to the adjective. */
static double
of_adjective (const NkFrame *frame, gboolean is_behind_it)
{
  if (frame->is_impersonal)
    return is_behind_it ? -0.6 : 0.05;
  return frame->elements[0].kind == NK_ELEMENT_INFINITIVE ? -0.35 : 0.05;
}

/* Predicates of be: a noun, an adjective with its frame, a preposition, an infinitive. */
static void
complement_of_be (NkChart *chart, guint start, NkEdges *edges)
{
  NkNode *base = nk_chart_node (chart, NK_NODE_PHRASE, start, start);
  const NkEdges *found = nk_chart_find (chart, NK_SYMBOL_NOUN, start, nk_finite);
  NkEdges adjectives = { NULL, 0, 0 };
  NkNode *adjective;

  for (guint i = 0; i < found->n; i++) {
    NkNode *node = nk_chart_copy (chart, base);

    node->object = found->edges[i].node;
    nk_edges_add (chart, edges, found->edges[i].end, found->edges[i].cost, node);
  }
  if (nk_chart_is (chart, start, NK_TAG_PREPOSITION)) {
    found = nk_chart_find (chart, NK_SYMBOL_JOINT, start, nk_finite);
    for (guint i = 0; i < found->n; i++) {
      NkNode *node = nk_chart_copy (chart, base);

      node->p = found->edges[i].node;
      nk_edges_add (chart, edges, found->edges[i].end, found->edges[i].cost + 0.2, node);
    }
  }
  if (nk_chart_is (chart, start, NK_TAG_TO)) {
    found = nk_chart_find (chart, NK_SYMBOL_PHRASES, start + 1, nk_infinitive);
    for (guint i = 0; i < found->n; i++) {
      NkNode *node = nk_chart_copy (chart, base);

      node->infinitive = found->edges[i].node;
      nk_edges_add (chart, edges, found->edges[i].end, found->edges[i].cost + 0.1, node);
    }
  }
  adjective = read_adjective (chart, start);
  if (adjective != NULL) {
    const NkLexiconVerb *entry = nk_lexicon_adjective (chart->lexicon, adjective->token->lower);
    guint place = adjective->end;

    nk_edges_add (chart, &adjectives, place, 0.1, adjective);
    for (guint i = 0; entry != NULL && i < entry->n_frames; i++)
      nk_chart_match_frame (chart, &entry->frames[i], 0, place, of_adjective (&entry->frames[i], behind_it (chart, start)), adjective,
                            &adjectives);
    /* secure and efficient */
    if (nk_chart_is (chart, place, NK_TAG_AND) && nk_chart_is (chart, place + 1, NK_TAG_ADJECTIVE)) {
      NkNode *both = nk_chart_copy (chart, adjective), *second = nk_chart_copy (chart, adjective);

      second->token = &chart->tokens->tokens[place + 1];
      second->adverbs = NULL;
      both->a = second;
      both->and_token = &chart->tokens->tokens[place];
      both->end = (guint16)(place + 2);
      nk_edges_add (chart, &adjectives, place + 2, 0.2, both);
    }
  }
  for (guint i = 0; i < adjectives.n; i++) {
    NkNode *node = nk_chart_copy (chart, base);

    node->adjective = adjectives.edges[i].node;
    nk_edges_add (chart, edges, adjectives.edges[i].end, adjectives.edges[i].cost, node);
  }
}

void
nk_rule_complement (NkChart *chart, guint start, NkContext context, NkEdges *edges)
{
  NkNode *base = nk_chart_node (chart, NK_NODE_PHRASE, start, start);

  if (context.verb == NULL) {
    complement_of_be (chart, start, edges);
    return;
  }
  base->verb = context.verb;
  base->is_passive = context.is_passive;
  for (guint i = 0; i < context.verb->n_frames; i++) {
    const NkFrame *frame = &context.verb->frames[i];
    gboolean has_object = FALSE;

    for (guint k = 0; k < frame->n_elements; k++)
      has_object |= frame->elements[k].kind == NK_ELEMENT_OBJECT;
    if (context.is_passive ? frame->is_passive || (has_object && !frame->is_bound) : !frame->is_passive)
      nk_chart_match_frame (chart, frame, 0, start, frame->is_passive ? OWN_PASSIVE : has_object ? 0 : 0.05, base, edges);
  }
}
