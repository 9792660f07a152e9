/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* The mbox form (RFC 4155 Appendix A, mboxo and mboxrd): messages parted by `From ` lines.
 * A line of a body may start with `From ` too, since not every writer quoted it. So a line separates only if it ends in a date as asctime() writes it; after
 * an empty line that is enough. Where the empty line is missing, the sender must be one word and a header field must follow. */
#include "mail/mailbox_private.h"

#define MAX_ZONE_WORDS 3
#define MAX_ZONE_BYTES 8
#define SCAN_BYTES 64

static const NkSlice from_word = { "From ", 5 };

static gboolean
next_word (NkSlice *rest, NkSlice *ret_word)
{
  gsize start = 0, length = 0;

  while (start < rest->length && (rest->data[start] == ' ' || rest->data[start] == '\t'))
    start++;
  while (start + length < rest->length && rest->data[start + length] != ' ' && rest->data[start + length] != '\t')
    length++;
  if (length == 0)
    return FALSE;
  *ret_word = nk_slice (rest->data + start, length);
  *rest = nk_slice_from (*rest, start + length);
  return TRUE;
}

/* Three letters that stand in a list of such. */
static gboolean
word_is_in (NkSlice word, const char *list)
{
  if (word.length != 3)
    return FALSE;
  for (; *list != '\0'; list += 3)
    if (memcmp (word.data, list, 3) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
word_is_weekday (NkSlice word)
{
  return word_is_in (word, "MonTueWedThuFriSatSun");
}

static gboolean
word_is_number (NkSlice word, guint64 minimum, guint64 maximum)
{
  guint64 number = 0;

  return nk_slice_to_uint (word, maximum, &number) && number >= minimum;
}

/* h:mm or h:mm:ss. */
static gboolean
word_is_time (NkSlice word)
{
  gssize colon = nk_slice_find_char (word, ':');
  NkSlice rest;

  if (colon < 1 || colon > 2 || !word_is_number (nk_slice_first (word, (gsize)colon), 0, 23))
    return FALSE;
  rest = nk_slice_from (word, (gsize)colon + 1);
  if (rest.length != 2 && !(rest.length == 5 && rest.data[2] == ':' && word_is_number (nk_slice_from (rest, 3), 0, 60)))
    return FALSE;
  return word_is_number (nk_slice_first (rest, 2), 0, 59);
}

static gboolean
word_is_year (NkSlice word)
{
  return word.length == 4 && word_is_number (word, 1970, 2100);
}

/* `EDT`, `+0900`, `(PST)`. */
static gboolean
word_is_zone (NkSlice word)
{
  if (word.length > MAX_ZONE_BYTES)
    return FALSE;
  if (word.data[0] == '+' || word.data[0] == '-')
    return word_is_number (nk_slice_from (word, 1), 0, 9999);
  for (gsize i = 0; i < word.length; i++)
    if (!g_ascii_isupper (word.data[i]) && word.data[i] != '(' && word.data[i] != ')')
      return FALSE;
  return TRUE;
}

/* What may stand behind the year: zones, or UUCP's `remote from HOST`. */
static gboolean
rest_is_quiet (NkSlice rest)
{
  NkSlice word;

  for (guint zones = 0; next_word (&rest, &word); zones++) {
    if (nk_slice_equal (word, NK_SLICE_LITERAL ("remote")))
      return next_word (&rest, &word) && nk_slice_equal (word, NK_SLICE_LITERAL ("from")) && next_word (&rest, &word)
             && !next_word (&rest, &word);
    if (zones == MAX_ZONE_WORDS || !word_is_zone (word))
      return FALSE;
  }
  return TRUE;
}

/* `rest` follows a weekday: ` Mmm dd hh:mm[:ss] [zone] yyyy`. */
static gboolean
date_follows (NkSlice rest)
{
  NkSlice word;

  if (!next_word (&rest, &word) || !word_is_in (word, "JanFebMarAprMayJunJulAugSepOctNovDec"))
    return FALSE;
  if (!next_word (&rest, &word) || word.length > 2 || !word_is_number (word, 1, 31))
    return FALSE;
  if (!next_word (&rest, &word) || !word_is_time (word))
    return FALSE;
  for (guint zones = 0; next_word (&rest, &word); zones++) {
    if (word_is_year (word))
      return rest_is_quiet (rest);
    if (zones == MAX_ZONE_WORDS || !word_is_zone (word))
      return FALSE;
  }
  return FALSE;
}

/* Whether the line (without `From ` and its end) closes with a date; and if the sender before it is one word, or `user at host` as list archives write. */
static gboolean
line_has_date (NkSlice line, gboolean *ret_sender_is_plain)
{
  NkSlice word, second = NK_SLICE_EMPTY;

  for (guint words = 0; next_word (&line, &word); words++) {
    if (word_is_weekday (word) && date_follows (line)) {
      *ret_sender_is_plain = words == 1 || (words == 3 && nk_slice_equal (second, NK_SLICE_LITERAL ("at")));
      return TRUE;
    }
    if (words == 1)
      second = word;
  }
  return FALSE;
}

/* A field name and a colon (RFC 5322 §2.2), or the `>From ` of an older envelope. */
static gboolean
is_header_field (NkSlice text)
{
  gsize length = 0;

  if (nk_slice_starts (text, NK_SLICE_LITERAL (">From ")))
    return TRUE;
  while (length < text.length && text.data[length] > 32 && text.data[length] < 127 && text.data[length] != ':')
    length++;
  return length > 0 && length < text.length && text.data[length] == ':';
}

static gboolean
line_before_is_empty (const char *data, gsize line)
{
  if (line < 2)
    return TRUE;
  return data[line - 2] == '\n' || (data[line - 2] == '\r' && (line == 2 || data[line - 3] == '\n'));
}

/* data[line] is the first byte of a line that starts with `From `. */
static gboolean
line_separates (const char *data, gsize line, gsize end)
{
  NkSlice text = nk_slice (data + line, MIN (end - line, NK_MAILBOX_LOOKAHEAD_BYTES));
  NkSlice first = NK_SLICE_EMPTY;
  gboolean sender_is_plain = FALSE;

  if (!nk_slice_next_line (&text, &first) || first.length > NK_MAILBOX_MAX_ENVELOPE_BYTES)
    return FALSE;
  if (!line_has_date (nk_slice_from (first, from_word.length), &sender_is_plain))
    return FALSE;
  return line_before_is_empty (data, line) || (sender_is_plain && is_header_field (text));
}

static gboolean
mbox_recognise (NkSlice head)
{
  NkSlice first = NK_SLICE_EMPTY;

  return nk_slice_starts (head, from_word) && nk_slice_next_line (&head, &first) && first.length <= NK_MAILBOX_MAX_ENVELOPE_BYTES;
}

/* Whether some byte of data[0, SCAN_BYTES) is an F at the start of a line. Nothing but a loop of known length without branches, which compilers turn into
 * vector instructions: as fast as memchr for F where that letter is rare, and no slower where a header or base64 is full of it. */
static inline gboolean
block_has_candidate (const char *data)
{
  guint8 found = 0;

  for (gssize i = 0; i < SCAN_BYTES; i++)
    found |= (guint8)((data[i - 1] == '\n') & (data[i] == 'F'));
  return found != 0;
}

/* The first F at the start of a line in data[from, limit); `limit` if there is none. */
static gsize
find_candidate (const char *data, gsize from, gsize limit)
{
  gsize at = from;

  while (limit - at >= SCAN_BYTES && !block_has_candidate (data + at))
    at += SCAN_BYTES;
  while (at < limit && !(data[at - 1] == '\n' && data[at] == 'F'))
    at++;
  return at;
}

static gboolean
mbox_find_separator (const char *data, gsize from, gsize end, gboolean is_last, gsize *ret_offset)
{
  gsize limit = is_last ? end : (end > NK_MAILBOX_LOOKAHEAD_BYTES ? end - NK_MAILBOX_LOOKAHEAD_BYTES : 0);

  for (gsize at = from; at < limit; at++) {
    at = find_candidate (data, at, limit);
    if (at < limit && end - at >= from_word.length && memcmp (data + at, from_word.data, from_word.length) == 0
        && line_separates (data, at, end)) {
      *ret_offset = at;
      return TRUE;
    }
  }
  *ret_offset = MAX (from, limit);
  return FALSE;
}

static gsize
mbox_split (NkSlice piece, NkSlice *ret_envelope)
{
  NkSlice rest = piece;

  nk_slice_next_line (&rest, ret_envelope);
  return piece.length - rest.length;
}

/* The empty line before a separator; also taken off at the end of the file, so that the last message stays the same when another one is appended. */
static gsize
mbox_trailer (NkSlice tail)
{
  if (nk_slice_ends (tail, NK_SLICE_LITERAL ("\n\r\n")))
    return 2;
  return nk_slice_ends (tail, NK_SLICE_LITERAL ("\n\n")) ? 1 : 0;
}

const NkMailboxDriver nk_mailbox_mbox = {
  .name = "mbox",
  .form = NK_MAILBOX_MBOX,
  .quoting = NK_QUOTING_MBOX,
  .recognise = mbox_recognise,
  .find_separator = mbox_find_separator,
  .split = mbox_split,
  .trailer = mbox_trailer,
};
