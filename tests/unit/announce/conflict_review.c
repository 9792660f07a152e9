/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "kind_testing.h"

#define REVIEW(name, finding)                                                                                                              \
  "The IESG has completed a review of " name "\nconsistent with RFC5742.\n\n" finding                                                      \
  "\n\nThe IESG has concluded that there is no conflict between\n"                                                                         \
  "this document and IETF work.\n\nThe IESG review is documented at:\nhttps://datatracker.ietf.org/doc/conflict-review-example-kettle/\n"

static void
test_no_problem (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_conflict_review, SECRETARY, "Results of IETF-conflict review for draft-example-kettle-02",
              REVIEW ("draft-example-kettle-02",
                      "The IESG has no problem with the publication of 'The Cook's\nKettles' <draft-example-kettle-02.txt> as an\n"
                      "Informational RFC."),
              &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_DONE);
  g_assert_cmpint (outcome.announcement->kind, ==, NK_KIND_CONFLICT_REVIEW);
  g_assert_cmpstr (outcome.announcement->action, ==, "no problem");
  g_assert_cmpstr (outcome.announcement->title, ==, "The Cook's Kettles");
  g_assert_cmpstr (outcome.announcement->level, ==, "Informational RFC");
  g_assert_cmpstr (outcome.announcement->url, ==, "https://datatracker.ietf.org/doc/draft-example-kettle/");
  assert_documents (&outcome, "draft-example-kettle-02");
}

static void
test_do_not_publish (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_conflict_review, SECRETARY, "Results of IETF-conflict review for draft-example-kettle-02",
              REVIEW ("draft-example-kettle-02",
                      "The IESG recommends that 'Kettles' <draft-example-kettle-02.txt> NOT\nbe published as an Experimental RFC."),
              &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_DONE);
  g_assert_cmpstr (outcome.announcement->action, ==, "do not publish");
  g_assert_cmpstr (outcome.announcement->title, ==, "Kettles");
  g_assert_cmpstr (outcome.announcement->level, ==, "Experimental RFC");
}

static void
test_a_file_tag_eaten_by_a_converter_leaves_the_title (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_conflict_review, SECRETARY, "Results of IETF-conflict review for draft-example-kettle-02",
              REVIEW ("draft-example-kettle-02", "The IESG has no problem with the publication of 'Kettles' as an Informational RFC."),
              &outcome);
  g_assert_cmpstr (outcome.announcement->title, ==, "Kettles");
}

static void
test_a_review_of_another_document_does_not_fit (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_conflict_review, SECRETARY, "Results of IETF-conflict review for draft-example-kettle-02",
              REVIEW ("draft-example-teapot-02", "The IESG has no problem with the publication of 'Teapots' as an Informational RFC."),
              &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_MISFIT);
}

static void
test_a_review_without_result_does_not_fit (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_conflict_review, SECRETARY, "Results of IETF-conflict review for draft-example-kettle-02",
              REVIEW ("draft-example-kettle-02", "The IESG is still thinking."), &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_MISFIT);
}

static void
test_a_body_without_review_does_not_fit (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_conflict_review, SECRETARY, "Results of IETF-conflict review for draft-example-kettle-02", "", &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_MISFIT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conflict_review/no_problem", test_no_problem);
  g_test_add_func ("/conflict_review/do_not_publish", test_do_not_publish);
  g_test_add_func ("/conflict_review/a_file_tag_eaten_by_a_converter_leaves_the_title",
                   test_a_file_tag_eaten_by_a_converter_leaves_the_title);
  g_test_add_func ("/conflict_review/a_review_of_another_document_does_not_fit", test_a_review_of_another_document_does_not_fit);
  g_test_add_func ("/conflict_review/a_review_without_result_does_not_fit", test_a_review_without_result_does_not_fit);
  g_test_add_func ("/conflict_review/a_body_without_review_does_not_fit", test_a_body_without_review_does_not_fit);
  return g_test_run ();
}
