/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "summary/summaries.h"
#include "engine_stamp.h"
#include "store/summary_row.h"
#include "summary/gloss.h"

#include <string.h>
#include <unistd.h>
#include <xxhash.h>

#define MIN_FOR_TWO_THREADS 24 /* below, a thread costs more than it saves */

typedef struct {
  gint64 announcement_id;
  NkSummaryRequest request;
  NkSummary *summary;
  guint64 stamp;   /* of what it is made from, if it can be kept or pooled */
  gboolean is_new; /* not in the store */
} Item;

struct _NkSummaries {
  char *language;
  NkLexiconShelf *shelf;
  NkStore *store;
  NkSummaryPool *pool;
  GArray *items;
  guint n_made; /* items before this one have their summaries */
};

/* What two threads share: each takes the next item that nobody has taken. */
typedef struct {
  Item *items;
  gint n_items;
  gint next;
} Work;

static void
clear_item (gpointer data)
{
  nk_summary_free (((Item *)data)->summary);
}

NkSummaries *
nk_summaries_new (const char *language, NkLexiconShelf *shelf, NkStore *store)
{
  NkSummaries *summaries = g_new0 (NkSummaries, 1);

  summaries->language = g_strdup (language);
  summaries->shelf = g_str_equal (language, "ja") ? shelf : NULL;
  summaries->store = summaries->shelf != NULL ? store : NULL;
  summaries->items = g_array_new (FALSE, TRUE, sizeof (Item));
  g_array_set_clear_func (summaries->items, clear_item);
  return summaries;
}

void
nk_summaries_free (NkSummaries *summaries)
{
  if (summaries == NULL)
    return;
  g_free (summaries->language);
  g_array_unref (summaries->items);
  g_free (summaries);
}

void
nk_summaries_use_pool (NkSummaries *summaries, NkSummaryPool *pool)
{
  summaries->pool = pool;
}

static Item *
item_at (const NkSummaries *summaries, guint place)
{
  return &g_array_index (summaries->items, Item, place);
}

void
nk_summaries_add (NkSummaries *summaries, gint64 announcement_id, const NkSummaryRequest *request)
{
  Item item = { announcement_id, *request, NULL, 0, FALSE };

  item.request.language = summaries->language;
  g_array_append_val (summaries->items, item);
}

guint
nk_summaries_count (const NkSummaries *summaries)
{
  return summaries->items->len;
}

/* --- what is kept */

static guint64
hash_text (const char *text, guint64 seed)
{
  return XXH3_64bits_withSeed (text != NULL ? text : "", (text != NULL ? strlen (text) : 0) + 1, seed);
}

static guint64
stamp_of (const NkSummaryRequest *request, guint64 seed)
{
  char standing = (char)request->standing;

  seed = XXH3_64bits_withSeed (&standing, sizeof standing, seed);
  return hash_text (request->abstract, hash_text (request->title, hash_text (request->name, seed)));
}

/* The engine's own name for an engine that a row names; NULL if there is none of this name any more. */
static const char *
engine_name (const char *name)
{
  const NkSummaryEngine *engine;

  for (guint i = 0; (engine = nk_summary_engine (i)) != NULL; i++)
    if (g_str_equal (engine->name, name))
      return engine->name;
  return NULL;
}

static const char *
level_word (const char *word)
{
  for (guint i = 0; word != NULL && i < NK_N_GLOSS_LEVELS; i++)
    if (g_str_equal (nk_gloss_level_word ((NkGlossLevel)i), word))
      return nk_gloss_level_word ((NkGlossLevel)i);
  return NULL;
}

