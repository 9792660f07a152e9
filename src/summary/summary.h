/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* summary/summary.h - the engine contract: a document goes in, a text that can be trusted comes out, or the next plainer one.
 * Floor: summary (may include: summary, store, announce, language, mail, ground). Engines are rows of a table; the gate stands behind every one of them. */
#pragma once
#include "announce/announcement.h"
#include "language/arena.h"
#include "language/lexicon.h"

#define NK_SUMMARY_MAX_BYTES 8192 /* of a text; the gate counts characters too */

typedef struct {
  const char *language; /* ja or en: of the reader */
  const char *name;     /* draft name or rfcNNNN */
  const char *title;
  const char *abstract;
  NkStanding standing;
  const NkLexicon *lexicon; /* (nullable): without, no engine translates */
  NkArena *arena;           /* (nullable): memory for the work, which one thread uses for one document after the other */
} NkSummaryRequest;

typedef struct {
  char *text;
  const char *engine; /* static name: gloss, plain, title, ... */
  double confidence;  /* 0..1: how sure the engine is that the text tells what the document is */
  GPtrArray *sources; /* char *: sentences of the abstract that the text rests on, verbatim (white space folded) */
  gboolean is_quoted; /* the text is the document's own English */
  const char *
      level; /* (nullable) static: full, shortened, title or quoted, how much of its sources an engine that translates has said in Japanese */
} NkSummary;
void nk_summary_free (NkSummary *summary);

typedef struct {
  const char *name;
  /* NULL if the engine has nothing to say for this document (that is no error). Pure: same request, same answer. */
  NkSummary *(*summarise) (const NkSummaryRequest *request);
} NkSummaryEngine;

/* Tries the engines in the order of their table, sends each text through the gate, and returns the first that passes. The last one, `title`, always does:
 * never filler, never nothing. (transfer full) */
NkSummary *nk_summary_make (const NkSummaryRequest *request);

/* The engines of the table, NULL past the end. */
const NkSummaryEngine *nk_summary_engine (guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkSummary, nk_summary_free)
