/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* mail/header.h - the header of a message or of a part, as slices of its fields (RFC 5322 §2.2).
 * Floor: mail. The slices point into the bytes that were read and live as long as those. Line ends must be LF already. */
#pragma once
#include "ground/slice.h"

/* A field body beyond this is cut before it is decoded: room for 8 KiB of text in encoded words. */
#define NK_HEADER_MAX_VALUE_BYTES (32u << 10)
/* The fields of a header without faults may be this large together for the fast path and for GMime to see them as they stand. */
#define NK_HEADER_MAX_PLAIN_BYTES (64u << 10)
#define NK_HEADER_MAX_NAME_BYTES 128

/* The fields that matter here; everything else is passed over. */
typedef enum {
  NK_FIELD_DATE,
  NK_FIELD_FROM,
  NK_FIELD_TO,
  NK_FIELD_CC,
  NK_FIELD_SUBJECT,
  NK_FIELD_MESSAGE_ID,
  NK_FIELD_RESENT_MESSAGE_ID,
  NK_FIELD_IN_REPLY_TO,
  NK_FIELD_REFERENCES,
  NK_FIELD_LIST_ID,
  NK_FIELD_TRACKER,
  NK_FIELD_RECEIVED,
  NK_FIELD_CONTENT_TYPE,
  NK_FIELD_TRANSFER_ENCODING,
  NK_FIELD_DISPOSITION,
  NK_N_FIELDS
} NkField;

typedef struct {
  NkSlice values[NK_N_FIELDS]; /* behind the colon, folds and outer white space included; data is NULL where the field is absent */
  guint n_known;               /* how many fields of the table were seen */
  guint repairs;               /* NK_REPAIR_HEADER, NK_REPAIR_LIMIT */
  gboolean is_plain;           /* nothing in it that another reader could understand otherwise */
} NkHeader;

/* The field of that name (any case), or NK_N_FIELDS. */
NkField nk_header_field (NkSlice name);
const char *nk_header_field_name (NkField field);

/* Reads the header at the start of `bytes`. Of a field that occurs twice the first one counts. Lines that are no fields are passed over and noted; if nothing
 * but such lines follows, the body starts with the first of them (its writer forgot the empty line).
 * @ret_body: what comes after the empty line. */
void nk_header_read (NkSlice bytes, NkHeader *ret_header, NkSlice *ret_body);

/* `value` without its folds (RFC 5322 §2.2.3): a slice of itself where there are none, else of `scratch`, which is overwritten. Trimmed. */
NkSlice nk_header_unfold (NkSlice value, GString *scratch);

/* Offset of the last `c` in `value`, or -1. */
gssize nk_header_find_last (NkSlice value, char c);

/* TRUE if a Content-Disposition says `attachment` (RFC 2183). */
gboolean nk_header_is_attachment (NkSlice disposition);
