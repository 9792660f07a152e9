/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* `to create subscriptions to lists in SIP`: whether the creating or the lists are in SIP, 「SIPで…作成する」 says it, while 「SIPにおけるリスト」 says the one only. What says
 * where, when or by what means, and ends a phrase, is said of its verb. */
#include "language/generate_private.h"
#include "language/words.h"

#define LONG_SCENE 12 /* characters, as nk_say_weight counts: a comma behind it */
#define MAX_DEPTH 6u  /* of nouns within nouns */

/* What a verb of these says of its object holds everywhere: `contains a field in X`. */
static gboolean
acts_somewhere (const NkNode *phrase)
{
  static const char *const still[]
      = { "define",    "describe",   "specify",  "discuss",  "document",     "present",    "outline",   "explain",     "summarize",
          "introduce", "propose",    "detail",   "list",     "have",         "contain",    "include",   "comprise",    "consist",
          "hold",      "lack",       "mean",     "denote",   "concern",      "constitute", "encompass", "involve",     "cover",
          "resemble",  "become",     "remain",   "obsolete", "update",       "replace",    "extend",    "cite",        "reference",
          "see",       "call",       "name",     "match",    "characterize", "meet",       "satisfy",   "fulfill",     "follow",
          "need",      "require",    "concern",  "base",     "equal",        "exceed",     "belong",    "correspond",  "conform",
          "relate",    "pertain",    "organize", "plan",     "coordinate",   "guide",      "govern",    "standardize", "oversee",
          "steer",     "direct",     "analyze",  "examine",  "investigate",  "study",      "explore",   "review",      "survey",
          "consider",  "understand", "clarify",  "address",  "motivate",     "justify",    "catalog",   "recommend",   "suggest",
          "advise",    "prioritize", "inform",   "incorporate", NULL };

  return phrase->verb != NULL && phrase->frame != NULL && !nk_word_in (still, phrase->verb->lemma);
}

static gboolean
is_text (const NkNode *noun)
{
  const NkToken *head = nk_node_head (noun);

  return nk_say_is_document (noun) || head == NULL || head->class == NK_CLASS_DOCUMENT || g_str_has_prefix (head->text, "RFC")
         || g_str_has_prefix (head->lower, "section") || g_str_has_prefix (head->lower, "appendix");
}

/* The table names the noun for this preposition: `changes in`, `support in`. */
static gboolean
is_asked_for (const NkSay *say, const NkNode *joint, const NkToken *head)
{
  const NkToken *object = nk_node_head (joint->object);
  NkJoint wanted = { FALSE, head->lemma, head->class, joint->object_kind, NULL, object != NULL ? object->class : NK_CLASS_NONE };
  gboolean is_specific = FALSE;

  nk_lexicon_join (say->lexicon, joint->token->lower, &wanted, &is_specific);
  return is_specific;
}

/* TRUE of a header, and of a name that ends in one: `the PW Status TLV`. */
static gboolean
is_data (const NkToken *token)
{
  static const char *const names[]
      = { "TLV", "TLVs", "AVP", "AVPs", "LSA", "PDU", "Option", "Object", "Attribute", "Header", "Message", NULL };
  const char *last = strrchr (token->text, ' ');

  return token->class == NK_CLASS_DATA || nk_word_in (names, last != NULL ? last + 1 : token->text);
}

/* `bits in a header`, `nodes in a network`: parts of a whole. */
static gboolean
is_part (const NkNode *joint, const NkToken *head, const NkLexiconVerb *verb)
{
  /* what is put somewhere, wherever it was */
  static const char *const putting[] = { "convey", "carry",    "encode", "transmit", "send",    "deliver", "transport",
                                         "signal", "indicate", "place",  "embed",    "express", NULL };
  static const char *const stores[] = { "zone", "database", "file", "directory", "repository", "archive", NULL };
  const NkToken *object = nk_node_head (joint->object);
  const char *word = joint->token->lower;

  if (object == NULL || (head->class == NK_CLASS_DATA && nk_word_in (putting, verb->lemma))
      || !(nk_word_is (word, "in") || nk_word_is (word, "within") || nk_word_is (word, "on") || nk_word_is (word, "at")))
    return FALSE;
  if (head->class == NK_CLASS_DATA && nk_word_in (stores, object->lemma))
    return TRUE; /* the records in a zone */
  if (nk_word_is (word, "within") && nk_word_is (nk_word_last (object->lemma), "group"))
    return TRUE; /* paths within a group */
  if (head->class == NK_CLASS_DOCUMENT)
    return nk_word_is (word, "in") || nk_word_is (word, "within");
  return (head->class == NK_CLASS_DATA && is_data (object))
         || ((head->class == NK_CLASS_SYSTEM || head->class == NK_CLASS_PEOPLE) && object->class == NK_CLASS_SYSTEM);
}

