/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* RFC 2045 §6.7 quoted-printable and §6.8 base64. */
#include "mail/transfer.h"

#define BAD 0x80

/* Value of each base64 digit, BAD for every other byte (RFC 4648 §4). */
static const guint8 base64_values[256] = {
  BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, /* 00 */
  BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, /* 10 */
  BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, 62,  BAD, BAD, BAD, 63,  /* 20 */
  52,  53,  54,  55,  56,  57,  58,  59,  60,  61,  BAD, BAD, BAD, BAD, BAD, BAD, /* 30 */
  BAD, 0,   1,   2,   3,   4,   5,   6,   7,   8,   9,   10,  11,  12,  13,  14,  /* 40 */
  15,  16,  17,  18,  19,  20,  21,  22,  23,  24,  25,  BAD, BAD, BAD, BAD, BAD, /* 50 */
  BAD, 26,  27,  28,  29,  30,  31,  32,  33,  34,  35,  36,  37,  38,  39,  40,  /* 60 */
  41,  42,  43,  44,  45,  46,  47,  48,  49,  50,  51,  BAD, BAD, BAD, BAD, BAD, /* 70 */
  BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, /* 80 */
  BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, /* 90 */
  BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, /* A0 */
  BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, /* B0 */
  BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, /* C0 */
  BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, /* D0 */
  BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, /* E0 */
  BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, BAD, /* F0 */
};

/* RFC 2045 §6.1 has one token, §5.1 a comment behind it, and real mail parameters too. */
NkTransfer
nk_transfer_from_text (NkSlice value)
{
  gsize end = 0;

  value = nk_slice_trim (value);
  while (end < value.length && value.data[end] != ';' && value.data[end] != '(' && !g_ascii_isspace (value.data[end]))
    end++;
  value = nk_slice_first (value, end);
  if (value.length == 0 || nk_slice_equal_fold (value, NK_SLICE_LITERAL ("7bit")) || nk_slice_equal_fold (value, NK_SLICE_LITERAL ("8bit"))
      || nk_slice_equal_fold (value, NK_SLICE_LITERAL ("binary")))
    return NK_TRANSFER_PLAIN;
  if (nk_slice_equal_fold (value, NK_SLICE_LITERAL ("quoted-printable")))
    return NK_TRANSFER_QUOTED_PRINTABLE;
  if (nk_slice_equal_fold (value, NK_SLICE_LITERAL ("base64")))
    return NK_TRANSFER_BASE64;
  return NK_TRANSFER_UNKNOWN;
}

static gboolean
decode_quoted_printable (NkSlice encoded, char *out, gsize *ret_length)
{
  const char *p = encoded.data, *end = p + encoded.length;
  char *start = out;

  while (p < end) {
    const char *mark = memchr (p, '=', (gsize)(end - p));
    gsize plain = (gsize)((mark == NULL ? end : mark) - p);

    memcpy (out, p, plain);
    out += plain;
    p += plain;
    /* Letters beyond ASCII come in rows: a new search for each of their bytes would cost more than it finds. */
    while (p < end && *p == '=') {
      int high, low;

      if (end - p >= 2 && p[1] == '\n') {
        p += 2;
        continue;
      }
      if (end - p < 3)
        return FALSE;
      high = g_ascii_xdigit_value (p[1]);
      low = g_ascii_xdigit_value (p[2]);
      if (high < 0 || low < 0)
        return FALSE;
      *out++ = (char)(high << 4 | low);
      p += 3;
    }
  }
  *ret_length = (gsize)(out - start);
  return TRUE;
}

/* The padded last group of four at `p`, and nothing but line ends behind it. Returns: bytes written, or -1. */
static gssize
decode_base64_tail (const guchar *p, const guchar *end, char *out)
{
  guint32 bits;
  gsize n_bytes;

  if (end - p < 4 || p[3] != '=' || ((base64_values[p[0]] | base64_values[p[1]]) & BAD) != 0)
    return -1;
  n_bytes = p[2] == '=' ? 1 : 2;
  if (n_bytes == 2 && base64_values[p[2]] == BAD)
    return -1;
  bits = (guint32)base64_values[p[0]] << 18 | (guint32)base64_values[p[1]] << 12 | (n_bytes == 2 ? (guint32)base64_values[p[2]] << 6 : 0);
  out[0] = (char)(bits >> 16);
  if (n_bytes == 2)
    out[1] = (char)(bits >> 8);
  for (p += 4; p < end; p++) {
    if (*p != '\n')
      return -1;
  }
  return (gssize)n_bytes;
}

/* Lines of whole groups of four, as every encoder writes them. */
static gboolean
decode_base64 (NkSlice encoded, char *out, gsize *ret_length)
{
  const guchar *p = (const guchar *)encoded.data, *end = p + encoded.length;
  char *start = out;
  gssize tail;

  for (;;) {
    while (end - p >= 4) {
      guint8 a = base64_values[p[0]], b = base64_values[p[1]], c = base64_values[p[2]], d = base64_values[p[3]];

      if (((a | b | c | d) & BAD) != 0)
        break;
      out[0] = (char)(a << 2 | b >> 4);
      out[1] = (char)(b << 4 | c >> 2);
      out[2] = (char)(c << 6 | d);
      out += 3;
      p += 4;
    }
    if (p < end && *p == '\n')
      p++;
    else
      break;
  }
  if (p < end) {
    tail = decode_base64_tail (p, end, out);
    if (tail < 0)
      return FALSE;
    out += tail;
  }
  *ret_length = (gsize)(out - start);
  return TRUE;
}

gboolean
nk_transfer_decode (NkTransfer transfer, NkSlice encoded, char *out, gsize *ret_length)
{
  if (encoded.length == 0) {
    *ret_length = 0;
    return TRUE;
  }
  switch (transfer) {
  case NK_TRANSFER_PLAIN:
    memcpy (out, encoded.data, encoded.length);
    *ret_length = encoded.length;
    return TRUE;
  case NK_TRANSFER_QUOTED_PRINTABLE: return decode_quoted_printable (encoded, out, ret_length);
  case NK_TRANSFER_BASE64: return decode_base64 (encoded, out, ret_length);
  case NK_TRANSFER_UNKNOWN: break;
  }
  return FALSE;
}

gsize
nk_transfer_base64_sound_length (NkSlice encoded)
{
  for (gsize i = 0; i < encoded.length; i++) {
    guchar c = (guchar)encoded.data[i];

    if (c == '=')
      return i + 1 < encoded.length && encoded.data[i + 1] == '=' ? i + 2 : i + 1;
    if (base64_values[c] == BAD && !g_ascii_isspace ((char)c))
      return i;
  }
  return encoded.length;
}
