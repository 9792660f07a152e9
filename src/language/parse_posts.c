/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Several modifiers behind one noun: which of them are its own, and which of what stands between. */
#include "language/parse_private.h"

/* `requirements that work with X to solve Y`: a purpose behind a verb is said with the verb. `the use of X for Y, including Z`: what is included is a part of
 * the whole. */
static double
of_second (const NkChart *chart, const NkNode *first, const NkNode *next)
{
  /* problems existing in X, that Y solves */
  if ((first->kind == NK_NODE_PARTICIPLE || first->kind == NK_NODE_PRESENT)
      && (next->kind == NK_NODE_RELATIVE || next->kind == NK_NODE_RELATIVE_OBJECT) && next->is_loose
      && nk_chart_word (chart, next->start + 1u, "that"))
    return -0.2;
  if ((first->kind == NK_NODE_RELATIVE || first->kind == NK_NODE_RELATIVE_OBJECT || first->kind == NK_NODE_PARTICIPLE
       || first->kind == NK_NODE_PRESENT)
      && next->kind == NK_NODE_JOINT && next->object_kind == NK_OBJECT_INFINITIVE && !nk_chart_is_passive (next->phrase))
    return 0.55;
  /* `a mechanism that suppresses keys known to the peer`: the nearest noun is what is known */
  if (first->kind == NK_NODE_RELATIVE && next->kind == NK_NODE_PARTICIPLE && !next->is_loose)
    return 0.5;
  if (next->kind == NK_NODE_SUCH && next->is_loose && g_str_equal (next->token->lower, "including"))
    return first->kind == NK_NODE_RELATIVE ? 0.1 : -0.1;
  return 0.15;
}

/* `a model for use in tests containing modules`: what is made or built contains things, what is done does not. */
static gboolean
holds_content (const NkChart *chart, const NkToken *head, const NkNode *first, const NkNode *next)
{
  static const char *const words[] = { "containing", "consisting of", "composed of", "comprised of", "comprising", NULL };
  const NkToken *inner = first->kind == NK_NODE_JOINT ? &chart->tokens->tokens[first->end - 1] : NULL; /* the nearest noun */

  return next->kind == NK_NODE_JOINT && next->object_kind == NK_OBJECT_NOUN && nk_word_in (words, next->token->lower) && head != NULL
         && inner != NULL && (inner->class == NK_CLASS_ACTION || inner->class == NK_CLASS_TIME)
         && (head->class == NK_CLASS_DATA || head->class == NK_CLASS_DOCUMENT || head->class == NK_CLASS_SYSTEM
             || head->class == NK_CLASS_PROTOCOL);
}

/* `the mapping of names used in X to addresses`: what is mapped is mapped to them, it is not used to them. */
static gboolean
is_aim_of_action (const NkToken *head, const NkNode *first, const NkNode *next)
{
  static const char *const words[] = { "to", "into", "onto", NULL };
  static const char *const heads[] = { "mapping", "binding", "translation", "conversion", "assignment", "map", NULL };
  const NkNode *last = first->kind == NK_NODE_JOINT && first->object != NULL && first->object->kind == NK_NODE_NOUN
                           ? nk_node_last (first->object->posts)
                           : NULL;

  return head != NULL && (head->class == NK_CLASS_ACTION || nk_word_in (heads, head->lemma)) && last != NULL
         && nk_word_is (first->token->lower, "of")
         && (last->kind == NK_NODE_PARTICIPLE || last->kind == NK_NODE_RELATIVE || last->kind == NK_NODE_PRESENT
             || last->kind == NK_NODE_RELATIVE_OBJECT)
         && next->kind == NK_NODE_JOINT && next->object_kind == NK_OBJECT_NOUN && nk_word_in (words, next->token->lower);
}

/* `the association of tags with modules`: what is associated is so with them; the tags have none. */
static gboolean
is_partner_of_action (const NkToken *head, const NkNode *first, const NkNode *next)
{
  static const char *const heads[] = { "association", "alignment", "comparison", "integration", "combination", "coordination",
                                       "synchronization", "binding", "correlation", "interaction", "interworking", "coexistence", "replacement", "grouping", "pairing", "provisioning", NULL };

  if (head == NULL || first->kind != NK_NODE_JOINT || first->object_kind != NK_OBJECT_NOUN || !nk_word_is (first->token->lower, "of")
      || next->kind != NK_NODE_JOINT || next->object_kind != NK_OBJECT_NOUN || !nk_word_is (next->token->lower, "with"))
    return FALSE;
  /* the mapping of statuses with statuses, but not of packets with addresses */
  return nk_word_in (heads, head->lemma)
         || (nk_word_is (head->lemma, "mapping") && nk_node_head (first->object) != NULL && nk_node_head (next->object) != NULL
             && nk_word_is (nk_node_head (first->object)->lemma, nk_node_head (next->object)->lemma));
}

