/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* store/announcement_row.h - a record and its row in the table `announcement`: one table of the fields serves both ways.
 * Floor: store. */
#pragma once
#include "announce/announcement.h"
#include "store/db.h"

/* The fields of the record, for a SELECT from `announcement AS a`, in the order that nk_announcement_row_read expects. */
#define NK_ANNOUNCEMENT_COLUMNS                                                                                                            \
  "a.kind, a.name, a.revision, a.pages, a.body_day, a.standing, a.rfc_number, a.ends, a.title, a.authors, a.group_acronym, a.group_name,"  \
  " a.group_kind, a.group_area, a.stream, a.status, a.month, a.subseries, a.obsoletes, a.updates, a.draft, a.doi, a.documents, a.level,"   \
  " a.action, a.url, a.abstract"
#define NK_ANNOUNCEMENT_N_COLUMNS 27

/* The name of a field's column, NULL past the end; a test holds it against the text above. */
const char *nk_announcement_row_column (guint index);

/* The record of the present row, whose columns begin at `first_column`. Without `subject`, which the message has. (transfer full) */
NkAnnouncement *nk_announcement_row_read (const NkStatement *statement, int first_column);

typedef struct {
  gint64 id;
  gint64 first_message;
  gboolean has_date;
  gint64 unix_s;
} NkAnnouncementPlace;

typedef struct _NkAnnouncementRow NkAnnouncementRow;
NkAnnouncementRow *nk_announcement_row_new (NkDb *db, GError **error);
void nk_announcement_row_free (NkAnnouncementRow *row);

/* *ret_is_new is FALSE if the id or the identity is taken. */
gboolean nk_announcement_row_insert (NkAnnouncementRow *row, const NkAnnouncement *announcement, const NkAnnouncementPlace *place,
                                     gboolean *ret_is_new, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkAnnouncementRow, nk_announcement_row_free)
