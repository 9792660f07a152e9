/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* announce/rfc_private.h - what stands behind the block of an RFC announcement: abstract, product sentence, level, status paragraph.
 * Seen by this folder only. Slices point into the text of the message. */
#pragma once
#include "announce/body_private.h"

typedef struct {
  NkSlice abstract;
  NkSlice product;    /* the paragraph `This document is a product of …`, or empty */
  NkSlice level;      /* `Proposed Standard Protocol` of `This is now a …`, or empty */
  const char *status; /* static: what the status paragraph says, NULL if there is none */
} NkRfcEnding;

void nk_rfc_read_ending (NkSlice text, NkRfcEnding *ret_ending);

/* Fills status, stream and group. `status` and `stream` are the values of the block, empty where it has none. */
void nk_rfc_apply_ending (NkAnnouncement *announcement, const NkRfcEnding *ending, NkSlice status, NkSlice stream,
                          const NkGroupTable *groups);
