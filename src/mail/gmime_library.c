/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#define NK_GMIME_LOADER
#include "mail/message_gmime_private.h"
#include <dlfcn.h>

/* Its name on every system since 2017; another one would not be the library that the header describes. */
#define LIBRARY "libgmime-3.0.so.0"

static gpointer
load_gmime (gpointer data)
{
  NkGmime *gmime = g_new0 (NkGmime, 1);
  void *library = dlopen (LIBRARY, RTLD_NOW | RTLD_LOCAL);

  if (library == NULL)
    g_error ("%s", dlerror ());
#define FIND(name)                                                                                                                         \
  gmime->name = (__typeof__ (gmime->name))dlsym (library, #name);                                                                          \
  g_assert (gmime->name != NULL);
  NK_GMIME_FUNCTIONS (FIND)
#undef FIND
  gmime->g_mime_init ();
  return gmime;
}

const NkGmime *
nk_gmime (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_gmime, NULL);
}
