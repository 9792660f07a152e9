/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* ground/byte_source.h - a file, standard input or memory as a stream of bytes, decompressed on the way (gzip, xz, zstd by magic).
 * Floor: ground. Reads in blocks; never maps a whole file, so memory stays flat. One thread at a time. */
#pragma once
#include "ground/error.h"

typedef struct _NkByteSource NkByteSource;

/* `path` "-" is standard input.
 * Returns: (transfer full): NULL with NOT_FOUND, INPUT (a folder, no right to read) or STORE. */
NkByteSource *nk_byte_source_open (const char *path, GError **error);

/* Takes a reference to `bytes`. Never fails; compressed bytes are detected as well. */
NkByteSource *nk_byte_source_new_bytes (GBytes *bytes);
void nk_byte_source_free (NkByteSource *source);

/* Fills up to `capacity` bytes. Returns: bytes read, 0 at the end, -1 with @error on a fault (damaged compressed data: INPUT;
 * what was decoded before it has been delivered by earlier calls). */
gssize nk_byte_source_read (NkByteSource *source, char *buffer, gsize capacity, GError **error);

/* Bytes taken from the underlying file so far (compressed bytes), and its size (0 if not known, as for a pipe): for progress. */
guint64 nk_byte_source_consumed_bytes (const NkByteSource *source);
guint64 nk_byte_source_size_bytes (const NkByteSource *source);

/* TRUE if the underlying bytes are compressed. */
gboolean nk_byte_source_is_compressed (const NkByteSource *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkByteSource, nk_byte_source_free)
