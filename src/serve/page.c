/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/page.c - the frame of a page, and its links. */
#include "serve/page.h"

#include "ground/escape.h"
#include "serve/feed.h"

void
nk_page_clear (NkPage *page)
{
  g_clear_pointer (&page->previous, g_free);
  g_clear_pointer (&page->next, g_free);
  g_clear_pointer (&page->previous_text, g_free);
  g_clear_pointer (&page->next_text, g_free);
}

const char *
nk_page_word (const NkPage *page, NkSiteWord word)
{
  return nk_site_word (page->site->words[page->route->language], word);
}

/* --- links */

static char *
prefixed (const NkPage *page, NkLanguage language, const char *path)
{
  return language == page->site->home ? g_strdup (path) : g_strconcat ("/", nk_language_code (language), path, NULL);
}

/* From the folder of the page that is being made to `path`. */
static char *
relative_address (const NkPage *page, const char *path)
{
  gboolean has_prefix = nk_route_has_languages (page->route->id) && page->route->language != page->site->home;
  g_autoptr (GString) address = g_string_new (has_prefix ? "../" : NULL);

  for (const char *at = page->route->path + 1; (at = strchr (at, '/')) != NULL; at++)
    g_string_append (address, "../");
  g_string_append (address, path + 1);
  if (g_str_has_suffix (path, "/"))
    g_string_append (address, "index.html");
  return g_string_free (g_steal_pointer (&address), FALSE);
}

char *
nk_page_file_address (const NkPage *page, const char *path)
{
  if (page->on_link != NULL)
    page->on_link (path, page->on_link_data);
  return page->links == NK_LINKS_ABSOLUTE ? g_strdup (path) : relative_address (page, path);
}

char *
nk_page_address_in (const NkPage *page, NkLanguage language, const char *path)
{
  g_autofree char *whole = prefixed (page, language, path);

  return nk_page_file_address (page, whole);
}

char *
nk_page_address (const NkPage *page, const char *path)
{
  return nk_page_address_in (page, page->route->language, path);
}

char *
nk_page_full_address (const NkPage *page, NkLanguage language, const char *path)
{
  g_autofree char *whole = prefixed (page, language, path);

  return page->site->base_url != NULL ? g_strconcat (page->site->base_url, whole, NULL) : NULL;
}

char *
nk_page_path_of_day (NkDay day)
{
  int year, month, day_of_month;

  nk_day_split (day, &year, &month, &day_of_month);
  return g_strdup_printf ("/%04d/%02d/%02d/", year, month, day_of_month);
}

char *
nk_page_path_of_month (NkDay day)
{
  int year, month, day_of_month;

  nk_day_split (day, &year, &month, &day_of_month);
  return g_strdup_printf ("/%04d/%02d/", year, month);
}

char *
nk_page_path_of_year (int year)
{
  return g_strdup_printf ("/%04d/", year);
}

/* The week of ISO 8601: that of its Thursday. */
char *
nk_page_path_of_week (NkDay day)
{
  NkDay thursday = day - (nk_day_weekday (day) + 6) % 7 + 3;
  int year, month, day_of_month;

  nk_day_split (thursday, &year, &month, &day_of_month);
  return g_strdup_printf ("/%04d/W%02d/", year, (thursday - nk_day (year, 1, 1)) / 7 + 1);
}

char *
nk_page_path_of (NkRouteId id, NkParameter parameter, const char *value)
{
  const char *values[NK_N_PARAMETERS] = { NULL };

  values[parameter] = value;
  return nk_route_path (id, values);
}

char *
nk_page_path_of_document (const char *name)
{
  if (g_str_has_prefix (name, "rfc"))
    return nk_page_path_of (NK_ROUTE_RFC, NK_PARAMETER_RFC, name + strlen ("rfc"));
  return nk_page_path_of (NK_ROUTE_DOCUMENT, NK_PARAMETER_DRAFT, name);
}

/* --- the frame */

/* The path with what is searched for. */
static char *
encoded_path (const NkPage *page)
{
  const char *query = nk_route_query (page->route);
  g_autofree char *path = nk_route_path (page->route->id, (const char *const *)page->route->parameters);

  return query != NULL ? g_strconcat (path, "?", query, NULL) : g_steal_pointer (&path);
}

/* What asks the same has the same. */
static char *
canonical_path (const NkPage *page)
{
  const NkSearchRequest *search = page->route->search;
  g_autofree char *path = nk_route_path (page->route->id, (const char *const *)page->route->parameters);

  return search != NULL && *search->canonical != '\0' ? g_strconcat (path, "?", search->canonical, NULL) : g_steal_pointer (&path);
}

