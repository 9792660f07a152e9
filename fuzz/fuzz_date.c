/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* The small readers and writers of text: dates, UTF-8, escapes. The first byte chooses one; the rest is its text. Promises: dates stay in their range and read back,
 * repaired text is valid and not repaired twice, escaped text holds nothing that its context would read as markup. */
#include "fuzz.h"

#include "ground/escape.h"
#include "ground/utf8.h"
#include "mail/message.h"

#define LAST_YEAR_END_S G_GINT64_CONSTANT (4133980800) /* 2101-01-01 */

static void
check_date (NkSlice input)
{
  gint64 unix_s = -1;
  gint32 offset_s = 0;
  NkDay day, again = NK_DAY_NONE;
  g_autofree char *text = NULL;

  if (!nk_message_parse_date (input, &unix_s, &offset_s))
    return;
  g_assert_cmpint (unix_s, >=, -NK_DAY_SECONDS);
  g_assert_cmpint (unix_s, <, LAST_YEAR_END_S);
  g_assert_cmpint (ABS (offset_s), <=, NK_DAY_SECONDS);
  day = nk_day_of (unix_s);
  text = nk_day_format (day);
  g_assert_true (nk_day_parse (nk_slice_text (text), &again));
  g_assert_cmpint (day, ==, again);
}

static void
check_day (NkSlice input)
{
  NkDay day = NK_DAY_NONE;
  g_autofree char *text = NULL;

  nk_day_month_number (input);
  if (!nk_day_parse (input, &day))
    return;
  text = nk_day_format (day);
  g_assert_cmpmem (text, strlen (text), input.data, input.length);
  g_assert_cmpint (nk_day_of (nk_day_start_unix_s (day)), ==, day);
}

static void
check_repair (NkSlice input)
{
  g_autofree char *repaired = nk_utf8_repair (input), *latin = nk_utf8_from_latin1 (input);
  g_autofree char *clean = nk_utf8_without_controls (repaired), *line = nk_utf8_one_line (repaired), *twice = nk_utf8_one_line (line);

  nk_fuzz_check_utf8 (repaired);
  nk_fuzz_check_utf8 (latin);
  nk_fuzz_check_clean (clean, TRUE, G_MAXSIZE);
  nk_fuzz_check_clean (line, FALSE, G_MAXSIZE);
  g_assert_cmpstr (line, ==, twice);
  g_assert_cmpint (nk_utf8_is_valid (input), ==,
                   memchr (repaired, 0, 1) == NULL ? strlen (repaired) == input.length && memcmp (repaired, input.data, input.length) == 0
                                                   : input.length == 0);
}

/* Wrapping moves blanks and line ends, and loses nothing else. */
static void
check_wrap (NkSlice input, guint columns)
{
  g_autofree char *repaired = nk_utf8_repair (input), *before = NULL, *after = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  nk_utf8_columns (repaired);
  before = nk_utf8_one_line (repaired);
  nk_utf8_wrap (out, before, columns, "", "");
  g_assert_true (out->len > 0 && out->str[out->len - 1] == '\n');
  after = nk_utf8_one_line (out->str);
  g_strdelimit (before, " ", '\n');
  g_strdelimit (after, " ", '\n');
  g_string_assign (out, before);
  g_string_replace (out, "\n", "", 0);
  g_free (before);
  before = g_strdup (out->str);
  g_string_assign (out, after);
  g_string_replace (out, "\n", "", 0);
  g_assert_cmpstr (before, ==, out->str);
}

static void
check_escapes (NkSlice input)
{
  static const struct {
    void (*escape) (GString *out, const char *text);
    const char *forbidden;
  } contexts[] = {
    { nk_escape_html_text, "<>\x1b\r" },          { nk_escape_html_attribute, "<>\"'`\x1b\r" },
    { nk_escape_url_component, "<>\"'`/&#? \n" }, { nk_escape_markdown_text, "<>|$\n\r\t\x1b" },
    { nk_escape_header, "\r\n\t\x1b" },           { nk_escape_terminal, "\x1b\x07\r\b" },
    { nk_escape_markdown_url, " ()<>[]\n`" },
  };
  g_autofree char *text = nk_utf8_repair (input);

  nk_escape_url_is_safe (text);
  for (guint i = 0; i < G_N_ELEMENTS (contexts); i++) {
    g_autoptr (GString) out = g_string_new (NULL);

    contexts[i].escape (out, text);
    g_assert_cmpuint (strlen (out->str), ==, out->len);
    nk_fuzz_check_utf8 (out->str);
    g_assert_null (strpbrk (out->str, contexts[i].forbidden));
  }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  NkSlice input = nk_slice ((const char *)data, size);
  guint options = nk_fuzz_options (&input);

  switch (options % 5) {
  case 0: check_date (input); break;
  case 1: check_day (input); break;
  case 2: check_repair (input); break;
  case 3: check_wrap (input, options / 5); break;
  default: check_escapes (input); break;
  }
  return 0;
}
