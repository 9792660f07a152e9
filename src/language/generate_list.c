/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Several noun phrases joined by and, or: how they are joined, and what belongs to all of them. */
#include "language/generate_private.h"

#define SHORT_CHARACTERS 16  /* two nouns are joined by と */
#define MEDIUM_CHARACTERS 26 /* … by および */
#define PLAIN_CHARACTERS 30  /* by と, if nothing stands before one that could seem to stand before both */
#define LONG_LIST_CHARACTERS 12
#define PAIR_CHARACTERS 30

/* `policy and other aspects of X` */
static gboolean
starts_with_other (const NkNode *noun)
{
  return g_str_equal (nk_node_first_item (noun)->token->lower, "other");
}

/* `DES, RC4, and other weak algorithms in Kerberos` */
static gboolean
ends_in_other (const NkNode *list)
{
  const NkNode *last = nk_node_last (list);

  return last->kind == NK_NODE_NOUN && starts_with_other (last);
}

/* `a record and two extensions for exchanging keys`, `… to exchange keys`, `… for use with X`: what it is for, all of it may be for, whatever article stands before each. */
static gboolean
ends_in_purpose (const NkNode *list)
{
  /* Of which one always asks what for, so that it may be theirs alone. */
  static const char *const own[] = { "process",   "technique", "mechanism", "framework", "method", "way",
                                     "procedure", "approach",  "algorithm", "means",     "system", NULL };
  const NkNode *last = nk_node_last (list);

  return last->kind == NK_NODE_NOUN && !nk_word_in (own, last->token->lemma) && last->posts != NULL && last->posts->next == NULL
         && last->posts->item->kind == NK_NODE_JOINT
         && (last->posts->item->object_kind == NK_OBJECT_GERUND || last->posts->item->object_kind == NK_OBJECT_INFINITIVE
             || g_str_has_prefix (last->posts->item->token->lower, "for use "));
}

/* `definitions and their metadata for X`: what is theirs is for X as they are. */
static gboolean
is_theirs (const NkNode *noun)
{
  const NkNode *post = noun->posts != NULL ? noun->posts->item : NULL;

  return g_str_equal (noun->determiners[0]->lower, "their") && post != NULL && post->kind == NK_NODE_JOINT
         && post->object_kind == NK_OBJECT_NOUN
         && (g_str_equal (post->token->lower, "for") || g_str_equal (post->token->lower, "in")
             || g_str_equal (post->token->lower, "within"));
}

/* `between the transport layer and the network layer in satellite systems` */
static gboolean
stands_in (const NkNode *noun)
{
  return noun->posts != NULL && noun->posts->next == NULL && noun->posts->item->kind == NK_NODE_JOINT
         && noun->posts->item->object_kind == NK_OBJECT_NOUN && g_str_equal (noun->posts->item->token->lower, "in");
}

/* `address exhaustion and deployment of techniques`: what is done bare behind a compound has the modifier alone. */
static gboolean
is_of_last (const NkNode *node)
{
  const NkNode *last = node->item->next->item;

  return node->item->next->next == NULL && last->kind == NK_NODE_NOUN && last->n_items == 1 && last->token->class == NK_CLASS_ACTION
         && last->posts != NULL && last->posts->item->kind == NK_NODE_JOINT && g_str_equal (last->posts->item->token->lower, "of")
         && node->item->item->kind == NK_NODE_NOUN && nk_node_is_compound (node->item->item->items);
}

