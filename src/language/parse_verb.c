/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Verbs with their auxiliaries, and what stands behind them. */
#include "language/parse_private.h"

#include <string.h>

#define OWN_PASSIVE -0.3 /* a row for the passive goes before the one that is made from the active */

/* An adjective, with an adverb before it or without; its last token is the adjective. NULL if none stands at `start`. */
NkNode *
nk_chart_adjective (NkChart *chart, guint start)
{
  gboolean has_adverb = nk_chart_is (chart, start, NK_TAG_ADVERB) && nk_chart_is (chart, start + 1, NK_TAG_ADJECTIVE)
                        && !nk_chart_word (chart, start, "no longer") && !nk_chart_word (chart, start, "never");
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
      group->so_far.is_negated |= nk_chart_word (group->chart, place, "never") || nk_chart_word (group->chart, place, "no longer");
    } else if (group->so_far.adverbs != NULL && nk_chart_is (group->chart, place, NK_TAG_AND)
               && nk_chart_is (group->chart, place + 1, NK_TAG_ADVERB) && nk_chart_is (group->chart, place - 1, NK_TAG_ADVERB))
      ; /* securely and quickly */
    else if (place > group->start && nk_chart_is (group->chart, place, NK_TAG_COMMA) && nk_chart_is (group->chart, place + 2, NK_TAG_COMMA)
             && nk_chart_is (group->chart, place + 1, NK_TAG_ADVERB | NK_TAG_CONNECTIVE)) {
      put_adverb (group, place + 1); /* can, in turn, pass it on */
      place += 2;
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

  return nk_word_in (words, word);
}

/* `relies only on X`, `applies specifically to X`: how much or in which way the verb is done, and nothing that parts it from its preposition. */
static gboolean
is_of_manner (const NkChart *chart, guint place)
{
  const char *word = chart->tokens->tokens[place].lower;

  return nk_word_is (word, "only") || (nk_chart_is (chart, place, NK_TAG_ADVERB) && g_str_has_suffix (word, "ly"));
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
  static const char *const between[] = { "in detail", "in depth", "briefly", "abstractly", "in particular", "for example", NULL };
  guint behind = place + 1 + nk_chart_is (group->chart, place + 1, NK_TAG_COMMA);

  if (verb == NULL)
    return;
  finish (group, verb, place + 1, cost);
  /* `relies only on X`, `attached directly to X` */
  if (behind == place + 1 && behind < group->chart->tokens->n && is_of_manner (group->chart, behind)
      && nk_chart_is (group->chart, behind + 1, NK_TAG_PREPOSITION)) {
    Group with = *group;

    put_adverb (&with, behind);
    finish (&with, verb, behind + 1, cost + 0.1);
  }
  /* `describes in detail how`, `describes, in detail, how`, `extends, in a safe manner, the length` */
  if (behind < group->chart->tokens->n
      && (nk_word_in (between, group->chart->tokens->tokens[behind].lower)
          || (behind > place + 1 && nk_chart_is (group->chart, behind, NK_TAG_ADVERB)
              && nk_chart_is (group->chart, behind + 1, NK_TAG_COMMA)))) {
    guint next = behind + 1;
    Group with = *group;

    if (behind > place + 1 && !nk_chart_is (group->chart, next, NK_TAG_COMMA))
      return;
    next += behind > place + 1;
    if (!nk_chart_is (group->chart, next, NK_TAG_DETERMINER | NK_TAG_QUESTION | NK_TAG_NOUN | NK_TAG_NAME | NK_TAG_ADJECTIVE))
      return;
    put_adverb (&with, behind);
    finish (&with, verb, next, cost + 0.15);
  }
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

/* `we shall focus on X`: what the authors will do, and no duty of theirs. */
static NkAux
auxiliary_at (const NkChart *chart, guint place)
{
  NkAux aux = auxiliary_of (chart->tokens->tokens[place].lower);

  return place > 0 && nk_chart_word (chart, place, "shall") && nk_chart_word (chart, place - 1, "we") ? NK_AUX_WILL : aux;
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
  group.so_far.is_past = nk_word_in (past_words, word);
  group.so_far.number = nk_word_in (single_words, word) ? 1 : g_str_equal (word, "had") || g_str_equal (word, "did") ? 0 : 2;
  if (nk_chart_word (chart, place, "need") && nk_chart_is (chart, place + 1, NK_TAG_NOT)) { /* need not be stored */
    group.so_far.aux = NK_AUX_NEED;
    group.so_far.number = 0;
    read_infinitive (group, place + 1);
  } else if (nk_chart_is (chart, place, NK_TAG_AUXILIARY)) {
    group.so_far.aux = auxiliary_at (chart, place);
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
  adjective = nk_chart_adjective (chart, start);
  if (adjective != NULL) {
    const NkLexiconVerb *entry = adjective->token->entry != NULL ? adjective->token->entry->adjective : NULL;
    guint place = adjective->end;

    nk_edges_add (chart, &adjectives, place, 0.1, adjective);
    for (guint i = 0; entry != NULL && i < entry->n_frames; i++) {
      nk_chart_match_frame (chart, &entry->frames[i], 0, place, of_adjective (&entry->frames[i], behind_it (chart, start)), adjective,
                            &adjectives);
      nk_chart_add_done_to (chart, adjective, &entry->frames[i], place, &adjectives);
    }
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

/* `reports failures to owners from browsers`, where the table has `O from P to R`; the frame as it is, if it has no two prepositions. */
static const NkFrame *
other_way_round (NkChart *chart, const NkFrame *frame)
{
  NkFrame *other;

  if (frame->n_elements != 3 || frame->elements[1].kind != NK_ELEMENT_PREPOSITION || frame->elements[2].kind != NK_ELEMENT_PREPOSITION
      || frame->elements[1].slot == 'G' || frame->elements[2].slot == 'G')
    return frame;
  other = nk_arena_copy (chart->arena, frame, sizeof *other);
  other->elements[1] = frame->elements[2];
  other->elements[2] = frame->elements[1];
  return other;
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
    if (context.is_passive ? frame->is_passive || (has_object && !frame->is_bound) : !frame->is_passive) {
      const NkFrame *other = other_way_round (chart, frame);

      nk_chart_match_frame (chart, frame, 0, start, frame->is_passive ? OWN_PASSIVE : has_object ? 0 : 0.05, base, edges);
      if (other != frame)
        nk_chart_match_frame (chart, other, 0, start, frame->is_passive ? OWN_PASSIVE : 0.1, base, edges);
    }
  }
}
