/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "announce/draft_name.h"
#include "digest/digest_private.h"
#include "ground/utf8.h"

const char *
nk_change_word (NkChange change)
{
  switch (change) {
  case NK_CHANGE_NEW: return "new";
  case NK_CHANGE_REVISED: return "revised";
  case NK_CHANGE_ADOPTED: return "adopted";
  }
  return NULL;
}

NkChange
nk_change_of (const NkAnnouncement *draft)
{
  if (g_strcmp0 (draft->revision, "00") != 0)
    return NK_CHANGE_REVISED;
  /* By the name alone: an individual draft may carry a group sentence before the group has taken it (facts (d)). */
  return nk_draft_name_standing (draft->name, NULL) == NK_STANDING_INDIVIDUAL ? NK_CHANGE_NEW : NK_CHANGE_ADOPTED;
}

/* A field that one of both mails does not tell has not changed as far as anybody knows. */
static gboolean
text_differs (const char *a, const char *b)
{
  g_autofree char *folded_a = NULL, *folded_b = NULL;

  /* Most revisions keep the text to the letter. */
  if (g_strcmp0 (a, b) == 0)
    return FALSE;
  folded_a = nk_utf8_one_line (a != NULL ? a : "");
  folded_b = nk_utf8_one_line (b != NULL ? b : "");
  return *folded_a != '\0' && *folded_b != '\0' && !g_str_equal (folded_a, folded_b);
}

static gboolean
authors_differ (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len == 0 || b->len == 0)
    return FALSE;
  if (a->len != b->len)
    return TRUE;
  for (guint i = 0; i < a->len; i++)
    if (text_differs (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return TRUE;
  return FALSE;
}

NkChangedFields
nk_changed_fields (const NkAnnouncement *draft, const NkAnnouncement *previous)
{
  NkChangedFields changed = { FALSE, FALSE, FALSE };

  if (previous == NULL)
    return changed;
  changed.title = text_differs (draft->title, previous->title);
  changed.authors = authors_differ (draft->authors, previous->authors);
  changed.abstract = text_differs (draft->abstract, previous->abstract);
  return changed;
}

char *
nk_entry_document (const NkEntry *entry)
{
  const NkAnnouncement *announcement = entry->stored->announcement;

  if (announcement->kind == NK_KIND_INTERNET_DRAFT && announcement->revision != NULL && *announcement->revision != '\0')
    return g_strdup_printf ("%s-%s", announcement->name, announcement->revision);
  return g_strdup (announcement->name);
}
