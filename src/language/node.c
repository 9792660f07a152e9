/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "language/node.h"

#include <string.h>

#define MAX_ITEMS 16

static const char *const kind_names[NK_N_NODE_KINDS] = {
  [NK_NODE_CLAUSES] = "clauses",
  [NK_NODE_CLAUSE] = "clause",
  [NK_NODE_PHRASES] = "verbs",
  [NK_NODE_PHRASE] = "verb",
  [NK_NODE_NOUN] = "noun",
  [NK_NODE_NOUNS] = "nouns",
  [NK_NODE_GERUND] = "gerund",
  [NK_NODE_QUESTION] = "question",
  [NK_NODE_PRONOUN] = "pronoun",
  [NK_NODE_JOINT] = "joint",
  [NK_NODE_ADVERB] = "adverb",
  [NK_NODE_RELATIVE] = "relative",
  [NK_NODE_RELATIVE_OBJECT] = "relative-object",
  [NK_NODE_RELATIVE_CLAUSE] = "relative-clause",
  [NK_NODE_WHOSE] = "whose",
  [NK_NODE_PARTICIPLE] = "participle",
  [NK_NODE_PRESENT] = "present",
  [NK_NODE_RESULT] = "result",
  [NK_NODE_SUCH] = "such",
  [NK_NODE_APPOSITION] = "apposition",
  [NK_NODE_LISTED] = "listed",
  [NK_NODE_QUALITY] = "quality",
  [NK_NODE_FOR_TO] = "for-to",
  [NK_NODE_ADJECTIVE] = "adjective",
  [NK_NODE_LIST] = "list",
};

static void
print_child (const char *label, const NkNode *child, GString *out)
{
  if (child == NULL)
    return;
  g_string_append_c (out, ' ');
  if (label != NULL)
    g_string_append_printf (out, "%s:", label);
  nk_node_print (child, out);
}

static void
print_list (const char *label, const NkNode *list, GString *out)
{
  for (; list != NULL; list = list->next)
    print_child (label, list->item, out);
}

static void
print_items (const NkNode *node, GString *out)
{
  static const char *const names[] = { "", "", "", "adj:", "done:", "doing:", "adv:", "of:", "and:", ",:", "", "-" };
  const NkItem *items[MAX_ITEMS];
  guint n = 0;

  for (const NkItem *item = node->items; item != NULL && n < MAX_ITEMS; item = item->before)
    items[n++] = item;
  while (n-- > 0) {
    if (items[n]->kind == NK_ITEM_BRACKET)
      print_child ("bracket", items[n]->bracket, out);
    else
      g_string_append_printf (out, " %s%s", names[items[n]->kind], items[n]->token->lower);
  }
}

static void
print_group (const NkNode *node, GString *out)
{
  static const char *const aux[] = { NULL, "can", "may", "must", "should", "will", "need" };

  for (const NkNode *also = node->also; also != NULL; also = also->next)
    g_string_append_printf (out, " %s", also->item->verb->lemma);
  g_string_append_printf (out, " %s", node->verb != NULL ? node->verb->lemma : "be");
  if (aux[node->aux] != NULL)
    g_string_append_printf (out, " %s", aux[node->aux]);
  if (node->is_negated)
    g_string_append (out, " not");
  if (node->is_passive)
    g_string_append (out, " passive");
  if (node->is_past)
    g_string_append (out, " past");
  if (node->is_perfect)
    g_string_append (out, " perfect");
}

void
nk_node_print (const NkNode *node, GString *out)
{
  g_string_append_printf (out, "(%s", kind_names[node->kind]);
  if (node->kind == NK_NODE_PHRASE)
    print_group (node, out);
  else if (node->kind == NK_NODE_NOUN) {
    for (guint i = 0; i < node->n_determiners; i++)
      g_string_append_printf (out, " %s", node->determiners[i]->lower);
    print_items (node, out);
  } else if (node->token != NULL && node->kind != NK_NODE_APPOSITION && node->kind != NK_NODE_LISTED)
    g_string_append_printf (out, " %s", node->token->lower);
  if (node->kind != NK_NODE_NOUN && node->n_determiners > 0)
    g_string_append_printf (out, " %s", node->determiners[0]->lower);
  if (node->and_token != NULL && node->kind != NK_NODE_PHRASE)
    g_string_append_printf (out, " %s", node->and_token->lower);
  print_list ("lead", node->lead, out);
  print_child ("subject", node->subject, out);
  print_list (NULL, node->adverbs, out);
  print_child (NULL, node->phrase, out);
  print_child (NULL, node->clause, out);
  print_child (NULL, node->a, out);
  print_child (NULL, node->b, out);
  print_child ("object", node->object, out);
  print_child ("p", node->p, out);
  print_child ("r", node->r, out);
  print_child ("to", node->infinitive, out);
  print_child ("that", node->that, out);
  print_child ("adj", node->adjective, out);
  if (node->kind != NK_NODE_LIST)
    print_list (NULL, node->item != NULL && node->item->kind == NK_NODE_LIST ? node->item : NULL, out);
  print_list (NULL, node->adverbials, out);
  print_child ("bracket", node->bracket, out);
  print_list (NULL, node->posts, out);
  g_string_append_c (out, ')');
}

