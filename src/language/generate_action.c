/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Nouns of what is done, said as verbs: `for the compression of packets` is パケットを圧縮するための, where 「パケットの圧縮のための」 heaps の on の. */
#include "language/generate_private.h"
#include "language/words.h"

static const NkToken *
manner_of (NkSay *say, const NkItem *item)
{
  const NkTerm *term = item->kind == NK_ITEM_ADJECTIVE ? item->token->terms[NK_TERM_ADJECTIVE] : NULL;
  NkToken *token;
  NkTerm *adverb;

  if (term == NULL || item->before != NULL || !g_str_has_suffix (term->japanese, "な"))
    return NULL;
  token = nk_arena_copy (say->arena, item->token, sizeof *token);
  adverb = nk_arena_copy (say->arena, term, sizeof *adverb);
  adverb->kind = NK_TERM_ADVERB;
  adverb->japanese = nk_adjective_adverb (say->arena, term->japanese);
  token->terms[NK_TERM_CONNECTIVE] = NULL;
  token->terms[NK_TERM_ADVERB] = adverb;
  return token;
}

/* The frame with an object and this preposition; NULL: there is none. */
const NkFrame *
nk_say_frame_with (const NkLexiconVerb *verb, const char *preposition)
{
  for (guint i = 0; i < verb->n_frames; i++) {
    const NkFrame *frame = &verb->frames[i];

    if (!frame->is_passive && frame->n_elements == 2 && frame->elements[0].kind == NK_ELEMENT_OBJECT
        && frame->elements[1].kind == NK_ELEMENT_PREPOSITION && frame->elements[1].slot == 'P'
        && g_str_equal (frame->elements[1].preposition, preposition))
      return frame;
  }
  return NULL;
}

gboolean
nk_say_has_only_articles (const NkNode *noun)
{
  for (guint i = 0; i < noun->n_determiners; i++)
    if (!nk_word_is (noun->determiners[i]->lower, "a") && !nk_word_is (noun->determiners[i]->lower, "an")
        && !nk_word_is (noun->determiners[i]->lower, "the"))
      return FALSE;
  return TRUE;
}

gboolean
nk_say_is_plain_joint (const NkNode *post)
{
  return post->kind == NK_NODE_JOINT && post->object_kind == NK_OBJECT_NOUN && !post->is_loose
         && (post->object->kind == NK_NODE_NOUN || post->object->kind == NK_NODE_NOUNS);
}

/* The posts behind `of X`: one more element of the frame, or what stands around the verb. FALSE: something else. */
static gboolean
take_posts (NkSay *say, NkNode *phrase, const NkNode *list)
{
  static const char *const around[]
      = { "in", "over", "within", "using", "via", "across", "through", "between", "among", "during", "without", NULL };
  const NkNode *moved = NULL;
  const NkNode **place = &phrase->adverbials;

  for (; list != NULL; list = list->next) {
    const NkFrame *frame;
    NkNode *copy;

    if (!nk_say_is_plain_joint (list->item))
      return FALSE;
    frame = nk_say_frame_with (phrase->verb, list->item->token->lower);
    if (frame != NULL && moved == NULL) {
      moved = list->item;
      phrase->frame = frame;
      phrase->p = moved->object;
      continue;
    }
    if (!nk_word_in (around, list->item->token->lower))
      return FALSE;
    copy = nk_arena_copy (say->arena, list, sizeof *copy);
    copy->next = NULL;
    *place = copy;
    place = &copy->next;
  }
  if (moved != NULL)
    nk_say_mark (say, moved);
  return TRUE;
}

/* The table names this noun, or its class, before the preposition: `aggregation into X`. */
gboolean
nk_say_asks_for (const NkSay *say, const NkToken *head, const NkNode *joint)
{
  const NkToken *object = nk_node_head (joint->object);
  NkJoint wanted = { FALSE, head->lemma, head->class, NK_OBJECT_NOUN, NULL, object != NULL ? object->class : NK_CLASS_NONE };
  gboolean is_specific = FALSE;

  nk_lexicon_join (say->lexicon, joint->token->lower, &wanted, &is_specific);
  return is_specific;
}

