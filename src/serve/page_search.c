/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/page_search.c - the form of a search, what was found, and where to go from there. */
#include "ground/escape.h"
#include "serve/page.h"

char *
nk_page_path_of_search (char *query)
{
  g_autofree char *mine = query;

  return g_strconcat ("/search/?", mine, NULL);
}

char *
nk_page_number (guint number)
{
  return g_strdup_printf ("%u", number);
}

/* --- the form */

static void
write_label (NkPage *page, const char *id, NkSiteWord word)
{
  nk_html_open (&page->html, "label", "for", id, NULL);
  nk_html_text (&page->html, nk_page_word (page, word));
  nk_html_close (&page->html, "label");
}

static void
write_order (NkPage *page, NkSearchOrder order)
{
  static const struct {
    NkSearchOrder order;
    NkSiteWord word;
  } choices[] = { { NK_SEARCH_NEWEST, NK_WORD_SEARCH_NEWEST }, { NK_SEARCH_RANKED, NK_WORD_SEARCH_RANKED } };

  nk_page_open (page, "p", NULL);
  write_label (page, "order", NK_WORD_SEARCH_ORDER);
  nk_html_open (&page->html, "select", "id", "order", "name", "order", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++) {
    nk_html_open (&page->html, "option", "value", nk_search_order_word (choices[i].order), "selected",
                  choices[i].order == order ? "selected" : NULL, NULL);
    nk_html_text (&page->html, nk_page_word (page, choices[i].word));
    nk_html_close (&page->html, "option");
  }
  nk_html_close (&page->html, "select");
  nk_page_close (page, "p");
}

static void
write_day_field (NkPage *page, const char *name, NkSiteWord word, const char *value)
{
  nk_page_open (page, "p", NULL);
  write_label (page, name, word);
  nk_html_void (&page->html, "input", "id", name, "name", name, "value", *value != '\0' ? value : NULL, "size", "10", "maxlength", "10",
                "autocomplete", "off", "aria-describedby", "days", NULL);
  nk_page_close (page, "p");
}

static void
write_form (NkPage *page)
{
  const NkSearchRequest *request = page->route->search;
  gboolean has_fault = request->fault != NULL;
  g_autofree char *action = nk_page_address (page, "/search/"), *most = nk_page_number (NK_SEARCH_MAX_BYTES);

  nk_html_open (&page->html, "form", "class", "search", "role", "search", "action", action, NULL);
  nk_html_newline (&page->html);
  nk_page_open (page, "p", "words");
  nk_html_void (&page->html, "input", "type", "search", "id", "q", "name", "q", "value", request->text, "maxlength", most, "aria-label",
                nk_page_word (page, NK_WORD_SITE_SEARCH_LABEL), "aria-invalid", has_fault ? "true" : NULL, "aria-describedby",
                has_fault ? "fault" : NULL, "autocapitalize", "none", "spellcheck", "false", NULL);
  nk_html_open (&page->html, "button", NULL);
  nk_html_text (&page->html, nk_page_word (page, NK_WORD_SITE_SEARCH));
  nk_html_close (&page->html, "button");
  nk_page_close (page, "p");
  nk_page_open (page, "div", "choices");
  write_order (page, request->order);
  write_day_field (page, "from", NK_WORD_SEARCH_FROM, request->from);
  write_day_field (page, "to", NK_WORD_SEARCH_TO, request->to);
  nk_html_open (&page->html, "p", "class", "small", "id", "days", NULL);
  nk_html_text (&page->html, nk_page_word (page, NK_WORD_SEARCH_DAYS_HINT));
  nk_page_close (page, "p");
  nk_page_close (page, "div");
  nk_page_close (page, "form");
}

/* --- help: what can be written, each as an example to try */

static void
write_example (NkPage *page, const char *query, const char *language, NkSiteWord word)
{
  g_autoptr (GString) path = g_string_new ("/search/?q=");

  nk_escape_url_component (path, query);
  nk_html_open (&page->html, "dt", NULL);
  nk_html_open (&page->html, "code", "lang", language, NULL);
  nk_page_write_link (page, path->str, NULL, query);
  nk_html_close (&page->html, "code");
  nk_page_close (page, "dt");
  nk_page_write (page, "dd", NULL, NULL, nk_page_word (page, word));
}

