/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* mail/message_gmime_private.h - GMime's decoders for the parser that uses GMime; seen by this folder only. */
#pragma once
#include "mail/message_private.h"
#include <gmime/gmime.h>

/* GMime comes with fourteen other libraries, and loading them takes as long as all the rest of a start. So it is loaded by name when the first message needs
 * it, and these are the functions of it (and of GObject) that are called. */
#define NK_GMIME_FUNCTIONS(X)                                                                                                              \
  X (g_mime_content_type_get_parameter)                                                                                                    \
  X (g_mime_content_type_is_type)                                                                                                          \
  X (g_mime_content_type_parse)                                                                                                            \
  X (g_mime_data_wrapper_get_stream)                                                                                                       \
  X (g_mime_encoding_flush)                                                                                                                \
  X (g_mime_encoding_init_decode)                                                                                                          \
  X (g_mime_encoding_outlen)                                                                                                               \
  X (g_mime_header_get_name)                                                                                                               \
  X (g_mime_header_get_raw_value)                                                                                                          \
  X (g_mime_header_list_get_count)                                                                                                         \
  X (g_mime_header_list_get_header_at)                                                                                                     \
  X (g_mime_iconv_close)                                                                                                                   \
  X (g_mime_iconv_open)                                                                                                                    \
  X (g_mime_init)                                                                                                                          \
  X (g_mime_message_get_mime_part)                                                                                                         \
  X (g_mime_message_part_get_message)                                                                                                      \
  X (g_mime_message_part_get_type)                                                                                                         \
  X (g_mime_multipart_get_count)                                                                                                           \
  X (g_mime_multipart_get_part)                                                                                                            \
  X (g_mime_multipart_get_prologue)                                                                                                        \
  X (g_mime_multipart_get_type)                                                                                                            \
  X (g_mime_object_get_content_type)                                                                                                       \
  X (g_mime_object_get_header)                                                                                                             \
  X (g_mime_object_get_header_list)                                                                                                        \
  X (g_mime_parser_construct_message)                                                                                                      \
  X (g_mime_parser_new_with_stream)                                                                                                        \
  X (g_mime_parser_set_format)                                                                                                             \
  X (g_mime_parser_set_persist_stream)                                                                                                     \
  X (g_mime_part_get_content)                                                                                                              \
  X (g_mime_part_get_type)                                                                                                                 \
  X (g_mime_stream_mem_new_with_byte_array)                                                                                                \
  X (g_mime_stream_read)                                                                                                                   \
  X (g_mime_stream_reset)                                                                                                                  \
  X (g_mime_utils_header_decode_text)                                                                                                      \
  X (g_object_unref)                                                                                                                       \
  X (g_type_check_instance_is_a)

typedef struct {
#define MEMBER(name) __typeof__ (name) *name;
  NK_GMIME_FUNCTIONS (MEMBER)
#undef MEMBER
} NkGmime;

/* Loads and starts GMime once, whichever thread comes first. A system without the library cannot run the program: it ends here. */
const NkGmime *nk_gmime (void);

/* NkTextConvert by iconv, with U+FFFD for what it refuses; NULL if it refuses too much. */
char *nk_gmime_convert (NkSlice bytes, const char *charset, guint *repairs);

/* The decoded bytes of `encoded`, mending what is broken. (transfer full) */
GByteArray *nk_gmime_decode_transfer (NkTransfer transfer, NkSlice encoded, guint *repairs);

#ifndef NK_GMIME_LOADER
#define g_mime_content_type_get_parameter (nk_gmime ()->g_mime_content_type_get_parameter)
#define g_mime_content_type_is_type (nk_gmime ()->g_mime_content_type_is_type)
#define g_mime_content_type_parse (nk_gmime ()->g_mime_content_type_parse)
#define g_mime_data_wrapper_get_stream (nk_gmime ()->g_mime_data_wrapper_get_stream)
#define g_mime_encoding_flush (nk_gmime ()->g_mime_encoding_flush)
#define g_mime_encoding_init_decode (nk_gmime ()->g_mime_encoding_init_decode)
#define g_mime_encoding_outlen (nk_gmime ()->g_mime_encoding_outlen)
#define g_mime_header_get_name (nk_gmime ()->g_mime_header_get_name)
#define g_mime_header_get_raw_value (nk_gmime ()->g_mime_header_get_raw_value)
#define g_mime_header_list_get_count (nk_gmime ()->g_mime_header_list_get_count)
#define g_mime_header_list_get_header_at (nk_gmime ()->g_mime_header_list_get_header_at)
#define g_mime_iconv_close (nk_gmime ()->g_mime_iconv_close)
#define g_mime_iconv_open (nk_gmime ()->g_mime_iconv_open)
#define g_mime_init (nk_gmime ()->g_mime_init)
#define g_mime_message_get_mime_part (nk_gmime ()->g_mime_message_get_mime_part)
#define g_mime_message_part_get_message (nk_gmime ()->g_mime_message_part_get_message)
#define g_mime_message_part_get_type (nk_gmime ()->g_mime_message_part_get_type)
#define g_mime_multipart_get_count (nk_gmime ()->g_mime_multipart_get_count)
#define g_mime_multipart_get_part (nk_gmime ()->g_mime_multipart_get_part)
#define g_mime_multipart_get_prologue (nk_gmime ()->g_mime_multipart_get_prologue)
#define g_mime_multipart_get_type (nk_gmime ()->g_mime_multipart_get_type)
#define g_mime_object_get_content_type (nk_gmime ()->g_mime_object_get_content_type)
#define g_mime_object_get_header (nk_gmime ()->g_mime_object_get_header)
#define g_mime_object_get_header_list (nk_gmime ()->g_mime_object_get_header_list)
#define g_mime_parser_construct_message (nk_gmime ()->g_mime_parser_construct_message)
#define g_mime_parser_new_with_stream (nk_gmime ()->g_mime_parser_new_with_stream)
#define g_mime_parser_set_format (nk_gmime ()->g_mime_parser_set_format)
#define g_mime_parser_set_persist_stream (nk_gmime ()->g_mime_parser_set_persist_stream)
#define g_mime_part_get_content (nk_gmime ()->g_mime_part_get_content)
#define g_mime_part_get_type (nk_gmime ()->g_mime_part_get_type)
#define g_mime_stream_mem_new_with_byte_array (nk_gmime ()->g_mime_stream_mem_new_with_byte_array)
#define g_mime_stream_read (nk_gmime ()->g_mime_stream_read)
#define g_mime_stream_reset (nk_gmime ()->g_mime_stream_reset)
#define g_mime_utils_header_decode_text (nk_gmime ()->g_mime_utils_header_decode_text)
#define g_object_unref (nk_gmime ()->g_object_unref)
#define g_type_check_instance_is_a (nk_gmime ()->g_type_check_instance_is_a)
#endif
