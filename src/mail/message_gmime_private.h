/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* mail/message_gmime_private.h - GMime's decoders for the parser that uses GMime; seen by this folder only. */
#pragma once
#include "mail/message_private.h"
#include <gmime/gmime.h>

/* Starts GMime once, whichever thread comes first. It costs 3 ms, so it waits until a message needs it. */
void nk_gmime_need (void);

/* NkTextConvert by iconv, with U+FFFD for what it refuses; NULL if it refuses too much. */
char *nk_gmime_convert (NkSlice bytes, const char *charset, guint *repairs);

/* The decoded bytes of `encoded`, mending what is broken. (transfer full) */
GByteArray *nk_gmime_decode_transfer (NkTransfer transfer, NkSlice encoded, guint *repairs);
