/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "announce/subject_matter_private.h"
#include "announce/draft_name.h"

#define MAX_ACRONYM_BYTES 40
#define MAX_GROUP_NAME_BYTES 300
#define MAX_URL_BYTES 400

/* TRUE if two names mean the same document: one may lack the revision, but two revisions are two documents. */
static gboolean
same_document (const char *a, const char *b)
{
  g_autofree char *name_a = NULL, *name_b = NULL, *revision_a = NULL, *revision_b = NULL;

  if (!nk_draft_name_split (nk_slice_text (a), &name_a, &revision_a))
    name_a = g_strdup (a);
  if (!nk_draft_name_split (nk_slice_text (b), &name_b, &revision_b))
    name_b = g_strdup (b);
  return strcmp (name_a, name_b) == 0 && (revision_a == NULL || revision_b == NULL || strcmp (revision_a, revision_b) == 0);
}

static void
remove_rfcs (NkAnnouncement *announcement)
{
  for (guint i = announcement->documents->len; i > 0; i--)
    if (g_str_has_prefix (announcement->documents->pdata[i - 1], "rfc"))
      g_ptr_array_remove_index (announcement->documents, i - 1);
}

gboolean
nk_subject_matter_take_drafts (NkAnnouncement *announcement, NkSlice subject, NkSlice body, char **ret_reason)
{
  g_autoptr (NkAnnouncement) said = nk_announcement_new (announcement->kind);
  gboolean agree;

  nk_parse_collect_documents (said, subject);
  remove_rfcs (said);
  nk_parse_collect_documents (announcement, body);
  remove_rfcs (announcement);
  agree = said->documents->len == 0 || announcement->documents->len == 0;
  for (guint i = 0; i < said->documents->len && !agree; i++)
    for (guint j = 0; j < announcement->documents->len && !agree; j++)
      agree = same_document (said->documents->pdata[i], announcement->documents->pdata[j]);
  if (!agree) {
    *ret_reason = g_strdup_printf ("the Subject names %s, the body %s", (char *)said->documents->pdata[0],
                                   (char *)announcement->documents->pdata[0]);
    return FALSE;
  }
  nk_parse_collect_documents (announcement, subject);
  remove_rfcs (announcement);
  return TRUE;
}

NkSlice
nk_subject_matter_title (NkSlice text)
{
  gsize end = 0;

  text = nk_slice_trim (text);
  if (!nk_slice_starts_fold (text, NK_SLICE_LITERAL ("draft-")) && !nk_slice_starts (text, NK_SLICE_LITERAL ("<")))
    return nk_phrase_unwrap (text);
  while (end < text.length && text.data[end] != ' ' && text.data[end] != '>')
    end++;
  return nk_phrase_unwrap (nk_slice_from (text, end < text.length && text.data[end] == '>' ? end + 1 : end));
}

char *
nk_subject_matter_document_url (const NkAnnouncement *announcement)
{
  g_autofree char *name = NULL, *revision = NULL;
  const char *document;

  if (announcement->documents->len == 0)
    return NULL;
  document = announcement->documents->pdata[0];
  if (nk_draft_name_split (nk_slice_text (document), &name, &revision))
    document = name;
  return g_strdup_printf ("https://datatracker.ietf.org/doc/%s/", document);
}

/* RFC 3986 §2: what may stand in a URL, less the signs that rather belong to the sentence around it. */
static gboolean
is_url_char (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr ("-._~:/?#[]@!$&*+=%", c) != NULL);
}

char *
nk_subject_matter_find_url (NkSlice body, const char *prefix)
{
  gssize at = nk_slice_find (body, nk_slice_text (prefix));
  NkSlice url;

  if (at < 0 || !g_str_has_prefix (prefix, "https://"))
    return NULL;
  url = nk_slice_first (nk_slice_from (body, (gsize)at), 0);
  while ((gsize)at + url.length < body.length && is_url_char (url.data[url.length]))
    url.length++;
  while (url.length > 0 && strchr (".:!?", url.data[url.length - 1]) != NULL)
    url.length--;
  return url.length <= MAX_URL_BYTES ? nk_slice_dup (url) : NULL;
}

char *
nk_subject_matter_status_change_url (const NkAnnouncement *announcement, NkSlice body)
{
  char *url = nk_subject_matter_find_url (body, "https://datatracker.ietf.org/doc/status-change-");

  return url != NULL ? url : nk_subject_matter_document_url (announcement);
}

