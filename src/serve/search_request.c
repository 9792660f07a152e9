/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "serve/search_request.h"

#include "ground/utf8.h"
#include "serve/variance.h"

#include <jansson.h>

#define MAX_VALUE_BYTES 64 /* of a day, an order, an offset */

/* What can be given, in the order of bytes. */
typedef enum { GIVEN_FROM, GIVEN_OFFSET, GIVEN_ORDER, GIVEN_Q, GIVEN_TO, N_GIVEN } Given;

const char *const nk_search_parameters[] = { "from", "offset", "order", "q", "to", NULL };
const char *const nk_search_feed_parameters[] = { "from", "q", "to", NULL };

void
nk_search_request_free (NkSearchRequest *request)
{
  if (request == NULL)
    return;
  g_free (request->text);
  g_free (request->from);
  g_free (request->to);
  nk_search_query_free (request->query);
  g_free (request->address);
  g_free (request->canonical);
  g_free (request->fault);
  g_free (request->fault_about);
  g_free (request);
}

/* The first fault stays. `word`: what a page says of it; NK_N_SITE_WORDS: only programs ask so, and are told in English. Takes `fault` and `about`. */
static void
find_fault (NkSearchRequest *request, NkHttpStatus status, NkSiteWord word, char *about, char *fault)
{
  if (request->fault == NULL) {
    request->status = status;
    request->fault_word = word;
    request->fault_about = g_steal_pointer (&about);
    request->fault = g_steal_pointer (&fault);
  }
  g_free (about);
  g_free (fault);
}

static void
find_fault_text (NkSearchRequest *request, NkHttpStatus status, NkSiteWord word, const char *fault)
{
  find_fault (request, status, word, g_strdup (""), g_strdup (fault));
}

static void
find_fault_of_query (NkSearchRequest *request, NkHttpStatus status, NkSearchFault *fault, const char *message)
{
  static const NkSiteWord words[NK_N_SEARCH_FAULTS] = {
    [NK_SEARCH_FAULT_TERMS] = NK_WORD_FAULT_TERMS,         [NK_SEARCH_FAULT_WORDS] = NK_WORD_FAULT_WORDS,
    [NK_SEARCH_FAULT_PREFIXES] = NK_WORD_FAULT_PREFIXES,   [NK_SEARCH_FAULT_STAR] = NK_WORD_FAULT_STAR,
    [NK_SEARCH_FAULT_KIND] = NK_WORD_FAULT_KIND,           [NK_SEARCH_FAULT_DAY] = NK_WORD_FAULT_DAY,
    [NK_SEARCH_FAULT_NOT_DAYS] = NK_WORD_FAULT_NOT_DAYS,   [NK_SEARCH_FAULT_NAME] = NK_WORD_FAULT_NAME,
    [NK_SEARCH_FAULT_AUTHOR] = NK_WORD_FAULT_AUTHOR,       [NK_SEARCH_FAULT_NO_VALUE] = NK_WORD_FAULT_NO_VALUE,
    [NK_SEARCH_FAULT_BACKWARDS] = NK_WORD_FAULT_BACKWARDS, [NK_SEARCH_FAULT_NOTHING] = NK_WORD_FAULT_NOTHING,
    [NK_SEARCH_FAULT_LONG] = NK_WORD_FAULT_LONG,           [NK_SEARCH_FAULT_NOT_UTF8] = NK_WORD_FAULT_BYTES,
  };

  find_fault (request, status, words[fault->kind], g_steal_pointer (&fault->about), g_strdup (message));
}

/* --- what was given */

/* Text of a stranger that may stand in a query: no control, nothing that was broken on its way. */
static gboolean
is_sound (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if (((unsigned char)*at < ' ' && *at != '\t') || *at == 0x7f)
      return FALSE;
  return strstr (text, "\xef\xbf\xbd") == NULL;
}

static void
take_order (NkSearchRequest *request, const char *value, NkHttpStatus status)
{
  if (*value == '\0' || strcmp (value, nk_search_order_word (NK_SEARCH_NEWEST)) == 0)
    request->order = NK_SEARCH_NEWEST;
  else if (strcmp (value, nk_search_order_word (NK_SEARCH_RANKED)) == 0)
    request->order = NK_SEARCH_RANKED;
  else
    find_fault_text (request, status, NK_WORD_FAULT_ORDER, "The order is \"newest\" or \"ranked\".");
}

static void
take_offset (NkSearchRequest *request, const char *value, NkHttpStatus status)
{
  guint64 offset = 0;

  if (*value != '\0' && !nk_slice_to_uint (nk_slice_text (value), NK_SEARCH_MAX_OFFSET, &offset))
    find_fault (request, status, NK_WORD_FAULT_OFFSET, g_strdup (""),
                g_strdup_printf ("The offset is a whole number from 0 to %d.", NK_SEARCH_MAX_OFFSET));
  request->offset = (guint)offset;
}

static void
set_addresses (NkSearchRequest *request)
{
  g_free (request->address);
  request->address = nk_search_request_at (request, request->offset);
  g_free (request->canonical);
  request->canonical = nk_search_request_canonical (request);
}

