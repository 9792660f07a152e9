/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* be and its predicates: a noun, an adjective, a preposition, an infinitive. */
#include "language/generate_private.h"

#include <string.h>

/* `is based on X`: Xに基づく, `is independent of X`: Xに依存しない. Xに関する is no sentence: Xに関するものである. */
static gboolean
stands_alone (const char *adnominal)
{
  static const char *const bound[] = { "に関する", "に対する", "による", "における", "と異なった" };

  for (guint i = 0; i < G_N_ELEMENTS (bound); i++)
    if (g_str_has_suffix (adnominal, bound[i]))
      return FALSE;
  return g_str_has_suffix (adnominal, "い") || g_str_has_suffix (adnominal, "した") || g_str_has_suffix (adnominal, "された")
         || g_str_has_suffix (adnominal, "る") || g_str_has_suffix (adnominal, "づく");
}

/* `is growing and`: 増大しており; `is reliable and`: 信頼でき. */
static const char *
join_verb (NkSay *say, const char *verb)
{
  const char *joined;

  if (g_str_has_suffix (verb, "ている")) /* 広く使用されており */
    return nk_arena_join (say->arena, nk_arena_text (say->arena, verb, strlen (verb) - strlen ("いる")), "おり");
  if (g_str_has_suffix (verb, "じる") || g_str_has_suffix (verb, "いる")) /* 生じる, 用いる */
    return nk_conjugate (say->arena, nk_arena_join (say->arena, verb, "1"), NK_CONJUGATE_JOIN);
  joined = nk_conjugate (say->arena, verb, NK_CONJUGATE_JOIN);
  if (g_str_has_suffix (verb, "なる") || (g_str_has_suffix (verb, "る") && !g_str_has_suffix (verb, "する") && !g_str_has_suffix (joined, "り")))
    return joined;
  return nk_arena_join (say->arena, nk_conjugate (say->arena, verb, NK_CONJUGATE_TE), "おり");
}

/* `adnominal` at the end of its clause, with the negation and the ending that are asked for. */
static const char *
say_predicate (NkSay *say, const char *adnominal, gboolean is_negated, gboolean joins)
{
  NkConjugation form = is_negated ? (joins ? NK_CONJUGATE_NOT_JOIN : NK_CONJUGATE_NOT) : joins ? NK_CONJUGATE_JOIN : NK_CONJUGATE_PLAIN;
  gboolean is_verb;
  const char *predicate = nk_adjective_predicate (say->arena, adnominal, form, &is_verb);

  if (is_verb && is_negated && !joins && g_str_has_suffix (adnominal, "できる"))
    return nk_arena_join (say->arena, nk_arena_text (say->arena, adnominal, strlen (adnominal) - strlen ("る")), "ない");
  if (is_verb && joins && !is_negated && (!say->has_document_subject || g_str_has_suffix (adnominal, "ている")))
    return join_verb (say, adnominal);
  if (is_verb && joins)
    return nk_arena_join (say->arena, adnominal, is_negated ? "ものではなく" : "ものであり");
  return is_verb && is_negated ? nk_arena_join (say->arena, adnominal, "ものではない") : predicate;
}

/* `nodes that are IPv6 capable`: IPv6に対応する. NULL: the predicate is none of these. */
static const char *
say_supported (NkSay *say, const NkNode *noun)
{
  static const char *const words[] = { "capable", "aware", "enabled", NULL };
  const NkNode *post = noun->kind == NK_NODE_NOUN && noun->posts != NULL && noun->posts->next == NULL ? noun->posts->item : NULL;
  NkNode *bare;

  if (post == NULL || post->kind != NK_NODE_QUALITY || post->frame != NULL || !nk_word_in (words, post->token->lower))
    return NULL;
  nk_say_mark (say, noun);
  nk_say_mark (say, post);
  bare = nk_arena_copy (say->arena, noun, sizeof *bare);
  bare->posts = NULL;
  return nk_say_cat (say, nk_say_noun (say, bare), "に対応する");
}

