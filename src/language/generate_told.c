/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* What is defined, described or specified: by this document, which then does it, or by another one, where it is so. */
#include "language/generate_private.h"

static gboolean
tells (const NkNode *phrase)
{
  static const char *const verbs[]
      = { "define", "describe", "specify", "document", "discuss", "present", "propose", "outline", "introduce", NULL };

  return phrase->verb != NULL && phrase->also == NULL && nk_word_in (verbs, phrase->verb->lemma);
}

/* `X is defined in this document`: the document is the subject, X the object. The joint that names it, or NULL. */
const NkNode *
nk_say_find_document (const NkNode *phrase)
{
  for (const NkNode *list = phrase->adverbials; list != NULL; list = list->next) {
    const NkNode *joint = list->item;

    if (joint->kind == NK_NODE_JOINT && joint->object_kind == NK_OBJECT_NOUN && nk_say_is_document (joint->object)
        && (g_str_equal (joint->token->lower, "in") || g_str_equal (joint->token->lower, "by")))
      return joint;
  }
  return NULL;
}

/* `is only used between X and Y`: it is the place that is the only one. */
static gboolean
is_limited (const NkNode *phrase)
{
  for (const NkNode *list = phrase->adverbs; list != NULL; list = list->next)
    if (list->item->kind == NK_NODE_ADVERB && g_str_equal (list->item->token->lower, "only"))
      return phrase->p != NULL || phrase->adverbials != NULL;
  return FALSE;
}

/* The only phrase of a clause if it is a plain passive, else NULL. */
const NkNode *
nk_say_plain_passive (const NkNode *clause)
{
  const NkNode *phrase = clause->phrase->item->item;

  if (clause->phrase->item->next != NULL || !phrase->is_passive || phrase->is_negated || phrase->aux != NK_AUX_NONE || phrase->frame == NULL
      || is_limited (phrase))
    return NULL;
  /* `is defined in this document` has a frame of its own, which says where */
  if (phrase->frame->is_passive
      && (!tells (phrase) || phrase->p == NULL || !nk_say_is_document (phrase->p) || nk_say_plain_frame (phrase->verb) == NULL))
    return NULL;
  return phrase;
}

/* `is defined in this document to protect X`, behind `in this document` too: Xを保護するための…を定義する. The phrase with the frame of the active, or NULL. */
const NkNode *
nk_say_told_for (NkSay *say, const NkNode *clause, gboolean leads_with_document)
{
  const NkNode *phrase = clause->phrase->item->item;
  const NkFrame *frame = phrase->frame;

  if (clause->phrase->item->next != NULL || !phrase->is_passive || phrase->is_negated || phrase->aux != NK_AUX_NONE || !tells (phrase)
      || frame == NULL || !frame->is_passive || frame->n_elements != 1 || frame->elements[0].kind != NK_ELEMENT_INFINITIVE
      || clause->subject == NULL || clause->subject->kind == NK_NODE_PRONOUN || nk_say_is_document (clause->subject)
      || (!leads_with_document && nk_say_find_document (phrase) == NULL))
    return NULL;
  for (guint i = 0; i < phrase->verb->n_frames; i++) {
    const NkFrame *active = &phrase->verb->frames[i];

    if (!active->is_passive && active->n_elements == 2 && active->elements[0].kind == NK_ELEMENT_OBJECT
        && active->elements[1].kind == NK_ELEMENT_INFINITIVE) {
      NkNode *copy = nk_arena_copy (say->arena, phrase, sizeof *copy);
      copy->frame = active;
      return copy;
    }
  }
  return NULL;
}

