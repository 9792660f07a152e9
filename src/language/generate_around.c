/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* What stands around a verb, or between two nouns: prepositions and conjunctions with what they join, adverbs. */
#include "language/generate_private.h"

#define LONG_ADVERBIAL_CHARACTERS 26 /* a comma behind it */
#define LONG_GERUND_CHARACTERS 16

static NkJoint
joint_of (const NkNode *node, const NkToken *noun, const NkLexiconVerb *verb)
{
  NkJoint joint = { noun == NULL,
                    noun != NULL   ? noun->lemma
                    : verb != NULL ? verb->lemma
                                   : NULL,
                    noun != NULL ? noun->class : NK_CLASS_NONE,
                    node->object_kind,
                    NULL,
                    NK_CLASS_NONE };
  const NkToken *head = node->object != NULL ? nk_node_head (node->object) : NULL;

  if (head != NULL) {
    joint.object = head->lemma;
    joint.object_class = nk_say_is_date (node->object)                                            ? NK_CLASS_TIME
                         : head->class == NK_CLASS_NONE && g_str_has_prefix (head->lower, "rfc ") ? NK_CLASS_DOCUMENT
                                                                                                  : head->class;
  }
  return joint;
}

const NkNode *
nk_say_clause_as (NkSay *say, const NkNode *clause, const char *conjunction)
{
  static const char *const aims[] = { "so that", "such that", "by", "through", "via", "whereby", NULL };
  gboolean is_before = g_str_equal (conjunction, "before") || g_str_equal (conjunction, "until");
  gboolean is_aim = nk_word_in (aims, conjunction);
  const NkNode *phrase = clause->kind == NK_NODE_CLAUSE && clause->phrase != NULL ? clause->phrase->item->item : NULL;
  NkNode *copies;

  if (phrase == NULL || clause->phrase->item->next != NULL
      || !((is_before && (phrase->is_past || phrase->is_perfect))
           || (is_aim && phrase->aux == NK_AUX_MAY && nk_say_agent (phrase) == NULL)))
    return clause;
  nk_say_mark (say, clause);
  nk_say_mark (say, clause->phrase);
  nk_say_mark (say, clause->phrase->item);
  nk_say_mark (say, phrase);
  copies = nk_arena_take (say->arena, 4 * sizeof (NkNode));
  copies[0] = *clause;
  copies[1] = *clause->phrase;
  copies[2] = *clause->phrase->item;
  copies[3] = *phrase;
  copies[0].phrase = &copies[1];
  copies[1].item = &copies[2];
  copies[2].item = &copies[3];
  copies[3].is_past = phrase->is_past && !is_before;
  copies[3].is_perfect = phrase->is_perfect && !is_before;
  copies[3].aux = is_aim ? NK_AUX_CAN : phrase->aux;
  return &copies[0];
}

/* `use of X with Y`: X is used with the protocol Y, it does not have Y; but `use of X with short keys`. What has a name (`noun`) is used with servers and messaging too. */
static gboolean
is_used_with (const NkToken *outer_head, const NkToken *noun, const NkNode *node)
{
  static const char *const uses[] = { "use", "usage", "utilization", "integration", "combination", "comparison", "interworking", NULL };
  static const char *const mutual[]
      = { "interaction", "interoperability", "coexistence", "compatibility", "relationship", "conflict", "interference", "communication",
          "cooperation", "interoperation",   NULL };
  const NkToken *head = node->object_kind == NK_OBJECT_NOUN ? nk_node_head (node->object) : NULL;

  if (nk_word_in (mutual, outer_head->lemma))
    return TRUE; /* the interaction of X with Y */
  return nk_word_in (uses, outer_head->lemma) && head != NULL
         && ((head->tags & (NK_TAG_NAME | NK_TAG_NUMBER)) != 0 || head->class == NK_CLASS_PROTOCOL
             || ((noun->tags & NK_TAG_NAME) != 0 && (head->class == NK_CLASS_SYSTEM || head->class == NK_CLASS_ACTION)));
}

static gboolean
last_is_negated (const NkNode *phrases)
{
  return nk_node_last (phrases->item)->is_negated;
}

