/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/memo.h - what the pages made on one open database keep between requests: values that depend on the database and the site alone, and not on who asks. They
 * are kept through one epoch of the desk, as pages are: until it notices that somebody has written to the database. So many writes in a row, an import, cost no more
 * than one making anew each time that the desk looks.
 * Floor: serve. One thread at a time. */
#pragma once
#include "serve/site.h"
#include <jansson.h>

typedef struct _NkMemo NkMemo;

NkMemo *nk_memo_new (void);
void nk_memo_free (NkMemo *memo); /* takes NULL */

/* To be called before the snapshot of a page begins: what is kept goes if the epoch is over, or the site, of which a reference is held, is another one. */
void nk_memo_begin (NkMemo *memo, guint64 epoch, NkSite *site);

/* Of one edition. None may be changed. */
typedef struct {
  json_t *data;     /* docs/json.md */
  json_t *view;     /* the same as a template sees it */
  NkBlocks *blocks; /* what the template makes of that */
} NkMemoEdition;
/* (transfer full): references to the same. */
NkMemoEdition nk_memo_edition_ref (const NkMemoEdition *edition);
void nk_memo_edition_clear (NkMemoEdition *edition);

/* NULL if it is not kept. Borrowed, until the next one is added. */
const NkMemoEdition *nk_memo_edition (const NkMemo *memo, NkDay day, NkLanguage language);
/* Keeps it, in the place of the oldest ones if there are many. Takes references of its own. */
void nk_memo_add_edition (NkMemo *memo, NkDay day, NkLanguage language, const NkMemoEdition *edition);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkMemo, nk_memo_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NkMemoEdition, nk_memo_edition_clear)
