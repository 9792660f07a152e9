/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "kind_testing.h"

#define REQUEST(group, document)                                                                                                           \
  "\nThe IESG has received a request from " group " to\nconsider the following document: - 'Leaves of Tea on\n   the Wire'\n  " document   \
  "\n\nThe IESG plans to make a decision in the next few weeks, and solicits final\ncomments on this action. Please send substantive "     \
  "comments to the\nlast-call@ietf.org mailing lists by 2026-03-31. Exceptionally, comments may\nbe sent to iesg@ietf.org instead.\n\n"    \
  "Abstract\n\n   See RFC 9999 and draft-example-elsewhere-03, by 2020-01-01.\n"

static void
test_one_document_of_a_group (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_last_call, SECRETARY,
              "Last Call: <draft-ietf-exmpl-leaves-07.txt> (Leaves of Tea (RFC 1 to 2) on the Wire) to Proposed Standard",
              REQUEST ("the Example Protocols WG (exmpl)", "<draft-ietf-exmpl-leaves-07.txt> as Proposed Standard"), &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_DONE);
  g_assert_cmpint (outcome.announcement->kind, ==, NK_KIND_LAST_CALL);
  g_assert_cmpstr (outcome.announcement->title, ==, "Leaves of Tea (RFC 1 to 2) on the Wire");
  g_assert_cmpstr (outcome.announcement->level, ==, "Proposed Standard");
  g_assert_cmpstr (outcome.announcement->action, ==, "issued");
  g_assert_cmpstr (outcome.announcement->group_acronym, ==, "exmpl");
  g_assert_cmpstr (outcome.announcement->group_name, ==, "Example Protocols");
  g_assert_cmpstr (outcome.announcement->group_kind, ==, "wg");
  g_assert_cmpstr (outcome.announcement->group_area, ==, "sec");
  g_assert_cmpstr (outcome.announcement->url, ==, "https://datatracker.ietf.org/doc/draft-ietf-exmpl-leaves/");
  g_assert_true (g_str_has_prefix (outcome.announcement->name, "last_call/"));
  assert_documents (&outcome, "draft-ietf-exmpl-leaves-07");
  assert_ends (&outcome, "2026-03-31");
}

static void
test_an_individual_submitter_is_no_group (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_last_call, SECRETARY, "Last Call: <draft-example-kettle-02.txt> (Kettles) to Informational RFC",
              REQUEST ("an individual submitter", "<draft-example-kettle-02.txt> as Informational RFC"), &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_DONE);
  g_assert_null (outcome.announcement->group_acronym);
  g_assert_null (outcome.announcement->group_name);
  g_assert_cmpstr (outcome.announcement->level, ==, "Informational RFC");
}

static void
test_the_word_before_tells_second_updated_extended (void)
{
  static const struct {
    const char *word;
    const char *action;
  } cases[] = { { "UPDATED ", "updated" }, { "Second ", "second" }, { "EXTENDED ", "extended" }, { "", "issued" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (Outcome) outcome = { 0 };
    g_autofree char *subject = g_strdup_printf ("%sLast Call: <draft-example-kettle-02.txt> (Kettles) to Experimental RFC", cases[i].word);
    parse_mail (nk_parse_last_call, SECRETARY, subject, REQUEST ("an individual submitter", "<draft-example-kettle-02.txt>"), &outcome);
    g_assert_cmpint (outcome.result, ==, NK_PARSE_DONE);
    g_assert_cmpstr (outcome.announcement->action, ==, cases[i].action);
    g_assert_cmpstr (outcome.announcement->title, ==, "Kettles");
  }
}

static void
test_several_documents_are_all_named (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (
      nk_parse_last_call, SECRETARY, "Last Call: <draft-ietf-exmpl-cup-04.txt> (Cups) to Proposed Standard",
      "The IESG has received a request from the Example Protocols WG (exmpl) to\nconsider the following documents:\n- 'Cups'\n"
      "  <draft-ietf-exmpl-cup-04.txt> as Proposed Standard\n- 'Saucers (updates RFC 9990)'\n  <draft-ietf-exmpl-saucer-03.txt> as\n"
      "  Informational RFC\n\nThe IESG plans to make a decision in the next few weeks. Please send substantive comments to the\n"
      "last-call@ietf.org mailing lists by\n2026-04-01.\n\nAbstracts\n\n   draft-example-unrelated-00\n",
      &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_DONE);
  assert_documents (&outcome, "draft-ietf-exmpl-cup-04 draft-ietf-exmpl-saucer-03");
  assert_ends (&outcome, "2026-04-01");
}

static void
test_old_subjects_have_no_angle_brackets (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_last_call, SECRETARY, "Last Call: draft-ietf-exmpl-node-cap (Node Capabilities) to Proposed Standard",
              REQUEST ("the Example Protocols Working Group", "<draft-ietf-exmpl-node-cap-05.txt> as a Proposed Standard"), &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_DONE);
  g_assert_cmpstr (outcome.announcement->title, ==, "Node Capabilities");
  g_assert_cmpstr (outcome.announcement->group_acronym, ==, "exmpl");
  assert_documents (&outcome, "draft-ietf-exmpl-node-cap-05");
}

