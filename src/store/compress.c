/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/compress.h"
#include "mail/mailbox.h"
#include <zdict.h>
#include <zstd.h>

/* Level 1 is a quarter faster and a tenth larger; the writing thread is the slower one, so that would gain nothing. */
#define LEVEL 3

struct _NkDictionary {
  gint64 id;
  ZSTD_CDict *compress;
  ZSTD_DDict *decompress;
};

struct _NkCompressor {
  ZSTD_CCtx *compress;
  ZSTD_DCtx *decompress;
  GByteArray *plain;
};

GBytes *
nk_dictionary_train (const char *bytes, const gsize *sample_bytes, guint n_samples)
{
  g_autofree char *dictionary = g_malloc (NK_DICTIONARY_BYTES);
  gsize length = ZDICT_trainFromBuffer (dictionary, NK_DICTIONARY_BYTES, bytes, sample_bytes, n_samples);

  if (ZDICT_isError (length))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&dictionary), length);
}

NkDictionary *
nk_dictionary_new (gint64 id, GBytes *bytes, GError **error)
{
  g_autoptr (NkDictionary) dictionary = g_new0 (NkDictionary, 1);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  dictionary->id = id;
  if (length > 0 && length <= NK_DICTIONARY_MAX_BYTES) {
    dictionary->compress = ZSTD_createCDict (data, length, LEVEL);
    dictionary->decompress = ZSTD_createDDict (data, length);
  }
  if (dictionary->compress == NULL || dictionary->decompress == NULL) {
    g_set_error (error, NK_ERROR, NK_ERROR_STORE, "dictionary %" G_GINT64_FORMAT " is damaged", id);
    return NULL;
  }
  return g_steal_pointer (&dictionary);
}

void
nk_dictionary_free (NkDictionary *dictionary)
{
  if (dictionary == NULL)
    return;
  ZSTD_freeCDict (dictionary->compress);
  ZSTD_freeDDict (dictionary->decompress);
  g_free (dictionary);
}

gint64
nk_dictionary_id (const NkDictionary *dictionary)
{
  return dictionary->id;
}

NkCompressor *
nk_compressor_new (void)
{
  NkCompressor *compressor = g_new0 (NkCompressor, 1);

  compressor->compress = ZSTD_createCCtx ();
  compressor->decompress = ZSTD_createDCtx ();
  compressor->plain = g_byte_array_new ();
  g_assert (compressor->compress != NULL && compressor->decompress != NULL);
  ZSTD_CCtx_setParameter (compressor->compress, ZSTD_c_compressionLevel, LEVEL);
  /* The row says which dictionary it needs. */
  ZSTD_CCtx_setParameter (compressor->compress, ZSTD_c_dictIDFlag, 0);
  return compressor;
}

void
nk_compressor_free (NkCompressor *compressor)
{
  if (compressor == NULL)
    return;
  ZSTD_freeCCtx (compressor->compress);
  ZSTD_freeDCtx (compressor->decompress);
  g_byte_array_unref (compressor->plain);
  g_free (compressor);
}

gsize
nk_compressor_compress (NkCompressor *compressor, const NkDictionary *dictionary, NkSlice bytes, GByteArray *out)
{
  gsize start = out->len, room = ZSTD_compressBound (bytes.length), length;

  g_assert (bytes.length <= NK_MAILBOX_MAX_MESSAGE_BYTES && start + room < G_MAXUINT);
  ZSTD_CCtx_refCDict (compressor->compress, dictionary != NULL ? dictionary->compress : NULL);
  g_byte_array_set_size (out, (guint)(start + room));
  length = ZSTD_compress2 (compressor->compress, out->data + start, room, bytes.data != NULL ? bytes.data : "", bytes.length);
  g_assert (!ZSTD_isError (length));
  g_byte_array_set_size (out, (guint)(start + length));
  return length;
}

gboolean
nk_compressor_decompress (NkCompressor *compressor, const NkDictionary *dictionary, NkSlice frame, gsize size_bytes, NkSlice *ret_bytes,
                          GError **error)
{
  gsize length;

  if (size_bytes > NK_MAILBOX_MAX_MESSAGE_BYTES) {
    g_set_error (error, NK_ERROR, NK_ERROR_STORE, "damaged: %" G_GSIZE_FORMAT " bytes are more than a message has", size_bytes);
    return FALSE;
  }
  if (compressor->plain->len < size_bytes + 1)
    g_byte_array_set_size (compressor->plain, (guint)size_bytes + 1);
  if (dictionary != NULL)
    length = ZSTD_decompress_usingDDict (compressor->decompress, compressor->plain->data, size_bytes, frame.data, frame.length,
                                         dictionary->decompress);
  else
    length = ZSTD_decompressDCtx (compressor->decompress, compressor->plain->data, size_bytes, frame.data, frame.length);
  if (ZSTD_isError (length) || length != size_bytes) {
    g_set_error (error, NK_ERROR, NK_ERROR_STORE, "damaged: %s",
                 ZSTD_isError (length) ? ZSTD_getErrorName (length) : "the length is not as noted");
    return FALSE;
  }
  *ret_bytes = nk_slice ((const char *)compressor->plain->data, size_bytes);
  return TRUE;
}