/* The path of the feed `id`, with what is searched for. */
static char *
feed_path (const NkPage *page, NkRouteId id)
{
  g_autofree char *path = nk_route_path (id, (const char *const *)page->route->parameters), *query = NULL;

  if (page->route->search == NULL)
    return g_steal_pointer (&path);
  query = nk_search_request_feed (page->route->search);
  return g_strconcat (path, "?", query, NULL);
}

static void
write_link_element (NkHtmlWriter *html, const char *relation, const char *address, const char *hreflang, const char *type)
{
  if (address == NULL)
    return;
  nk_html_void (html, "link", "rel", relation, "href", address, "hreflang", hreflang, "type", type, NULL);
  nk_html_newline (html);
}

/* The page in each language; without a base only relative ones can be given, which browsers understand. */
static void
write_languages (NkPage *page)
{
  g_autofree char *path = encoded_path (page), *only = canonical_path (page);
  g_autofree char *canonical = nk_page_full_address (page, page->route->language, only);

  write_link_element (&page->html, "canonical", canonical, NULL, NULL);
  for (guint i = 0; i <= NK_N_LANGUAGES; i++) {
    NkLanguage language = i < NK_N_LANGUAGES ? (NkLanguage)i : page->site->home;
    g_autofree char *full = nk_page_full_address (page, language, path), *address = nk_page_address_in (page, language, path);

    write_link_element (&page->html, "alternate", full != NULL ? full : address,
                        i < NK_N_LANGUAGES ? nk_language_code (language) : "x-default", NULL);
  }
}

/* The feeds of the page, or those of the editions where it has none of its own. */
static void
feed_paths (const NkPage *page, char **ret_atom, char **ret_json)
{
  static const char *const none[NK_N_PARAMETERS] = { NULL };
  NkRouteId atom = NK_ROUTE_FEED_ATOM, json = NK_ROUTE_FEED_JSON;
  gboolean is_search = page->route->search != NULL;
  gboolean is_own
      = !page->is_missing && (!is_search || page->route->search->query != NULL) && nk_feed_routes (page->route->id, &atom, &json);
  g_autofree char *atom_path = is_own ? feed_path (page, atom) : nk_route_path (atom, none);
  g_autofree char *json_path = is_own ? feed_path (page, json) : nk_route_path (json, none);

  *ret_atom = nk_page_address (page, atom_path);
  *ret_json = nk_page_address (page, json_path);
}

/* How a browser's own field searches here. Without a server nothing does. */
static void
write_search_link (NkPage *page)
{
  g_autofree char *address = NULL;

  if (page->links == NK_LINKS_RELATIVE || page->site->feed_base == NULL)
    return;
  address = nk_page_address (page, "/opensearch.xml");
  nk_html_void (&page->html, "link", "rel", "search", "href", address, "type", "application/opensearchdescription+xml", "title",
                nk_page_word (page, NK_WORD_SITE_NAME), NULL);
  nk_html_newline (&page->html);
}

/* Behind what was searched for there are more searches, without end. */
static void
write_robots (NkHtmlWriter *html, gboolean is_search)
{
  nk_html_void (html, "meta", "name", "robots", "content", is_search ? "noindex, nofollow" : "noindex", NULL);
  nk_html_newline (html);
}

static void
write_head_links (NkHtmlWriter *html, void *user_data)
{
  NkPage *page = user_data;
  g_autofree char *style = nk_page_file_address (page, "/style.css"), *icon = nk_page_file_address (page, "/icon.svg");
  g_autofree char *tagged = page->links == NK_LINKS_ABSOLUTE ? g_strconcat (style, "?v=", page->site->style_tag, NULL) : g_strdup (style);
  g_autofree char *previous = page->previous != NULL ? nk_page_address (page, page->previous) : NULL;
  g_autofree char *next = page->next != NULL ? nk_page_address (page, page->next) : NULL;
  g_autofree char *atom = NULL, *json = NULL;

  write_link_element (html, "stylesheet", tagged, NULL, NULL);
  write_link_element (html, "icon", icon, NULL, "image/svg+xml");
  if (page->is_missing || page->is_unlisted)
    write_robots (html, page->is_unlisted);
  if (page->is_missing)
    return;
  write_search_link (page);
  if (page->site->feed_base != NULL)
    feed_paths (page, &atom, &json);
  write_link_element (html, "alternate", atom, NULL, "application/atom+xml");
  write_link_element (html, "alternate", json, NULL, "application/feed+json");
  write_languages (page);
  write_link_element (html, "prev", previous, NULL, NULL);
  write_link_element (html, "next", next, NULL, NULL);
  nk_page_write_scripts (page);
}

