/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "ground/file.h"

#include "scratch.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static void
assert_content (const char *path, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = nk_file_read (path, 1000, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static guint
count_files (const Scratch *scratch)
{
  g_autoptr (GDir) folder = g_dir_open (scratch->folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (folder) != NULL)
    count++;
  return count;
}

static void
test_read (void)
{
  g_auto (Scratch) scratch = scratch_new ();
  g_autofree char *path = scratch_file (&scratch, "a", "x\0y\n", 4);
  g_autofree char *empty = scratch_file (&scratch, "b", "", 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length = 99;

  text = nk_file_read (path, 4, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (text, length + 1, "x\0y\n", 5);
  g_free (text);
  text = nk_file_read (empty, 0, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, ==, 0);
  g_assert_cmpstr (text, ==, "");
}

static void
test_read_limit (void)
{
  g_auto (Scratch) scratch = scratch_new ();
  g_autofree char *path = scratch_file (&scratch, "a", "12345", 5);
  g_autoptr (GError) error = NULL;

  g_assert_null (nk_file_read (path, 4, NULL, &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, path));
  g_clear_error (&error);
  /* Says that it is empty, and never ends. */
  g_assert_null (nk_file_read ("/dev/zero", 100000, NULL, &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_LIMIT);
}

static void
test_read_errors (void)
{
  g_auto (Scratch) scratch = scratch_new ();
  g_autofree char *missing = scratch_path (&scratch, "missing");
  g_autoptr (GError) error = NULL;

  g_assert_null (nk_file_read (missing, 10, NULL, &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (nk_file_read (scratch.folder, 10, NULL, &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_INPUT);
}

static void
test_write (void)
{
  g_auto (Scratch) scratch = scratch_new ();
  g_autofree char *path = scratch_path (&scratch, "a");
  g_autoptr (GError) error = NULL;
  struct stat status;

  g_assert_true (nk_file_write_atomic (path, "one", 3, &error));
  assert_content (path, "one");
  g_assert_cmpint (g_chmod (path, 0640), ==, 0);
  g_assert_true (nk_file_write_atomic (path, "two!", 4, &error));
  assert_content (path, "two!");
  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);
  g_assert_true (nk_file_write_atomic (path, NULL, 0, &error));
  assert_content (path, "");
  g_assert_cmpuint (count_files (&scratch), ==, 1);
}

static void
test_write_to_nowhere (void)
{
  g_auto (Scratch) scratch = scratch_new ();
  g_autofree char *missing = g_build_filename (scratch.folder, "no", "folder", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (nk_file_write_atomic (missing, "x", 1, &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_STORE);
  g_clear_error (&error);
  g_assert_false (nk_file_write_atomic (scratch.folder, "x", 1, &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_STORE);
}

/* A limit on file sizes fails in the middle of a write as a full disk does, for root too. */
static void
test_write_failure (void)
{
  g_auto (Scratch) scratch = scratch_new ();
  g_autofree char *path = scratch_file (&scratch, "a", "old", 3), *large = g_strnfill (100000, 'x');
  struct rlimit before, small;
  g_autoptr (GError) error = NULL;
  gboolean written;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 4096;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  written = nk_file_write_atomic (path, large, 100000, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_false (written);
  g_assert_error (error, NK_ERROR, NK_ERROR_STORE);
  g_assert_nonnull (strstr (error->message, path));
  assert_content (path, "old");
  g_assert_cmpuint (count_files (&scratch), ==, 1);
}

static void
test_write_full_disk (void)
{
  g_autoptr (GError) error = NULL;

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS)) {
    g_test_skip ("no /dev/full");
    return;
  }
  g_assert_false (nk_file_write_atomic ("/dev/full", "x", 1, &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_STORE);
}

static void
test_write_device (void)
{
  g_autoptr (GError) error = NULL;
  struct stat status;

  g_assert_true (nk_file_write_atomic ("/dev/null", "x", 1, &error));
  g_assert_no_error (error);
  g_assert_cmpint (stat ("/dev/null", &status), ==, 0);
  g_assert_true (S_ISCHR (status.st_mode));
}

static void
test_write_link (void)
{
  g_auto (Scratch) scratch = scratch_new ();
  g_autofree char *path = scratch_file (&scratch, "a", "old", 3), *link = scratch_path (&scratch, "link");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("a", link), ==, 0);
  g_assert_true (nk_file_write_atomic (link, "new", 3, &error));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_content (path, "new");
}

static void
test_parents (void)
{
  g_auto (Scratch) scratch = scratch_new ();
  g_autofree char *path = g_build_filename (scratch.folder, "x", "y", "file", NULL), *folder = g_path_get_dirname (path);
  g_autofree char *file = scratch_file (&scratch, "f", "", 0);
  g_autofree char *blocked = g_build_filename (file, "y", "file", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (nk_file_make_parents (path, &error));
  g_assert_true (nk_file_make_parents (path, &error));
  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));
  g_assert_true (nk_file_make_parents ("just-a-name", &error));
  g_assert_false (nk_file_make_parents (blocked, &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_STORE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file/a_file_is_read_whole_with_a_nul_after_it", test_read);
  g_test_add_func ("/file/a_file_beyond_the_limit_is_refused", test_read_limit);
  g_test_add_func ("/file/a_missing_file_and_a_folder_are_told_apart", test_read_errors);
  g_test_add_func ("/file/writing_replaces_the_whole_and_keeps_the_rights", test_write);
  g_test_add_func ("/file/a_write_to_nowhere_is_reported", test_write_to_nowhere);
  g_test_add_func ("/file/a_failed_write_keeps_the_old_file", test_write_failure);
  g_test_add_func ("/file/a_full_disk_is_reported", test_write_full_disk);
  g_test_add_func ("/file/a_device_is_written_to_and_not_replaced", test_write_device);
  g_test_add_func ("/file/a_symbolic_link_stays_one", test_write_link);
  g_test_add_func ("/file/parents_are_made_once", test_parents);
  return g_test_run ();
}
