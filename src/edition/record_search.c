/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "edition/record.h"

static json_t *
parts_json (const GArray *parts)
{
  json_t *list = json_array ();

  for (guint i = 0; i < parts->len; i++) {
    const NkSearchPart *part = &g_array_index (parts, NkSearchPart, i);

    json_array_append_new (list, json_pack ("{s:s, s:b}", "text", part->text, "mark", part->is_marked));
  }
  return list;
}

static json_t *
hit_json (const NkSearchHit *hit)
{
  const NkListed *listed = hit->listed;
  gboolean has_date = listed->day != NK_DAY_NONE;
  g_autofree char *instant = has_date ? nk_day_format_instant (listed->unix_s) : NULL;
  g_autofree char *day = has_date ? nk_day_format (listed->day) : NULL;
  json_t *authors = json_array ();

  for (guint i = 0; listed->authors[i] != NULL; i++)
    json_array_append_new (authors, json_string (listed->authors[i]));
  return json_pack ("{s:s, s:s, s:s*, s:s, s:s?, s:s?, s:o, s:s?, s:s?, s:s?, s:o, s:o, s:s?}", "kind", nk_kind_word (listed->kind), "name",
                    listed->name, "revision", listed->kind == NK_KIND_INTERNET_DRAFT ? listed->revision : NULL, "title", listed->title,
                    "announced", instant, "day", day, "authors", authors, "group", listed->group_acronym, "area", listed->group_area, "url",
                    listed->url, "title_parts", parts_json (hit->title), "snippet", parts_json (hit->snippet), "snippet_language",
                    hit->snippet->len == 0     ? NULL
                    : hit->snippet_is_japanese ? "ja"
                                               : "en");
}

static json_t *
counts_json (const GArray *counts, const char *key)
{
  json_t *list = json_array ();

  for (guint i = 0; i < counts->len; i++) {
    const NkSearchCount *count = &g_array_index (counts, NkSearchCount, i);

    json_array_append_new (list, json_pack ("{s:s, s:I}", key, count->key, "announcements", (json_int_t)count->n));
  }
  return list;
}

static json_t *
searched_json (const NkSearchResult *result)
{
  g_autofree char *first = nk_day_format (result->first), *last = nk_day_format (result->last);

  return json_pack ("{s:I, s:I, s:s?, s:s?}", "announcements", (json_int_t)result->searched, "with_japanese",
                    (json_int_t)result->searched_japanese, "first", *first != '\0' ? first : NULL, "last", *last != '\0' ? last : NULL);
}

json_t *
nk_record_search (const NkSearchOptions *options, const NkSearchResult *result)
{
  json_t *hits = json_array ();

  for (guint i = 0; i < result->hits->len; i++)
    json_array_append_new (hits, hit_json (result->hits->pdata[i]));
  return json_pack ("{s:s, s:s, s:I, s:I, s:b, s:b, s:b, s:o, s:o, s:o, s:o}", "query", nk_search_query_text (options->query), "order",
                    nk_search_order_word (options->order), "offset", (json_int_t)options->offset, "total", (json_int_t)result->total,
                    "total_is_all", result->total_is_all, "rank_is_all", result->rank_is_all, "has_more", result->has_more, "searched",
                    searched_json (result), "years", counts_json (result->years, "year"), "areas", counts_json (result->areas, "area"),
                    "hits", hits);
}
