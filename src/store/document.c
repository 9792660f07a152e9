/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "announce/draft_name.h"
#include "store/document_private.h"

char *
nk_document_of (const NkAnnouncement *announcement)
{
  if (announcement->revision == NULL || *announcement->revision == '\0')
    return g_strdup (announcement->name);
  return g_strconcat (announcement->name, "-", announcement->revision, NULL);
}

char *
nk_document_without_revision (const char *document)
{
  g_autofree char *name = NULL, *revision = NULL;

  if (nk_draft_name_split (nk_slice_text (document), &name, &revision))
    return g_steal_pointer (&name);
  return g_strdup (document);
}
