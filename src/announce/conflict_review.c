/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* RFC 5742: what the IESG found when a document of another stream might touch the IETF's work. */
#include "announce/subject_matter_private.h"

/* `no problem with the publication of 'Title' <draft-x-07.txt> as an Informational RFC.`; a title may have an apostrophe. */
static void
take_title (NkAnnouncement *announcement, NkSlice finding)
{
  static const char *const ends[] = { "' <draft-", "' draft-", "' NOT be published", "' as a" };
  NkSlice title, level;

  finding = nk_phrase_before (finding, "\n\n");
  if (nk_phrase_after (finding, "'", &title)) {
    for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
      title = nk_phrase_before (title, ends[i]);
    announcement->title = nk_parse_field (title, NK_ANNOUNCEMENT_MAX_TITLE_BYTES);
  }
  level = nk_phrase_level_after (finding, " as ");
  if (level.length > 0)
    announcement->level = nk_slice_dup (level);
}

NkParseResult
nk_parse_conflict_review (const NkParseInput *input, NkAnnouncement **ret_announcement, char **ret_reason)
{
  g_autoptr (NkAnnouncement) announcement = NULL;
  NkSlice subject = nk_slice_trim (nk_slice_text (input->subject)), body, reviewed, finding;
  g_autofree char *text = NULL;

  if (!nk_phrase_skip (&subject, "Results of IETF-conflict review for"))
    return NK_PARSE_NOT_MINE;
  text = nk_phrase_body (input);
  body = nk_slice_text (text);
  if (!nk_phrase_after (body, "has completed a review of", &reviewed))
    return nk_phrase_misfit (ret_reason, "conflict review without a review in its body");
  announcement = nk_phrase_begin (NK_KIND_CONFLICT_REVIEW, input);
  if (!nk_subject_matter_take_drafts (announcement, subject, nk_phrase_before (reviewed, "\n\n"), ret_reason))
    return NK_PARSE_MISFIT;
  if (nk_phrase_after (body, "no problem with the publication", &finding))
    announcement->action = g_strdup ("no problem");
  else if (nk_phrase_after (body, "recommends that", &finding) && nk_phrase_occurs (nk_phrase_before (finding, "\n\n"), "NOT be published"))
    announcement->action = g_strdup ("do not publish");
  else
    return nk_phrase_misfit (ret_reason, "conflict review without a result in its body");
  take_title (announcement, finding);
  announcement->url = nk_subject_matter_document_url (announcement);
  return nk_phrase_finish (g_steal_pointer (&announcement), input, ret_announcement);
}
