/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* announce/author_name.h - a name as announced, as a part of an address: `josé-a-garcía` of `José A. García`.
 * Floor: announce. Two people of one name share it, and one person may have several: the mail says no more. */
#pragma once
#include "ground/slice.h"

#define NK_AUTHOR_SLUG_MAX_BYTES 128

/* Letters and digits in lower case (NFKC, case folded), everything else one hyphen, none at the ends; cut at the limit between characters.
 * (transfer full) "" if the name has neither letter nor digit. */
char *nk_author_slug (const char *name);

/* TRUE if `text` is what nk_author_slug makes of some name, and not empty. */
gboolean nk_author_slug_is_valid (NkSlice text);
