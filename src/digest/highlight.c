/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* What mattered on a day, by the only thing that the announcements say for certain: who wrote it. A group with two documents or more is a theme; what is left is gathered by
 * area, and what belongs to no group by itself. */
#include "digest/digest_private.h"

#define MIN_HIGHLIGHTS 4
#define MIN_GROUP_DOCUMENTS 2
#define MIN_AREA_REST 2 /* an area gives groups away to fill the list, but keeps so many documents */

/* A theme in the making. */
typedef struct {
  char *topic;
  const char *title, *acronym; /* borrowed from a record or static */
  GArray *drafts;              /* guint: places among the drafts of the day, newest first */
  guint n_new;
} Theme;

static void
theme_free (Theme *theme)
{
  g_free (theme->topic);
  g_array_unref (theme->drafts);
  g_free (theme);
}

static const NkAnnouncement *
draft_at (const GPtrArray *drafts, guint index)
{
  const NkEntry *entry = g_ptr_array_index (drafts, index);

  return entry->stored->announcement;
}

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
theme_add (Theme *theme, const GPtrArray *drafts, guint index)
{
  const NkEntry *entry = g_ptr_array_index (drafts, index);
  guint place = 0;

  while (place < theme->drafts->len && g_array_index (theme->drafts, guint, place) < index)
    place++;
  g_array_insert_val (theme->drafts, place, index);
  theme->n_new += entry->change != NK_CHANGE_REVISED;
}

/* The theme with `topic`, made if it is not there. `themes` keeps the order, `by_topic` finds. Takes `topic`. */
static Theme *
find_theme (GPtrArray *themes, GHashTable *by_topic, char *topic, const char *title, const char *acronym)
{
  Theme *theme = g_hash_table_lookup (by_topic, topic);

  if (theme != NULL) {
    g_free (topic);
    return theme;
  }
  theme = g_new0 (Theme, 1);
  theme->topic = topic;
  theme->title = title;
  theme->acronym = acronym;
  theme->drafts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (themes, theme);
  g_hash_table_insert (by_topic, theme->topic, theme);
  return theme;
}

static Theme *
find_group_theme (GPtrArray *themes, GHashTable *by_topic, const NkAnnouncement *draft)
{
  return find_theme (themes, by_topic, g_strconcat ("group:", draft->group_acronym, NULL),
                     is_set (draft->group_name) ? draft->group_name : draft->group_acronym, draft->group_acronym);
}

/* Where a draft goes whose group is no theme. */
static Theme *
find_rest_theme (GPtrArray *themes, GHashTable *by_topic, const NkAnnouncement *draft)
{
  guint area = is_set (draft->group_area) ? nk_area_index (draft->group_area) : G_MAXUINT;

  if (is_set (draft->group_area))
    return find_theme (themes, by_topic, g_strconcat ("area:", draft->group_area, NULL),
                       area != G_MAXUINT ? nk_area (area)->name : draft->group_area, draft->group_area);
  if (is_set (draft->group_acronym))
    return find_theme (themes, by_topic, g_strdup ("other"), "Other groups", "");
  return find_theme (themes, by_topic, g_strdup ("individual"), "Individual submissions", "");
}

/* Groups and areas are themes; what is gathered for want of one comes after them however much it is, the drafts of no group last. */
enum { RANK_THEME, RANK_OTHER, RANK_INDIVIDUAL };

static guint
rank_of (const Theme *theme)
{
  if (is_set (theme->acronym))
    return RANK_THEME;
  return g_str_equal (theme->topic, "individual") ? RANK_INDIVIDUAL : RANK_OTHER;
}

/* More documents first, then more new ones, then by acronym. */
static gint
compare_themes (gconstpointer a, gconstpointer b)
{
  const Theme *one = *(const Theme *const *)a, *other = *(const Theme *const *)b;

  if (rank_of (one) != rank_of (other))
    return rank_of (one) < rank_of (other) ? -1 : 1;
  if (one->drafts->len != other->drafts->len)
    return one->drafts->len > other->drafts->len ? -1 : 1;
  if (one->n_new != other->n_new)
    return one->n_new > other->n_new ? -1 : 1;
  if (strcmp (one->acronym, other->acronym) != 0)
    return strcmp (one->acronym, other->acronym);
  return strcmp (one->topic, other->topic);
}

