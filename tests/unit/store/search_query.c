/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/search.h"
#include "support.h"

/* The one spelling of a query, or `! ` and why it is refused. */
static char *
spelling (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NkSearchQuery) query = nk_search_query_parse (text, NULL, &error);

  if (query != NULL)
    return g_strdup (nk_search_query_text (query));
  g_assert_error (error, NK_ERROR, NK_ERROR_INPUT);
  return g_strconcat ("! ", error->message, NULL);
}

static void
test_spelling (void)
{
  static const struct {
    const char *text, *expected;
  } cases[] = {
    { "TLS", "tls" },
    { "  b   A  b ", "a b" },
    { "\"b a\"", "\"b a\"" },
    { "“b a”", "\"b a\"" },
    { "「認証 方式」", "\"認証 方式\"" },
    { "＂one", "one" },
    { "draft-ietf-tls-esni", "\"draft ietf tls esni\"" },
    { "TLS1.3", "\"tls1 3\"" },
    { "-TLS zebra", "zebra -tls" },
    { "－TLS　ｚｅｂｒａ", "zebra -tls" },
    { "−\"a b\"", "-\"a b\"" },
    { "tls*", "tls*" },
    { "tls＊", "tls*" },
    { "tls***", "tls*" },
    { "\"a bc\"*", "\"a bc\"*" },
    { "\"bc a\"*", "! bc a*: a star needs at least 2 letters before it" },
    { "s*", "! s*: a star needs at least 2 letters before it" },
    { "認証*", "認証" },
    { "鍵", "鍵" },
    { "ﾌﾟﾛﾄｺﾙ", "プロトコル" },
    { "QUICの", "\"quic の\"" },
    { "*", "! nothing to search for: not one letter or digit was given" },
    { "", "! nothing to search for: not one letter or digit was given" },
    { "-", "! nothing to search for: not one letter or digit was given" },
    { "\"\" * ( ) :", "! nothing to search for: not one letter or digit was given" },
    { "-a", "-a" },
    { "a*b", "\"a b\"" },
    { "http://x.example/", "\"http x example\"" },
    { "foo:bar", "\"foo bar\"" },
    { "title : tls OR ( NEAR", "near or title tls" },
    { "{name title}: ^x + y", "name title x y" },
    { "group:TLS Group：tls -group:quic area:SEC", "group:tls -group:quic area:sec" },
    { "author:Rescorla author:\"Ben  Example\" -author:bëck", "author:\"ben example\" author:rescorla -author:beck" },
    { "author:e-rescorla", "author:\"e rescorla\"" },
    { "kind:RFC kind:draft -kind:last-call", "kind:internet_draft kind:rfc -kind:last_call" },
    { "from:2025 to:2025", "from:2025-01-01 to:2025-12-31" },
    { "from:2024-02 to:2024-02", "from:2024-02-01 to:2024-02-29" },
    { "to:2025-12 from:2025-12-31 from:2025-11-30", "from:2025-11-30 to:2025-12-31" },
    { "from：２０２５", "from:2025-01-01" },
    { "topic:\"pqc\" x", "x topic:pqc" },
    { "group:", "! group: what is wanted has to stand right behind the colon" },
    { "group: tls", "! group: what is wanted has to stand right behind the colon" },
    { "group:\"a b\"", "! group:a b: letters, digits and hyphens make the name of a group" },
    { "author:***", "! author:***: no name" },
    { "kind:poem", "! kind:poem: there is no such kind; there are draft, rfc, last_call, protocol_action, interim and others" },
    { "from:2025-13", "! from:2025-13: no day, month or year as in 2025-10-01, 2025-10 or 2025" },
    { "from:yesterday", "! from:yesterday: no day, month or year as in 2025-10-01, 2025-10 or 2025" },
    { "from:0000", "! from:0000: no day, month or year as in 2025-10-01, 2025-10 or 2025" },
    { "-to:2025", "! -to: only the ends of the days that are wanted can be said" },
    { "from:2025 to:2024", "! the days end before they begin" },
    { "\xff\xfe", "! not UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *got = spelling (cases[i].text), *again = spelling (got);

    g_assert_cmpstr (got, ==, cases[i].expected);
    if (*got != '!')
      g_assert_cmpstr (again, ==, got);
  }
}

/* `n` times, each with its number (or not) and `after`. */
static char *
repeat (const char *before, gboolean has_number, const char *after, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++) {
    g_string_append (text, before);
    if (has_number)
      g_string_append_printf (text, "%u", i);
    g_string_append (text, after);
  }
  return g_string_free (text, FALSE);
}

