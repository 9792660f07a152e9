/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "digest_fixture.h"

static NkChange
change_of (const char *name, const char *revision)
{
  g_autoptr (GPtrArray) entries = fixture_entries ();

  return fixture_draft (entries, name, revision, "T", NULL, NULL)->change;
}

static void
test_change (void)
{
  g_assert_cmpint (change_of ("draft-moss-lamp", "00"), ==, NK_CHANGE_NEW);
  g_assert_cmpint (change_of ("draft-moss-lamp", "01"), ==, NK_CHANGE_REVISED);
  g_assert_cmpint (change_of ("draft-ietf-lamp-switch", "00"), ==, NK_CHANGE_ADOPTED);
  g_assert_cmpint (change_of ("draft-irtf-lamprg-switch", "00"), ==, NK_CHANGE_ADOPTED);
  g_assert_cmpint (change_of ("draft-ietf-lamp-switch", "12"), ==, NK_CHANGE_REVISED);
}

static void
test_sentence_is_no_adoption (void)
{
  g_autoptr (GPtrArray) entries = fixture_entries ();
  NkEntry *entry = fixture_draft (entries, "draft-moss-lamp-switch", "00", "T", "lamp", "int");

  entry->stored->announcement->standing = NK_STANDING_WG;
  g_assert_cmpint (nk_change_of (entry->stored->announcement), ==, NK_CHANGE_NEW);
}

/* Two revisions that differ in the given texts; authors are parted by `;`. */
static NkChangedFields
compare (const char *title, const char *authors, const char *abstract, const char *old_title, const char *old_authors,
         const char *old_abstract)
{
  g_autoptr (NkAnnouncement) now = nk_announcement_new (NK_KIND_INTERNET_DRAFT);
  g_autoptr (NkAnnouncement) before = nk_announcement_new (NK_KIND_INTERNET_DRAFT);
  g_auto (GStrv) new_list = g_strsplit (authors, ";", -1);
  g_auto (GStrv) old_list = g_strsplit (old_authors, ";", -1);

  now->title = g_strdup (title);
  before->title = g_strdup (old_title);
  g_free (now->abstract);
  g_free (before->abstract);
  now->abstract = g_strdup (abstract);
  before->abstract = g_strdup (old_abstract);
  for (guint i = 0; new_list[i] != NULL; i++)
    g_ptr_array_add (now->authors, g_strdup (new_list[i]));
  for (guint i = 0; old_list[i] != NULL; i++)
    g_ptr_array_add (before->authors, g_strdup (old_list[i]));
  return nk_changed_fields (now, before);
}

static void
test_fields (void)
{
  NkChangedFields changed = compare ("A", "M. Moss;R. Reed", "Lamps.", "A", "M. Moss;R. Reed", "Lamps.");

  g_assert_false (changed.title || changed.authors || changed.abstract);
  changed = compare ("B", "M. Moss", "Fans.", "A", "M. Moss;R. Reed", "Lamps.");
  g_assert_true (changed.title && changed.authors && changed.abstract);
  changed = compare ("A", "R. Reed;M. Moss", "Lamps.", "A", "M. Moss;R. Reed", "Lamps.");
  g_assert_true (!changed.title && changed.authors && !changed.abstract);
}

static void
test_white_space (void)
{
  NkChangedFields changed = compare ("A  B", "M.  Moss", "Lamps\nglow.\n\nFans", "A B", "M. Moss", "Lamps glow. Fans ");

  g_assert_false (changed.title || changed.authors || changed.abstract);
}

static void
test_not_told (void)
{
  NkChangedFields changed = compare ("A", "", "", "A", "M. Moss", "Lamps.");

  g_assert_false (changed.title || changed.authors || changed.abstract);
  changed = nk_changed_fields (NULL, NULL);
  g_assert_false (changed.title || changed.authors || changed.abstract);
}

static void
test_words (void)
{
  g_assert_cmpstr (nk_change_word (NK_CHANGE_NEW), ==, "new");
  g_assert_cmpstr (nk_change_word (NK_CHANGE_REVISED), ==, "revised");
  g_assert_cmpstr (nk_change_word (NK_CHANGE_ADOPTED), ==, "adopted");
  g_assert_cmpstr (nk_state_word (NK_STATE_COMPLETE), ==, "complete");
  g_assert_cmpstr (nk_state_word (NK_STATE_QUIET), ==, "quiet");
  g_assert_cmpstr (nk_state_word (NK_STATE_INCOMPLETE), ==, "incomplete");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/change/the_revision_and_the_name_tell_what_is_new", test_change);
  g_test_add_func ("/change/a_group_sentence_under_a_personal_name_is_no_adoption", test_sentence_is_no_adoption);
  g_test_add_func ("/change/title_authors_and_abstract_are_held_against_the_revision_before", test_fields);
  g_test_add_func ("/change/white_space_changes_nothing", test_white_space);
  g_test_add_func ("/change/what_a_mail_does_not_tell_has_not_changed", test_not_told);
  g_test_add_func ("/change/words_are_stable", test_words);
  return g_test_run ();
}