/* `X is defined in RFC 2`: 定義されている, at the end of a sentence. The phrases of the clause, said so if it is such a one. */
const NkNode *
nk_say_as_state (NkSay *say, const NkNode *clause)
{
  const NkNode *phrase = clause->phrase->item->item;
  NkNode *copies;

  if (say->has_document_subject || clause->phrase->item->next != NULL || !tells (phrase) || !phrase->is_passive || phrase->is_negated
      || phrase->is_past || phrase->is_perfect || phrase->is_progressive || phrase->aux != NK_AUX_NONE || nk_say_find_document (phrase) != NULL
      || (phrase->p != NULL ? nk_say_is_document (phrase->p) : phrase->adverbials == NULL))
    return clause->phrase;
  nk_say_mark (say, clause->phrase);
  nk_say_mark (say, phrase);
  copies = nk_arena_take (say->arena, 3 * sizeof (NkNode));
  copies[0] = *clause->phrase;
  copies[1] = *clause->phrase->item;
  copies[2] = *phrase;
  copies[0].item = &copies[1];
  copies[1].item = &copies[2];
  copies[2].is_perfect = TRUE;
  return &copies[0];
}

/* `An overview is provided`: shown, as a document does. */
static gboolean
shows (const NkNode *passive, const NkNode *subject)
{
  static const char *const verbs[] = { "provide", "give", NULL };
  const NkFrame *plain = passive->verb != NULL && nk_word_in (verbs, passive->verb->lemma) ? nk_say_plain_frame (passive->verb) : NULL;
  const NkToken *head = nk_node_head (subject);
  NkParties parties = { head->lemma, NULL, head->class, NK_CLASS_NONE };

  return plain != NULL && passive->also == NULL && g_str_equal (nk_lexicon_frame_japanese (passive->verb, plain, &parties), "Oを示す");
}

gboolean
nk_say_is_of_own (const NkNode *subject)
{
  if (subject->kind == NK_NODE_NOUNS) {
    const NkNode *list = subject->item;

    while (list->next != NULL)
      list = list->next;
    subject = list->item;
  }
  const char *first = subject->kind == NK_NODE_NOUN && subject->n_determiners > 0 ? subject->determiners[0]->lower : "";

  return subject->kind == NK_NODE_NOUN && (!g_str_has_prefix (first, "th") || (g_str_equal (first, "the") && subject->posts != NULL));
}

/* `A new option is defined.`: by the document, which does not say so. */
gboolean
nk_say_is_told_here (const NkNode *clause, const NkNode *passive)
{
  return passive != NULL && nk_say_is_of_own (clause->subject) && (tells (passive) || shows (passive, clause->subject)) && !passive->is_past
         && !passive->is_perfect && passive->adverbials == NULL && passive->p == NULL && passive->infinitive == NULL && passive->that == NULL;
}

/* `a value of "lit" for the lamp field`: lampフィールドの値「lit」, and no value that "lit" has. */
const NkNode *
nk_say_unfold_name (NkSay *say, const NkNode *node, const NkNode *posts)
{
  static const char *const heads[] = { "value", "type", "name", "keyword", "label", "tag", "string", "identifier", "code", "token", NULL };
  const NkNode *of = posts != NULL ? posts->item : NULL, *name = of != NULL && nk_say_is_plain_joint (of) ? of->object : NULL;
  NkNode *listed, *bare;

  if (name == NULL || name->kind != NK_NODE_NOUN || name->n_items != 1 || name->n_determiners > 0 || !name->token->is_quoted
      || node->kind != NK_NODE_NOUN || node->is_plural || !nk_word_is (of->token->lower, "of") || !nk_word_in (heads, node->token->lemma) || (name->posts != NULL && posts->next != NULL))
    return posts;
  nk_say_mark (say, of);
  nk_say_mark (say, name);
  bare = nk_arena_copy (say->arena, name, sizeof *bare);
  bare->posts = NULL;
  listed = nk_arena_copy (say->arena, of, sizeof *listed);
  listed->kind = NK_NODE_LISTED;
  listed->object = bare;
  listed->token = NULL;
  return nk_say_list (say, listed, name->posts != NULL ? name->posts : posts->next);
}
