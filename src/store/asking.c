/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* store/asking.c - telling the aspects that questions look at. */
#include "store/aspect.h"
#include "store/store_private.h"

void
nk_store_listen (NkStore *store, NkDay today, NkOnAspect on_aspect, gpointer user_data)
{
  g_return_if_fail (store != NULL);
  store->on_aspect = on_aspect;
  store->on_aspect_data = user_data;
  store->today = today;
  nk_db_listen (store->db, on_aspect != NULL ? nk_store_unsaid : NULL, store);
}

void
nk_store_unsaid (gpointer data)
{
  NkStore *store = data;

  if (store->n_asking == 0)
    nk_asking_tell (store, NK_ASPECT_ALL, NULL, 0, 0);
}

void
nk_asking_tell (NkStore *store, NkAspectKind kind, const char *key, NkDay from, NkDay to)
{
  NkAspect aspect = { kind, from, to, key };

  if (store->on_aspect == NULL)
    return;
  if (to == store->today && kind != NK_ASPECT_SPAN)
    aspect.to = NK_ASPECT_UNTIL_TODAY;
  store->on_aspect (&aspect, store->on_aspect_data);
}

NkAsking
nk_asking_begin (NkStore *store, NkAspectKind kind, const char *key, NkDay from, NkDay to)
{
  nk_asking_tell (store, kind, key, from, to);
  store->n_asking++;
  return store;
}

NkAsking
nk_asking_nothing (NkStore *store)
{
  store->n_asking++;
  return store;
}

void
nk_asking_end (NkAsking *asking)
{
  if (*asking != NULL)
    (*asking)->n_asking--;
}
