/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/page_period.c - a year, a month, a week: what they brought, rolled up from their days. */
#include "serve/page.h"

#include <stdio.h>

#define MAX_GROUPS 7    /* of the highlights */
#define MAX_IN_LIST 200 /* lines of one list of a period; the days have them all */

typedef struct {
  NkDay first, last;
  char *title;
} Period;

static void
period_clear (Period *period)
{
  g_clear_pointer (&period->title, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Period, period_clear)

typedef struct {
  const char *acronym; /* borrowed */
  const char *name;
  guint n, n_new;
} Busy;

static gboolean
is_new (const NkListed *listed)
{
  return listed->kind == NK_KIND_INTERNET_DRAFT && strcmp (listed->revision, "00") == 0;
}

/* Most documents first; ties by acronym, so that the order is the same each time. */
static gint
compare_busy (gconstpointer a, gconstpointer b)
{
  const Busy *one = *(const Busy *const *)a, *other = *(const Busy *const *)b;

  if (one->n != other->n)
    return one->n > other->n ? -1 : 1;
  return strcmp (one->acronym, other->acronym);
}

static GPtrArray *
busy_groups (const GPtrArray *listed)
{
  GPtrArray *busy = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < listed->len; i++) {
    const NkListed *one = listed->pdata[i];
    Busy *group;

    if (one->kind > NK_KIND_RFC || one->group_acronym == NULL || !nk_route_is_valid (NK_PARAMETER_GROUP, one->group_acronym))
      continue;
    group = g_hash_table_lookup (known, one->group_acronym);
    if (group == NULL) {
      group = g_new0 (Busy, 1);
      group->acronym = one->group_acronym;
      group->name = one->group_name != NULL ? one->group_name : one->group_acronym;
      g_hash_table_insert (known, one->group_acronym, group);
      g_ptr_array_add (busy, group);
    }
    group->n++;
    group->n_new += is_new (one);
  }
  g_ptr_array_sort (busy, compare_busy);
  return busy;
}

static void
write_busy (NkPage *page, const Busy *group)
{
  char n[16], n_new[16];
  g_autofree char *path = nk_page_path_of (NK_ROUTE_GROUP, NK_PARAMETER_GROUP, group->acronym), *text = NULL;

  snprintf (n, sizeof n, "%u", group->n);
  snprintf (n_new, sizeof n_new, "%u", group->n_new);
  text = nk_page_fill (page, NK_WORD_PERIOD_GROUP, "n", n, "new", n_new, NULL);
  nk_html_open (&page->html, "li", NULL);
  nk_page_write_link (page, path, "en", group->name);
  nk_html_text (&page->html, text);
  nk_page_close (page, "li");
}

static void
write_highlights (NkPage *page, const GPtrArray *listed)
{
  g_autoptr (GPtrArray) busy = busy_groups (listed);

  if (busy->len == 0)
    return;
  nk_page_write_heading (page, nk_page_word (page, NK_WORD_PERIOD_HIGHLIGHTS), "highlights");
  nk_page_open (page, "ul", NULL);
  for (guint i = 0; i < MIN (busy->len, MAX_GROUPS); i++)
    write_busy (page, busy->pdata[i]);
  nk_page_close (page, "ul");
}

typedef gboolean (*Choice) (const NkListed *listed);

static gboolean
is_rfc (const NkListed *listed)
{
  return listed->kind == NK_KIND_RFC;
}

/* First version under the name of a group. */
static gboolean
is_new_in_group (const NkListed *listed)
{
  return is_new (listed) && listed->standing != NK_STANDING_INDIVIDUAL;
}

static gboolean
is_other (const NkListed *listed)
{
  return listed->kind > NK_KIND_RFC;
}

static gboolean
write_chosen (NkPage *page, const GPtrArray *listed, Choice choice, NkSiteWord word, const char *id, GError **error)
{
  guint n = 0;

  for (guint i = 0; i < listed->len; i++) {
    if (!choice (listed->pdata[i]) || n++ >= MAX_IN_LIST)
      continue;
    if (n == 1) {
      nk_page_write_heading (page, nk_page_word (page, word), id);
      nk_page_open (page, "ul", "documents");
    }
    if (!nk_page_write_listed (page, listed->pdata[i], TRUE, error))
      return FALSE;
  }
  if (n > 0)
    nk_page_close (page, "ul");
  if (n > MAX_IN_LIST) {
    char rest[16];
    g_autofree char *text = NULL;

    snprintf (rest, sizeof rest, "%u", n - MAX_IN_LIST);
    text = nk_page_fill (page, NK_WORD_PERIOD_CUT, "n", rest, NULL);
    nk_page_write (page, "p", "small", NULL, text);
  }
  return TRUE;
}

