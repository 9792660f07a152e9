/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* A template, or a phrase of words.tsv, expanded with a fixed view that has every name of nikkan-templates(5); the first byte chooses whether it is a phrase, and whether
 * the values are hostile. Promises: blocks are within their limits, texts are one clean line, links are safe, anchors are plain. */
#include "fuzz.h"

#include "edition/template_private.h"
#include "ground/escape.h"
#include "ground/utf8.h"

static const char hostile[] = "{{name}} </a>\x01\n# [x](javascript:y) \xe2\x80\xae|`";

/* Of the scopes inside of others these are objects, all others lists. */
static const char *const object_scopes[] = { "counts", "urls", "summary", "group", "ledger", NULL };

/* An object with every name of `scope`. The scopes of the table hold no circle. */
static json_t *
make_view (const char *scope, const char *text)
{
  json_t *view = json_object ();
  const char *name, *inner;

  for (guint i = 0; (name = nk_template_name (scope, i, &inner)) != NULL; i++) {
    if (inner == NULL)
      json_object_set_new (view, name, json_string (g_str_has_suffix (name, "s") && i % 4 == 0 ? "" : text));
    else if (g_strv_contains (object_scopes, inner))
      json_object_set_new (view, name, make_view (inner, text));
    else
      json_object_set_new (view, name, json_pack ("[oo]", make_view (inner, text), make_view (inner, text)));
  }
  return view;
}

static void
check_block (const NkBlock *block)
{
  g_assert_cmpuint (block->kind, <=, NK_BLOCK_MARKDOWN);
  if (block->kind == NK_BLOCK_HEADING)
    g_assert_true (block->level >= 1 && block->level <= 4);
  if (block->anchor != NULL)
    g_assert_cmpuint (strspn (block->anchor, "abcdefghijklmnopqrstuvwxyz0123456789-"), ==, strlen (block->anchor));
  for (guint i = 0; i < block->spans->len; i++) {
    const NkSpan *span = g_ptr_array_index (block->spans, i);

    nk_fuzz_check_clean (span->text, block->kind == NK_BLOCK_MARKDOWN, NK_TEMPLATE_MAX_OUTPUT_BYTES);
    g_assert_true (span->url == NULL || nk_escape_url_is_safe (span->url));
  }
}

static void
run_template (NkSlice input, json_t *view)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NkTemplate) template = nk_template_parse (input.data, input.length, "fuzz", &error);
  g_autoptr (NkBlocks) blocks = NULL;

  g_assert_true ((template == NULL) == (error != NULL));
  if (template == NULL)
    return;
  nk_template_check_names (template, "edition", NULL);
  blocks = nk_template_expand (template, view, &error);
  g_assert_true ((blocks == NULL) == (error != NULL));
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    check_block (g_ptr_array_index (blocks, i));
}

static void
run_phrase (NkSlice input, json_t *view)
{
  g_autofree char *line = nk_utf8_repair (input), *text = NULL; /* a table holds only UTF-8 */
  g_autoptr (GError) error = NULL;
  g_autoptr (NkTemplate) phrase = nk_template_parse_phrase (line, "fuzz", 1, &error);

  g_assert_true ((phrase == NULL) == (error != NULL));
  if (phrase == NULL)
    return;
  text = nk_template_expand_phrase (phrase, view, &error);
  g_assert_true ((text == NULL) == (error != NULL));
  nk_fuzz_check_utf8 (text);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  NkSlice input = nk_slice ((const char *)data, size);
  guint options = nk_fuzz_options (&input);
  json_t *view = make_view ("edition", (options & 2) != 0 ? hostile : "https://example.com/a");

  if ((options & 1) != 0)
    run_phrase (input, view);
  else
    run_template (input, view);
  json_decref (view);
  return 0;
}
