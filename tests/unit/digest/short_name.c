/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "digest_fixture.h"

static void
expect (const char *title, const char *name)
{
  g_autofree char *got = nk_short_name_of_title (title);

  g_assert_cmpstr (got, ==, name);
}

static void
test_abbreviation (void)
{
  expect ("Light Exchange with Proof of Presence (LEPP)", "LEPP");
  expect ("The Lamp Markup Language (LML)", "LML");
  expect ("Concise Lamp Format (CoLaF)", "CoLaF");
  expect ("Lamp Encryption with Unusual Letters (XQ-7)", "XQ-7");
}

static void
test_part_only (void)
{
  expect ("Rate Limits in the Lamp Session Protocol (LSP)", "Rate Limits in LSP");
  expect ("Export of Lamp Counts in Lamp Flow eXport (LFX)", "Export of Lamp Counts in LFX");
  expect ("The Constrained Lamp Protocol (CLP) over Very Old Wires", "CLP over Very Old Wires");
  expect ("Lamp-Tree (L-Tree) Support in Lamp VPN (LVPN) and House Wire Bridging LVPN (HWB-LVPN)", "L-Tree Support in LVPN and HWB-LVPN");
  expect ("Auditing Lamp Routing over IPv6 (LRv6) Paths", "Auditing LRv6 Paths");
  expect ("Light over Far Multilink Network (FMNI) Interfaces", "Light over FMNI Interfaces");
  expect ("Lamp Counts in Some Other Format (ZQY)", "Lamp Counts in Some Other Format (ZQY)");
  expect ("The Lamp Outbound Counting Filter (Lamp OCF) and its Use", "Lamp Outbound Counting Filter (Lamp OCF) and its Use");
  expect ("Dimming for Wide Area Lamp Networks and More (WALNM)", "Dimming for WALNM");
  expect ("(AB) (CD) A (AB", "(AB) (CD) A (AB");
}

static void
test_brackets_of_other_kinds (void)
{
  expect ("Lamps (a short history)", "Lamps (a short history)");
  expect ("Lamps (2031)", "Lamps (2031)");
  expect ("Lamps ()", "Lamps ()");
  expect (")", ")");
  expect ("(LAMP)", "(LAMP)");
}

static void
test_colon (void)
{
  expect ("Lampd: A Daemon That Lights All Lamps in a House", "Lampd");
  expect ("Requirements: What a Lamp Has To Do in the Long Run", "Requirements: What a Lamp Has To Do in the Long Run");
}

static void
test_head (void)
{
  expect ("Secure Lamp Onboarding for Homes, Schools and Small Offices in the Countryside",
          "Secure Lamp Onboarding for Homes, Schools and Small Offices");
  expect ("Omitting Well-Known Lamps from Long Chains That Hang in Gardens All Summer",
          "Omitting Well-Known Lamps from Long Chains That Hang");
  expect ("Recommendations for Discovering the Lamp Prefix Used for Synthesis of Addresses",
          "Recommendations for Discovering the Lamp Prefix");
  expect ("Connecting Small Lamp Houses to Unmanaged Infrastructure and Other Wires", "Connecting Small Lamp Houses");
  /* A word that is at the start of any title, or a single one, is no name. */
  expect ("Requirements for Lamps, Candles, Torches, Lanterns, Beacons, Flares and Fires",
          "Requirements for Lamps, Candles, Torches, Lanterns…");
  expect ("Labels for Lamps and Candles and Torches and Lanterns and the Like of Them All",
          "Labels for Lamps and Candles and Torches and Lanterns…");
  expect ("Lighting Big Houses (with Lamps, Candles, Torches and Other Things That Burn)", "Lighting Big Houses…");
}

static void
test_short (void)
{
  expect ("Lamp Header Definitions", "Lamp Header Definitions");
  expect ("Lines That Begin with Lamp in Archived Announcements", "Lines That Begin with Lamp in Archived Announcements");
  expect ("An Architecture for Lamps", "Architecture for Lamps");
  expect ("", NULL);
  expect (NULL, NULL);
  expect ("  Lamps\n of  old ", "Lamps of old");
}

static void
test_wide (void)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autofree char *name = NULL;

  for (int i = 0; i < 300; i++)
    g_string_append (title, "灯");
  name = nk_short_name_of_title (title->str);
  g_assert_cmpint (g_utf8_strlen (name, -1), ==, 60);
}

static void
expect_of_document (const char *title, const char *abstract, const char *wanted)
{
  g_autofree char *name = nk_short_name_of_document (title, abstract);

  g_assert_cmpstr (name, ==, wanted);
}

static void
test_abstract (void)
{
  const char *title = "The Concise Selector for Lamps and Their Endorsements";

  expect_of_document (title, "It defines the concise selector for lamps and their endorsements (CoSLE), a query.", "CoSLE");
  expect_of_document (title, "It defines the Concise Selector for Lamps (CoSL).", "Concise Selector for Lamps and Their Endorsements");
  expect_of_document (title, "The Concise Selector for Lamps and Their Endorsements (see below)",
                      "Concise Selector for Lamps and Their Endorsements");
  expect_of_document (title, "The Concise Selector for Lamps and Their Endorsements (",
                      "Concise Selector for Lamps and Their Endorsements");
  expect_of_document ("", "(AB)", NULL);
}

static void
test_unique (void)
{
  g_autoptr (GPtrArray) entries = fixture_entries ();
  g_autoptr (GPtrArray) names = NULL;

  fixture_draft (entries, "draft-moss-lamp", "02", "Lamps", NULL, NULL);
  fixture_draft (entries, "draft-reed-lamp", "00", "Lamps", NULL, NULL);
  fixture_draft (entries, "draft-reed-fan", "01", "Fans", NULL, NULL);
  fixture_draft (entries, "draft-reed-fan", "00", "Fans", NULL, NULL);
  fixture_draft (entries, "draft-reed-none", "00", "", NULL, NULL);
  fixture_rfc (entries, 12345, "Lamps");
  names = nk_short_names (entries);
  g_assert_cmpuint (names->len, ==, 6);
  g_assert_cmpstr (g_ptr_array_index (names, 0), ==, "Lamps (draft-moss-lamp)");
  g_assert_cmpstr (g_ptr_array_index (names, 1), ==, "Lamps (draft-reed-lamp)");
  g_assert_cmpstr (g_ptr_array_index (names, 2), ==, "Fans -01");
  g_assert_cmpstr (g_ptr_array_index (names, 4), ==, "draft-reed-none");
  g_assert_cmpstr (g_ptr_array_index (names, 5), ==, "RFC 12345 (Lamps)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/short_name/an_abbreviation_in_the_last_brackets_is_the_name", test_abbreviation);
  g_test_add_func ("/short_name/an_abbreviation_of_a_part_stands_for_that_part", test_part_only);
  g_test_add_func ("/short_name/other_brackets_stay", test_brackets_of_other_kinds);
  g_test_add_func ("/short_name/what_stands_before_a_colon_is_the_name", test_colon);
  g_test_add_func ("/short_name/a_long_title_is_cut_where_a_phrase_ends", test_head);
  g_test_add_func ("/short_name/a_short_title_is_its_own_name", test_short);
  g_test_add_func ("/short_name/characters_are_counted_not_bytes", test_wide);
  g_test_add_func ("/short_name/an_abbreviation_that_the_abstract_gives_for_the_title_is_the_name", test_abstract);
  g_test_add_func ("/short_name/no_two_of_a_day_are_alike", test_unique);
  return g_test_run ();
}
