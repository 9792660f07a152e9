/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* The short names of a day: no two alike. */
#include "digest/digest_private.h"

static char *
name_of_entry (const NkEntry *entry)
{
  const NkAnnouncement *announcement = entry->stored->announcement;
  char *title = nk_short_name_of_document (announcement->title, announcement->abstract);
  char *name;

  if (announcement->kind != NK_KIND_RFC)
    return title != NULL ? title : g_strdup (announcement->name);
  /* An RFC is known by its number. */
  name = title != NULL ? g_strdup_printf ("RFC %u (%s)", announcement->rfc_number, title)
                       : g_strdup_printf ("RFC %u", announcement->rfc_number);
  g_free (title);
  return name;
}

/* How often each text occurs. */
static GHashTable *
count_texts (const GPtrArray *texts)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < texts->len; i++) {
    gpointer text = g_ptr_array_index (texts, i);

    g_hash_table_insert (counts, text, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, text)) + 1));
  }
  return counts;
}

GPtrArray *
nk_short_names (const GPtrArray *entries)
{
  g_autoptr (GPtrArray) bare = g_ptr_array_new_with_free_func (g_free), long_names = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) counts = NULL, long_counts = NULL;

  for (guint i = 0; i < entries->len; i++) {
    const NkEntry *entry = g_ptr_array_index (entries, i);
    char *name = name_of_entry (entry);

    g_ptr_array_add (bare, name);
    g_ptr_array_add (long_names, g_strdup_printf ("%s (%s)", name, entry->stored->announcement->name));
  }
  counts = count_texts (bare);
  long_counts = count_texts (long_names);
  for (guint i = 0; i < entries->len; i++) {
    const NkAnnouncement *announcement = ((const NkEntry *)g_ptr_array_index (entries, i))->stored->announcement;
    const char *name = g_ptr_array_index (bare, i), *long_name = g_ptr_array_index (long_names, i);
    guint n_alike = GPOINTER_TO_UINT (g_hash_table_lookup (counts, name));
    guint n_revisions = GPOINTER_TO_UINT (g_hash_table_lookup (long_counts, long_name));

    /* Several revisions of one draft on one day differ in these alone. */
    name = n_alike > n_revisions ? long_name : name;
    g_ptr_array_add (names, n_revisions > 1 ? g_strdup_printf ("%s -%s", name, announcement->revision) : g_strdup (name));
  }
  return names;
}
