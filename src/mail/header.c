/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* RFC 5322 §2.2 header fields, §4.5 obsolete ones, and the lines of thirty years that are none. */
#include "mail/header.h"
#include "mail/message.h"

static const char *const field_names[NK_N_FIELDS] = {
  [NK_FIELD_DATE] = "Date",
  [NK_FIELD_FROM] = "From",
  [NK_FIELD_TO] = "To",
  [NK_FIELD_CC] = "Cc",
  [NK_FIELD_SUBJECT] = "Subject",
  [NK_FIELD_MESSAGE_ID] = "Message-ID",
  [NK_FIELD_RESENT_MESSAGE_ID] = "Resent-Message-ID",
  [NK_FIELD_IN_REPLY_TO] = "In-Reply-To",
  [NK_FIELD_REFERENCES] = "References",
  [NK_FIELD_LIST_ID] = "List-Id",
  [NK_FIELD_TRACKER] = "X-IETF-IDTracker",
  [NK_FIELD_RECEIVED] = "Received",
  [NK_FIELD_CONTENT_TYPE] = "Content-Type",
  [NK_FIELD_TRANSFER_ENCODING] = "Content-Transfer-Encoding",
  [NK_FIELD_DISPOSITION] = "Content-Disposition",
};

#define BIT(field) (1u << (field))

/* Most fields of a header are none of ours: their length alone tells it. The tests hold this against the names. */
static const guint16 fields_of_length[] = {
  [2] = BIT (NK_FIELD_TO) | BIT (NK_FIELD_CC),
  [4] = BIT (NK_FIELD_DATE) | BIT (NK_FIELD_FROM),
  [7] = BIT (NK_FIELD_SUBJECT) | BIT (NK_FIELD_LIST_ID),
  [8] = BIT (NK_FIELD_RECEIVED),
  [10] = BIT (NK_FIELD_MESSAGE_ID) | BIT (NK_FIELD_REFERENCES),
  [11] = BIT (NK_FIELD_IN_REPLY_TO),
  [12] = BIT (NK_FIELD_CONTENT_TYPE),
  [16] = BIT (NK_FIELD_TRACKER),
  [17] = BIT (NK_FIELD_RESENT_MESSAGE_ID),
  [19] = BIT (NK_FIELD_DISPOSITION),
  [25] = BIT (NK_FIELD_TRANSFER_ENCODING),
};

/* Field names are letters and hyphens, and `name` holds no control characters: so a difference of 0x20 is one of case. */
static gboolean
is_same_name (const char *a, const char *b, gsize length)
{
  for (gsize i = 0; i < length; i++) {
    if (((a[i] ^ b[i]) & ~0x20) != 0)
      return FALSE;
  }
  return TRUE;
}

NkField
nk_header_field (NkSlice name)
{
  guint candidates = name.length < G_N_ELEMENTS (fields_of_length) ? fields_of_length[name.length] : 0;

  while (candidates != 0) {
    NkField field = (NkField)__builtin_ctz (candidates);

    if (is_same_name (field_names[field], name.data, name.length))
      return field;
    candidates &= candidates - 1;
  }
  return NK_N_FIELDS;
}

const char *
nk_header_field_name (NkField field)
{
  return field_names[field];
}

/* RFC 5322 §2.2: a field name is printable ASCII without the colon. */
static const guint8 is_name_char[256] = { [33 ... 57] = TRUE, [59 ... 126] = TRUE };

static inline gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

/* Length of the field name that `line` starts with, 0 if there is none.
 * *ret_value: offset behind the colon. Blanks before the colon are the obsolete syntax of §4.5.8. */
static gsize
field_name_length (NkSlice line, gsize *ret_value)
{
  gsize limit = MIN (line.length, NK_HEADER_MAX_NAME_BYTES), length = 0, colon;

  while (length < limit && is_name_char[(guchar)line.data[length]])
    length++;
  colon = length;
  while (colon < limit && is_blank (line.data[colon]))
    colon++;
  if (length == 0 || colon == limit || line.data[colon] != ':')
    return 0;
  *ret_value = colon + 1;
  return length;
}

/* One reading of a header. */
typedef struct {
  NkSlice bytes;
  gsize limit; /* fields are read up to here */
  gsize stray; /* where lines began that are no fields and that no field has followed yet; G_MAXSIZE: nowhere */
  NkHeader *header;
} Reading;

/* End of the line at `at`: offset of its LF, or the end of the bytes. */
static gsize
line_end (NkSlice bytes, gsize at)
{
  const char *end = memchr (bytes.data + at, '\n', bytes.length - at);

  return end == NULL ? bytes.length : (gsize)(end - bytes.data);
}