static void
write_nav_link (NkPage *page, const char *path, NkSiteWord word)
{
  gboolean is_here = !page->is_missing && strcmp (page->route->path, path) == 0;
  g_autofree char *address = nk_page_address (page, path);

  nk_html_open (&page->html, "li", NULL);
  nk_html_open (&page->html, "a", "href", address, "aria-current", is_here ? "page" : NULL, NULL);
  nk_html_text (&page->html, nk_page_word (page, word));
  nk_html_close (&page->html, "a");
  nk_html_close (&page->html, "li");
  nk_html_newline (&page->html);
}

/* The same page in the other language, or its home where there is none. */
static void
write_language_link (NkPage *page)
{
  NkLanguage other = nk_language_other (page->route->language);
  const char *code = nk_language_code (other);
  g_autofree char *path = page->is_missing ? g_strdup ("/") : encoded_path (page);
  g_autofree char *address = nk_page_address_in (page, other, path);

  nk_html_open (&page->html, "li", "class", "language", NULL);
  nk_html_open (&page->html, "a", "href", address, "hreflang", code, "lang", code, "rel", page->is_missing ? NULL : "alternate", NULL);
  nk_html_text (&page->html, nk_site_word (page->site->words[other], NK_WORD_SITE_LANGUAGE));
  nk_html_close (&page->html, "a");
  nk_html_close (&page->html, "li");
  nk_html_newline (&page->html);
}

/* The field of every page but that of the search, which has its own. */
static void
write_search_field (NkPage *page)
{
  NkHtmlWriter *html = &page->html;
  g_autofree char *action = NULL;

  if (page->route->id == NK_ROUTE_SEARCH)
    return;
  action = nk_page_address (page, "/search/");
  nk_html_open (html, "form", "class", "find", "role", "search", "action", action, NULL);
  nk_html_void (html, "input", "type", "search", "name", "q", "aria-label", nk_page_word (page, NK_WORD_SITE_SEARCH_LABEL), "placeholder",
                nk_page_word (page, NK_WORD_SITE_SEARCH), "maxlength", G_STRINGIFY (NK_SEARCH_MAX_BYTES), "autocapitalize", "none", NULL);
  nk_html_open (html, "button", NULL);
  nk_html_text (html, nk_page_word (page, NK_WORD_SITE_SEARCH));
  nk_html_close (html, "button");
  nk_html_close (html, "form");
  nk_html_newline (html);
}

static void
write_top (NkHtmlWriter *html, void *user_data)
{
  NkPage *page = user_data;
  g_autofree char *home = nk_page_address (page, "/");

  nk_html_open (html, "a", "class", "skip", "href", "#content", NULL);
  nk_html_text (html, nk_page_word (page, NK_WORD_SITE_SKIP));
  nk_html_close (html, "a");
  nk_html_newline (html);
  nk_html_open (html, "header", "class", "site", NULL);
  nk_html_open (html, "p", "class", "name", NULL);
  nk_html_open (html, "a", "href", home, NULL);
  nk_html_text (html, nk_page_word (page, NK_WORD_SITE_NAME));
  nk_html_close (html, "a");
  nk_html_close (html, "p");
  nk_html_newline (html);
  write_search_field (page);
  nk_html_open (html, "nav", "class", "site", "aria-label", nk_page_word (page, NK_WORD_SITE_NAV), NULL);
  nk_html_open (html, "ul", NULL);
  nk_html_newline (html);
  write_nav_link (page, "/", NK_WORD_SITE_LATEST);
  write_nav_link (page, "/topics/", NK_WORD_SITE_TOPICS);
  write_nav_link (page, "/groups/", NK_WORD_SITE_GROUPS);
  write_nav_link (page, "/about/", NK_WORD_SITE_ABOUT);
  write_language_link (page);
  nk_html_close (html, "ul");
  nk_html_close (html, "nav");
  nk_html_close (html, "header");
  nk_html_newline (html);
}

static void
write_feed_link (NkPage *page, const char *address, const char *text)
{
  nk_html_text (&page->html, " ");
  nk_html_open (&page->html, "a", "href", address, NULL);
  nk_html_text (&page->html, text);
  nk_html_close (&page->html, "a");
}