/* Nothing but nouns and prepositions. */
static gboolean
is_bare (const NkNode *noun)
{
  for (const NkNode *list = noun->kind == NK_NODE_NOUNS ? noun->item : NULL; list != NULL; list = list->next)
    if (!is_bare (list->item))
      return FALSE;
  for (const NkNode *list = noun->posts; list != NULL; list = list->next)
    if (list->item->kind != NK_NODE_JOINT || list->item->object == NULL || !is_bare (list->item->object))
      return FALSE;
  return noun->kind == NK_NODE_NOUN || noun->kind == NK_NODE_NOUNS;
}

/* `the transfer of keys between devices during replacement`: it is done then, over that, with that. */
static gboolean
is_of_action (const NkToken *head, const NkNode *first, const NkNode *next)
{
  static const char *const words[] = { "during", "over", "using", "via", "through", "with the use of", "by means of", "without", NULL };

  if (head == NULL || head->class != NK_CLASS_ACTION || first->kind != NK_NODE_JOINT || first->object_kind != NK_OBJECT_NOUN
      || !nk_word_is (first->token->lower, "of") || next->kind != NK_NODE_JOINT || next->object_kind != NK_OBJECT_NOUN)
    return FALSE;
  return nk_word_in (words, next->token->lower) && is_bare (first->object);
}

/* `a mapping from names to addresses`: two that belong together. */
static gboolean
is_way_to (const NkChart *chart, const NkNode *first, const NkNode *next)
{
  /* `from logs before their transfer to others` */
  if (first->kind == NK_NODE_JOINT && first->object != NULL && first->object->posts != NULL
      && chart->tokens->tokens[first->end - 1].class == NK_CLASS_ACTION)
    return FALSE;
  return first->kind == NK_NODE_JOINT && next->kind == NK_NODE_JOINT && first->object_kind == NK_OBJECT_NOUN
         && next->object_kind == NK_OBJECT_NOUN && nk_word_is (first->token->lower, "from") && nk_word_is (next->token->lower, "to");
}

/* TRUE if a verb phrase in the present is of one where the noun is one. */
static gboolean
agrees (const NkNode *phrase, gboolean is_plural)
{
  return phrase->aux != NK_AUX_NONE || phrase->number == 0 || (phrase->number == 2) == is_plural;
}

/* `a flag in the header that indicates X`: it is the flag that tells, and the header only where it is. */
static gboolean
is_told_by_head (const NkToken *head, const NkNode *first, const NkNode *next)
{
  static const char *const heads[]
      = { "indicator", "flag",      "option",  "field",      "header field", "attribute", "extension", "bit",   "tlv",
          "sub-tlv",   "mechanism", "element", "code point", "parameter",    "community", "tag",       "value", NULL };
  static const char *const verbs[] = { "mark", "indicate", "identify", "signal", "carry", "convey", "specify", "denote", "request", NULL };
  static const char *const places[] = { "in", "to", "for", "within", "on", NULL };
  const NkNode *phrase = next->kind == NK_NODE_RELATIVE && !next->is_loose ? next->phrase->item->item : NULL;
  const NkToken *inner = first->kind == NK_NODE_JOINT && first->object_kind == NK_OBJECT_NOUN ? nk_node_head (first->object) : NULL;

  if (phrase == NULL || phrase->verb == NULL || phrase->is_passive || head == NULL || inner == NULL
      || !nk_word_in (places, first->token->lower) || first->object->posts != NULL || !nk_word_in (verbs, phrase->verb->lemma))
    return FALSE;
  return nk_word_in (heads, head->lemma) && !nk_word_in (heads, inner->lemma) && agrees (phrase, head->is_plural);
}

