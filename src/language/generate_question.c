/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* How something is done, which of several is used: the English passive is a Japanese active. */
#include "language/generate_private.h"

/* `is to be used`: the phrase of `be used`. */
static const NkNode *
without_be (NkSay *say, const NkNode *phrase)
{
  const NkNode *inner = phrase->verb == NULL && phrase->infinitive != NULL && phrase->object == NULL && phrase->adjective == NULL
                                && phrase->p == NULL && !phrase->is_negated && !phrase->is_past && phrase->adverbials == NULL
                                && phrase->adverbs == NULL && phrase->infinitive->item->next == NULL
                            ? phrase->infinitive->item->item
                            : NULL;

  if (inner == NULL || !inner->is_passive)
    return phrase;
  nk_say_mark (say, phrase);
  nk_say_mark (say, phrase->infinitive);
  return inner;
}

/* The active frame of a passive one: `O to P` of `passive to P`. NULL: the verb has none. */
static const NkFrame *
active_frame (const NkNode *phrase)
{
  const NkFrame *passive = phrase->frame;

  if (!passive->is_passive)
    return passive;
  if (!g_str_has_suffix (passive->japanese, "れる1")) /* passed through a filter: フィルタを通過する */
    return NULL;
  if (passive->n_elements == 0) {
    const NkFrame *plain = nk_say_plain_frame (phrase->verb);

    return plain != NULL && strstr (plain->japanese, "Oを") != NULL ? plain : NULL; /* names are matched: not 名前に一致する */
  }
  for (guint i = 0; i < phrase->verb->n_frames && passive->n_elements == 1 && passive->elements[0].kind == NK_ELEMENT_PREPOSITION; i++) {
    const NkFrame *frame = &phrase->verb->frames[i];

    if (!frame->is_passive && frame->n_elements == 2 && frame->elements[0].kind == NK_ELEMENT_OBJECT
        && frame->elements[1].kind == NK_ELEMENT_PREPOSITION && frame->elements[1].slot == passive->elements[0].slot
        && g_str_equal (frame->elements[1].preposition, passive->elements[0].preposition))
      return frame;
  }
  return NULL;
}

/* `X is used`, `X is to be applied to Y`, as something that one does to X; the phrase is marked. NULL: the clause says no such thing. */
static const NkNode *
as_active (NkSay *say, const NkNode *clause)
{
  const NkNode *phrase = nk_say_with_agent (say, without_be (say, clause->phrase->item->item));
  const NkFrame *frame
      = phrase->verb != NULL && phrase->frame != NULL && phrase->is_passive && !phrase->is_negated ? active_frame (phrase) : NULL;
  NkNode *active;

  if (frame == NULL || clause->phrase->item->next != NULL)
    return NULL;
  nk_say_mark (say, phrase);
  active = nk_arena_copy (say->arena, phrase, sizeof *active);
  active->frame = frame;
  active->aux = NK_AUX_NONE;
  active->is_passive = active->is_perfect = FALSE;
  active->object = clause->subject;
  return active;
}

/* A question with its noun: which keys, how many keys. */
static gboolean
is_choice (const NkNode *node)
{
  return nk_word_is (node->token->lower, "which") || nk_word_is (node->token->lower, "who")
         || g_str_has_prefix (node->token->lower, "how "); /* how much, how often */
}

static gboolean
is_anybody (const NkNode *subject)
{
  static const char *const words[] = { "one", "it", "they", NULL };

  return subject->kind == NK_NODE_PRONOUN && nk_word_in (words, subject->token->lower) && subject->posts == NULL;
}

/* The same, where it can be done; NULL: it cannot, or somebody is named who does it. */
static const NkNode *
as_possible (NkSay *say, const NkNode *clause)
{
  const NkNode *phrase = clause->kind == NK_NODE_CLAUSE && clause->phrase != NULL ? clause->phrase->item->item : NULL;
  const NkNode *active = phrase != NULL && phrase->aux == NK_AUX_CAN && clause->lead == NULL && clause->subject->kind == NK_NODE_NOUN
                                 && !phrase->is_past && !phrase->is_perfect && nk_say_agent (phrase) == NULL
                             ? as_active (say, clause)
                             : NULL;
  NkNode *possible;

  if (active == NULL)
    return NULL;
  nk_say_mark (say, clause);
  nk_say_mark (say, clause->phrase);
  possible = nk_arena_copy (say->arena, active, sizeof *possible);
  possible->aux = NK_AUX_CAN;
  return possible;
}

