/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* GMime's decoders with what they need around them: RFC 2047 words, RFC 2045 §6 transfer encodings, charsets by iconv. */
#include "mail/message_gmime_private.h"
#include "ground/utf8.h"

#define MAX_ICONV_OUT_BYTES 4096 /* of one step of a conversion */
#define MAX_ICONV_FAULTS 1000    /* a charset in which more bytes mean nothing was not the charset */

/* Behind the first encoded word of `text` whose base64 is padded and that another word follows; NULL if there is none. GMime joins such words before it decodes
 * them and loses what follows the padding. */
static const char *
find_padded_word (const char *text)
{
  for (const char *end = strstr (text, "=?="); end != NULL; end = strstr (end + 3, "=?=")) {
    const char *next = end + 3 + strspn (end + 3, " \t");

    if (next > end + 3 && g_str_has_prefix (next, "=?"))
      return end + 3;
  }
  return NULL;
}

char *
nk_message_decode_with_gmime (NkSlice value, guint *repairs)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *text = nk_slice_dup (value);
  const char *rest, *end;

  if (!nk_utf8_is_valid (nk_slice_text (text))) {
    char *latin1 = nk_utf8_from_latin1 (value);

    *repairs |= NK_REPAIR_CHARSET;
    g_free (text);
    text = latin1;
  }
  for (rest = text; (end = find_padded_word (rest)) != NULL; rest = end + strspn (end, " \t")) {
    g_autofree char *word = g_strndup (rest, (gsize)(end - rest));
    g_autofree char *decoded = g_mime_utils_header_decode_text (NULL, word);

    g_string_append (out, decoded);
  }
  {
    g_autofree char *decoded = g_mime_utils_header_decode_text (NULL, rest);

    g_string_append (out, decoded);
  }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
nk_gmime_convert (NkSlice bytes, const char *charset, guint *repairs)
{
  iconv_t converter = g_mime_iconv_open ("UTF-8", charset);
  g_autoptr (GString) out = NULL;
  char buffer[MAX_ICONV_OUT_BYTES], *in = (char *)bytes.data;
  gsize in_left = bytes.length;
  guint n_faults = 0;

  if (converter == (iconv_t)-1)
    return NULL;
  out = g_string_sized_new (bytes.length + 16);
  while (in_left > 0 && n_faults <= MAX_ICONV_FAULTS) {
    char *to = buffer;
    gsize to_left = sizeof buffer;
    gboolean is_stuck = iconv (converter, &in, &in_left, &to, &to_left) == (gsize)-1 && to == buffer;

    g_string_append_len (out, buffer, to - buffer);
    if (is_stuck && in_left > 0) {
      *repairs |= NK_REPAIR_CHARSET;
      g_string_append (out, "\xEF\xBF\xBD");
      in++;
      in_left--;
      n_faults++;
    }
  }
  g_mime_iconv_close (converter);
  return n_faults > MAX_ICONV_FAULTS ? NULL : nk_utf8_repair (nk_slice (out->str, out->len));
}

/* Base64 without the white space that is allowed in it, decoded strictly: TRUE if all of it is sound. */
static gboolean
is_sound (NkTransfer transfer, NkSlice encoded)
{
  g_autofree char *compact = g_malloc (encoded.length + 1), *out = g_malloc (encoded.length + 1);
  gsize n = 0, length;

  for (gsize i = 0; i < encoded.length; i++) {
    if (transfer != NK_TRANSFER_BASE64 || !g_ascii_isspace (encoded.data[i]))
      compact[n++] = encoded.data[i];
  }
  return nk_transfer_decode (transfer, nk_slice (compact, n), out, &length);
}

GByteArray *
nk_gmime_decode_transfer (NkTransfer transfer, NkSlice encoded, guint *repairs)
{
  GByteArray *out = g_byte_array_new ();
  GMimeEncoding state;

  if (transfer == NK_TRANSFER_UNKNOWN)
    *repairs |= NK_REPAIR_TRANSFER;
  if (transfer == NK_TRANSFER_UNKNOWN || transfer == NK_TRANSFER_PLAIN) {
    g_byte_array_append (out, (const guint8 *)encoded.data, (guint)encoded.length);
    return out;
  }
  if (!is_sound (transfer, encoded)) {
    *repairs |= NK_REPAIR_TRANSFER;
    if (transfer == NK_TRANSFER_BASE64)
      encoded.length = nk_transfer_base64_sound_length (encoded);
  }
  g_mime_encoding_init_decode (&state,
                               transfer == NK_TRANSFER_BASE64 ? GMIME_CONTENT_ENCODING_BASE64 : GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  g_byte_array_set_size (out, (guint)g_mime_encoding_outlen (&state, encoded.length) + 4);
  g_byte_array_set_size (out, (guint)g_mime_encoding_flush (&state, encoded.data, encoded.length, (char *)out->data));
  return out;
}
