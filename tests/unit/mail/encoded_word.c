/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "mail/encoded_word.h"

static const struct {
  const char *name, *value, *text; /* text NULL: declined */
} cases[] = {
  { "text_without_words_stays", "I-D Action: x=1?", "I-D Action: x=1?" },
  { "q_decodes_underscores_and_hex", "=?utf-8?q?J=C3=B6rg_X?= <j@b>", "J\xC3\xB6rg X <j@b>" },
  { "b_decodes", "a =?UTF-8?B?8J+Ukw==?= b", "a \xF0\x9F\x94\x93 b" },
  { "latin_1_decodes", "=?ISO-8859-1?Q?J=F6rg?=", "J\xC3\xB6rg" },
  { "windows_1252_decodes", "=?windows-1252?Q?=93x=94?=", "\xE2\x80\x9Cx\xE2\x80\x9D" },
  { "the_blank_between_two_words_goes", "=?utf-8?q?a?= =?utf-8?q?b?=", "ab" },
  { "the_blank_beside_text_stays", "a =?utf-8?q?b?= c", "a b c" },
  { "an_empty_value_is_empty", "", "" },
  { "a_word_inside_quotes_is_declined", "\"=?utf-8?q?a?=\" <a@b>", NULL },
  { "a_word_glued_to_text_is_declined", "x=?utf-8?q?a?=", NULL },
  { "a_character_split_over_words_is_declined", "=?utf-8?q?=C3?= =?utf-8?q?=B6?=", NULL },
  { "an_unknown_charset_is_declined", "=?gb2312?b?1tA=?=", NULL },
  { "an_unknown_encoding_is_declined", "=?utf-8?x?a?=", NULL },
  { "bad_hex_is_declined", "=?utf-8?q?=ZZ?=", NULL },
  { "bad_base64_is_declined", "=?utf-8?b?!!!!?=", NULL },
  { "an_open_word_is_declined", "=?utf-8?q?a", NULL },
  { "a_nul_inside_is_declined", "=?utf-8?q?a=00b?=", NULL },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *text = nk_encoded_word_decode (nk_slice_text (cases[i].value));

  g_assert_cmpstr (text, ==, cases[i].text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/encoded_word/", cases[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
  }
  return g_test_run ();
}
