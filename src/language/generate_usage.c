/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Nouns that hide a clause: the use of X for Y is how to use X for Y, the impact of X on Y what X does to Y. */
#include "language/generate_private.h"
#include "language/words.h"

#define MAX_DEPTH 6u /* of nouns within nouns */

static gboolean
is_used_with (const NkNode *joint)
{
  const NkToken *head = joint->object_kind == NK_OBJECT_NOUN ? nk_node_head (joint->object) : NULL;

  return head != NULL && ((head->tags & (NK_TAG_NAME | NK_TAG_NUMBER)) != 0 || head->class == NK_CLASS_PROTOCOL);
}

/* `SIP with data channels`: what has a name of its own has none. */
static gboolean
is_protocol_with_system (const NkToken *head, const NkNode *joint)
{
  const NkToken *object = nk_say_is_plain_joint (joint) && nk_word_is (joint->token->lower, "with") ? nk_node_head (joint->object) : NULL;

  return object != NULL && (head->tags & NK_TAG_NAME) != 0 && object->class == NK_CLASS_SYSTEM;
}

/* `key exchange with TLS`: nobody exchanges keys with a protocol. */
static gboolean
is_exchange_in (const NkToken *head, const NkNode *joint)
{
  return nk_word_is (joint->token->lower, "with") && is_used_with (joint) && g_str_has_suffix (head->lemma, "exchange");
}

gboolean
nk_say_goes_with_use (const NkNode *post)
{
  static const char *const words[]
      = { "in", "for", "with", "as", "over", "within", "on", "across", "via", "between", "during", "under", "to", "at", NULL };

  /* AES with short keys, but HPKE with COSE */
  if (post->kind == NK_NODE_JOINT && nk_word_is (post->token->lower, "with") && !is_used_with (post))
    return FALSE;
  return post->kind == NK_NODE_JOINT && !post->is_loose && nk_word_in (words, post->token->lower)
         && (post->object_kind == NK_OBJECT_INFINITIVE || post->object_kind == NK_OBJECT_GERUND || nk_say_is_plain_joint (post));
}

const NkNode *
nk_say_end_of_use (const NkSay *say, const NkNode *object)
{
  const NkNode *last;
  const NkToken *head;

  object = nk_say_last_noun (object);
  last = nk_node_last (object->posts);
  head = nk_node_head (object);
  return last != NULL && head != NULL && (nk_say_goes_with_use (last) || is_protocol_with_system (head, last))
                 && (!nk_say_is_plain_joint (last) || is_exchange_in (head, last) || !nk_say_asks_for (say, head, last))
             ? last
             : NULL;
}

void
nk_say_put_with_use (NkSay *say, NkNode *phrase, const NkNode *post)
{
  const char *word = post->token->lower;
  gboolean is_for_whom, is_in = nk_word_is (word, "with") && nk_word_is (phrase->verb->lemma, "use");
  const NkNode *role = nk_say_is_plain_joint (post) && post->object->kind == NK_NODE_NOUN ? nk_say_end_of_use (say, post->object) : NULL;
  const NkFrame *frame;

  /* in X as Y, with X for Y, in X to V */
  if (role != NULL
      && (nk_word_is (role->token->lower, "as") || (nk_word_is (role->token->lower, "for") && !nk_word_is (word, "as"))
          || role->object_kind != NK_OBJECT_NOUN)) {
    NkNode *bare = nk_arena_copy (say->arena, post, sizeof *bare);

    nk_say_mark (say, post);
    bare->object = nk_say_without_last (say, post->object);
    post = bare;
  } else
    role = NULL;
  /* for sensor networks: who it is for, not what */
  is_for_whom = nk_word_is (word, "for") && nk_say_is_plain_joint (post) && nk_node_head (post->object) != NULL
                && (nk_node_head (post->object)->class == NK_CLASS_SYSTEM || nk_node_head (post->object)->class == NK_CLASS_PEOPLE);
  frame = nk_say_is_plain_joint (post) && phrase->p == NULL && !is_for_whom ? nk_say_frame_with (phrase->verb, is_in ? "in" : word) : NULL;
  if (frame != NULL) {
    phrase->frame = frame;
    phrase->p = post->object;
    nk_say_mark (say, post);
  } else
    phrase->adverbials = nk_say_list (say, post, phrase->adverbials);
  if (role != NULL)
    phrase->adverbials = nk_say_list (say, role, phrase->adverbials);
}

