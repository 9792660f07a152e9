/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Relative clauses behind a noun: that V, which X V, in which, whose, where, both of which. */
#include "language/parse_private.h"

#define WRONG_NUMBER 0.3  /* of the verb for the noun; a slip is no proof */
#define NAMED_ALREADY 0.2 /* to tell which one it is */

/* `cycles required to keep state`: people and devices are obliged, other things are needed. */
static double
of_need (const NkNode *phrases, const NkToken *head)
{
  const NkNode *phrase = phrases->kind == NK_NODE_PHRASES ? phrases->item->item : NULL;

  if (phrase == NULL || phrase->verb == NULL || !phrase->is_passive || head == NULL)
    return 0;
  /* `congestion in networks caused by retransmissions`: what is caused happens */
  if (g_str_equal (phrase->verb->lemma, "cause"))
    return head->class == NK_CLASS_SYSTEM || head->class == NK_CLASS_PEOPLE || head->class == NK_CLASS_PROTOCOL ? 0.3 : 0;
  if (!g_str_equal (phrase->verb->lemma, "require"))
    return 0;
  if (phrase->infinitive == NULL)
    return phrase->adverbials != NULL && phrase->adverbials->item->object_kind == NK_OBJECT_INFINITIVE ? 1 : 0;
  return head->class == NK_CLASS_PEOPLE || head->class == NK_CLASS_SYSTEM || (head->tags & NK_TAG_NAME) != 0
                 || nk_chart_is_passive (phrase->infinitive)
             ? 0
             : 1;
}

/* `a device`: one, and not the second of two. */
static gboolean
has_article (const NkChart *chart, const NkToken *head)
{
  guint first = (guint)(head - chart->tokens->tokens);

  while (first > 0 && nk_chart_is (chart, first - 1, NK_TAG_NOUN | NK_TAG_NAME | NK_TAG_ADJECTIVE) && !nk_chart_is (chart, first - 1, NK_TAG_DETERMINER))
    first--;
  return first > 1 && (nk_chart_word (chart, first - 1, "a") || nk_chart_word (chart, first - 1, "an"))
         && nk_chart_is (chart, first - 2, NK_TAG_PREPOSITION);
}

/* `access to interfaces that allows X`: the interfaces would allow. `a mechanism for the Host Protocol (HP) that allows X`: there is but one Host Protocol. */
static double
of_other_noun (const NkChart *chart, const NkNode *phrases, NkContext context, gboolean is_loose)
{
  const NkNode *phrase = phrases->kind == NK_NODE_PHRASES ? phrases->item->item : NULL;
  const NkToken *head = context.head;

  if (phrase == NULL || head == NULL)
    return 0;
  /* a mechanism for QUIC and TCP that allows X */
  if ((head->tags & NK_TAG_NAME) != 0 && phrase->number == 1 && phrase->aux == NK_AUX_NONE && head > chart->tokens->tokens + 1
      && nk_word_is (head[-1].lower, "and") && (head[-2].tags & NK_TAG_NAME) != 0)
    return WRONG_NUMBER;
  if ((head->tags & NK_TAG_NAME) != 0)
    return !is_loose && !g_str_has_suffix (head->text, "s")
                   && ((head[1].tags & NK_TAG_BRACKET) != 0 || (head > chart->tokens->tokens && nk_word_is (head[-1].lower, "the")))
               ? NAMED_ALREADY
               : 0;
  /* uses of a device that are known */
  if (phrase->number == 2 && phrase->aux == NK_AUX_NONE && !head->is_plural && has_article (chart, head))
    return WRONG_NUMBER;
  return phrase->number == 1 && phrase->aux == NK_AUX_NONE && head->is_plural ? WRONG_NUMBER : 0;
}

/* How the noun phrase with this head is introduced. */
typedef struct {
  gboolean is_within; /* behind a preposition, or what a verb in -ing is done to */
  gboolean is_part;   /* behind of */
  gboolean is_new;    /* a, an */
  gboolean is_set;    /* a set of */
} Introduction;

