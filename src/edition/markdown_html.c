/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/markdown_html.c - the editor's Markdown as HTML. md4c tells what it finds; what becomes of it is decided here, so that nothing but these elements and
 * safe addresses can come out. Element kinds are looked up in tables, since a later md4c may know more of them. */
#include "edition/format_private.h"
#include "edition/markdown_private.h"
#include "ground/escape.h"
#include "ground/utf8.h"

#include <string.h>

typedef struct {
  NkHtmlWriter *html;
  GByteArray *opened; /* for each block and span that md4c has entered: how many elements it opened */
  guint heading;      /* level of the heading before: levels go down one by one */
} HtmlRun;

static const char *const block_elements[] = {
  [MD_BLOCK_QUOTE] = "blockquote",
  [MD_BLOCK_UL] = "ul",
  [MD_BLOCK_OL] = "ol",
  [MD_BLOCK_LI] = "li",
  [MD_BLOCK_P] = "p",
  [MD_BLOCK_TABLE] = "table",
  [MD_BLOCK_THEAD] = "thead",
  [MD_BLOCK_TBODY] = "tbody",
  [MD_BLOCK_TR] = "tr",
  [MD_BLOCK_TH] = "th",
  [MD_BLOCK_TD] = "td",
};

static const char *const span_elements[] = {
  [MD_SPAN_EM] = "em",
  [MD_SPAN_STRONG] = "strong",
  [MD_SPAN_CODE] = "code",
  [MD_SPAN_DEL] = "del",
};

void
nk_markdown_append_entity (GString *out, const char *text, gsize length)
{
  static const struct {
    const char *name, *meaning;
  } names[] = { { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }, { "&apos;", "'" }, { "&nbsp;", "\xc2\xa0" } };
  g_autofree char *entity = g_strndup (text, length);
  guint64 code = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    if (strcmp (entity, names[i].name) == 0) {
      g_string_append (out, names[i].meaning);
      return;
    }
  }
  if (entity[0] == '&' && entity[1] == '#')
    code = g_ascii_tolower (entity[2]) == 'x' ? g_ascii_strtoull (entity + 3, NULL, 16) : g_ascii_strtoull (entity + 2, NULL, 10);
  if (code >= 0x20 && code <= 0x10ffff && g_unichar_validate ((gunichar)code))
    g_string_append_unichar (out, (gunichar)code);
  else
    g_string_append (out, entity);
}

char *
nk_markdown_attribute_text (const MD_ATTRIBUTE *attribute)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; attribute->size > 0 && attribute->substr_offsets[i] < attribute->size; i++) {
    const char *part = attribute->text + attribute->substr_offsets[i];
    gsize length = attribute->substr_offsets[i + 1] - attribute->substr_offsets[i];

    if (attribute->substr_types[i] == MD_TEXT_ENTITY)
      nk_markdown_append_entity (text, part, length);
    else
      g_string_append_len (text, part, (gssize)length);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
note_opened (HtmlRun *run, guint8 n)
{
  g_byte_array_append (run->opened, &n, 1);
}

static void
open_heading (HtmlRun *run, const MD_BLOCK_H_DETAIL *detail)
{
  static const char *const names[] = { "h3", "h4", "h5", "h6" };

  run->heading = MIN (MIN (detail->level + 2, run->heading + 1), 6);
  nk_html_open (run->html, names[run->heading - 3], NULL);
}

static int
enter_block (MD_BLOCKTYPE type, void *detail, void *data)
{
  HtmlRun *run = data;
  const char *element = (gsize)type < G_N_ELEMENTS (block_elements) ? block_elements[type] : NULL;
  guint8 n = 0;

  if (type == MD_BLOCK_HR)
    nk_html_void (run->html, "hr", NULL);
  else if (!nk_html_has_room (run->html))
    n = 0;
  else if (type == MD_BLOCK_H) {
    open_heading (run, detail);
    n = 1;
  } else if (type == MD_BLOCK_CODE) {
    nk_html_open (run->html, "pre", NULL);
    nk_html_open (run->html, "code", NULL);
    n = 2;
  } else if (element != NULL) {
    const MD_BLOCK_OL_DETAIL *list = detail;
    g_autofree char *start = type == MD_BLOCK_OL && list->start != 1 ? g_strdup_printf ("%u", list->start) : NULL;

    nk_html_open (run->html, element, "start", start, NULL);
    n = 1;
  }
  note_opened (run, n);
  return 0;
}

/* md4c tells the end of some autolinks inside links without having told their beginning: then there is nothing to close. */
static void
close_noted (HtmlRun *run)
{
  guint8 n;

  if (run->opened->len == 0)
    return;
  n = run->opened->data[run->opened->len - 1];
  g_byte_array_set_size (run->opened, run->opened->len - 1);
  for (; n > 0; n--)
    nk_html_close (run->html, run->html->open[run->html->n_open - 1]);
}

static int
leave_block (MD_BLOCKTYPE type, void *detail, void *data)
{
  HtmlRun *run = data;

  close_noted (run);
  if (type != MD_BLOCK_DOC)
    nk_html_newline (run->html);
  return 0;
}

static int
enter_span (MD_SPANTYPE type, void *detail, void *data)
{
  HtmlRun *run = data;
  const char *element = (gsize)type < G_N_ELEMENTS (span_elements) ? span_elements[type] : NULL;
  guint8 n = 0;

  if (nk_html_has_room (run->html) && type == MD_SPAN_A) {
    g_autofree char *address = nk_markdown_attribute_text (&((const MD_SPAN_A_DETAIL *)detail)->href);

    if (nk_escape_url_is_safe (address)) {
      nk_html_open (run->html, "a", "href", address, NULL);
      n = 1;
    }
  } else if (nk_html_has_room (run->html) && element != NULL) {
    nk_html_open (run->html, element, NULL);
    n = 1;
  }
  note_opened (run, n);
  return 0;
}

static int
leave_span (MD_SPANTYPE type, void *detail, void *data)
{
  close_noted (data);
  return 0;
}

static int
write_text (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
  HtmlRun *run = data;
  g_autoptr (GString) clean = g_string_new (NULL);

  if (type == MD_TEXT_BR)
    nk_html_void (run->html, "br", NULL);
  if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
    nk_html_newline (run->html);
    return 0;
  }
  if (type == MD_TEXT_ENTITY)
    nk_markdown_append_entity (clean, text, size);
  else
    g_string_append_len (clean, text, (gssize)size);
  nk_html_text (run->html, clean->str);
  return 0;
}

void
nk_markdown_write_html (NkHtmlWriter *writer, const char *markdown)
{
  g_autoptr (GByteArray) opened = g_byte_array_new ();
  HtmlRun run = { .html = writer, .opened = opened, .heading = 2 };
  MD_PARSER parser = {
    .flags = MD_DIALECT_GITHUB | MD_FLAG_NOHTML,
    .enter_block = enter_block,
    .leave_block = leave_block,
    .enter_span = enter_span,
    .leave_span = leave_span,
    .text = write_text,
  };

  md_parse (markdown, (MD_SIZE)strlen (markdown), &parser, &run);
  /* Whatever it did not close itself. */
  while (run.opened->len > 0)
    close_noted (&run);
}