const NkNode *
nk_say_use_of (NkSay *say, const NkNode *object)
{
  NkNode *phrase = nk_arena_new0 (say->arena, NkNode), *phrases = nk_arena_new0 (say->arena, NkNode);
  const NkNode *end;

  *phrase = (NkNode){ .kind = NK_NODE_PHRASE, .verb = nk_lexicon_verb (say->lexicon, "use"), .start = object->start, .end = object->end };
  if (phrase->verb == NULL || (phrase->frame = nk_say_plain_frame (phrase->verb)) == NULL
      || (object->kind != NK_NODE_NOUN && object->kind != NK_NODE_NOUNS) || nk_say_end_of_use (say, object) == NULL)
    return NULL;
  while ((end = nk_say_end_of_use (say, object)) != NULL) {
    nk_say_put_with_use (say, phrase, end);
    object = nk_say_without_last (say, object);
  }
  phrase->object = object;
  *phrases = (NkNode){ .kind = NK_NODE_PHRASES, .item = nk_say_list (say, phrase, NULL), .start = phrase->start, .end = phrase->end };
  return phrases;
}

/* `how to use X for Y`, of the use with what stands behind it; NULL: something else stands there, or nothing. */
static const NkNode *
as_question (NkSay *say, const NkNode *use, const NkNode *purpose)
{
  static const NkToken how = { .text = "how", .lower = "how", .lemma = "how" };
  const NkNode *of = use->posts->item, *object = of->object;
  NkNode *phrase = nk_arena_new0 (say->arena, NkNode), *phrases = nk_arena_new0 (say->arena, NkNode),
         *question = nk_arena_new0 (say->arena, NkNode);
  const NkNode *end;

  *phrase = (NkNode){ .kind = NK_NODE_PHRASE, .verb = nk_lexicon_verb (say->lexicon, "use"), .start = use->start, .end = use->end };
  if (phrase->verb == NULL || (phrase->frame = nk_say_plain_frame (phrase->verb)) == NULL)
    return NULL;
  for (const NkNode *post = use->posts->next; post != NULL; post = post->next)
    if (!nk_say_goes_with_use (post->item))
      return NULL;
  while ((end = nk_say_end_of_use (say, object)) != NULL) {
    nk_say_put_with_use (say, phrase, end);
    object = nk_say_without_last (say, object);
  }
  for (const NkNode *post = use->posts->next; post != NULL; post = post->next)
    nk_say_put_with_use (say, phrase, post->item);
  if (purpose != NULL)
    nk_say_put_with_use (say, phrase, purpose);
  if (phrase->p == NULL && phrase->adverbials == NULL)
    return NULL;
  phrase->object = object;
  nk_say_mark (say, use);
  nk_say_mark (say, of);
  *phrases = (NkNode){ .kind = NK_NODE_PHRASES, .item = nk_say_list (say, phrase, NULL), .start = use->start, .end = use->end };
  *question = (NkNode){ .kind = NK_NODE_QUESTION, .token = &how, .phrase = phrases, .start = use->start, .end = use->end };
  return question;
}

const NkNode *
nk_say_with_usage (NkSay *say, const NkNode *node)
{
  static const char *const tells[] = { "describe", "specify", "define", "document", "detail", "explain", "outline", "standardize", NULL };
  static const char *const uses[] = { "use", "usage", "utilization", NULL };
  static const NkToken to = { .text = "to", .lower = "to", .lemma = "to" };
  const NkNode *use = node->object, *question;
  NkNode *copy, *purpose = NULL;

  if (node->verb == NULL || node->is_passive || node->also != NULL || use == NULL || use->kind != NK_NODE_NOUN || use->n_items != 1
      || use->bracket != NULL || use->posts == NULL || !nk_word_in (tells, node->verb->lemma) || !nk_word_in (uses, use->token->lemma)
      || !nk_say_is_plain_joint (use->posts->item) || !nk_word_is (use->posts->item->token->lower, "of") || !nk_say_has_only_articles (use)
      || (node->infinitive != NULL && nk_say_plain_frame (node->verb) == NULL))
    return node;
  if (node->infinitive != NULL) {
    purpose = nk_arena_new0 (say->arena, NkNode);
    *purpose = (NkNode){ .kind = NK_NODE_JOINT, .token = &to, .object_kind = NK_OBJECT_INFINITIVE, .phrase = node->infinitive };
  }
  if ((question = as_question (say, use, purpose)) == NULL)
    return node;
  copy = nk_arena_copy (say->arena, node, sizeof *copy);
  if (purpose != NULL) {
    copy->frame = nk_say_plain_frame (node->verb);
    copy->infinitive = NULL;
  }
  copy->object = question;
  return copy;
}

