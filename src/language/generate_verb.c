/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Verb phrases: frames filled, voice, auxiliaries, and what stands around the verb. */
#include "language/generate_private.h"

#define LONG_ADVERBIAL_CHARACTERS 26 /* a comma behind it */

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
    joint.object_class = nk_say_is_date (node->object) ? NK_CLASS_TIME : head->class;
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

/* `use of X with Y`: X is used with the protocol Y, it does not have Y; but `use of X with short keys`. */
static gboolean
is_used_with (const NkToken *outer_head, const NkNode *node)
{
  static const char *const uses[] = { "use", "usage", "utilization", "integration", "combination", "comparison", "interworking", NULL };
  const NkToken *head = node->object_kind == NK_OBJECT_NOUN ? nk_node_head (node->object) : NULL;

  return nk_word_in (uses, outer_head->lemma) && head != NULL
         && ((head->tags & (NK_TAG_NAME | NK_TAG_NUMBER)) != 0 || head->class == NK_CLASS_PROTOCOL);
}

static gboolean
last_is_negated (const NkNode *phrases)
{
  const NkNode *list = phrases->item;

  while (list->next != NULL)
    list = list->next;
  return list->item->is_negated;
}

/* `a protocol, with JSON as the encoding`: JSONを符号化として用いたプロトコル. NULL: it is none. */
static const char *
say_with_role (NkSay *say, const NkNode *node, const NkToken *noun)
{
  const NkNode *object = node->object_kind == NK_OBJECT_NOUN && nk_word_is (node->token->lower, "with") ? node->object : NULL;
  const NkNode *role
      = object != NULL && object->kind == NK_NODE_NOUN && object->posts != NULL && object->posts->next == NULL ? object->posts->item : NULL;
  NkNode *bare;

  if (role == NULL || role->kind != NK_NODE_JOINT || role->object_kind != NK_OBJECT_NOUN || !nk_word_is (role->token->lower, "as"))
    return NULL;
  nk_say_mark (say, object);
  nk_say_mark (say, role);
  bare = nk_arena_new0 (say->arena, NkNode);
  *bare = *object;
  bare->posts = NULL;
  return nk_say_cat3 (say, nk_say_noun (say, bare), "を",
                      nk_say_cat (say, nk_say_noun (say, role->object), noun != NULL ? "として用いた" : "として用いて"));
}

