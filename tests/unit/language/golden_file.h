/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* golden_file.h - the sentences of tests/golden-language/: blocks of `key: value` lines, parted by empty lines; `#` starts a comment. tests/golden-language/README.md tells
 * the keys. */
#pragma once
#include <glib.h>

typedef struct {
  char *file; /* without its folder */
  guint line; /* of `en` */
  char *rule, *title, *voice;
  char *english;
  char *tree, *japanese;     /* NULL: pending */
  GPtrArray *never, *always; /* char *: once wrong */
} GoldenCase;

/* Every case of every file, in order. (transfer full) GoldenCase *. Aborts on a line that it cannot read. */
GPtrArray *golden_cases (void);

/* Writes a file anew: the trees and the Japanese of its cases as they are now in `cases`, everything else as it stood. */
void golden_write (const char *file, const GPtrArray *cases);
