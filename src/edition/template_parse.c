/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/template_parse.c - the text of a template as a tree of nodes. Each loop moves forward in the text, and sections and spans nest to a limit. */
#include "edition/template_private.h"
#include "ground/slice.h"
#include "ground/utf8.h"

typedef struct {
  const char *file;
  guint line, depth;
  gboolean has_no_spans; /* square brackets stand for themselves: in a phrase, an anchor, and inside of a span */
} Parser;

typedef enum { UNTIL_END, UNTIL_CLOSING_TAG, UNTIL_BRACKET, UNTIL_PARENTHESIS } Until;

static void
node_free (gpointer data)
{
  NkNode *node = data;

  g_free (node->text);
  g_strfreev (node->path);
  g_clear_pointer (&node->children, g_ptr_array_unref);
  g_clear_pointer (&node->url, g_ptr_array_unref);
  g_clear_pointer (&node->anchor, g_ptr_array_unref);
  g_free (node);
}

static GPtrArray *
nodes_new (void)
{
  return g_ptr_array_new_with_free_func (node_free);
}

static NkNode *
node_add (GPtrArray *nodes, NkNodeKind kind, guint line)
{
  NkNode *node = g_new0 (NkNode, 1);

  node->kind = kind;
  node->line = line;
  g_ptr_array_add (nodes, node);
  return node;
}

/* Takes `text`. */
static void
add_text (GPtrArray *nodes, char *text, guint line)
{
  NkNode *node = node_add (nodes, NK_NODE_TEXT, line);

  node->text = text;
  node->text_length = strlen (text);
}

static gboolean fail (const Parser *parser, GError **error, const char *format, ...) G_GNUC_PRINTF (3, 4);

static gboolean
fail (const Parser *parser, GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s:%u: %s", parser->file, parser->line, what);
  return FALSE;
}

/* An editor's program may leave a byte order mark or a stray control behind; no format can use them. */
static void
flush_text (GPtrArray *nodes, GString *text, guint line)
{
  if (text->len == 0)
    return;
  add_text (nodes, g_strdelimit (nk_utf8_without_controls (text->str), "\n\t", ' '), line);
  g_string_truncate (text, 0);
}

/* A name: `.`, `@first`, `@last`, or words of [a-z0-9_] joined by dots. */
static gboolean
name_is_valid (NkSlice name)
{
  static const NkSlice special[] = { { ".", 1 }, { "@first", 6 }, { "@last", 5 } };
  gboolean after_dot = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (special); i++)
    if (nk_slice_equal (name, special[i]))
      return TRUE;
  for (gsize i = 0; i < name.length; i++) {
    char c = name.data[i];

    if (c == '.' && after_dot)
      return FALSE;
    if (c != '.' && c != '_' && !g_ascii_islower (c) && !g_ascii_isdigit (c))
      return FALSE;
    after_dot = c == '.';
  }
  return name.length > 0 && !after_dot;
}

static gboolean
node_set_name (const Parser *parser, NkNode *node, NkSlice name, GError **error)
{
  g_autofree char *shown = nk_slice_dup (name);

  if (!name_is_valid (name))
    return fail (parser, error, "“%s” is no name of a value", shown);
  node->path = name.data[0] == '.' ? g_new0 (char *, 1) : g_strsplit (shown, ".", -1);
  node->text = g_steal_pointer (&shown);
  return TRUE;
}

/* Takes a tag `{{…}}` off the front of *rest: its first sign (0 for a value) and what stands inside. */
static gboolean
take_tag (const Parser *parser, NkSlice *rest, char *ret_sign, NkSlice *ret_inside, GError **error)
{
  gssize end = nk_slice_find (*rest, NK_SLICE_LITERAL ("}}"));
  NkSlice inside;
  char sign = 0;

  if (end < 0)
    return fail (parser, error, "“{{” without “}}” on the same line");
  inside = nk_slice_trim (nk_slice (rest->data + 2, (gsize)end - 2));
  if (inside.length > 0 && strchr ("#^/!&{>=", inside.data[0]) != NULL) {
    sign = inside.data[0];
    inside = nk_slice_trim (nk_slice_from (inside, 1));
  }
  if (sign != 0 && strchr ("&{>=", sign) != NULL)
    return fail (parser, error, "“{{%c” is not known here: values are always plain text", sign);
  *rest = nk_slice_from (*rest, (gsize)end + 2);
  *ret_sign = sign;
  *ret_inside = inside;
  return TRUE;
}

static gboolean parse_inline (Parser *parser, NkSlice *rest, Until until, NkSlice name, GPtrArray *nodes, GError **error);

