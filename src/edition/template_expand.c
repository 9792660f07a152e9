/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/template_expand.c - a parsed template and the values of a day make blocks. Values become text of spans and nothing else: what they hold is never read as
 * a template again. Nesting was limited by the parser, work and output are limited here. */
#include "edition/template_private.h"
#include "ground/bytes16.h"
#include "ground/escape.h"
#include "ground/text_append.h"
#include "ground/utf8.h"

#include <string.h>

typedef struct {
  json_t *value; /* borrowed */
  gboolean is_first, is_last;
} Scope;

typedef struct {
  const char *file;
  Scope scopes[NK_TEMPLATE_MAX_DEPTH + 1];
  guint n_scopes;
  guint steps;
  gsize output_bytes;
  NkArena *arena;   /* of the blocks; NULL for a phrase */
  GPtrArray *spans; /* of the present block */
  GString *text;    /* of the present span */
  GString *url;     /* of a link */
} Expander;

static gboolean fail (const Expander *expander, const NkNode *node, GError **error, const char *format, ...) G_GNUC_PRINTF (4, 5);

static gboolean
fail (const Expander *expander, const NkNode *node, GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s:%u: %s", expander->file, node->line, what);
  return FALSE;
}

static gboolean
spend_step (Expander *expander, const NkNode *node, GError **error)
{
  if (expander->steps < NK_TEMPLATE_MAX_STEPS && expander->output_bytes <= NK_TEMPLATE_MAX_OUTPUT_BYTES) {
    expander->steps++;
    return TRUE;
  }
  g_set_error (error, NK_ERROR, NK_ERROR_LIMIT, "%s:%u: the template makes more than an edition may hold", expander->file, node->line);
  return FALSE;
}

/* The value of a name: the innermost scope that knows its first word decides. A name inside of an absent thing (`group.acronym` without a group) is absent too.
 * *ret_value is borrowed, NULL for absent. FALSE if no scope knows the name. */
static gboolean
resolve (const Expander *expander, const NkNode *node, json_t **ret_value)
{
  json_t *value = NULL;

  for (guint i = expander->n_scopes; i-- > 0 && value == NULL;)
    value = json_object_get (expander->scopes[i].value, node->path[0]);
  if (value == NULL)
    return FALSE;
  for (char **word = node->path + 1; *word != NULL && !json_is_null (value); word++) {
    value = json_object_get (value, *word);
    if (value == NULL)
      return FALSE;
  }
  *ret_value = value;
  return TRUE;
}

static gboolean
lookup (const Expander *expander, const NkNode *node, json_t **ret_value, GError **error)
{
  const Scope *top = &expander->scopes[expander->n_scopes - 1];

  if (node->text[0] == '.' && node->text[1] == '\0')
    *ret_value = top->value;
  else if (node->text[0] != '@' && resolve (expander, node, ret_value))
    return TRUE;
  else if (strcmp (node->text, "@first") == 0)
    *ret_value = top->is_first ? json_true () : json_false ();
  else if (strcmp (node->text, "@last") == 0)
    *ret_value = top->is_last ? json_true () : json_false ();
  else
    return fail (expander, node, error, "no value is called “%s” here", node->text);
  return TRUE;
}

/* What a section counts as there: not null, false, 0, an empty text or an empty list. */
static gboolean
is_there (const json_t *value)
{
  switch (json_typeof (value)) {
  case JSON_OBJECT: return TRUE;
  case JSON_ARRAY: return json_array_size (value) > 0;
  case JSON_STRING: return json_string_length (value) > 0;
  case JSON_INTEGER: return json_integer_value (value) != 0;
  case JSON_REAL: return json_real_value (value) > 0 || json_real_value (value) < 0;
  case JSON_TRUE: return TRUE;
  case JSON_FALSE:
  case JSON_NULL: return FALSE;
  }
  g_assert_not_reached ();
}

