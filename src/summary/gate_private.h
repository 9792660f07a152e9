/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* summary/gate_private.h - the two halves of the gate that know words: what occurs in a document, and what denies something.
 * Floor: summary. */
#pragma once
#include "ground/slice.h"
#include "summary/summary.h"

/* Title and abstract; nk_gate_source_index prepares them (once) for the look-ups nk_gate_source_has_…, which a text that is quoted as a whole does not need. */
typedef struct _NkGateSource NkGateSource;

NkGateSource *nk_gate_source_new (const NkSummaryRequest *request);
void nk_gate_source_index (NkGateSource *source);
void nk_gate_source_free (NkGateSource *source);

/* Title or abstract, white space folded. (transfer none) */
const char *nk_gate_source_title (const NkGateSource *source);
const char *nk_gate_source_abstract (const NkGateSource *source);

/* The text itself, to the letter, in title or abstract; an ellipsis at its end may stand for what was cut off. */
gboolean nk_gate_source_quotes (const NkGateSource *source, NkSlice text);

/* `RFC 8446` for has_rfc (8446); a decimal number, also where the document writes it as a word up to twelve; a draft's name in lower case, with or without the revision;
 * any other name, without regard to case, hyphens and blanks, also in the plural. */
gboolean nk_gate_source_has_rfc (NkGateSource *source, guint number);
gboolean nk_gate_source_has_number (NkGateSource *source, const char *number);
gboolean nk_gate_source_has_draft (const NkGateSource *source, const char *name);
gboolean nk_gate_source_has_term (const NkGateSource *source, const char *term);
/* TRUE if `name` stands in the document to the letter and the document itself gives an abbreviation for it: `Push to talk over Cellular (PoC)`. */
gboolean nk_gate_source_abbreviates (NkGateSource *source, const char *name);
/* TRUE for a name that the document writes in lower case: see nk_names_is_small. */
gboolean nk_gate_source_has_small_name (NkGateSource *source, const char *name);

/* Whether a letter (Latin, Greek, Cyrillic) or digit stands at `at`: what names are made of. Japanese letters part them. */
gboolean nk_gate_is_name_at (const char *text, gsize at, gsize length);
/* Whether `comma` is the comma of 1,500. */
gboolean nk_gate_groups_thousands (const char *comma);

/* Checks every number, RFC, draft name, acronym and name of `visible` (a text whose quotes have been blanked out).
 * FALSE with *ret_reason (transfer full). */
gboolean nk_gate_terms_occur (NkGateSource *source, const char *visible, gboolean is_japanese, char **ret_reason);

/* Compatibility forms (full-width letters and digits, ligatures, odd hyphens) as ordinary ones, on one line. (transfer full) */
char *nk_gate_plain_form (const char *text);

/* Whether a text denies something; the rules stand in gate_negation.c. */
typedef enum {
  NK_NEGATION_NONE,
  NK_NEGATION_WEAK,   /* only words that can stand for a negation: 未, 防ぐ; unless, prevents */
  NK_NEGATION_STRONG, /* ない, 禁止; not, without, non- */
} NkNegation;
NkNegation nk_gate_negation_japanese (const char *text);
NkNegation nk_gate_negation_english (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkGateSource, nk_gate_source_free)
