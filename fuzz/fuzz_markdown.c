/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Foreign text on its way out. The first byte chooses: the text escaped and read back by a Markdown reader from each place where a template can put it; the text as an
 * editor's Markdown in HTML; or an edition whose every value is a line of it, in every format. Promises: escaped text reads back as itself, HTML is well-formed and holds
 * no tag that is not ours, links lead to web and mail addresses only, nothing drives a terminal. */
#include "fuzz.h"

#include "edition/format_private.h"
#include "edition/markdown_private.h"
#include "ground/escape.h"
#include "ground/share.h"
#include "ground/utf8.h"

#define FLAGS (MD_DIALECT_GITHUB | MD_FLAG_LATEXMATHSPANS | MD_FLAG_WIKILINKS | MD_FLAG_UNDERLINE)
#define ZERO_WIDTH_SPACE "\xE2\x80\x8B"

typedef struct {
  GString *text;
  guint n_spans;
} Reading;

static int
enter_or_leave_block (MD_BLOCKTYPE type, void *detail, void *data)
{
  g_assert_true (type != MD_BLOCK_HTML && type != MD_BLOCK_CODE && type != MD_BLOCK_HR);
  return 0;
}

static int
enter_span (MD_SPANTYPE type, void *detail, void *data)
{
  g_autofree char *address = NULL;

  g_assert_cmpint (type, ==, MD_SPAN_A);
  address = nk_markdown_attribute_text (&((const MD_SPAN_A_DETAIL *)detail)->href);
  g_assert_true (nk_escape_url_is_safe (address));
  ((Reading *)data)->n_spans++;
  return 0;
}

static int
leave_span (MD_SPANTYPE type, void *detail, void *data)
{
  return 0;
}

static int
take_text (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
  GString *out = ((Reading *)data)->text;

  g_assert_true (type == MD_TEXT_NORMAL || type == MD_TEXT_ENTITY || type == MD_TEXT_SOFTBR);
  if (type == MD_TEXT_ENTITY)
    nk_markdown_append_entity (out, text, size);
  else
    g_string_append_len (out, text, (gssize)size);
  return 0;
}

/* Aborts on markup that is not ours. Returns: the number of links; the text in `text`. */
static guint
read_markdown (const char *markdown, GString *text)
{
  Reading reading = { text, 0 };
  const MD_PARSER parser = { .flags = FLAGS,
                             .enter_block = enter_or_leave_block,
                             .leave_block = enter_or_leave_block,
                             .enter_span = enter_span,
                             .leave_span = leave_span,
                             .text = take_text };

  g_assert_cmpint (md_parse (markdown, (MD_SIZE)strlen (markdown), &parser, &reading), ==, 0);
  g_string_replace (text, ZERO_WIDTH_SPACE, "", 0);
  return reading.n_spans;
}

static void
check_escape (const char *text, guint place)
{
  static const struct {
    const char *before, *after, *plain_after;
    guint n_spans;
  } places[] = {
    { "", "\n", "", 0 },
    { "- ", "\n", "", 0 },
    { "1. ", "\n", "", 0 },
    { "### ", "\n", "", 0 },
    { "> ", "\n", "", 0 },
    { "", " more\n", " more", 0 },
    { "[", "](https://example.com/)\n", "", 1 },
    { "", "[x](https://example.com/)\n", "x", 1 },
  };
  g_autoptr (GString) markdown = g_string_new (NULL), expected = g_string_new (NULL), read_back = g_string_new (NULL);

  place %= G_N_ELEMENTS (places);
  nk_escape_markdown_text (markdown, text);
  if (markdown->len == 0)
    return;
  g_string_prepend (markdown, places[place].before);
  g_string_append (markdown, places[place].after);
  g_string_append_printf (expected, "%s%s", text, places[place].plain_after);
  g_string_replace (expected, ZERO_WIDTH_SPACE, "", 0);
  g_assert_cmpuint (read_markdown (markdown->str, read_back), ==, places[place].n_spans);
  g_assert_cmpstr (read_back->str, ==, expected->str);
}

/* Returns: behind `name="value"`. */
static const char *
check_attribute (const char *attribute)
{
  gsize length = strspn (attribute, "abcdefghijklmnopqrstuvwxyz-");
  const char *value = attribute + length + 2, *end;

  g_assert_true (length > 0 && g_str_has_prefix (attribute + length, "=\""));
  end = strchr (value, '"');
  g_assert_nonnull (end);
  if (g_str_has_prefix (attribute, "href=") && *value != '#') {
    g_autofree char *address = g_strndup (value, (gsize)(end - value));

    g_assert_true (nk_escape_url_is_safe (address));
  }
  g_assert_false (g_str_has_prefix (attribute, "on"));
  return end + 1;
}

/* Passes over one tag from its `<`; keeps track of what is open. Returns: behind it. */
static const char *
check_tag (const char *tag, GPtrArray *open)
{
  static const char *const known[]
      = { "a",       "article", "aside", "blockquote", "body", "br",    "code", "del",     "details", "div",    "em",
          "footer",  "h1",      "h2",    "h3",         "h4",   "h5",    "h6",   "head",    "header",  "hr",     "html",
          "li",      "main",    "meta",  "nav",        "ol",   "p",     "pre",  "section", "span",    "strong", "style",
          "summary", "table",   "tbody", "td",         "th",   "thead", "time", "title",   "tr",      "ul",     NULL };
  static const char *const empty[] = { "br", "hr", "meta", NULL };
  gboolean closes = tag[1] == '/';
  const char *start = tag + 1 + closes, *end = start + strspn (start, "abcdefghijklmnopqrstuvwxyz123456");
  g_autofree char *name = g_strndup (start, (gsize)(end - start));

  g_assert_true (g_strv_contains (known, name));
  while (*end == ' ')
    end = check_attribute (end + 1);
  g_assert_cmpint (*end, ==, '>');
  if (closes) {
    g_assert_cmpuint (open->len, >, 0);
    g_assert_cmpstr (g_ptr_array_index (open, open->len - 1), ==, name);
    g_ptr_array_set_size (open, (gint)open->len - 1);
  } else if (!g_strv_contains (empty, name)) {
    g_ptr_array_add (open, g_steal_pointer (&name));
  }
  return end + 1;
}

