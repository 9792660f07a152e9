/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* command/site.c - `nikkan site DIR`: the site as files.
 * Floor: command. */
#include "serve/export.h"

#include "command/options.h"
#include "command/terminal.h"
#include "command/verbs.h"

static const char notes[] = "DIR is replaced as a whole; files that are the same as before keep their time. Without --base-url there are "
                            "no feeds and no sitemap.\n";

typedef struct {
  char *base_url;
  char *language;
  gboolean all;
  gboolean quiet;
} Request;

static void
request_clear (Request *request)
{
  g_free (request->base_url);
  g_free (request->language);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static NkExit
make_site (const NkContext *context, const Request *request, const char *folder)
{
  NkSiteOptions options = {
    .template_dir = nk_settings_text (context->settings, NK_SETTING_TEMPLATE_DIR),
    .language_dir = nk_settings_text (context->settings, NK_SETTING_LANGUAGE_DIR),
    .base_url = request->base_url,
    .home = g_str_equal (request->language, "en") ? NK_LANGUAGE_EN : NK_LANGUAGE_JA,
  };
  const char *folders[] = { options.template_dir, options.language_dir };
  g_autofree char *words = g_strconcat (request->language, "\n", request->base_url, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (NkSite) site = nk_site_load (&options, &error);
  NkExportOptions export = {
    .site = site,
    .database = context->database,
    .today = nk_day_of (context->now_unix_s),
    .folders = folders,
    .n_folders = G_N_ELEMENTS (folders),
    .words = words,
    .all = request->all,
    .threads = MIN (g_get_num_processors (), NK_EXPORT_MAX_THREADS),
  };
  NkExportReport report = { 0 };

  if (site == NULL || !nk_export_run (&export, folder, &report, &error))
    return nk_command_fail ("site", error);
  if (!request->quiet)
    nk_terminal_print ("%u files: %u written, %u unchanged\n", report.files, report.written, report.unchanged);
  return NK_EXIT_DONE;
}

NkExit
nk_command_site (const NkContext *context, int argc, char **argv)
{
  g_auto (Request) request = { NULL };
  g_auto (GStrv) rest = NULL;
  const GOptionEntry entries[] = {
    { "base-url", 0, 0, G_OPTION_ARG_STRING, &request.base_url, "where readers will find the site", "URL" },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &request.language, "language of the addresses without a prefix, ja (default) or en",
      "WHICH" },
    { "all", 0, 0, G_OPTION_ARG_NONE, &request.all, "make every page anew, also those that nothing has changed of", NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &request.quiet, "say nothing when all is well", NULL },
    { NULL },
  };

  switch (nk_options_parse (entries, notes, argc, argv, &rest)) {
  case NK_OPTIONS_HELP_SHOWN: return NK_EXIT_DONE;
  case NK_OPTIONS_WRONG: return NK_EXIT_USAGE;
  case NK_OPTIONS_GO_ON: break;
  }
  if (rest[0] == NULL || rest[1] != NULL)
    return nk_options_wrong ("site", "takes one folder");
  if (request.base_url == NULL)
    request.base_url = g_strdup (nk_settings_text (context->settings, NK_SETTING_BASE_URL));
  if (request.base_url != NULL && !nk_site_is_base_url (request.base_url))
    return nk_options_wrong ("site", "--base-url is https://HOST or https://HOST/PATH without a slash at the end, not '%s'",
                             request.base_url);
  if (request.language == NULL)
    request.language = g_strdup (nk_settings_text (context->settings, NK_SETTING_LANGUAGE));
  if (!g_str_equal (request.language, "ja") && !g_str_equal (request.language, "en"))
    return nk_options_wrong ("site", "--language is ja or en, not '%s'", request.language);
  return make_site (context, &request, rest[0]);
}
