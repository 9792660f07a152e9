/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* announce/group.h - working groups, research groups and areas: share/groups.tsv.
 * Floor: announce. Groups are owned by their table and live as long as it. */
#pragma once
#include "ground/day.h"
#include "ground/error.h"

typedef struct {
  const char *acronym; /* lower case */
  const char *name;
  const char *kind;    /* wg, rg, ag, ... */
  const char *area;    /* art, gen, int, ops, rtg, sec, wit, irtf; "" if none */
  const char *state;
} NkGroup;

typedef struct _NkGroupTable NkGroupTable;

/* NULL with NOT_FOUND or INPUT (bad line, acronym twice). */
NkGroupTable *nk_group_table_load (const char *path, GError **error);
void nk_group_table_free (NkGroupTable *table);

/* (nullable) (transfer none); any case. */
const NkGroup *nk_group_by_acronym (const NkGroupTable *table, const char *acronym);
/* By full name, without regard to case, white space and a trailing `Working Group`. */
const NkGroup *nk_group_by_name (const NkGroupTable *table, const char *name);
/* The day that the table says it was made (`# made: YYYY-MM-DD`), for `nikkan check`. */
NkDay nk_group_table_made (const NkGroupTable *table);
guint nk_group_table_n_groups (const NkGroupTable *table);

/* The areas in the order of an edition: acronym and English name. irtf counts as one. NULL past the end. */
typedef struct { const char *acronym; const char *name; } NkArea;
const NkArea *nk_area (guint index);
/* G_MAXUINT for an unknown acronym or "". */
guint nk_area_index (const char *acronym);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkGroupTable, nk_group_table_free)
