/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/edition.h - a day as an article: its data (docs/json.md), and a neutral tree of blocks made from data and templates, which every format renders.
 * Floor: edition (may include: edition, digest, summary, store, announce, mail, ground).
 * Foreign text enters the tree only as text nodes; each renderer escapes for its own context, so no template and no format can forget it. */
#pragma once
#include <jansson.h>
#include "digest/digest.h"
#include "edition/html_writer.h"
#include "edition/template.h"
#include "summary/summaries.h"

#define NK_EDITION_MAX_PARTS 1000

/* A day cut into parts: Internet-Drafts go by area, then group, then newest first; a group that fits in one part (all drafts of the day divided by the parts,
 * rounded up) is never cut. Inside of a part the order is that of the day. Every part has overview, highlights, calendar and ledger of the whole day; RFCs and
 * the other announcements stand in the first part, the editor's note in the last. */
typedef struct {
  const char *language;   /* ja or en */
  guint part, parts;      /* 1-based, part <= nk_edition_count_parts; parts 0 or 1: the whole day */
  const char *note;       /* (nullable) editor's words, Markdown */
  NkSummaries *summaries; /* (nullable) of this language: where the documents' summaries come from; without it documents are quoted */
} NkEditionOptions;

/* How many parts come out when `parts` are asked for: fewer where there are fewer things to part (at least 1). */
guint nk_edition_count_parts (const NkDigest *digest, guint parts);

/* The documented JSON of the edition. The wording of highlights comes from the templates. (transfer full) NULL with INPUT (template fault, no such part), and as nk_lexicon_load if
 * the summaries need tables that are broken or missing. */
json_t *nk_edition_data (const NkDigest *digest, const NkTemplates *templates, const NkEditionOptions *options, GError **error);

typedef struct _NkFormat NkFormat;

/* One format behind one contract: a row of the table of formats. */
struct _NkFormat {
  const char *name;      /* markdown, html, text, json */
  const char *extension; /* md, html, txt, json */
  /* Appends the finished edition to `out`. `data` as above; `columns` matters to text only (0: not wrapped). */
  gboolean (*render) (const NkTemplates *templates, json_t *data, guint columns, GString *out, GError **error);
};
/* The HTML format as a part of a larger page. Its own style is left out; the head ends with what `write_head` adds, the body begins and ends with what the
 * other two write; between them the edition stands inside of `main` with the id `content`. */
typedef struct {
  void (*write_head) (NkHtmlWriter *html, void *user_data);
  void (*write_top) (NkHtmlWriter *html, void *user_data);
  void (*write_bottom) (NkHtmlWriter *html, void *user_data);
  /* Where the title of a document leads, by its name (draft-x-y, rfcNNNN). (transfer full) (nullable): nowhere. */
  char *(*document_address) (const char *name, void *user_data);
  void *user_data;
} NkHtmlFrame;

/* What the templates see of `data`, with the words of their language beside the values: nikkan-templates(5). It is the same for the same data, whoever reads.
 * `data` may have been read back from JSON: what it lacks counts as absent. (transfer full); NULL with INPUT. */
json_t *nk_edition_view (const NkTemplates *templates, json_t *data, GError **error);
/* Appends the page: `blocks` are what the templates make of `view` (nk_templates_blocks). FALSE with INPUT. */
gboolean nk_edition_html (const NkTemplates *templates, json_t *view, const NkBlocks *blocks, const NkHtmlFrame *frame, GString *out,
                          GError **error);

/* (nullable) by name; by index, NULL past the end. */
const NkFormat *nk_format_by_name (const char *name);
const NkFormat *nk_format (guint index);
