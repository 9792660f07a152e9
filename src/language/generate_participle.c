/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Participles: before a noun, behind it, and behind the comma after a clause. */
#include "language/generate_private.h"

const NkNode *
nk_say_with_post (NkSay *say, const NkNode *noun, const NkNode *post)
{
  NkNode *copy = nk_arena_new0 (say->arena, NkNode), *last = nk_arena_new0 (say->arena, NkNode);
  const NkNode **place = &copy->posts;

  *copy = *noun;
  for (const NkNode *list = noun->posts; list != NULL; list = list->next) {
    NkNode *item = nk_arena_copy (say->arena, list, sizeof *item);
    *place = item;
    place = &item->next;
  }
  *last = (NkNode){ .kind = NK_NODE_LIST, .item = post };
  *place = last;
  return copy;
}

/* `X is an instance of Y, as defined in Z`: nothing is done as Z says it; the thing is what Z defines. */
const NkNode *
nk_say_with_source (NkSay *say, const NkNode *node)
{
  NkNode *copy;

  if (node->verb != NULL || node->object == NULL || node->object->kind != NK_NODE_NOUN || node->adverbials == NULL
      || node->adverbials->next != NULL || node->adverbials->item->kind != NK_NODE_JOINT
      || !g_str_has_prefix (node->adverbials->item->token->lower, "as "))
    return node;
  nk_say_mark (say, node->object);
  copy = nk_arena_copy (say->arena, node, sizeof *copy);
  copy->adverbials = NULL;
  copy->object = nk_say_with_post (say, node->object, node->adverbials->item);
  return copy;
}

/* `by a node through a protocol`: means of what the node does */
static gboolean
has_means (const NkNode *agent)
{
  static const char *const means[] = { "through", "via", "by means of", NULL };

  if (agent == NULL || agent->object->kind != NK_NODE_NOUN)
    return FALSE;
  for (const NkNode *list = agent->object->posts; list != NULL; list = list->next)
    if (list->item->kind == NK_NODE_JOINT && nk_word_in (means, list->item->token->lower))
      return TRUE;
  return FALSE;
}

/* `provides support for X`: Xをサポートする. The phrase with that verb, or `node` itself. */
const NkNode *
nk_say_with_support (NkSay *say, const NkNode *node)
{
  const NkNode *object = node->object, *post;
  const NkLexiconVerb *support = nk_lexicon_verb (say->lexicon, "support");
  NkNode *copy;

  if (node->verb == NULL || node->also != NULL || node->is_passive || support == NULL || nk_say_plain_frame (support) == NULL
      || (!g_str_equal (node->verb->lemma, "provide") && !g_str_equal (node->verb->lemma, "offer")) || object == NULL || node->p != NULL
      || node->infinitive != NULL || object->kind != NK_NODE_NOUN || !g_str_equal (object->token->lower, "support") || object->n_items != 1
      || object->n_determiners > 0 || object->bracket != NULL || object->posts == NULL || object->posts->next != NULL)
    return node;
  post = object->posts->item;
  if (post->kind != NK_NODE_JOINT || post->object_kind != NK_OBJECT_NOUN || !g_str_equal (post->token->lower, "for"))
    return node;
  nk_say_mark (say, object);
  nk_say_mark (say, post);
  copy = nk_arena_copy (say->arena, node, sizeof *copy);
  copy->verb = support;
  copy->frame = nk_say_plain_frame (support);
  copy->object = post->object;
  return copy;
}

/* `describes X, along with Y`: XとYを説明する. The phrase with Y behind its object, or `node` itself. */
const NkNode *
nk_say_with_company (NkSay *say, const NkNode *node)
{
  const NkNode *first = node->adverbials;
  NkNode *copy;

  if (say->n_verbs > 1 || node->verb == NULL || node->is_passive || node->object == NULL || node->object->kind != NK_NODE_NOUN
      || first == NULL || first->next != NULL || first->item->start < node->object->start /* this document, along with X, obsoletes Y */
      || first->item->kind != NK_NODE_JOINT || first->item->object_kind != NK_OBJECT_NOUN
      || !g_str_equal (first->item->token->lower, "along with"))
    return node;
  nk_say_mark (say, node->object);
  copy = nk_arena_copy (say->arena, node, sizeof *copy);
  copy->adverbials = NULL;
  copy->object = nk_say_with_post (say, node->object, first->item);
  return copy;
}

