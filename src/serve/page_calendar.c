/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/page_calendar.c - a year by days as a heat map, with a table of its months for those who do not see or point at it. */
#include "serve/page.h"

#include <stdio.h>

#define CELL 13 /* of the grid, in units of the drawing */
#define SIDE 11 /* of a day's square */
#define LEFT 4
#define TOP 18
#define WEEKS 54
#define N_LEVELS 6

/* A day belongs to the highest level whose number of documents it reaches. */
static const guint level_from[N_LEVELS] = { 0, 1, 10, 25, 50, 100 };

typedef struct {
  NkPage *page;
  NkDay first, end; /* of the year; `end` is the day behind it */
  NkDay known_first, known_last;
  GArray *counts; /* NkDayCount of the year */
  guint next;     /* the first of them not passed yet */
} Year;

static guint
level_of (guint documents)
{
  guint level = 0;

  while (level + 1 < N_LEVELS && documents >= level_from[level + 1])
    level++;
  return level;
}

/* Monday is the first row. */
static int
row_of (NkDay day)
{
  return (nk_day_weekday (day) + 6) % 7;
}

static int
column_of (const Year *year, NkDay day)
{
  return (day - year->first + row_of (year->first)) / 7;
}

/* The class of a day by the meetings, NULL for most days. */
static const char *
mark_of (const Year *year, NkDay day)
{
  const NkCalendar *calendar = year->page->site->calendar;

  for (guint i = 0; i < nk_calendar_n_meetings (calendar); i++) {
    const NkMeeting *meeting = nk_calendar_meeting (calendar, i);

    if (meeting->cutoff == day)
      return "cutoff";
    if (meeting->first <= day && day <= meeting->last)
      return "meeting";
  }
  return NULL;
}

/* Days are asked in ascending order. */
static NkDayCount
count_of (Year *year, NkDay day)
{
  while (year->next < year->counts->len && g_array_index (year->counts, NkDayCount, year->next).day < day)
    year->next++;
  if (year->next < year->counts->len && g_array_index (year->counts, NkDayCount, year->next).day == day)
    return g_array_index (year->counts, NkDayCount, year->next);
  return (NkDayCount){ .day = day };
}

static char *
day_text (const Year *year, const NkDayCount *count, const char *mark)
{
  g_autofree char *day = nk_day_format (count->day);
  g_autofree char *counts = nk_page_count_text (year->page, count->internet_drafts, count->rfcs, count->others);
  const char *event = mark == NULL                   ? ""
                      : g_str_equal (mark, "cutoff") ? nk_page_word (year->page, NK_WORD_CALENDAR_CUTOFF)
                                                     : nk_page_word (year->page, NK_WORD_CALENDAR_MEETING);

  return nk_page_fill (year->page, NK_WORD_CALENDAR_DAY, "day", day, "counts", counts, "event", event, NULL);
}

static void
write_rect (NkHtmlWriter *html, int x, int y, const char *class_name, const char *title)
{
  char place[2][16], side[16];

  snprintf (place[0], sizeof place[0], "%d", x);
  snprintf (place[1], sizeof place[1], "%d", y);
  snprintf (side, sizeof side, "%d", SIDE);
  nk_html_open (html, "rect", "class", class_name, "x", place[0], "y", place[1], "width", side, "height", side, "rx", "2", NULL);
  if (title != NULL) {
    nk_html_open (html, "title", NULL);
    nk_html_text (html, title);
    nk_html_close (html, "title");
  }
  nk_html_close (html, "rect");
}

static void
write_day (Year *year, NkDay day)
{
  NkHtmlWriter *html = &year->page->html;
  NkDayCount count = count_of (year, day);
  gboolean is_known = year->known_first <= day && day <= year->known_last;
  const char *mark = mark_of (year, day);
  g_autofree char *text = day_text (year, &count, mark), *class_name = NULL, *path = nk_page_path_of_day (day);
  g_autofree char *address = is_known ? nk_page_address (year->page, path) : NULL;

  class_name = g_strdup_printf ("%s%u%s%s", is_known ? "d" : "n", level_of (count.internet_drafts + count.rfcs), mark != NULL ? " " : "",
                                mark != NULL ? mark : "");
  if (address != NULL)
    nk_html_open (html, "a", "href", address, "tabindex", "-1", NULL);
  write_rect (html, LEFT + column_of (year, day) * CELL, TOP + row_of (day) * CELL, class_name, text);
  if (address != NULL)
    nk_html_close (html, "a");
  nk_html_newline (html);
}

static void
write_month_label (Year *year, NkDay day, int month)
{
  char x[16], number[16];
  g_autofree char *label = NULL;

  snprintf (x, sizeof x, "%d", LEFT + column_of (year, day + 6) * CELL);
  snprintf (number, sizeof number, "%d", month);
  label = nk_page_fill (year->page, NK_WORD_CALENDAR_MONTH, "month", number, NULL);
  nk_html_open (&year->page->html, "text", "x", x, "y", "11", NULL);
  nk_html_text (&year->page->html, label);
  nk_html_close (&year->page->html, "text");
  nk_html_newline (&year->page->html);
}

