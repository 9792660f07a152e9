/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* tests/unit/edition/sample_day.h - digests made by hand: invented documents of invented authors, and nothing of a store. */
#pragma once
#include "edition/edition.h"

/* An ordinary day: every change, standing and kind, two RFCs, a ledger with reasons. */
NkDigest *sample_day_ordinary (void);
/* Nothing was announced; the calendar has something to say. */
NkDigest *sample_day_quiet (void);
/* A few documents, and a source that is missing. */
NkDigest *sample_day_incomplete (void);
/* Titles, names and abstracts that try to become markup in each format. */
NkDigest *sample_day_hostile (void);
/* `n` Internet-Drafts: two of five without a group, the others in groups of all areas. */
NkDigest *sample_day_large (guint n);
/* One draft for each acronym (NULL-terminated; "" for none), newest first; acronyms are of area sec. */
NkDigest *sample_day_of_groups (const char *const *acronyms);

/* Texts that a mail may hold in the place of a title. NULL-terminated. */
extern const char *const sample_hostile_texts[];

/* The templates that the project ships; ends the test if they cannot be loaded. */
NkTemplates *sample_templates (const char *language);
/* The edition of a digest as data, and as text in a format, with the few tables of tests/language, so that an edition stays the same when those of share/ are mended.
 * End the test on an error. */
json_t *sample_data (const NkDigest *digest, const char *language, guint part, guint parts, const char *note);
char *sample_render (const NkDigest *digest, const char *language, const char *format, const char *note);
