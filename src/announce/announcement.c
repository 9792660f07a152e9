/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "announce/announcement.h"

static const char *const kind_words[] = {
  [NK_KIND_INTERNET_DRAFT] = "internet_draft",
  [NK_KIND_RFC] = "rfc",
  [NK_KIND_LAST_CALL] = "last_call",
  [NK_KIND_PROTOCOL_ACTION] = "protocol_action",
  [NK_KIND_DOCUMENT_ACTION] = "document_action",
  [NK_KIND_CONFLICT_REVIEW] = "conflict_review",
  [NK_KIND_STATUS_CHANGE] = "status_change",
  [NK_KIND_GROUP_REVIEW] = "group_review",
  [NK_KIND_GROUP_ACTION] = "group_action",
  [NK_KIND_INTERIM] = "interim",
  [NK_KIND_MAILING_LIST] = "mailing_list",
  [NK_KIND_MEETING] = "meeting",
  [NK_KIND_NOMCOM] = "nomcom",
  [NK_KIND_IAB] = "iab",
  [NK_KIND_IESG] = "iesg",
  [NK_KIND_LLC] = "llc",
  [NK_KIND_TRUST] = "trust",
  [NK_KIND_OTHER] = "other",
};

static const char *const standing_words[] = {
  [NK_STANDING_INDIVIDUAL] = "individual",
  [NK_STANDING_WG] = "wg",
  [NK_STANDING_RG] = "rg",
  [NK_STANDING_AG] = "ag",
  [NK_STANDING_IAB] = "iab",
  [NK_STANDING_IESG] = "iesg",
  [NK_STANDING_EDITORIAL] = "editorial",
  [NK_STANDING_RFC_EDITOR] = "rfc_editor",
  [NK_STANDING_IANA] = "iana",
};

const char *
nk_kind_word (NkKind kind)
{
  return (guint)kind < G_N_ELEMENTS (kind_words) ? kind_words[kind] : NULL;
}

const char *
nk_standing_word (NkStanding standing)
{
  return (guint)standing < G_N_ELEMENTS (standing_words) ? standing_words[standing] : NULL;
}

NkAnnouncement *
nk_announcement_new (NkKind kind)
{
  NkAnnouncement *announcement = g_new0 (NkAnnouncement, 1);

  announcement->kind = kind;
  announcement->revision = g_strdup ("");
  announcement->abstract = g_strdup ("");
  announcement->authors = g_ptr_array_new_with_free_func (g_free);
  announcement->subseries = g_ptr_array_new_with_free_func (g_free);
  announcement->documents = g_ptr_array_new_with_free_func (g_free);
  announcement->obsoletes = g_array_new (FALSE, FALSE, sizeof (guint));
  announcement->updates = g_array_new (FALSE, FALSE, sizeof (guint));
  announcement->pages = -1;
  announcement->body_day = NK_DAY_NONE;
  announcement->ends = NK_DAY_NONE;
  return announcement;
}

void
nk_announcement_free (NkAnnouncement *announcement)
{
  if (announcement == NULL)
    return;
  g_free (announcement->name);
  g_free (announcement->revision);
  g_free (announcement->title);
  g_free (announcement->subject);
  g_free (announcement->abstract);
  g_free (announcement->group_acronym);
  g_free (announcement->group_name);
  g_free (announcement->group_kind);
  g_free (announcement->group_area);
  g_free (announcement->stream);
  g_free (announcement->status);
  g_free (announcement->month);
  g_free (announcement->draft);
  g_free (announcement->doi);
  g_free (announcement->level);
  g_free (announcement->action);
  g_free (announcement->url);
  g_ptr_array_unref (announcement->authors);
  g_ptr_array_unref (announcement->subseries);
  g_ptr_array_unref (announcement->documents);
  g_array_unref (announcement->obsoletes);
  g_array_unref (announcement->updates);
  g_free (announcement);
}

void
nk_recognition_clear (NkRecognition *recognition)
{
  g_clear_pointer (&recognition->announcement, nk_announcement_free);
  g_clear_pointer (&recognition->reason, g_free);
}
