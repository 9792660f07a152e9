/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/page_topics.c - the topics of share/topics.tsv: which of them rise and fall. */
#include "serve/page.h"

#include <stdio.h>

#define PERIOD_DAYS 28
#define N_PERIODS 13 /* a year and a bit; the last one is the present */
#define MAX_STANDING_OUT 10
#define LEAST_DOCUMENTS 3 /* fewer say nothing */
#define RISING 1.5        /* times what is usual */
#define FALLING 0.6
#define BAR 6
#define GAP 1
#define HEIGHT 18

typedef struct {
  const NkTopic *topic;
  guint periods[N_PERIODS];
  double usual; /* mean of all but the last */
} Trend;

char *
nk_page_topic_name (const NkPage *page, const char *id)
{
  const NkTopic *topic = nk_topic_table_find (page->site->topics, id);

  return g_strdup (topic != NULL ? nk_topic_label (topic, nk_language_code (page->route->language)) : id);
}

static guint
now_of (const Trend *trend)
{
  return trend->periods[N_PERIODS - 1];
}

static double
ratio_of (const Trend *trend)
{
  return (now_of (trend) + 1.0) / (trend->usual + 1.0);
}

static gboolean
read_trend (NkPage *page, NkDay last, Trend *trend, GError **error)
{
  NkDay first = last - N_PERIODS * PERIOD_DAYS + 1;
  NkListQuery query = { .by = NK_LIST_TOPIC, .key = trend->topic->id, .from = first, .to = last };
  g_autoptr (GArray) counts = nk_query_list_days (page->store, &query, error);

  for (guint i = 0; counts != NULL && i < counts->len; i++) {
    const NkDayCount *count = &g_array_index (counts, NkDayCount, i);

    trend->periods[CLAMP ((count->day - first) / PERIOD_DAYS, 0, N_PERIODS - 1)] += count->internet_drafts + count->rfcs;
  }
  for (guint i = 0; i + 1 < N_PERIODS; i++)
    trend->usual += (double)trend->periods[i] / (N_PERIODS - 1);
  return counts != NULL;
}

/* All topics that anything carries in these days, in the order of their table. */
static GArray *
read_trends (NkPage *page, NkDay last, GError **error)
{
  g_autoptr (GArray) trends = g_array_new (FALSE, FALSE, sizeof (Trend));

  for (guint i = 0; i < nk_topic_table_n_topics (page->site->topics); i++) {
    Trend trend = { .topic = nk_topic_table_topic (page->site->topics, i) };

    if (!read_trend (page, last, &trend, error))
      return NULL;
    if (now_of (&trend) > 0 || trend.usual > 0)
      g_array_append_val (trends, trend);
  }
  return g_steal_pointer (&trends);
}

static void
write_spark (NkPage *page, const Trend *trend)
{
  NkHtmlWriter *html = &page->html;
  g_autofree char *box = g_strdup_printf ("0 0 %d %d", N_PERIODS * (BAR + GAP), HEIGHT), *label = NULL;
  g_autoptr (GString) numbers = g_string_new (NULL);
  guint most = 1;

  for (guint i = 0; i < N_PERIODS; i++) {
    most = MAX (most, trend->periods[i]);
    g_string_append_printf (numbers, "%s%u", i > 0 ? " " : "", trend->periods[i]);
  }
  label = nk_page_fill (page, NK_WORD_TOPICS_CHART, "numbers", numbers->str, NULL);
  nk_html_open (html, "svg", "class", "spark", "viewBox", box, "role", "img", "aria-label", label, NULL);
  for (guint i = 0; i < N_PERIODS; i++) {
    guint tall = (trend->periods[i] * HEIGHT + most - 1) / most;
    char x[16], y[16], width[16], height[16];

    snprintf (x, sizeof x, "%u", i * (BAR + GAP));
    snprintf (y, sizeof y, "%u", HEIGHT - tall);
    snprintf (width, sizeof width, "%d", BAR);
    snprintf (height, sizeof height, "%u", tall);
    nk_html_open (html, "rect", "x", x, "y", y, "width", width, "height", height, NULL);
    nk_html_close (html, "rect");
  }
  nk_html_close (html, "svg");
}

