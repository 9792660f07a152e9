/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/search.h"
#include "store/summary_row.h"
#include "support.h"

static NkStore *
sample (void)
{
  static const Mail mails[] = {
    { .document = "draft-ietf-tls-rose-05", .date = "Mon, 29 Sep 2025 10:00:00 +0000", .title = "Roses, Early" },
    { .document = "draft-ietf-tls-rose-06", .date = "Tue, 30 Sep 2025 10:00:00 +0000", .title = "Roses" },
    { .document = "draft-ietf-tls-rose-07", .date = "Wed, 1 Oct 2025 09:00:00 +0000", .title = "Roses by Protocol (TLS1.3)" },
    { .document = "draft-example-tulip-03", .date = "Wed, 1 Oct 2025 11:00:00 +0000", .abstract = "This document describes bulbs." },
    { .document = "draft-example-cafe-00", .date = "Wed, 1 Oct 2025 12:00:00 +0000", .title = "Café und Straße" },
    { .document = "draft-example-night-00", .date = "Wed, 1 Oct 2025 17:30:00 -0700" },
    { .document = "draft-example-never-00" },
  };
  g_autoptr (GString) mbox = g_string_new (NULL);
  g_autofree char *call = support_last_call ("lc@example.org", "Wed, 1 Oct 2025 13:00:00 +0000"),
                  *rfc = support_rfc ("rfc@example.org", "Thu, 2 Oct 2025 12:00:00 +0000", "ietf-announce.ietf.org");

  for (guint i = 0; i < G_N_ELEMENTS (mails); i++)
    support_append (mbox, &mails[i]);
  g_string_append (mbox, call);
  g_string_append (mbox, rfc);
  return support_store_of (mbox->str);
}

static void
test_found (void)
{
  static const struct {
    const char *query, *expected;
  } cases[] = {
    { "roses", "rfc9901 draft-ietf-tls-rose-07 draft-ietf-tls-rose-06 draft-ietf-tls-rose-05" },
    { "ＲＯＳＥＳ　protocol", "rfc9901 draft-ietf-tls-rose-07" },
    { "bulbs", "draft-example-tulip-03" },
    { "bulb", "" },
    { "bulb*", "draft-example-tulip-03" },
    { "\"describes bulbs\"", "draft-example-tulip-03" },
    { "“describes bul”＊", "draft-example-tulip-03" },
    { "\"bulbs describes\"", "" },
    { "bulbs describes", "draft-example-tulip-03" },
    { "draft-ietf-tls-rose", "draft-ietf-tls-rose-07 draft-ietf-tls-rose-06 draft-ietf-tls-rose-05" },
    { "TLS1.3", "draft-ietf-tls-rose-07" },
    { "tls1 3", "draft-ietf-tls-rose-07" },
    { "cafe strasse", "draft-example-cafe-00" },
    { "CAFÉ", "draft-example-cafe-00" },
    { "roses -early -protocol", "draft-ietf-tls-rose-06" },
    { "-invented -roses", "last_call" },
    { "author:example -group:tls kind:draft",
      "draft-example-night-00 draft-example-cafe-00 draft-example-tulip-03 draft-example-never-00" },
    { "author:\"Ben Example\" from:2025-10-01 to:2025-10-01",
      "draft-example-cafe-00 draft-example-tulip-03 draft-ietf-tls-rose-07 draft-example-never-00" },
    { "author:\"Example Ben\"", "" },
    { "-author:\"Ben Example\" -kind:rfc", "last_call" },
    { "kind:rfc", "rfc9901" },
    { "kind:rfc kind:last-call", "rfc9901 last_call" },
    { "from:2025-10-02", "rfc9901 draft-example-night-00" },
    { "to:2025-09", "draft-ietf-tls-rose-06 draft-ietf-tls-rose-05" },
    { "from:2025 kind:draft rose", "draft-ietf-tls-rose-07 draft-ietf-tls-rose-06 draft-ietf-tls-rose-05" },
    { "area:none kind:rfc", "rfc9901" },
    { "nosuchword roses", "" },
    { "title:roses", "" },
    { "NEAR", "" },
    { "roses OR nothing", "" },
  };
  g_autoptr (NkStore) store = sample ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *got = support_search (store, cases[i].query, 20);

    g_test_message ("%s -> %s", cases[i].query, got);
    g_assert_cmpstr (got, ==, cases[i].expected);
  }
}