static gboolean
is_scene (const NkSay *say, const NkNode *joint, const NkToken *head, gboolean is_first, const NkLexiconVerb *verb)
{
  static const char *const words[] = { "in",
                                       "at",
                                       "within",
                                       "across",
                                       "over",
                                       "through",
                                       "via",
                                       "during",
                                       "using",
                                       "throughout",
                                       "under",
                                       "as part of",
                                       "with the use of",
                                       "in the context of",
                                       "within the context of",
                                       "by means of",
                                       "through the use of",
                                       "on",
                                       "along",
                                       "at the beginning of",
                                       "at the end of",
                                       "at the start of",
                                       "at the time of",
                                       "at the edge of",
                                       "at the edges of",
                                       "at the border of",
                                       "in the presence of",
                                       "in the absence of",
                                       "in the event of",
                                       "in case of",
                                       "in the middle of",
                                       "on the basis of",
                                       "in response to",
                                       "prior to",
                                       NULL };
  static const char *const moving[]
      = { "move",        "transfer", "exchange",    "share", "migrate",    "transport", "carry",     "send",      "forward", "switch",
          "synchronize", "deliver",  "communicate", "route", "distribute", "convert",   "translate", "negotiate", NULL };
  static const char *const forms[] = { "encoding", "format", "form", "notation", "syntax", "representation", NULL };
  static const char *const taking[] = { "map", "convert", "translate", "process", "compare", "use", "support", "handle", "accept", "parse", NULL };
  /* who uses it, whatever is made possible */
  static const char *const users[] = { "application", "client", "host", "device", "node", "deployment", "implementation", "user", NULL };
  static const char *const enabling[] = { "allow", "enable", "permit", "facilitate", "support", NULL };
  const NkToken *object = nk_node_head (joint->object);

  if (nk_word_is (joint->token->lower, "using") && nk_word_in (users, head->lemma) && nk_word_in (enabling, verb->lemma))
    return FALSE;
  /* hashes over X, but `exchange hashes over a channel` */
  if (nk_word_is (joint->token->lower, "over") && nk_word_in (moving, verb->lemma) && object != NULL && object->class == NK_CLASS_SYSTEM)
    return !joint->is_loose;
  if ((nk_word_is (joint->token->lower, "after") || nk_word_is (joint->token->lower, "before")) && object != NULL
      && (object->class == NK_CLASS_ACTION || object->class == NK_CLASS_TIME))
    return !joint->is_loose;
  if (nk_word_is (joint->token->lower, "for") && object != NULL && nk_word_is (object->lemma, "reason"))
    return TRUE; /* it is done for various reasons */
  if (nk_word_is (joint->token->lower, "between") ? !nk_word_in (moving, verb->lemma) : !nk_word_in (words, joint->token->lower))
    return FALSE;
  if (is_text (joint->object) || joint->is_loose)
    return FALSE;
  /* maps names in UTF-8 encoding: they are so before */
  if (nk_word_is (joint->token->lower, "in") && object != NULL && nk_word_in (forms, nk_word_last (object->lemma))
      && nk_word_in (taking, verb->lemma))
    return FALSE;
  if (nk_word_is (joint->token->lower, "on") && object->class != NK_CLASS_SYSTEM && object->class != NK_CLASS_PROTOCOL)
    return FALSE;
  return !is_asked_for (say, joint, head) && (!is_first || !is_part (joint, head, verb));
}

/* `A in X and B in Y` says it of each. */
static gboolean
shares_posts (const NkNode *nouns)
{
  for (const NkNode *list = nouns->item; list->next != NULL; list = list->next)
    if (list->item->kind != NK_NODE_NOUN || list->item->posts != NULL)
      return FALSE;
  return !nouns->is_loose;
}

/* Of `the inclusion of hashes of code`: the inclusion, which may ask for what stands behind all of it. */
static const NkToken *
outer_of (const NkNode *noun, const NkToken *outer, const NkNode *post)
{
  if (!nk_word_is (post->token->lower, "of"))
    return NULL;
  return outer != NULL ? outer : noun->token;
}

