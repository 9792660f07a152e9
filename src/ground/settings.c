/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "ground/settings.h"

#include "ground/file.h"
#include "ground/slice.h"

#include <string.h>

#define MAX_FILE_BYTES ((gsize)64 << 10)

struct _NkSettings {
  char *texts[NK_N_SETTINGS]; /* NULL: not in the file, and no fallback */
  guint64 numbers[NK_N_SETTINGS];
  gboolean is_set[NK_N_SETTINGS];
};

static const NkSettingRow rows[NK_N_SETTINGS] = {
  [NK_SETTING_DATABASE] = { "store", "database", NK_SETTING_KIND_PATH, NULL, 0, 0, "The database file.", NULL },
  [NK_SETTING_LANGUAGE] = { "edition", "language", NK_SETTING_KIND_TEXT, "ja", 0, 0, "Language of editions.", "ja en" },
  [NK_SETTING_TEMPLATE_DIR]
  = { "edition", "template_dir", NK_SETTING_KIND_PATH, NULL, 0, 0, "Folder with the editor's own templates.", NULL },
  [NK_SETTING_LANGUAGE_DIR]
  = { "edition", "language_dir", NK_SETTING_KIND_PATH, NULL, 0, 0, "Folder with the editor's own tables of the Japanese engine.", NULL },
  [NK_SETTING_WIDTH]
  = { "edition", "width", NK_SETTING_KIND_NUMBER, "0", 0, 1000, "Columns of the text format; 0: as wide as the terminal, else 80.", NULL },
  [NK_SETTING_RSYNC_PROGRAM] = { "fetch", "rsync", NK_SETTING_KIND_PATH, "rsync", 0, 0, "The rsync program.", NULL },
  [NK_SETTING_RSYNC_SOURCE] = { "fetch", "source", NK_SETTING_KIND_TEXT, "rsync://rsync.ietf.org/mailman-archive", 0, 0,
                                "Host and module of the mail archive.", NULL },
  [NK_SETTING_RSYNC_LISTS]
  = { "fetch", "lists", NK_SETTING_KIND_TEXT, "i-d-announce;ietf-announce", 0, 0, "The lists to fetch, parted by semicolons.", NULL },
  [NK_SETTING_RSYNC_TIMEOUT_S]
  = { "fetch", "timeout_s", NK_SETTING_KIND_NUMBER, "600", 1, 86400, "Seconds after which a run of rsync is given up.", NULL },
  [NK_SETTING_MIRROR_DIR]
  = { "fetch", "mirror_dir", NK_SETTING_KIND_PATH, NULL, 0, 0, "Folder in which the monthly files are kept.", NULL },
  [NK_SETTING_LISTEN] = { "serve", "listen", NK_SETTING_KIND_TEXT, "127.0.0.1:8417", 0, 0, "Address and port of the server.", NULL },
  [NK_SETTING_BASE_URL]
  = { "serve", "base_url", NK_SETTING_KIND_TEXT, NULL, 0, 0, "Where readers find the site, without a slash at the end.", NULL },
  [NK_SETTING_CONNECTIONS] = { "serve", "connections", NK_SETTING_KIND_NUMBER, "1000", 1, 100000, "Connections at once.", NULL },
  [NK_SETTING_PER_ADDRESS] = { "serve", "connections_per_address", NK_SETTING_KIND_NUMBER, "0", 0, 100000,
                               "Connections at once from one address; 0: no limit.", NULL },
  [NK_SETTING_THREADS]
  = { "serve", "threads", NK_SETTING_KIND_NUMBER, "0", 0, 64, "Threads that answer; 0: one for each processor, at most 8.", NULL },
  [NK_SETTING_CACHE_MIB]
  = { "serve", "cache_mib", NK_SETTING_KIND_NUMBER, "64", 0, 65536, "Memory for pages that were made already, in MiB.", NULL },
  [NK_SETTING_REQUEST_S] = { "serve", "request_s", NK_SETTING_KIND_NUMBER, "30", 1, 3600,
                             "Seconds that a client has for a request, and between two of them.", NULL },
  [NK_SETTING_RESPONSE_S]
  = { "serve", "response_s", NK_SETTING_KIND_NUMBER, "300", 1, 86400, "Seconds that a client has to take a response.", NULL },
};

const NkSettingRow *
nk_setting_row (NkSetting setting)
{
  g_return_val_if_fail ((guint)setting < NK_N_SETTINGS, NULL);
  return &rows[setting];
}

