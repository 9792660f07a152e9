/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/html_writer.h - HTML that cannot be wrong: text and attribute values are escaped on the way in, elements are closed in the order they were opened.
 * Floor: edition. Element and attribute names are literals of ours and are not copied. */
#pragma once
#include <glib.h>

#define NK_HTML_MAX_DEPTH 64

typedef struct {
  GString *out; /* borrowed */
  const char *open[NK_HTML_MAX_DEPTH];
  guint n_open;
} NkHtmlWriter;

void nk_html_writer_init (NkHtmlWriter *writer, GString *out);

/* <name attribute="value" …>; pairs of (const char *) name and value, ended by NULL. An attribute with a NULL value is left out. */
void nk_html_open (NkHtmlWriter *writer, const char *name, ...) G_GNUC_NULL_TERMINATED;
/* An element without content (meta, hr, br): not closed. */
void nk_html_void (NkHtmlWriter *writer, const char *name, ...) G_GNUC_NULL_TERMINATED;
/* Closes the innermost element, which must be `name`. */
void nk_html_close (NkHtmlWriter *writer, const char *name);
void nk_html_text (NkHtmlWriter *writer, const char *text);
void nk_html_newline (NkHtmlWriter *writer);
gboolean nk_html_is_open (const NkHtmlWriter *writer, const char *name);
/* TRUE if one more element can be opened: callers that nest as deep as foreign text does have to ask. */
gboolean nk_html_has_room (const NkHtmlWriter *writer);
