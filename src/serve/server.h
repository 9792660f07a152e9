/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/server.h - the desk on a socket: HTTP/1.1 with limits on everything that a client can make grow. Searches wait for threads of their own, fewer
 * than those that answer, so that pages are answered however much is searched for.
 * Floor: serve. TLS and HTTP/2 are the business of a proxy in front. */
#pragma once
#include "serve/desk.h"

typedef struct {
  const char *listen; /* `127.0.0.1:8417`, `[::1]:0`, `:8080` (all addresses); not used with `socket` */
  int socket;         /* listening already (systemd's); -1: none */
  guint connections;  /* at once; more wait in the kernel's queue */
  guint per_address;  /* at once from one address; 0: no limit (behind a proxy all have one) */
  guint threads;
  guint
      request_s; /* from the connection, or the end of the answer before, to the end of a header, however it drips in; and the same for a body */
  guint response_s;                   /* to take an answer */
  void (*warn) (const char *message); /* from any thread */
} NkServerOptions;

typedef struct _NkServer NkServer;

/* The desk must outlive the server. NULL with STORE, PROGRAM. */
NkServer *nk_server_start (const NkServerOptions *options, NkDesk *desk, GError **error);
/* To be called every second or so: closes the connections that take too long. */
void nk_server_tick (NkServer *server);
/* Takes no connection any more, gives those that are being answered `wait_ms`, then ends. Frees. */
void nk_server_stop (NkServer *server, guint wait_ms);

/* A listening socket for `127.0.0.1:8417`, `[::1]:0` (any free port), `:8080` (all addresses). -1 with INPUT (no such address), STORE (cannot listen). */
int nk_server_listen (const char *address, GError **error);
/* `http://127.0.0.1:8417/`: where a listening socket can be reached. (transfer full) */
char *nk_server_address (int socket);
