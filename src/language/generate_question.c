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
  if (passive->n_elements == 0)
    return nk_say_plain_frame (phrase->verb);
  for (guint i = 0; i < phrase->verb->n_frames && passive->n_elements == 1 && passive->elements[0].kind == NK_ELEMENT_PREPOSITION; i++) {
    const NkFrame *frame = &phrase->verb->frames[i];

    if (!frame->is_passive && frame->n_elements == 2 && frame->elements[0].kind == NK_ELEMENT_OBJECT
        && frame->elements[1].kind == NK_ELEMENT_PREPOSITION && frame->elements[1].slot == passive->elements[0].slot
        && g_str_equal (frame->elements[1].preposition, passive->elements[0].preposition))
      return frame;
  }
  return NULL;
}

const NkNode *
nk_say_as_active (NkSay *say, const NkNode *clause)
{
  const NkNode *phrase = without_be (say, clause->phrase->item->item);
  const NkFrame *frame
      = phrase->verb != NULL && phrase->frame != NULL && phrase->is_passive && !phrase->is_negated ? active_frame (phrase) : NULL;
  NkNode *active;

  if (frame == NULL || clause->phrase->item->next != NULL)
    return NULL;
  nk_say_mark (say, phrase);
  active = nk_arena_new0 (say->arena, NkNode);
  *active = *phrase;
  active->frame = frame;
  active->aux = NK_AUX_NONE;
  active->is_passive = active->is_perfect = FALSE;
  active->object = clause->subject;
  return active;
}
