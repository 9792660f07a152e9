/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* How likely it is that two nouns are named side by side: by what they are, and by what stands before and behind them. */
#include "language/parse_private.h"

static gboolean
heads_are_alike (const NkNode *a, const NkNode *b)
{
  const NkToken *x = nk_node_head (a), *y = nk_node_head (b);

  return x != NULL && y != NULL && g_str_equal (x->lemma, y->lemma);
}

/* `X and Y languages`: has its `and` already. */
gboolean
nk_nouns_holds_and (const NkNode *noun)
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
  const NkItem *first;
  const NkToken *x = a->token, *y;

  if (a->kind != NK_NODE_NOUN || b->kind != NK_NODE_NOUN || a->n_items != 1 || a->n_determiners > 0 || b->n_determiners > 0
      || a->posts != NULL || a->is_plural || x == NULL || (x->tags & NK_TAG_NAME) != 0 || b->n_items < 2)
    return 0;
  first = nk_node_first_item (b);
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
  if ((nk_node_is_indefinite (b) && a->n_determiners > 0 && !nk_node_is_indefinite (a))
      || (nk_node_is_indefinite (a) && b->n_determiners > 0 && nk_word_is (b->determiners[0]->lower, "the")))
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

/* What stands right behind a noun; NULL: nothing does. */
static const NkNode *
first_post (const NkNode *noun)
{
  return noun->kind == NK_NODE_NOUN && noun->posts != NULL ? noun->posts->item : NULL;
}

/* `the calculation of X and the inclusion of Y`, `loss of a link or failure of a node` */
static gboolean
are_parallel (const NkNode *a, const NkNode *b)
{
  const NkNode *x = first_post (a), *y = first_post (b);

  if (x == NULL || y == NULL)
    return FALSE;
  return x->kind == NK_NODE_JOINT && y->kind == NK_NODE_JOINT && x->object_kind == NK_OBJECT_NOUN && y->object_kind == NK_OBJECT_NOUN
         && nk_word_is (x->token->lower, "of")
         && (nk_word_is (y->token->lower, "of")
             || (nk_word_is (y->token->lower, "for") && has_same_determiner (a, b) && nk_word_is (a->determiners[0]->lower, "the")
                 && x->object->n_determiners == 0 && nk_nouns_holds_and (x->object))
             || (nk_word_is (y->token->lower, "to") && y->object->kind == NK_NODE_NOUN))
         && (has_same_determiner (a, b) || (b->n_determiners == 0 && has_same_determiner (x->object, y->object)));
}

/* `an action that steers traffic and a community that limits it` */
static gboolean
are_told_of_alike (const NkNode *a, const NkNode *b)
{
  const NkNode *x = first_post (a), *y = first_post (b);

  return nk_node_is_indefinite (a) && nk_node_is_indefinite (b) && x != NULL && y != NULL && x->kind == NK_NODE_RELATIVE && y->kind == NK_NODE_RELATIVE;
}

/* What is always done to something, or is there for it. */
gboolean
nk_nouns_is_relational (const NkToken *head)
{
  static const char *const words[]
      = { "attack",        "threat",    "countermeasure", "configuration", "extension", "procedure", "solution", "objection", "requirement",
          "vulnerability", "guideline", "recommendation", "experience",    "error",     "failure",   "response",   "limitation",  "approach",  NULL };

  return head->class == NK_CLASS_ACTION || nk_word_in (words, nk_word_last (head->lemma));
}

/* The preposition and its object behind a noun; NULL: something else stands there. */
static const NkNode *
first_joint (const NkNode *noun)
{
  static const char *const words[]
      = { "of", "to", "on", "for", "in", "against", "from", "into", "with", "between", "over", "by", "via", NULL };
  const NkNode *post = first_post (noun);

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
      && !(b->is_plural && (nk_node_is_indefinite (a) || nk_word_is (y->token->lower, "for") || nk_word_is (second->lemma, "limitation"))))
    return FALSE;
  if (nk_nouns_is_relational (head) && nk_nouns_is_relational (second))
    return (inner->tags & NK_TAG_NAME) != 0 || !nk_nouns_is_relational (inner);
  return (a->n_determiners > 0) == (b->n_determiners > 0) && head->class == second->class && head->class != NK_CLASS_NONE
         && inner->class != second->class;
}

