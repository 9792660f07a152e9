/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Verb phrases: the group of the verb, what its frame asks for, what is said of it; several joined by `and`. */
#include "language/parse_private.h"

#define MAX_PHRASES 8u

static NkVerbForm
form_of_group (const NkNode *group, NkWant want)
{
  if (group->is_passive || group->is_perfect)
    return NK_FORM_PARTICIPLE;
  if (want == NK_WANT_ING || group->is_progressive)
    return NK_FORM_ING;
  if (want == NK_WANT_INFINITIVE || group->aux != NK_AUX_NONE || group->number == 2)
    return NK_FORM_BASE;
  return group->is_past ? NK_FORM_PAST : NK_FORM_S;
}

/* `defines and registers X`, `define, register, and use X`: verbs that share what follows. The last one is the phrase's own. */
static void
add_shared (NkChart *chart, const NkNode *group, guint place, double cost, NkWant want, guint n, NkEdges *groups)
{
  gboolean is_comma = nk_chart_is (chart, place, NK_TAG_COMMA);
  guint next = is_comma ? place + 1 : place;
  gboolean is_and = nk_chart_is (chart, next, NK_TAG_AND) && !nk_chart_word (chart, next, "but");
  const NkLexiconVerb *verb;
  NkNode *node, *before;

  if (group->verb == NULL || (!is_comma && !is_and) || n >= MAX_PHRASES)
    return;
  if (is_and)
    next++;
  verb = nk_chart_verb (chart, next, form_of_group (group, want));
  if (verb == NULL)
    return;
  before = nk_chart_node (chart, NK_NODE_PHRASE, group->start, place);
  before->verb = group->verb;
  node = nk_chart_copy (chart, group);
  node->also = nk_chart_append (chart, group->also, before);
  node->verb = verb;
  node->end = (guint16)(next + 1);
  if (is_and) {
    node->and_token = &chart->tokens->tokens[next - 1];
    nk_edges_add (chart, groups, next + 1, cost + 0.05, node);
  } else
    add_shared (chart, node, next + 1, cost, want, n + 1, groups);
}

static NkNode *
combine (NkChart *chart, const NkNode *group, const NkNode *complement)
{
  NkNode *node = nk_chart_copy (chart, group);

  node->frame = complement->frame;
  node->object = complement->object;
  node->p = complement->p;
  node->r = complement->r;
  node->infinitive = complement->infinitive;
  node->that = complement->that;
  node->adjective = complement->adjective;
  node->end = complement->end;
  return node;
}

/* TRUE if the last words of the phrase belong to another verb: allow X to do, define X that does. */
static gboolean
ends_in_verb (const NkNode *phrase)
{
  const NkNode *last = phrase->r != NULL ? phrase->r : phrase->p != NULL ? phrase->p : phrase->object, *post;

  if (phrase->infinitive != NULL || phrase->that != NULL)
    return TRUE;
  if (last == NULL || last->kind == NK_NODE_QUESTION || last->kind == NK_NODE_GERUND)
    return last != NULL;
  for (post = last->posts; post != NULL && post->next != NULL;)
    post = post->next;
  return post != NULL
         && (post->item->kind == NK_NODE_RELATIVE || post->item->kind == NK_NODE_RELATIVE_CLAUSE || post->item->kind == NK_NODE_PARTICIPLE
             || post->item->kind == NK_NODE_PRESENT);
}

/* Into its slot if a frame of the verb has one behind the object, else as an adverbial. */
static void
put_shifted (NkChart *chart, NkNode *node, const NkNode *joint)
{
  for (guint i = 0; i < node->verb->n_frames && node->object != NULL && joint->object != NULL && node->frame->n_elements == 1; i++) {
    const NkFrame *frame = &node->verb->frames[i];

    if (!frame->is_passive && frame->n_elements == 2 && frame->elements[0].kind == NK_ELEMENT_OBJECT && frame->elements[1].slot == 'P'
        && frame->elements[1].kind == NK_ELEMENT_PREPOSITION && nk_word_is (frame->elements[1].preposition, joint->token->lower)) {
      node->frame = frame;
      node->p = joint->object;
      return;
    }
  }
  node->adverbials = nk_chart_list (chart, joint, NULL);
}

