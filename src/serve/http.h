/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/http.h - a request and its response as values, without any library: what is asked, and the bytes and headers that answer it.
 * Floor: serve (may include: serve, edition, digest, summary, store, announce, mail, ground). */
#pragma once
#include "ground/error.h"
#include "ground/slice.h"

#define NK_HTTP_MAX_URL_BYTES 2048            /* 414 */
#define NK_HTTP_MAX_HEADERS 64                /* 431 */
#define NK_HTTP_MAX_HEADER_BYTES (16u << 10)  /* 431 */
#define NK_HTTP_MAX_BODY_BYTES (64u << 10)    /* cut off */
#define NK_HTTP_MAX_CONTENT_BYTES (16u << 10) /* of a QUERY: 413 */
#define NK_HTTP_MAX_PARAMETERS 16             /* in the content of a QUERY: 400 */

typedef enum {
  NK_HTTP_OK = 200,
  NK_HTTP_NO_CONTENT = 204,
  NK_HTTP_MOVED = 308,
  NK_HTTP_NOT_MODIFIED = 304,
  NK_HTTP_BAD_REQUEST = 400,
  NK_HTTP_NOT_FOUND = 404,
  NK_HTTP_METHOD_NOT_ALLOWED = 405,
  NK_HTTP_LENGTH_REQUIRED = 411,
  NK_HTTP_BODY_TOO_LARGE = 413,
  NK_HTTP_URL_TOO_LONG = 414,
  NK_HTTP_MEDIA_TYPE = 415,
  NK_HTTP_NOT_UNDERSTOOD = 422,
  NK_HTTP_HEADERS_TOO_LARGE = 431,
  NK_HTTP_FAULT = 500,
  NK_HTTP_NOT_READY = 503,
} NkHttpStatus;

/* `Not Found` and so on. */
const char *nk_http_reason (NkHttpStatus status);

/* As it came. All borrowed, NULL where there is none. */
typedef struct {
  const char *method;
  const char *url; /* path and query, percent-encoded as it came */
  const char *accept_encoding;
  const char *if_none_match;
  const char *wanted_method; /* of a preflight: Access-Control-Request-Method */
  const char *content_type;
  const char *content_encoding;
  NkSlice content;          /* empty if it is longer than NK_HTTP_MAX_CONTENT_BYTES */
  gsize content_bytes;      /* how long it is */
  gboolean content_is_told; /* there is a length, or it came in chunks */
} NkHttpRequest;

typedef enum { NK_ENCODING_IDENTITY, NK_ENCODING_GZIP, NK_ENCODING_ZSTD, NK_N_ENCODINGS } NkEncoding;

/* The name in Content-Encoding; NULL for identity. */
const char *nk_encoding_name (NkEncoding encoding);

/* The smallest encoding that `accept_encoding` (nullable) allows: zstd, gzip, then none. */
NkEncoding nk_encoding_choose (const char *accept_encoding);

/* `bytes` in `encoding`; NULL for identity, or if it would not become shorter. (transfer full) */
GBytes *nk_encoding_apply (NkEncoding encoding, GBytes *bytes);

/* Where a server may leave what it has made of a response, for the next one that is the same to the letter. Set once, by any thread, atomically. */
typedef struct {
  gpointer made;
  GDestroyNotify free; /* of `made`; set before it */
} NkHttpPlace;

/* What is sent. */
typedef struct {
  NkHttpStatus status;
  const char *media_type;     /* static; NULL: there is no body */
  GBytes *body;               /* owned, as sent: encoded already; NULL: empty */
  const char *encoding;       /* static; NULL: identity */
  gboolean varies;            /* by Accept-Encoding */
  gboolean is_page;           /* may have the script of the site; said of a 304 too, which renews the headers that a client keeps */
  char *etag;                 /* (nullable) weak: the same in each encoding */
  const char *cache_control;  /* static */
  char *location;             /* (nullable) of 308; of a QUERY: where GET asks the same */
  char *content_location;     /* (nullable) of a QUERY: where GET finds what was found */
  const char *allow;          /* (nullable) static, of 405 and of OPTIONS */
  const char *accept_query;   /* (nullable) static: what a QUERY here may be written in (RFC 10008 §3) */
  const char *no_vary_search; /* (nullable) static: nk_variance_field */
  gboolean is_preflight;      /* the answer to whether a script of another site may: `allow`, that is */
  gboolean is_uncoded;        /* content in a coding was refused: there is none that is understood */
  gboolean is_shared;         /* for the scripts of any site: Access-Control-Allow-Origin */
  guint retry_after_s;        /* 0: none */
  NkHttpPlace *place;         /* (nullable) as long as `holder` is held; of no worth once anything of the above has been changed */
  gpointer holder;            /* (nullable) owned */
  GDestroyNotify release;     /* of `holder` */
} NkHttpResponse;
void nk_http_response_free (NkHttpResponse *response);

/* Calls `add` for each header of the response but those of the connection: the same for every server, and always with those that protect the reader. */
typedef void (*NkHttpAddHeader) (const char *name, const char *value, gpointer user_data);
void nk_http_response_headers (const NkHttpResponse *response, NkHttpAddHeader add, gpointer user_data);

/* The path of a URL, decoded, in *ret_path and its query (nullable), not decoded, in *ret_query. FALSE for what no sane client sends: no leading slash,
 * a broken percent-encoding, a NUL, a control, a backslash, an encoded slash, bytes that are not UTF-8, an empty, `.` or `..` segment. (transfer full) */
gboolean nk_http_url_split (const char *url, char **ret_path, char **ret_query);

/* `text` of a query, decoded (`+` is a blank). (transfer full) NULL if it is broken as above (but a slash is fine). */
char *nk_http_decode (NkSlice text, gboolean is_query);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkHttpResponse, nk_http_response_free)
