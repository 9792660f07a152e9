/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Which nodes of the tree were said, and which were not. */
#include "language/generate_private.h"

void
nk_say_mark (NkSay *say, const NkNode *node)
{
  g_hash_table_add (say->said, (gpointer)node);
}

void
nk_say_warn (NkSay *say, const char *warning)
{
  say->n_warnings++;
  if (say->warning == NULL)
    say->warning = warning;
}

guint
nk_say_count_lost (const NkSay *say, const NkNode *node)
{
  const NkNode *const children[] = { node->object,  node->p,          node->r,       node->infinitive, node->that,    node->adjective,
                                     node->adverbs, node->adverbials, node->bracket, node->posts,      node->subject, node->phrase,
                                     node->clause,  node->lead,       node->a,       node->b,          node->item,    node->next };
  guint n = node->kind != NK_NODE_LIST && !g_hash_table_contains (say->said, node);

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    if (children[i] != NULL)
      n += nk_say_count_lost (say, children[i]);
  for (const NkItem *item = node->items; item != NULL; item = item->before)
    if (item->bracket != NULL)
      n += nk_say_count_lost (say, item->bracket);
  return n;
}
