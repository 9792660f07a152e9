/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/page_pieces.c - what several pages have: elements, dates, counts, lines of lists. */
#include "ground/escape.h"
#include "serve/page.h"

#include "store/aspect.h"

#include <stdio.h>

void
nk_page_open (NkPage *page, const char *name, const char *class_name)
{
  nk_html_open (&page->html, name, "class", class_name, NULL);
  nk_html_newline (&page->html);
}

void
nk_page_close (NkPage *page, const char *name)
{
  nk_html_close (&page->html, name);
  nk_html_newline (&page->html);
}

void
nk_page_write (NkPage *page, const char *name, const char *class_name, const char *language, const char *text)
{
  nk_html_open (&page->html, name, "class", class_name, "lang", language, NULL);
  nk_html_text (&page->html, text);
  nk_html_close (&page->html, name);
  nk_html_newline (&page->html);
}

/* Titles and names are English: said only where the page is not. */
static const char *
other_language (const NkPage *page, const char *language)
{
  return g_strcmp0 (language, nk_language_code (page->route->language)) == 0 ? NULL : language;
}

void
nk_page_write_link (NkPage *page, const char *path, const char *language, const char *text)
{
  g_autofree char *address = nk_page_address (page, path);

  nk_html_open (&page->html, "a", "href", address, "lang", other_language (page, language), NULL);
  nk_html_text (&page->html, text);
  nk_html_close (&page->html, "a");
}

void
nk_page_write_outward (NkPage *page, const char *url, const char *text)
{
  if (url == NULL || !nk_escape_url_is_safe (url)) {
    nk_html_text (&page->html, text);
    return;
  }
  nk_html_open (&page->html, "a", "href", url, NULL);
  nk_html_text (&page->html, text);
  nk_html_close (&page->html, "a");
}

void
nk_page_write_heading (NkPage *page, const char *text, const char *id)
{
  nk_html_open (&page->html, "h2", "id", id, NULL);
  nk_html_text (&page->html, text);
  nk_html_close (&page->html, "h2");
  nk_html_newline (&page->html);
}

void
nk_page_write_day (NkPage *page, NkDay day)
{
  g_autofree char *text = nk_day_format (day), *path = NULL, *address = NULL;

  if (day == NK_DAY_NONE)
    return;
  path = nk_page_path_of_day (day);
  address = nk_page_address (page, path);
  nk_html_open (&page->html, "a", "href", address, NULL);
  nk_html_open (&page->html, "time", "datetime", text, NULL);
  nk_html_text (&page->html, text);
  nk_html_close (&page->html, "time");
  nk_html_close (&page->html, "a");
}

char *
nk_page_count_text (const NkPage *page, guint internet_drafts, guint rfcs, guint others)
{
  char numbers[3][16];

  snprintf (numbers[0], sizeof numbers[0], "%u", internet_drafts);
  snprintf (numbers[1], sizeof numbers[1], "%u", rfcs);
  snprintf (numbers[2], sizeof numbers[2], "%u", others);
  return nk_page_fill (page, NK_WORD_COUNT_TEXT, "internet_drafts", numbers[0], "rfcs", numbers[1], "others", numbers[2], NULL);
}

char *
nk_page_area_name (const NkPage *page, const char *area, GError **error)
{
  g_autofree char *word = g_strconcat ("area.", area, NULL);

  if (nk_area_index (area) == G_MAXUINT)
    return g_ascii_strup (area, -1);
  return nk_templates_word (page->site->templates[page->route->language], word, NULL, error);
}

char *
nk_page_kind_text (const NkPage *page, const NkListed *listed, GError **error)
{
  const NkTemplates *templates = page->site->templates[page->route->language];
  g_autofree char *kind = g_strconcat ("kind.", nk_kind_word (listed->kind), NULL);
  g_autofree char *action = listed->action != NULL ? g_strdelimit (g_strconcat ("action.", listed->action, NULL), " ", '_') : NULL;
  g_autofree char *action_text = action != NULL ? nk_templates_word (templates, action, NULL, NULL) : NULL;
  g_autofree char *ends = nk_day_format (listed->ends);
  json_auto_t *values = json_object ();

  json_object_set_new (values, "action_text",
                       json_string (action_text != NULL      ? action_text
                                    : listed->action != NULL ? listed->action
                                                             : ""));
  json_object_set_new (values, "level", json_string (listed->level != NULL ? listed->level : ""));
  json_object_set_new (values, "ends", json_string (ends));
  json_object_set_new (values, "title", json_string (listed->title));
  return nk_templates_word (templates, kind, values, error);
}

/* The title as a link to the document, or of another kind to where it is told. */
static gboolean
write_title (NkPage *page, const NkListed *listed, GError **error)
{
  g_autofree char *kind = NULL, *path = NULL;

  if (listed->kind <= NK_KIND_RFC) {
    path = nk_page_path_of_document (listed->name);
    nk_page_write_link (page, path, "en", listed->title);
    return TRUE;
  }
  kind = nk_page_kind_text (page, listed, error);
  if (kind == NULL)
    return FALSE;
  nk_html_text (&page->html, kind);
  nk_html_text (&page->html, ": ");
  nk_html_open (&page->html, "span", "lang", other_language (page, "en"), NULL);
  nk_page_write_outward (page, listed->url, listed->title);
  nk_html_close (&page->html, "span");
  return TRUE;
}