const char *
nk_say_can_be_done (NkSay *say, const NkNode *clause)
{
  const NkNode *possible = as_possible (say, clause);

  return possible != NULL ? nk_say_phrase (say, possible, NK_ENDING_NOUN) : NULL;
}

/* which method is to be used: どの方法を使用する; which methods can be used: どの方法を使用できる */
static const char *
say_which (NkSay *say, const NkNode *clause)
{
  const NkNode *phrase = clause->kind == NK_NODE_CLAUSE && clause->phrase != NULL ? clause->phrase->item->item : NULL;
  const NkNode *active = as_possible (say, clause);

  if (active == NULL && phrase != NULL && clause->lead == NULL && clause->subject->kind == NK_NODE_NOUN && !phrase->is_past
      && !phrase->is_perfect && nk_say_agent (phrase) == NULL)
    active = as_active (say, clause);
  if (active == NULL)
    return nk_say_clause_before (say, clause, NK_ENDING_PLAIN);
  nk_say_mark (say, clause);
  nk_say_mark (say, clause->phrase);
  return nk_say_phrase (say, active, NK_ENDING_PLAIN);
}

/* what happens when a key expires: 鍵が期限切れになる際に何が起きるか. NULL: `what` is no subject. */
static const char *
say_what_does (NkSay *say, const NkNode *node)
{
  const NkNode *clause = node->clause, *phrase;
  NkNode *bare;

  if (!g_str_equal (node->token->lower, "what") || clause == NULL || clause->kind != NK_NODE_CLAUSE || clause->phrase == NULL
      || clause->subject->kind != NK_NODE_PRONOUN || clause->subject->start != node->start || clause->phrase->item->next != NULL)
    return NULL;
  phrase = clause->phrase->item->item;
  nk_say_mark (say, clause);
  nk_say_mark (say, clause->subject);
  nk_say_mark (say, clause->phrase);
  nk_say_mark (say, phrase);
  bare = nk_arena_copy (say->arena, phrase, sizeof *bare);
  bare->adverbials = NULL;
  return nk_say_cat3 (say, nk_say_adverbials (say, phrase->adverbials, phrase->verb, NULL), "何が",
                      nk_say_cat (say, nk_say_phrase (say, bare, NK_ENDING_PLAIN), "か"));
}

/* `what a gateway is`: ゲートウェイが何であるか */
static gboolean
is_what_it_is (const NkNode *node)
{
  const NkNode *phrase = node->clause->kind == NK_NODE_CLAUSE && node->clause->phrase != NULL ? node->clause->phrase->item->item : NULL;

  return phrase != NULL && phrase->verb == NULL && phrase->object != NULL && phrase->object->kind == NK_NODE_PRONOUN
         && phrase->object->start == node->start;
}

/* `how the protocol works`: どのように動作するか, and no way of working. NULL: it is something that is done. */
static const char *
say_in_what_way (NkSay *say, const NkNode *question, const NkNode *phrase, const char *text)
{
  static const char *const lemmas[] = { "work", "behave", "operate", "function", "interact", "interoperate", "evolve", "relate", "react", NULL };
  const char *verb = phrase->frame != NULL ? nk_say_verb_start (phrase->frame->japanese) : NULL;

  if (question->and_token != NULL || verb == NULL || phrase->verb == NULL || phrase->is_passive || phrase->object != NULL || !nk_word_in (lemmas, phrase->verb->lemma)
      || !g_str_has_suffix (text, verb))
    return NULL;
  return nk_say_cat3 (say, nk_arena_text (say->arena, text, strlen (text) - strlen (verb)), "どのように", nk_arena_join (say->arena, verb, "か"));
}

/* how X is used by clients: クライアントがXを使用する */
static const char *
say_by_agent (NkSay *say, NkNode *active)
{
  const NkNode *agent = nk_say_agent (active), *around = active->adverbials;
  const char *text;

  if (agent == NULL)
    return nk_say_phrase (say, active, NK_ENDING_PLAIN);
  text = nk_say_cat (say, nk_say_noun (say, agent->object), "が");
  nk_say_mark (say, agent);
  active->adverbials = NULL;
  text = nk_say_cat (say, text, nk_say_adverbials (say, around, active->verb, agent));
  return nk_say_cat (say, text, nk_say_phrase (say, active, NK_ENDING_PLAIN));
}

