/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* announce/phrase_private.h - the stock phrases of the mails that the IESG and the secretariat write from templates; seen by this folder only.
 * Slices point into the text that they were found in. All comparisons ignore ASCII case, since the templates changed it over the years. */
#pragma once
#include "announce/parser_private.h"

/* What a parser looks at of an unfolded body: the sentences that it wants stand at the beginning. */
#define NK_PHRASE_MAX_BODY_BYTES (128u << 10)

/* A record of `kind` that has its subject, and the body of its message, unfolded (both transfer full). */
NkAnnouncement *nk_phrase_begin (NkKind kind, const NkParseInput *input);
char *nk_phrase_body (const NkParseInput *input);

/* The last step of each of these parsers: title (the subject if there is none), group and name. Returns: NK_PARSE_DONE. */
NkParseResult nk_phrase_finish (NkAnnouncement *announcement, const NkParseInput *input, NkAnnouncement **ret_announcement);

/* Sets *ret_reason from the format. Returns: NK_PARSE_MISFIT. */
NkParseResult nk_phrase_misfit (char **ret_reason, const char *format, ...) G_GNUC_PRINTF (2, 3);

gboolean nk_phrase_occurs (NkSlice text, const char *phrase);
/* What follows the first `phrase`. FALSE if it does not occur. */
gboolean nk_phrase_after (NkSlice text, const char *phrase, NkSlice *ret_rest);
/* What stands before the first `phrase`; all of it if it does not occur. */
NkSlice nk_phrase_before (NkSlice text, const char *phrase);
/* Takes `phrase` and white space off the start of `*text`, or off its end. FALSE if it does not stand there. */
gboolean nk_phrase_skip (NkSlice *text, const char *phrase);
gboolean nk_phrase_skip_end (NkSlice *text, const char *phrase);
/* Without one pair of `'…'`, `"…"`, `(…)` or `<…>` around all of it. */
NkSlice nk_phrase_unwrap (NkSlice text);

/* The level that `text` starts with, after an article: `Proposed Standard`, `Informational RFC`; empty if none. */
NkSlice nk_phrase_level (NkSlice text);
/* The first level that follows a `lead` such as ` as `; empty if none. */
NkSlice nk_phrase_level_after (NkSlice text, const char *lead);
/* `Title to Proposed Standard`: at the last ` to ` that a level follows. FALSE leaves *ret_title the whole and *ret_level empty. */
gboolean nk_phrase_split_level (NkSlice text, NkSlice *ret_title, NkSlice *ret_level);

/* The date that `text` starts with: `2026-03-31`, `2003-9-4`, `March 31, 2026`, `31 March 2026`, a day of the week before it; NK_DAY_NONE. */
NkDay nk_phrase_day (NkSlice text);
/* The first YYYY-MM-DD anywhere. */
NkDay nk_phrase_first_iso_day (NkSlice text);
/* The first date that an end is told with: `by …`, `until …`, `extended to …`. */
NkDay nk_phrase_deadline (NkSlice text);
