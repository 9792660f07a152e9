/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "serve/search_request.h"

#include "serve/variance.h"

static NkSearchRequest *
from_query (const char *query)
{
  g_autofree char *reduced = nk_variance_reduce (nk_search_parameters, nk_slice_text (query));

  return nk_search_request_from_form (reduced);
}

static NkSearchRequest *
from_content (const char *type, const char *content)
{
  NkHttpRequest http = { .method = "QUERY",
                         .content_type = type,
                         .content = nk_slice_text (content),
                         .content_bytes = content != NULL ? strlen (content) : 0,
                         .content_is_told = content != NULL };

  return nk_search_request_from_content (&http);
}

static void
test_same (void)
{
  static const char *const forms[] = {
    "q=TLS+key&from=2025",
    "from=2025&q=TLS+key",
    "q=TLS%20key&utm_source=x&from=2025&&",
    "q=%20key++TLS%20&from=2025-01-01",
    "q=key+tls+from:2025",
    "q=tls+key&to=&from=2025&order=newest&offset=0",
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autoptr (NkSearchRequest) request = from_query (forms[i]);

    g_assert_null (request->fault);
    g_assert_cmpstr (request->canonical, ==, "q=key%20tls&from=2025-01-01");
  }
}

/* What caches are told (No-Vary-Search) is true of what we keep by ourselves. */
static void
test_variance (void)
{
  g_autoptr (NkSearchRequest) one = from_query ("order=ranked&q=a&offset=20&x=1"), other = from_query ("offset=20&y=2&q=a&order=ranked");

  g_assert_cmpstr (one->address, ==, "q=a&order=ranked&offset=20");
  g_assert_cmpstr (one->address, ==, other->address);
}

static void
test_typed (void)
{
  g_autoptr (NkSearchRequest) request = from_query ("q=TLS++%22Key+Exchange%22&to=2026");
  g_autofree char *feed = nk_search_request_feed (request), *at = nk_search_request_at (request, 40);

  g_assert_cmpstr (request->text, ==, "TLS \"Key Exchange\"");
  g_assert_cmpstr (request->address, ==, "q=TLS%20%22Key%20Exchange%22&to=2026");
  g_assert_cmpstr (feed, ==, "q=%22key%20exchange%22%20tls&to=2026-12-31");
  g_assert_cmpstr (at, ==, "q=TLS%20%22Key%20Exchange%22&to=2026&offset=40");
}

/* A phrase that nobody closed ends with the text, not behind the days. */
static void
test_open_phrase (void)
{
  static const char *const queries[]
      = { "q=%22key+exchange&from=2025", "q=%E3%80%8Ckey+exchange&from=%EF%BC%92%EF%BC%90%EF%BC%92%EF%BC%95" };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++) {
    g_autoptr (NkSearchRequest) request = from_query (queries[i]);

    g_assert_null (request->fault);
    g_assert_cmpstr (request->canonical, ==, "q=%22key%20exchange%22&from=2025-01-01");
  }
}

static void
test_narrower (void)
{
  static const struct {
    const char *query, *in_area, *in_any_area, *in_days;
  } cases[] = {
    { "q=TLS", "q=TLS%20area%3Asec", "q=tls", "q=TLS&from=2025&to=2025" },
    { "q=TLS+area:art", "q=tls%20area%3Asec", "q=tls", "q=TLS%20area%3Aart&from=2025&to=2025" },
    { "q=%22TLS", "q=tls%20area%3Asec", "q=tls", "q=%22TLS&from=2025&to=2025" },
    { "q=TLS+from:2026", "q=TLS%20from%3A2026%20area%3Asec", "q=tls%20from%3A2026-01-01", "q=tls&from=2025&to=2025" },
    { "from=2026", "q=area%3Asec&from=2026", "from=2026", "from=2025&to=2025" },
    { "q=-area:art+x", "q=-area%3Aart%20x%20area%3Asec", "q=x%20-area%3Aart", "q=-area%3Aart%20x&from=2025&to=2025" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (NkSearchRequest) request = from_query (cases[i].query);
    g_autofree char *in_area = nk_search_request_in_area (request, "sec"), *in_any_area = nk_search_request_in_area (request, NULL);
    g_autofree char *in_days = nk_search_request_in_days (request, "2025", "2025");

    g_test_message ("%s", cases[i].query);
    g_assert_cmpstr (in_area, ==, cases[i].in_area);
    g_assert_cmpstr (in_any_area, ==, cases[i].in_any_area);
    g_assert_cmpstr (in_days, ==, cases[i].in_days);
  }
}

static void
test_nothing (void)
{
  static const char *const queries[] = { "", "q=", "q=+", "order=ranked", "offset=20&q=", "x=y" };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++) {
    g_autoptr (NkSearchRequest) request = from_query (queries[i]);

    g_assert_null (request->fault);
    g_assert_null (request->query);
    g_assert_cmpstr (request->address, ==, "");
    g_assert_cmpint (request->order, ==, NK_SEARCH_NEWEST);
    g_assert_cmpuint (request->offset, ==, 0);
  }
}

