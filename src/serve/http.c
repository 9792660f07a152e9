/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "serve/http.h"

#include "ground/utf8.h"

#include <stdio.h>

static const struct {
  NkHttpStatus status;
  const char *reason;
} reasons[] = {
  { NK_HTTP_OK, "OK" },
  { NK_HTTP_NO_CONTENT, "No Content" },
  { NK_HTTP_MOVED, "Permanent Redirect" },
  { NK_HTTP_NOT_MODIFIED, "Not Modified" },
  { NK_HTTP_BAD_REQUEST, "Bad Request" },
  { NK_HTTP_NOT_FOUND, "Not Found" },
  { NK_HTTP_METHOD_NOT_ALLOWED, "Method Not Allowed" },
  { NK_HTTP_LENGTH_REQUIRED, "Length Required" },
  { NK_HTTP_BODY_TOO_LARGE, "Content Too Large" },
  { NK_HTTP_URL_TOO_LONG, "URI Too Long" },
  { NK_HTTP_MEDIA_TYPE, "Unsupported Media Type" },
  { NK_HTTP_NOT_UNDERSTOOD, "Unprocessable Content" },
  { NK_HTTP_HEADERS_TOO_LARGE, "Request Header Fields Too Large" },
  { NK_HTTP_FAULT, "Internal Server Error" },
  { NK_HTTP_NOT_READY, "Service Unavailable" },
};

/* Nothing from elsewhere, nothing inside of the page, no frame, no base, no form elsewhere. A page may have the script of the site, all else has none. */
#define POLICY "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
#define POLICY_OF_PAGES POLICY "; script-src 'self'"

/* Sent with everything; and no address of ours is told to others. */
static const struct {
  const char *name, *value;
} protections[] = {
  { "X-Content-Type-Options", "nosniff" },
  { "X-Frame-Options", "DENY" },
  { "Referrer-Policy", "no-referrer" },
  { "Cross-Origin-Opener-Policy", "same-origin" },
  { "Permissions-Policy", "camera=(), geolocation=(), microphone=(), interest-cohort=()" },
};

const char *
nk_http_reason (NkHttpStatus status)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (reasons[i].status == status)
      return reasons[i].reason;
  return "";
}

void
nk_http_response_free (NkHttpResponse *response)
{
  if (response == NULL)
    return;
  g_clear_pointer (&response->body, g_bytes_unref);
  g_free (response->etag);
  g_free (response->location);
  g_free (response->content_location);
  if (response->holder != NULL)
    response->release (response->holder);
  g_free (response);
}

void
nk_http_response_headers (const NkHttpResponse *response, NkHttpAddHeader add, gpointer user_data)
{
  const struct {
    const char *name, *value;
  } headers[] = {
    { "Content-Security-Policy", response->is_page ? POLICY_OF_PAGES : POLICY },
    { "Content-Type", response->media_type },
    { "Content-Encoding", response->encoding },
    { "Vary", response->varies ? "Accept-Encoding" : NULL },
    { "ETag", response->etag },
    { "Cache-Control", response->cache_control },
    { "Location", response->location },
    { "Content-Location", response->content_location },
    { "Allow", response->allow },
    { "Accept-Query", response->accept_query },
    { "Accept-Encoding", response->is_uncoded ? "identity" : NULL },
    { "No-Vary-Search", response->no_vary_search },
    { "Access-Control-Allow-Methods", response->is_preflight ? response->allow : NULL },
    { "Access-Control-Allow-Headers", response->is_preflight ? "Content-Type, If-None-Match" : NULL },
    { "Access-Control-Max-Age", response->is_preflight ? "86400" : NULL },
    { "Access-Control-Expose-Headers",
      response->is_shared && response->accept_query != NULL ? "Accept-Query, Content-Location, ETag, Location" : NULL },
    { "Access-Control-Allow-Origin", response->is_shared ? "*" : NULL },
    { "Cross-Origin-Resource-Policy", response->is_shared ? "cross-origin" : "same-origin" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (headers); i++)
    if (headers[i].value != NULL)
      add (headers[i].name, headers[i].value, user_data);
  for (gsize i = 0; i < G_N_ELEMENTS (protections); i++)
    add (protections[i].name, protections[i].value, user_data);
  if (response->retry_after_s > 0) {
    char text[16];

    snprintf (text, sizeof text, "%u", response->retry_after_s);
    add ("Retry-After", text, user_data);
  }
}

/* The byte of `%XX`, -1 if it is none. */
static int
decode_byte (NkSlice text, gsize at)
{
  if (at + 2 >= text.length || !g_ascii_isxdigit (text.data[at + 1]) || !g_ascii_isxdigit (text.data[at + 2]))
    return -1;
  return g_ascii_xdigit_value (text.data[at + 1]) * 16 + g_ascii_xdigit_value (text.data[at + 2]);
}

char *
nk_http_decode (NkSlice text, gboolean is_query)
{
  g_autoptr (GString) decoded = g_string_new (NULL);

  for (gsize i = 0; i < text.length; i++) {
    int byte = (unsigned char)text.data[i];

    if (byte == '%') {
      byte = decode_byte (text, i);
      i += 2;
      if (byte < 0 || (byte == '/' && !is_query))
        return NULL;
    } else if (byte == '+' && is_query) {
      byte = ' ';
    }
    if (byte < ' ' || byte == 0x7f || byte == '\\')
      return NULL;
    g_string_append_c (decoded, (char)byte);
  }
  if (!nk_utf8_is_valid (nk_slice (decoded->str, decoded->len)))
    return NULL;
  return g_string_free (g_steal_pointer (&decoded), FALSE);
}

/* An absolute form (RFC 9112 §3.2.2) means the path behind its host. */
static const char *
skip_origin (const char *url)
{
  static const char *const schemes[] = { "http://", "https://" };

  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (url, schemes[i], strlen (schemes[i])) == 0) {
      url += strlen (schemes[i]);
      return url + strcspn (url, "/?#");
    }
  return url;
}

gboolean
nk_http_url_split (const char *url, char **ret_path, char **ret_query)
{
  g_autofree char *path = NULL;
  g_auto (GStrv) segments = NULL;
  gsize length;

  url = skip_origin (url);
  length = strcspn (url, "?#");
  path = nk_http_decode (nk_slice (url, length), FALSE);
  if (path == NULL || path[0] != '/')
    return FALSE;
  segments = g_strsplit (path + 1, "/", -1);
  for (guint i = 0; segments[i] != NULL; i++) {
    gboolean is_last = segments[i + 1] == NULL;

    if ((segments[i][0] == '\0' && !is_last) || strcmp (segments[i], ".") == 0 || strcmp (segments[i], "..") == 0)
      return FALSE;
  }
  *ret_path = g_steal_pointer (&path);
  *ret_query = url[length] == '?' ? g_strndup (url + length + 1, strcspn (url + length + 1, "#")) : NULL;
  return TRUE;
}