/* `aggregation of classes into treatments`: the classes are not into anything. What ends the object and belongs to the verb, or NULL. */
static const NkNode *
end_of_verb (const NkSay *say, const NkNode *noun, const NkNode *object, const NkLexiconVerb *verb)
{
  static const char *const ways[] = { "to", "into", "onto", "from", "between", "among", "against", NULL };
  const NkNode *last = nk_node_last (object->posts);
  const NkToken *head = nk_node_head (object);

  if (last == NULL || head == NULL || !nk_say_is_plain_joint (last) || !nk_word_in (ways, last->token->lower)
      || nk_say_asks_for (say, head, last))
    return NULL;
  return nk_say_frame_with (verb, last->token->lower) != NULL || nk_word_is (last->token->lower, "into")
                 || nk_word_is (last->token->lower, "between") || nk_word_is (last->token->lower, "among")
                 || nk_say_asks_for (say, noun->token, last)
             ? last
             : NULL;
}

/* 「パケットにラベルを付加する」 if the verb has a place for it, else 「パケットに」 beside the verb. */
static void
take_end (NkSay *say, NkNode *phrase, const NkNode *end)
{
  const NkFrame *frame = nk_say_frame_with (phrase->verb, end->token->lower);

  if (frame != NULL) {
    phrase->frame = frame;
    phrase->p = end->object;
    nk_say_mark (say, end);
    return;
  }
  phrase->adverbials = nk_say_list (say, end, phrase->adverbials);
}

/* The noun that English says last: X, or the last of `X and Y` where nothing stands behind the others. */
const NkNode *
nk_say_last_noun (const NkNode *noun)
{
  if (noun->kind != NK_NODE_NOUNS || noun->posts != NULL || noun->is_loose)
    return noun;
  for (const NkNode *list = noun->item; list != NULL; list = list->next) {
    if (list->next == NULL)
      return list->item;
    if (list->item->posts != NULL)
      break;
  }
  return noun;
}

const NkNode *
nk_say_without_last (NkSay *say, const NkNode *noun)
{
  NkNode *copy = nk_arena_copy (say->arena, noun, sizeof *copy);
  const NkNode **place = &copy->posts;

  nk_say_mark (say, noun);
  if (nk_say_last_noun (noun) != noun) {
    place = &copy->item;
    for (const NkNode *list = noun->item; list != NULL; list = list->next) {
      NkNode *item = nk_arena_copy (say->arena, list, sizeof *item);

      if (list->next == NULL) {
        item->item = nk_say_without_last (say, list->item);
        copy->end = item->item->end;
      }
      *place = item;
      place = &item->next;
    }
    return copy;
  }
  for (const NkNode *list = noun->posts; list->next != NULL; list = list->next) {
    NkNode *item = nk_arena_copy (say->arena, list, sizeof *item);

    copy->end = list->next->item->start;
    *place = item;
    place = &item->next;
  }
  if (noun->posts->next == NULL)
    copy->end = noun->posts->item->start;
  *place = NULL;
  return copy;
}

/* `authentication of users by servers`: who does it would seem to belong to the users. */
static gboolean
has_agent (const NkNode *noun)
{
  const NkNode *last = noun->kind == NK_NODE_NOUN ? nk_node_last (noun->posts) : NULL;

  if (last == NULL || !nk_say_is_plain_joint (last))
    return FALSE;
  return nk_word_is (last->token->lower, "by") || has_agent (last->object);
}

/* `negotiation`, `discovery`, `establishment`, where the Japanese noun is not that of the verb. */
static const NkLexiconVerb *
verb_of_english (NkSay *say, const char *noun)
{
  static const struct {
    const char *ending, *verb;
  } endings[] = { { "ation", "ate" }, { "ation", "e" }, { "ion", "e" }, { "ion", "" }, { "ment", "" }, { "very", "ver" } };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    const NkLexiconVerb *verb;

    if (!g_str_has_suffix (noun, endings[i].ending))
      continue;
    verb = nk_lexicon_verb (
        say->lexicon,
        nk_arena_join (say->arena, nk_arena_text (say->arena, noun, strlen (noun) - strlen (endings[i].ending)), endings[i].verb));
    if (verb != NULL && nk_say_plain_frame (verb) != NULL && g_str_has_prefix (nk_say_plain_frame (verb)->japanese, "Oを"))
      return verb;
  }
  return NULL;
}

static const NkLexiconVerb *
verb_of (NkSay *say, const NkToken *noun)
{
  const NkLexiconVerb *verb = nk_lexicon_verb_of_noun (say->lexicon, nk_token_noun (noun));

  return verb != NULL || noun->class != NK_CLASS_ACTION ? verb : verb_of_english (say, noun->lemma);
}

