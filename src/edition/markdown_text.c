/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/markdown_text.c - the editor's Markdown as plain text. */
#include "edition/format_private.h"
#include "edition/markdown_private.h"
#include "ground/escape.h"
#include "ground/utf8.h"

#include <string.h>

#define MAX_INDENT 8 /* levels of lists and quotes that still move the text to the right */

typedef struct {
  GString *out;
  guint columns;
  GString *line; /* of the paragraph, heading or cell being read */
  char *address; /* (nullable) of the link being read */
  guint depth;   /* of lists */
  guint quotes;
  char marker[16]; /* of the list item whose first line has not been written yet */
  GArray *numbers; /* guint: next number for each list around, 0 for a list of bullets */
  gboolean in_code, in_row;
} TextRun;

static void
write_line (TextRun *run)
{
  g_autoptr (GString) indent = g_string_new (NULL);
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) safe = g_string_new (NULL);

  if (run->line->len == 0)
    return;
  for (guint i = 0; i < MIN (run->quotes, MAX_INDENT); i++)
    g_string_append (indent, "> ");
  for (guint i = 1; i < MIN (run->depth, MAX_INDENT); i++)
    g_string_append (indent, "  ");
  g_string_append (first, indent->str);
  g_string_append (first, run->marker);
  for (gsize i = 0; i < strlen (run->marker) || (run->marker[0] == '\0' && run->depth > 0 && i < 2); i++)
    g_string_append_c (indent, ' ');
  nk_escape_terminal (safe, run->line->str);
  nk_utf8_wrap (run->out, safe->str, run->columns, run->marker[0] != '\0' ? first->str : indent->str, indent->str);
  run->marker[0] = '\0';
  g_string_truncate (run->line, 0);
}

/* An empty line before what stands apart, unless one is there. */
static void
part (TextRun *run)
{
  if (run->out->len > 1 && run->depth == 0 && !(run->out->str[run->out->len - 1] == '\n' && run->out->str[run->out->len - 2] == '\n'))
    g_string_append_c (run->out, '\n');
}

static void
begin_item (TextRun *run)
{
  guint *number = run->numbers->len > 0 ? &g_array_index (run->numbers, guint, run->numbers->len - 1) : NULL;

  if (number == NULL || *number == 0)
    g_strlcpy (run->marker, "- ", sizeof run->marker);
  else
    g_snprintf (run->marker, sizeof run->marker, "%u. ", (*number)++);
}

static gboolean
stands_apart (MD_BLOCKTYPE type)
{
  return type == MD_BLOCK_P || type == MD_BLOCK_H || type == MD_BLOCK_UL || type == MD_BLOCK_OL || type == MD_BLOCK_QUOTE
         || type == MD_BLOCK_CODE || type == MD_BLOCK_HR || type == MD_BLOCK_TABLE;
}

static void
begin_list (TextRun *run, guint number)
{
  g_array_append_val (run->numbers, number);
  run->depth++;
}

static int
enter_block (MD_BLOCKTYPE type, void *detail, void *data)
{
  TextRun *run = data;

  if (type == MD_BLOCK_TD || type == MD_BLOCK_TH) {
    if (run->in_row)
      g_string_append (run->line, " | ");
    return 0;
  }
  write_line (run);
  if (stands_apart (type))
    part (run);
  if (type == MD_BLOCK_UL)
    begin_list (run, 0);
  else if (type == MD_BLOCK_OL)
    begin_list (run, MAX (((const MD_BLOCK_OL_DETAIL *)detail)->start, 1));
  else if (type == MD_BLOCK_QUOTE)
    run->quotes++;
  else if (type == MD_BLOCK_LI)
    begin_item (run);
  else if (type == MD_BLOCK_CODE)
    run->in_code = TRUE;
  else if (type == MD_BLOCK_HR)
    g_string_append (run->out, "----\n");
  return 0;
}

static int
leave_block (MD_BLOCKTYPE type, void *detail, void *data)
{
  TextRun *run = data;

  if (type == MD_BLOCK_TD || type == MD_BLOCK_TH) {
    run->in_row = TRUE;
    return 0;
  }
  write_line (run);
  run->in_row = FALSE;
  if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) {
    g_array_set_size (run->numbers, run->numbers->len - 1);
    run->depth--;
    run->marker[0] = '\0';
  } else if (type == MD_BLOCK_QUOTE)
    run->quotes--;
  else if (type == MD_BLOCK_CODE)
    run->in_code = FALSE;
  return 0;
}

static int
enter_span (MD_SPANTYPE type, void *detail, void *data)
{
  TextRun *run = data;

  if (type == MD_SPAN_A) {
    g_free (run->address);
    run->address = nk_markdown_attribute_text (&((const MD_SPAN_A_DETAIL *)detail)->href);
  }
  return 0;
}

static int
leave_span (MD_SPANTYPE type, void *detail, void *data)
{
  TextRun *run = data;

  if (type == MD_SPAN_A && run->address != NULL && nk_escape_url_is_safe (run->address) && !g_str_has_suffix (run->line->str, run->address))
    g_string_append_printf (run->line, " <%s>", run->address);
  return 0;
}

/* Code keeps its lines as they are, set in by four blanks. md4c hands it out in pieces. */
static void
write_code (TextRun *run, const char *text, gsize size)
{
  g_autofree char *code = g_strndup (text, size);
  g_auto (GStrv) lines = g_strsplit (code, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    if (i > 0)
      g_string_append_c (run->out, '\n');
    if (lines[i][0] != '\0' && (run->out->len == 0 || run->out->str[run->out->len - 1] == '\n'))
      g_string_append (run->out, "    ");
    nk_escape_terminal (run->out, lines[i]);
  }
}

static int
write_text (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
  TextRun *run = data;

  if (run->in_code)
    write_code (run, text, size);
  else if (type == MD_TEXT_BR)
    write_line (run);
  else if (type == MD_TEXT_SOFTBR)
    g_string_append_c (run->line, ' ');
  else if (type == MD_TEXT_ENTITY)
    nk_markdown_append_entity (run->line, text, size);
  else
    g_string_append_len (run->line, text, (gssize)size);
  return 0;
}

void
nk_markdown_write_text (GString *out, const char *markdown, guint columns)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  TextRun run = { .out = out, .columns = columns, .line = line, .numbers = numbers };
  MD_PARSER parser = {
    .flags = MD_DIALECT_GITHUB | MD_FLAG_NOHTML,
    .enter_block = enter_block,
    .leave_block = leave_block,
    .enter_span = enter_span,
    .leave_span = leave_span,
    .text = write_text,
  };

  md_parse (markdown, (MD_SIZE)strlen (markdown), &parser, &run);
  g_free (run.address);
}
