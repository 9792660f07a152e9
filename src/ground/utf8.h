/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* ground/utf8.h - valid UTF-8 out of any bytes, and how wide it stands in a terminal.
 * Floor: ground. Returned strings are the caller's (g_free). */
#pragma once
#include "ground/slice.h"

/* TRUE if `text` is valid UTF-8 without NUL. */
gboolean nk_utf8_is_valid (NkSlice text);

/* Returns: (transfer full): `text` with each invalid sequence and each NUL replaced by U+FFFD. */
char *nk_utf8_repair (NkSlice text);

/* Returns: (transfer full): every byte taken as ISO-8859-1; NUL becomes U+FFFD. */
char *nk_utf8_from_latin1 (NkSlice text);

/* Returns: (transfer full): `text` with control characters (all C0 but LF and TAB, DEL, C1) and the invisible
 * direction changers of Unicode (U+061C, U+200E-F, U+202A-E, U+2066-9, U+FEFF) removed; they serve only tricks in names and titles. */
char *nk_utf8_without_controls (const char *text);

/* Returns: (transfer full): as above, on one line, with runs of white space (Unicode's, line breaks of every kind among it) folded into one blank
 * and the ends trimmed. */
char *nk_utf8_one_line (const char *text);

/* Returns: (transfer full): `text` with A to Z in lower case. */
char *nk_utf8_ascii_lower (const char *text);

/* Columns in a terminal: East Asian wide and full-width 2, combining and zero-width 0 (Unicode Annex 11; ambiguous counts 1). */
gsize nk_utf8_columns (const char *text);

/* Appends `text` wrapped at `columns` (0: not wrapped): the first line after `first_indent`, the others after `indent`.
 * Breaks at blanks and between East Asian characters, but never before closing brackets, 、。，．・ー or small kana, and
 * never after an opening bracket (kinsoku). A word longer than the line stands alone on it. Line breaks in `text` count as
 * blanks, and runs of blanks as one. Ends with LF. */
void nk_utf8_wrap (GString *out, const char *text, gsize columns, const char *first_indent, const char *indent);
