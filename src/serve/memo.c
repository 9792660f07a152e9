/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "serve/memo.h"

/* Of all editions together: some 10 KB each. */
#define MAX_DOCUMENTS 1000

typedef struct {
  NkDay day;
  NkLanguage language;
  NkMemoEdition values;
  gsize n_documents;
} Edition;

struct _NkMemo {
  NkSite *site; /* (nullable): of the editions */
  guint64 epoch;
  GQueue editions; /* Edition *, the newest first */
  gsize n_documents;
};

NkMemoEdition
nk_memo_edition_ref (const NkMemoEdition *edition)
{
  return (NkMemoEdition){ json_incref (edition->data), json_incref (edition->view), nk_blocks_ref (edition->blocks) };
}

void
nk_memo_edition_clear (NkMemoEdition *edition)
{
  g_clear_pointer (&edition->data, json_decref);
  g_clear_pointer (&edition->view, json_decref);
  g_clear_pointer (&edition->blocks, nk_blocks_unref);
}

static void
edition_free (gpointer data)
{
  Edition *edition = data;

  nk_memo_edition_clear (&edition->values);
  g_free (edition);
}

static void
drop_all (NkMemo *memo)
{
  g_queue_clear_full (&memo->editions, edition_free);
  memo->n_documents = 0;
}

NkMemo *
nk_memo_new (void)
{
  NkMemo *memo = g_new0 (NkMemo, 1);

  g_queue_init (&memo->editions);
  return memo;
}

void
nk_memo_free (NkMemo *memo)
{
  if (memo == NULL)
    return;
  drop_all (memo);
  nk_site_unref (memo->site);
  g_free (memo);
}

void
nk_memo_begin (NkMemo *memo, guint64 epoch, NkSite *site)
{
  if (epoch == memo->epoch && site == memo->site)
    return;
  drop_all (memo);
  memo->epoch = epoch;
  if (site != memo->site) {
    nk_site_unref (memo->site);
    memo->site = nk_site_ref (site);
  }
}

const NkMemoEdition *
nk_memo_edition (const NkMemo *memo, NkDay day, NkLanguage language)
{
  for (const GList *link = memo->editions.head; link != NULL; link = link->next) {
    const Edition *edition = link->data;

    if (edition->day == day && edition->language == language)
      return &edition->values;
  }
  return NULL;
}

void
nk_memo_add_edition (NkMemo *memo, NkDay day, NkLanguage language, const NkMemoEdition *values)
{
  Edition *edition = g_new (Edition, 1);
  const json_t *data = values->data;
  gsize n_documents = 1 + json_array_size (json_object_get (data, "internet_drafts")) + json_array_size (json_object_get (data, "rfcs"))
                      + json_array_size (json_object_get (data, "others"));

  *edition = (Edition){ day, language, nk_memo_edition_ref (values), n_documents };
  g_queue_push_head (&memo->editions, edition);
  memo->n_documents += n_documents;
  while (memo->n_documents > MAX_DOCUMENTS) {
    Edition *oldest = g_queue_pop_tail (&memo->editions);

    memo->n_documents -= oldest->n_documents;
    edition_free (oldest);
  }
}
