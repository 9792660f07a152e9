/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* mail/header_address.h - the one address that matters of a From field, whatever its form (RFC 5322 §3.4 and what archives made of it).
 * Floor: mail. */
#pragma once
#include "ground/slice.h"

#define NK_ADDRESS_MAX_BYTES 320 /* RFC 5321 §4.5.3.1: 64 + 1 + 255 */

/* `value`: unfolded. Understands `"x" <a@b>`, `a@b (x)`, `a at b`, `x on behalf of y`, two @ signs, an address inside a quoted name, and undoes
 * `user=40host@dmarc.ietf.org`.
 * Returns: (transfer full): lower case, "" if there is no address. */
char *nk_address_first (NkSlice value);
