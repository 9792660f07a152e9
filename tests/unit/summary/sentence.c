/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "summary/weight.h"
#include <string.h>

/* Splits `text` and compares with the NULL-terminated list. */
static void
expect (const char *text, ...)
{
  g_autoptr (GPtrArray) sentences = nk_sentence_split (text);
  va_list wanted;
  const char *sentence;
  guint i = 0;

  va_start (wanted, text);
  while ((sentence = va_arg (wanted, const char *)) != NULL) {
    g_assert_cmpuint (i, <, sentences->len);
    g_assert_cmpstr (g_ptr_array_index (sentences, i), ==, sentence);
    i++;
  }
  va_end (wanted);
  g_assert_cmpuint (sentences->len, ==, i);
}

static void
test_plain (void)
{
  expect ("First things come first. Then comes the rest.", "First things come first.", "Then comes the rest.", NULL);
  expect ("Is it so? It is! Good.", "Is it so?", "It is!", "Good.", NULL);
  expect ("No stop at the end", "No stop at the end", NULL);
}

static void
test_empty (void)
{
  expect ("", NULL);
  expect (" \n\n \t\n", NULL);
}

static void
test_abbreviations (void)
{
  expect ("Devices, e.g. Lamps and i.e. Sensors, cf. Table cf. Rows, talk. They rest.",
          "Devices, e.g. Lamps and i.e. Sensors, cf. Table cf. Rows, talk.", "They rest.", NULL);
  expect ("It compares A vs. B (approx. Five runs). Done.", "It compares A vs. B (approx. Five runs).", "Done.", NULL);
}

static void
test_et_al (void)
{
  expect ("As Moss et al. Foresaw, it works. Good.", "As Moss et al. Foresaw, it works.", "Good.", NULL);
  expect ("It builds on Moss et al. This document extends it.", "It builds on Moss et al.", "This document extends it.", NULL);
  expect ("Lamps, fans, etc. The rest waits.", "Lamps, fans, etc.", "The rest waits.", NULL);
}

static void
test_section_numbers (void)
{
  expect ("See Sec. 3 and Fig. 2 and No. 7 in Vol. A of it. It helps.", "See Sec. 3 and Fig. 2 and No. 7 in Vol. A of it.", "It helps.",
          NULL);
  expect ("The answer is no. This is final.", "The answer is no.", "This is final.", NULL);
}

static void
test_rfc_numbers (void)
{
  expect ("It updates RFC 8446. This is new.", "It updates RFC 8446.", "This is new.", NULL);
  expect ("It was made in 2024. RFC 8446 stays.", "It was made in 2024.", "RFC 8446 stays.", NULL);
}

static void
test_versions (void)
{
  expect ("Lamp v1.2 talks to a.example.org and 3.5 others. Fine.", "Lamp v1.2 talks to a.example.org and 3.5 others.", "Fine.", NULL);
}

static void
test_initials (void)
{
  expect ("Thanks go to J. Moss and A. B. Reed. They know.", "Thanks go to J. Moss and A. B. Reed.", "They know.", NULL);
  expect ("It is used in the U.S. Government offices. It works.", "It is used in the U.S. Government offices.", "It works.", NULL);
  expect ("It is used in the U.S. This is known.", "It is used in the U.S.", "This is known.", NULL);
  expect ("It defines class B. The rest follows.", "It defines class B.", "The rest follows.", NULL);
}

static void
test_ellipses (void)
{
  expect ("It waits ... and waits... and ends. Good.", "It waits ... and waits... and ends.", "Good.", NULL);
  expect ("It waits… Then it ends.", "It waits…", "Then it ends.", NULL);
}

static void
test_closers (void)
{
  expect ("He said \"stop.\" Then it stopped. (It did.) “So it was.” Good.", "He said \"stop.\"", "Then it stopped.", "(It did.)",
          "“So it was.”", "Good.", NULL);
  expect ("It obsoletes [RFC1.] The rest holds.", "It obsoletes [RFC1.]", "The rest holds.", NULL);
}

