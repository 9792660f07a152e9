/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "digest_fixture.h"

/* The topics with their counts, as `group:tls 2, area:sec 1`. (transfer full) */
static char *
describe (const GPtrArray *highlights)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < highlights->len; i++) {
    const NkHighlight *highlight = g_ptr_array_index (highlights, i);

    g_assert_cmpuint (highlight->documents->len, ==, highlight->n_documents);
    g_assert_cmpuint (highlight->short_names->len, ==, highlight->n_documents);
    g_assert_cmpuint (highlight->n_new + highlight->n_revised, ==, highlight->n_documents);
    g_string_append_printf (text, "%s%s %u", i > 0 ? ", " : "", highlight->topic, highlight->n_documents);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Drafts of `groups`, which reads `tls/sec mpls/rtg -`: group and area, or `-` for a draft without a group; `!` before it makes a first revision. */
static GPtrArray *
day_of (const char *groups)
{
  GPtrArray *entries = fixture_entries ();
  g_auto (GStrv) list = g_strsplit (groups, " ", -1);

  for (guint i = 0; list[i] != NULL && *list[i] != '\0'; i++) {
    gboolean is_new = list[i][0] == '!';
    g_auto (GStrv) parts = g_strsplit (list[i] + is_new, "/", 2);
    g_autofree char *name = g_strdup_printf ("draft-moss-%s-%u", parts[0], i);
    g_autofree char *title = g_strdup_printf ("Title %u", i);
    gboolean has_group = !g_str_equal (parts[0], "-");

    fixture_draft (entries, name, is_new ? "00" : "03", title, has_group ? parts[0] : NULL, parts[1]);
  }
  return entries;
}

static void
expect (const char *groups, guint n_rfcs, const char *wanted)
{
  g_autoptr (GPtrArray) drafts = day_of (groups), rfcs = fixture_entries (), highlights = NULL;
  g_autofree char *got = NULL;

  for (guint i = 0; i < n_rfcs; i++)
    fixture_rfc (rfcs, 20000 + i, "Lamps");
  highlights = nk_highlights_find (drafts, rfcs);
  got = describe (highlights);
  g_assert_cmpstr (got, ==, wanted);
}

static void
test_groups (void)
{
  expect ("tls/sec tls/sec mpls/rtg mpls/rtg mpls/rtg idr/rtg quic/wit -", 0,
          "group:mpls 3, group:tls 2, area:rtg 1, area:wit 1, individual 1");
}

static void
test_ranking (void)
{
  expect ("b/sec b/sec a/sec a/sec c/sec !c/sec d/ops d/ops", 0, "group:c 2, group:a 2, group:b 2, group:d 2");
}

static void
test_rfcs_last (void)
{
  expect ("a/sec a/sec b/rtg b/rtg c/int c/int", 5, "group:a 2, group:b 2, group:c 2, rfcs 5");
  expect ("", 2, "rfcs 2");
}

static void
test_at_most_seven (void)
{
  expect ("a/sec a/sec b/rtg b/rtg c/int c/int d/ops d/ops e/wit e/wit f/art f/art g/gen g/gen h/sec h/sec", 1,
          "group:a 2, group:b 2, group:c 2, group:d 2, group:e 2, group:f 2, rfcs 1");
  expect ("a/sec a/sec b/rtg b/rtg c/int c/int d/ops d/ops e/wit e/wit f/art f/art g/gen g/gen h/sec h/sec", 0,
          "group:a 2, group:b 2, group:c 2, group:d 2, group:e 2, group:f 2, group:g 2");
}

static void
test_at_least_four (void)
{
  expect ("a/rtg b/rtg c/rtg d/rtg e/rtg f/rtg g/rtg h/rtg", 0, "area:rtg 5, group:a 1, group:b 1, group:c 1");
  expect ("a/rtg b/rtg c/rtg", 0, "area:rtg 2, group:a 1");
  expect ("a/rtg b/rtg", 0, "area:rtg 2");
  expect ("- - - - - -", 0, "individual 6");
}

static void
test_no_area (void)
{
  expect ("iab iab rswg -", 0, "group:iab 2, other 1, individual 1");
}

static void
test_individual_last (void)
{
  expect ("- - - - - a/sec a/sec b/rtg iab", 1, "group:a 2, area:rtg 1, other 1, individual 5, rfcs 1");
  expect ("- - - a/sec a/sec b/rtg b/rtg c/int c/int d/ops d/ops e/wit e/wit f/art f/art g/gen", 1,
          "group:a 2, group:b 2, group:c 2, group:d 2, group:e 2, individual 3, rfcs 1");
}

static void
test_empty (void)
{
  expect ("", 0, "");
}

static void
test_documents (void)
{
  g_autoptr (GPtrArray) drafts = fixture_entries (), rfcs = fixture_entries (), highlights = NULL;
  const NkHighlight *highlight;

  fixture_draft (drafts, "draft-ietf-lamp-b", "00", "Lamp Dimming Protocol (LDP)", "lamp", "int")->stored->announcement->group_name
      = g_strdup ("Lamp Control");
  fixture_draft (drafts, "draft-ietf-lamp-a", "04", "Lamps", "lamp", "int");
  fixture_rfc (rfcs, 20001, "Fans");
  highlights = nk_highlights_find (drafts, rfcs);
  g_assert_cmpuint (highlights->len, ==, 2);
  highlight = g_ptr_array_index (highlights, 0);
  g_assert_cmpstr (highlight->title, ==, "Lamp Control");
  g_assert_cmpstr (highlight->acronym, ==, "lamp");
  g_assert_cmpuint (highlight->n_new, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (highlight->documents, 0), ==, "draft-ietf-lamp-b-00");
  g_assert_cmpstr (g_ptr_array_index (highlight->documents, 1), ==, "draft-ietf-lamp-a-04");
  g_assert_cmpstr (g_ptr_array_index (highlight->short_names, 0), ==, "LDP");
  highlight = g_ptr_array_index (highlights, 1);
  g_assert_cmpstr (highlight->title, ==, "");
  g_assert_cmpstr (g_ptr_array_index (highlight->documents, 0), ==, "rfc20001");
  g_assert_cmpstr (g_ptr_array_index (highlight->short_names, 0), ==, "RFC 20001 (Fans)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/highlight/a_group_with_two_documents_is_a_theme", test_groups);
  g_test_add_func ("/highlight/more_documents_then_more_new_ones_then_the_acronym", test_ranking);
  g_test_add_func ("/highlight/rfcs_come_last", test_rfcs_last);
  g_test_add_func ("/highlight/there_are_at_most_seven", test_at_most_seven);
  g_test_add_func ("/highlight/there_are_four_if_the_day_has_enough", test_at_least_four);
  g_test_add_func ("/highlight/groups_without_an_area_are_gathered_too", test_no_area);
  g_test_add_func ("/highlight/drafts_of_no_group_are_last_however_many_they_are", test_individual_last);
  g_test_add_func ("/highlight/an_empty_day_has_none", test_empty);
  g_test_add_func ("/highlight/documents_and_their_short_names_stand_side_by_side", test_documents);
  return g_test_run ();
}
