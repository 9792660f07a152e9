/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* ground/escape.h - foreign text made harmless, one function per context it can stand in.
 * Floor: ground. All take valid UTF-8 and append to a GString of the caller. JSON is written by jansson, which escapes by itself. */
#pragma once
#include <glib.h>

/* Between tags: & < > become entities, controls other than LF and TAB and noncharacters are dropped. */
void nk_escape_html_text (GString *out, const char *text);

/* Inside a double-quoted attribute value: as text, and " ' ` as entities. */
void nk_escape_html_attribute (GString *out, const char *text);

/* Inside a double-quoted string of JSON or of a script, in a file of its own or in an element: quotes, backslashes, controls, < > & and the line ends
 * U+2028 and U+2029 as \uXXXX, LF as \n. */
void nk_escape_script_string (GString *out, const char *text);

/* One path segment or query value of a URL: everything but RFC 3986 unreserved is percent-encoded. */
void nk_escape_url_component (GString *out, const char *text);

/* TRUE for http://, https:// and mailto: URLs without white space, backslashes, controls or invisible characters: the only ones that become links. */
gboolean nk_escape_url_is_safe (const char *url);

/* Inline text of CommonMark as GitHub and Qiita read it, for the start of a paragraph, list item, heading, table cell or link text too.
 * ASCII punctuation that could start markup where it stands is escaped with a backslash, or written as an entity where a backslash is
 * not enough on both: < > & | $, and the dot and colon of the autolinks `www.` and `https://`. Names after @, numbers after # (or GH-)
 * and :emoji: are kept from becoming links and pictures by a zero-width space (`&#8203;`), because both sites look for them
 * in the finished text, where escapes are gone. White space is folded as by nk_utf8_one_line, so the result is a single line
 * without blanks at its ends, and control characters are dropped. */
void nk_escape_markdown_text (GString *out, const char *text);

/* A URL inside ( ) of a Markdown link: blanks, brackets, controls, non-ASCII and what else a URL may not hold percent-encoded, & as entity.
 * Ask nk_escape_url_is_safe first. */
void nk_escape_markdown_url (GString *out, const char *url);

/* A value in a mail or HTTP header: line breaks and controls dropped, a TAB becomes a blank. */
void nk_escape_header (GString *out, const char *text);

/* For a terminal: as nk_utf8_without_controls, so that a title cannot drive the reader's terminal (ESC, CSI, C1) nor turn its direction. */
void nk_escape_terminal (GString *out, const char *text);