static void
test_the_oldest_subjects_have_a_title_only (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (
      nk_parse_last_call, "The IESG <iesg-secretary@ietf.org>", "Last Call: Carrying Tea to the Kitchen to Draft Standard",
      "\n The IESG has received a request from the Steam Extensions Working Group\n to consider Carrying Tea to the Kitchen\n"
      " <draft-ietf-steam-kitchen-02.txt> as a Draft Standard.\n\n The IESG plans to make a decision in the next few weeks, and solicits\n"
      " final comments on this action.  Please send any comments to the\n iesg@ietf.org or ietf@ietf.org mailing lists by September 14, "
      "1999.\n",
      &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_DONE);
  g_assert_cmpstr (outcome.announcement->title, ==, "Carrying Tea to the Kitchen");
  g_assert_cmpstr (outcome.announcement->level, ==, "Draft Standard");
  g_assert_cmpstr (outcome.announcement->group_name, ==, "Steam Extensions");
  g_assert_cmpstr (outcome.announcement->group_acronym, ==, "steam");
  assert_documents (&outcome, "draft-ietf-steam-kitchen-02");
  assert_ends (&outcome, "1999-09-14");
}

static void
test_a_file_tag_eaten_by_a_converter_is_found_in_the_body (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_last_call, SECRETARY, "Last Call: (Leaves of Tea) to BCP",
              REQUEST ("the Example Protocols WG (exmpl)", "<draft-ietf-exmpl-leaves-07.txt> as Best Current Practice"), &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_DONE);
  g_assert_cmpstr (outcome.announcement->title, ==, "Leaves of Tea");
  assert_documents (&outcome, "draft-ietf-exmpl-leaves-07");
}

static void
test_a_subject_without_title_takes_it_from_the_request (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_last_call, SECRETARY, "Last Call: <draft-ietf-exmpl-leaves-07.txt>",
              REQUEST ("the Example Protocols WG (exmpl)", "<draft-ietf-exmpl-leaves-07.txt> as Best Current Practice"), &outcome);
  g_assert_cmpstr (outcome.announcement->title, ==, "Leaves of Tea on the Wire");
  g_assert_cmpstr (outcome.announcement->level, ==, "Best Current Practice");
}

static void
test_a_change_of_status_is_a_kind_of_its_own (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (
      nk_parse_last_call, SECRETARY, "Last Call: Moving the tea protocols to Internet Standard",
      "The IESG has received a request from the Example Protocols WG (exmpl) to make the\nfollowing status changes:\n\n"
      "- RFC99001 from Proposed Standard to Internet Standard\n    (The Tea Protocol)\n\n- RFC99002 from Proposed Standard to\n"
      "  Historic\n    (The Other Tea Protocol)\n\nThe supporting document for this request can be found here:\n\n"
      "https://datatracker.ietf.org/doc/status-change-tea-to-internet-standard/\n\nThe IESG plans to make a decision in the next few\n"
      "weeks. Please send substantive comments to the last-call@ietf.org mailing lists by 2026-04-14. Exceptionally, not RFC 99003.\n",
      &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_DONE);
  g_assert_cmpint (outcome.announcement->kind, ==, NK_KIND_STATUS_CHANGE);
  g_assert_cmpstr (outcome.announcement->action, ==, "last call");
  g_assert_cmpstr (outcome.announcement->title, ==, "Moving the tea protocols to Internet Standard");
  g_assert_cmpstr (outcome.announcement->level, ==, "Internet Standard");
  g_assert_cmpstr (outcome.announcement->url, ==, "https://datatracker.ietf.org/doc/status-change-tea-to-internet-standard/");
  g_assert_cmpstr (outcome.announcement->group_acronym, ==, "exmpl");
  assert_documents (&outcome, "rfc99001 rfc99002");
  assert_ends (&outcome, "2026-04-14");
}

static void
test_an_extension_in_free_words_has_its_new_end (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_last_call, SECRETARY, "EXTENDED Last Call: <draft-example-kettle-02.txt> (Kettles) to Informational RFC",
              "The IESG has decided that the Last Call of this document is extended to 12 April 2026.\n", &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_DONE);
  assert_documents (&outcome, "draft-example-kettle-02");
  assert_ends (&outcome, "2026-04-12");
}

static void
test_a_body_without_the_iesg_does_not_fit (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_last_call, SECRETARY, "Last Call: <draft-example-kettle-02.txt> (Kettles) to Informational RFC",
              "Buy kettles now!\n", &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_MISFIT);
}

