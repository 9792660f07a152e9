/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* ground/error.h - the one error domain of nikkan.
 * Floor: ground. A message says what failed and where; each floor adds its context once with g_prefix_error. */
#pragma once
#include <glib.h>

/* What a caller can do about it; `command` turns this into the exit status. */
typedef enum {
  NK_ERROR_INPUT,     /* the data or the arguments are wrong: a person has to change something */
  NK_ERROR_LIMIT,     /* a named limit was met */
  NK_ERROR_NOT_FOUND, /* a file, document or table that was asked for is not there */
  NK_ERROR_STORE,     /* the database or the disk failed */
  NK_ERROR_NETWORK,   /* a source did not answer: trying again may help (exit 75) */
  NK_ERROR_PROGRAM,   /* a program that we run is missing or failed */
  NK_ERROR_CONFLICT,  /* somebody else holds the lock: trying again may help (exit 75) */
} NkErrorCode;

#define NK_ERROR (nk_error_quark ())
GQuark nk_error_quark (void);
