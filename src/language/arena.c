/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "language/arena.h"

#include <string.h>

#define BLOCK_BYTES ((gsize)100 << 10)
#define KEEP_BYTES ((gsize)4 << 20) /* that stay for what comes next */
#define ALIGNMENT ((gsize)16)

typedef struct {
  char *bytes;
  gsize size;
} Block;

struct _NkArena {
  GArray *blocks; /* Block */
  guint n_used;   /* of them; what comes next is taken from the last of these */
  char *next, *end;
};

static void
clear_block (gpointer data)
{
  g_free (((Block *)data)->bytes);
}

NkArena *
nk_arena_new (void)
{
  NkArena *arena = g_new0 (NkArena, 1);

  arena->blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  g_array_set_clear_func (arena->blocks, clear_block);
  return arena;
}

void
nk_arena_free (NkArena *arena)
{
  if (arena == NULL)
    return;
  g_array_unref (arena->blocks);
  g_free (arena);
}

static Block *
block_at (const NkArena *arena, guint place)
{
  return &g_array_index (arena->blocks, Block, place);
}

/* The next block that has room; those that are passed over are used again after a reset. */
static void
next_block (NkArena *arena, gsize size)
{
  while (arena->n_used < arena->blocks->len && block_at (arena, arena->n_used)->size < size)
    arena->n_used++;
  if (arena->n_used == arena->blocks->len) {
    Block block = { g_malloc (MAX (size, BLOCK_BYTES)), MAX (size, BLOCK_BYTES) };

    g_array_append_val (arena->blocks, block);
  }
  arena->next = block_at (arena, arena->n_used)->bytes;
  arena->end = arena->next + block_at (arena, arena->n_used)->size;
  arena->n_used++;
}

static inline gpointer
take (NkArena *arena, gsize size_bytes)
{
  gsize size = (MAX (size_bytes, 1) + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
  char *piece;

  if ((gsize)(arena->end - arena->next) < size)
    next_block (arena, size);
  piece = arena->next;
  arena->next += size;
  return piece;
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
  gsize kept = 0;
  guint n = 0;

  while (n < arena->n_used && kept + block_at (arena, n)->size <= KEEP_BYTES)
    kept += block_at (arena, n++)->size;
  if (n < arena->n_used)
    g_array_set_size (arena->blocks, n);
  arena->n_used = 0;
  arena->next = arena->end = NULL;
}