/* `is an update to X, by A`: what somebody made, Aによる, since nobody does a being. The phrase with A behind its predicate, or `node` itself. */
const NkNode *
nk_say_with_author (NkSay *say, const NkNode *node)
{
  const NkNode *by = node->verb == NULL && node->object != NULL && node->object->kind == NK_NODE_NOUN && node->adverbials != NULL ? node->adverbials->item : NULL;
  NkNode *copy;

  if (by == NULL || by->kind != NK_NODE_JOINT || by->object_kind != NK_OBJECT_NOUN || !nk_word_is (by->token->lower, "by")
      || by->start < node->object->start || !nk_say_is_plain_joint (by))
    return node;
  nk_say_mark (say, node->object);
  copy = nk_arena_copy (say->arena, node, sizeof *copy);
  copy->adverbials = node->adverbials->next;
  copy->object = nk_say_with_post (say, node->object, by);
  return copy;
}

/* `use X to V`: Vために Xを使用する, not the X that is there to V. The purpose at the end of the object as one of the verb, or `node` itself. */
const NkNode *
nk_say_with_purpose (NkSay *say, const NkNode *node)
{
  static const char *const means[] = { "use", "utilize", "leverage", "employ", "exploit", NULL };
  const NkNode *last, *post;
  NkNode *copy, *object;
  const NkNode **place;

  if (node->verb == NULL || node->is_passive || node->also != NULL || !nk_word_in (means, node->verb->lemma) || node->object == NULL
      || node->object->kind != NK_NODE_NOUN || node->object->posts == NULL)
    return node;
  for (last = node->object->posts; last->next != NULL; last = last->next)
    ;
  post = last->item;
  if (post->kind != NK_NODE_JOINT || post->phrase == NULL
      || (post->object_kind != NK_OBJECT_INFINITIVE && !(post->object_kind == NK_OBJECT_GERUND && nk_word_is (post->token->lower, "for")))
      || post->phrase->item->item->is_passive)
    return node;
  nk_say_mark (say, node->object);
  object = nk_arena_copy (say->arena, node->object, sizeof *object);
  place = &object->posts;
  object->posts = NULL;
  for (const NkNode *list = node->object->posts; list != last; list = list->next) {
    NkNode *item = nk_arena_copy (say->arena, list, sizeof *item);
    item->next = NULL;
    *place = item;
    place = &item->next;
  }
  copy = nk_arena_copy (say->arena, node, sizeof *copy);
  copy->object = object;
  copy->adverbials = nk_say_list (say, post, node->adverbials);
  return copy;
}

/* `This document defines X, allowing Y`: it is X that allows Y. The phrase with the result behind its object, or itself. */
const NkNode *
nk_say_with_result (NkSay *say, const NkNode *node, const NkNode *result)
{
  static const char *const tells[]
      = { "define", "describe", "specify", "introduce", "present", "propose", "provide", "document", "outline", "detail", NULL };
  static const char *const does[]
      = { "allow", "enable", "permit", "provide",   "use",       "utilize", "reduce", "improve", "support", "meet",
          "make",  "ensure", "avoid",  "encompass", "eliminate", "offer",   "add",    "let",     "incorporate", NULL };
  const NkLexiconVerb *verb = result->phrase != NULL ? result->phrase->item->item->verb : NULL;
  NkNode *copies;

  if (!say->has_document_subject || node->verb == NULL || node->also != NULL || !nk_word_in (tells, node->verb->lemma)
      || node->object == NULL || node->object->kind != NK_NODE_NOUN || node->is_passive || verb == NULL || !nk_word_in (does, verb->lemma))
    return node;
  copies = nk_arena_take (say->arena, 2 * sizeof (NkNode));
  copies[0] = *node;
  copies[1] = (NkNode){ .kind = NK_NODE_RELATIVE, .phrase = result->phrase, .is_loose = TRUE };
  copies[0].object = nk_say_with_post (say, node->object, &copies[1]);
  return &copies[0];
}

gboolean
nk_say_is_date (const NkNode *noun)
{
  static const char *const months[]
      = { "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", NULL };

  return noun->kind == NK_NODE_NOUN && noun->items != NULL && noun->items->before != NULL && (noun->token->tags & NK_TAG_NUMBER) != 0
         && nk_word_in (months, noun->items->before->token->lower);
}

