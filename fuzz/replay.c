/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Runs a harness without a fuzzer: `replay FOLDER...` gives it every file of the folders, one test for each, and reports in TAP. A broken promise aborts the program,
 * which the test runner counts as a failure; the file is named before it is run. */
#include "fuzz.h"

#include <stdio.h>

#define MAX_FILES 100000

static gint
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* A folder that is not there has no files: nothing was found yet. */
static void
add_files (GPtrArray *paths, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && paths->len < MAX_FILES && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (name[0] != '.' && g_file_test (path, G_FILE_TEST_IS_REGULAR))
      g_ptr_array_add (paths, g_steal_pointer (&path));
  }
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (int i = 1; i < argc; i++)
    add_files (paths, argv[i]);
  g_ptr_array_sort (paths, compare_paths);
  printf ("TAP version 13\n1..%u\n", paths->len);
  for (guint i = 0; i < paths->len; i++) {
    const char *path = g_ptr_array_index (paths, i);
    g_autofree char *name = g_path_get_basename (path), *data = NULL;
    g_autoptr (GError) error = NULL;
    gsize length;

    printf ("# %s\n", path);
    fflush (stdout);
    if (g_file_get_contents (path, &data, &length, &error)) {
      LLVMFuzzerTestOneInput ((const uint8_t *)data, length);
      printf ("ok %u - %s\n", i + 1, name);
    } else {
      printf ("not ok %u - %s: %s\n", i + 1, name, error->message);
    }
  }
  return 0;
}
