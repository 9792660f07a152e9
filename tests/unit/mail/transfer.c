/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "mail/transfer.h"

static const struct {
  const char *name;
  NkTransfer transfer;
  const char *encoded, *bytes; /* bytes NULL: not well-formed */
} cases[] = {
  { "plain_stays", NK_TRANSFER_PLAIN, "a=3D\n", "a=3D\n" },
  { "quoted_printable_decodes_hex_and_soft_breaks", NK_TRANSFER_QUOTED_PRINTABLE, "a=3Db=\nc=C3=a9 \n", "a=bc\xC3\xA9 \n" },
  { "quoted_printable_with_other_signs_is_broken", NK_TRANSFER_QUOTED_PRINTABLE, "a=XYb", NULL },
  { "quoted_printable_that_ends_in_a_mark_is_broken", NK_TRANSFER_QUOTED_PRINTABLE, "a=", NULL },
  { "quoted_printable_that_ends_in_half_a_byte_is_broken", NK_TRANSFER_QUOTED_PRINTABLE, "a=4", NULL },
  { "base64_decodes_lines", NK_TRANSFER_BASE64, "QUJD\nREVG\n", "ABCDEF" },
  { "base64_decodes_one_byte_of_padding", NK_TRANSFER_BASE64, "QUI=\n\n", "AB" },
  { "base64_decodes_two_bytes_of_padding", NK_TRANSFER_BASE64, "QQ==", "A" },
  { "base64_with_text_behind_it_is_broken", NK_TRANSFER_BASE64, "QQ==\n____\n", NULL },
  { "base64_with_a_foreign_sign_is_broken", NK_TRANSFER_BASE64, "QU!D", NULL },
  { "base64_that_is_cut_is_broken", NK_TRANSFER_BASE64, "QUJDQ", NULL },
  { "base64_with_three_signs_of_padding_is_broken", NK_TRANSFER_BASE64, "QUJDQ===", NULL },
  { "base64_of_nothing_is_nothing", NK_TRANSFER_BASE64, "", "" },
  { "an_unknown_encoding_is_never_well_formed", NK_TRANSFER_UNKNOWN, "a", NULL },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  NkSlice encoded = nk_slice_text (cases[i].encoded);
  g_autofree char *out = g_malloc (encoded.length + 1);
  gsize length = 0;

  g_assert_cmpint (nk_transfer_decode (cases[i].transfer, encoded, out, &length), ==, cases[i].bytes != NULL);
  if (cases[i].bytes != NULL)
    g_assert_cmpmem (out, length, cases[i].bytes, strlen (cases[i].bytes));
}

static void
test_names (void)
{
  g_assert_cmpint (nk_transfer_from_text (NK_SLICE_LITERAL (" base64 ")), ==, NK_TRANSFER_BASE64);
  g_assert_cmpint (nk_transfer_from_text (NK_SLICE_LITERAL ("Quoted-Printable;")), ==, NK_TRANSFER_QUOTED_PRINTABLE);
  g_assert_cmpint (nk_transfer_from_text (NK_SLICE_LITERAL ("BASE64 (as the RFC has it)")), ==, NK_TRANSFER_BASE64);
  g_assert_cmpint (nk_transfer_from_text (NK_SLICE_LITERAL ("base64(x)")), ==, NK_TRANSFER_BASE64);
  g_assert_cmpint (nk_transfer_from_text (NK_SLICE_LITERAL ("base64; charset=utf-8")), ==, NK_TRANSFER_BASE64);
  g_assert_cmpint (nk_transfer_from_text (NK_SLICE_LITERAL ("base640")), ==, NK_TRANSFER_UNKNOWN);
  g_assert_cmpint (nk_transfer_from_text (NK_SLICE_LITERAL ("8BIT")), ==, NK_TRANSFER_PLAIN);
  g_assert_cmpint (nk_transfer_from_text (NK_SLICE_EMPTY), ==, NK_TRANSFER_PLAIN);
  g_assert_cmpint (nk_transfer_from_text (NK_SLICE_LITERAL ("x-own")), ==, NK_TRANSFER_UNKNOWN);
}

static void
test_sound_length (void)
{
  g_assert_cmpuint (nk_transfer_base64_sound_length (NK_SLICE_LITERAL ("QUJD\n QQ==\n____")), ==, 10);
  g_assert_cmpuint (nk_transfer_base64_sound_length (NK_SLICE_LITERAL ("QUJD!QUJD")), ==, 4);
  g_assert_cmpuint (nk_transfer_base64_sound_length (NK_SLICE_LITERAL ("QUJD\n")), ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/transfer/", cases[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
  }
  g_test_add_func ("/transfer/names_are_read_without_what_stands_around_them", test_names);
  g_test_add_func ("/transfer/base64_can_be_trusted_up_to_its_end_or_fault", test_sound_length);
  return g_test_run ();
}
