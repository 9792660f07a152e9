/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* ground/day.h - civil days and instants, always UTC, proleptic Gregorian.
 * Floor: ground. Nothing here asks a clock except nk_day_now_unix_s, which only `command` may call. */
#pragma once
#include "ground/slice.h"

/* Days since 1970-01-01. NK_DAY_NONE means "not known". */
typedef gint32 NkDay;
#define NK_DAY_NONE G_MININT32
#define NK_DAY_SECONDS 86400

/* The day of a year 1..9999, month 1..12, day of month 1..31; NK_DAY_NONE if there is no such day. */
NkDay nk_day (int year, int month, int day_of_month);
void nk_day_split (NkDay day, int *ret_year, int *ret_month, int *ret_day_of_month);

/* Exactly YYYY-MM-DD, filling the slice; else FALSE. */
gboolean nk_day_parse (NkSlice text, NkDay *ret_day);

/* Returns: (transfer full): YYYY-MM-DD; "" for NK_DAY_NONE. */
char *nk_day_format (NkDay day);

/* 0 Sunday .. 6 Saturday. */
int nk_day_weekday (NkDay day);

/* The day of an instant, rounded towards the past also before 1970. */
NkDay nk_day_of (gint64 unix_s);

/* First second of the day. */
gint64 nk_day_start_unix_s (NkDay day);

/* Returns: (transfer full): RFC 3339 in UTC, `2025-10-01T20:36:18Z`. */
char *nk_day_format_instant (gint64 unix_s);

/* The present, from the clock, or from NIKKAN_NOW (an RFC 3339 UTC instant or a day) when that is set: for tests and examples.
 * A day means its first second; anything else in NIKKAN_NOW is passed over. */
gint64 nk_day_now_unix_s (void);

/* 1..12 for `Jan`, `January`, `jan.` and so on (at least three letters, any case); else 0. */
int nk_day_month_number (NkSlice name);