/* `required for safety or for following rules`: what is there, and what is done. */
static gboolean
is_mixed_purpose (const NkNode *joint)
{
  const NkNode *list = joint->object_kind == NK_OBJECT_NOUN && joint->object != NULL && joint->object->kind == NK_NODE_NOUNS ? joint->object->item : NULL;

  return list != NULL && list->next != NULL && list->next->next == NULL && g_str_equal (joint->token->lower, "for")
         && (list->item->kind == NK_NODE_GERUND) != (list->next->item->kind == NK_NODE_GERUND) && joint->object->posts == NULL;
}

/* 安全のため、または規則に従うために; what is done may be a noun, too: 整合と長さの隠蔽のために */
static const char *
say_mixed_purpose (NkSay *say, const NkNode *nouns)
{
  const char *first = nk_say_noun (say, nouns->item->item), *second = nk_say_noun (say, nouns->item->next->item);
  gboolean is_or = g_str_equal (nouns->and_token->lower, "or"), first_does = g_str_has_suffix (first, "こと");

  nk_say_mark (say, nouns);
  if (!first_does && !g_str_has_suffix (second, "こと"))
    return nk_say_cat3 (say, first, is_or ? "または" : "と", nk_say_cat (say, second, "のために"));
  first = first_does ? nk_arena_text (say->arena, first, strlen (first) - strlen ("こと")) : nk_say_cat (say, first, "の");
  second = g_str_has_suffix (second, "こと") ? nk_arena_text (say->arena, second, strlen (second) - strlen ("こと"))
                                             : nk_say_cat (say, second, "の");
  return nk_say_cat3 (say, nk_say_cat (say, first, is_or ? "ため、または" : "ため、および"), second, "ために");
}

/* `a protocol, with JSON as the encoding`: JSONを符号化として用いたプロトコル. NULL: it is none. */
static const char *
say_with_role (NkSay *say, const NkNode *node, const NkToken *noun)
{
  const NkNode *object = node->object_kind == NK_OBJECT_NOUN && nk_word_is (node->token->lower, "with") ? node->object : NULL;
  const NkNode *role
      = object != NULL && object->kind == NK_NODE_NOUN && object->posts != NULL && object->posts->next == NULL ? object->posts->item : NULL;
  NkNode *bare;

  if (noun == NULL && is_mixed_purpose (node))
    return say_mixed_purpose (say, node->object);
  if (role == NULL || role->kind != NK_NODE_JOINT || role->object_kind != NK_OBJECT_NOUN || !nk_word_is (role->token->lower, "as"))
    return NULL;
  for (const NkItem *item = object->items; item != NULL; item = item->before)
    if (nk_word_is (item->token->lower, "same"))
      return NULL; /* keys with the same length as names */
  nk_say_mark (say, object);
  nk_say_mark (say, role);
  bare = nk_arena_copy (say->arena, object, sizeof *bare);
  bare->posts = NULL;
  return nk_say_cat3 (say, nk_say_noun (say, bare), "を",
                      nk_say_cat (say, nk_say_noun (say, role->object), noun != NULL ? "として用いた" : "として用いて"));
}

/* `a profile for the compression of packets`: for compressing packets. */
static const NkNode *
with_verb (NkSay *say, const NkNode *node, const NkToken *noun)
{
  static const NkToken for_word = { .text = "for", .lower = "for", .lemma = "for" };
  gboolean is_use = nk_word_is (node->token->lower, "for the use of");
  const NkNode *phrases;
  NkNode *copy;

  if (node->object_kind != NK_OBJECT_NOUN || (!is_use && !nk_word_is (node->token->lower, "for")) || nk_word_is (noun->lemma, "support")
      || (phrases = is_use ? nk_say_use_of (say, node->object) : nk_say_as_verb (say, node->object)) == NULL)
    return node;
  copy = nk_arena_copy (say->arena, node, sizeof *copy);
  copy->token = &for_word;
  copy->object_kind = NK_OBJECT_GERUND;
  copy->object = NULL;
  copy->phrase = phrases;
  return copy;
}

