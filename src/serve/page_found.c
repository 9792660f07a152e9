/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/page_found.c - what a search found, and links to less of it. */
#include "ground/escape.h"
#include "serve/page.h"

typedef struct {
  NkPage *page;
  const NkSearchRequest *request;
  const NkSearchResult *result;
} Search;

/* --- facets */

/* A link to the narrower search, or the plain label where that is the search already. */
static void
write_facet (const Search *search, const char *path, const char *label, guint n)
{
  NkPage *page = search->page;
  g_autofree char *number = nk_page_number (n);

  nk_html_open (&page->html, "li", NULL);
  if (path != NULL)
    nk_page_write_link (page, path, NULL, label);
  else
    nk_html_text (&page->html, label);
  nk_html_text (&page->html, " ");
  nk_html_open (&page->html, "span", "class", "n", NULL);
  nk_html_text (&page->html, number);
  nk_html_close (&page->html, "span");
  nk_page_close (page, "li");
}

static void
write_wider (const Search *search, const char *path, NkSiteWord word)
{
  nk_html_open (&search->page->html, "li", "class", "wider", NULL);
  nk_page_write_link (search->page, path, NULL, nk_page_word (search->page, word));
  nk_page_close (search->page, "li");
}

static void
write_years (const Search *search)
{
  NkPage *page = search->page;
  const GArray *years = search->result->years;
  gboolean is_narrow = nk_search_request_has_days (search->request);

  nk_page_write_heading (page, nk_page_word (page, NK_WORD_SEARCH_YEARS), "years");
  nk_page_open (page, "ul", NULL);
  if (is_narrow) {
    g_autofree char *path = nk_page_path_of_search (nk_search_request_in_days (search->request, "", ""));

    write_wider (search, path, NK_WORD_SEARCH_ALL_YEARS);
  }
  for (guint i = 0; i < years->len; i++) {
    const NkSearchCount *year = &g_array_index (years, NkSearchCount, i);
    g_autofree char *path
        = years->len > 1 || !is_narrow ? nk_page_path_of_search (nk_search_request_in_days (search->request, year->key, year->key)) : NULL;

    write_facet (search, path, year->key, year->n);
  }
  nk_page_close (page, "ul");
}

static gboolean
write_areas (const Search *search, GError **error)
{
  NkPage *page = search->page;
  const GArray *areas = search->result->areas;
  gboolean is_narrow = nk_search_request_has_area (search->request);

  nk_page_write_heading (page, nk_page_word (page, NK_WORD_SEARCH_AREAS), "areas");
  nk_page_open (page, "ul", NULL);
  if (is_narrow) {
    g_autofree char *path = nk_page_path_of_search (nk_search_request_in_area (search->request, NULL));

    write_wider (search, path, NK_WORD_SEARCH_ALL_AREAS);
  }
  for (guint i = 0; i < areas->len; i++) {
    const NkSearchCount *area = &g_array_index (areas, NkSearchCount, i);
    g_autofree char *path
        = areas->len > 1 || !is_narrow ? nk_page_path_of_search (nk_search_request_in_area (search->request, area->key)) : NULL;
    g_autofree char *label = strcmp (area->key, "none") == 0 ? g_strdup (nk_page_word (page, NK_WORD_SEARCH_NO_AREA))
                                                             : nk_page_area_name (page, area->key, error);

    if (label == NULL)
      return FALSE;
    write_facet (search, path, label, area->n);
  }
  nk_page_close (page, "ul");
  return TRUE;
}

static gboolean
write_facets (const Search *search, GError **error)
{
  nk_page_open (search->page, "div", "facets");
  if (search->result->years->len > 0)
    write_years (search);
  if (search->result->areas->len > 0 && !write_areas (search, error))
    return FALSE;
  nk_page_close (search->page, "div");
  return TRUE;
}

/* --- what was found */

static void
write_parts (NkPage *page, const GArray *parts)
{
  for (guint i = 0; i < parts->len; i++) {
    const NkSearchPart *part = &g_array_index (parts, NkSearchPart, i);

    if (part->is_marked)
      nk_html_open (&page->html, "mark", NULL);
    nk_html_text (&page->html, part->text);
    if (part->is_marked)
      nk_html_close (&page->html, "mark");
  }
}

static const char *
language_where_other (const NkPage *page, const char *language)
{
  return strcmp (language, nk_language_code (page->route->language)) == 0 ? NULL : language;
}

/* The title, to the document, or of another kind to where it is told. */
static void
write_title (NkPage *page, const NkSearchHit *hit)
{
  const NkListed *listed = hit->listed;
  g_autofree char *path = listed->kind <= NK_KIND_RFC ? nk_page_path_of_document (listed->name) : NULL;
  g_autofree char *address = NULL;

  if (path != NULL)
    address = nk_page_address (page, path);
  else if (listed->url != NULL && nk_escape_url_is_safe (listed->url))
    address = g_strdup (listed->url);
  nk_html_open (&page->html, "h3", "lang", language_where_other (page, "en"), NULL);
  if (address != NULL)
    nk_html_open (&page->html, "a", "href", address, NULL);
  write_parts (page, hit->title);
  if (address != NULL)
    nk_html_close (&page->html, "a");
  nk_page_close (page, "h3");
}

