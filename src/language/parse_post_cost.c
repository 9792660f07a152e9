/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* How likely it is that a preposition with its object belongs to the noun before it, or to the verb of the document. */
#include "language/parse_private.h"

#include <string.h>

static gboolean
is_action (const NkNode *noun)
{
  const NkToken *head = noun != NULL ? nk_node_head (noun) : NULL;

  return head != NULL && (head->class == NK_CLASS_ACTION || head->class == NK_CLASS_TIME);
}

/* `for security reasons`, `to the committee for approval` */
static gboolean
is_reason (const NkNode *node)
{
  static const char *const aims[] = { "consideration", "approval", "review", "comment", NULL };
  const NkToken *object = node->object != NULL && node->object->kind == NK_NODE_NOUN ? node->object->token : NULL;

  return object != NULL
         && ((node->object->n_items == 1 && nk_word_in (aims, object->lower)) || g_str_has_suffix (object->lemma, "reason")
             || g_str_has_suffix (object->lemma, "reasons"));
}

/* How much later than others this preposition, with its object, belongs to the noun before it. */
double
nk_cost_of_joint (const NkChart *chart, const char *word, const NkNode *node, const NkToken *head, double affinity)
{
  static const char *const means[] = { "using",
                                       "via",
                                       "without",
                                       "by means of",
                                       "through the use of",
                                       "by way of",
                                       "with the help of",
                                       "in conjunction with",
                                       "in combination with",
                                       "together with",
                                       "along with",
                                       "instead of",
                                       "rather than",
                                       "prior to",
                                       "because of",
                                       "due to",
                                       "on behalf of",
                                       "in addition to",
                                       "as part of",
                                       NULL };
  static const char *const needing[] = { "need", "necessity", "use", "usage", "requirement", NULL };
  static const char *const manners[] = { "accuracy", "precision", "resolution", "confidence", "probability", "granularity", NULL };
  static const char *const happening[] = { "during",         "at the beginning of", "at the end of",     "at the start of",
                                           "at the time of", "in the presence of",  "in the absence of", "in the event of",
                                           "in case of",     "in response to",      "in the middle of",  NULL };
  double cost = g_str_equal (word, "of") ? -0.05 : 0.1 + affinity;

  if (g_str_equal (word, "for") && is_reason (node) && (head == NULL || !nk_word_in (needing, head->lemma)))
    cost += 0.35; /* `deprecates versions for security reasons` */
  if (nk_chart_is_manner (node) || nk_chart_is_in_section (chart, node))
    cost += 0.35; /* `defines rules in a generic manner`: they are defined so */
  if (g_str_equal (word, "based on") && head != NULL && (head->tags & NK_TAG_NAME) != 0)
    cost += 0.2; /* `to improve TCP based on experience`: what has a name is what it is */
  if (g_str_equal (word, "along with"))
    cost += 0.25; /* of what the sentence is about, rather than of the nearest noun */
  /* `the use of caching resolvers`: resolvers are used, not their caching. */
  if (node->object_kind == NK_OBJECT_GERUND && g_str_equal (word, "of") && head != NULL && nk_chart_is_of_things (head))
    cost += 0.4;
  /* `by adding X` says how something is done. */
  if (node->object_kind == NK_OBJECT_GERUND && g_str_equal (word, "by"))
    cost += 0.5;
  else if (g_str_equal (word, "when"))
    cost += 0.6;
  else if (nk_chart_is_why (word, node, head) || nk_chart_is_form (word, node, head))
    cost += 0.4;
  else if (node->object_kind == NK_OBJECT_GERUND && g_str_equal (word, "for") && head != NULL && head->class == NK_CLASS_PEOPLE)
    cost += 0.2; /* `recommendations to operators for handling X` */
  else if (g_str_equal (word, "for") && is_action (node->object) && head != NULL && head->class == NK_CLASS_PEOPLE)
    cost += 0.2; /* `obtains authorization from users for access` */
  else if (nk_word_in (means, word))
    cost += g_str_equal (word, "without") && head != NULL && head->class == NK_CLASS_SYSTEM ? 0.35 : 0.18;
  else if ((g_str_equal (word, "after") || g_str_equal (word, "before")) && is_action (node->object) && head != NULL
           && head->class != NK_CLASS_ACTION && head->class != NK_CLASS_TIME && head->class != NK_CLASS_QUALITY)
    cost += 0.35; /* `update keys after the compromise of a device` */
  /* `update certificates during the lifetime of X`: an action takes its time, a thing has none. */
  else if (nk_word_in (happening, word) && head != NULL && strchr ("mpdsh", NK_CLASS_LETTERS[head->class]) != NULL)
    cost += 0.35;
  else if (g_str_equal (word, "over") && head != NULL && head->class == NK_CLASS_PEOPLE)
    cost += 0.4; /* users over HTTP */
  else if (g_str_equal (word, "with") && head != NULL && head->class == NK_CLASS_SYSTEM && node->object != NULL
           && nk_node_head (node->object) != NULL && nk_word_in (manners, nk_node_head (node->object)->lemma))
    cost += 0.3; /* synchronizes clocks in networks with an accuracy of X */
  return cost;
}

/* `defines a method with low latency`: the method has it, and the definition does not; but `with examples`. Nor does a document define over time. */
static gboolean
is_equipment (const char *word, const NkNode *joint, const NkLexiconVerb *verb)
{
  static const char *const lemmas[] = { "define", "describe", "specify", "propose", "present", "introduce", "discuss", "document", NULL };
  static const char *const manners[] = { "example", "detail", "emphasis", "focus",  "reference", "respect", "regard",      "view",
                                         "goal",    "aim",    "intent",   "purpose", "exception", "aid",     "illustration", NULL };
  const NkToken *head = joint->object != NULL ? nk_node_head (joint->object) : NULL;

  return verb != NULL && nk_word_in (lemmas, verb->lemma) && head != NULL
         && (nk_word_is (word, "with") ? !nk_word_in (manners, head->lemma) : nk_word_is (word, "over") && head->class == NK_CLASS_TIME);
}

/* How much later, or sooner, this says what a document does, and not what the object is like. */
double
nk_cost_of_document (const char *word, const NkNode *joint, const NkLexiconVerb *verb, gboolean is_comma)
{
  static const char *const still[] = { "affect", "contain", "have", "belong", "exist", "comprise", "occur", "suffer", "experience", "lack", NULL };
  static const char *const changing[] = { "obsolete", "update", "replace", "extend", "change", "modify", NULL };

  if (verb != NULL && nk_chart_is_document_verb (verb) && nk_node_is_notation (joint))
    return -0.1;
  /* `detects failures that affect devices by using X`: it detects them so */
  if (verb != NULL && nk_word_is (word, "by") && joint->object_kind == NK_OBJECT_GERUND && nk_word_in (still, verb->lemma))
    return 0.4;
  if (verb != NULL && !is_comma && nk_chart_is_document_verb (verb) && !nk_word_in (changing, verb->lemma) && nk_word_is (word, "by")
      && joint->object_kind == NK_OBJECT_GERUND)
    return 0.05; /* another verb before it, if there is one, is sooner the one that is done so */
  return !is_comma && is_equipment (word, joint, verb) ? 0.4 : 0;
}