/* `as networks grow`: with that, and not because of it. */
static gboolean
is_growing (const NkNode *clause)
{
  static const char *const lemmas[] = { "grow",     "increase", "evolve", "rise", "become", "mature", "decrease", "expand", "change",
                                        "progress", "scale",    "spread", "shrink", "proliferate", NULL };
  const NkNode *phrase = clause->kind == NK_NODE_CLAUSE && clause->phrase != NULL ? clause->phrase->item->item : NULL;

  return phrase != NULL && phrase->verb != NULL && !phrase->is_passive && !phrase->is_perfect && nk_word_in (lemmas, phrase->verb->lemma);
}

/* How `as` joins what goes on with it: `as networks grow`, `to record the name as a call is moved`. */
static const char *
as_it_happens (const NkSay *say, const NkNode *clause, const char *template)
{
  if (is_growing (clause))
    return "Vにつれて";
  return say->n_verbs > 1 && clause->phrase != NULL && clause->phrase->item->item->is_passive ? "V際に" : template;
}

/* `a change to a new protocol`: それへの変更; what is new there was not changed itself. */
static gboolean
is_change_to_other (const NkNode *node, const NkToken *noun)
{
  static const char *const others[] = { "new", "different", "other", "another", NULL };
  const NkNode *object = node->object_kind == NK_OBJECT_NOUN && node->object->kind == NK_NODE_NOUN ? node->object : NULL;
  const NkItem *first = object != NULL ? nk_node_first_item (object) : NULL;

  if (noun == NULL || first == NULL || !nk_word_is (noun->lemma, "change") || !nk_word_is (node->token->lower, "to"))
    return FALSE;
  return nk_word_in (others, first->token->lower) || (object->n_determiners > 0 && nk_word_in (others, object->determiners[0]->lower));
}

/* `the results of testing X`: Xを試験した結果 */
static gboolean
is_of_result (const NkToken *noun, const char *word, const char *what)
{
  return g_str_equal (word, "of") && g_str_has_suffix (what, "する")
         && (nk_word_is (noun->lemma, "result") || nk_word_is (noun->lemma, "outcome"));
}

/* `as defined by X in Y`, `for use by X in Y`: YでXが定義した; behind the name of who does it, Y would be where X is. NULL: it is none of these. */
static const char *
say_agent_in_place (NkSay *say, const NkNode *node, const char *template)
{
  static const char *const places[] = { "in", "on", "within", NULL };
  const NkNode *object = node->object_kind == NK_OBJECT_NOUN && node->object != NULL && node->object->kind == NK_NODE_NOUN ? node->object : NULL;
  const NkNode *post = object != NULL && object->posts != NULL && object->posts->next == NULL ? object->posts->item : NULL;
  const char *place;

  if (post == NULL || template == NULL || !g_str_has_prefix (template, "Pが") || !g_str_has_suffix (node->token->lower, " by")
      || post->kind != NK_NODE_JOINT || post->object_kind != NK_OBJECT_NOUN || !nk_word_in (places, post->token->lower))
    return NULL;
  place = nk_say_joint (say, post, NULL, NULL, FALSE);
  return nk_say_cat3 (say, place, nk_say_noun (say, nk_say_without_last (say, object)), template + strlen ("P"));
}

