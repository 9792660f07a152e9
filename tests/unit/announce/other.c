/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "kind_testing.h"
#include "sample.h"

static void
assert_kind (const char *from, const char *subject, NkKind kind)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_other, from, subject, "Dear all,\n\nas the subject says.\n", &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_DONE);
  g_assert_cmpstr (nk_kind_word (outcome.announcement->kind), ==, nk_kind_word (kind));
  g_assert_cmpstr (outcome.announcement->title, ==, subject);
  g_assert_cmpstr (outcome.announcement->subject, ==, subject);
}

static void
test_the_nominating_committee (void)
{
  assert_kind ("NomCom Chair 2026 <nomcom-chair-2026@ietf.org>", "Call for volunteers", NK_KIND_NOMCOM);
  assert_kind ("Someone <someone@ietf.org>", "NomCom 2026-2027: Call for Feedback", NK_KIND_NOMCOM);
}

static void
test_the_iab (void)
{
  assert_kind ("IAB Chair <iab-chair@iab.org>", "Workshop on kettles", NK_KIND_IAB);
  assert_kind ("IAB Executive Administrative Manager <execd@iab.org>", "Appointment of a liaison manager", NK_KIND_IAB);
}

static void
test_the_iesg_and_its_chair (void)
{
  assert_kind (SECRETARY, "IESG Statement on Kettles", NK_KIND_IESG);
  assert_kind ("IETF Chair <chair@ietf.org>", "Looking back", NK_KIND_IESG);
}

static void
test_the_company_and_the_trust (void)
{
  assert_kind ("IETF Executive Director <exec-director@ietf.org>", "Survey of 2026", NK_KIND_LLC);
  assert_kind ("IETF Administration LLC <llc@ietf.org>", "Budget of 2027", NK_KIND_LLC);
  assert_kind ("IETF Trust Chair <chair@trustee.ietf.org>", "New licence", NK_KIND_TRUST);
}

static void
test_a_meeting_by_its_number (void)
{
  assert_kind ("IETF Agenda <agenda@ietf.org>", "IETF 126 Preliminary Agenda", NK_KIND_MEETING);
  assert_kind ("IETF Secretariat <ietf-secretariat@ietf.org>", "Registration for IETF-99 is open", NK_KIND_MEETING);
  assert_kind (SECRETARY, "IETF 126 Final Agenda", NK_KIND_MEETING);
  assert_kind ("IETF Secretariat <ietf-secretariat@ietf.org>", "IETF 2026 plans", NK_KIND_OTHER);
}

static void
test_the_rest_is_other (void)
{
  assert_kind ("IETF Secretariat <ietf-secretariat@ietf.org>", "Outage of the mail system", NK_KIND_OTHER);
}

static void
test_words_in_brackets_are_part_of_a_subject (void)
{
  const char *subject = "[Technical Errata Reported] RFC98765 (9999)";
  NkMessage message = sample_message ("rfc-editor@rfc-editor.org", "ietf-announce@ietf.org", "ietf-announce.ietf.org", subject, "Words.\n");
  g_autoptr (NkAnnouncement) announcement = sample_announced (&message, NULL);
  NkMessage tagged = sample_message ("iesg-secretary@ietf.org", "ietf-announce@ietf.org", "ietf-announce.ietf.org",
                                     "[ietf-announce] Looking back", "Words.\n");
  g_autoptr (NkAnnouncement) without_tag = sample_announced (&tagged, NULL);

  g_assert_cmpstr (announcement->subject, ==, subject);
  g_assert_cmpstr (announcement->title, ==, subject);
  g_assert_cmpstr (without_tag->title, ==, "Looking back");
}

static void
test_a_call_for_comment_has_document_and_end (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_other, "IAB Chair <iab-chair@iab.org>", "Call for Comment: <draft-iab-kettle-report-02> (Report on Kettles)",
              "This is an announcement of an IETF-wide Call for Comment.\n\nThe Call for Comment will last until 2026-04-14.\n", &outcome);
  g_assert_cmpint (outcome.announcement->kind, ==, NK_KIND_IAB);
  assert_documents (&outcome, "draft-iab-kettle-report-02");
  assert_ends (&outcome, "2026-04-14");
  g_assert_cmpstr (outcome.announcement->title, ==, "Report on Kettles");
  g_assert_cmpstr (outcome.announcement->url, ==, "https://datatracker.ietf.org/doc/draft-iab-kettle-report/");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/other/the_nominating_committee", test_the_nominating_committee);
  g_test_add_func ("/other/the_iab", test_the_iab);
  g_test_add_func ("/other/the_iesg_and_its_chair", test_the_iesg_and_its_chair);
  g_test_add_func ("/other/the_company_and_the_trust", test_the_company_and_the_trust);
  g_test_add_func ("/other/a_meeting_by_its_number", test_a_meeting_by_its_number);
  g_test_add_func ("/other/the_rest_is_other", test_the_rest_is_other);
  g_test_add_func ("/other/words_in_brackets_are_part_of_a_subject", test_words_in_brackets_are_part_of_a_subject);
  g_test_add_func ("/other/a_call_for_comment_has_document_and_end", test_a_call_for_comment_has_document_and_end);
  return g_test_run ();
}