static gboolean
enter (Parser *parser, GError **error)
{
  if (parser->depth >= NK_TEMPLATE_MAX_DEPTH) {
    g_set_error (error, NK_ERROR, NK_ERROR_LIMIT, "%s:%u: nested deeper than %d", parser->file, parser->line, NK_TEMPLATE_MAX_DEPTH);
    return FALSE;
  }
  parser->depth++;
  return TRUE;
}

/* A tag inside a line. *ret_closed: it was the closing tag that the caller waits for. */
static gboolean
parse_inline_tag (Parser *parser, NkSlice *rest, Until until, NkSlice name, GPtrArray *nodes, gboolean *ret_closed, GError **error)
{
  NkSlice inside;
  NkNode *node;
  char sign;

  if (!take_tag (parser, rest, &sign, &inside, error))
    return FALSE;
  switch (sign) {
  case '!': return TRUE;
  case '/':
    if (until != UNTIL_CLOSING_TAG || !nk_slice_equal (inside, name))
      return fail (parser, error, "“{{/%.*s}}” closes nothing that is open here", (int)inside.length, inside.data);
    *ret_closed = TRUE;
    return TRUE;
  case '#':
  case '^':
    node = node_add (nodes, NK_NODE_SECTION, parser->line);
    node->is_inverted = sign == '^';
    node->children = nodes_new ();
    if (!node_set_name (parser, node, inside, error) || !enter (parser, error)
        || !parse_inline (parser, rest, UNTIL_CLOSING_TAG, inside, node->children, error))
      return FALSE;
    parser->depth--;
    return TRUE;
  default: node = node_add (nodes, NK_NODE_VALUE, parser->line); return node_set_name (parser, node, inside, error);
  }
}

/* `{en}`, `{ja}` or `{time}` behind a span. */
static gboolean
parse_mark (Parser *parser, NkSlice *rest, NkNode *span, GError **error)
{
  gssize end = nk_slice_find_char (*rest, '}');
  NkSlice mark = end < 0 ? NK_SLICE_EMPTY : nk_slice (rest->data + 1, (gsize)end - 1);

  if (nk_slice_equal (mark, NK_SLICE_LITERAL ("en")))
    span->language = "en";
  else if (nk_slice_equal (mark, NK_SLICE_LITERAL ("ja")))
    span->language = "ja";
  else if (nk_slice_equal (mark, NK_SLICE_LITERAL ("time")))
    span->is_time = TRUE;
  else
    return fail (parser, error, "behind “]” only {en}, {ja} or {time} can stand");
  *rest = nk_slice_from (*rest, (gsize)end + 1);
  return TRUE;
}

static gboolean
starts_mark (NkSlice rest)
{
  return rest.length > 1 && rest.data[0] == '{' && rest.data[1] != '{';
}

/* `[text]` with `(url)` or `{mark}` behind it, or both; with neither, the brackets stand for themselves. */
static gboolean
parse_span (Parser *parser, NkSlice *rest, GPtrArray *nodes, GError **error)
{
  NkNode *span = node_add (nodes, NK_NODE_SPAN, parser->line);

  span->children = nodes_new ();
  parser->has_no_spans = TRUE;
  *rest = nk_slice_from (*rest, 1);
  if (!enter (parser, error) || !parse_inline (parser, rest, UNTIL_BRACKET, NK_SLICE_EMPTY, span->children, error))
    return FALSE;
  if (rest->length > 0 && rest->data[0] == '(') {
    span->url = nodes_new ();
    *rest = nk_slice_from (*rest, 1);
    if (!parse_inline (parser, rest, UNTIL_PARENTHESIS, NK_SLICE_EMPTY, span->url, error))
      return FALSE;
  }
  parser->has_no_spans = FALSE;
  parser->depth--;
  if (starts_mark (*rest))
    return parse_mark (parser, rest, span, error);
  if (span->url == NULL) {
    add_text (span->children, g_strdup ("["), parser->line);
    g_ptr_array_insert (span->children, 0, g_ptr_array_steal_index (span->children, span->children->len - 1));
    add_text (span->children, g_strdup ("]"), parser->line);
  }
  return TRUE;
}

static gboolean
ends_here (char c, Until until)
{
  switch (until) {
  case UNTIL_BRACKET: return c == ']';
  case UNTIL_PARENTHESIS: return c == ')';
  case UNTIL_END:
  case UNTIL_CLOSING_TAG: return FALSE;
  }
  g_assert_not_reached ();
}

