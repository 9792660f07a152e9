/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* language/arena.h - memory for one sentence: handed out in pieces, given back all at once.
 * Floor: language. A parse makes thousands of small nodes that live and die together. */
#pragma once
#include <glib.h>

typedef struct _NkArena NkArena;

NkArena *nk_arena_new (void);
void nk_arena_free (NkArena *arena);
/* Zeroed, aligned for any type. Never NULL. */
gpointer nk_arena_take (NkArena *arena, gsize size_bytes);
/* As nk_arena_take, with a copy of `data` in it. */
gpointer nk_arena_copy (NkArena *arena, gconstpointer data, gsize size_bytes);
char *nk_arena_text (NkArena *arena, const char *text, gsize length);
char *nk_arena_join (NkArena *arena, const char *a, const char *b);
/* Everything that was taken is gone; up to 4 MiB stay for what comes next. */
void nk_arena_reset (NkArena *arena);

#define nk_arena_new0(arena, Type) ((Type *)nk_arena_take ((arena), sizeof (Type)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkArena, nk_arena_free)