static void
test_brackets (void)
{
  expect ("It (as said. And shown) works. Good.", "It (as said. And shown) works.", "Good.", NULL);
  expect ("It uses \"A Lamp. Its Use\" as a base. Good.", "It uses \"A Lamp. Its Use\" as a base.", "Good.", NULL);
}

static void
test_unclosed (void)
{
  expect ("It (as said. And it works. Good.", "It (as said.", "And it works.", "Good.", NULL);
  expect ("A 5\" disk spins. It is old.", "A 5\" disk spins.", "It is old.", NULL);
}

static void
test_enumerations (void)
{
  expect ("It does: 1. Define lamps; 2. Name them. It ends.", "It does: 1. Define lamps; 2. Name them.", "It ends.", NULL);
}

static void
test_list_items (void)
{
  expect ("It defines:\n\no  a lamp\no  a fan\n   with wings\n1. A switch\n(a) a wire\nAll are small.", "It defines:", "o a lamp",
          "o a fan with wings", "1. A switch", "(a) a wire", "All are small.", NULL);
}

static void
test_paragraphs (void)
{
  expect ("First line\nwraps here\n\nSecond part", "First line wraps here", "Second part", NULL);
}

static void
test_lower_case_names (void)
{
  expect ("It is small. mDNS helps. draft-moss-lamp goes on. but this does not part.", "It is small.", "mDNS helps.",
          "draft-moss-lamp goes on. but this does not part.", NULL);
}

static void
test_white_space (void)
{
  expect ("  It \t is\n   here.   So  it is. ", "It is here.", "So it is.", NULL);
}

static void
test_limit (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) sentences = NULL;

  for (int i = 0; i < 3 * NK_SENTENCE_MAX; i++)
    g_string_append (text, "This is one. ");
  sentences = nk_sentence_split (text->str);
  g_assert_cmpuint (sentences->len, ==, NK_SENTENCE_MAX);
}

/* Hostile texts of the largest size are read once, not once for each character. */
static void
test_hostile (void)
{
  static const char *const pieces[] = { "(", ")", "\"", ". ", ".", "A. ", "(. ", "\" A.\" ", "…", "1. ", "\n- " };

  for (gsize p = 0; p < G_N_ELEMENTS (pieces); p++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (GPtrArray) sentences = NULL;

    while (text->len < (64u << 10))
      g_string_append (text, pieces[p]);
    sentences = nk_sentence_split (text->str);
    g_assert_cmpuint (sentences->len, <=, NK_SENTENCE_MAX);
  }
}

static double
weight (const char *sentence)
{
  return nk_sentence_weight (sentence, 0, 3);
}