static void
write_small (NkPage *page, const NkListed *listed)
{
  nk_html_open (&page->html, "span", "class", "small", NULL);
  nk_html_text (&page->html, " ");
  if (listed->kind == NK_KIND_RFC) {
    char number[24];

    snprintf (number, sizeof number, "RFC %u", listed->rfc_number);
    nk_html_text (&page->html, number);
  } else {
    nk_html_text (&page->html, listed->name);
    nk_html_text (&page->html, "-");
    nk_html_text (&page->html, listed->revision);
  }
  if (listed->group_acronym != NULL && nk_route_is_valid (NK_PARAMETER_GROUP, listed->group_acronym)) {
    g_autofree char *path = nk_page_path_of (NK_ROUTE_GROUP, NK_PARAMETER_GROUP, listed->group_acronym);

    nk_html_text (&page->html, " / ");
    nk_page_write_link (page, path, NULL, listed->group_acronym);
  }
  nk_html_close (&page->html, "span");
}

gboolean
nk_page_write_listed (NkPage *page, const NkListed *listed, gboolean with_day, GError **error)
{
  nk_html_open (&page->html, "li", NULL);
  if (with_day) {
    nk_page_write_day (page, listed->day);
    nk_html_text (&page->html, " ");
  }
  if (!write_title (page, listed, error))
    return FALSE;
  if (listed->kind <= NK_KIND_RFC)
    write_small (page, listed);
  nk_html_close (&page->html, "li");
  nk_html_newline (&page->html);
  return TRUE;
}

static json_t *
make_edition_data (const NkPage *page, NkDay day, GError **error)
{
  const char *language = nk_language_code (page->route->language);
  NkDigestOptions digest_options = { .day = day, .calendar = page->site->calendar, .topics = page->site->topics };
  g_autoptr (NkDigest) digest = nk_digest_compose (page->store, &digest_options, error);
  g_autoptr (NkSummaries) summaries = nk_summaries_new (language, page->site->shelf, page->store);
  g_autofree char *note = NULL;
  NkEditionOptions options = { .language = language, .part = 1, .parts = 1, .summaries = summaries };

  nk_summaries_use_pool (summaries, page->site->pool);
  if (digest == NULL || !nk_note_get (page->store, day, language, &note, error))
    return NULL;
  options.note = note;
  return nk_edition_data (digest, page->site->templates[page->route->language], &options, error);
}

gboolean
nk_page_edition_values (const NkPage *page, NkDay day, NkMemoEdition *ret_edition, GError **error)
{
  NkLanguage language = page->route->language;
  const NkMemoEdition *known = page->memo != NULL ? nk_memo_edition (page->memo, day, language) : NULL;
  const NkTemplates *templates = page->site->templates[language];
  g_auto (NkMemoEdition) edition = { NULL };

  if (known != NULL) {
    *ret_edition = nk_memo_edition_ref (known);
    return TRUE;
  }
  if ((edition.data = make_edition_data (page, day, error)) == NULL
      || (edition.view = nk_edition_view (templates, edition.data, error)) == NULL
      || (edition.blocks = nk_templates_blocks (templates, edition.view, error)) == NULL)
    return FALSE;
  if (page->memo != NULL)
    nk_memo_add_edition (page->memo, day, language, &edition);
  *ret_edition = nk_memo_edition_ref (&edition);
  return TRUE;
}

json_t *
nk_page_edition_data (const NkPage *page, NkDay day, GError **error)
{
  g_auto (NkMemoEdition) edition = { NULL };

  return nk_page_edition_values (page, day, &edition, error) ? json_incref (edition.data) : NULL;
}

/* The days that the address of the page speaks of; all of them if it speaks of none. So a page of a day depends on whether it is the last, not on which day is. */
static void
days_of_route (const NkRoute *route, NkDay *ret_from, NkDay *ret_to)
{
  int year = route->parameters[NK_PARAMETER_YEAR] != NULL ? (int)nk_route_number (route, NK_PARAMETER_YEAR) : 0;
  NkDay from = NK_DAY_NONE, to = NK_DAY_NONE;

  if (route->parameters[NK_PARAMETER_DATE] != NULL) {
    if (nk_day_parse (nk_slice_text (route->parameters[NK_PARAMETER_DATE]), &from))
      to = from;
  } else if (route->parameters[NK_PARAMETER_DAY] != NULL) {
    from = to = nk_day (year, (int)nk_route_number (route, NK_PARAMETER_MONTH), (int)nk_route_number (route, NK_PARAMETER_DAY));
  } else if (route->parameters[NK_PARAMETER_MONTH] != NULL) {
    from = nk_day (year, (int)nk_route_number (route, NK_PARAMETER_MONTH), 1);
    to = from + 30;
  } else if (route->parameters[NK_PARAMETER_WEEK] != NULL) {
    from = nk_day (year, 1, 4) - 6 + ((NkDay)nk_route_number (route, NK_PARAMETER_WEEK) - 1) * 7;
    to = from + 12;
  }
  /* A month leads to the weeks that it has days of. */
  *ret_from = to != NK_DAY_NONE ? from - 8 : NK_ASPECT_MIN_DAY;
  *ret_to = to != NK_DAY_NONE ? to + 8 : NK_ASPECT_MAX_DAY;
}

static gboolean
fail_empty (GError **error)
{
  g_set_error (error, NK_ERROR, NK_ERROR_NOT_FOUND, "nothing was announced yet");
  return FALSE;
}

gboolean
nk_page_span (const NkPage *page, NkDay *ret_first, NkDay *ret_last, GError **error)
{
  NkDay from, to;

  days_of_route (page->route, &from, &to);
  if (!nk_query_announced_span_within (page->store, page->today, from, to, ret_first, ret_last, error))
    return FALSE;
  return *ret_first != NK_DAY_NONE || fail_empty (error);
}

void
nk_page_all_days (const NkPage *page, NkDay *ret_from, NkDay *ret_to)
{
  *ret_from = 0;
  *ret_to = page->today;
}
