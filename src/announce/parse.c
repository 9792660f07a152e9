/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* What the parsers of several kinds share. */
#include "announce/parser_private.h"
#include "announce/draft_name.h"
#include "ground/utf8.h"

/* A name longer than this is no document; it also bounds the copy that a look-up makes. */
#define MAX_TOKEN_BYTES NK_DRAFT_NAME_MAX_BYTES

char *
nk_parse_unfold (const char *text)
{
  NkSlice rest = nk_slice_text (text), line;
  GString *out = g_string_sized_new (rest.length + 1);
  gboolean paragraph_ended = FALSE;

  while (nk_slice_next_line (&rest, &line)) {
    line = nk_slice_trim (line);
    if (line.length == 0) {
      paragraph_ended = out->len > 0;
      continue;
    }
    if (out->len > 0)
      g_string_append (out, paragraph_ended ? "\n\n" : " ");
    g_string_append_len (out, line.data, (gssize)line.length);
    paragraph_ended = FALSE;
  }
  return g_string_free (out, FALSE);
}

NkSlice
nk_parse_limit (NkSlice text, gsize limit_bytes)
{
  if (text.length <= limit_bytes)
    return text;
  while (limit_bytes > 0 && ((guchar)text.data[limit_bytes] & 0xC0) == 0x80)
    limit_bytes--;
  return nk_slice_first (text, limit_bytes);
}

/* One pass for the ordinary case: printable ASCII. NULL if `text` holds anything else, which the slower way then cleans. */
static char *
field_of_plain_ascii (NkSlice text)
{
  char *out = g_malloc (text.length + 1);
  gsize length = 0;

  for (gsize i = 0; i < text.length; i++) {
    guchar c = (guchar)text.data[i];
    if (c == ' ' || c == '\n' || c == '\t') {
      if (length > 0 && out[length - 1] != ' ')
        out[length++] = ' ';
      continue;
    }
    if (c < 0x20 || c >= 0x7F) {
      g_free (out);
      return NULL;
    }
    out[length++] = (char)c;
  }
  if (length > 0 && out[length - 1] == ' ')
    length--;
  out[length] = '\0';
  return out;
}

char *
nk_parse_field (NkSlice text, gsize limit_bytes)
{
  char *field;

  /* White space may shrink to nothing, so some more than the limit is looked at, but never without bound. */
  text = nk_parse_limit (nk_slice_trim (text), 4 * limit_bytes);
  field = field_of_plain_ascii (text);
  if (field != NULL && text.length <= limit_bytes)
    return field;
  if (field == NULL) {
    g_autofree char *repaired = nk_utf8_repair (text);
    field = nk_utf8_one_line (repaired);
  }
  field[nk_parse_limit (nk_slice_text (field), limit_bytes).length] = '\0';
  return g_strchomp (field);
}

void
nk_parse_name_by_text (NkAnnouncement *announcement, const NkMessage *message)
{
  const char *subject = announcement->subject != NULL ? announcement->subject : message->subject;
  g_autofree char *identity = g_strdup_printf ("%s\n%016" G_GINT64_MODIFIER "x", subject, nk_message_text_hash (message));

  g_free (announcement->name);
  announcement->name = g_strdup_printf ("%s/%016" G_GINT64_MODIFIER "x", nk_kind_word (announcement->kind),
                                        nk_message_raw_hash (nk_slice_text (identity)));
}

/* Takes over a copy of `value` unless the field already says something. */
static void
fill (char **field, const char *value)
{
  if (*field == NULL && value[0] != '\0')
    *field = g_strdup (value);
}

void
nk_parse_complete_group (NkAnnouncement *announcement, const NkGroupTable *groups)
{
  const NkGroup *group;

  if (groups == NULL || announcement->group_acronym == NULL)
    return;
  group = nk_group_by_acronym (groups, announcement->group_acronym);
  if (group == NULL)
    return;
  fill (&announcement->group_name, group->name);
  fill (&announcement->group_kind, group->kind);
  fill (&announcement->group_area, group->area);
}

