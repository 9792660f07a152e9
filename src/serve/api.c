/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "serve/api.h"

#include "edition/record.h"

/* Takes `json`. */
static gboolean
write_json (NkPage *page, json_t *json)
{
  char *text = json_dumps (json, JSON_INDENT (1) | JSON_PRESERVE_ORDER);

  g_assert (text != NULL); /* we only pack UTF-8 that was repaired on the way in */
  g_string_append (page->html.out, text);
  g_string_append_c (page->html.out, '\n');
  free (text);
  json_decref (json);
  return TRUE;
}

/* The day of the address, if the store reaches it. */
static gboolean
take_day (NkPage *page, NkDay *ret_day, GError **error)
{
  NkDay first, last;

  if (!nk_page_span (page, &first, &last, error))
    return FALSE;
  if (nk_day_parse (nk_slice_text (page->route->parameters[NK_PARAMETER_DATE]), ret_day) && first <= *ret_day && *ret_day <= last)
    return TRUE;
  g_set_error (error, NK_ERROR, NK_ERROR_NOT_FOUND, "nothing is known of this day");
  return FALSE;
}

gboolean
nk_api_edition (NkPage *page, GError **error)
{
  json_auto_t *data = NULL;
  NkDay day;

  if (!take_day (page, &day, error))
    return FALSE;
  data = nk_page_edition_data (page, day, error);
  return data != NULL && nk_format_by_name ("json")->render (page->site->templates[page->route->language], data, 0, page->html.out, error);
}

gboolean
nk_api_document (NkPage *page, GError **error)
{
  const char *name = page->route->parameters[NK_PARAMETER_DOCUMENT];
  g_autoptr (GPtrArray) history = nk_query_document (page->store, name, error);

  if (history == NULL)
    return FALSE;
  if (history->len > 0)
    return write_json (page, nk_record_document (name, history));
  g_set_error (error, NK_ERROR, NK_ERROR_NOT_FOUND, "%s: nothing was announced about it", name);
  return FALSE;
}

gboolean
nk_api_ledger (NkPage *page, GError **error)
{
  NkTotals totals = { 0 };

  return nk_query_totals (page->store, &totals, error) && write_json (page, nk_record_totals (&totals));
}

gboolean
nk_api_ledger_day (NkPage *page, GError **error)
{
  g_autoptr (GPtrArray) readings = NULL;
  NkDay day;

  if (!take_day (page, &day, error))
    return FALSE;
  readings = nk_query_ledger (page->store, day, FALSE, error);
  return readings != NULL && write_json (page, nk_record_ledger (day, readings));
}

gboolean
nk_api_days (NkPage *page, GError **error)
{
  int year = (int)nk_route_number (page->route, NK_PARAMETER_YEAR);
  g_autoptr (GArray) counts = nk_query_day_counts (page->store, nk_day (year, 1, 1), nk_day (year, 12, 31), error);
  json_t *days = json_array ();

  for (guint i = 0; counts != NULL && i < counts->len; i++) {
    const NkDayCount *count = &g_array_index (counts, NkDayCount, i);
    g_autofree char *day = nk_day_format (count->day);

    json_array_append_new (days, json_pack ("{s:s, s:i, s:i, s:i}", "day", day, "internet_drafts", (int)count->internet_drafts, "rfcs",
                                            (int)count->rfcs, "others", (int)count->others));
  }
  if (counts != NULL)
    return write_json (page, json_pack ("{s:i, s:o}", "year", year, "days", days));
  json_decref (days);
  return FALSE;
}

gboolean
nk_api_topics (NkPage *page, GError **error)
{
  NkDay day = page->today - 1;
  g_autoptr (NkTopicCounts) counts = NULL;

  if (page->route->parameters[NK_PARAMETER_DATE] != NULL && !take_day (page, &day, error))
    return FALSE;
  counts = nk_topic_counts_find (page->store, page->site->topics, day - NK_TOPIC_COUNTS_DAYS + 1, day, error);
  return counts != NULL && write_json (page, nk_record_topics (counts, nk_language_code (page->route->language)));
}

gboolean
nk_api_search (NkPage *page, GError **error)
{
  NkSearchOptions options = nk_page_search_options (page);
  g_autoptr (NkSearchResult) result = nk_search_run (page->store, &options, error);

  return result != NULL && write_json (page, nk_record_search (&options, result));
}