static GPtrArray *
gather_themes (const GPtrArray *drafts)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify)theme_free);
  g_autoptr (GHashTable) groups_by_topic = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) by_topic = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *themes = g_ptr_array_new_with_free_func ((GDestroyNotify)theme_free);

  for (guint i = 0; i < drafts->len; i++)
    if (is_set (draft_at (drafts, i)->group_acronym))
      g_array_append_val (find_group_theme (groups, groups_by_topic, draft_at (drafts, i))->drafts, i);
  for (guint i = 0; i < drafts->len; i++) {
    const NkAnnouncement *draft = draft_at (drafts, i);
    gboolean is_theme
        = is_set (draft->group_acronym) && find_group_theme (groups, groups_by_topic, draft)->drafts->len >= MIN_GROUP_DOCUMENTS;

    theme_add (is_theme ? find_group_theme (themes, by_topic, draft) : find_rest_theme (themes, by_topic, draft), drafts, i);
  }
  g_ptr_array_sort (themes, compare_themes);
  return themes;
}

/* Takes the newest draft out of the largest area that can spare one, as a theme of its group. FALSE if there is none. */
static gboolean
split_area (GPtrArray *themes, const GPtrArray *drafts)
{
  for (guint i = 0; i < themes->len; i++) {
    Theme *area = g_ptr_array_index (themes, i), *group;
    g_autoptr (GHashTable) by_topic = NULL;
    guint first;

    if (!g_str_has_prefix (area->topic, "area:") || area->drafts->len <= MIN_AREA_REST)
      continue;
    first = g_array_index (area->drafts, guint, 0);
    if (!is_set (draft_at (drafts, first)->group_acronym))
      continue;
    by_topic = g_hash_table_new (g_str_hash, g_str_equal);
    group = find_group_theme (themes, by_topic, draft_at (drafts, first));
    theme_add (group, drafts, first);
    g_array_remove_index (area->drafts, 0);
    area->n_new -= group->n_new;
    g_ptr_array_sort (themes, compare_themes);
    return TRUE;
  }
  return FALSE;
}

/* Takes the last themes away until `n` are left. The drafts of no group keep their place, the last. */
static void
leave_largest (GPtrArray *themes, guint n)
{
  while (themes->len > n) {
    const Theme *last = g_ptr_array_index (themes, themes->len - 1);

    g_ptr_array_remove_index (themes, themes->len - 1 - (rank_of (last) == RANK_INDIVIDUAL ? 1 : 0));
  }
}

static NkHighlight *
highlight_new (const char *topic, const char *title, const char *acronym)
{
  NkHighlight *highlight = g_new0 (NkHighlight, 1);

  highlight->topic = g_strdup (topic);
  highlight->title = g_strdup (title);
  highlight->acronym = g_strdup (acronym);
  highlight->documents = g_ptr_array_new_with_free_func (g_free);
  highlight->short_names = g_ptr_array_new_with_free_func (g_free);
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
  g_free (highlight);
}

static void
highlight_add (NkHighlight *highlight, const NkEntry *entry, const char *short_name)
{
  g_ptr_array_add (highlight->documents, nk_entry_document (entry));
  g_ptr_array_add (highlight->short_names, g_strdup (short_name));
  highlight->n_documents++;
  /* An RFC is new whenever it is announced. */
  if (entry->stored->announcement->kind == NK_KIND_RFC || entry->change != NK_CHANGE_REVISED)
    highlight->n_new++;
  else
    highlight->n_revised++;
}

GPtrArray *
nk_highlights_find (const GPtrArray *internet_drafts, const GPtrArray *rfcs)
{
  g_autoptr (GPtrArray) themes = gather_themes (internet_drafts);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = NULL;
  GPtrArray *highlights = g_ptr_array_new_with_free_func ((GDestroyNotify)nk_highlight_free);
  guint n_last = rfcs->len > 0 ? 1 : 0;

  while (themes->len > 0 && themes->len + n_last < MIN_HIGHLIGHTS && split_area (themes, internet_drafts))
    ;
  for (guint i = 0; i < internet_drafts->len; i++)
    g_ptr_array_add (entries, g_ptr_array_index (internet_drafts, i));
  for (guint i = 0; i < rfcs->len; i++)
    g_ptr_array_add (entries, g_ptr_array_index (rfcs, i));
  names = nk_short_names (entries);
  leave_largest (themes, NK_DIGEST_MAX_HIGHLIGHTS - n_last);
  for (guint i = 0; i < themes->len; i++) {
    const Theme *theme = g_ptr_array_index (themes, i);
    NkHighlight *highlight = highlight_new (theme->topic, theme->title, theme->acronym);

    for (guint d = 0; d < theme->drafts->len; d++) {
      guint place = g_array_index (theme->drafts, guint, d);

      highlight_add (highlight, g_ptr_array_index (entries, place), g_ptr_array_index (names, place));
    }
    g_ptr_array_add (highlights, highlight);
  }
  if (n_last > 0) {
    NkHighlight *highlight = highlight_new ("rfcs", "", "");

    for (guint place = internet_drafts->len; place < entries->len; place++)
      highlight_add (highlight, g_ptr_array_index (entries, place), g_ptr_array_index (names, place));
    g_ptr_array_add (highlights, highlight);
  }
  return highlights;
}