/* TRUE if `longer` is `shorter` followed by a revision. */
static gboolean
adds_revision (const char *longer, const char *shorter)
{
  gsize length = strlen (shorter);

  return strlen (longer) == length + 3 && strncmp (longer, shorter, length) == 0 && longer[length] == '-'
         && g_ascii_isdigit (longer[length + 1]) && g_ascii_isdigit (longer[length + 2]);
}

/* A name with its revision stands for the same name without: pages link to one and speak of the other. */
static void
add_document (NkAnnouncement *announcement, char *document)
{
  GPtrArray *documents = announcement->documents;

  for (guint i = 0; i < documents->len; i++) {
    char *known = documents->pdata[i];
    if (strcmp (known, document) == 0 || adds_revision (known, document)) {
      g_free (document);
      return;
    }
    if (adds_revision (document, known)) {
      documents->pdata[i] = document;
      g_free (known);
      return;
    }
  }
  if (documents->len < NK_ANNOUNCEMENT_MAX_DOCUMENTS)
    g_ptr_array_add (documents, document);
  else
    g_free (document);
}

static gboolean
is_name_char (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '.' || c == '_' || c == '+';
}

/* Cuts a file ending and the punctuation of the sentence off a draft's name. */
static NkSlice
without_ending (NkSlice token)
{
  static const char *const endings[] = { ".txt", ".html", ".pdf", ".xml" };

  while (token.length > 0 && !g_ascii_isalnum (token.data[token.length - 1]))
    token.length--;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    NkSlice ending = nk_slice_text (endings[i]);
    if (token.length > ending.length && nk_slice_equal_fold (nk_slice_from (token, token.length - ending.length), ending)) {
      token.length -= ending.length;
      break;
    }
  }
  return token;
}

/* The draft named at the start of `text`. Returns: the bytes it takes, 0 if none stands there. */
static gsize
take_draft (NkAnnouncement *announcement, NkSlice text)
{
  NkSlice token = { text.data, 0 };
  gsize taken;
  g_autofree char *name = NULL;

  if (!nk_slice_starts_fold (text, NK_SLICE_LITERAL ("draft-")))
    return 0;
  while (token.length < text.length && is_name_char (text.data[token.length]))
    token.length++;
  taken = token.length;
  token = without_ending (token);
  if (token.length > MAX_TOKEN_BYTES)
    return taken;
  name = g_ascii_strdown (token.data, (gssize)token.length);
  if (nk_draft_name_is_valid (nk_slice_text (name)))
    add_document (announcement, g_steal_pointer (&name));
  return taken;
}

/* The RFC named at the start of `text`. */
static gsize
take_rfc (NkAnnouncement *announcement, NkSlice text)
{
  gsize end = 3, start;
  guint number;

  if (!nk_slice_starts_fold (text, NK_SLICE_LITERAL ("rfc")))
    return 0;
  while (end < text.length && g_ascii_isspace (text.data[end]))
    end++;
  start = end;
  while (end < text.length && end - start < 6 && g_ascii_isdigit (text.data[end]))
    end++;
  if (end == start || (end < text.length && g_ascii_isalnum (text.data[end])))
    return end;
  number = nk_rfc_number (nk_slice_first (text, end));
  if (number > 0)
    add_document (announcement, g_strdup_printf ("rfc%u", number));
  return end;
}

void
nk_parse_collect_documents (NkAnnouncement *announcement, NkSlice text)
{
  gsize i = 0;

  while (i < text.length) {
    char c = g_ascii_tolower (text.data[i]);
    gsize taken = 0;
    if ((c == 'd' || c == 'r') && (i == 0 || !is_name_char (text.data[i - 1])))
      taken = c == 'd' ? take_draft (announcement, nk_slice_from (text, i)) : take_rfc (announcement, nk_slice_from (text, i));
    i += MAX (taken, 1);
  }
}
