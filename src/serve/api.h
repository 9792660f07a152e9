/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/api.h - answers to programs: the documented JSON of editions, documents and the ledger. share/site/openapi.json describes them.
 * Floor: serve. Each appends to the text of the page; FALSE as the functions of pages. */
#pragma once
#include "serve/page.h"

gboolean nk_api_edition (NkPage *page, GError **error);
gboolean nk_api_document (NkPage *page, GError **error);
gboolean nk_api_ledger (NkPage *page, GError **error);
gboolean nk_api_ledger_day (NkPage *page, GError **error);
gboolean nk_api_days (NkPage *page, GError **error);
/* What `nikkan topics --format json` prints: of the seven days up to that of the address, or up to yesterday. */
gboolean nk_api_topics (NkPage *page, GError **error);
/* What the address, or the content of a QUERY, searches for. */
gboolean nk_api_search (NkPage *page, GError **error);