static gboolean
acts (const NkNode *noun)
{
  const NkToken *head = nk_node_head (noun);

  return head != NULL && !nk_say_is_date (noun) && head->class != NK_CLASS_DATA && head->class != NK_CLASS_ACTION
         && head->class != NK_CLASS_QUALITY && head->class != NK_CLASS_TIME
         && (head->class != NK_CLASS_DOCUMENT || (head->tags & NK_TAG_NAME) != 0);
}

/* `used by X and the problems of Y`: problems use nothing, so that they are no part of who does it. `agent` may be NULL. */
static gboolean
mixes_agents (const NkNode *agent)
{
  if (agent == NULL || agent->object->kind != NK_NODE_NOUNS)
    return FALSE;
  for (const NkNode *list = agent->object->item; list != NULL; list = list->next) {
    const NkToken *head = nk_node_head (list->item);

    if (head != NULL && (head->tags & NK_TAG_NAME) == 0
        && (head->class == NK_CLASS_OTHER || head->class == NK_CLASS_QUALITY || !acts (list->item)))
      return TRUE;
  }
  return FALSE;
}

const NkNode *
nk_say_agent (const NkNode *phrase)
{
  for (const NkNode *list = phrase->adverbials; list != NULL; list = list->next) {
    const NkNode *joint = list->item;

    if (joint->kind == NK_NODE_JOINT && joint->object_kind == NK_OBJECT_NOUN && g_str_equal (joint->token->lower, "by"))
      return acts (joint->object) ? joint : NULL;
  }
  return NULL;
}

/* All of `phrases` are plain passives: to be stored, to be queried and set. */
static gboolean
are_passives (const NkNode *phrases)
{
  for (const NkNode *list = phrases->item; list != NULL; list = list->next) {
    const NkNode *phrase = list->item;

    if (phrase->kind != NK_NODE_PHRASE || !phrase->is_passive || phrase->is_negated || phrase->is_perfect || phrase->aux != NK_AUX_NONE
        || phrase->verb == NULL || phrase->frame == NULL || phrase->frame->is_passive || phrase->object != NULL
        || strchr (phrase->frame->japanese, 'O') == NULL || (list != phrases->item && phrase->also != NULL))
      return FALSE;
  }
  return TRUE;
}

const NkNode *
nk_say_permitted (NkSay *say, const NkNode *node, const char **template)
{
  const char slot = **template, *rest = strstr (*template, "がV可");
  const NkNode *object = slot == 'O' ? node->object : slot == 'P' ? node->p : NULL, *agent;
  NkNode *outer, *phrases, *last = NULL;

  if (rest != *template + 1 || object == NULL || node->is_passive || node->lacks_object || node->infinitive == NULL
      || !are_passives (node->infinitive))
    return node;
  agent = nk_say_agent (node->infinitive->item->item);
  if (agent != NULL && node->infinitive->item->next != NULL)
    return node; /* whose is the second? */
  nk_say_mark (say, node->infinitive);
  outer = nk_arena_new0 (say->arena, NkNode);
  phrases = nk_arena_new0 (say->arena, NkNode);
  *outer = *node;
  *phrases = *node->infinitive;
  outer->infinitive = phrases;
  for (const NkNode *list = node->infinitive->item; list != NULL; list = list->next) {
    NkNode *place = nk_arena_new0 (say->arena, NkNode), *phrase = nk_arena_new0 (say->arena, NkNode);

    nk_say_mark (say, list->item);
    *place = *list;
    *phrase = *list->item;
    place->item = phrase;
    phrase->is_passive = FALSE;
    phrase->object = last == NULL ? object : NULL;
    phrase->lacks_object = last != NULL;
    phrase->adverbials = nk_say_list_without (say, phrase->adverbials, agent);
    if (last != NULL)
      last->next = place;
    else
      phrases->item = place;
    last = place;
  }
  if (agent != NULL)
    nk_say_mark (say, agent);
  if (slot == 'O')
    outer->object = agent != NULL ? agent->object : NULL;
  else
    outer->p = agent != NULL ? agent->object : NULL;
  if (agent == NULL)
    *template = rest + strlen ("が");
  return outer;
}

