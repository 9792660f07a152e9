/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* hold-connections PORT PATH N SECONDS EVERY: opens N connections to 127.0.0.1:PORT, keeps all of them open for SECONDS, and asks for PATH on each every EVERY
 * seconds (spread evenly). Prints one line: requests, errors (refused, closed, cut, any status but 200), mean, longest, median and 99th percentile of the wait for a
 * whole answer in milliseconds. It asks at its own pace, however fast the answers come: so a wait is the server's, not that of a client which asks for all it can get.
 * After the time it waits, still holding them, until standard input ends: so that the server can be stopped under it. */
#include <arpa/inet.h>
#include <errno.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#define MAX_CONNECTIONS 100000
#define MAX_HEADER_BYTES 8192
#define MAX_EVENTS 256
#define SPARE_FILES 64
/* Waits are counted in steps of 10 us, up to 2 s. */
#define STEP_US 10
#define MAX_STEPS 200000

typedef struct {
  int fd;          /* -1: lost */
  gint64 next_us;  /* when it asks again */
  gint64 asked_us; /* 0: no answer is awaited */
  char header[MAX_HEADER_BYTES + 1];
  gsize n_header; /* bytes of it that are there; the body is counted, not kept */
  gint64 rest;    /* of the body; -1: the header is not whole yet */
} Connection;

typedef struct {
  guint64 requests, errors;
  double sum_ms, longest_ms;
  guint64 *steps; /* MAX_STEPS: answers that took so long */
} Tally;

static void
lose (Connection *connection, Tally *tally, const char *why)
{
  if (tally->errors++ < 5)
    fprintf (stderr, "hold-connections: %s\n", why);
  close (connection->fd);
  connection->fd = -1;
}

/* TRUE once the answer is whole. */
static gboolean
take (Connection *connection, const char *data, gsize length, Tally *tally)
{
  const char *end, *size;

  if (connection->rest >= 0) {
    connection->rest -= (gint64)length;
    return connection->rest <= 0;
  }
  length = MIN (length, MAX_HEADER_BYTES - connection->n_header);
  memcpy (connection->header + connection->n_header, data, length);
  connection->n_header += length;
  connection->header[connection->n_header] = '\0';
  end = strstr (connection->header, "\r\n\r\n");
  size = end != NULL ? strcasestr (connection->header, "\r\nContent-Length:") : NULL;
  if (size == NULL)
    return FALSE;
  if (strncmp (connection->header, "HTTP/1.1 200 ", 13) != 0)
    tally->errors++;
  connection->rest = atoll (size + strlen ("\r\nContent-Length:")) - (gint64)(connection->n_header - (gsize)(end + 4 - connection->header));
  return connection->rest <= 0;
}

static void
on_readable (Connection *connection, Tally *tally)
{
  char data[MAX_HEADER_BYTES];
  gssize n;

  while ((n = recv (connection->fd, data, sizeof data, MSG_DONTWAIT)) > 0) {
    gint64 wait_us;
    double ms;

    if (!take (connection, data, (gsize)n, tally))
      continue;
    wait_us = g_get_monotonic_time () - connection->asked_us;
    ms = (double)wait_us / 1000;
    tally->steps[CLAMP (wait_us / STEP_US, 0, MAX_STEPS - 1)]++;
    connection->asked_us = 0;
    tally->requests++;
    tally->sum_ms += ms;
    tally->longest_ms = MAX (tally->longest_ms, ms);
  }
  if (n == 0)
    lose (connection, tally, "closed by the server");
  else if (errno != EAGAIN && errno != EINTR)
    lose (connection, tally, g_strerror (errno));
}

static void
ask (Connection *connection, const char *request, gint64 every_us, Tally *tally)
{
  connection->next_us += every_us;
  if (connection->asked_us != 0) {
    tally->errors++; /* it waits still */
    return;
  }
  connection->n_header = 0;
  connection->rest = -1;
  connection->asked_us = g_get_monotonic_time ();
  if (send (connection->fd, request, strlen (request), MSG_NOSIGNAL) != (gssize)strlen (request))
    lose (connection, tally, "cannot ask");
}

