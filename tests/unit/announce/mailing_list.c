/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "kind_testing.h"

#define NEW_LIST(archive)                                                                                                                  \
  "A new IETF non-working group email list has been created.\n\nList address: kettles@ietf.org\nArchive: " archive                         \
  "\nTo subscribe: https://mailman3.ietf.org/mailman3/lists/kettles.ietf.org/\n\nPurpose:\nThis list is for talk about kettles,\nlarge "   \
  "and small.\n\n"                                                                                                                         \
  "For additional information, please contact the list administrators.\n"

static void
test_a_new_list (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_mailing_list, "IETF Secretariat <ietf-secretariat@ietf.org>", "New Non-WG Mailing List: kettles",
              NEW_LIST ("https://mailarchive.ietf.org/arch/browse/kettles/"), &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_DONE);
  g_assert_cmpint (outcome.announcement->kind, ==, NK_KIND_MAILING_LIST);
  g_assert_cmpstr (outcome.announcement->title, ==, "kettles");
  g_assert_cmpstr (outcome.announcement->abstract, ==, "This list is for talk about kettles, large and small.");
  g_assert_cmpstr (outcome.announcement->url, ==, "https://mailarchive.ietf.org/arch/browse/kettles/");
}

static void
test_an_archive_without_https_is_no_link (void)
{
  static const char *const archives[] = { "http://www.ietf.org/mail-archive/web/kettles/", "javascript:alert(1)", "" };

  for (guint i = 0; i < G_N_ELEMENTS (archives); i++) {
    g_auto (Outcome) outcome = { 0 };
    g_autofree char *text = g_strdup_printf (NEW_LIST ("%s"), archives[i]);
    parse_mail (nk_parse_mailing_list, SECRETARY, "New Non-WG Mailing List: kettles", text, &outcome);
    g_assert_cmpint (outcome.result, ==, NK_PARSE_DONE);
    g_assert_null (outcome.announcement->url);
  }
}

static void
test_a_subject_without_name_takes_it_from_the_address (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_mailing_list, SECRETARY, "New Non-WG Mailing List:", NEW_LIST ("https://mailarchive.ietf.org/arch/browse/kettles/"),
              &outcome);
  g_assert_cmpstr (outcome.announcement->title, ==, "kettles");
}

static void
test_a_body_without_address_does_not_fit (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_mailing_list, SECRETARY, "New Non-WG Mailing List: kettles", "A list was made. List address: none\n", &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_MISFIT);
}

static void
test_other_subjects_are_left_alone (void)
{
  g_auto (Outcome) outcome = { 0 };

  parse_mail (nk_parse_mailing_list, SECRETARY, "On mailing lists", "", &outcome);
  g_assert_cmpint (outcome.result, ==, NK_PARSE_NOT_MINE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mailing_list/a_new_list", test_a_new_list);
  g_test_add_func ("/mailing_list/an_archive_without_https_is_no_link", test_an_archive_without_https_is_no_link);
  g_test_add_func ("/mailing_list/a_subject_without_name_takes_it_from_the_address", test_a_subject_without_name_takes_it_from_the_address);
  g_test_add_func ("/mailing_list/a_body_without_address_does_not_fit", test_a_body_without_address_does_not_fit);
  g_test_add_func ("/mailing_list/other_subjects_are_left_alone", test_other_subjects_are_left_alone);
  return g_test_run ();
}