static void
test_wrong_queries (void)
{
  static const char *const wrong[] = { "q=a&q=b",
                                       "q=a&%71=b",
                                       "q=%ff",
                                       "q=%00",
                                       "q=a%00b",
                                       "q=%0d%0aSet-Cookie:x",
                                       "q=%1b",
                                       "q=a&order=x",
                                       "q=a&offset=-1",
                                       "q=a&offset=1e3",
                                       "q=a&offset=99999999999999999999",
                                       "q=a&offset=20001",
                                       "q=a&from=x",
                                       "q=a&from=2025-13",
                                       "q=a&from=2026+to:2027",
                                       "q=a&from=\"2026",
                                       "q=a&from=%E3%80%8C2026",
                                       "q=kind:x",
                                       "q=a&from=2026&to=2025",
                                       "q=%2B%2B%2B" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (NkSearchRequest) request = from_query (wrong[i]);

    g_test_message ("%s", wrong[i]);
    g_assert_nonnull (request->fault);
    g_assert_cmpint (request->fault_word, <, NK_N_SITE_WORDS);
    g_assert_nonnull (request->fault_about);
    g_assert_null (request->query);
    g_assert_cmpint (request->status, ==, NK_HTTP_BAD_REQUEST);
    g_assert_cmpstr (request->address, ==, "");
    g_assert_cmpstr (request->canonical, ==, "");
  }
}

static void
test_content (void)
{
#define FORM "application/x-www-form-urlencoded"
#define JSON "application/json"
  static const struct {
    const char *type, *content;
    NkHttpStatus status;
  } cases[] = {
    { FORM, "q=tls", NK_HTTP_OK },
    { "Application/JSON ; Charset=UTF-8", "{\"q\":\"tls\"}", NK_HTTP_OK },
    { JSON, "{\"offset\":0,\"order\":\"newest\",\"q\":\"TLS\"}", NK_HTTP_OK },
    { FORM, NULL, NK_HTTP_LENGTH_REQUIRED },
    { NULL, "q=tls", NK_HTTP_BAD_REQUEST },
    { JSON, "q=tls", NK_HTTP_BAD_REQUEST },
    { JSON, "{\"q\":\"tls\"", NK_HTTP_BAD_REQUEST },
    { JSON, "", NK_HTTP_BAD_REQUEST },
    { JSON, "{\"q\":\"a\",\"q\":\"b\"}", NK_HTTP_BAD_REQUEST },
    { JSON, "{\"q\":\"\\u0000\"}", NK_HTTP_BAD_REQUEST },
    { JSON, "{\"q\":\"\xff\"}", NK_HTTP_BAD_REQUEST },
    { FORM, "q=%ff", NK_HTTP_BAD_REQUEST },
    { FORM, "q=a&q=b", NK_HTTP_BAD_REQUEST },
    { FORM, "q=tls&1&2&3&4&5&6&7&8&9&10&11&12&13&14&15&16", NK_HTTP_BAD_REQUEST },
    { "text/plain", "q=tls", NK_HTTP_MEDIA_TYPE },
    { "", "q=tls", NK_HTTP_MEDIA_TYPE },
    { "application/json; charset=shift_jis", "{\"q\":\"tls\"}", NK_HTTP_MEDIA_TYPE },
    { FORM, "", NK_HTTP_NOT_UNDERSTOOD },
    { FORM, "p=tls", NK_HTTP_NOT_UNDERSTOOD },
    { FORM, "q=kind:nothing", NK_HTTP_NOT_UNDERSTOOD },
    { JSON, "[]", NK_HTTP_NOT_UNDERSTOOD },
    { JSON, "{}", NK_HTTP_NOT_UNDERSTOOD },
    { JSON, "{\"q\":1}", NK_HTTP_NOT_UNDERSTOOD },
    { JSON, "{\"q\":\"tls\",\"offset\":-1}", NK_HTTP_NOT_UNDERSTOOD },
    { JSON, "{\"q\":\"tls\",\"offset\":\"0\"}", NK_HTTP_NOT_UNDERSTOOD },
    { JSON, "{\"q\":\"tls\",\"form\":\"2025\"}", NK_HTTP_NOT_UNDERSTOOD },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (NkSearchRequest) request = from_content (cases[i].type, cases[i].content);

    g_test_message ("%s: %s", cases[i].type, cases[i].content);
    g_assert_cmpint (request->status, ==, cases[i].status);
    g_assert_cmpstr (request->canonical, ==, cases[i].status == NK_HTTP_OK ? "q=tls" : "");
    g_assert_true ((request->fault == NULL) == (cases[i].status == NK_HTTP_OK));
  }
}

