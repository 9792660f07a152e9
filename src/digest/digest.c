/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "digest/digest_private.h"

static void
entry_free (NkEntry *entry)
{
  nk_stored_free (entry->stored);
  g_free (entry);
}

static NkDigest *
digest_new (NkDay day)
{
  NkDigest *digest = g_new0 (NkDigest, 1);

  digest->day = day;
  digest->missing = g_ptr_array_new_with_free_func ((GDestroyNotify)nk_gap_free);
  digest->internet_drafts = g_ptr_array_new_with_free_func ((GDestroyNotify)entry_free);
  digest->rfcs = g_ptr_array_new_with_free_func ((GDestroyNotify)entry_free);
  digest->others = g_ptr_array_new_with_free_func ((GDestroyNotify)entry_free);
  digest->days_before = g_array_new (FALSE, FALSE, sizeof (NkDayCount));
  digest->earlier = g_array_new (FALSE, FALSE, sizeof (NkCycleCount));
  digest->phase = NK_CALENDAR_UNKNOWN;
  return digest;
}

void
nk_digest_free (NkDigest *digest)
{
  if (digest == NULL)
    return;
  g_ptr_array_unref (digest->missing);
  g_ptr_array_unref (digest->internet_drafts);
  g_ptr_array_unref (digest->rfcs);
  g_ptr_array_unref (digest->others);
  g_clear_pointer (&digest->highlights, g_ptr_array_unref);
  g_clear_pointer (&digest->topics, g_array_unref);
  g_clear_pointer (&digest->readings, g_ptr_array_unref);
  g_array_unref (digest->days_before);
  g_array_unref (digest->earlier);
  g_free (digest);
}

/* Takes `stored`. */
static NkEntry *
entry_new (NkStored *stored)
{
  NkEntry *entry = g_new0 (NkEntry, 1);

  entry->stored = stored;
  entry->change = NK_CHANGE_NEW;
  if (stored->announcement->kind == NK_KIND_INTERNET_DRAFT) {
    entry->change = nk_change_of (stored->announcement);
    if (stored->previous != NULL)
      entry->changed = nk_changed_fields (stored->announcement, stored->previous->announcement);
  }
  return entry;
}

/* Sorts the announcements of the day into the sections; each section keeps the order of the query, newest first. */
static gboolean
read_sections (NkDigest *digest, NkStore *store, GError **error)
{
  g_autoptr (GPtrArray) all = nk_query_day (store, digest->day, 0, error);

  if (all == NULL)
    return FALSE;
  g_ptr_array_set_free_func (all, NULL); /* each goes into an entry */
  for (guint i = 0; i < all->len; i++) {
    NkEntry *entry = entry_new (g_ptr_array_index (all, i));
    NkKind kind = entry->stored->announcement->kind;

    if (kind == NK_KIND_INTERNET_DRAFT)
      g_ptr_array_add (digest->internet_drafts, entry);
    else if (kind == NK_KIND_RFC)
      g_ptr_array_add (digest->rfcs, entry);
    else
      g_ptr_array_add (digest->others, entry);
  }
  return TRUE;
}

/* By kind, in the order of the enumeration. The sort is stable, so within a kind the newest stays first. */
static gint
compare_kinds (gconstpointer a, gconstpointer b)
{
  const NkEntry *one = *(const NkEntry *const *)a, *other = *(const NkEntry *const *)b;

  return (int)one->stored->announcement->kind - (int)other->stored->announcement->kind;
}

static void
count_readings (NkLedgerCounts *ledger, const GPtrArray *readings)
{
  ledger->messages = readings->len;
  for (guint i = 0; i < readings->len; i++) {
    const NkReading *reading = g_ptr_array_index (readings, i);

    ledger->repaired += reading->repairs != 0;
    switch (reading->reading_class) {
    case NK_READING_COUNTED: ledger->counted++; break;
    case NK_READING_DUPLICATE: ledger->duplicates++; break;
    case NK_READING_OTHER_DAY: ledger->other_days++; break;
    case NK_READING_OTHER_KIND: ledger->other_kinds++; break;
    case NK_READING_UNRECOGNISED: ledger->unrecognised++; break;
    case NK_READING_UNREADABLE: ledger->unreadable++; break;
    }
  }
}

