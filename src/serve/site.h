/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/site.h - what all pages share: templates and words of both languages, tables, style, addresses. Read once, then never changed, so that any number
 * of threads may use it; a reload makes another one.
 * Floor: serve. */
#pragma once
#include "announce/group.h"
#include "digest/calendar.h"
#include "digest/topic.h"
#include "edition/template.h"
#include "language/shelf.h"
#include "serve/route.h"
#include "serve/words.h"
#include "summary/summary_pool.h"

#define NK_SITE_MAX_FILE_BYTES (256u << 10)

typedef struct {
  const char *template_dir; /* (nullable): the installed one */
  const char *language_dir; /* (nullable): tables of the Japanese engine; the installed ones */
  const char *base_url;     /* (nullable) `https://nikkan.example`, without a slash at the end: where readers find the site */
  const char *feed_base;    /* the same for feeds, which cannot do without: where the site is reached if nothing better is known */
  NkLanguage home;          /* the language without a prefix */
} NkSiteOptions;

typedef struct {
  NkLanguage home;
  char *base_url; /* (nullable) */
  char *feed_base;
  NkTemplates *templates[NK_N_LANGUAGES];
  NkSiteWords *words[NK_N_LANGUAGES];
  NkCalendar *calendar;
  NkGroupTable *groups;
  NkTopicTable *topics;
  NkLexiconShelf *shelf; /* read when the first page needs it */
  NkSummaryPool *pool;   /* what pages have said of documents: the one thing here that changes */
  GBytes *style;         /* the style of editions, then that of the site */
  GBytes *script;        /* share/site/site.js: what pages can do beyond being read */
  GBytes *search_script; /* share/site/search.js: the search of a site of files */
  GBytes *openapi;       /* JSON: what the API offers */
  GBytes *icon;          /* SVG */
  char *style_tag;       /* short hash of the style, for its address */
  char *script_tag;
} NkSite;

/* (transfer full), counted; NULL with the fault of the first file that is wrong. */
NkSite *nk_site_load (const NkSiteOptions *options, GError **error);
NkSite *nk_site_ref (NkSite *site);
void nk_site_unref (NkSite *site); /* takes NULL */

/* TRUE for http:// or https:// with a host and without a query, a fragment or a slash at the end. */
gboolean nk_site_is_base_url (const char *url);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkSite, nk_site_unref)
