/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/page_script.c - the scripts of a page: files of the site, deferred, with their words as attributes. Without them every page is whole. */
#include "serve/page.h"

/* `WORD` is NULL, and so left out, where there is nothing for it to say. */
#define WORD(condition, name) (condition) ? nk_page_word (page, NK_WORD_##name) : NULL

/* What can be done on the page itself: share/site/site.js. */
static void
write_site_script (NkPage *page)
{
  gboolean is_edition = page->route->id == NK_ROUTE_EDITION, has_keys = page->previous != NULL || page->next != NULL;
  g_autofree char *address = NULL, *tagged = NULL;

  if (!is_edition && !has_keys)
    return;
  address = nk_page_file_address (page, "/site.js");
  tagged = page->links == NK_LINKS_ABSOLUTE ? g_strconcat (address, "?v=", page->site->script_tag, NULL) : g_strdup (address);
  nk_html_open (&page->html, "script", "src", tagged, "defer", "", "data-keys", WORD (has_keys, SCRIPT_KEYS), "data-filter",
                WORD (is_edition, SCRIPT_FILTER), "data-filter-hint", WORD (is_edition, SCRIPT_FILTER_HINT), "data-filter-clear",
                WORD (is_edition, SCRIPT_FILTER_CLEAR), "data-filter-count", WORD (is_edition, SCRIPT_FILTER_COUNT), "data-copy",
                WORD (is_edition, SCRIPT_COPY), "data-copied", WORD (is_edition, SCRIPT_COPIED), "data-not-copied",
                WORD (is_edition, SCRIPT_NOT_COPIED), NULL);
  nk_html_close (&page->html, "script");
  nk_html_newline (&page->html);
}

/* The search of a site of files: share/site/search.js, which finds the index and the pages from its own place, those in the language of `prefix`. */
static void
write_search_script (NkPage *page)
{
  g_autofree char *address = NULL;

  if (page->route->id != NK_ROUTE_SEARCH || page->links == NK_LINKS_ABSOLUTE)
    return;
  address = nk_page_file_address (page, "/search.js");
  nk_html_open (&page->html, "script", "src", address, "defer", "", "data-prefix",
                page->route->language == page->site->home ? "" : nk_language_code (page->route->language), "data-found-one",
                WORD (TRUE, FILES_FOUND_ONE), "data-found", WORD (TRUE, FILES_FOUND), "data-order", WORD (TRUE, FILES_ORDER),
                "data-searched", WORD (TRUE, FILES_SEARCHED), "data-nothing", WORD (TRUE, SEARCH_NOTHING), "data-nothing-hint",
                WORD (TRUE, SEARCH_NOTHING_HINT), "data-more", WORD (TRUE, FILES_MORE), "data-fault", WORD (TRUE, FILES_FAULT),
                "data-short", WORD (TRUE, FILES_SHORT), "data-unknown", WORD (TRUE, FILES_UNKNOWN), NULL);
  nk_html_close (&page->html, "script");
  nk_html_newline (&page->html);
}

void
nk_page_write_scripts (NkPage *page)
{
  write_site_script (page);
  write_search_script (page);
}