const char *
nk_say_joint (NkSay *say, const NkNode *node, const NkToken *noun, const NkLexiconVerb *verb, gboolean is_modified)
{
  NkJoint joint;
  const char *word = node->object_kind == NK_OBJECT_INFINITIVE ? "to" : node->token->lower;
  gboolean is_specific = FALSE, is_beside, is_denied = say->is_denied;
  const char *template;
  /* `for the use of X with Y`: Yでの使用, YでXを使用する */
  static const NkToken use = { .lemma = "use", .class = NK_CLASS_ACTION }, using = { .lemma = "use", .class = NK_CLASS_ACTION };
  const NkToken *outer_head = say->outer_head;
  const char *what;

  nk_say_mark (say, node);
  if (noun != NULL)
    node = with_verb (say, node, noun);
  if (node->object_kind == NK_OBJECT_GERUND)
    word = node->token->lower;
  joint = joint_of (node, noun, verb);
  template = nk_lexicon_join (say->lexicon, word, &joint, &is_specific);
  if (is_change_to_other (node, noun))
    template = "Pへの";
  if ((what = say_with_role (say, node, noun)) != NULL || (what = say_agent_in_place (say, node, template)) != NULL)
    return what;
  /* `impact of X on Y`: what stands behind X belongs to the impact, and stands in the same place in Japanese. */
  if (noun != NULL && !is_specific && outer_head != NULL && !g_str_equal (word, "of")
      && (!g_str_equal (word, "with") || is_used_with (outer_head, noun, node))) {
    const char *outer;

    joint.head = outer_head->lemma;
    joint.head_class = outer_head->class;
    outer = nk_lexicon_join (say->lexicon, word, &joint, &is_specific);
    if (outer != NULL && is_specific)
      template = outer_head == &using &&g_str_equal (outer, "Pでの") ? "Pで" : outer;
  }
  say->outer_head = g_str_has_suffix (word, " use of")         ? (template != NULL && g_str_has_prefix (template, "Pを") ? &using : &use)
                    : noun != NULL && g_str_equal (word, "of") ? noun
                                                               : NULL;
  say->is_denied = g_str_equal (word, "without") || g_str_equal (word, "in the absence of");
  switch (node->object_kind) {
  case NK_OBJECT_NOUN:
  case NK_OBJECT_YEAR:
    say->pairs = node->object->kind == NK_NODE_NOUNS && g_str_equal (word, "between");
    what = nk_say_noun (say, node->object);
    break;
  case NK_OBJECT_CLAUSE: what = nk_say_clause_before (say, nk_say_clause_as (say, node->clause, word), NK_ENDING_PLAIN); break;
  case NK_OBJECT_GERUND:
  case NK_OBJECT_INFINITIVE:
  case NK_OBJECT_PARTICIPLE:
  default:
    is_beside = template != NULL && g_str_equal (template, "Vつつ");
    if (is_beside && last_is_negated (node->phrase)) {
      template = "V一方で"; /* せず has no つつ */
      is_beside = FALSE;
    }
    what = nk_say_phrases (say, node->phrase, is_beside ? NK_ENDING_JOIN : NK_ENDING_PLAIN); /* 保ちつつ */
    break;
  }
  say->outer_head = outer_head;
  say->is_denied = is_denied;
  if (node->object_kind == NK_OBJECT_GERUND && noun != NULL && is_of_result (noun, word, what))
    return nk_conjugate (say->arena, what, NK_CONJUGATE_PAST);
  if (noun == NULL && node->object_kind == NK_OBJECT_CLAUSE && g_str_equal (word, "as"))
    template = as_it_happens (say, node->clause, template);
  if (node->object_kind == NK_OBJECT_INFINITIVE && noun != NULL && node->phrase->item->next == NULL && node->phrase->item->item->is_passive)
    template = "V"; /* procedures to be used: 使用される手順 */
  else if (is_modified && template != NULL && g_str_equal (template, "V"))
    template = "Vための";
  if (template != NULL && noun == NULL && (g_str_equal (template, "Vよう") || g_str_equal (template, "Vために"))
      && g_str_has_suffix (what, "ようにする")) {
    what = nk_arena_text (say->arena, what, strlen (what) - strlen ("にする"));
    template = "V、"; /* 作成できるよう、Xを更新する */
  } else if (template != NULL && g_str_equal (template, "Vよう") && g_str_has_suffix (what, "可能にする"))
    template = "Vため、"; /* 登録を可能にするため、Xを更新する */
  if (template == NULL) {
    nk_say_warn (say, "a preposition has no row that fits");
    template = node->object != NULL ? "Pの" : "Vための";
  }
  return nk_say_fill (say, template, node->object != NULL ? 'P' : 'V', what);
}

static const char *
adverb_of (const NkToken *token)
{
  if (token->terms[NK_TERM_CONNECTIVE] != NULL)
    return token->terms[NK_TERM_CONNECTIVE]->japanese;
  if (token->terms[NK_TERM_ADVERB] != NULL)
    return token->terms[NK_TERM_ADVERB]->japanese;
  if (g_str_equal (token->lower, "and"))
    return "また、";
  if (g_str_equal (token->lower, "but"))
    return "しかし、";
  return "";
}

static gboolean
is_only (const NkNode *adverb)
{
  return adverb->kind == NK_NODE_ADVERB && g_str_equal (adverb->token->lower, "only");
}

