/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Entries made by hand, for the steps that need no store. */
#pragma once
#include "digest/digest_private.h"

static inline void
fixture_entry_free (NkEntry *entry)
{
  nk_announcement_free (entry->stored->announcement);
  g_free (entry->stored);
  g_free (entry);
}

static inline GPtrArray *
fixture_entries (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)fixture_entry_free);
}

/* Adds a draft `name` (without revision) to `entries`; group and area may be NULL. */
static inline NkEntry *
fixture_draft (GPtrArray *entries, const char *name, const char *revision, const char *title, const char *group, const char *area)
{
  NkEntry *entry = g_new0 (NkEntry, 1);
  NkAnnouncement *draft = nk_announcement_new (NK_KIND_INTERNET_DRAFT);

  draft->name = g_strdup (name);
  g_free (draft->revision);
  draft->revision = g_strdup (revision);
  draft->title = g_strdup (title);
  draft->group_acronym = g_strdup (group);
  draft->group_area = g_strdup (area);
  entry->stored = g_new0 (NkStored, 1);
  entry->stored->announcement = draft;
  entry->change = nk_change_of (draft);
  g_ptr_array_add (entries, entry);
  return entry;
}

static inline NkEntry *
fixture_rfc (GPtrArray *entries, guint number, const char *title)
{
  NkEntry *entry = g_new0 (NkEntry, 1);
  NkAnnouncement *rfc = nk_announcement_new (NK_KIND_RFC);

  rfc->name = g_strdup_printf ("rfc%u", number);
  rfc->title = g_strdup (title);
  rfc->rfc_number = number;
  entry->stored = g_new0 (NkStored, 1);
  entry->stored->announcement = rfc;
  g_ptr_array_add (entries, entry);
  return entry;
}
