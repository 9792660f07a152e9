/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* A title and an abstract from anybody on their way into Japanese. The first byte holds options (the standing of the document, whether the explanation is written too), the
 * first line behind it is the title, the rest the abstract. Promises: the text is never empty, one line of clean UTF-8 within its bounds, and so is each of its sentences;
 * the same input gives the same bytes, with an explanation or without; what is not quoted passes the gate. */
#include "fuzz.h"

#include "ground/share.h"
#include "ground/utf8.h"
#include "summary/gate.h"
#include "summary/gloss.h"

#define MAX_TEXT_BYTES 8192u /* NK_SUMMARY_MAX_BYTES: what a summary may have at most */

static gpointer
load_lexicon (gpointer data)
{
  g_autofree char *folder = nk_share_path ("language", NULL);
  NkLexicon *lexicon = folder == NULL ? NULL : nk_lexicon_load (folder, NULL);

  g_assert_nonnull (lexicon);
  return lexicon;
}

static void
check_gate (const NkSummaryRequest *request, const NkGloss *gloss)
{
  for (guint i = 0; i < gloss->sentences->len; i++) {
    const NkGlossSentence *sentence = g_ptr_array_index (gloss->sentences, i);
    g_autoptr (GPtrArray) sources = g_ptr_array_new ();
    NkSummary summary = { .text = sentence->japanese, .engine = "gloss", .confidence = 1, .sources = sources };
    g_autofree char *reason = NULL;

    nk_fuzz_check_clean (sentence->japanese, FALSE, MAX_TEXT_BYTES);
    nk_fuzz_check_clean (sentence->source, FALSE, G_MAXSIZE);
    g_ptr_array_add (sources, sentence->source);
    g_assert_true (sentence->is_quoted || nk_gate_accepts (request, &summary, &reason));
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static GOnce loading = G_ONCE_INIT;
  const NkLexicon *lexicon = g_once (&loading, load_lexicon, NULL);
  NkSlice input = nk_slice ((const char *)data, size), line = NK_SLICE_EMPTY;
  guint options = nk_fuzz_options (&input);
  gboolean has_title = nk_slice_next_line (&input, &line);
  g_autofree char *title = has_title ? nk_utf8_repair (line) : g_strdup (""), *abstract = nk_utf8_repair (input);
  NkSummaryRequest request = { "ja", (options & 1) != 0 ? "draft-moss-lamp" : "rfc9999", title, abstract, (NkStanding)(options >> 1 & 3) };
  g_autoptr (GString) explanation = g_string_new (NULL);
  g_autoptr (NkGloss) gloss = nk_gloss_make (lexicon, &request, NULL), again = nk_gloss_make (lexicon, &request, explanation);

  g_assert_cmpuint (strlen (gloss->text), >, 0);
  nk_fuzz_check_clean (gloss->text, FALSE, MAX_TEXT_BYTES);
  nk_fuzz_check_utf8 (explanation->str);
  g_assert_cmpstr (gloss->text, ==, again->text);
  g_assert_cmpuint (gloss->sentences->len, >, 0);
  g_assert_true (gloss->confidence >= 0 && gloss->confidence <= 1);
  check_gate (&request, gloss);
  return 0;
}