/* `services for transmission over links`: they are transmitted over these, whatever is done to the services. */
static gboolean
is_way_of_action (const NkNode *joint)
{
  static const char *const ways[] = { "over", "across", "through", "via", NULL };
  const NkToken *head = nk_node_head (joint->object);
  const NkNode *post = joint->object->kind == NK_NODE_NOUN ? nk_node_last (joint->object->posts) : NULL;

  return nk_word_is (joint->token->lower, "for") && head != NULL && head->class == NK_CLASS_ACTION && post != NULL
         && post->kind == NK_NODE_JOINT && nk_word_in (ways, post->token->lower);
}

/* The scene at the end of a noun phrase, or NULL. */
static const NkNode *
find_scene (const NkSay *say, const NkNode *noun, const NkToken *outer, const NkLexiconVerb *verb, guint depth)
{
  static const char *const inner[] = { "of", "to", "for", "from", "between", "with", NULL };
  const NkNode *post;

  if (depth > MAX_DEPTH)
    return NULL;
  if (noun->kind == NK_NODE_NOUNS)
    return shares_posts (noun) ? find_scene (say, nk_node_last (noun->item), outer, verb, depth + 1) : NULL;
  post = noun->kind == NK_NODE_NOUN ? nk_node_last (noun->posts) : NULL;
  if (post == NULL || noun->token == NULL || post->kind != NK_NODE_JOINT || post->object_kind != NK_OBJECT_NOUN)
    return NULL;
  if (is_scene (say, post, noun->token, noun->posts->next == NULL, verb) && (outer == NULL || !is_asked_for (say, post, outer)))
    return post;
  if (!nk_word_in (inner, post->token->lower) || is_way_of_action (post))
    return NULL;
  return find_scene (say, post->object, outer_of (noun, outer, post), verb, depth + 1);
}

static const NkNode *rest_of (NkSay *say, const NkNode *noun, const NkNode *scene);

/* The list with its last item said without the scene, or without that item if it is the scene. */
static const NkNode *
rest_of_list (NkSay *say, const NkNode *list, const NkNode *scene)
{
  NkNode *copy;

  if (list->next == NULL && list->item == scene)
    return NULL;
  copy = nk_arena_copy (say->arena, list, sizeof *list);
  if (list->next != NULL)
    copy->next = rest_of_list (say, list->next, scene);
  else if (list->item->kind == NK_NODE_JOINT) {
    NkNode *joint = nk_arena_copy (say->arena, list->item, sizeof *joint);

    nk_say_mark (say, list->item);
    joint->object = rest_of (say, joint->object, scene);
    copy->item = joint;
  } else
    copy->item = rest_of (say, list->item, scene);
  return copy;
}

static const NkNode *
rest_of (NkSay *say, const NkNode *noun, const NkNode *scene)
{
  NkNode *copy = nk_arena_copy (say->arena, noun, sizeof *noun);

  nk_say_mark (say, noun);
  if (noun->kind == NK_NODE_NOUNS)
    copy->item = rest_of_list (say, noun->item, scene);
  else
    copy->posts = rest_of_list (say, noun->posts, scene);
  return copy;
}

/* `used as a block in X`, but not `starts at an offset in X`. */
static gboolean
is_open (const NkNode *phrase)
{
  static const char *const words[] = { "as", "for", "to", "with", "into", "onto", "against", "about", "of", NULL };

  if (phrase->r != NULL)
    return TRUE; /* carries X from P to R, travels from P to R */
  for (guint i = 0; i < phrase->frame->n_elements; i++)
    if (phrase->frame->elements[i].preposition != NULL && !nk_word_in (words, phrase->frame->elements[i].preposition))
      return FALSE;
  return TRUE;
}