/* The `on Y` at the end of `X of Z on Y`, however deep; NULL: it ends otherwise, or Z asks for it. */
static const NkNode *
find_on (const NkSay *say, const NkNode *cause, guint depth)
{
  const NkNode *post = cause->kind == NK_NODE_NOUN || cause->kind == NK_NODE_NOUNS ? nk_node_last (nk_say_last_noun (cause)->posts) : NULL;

  if (post == NULL || !nk_say_is_plain_joint (post) || depth > MAX_DEPTH || nk_node_head (nk_say_last_noun (cause)) == NULL)
    return NULL;
  if (nk_word_is (post->token->lower, "on"))
    return nk_say_asks_for (say, nk_node_head (nk_say_last_noun (cause)), post) ? NULL : post;
  return nk_word_is (post->token->lower, "of") ? find_on (say, post->object, depth + 1) : NULL;
}

/* The noun without what `find_on` found. */
static const NkNode *
without_on (NkSay *say, const NkNode *cause, const NkNode *on)
{
  const NkNode **place;
  NkNode *copy;

  if (cause->kind != NK_NODE_NOUN || nk_node_last (cause->posts) == on)
    return nk_say_without_last (say, cause);
  nk_say_mark (say, cause);
  copy = nk_arena_copy (say->arena, cause, sizeof *copy);
  place = &copy->posts;
  for (const NkNode *list = cause->posts; list != NULL; list = list->next) {
    NkNode *item = nk_arena_copy (say->arena, list, sizeof *item);

    if (list->next == NULL) {
      NkNode *joint = nk_arena_copy (say->arena, list->item, sizeof *joint);

      nk_say_mark (say, list->item);
      joint->object = without_on (say, list->item->object, on);
      item->item = joint;
    }
    *place = item;
    place = &item->next;
  }
  return copy;
}

const char *
nk_say_effect (NkSay *say, const NkNode *node, const char *head)
{
  static const char *const effects[] = { "impact", "effect", "influence", "implication", NULL };
  const NkNode *of = node->posts != NULL ? node->posts->item : NULL, *on, *cause;

  if (node->kind != NK_NODE_NOUN || !nk_word_in (effects, node->token->lemma) || of == NULL || !nk_say_is_plain_joint (of)
      || !nk_word_is (of->token->lower, "of") || (node->posts->next != NULL && node->posts->next->next != NULL))
    return NULL;
  cause = of->object;
  if (node->posts->next != NULL)
    on = node->posts->next->item;
  else if ((on = find_on (say, cause, 0)) == NULL)
    return NULL;
  if (!nk_say_is_plain_joint (on) || !nk_word_is (on->token->lower, "on"))
    return NULL;
  if (node->posts->next == NULL)
    cause = without_on (say, cause, on);
  nk_say_mark (say, of);
  nk_say_mark (say, on);
  return nk_say_cat3 (say, nk_say_noun (say, cause), "が", nk_say_cat3 (say, nk_say_noun (say, on->object), "に与える", head));
}

/* The infinitive among the adverbials, in its list; NULL: there is none. */
static const NkNode *
purpose_of (const NkNode *node)
{
  for (const NkNode *list = node->adverbials; list != NULL; list = list->next)
    if (list->item->kind == NK_NODE_JOINT && list->item->object_kind == NK_OBJECT_INFINITIVE)
      return list->item;
  return NULL;
}

/* The adverbials but this one. */
static const NkNode *
without_item (NkSay *say, const NkNode *adverbials, const NkNode *without)
{
  const NkNode *first = NULL, **place = &first;

  for (const NkNode *list = adverbials; list != NULL; list = list->next) {
    NkNode *item;

    if (list->item == without)
      continue;
    item = nk_arena_copy (say->arena, list, sizeof *item);
    item->next = NULL;
    *place = item;
    place = &item->next;
  }
  return first;
}

/* What is identified or selected, and stands right before what it is there to do. */
static gboolean
is_tool (const NkNode *node, const NkNode *joint)
{
  static const char *const finds[] = { "identify", "find",   "discover",  "locate",  "select", "choose",   "define",  "specify", "list",
                                       "collect",  "gather", "enumerate", "catalog", "obtain", "retrieve", "acquire", NULL };
  const NkNode *tool = node->object;
  const NkToken *head = tool != NULL && (tool->kind == NK_NODE_NOUN || tool->kind == NK_NODE_NOUNS) ? nk_node_head (tool) : NULL;

  return head != NULL && node->verb != NULL && !node->is_passive && node->also == NULL && node->infinitive == NULL && node->p == NULL
         && tool->posts == NULL && joint->start == tool->end && !joint->is_loose && !joint->phrase->item->item->is_passive
         && nk_word_in (finds, node->verb->lemma) && head->class != NK_CLASS_ACTION && head->class != NK_CLASS_PEOPLE;
}

