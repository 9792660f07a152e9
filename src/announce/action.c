/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Protocol and Document Actions of the IESG, and approved changes of status. */
#include "announce/subject_matter_private.h"

static gboolean
take_kind (NkSlice *subject, NkKind *ret_kind)
{
  static const char *const repeats[] = { "UPDATED ", "REVISED ", "CORRECTED " };

  for (guint i = 0; i < G_N_ELEMENTS (repeats); i++)
    if (nk_phrase_skip (subject, repeats[i]))
      break;
  if (nk_phrase_skip (subject, "Protocol Action:"))
    *ret_kind = NK_KIND_PROTOCOL_ACTION;
  else if (nk_phrase_skip (subject, "Document Action:"))
    *ret_kind = NK_KIND_DOCUMENT_ACTION;
  else
    return FALSE;
  return TRUE;
}

/* `'Title' to Proposed Standard (draft-x-07.txt)`, older without quotes and file; the level may also stand in the approval. */
static void
take_title (NkAnnouncement *announcement, NkSlice subject, NkSlice approval)
{
  NkSlice title, level;

  if (!nk_phrase_split_level (subject, &title, &level)) {
    title = nk_phrase_before (subject, " (draft-");
    level = nk_phrase_level_after (approval, " as ");
  }
  title = nk_phrase_unwrap (title);
  if (title.length > 0)
    announcement->title = nk_parse_field (title, NK_ANNOUNCEMENT_MAX_TITLE_BYTES);
  if (level.length > 0)
    announcement->level = nk_slice_dup (level);
}

/* `This document is the product of the Example Protocols Working Group.`; the sentence on documents of no group says `not the product`. */
static void
take_group (NkAnnouncement *announcement, NkSlice body, const NkGroupTable *groups)
{
  static const char *const leads[] = { " is the product of ", " are the product of ", " is a product of ", " are products of " };
  NkSlice product = NK_SLICE_EMPTY;

  for (guint i = 0; i < G_N_ELEMENTS (leads) && product.length == 0; i++)
    nk_phrase_after (body, leads[i], &product);
  if (product.length == 0)
    return;
  product = nk_phrase_before (nk_slice_first (product, 512), "\n\n");
  product = nk_phrase_before (nk_phrase_before (product, ". "), " of the IETF");
  nk_phrase_skip_end (&product, ".");
  nk_subject_matter_take_group (announcement, product, groups);
  nk_subject_matter_take_acronym (announcement);
}

/* What was approved, without who made it, who answers for it and the summary. */
static NkSlice
approval_of (NkSlice body)
{
  NkSlice approval = body;

  nk_phrase_after (body, "has approved", &approval);
  approval = nk_phrase_before (approval, "\n\nThis document ");
  approval = nk_phrase_before (approval, "\n\nThese documents ");
  approval = nk_phrase_before (approval, "The IESG contact person");
  approval = nk_phrase_before (approval, "\n\nA URL of");
  return nk_phrase_before (approval, "\n\nTechnical Summary");
}

static NkParseResult
parse_status_change (const NkParseInput *input, NkSlice subject, NkSlice body, NkAnnouncement **ret_announcement)
{
  g_autoptr (NkAnnouncement) announcement = nk_phrase_begin (NK_KIND_STATUS_CHANGE, input);
  NkSlice changed = NK_SLICE_EMPTY;

  nk_phrase_after (body, "changing the status of the following document", &changed);
  changed = nk_phrase_before (changed, "\n\nThis ");
  nk_parse_collect_documents (announcement, changed);
  take_title (announcement, subject, changed);
  announcement->action = g_strdup ("approved");
  announcement->url = nk_subject_matter_status_change_url (announcement, body);
  return nk_phrase_finish (g_steal_pointer (&announcement), input, ret_announcement);
}

NkParseResult
nk_parse_action (const NkParseInput *input, NkAnnouncement **ret_announcement, char **ret_reason)
{
  g_autoptr (NkAnnouncement) announcement = NULL;
  NkSlice subject = nk_slice_trim (nk_slice_text (input->subject)), body;
  g_autofree char *text = NULL;
  NkKind kind;

  if (!take_kind (&subject, &kind))
    return NK_PARSE_NOT_MINE;
  text = nk_phrase_body (input);
  body = nk_slice_text (text);
  if (nk_phrase_occurs (body, "has approved changing the status of the following document"))
    return parse_status_change (input, subject, body, ret_announcement);
  if (!nk_phrase_occurs (body, "has approved"))
    return nk_phrase_misfit (ret_reason, "%s without an approval in its body",
                             kind == NK_KIND_PROTOCOL_ACTION ? "Protocol Action" : "Document Action");
  announcement = nk_phrase_begin (kind, input);
  if (!nk_subject_matter_take_drafts (announcement, subject, approval_of (body), ret_reason))
    return NK_PARSE_MISFIT;
  take_title (announcement, subject, approval_of (body));
  take_group (announcement, body, input->groups);
  announcement->action = g_strdup ("approved");
  announcement->url = nk_subject_matter_document_url (announcement);
  return nk_phrase_finish (g_steal_pointer (&announcement), input, ret_announcement);
}
