/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* The summaries of a day, made together: which engine speaks, what comes of tables that cannot be read, and whether threads make a difference. */
#include "summary/summaries.h"
#include "summary/gate.h"

#include <glib/gstdio.h>
#include <string.h>

static const NkSummaryRequest parcels = { .name = "draft-okafor-parcel-labels",
                                          .title = "Labels for Parcels in Motion",
                                          .abstract = "This document proposes labels for parcels that move between depots." };
static const NkSummaryRequest metrics = {
  .name = "draft-irtf-quietnet-metrics",
  .title = "Metrics for Quiet Networks",
  .abstract
  = "This document describes metrics for networks that sing about almost no 「traffic」. The metrics are independent of the link layer."
};
static const NkSummaryRequest empty = { .name = "draft-x-y", .title = "Harbour 「Flow」 Control", .abstract = "" };

static NkLexiconShelf *
sample_shelf (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "tests", "language", NULL);

  return nk_lexicon_shelf_new (folder);
}

static NkSummary *
make_one (const char *language, const NkSummaryRequest *request, NkLexiconShelf *shelf)
{
  g_autoptr (GError) error = NULL;
  NkSummaryRequest own = *request;
  NkSummary *summary;

  own.language = language;
  summary = nk_summary_make_one (1, &own, shelf, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (nk_gate_accepts (&own, summary, NULL));
  return summary;
}

static void
test_translated (void)
{
  g_autoptr (NkLexiconShelf) shelf = sample_shelf ();
  g_autoptr (NkSummary) summary = make_one ("ja", &parcels, shelf);

  g_assert_cmpstr (summary->engine, ==, "gloss");
  g_assert_cmpstr (summary->level, ==, "full");
  g_assert_cmpstr (summary->text, ==, "集配所間を移動する荷物のラベルを提案する。");
  g_assert_false (summary->is_quoted);
  g_assert_cmpuint (summary->sources->len, ==, 1);
  g_assert_cmpstr (summary->sources->pdata[0], ==, parcels.abstract);
  g_assert_cmpfloat (summary->confidence, >=, 0.7);
}

static void
test_quoting (void)
{
  g_autoptr (NkLexiconShelf) shelf = sample_shelf ();
  g_autoptr (NkSummary) summary = make_one ("ja", &metrics, shelf), title = make_one ("ja", &empty, shelf);

  g_assert_cmpstr (summary->engine, ==, "gloss");
  g_assert_cmpstr (summary->level, ==, "quoted");
  g_assert_cmpstr (
      summary->text, ==,
      "「Metrics for Quiet Networks」を扱う文書。「This document describes metrics for networks that sing about almost no 「traffic」.」");
  g_assert_cmpuint (summary->sources->len, ==, 1);
  g_assert_cmpfloat (summary->confidence, <, 0.4);
  g_assert_cmpstr (title->text, ==, "「Harbour 「Flow」 Control」を扱う文書。");
  g_assert_cmpuint (title->sources->len, ==, 0);
}

static void
test_who_speaks (void)
{
  g_autoptr (NkLexiconShelf) shelf = sample_shelf ();
  g_autoptr (NkSummary) english = make_one ("en", &parcels, shelf), without = make_one ("ja", &parcels, NULL);

  g_assert_cmpstr (english->engine, ==, "plain");
  g_assert_null (english->level);
  g_assert_cmpstr (without->engine, ==, "plain");
  g_assert_true (without->is_quoted);
}

/* Tables are a matter of Japanese documents only. */
static void
test_missing_tables (void)
{
  g_autoptr (NkLexiconShelf) shelf = nk_lexicon_shelf_new ("/nonexistent/tables");
  g_autoptr (NkSummaries) none = nk_summaries_new ("ja", shelf, NULL);
  g_autoptr (NkSummary) english = make_one ("en", &parcels, shelf);
  NkSummaryRequest own = parcels;

  own.language = "ja";
  for (guint i = 0; i < 2; i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (nk_summary_make_one (1, &own, shelf, NULL, NULL, &error));
    g_assert_error (error, NK_ERROR, NK_ERROR_NOT_FOUND);
    g_assert_nonnull (strstr (error->message, "/nonexistent/tables"));
  }
  g_assert_true (nk_summaries_make (none, NULL));
}

/* Many of them are made by two threads, and come out as one by one. */
static void
test_many (void)
{
  g_autoptr (NkLexiconShelf) shelf = sample_shelf ();
  g_autoptr (NkSummaries) summaries = nk_summaries_new ("ja", shelf, NULL);
  const NkSummaryRequest *kinds[] = { &parcels, &metrics, &empty };
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 300; i++) {
    NkSummaryRequest request = *kinds[i % G_N_ELEMENTS (kinds)];

    g_ptr_array_add (titles, g_strdup_printf ("Lamp %u", i));
    request.title = titles->pdata[i];
    nk_summaries_add (summaries, i, &request);
    if (i == 150)
      g_assert_true (nk_summaries_make (summaries, &error));
  }
  g_assert_true (nk_summaries_make (summaries, &error));
  g_assert_cmpuint (nk_summaries_count (summaries), ==, 300);
  for (guint i = 0; i < 300; i++) {
    NkSummaryRequest request = *kinds[i % G_N_ELEMENTS (kinds)];
    g_autoptr (NkSummary) alone = NULL;

    request.title = titles->pdata[i];
    alone = make_one ("ja", &request, shelf);
    g_assert_cmpstr (nk_summaries_get (summaries, i)->text, ==, alone->text);
  }
}

