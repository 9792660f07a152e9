/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* store/query_private.h - how an announcement is put together from its rows; seen by this folder only. */
#pragma once
#include "store/announcement_row.h"
#include "store/query_list.h"

/* What a SELECT must begin with to be read by nk_stored_read. */
#define NK_STORED_COLUMNS "SELECT " NK_ANNOUNCEMENT_COLUMNS ", a.id, a.unix_s, a.day, r.subject, r.list, r.header_id"
#define NK_STORED_TABLES " FROM announcement AS a JOIN reading AS r ON r.message_id = a.first_message"

/* Runs `statement`, bound, and appends each row to `stored` (NkStored). */
gboolean nk_stored_collect (NkDb *db, NkStatement *statement, GPtrArray *stored, GError **error);

/* The same with a statement of nk_stored_prepare_copies, for who collects many times: preparing costs more than asking. */
NkStatement *nk_stored_prepare_copies (NkDb *db, GError **error);
gboolean nk_stored_collect_with (NkStatement *copies, NkStatement *statement, GPtrArray *stored, GError **error);

/* Array of NkStored that frees its elements. */
GPtrArray *nk_stored_array_new (void);

/* What a SELECT must begin with to be read by nk_listed_read; the abstract only if `:abstracts` is not 0. */
#define NK_LISTED_COLUMNS                                                                                                                  \
  "SELECT a.id, a.kind, a.unix_s, a.day, a.name, a.revision, a.title, a.authors, a.group_acronym, a.group_name, a.group_area, a.status,"   \
  " a.level, a.action, a.url, a.standing, a.rfc_number, a.ends, CASE WHEN :abstracts THEN a.abstract END FROM announcement AS a"

/* The present row. (transfer full) */
NkListed *nk_listed_read (const NkStatement *row);
