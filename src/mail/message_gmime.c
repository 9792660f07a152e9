/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Any mail at all, through GMime. What GMime is given is bounded beforehand, so that neither depth nor number of parts is the sender's to choose. */
#include "mail/message_gmime_private.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeParser, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeMessage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeStream, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeContentType, g_object_unref)

typedef enum { LEAF_PLAIN, LEAF_OTHER_TEXT, LEAF_ATTACHED } LeafRank;

/* A part that holds text. Objects are borrowed from the message. */
typedef struct {
  GMimePart *part;        /* NULL: `stray` is the text */
  const char *stray;      /* what a multipart without parts has instead */
  GMimeContentType *type; /* of `part` */
  LeafRank rank;
} Leaf;

typedef struct {
  GArray *leaves;
  guint n_parts;
  gboolean is_cut; /* depth or number of parts went beyond the limit */
} Search;

static GByteArray *
read_stream (GMimeStream *stream)
{
  GByteArray *bytes = g_byte_array_new ();
  char buffer[8192];
  gssize n;

  g_mime_stream_reset (stream);
  while ((n = g_mime_stream_read (stream, buffer, sizeof buffer)) > 0)
    g_byte_array_append (bytes, (const guint8 *)buffer, (guint)n);
  return bytes;
}

/* RFC 2045 §5.2: a Content-Type that is none (`text`, as mailers of 1993 wrote) means text/plain; GMime would say application/octet-stream. */
static gboolean
is_type_readable (NkSlice value)
{
  gssize slash;

  value = nk_slice_trim (value);
  slash = nk_slice_find_char (value, '/');
  return slash > 0 && (gsize)slash + 1 < value.length;
}

static NkMarkup
markup_of (GMimeContentType *type)
{
  if (g_mime_content_type_is_type (type, "text", "html"))
    return NK_MARKUP_HTML;
  if (g_mime_content_type_is_type (type, "text", "enriched") || g_mime_content_type_is_type (type, "text", "richtext"))
    return NK_MARKUP_ENRICHED;
  return NK_MARKUP_NONE;
}

static gboolean
parameter_is (GMimeContentType *type, const char *name, const char *value)
{
  const char *found = g_mime_content_type_get_parameter (type, name);

  return found != NULL && g_ascii_strcasecmp (found, value) == 0;
}

/* Encoded bytes of type `type` as text. (transfer full) */
static char *
make_text (NkSlice encoded, NkTransfer transfer, GMimeContentType *type, guint *repairs)
{
  g_autoptr (GByteArray) bytes = nk_gmime_decode_transfer (transfer, encoded, repairs);
  NkTextForm form = {
    .charset = nk_slice_text (g_mime_content_type_get_parameter (type, "charset")),
    .markup = markup_of (type),
    .is_flowed = g_mime_content_type_is_type (type, "text", "plain") && parameter_is (type, "format", "flowed"),
    .deletes_space = parameter_is (type, "delsp", "yes"),
  };

  return nk_message_make_text (nk_slice ((const char *)bytes->data, bytes->len), &form, nk_gmime_convert, repairs);
}

static char *
leaf_text (const Leaf *leaf, guint *repairs)
{
  g_autoptr (GByteArray) encoded = NULL;
  GMimeDataWrapper *content;
  const char *transfer;

  if (leaf->part == NULL) {
    const NkTextForm form = { .charset = NK_SLICE_EMPTY, .markup = NK_MARKUP_NONE };

    *repairs |= NK_REPAIR_MULTIPART;
    return nk_message_make_text (nk_slice_text (leaf->stray), &form, nk_gmime_convert, repairs);
  }
  content = g_mime_part_get_content (leaf->part);
  encoded = content == NULL ? g_byte_array_new () : read_stream (g_mime_data_wrapper_get_stream (content));
  transfer = g_mime_object_get_header (GMIME_OBJECT (leaf->part), "Content-Transfer-Encoding");
  return make_text (nk_slice ((const char *)encoded->data, encoded->len), nk_transfer_from_text (nk_slice_text (transfer)), leaf->type,
                    repairs);
}

static void
collect_part (Search *search, GMimePart *part)
{
  GMimeContentType *type = g_mime_object_get_content_type (GMIME_OBJECT (part));
  const char *type_field = g_mime_object_get_header (GMIME_OBJECT (part), "Content-Type");
  const char *disposition = g_mime_object_get_header (GMIME_OBJECT (part), "Content-Disposition");
  gboolean is_unsaid = type_field != NULL && !is_type_readable (nk_slice_text (type_field));
  Leaf leaf = { part, NULL, type, LEAF_PLAIN };

  if (!is_unsaid && !g_mime_content_type_is_type (type, "text", "*"))
    return;
  if (nk_header_is_attachment (nk_slice_text (disposition)))
    leaf.rank = LEAF_ATTACHED;
  else if (!is_unsaid && !g_mime_content_type_is_type (type, "text", "plain"))
    leaf.rank = LEAF_OTHER_TEXT;
  g_array_append_val (search->leaves, leaf);
}

