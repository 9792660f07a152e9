/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "serve/desk.h"

#include <glib/gstdio.h>

typedef struct {
  char *folder, *database;
  NkDesk *desk;
} Fixture;

static gint64
now (void)
{
  return 1773900000; /* 2026-03-19 */
}

static void
warn (const char *message)
{
  g_test_message ("%s", message);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  NkSiteOptions site_options = { .feed_base = "http://127.0.0.1:1", .home = NK_LANGUAGE_EN };
  g_autoptr (NkSite) site = nk_site_load (&site_options, &error);
  NkDeskOptions options = { .cache_bytes = 8u << 20, .now_unix_s = now, .warn = warn };

  g_assert_no_error (error);
  fixture->folder = g_dir_make_tmp ("nk-desk-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->database = g_build_filename (fixture->folder, "nikkan.db", NULL);
  nk_store_free (nk_store_open (fixture->database, NK_STORE_WRITE, &error));
  g_assert_no_error (error);
  options.database = fixture->database;
  fixture->desk = nk_desk_new (&options, site, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GDir *folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  nk_desk_free (fixture->desk);
  while ((name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

    g_unlink (path);
  }
  g_dir_close (folder);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->database);
}

static NkHttpRequest
get (const char *url)
{
  return (NkHttpRequest){ .method = "GET", .url = url };
}

static NkHttpRequest
query (const char *url, const char *content)
{
  return (NkHttpRequest){ .method = "QUERY",
                          .url = url,
                          .content_type = "application/x-www-form-urlencoded",
                          .content = nk_slice_text (content),
                          .content_bytes = strlen (content),
                          .content_is_told = TRUE };
}

static NkHttpStatus
status_of (Fixture *fixture, NkHttpRequest request)
{
  g_autoptr (NkHttpResponse) response = nk_desk_answer (fixture->desk, &request);

  return response->status;
}

/* Whether it is answered without a search. */
static gboolean
is_kept (Fixture *fixture, NkHttpRequest request)
{
  g_autoptr (NkHttpResponse) response = nk_desk_answer_at_once (fixture->desk, &request);

  return response != NULL;
}

/* The desk is a cache by the rule of No-Vary-Search, and of RFC 10008 §2.7. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  static const char *const same[] = {
    "/search/?order=ranked&q=Key+Exchange",
    "/search/?q=Key%20Exchange&order=ranked&utm_source=x",
    "/search/?utm_medium=y&q=Key+Exchange&&order=ranked",
    "/search/?q=+Key++Exchange+&order=ranked&to=&",
  };
  static const char *const others[]
      = { "/search/?q=Key+Exchange", "/search/?q=Exchange+Key&order=ranked", "/ja/search/?q=Key+Exchange&order=ranked",
          "/api/v1/search?q=Key+Exchange&order=ranked", "/search.atom?q=Key+Exchange" };

  g_assert_false (is_kept (fixture, get (same[0])));
  g_assert_cmpint (status_of (fixture, get (same[0])), ==, NK_HTTP_OK);
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    g_assert_true (is_kept (fixture, get (same[i])));
  g_assert_true (is_kept (fixture, query ("/search/", "order=ranked&q=Key+Exchange&x=y")));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    g_test_message ("%s", others[i]);
    g_assert_false (is_kept (fixture, get (others[i])));
  }
}

/* Where nothing shows how it was typed, all spellings are one. */
static void
test_spellings (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (status_of (fixture, get ("/api/v1/search?q=TLS+key+from:2025&to=2026")), ==, NK_HTTP_OK);
  g_assert_true (is_kept (fixture, get ("/api/v1/search?q=key++tls&to=2026-12-31&from=2025-01-01")));
  g_assert_true (is_kept (fixture, query ("/api/v1/search", "q=%22key%22+tls&from=2025&to=2026")));
  g_assert_cmpint (status_of (fixture, get ("/search.json?q=TLS+key")), ==, NK_HTTP_OK);
  g_assert_true (is_kept (fixture, get ("/search.json?offset=20&q=key+tls&order=ranked")));
}

/* What is wrong is answered at once, and never with something that was kept. */
static void
test_wrong (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (status_of (fixture, get ("/search/")), ==, NK_HTTP_OK);
  g_assert_true (is_kept (fixture, get ("/search/?q=kind:x")));
  g_assert_cmpint (status_of (fixture, get ("/search/?q=kind:x")), ==, NK_HTTP_BAD_REQUEST);
  g_assert_cmpint (status_of (fixture, query ("/search/", "q=kind:x")), ==, NK_HTTP_NOT_UNDERSTOOD);
  g_assert_cmpint (status_of (fixture, query ("/search/", "")), ==, NK_HTTP_NOT_UNDERSTOOD);
  g_assert_cmpint (status_of (fixture, query ("/about/", "q=a")), ==, NK_HTTP_METHOD_NOT_ALLOWED);
}

/* The oldest searches go long before the memory is full. */
static void
test_shelves (Fixture *fixture, gconstpointer data)
{
  NkHttpRequest first = get ("/search/?q=number0");

  g_assert_cmpint (status_of (fixture, first), ==, NK_HTTP_OK);
  for (guint i = 1; i < 500; i++) {
    g_autofree char *url = g_strdup_printf ("/search/?q=number%u", i);

    g_assert_cmpint (status_of (fixture, get (url)), ==, NK_HTTP_OK);
  }
  g_assert_false (is_kept (fixture, first));
  g_assert_true (is_kept (fixture, get ("/search/?q=number499")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/desk/the_same_question_is_searched_for_once", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/desk/all_spellings_are_one_for_programs", Fixture, NULL, set_up, test_spellings, tear_down);
  g_test_add ("/desk/a_wrong_search_is_answered_at_once", Fixture, NULL, set_up, test_wrong, tear_down);
  g_test_add ("/desk/searches_are_kept_within_their_share", Fixture, NULL, set_up, test_shelves, tear_down);
  return g_test_run ();
}
