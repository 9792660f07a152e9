/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "language/names.h"

#include <string.h>

static void
expect (const char *abstract, const char *expansion, const char *abbreviation)
{
  g_autoptr (NkNames) names = nk_names_gather ("A Title", abstract);

  g_assert_cmpstr (nk_names_abbreviation (names, expansion), ==, abbreviation);
}

static void
test_abbreviations (void)
{
  expect ("It uses the Lamp Control Protocol (LCP).", "lamp control protocol", "LCP");
  expect ("It uses the\nLamp Control\n  Protocol (LCP).", "lamp control protocol", "LCP");
  expect ("It uses Internet of Lamps (IoL) devices.", "internet of lamps", "IoL");
  expect ("Several label switched paths (LSPs) exist.", "label switched paths", "LSPs");
  expect ("It uses Authentic, Authorized, and Accounted (AAA) lamps.", "authentic, authorized, and accounted", "AAA");
  expect ("It uses Lamps, Operations, and Naming (LON).", "lamps, operations, and naming", "LON");
  expect ("It uses Lighting and Lamps for Constrained Gardens (LCG).", "lighting and lamps for constrained gardens", "LCG");
  expect ("The low-power Lamp Area Network (LLAN) is used.", "low-power lamp area network", "LLAN");
}

static void
test_no_abbreviation (void)
{
  expect ("It uses lamps (and fans).", "uses lamps", NULL);
  expect ("It uses a Lamp Control Protocol (XYZ).", "lamp control protocol", NULL);
  expect ("It uses the Lamp (Control Protocol (LCP)).", "lamp control protocol", NULL);
  expect ("Lamps. Control Protocol (LCP).", "lamps. control protocol", NULL);
  expect ("Lamp Control Protocol (LCP", "lamp control protocol", NULL);
  expect ("(LCP) Lamp Control Protocol", "lamp control protocol", NULL);
}

static void
test_max_words (void)
{
  g_autoptr (NkNames) names = nk_names_gather ("Lamp Path (LP)", "The Lamp Control Protocol (LCP) lights lamps.");

  g_assert_cmpuint (nk_names_max_words (names, "lamp"), ==, 3);
  g_assert_cmpuint (nk_names_max_words (names, "control"), ==, 0);
  g_assert_cmpstr (nk_names_abbreviation (names, "lamp path"), ==, "LP");
}

static void
test_pairs (void)
{
  g_autoptr (NkNames) names = nk_names_gather ("Bird Songs", "This document is about Secondary School networks. Green Birds sing.");

  g_assert_true (nk_names_is_name (names, "Secondary School"));
  g_assert_false (nk_names_is_name (names, "Bird Songs")); /* in a title every word has a capital */
  g_assert_false (nk_names_is_name (names, "This document"));
}

static void
test_small (void)
{
  g_autoptr (NkNames) names = nk_names_gather ("The plumtree URI Scheme for Lamps", "It compresses lamps with zstd, and paints them.");
  g_autoptr (NkNames) plain = nk_names_gather ("Compression of lamps with plumtree", "It paints them.");

  g_assert_true (nk_names_is_small (names, "plumtree"));
  g_assert_true (nk_names_is_small (names, "zstd"));
  g_assert_false (nk_names_is_small (names, "for"));
  g_assert_false (nk_names_is_small (names, "paints"));
  g_assert_false (nk_names_is_small (plain, "lamps")); /* most words of this title are in lower case */
}

static void
test_limits (void)
{
  g_autoptr (GString) abstract = g_string_new (NULL);
  g_autoptr (NkNames) names = NULL;

  for (guint i = 0; i < 30000; i++)
    g_string_append_printf (abstract, "Lamp%u Control%u Protocol%u (LCP) ((((( ", i, i, i);
  names = nk_names_gather (abstract->str, abstract->str);
  g_assert_cmpuint (nk_names_max_words (names, "lamp29999"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/names/an_abbreviation_belongs_to_the_words_that_spell_it", test_abbreviations);
  g_test_add_func ("/names/a_bracket_is_not_always_an_abbreviation", test_no_abbreviation);
  g_test_add_func ("/names/the_longest_expansion_of_a_word_is_known", test_max_words);
  g_test_add_func ("/names/pairs_with_capitals_inside_a_sentence_are_names", test_pairs);
  g_test_add_func ("/names/some_are_written_in_lower_case", test_small);
  g_test_add_func ("/names/huge_texts_are_cut", test_limits);
  return g_test_run ();
}
