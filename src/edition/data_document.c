/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/data_document.c - one document or announcement as data (docs/json.md). */
#include "edition/data_private.h"
#include "ground/escape.h"
#include "ground/utf8.h"
#include "mail/message.h"

#include <string.h>

json_t *
nk_data_text (const char *text)
{
  g_autofree char *repaired = NULL;
  NkSlice slice = nk_slice_text (text);

  if (text == NULL)
    return json_null ();
  /* Our own check looks at many bytes at a time. */
  if (nk_utf8_is_valid (slice))
    return json_stringn_nocheck (text, slice.length);
  repaired = nk_utf8_repair (slice);
  return json_string (repaired);
}

json_t *
nk_data_text_or_null (const char *text)
{
  return nk_data_text (text != NULL && text[0] != '\0' ? text : NULL);
}

json_t *
nk_data_day (NkDay day)
{
  g_autofree char *text = nk_day_format (day);

  return nk_data_text_or_null (text);
}

json_t *
nk_data_texts (const GPtrArray *texts)
{
  json_t *list = json_array ();

  for (guint i = 0; texts != NULL && i < texts->len; i++)
    json_array_append_new (list, nk_data_text (g_ptr_array_index (texts, i)));
  return list;
}

char *
nk_data_url (const char *format, const char *component)
{
  g_autoptr (GString) url = g_string_new (NULL);
  const char *place = strstr (format, "%s");

  g_assert (place != NULL);
  g_string_append_len (url, format, place - format);
  nk_escape_url_component (url, component);
  g_string_append (url, place + 2);
  return g_string_free (g_steal_pointer (&url), FALSE);
}

static void
set_url (json_t *urls, const char *key, const char *format, const char *component)
{
  g_autofree char *url = nk_data_url (format, component);

  json_object_set_new (urls, key, nk_data_text (url));
}

static char *
archive_url (const NkStored *stored)
{
  if (stored->message_ids == NULL || stored->message_ids->len == 0 || stored->list == NULL || stored->list[0] == '\0')
    return NULL;
  return nk_message_archive_url (g_ptr_array_index (stored->message_ids, 0), stored->list);
}

static json_t *
group_data (const NkAnnouncement *announcement)
{
  json_t *group;

  if (announcement->group_acronym == NULL && announcement->group_name == NULL)
    return json_null ();
  group = json_object ();
  json_object_set_new (group, "acronym", nk_data_text_or_null (announcement->group_acronym));
  json_object_set_new (group, "name", nk_data_text_or_null (announcement->group_name));
  json_object_set_new (group, "kind", nk_data_text_or_null (announcement->group_kind));
  json_object_set_new (group, "area", nk_data_text_or_null (announcement->group_area));
  return group;
}

static json_t *
summary_data (const NkSummary *summary)
{
  json_t *data = json_object ();

  json_object_set_new (data, "text", nk_data_text (summary->text));
  json_object_set_new (data, "engine", nk_data_text (summary->engine));
  json_object_set_new (data, "confidence", json_real ((double)(int)(CLAMP (summary->confidence, 0.0, 1.0) * 100.0 + 0.5) / 100.0));
  json_object_set_new (data, "quoted", json_boolean (summary->is_quoted));
  json_object_set_new (data, "sources", nk_data_texts (summary->sources));
  json_object_set_new (data, "level", nk_data_text (summary->level));
  return data;
}

static json_t *
announced_data (const NkStored *stored)
{
  g_autofree char *instant = nk_day_format_instant (stored->announced_unix_s);

  return nk_data_text (instant);
}

static json_t *
changed_data (const NkChangedFields *changed)
{
  json_t *list = json_array ();

  if (changed->title)
    json_array_append_new (list, json_string ("title"));
  if (changed->authors)
    json_array_append_new (list, json_string ("authors"));
  if (changed->abstract)
    json_array_append_new (list, json_string ("abstract"));
  return list;
}

static json_t *
draft_urls (const NkStored *stored)
{
  const NkAnnouncement *announcement = stored->announcement;
  g_autofree char *document = g_strdup_printf ("%s-%s", announcement->name, announcement->revision);
  g_autofree char *archive = archive_url (stored);
  json_t *urls = json_object ();

  set_url (urls, "datatracker", "https://datatracker.ietf.org/doc/%s/", announcement->name);
  set_url (urls, "html", "https://www.ietf.org/archive/id/%s.html", document);
  if (strcmp (announcement->revision, "00") != 0)
    set_url (urls, "diff", "https://author-tools.ietf.org/iddiff?url2=%s", document);
  if (archive != NULL)
    json_object_set_new (urls, "archive", nk_data_text (archive));
  return urls;
}

json_t *
nk_data_internet_draft (const NkEntry *entry, const NkSummary *summary)
{
  const NkStored *stored = entry->stored;
  const NkAnnouncement *announcement = stored->announcement;
  const NkStored *previous = (const NkStored *)stored->previous;
  json_t *data = json_object ();

  json_object_set_new (data, "name", nk_data_text (announcement->name));
  json_object_set_new (data, "revision", nk_data_text (announcement->revision));
  json_object_set_new (data, "title", nk_data_text (announcement->title != NULL ? announcement->title : ""));
  json_object_set_new (data, "authors", nk_data_texts (announcement->authors));
  json_object_set_new (data, "group", group_data (announcement));
  json_object_set_new (data, "stream", nk_data_text_or_null (announcement->stream));
  json_object_set_new (data, "standing", nk_data_text (nk_standing_word (announcement->standing)));
  json_object_set_new (data, "change", nk_data_text (nk_change_word (entry->change)));
  json_object_set_new (data, "previous_revision", previous != NULL ? nk_data_text (previous->announcement->revision) : json_null ());
  json_object_set_new (data, "changed", changed_data (&entry->changed));
  json_object_set_new (data, "pages", announcement->pages >= 0 ? json_integer (announcement->pages) : json_null ());
  json_object_set_new (data, "announced", announced_data (stored));
  json_object_set_new (data, "abstract", nk_data_text (announcement->abstract != NULL ? announcement->abstract : ""));
  json_object_set_new (data, "summary", summary_data (summary));
  json_object_set_new (data, "urls", draft_urls (stored));
  json_object_set_new (data, "message_ids", nk_data_texts (stored->message_ids));
  return data;
}

