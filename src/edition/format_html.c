/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/format_html.c - an edition as one HTML file that needs nothing else: no script, no font, no image, its style inside; or inside of a larger page. */
#include "edition/format_private.h"
#include "edition/view_private.h"
#include "ground/day.h"
#include "ground/file.h"
#include "ground/share.h"
#include "ground/utf8.h"

#include <string.h>

#define MAX_STYLE_BYTES (256u << 10)
#define ABOUT_ANCHOR "about" /* the section of this id is the footer of the page */

typedef struct {
  NkHtmlWriter html;
  const char *language;
  json_t *view;
  const NkBlocks *blocks;
  const NkTemplates *templates;
  GHashTable *ids;          /* const char * -> itself: an id stands once in a page */
  const NkHtmlFrame *frame; /* (nullable) */
  gsize next_document;      /* the one whose heading comes next, as a rule; see document_at */
  const char *body;         /* the element around the sections: main, which the frame has already, else div */
  gboolean has_nav;
} Page;

static void
open_block (Page *page, const char *name)
{
  nk_html_open (&page->html, name, NULL);
  nk_html_newline (&page->html);
}

/* Closes elements up to and with `name`, if it is open. */
static void
close_through (Page *page, const char *name)
{
  while (nk_html_is_open (&page->html, name)) {
    nk_html_close (&page->html, page->html.open[page->html.n_open - 1]);
    nk_html_newline (&page->html);
  }
}

/* A day, a time of day or an instant in the form that <time> asks for (HTML §2.4.5). */
static gboolean
is_machine_time (const char *text)
{
  NkDay day;
  gsize length = strlen (text);

  if (length == strlen ("20:36"))
    return g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]) && text[2] == ':' && g_ascii_isdigit (text[3])
           && g_ascii_isdigit (text[4]);
  if (length == strlen ("2025-10-01T20:36:18Z") && text[10] == 'T' && text[19] == 'Z')
    return nk_day_parse (nk_slice (text, 10), &day);
  return nk_day_parse (nk_slice_text (text), &day);
}

static void
write_span (Page *page, const NkSpan *span)
{
  const char *language = g_strcmp0 (span->language, page->language) != 0 ? span->language : NULL;

  if (span->url != NULL)
    nk_html_open (&page->html, "a", "href", span->url, "lang", language, NULL);
  else if (span->is_time && is_machine_time (span->text))
    nk_html_open (&page->html, "time", "datetime", span->text, NULL);
  else if (language != NULL)
    nk_html_open (&page->html, "span", "lang", language, NULL);
  else {
    nk_html_text (&page->html, span->text);
    return;
  }
  nk_html_text (&page->html, span->text);
  nk_html_close (&page->html, page->html.open[page->html.n_open - 1]);
}

static void
write_spans (Page *page, const NkBlock *block)
{
  for (guint i = 0; i < block->spans->len; i++)
    write_span (page, g_ptr_array_index (block->spans, i));
}

/* An element with the words of a block. Where all of them are in one other language, the element says so by itself. */
static void
write_element (Page *page, const NkBlock *block, const char *name, const char *id, const char *class_name)
{
  const NkSpan *only = block->spans->len == 1 ? g_ptr_array_index (block->spans, 0) : NULL;

  if (only != NULL && only->url == NULL && only->language != NULL && !only->is_time && strcmp (only->language, page->language) != 0) {
    nk_html_open (&page->html, name, "id", id, "class", class_name, "lang", only->language, NULL);
    nk_html_text (&page->html, only->text);
  } else {
    nk_html_open (&page->html, name, "id", id, "class", class_name, NULL);
    write_spans (page, block);
  }
  nk_html_close (&page->html, name);
  nk_html_newline (&page->html);
}

static char *
plain_text (const NkBlock *block)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < block->spans->len; i++)
    g_string_append (text, ((const NkSpan *)g_ptr_array_index (block->spans, i))->text);
  return nk_utf8_one_line (text->str);
}

