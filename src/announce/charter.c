/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Charters: groups proposed, formed, rechartered, concluded. */
#include "announce/subject_matter_private.h"

#define MAX_GROUP_NAME_BYTES 300

/* The first sentences say what happens to the group; the charter after them may say anything. */
#define MAX_OPENING_BYTES 1500

/* What a Subject says before the name, and the words that its body then has one of. */
typedef struct {
  const char *action;
  const char *subject[5]; /* after `WG Action:`, NULL-terminated */
  const char *body[6];    /* NULL-terminated */
} Deed;

static const Deed reviews[] = {
  { "proposed", { NULL }, { "has been proposed", NULL } },
  { "recharter", { "Recharter of ", "Recharter: ", NULL }, { "undergoing rechartering", "modified charter", NULL } },
};

static const Deed actions[] = {
  { "formed", { "Formed ", "Formation of ", NULL }, { "has been formed", "has been chartered", NULL } },
  { "rechartered",
    { "Rechartered ", "Recharter of ", "Recharter: ", NULL },
    { "has been rechartered", "has been updated", "has been revised", NULL } },
  { "concluded",
    { "Conclusion of ", "Conclusion: ", "Concluded ", "Closing of ", NULL },
    { "has concluded", "has been concluded", "is concluded", "is now closed", "has been closed", NULL } },
};

/* `WG Review:`, `RG Action:` and so on. Returns: the kind of group (static), NULL if the Subject is none of these. */
static const char *
take_type (NkSlice *subject, NkKind *ret_kind)
{
  static const struct {
    const char *word;
    const char *kind;
  } types[] = { { "WG ", "wg" }, { "RG ", "rg" }, { "RAG ", "rag" }, { "AG ", "ag" }, { "BOF ", "bof" }, { "Program ", "program" } };

  if (!nk_phrase_skip (subject, "UPDATED "))
    nk_phrase_skip (subject, "Second ");
  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    NkSlice rest = *subject;
    if (!nk_phrase_skip (&rest, types[i].word))
      continue;
    if (nk_phrase_skip (&rest, "Review:"))
      *ret_kind = NK_KIND_GROUP_REVIEW;
    else if (nk_phrase_skip (&rest, "Action:"))
      *ret_kind = NK_KIND_GROUP_ACTION;
    else
      return NULL;
    *subject = rest;
    return types[i].kind;
  }
  return NULL;
}

/* Where the first of `phrases` stands; -1. */
static gssize
find_one_of (NkSlice text, const char *const *phrases)
{
  gssize first = -1;

  for (; *phrases != NULL; phrases++) {
    gssize at = nk_slice_find_fold (text, nk_slice_text (*phrases));
    if (at >= 0 && (first < 0 || at < first))
      first = at;
  }
  return first;
}

/* The deed that the Subject names and the opening confirms; where the Subject names none, as in the 1990s, the one that the opening tells first:
 * the charter behind it may speak of the others as well. */
static const Deed *
take_deed (const Deed *deeds, guint n_deeds, NkSlice *subject, NkSlice opening)
{
  const Deed *told = NULL;
  gssize told_at = -1;

  for (guint i = 0; i < n_deeds; i++) {
    gssize at = find_one_of (opening, deeds[i].body);
    for (guint j = 0; deeds[i].subject[j] != NULL; j++)
      if (nk_phrase_skip (subject, deeds[i].subject[j]))
        return at >= 0 ? &deeds[i] : NULL;
    if (at >= 0 && (told == NULL || at < told_at)) {
      told = &deeds[i];
      told_at = at;
    }
  }
  return told;
}

/* Where the Subject has only the name, the charter's heading has the acronym behind it: `Mail Extensions (mailext)`. */
static char *
acronym_in_body (NkSlice body, NkSlice name)
{
  g_autofree char *lead = g_strdup_printf ("%.*s (", (int)name.length, name.data);
  NkSlice inside, head;

  if (name.length == 0 || !nk_phrase_after (body, lead, &inside) || nk_slice_find_char (inside, ')') < 0)
    return NULL;
  head = nk_slice (inside.data - 1, (gsize)nk_slice_find_char (inside, ')') + 2);
  return nk_subject_matter_split_acronym (&head);
}

static void
take_group (NkAnnouncement *announcement, NkSlice name, const char *kind, NkSlice body)
{
  announcement->group_acronym = nk_subject_matter_split_acronym (&name);
  if (announcement->group_acronym == NULL) {
    if (!nk_phrase_skip_end (&name, " Working Group"))
      nk_phrase_skip_end (&name, " Research Group");
    name = nk_slice_first (name, MAX_GROUP_NAME_BYTES);
    announcement->group_acronym = acronym_in_body (body, name);
  }
  announcement->group_name = nk_parse_field (name, MAX_GROUP_NAME_BYTES);
  announcement->group_kind = g_strdup (kind);
  announcement->title = g_strdup (announcement->group_name);
  announcement->url = nk_subject_matter_group_url (announcement);
}

/* TRUE if an acronym stands in brackets as in the heading of a charter, `Cold Coffee (coldcoffee)`. */
static gboolean
has_acronym (NkSlice text)
{
  NkSlice rest = text;

  while (nk_phrase_after (rest, " (", &rest)) {
    gsize length = 0;
    while (length < rest.length && (g_ascii_islower (rest.data[length]) || g_ascii_isdigit (rest.data[length])))
      length++;
    if (length > 1 && length < rest.length && rest.data[length] == ')')
      return TRUE;
  }
  return FALSE;
}

/* The opening may name no group at all, but not another one than the Subject does. */
static gboolean
body_agrees (const NkAnnouncement *announcement, NkSlice body, NkSlice opening)
{
  return (announcement->group_acronym != NULL && nk_phrase_occurs (body, announcement->group_acronym))
         || (announcement->group_name != NULL && nk_phrase_occurs (body, announcement->group_name)) || !has_acronym (opening);
}

NkParseResult
nk_parse_charter (const NkParseInput *input, NkAnnouncement **ret_announcement, char **ret_reason)
{
  g_autoptr (NkAnnouncement) announcement = NULL;
  NkSlice subject = nk_slice_trim (nk_slice_text (input->subject)), body, opening;
  g_autofree char *text = NULL;
  const char *group_kind;
  const Deed *deed;
  NkKind kind;

  group_kind = take_type (&subject, &kind);
  if (group_kind == NULL)
    return NK_PARSE_NOT_MINE;
  text = nk_phrase_body (input);
  body = nk_slice_text (text);
  opening = nk_slice_first (body, MAX_OPENING_BYTES);
  deed = kind == NK_KIND_GROUP_REVIEW ? take_deed (reviews, G_N_ELEMENTS (reviews), &subject, opening)
                                      : take_deed (actions, G_N_ELEMENTS (actions), &subject, opening);
  if (deed == NULL)
    return nk_phrase_misfit (ret_reason, "the body does not confirm the %s that the Subject names",
                             kind == NK_KIND_GROUP_REVIEW ? "review" : "action");
  announcement = nk_phrase_begin (kind, input);
  announcement->action = g_strdup (deed->action);
  take_group (announcement, subject, group_kind, body);
  if (!body_agrees (announcement, body, opening))
    return nk_phrase_misfit (ret_reason, "the body is about another group than the Subject");
  announcement->group_area = g_strdup (nk_subject_matter_area (opening));
  if (kind == NK_KIND_GROUP_REVIEW)
    announcement->ends = nk_phrase_deadline (opening);
  return nk_phrase_finish (g_steal_pointer (&announcement), input, ret_announcement);
}
