/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* store/document_private.h - how documents are called in rows; seen by this folder only. */
#pragma once
#include "announce/announcement.h"

/* `name-revision` of a draft, else the name: one text for one identity. (transfer full) */
char *nk_document_of (const NkAnnouncement *announcement);

/* `draft-x-y` of `draft-x-y-07`; what is no draft with a revision is given back as it is. (transfer full) */
char *nk_document_without_revision (const char *document);
