/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/page_activity.c - documents by month as bars, with a table by year. */
#include "serve/page.h"

#include <stdio.h>

#define MAX_MONTHS 120 /* the newest; the table tells of all years */
#define BAR 6
#define GAP 1
#define HEIGHT 60

typedef struct {
  int month; /* months since the year 0 */
  guint n;
} Bar;

static int
month_of (NkDay day)
{
  int year, month, day_of_month;

  nk_day_split (day, &year, &month, &day_of_month);
  return year * 12 + month - 1;
}

/* One bar for each month from the first to the last, without holes. (transfer full) */
static GArray *
bars_of (const GArray *counts)
{
  GArray *bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  int last = month_of (g_array_index (counts, NkDayCount, counts->len - 1).day);
  int first = MAX (month_of (g_array_index (counts, NkDayCount, 0).day), last - MAX_MONTHS + 1);

  for (int month = first; month <= last; month++) {
    Bar bar = { month, 0 };

    g_array_append_val (bars, bar);
  }
  for (guint i = 0; i < counts->len; i++) {
    const NkDayCount *count = &g_array_index (counts, NkDayCount, i);
    int month = month_of (count->day);

    if (month >= first)
      g_array_index (bars, Bar, month - first).n += count->internet_drafts + count->rfcs;
  }
  return bars;
}

static void
write_bar (NkHtmlWriter *html, guint index, const Bar *bar, guint most)
{
  char x[16], y[16], width[16], height[16];
  guint tall = most > 0 ? (bar->n * HEIGHT + most - 1) / most : 0;
  g_autofree char *title = g_strdup_printf ("%04d-%02d: %u", bar->month / 12, bar->month % 12 + 1, bar->n);

  snprintf (x, sizeof x, "%u", index * (BAR + GAP));
  snprintf (y, sizeof y, "%u", HEIGHT - tall);
  snprintf (width, sizeof width, "%d", BAR);
  snprintf (height, sizeof height, "%u", tall);
  nk_html_open (html, "rect", "x", x, "y", y, "width", width, "height", height, NULL);
  nk_html_open (html, "title", NULL);
  nk_html_text (html, title);
  nk_html_close (html, "title");
  nk_html_close (html, "rect");
  nk_html_newline (html);
}

static void
write_label (NkPage *page, int month, const char *x, const char *anchor)
{
  g_autofree char *text = g_strdup_printf ("%04d-%02d", month / 12, month % 12 + 1);

  nk_html_open (&page->html, "text", "x", x, "y", "72", "text-anchor", anchor, NULL);
  nk_html_text (&page->html, text);
  nk_html_close (&page->html, "text");
}

static void
write_bars (NkPage *page, const GArray *bars)
{
  NkHtmlWriter *html = &page->html;
  guint most = 0;
  g_autofree char *box = g_strdup_printf ("0 0 %d %d", MAX_MONTHS * (BAR + GAP), HEIGHT + 15);

  for (guint i = 0; i < bars->len; i++)
    most = MAX (most, g_array_index (bars, Bar, i).n);
  nk_html_open (html, "svg", "class", "activity", "viewBox", box, "role", "img", "aria-label", nk_page_word (page, NK_WORD_LIST_ACTIVITY),
                NULL);
  nk_html_newline (html);
  for (guint i = 0; i < bars->len; i++)
    write_bar (html, MAX_MONTHS - bars->len + i, &g_array_index (bars, Bar, i), most);
  nk_html_open (html, "path", "d", "M0 60.5H840", NULL);
  nk_html_close (html, "path");
  write_label (page, g_array_index (bars, Bar, bars->len - 1).month - MAX_MONTHS + 1, "0", "start");
  write_label (page, g_array_index (bars, Bar, bars->len - 1).month, "840", "end");
  nk_page_close (page, "svg");
}

static void
write_year (NkPage *page, int year, const guint numbers[3])
{
  char text[16];

  snprintf (text, sizeof text, "%d", year);
  nk_html_open (&page->html, "tr", NULL);
  nk_html_open (&page->html, "th", "scope", "row", NULL);
  nk_html_text (&page->html, text);
  nk_html_close (&page->html, "th");
  for (guint i = 0; i < 3; i++) {
    snprintf (text, sizeof text, "%u", numbers[i]);
    nk_html_open (&page->html, "td", NULL);
    nk_html_text (&page->html, text);
    nk_html_close (&page->html, "td");
  }
  nk_page_close (page, "tr");
}

static void
write_years (NkPage *page, const GArray *counts)
{
  for (guint i = 0; i < counts->len;) {
    int year = month_of (g_array_index (counts, NkDayCount, i).day) / 12;
    guint numbers[3] = { 0 };

    for (; i < counts->len && month_of (g_array_index (counts, NkDayCount, i).day) / 12 == year; i++) {
      const NkDayCount *count = &g_array_index (counts, NkDayCount, i);

      numbers[0] += count->internet_drafts;
      numbers[1] += count->rfcs;
      numbers[2] += count->others;
    }
    write_year (page, year, numbers);
  }
}

void
nk_page_write_activity (NkPage *page, const GArray *counts)
{
  static const NkSiteWord words[] = { NK_WORD_COUNT_DAY, NK_WORD_COUNT_DRAFTS, NK_WORD_COUNT_RFCS, NK_WORD_COUNT_OTHERS };
  g_autoptr (GArray) bars = NULL;

  if (counts->len == 0)
    return;
  bars = bars_of (counts);
  write_bars (page, bars);
  nk_page_open (page, "details", NULL);
  nk_page_write (page, "summary", NULL, NULL, nk_page_word (page, NK_WORD_LIST_ACTIVITY_TABLE));
  nk_page_open (page, "table", NULL);
  nk_page_open (page, "thead", NULL);
  nk_html_open (&page->html, "tr", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    nk_html_open (&page->html, "th", "scope", "col", NULL);
    nk_html_text (&page->html, nk_page_word (page, words[i]));
    nk_html_close (&page->html, "th");
  }
  nk_page_close (page, "tr");
  nk_page_close (page, "thead");
  nk_page_open (page, "tbody", NULL);
  write_years (page, counts);
  nk_page_close (page, "tbody");
  nk_page_close (page, "table");
  nk_page_close (page, "details");
}
