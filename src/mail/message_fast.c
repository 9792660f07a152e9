/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* The fast path: one text/plain, alone or as the first part of a multipart, in the encodings and charsets of nearly all announcements. It declines whatever
 * two readers could see differently; GMime then decides. */
#include "mail/encoded_word.h"
#include "mail/header_parameter.h"
#include "mail/message_private.h"
#include "ground/utf8.h"

#define MAX_MULTIPART_BYTES (64u << 10)

static char *
decode_field (NkSlice value, guint *repairs)
{
  return nk_utf8_is_valid (value) ? nk_encoded_word_decode (value) : NULL;
}

static gboolean
is_plain_text (const NkContentType *type)
{
  return nk_slice_equal_fold (type->type, NK_SLICE_LITERAL ("text")) && nk_slice_equal_fold (type->subtype, NK_SLICE_LITERAL ("plain"));
}

/* The text of a leaf. NULL if it is none of the plain kinds. */
static char *
read_leaf (NkSlice encoded, const NkContentType *type, NkSlice transfer_field, guint *repairs)
{
  NkTransfer transfer = nk_transfer_from_text (transfer_field);
  NkTextForm form = { .charset = type->charset, .markup = NK_MARKUP_NONE };
  g_autofree char *buffer = NULL;
  NkSlice bytes = encoded;

  if (transfer == NK_TRANSFER_UNKNOWN || nk_charset_from_name (type->charset) == NK_CHARSET_OTHER)
    return NULL;
  if (transfer != NK_TRANSFER_PLAIN && encoded.length > 0) {
    gsize length = 0;

    buffer = g_malloc (encoded.length);
    if (!nk_transfer_decode (transfer, encoded, buffer, &length))
      return NULL;
    bytes = nk_slice (buffer, length);
  }
  form.is_flowed = nk_content_type_is_flowed (type, &form.deletes_space);
  return nk_message_make_text (bytes, &form, nk_text_convert_latin, repairs);
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\n\v\f\r")] == '\0';
}

/* The first part of a multipart, if it is the text: NULL if there is any doubt. */
static char *
read_first_part (const NkContentType *type, NkSlice body, guint *repairs)
{
  NkHeader header;
  NkContentType part_type;
  NkSlice part, content;
  gsize start, end, next_line;
  gssize found;
  gboolean closes;
  g_autofree char *text = NULL;

  if (type->boundary.length == 0 || body.length > MAX_MULTIPART_BYTES || nk_slice_equal_fold (type->subtype, NK_SLICE_LITERAL ("digest"))
      || nk_message_bound_parts (body) < body.length)
    return NULL;
  if (nk_message_find_boundary (body, type->boundary, &start, &closes) < 0 || closes || body.data[start - 1] != '\n')
    return NULL;
  found = nk_message_find_boundary (nk_slice_from (body, start), type->boundary, &next_line, &closes);
  if (found <= 0)
    return NULL;
  end = start + (gsize)found - 1; /* the line end before a boundary belongs to it (RFC 2046 §5.1.1) */
  part = nk_slice (body.data + start, end - start);
  nk_header_read (part, &header, &content);
  if (!header.is_plain || content.data == part.data + part.length
      || !nk_content_type_read (header.values[NK_FIELD_CONTENT_TYPE], &part_type) || !is_plain_text (&part_type)
      || header.values[NK_FIELD_DISPOSITION].data != NULL)
    return NULL;
  text = read_leaf (content, &part_type, header.values[NK_FIELD_TRANSFER_ENCODING], repairs);
  return text == NULL || is_blank (text) ? NULL : g_steal_pointer (&text);
}

gboolean
nk_message_read_fast (NkMessage *message, const NkLetter *letter)
{
  const NkHeader *header = &letter->header;
  NkContentType type;
  guint repairs = 0;
  g_autofree char *text = NULL;

  if (!header->is_plain || !nk_content_type_read (header->values[NK_FIELD_CONTENT_TYPE], &type))
    return FALSE;
  if (is_plain_text (&type))
    text = read_leaf (letter->body, &type, header->values[NK_FIELD_TRANSFER_ENCODING], &repairs);
  else if (nk_slice_equal_fold (type.type, NK_SLICE_LITERAL ("multipart")))
    text = read_first_part (&type, letter->body, &repairs);
  if (text == NULL)
    return FALSE;
  if (!nk_message_read_fields (message, header, decode_field)) {
    nk_message_clear_fields (message);
    return FALSE;
  }
  message->text = g_steal_pointer (&text);
  message->repairs |= repairs;
  return TRUE;
}
