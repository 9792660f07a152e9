/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/data_ledger.c - what surrounds the documents as data: the ledger, the calendar, the days before. */
#include "edition/data_private.h"

json_t *
nk_data_ledger (const NkDigest *digest)
{
  const NkLedgerCounts *counts = &digest->ledger;
  json_t *data = json_object (), *skipped = json_array ();

  for (guint i = 0; i < digest->readings->len; i++) {
    const NkReading *reading = g_ptr_array_index (digest->readings, i);
    json_t *row;

    if (reading->reading_class == NK_READING_COUNTED)
      continue;
    row = json_object ();
    json_object_set_new (row, "message_id", nk_data_text (reading->message_id));
    json_object_set_new (row, "reason", nk_data_text (reading->reason));
    json_object_set_new (row, "class", nk_data_text (nk_reading_class_word (reading->reading_class)));
    json_object_set_new (row, "subject", nk_data_text (reading->subject));
    json_array_append_new (skipped, row);
  }
  json_object_set_new (data, "messages", json_integer (counts->messages));
  json_object_set_new (data, "counted", json_integer (counts->counted));
  json_object_set_new (data, "duplicates", json_integer (counts->duplicates));
  json_object_set_new (data, "other_days", json_integer (counts->other_days));
  json_object_set_new (data, "other_kinds", json_integer (counts->other_kinds));
  json_object_set_new (data, "unrecognised", json_integer (counts->unrecognised));
  json_object_set_new (data, "unreadable", json_integer (counts->unreadable));
  json_object_set_new (data, "repaired", json_integer (counts->repaired));
  json_object_set_new (data, "skipped", skipped);
  return data;
}

static const char *
phase_word (NkCalendarPhase phase)
{
  switch (phase) {
  case NK_CALENDAR_NOTHING: return "nothing";
  case NK_CALENDAR_BEFORE_CUTOFF: return "before_cutoff";
  case NK_CALENDAR_CLOSED: return "closed";
  case NK_CALENDAR_MEETING: return "meeting";
  case NK_CALENDAR_AFTER_MEETING: return "after_meeting";
  case NK_CALENDAR_UNKNOWN: return "unknown";
  }
  g_assert_not_reached ();
}

static json_t *
meeting_data (const NkMeeting *meeting)
{
  json_t *data = json_object ();

  json_object_set_new (data, "number", json_integer (meeting->number));
  json_object_set_new (data, "place", nk_data_text (meeting->place));
  json_object_set_new (data, "first", nk_data_day (meeting->first));
  json_object_set_new (data, "last", nk_data_day (meeting->last));
  json_object_set_new (data, "cutoff", nk_data_day (meeting->cutoff));
  json_object_set_new (data, "certain", json_boolean (meeting->is_certain));
  return data;
}

static json_t *
earlier_data (const NkDigest *digest)
{
  json_t *list = json_array ();

  for (guint i = 0; digest->earlier != NULL && i < digest->earlier->len; i++) {
    const NkCycleCount *cycle = &g_array_index (digest->earlier, NkCycleCount, i);
    json_t *row = json_object ();

    json_object_set_new (row, "number", json_integer (cycle->meeting->number));
    json_object_set_new (row, "day", nk_data_day (cycle->count.day));
    json_object_set_new (row, "internet_drafts", json_integer (cycle->count.internet_drafts));
    json_object_set_new (row, "rfcs", json_integer (cycle->count.rfcs));
    json_object_set_new (row, "others", json_integer (cycle->count.others));
    json_array_append_new (list, row);
  }
  return list;
}

json_t *
nk_data_calendar (const NkDigest *digest)
{
  json_t *data = json_object ();

  json_object_set_new (data, "phase", json_string (phase_word (digest->phase)));
  json_object_set_new (data, "days", json_integer (digest->phase_days));
  json_object_set_new (data, "meeting", digest->meeting != NULL ? meeting_data (digest->meeting) : json_null ());
  json_object_set_new (data, "earlier", earlier_data (digest));
  return data;
}

json_t *
nk_data_days_before (const NkDigest *digest)
{
  json_t *list = json_array ();

  for (guint i = 0; digest->days_before != NULL && i < digest->days_before->len; i++) {
    const NkDayCount *count = &g_array_index (digest->days_before, NkDayCount, i);
    json_t *row = json_object ();

    json_object_set_new (row, "day", nk_data_day (count->day));
    json_object_set_new (row, "internet_drafts", json_integer (count->internet_drafts));
    json_object_set_new (row, "rfcs", json_integer (count->rfcs));
    json_object_set_new (row, "others", json_integer (count->others));
    json_array_append_new (list, row);
  }
  return list;
}
