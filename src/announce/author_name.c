/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "announce/author_name.h"

#include "ground/utf8.h"

char *
nk_author_slug (const char *name)
{
  g_autofree char *normal = NULL, *folded = NULL, *folded_normal = NULL;
  g_autoptr (GString) slug = g_string_new (NULL);
  gboolean is_parted = FALSE;

  g_return_val_if_fail (name != NULL, NULL);
  normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);
  folded = normal != NULL ? g_utf8_casefold (normal, -1) : NULL;
  folded_normal = folded != NULL ? g_utf8_normalize (folded, -1, G_NORMALIZE_ALL_COMPOSE) : NULL;
  for (const char *at = folded_normal; at != NULL && *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar character = g_utf8_get_char (at);

    if (!g_unichar_isalnum (character) && !g_unichar_ismark (character)) {
      is_parted = slug->len > 0;
      continue;
    }
    if (slug->len + 1 + 4 > NK_AUTHOR_SLUG_MAX_BYTES)
      break;
    if (is_parted)
      g_string_append_c (slug, '-');
    is_parted = FALSE;
    g_string_append_unichar (slug, character);
  }
  return g_string_free (g_steal_pointer (&slug), FALSE);
}

gboolean
nk_author_slug_is_valid (NkSlice text)
{
  g_autofree char *copy = NULL, *slug = NULL;

  if (text.length == 0 || text.length > NK_AUTHOR_SLUG_MAX_BYTES || !nk_utf8_is_valid (text))
    return FALSE;
  copy = nk_slice_dup (text);
  slug = nk_author_slug (copy);
  return strcmp (slug, copy) == 0;
}
