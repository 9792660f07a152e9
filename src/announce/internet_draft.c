/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Announcements of Internet-Drafts, eras A to H (facts/announcements.md (a)). The eras differ in wording and white space, not in shape: a sentence,
 * a block of fields, the abstract, and lines on where to find the draft. So one reading serves all. */
#include "announce/body_private.h"
#include "announce/draft_name.h"

enum { FIELD_TITLE, FIELD_AUTHORS, FIELD_FILE, FIELD_PAGES, FIELD_DATE, N_FIELDS };

static const NkBodyLabel labels[] = {
  { NK_SLICE_LITERAL ("title"), FIELD_TITLE },     { NK_SLICE_LITERAL ("author"), FIELD_AUTHORS },
  { NK_SLICE_LITERAL ("authors"), FIELD_AUTHORS }, { NK_SLICE_LITERAL ("author(s)"), FIELD_AUTHORS },
  { NK_SLICE_LITERAL ("filename"), FIELD_FILE },   { NK_SLICE_LITERAL ("name"), FIELD_FILE },
  { NK_SLICE_LITERAL ("pages"), FIELD_PAGES },     { NK_SLICE_LITERAL ("date"), FIELD_DATE },
  { NK_SLICE_LITERAL ("dates"), FIELD_DATE },
};

static const NkBodyForm form = { labels, G_N_ELEMENTS (labels), N_FIELDS, FALSE, FIELD_DATE };

/* A line that begins like this stands behind the abstract (a.4). */
static const NkSlice trailers[] = {
  NK_SLICE_LITERAL ("A URL for this Internet-Draft is"),
  NK_SLICE_LITERAL ("A URL for the Internet-Draft is"),
  NK_SLICE_LITERAL ("A diff from the previous version is available at"),
  NK_SLICE_LITERAL ("Internet-Drafts are available by anonymous FTP"),
  NK_SLICE_LITERAL ("Internet-Drafts are also available by"),
  NK_SLICE_LITERAL ("This Internet-Draft can be retrieved at"),
  NK_SLICE_LITERAL ("The IETF datatracker status page for this"),
  NK_SLICE_LITERAL ("The IETF datatracker page for this Internet-Draft is"),
  NK_SLICE_LITERAL ("There's also a htmlized version"),
  NK_SLICE_LITERAL ("There are also htmlized versions"),
  NK_SLICE_LITERAL ("There is also an HTML version"),
  NK_SLICE_LITERAL ("There is also an HTMLized version"),
  NK_SLICE_LITERAL ("Please note that it may take a couple of minutes"),
  NK_SLICE_LITERAL ("To remove yourself from the"),
  NK_SLICE_LITERAL ("Below is the data which will enable a MIME"),
};

/* What the Subject names; slices of it. */
typedef struct {
  char *name;
  char *revision;
} Named;

static void
named_clear (Named *named)
{
  g_free (named->name);
  g_free (named->revision);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Named, named_clear)

/* What follows `I-D Action:` in any case and spacing, or FALSE. */
static gboolean
subject_is_mine (NkSlice subject, NkSlice *ret_rest)
{
  static const NkSlice words = NK_SLICE_LITERAL ("I-D Action");

  if (!nk_slice_starts_fold (subject, words))
    return FALSE;
  subject = nk_slice_trim (nk_slice_from (subject, words.length));
  if (subject.length == 0 || subject.data[0] != ':')
    return FALSE;
  *ret_rest = nk_slice_from (subject, 1);
  return TRUE;
}

/* The file that a value names: `draft-x-00.txt`, also `draft-x-00.txt, .ps`. */
static NkSlice
file_of (NkSlice value)
{
  NkSlice word = nk_body_first_word (value);

  while (word.length > 0 && (word.data[word.length - 1] == ',' || word.data[word.length - 1] == '.'))
    word.length--;
  if (nk_slice_ends (word, NK_SLICE_LITERAL (".txt")))
    word.length -= strlen (".txt");
  return word;
}

static gboolean
is_file (const Named *named, NkSlice file)
{
  gsize length = strlen (named->name);

  return file.length == length + 3 && nk_slice_equal_fold (nk_slice_first (file, length), nk_slice (named->name, length))
         && file.data[length] == '-' && memcmp (file.data + length + 1, named->revision, 2) == 0;
}