static gboolean
report_open_end (const Parser *parser, Until until, NkSlice name, GError **error)
{
  switch (until) {
  case UNTIL_END: return TRUE;
  case UNTIL_CLOSING_TAG:
    return fail (parser, error, "“{{#%.*s}}” is not closed on its line (a section over several lines has its tags on lines of their own)",
                 (int)name.length, name.data);
  case UNTIL_BRACKET: return fail (parser, error, "“[” without “]”; write “\\[” for the character");
  case UNTIL_PARENTHESIS: return fail (parser, error, "“](” without “)”");
  }
  g_assert_not_reached ();
}

static gboolean
parse_inline (Parser *parser, NkSlice *rest, Until until, NkSlice name, GPtrArray *nodes, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean closed = FALSE;

  while (rest->length > 0 && !closed) {
    char c = rest->data[0];

    if (nk_slice_starts (*rest, NK_SLICE_LITERAL ("{{"))) {
      flush_text (nodes, text, parser->line);
      if (!parse_inline_tag (parser, rest, until, name, nodes, &closed, error))
        return FALSE;
    } else if (c == '[' && !parser->has_no_spans) {
      flush_text (nodes, text, parser->line);
      if (!parse_span (parser, rest, nodes, error))
        return FALSE;
    } else if (ends_here (c, until)) {
      *rest = nk_slice_from (*rest, 1);
      closed = TRUE;
    } else {
      gboolean is_escape = c == '\\' && rest->length > 1 && g_ascii_ispunct (rest->data[1]);

      g_string_append_c (text, is_escape ? rest->data[1] : c);
      *rest = nk_slice_from (*rest, is_escape ? 2 : 1);
    }
  }
  flush_text (nodes, text, parser->line);
  return closed || report_open_end (parser, until, name, error);
}

/* `{#name}` at the end of a heading is cut off and parsed as its anchor. */
static gboolean
parse_anchor (Parser *parser, NkSlice *line, NkNode *block, GError **error)
{
  gssize start = -1;
  NkSlice anchor;

  if (line->length == 0 || line->data[line->length - 1] != '}')
    return TRUE;
  for (gsize i = 0; i + 2 < line->length; i++)
    if (strncmp (line->data + i, " {#", 3) == 0)
      start = (gssize)i;
  if (start < 0)
    return TRUE;
  anchor = nk_slice (line->data + start + 3, line->length - (gsize)start - 4);
  block->anchor = nodes_new ();
  *line = nk_slice_trim_end (nk_slice_first (*line, (gsize)start));
  parser->has_no_spans = TRUE;
  if (!parse_inline (parser, &anchor, UNTIL_END, NK_SLICE_EMPTY, block->anchor, error))
    return FALSE;
  parser->has_no_spans = FALSE;
  return TRUE;
}

/* `!markdown NAME`: the one door for markup out of a value, meant for the editor's own words. */
static gboolean
parse_directive (const Parser *parser, NkSlice line, NkNode *block, GError **error)
{
  NkSlice rest = line;
  NkNode *value;

  if (!nk_slice_starts (line, NK_SLICE_LITERAL ("!markdown ")))
    return fail (parser, error, "a line that starts with “!” must be “!markdown NAME”");
  rest = nk_slice_trim (nk_slice_from (rest, strlen ("!markdown ")));
  block->block = NK_BLOCK_MARKDOWN;
  value = node_add (block->children, NK_NODE_VALUE, parser->line);
  return node_set_name (parser, value, rest, error);
}

static gboolean
parse_block (Parser *parser, NkSlice line, GPtrArray *nodes, GError **error)
{
  static const struct {
    NkSlice prefix;
    NkBlockKind kind;
    guint level;
  } prefixes[] = {
    { { "# ", 2 }, NK_BLOCK_HEADING, 1 },    { { "## ", 3 }, NK_BLOCK_HEADING, 2 }, { { "### ", 4 }, NK_BLOCK_HEADING, 3 },
    { { "#### ", 5 }, NK_BLOCK_HEADING, 4 }, { { "- ", 2 }, NK_BLOCK_ITEM, 0 },     { { "~ ", 2 }, NK_BLOCK_SMALL, 0 },
    { { "> ", 2 }, NK_BLOCK_QUOTE, 0 },
  };
  NkNode *block = node_add (nodes, NK_NODE_BLOCK, parser->line);

  block->block = NK_BLOCK_PARAGRAPH;
  block->children = nodes_new ();
  if (line.data[0] == '!')
    return parse_directive (parser, line, block, error);
  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++) {
    if (!nk_slice_starts (line, prefixes[i].prefix))
      continue;
    block->block = prefixes[i].kind;
    block->level = prefixes[i].level;
    line = nk_slice_trim (nk_slice_from (line, prefixes[i].prefix.length));
    break;
  }
  if (block->block == NK_BLOCK_HEADING && !parse_anchor (parser, &line, block, error))
    return FALSE;
  return parse_inline (parser, &line, UNTIL_END, NK_SLICE_EMPTY, block->children, error);
}