static void
test_bounds (void)
{
  static const char too_long[] = "! too long: ", too_many[] = "! too many words: ", beginnings[] = "! too many beginnings of words: ";
  const struct {
    const char *before;
    gboolean has_number;
    const char *after;
    guint n;
    const char *expected;
  } cases[] = {
    { "a", FALSE, "", 1 << 20, too_long },
    { "w", TRUE, " ", 4000, too_long },
    { "w", TRUE, " ", NK_SEARCH_MAX_TERMS, "w0 w1 w10" },
    { "w", TRUE, " ", NK_SEARCH_MAX_TERMS + 1, too_many },
    { "word ", FALSE, "", NK_SEARCH_MAX_TERMS, "word" },
    { "group:g", TRUE, " ", NK_SEARCH_MAX_TERMS + 1, too_many },
    { "w", TRUE, "* ", 4, "w0* w1*" },
    { "w", TRUE, "* ", 5, beginnings },
    { "字 ", FALSE, "", 5, beginnings },
    { "author:字 ", FALSE, "", 5, beginnings },
    { "w", TRUE, "-", 129, too_many },
    { "字", FALSE, "", 129, too_many },
    { "字", FALSE, "", 128, "字字" },
    { "author:a", TRUE, "-b-c-d-e-f-g ", 20, too_many },
    { "\xef\xb7\xba ", FALSE, "", NK_SEARCH_MAX_TERMS, "صلى" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = repeat (cases[i].before, cases[i].has_number, cases[i].after, cases[i].n), *got = spelling (text);

    g_test_message ("%u: %.60s", i, got);
    g_assert_true (g_str_has_prefix (got, cases[i].expected));
  }
}

/* Made of what means something: each is refused, or its spelling means the same. */
/* Each fault is told apart, with the part of the query that is meant. */
static void
test_faults (void)
{
  static const struct {
    const char *text;
    NkSearchFaultKind kind;
    const char *about;
  } cases[] = { { "a*", NK_SEARCH_FAULT_STAR, "a*" },
                { "tls kind:nonsense", NK_SEARCH_FAULT_KIND, "kind:nonsense" },
                { "from:2025-13", NK_SEARCH_FAULT_DAY, "from:2025-13" },
                { "-to:2025", NK_SEARCH_FAULT_NOT_DAYS, "-to" },
                { "group:a/b", NK_SEARCH_FAULT_NAME, "group:a/b" },
                { "author:+++", NK_SEARCH_FAULT_AUTHOR, "author:+++" },
                { "area: sec", NK_SEARCH_FAULT_NO_VALUE, "area" },
                { "from:2026 to:2025", NK_SEARCH_FAULT_BACKWARDS, "" },
                { "+ + +", NK_SEARCH_FAULT_NOTHING, "" },
                { "\xff", NK_SEARCH_FAULT_NOT_UTF8, "" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    NkSearchFault fault = { NK_N_SEARCH_FAULTS, NULL };

    g_assert_null (nk_search_query_parse (cases[i].text, &fault, &error));
    g_assert_error (error, NK_ERROR, NK_ERROR_INPUT);
    g_assert_cmpint (fault.kind, ==, cases[i].kind);
    g_assert_cmpstr (fault.about, ==, cases[i].about);
    g_assert_true (g_str_has_prefix (error->message, cases[i].about));
    nk_search_fault_clear (&fault);
  }
}

static void
test_any (void)
{
  static const char *const pieces[]
      = { "a",        "TLS",  "\"",      "-",     "*",   ":",    " ",    "　",           "group:", "author:",
          "from:",    "2025", "2025-10", "kind:", "rfc", "認証", "鍵",   "が",           "ｶﾞ",     "\xe3\x82\x99",
          "\xcc\x81", "é",    "ß",       "”",     "：",  "－",   "＊",   "\xe2\x80\x8f", "\t",     "\n",
          "(",        ")",    "^",       "{",     "}",   "+",    "NEAR", "OR",           "'" };

  for (guint i = 0; i < 20000; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autofree char *got = NULL, *again = NULL;

    for (gint n = g_test_rand_int_range (1, 20); n > 0; n--)
      g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
    got = spelling (text->str);
    again = spelling (got);
    if (*got != '!' && strcmp (got, again) != 0)
      g_error ("%s: %s, then %s", text->str, got, again);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search_query/what_means_the_same_is_spelled_the_same", test_spelling);
  g_test_add_func ("/search_query/what_is_too_much_is_refused", test_bounds);
  g_test_add_func ("/search_query/each_fault_is_told_apart", test_faults);
  g_test_add_func ("/search_query/every_spelling_is_its_own", test_any);
  return g_test_run ();
}