/* The first sentence of era H, `Internet-Draft draft-x-00.txt is now available.`, names the file as well. */
static NkSlice
file_in_sentence (NkSlice sentence)
{
  static const NkSlice words = NK_SLICE_LITERAL ("Internet-Draft draft-");

  if (!nk_slice_starts_fold (sentence, words))
    return NK_SLICE_EMPTY;
  return file_of (nk_slice_from (sentence, strlen ("Internet-Draft ")));
}

static gboolean
has_first_sentence (NkSlice sentence)
{
  return nk_slice_find_fold (sentence, NK_SLICE_LITERAL ("Internet-Draft is available")) >= 0
         || (file_in_sentence (sentence).length > 0 && nk_slice_find_fold (sentence, NK_SLICE_LITERAL (" is now available")) >= 0);
}

/* Holds the Subject against the body. NULL: they agree. */
static char *
disagreement (const Named *named, NkSlice sentence, const NkBodyField *fields, gboolean has_block)
{
  NkSlice in_body[2] = { file_in_sentence (sentence), has_block ? file_of (fields[FIELD_FILE].value) : NK_SLICE_EMPTY };

  if (!has_block && !has_first_sentence (sentence))
    return g_strdup ("the body is no announcement of a draft");
  for (guint i = 0; i < G_N_ELEMENTS (in_body); i++) {
    if (in_body[i].length == 0 || is_file (named, in_body[i]))
      continue;
    g_autofree char *other = nk_parse_field (in_body[i], NK_DRAFT_NAME_MAX_BYTES);
    return g_strdup_printf ("the Subject names %s-%s, the body %s", named->name, named->revision, other);
  }
  return NULL;
}

/* One name on each line since 2011, before that a list parted by commas that may be wrapped: a comma on the first line tells them apart,
 * since the later tools have `Author` or `Authors` as their label. */
static void
read_authors (NkAnnouncement *announcement, const NkBodyField *field)
{
  static const NkSlice old_label = NK_SLICE_LITERAL ("author(s)");
  NkSlice rest = field->value, line;

  if (field->label == NULL)
    return;
  if (nk_slice_equal (field->label->text, old_label) && nk_slice_next_line (&rest, &line) && nk_slice_find_char (line, ',') >= 0) {
    nk_body_add_names (announcement->authors, field->value);
    return;
  }
  rest = field->value;
  while (nk_slice_next_line (&rest, &line)) {
    line = nk_slice_trim (line);
    if (line.length == 0 || announcement->authors->len >= NK_ANNOUNCEMENT_MAX_AUTHORS)
      continue;
    if (nk_slice_equal (field->label->text, old_label))
      nk_body_add_names (announcement->authors, line);
    else
      g_ptr_array_add (announcement->authors, nk_parse_field (line, NK_BODY_MAX_NAME_BYTES));
  }
}

static gboolean
is_trailer (NkSlice line)
{
  if (line.length == 0 || strchr ("AITPB", line.data[0]) == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (trailers); i++)
    if (nk_slice_starts (line, trailers[i]))
      return TRUE;
  return FALSE;
}

/* Since 2012 the abstract has a heading; before, it begins right behind the block. */
static NkSlice
without_heading (NkSlice text)
{
  static const NkSlice heading = NK_SLICE_LITERAL ("Abstract:"), bare = NK_SLICE_LITERAL ("Abstract");
  NkSlice rest = text, line;

  while (nk_slice_next_line (&rest, &line)) {
    NkSlice words = nk_slice_trim (line);
    if (words.length == 0)
      continue;
    if (nk_slice_equal_fold (words, bare))
      return rest;
    if (nk_slice_starts_fold (words, heading))
      return nk_slice_from (text, (gsize)(words.data + heading.length - text.data));
    break;
  }
  return text;
}

static NkSlice
find_abstract (NkSlice after)
{
  NkSlice text = without_heading (after), rest = text, line;

  while (nk_slice_next_line (&rest, &line))
    if (is_trailer (line))
      return nk_slice_first (text, (gsize)(line.data - text.data));
  return text;
}