/* The ordinary case: nothing in it to clean, that is, no controls and no direction changers (nk_utf8_without_controls). */
static gboolean
is_clean (const char *text, gsize length)
{
  const guchar *p = (const guchar *)text, *end = p + length;

  while (p < end) {
    if (end - p >= NK_BYTES16) {
      NkBytes16 b = nk_bytes16 ((const char *)p);

      if (!nk_bytes16_any ((NkBytes16)(b < 0x20) | (NkBytes16)(b == 0x7F) | (NkBytes16)(b == 0xC2) | (NkBytes16)(b == 0xD8)
                           | (NkBytes16)(b == 0xE2) | (NkBytes16)(b == 0xEF))) {
        p += NK_BYTES16;
        continue;
      }
    }
    if (*p < 0x20 || *p == 0x7F || (*p == 0xC2 && p[1] < 0xA0) || (*p == 0xD8 && p[1] == 0x9C)
        || (*p == 0xEF && p[1] == 0xBB && p[2] == 0xBF) || (*p == 0xE2 && ((p[1] == 0x80 && p[2] < 0xAF && p[2] != 0xA6) || p[1] == 0x81)))
      return FALSE;
    p++;
  }
  return TRUE;
}

/* One line, without controls and direction changers. */
static void
append_clean (GString *out, const char *text, gsize length)
{
  g_autofree char *clean = NULL;

  if (is_clean (text, length)) {
    nk_text_append (out, text, length);
    return;
  }
  clean = nk_utf8_without_controls (text);
  g_strdelimit (clean, "\n\t", ' ');
  g_string_append (out, clean);
}

static gboolean
append_value (Expander *expander, const NkNode *node, GString *out, GError **error)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  gsize before = out->len;
  json_t *value = NULL;

  if (!lookup (expander, node, &value, error))
    return FALSE;
  switch (json_typeof (value)) {
  case JSON_STRING: append_clean (out, json_string_value (value), json_string_length (value)); break;
  case JSON_INTEGER: g_string_append_printf (out, "%" JSON_INTEGER_FORMAT, json_integer_value (value)); break;
  case JSON_REAL: g_string_append (out, g_ascii_formatd (number, sizeof number, "%.2f", json_real_value (value))); break;
  case JSON_TRUE: g_string_append (out, "true"); break;
  case JSON_FALSE:
  case JSON_NULL: break;
  case JSON_OBJECT:
  case JSON_ARRAY:
    return fail (expander, node, error, "“%s” is a list or a group of values, not a text: open it with {{#%s}}", node->text, node->text);
  }
  expander->output_bytes += out->len - before;
  return TRUE;
}

typedef gboolean (*NodesFunc) (Expander *expander, const GPtrArray *nodes, gpointer data, GError **error);

/* Runs `each` over the children of a section, once for each item of a list, once for any other value that is there. */
static gboolean
run_section (Expander *expander, const NkNode *node, NodesFunc each, gpointer data, GError **error)
{
  gsize n;
  json_t *value = NULL;

  if (!lookup (expander, node, &value, error))
    return FALSE;
  if (is_there (value) == node->is_inverted)
    return TRUE;
  if (node->is_inverted)
    return each (expander, node->children, data, error);
  n = json_is_array (value) ? json_array_size (value) : 1;
  g_assert (expander->n_scopes < G_N_ELEMENTS (expander->scopes));
  for (gsize i = 0; i < n; i++) {
    json_t *item = json_is_array (value) ? json_array_get (value, i) : value;
    /* Inside a test that is no list, @first and @last go on to speak of the list around it. */
    Scope inner = json_is_array (value) ? (Scope){ item, i == 0, i + 1 == n }
                                        : (Scope){ item, expander->scopes[expander->n_scopes - 1].is_first,
                                                   expander->scopes[expander->n_scopes - 1].is_last };
    gboolean done;

    expander->scopes[expander->n_scopes++] = inner;
    done = each (expander, node->children, data, error);
    expander->n_scopes--;
    if (!done)
      return FALSE;
  }
  return TRUE;
}

