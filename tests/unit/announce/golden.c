/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* One test for each folder of tests/golden: message.eml is read as any mail would be and compared with announcement.json, or with verdict.json
 * where it must not count. GOLDEN_WRITE=1 in the environment writes what was found instead; read it before you keep it. */
#include "sample.h"
#include <glib/gstdio.h>

#define MAX_FILE_BYTES (1u << 20)

static const char *const verdict_words[] = {
  [NK_VERDICT_ANNOUNCEMENT] = "announcement",
  [NK_VERDICT_COPY] = "copy",
  [NK_VERDICT_UNRECOGNISED] = "unrecognised",
  [NK_VERDICT_UNREADABLE] = "unreadable",
};

/* The only message of a mailbox. */
static NkMessage *
read_message (const char *path, NkParser parser)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NkMailbox) mailbox = nk_mailbox_open (path, NULL, NULL, &error);
  g_autoptr (NkMessage) message = NULL;
  NkRawMessage raw;

  g_assert_no_error (error);
  g_assert_cmpint (nk_mailbox_next (mailbox, &raw, &error), ==, NK_MAILBOX_MESSAGE);
  message = nk_message_parse (&raw, parser);
  g_assert_cmpint (nk_mailbox_next (mailbox, &raw, &error), ==, NK_MAILBOX_END);
  return g_steal_pointer (&message);
}

/* What is to be found in the folder's JSON; the name of the file goes to *ret_file (static). */
static char *
recognise (const char *path, NkParser parser, const NkGroupTable *groups, const char **ret_file)
{
  g_autoptr (NkMessage) message = read_message (path, parser);
  g_auto (NkRecognition) recognition = { 0 };
  g_autofree char *reason = NULL;

  nk_announcement_recognise (message, groups, &recognition);
  *ret_file = recognition.verdict == NK_VERDICT_ANNOUNCEMENT ? "announcement.json" : "verdict.json";
  if (recognition.verdict == NK_VERDICT_ANNOUNCEMENT)
    return nk_announcement_to_json (recognition.announcement);
  reason = g_strescape (recognition.reason, NULL);
  return g_strdup_printf ("{\n  \"reason\": \"%s\",\n  \"verdict\": \"%s\"\n}\n", reason, verdict_words[recognition.verdict]);
}

static void
write_golden (const char *folder, const char *file, const char *found)
{
  static const char *const files[] = { "announcement.json", "verdict.json" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *path = g_build_filename (folder, files[i], NULL);
    if (strcmp (files[i], file) == 0)
      g_assert_true (g_file_set_contents (path, found, -1, NULL));
    else
      g_unlink (path);
  }
}

static void
test_folder (gconstpointer data)
{
  const char *folder = data, *file, *file_by_gmime;
  g_autoptr (NkGroupTable) groups = sample_groups ();
  g_autofree char *message = g_build_filename (folder, "message.eml", NULL);
  g_autofree char *found = recognise (message, NK_PARSER_BOTH, groups, &file);
  g_autofree char *found_by_gmime = recognise (message, NK_PARSER_GMIME, groups, &file_by_gmime);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *expected = NULL;

  g_assert_cmpstr (found, ==, found_by_gmime);
  if (g_strcmp0 (g_getenv ("GOLDEN_WRITE"), "1") == 0) {
    write_golden (folder, file, found);
    return;
  }
  if (!g_file_get_contents (path, &expected, NULL, NULL))
    g_test_fail_printf ("%s is missing; found:\n%s", path, found);
  else
    g_assert_cmpstr (found, ==, expected);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The names of the folders, in order, so that the tests of two runs can be compared. */
static GPtrArray *
list_folders (const char *root)
{
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *message = g_build_filename (root, name, "message.eml", NULL);
    if (g_file_test (message, G_FILE_TEST_IS_REGULAR))
      g_ptr_array_add (names, g_strdup (name));
  }
  g_ptr_array_sort (names, compare_texts);
  return names;
}

/* Without its folder the whole program would pass by testing nothing. */
static void
test_there_are_cases (gconstpointer data)
{
  g_assert_cmpuint (GPOINTER_TO_UINT (data), >, 50);
}

int
main (int argc, char **argv)
{
  g_autofree char *root = NULL;
  g_autoptr (GPtrArray) names = NULL;

  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions (); /* one case that differs must not hide the others */
  root = g_build_filename (g_test_get_dir (G_TEST_DIST), "tests", "golden", NULL);
  names = list_folders (root);
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *test = g_strconcat ("/golden/", names->pdata[i], NULL);
    g_test_add_data_func_full (test, g_build_filename (root, names->pdata[i], NULL), test_folder, g_free);
  }
  g_test_add_data_func ("/golden/there_are_cases", GUINT_TO_POINTER (names->len), test_there_are_cases);
  return g_test_run ();
}
