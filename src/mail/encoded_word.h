/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* mail/encoded_word.h - RFC 2047 encoded words, read strictly.
 * Floor: mail. */
#pragma once
#include "ground/slice.h"

/* The text of a field body (trimmed, unfolded, ASCII or valid UTF-8). Words must stand alone between blanks, be well-formed, and be in one of the charsets of mail/text.h
 * with each word whole in itself.
 * Returns: (transfer full): NULL where only a patient reader can decide. */
char *nk_encoded_word_decode (NkSlice value);
