/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/data_private.h - the sections of the data (docs/json.md), a function each; seen by this folder only.
 * All give new references. Keys are set in the documented order. */
#pragma once
#include "edition/edition.h"

/* A string, or null for NULL. Text that is not UTF-8 is repaired. */
json_t *nk_data_text (const char *text);
/* As above, with null for "" too. */
json_t *nk_data_text_or_null (const char *text);
/* YYYY-MM-DD, or null for NK_DAY_NONE. */
json_t *nk_data_day (NkDay day);
/* An array of strings out of char *. */
json_t *nk_data_texts (const GPtrArray *texts);
/* "https://host/" and the rest with each %s of `format` percent-encoded: the one place where addresses are made. (transfer full) */
char *nk_data_url (const char *format, const char *component);

json_t *nk_data_internet_draft (const NkEntry *entry, const NkSummary *summary);
json_t *nk_data_rfc (const NkEntry *entry, const NkSummary *summary);
json_t *nk_data_other (const NkEntry *entry);
/* NULL with INPUT: a word of the templates is wrong. */
json_t *nk_data_highlights (const NkDigest *digest, const NkTemplates *templates, GError **error);
/* How many drafts of the day carry each topic. */
json_t *nk_data_topics (const NkDigest *digest, const char *language);
json_t *nk_data_ledger (const NkDigest *digest);
json_t *nk_data_calendar (const NkDigest *digest);
json_t *nk_data_days_before (const NkDigest *digest);

/* For each Internet-Draft of the digest, in its order, the part (1-based) that it goes into. (transfer full) guint *; *ret_parts: how many parts came out. */
guint *nk_edition_parts (const NkDigest *digest, guint parts, guint *ret_parts);