/* The verb of a bare noun of what is done, as one that shares the object of another; NULL: it is no such noun. */
static const NkNode *
shared_verb (NkSay *say, const NkToken *noun)
{
  const NkLexiconVerb *verb = verb_of (say, noun);
  NkNode *phrase;

  if (verb == NULL)
    return NULL;
  phrase = nk_arena_new0 (say->arena, NkNode);
  *phrase = (NkNode){ .kind = NK_NODE_PHRASE, .verb = verb };
  return nk_say_list (say, phrase, NULL);
}

/* `configuration and management`: the first of the two. */
static const NkNode *
first_of_two (NkSay *say, const NkNode *noun)
{
  const NkItem *and_item = noun->items->before, *first = and_item != NULL && and_item->kind == NK_ITEM_AND ? and_item->before : NULL;

  if (first == NULL || first->before != NULL || first->kind != NK_ITEM_NOUN || !nk_word_is (and_item->token->lower, "and"))
    return NULL;
  return shared_verb (say, first->token);
}

/* `the configuration and the management of X`, two nouns: the second, and the first in `first`; or `noun` itself. */
static const NkNode *
second_of_two (const NkNode *noun, const NkNode **first)
{
  const NkNode *list = noun->kind == NK_NODE_NOUNS ? noun->item : NULL;

  if (list == NULL || noun->posts != NULL || noun->is_loose || noun->n_determiners > 0 || !nk_word_is (noun->and_token->lower, "and")
      || list->next == NULL || list->next->next != NULL || list->item->kind != NK_NODE_NOUN || list->item->posts != NULL
      || list->item->n_items != 1 || list->item->bracket != NULL || !nk_say_has_only_articles (list->item)
      || list->next->item->kind != NK_NODE_NOUN || list->next->item->n_items != 1)
    return noun;
  *first = list->item;
  return list->next->item;
}

/* `transfer of logs from a device to a collector`: both belong to the verb, whatever the logs ask for. */
static void
take_way (NkSay *say, NkNode *phrase)
{
  const NkNode *list = phrase->object->posts, *from, *to;
  const NkFrame *frame = NULL;

  while (list != NULL && list->next != NULL && list->next->next != NULL)
    list = list->next;
  if (list == NULL || list->next == NULL || !nk_say_is_plain_joint (list->item) || !nk_say_is_plain_joint (list->next->item))
    return;
  from = nk_word_is (list->item->token->lower, "from") ? list->item : list->next->item;
  to = from == list->item ? list->next->item : list->item;
  for (guint i = 0; i < phrase->verb->n_frames; i++) {
    const NkFrame *row = &phrase->verb->frames[i];

    if (!row->is_passive && row->n_elements == 3 && row->elements[0].kind == NK_ELEMENT_OBJECT
        && row->elements[1].kind == NK_ELEMENT_PREPOSITION && row->elements[2].kind == NK_ELEMENT_PREPOSITION
        && g_str_equal (row->elements[1].preposition, "from") && g_str_equal (row->elements[2].preposition, to->token->lower))
      frame = row;
  }
  if (frame == NULL || !nk_word_is (from->token->lower, "from"))
    return;
  nk_say_mark (say, from);
  nk_say_mark (say, to);
  phrase->frame = frame;
  phrase->object = nk_say_without_last (say, nk_say_without_last (say, phrase->object));
  phrase->p = from->object;
  phrase->r = to->object;
}

/* `the use of protocols with TLS`: it is the use that is with TLS, unless the protocols ask for it. FALSE: something else stands there. */
static gboolean
take_usage (NkSay *say, NkNode *phrase, const NkNode *posts)
{
  const NkNode *end;

  for (const NkNode *list = posts; list != NULL; list = list->next)
    if (!nk_say_goes_with_use (list->item))
      return take_posts (say, phrase, posts);
  while ((end = nk_say_end_of_use (say, phrase->object)) != NULL) {
    phrase->object = nk_say_without_last (say, phrase->object);
    nk_say_put_with_use (say, phrase, end);
  }
  for (const NkNode *list = posts; list != NULL; list = list->next)
    nk_say_put_with_use (say, phrase, list->item);
  return TRUE;
}