/* `a framework for conveying keys that is flexible`: mechanisms are made so, what they are made for is not. */
static gboolean
is_praised (const NkToken *head, const NkNode *first, const NkNode *next)
{
  static const char *const words[] = { "flexible", "extensible", "scalable", "efficient", "robust", "lightweight", "simple", "modular", "generic", "compatible", "interoperable", NULL };
  const NkNode *phrase = next->kind == NK_NODE_RELATIVE && !next->is_loose ? next->phrase->item->item : NULL;
  const NkNode *quality = phrase != NULL && phrase->verb == NULL ? phrase->adjective : NULL;

  return quality != NULL && quality->token != NULL && head != NULL && head->class == NK_CLASS_PROTOCOL && agrees (phrase, head->is_plural)
         && first->kind == NK_NODE_JOINT && first->object_kind == NK_OBJECT_GERUND && nk_word_is (first->token->lower, "for")
         && nk_word_in (words, quality->token->lower);
}

/* What names a thing behind it: `called "hue"`, `, "hue"`, `, the "Hue Service"`, `, the Hue option` behind an option. */
static gboolean
gives_name (const NkChart *chart, const NkToken *head, const NkToken *inner, const NkNode *next)
{
  static const char *const naming[] = { "call", "name", "term", "dub", "title", "entitle", NULL };
  const NkNode *phrase = next->kind == NK_NODE_PARTICIPLE && !next->is_loose ? next->phrase->item->item : NULL;
  const NkNode *name = (next->kind == NK_NODE_LISTED || next->kind == NK_NODE_APPOSITION) && next->object->kind == NK_NODE_NOUN ? next->object : NULL;

  if (phrase != NULL) /* called FOO, based on BAR: not called so for that */
    return phrase->verb != NULL && nk_word_in (naming, phrase->verb->lemma)
           && (phrase->adverbials == NULL || !nk_chart_is (chart, phrase->adverbials->item->start - 1u, NK_TAG_COMMA));
  if (name == NULL || name->posts != NULL || name->token == NULL)
    return FALSE;
  if (next->kind == NK_NODE_LISTED)
    return name->n_items == 1 && name->token->is_quoted;
  if (name->n_determiners != 1 || !nk_word_is (name->determiners[0]->lower, "the") || g_str_has_suffix (name->token->lower, inner->lemma))
    return FALSE;
  return (name->n_items == 1 && (name->token->tags & NK_TAG_NAME) != 0) || nk_word_is (name->token->lemma, head->lemma);
}

/* `a new field in the lamp header called "hue"`, `a registry for types of lamps titled "Lamps"`: what is new gets a name, and what one knows, or several things, have none. */
static gboolean
is_named_anew (const NkChart *chart, const NkToken *head, const NkNode *first, const NkNode *next)
{
  static const char *const places[] = { "in", "to", "for", "within", "on", "of", NULL }, *const known[] = { "the", "each", "every", NULL };
  static const char *const registries[] = { "registry", "subregistry", "sub-registry", NULL }; /* an assignment in the registry named X */
  const NkNode *inner = first->kind == NK_NODE_JOINT && first->object_kind == NK_OBJECT_NOUN && first->object->kind == NK_NODE_NOUN
                            ? first->object
                            : NULL;
  gboolean is_known;

  if (inner == NULL || inner->token == NULL || head == NULL || head->is_plural || !nk_word_in (places, first->token->lower)
      || nk_word_in (registries, inner->token->lemma) || !gives_name (chart, head, inner->token, next))
    return FALSE;
  is_known = inner->posts == NULL
             && (inner->n_determiners > 0 ? nk_word_in (known, inner->determiners[0]->lower) : inner->n_items == 1 && (inner->token->tags & NK_TAG_NAME) != 0);
  if (!is_known && !(inner->is_plural && nk_word_is (first->token->lower, "for")))
    return FALSE;
  for (guint i = (guint)(head - chart->tokens->tokens); i-- > 0 && nk_chart_is (chart, i, NK_TAG_NOUN | NK_TAG_NAME | NK_TAG_ADJECTIVE | NK_TAG_DETERMINER);)
    if (nk_chart_word (chart, i, "a") || nk_chart_word (chart, i, "an"))
      return TRUE;
  return FALSE;
}