/* `tokens and validation of tokens`, `routers and requirements for their management`: what stands behind the second speaks of the first, or is no matter of a thing. */
static gboolean
speaks_of_first (const NkNode *node)
{
  const NkNode *first = node->item->item, *last = node->item->next->item, *post = last->posts != NULL ? last->posts->item : NULL;
  const NkToken *object;

  if (node->item->next->next != NULL || first->kind != NK_NODE_NOUN || last->kind != NK_NODE_NOUN || post == NULL
      || post->kind != NK_NODE_JOINT || post->object_kind != NK_OBJECT_NOUN)
    return FALSE;
  object = nk_node_head (post->object);
  if (post->object->kind == NK_NODE_NOUN && post->object->n_determiners > 0
      && (g_str_equal (post->object->determiners[0]->lower, "their") || g_str_equal (post->object->determiners[0]->lower, "its")))
    return TRUE;
  return (object != NULL && g_str_equal (object->lemma, first->token->lemma))
         || ((first->token->class == NK_CLASS_SYSTEM || first->token->class == NK_CLASS_PEOPLE) && last->n_items == 1
             && g_str_equal (post->token->lower, "for") && last->token->class == NK_CLASS_PROTOCOL);
}

/* `the setup and the teardown of tunnels`: two of a kind that are named alike. */
static gboolean
are_alike (const NkNode *first, const NkNode *last)
{
  return first->kind == NK_NODE_NOUN && last->kind == NK_NODE_NOUN && first->n_determiners == 1 && last->n_determiners == 1
         && g_str_equal (first->determiners[0]->lower, "the") && g_str_equal (last->determiners[0]->lower, "the")
         && first->n_items == last->n_items
         && first->token->class == last->token->class && (first->n_items == 1 || g_str_equal (first->token->lemma, last->token->lemma))
         && last->posts != NULL && last->posts->item->kind == NK_NODE_JOINT
         && (g_str_equal (last->posts->item->token->lower, "of") || g_str_equal (last->posts->item->token->lower, "for"));
}

/* `a framework and a process for X`, `the scope and a set of requirements for X`, `definitions and an overview of X`: which say nothing alone, so that it is of both. */
static gboolean
ask_of_what (const NkNode *first, const NkNode *last)
{
  static const char *const heads[] = { "framework",   "architecture", "process",   "requirement", "scope",    "mechanism",  "method",   "procedure",
                                       "terminology", "definition",   "overview",  "concept",     "taxonomy", "model",    "analysis",
                                       "description", "survey",       "guideline", "rationale",   "goal",     "motivation", "approach", "protocol",
                                       "algorithm",   "technique",    "use case",  "scenario",    "problem statement",      NULL };
  static const char *const joints[] = { "for", "of", NULL };
  const NkNode *post = last->posts != NULL ? last->posts->item : NULL;

  if (first->kind != NK_NODE_NOUN || last->kind != NK_NODE_NOUN || post == NULL || first->n_items > 1 || first->bracket != NULL)
    return FALSE;
  if (post->kind == NK_NODE_PARTICIPLE)
    return g_str_equal (first->token->lemma, last->token->lemma);
  return post->kind == NK_NODE_JOINT && nk_word_in (joints, post->token->lower) && nk_word_in (heads, first->token->lemma)
         && nk_word_in (heads, last->token->lemma);
}

/* The same of all before the last. */
static gboolean
all_ask_of_what (const NkNode *list)
{
  const NkNode *last = nk_node_last (list);

  for (; list->next != NULL; list = list->next)
    if (!ask_of_what (list->item, last))
      return FALSE;
  return TRUE;
}

/* `a client and a server that support X`: both of them do. */
static gboolean
tells_of_all (const NkNode *node)
{
  const NkNode *list = node->item, *phrase;

  for (; list->next != NULL; list = list->next)
    if (list->item->kind != NK_NODE_NOUN || list->item->posts != NULL || list->item->bracket != NULL || list->item->is_plural)
      return FALSE;
  if (list->item->kind != NK_NODE_NOUN || list->item->is_plural || list->item->bracket != NULL || list->item->posts == NULL
      || list->item->posts->next != NULL || list->item->posts->item->kind != NK_NODE_RELATIVE)
    return FALSE;
  phrase = list->item->posts->item->phrase->item->item;
  return phrase->number == 2 && phrase->aux == NK_AUX_NONE;
}