/* The id of a heading, NULL if it has none or another one had it first. */
static const char *
take_id (Page *page, const NkBlock *block)
{
  if (block->anchor == NULL || !g_ascii_isalpha (block->anchor[0]) || !g_hash_table_add (page->ids, block->anchor))
    return NULL;
  return block->anchor;
}

static gboolean
is_section (const NkBlock *block)
{
  return block->kind == NK_BLOCK_HEADING && block->level == 2;
}

/* Documents by area, for a long day: folded, so that a phone is not filled by them. */
static gboolean
write_areas (Page *page, GError **error)
{
  json_t *areas = json_object_get (page->view, "areas");

  for (gsize i = 0; i < json_array_size (areas); i++) {
    json_t *area = json_array_get (areas, i), *documents = json_object_get (area, "documents");
    g_autofree char *count = g_strdup_printf (" (%" G_GSIZE_FORMAT ")", json_array_size (documents));

    nk_html_open (&page->html, "details", NULL);
    nk_html_open (&page->html, "summary", NULL);
    nk_html_text (&page->html, nk_view_text (area, "label"));
    nk_html_text (&page->html, count);
    nk_html_close (&page->html, "summary");
    nk_html_newline (&page->html);
    open_block (page, "ul");
    for (gsize k = 0; k < json_array_size (documents); k++) {
      json_t *document = json_array_get (documents, k);
      g_autofree char *address = g_strconcat ("#", nk_view_text (document, "anchor"), NULL);

      nk_html_open (&page->html, "li", NULL);
      nk_html_open (&page->html, "a", "href", address, NULL);
      nk_html_text (&page->html, nk_view_text (document, "document"));
      nk_html_close (&page->html, "a");
      nk_html_close (&page->html, "li");
      nk_html_newline (&page->html);
    }
    close_through (page, "ul");
    close_through (page, "details");
  }
  return TRUE;
}

/* The contents: the sections that have an id. */
static gboolean
write_nav (Page *page, GError **error)
{
  g_autofree char *label = nk_templates_word (page->templates, "contents", NULL, error);

  if (label == NULL)
    return FALSE;
  page->has_nav = TRUE;
  nk_html_open (&page->html, "nav", "aria-label", label, NULL);
  nk_html_newline (&page->html);
  open_block (page, "ul");
  for (guint i = 0; i < page->blocks->len; i++) {
    const NkBlock *block = g_ptr_array_index (page->blocks, i);
    g_autofree char *text = NULL, *address = NULL;

    if (!is_section (block) || block->anchor == NULL)
      continue;
    text = plain_text (block);
    address = g_strconcat ("#", block->anchor, NULL);
    nk_html_open (&page->html, "li", NULL);
    nk_html_open (&page->html, "a", "href", address, NULL);
    nk_html_text (&page->html, text);
    nk_html_close (&page->html, "a");
    nk_html_close (&page->html, "li");
    nk_html_newline (&page->html);
  }
  close_through (page, "ul");
  if (!write_areas (page, error))
    return FALSE;
  close_through (page, "nav");
  return TRUE;
}

/* The documents of the view, in the order in which a template names them, as a rule. NULL past the end. */
static json_t *
document_at (const Page *page, gsize index)
{
  json_t *drafts = json_object_get (page->view, "internet_drafts");
  gsize n = json_array_size (drafts);

  return index < n ? json_array_get (drafts, index) : json_array_get (json_object_get (page->view, "rfcs"), index - n);
}

/* The name of the document with this anchor, looked for from the awaited one on to the end and then from the start. (nullable) */
static const char *
find_document (Page *page, const char *anchor)
{
  for (guint round = 0; round < 2; round++) {
    json_t *document;

    for (gsize i = page->next_document; (document = document_at (page, i)) != NULL; i++)
      if (strcmp (nk_view_text (document, "anchor"), anchor) == 0) {
        page->next_document = i + 1;
        return nk_view_text (document, "name");
      }
    page->next_document = 0;
  }
  return NULL;
}

