/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/page_home.c - the latest edition at a glance and the calendar of its year; an edition by itself; a page of an error. */
#include "serve/page.h"

#include <stdio.h>

#define MAX_HOME_DOCUMENTS 15

static void
write_highlights (NkPage *page, json_t *data)
{
  json_t *highlights = json_object_get (data, "highlights");

  if (json_array_size (highlights) == 0)
    return;
  nk_page_open (page, "ul", NULL);
  for (gsize i = 0; i < json_array_size (highlights); i++)
    nk_page_write (page, "li", NULL, NULL, json_string_value (json_object_get (json_array_get (highlights, i), "text")));
  nk_page_close (page, "ul");
}

static gboolean
write_documents (NkPage *page, NkDay day, GError **error)
{
  NkListQuery query = { .by = NK_LIST_ALL, .from = day, .to = day, .documents = TRUE, .limit = NK_LIST_MAX_ROWS };
  g_autoptr (GPtrArray) listed = nk_query_list (page->store, &query, error);

  if (listed == NULL)
    return FALSE;
  if (listed->len == 0)
    return TRUE;
  nk_page_write_heading (page, nk_page_word (page, NK_WORD_HOME_DOCUMENTS), "documents");
  nk_page_open (page, "ul", "documents");
  for (guint i = 0; i < MIN (listed->len, MAX_HOME_DOCUMENTS); i++)
    if (!nk_page_write_listed (page, listed->pdata[i], FALSE, error))
      return FALSE;
  nk_page_close (page, "ul");
  if (listed->len > MAX_HOME_DOCUMENTS) {
    char rest[16];
    g_autofree char *text = NULL, *path = nk_page_path_of_day (day);

    snprintf (rest, sizeof rest, "%u", listed->len - MAX_HOME_DOCUMENTS);
    text = nk_page_fill (page, NK_WORD_HOME_MORE, "n", rest, NULL);
    nk_html_open (&page->html, "p", NULL);
    nk_page_write_link (page, path, NULL, text);
    nk_page_close (page, "p");
  }
  return TRUE;
}

static gboolean
write_latest (NkPage *page, NkDay day, GError **error)
{
  json_auto_t *data = nk_page_edition_data (page, day, error);
  json_t *counts = json_object_get (data, "counts");
  g_autofree char *date = nk_day_format (day), *path = nk_page_path_of_day (day), *read = NULL, *numbers = NULL;

  if (data == NULL)
    return FALSE;
  numbers = nk_page_count_text (page, (guint)json_integer_value (json_object_get (counts, "internet_drafts")),
                                (guint)json_integer_value (json_object_get (counts, "rfcs")),
                                (guint)json_integer_value (json_object_get (counts, "others")));
  read = nk_page_fill (page, NK_WORD_HOME_READ, "day", date, NULL);
  nk_html_open (&page->html, "h2", "id", "latest", NULL);
  nk_page_write_link (page, path, NULL, read);
  nk_page_close (page, "h2");
  nk_page_write (page, "p", "small", NULL, numbers);
  write_highlights (page, data);
  return write_documents (page, day, error);
}

gboolean
nk_page_home (NkPage *page, GError **error)
{
  g_autoptr (GError) fault = NULL;
  NkDay first = NK_DAY_NONE, last = NK_DAY_NONE;
  int year = 0, month, day_of_month;
  char text[16];
  g_autofree char *title = NULL;

  nk_page_begin (page, nk_page_word (page, NK_WORD_SITE_NAME), nk_page_word (page, NK_WORD_SITE_DESCRIPTION));
  nk_page_write (page, "h1", NULL, NULL, nk_page_word (page, NK_WORD_SITE_NAME));
  nk_page_write (page, "p", "lead", NULL, nk_page_word (page, NK_WORD_SITE_DESCRIPTION));
  if (!nk_page_span (page, &first, &last, &fault)) {
    if (!g_error_matches (fault, NK_ERROR, NK_ERROR_NOT_FOUND)) {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
    nk_page_write (page, "p", NULL, NULL, nk_page_word (page, NK_WORD_HOME_EMPTY));
    nk_page_end (page);
    return TRUE;
  }
  if (!write_latest (page, last, error))
    return FALSE;
  nk_day_split (last, &year, &month, &day_of_month);
  snprintf (text, sizeof text, "%d", year);
  title = nk_page_fill (page, NK_WORD_CALENDAR_TITLE, "year", text, NULL);
  nk_page_write_heading (page, title, "calendar");
  if (!nk_page_write_calendar (page, year, error))
    return FALSE;
  nk_page_write_years (page, first, last);
  nk_page_end (page);
  return TRUE;
}

/* The days before and after that the store reaches. */
static void
set_around (NkPage *page, NkDay day, NkDay first, NkDay last)
{
  if (day > first) {
    page->previous = nk_page_path_of_day (day - 1);
    page->previous_text = nk_day_format (day - 1);
  }
  if (day < last) {
    page->next = nk_page_path_of_day (day + 1);
    page->next_text = nk_day_format (day + 1);
  }
}

gboolean
nk_page_edition (NkPage *page, GError **error)
{
  NkDay day = nk_day ((int)nk_route_number (page->route, NK_PARAMETER_YEAR), (int)nk_route_number (page->route, NK_PARAMETER_MONTH),
                      (int)nk_route_number (page->route, NK_PARAMETER_DAY));
  NkDay first, last;
  g_auto (NkMemoEdition) edition = { NULL };

  if (!nk_page_span (page, &first, &last, error))
    return FALSE;
  if (day == NK_DAY_NONE || day < first || day > last) {
    g_set_error (error, NK_ERROR, NK_ERROR_NOT_FOUND, "no edition of this day");
    return FALSE;
  }
  set_around (page, day, first, last);
  return nk_page_edition_values (page, day, &edition, error) && nk_page_write_edition (page, &edition, error);
}

void
nk_page_error (NkPage *page, NkHttpStatus status)
{
  NkSiteWord title = status == NK_HTTP_NOT_FOUND ? NK_WORD_ERROR_NOT_FOUND : (int)status < 500 ? NK_WORD_ERROR_BAD : NK_WORD_ERROR_FAULT;
  NkSiteWord text = status == NK_HTTP_NOT_FOUND ? NK_WORD_ERROR_NOT_FOUND_TEXT
                    : (int)status < 500         ? NK_WORD_ERROR_BAD_TEXT
                                                : NK_WORD_ERROR_FAULT_TEXT;
  char number[16];

  page->is_missing = TRUE;
  snprintf (number, sizeof number, "%d", (int)status);
  nk_page_begin (page, nk_page_word (page, title), nk_page_word (page, text));
  nk_page_write (page, "h1", NULL, NULL, nk_page_word (page, title));
  nk_page_write (page, "p", NULL, NULL, nk_page_word (page, text));
  nk_html_open (&page->html, "p", "class", "small", NULL);
  nk_html_text (&page->html, number);
  nk_html_text (&page->html, " ");
  nk_html_text (&page->html, nk_http_reason (status));
  nk_page_close (page, "p");
  nk_page_end (page);
}