/* The days stand first: behind them the text may end in a phrase that nobody closed. */
static void
parse_query (NkSearchRequest *request, NkHttpStatus status)
{
  g_autoptr (GString) whole = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  NkSearchFault fault = { 0 };

  if (request->fault != NULL)
    return;
  if (*request->from != '\0')
    g_string_append_printf (whole, "from:%s ", request->from);
  if (*request->to != '\0')
    g_string_append_printf (whole, "to:%s ", request->to);
  g_string_append (whole, request->text);
  if (whole->len == 0)
    return;
  request->query = nk_search_query_parse (whole->str, &fault, &error);
  if (request->query == NULL)
    find_fault_of_query (request, status, &fault, error->message);
  else
    set_addresses (request);
}

/* Digits and hyphens, those of a Japanese keyboard too, so that a day does not become another part of the query. */
static gboolean
is_day (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  return normal != NULL && strlen (text) <= MAX_VALUE_BYTES && normal[strspn (normal, "0123456789-")] == '\0';
}

static char *
take_day (NkSearchRequest *request, const char *value, NkHttpStatus status)
{
  g_autofree char *day = g_strstrip (g_strdup (value));

  if (!is_day (day))
    find_fault_text (request, status, NK_WORD_FAULT_DAY, "A day is YYYY-MM-DD, YYYY-MM or YYYY.");
  return g_steal_pointer (&day);
}

/* `given` may have NULLs. `status`: of what is understood, but cannot be. */
static NkSearchRequest *
request_new (char *const given[N_GIVEN], NkHttpStatus status)
{
  NkSearchRequest *request = g_new0 (NkSearchRequest, 1);

  request->status = NK_HTTP_OK;
  for (guint i = 0; i < N_GIVEN; i++)
    if (given[i] != NULL && !is_sound (given[i]))
      find_fault_text (request, NK_HTTP_BAD_REQUEST, NK_WORD_FAULT_BYTES, "There are bytes in it that are no text.");
  request->text = given[GIVEN_Q] != NULL ? nk_utf8_one_line (given[GIVEN_Q]) : g_strdup ("");
  request->from = take_day (request, given[GIVEN_FROM] != NULL ? given[GIVEN_FROM] : "", status);
  request->to = take_day (request, given[GIVEN_TO] != NULL ? given[GIVEN_TO] : "", status);
  take_order (request, given[GIVEN_ORDER] != NULL ? given[GIVEN_ORDER] : "", status);
  take_offset (request, given[GIVEN_OFFSET] != NULL ? given[GIVEN_OFFSET] : "", status);
  request->address = g_strdup ("");
  request->canonical = g_strdup ("");
  parse_query (request, status);
  if (request->query == NULL && request->fault == NULL) { /* so that it is the same page, however nothing is asked */
    request->order = NK_SEARCH_NEWEST;
    request->offset = 0;
  }
  return request;
}

static NkSearchRequest *
request_with_fault (NkHttpStatus status, const char *fault)
{
  char *const nothing[N_GIVEN] = { NULL };
  NkSearchRequest *request = request_new (nothing, status);

  find_fault_text (request, status, NK_N_SITE_WORDS, fault);
  return request;
}

/* --- forms */

static NkSearchRequest *
read_form (const char *reduced, NkHttpStatus status)
{
  NkSlice rest = nk_slice_text (reduced);
  char *given[N_GIVEN] = { NULL };
  char *key = NULL, *value = NULL;
  gboolean is_twice = FALSE;
  NkSearchRequest *request;

  while (nk_variance_next (&rest, &key, &value)) {
    guint i = 0;

    while (strcmp (nk_search_parameters[i], key) != 0)
      i++; /* a reduced query has no others */
    is_twice = is_twice || given[i] != NULL;
    g_free (given[i]);
    given[i] = value;
    g_free (key);
  }
  request = request_new (given, status);
  if (is_twice) {
    g_clear_pointer (&request->fault, g_free);
    g_clear_pointer (&request->fault_about, g_free);
    g_clear_pointer (&request->query, nk_search_query_free);
    request->address[0] = request->canonical[0] = '\0';
    find_fault_text (request, NK_HTTP_BAD_REQUEST, NK_WORD_FAULT_TWICE, "A parameter is given twice.");
  }
  for (guint i = 0; i < N_GIVEN; i++)
    g_free (given[i]);
  return request;
}

NkSearchRequest *
nk_search_request_from_form (const char *reduced)
{
  return read_form (reduced, NK_HTTP_BAD_REQUEST);
}

static NkSearchRequest *
read_form_content (NkSlice content)
{
  g_autofree char *reduced = NULL;
  guint n = 1;

  for (gsize i = 0; i < content.length; i++)
    n += content.data[i] == '&';
  if (n > NK_HTTP_MAX_PARAMETERS)
    return request_with_fault (NK_HTTP_BAD_REQUEST, "There are too many parameters.");
  reduced = nk_variance_reduce (nk_search_parameters, content);
  return read_form (reduced, NK_HTTP_NOT_UNDERSTOOD);
}