static void
write_trend (NkPage *page, const Trend *trend)
{
  g_autofree char *path = nk_page_path_of (NK_ROUTE_TOPIC, NK_PARAMETER_TOPIC, trend->topic->id);
  char n[16], usual[16];
  g_autofree char *text = NULL;

  snprintf (n, sizeof n, "%u", now_of (trend));
  snprintf (usual, sizeof usual, "%u.%u", (guint)(trend->usual * 10 + 0.5) / 10, (guint)(trend->usual * 10 + 0.5) % 10);
  text = nk_page_fill (page, NK_WORD_TOPICS_COUNT, "n", n, "usual", usual, NULL);
  nk_html_open (&page->html, "li", NULL);
  write_spark (page, trend);
  nk_page_write_link (page, path, NULL, nk_topic_label (trend->topic, nk_language_code (page->route->language)));
  nk_page_write (page, "span", "small", NULL, text);
  nk_page_close (page, "li");
}

/* Strongest first; ties in the order of the table. */
static gint
compare_rising (gconstpointer a, gconstpointer b)
{
  const Trend *one = a, *other = b;
  double difference = ratio_of (other) - ratio_of (one);

  return difference > 0 ? 1 : difference < 0 ? -1 : (int)one->topic->index - (int)other->topic->index;
}

static gint
compare_falling (gconstpointer a, gconstpointer b)
{
  const Trend *one = a, *other = b;
  double difference = ratio_of (one) - ratio_of (other);

  return difference > 0 ? 1 : difference < 0 ? -1 : (int)one->topic->index - (int)other->topic->index;
}

static gboolean
is_rising (const Trend *trend)
{
  return now_of (trend) >= LEAST_DOCUMENTS && ratio_of (trend) >= RISING;
}

static gboolean
is_falling (const Trend *trend)
{
  return trend->usual >= LEAST_DOCUMENTS && ratio_of (trend) <= FALLING;
}

static void
write_standing_out (NkPage *page, GArray *trends, gboolean (*stands_out) (const Trend *trend), GCompareFunc compare, NkSiteWord word,
                    const char *id)
{
  g_autoptr (GArray) sorted = g_array_copy (trends);
  guint n = 0;

  g_array_sort (sorted, compare);
  nk_page_write_heading (page, nk_page_word (page, word), id);
  for (guint i = 0; i < sorted->len && n < MAX_STANDING_OUT; i++) {
    const Trend *trend = &g_array_index (sorted, Trend, i);

    if (!stands_out (trend))
      continue;
    if (n++ == 0)
      nk_page_open (page, "ul", "topics");
    write_trend (page, trend);
  }
  if (n > 0)
    nk_page_close (page, "ul");
  else
    nk_page_write (page, "p", "small", NULL, nk_page_word (page, NK_WORD_TOPICS_NONE));
}

gboolean
nk_page_topics (NkPage *page, GError **error)
{
  g_autoptr (GArray) trends = NULL;
  g_autofree char *day = NULL, *note = NULL;
  NkDay first, last;

  if (!nk_page_span (page, &first, &last, error))
    return FALSE;
  trends = read_trends (page, last, error);
  if (trends == NULL)
    return FALSE;
  day = nk_day_format (last);
  note = nk_page_fill (page, NK_WORD_TOPICS_NOTE, "day", day, NULL);
  nk_page_begin (page, nk_page_word (page, NK_WORD_TOPICS_TITLE), note);
  nk_page_write (page, "h1", NULL, NULL, nk_page_word (page, NK_WORD_TOPICS_TITLE));
  nk_page_write (page, "p", "lead", NULL, note);
  /* With less than a year of mail nothing is usual yet. */
  if (last - first + 1 >= N_PERIODS * PERIOD_DAYS) {
    write_standing_out (page, trends, is_rising, compare_rising, NK_WORD_TOPICS_RISING, "rising");
    write_standing_out (page, trends, is_falling, compare_falling, NK_WORD_TOPICS_FALLING, "falling");
  }
  nk_page_write_heading (page, nk_page_word (page, NK_WORD_TOPICS_ALL), "all");
  nk_page_open (page, "ul", "topics");
  for (guint i = 0; i < trends->len; i++)
    write_trend (page, &g_array_index (trends, Trend, i));
  nk_page_close (page, "ul");
  nk_page_end (page);
  return TRUE;
}