/* Leaves of `object` in their order. Recursion ends at NK_MESSAGE_MAX_MIME_DEPTH. */
static void
collect (Search *search, GMimeObject *object, guint depth)
{
  GMimeContentType *type = object == NULL ? NULL : g_mime_object_get_content_type (object);

  if (object == NULL)
    return;
  if (depth > NK_MESSAGE_MAX_MIME_DEPTH || ++search->n_parts > NK_MESSAGE_MAX_MIME_PARTS) {
    search->is_cut = TRUE;
    return;
  }
  if (GMIME_IS_MULTIPART (object)) {
    GMimeMultipart *multipart = GMIME_MULTIPART (object);
    int n = g_mime_multipart_get_count (multipart);
    const char *prologue = g_mime_multipart_get_prologue (multipart);

    if (n == 0 && prologue != NULL) {
      Leaf leaf = { NULL, prologue, type, LEAF_PLAIN };

      g_array_append_val (search->leaves, leaf);
    }
    for (int i = 0; i < n && !search->is_cut; i++)
      collect (search, g_mime_multipart_get_part (multipart, i), depth + 1);
  } else if (GMIME_IS_MESSAGE_PART (object)) {
    /* What message/external-body points at is elsewhere; its headers are no text. The others: RFC 2046 §5.2.1, RFC 6532. */
    if (g_mime_content_type_is_type (type, "message", "rfc822") || g_mime_content_type_is_type (type, "message", "news")
        || g_mime_content_type_is_type (type, "message", "global")) {
      GMimeMessage *inner = g_mime_message_part_get_message (GMIME_MESSAGE_PART (object));

      collect (search, inner == NULL ? NULL : g_mime_message_get_mime_part (inner), depth + 1);
    }
  } else if (GMIME_IS_PART (object)) {
    collect_part (search, GMIME_PART (object));
  }
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\n\v\f\r")] == '\0';
}

/* The first leaf of the best rank that says something; else the very first of the best rank. NULL if there is no leaf. */
static char *
choose_text (const Search *search, guint *repairs)
{
  g_autofree char *blank = NULL;
  guint blank_repairs = 0;

  for (LeafRank rank = LEAF_PLAIN; rank <= LEAF_ATTACHED; rank++) {
    for (guint i = 0; i < search->leaves->len; i++) {
      const Leaf *leaf = &g_array_index (search->leaves, Leaf, i);
      g_autofree char *text = NULL;
      guint leaf_repairs = rank > LEAF_PLAIN && search->is_cut ? NK_REPAIR_LIMIT : 0;

      if (leaf->rank != rank)
        continue;
      text = leaf_text (leaf, &leaf_repairs);
      if (!is_blank (text)) {
        *repairs |= leaf_repairs;
        return g_steal_pointer (&text);
      }
      if (blank == NULL) {
        blank = g_steal_pointer (&text);
        blank_repairs = leaf_repairs;
      }
    }
  }
  *repairs |= blank_repairs;
  return g_steal_pointer (&blank);
}

/* The header as GMime is to see it: as it stands if there is nothing odd about it, else what it says about the body. */
static void
write_head (GByteArray *out, const NkLetter *letter)
{
  if (letter->header.is_plain) {
    g_byte_array_append (out, (const guint8 *)letter->head.data, (guint)letter->head.length);
    return;
  }
  for (guint i = NK_FIELD_CONTENT_TYPE; i <= NK_FIELD_DISPOSITION; i++) {
    const char *name = nk_header_field_name ((NkField)i);
    g_autofree char *value = NULL;

    if (letter->header.values[i].data == NULL)
      continue;
    value = nk_slice_dup (nk_slice_trim (letter->header.values[i]));
    g_byte_array_append (out, (const guint8 *)name, (guint)strlen (name));
    g_byte_array_append (out, (const guint8 *)": ", 2);
    g_byte_array_append (out, (const guint8 *)value, (guint)strlen (value));
    g_byte_array_append (out, (const guint8 *)"\n", 1);
  }
  g_byte_array_append (out, (const guint8 *)"\n", 1);
}

