/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "mail/mailbox.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* A fresh folder; removed with everything in it. */
typedef struct {
  char *root;
} Place;

static void
place_set_up (Place *place, gconstpointer data)
{
  place->root = g_dir_make_tmp ("nikkan-find-XXXXXX", NULL);
  g_assert_nonnull (place->root);
}

static void
remove_all (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK)) {
    g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
    const char *name;

    while ((name = g_dir_read_name (dir)) != NULL) {
      g_autofree char *entry = g_build_filename (path, name, NULL);

      remove_all (entry);
    }
  }
  g_remove (path);
}

static void
place_tear_down (Place *place, gconstpointer data)
{
  remove_all (place->root);
  g_free (place->root);
}

/* Writes `text` into a file below the root, with its folders. A name that ends in / is only a folder. */
static void
put (const Place *place, const char *name, const char *text)
{
  g_autofree char *path = g_strconcat (place->root, "/", name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  if (!g_str_has_suffix (name, "/"))
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
put_link (const Place *place, const char *name, const char *target)
{
  g_autofree char *path = g_strconcat (place->root, "/", name, NULL);

  g_assert_cmpint (symlink (target, path), ==, 0);
}

static void
assert_problem (const Place *place, const char *name, const char *expected)
{
  g_autofree char *path = g_build_filename (place->root, name, NULL);
  g_autofree char *text = g_strconcat (path, ": ", expected, NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) files = nk_mailbox_find (path, problems, NULL);

  g_assert_nonnull (files);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (problems->pdata[0], ==, text);
}

/* `expected`: names below the root, those of a Maildir with `*` before them, parted by blanks. */
static void
assert_found (const Place *place, const char *name, const char *expected, guint n_problems)
{
  g_autofree char *path = g_build_filename (place->root, name, NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  files = nk_mailbox_find (path, problems, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < files->len; i++) {
    const NkMailboxFile *file = files->pdata[i];

    g_assert_true (g_str_has_prefix (file->path, place->root));
    g_string_append_printf (found, "%s%s%s", i == 0 ? "" : " ", file->is_maildir ? "*" : "", file->path + strlen (place->root) + 1);
  }
  g_assert_cmpstr (found->str, ==, expected);
  g_assert_cmpuint (problems->len, ==, n_problems);
}

static void
test_a_file_stands_for_itself (Place *place, gconstpointer data)
{
  g_autofree char *path = g_build_filename (place->root, "one.mbox", NULL);
  g_autoptr (GPtrArray) files = NULL;

  put (place, "one.mbox", "12345");
  assert_found (place, "one.mbox", "one.mbox", 0);
  files = nk_mailbox_find (path, NULL, NULL);
  g_assert_cmpuint (((NkMailboxFile *)files->pdata[0])->size_bytes, ==, 5);
}

static void
test_standard_input_stands_for_itself (Place *place, gconstpointer data)
{
  g_autoptr (GPtrArray) files = nk_mailbox_find ("-", NULL, NULL);

  g_assert_cmpuint (files->len, ==, 1);
  g_assert_cmpstr (((NkMailboxFile *)files->pdata[0])->path, ==, "-");
}

static void
test_a_path_that_is_not_there_is_not_found (Place *place, gconstpointer data)
{
  g_autofree char *path = g_build_filename (place->root, "missing", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (nk_mailbox_find (path, NULL, &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_NOT_FOUND);
}

static void
test_a_folder_gives_every_file_below_it_sorted_by_bytes (Place *place, gconstpointer data)
{
  put (place, "b/2025-10.mail", "x");
  put (place, "b/2025-09.mail", "x");
  put (place, "a/deep/er/2.mbox", "x");
  put (place, "Z.mbox", "x");
  put (place, "\xc3\xa9.mbox", "x");
  put (place, "empty/", NULL);
  assert_found (place, "", "Z.mbox a/deep/er/2.mbox b/2025-09.mail b/2025-10.mail \xc3\xa9.mbox", 0);
  assert_found (place, "b/", "b/2025-09.mail b/2025-10.mail", 0);
}

static void
test_hidden_files_and_folders_are_left_out (Place *place, gconstpointer data)
{
  put (place, ".2025-10.mail.Xy12", "x");
  put (place, ".git/config", "x");
  put (place, "2025-10.mail", "x");
  assert_found (place, "", "2025-10.mail", 0);
}

static void
test_a_maildir_gives_cur_and_new_together_by_name (Place *place, gconstpointer data)
{
  put (place, "m/cur/1002.a:2,S", "x");
  put (place, "m/cur/1000.a:2,S", "x");
  put (place, "m/new/1001.a", "x");
  put (place, "m/new/1003.a", "x");
  put (place, "m/tmp/0999.a", "x");
  put (place, "m/dovecot-uidlist", "x");
  put (place, "m/cur/.hidden", "x");
  assert_found (place, "m", "*m/cur/1000.a:2,S *m/new/1001.a *m/cur/1002.a:2,S *m/new/1003.a", 0);
}

static void
test_a_maildir_may_lack_one_of_its_folders (Place *place, gconstpointer data)
{
  put (place, "m/new/1", "x");
  put (place, "n/cur/1", "x");
  assert_found (place, "m", "*m/new/1", 0);
  assert_found (place, "n", "*n/cur/1", 0);
}

static void
test_a_folder_of_maildirs_gives_each_of_them (Place *place, gconstpointer data)
{
  put (place, "i-d-announce/cur/2", "x");
  put (place, "i-d-announce/new/1", "x");
  put (place, "ietf-announce/new/3", "x");
  put (place, "ietf-announce/.Trash/new/4", "x");
  put (place, "ietf-announce/sub/new/5", "x");
  put (place, "old.mbox", "x");
  assert_found (place, "", "*i-d-announce/new/1 *i-d-announce/cur/2 *ietf-announce/new/3 *ietf-announce/sub/new/5 old.mbox", 0);
}

static void
test_links_to_files_are_followed_and_links_to_folders_are_not (Place *place, gconstpointer data)
{
  put (place, "real/1.mbox", "x");
  put_link (place, "real/2.mbox", "1.mbox");
  put_link (place, "real/circle", "..");
  put_link (place, "again", "real");
  assert_found (place, "", "real/1.mbox real/2.mbox", 0);
  assert_found (place, "again", "again/1.mbox again/2.mbox", 0);
}

static void
test_what_is_no_file_is_told_and_passed_over (Place *place, gconstpointer data)
{
  g_autofree char *pipe_path = g_build_filename (place->root, "pipe", NULL);

  put (place, "1.mbox", "x");
  put_link (place, "dangling", "nowhere");
  put_link (place, "loop", "loop");
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  assert_found (place, "", "1.mbox", 3);
  assert_problem (place, "loop", "Too many levels of symbolic links");
}

static void
test_a_folder_without_rights_is_told_and_passed_over (Place *place, gconstpointer data)
{
  g_autofree char *locked = g_build_filename (place->root, "b", NULL);
  gboolean was_root = geteuid () == 0;

  put (place, "a/1.mbox", "x");
  put (place, "b/2.mbox", "x");
  put (place, "c/3.mbox", "x");
  g_chmod (place->root, 0755);
  g_chmod (locked, 0);
  if (was_root)
    g_assert_cmpint (seteuid (65534), ==, 0);
  assert_found (place, "", "a/1.mbox c/3.mbox", 1);
  assert_problem (place, "b", "Permission denied");
  if (was_root)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_chmod (locked, 0755);
}

static void
test_folders_nested_too_deep_are_told_and_passed_over (Place *place, gconstpointer data)
{
  put (place, "0/1/2/3/4/5/6/7/8/9/10/11/12/13/14/last.mbox", "x");
  put (place, "0/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/beyond.mbox", "x");
  assert_found (place, "", "0/1/2/3/4/5/6/7/8/9/10/11/12/13/14/last.mbox", 1);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *name;
    void (*run) (Place *place, gconstpointer data);
  } tests[] = {
    { "a_file_stands_for_itself", test_a_file_stands_for_itself },
    { "standard_input_stands_for_itself", test_standard_input_stands_for_itself },
    { "a_path_that_is_not_there_is_not_found", test_a_path_that_is_not_there_is_not_found },
    { "a_folder_gives_every_file_below_it_sorted_by_bytes", test_a_folder_gives_every_file_below_it_sorted_by_bytes },
    { "hidden_files_and_folders_are_left_out", test_hidden_files_and_folders_are_left_out },
    { "a_maildir_gives_cur_and_new_together_by_name", test_a_maildir_gives_cur_and_new_together_by_name },
    { "a_maildir_may_lack_one_of_its_folders", test_a_maildir_may_lack_one_of_its_folders },
    { "a_folder_of_maildirs_gives_each_of_them", test_a_folder_of_maildirs_gives_each_of_them },
    { "links_to_files_are_followed_and_links_to_folders_are_not", test_links_to_files_are_followed_and_links_to_folders_are_not },
    { "what_is_no_file_is_told_and_passed_over", test_what_is_no_file_is_told_and_passed_over },
    { "a_folder_without_rights_is_told_and_passed_over", test_a_folder_without_rights_is_told_and_passed_over },
    { "folders_nested_too_deep_are_told_and_passed_over", test_folders_nested_too_deep_are_told_and_passed_over },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *path = g_strconcat ("/mailbox_find/", tests[i].name, NULL);

    g_test_add (path, Place, NULL, place_set_up, tests[i].run, place_tear_down);
  }
  return g_test_run ();
}
