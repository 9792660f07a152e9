/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/answer.h - what an address answers: made from the store, the same for everybody who asks, and so worth keeping.
 * Floor: serve. */
#pragma once
#include "serve/page.h"

/* Counted; any thread may read it. */
typedef struct _NkAnswer NkAnswer;

typedef struct {
  const NkSite *site;
  NkStore *store;
  NkMemo *memo; /* (nullable) of this store */
  const NkRoute *route;
  NkLinks links;
  NkDay today;
  NkOnLink on_link; /* (nullable) */
  gpointer on_link_data;
} NkAnswerOptions;

/* Makes the answer of a route. Never NULL: what cannot be made is the page of an error, with its status; *ret_fault (nullable, transfer full) then says why,
 * for the log, where the reason is ours (500, 503). */
NkAnswer *nk_answer_make (const NkAnswerOptions *options, GError **ret_fault);
/* The page of an error that no route was found for. */
NkAnswer *nk_answer_error (const NkSite *site, NkLanguage language, NkHttpStatus status);
/* The error of a route: JSON to programs, else that page. */
NkAnswer *nk_answer_error_of (const NkSite *site, const NkRoute *route, NkHttpStatus status);

/* TRUE if what a route answers may be read by the scripts of other sites. */
gboolean nk_answer_is_shared (NkRouteId id);

NkAnswer *nk_answer_ref (NkAnswer *answer);
void nk_answer_unref (NkAnswer *answer); /* takes NULL */

NkHttpStatus nk_answer_status (const NkAnswer *answer);
/* The body as it is. Borrowed. */
GBytes *nk_answer_bytes (const NkAnswer *answer);
/* Bytes of memory that the answer may take, all encodings together. */
gsize nk_answer_size (const NkAnswer *answer);

/* The response to a request for it: encoded as the client asks, 304 if the client has it. (transfer full) */
NkHttpResponse *nk_answer_respond (NkAnswer *answer, const NkHttpRequest *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkAnswer, nk_answer_unref)
