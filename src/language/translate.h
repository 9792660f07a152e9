/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* language/translate.h - one English sentence in Japanese, with how far it can be trusted; whole or shortened.
 * Floor: language. A translator is for one document, because names belong to a document. Pure: same input, same output. */
#pragma once
#include "language/generate.h"

#define NK_TRANSLATE_MAX_BYTES 2000 /* a longer sentence is not tried */

typedef struct _NkTranslator NkTranslator;

/* Lexicon and arena must outlive it. `arena` (nullable: then it has its own) is reset by whatever it translates. */
NkTranslator *nk_translator_new (const NkLexicon *lexicon, const char *title, const char *abstract, NkArena *arena);
void nk_translator_free (NkTranslator *translator);

typedef struct {
  char *japanese;    /* owned; NULL: not understood */
  double confidence; /* 0..1 */
  gboolean is_shortened;
  gboolean has_document_subject; /* `It` of the next sentence is the document */
  gboolean points_back;          /* says これ, それ, その, この of something that stands before */
} NkTranslation;
void nk_translation_clear (NkTranslation *translation);

/* No translation of the whole sentence is surer than this: what its words alone tell, without reading it. */
double nk_translator_bound (NkTranslator *translator, const char *sentence);

/* The whole sentence. `explain` (nullable) gets tokens, tree and every penalty. */
NkTranslation nk_translate_sentence (NkTranslator *translator, const char *sentence, NkManner manner, GString *explain);

/* The longest part of it before a phrase boundary that is as sure as `enough`, else the surest; nothing if that is below `threshold`. It keeps `min_names` (0..1) of the
 * names of the sentence. `is_lead`: the document is its subject, so that purposes and circumstances may go. */
NkTranslation nk_translate_shortened (NkTranslator *translator, const char *sentence, NkManner manner, gboolean is_lead, double enough,
                                      double threshold, double min_names, GString *explain);

/* A title as a noun phrase. */
NkTranslation nk_translate_title (NkTranslator *translator, const char *title, GString *explain);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NkTranslation, nk_translation_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkTranslator, nk_translator_free)
