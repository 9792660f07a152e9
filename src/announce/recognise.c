/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* What a message is. It counts only if list, sender, Subject and body fit each other: anybody can write `I-D Action:` into a Subject. */
#include "announce/parser_private.h"
#include "announce/recognise_private.h"

/* Who may send a kind of announcement. */
typedef enum { SENDER_DRAFTS, SENDER_RFC_EDITOR, SENDER_IETF } Sender;

/* The order avoids false hits (facts/announcements.md (c)): the narrow forms first, the one that takes everything last. */
static const struct {
  NkParseFunc parse;
  Sender sender;
  guint lists;        /* NkListBit */
  gboolean is_copied; /* goes to group lists as well, so that a copy can be told */
} parsers[] = {
  { nk_parse_internet_draft, SENDER_DRAFTS, NK_LIST_I_D_ANNOUNCE | NK_LIST_IETF_ANNOUNCE | NK_LIST_NEW_WG_DOCS, TRUE },
  { nk_parse_rfc, SENDER_RFC_EDITOR, NK_LIST_IETF_ANNOUNCE | NK_LIST_RFC_DIST | NK_LIST_IRTF_ANNOUNCE, TRUE },
  { nk_parse_last_call, SENDER_IETF, NK_LIST_NOTICES, FALSE },
  { nk_parse_action, SENDER_IETF, NK_LIST_NOTICES, FALSE },
  { nk_parse_conflict_review, SENDER_IETF, NK_LIST_NOTICES, FALSE },
  { nk_parse_charter, SENDER_IETF, NK_LIST_NOTICES, FALSE },
  { nk_parse_interim, SENDER_IETF, NK_LIST_NOTICES, FALSE },
  { nk_parse_mailing_list, SENDER_IETF, NK_LIST_NOTICES, FALSE },
  { nk_parse_other, SENDER_IETF, NK_LIST_NOTICES, FALSE },
};

/* More prefixes than this stand before no genuine Subject. */
#define MAX_PREFIXES 8

/* Without `[list] ` in front. */
static const char *
without_prefixes (const char *subject)
{
  for (guint i = 0; i < MAX_PREFIXES && subject[0] == '['; i++) {
    const char *close = strchr (subject, ']');
    if (close == NULL)
      break;
    subject = close + 1;
    while (*subject == ' ')
      subject++;
  }
  return subject;
}

static gboolean
is_host_or_below (NkSlice host, const char *const *names, guint n_names)
{
  for (guint i = 0; i < n_names; i++) {
    NkSlice name = nk_slice_text (names[i]);
    if (nk_slice_equal (host, name)
        || (nk_slice_ends (host, name) && host.length > name.length && host.data[host.length - name.length - 1] == '.'))
      return TRUE;
  }
  return FALSE;
}

/* The addresses have changed with the hosts of the secretariat and the RFC Editor since 1990; message->from_address is in lower case. */
static gboolean
sender_fits (const char *address, Sender sender)
{
  static const char *const draft_hosts[] = { "ietf.org", "cnri.reston.va.us", "nri.reston.va.us" };
  static const char *const rfc_hosts[] = { "rfc-editor.org", "isi.edu" };
  static const char *const all_hosts[] = { "ietf.org", "iab.org",  "irtf.org", "iesg.org",          "rfc-editor.org",
                                           "isoc.org", "iana.org", "amsl.com", "cnri.reston.va.us", "nri.reston.va.us" };
  NkSlice whole = nk_slice_text (address), local, host;
  gssize at = nk_slice_find_char (whole, '@');

  if (at <= 0)
    return FALSE;
  local = nk_slice_first (whole, (gsize)at);
  host = nk_slice_from (whole, (gsize)at + 1);
  switch (sender) {
  case SENDER_DRAFTS:
    return nk_slice_equal (local, NK_SLICE_LITERAL ("internet-drafts")) && is_host_or_below (host, draft_hosts, G_N_ELEMENTS (draft_hosts));
  case SENDER_RFC_EDITOR:
    return (nk_slice_equal (local, NK_SLICE_LITERAL ("rfc-editor")) || nk_slice_equal (local, NK_SLICE_LITERAL ("rfc-ed")))
           && is_host_or_below (host, rfc_hosts, G_N_ELEMENTS (rfc_hosts));
  case SENDER_IETF: return is_host_or_below (host, all_hosts, G_N_ELEMENTS (all_hosts));
  }
  return FALSE;
}

