/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* store/aspect_stamp.c - stamps of parts of the database, out of the sums of their rows. */
#include "store/aspect_private.h"

#include <xxhash.h>

guint64
nk_aspect_key (NkAspectKind kind, const char *key)
{
  return XXH3_64bits_withSeed (key, strlen (key), (XXH64_hash_t)kind + 1);
}

guint64
nk_aspect_mix (guint64 hash, guint64 salt)
{
  guint64 both[] = { hash, salt };

  return XXH3_64bits (both, sizeof both);
}

/* How many entries are of days before `day`. */
static guint
count_before (const GArray *sums, NkDay day)
{
  guint low = 0, high = sums != NULL ? sums->len : 0;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (sums, NkDaySum, middle).day < day)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static guint64
sum_before (const GArray *sums, NkDay day)
{
  guint n = count_before (sums, day);

  return n > 0 ? g_array_index (sums, NkDaySum, n - 1).sum : 0;
}

/* `to` is no later than NK_ASPECT_MAX_DAY. */
static guint64
sum_of_days (const GArray *sums, NkDay from, NkDay to)
{
  return to < from ? 0 : sum_before (sums, to + 1) - sum_before (sums, from);
}

static gboolean
has_days (const GArray *sums, NkDay from, NkDay to)
{
  return count_before (sums, to + 1) > count_before (sums, from);
}

static guint64
stamp_of_span (const NkAspects *aspects, NkDay from, NkDay to)
{
  const GArray *days = aspects->days[NK_ASPECT_DAYS];
  guint first = count_before (days, NK_ASPECT_UNDATED + 1), end = count_before (days, aspects->today + 1);
  guint64 both;

  if (end <= first)
    return 0;
  both = (guint64)(guint32)CLAMP (g_array_index (days, NkDaySum, first).day, from, to) << 32;
  return both | (guint32)CLAMP (g_array_index (days, NkDaySum, end - 1).day, from, to);
}

static guint64
stamp_of_coverage (const NkAspects *aspects, NkDay day)
{
  const GArray *days = aspects->days[NK_ASPECT_DAYS];
  gint64 end_unix_s = nk_day_start_unix_s (day) + NK_DAY_SECONDS;
  guint64 stamp = aspects->sources->len > 0 ? 1 : 0;

  stamp = stamp * 2 + has_days (days, day - NK_COVERAGE_MAX_SILENCE_DAYS + 1, day);
  stamp = stamp * 2 + has_days (days, day + 1, day + NK_COVERAGE_MAX_SILENCE_DAYS);
  for (guint i = 0; i < aspects->sources->len; i++) {
    const NkAspectSource *source = &g_array_index (aspects->sources, NkAspectSource, i);

    if (source->until_unix_s < end_unix_s)
      stamp = nk_aspect_mix (source->hash, stamp);
  }
  return stamp;
}

guint64
nk_aspects_stamp (const NkAspects *aspects, const NkAspect *aspect)
{
  NkDay to = aspect->to == NK_ASPECT_UNTIL_TODAY ? aspects->today : MIN (aspect->to, NK_ASPECT_MAX_DAY);
  guint64 place;

  switch (aspect->kind) {
  case NK_ASPECT_ALL: return aspects->all;
  case NK_ASPECT_SPAN: return stamp_of_span (aspects, aspect->from, aspect->to);
  case NK_ASPECT_DAYS:
  case NK_ASPECT_COUNTS: return sum_of_days (aspects->days[aspect->kind], aspect->from, to);
  case NK_ASPECT_LEDGER: return sum_of_days (aspects->days[aspect->kind], aspect->from, aspect->from);
  case NK_ASPECT_TOPICS: return nk_aspect_mix (sum_of_days (aspects->days[aspect->kind], aspect->from, to), aspects->signature);
  case NK_ASPECT_COVERAGE: return stamp_of_coverage (aspects, aspect->from);
  case NK_ASPECT_NOTE:
    place = nk_aspect_key (aspect->kind, aspect->key);
    return sum_of_days (g_hash_table_lookup (aspects->keyed, &place), aspect->from, aspect->from);
  case NK_ASPECT_GROUP:
  case NK_ASPECT_AREA:
  case NK_ASPECT_AUTHOR:
  case NK_ASPECT_TOPIC:
    place = nk_aspect_key (aspect->kind, aspect->key);
    return sum_of_days (g_hash_table_lookup (aspects->keyed, &place), aspect->from, to);
  case NK_ASPECT_DOCUMENT:
    place = nk_aspect_key (aspect->kind, aspect->key);
    return sum_of_days (g_hash_table_lookup (aspects->keyed, &place), NK_ASPECT_MIN_DAY, NK_ASPECT_MAX_DAY);
  case NK_N_ASPECTS: break;
  }
  g_assert_not_reached ();
}
