/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* store/word.h - text cut into what can be searched for: words, and the single characters of scripts that put no blanks between their words.
 * Floor: store. Pure; no memory but the scan itself. Letters are folded: case, diacritics, full and half width (NFKC); the sounds of kana are kept apart (が is not か).
 * Everything that is neither letter nor digit parts words, so that draft-ietf-tls-esni is four of them. What is folded already stays as it is. */
#pragma once
#include "ground/slice.h"

#define NK_WORD_MAX_BYTES 256 /* of a folded word; what is behind is left out, in texts and in queries */

typedef struct {
  const char *text;   /* folded, not terminated; good until the next call */
  gsize length;       /* never 0 */
  gsize start, end;   /* bytes in the text that was scanned */
  gboolean is_single; /* one character of Japanese, Chinese or Korean */
  gboolean is_joined; /* and the word before it was such a one, and nothing stood between them */
} NkWord;

typedef struct {
  const char *text, *at, *end;
  gboolean was_single;
  char folded[NK_WORD_MAX_BYTES];
} NkWordScan;

/* `text` is borrowed while it is scanned. Bytes that are no UTF-8 part words. */
void nk_word_scan_begin (NkWordScan *scan, NkSlice text);
/* FALSE at the end; *ret_word is then untouched. */
gboolean nk_word_scan_next (NkWordScan *scan, NkWord *ret_word);
