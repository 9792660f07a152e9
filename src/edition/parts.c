/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/parts.c - cutting a large day into parts by area and group. */
#include "edition/data_private.h"

#include <string.h>

/* What is never cut: the drafts of a group that fits in one part; else (a group beyond that, a draft without group) one draft. */
typedef struct {
  guint first, length; /* place in the sorted drafts */
} Unit;

typedef struct {
  const NkAnnouncement *announcement;
  guint index; /* in the digest */
} Draft;

static const char *
acronym_of (const Draft *draft)
{
  return draft->announcement->group_acronym != NULL ? draft->announcement->group_acronym : "";
}

/* By area in the order of an edition, then group; what has no area comes last, and of that what has no group. */
static int
compare_drafts (gconstpointer a, gconstpointer b)
{
  const Draft *left = a, *right = b;
  guint left_area = nk_area_index (left->announcement->group_area != NULL ? left->announcement->group_area : "");
  guint right_area = nk_area_index (right->announcement->group_area != NULL ? right->announcement->group_area : "");
  gboolean left_alone = acronym_of (left)[0] == '\0', right_alone = acronym_of (right)[0] == '\0';
  int by_group;

  if (left_area != right_area)
    return left_area < right_area ? -1 : 1;
  if (left_alone != right_alone)
    return left_alone ? 1 : -1;
  by_group = strcmp (acronym_of (left), acronym_of (right));
  if (by_group != 0)
    return by_group;
  return left->index < right->index ? -1 : 1;
}

static GArray *
sort_drafts (const NkDigest *digest)
{
  GArray *drafts = g_array_new (FALSE, FALSE, sizeof (Draft));

  for (guint i = 0; i < digest->internet_drafts->len; i++) {
    const NkEntry *entry = g_ptr_array_index (digest->internet_drafts, i);
    Draft draft = { entry->stored->announcement, i };

    g_array_append_val (drafts, draft);
  }
  g_array_sort (drafts, compare_drafts);
  return drafts;
}

static GArray *
make_units (const GArray *drafts, guint capacity)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (Unit));

  for (guint start = 0, end; start < drafts->len; start = end) {
    const char *acronym = acronym_of (&g_array_index (drafts, Draft, start));
    gboolean is_whole;

    for (end = start + 1; end < drafts->len && strcmp (acronym, acronym_of (&g_array_index (drafts, Draft, end))) == 0; end++)
      ;
    is_whole = acronym[0] != '\0' && end - start <= capacity;
    for (guint i = start; i < end; i += is_whole ? end - start : 1) {
      Unit unit = { i, is_whole ? end - start : 1 };

      g_array_append_val (units, unit);
    }
  }
  return units;
}

/* Whether `unit` still goes into a part that holds `size` drafts and wants `target`: it fits, or overshoots by less than leaving it out would miss. */
static gboolean
belongs (guint size, guint target, const Unit *unit)
{
  if (size == 0 || size + unit->length <= target)
    return TRUE;
  return size < target && size + unit->length - target < target - size;
}

guint *
nk_edition_parts (const NkDigest *digest, guint parts, guint *ret_parts)
{
  g_autoptr (GArray) drafts = sort_drafts (digest);
  guint wanted = CLAMP (parts, 1, NK_EDITION_MAX_PARTS);
  g_autoptr (GArray) units = make_units (drafts, (drafts->len + wanted - 1) / wanted);
  guint *answer = g_new0 (guint, MAX (drafts->len, 1));
  guint n_parts = CLAMP (units->len, 1, wanted);
  guint next = 0, remaining = drafts->len;

  for (guint part = 1; part <= n_parts; part++) {
    guint parts_after = n_parts - part;
    guint target = (remaining + parts_after) / (parts_after + 1);

    for (guint size = 0; next < units->len && units->len - next > (size == 0 ? 0 : parts_after); next++) {
      const Unit *unit = &g_array_index (units, Unit, next);

      if (parts_after > 0 && !belongs (size, target, unit))
        break;
      for (guint i = 0; i < unit->length; i++)
        answer[g_array_index (drafts, Draft, unit->first + i).index] = part;
      size += unit->length;
      remaining -= unit->length;
    }
  }
  *ret_parts = n_parts;
  return answer;
}

guint
nk_edition_count_parts (const NkDigest *digest, guint parts)
{
  guint n_parts = 1;
  g_autofree guint *answer = NULL;

  g_return_val_if_fail (digest != NULL, 1);
  if (parts > 1)
    answer = nk_edition_parts (digest, parts, &n_parts);
  return n_parts;
}