/* is common to all, is able to V, may be complex or slow */
static const char *
say_quality (NkSay *say, const NkNode *node, NkEnding ending)
{
  const NkNode *adjective = node->adjective;
  const char *what, *copula = "である";
  gboolean is_negated, joins = ending == NK_ENDING_JOIN;
  const char *japanese, *predicate, *degree;
  gboolean is_verb;

  nk_say_mark (say, adjective);
  degree = nk_say_adverbs (say, adjective->adverbs);
  if (adjective->frame != NULL && adjective->p != NULL && adjective->infinitive == NULL
      && !g_str_has_prefix (degree, "また")) { /* 仕様に一般に共通の */
    if (g_str_has_suffix (degree, "、"))
      degree = nk_arena_text (say->arena, degree, strlen (degree) - strlen ("、"));
    say->manner_adverbs = nk_say_cat (say, say->manner_adverbs != NULL ? say->manner_adverbs : "", degree);
    degree = "";
  }
  japanese = adjective->frame != NULL ? nk_say_frame (say, nk_say_with_adverbs (say, adjective->frame->japanese), adjective)
                                      : adjective->token->terms[NK_TERM_ADJECTIVE]->japanese;
  if (adjective->a != NULL) {
    gboolean is_or = adjective->and_token != NULL
                     && (g_str_equal (adjective->and_token->lower, "or") || g_str_equal (adjective->and_token->lower, "and/or"));

    nk_say_mark (say, adjective->a);
    japanese = nk_adjective_predicate (say->arena, japanese, is_or ? NK_CONJUGATE_PLAIN : NK_CONJUGATE_JOIN, &is_verb);
    if (is_verb && !is_or) /* 信頼でき、安全である */
      japanese = join_verb (say, japanese);
    japanese = nk_say_cat3 (say, japanese,
                            is_or ? "か、" : "、", /* 複雑であるか、非効率な */
                            adjective->a->token->terms[NK_TERM_ADJECTIVE]->japanese);
  }
  japanese = nk_say_cat (say, degree, japanese);
  is_negated = node->is_negated || say->negates;
  say->negates = FALSE;
  if (node->aux == NK_AUX_NONE || node->aux == NK_AUX_WILL)
    return say_predicate (say, japanese, is_negated, joins);
  predicate = nk_adjective_predicate (say->arena, japanese, NK_CONJUGATE_PLAIN, &is_verb);
  if (is_verb || !g_str_has_suffix (predicate, "である"))
    copula = "";
  what = predicate;
  if (*copula != '\0') {
    what = nk_arena_text (say->arena, predicate, strlen (predicate) - strlen ("である"));
  }
  return nk_say_inflected (say, node, nk_arena_join (say->arena, what, copula), ending, is_negated);
}

/* `the attacker is on the path`: 経路上に存在する; `is in sleep mode`: スリープモードである. NULL: it is said as any other preposition. */
static const char *
say_place (NkSay *say, const NkNode *joint, const char *what)
{
  static const char *const states[] = { "mode", "state", "phase", "stage", "status", NULL };
  static const char *const insides[] = { "上の", "内の" };
  const NkToken *head = joint->object_kind == NK_OBJECT_NOUN ? nk_node_head (joint->object) : NULL;

  if (head == NULL)
    return NULL;
  if (nk_word_is (joint->token->lower, "in") && g_str_has_suffix (what, "における")
      && nk_word_in (states, nk_word_last (head->lemma)))
    return nk_arena_join (say->arena, nk_arena_text (say->arena, what, strlen (what) - strlen ("における")), "である");
  if (nk_word_is (joint->token->lower, "in") && g_str_has_suffix (what, "における") && (head->tags & NK_TAG_NAME) == 0
      && (head->class == NK_CLASS_SYSTEM || head->class == NK_CLASS_DATA)) /* in the header */
    return nk_arena_join (say->arena, nk_arena_text (say->arena, what, strlen (what) - strlen ("における")), "に存在する");
  for (guint i = 0; i < G_N_ELEMENTS (insides); i++)
    if (g_str_has_suffix (what, insides[i]) && !g_str_has_suffix (what, "範囲内の"))
      return nk_arena_join (say->arena, nk_arena_text (say->arena, what, strlen (what) - strlen ("の")), "に存在する");
  return NULL;
}