/* `a collection of types, identities, and groupings in YANG`: all of them are of the collection. */
static gboolean
is_set_of (const NkToken *determiner)
{
  static const char *const words[] = { "a set of", "a collection of", "a list of", "a series of", "a variety of", "a range of", "some", "several",
                                       "various",  "a number of",     "many",      NULL };

  return nk_word_in (words, determiner->lower);
}

/* `both the start (head) and the end (tail) of X`: each with its bracket. */
static gboolean
are_explained (const NkNode *node)
{
  const NkNode *second = node->item->next->item;

  return node->n_determiners > 0 && g_str_equal (node->determiners[0]->lower, "both the") && node->item->next->next == NULL
         && node->item->item->bracket != NULL && second->bracket != NULL;
}

/* `a client UA`: whichever. */
static gboolean
is_one_of_kind (const NkNode *noun)
{
  return noun->n_determiners == 1 && nk_node_is_indefinite (noun);
}

/* `properties, use, and faults of data links`: of all three, as far as the English tells. The modifier stands before the whole list in Japanese too. */
static gboolean
shares_posts (const NkNode *node, gboolean pairs)
{
  gboolean is_purpose = ends_in_purpose (node->item) || all_ask_of_what (node->item);

  if (node->is_loose || (!is_purpose && g_str_equal (node->and_token->lower, "as well as"))) /* for the use of A and for B */
    return FALSE;
  if (tells_of_all (node) || nk_node_are_twins (node) || nk_say_are_counted_alike (node->item))
    return TRUE;
  if (is_of_last (node) || speaks_of_first (node) || nk_node_is_where_last (node))
    return FALSE;
  for (const NkNode *list = node->item; list != NULL; list = list->next) {
    const NkNode *noun = list->item;

    if (noun->kind != NK_NODE_NOUN
        || ((noun->token->tags & NK_TAG_NAME) != 0 && !(pairs && is_one_of_kind (noun)) && (list->next == NULL || !ends_in_other (list)))
        || (noun->bracket != NULL && !are_explained (node)) || (noun->posts != NULL) != (list->next == NULL))
      return FALSE;
    if (list->next == NULL && list != node->item && g_str_equal (noun->token->lemma, node->item->item->token->lemma)
        && (noun->posts->item->kind == NK_NODE_PARTICIPLE || noun->posts->item->kind == NK_NODE_PRESENT))
      return FALSE; /* external requests or requests initiated internally */
    if (list != node->item && noun->n_determiners > 0 && !is_purpose && !is_theirs (noun) && !are_alike (node->item->item, noun) && !are_explained (node)
        && !(pairs && noun->n_determiners == 1 && (g_str_equal (noun->determiners[0]->lower, "the") || is_one_of_kind (noun))
             && stands_in (noun)))
      return FALSE;
    if (list == node->item && noun->n_determiners > 0 && !g_str_equal (noun->determiners[0]->lower, "the") && !is_purpose
        && !(pairs && is_one_of_kind (noun)) && !is_set_of (noun->determiners[0]))
      return FALSE;
    if (list->next == NULL
        && (noun->posts->item->kind == NK_NODE_LISTED
            || (starts_with_other (noun) && noun->posts->item->token != NULL && g_str_equal (noun->posts->item->token->lower, "of"))))
      return FALSE;
  }
  return TRUE;
}

/* 「光の手順と用語」: the terms would seem to be of light too. */
static gboolean
seems_shared (const NkNode *node)
{
  const NkNode *first = node->item->item, *second = node->item->next->item;

  return first->posts != NULL && first->posts->item->kind != NK_NODE_LISTED && second->posts == NULL && second->kind == NK_NODE_NOUN
         && (second->token->tags & NK_TAG_NAME) == 0;
}

/* 「経路およびルータの手順」 would be read as a procedure of both. */
static gboolean
second_has_own (const NkNode *node)
{
  const NkNode *first = node->item->item, *second = node->item->next->item;

  return first->kind == NK_NODE_NOUN && second->kind == NK_NODE_NOUN && first->posts != NULL && second->posts != NULL
         && second->posts->item->kind != NK_NODE_LISTED;
}