static Introduction
introduction_of (const NkChart *chart, const NkToken *head)
{
  static const guint parts = NK_TAG_NOUN | NK_TAG_NAME | NK_TAG_ADJECTIVE | NK_TAG_DETERMINER | NK_TAG_NUMERAL | NK_TAG_BRACKET;
  guint first = (guint)(head - chart->tokens->tokens);
  Introduction found = { FALSE, FALSE, FALSE, FALSE };

  while (first > 0 && nk_chart_is (chart, first - 1, parts) && !nk_chart_is (chart, first - 1, NK_TAG_PREPOSITION)
         && nk_chart_verb (chart, first - 1, NK_FORM_ING) == NULL) {
    const char *word = chart->tokens->tokens[--first].lower;

    found.is_new |= nk_word_is (word, "a") || nk_word_is (word, "an");
    found.is_set |= g_str_has_prefix (word, "a ") && g_str_has_suffix (word, " of");
  }
  found.is_within
      = first > 0
        && (nk_chart_is (chart, first - 1, NK_TAG_PREPOSITION | NK_TAG_TO) || nk_chart_verb (chart, first - 1, NK_FORM_ING) != NULL);
  return found;
}

/* `a way of extending X with Y, called Z`: the name is of what the sentence is about, the first noun rather than one within a phrase behind it, unless that is new
 * too (`for a new device, called Z`); and one thing is not called by the name of several. */
static double
of_called (const NkChart *chart, const NkNode *phrases, const NkToken *head, gboolean is_loose)
{
  static const char *const naming[] = { "call", "refer to", "refer", "know", "name", "term", "dub", NULL };
  const NkNode *phrase = phrases->kind == NK_NODE_PHRASES ? phrases->item->item : NULL;
  Introduction introduction;
  double cost = 0;

  /* `uses records referred to as Lamp Records`: what is referred to has its name behind it, and they are not used as that */
  if (phrase != NULL && phrase->verb != NULL && phrase->p == NULL && phrase->is_passive && nk_word_is (phrase->verb->lemma, "refer to")
      && nk_chart_word (chart, phrase->end, "as"))
    return 0.6;
  if (phrase == NULL || phrase->verb == NULL || head == NULL || phrase->p == NULL || phrase->p->kind != NK_NODE_NOUN)
    return 0;
  if (!nk_word_in (naming, phrase->verb->lemma)) /* `IANA assigned code points`: IANA assigns them */
    return phrase->is_passive && phrase->p->start == phrase->start + 1 && phrase->p->n_determiners == 0 ? 0.4 : 0;
  introduction = introduction_of (chart, head);
  if (head->is_plural != phrase->p->is_plural && (head->tags & NK_TAG_NAME) == 0 && !introduction.is_set)
    cost += 0.4;
  if (is_loose && phrase->adverbials != NULL)
    cost += 0.3; /* called "x", to mark Y: not called so to mark it */
  if (is_loose && introduction.is_within && !introduction.is_new && !nk_word_is (phrase->verb->lemma, "know"))
    cost += introduction.is_part ? 0.3 : 0.5;
  return cost;
}

/* `an offer for the new device, expressed in words`: behind a comma it is told of the first noun, not of one that one knows. */
static double
of_inner (const NkChart *chart, const NkToken *head, const NkNode *phrases)
{
  Introduction introduction;

  if (head == NULL || phrases->kind != NK_NODE_PHRASES || (head->tags & NK_TAG_NAME) != 0 || head->is_plural)
    return 0;
  introduction = introduction_of (chart, head);
  return introduction.is_within && !introduction.is_new && !introduction.is_part ? 0.3 : 0;
}

