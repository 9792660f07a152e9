/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/page.h - a page in the making: the frame that all of them have, its words and its links; and the function of each page.
 * Floor: serve. The same function makes the page that is served and the one that is written to a file: only the links differ. */
#pragma once
#include "edition/edition.h"
#include "serve/memo.h"
#include "serve/site.h"
#include "store/query_list.h"

typedef enum {
  NK_LINKS_ABSOLUTE, /* /en/doc/draft-x/ */
  NK_LINKS_RELATIVE, /* ../../doc/draft-x/index.html: from any folder, also without a server */
} NkLinks;

/* Called for each link of the page to the site itself: the path, percent-encoded, with the prefix of its language. */
typedef void (*NkOnLink) (const char *path, gpointer user_data);

typedef struct {
  const NkSite *site;
  NkStore *store;
  NkMemo *memo; /* (nullable): what earlier pages of this store have left */
  const NkRoute *route;
  NkLinks links;
  NkDay today;      /* the clock's, handed in: a mail from the future is no latest edition */
  NkOnLink on_link; /* (nullable) */
  gpointer on_link_data;
  NkHtmlWriter html; /* into a text of the caller */
  /* What the head says beside the title; set before nk_page_begin. (nullable) */
  char *previous, *next; /* paths without the language's prefix: pages before and after in time */
  char *previous_text, *next_text;
  gboolean is_missing;  /* a page of an error: not to be found by searching, no other language */
  gboolean is_unlisted; /* not to be found by searching, but for this a page as all */
} NkPage;
void nk_page_clear (NkPage *page);

/* --- words */
const char *nk_page_word (const NkPage *page, NkSiteWord word);
#define nk_page_fill(page, word, ...) nk_site_word_fill ((page)->site->words[(page)->route->language], word, __VA_ARGS__)

/* --- links: (transfer full), for an attribute */
/* To a path of nk_route_path or a literal one, in the language of the page or in another one. */
char *nk_page_address (const NkPage *page, const char *path);
char *nk_page_address_in (const NkPage *page, NkLanguage language, const char *path);
/* To a file that all languages share: /style.css. */
char *nk_page_file_address (const NkPage *page, const char *path);
/* From anywhere: with the base of the site. NULL if the site has none. */
char *nk_page_full_address (const NkPage *page, NkLanguage language, const char *path);
/* Paths, for the above. */
char *nk_page_path_of_day (NkDay day);
char *nk_page_path_of_month (NkDay day);
char *nk_page_path_of_year (int year);
char *nk_page_path_of_week (NkDay day);
char *nk_page_path_of_document (const char *name); /* draft-x-y or rfcNNNN */
char *nk_page_path_of_search (char *query);        /* takes `query`, percent-encoded */
char *nk_page_path_of (NkRouteId id, NkParameter parameter, const char *value);

/* `12`. (transfer full) */
char *nk_page_number (guint number);

/* --- the frame */
/* Everything up to and with <main>; the title becomes the h1. */
void nk_page_begin (NkPage *page, const char *title, const char *description);
void nk_page_end (NkPage *page);
/* The scripts that have something to do on this page, for its head. */
void nk_page_write_scripts (NkPage *page);
/* An edition inside of the frame. */
gboolean nk_page_write_edition (NkPage *page, const NkMemoEdition *edition, GError **error);
/* Links to the pages before and after. */
void nk_page_write_around (NkPage *page);