/* `monitoring as well as comparisons between X`: what is added has its own modifier, which must not seem to be of both. */
static gboolean
adds_with_own (const NkNode *node)
{
  const NkNode *second = node->item->next->item;

  return g_str_equal (node->and_token->lower, "as well as") && second->kind == NK_NODE_NOUN && second->posts != NULL
         && second->posts->item->kind == NK_NODE_JOINT;
}

/* Bare nouns. `MPLS and GMPLS networks` may share the networks, and stays in doubt. */
static gboolean
is_plain (const NkNode *node)
{
  const NkNode *first = node->item->item, *second = node->item->next->item;

  if (first->kind != NK_NODE_NOUN || second->kind != NK_NODE_NOUN
      || (first->n_items == 1 && second->n_items > 1 && (first->token->tags & NK_TAG_NAME) != 0))
    return FALSE;
  for (const NkNode *list = node->item; list != NULL; list = list->next)
    if (list->item->posts != NULL || list->item->kind != NK_NODE_NOUN)
      return FALSE;
  return TRUE;
}

/* One noun of a list, and nothing with it. */
static gboolean
is_bare (const NkNode *noun)
{
  return noun->kind == NK_NODE_NOUN && noun->posts == NULL && noun->bracket == NULL && noun->n_determiners == 0 && !noun->is_plural
         && (noun->token->tags & NK_TAG_NAME) == 0;
}

static gboolean
may_share (const NkToken *token)
{
  return token->class == NK_CLASS_ACTION || token->class == NK_CLASS_QUALITY || token->class == NK_CLASS_PROTOCOL;
}

/* `security, deployment, and performance challenges`: challenges of all three. The last one without its head, which is said behind the list; NULL: each stands for itself. */
static NkNode *
without_head (NkSay *say, const NkNode *node)
{
  static const char *const shared[] = { "challenge", "issue", "problem", "concern", "requirement", "consideration", "aspect", NULL };
  const NkNode *list = node->item, *last;
  NkNode *bare;

  for (; list->next != NULL; list = list->next)
    if (!is_bare (list->item) || !may_share (list->item->token))
      return NULL;
  last = list->item;
  if (last->kind != NK_NODE_NOUN || !last->is_plural || last->n_items < 2 || last->bracket != NULL || last->n_determiners > 0
      || !nk_word_in (shared, last->token->lemma) || !may_share (last->items->before->token))
    return NULL;
  for (const NkItem *item = last->items->before; item != NULL; item = item->before)
    if (item->kind != NK_ITEM_NOUN)
      return NULL;
  nk_say_mark (say, last);
  bare = nk_arena_copy (say->arena, last, sizeof *bare);
  bare->items = last->items->before;
  bare->token = bare->items->token;
  bare->n_items = last->n_items - 1;
  bare->is_plural = FALSE;
  bare->posts = NULL;
  return bare;
}

/* The list with its shared head; NULL: it has none. */
static const char *
say_of_all (NkSay *say, const NkNode *node)
{
  const NkNode *last = node->item;
  NkNode *bare = node->item->next->next != NULL && g_str_equal (node->and_token->lower, "and") && node->n_determiners == 0
                     ? without_head (say, node)
                     : NULL;
  const char *text = "";

  if (bare == NULL)
    return NULL;
  for (; last->next != NULL; last = last->next)
    text = nk_say_cat3 (say, text, nk_say_noun (say, last->item), "、");
  text = nk_say_cat3 (say, text, nk_say_noun (say, bare), "の");
  text = nk_say_cat (say, text, last->item->token->terms[NK_TERM_NOUN]->japanese);
  return nk_say_posts (say, node, last->item->posts != NULL ? nk_say_posts (say, last->item, text) : text);
}