const NkNode *
nk_say_find_tool (NkSay *say, const NkNode *phrases, const NkNode *joint)
{
  const NkNode *last = phrases->item;
  NkNode *copies;

  if (joint->kind != NK_NODE_JOINT || joint->object_kind != NK_OBJECT_INFINITIVE || last->next != NULL || !is_tool (last->item, joint))
    return NULL;
  nk_say_mark (say, phrases);
  nk_say_mark (say, last->item);
  copies = nk_arena_take (say->arena, 3 * sizeof (NkNode));
  copies[0] = *phrases;
  copies[1] = *last;
  copies[2] = *last->item;
  copies[2].object = nk_say_with_post (say, last->item->object, joint);
  nk_say_mark (say, last->item->object);
  copies[1].item = &copies[2];
  copies[0].item = &copies[1];
  return &copies[0];
}

const NkNode *
nk_say_with_tool (NkSay *say, const NkNode *node)
{
  const NkNode *joint = purpose_of (node), *inner = NULL;
  NkNode *copy;

  if (joint == NULL
      || (node->infinitive != NULL ? (inner = nk_say_find_tool (say, node->infinitive, joint)) == NULL : !is_tool (node, joint)))
    return node;
  copy = nk_arena_copy (say->arena, node, sizeof *copy);
  copy->adverbials = without_item (say, node->adverbials, joint);
  if (inner != NULL)
    copy->infinitive = inner;
  else {
    nk_say_mark (say, node->object);
    copy->object = nk_say_with_post (say, node->object, joint);
  }
  return copy;
}

const NkNode *
nk_say_with_outcome (NkSay *say, const NkNode *node, const NkNode **outcome)
{
  static const char *const changes[] = { "update", "revise", "amend", "extend", NULL };
  static const char *const acts[] = { "specify",   "define",    "clarify",  "allow",     "enable",       "permit",    "prohibit", "forbid",
                                      "require",   "deprecate", "register", "remove",    "introduce",    "elaborate", "correct",  "add",
                                      "recommend", "describe",  "disallow", "allow for", "elaborate on", NULL };
  const NkNode *joint = purpose_of (node), *phrases = joint != NULL ? joint->phrase : node->infinitive, *act;
  NkNode *copy;

  if (node->verb == NULL || node->is_passive || node->is_negated || node->aux != NK_AUX_NONE || node->object == NULL || phrases == NULL
      || phrases->item->next != NULL || !nk_word_in (changes, node->verb->lemma) || nk_say_plain_frame (node->verb) == NULL
      || (joint != NULL && node->infinitive != NULL))
    return node;
  act = phrases->item->item;
  if (act->verb == NULL || act->is_passive || act->is_negated || !nk_word_in (acts, act->verb->lemma))
    return node;
  copy = nk_arena_copy (say->arena, node, sizeof *copy);
  copy->frame = node->infinitive != NULL ? nk_say_plain_frame (node->verb) : node->frame;
  copy->infinitive = NULL;
  copy->adverbials = without_item (say, node->adverbials, joint);
  if (joint != NULL)
    nk_say_mark (say, joint);
  *outcome = phrases;
  return copy;
}

/* What the verb does to the preposition at the end of its object: the frame that takes it, or NULL. */
static const NkFrame *
frame_of_place (const NkSay *say, const NkNode *node, const NkNode *post)
{
  static const char *const sends[] = { "deliver", "send", "transmit", "distribute", "push", "forward", "report", NULL };
  static const char *const puts[] = { "install", "store", "place", "insert", NULL };
  static const char *const tables[] = { "registry", "subregistry", "sub-registry", "registries", NULL };
  const char *word = post->token->lower, *lemma = node->verb->lemma;
  const NkToken *head = nk_node_head (post->object);
  gboolean is_asked = nk_say_asks_for (say, node->object->token, post);

  if (nk_word_is (word, "in") && nk_word_is (lemma, "introduce") && !is_asked)
    return nk_say_frame_with (node->verb, "into");
  if (nk_word_is (word, "in") && nk_word_in (puts, lemma) && !is_asked)
    return nk_say_frame_with (node->verb, word);
  /* `adds entries in the registry`: they are not there yet */
  if (nk_word_is (word, "in") && nk_word_is (lemma, "add") && head != NULL && nk_word_in (tables, head->lemma))
    return nk_say_frame_with (node->verb, word);
  /* `deliver updates to devices`, whatever is updated */
  if (nk_word_is (word, "to") && nk_word_in (sends, lemma) && head != NULL
      && (head->class == NK_CLASS_SYSTEM || head->class == NK_CLASS_PEOPLE))
    return nk_say_frame_with (node->verb, word);
  return NULL;
}

