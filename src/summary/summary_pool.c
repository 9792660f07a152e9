/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "summary/summary_pool.h"

#include "summary/summary_private.h"

#include <string.h>

#define OVERHEAD_BYTES 200 /* of an entry, beside its texts */

struct _NkSummaryPool {
  GMutex lock;         /* of what follows */
  GHashTable *entries; /* guint64 -> NkSummary */
  gsize bytes, max_bytes;
};

NkSummaryPool *
nk_summary_pool_new (gsize max_bytes)
{
  NkSummaryPool *pool = g_new0 (NkSummaryPool, 1);

  g_mutex_init (&pool->lock);
  pool->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)nk_summary_free);
  pool->max_bytes = max_bytes;
  return pool;
}

void
nk_summary_pool_free (NkSummaryPool *pool)
{
  if (pool == NULL)
    return;
  g_hash_table_unref (pool->entries);
  g_mutex_clear (&pool->lock);
  g_free (pool);
}

static gsize
size_of (const NkSummary *summary)
{
  gsize size = OVERHEAD_BYTES + strlen (summary->text);

  for (guint i = 0; i < summary->sources->len; i++)
    size += sizeof (gpointer) + strlen (g_ptr_array_index (summary->sources, i));
  return size;
}

NkSummary *
nk_summary_pool_get (NkSummaryPool *pool, guint64 stamp)
{
  const NkSummary *found;
  NkSummary *copy;

  g_mutex_lock (&pool->lock);
  found = g_hash_table_lookup (pool->entries, &stamp);
  copy = found != NULL ? nk_summary_copy (found) : NULL;
  g_mutex_unlock (&pool->lock);
  return copy;
}

void
nk_summary_pool_add (NkSummaryPool *pool, guint64 stamp, const NkSummary *summary)
{
  gsize size = size_of (summary);

  g_mutex_lock (&pool->lock);
  if (!g_hash_table_contains (pool->entries, &stamp)) {
    if (pool->bytes + size > pool->max_bytes) {
      g_hash_table_remove_all (pool->entries);
      pool->bytes = 0;
    }
    pool->bytes += size;
    g_hash_table_insert (pool->entries, g_memdup2 (&stamp, sizeof stamp), nk_summary_copy (summary));
  }
  g_mutex_unlock (&pool->lock);
}
