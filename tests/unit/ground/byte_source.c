/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "ground/byte_source.h"

#include "scratch.h"

#include <lzma.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

typedef GByteArray *(*Compress) (const char *text, gsize length);

static GByteArray *
compress_gzip (const char *text, gsize length)
{
  GByteArray *out = g_byte_array_new ();
  z_stream stream = { 0 };

  g_assert_cmpint (deflateInit2 (&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), ==, Z_OK);
  g_byte_array_set_size (out, (guint)deflateBound (&stream, length));
  stream.next_in = (guchar *)text;
  stream.avail_in = (uInt)length;
  stream.next_out = out->data;
  stream.avail_out = out->len;
  g_assert_cmpint (deflate (&stream, Z_FINISH), ==, Z_STREAM_END);
  g_byte_array_set_size (out, (guint)stream.total_out);
  deflateEnd (&stream);
  return out;
}

static GByteArray *
compress_xz (const char *text, gsize length)
{
  GByteArray *out = g_byte_array_new ();
  gsize used = 0;

  g_byte_array_set_size (out, (guint)lzma_stream_buffer_bound (length));
  g_assert_cmpint (lzma_easy_buffer_encode (1, LZMA_CHECK_CRC64, NULL, (const guint8 *)text, length, out->data, &used, out->len), ==,
                   LZMA_OK);
  g_byte_array_set_size (out, (guint)used);
  return out;
}

static GByteArray *
compress_zstd (const char *text, gsize length)
{
  GByteArray *out = g_byte_array_new ();
  gsize used;

  g_byte_array_set_size (out, (guint)ZSTD_compressBound (length));
  used = ZSTD_compress (out->data, out->len, text, length, 1);
  g_assert_false (ZSTD_isError (used));
  g_byte_array_set_size (out, (guint)used);
  return out;
}

static const struct {
  const char *name;
  Compress compress;
} forms[] = { { "gzip", compress_gzip }, { "xz", compress_xz }, { "zstd", compress_zstd } };

/* More than two blocks, of bytes that do not compress well. */
static char *
make_text (gsize length)
{
  char *text = g_malloc (length);
  guint32 state = 7;

  for (gsize i = 0; i < length; i++) {
    state = state * 1664525u + 1013904223u;
    text[i] = (char)(state >> 24);
  }
  return text;
}

/* Reads to the end or the fault, `step` bytes at a time. */
static GByteArray *
read_all (NkByteSource *source, gsize step, GError **error)
{
  g_autofree char *buffer = g_malloc (step);
  GByteArray *out = g_byte_array_new ();
  gssize got;

  while ((got = nk_byte_source_read (source, buffer, step, error)) > 0)
    g_byte_array_append (out, (const guint8 *)buffer, (guint)got);
  g_assert_cmpint (nk_byte_source_read (source, buffer, step, NULL), ==, got);
  return out;
}

static NkByteSource *
source_of (const GByteArray *bytes)
{
  g_autoptr (GBytes) all = g_bytes_new (bytes->data, bytes->len);

  return nk_byte_source_new_bytes (all);
}

static void
assert_reads (NkByteSource *source, gsize step, const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GByteArray) out = read_all (source, step, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (out->data, out->len, text, length);
}

static void
test_plain_file (void)
{
  static const gsize lengths[] = { 0, 1, 5, 6, 262144, 262145, 700001 };
  g_auto (Scratch) scratch = scratch_new ();

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++) {
    g_autofree char *text = make_text (lengths[i] + 1);
    g_autofree char *path = scratch_file (&scratch, "a", text, (gssize)lengths[i]);
    g_autoptr (GError) error = NULL;
    g_autoptr (NkByteSource) source = nk_byte_source_open (path, &error);

    g_assert_no_error (error);
    g_assert_false (nk_byte_source_is_compressed (source));
    g_assert_true (nk_byte_source_size_bytes (source) == lengths[i]);
    assert_reads (source, 99991, text, lengths[i]);
    g_assert_true (nk_byte_source_consumed_bytes (source) == lengths[i]);
  }
}

static void
test_memory (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("From a\n\0b", 9), none = g_bytes_new_static (NULL, 0);
  g_autoptr (NkByteSource) source = nk_byte_source_new_bytes (bytes), empty = nk_byte_source_new_bytes (none);

  assert_reads (source, 2, "From a\n\0b", 9);
  assert_reads (empty, 2, "", 0);
}