void
nk_chart_add_phrase_post (NkChart *chart, NkNodeKind kind, guint start, NkContext context, const NkEdges *found, double kind_cost,
                          gboolean is_loose, NkEdges *edges)
{
  for (guint i = 0; i < found->n; i++) {
    NkNode *node = nk_chart_node (chart, kind, start, found->edges[i].end);
    double cost = kind_cost + of_need (found->edges[i].node, context.head) + of_called (chart, found->edges[i].node, context.head, is_loose)
                  + (is_loose && kind != NK_NODE_RELATIVE && !nk_chart_word (chart, start + 1, "as") ? of_inner (chart, context.head, found->edges[i].node) : 0)
                  + (kind == NK_NODE_RELATIVE ? of_other_noun (chart, found->edges[i].node, context, is_loose) : 0);

    if (found->edges[i].node->kind == NK_NODE_CLAUSE || found->edges[i].node->kind == NK_NODE_CLAUSES)
      node->clause = found->edges[i].node;
    else
      node->phrase = found->edges[i].node;
    node->is_loose = is_loose;
    nk_edges_add (chart, edges, found->edges[i].end, found->edges[i].cost + cost, node);
    /* A comma closes what a comma opened. */
    if (is_loose && nk_chart_is (chart, node->end, NK_TAG_COMMA) && !nk_chart_is (chart, node->end + 1, NK_TAG_AND)) {
      NkNode *closed = nk_chart_copy (chart, node);

      closed->end++;
      nk_edges_add (chart, edges, closed->end, found->edges[i].cost + cost, closed);
    }
  }
}

/* `that enables X and that keeps Y`: one relative clause with two verbs. */
static void
add_second_relative (NkChart *chart, guint start, guint place, NkContext context, double cost, gboolean is_loose, NkEdges *edges)
{
  const NkEdges *first = nk_chart_find (chart, NK_SYMBOL_PHRASES, place + 1, nk_finite);

  for (guint i = 0; i < first->n; i++) {
    guint end = first->edges[i].end + nk_chart_is (chart, first->edges[i].end, NK_TAG_COMMA);
    const NkNode *list = first->edges[i].node->item;
    NkEdges joined = { NULL, 0, 0 };
    const NkEdges *second;

    if (!nk_chart_is (chart, end, NK_TAG_AND) || !nk_chart_is (chart, end + 1, NK_TAG_RELATIVE) || list->next != NULL)
      continue;
    second = nk_chart_find (chart, NK_SYMBOL_PHRASES, end + 2, nk_finite);
    for (guint k = 0; k < second->n; k++) {
      NkNode *phrases = nk_chart_copy (chart, second->edges[k].node);

      phrases->item = nk_chart_list (chart, list->item, second->edges[k].node->item);
      phrases->and_token = &chart->tokens->tokens[end];
      nk_edges_add (chart, &joined, second->edges[k].end, first->edges[i].cost + second->edges[k].cost, phrases);
    }
    nk_chart_add_phrase_post (chart, NK_NODE_RELATIVE, start, context, &joined, cost + 0.1, is_loose, edges);
  }
}

/* `where A holds a key and B holds a name`: two of a kind. */
static gboolean
do_alike (const NkNode *a, const NkNode *b)
{
  const NkNode *x = a->kind == NK_NODE_CLAUSE && a->phrase != NULL ? a->phrase->item->item : NULL;
  const NkNode *y = b->kind == NK_NODE_CLAUSE && b->phrase != NULL ? b->phrase->item->item : NULL;

  return x != NULL && y != NULL && x->verb != NULL && x->verb == y->verb && x->aux == y->aux && x->is_passive == y->is_passive;
}

/* `a room where clients register and where servers look for keys`: both of the room. */
static void
add_second_place (NkChart *chart, guint start, guint place, NkContext context, double cost, gboolean is_loose, NkEdges *edges)
{
  const NkEdges *first = nk_chart_find (chart, NK_SYMBOL_CLAUSE, place + 1, nk_finite);
  NkEdges joined = { NULL, 0, 0 };

  for (guint i = 0; i < first->n; i++) {
    guint end = first->edges[i].end + nk_chart_is (chart, first->edges[i].end, NK_TAG_COMMA);
    gboolean is_said = nk_chart_word (chart, end + 1, "where");
    const NkEdges *second;

    if (!nk_chart_word (chart, end, "and"))
      continue;
    second = nk_chart_find (chart, NK_SYMBOL_CLAUSE, end + 1 + is_said, nk_finite);
    for (guint k = 0; k < second->n; k++) {
      NkNode *both;

      if (!is_said && !do_alike (first->edges[i].node, second->edges[k].node))
        continue;
      both = nk_chart_node (chart, NK_NODE_CLAUSES, place + 1, second->edges[k].end);

      both->a = first->edges[i].node;
      both->b = second->edges[k].node;
      both->and_token = &chart->tokens->tokens[end];
      nk_edges_add (chart, &joined, both->end, first->edges[i].cost + second->edges[k].cost, both);
    }
  }
  nk_chart_add_phrase_post (chart, NK_NODE_RELATIVE_CLAUSE, start, context, &joined, cost, is_loose, edges);
}

