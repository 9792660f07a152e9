/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* The gate: cheap rules in a fixed order, each of which can only refuse. docs/summaries.md lists them for those who write engines. */
#include "summary/gate.h"
#include "ground/utf8.h"
#include "language/words.h"
#include "summary/gate_private.h"
#include "summary/summary_private.h"

#define MAX_CHARACTERS_JAPANESE 400 /* outside of quotes */
#define MAX_CHARACTERS 2000

#define MAX_REASON_CHARACTERS 60 /* of the text that a reason repeats */

static gboolean G_GNUC_PRINTF (2, 3) refuse (char **ret_reason, const char *format, ...)
{
  va_list arguments;

  if (ret_reason != NULL) {
    va_start (arguments, format);
    *ret_reason = g_strdup_vprintf (format, arguments);
    va_end (arguments);
  }
  return FALSE;
}

/* FALSE with `what` and the start of `text`, cut between characters. */
static gboolean
refuse_text (char **ret_reason, const char *what, const char *text)
{
  gboolean was_cut;
  g_autofree char *start = nk_summary_clip (text, MAX_REASON_CHARACTERS, &was_cut);

  return refuse (ret_reason, "%s: %s", what, start);
}

static gboolean
check_characters (const char *text, char **ret_reason)
{
  g_autofree char *clean = NULL;
  glong length;

  if (text == NULL || *text == '\0')
    return refuse (ret_reason, "the text is empty");
  if (strlen (text) > NK_SUMMARY_MAX_BYTES)
    return refuse (ret_reason, "the text is longer than %d bytes", NK_SUMMARY_MAX_BYTES);
  if (!nk_utf8_is_valid (nk_slice_text (text)))
    return refuse (ret_reason, "the text is not UTF-8");
  clean = nk_utf8_without_controls (text);
  if (!g_str_equal (clean, text) || strpbrk (text, "\n\t") != NULL)
    return refuse (ret_reason, "the text holds a control character or a line break");
  length = g_utf8_strlen (text, -1);
  if (length > MAX_CHARACTERS)
    return refuse (ret_reason, "the text has %ld characters, more than %d", length, MAX_CHARACTERS);
  return TRUE;
}

/* What a text rests on has to be in the document, or nothing that is checked against it is worth anything. */
static gboolean
check_sources (const NkGateSource *source, const NkSummary *summary, char **ret_reason)
{
  for (guint i = 0; summary->sources != NULL && i < summary->sources->len; i++) {
    const char *sentence = g_ptr_array_index (summary->sources, i);

    if (!nk_gate_source_quotes (source, nk_slice_text (sentence)))
      return refuse_text (ret_reason, "a source is not a sentence of the document", sentence);
  }
  return TRUE;
}

/* A quoted text is its sources in order, or one passage of the document. */
static gboolean
check_quoted (const NkGateSource *source, const NkSummary *summary, char **ret_reason)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  g_autofree char *clipped = NULL;
  gboolean was_cut;

  if (nk_gate_source_quotes (source, nk_slice_text (summary->text)))
    return TRUE;
  for (guint i = 0; summary->sources != NULL && i < summary->sources->len; i++) {
    if (i > 0)
      g_string_append_c (joined, ' ');
    g_string_append (joined, g_ptr_array_index (summary->sources, i));
  }
  clipped = nk_summary_clip (joined->str, NK_SUMMARY_MAX_QUOTE_CHARACTERS, &was_cut);
  if (joined->len > 0 && (g_str_equal (joined->str, summary->text) || (was_cut && g_str_equal (clipped, summary->text))))
    return TRUE;
  return refuse (ret_reason, "the text is said to be quoted, but does not stand in the document to the letter");
}

/* Length of the quoted words that start at `start`, up to `close`; G_MAXSIZE if the quote never ends or is not to the letter. A title may hold quotation marks of its
 * own, so it is tried as a whole first; *ret_is_title says that this was the title (or, without one, the name). */
