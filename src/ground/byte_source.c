/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "ground/byte_source.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <lzma.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#define BLOCK_BYTES ((gsize)256 << 10)
#define XZ_MEMORY_BYTES ((guint64)256 << 20)
#define ZSTD_WINDOW_LOG 27 /* 128 MiB: what zstd(1) takes without --long=31 */
#define GZIP_WINDOW_BITS (15 + 16)
#define MAGIC_BYTES 6

typedef enum { FORM_PLAIN, FORM_GZIP, FORM_XZ, FORM_ZSTD } Form;

struct _NkByteSource {
  char *name; /* for messages */
  int fd;     /* -1 for memory */
  gboolean closes_fd;
  GBytes *bytes;
  guint64 consumed_bytes;
  guint64 size_bytes;
  guchar *block;       /* what was read from `fd` */
  const guchar *input; /* what is not yet used of it, or of `bytes` */
  gsize input_length;
  gboolean input_ended;
  Form form;
  gboolean decoder_ready;
  gboolean inside_frame; /* of gzip or zstd: the end of the file here means that something is missing */
  gboolean past_first;   /* gzip: one member at least is complete */
  gboolean ended;
  GError *fault; /* given again to whoever reads on */
  z_stream gzip;
  lzma_stream xz;
  ZSTD_DStream *zstd;
};

static const struct {
  Form form;
  gsize length;
  const char *bytes;
} magics[] = {
  { FORM_GZIP, 3, "\x1F\x8B\x08" },
  { FORM_XZ, 6,
    "\xFD"
    "7zXZ\0" },
  { FORM_ZSTD, 4, "\x28\xB5\x2F\xFD" },
};

static void
fail (NkByteSource *source, int code, const char *what)
{
  if (source->fault == NULL)
    source->fault = g_error_new (NK_ERROR, code, "%s: %s", source->name, what);
}

/* Reads from the file, past EINTR. Returns: -1 with the fault set. */
static gssize
read_file (NkByteSource *source, void *buffer, gsize capacity)
{
  for (;;) {
    gssize got = read (source->fd, buffer, capacity);

    if (got >= 0) {
      source->consumed_bytes += (guint64)got;
      source->input_ended = got == 0;
      return got;
    }
    if (errno != EINTR) {
      g_autofree char *what = g_strdup_printf ("cannot read: %s", g_strerror (errno));

      fail (source, errno == EISDIR ? NK_ERROR_INPUT : NK_ERROR_STORE, what);
      return -1;
    }
  }
}

/* Makes `input` hold something, unless there is nothing more. FALSE on a fault. */
static gboolean
fill_input (NkByteSource *source)
{
  gssize got;

  if (source->input_length > 0 || source->input_ended)
    return TRUE;
  if (source->fd < 0) {
    source->input_ended = TRUE;
    return TRUE;
  }
  got = read_file (source, source->block, BLOCK_BYTES);
  if (got < 0)
    return FALSE;
  source->input = source->block;
  source->input_length = (gsize)got;
  return TRUE;
}

static Form
form_of (const guchar *data, gsize length)
{
  /* A skippable frame of zstd (pzstd and seekable archives begin with one): 0x184D2A50 .. 5F, little endian. */
  if (length >= 4 && data[0] >= 0x50 && data[0] <= 0x5F && memcmp (data + 1, "\x2A\x4D\x18", 3) == 0)
    return FORM_ZSTD;
  for (gsize i = 0; i < G_N_ELEMENTS (magics); i++) {
    if (length >= magics[i].length && memcmp (data, magics[i].bytes, magics[i].length) == 0)
      return magics[i].form;
  }
  return FORM_PLAIN;
}

/* Looks at the first bytes without using them up. A pipe may hand them out one by one. */
static gboolean
detect_form (NkByteSource *source)
{
  gsize length = 0;

  while (length < MAGIC_BYTES) {
    gssize got = read_file (source, source->block + length, BLOCK_BYTES - length);

    if (got < 0)
      return FALSE;
    if (got == 0)
      break;
    length += (gsize)got;
  }
  source->input = source->block;
  source->input_length = length;
  source->form = form_of (source->block, length);
  return TRUE;
}

static int
code_of_open (int number)
{
  if (number == ENOENT || number == ENOTDIR)
    return NK_ERROR_NOT_FOUND;
  return number == EMFILE || number == ENFILE || number == EIO || number == ENOMEM ? NK_ERROR_STORE : NK_ERROR_INPUT;
}

