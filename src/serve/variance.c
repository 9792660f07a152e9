/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "serve/variance.h"

#include "ground/escape.h"
#include "ground/utf8.h"

char *
nk_variance_field (const char *const *keys)
{
  g_autoptr (GString) field = g_string_new (keys[0] != NULL ? "key-order, params, except=(" : "params");

  for (guint i = 0; keys[i] != NULL; i++)
    g_string_append_printf (field, "%s\"%s\"", i > 0 ? " " : "", keys[i]);
  if (keys[0] != NULL)
    g_string_append_c (field, ')');
  return g_string_free (g_steal_pointer (&field), FALSE);
}

/* As the parser of application/x-www-form-urlencoded (URL Standard §5.1) does it. */
static char *
decode (NkSlice text)
{
  g_autoptr (GString) bytes = g_string_new (NULL);

  for (gsize i = 0; i < text.length; i++) {
    gboolean is_escape
        = text.data[i] == '%' && i + 2 < text.length && g_ascii_isxdigit (text.data[i + 1]) && g_ascii_isxdigit (text.data[i + 2]);

    if (is_escape) {
      g_string_append_c (bytes, (char)(g_ascii_xdigit_value (text.data[i + 1]) * 16 + g_ascii_xdigit_value (text.data[i + 2])));
      i += 2;
    } else {
      g_string_append_c (bytes, text.data[i] == '+' ? ' ' : text.data[i]);
    }
  }
  return nk_utf8_repair (nk_slice (bytes->str, bytes->len));
}

/* The next pair as it stands; pairs without anything are passed over. */
static gboolean
next_pair (NkSlice *rest, NkSlice *ret_key, NkSlice *ret_value)
{
  while (rest->length > 0) {
    gssize end = nk_slice_find_char (*rest, '&');
    NkSlice pair = end < 0 ? *rest : nk_slice_first (*rest, (gsize)end);
    gssize equals = nk_slice_find_char (pair, '=');

    *rest = end < 0 ? NK_SLICE_EMPTY : nk_slice_from (*rest, (gsize)end + 1);
    if (pair.length == 0)
      continue;
    *ret_key = equals < 0 ? pair : nk_slice_first (pair, (gsize)equals);
    *ret_value = equals < 0 ? NK_SLICE_EMPTY : nk_slice_from (pair, (gsize)equals + 1);
    return TRUE;
  }
  return FALSE;
}

char *
nk_variance_reduce (const char *const *keys, NkSlice query)
{
  GString *by_key[NK_VARIANCE_MAX_KEYS] = { NULL };
  g_autoptr (GString) reduced = g_string_new (NULL);
  NkSlice raw_key, raw_value;

  while (next_pair (&query, &raw_key, &raw_value)) {
    g_autofree char *key = decode (raw_key), *value = NULL;
    guint i = 0;

    while (keys[i] != NULL && strcmp (keys[i], key) != 0)
      i++;
    if (keys[i] == NULL)
      continue;
    value = decode (raw_value);
    if (by_key[i] == NULL)
      by_key[i] = g_string_new (NULL);
    g_string_append_printf (by_key[i], "&%s=", keys[i]);
    nk_escape_url_component (by_key[i], value);
  }
  for (guint i = 0; keys[i] != NULL; i++)
    if (by_key[i] != NULL) {
      g_string_append (reduced, by_key[i]->str);
      g_string_free (by_key[i], TRUE);
    }
  if (reduced->len > 0)
    g_string_erase (reduced, 0, 1);
  return g_string_free (g_steal_pointer (&reduced), FALSE);
}

gboolean
nk_variance_next (NkSlice *rest, char **ret_key, char **ret_value)
{
  NkSlice key, value;

  if (!next_pair (rest, &key, &value))
    return FALSE;
  *ret_key = decode (key);
  *ret_value = decode (value);
  return TRUE;
}
