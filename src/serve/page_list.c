/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/page_list.c - a group, an area, an author: their documents by time, and how many there were. */
#include "announce/author_name.h"
#include "serve/page.h"

#include <stdio.h>

#define NEWEST 100 /* on the first page; a year has them all, up to the limit of the store's lists */

/* What a route lists. */
static const struct {
  NkRouteId newest, of_year;
  NkListBy by;
  NkParameter parameter;
} kinds[] = {
  { NK_ROUTE_GROUP, NK_ROUTE_GROUP_YEAR, NK_LIST_GROUP, NK_PARAMETER_GROUP },
  { NK_ROUTE_AREA, NK_ROUTE_AREA_YEAR, NK_LIST_AREA, NK_PARAMETER_AREA },
  { NK_ROUTE_AUTHOR, NK_ROUTE_AUTHOR_YEAR, NK_LIST_AUTHOR, NK_PARAMETER_AUTHOR },
  { NK_ROUTE_TOPIC, NK_ROUTE_TOPIC_YEAR, NK_LIST_TOPIC, NK_PARAMETER_TOPIC },
};

typedef struct {
  NkPage *page;
  guint kind; /* of `kinds` */
  const char *key;
  int year;          /* 0: the newest of all */
  NkDay first, last; /* days that are looked at: on the page of a year only these, so that a new day changes no page of the past */
  GArray *counts;    /* NkDayCount; NULL on the page of a year */
  GPtrArray *listed; /* NkListed */
} List;