static void
write_help (NkPage *page)
{
  gboolean is_first = page->route->search->query == NULL;

  nk_html_open (&page->html, "details", "class", "help", "open", is_first ? "open" : NULL, NULL);
  nk_html_newline (&page->html);
  nk_page_write (page, "summary", NULL, NULL, nk_page_word (page, NK_WORD_SEARCH_HELP));
  nk_page_open (page, "dl", "facts");
  write_example (page, "certificate revocation", "en", NK_WORD_SEARCH_HELP_WORDS);
  write_example (page, "\"key exchange\"", "en", NK_WORD_SEARCH_HELP_PHRASE);
  write_example (page, "authenticat*", "en", NK_WORD_SEARCH_HELP_PREFIX);
  write_example (page, "tls -handshake", "en", NK_WORD_SEARCH_HELP_NOT);
  write_example (page, "署名", "ja", NK_WORD_SEARCH_HELP_JAPANESE);
  write_example (page, "group:tls author:rescorla", "en", NK_WORD_SEARCH_HELP_GROUPS);
  write_example (page, "area:sec kind:rfc", "en", NK_WORD_SEARCH_HELP_KINDS);
  write_example (page, "topic:pqc from:2026-03 to:2026", "en", NK_WORD_SEARCH_HELP_DAYS);
  nk_page_close (page, "dl");
  nk_page_close (page, "details");
}

/* --- the page */

static char *
shown_text (const NkPage *page, guint from)
{
  g_autofree char *first = nk_page_number (from + 1), *last = nk_page_number (from + NK_SEARCH_HITS);

  return nk_page_fill (page, NK_WORD_SEARCH_SHOWN, "from", first, "to", last, NULL);
}

static void
set_around (NkPage *page, const NkSearchResult *result)
{
  const NkSearchRequest *request = page->route->search;
  guint offset = request->offset, before = offset > NK_SEARCH_HITS ? offset - NK_SEARCH_HITS : 0;

  if (offset > 0) {
    page->previous = nk_page_path_of_search (nk_search_request_at (request, before));
    page->previous_text = shown_text (page, before);
  }
  if (result->has_more && offset + NK_SEARCH_HITS <= NK_SEARCH_MAX_OFFSET) {
    page->next = nk_page_path_of_search (nk_search_request_at (request, offset + NK_SEARCH_HITS));
    page->next_text = shown_text (page, offset + NK_SEARCH_HITS);
  }
}

static void
write_fault (NkPage *page)
{
  const NkSearchRequest *request = page->route->search;

  nk_html_open (&page->html, "div", "class", "fault", "id", "fault", NULL);
  nk_html_newline (&page->html);
  nk_page_write (page, "p", NULL, NULL, nk_page_word (page, NK_WORD_SEARCH_FAULT));
  if (request->fault_word == NK_N_SITE_WORDS)
    nk_page_write (page, "p", "small", "en", request->fault);
  else {
    nk_html_open (&page->html, "p", "class", "small", NULL);
    if (*request->fault_about != '\0') {
      nk_html_open (&page->html, "code", NULL);
      nk_html_text (&page->html, request->fault_about);
      nk_html_close (&page->html, "code");
      nk_html_text (&page->html, ": ");
    }
    nk_html_text (&page->html, nk_page_word (page, request->fault_word));
    nk_page_close (page, "p");
  }
  nk_page_close (page, "div");
}

NkSearchOptions
nk_page_search_options (const NkPage *page)
{
  const NkSearchRequest *request = page->route->search;

  return (NkSearchOptions){ .query = request->query,
                            .order = request->order,
                            .offset = request->offset,
                            .limit = NK_SEARCH_HITS,
                            .counts = TRUE,
                            .language = nk_language_code (page->route->language),
                            .today = page->today };
}

gboolean
nk_page_search (NkPage *page, GError **error)
{
  const NkSearchRequest *request = page->route->search;
  g_autoptr (NkSearchResult) result = NULL;
  g_autofree char *of = nk_page_fill (page, NK_WORD_SEARCH_TITLE_OF, "query", request->text, NULL);
  const char *title = nk_page_word (page, NK_WORD_SEARCH_TITLE);

  if (page->links == NK_LINKS_RELATIVE) {
    nk_page_search_files (page);
    return TRUE;
  }
  if (request->query != NULL) {
    NkSearchOptions options = nk_page_search_options (page);

    result = nk_search_run (page->store, &options, error);
    if (result == NULL)
      return FALSE;
    set_around (page, result);
  }
  page->is_unlisted = request->query != NULL || request->fault != NULL;
  nk_page_begin (page, *request->text != '\0' ? of : title, nk_page_word (page, NK_WORD_SEARCH_DESCRIPTION));
  nk_page_write (page, "h1", NULL, NULL, title);
  if (!page->is_unlisted)
    nk_page_write (page, "p", "lead", NULL, nk_page_word (page, NK_WORD_SEARCH_LEAD));
  write_form (page);
  if (request->fault != NULL)
    write_fault (page);
  nk_html_open (&page->html, "div", "id", "results", NULL);
  nk_html_newline (&page->html);
  if (result != NULL && !nk_page_write_found (page, result, error))
    return FALSE;
  nk_page_close (page, "div");
  write_help (page);
  nk_page_end (page);
  return TRUE;
}
