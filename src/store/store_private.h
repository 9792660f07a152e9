/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* store/store_private.h - the inside of a store, and the two halves of its schema; seen by this folder only. */
#pragma once
#include "store/aspect.h"
#include "store/db.h"
#include "store/store.h"

struct _NkStore {
  NkDb *db;
  int lock;                  /* descriptor of the lock file, -1 for readers and in memory */
  gboolean is_derived_stale; /* the derived half was made by another version of the program: to be made anew before it is read */
  /* Who listens to what is asked (store/aspect.h). */
  NkOnAspect on_aspect; /* (nullable) */
  gpointer on_aspect_data;
  NkDay today;
  guint n_asking; /* questions that have told what they look at, one inside of the other */
};

/* Drops what there is of the derived half and makes it anew, empty. Runs in a transaction of the caller. */
gboolean nk_store_make_derived (NkStore *store, GError **error);

/* Tells NK_ASPECT_ALL if no question is being asked. `data` is the store. */
void nk_store_unsaid (gpointer data);

/* Every SQL text of the modules of this folder, for the test that prepares each one. NULL-terminated. */
const char *const *nk_announcement_row_sql (void);
const char *const *nk_aspect_sql (void);
const char *const *nk_check_sql (void);
const char *const *nk_coverage_sql (void);
const char *const *nk_derive_sql (void);
const char *const *nk_kept_sql (void);
const char *const *nk_note_sql (void);
const char *const *nk_query_catalogue_sql (void);
const char *const *nk_query_document_sql (void);
const char *const *nk_query_ledger_sql (void);
const char *const *nk_query_list_sql (void);
const char *const *nk_rebuild_sql (void);
const char *const *nk_resume_sql (void);
const char *const *nk_search_sql (void);
const char *const *nk_search_source_sql (void);
const char *const *nk_source_sql (void);
const char *const *nk_stored_sql (void);
const char *const *nk_summary_row_sql (void);
const char *const *nk_topic_sql (void);