/* The place of `which` in `both of which`, `each of which`; 0: nothing of the kind stands at `place`. */
static guint
which_of_all (const NkChart *chart, guint place)
{
  static const char *const joined[] = { "both of", "all of", "each of", NULL }, *const words[] = { "both", "all", "each", NULL };

  if (place >= chart->tokens->n)
    return 0;
  if (nk_word_in (joined, chart->tokens->tokens[place].lower) && nk_chart_word (chart, place + 1, "which"))
    return place + 1;
  return nk_word_in (words, chart->tokens->tokens[place].lower) && nk_chart_word (chart, place + 1, "of")
                 && nk_chart_word (chart, place + 2, "which")
             ? place + 2
             : 0;
}

/* `techniques that use DNS TXT records`: they use records, and no use of DNS TXT records techniques. */
static gboolean
does_something (const NkChart *chart, guint place, const NkToken *head)
{
  return head != NULL && nk_chart_verb (chart, place, head->is_plural ? NK_FORM_BASE : NK_FORM_S) != NULL
         && nk_chart_is (chart, place + 1, NK_TAG_NAME);
}

/* `OSPF`, and nothing before it that would make it one of several. */
static gboolean
stands_as_name (const NkChart *chart, guint start, const NkToken *head)
{
  return start > 1 && head == &chart->tokens->tokens[start - 1] && (head->tags & NK_TAG_NAME) != 0 && !head->is_plural && !head->is_quoted
         && nk_chart_is (chart, start - 2, NK_TAG_PREPOSITION | NK_TAG_TO);
}

