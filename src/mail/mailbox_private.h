/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* mail/mailbox_private.h - the contract of a mailbox driver; seen by this folder only.
 * A driver knows one form of mailbox: where a message of it begins and ends in a stream of bytes. It keeps no state and owns nothing; reading,
 * buffering, limits, hashing and counting are done by mailbox.c for all of them.
 * The stream is a row of pieces. A piece runs from one separator line (that line included) to the next one or to the end of the stream. */
#pragma once
#include "mail/mailbox.h"

/* A `From ` line longer than this separates nothing. */
#define NK_MAILBOX_MAX_ENVELOPE_BYTES 1024
/* So many bytes from the start of a line are enough to decide whether it separates. */
#define NK_MAILBOX_LOOKAHEAD_BYTES 2048
/* So many bytes before a line are enough to see whether the line before is empty. */
#define NK_MAILBOX_HISTORY_BYTES 64

typedef struct {
  const char *name; /* for error messages */
  NkMailboxForm form;
  NkQuoting quoting;

  /* Called once, at opening. `head` is the stream after leading empty lines: LOOKAHEAD bytes, or all there are. Returns TRUE if a mailbox of this form
   * begins there; the first driver of the table that says so is taken. */
  gboolean (*recognise) (NkSlice head);

  /* Called again and again while a piece is read, to find the end of it. Looks for a separator line that begins in data[from, end); `from` > 0, and
   * HISTORY bytes before `from` can be read unless the stream began later than that. With `is_last` no byte follows `end`; else no line may be decided on
   * that begins less than LOOKAHEAD bytes before `end`.
   * Returns TRUE with the start of the line, or FALSE with the place from where to look when more bytes are there. */
  gboolean (*find_separator) (const char *data, gsize from, gsize end, gboolean is_last, gsize *ret_offset);

  /* Called once for each piece, when its end is known. Returns how many bytes of it stand before the message, at most MAX_ENVELOPE; *ret_envelope is
   * borrowed from `piece` and stays empty if the form has none. */
  gsize (*split) (NkSlice piece, NkSlice *ret_envelope);

  /* Called once for each piece: `tail` is its end, HISTORY bytes or the whole piece. Returns how many bytes at the end belong to the form, not to the
   * message. */
  gsize (*trailer) (NkSlice tail);
} NkMailboxDriver;

extern const NkMailboxDriver nk_mailbox_mbox;
extern const NkMailboxDriver nk_mailbox_mmdf;
extern const NkMailboxDriver nk_mailbox_single;