const char *
nk_say_be (NkSay *say, const NkNode *node, NkEnding ending)
{
  const char *what = "", *supported;
  const char *copula = "である";
  gboolean is_negated = node->is_negated, joins = ending == NK_ENDING_JOIN;

  if (node->object != NULL && (supported = say_supported (say, node->object)) != NULL) {
    is_negated |= say->negates;
    say->negates = FALSE;
    return nk_say_inflected (say, node, supported, ending, is_negated);
  }
  if (node->object != NULL)
    what = nk_say_noun (say, node->object);
  else if (node->infinitive != NULL && (node->infinitive->item->item->is_passive || ending == NK_ENDING_NOUN))
    return nk_say_phrases (say, node->infinitive, ending); /* is to be used; how clients are to use it */
  else if (node->infinitive != NULL && say->has_document_subject && node->aux == NK_AUX_NONE && !node->is_negated)
    return nk_say_cat (say, nk_say_phrases (say, node->infinitive, NK_ENDING_PLAIN), joins ? "ことを目的とし" : "ことを目的とする");
  else if (node->infinitive != NULL)
    what = nk_say_cat (say, nk_say_phrases (say, node->infinitive, NK_ENDING_PLAIN), "こと");
  else if (node->p != NULL) {
    const char *place;

    what = nk_say_joint (say, node->p, &(NkToken){ .lemma = "", .lower = "" }, NULL, FALSE);
    place = say_place (say, node->p, what);
    if (place != NULL) {
      is_negated |= say->negates;
      say->negates = FALSE;
      return nk_say_inflected (say, node, place, ending, is_negated);
    }
    if (node->aux != NK_AUX_NONE && (g_str_has_suffix (what, "られた") || g_str_has_suffix (what, "された"))) { /* 関連付けられうる */
      NkNode *may = nk_arena_copy (say->arena, node, sizeof *may);

      may->aux = node->aux == NK_AUX_CAN ? NK_AUX_MAY : node->aux;
      is_negated |= say->negates;
      say->negates = FALSE;
      what = nk_arena_join (say->arena, nk_arena_text (say->arena, what, strlen (what) - strlen ("た")), "る1");
      return nk_say_inflected (say, may, what, ending, is_negated);
    }
    /* 範囲外の: 範囲外である */
    if (g_str_has_suffix (what, "外の") || g_str_has_suffix (what, "な") || g_str_has_suffix (what, "中の"))
      what = nk_arena_text (say->arena, what, strlen (what) - strlen ("の"));
    else if (stands_alone (what) && node->aux == NK_AUX_NONE && !node->is_past && !node->is_perfect) {
      is_negated |= say->negates;
      say->negates = FALSE;
      return say_predicate (say, what, is_negated, joins);
    } else
      what = nk_say_cat (say, what, "もの");
  } else if (node->adjective != NULL)
    return say_quality (say, node, ending);
  else
    nk_say_warn (say, "be has no predicate");
  is_negated |= say->negates;
  say->negates = FALSE;
  /* `can be a powerful tool`: 強力なツールとなりうる */
  if ((node->aux == NK_AUX_CAN || node->aux == NK_AUX_MAY) && node->object != NULL && !is_negated && !node->is_past && !node->is_perfect
      && ending != NK_ENDING_POTENTIAL)
    return nk_say_cat (say, what, joins ? "となりえ" : "となりうる");
  if (node->aux == NK_AUX_CAN) {
    NkNode *may = nk_arena_copy (say->arena, node, sizeof *may);
    may->aux = NK_AUX_MAY;
    return nk_say_inflected (say, may, nk_arena_join (say->arena, what, copula), ending, is_negated);
  }
  return nk_say_inflected (say, node, nk_arena_join (say->arena, what, copula), ending, is_negated);
}