/* Why a message is none, whatever it says; NULL if that has to be seen. */
static char *
plain_refusal (const NkMessage *message, const char *subject)
{
  static const char *const forwards[] = { "fwd:", "fw:" };

  if (g_ascii_strncasecmp (subject, "New Version Notification", strlen ("New Version Notification")) == 0)
    return g_strdup ("a notification to authors or reviewers, no announcement");
  if (!message->is_reply)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (forwards); i++)
    if (g_ascii_strncasecmp (subject, forwards[i], strlen (forwards[i])) == 0)
      return g_strdup ("a forwarded message");
  if (nk_slice_ends (nk_slice_text (subject), NK_SLICE_LITERAL ("(fwd)")))
    return g_strdup ("a forwarded message");
  return g_strdup ("a reply");
}

static void
refuse (NkRecognition *recognition, char *reason)
{
  recognition->verdict = NK_VERDICT_UNRECOGNISED;
  recognition->reason = reason;
}

/* The answer of the first parser whose kind the Subject is of; its row goes to *ret_row. */
static NkParseResult
try_parsers (const NkParseInput *input, gboolean copies_only, guint *ret_row, NkAnnouncement **ret_announcement, char **ret_reason)
{
  for (guint i = 0; i < G_N_ELEMENTS (parsers); i++) {
    NkParseResult result;
    if (copies_only && !parsers[i].is_copied)
      continue;
    result = parsers[i].parse (input, ret_announcement, ret_reason);
    *ret_row = i;
    if (result != NK_PARSE_NOT_MINE)
      return result;
  }
  return NK_PARSE_NOT_MINE;
}

/* A message that came by no announcement list tells nothing by itself: it is a copy, or discussion. */
static void
recognise_elsewhere (const NkParseInput *input, NkRecognition *recognition)
{
  g_autoptr (NkAnnouncement) announcement = NULL;
  g_autofree char *reason = NULL;
  guint row;

  if (try_parsers (input, TRUE, &row, &announcement, &reason) == NK_PARSE_DONE
      && sender_fits (input->message->from_address, parsers[row].sender)) {
    recognition->verdict = NK_VERDICT_COPY;
    recognition->announcement = g_steal_pointer (&announcement);
    recognition->reason = g_strdup ("a copy on another list");
    return;
  }
  refuse (recognition, g_strdup ("not from an announcement list"));
}

static void
recognise_on_list (const NkParseInput *input, guint list, NkRecognition *recognition)
{
  g_autoptr (NkAnnouncement) announcement = NULL;
  g_autofree char *reason = NULL;
  NkParseResult result;
  guint row;

  result = try_parsers (input, FALSE, &row, &announcement, &reason);
  if (result == NK_PARSE_NOT_MINE) {
    refuse (recognition, g_strdup ("of no known kind"));
  } else if (!sender_fits (input->message->from_address, parsers[row].sender)) {
    g_autofree char *sender = nk_parse_field (nk_slice_text (input->message->from_address), 256);
    refuse (recognition,
            sender[0] == '\0' ? g_strdup ("without a sender") : g_strdup_printf ("sender %s is not one that announces this", sender));
  } else if (result == NK_PARSE_MISFIT) {
    refuse (recognition, g_steal_pointer (&reason));
  } else if ((parsers[row].lists & list) == 0) {
    refuse (recognition, g_strdup_printf ("not what %s is for", recognition->list));
  } else {
    recognition->verdict = NK_VERDICT_ANNOUNCEMENT;
    recognition->announcement = g_steal_pointer (&announcement);
  }
}

void
nk_announcement_recognise (const NkMessage *message, const NkGroupTable *groups, NkRecognition *ret_recognition)
{
  NkParseInput input = { message, without_prefixes (message->subject), groups };
  NkRecognition recognition = { NK_VERDICT_UNRECOGNISED, NULL, NULL, "" };
  guint list;

  if (message->problem != NULL) {
    recognition.verdict = NK_VERDICT_UNREADABLE;
    recognition.reason = g_strdup (message->problem);
    *ret_recognition = recognition;
    return;
  }
  list = nk_list_of (message, &recognition.list);
  recognition.reason = plain_refusal (message, input.subject);
  if (recognition.reason == NULL && list == 0)
    recognise_elsewhere (&input, &recognition);
  else if (recognition.reason == NULL)
    recognise_on_list (&input, list, &recognition);
  *ret_recognition = recognition;
}