/* NULL if this program could not have written it. */
static NkSummary *
summary_of_row (NkSummaryRow *row)
{
  const char *engine = engine_name (row->engine), *level = level_word (row->level);
  g_auto (GStrv) sources = NULL;
  NkSummary *summary;

  if (engine == NULL || (level == NULL) != (row->level == NULL))
    return NULL;
  summary = g_new0 (NkSummary, 1);
  *summary = (NkSummary){ .text = g_steal_pointer (&row->text),
                          .engine = engine,
                          .confidence = row->confidence / 100.0,
                          .sources = g_ptr_array_new_with_free_func (g_free),
                          .is_quoted = row->is_quoted,
                          .level = level };
  sources = g_strsplit (row->sources, "\n", -1);
  for (guint i = 0; sources[i] != NULL; i++)
    g_ptr_array_add (summary->sources, g_steal_pointer (&sources[i]));
  return summary;
}

static NkSummaryRow *
row_of_item (const Item *item)
{
  NkSummaryRow *row = g_new0 (NkSummaryRow, 1);
  const NkSummary *summary = item->summary;
  GString *sources = g_string_new (NULL);

  for (guint i = 0; i < summary->sources->len; i++)
    g_string_append_printf (sources, i > 0 ? "\n%s" : "%s", (const char *)g_ptr_array_index (summary->sources, i));
  row->announcement_id = item->announcement_id;
  row->stamp = item->stamp;
  row->engine = g_strdup (summary->engine);
  row->level = g_strdup (summary->level);
  row->confidence = (guint)(summary->confidence * 100 + 0.5);
  row->is_quoted = summary->is_quoted;
  row->text = g_strdup (summary->text);
  row->sources = g_string_free (sources, FALSE);
  return row;
}

/* FALSE if the tables are not there. */
static gboolean
set_stamps (NkSummaries *summaries, guint first, GError **error)
{
  guint64 tables = 0;

  if (summaries->shelf != NULL && !nk_lexicon_shelf_stamp (summaries->shelf, &tables, error))
    return FALSE;
  for (guint i = first; i < summaries->items->len; i++) {
    Item *item = item_at (summaries, i);

    item->stamp = stamp_of (&item->request, tables ^ NK_ENGINE_STAMP);
  }
  return TRUE;
}

/* In a pool the languages stand together. */
static guint64
pool_stamp (const NkSummaries *summaries, const Item *item)
{
  return hash_text (summaries->language, item->stamp);
}

static void
take_pooled (NkSummaries *summaries, guint first)
{
  for (guint i = first; i < summaries->items->len; i++) {
    Item *item = item_at (summaries, i);

    item->summary = nk_summary_pool_get (summaries->pool, pool_stamp (summaries, item));
  }
}

static void
give_to_pool (NkSummaries *summaries, guint first)
{
  for (guint i = first; i < summaries->items->len; i++) {
    const Item *item = item_at (summaries, i);

    nk_summary_pool_add (summaries->pool, pool_stamp (summaries, item), item->summary);
  }
}

/* Takes from the store what it has for the items from `first` on that have none yet. A store that cannot answer has nothing. */
static void
take_kept (NkSummaries *summaries, guint first)
{
  g_autofree gint64 *ids = g_new (gint64, summaries->items->len - first);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) rows = NULL;
  guint n = 0;

  for (guint i = first; i < summaries->items->len; i++)
    if (item_at (summaries, i)->summary == NULL)
      ids[n++] = item_at (summaries, i)->announcement_id;
  if (n == 0)
    return;
  rows = nk_query_summaries (summaries->store, summaries->language, ids, n, NULL);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    g_hash_table_replace (by_id, &((NkSummaryRow *)rows->pdata[i])->announcement_id, rows->pdata[i]);
  for (guint i = first; i < summaries->items->len; i++) {
    Item *item = item_at (summaries, i);
    NkSummaryRow *row = item->summary == NULL ? g_hash_table_lookup (by_id, &item->announcement_id) : NULL;

    if (row != NULL && row->stamp == item->stamp && row->text != NULL)
      item->summary = summary_of_row (row);
    item->is_new = item->summary == NULL;
  }
}

guint
nk_summaries_n_new (const NkSummaries *summaries)
{
  guint n = 0;

  for (guint i = 0; i < summaries->items->len; i++)
    n += item_at (summaries, i)->is_new;
  return n;
}

