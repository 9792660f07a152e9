/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/listen.c - a listening socket out of `ADDRESS:PORT`. */
#include "serve/server.h"

#include <errno.h>
#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

#define BACKLOG 1024

/* `[::1]:80`, `127.0.0.1:80`, `:80`: the host (NULL for all addresses) and the port. */
static gboolean
split_address (const char *address, char **ret_host, char **ret_port)
{
  const char *colon = strrchr (address, ':');
  g_autofree char *host = NULL;
  guint64 port = 0;

  if (colon == NULL || colon[1] == '\0' || !nk_slice_to_uint (nk_slice_text (colon + 1), 65535, &port))
    return FALSE;
  host = g_strndup (address, (gsize)(colon - address));
  if (host[0] == '[') {
    gsize length = strlen (host);

    if (length < 3 || host[length - 1] != ']')
      return FALSE;
    memmove (host, host + 1, length - 2);
    host[length - 2] = '\0';
  } else if (strchr (host, ':') != NULL) {
    return FALSE;
  }
  *ret_host = *host != '\0' ? g_steal_pointer (&host) : NULL;
  *ret_port = g_strdup (colon + 1);
  return TRUE;
}

/* A port that was just closed can be taken again; IPv6 does not take IPv4's place. */
static int
listen_on (const struct addrinfo *place)
{
  int fd = socket (place->ai_family, place->ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK, place->ai_protocol);
  int on = 1;

  if (fd < 0)
    return -1;
  setsockopt (fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (bind (fd, place->ai_addr, place->ai_addrlen) == 0 && listen (fd, BACKLOG) == 0)
    return fd;
  on = errno;
  close (fd);
  errno = on;
  return -1;
}

int
nk_server_listen (const char *address, GError **error)
{
  struct addrinfo hints = { .ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE | AI_NUMERICHOST | AI_NUMERICSERV };
  struct addrinfo *places = NULL;
  g_autofree char *host = NULL, *port = NULL;
  int result, fd = -1, fault = 0;

  if (!split_address (address, &host, &port)) {
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "“%s” is no ADDRESS:PORT", address);
    return -1;
  }
  result = getaddrinfo (host != NULL && strcmp (host, "localhost") == 0 ? "127.0.0.1" : host, port, &hints, &places);
  if (result != 0) {
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s: %s", address, gai_strerror (result));
    return -1;
  }
  for (const struct addrinfo *place = places; place != NULL && fd < 0; place = place->ai_next) {
    fd = listen_on (place);
    fault = errno;
  }
  freeaddrinfo (places);
  if (fd < 0)
    g_set_error (error, NK_ERROR, NK_ERROR_STORE, "%s: cannot listen: %s", address, g_strerror (fault));
  return fd;
}

char *
nk_server_address (int socket)
{
  struct sockaddr_storage place;
  socklen_t length = sizeof place;
  char host[NI_MAXHOST], port[NI_MAXSERV];
  gboolean is_all;

  if (getsockname (socket, (struct sockaddr *)&place, &length) != 0
      || getnameinfo ((struct sockaddr *)&place, length, host, sizeof host, port, sizeof port, NI_NUMERICHOST | NI_NUMERICSERV) != 0)
    return g_strdup ("");
  is_all = strcmp (host, "0.0.0.0") == 0 || strcmp (host, "::") == 0;
  return place.ss_family == AF_INET6 && !is_all ? g_strdup_printf ("http://[%s]:%s/", host, port)
                                                : g_strdup_printf ("http://%s:%s/", is_all ? "localhost" : host, port);
}