/* `that V`, `which X V`, `in which`, `whose X V`, with or without a comma. */
void
nk_chart_add_relatives (NkChart *chart, guint start, NkContext context, NkEdges *edges)
{
  static const char *const clause_heads[] = { "way", "time", "extent", "manner", "case", NULL }; /* the way that X works */
  static const char *const cases[] = { "case", "situation", "scenario", "circumstance", NULL };
  gboolean is_loose = nk_chart_is (chart, start, NK_TAG_COMMA);
  guint place = is_loose ? start + 1 : start;
  double cost = is_loose ? 0.25 : 0.1;

  /* `to carry X over HTTP, that enables Y`: a name is not told which one it is. */
  if (is_loose && nk_chart_word (chart, place, "that") && start > 0 && nk_chart_is (chart, start - 1, NK_TAG_NAME) && context.head != NULL
      && context.head == &chart->tokens->tokens[start - 1])
    cost += 0.4;
  if (!is_loose && context.head != NULL && stands_as_name (chart, start, context.head))
    cost += 0.25; /* `an extension to OSPF that supports areas`: nor is this one */
  if (nk_chart_word (chart, place, "whose")) {
    nk_chart_add_phrase_post (chart, NK_NODE_WHOSE, start, context, nk_chart_find (chart, NK_SYMBOL_CLAUSE, place + 1, nk_finite),
                              cost + 0.1, is_loose, edges);
    return;
  }
  if (nk_chart_word (chart, place, "where") || nk_chart_word (chart, place, "whereby")) {
    if (!is_loose && context.head != NULL && nk_node_is_setting (context.head))
      cost -= 0.15; /* `scenarios where X holds`: which ones, and not where something is described */
    nk_chart_add_phrase_post (chart, NK_NODE_RELATIVE_CLAUSE, start, context, nk_chart_find (chart, NK_SYMBOL_CLAUSE, place + 1, nk_finite),
                              cost + 0.05, is_loose, edges);
    if (nk_chart_word (chart, place, "where"))
      add_second_place (chart, start, place, context, cost + 0.1, is_loose, edges);
    return;
  }
  /* `the case when X fails` */
  if (!is_loose && nk_chart_word (chart, place, "when") && context.head != NULL && nk_word_in (cases, context.head->lemma))
    nk_chart_add_phrase_post (chart, NK_NODE_RELATIVE_CLAUSE, start, context, nk_chart_find (chart, NK_SYMBOL_CLAUSE, place + 1, nk_finite),
                              cost - 0.1, FALSE, edges);
  /* `reasons why X works` */
  if (nk_chart_word (chart, place, "why") && context.head != NULL && nk_word_is (context.head->lemma, "reason"))
    nk_chart_add_phrase_post (chart, NK_NODE_RELATIVE_CLAUSE, start, context, nk_chart_find (chart, NK_SYMBOL_CLAUSE, place + 1, nk_finite),
                              cost, is_loose, edges);
  if (nk_chart_is (chart, place, NK_TAG_PREPOSITION | NK_TAG_TO) && nk_chart_word (chart, place + 1, "which")
      && !nk_chart_word (chart, place, "about") && !nk_chart_word (chart, place, "regarding")) /* information about which keys are used */
    nk_chart_add_phrase_post (chart, NK_NODE_RELATIVE_CLAUSE, start, context, nk_chart_find (chart, NK_SYMBOL_CLAUSE, place + 2, nk_finite),
                              cost + 0.1, is_loose, edges);
  if (!is_loose && nk_chart_word (chart, place, "that") && context.head != NULL && nk_word_in (clause_heads, context.head->lemma))
    nk_chart_add_phrase_post (chart, NK_NODE_RELATIVE_CLAUSE, start, context, nk_chart_find (chart, NK_SYMBOL_CLAUSE, place + 1, nk_finite),
                              cost, FALSE, edges);
  if (!is_loose && nk_chart_word (chart, place, "that") && context.head != NULL && nk_node_has_content (context.head))
    nk_chart_add_phrase_post (chart, NK_NODE_RELATIVE_CLAUSE, start, context, nk_chart_find (chart, NK_SYMBOL_CLAUSE, place + 1, nk_finite),
                              cost + 0.1, FALSE, edges);
  /* `RFC 1 and RFC 2, both of which define X` */
  if (is_loose && which_of_all (chart, place) > 0)
    nk_chart_add_phrase_post (chart, NK_NODE_RELATIVE, start, context,
                              nk_chart_find (chart, NK_SYMBOL_PHRASES, which_of_all (chart, place) + 1, nk_finite), cost, is_loose, edges);
  if (nk_chart_is (chart, place, NK_TAG_RELATIVE)) {
    nk_chart_add_phrase_post (chart, NK_NODE_RELATIVE, start, context, nk_chart_find (chart, NK_SYMBOL_PHRASES, place + 1, nk_finite), cost,
                              is_loose, edges);
    add_second_relative (chart, start, place, context, cost, is_loose, edges);
    nk_chart_add_phrase_post (chart, NK_NODE_RELATIVE_OBJECT, start, context, nk_chart_find (chart, NK_SYMBOL_GAP, place + 1, nk_finite),
                              cost + 0.1 + (does_something (chart, place + 1, context.head) ? 0.5 : 0), is_loose, edges);
  } else if (!is_loose && nk_chart_is (chart, place, NK_TAG_PRONOUN | NK_TAG_DETERMINER | NK_TAG_NAME))
    nk_chart_add_phrase_post (chart, NK_NODE_RELATIVE_OBJECT, start, context, nk_chart_find (chart, NK_SYMBOL_GAP, place, nk_finite), 0.5,
                              FALSE, edges);
}

void
nk_chart_add_enclosed (NkChart *chart, guint start, NkEdges *edges)
{
  const NkEdges *found = nk_chart_find (chart, NK_SYMBOL_PHRASES, start + 1, nk_ing);

  for (guint i = 0; i < found->n; i++) {
    guint end = found->edges[i].end;
    NkNode *node;

    if (!nk_chart_is (chart, end, NK_TAG_COMMA) || !nk_chart_is (chart, end + 1, NK_TAG_TO) || found->edges[i].node->item->next != NULL)
      continue;
    node = nk_chart_node (chart, NK_NODE_PRESENT, start, end + 1);
    node->phrase = found->edges[i].node;
    node->is_loose = TRUE;
    nk_edges_add (chart, edges, end + 1, found->edges[i].cost + 0.1, node);
  }
}