/* --- pieces */
void nk_page_open (NkPage *page, const char *name, const char *class_name);
void nk_page_close (NkPage *page, const char *name);
/* <name class=…>text</name>; class_name and language (of the text) are nullable. */
void nk_page_write (NkPage *page, const char *name, const char *class_name, const char *language, const char *text);
/* <a href=…>text</a> to a path of the site. */
void nk_page_write_link (NkPage *page, const char *path, const char *language, const char *text);
/* <a> to elsewhere; the plain text if the address is not safe. */
void nk_page_write_outward (NkPage *page, const char *url, const char *text);
void nk_page_write_heading (NkPage *page, const char *text, const char *id);
/* <time datetime=YYYY-MM-DD>, linked to the edition of the day. */
void nk_page_write_day (NkPage *page, NkDay day);
/* `Internet-Drafts 31 / RFCs 2 …` */
char *nk_page_count_text (const NkPage *page, guint internet_drafts, guint rfcs, guint others);
/* The name of a group's area or of a group, in the language of the page where there is one. (transfer full) */
char *nk_page_area_name (const NkPage *page, const char *area, GError **error);
/* What an announcement of another kind is: `Last Call (until …)`, in words of the edition. (transfer full) */
char *nk_page_kind_text (const NkPage *page, const NkListed *listed, GError **error);
/* One line of a list: day, title, name, group. FALSE with INPUT. */
gboolean nk_page_write_listed (NkPage *page, const NkListed *listed, gboolean with_day, GError **error);

/* What a group, an area or an author is called. (transfer full); NULL with STORE, INPUT. */
char *nk_page_list_title (NkPage *page, NkListBy by, const char *key, GError **error);

/* The name of a topic in the language of the page; its id if the table has it no more. (transfer full) */
char *nk_page_topic_name (const NkPage *page, const char *id);

/* --- charts (SVG) */
/* A year by days, with cut-offs and meetings; every day of it links to its edition. */
gboolean nk_page_write_calendar (NkPage *page, int year, GError **error);
/* Links to the years from one day to the other, newest first; nothing if it is one year. */
void nk_page_write_years (NkPage *page, NkDay first, NkDay last);
/* Documents by month; `counts` are NkDayCount, ascending. */
void nk_page_write_activity (NkPage *page, const GArray *counts);

/* --- the pages. FALSE with NOT_FOUND (there is no such thing), STORE, INPUT, LIMIT. */
gboolean nk_page_home (NkPage *page, GError **error);
gboolean nk_page_edition (NkPage *page, GError **error);
gboolean nk_page_year (NkPage *page, GError **error);
gboolean nk_page_month (NkPage *page, GError **error);
gboolean nk_page_week (NkPage *page, GError **error);
gboolean nk_page_document (NkPage *page, GError **error);
gboolean nk_page_list (NkPage *page, GError **error);
gboolean nk_page_groups (NkPage *page, GError **error);
gboolean nk_page_topics (NkPage *page, GError **error);
/* The search of a site without a server. */
void nk_page_search_files (NkPage *page);
gboolean nk_page_search (NkPage *page, GError **error);
gboolean nk_page_about (NkPage *page, GError **error);
/* Says that something went wrong. */
void nk_page_error (NkPage *page, NkHttpStatus status);

/* The digest and the data of the edition of a day, as `nikkan digest` makes them. (transfer full) */
json_t *nk_page_edition_data (const NkPage *page, NkDay day, GError **error);
/* The same, and what a template sees of it: both (transfer full) in *ret_edition. */
gboolean nk_page_edition_values (const NkPage *page, NkDay day, NkMemoEdition *ret_edition, GError **error);

/* What the search of the page's route found, and links to less of it. FALSE with INPUT. */
gboolean nk_page_write_found (NkPage *page, const NkSearchResult *result, GError **error);
/* What the page's route searches for, which is something: a page of it, with counts. */
NkSearchOptions nk_page_search_options (const NkPage *page);

/* First and last day with an announcement; on a page of some days, those that lie more than a week outside of them are told as such. FALSE with STORE, or NOT_FOUND if
 * there is none at all. */
gboolean nk_page_span (const NkPage *page, NkDay *ret_first, NkDay *ret_last, GError **error);
/* For a list of everything up to today, whichever day the last one is. */
void nk_page_all_days (const NkPage *page, NkDay *ret_from, NkDay *ret_to);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NkPage, nk_page_clear)
