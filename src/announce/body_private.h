/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* announce/body_private.h - the parts that bodies of draft and RFC announcements are made of: a block of `Label: value` lines, lists of names,
 * a sentence that names a group, an abstract. Seen by this folder only. Slices point into the text of the message. */
#pragma once
#include "announce/parser_private.h"

#define NK_BODY_MAX_LABEL_BYTES 40
#define NK_BODY_MAX_NAME_BYTES 256       /* of one author or group */
#define NK_BODY_MAX_SENTENCE_BYTES 4096  /* text before the block in which the group sentence is looked for */
#define NK_BODY_MAX_REFLOWED_BYTES 16384 /* in which labels inside lines are looked for */

typedef struct {
  NkSlice text; /* lower case, without the colon */
  guint field;  /* where its value goes */
} NkBodyLabel;

/* The form of a block. */
typedef struct {
  const NkBodyLabel *labels;
  guint n_labels;
  guint n_fields;
  gboolean has_gaps; /* blank lines stand between fields, and the block ends before the first line after one that is no label */
  guint last_field;  /* after this one a line without a label belongs to the block no more; n_fields if there is no such field */
} NkBodyForm;

/* One value, from behind the colon to the end of its last line, untrimmed; `label` is NULL if the block has no such field. */
typedef struct {
  const NkBodyLabel *label;
  NkSlice value;
} NkBodyField;

/* Finds the first block of `text`. `fields` has form->n_fields places.
 * Returns: FALSE if no line begins with a label; then `fields` is all absent and *ret_before is the whole text. */
gboolean nk_body_read_block (NkSlice text, const NkBodyForm *form, NkBodyField *fields, NkSlice *ret_before, NkSlice *ret_after);

/* As above for a copy whose lines were filled anew, so that labels stand anywhere: each value goes to the next label, the last one is one word. */
gboolean nk_body_read_reflowed (NkSlice text, const NkBodyForm *form, NkBodyField *fields, NkSlice *ret_before, NkSlice *ret_after);

/* Appends the names of a list parted by commas or `and`; `Ed.`, `Jr.` and the like stay with their name, `et al.` is the last entry. */
void nk_body_add_names (GPtrArray *names, NkSlice list);

/* The number that a value starts with, -1 if there is none or it is 0 or beyond NK_ANNOUNCEMENT_MAX_PAGES. */
gint nk_body_pages (NkSlice value);

/* 2025-10-01, 2003-2-25, 12-Jun-98, 12-Jun-1998, 09/08/1994 (month first); else NK_DAY_NONE. */
NkDay nk_body_day (NkSlice value);

/* The first word of a value. */
NkSlice nk_body_first_word (NkSlice value);

/* The text of an abstract as NkAnnouncement holds it. (transfer full) */
char *nk_body_unfold_abstract (NkSlice text);

/* What a sentence says of a group. */
typedef struct {
  NkSlice name;     /* empty: the sentence names none */
  NkSlice acronym;  /* empty: not said */
  const char *kind; /* static; NULL: not said */
} NkBodyGroup;

/* Reads `Remote Attestation (RATS) WG of the IETF. …`: the words after `of the`, on one line. */
NkBodyGroup nk_body_read_group (NkSlice words);

/* Fills the group of a record: acronym as said, else by name from the table, else `fallback_acronym` (nullable), which a draft's name holds. */
void nk_body_apply_group (NkAnnouncement *announcement, const NkBodyGroup *group, const char *fallback_acronym, const NkGroupTable *groups);
