/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/format.c - the table of formats, and the one that needs no template. */
#include "edition/format_private.h"

#include <string.h>

static const NkFormat formats[] = {
  { "markdown", "md", nk_format_markdown_render },
  { "html", "html", nk_format_html_render },
  { "text", "txt", nk_format_text_render },
  { "json", "json", nk_format_json_render },
};

const NkFormat *
nk_format (guint index)
{
  return index < G_N_ELEMENTS (formats) ? &formats[index] : NULL;
}

const NkFormat *
nk_format_by_name (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i].name, name) == 0)
      return &formats[i];
  return NULL;
}

static int
append_bytes (const char *bytes, size_t length, void *data)
{
  g_string_append_len (data, bytes, (gssize)length);
  return 0;
}

/* Two significant digits write a confidence of two decimals as it is. */
gboolean
nk_format_json_render (const NkTemplates *templates, json_t *data, guint columns, GString *out, GError **error)
{
  if (json_dump_callback (data, append_bytes, out, JSON_INDENT (1) | JSON_PRESERVE_ORDER | JSON_REAL_PRECISION (2)) != 0) {
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "the edition cannot be written as JSON");
    return FALSE;
  }
  g_string_append_c (out, '\n');
  return TRUE;
}