static void
list_clear (List *list)
{
  g_clear_pointer (&list->counts, g_array_unref);
  g_clear_pointer (&list->listed, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (List, list_clear)

/* The name as an author wrote it last on these days; the slug if nothing is known of one. (transfer full) */
static char *
author_name (NkPage *page, const char *slug, NkDay first, NkDay last, GError **error)
{
  NkListQuery query = { .by = NK_LIST_AUTHOR, .key = slug, .from = first, .to = last, .limit = 1 };
  g_autoptr (GPtrArray) listed = nk_query_list (page->store, &query, error);

  if (listed == NULL)
    return NULL;
  for (char **author = listed->len > 0 ? ((const NkListed *)listed->pdata[0])->authors : NULL; author != NULL && *author != NULL;
       author++) {
    g_autofree char *its_slug = nk_author_slug (*author);

    if (strcmp (its_slug, slug) == 0)
      return g_strdup (*author);
  }
  return g_strdup (slug);
}

static char *
title_of (NkPage *page, NkListBy by, const char *key, NkDay first, NkDay last, GError **error)
{
  const NkGroup *group = by == NK_LIST_GROUP ? nk_group_by_acronym (page->site->groups, key) : NULL;
  g_autofree char *name = NULL;

  switch (by) {
  case NK_LIST_GROUP: return nk_page_fill (page, NK_WORD_LIST_GROUP, "name", group != NULL ? group->name : key, "acronym", key, NULL);
  case NK_LIST_AREA:
    name = nk_page_area_name (page, key, error);
    return name != NULL ? nk_page_fill (page, NK_WORD_LIST_AREA, "name", name, NULL) : NULL;
  case NK_LIST_AUTHOR:
    name = author_name (page, key, first, last, error);
    return name != NULL ? nk_page_fill (page, NK_WORD_LIST_AUTHOR, "name", name, NULL) : NULL;
  case NK_LIST_TOPIC: return nk_page_topic_name (page, key);
  case NK_LIST_ALL: break;
  }
  g_assert_not_reached ();
}

char *
nk_page_list_title (NkPage *page, NkListBy by, const char *key, GError **error)
{
  NkDay first, last;

  nk_page_all_days (page, &first, &last);
  return title_of (page, by, key, first, last, error);
}

static gboolean
read_list (List *list, GError **error)
{
  NkListQuery query = { .by = kinds[list->kind].by, .key = list->key, .from = list->first, .to = list->last };

  if (list->year == 0 && (list->counts = nk_query_list_days (list->page->store, &query, error)) == NULL)
    return FALSE;
  query.limit = list->year > 0 ? NK_LIST_MAX_ROWS : NEWEST;
  list->listed = nk_query_list (list->page->store, &query, error);
  if (list->listed != NULL && list->listed->len == 0) {
    g_set_error (error, NK_ERROR, NK_ERROR_NOT_FOUND, "nothing is known of it");
    return FALSE;
  }
  return list->listed != NULL;
}

static void
write_years (const List *list)
{
  NkPage *page = list->page;
  int last_written = 0;

  if (list->listed->len < NEWEST)
    return; /* all of them are on this page */
  nk_page_write_heading (page, nk_page_word (page, NK_WORD_LIST_YEARS), "years");
  nk_page_open (page, "ul", "row");
  for (guint i = list->counts->len; i > 0; i--) {
    int year, month, day_of_month;
    const char *values[NK_N_PARAMETERS] = { NULL };
    g_autofree char *text = NULL, *path = NULL;

    nk_day_split (g_array_index (list->counts, NkDayCount, i - 1).day, &year, &month, &day_of_month);
    if (year == last_written)
      continue;
    last_written = year;
    text = g_strdup_printf ("%04d", year);
    values[kinds[list->kind].parameter] = list->key;
    values[NK_PARAMETER_YEAR] = text;
    path = nk_route_path (kinds[list->kind].of_year, values);
    nk_html_open (&page->html, "li", NULL);
    nk_page_write_link (page, path, NULL, text);
    nk_page_close (page, "li");
  }
  nk_page_close (page, "ul");
}

/* From the page of a year to the one that has all years. */
static void
write_way_back (const List *list)
{
  g_autofree char *path = nk_page_path_of (kinds[list->kind].newest, kinds[list->kind].parameter, list->key);

  nk_page_open (list->page, "p", NULL);
  nk_page_write_link (list->page, path, NULL, nk_page_word (list->page, NK_WORD_SEARCH_ALL_YEARS));
  nk_page_close (list->page, "p");
}

static gboolean
write_list (const List *list, const char *title, GError **error)
{
  NkPage *page = list->page;
  g_autofree char *year = g_strdup_printf ("%d", list->year);
  g_autofree char *heading = list->year > 0 ? nk_page_fill (page, NK_WORD_LIST_OF_YEAR, "year", year, NULL)
                                            : g_strdup (nk_page_word (page, NK_WORD_LIST_NEWEST));
  g_autofree char *whole = list->year > 0 ? g_strconcat (title, ", ", year, NULL) : g_strdup (title);
  g_autofree char *description = nk_page_fill (page, NK_WORD_LIST_DESCRIPTION, "title", whole, NULL);

  nk_page_begin (page, whole, description);
  nk_page_write (page, "h1", NULL, NULL, whole);
  if (kinds[list->kind].by == NK_LIST_AUTHOR)
    nk_page_write (page, "p", "small", NULL, nk_page_word (page, NK_WORD_LIST_AUTHOR_NOTE));
  if (list->year == 0)
    nk_page_write_activity (page, list->counts);
  nk_page_write_heading (page, heading, "documents");
  nk_page_open (page, "ul", "documents");
  for (guint i = 0; i < list->listed->len; i++)
    if (!nk_page_write_listed (page, list->listed->pdata[i], TRUE, error))
      return FALSE;
  nk_page_close (page, "ul");
  if (list->year == 0)
    write_years (list);
  else
    write_way_back (list);
  nk_page_end (page);
  return TRUE;
}

gboolean
nk_page_list (NkPage *page, GError **error)
{
  g_auto (List) list = { .page = page };
  g_autofree char *title = NULL;

  while (kinds[list.kind].newest != page->route->id && kinds[list.kind].of_year != page->route->id)
    list.kind++;
  list.key = page->route->parameters[kinds[list.kind].parameter];
  list.year = page->route->id == kinds[list.kind].of_year ? (int)nk_route_number (page->route, NK_PARAMETER_YEAR) : 0;
  nk_page_all_days (page, &list.first, &list.last);
  if (list.year > 0) {
    list.first = nk_day (list.year, 1, 1);
    list.last = MIN (nk_day (list.year, 12, 31), list.last);
  }
  if (!read_list (&list, error))
    return FALSE;
  title = title_of (page, kinds[list.kind].by, list.key, list.first, list.last, error);
  return title != NULL && write_list (&list, title, error);
}

/* The groups of one area, or of none. */
static gboolean
write_area (NkPage *page, const GPtrArray *keys, const char *area, GError **error)
{
  g_autofree char *label = area != NULL ? nk_page_area_name (page, area, error) : g_strdup (nk_page_word (page, NK_WORD_LIST_NO_AREA));
  g_autofree char *path = area != NULL ? nk_page_path_of (NK_ROUTE_AREA, NK_PARAMETER_AREA, area) : NULL;
  guint n = 0;

  if (label == NULL)
    return FALSE;
  for (guint i = 0; i < keys->len; i++) {
    const NkListKey *key = keys->pdata[i];
    const NkGroup *group = nk_group_by_acronym (page->site->groups, key->key);
    const char *its_area = group != NULL && nk_area_index (group->area) != G_MAXUINT ? group->area : NULL;
    char number[16];
    g_autofree char *its_path = NULL, *count = NULL;

    if (g_strcmp0 (its_area, area) != 0 || !nk_route_is_valid (NK_PARAMETER_GROUP, key->key))
      continue;
    if (n++ == 0) {
      nk_html_open (&page->html, "h2", "id", area != NULL ? area : "none", NULL);
      if (path != NULL)
        nk_page_write_link (page, path, NULL, label);
      else
        nk_html_text (&page->html, label);
      nk_page_close (page, "h2");
      nk_page_open (page, "ul", "groups");
    }
    snprintf (number, sizeof number, "%u", key->n);
    count = nk_page_fill (page, NK_WORD_LIST_GROUP_COUNT, "n", number, "acronym", key->key, NULL);
    its_path = nk_page_path_of (NK_ROUTE_GROUP, NK_PARAMETER_GROUP, key->key);
    nk_html_open (&page->html, "li", NULL);
    nk_page_write_link (page, its_path, "en", group != NULL ? group->name : key->key);
    nk_page_write (page, "span", "small", NULL, count);
    nk_page_close (page, "li");
  }
  if (n > 0)
    nk_page_close (page, "ul");
  return TRUE;
}

gboolean
nk_page_groups (NkPage *page, GError **error)
{
  g_autoptr (GPtrArray) keys = nk_query_list_keys (page->store, NK_LIST_GROUP, error);
  const NkArea *area;

  if (keys == NULL)
    return FALSE;
  nk_page_begin (page, nk_page_word (page, NK_WORD_LIST_ALL_GROUPS), nk_page_word (page, NK_WORD_LIST_ALL_GROUPS));
  nk_page_write (page, "h1", NULL, NULL, nk_page_word (page, NK_WORD_LIST_ALL_GROUPS));
  for (guint i = 0; (area = nk_area (i)) != NULL; i++)
    if (!write_area (page, keys, area->acronym, error))
      return FALSE;
  if (!write_area (page, keys, NULL, error))
    return FALSE;
  nk_page_end (page);
  return TRUE;
}