static void
write_map (Year *year)
{
  NkHtmlWriter *html = &year->page->html;
  g_autofree char *box = g_strdup_printf ("0 0 %d %d", LEFT + WEEKS * CELL, TOP + 7 * CELL + 2);

  nk_html_open (html, "svg", "class", "calendar", "viewBox", box, "aria-hidden", "true", NULL);
  nk_html_newline (html);
  for (NkDay day = year->first; day < year->end; day++) {
    int number, month, day_of_month;

    nk_day_split (day, &number, &month, &day_of_month);
    if (day_of_month == 1)
      write_month_label (year, day, month);
    write_day (year, day);
  }
  nk_page_close (year->page, "svg");
}

static void
write_legend (Year *year)
{
  NkHtmlWriter *html = &year->page->html;
  g_autofree char *box = g_strdup_printf ("0 0 %d %d", N_LEVELS * CELL, SIDE);

  nk_html_open (html, "p", "class", "legend", NULL);
  nk_html_text (html, nk_page_word (year->page, NK_WORD_CALENDAR_LESS));
  nk_html_open (html, "svg", "class", "calendar", "viewBox", box, "aria-hidden", "true", NULL);
  for (guint i = 0; i < N_LEVELS; i++) {
    char class_name[8];

    snprintf (class_name, sizeof class_name, "d%u", i);
    write_rect (html, (int)i * CELL, 0, class_name, NULL);
  }
  nk_html_close (html, "svg");
  nk_html_text (html, nk_page_word (year->page, NK_WORD_CALENDAR_MORE));
  nk_html_close (html, "p");
  nk_page_write (year->page, "p", "legend", NULL, nk_page_word (year->page, NK_WORD_CALENDAR_LEGEND));
}

static void
write_number_cell (NkPage *page, guint number)
{
  char text[16];

  snprintf (text, sizeof text, "%u", number);
  nk_html_open (&page->html, "td", NULL);
  nk_html_text (&page->html, text);
  nk_html_close (&page->html, "td");
}

static void
write_month_row (NkPage *page, NkDay first, const NkDayCount *sum)
{
  g_autofree char *path = nk_page_path_of_month (first), *label = nk_day_format (first);

  label[strlen ("2026-03")] = '\0';
  nk_html_open (&page->html, "tr", NULL);
  nk_html_open (&page->html, "th", "scope", "row", NULL);
  nk_page_write_link (page, path, NULL, label);
  nk_html_close (&page->html, "th");
  write_number_cell (page, sum->internet_drafts);
  write_number_cell (page, sum->rfcs);
  write_number_cell (page, sum->others);
  nk_page_close (page, "tr");
}

static void
write_head_row (NkPage *page)
{
  static const NkSiteWord words[] = { NK_WORD_COUNT_DAY, NK_WORD_COUNT_DRAFTS, NK_WORD_COUNT_RFCS, NK_WORD_COUNT_OTHERS };

  nk_page_open (page, "thead", NULL);
  nk_html_open (&page->html, "tr", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    nk_html_open (&page->html, "th", "scope", "col", NULL);
    nk_html_text (&page->html, nk_page_word (page, words[i]));
    nk_html_close (&page->html, "th");
  }
  nk_html_close (&page->html, "tr");
  nk_page_close (page, "thead");
}

/* Months with something, each a link to its page, where its days are. */
static void
write_table (Year *year)
{
  NkPage *page = year->page;

  nk_page_open (page, "details", NULL);
  nk_page_write (page, "summary", NULL, NULL, nk_page_word (page, NK_WORD_CALENDAR_TABLE));
  nk_page_open (page, "table", NULL);
  write_head_row (page);
  nk_page_open (page, "tbody", NULL);
  for (guint i = 0; i < year->counts->len;) {
    NkDayCount sum = { 0 };
    NkDay day = g_array_index (year->counts, NkDayCount, i).day;
    int number, month, day_of_month, its_month;

    nk_day_split (day, &number, &month, &day_of_month);
    for (its_month = month; i < year->counts->len && its_month == month; i++) {
      const NkDayCount *count = &g_array_index (year->counts, NkDayCount, i);

      nk_day_split (count->day, &number, &its_month, &day_of_month);
      if (its_month != month)
        break;
      sum.internet_drafts += count->internet_drafts;
      sum.rfcs += count->rfcs;
      sum.others += count->others;
    }
    write_month_row (page, nk_day (number, month, 1), &sum);
  }
  nk_page_close (page, "tbody");
  nk_page_close (page, "table");
  nk_page_close (page, "details");
}

gboolean
nk_page_write_calendar (NkPage *page, int number, GError **error)
{
  Year year = { .page = page, .first = nk_day (number, 1, 1), .end = nk_day (number, 12, 31) + 1 };
  g_autoptr (GArray) counts = NULL;
  char text[16];
  g_autofree char *label = NULL;

  if (!nk_page_span (page, &year.known_first, &year.known_last, error))
    return FALSE;
  counts = nk_query_day_counts (page->store, year.first, year.end - 1, error);
  if (counts == NULL)
    return FALSE;
  year.counts = counts;
  snprintf (text, sizeof text, "%d", number);
  label = nk_page_fill (page, NK_WORD_CALENDAR_TITLE, "year", text, NULL);
  nk_html_open (&page->html, "div", "class", "scroll", "role", "group", "aria-label", label, "tabindex", "0", NULL);
  nk_html_newline (&page->html);
  write_map (&year);
  nk_page_close (page, "div");
  write_legend (&year);
  write_table (&year);
  return TRUE;
}