static gboolean
find_state (NkDigest *digest, NkStore *store, gboolean whole_store, GError **error)
{
  gboolean has_announcements = digest->internet_drafts->len + digest->rfcs->len + digest->others->len > 0;
  g_auto (NkCoverage) coverage = { FALSE };

  if (!whole_store && !nk_query_coverage (store, digest->day, &coverage, error))
    return FALSE;
  digest->state = nk_state_find (digest->day, digest->readings, has_announcements, whole_store ? NULL : &coverage, digest->missing);
  digest->basis = whole_store ? NK_BASIS_MAILS : coverage.by_sources ? NK_BASIS_SOURCES : NK_BASIS_LATER_MAIL;
  return TRUE;
}

/* The store tells only days with something: the others are filled in. */
static gboolean
read_days_before (NkDigest *digest, NkStore *store, GError **error)
{
  NkDay from = digest->day - NK_DIGEST_DAYS_BEFORE;
  g_autoptr (GArray) counts = nk_query_day_counts (store, from, digest->day - 1, error);
  guint next = 0;

  if (counts == NULL)
    return FALSE;
  for (NkDay day = from; day < digest->day; day++) {
    NkDayCount count = { day, 0, 0, 0 };

    if (next < counts->len && g_array_index (counts, NkDayCount, next).day == day)
      count = g_array_index (counts, NkDayCount, next++);
    g_array_append_val (digest->days_before, count);
  }
  return TRUE;
}

/* Counts one earlier day, if the store has mail of before and after it: a zero must be one. */
static gboolean
add_cycle (NkDigest *digest, NkStore *store, const NkMeeting *meeting, NkDay day, GError **error)
{
  g_auto (NkCoverage) coverage = { FALSE };
  g_autoptr (GArray) counts = NULL;
  NkCycleCount cycle = { meeting, { day, 0, 0, 0 } };

  if (!nk_query_coverage (store, day, &coverage, error))
    return FALSE;
  if (!coverage.has_before || !coverage.reaches_past)
    return TRUE;
  counts = nk_query_day_counts (store, day, day, error);
  if (counts == NULL)
    return FALSE;
  if (counts->len > 0)
    cycle.count = g_array_index (counts, NkDayCount, 0);
  g_array_append_val (digest->earlier, cycle);
  return TRUE;
}

static gboolean
find_calendar (NkDigest *digest, NkStore *store, const NkCalendar *calendar, GError **error)
{
  guint i = 0;

  digest->phase = nk_calendar_phase (calendar, digest->day, &digest->meeting, &digest->phase_days);
  while (i < nk_calendar_n_meetings (calendar) && nk_calendar_meeting (calendar, i) != digest->meeting)
    i++;
  for (guint n = 0; digest->meeting != NULL && i > 0 && n < NK_DIGEST_MAX_CYCLES; n++) {
    const NkMeeting *earlier = nk_calendar_meeting (calendar, --i);
    NkDay day = nk_calendar_same_day (digest->phase, digest->meeting, earlier, digest->day);

    if (day != NK_DAY_NONE && !add_cycle (digest, store, earlier, day, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
find_highlights (NkDigest *digest, NkStore *store, const NkTopicTable *topics, GError **error)
{
  g_auto (NkUsual) usual = { topics };

  if (topics != NULL && !nk_usual_find (store, digest->day, topics, &usual, error))
    return FALSE;
  digest->baseline = usual.baseline;
  digest->highlights = nk_highlights_find (digest->internet_drafts, digest->rfcs, &usual, &digest->topics);
  return TRUE;
}

NkDigest *
nk_digest_compose (NkStore *store, const NkDigestOptions *options, GError **error)
{
  g_autoptr (NkDigest) digest = NULL;

  g_return_val_if_fail (store != NULL && options != NULL && options->day != NK_DAY_NONE, NULL);
  digest = digest_new (options->day);
  digest->readings = nk_query_ledger (store, options->day, options->whole_store, error);
  for (guint i = 0; options->missing != NULL && i < options->missing->len; i++)
    g_ptr_array_add (digest->missing, nk_gap_copy (g_ptr_array_index (options->missing, i)));
  if (digest->readings == NULL || !read_sections (digest, store, error) || !read_days_before (digest, store, error)
      || !find_state (digest, store, options->whole_store, error)) {
    g_autofree char *day = nk_day_format (options->day);

    g_prefix_error (error, "%s: ", day);
    return NULL;
  }
  g_ptr_array_sort (digest->others, compare_kinds);
  count_readings (&digest->ledger, digest->readings);
  if (!find_highlights (digest, store, options->topics, error))
    return NULL;
  if (options->calendar != NULL && !find_calendar (digest, store, options->calendar, error))
    return NULL;
  return g_steal_pointer (&digest);
}
