/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* command/serve.c - `nikkan serve`: the site, until a signal ends it.
 * Floor: command. */
#include "serve/server.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "command/options.h"
#include "command/terminal.h"
#include "command/verbs.h"

static const char notes[]
    = "Serves until SIGTERM or SIGINT; SIGHUP reads templates, words, style and tables anew. A socket of systemd's is taken as it is.\n";

#define MAX_THREADS 8
#define SPARE_FILES 128 /* beside connections: databases, logs */
#define STOP_MS 5000
#define FIRST_SOCKET 3 /* sd_listen_fds(3) */

/* Settings and options, put together. */
typedef struct {
  const NkContext *context;
  char *listen;
  char *base_url;  /* (nullable) */
  char *language;  /* (nullable) */
  char *feed_base; /* where the server is reached */
} Request;

static void
request_clear (Request *request)
{
  g_free (request->listen);
  g_free (request->base_url);
  g_free (request->language);
  g_free (request->feed_base);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static void
warn (const char *message)
{
  nk_terminal_warn ("serve", message);
}

/* The socket that systemd opened for this process, -1 if it did not. */
static int
inherited_socket (void)
{
  const char *pid = g_getenv ("LISTEN_PID"), *n = g_getenv ("LISTEN_FDS");

  if (pid == NULL || n == NULL || strtol (pid, NULL, 10) != (long)getpid () || strtol (n, NULL, 10) != 1)
    return -1;
  return FIRST_SOCKET;
}

/* Each connection is a file. */
static void
allow_files (guint connections)
{
  struct rlimit limit;

  if (getrlimit (RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= (rlim_t)connections + SPARE_FILES)
    return;
  limit.rlim_cur = MIN (limit.rlim_max, (rlim_t)connections + SPARE_FILES);
  setrlimit (RLIMIT_NOFILE, &limit);
}

static NkSite *
load_site (const Request *request, GError **error)
{
  const NkSettings *settings = request->context->settings;
  const char *language = request->language != NULL ? request->language : nk_settings_text (settings, NK_SETTING_LANGUAGE);
  NkSiteOptions options = {
    .template_dir = nk_settings_text (settings, NK_SETTING_TEMPLATE_DIR),
    .language_dir = nk_settings_text (settings, NK_SETTING_LANGUAGE_DIR),
    .base_url = request->base_url,
    .feed_base = request->feed_base,
    .home = g_str_equal (language, "en") ? NK_LANGUAGE_EN : NK_LANGUAGE_JA,
  };

  return nk_site_load (&options, error);
}

static void
reload (const Request *request, NkDesk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NkSite) site = load_site (request, &error);

  if (site == NULL)
    warn (error->message); /* and the old one stays */
  else
    nk_desk_reload (desk, site);
}

/* One second at a time, until a signal says that it is enough. */
static void
run (const Request *request, NkServer *server, NkDesk *desk, const sigset_t *signals)
{
  const struct timespec second = { .tv_sec = 1 };

  while (TRUE) {
    int number = sigtimedwait (signals, NULL, &second);

    if (number == SIGTERM || number == SIGINT)
      return;
    if (number == SIGHUP)
      reload (request, desk);
    nk_server_tick (server);
    nk_desk_refresh (desk);
  }
}

static guint
setting (const Request *request, NkSetting which)
{
  return (guint)nk_settings_number (request->context->settings, which);
}

/* Before any thread is made, so that all of them leave the signals to this one. */
static void
block_signals (sigset_t *signals)
{
  sigemptyset (signals);
  sigaddset (signals, SIGTERM);
  sigaddset (signals, SIGINT);
  sigaddset (signals, SIGHUP);
  sigprocmask (SIG_BLOCK, signals, NULL);
}

/* The socket is ours from here on. */
static NkExit
serve_on (Request *request, int socket)
{
  guint threads = setting (request, NK_SETTING_THREADS);
  NkDeskOptions desk_options = {
    .database = request->context->database,
    .cache_bytes = (gsize)setting (request, NK_SETTING_CACHE_MIB) << 20,
    .now_unix_s = nk_day_now_unix_s,
    .warn = warn,
  };
  NkServerOptions options = {
    .socket = socket,
    .connections = setting (request, NK_SETTING_CONNECTIONS),
    .per_address = setting (request, NK_SETTING_PER_ADDRESS),
    .threads = threads > 0 ? threads : MIN (g_get_num_processors (), MAX_THREADS),
    .request_s = setting (request, NK_SETTING_REQUEST_S),
    .response_s = setting (request, NK_SETTING_RESPONSE_S),
  };
  g_autofree char *address = nk_server_address (socket);
  g_autoptr (GError) error = NULL;
  g_autoptr (NkSite) site = NULL;
  g_autoptr (NkDesk) desk = NULL;
  NkServer *server = NULL;
  sigset_t signals;

  request->feed_base = g_strndup (address, strlen (address) - 1);
  site = load_site (request, &error);
  desk = site != NULL ? nk_desk_new (&desk_options, site, &error) : NULL;
  if (desk != NULL) {
    allow_files (options.connections);
    block_signals (&signals);
    server = nk_server_start (&options, desk, &error);
  }
  if (server == NULL) {
    close (socket);
    return nk_command_fail ("serve", error);
  }
  nk_terminal_print ("%s\n", address);
  nk_terminal_flush ();
  run (request, server, desk, &signals);
  nk_server_stop (server, STOP_MS);
  return NK_EXIT_DONE;
}

static NkExit
serve (Request *request)
{
  g_autoptr (GError) error = NULL;
  int socket = inherited_socket ();

  if (socket < 0)
    socket = nk_server_listen (request->listen, &error);
  return socket >= 0 ? serve_on (request, socket) : nk_command_fail ("serve", error);
}

NkExit
nk_command_serve (const NkContext *context, int argc, char **argv)
{
  g_auto (Request) request = { .context = context };
  g_auto (GStrv) rest = NULL;
  const GOptionEntry entries[] = {
    { "listen", 0, 0, G_OPTION_ARG_STRING, &request.listen, "where to listen (default: 127.0.0.1:8417)", "ADDRESS:PORT" },
    { "base-url", 0, 0, G_OPTION_ARG_STRING, &request.base_url, "where readers find the site, for what leaves it", "URL" },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &request.language, "language of the addresses without a prefix, ja (default) or en",
      "WHICH" },
    { NULL },
  };

  switch (nk_options_parse (entries, notes, argc, argv, &rest)) {
  case NK_OPTIONS_HELP_SHOWN: return NK_EXIT_DONE;
  case NK_OPTIONS_WRONG: return NK_EXIT_USAGE;
  case NK_OPTIONS_GO_ON: break;
  }
  if (rest[0] != NULL)
    return nk_options_wrong ("serve", "takes no argument, but '%s' was given", rest[0]);
  if (request.listen == NULL)
    request.listen = g_strdup (nk_settings_text (context->settings, NK_SETTING_LISTEN));
  if (request.base_url == NULL)
    request.base_url = g_strdup (nk_settings_text (context->settings, NK_SETTING_BASE_URL));
  if (request.base_url != NULL && !nk_site_is_base_url (request.base_url))
    return nk_options_wrong ("serve", "--base-url is https://HOST or https://HOST/PATH without a slash at the end, not '%s'",
                             request.base_url);
  if (request.language != NULL && !g_str_equal (request.language, "ja") && !g_str_equal (request.language, "en"))
    return nk_options_wrong ("serve", "--language is ja or en, not '%s'", request.language);
  return serve (&request);
}