static NkSearchResult *
run (NkStore *store, const char *text, NkSearchOptions options)
{
  GError *error = NULL;
  g_autoptr (NkSearchQuery) query = nk_search_query_parse (text, NULL, &error);
  NkSearchResult *result;

  g_assert_no_error (error);
  options.query = query;
  options.language = options.language != NULL ? options.language : "en";
  options.today = options.today != 0 ? options.today : support_day ("2099-12-31");
  options.limit = options.limit != 0 ? options.limit : 20;
  result = nk_search_run (store, &options, &error);
  g_assert_no_error (error);
  return result;
}

/* Marked parts stand in square brackets. */
static char *
parts (const GArray *array)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < array->len; i++) {
    const NkSearchPart *part = &g_array_index (array, NkSearchPart, i);

    g_string_append_printf (text, part->is_marked ? "[%s]" : "%s", part->text);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
counts (const GArray *array)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < array->len; i++) {
    const NkSearchCount *count = &g_array_index (array, NkSearchCount, i);

    g_string_append_printf (text, "%s%s %u", i > 0 ? ", " : "", count->key, count->n);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const NkSearchHit *
hit_at (const NkSearchResult *result, guint place)
{
  g_assert_cmpuint (place, <, result->hits->len);
  return result->hits->pdata[place];
}

static void
test_counts (void)
{
  g_autoptr (NkStore) store = sample ();
  g_autoptr (NkSearchResult) some = run (store, "example", (NkSearchOptions){ .counts = TRUE, .limit = 1 });
  g_autoptr (NkSearchResult) none = run (store, "nosuchword", (NkSearchOptions){ 0 });
  g_autoptr (NkSearchResult) early = run (store, "-nosuchword", (NkSearchOptions){ .counts = TRUE, .today = support_day ("2025-09-30") });
  g_autofree char *years = counts (some->years), *areas = counts (some->areas);

  g_assert_cmpuint (some->hits->len, ==, 1);
  g_assert_true (some->has_more);
  g_assert_cmpuint (some->total, ==, 8);
  g_assert_true (some->total_is_all);
  g_assert_cmpstr (years, ==, "2025 8");
  g_assert_cmpstr (areas, ==, "none 8");
  g_assert_cmpuint (some->searched, ==, 9);
  g_assert_cmpuint (none->hits->len, ==, 0);
  g_assert_false (none->has_more);
  g_assert_cmpuint (none->searched, ==, 9);
  g_assert_cmpuint (none->searched_japanese, ==, 0);
  g_assert_cmpint (none->first, ==, support_day ("2025-09-29"));
  g_assert_cmpint (none->last, ==, support_day ("2025-10-02"));
  g_assert_cmpuint (early->total, ==, 2);
  g_assert_cmpuint (early->searched, ==, 2);
  g_assert_cmpint (early->last, ==, support_day ("2025-09-30"));
}

static void
test_pages (void)
{
  static const char *const queries[] = { "example", "-nosuchword", "author:example", "roses" };
  g_autoptr (NkStore) store = sample ();

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    for (NkSearchOrder order = NK_SEARCH_NEWEST; order <= NK_SEARCH_RANKED; order++) {
      g_autoptr (NkSearchResult) all = run (store, queries[i], (NkSearchOptions){ .order = order });

      g_assert_false (all->has_more);
      g_assert_true (all->rank_is_all);
      for (guint offset = 0; offset <= all->hits->len; offset++) {
        g_autoptr (NkSearchResult) one
            = run (store, queries[i], (NkSearchOptions){ .order = order, .offset = offset, .limit = 1, .counts = offset % 2 == 0 });

        g_assert_cmpint (one->has_more, ==, offset + 1 < all->hits->len);
        if (offset < all->hits->len)
          g_assert_cmpint (hit_at (one, 0)->listed->id, ==, hit_at (all, offset)->listed->id);
        else
          g_assert_cmpuint (one->hits->len, ==, 0);
      }
    }
}

static void
test_far (void)
{
  g_autoptr (NkStore) store = sample ();
  g_autoptr (NkSearchResult) far = run (store, "example", (NkSearchOptions){ .offset = G_MAXUINT, .limit = G_MAXUINT });
  g_autoptr (NkSearchResult) ranked
      = run (store, "example", (NkSearchOptions){ .order = NK_SEARCH_RANKED, .offset = G_MAXUINT, .limit = G_MAXUINT });

  g_assert_cmpuint (far->hits->len, ==, 0);
  g_assert_false (far->has_more);
  g_assert_cmpuint (ranked->hits->len, ==, 0);
  g_assert_false (ranked->has_more);
}

static void
test_rank (void)
{
  static const Mail mails[] = {
    { .document = "draft-example-one-00",
      .date = "Wed, 1 Oct 2025 09:00:00 +0000",
      .title = "On Lamps",
      .abstract = "This document defines things and tables." },
    { .document = "draft-example-two-00",
      .date = "Wed, 1 Oct 2025 10:00:00 +0000",
      .title = "On Tables",
      .abstract = "This document defines lamps and things." },
    { .document = "draft-example-three-00",
      .date = "Wed, 1 Oct 2025 11:00:00 +0000",
      .title = "On Chairs",
      .abstract = "This document defines seats and things." },
    { .document = "draft-example-four-00",
      .date = "Wed, 1 Oct 2025 12:00:00 +0000",
      .title = "On Stools",
      .abstract = "This document defines stools and things." },
  };
  g_autoptr (GString) mbox = g_string_new (NULL);
  g_autoptr (NkStore) store = NULL;
  g_autoptr (NkSearchResult) ranked = NULL, newest = NULL, filtered = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (mails); i++)
    support_append (mbox, &mails[i]);
  store = support_store_of (mbox->str);
  ranked = run (store, "lamps", (NkSearchOptions){ .order = NK_SEARCH_RANKED });
  newest = run (store, "lamps", (NkSearchOptions){ .order = NK_SEARCH_NEWEST });
  filtered = run (store, "lamps kind:draft", (NkSearchOptions){ .order = NK_SEARCH_RANKED });
  g_assert_cmpstr (hit_at (ranked, 0)->listed->name, ==, "draft-example-one");
  g_assert_cmpstr (hit_at (ranked, 1)->listed->name, ==, "draft-example-two");
  g_assert_cmpstr (hit_at (newest, 0)->listed->name, ==, "draft-example-two");
  g_assert_cmpstr (hit_at (filtered, 0)->listed->name, ==, "draft-example-one");
  g_assert_cmpuint (filtered->hits->len, ==, 2);
}

