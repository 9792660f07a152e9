/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/data.c - the edition as data: docs/json.md says what each key means and keeps this order. */
#include "edition/data_private.h"

typedef struct {
  guint part, parts;
  guint *part_of; /* (nullable) for each Internet-Draft; NULL: the whole day is one part */
} Cut;

static json_t *
counts_data (guint internet_drafts, guint rfcs, guint others)
{
  json_t *data = json_object ();

  json_object_set_new (data, "internet_drafts", json_integer (internet_drafts));
  json_object_set_new (data, "rfcs", json_integer (rfcs));
  json_object_set_new (data, "others", json_integer (others));
  return data;
}

/* The Internet-Drafts of the part, in the order of the day. (transfer container) NkEntry * */
static GPtrArray *
internet_drafts_of (const NkDigest *digest, const Cut *cut)
{
  GPtrArray *entries = g_ptr_array_new ();

  for (guint i = 0; i < digest->internet_drafts->len; i++)
    if (cut->part_of == NULL || cut->part_of[i] == cut->part)
      g_ptr_array_add (entries, g_ptr_array_index (digest->internet_drafts, i));
  return entries;
}

static GPtrArray *
rfcs_of (const NkDigest *digest, const Cut *cut)
{
  GPtrArray *entries = g_ptr_array_new ();

  for (guint i = 0; cut->part == 1 && i < digest->rfcs->len; i++)
    g_ptr_array_add (entries, g_ptr_array_index (digest->rfcs, i));
  return entries;
}

static void
add_summaries (NkSummaries *summaries, const GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++) {
    const NkStored *stored = ((const NkEntry *)g_ptr_array_index (entries, i))->stored;
    const NkAnnouncement *announcement = stored->announcement;
    NkSummaryRequest request = {
      .name = announcement->name,
      .title = announcement->title != NULL ? announcement->title : "",
      .abstract = announcement->abstract != NULL ? announcement->abstract : "",
      .standing = announcement->standing,
    };

    nk_summaries_add (summaries, stored->id, &request);
  }
}

/* The entries of a part as data, drafts or RFCs; their summaries stand from `place` on. */
static json_t *
documents_data (const GPtrArray *entries, const NkSummaries *summaries, guint place, json_t *(*make) (const NkEntry *, const NkSummary *))
{
  json_t *list = json_array ();

  for (guint i = 0; i < entries->len; i++)
    json_array_append_new (list, make (g_ptr_array_index (entries, i), nk_summaries_get (summaries, place + i)));
  return list;
}

/* What the part tells of documents. FALSE if their summaries cannot be made. */
static gboolean
set_documents (const NkDigest *digest, const Cut *cut, const NkEditionOptions *options, json_t **ret_internet_drafts, json_t **ret_rfcs,
               GError **error)
{
  g_autoptr (GPtrArray) internet_drafts = internet_drafts_of (digest, cut), rfcs = rfcs_of (digest, cut);
  g_autoptr (NkSummaries) quotes = options->summaries == NULL ? nk_summaries_new (options->language, NULL, NULL) : NULL;
  NkSummaries *summaries = quotes != NULL ? quotes : options->summaries;
  guint place = nk_summaries_count (summaries);

  add_summaries (summaries, internet_drafts);
  add_summaries (summaries, rfcs);
  if (!nk_summaries_make (summaries, error))
    return FALSE;
  *ret_internet_drafts = documents_data (internet_drafts, summaries, place, nk_data_internet_draft);
  *ret_rfcs = documents_data (rfcs, summaries, place + internet_drafts->len, nk_data_rfc);
  return TRUE;
}

static json_t *
others_data (const NkDigest *digest, const Cut *cut)
{
  json_t *list = json_array ();

  for (guint i = 0; cut->part == 1 && i < digest->others->len; i++)
    json_array_append_new (list, nk_data_other (g_ptr_array_index (digest->others, i)));
  return list;
}

/* The web archive shows a list month by month; it has no page of a day. */
static json_t *
archive_data (NkDay day)
{
  static const struct {
    const char *key, *list;
  } lists[] = { { "i_d_announce", "i-d-announce" }, { "ietf_announce", "ietf-announce" } };
  json_t *data = json_object ();
  int year, month, day_of_month;

  nk_day_split (day, &year, &month, &day_of_month);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++) {
    g_autofree char *url = g_strdup_printf ("https://mailarchive.ietf.org/arch/browse/static/%s/%04d-%02d/", lists[i].list, year, month);

    json_object_set_new (data, lists[i].key, nk_data_text (url));
  }
  return data;
}

