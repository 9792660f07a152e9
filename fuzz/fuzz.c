/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "fuzz.h"

#include "ground/utf8.h"

guint
nk_fuzz_options (NkSlice *input)
{
  guint options = input->length > 0 ? (guchar)input->data[0] : 0;

  *input = nk_slice_from (*input, 1);
  return options;
}

void
nk_fuzz_check_utf8 (const char *text)
{
  if (text != NULL)
    g_assert_true (g_utf8_validate (text, -1, NULL));
}

void
nk_fuzz_check_clean (const char *text, gboolean has_lines, gsize limit_bytes)
{
  g_autofree char *clean = NULL;

  if (text == NULL)
    return;
  nk_fuzz_check_utf8 (text);
  g_assert_cmpuint (strlen (text), <=, limit_bytes);
  clean = nk_utf8_without_controls (text);
  g_assert_cmpstr (text, ==, clean);
  g_assert_true (has_lines || strchr (text, '\n') == NULL);
}
