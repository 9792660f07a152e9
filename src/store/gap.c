/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* What can be missing, and how it is said in English. */
#include "store/query.h"

static const char *const words[] = {
  [NK_GAP_NOTHING_BEFORE] = "nothing_before",
  [NK_GAP_NOTHING_AFTER] = "nothing_after",
  [NK_GAP_SOURCE] = "source",
  [NK_GAP_UNREADABLE] = "unreadable",
  [NK_GAP_UNDATED] = "undated",
  [NK_GAP_NO_MAIL] = "no_mail",
  [NK_GAP_NO_DATES] = "no_dates",
  [NK_GAP_OTHER_DAYS] = "other_days",
  [NK_GAP_FILES] = "files",
};

const char *
nk_gap_word (NkGapCode code)
{
  return (guint)code < G_N_ELEMENTS (words) ? words[code] : NULL;
}

NkGap *
nk_gap_new (NkGapCode code)
{
  NkGap *gap = g_new0 (NkGap, 1);

  gap->code = code;
  gap->first = NK_DAY_NONE;
  gap->last = NK_DAY_NONE;
  return gap;
}

NkGap *
nk_gap_copy (const NkGap *gap)
{
  NkGap *copy = nk_gap_new (gap->code);

  *copy = *gap;
  copy->list = g_strdup (gap->list);
  copy->failure = g_strdup (gap->failure);
  return copy;
}

void
nk_gap_free (NkGap *gap)
{
  if (gap == NULL)
    return;
  g_free (gap->list);
  g_free (gap->failure);
  g_free (gap);
}

static char *
source_text (const NkGap *gap)
{
  g_autofree char *until = nk_day_format_instant (gap->until_unix_s);
  g_autofree char *known = gap->until_unix_s > 0 ? g_strdup_printf ("known up to %s only", until) : g_strdup ("never fetched");

  if (gap->failure == NULL)
    return g_strdup_printf ("%s: %s", gap->list, known);
  return g_strdup_printf ("%s: %s (%s)", gap->list, known, gap->failure);
}

/* `1 message of the day`, `2 messages of the day`. */
static char *
counted (const NkGap *gap, const char *one, const char *many)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT " %s", gap->n, gap->n == 1 ? one : many);
}

char *
nk_gap_text (const NkGap *gap)
{
  g_autofree char *first = nk_day_format (gap->first);
  g_autofree char *last = nk_day_format (gap->last);

  switch (gap->code) {
  case NK_GAP_NOTHING_BEFORE: return g_strdup_printf ("no announcement of the %" G_GUINT64_FORMAT " days up to %s is known", gap->n, first);
  case NK_GAP_NOTHING_AFTER:
    return g_strdup_printf (
        "no announcement of the %" G_GUINT64_FORMAT " days after %s is known: the day may not be over in the mail at hand", gap->n, first);
  case NK_GAP_SOURCE: return source_text (gap);
  case NK_GAP_UNREADABLE: return counted (gap, "message of the day could not be read", "messages of the day could not be read");
  case NK_GAP_UNDATED:
    return counted (gap, "message has no date and may belong to the day", "messages have no date and may belong to the day");
  case NK_GAP_NO_MAIL: return g_strdup ("no message was read");
  case NK_GAP_NO_DATES: return g_strdup ("none of the mails has a date");
  case NK_GAP_OTHER_DAYS: return g_strdup_printf ("the mails are of %s to %s", first, last);
  case NK_GAP_FILES: return counted (gap, "file could not be read", "files could not be read");
  }
  return g_strdup ("");
}
