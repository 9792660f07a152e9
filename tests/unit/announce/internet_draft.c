/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "sample.h"

#define SUBJECT "I-D Action: draft-ietf-heron-nest-03.txt"
#define FIRST "Internet-Draft draft-ietf-heron-nest-03.txt is now available.\n\n"
#define BLOCK_END "   Name:    draft-ietf-heron-nest-03.txt\n   Pages:   12\n   Dates:   2025-10-01\n\n"
#define TRAILER "\nThe IETF datatracker status page for this Internet-Draft is:\nhttps://datatracker.example/doc/\n"

/* A mail of today with `block` (title and authors) and `abstract` in it. */
static NkAnnouncement *
announced (const char *block, const char *abstract)
{
  g_autofree char *text = g_strconcat (FIRST, block, BLOCK_END, "Abstract:\n\n", abstract, TRAILER, NULL);
  NkMessage message = sample_draft (SUBJECT, text);

  return sample_announced (&message, NULL);
}

static void
assert_abstract (const char *abstract, const char *expected)
{
  g_autoptr (NkAnnouncement) announcement = announced ("   Title:   Nests\n   Authors: Ada Heron\n", abstract);

  g_assert_cmpstr (announcement->abstract, ==, expected);
}

static void
assert_authors (const char *block, const char *expected)
{
  g_autoptr (NkAnnouncement) announcement = announced (block, "");
  g_autofree char *joined = sample_joined (announcement->authors);

  g_assert_cmpstr (joined, ==, expected);
}

static void
assert_title (const char *block, const char *expected)
{
  g_autoptr (NkAnnouncement) announcement = announced (block, "");

  g_assert_cmpstr (announcement->title, ==, expected);
}

static void
test_wrapped_lines_become_one_with_a_blank (void)
{
  assert_abstract ("   A nest is built of twigs, moss and network-\n   based feathers.  It\n   lasts.\n",
                   "A nest is built of twigs, moss and network- based feathers. It lasts.");
}

static void
test_paragraphs_are_parted_by_an_empty_line (void)
{
  assert_abstract ("\n   One\n   two.\n\n \t\n   Three.\n\n", "One two.\n\nThree.");
}

static void
test_list_items_stand_on_lines_of_their_own (void)
{
  assert_abstract ("   Nests are:\n   o  round, and\n      warm\n   o  dry\n", "Nests are:\no round, and warm\no dry");
  assert_abstract ("   *  round\n   *  dry\n\n   1.  first\n\n   2.  second\n", "* round\n* dry\n\n1. first\n\n2. second");
  assert_abstract ("   Nests, namely\n     - round ones\n     - dry ones\n", "Nests, namely\n- round ones\n- dry ones");
  assert_abstract ("   (a) round\n   b) dry\n   \xE2\x80\xA2 warm\n", "(a) round\nb) dry\n\xE2\x80\xA2 warm");
}

static void
test_a_dash_or_number_in_wrapped_prose_is_no_list (void)
{
  assert_abstract ("   1.  Stay off when in doubt - or wait\n       - for low tide.\n   2.  Go.\n",
                   "1. Stay off when in doubt - or wait - for low tide.\n2. Go.");
  assert_abstract ("   Herons stand still\n   - which is rare - in version\n   2. of this text\n",
                   "Herons stand still - which is rare - in version 2. of this text");
}

static void
test_lines_like_fields_inside_an_abstract_belong_to_it (void)
{
  assert_abstract ("   Title: of a nest.\n   Pages: many.\n   Name: unknown\n", "Title: of a nest. Pages: many. Name: unknown");
}

static void
test_an_indented_line_like_a_trailer_belongs_to_the_abstract (void)
{
  assert_abstract ("   There is also an HTML version of nests.\n", "There is also an HTML version of nests.");
}

static void
test_an_empty_abstract_is_no_error (void)
{
  assert_abstract ("", "");
}

static void
test_controls_in_an_abstract_are_dropped (void)
{
  assert_abstract ("   a\x1B[1mb\xE2\x80\xAE c\n", "a[1mb c");
}

static void
test_an_abstract_beyond_the_limit_is_cut (void)
{
  g_autofree char *words = g_strnfill (2 * NK_ANNOUNCEMENT_MAX_ABSTRACT_BYTES, 'x');
  g_autoptr (NkAnnouncement) announcement = announced ("   Title:   Nests\n", words);

  g_assert_cmpuint (strlen (announcement->abstract), <=, NK_ANNOUNCEMENT_MAX_ABSTRACT_BYTES);
  g_assert_cmpuint (strlen (announcement->abstract), >, NK_ANNOUNCEMENT_MAX_ABSTRACT_BYTES - 10);
}

static void
test_a_title_may_hold_a_colon_and_be_wrapped (void)
{
  assert_title ("   Title:   Nests: Names: and Pages\n", "Nests: Names: and Pages");
  assert_title ("   Title:   Nests and\n            Name: Eggs\n   Authors: Ada Heron\n", "Nests and Name: Eggs");
}

