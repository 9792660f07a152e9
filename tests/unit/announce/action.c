/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "kind_testing.h"

#define APPROVAL(documents, product)                                                                                                       \
  "The IESG has approved the following document:\n- " documents "\n\n" product                                                             \
  "\n\nThe IESG contact persons are Ann Example and Bo Muster.\n\n"                                                                        \
  "A URL of this Internet-Draft is:\nhttps://datatracker.ietf.org/doc/draft-ietf-exmpl-leaves/\n\n\nTechnical Summary\n\n"                 \
  "   It replaces draft-example-older-09 as Historic.\n"

static void
test_a_protocol_action (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_action, SECRETARY, "Protocol Action: 'The Cook's Way to Tea' to Proposed Standard (draft-ietf-exmpl-leaves-07.txt)",
              APPROVAL ("'The Cook's Way to Tea'\n  (draft-ietf-exmpl-leaves-07.txt) as Proposed Standard",
                        "This document is the product of the Example Protocols Working Group."),
              &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_DONE);
  g_assert_cmpint (outcome.announcement->kind, ==, NK_KIND_PROTOCOL_ACTION);
  g_assert_cmpstr (outcome.announcement->title, ==, "The Cook's Way to Tea");
  g_assert_cmpstr (outcome.announcement->level, ==, "Proposed Standard");
  g_assert_cmpstr (outcome.announcement->action, ==, "approved");
  g_assert_cmpstr (outcome.announcement->group_acronym, ==, "exmpl");
  g_assert_cmpstr (outcome.announcement->group_area, ==, "sec");
  g_assert_cmpstr (outcome.announcement->url, ==, "https://datatracker.ietf.org/doc/draft-ietf-exmpl-leaves/");
  assert_documents (&outcome, "draft-ietf-exmpl-leaves-07");
}

static void
test_a_group_whose_name_ends_in_working_group (void)
{
  static const char *const sentences[] = { "This document is the product of the Tealeaf Area Working Group.",
                                           "This document is the product of the Tealeaf Area Working Group Working\nGroup." };

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++) {
    g_auto (Outcome) outcome = { 0 };
    g_autofree char *text
        = g_strdup_printf (APPROVAL ("'Tea'\n  (draft-ietf-tealeafwg-tea-01.txt) as Best Current Practice", "%s"), sentences[i]);
    parse_mail (nk_parse_action, SECRETARY, "Protocol Action: 'Tea' to Best Current Practice (draft-ietf-tealeafwg-tea-01.txt)", text,
                &outcome);
    g_assert_cmpint (outcome.result, ==, NK_PARSE_DONE);
    g_assert_cmpstr (outcome.announcement->group_acronym, ==, "tealeafwg");
    g_assert_cmpstr (outcome.announcement->group_name, ==, "Tealeaf Area Working Group");
  }
}

static void
test_an_unknown_group_has_its_acronym_from_the_draft (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_action, SECRETARY, "Document Action: 'Steam' to Experimental RFC (draft-ietf-steam-boil-11.txt)",
              APPROVAL ("'Steam'\n  (draft-ietf-steam-boil-11.txt) as Experimental RFC",
                        "This document is the product of the Steam Extensions Working\nGroup."),
              &outcome);
  g_assert_cmpint (outcome.announcement->kind, ==, NK_KIND_DOCUMENT_ACTION);
  g_assert_cmpstr (outcome.announcement->group_acronym, ==, "steam");
  g_assert_cmpstr (outcome.announcement->group_name, ==, "Steam Extensions");
}

static void
test_a_document_of_no_group (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_action, SECRETARY, "Document Action: 'Kettles' to Informational RFC (draft-example-kettle-02.txt)",
              APPROVAL ("'Kettles'\n  (draft-example-kettle-02.txt) as Informational RFC",
                        "This document has been reviewed in the IETF but is not the product of an\nIETF Working Group."),
              &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_DONE);
  g_assert_null (outcome.announcement->group_name);
  g_assert_cmpstr (outcome.announcement->level, ==, "Informational RFC");
}

static void
test_several_documents_are_all_named (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (
      nk_parse_action, SECRETARY, "Protocol Action: 'Cups' to Proposed Standard (draft-ietf-exmpl-cup-04.txt)",
      "The IESG has approved the following documents:\n- 'Cups'\n  (draft-ietf-exmpl-cup-04.txt) as Proposed Standard\n- 'Saucers, RFC "
      "9990'\n"
      "  (draft-ietf-exmpl-saucer-03.txt) as Proposed Standard\n\nThese documents are products of the Example Protocols Working Group.\n",
      &outcome);
  assert_documents (&outcome, "draft-ietf-exmpl-cup-04 draft-ietf-exmpl-saucer-03");
  g_assert_cmpstr (outcome.announcement->group_acronym, ==, "exmpl");
}