static void
test_boilerplate (void)
{
  static const char *const texts[] = {
    "[STANDARDS-TRACK]",
    "This document is a product of the Lamp Control Working Group of the IETF.",
    "This document is not an Internet Standards Track specification; it is published for informational purposes.",
    "Copyright (C) The Society (1999).",
    "Discussion of this document takes place on the LAMP mailing list (lamp@example.org).",
    "Discussion Venues",
    "Source for this draft and an issue tracker can be found at https://example.org/lamp.",
    "This note is to be removed before publishing as an RFC.",
    "Distribution of this memo is unlimited.",
    "The key words \"MUST\" and \"MAY\" are to be interpreted as described in RFC 2119.",
    "This is an early draft, a work in progress.",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpfloat (weight (texts[i]), ==, 0);
}

static void
test_documents_about_lists (void)
{
  g_assert_cmpfloat (weight ("This document defines how a mailing list signs what it sends."), >, 0.8);
  g_assert_cmpfloat (weight ("This document defines a product of the cipher and the counter."), >, 0.8);
}

static void
test_order_of_forms (void)
{
  static const char *const heavier_first[] = {
    "This document defines a lamp control protocol for small homes.",
    "In this document, a lamp control protocol is outlined for homes.",
    "The purpose of this document is to help lamp makers.",
    "To help lamp makers, this document defines a control protocol.",
    "This document is a guide for those who make lamps.",
    "Lamp control is a protocol for small homes.",
    "This document obsoletes RFC 1.",
    "Lamps have been controlled by hand for a long time.",
  };

  for (gsize i = 1; i < G_N_ELEMENTS (heavier_first); i++)
    g_assert_cmpfloat (weight (heavier_first[i - 1]), >=, weight (heavier_first[i]));
  g_assert_cmpfloat (weight (heavier_first[0]), ==, 0.9);
  g_assert_cmpfloat (weight (heavier_first[G_N_ELEMENTS (heavier_first) - 1]), ==, 0.4);
}

static void
test_position (void)
{
  const char *sentence = "This document defines a lamp control protocol.";

  g_assert_cmpfloat (nk_sentence_weight (sentence, 0, 9), >, nk_sentence_weight (sentence, 1, 9));
  g_assert_cmpfloat (nk_sentence_weight (sentence, 390, 400), >, 0.8);
}

static void
test_also (void)
{
  g_assert_cmpfloat (weight ("This document also defines a lamp registry."), <, weight ("This document defines a lamp registry."));
}

static void
test_range (void)
{
  static const char *const odd[]
      = { "", " ", ".", "It", "This", "This document", "In this document", "The purpose of", "We", "In particular, it", "(", "It is" };

  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    for (guint position = 0; position < 500; position += 100) {
      double w = nk_sentence_weight (odd[i], position, 1);

      g_assert_cmpfloat (w, >=, 0);
      g_assert_cmpfloat (w, <=, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentence/a_full_stop_before_a_capital_ends_one", test_plain);
  g_test_add_func ("/sentence/nothing_gives_none", test_empty);
  g_test_add_func ("/sentence/an_abbreviation_ends_none", test_abbreviations);
  g_test_add_func ("/sentence/et_al_and_etc_end_one_only_before_an_opening_word", test_et_al);
  g_test_add_func ("/sentence/a_section_number_does_not_part", test_section_numbers);
  g_test_add_func ("/sentence/an_rfc_number_may_stand_at_the_end", test_rfc_numbers);
  g_test_add_func ("/sentence/a_version_or_host_name_does_not_part", test_versions);
  g_test_add_func ("/sentence/initials_do_not_part", test_initials);
  g_test_add_func ("/sentence/an_ellipsis_goes_on_in_lower_case", test_ellipses);
  g_test_add_func ("/sentence/closing_quotes_and_brackets_belong_to_the_sentence_before", test_closers);
  g_test_add_func ("/sentence/none_ends_inside_of_brackets_or_quotes", test_brackets);
  g_test_add_func ("/sentence/a_bracket_that_is_never_closed_is_ignored", test_unclosed);
  g_test_add_func ("/sentence/the_number_of_an_enumeration_ends_none", test_enumerations);
  g_test_add_func ("/sentence/list_items_stand_for_themselves", test_list_items);
  g_test_add_func ("/sentence/a_paragraph_ends_one", test_paragraphs);
  g_test_add_func ("/sentence/a_name_in_lower_case_may_start_one", test_lower_case_names);
  g_test_add_func ("/sentence/white_space_is_folded", test_white_space);
  g_test_add_func ("/sentence/there_is_a_limit", test_limit);
  g_test_add_func ("/sentence/hostile_texts_are_survived", test_hostile);
  g_test_add_func ("/weight/boilerplate_weighs_nothing", test_boilerplate);
  g_test_add_func ("/weight/a_document_about_mailing_lists_is_no_boilerplate", test_documents_about_lists);
  g_test_add_func ("/weight/defining_goes_before_purpose_before_the_rest", test_order_of_forms);
  g_test_add_func ("/weight/the_earlier_of_two_weighs_more", test_position);
  g_test_add_func ("/weight/what_is_also_defined_weighs_less", test_also);
  g_test_add_func ("/weight/stays_between_0_and_1", test_range);
  return g_test_run ();
}
