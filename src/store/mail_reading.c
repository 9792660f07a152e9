/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/mail_reading.h"

/* A date that the message does not carry itself is a guess, and is counted as one. */
static void
take_neighbours_date (NkMessage *message, gint64 before_unix_s)
{
  message->date_unix_s = before_unix_s;
  message->date_offset_s = 0;
  message->date_origin = NK_DATE_NEIGHBOUR;
  message->repairs |= NK_REPAIR_DATE;
}

void
nk_mail_reading_make (const NkMailReader *reader, const NkRawMessage *raw, const gint64 *before_unix_s, NkMailReading *ret_reading)
{
  g_autoptr (NkMessage) message = nk_message_parse (raw, reader->parser);
  g_auto (NkRecognition) recognition = { 0 };
  NkDay written;

  if (message->date_origin == NK_DATE_NONE && before_unix_s != NULL)
    take_neighbours_date (message, *before_unix_s);
  nk_announcement_recognise (message, reader->groups, &recognition);
  *ret_reading = (NkMailReading){
    .unix_s = message->date_unix_s,
    .origin = message->date_origin,
    .day = NK_DAY_NONE,
    .written_day = NK_DAY_NONE,
    .repairs = message->repairs,
    .text_bytes = strlen (message->text),
    .by_fast_path = message->by_fast_path,
    .verdict = recognition.verdict,
  };
  if (message->date_origin != NK_DATE_NONE) {
    ret_reading->day = nk_day_of (message->date_unix_s);
    written = nk_day_of (message->date_unix_s + message->date_offset_s);
    if (written != ret_reading->day)
      ret_reading->written_day = written;
  }
  ret_reading->list
      = recognition.list != NULL && *recognition.list != '\0' ? g_strdup (recognition.list) : g_steal_pointer (&message->list_id);
  ret_reading->header_id = g_steal_pointer (&message->message_id);
  ret_reading->subject = g_steal_pointer (&message->subject);
  ret_reading->from_address = g_steal_pointer (&message->from_address);
  ret_reading->reason = g_steal_pointer (&recognition.reason);
  ret_reading->announcement = g_steal_pointer (&recognition.announcement);
  if (reader->classifier != NULL && recognition.verdict == NK_VERDICT_ANNOUNCEMENT && ret_reading->announcement->kind <= NK_KIND_RFC)
    ret_reading->topics = reader->classifier->classify (ret_reading->announcement, reader->classifier->data);
}

void
nk_mail_reading_clear (NkMailReading *reading)
{
  g_clear_pointer (&reading->header_id, g_free);
  g_clear_pointer (&reading->subject, g_free);
  g_clear_pointer (&reading->from_address, g_free);
  g_clear_pointer (&reading->list, g_free);
  g_clear_pointer (&reading->reason, g_free);
  g_clear_pointer (&reading->announcement, nk_announcement_free);
  g_clear_pointer (&reading->topics, g_array_unref);
}
