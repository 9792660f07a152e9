/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "edition/template_private.h"

#include <string.h>

static char *
describe (const NkBlocks *blocks)
{
  static const char *const names[] = { "h", "p", "item", "small", "quote", "markdown" };
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++) {
    const NkBlock *block = g_ptr_array_index (blocks, i);

    g_string_append (out, names[block->kind]);
    if (block->level > 0)
      g_string_append_printf (out, "%u", block->level);
    if (block->anchor != NULL)
      g_string_append_printf (out, "#%s", block->anchor);
    for (guint k = 0; k < block->spans->len; k++) {
      const NkSpan *span = g_ptr_array_index (block->spans, k);

      g_string_append_printf (out, " <%s%s%s%s%s%s>", span->text, span->url != NULL ? "|" : "", span->url != NULL ? span->url : "",
                              span->language != NULL ? "|" : "", span->language != NULL ? span->language : "",
                              span->is_time ? "|time" : "");
    }
    g_string_append_c (out, '\n');
  }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
expand (const char *text, const char *values, GError **error)
{
  g_autoptr (NkTemplate) template = nk_template_parse (text, strlen (text), "t", error);
  json_auto_t *view = json_loads (values, 0, NULL);
  g_autoptr (NkBlocks) blocks = template != NULL ? nk_template_expand (template, view, error) : NULL;

  g_assert_nonnull (view);
  return blocks != NULL ? describe (blocks) : NULL;
}