NkByteSource *
nk_byte_source_open (const char *path, GError **error)
{
  g_autoptr (NkByteSource) source = NULL;
  struct stat status;
  gboolean is_stdin;

  g_return_val_if_fail (path != NULL, NULL);
  is_stdin = g_str_equal (path, "-");
  source = g_new0 (NkByteSource, 1);
  source->name = g_strdup (is_stdin ? "standard input" : path);
  source->closes_fd = !is_stdin;
  source->fd = is_stdin ? STDIN_FILENO : g_open (path, O_RDONLY | O_CLOEXEC, 0);
  if (source->fd < 0) {
    g_set_error (error, NK_ERROR, code_of_open (errno), "%s: cannot open: %s", source->name, g_strerror (errno));
    return NULL;
  }
  if (fstat (source->fd, &status) == 0 && S_ISDIR (status.st_mode)) {
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s: is a folder", source->name);
    return NULL;
  }
  if (fstat (source->fd, &status) == 0 && S_ISREG (status.st_mode)) {
    source->size_bytes = (guint64)status.st_size;
    (void)posix_fadvise (source->fd, 0, 0, POSIX_FADV_SEQUENTIAL);
  }
  source->block = g_malloc (BLOCK_BYTES);
  if (!detect_form (source)) {
    g_propagate_error (error, g_steal_pointer (&source->fault));
    return NULL;
  }
  return g_steal_pointer (&source);
}

NkByteSource *
nk_byte_source_new_bytes (GBytes *bytes)
{
  NkByteSource *source = g_new0 (NkByteSource, 1);

  source->name = g_strdup ("memory");
  source->fd = -1;
  source->bytes = g_bytes_ref (bytes);
  source->input = g_bytes_get_data (bytes, &source->input_length);
  source->size_bytes = source->consumed_bytes = source->input_length;
  source->form = form_of (source->input, source->input_length);
  return source;
}

void
nk_byte_source_free (NkByteSource *source)
{
  if (source == NULL)
    return;
  if (source->decoder_ready && source->form == FORM_GZIP)
    inflateEnd (&source->gzip);
  if (source->decoder_ready && source->form == FORM_XZ)
    lzma_end (&source->xz);
  ZSTD_freeDStream (source->zstd);
  if (source->fd >= 0 && source->closes_fd)
    close (source->fd);
  g_clear_pointer (&source->bytes, g_bytes_unref);
  g_clear_error (&source->fault);
  g_free (source->block);
  g_free (source->name);
  g_free (source);
}

/* Plain bytes go straight into the caller's buffer once the first block is used up. */
static gsize
step_plain (NkByteSource *source, char *buffer, gsize capacity)
{
  gsize length = MIN (capacity, source->input_length);

  if (length > 0) {
    memcpy (buffer, source->input, length);
    source->input += length;
    source->input_length -= length;
    return length;
  }
  if (source->fd >= 0 && !source->input_ended) {
    gssize got = read_file (source, buffer, capacity);

    if (got > 0)
      return (gsize)got;
  }
  source->ended = source->fault == NULL;
  return 0;
}

/* Between two members: gzip(1) passes over zeros (tapes were padded with them), and so do we. */
static void
start_gzip_member (NkByteSource *source)
{
  while (source->past_first && source->input_length > 0 && source->input[0] == 0) {
    source->input++;
    source->input_length--;
  }
  if (source->input_length > 0) {
    inflateReset (&source->gzip);
    source->inside_frame = TRUE;
  } else if (source->input_ended) {
    source->ended = TRUE;
  }
}

static gsize
step_gzip (NkByteSource *source, char *buffer, gsize capacity)
{
  gsize produced;
  int answer;

  if (!source->inside_frame) {
    start_gzip_member (source);
    if (!source->inside_frame)
      return 0;
  }
  source->gzip.next_in = (guchar *)source->input; /* zlib does not write there */
  source->gzip.avail_in = (uInt)MIN (source->input_length, BLOCK_BYTES);
  source->gzip.next_out = (guchar *)buffer;
  source->gzip.avail_out = (uInt)MIN (capacity, G_MAXINT);
  answer = inflate (&source->gzip, Z_NO_FLUSH);
  produced = (gsize)(source->gzip.next_out - (guchar *)buffer);
  source->input_length -= (gsize)(source->gzip.next_in - source->input);
  source->input = source->gzip.next_in;

  if (answer == Z_STREAM_END) {
    source->inside_frame = FALSE;
    source->past_first = TRUE;
  } else if (answer == Z_MEM_ERROR) {
    fail (source, NK_ERROR_STORE, "no memory to decompress");
  } else if (answer != Z_OK && answer != Z_BUF_ERROR) {
    fail (source, NK_ERROR_INPUT,
          source->past_first && source->gzip.total_out == 0 ? "bytes that are not gzip follow the gzip data" : "damaged gzip data");
  } else if (source->input_ended && source->input_length == 0 && produced == 0) {
    fail (source, NK_ERROR_INPUT, "the gzip data end too early");
  }
  return produced;
}