/* `signals to a server which keys it has`, `extends, in a safe manner, the length`: what is said of the verb stands before its object. */
static void
add_shifted (NkChart *chart, const NkNode *group, guint place, double cost, NkEdges *edges)
{
  gboolean is_comma = nk_chart_is (chart, place, NK_TAG_COMMA);
  NkContext of_verb = { NK_WANT_FINITE, group->verb, FALSE, NULL };
  const NkEdges *joints;

  if (group->verb == NULL || group->is_passive || !nk_chart_is (chart, place + is_comma, NK_TAG_PREPOSITION)
      || nk_chart_word (chart, place + 1, "what") || nk_chart_word (chart, place + 1, "which"))
    return;
  joints = nk_chart_find (chart, NK_SYMBOL_JOINT, place + is_comma, nk_finite);
  for (guint i = 0; i < joints->n; i++) {
    guint next = joints->edges[i].end + is_comma;
    const NkEdges *found;

    if ((is_comma && !nk_chart_is (chart, next - 1, NK_TAG_COMMA))
        || !(nk_chart_is (chart, next, NK_TAG_QUESTION | NK_TAG_DETERMINER) || nk_chart_word (chart, next, "that")))
      continue;
    found = nk_chart_find (chart, NK_SYMBOL_COMPLEMENT, next, of_verb);
    for (guint k = 0; k < found->n; k++) {
      NkNode *node = combine (chart, group, found->edges[k].node);

      if (node->object == NULL && node->that == NULL)
        continue;
      put_shifted (chart, node, joints->edges[i].node);
      nk_edges_add (chart, edges, node->end, cost + joints->edges[i].cost + found->edges[k].cost + 0.6, node);
    }
  }
}

/* `messages sent by clients to servers`: who does it stands before what the frame of the verb asks for; `referred to here as X`: so does where. */
static void
add_behind_agent (NkChart *chart, const NkNode *group, guint place, double cost, NkEdges *edges)
{
  static const char *const here[] = { "here", "herein", "hereafter", NULL };
  NkContext of_verb = { NK_WANT_FINITE, group->verb, TRUE, NULL };
  gboolean is_name = group->verb != NULL && nk_word_is (group->verb->lemma, "refer to") && place < chart->tokens->n;
  gboolean is_here = is_name && nk_word_in (here, chart->tokens->tokens[place].lower);
  const NkEdges *joints;

  is_name = is_here || (is_name && nk_chart_word (chart, place, "in") && nk_chart_word (chart, place + 1, "this"));
  if (group->verb == NULL || !group->is_passive || !(is_name || nk_chart_word (chart, place, "by")))
    return;
  joints = nk_chart_find (chart, is_here ? NK_SYMBOL_ADVERBIAL : NK_SYMBOL_JOINT, place, nk_finite);
  for (guint i = 0; i < joints->n; i++) {
    guint next = joints->edges[i].end;
    const NkEdges *found;

    if ((!is_here && joints->edges[i].node->object_kind != NK_OBJECT_NOUN) || !nk_chart_is (chart, next, NK_TAG_PREPOSITION | NK_TAG_TO)
        || nk_chart_word (chart, next, "for"))
      continue; /* selected by NIST for standardization: that is why */
    found = nk_chart_find (chart, NK_SYMBOL_COMPLEMENT, next, of_verb);
    for (guint k = 0; k < found->n; k++) {
      NkNode *node;

      if (found->edges[k].end == next)
        continue; /* a frame that asks for nothing */
      node = combine (chart, group, found->edges[k].node);
      node->adverbials = nk_chart_list (chart, joints->edges[i].node, NULL);
      nk_edges_add (chart, edges, node->end, cost + joints->edges[i].cost + found->edges[k].cost + (is_name ? -0.15 : 0.2), node);
    }
  }
}

/* `fields used by X, along with Y`: what stands behind a comma is less likely of the participle. */
static gboolean
is_apart (const NkChart *chart, const NkNode *adverbial)
{
  guint start = adverbial->start;

  return nk_chart_is (chart, start, NK_TAG_COMMA) || (start > 0 && nk_chart_is (chart, start - 1, NK_TAG_COMMA));
}

/* `includes a collection of cases in networks`: a text puts nothing there. */
static double
of_content (const NkNode *phrase)
{
  const NkElement *element = phrase->frame != NULL && phrase->frame->n_elements == 2 ? &phrase->frame->elements[1] : NULL;

  return element != NULL && phrase->verb != NULL && nk_word_is (phrase->verb->lemma, "include") && !phrase->is_passive
                 && phrase->number == 1 && phrase->aux == NK_AUX_NONE && element->kind == NK_ELEMENT_PREPOSITION
                 && (nk_word_is (element->preposition, "in") || nk_word_is (element->preposition, "within"))
             ? 0.5
             : 0;
}