static void
write_days (NkPage *page, const GArray *counts)
{
  nk_page_write_heading (page, nk_page_word (page, NK_WORD_PERIOD_DAYS), "days");
  nk_page_open (page, "ul", "days");
  for (guint i = 0; i < counts->len; i++) {
    const NkDayCount *count = &g_array_index (counts, NkDayCount, i);
    g_autofree char *text = nk_page_count_text (page, count->internet_drafts, count->rfcs, count->others);

    nk_html_open (&page->html, "li", NULL);
    nk_page_write_day (page, count->day);
    nk_html_text (&page->html, " ");
    nk_html_text (&page->html, text);
    nk_page_close (page, "li");
  }
  nk_page_close (page, "ul");
}

static char *
week_label (NkDay monday)
{
  char *label = nk_page_path_of_week (monday);

  memmove (label, label + 1, strlen (label)); /* the slash before the year */
  label[strlen ("2026")] = '-';
  label[strlen ("2026-W12")] = '\0';
  return label;
}

/* The weeks of a month that the store reaches, as links. */
static void
write_weeks (NkPage *page, const Period *period, NkDay first, NkDay last)
{
  NkDay monday = period->first - (nk_day_weekday (period->first) + 6) % 7;

  nk_page_write_heading (page, nk_page_word (page, NK_WORD_PERIOD_WEEKS), "weeks");
  nk_page_open (page, "ul", "row");
  for (; monday <= MIN (period->last, last); monday += 7) {
    g_autofree char *path = nk_page_path_of_week (monday), *label = week_label (monday);

    if (monday + 6 < first)
      continue;
    nk_html_open (&page->html, "li", NULL);
    nk_page_write_link (page, path, NULL, label);
    nk_page_close (page, "li");
  }
  nk_page_close (page, "ul");
}

void
nk_page_write_years (NkPage *page, NkDay first, NkDay last)
{
  int from, to, month, day_of_month;

  nk_day_split (first, &from, &month, &day_of_month);
  nk_day_split (last, &to, &month, &day_of_month);
  if (from == to)
    return;
  nk_page_write_heading (page, nk_page_word (page, NK_WORD_CALENDAR_YEARS), "years");
  nk_page_open (page, "ul", "row");
  for (int year = to; year >= from; year--) {
    g_autofree char *path = nk_page_path_of_year (year), *label = g_strdup_printf ("%d", year);

    nk_html_open (&page->html, "li", NULL);
    nk_page_write_link (page, path, NULL, label);
    nk_page_close (page, "li");
  }
  nk_page_close (page, "ul");
}

/* NOT_FOUND if nothing can be known of the period. */
static gboolean
check_span (NkPage *page, const Period *period, NkDay *ret_first, NkDay *ret_last, GError **error)
{
  if (!nk_page_span (page, ret_first, ret_last, error))
    return FALSE;
  if (period->first != NK_DAY_NONE && period->first <= *ret_last && period->last >= *ret_first)
    return TRUE;
  g_set_error (error, NK_ERROR, NK_ERROR_NOT_FOUND, "nothing is known of this time");
  return FALSE;
}

/* Where a month or a week lies: of a week the Thursday decides, but the year has to be one that the store reaches. */
static void
write_year_link (NkPage *page, const Period *period, NkDay first, NkDay last)
{
  int year, month, day_of_month;
  g_autofree char *path = NULL, *number = NULL, *text = NULL;

  nk_day_split (CLAMP (period->first + 3, first, last), &year, &month, &day_of_month);
  path = nk_page_path_of_year (year);
  number = g_strdup_printf ("%d", year);
  text = nk_page_fill (page, NK_WORD_PERIOD_YEAR, "year", number, NULL);
  nk_html_open (&page->html, "p", "class", "small", NULL);
  nk_page_write_link (page, path, NULL, text);
  nk_page_close (page, "p");
}

static gboolean
write_period (NkPage *page, const Period *period, NkDay first, NkDay last, gboolean with_weeks, GError **error)
{
  NkDay to = MIN (period->last, last); /* what comes later has no edition yet */
  NkListQuery query = { .by = NK_LIST_ALL, .from = period->first, .to = to, .limit = NK_LIST_MAX_ROWS };
  g_autoptr (GArray) counts = nk_query_day_counts (page->store, period->first, to, error);
  g_autoptr (GPtrArray) listed = counts != NULL ? nk_query_list (page->store, &query, error) : NULL;
  NkDayCount sum = { 0 };
  g_autofree char *text = NULL;

  if (listed == NULL)
    return FALSE;
  for (guint i = 0; i < counts->len; i++) {
    sum.internet_drafts += g_array_index (counts, NkDayCount, i).internet_drafts;
    sum.rfcs += g_array_index (counts, NkDayCount, i).rfcs;
    sum.others += g_array_index (counts, NkDayCount, i).others;
  }
  text = nk_page_count_text (page, sum.internet_drafts, sum.rfcs, sum.others);
  nk_page_begin (page, period->title, text);
  nk_page_write (page, "h1", NULL, NULL, period->title);
  nk_page_write (page, "p", "lead", NULL, counts->len > 0 ? text : nk_page_word (page, NK_WORD_PERIOD_NOTHING));
  write_year_link (page, period, first, last);
  write_highlights (page, listed);
  if (counts->len > 0)
    write_days (page, counts);
  if (with_weeks)
    write_weeks (page, period, first, last);
  if (!write_chosen (page, listed, is_rfc, NK_WORD_PERIOD_RFCS, "rfcs", error)
      || !write_chosen (page, listed, is_new_in_group, NK_WORD_PERIOD_NEW, "new", error)
      || !write_chosen (page, listed, is_other, NK_WORD_PERIOD_OTHERS, "others", error))
    return FALSE;
  nk_page_end (page);
  return TRUE;
}