static void
test_compressed (void)
{
  const gsize length = 700001;
  g_autofree char *text = make_text (length);
  g_auto (Scratch) scratch = scratch_new ();

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autoptr (GByteArray) packed = forms[i].compress (text, length), empty = forms[i].compress ("", 0);
    g_autofree char *path = scratch_file (&scratch, forms[i].name, (const char *)packed->data, packed->len);
    g_autoptr (GError) error = NULL;
    g_autoptr (NkByteSource) source = nk_byte_source_open (path, &error), memory = source_of (packed), nothing = source_of (empty);

    g_assert_no_error (error);
    g_assert_true (nk_byte_source_is_compressed (source));
    assert_reads (source, 65536, text, length);
    g_assert_true (nk_byte_source_consumed_bytes (source) == packed->len);
    g_assert_true (nk_byte_source_size_bytes (source) == packed->len);
    assert_reads (memory, 1, text, length);
    assert_reads (nothing, 10, "", 0);
  }
}

static void
test_concatenated (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autoptr (GByteArray) packed = forms[i].compress ("one ", 4), empty = forms[i].compress ("", 0), second = forms[i].compress ("two", 3);
    g_autoptr (NkByteSource) source = NULL;

    g_byte_array_append (packed, empty->data, empty->len);
    g_byte_array_append (packed, second->data, second->len);
    source = source_of (packed);
    assert_reads (source, 1000, "one two", 7);
  }
}

static void
test_skippable_frame (void)
{
  g_autoptr (GByteArray) packed = g_byte_array_new (), frame = compress_zstd ("text", 4);
  g_autoptr (NkByteSource) source = NULL;

  g_byte_array_append (packed, (const guint8 *)"\x50\x2A\x4D\x18\x02\x00\x00\x00xy", 10);
  g_byte_array_append (packed, frame->data, frame->len);
  source = source_of (packed);
  assert_reads (source, 1000, "text", 4);
}

static void
test_truncated (void)
{
  const gsize length = 300000;
  g_autofree char *text = make_text (length);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autoptr (GByteArray) packed = forms[i].compress (text, length);
    const guint whole = packed->len;

    for (guint cut = 1; cut < whole - 8; cut = cut * 3 + 1) {
      g_autoptr (NkByteSource) source = NULL;
      g_autoptr (GByteArray) out = NULL;
      g_autoptr (GError) error = NULL;

      g_byte_array_set_size (packed, whole - cut);
      source = source_of (packed);
      out = read_all (source, 7777, &error);
      g_assert_error (error, NK_ERROR, NK_ERROR_INPUT);
      g_assert_nonnull (strstr (error->message, forms[i].name));
      g_assert_nonnull (strstr (error->message, "too early"));
      g_assert_cmpuint (out->len, <=, length);
      g_assert_cmpmem (out->data, out->len, text, out->len);
      /* What came before the cut is there, but for the block that it is in (128 KiB for zstd, more for xz). */
      if (i == 0 && cut == 1)
        g_assert_cmpuint (out->len, ==, length);
      if (i == 2)
        g_assert_cmpuint (out->len + (131072 * 2) + cut, >=, length);
    }
  }
}

static void
test_damaged (void)
{
  const gsize length = 300000;
  g_autofree char *text = make_text (length);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autoptr (GByteArray) packed = forms[i].compress (text, length), out = NULL;
    g_autoptr (NkByteSource) source = NULL;
    g_autoptr (GError) error = NULL;

    /* The end of the last block for gzip and xz; the head of the first one for zstd, behind nine bytes of frame header. */
    memset (packed->data + (i == 2 ? 9 : packed->len - 20), 0xFF, 3);
    source = source_of (packed);
    out = read_all (source, 7777, &error);
    g_assert_error (error, NK_ERROR, NK_ERROR_INPUT);
    g_assert_nonnull (strstr (error->message, "damaged"));
  }
}

static void
test_trailing (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autoptr (GByteArray) packed = forms[i].compress ("text", 4), out = NULL;
    g_autoptr (NkByteSource) source = NULL;
    g_autoptr (GError) error = NULL;

    g_byte_array_append (packed, (const guint8 *)"From nobody\n", 12);
    source = source_of (packed);
    out = read_all (source, 100, &error);
    g_assert_error (error, NK_ERROR, NK_ERROR_INPUT);
    g_assert_nonnull (strstr (error->message, "follow"));
    g_assert_cmpmem (out->data, out->len, "text", 4);
  }
}

