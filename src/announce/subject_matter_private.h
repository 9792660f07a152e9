/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* announce/subject_matter_private.h - the documents and the group that an announcement is about, out of its phrases; seen by this folder only. */
#pragma once
#include "announce/phrase_private.h"

/* Appends the drafts that `subject` and `body` name, those of the body first, since they carry the revision. RFCs are left out: a title may mention them.
 * FALSE if both name drafts and none is the same: then *ret_reason says which. */
gboolean nk_subject_matter_take_drafts (NkAnnouncement *announcement, NkSlice subject, NkSlice body, char **ret_reason);

/* The title in `<draft-x-07.txt> (Title)`, `draft-x (Title)`, `'Title'` or `Title`. */
NkSlice nk_subject_matter_title (NkSlice text);

/* The page of the first document: https://datatracker.ietf.org/doc/NAME/; NULL without documents. */
char *nk_subject_matter_document_url (const NkAnnouncement *announcement);

/* The page of a change of status where the body links to it, else that of the first document. */
char *nk_subject_matter_status_change_url (const NkAnnouncement *announcement, NkSlice body);

/* The first https URL of `body` that starts with `prefix` (itself https), without the punctuation after it; NULL. */
char *nk_subject_matter_find_url (NkSlice body, const char *prefix);

/* `the Example Protocols WG (exmpl)`, `Example Protocols Working Group`: name, kind and acronym, each as far as it is said; the acronym also by name. */
void nk_subject_matter_take_group (NkAnnouncement *announcement, NkSlice phrase, const NkGroupTable *groups);

/* The acronym that the first document's name has, for a group that is only named: draft-ietf-exmpl-x. */
void nk_subject_matter_take_acronym (NkAnnouncement *announcement);

/* The acronym inside of `(…)` at the end of `*text`, lower case, and *text without it. NULL if none stands there. */
char *nk_subject_matter_split_acronym (NkSlice *text);

/* `in the Security Area`: its acronym; NULL if no area of today is named so. Static. */
const char *nk_subject_matter_area (NkSlice text);

/* The page of the group; NULL without an acronym. */
char *nk_subject_matter_group_url (const NkAnnouncement *announcement);
