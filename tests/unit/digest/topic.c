/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "digest_fixture.h"
#include <glib/gstdio.h>

static NkTopicTable *
load (const char *rows, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("nikkan-topics-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "topics.tsv", NULL);
  g_autofree char *text = g_strconcat ("id\tja\ten\tgroups\twords\n", rows, NULL);
  NkTopicTable *table;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  table = nk_topic_table_load (path, error);
  g_unlink (path);
  g_rmdir (folder);
  return table;
}

static NkTopicTable *
shipped (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "share", "topics.tsv", NULL);
  g_autoptr (GError) error = NULL;
  NkTopicTable *table = nk_topic_table_load (path, &error);

  g_assert_no_error (error);
  return table;
}

/* The topics of a draft with their points, as `pqc 12, tls 6`. */
static void
expect (const NkTopicTable *table, const char *name, const char *group, const char *title, const char *abstract, const char *wanted)
{
  g_autoptr (GPtrArray) entries = fixture_entries ();
  NkAnnouncement *draft = fixture_draft (entries, name, "00", title, group, NULL)->stored->announcement;
  g_autoptr (GArray) scores = NULL;
  g_autoptr (GString) got = g_string_new (NULL);

  g_free (draft->abstract);
  draft->abstract = g_strdup (abstract);
  scores = nk_topic_match (table, draft);
  for (guint i = 0; i < scores->len; i++) {
    const NkTopicScore *score = &g_array_index (scores, NkTopicScore, i);

    g_string_append_printf (got, "%s%s %u", i > 0 ? ", " : "", score->topic->id, score->points);
  }
  g_assert_cmpstr (got->str, ==, wanted);
}

static void
test_places (void)
{
  g_autoptr (NkTopicTable) table = load ("lamp\tランプ\tLamps\t\tlamp\nfan\t扇風機\tFans\tfan\tfan=1; blade=3\n", NULL);

  expect (table, "draft-moss-x-y", NULL, "On Lamps", "", "lamp 6");
  expect (table, "draft-moss-x-lamp", NULL, "X", "A lamp. A lamp again.", "lamp 6");
  expect (table, "draft-moss-x-lamp", NULL, "X", "", "");
  expect (table, "draft-lamp-x-y", NULL, "X", "Lamps", "");
  expect (table, "draft-ietf-fan-y", "fan", "X", "", "fan 8");
  expect (table, "draft-moss-fan-y", NULL, "X", "", "fan 6");
  expect (table, "draft-moss-x-y", NULL, "Blades of Lamps", "A blade and a lamp.", "fan 12, lamp 8");
}

static void
test_words (void)
{
  g_autoptr (NkTopicTable) table = load (
      "a\tx\tx\t\tML-KEM=6; blind signature*=6; attest*=6\nb\tx\tx\t\tCATS=6; http/3=6; is-is=6; address=6; end to end encryption=6\n",
      NULL);

  expect (table, "draft-x-y", NULL, "", "Uses ML-KEM.", "a 6");
  expect (table, "draft-x-y", NULL, "", "Uses ML KEM512.", "");
  expect (table, "draft-x-y", NULL, "", "uses ml-kem", "");
  expect (table, "draft-x-y", NULL, "", "Blind\nsignatures and Attestation", "a 12");
  expect (table, "draft-x-y", NULL, "", "Blind Signing, at test", "");
  expect (table, "draft-x-y", NULL, "", "we like cats", "");
  expect (table, "draft-x-y", NULL, "", "we like CATS", "b 6");
  expect (table, "draft-x-y", NULL, "", "HTTP/3 over IS-IS: addresses", "b 12");
  expect (table, "draft-x-y", NULL, "", "End-to-end encryption", "b 6");
  expect (table, "draft-x-y", NULL, "", "End-to-end", "");
  expect (table, "draft-x-y-cats", NULL, "", "", "b 12");
}

static void
test_explain (void)
{
  g_autoptr (NkTopicTable) table = load ("fan\tx\tx\tfan\tfan=1; blade=3\nlamp\tx\tx\t\tlamp\n", NULL);
  g_autoptr (GPtrArray) entries = fixture_entries ();
  NkAnnouncement *draft = fixture_draft (entries, "draft-ietf-fan-lamp", "00", "Blades", "fan", NULL)->stored->announcement;
  g_autoptr (GArray) hits = nk_topic_explain (table, draft);
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++) {
    const NkTopicHit *hit = &g_array_index (hits, NkTopicHit, i);

    g_string_append_printf (got, "%s %s %s %u\n", hit->topic->id, nk_topic_place_word (hit->place), hit->term, hit->points);
  }
  g_assert_cmpstr (got->str, ==, "fan group fan 6\nfan title blade 9\nfan name fan 2\nlamp name lamp 4\n");
}

static void
expect_fault (const char *rows, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NkTopicTable) table = load (rows, &error);

  g_assert_null (table);
  g_assert_error (error, NK_ERROR, NK_ERROR_INPUT);
  if (!g_str_has_suffix (error->message, wanted))
    g_error ("%s, not %s", error->message, wanted);
}

