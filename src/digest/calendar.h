/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* digest/calendar.h - IETF meetings and submission cut-offs: share/meetings.tsv (facts (e)).
 * Floor: digest. */
#pragma once
#include "ground/day.h"
#include "ground/error.h"

typedef struct {
  guint number;
  NkDay first, last;  /* Saturday and Friday */
  NkDay cutoff;       /* last day of submission, 23:59 UTC */
  const char *place;
  gboolean is_certain; /* dates read from a source, not remembered */
} NkMeeting;

typedef struct _NkCalendar NkCalendar;

/* NULL with NOT_FOUND, LIMIT or INPUT, which names file, line and column: rows ascend, a cut-off lies before its meeting and after the one before. */
NkCalendar *nk_calendar_load (const char *path, GError **error);
void nk_calendar_free (NkCalendar *calendar);
guint nk_calendar_n_meetings (const NkCalendar *calendar);
const NkMeeting *nk_calendar_meeting (const NkCalendar *calendar, guint index); /* ascending */

/* What the calendar says of a day. */
typedef enum {
  NK_CALENDAR_NOTHING,       /* nothing near: the next meeting, and days until its cut-off */
  NK_CALENDAR_BEFORE_CUTOFF, /* 1..7 days before it, or the day itself (days = 0) */
  NK_CALENDAR_CLOSED,        /* after the cut-off, before the meeting starts: submission is closed; days until the meeting */
  NK_CALENDAR_MEETING,       /* during the meeting; days since its start */
  NK_CALENDAR_AFTER_MEETING, /* 1..7 days after */
  NK_CALENDAR_UNKNOWN,       /* outside of what the table covers: no meeting, 0 */
} NkCalendarPhase;
NkCalendarPhase nk_calendar_phase (const NkCalendar *calendar, NkDay day, const NkMeeting **ret_meeting, int *ret_days);

/* The day of the cycle of `other` that is as far from its cut-off, its first or its last day as `day` is from that of `meeting`; NK_DAY_NONE where no meeting is near. */
NkDay nk_calendar_same_day (NkCalendarPhase phase, const NkMeeting *meeting, const NkMeeting *other, NkDay day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkCalendar, nk_calendar_free)