/* `information needed for X and the parameters needed to V` */
static gboolean
are_done_alike (const NkNode *a, const NkNode *b)
{
  const NkNode *x = first_post (a), *y = first_post (b);

  if (x == NULL || y == NULL)
    return FALSE;
  return x->kind == NK_NODE_PARTICIPLE && y->kind == NK_NODE_PARTICIPLE && x->phrase->item->item->verb == y->phrase->item->item->verb;
}

/* `for their assignment`, `among them` */
gboolean
nk_nouns_is_of_theirs (const NkNode *post)
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
         && nk_nouns_is_of_theirs (b->posts->item);
}

/* `PKCS`, `IPv4 to IPv6` */
static gboolean
is_bare_name (const NkNode *noun)
{
  return noun->kind == NK_NODE_NOUN && noun->n_determiners == 0 && noun->n_items == 1 && noun->token != NULL
         && (noun->posts == NULL || (noun->posts->next == NULL && noun->posts->item->kind == NK_NODE_JOINT)) && (noun->token->tags & NK_TAG_NAME) != 0;
}

/* `routes for X and procedures for Y`: two that are for something each. */
static gboolean
have_same_purpose (const NkNode *a, const NkNode *b)
{
  const NkNode *x = first_post (a), *y = first_post (b);
  const NkToken *first, *second;

  if (x == NULL || y == NULL)
    return FALSE;
  first = x->kind == NK_NODE_JOINT && x->object != NULL ? nk_node_head (x->object) : NULL;
  second = y->kind == NK_NODE_JOINT && y->object != NULL ? nk_node_head (y->object) : NULL;
  /* an option for the Lamp message and two codes for the Hue message */
  if (a->is_plural != b->is_plural && (first == NULL || second == NULL || !nk_word_is (first->lemma, second->lemma)))
    return FALSE;
  return x->kind == NK_NODE_JOINT && y->kind == NK_NODE_JOINT && x->object_kind == y->object_kind && nk_word_is (x->token->lower, "for")
         && nk_word_is (y->token->lower, "for");
}

/* `addresses in envelopes, and characters in headers`, `issues in FOO and approaches to secure FOO`: bare nouns in the plural, each in something, or both said of
 * one name. */
