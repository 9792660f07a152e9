/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "serve/server.h"

#include "serve/library.h"

#include <errno.h>

#include <sys/socket.h>
#include <unistd.h>

/* Memory of a connection: its request line and header have to fit in, beside what the library needs itself. */
#define CONNECTION_MEMORY_BYTES (NK_HTTP_MAX_HEADER_BYTES + 8192)
#define POLL_MS 10              /* while waiting for the last answers to go out */
#define MAX_SEARCHES_WAITING 64 /* one more is told to come again: 503 */

/* What a connection is doing, and since when: the clock of slow clients. */
typedef enum { PHASE_REQUEST, PHASE_BODY, PHASE_RESPONSE } Phase;

typedef struct {
  int fd;
  gint phase;     /* Phase; set by the library's threads, read by the tick */
  gint64 since_s; /* monotonic */
  GList link;     /* of server->connections; under its lock */
} Connection;

/* One request. */
typedef struct {
  char *url;
  gboolean is_begun; /* the handler was called once */
  gsize body_bytes;
  GString *content; /* of a QUERY: as much as is read of it; else NULL */
  /* Of a search that waits for its thread: the connection, which is suspended, what it asks, and at last what was found. */
  struct MHD_Connection *mhd;
  NkHttpRequest request;
  NkHttpResponse *found;
} Exchange;

struct _NkServer {
  const NkMicrohttpd *library;
  NkServerOptions options;
  NkDesk *desk;
  struct MHD_Daemon *daemon;
  GMutex lock;
  GQueue connections; /* Connection */
  gint n_answering;
  GThreadPool *searchers; /* of Exchange */
  GMutex search_lock;     /* of what follows; the library may be called under it, which never is under the other one */
  guint n_searches;       /* under way and waiting */
  gboolean is_stopping;
};

static gint64
now_s (void)
{
  return g_get_monotonic_time () / G_USEC_PER_SEC;
}

static void
set_phase (Connection *connection, Phase phase)
{
  __atomic_store_n (&connection->since_s, now_s (), __ATOMIC_RELAXED);
  g_atomic_int_set (&connection->phase, phase);
}

/* --- connections */

