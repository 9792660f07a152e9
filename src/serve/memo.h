/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/memo.h - what the pages made on one open database keep between requests: values that depend on the database and the site alone, and not on who asks. They
 * are true as long as nobody has written to the database, which is asked at the beginning of every page.
 * Floor: serve. One thread at a time. */
#pragma once
#include "serve/site.h"
#include "store/store.h"
#include <jansson.h>

typedef struct _NkMemo NkMemo;

NkMemo *nk_memo_new (void);
void nk_memo_free (NkMemo *memo); /* takes NULL */

/* To be called inside of the snapshot of a page: what is kept goes if the database has changed since it was made, or the site, of which a reference is held, is another one. FALSE with STORE. */
gboolean nk_memo_check (NkMemo *memo, NkStore *store, const NkSite *site, GError **error);

/* Of one edition. Neither may be changed. */
typedef struct {
  json_t *data; /* docs/json.md */
  json_t *view; /* the same as a template sees it */
} NkMemoEdition;

/* NULL if it is not kept. Borrowed, until the next one is added. */
const NkMemoEdition *nk_memo_edition (const NkMemo *memo, NkDay day, NkLanguage language);
/* Keeps it, in the place of the oldest ones if there are many. Takes references of its own. */
void nk_memo_add_edition (NkMemo *memo, NkDay day, NkLanguage language, const NkMemoEdition *edition);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkMemo, nk_memo_free)
