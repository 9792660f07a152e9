/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "ground/share.h"

/* ../share/nikkan beside the running program: a program that was moved with its files still finds them. */
static char *
folder_beside_program (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = NULL;

  if (program == NULL)
    return NULL;
  folder = g_path_get_dirname (program);
  return g_build_filename (folder, "..", "share", "nikkan", NULL);
}

char *
nk_share_path (const char *name, GError **error)
{
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) places = g_string_new (NULL);
  const char *chosen = g_getenv ("NIKKAN_SHARE");

  g_return_val_if_fail (name != NULL, NULL);
  if (chosen != NULL && chosen[0] != '\0') {
    g_ptr_array_add (folders, g_strdup (chosen));
  } else {
    char *beside = folder_beside_program ();

    if (beside != NULL)
      g_ptr_array_add (folders, beside);
    g_ptr_array_add (folders, g_strdup (NK_SOURCE_SHARE));
    g_ptr_array_add (folders, g_strdup (NK_INSTALLED_SHARE));
  }
  for (guint i = 0; i < folders->len; i++) {
    g_autofree char *path = g_build_filename (g_ptr_array_index (folders, i), name, NULL);

    if (g_file_test (path, G_FILE_TEST_EXISTS))
      return g_steal_pointer (&path);
    g_string_append_printf (places, "%s%s", i == 0 ? "" : ", ", (const char *)g_ptr_array_index (folders, i));
  }
  g_set_error (error, NK_ERROR, NK_ERROR_NOT_FOUND, "%s: not found in %s", name, places->str);
  return NULL;
}
