/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Clauses whose verb lacks its object, because it stands before them: the methods that the server supports. */
#include "language/parse_private.h"

/* The infinitive at `start` lacks its object; it fills the frame `outer` of the group (nullable), or of the adjective behind it. */
static void
add_inner_gaps (NkChart *chart, const NkNode *group, const NkNode *adjective, const NkFrame *outer, guint start, double cost,
                NkEdges *complements)
{
  const NkEdges *inner = nk_chart_find (chart, NK_SYMBOL_GROUP, start, nk_infinitive);

  for (guint i = 0; i < inner->n; i++) {
    const NkNode *verb = inner->edges[i].node;
    NkEdges found = { NULL, 0, 0 };
    NkNode *base = nk_chart_copy (chart, verb);

    if (verb->verb == NULL || verb->is_passive)
      continue;
    base->lacks_object = TRUE;
    nk_chart_match_object_frames (chart, inner->edges[i].end, 0, base, &found);
    for (guint k = 0; k < found.n; k++) {
      NkNode *phrases = nk_chart_node (chart, NK_NODE_PHRASES, start, found.edges[k].end);
      NkNode *asking = nk_chart_copy (chart, adjective != NULL ? adjective : group), *whole = asking;

      phrases->item = nk_chart_list (chart, found.edges[k].node, NULL);
      asking->frame = outer;
      asking->infinitive = phrases;
      asking->end = (guint16)found.edges[k].end;
      if (adjective != NULL && group != NULL) {
        whole = nk_chart_copy (chart, group);
        whole->adjective = asking;
      }
      whole->end = (guint16)found.edges[k].end;
      nk_edges_add (chart, complements, found.edges[k].end, cost + inner->edges[i].cost + found.edges[k].cost - 0.2, whole);
    }
  }
}

/* `tasks that agents are able to perform` */
static void
add_able_gaps (NkChart *chart, const NkNode *group, guint start, NkEdges *complements)
{
  const NkNode *adjective = nk_chart_adjective (chart, start);
  const NkLexiconVerb *entry = adjective != NULL ? nk_lexicon_adjective (chart->lexicon, adjective->token->lower) : NULL;

  if (entry == NULL || !nk_chart_is (chart, adjective->end, NK_TAG_TO))
    return;
  for (guint i = 0; i < entry->n_frames; i++)
    if (!entry->frames[i].is_impersonal && entry->frames[i].n_elements == 1 && entry->frames[i].elements[0].kind == NK_ELEMENT_INFINITIVE)
      add_inner_gaps (chart, group, adjective, &entry->frames[i], adjective->end + 1, 0.1, complements);
}

/* TRUE for a frame that nothing but the infinitive has to fill: `to V`, or `O to V` of what is done to O. */
static gboolean
asks_infinitive_only (const NkFrame *frame, gboolean is_passive, NkElementKind kind)
{
  guint last = frame->n_elements - 1;

  if (frame->n_elements == 0 || frame->elements[last].kind != kind)
    return FALSE;
  if (is_passive && !frame->is_passive)
    return frame->n_elements == 2 && frame->elements[0].kind == NK_ELEMENT_OBJECT;
  return frame->n_elements == 1 && frame->is_passive == is_passive;
}

/* `easy to implement`: what is so stands before it. */
void
nk_chart_add_done_to (NkChart *chart, const NkNode *adjective, const NkFrame *frame, guint start, NkEdges *edges)
{
  static const char *const words[] = { "easy", "difficult", "hard", "simple", "straightforward", "expensive", "costly", NULL };

  if (nk_word_in (words, adjective->token->lower) && !frame->is_impersonal && frame->n_elements == 1
      && frame->elements[0].kind == NK_ELEMENT_INFINITIVE && nk_chart_is (chart, start, NK_TAG_TO))
    add_inner_gaps (chart, NULL, adjective, frame, start + 1, 0.1, edges);
}

/* `clients need to meet`, `the tool can help address`, `it is designed to prevent`: the infinitive lacks the object. */
static void
add_infinitive_gaps (NkChart *chart, const NkNode *group, guint start, double cost, NkEdges *complements)
{
  gboolean has_to = nk_chart_is (chart, start, NK_TAG_TO);
  const NkFrame *outer = NULL;

  for (guint f = 0; f < group->verb->n_frames && outer == NULL; f++)
    if (asks_infinitive_only (&group->verb->frames[f], group->is_passive, has_to ? NK_ELEMENT_INFINITIVE : NK_ELEMENT_BARE))
      outer = &group->verb->frames[f];
  if (outer != NULL)
    add_inner_gaps (chart, group, NULL, outer, has_to ? start + 1 : start, cost, complements);
}