/* `a mechanism called X for updating keys`, `a protocol called X to update keys`: it is there for that, and nothing is called so, or described, for that. */
static gboolean
is_aim_of_named (const NkChart *chart, const NkToken *head, const NkNode *first, const NkNode *next)
{
  static const char *const naming[] = { "call", "name", "term", "dub", "know", NULL };
  const NkNode *phrase = first->kind == NK_NODE_PARTICIPLE ? first->phrase->item->item : NULL;
  guint place;

  if (phrase == NULL || phrase->verb == NULL || phrase->p == NULL || phrase->adverbials != NULL || first->phrase->item->next != NULL
      || !nk_word_in (naming, phrase->verb->lemma) || phrase->p->posts != NULL || next->kind != NK_NODE_JOINT || next->is_loose)
    return FALSE;
  if (head == NULL || (guint)(head - chart->tokens->tokens) + 2u < first->start)
    return FALSE; /* a framework for devices, called X, to join */
  if (next->object_kind != NK_OBJECT_INFINITIVE)
    return nk_word_is (next->token->lower, "for");
  for (place = (guint)(head - chart->tokens->tokens); place > 0 && nk_chart_is (chart, place - 1, NK_TAG_NOUN | NK_TAG_NAME | NK_TAG_ADJECTIVE | NK_TAG_DETERMINER);)
    place--;
  return place == 0 || !nk_chart_word (chart, place - 1, "for"); /* for a device, called X, to join */
}

/* `an architecture for small services: the Lamp architecture`: what has the same name. */
static gboolean
is_told_alike (const NkToken *head, const NkNode *first, const NkNode *next)
{
  const NkToken *told = next->kind == NK_NODE_LISTED && next->object->kind == NK_NODE_NOUN ? nk_node_head (next->object) : NULL;
  const NkToken *inner = first->kind == NK_NODE_JOINT && first->object_kind == NK_OBJECT_NOUN ? nk_node_head (first->object) : NULL;
  static const char *const parts[] = { "element", "part", "aspect", "piece", "component", "portion", "facet", NULL };

  /* `an element of the work, specifically the definition of X`: that is the element */
  if (told != NULL && inner != NULL && head != NULL && nk_word_in (parts, head->lemma) && !head->is_plural
      && nk_word_is (first->token->lower, "of") && !inner->is_plural && !nk_word_is (told->lemma, inner->lemma))
    return TRUE;
  /* a function for the Lamp stream, specifically the role of X: a stream with a name is no role */
  if (told != NULL && inner != NULL && head != NULL && (head->tags & NK_TAG_NAME) == 0 && nk_word_is (next->token->lower, "specifically")
      && first->object->kind == NK_NODE_NOUN && first->object->n_items > 1 && !inner->is_plural && first->object->items->before->kind == NK_ITEM_NAME)
    return TRUE;
  return told != NULL && inner != NULL && head != NULL && nk_word_is (told->lemma, head->lemma) && !nk_word_is (told->lemma, inner->lemma);
}

/* `the procedures for services, which nodes need to implement`: one implements a procedure, and no service has been done. */
static gboolean
is_followed (const NkToken *head, const NkNode *first, const NkNode *next)
{
  static const char *const heads[] = { "procedure", "step", "rule", "algorithm", "method", "requirement", "guideline", "recommendation", NULL };
  static const char *const verbs[] = { "implement", "follow", "perform", "execute", "carry out", "obey", "meet", NULL };
  static const char *const places[] = { "for", "of", "in", "on", NULL };
  const NkNode *clause = next->kind == NK_NODE_RELATIVE_OBJECT && next->is_loose ? next->clause : NULL;
  const NkNode *phrase = clause != NULL && clause->kind == NK_NODE_CLAUSE ? clause->phrase->item->item : NULL;
  const NkToken *inner = first->kind == NK_NODE_JOINT && first->object_kind == NK_OBJECT_NOUN ? nk_node_head (first->object) : NULL;

  while (phrase != NULL && phrase->infinitive != NULL)
    phrase = phrase->infinitive->item->item;
  return phrase != NULL && phrase->verb != NULL && head != NULL && inner != NULL && nk_word_in (heads, head->lemma)
         && !nk_word_in (heads, inner->lemma) && nk_word_in (verbs, phrase->verb->lemma) && nk_word_in (places, first->token->lower);
}

/* `a mechanism, extending those of X, to do Y`: the purpose is nearer to the mechanism. */
static gboolean
is_enclosed_before_aim (const NkChart *chart, const NkNode *first, const NkNode *next)
{
  return first->kind == NK_NODE_PRESENT && first->is_loose && next->kind == NK_NODE_JOINT && next->object_kind == NK_OBJECT_INFINITIVE
         && nk_chart_is (chart, next->start - 1u, NK_TAG_COMMA);
}

