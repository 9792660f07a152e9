/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/compress.h"
#include "support.h"

static GBytes *
train (void)
{
  g_autoptr (GByteArray) samples = g_byte_array_new ();
  gsize sizes[NK_DICTIONARY_SAMPLES];
  guint i;

  for (i = 0; i < NK_DICTIONARY_SAMPLES; i++) {
    g_autoptr (GString) mail = support_mbox (i, 1);

    g_byte_array_append (samples, (const guint8 *)mail->str, (guint)mail->len);
    sizes[i] = mail->len;
  }
  return nk_dictionary_train ((const char *)samples->data, sizes, NK_DICTIONARY_SAMPLES);
}

static void
check_round (NkCompressor *compressor, const NkDictionary *dictionary, NkSlice bytes)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  GError *error = NULL;
  NkSlice back;
  gsize length;

  g_byte_array_append (out, (const guint8 *)"before", 6);
  length = nk_compressor_compress (compressor, dictionary, bytes, out);
  g_assert_cmpuint (out->len, ==, 6 + length);
  g_assert_true (nk_compressor_decompress (compressor, dictionary, nk_slice ((char *)out->data + 6, length), bytes.length, &back, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (back.data, back.length, bytes.data, bytes.length);
}

static void
test_round (void)
{
  g_autoptr (NkCompressor) compressor = nk_compressor_new ();
  g_autoptr (GBytes) trained = train ();
  GError *error = NULL;
  g_autoptr (NkDictionary) dictionary = nk_dictionary_new (1, trained, &error);
  g_autoptr (GString) mail = support_mbox (5, 1);
  g_autofree char *zeros = g_malloc0 (1000000);

  g_assert_no_error (error);
  check_round (compressor, NULL, nk_slice (mail->str, mail->len));
  check_round (compressor, dictionary, nk_slice (mail->str, mail->len));
  check_round (compressor, NULL, nk_slice (zeros, 1000000));
  check_round (compressor, dictionary, NK_SLICE_EMPTY);
}

static void
test_smaller (void)
{
  g_autoptr (NkCompressor) compressor = nk_compressor_new ();
  g_autoptr (GBytes) trained = train ();
  g_autoptr (NkDictionary) dictionary = nk_dictionary_new (1, trained, NULL);
  g_autoptr (GString) mail = support_mbox (999, 1);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  gsize plain = nk_compressor_compress (compressor, NULL, nk_slice (mail->str, mail->len), out);
  gsize with = nk_compressor_compress (compressor, dictionary, nk_slice (mail->str, mail->len), out);

  g_assert_cmpuint (with * 2, <, plain);
}

static void
test_same (void)
{
  g_autoptr (GBytes) a = train ();
  g_autoptr (GBytes) b = train ();

  g_assert_true (g_bytes_equal (a, b));
  g_assert_cmpuint (g_bytes_get_size (a), <=, NK_DICTIONARY_BYTES);
}

static void
test_few (void)
{
  const gsize sizes[] = { 1, 1, 1 };

  g_assert_null (nk_dictionary_train ("abc", sizes, 3));
}

static void
test_damaged (void)
{
  g_autoptr (NkCompressor) compressor = nk_compressor_new ();
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autoptr (GString) mail = support_mbox (1, 1);
  g_autoptr (GError) error = NULL;
  NkSlice back, frame;

  nk_compressor_compress (compressor, NULL, nk_slice (mail->str, mail->len), out);
  frame = nk_slice ((char *)out->data, out->len);
  g_assert_false (nk_compressor_decompress (compressor, NULL, frame, mail->len - 1, &back, &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_STORE);
  g_clear_error (&error);
  g_assert_false (nk_compressor_decompress (compressor, NULL, frame, mail->len + 1, &back, &error));
  g_clear_error (&error);
  g_assert_false (nk_compressor_decompress (compressor, NULL, nk_slice_first (frame, 20), mail->len, &back, &error));
  g_clear_error (&error);
  g_assert_false (nk_compressor_decompress (compressor, NULL, frame, G_MAXSIZE / 2, &back, &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_STORE);
}

static void
test_no_dictionary (void)
{
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr (GError) error = NULL;

  g_assert_null (nk_dictionary_new (1, nothing, &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_STORE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compress/what_goes_in_comes_out", test_round);
  g_test_add_func ("/compress/a_dictionary_more_than_halves_a_short_mail", test_smaller);
  g_test_add_func ("/compress/the_same_samples_give_the_same_dictionary", test_same);
  g_test_add_func ("/compress/too_few_samples_give_no_dictionary", test_few);
  g_test_add_func ("/compress/a_damaged_frame_is_told", test_damaged);
  g_test_add_func ("/compress/no_bytes_are_no_dictionary", test_no_dictionary);
  return g_test_run ();
}
