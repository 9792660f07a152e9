/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "kind_testing.h"

static void
test_a_group_formed (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_charter, SECRETARY, "WG Action: Formed Boiling Water Operations (boilops)",
              "A new IETF WG has been formed in the Operations and Management Area. For\nadditional information, please contact the Area "
              "Directors or the WG\n"
              "Chairs.\n\nBoiling Water Operations (boilops)\n-----------------------\nCurrent status: Active WG\n\nThe group may be "
              "rechartered. It has "
              "concluded nothing by 2027-01-01.\n",
              &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_DONE);
  g_assert_cmpint (outcome.announcement->kind, ==, NK_KIND_GROUP_ACTION);
  g_assert_cmpstr (outcome.announcement->action, ==, "formed");
  g_assert_cmpstr (outcome.announcement->title, ==, "Boiling Water Operations");
  g_assert_cmpstr (outcome.announcement->group_acronym, ==, "boilops");
  g_assert_cmpstr (outcome.announcement->group_kind, ==, "wg");
  g_assert_cmpstr (outcome.announcement->group_area, ==, "ops");
  g_assert_cmpstr (outcome.announcement->url, ==, "https://datatracker.ietf.org/wg/boilops/about/");
  assert_ends (&outcome, "");
}

static void
test_a_group_rechartered (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_charter, SECRETARY, "WG Action: Rechartered Example Protocols (exmpl)",
              "The Example Protocols (exmpl) WG in the Security Area of the IETF has been\nrechartered. For additional information, please "
              "contact.\n",
              &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_DONE);
  g_assert_cmpstr (outcome.announcement->action, ==, "rechartered");
  g_assert_cmpstr (outcome.announcement->group_area, ==, "sec");
}

static void
test_a_group_concluded (void)
{
  static const char *const subjects[]
      = { "WG Action: Conclusion of Example Protocols (exmpl)", "WG Action: Conclusion: Example Protocols (exmpl)" };

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++) {
    g_auto (Outcome) outcome = { 0 };
    parse_mail (nk_parse_charter, SECRETARY, subjects[i],
                "The Example Protocols (exmpl) Working Group in the Security Area has\nconcluded.\n", &outcome);
    g_assert_cmpint (outcome.result, ==, NK_PARSE_DONE);
    g_assert_cmpstr (outcome.announcement->action, ==, "concluded");
    g_assert_cmpstr (outcome.announcement->title, ==, "Example Protocols");
  }
}

static void
test_the_form_of_1994_has_the_name_only (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_charter, "IESG Secretary <iesg-secretary@cnri.reston.va.us>", "WG ACTION: Steam Extensions Working Group",
              "A new working group has been formed in the Applications Area of the IETF.\nFor additional information, contact the Area "
              "Directors.\n\n\n"
              "Steam Extensions (steam)\n------------------------\n\n Chair(s):\n",
              &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_DONE);
  g_assert_cmpstr (outcome.announcement->action, ==, "formed");
  g_assert_cmpstr (outcome.announcement->title, ==, "Steam Extensions");
  g_assert_cmpstr (outcome.announcement->group_acronym, ==, "steam");
  g_assert_null (outcome.announcement->group_area);
}

static void
test_a_review_of_a_new_group (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_charter, SECRETARY, "WG Review: Boiling Water Operations (boilops)",
              "A new IETF WG has been proposed in the Web and Internet Transport Area. The\nIESG has not made any determination yet. The "
              "following draft charter was\n"
              "submitted, and is provided for informational purposes only. Please send your\ncomments to the IESG mailing list "
              "(iesg@ietf.org) by 2026-03-27.\n\n"
              "Boiling Water Operations (boilops)\n",
              &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_DONE);
  g_assert_cmpint (outcome.announcement->kind, ==, NK_KIND_GROUP_REVIEW);
  g_assert_cmpstr (outcome.announcement->action, ==, "proposed");
  g_assert_cmpstr (outcome.announcement->group_area, ==, "wit");
  assert_ends (&outcome, "2026-03-27");
}

