/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/word_diff.h - what a text became, word by word.
 * Floor: serve. Pure: the same two texts give the same pieces. */
#pragma once
#include <glib.h>

/* Longer texts, and texts with more changes, are given as one piece that went and one that came: time and memory stay bounded. */
#define NK_WORD_DIFF_MAX_WORDS 8000
#define NK_WORD_DIFF_MAX_CHANGES 1000

typedef enum { NK_PIECE_SAME, NK_PIECE_GONE, NK_PIECE_NEW } NkPieceKind;
typedef struct {
  NkPieceKind kind;
  char *text; /* words with a blank between two of them */
} NkPiece;

/* NkPiece *, in order, a gone one before the new one in its place; no two of one kind in a row. (transfer full) */
GPtrArray *nk_word_diff (const char *before, const char *after);
