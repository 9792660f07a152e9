/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* ground/pairs.h - which bytes stand beside each other in a text, so that most words which are sought in it need not be sought.
 * Floor: ground. One bit for each pair of neighbours by their lowest six bits: what lacks a pair is not there, what has all of them may be. */
#pragma once
#include <glib.h>
#include <string.h>

typedef struct {
  guint64 of[64];
} NkPairs;

/* Adds the pairs of `text`; start with NkPairs of zeros. */
static inline void
nk_pairs_note (NkPairs *pairs, const char *text)
{
  for (; text[0] != '\0' && text[1] != '\0'; text++)
    pairs->of[text[0] & 63] |= G_GUINT64_CONSTANT (1) << (text[1] & 63);
}

/* FALSE if `part` cannot stand in a text whose pairs these are. */
static inline gboolean
nk_pairs_may_hold (const NkPairs *pairs, const char *part)
{
  for (; part[0] != '\0' && part[1] != '\0'; part++)
    if ((pairs->of[part[0] & 63] >> (part[1] & 63) & 1) == 0)
      return FALSE;
  return TRUE;
}

/* As strstr. */
static inline const char *
nk_pairs_find (const NkPairs *pairs, const char *text, const char *part)
{
  return nk_pairs_may_hold (pairs, part) ? strstr (text, part) : NULL;
}