static json_t *
numbers_data (const GArray *numbers)
{
  json_t *list = json_array ();

  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    json_array_append_new (list, json_integer (g_array_index (numbers, guint, i)));
  return list;
}

/* `draft-x-07` without its revision: the datatracker's page is that of the name. */
static char *
draft_page_name (const char *draft)
{
  gsize length = strlen (draft);

  if (length > 3 && draft[length - 3] == '-' && g_ascii_isdigit (draft[length - 2]) && g_ascii_isdigit (draft[length - 1]))
    length -= 3;
  return g_strndup (draft, length);
}

static json_t *
rfc_urls (const NkStored *stored)
{
  const NkAnnouncement *announcement = stored->announcement;
  g_autofree char *name = g_strdup_printf ("rfc%u", announcement->rfc_number);
  g_autofree char *archive = archive_url (stored);
  json_t *urls = json_object ();

  set_url (urls, "info", "https://www.rfc-editor.org/info/%s", name);
  set_url (urls, "html", "https://www.rfc-editor.org/rfc/%s.html", name);
  set_url (urls, "datatracker", "https://datatracker.ietf.org/doc/%s/", name);
  if (announcement->draft != NULL && announcement->draft[0] != '\0') {
    g_autofree char *page = draft_page_name (announcement->draft);

    set_url (urls, "draft", "https://datatracker.ietf.org/doc/%s/", page);
  }
  if (announcement->doi != NULL && strncmp (announcement->doi, "10.17487/", strlen ("10.17487/")) == 0)
    set_url (urls, "doi", "https://doi.org/10.17487/%s", announcement->doi + strlen ("10.17487/"));
  if (archive != NULL)
    json_object_set_new (urls, "archive", nk_data_text (archive));
  return urls;
}

json_t *
nk_data_rfc (const NkEntry *entry, const NkSummary *summary)
{
  const NkStored *stored = entry->stored;
  const NkAnnouncement *announcement = stored->announcement;
  json_t *data = json_object ();

  json_object_set_new (data, "name", nk_data_text (announcement->name));
  json_object_set_new (data, "number", json_integer (announcement->rfc_number));
  json_object_set_new (data, "title", nk_data_text (announcement->title != NULL ? announcement->title : ""));
  json_object_set_new (data, "authors", nk_data_texts (announcement->authors));
  json_object_set_new (data, "group", group_data (announcement));
  json_object_set_new (data, "status", nk_data_text_or_null (announcement->status));
  json_object_set_new (data, "stream", nk_data_text_or_null (announcement->stream));
  json_object_set_new (data, "date", nk_data_text_or_null (announcement->month));
  json_object_set_new (data, "subseries", nk_data_texts (announcement->subseries));
  json_object_set_new (data, "obsoletes", numbers_data (announcement->obsoletes));
  json_object_set_new (data, "updates", numbers_data (announcement->updates));
  json_object_set_new (data, "draft", nk_data_text_or_null (announcement->draft));
  json_object_set_new (data, "doi", nk_data_text_or_null (announcement->doi));
  json_object_set_new (data, "pages", announcement->pages >= 0 ? json_integer (announcement->pages) : json_null ());
  json_object_set_new (data, "announced", announced_data (stored));
  json_object_set_new (data, "abstract", nk_data_text (announcement->abstract != NULL ? announcement->abstract : ""));
  json_object_set_new (data, "summary", summary_data (summary));
  json_object_set_new (data, "urls", rfc_urls (stored));
  json_object_set_new (data, "message_ids", nk_data_texts (stored->message_ids));
  return data;
}

json_t *
nk_data_other (const NkEntry *entry)
{
  const NkStored *stored = entry->stored;
  const NkAnnouncement *announcement = stored->announcement;
  g_autofree char *archive = archive_url (stored);
  json_t *data = json_object ();

  json_object_set_new (data, "kind", nk_data_text (nk_kind_word (announcement->kind)));
  json_object_set_new (data, "subject", nk_data_text (announcement->subject != NULL ? announcement->subject : ""));
  json_object_set_new (data, "title", nk_data_text_or_null (announcement->title));
  json_object_set_new (data, "documents", nk_data_texts (announcement->documents));
  json_object_set_new (data, "group", group_data (announcement));
  json_object_set_new (data, "action", nk_data_text_or_null (announcement->action));
  json_object_set_new (data, "level", nk_data_text_or_null (announcement->level));
  json_object_set_new (data, "ends", nk_data_day (announcement->ends));
  json_object_set_new (data, "url", nk_data_text_or_null (announcement->url != NULL ? announcement->url : archive));
  json_object_set_new (data, "announced", announced_data (stored));
  json_object_set_new (data, "message_ids", nk_data_texts (stored->message_ids));
  return data;
}