static void
test_a_missing_title_gives_way_to_the_name (void)
{
  assert_title ("   Title:\n", "draft-ietf-heron-nest");
  assert_title ("   Author:  Ada Heron\n", "draft-ietf-heron-nest");
}

static void
test_authors_stand_one_on_each_line (void)
{
  assert_authors ("   Title:   Nests\n   Authors: Ada Heron\n            Bo de la Crane, Jr.\n            \xE6\x9D\x8E\xE9\x9B\xB7\n",
                  "Ada Heron | Bo de la Crane, Jr. | \xE6\x9D\x8E\xE9\x9B\xB7");
  assert_authors ("\tTitle           : Nests\n\tAuthor(s)       : Ada Heron\n                          Bo Crane, Ed.\n",
                  "Ada Heron | Bo Crane, Ed.");
}

static void
test_authors_of_old_mails_stand_in_a_list (void)
{
  assert_authors ("\tTitle\t\t: Nests\n\tAuthor(s)\t: A. Heron, B. Crane\n", "A. Heron | B. Crane");
  assert_authors ("\tTitle\t\t: Nests\n\tAuthor(s)\t: A. Heron et al.\n", "A. Heron | et al.");
  assert_authors ("\tTitle\t\t: Nests\n\tAuthor(s)\t: A. Heron, et al.\n", "A. Heron | et al.");
  assert_authors ("\tTitle\t\t: Nests\n\tAuthor(s)\t: A. Heron, B.\n\t\t\t  Crane, Jr., and C. Egret\n",
                  "A. Heron | B. Crane, Jr. | C. Egret");
  assert_authors ("\tTitle\t\t: Nests\n\tAuthor(s)\t:\n", "");
}

static void
test_the_number_of_authors_has_a_limit (void)
{
  g_autoptr (GString) block = g_string_new ("   Title:   Nests\n   Authors: A\n");
  g_autoptr (NkAnnouncement) announcement = NULL;

  for (guint i = 0; i < 2 * NK_ANNOUNCEMENT_MAX_AUTHORS; i++)
    g_string_append (block, "            Ada Heron\n");
  announcement = announced (block->str, "");
  g_assert_cmpuint (announcement->authors->len, ==, NK_ANNOUNCEMENT_MAX_AUTHORS);
}

/* A mail of 2003 with these two values. */
static NkAnnouncement *
announced_with (const char *pages, const char *date)
{
  g_autofree char *text
      = g_strdup_printf ("A New Internet-Draft is available from the on-line Internet-Drafts directories.\n\n\tTitle\t\t: Nests\n"
                         "\tFilename\t: draft-ietf-heron-nest-03.txt\n\tPages\t\t: %s\n\tDate\t\t: %s\n\t\nText.\n",
                         pages, date);
  NkMessage message = sample_draft (SUBJECT, text);

  return sample_announced (&message, NULL);
}

