/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* store/resume.h - where the reading of each mailbox file stopped.
 * Floor: store. Written in the transaction of the messages that it speaks of. */
#pragma once
#include "mail/mailbox.h"
#include "store/db.h"

typedef struct {
  gint64 mailbox_id; /* 0: never read */
  NkMailboxPosition position;
  gboolean has_before;
  gint64 before_unix_s; /* instant of the message before the one at the position */
  gint64 last_message;  /* row of the one at the position, 0 if none */
} NkResume;

typedef struct _NkResumes NkResumes;
NkResumes *nk_resumes_new (NkDb *db, GError **error);
void nk_resumes_free (NkResumes *resumes);

/* `path` is absolute. */
gboolean nk_resume_load (NkResumes *resumes, const char *path, NkResume *ret_resume, GError **error);

/* The number of the mailbox, made if it is new. */
gboolean nk_resume_mailbox (NkResumes *resumes, const char *path, gint64 *ret_mailbox_id, GError **error);

gboolean nk_resume_save (NkResumes *resumes, const NkResume *resume, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkResumes, nk_resumes_free)