static void
test_faults (void)
{
  expect_fault ("A b\tx\tx\t\tlamp\n", "topics.tsv:2: “A b” is no id: small letters and digits, 24 at most");
  expect_fault ("a\tx\tx\t\tlamp\na\tx\tx\t\tfan\n", "topics.tsv:3: the topic “a” stands here for the second time");
  expect_fault ("a\t\tx\t\tlamp\n", "topics.tsv:2: ja: a label is one line that is not empty");
  expect_fault ("a\tx\tx\t\t\n", "topics.tsv:2: the topic “a” has neither groups nor words");
  expect_fault ("a\tx\tx\tTLS\t\n", "topics.tsv:2: “TLS” is no acronym of a group");
  expect_fault ("a\tx\tx\t\tlamp=0\n", "topics.tsv:2: the weight of “lamp=0” is not a number from 1 to 9");
  expect_fault ("a\tx\tx\t\tlamp; lamp=3\n", "topics.tsv:2: “lamp” stands here for the second time");
  expect_fault ("a\tx\tx\t\tla* mp\n", "topics.tsv:2: “la* mp”: a * stands at the end only");
  expect_fault ("a\tx\tx\t\tla*\n", "topics.tsv:2: “la*”: three letters at least before a *");
  expect_fault ("a\tx\tx\t\tlamp; !!\n", "topics.tsv:2: “!!”: there is no word in it");
}

static void
test_shipped (void)
{
  g_autoptr (NkTopicTable) table = shipped ();
  const NkTopic *pqc = nk_topic_table_find (table, "pqc");

  g_assert_cmpuint (nk_topic_table_n_topics (table), >=, 120);
  g_assert_nonnull (pqc);
  g_assert_cmpstr (nk_topic_label (pqc, "ja"), ==, "耐量子暗号");
  g_assert_cmpstr (nk_topic_label (pqc, "en"), ==, "Post-quantum cryptography");
  g_assert_true (nk_topic_table_topic (table, pqc->index) == pqc);
  g_assert_null (nk_topic_table_find (table, "kettles"));
  for (guint i = 0; i < nk_topic_table_n_topics (table); i++)
    g_assert_true (g_utf8_validate (nk_topic_table_topic (table, i)->ja, -1, NULL));
}

static void
test_signature (void)
{
  g_autoptr (NkTopicTable) one = load ("a\tx\tx\t\tlamp\n", NULL), same = load ("a\tx\tx\t\tlamp\n", NULL),
                           other = load ("a\tx\tx\t\tlamp=3\n", NULL);

  g_assert_cmpstr (nk_topic_table_signature (one), ==, nk_topic_table_signature (same));
  g_assert_cmpstr (nk_topic_table_signature (one), !=, nk_topic_table_signature (other));
}

/* Terms are found wherever they stand in a long text, across the windows that it is read in. */
static void
test_long (void)
{
  g_autoptr (NkTopicTable) table = load ("a\tx\tx\t\tone two three four five six seven eight=6\n", NULL);

  for (guint before = 100; before < 150; before++) {
    g_autoptr (GString) text = g_string_new (NULL);

    for (guint i = 0; i < before; i++)
      g_string_append (text, "word ");
    g_string_append (text, "one two three four five six seven eight");
    expect (table, "draft-x-y", NULL, "", text->str, "a 6");
    g_string_truncate (text, text->len - 1);
    expect (table, "draft-x-y", NULL, "", text->str, "");
  }
}

/* An abstract of the largest size made of one word of the table, and one of a single endless word. */
static void
test_bounds (void)
{
  g_autoptr (NkTopicTable) table = shipped ();
  g_autoptr (GString) many = g_string_new (NULL);
  g_autofree char *long_word = g_strnfill (NK_ANNOUNCEMENT_MAX_ABSTRACT_BYTES, 'q');
  g_autoptr (GPtrArray) entries = fixture_entries ();
  NkAnnouncement *draft = fixture_draft (entries, "draft-x", "00", "X", NULL, NULL)->stored->announcement;
  g_autoptr (GArray) none = NULL, found = NULL;

  while (many->len + 5 < NK_ANNOUNCEMENT_MAX_ABSTRACT_BYTES)
    g_string_append (many, "ipv6 ");
  g_free (draft->abstract);
  draft->abstract = g_steal_pointer (&long_word);
  none = nk_topic_match (table, draft);
  g_assert_cmpuint (none->len, ==, 0);
  g_free (draft->abstract);
  draft->abstract = g_strdup (many->str);
  found = nk_topic_match (table, draft);
  g_assert_cmpuint (found->len, <=, NK_TOPIC_MAX_OF_DOCUMENT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/topic/a_term_counts_by_its_place_and_once_in_each", test_places);
  g_test_add_func ("/topic/words_stems_phrases_and_capitals", test_words);
  g_test_add_func ("/topic/what_was_found_is_told", test_explain);
  g_test_add_func ("/topic/a_wrong_row_is_named_with_its_line", test_faults);
  g_test_add_func ("/topic/the_table_that_is_shipped_is_sound", test_shipped);
  g_test_add_func ("/topic/the_signature_follows_the_table", test_signature);
  g_test_add_func ("/topic/a_term_is_found_anywhere_in_a_long_text", test_long);
  g_test_add_func ("/topic/the_largest_text_is_bounded_work", test_bounds);
  return g_test_run ();
}
