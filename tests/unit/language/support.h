/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* What the tests of the language share: the tables of the program, and sentences on their way through the stages. */
#pragma once
#include "ground/share.h"
#include "language/parse.h"
#include "language/translate.h"

#include <string.h>

static inline NkLexicon *
load_lexicon (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = nk_share_path ("language", &error);
  NkLexicon *lexicon;

  g_assert_no_error (error);
  lexicon = nk_lexicon_load (folder, &error);
  g_assert_no_error (error);
  return lexicon;
}
