/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* What tells one message from another, and where the public archive keeps it. */
#include "mail/message.h"

#include "ground/escape.h"

#include <xxhash.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XXH3_state_t, XXH3_freeState)

static XXH3_state_t *
hash_new (void)
{
  XXH3_state_t *hash = XXH3_createState ();

  g_assert (hash != NULL);
  XXH3_64bits_reset (hash);
  return hash;
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
}

/* The runs between what is left out are hashed one after the other; the value is that of the joined text. */
guint64
nk_message_text_hash (const NkMessage *message)
{
  NkSlice text;
  gsize start = 0;
  g_autoptr (XXH3_state_t) hash = NULL;

  g_return_val_if_fail (message != NULL, 0);
  text = nk_slice_trim_end (nk_slice_text (message->text));
  hash = hash_new ();
  for (gsize at = 0; at < text.length; at++) {
    const char *line_end = memchr (text.data + at, '\n', text.length - at);
    gsize end;

    if (line_end == NULL)
      break;
    at = (gsize)(line_end - text.data);
    for (end = at; end > start && is_blank (text.data[end - 1]);)
      end--;
    if (end == at)
      continue;
    XXH3_64bits_update (hash, text.data + start, end - start);
    start = at;
  }
  XXH3_64bits_update (hash, text.data + start, text.length - start);
  return XXH3_64bits_digest (hash);
}

guint64
nk_message_raw_hash (NkSlice bytes)
{
  gsize start = 0;
  g_autoptr (XXH3_state_t) hash = NULL;

  while (bytes.length > 0 && bytes.data[bytes.length - 1] == '\n') {
    bytes.length--;
    if (bytes.length > 0 && bytes.data[bytes.length - 1] == '\r')
      bytes.length--;
  }
  if (bytes.length == 0 || memchr (bytes.data, '\r', bytes.length) == NULL)
    return XXH3_64bits (bytes.data, bytes.length);
  hash = hash_new ();
  for (gsize at = 0; at < bytes.length; at++) {
    const char *cr = memchr (bytes.data + at, '\r', bytes.length - at);

    if (cr == NULL)
      break;
    at = (gsize)(cr - bytes.data);
    if (at + 1 == bytes.length || bytes.data[at + 1] != '\n')
      continue;
    XXH3_64bits_update (hash, bytes.data + start, at - start);
    start = at + 1;
  }
  XXH3_64bits_update (hash, bytes.data + start, bytes.length - start);
  return XXH3_64bits_digest (hash);
}

static void
to_url_alphabet (char *base64)
{
  char *out = base64;

  for (const char *c = base64; *c != '\0' && *c != '='; c++)
    *out++ = *c == '+' ? '-' : *c == '/' ? '_' : *c;
  *out = '\0';
}

char *
nk_message_archive_url (const char *message_id, const char *list)
{
  NkSlice id = nk_slice_trim (nk_slice_text (message_id));
  g_autoptr (GChecksum) sha1 = g_checksum_new (G_CHECKSUM_SHA1);
  g_autoptr (GString) url = g_string_new ("https://mailarchive.ietf.org/arch/msg/");
  g_autofree char *base64 = NULL;
  guint8 digest[20];
  gsize length = sizeof digest;

  g_return_val_if_fail (message_id != NULL && list != NULL, NULL);
  if (nk_slice_starts (id, NK_SLICE_LITERAL ("<")))
    id = nk_slice_from (id, 1);
  if (nk_slice_ends (id, NK_SLICE_LITERAL (">")))
    id.length--;
  g_checksum_update (sha1, (const guchar *)id.data, (gssize)id.length);
  g_checksum_update (sha1, (const guchar *)list, -1);
  g_checksum_get_digest (sha1, digest, &length);
  base64 = g_base64_encode (digest, length);
  to_url_alphabet (base64);
  nk_escape_url_component (url, list);
  g_string_append_printf (url, "/%s", base64);
  return g_string_free (g_steal_pointer (&url), FALSE);
}
