/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "serve/memo.h"

static NkSite *
sample_site (void)
{
  g_autoptr (GError) error = NULL;
  NkSiteOptions options = { .feed_base = "http://127.0.0.1:1", .home = NK_LANGUAGE_JA };
  NkSite *site = nk_site_load (&options, &error);

  g_assert_no_error (error);
  return site;
}

static void
add (NkMemo *memo, NkDay day, guint n_documents)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NkTemplate) template = nk_template_parse ("x", 1, "t", &error);
  g_auto (NkMemoEdition) edition = { .data = json_object (), .view = json_object () };
  json_t *documents = json_array ();

  for (guint i = 0; i < n_documents; i++)
    json_array_append_new (documents, json_true ());
  json_object_set_new (edition.data, "internet_drafts", documents);
  edition.blocks = nk_template_expand (template, edition.view, &error);
  g_assert_no_error (error);
  nk_memo_add_edition (memo, day, NK_LANGUAGE_JA, &edition);
}

static void
test_epoch (void)
{
  g_autoptr (NkSite) site = sample_site (), other = sample_site ();
  g_autoptr (NkMemo) memo = nk_memo_new ();

  nk_memo_begin (memo, 7, site);
  g_assert_null (nk_memo_edition (memo, 100, NK_LANGUAGE_JA));
  add (memo, 100, 3);
  nk_memo_begin (memo, 7, site);
  g_assert_nonnull (nk_memo_edition (memo, 100, NK_LANGUAGE_JA));
  g_assert_null (nk_memo_edition (memo, 100, NK_LANGUAGE_EN));
  nk_memo_begin (memo, 8, site);
  g_assert_null (nk_memo_edition (memo, 100, NK_LANGUAGE_JA));
  add (memo, 100, 3);
  nk_memo_begin (memo, 8, other);
  g_assert_null (nk_memo_edition (memo, 100, NK_LANGUAGE_JA));
}

/* A page may still write what the memo has let go. */
static void
test_bound (void)
{
  g_autoptr (NkSite) site = sample_site ();
  g_autoptr (NkMemo) memo = nk_memo_new ();
  g_auto (NkMemoEdition) held = { NULL };

  nk_memo_begin (memo, 1, site);
  add (memo, 1, 400);
  held = nk_memo_edition_ref (nk_memo_edition (memo, 1, NK_LANGUAGE_JA));
  add (memo, 2, 400);
  g_assert_nonnull (nk_memo_edition (memo, 1, NK_LANGUAGE_JA));
  add (memo, 3, 400);
  g_assert_null (nk_memo_edition (memo, 1, NK_LANGUAGE_JA));
  g_assert_nonnull (nk_memo_edition (memo, 3, NK_LANGUAGE_JA));
  g_assert_cmpuint (json_array_size (json_object_get (held.data, "internet_drafts")), ==, 400);
  g_assert_cmpuint (held.blocks->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/memo/it_lasts_one_epoch_of_one_site", test_epoch);
  g_test_add_func ("/memo/the_oldest_editions_go", test_bound);
  return g_test_run ();
}