/* `caused by buffering at the sender`: it is done there, and causes something everywhere. */
static gboolean
is_of_doing (const NkNode *phrase, const NkNode *adverbial)
{
  static const char *const places[] = { "in", "at", "on", "within", "during", "over", "across", "between", NULL };
  const NkToken *head = phrase->p != NULL ? nk_node_head (phrase->p) : NULL;

  return phrase->is_passive && head != NULL && head->class == NK_CLASS_ACTION && phrase->p->posts == NULL && phrase->frame != NULL
         && phrase->frame->n_elements > 0 && phrase->frame->elements[phrase->frame->n_elements - 1].preposition != NULL
         && nk_word_is (phrase->frame->elements[phrase->frame->n_elements - 1].preposition, "by") && adverbial->kind == NK_NODE_JOINT
         && nk_word_in (places, adverbial->token->lower);
}

/* `extends X with a mechanism to recover packets`, whether X has the mechanism or is extended with it: the mechanism is there to do so. */
static gboolean
is_of_means (NkChart *chart, const NkNode *phrase, const NkNode *adverbial)
{
  const NkElement *last
      = phrase->frame != NULL && phrase->frame->n_elements > 1 ? &phrase->frame->elements[phrase->frame->n_elements - 1] : NULL;
  const NkNode *post = phrase->object != NULL && phrase->object->posts != NULL ? phrase->object->posts->item : NULL, *means = NULL;

  if (adverbial->kind != NK_NODE_JOINT || adverbial->object_kind != NK_OBJECT_INFINITIVE || !nk_word_is (adverbial->token->lower, "to"))
    return FALSE;
  if (last != NULL && last->preposition != NULL && nk_word_is (last->preposition, "with"))
    means = phrase->p;
  else if (last == NULL && post != NULL && post->kind == NK_NODE_JOINT && nk_word_is (post->token->lower, "with"))
    means = post->object;
  return means != NULL && means->kind == NK_NODE_NOUN && means->posts == NULL
         && nk_chart_affinity (chart, "to", NULL, means->token, NULL) < 0;
}

/* `signs images on devices with little memory`: the devices have it. */
static gboolean
is_owned (const NkNode *phrase, const NkNode *adverbial)
{
  static const char *const owned[]
      = { "memory", "resource", "power", "bandwidth", "capability", "storage", "connectivity", "constraint", "processor", NULL };
  static const char *const manners[]
      = { "accuracy",   "precision",  "rate",     "speed", "frequency", "probability", "granularity", "resolution",
          "confidence", "efficiency", "overhead", "cost",  "latency",   "delay",       "success",     NULL };
  const NkNode *last = phrase->p != NULL ? phrase->p : phrase->object;
  const NkToken *head = adverbial->kind == NK_NODE_JOINT && adverbial->object != NULL && nk_word_is (adverbial->token->lower, "with")
                            ? nk_node_head (adverbial->object)
                            : NULL;

  while (last != NULL && last->kind == NK_NODE_NOUN && last->posts != NULL && last->posts->next == NULL
         && last->posts->item->object != NULL)
    last = last->posts->item->object;
  return head != NULL
         && (nk_word_in (owned, head->lemma) || (head->class == NK_CLASS_QUALITY && !nk_word_in (manners, head->lemma))
             || head->class == NK_CLASS_DOCUMENT)
         && last != NULL && last->kind == NK_NODE_NOUN && last->token != NULL
         && (last->token->class == NK_CLASS_SYSTEM || last->token->class == NK_CLASS_PEOPLE);
}

/* `used to carry keys for the request`: the keys are for it, or are carried for it. */
static gboolean
is_for_inner (const NkNode *phrase, const NkNode *adverbial)
{
  return phrase->verb != NULL && phrase->is_passive && phrase->infinitive != NULL && nk_word_is (phrase->verb->lemma, "use")
         && adverbial->kind == NK_NODE_JOINT && adverbial->object_kind == NK_OBJECT_NOUN && nk_word_is (adverbial->token->lower, "for");
}

static double
of_last (NkChart *chart, const NkNode *phrase, const NkNode *adverbial)
{
  return is_of_doing (phrase, adverbial) || is_of_means (chart, phrase, adverbial) || is_owned (phrase, adverbial) || is_for_inner (phrase, adverbial) ? 0.3 : 0;
}