static void
assert_expands (const char *text, const char *values, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *got = expand (text, values, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (got, ==, expected);
}

static void
assert_fails (const char *text, const char *values, int code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *got = expand (text, values, &error);

  g_assert_error (error, NK_ERROR, code);
  g_assert_null (got);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_blocks (void)
{
  assert_expands ("# One\n\n## Two\n### Three {#the-id}\n#### Four\n- item\n~ small\n> quote\nparagraph\n", "{}",
                  "h1 <One>\nh2 <Two>\nh3#the-id <Three>\nh4 <Four>\nitem <item>\nsmall <small>\nquote <quote>\np <paragraph>\n");
}

static void
test_values_are_text (void)
{
  assert_expands ("{{a}}\n- {{b}}", "{\"a\": \"# no heading\\n- no item [x](https://example.com/) {{b}}\", \"b\": \"!markdown a\"}",
                  "p <# no heading - no item [x](https://example.com/) {{b}}>\nitem <!markdown a>\n");
}

static void
test_numbers (void)
{
  assert_expands ("{{i}} {{r}} {{t}}{{f}}{{n}}.", "{\"i\": -7, \"r\": 0.5, \"t\": true, \"f\": false, \"n\": null}", "p <-7 0.50 true.>\n");
}

static void
test_sections (void)
{
  const char *values
      = "{\"list\": [{\"n\": 1}, {\"n\": 2}], \"none\": [], \"zero\": 0, \"empty\": \"\", \"text\": \"x\", \"group\": {\"n\": 9}}";

  assert_expands ("{{#list}}\n- {{n}}\n{{/list}}\n{{^list}}\nnothing\n{{/list}}", values, "item <1>\nitem <2>\n");
  assert_expands ("{{#none}}a{{/none}}{{#zero}}b{{/zero}}{{#empty}}c{{/empty}}{{^none}}d{{/none}}{{^zero}}e{{/zero}}", values, "p <de>\n");
  assert_expands ("{{#text}}[{{.}}]{{/text}} {{#group}}{{n}}{{/group}} {{group.n}}", values, "p <[x] 9 9>\n");
}

static void
test_first_and_last (void)
{
  assert_expands ("{{#l}}{{#@first}}({{/@first}}{{.}}{{^@last}}, {{/@last}}{{#@last}}){{/@last}}{{/l}}", "{\"l\": [\"a\", \"b\", \"c\"]}",
                  "p <(a, b, c)>\n");
}

static void
test_absent (void)
{
  assert_expands ("x{{group.acronym}}{{#group.acronym}}y{{/group.acronym}}", "{\"group\": null}", "p <x>\n");
  assert_expands ("~ {{a}}\n{{a}}\n- {{#a}}x{{/a}} \n", "{\"a\": null}", "");
}

static void
test_spans (void)
{
  assert_expands ("see [{{t}}]({{u}}) and [words]{en}, [2031-03-04]{time}, [t](https://example.com/){ja}",
                  "{\"t\": \"here\", \"u\": \"https://example.com/a?b=c\"}",
                  "p <see > <here|https://example.com/a?b=c> < and > <words|en> <, > <2031-03-04|time> <, > <t|https://example.com/|ja>\n");
  assert_expands ("[x]({{u}})", "{\"u\": \"javascript:alert(1)\"}", "p <x>\n");
  assert_expands ("[x]({{u}})", "{\"u\": null}", "p <x>\n");
  assert_expands ("a [b] c", "{}", "p <a [b] c>\n");
}

static void
test_escapes (void)
{
  assert_expands ("\\# no heading \\[x\\](y) \\{\\{z}} \\\\", "{}", "p <# no heading [x](y) {{z}} \\>\n");
  assert_expands ("first \\\n   second \\\nthird\nfourth", "{}", "p <first second third>\np <fourth>\n");
}

static void
test_comments (void)
{
  assert_expands ("{{! a line }}\nx{{! inside }}y", "{}", "p <xy>\n");
}

static void
test_controls (void)
{
  assert_expands ("{{a}}", "{\"a\": \"a\\u001b[31m\\u202eb\\u0007\\tc\"}", "p <a[31mb c>\n");
  assert_expands ("\xEF\xBB\xBF"
                  "a\x14\tb",
                  "{}", "p <a b>\n");
}

/* Values are looked at sixteen bytes at a time. */
static void
test_control_places (void)
{
  static const char *const foreign[] = { "\\u0007", "\\u007f", "\\u0085", "\\u061c", "\\u200e", "\\u202e", "\\u2066", "\\ufeff" };

  for (guint before = 1; before < 40; before++)
    for (guint i = 0; i < G_N_ELEMENTS (foreign); i++) {
      g_autofree char *filling = g_strnfill (before, 'a');
      g_autofree char *values = g_strconcat ("{\"a\": \"", filling, "語", foreign[i], foreign[i], "\u2026", filling, "\"}", NULL);
      g_autofree char *expected = g_strconcat ("p <", filling, "語\u2026", filling, ">\n", NULL);

      assert_expands ("{{a}}", values, expected);
    }
}

static void
test_anchor (void)
{
  assert_expands ("### T {#x-{{a}}}", "{\"a\": \"A.b_C \\\"'<é\"}", "h3#x-a-b-c------ <T>\n");
}

static void
test_markdown (void)
{
  assert_expands ("!markdown note", "{\"note\": \"# a\\n\\n- **b**\\n\"}", "markdown <# a\n\n- **b**\n>\n");
  assert_expands ("!markdown note", "{\"note\": null}", "");
}

static void
test_errors (void)
{
  assert_fails ("a\n{{nope}}", "{}", NK_ERROR_INPUT, "t:2: no value is called “nope” here");
  assert_fails ("{{#nope}}x{{/nope}}", "{}", NK_ERROR_INPUT, "t:1: no value is called “nope” here");
  assert_fails ("{{a.b}}", "{\"a\": {}}", NK_ERROR_INPUT, "t:1: no value is called “a.b” here");
  assert_fails ("{{a}}", "{\"a\": []}", NK_ERROR_INPUT, "t:1: “a” is a list or a group of values, not a text: open it with {{#a}}");
  assert_fails ("!markdown a", "{\"a\": 1}", NK_ERROR_INPUT, "t:1: “a” is no text");
  assert_fails ("x\n\n{{#a}}\ny", "{\"a\": 1}", NK_ERROR_INPUT, "t:3: “{{#a}}” is not closed");
  assert_fails ("{{/a}}", "{}", NK_ERROR_INPUT, "t:1: “{{/a}}” closes nothing that is open here");
  assert_fails ("{{#a}}\n{{/b}}", "{}", NK_ERROR_INPUT, "t:2: “{{/b}}” closes nothing that is open here");
  assert_fails ("x {{#a}}", "{}", NK_ERROR_INPUT,
                "t:1: “{{#a}}” is not closed on its line (a section over several lines has its tags on lines of their own)");
  assert_fails ("x {{a", "{}", NK_ERROR_INPUT, "t:1: “{{” without “}}” on the same line");
  assert_fails ("{{A}}", "{}", NK_ERROR_INPUT, "t:1: “A” is no name of a value");
  assert_fails ("{{{a}}}", "{}", NK_ERROR_INPUT, "t:1: “{{{” is not known here: values are always plain text");
  assert_fails ("!raw a", "{}", NK_ERROR_INPUT, "t:1: a line that starts with “!” must be “!markdown NAME”");
  assert_fails ("[a](b", "{}", NK_ERROR_INPUT, "t:1: “](” without “)”");
  assert_fails ("[a", "{}", NK_ERROR_INPUT, "t:1: “[” without “]”; write “\\[” for the character");
  assert_fails ("[a]{fr}", "{}", NK_ERROR_INPUT, "t:1: behind “]” only {en}, {ja} or {time} can stand");
  assert_fails ("\xff", "{}", NK_ERROR_INPUT, "t: is not UTF-8");
}

static void
test_depth (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 20; i++)
    g_string_append (text, "{{#a}}\n");
  assert_fails (text->str, "{\"a\": 1}", NK_ERROR_LIMIT, "t:17: nested deeper than 16");
  g_string_truncate (text, 0);
  for (guint i = 0; i < 20; i++)
    g_string_append (text, "{{#a}}");
  g_string_append (text, "x");
  assert_fails (text->str, "{\"a\": 1}", NK_ERROR_LIMIT, "t:1: nested deeper than 16");
}

static void
test_deepest (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < NK_TEMPLATE_MAX_DEPTH; i++)
    g_string_append (text, "{{#a}}");
  g_string_append (text, "x");
  for (guint i = 0; i < NK_TEMPLATE_MAX_DEPTH; i++)
    g_string_append (text, "{{/a}}");
  assert_expands (text->str, "{\"a\": 1}", "p <x>\n");
}

