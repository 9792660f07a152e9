/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* mail/message.h - one message understood: the header fields that matter here, its instant, and its text as UTF-8.
 * Floor: mail. Everything in NkMessage is owned by it; strings are valid UTF-8, never NULL unless said.
 * Two parsers give the same answer: the fast path for ordinary mail and GMime for the rest; tests hold them against each other. */
#pragma once
#include "ground/day.h"
#include "mail/mailbox.h"

#define NK_MESSAGE_MAX_HEADER_BYTES (256u << 10) /* of the whole header; what follows is cut and noted in `repairs` */
#define NK_MESSAGE_MAX_FIELD_BYTES 8192           /* of one kept field, decoded */
#define NK_MESSAGE_MAX_TEXT_BYTES (1u << 20)      /* of the decoded text */
#define NK_MESSAGE_MAX_MIME_DEPTH 20
#define NK_MESSAGE_MAX_MIME_PARTS 200

typedef enum { NK_PARSER_BOTH, NK_PARSER_GMIME } NkParser; /* BOTH: fast path first, GMime where it declines */

typedef enum {
  NK_DATE_NONE,
  NK_DATE_HEADER,
  NK_DATE_RECEIVED,  /* newest Received, because Date was missing or broken */
  NK_DATE_ENVELOPE,  /* the mailbox's From_ line */
  NK_DATE_NEIGHBOUR, /* set by the importer: the instant of the message before it in the same mailbox */
} NkDateOrigin;

/* What had to be mended; any bit makes the message count as repaired. */
typedef enum {
  NK_REPAIR_NONE = 0,
  NK_REPAIR_MESSAGE_ID = 1 << 0, /* made up from the bytes, or taken from Resent-Message-ID */
  NK_REPAIR_DATE = 1 << 1,
  NK_REPAIR_CHARSET = 1 << 2,    /* unknown or wrong charset: read as UTF-8 if valid (also where Latin-1 was declared), else Latin-1; docs/real-mail.md */
  NK_REPAIR_MULTIPART = 1 << 3,  /* boundary never occurs: the whole body is the text */
  NK_REPAIR_TRANSFER = 1 << 4,   /* unknown or broken transfer encoding */
  NK_REPAIR_LIMIT = 1 << 5,      /* header, text, depth or parts beyond a limit were cut */
  NK_REPAIR_HEADER = 1 << 6,     /* lines in the header that are no header fields */
} NkRepair;

typedef struct {
  char *message_id;   /* with its angle brackets */
  char *from;         /* decoded, one line */
  char *from_address; /* lower case, only the address of the first mailbox; DMARC-rewritten `user=40host@dmarc.ietf.org` undone; "" if none */
  char *to;           /* To and Cc, decoded, one line, lower case, parted by ", " */
  char *subject;      /* decoded, one line */
  char *list_id;      /* inside of the angle brackets of List-Id, lower case; "" if absent */
  gboolean is_reply;  /* has In-Reply-To or References, or the Subject starts with Re:, Fwd:, FW:, AW:, or ends with (fwd), also after [..] prefixes */
  gboolean is_tracker; /* has X-IETF-IDTracker */
  gint64 date_unix_s; /* UTC; 0 when date_origin is NONE */
  gint32 date_offset_s; /* zone as written, seconds east of UTC */
  NkDateOrigin date_origin;
  char *text;         /* first text/plain part, else any other text part (HTML without its tags), LF line ends, list footers cut off */
  guint repairs;      /* NkRepair bits */
  char *problem;      /* (nullable): why this cannot be understood at all (`no header`, `larger than 8 MiB: 104857600 bytes`); the other fields hold what could be read */
  gboolean by_fast_path;
} NkMessage;

/* Never fails: whatever the bytes are, the answer is a message, at worst one with a `problem`.
 * Returns: (transfer full). */
NkMessage *nk_message_parse (const NkRawMessage *raw, NkParser parser);
void nk_message_free (NkMessage *message);

/* XXH3-64 of the text that identifies a message together with its Message-ID: `text` without trailing white space on lines and at the end. */
guint64 nk_message_text_hash (const NkMessage *message);

/* XXH3-64 of raw bytes with CRLF read as LF and line ends at the end left out, so that the same mail in an mbox and a Maildir agree. */
guint64 nk_message_raw_hash (NkSlice bytes);

/* RFC 5322 §3.3 and §4.3 dates, and the odd ones of thirty years of archives (facts/announcements.md a.6): two-digit years, zone names, full day names,
 * `04-Jan-93 13:22:13`, `2006-07-29 00:55:01`, blanks inside the time. A zone that is nonsense counts as UTC. FALSE if no sane date (1970..2100) is found. */
gboolean nk_message_parse_date (NkSlice text, gint64 *ret_unix_s, gint32 *ret_offset_s);

/* Where the reader finds a message in the IETF's mail archive (base64url of SHA-1 of Message-ID without brackets and list name).
 * Returns: (transfer full). */
char *nk_message_archive_url (const char *message_id, const char *list);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkMessage, nk_message_free)