static void
test_marks (void)
{
  static const struct {
    const char *query, *title, *snippet;
  } cases[] = {
    { "protocol tests", "A [Protocol] for Invented [Tests]", "This document defines how [tests] of a store are invented." },
    { "\"invented tests\"", "A Protocol for [Invented] [Tests]", "This document defines how tests of a store are invented." },
    { "inv*", "A Protocol for [Invented] Tests", "This document defines how tests of a store are [invented]." },
    { "Ｉｎｖéntéd -roses", "A Protocol for [Invented] Tests", "This document defines how tests of a store are [invented]." },
    { "author:example", "A Protocol for Invented Tests", "This document defines how tests of a store are invented." },
  };
  g_autoptr (NkStore) store = sample ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *query = g_strconcat (cases[i].query, " night", NULL);
    g_autoptr (NkSearchResult) result = run (store, query, (NkSearchOptions){ 0 });
    g_autofree char *title = parts (hit_at (result, 0)->title), *snippet = parts (hit_at (result, 0)->snippet);

    g_assert_cmpstr (title, ==, cases[i].title);
    g_assert_cmpstr (snippet, ==, cases[i].snippet);
    g_assert_null (hit_at (result, 0)->listed->abstract);
  }
}

/* Some words around the first mark, whatever the text is made of. */
static void
test_window (void)
{
  g_autoptr (GString) many = g_string_new (NULL), wide = g_string_new ("lamp ");
  g_autofree char *marked = NULL, *bounded = NULL;
  g_autoptr (NkStore) store = NULL;
  g_autoptr (NkSearchResult) result = NULL, other = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (many, i == 100 ? "lamp, " : "w%u, ", i);
  for (guint i = 0; i < 5000; i++)
    g_string_append (wide, i % 50 == 49 ? " " : "x");
  {
    Mail mails[] = { { .document = "draft-example-many-00", .date = "Wed, 1 Oct 2025 09:00:00 +0000", .abstract = many->str },
                     { .document = "draft-example-wide-00", .date = "Wed, 1 Oct 2025 10:00:00 +0000", .abstract = wide->str } };
    g_autoptr (GString) mbox = g_string_new (NULL);

    support_append (mbox, &mails[0]);
    support_append (mbox, &mails[1]);
    store = support_store_of (mbox->str);
  }
  result = run (store, "lamp many", (NkSearchOptions){ 0 });
  other = run (store, "lamp wide", (NkSearchOptions){ 0 });
  marked = parts (hit_at (result, 0)->snippet);
  bounded = parts (hit_at (other, 0)->snippet);
  g_assert_true (g_str_has_prefix (marked, "… w92, w93, w94, w95, w96, w97, w98, w99, [lamp], w101, "));
  g_assert_true (g_str_has_suffix (marked, ", w131 …"));
  g_assert_cmpuint (strlen (bounded), <, 1100);
}