/* `and, if desired, replaces X`; `This document, together with RFC 1, replaces X`: what commas enclose before a verb is said of it. */
static void
add_enclosed (NkChart *chart, guint start, NkContext of_want, NkEdges *edges)
{
  NkEdges said = { NULL, 0, 0 };

  if (!nk_chart_is (chart, start, NK_TAG_COMMA))
    return;
  if (nk_chart_is (chart, start + 1, NK_TAG_ADVERB | NK_TAG_CONNECTIVE)) {
    NkNode *adverb = nk_chart_node (chart, NK_NODE_ADVERB, start + 1, start + 2);

    adverb->token = &chart->tokens->tokens[start + 1];
    nk_edges_add (chart, &said, start + 2, 0.1, adverb);
  } else {
    const NkEdges *found = nk_chart_find (chart, NK_SYMBOL_ADVERBIAL, start, nk_finite);

    for (guint i = 0; i < found->n; i++)
      if (found->edges[i].node->kind == NK_NODE_JOINT)
        nk_edges_add (chart, &said, found->edges[i].end, found->edges[i].cost, found->edges[i].node);
  }
  for (guint i = 0; i < said.n; i++) {
    const NkEdges *found;

    if (!nk_chart_is (chart, said.edges[i].end, NK_TAG_COMMA))
      continue;
    found = nk_chart_find (chart, NK_SYMBOL_PHRASE, said.edges[i].end + 1, of_want);
    for (guint k = 0; k < found->n; k++) {
      NkNode *node = nk_chart_copy (chart, found->edges[k].node);

      if (said.edges[i].node->kind == NK_NODE_ADVERB)
        node->adverbs = nk_chart_list (chart, said.edges[i].node, node->adverbs);
      else
        node->adverbials = nk_chart_list (chart, said.edges[i].node, node->adverbials);
      node->start = (guint16)start;
      nk_edges_add (chart, edges, found->edges[k].end, said.edges[i].cost + found->edges[k].cost + 0.2, node);
    }
  }
}

/* `travel from A to B across X`: the way between the two. */
static gboolean
is_way_between (const NkNode *phrase, const NkNode *adverbial)
{
  static const char *const ways[] = { "across", "over", "through", "via", "along", "without", NULL };
  const NkFrame *frame = phrase->frame;
  guint n = frame != NULL ? frame->n_elements : 0;

  return n >= 2 && adverbial->kind == NK_NODE_JOINT && adverbial->object_kind == NK_OBJECT_NOUN
         && nk_word_in (ways, adverbial->token->lower) && frame->elements[n - 2].preposition != NULL
         && frame->elements[n - 1].preposition != NULL && nk_word_is (frame->elements[n - 2].preposition, "from")
         && nk_word_is (frame->elements[n - 1].preposition, "to");
}

/* `describes names and resolution of names by X`: what was moved behind two nouns is not of both either. */
static double
give_to_object (NkChart *chart, NkNode *phrase)
{
  const NkNode *object = phrase->object;

  nk_chart_give_to_object (chart, phrase);
  return phrase->object != object && object->kind == NK_NODE_NOUN && object->posts == NULL
             ? nk_chart_of_compound (chart, phrase->object, phrase->object->posts->item)
             : 0;
}