static const char *
stream_of (NkStanding standing)
{
  switch (standing) {
  case NK_STANDING_WG:
  case NK_STANDING_AG:
  case NK_STANDING_IESG: return "IETF";
  case NK_STANDING_RG: return "IRTF";
  case NK_STANDING_IAB: return "IAB";
  case NK_STANDING_EDITORIAL: return "Editorial";
  case NK_STANDING_INDIVIDUAL:
  case NK_STANDING_RFC_EDITOR:
  case NK_STANDING_IANA: return NULL;
  }
  return NULL;
}

/* What the name says holds; the sentence adds the group, which an individual draft may have too. */
static void
read_standing (NkAnnouncement *announcement, NkSlice sentence, const NkGroupTable *groups)
{
  static const NkSlice words = NK_SLICE_LITERAL ("is a work item of the ");
  gssize at = nk_slice_find (sentence, words);
  g_autofree char *acronym = NULL;
  NkBodyGroup group = { NK_SLICE_EMPTY, NK_SLICE_EMPTY, NULL };

  announcement->standing = nk_draft_name_standing (announcement->name, &acronym);
  if (at >= 0)
    group = nk_body_read_group (nk_slice_from (sentence, (gsize)at + words.length));
  nk_body_apply_group (announcement, &group, acronym, groups);
  if (announcement->group_kind == NULL && announcement->group_acronym != NULL && announcement->standing == NK_STANDING_WG)
    announcement->group_kind = g_strdup ("wg");
  if (announcement->group_kind == NULL && announcement->group_acronym != NULL && announcement->standing == NK_STANDING_RG)
    announcement->group_kind = g_strdup ("rg");
  if (announcement->standing == NK_STANDING_WG && g_strcmp0 (announcement->group_kind, "ag") == 0)
    announcement->standing = NK_STANDING_AG;
  if (announcement->group_area == NULL && g_strcmp0 (announcement->group_kind, "rg") == 0)
    announcement->group_area = g_strdup ("irtf");
  announcement->stream = g_strdup (stream_of (announcement->standing));
}

static void
read_fields (NkAnnouncement *announcement, const NkBodyField *fields)
{
  announcement->title = nk_parse_field (fields[FIELD_TITLE].value, NK_ANNOUNCEMENT_MAX_TITLE_BYTES);
  if (announcement->title[0] == '\0') { /* a reader needs some name to go by */
    g_free (announcement->title);
    announcement->title = g_strdup (announcement->name);
  }
  read_authors (announcement, &fields[FIELD_AUTHORS]);
  announcement->pages = nk_body_pages (fields[FIELD_PAGES].value);
  announcement->body_day = nk_body_day (fields[FIELD_DATE].value);
}

NkParseResult
nk_parse_internet_draft (const NkParseInput *input, NkAnnouncement **ret_announcement, char **ret_reason)
{
  NkBodyField fields[N_FIELDS];
  NkSlice in_subject, before, after, sentence;
  g_autofree char *first_lines = NULL;
  g_auto (Named) named = { NULL, NULL };
  NkAnnouncement *announcement;
  gboolean has_block;

  if (!subject_is_mine (nk_slice_text (input->subject), &in_subject))
    return NK_PARSE_NOT_MINE;
  if (!nk_draft_name_split (file_of (in_subject), &named.name, &named.revision)) {
    *ret_reason = g_strdup ("the Subject names no draft with its revision");
    return NK_PARSE_MISFIT;
  }
  has_block = nk_body_read_block (nk_slice_text (input->message->text), &form, fields, &before, &after);
  first_lines = nk_parse_field (before, NK_BODY_MAX_SENTENCE_BYTES);
  sentence = nk_slice_text (first_lines);
  *ret_reason = disagreement (&named, sentence, fields, has_block);
  if (*ret_reason != NULL)
    return NK_PARSE_MISFIT;

  announcement = nk_announcement_new (NK_KIND_INTERNET_DRAFT);
  announcement->name = g_steal_pointer (&named.name);
  g_free (announcement->revision);
  announcement->revision = g_steal_pointer (&named.revision);
  announcement->subject = g_strdup (input->subject);
  read_fields (announcement, fields);
  read_standing (announcement, sentence, input->groups);
  g_free (announcement->abstract);
  announcement->abstract = nk_body_unfold_abstract (find_abstract (after));
  announcement->url = g_strconcat ("https://datatracker.ietf.org/doc/", announcement->name, "/", NULL);
  *ret_announcement = announcement;
  return NK_PARSE_DONE;
}