/* The address that the frame knows for the document under a heading. (transfer full) (nullable) */
static char *
document_address (Page *page, const NkBlock *block)
{
  const char *name = page->frame != NULL && block->anchor != NULL ? find_document (page, block->anchor) : NULL;

  return name != NULL ? page->frame->document_address (name, page->frame->user_data) : NULL;
}

/* A title as a link. Links of its own, which a template may have put there, would stand inside of it, and so they stay as they are. */
static void
write_title (Page *page, const NkBlock *block, const char *name)
{
  g_autofree char *address = document_address (page, block);
  const NkSpan *only = block->spans->len == 1 ? g_ptr_array_index (block->spans, 0) : NULL;

  if (address == NULL || only == NULL || only->url != NULL) {
    write_element (page, block, name, NULL, NULL);
    return;
  }
  nk_html_open (&page->html, name, "lang", g_strcmp0 (only->language, page->language) != 0 ? only->language : NULL, NULL);
  nk_html_open (&page->html, "a", "href", address, NULL);
  nk_html_text (&page->html, only->text);
  nk_html_close (&page->html, "a");
  nk_html_close (&page->html, name);
  nk_html_newline (&page->html);
}

/* A heading of level 2 opens a section (the last, about the edition, the footer), one of level 3 an article. */
static gboolean
write_heading (Page *page, const NkBlock *block, GError **error)
{
  static const char *const names[] = { "h1", "h2", "h3", "h4" };
  const char *name = names[CLAMP (block->level, 1, 4) - 1];
  const char *id = take_id (page, block);
  gboolean is_about = is_section (block) && g_strcmp0 (block->anchor, ABOUT_ANCHOR) == 0;

  if (block->level <= 3)
    close_through (page, "article");
  if (block->level <= 2)
    close_through (page, "section");
  if (is_section (block)) {
    close_through (page, "header");
    if (!page->has_nav && !write_nav (page, error))
      return FALSE;
    if (is_about)
      close_through (page, page->body);
    else if (!nk_html_is_open (&page->html, page->body) && !nk_html_is_open (&page->html, "footer"))
      open_block (page, page->body);
    nk_html_open (&page->html, is_about && !nk_html_is_open (&page->html, "footer") ? "footer" : "section", "id", id, NULL);
    nk_html_newline (&page->html);
  } else if (block->level == 3) {
    nk_html_open (&page->html, "article", "id", id, NULL);
    nk_html_newline (&page->html);
  }
  if (block->level == 3)
    write_title (page, block, name);
  else
    write_element (page, block, name, block->level == 1 || block->level == 4 ? id : NULL, NULL);
  return TRUE;
}

static gboolean
write_block (Page *page, const NkBlock *block, GError **error)
{
  if (block->kind != NK_BLOCK_ITEM)
    close_through (page, "ul");
  switch (block->kind) {
  case NK_BLOCK_HEADING: return write_heading (page, block, error);
  case NK_BLOCK_PARAGRAPH: write_element (page, block, "p", NULL, NULL); return TRUE;
  case NK_BLOCK_SMALL: write_element (page, block, "p", NULL, "small"); return TRUE;
  case NK_BLOCK_ITEM:
    if (!nk_html_is_open (&page->html, "ul"))
      open_block (page, "ul");
    write_element (page, block, "li", NULL, NULL);
    return TRUE;
  case NK_BLOCK_QUOTE:
    open_block (page, "blockquote");
    write_element (page, block, "p", NULL, NULL);
    close_through (page, "blockquote");
    return TRUE;
  case NK_BLOCK_MARKDOWN: nk_markdown_write_html (&page->html, ((const NkSpan *)g_ptr_array_index (block->spans, 0))->text); return TRUE;
  }
  g_assert_not_reached ();
}

