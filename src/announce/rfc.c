/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Announcements of RFCs, from the 1990s to the templates of 2026 (facts/announcements.md (b)). */
#include "announce/body_private.h"
#include "announce/draft_name.h"
#include "announce/rfc_private.h"

enum {
  FIELD_TITLE,
  FIELD_AUTHORS,
  FIELD_STATUS,
  FIELD_STREAM,
  FIELD_DATE,
  FIELD_MAILBOX,
  FIELD_PAGES,
  FIELD_CHARACTERS,
  FIELD_OBSOLETES,
  FIELD_UPDATES,
  FIELD_SEE_ALSO,
  FIELD_NO_RELATIONS,
  FIELD_DRAFT,
  FIELD_URL,
  FIELD_DOI,
  N_FIELDS
};

static const NkBodyLabel labels[] = {
  { NK_SLICE_LITERAL ("title"), FIELD_TITLE },
  { NK_SLICE_LITERAL ("author"), FIELD_AUTHORS },
  { NK_SLICE_LITERAL ("authors"), FIELD_AUTHORS },
  { NK_SLICE_LITERAL ("author(s)"), FIELD_AUTHORS },
  { NK_SLICE_LITERAL ("status"), FIELD_STATUS },
  { NK_SLICE_LITERAL ("stream"), FIELD_STREAM },
  { NK_SLICE_LITERAL ("date"), FIELD_DATE },
  { NK_SLICE_LITERAL ("mailbox"), FIELD_MAILBOX },
  { NK_SLICE_LITERAL ("pages"), FIELD_PAGES },
  { NK_SLICE_LITERAL ("characters"), FIELD_CHARACTERS },
  { NK_SLICE_LITERAL ("obsoletes"), FIELD_OBSOLETES },
  { NK_SLICE_LITERAL ("updates"), FIELD_UPDATES },
  { NK_SLICE_LITERAL ("see also"), FIELD_SEE_ALSO },
  { NK_SLICE_LITERAL ("seealso"), FIELD_SEE_ALSO },
  { NK_SLICE_LITERAL ("see-also"), FIELD_SEE_ALSO },
  { NK_SLICE_LITERAL ("updates/obsoletes/seealso"), FIELD_NO_RELATIONS },
  { NK_SLICE_LITERAL ("updates/obsoletes/see also"), FIELD_NO_RELATIONS },
  { NK_SLICE_LITERAL ("i-d tag"), FIELD_DRAFT },
  { NK_SLICE_LITERAL ("url"), FIELD_URL },
  { NK_SLICE_LITERAL ("doi"), FIELD_DOI },
};

static const NkBodyForm form = { labels, G_N_ELEMENTS (labels), N_FIELDS, TRUE, N_FIELDS };

/* Relations of one document; more than this is no list that a person wrote. */
#define MAX_RELATIONS 100
#define MAX_SUBSERIES 20

/* `BCP 14`, `STD0066`, `FYI 36:` and nothing else; FALSE if `item` is none. The letters and the number, without zeros before it, go to the record. */
static gboolean
add_subseries (NkAnnouncement *announcement, NkSlice item)
{
  static const char *const series[] = { "BCP", "STD", "FYI" };
  guint64 number;

  item = nk_slice_trim (item);
  for (guint i = 0; i < G_N_ELEMENTS (series); i++) {
    g_autofree char *whole = NULL;
    if (!nk_slice_starts_fold (item, nk_slice (series[i], 3)))
      continue;
    if (!nk_slice_to_uint (nk_slice_trim (nk_slice_from (item, 3)), 9999, &number) || number == 0)
      return FALSE;
    whole = g_strdup_printf ("%s %u", series[i], (guint)number);
    if (announcement->subseries->len < MAX_SUBSERIES
        && !g_ptr_array_find_with_equal_func (announcement->subseries, whole, g_str_equal, NULL))
      g_ptr_array_add (announcement->subseries, g_steal_pointer (&whole));
    return TRUE;
  }
  return FALSE;
}

/* Cuts the part before the next comma off *rest. FALSE at the end. */
static gboolean
next_item (NkSlice *rest, NkSlice *ret_item)
{
  gssize comma;

  if (rest->length == 0)
    return FALSE;
  comma = nk_slice_find_char (*rest, ',');
  *ret_item = nk_slice_trim (comma < 0 ? *rest : nk_slice_first (*rest, (gsize)comma));
  *rest = comma < 0 ? NK_SLICE_EMPTY : nk_slice_from (*rest, (gsize)comma + 1);
  return TRUE;
}

