/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* The group that a sentence names, in the wordings of every era (facts/announcements.md a.3, b.2). */
#include "announce/body_private.h"

static const struct {
  NkSlice words;
  const char *kind;
} kinds[] = {
  { NK_SLICE_LITERAL (" Working Group"), "wg" },
  { NK_SLICE_LITERAL (" WG"), "wg" },
  { NK_SLICE_LITERAL (" Research Group"), "rg" },
  { NK_SLICE_LITERAL (" RG"), "rg" },
  { NK_SLICE_LITERAL (" Area Group"), "ag" },
  { NK_SLICE_LITERAL (" RAG"), "rag" },
  { NK_SLICE_LITERAL (" AG"), "ag" },
  { NK_SLICE_LITERAL (" Area"), "area" },
};

/* Cuts ` (ACRONYM)` off the end of *name. */
static NkSlice
take_acronym (NkSlice *name)
{
  gssize open = -1;
  NkSlice acronym;

  if (name->length == 0 || name->data[name->length - 1] != ')')
    return NK_SLICE_EMPTY;
  for (gsize i = name->length; i-- > 0 && open < 0;)
    if (name->data[i] == '(')
      open = (gssize)i;
  if (open <= 0)
    return NK_SLICE_EMPTY;
  acronym = nk_slice (name->data + open + 1, name->length - (gsize)open - 2);
  for (gsize i = 0; i < acronym.length; i++)
    if (!g_ascii_isalnum (acronym.data[i]) && acronym.data[i] != '-')
      return NK_SLICE_EMPTY;
  *name = nk_slice_trim_end (nk_slice_first (*name, (gsize)open));
  return acronym;
}

/* Where the name and the kind of the group end. */
static gsize
end_of_words (NkSlice words, gboolean *ret_is_research)
{
  gssize ietf = nk_slice_find (words, NK_SLICE_LITERAL (" of the IETF")), irtf = nk_slice_find (words, NK_SLICE_LITERAL (" of the IRTF"));
  gssize dot, of_the;

  *ret_is_research = irtf >= 0 && (ietf < 0 || irtf < ietf);
  if (*ret_is_research)
    return (gsize)irtf;
  if (ietf >= 0)
    return (gsize)ietf;
  dot = nk_slice_find (words, NK_SLICE_LITERAL (". "));
  if (dot >= 0)
    words.length = (gsize)dot;
  else if (words.length > 0 && words.data[words.length - 1] == '.')
    words.length--;
  of_the = nk_slice_find (words, NK_SLICE_LITERAL (") of the ")); /* some other body than these two: the Editorial stream */
  return of_the >= 0 ? (gsize)of_the + 1 : words.length;
}

NkBodyGroup
nk_body_read_group (NkSlice words)
{
  NkBodyGroup group = { NK_SLICE_EMPTY, NK_SLICE_EMPTY, NULL };
  gboolean is_research;

  group.name = nk_slice_trim (nk_slice_first (words, end_of_words (words, &is_research)));
  for (guint i = 0; i < G_N_ELEMENTS (kinds) && group.kind == NULL; i++)
    if (nk_slice_ends (group.name, kinds[i].words)) {
      group.kind = kinds[i].kind;
      group.name = nk_slice_first (group.name, group.name.length - kinds[i].words.length);
    }
  if (is_research && group.kind == NULL)
    group.kind = "rg";
  group.acronym = take_acronym (&group.name);
  group.name = nk_parse_limit (group.name, NK_BODY_MAX_NAME_BYTES);
  return group;
}

void
nk_body_apply_group (NkAnnouncement *announcement, const NkBodyGroup *group, const char *fallback_acronym, const NkGroupTable *groups)
{
  const NkGroup *known = NULL;

  if (group->name.length > 0)
    announcement->group_name = nk_parse_field (group->name, NK_BODY_MAX_NAME_BYTES);
  if (group->kind != NULL)
    announcement->group_kind = g_strdup (group->kind);
  if (group->acronym.length > 0)
    announcement->group_acronym = g_ascii_strdown (group->acronym.data, (gssize)group->acronym.length);
  else if (announcement->group_name != NULL && groups != NULL)
    known = nk_group_by_name (groups, announcement->group_name);
  if (known == NULL && announcement->group_acronym == NULL && announcement->group_name != NULL && groups != NULL)
    known = nk_group_by_acronym (groups, announcement->group_name);
  if (known != NULL) {
    /* The sentence may have left `Working Group` out of the name, or had it twice: the table says which. */
    announcement->group_acronym = g_strdup (known->acronym);
    g_clear_pointer (&announcement->group_name, g_free);
  }
  if (announcement->group_acronym == NULL)
    announcement->group_acronym = g_strdup (fallback_acronym);
  nk_parse_complete_group (announcement, groups);
}