static gboolean
is_also (const NkNode *adverb)
{
  return adverb->kind == NK_NODE_ADVERB && g_str_equal (adverb->token->lower, "also");
}

gboolean
nk_say_is_also_of_object (const NkSay *say, const NkNode *node, NkEnding ending)
{
  if (node->verb == NULL || node->frame == NULL || node->object == NULL || node->is_passive || node->also != NULL
      || node->object->kind == NK_NODE_PRONOUN || (say->has_document_subject && ending != NK_ENDING_NOUN)
      || strstr (node->frame->japanese, "Oを") == NULL)
    return FALSE;
  for (const NkNode *list = node->adverbs; list != NULL; list = list->next)
    if (is_also (list->item))
      return TRUE;
  return FALSE;
}

void
nk_say_place_only (NkSay *say, const NkNode *node)
{
  gboolean has_only = FALSE, has_joint = FALSE;

  for (const NkNode *list = node->adverbs; list != NULL; list = list->next)
    has_only |= is_only (list->item);
  for (const NkNode *list = node->adverbials; list != NULL; list = list->next) {
    has_only |= is_only (list->item);
    has_joint |= list->item->kind == NK_NODE_JOINT;
  }
  if (!has_only)
    return;
  if (node->verb != NULL && (node->object != NULL || node->p != NULL || (!has_joint && nk_say_asks_for_doing (node))))
    say->only_object = TRUE;
  else if (has_joint)
    say->only_around = TRUE;
  else
    nk_say_warn (say, "only of nothing");
}

/* 動的に, 詳細に, 広く: how it is done. 次に and 主に say something of the whole. */
static gboolean
is_manner (const NkNode *item)
{
  static const char *const whole[] = { "次に", "主に", "最後に", "最初に", "さらに", "特に", "一般に", "実際に", "それぞれに", "同様に" };
  const char *text = item->kind == NK_NODE_ADVERB ? adverb_of (item->token) : "";

  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    if (g_str_equal (text, whole[i]))
      return FALSE;
  return (g_str_has_suffix (text, "に") && !g_str_has_suffix (text, "前に") && !g_str_has_suffix (text, "後に")
          && !g_str_has_suffix (text, "時に"))
         || g_str_has_suffix (text, "く");
}

static gboolean
tells_manner (const NkNode *phrase)
{
  for (const NkNode *list = phrase->adverbials; list != NULL; list = list->next)
    if (list->item->kind == NK_NODE_ADVERB && !is_manner (list->item)) /* more succinctly */
      return FALSE;
  return phrase->verb != NULL && phrase->frame != NULL && phrase->object != NULL && phrase->frame->n_elements == 1
         && phrase->frame->elements[0].kind == NK_ELEMENT_OBJECT && !phrase->is_passive;
}

const char *
nk_say_manner (NkSay *say, const NkNode *phrase)
{
  static const char *const tells[] = { "define", "describe", "specify", "introduce", "present", "propose", "provide", "document", NULL };
  const char *text = "";

  say->tells_manner = tells_manner (phrase);
  for (const NkNode *list = phrase->adverbials; say->tells_manner && list != NULL; list = list->next)
    if (is_manner (list->item)) {
      if (nk_word_is (list->item->token->lower, "by half") && nk_word_in (tells, phrase->verb->lemma))
        nk_say_warn (say, "a document describes something by half");
      nk_say_mark (say, list->item);
      text = nk_say_cat (say, text, adverb_of (list->item->token));
    }
  return text;
}

/* `was first mandated`: 最初に, `generally applicable`: 一般に適用可能な. Only `First, …`, at the head, is 第一に. */
static const char *
adverb_within (const NkToken *token)
{
  static const char *const within[] = { "specifically", "generally", "previously", NULL };
  const NkTerm *connective = token->terms[NK_TERM_CONNECTIVE], *adverb = token->terms[NK_TERM_ADVERB];

  return connective != NULL && adverb != NULL
                 && (g_str_has_prefix (connective->japanese, "第") || nk_word_in (within, token->lower))
             ? adverb->japanese
             : adverb_of (token);
}