static void
test_hostile (void)
{
  static const char *const queries[] = {
    "\"",
    "\"\"\"",
    "a\" OR \"b",
    "name:*",
    "^roses",
    "NEAR(a b, 2)",
    "{title} : roses",
    "title : roses",
    "-",
    "- -",
    "*",
    "**",
    "rose* -rose*",
    "'; DROP TABLE announcement; --",
    "\u202eesor",
    "e\u0301\u0301",
    "\u0301",
    "عربي",
    "\x01\x02",
    "AND",
    "NOT",
    "a AND NOT",
    "(((((",
    "roses)",
    "rowid:1",
    "announcement_text",
    "group:'x'",
    "author:\"a\" OR",
    "from:2025-99",
    "🔑",
    "%s%n",
    "\\",
    "-\"a b c\" -x -y",
    "kind:rfc -kind:rfc",
    "from:9999 to:9999",
    "from:0001 to:0001",
    "to:1960",
  };
  g_autoptr (NkStore) store = sample ();

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++) {
    g_autofree char *got = support_search (store, queries[i], 100);

    g_test_message ("%s -> %s", queries[i], got);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/what_is_asked_for_is_found", test_found);
  g_test_add_func ("/search/matches_are_counted_by_year_and_area", test_counts);
  g_test_add_func ("/search/pages_together_are_the_whole", test_pages);
  g_test_add_func ("/search/far_behind_the_end_there_is_nothing", test_far);
  g_test_add_func ("/search/a_title_goes_before_an_abstract", test_rank);
  g_test_add_func ("/search/what_was_looked_for_is_marked", test_marks);
  g_test_add_func ("/search/a_snippet_is_short", test_window);
  g_test_add_func ("/search/hostile_text_is_answered_or_refused", test_hostile);
  return g_test_run ();
}
