/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* The themes of a day as an edition tells them: counts, documents and their short names. */
#include "digest/digest_private.h"

#include <string.h>

#define MIN_HIGHLIGHTS 4

static NkHighlight *
highlight_new (char *topic, const char *title, const char *acronym)
{
  NkHighlight *highlight = g_new0 (NkHighlight, 1);

  highlight->topic = topic;
  highlight->title = g_strdup (title);
  highlight->acronym = g_strdup (acronym);
  highlight->documents = g_ptr_array_new_with_free_func (g_free);
  highlight->short_names = g_ptr_array_new_with_free_func (g_free);
  highlight->n_companions = g_array_new (FALSE, FALSE, sizeof (guint));
  highlight->groups = g_ptr_array_new_with_free_func (g_free);
  return highlight;
}

void
nk_highlight_free (NkHighlight *highlight)
{
  if (highlight == NULL)
    return;
  g_free (highlight->topic);
  g_free (highlight->title);
  g_free (highlight->acronym);
  g_ptr_array_unref (highlight->documents);
  g_ptr_array_unref (highlight->short_names);
  g_array_unref (highlight->n_companions);
  g_ptr_array_unref (highlight->groups);
  g_free (highlight);
}

static void
highlight_name (NkHighlight *highlight, const char *short_name, guint n_companions)
{
  g_ptr_array_add (highlight->short_names, g_strdup (short_name));
  g_array_append_val (highlight->n_companions, n_companions);
}

typedef struct {
  const GPtrArray *subjects;
  const GPtrArray *drafts; /* NkEntry * */
  const GPtrArray *names;  /* char *, one for each subject */
} Telling;

static NkHighlight *
highlight_of_theme (const NkTheme *theme, const Telling *telling)
{
  const NkSubject *first = g_ptr_array_index (telling->subjects, g_array_index (theme->members, guint, 0));
  const char *group_name = first->entry->stored->announcement->group_name;
  NkHighlight *highlight;

  if (theme->topic != NULL) {
    highlight = highlight_new (g_strconcat ("topic:", theme->topic->id, NULL), theme->topic->en, "");
    highlight->theme = theme->topic;
  } else if (theme->group != NULL) {
    highlight = highlight_new (g_strconcat ("group:", theme->group, NULL),
                               group_name != NULL && *group_name != '\0' ? group_name : theme->group, theme->group);
  } else {
    highlight = highlight_new (g_strdup ("individual"), "Individual submissions", "");
  }
  return highlight;
}

static guint
points_of (const NkSubject *subject, const NkTopic *topic)
{
  for (guint i = 0; topic != NULL && i < subject->scores->len; i++)
    if (g_array_index (subject->scores, NkTopicScore, i).topic == topic)
      return g_array_index (subject->scores, NkTopicScore, i).points;
  return 0;
}

typedef struct {
  guint place, rank, points;
} Order;

/* What is first told of a theme: first versions of group documents, new proposals, revisions; of these what has most of the theme; then the newest. */
static gint
compare_orders (gconstpointer a, gconstpointer b)
{
  const Order *one = a, *other = b;

  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;
  if (one->points != other->points)
    return one->points > other->points ? -1 : 1;
  return one->place < other->place ? -1 : one->place > other->place;
}

static GArray *
order_members (const NkTheme *theme, const GPtrArray *subjects)
{
  GArray *orders = g_array_new (FALSE, FALSE, sizeof (Order));

  for (guint i = 0; i < theme->members->len; i++) {
    guint place = g_array_index (theme->members, guint, i);
    const NkSubject *leader = g_ptr_array_index (subjects, ((const NkSubject *)g_ptr_array_index (subjects, place))->leader);
    Order order = { place, leader->is_adopted ? 0 : leader->is_new ? 1 : 2, points_of (leader, theme->topic) };

    g_array_append_val (orders, order);
  }
  g_array_sort (orders, compare_orders);
  return orders;
}

typedef struct {
  char *acronym;
  guint n, place;
} GroupCount;

static gint
compare_groups (gconstpointer a, gconstpointer b)
{
  const GroupCount *one = a, *other = b;

  if (one->n != other->n)
    return one->n > other->n ? -1 : 1;
  return one->place < other->place ? -1 : one->place > other->place;
}

static void
count_group (GArray *groups, GHashTable *by_acronym, char *acronym)
{
  GroupCount count = { acronym, 1, groups->len };
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (by_acronym, acronym));

  if (place > 0) {
    g_array_index (groups, GroupCount, place - 1).n++;
    return;
  }
  g_array_append_val (groups, count);
  g_hash_table_insert (by_acronym, acronym, GUINT_TO_POINTER (groups->len));
}

