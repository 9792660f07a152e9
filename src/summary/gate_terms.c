/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Every number and name of a text has to occur in its document: an engine may leave things out, but not bring any in. */
#include "summary/gate_private.h"

#define MAX_TOKENS 2000  /* of one text */
#define MAX_NAME_WORDS 9 /* of one name, on each side of the word in question */

typedef struct {
  NkSlice text;
  gboolean after_rfc;     /* the word before it is RFC or RFCs */
  gboolean is_first;      /* starts the text or a sentence */
  gboolean between_names; /* a capitalised word stands right before and right after it, parted by one blank */
} Token;

static gboolean
has_upper (NkSlice token)
{
  for (gsize i = 0; i < token.length; i++)
    if (g_ascii_isupper (token.data[i]) || (token.data[i] & 0x80) != 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_digit (NkSlice token)
{
  for (gsize i = 0; i < token.length; i++)
    if (g_ascii_isdigit (token.data[i]))
      return TRUE;
  return FALSE;
}

/* TRUE if nothing but digits, full stops and commas is in it. */
static gboolean
is_number (NkSlice token)
{
  for (gsize i = 0; i < token.length; i++)
    if (!g_ascii_isdigit (token.data[i]) && token.data[i] != '.' && token.data[i] != ',')
      return FALSE;
  return token.length > 0;
}

/* The end of the token that starts at `start`: name characters with `-`, `.`, `_` and `'` between them. A number is cut off at the hyphen behind it (256-bit), a number with
 * a comma inside is one token. */
static gsize
token_end (const char *text, gsize start, gsize length)
{
  gsize end = start;

  while (end < length) {
    if (nk_gate_is_name_at (text, end, length)) {
      end = (gsize)(g_utf8_next_char (text + end) - text);
    } else if (strchr ("-._'", text[end]) != NULL && end > start && nk_gate_is_name_at (text, end + 1, length)) {
      if (text[end] == '-' && is_number (nk_slice (text + start, end - start)))
        break;
      end++;
    } else if (nk_gate_groups_thousands (text + end) && is_number (nk_slice (text + start, end - start))) {
      end++;
    } else {
      break;
    }
  }
  return end;
}

static gboolean G_GNUC_PRINTF (3, 4) refuse (char **ret_reason, gboolean accepted, const char *format, ...)
{
  va_list arguments;

  if (!accepted && ret_reason != NULL) {
    va_start (arguments, format);
    *ret_reason = g_strdup_vprintf (format, arguments);
    va_end (arguments);
  }
  return accepted;
}

/* One byte of a word of a name that is written out: no blank, no bracket, no sign that parts names. */
static gboolean
is_name_byte (char c)
{
  return g_ascii_isgraph (c) && strchr ("(),;:\"", c) == NULL;
}

/* The starts of the words before `start` and the ends of the words behind `end`, parted by one blank each; the nearest first. Returns how many. */
static guint
words_before (const char *text, gsize start, gsize *starts)
{
  guint n = 0;

  while (n < MAX_NAME_WORDS && start >= 2 && text[start - 1] == ' ' && is_name_byte (text[start - 2])) {
    start--;
    while (start > 0 && is_name_byte (text[start - 1]))
      start--;
    starts[n++] = start;
  }
  return n;
}

static guint
words_behind (const char *text, gsize end, gsize *ends)
{
  guint n = 0;

  ends[n++] = end;
  while (n < MAX_NAME_WORDS && text[end] == ' ' && is_name_byte (text[end + 1])) {
    end++;
    while (is_name_byte (text[end]))
      end++;
    ends[n++] = end;
  }
  return n;
}

/* TRUE if the lower-case word is part of a name for which the document gives an abbreviation: `to` in `Push to talk over Cellular`. The name starts with a capital. */
static gboolean
is_in_abbreviated_name (NkGateSource *source, const char *text, const Token *token)
{
  gsize starts[MAX_NAME_WORDS], ends[MAX_NAME_WORDS], start = (gsize)(token->text.data - text);
  guint n_starts = words_before (text, start, starts), n_ends = words_behind (text, start + token->text.length, ends);

  for (guint i = 0; i < n_starts; i++) {
    for (guint k = 0; k < n_ends && g_ascii_isupper (text[starts[i]]); k++) {
      g_autofree char *name = g_strndup (text + starts[i], ends[k] - starts[i]);

      if (nk_gate_source_abbreviates (source, name))
        return TRUE;
    }
  }
  return FALSE;
}

/* `text/csv`, as it stands in the document. */
static gboolean
is_in_media_type (const NkGateSource *source, const char *text, const Token *token)
{
  static const char *const types[]
      = { "application/", "audio/", "font/", "haptics/", "image/", "message/", "model/", "text/", "multipart/", "video/" };
  const char *start = token->text.data, *end = start + token->text.length;
  gsize length;

  while (start > text && (g_ascii_isalnum (start[-1]) || strchr ("/-+.", start[-1]) != NULL))
    start--;
  while (g_ascii_isalnum (*end) || (*end != '\0' && strchr ("/-+.", *end) != NULL))
    end++;
  length = (gsize)(end - start);
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (length > strlen (types[i]) && g_str_has_prefix (start, types[i]))
      return nk_gate_source_quotes (source, nk_slice (start, length));
  return FALSE;
}

/* A word of lower-case letters in a Japanese text: a unit behind a number, an identifier of the document (client_id, x509), a connecting word inside a name of the
 * document (Internet of Things), a word of a name that the document abbreviates, or English that has leaked. */
static gboolean
lower_case_is_fine (NkGateSource *source, const char *text, const Token *token, const char *word)
{
  static const char *const units[] = { "ms", "s", "ns", "bps", "kbps", "km", "m", "nm", "bit", "byte" };
  const char *before = token->text.data;

  if (token->text.length == 1)
    return *word != 'a';
  if (before > text && before[-1] == ' ')
    before--;
  if (before > text && g_ascii_isdigit (before[-1]))
    for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
      if (g_str_equal (word, units[i]))
        return TRUE;
  if (has_digit (token->text) || strpbrk (word, "._") != NULL)
    return nk_gate_source_has_term (source, word);
  return token->between_names || is_in_abbreviated_name (source, text, token) || nk_gate_source_has_small_name (source, word)
         || is_in_media_type (source, text, token);
}

static gboolean
token_occurs (NkGateSource *source, const char *text, const Token *token, gboolean is_japanese, char **ret_reason)
{
  g_autofree char *word = nk_slice_dup (token->text);
  g_autofree char *lower = g_ascii_strdown (word, -1);
  NkSlice digits;
  guint64 rfc = 0;

  if (g_str_has_prefix (lower, "draft-") && strrchr (lower, '-') > lower + strlen ("draft"))
    return refuse (ret_reason, nk_gate_source_has_draft (source, lower), "a draft name that is not in title or abstract: %s", word);
  digits = nk_slice_text (g_str_has_prefix (lower, "rfc") ? lower + (lower[3] == '-' ? 4 : 3) : (token->after_rfc ? lower : ""));
  if (nk_slice_to_uint (digits, 99999, &rfc))
    return refuse (ret_reason, nk_gate_source_has_rfc (source, (guint)rfc), "an RFC that is not in title or abstract: RFC %u", (guint)rfc);
  if (is_number (token->text))
    return refuse (ret_reason, nk_gate_source_has_number (source, word), "a number that is not in title or abstract: %s", word);
  if (has_upper (token->text)) {
    /* An ordinary English word has a capital where a sentence starts. */
    gboolean is_ordinary = !is_japanese && token->is_first && !has_digit (token->text) && !has_upper (nk_slice_from (token->text, 1));

    /* HTTP, where the document writes http */
    return refuse (ret_reason, is_ordinary || nk_gate_source_has_term (source, word) || nk_gate_source_has_small_name (source, lower),
                   "a name that is not in title or abstract: %s", word);
  }
  if (is_japanese)
    return refuse (ret_reason, lower_case_is_fine (source, text, token, word), "English in a Japanese text: %s", word);
  return refuse (ret_reason, !has_digit (token->text) || nk_gate_source_has_term (source, word),
                 "a name that is not in title or abstract: %s", word);
}

/* Whether the token is `of` in `Internet of Things`, and that name stands in the document. */
static gboolean
is_between_names (const NkGateSource *source, const char *text, NkSlice before, NkSlice token, gsize length)
{
  static const char *const connecting[] = { "of", "for", "the", "to", "in", "on", "over", "and", "by", "with", "at" };
  gsize end = (gsize)(token.data + token.length - text), after;
  g_autofree char *name = NULL;
  gboolean connects = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (connecting) && !connects; i++)
    connects = nk_slice_equal (token, nk_slice_text (connecting[i]));
  if (!connects || before.length == 0 || token.data[-1] != ' ' || !has_upper (before))
    return FALSE;
  /* `Lamp Format (LF) for Things` */
  if (before.data + before.length + 1 != token.data && (before.data + before.length + 2 != token.data || token.data[-2] != ')'))
    return FALSE;
  if (end + 1 >= length || text[end] != ' ' || !g_ascii_isupper (text[end + 1]))
    return FALSE;
  after = token_end (text, end + 1, length);
  name = nk_slice_dup (nk_slice (before.data, (gsize)(text + after - before.data)));
  return nk_gate_source_has_term (source, name);
}

/* Whether a sentence starts at `at`: nothing but blanks and brackets lies between it and a full stop or the start. */
static gboolean
starts_sentence (const char *text, gsize at)
{
  while (at > 0 && strchr (" ([\"'", text[at - 1]) != NULL)
    at--;
  return at == 0 || strchr (".!?:", text[at - 1]) != NULL;
}

gboolean
nk_gate_terms_occur (NkGateSource *source, const char *visible, gboolean is_japanese, char **ret_reason)
{
  gsize length = strlen (visible), at = 0, n_tokens = 0;
  NkSlice before = NK_SLICE_EMPTY;

  while (at < length) {
    Token token = { NK_SLICE_EMPTY, FALSE, FALSE, FALSE };
    gsize end;

    if (!nk_gate_is_name_at (visible, at, length)) {
      at = (gsize)(g_utf8_next_char (visible + at) - visible);
      continue;
    }
    if (++n_tokens > MAX_TOKENS)
      return refuse (ret_reason, FALSE, "more than %d words", MAX_TOKENS);
    end = token_end (visible, at, length);
    token.text = nk_slice (visible + at, end - at);
    token.is_first = starts_sentence (visible, at);
    token.after_rfc = (nk_slice_equal_fold (before, NK_SLICE_LITERAL ("RFC")) || nk_slice_equal_fold (before, NK_SLICE_LITERAL ("RFCs")))
                      && before.data + before.length + 1 == token.text.data && visible[at - 1] == ' ';
    token.between_names = is_between_names (source, visible, before, token.text, length);
    /* `RFC` before its number is part of it. */
    if (!(nk_slice_equal_fold (token.text, NK_SLICE_LITERAL ("RFC")) && end + 1 < length && visible[end] == ' '
          && g_ascii_isdigit (visible[end + 1]))
        && !token_occurs (source, visible, &token, is_japanese, ret_reason))
      return FALSE;
    before = token.text;
    at = end;
  }
  return TRUE;
}
