/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "announce/draft_name.h"

/* `-NN` at the end of a name. */
#define REVISION_BYTES 3

gboolean
nk_draft_name_is_valid (NkSlice name)
{
  if (name.length <= strlen ("draft-") || name.length > NK_DRAFT_NAME_MAX_BYTES || !nk_slice_starts (name, NK_SLICE_LITERAL ("draft-")))
    return FALSE;
  for (gsize i = strlen ("draft-"); i < name.length; i++) {
    char c = name.data[i];
    if (!g_ascii_islower (c) && !g_ascii_isdigit (c) && c != '-' && c != '.' && c != '_' && c != '+')
      return FALSE;
  }
  return TRUE;
}

gboolean
nk_draft_name_split (NkSlice text, char **ret_name, char **ret_revision)
{
  static const NkSlice ending = NK_SLICE_LITERAL (".txt");
  g_autofree char *name = NULL;
  const char *digits;

  text = nk_slice_trim (text);
  if (text.length > ending.length && nk_slice_equal_fold (nk_slice_from (text, text.length - ending.length), ending))
    text.length -= ending.length;
  if (text.length <= REVISION_BYTES || text.length > NK_DRAFT_NAME_MAX_BYTES + REVISION_BYTES)
    return FALSE;
  digits = text.data + text.length - 2;
  if (digits[-1] != '-' || !g_ascii_isdigit (digits[0]) || !g_ascii_isdigit (digits[1]))
    return FALSE;
  name = g_ascii_strdown (text.data, (gssize)(text.length - REVISION_BYTES));
  if (!nk_draft_name_is_valid (nk_slice_text (name)))
    return FALSE;
  *ret_name = g_steal_pointer (&name);
  *ret_revision = g_strndup (digits, 2);
  return TRUE;
}

guint
nk_rfc_number (NkSlice text)
{
  guint64 number;

  text = nk_slice_trim (text);
  if (!nk_slice_starts_fold (text, NK_SLICE_LITERAL ("rfc")))
    return 0;
  text = nk_slice_trim (nk_slice_from (text, 3));
  return nk_slice_to_uint (text, 99999, &number) ? (guint)number : 0;
}

/* How a name's beginning tells who stands behind it; `group_follows`: the next component is a group, if another one follows it. */
static const struct {
  const char *prefix;
  NkStanding standing;
  gboolean group_follows;
  const char *acronym; /* of the only group that uses this prefix */
} prefixes[] = {
  { "draft-ietf-", NK_STANDING_WG, TRUE, NULL },           { "draft-irtf-", NK_STANDING_RG, TRUE, NULL },
  { "draft-iab-", NK_STANDING_IAB, FALSE, NULL },          { "draft-iesg-", NK_STANDING_IESG, FALSE, NULL },
  { "draft-rswg-", NK_STANDING_EDITORIAL, FALSE, "rswg" }, { "draft-editorial-", NK_STANDING_EDITORIAL, TRUE, NULL },
  { "draft-rfced-", NK_STANDING_RFC_EDITOR, FALSE, NULL }, { "draft-rfc-editor-", NK_STANDING_RFC_EDITOR, FALSE, NULL },
  { "draft-iana-", NK_STANDING_IANA, FALSE, NULL },
};

NkStanding
nk_draft_name_standing (const char *name, char **ret_acronym)
{
  if (ret_acronym != NULL)
    *ret_acronym = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++) {
    const char *rest, *hyphen;
    if (!g_str_has_prefix (name, prefixes[i].prefix))
      continue;
    if (ret_acronym == NULL)
      return prefixes[i].standing;
    *ret_acronym = g_strdup (prefixes[i].acronym);
    rest = name + strlen (prefixes[i].prefix);
    hyphen = strchr (rest, '-');
    if (prefixes[i].group_follows && hyphen != NULL && hyphen > rest)
      *ret_acronym = g_strndup (rest, (gsize)(hyphen - rest));
    return prefixes[i].standing;
  }
  return NK_STANDING_INDIVIDUAL;
}
