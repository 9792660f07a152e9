/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "summary/summaries.h"

#define MIN_FOR_TWO_THREADS 24 /* below, a thread costs more than it saves */

typedef struct {
  gint64 announcement_id;
  NkSummaryRequest request;
  NkSummary *summary;
} Item;

struct _NkSummaries {
  char *language;
  NkLexiconShelf *shelf;
  GArray *items;
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
nk_summaries_new (const char *language, NkLexiconShelf *shelf)
{
  NkSummaries *summaries = g_new0 (NkSummaries, 1);

  summaries->language = g_strdup (language);
  summaries->shelf = shelf;
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
nk_summaries_add (NkSummaries *summaries, gint64 announcement_id, const NkSummaryRequest *request)
{
  Item item = { announcement_id, *request, NULL };

  item.request.language = summaries->language;
  g_array_append_val (summaries->items, item);
}

guint
nk_summaries_count (const NkSummaries *summaries)
{
  return summaries->items->len;
}

static gpointer
work_on (gpointer data)
{
  Work *work = data;
  gint place;

  while ((place = g_atomic_int_add (&work->next, 1)) < work->n_items)
    if (work->items[place].summary == NULL)
      work->items[place].summary = nk_summary_make (&work->items[place].request);
  return NULL;
}

static gboolean
needs_tables (const NkSummaries *summaries)
{
  return summaries->shelf != NULL && g_str_equal (summaries->language, "ja");
}

gboolean
nk_summaries_make (NkSummaries *summaries, GError **error)
{
  Work work = { (Item *)(void *)summaries->items->data, (gint)summaries->items->len, 0 };
  const NkLexicon *lexicon = NULL;
  GThread *other = NULL;
  guint n_missing = 0;

  for (gint i = 0; i < work.n_items; i++)
    n_missing += work.items[i].summary == NULL;
  if (n_missing == 0)
    return TRUE;
  if (needs_tables (summaries) && (lexicon = nk_lexicon_shelf_get (summaries->shelf, error)) == NULL)
    return FALSE;
  for (gint i = 0; i < work.n_items; i++)
    work.items[i].request.lexicon = lexicon;
  if (lexicon != NULL && n_missing >= MIN_FOR_TWO_THREADS && g_get_num_processors () > 1)
    other = g_thread_try_new ("nikkan-summary", work_on, &work, NULL);
  work_on (&work);
  if (other != NULL)
    g_thread_join (other);
  return TRUE;
}

const NkSummary *
nk_summaries_get (const NkSummaries *summaries, guint place)
{
  g_return_val_if_fail (place < summaries->items->len, NULL);
  return g_array_index (summaries->items, Item, place).summary;
}

NkSummary *
nk_summary_make_one (const NkSummaryRequest *request, NkLexiconShelf *shelf, GError **error)
{
  g_autoptr (NkSummaries) one = nk_summaries_new (request->language, shelf);

  nk_summaries_add (one, 0, request);
  return nk_summaries_make (one, error) ? g_steal_pointer (&g_array_index (one->items, Item, 0).summary) : NULL;
}
