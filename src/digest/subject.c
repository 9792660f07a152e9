/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* The drafts of a day, each once: its revisions together, and documents that are told with another one. */
#include "digest/digest_private.h"
#include "ground/utf8.h"

#include <string.h>

#define MAX_OF_SAME_AUTHORS 32 /* compared with each other; more of one day are told by themselves */
#define MAX_NAME_PARTS 24
#define MIN_SHARED_PARTS 2

static void
subject_free (NkSubject *subject)
{
  g_array_unref (subject->places);
  g_array_unref (subject->scores);
  g_free (subject);
}

/* (transfer full) */
static GArray *
scores_of (const NkEntry *entry, const NkUsual *usual)
{
  GArray *known = usual->scores != NULL ? g_hash_table_lookup (usual->scores, &entry->stored->id) : NULL;

  if (known != NULL)
    return g_array_ref (known);
  if (usual->topics != NULL && usual->scores == NULL)
    return nk_topic_match (usual->topics, entry->stored->announcement);
  return g_array_new (FALSE, FALSE, sizeof (NkTopicScore));
}

GPtrArray *
nk_subjects_gather (const GPtrArray *internet_drafts, const NkUsual *usual)
{
  GPtrArray *subjects = g_ptr_array_new_with_free_func ((GDestroyNotify)subject_free);
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < internet_drafts->len; i++) {
    const NkEntry *entry = g_ptr_array_index (internet_drafts, i);
    const NkAnnouncement *draft = entry->stored->announcement;
    NkSubject *subject = g_hash_table_lookup (by_name, draft->name);

    if (subject == NULL) {
      subject = g_new0 (NkSubject, 1);
      subject->entry = entry;
      subject->leader = subjects->len;
      subject->places = g_array_new (FALSE, FALSE, sizeof (guint));
      subject->scores = scores_of (entry, usual);
      g_ptr_array_add (subjects, subject);
      g_hash_table_insert (by_name, draft->name, subject);
    }
    g_array_append_val (subject->places, i);
    subject->is_new |= entry->change != NK_CHANGE_REVISED;
    subject->is_adopted |= entry->change == NK_CHANGE_ADOPTED;
  }
  nk_companions_find (subjects);
  return subjects;
}

static gint
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The authors in one text, whatever their order; NULL if the mail names none. (transfer full) */
static char *
authors_key (const NkAnnouncement *draft)
{
  g_autoptr (GPtrArray) authors = g_ptr_array_new ();
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < draft->authors->len; i++)
    g_ptr_array_add (authors, g_ptr_array_index (draft->authors, i));
  g_ptr_array_sort (authors, compare_texts);
  for (guint i = 0; i < authors->len; i++) {
    g_string_append (key, g_ptr_array_index (authors, i));
    g_string_append_c (key, '\n');
  }
  return key->len > 0 ? g_string_free (g_steal_pointer (&key), FALSE) : NULL;
}

/* draft-AUTHOR- is in each of an author's names, what follows says what it is about: two parts of it, and half of the shorter name, make two of a kind. */
static gboolean
names_belong_together (const char *a, const char *b)
{
  g_auto (GStrv) one = g_strsplit (a, "-", MAX_NAME_PARTS), other = g_strsplit (b, "-", MAX_NAME_PARTS);
  guint n = MIN (g_strv_length (one), g_strv_length (other)), shared = 0;

  if (n < 3 || !g_str_equal (one[1], other[1]))
    return FALSE;
  while (2 + shared < n && g_str_equal (one[2 + shared], other[2 + shared]))
    shared++;
  return shared >= MIN_SHARED_PARTS && shared * 2 >= n - 2;
}

/* Whether the title of `a` ends with an abbreviation for the whole of it, and `b` speaks of that. */
static gboolean
title_speaks_of (const char *a, const char *b)
{
  g_autofree char *abbreviation = nk_short_name_of_title (a);
  gsize length = abbreviation != NULL ? strlen (abbreviation) : 0;

  if (length < 3 || b == NULL || strchr (abbreviation, ' ') != NULL || g_str_equal (abbreviation, a))
    return FALSE;
  for (const char *at = strstr (b, abbreviation); at != NULL; at = strstr (at + 1, abbreviation))
    if ((at == b || !g_ascii_isalnum (at[-1])) && !g_ascii_isalnum (at[length]))
      return TRUE;
  return FALSE;
}

/* Which of two companions leads: the one whose abbreviation the other uses, else the one with the shorter name, else the newer one. NULL: they are none. */
static const NkSubject *
leader_of (const NkSubject *one, const NkSubject *other)
{
  const NkAnnouncement *a = one->entry->stored->announcement, *b = other->entry->stored->announcement;

  if (title_speaks_of (a->title, b->title))
    return one;
  if (title_speaks_of (b->title, a->title))
    return other;
  if (!names_belong_together (a->name, b->name))
    return NULL;
  return strlen (b->name) < strlen (a->name) ? other : one;
}

/* Joins the companions among subjects of the same authors. */
static void
join (GPtrArray *subjects, const GArray *places)
{
  guint n = MIN (places->len, MAX_OF_SAME_AUTHORS);

  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n; k++) {
      guint one = g_array_index (places, guint, i), other = g_array_index (places, guint, k);
      const NkSubject *leader = leader_of (g_ptr_array_index (subjects, one), g_ptr_array_index (subjects, other));
      guint first, follower;

      if (leader == NULL)
        continue;
      first = leader == g_ptr_array_index (subjects, one) ? one : other;
      follower = first == one ? other : one;
      first = ((const NkSubject *)g_ptr_array_index (subjects, first))->leader;
      for (guint m = 0; m < n; m++) {
        NkSubject *moved = g_ptr_array_index (subjects, g_array_index (places, guint, m));

        /* Who followed the follower goes on to its leader. */
        if (first != follower && (g_array_index (places, guint, m) == follower || moved->leader == follower))
          moved->leader = first;
      }
    }
}

void
nk_companions_find (GPtrArray *subjects)
{
  g_autoptr (GHashTable) by_authors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  g_autoptr (GPtrArray) in_order = g_ptr_array_new ();

  for (guint i = 0; i < subjects->len; i++) {
    const NkSubject *subject = g_ptr_array_index (subjects, i);
    char *key = authors_key (subject->entry->stored->announcement);
    GArray *places = key != NULL ? g_hash_table_lookup (by_authors, key) : NULL;

    if (key != NULL && places == NULL) {
      places = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (by_authors, g_steal_pointer (&key), places);
      g_ptr_array_add (in_order, places);
    }
    if (places != NULL)
      g_array_append_val (places, i);
    g_free (key);
  }
  for (guint i = 0; i < in_order->len; i++)
    join (subjects, g_ptr_array_index (in_order, i));
  for (guint i = 0; i < subjects->len; i++) {
    const NkSubject *subject = g_ptr_array_index (subjects, i);

    if (subject->leader != i)
      ((NkSubject *)g_ptr_array_index (subjects, subject->leader))->n_followers++;
  }
}
