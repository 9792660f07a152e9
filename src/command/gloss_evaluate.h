/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* command/gloss_evaluate.h - the metrics of the Japanese engine over a file of abstracts: what a program can see of its quality, and its time.
 * Floor: command. docs/language-evaluation.md says what each number means. */
#pragma once
#include "command/command.h"
#include "summary/gloss.h"

/* `path`: a JSON list of objects with title and abstract, or one object a line. */
NkExit nk_gloss_evaluate (const NkLexicon *lexicon, const char *path, gboolean as_json);

/* Two digits behind the point. */
double nk_gloss_rounded (double confidence);