static int
open_one (int port)
{
  struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons ((guint16)port), .sin_addr.s_addr = htonl (INADDR_LOOPBACK) };
  int fd = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

  if (fd >= 0 && connect (fd, (struct sockaddr *)&address, sizeof address) == 0)
    return fd;
  fprintf (stderr, "hold-connections: %s\n", g_strerror (errno));
  exit (1);
}

static void
hold (Connection *connections, guint n, int epoll, const char *request, gint64 seconds, gint64 every_us, Tally *tally)
{
  struct epoll_event events[MAX_EVENTS];
  gint64 start_us = g_get_monotonic_time (), end_us = start_us + seconds * G_USEC_PER_SEC, now_us;
  guint next = 0;

  for (guint i = 0; i < n; i++)
    connections[i].next_us = start_us + every_us * i / n;
  while ((now_us = g_get_monotonic_time ()) < end_us) {
    int n_events;

    /* They ask in turn, so the next one is always the earliest. */
    for (; connections[next].next_us <= now_us; next = (next + 1) % n) {
      if (connections[next].fd >= 0)
        ask (&connections[next], request, every_us, tally);
      else
        connections[next].next_us += every_us;
    }
    n_events = epoll_wait (epoll, events, MAX_EVENTS, (int)CLAMP ((connections[next].next_us - now_us) / 1000 + 1, 1, 100));
    for (int i = 0; i < n_events; i++)
      on_readable (events[i].data.ptr, tally);
  }
}

/* The wait that PERCENT of the answers did not exceed, in milliseconds. */
static double
percentile (const Tally *tally, guint percent)
{
  guint64 seen = 0;

  for (guint i = 0; i < MAX_STEPS; i++) {
    seen += tally->steps[i];
    if (seen * 100 >= tally->requests * percent)
      return (double)(i + 1) * STEP_US / 1000;
  }
  return 0;
}

int
main (int argc, char **argv)
{
  guint n = argc == 6 ? (guint)strtoul (argv[3], NULL, 10) : 0;
  struct rlimit files = { 0 };
  Connection *connections;
  g_autofree char *request = NULL;
  Tally tally = { 0 };
  int epoll = epoll_create1 (EPOLL_CLOEXEC);

  if (n < 1 || n > MAX_CONNECTIONS) {
    fprintf (stderr, "Usage: hold-connections PORT PATH N SECONDS EVERY\n");
    return 2;
  }
  getrlimit (RLIMIT_NOFILE, &files);
  files.rlim_cur = MIN (files.rlim_max, (rlim_t)n + SPARE_FILES);
  setrlimit (RLIMIT_NOFILE, &files);
  request = g_strdup_printf ("GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", argv[2]);
  connections = g_new0 (Connection, n);
  for (guint i = 0; i < n; i++) {
    struct epoll_event event = { .events = EPOLLIN, .data.ptr = &connections[i] };

    connections[i].fd = open_one (atoi (argv[1]));
    epoll_ctl (epoll, EPOLL_CTL_ADD, connections[i].fd, &event);
  }
  tally.steps = g_new0 (guint64, MAX_STEPS);
  hold (connections, n, epoll, request, atoll (argv[4]), (gint64)(strtod (argv[5], NULL) * 1e6), &tally);
  printf ("%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %.2f %.2f %.2f %.2f\n", tally.requests, tally.errors,
          tally.requests > 0 ? tally.sum_ms / (double)tally.requests : 0.0, tally.longest_ms, percentile (&tally, 50),
          percentile (&tally, 99));
  fflush (stdout);
  while (getchar () != EOF)
    continue;
  g_free (tally.steps);
  g_free (connections);
  return 0;
}
