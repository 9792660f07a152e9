/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* mail/text.h - decoded bytes of a part as the text that a reader wants: UTF-8, LF, flowed lines joined, no tags, no list footer.
 * Floor: mail. */
#pragma once
#include "ground/slice.h"

/* The charsets of nearly all announcements, which need no converter. */
typedef enum {
  NK_CHARSET_ASCII, /* said, or nothing said (RFC 2045 §5.2) */
  NK_CHARSET_UTF8,
  NK_CHARSET_LATIN1,
  NK_CHARSET_WINDOWS1252,
  NK_CHARSET_OTHER,
} NkCharset;

NkCharset nk_charset_from_name (NkSlice name);

/* Turns bytes of a charset into UTF-8; bytes that mean nothing in it become U+FFFD and are noted in *repairs.
 * Returns: (transfer full): NULL if it does not know the charset. */
typedef char *(*NkTextConvert) (NkSlice bytes, const char *charset, guint *repairs);

/* The converter of the fast path: Latin-1 and Windows-1252 only. */
char *nk_text_convert_latin (NkSlice bytes, const char *charset, guint *repairs);

/* `bytes` as UTF-8. Bytes that are valid UTF-8 beyond ASCII are taken as that whatever a single-byte charset was declared; an unknown or wrong charset is read as
 * UTF-8 if valid, else Latin-1 (declared UTF-8 with some broken places: U+FFFD for those); Latin-1 with C1 bytes is Windows-1252. Each of these is
 * NK_REPAIR_CHARSET. NUL becomes U+FFFD.
 * Returns: (transfer full). */
char *nk_text_from_bytes (NkSlice bytes, NkSlice charset, NkTextConvert convert, guint *repairs);

/* TRUE if no byte has its high bit set. */
gboolean nk_text_is_ascii (NkSlice bytes);

/* The following change a text in place; it never grows. */

/* CRLF and bare CR become LF. */
void nk_text_unify_line_ends (char *text);
/* At most `limit_bytes`, cut at a character. TRUE if it was longer. */
gboolean nk_text_limit (char *text, gsize limit_bytes);
/* Cuts from a line of ten or more underscores that a line with `mailing list` follows within two lines (Mailman 2 and 3). */
void nk_text_cut_footer (char *text);
/* RFC 3676 format=flowed: paragraphs become one line. */
void nk_text_unflow (char *text, gboolean delete_space);

/* HTML without its tags, scripts, styles and comments, with entities decoded and white space folded; `keeps_lines` for text/enriched (RFC 1896).
 * Returns: (transfer full). Linear, whatever the bytes are. */
char *nk_text_from_html (const char *html);
char *nk_text_from_enriched (const char *enriched);
