/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* What strangers ask of a search: the query of an address, and the content of a QUERY as a form or as JSON. The first byte chooses one. Promises: what is asked has one
 * spelling, which is read back to itself; addresses hold nothing but what an address may; a narrower search is one; what is wrong has a reason. */
#include "fuzz.h"

#include "serve/search_request.h"
#include "serve/variance.h"

static void
check_address (const char *address)
{
  for (const char *at = address; *at != '\0'; at++)
    g_assert_true (g_ascii_isalnum (*at) || strchr ("-._~%=&", *at) != NULL);
}

static NkSearchRequest *
ask (const char *address)
{
  g_autofree char *reduced = nk_variance_reduce (nk_search_parameters, nk_slice_text (address));

  return nk_search_request_from_form (reduced);
}

/* Asked again in its one spelling it is the same; as it was typed, too. */
static void
check_spelling (const NkSearchRequest *request)
{
  g_autoptr (NkSearchRequest) typed = ask (request->address), spelled = ask (request->canonical);
  g_autofree char *feed = nk_search_request_feed (request);

  check_address (request->address);
  check_address (request->canonical);
  check_address (feed);
  g_assert_null (typed->fault);
  g_assert_cmpstr (typed->address, ==, request->address);
  g_assert_cmpstr (typed->canonical, ==, request->canonical);
  g_assert_null (spelled->fault);
  g_assert_cmpstr (spelled->canonical, ==, request->canonical);
}

/* With one field more it may be too long, but it is never another search. */
static void
check_narrower (const NkSearchRequest *request)
{
  g_autofree char *in_area = nk_search_request_in_area (request, "sec"), *in_days = nk_search_request_in_days (request, "2025", "2025");
  g_autofree char *anywhere = nk_search_request_in_area (request, NULL), *anytime = nk_search_request_in_days (request, "", "");
  g_autoptr (NkSearchRequest) area = ask (in_area), days = ask (in_days), wide = ask (anywhere), all = ask (anytime);

  g_assert_true (area->fault != NULL || nk_search_request_has_area (area));
  g_assert_true (area->fault != NULL || strstr (nk_search_query_text (area->query), "area:sec") != NULL);
  g_assert_true (days->fault != NULL || strstr (days->canonical, "from=2025-01-01&to=2025-12-31") != NULL);
  g_assert_true (wide->query == NULL || !nk_search_request_has_area (wide));
  g_assert_true (all->query == NULL || !nk_search_request_has_days (all));
}

static void
check_request (const NkSearchRequest *request)
{
  nk_fuzz_check_utf8 (request->text);
  g_assert_true ((request->fault == NULL) == (request->status == NK_HTTP_OK));
  g_assert_true (request->fault == NULL || request->query == NULL);
  g_assert_true ((request->query == NULL) == (*request->canonical == '\0'));
  g_assert_true ((request->query == NULL) == (*request->address == '\0'));
  if (request->fault != NULL)
    nk_fuzz_check_utf8 (request->fault);
  if (request->query == NULL)
    return;
  check_spelling (request);
  check_narrower (request);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const types[] = { "application/x-www-form-urlencoded", "application/json" };
  NkSlice input = nk_slice ((const char *)data, size);
  guint options = nk_fuzz_options (&input);
  NkHttpRequest http = { .method = "QUERY", .content = input, .content_bytes = input.length, .content_is_told = TRUE };
  g_autofree char *reduced = nk_variance_reduce (nk_search_parameters, input);
  g_autofree char *again = nk_variance_reduce (nk_search_parameters, nk_slice_text (reduced));
  g_autoptr (NkSearchRequest) request = NULL;

  g_assert_cmpstr (reduced, ==, again);
  check_address (reduced);
  http.content_type = types[options % G_N_ELEMENTS (types)];
  if (options % 3 == 2)
    request = nk_search_request_from_form (reduced);
  else
    request = nk_search_request_from_content (&http);
  check_request (request);
  return 0;
}