static void
on_connection (void *cls, struct MHD_Connection *mhd, void **socket_context, enum MHD_ConnectionNotificationCode code)
{
  NkServer *server = cls;
  Connection *connection = *socket_context;

  if (code == MHD_CONNECTION_NOTIFY_STARTED) {
    connection = g_new0 (Connection, 1);
    connection->fd = server->library->MHD_get_connection_info (mhd, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
    connection->link.data = connection;
    set_phase (connection, PHASE_REQUEST);
    g_mutex_lock (&server->lock);
    g_queue_push_tail_link (&server->connections, &connection->link);
    g_mutex_unlock (&server->lock);
    *socket_context = connection;
    return;
  }
  if (connection == NULL)
    return;
  /* The socket is closed after this: the tick never sees a number that means another one already. */
  g_mutex_lock (&server->lock);
  g_queue_unlink (&server->connections, &connection->link);
  g_mutex_unlock (&server->lock);
  g_free (connection);
  *socket_context = NULL;
}

static Connection *
connection_of (NkServer *server, struct MHD_Connection *mhd)
{
  const union MHD_ConnectionInfo *info = server->library->MHD_get_connection_info (mhd, MHD_CONNECTION_INFO_SOCKET_CONTEXT);

  return info->socket_context;
}

void
nk_server_tick (NkServer *server)
{
  const guint limits[] = {
    [PHASE_REQUEST] = server->options.request_s,
    [PHASE_BODY] = server->options.request_s,
    [PHASE_RESPONSE] = server->options.response_s,
  };
  gint64 now = now_s ();

  g_mutex_lock (&server->lock);
  for (GList *link = server->connections.head; link != NULL; link = link->next) {
    Connection *connection = link->data;

    if (now - __atomic_load_n (&connection->since_s, __ATOMIC_RELAXED) > (gint64)limits[g_atomic_int_get (&connection->phase)])
      shutdown (connection->fd, SHUT_RDWR);
  }
  g_mutex_unlock (&server->lock);
}

/* --- responses */

static void
free_body (void *cls)
{
  g_bytes_unref (cls);
}

typedef struct {
  const NkMicrohttpd *library;
  struct MHD_Response *response;
} Headers;

static void
add_header (const char *name, const char *value, gpointer user_data)
{
  Headers *headers = user_data;

  headers->library->MHD_add_response_header (headers->response, name, value);
}

/* The library's own form of a response; NULL: no memory. To be destroyed by the caller. */
static struct MHD_Response *
make_response (NkServer *server, const NkHttpResponse *response)
{
  gsize length = 0;
  const void *data = response->body != NULL ? g_bytes_get_data (response->body, &length) : "";
  Headers headers = { server->library, NULL };
  GBytes *body = response->body != NULL ? g_bytes_ref (response->body) : g_bytes_new_static ("", 0);

  headers.response = server->library->MHD_create_response_from_buffer_with_free_callback_cls (length, (void *)(gsize)data, free_body, body);
  if (headers.response == NULL)
    g_bytes_unref (body);
  else
    nk_http_response_headers (response, add_header, &headers);
  return headers.response;
}

/* What is kept is sent again and again: its headers are put together once. */
static struct MHD_Response *
kept_response (NkServer *server, const NkHttpResponse *response)
{
  struct MHD_Response *made = g_atomic_pointer_get (&response->place->made);

  if (made != NULL)
    return made;
  made = make_response (server, response);
  if (made == NULL)
    return NULL;
  response->place->free = (GDestroyNotify)server->library->MHD_destroy_response;
  if (g_atomic_pointer_compare_and_exchange (&response->place->made, NULL, made))
    return made;
  server->library->MHD_destroy_response (made); /* another thread was quicker */
  return g_atomic_pointer_get (&response->place->made);
}

static enum MHD_Result
send_response (NkServer *server, struct MHD_Connection *mhd, NkHttpResponse *given)
{
  g_autoptr (NkHttpResponse) response = given;
  gboolean is_kept = response->place != NULL && response->location == NULL && response->content_location == NULL;
  struct MHD_Response *made = is_kept ? kept_response (server, response) : make_response (server, response);
  enum MHD_Result result;

  if (made == NULL)
    return MHD_NO;
  result = server->library->MHD_queue_response (mhd, (unsigned int)response->status, made);
  if (!is_kept)
    server->library->MHD_destroy_response (made);
  return result;
}

/* --- requests */

typedef struct {
  guint n;
  gsize bytes;
} Header;

static enum MHD_Result
count_header (void *cls, enum MHD_ValueKind kind, const char *key, const char *value)
{
  Header *header = cls;

  header->n++;
  header->bytes += strlen (key) + (value != NULL ? strlen (value) : 0) + strlen (": \r\n");
  return MHD_YES;
}

/* What can be refused as soon as the header is there; OK if nothing. */
static NkHttpStatus
look_at_header (NkServer *server, struct MHD_Connection *mhd, const Exchange *exchange)
{
  const char *length = server->library->MHD_lookup_connection_value (mhd, MHD_HEADER_KIND, "Content-Length");
  guint64 bytes = 0;
  Header header = { 0 };

  server->library->MHD_get_connection_values (mhd, MHD_HEADER_KIND, count_header, &header);
  if (strlen (exchange->url) > NK_HTTP_MAX_URL_BYTES)
    return NK_HTTP_URL_TOO_LONG;
  if (header.n > NK_HTTP_MAX_HEADERS || header.bytes > NK_HTTP_MAX_HEADER_BYTES)
    return NK_HTTP_HEADERS_TOO_LARGE;
  if (length != NULL && (!nk_slice_to_uint (nk_slice_text (length), G_MAXUINT64 / 2, &bytes) || bytes > NK_HTTP_MAX_BODY_BYTES))
    return NK_HTTP_BODY_TOO_LARGE;
  return NK_HTTP_OK;
}

static void
take_body (Exchange *exchange, const char *method, NkSlice bytes)
{
  exchange->body_bytes += bytes.length;
  if (strcmp (method, "QUERY") != 0 || exchange->body_bytes > NK_HTTP_MAX_CONTENT_BYTES)
    return;
  if (exchange->content == NULL)
    exchange->content = g_string_new (NULL);
  g_string_append_len (exchange->content, bytes.data, (gssize)bytes.length);
}

static void
read_header (NkServer *server, struct MHD_Connection *mhd, const Exchange *exchange, NkHttpRequest *request)
{
  const struct {
    const char *name, **value;
  } fields[] = {
    { "Accept-Encoding", &request->accept_encoding },
    { "If-None-Match", &request->if_none_match },
    { "Access-Control-Request-Method", &request->wanted_method },
    { "Content-Type", &request->content_type },
    { "Content-Encoding", &request->content_encoding },
  };
  const NkMicrohttpd *library = server->library;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    *fields[i].value = library->MHD_lookup_connection_value (mhd, MHD_HEADER_KIND, fields[i].name);
  request->content_bytes = exchange->body_bytes;
  request->content_is_told = library->MHD_lookup_connection_value (mhd, MHD_HEADER_KIND, "Content-Length") != NULL
                             || library->MHD_lookup_connection_value (mhd, MHD_HEADER_KIND, "Transfer-Encoding") != NULL;
  if (exchange->content != NULL && exchange->body_bytes <= NK_HTTP_MAX_CONTENT_BYTES)
    request->content = nk_slice (exchange->content->str, exchange->content->len);
}

/* --- searches */

/* In a thread of the pool: the connection goes on, and on_request is called again. */
static void
search (gpointer data, gpointer user_data)
{
  Exchange *exchange = data;
  NkServer *server = user_data;
  gboolean is_stopping;

  g_mutex_lock (&server->search_lock);
  is_stopping = server->is_stopping;
  g_mutex_unlock (&server->search_lock);
  exchange->found
      = is_stopping ? nk_desk_refuse (server->desk, exchange->url, NK_HTTP_NOT_READY) : nk_desk_answer (server->desk, &exchange->request);
  g_mutex_lock (&server->search_lock);
  server->n_searches--;
  g_mutex_unlock (&server->search_lock);
  server->library->MHD_resume_connection (exchange->mhd);
}

/* What `request` borrows lives as long as the exchange. */
static enum MHD_Result
wait_for_search (NkServer *server, struct MHD_Connection *mhd, Exchange *exchange, const NkHttpRequest *request)
{
  gboolean is_taken;

  exchange->mhd = mhd;
  exchange->request = *request;
  g_mutex_lock (&server->search_lock);
  is_taken = !server->is_stopping && server->n_searches < MAX_SEARCHES_WAITING;
  if (is_taken) {
    server->n_searches++;
    server->library->MHD_suspend_connection (mhd);
    g_thread_pool_push (server->searchers, exchange, NULL);
  }
  g_mutex_unlock (&server->search_lock);
  return is_taken ? MHD_YES : send_response (server, mhd, nk_desk_refuse (server->desk, exchange->url, NK_HTTP_NOT_READY));
}

/* The library's own decoding is switched off: the address is read as it came, once, by nk_http_url_split. */
static size_t
keep_escapes (void *cls, struct MHD_Connection *mhd, char *text)
{
  return strlen (text);
}

static void *
on_url (void *cls, const char *url, struct MHD_Connection *mhd)
{
  Exchange *exchange = g_new0 (Exchange, 1);

  exchange->url = g_strdup (url);
  return exchange;
}

static enum MHD_Result
on_request (void *cls, struct MHD_Connection *mhd, const char *url, const char *method, const char *version, const char *upload_data,
            size_t *upload_data_size, void **request_context)
{
  NkServer *server = cls;
  Exchange *exchange = *request_context;
  Connection *connection = connection_of (server, mhd);
  NkHttpRequest request = { .method = method, .url = exchange->url };
  NkHttpResponse *response;

  if (!exchange->is_begun) {
    NkHttpStatus status = look_at_header (server, mhd, exchange);

    exchange->is_begun = TRUE;
    set_phase (connection, PHASE_BODY);
    /* A response at the first call closes the connection: right for what is refused, and the reason to wait for the second with all else. */
    return status == NK_HTTP_OK ? MHD_YES : send_response (server, mhd, nk_desk_refuse (server->desk, exchange->url, status));
  }
  if (exchange->found != NULL)
    return send_response (server, mhd, g_steal_pointer (&exchange->found));
  if (*upload_data_size > 0) {
    take_body (exchange, method, nk_slice (upload_data, *upload_data_size));
    *upload_data_size = 0;
    return exchange->body_bytes <= NK_HTTP_MAX_BODY_BYTES ? MHD_YES : MHD_NO;
  }
  read_header (server, mhd, exchange, &request);
  set_phase (connection, PHASE_RESPONSE);
  g_atomic_int_inc (&server->n_answering);
  response = nk_desk_answer_at_once (server->desk, &request);
  return response != NULL ? send_response (server, mhd, response) : wait_for_search (server, mhd, exchange, &request);
}

static void
on_completed (void *cls, struct MHD_Connection *mhd, void **request_context, enum MHD_RequestTerminationCode code)
{
  NkServer *server = cls;
  Exchange *exchange = *request_context;
  Connection *connection = connection_of (server, mhd);

  if (connection != NULL) {
    if (g_atomic_int_get (&connection->phase) == PHASE_RESPONSE)
      g_atomic_int_add (&server->n_answering, -1);
    set_phase (connection, PHASE_REQUEST);
  }
  if (exchange != NULL) {
    g_free (exchange->url);
    if (exchange->content != NULL)
      g_string_free (exchange->content, TRUE);
    nk_http_response_free (exchange->found);
  }
  g_free (exchange);
  *request_context = NULL;
}

/* --- the life of the server */

static struct MHD_Daemon *
start_daemon (NkServer *server)
{
  const NkServerOptions *options = &server->options;
  struct MHD_OptionItem items[] = {
    { MHD_OPTION_LISTEN_SOCKET, options->socket, NULL },
    { MHD_OPTION_THREAD_POOL_SIZE, options->threads, NULL },
    { MHD_OPTION_CONNECTION_LIMIT, MAX (options->connections, options->threads), NULL },
    { MHD_OPTION_PER_IP_CONNECTION_LIMIT, options->per_address, NULL },
    { MHD_OPTION_CONNECTION_TIMEOUT, options->request_s, NULL },
    { MHD_OPTION_CONNECTION_MEMORY_LIMIT, CONNECTION_MEMORY_BYTES, NULL },
    { MHD_OPTION_STRICT_FOR_CLIENT, 1, NULL },
    { MHD_OPTION_NOTIFY_COMPLETED, (intptr_t)on_completed, server },
    { MHD_OPTION_NOTIFY_CONNECTION, (intptr_t)on_connection, server },
    { MHD_OPTION_URI_LOG_CALLBACK, (intptr_t)on_url, server },
    { MHD_OPTION_UNESCAPE_CALLBACK, (intptr_t)keep_escapes, server },
    { MHD_OPTION_END, 0, NULL },
  };
  /* A pool of one is no pool. */
  if (options->threads < 2)
    items[1] = items[2];
  return server->library->MHD_start_daemon (MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ITC | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL,
                                            on_request, server, MHD_OPTION_ARRAY, items, MHD_OPTION_END);
}

NkServer *
nk_server_start (const NkServerOptions *options, NkDesk *desk, GError **error)
{
  const NkMicrohttpd *library = nk_microhttpd (error);
  NkServer *server;

  if (library == NULL)
    return NULL;
  server = g_new0 (NkServer, 1);
  server->library = library;
  server->options = *options;
  server->desk = desk;
  g_mutex_init (&server->lock);
  g_mutex_init (&server->search_lock);
  g_queue_init (&server->connections);
  server->searchers = g_thread_pool_new (search, server, (gint)MAX (options->threads / 2, 1), TRUE, NULL);
  server->daemon = start_daemon (server);
  if (server->daemon != NULL)
    return server;
  g_set_error (error, NK_ERROR, NK_ERROR_STORE, "the server cannot be started: %s", g_strerror (errno));
  g_thread_pool_free (server->searchers, TRUE, TRUE);
  g_mutex_clear (&server->lock);
  g_mutex_clear (&server->search_lock);
  g_free (server);
  return NULL;
}

void
nk_server_stop (NkServer *server, guint wait_ms)
{
  int fd;

  if (server == NULL)
    return;
  fd = server->library->MHD_quiesce_daemon (server->daemon);
  g_mutex_lock (&server->search_lock);
  server->is_stopping = TRUE;
  g_mutex_unlock (&server->search_lock);
  for (guint waited_ms = 0; g_atomic_int_get (&server->n_answering) > 0 && waited_ms < wait_ms; waited_ms += POLL_MS)
    g_usleep (POLL_MS * 1000);
  g_thread_pool_free (server->searchers, FALSE, TRUE); /* no connection may be suspended when the daemon stops */
  server->library->MHD_stop_daemon (server->daemon);
  if (fd >= 0)
    close (fd);
  g_mutex_clear (&server->lock);
  g_mutex_clear (&server->search_lock);
  g_free (server);
}
