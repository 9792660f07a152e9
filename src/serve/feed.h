/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/feed.h - a feed as a value, and its two forms: Atom (RFC 4287) and JSON Feed 1.1.
 * Floor: serve. One entry for each edition, or for each revision of a document; ids are `tag:` URIs (RFC 4151), which do not change when addresses do. */
#pragma once
#include "serve/page.h"

#define NK_FEED_MAX_ENTRIES 50

typedef struct {
  char *id;
  char *url;
  char *title;
  char *summary;
  const char *summary_language; /* static */
  char **authors;               /* (nullable) */
  gint64 updated_unix_s;
} NkFeedEntry;

typedef struct {
  char *id;
  char *title;
  char *home_url; /* the page that this is the feed of */
  char *self_url;
  const char *language;
  GPtrArray *entries; /* NkFeedEntry *, newest first */
} NkFeed;
void nk_feed_free (NkFeed *feed);

/* The feed of the page's route, which is one of feeds. NULL with NOT_FOUND, STORE, INPUT. */
NkFeed *nk_feed_make (NkPage *page, GError **error);

void nk_feed_write_atom (const NkFeed *feed, GString *out);
void nk_feed_write_json (const NkFeed *feed, GString *out);

/* `https://base` and a path in the language of the page. (transfer full) */
char *nk_feed_url (const NkPage *page, const char *path);

/* Every feed of the site in the language of the page (OPML 2.0). FALSE with STORE. */
gboolean nk_feed_write_opml (NkPage *page, GString *out, GError **error);

/* How a browser's own search field asks this site (OpenSearch 1.1), in the language of the page. */
void nk_feed_write_opensearch (NkPage *page, GString *out);

/* The route of the feeds of a route that is a page, in *ret_atom and *ret_json. FALSE if it has none. */
gboolean nk_feed_routes (NkRouteId page, NkRouteId *ret_atom, NkRouteId *ret_json);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkFeed, nk_feed_free)