const char *
nk_say_joint (NkSay *say, const NkNode *node, const NkToken *noun, const NkLexiconVerb *verb, gboolean is_modified)
{
  NkJoint joint = joint_of (node, noun, verb);
  const char *word = node->object_kind == NK_OBJECT_INFINITIVE ? "to" : node->token->lower;
  gboolean is_specific = FALSE, is_beside;
  const char *template = nk_lexicon_join (say->lexicon, word, &joint, &is_specific);
  /* `for the use of X with Y`: Yでの使用, YでXを使用する */
  static const NkToken use = { .lemma = "use", .class = NK_CLASS_ACTION }, using = { .lemma = "use", .class = NK_CLASS_ACTION };
  const NkToken *outer_head = say->outer_head;
  const char *what;

  nk_say_mark (say, node);
  what = say_with_role (say, node, noun);
  if (what != NULL)
    return what;
  /* `impact of X on Y`: what stands behind X belongs to the impact, and stands in the same place in Japanese. */
  if (noun != NULL && !is_specific && outer_head != NULL && !g_str_equal (word, "of")
      && (!g_str_equal (word, "with") || is_used_with (outer_head, node))) {
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

/* `a server that also checks keys`, `The server also checks keys`: 鍵も検査する. The document itself starts its sentence with また. */
static gboolean
is_also_of_object (const NkSay *say, const NkNode *node, NkEnding ending)
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

/* Where のみ of an `only` beside the verb goes: to the object, else to what stands around the verb. */
static void
place_only (NkSay *say, const NkNode *node)
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
  if (node->verb != NULL && (node->object != NULL || node->p != NULL))
    say->only_object = TRUE;
  else if (has_joint)
    say->only_around = TRUE;
  else
    nk_say_warn (say, "only of nothing");
}

/* Behind the verb in English, before it in Japanese; what says why or how stands first. */
const char *
nk_say_adverbials (NkSay *say, const NkNode *list, const NkLexiconVerb *verb, const NkNode *without)
{
  const char *first = "", *second = "";
  gboolean is_bare = say->is_bare_verb;

  for (; list != NULL; list = list->next) {
    const NkNode *item = list->item;
    const char *text;
    gboolean is_first;

    if (item == without || item->kind == NK_NODE_RESULT)
      continue;
    if (is_only (item)) {
      nk_say_mark (say, item);
      continue;
    }
    if (item->kind == NK_NODE_ADVERB) {
      nk_say_mark (say, item);
      text = adverb_of (item->token);
      is_first = FALSE;
      if (verb != NULL && nk_say_ends_in_comma (text) && *text != '\0')
        text = nk_arena_text (say->arena, text, strlen (text) - strlen ("、"));
    } else {
      text = nk_say_joint (say, item, NULL, verb, FALSE);
      is_first = item->object_kind != NK_OBJECT_NOUN || g_str_equal (item->token->lower, "by") || g_str_equal (item->token->lower, "using")
                 || g_str_equal (item->token->lower, "than");
    }
    if (say->only_around && item->kind == NK_NODE_JOINT) { /* 説明するためにのみ */
      text = nk_say_cat (say, text, "のみ");
      say->only_around = FALSE;
    }
    /* 符号によって生成される: no comma right before a verb that has nothing else before it */
    if (g_utf8_strlen (text, -1) > LONG_ADVERBIAL_CHARACTERS && !nk_say_ends_in_comma (text) && is_first
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
    if (!is_only (list->item) && !(say->also_object && is_also (list->item)))
      text = nk_say_cat (say, text, adverb_of (list->item->token));
  }
  return text;
}

const char *
nk_say_quality (NkSay *say, const NkNode *node)
{
  nk_say_mark (say, node);
  if (node->frame == NULL)
    return node->token->terms[NK_TERM_ADJECTIVE]->japanese;
  return nk_say_frame (say, node->frame->japanese, node);
}

/* `is widely used`: 広く使用されている */
static gboolean
is_habit (const NkNode *node)
{
  static const char *const words[]
      = { "widely", "commonly", "currently", "frequently", "often", "increasingly", "already", "now", "broadly", "extensively", NULL };

  for (const NkNode *list = node->adverbs; list != NULL; list = list->next)
    if (nk_word_in (words, list->item->token->lower))
      return TRUE;
  for (const NkNode *list = node->adverbials; list != NULL; list = list->next)
    if (list->item->kind == NK_NODE_ADVERB && nk_word_in (words, list->item->token->lower))
      return TRUE;
  return FALSE;
}

/* What may happen: 生じうる問題, 問題が生じる場合がある, 発展している可能性がある. */
static const char *
say_possible (NkArena *arena, const NkNode *node, const char *clause, NkEnding ending, gboolean is_negated)
{
  gboolean joins = ending == NK_ENDING_JOIN;
  const char *plain = nk_conjugate (arena, clause, is_negated ? NK_CONJUGATE_NOT : NK_CONJUGATE_PLAIN);

  if (node->is_perfect && !is_negated)
    return nk_arena_join (arena, nk_conjugate (arena, clause, NK_CONJUGATE_TE), joins ? "いる可能性があり" : "いる可能性がある");
  if (ending == NK_ENDING_NOUN && !is_negated && !g_str_has_suffix (plain, "い"))
    return nk_arena_join (arena, nk_conjugate (arena, clause, NK_CONJUGATE_JOIN), "うる");
  return nk_arena_join (arena, plain, joins ? "場合があり" : "場合がある");
}

/* `clause` (dictionary form, as in the tables) with auxiliary, negation and tense, and the ending that is asked for. */
const char *
nk_say_inflected (NkSay *say, const NkNode *node, const char *clause, NkEnding ending, gboolean is_negated)
{
  gboolean joins = ending == NK_ENDING_JOIN, is_past = node->is_past || (node->is_perfect && !node->is_passive);
  NkArena *arena = say->arena;

  if (ending == NK_ENDING_POTENTIAL && !is_negated && node->aux == NK_AUX_NONE)
    return nk_conjugate (arena, node->is_passive ? clause : nk_conjugate_potential (arena, clause), NK_CONJUGATE_PLAIN);
  switch (node->aux) {
  case NK_AUX_MUST: {
    const char *not_done = nk_conjugate (arena, clause, NK_CONJUGATE_NOT);

    if (is_negated)
      return nk_arena_join (arena, nk_conjugate (arena, clause, NK_CONJUGATE_TE), joins ? "はならず" : "はならない");
    return nk_arena_join (arena, nk_arena_text (arena, not_done, strlen (not_done) - strlen ("い")),
                          joins ? "ければならず" : "ければならない");
  }
  case NK_AUX_SHOULD:
    return nk_arena_join (arena, nk_conjugate (arena, clause, NK_CONJUGATE_PLAIN),
                          is_negated ? (joins ? "べきではなく" : "べきではない")
                          : joins    ? "べきであり"
                                     : "べきである");
  case NK_AUX_MAY: return say_possible (arena, node, clause, ending, is_negated);
  case NK_AUX_CAN:
    if (node->verb != NULL && node->verb->is_event && !is_negated)
      return nk_arena_join (arena, nk_conjugate (arena, clause, NK_CONJUGATE_JOIN), joins ? "え" : "うる");
    clause = nk_conjugate_potential (arena, clause);
    break;
  case NK_AUX_NONE:
  case NK_AUX_WILL: break;
  }
  if (is_negated && node->is_perfect && node->verb != NULL && node->aux == NK_AUX_NONE) /* has not been adopted: 採用されていない */
    return nk_arena_join (arena, nk_conjugate (arena, clause, NK_CONJUGATE_TE), joins ? "おらず" : "いない");
  if (is_negated) {
    clause = nk_conjugate (arena, clause, joins ? NK_CONJUGATE_NOT_JOIN : NK_CONJUGATE_NOT);
    return is_past && !joins && node->aux == NK_AUX_NONE ? nk_conjugate (arena, clause, NK_CONJUGATE_PAST) : clause;
  }
  if (node->is_progressive || (node->is_perfect && node->is_passive)
      || (node->is_passive && node->verb != NULL && node->verb->is_stative && !node->is_past && node->aux == NK_AUX_NONE
          && is_habit (node)))
    return nk_arena_join (arena, nk_conjugate (arena, clause, NK_CONJUGATE_TE), joins ? "おり" : "いる");
  if (joins)
    return nk_conjugate (arena, clause, NK_CONJUGATE_JOIN);
  return nk_conjugate (arena, clause, is_past ? NK_CONJUGATE_PAST : NK_CONJUGATE_PLAIN);
}

/* The verb of the document itself, by its standing. */
static const char *
by_standing (NkSay *say, const NkNode *node, const char *template)
{
  const char *start = nk_say_verb_start (template), *verb;

  if (say->manner.voice == NK_VOICE_NEUTRAL || !say->has_document_subject || node->verb == NULL || node->also != NULL
      || (!g_str_equal (node->verb->lemma, "define") && !g_str_equal (node->verb->lemma, "specify")))
    return template;
  verb = say->manner.voice == NK_VOICE_PROPOSAL ? "提案する" : "規定する";
  if (!g_str_equal (start, "定義する") && !g_str_equal (start, "規定する"))
    return template;
  return nk_arena_join (say->arena, nk_arena_text (say->arena, template, (gsize)(start - template)), verb);
}

/* 動的に and its like go right before the verb, so that they do not seem to belong to what stands before it. */
static const char *
with_adverbs (NkSay *say, const char *template)
{
  const char *adverbs = say->manner_adverbs, *start = nk_say_verb_start (template);

  say->manner_adverbs = NULL;
  if (adverbs == NULL || *adverbs == '\0')
    return template;
  return nk_say_cat3 (say, nk_arena_text (say->arena, template, (gsize)(start - template)), adverbs, start);
}

/* What one is free to do: nobody thinks of it as something that happens. */
static gboolean
is_use (const NkLexiconVerb *verb)
{
  static const char *const uses[] = { "use", "reuse", "utilize", "employ", "leverage", "apply", "adopt", NULL };

  return g_strv_contains (uses, verb->lemma);
}

/* The verb itself, without what stands around it. */
static const char *
say_verb (NkSay *say, const NkNode *node, NkEnding ending)
{
  const char *template, *clause;
  gboolean is_negated;

  if (node->verb == NULL)
    return nk_say_be (say, node, ending);
  if (node->frame == NULL) {
    nk_say_warn (say, "a verb has no frame");
    return "";
  }
  if (node->aux == NK_AUX_MAY && !node->is_negated && !node->is_perfect && is_use (node->verb)) { /* may be used: 使用できる */
    NkNode *can = nk_arena_new0 (say->arena, NkNode);

    *can = *node;
    can->aux = NK_AUX_CAN;
    node = can;
  }
  template = by_standing (say, node, node->frame->japanese);
  node = nk_say_permitted (say, node, &template);
  if (node->also != NULL) {
    for (const NkNode *also = node->also; also != NULL; also = also->next)
      nk_say_mark (say, also->item);
    template = nk_say_share_verb (say, node, template);
  }
  if (node->is_passive && !node->frame->is_passive) {
    template = nk_conjugate_passive (say->arena, nk_say_drop_object (say, template));
    if (node->aux == NK_AUX_CAN) {
      /* can be used: 使用できる */
      NkNode *active = nk_arena_new0 (say->arena, NkNode);

      *active = *node;
      template
          = nk_say_drop_object (say, node->also != NULL ? nk_say_share_verb (say, node, node->frame->japanese) : node->frame->japanese);
      active->is_passive = FALSE;
      active->is_perfect = FALSE;
      clause = nk_say_frame (say, with_adverbs (say, template), active);
      is_negated = node->is_negated || say->negates;
      say->negates = FALSE;
      return nk_say_inflected (say, active, clause, ending, is_negated);
    }
  } else if (node->lacks_object)
    template = nk_say_drop_object (say, template);
  clause = nk_say_frame (say, with_adverbs (say, template), node);
  is_negated = node->is_negated != say->negates;
  if (node->is_negated && say->negates)
    nk_say_warn (say, "two negations");
  say->negates = FALSE;
  return nk_say_inflected (say, node, clause, ending, is_negated);
}

/* `specifies messages used by X`, `provides a method using Y`: X does not help to specify, nor does the document use Y. */
static gboolean
takes_from_object (const NkNode *node)
{
  static const char *const tells[]
      = { "define", "describe", "specify", "introduce", "present", "propose", "provide", "document", "outline", "detail", "discuss", NULL };

  static const char *const of_object[] = { "by",    "with", "between", "among",  "over", "via", "through", "within",   "during", "against",
                                           "under", "on",   "upon",    "across", "from", "at",  "using",   "based on", "as",     NULL };
  if (node->verb == NULL || node->is_passive || !nk_word_in (tells, node->verb->lemma))
    return FALSE;
  for (const NkNode *list = node->adverbials; list != NULL; list = list->next)
    if (list->item->kind == NK_NODE_JOINT && list->item->object_kind == NK_OBJECT_NOUN && nk_word_in (of_object, list->item->token->lower)
        && list->item->object->kind != NK_NODE_GERUND)
      return TRUE;
  return FALSE;
}

const char *
nk_say_phrase (NkSay *say, const NkNode *node, NkEnding ending)
{
  const NkNode *result = NULL, *told;
  const char *around, *verb, *text, *scene = "";
  gboolean is_own = say->is_own;

  say->is_own = FALSE;
  nk_say_mark (say, node);
  for (const NkNode *list = node->adverbials; list != NULL; list = list->next)
    if (list->item->kind == NK_NODE_RESULT)
      result = list->item;
  node = nk_say_with_purpose (say, nk_say_with_source (say, node));
  if (result != NULL && (told = nk_say_with_result (say, node, result)) != node) {
    nk_say_mark (say, result);
    nk_say_mark (say, node->object);
    node = told;
    result = NULL;
  }
  if (say->has_document_subject && takes_from_object (node))
    nk_say_warn (say, "a document does something by, with or over something");
  if (!is_own)
    scene = nk_say_scene (say, &node);
  place_only (say, node);
  say->is_bare_verb = node->object == NULL && node->p == NULL && node->infinitive == NULL && node->that == NULL;
  around = nk_say_adverbials (say, node->adverbials, node->verb, NULL);
  say->is_bare_verb = FALSE;
  say->also_object = is_also_of_object (say, node, ending);
  text = nk_say_adverbs (say, node->adverbs);
  if (nk_say_ends_in_comma (text))
    around = nk_say_cat (say, text, around); /* また、 stands first */
  else if (node->verb == NULL)
    around = nk_say_cat (say, around, text);
  say->manner_adverbs = node->verb == NULL || nk_say_ends_in_comma (text) ? NULL : text;
  /* This document specifies X when used over Y: 使用する際のX */
  if (say->has_document_subject && node->object != NULL && node->object->kind == NK_NODE_NOUN && node->verb != NULL && node->adverbs == NULL
      && (g_str_has_suffix (around, "際に") || g_str_has_suffix (around, "場合に"))
      && strchr (node->frame->japanese, 'O') == node->frame->japanese)
    around = nk_arena_join (say->arena, nk_arena_text (say->arena, around, strlen (around) - strlen ("に")), "の");
  if (*around != '\0' && *scene != '\0' && !nk_say_ends_in_comma (around))
    around = nk_say_cat (say, around, "、");
  verb = say_verb (say, node, result != NULL ? NK_ENDING_JOIN : ending);
  text = nk_say_cat3 (say, around, scene, verb);
  if (result == NULL)
    return text;
  nk_say_mark (say, result);
  return nk_say_cat3 (say, text, "、", nk_say_follows (say, nk_say_phrases (say, result->phrase, ending)));
}

const char *
nk_say_follows (NkSay *say, const char *text)
{
  static const char *const updates[] = { "更新する", "廃止する", "置き換える", "非推奨とする" };

  if (!g_str_has_prefix (text, "したがって、"))
    return text;
  text += strlen ("したがって、");
  for (guint i = 0; i < G_N_ELEMENTS (updates); i++)
    if (g_str_has_suffix (text, updates[i]))
      return nk_say_cat (say, "これに伴い", text);
  return nk_say_cat (say, "これにより、", text);
}

const char *
nk_say_phrases (NkSay *say, const NkNode *node, NkEnding ending)
{
  gboolean is_or = node->and_token != NULL && g_str_equal (node->and_token->lower, "or");
  gboolean is_own = say->is_own;
  const char *text = "";

  nk_say_mark (say, node);
  for (const NkNode *list = node->item; list != NULL; list = list->next) {
    gboolean is_last = list->next == NULL;
    const char *part;

    say->is_own = is_own;
    part = nk_say_phrase (say, list->item, is_last ? ending : is_or ? NK_ENDING_PLAIN : NK_ENDING_JOIN);

    text = nk_say_cat (say, text, list == node->item ? part : nk_say_follows (say, part));
    if (!is_last)
      text = nk_say_cat (say, text, is_or ? "か、" : "、");
  }
  return text;
}
