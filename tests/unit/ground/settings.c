/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "ground/settings.h"

#include "scratch.h"

#include <string.h>

static void
assert_refused (const char *text, const char *part)
{
  g_auto (Scratch) scratch = scratch_new ();
  g_autofree char *path = scratch_file (&scratch, "nikkan.conf", text, -1);
  g_autoptr (GError) error = NULL;

  g_assert_null (nk_settings_load (path, &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_INPUT);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_fallbacks (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NkSettings) settings = nk_settings_load (NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (nk_settings_text (settings, NK_SETTING_LANGUAGE), ==, "ja");
  g_assert_cmpstr (nk_settings_text (settings, NK_SETTING_RSYNC_PROGRAM), ==, "rsync");
  g_assert_cmpstr (nk_settings_text (settings, NK_SETTING_RSYNC_SOURCE), ==, "rsync://rsync.ietf.org/mailman-archive");
  g_assert_cmpstr (nk_settings_text (settings, NK_SETTING_RSYNC_LISTS), ==, "i-d-announce;ietf-announce");
  g_assert_cmpuint (nk_settings_number (settings, NK_SETTING_RSYNC_TIMEOUT_S), ==, 600);
  g_assert_cmpuint (nk_settings_number (settings, NK_SETTING_WIDTH), ==, 0);
  g_assert_null (nk_settings_text (settings, NK_SETTING_DATABASE));
  g_assert_null (nk_settings_text (settings, NK_SETTING_MIRROR_DIR));
  g_assert_null (nk_settings_text (settings, NK_SETTING_TEMPLATE_DIR));
  for (guint i = 0; i < NK_N_SETTINGS; i++)
    g_assert_false (nk_settings_is_set (settings, (NkSetting)i));
}

static void
test_file (void)
{
  g_auto (Scratch) scratch = scratch_new ();
  g_autofree char *path = scratch_file (&scratch, "nikkan.conf",
                                        "# a comment\n[store]\ndatabase = ~/mail/day.db\n\n[edition]\nlanguage=en\nwidth=100\n"
                                        "[fetch]\ntimeout_s=86400\nrsync=/opt/rsync\nlists=one;two\n",
                                        -1);
  g_autofree char *database = g_build_filename (g_get_home_dir (), "mail/day.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (NkSettings) settings = nk_settings_load (path, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (nk_settings_text (settings, NK_SETTING_DATABASE), ==, database);
  g_assert_cmpstr (nk_settings_text (settings, NK_SETTING_LANGUAGE), ==, "en");
  g_assert_cmpuint (nk_settings_number (settings, NK_SETTING_WIDTH), ==, 100);
  g_assert_cmpuint (nk_settings_number (settings, NK_SETTING_RSYNC_TIMEOUT_S), ==, 86400);
  g_assert_cmpstr (nk_settings_text (settings, NK_SETTING_RSYNC_LISTS), ==, "one;two");
  g_assert_true (nk_settings_is_set (settings, NK_SETTING_RSYNC_PROGRAM));
  g_assert_false (nk_settings_is_set (settings, NK_SETTING_RSYNC_SOURCE));
}

static void
test_refused (void)
{
  assert_refused ("[edition]\nlanguage=fr\n", "[edition] language");
  assert_refused ("[edition]\nwidth=wide\n", "[edition] width");
  assert_refused ("[edition]\nwidth=1001\n", "0 to 1000");
  assert_refused ("[fetch]\ntimeout_s=0\n", "[fetch] timeout_s");
  assert_refused ("[fetch]\ntimeout_s=86401\n", "1 to 86400");
  assert_refused ("[fetch]\nrsync=\n", "[fetch] rsync");
  assert_refused ("[fetch]\nrsink=x\n", "[fetch] rsink");
  assert_refused ("[fetched]\n", "[fetched]");
  assert_refused ("[store]\ntimeout_s=5\n", "[store] timeout_s");
  assert_refused ("language=ja\n", ":");
  assert_refused ("[edition]\nnonsense\n", "nonsense");
  assert_refused ("[store]\ndatabase=\xFF\n", "database");
}

static void
test_missing (void)
{
  g_auto (Scratch) scratch = scratch_new ();
  g_autofree char *path = scratch_path (&scratch, "none");
  g_autoptr (GError) error = NULL;

  g_assert_null (nk_settings_load (path, &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_NOT_FOUND);
}

static void
test_table (void)
{
  for (guint i = 0; i < NK_N_SETTINGS; i++) {
    const NkSettingRow *row = nk_setting_row ((NkSetting)i);

    g_assert_nonnull (row->group);
    g_assert_nonnull (row->key);
    g_assert_true (row->meaning != NULL && row->meaning[0] != '\0');
    for (guint k = 0; k < i; k++)
      g_assert_cmpstr (row->key, !=, nk_setting_row ((NkSetting)k)->key);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settings/without_a_file_every_key_has_its_fallback", test_fallbacks);
  g_test_add_func ("/settings/the_file_overrides_and_a_tilde_is_the_home", test_file);
  g_test_add_func ("/settings/what_is_wrong_is_named_with_group_and_key", test_refused);
  g_test_add_func ("/settings/a_missing_file_is_not_found", test_missing);
  g_test_add_func ("/settings/the_table_documents_every_key", test_table);
  return g_test_run ();
}
