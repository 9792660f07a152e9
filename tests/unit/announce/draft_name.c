/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "announce/draft_name.h"

static void
assert_split (const char *text, const char *name, const char *revision)
{
  g_autofree char *found_name = NULL, *found_revision = NULL;

  g_assert_true (nk_draft_name_split (nk_slice_text (text), &found_name, &found_revision));
  g_assert_cmpstr (found_name, ==, name);
  g_assert_cmpstr (found_revision, ==, revision);
}

static void
test_a_file_name_is_name_and_revision (void)
{
  assert_split ("draft-ietf-heron-nest-07.txt", "draft-ietf-heron-nest", "07");
  assert_split (" draft-ietf-heron-nest-00 ", "draft-ietf-heron-nest", "00");
  assert_split ("Draft-IETF-Heron-Nest-99.TXT", "draft-ietf-heron-nest", "99");
  assert_split ("draft--crane-x400+notes_2.0-01.txt", "draft--crane-x400+notes_2.0", "01");
}

static void
test_what_is_no_file_name_is_refused (void)
{
  static const char *const bad[]
      = { "",           "draft-",           "draft-00",       "draft-heron-nest", "draft-heron-nest-7",   "draft-heron nest-00",
          "rfc9999-00", "a-draft-heron-00", "draft-heron_00", "draft-heron-0a",   "draft-h\xC3\xA9ron-00" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    char *name = NULL, *revision = NULL;
    g_assert_false (nk_draft_name_split (nk_slice_text (bad[i]), &name, &revision));
    g_assert_null (name);
    g_assert_null (revision);
  }
}

static void
test_a_name_beyond_the_limit_is_refused (void)
{
  g_autofree char *tail = g_strnfill (NK_DRAFT_NAME_MAX_BYTES, 'a');
  g_autofree char *name = g_strconcat ("draft-", tail, "-00.txt", NULL);
  char *found = NULL, *revision = NULL;

  g_assert_false (nk_draft_name_split (nk_slice_text (name), &found, &revision));
  g_assert_false (nk_draft_name_is_valid (nk_slice (name, strlen (name) - 4)));
}

static void
test_an_rfc_is_known_in_every_spelling (void)
{
  g_assert_cmpuint (nk_rfc_number (NK_SLICE_LITERAL ("RFC 9872")), ==, 9872);
  g_assert_cmpuint (nk_rfc_number (NK_SLICE_LITERAL ("rfc9872")), ==, 9872);
  g_assert_cmpuint (nk_rfc_number (NK_SLICE_LITERAL (" RFC0822 ")), ==, 822);
  g_assert_cmpuint (nk_rfc_number (NK_SLICE_LITERAL ("RFC 12345")), ==, 12345);
  g_assert_cmpuint (nk_rfc_number (NK_SLICE_LITERAL ("RFC 0")), ==, 0);
  g_assert_cmpuint (nk_rfc_number (NK_SLICE_LITERAL ("RFC 100000")), ==, 0);
  g_assert_cmpuint (nk_rfc_number (NK_SLICE_LITERAL ("RFC 12a")), ==, 0);
  g_assert_cmpuint (nk_rfc_number (NK_SLICE_LITERAL ("STD 12")), ==, 0);
  g_assert_cmpuint (nk_rfc_number (NK_SLICE_EMPTY), ==, 0);
}

static void
test_the_name_tells_who_stands_behind_a_draft (void)
{
  static const struct {
    const char *name;
    NkStanding standing;
    const char *acronym;
  } cases[] = {
    { "draft-ietf-heron-nest", NK_STANDING_WG, "heron" },
    { "draft-ietf-v6ops-nest", NK_STANDING_WG, "v6ops" },
    { "draft-ietf-heron", NK_STANDING_WG, NULL },
    { "draft-irtf-birdrg-songs", NK_STANDING_RG, "birdrg" },
    { "draft-irtf-rfcs", NK_STANDING_RG, NULL },
    { "draft-iab-birds-report", NK_STANDING_IAB, NULL },
    { "draft-iesg-bird-rules", NK_STANDING_IESG, NULL },
    { "draft-rswg-feathers", NK_STANDING_EDITORIAL, "rswg" },
    { "draft-editorial-rswg-feathers", NK_STANDING_EDITORIAL, "rswg" },
    { "draft-rfced-info-heron", NK_STANDING_RFC_EDITOR, NULL },
    { "draft-rfc-editor-feathers", NK_STANDING_RFC_EDITOR, NULL },
    { "draft-iana-bird-numbers", NK_STANDING_IANA, NULL },
    { "draft-crane-tls-feathers", NK_STANDING_INDIVIDUAL, NULL },
    { "draft-ietfheron-nest", NK_STANDING_INDIVIDUAL, NULL },
    { "draft-ietf--nest", NK_STANDING_WG, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *acronym = NULL;
    g_assert_cmpint (nk_draft_name_standing (cases[i].name, &acronym), ==, cases[i].standing);
    g_assert_cmpstr (acronym, ==, cases[i].acronym);
    g_assert_cmpint (nk_draft_name_standing (cases[i].name, NULL), ==, cases[i].standing);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft_name/a_file_name_is_name_and_revision", test_a_file_name_is_name_and_revision);
  g_test_add_func ("/draft_name/what_is_no_file_name_is_refused", test_what_is_no_file_name_is_refused);
  g_test_add_func ("/draft_name/a_name_beyond_the_limit_is_refused", test_a_name_beyond_the_limit_is_refused);
  g_test_add_func ("/draft_name/an_rfc_is_known_in_every_spelling", test_an_rfc_is_known_in_every_spelling);
  g_test_add_func ("/draft_name/the_name_tells_who_stands_behind_a_draft", test_the_name_tells_who_stands_behind_a_draft);
  return g_test_run ();
}