gboolean
nk_summaries_write (NkSummaries *summaries, NkStore *writer, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)nk_summary_row_free);

  for (guint i = 0; i < summaries->items->len; i++)
    if (item_at (summaries, i)->is_new)
      g_ptr_array_add (rows, row_of_item (item_at (summaries, i)));
  if (!nk_summary_rows_write (writer, summaries->language, rows, error))
    return FALSE;
  for (guint i = 0; i < summaries->items->len; i++)
    item_at (summaries, i)->is_new = FALSE;
  return TRUE;
}

void
nk_summaries_keep (NkSummaries *summaries, const char *database)
{
  g_autoptr (NkStore) store = NULL;

  /* A writer would make a database that is not there. */
  if (nk_summaries_n_new (summaries) == 0 || access (database, R_OK | W_OK) != 0)
    return;
  store = nk_store_open (database, NK_STORE_WRITE, NULL);
  if (store != NULL)
    nk_summaries_write (summaries, store, NULL);
}

/* --- making */

static gpointer
work_on (gpointer data)
{
  g_autoptr (NkArena) arena = nk_arena_new ();
  Work *work = data;
  gint place;

  while ((place = g_atomic_int_add (&work->next, 1)) < work->n_items) {
    Item *item = &work->items[place];

    if (item->summary != NULL)
      continue;
    item->request.arena = arena;
    item->summary = nk_summary_make (&item->request);
    item->request.arena = NULL;
    /* As precise as it is told and kept. */
    item->summary->confidence = (double)(int)(CLAMP (item->summary->confidence, 0.0, 1.0) * 100.0 + 0.5) / 100.0;
  }
  return NULL;
}

gboolean
nk_summaries_make (NkSummaries *summaries, GError **error)
{
  guint first = summaries->n_made, n_missing = 0;
  Work work = { (Item *)(void *)summaries->items->data + first, (gint)(summaries->items->len - first), 0 };
  const NkLexicon *lexicon = NULL;
  GThread *other = NULL;

  if (work.n_items == 0)
    return TRUE;
  if ((summaries->store != NULL || summaries->pool != NULL) && !set_stamps (summaries, first, error))
    return FALSE;
  if (summaries->pool != NULL)
    take_pooled (summaries, first);
  if (summaries->store != NULL)
    take_kept (summaries, first);
  for (gint i = 0; i < work.n_items; i++)
    n_missing += work.items[i].summary == NULL;
  if (n_missing > 0 && summaries->shelf != NULL && (lexicon = nk_lexicon_shelf_get (summaries->shelf, error)) == NULL)
    return FALSE;
  for (gint i = 0; i < work.n_items; i++)
    work.items[i].request.lexicon = lexicon;
  if (lexicon != NULL && n_missing >= MIN_FOR_TWO_THREADS && g_get_num_processors () > 1)
    other = g_thread_try_new ("nikkan-summary", work_on, &work, NULL);
  work_on (&work);
  if (other != NULL)
    g_thread_join (other);
  if (summaries->pool != NULL)
    give_to_pool (summaries, first);
  summaries->n_made = summaries->items->len;
  return TRUE;
}

const NkSummary *
nk_summaries_get (const NkSummaries *summaries, guint place)
{
  g_return_val_if_fail (place < summaries->n_made, NULL);
  return item_at (summaries, place)->summary;
}

NkSummary *
nk_summary_make_one (gint64 announcement_id, const NkSummaryRequest *request, NkLexiconShelf *shelf, NkStore *store, NkSummaryPool *pool,
                     GError **error)
{
  g_autoptr (NkSummaries) one = nk_summaries_new (request->language, shelf, store);

  nk_summaries_use_pool (one, pool);
  nk_summaries_add (one, announcement_id, request);
  return nk_summaries_make (one, error) ? g_steal_pointer (&item_at (one, 0)->summary) : NULL;
}
