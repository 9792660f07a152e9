/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/store_private.h"
#include "support.h"

static void
expect_fault (const char *damage, const char *words)
{
  g_autoptr (GString) mbox = support_mbox (0, 20);
  g_autoptr (NkStore) store = support_store_of (mbox->str);
  g_autoptr (GPtrArray) faults = NULL;
  GError *error = NULL;

  if (damage != NULL) {
    nk_db_run (store->db, "PRAGMA foreign_keys = OFF", &error);
    nk_db_run (store->db, damage, &error);
    g_assert_no_error (error);
  }
  faults = nk_store_check (store, &error);
  g_assert_no_error (error);
  if (damage == NULL) {
    g_assert_cmpuint (faults->len, ==, 0);
    return;
  }
  if (faults->len == 0)
    g_error ("%s: not found", damage);
  g_ptr_array_add (faults, NULL);
  {
    g_autofree char *all = g_strjoinv ("\n", (char **)faults->pdata);

    if (strstr (all, words) == NULL)
      g_error ("%s: %s", damage, all);
  }
}

static void
test_sound (void)
{
  expect_fault (NULL, NULL);
}

static void
test_rows (void)
{
  expect_fault ("UPDATE message SET body = x'00' WHERE id = 7", "message 7: damaged");
  expect_fault (
      "UPDATE message SET body = (SELECT body FROM message WHERE id = 3), size_bytes = (SELECT size_bytes FROM message WHERE id = 3)"
      " WHERE id = 7",
      "message 7: not the bytes that were received");
  expect_fault ("UPDATE message SET dictionary_id = 9 WHERE id = 2", "message 2: dictionary 9 is damaged");
  expect_fault ("DELETE FROM reading WHERE message_id = 4", "messages that were never read: 1");
  expect_fault ("DELETE FROM announcement WHERE name = 'draft-example-garden1'",
                "messages that belong to an announcement that is not there: 3");
  expect_fault ("UPDATE reading SET is_copy = 1 WHERE message_id = 4", "announcements whose first message does not know them: 1");
  expect_fault ("DELETE FROM message WHERE id = 20", "row without the one that it refers to: reading");
  expect_fault ("UPDATE announcement SET title = 'Another Title' WHERE name = 'draft-example-garden1'", "full text");
}

static void
test_pages (void)
{
  char *folder = support_folder ();
  g_autofree char *path = support_path (folder, "nikkan.db"), *mails = support_path (folder, "a.mbox"), *data = NULL;
  g_autoptr (GString) mbox = support_mbox (0, 400);
  g_autoptr (GPtrArray) faults = NULL;
  NkStore *store = nk_store_open (path, NK_STORE_WRITE, NULL);
  gsize length;

  support_write (mails, mbox->str, -1);
  support_import (store, NULL, mails, NULL);
  nk_store_free (store);
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  memset (data + length / 2, 0x5a, 3 * 8192);
  support_write (path, data, (gssize)length);
  store = nk_store_open (path, NK_STORE_READ, NULL);
  g_assert_nonnull (store);
  faults = nk_store_check (store, NULL);
  g_assert_cmpuint (faults->len, >=, 1);
  nk_store_free (store);
  support_remove (folder);
}

static void
test_reader (void)
{
  char *folder = support_folder ();
  g_autofree char *path = support_path (folder, "nikkan.db"), *mails = support_path (folder, "a.mbox");
  g_autoptr (GString) mbox = support_mbox (0, 40);
  g_autoptr (GPtrArray) faults = NULL;
  NkStore *store = nk_store_open (path, NK_STORE_WRITE, NULL);

  support_write (mails, mbox->str, -1);
  support_import (store, NULL, mails, NULL);
  nk_store_free (store);
  store = nk_store_open (path, NK_STORE_READ, NULL);
  faults = nk_store_check (store, NULL);
  g_assert_cmpuint (faults->len, ==, 0);
  nk_store_free (store);
  support_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/a_sound_store_has_no_faults", test_sound);
  g_test_add_func ("/check/a_reader_can_check_too", test_reader);
  g_test_add_func ("/check/rows_that_do_not_agree_are_found", test_rows);
  g_test_add_func ("/check/damaged_pages_are_found_and_end_nothing", test_pages);
  return g_test_run ();
}
