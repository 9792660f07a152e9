/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* New mailing lists that belong to no working group. */
#include "announce/subject_matter_private.h"

static gboolean
take_lead (NkSlice *subject)
{
  static const char *const leads[]
      = { "New Non-WG Mailing List:", "New IETF Non-WG Mailing List:", "New Non-WG List:", "New Non-WG Email List:", "New Mailing List:" };

  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    if (nk_phrase_skip (subject, leads[i]))
      return TRUE;
  return FALSE;
}

/* What stands behind a label of the body up to white space: `List address: tea@ietf.org`. */
static NkSlice
value_of (NkSlice body, const char *label)
{
  NkSlice value;
  gsize length = 0;

  if (!nk_phrase_after (body, label, &value))
    return NK_SLICE_EMPTY;
  value = nk_slice_trim (nk_slice_first (value, 512));
  while (length < value.length && !g_ascii_isspace (value.data[length]))
    length++;
  return nk_slice_first (value, length);
}

/* What the list is for, as its own paragraph or behind the label. */
static void
take_purpose (NkAnnouncement *announcement, NkSlice body)
{
  NkSlice purpose;

  if (!nk_phrase_after (body, "Purpose:", &purpose))
    return;
  purpose = nk_phrase_before (nk_slice_trim (purpose), "\n\n");
  g_free (announcement->abstract);
  announcement->abstract = nk_parse_field (purpose, NK_ANNOUNCEMENT_MAX_ABSTRACT_BYTES);
}

NkParseResult
nk_parse_mailing_list (const NkParseInput *input, NkAnnouncement **ret_announcement, char **ret_reason)
{
  g_autoptr (NkAnnouncement) announcement = NULL;
  NkSlice subject = nk_slice_trim (nk_slice_text (input->subject)), body, address, archive;
  g_autofree char *text = NULL;

  if (!take_lead (&subject))
    return NK_PARSE_NOT_MINE;
  text = nk_phrase_body (input);
  body = nk_slice_text (text);
  address = value_of (body, "List address:");
  if (nk_slice_find_char (address, '@') <= 0)
    return nk_phrase_misfit (ret_reason, "new mailing list without a list address in its body");
  announcement = nk_phrase_begin (NK_KIND_MAILING_LIST, input);
  /* A Subject that ends at the colon leaves the name to the address. */
  announcement->title = nk_parse_field (subject.length > 0 ? subject : nk_phrase_before (address, "@"), NK_ANNOUNCEMENT_MAX_TITLE_BYTES);
  take_purpose (announcement, body);
  archive = value_of (body, "Archive:");
  if (nk_slice_starts (archive, NK_SLICE_LITERAL ("https://")))
    announcement->url = nk_subject_matter_find_url (archive, "https://");
  return nk_phrase_finish (g_steal_pointer (&announcement), input, ret_announcement);
}
