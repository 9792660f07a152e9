/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/words.c - words.tsv of a language: every label and sentence that the program chooses by itself. All keys must be there, no other may be. */
#include "edition/template_private.h"
#include "ground/tsv.h"

#include <string.h>

static const NkWordRow rows[] = {
  { "title", "word_edition" },
  { "greeting", "word_edition" },
  { "description", "word_edition" },
  { "part", "word_edition" },
  { "state.complete", "word_edition" },
  { "state.quiet", "word_edition" },
  { "state.incomplete", "word_edition" },
  { "basis.sources", "word_none" },
  { "basis.later_mail", "word_none" },
  { "basis.mails", "word_none" },
  { "missing.nothing_before", "word_missing" },
  { "missing.nothing_after", "word_missing" },
  { "missing.source", "word_missing" },
  { "missing.unreadable", "word_missing" },
  { "missing.undated", "word_missing" },
  { "missing.no_mail", "word_missing" },
  { "missing.no_dates", "word_missing" },
  { "missing.other_days", "word_missing" },
  { "missing.files", "word_missing" },
  { "contents", "word_none" },
  { "separator", "word_none" },
  { "change.new", "word_document" },
  { "change.revised", "word_document" },
  { "change.adopted", "word_document" },
  { "changed", "word_fields" },
  { "changed.title", "word_none" },
  { "changed.authors", "word_none" },
  { "changed.abstract", "word_none" },
  { "changed.separator", "word_none" },
  { "standing.individual", "word_document" },
  { "standing.wg", "word_document" },
  { "standing.rg", "word_document" },
  { "standing.ag", "word_document" },
  { "standing.iab", "word_document" },
  { "standing.iesg", "word_document" },
  { "standing.editorial", "word_document" },
  { "standing.rfc_editor", "word_document" },
  { "standing.iana", "word_document" },
  { "stream", "word_document" },
  { "group", "word_group" },
  { "area.art", "word_none" },
  { "area.gen", "word_none" },
  { "area.int", "word_none" },
  { "area.ops", "word_none" },
  { "area.rtg", "word_none" },
  { "area.sec", "word_none" },
  { "area.wit", "word_none" },
  { "area.irtf", "word_none" },
  { "area.none", "word_none" },
  { "pages", "word_document" },
  { "highlight.group", "word_highlight" },
  { "highlight.group.text", "word_highlight" },
  { "highlight.individual", "word_highlight" },
  { "highlight.individual.text", "word_highlight" },
  { "highlight.overview", "word_highlight" },
  { "highlight.overview.text", "word_highlight" },
  { "highlight.overview.item", "word_highlight" },
  { "highlight.themes", "word_highlight" },
  { "highlight.themes.text", "word_highlight" },
  { "highlight.themes.item", "word_highlight" },
  { "highlight.companions", "word_companions" },
  { "groups.separator", "word_none" },
  { "highlight.rfcs", "word_highlight" },
  { "highlight.rfcs.text", "word_highlight" },
  { "highlight.topic", "word_highlight" },
  { "highlight.topic.text", "word_highlight" },
  { "calendar.before_cutoff", "word_calendar" },
  { "calendar.closed", "word_calendar" },
  { "calendar.meeting", "word_calendar" },
  { "calendar.after_meeting", "word_calendar" },
  { "calendar.earlier", "word_earlier" },
  { "calendar.earlier.item", "word_cycle" },
  { "days_before", "word_days_before" },
  { "days_before.item", "day_count" },
  { "kind.last_call", "word_other" },
  { "kind.protocol_action", "word_other" },
  { "kind.document_action", "word_other" },
  { "kind.conflict_review", "word_other" },
  { "kind.status_change", "word_other" },
  { "kind.group_review", "word_other" },
  { "kind.group_action", "word_other" },
  { "kind.interim", "word_other" },
  { "kind.mailing_list", "word_other" },
  { "kind.meeting", "word_other" },
  { "kind.nomcom", "word_other" },
  { "kind.iab", "word_other" },
  { "kind.iesg", "word_other" },
  { "kind.llc", "word_other" },
  { "kind.trust", "word_other" },
  { "kind.other", "word_other" },
  { "action.issued", "word_none" },
  { "action.updated", "word_none" },
  { "action.second", "word_none" },
  { "action.extended", "word_none" },
  { "action.approved", "word_none" },
  { "action.no_problem", "word_none" },
  { "action.do_not_publish", "word_none" },
  { "action.proposed", "word_none" },
  { "action.recharter", "word_none" },
  { "action.formed", "word_none" },
  { "action.rechartered", "word_none" },
  { "action.concluded", "word_none" },
  { "action.scheduled", "word_none" },
  { "action.changed", "word_none" },
  { "action.cancelled", "word_none" },
  { "action.last_call", "word_none" },
  { "ledger", "ledger" },
  { "summaries", "word_summaries" },
};

struct _NkWords {
  char *path;
  GHashTable *phrases; /* char * -> NkTemplate * */
};

const NkWordRow *
nk_word_row (guint index)
{
  static const NkWordRow end = { NULL, NULL };

  return index < G_N_ELEMENTS (rows) ? &rows[index] : &end;
}

static const NkWordRow *
find_row (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strcmp (rows[i].key, key) == 0)
      return &rows[i];
  return NULL;
}

gboolean
nk_word_is_known (const char *key)
{
  return find_row (key) != NULL;
}

static gboolean
load_row (NkWords *words, const NkTsv *table, guint index, GError **error)
{
  g_autoptr (NkTemplate) phrase = NULL;
  const char *key = nk_tsv_cell (table, index, 0);
  guint line = nk_tsv_line (table, index);
  const NkWordRow *row = find_row (key);

  if (row == NULL) {
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s:%u: no word is called “%s”", words->path, line, key);
    return FALSE;
  }
  if (g_hash_table_contains (words->phrases, key)) {
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s:%u: the word “%s” stands here for the second time", words->path, line, key);
    return FALSE;
  }
  phrase = nk_template_parse_phrase (nk_tsv_cell (table, index, 1), words->path, line, error);
  if (phrase == NULL || !nk_template_check_names (phrase, row->scope, error))
    return FALSE;
  g_hash_table_insert (words->phrases, g_strdup (key), g_steal_pointer (&phrase));
  return TRUE;
}

NkWords *
nk_words_load (const char *path, GError **error)
{
  static const char *const columns[] = { "key", "text", NULL };
  g_autoptr (NkTsv) table = nk_tsv_load (path, columns, error);
  g_autoptr (NkWords) words = g_new0 (NkWords, 1);

  words->path = g_strdup (path);
  words->phrases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)nk_template_free);
  if (table == NULL)
    return NULL;
  for (guint i = 0; i < nk_tsv_n_rows (table); i++)
    if (!load_row (words, table, i, error))
      return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    if (g_hash_table_contains (words->phrases, rows[i].key))
      continue;
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s: the word “%s” is missing", path, rows[i].key);
    return NULL;
  }
  return g_steal_pointer (&words);
}

void
nk_words_free (NkWords *words)
{
  if (words == NULL)
    return;
  g_free (words->path);
  g_hash_table_unref (words->phrases);
  g_free (words);
}

char *
nk_words_expand (const NkWords *words, const char *key, json_t *values, GError **error)
{
  const NkTemplate *phrase = g_hash_table_lookup (words->phrases, key);

  if (phrase == NULL) {
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s: no word is called “%s”", words->path, key);
    return NULL;
  }
  return nk_template_expand_phrase (phrase, values, error);
}
