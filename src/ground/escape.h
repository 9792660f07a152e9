/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* ground/escape.h - foreign text made harmless, one function per context it can stand in.
 * Floor: ground. All take valid UTF-8 and append to a GString of the caller. JSON is written by jansson, which escapes by itself. */
#pragma once
#include <glib.h>

/* Between tags: & < > become entities, C0 controls other than LF and TAB are dropped. */
void nk_escape_html_text (GString *out, const char *text);

/* Inside a double-quoted attribute value: as text, and " ' ` as entities. */
void nk_escape_html_attribute (GString *out, const char *text);

/* One path segment or query value of a URL: everything but RFC 3986 unreserved is percent-encoded. */
void nk_escape_url_component (GString *out, const char *text);

/* TRUE for http://, https:// and mailto: URLs without white space or controls: the only ones that become links. */
gboolean nk_escape_url_is_safe (const char *url);

/* Inline text of CommonMark as GitHub and Qiita read it. Each ASCII punctuation that could start markup is escaped with a backslash or
 * an entity where a backslash is not enough on both (< > & as entities; @ followed by a letter broken by an empty comment-free
 * device, `&#64;`; | as entity; autolinks such as www. and https:// neutralised); line breaks become blanks. */
void nk_escape_markdown_text (GString *out, const char *text);

/* A URL inside ( ) of a Markdown link: blanks, brackets and controls percent-encoded. */
void nk_escape_markdown_url (GString *out, const char *url);

/* A value in a mail or HTTP header: line breaks and controls dropped. */
void nk_escape_header (GString *out, const char *text);

/* For a terminal: control characters (ESC, CSI, C1) dropped, so that a title cannot drive the reader's terminal. */
void nk_escape_terminal (GString *out, const char *text);