/* Behind the verb in English, before it in Japanese; what says why or how stands first. */
const char *
nk_say_adverbials (NkSay *say, const NkNode *list, const NkLexiconVerb *verb, const NkNode *without)
{
  const char *first = "", *second = "";
  gboolean is_bare = say->is_bare_verb, tells_manner = say->tells_manner;

  gboolean is_only_around = say->only_around;

  say->tells_manner = say->only_around = FALSE;
  for (; list != NULL; list = list->next) {
    const NkNode *item = list->item;
    const char *text;
    gboolean is_first;

    if (item == without || item->kind == NK_NODE_RESULT || (tells_manner && is_manner (item)))
      continue;
    if (is_only (item)) {
      nk_say_mark (say, item);
      continue;
    }
    if (item->kind == NK_NODE_ADVERB) {
      nk_say_mark (say, item);
      text = verb != NULL ? adverb_within (item->token) : adverb_of (item->token);
      is_first = g_str_equal (item->token->lower, "for example");
      if (verb != NULL && nk_say_ends_in_comma (text) && *text != '\0')
        text = nk_arena_text (say->arena, text, strlen (text) - strlen ("、"));
    } else {
      text = nk_say_joint (say, item, NULL, verb, FALSE);
      if (item->a != NULL && item->a->kind == NK_NODE_ADVERB) { /* 特にネットワーク内で */
        const char *adverb = adverb_of (item->a->token);

        nk_say_mark (say, item->a);
        text = nk_say_cat (say, nk_arena_text (say->arena, adverb, strlen (adverb) - (nk_say_ends_in_comma (adverb) ? strlen ("、") : 0)),
                           text);
      }
      is_first = item->object_kind != NK_OBJECT_NOUN || g_str_equal (item->token->lower, "by") || g_str_equal (item->token->lower, "using")
                 || g_str_equal (item->token->lower, "than");
    }
    if (is_only_around && item->kind == NK_NODE_JOINT) { /* 説明するためにのみ */
      text = nk_say_cat (say, text, "のみ");
      is_only_around = FALSE;
    }
    /* 符号によって生成される: no comma right before a verb that has nothing else before it */
    if (g_utf8_strlen (text, -1) > (item->object_kind == NK_OBJECT_GERUND ? LONG_GERUND_CHARACTERS : LONG_ADVERBIAL_CHARACTERS)
        && !nk_say_ends_in_comma (text) && is_first && item->kind != NK_NODE_ADVERB
        && (item->object_kind != NK_OBJECT_NOUN || list->next != NULL || !is_bare))
      text = nk_say_cat (say, text, "、");
    if (is_first)
      first = nk_say_cat (say, first, text);
    else
      second = nk_say_cat (say, second, text);
  }
  return nk_say_cat (say, first, second);
}

const char *
nk_say_adverbs (NkSay *say, const NkNode *list)
{
  const char *text = "";

  for (; list != NULL; list = list->next) {
    nk_say_mark (say, list->item);
    if (g_str_has_suffix (text, "に") && list->item->start > 0 && (say->tokens->tokens[list->item->start - 1].tags & NK_TAG_AND) != 0)
      text = nk_arena_join (say->arena, nk_arena_text (say->arena, text, strlen (text) - strlen ("に")), "かつ"); /* 迅速かつ確実に */
    if (!is_only (list->item) && !(say->also_object && is_also (list->item)))
      text = nk_say_cat (say, text, adverb_within (list->item->token));
  }
  return text;
}

const char *
nk_say_also_behind (NkSay *say, const NkNode *phrase, const char *text)
{
  static const char *const particles[] = { "として", "から", "に" };
  const char *rest = phrase->frame != NULL && phrase->frame->n_elements == 1 && !phrase->is_passive && phrase->p != NULL
                             && *phrase->frame->japanese == 'P'
                         ? phrase->frame->japanese + 1
                         : NULL;
  gsize before;

  if (rest == NULL || !g_str_has_suffix (text, rest))
    return NULL;
  before = strlen (text) - strlen (rest);
  for (guint i = 0; i < G_N_ELEMENTS (particles); i++)
    if (g_str_has_prefix (rest, particles[i]) && !g_str_has_prefix (rest, "により"))
      return nk_say_cat3 (say, nk_arena_text (say->arena, text, before), nk_arena_join (say->arena, particles[i], "も"), rest + strlen (particles[i]));
  return NULL;
}
