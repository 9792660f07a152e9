/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* The form of everything else: one message that fills the file, such as an .eml or a file of a Maildir. */
#include "mail/mailbox_private.h"

static gboolean
single_recognise (NkSlice head)
{
  return TRUE;
}

static gboolean
single_find_separator (const char *data, gsize from, gsize end, gboolean is_last, gsize *ret_offset)
{
  *ret_offset = end;
  return FALSE;
}

static gsize
single_split (NkSlice piece, NkSlice *ret_envelope)
{
  return 0;
}

static gsize
single_trailer (NkSlice tail)
{
  return 0;
}

const NkMailboxDriver nk_mailbox_single = {
  .name = "message",
  .form = NK_MAILBOX_SINGLE,
  .quoting = NK_QUOTING_NONE,
  .recognise = single_recognise,
  .find_separator = single_find_separator,
  .split = single_split,
  .trailer = single_trailer,
};
