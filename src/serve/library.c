/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "serve/library.h"

#include <dlfcn.h>

/* Its name since 2011, in Debian 12 and 13. */
#define LIBRARY "libmicrohttpd.so.12"

static gpointer
load (gpointer data)
{
  NkMicrohttpd *loaded = g_new0 (NkMicrohttpd, 1);
  void *library = dlopen (LIBRARY, RTLD_NOW | RTLD_LOCAL);
  gboolean is_whole = library != NULL;

#define FIND(name)                                                                                                                         \
  if (is_whole)                                                                                                                            \
    is_whole = (loaded->name = (__typeof__ (loaded->name))dlsym (library, #name)) != NULL;
  NK_MICROHTTPD_FUNCTIONS (FIND)
#undef FIND
  if (is_whole)
    return loaded;
  g_free (loaded);
  return NULL;
}

const NkMicrohttpd *
nk_microhttpd (GError **error)
{
  static GOnce once = G_ONCE_INIT;
  const NkMicrohttpd *loaded = g_once (&once, load, NULL);

  if (loaded == NULL)
    g_set_error (error, NK_ERROR, NK_ERROR_PROGRAM, "%s cannot be loaded: install libmicrohttpd12", LIBRARY);
  return loaded;
}