/* `BCP 14, RFC 2119 on Title`: fills number and sub-series. */
static gboolean
read_subject (NkAnnouncement *announcement, NkSlice subject, NkSlice *ret_title)
{
  static const NkSlice on = NK_SLICE_LITERAL (" on ");
  gssize at = nk_slice_find_fold (subject, on);
  NkSlice rest, item;

  if (at < 0)
    return FALSE;
  rest = nk_slice_first (subject, (gsize)at);
  while (announcement->rfc_number == 0 && next_item (&rest, &item))
    if ((announcement->rfc_number = nk_rfc_number (item)) == 0 && !add_subseries (announcement, item))
      return FALSE;
  *ret_title = nk_slice_trim (nk_slice_from (subject, (gsize)at + on.length));
  return announcement->rfc_number > 0 && rest.length == 0 && ret_title->length > 0;
}

/* Lines before the block such as `RFC 9737`, `RFC 2119:`, `BCP 14, RFC 2119`. Returns: the number; 0 if there is none. */
static guint
read_number_lines (NkAnnouncement *announcement, NkSlice before)
{
  NkSlice line, item;
  guint number = 0;

  while (nk_slice_next_line (&before, &line)) {
    line = nk_slice_trim (line);
    if (line.length > 0 && line.data[line.length - 1] == ':')
      line.length--;
    while (next_item (&line, &item)) {
      guint found = nk_rfc_number (item);
      if (found > 0)
        number = found;
      else if (!add_subseries (announcement, item))
        break;
    }
  }
  return number;
}

/* The same for a copy filled anew, where the number stands last in the first sentences: `… libraries. RFC 9737 Title: …`. */
static guint
read_last_number (NkSlice before)
{
  before = nk_slice_trim (before);
  if (before.length > 0 && before.data[before.length - 1] == ':')
    before.length--;
  for (gsize length = 4; length <= 12 && length <= before.length; length++) {
    NkSlice end = nk_slice_from (before, before.length - length);
    guint number = nk_slice_starts_fold (end, NK_SLICE_LITERAL ("RFC")) ? nk_rfc_number (end) : 0;
    if (number > 0)
      return number;
  }
  return 0;
}

/* `RFC 1234, RFC5678`, `1234, 5678`, `None`. */
static void
add_relations (GArray *numbers, NkSlice value)
{
  NkSlice item;

  while (numbers->len < MAX_RELATIONS && next_item (&value, &item)) {
    guint64 bare = 0;
    guint number = nk_rfc_number (item);
    if (number == 0 && nk_slice_to_uint (item, 99999, &bare))
      number = (guint)bare;
    if (number > 0)
      g_array_append_val (numbers, number);
  }
}

static char *
read_draft (NkSlice value)
{
  NkSlice word = nk_body_first_word (value);
  g_autofree char *name = NULL, *revision = NULL, *lower = NULL;

  if (nk_draft_name_split (word, &name, &revision))
    return g_strconcat (name, "-", revision, NULL);
  if (word.length > NK_DRAFT_NAME_MAX_BYTES)
    return NULL;
  lower = g_ascii_strdown (word.data != NULL ? word.data : "", (gssize)word.length);
  return nk_draft_name_is_valid (nk_slice_text (lower)) ? g_steal_pointer (&lower) : NULL;
}

static void
read_fields (NkAnnouncement *announcement, const NkBodyField *fields)
{
  NkSlice doi = nk_body_first_word (fields[FIELD_DOI].value), see_also = fields[FIELD_SEE_ALSO].value, item;
  gssize at_doi = nk_slice_find (doi, NK_SLICE_LITERAL ("10."));

  nk_body_add_names (announcement->authors, fields[FIELD_AUTHORS].value);
  announcement->pages = nk_body_pages (fields[FIELD_PAGES].value);
  if (nk_slice_trim (fields[FIELD_DATE].value).length > 0)
    announcement->month = nk_parse_field (fields[FIELD_DATE].value, 64);
  add_relations (announcement->obsoletes, fields[FIELD_OBSOLETES].value);
  add_relations (announcement->updates, fields[FIELD_UPDATES].value);
  for (guint n = 0; n < MAX_SUBSERIES && next_item (&see_also, &item); n++)
    add_subseries (announcement, item);
  announcement->draft = read_draft (fields[FIELD_DRAFT].value);
  if (at_doi >= 0) /* the number alone, or behind a resolver's address */
    announcement->doi = nk_parse_field (nk_slice_from (doi, (gsize)at_doi), 128);
}

