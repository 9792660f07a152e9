/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "edition/record.h"

static json_t *
stored_json (const NkStored *stored)
{
  g_autofree char *record = nk_announcement_to_json (stored->announcement);
  gboolean has_date = stored->day != NK_DAY_NONE;
  g_autofree char *instant = has_date ? nk_day_format_instant (stored->announced_unix_s) : NULL;
  g_autofree char *day = has_date ? nk_day_format (stored->day) : NULL;
  json_t *json = json_loads (record, 0, NULL);
  json_t *messages = json_array ();

  g_assert (json != NULL); /* our own text */
  for (guint i = 0; i < stored->message_ids->len; i++) {
    g_autofree char *url = nk_message_archive_url (stored->message_ids->pdata[i], stored->list);

    json_array_append_new (messages, json_pack ("{s:s, s:s}", "message_id", stored->message_ids->pdata[i], "url", url));
  }
  json_object_set_new (json, "announced", has_date ? json_string (instant) : json_null ());
  json_object_set_new (json, "day", has_date ? json_string (day) : json_null ());
  json_object_set_new (json, "messages", messages);
  return json;
}

json_t *
nk_record_document (const char *name, const GPtrArray *history)
{
  json_t *announcements = json_array ();

  for (guint i = 0; i < history->len; i++)
    json_array_append_new (announcements, stored_json (history->pdata[i]));
  return json_pack ("{s:s, s:o}", "document", name, "announcements", announcements);
}

json_t *
nk_record_totals (const NkTotals *totals)
{
  g_autofree char *first = nk_day_format (totals->first_day);
  g_autofree char *last = nk_day_format (totals->last_day);

  return json_pack ("{s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:I, s:s, s:s}", "messages", (json_int_t)totals->messages,
                    "counted", (json_int_t)totals->counted, "duplicates", (json_int_t)totals->duplicates, "other_kinds",
                    (json_int_t)totals->other_kinds, "unrecognised", (json_int_t)totals->unrecognised, "unreadable",
                    (json_int_t)totals->unreadable, "repaired", (json_int_t)totals->repaired, "undated", (json_int_t)totals->undated,
                    "internet_drafts", (json_int_t)totals->internet_drafts, "rfcs", (json_int_t)totals->rfcs, "others",
                    (json_int_t)totals->others, "documents", (json_int_t)totals->documents, "first_day", first, "last_day", last);
}

static const char *const origin_words[] = {
  [NK_DATE_NONE] = "none",         [NK_DATE_HEADER] = "date",         [NK_DATE_RECEIVED] = "received",
  [NK_DATE_ENVELOPE] = "envelope", [NK_DATE_NEIGHBOUR] = "neighbour",
};

static json_t *
reading_json (const NkReading *reading)
{
  g_autofree char *instant = reading->date_origin == NK_DATE_NONE ? NULL : nk_day_format_instant (reading->date_unix_s);
  const char *kind = reading->kind != 0 ? nk_kind_word (reading->kind) : NULL;

  return json_pack ("{s:s, s:s?, s:s, s:s, s:s?, s:s, s:s, s:s, s:s, s:s, s:b}", "message_id", reading->message_id, "date", instant,
                    "date_origin", origin_words[reading->date_origin], "class", nk_reading_class_word (reading->reading_class), "kind",
                    kind, "document", reading->document, "list", reading->list, "from", reading->from_address, "subject", reading->subject,
                    "reason", reading->reason, "repaired", reading->repairs != 0);
}

json_t *
nk_record_ledger (NkDay day, const GPtrArray *readings)
{
  g_autofree char *text = nk_day_format (day);
  json_t *messages = json_array ();

  for (guint i = 0; i < readings->len; i++)
    json_array_append_new (messages, reading_json (readings->pdata[i]));
  return json_pack ("{s:s?, s:o}", "day", day == NK_DAY_NONE ? NULL : text, "messages", messages);
}

json_t *
nk_record_topics (const NkTopicCounts *counts, const char *language)
{
  const NkBaseline *baseline = &counts->baseline;
  g_autofree char *from = nk_day_format (counts->from), *to = nk_day_format (counts->to);
  g_autofree char *first = nk_day_format (baseline->first), *last = nk_day_format (baseline->last);
  json_t *list = json_array ();
  json_t *usual = baseline->is_known
                      ? json_pack ("{s:s, s:s, s:I}", "first", first, "last", last, "documents", (json_int_t)baseline->n_documents)
                      : json_null ();

  for (guint i = 0; i < counts->topics->len; i++) {
    const NkTopicCount *count = &g_array_index (counts->topics, NkTopicCount, i);
    json_t *with_topic = baseline->is_known ? json_integer (count->n_before) : json_null ();
    json_t *lift = baseline->is_known ? json_real (count->lift) : json_null ();

    json_array_append_new (list, json_pack ("{s:s, s:s, s:I, s:o, s:o}", "topic", count->topic->id, "title",
                                            nk_topic_label (count->topic, language), "documents", (json_int_t)count->n, "with_topic_before",
                                            with_topic, "lift", lift));
  }
  return json_pack ("{s:s, s:s, s:I, s:o, s:o}", "from", from, "to", to, "documents", (json_int_t)counts->n_documents, "baseline", usual,
                    "topics", list);
}