/* TRUE if the line is one opening, closing or comment tag and nothing else. */
static gboolean
is_lone_tag (NkSlice line)
{
  gssize end = nk_slice_find (line, NK_SLICE_LITERAL ("}}"));
  NkSlice inside;

  if (!nk_slice_starts (line, NK_SLICE_LITERAL ("{{")) || end < 0 || (gsize)end + 2 != line.length)
    return FALSE;
  inside = nk_slice_trim (nk_slice (line.data + 2, (gsize)end - 2));
  return inside.length > 0 && strchr ("#^/!", inside.data[0]) != NULL;
}

/* A tag on a line of its own: `open` is the stack of sections (NkNode *, borrowed) that enclose the next line. */
static gboolean
parse_lone_tag (Parser *parser, NkSlice line, GPtrArray *nodes, GPtrArray *open, GError **error)
{
  NkNode *section, *innermost = open->len > 0 ? g_ptr_array_index (open, open->len - 1) : NULL;
  NkSlice inside;
  char sign;

  if (!take_tag (parser, &line, &sign, &inside, error))
    return FALSE;
  if (sign == '!')
    return TRUE;
  if (sign == '/') {
    if (innermost == NULL || !nk_slice_equal (inside, nk_slice_text (innermost->text)))
      return fail (parser, error, "“{{/%.*s}}” closes nothing that is open here", (int)inside.length, inside.data);
    g_ptr_array_set_size (open, (gint)open->len - 1);
    parser->depth--;
    return TRUE;
  }
  section = node_add (innermost != NULL ? innermost->children : nodes, NK_NODE_SECTION, parser->line);
  section->is_inverted = sign == '^';
  section->children = nodes_new ();
  g_ptr_array_add (open, section);
  return node_set_name (parser, section, inside, error) && enter (parser, error);
}

static NkTemplate *
template_new (const char *file)
{
  NkTemplate *template = g_new0 (NkTemplate, 1);

  template->file = g_strdup (file);
  template->nodes = nodes_new ();
  return template;
}

NkTemplate *
nk_template_parse (const char *text, gsize length, const char *file, GError **error)
{
  g_autoptr (NkTemplate) template = template_new (file);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (GString) scratch = g_string_new (NULL);
  Parser parser = { .file = file };
  NkSlice rest = nk_slice (text, length), line;

  if (length > NK_TEMPLATE_MAX_BYTES) {
    g_set_error (error, NK_ERROR, NK_ERROR_LIMIT, "%s: larger than %u bytes", file, NK_TEMPLATE_MAX_BYTES);
    return NULL;
  }
  if (!nk_utf8_is_valid (rest)) {
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s: is not UTF-8", file);
    return NULL;
  }
  while (nk_template_next_line (&rest, &parser.line, scratch, &line)) {
    NkNode *innermost = open->len > 0 ? g_ptr_array_index (open, open->len - 1) : NULL;

    if (line.length == 0)
      continue;
    if (is_lone_tag (line) ? !parse_lone_tag (&parser, line, template->nodes, open, error)
                           : !parse_block (&parser, line, innermost != NULL ? innermost->children : template->nodes, error))
      return NULL;
  }
  if (open->len > 0) {
    const NkNode *section = g_ptr_array_index (open, open->len - 1);

    parser.line = section->line;
    fail (&parser, error, "“{{#%s}}” is not closed", section->text);
    return NULL;
  }
  return g_steal_pointer (&template);
}

NkTemplate *
nk_template_parse_phrase (const char *text, const char *file, guint line, GError **error)
{
  g_autoptr (NkTemplate) template = template_new (file);
  Parser parser = { .file = file, .line = line, .has_no_spans = TRUE };
  NkSlice rest = nk_slice_text (text);

  if (!parse_inline (&parser, &rest, UNTIL_END, NK_SLICE_EMPTY, template->nodes, error))
    return NULL;
  return g_steal_pointer (&template);
}

void
nk_template_free (NkTemplate *template)
{
  if (template == NULL)
    return;
  g_free (template->file);
  g_ptr_array_unref (template->nodes);
  g_free (template);
}
