/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "serve/route.h"

static void
test_found (void)
{
  static const struct {
    const char *url;
    NkRouteId id;
    NkLanguage language;
  } cases[] = {
    { "/", NK_ROUTE_HOME, NK_LANGUAGE_JA },
    { "/en/", NK_ROUTE_HOME, NK_LANGUAGE_EN },
    { "/2026/", NK_ROUTE_YEAR, NK_LANGUAGE_JA },
    { "/2026/03/", NK_ROUTE_MONTH, NK_LANGUAGE_JA },
    { "/2026/W12/", NK_ROUTE_WEEK, NK_LANGUAGE_JA },
    { "/en/2026/03/17/", NK_ROUTE_EDITION, NK_LANGUAGE_EN },
    { "/doc/draft-a-b/", NK_ROUTE_DOCUMENT, NK_LANGUAGE_JA },
    { "/rfc/9999/?x=y", NK_ROUTE_RFC, NK_LANGUAGE_JA },
    { "/group/tls/2026/", NK_ROUTE_GROUP_YEAR, NK_LANGUAGE_JA },
    { "/health", NK_ROUTE_HEALTH, NK_LANGUAGE_JA },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (NkRoute) route = { 0 };
    char *location = NULL;
    g_autofree char *path = NULL;

    g_assert_cmpint (nk_route_find (cases[i].url, NK_LANGUAGE_JA, &route, &location), ==, NK_ROUTE_FOUND);
    g_assert_cmpint (route.id, ==, cases[i].id);
    g_assert_cmpint (route.language, ==, cases[i].language);
    path = nk_route_path (route.id, (const char *const *)route.parameters);
    g_assert_cmpstr (path, ==, route.path);
  }
}

static void
test_moved (void)
{
  static const struct {
    const char *url, *location;
    NkLanguage home;
  } cases[] = {
    { "/ja/", "/", NK_LANGUAGE_JA },
    { "/ja", "/", NK_LANGUAGE_JA },
    { "/en", "/en/", NK_LANGUAGE_JA },
    { "/en/about/", "/about/", NK_LANGUAGE_EN },
    { "/2026/03", "/2026/03/", NK_LANGUAGE_JA },
    { "/about?a=b", "/about/?a=b", NK_LANGUAGE_JA },
    { "/author/%E8%91%89", "/author/%E8%91%89/", NK_LANGUAGE_JA },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (NkRoute) route = { 0 };
    g_autofree char *location = NULL;

    g_assert_cmpint (nk_route_find (cases[i].url, cases[i].home, &route, &location), ==, NK_ROUTE_MOVED);
    g_assert_cmpstr (location, ==, cases[i].location);
  }
}

static void
test_not_found (void)
{
  static const char *const urls[]
      = { "/x/",        "/2026/00/",    "/2026/13/",          "/2026/1/",      "/20260/",    "/2026/W00/", "/2026/W54/",
          "/2026/w12/", "/2026/03/32/", "/doc/draft/",        "/doc/DRAFT-A/", "/rfc/0/",    "/rfc/-1/",   "/rfc/9999x/",
          "/group/-/",  "/group/a_b/",  "/area/toolongname/", "/author/-a/",   "/author/A/", "/health/",   "/en/health",
          "/en/en/",    "/about/x/" };

  for (guint i = 0; i < G_N_ELEMENTS (urls); i++) {
    g_auto (NkRoute) route = { 0 };
    g_autofree char *location = NULL;

    if (nk_route_find (urls[i], NK_LANGUAGE_JA, &route, &location) != NK_ROUTE_NOT_FOUND)
      g_error ("%s was found", urls[i]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/route/an_address_and_its_route_are_each_others", test_found);
  g_test_add_func ("/route/other_forms_of_an_address_lead_to_it", test_moved);
  g_test_add_func ("/route/what_cannot_be_is_not_found", test_not_found);
  return g_test_run ();
}
