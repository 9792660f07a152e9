/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/format_text.c - an edition for a terminal or a plain mail: wrapped by columns, each address on a line of its own where it can be clicked. */
#include "edition/format_private.h"
#include "edition/view_private.h"
#include "ground/escape.h"
#include "ground/utf8.h"

#include <string.h>

typedef struct {
  GString *out;
  guint columns;
  gboolean in_document; /* below a heading of level 3: the text is indented under it */
} TextWriter;

static char *
safe_text (const char *text)
{
  g_autoptr (GString) safe = g_string_new (NULL);

  nk_escape_terminal (safe, text);
  return g_string_free (g_steal_pointer (&safe), FALSE);
}

/* TRUE if the words of a block besides its links only part them: ` | `, `・`. */
static gboolean
is_list_of_links (const NkBlock *block)
{
  guint n_links = 0;

  for (guint i = 0; i < block->spans->len; i++) {
    const NkSpan *span = g_ptr_array_index (block->spans, i);

    if (span->url != NULL)
      n_links++;
    for (const char *c = span->url == NULL ? span->text : ""; *c != '\0'; c = g_utf8_next_char (c))
      if (g_unichar_isalnum (g_utf8_get_char (c)))
        return FALSE;
  }
  return n_links > 0;
}

static guint
count_links (const NkBlock *block)
{
  guint n = 0;

  for (guint i = 0; i < block->spans->len; i++)
    n += ((const NkSpan *)g_ptr_array_index (block->spans, i))->url != NULL;
  return n;
}

/* Addresses are never wrapped: what is broken over two lines can not be followed. */
static void
write_links (TextWriter *writer, const NkBlock *block, const char *indent, gboolean with_labels)
{
  for (guint i = 0; i < block->spans->len; i++) {
    const NkSpan *span = g_ptr_array_index (block->spans, i);
    g_autofree char *label = safe_text (span->text), *url = span->url != NULL ? safe_text (span->url) : NULL;

    if (url == NULL || strcmp (label, url) == 0)
      continue;
    g_string_append (writer->out, indent);
    if (with_labels)
      g_string_append_printf (writer->out, "%s: ", label);
    g_string_append (writer->out, url);
    g_string_append_c (writer->out, '\n');
  }
}

static char *
joined_text (const NkBlock *block)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < block->spans->len; i++)
    nk_escape_terminal (joined, ((const NkSpan *)g_ptr_array_index (block->spans, i))->text);
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static void
write_underline (TextWriter *writer, const char *text, char sign)
{
  gsize width = nk_utf8_columns (text);

  if (writer->columns > 0)
    width = MIN (width, writer->columns);
  for (gsize i = 0; i < width; i++)
    g_string_append_c (writer->out, sign);
  g_string_append_c (writer->out, '\n');
}

static void
write_heading (TextWriter *writer, const NkBlock *block)
{
  g_autofree char *text = joined_text (block);

  writer->in_document = block->level >= 3;
  nk_utf8_wrap (writer->out, text, writer->columns, block->level == 3 ? "* " : "", block->level == 3 ? "  " : "");
  if (block->level <= 2)
    write_underline (writer, text, block->level == 1 ? '=' : '-');
  write_links (writer, block, writer->in_document ? "  " : "", FALSE);
}

static void
write_words (TextWriter *writer, const NkBlock *block, const char *first_indent, const char *indent)
{
  g_autofree char *text = joined_text (block);

  if (is_list_of_links (block)) {
    write_links (writer, block, indent, TRUE);
    return;
  }
  nk_utf8_wrap (writer->out, text, writer->columns, first_indent, indent);
  write_links (writer, block, indent, count_links (block) > 1);
}

static void
write_block (TextWriter *writer, const NkBlock *block)
{
  switch (block->kind) {
  case NK_BLOCK_HEADING: write_heading (writer, block); break;
  case NK_BLOCK_ITEM: write_words (writer, block, writer->in_document ? "  - " : "- ", writer->in_document ? "    " : "  "); break;
  case NK_BLOCK_QUOTE: write_words (writer, block, writer->in_document ? "  > " : "> ", writer->in_document ? "  > " : "> "); break;
  case NK_BLOCK_PARAGRAPH:
  case NK_BLOCK_SMALL: write_words (writer, block, writer->in_document ? "  " : "", writer->in_document ? "  " : ""); break;
  case NK_BLOCK_MARKDOWN:
    nk_markdown_write_text (writer->out, ((const NkSpan *)g_ptr_array_index (block->spans, 0))->text, writer->columns);
    break;
  }
}

/* The lines of a document and the items of a list stand close together. */
static gboolean
is_apart (const TextWriter *writer, const NkBlock *before, const NkBlock *block)
{
  if (block->kind == NK_BLOCK_HEADING || before->kind == NK_BLOCK_MARKDOWN || block->kind == NK_BLOCK_MARKDOWN)
    return TRUE;
  if (before->kind == NK_BLOCK_HEADING)
    return before->level <= 2;
  return !writer->in_document && !(before->kind == block->kind && block->kind == NK_BLOCK_ITEM);
}

gboolean
nk_format_text_render (const NkTemplates *templates, json_t *data, guint columns, GString *out, GError **error)
{
  json_auto_t *view = nk_edition_view (templates, data, error);
  g_autoptr (NkBlocks) blocks = view != NULL ? nk_templates_blocks (templates, view, error) : NULL;
  TextWriter writer = { .out = out, .columns = columns };

  if (blocks == NULL)
    return FALSE;
  for (guint i = 0; i < blocks->len; i++) {
    const NkBlock *block = g_ptr_array_index (blocks, i);

    if (i > 0 && is_apart (&writer, g_ptr_array_index (blocks, i - 1), block))
      g_string_append_c (out, '\n');
    write_block (&writer, block);
  }
  return TRUE;
}
