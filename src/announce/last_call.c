/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Last Calls of the IESG, on documents and on changes of status. */
#include "announce/subject_matter_private.h"

/* Who asks is a group's name and acronym, or an individual. */
#define MAX_REQUESTER_BYTES 512

/* `Second Last Call:` and its like; the words as the record keeps them. */
static const struct {
  const char *word;
  const char *action;
} issues[] = {
  { "UPDATED ", "updated" }, { "REVISED ", "updated" },   { "CORRECTED ", "updated" },     { "Second ", "second" },
  { "2nd ", "second" },      { "EXTENDED ", "extended" }, { "Extension of ", "extended" }, { "IETF ", "issued" },
};

/* The words before `Last Call:`. Returns: the action (static), NULL if this Subject is none of a Last Call; `WG Last Call:` is a chair's own. */
static const char *
take_issue (NkSlice *subject)
{
  const char *action = "issued";

  for (guint i = 0; i < G_N_ELEMENTS (issues); i++)
    if (nk_phrase_skip (subject, issues[i].word)) {
      action = issues[i].action;
      break;
    }
  return nk_phrase_skip (subject, "Last Call:") ? action : NULL;
}

/* What the IESG was asked, without what it plans to do and the abstracts. */
static NkSlice
request_of (NkSlice body)
{
  NkSlice request = body;

  if (!nk_phrase_after (body, "The IESG has received a request", &request))
    nk_phrase_after (body, "The IESG ", &request);
  request = nk_phrase_before (request, "\n\nAbstract");
  request = nk_phrase_before (request, "The supporting document for this request");
  request = nk_phrase_before (request, "The IESG plans to");
  request = nk_phrase_before (request, "normative downward references");
  return nk_phrase_before (request, "Please send");
}

/* The title in `- 'Title' <draft-x-07.txt> as …` of the request, for a Subject that says nothing but the file. */
static NkSlice
quoted_title (NkSlice request)
{
  NkSlice title;

  if (!nk_phrase_after (request, "- '", &title))
    return NK_SLICE_EMPTY;
  title = nk_phrase_before (nk_phrase_before (title, "' <draft-"), "' draft-");
  return nk_slice_trim (title);
}

/* Who asked: the phrase between `request from` and what is asked for. */
static void
take_requester (NkAnnouncement *announcement, NkSlice request, const NkGroupTable *groups)
{
  NkSlice sentence = nk_slice_first (request, MAX_REQUESTER_BYTES);
  NkSlice requester = nk_phrase_before (nk_phrase_before (sentence, " to consider"), " to make");

  if (requester.length < sentence.length && nk_phrase_skip (&requester, " from "))
    nk_subject_matter_take_group (announcement, requester, groups);
  nk_subject_matter_take_acronym (announcement);
}

/* Title and level of a document: from the Subject, else from the request. */
static void
take_title (NkAnnouncement *announcement, NkSlice subject, NkSlice request)
{
  NkSlice title, level;

  nk_phrase_split_level (subject, &title, &level);
  title = nk_phrase_before (nk_subject_matter_title (title), "), <draft-");
  if (title.length == 0)
    title = quoted_title (request);
  if (level.length == 0)
    level = nk_phrase_level_after (request, " as ");
  if (title.length > 0)
    announcement->title = nk_parse_field (title, NK_ANNOUNCEMENT_MAX_TITLE_BYTES);
  if (level.length > 0)
    announcement->level = nk_slice_dup (level);
}

static NkParseResult
parse_status_change (const NkParseInput *input, NkSlice subject, NkSlice body, NkAnnouncement **ret_announcement)
{
  g_autoptr (NkAnnouncement) announcement = nk_phrase_begin (NK_KIND_STATUS_CHANGE, input);
  NkSlice request = request_of (body), changes = NK_SLICE_EMPTY, level;

  nk_phrase_after (request, "following status change", &changes);
  nk_parse_collect_documents (announcement, changes);
  level = nk_phrase_level_after (changes, " to ");
  if (level.length > 0)
    announcement->level = nk_slice_dup (level);
  take_requester (announcement, request, input->groups);
  announcement->title = nk_parse_field (subject, NK_ANNOUNCEMENT_MAX_TITLE_BYTES);
  announcement->action = g_strdup ("last call");
  announcement->ends = nk_phrase_deadline (body);
  announcement->url = nk_subject_matter_status_change_url (announcement, body);
  return nk_phrase_finish (g_steal_pointer (&announcement), input, ret_announcement);
}

NkParseResult
nk_parse_last_call (const NkParseInput *input, NkAnnouncement **ret_announcement, char **ret_reason)
{
  g_autoptr (NkAnnouncement) announcement = NULL;
  NkSlice subject = nk_slice_trim (nk_slice_text (input->subject)), body;
  g_autofree char *text = NULL;
  const char *action = take_issue (&subject);

  if (action == NULL)
    return NK_PARSE_NOT_MINE;
  text = nk_phrase_body (input);
  body = nk_slice_text (text);
  if (!nk_phrase_occurs (body, "The IESG "))
    return nk_phrase_misfit (ret_reason, "Last Call without a sentence of the IESG in its body");
  if (nk_phrase_occurs (request_of (body), "following status change"))
    return parse_status_change (input, subject, body, ret_announcement);
  announcement = nk_phrase_begin (NK_KIND_LAST_CALL, input);
  if (!nk_subject_matter_take_drafts (announcement, subject, request_of (body), ret_reason))
    return NK_PARSE_MISFIT;
  take_title (announcement, subject, request_of (body));
  take_requester (announcement, request_of (body), input->groups);
  announcement->action = g_strdup (action);
  announcement->ends = nk_phrase_deadline (body);
  announcement->url = nk_subject_matter_document_url (announcement);
  return nk_phrase_finish (g_steal_pointer (&announcement), input, ret_announcement);
}
