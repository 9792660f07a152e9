/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/library.h - libmicrohttpd, loaded by name when a server starts: it comes with GnuTLS and nine other libraries, and loading them would take longer than
 * all the rest of the start of any other verb.
 * Floor: serve. Only server.c calls it. */
#pragma once
#include "ground/error.h"
#include <microhttpd.h>

#define NK_MICROHTTPD_FUNCTIONS(X)                                                                                                         \
  X (MHD_add_response_header)                                                                                                              \
  X (MHD_create_response_from_buffer_with_free_callback_cls)                                                                               \
  X (MHD_destroy_response)                                                                                                                 \
  X (MHD_get_connection_info)                                                                                                              \
  X (MHD_get_connection_values)                                                                                                            \
  X (MHD_lookup_connection_value)                                                                                                          \
  X (MHD_queue_response)                                                                                                                   \
  X (MHD_quiesce_daemon)                                                                                                                   \
  X (MHD_resume_connection)                                                                                                                \
  X (MHD_start_daemon)                                                                                                                     \
  X (MHD_stop_daemon)                                                                                                                      \
  X (MHD_suspend_connection)

typedef struct {
#define NK_MICROHTTPD_MEMBER(name) __typeof__ (name) *name;
  NK_MICROHTTPD_FUNCTIONS (NK_MICROHTTPD_MEMBER)
#undef NK_MICROHTTPD_MEMBER
} NkMicrohttpd;

/* The library, loaded at the first call, and never unloaded. NULL with PROGRAM if it is not installed. */
const NkMicrohttpd *nk_microhttpd (GError **error);