const NkNode *
nk_say_with_place (NkSay *say, const NkNode *node)
{
  const NkNode *in = node->object != NULL && node->object->kind == NK_NODE_NOUN ? nk_node_last (node->object->posts) : NULL;
  const NkFrame *frame;
  NkNode *copy;

  if (in == NULL || node->verb == NULL || node->is_passive || node->also != NULL || node->frame != nk_say_plain_frame (node->verb)
      || !nk_say_is_plain_joint (in) || (frame = frame_of_place (say, node, in)) == NULL)
    return node;
  nk_say_mark (say, in);
  copy = nk_arena_copy (say->arena, node, sizeof *copy);
  copy->frame = frame;
  copy->object = nk_say_without_last (say, node->object);
  copy->p = in->object;
  return copy;
}

const NkNode *
nk_say_with_agent (NkSay *say, const NkNode *phrase)
{
  const NkNode *by = phrase->is_passive && phrase->p != NULL && phrase->p->kind == NK_NODE_NOUN ? nk_node_last (phrase->p->posts) : NULL;
  const NkToken *head = by != NULL && nk_say_is_plain_joint (by) ? nk_node_head (by->object) : NULL;
  NkNode *copy;

  if (head == NULL || !nk_word_is (by->token->lower, "by")
      || (phrase->p->token->class != NK_CLASS_PEOPLE && phrase->p->token->class != NK_CLASS_SYSTEM)
      || (head->class != NK_CLASS_PEOPLE && head->class != NK_CLASS_SYSTEM) || phrase->adverbials != NULL)
    return phrase;
  nk_say_mark (say, phrase);
  copy = nk_arena_copy (say->arena, phrase, sizeof *copy);
  copy->p = nk_say_without_last (say, phrase->p);
  copy->adverbials = nk_say_list (say, by, NULL);
  return copy;
}

/* The first phrase of the clause with one more adverbial, all of them copied. NULL: there are several. */
static const NkNode *
clause_with (NkSay *say, const NkNode *clause, const NkNode *joint)
{
  NkNode *copies;

  if (clause == NULL || clause->kind != NK_NODE_CLAUSE || clause->phrase == NULL || clause->phrase->item->next != NULL)
    return NULL;
  nk_say_mark (say, clause);
  nk_say_mark (say, clause->phrase);
  nk_say_mark (say, clause->phrase->item->item);
  copies = nk_arena_take (say->arena, 4 * sizeof (NkNode));
  copies[0] = *clause;
  copies[1] = *clause->phrase;
  copies[2] = *clause->phrase->item;
  copies[3] = *clause->phrase->item->item;
  copies[3].adverbials = nk_say_list (say, joint, copies[3].adverbials);
  copies[2].item = &copies[3];
  copies[1].item = &copies[2];
  copies[0].phrase = &copies[1];
  return &copies[0];
}

const NkNode *
nk_say_with_how (NkSay *say, const NkNode *node)
{
  static const NkToken to = { .text = "to", .lower = "to", .lemma = "to" };
  const NkNode *question = node->object, *clause;
  NkNode *copy, *joint, *how;

  if (node->verb == NULL || node->is_passive || node->also != NULL || node->infinitive == NULL || question == NULL
      || question->kind != NK_NODE_QUESTION || !nk_word_is (question->token->lower, "how") || nk_say_plain_frame (node->verb) == NULL)
    return node;
  joint = nk_arena_new0 (say->arena, NkNode);
  *joint = (NkNode){ .kind = NK_NODE_JOINT, .token = &to, .object_kind = NK_OBJECT_INFINITIVE, .phrase = node->infinitive };
  clause = clause_with (say, question->clause, joint);
  if (clause == NULL)
    return node;
  nk_say_mark (say, question);
  how = nk_arena_copy (say->arena, question, sizeof *how);
  how->clause = clause;
  copy = nk_arena_copy (say->arena, node, sizeof *copy);
  copy->frame = nk_say_plain_frame (node->verb);
  copy->infinitive = NULL;
  copy->object = how;
  return copy;
}
