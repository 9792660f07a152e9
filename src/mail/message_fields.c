/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* RFC 5322 §3.6 and RFC 2919: what the fields of a header say, once they are found. */
#include "mail/header_address.h"
#include "mail/message_private.h"
#include "ground/utf8.h"

/* Printable ASCII in one line without two blanks in a row or at the ends: what needs no further care. */
static gboolean
is_tidy (const char *text)
{
  char before = ' ';

  for (const char *p = text; *p != '\0'; p++) {
    /* Bytes beyond ASCII are negative or above the range, by the compiler's choice. */
    if (*p < ' ' || *p > '~' || (*p == ' ' && before == ' '))
      return FALSE;
    before = *p;
  }
  return *text == '\0' || before != ' ';
}

/* A decoded field as one line within its limit. Takes `text`. */
static char *
as_line (char *text, guint *repairs)
{
  g_autofree char *owned = text, *valid = NULL, *line = NULL;

  if (is_tidy (text)) {
    line = g_steal_pointer (&owned);
  } else {
    valid = nk_utf8_repair (nk_slice_text (text));
    line = nk_utf8_one_line (valid);
  }
  if (nk_text_limit (line, NK_MESSAGE_MAX_FIELD_BYTES))
    *repairs |= NK_REPAIR_LIMIT;
  return g_steal_pointer (&line);
}

/* The field as text: "" if absent, NULL if `decode` declined. */
static char *
read_text (const NkHeader *header, NkField field, NkDecodeField decode, GString *scratch, guint *repairs)
{
  char *text;

  if (header->values[field].data == NULL)
    return g_strdup ("");
  text = decode (nk_header_unfold (header->values[field], scratch), repairs);
  return text == NULL ? NULL : as_line (text, repairs);
}

/* RFC 5322 §3.6.4; without brackets, or with one of them, the id is still meant. NULL if there is none. */
static char *
read_message_id (NkSlice value, GString *scratch, guint *repairs)
{
  NkSlice id = nk_header_unfold (value, scratch), inner;
  gssize open = nk_slice_find_char (id, '<'), close;
  gboolean is_whole = FALSE;
  g_autofree char *line = NULL;

  if (open >= 0)
    id = nk_slice_from (id, (gsize)open + 1);
  close = nk_slice_find_char (id, '>');
  if (close >= 0) {
    is_whole = open >= 0;
    id = nk_slice_first (id, (gsize)close);
  }
  inner = nk_slice_trim (id);
  if (inner.length == 0)
    return NULL;
  line = as_line (nk_slice_dup (inner), repairs);
  if (*line == '\0')
    return NULL;
  if (!is_whole)
    *repairs |= NK_REPAIR_MESSAGE_ID;
  return g_strconcat ("<", line, ">", NULL);
}

static void
read_identity (NkMessage *message, const NkHeader *header, GString *scratch)
{
  message->message_id = read_message_id (header->values[NK_FIELD_MESSAGE_ID], scratch, &message->repairs);
  if (message->message_id == NULL) {
    message->message_id = read_message_id (header->values[NK_FIELD_RESENT_MESSAGE_ID], scratch, &message->repairs);
    message->repairs |= NK_REPAIR_MESSAGE_ID;
  }
}

/* RFC 2919: inside of the last angle brackets; the bare identifier where a list left them out. */
static char *
read_list_id (NkSlice value, GString *scratch, guint *repairs)
{
  NkSlice id = nk_header_unfold (value, scratch);
  gssize open = nk_header_find_last (id, '<'), close;
  char *line, *lower;

  if (id.length == 0)
    return g_strdup ("");
  if (open >= 0) {
    id = nk_slice_from (id, (gsize)open + 1);
    close = nk_slice_find_char (id, '>');
    if (close >= 0)
      id = nk_slice_first (id, (gsize)close);
  } else {
    id = nk_slice_from (id, (gsize)(nk_header_find_last (id, ' ') + 1));
  }
  line = as_line (nk_slice_dup (id), repairs);
  lower = g_ascii_strdown (line, -1);
  g_free (line);
  return lower;
}

/* To and Cc together, lower case. */
static char *
read_recipients (const NkHeader *header, NkDecodeField decode, GString *scratch, guint *repairs)
{
  g_autofree char *to = read_text (header, NK_FIELD_TO, decode, scratch, repairs);
  g_autofree char *cc = to == NULL ? NULL : read_text (header, NK_FIELD_CC, decode, scratch, repairs);
  char *all;

  if (cc == NULL)
    return NULL;
  all = *cc == '\0' ? g_steal_pointer (&to) : g_strconcat (to, *to == '\0' ? "" : ", ", cc, NULL);
  for (char *p = all; *p != '\0'; p++)
    *p = g_ascii_tolower (*p);
  return all;
}

/* Behind the [..] prefixes of lists. */
static NkSlice
without_prefixes (NkSlice subject)
{
  while (subject.length > 0 && subject.data[0] == '[') {
    gssize close = nk_slice_find_char (subject, ']');

    if (close < 0)
      break;
    subject = nk_slice_trim (nk_slice_from (subject, (gsize)close + 1));
  }
  return subject;
}

static gboolean
is_reply_subject (const char *text)
{
  static const char *const marks[] = { "re", "fwd", "fw", "aw" };
  NkSlice subject = without_prefixes (nk_slice_text (text));

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    NkSlice mark = nk_slice_text (marks[i]);

    if (nk_slice_starts_fold (subject, mark)
        && nk_slice_starts (nk_slice_trim (nk_slice_from (subject, mark.length)), NK_SLICE_LITERAL (":")))
      return TRUE;
  }
  return subject.length >= 5 && nk_slice_equal_fold (nk_slice_from (subject, subject.length - 5), NK_SLICE_LITERAL ("(fwd)"));
}

gboolean
nk_message_read_fields (NkMessage *message, const NkHeader *header, NkDecodeField decode)
{
  g_autoptr (GString) scratch = g_string_sized_new (256);
  guint *repairs = &message->repairs;

  message->subject = read_text (header, NK_FIELD_SUBJECT, decode, scratch, repairs);
  message->from = message->subject == NULL ? NULL : read_text (header, NK_FIELD_FROM, decode, scratch, repairs);
  message->to = message->from == NULL ? NULL : read_recipients (header, decode, scratch, repairs);
  if (message->to == NULL)
    return FALSE;
  message->from_address = nk_address_first (nk_header_unfold (header->values[NK_FIELD_FROM], scratch));
  message->list_id = read_list_id (header->values[NK_FIELD_LIST_ID], scratch, repairs);
  read_identity (message, header, scratch);
  message->is_tracker = header->values[NK_FIELD_TRACKER].data != NULL;
  message->is_reply = header->values[NK_FIELD_IN_REPLY_TO].data != NULL || header->values[NK_FIELD_REFERENCES].data != NULL
                      || is_reply_subject (message->subject);
  return TRUE;
}
