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

static void G_GNUC_PRINTF (2, 3) add_missing (GPtrArray *missing, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (missing, g_strdup_vprintf (format, arguments));
  va_end (arguments);
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
    add_missing (missing, n_unreadable == 1 ? "%u message of the day could not be read" : "%u messages of the day could not be read",
                 n_unreadable);
  if (n_undated > 0)
    add_missing (missing,
                 n_undated == 1 ? "%u message has no date and may belong to the day" : "%u messages have no date and may belong to the day",
                 n_undated);
}

/* What the store knows of its sources. Its own texts are better than ours, which only make sure that a gap is never left without words. */
static void
check_coverage (NkDay day, const NkCoverage *coverage, GPtrArray *missing)
{
  g_autofree char *day_text = nk_day_format (day);

  for (guint i = 0; coverage->missing != NULL && i < coverage->missing->len; i++)
    add_missing (missing, "%s", (const char *)g_ptr_array_index (coverage->missing, i));
  if (coverage->missing != NULL && coverage->missing->len > 0)
    return;
  if (!coverage->has_before)
    add_missing (missing, "nothing was received from before the end of %s", day_text);
  else if (!coverage->reaches_past)
    add_missing (missing, "no source is known to reach past the end of %s", day_text);
}

/* `--from`: the mails are all there is. A day outside of theirs is not quiet, but not covered. */
static void
check_mails (NkDay day, const GPtrArray *readings, gboolean has_announcements, GPtrArray *missing)
{
  NkDay first = NK_DAY_NONE, last = NK_DAY_NONE;
  g_autofree char *first_text = NULL, *last_text = NULL;

  if (readings->len == 0) {
    add_missing (missing, "no message was read");
    return;
  }
  for (guint i = 0; i < readings->len; i++) {
    const NkReading *reading = g_ptr_array_index (readings, i);

    if (reading->day == NK_DAY_NONE)
      continue;
    first = first == NK_DAY_NONE ? reading->day : MIN (first, reading->day);
    last = last == NK_DAY_NONE ? reading->day : MAX (last, reading->day);
  }
  if (has_announcements || (first != NK_DAY_NONE && first <= day && day <= last))
    return;
  first_text = nk_day_format (first);
  last_text = nk_day_format (last);
  if (first == NK_DAY_NONE)
    add_missing (missing, "none of the mails has a date");
  else
    add_missing (missing, "the mails are of %s to %s", first_text, last_text);
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