static void
test_a_review_of_a_new_charter (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_charter, SECRETARY, "WG Review: Example Protocols (exmpl)",
              "The Example Protocols (exmpl) WG in the Security Area of the IETF is\nundergoing rechartering. The IESG has not made any "
              "determination yet.\n"
              "Please send your comments to the IESG mailing list (iesg@ietf.org) by\n2026-03-27.\n\nMuch has been proposed.\n",
              &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_DONE);
  g_assert_cmpstr (outcome.announcement->action, ==, "recharter");
  assert_ends (&outcome, "2026-03-27");
}

static void
test_research_groups_have_their_own_page (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_charter, "IRTF Chair <irtf-chair@irtf.org>", "RG Action: Formed Kettle Physics (kprg)",
              "A new IRTF RG has been formed in the IRTF. For additional information,\nplease contact the IRTF Chair.\n", &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_DONE);
  g_assert_cmpstr (outcome.announcement->group_kind, ==, "rg");
  g_assert_cmpstr (outcome.announcement->group_area, ==, "irtf");
  g_assert_cmpstr (outcome.announcement->url, ==, "https://datatracker.ietf.org/rg/kprg/about/");
}

static void
test_a_body_that_tells_another_deed_does_not_fit (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_charter, SECRETARY, "WG Action: Formed Example Protocols (exmpl)",
              "The Example Protocols (exmpl) Working Group has concluded.\n", &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_MISFIT);
}

static void
test_a_body_about_another_group_does_not_fit (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_charter, SECRETARY, "WG Action: Formed Boiling Water Operations (boilops)",
              "A new IETF WG has been formed in the Security Area.\n\nCold Coffee (coldcoffee)\n---\nCurrent status: Active WG\n",
              &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_MISFIT);
  g_assert_cmpstr (outcome.reason, ==, "the body is about another group than the Subject");
}

static void
test_a_body_that_tells_nothing_does_not_fit (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_charter, SECRETARY, "WG Review: Example Protocols (exmpl)", "Hello.\n", &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_MISFIT);
}

static void
test_other_subjects_are_left_alone (void)
{
  static const char *const subjects[] = { "WG Last Call: draft-ietf-exmpl-tea-00", "Action: nothing", "WG chairs wanted", "" };

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++) {
    g_auto (Outcome) outcome = { 0 };
    parse_mail (nk_parse_charter, SECRETARY, subjects[i], "has been formed", &outcome);
    g_assert_cmpint (outcome.result, ==, NK_PARSE_NOT_MINE);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charter/a_group_formed", test_a_group_formed);
  g_test_add_func ("/charter/a_group_rechartered", test_a_group_rechartered);
  g_test_add_func ("/charter/a_group_concluded", test_a_group_concluded);
  g_test_add_func ("/charter/the_form_of_1994_has_the_name_only", test_the_form_of_1994_has_the_name_only);
  g_test_add_func ("/charter/a_review_of_a_new_group", test_a_review_of_a_new_group);
  g_test_add_func ("/charter/a_review_of_a_new_charter", test_a_review_of_a_new_charter);
  g_test_add_func ("/charter/research_groups_have_their_own_page", test_research_groups_have_their_own_page);
  g_test_add_func ("/charter/a_body_that_tells_another_deed_does_not_fit", test_a_body_that_tells_another_deed_does_not_fit);
  g_test_add_func ("/charter/a_body_about_another_group_does_not_fit", test_a_body_about_another_group_does_not_fit);
  g_test_add_func ("/charter/a_body_that_tells_nothing_does_not_fit", test_a_body_that_tells_nothing_does_not_fit);
  g_test_add_func ("/charter/other_subjects_are_left_alone", test_other_subjects_are_left_alone);
  return g_test_run ();
}
