/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* announce/recognise_private.h - by which announcement list a message came. Seen by this folder only. */
#pragma once
#include "announce/announcement.h"

typedef enum {
  NK_LIST_I_D_ANNOUNCE = 1 << 0,
  NK_LIST_IETF_ANNOUNCE = 1 << 1,
  NK_LIST_RFC_DIST = 1 << 2,
  NK_LIST_IRTF_ANNOUNCE = 1 << 3,
  NK_LIST_NEW_WG_DOCS = 1 << 4,
  NK_LIST_NOTICES = NK_LIST_IETF_ANNOUNCE | NK_LIST_RFC_DIST | NK_LIST_IRTF_ANNOUNCE, /* the others carry nothing but drafts */
} NkListBit;

/* List-Id decides where there is one; else To and Cc. Returns: the NkListBit and its name (static), or 0 and "". */
guint nk_list_of (const NkMessage *message, const char **ret_name);