const NkNode *
nk_say_as_verb (NkSay *say, const NkNode *whole)
{
  static const char *const usages[] = { "use", "usage", "utilization", "deployment", "application", "operation", NULL };
  const NkNode *first = NULL, *noun = second_of_two (whole, &first);
  const NkNode *of = noun->kind == NK_NODE_NOUN && noun->posts != NULL ? noun->posts->item : NULL;
  const NkToken *manner = NULL;
  const NkLexiconVerb *verb;
  const NkNode *end, *also;
  NkNode *phrases, *phrase;
  gboolean is_usage;

  if (of == NULL || !nk_say_is_plain_joint (of) || has_agent (of->object) || !nk_word_is (of->token->lower, "of") || noun->bracket != NULL
      || noun->and_token != NULL || noun->is_plural || (noun->token->tags & NK_TAG_NAME) != 0 || noun->items->kind != NK_ITEM_NOUN
      || !nk_say_has_only_articles (noun))
    return NULL;
  also = first != NULL ? shared_verb (say, first->token) : first_of_two (say, noun);
  if (first != NULL && also == NULL)
    return NULL;
  if (also == NULL && noun->items->before != NULL && (manner = manner_of (say, noun->items->before)) == NULL)
    return NULL;
  is_usage = also == NULL && nk_word_in (usages, noun->token->lemma);
  verb = is_usage && nk_word_is (noun->token->lemma, "use") ? nk_lexicon_verb (say->lexicon, "utilize") : verb_of (say, noun->token);
  if (verb == NULL)
    return NULL;
  phrase = nk_arena_new0 (say->arena, NkNode);
  *phrase = (NkNode){
    .kind = NK_NODE_PHRASE, .verb = verb, .frame = nk_say_plain_frame (verb), .object = of->object, .start = noun->start, .end = noun->end
  };
  phrase->also = also;
  if (!(is_usage ? take_usage : take_posts) (say, phrase, noun->posts->next) || (also != NULL && phrase->p != NULL))
    return NULL;
  if (also == NULL && phrase->p == NULL)
    take_way (say, phrase);
  end = phrase->p == NULL ? end_of_verb (say, noun, phrase->object, verb) : NULL;
  if (end != NULL && also != NULL && !nk_word_is (end->token->lower, "between") && !nk_word_is (end->token->lower, "among"))
    end = NULL;
  if (end != NULL) {
    phrase->object = nk_say_without_last (say, phrase->object);
    take_end (say, phrase, end);
  }
  if (manner != NULL) {
    NkNode *adverb = nk_arena_new0 (say->arena, NkNode);

    *adverb = (NkNode){ .kind = NK_NODE_ADVERB, .token = manner };
    phrase->adverbs = nk_say_list (say, adverb, NULL);
  }
  nk_say_mark (say, whole);
  nk_say_mark (say, noun);
  nk_say_mark (say, of);
  if (first != NULL)
    nk_say_mark (say, first);
  phrases = nk_arena_new0 (say->arena, NkNode);
  *phrases = (NkNode){ .kind = NK_NODE_PHRASES, .item = nk_say_list (say, phrase, NULL), .start = noun->start, .end = noun->end };
  return phrases;
}

/* 「認証の利用を可能にする」 is well said; 「モードへの切り替えの効率的な検出を可能にする」 is not. */
static gboolean
is_heavy (const NkNode *noun)
{
  const NkNode *object = noun->kind == NK_NODE_NOUN && noun->posts != NULL ? noun->posts->item->object : NULL;

  return object != NULL
         && (noun->posts->next != NULL || noun->items->before != NULL || object->kind != NK_NODE_NOUN || object->posts != NULL
             || nk_word_is (noun->token->lemma, "realization"));
}

const NkNode *
nk_say_enabled (NkSay *say, const NkNode *node, const char **template)
{
  const NkNode *phrases;
  gsize length = strlen (*template), end = strlen ("Oを可能にする");
  NkNode *copy;

  if (!g_str_has_suffix (*template, "Oを可能にする") || node->is_passive || node->also != NULL || node->object == NULL
      || node->infinitive != NULL || !is_heavy (node->object) || (phrases = nk_say_as_verb (say, node->object)) == NULL)
    return node;
  copy = nk_arena_copy (say->arena, node, sizeof *copy);
  copy->object = NULL;
  copy->infinitive = phrases;
  *template = nk_arena_join (say->arena, nk_arena_text (say->arena, *template, length - end), "V可ようにする");
  return copy;
}