static void
check_html (const char *html)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_free);

  nk_fuzz_check_utf8 (html);
  if (g_str_has_prefix (html, "<!DOCTYPE html>"))
    html += strlen ("<!DOCTYPE html>");
  while ((html = strchr (html, '<')) != NULL)
    html = check_tag (html, open);
  g_assert_cmpuint (open->len, ==, 0);
}

static void
check_note (const char *note)
{
  g_autoptr (GString) html = g_string_new (NULL), text = g_string_new (NULL);
  NkHtmlWriter writer;

  nk_html_writer_init (&writer, html);
  nk_markdown_write_html (&writer, note);
  g_assert_cmpuint (writer.n_open, ==, 0);
  check_html (html->str);
  nk_markdown_write_text (text, note, 60);
  nk_fuzz_check_clean (text->str, TRUE, G_MAXSIZE);
}

/* A document of which every text is foreign. `lines` has `n` of them. */
static json_t *
make_document (char **lines, guint n, guint at)
{
  const char *t[8];

  for (guint i = 0; i < G_N_ELEMENTS (t); i++)
    t[i] = lines[(at + i) % n];
  return json_pack (
      "{s:s,s:s,s:i,s:s,s:[ss],s:{s:s,s:s,s:s,s:s},s:s,s:s,s:s,s:[s],s:i,s:s,s:s,s:{s:s,s:s,s:f,s:b,s:[]},s:{s:s,s:s},s:[],s:[s],s:s}",
      "name", t[0], "revision", t[1], "number", 9999, "title", t[2], "authors", t[3], t[4], "group", "acronym", t[5], "name", t[6], "kind",
      t[7], "area", t[0], "stream", t[1], "standing", "wg", "change", "revised", "changed", "title", "pages", 3, "announced", t[2],
      "abstract", t[3], "summary", "text", t[4], "engine", t[5], "confidence", 0.5, "quoted", at % 2, "sources", "urls", "datatracker",
      t[6], "html", t[7], "message_ids", "subseries", t[0], "date", t[1]);
}

static json_t *
make_edition (char **lines, const char *note)
{
  guint n = g_strv_length (lines);
  json_t *drafts = json_array (), *rfcs = json_array ();
  const char *a = lines[0], *b = lines[1 % n], *c = lines[2 % n];

  for (guint i = 0; i < 2; i++) {
    json_array_append_new (drafts, make_document (lines, n, i));
    json_array_append_new (rfcs, make_document (lines, n, i + 2));
  }
  return json_pack ("{s:s,s:s,s:s,s:[s],s:{s:i,s:i,s:i},s:{s:i,s:i,s:i},s:[{s:s,s:s,s:s,s:[s]}],s:o,s:o,s:[{s:s,s:s,s:s,s:[s],s:s}],s:s}",
                    "day", "2031-03-04", "language", "ja", "state", "incomplete", "missing", a, "counts", "internet_drafts", 2, "rfcs", 2,
                    "others", 1, "part_counts", "internet_drafts", 2, "rfcs", 2, "others", 1, "highlights", "topic", a, "title", b, "text",
                    c, "documents", a, "internet_drafts", drafts, "rfcs", rfcs, "others", "kind", "last_call", "subject", a, "title", b,
                    "documents", c, "url", lines[3 % n], "note", note);
}

static gpointer
load_templates (gpointer data)
{
  g_autofree char *folder = nk_share_path ("templates", NULL);
  NkTemplates *templates = folder == NULL ? NULL : nk_templates_load (folder, "ja", NULL);

  g_assert_nonnull (templates);
  return templates;
}

static void
check_edition (const char *text, const NkTemplates *templates)
{
  g_auto (GStrv) lines = g_strsplit (text[0] != '\0' ? text : "x", "\n", 16);

  for (guint i = 0; nk_format (i) != NULL; i++) {
    gboolean is_markdown = strcmp (nk_format (i)->name, "markdown") == 0, is_html = strcmp (nk_format (i)->name, "html") == 0;
    json_t *data = make_edition (lines, is_markdown ? "" : text);
    g_autoptr (GString) out = g_string_new (NULL), ignored = g_string_new (NULL);
    g_autoptr (GError) error = NULL;

    g_assert_nonnull (data);
    g_assert_true (nk_format (i)->render (templates, data, 72, out, &error));
    g_assert_no_error (error);
    nk_fuzz_check_utf8 (out->str);
    if (is_markdown)
      read_markdown (out->str, ignored);
    else if (is_html)
      check_html (out->str);
    else if (strcmp (nk_format (i)->name, "text") == 0)
      nk_fuzz_check_clean (out->str, TRUE, G_MAXSIZE);
    json_decref (data);
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static GOnce loading = G_ONCE_INIT;
  NkSlice input = nk_slice ((const char *)data, size);
  guint options = nk_fuzz_options (&input);
  g_autofree char *text = nk_utf8_repair (input), *line = nk_utf8_one_line (text);

  switch (options % 4) {
  case 0: check_note (text); break;
  case 1: check_edition (text, g_once (&loading, load_templates, NULL)); break;
  default: check_escape (line, options / 4); break;
  }
  return 0;
}
