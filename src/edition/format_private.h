/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/format_private.h - the formats, a function each (the contract is in edition.h); seen by this folder only. */
#pragma once
#include "edition/edition.h"
#include "edition/html_writer.h"

gboolean nk_format_markdown_render (const NkTemplates *templates, json_t *data, guint columns, GString *out, GError **error);
gboolean nk_format_html_render (const NkTemplates *templates, json_t *data, guint columns, GString *out, GError **error);
gboolean nk_format_text_render (const NkTemplates *templates, json_t *data, guint columns, GString *out, GError **error);
gboolean nk_format_json_render (const NkTemplates *templates, json_t *data, guint columns, GString *out, GError **error);

/* The editor's Markdown as HTML into `writer`. Raw HTML is shown as text, images become their description, only safe addresses become links, headings start below
 * those of the edition. Deeper nesting than the writer has room for is flattened. */
void nk_markdown_write_html (NkHtmlWriter *writer, const char *markdown);

/* The same as wrapped plain text for a terminal: one line for each of its lines, list items marked, addresses behind their words. */
void nk_markdown_write_text (GString *out, const char *markdown, guint columns);
