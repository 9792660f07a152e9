/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* ground/settings.h - the one key file (nikkan.conf(5)), every key optional, read against a table of the keys that exist.
 * Floor: ground. Settings are values handed down by `command`; nothing below reads the file by itself. */
#pragma once
#include "ground/error.h"

/* One row for each key: the table is the documentation of the file, `nikkan check` and tools/check-docs read it too. */
typedef enum {
  NK_SETTING_DATABASE,        /* [store] database */
  NK_SETTING_LANGUAGE,        /* [edition] language: ja or en */
  NK_SETTING_TEMPLATE_DIR,    /* [edition] template_dir */
  NK_SETTING_LANGUAGE_DIR,    /* [edition] language_dir: tables of the Japanese engine */
  NK_SETTING_WIDTH,           /* [edition] width: columns of the text format */
  NK_SETTING_RSYNC_PROGRAM,   /* [fetch] rsync */
  NK_SETTING_RSYNC_SOURCE,    /* [fetch] source: rsync URL of the archive, host and module */
  NK_SETTING_RSYNC_LISTS,     /* [fetch] lists: names parted by ; */
  NK_SETTING_RSYNC_TIMEOUT_S, /* [fetch] timeout_s */
  NK_SETTING_MIRROR_DIR,      /* [fetch] mirror_dir: where the monthly files are kept */
  NK_SETTING_LISTEN,          /* [serve] listen: ADDRESS:PORT */
  NK_SETTING_BASE_URL,        /* [serve] base_url: where readers find the site */
  NK_SETTING_CONNECTIONS,     /* [serve] connections: at once */
  NK_SETTING_PER_ADDRESS,     /* [serve] connections_per_address */
  NK_SETTING_THREADS,         /* [serve] threads; 0: one for each processor, at most 8 */
  NK_SETTING_CACHE_MIB,       /* [serve] cache_mib: kept pages */
  NK_SETTING_REQUEST_S,       /* [serve] request_s */
  NK_SETTING_RESPONSE_S,      /* [serve] response_s */
  NK_N_SETTINGS
} NkSetting;

typedef enum { NK_SETTING_KIND_TEXT, NK_SETTING_KIND_NUMBER, NK_SETTING_KIND_PATH } NkSettingKind;

typedef struct {
  const char *group;
  const char *key;
  NkSettingKind kind;
  const char *fallback;     /* NULL: computed by `command` */
  guint64 minimum, maximum; /* numbers only */
  const char *meaning;      /* one line, English */
  const char *choices;      /* (nullable): the only values of a text, parted by blanks */
} NkSettingRow;

const NkSettingRow *nk_setting_row (NkSetting setting);

typedef struct _NkSettings NkSettings;

/* `path` NULL: no file, all fallbacks. A missing file is NOT_FOUND; a bad line, an unknown key or group, a bad value: INPUT with file, group and key. */
NkSettings *nk_settings_load (const char *path, GError **error);
void nk_settings_free (NkSettings *settings);

/* Returns: (transfer none) (nullable): the value or the fallback; a path has `~/` expanded. */
const char *nk_settings_text (const NkSettings *settings, NkSetting setting);
guint64 nk_settings_number (const NkSettings *settings, NkSetting setting);
gboolean nk_settings_is_set (const NkSettings *settings, NkSetting setting);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkSettings, nk_settings_free)
