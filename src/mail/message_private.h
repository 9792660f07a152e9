/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* mail/message_private.h - what the two parsers of a message share; seen by this folder only. */
#pragma once
#include "mail/header.h"
#include "mail/message.h"
#include "mail/text.h"
#include "mail/transfer.h"

/* A raw message made ready for either parser: line ends are LF, and `>From ` of the mailbox is undone. Slices are borrowed. */
typedef struct {
  NkSlice head; /* the header with the empty line behind it */
  NkHeader header;
  NkSlice body;
  NkSlice envelope;
} NkLetter;

/* Text of a header field as UTF-8. Returns: (transfer full): NULL if it declines. */
typedef char *(*NkDecodeField) (NkSlice value, guint *repairs);

/* Sets every field of `message` that comes from the header but date and Message-ID made up. FALSE, with `message` partly set, if `decode` declined. */
gboolean nk_message_read_fields (NkMessage *message, const NkHeader *header, NkDecodeField decode);
/* Frees what nk_message_read_fields has set. */
void nk_message_clear_fields (NkMessage *message);

/* Date, else newest Received, else the mailbox's From_ line. */
void nk_message_read_instant (NkMessage *message, const NkHeader *header, NkSlice envelope);

typedef enum { NK_MARKUP_NONE, NK_MARKUP_HTML, NK_MARKUP_ENRICHED } NkMarkup;

/* How the bytes of a text part are to be read. */
typedef struct {
  NkSlice charset;
  NkMarkup markup;
  gboolean is_flowed;
  gboolean deletes_space;
} NkTextForm;

/* Decoded bytes of a part as text: charset, markup, line ends, limit, flowed lines, footer. (transfer full) */
char *nk_message_make_text (NkSlice bytes, const NkTextForm *form, NkTextConvert convert, guint *repairs);

/* The fast path: fields and text of ordinary mail. FALSE, with `message` untouched, for everything that it is not sure of. */
gboolean nk_message_read_fast (NkMessage *message, const NkLetter *letter);

/* GMime: fields and text of any mail. */
void nk_message_read_gmime (NkMessage *message, const NkLetter *letter);
char *nk_message_decode_with_gmime (NkSlice value, guint *repairs);

/* GMime reads containers by recursion and makes an object of each part. What `body` may hold of both is limited here.
 * Returns: how much of `body` may be handed on: all of it, or up to where a limit is met. */
gsize nk_message_bound_parts (NkSlice body);

/* Offset of the first line that is `--boundary` or `--boundary--`, with nothing but white space behind it; -1 if there is none.
 * *ret_end: offset behind the line; *ret_closes: it is the one with the second dashes. */
gssize nk_message_find_boundary (NkSlice body, NkSlice boundary, gsize *ret_end, gboolean *ret_closes);