static void
test_zero_padding (void)
{
  for (guint i = 0; i < 2; i++) {
    g_autoptr (GByteArray) packed = forms[i].compress ("text", 4);
    g_autoptr (NkByteSource) source = NULL;
    static const guint8 zeros[512] = { 0 };

    g_byte_array_append (packed, zeros, sizeof zeros);
    source = source_of (packed);
    assert_reads (source, 100, "text", 4);
  }
}

/* A frame that asks for a window of 1 GiB. */
static void
test_memory_limit (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\x28\xB5\x2F\xFD\x00\xA0\x01\x00\x00", 9);
  g_autoptr (NkByteSource) source = nk_byte_source_new_bytes (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (GByteArray) out = read_all (source, 100, &error);

  g_assert_error (error, NK_ERROR, NK_ERROR_LIMIT);
  g_assert_cmpuint (out->len, ==, 0);
}

static void
test_open_errors (void)
{
  g_auto (Scratch) scratch = scratch_new ();
  g_autofree char *missing = scratch_path (&scratch, "missing"), *forbidden = scratch_file (&scratch, "f", "x", 1);
  g_autofree char *under = g_build_filename (forbidden, "x", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (nk_byte_source_open (missing, &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, missing));
  g_clear_error (&error);
  g_assert_null (nk_byte_source_open (under, &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (nk_byte_source_open (scratch.folder, &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_INPUT);
  g_clear_error (&error);
  if (geteuid () == 0) {
    g_test_skip ("root may read everything");
    return;
  }
  g_assert_cmpint (g_chmod (forbidden, 0), ==, 0);
  g_assert_null (nk_byte_source_open (forbidden, &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_INPUT);
}

/* Bytes that drip out of a pipe one by one are looked at as one. */
static gpointer
drip (gpointer data)
{
  static const char text[] = "From a\nb";
  int fd = GPOINTER_TO_INT (data);

  for (gsize i = 0; i + 1 < sizeof text; i++) {
    g_assert_cmpint (write (fd, text + i, 1), ==, 1);
    g_usleep (1000);
  }
  close (fd);
  return NULL;
}

static void
test_standard_input (void)
{
  int ends[2], before = dup (STDIN_FILENO);
  g_autoptr (NkByteSource) source = NULL;
  g_autoptr (GError) error = NULL;
  GThread *writer;

  g_assert_cmpint (pipe (ends), ==, 0);
  g_assert_cmpint (dup2 (ends[0], STDIN_FILENO), ==, STDIN_FILENO);
  close (ends[0]);
  writer = g_thread_new ("drip", drip, GINT_TO_POINTER (ends[1]));
  source = nk_byte_source_open ("-", &error);
  g_assert_no_error (error);
  g_assert_true (nk_byte_source_size_bytes (source) == 0);
  assert_reads (source, 100, "From a\nb", 8);
  g_assert_true (nk_byte_source_consumed_bytes (source) == 8);
  g_thread_join (writer);
  if (before >= 0) {
    dup2 (before, STDIN_FILENO);
    close (before);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/byte_source/a_plain_file_comes_out_as_it_is", test_plain_file);
  g_test_add_func ("/byte_source/memory_is_a_source_too", test_memory);
  g_test_add_func ("/byte_source/compression_is_found_by_its_magic", test_compressed);
  g_test_add_func ("/byte_source/members_that_follow_each_other_are_one_stream", test_concatenated);
  g_test_add_func ("/byte_source/a_skippable_frame_may_come_first", test_skippable_frame);
  g_test_add_func ("/byte_source/a_truncated_file_gives_what_it_has_and_then_an_error", test_truncated);
  g_test_add_func ("/byte_source/damaged_data_are_an_error", test_damaged);
  g_test_add_func ("/byte_source/other_bytes_after_the_end_are_an_error", test_trailing);
  g_test_add_func ("/byte_source/zeros_after_the_end_are_padding", test_zero_padding);
  g_test_add_func ("/byte_source/a_window_beyond_the_limit_is_refused", test_memory_limit);
  g_test_add_func ("/byte_source/what_cannot_be_opened_is_named", test_open_errors);
  g_test_add_func ("/byte_source/a_pipe_that_drips_is_read_to_its_end", test_standard_input);
  return g_test_run ();
}