void
nk_rule_phrase (NkChart *chart, guint start, NkContext context, NkEdges *edges)
{
  NkContext of_want = { context.want, NULL, FALSE, NULL };
  const NkEdges *groups = nk_chart_find (chart, NK_SYMBOL_GROUP, start, of_want);
  NkEdges all = { NULL, 0, 0 };

  if (context.want == NK_WANT_FINITE || context.want == NK_WANT_INFINITIVE)
    add_enclosed (chart, start, of_want, edges);
  for (guint i = 0; i < groups->n; i++) {
    nk_edges_add (chart, &all, groups->edges[i].end, groups->edges[i].cost, groups->edges[i].node);
    add_shared (chart, groups->edges[i].node, groups->edges[i].end, groups->edges[i].cost, context.want, 1, &all);
  }
  for (guint i = 0; i < all.n; i++) {
    const NkNode *group = all.edges[i].node;
    NkContext of_verb = { NK_WANT_FINITE, group->verb, group->is_passive, NULL };
    NkEdges plain = { NULL, 0, 0 };
    const NkEdges *found = nk_chart_find (chart, NK_SYMBOL_COMPLEMENT, all.edges[i].end, of_verb);

    for (guint k = 0; k < found->n; k++)
      nk_edges_add (chart, &plain, found->edges[k].end, found->edges[k].cost, found->edges[k].node);
    /* At the end of the sentence nothing is looked up any more: frames that want nothing. */
    if (all.edges[i].end >= chart->tokens->n && group->verb != NULL)
      nk_rule_complement (chart, all.edges[i].end, of_verb, &plain);
    add_shifted (chart, group, all.edges[i].end, all.edges[i].cost, edges);
    add_behind_agent (chart, group, all.edges[i].end, all.edges[i].cost, edges);
    for (guint k = 0; k < plain.n; k++) {
      double cost = all.edges[i].cost + plain.edges[k].cost;
      NkNode *node = combine (chart, group, plain.edges[k].node);
      const NkEdges *rest;

      if (group->also != NULL && node->frame != NULL && node->frame->n_elements == 1 && node->frame->elements[0].kind == NK_ELEMENT_BARE)
        continue; /* `report, diagnose, and help resolve X`: not all of them resolve */
      cost += of_content (node);
      if (context.want == NK_WANT_FINITE)
        nk_chart_take_section (chart, node);

      gboolean is_ending_open = node->frame != NULL && node->frame->n_elements <= 1 && !ends_in_verb (node);

      nk_edges_add (chart, edges, plain.edges[k].end, cost, node);
      rest = nk_chart_find (chart, NK_SYMBOL_ADVERBIALS, plain.edges[k].end, of_verb);
      for (guint m = 0; m < rest->n; m++) {
        NkNode *with = nk_chart_copy (chart, node);

        with->adverbials = rest->edges[m].node;
        with->end = (guint16)rest->edges[m].end;
        double moved = context.want == NK_WANT_FINITE ? give_to_object (chart, with) : 0;

        /* What stands behind an infinitive belongs to it sooner than to the verb before it. */
        nk_edges_add (chart, edges, rest->edges[m].end,
                      cost + rest->edges[m].cost + moved
                          + (context.want != NK_WANT_PARTICIPLE            ? 0
                             : is_apart (chart, rest->edges[m].node->item) ? 0.25
                                                                           : -0.15)
                          + (ends_in_verb (node) ? 0.1 : 0) + of_last (chart, node, rest->edges[m].node->item)
                          - (is_way_between (node, rest->edges[m].node->item) ? 0.3 : 0)
                          - (is_ending_open && nk_chart_is_free_way (rest->edges[m].node->item, group->verb) ? 0.25 : 0),
                      with);
      }
    }
  }
}

/* The phrase with one more adverb (nullable) before its verb. */
static const NkNode *
with_adverb (NkChart *chart, const NkNode *phrase, const NkToken *adverb)
{
  guint place = adverb != NULL ? (guint)(adverb - chart->tokens->tokens) : 0;
  NkNode *copy, *node;

  if (adverb == NULL)
    return phrase;
  node = nk_chart_node (chart, NK_NODE_ADVERB, place, place + 1);
  node->token = adverb;
  copy = nk_chart_copy (chart, phrase);
  copy->adverbs = nk_chart_list (chart, node, copy->adverbs);
  return copy;
}