static void
keep_field (Reading *reading, NkField field, NkSlice value)
{
  NkHeader *header = reading->header;

  header->n_known++;
  if (header->values[field].data != NULL) {
    /* RFC 2045 allows these once; readers disagree on which one of two counts. */
    if (field >= NK_FIELD_CONTENT_TYPE)
      header->is_plain = FALSE;
    return;
  }
  if (value.length > NK_HEADER_MAX_VALUE_BYTES) {
    value.length = NK_HEADER_MAX_VALUE_BYTES;
    header->repairs |= NK_REPAIR_LIMIT;
  }
  header->values[field] = value;
}

/* The field or stray line at `at`, with the lines that continue it. Returns: where the next line starts. */
static gsize
read_field (Reading *reading, gsize at)
{
  NkSlice bytes = reading->bytes, line;
  gsize end = line_end (bytes, at), name_length, value = 0;
  NkField field;

  line = nk_slice (bytes.data + at, end - at);
  name_length = field_name_length (line, &value);
  while (end + 1 < bytes.length && end < reading->limit && is_blank (bytes.data[end + 1]))
    end = line_end (bytes, end + 1);
  if (name_length == 0) {
    if (reading->stray == G_MAXSIZE)
      reading->stray = at;
    reading->header->repairs |= NK_REPAIR_HEADER;
    return end + 1;
  }

  line.length = MIN (end, reading->limit) - at;
  /* A long field may make other readers slow or deep, even one that we pass over. */
  if (value != name_length + 1 || line.length > NK_MESSAGE_MAX_FIELD_BYTES)
    reading->header->is_plain = FALSE;
  field = nk_header_field (nk_slice (line.data, name_length));
  /* Behind a stray line prose may look like a field (`Note: ...`); names that prose has not are `Like-This`. */
  if (reading->stray != G_MAXSIZE && (field != NK_N_FIELDS || memchr (line.data, '-', name_length) != NULL))
    reading->stray = G_MAXSIZE;
  if (field != NK_N_FIELDS)
    keep_field (reading, field, nk_slice_from (line, value));
  return end + 1;
}

/* The body of a header that goes on beyond the limit: behind the next empty line. */
static NkSlice
find_body (NkSlice bytes, gsize at)
{
  while (at < bytes.length) {
    gsize end = line_end (bytes, at);

    if (end == at)
      return nk_slice_from (bytes, end + 1);
    at = end + 1;
  }
  return nk_slice_from (bytes, bytes.length);
}

void
nk_header_read (NkSlice bytes, NkHeader *ret_header, NkSlice *ret_body)
{
  Reading reading = { bytes, MIN (bytes.length, NK_MESSAGE_MAX_HEADER_BYTES), G_MAXSIZE, ret_header };
  gsize at = 0;

  memset (ret_header, 0, sizeof *ret_header);
  ret_header->is_plain = TRUE;
  *ret_body = bytes;
  if (bytes.length == 0)
    return;
  while (at < reading.limit && bytes.data[at] != '\n')
    at = read_field (&reading, at);

  if (reading.stray != G_MAXSIZE)
    *ret_body = nk_slice_from (bytes, reading.stray);
  else if (at < reading.limit)
    *ret_body = nk_slice_from (bytes, at + 1);
  else
    *ret_body = find_body (bytes, at);
  if (at >= reading.limit && reading.limit < bytes.length)
    ret_header->repairs |= NK_REPAIR_LIMIT;
  if (ret_header->repairs != 0 || at > NK_HEADER_MAX_PLAIN_BYTES || memchr (bytes.data, '\0', MIN (at, reading.limit)) != NULL)
    ret_header->is_plain = FALSE;
}

NkSlice
nk_header_unfold (NkSlice value, GString *scratch)
{
  value = nk_slice_trim (value);
  if (nk_slice_find_char (value, '\n') < 0)
    return value;
  g_string_truncate (scratch, 0);
  for (gsize i = 0; i < value.length; i++) {
    if (value.data[i] != '\n')
      g_string_append_c (scratch, value.data[i]);
  }
  return nk_slice (scratch->str, scratch->len);
}

gssize
nk_header_find_last (NkSlice value, char c)
{
  for (gsize i = value.length; i > 0; i--) {
    if (value.data[i - 1] == c)
      return (gssize)i - 1;
  }
  return -1;
}

gboolean
nk_header_is_attachment (NkSlice disposition)
{
  return nk_slice_starts_fold (nk_slice_trim (disposition), NK_SLICE_LITERAL ("attachment"));
}
