/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* announce/draft_name.h - names of Internet-Drafts and RFCs, and what they tell (facts (d)).
 * Floor: announce. */
#pragma once
#include "announce/announcement.h"

#define NK_DRAFT_NAME_MAX_BYTES 240

/* `draft-x-y-07` with optional `.txt`: name and two-digit revision. Lower-cases. FALSE if it is none. Results (transfer full). */
gboolean nk_draft_name_split (NkSlice text, char **ret_name, char **ret_revision);
/* TRUE for draft-[a-z0-9.+_-]+ of sane length. */
gboolean nk_draft_name_is_valid (NkSlice name);
/* `RFC 9872`, `rfc9872`, `RFC9872`: the number 1..99999; 0 if it is none. */
guint nk_rfc_number (NkSlice text);

/* Standing by name alone, and the group acronym it contains (nullable, transfer full): draft-ietf-tls-x is a document of tls. */
NkStanding nk_draft_name_standing (const char *name, char **ret_acronym);