/* Takes `text` as the value. Returns: what is wrong with it, or NULL. */
static char *
set_value (NkSettings *settings, NkSetting setting, const char *text)
{
  const NkSettingRow *row = &rows[setting];

  switch (row->kind) {
  case NK_SETTING_KIND_TEXT:
    if (row->choices != NULL) {
      g_auto (GStrv) choices = g_strsplit (row->choices, " ", -1);

      if (!g_strv_contains ((const char *const *)choices, text))
        return g_strdup_printf ("“%s” is none of: %s", text, row->choices);
    }
    break;
  case NK_SETTING_KIND_NUMBER:
    if (!nk_slice_to_uint (nk_slice_text (text), row->maximum, &settings->numbers[setting]) || settings->numbers[setting] < row->minimum)
      return g_strdup_printf ("“%s” is no number from %" G_GUINT64_FORMAT " to %" G_GUINT64_FORMAT, text, row->minimum, row->maximum);
    break;
  case NK_SETTING_KIND_PATH: break;
  }
  if (text[0] == '\0')
    return g_strdup ("is empty");
  g_free (settings->texts[setting]);
  if (row->kind == NK_SETTING_KIND_PATH && g_str_has_prefix (text, "~/"))
    settings->texts[setting] = g_build_filename (g_get_home_dir (), text + 2, NULL);
  else
    settings->texts[setting] = g_strdup (text);
  return NULL;
}

static NkSetting
find_setting (const char *group, const char *key)
{
  guint setting = 0;

  while (setting < NK_N_SETTINGS && !(g_str_equal (rows[setting].group, group) && g_str_equal (rows[setting].key, key)))
    setting++;
  return (NkSetting)setting;
}

static gboolean
is_group (const char *group)
{
  for (guint i = 0; i < NK_N_SETTINGS; i++) {
    if (g_str_equal (rows[i].group, group))
      return TRUE;
  }
  return FALSE;
}

static gboolean
read_key (NkSettings *settings, GKeyFile *file, const char *path, const char *group, const char *key, GError **error)
{
  NkSetting setting = find_setting (group, key);
  g_autoptr (GError) fault = NULL;
  g_autofree char *text = NULL, *problem = NULL;

  if (setting == NK_N_SETTINGS) {
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s: [%s] %s: there is no such key", path, group, key);
    return FALSE;
  }
  text = g_key_file_get_string (file, group, key, &fault);
  problem = text == NULL ? g_strdup (fault->message) : set_value (settings, setting, text);
  if (problem != NULL) {
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s: [%s] %s: %s", path, group, key, problem);
    return FALSE;
  }
  settings->is_set[setting] = TRUE;
  return TRUE;
}

static gboolean
read_groups (NkSettings *settings, GKeyFile *file, const char *path, GError **error)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  for (guint i = 0; groups[i] != NULL; i++) {
    g_auto (GStrv) keys = NULL;

    if (!is_group (groups[i])) {
      g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s: [%s]: there is no such group", path, groups[i]);
      return FALSE;
    }
    keys = g_key_file_get_keys (file, groups[i], NULL, NULL);
    for (guint k = 0; keys != NULL && keys[k] != NULL; k++) {
      if (!read_key (settings, file, path, groups[i], keys[k], error))
        return FALSE;
    }
  }
  return TRUE;
}

NkSettings *
nk_settings_load (const char *path, GError **error)
{
  g_autoptr (NkSettings) settings = g_new0 (NkSettings, 1);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) fault = NULL;
  g_autofree char *text = NULL;
  gsize length;

  for (guint i = 0; i < NK_N_SETTINGS; i++) {
    if (rows[i].fallback != NULL) {
      g_autofree char *problem = set_value (settings, (NkSetting)i, rows[i].fallback);

      g_assert (problem == NULL);
    }
  }
  if (path == NULL)
    return g_steal_pointer (&settings);
  text = nk_file_read (path, MAX_FILE_BYTES, &length, error);
  if (text == NULL)
    return NULL;
  if (!g_key_file_load_from_data (file, text, length, G_KEY_FILE_NONE, &fault)) {
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s: %s", path, fault->message);
    return NULL;
  }
  return read_groups (settings, file, path, error) ? g_steal_pointer (&settings) : NULL;
}

void
nk_settings_free (NkSettings *settings)
{
  if (settings == NULL)
    return;
  for (guint i = 0; i < NK_N_SETTINGS; i++)
    g_free (settings->texts[i]);
  g_free (settings);
}

const char *
nk_settings_text (const NkSettings *settings, NkSetting setting)
{
  g_return_val_if_fail ((guint)setting < NK_N_SETTINGS, NULL);
  return settings->texts[setting];
}

guint64
nk_settings_number (const NkSettings *settings, NkSetting setting)
{
  g_return_val_if_fail ((guint)setting < NK_N_SETTINGS && rows[setting].kind == NK_SETTING_KIND_NUMBER, 0);
  return settings->numbers[setting];
}

gboolean
nk_settings_is_set (const NkSettings *settings, NkSetting setting)
{
  g_return_val_if_fail ((guint)setting < NK_N_SETTINGS, FALSE);
  return settings->is_set[setting];
}