/* What `text` holds becomes a span. `url`: (nullable) of the arena. */
static void
finish_span (Expander *expander, GString *text, char *url, const char *language, gboolean is_time)
{
  NkSpan span = { NULL, url, language, is_time };

  if (text->len == 0)
    return;
  span.text = nk_arena_text (expander->arena, text->str, text->len);
  g_ptr_array_add (expander->spans, nk_arena_copy (expander->arena, &span, sizeof span));
  g_string_truncate (text, 0);
}

static gboolean expand_inline (Expander *expander, const GPtrArray *nodes, gpointer data, GError **error);

/* Spans stand in blocks only, and never in one another: the parser sees to that. */
static gboolean
expand_span (Expander *expander, const NkNode *node, GString *text, GError **error)
{
  char *url = NULL;

  if (node->language == NULL && !node->is_time && node->url == NULL)
    return expand_inline (expander, node->children, text, error);
  finish_span (expander, text, NULL, NULL, FALSE);
  if (node->url != NULL) {
    g_string_truncate (expander->url, 0);
    if (!expand_inline (expander, node->url, expander->url, error))
      return FALSE;
    if (nk_escape_url_is_safe (expander->url->str))
      url = nk_arena_text (expander->arena, expander->url->str, expander->url->len);
  }
  if (!expand_inline (expander, node->children, text, error))
    return FALSE;
  finish_span (expander, text, url, node->language, node->is_time);
  return TRUE;
}

static gboolean
expand_inline (Expander *expander, const GPtrArray *nodes, gpointer data, GError **error)
{
  GString *text = data;

  for (guint i = 0; i < nodes->len; i++) {
    const NkNode *node = g_ptr_array_index (nodes, i);
    gboolean done = TRUE;

    if (!spend_step (expander, node, error))
      return FALSE;
    switch (node->kind) {
    case NK_NODE_TEXT: nk_text_append (text, node->text, node->text_length); break;
    case NK_NODE_VALUE: done = append_value (expander, node, text, error); break;
    case NK_NODE_SECTION: done = run_section (expander, node, expand_inline, text, error); break;
    case NK_NODE_SPAN: done = expand_span (expander, node, text, error); break;
    case NK_NODE_BLOCK: g_assert_not_reached ();
    }
    if (!done)
      return FALSE;
  }
  return TRUE;
}

/* The editor's words keep their line breaks: they are Markdown. */
static gboolean
expand_markdown (Expander *expander, const NkNode *node, GError **error)
{
  const NkNode *name = g_ptr_array_index (node->children, 0);
  g_autofree char *clean = NULL;
  json_t *value = NULL;
  NkSpan *span;

  if (!lookup (expander, name, &value, error))
    return FALSE;
  if (!json_is_string (value) && !json_is_null (value))
    return fail (expander, name, error, "“%s” is no text", name->text);
  if (json_string_length (value) == 0)
    return TRUE;
  clean = nk_utf8_without_controls (json_string_value (value));
  span = nk_arena_take (expander->arena, sizeof (NkSpan));
  span->text = nk_arena_text (expander->arena, clean, strlen (clean));
  expander->output_bytes += strlen (clean);
  g_ptr_array_add (expander->spans, span);
  return TRUE;
}

/* An id of [a-z0-9-] out of any text. */
static char *
clean_anchor (Expander *expander, const GString *text)
{
  char *anchor = nk_arena_text (expander->arena, text->str, text->len);

  for (char *c = anchor; *c != '\0'; c++)
    *c = g_ascii_isalnum (*c) ? g_ascii_tolower (*c) : '-';
  return anchor;
}

/* White space at the ends of a block, where an absent value may have stood, says nothing. */
static void
trim_spans (GPtrArray *spans)
{
  while (spans->len > 0) {
    NkSpan *first = g_ptr_array_index (spans, 0);

    if (g_ascii_isspace (first->text[0]))
      g_strchug (first->text);
    if (first->text[0] != '\0')
      break;
    g_ptr_array_remove_index (spans, 0);
  }
  while (spans->len > 0) {
    NkSpan *last = g_ptr_array_index (spans, spans->len - 1);

    g_strchomp (last->text);
    if (last->text[0] != '\0')
      break;
    g_ptr_array_remove_index (spans, spans->len - 1);
  }
}

