/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* store/query_catalogue.h - every Internet-Draft and RFC once, as it was announced last: what a catalogue of documents is made from.
 * Floor: store. */
#pragma once
#include "store/query.h"

/* All borrowed, good until the function that got it returns. */
typedef struct {
  NkKind kind;      /* NK_KIND_INTERNET_DRAFT or NK_KIND_RFC */
  const char *name; /* draft-x-y or rfcNNNN */
  guint rfc_number; /* 0: none */
  const char *title;
  const char *authors;       /* one on each line; may be empty */
  const char *group_acronym; /* "" where there is none, and so the following */
  const char *group_name;
  const char *group_area;
  const char *abstract;
  const char *summary; /* in Japanese, if one was made */
  const char *topics;  /* ids, parted by blanks */
  NkDay first, last;   /* days of the first and the last announcement */
} NkCatalogued;

/* Called for each document, in the order of the first announcements. FALSE with an error ends the reading. */
typedef gboolean (*NkOnCatalogued) (const NkCatalogued *document, gpointer user_data, GError **error);

/* Announcements after `today` are not looked at. FALSE with STORE, or the error of `on_document`. */
gboolean nk_query_catalogue (NkStore *store, NkDay today, NkOnCatalogued on_document, gpointer user_data, GError **error);
