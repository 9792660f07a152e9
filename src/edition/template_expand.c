/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/template_expand.c - a parsed template and the values of a day make blocks. Values become text of spans and nothing else: what they hold is never read as
 * a template again. Nesting was limited by the parser, work and output are limited here. */
#include "edition/template_private.h"
#include "ground/escape.h"
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
} Expander;

/* What becomes of the words of one block, of an address, or of a phrase. */
typedef struct {
  GPtrArray *spans; /* (nullable) NkSpan *, finished */
  GString *text;    /* the one being filled */
} Sink;

static void
span_free (gpointer data)
{
  NkSpan *span = data;

  g_free (span->text);
  g_free (span->url);
  g_free (span);
}

NkBlock *
nk_block_new (NkBlockKind kind, guint level)
{
  NkBlock *block = g_new0 (NkBlock, 1);

  block->kind = kind;
  block->level = level;
  block->spans = g_ptr_array_new_with_free_func (span_free);
  return block;
}

void
nk_block_free (NkBlock *block)
{
  if (block == NULL)
    return;
  g_free (block->anchor);
  g_ptr_array_unref (block->spans);
  g_free (block);
}

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

  if (strcmp (node->text, ".") == 0)
    *ret_value = top->value;
  else if (strcmp (node->text, "@first") == 0)
    *ret_value = top->is_first ? json_true () : json_false ();
  else if (strcmp (node->text, "@last") == 0)
    *ret_value = top->is_last ? json_true () : json_false ();
  else if (!resolve (expander, node, ret_value))
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

/* The ordinary case: nothing in it to clean. */
static gboolean
is_printable_ascii (const char *text)
{
  for (; *text != '\0'; text++)
    if (!g_ascii_isprint (*text))
      return FALSE;
  return TRUE;
}