static void
join_phrases (NkChart *chart, guint place, double cost, const NkNode *list, guint n, NkContext context, NkEdges *edges)
{
  gboolean is_comma = nk_chart_is (chart, place, context.want == NK_WANT_FINITE ? NK_TAG_COMMA | NK_TAG_SEMICOLON : NK_TAG_COMMA);
  guint next = is_comma ? place + 1 : place;
  gboolean is_and = nk_chart_is (chart, next, NK_TAG_AND);
  const NkEdges *found;
  NkContext of_want = { context.want, NULL, FALSE, NULL };
  const NkToken *adverb = NULL;

  if ((!is_comma && !is_and) || n >= MAX_PHRASES || chart->n_edges > NK_PARSE_MAX_EDGES)
    return;
  if (is_and)
    next++;
  if (context.want == NK_WANT_INFINITIVE && is_and && nk_chart_is (chart, next, NK_TAG_ADVERB | NK_TAG_CONNECTIVE)
      && nk_chart_word (chart, next + 1, "to"))
    adverb = &chart->tokens->tokens[next++]; /* and therefore to V */
  if (context.want == NK_WANT_INFINITIVE && nk_chart_is (chart, next, NK_TAG_TO))
    next++;
  found = nk_chart_find (chart, NK_SYMBOL_PHRASE, next, of_want);
  for (guint i = 0; i < found->n; i++) {
    const NkNode *longer = nk_chart_append (chart, list, with_adverb (chart, found->edges[i].node, adverb));
    double sum = cost + found->edges[i].cost;

    if (context.want == NK_WANT_FINITE && found->edges[i].node->number != list->item->number && found->edges[i].node->number != 0
        && list->item->number != 0)
      sum += NK_DISAGREEMENT;
    /* `describes an extension that allows X and adds Y`: a document describes, but it adds nothing. */
    if (nk_chart_is_document_verb (list->item->verb) && !nk_chart_is_document_verb (found->edges[i].node->verb)
        && context.want == NK_WANT_FINITE)
      sum += 0.25;
    if (is_and) {
      NkNode *node = nk_chart_node (chart, NK_NODE_PHRASES, list->start, found->edges[i].end);

      node->item = longer;
      node->and_token = &chart->tokens->tokens[is_comma ? place + 1 : place];
      nk_edges_add (chart, edges, found->edges[i].end, sum + 0.2, node);
    } else
      join_phrases (chart, found->edges[i].end, sum + 0.1, longer, n + 1, context, edges);
  }
}

/* `be signed with X and encrypted with Y`, `be digitally signed and selectively disclosed`: the second one is in the passive of the first. */
static void
join_participles (NkChart *chart, const NkNode *first, double cost, NkEdges *edges)
{
  guint place = first->end, next;
  const NkEdges *found;

  if (!first->is_passive || first->verb == NULL)
    return;
  place += nk_chart_is (chart, place, NK_TAG_COMMA);
  next = place + 1 + (nk_chart_is (chart, place + 1, NK_TAG_ADVERB) ? 1 : 0);
  if (!nk_chart_is (chart, place, NK_TAG_AND) || nk_chart_verb (chart, next, NK_FORM_PARTICIPLE) == NULL)
    return;
  found = nk_chart_find (chart, NK_SYMBOL_PHRASE, place + 1, nk_participle);
  for (guint i = 0; i < found->n; i++) {
    NkNode *second = nk_chart_copy (chart, found->edges[i].node);
    NkNode *node = nk_chart_node (chart, NK_NODE_PHRASES, first->start, second->end);

    second->aux = first->aux;
    second->is_past = first->is_past;
    second->is_perfect = first->is_perfect;
    second->is_negated = first->is_negated;
    second->number = first->number;
    node->item = nk_chart_list (chart, first, nk_chart_list (chart, second, NULL));
    node->and_token = &chart->tokens->tokens[place];
    nk_edges_add (chart, edges, found->edges[i].end, cost + found->edges[i].cost + 0.25, node);
  }
}

/* `either prevents X or detects Y`, `reliably both signs and seals`: one verb alone is not both. */
static gboolean
announces_another (NkChart *chart, guint start)
{
  for (guint i = start; i < start + 2; i++)
    if (nk_chart_word (chart, i, "either") || nk_chart_word (chart, i, "both"))
      return nk_chart_verb (chart, i + 1, NK_FORM_BASE) != NULL || nk_chart_verb (chart, i + 1, NK_FORM_S) != NULL
             || nk_chart_verb (chart, i + 1, NK_FORM_ING) != NULL || nk_chart_verb (chart, i + 1, NK_FORM_PARTICIPLE) != NULL;
  return FALSE;
}

void
nk_rule_phrases (NkChart *chart, guint start, NkContext context, NkEdges *edges)
{
  NkContext of_want = { context.want, NULL, FALSE, NULL };
  const NkEdges *found = nk_chart_find (chart, NK_SYMBOL_PHRASE, start, of_want);
  double alone = announces_another (chart, start) ? 0.5 : 0;

  for (guint i = 0; i < found->n; i++) {
    NkNode *node = nk_chart_node (chart, NK_NODE_PHRASES, start, found->edges[i].end);

    node->item = nk_chart_list (chart, found->edges[i].node, NULL);
    nk_edges_add (chart, edges, found->edges[i].end, found->edges[i].cost + alone, node);
    join_phrases (chart, found->edges[i].end, found->edges[i].cost, node->item, 1, context, edges);
    if (context.want != NK_WANT_PARTICIPLE)
      join_participles (chart, found->edges[i].node, found->edges[i].cost, edges);
  }
}