/* The slot that English says last; NULL if that is no noun. */
static const NkNode *
last_slot (const NkNode *phrase)
{
  const NkNode *const slots[] = { phrase->object, phrase->p, phrase->r }, *last = NULL;

  if (phrase->infinitive != NULL || phrase->that != NULL || phrase->adjective != NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    if (slots[i] != NULL && (last == NULL || slots[i]->end > last->end))
      last = slots[i];
  return last;
}

/* `fetched from a server at boot time`: it is done then, and no server is of that time. */
static gboolean
is_of_doing (const NkNode *phrase, const NkNode *scene)
{
  const NkToken *head = nk_node_head (scene->object);

  if (nk_word_is (scene->token->lower, "over") && !phrase->is_passive) /* obtained from a server over a channel */
    return TRUE;
  return (nk_word_is (scene->token->lower, "at") || nk_word_is (scene->token->lower, "during")) && head != NULL
         && (head->class == NK_CLASS_TIME || nk_word_is (nk_word_last (head->lemma), "time"));
}

/* The scene at the end of the phrase, or NULL. */
static const NkNode *
scene_of (const NkSay *say, const NkNode *phrase)
{
  static const char *const means[] = { "using", "via", "through", "with the use of", "by means of", "through the use of", NULL };
  const NkNode *slot = last_slot (phrase), *scene;

  if (say->is_title || slot == NULL || !acts_somewhere (phrase))
    return NULL;
  scene = find_scene (say, slot, NULL, phrase->verb, 0);
  return scene != NULL && (slot == phrase->object || is_open (phrase) || nk_word_in (means, scene->token->lower) || is_of_doing (phrase, scene)) ? scene : NULL;
}

gboolean
nk_say_has_scene (const NkSay *say, const NkNode *phrase)
{
  return scene_of (say, phrase) != NULL;
}

/* サポートされている, 簡略化した */
static gboolean
is_like_verb (const NkToken *token)
{
  const NkTerm *term = token->terms[NK_TERM_ADJECTIVE];

  return term != NULL && (g_str_has_suffix (term->japanese, "る") || g_str_has_suffix (term->japanese, "た"));
}

/* `associated with`: Pに関連付けられた */
static gboolean
is_like_participle (const NkNode *joint)
{
  const char *space = strchr (joint->token->lower, ' ');

  return space != NULL && space - joint->token->lower > 2 && strncmp (space - 2, "ed", 2) == 0;
}

/* 「SIPで使用する鍵を作成する」 would put the use there. */
gboolean
nk_say_starts_in_verb (const NkNode *noun)
{
  const NkItem *first;

  if (noun->kind == NK_NODE_NOUNS)
    return nk_say_starts_in_verb (noun->item->item);
  if (noun->kind != NK_NODE_NOUN)
    return TRUE;
  for (const NkNode *list = noun->posts; list != NULL; list = list->next)
    if (list->item->kind != NK_NODE_JOINT || list->item->object_kind != NK_OBJECT_NOUN || is_like_participle (list->item)
        || nk_say_starts_in_verb (list->item->object))
      return TRUE;
  for (first = noun->items; first != NULL && first->before != NULL; first = first->before)
    ;
  return first != NULL
         && (first->kind == NK_ITEM_PARTICIPLE || first->kind == NK_ITEM_ING
             || (first->kind == NK_ITEM_ADJECTIVE && is_like_verb (first->token)));
}

static gboolean
ends_in_verb (const NkNode *noun, guint depth)
{
  const NkNode *post;

  noun = nk_say_last_noun (noun);
  post = noun->kind == NK_NODE_NOUN || noun->kind == NK_NODE_NOUNS ? nk_node_last (noun->posts) : NULL;
  if (post == NULL || depth > MAX_DEPTH)
    return FALSE;
  return post->phrase != NULL || (nk_say_is_plain_joint (post) && ends_in_verb (post->object, depth + 1));
}

gboolean
nk_say_ends_in_verb (const NkNode *noun)
{
  return ends_in_verb (noun, 0);
}

/* 「サポートされているアルゴリズムをDNSで伝達する」: behind the object it is the verb's and nothing else's. */
static gboolean
fits_behind (NkSay *say, const NkNode *phrase, const NkNode *scene, const char *text)
{
  const char *template = phrase->frame->japanese;

  return !phrase->is_passive && phrase->also == NULL && phrase->object != NULL && phrase->p == NULL && phrase->infinitive == NULL
         && g_str_has_prefix (template, "Oを") && nk_say_verb_start (template) == template + strlen ("Oを")
         && !g_str_has_suffix (template, "可能にする") && !nk_say_ends_in_comma (text) && nk_say_weight (text) <= NK_SAY_LONG_BEHIND
         && !nk_say_starts_in_verb (scene->object);
}

/* `in X as Y`, `in X using Y`: two of the verb. */
static const char *
say_joints (NkSay *say, const NkNode *scene, const NkLexiconVerb *verb)
{
  const NkNode *as = scene->object->kind == NK_NODE_NOUN ? nk_node_last (scene->object->posts) : NULL;
  static const char *const apart[]
      = { "as", "across", "during", "using", "via", "through", "with the use of", "by means of", "through the use of", NULL };
  NkNode *bare;

  if (as == NULL || as->kind != NK_NODE_JOINT || as->object_kind != NK_OBJECT_NOUN || as->is_loose || !nk_word_in (apart, as->token->lower))
    return nk_say_joint (say, scene, NULL, verb, FALSE);
  nk_say_mark (say, scene);
  bare = nk_arena_copy (say->arena, scene, sizeof *bare);
  bare->object = rest_of (say, scene->object, as);
  return nk_say_cat3 (say, nk_say_joint (say, as, NULL, verb, FALSE), "、", nk_say_joint (say, bare, NULL, verb, FALSE));
}

/* `convert messages without loss at gateways`: the scene at the end of the last adverbial, or NULL. */
static const NkNode *
tail_of (const NkSay *say, const NkNode *phrase)
{
  static const char *const words[] = { "without", "for", "by", NULL };
  const NkNode *last = nk_node_last (phrase->adverbials);

  if (say->is_title || last == NULL || !acts_somewhere (phrase) || last->kind != NK_NODE_JOINT || last->object_kind != NK_OBJECT_NOUN
      || last->is_loose || !nk_word_in (words, last->token->lower))
    return NULL;
  return find_scene (say, last->object, NULL, phrase->verb, 0);
}

/* `advertise configured prefixes in OSPF`, read as it is meant: the one thing around the verb, if it is better said behind the object. */
static const char *
say_behind (NkSay *say, const NkNode **phrase, NkScene *ret_place)
{
  static const char *const words[] = { "in", "over", "within", "on", "at", "across", "via", "through", "between", "from", "to", NULL };
  const NkNode *list = (*phrase)->adverbials, *object = (*phrase)->object;
  const NkNode *joint = list != NULL && list->next == NULL ? list->item : NULL;
  NkNode *copy;
  const char *text;

  if (say->is_title || (*phrase)->verb == NULL || (*phrase)->frame == NULL || joint == NULL || object == NULL
      || !nk_say_is_plain_joint (joint) || joint->a != NULL || joint->start < object->end || !nk_word_in (words, joint->token->lower)
      || (joint->start == object->end && nk_say_ends_in_verb (object)) || !nk_say_starts_in_verb (object))
    return ""; /* behind a subject that has become the object stood its verb */
  text = nk_say_joint (say, joint, NULL, (*phrase)->verb, FALSE);
  if (!fits_behind (say, *phrase, joint, text))
    return "";
  copy = nk_arena_copy (say->arena, *phrase, sizeof *copy);
  copy->adverbials = NULL;
  *phrase = copy;
  *ret_place = NK_SCENE_BEHIND;
  return text;
}

const char *
nk_say_scene (NkSay *say, const NkNode **phrase, NkEnding ending, NkScene *ret_place)
{
  /* Before what else stands around the verb, if it was the end of that. */
  const NkNode *slot = last_slot (*phrase), *scene = scene_of (say, *phrase), *rest;
  NkNode *copy;
  const char *text;
  gboolean is_blurred;

  if (scene == NULL && (scene = tail_of (say, *phrase)) == NULL)
    return say_behind (say, phrase, ret_place);
  copy = nk_arena_copy (say->arena, *phrase, sizeof *copy);
  *ret_place = scene_of (say, *phrase) == NULL ? NK_SCENE_FIRST : NK_SCENE_BESIDE;
  if (*ret_place == NK_SCENE_FIRST) {
    copy->adverbials = rest_of_list (say, copy->adverbials, scene);
    rest = slot;
  } else
    rest = rest_of (say, slot, scene);
  copy->object = copy->object == slot ? rest : copy->object;
  copy->p = copy->p == slot ? rest : copy->p;
  copy->r = copy->r == slot ? rest : copy->r;
  text = say_joints (say, scene, copy->verb);
  *phrase = copy;
  is_blurred = copy->object != NULL && nk_say_starts_in_verb (copy->object);
  if (is_blurred && *ret_place == NK_SCENE_BESIDE && fits_behind (say, copy, scene, text))
    *ret_place = NK_SCENE_BEHIND;
  /* 「X全体で、Yを広告する拡張を定義する」 would be defined there */
  else if (!nk_say_ends_in_comma (text)
           && (is_blurred || (nk_say_weight (text) > LONG_SCENE && ending != NK_ENDING_NOUN && say->n_verbs < 2)))
    text = nk_say_cat (say, text, "、");
  return text;
}

const char *
nk_say_beside (NkSay *say, const char *a, const char *b)
{
  return *a == '\0' || *b == '\0' || nk_say_ends_in_comma (a) ? nk_say_cat (say, a, b) : nk_say_cat3 (say, a, "、", b);
}