/* One line, without controls and direction changers. */
static void
append_clean (GString *out, const char *text)
{
  g_autofree char *clean = NULL;

  if (is_printable_ascii (text)) {
    g_string_append (out, text);
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
  case JSON_STRING: append_clean (out, json_string_value (value)); break;
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

static void
sink_finish_span (Sink *sink, char *url, const char *language, gboolean is_time)
{
  NkSpan *span;

  if (sink->text->len == 0) {
    g_free (url);
    return;
  }
  span = g_new0 (NkSpan, 1);
  span->text = g_strndup (sink->text->str, sink->text->len);
  span->url = url;
  span->language = language;
  span->is_time = is_time;
  g_ptr_array_add (sink->spans, span);
  g_string_truncate (sink->text, 0);
}

static gboolean expand_inline (Expander *expander, const GPtrArray *nodes, gpointer data, GError **error);

static gboolean
expand_span (Expander *expander, const NkNode *node, Sink *sink, GError **error)
{
  g_autoptr (GString) url = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  Sink inner = { NULL, text };

  if (node->url != NULL) {
    Sink address = { NULL, url = g_string_new (NULL) };

    if (!expand_inline (expander, node->url, &address, error))
      return FALSE;
  }
  if (!expand_inline (expander, node->children, &inner, error))
    return FALSE;
  if (node->language == NULL && !node->is_time && url == NULL) {
    g_string_append_len (sink->text, text->str, (gssize)text->len);
    return TRUE;
  }
  sink_finish_span (sink, NULL, NULL, FALSE);
  g_string_append_len (sink->text, text->str, (gssize)text->len);
  sink_finish_span (sink, url != NULL && nk_escape_url_is_safe (url->str) ? g_strdup (url->str) : NULL, node->language, node->is_time);
  return TRUE;
}

static gboolean
expand_inline (Expander *expander, const GPtrArray *nodes, gpointer data, GError **error)
{
  Sink *sink = data;

  for (guint i = 0; i < nodes->len; i++) {
    const NkNode *node = g_ptr_array_index (nodes, i);
    gboolean done = TRUE;

    if (!spend_step (expander, node, error))
      return FALSE;
    switch (node->kind) {
    case NK_NODE_TEXT: g_string_append (sink->text, node->text); break;
    case NK_NODE_VALUE: done = append_value (expander, node, sink->text, error); break;
    case NK_NODE_SECTION: done = run_section (expander, node, expand_inline, sink, error); break;
    case NK_NODE_SPAN: done = expand_span (expander, node, sink, error); break;
    case NK_NODE_BLOCK: g_assert_not_reached ();
    }
    if (!done)
      return FALSE;
  }
  return TRUE;
}

/* The editor's words keep their line breaks: they are Markdown. */
static gboolean
expand_markdown (Expander *expander, const NkNode *node, NkBlock *block, GError **error)
{
  const NkNode *name = g_ptr_array_index (node->children, 0);
  json_t *value = NULL;
  NkSpan *span;

  if (!lookup (expander, name, &value, error))
    return FALSE;
  if (!json_is_string (value) && !json_is_null (value))
    return fail (expander, name, error, "“%s” is no text", name->text);
  if (json_string_length (value) == 0)
    return TRUE;
  span = g_new0 (NkSpan, 1);
  span->text = nk_utf8_without_controls (json_string_value (value));
  expander->output_bytes += strlen (span->text);
  g_ptr_array_add (block->spans, span);
  return TRUE;
}

/* An id of [a-z0-9-] out of any text. */
static char *
clean_anchor (const char *text)
{
  char *anchor = g_ascii_strdown (text, -1);

  for (char *c = anchor; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c))
      *c = '-';
  return anchor;
}

/* White space at the ends of a block, where an absent value may have stood, says nothing. */
static void
trim_block (NkBlock *block)
{
  while (block->spans->len > 0) {
    NkSpan *first = g_ptr_array_index (block->spans, 0);

    g_strchug (first->text);
    if (first->text[0] != '\0')
      break;
    g_ptr_array_remove_index (block->spans, 0);
  }
  while (block->spans->len > 0) {
    NkSpan *last = g_ptr_array_index (block->spans, block->spans->len - 1);

    g_strchomp (last->text);
    if (last->text[0] != '\0')
      break;
    g_ptr_array_remove_index (block->spans, block->spans->len - 1);
  }
}

static gboolean
expand_block (Expander *expander, const NkNode *node, GPtrArray *blocks, GError **error)
{
  g_autoptr (NkBlock) block = nk_block_new (node->block, node->level);
  g_autoptr (GString) text = g_string_new (NULL);
  Sink sink = { block->spans, text };

  if (blocks->len >= NK_TEMPLATE_MAX_BLOCKS) {
    g_set_error (error, NK_ERROR, NK_ERROR_LIMIT, "%s:%u: more than %d blocks", expander->file, node->line, NK_TEMPLATE_MAX_BLOCKS);
    return FALSE;
  }
  if (node->block == NK_BLOCK_MARKDOWN) {
    if (!expand_markdown (expander, node, block, error))
      return FALSE;
  } else if (!expand_inline (expander, node->children, &sink, error))
    return FALSE;
  sink_finish_span (&sink, NULL, NULL, FALSE);
  if (node->anchor != NULL) {
    if (!expand_inline (expander, node->anchor, &sink, error))
      return FALSE;
    block->anchor = clean_anchor (text->str);
  }
  if (node->block != NK_BLOCK_MARKDOWN)
    trim_block (block);
  if (block->spans->len > 0)
    g_ptr_array_add (blocks, g_steal_pointer (&block));
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

GPtrArray *
nk_template_expand (const NkTemplate *template, json_t *view, GError **error)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify)nk_block_free);
  Expander expander = { .file = template->file, .scopes = { { view, FALSE, FALSE } }, .n_scopes = 1 };

  if (!expand_blocks (&expander, template->nodes, blocks, error))
    return NULL;
  return g_steal_pointer (&blocks);
}

char *
nk_template_expand_phrase (const NkTemplate *phrase, json_t *values, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  json_auto_t *nothing = json_object ();
  Expander expander = { .file = phrase->file, .scopes = { { values != NULL ? values : nothing, FALSE, FALSE } }, .n_scopes = 1 };
  Sink sink = { NULL, text };

  if (!expand_inline (&expander, phrase->nodes, &sink, error))
    return NULL;
  return g_string_free (g_steal_pointer (&text), FALSE);
}
