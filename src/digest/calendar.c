/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "digest/calendar.h"
#include "ground/tsv.h"

#define MAX_MEETINGS 1000
#define NEAR_DAYS 7 /* so many days around a cut-off or after a meeting the calendar has something to say */

enum { COLUMN_NUMBER, COLUMN_FIRST, COLUMN_LAST, COLUMN_CUTOFF, COLUMN_PLACE, COLUMN_SOURCE };
static const char *const columns[] = { "number", "first", "last", "cutoff", "place", "source", NULL };

struct _NkCalendar {
  NkTsv *table; /* owns the places */
  GArray *meetings;
};

static gboolean
read_day (const NkTsv *table, guint row, guint column, NkDay *ret_day)
{
  return nk_day_parse (nk_slice_text (nk_tsv_cell (table, row, column)), ret_day);
}

/* (nullable): what is wrong with the row. */
static const char *
read_meeting (const NkTsv *table, guint row, NkMeeting *ret_meeting)
{
  NkMeeting meeting = { 0, NK_DAY_NONE, NK_DAY_NONE, NK_DAY_NONE, nk_tsv_cell (table, row, COLUMN_PLACE), FALSE };
  const char *source = nk_tsv_cell (table, row, COLUMN_SOURCE);
  guint64 number;

  if (!nk_slice_to_uint (nk_slice_text (nk_tsv_cell (table, row, COLUMN_NUMBER)), 9999, &number) || number == 0)
    return "number: not the number of a meeting";
  if (!read_day (table, row, COLUMN_FIRST, &meeting.first))
    return "first: not a day YYYY-MM-DD";
  if (!read_day (table, row, COLUMN_LAST, &meeting.last))
    return "last: not a day YYYY-MM-DD";
  if (!read_day (table, row, COLUMN_CUTOFF, &meeting.cutoff))
    return "cutoff: not a day YYYY-MM-DD";
  if (meeting.last < meeting.first)
    return "last: before first";
  if (meeting.cutoff >= meeting.first)
    return "cutoff: not before first";
  if (!g_str_equal (source, "certain") && !g_str_equal (source, "memory"))
    return "source: neither certain nor memory";
  meeting.number = (guint)number;
  meeting.is_certain = g_str_equal (source, "certain");
  *ret_meeting = meeting;
  return NULL;
}

NkCalendar *
nk_calendar_load (const char *path, GError **error)
{
  g_autoptr (NkCalendar) calendar = g_new0 (NkCalendar, 1);

  calendar->meetings = g_array_new (FALSE, FALSE, sizeof (NkMeeting));
  calendar->table = nk_tsv_load (path, columns, error);
  if (calendar->table == NULL)
    return NULL;
  if (nk_tsv_n_rows (calendar->table) > MAX_MEETINGS) {
    g_set_error (error, NK_ERROR, NK_ERROR_LIMIT, "%s: more than %d meetings", path, MAX_MEETINGS);
    return NULL;
  }
  for (guint row = 0; row < nk_tsv_n_rows (calendar->table); row++) {
    const NkMeeting *before = row > 0 ? &g_array_index (calendar->meetings, NkMeeting, row - 1) : NULL;
    NkMeeting meeting;
    const char *problem = read_meeting (calendar->table, row, &meeting);

    if (problem == NULL && before != NULL && (meeting.number <= before->number || meeting.cutoff <= before->last))
      problem = "number: not after the meeting in the row before";
    if (problem != NULL) {
      g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s:%u: %s", path, nk_tsv_line (calendar->table, row), problem);
      return NULL;
    }
    g_array_append_val (calendar->meetings, meeting);
  }
  return g_steal_pointer (&calendar);
}

void
nk_calendar_free (NkCalendar *calendar)
{
  if (calendar == NULL)
    return;
  nk_tsv_free (calendar->table);
  g_array_unref (calendar->meetings);
  g_free (calendar);
}

guint
nk_calendar_n_meetings (const NkCalendar *calendar)
{
  return calendar->meetings->len;
}

const NkMeeting *
nk_calendar_meeting (const NkCalendar *calendar, guint index)
{
  g_return_val_if_fail (index < calendar->meetings->len, NULL);
  return &g_array_index (calendar->meetings, NkMeeting, index);
}

static NkCalendarPhase
answer (NkCalendarPhase phase, const NkMeeting *meeting, int days, const NkMeeting **ret_meeting, int *ret_days)
{
  *ret_meeting = meeting;
  *ret_days = days;
  return phase;
}

NkCalendarPhase
nk_calendar_phase (const NkCalendar *calendar, NkDay day, const NkMeeting **ret_meeting, int *ret_days)
{
  const NkMeeting *before = NULL, *next = NULL;

  /* `next` is the first meeting that is not over; `before` the one before it. */
  for (guint i = 0; i < calendar->meetings->len && next == NULL; i++) {
    const NkMeeting *meeting = nk_calendar_meeting (calendar, i);

    if (meeting->last >= day)
      next = meeting;
    else
      before = meeting;
  }
  if (next != NULL && day >= next->first)
    return answer (NK_CALENDAR_MEETING, next, day - next->first, ret_meeting, ret_days);
  if (next != NULL && day > next->cutoff)
    return answer (NK_CALENDAR_CLOSED, next, next->first - day, ret_meeting, ret_days);
  if (next != NULL && next->cutoff - day <= NEAR_DAYS)
    return answer (NK_CALENDAR_BEFORE_CUTOFF, next, next->cutoff - day, ret_meeting, ret_days);
  if (before != NULL && day - before->last <= NEAR_DAYS)
    return answer (NK_CALENDAR_AFTER_MEETING, before, day - before->last, ret_meeting, ret_days);
  /* Between two meetings the table knows that nothing is due, but only if no meeting is missing between them. */
  if (before != NULL && next != NULL && next->number == before->number + 1)
    return answer (NK_CALENDAR_NOTHING, next, next->cutoff - day, ret_meeting, ret_days);
  return answer (NK_CALENDAR_UNKNOWN, NULL, 0, ret_meeting, ret_days);
}

NkDay
nk_calendar_same_day (NkCalendarPhase phase, const NkMeeting *meeting, const NkMeeting *other, NkDay day)
{
  switch (phase) {
  case NK_CALENDAR_BEFORE_CUTOFF: return other->cutoff + (day - meeting->cutoff);
  case NK_CALENDAR_CLOSED:
  case NK_CALENDAR_MEETING: return other->first + (day - meeting->first);
  case NK_CALENDAR_AFTER_MEETING: return other->last + (day - meeting->last);
  case NK_CALENDAR_NOTHING:
  case NK_CALENDAR_UNKNOWN: return NK_DAY_NONE;
  }
  return NK_DAY_NONE;
}
