/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "language/arena.h"

#include <string.h>

#define BLOCK_BYTES ((gsize)100 << 10) /* below 128 KiB, from which on malloc maps memory anew for each document */
#define ALIGNMENT ((gsize)16)

struct _NkArena {
  GPtrArray *blocks; /* the first has BLOCK_BYTES, and stays */
  gsize used, size;  /* of the last block */
};

NkArena *
nk_arena_new (void)
{
  NkArena *arena = g_new (NkArena, 1);

  arena->blocks = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (arena->blocks, g_malloc (BLOCK_BYTES));
  arena->used = 0;
  arena->size = BLOCK_BYTES;
  return arena;
}

void
nk_arena_free (NkArena *arena)
{
  if (arena == NULL)
    return;
  g_ptr_array_unref (arena->blocks);
  g_free (arena);
}

static gpointer
take (NkArena *arena, gsize size_bytes)
{
  gsize size = (size_bytes + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
  char *block;

  if (arena->used + size > arena->size) {
    arena->size = MAX (size, BLOCK_BYTES);
    g_ptr_array_add (arena->blocks, g_malloc (arena->size));
    arena->used = 0;
  }
  block = g_ptr_array_index (arena->blocks, arena->blocks->len - 1);
  block += arena->used;
  arena->used += size;
  return block;
}

gpointer
nk_arena_take (NkArena *arena, gsize size_bytes)
{
  return memset (take (arena, size_bytes), 0, size_bytes);
}

gpointer
nk_arena_copy (NkArena *arena, gconstpointer data, gsize size_bytes)
{
  return memcpy (take (arena, size_bytes), data, size_bytes);
}

char *
nk_arena_text (NkArena *arena, const char *text, gsize length)
{
  char *copy = take (arena, length + 1);

  memcpy (copy, text, length);
  copy[length] = '\0';
  return copy;
}

char *
nk_arena_join (NkArena *arena, const char *a, const char *b)
{
  gsize n = strlen (a);
  char *text = nk_arena_take (arena, n + strlen (b) + 1);

  memcpy (text, a, n);
  memcpy (text + n, b, strlen (b));
  return text;
}

void
nk_arena_reset (NkArena *arena)
{
  if (arena->blocks->len > 1)
    g_ptr_array_set_size (arena->blocks, 1);
  arena->used = 0;
  arena->size = BLOCK_BYTES;
}