/* A clause whose verb lacks its object, with the subject: `the server supports` of `the methods that the server supports`. */
void
nk_rule_gap (NkChart *chart, guint start, NkContext context, NkEdges *edges)
{
  const NkEdges *subjects = nk_chart_find (chart, NK_SYMBOL_NOUN, start, nk_finite);

  for (guint i = 0; i < subjects->n; i++) {
    const NkEdges *groups = nk_chart_find (chart, NK_SYMBOL_GROUP, subjects->edges[i].end, nk_finite);

    for (guint k = 0; k < groups->n; k++) {
      const NkNode *group = groups->edges[k].node;
      NkNode *base;
      NkEdges complements = { NULL, 0, 0 };

      if (group->verb == NULL)
        add_able_gaps (chart, group, groups->edges[k].end, &complements);
      else
        add_infinitive_gaps (chart, group, groups->edges[k].end, 0, &complements);
      base = nk_chart_copy (chart, group);
      base->lacks_object = TRUE;
      if (group->verb != NULL && !group->is_passive)
        nk_chart_match_object_frames (chart, groups->edges[k].end, 0, base, &complements);
      for (guint m = 0; m < complements.n; m++) {
        NkNode *clause = nk_chart_node (chart, NK_NODE_CLAUSE, start, complements.edges[m].end);
        NkNode *phrases = nk_chart_node (chart, NK_NODE_PHRASES, groups->edges[k].end, complements.edges[m].end);

        phrases->item = nk_chart_list (chart, complements.edges[m].node, NULL);
        clause->subject = subjects->edges[i].node;
        clause->phrase = phrases;
        nk_edges_add (chart, edges, complements.edges[m].end,
                      subjects->edges[i].cost + groups->edges[k].cost + complements.edges[m].cost
                          + nk_chart_agreement (clause->subject, phrases),
                      clause);
      }
    }
  }
}

/* `the algorithms to use for signing`: what is used stands before its infinitive. */
void
nk_chart_add_gap_infinitive (NkChart *chart, guint start, NkContext context, NkEdges *edges)
{
  static const char *const lemmas[] = { "use", "support", "implement", "apply", "choose", NULL }, *const asking[] = { "which", "what", NULL };
  const NkEdges *groups = nk_chart_find (chart, NK_SYMBOL_GROUP, start + 1, nk_infinitive);

  if (context.head > chart->tokens->tokens && nk_word_in (asking, context.head[-1].lower))
    return; /* which algorithms to use: a question */
  for (guint i = 0; i < groups->n; i++) {
    const NkNode *group = groups->edges[i].node;
    guint end = groups->edges[i].end;
    const NkEdges *joints;
    NkNode *phrase, *phrases, *node;

    if (group->verb == NULL || group->is_passive || group->is_negated || !nk_word_in (lemmas, group->verb->lemma))
      continue;
    joints = nk_chart_find (chart, NK_SYMBOL_JOINT, end, nk_finite);
    for (guint f = 0; f < group->verb->n_frames; f++) {
      const NkFrame *frame = &group->verb->frames[f];

      if (frame->is_passive || frame->is_bound || frame->n_elements != 1 || frame->elements[0].kind != NK_ELEMENT_OBJECT)
        continue;
      for (guint k = 0; k <= joints->n; k++) { /* the last turn is the verb alone */
        phrase = nk_chart_copy (chart, group);
        phrase->frame = frame;
        phrase->lacks_object = TRUE;
        phrase->end = (guint16)(k < joints->n ? joints->edges[k].end : end);
        phrase->adverbials = k < joints->n ? nk_chart_list (chart, joints->edges[k].node, NULL) : NULL;
        phrases = nk_chart_node (chart, NK_NODE_PHRASES, start + 1, phrase->end);
        phrases->item = nk_chart_list (chart, phrase, NULL);
        node = nk_chart_node (chart, NK_NODE_PRESENT, start, phrase->end);
        node->phrase = phrases;
        nk_edges_add (chart, edges, phrase->end, groups->edges[i].cost + (k < joints->n ? joints->edges[k].cost + 0.1 : 0.2), node);
      }
    }
  }
}

void
nk_chart_match_object_frames (NkChart *chart, guint start, double cost, const NkNode *so_far, NkEdges *edges)
{
  for (guint i = 0; i < so_far->verb->n_frames; i++) {
    const NkFrame *frame = &so_far->verb->frames[i];

    if (!frame->is_passive && !frame->is_bound && frame->n_elements > 0 && frame->elements[0].kind == NK_ELEMENT_OBJECT)
      nk_chart_match_frame (chart, frame, 0, start, cost, so_far, edges);
  }
}
