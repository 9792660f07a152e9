/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* When a message was sent: RFC 5322 §3.6.1 Date, else §3.6.7 Received, else the From_ line of the mailbox (RFC 4155). */
#include "mail/message_private.h"

static gboolean
take_date (NkMessage *message, NkSlice text, NkDateOrigin origin)
{
  if (text.length == 0 || !nk_message_parse_date (text, &message->date_unix_s, &message->date_offset_s))
    return FALSE;
  message->date_origin = origin;
  return TRUE;
}

/* Behind the last semicolon. The first Received of a header is the newest. */
static NkSlice
received_date (NkSlice received)
{
  gssize mark = nk_header_find_last (received, ';');

  return mark < 0 ? NK_SLICE_EMPTY : nk_slice_from (received, (gsize)mark + 1);
}

/* Behind `From ` and the sender, who may hold digits but no blanks. */
static NkSlice
envelope_date (NkSlice envelope)
{
  NkSlice rest;
  gssize blank;

  if (!nk_slice_starts (envelope, NK_SLICE_LITERAL ("From ")))
    return NK_SLICE_EMPTY;
  rest = nk_slice_trim (nk_slice_from (envelope, 5));
  blank = nk_slice_find_char (rest, ' ');
  return blank < 0 ? NK_SLICE_EMPTY : nk_slice_from (rest, (gsize)blank);
}

void
nk_message_read_instant (NkMessage *message, const NkHeader *header, NkSlice envelope)
{
  if (take_date (message, header->values[NK_FIELD_DATE], NK_DATE_HEADER))
    return;
  message->repairs |= NK_REPAIR_DATE;
  if (take_date (message, received_date (header->values[NK_FIELD_RECEIVED]), NK_DATE_RECEIVED)
      || take_date (message, envelope_date (envelope), NK_DATE_ENVELOPE))
    return;
  message->date_unix_s = 0;
  message->date_offset_s = 0;
  message->date_origin = NK_DATE_NONE;
}
