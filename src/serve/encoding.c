/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/encoding.c - content encodings: which one a client takes (RFC 9110 §12.5.3), and their bytes. */
#include "serve/http.h"

#include <zlib.h>
#include <zstd.h>

#define LEAST_BYTES 512 /* shorter bodies fit in a packet anyway */
#define ZSTD_LEVEL 6
#define GZIP_LEVEL 6
#define GZIP_WINDOW (15 + 16) /* 15 bits, with the gzip frame */
#define MAX_ACCEPTED 32       /* members of Accept-Encoding that are looked at */

static const char *const names[NK_N_ENCODINGS] = { [NK_ENCODING_GZIP] = "gzip", [NK_ENCODING_ZSTD] = "zstd" };

const char *
nk_encoding_name (NkEncoding encoding)
{
  return names[encoding];
}

/* TRUE for `q=0`, `q=0.0` and so on. */
static gboolean
is_refused (NkSlice parameters)
{
  gssize at = nk_slice_find_fold (parameters, NK_SLICE_LITERAL ("q="));
  NkSlice value;

  if (at < 0)
    return FALSE;
  value = nk_slice_from (parameters, (gsize)at + 2);
  for (gsize i = 0; i < value.length; i++)
    if (value.data[i] >= '1' && value.data[i] <= '9')
      return FALSE;
  return TRUE;
}

NkEncoding
nk_encoding_choose (const char *accept_encoding)
{
  gboolean accepts[NK_N_ENCODINGS] = { TRUE };
  NkSlice rest = nk_slice_text (accept_encoding);

  for (guint n = 0; rest.length > 0 && n < MAX_ACCEPTED; n++) {
    gssize comma = nk_slice_find_char (rest, ',');
    NkSlice member = comma < 0 ? rest : nk_slice_first (rest, (gsize)comma);
    gssize semicolon = nk_slice_find_char (member, ';');
    NkSlice name = nk_slice_trim (semicolon < 0 ? member : nk_slice_first (member, (gsize)semicolon));
    gboolean is_accepted = semicolon < 0 || !is_refused (nk_slice_from (member, (gsize)semicolon + 1));

    for (guint i = 1; i < NK_N_ENCODINGS; i++)
      if (nk_slice_equal_fold (name, nk_slice_text (names[i])))
        accepts[i] = is_accepted;
    rest = comma < 0 ? NK_SLICE_EMPTY : nk_slice_from (rest, (gsize)comma + 1);
  }
  return accepts[NK_ENCODING_ZSTD] ? NK_ENCODING_ZSTD : accepts[NK_ENCODING_GZIP] ? NK_ENCODING_GZIP : NK_ENCODING_IDENTITY;
}

static GBytes *
apply_zstd (const void *data, gsize length)
{
  gsize room = ZSTD_compressBound (length);
  g_autofree void *out = g_malloc (room);
  gsize size = ZSTD_compress (out, room, data, length, ZSTD_LEVEL);

  if (ZSTD_isError (size) || size >= length)
    return NULL;
  return g_bytes_new_take (g_realloc (g_steal_pointer (&out), size), size);
}

static GBytes *
apply_gzip (const void *data, gsize length)
{
  z_stream stream = { .next_in = (Bytef *)data, .avail_in = (uInt)length };
  g_autofree void *out = NULL;
  gsize room, size;
  int result;

  if (length > G_MAXINT || deflateInit2 (&stream, GZIP_LEVEL, Z_DEFLATED, GZIP_WINDOW, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    return NULL;
  room = deflateBound (&stream, (uLong)length);
  out = g_malloc (room);
  stream.next_out = out;
  stream.avail_out = (uInt)room;
  result = deflate (&stream, Z_FINISH);
  size = stream.total_out;
  deflateEnd (&stream);
  if (result != Z_STREAM_END || size >= length)
    return NULL;
  return g_bytes_new_take (g_realloc (g_steal_pointer (&out), size), size);
}

GBytes *
nk_encoding_apply (NkEncoding encoding, GBytes *bytes)
{
  gsize length = 0;
  const void *data = g_bytes_get_data (bytes, &length);

  if (length < LEAST_BYTES)
    return NULL;
  switch (encoding) {
  case NK_ENCODING_IDENTITY: return NULL;
  case NK_ENCODING_GZIP: return apply_gzip (data, length);
  case NK_ENCODING_ZSTD: return apply_zstd (data, length);
  case NK_N_ENCODINGS: break;
  }
  g_assert_not_reached ();
}
