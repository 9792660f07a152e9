/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* scratch.h - a folder for one test, gone after it. */
#pragma once
#include <glib.h>
#include <glib/gstdio.h>

typedef struct {
  char *folder;
} Scratch;

static inline Scratch
scratch_new (void)
{
  g_autoptr (GError) error = NULL;
  Scratch scratch = { g_dir_make_tmp ("nikkan-test-XXXXXX", &error) };

  g_assert_no_error (error);
  return scratch;
}

static inline char *
scratch_path (const Scratch *scratch, const char *name)
{
  return g_build_filename (scratch->folder, name, NULL);
}

/* Returns: (transfer full): the path of a new file with `text`. */
static inline char *
scratch_file (const Scratch *scratch, const char *name, const char *text, gssize length)
{
  g_autoptr (GError) error = NULL;
  char *path = scratch_path (scratch, name);

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
  return path;
}

/* Removes the folder and what stands in it, two floors deep: no test goes deeper. */
static inline void
scratch_clear (Scratch *scratch)
{
  for (int depth = 0; depth < 3; depth++) {
    g_autoptr (GDir) folder = g_dir_open (scratch->folder, 0, NULL);
    const char *name;

    while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
      g_autofree char *path = g_build_filename (scratch->folder, name, NULL);
      g_autoptr (GDir) inner = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
      const char *inner_name;

      while (inner != NULL && (inner_name = g_dir_read_name (inner)) != NULL) {
        g_autofree char *inner_path = g_build_filename (path, inner_name, NULL);

        (void)g_remove (inner_path);
      }
      (void)g_remove (path);
    }
  }
  (void)g_rmdir (scratch->folder);
  g_clear_pointer (&scratch->folder, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scratch, scratch_clear)
