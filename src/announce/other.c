/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Free-form announcements: who speaks decides, then what the Subject starts with. Bodies have no form, so none is asked of them. */
#include "announce/subject_matter_private.h"

/* One way to recognise a kind; the first row that fits wins. NULL asks nothing. */
typedef struct {
  NkKind kind;
  const char *address; /* the sender's address starts with it */
  const char *sender;  /* the From line has it */
  const char *subject; /* the Subject has it */
} Sign;

static const Sign before_meetings[] = {
  { NK_KIND_NOMCOM, "nomcom", NULL, NULL },
  { NK_KIND_NOMCOM, NULL, "nomcom", NULL },
  { NK_KIND_NOMCOM, NULL, NULL, "nomcom" },
  { NK_KIND_NOMCOM, NULL, NULL, "nominating committee" },
  { NK_KIND_TRUST, NULL, "ietf trust", NULL },
  { NK_KIND_TRUST, NULL, "trustees", NULL },
  { NK_KIND_TRUST, NULL, NULL, "ietf trust" },
  { NK_KIND_LLC, "exec-director@", NULL, NULL },
  { NK_KIND_LLC, NULL, "executive director", NULL },
  { NK_KIND_LLC, NULL, " llc", NULL },
  { NK_KIND_LLC, NULL, "iaoc", NULL },
  { NK_KIND_LLC, NULL, NULL, "ietf llc" },
  { NK_KIND_LLC, NULL, NULL, "llc board" },
  { NK_KIND_IAB, "iab", NULL, NULL },
  { NK_KIND_IAB, NULL, "iab chair", NULL },
  { NK_KIND_IAB, NULL, "iab executive", NULL },
  { NK_KIND_IAB, NULL, "@iab.org", NULL },
  { NK_KIND_IAB, NULL, NULL, "call for comment: <draft-iab-" },
  { NK_KIND_IAB, NULL, NULL, "call for comment: draft-iab-" },
  { NK_KIND_IAB, NULL, NULL, "iab statement" },
};

static const Sign after_meetings[] = {
  { NK_KIND_IESG, "iesg", NULL, NULL },
  { NK_KIND_IESG, "chair@ietf.org", NULL, NULL },
  { NK_KIND_IESG, NULL, "the iesg", NULL },
  { NK_KIND_IESG, NULL, NULL, "iesg statement" },
};

static gboolean
has (const char *text, const char *part)
{
  return part == NULL || nk_phrase_occurs (nk_slice_text (text), part);
}

static NkKind
kind_by_signs (const NkParseInput *input, const Sign *signs, guint n_signs, NkKind fallback)
{
  for (guint i = 0; i < n_signs; i++) {
    gboolean address_fits = signs[i].address == NULL || g_str_has_prefix (input->message->from_address, signs[i].address);
    if (address_fits && has (input->message->from, signs[i].sender) && has (input->subject, signs[i].subject))
      return signs[i].kind;
  }
  return fallback;
}

/* `IETF 126 …`: two or three digits, anywhere in the Subject. */
static gboolean
names_meeting (const char *subject)
{
  NkSlice rest = nk_slice_text (subject);

  while (nk_phrase_after (rest, "IETF", &rest)) {
    NkSlice number = rest;
    gsize length = 0;
    if (number.length > 0 && (number.data[0] == ' ' || number.data[0] == '-'))
      number = nk_slice_from (number, 1);
    while (length < number.length && g_ascii_isdigit (number.data[length]))
      length++;
    if ((length == 2 || length == 3) && (length == number.length || !g_ascii_isalnum (number.data[length])))
      return TRUE;
  }
  return FALSE;
}

/* `Call for Comment: <draft-iab-x-02> (Title)`: the IAB asks for comments on a document of its own until a day. */
static void
take_call_for_comment (NkAnnouncement *announcement, const NkParseInput *input)
{
  NkSlice subject = nk_slice_text (input->subject);
  g_autofree char *body = NULL;

  if (announcement->documents->len == 0 || !nk_phrase_skip (&subject, "Call for Comment:"))
    return;
  body = nk_phrase_body (input);
  announcement->title = nk_parse_field (nk_subject_matter_title (subject), NK_ANNOUNCEMENT_MAX_TITLE_BYTES);
  announcement->ends = nk_phrase_deadline (nk_slice_text (body));
}

/* The name of a list has no blank: `[ietf-announce] …` is its mark, `[Technical Errata Reported] …` the words of a person. */
static const char *
subject_as_written (const NkParseInput *input)
{
  const char *whole = input->message->subject, *close = strchr (whole, ']');

  return whole[0] == '[' && close != NULL && memchr (whole, ' ', (gsize)(close - whole)) != NULL ? whole : input->subject;
}

NkParseResult
nk_parse_other (const NkParseInput *input, NkAnnouncement **ret_announcement, char **ret_reason)
{
  g_autoptr (NkAnnouncement) announcement = NULL;
  NkParseInput as_written = *input;
  NkKind kind;

  as_written.subject = subject_as_written (input);
  kind = kind_by_signs (input, before_meetings, G_N_ELEMENTS (before_meetings), NK_KIND_OTHER);
  if (kind == NK_KIND_OTHER && names_meeting (input->subject))
    kind = NK_KIND_MEETING;
  else if (kind == NK_KIND_OTHER)
    kind = kind_by_signs (input, after_meetings, G_N_ELEMENTS (after_meetings), NK_KIND_OTHER);
  announcement = nk_phrase_begin (kind, &as_written);
  nk_parse_collect_documents (announcement, nk_slice_text (announcement->subject));
  if (kind == NK_KIND_IAB)
    take_call_for_comment (announcement, input);
  announcement->url = nk_subject_matter_document_url (announcement);
  return nk_phrase_finish (g_steal_pointer (&announcement), input, ret_announcement);
}
