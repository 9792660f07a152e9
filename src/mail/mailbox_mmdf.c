/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* The MMDF form: messages between lines of four bytes 0x01. Most writers put such a line before and another one after each message, some only one between
 * two; the piece between the closing and the opening line holds nothing and is no message. */
#include "mail/mailbox_private.h"

static const NkSlice mark = { "\001\001\001\001", 4 };

static gboolean
starts_with_mark_line (NkSlice text)
{
  NkSlice line = NK_SLICE_EMPTY;

  return nk_slice_starts (text, mark) && nk_slice_next_line (&text, &line) && line.length == mark.length;
}

static gboolean
mmdf_find_separator (const char *data, gsize from, gsize end, gboolean is_last, gsize *ret_offset)
{
  gsize limit = is_last ? end : (end > NK_MAILBOX_LOOKAHEAD_BYTES ? end - NK_MAILBOX_LOOKAHEAD_BYTES : 0);

  for (gsize at = from; at < limit; at++) {
    const char *byte = memchr (data + at, mark.data[0], limit - at);

    if (byte == NULL)
      break;
    at = (gsize)(byte - data);
    /* A mark line is six bytes at most, so a longer slice would only cost time. */
    if (data[at - 1] == '\n' && starts_with_mark_line (nk_slice (byte, MIN (end - at, mark.length + 2)))) {
      *ret_offset = at;
      return TRUE;
    }
  }
  *ret_offset = MAX (from, limit);
  return FALSE;
}

/* Some writers keep the `From ` line of the mbox that a message came from. */
static gsize
mmdf_split (NkSlice piece, NkSlice *ret_envelope)
{
  NkSlice rest = piece, line = NK_SLICE_EMPTY, after;

  nk_slice_next_line (&rest, &line);
  after = rest;
  if (nk_slice_starts (rest, NK_SLICE_LITERAL ("From ")) && nk_slice_next_line (&after, &line)
      && line.length < NK_MAILBOX_MAX_ENVELOPE_BYTES - 2 * mark.length) {
    *ret_envelope = line;
    rest = after;
  }
  return piece.length - rest.length;
}

static gsize
mmdf_trailer (NkSlice tail)
{
  return 0;
}

const NkMailboxDriver nk_mailbox_mmdf = {
  .name = "MMDF",
  .form = NK_MAILBOX_MMDF,
  .quoting = NK_QUOTING_NONE,
  .recognise = starts_with_mark_line,
  .find_separator = mmdf_find_separator,
  .split = mmdf_split,
  .trailer = mmdf_trailer,
};