/* `defined in this document`: what the document does itself. */
static gboolean
is_of_document (const NkNode *phrase)
{
  if (phrase->p != NULL && nk_say_is_document (phrase->p))
    return TRUE;
  for (const NkNode *list = phrase->adverbials; list != NULL; list = list->next)
    if (list->item->kind == NK_NODE_JOINT && list->item->object_kind == NK_OBJECT_NOUN && nk_say_is_document (list->item->object)
        && g_str_equal (list->item->token->lower, "in"))
      return TRUE;
  return FALSE;
}

/* `addressed by this document`, and nothing else around the verb */
static gboolean
is_by_document (const NkNode *phrase)
{
  const NkNode *joint = phrase->adverbials != NULL && phrase->adverbials->next == NULL ? phrase->adverbials->item : NULL;

  return joint != NULL && joint->kind == NK_NODE_JOINT && joint->object_kind == NK_OBJECT_NOUN && nk_say_is_document (joint->object)
         && g_str_equal (joint->token->lower, "by");
}

/* `originally defined in RFC 1738` */
static gboolean
is_of_the_past (const NkNode *phrase)
{
  static const char *const words[] = { "originally", "previously", "formerly", "initially", "historically", "first", NULL };

  for (const NkNode *list = phrase->adverbs; list != NULL; list = list->next)
    if (nk_word_in (words, list->item->token->lower))
      return TRUE;
  return FALSE;
}

/* `messages exchanged during a handover`: 交換される, as often as there is one; but 受信されたメッセージ, where the verb stands before its
 * noun and has no place of its own. */
static gboolean
is_passing (const NkNode *phrase)
{
  static const char *const verbs[]
      = { "exchange", "send", "transmit", "transfer", "forward", "deliver", "return", "receive", "carry", "pass", NULL };

  return phrase->verb != NULL && (phrase->adverbials != NULL || phrase->p != NULL || phrase->end > 0)
         && nk_word_in (verbs, phrase->verb->lemma) && !is_of_the_past (phrase);
}

/* `an algorithm developed by the IETF`: once, by people; but `used by`, and `generated by devices`. */
static gboolean
is_feat (const NkNode *phrase, const NkNode *agent, const NkToken *head)
{
  static const char *const verbs[] = { "develop",   "propose", "publish",   "adopt", "standardize", "discover", "introduce", "create",
                                       "establish", "invent",  "write",     "submit", "approve",    "design",   "report",    "found",
                                       "obtain",    "prepare", "conceive",  "originate", "author",   "contribute", NULL };
  static const char *const works[] = { "work", "contribution", "comment", "proposal", "suggestion", "decision", "observation", NULL };
  const NkToken *actor = agent != NULL ? nk_node_head (agent->object) : NULL;

  if (head != NULL && nk_word_is (head->lemma, "resource"))
    return FALSE; /* resources published by the IEEE: it goes on */
  return actor != NULL && phrase->verb != NULL
         && (nk_word_in (verbs, phrase->verb->lemma)
             || (head != NULL && (nk_word_is (phrase->verb->lemma, "make") || nk_word_is (phrase->verb->lemma, "do")) && nk_word_in (works, head->lemma)))
         && (actor->class == NK_CLASS_PEOPLE || (actor->class == NK_CLASS_NONE && (actor->tags & NK_TAG_NAME) != 0));
}

/* `tests performed by vendors`, `work done by X`: once; but `functions performed by routers`. */
static gboolean
is_over (const NkNode *phrase, const NkToken *head)
{
  static const char *const verbs[] = { "perform", "conduct", "hold", "organize", "carry out", "run", "do", "make", NULL };
  static const char *const events[]
      = { "test",  "measurement", "study",      "experiment", "workshop",  "survey",     "meeting", "interoperability test",
          "event", "evaluation",  "assessment", "research",   "hackathon", "discussion", "trial",   "investigation",
          "work",  "effort",     "proposal",   "contribution", "suggestion", "comment",
          NULL };

  return head != NULL && phrase->verb != NULL && nk_word_in (verbs, phrase->verb->lemma) && nk_word_in (events, head->lemma);
}

