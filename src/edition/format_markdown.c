/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/format_markdown.c - an edition as Markdown that GitHub and Qiita render alike: headings, lists, paragraphs, quotes, inline links; no HTML, no table. */
#include "edition/format_private.h"
#include "edition/view_private.h"
#include "ground/escape.h"

#include <string.h>

/* Escaping folds the white space of a text as a whole; the blanks at its ends part it from its neighbours and are put back. A blank at the start of a line would
 * be markup. */
static void
append_words (GString *out, const char *text)
{
  gsize length = strlen (text);

  if (length == 0)
    return;
  if (text[0] == ' ' && out->len > 0 && out->str[out->len - 1] != ' ' && out->str[out->len - 1] != '\n')
    g_string_append_c (out, ' ');
  nk_escape_markdown_text (out, text);
  if (text[length - 1] == ' ' && out->len > 0 && out->str[out->len - 1] != ' ')
    g_string_append_c (out, ' ');
}

static void
append_span (GString *out, const NkSpan *span)
{
  if (span->url == NULL) {
    append_words (out, span->text);
    return;
  }
  g_string_append_c (out, '[');
  append_words (out, span->text);
  g_string_append (out, "](");
  nk_escape_markdown_url (out, span->url);
  g_string_append_c (out, ')');
}

static const char *
prefix_of (const NkBlock *block)
{
  static const char *const headings[] = { "# ", "## ", "### ", "#### " };

  switch (block->kind) {
  case NK_BLOCK_HEADING: return headings[CLAMP (block->level, 1, 4) - 1];
  case NK_BLOCK_ITEM: return "- ";
  case NK_BLOCK_QUOTE: return "> ";
  case NK_BLOCK_PARAGRAPH:
  case NK_BLOCK_SMALL:
  case NK_BLOCK_MARKDOWN: return "";
  }
  g_assert_not_reached ();
}

static void
append_block (GString *out, const NkBlock *block)
{
  if (block->kind == NK_BLOCK_MARKDOWN) {
    const NkSpan *span = g_ptr_array_index (block->spans, 0);
    g_autofree char *text = g_strstrip (g_strdup (span->text));

    g_string_append (out, text);
  } else {
    g_string_append (out, prefix_of (block));
    for (guint i = 0; i < block->spans->len; i++)
      append_span (out, g_ptr_array_index (block->spans, i));
  }
  g_string_append_c (out, '\n');
}

gboolean
nk_format_markdown_render (const NkTemplates *templates, json_t *data, guint columns, GString *out, GError **error)
{
  json_auto_t *view = nk_edition_view (templates, data, error);
  g_autoptr (NkBlocks) blocks = view != NULL ? nk_templates_blocks (templates, view, error) : NULL;
  const NkBlock *before = NULL;

  if (blocks == NULL)
    return FALSE;
  for (guint i = 0; i < blocks->len; i++) {
    const NkBlock *block = g_ptr_array_index (blocks, i);

    /* Neighbouring items are one tight list; everything else is parted by an empty line. */
    if (before != NULL && !(before->kind == NK_BLOCK_ITEM && block->kind == NK_BLOCK_ITEM))
      g_string_append_c (out, '\n');
    append_block (out, block);
    before = block;
  }
  return TRUE;
}
