/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "ground/share.h"

#include "scratch.h"

#include <string.h>

static void
test_chosen (void)
{
  g_auto (Scratch) scratch = scratch_new ();
  g_autofree char *file = scratch_file (&scratch, "table.tsv", "", 0), *path = NULL;
  g_autoptr (GError) error = NULL;

  g_setenv ("NIKKAN_SHARE", scratch.folder, TRUE);
  path = nk_share_path ("table.tsv", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (path, ==, file);
  /* A choice is a choice: no other place is looked at. */
  g_assert_null (nk_share_path ("templates", &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "templates"));
  g_assert_nonnull (strstr (error->message, scratch.folder));
}

static void
test_places (void)
{
  g_autoptr (GError) error = NULL;

  g_unsetenv ("NIKKAN_SHARE");
  g_assert_null (nk_share_path ("no-such-table.tsv", &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "share/nikkan, /"));
}

static void
test_beside_the_program (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *bin = g_path_get_dirname (program), *root = g_path_get_dirname (bin);
  g_autofree char *outer = g_build_filename (root, "share", NULL), *folder = g_build_filename (outer, "nikkan", NULL),
                  *file = g_build_filename (folder, "beside.tsv", NULL);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (g_mkdir_with_parents (folder, 0755) != 0 || !g_file_set_contents (file, "", 0, NULL)) {
    g_test_skip ("the build folder is not writable");
    return;
  }
  g_unsetenv ("NIKKAN_SHARE");
  path = nk_share_path ("beside.tsv", &error);
  (void)g_remove (file);
  (void)g_rmdir (folder);
  (void)g_rmdir (outer);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (path, "/../share/nikkan/beside.tsv"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/share/the_place_that_was_chosen_is_the_only_one", test_chosen);
  g_test_add_func ("/share/a_missing_file_names_the_places_looked_at", test_places);
  g_test_add_func ("/share/files_beside_the_program_are_found", test_beside_the_program);
  return g_test_run ();
}
