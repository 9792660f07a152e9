/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "sample.h"

#define FIRST "A new Request for Comments is now available in online RFC libraries.\n\n        \n        RFC 98765\n\n"
#define STATUS_LINE "INFORMATIONAL: This memo provides information for the Internet\ncommunity.\n\n"
#define SENT "This announcement is sent to the IETF-Announce and rfc-dist lists.\n"

/* The announcement of RFC 98765 on `title`, with `fields` in its block and `rest` after it. */
static NkAnnouncement *
announced (const char *prefix, const char *title, const char *fields, const char *rest)
{
  g_autoptr (NkGroupTable) groups = sample_groups ();
  g_autofree char *subject = g_strconcat (prefix, "RFC 98765 on ", title, NULL);
  g_autofree char *text = g_strconcat (FIRST "        Title:      ", title, "\n", fields, "\n", rest, SENT, NULL);
  NkMessage message = sample_rfc (subject, text);

  return sample_announced (&message, groups);
}

static void
assert_abstract (const char *rest, const char *expected)
{
  g_autoptr (NkAnnouncement) announcement = announced ("", "Nests", "        Author:     A. Heron\n", rest);

  g_assert_cmpstr (announcement->abstract, ==, expected);
}

static void
test_the_abstract_ends_before_the_product_sentence (void)
{
  assert_abstract ("Nests are\nround.\n\nThey last.\n\nThis document is a product of the Transport Layer Security Working Group of the "
                   "IETF.\n\n" STATUS_LINE,
                   "Nests are round.\n\nThey last.");
}

static void
test_the_last_product_sentence_counts (void)
{
  g_autoptr (NkAnnouncement) announcement
      = announced ("", "Nests", "        Author:     A. Heron\n",
                   "Nests.\n\nThis document is a product of the Crypto Forum Research Group (CFRG) in\nthe IRTF.\n\n"
                   "This document is a product of the Crypto Forum Research Group of the IRTF.\n\n" STATUS_LINE);

  g_assert_cmpstr (announcement->abstract, ==,
                   "Nests.\n\nThis document is a product of the Crypto Forum Research Group (CFRG) in the IRTF.");
  g_assert_cmpstr (announcement->group_acronym, ==, "cfrg");
}

static void
test_without_a_product_sentence_the_status_ends_the_abstract (void)
{
  assert_abstract ("Nests are\nround.\n\n" STATUS_LINE, "Nests are round.");
  assert_abstract ("Nests are\nround.\n\nThis is now a Proposed Standard.\n\n", "Nests are round.");
  assert_abstract ("Nests are\nround.\n\n", "Nests are round.");
  assert_abstract ("", "");
}

static void
test_words_of_a_status_inside_a_paragraph_end_nothing (void)
{
  assert_abstract ("Nests are\nINFORMATIONAL: they inform.\nThis is now a sentence.\n\n" STATUS_LINE,
                   "Nests are INFORMATIONAL: they inform. This is now a sentence.");
}