/* Name and revision, or what kind of announcement it is; then the group. */
static gboolean
write_about (NkPage *page, const NkListed *listed, GError **error)
{
  g_autofree char *kind = NULL;

  if (listed->kind == NK_KIND_RFC)
    kind = g_strdup_printf ("RFC %u", listed->rfc_number);
  else if (listed->kind == NK_KIND_INTERNET_DRAFT)
    kind = g_strconcat (listed->name, "-", listed->revision, NULL);
  else
    kind = nk_page_kind_text (page, listed, error);
  if (kind == NULL)
    return FALSE;
  nk_html_open (&page->html, "p", "class", "small", NULL);
  nk_html_text (&page->html, kind);
  if (listed->group_acronym != NULL && nk_route_is_valid (NK_PARAMETER_GROUP, listed->group_acronym)) {
    g_autofree char *path = nk_page_path_of (NK_ROUTE_GROUP, NK_PARAMETER_GROUP, listed->group_acronym);

    nk_html_text (&page->html, " / ");
    nk_page_write_link (page, path, NULL, listed->group_acronym);
  }
  nk_page_close (page, "p");
  return TRUE;
}

static gboolean
write_hit (NkPage *page, const NkSearchHit *hit, GError **error)
{
  nk_page_open (page, "li", NULL);
  nk_html_open (&page->html, "p", "class", "when", NULL);
  nk_page_write_day (page, hit->listed->day);
  nk_page_close (page, "p");
  nk_page_open (page, "div", NULL);
  write_title (page, hit);
  if (!write_about (page, hit->listed, error))
    return FALSE;
  if (hit->snippet->len > 0) {
    nk_html_open (&page->html, "p", "class", "snippet", "lang", language_where_other (page, hit->snippet_is_japanese ? "ja" : "en"), NULL);
    write_parts (page, hit->snippet);
    nk_page_close (page, "p");
  }
  nk_page_close (page, "div");
  nk_page_close (page, "li");
  return TRUE;
}

static void
write_searched (const Search *search)
{
  const NkSearchResult *result = search->result;
  g_autofree char *n = nk_page_number (result->searched), *japanese = nk_page_number (result->searched_japanese);
  g_autofree char *first = nk_day_format (result->first), *last = nk_day_format (result->last);
  g_autofree char *text = result->searched > 0 ? nk_page_fill (search->page, NK_WORD_SEARCH_SEARCHED, "n", n, "first", first, "last", last,
                                                               "japanese", japanese, NULL)
                                               : g_strdup (nk_page_word (search->page, NK_WORD_SEARCH_SEARCHED_NONE));

  nk_page_write (search->page, "p", "small", NULL, text);
}

/* What the numbers leave out. */
static void
write_limits (const Search *search)
{
  NkPage *page = search->page;
  g_autofree char *ranked = nk_page_number (NK_SEARCH_MAX_RANKED), *counted = nk_page_number (NK_SEARCH_MAX_COUNTED);
  g_autofree char *rank_cut = nk_page_fill (page, NK_WORD_SEARCH_RANK_CUT, "n", ranked, NULL);
  g_autofree char *count_cut = nk_page_fill (page, NK_WORD_SEARCH_COUNT_CUT, "n", counted, NULL);

  if (search->request->order == NK_SEARCH_RANKED && !search->result->rank_is_all)
    nk_page_write (page, "p", "small", NULL, rank_cut);
  if (!search->result->total_is_all)
    nk_page_write (page, "p", "small", NULL, count_cut);
}

static void
write_found (const Search *search)
{
  const NkSearchResult *result = search->result;
  NkPage *page = search->page;
  g_autofree char *n = nk_page_number (result->total);
  NkSiteWord word = !result->total_is_all ? NK_WORD_SEARCH_FOUND_MORE
                    : result->total == 1  ? NK_WORD_SEARCH_FOUND_ONE
                                          : NK_WORD_SEARCH_FOUND;
  g_autofree char *found = nk_page_fill (page, word, "n", n, NULL);
  g_autofree char *query = nk_search_request_feed (search->request), *feed = g_strconcat ("/search.atom?", query, NULL);

  nk_page_write_heading (page, found, "found");
  if (page->site->feed_base != NULL) {
    nk_html_open (&page->html, "p", "class", "subscribe", NULL);
    nk_page_write_link (page, feed, NULL, nk_page_word (page, NK_WORD_SEARCH_SUBSCRIBE));
    nk_page_close (page, "p");
  }
  write_limits (search);
}

gboolean
nk_page_write_found (NkPage *page, const NkSearchResult *result, GError **error)
{
  const Search whole = { page, page->route->search, result }, *search = &whole;
  g_autofree char *start = nk_page_number (search->request->offset + 1);

  if (result->total == 0 && result->hits->len == 0) {
    nk_page_write_heading (page, nk_page_word (page, NK_WORD_SEARCH_NOTHING), "found");
    nk_page_write (page, "p", NULL, NULL, nk_page_word (page, NK_WORD_SEARCH_NOTHING_HINT));
    write_searched (search);
    return TRUE;
  }
  nk_page_open (page, "div", "found");
  nk_page_open (page, "div", "list");
  write_found (search);
  nk_html_open (&page->html, "ol", "class", "hits", "start", start, NULL);
  nk_html_newline (&page->html);
  for (guint i = 0; i < result->hits->len; i++)
    if (!write_hit (page, result->hits->pdata[i], error))
      return FALSE;
  nk_page_close (page, "ol");
  if (result->hits->len == 0)
    nk_page_write (page, "p", NULL, NULL, nk_page_word (page, NK_WORD_SEARCH_BEYOND));
  write_searched (search);
  nk_page_close (page, "div");
  if (!write_facets (search, error))
    return FALSE;
  nk_page_close (page, "div");
  return TRUE;
}
