/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* mail/transfer.h - content transfer encodings, read strictly: what is broken is left to the patient reader (RFC 2045 §6).
 * Floor: mail. */
#pragma once
#include "ground/slice.h"

typedef enum {
  NK_TRANSFER_PLAIN, /* 7bit, 8bit, binary, nothing said */
  NK_TRANSFER_QUOTED_PRINTABLE,
  NK_TRANSFER_BASE64,
  NK_TRANSFER_UNKNOWN,
} NkTransfer;

/* The encoding that a Content-Transfer-Encoding field names; outer white space and `;` do not matter. */
NkTransfer nk_transfer_from_text (NkSlice value);

/* Decodes all of `encoded` into `out`, which has room for encoded.length bytes. FALSE (with rubbish in `out`) if it is not well-formed: `=` before anything but
 * two hexadecimal digits or a line end; in base64 anything but the alphabet, line ends and the padding that is due. UNKNOWN is never well-formed. */
gboolean nk_transfer_decode (NkTransfer transfer, NkSlice encoded, char *out, gsize *ret_length);

/* How much of a base64 body can be trusted: up to its padding, or to the first byte that is neither alphabet nor white space. */
gsize nk_transfer_base64_sound_length (NkSlice encoded);