const NkNode *
nk_node_last (const NkNode *list)
{
  while (list != NULL && list->next != NULL)
    list = list->next;
  return list != NULL ? list->item : NULL;
}

const NkItem *
nk_node_first_item (const NkNode *noun)
{
  const NkItem *item = noun->items;

  while (item != NULL && item->before != NULL)
    item = item->before;
  return item;
}

gboolean
nk_node_is_indefinite (const NkNode *noun)
{
  return noun->n_determiners > 0 && (nk_word_is (noun->determiners[0]->lower, "a") || nk_word_is (noun->determiners[0]->lower, "an"));
}

const NkToken *
nk_node_head (const NkNode *node)
{
  if (node->kind == NK_NODE_NOUNS)
    return nk_node_head (nk_node_last (node->item));
  return node->kind == NK_NODE_NOUN || node->kind == NK_NODE_PRONOUN ? node->token : NULL;
}

gboolean
nk_node_is_left_out (const NkNode *noun)
{
  return noun != NULL && noun->kind == NK_NODE_PRONOUN && noun->posts == NULL
         && (g_str_equal (noun->token->lower, "it") || g_str_equal (noun->token->lower, "they")
             || g_str_equal (noun->token->lower, "them"));
}

gboolean
nk_node_leaves_out_subject (const NkNode *clause)
{
  return clause->kind == NK_NODE_CLAUSE && clause->phrase != NULL && nk_node_is_left_out (clause->subject);
}

gboolean
nk_node_is_compound (const NkItem *item)
{
  if (item == NULL || item->kind != NK_ITEM_NOUN
      || (item->token->class != NK_CLASS_ACTION && item->token->class != NK_CLASS_PROTOCOL && !item->token->is_plural))
    return FALSE;
  for (const NkItem *before = item->before; before != NULL; before = before->before)
    if (before->kind != NK_ITEM_NOUN && before->kind != NK_ITEM_NAME)
      return FALSE;
  return item->before != NULL || strchr (item->token->lemma, ' ') != NULL;
}

gboolean
nk_node_is_foremost (const NkToken *token)
{
  static const char *const words[] = { "especially", "particularly", "notably", "in particular", NULL };

  return nk_word_in (words, token->lower);
}

gboolean
nk_node_has_content (const NkToken *head)
{
  static const char *const words[] = { "assertion",  "claim",       "guarantee", "proof",      "evidence",    "statement",  "fact",        "assumption",
                                       "assurance",  "indication",  "belief",    "observation", "expectation", "possibility", "risk",
                                       "conclusion", "notion",      "idea",      "requirement", "condition",   "constraint", NULL };

  return nk_word_in (words, head->lemma);
}

gboolean
nk_node_is_notation (const NkNode *joint)
{
  static const char *const lemmas[] = { "yang", "cddl", "asn.1", "abnf", "language", "notation", "example", "terminology", "diagram", "pseudocode", "grammar", "uml", "template", NULL };
  const NkToken *head = joint->object != NULL ? nk_node_head (joint->object) : NULL;

  return head != NULL && g_str_equal (joint->token->lower, "using")
         && (nk_word_in (lemmas, head->lower) || nk_word_in (lemmas, head->lemma));
}

gboolean
nk_node_is_setting (const NkToken *head)
{
  static const char *const words[] = { "scenario", "situation", "environment", "case", "use case", "circumstance", "condition", NULL };

  return nk_word_in (words, head->lemma);
}

gboolean
nk_node_are_twins (const NkNode *node)
{
  const NkNode *a = node->item->item, *b = node->item->next->item;
  const NkItem *x = a->items, *y = b->items;

  if (node->item->next->next != NULL || a->kind != NK_NODE_NOUN || b->kind != NK_NODE_NOUN || a->n_determiners + b->n_determiners > 0
      || a->n_items != 2 || b->n_items != 2 || a->posts != NULL || a->bracket != NULL || b->posts == NULL || b->posts->next != NULL
      || b->posts->item->kind != NK_NODE_RELATIVE || a->is_plural != b->is_plural)
    return FALSE;
  return x->before->kind == y->before->kind && x->before->kind != NK_ITEM_NOUN && g_str_equal (x->before->token->lower, y->before->token->lower);
}

gboolean
nk_node_is_where_last (const NkNode *node)
{
  const NkNode *last = nk_node_last (node->item);

  return last->kind == NK_NODE_NOUN && last->posts != NULL && last->posts->item->kind == NK_NODE_RELATIVE_CLAUSE
         && nk_node_is_setting (last->token) && (node->item->item->token == NULL || !nk_node_is_setting (node->item->item->token));
}

gboolean
nk_node_is_request_before_response (const NkNode *a, const NkNode *b)
{
  const NkItem *first = b->kind == NK_NODE_NOUN ? nk_node_first_item (b) : NULL;

  if (first == NULL || a->kind != NK_NODE_NOUN || a->token == NULL || a->is_plural || a->posts != NULL || b->n_determiners > 0)
    return FALSE;
  return g_str_has_suffix (a->token->lower, "request")
         && (g_str_has_prefix (first->token->lower, "response ") || (first != b->items && nk_word_is (first->token->lower, "response")));
}