char *
nk_subject_matter_split_acronym (NkSlice *text)
{
  NkSlice all = nk_slice_trim (*text), inside;
  gsize open = all.length;

  if (all.length < 3 || all.data[all.length - 1] != ')')
    return NULL;
  while (open > 0 && all.length - open <= MAX_ACRONYM_BYTES + 1 && all.data[open - 1] != '(')
    open--;
  if (open == 0 || all.data[open - 1] != '(')
    return NULL;
  inside = nk_slice_trim (nk_slice (all.data + open, all.length - open - 1));
  if (inside.length == 0 || inside.length > MAX_ACRONYM_BYTES)
    return NULL;
  for (gsize i = 0; i < inside.length; i++)
    if (!g_ascii_isalnum (inside.data[i]) && inside.data[i] != '-')
      return NULL;
  *text = nk_slice_trim (nk_slice_first (all, open - 1));
  return g_ascii_strdown (inside.data, (gssize)inside.length);
}

/* Takes the word for the kind of group off the end. Returns: its acronym (static), NULL if none stands there. */
static const char *
take_kind (NkSlice *text)
{
  static const struct {
    const char *word;
    const char *kind;
  } kinds[] = {
    { " Working Group", "wg" }, { " Research Group", "rg" }, { " WG", "wg" },           { " RG", "rg" }, { " RAG", "rag" }, { " AG", "ag" },
    { " Area Group", "ag" },    { " BOF", "bof" },           { " PROGRAM", "program" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (nk_phrase_skip_end (text, kinds[i].word))
      return kinds[i].kind;
  return NULL;
}

/* A group of the table by the name that was said, with and without the words `Working Group`, which may be part of the name. */
static const NkGroup *
group_by_phrase (const NkGroupTable *groups, NkSlice whole, NkSlice name)
{
  g_autofree char *with = nk_parse_field (whole, MAX_GROUP_NAME_BYTES), *without = nk_parse_field (name, MAX_GROUP_NAME_BYTES);
  const NkGroup *group = nk_group_by_name (groups, with);

  return group != NULL ? group : nk_group_by_name (groups, without);
}

void
nk_subject_matter_take_group (NkAnnouncement *announcement, NkSlice phrase, const NkGroupTable *groups)
{
  NkSlice whole = nk_slice_trim (phrase), name;
  const NkGroup *group = NULL;
  const char *kind;

  if (!nk_phrase_skip (&whole, "the "))
    nk_phrase_skip (&whole, "an ");
  /* `an individual submitter`, `an individual participant` */
  if (whole.length == 0 || nk_slice_starts_fold (whole, NK_SLICE_LITERAL ("individual")))
    return;
  announcement->group_acronym = nk_subject_matter_split_acronym (&whole);
  name = whole;
  kind = take_kind (&name);
  if (announcement->group_acronym == NULL && groups != NULL)
    group = group_by_phrase (groups, whole, name);
  if (group != NULL) {
    announcement->group_acronym = g_strdup (group->acronym);
    announcement->group_name = g_strdup (group->name);
  } else if (name.length > 0) {
    announcement->group_name = nk_parse_field (name, MAX_GROUP_NAME_BYTES);
  }
  announcement->group_kind = g_strdup (kind);
}

void
nk_subject_matter_take_acronym (NkAnnouncement *announcement)
{
  if (announcement->group_acronym == NULL && announcement->group_name != NULL && announcement->documents->len > 0)
    nk_draft_name_standing (announcement->documents->pdata[0], &announcement->group_acronym);
}

/* TRUE if `text` names the area, by name or acronym, and then says nothing that would make it another word. */
static gboolean
starts_with_area (NkSlice text, const NkArea *area)
{
  if (!nk_phrase_skip (&text, area->name) && !nk_phrase_skip (&text, area->acronym))
    return FALSE;
  return text.length == 0 || text.data[0] == '.' || nk_slice_starts_fold (text, NK_SLICE_LITERAL ("area"))
         || nk_slice_starts_fold (text, NK_SLICE_LITERAL ("of the"));
}

const char *
nk_subject_matter_area (NkSlice text)
{
  NkSlice rest = text;

  while (nk_phrase_after (rest, " in the ", &rest)) {
    for (guint i = 0; nk_area (i) != NULL; i++)
      if (starts_with_area (rest, nk_area (i)))
        return nk_area (i)->acronym;
  }
  return NULL;
}

char *
nk_subject_matter_group_url (const NkAnnouncement *announcement)
{
  const char *kind = announcement->group_kind;
  const char *folder = kind != NULL && (strcmp (kind, "wg") == 0 || strcmp (kind, "rg") == 0) ? kind : "group";

  if (announcement->group_acronym == NULL)
    return NULL;
  return g_strdup_printf ("https://datatracker.ietf.org/%s/%s/about/", folder, announcement->group_acronym);
}