static gsize
quote_length (const NkGateSource *source, const NkSummaryRequest *request, const char *start, const char *close, gboolean *ret_is_title)
{
  const char *whole = *nk_gate_source_title (source) != '\0' ? nk_gate_source_title (source) : (request->name != NULL ? request->name : "");
  gboolean was_cut;
  g_autofree char *clipped = nk_summary_clip (whole, NK_SUMMARY_MAX_QUOTE_CHARACTERS, &was_cut);
  const char *end;

  for (int i = 0; i < 2; i++) {
    const char *candidate = i == 0 ? whole : clipped;
    gsize length = strlen (candidate);

    if (length > 0 && strncmp (start, candidate, length) == 0 && g_str_has_prefix (start + length, close)) {
      *ret_is_title = TRUE;
      return length;
    }
  }
  end = strstr (start, close);
  if (end == NULL || end == start || !nk_gate_source_quotes (source, nk_slice (start, (gsize)(end - start))))
    return G_MAXSIZE;
  return (gsize)(end - start);
}

/* The text without what it quotes to the letter: that part needs no further check. NULL if a quote is false. (transfer full) */
static char *
blank_quotes (const NkGateSource *source, const NkSummaryRequest *request, const char *text, gboolean *ret_quotes_title, char **ret_reason)
{
  static const struct {
    const char *open, *close;
  } marks[] = { { "「", "」" }, { "『", "』" }, { "“", "”" } };
  g_autoptr (GString) visible = g_string_new (NULL);
  const char *p = text;

  while (*p != '\0') {
    const char *start = p, *next;
    gsize mark = G_N_ELEMENTS (marks), length;

    for (; *p != '\0'; p++) {
      for (mark = 0; mark < G_N_ELEMENTS (marks) && ((*p & 0x80) == 0 || !nk_word_starts (p, marks[mark].open));)
        mark++;
      if (mark < G_N_ELEMENTS (marks))
        break;
    }
    g_string_append_len (visible, start, p - start);
    if (*p == '\0')
      break;
    next = g_utf8_next_char (p);
    length = quote_length (source, request, next, marks[mark].close, ret_quotes_title);
    if (length == G_MAXSIZE) {
      refuse_text (ret_reason, "quoted words do not stand in title or abstract", next);
      return NULL;
    }
    g_string_append_c (visible, ' ');
    p = next + length + strlen (marks[mark].close);
  }
  return g_string_free (g_steal_pointer (&visible), FALSE);
}

static gboolean
check_markup (const char *visible, char **ret_reason)
{
  static const char *const markup[] = { "<", ">", "`", "](", "**", "://", "www.", "mailto:" };
  static const char *const starts[] = { "# ", "- ", "* ", "> " };
  g_autofree char *lower = nk_utf8_ascii_lower (visible);

  for (gsize i = 0; i < G_N_ELEMENTS (markup); i++)
    if (strstr (lower, markup[i]) != NULL)
      return refuse (ret_reason, "markup or a link: %s", markup[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (lower, starts[i]))
      return refuse (ret_reason, "markup at the start: %s", starts[i]);
  return TRUE;
}

static gboolean
is_japanese_letter (gunichar c)
{
  return (c >= 0x3041 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) || c == 0x3005;
}

/* A Japanese text holds kana and is not longer than a paragraph; an English one holds no Japanese that the document does not hold. */
static gboolean
check_language (const NkGateSource *source, const char *visible, gboolean is_japanese, char **ret_reason)
{
  guint n_kana = 0;

  for (const char *p = visible; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c >= 0x3041 && c <= 0x30ff)
      n_kana++;
    if (!is_japanese && is_japanese_letter (c) && !nk_gate_source_quotes (source, nk_slice (p, (gsize)(g_utf8_next_char (p) - p))))
      return refuse (ret_reason, "Japanese in an English text");
  }
  if (is_japanese && n_kana == 0)
    return refuse (ret_reason, "no Japanese in a Japanese text");
  if (is_japanese && g_utf8_strlen (visible, -1) > MAX_CHARACTERS_JAPANESE)
    return refuse (ret_reason, "the text has %ld characters, more than %d", g_utf8_strlen (visible, -1), MAX_CHARACTERS_JAPANESE);
  return TRUE;
}

