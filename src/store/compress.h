/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* store/compress.h - mail as zstd frames, with a dictionary trained on the first messages of the store.
 * Floor: store. A dictionary does not change once made and may be shared between threads; a compressor belongs to one thread.
 * A mail of 5 KB shrinks to a half by itself, to a quarter with a dictionary, and goes through twice as fast. */
#pragma once
#include "ground/error.h"
#include "ground/slice.h"

#define NK_DICTIONARY_BYTES (64u << 10)
#define NK_DICTIONARY_SAMPLES 128        /* the first messages of a store; 0.05 s to train, and twice as many make it no better */
#define NK_DICTIONARY_SAMPLE_BYTES 8192    /* of each */
#define NK_DICTIONARY_MAX_BYTES (1u << 20) /* that we accept from a database */

typedef struct _NkDictionary NkDictionary;

/* Same samples, same dictionary. `samples` stand one after the other in `bytes`. Returns: (transfer full) (nullable): NULL if they do not suffice. */
GBytes *nk_dictionary_train (const char *bytes, const gsize *sample_bytes, guint n_samples);

/* NULL with STORE if the bytes are no dictionary. */
NkDictionary *nk_dictionary_new (gint64 id, GBytes *bytes, GError **error);
void nk_dictionary_free (NkDictionary *dictionary);
gint64 nk_dictionary_id (const NkDictionary *dictionary);

typedef struct _NkCompressor NkCompressor;
NkCompressor *nk_compressor_new (void);
void nk_compressor_free (NkCompressor *compressor);

/* Appends the frame to `out`. `dictionary` (nullable). Returns: the number of bytes appended. */
gsize nk_compressor_compress (NkCompressor *compressor, const NkDictionary *dictionary, NkSlice bytes, GByteArray *out);

/* The `size_bytes` bytes that the frame must hold are borrowed: valid until the next call. FALSE with STORE if it holds others. */
gboolean nk_compressor_decompress (NkCompressor *compressor, const NkDictionary *dictionary, NkSlice frame, gsize size_bytes,
                                   NkSlice *ret_bytes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkDictionary, nk_dictionary_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkCompressor, nk_compressor_free)