const char *
nk_say_participle (NkSay *say, const NkNode *node)
{
  const char *text = "";
  const NkToken *head = say->patient;
  gboolean is_or = node->and_token != NULL && g_str_equal (node->and_token->lower, "or"); /* 採用された、または計画される */

  nk_say_mark (say, node);
  for (const NkNode *list = node->item; list != NULL; list = list->next) {
    const NkNode *phrase = nk_say_with_agent (say, list->item), *agent = nk_say_agent (phrase);
    gboolean is_last = list->next == NULL || is_or, was_past;
    const char *part;
    NkNode *own = nk_arena_new0 (say->arena, NkNode);

    /* `fields used by X, along with their scope`: the scope is described too, X does not use it */
    for (const NkNode *around = phrase->adverbials; around != NULL; around = around->next)
      say->n_oddities += around->item->kind == NK_NODE_JOINT && g_str_has_prefix (around->item->token->lower, "along with");
    say->n_oddities += has_means (agent); /* negotiated by X through P: X is not through P */
    if (mixes_agents (agent))
      nk_say_warn (say, "who does it, and a thing that does nothing");
    nk_say_mark (say, phrase);
    *own = *phrase;
    own->number = 0;
    own->is_perfect = FALSE;
    was_past = phrase->is_past;
    own->is_past = is_last && phrase->verb != NULL
                   && ((!phrase->verb->is_stative && (phrase->frame == NULL || !phrase->frame->is_passive)) || is_of_the_past (phrase))
                   && !is_passing (phrase);
    if (phrase->frame != NULL && phrase->aux == NK_AUX_NONE && is_of_document (phrase)
        && (!phrase->frame->is_passive
            || (phrase->p != NULL && nk_say_is_document (phrase->p) && nk_say_plain_frame (phrase->verb) != NULL))) {
      const char *where = ""; /* 本文書で定義する属性 */

      own->is_passive = FALSE;
      own->lacks_object = TRUE;
      own->is_past = FALSE;
      if (phrase->frame->is_passive) {
        where = nk_say_cat (say, nk_say_noun (say, phrase->p), "で");
        own->frame = nk_say_plain_frame (phrase->verb);
        own->p = NULL;
      }
      part = nk_say_cat (say, where, nk_say_phrase (say, own, is_last ? NK_ENDING_NOUN : NK_ENDING_JOIN));
    } else if (phrase->frame != NULL && !phrase->frame->is_passive && phrase->aux == NK_AUX_NONE && is_by_document (phrase)) {
      own->is_passive = FALSE; /* 本文書が対処する問題 */
      own->lacks_object = TRUE;
      own->is_past = FALSE;
      own->adverbials = NULL;
      nk_say_mark (say, phrase->adverbials->item);
      part = nk_say_cat3 (say, nk_say_noun (say, phrase->adverbials->item->object), "が",
                          nk_say_phrase (say, own, is_last ? NK_ENDING_NOUN : NK_ENDING_JOIN));
    } else if (agent != NULL && phrase->frame != NULL && !phrase->frame->is_passive) {
      const char *around = nk_say_adverbials (say, phrase->adverbials, phrase->verb, agent);

      nk_say_mark (say, agent);
      own->is_passive = FALSE;
      own->lacks_object = TRUE;
      own->is_past = is_last && (was_past || is_of_the_past (phrase) || is_over (phrase, head) || is_feat (phrase, agent, head));  /* a feature that was introduced by X: Xが導入した機能 */
      own->aux = phrase->aux == NK_AUX_MAY ? NK_AUX_CAN : phrase->aux; /* may be used by X: Xが使用できる */
      own->adverbials = NULL;
      say->agent = nk_node_head (agent->object);
      part = nk_say_phrase (say, own, is_last ? NK_ENDING_NOUN : NK_ENDING_JOIN);
      /* sent by the client before the key is confirmed: 鍵が確認される前にクライアントが送信する */
      if (nk_say_has_subject (around))
        part = nk_say_cat3 (say, around, nk_say_noun (say, agent->object), nk_say_cat (say, "が", part));
      else
        part = nk_say_cat3 (say, nk_say_noun (say, agent->object), "が", nk_say_cat (say, around, part));
    } else
      part = nk_say_phrase (say, own, is_last ? NK_ENDING_NOUN : NK_ENDING_JOIN);
    if (g_str_has_suffix (part, "組み合わされる")) /* somebody has done it: ECDHと組み合わせたML-KEM */
      part = nk_arena_join (say->arena, nk_arena_text (say->arena, part, strlen (part) - strlen ("される")), "せた");
    text = nk_say_cat3 (say, text, part, list->next == NULL ? "" : is_or ? "、または" : "、");
  }
  return text;
}