/* What is missing, each with its values and in the words of the language. NULL with INPUT. */
static json_t *
missing_data (const NkDigest *digest, const NkTemplates *templates, GError **error)
{
  json_auto_t *list = json_array ();

  for (guint i = 0; i < digest->missing->len; i++) {
    const NkGap *gap = g_ptr_array_index (digest->missing, i);
    g_autofree char *word = g_strconcat ("missing.", nk_gap_word (gap->code), NULL);
    g_autofree char *until = gap->until_unix_s > 0 ? nk_day_format_instant (gap->until_unix_s) : NULL;
    g_autofree char *text = NULL;
    json_t *data = json_object ();

    json_array_append_new (list, data);
    json_object_set_new (data, "code", nk_data_text (nk_gap_word (gap->code)));
    json_object_set_new (data, "list", nk_data_text_or_null (gap->list));
    json_object_set_new (data, "until", nk_data_text_or_null (until));
    json_object_set_new (data, "failure", nk_data_text_or_null (gap->failure));
    json_object_set_new (data, "first", nk_data_day (gap->first));
    json_object_set_new (data, "last", nk_data_day (gap->last));
    json_object_set_new (data, "n", json_integer ((json_int_t)gap->n));
    text = nk_templates_word (templates, word, data, error);
    if (text == NULL)
      return NULL;
    json_object_set_new (data, "text", nk_data_text (text));
  }
  return json_incref (list);
}

static gboolean
make_cut (const NkDigest *digest, const NkEditionOptions *options, Cut *ret_cut, GError **error)
{
  guint part = MAX (options->part, 1), parts = 1;
  g_autofree guint *part_of = NULL;

  if (options->parts > 1)
    part_of = nk_edition_parts (digest, options->parts, &parts);
  if (part > parts) {
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "there is no part %u: the day makes %u %s", part, parts, parts == 1 ? "part" : "parts");
    return FALSE;
  }
  *ret_cut = (Cut){ part, parts, g_steal_pointer (&part_of) };
  return TRUE;
}

json_t *
nk_edition_data (const NkDigest *digest, const NkTemplates *templates, const NkEditionOptions *options, GError **error)
{
  g_autofree guint *part_of = NULL;
  json_t *data, *highlights, *missing, *internet_drafts, *rfcs, *others;
  gboolean has_note;
  Cut cut;

  g_return_val_if_fail (digest != NULL && templates != NULL && options != NULL && options->language != NULL, NULL);
  if (!make_cut (digest, options, &cut, error))
    return NULL;
  part_of = cut.part_of;
  missing = missing_data (digest, templates, error);
  highlights = missing != NULL ? nk_data_highlights (digest, templates, error) : NULL;
  if (highlights == NULL || !set_documents (digest, &cut, options, &internet_drafts, &rfcs, error)) {
    json_decref (missing);
    json_decref (highlights);
    return NULL;
  }
  others = others_data (digest, &cut);
  has_note = options->note != NULL && cut.part == cut.parts;
  data = json_object ();
  json_object_set_new (data, "day", nk_data_day (digest->day));
  json_object_set_new (data, "language", nk_data_text (options->language));
  json_object_set_new (data, "state", nk_data_text (nk_state_word (digest->state)));
  json_object_set_new (data, "basis", nk_data_text (nk_basis_word (digest->basis)));
  json_object_set_new (data, "missing", missing);
  json_object_set_new (data, "part", json_integer (cut.part));
  json_object_set_new (data, "parts", json_integer (cut.parts));
  json_object_set_new (data, "counts", counts_data (digest->internet_drafts->len, digest->rfcs->len, digest->others->len));
  json_object_set_new (
      data, "part_counts",
      counts_data ((guint)json_array_size (internet_drafts), (guint)json_array_size (rfcs), (guint)json_array_size (others)));
  json_object_set_new (data, "calendar", nk_data_calendar (digest));
  json_object_set_new (data, "days_before", nk_data_days_before (digest));
  json_object_set_new (data, "archive", archive_data (digest->day));
  json_object_set_new (data, "highlights", highlights);
  json_object_set_new (data, "topics", nk_data_topics (digest, options->language));
  json_object_set_new (data, "internet_drafts", internet_drafts);
  json_object_set_new (data, "rfcs", rfcs);
  json_object_set_new (data, "others", others);
  json_object_set_new (data, "note", nk_data_text_or_null (has_note ? options->note : NULL));
  json_object_set_new (data, "ledger", nk_data_ledger (digest));
  return data;
}
