/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "digest_fixture.h"
#include <glib/gstdio.h>

/* Topics by the words of the titles: lamp, fan, bell, door, key, moon. */
static NkTopicTable *
topics_new (void)
{
  static const char rows[] = "id\tja\ten\tgroups\twords\n"
                             "lamp\tランプ\tLamps\t\tlamp=3\n"
                             "fan\t扇風機\tFans\t\tfan=2\n"
                             "bell\t鈴\tBells\t\tbell=2\n"
                             "door\t扉\tDoors\t\tdoor=2\n"
                             "key\t鍵\tKeys\t\tkey=2\n"
                             "moon\t月\tMoons\t\tmoon=2\n";
  g_autofree char *folder = g_dir_make_tmp ("nikkan-highlight-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "topics.tsv", NULL);
  g_autoptr (GError) error = NULL;
  NkTopicTable *table;

  g_assert_true (g_file_set_contents (path, rows, -1, NULL));
  table = nk_topic_table_load (path, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);
  return table;
}

/* The topics with their counts, as `topic:lamp 2, group:sun 1`. (transfer full) */
static char *
describe (const GPtrArray *highlights)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < highlights->len; i++) {
    const NkHighlight *highlight = g_ptr_array_index (highlights, i);

    g_assert_cmpuint (highlight->short_names->len, ==, highlight->n_companions->len);
    g_assert_cmpuint (highlight->n_new + highlight->n_revised, ==, highlight->n_documents);
    g_string_append_printf (text, "%s%s %u", i > 0 ? ", " : "", highlight->topic, highlight->n_documents);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Drafts of `list`, which reads `lamp/tls lamp+fan -/iab -`: words of the title and the group; `!` before it makes a first revision. */
static GPtrArray *
day_of (const char *list)
{
  GPtrArray *entries = fixture_entries ();
  g_auto (GStrv) drafts = g_strsplit (list, " ", -1);

  for (guint i = 0; drafts[i] != NULL && *drafts[i] != '\0'; i++) {
    gboolean is_new = drafts[i][0] == '!';
    g_auto (GStrv) parts = g_strsplit (drafts[i] + is_new, "/", 2);
    g_autofree char *name = g_strdup_printf ("draft-moss-x-%u", i);
    g_autofree char *title = g_strdup_printf ("%s Nr%u", g_strdelimit (parts[0], "+", ' '), i);

    fixture_draft (entries, name, is_new ? "00" : "03", title, parts[1], NULL);
  }
  return entries;
}

static void
expect_with (const char *list, guint n_rfcs, const NkBaseline *baseline, const guint *n_before, const char *wanted)
{
  g_autoptr (NkTopicTable) topics = topics_new ();
  g_autoptr (GPtrArray) drafts = day_of (list), rfcs = fixture_entries (), highlights = NULL;
  g_autofree char *got = NULL;
  NkUsual usual = { topics };

  if (baseline != NULL) {
    usual.baseline = *baseline;
    usual.n_before = (guint *)n_before;
  }
  for (guint i = 0; i < n_rfcs; i++)
    fixture_rfc (rfcs, 20000 + i, "Lamps");
  highlights = nk_highlights_find (drafts, rfcs, &usual, NULL);
  got = describe (highlights);
  g_assert_cmpstr (got, ==, wanted);
}

static void
expect (const char *list, guint n_rfcs, const char *wanted)
{
  expect_with (list, n_rfcs, NULL, NULL, wanted);
}

static void
test_topics (void)
{
  expect ("lamp/tls fan/tls lamp/ipsecme fan/x lamp", 0, "topic:lamp 3, topic:fan 2");
  expect ("-/sun -/sun -/rain lamp/sun", 0, "group:sun 2, topic:lamp 1, group:rain 1");
}

static void
test_once (void)
{
  /* The draft on both goes where most are; what belongs to a topic only by the way does not go there at all. */
  expect ("lamp+lamp fan+lamp lamp fan", 0, "topic:lamp 3, topic:fan 1");
  expect ("fan+bell fan bell", 0, "topic:fan 2, topic:bell 1");
}

static void
test_novelty (void)
{
  expect ("lamp lamp lamp !fan !fan !fan", 0, "topic:fan 3, topic:lamp 3");
}

static void
test_lift (void)
{
  const NkBaseline baseline = { TRUE, 1, 90, 1000 };
  const guint n_before[] = { 600, 5, 0, 0, 0, 0 };

  expect_with ("lamp lamp lamp fan fan", 0, NULL, NULL, "topic:lamp 3, topic:fan 2");
  expect_with ("lamp lamp lamp fan fan", 0, &baseline, n_before, "topic:fan 2, topic:lamp 3");
  g_assert_cmpfloat (nk_topic_lift (3, 10, 100, 1000), ==, 2.0);
  g_assert_cmpfloat (nk_topic_lift (0, 0, 0, 0), ==, 1.0);
}

static void
test_rfcs_last (void)
{
  expect ("lamp lamp fan fan bell bell", 5, "topic:lamp 2, topic:fan 2, topic:bell 2, rfcs 5");
  expect ("", 2, "rfcs 2");
  expect ("", 0, "");
}

static void
test_small_day_is_told_whole (void)
{
  expect ("lamp fan bell door -/sun - -", 0, "topic:lamp 1, topic:fan 1, topic:bell 1, topic:door 1, group:sun 1, individual 2");
}

static void
test_bounds (void)
{
  expect ("lamp lamp fan fan bell bell door door key key moon moon -/a -/a -/b -/b", 1,
          "topic:lamp 2, topic:fan 2, topic:bell 2, topic:door 2, topic:key 2, topic:moon 2, rfcs 1");
  /* More than can be told: four themes, the heaviest first. */
  expect ("lamp lamp fan -/a -/b -/c -/d -/e -/f", 0, "topic:lamp 2, topic:fan 1, group:a 1, group:b 1");
}

static void
test_revisions (void)
{
  g_autoptr (NkTopicTable) topics = topics_new ();
  g_autoptr (GPtrArray) drafts = fixture_entries (), rfcs = fixture_entries (), highlights = NULL;
  const NkHighlight *highlight;

  fixture_draft (drafts, "draft-moss-lamp", "01", "Lamp Dimming Protocol (LDP)", "tls", "sec");
  fixture_draft (drafts, "draft-moss-lamp", "00", "Lamp Dimming Protocol (LDP)", "tls", "sec");
  highlights = nk_highlights_find (drafts, rfcs, &(NkUsual){ topics }, NULL);
  g_assert_cmpuint (highlights->len, ==, 1);
  highlight = g_ptr_array_index (highlights, 0);
  g_assert_cmpuint (highlight->n_documents, ==, 1);
  g_assert_cmpuint (highlight->n_new, ==, 1);
  g_assert_cmpuint (highlight->documents->len, ==, 2);
  g_assert_cmpuint (highlight->short_names->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (highlight->short_names, 0), ==, "LDP");
  g_assert_cmpstr (g_ptr_array_index (highlight->groups, 0), ==, "tls");
}

static void
add_author (NkEntry *entry, const char *author)
{
  g_ptr_array_add (entry->stored->announcement->authors, g_strdup (author));
}

static void
test_companions (void)
{
  g_autoptr (NkTopicTable) topics = topics_new ();
  g_autoptr (GPtrArray) drafts = fixture_entries (), rfcs = fixture_entries (), highlights = NULL;
  const NkHighlight *highlight;

  /* A guide that speaks of the protocol by its abbreviation, and a third with the same beginning of its name; the others are of other hands, or of other things. */
  add_author (fixture_draft (drafts, "draft-moss-ldp-guide", "00", "Implementation Guide for LDP", NULL, NULL), "M. Moss");
  add_author (fixture_draft (drafts, "draft-moss-x-ldp", "02", "Lamp Dimming Protocol (LDP)", NULL, NULL), "M. Moss");
  add_author (fixture_draft (drafts, "draft-moss-ldp-guide-more", "00", "More Guidance", NULL, NULL), "M. Moss");
  add_author (fixture_draft (drafts, "draft-reed-x-lamp", "00", "Lamps for LDP", NULL, NULL), "R. Reed");
  add_author (fixture_draft (drafts, "draft-moss-y-bell", "00", "Bells", NULL, NULL), "M. Moss");
  highlights = nk_highlights_find (drafts, rfcs, &(NkUsual){ topics }, NULL);
  g_assert_cmpuint (highlights->len, ==, 2);
  highlight = g_ptr_array_index (highlights, 0);
  g_assert_cmpstr (highlight->topic, ==, "topic:lamp");
  g_assert_cmpuint (highlight->n_documents, ==, 4);
  g_assert_cmpuint (highlight->short_names->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (highlight->short_names, 0), ==, "Lamps for LDP");
  g_assert_cmpstr (g_ptr_array_index (highlight->short_names, 1), ==, "LDP");
  g_assert_cmpuint (g_array_index (highlight->n_companions, guint, 1), ==, 2);
}

static void
test_groups (void)
{
  g_autoptr (NkTopicTable) topics = topics_new ();
  g_autoptr (GPtrArray) drafts = day_of ("lamp/tls !lamp/ipsecme lamp/ipsecme lamp"), rfcs = fixture_entries (), highlights = NULL;
  g_autoptr (GArray) counts = NULL;
  const NkHighlight *highlight;

  highlights = nk_highlights_find (drafts, rfcs, &(NkUsual){ topics }, &counts);
  highlight = g_ptr_array_index (highlights, 0);
  g_assert_cmpuint (highlight->groups->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (highlight->groups, 0), ==, "ipsecme");
  g_assert_cmpuint (highlight->n_without_group, ==, 1);
  /* New ones are told first. */
  g_assert_cmpstr (g_ptr_array_index (highlight->documents, 0), ==, "draft-moss-x-1-00");
  g_assert_cmpstr (highlight->title, ==, "Lamps");
  g_assert_cmpuint (counts->len, ==, 1);
  g_assert_cmpuint (g_array_index (counts, NkTopicCount, 0).n, ==, 4);
  g_assert_cmpuint (g_array_index (counts, NkTopicCount, 0).n_new, ==, 1);
}

static void
test_without_topics (void)
{
  g_autoptr (GPtrArray) drafts = day_of ("lamp/tls lamp/tls lamp"), rfcs = fixture_entries (), highlights = NULL;
  g_autofree char *got = NULL;

  highlights = nk_highlights_find (drafts, rfcs, &(NkUsual){ NULL }, NULL);
  got = describe (highlights);
  g_assert_cmpstr (got, ==, "group:tls 2, individual 1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/highlight/what_belongs_together_stands_together_across_groups", test_topics);
  g_test_add_func ("/highlight/each_draft_is_told_once", test_once);
  g_test_add_func ("/highlight/without_a_baseline_novelty_decides", test_novelty);
  g_test_add_func ("/highlight/what_is_unusual_comes_first", test_lift);
  g_test_add_func ("/highlight/rfcs_come_last", test_rfcs_last);
  g_test_add_func ("/highlight/a_small_day_is_told_as_a_whole", test_small_day_is_told_whole);
  g_test_add_func ("/highlight/there_are_four_to_seven", test_bounds);
  g_test_add_func ("/highlight/revisions_of_one_draft_are_one_document", test_revisions);
  g_test_add_func ("/highlight/companions_are_told_once", test_companions);
  g_test_add_func ("/highlight/groups_and_counts", test_groups);
  g_test_add_func ("/highlight/without_topics_groups_are_the_themes", test_without_topics);
  return g_test_run ();
}