static gboolean
stand_alike (const NkNode *a, const NkNode *b, gboolean is_comma)
{
  const NkNode *x = first_joint (a), *y = first_joint (b);
  const NkToken *first = x != NULL ? nk_node_head (x->object) : NULL, *second = y != NULL ? nk_node_head (y->object) : NULL;

  if (first == NULL || second == NULL || a->n_determiners + b->n_determiners > 0 || !a->is_plural || !b->is_plural || a->posts->next != NULL
      || !nk_word_is (x->token->lower, "in") || x->object->kind != NK_NODE_NOUN || x->object->posts != NULL)
    return FALSE;
  return is_comma ? nk_word_is (y->token->lower, "in") : (first->tags & NK_TAG_NAME) != 0 && nk_word_is (first->lower, second->lower);
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
gboolean
nk_nouns_is_thing (const NkToken *token)
{
  return token->class == NK_CLASS_DATA || token->class == NK_CLASS_SYSTEM || token->class == NK_CLASS_PEOPLE;
}

/* `the encoding of nodes and limits of attributes`: limits are of something, and nodes are not of it. */
gboolean
nk_nouns_is_limit_of (const NkToken *first, const NkToken *second, const NkNode *post)
{
  static const char *const limits[]
      = { "limitation", "restriction", "shortcoming", "drawback", "weakness", "benefit", "advantage", "disadvantage", "limit", NULL };

  return nk_word_is (post->token->lower, "of") && nk_word_in (limits, second->lemma) && !nk_word_in (limits, first->lemma)
         && first->class != NK_CLASS_ACTION && first->class != NK_CLASS_QUALITY && first->class != NK_CLASS_PROTOCOL;
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
  /* classifies devices by their use and their range */
  if (a->kind == NK_NODE_NOUN && a->posts != NULL && b->kind == NK_NODE_NOUN && b->posts == NULL && nk_nouns_is_of_theirs (nk_node_last (a->posts))
      && has_same_determiner (nk_node_last (a->posts)->object, b))
    return 0.5;
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
  /* the encoding of nodes and limits of attributes */
  if (a->kind == NK_NODE_NOUN && a->posts == NULL && a->token != NULL && b->kind == NK_NODE_NOUN && second != NULL && b->n_determiners == 0
      && first_joint (b) != NULL && nk_nouns_is_limit_of (a->token, second, first_joint (b)))
    return 0.4;
  if (a->kind != NK_NODE_NOUN || a->n_items > 1 || a->posts != NULL || a->n_determiners > 0 || b->kind != NK_NODE_NOUN
      || (b->n_determiners > 0 && !nk_word_is (b->determiners[0]->lower, "the")) || second == NULL)
    return 0;
  return (nk_nouns_is_thing (a->token) || (a->token->tags & NK_TAG_NAME) != 0) && nk_nouns_is_relational (second) && first_joint (b) != NULL ? 0.2 : 0;
}

/* How much more `next` costs as the one behind `last` of a list, whose `n` first ones were read. */
double
nk_cost_of_next (const NkNode *last, const NkNode *next, guint n, gboolean is_comma, gboolean is_and)
{
  double sum = unlikeness (last, next);

  if (are_parallel (last, next))
    sum -= 0.4;
  else if (are_told_of_alike (last, next) || are_done_alike (last, next))
    sum -= 0.45;
  else if (have_same_purpose (last, next) || have_same_relation (last, next))
    sum -= 0.3;
  if (tells_of_first (last, next))
    sum -= 0.45;
  sum += of_own_relation (last, next) + (nk_node_is_request_before_response (last, next) ? 0.3 : 0);
  if (is_and && n == 1 && !is_comma && next->posts != NULL && nk_nouns_holds_and (last))
    sum += 0.2;
  if (is_bare_name (last) && next->kind == NK_NODE_NOUN && next->posts != NULL && next->n_determiners > 0
      && (nk_node_is_indefinite (next) || (first_joint (next) != NULL && nk_word_is (next->determiners[0]->lower, "the"))))
    sum += 0.3; /* `keys in PKCS and the semantics of certificates`, `of IPv4 to IPv6 and a way of carrying it` */
  if (n == 1 && is_comma && is_and && last->kind == NK_NODE_NOUN && last->n_determiners == 0 && next->kind == NK_NODE_NOUN
      && next->n_determiners > 0 && next->determiners[0]->lower[0] == 'a')
    sum += 0.4; /* a registry of `units, and a mapping` of texts */
  if (is_rfc (last) && next->kind == NK_NODE_NOUN
      && (next->n_determiners > 0 || (next->token != NULL && (next->token->tags & NK_TAG_NAME) == 0)))
    sum += 0.3;
  if (n == 1 && is_comma && is_and && nk_nouns_holds_and (last) && last->posts == NULL && next->kind == NK_NODE_NOUN)
    sum += 0.3; /* messages `for the lamp and the switch, and options` */
  if (n == 1 && is_comma && is_and && first_joint (last) != NULL && first_joint (last)->object->kind == NK_NODE_NOUN
      && nk_nouns_holds_and (first_joint (last)->object))
    sum -= 0.3;
  if (n == 1 && is_and && stand_alike (last, next, is_comma))
    sum -= 0.45;
  if (shares_head (last, next))
    sum += 0.1;
  if (splits_names (last, next))
    sum += 0.25;
  /* the syntax of X, its encoding, and usage: all three of X */
  if (!is_and && n == 1 && first_joint (last) != NULL && next->kind == NK_NODE_NOUN && next->n_determiners > 0
      && nk_word_is (next->determiners[0]->lower, "its"))
    sum -= 0.4;
  for (const NkNode *post = heads_are_alike (last, next) ? NULL : last->posts; post != NULL; post = post->next)
    sum += post->item->kind == NK_NODE_RELATIVE || post->item->kind == NK_NODE_RELATIVE_CLAUSE
                   || post->item->kind == NK_NODE_RELATIVE_OBJECT
               ? 0.2
               : 0;
  if (is_and && n == 1 && ends_in_aside (last))
    sum -= is_comma ? 0.55 : 0.3;
  return sum;
}