static NkNegation
negation_of_sources (const NkGateSource *source, const NkSummary *summary)
{
  NkNegation strongest = NK_NEGATION_NONE;

  if (summary->sources == NULL || summary->sources->len == 0)
    return nk_gate_negation_english (nk_gate_source_abstract (source));
  for (guint i = 0; i < summary->sources->len; i++) {
    NkNegation negation = nk_gate_negation_english (g_ptr_array_index (summary->sources, i));

    strongest = MAX (strongest, negation);
  }
  return strongest;
}

/* What the sources deny the text must deny (any means will do), and what it denies outright must be denied there or in the title in some way. A text without sources that
 * quotes the whole title rests on the title, and has said everything that stands in it; without sources and without the title it rests on the whole abstract. */
static gboolean
check_negation (const NkGateSource *source, const NkSummary *summary, const char *visible, gboolean is_japanese, gboolean quotes_title,
                char **ret_reason)
{
  gboolean rests_on_title = quotes_title && (summary->sources == NULL || summary->sources->len == 0);
  NkNegation of_source = rests_on_title ? NK_NEGATION_NONE : negation_of_sources (source, summary);
  NkNegation of_text = is_japanese ? nk_gate_negation_japanese (visible) : nk_gate_negation_english (visible);

  /* A quote inside of a text says what it says in English. */
  if (of_source == NK_NEGATION_STRONG && of_text == NK_NEGATION_NONE && nk_gate_negation_english (summary->text) == NK_NEGATION_NONE)
    return refuse (ret_reason, "a negation of the source is lost");
  if (of_text == NK_NEGATION_STRONG && of_source == NK_NEGATION_NONE
      && nk_gate_negation_english (nk_gate_source_title (source)) == NK_NEGATION_NONE)
    return refuse (ret_reason, "the text denies something that the source does not deny");
  return TRUE;
}

struct _NkGate {
  const NkSummaryRequest *request;
  NkGateSource *source;
};

NkGate *
nk_gate_new (const NkSummaryRequest *request)
{
  NkGate *gate;

  g_return_val_if_fail (request != NULL, NULL);
  gate = g_new (NkGate, 1);
  *gate = (NkGate){ request, nk_gate_source_new (request) };
  return gate;
}

void
nk_gate_free (NkGate *gate)
{
  if (gate == NULL)
    return;
  nk_gate_source_free (gate->source);
  g_free (gate);
}

gboolean
nk_gate_admits (NkGate *gate, const NkSummary *summary, char **ret_reason)
{
  NkGateSource *source = gate->source;
  g_autofree char *visible = NULL, *plain = NULL;
  gboolean is_japanese, quotes_title = FALSE;

  g_return_val_if_fail (summary != NULL, FALSE);
  if (ret_reason != NULL)
    *ret_reason = NULL;
  if (!check_characters (summary->text, ret_reason) || !check_sources (source, summary, ret_reason))
    return FALSE;
  if (summary->is_quoted)
    return check_quoted (source, summary, ret_reason);
  visible = blank_quotes (source, gate->request, summary->text, &quotes_title, ret_reason);
  if (visible == NULL)
    return FALSE;
  is_japanese = g_strcmp0 (gate->request->language, "ja") == 0;
  plain = nk_gate_plain_form (visible);
  nk_gate_source_index (source);
  return check_markup (plain, ret_reason) && check_language (source, visible, is_japanese, ret_reason)
         && nk_gate_terms_occur (source, plain, is_japanese, ret_reason)
         && check_negation (source, summary, plain, is_japanese, quotes_title, ret_reason);
}

gboolean
nk_gate_accepts (const NkSummaryRequest *request, const NkSummary *summary, char **ret_reason)
{
  g_autoptr (NkGate) gate = NULL;

  g_return_val_if_fail (request != NULL && summary != NULL, FALSE);
  gate = nk_gate_new (request);
  return nk_gate_admits (gate, summary, ret_reason);
}