static void
test_the_old_form_has_no_quotes_and_no_file_in_the_subject (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_action, SECRETARY, "Protocol Action: Carrying Tea to the Kitchen to Proposed Standard",
              "  The IESG has approved the Internet-Draft 'Carrying Tea to the Kitchen'\n  <draft-ietf-exmpl-kitchen-02.txt> as a "
              "Proposed\n  Standard.  "
              "This document is the product of the Example Protocols Working Group.\n  The IESG contact person is Ann Example.\n",
              &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_DONE);
  g_assert_cmpstr (outcome.announcement->title, ==, "Carrying Tea to the Kitchen");
  g_assert_cmpstr (outcome.announcement->level, ==, "Proposed Standard");
  g_assert_cmpstr (outcome.announcement->group_acronym, ==, "exmpl");
  assert_documents (&outcome, "draft-ietf-exmpl-kitchen-02");
}

static void
test_a_subject_without_level_takes_it_from_the_approval (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_action, SECRETARY, "Protocol Action: 'Tea' (draft-ietf-exmpl-leaves-07.txt)",
              APPROVAL ("'Tea'\n  (draft-ietf-exmpl-leaves-07.txt) as Internet Standard",
                        "This document is the product of the Example Protocols Working Group."),
              &outcome);
  g_assert_cmpstr (outcome.announcement->title, ==, "Tea");
  g_assert_cmpstr (outcome.announcement->level, ==, "Internet Standard");
}

static void
test_a_change_of_status_is_a_kind_of_its_own (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (
      nk_parse_action, SECRETARY, "Protocol Action: The Tea Protocol to Internet Standard",
      "The IESG has approved changing the status of the following document:\n- The Tea Protocol\n  (rfc99001) to Internet Standard\n\n"
      "This protocol action is documented at:\nhttps://datatracker.ietf.org/doc/status-change-tea-to-internet-standard/\n\n"
      "A URL of the affected document is:\nhttps://datatracker.ietf.org/doc/rfc99001/\n\nStatus Change Details:\n\nSee RFC 99009.\n",
      &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_DONE);
  g_assert_cmpint (outcome.announcement->kind, ==, NK_KIND_STATUS_CHANGE);
  g_assert_cmpstr (outcome.announcement->action, ==, "approved");
  g_assert_cmpstr (outcome.announcement->title, ==, "The Tea Protocol");
  g_assert_cmpstr (outcome.announcement->level, ==, "Internet Standard");
  g_assert_cmpstr (outcome.announcement->url, ==, "https://datatracker.ietf.org/doc/status-change-tea-to-internet-standard/");
  assert_documents (&outcome, "rfc99001");
}

static void
test_an_action_without_approval_does_not_fit (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_action, SECRETARY, "Protocol Action: 'Tea' to Proposed Standard (draft-ietf-exmpl-leaves-07.txt)",
              "The IESG will think about it.\n", &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_MISFIT);
}

static void
test_an_approval_of_another_document_does_not_fit (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_action, SECRETARY, "Protocol Action: 'Tea' to Proposed Standard (draft-ietf-exmpl-leaves-07.txt)",
              APPROVAL ("'Coffee'\n  (draft-ietf-exmpl-beans-07.txt) as Proposed Standard", "This document is the product of nobody."),
              &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_MISFIT);
}

static void
test_other_subjects_are_left_alone (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_action, SECRETARY, "WG Action: Formed Example Protocols (exmpl)", "", &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_NOT_MINE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/action/a_protocol_action", test_a_protocol_action);
  g_test_add_func ("/action/a_group_whose_name_ends_in_working_group", test_a_group_whose_name_ends_in_working_group);
  g_test_add_func ("/action/an_unknown_group_has_its_acronym_from_the_draft", test_an_unknown_group_has_its_acronym_from_the_draft);
  g_test_add_func ("/action/a_document_of_no_group", test_a_document_of_no_group);
  g_test_add_func ("/action/several_documents_are_all_named", test_several_documents_are_all_named);
  g_test_add_func ("/action/the_old_form_has_no_quotes_and_no_file_in_the_subject",
                   test_the_old_form_has_no_quotes_and_no_file_in_the_subject);
  g_test_add_func ("/action/a_subject_without_level_takes_it_from_the_approval", test_a_subject_without_level_takes_it_from_the_approval);
  g_test_add_func ("/action/a_change_of_status_is_a_kind_of_its_own", test_a_change_of_status_is_a_kind_of_its_own);
  g_test_add_func ("/action/an_action_without_approval_does_not_fit", test_an_action_without_approval_does_not_fit);
  g_test_add_func ("/action/an_approval_of_another_document_does_not_fit", test_an_approval_of_another_document_does_not_fit);
  g_test_add_func ("/action/other_subjects_are_left_alone", test_other_subjects_are_left_alone);
  return g_test_run ();
}