/* --- JSON */

/* The value of a key as a form would have it. FALSE if it is of a wrong type. */
static gboolean
take_value (Given key, const json_t *value, char **ret_text)
{
  if (key == GIVEN_OFFSET && json_is_integer (value) && json_integer_value (value) >= 0) {
    *ret_text = g_strdup_printf ("%" JSON_INTEGER_FORMAT, json_integer_value (value));
    return TRUE;
  }
  if (key == GIVEN_OFFSET || !json_is_string (value))
    return FALSE;
  *ret_text = g_strdup (json_string_value (value));
  return TRUE;
}

static NkSearchRequest *
read_object (json_t *object)
{
  char *given[N_GIVEN] = { NULL };
  NkSearchRequest *request = NULL;
  const char *key;
  json_t *value;

  json_object_foreach (object, key, value)
  {
    guint i = 0;

    while (nk_search_parameters[i] != NULL && strcmp (nk_search_parameters[i], key) != 0)
      i++;
    if (nk_search_parameters[i] == NULL || !take_value ((Given)i, value, &given[i])) {
      request = request_with_fault (NK_HTTP_NOT_UNDERSTOOD, "The keys are \"q\", \"from\", \"to\" and \"order\", which are texts, and "
                                                            "\"offset\", a whole number.");
      break;
    }
  }
  if (request == NULL)
    request = request_new (given, NK_HTTP_NOT_UNDERSTOOD);
  for (guint i = 0; i < N_GIVEN; i++)
    g_free (given[i]);
  return request;
}

/* Depth is limited by jansson (2,048), size by the content. */
static NkSearchRequest *
read_json_content (NkSlice content)
{
  json_auto_t *json = json_loadb (content.data != NULL ? content.data : "", content.length, JSON_REJECT_DUPLICATES, NULL);

  if (json == NULL)
    return request_with_fault (NK_HTTP_BAD_REQUEST, "The content is not JSON.");
  if (!json_is_object (json))
    return request_with_fault (NK_HTTP_NOT_UNDERSTOOD, "The content is not a JSON object.");
  return read_object (json);
}

/* --- content */

static const struct {
  const char *media_type;
  NkSearchRequest *(*read) (NkSlice content);
} readers[] = {
  { "application/x-www-form-urlencoded", read_form_content },
  { "application/json", read_json_content },
};

/* Parameters of a type that we understand: charset=utf-8, or none. */
static gboolean
is_utf8 (NkSlice parameters)
{
  while (parameters.length > 0) {
    gssize end = nk_slice_find_char (parameters, ';');
    NkSlice one = nk_slice_trim (end < 0 ? parameters : nk_slice_first (parameters, (gsize)end));

    if (nk_slice_starts_fold (one, NK_SLICE_LITERAL ("charset=")) && !nk_slice_equal_fold (one, NK_SLICE_LITERAL ("charset=utf-8"))
        && !nk_slice_equal_fold (one, NK_SLICE_LITERAL ("charset=\"utf-8\"")))
      return FALSE;
    parameters = end < 0 ? NK_SLICE_EMPTY : nk_slice_from (parameters, (gsize)end + 1);
  }
  return TRUE;
}

static NkSearchRequest *
read_content (const NkHttpRequest *http)
{
  NkSlice type = nk_slice_text (http->content_type), parameters = NK_SLICE_EMPTY;
  gssize end = nk_slice_find_char (type, ';');

  if (end >= 0) {
    parameters = nk_slice_from (type, (gsize)end + 1);
    type = nk_slice_first (type, (gsize)end);
  }
  type = nk_slice_trim (type);
  for (gsize i = 0; i < G_N_ELEMENTS (readers) && is_utf8 (parameters); i++)
    if (nk_slice_equal_fold (type, nk_slice_text (readers[i].media_type)))
      return readers[i].read (http->content);
  return request_with_fault (NK_HTTP_MEDIA_TYPE, "A query is written in " NK_SEARCH_ACCEPT_QUERY ", in UTF-8.");
}

NkSearchRequest *
nk_search_request_from_content (const NkHttpRequest *http)
{
  NkSearchRequest *request;

  if (!http->content_is_told)
    return request_with_fault (NK_HTTP_LENGTH_REQUIRED, "A QUERY has content, and says how long it is.");
  if (http->content_bytes > NK_HTTP_MAX_CONTENT_BYTES)
    return request_with_fault (NK_HTTP_BODY_TOO_LARGE, "The content is too long.");
  if (http->content_type == NULL)
    return request_with_fault (NK_HTTP_BAD_REQUEST, "A QUERY says the type of its content in Content-Type.");
  if (http->content_encoding != NULL && g_ascii_strcasecmp (http->content_encoding, "identity") != 0)
    return request_with_fault (NK_HTTP_MEDIA_TYPE, "The content is read as it is, without a content coding.");
  request = read_content (http);
  if (request->fault == NULL && request->query == NULL)
    find_fault_text (request, NK_HTTP_NOT_UNDERSTOOD, NK_N_SITE_WORDS, "Nothing is asked: there is no \"q\".");
  return request;
}
