/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* ground/bytes16.h - sixteen bytes of text looked at together, for loops over text in which nearly every byte is an ordinary one: what they look for is found
 * sixteen times faster than byte by byte, and where it stands is then looked for byte by byte. Vectors of the compiler (GCC and Clang), for any processor.
 * Floor: ground. */
#pragma once
#include <glib.h>
#include <string.h>

#define NK_BYTES16 16

typedef guint8 NkBytes16 __attribute__ ((vector_size (NK_BYTES16)));

/* The sixteen bytes from `text` on; the caller knows that they are there. */
static inline NkBytes16
nk_bytes16 (const char *text)
{
  NkBytes16 bytes;

  memcpy (&bytes, text, sizeof bytes);
  return bytes;
}

/* Whether any byte of what comparisons made is not zero. */
static inline gboolean
nk_bytes16_any (NkBytes16 found)
{
  guint64 halves[2];

  memcpy (halves, &found, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}
