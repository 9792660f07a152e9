/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "announce/group.h"
#include "ground/tsv.h"

#define MAX_ACRONYM_BYTES 64
#define MAX_NAME_BYTES 512

enum { COLUMN_ACRONYM, COLUMN_NAME, COLUMN_TYPE, COLUMN_AREA, COLUMN_STATE };
static const char *const columns[] = { "acronym", "name", "type", "area", "state", NULL };

struct _NkGroupTable {
  NkTsv *tsv; /* owns every text of the groups */
  NkGroup *groups;
  guint n_groups;
  GHashTable *by_acronym; /* char * -> NkGroup *, neither owned */
  GHashTable *by_name;    /* folded char *, owned -> NkGroup * */
};

static const NkArea areas[] = {
  { "art", "Applications and Real-Time" },
  { "gen", "General" },
  { "int", "Internet" },
  { "ops", "Operations and Management" },
  { "rtg", "Routing" },
  { "sec", "Security" },
  { "wit", "Web and Internet Transport" },
  { "irtf", "Internet Research Task Force" },
};

const NkArea *
nk_area (guint index)
{
  return index < G_N_ELEMENTS (areas) ? &areas[index] : NULL;
}

guint
nk_area_index (const char *acronym)
{
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    if (acronym != NULL && strcmp (areas[i].acronym, acronym) == 0)
      return i;
  return G_MAXUINT;
}

/* Writes `name` in lower case, white space as single blanks, without `Working Group` at its end. FALSE if it is empty or too long. */
static gboolean
fold_name (const char *name, char folded[MAX_NAME_BYTES])
{
  static const NkSlice endings[] = { NK_SLICE_LITERAL (" working group"), NK_SLICE_LITERAL (" research group") };
  gsize length = 0;

  for (; *name != '\0'; name++) {
    if (length + 1 >= MAX_NAME_BYTES)
      return FALSE;
    if (!g_ascii_isspace (*name))
      folded[length++] = g_ascii_tolower (*name);
    else if (length > 0 && folded[length - 1] != ' ')
      folded[length++] = ' ';
  }
  if (length > 0 && folded[length - 1] == ' ')
    length--;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (nk_slice_ends (nk_slice (folded, length), endings[i]))
      length -= endings[i].length;
  folded[length] = '\0';
  return length > 0;
}

/* The rows in the order of the file; a later group of the same name only wins over one that is no longer active. */
static void
index_name (NkGroupTable *table, NkGroup *group)
{
  char folded[MAX_NAME_BYTES];
  const NkGroup *known;

  if (!fold_name (group->name, folded))
    return;
  known = g_hash_table_lookup (table->by_name, folded);
  if (known == NULL || (strcmp (known->state, "active") != 0 && strcmp (group->state, "active") == 0))
    g_hash_table_replace (table->by_name, g_strdup (folded), group);
}

static gboolean
is_acronym (const char *text)
{
  gsize length = strlen (text);

  return length > 0 && length < MAX_ACRONYM_BYTES && strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-") == length;
}

static gboolean
add_row (NkGroupTable *table, const char *path, guint row, GError **error)
{
  NkGroup *group = &table->groups[row];

  group->acronym = nk_tsv_cell (table->tsv, row, COLUMN_ACRONYM);
  group->name = nk_tsv_cell (table->tsv, row, COLUMN_NAME);
  group->kind = nk_tsv_cell (table->tsv, row, COLUMN_TYPE);
  group->area = nk_tsv_cell (table->tsv, row, COLUMN_AREA);
  group->state = nk_tsv_cell (table->tsv, row, COLUMN_STATE);
  if (!is_acronym (group->acronym)) {
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s:%u: “%s” is no acronym of a group", path, nk_tsv_line (table->tsv, row),
                 group->acronym);
    return FALSE;
  }
  if (group->area[0] != '\0' && nk_area_index (group->area) == G_MAXUINT) {
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s:%u: “%s” is no area", path, nk_tsv_line (table->tsv, row), group->area);
    return FALSE;
  }
  if (!g_hash_table_insert (table->by_acronym, (gpointer)group->acronym, group)) {
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s:%u: the group “%s” stands here a second time", path, nk_tsv_line (table->tsv, row),
                 group->acronym);
    return FALSE;
  }
  index_name (table, group);
  return TRUE;
}

NkGroupTable *
nk_group_table_load (const char *path, GError **error)
{
  g_autoptr (NkGroupTable) table = g_new0 (NkGroupTable, 1);

  table->tsv = nk_tsv_load (path, columns, error);
  if (table->tsv == NULL)
    return NULL;
  table->n_groups = nk_tsv_n_rows (table->tsv);
  table->groups = g_new0 (NkGroup, table->n_groups);
  table->by_acronym = g_hash_table_new (g_str_hash, g_str_equal);
  table->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint row = 0; row < table->n_groups; row++)
    if (!add_row (table, path, row, error))
      return NULL;
  return g_steal_pointer (&table);
}

void
nk_group_table_free (NkGroupTable *table)
{
  if (table == NULL)
    return;
  g_clear_pointer (&table->by_acronym, g_hash_table_unref);
  g_clear_pointer (&table->by_name, g_hash_table_unref);
  g_free (table->groups);
  nk_tsv_free (table->tsv);
  g_free (table);
}

const NkGroup *
nk_group_by_acronym (const NkGroupTable *table, const char *acronym)
{
  char folded[MAX_ACRONYM_BYTES];
  gsize length = 0;

  for (; acronym[length] != '\0'; length++) {
    if (length + 1 >= MAX_ACRONYM_BYTES)
      return NULL;
    folded[length] = g_ascii_tolower (acronym[length]);
  }
  folded[length] = '\0';
  return g_hash_table_lookup (table->by_acronym, folded);
}

const NkGroup *
nk_group_by_name (const NkGroupTable *table, const char *name)
{
  char folded[MAX_NAME_BYTES];

  return fold_name (name, folded) ? g_hash_table_lookup (table->by_name, folded) : NULL;
}

NkDay
nk_group_table_made (const NkGroupTable *table)
{
  const char *note = nk_tsv_note (table->tsv, "made");
  NkDay day;

  return note != NULL && nk_day_parse (nk_slice_text (note), &day) ? day : NK_DAY_NONE;
}

guint
nk_group_table_n_groups (const NkGroupTable *table)
{
  return table->n_groups;
}
