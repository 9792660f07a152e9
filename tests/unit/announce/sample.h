/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* tests/unit/announce/sample.h - messages made by hand, so that a test shows just what it is about. */
#pragma once
#include "announce/announcement.h"
#include "ground/share.h"

/* A message that owns nothing: never to be freed. */
static inline NkMessage
sample_message (const char *from, const char *to, const char *list_id, const char *subject, const char *text)
{
  return (NkMessage){
    .message_id = (char *)"<sample@mail.example>",
    .from = (char *)from,
    .from_address = (char *)from,
    .to = (char *)to,
    .subject = (char *)subject,
    .list_id = (char *)list_id,
    .text = (char *)text,
  };
}

/* A message as i-d-announce carries it today. */
static inline NkMessage
sample_draft (const char *subject, const char *text)
{
  return sample_message ("internet-drafts@ietf.org", "i-d-announce@ietf.org", "i-d-announce.ietf.org", subject, text);
}

/* A message of the RFC Editor. */
static inline NkMessage
sample_rfc (const char *subject, const char *text)
{
  return sample_message ("rfc-editor@rfc-editor.org", "ietf-announce@ietf.org, rfc-dist@rfc-editor.org", "ietf-announce.ietf.org", subject,
                         text);
}

static inline NkGroupTable *
sample_groups (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = nk_share_path ("groups.tsv", &error);
  NkGroupTable *groups = NULL;

  g_assert_no_error (error);
  groups = nk_group_table_load (path, &error);
  g_assert_no_error (error);
  return groups;
}

/* What `message` announces; the test fails if it does not count. */
static inline NkAnnouncement *
sample_announced (const NkMessage *message, const NkGroupTable *groups)
{
  g_auto (NkRecognition) recognition = { 0 };

  nk_announcement_recognise (message, groups, &recognition);
  if (recognition.verdict != NK_VERDICT_ANNOUNCEMENT)
    g_error ("not counted: %s", recognition.reason);
  g_assert_cmpstr (recognition.reason, ==, NULL);
  return g_steal_pointer (&recognition.announcement);
}

/* The names of a list on one line, parted by ` | `. */
static inline char *
sample_joined (const GPtrArray *texts)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " | " : "", (const char *)texts->pdata[i]);
  return g_string_free (out, FALSE);
}
