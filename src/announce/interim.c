/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Interim meetings of a group: announced, changed, cancelled, or one session of them cancelled. */
#include "announce/subject_matter_private.h"

#define ISO_DAY_BYTES 10

static gboolean
is_cancelled (NkSlice subject)
{
  return nk_phrase_occurs (subject, "cancelled") || nk_phrase_occurs (subject, "canceled");
}

/* `Name (acr) WG Virtual Meeting: 2026-04-02`, `… Interim Meeting …`, `… "name" session cancelled (was 2026-04-02)`. */
static gboolean
is_interim (NkSlice subject)
{
  return nk_phrase_occurs (subject, "Interim Meeting") || nk_phrase_occurs (subject, "Virtual Meeting")
         || nk_phrase_occurs (subject, "Virtual Interim")
         || (is_cancelled (subject) && nk_phrase_occurs (subject, " session ") && nk_phrase_occurs (subject, "(was "));
}

/* The kind of group that `text` starts with (static), NULL if it is none. */
static const char *
kind_at (NkSlice text)
{
  static const struct {
    const char *word;
    const char *kind;
  } kinds[] = { { "WG", "wg" }, { "Working Group", "wg" }, { "RG", "rg" },          { "Research Group", "rg" }, { "RAG", "rag" },
                { "AG", "ag" }, { "BOF", "bof" },          { "PROGRAM", "program" } };

  text = nk_slice_trim (text);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    gsize length = strlen (kinds[i].word);
    if (nk_slice_starts_fold (text, nk_slice_text (kinds[i].word)) && (text.length == length || !g_ascii_isalnum (text.data[length])))
      return kinds[i].kind;
  }
  return NULL;
}

/* Where the group ends in `Name (acr) WG Virtual Meeting`: behind the bracket that a kind of group follows, else behind the first one. */
static gsize
group_end (NkSlice subject)
{
  gsize first = 0;

  for (gsize i = 0; i < subject.length; i++) {
    if (subject.data[i] != ')')
      continue;
    if (kind_at (nk_slice_from (subject, i + 1)) != NULL)
      return i + 1;
    if (first == 0)
      first = i + 1;
  }
  return first;
}

static void
take_group (NkAnnouncement *announcement, NkSlice subject, const NkGroupTable *groups)
{
  static const char *const ends[] = { " Virtual", " Interim", " \"", " session" };
  gsize end = group_end (subject);
  NkSlice name = nk_slice_first (subject, end);

  announcement->group_acronym = nk_subject_matter_split_acronym (&name);
  if (announcement->group_acronym == NULL) {
    for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
      subject = nk_phrase_before (subject, ends[i]);
    nk_subject_matter_take_group (announcement, subject, groups);
    return;
  }
  if (name.length > 0)
    announcement->group_name = nk_parse_field (name, NK_ANNOUNCEMENT_MAX_TITLE_BYTES);
  announcement->group_kind = g_strdup (kind_at (nk_slice_from (subject, end)));
}

static const char *
action_of (NkSlice subject, NkSlice body)
{
  if (is_cancelled (subject))
    return "cancelled";
  if (nk_phrase_skip_end (&subject, " CHANGED") || nk_slice_starts_fold (body, NK_SLICE_LITERAL ("MEETING DETAILS HAVE CHANGED")))
    return "changed";
  return "scheduled";
}

/* The body has to speak of an interim meeting, and of this group. */
static gboolean
body_agrees (const NkAnnouncement *announcement, NkSlice body)
{
  if (!nk_phrase_occurs (body, "interim") && !nk_phrase_occurs (body, "virtual"))
    return FALSE;
  return (announcement->group_acronym != NULL && nk_phrase_occurs (body, announcement->group_acronym))
         || (announcement->group_name != NULL && nk_phrase_occurs (body, announcement->group_name));
}

/* TRUE unless the Subject says one day and the sentence `will hold a virtual interim meeting on 2026-04-02` another. */
static gboolean
days_agree (NkDay day, NkSlice body)
{
  NkSlice rest;
  NkDay said;

  if (day == NK_DAY_NONE || !nk_phrase_after (body, "interim meeting on ", &rest))
    return TRUE;
  said = nk_phrase_first_iso_day (nk_slice_first (rest, ISO_DAY_BYTES));
  return said == NK_DAY_NONE || said == day;
}

NkParseResult
nk_parse_interim (const NkParseInput *input, NkAnnouncement **ret_announcement, char **ret_reason)
{
  g_autoptr (NkAnnouncement) announcement = NULL;
  NkSlice subject = nk_slice_trim (nk_slice_text (input->subject)), body;
  g_autofree char *text = NULL;

  if (!is_interim (subject))
    return NK_PARSE_NOT_MINE;
  text = nk_phrase_body (input);
  body = nk_slice_text (text);
  announcement = nk_phrase_begin (NK_KIND_INTERIM, input);
  take_group (announcement, subject, input->groups);
  nk_parse_complete_group (announcement, input->groups);
  if (!body_agrees (announcement, body))
    return nk_phrase_misfit (ret_reason, "the body announces no interim meeting of the group that the Subject names");
  announcement->action = g_strdup (action_of (subject, body));
  announcement->ends = nk_phrase_first_iso_day (subject);
  if (!days_agree (announcement->ends, body))
    return nk_phrase_misfit (ret_reason, "the body announces another day than the Subject");
  if (announcement->ends == NK_DAY_NONE)
    announcement->ends = nk_phrase_first_iso_day (body);
  announcement->title = g_strdup (announcement->group_name);
  announcement->url = nk_subject_matter_find_url (body, "https://datatracker.ietf.org/meeting/interim-");
  if (announcement->url == NULL)
    announcement->url = nk_subject_matter_group_url (announcement);
  return nk_phrase_finish (g_steal_pointer (&announcement), input, ret_announcement);
}