static void
test_pages_that_say_nothing_are_unknown (void)
{
  static const struct {
    const char *written;
    gint pages;
  } cases[]
      = { { "12", 12 }, { "12 ", 12 }, { "", -1 }, { "0", -1 }, { "many", -1 }, { "-4", -1 }, { "99999999999999", -1 }, { "100001", -1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (NkAnnouncement) announcement = announced_with (cases[i].written, "2003-2-25");
    g_assert_cmpint (announcement->pages, ==, cases[i].pages);
    g_assert_cmpstr (announcement->abstract, ==, "Text.");
  }
}

static void
test_dates_of_all_years_are_read (void)
{
  static const struct {
    const char *written, *day;
  } cases[] = {
    { "2025-10-01", "2025-10-01" },
    { "2003-2-25", "2003-02-25" },
    { "12-Jun-98", "1998-06-12" },
    { "5-Jul-02", "2002-07-05" },
    { "12-Jun-1998", "1998-06-12" },
    { "09/08/1994", "1994-09-08" },
    { "2025-13-01", "" },
    { "31-Feb-98", "" },
    { "12-Jun", "" },
    { "soon", "" },
    { "", "" },
    { "2025-10-01T12:00", "2025-10-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (NkAnnouncement) announcement = announced_with ("12", cases[i].written);
    g_autofree char *day = nk_day_format (announcement->body_day);
    g_assert_cmpstr (day, ==, cases[i].day);
  }
}

/* Group, its kind and area, standing and stream of a mail that begins with `sentence`. */
static void
assert_group (const char *name, const char *sentence, const char *expected)
{
  g_autoptr (NkGroupTable) groups = sample_groups ();
  g_autofree char *subject = g_strdup_printf ("I-D Action: %s-00.txt", name);
  g_autofree char *text = g_strdup_printf ("%s\n\n   Title:   Nests\n   Name:    %s-00.txt\n\nAbstract:\n\n   Text.\n", sentence, name);
  NkMessage message = sample_draft (subject, text);
  g_autoptr (NkAnnouncement) announcement = sample_announced (&message, groups);
  g_autofree char *found
      = g_strdup_printf ("%s/%s/%s/%s/%s/%s", announcement->group_acronym, announcement->group_name, announcement->group_kind,
                         announcement->group_area, nk_standing_word (announcement->standing), announcement->stream);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_the_sentence_names_the_group_in_every_wording (void)
{
  assert_group ("draft-ietf-rats-nest", "It is a work item of the Remote ATtestation\nProcedureS (RATS) WG of the\nIETF.",
                "rats/Remote ATtestation ProcedureS/wg/sec/wg/IETF");
  assert_group ("draft-ietf-tls-nest", "This draft is a work item of the Transport Layer \nSecurity Working Group of the IETF.",
                "tls/Transport Layer Security/wg/sec/wg/IETF");
  assert_group ("draft-ietf-opsawg-nest", "This draft is a work item of the Operations and Management Area Working Group WG of the IETF.",
                "opsawg/Operations and Management Area Working Group/wg/ops/wg/IETF");
  assert_group ("draft-irtf-cfrg-nest", "It is a work item of the Crypto Forum (CFRG) RG of the IRTF.",
                "cfrg/Crypto Forum/rg/irtf/rg/IRTF");
  assert_group ("draft-ietf-gone-nest", "This draft is a work item of the Gone Birds Working Group of the IETF.",
                "gone/Gone Birds/wg/(null)/wg/IETF");
}

static void
test_without_a_sentence_the_name_tells_the_group (void)
{
  assert_group ("draft-ietf-tls-nest", "A New Internet-Draft is available.", "tls/Transport Layer Security/wg/sec/wg/IETF");
  assert_group ("draft-irtf-cfrg-nest", "A New Internet-Draft is available.", "cfrg/Crypto Forum/rg/irtf/rg/IRTF");
  assert_group ("draft-irtf-nestrg-x", "A New Internet-Draft is available.", "nestrg/(null)/rg/irtf/rg/IRTF");
  assert_group ("draft-rswg-nest", "A New Internet-Draft is available.", "rswg/RFC Series Working Group/edwg/(null)/editorial/Editorial");
  assert_group ("draft-iab-nest", "A New Internet-Draft is available.", "(null)/(null)/(null)/(null)/iab/IAB");
  assert_group ("draft-iesg-nest", "A New Internet-Draft is available.", "(null)/(null)/(null)/(null)/iesg/IETF");
}

static void
test_an_individual_draft_stays_one_though_a_group_is_set (void)
{
  assert_group ("draft-heron-tls-nest", "It is a work item of the Transport Layer Security (TLS) WG of the IETF.",
                "tls/Transport Layer Security/wg/sec/individual/(null)");
  assert_group ("draft-heron-tls-nest", "Internet-Draft draft-heron-tls-nest-00.txt is now available.",
                "(null)/(null)/(null)/(null)/individual/(null)");
}

static void
test_an_area_group_is_told_from_a_working_group (void)
{
  assert_group ("draft-ietf-saag-nest", "It is a work item of the Security Area Open Meeting (SAAG) AG of the IETF.",
                "saag/Security Area Open Meeting/ag/sec/ag/IETF");
}

static void
test_hostile_bodies_are_read_in_one_go (void)
{
  g_autoptr (GString) text = g_string_new (FIRST "   Title:   x\n");
  g_autoptr (NkAnnouncement) announcement = NULL;
  NkMessage message;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "   Title:\n(:");
  message = sample_draft (SUBJECT, text->str);
  announcement = sample_announced (&message, NULL);
  g_assert_cmpuint (strlen (announcement->title), <=, NK_ANNOUNCEMENT_MAX_TITLE_BYTES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/internet_draft/" #name, test_##name)
  ADD (wrapped_lines_become_one_with_a_blank);
  ADD (paragraphs_are_parted_by_an_empty_line);
  ADD (list_items_stand_on_lines_of_their_own);
  ADD (a_dash_or_number_in_wrapped_prose_is_no_list);
  ADD (lines_like_fields_inside_an_abstract_belong_to_it);
  ADD (an_indented_line_like_a_trailer_belongs_to_the_abstract);
  ADD (an_empty_abstract_is_no_error);
  ADD (controls_in_an_abstract_are_dropped);
  ADD (an_abstract_beyond_the_limit_is_cut);
  ADD (a_title_may_hold_a_colon_and_be_wrapped);
  ADD (a_missing_title_gives_way_to_the_name);
  ADD (authors_stand_one_on_each_line);
  ADD (authors_of_old_mails_stand_in_a_list);
  ADD (the_number_of_authors_has_a_limit);
  ADD (pages_that_say_nothing_are_unknown);
  ADD (dates_of_all_years_are_read);
  ADD (the_sentence_names_the_group_in_every_wording);
  ADD (without_a_sentence_the_name_tells_the_group);
  ADD (an_individual_draft_stays_one_though_a_group_is_set);
  ADD (an_area_group_is_told_from_a_working_group);
  ADD (hostile_bodies_are_read_in_one_go);
#undef ADD
  return g_test_run ();
}
