/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* RFC 2047 §2 encoded words, §4.1 B, §4.2 Q, §6.2 the blanks between two of them. */
#include "mail/encoded_word.h"
#include "ground/utf8.h"
#include "mail/text.h"
#include "mail/transfer.h"

#define MAX_WORD_BYTES 512 /* RFC 2047 says 75; mailers say more */

typedef struct {
  NkSlice charset;
  char encoding; /* b or q */
  NkSlice text;
} Word;

/* The encoded word that `token` is from end to end. */
static gboolean
split_word (NkSlice token, Word *ret_word)
{
  NkSlice inner, rest;
  gssize charset_end;

  if (token.length < 8 || token.length > MAX_WORD_BYTES || !nk_slice_starts (token, NK_SLICE_LITERAL ("=?"))
      || !nk_slice_ends (token, NK_SLICE_LITERAL ("?=")))
    return FALSE;
  inner = nk_slice (token.data + 2, token.length - 4);
  charset_end = nk_slice_find_char (inner, '?');
  if (charset_end <= 0)
    return FALSE;
  rest = nk_slice_from (inner, (gsize)charset_end + 1);
  if (rest.length < 3 || rest.data[1] != '?')
    return FALSE;
  *ret_word = (Word){ nk_slice_first (inner, (gsize)charset_end), g_ascii_tolower (rest.data[0]), nk_slice_from (rest, 2) };
  return (ret_word->encoding == 'b' || ret_word->encoding == 'q') && nk_slice_find_char (ret_word->text, '?') < 0;
}

static gboolean
decode_q (NkSlice text, char *out, gsize *ret_length)
{
  gsize n = 0;

  for (gsize i = 0; i < text.length; i++) {
    char c = text.data[i];

    if (c == '=') {
      int high = i + 2 < text.length ? g_ascii_xdigit_value (text.data[i + 1]) : -1;
      int low = high >= 0 ? g_ascii_xdigit_value (text.data[i + 2]) : -1;

      if (low < 0)
        return FALSE;
      c = (char)(high << 4 | low);
      i += 2;
    } else if (c == '_') {
      c = ' ';
    }
    out[n++] = c;
  }
  *ret_length = n;
  return TRUE;
}

static gboolean
append_word (GString *out, const Word *word)
{
  char buffer[MAX_WORD_BYTES];
  gsize length;
  NkSlice bytes;
  guint repairs = 0;
  g_autofree char *text = NULL;

  if (word->encoding == 'q' ? !decode_q (word->text, buffer, &length)
                            : !nk_transfer_decode (NK_TRANSFER_BASE64, word->text, buffer, &length))
    return FALSE;
  bytes = nk_slice (buffer, length);
  if (nk_charset_from_name (word->charset) == NK_CHARSET_OTHER || nk_slice_find_char (bytes, '\0') >= 0)
    return FALSE;
  text = nk_text_from_bytes (bytes, word->charset, nk_text_convert_latin, &repairs);
  if (repairs != 0)
    return FALSE;
  g_string_append (out, text);
  return TRUE;
}

static gsize
token_length (NkSlice rest)
{
  gsize n = 0;

  while (n < rest.length && rest.data[n] != ' ' && rest.data[n] != '\t')
    n++;
  return n;
}

/* Most fields have no `=` at all: cheaper than a search for the pair. */
static gboolean
may_hold_word (NkSlice text)
{
  return nk_slice_find_char (text, '=') >= 0 && nk_slice_find (text, NK_SLICE_LITERAL ("=?")) >= 0;
}

char *
nk_encoded_word_decode (NkSlice value)
{
  g_autoptr (GString) out = NULL;
  NkSlice rest = value;
  gboolean after_word = FALSE;

  if (!may_hold_word (value))
    return nk_slice_dup (value);
  out = g_string_sized_new (value.length);
  while (rest.length > 0) {
    gsize blanks = 0;
    NkSlice token;
    Word word;

    while (blanks < rest.length && (rest.data[blanks] == ' ' || rest.data[blanks] == '\t'))
      blanks++;
    token = nk_slice_first (nk_slice_from (rest, blanks), token_length (nk_slice_from (rest, blanks)));
    if (split_word (token, &word)) {
      if (!after_word)
        g_string_append_len (out, rest.data, (gssize)blanks);
      if (!append_word (out, &word))
        return NULL;
      after_word = TRUE;
    } else {
      if (may_hold_word (token))
        return NULL;
      g_string_append_len (out, rest.data, (gssize)(blanks + token.length));
      after_word = FALSE;
    }
    rest = nk_slice_from (rest, blanks + token.length);
  }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