/* The editor's own style sheet beside the templates, else ours. */
static char *
read_style (const NkTemplates *templates, GError **error)
{
  g_autofree char *path = g_build_filename (nk_templates_folder (templates), "edition.css", NULL);
  g_autofree char *style = NULL;
  gsize length = 0;

  if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
    g_free (path);
    path = nk_share_path ("style/edition.css", error);
    if (path == NULL)
      return NULL;
  }
  style = nk_file_read (path, MAX_STYLE_BYTES, &length, error);
  if (style == NULL)
    return NULL;
  if (!nk_utf8_is_valid (nk_slice (style, length)) || strstr (style, "</") != NULL || strstr (style, "<!--") != NULL) {
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s: must be UTF-8 without “</” and “<!--”, which would end the style element", path);
    return NULL;
  }
  return g_steal_pointer (&style);
}

static char *
page_title (const Page *page)
{
  for (guint i = 0; i < page->blocks->len; i++) {
    const NkBlock *block = g_ptr_array_index (page->blocks, i);

    if (block->kind == NK_BLOCK_HEADING && block->level == 1)
      return plain_text (block);
  }
  return g_strdup (nk_view_text (page->view, "title"));
}

static gboolean
write_head (Page *page, GError **error)
{
  g_autofree char *title = page_title (page), *style = page->frame == NULL ? read_style (page->templates, error) : NULL;
  NkHtmlWriter *html = &page->html;

  if (page->frame == NULL && style == NULL)
    return FALSE;
  g_string_append (html->out, "<!DOCTYPE html>\n");
  nk_html_open (html, "html", "lang", page->language, NULL);
  nk_html_newline (html);
  open_block (page, "head");
  nk_html_void (html, "meta", "charset", "utf-8", NULL);
  nk_html_newline (html);
  nk_html_void (html, "meta", "name", "viewport", "content", "width=device-width, initial-scale=1", NULL);
  nk_html_newline (html);
  nk_html_open (html, "title", NULL);
  nk_html_text (html, title);
  nk_html_close (html, "title");
  nk_html_newline (html);
  nk_html_void (html, "meta", "name", "description", "content", nk_view_text (page->view, "description"), NULL);
  nk_html_newline (html);
  nk_html_void (html, "meta", "name", "generator", "content", "nikkan", NULL);
  nk_html_newline (html);
  nk_html_void (html, "meta", "name", "color-scheme", "content", "light dark", NULL);
  nk_html_newline (html);
  if (page->frame != NULL) {
    page->frame->write_head (html, page->frame->user_data);
  } else {
    open_block (page, "style");
    g_string_append (html->out, style);
    close_through (page, "style");
  }
  close_through (page, "head");
  return TRUE;
}

static gboolean
write_body (Page *page, GError **error)
{
  open_block (page, "body");
  if (page->frame != NULL) {
    page->frame->write_top (&page->html, page->frame->user_data);
    nk_html_open (&page->html, "main", "id", "content", "class", "edition", NULL);
    nk_html_newline (&page->html);
  }
  open_block (page, "header");
  for (guint i = 0; i < page->blocks->len; i++)
    if (!write_block (page, g_ptr_array_index (page->blocks, i), error))
      return FALSE;
  if (page->frame != NULL) {
    close_through (page, "main");
    page->frame->write_bottom (&page->html, page->frame->user_data);
  }
  close_through (page, "html");
  return TRUE;
}

gboolean
nk_edition_html (const NkTemplates *templates, json_t *view, const NkBlocks *blocks, const NkHtmlFrame *frame, GString *out, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  Page page = { .view = view, .blocks = blocks, .templates = templates, .ids = ids, .language = nk_templates_language (templates) };

  page.frame = frame;
  page.body = frame != NULL ? "div" : "main";
  if (frame != NULL)
    g_hash_table_add (ids, (gpointer) "content");
  nk_html_writer_init (&page.html, out);
  return write_head (&page, error) && write_body (&page, error);
}

gboolean
nk_format_html_render (const NkTemplates *templates, json_t *data, guint columns, GString *out, GError **error)
{
  json_auto_t *view = nk_edition_view (templates, data, error);
  g_autoptr (NkBlocks) blocks = view != NULL ? nk_templates_blocks (templates, view, error) : NULL;

  return blocks != NULL && nk_edition_html (templates, view, blocks, NULL, out, error);
}