/* The pointers of `array`, in the arena. */
static gpointer
copy_pointers (Expander *expander, const GPtrArray *array)
{
  return nk_arena_copy (expander->arena, array->pdata, array->len * sizeof (gpointer));
}

static gboolean
expand_block (Expander *expander, const NkNode *node, GPtrArray *blocks, GError **error)
{
  NkBlock *block = nk_arena_take (expander->arena, sizeof (NkBlock));
  GString *text = expander->text;

  if (blocks->len >= NK_TEMPLATE_MAX_BLOCKS) {
    g_set_error (error, NK_ERROR, NK_ERROR_LIMIT, "%s:%u: more than %d blocks", expander->file, node->line, NK_TEMPLATE_MAX_BLOCKS);
    return FALSE;
  }
  block->kind = node->block;
  block->level = node->level;
  g_ptr_array_set_size (expander->spans, 0);
  g_string_truncate (text, 0);
  if (node->block == NK_BLOCK_MARKDOWN ? !expand_markdown (expander, node, error) : !expand_inline (expander, node->children, text, error))
    return FALSE;
  finish_span (expander, text, NULL, NULL, FALSE);
  if (node->anchor != NULL) {
    if (!expand_inline (expander, node->anchor, text, error))
      return FALSE;
    block->anchor = clean_anchor (expander, text);
  }
  if (node->block != NK_BLOCK_MARKDOWN)
    trim_spans (expander->spans);
  if (expander->spans->len == 0)
    return TRUE;
  block->spans = nk_arena_take (expander->arena, sizeof (NkSpans));
  *block->spans = (NkSpans){ copy_pointers (expander, expander->spans), expander->spans->len };
  g_ptr_array_add (blocks, block);
  return TRUE;
}

static gboolean
expand_blocks (Expander *expander, const GPtrArray *nodes, gpointer data, GError **error)
{
  for (guint i = 0; i < nodes->len; i++) {
    const NkNode *node = g_ptr_array_index (nodes, i);

    if (!spend_step (expander, node, error))
      return FALSE;
    if (node->kind == NK_NODE_SECTION ? !run_section (expander, node, expand_blocks, data, error)
                                      : !expand_block (expander, node, data, error))
      return FALSE;
  }
  return TRUE;
}

static void
clear_blocks (gpointer data)
{
  NkBlocks *blocks = data;

  nk_arena_free (blocks->arena);
  g_free (blocks->pdata);
}

NkBlocks *
nk_blocks_ref (NkBlocks *blocks)
{
  return g_rc_box_acquire (blocks);
}

void
nk_blocks_unref (NkBlocks *blocks)
{
  if (blocks != NULL)
    g_rc_box_release_full (blocks, clear_blocks);
}

NkBlocks *
nk_template_expand (const NkTemplate *template, json_t *view, GError **error)
{
  g_autoptr (NkArena) arena = nk_arena_new ();
  g_autoptr (GPtrArray) blocks = g_ptr_array_new (), spans = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL), url = g_string_new (NULL);
  Expander expander = { .file = template->file, .scopes = { { view, FALSE, FALSE } }, .n_scopes = 1 };
  NkBlocks *whole;

  expander.arena = arena;
  expander.spans = spans;
  expander.text = text;
  expander.url = url;
  if (!expand_blocks (&expander, template->nodes, blocks, error))
    return NULL;
  whole = g_rc_box_new0 (NkBlocks);
  whole->len = blocks->len;
  whole->pdata = (NkBlock **)g_ptr_array_steal (blocks, NULL);
  whole->arena = g_steal_pointer (&arena);
  return whole;
}

char *
nk_template_expand_phrase (const NkTemplate *phrase, json_t *values, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  json_auto_t *nothing = values == NULL ? json_object () : NULL;
  Expander expander = { .file = phrase->file, .scopes = { { values != NULL ? values : nothing, FALSE, FALSE } }, .n_scopes = 1 };

  if (!expand_inline (&expander, phrase->nodes, text, error))
    return NULL;
  return g_string_free (g_steal_pointer (&text), FALSE);
}