static void
test_explosion (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < NK_TEMPLATE_MAX_DEPTH; i++)
    g_string_append (text, "{{#a}}\n");
  g_string_append (text, "x\n");
  for (guint i = 0; i < NK_TEMPLATE_MAX_DEPTH; i++)
    g_string_append (text, "{{/a}}\n");
  assert_fails (text->str, "{\"a\": [1, 2, 3, 4, 5, 6, 7, 8]}", NK_ERROR_LIMIT, "t:17: more than 200000 blocks");
}

static void
test_size (void)
{
  g_autofree char *text = g_strnfill (NK_TEMPLATE_MAX_BYTES + 1, 'x');

  assert_fails (text, "{}", NK_ERROR_LIMIT, "t: larger than 262144 bytes");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template/a_line_is_a_block", test_blocks);
  g_test_add_func ("/template/a_value_never_becomes_markup", test_values_are_text);
  g_test_add_func ("/template/numbers_are_written_plainly", test_numbers);
  g_test_add_func ("/template/sections_repeat_and_test", test_sections);
  g_test_add_func ("/template/a_list_knows_its_first_and_last_item", test_first_and_last);
  g_test_add_func ("/template/what_is_absent_leaves_no_block", test_absent);
  g_test_add_func ("/template/links_languages_and_times_are_spans", test_spans);
  g_test_add_func ("/template/a_backslash_takes_the_meaning_away", test_escapes);
  g_test_add_func ("/template/comments_leave_nothing", test_comments);
  g_test_add_func ("/template/controls_and_direction_changers_are_dropped", test_controls);
  g_test_add_func ("/template/they_are_dropped_wherever_they_stand", test_control_places);
  g_test_add_func ("/template/an_anchor_is_always_an_id", test_anchor);
  g_test_add_func ("/template/only_the_directive_lets_markdown_through", test_markdown);
  g_test_add_func ("/template/errors_name_file_and_line", test_errors);
  g_test_add_func ("/template/nesting_has_a_limit", test_depth);
  g_test_add_func ("/template/nesting_up_to_the_limit_works", test_deepest);
  g_test_add_func ("/template/lists_that_multiply_meet_a_limit", test_explosion);
  g_test_add_func ("/template/a_template_has_a_largest_size", test_size);
  return g_test_run ();
}
