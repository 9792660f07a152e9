/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* digest/digest_private.h - the steps of composing a day; seen by this folder only.
 * Floor: digest. */
#pragma once
#include "digest/digest.h"

/* What a draft is on this day, and what its revision changed. */
NkChange nk_change_of (const NkAnnouncement *draft);
NkChangedFields nk_changed_fields (const NkAnnouncement *draft, const NkAnnouncement *previous);

/* `name-revision` or rfcNNNN. (transfer full) */
char *nk_entry_document (const NkEntry *entry);

/* How a bullet calls a document with this title; NULL if the title gives no name. (transfer full) */
char *nk_short_name_of_title (const char *title);
/* One name for each entry (NkEntry *) of the day, in their order, no two alike. (transfer full) char * */
GPtrArray *nk_short_names (const GPtrArray *entries);

/* The themes of the day from its drafts and RFCs (NkEntry *, newest first). (transfer full) NkHighlight * */
GPtrArray *nk_highlights_find (const GPtrArray *internet_drafts, const GPtrArray *rfcs);
void nk_highlight_free (NkHighlight *highlight);

/* The state of the day; why it is incomplete is appended to `missing`. `coverage` is NULL for `--from`: then the readings are all there is. */
NkState nk_state_find (NkDay day, const GPtrArray *readings, gboolean has_announcements, const NkCoverage *coverage, GPtrArray *missing);
