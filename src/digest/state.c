/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Complete, quiet or incomplete. When in doubt it is incomplete: a gap that looks like a quiet day is the one thing that must not happen. */
#include "digest/digest_private.h"

const char *
nk_state_word (NkState state)
{
  switch (state) {
  case NK_STATE_COMPLETE: return "complete";
  case NK_STATE_QUIET: return "quiet";
  case NK_STATE_INCOMPLETE: return "incomplete";
  }
  return NULL;
}

const char *
nk_basis_word (NkBasis basis)
{
  switch (basis) {
  case NK_BASIS_SOURCES: return "sources";
  case NK_BASIS_LATER_MAIL: return "later_mail";
  case NK_BASIS_MAILS: return "mails";
  }
  return NULL;
}

/* Owned by `missing`. */
static NkGap *
add_gap (GPtrArray *missing, NkGapCode code)
{
  NkGap *gap = nk_gap_new (code);

  g_ptr_array_add (missing, gap);
  return gap;
}

/* Messages that could not be read and are of this day, or of none and so perhaps of this one. */
static void
check_unreadable (NkDay day, const GPtrArray *readings, gboolean with_undated, GPtrArray *missing)
{
  guint n_unreadable = 0, n_undated = 0;

  for (guint i = 0; i < readings->len; i++) {
    const NkReading *reading = g_ptr_array_index (readings, i);

    if (reading->day == NK_DAY_NONE && with_undated)
      n_undated++;
    else if (reading->reading_class == NK_READING_UNREADABLE && reading->day == day)
      n_unreadable++;
  }
  if (n_unreadable > 0)
    add_gap (missing, NK_GAP_UNREADABLE)->n = n_unreadable;
  if (n_undated > 0)
    add_gap (missing, NK_GAP_UNDATED)->n = n_undated;
}

/* What the store knows of its sources. It names its gaps by itself; ours only make sure that none is left without words. */
static void
check_coverage (NkDay day, const NkCoverage *coverage, GPtrArray *missing)
{
  NkGap *gap;

  for (guint i = 0; coverage->missing != NULL && i < coverage->missing->len; i++)
    g_ptr_array_add (missing, nk_gap_copy (g_ptr_array_index (coverage->missing, i)));
  if (coverage->missing != NULL && coverage->missing->len > 0)
    return;
  if (coverage->has_before && coverage->reaches_past)
    return;
  gap = add_gap (missing, coverage->has_before ? NK_GAP_NOTHING_AFTER : NK_GAP_NOTHING_BEFORE);
  gap->first = day;
  gap->n = NK_COVERAGE_MAX_SILENCE_DAYS;
}

/* `--from`: the mails are all there is. A day outside of theirs is not quiet, but not covered. */
static void
check_mails (NkDay day, const GPtrArray *readings, gboolean has_announcements, GPtrArray *missing)
{
  NkDay first = NK_DAY_NONE, last = NK_DAY_NONE;
  NkGap *gap;

  for (guint i = 0; i < readings->len; i++) {
    const NkReading *reading = g_ptr_array_index (readings, i);

    if (reading->day == NK_DAY_NONE)
      continue;
    first = first == NK_DAY_NONE ? reading->day : MIN (first, reading->day);
    last = last == NK_DAY_NONE ? reading->day : MAX (last, reading->day);
  }
  if (readings->len == 0) {
    add_gap (missing, NK_GAP_NO_MAIL);
  } else if (first == NK_DAY_NONE) {
    add_gap (missing, NK_GAP_NO_DATES);
  } else if (!has_announcements && (day < first || day > last)) {
    gap = add_gap (missing, NK_GAP_OTHER_DAYS);
    gap->first = first;
    gap->last = last;
  }
}

NkState
nk_state_find (NkDay day, const GPtrArray *readings, gboolean has_announcements, const NkCoverage *coverage, GPtrArray *missing)
{
  check_unreadable (day, readings, coverage == NULL, missing);
  if (coverage != NULL)
    check_coverage (day, coverage, missing);
  else
    check_mails (day, readings, has_announcements, missing);
  if (missing->len > 0)
    return NK_STATE_INCOMPLETE;
  return has_announcements ? NK_STATE_COMPLETE : NK_STATE_QUIET;
}
