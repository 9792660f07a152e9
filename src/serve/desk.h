/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/desk.h - answers requests, in any number of threads: finds the route, makes the answer or takes the kept one. Knows nothing of sockets.
 * Floor: serve. */
#pragma once
#include "serve/http.h"
#include "serve/site.h"

typedef struct _NkDesk NkDesk;

typedef struct {
  const char *database;
  gsize cache_bytes; /* kept answers; 0: none are kept */
  gint64 (*now_unix_s) (void);
  void (*warn) (const char *message); /* from any thread */
} NkDeskOptions;

/* Takes a reference of `site`. NULL as nk_store_open. */
NkDesk *nk_desk_new (const NkDeskOptions *options, NkSite *site, GError **error);
void nk_desk_free (NkDesk *desk);

/* (transfer full) never NULL. */
NkHttpResponse *nk_desk_answer (NkDesk *desk, const NkHttpRequest *request);
/* The same, but NULL if a search would have to be made, which takes longer than any page: the caller says when and where. (transfer full) */
NkHttpResponse *nk_desk_answer_at_once (NkDesk *desk, const NkHttpRequest *request);
/* A response to what is refused before it is read: `url` (nullable) was asked for. (transfer full) */
NkHttpResponse *nk_desk_refuse (NkDesk *desk, const char *url, NkHttpStatus status);

/* To be called every second or so: what was kept is dropped if the database has changed or a day has passed. */
void nk_desk_refresh (NkDesk *desk);
/* From now on another site; the database is opened anew. Requests under way end as they began. */
void nk_desk_reload (NkDesk *desk, NkSite *site);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkDesk, nk_desk_free)
