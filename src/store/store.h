/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* store/store.h - the database: opening, closing, checking.
 * Floor: store (may include: store, announce, mail, ground). One NkStore per thread; one writer at a time, readers never wait (WAL).
 * Kept rows (schema_kept.sql) are never lost by the program; derived rows (schema_derived.sql) can be made anew by nk_rebuild_run. */
#pragma once
#include "ground/error.h"

/* Two numbers, each raised by a change of its half. Derived older: told to run `nikkan rebuild` (done by itself on the next import); kept newer than we know: refused. */
#define NK_STORE_KEPT_VERSION 1
#define NK_STORE_DERIVED_VERSION 5
#define NK_STORE_APPLICATION_ID 0x6e696b6b /* "nikk" */

typedef struct _NkStore NkStore;

typedef enum {
  NK_STORE_READ,  /* must exist */
  NK_STORE_WRITE, /* made if missing, with its folder; takes the writer's lock: CONFLICT at once if another process holds it */
} NkStoreMode;

/* Returns: NULL with NOT_FOUND (says how to import), INPUT (not a nikkan database, newer schema), CONFLICT, STORE. */
NkStore *nk_store_open (const char *path, NkStoreMode mode, GError **error);
/* A database in memory, for `digest --from` and tests. */
NkStore *nk_store_open_memory (GError **error);
void nk_store_free (NkStore *store);

/* Every fault found (char *), empty if all is well: SQLite's own check, foreign keys, counts that must agree, messages that do not decompress.
 * NULL with STORE if the check itself could not run. */
GPtrArray *nk_store_check (NkStore *store, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkStore, nk_store_free)
