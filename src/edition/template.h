/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/template.h - the wording and order of an edition: share/templates/LANGUAGE/{edition.template,words.tsv}, which an editor changes without compiling.
 * Floor: edition. A template is a small Markdown, one line for each block (# headings, - items, ~ small lines, > quotes, paragraphs, [text](url) links) with
 * {{mustache}} values and sections. It is cut into blocks before any value is put in: a value can never become markup. nikkan-templates(5) is its manual.
 * A name that no edition has is an error when the template is loaded, in values and in sections alike, so that a typing error shows on any day. */
#pragma once
#include <jansson.h>
#include "ground/error.h"

#define NK_TEMPLATE_MAX_BYTES (256u << 10)
#define NK_TEMPLATE_MAX_DEPTH 16
#define NK_TEMPLATE_MAX_BLOCKS 200000
#define NK_TEMPLATE_MAX_STEPS 20000000u           /* nodes visited in one expansion: nested lists multiply */
#define NK_TEMPLATE_MAX_OUTPUT_BYTES (256u << 20) /* of values put in during one expansion */

typedef enum {
  NK_BLOCK_HEADING, /* level 1..4 */
  NK_BLOCK_PARAGRAPH,
  NK_BLOCK_ITEM,  /* of a list */
  NK_BLOCK_SMALL, /* the small line under a document */
  NK_BLOCK_QUOTE,
  NK_BLOCK_MARKDOWN, /* the editor's own Markdown in the text of one span, rendered by md4c where the format is not Markdown itself */
} NkBlockKind;

typedef struct {
  char *text;           /* plain text without controls and line breaks (but those of MARKDOWN) */
  char *url;            /* (nullable): a link; only where nk_escape_url_is_safe */
  const char *language; /* (nullable) static: "en" inside a Japanese edition */
  gboolean is_time;     /* the text is a day (2025-10-01), a time (20:36) or an instant (RFC 3339) */
} NkSpan;

typedef struct {
  NkSpan **pdata; /* g_ptr_array_index */
  guint len;
} NkSpans;

typedef struct {
  NkBlockKind kind;
  guint level;
  char *anchor; /* (nullable) id for HTML: [a-z0-9-] */
  NkSpans *spans;
} NkBlock;

/* All blocks of a text, in memory that goes at once. Counted by one thread. */
typedef struct {
  NkBlock **pdata; /* g_ptr_array_index */
  guint len;
  /*< private >*/
  struct _NkArena *arena;
} NkBlocks;
NkBlocks *nk_blocks_ref (NkBlocks *blocks);
void nk_blocks_unref (NkBlocks *blocks); /* takes NULL */

/* One template by itself. */
typedef struct _NkTemplate NkTemplate;

/* `text` of `length` bytes as a template; `file` is for messages. Names are not checked. Returns: (transfer full); NULL with INPUT or LIMIT, `FILE:LINE: …`. */
NkTemplate *nk_template_parse (const char *text, gsize length, const char *file, GError **error);
void nk_template_free (NkTemplate *template);

/* The blocks that `view` (an object) makes of it. A block that comes out empty is left out.
 * (transfer full); NULL with INPUT (a name that the view has not, a list where a text is asked for) or LIMIT. */
NkBlocks *nk_template_expand (const NkTemplate *template, json_t *view, GError **error);

/* The templates of one language. */
typedef struct _NkTemplates NkTemplates;

/* Loads the templates of `language` from `folder` (which holds one folder per language). Errors name file and line (INPUT), NOT_FOUND. */
NkTemplates *nk_templates_load (const char *folder, const char *language, GError **error);
void nk_templates_free (NkTemplates *templates);
const char *nk_templates_language (const NkTemplates *templates);
const char *nk_templates_folder (const NkTemplates *templates);

/* A short text of words.tsv with values put in; the key must be in the table (tools/check-docs holds both together). `values` may be NULL: none.
 * Returns: (transfer full); NULL with INPUT. */
char *nk_templates_word (const NkTemplates *templates, const char *key, json_t *values, GError **error);

/* The blocks of the edition. (transfer full); NULL with INPUT or LIMIT. */
NkBlocks *nk_templates_blocks (const NkTemplates *templates, json_t *view, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkBlocks, nk_blocks_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkTemplate, nk_template_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkTemplates, nk_templates_free)