static void
fill_month (const NkPage *page, int year, int month, Period *period)
{
  int next_year = month == 12 ? year + 1 : year, next_month = month == 12 ? 1 : month + 1;
  g_autofree char *year_text = g_strdup_printf ("%d", year), *month_text = g_strdup_printf ("%d", month),
                  *iso = g_strdup_printf ("%04d-%02d", year, month);

  period->first = nk_day (year, month, 1);
  period->last = next_year > 9999 ? nk_day (9999, 12, 31) : nk_day (next_year, next_month, 1) - 1;
  period->title = nk_page_fill (page, NK_WORD_PERIOD_MONTH, "year", year_text, "month", month_text, "iso", iso, NULL);
}

static char *
iso_month (NkDay day)
{
  char *text = nk_day_format (day);

  text[strlen ("2026-03")] = '\0';
  return text;
}

gboolean
nk_page_month (NkPage *page, GError **error)
{
  g_auto (Period) period = { 0 };
  NkDay first, last;

  fill_month (page, (int)nk_route_number (page->route, NK_PARAMETER_YEAR), (int)nk_route_number (page->route, NK_PARAMETER_MONTH), &period);
  if (!check_span (page, &period, &first, &last, error))
    return FALSE;
  if (period.first > first) {
    page->previous = nk_page_path_of_month (period.first - 1);
    page->previous_text = iso_month (period.first - 1);
  }
  if (period.last < last) {
    page->next = nk_page_path_of_month (period.last + 1);
    page->next_text = iso_month (period.last + 1);
  }
  return write_period (page, &period, first, last, TRUE, error);
}

gboolean
nk_page_week (NkPage *page, GError **error)
{
  int year = (int)nk_route_number (page->route, NK_PARAMETER_YEAR);
  NkDay fourth = nk_day (year, 1, 4); /* always in the first week */
  NkDay monday = fourth - (nk_day_weekday (fourth) + 6) % 7 + ((NkDay)nk_route_number (page->route, NK_PARAMETER_WEEK) - 1) * 7;
  g_auto (Period) period = { .first = monday, .last = monday + 6 };
  g_autofree char *path = nk_page_path_of_week (monday), *label = week_label (monday), *from = nk_day_format (monday),
                  *to = nk_day_format (monday + 6);
  NkDay first, last;

  if (!check_span (page, &period, &first, &last, error))
    return FALSE;
  if (strcmp (path, page->route->path) != 0) { /* a week 53 of a year that has none */
    g_set_error (error, NK_ERROR, NK_ERROR_NOT_FOUND, "no such week");
    return FALSE;
  }
  period.title = nk_page_fill (page, NK_WORD_PERIOD_WEEK, "week", label, "from", from, "to", to, NULL);
  if (monday > first) {
    page->previous = nk_page_path_of_week (monday - 7);
    page->previous_text = week_label (monday - 7);
  }
  if (monday + 6 < last) {
    page->next = nk_page_path_of_week (monday + 7);
    page->next_text = week_label (monday + 7);
  }
  return write_period (page, &period, first, last, FALSE, error);
}

gboolean
nk_page_year (NkPage *page, GError **error)
{
  int year = (int)nk_route_number (page->route, NK_PARAMETER_YEAR);
  g_auto (Period) period = { .first = nk_day (year, 1, 1), .last = nk_day (year, 12, 31) };
  g_autofree char *text = g_strdup_printf ("%d", year);
  NkDay first, last;

  if (!check_span (page, &period, &first, &last, error))
    return FALSE;
  period.title = nk_page_fill (page, NK_WORD_PERIOD_YEAR, "year", text, NULL);
  if (period.first > first) {
    page->previous = nk_page_path_of_year (year - 1);
    page->previous_text = g_strdup_printf ("%d", year - 1);
  }
  if (period.last < last) {
    page->next = nk_page_path_of_year (year + 1);
    page->next_text = g_strdup_printf ("%d", year + 1);
  }
  nk_page_begin (page, period.title, period.title);
  nk_page_write (page, "h1", NULL, NULL, period.title);
  if (!nk_page_write_calendar (page, year, error))
    return FALSE;
  nk_page_write_years (page, first, last);
  nk_page_end (page);
  return TRUE;
}
