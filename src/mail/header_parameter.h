/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* mail/header_parameter.h - the Content-Type field where it is written by the book (RFC 2045 §5.1).
 * Floor: mail. Slices point into the value that was read. */
#pragma once
#include "ground/slice.h"

#define NK_CONTENT_TYPE_MAX_PARAMETERS 16

typedef struct {
  NkSlice type;
  NkSlice subtype;
  NkSlice charset;
  NkSlice boundary;
  NkSlice format;
  NkSlice delsp;
} NkContentType;

/* The empty value is text/plain; folds between the tokens do not matter. FALSE for all that needs a patient reader: comments, backslashes, RFC 2231 names, parameters that are
 * given twice, bare values with special characters. */
gboolean nk_content_type_read (NkSlice value, NkContentType *ret_type);

/* TRUE if the text is to be unflowed (RFC 3676 §4.1); *ret_delete_space as DelSp says. */
gboolean nk_content_type_is_flowed (const NkContentType *type, gboolean *ret_delete_space);