const char *
nk_say_question (NkSay *say, const NkNode *node)
{
  static const struct {
    const char *word, *noun;
  } nouns[] = { { "how", "方法" },         { "why", "理由" },    { "when", "時期" }, { "where", "場所" },
                { "whether", "かどうか" }, { "if", "かどうか" }, { "what", "内容" } };
  const char *text = say_what_does (say, node);
  gboolean is_plain = FALSE;

  if (text != NULL)
    return text;

  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    is_plain |= g_str_equal (node->token->lower, nouns[i].word);
  if (node->phrase != NULL)
    text = nk_say_phrases (say, node->phrase, NK_ENDING_PLAIN);
  else if (is_choice (node))
    text = say_which (say, node->clause);
  else if (g_str_equal (node->token->lower, "how") && node->clause->kind == NK_NODE_CLAUSE && node->clause->phrase != NULL) {
    /* how X can be used: Xを使用する方法 */
    const NkNode *phrase = node->clause->phrase->item->item;
    NkNode *active = nk_arena_new0 (say->arena, NkNode);
    const NkNode *told;
    const char *in_what_way;

    nk_say_mark (say, node->clause);
    nk_say_mark (say, node->clause->phrase);
    nk_say_mark (say, phrase);
    *active = *phrase;
    active->aux = NK_AUX_NONE;
    if (node->clause->phrase->item->next != NULL)
      text = nk_say_clause_before (say, node->clause, NK_ENDING_PLAIN);
    else if ((told = as_active (say, node->clause)) != NULL) {
      *active = *told;
      text = say_by_agent (say, active);
    } else if (is_anybody (node->clause->subject)) { /* how one can do X: Xをする方法 */
      nk_say_mark (say, node->clause->subject);
      text = nk_say_phrase (say, active, NK_ENDING_PLAIN);
      if ((in_what_way = say_in_what_way (say, node, active, text)) != NULL)
        return in_what_way;
    } else {
      text = active->verb == NULL && active->infinitive != NULL /* how clients are to use keys */
                 ? nk_say_phrases (say, active->infinitive, NK_ENDING_PLAIN)
                 : nk_say_phrase (say, active, NK_ENDING_PLAIN);
      if ((in_what_way = say_in_what_way (say, node, active, text)) != NULL)
        return nk_say_cat3 (say, nk_say_noun (say, node->clause->subject), nk_say_has_subject (in_what_way) ? "が、" : "が", in_what_way);
      text = nk_say_cat3 (say, nk_say_noun (say, node->clause->subject), nk_say_has_subject (text) ? "が、" : "が", text);
    }
  } else {
    text = nk_say_clause_before (say, node->clause, NK_ENDING_PLAIN);
    if (is_what_it_is (node))
      return nk_say_cat (say, text, "か");
    /* what origins are available: どのオリジンが利用可能か */
    if (g_str_equal (node->token->lower, "what") && node->clause->kind == NK_NODE_CLAUSE && node->clause->phrase != NULL
        && !node->clause->phrase->item->item->lacks_object)
      return nk_say_cat3 (say, "どの", text, "か");
  }
  /* which form to use: どの形式を使用するか */
  if (is_choice (node)
      || (node->phrase != NULL && node->phrase->item->item->object != NULL && node->phrase->item->item->object->start == node->start))
    return nk_say_cat (say, text, "か");
  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    if (g_str_equal (node->token->lower, nouns[i].word))
      text = nk_say_cat (say, text, nouns[i].noun);
  /* how and when: Xする方法とその時期 */
  for (guint i = 0; i < G_N_ELEMENTS (nouns) && node->and_token != NULL; i++)
    if (g_str_equal (node->and_token->lower, nouns[i].word))
      return nk_say_cat3 (say, text, "とその", nouns[i].noun);
  if (is_plain)
    return text;
  nk_say_warn (say, "a question word has no Japanese");
  return text;
}

const char *
nk_say_pronoun_subject (NkSay *say, const NkNode *clause)
{
  const NkNode *phrase = clause->phrase->item->item;

  if (phrase->lacks_object && say->n_verbs <= 1 && say->has_document_subject)
    return nk_say_cat (say, nk_say_noun (say, clause->subject), "が");
  nk_say_mark (say, clause->subject);
  return phrase->lacks_object && say->is_behind_object ? "自身が" : "";
}