/* `key and certificate management`, where the second is one entry of the tables: 管理, which the first has, too. "": nothing is shared. */
static const char *
head_of_both (const NkSay *say, const NkNode *a, const NkNode *b)
{
  const char *blank = b->token != NULL ? strchr (b->token->lower, ' ') : NULL, *whole, *head;
  const NkTerm *term;

  if (a->kind != NK_NODE_NOUN || b->kind != NK_NODE_NOUN || a->n_items != 1 || b->n_items != 1 || a->n_determiners > 0
      || b->n_determiners > 0 || a->posts != NULL || a->bracket != NULL || a->is_plural || a->items->kind != NK_ITEM_NOUN || blank == NULL
      || a->token->class == NK_CLASS_NONE || a->token->class == b->token->class)
    return "";
  term = nk_lexicon_terms (say->lexicon, nk_arena_text (say->arena, b->token->lower, (gsize)(blank - b->token->lower)));
  while (term != NULL && term->kind != NK_TERM_NOUN)
    term = term->next;
  whole = nk_token_noun (b->token);
  if (term == NULL || term->class != a->token->class || !g_str_has_prefix (whole, term->japanese))
    return "";
  head = whole + strlen (term->japanese);
  return g_utf8_strlen (head, -1) <= NK_SAY_MAX_SHARED_HEAD ? head : "";
}

gboolean
nk_say_is_not_only (const NkNode *noun)
{
  return noun->kind == NK_NODE_NOUNS && (g_str_equal (noun->and_token->lower, "but") || g_str_equal (noun->and_token->lower, "nor"));
}

static const NkNode *
append_item (NkSay *say, const NkNode *list, const NkNode *item)
{
  return list == NULL ? nk_say_list (say, item, NULL) : nk_say_list (say, list->item, append_item (say, list->next, item));
}

/* `registrars, proxies, or others`: レジストラ、プロキシなど. NULL: it does not end so. */
static const char *
say_and_others (NkSay *say, const NkNode *node)
{
  static const NkToken and_word = { .text = "and", .lower = "and", .lemma = "and" };
  const NkNode *last = nk_node_last (node->item);
  gboolean names_some = say->names_some;
  const char *text;
  NkNode *rest;

  if (node->item->next == NULL || last->kind != NK_NODE_PRONOUN || !nk_word_is (last->token->lower, "others") || last->posts != NULL)
    return NULL;
  nk_say_mark (say, last);
  rest = nk_arena_copy (say->arena, node, sizeof *rest);
  rest->and_token = &and_word;
  rest->posts = NULL;
  rest->item = NULL;
  for (const NkNode *list = node->item; list->next != NULL; list = list->next)
    rest->item = append_item (say, rest->item, list->item);
  say->names_some = TRUE;
  text = rest->item->next == NULL ? nk_say_noun (say, rest->item->item) : nk_say_several (say, rest);
  say->names_some = FALSE;
  return nk_say_posts (say, node, names_some ? text : nk_say_cat (say, text, "など")); /* such as: などの follows */
}

/* `for search but not for training`: 学習ではなく検索. NULL: nothing is denied. */
static const char *
say_not_but (NkSay *say, const NkNode *node)
{
  if (!g_str_equal (node->and_token->lower, "not"))
    return NULL;
  return nk_say_cat3 (say, nk_say_noun (say, node->item->next->item), "ではなく", nk_say_noun (say, node->item->item));
}

/* A list that is more than its items one after the other; NULL: it is not. */
static const char *
say_as_whole (NkSay *say, const NkNode *node)
{
  const char *text = say_not_but (say, node);

  if (text == NULL)
    text = say_and_others (say, node);
  return text != NULL ? text : say_of_all (say, node);
}

