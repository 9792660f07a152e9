/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* store/derive.h - from readings to derived rows: which messages announce the same, and which of them counts.
 * Floor: store. Identity is (name, revision). Of the messages that announce it the earliest counts (by instant, then by Message-ID); of several with
 * the same Message-ID the one with the longest text, since a mailbox may have been cut off. A copy on another list announces nothing by itself. */
#pragma once
#include "store/db.h"
#include "store/mail_reading.h"

typedef struct _NkDerive NkDerive;
NkDerive *nk_derive_new (NkDb *db, GError **error);
void nk_derive_free (NkDerive *derive);

typedef enum {
  NK_DERIVED_NEW, /* an announcement that was not known */
  NK_DERIVED_DUPLICATE,
  NK_DERIVED_UNRECOGNISED,
  NK_DERIVED_UNREADABLE,
} NkDerived;

/* Writes what message `message_id` tells; each message once. */
gboolean nk_derive_add (NkDerive *derive, gint64 message_id, const NkMailReading *reading, NkDerived *ret_derived, GError **error);

/* Forgets how `message_id` was read. If an announcement was counted by it, *ret_was_counted is TRUE, and that goes too, with the readings of all its
 * other messages: their ids are appended to `orphans` (gint64), ascending, and have to be read and added anew. */
gboolean nk_derive_take_apart (NkDerive *derive, gint64 message_id, gboolean *ret_was_counted, GArray *orphans, GError **error);

/* Brings the full text up to date; before every commit. */
gboolean nk_derive_flush (NkDerive *derive, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkDerive, nk_derive_free)