static void
assert_authors (const char *fields, const char *expected)
{
  g_autoptr (NkAnnouncement) announcement = announced ("", "Nests", fields, "Text.\n\n");
  g_autofree char *joined = sample_joined (announcement->authors);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_authors_of_every_year_are_told_apart (void)
{
  assert_authors ("        Author:     A. Heron,B. Crane,\n                    C. Egret,D. Stork, Ed.\n",
                  "A. Heron | B. Crane | C. Egret | D. Stork, Ed.");
  assert_authors ("        Author:     A. Heron, Ed.,\n                    B. Crane\n", "A. Heron, Ed. | B. Crane");
  assert_authors ("        Author(s):  A. Heron, B. Crane\n", "A. Heron | B. Crane");
  assert_authors ("        Author:     A. Heron and B. Crane, Jr.\n", "A. Heron | B. Crane, Jr.");
}

static void
assert_status (const char *fields, const char *rest, const char *status, const char *stream)
{
  g_autofree char *all = g_strconcat ("        Author:     A. Heron\n", fields, NULL);
  g_autoptr (NkAnnouncement) announcement = announced ("", "Nests", all, rest);

  g_assert_cmpstr (announcement->status, ==, status);
  g_assert_cmpstr (announcement->stream, ==, stream);
}

static void
test_the_status_is_the_level_that_a_reader_wants (void)
{
  assert_status ("        Status:     Standards Track\n        Stream:     IETF\n", "T.\n\nThis is now a Proposed Standard.\n\n",
                 "Proposed Standard", "IETF");
  assert_status ("        Status:     Standards Track\n", "T.\n\nThis is now an Internet Standard.\n\n", "Internet Standard", NULL);
  assert_status ("        Status:     Standards Track\n", "T.\n\nSTANDARDS TRACK: This document\n\n", "Standards Track", NULL);
  assert_status ("        Status:     Draft Standard\n        Stream:     IETF\n", "T.\n\n", "Draft Standard", "IETF");
  assert_status ("        Status:     Informational\n        Stream:     Independent\n", "T.\n\n", "Informational", "Independent");
  assert_status ("", "T.\n\nThis is now a Draft Standard Protocol.\n\nThis document specifies an Internet standards track protocol\n",
                 "Draft Standard", NULL);
  assert_status ("", "T.\n\nThis is now a Standard Protocol.\n\n", "Internet Standard", NULL);
  assert_status ("", "T.\n\nThis memo defines an Experimental Protocol for the Internet\ncommunity.\n\n", "Experimental", NULL);
  assert_status ("", "T.\n\nThis document is a product of the Internet Architecture Board.\n\nINFORMATIONAL: x\n\n", "Informational",
                 "IAB");
}

static void
assert_group (const char *rest, const char *expected)
{
  g_autoptr (NkAnnouncement) announcement
      = announced ("", "Nests", "        Author:     A. Heron\n        I-D Tag:    draft-ietf-tls-nest-07.txt\n", rest);
  g_autofree char *found = g_strdup_printf ("%s/%s/%s/%s", announcement->group_acronym, announcement->group_name, announcement->group_kind,
                                            announcement->group_area);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_the_product_sentence_names_the_group (void)
{
  assert_group ("T.\n\nThis document is a product of the IPv6 Operations Working Group of the IETF.\n\n", "v6ops/IPv6 Operations/wg/ops");
  assert_group ("T.\n\nThis document is a product of the Crypto Forum Research Group of the IRTF.\n\n", "cfrg/Crypto Forum/rg/irtf");
  assert_group ("T.\n\nThis document is a product of the Crypto Forum of the IRTF.\n\n", "cfrg/Crypto Forum/rg/irtf");
  assert_group ("T.\n\nThis document is a product of the Internet Engineering Steering Group.\n\n", "tls/Transport Layer Security/wg/sec");
  assert_group ("T.\n\n", "tls/Transport Layer Security/wg/sec");
}

static void
assert_relations (const char *fields, const char *expected)
{
  g_autofree char *all = g_strconcat ("        Author:     A. Heron\n", fields, NULL);
  g_autoptr (NkAnnouncement) announcement = announced ("BCP 14, ", "Nests", all, "Text.\n\n");
  g_autofree char *subseries = sample_joined (announcement->subseries);
  g_autoptr (GString) found = g_string_new (subseries);

  for (guint i = 0; i < announcement->obsoletes->len; i++)
    g_string_append_printf (found, " -%u", g_array_index (announcement->obsoletes, guint, i));
  for (guint i = 0; i < announcement->updates->len; i++)
    g_string_append_printf (found, " +%u", g_array_index (announcement->updates, guint, i));
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_relations_and_sub_series_are_lists (void)
{
  assert_relations ("        Obsoletes:  RFC 1111, RFC2222\n        Updates:    RFC 3333\n        See Also:   BCP0014, STD 7, RFC 5555\n",
                    "BCP 14 | STD 7 -1111 -2222 +3333");
  assert_relations ("        Updates:    1111, 2222\n", "BCP 14 +1111 +2222");
  assert_relations ("        Updates/Obsoletes/SeeAlso:   None\n", "BCP 14");
  assert_relations ("        Obsoletes:  None\n        Updates:    None\n", "BCP 14");
}

static void
test_draft_doi_month_and_pages_are_kept (void)
{
  g_autoptr (NkAnnouncement) announcement
      = announced ("", "Nests",
                   "        Author:     A. Heron\n        Date:       October 2025\n        Pages:      22\n\n        I-D Tag:    "
                   "draft-ietf-tls-nest-07\n\n"
                   "        URL:        https://www.rfc-editor.example/info/rfc98765\n\n        DOI:        10.17487/RFC98765\n",
                   "Text.\n\n");

  g_assert_cmpstr (announcement->name, ==, "rfc98765");
  g_assert_cmpuint (announcement->rfc_number, ==, 98765);
  g_assert_cmpstr (announcement->draft, ==, "draft-ietf-tls-nest-07");
  g_assert_cmpstr (announcement->doi, ==, "10.17487/RFC98765");
  g_assert_cmpstr (announcement->month, ==, "October 2025");
  g_assert_cmpint (announcement->pages, ==, 22);
  g_assert_cmpstr (announcement->abstract, ==, "Text.");
}

static void
test_a_title_of_several_lines_is_one (void)
{
  g_autoptr (NkAnnouncement) announcement = announced ("", "Recommendations for the Building \n                    of Nests: A Guide \n",
                                                       "        Author:     A. Heron\n", "Text.\n\n");

  g_assert_cmpstr (announcement->title, ==, "Recommendations for the Building of Nests: A Guide");
}

static void
test_a_copy_with_other_line_ends_is_read_by_its_labels (void)
{
  NkMessage message = sample_rfc (
      "RFC 98765 on Nests of Herons",
      "A new Request for Comments is now available in online RFC\nlibraries. RFC 98765 Title: Nests of Herons Author: A. Heron, B.\n"
      "Crane Status: Informational Stream: Independent Date: March 2024\nMailbox: a@heron.example Pages: 9 I-D Tag:\n"
      "draft-heron-nest-02.txt URL:\nhttps://www.rfc-editor.example/info/rfc98765 DOI: 10.17487/RFC98765\n\nNests are "
      "round.\n\n" STATUS_LINE);
  g_autoptr (NkAnnouncement) announcement = sample_announced (&message, NULL);
  g_autofree char *authors = sample_joined (announcement->authors);

  g_assert_cmpstr (announcement->title, ==, "Nests of Herons");
  g_assert_cmpstr (authors, ==, "A. Heron | B. Crane");
  g_assert_cmpstr (announcement->status, ==, "Informational");
  g_assert_cmpstr (announcement->stream, ==, "Independent");
  g_assert_cmpstr (announcement->draft, ==, "draft-heron-nest-02");
  g_assert_cmpstr (announcement->doi, ==, "10.17487/RFC98765");
  g_assert_cmpstr (announcement->abstract, ==, "Nests are round.");
}

static void
test_a_subject_that_disagrees_with_the_body_does_not_count (void)
{
  static const struct {
    const char *subject, *text, *reason;
  } cases[] = {
    { "RFC 98764 on Nests", FIRST "        Title:      Nests\n        Author:     A. Heron\n\nText.\n",
      "the Subject names RFC 98764, the body RFC 98765" },
    { "RFC 98765 on Quick Riches with Coins", FIRST "        Title:      Nests of Herons\n        Author:     A. Heron\n\nText.\n",
      "the Subject and the body give RFC 98765 different titles" },
    { "RFC 98765 on Nests", "        Title:      Nests\n        Author:     A. Heron\n\nText.\n", "the body does not name RFC 98765" },
    { "RFC 98765 on Nests", "Dear all, please read it.\n", "the body is no announcement of an RFC" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    NkMessage message = sample_rfc (cases[i].subject, cases[i].text);
    g_auto (NkRecognition) recognition = { 0 };
    nk_announcement_recognise (&message, NULL, &recognition);
    g_assert_cmpint (recognition.verdict, ==, NK_VERDICT_UNRECOGNISED);
    g_assert_cmpstr (recognition.reason, ==, cases[i].reason);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/rfc/" #name, test_##name)
  ADD (the_abstract_ends_before_the_product_sentence);
  ADD (the_last_product_sentence_counts);
  ADD (without_a_product_sentence_the_status_ends_the_abstract);
  ADD (words_of_a_status_inside_a_paragraph_end_nothing);
  ADD (authors_of_every_year_are_told_apart);
  ADD (the_status_is_the_level_that_a_reader_wants);
  ADD (the_product_sentence_names_the_group);
  ADD (relations_and_sub_series_are_lists);
  ADD (draft_doi_month_and_pages_are_kept);
  ADD (a_title_of_several_lines_is_one);
  ADD (a_copy_with_other_line_ends_is_read_by_its_labels);
  ADD (a_subject_that_disagrees_with_the_body_does_not_count);
#undef ADD
  return g_test_run ();
}
