/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/template.h - the wording and order of an edition: share/templates/LANGUAGE/{edition.template,words.tsv}, which an editor changes without compiling.
 * Floor: edition. A template is a small Markdown (# headings, - items, ~ small lines, paragraphs, [text](url) links) with {{mustache}} values and sections,
 * cut into blocks before any value is put in: a value can never become markup. nikkan-templates(5) is its manual. */
#pragma once
#include <jansson.h>
#include "ground/error.h"

#define NK_TEMPLATE_MAX_BYTES (256u << 10)
#define NK_TEMPLATE_MAX_DEPTH 16
#define NK_TEMPLATE_MAX_BLOCKS 200000

typedef enum {
  NK_BLOCK_HEADING,   /* level 1..4 */
  NK_BLOCK_PARAGRAPH,
  NK_BLOCK_ITEM,      /* of a list */
  NK_BLOCK_SMALL,     /* the small line under a document */
  NK_BLOCK_QUOTE,
  NK_BLOCK_MARKDOWN,  /* the editor's own Markdown, rendered by md4c where the format is not Markdown itself */
} NkBlockKind;

typedef struct {
  char *text;          /* plain text */
  char *url;           /* (nullable): a link if nk_escape_url_is_safe */
  const char *language; /* (nullable) static: "en" inside a Japanese edition */
} NkSpan;

typedef struct {
  NkBlockKind kind;
  guint level;
  char *anchor;        /* (nullable) id for HTML: [a-z0-9-] */
  GPtrArray *spans;    /* NkSpan * */
} NkBlock;

typedef struct _NkTemplates NkTemplates;

/* Loads the templates of `language` from `folder` (which holds one folder per language). Errors name file and line (INPUT), NOT_FOUND. */
NkTemplates *nk_templates_load (const char *folder, const char *language, GError **error);
void nk_templates_free (NkTemplates *templates);
const char *nk_templates_language (const NkTemplates *templates);

/* A short text of words.tsv with values put in; the key must be in the table (tools/check-docs holds both together). Returns: (transfer full); NULL with INPUT. */
char *nk_templates_word (const NkTemplates *templates, const char *key, json_t *values, GError **error);

/* The blocks of the edition (NkBlock *). (transfer full); NULL with INPUT or LIMIT. */
GPtrArray *nk_templates_blocks (const NkTemplates *templates, json_t *view, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkTemplates, nk_templates_free)
