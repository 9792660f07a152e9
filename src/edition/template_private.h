/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/template_private.h - a template after parsing: a small tree of nodes; seen by this folder only. */
#pragma once
#include "edition/template.h"
#include "ground/slice.h"
#include "language/arena.h"

typedef enum {
  NK_NODE_TEXT,    /* as written */
  NK_NODE_VALUE,   /* {{name}} */
  NK_NODE_SECTION, /* {{#name}} or {{^name}} up to {{/name}} */
  NK_NODE_SPAN,    /* [text](url), [text]{mark} */
  NK_NODE_BLOCK,   /* a line of the template */
} NkNodeKind;

typedef struct {
  NkNodeKind kind;
  guint line;
  gboolean is_inverted; /* section: {{^name}} */
  char *text;           /* TEXT: the words; VALUE, SECTION: the name as written */
  gsize text_length;    /* TEXT */
  char **path;          /* VALUE, SECTION: the name cut at its dots */
  GPtrArray *children;  /* NkNode *; SECTION, SPAN, BLOCK; NULL for the others */
  GPtrArray *url;       /* NkNode *; (nullable) SPAN: the address */
  const char *language; /* (nullable) static; SPAN */
  gboolean is_time;     /* SPAN */
  NkBlockKind block;    /* BLOCK */
  guint level;          /* BLOCK: of a heading */
  GPtrArray *anchor;    /* NkNode *; (nullable) BLOCK: id of a heading */
} NkNode;

struct _NkTemplate {
  char *file;
  GPtrArray *nodes; /* NkNode * */
};

/* The next line of *rest, trimmed, with those joined on that a backslash at its end announces; *line_number counts on. `scratch` owns the joined text. FALSE at the end. */
gboolean nk_template_next_line (NkSlice *rest, guint *line_number, GString *scratch, NkSlice *ret_line);

/* One line without block structure and without [ ] spans: a cell of words.tsv. `line` is where it stands in `file`. */
NkTemplate *nk_template_parse_phrase (const char *text, const char *file, guint line, GError **error);

/* A phrase with its values put in: plain text. (transfer full); NULL with INPUT or LIMIT. */
char *nk_template_expand_phrase (const NkTemplate *phrase, json_t *values, GError **error);

/* Whether each name in the template is one that the view has in `scope` ("edition", or the scope of a word). FALSE with INPUT naming file and line. */
gboolean nk_template_check_names (const NkTemplate *template, const char *scope, GError **error);

/* The table behind that check, for the test that holds view and table together: the names of a scope, and the scope that each one opens (NULL for a text, a number
 * or a list of texts). NULL past the end or for an unknown scope. */
const char *nk_template_name (const char *scope, guint index, const char **ret_inner);

/* The words that the program asks for, and the scope of the values that each is given; key NULL past the end. */
typedef struct {
  const char *key;
  const char *scope;
} NkWordRow;
const NkWordRow *nk_word_row (guint index);
gboolean nk_word_is_known (const char *key);

typedef struct _NkWords NkWords;
NkWords *nk_words_load (const char *path, GError **error);
void nk_words_free (NkWords *words);
char *nk_words_expand (const NkWords *words, const char *key, json_t *values, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkWords, nk_words_free)