const char *
nk_say_several (NkSay *say, const NkNode *node)
{
  GString *text = g_string_new (NULL);
  guint n = 0, i = 0;
  glong longest = 0;
  const char *parts[16], *result;
  gboolean is_or = g_str_equal (node->and_token->lower, "or"), has_no = FALSE, pairs = say->pairs, is_listed = say->is_listed;
  gboolean is_denied = say->is_denied;
  gboolean names_some = say->names_some && !is_or && g_str_equal (node->and_token->lower, "and");
  const NkNode *shared = NULL;
  const char *and_or = g_str_equal (node->and_token->lower, "and/or") ? "および/または" : is_or ? "または" : NULL;

  result = say_as_whole (say, node);
  if (result != NULL)
    return result;
  say->pairs = say->names_some = FALSE;
  say->is_listed = TRUE;
  for (const NkNode *list = node->item; list != NULL && n < G_N_ELEMENTS (parts); list = list->next) {
    if (list->next == NULL && shares_posts (node, pairs)) {
      NkNode *bare = nk_arena_copy (say->arena, list->item, sizeof *bare);
      bare->posts = NULL;
      shared = list->item;
      nk_say_mark (say, shared);
      parts[n] = nk_say_noun (say, bare);
    } else
      parts[n] = list == node->item ? nk_say_noun (say, list->item) : nk_say_with_lack (say, list->item);
    longest = MAX (longest, nk_say_weight (parts[n]));
    has_no |= strstr (parts[n], "の") != NULL || strstr (parts[n], "と") != NULL;
    n++;
  }
  say->is_listed = is_listed;
  if (n == 2 && node->n_determiners == 0)
    parts[0] = nk_arena_join (say->arena, parts[0], head_of_both (say, node->item->item, node->item->next->item));
  for (i = 0; i < n; i++) {
    const char *joiner = "";

    if (is_denied && is_or && i > 0)
      joiner = i + 1 < n ? "、" : "や";
    else if (i > 0 && i + 1 == n) {
      if (nk_say_is_not_only (node))
        joiner = g_str_equal (node->and_token->lower, "nor") ? "も" : longest > MEDIUM_CHARACTERS ? "だけでなく、" : "だけでなく";
      else if (and_or != NULL)
        joiner = n == 2 && longest <= MEDIUM_CHARACTERS ? and_or : nk_say_cat (say, "、", and_or);
      else if (names_some) /* AやBなど */
        joiner = n > 2 ? "、" : longest > MEDIUM_CHARACTERS ? "や、" : "や";
      else if (n == 2 && g_str_has_suffix (parts[0], "か")) /* Xが何であるか、およびどのように動作するか */
        joiner = "、および";
      else if (n == 2 && g_str_has_suffix (parts[1], "か")) /* Xの概要と、Yがどのように動作するかを示す */
        joiner = "と、";
      else if (n == 2 && pairs)
        joiner = longest > PAIR_CHARACTERS ? "と、" : "と";
      else if (n == 2 && is_plain (node) && longest <= PLAIN_CHARACTERS && strstr (parts[0], "と") == NULL
               && strstr (parts[1], "と") == NULL)
        joiner = "と";
      else if (n == 2 && (seems_shared (node) || adds_with_own (node) || nk_node_is_where_last (node) || (shared == NULL && longest > SHORT_CHARACTERS && second_has_own (node))))
        joiner = "、および";
      else if (n == 2)
        joiner = longest <= SHORT_CHARACTERS && strstr (parts[0], "と") == NULL && strstr (parts[1], "と") == NULL ? "と"
                 : longest <= MEDIUM_CHARACTERS                                                                    ? "および"
                                                                                                                   : "、および";
      else
        joiner = longest < LONG_LIST_CHARACTERS && !has_no ? "、" : "、および";
    } else if (i > 0)
      joiner = "、";
    g_string_append (text, joiner);
    g_string_append (text, parts[i]);
  }
  if (node->n_determiners > 0)
    g_string_append (text, g_str_has_prefix (node->determiners[0]->lower, "both") ? "の両方" : "のいずれか");
  result = nk_arena_text (say->arena, text->str, text->len);
  g_string_free (text, TRUE);
  if (shared != NULL)
    result = nk_say_posts (say, shared, result);
  result = nk_say_posts (say, node, result);
  say->negates |= g_str_equal (node->and_token->lower, "nor"); /* observes neither A nor B: AもBも観測しない */
  return result;
}
