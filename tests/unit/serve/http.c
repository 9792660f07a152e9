/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "serve/http.h"

static void
test_split (void)
{
  static const struct {
    const char *url, *path, *query;
  } good[] = {
    { "/", "/", NULL },       { "/a/b?c=d&e", "/a/b", "c=d&e" },   { "/%E8%91%89/", "/葉/", NULL },
    { "/a+b", "/a+b", NULL }, { "http://host:80/a?b", "/a", "b" }, { "/a?b#c", "/a", "b" },
    { "/a#c?b", "/a", NULL },
  };
  static const char *const bad[] = { "",    "*",    "a",    "?a",   "//",     "/a//b", "/.",   "/..",  "/a/../b", "/%2e%2e/",   "/%",
                                     "/%2", "/%zz", "/%00", "/%0a", "/a%2fb", "/a\\b", "/%5c", "/%ff", "/%c0%af", "http://host" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autofree char *path = NULL, *query = NULL;

    g_assert_true (nk_http_url_split (good[i].url, &path, &query));
    g_assert_cmpstr (path, ==, good[i].path);
    g_assert_cmpstr (query, ==, good[i].query);
  }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    char *path = NULL, *query = NULL;

    g_assert_false (nk_http_url_split (bad[i], &path, &query));
    g_assert_null (path);
  }
}

static void
test_choose (void)
{
  static const struct {
    const char *accept;
    NkEncoding encoding;
  } cases[] = {
    { NULL, NK_ENCODING_IDENTITY },         { "", NK_ENCODING_IDENTITY },
    { "br", NK_ENCODING_IDENTITY },         { "gzip", NK_ENCODING_GZIP },
    { "GZIP ;q=0.5", NK_ENCODING_GZIP },    { "gzip, deflate, br, zstd", NK_ENCODING_ZSTD },
    { "zstd;q=0, gzip", NK_ENCODING_GZIP }, { "gzip;q=0.000", NK_ENCODING_IDENTITY },
    { ",,;q=;,gzip", NK_ENCODING_GZIP },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (nk_encoding_choose (cases[i].accept), ==, cases[i].encoding);
}

static void
test_no_gain (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("short", 5);

  g_assert_null (nk_encoding_apply (NK_ENCODING_GZIP, bytes));
  g_assert_null (nk_encoding_apply (NK_ENCODING_IDENTITY, bytes));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/http/an_address_is_decoded_once_and_never_climbs", test_split);
  g_test_add_func ("/http/the_smallest_encoding_that_is_accepted_is_chosen", test_choose);
  g_test_add_func ("/http/what_does_not_become_shorter_is_not_encoded", test_no_gain);
  return g_test_run ();
}
