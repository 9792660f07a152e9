/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* A query as it is written: in its one spelling, and for FTS5. */
#include "store/search_private.h"

static const char *const field_names[NK_SEARCH_N_FIELDS] = { "group", "area", "author", "topic", "kind", "from", "to" };

const char *
nk_search_field_name (NkSearchFieldId field)
{
  return field_names[field];
}

const char *
nk_search_order_word (NkSearchOrder order)
{
  switch (order) {
  case NK_SEARCH_NEWEST: return "newest";
  case NK_SEARCH_RANKED: return "ranked";
  }
  g_assert_not_reached ();
}

char *
nk_search_fold (NkSlice text, NkSearchFold *ret_fold)
{
  g_autoptr (GString) words = g_string_new (NULL);
  NkWordScan scan;
  NkWord word;

  *ret_fold = (NkSearchFold){ 0 };
  nk_word_scan_begin (&scan, text);
  while (nk_word_scan_next (&scan, &word)) {
    if (!word.is_joined && words->len > 0)
      g_string_append_c (words, ' ');
    g_string_append_len (words, word.text, (gssize)word.length);
    ret_fold->n_runs += !word.is_joined;
    ret_fold->n_words++;
    ret_fold->n_last = (guint)g_utf8_strlen (word.text, (gssize)word.length);
    ret_fold->ends_single = word.is_single;
    ret_fold->ends_alone = word.is_single && !word.is_joined;
  }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* --- the one spelling */

static void
write_values (GString *text, NkSearchFieldId field, const char *sign, const GPtrArray *values)
{
  for (guint i = 0; i < values->len; i++) {
    const char *value = values->pdata[i];
    const char *quote = strchr (value, ' ') != NULL ? "\"" : "";

    g_string_append_printf (text, " %s%s:%s%s%s", sign, field_names[field], quote, value, quote);
  }
}

static void
write_kinds (GString *text, const char *sign, guint32 kinds)
{
  for (guint kind = NK_KIND_INTERNET_DRAFT; kind <= NK_KIND_OTHER; kind++)
    if ((kinds & (1u << kind)) != 0)
      g_string_append_printf (text, " %s%s:%s", sign, field_names[NK_SEARCH_KIND], nk_kind_word ((NkKind)kind));
}

static void
write_day (GString *text, NkSearchFieldId field, NkDay day)
{
  g_autofree char *date = nk_day_format (day);

  if (day != NK_DAY_NONE)
    g_string_append_printf (text, " %s:%s", field_names[field], date);
}

char *
nk_search_query_write (const NkSearchQuery *query)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < query->terms->len; i++) {
    const NkSearchTerm *term = &g_array_index (query->terms, NkSearchTerm, i);
    const char *quote = term->is_quoted ? "\"" : "";

    g_string_append_printf (text, " %s%s%s%s%s", term->is_negative ? "-" : "", quote, term->words, quote, term->is_prefix ? "*" : "");
  }
  for (guint i = 0; i < NK_SEARCH_KIND; i++) {
    write_values (text, (NkSearchFieldId)i, "", query->values[i]);
    write_values (text, (NkSearchFieldId)i, "-", query->not_values[i]);
  }
  write_kinds (text, "", query->kinds);
  write_kinds (text, "-", query->not_kinds);
  write_day (text, NK_SEARCH_FROM, query->from);
  write_day (text, NK_SEARCH_TO, query->to);
  return g_strdup (text->len > 0 ? text->str + 1 : "");
}

/* --- for FTS5 */

/* One character of Japanese stands at the beginning of a token wherever it stands in a run. */
static gboolean
ends_alone (const char *words)
{
  NkSearchFold fold;
  g_autofree char *same = nk_search_fold (nk_slice_text (words), &fold);

  return fold.ends_alone;
}

static void
append_phrase (GString *match, const char *joint, const char *words, gboolean is_prefix)
{
  g_string_append_printf (match, "%s\"%s\"%s", match->len > 0 ? joint : "", words, is_prefix || ends_alone (words) ? " *" : "");
}

/* Any one of them. */
static void
append_authors (GString *match, const GPtrArray *authors)
{
  g_autoptr (GString) any = g_string_new (NULL);

  for (guint i = 0; i < authors->len; i++)
    append_phrase (any, " OR ", authors->pdata[i], FALSE);
  if (any->len > 0)
    g_string_append_printf (match, "%sauthors : (%s)", match->len > 0 ? " AND " : "", any->str);
}

static char *
take_match (GString *match)
{
  return g_string_free (match, match->len == 0);
}

char *
nk_search_query_match (const NkSearchQuery *query)
{
  GString *match = g_string_new (NULL);

  for (guint i = 0; i < query->terms->len; i++) {
    const NkSearchTerm *term = &g_array_index (query->terms, NkSearchTerm, i);

    if (!term->is_negative)
      append_phrase (match, " AND ", term->words, term->is_prefix);
  }
  append_authors (match, query->values[NK_SEARCH_AUTHOR]);
  return take_match (match);
}

char *
nk_search_query_match_not (const NkSearchQuery *query)
{
  GString *match = g_string_new (NULL);

  for (guint i = 0; i < query->terms->len; i++) {
    const NkSearchTerm *term = &g_array_index (query->terms, NkSearchTerm, i);

    if (term->is_negative)
      append_phrase (match, " OR ", term->words, term->is_prefix);
  }
  return take_match (match);
}
