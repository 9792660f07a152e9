/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "announce/announcement.h"
#include <jansson.h>

static void
set_text (json_t *object, const char *key, const char *text)
{
  if (text != NULL && text[0] != '\0')
    json_object_set_new (object, key, json_string (text));
}

static void
set_texts (json_t *object, const char *key, const GPtrArray *texts)
{
  json_t *array;

  if (texts->len == 0)
    return;
  array = json_array ();
  for (guint i = 0; i < texts->len; i++)
    json_array_append_new (array, json_string (texts->pdata[i]));
  json_object_set_new (object, key, array);
}

static void
set_numbers (json_t *object, const char *key, const GArray *numbers)
{
  json_t *array;

  if (numbers->len == 0)
    return;
  array = json_array ();
  for (guint i = 0; i < numbers->len; i++)
    json_array_append_new (array, json_integer (g_array_index (numbers, guint, i)));
  json_object_set_new (object, key, array);
}

static void
set_day (json_t *object, const char *key, NkDay day)
{
  g_autofree char *text = nk_day_format (day);

  set_text (object, key, text);
}

char *
nk_announcement_to_json (const NkAnnouncement *announcement)
{
  json_t *object = json_object ();
  char *dumped, *text;

  set_text (object, "kind", nk_kind_word (announcement->kind));
  set_text (object, "name", announcement->name);
  set_text (object, "revision", announcement->revision);
  set_text (object, "title", announcement->title);
  set_text (object, "subject", announcement->subject);
  set_texts (object, "authors", announcement->authors);
  if (announcement->pages >= 0)
    json_object_set_new (object, "pages", json_integer (announcement->pages));
  set_text (object, "abstract", announcement->abstract);
  set_day (object, "body_day", announcement->body_day);
  set_text (object, "group_acronym", announcement->group_acronym);
  set_text (object, "group_name", announcement->group_name);
  set_text (object, "group_kind", announcement->group_kind);
  set_text (object, "group_area", announcement->group_area);
  if (announcement->kind == NK_KIND_INTERNET_DRAFT)
    set_text (object, "standing", nk_standing_word (announcement->standing));
  set_text (object, "stream", announcement->stream);
  if (announcement->rfc_number > 0)
    json_object_set_new (object, "rfc_number", json_integer (announcement->rfc_number));
  set_text (object, "status", announcement->status);
  set_text (object, "month", announcement->month);
  set_texts (object, "subseries", announcement->subseries);
  set_numbers (object, "obsoletes", announcement->obsoletes);
  set_numbers (object, "updates", announcement->updates);
  set_text (object, "draft", announcement->draft);
  set_text (object, "doi", announcement->doi);
  set_texts (object, "documents", announcement->documents);
  set_day (object, "ends", announcement->ends);
  set_text (object, "level", announcement->level);
  set_text (object, "action", announcement->action);
  set_text (object, "url", announcement->url);
  dumped = json_dumps (object, JSON_INDENT (2) | JSON_SORT_KEYS);
  json_decref (object);
  text = g_strconcat (dumped != NULL ? dumped : "{}", "\n", NULL);
  free (dumped);
  return text;
}