static gsize
step_xz (NkByteSource *source, char *buffer, gsize capacity)
{
  lzma_ret answer;

  source->xz.next_in = source->input;
  source->xz.avail_in = source->input_length;
  source->xz.next_out = (guint8 *)buffer;
  source->xz.avail_out = capacity;
  answer = lzma_code (&source->xz, source->input_ended ? LZMA_FINISH : LZMA_RUN);
  source->input = source->xz.next_in;
  source->input_length = source->xz.avail_in;

  if (answer == LZMA_STREAM_END)
    source->ended = TRUE;
  else if (answer == LZMA_MEMLIMIT_ERROR)
    fail (source, NK_ERROR_LIMIT, "the xz data need more than 256 MiB of memory");
  else if (answer == LZMA_MEM_ERROR)
    fail (source, NK_ERROR_STORE, "no memory to decompress");
  else if (answer == LZMA_BUF_ERROR && source->input_ended)
    fail (source, NK_ERROR_INPUT, "the xz data end too early");
  else if (answer != LZMA_OK && answer != LZMA_BUF_ERROR)
    fail (source, NK_ERROR_INPUT, "damaged xz data, or other bytes follow them");
  return capacity - source->xz.avail_out;
}

static gsize
step_zstd (NkByteSource *source, char *buffer, gsize capacity)
{
  ZSTD_inBuffer in = { source->input, source->input_length, 0 };
  ZSTD_outBuffer out = { buffer, capacity, 0 };
  gsize answer;

  if (source->input_length == 0 && !source->inside_frame) {
    source->ended = source->input_ended;
    return 0;
  }
  answer = ZSTD_decompressStream (source->zstd, &out, &in);
  source->input += in.pos;
  source->input_length -= in.pos;

  if (!ZSTD_isError (answer)) {
    source->inside_frame = answer != 0;
    if (source->inside_frame && source->input_ended && source->input_length == 0 && out.pos == 0)
      fail (source, NK_ERROR_INPUT, "the zstd data end too early");
  } else if (ZSTD_getErrorCode (answer) == ZSTD_error_frameParameter_windowTooLarge) {
    fail (source, NK_ERROR_LIMIT, "the zstd data need a window of more than 128 MiB");
  } else if (ZSTD_getErrorCode (answer) == ZSTD_error_prefix_unknown) {
    fail (source, NK_ERROR_INPUT, "bytes that are not zstd follow the zstd data");
  } else {
    fail (source, NK_ERROR_INPUT, "damaged zstd data");
  }
  return out.pos;
}

static void
start_decoder (NkByteSource *source)
{
  switch (source->form) {
  case FORM_PLAIN: source->decoder_ready = TRUE; return;
  case FORM_GZIP: source->decoder_ready = inflateInit2 (&source->gzip, GZIP_WINDOW_BITS) == Z_OK; break;
  case FORM_XZ:
    source->xz = (lzma_stream)LZMA_STREAM_INIT;
    source->decoder_ready = lzma_stream_decoder (&source->xz, XZ_MEMORY_BYTES, LZMA_CONCATENATED) == LZMA_OK;
    break;
  case FORM_ZSTD:
    source->zstd = ZSTD_createDStream ();
    source->decoder_ready
        = source->zstd != NULL && !ZSTD_isError (ZSTD_DCtx_setParameter (source->zstd, ZSTD_d_windowLogMax, ZSTD_WINDOW_LOG));
    break;
  }
  if (!source->decoder_ready)
    fail (source, NK_ERROR_STORE, "no memory to decompress");
}

static gsize
step (NkByteSource *source, char *buffer, gsize capacity)
{
  switch (source->form) {
  case FORM_PLAIN: return step_plain (source, buffer, capacity);
  case FORM_GZIP: return step_gzip (source, buffer, capacity);
  case FORM_XZ: return step_xz (source, buffer, capacity);
  case FORM_ZSTD: return step_zstd (source, buffer, capacity);
  }
  g_assert_not_reached ();
}

gssize
nk_byte_source_read (NkByteSource *source, char *buffer, gsize capacity, GError **error)
{
  gsize length = 0;

  g_return_val_if_fail (source != NULL && buffer != NULL && capacity > 0 && capacity <= G_MAXSSIZE, -1);
  if (!source->decoder_ready && source->fault == NULL)
    start_decoder (source);

  /* A step may produce nothing (headers, an empty member); every such step uses up input, so this ends. */
  while (length == 0 && !source->ended && source->fault == NULL) {
    if (source->form == FORM_PLAIN || fill_input (source))
      length = step (source, buffer, capacity);
  }
  if (length == 0 && source->fault != NULL) {
    g_propagate_error (error, g_error_copy (source->fault));
    return -1;
  }
  return (gssize)length;
}

guint64
nk_byte_source_consumed_bytes (const NkByteSource *source)
{
  return source->consumed_bytes;
}

guint64
nk_byte_source_size_bytes (const NkByteSource *source)
{
  return source->size_bytes;
}

gboolean
nk_byte_source_is_compressed (const NkByteSource *source)
{
  return source->form != FORM_PLAIN;
}
