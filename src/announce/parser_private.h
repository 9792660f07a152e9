/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* announce/parser_private.h - the contract of a kind's parser, and what several parsers need; seen by this folder only.
 * A parser looks at a message that came by an announcement list (or looks as if it did): the Subject has had its [..] prefixes stripped. */
#pragma once
#include "announce/announcement.h"

typedef enum {
  NK_PARSE_NOT_MINE, /* the Subject is none of this kind: the next parser may try */
  NK_PARSE_DONE,     /* *ret_announcement is set */
  NK_PARSE_MISFIT,   /* the Subject is of this kind, but sender or body do not agree with it: *ret_reason says what (transfer full) */
} NkParseResult;

typedef struct {
  const NkMessage *message;
  const char *subject;         /* without [..] prefixes */
  const NkGroupTable *groups;  /* (nullable) */
} NkParseInput;

typedef NkParseResult (*NkParseFunc) (const NkParseInput *input, NkAnnouncement **ret_announcement, char **ret_reason);

NkParseResult nk_parse_internet_draft (const NkParseInput *input, NkAnnouncement **ret_announcement, char **ret_reason);
NkParseResult nk_parse_rfc (const NkParseInput *input, NkAnnouncement **ret_announcement, char **ret_reason);
NkParseResult nk_parse_last_call (const NkParseInput *input, NkAnnouncement **ret_announcement, char **ret_reason);
NkParseResult nk_parse_action (const NkParseInput *input, NkAnnouncement **ret_announcement, char **ret_reason); /* Protocol and Document Action, approved status changes */
NkParseResult nk_parse_conflict_review (const NkParseInput *input, NkAnnouncement **ret_announcement, char **ret_reason);
NkParseResult nk_parse_charter (const NkParseInput *input, NkAnnouncement **ret_announcement, char **ret_reason); /* group review and group action */
NkParseResult nk_parse_interim (const NkParseInput *input, NkAnnouncement **ret_announcement, char **ret_reason);
NkParseResult nk_parse_mailing_list (const NkParseInput *input, NkAnnouncement **ret_announcement, char **ret_reason);
NkParseResult nk_parse_other (const NkParseInput *input, NkAnnouncement **ret_announcement, char **ret_reason); /* by sender, IETF NNN, the rest; never NOT_MINE */

/* Body text with the lines of each paragraph joined by one blank, paragraphs parted by LF LF: template mails wrap anywhere, so phrases are matched here.
 * (transfer full) */
char *nk_parse_unfold (const char *text);

/* Foreign text as a field of a record: controls gone, one line, at most `limit_bytes` (cut at a character). (transfer full) */
char *nk_parse_field (NkSlice text, gsize limit_bytes);

/* The longest start of `text` (valid UTF-8) that has at most `limit_bytes` and ends between two characters. */
NkSlice nk_parse_limit (NkSlice text, gsize limit_bytes);

/* Fills name of a record of another kind: `<kind word>/<16 hex digits>` of subject and text. */
void nk_parse_name_by_text (NkAnnouncement *announcement, const NkMessage *message);

/* Fills group_name, group_kind and group_area from the table where the acronym is known and they are NULL. */
void nk_parse_complete_group (NkAnnouncement *announcement, const NkGroupTable *groups);

/* Appends each draft-…-NN, draft-… and RFC N of `text` to announcement->documents, each once, in order, up to the limit;
 * a name with its revision takes the place of the bare one. */
void nk_parse_collect_documents (NkAnnouncement *announcement, NkSlice text);