static void
tell_groups (NkHighlight *highlight, const GArray *orders, const GPtrArray *subjects)
{
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (GroupCount));
  g_autoptr (GHashTable) by_acronym = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < orders->len; i++) {
    const NkSubject *subject = g_ptr_array_index (subjects, g_array_index (orders, Order, i).place);
    char *acronym = subject->entry->stored->announcement->group_acronym;

    if (acronym != NULL && *acronym != '\0')
      count_group (groups, by_acronym, acronym);
    else
      highlight->n_without_group++;
  }
  g_array_sort (groups, compare_groups);
  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (highlight->groups, g_strdup (g_array_index (groups, GroupCount, i).acronym));
}

static NkHighlight *
tell_theme (const NkTheme *theme, const Telling *telling)
{
  NkHighlight *highlight = highlight_of_theme (theme, telling);
  g_autoptr (GArray) orders = order_members (theme, telling->subjects);

  for (guint i = 0; i < orders->len; i++) {
    guint place = g_array_index (orders, Order, i).place;
    const NkSubject *subject = g_ptr_array_index (telling->subjects, place);

    for (guint k = 0; k < subject->places->len; k++)
      g_ptr_array_add (highlight->documents,
                       nk_entry_document (g_ptr_array_index (telling->drafts, g_array_index (subject->places, guint, k))));
    highlight->n_documents++;
    highlight->n_new += subject->is_new ? 1 : 0;
    highlight->n_adopted += subject->is_adopted ? 1 : 0;
    if (subject->leader == place)
      highlight_name (highlight, g_ptr_array_index (telling->names, place), subject->n_followers);
  }
  highlight->n_revised = highlight->n_documents - highlight->n_new;
  tell_groups (highlight, orders, telling->subjects);
  return highlight;
}

static NkHighlight *
tell_rfcs (const GPtrArray *rfcs, const GPtrArray *names, guint first_name)
{
  NkHighlight *highlight = highlight_new (g_strdup ("rfcs"), "", "");

  /* An RFC is new whenever it is announced. */
  highlight->n_documents = highlight->n_new = rfcs->len;
  for (guint i = 0; i < rfcs->len; i++) {
    g_ptr_array_add (highlight->documents, nk_entry_document (g_ptr_array_index (rfcs, i)));
    highlight_name (highlight, g_ptr_array_index (names, first_name + i), 0);
  }
  return highlight;
}

static void
set_lift (NkHighlight *highlight, const GArray *counts)
{
  for (guint i = 0; highlight->theme != NULL && i < counts->len; i++) {
    const NkTopicCount *count = &g_array_index (counts, NkTopicCount, i);

    if (count->topic != highlight->theme)
      continue;
    highlight->n_before = count->n_before;
    highlight->lift = count->lift;
  }
}

GPtrArray *
nk_highlights_find (const GPtrArray *internet_drafts, const GPtrArray *rfcs, const NkUsual *usual, GArray **ret_counts)
{
  g_autoptr (GPtrArray) subjects = nk_subjects_gather (internet_drafts, usual);
  g_autoptr (GArray) counts = nk_topic_counts (subjects, usual);
  g_autoptr (GPtrArray) entries = g_ptr_array_new (), names = NULL, themes = NULL;
  Telling telling = { subjects, internet_drafts, NULL };
  GPtrArray *highlights = g_ptr_array_new_with_free_func ((GDestroyNotify)nk_highlight_free);
  guint n_last = rfcs->len > 0 ? 1 : 0;

  for (guint i = 0; i < subjects->len; i++)
    g_ptr_array_add (entries, (gpointer)((const NkSubject *)g_ptr_array_index (subjects, i))->entry);
  for (guint i = 0; i < rfcs->len; i++)
    g_ptr_array_add (entries, g_ptr_array_index (rfcs, i));
  telling.names = names = nk_short_names (entries);
  themes = nk_themes_choose (subjects, counts, MIN_HIGHLIGHTS - n_last, NK_DIGEST_MAX_HIGHLIGHTS - n_last);
  for (guint i = 0; i < themes->len; i++) {
    NkHighlight *highlight = tell_theme (g_ptr_array_index (themes, i), &telling);

    set_lift (highlight, counts);
    g_ptr_array_add (highlights, highlight);
  }
  if (n_last > 0)
    g_ptr_array_add (highlights, tell_rfcs (rfcs, names, subjects->len));
  if (ret_counts != NULL)
    *ret_counts = g_steal_pointer (&counts);
  return highlights;
}