/* A word of letters and digits from *rest. */
static gboolean
next_word (NkSlice *rest, NkSlice *ret_word)
{
  gsize start = 0, end;

  while (start < rest->length && !g_ascii_isalnum (rest->data[start]))
    start++;
  for (end = start; end < rest->length && g_ascii_isalnum (rest->data[end]);)
    end++;
  *ret_word = nk_slice (rest->data + start, end - start);
  *rest = nk_slice_from (*rest, end);
  return ret_word->length > 0;
}

/* TRUE unless more than half of the Subject's words are missing from the body's title: the two are edited apart and differ in small things. */
static gboolean
titles_agree (NkSlice in_subject, NkSlice in_body)
{
  NkSlice word, other;
  guint words = 0, shared = 0;

  in_subject = nk_slice_first (in_subject, 512);
  while (next_word (&in_subject, &word)) {
    NkSlice rest = nk_slice_first (in_body, NK_ANNOUNCEMENT_MAX_TITLE_BYTES);
    gboolean found = FALSE;
    while (!found && next_word (&rest, &other))
      found = nk_slice_equal_fold (word, other);
    words++;
    shared += found ? 1 : 0;
  }
  return 2 * shared >= words;
}

/* Reads the block in whichever shape it has. */
static gboolean
read_block (NkSlice text, NkBodyField *fields, NkSlice *ret_before, NkSlice *ret_after)
{
  if (nk_body_read_block (text, &form, fields, ret_before, ret_after) && fields[FIELD_TITLE].label != NULL
      && fields[FIELD_AUTHORS].label != NULL)
    return TRUE;
  return nk_body_read_reflowed (text, &form, fields, ret_before, ret_after) && fields[FIELD_TITLE].label != NULL;
}

/* Holds the body against the Subject, and takes the title from it. NULL: they agree. */
static char *
read_title (NkAnnouncement *announcement, NkSlice in_subject, const NkBodyField *fields, NkSlice before)
{
  guint in_body = read_number_lines (announcement, before);

  if (in_body == 0)
    in_body = read_last_number (before);
  if (in_body == 0)
    return g_strdup_printf ("the body does not name RFC %u", announcement->rfc_number);
  if (in_body != announcement->rfc_number)
    return g_strdup_printf ("the Subject names RFC %u, the body RFC %u", announcement->rfc_number, in_body);
  announcement->title = nk_parse_field (fields[FIELD_TITLE].value, NK_ANNOUNCEMENT_MAX_TITLE_BYTES);
  if (announcement->title[0] == '\0') {
    g_free (announcement->title);
    announcement->title = nk_parse_field (in_subject, NK_ANNOUNCEMENT_MAX_TITLE_BYTES);
  } else if (!titles_agree (in_subject, nk_slice_text (announcement->title))) {
    return g_strdup_printf ("the Subject and the body give RFC %u different titles", announcement->rfc_number);
  }
  return NULL;
}

NkParseResult
nk_parse_rfc (const NkParseInput *input, NkAnnouncement **ret_announcement, char **ret_reason)
{
  g_autoptr (NkAnnouncement) announcement = nk_announcement_new (NK_KIND_RFC);
  NkBodyField fields[N_FIELDS];
  NkSlice in_subject, before, after;
  NkRfcEnding ending;

  if (!read_subject (announcement, nk_slice_text (input->subject), &in_subject))
    return NK_PARSE_NOT_MINE;
  if (!read_block (nk_slice_text (input->message->text), fields, &before, &after)) {
    *ret_reason = g_strdup ("the body is no announcement of an RFC");
    return NK_PARSE_MISFIT;
  }
  *ret_reason = read_title (announcement, in_subject, fields, before);
  if (*ret_reason != NULL)
    return NK_PARSE_MISFIT;
  announcement->name = g_strdup_printf ("rfc%u", announcement->rfc_number);
  announcement->subject = g_strdup (input->subject);
  read_fields (announcement, fields);
  nk_rfc_read_ending (after, &ending);
  g_free (announcement->abstract);
  announcement->abstract = nk_body_unfold_abstract (ending.abstract);
  nk_rfc_apply_ending (announcement, &ending, fields[FIELD_STATUS].value, fields[FIELD_STREAM].value, input->groups);
  announcement->url = g_strdup_printf ("https://www.rfc-editor.org/info/rfc%u", announcement->rfc_number);
  *ret_announcement = g_steal_pointer (&announcement);
  return NK_PARSE_DONE;
}