gboolean
nk_chart_is_in_section (const NkChart *chart, const NkNode *joint)
{
  static const char *const tells[] = { "define", "describe", "specify", "discuss", "present", "explain", "detail", "document", "give", "provide", "list", NULL };
  const NkNode *object = joint->object_kind == NK_OBJECT_NOUN ? joint->object : NULL;

  if (object == NULL || object->kind != NK_NODE_NOUN || object->posts != NULL || object->n_determiners > 0
      || !nk_word_is (joint->token->lower, "in")
      || !(g_str_has_prefix (chart->tokens->tokens[object->start].lower, "section")
           || g_str_has_prefix (chart->tokens->tokens[object->start].lower, "appendix")))
    return FALSE;
  for (guint i = joint->start; i-- > 0;) {
    const NkLexiconVerb *verb = nk_chart_verb (chart, i, NK_FORM_S);

    if (nk_chart_is (chart, i, NK_TAG_RELATIVE | NK_TAG_TO))
      return FALSE;
    if (verb != NULL && !nk_chart_is (chart, i, NK_TAG_NOUN))
      return nk_word_in (tells, verb->lemma);
  }
  return FALSE;
}

double
nk_chart_of_count (const NkChart *chart, const NkToken *head, const NkNode *told)
{
  static const char *const numbers[] = { "two", "three", "four", "five", "six", "seven", NULL };
  guint n = 0, place;

  if (head == NULL || told->kind != NK_NODE_NOUNS)
    return 0;
  for (const NkNode *list = told->item; list != NULL; list = list->next)
    n++;
  place = (guint)(head - chart->tokens->tokens);
  for (guint i = place > 3 ? place - 3 : 0; i < place; i++)
    if (n >= 2 && n < 2 + G_N_ELEMENTS (numbers) - 1 && nk_chart_word (chart, i, numbers[n - 2]))
      return -0.5;
  return 0;
}

/* How much less a second post costs that is surely of the head, as the first one is; 0: it may be of either. */
static double
of_head (const NkChart *chart, const NkToken *head, const NkNode *first, const NkNode *next)
{
  if (is_told_by_head (head, first, next) || is_named_anew (chart, head, first, next) || is_told_alike (head, first, next)
      || is_followed (head, first, next) || is_praised (head, first, next))
    return next->kind == NK_NODE_RELATIVE ? 0.2 : 0.4;
  if (is_aim_of_named (chart, head, first, next))
    return 0.2;
  return holds_content (chart, head, first, next) ? 0.1 : 0;
}

/* Of two posts the second is no preposition: its object's own posts say the same in Japanese. */
void
nk_rule_posts (NkChart *chart, guint start, NkContext context, NkEdges *edges)
{
  static const char *const loose[] = { "over", "without", NULL };
  const NkEdges *found = nk_chart_find (chart, NK_SYMBOL_POST, start, context);

  for (guint i = 0; i < found->n; i++) {
    const NkNode *first = found->edges[i].node;
    const NkEdges *rest;

    nk_edges_add (chart, edges, found->edges[i].end, found->edges[i].cost, nk_chart_list (chart, first, NULL));
    if (found->edges[i].end <= start)
      continue;
    rest = nk_chart_find (chart, NK_SYMBOL_POSTS, found->edges[i].end, context);
    for (guint k = 0; k < rest->n; k++) {
      const NkNode *posts = rest->edges[k].node, *next = posts->item;
      guint end = rest->edges[k].end;
      double cost = found->edges[i].cost + rest->edges[k].cost, less;

      if (is_way_to (chart, first, next))
        nk_edges_add (chart, edges, end, cost - 0.25, nk_chart_list (chart, next, nk_chart_list (chart, first, posts->next)));
      if (is_enclosed_before_aim (chart, first, next)) {
        nk_edges_add (chart, edges, end, cost - 0.1, nk_chart_list (chart, next, nk_chart_list (chart, first, posts->next)));
        continue;
      }
      if (is_aim_of_action (context.head, first, next))
        nk_edges_add (chart, edges, end, cost - 0.15, nk_chart_list (chart, first, posts));
      if (is_partner_of_action (context.head, first, next))
        nk_edges_add (chart, edges, end, cost - 0.2, nk_chart_list (chart, first, posts));
      if (is_of_action (context.head, first, next))
        nk_edges_add (chart, edges, end, cost + (nk_word_in (loose, next->token->lower) ? 0.1 : -0.05), nk_chart_list (chart, first, posts));
      less = of_head (chart, context.head, first, next);
      if (less > 0)
        nk_edges_add (chart, edges, end, cost - less, nk_chart_list (chart, first, posts));
      else if (next->kind != NK_NODE_JOINT || next->object_kind == NK_OBJECT_INFINITIVE)
        nk_edges_add (chart, edges, end, cost + of_second (chart, first, next), nk_chart_list (chart, first, posts));
    }
  }
}