static void
test_a_body_on_another_document_does_not_fit (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_last_call, SECRETARY, "Last Call: <draft-example-kettle-02.txt> (Kettles) to Informational RFC",
              REQUEST ("an individual submitter", "<draft-example-teapot-02.txt> as Informational RFC"), &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_MISFIT);
  g_assert_cmpstr (outcome.reason, ==, "the Subject names draft-example-kettle-02, the body draft-example-teapot-02");
}

static void
test_a_body_on_another_revision_does_not_fit (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_last_call, SECRETARY, "Last Call: <draft-example-kettle-03.txt> (Kettles) to Informational RFC",
              REQUEST ("an individual submitter", "<draft-example-kettle-02.txt> as Informational RFC"), &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_MISFIT);
  g_assert_cmpstr (outcome.reason, ==, "the Subject names draft-example-kettle-03, the body draft-example-kettle-02");
}

static void
test_a_subject_with_two_documents_gives_the_title_of_the_first (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_last_call, SECRETARY,
              "Last Call: <draft-example-kettle-02.txt> (Kettles), <draft-example-teapot-01.txt> (Teapots) to Informational RFC",
              REQUEST ("an individual submitter", "<draft-example-kettle-02.txt>, <draft-example-teapot-01.txt>"), &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_DONE);
  g_assert_cmpstr (outcome.announcement->title, ==, "Kettles");
}

static void
test_downward_references_are_not_called_upon (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_last_call, SECRETARY, "Last Call: <draft-example-kettle-02.txt> (Kettles) to Informational RFC",
              "The IESG has received a request from an individual submitter to consider the\nfollowing document: - 'Kettles'\n"
              "  <draft-example-kettle-02.txt> as Informational RFC\n\nComments by 2026-03-31.\n\nThe document contains these normative "
              "downward\nreferences:\n    draft-example-elsewhere-03: Elsewhere (None - )\n",
              &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_DONE);
  assert_documents (&outcome, "draft-example-kettle-02");
}

static void
test_a_call_inside_a_group_is_not_the_iesgs (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_last_call, SECRETARY, "WG Last Call: draft-ietf-exmpl-leaves-07 (Ends 2026-03-31)", "", &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_NOT_MINE);
}

static void
test_a_huge_hostile_body_takes_linear_time (void)
{
  g_auto (Outcome) outcome = { 0 };
  g_autoptr (GString) text = g_string_new ("The IESG has received a request from ");

  while (text->len < (1u << 20))
    g_string_append (text, " by 2026 to a as draft-");
  parse_mail (nk_parse_last_call, SECRETARY, "Last Call: <draft-example-kettle-02.txt> (Kettles) to to to a", text->str, &outcome);
  g_assert_cmpint (outcome.result, !=, NK_PARSE_NOT_MINE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/last_call/one_document_of_a_group", test_one_document_of_a_group);
  g_test_add_func ("/last_call/an_individual_submitter_is_no_group", test_an_individual_submitter_is_no_group);
  g_test_add_func ("/last_call/the_word_before_tells_second_updated_extended", test_the_word_before_tells_second_updated_extended);
  g_test_add_func ("/last_call/several_documents_are_all_named", test_several_documents_are_all_named);
  g_test_add_func ("/last_call/old_subjects_have_no_angle_brackets", test_old_subjects_have_no_angle_brackets);
  g_test_add_func ("/last_call/the_oldest_subjects_have_a_title_only", test_the_oldest_subjects_have_a_title_only);
  g_test_add_func ("/last_call/a_file_tag_eaten_by_a_converter_is_found_in_the_body",
                   test_a_file_tag_eaten_by_a_converter_is_found_in_the_body);
  g_test_add_func ("/last_call/a_subject_without_title_takes_it_from_the_request", test_a_subject_without_title_takes_it_from_the_request);
  g_test_add_func ("/last_call/a_change_of_status_is_a_kind_of_its_own", test_a_change_of_status_is_a_kind_of_its_own);
  g_test_add_func ("/last_call/an_extension_in_free_words_has_its_new_end", test_an_extension_in_free_words_has_its_new_end);
  g_test_add_func ("/last_call/a_body_without_the_iesg_does_not_fit", test_a_body_without_the_iesg_does_not_fit);
  g_test_add_func ("/last_call/a_body_on_another_document_does_not_fit", test_a_body_on_another_document_does_not_fit);
  g_test_add_func ("/last_call/downward_references_are_not_called_upon", test_downward_references_are_not_called_upon);
  g_test_add_func ("/last_call/a_body_on_another_revision_does_not_fit", test_a_body_on_another_revision_does_not_fit);
  g_test_add_func ("/last_call/a_subject_with_two_documents_gives_the_title_of_the_first",
                   test_a_subject_with_two_documents_gives_the_title_of_the_first);
  g_test_add_func ("/last_call/a_call_inside_a_group_is_not_the_iesgs", test_a_call_inside_a_group_is_not_the_iesgs);
  g_test_add_func ("/last_call/a_huge_hostile_body_takes_linear_time", test_a_huge_hostile_body_takes_linear_time);
  return g_test_run ();
}