static char *
ask (const char *language, const NkSummaryRequest *request, NkLexiconShelf *shelf, NkSummaryPool *pool)
{
  g_autoptr (GError) error = NULL;
  NkSummaryRequest own = *request;
  g_autoptr (NkSummary) summary = NULL;

  own.language = language;
  summary = nk_summary_make_one (1, &own, shelf, NULL, pool, &error);
  g_assert_no_error (error);
  return g_strdup_printf ("%s %s %.2f %u", summary->engine, summary->text, summary->confidence, summary->sources->len);
}

/* The second time it says the same as the first, and other texts, standings and languages are others. */
static void
test_pool (void)
{
  g_autoptr (NkLexiconShelf) shelf = sample_shelf ();
  g_autoptr (NkSummaryPool) pool = nk_summary_pool_new (1u << 20);
  const NkSummaryRequest *kinds[] = { &parcels, &metrics, &empty };
  NkSummaryRequest specified = parcels;

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
      g_autofree char *alone = ask ("ja", kinds[i], shelf, NULL), *pooled = ask ("ja", kinds[i], shelf, pool);
      g_autofree char *english = ask ("en", kinds[i], shelf, NULL), *pooled_english = ask ("en", kinds[i], shelf, pool);

      g_assert_cmpstr (pooled, ==, alone);
      g_assert_cmpstr (pooled_english, ==, english);
    }
  specified.abstract = "This document specifies labels for parcels that move between depots.";
  {
    g_autofree char *alone = ask ("ja", &specified, shelf, NULL), *pooled = ask ("ja", &specified, shelf, pool);

    g_assert_cmpstr (pooled, ==, alone);
  }
}

static void
test_full_pool (void)
{
  g_autoptr (NkSummaryPool) pool = nk_summary_pool_new (2000);
  g_autoptr (NkSummary) summary = make_one ("ja", &parcels, NULL);
  guint n_found = 0;

  for (guint64 stamp = 0; stamp < 100; stamp++) {
    g_autoptr (NkSummary) found = NULL;

    nk_summary_pool_add (pool, stamp, summary);
    found = nk_summary_pool_get (pool, stamp);
    g_assert_cmpstr (found->text, ==, summary->text);
  }
  for (guint64 stamp = 0; stamp < 100; stamp++) {
    g_autoptr (NkSummary) found = nk_summary_pool_get (pool, stamp);

    n_found += found != NULL;
  }
  g_assert_cmpuint (n_found, <, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/summaries/japanese_is_translated_where_that_can_be_trusted", test_translated);
  g_test_add_func ("/summaries/what_cannot_be_translated_is_quoted_behind_the_title", test_quoting);
  g_test_add_func ("/summaries/english_and_a_program_without_tables_quote", test_who_speaks);
  g_test_add_func ("/summaries/missing_tables_are_an_error_for_whoever_needs_them", test_missing_tables);
  g_test_add_func ("/summaries/many_come_out_as_one_by_one", test_many);
  g_test_add_func ("/summaries/a_pool_says_the_same_again", test_pool);
  g_test_add_func ("/summaries/a_full_pool_forgets", test_full_pool);
  return g_test_run ();
}