static void
write_feeds (NkPage *page)
{
  g_autofree char *atom = NULL, *json = NULL, *opml = NULL;

  if (page->site->feed_base == NULL)
    return;
  feed_paths (page, &atom, &json);
  opml = nk_page_address (page, "/feeds.opml");
  nk_html_open (&page->html, "p", NULL);
  nk_html_text (&page->html, nk_page_word (page, NK_WORD_FEED_HERE));
  write_feed_link (page, atom, "Atom");
  write_feed_link (page, json, "JSON");
  write_feed_link (page, opml, "OPML");
  nk_page_close (page, "p");
}

static void
write_bottom (NkHtmlWriter *html, void *user_data)
{
  NkPage *page = user_data;

  nk_page_write_around (page);
  nk_html_open (html, "footer", "class", "site", NULL);
  nk_html_newline (html);
  write_feeds (page);
  nk_page_write (page, "p", NULL, NULL, nk_page_word (page, NK_WORD_SITE_FOOTER));
  nk_html_close (html, "footer");
  nk_html_newline (html);
}

static void
write_around_link (NkPage *page, const char *path, const char *text, const char *relation, const char *key, NkSiteWord word)
{
  g_autofree char *address = path != NULL ? nk_page_address (page, path) : NULL;

  if (address == NULL)
    return;
  nk_html_open (&page->html, "li", "class", relation, NULL);
  nk_html_open (&page->html, "a", "href", address, "rel", relation, "accesskey", key, NULL);
  nk_html_open (&page->html, "span", NULL);
  nk_html_text (&page->html, nk_page_word (page, word));
  nk_html_close (&page->html, "span");
  nk_html_text (&page->html, " ");
  nk_html_text (&page->html, text);
  nk_html_close (&page->html, "a");
  nk_html_close (&page->html, "li");
  nk_html_newline (&page->html);
}

void
nk_page_write_around (NkPage *page)
{
  if (page->previous == NULL && page->next == NULL)
    return;
  nk_html_open (&page->html, "nav", "class", "around", "aria-label", nk_page_word (page, NK_WORD_SITE_AROUND), NULL);
  nk_html_open (&page->html, "ul", NULL);
  nk_html_newline (&page->html);
  write_around_link (page, page->previous, page->previous_text, "prev", "p", NK_WORD_SITE_PREVIOUS);
  write_around_link (page, page->next, page->next_text, "next", "n", NK_WORD_SITE_NEXT);
  nk_html_close (&page->html, "ul");
  nk_html_close (&page->html, "nav");
  nk_html_newline (&page->html);
}

static void
write_meta (NkHtmlWriter *html, const char *name, const char *content)
{
  nk_html_void (html, "meta", "name", name, "content", content, NULL);
  nk_html_newline (html);
}

void
nk_page_begin (NkPage *page, const char *title, const char *description)
{
  NkHtmlWriter *html = &page->html;
  const char *site = nk_page_word (page, NK_WORD_SITE_NAME);
  g_autofree char *whole = strcmp (title, site) == 0 ? g_strdup (title) : g_strconcat (title, " - ", site, NULL);

  g_string_append (html->out, "<!DOCTYPE html>\n");
  nk_html_open (html, "html", "lang", nk_language_code (page->route->language), NULL);
  nk_html_newline (html);
  nk_html_open (html, "head", NULL);
  nk_html_newline (html);
  nk_html_void (html, "meta", "charset", "utf-8", NULL);
  nk_html_newline (html);
  write_meta (html, "viewport", "width=device-width, initial-scale=1");
  nk_page_write (page, "title", NULL, NULL, whole);
  write_meta (html, "description", description);
  write_meta (html, "generator", "nikkan");
  write_meta (html, "color-scheme", "light dark");
  write_head_links (html, page);
  nk_html_close (html, "head");
  nk_html_newline (html);
  nk_html_open (html, "body", NULL);
  nk_html_newline (html);
  write_top (html, page);
  nk_html_open (html, "main", "id", "content", NULL);
  nk_html_newline (html);
}

void
nk_page_end (NkPage *page)
{
  nk_html_close (&page->html, "main");
  nk_html_newline (&page->html);
  write_bottom (&page->html, page);
  nk_html_close (&page->html, "body");
  nk_html_newline (&page->html);
  nk_html_close (&page->html, "html");
  nk_html_newline (&page->html);
}

static char *
document_address (const char *name, void *user_data)
{
  g_autofree char *path = nk_page_path_of_document (name);

  return nk_page_address (user_data, path);
}

gboolean
nk_page_write_edition (NkPage *page, const NkMemoEdition *edition, GError **error)
{
  NkHtmlFrame frame = { write_head_links, write_top, write_bottom, document_address, page };

  return nk_edition_html (page->site->templates[page->route->language], edition->view, edition->blocks, &frame, page->html.out, error);
}