/* Accept-Query is a list of tokens by RFC 9651 §3.3.4, as RFC 10008 §3 has it, and each is understood. */
static void
test_accept_query (void)
{
  g_auto (GStrv) types = g_strsplit (NK_SEARCH_ACCEPT_QUERY, ", ", -1);

  for (guint i = 0; types[i] != NULL; i++) {
    g_autoptr (NkSearchRequest) request = from_content (types[i], "");

    g_assert_true (g_ascii_isalpha (types[i][0]));
    for (const char *at = types[i]; *at != '\0'; at++)
      g_assert_true (g_ascii_isalnum (*at) || strchr ("!#$%&'*+-.^_`|~:/", *at) != NULL);
    g_assert_cmpint (request->status, !=, NK_HTTP_MEDIA_TYPE);
  }
}

/* Brackets to the limit of the content are refused before they are deep. */
static void
test_bomb (void)
{
  g_autoptr (GString) deep = g_string_new ("{\"q\":");
  g_autoptr (GString) wide = g_string_new ("q=");
  g_autoptr (NkSearchRequest) request = NULL, other = NULL;

  for (guint i = 0; i < NK_HTTP_MAX_CONTENT_BYTES; i++)
    g_string_append_c (deep, '[');
  for (guint i = 0; i <= NK_SEARCH_MAX_BYTES; i++)
    g_string_append_c (wide, 'x');
  request = from_content (JSON, deep->str);
  g_assert_cmpint (request->status, ==, NK_HTTP_BODY_TOO_LARGE);
  g_clear_pointer (&request, nk_search_request_free);
  g_string_truncate (deep, NK_HTTP_MAX_CONTENT_BYTES);
  request = from_content (JSON, deep->str);
  g_assert_cmpint (request->status, ==, NK_HTTP_BAD_REQUEST);
  other = from_content (FORM, wide->str);
  g_assert_cmpint (other->status, ==, NK_HTTP_NOT_UNDERSTOOD);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search_request/what_asks_the_same_is_the_same", test_same);
  g_test_add_func ("/search_request/order_and_strange_parameters_make_no_difference", test_variance);
  g_test_add_func ("/search_request/what_was_typed_stays", test_typed);
  g_test_add_func ("/search_request/a_phrase_that_nobody_closed_leaves_the_days_alone", test_open_phrase);
  g_test_add_func ("/search_request/a_narrower_search_means_what_it_says", test_narrower);
  g_test_add_func ("/search_request/nothing_asked_is_one_page", test_nothing);
  g_test_add_func ("/search_request/a_wrong_query_is_told", test_wrong_queries);
  g_test_add_func ("/search_request/content_is_refused_for_the_right_reason", test_content);
  g_test_add_func ("/search_request/what_is_accepted_is_said_in_structured_tokens", test_accept_query);
  g_test_add_func ("/search_request/a_bomb_is_no_work", test_bomb);
  return g_test_run ();
}