/* (transfer full) (nullable) */
static GMimeMessage *
construct (const NkLetter *letter, NkSlice body)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GMimeStream) stream = NULL;
  g_autoptr (GMimeParser) parser = NULL;

  write_head (bytes, letter);
  if (body.length > 0)
    g_byte_array_append (bytes, (const guint8 *)body.data, (guint)body.length);
  stream = g_mime_stream_mem_new_with_byte_array (bytes);
  parser = g_mime_parser_new_with_stream (stream);
  g_mime_parser_set_format (parser, GMIME_FORMAT_MESSAGE);
  g_mime_parser_set_persist_stream (parser, TRUE);
  return g_mime_parser_construct_message (parser, NULL);
}

/* The fields as GMime found them, first ones first. The slices live as long as `mime`. */
static void
read_header_list (GMimeMessage *mime, NkHeader *header)
{
  GMimeHeaderList *list = g_mime_object_get_header_list (GMIME_OBJECT (mime));

  for (int i = 0; i < g_mime_header_list_get_count (list); i++) {
    GMimeHeader *field = g_mime_header_list_get_header_at (list, i);
    NkSlice name = nk_slice_text (g_mime_header_get_name (field));
    NkField known = name.length == 0 ? NK_N_FIELDS : nk_header_field (name);

    if (known != NK_N_FIELDS && header->values[known].data == NULL)
      header->values[known] = nk_slice_text (g_mime_header_get_raw_value (field));
  }
}

/* TRUE if the message says that it has parts and shows none: archives have lost the boundaries of whole years. */
static gboolean
is_lost_multipart (GMimeContentType *type, NkSlice body)
{
  const char *boundary;
  gsize end;
  gboolean closes;

  if (!g_mime_content_type_is_type (type, "multipart", "*"))
    return FALSE;
  boundary = g_mime_content_type_get_parameter (type, "boundary");
  return boundary == NULL || *boundary == '\0' || nk_message_find_boundary (body, nk_slice_text (boundary), &end, &closes) < 0;
}

/* The whole body as text in spite of what its header says. */
static char *
whole_body (const NkLetter *letter, GMimeContentType *type, guint *repairs)
{
  return make_text (letter->body, nk_transfer_from_text (letter->header.values[NK_FIELD_TRANSFER_ENCODING]), type, repairs);
}

static char *
read_text (const NkLetter *letter, GMimeMessage *mime, GMimeContentType *type, guint *repairs)
{
  g_autoptr (GArray) leaves = g_array_new (FALSE, FALSE, sizeof (Leaf));
  Search search = { leaves, 0, FALSE };
  char *text;

  if (mime == NULL || is_lost_multipart (type, letter->body)) {
    *repairs |= NK_REPAIR_MULTIPART;
    return whole_body (letter, type, repairs);
  }
  collect (&search, g_mime_message_get_mime_part (mime), 0);
  text = choose_text (&search, repairs);
  if (text != NULL)
    return text;
  if (!search.is_cut)
    return g_strdup ("");
  *repairs |= NK_REPAIR_LIMIT;
  return whole_body (letter, type, repairs);
}

/* What GMime may see of the body: containers only up to their limits. */
static NkSlice
bounded_body (const NkLetter *letter, GMimeContentType *type, guint *repairs)
{
  NkSlice body = letter->body;

  if (!g_mime_content_type_is_type (type, "multipart", "*") && !g_mime_content_type_is_type (type, "message", "*"))
    return body;
  body.length = nk_message_bound_parts (body);
  if (body.length < letter->body.length)
    *repairs |= NK_REPAIR_LIMIT;
  return body;
}

void
nk_message_read_gmime (NkMessage *message, const NkLetter *letter)
{
  g_autoptr (GMimeMessage) mime = NULL;
  g_autoptr (GMimeContentType) type = NULL;
  g_autofree char *type_text = NULL;
  NkLetter readable = *letter;
  NkHeader header = { 0 };
  gboolean has_fields;
  guint repairs = 0;

  if (!is_type_readable (letter->header.values[NK_FIELD_CONTENT_TYPE])) {
    readable.header.is_plain = readable.header.is_plain && letter->header.values[NK_FIELD_CONTENT_TYPE].data == NULL;
    readable.header.values[NK_FIELD_CONTENT_TYPE] = NK_SLICE_EMPTY;
  }
  type_text = nk_slice_dup (nk_slice_trim (readable.header.values[NK_FIELD_CONTENT_TYPE]));
  type = g_mime_content_type_parse (NULL, *type_text == '\0' ? "text/plain" : type_text);
  mime = construct (&readable, bounded_body (&readable, type, &repairs));
  has_fields = mime != NULL && readable.header.is_plain;
  if (has_fields)
    read_header_list (mime, &header);
  nk_message_read_fields (message, has_fields ? &header : &letter->header, nk_message_decode_with_gmime);
  message->text = read_text (&readable, mime, type, &repairs);
  message->repairs |= repairs;
}
