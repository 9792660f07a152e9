/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "edition/data_private.h"
#include "sample_day.h"

#include <string.h>

static json_t *
at (json_t *data, const char *list, guint index)
{
  json_t *value = json_array_get (json_object_get (data, list), index);

  g_assert_nonnull (value);
  return value;
}

static char *
dump (json_t *value)
{
  g_autofree char *text = NULL;
  char *raw = json_dumps (value, JSON_COMPACT | JSON_PRESERVE_ORDER | JSON_ENCODE_ANY | JSON_REAL_PRECISION (2));

  text = g_strdup (raw);
  free (raw);
  return g_steal_pointer (&text);
}

static void
assert_json (json_t *object, const char *key, const char *expected)
{
  json_t *value = json_object_get (object, key);
  g_autofree char *text = value != NULL ? dump (value) : g_strdup ("absent");

  g_assert_cmpstr (text, ==, expected);
}

static char *
keys_of (json_t *object)
{
  g_autoptr (GString) keys = g_string_new (NULL);
  const char *key;
  json_t *value;

  json_object_foreach (object, key, value) g_string_append_printf (keys, "%s%s", keys->len > 0 ? " " : "", key);
  return g_string_free (g_steal_pointer (&keys), FALSE);
}

static void
assert_keys (json_t *object, const char *expected)
{
  g_autofree char *keys = keys_of (object);

  g_assert_cmpstr (keys, ==, expected);
}

static void
test_keys (void)
{
  g_autoptr (NkDigest) digest = sample_day_ordinary ();
  json_auto_t *data = sample_data (digest, "ja", 1, 1, NULL);

  assert_keys (
      data, "day language state basis missing part parts counts part_counts calendar days_before archive highlights topics internet_drafts "
            "rfcs others note ledger");
  assert_keys (at (data, "highlights", 0), "topic title text documents short_names groups counts baseline");
  assert_keys (at (data, "topics", 0), "topic title documents new baseline");
  assert_keys (at (data, "internet_drafts", 0),
               "name revision title authors group stream standing change previous_revision changed pages announced abstract summary urls "
               "message_ids");
  assert_keys (json_object_get (at (data, "internet_drafts", 0), "group"), "acronym name kind area");
  assert_keys (json_object_get (at (data, "internet_drafts", 0), "summary"), "text engine confidence quoted sources level");
  assert_keys (at (data, "rfcs", 0), "name number title authors group status stream date subseries obsoletes updates draft doi pages "
                                     "announced abstract summary urls message_ids");
  assert_keys (at (data, "others", 0), "kind subject title documents group action level ends url announced message_ids");
  assert_keys (json_object_get (data, "ledger"),
               "messages counted duplicates other_days other_kinds unrecognised unreadable repaired skipped");
}

static void
assert_documented (const char *page, json_t *value)
{
  const char *key;
  json_t *member;
  gsize i;

  json_array_foreach (value, i, member) assert_documented (page, member);
  json_object_foreach (value, key, member)
  {
    g_autofree char *quoted = g_strdup_printf ("`%s`", key);

    if (strstr (page, quoted) == NULL)
      g_error ("docs/json.md says nothing of %s", key);
    assert_documented (page, member);
  }
}

static void
test_documentation (void)
{
  g_autoptr (NkDigest) digest = sample_day_ordinary ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "docs", "json.md", NULL), *page = NULL;
  json_auto_t *data = sample_data (digest, "ja", 1, 1, "note");

  g_assert_true (g_file_get_contents (path, &page, NULL, NULL));
  assert_documented (page, data);
}

static void
test_draft (void)
{
  g_autoptr (NkDigest) digest = sample_day_ordinary ();
  json_auto_t *data = sample_data (digest, "ja", 1, 1, NULL);
  json_t *revised = at (data, "internet_drafts", 0), *adopted = at (data, "internet_drafts", 1), *alone = at (data, "internet_drafts", 3);

  assert_json (revised, "name", "\"draft-ietf-tidewater-harbour-flow\"");
  assert_json (revised, "revision", "\"04\"");
  assert_json (revised, "change", "\"revised\"");
  assert_json (revised, "previous_revision", "\"02\"");
  assert_json (revised, "changed", "[\"title\",\"abstract\"]");
  assert_json (revised, "announced", "\"2031-03-04T23:59:59Z\"");
  assert_json (revised, "pages", "31");
  assert_json (json_object_get (revised, "urls"), "diff",
               "\"https://author-tools.ietf.org/iddiff?url2=draft-ietf-tidewater-harbour-flow-04\"");
  assert_json (adopted, "change", "\"adopted\"");
  assert_json (json_object_get (adopted, "urls"), "diff", "absent");
  assert_json (json_object_get (adopted, "urls"), "html", "\"https://www.ietf.org/archive/id/draft-ietf-lanternkem-hybrid-00.html\"");
  assert_json (alone, "group", "null");
  assert_json (alone, "stream", "null");
  assert_json (alone, "previous_revision", "null");
  assert_json (alone, "standing", "\"individual\"");
  assert_json (at (data, "internet_drafts", 4), "pages", "null");
}

static void
test_rfc_and_other (void)
{
  g_autoptr (NkDigest) digest = sample_day_ordinary ();
  json_auto_t *data = sample_data (digest, "en", 1, 1, NULL);
  json_t *rfc = at (data, "rfcs", 0), *other = at (data, "others", 0);

  assert_json (rfc, "number", "99101");
  assert_json (rfc, "obsoletes", "[98001]");
  assert_json (rfc, "updates", "[98002,98003]");
  assert_json (rfc, "subseries", "[\"BCP 9901\"]");
  assert_json (rfc, "draft", "\"draft-ietf-lighthouse-ops-12\"");
  assert_json (json_object_get (rfc, "urls"), "draft", "\"https://datatracker.ietf.org/doc/draft-ietf-lighthouse-ops/\"");
  assert_json (json_object_get (rfc, "urls"), "doi", "\"https://doi.org/10.17487/RFC99101\"");
  assert_json (other, "kind", "\"last_call\"");
  assert_json (other, "ends", "\"2031-03-18\"");
  assert_json (other, "documents", "[\"draft-ietf-lanternkem-arch-09\"]");
  assert_json (at (data, "others", 4), "url", "\"https://mailarchive.ietf.org/arch/msg/ietf-announce/pBmB-XPwwr6MQkTUR6TnM7-v_3Y\"");
}

static void
test_ledger (void)
{
  g_autoptr (NkDigest) digest = sample_day_ordinary ();
  json_auto_t *data = sample_data (digest, "ja", 1, 1, NULL);
  json_t *ledger = json_object_get (data, "ledger"), *skipped = json_object_get (ledger, "skipped");

  assert_json (ledger, "messages", "17");
  g_assert_cmpuint (json_array_size (skipped), ==, 2);
  assert_json (json_array_get (skipped, 1), "message_id", "\"<reply@mail.example>\"");
  assert_json (json_array_get (skipped, 1), "reason", "\"a reply\"");
  assert_json (json_array_get (skipped, 1), "class", "\"unrecognised\"");
}

static void
test_highlights (void)
{
  g_autoptr (NkDigest) digest = sample_day_ordinary ();
  json_auto_t *japanese = sample_data (digest, "ja", 1, 1, NULL), *english = sample_data (digest, "en", 1, 1, NULL);

  assert_json (at (japanese, "highlights", 0), "topic", "\"group:lanternkem\"");
  assert_json (at (japanese, "highlights", 0), "text",
               "\"Lantern Key Agreement (LANTERNKEM)では、A Hybrid Key Agreementが新たに提案された。\"");
  assert_json (at (japanese, "highlights", 0), "baseline", "null");
  assert_json (at (japanese, "highlights", 1), "title", "\"輻輳制御\"");
  assert_json (
      at (japanese, "highlights", 1), "text",
      "\"輻輳制御では、TIDEWATER・CCWGから4件、うち新規1件(HFC(関連文書1件とともに)、Tides、Moons)。この日の割合は直近90日の2.4倍。\"");
  assert_json (at (japanese, "highlights", 1), "counts", "{\"documents\":4,\"new\":1,\"adopted\":0,\"revised\":3}");
  assert_json (at (japanese, "highlights", 1), "baseline",
               "{\"first\":\"2030-12-04\",\"last\":\"2031-03-03\",\"documents\":2000,\"with_topic\":20,\"lift\":2.4}");
  assert_json (at (japanese, "highlights", 2), "documents", "[\"rfc99101\",\"rfc99102\"]");
  assert_json (at (english, "highlights", 0), "text", "\"Lantern Key Agreement (LANTERNKEM): A Hybrid Key Agreement is proposed.\"");
  assert_json (
      at (english, "highlights", 1), "text",
      "\"Congestion control: 4 drafts from TIDEWATER, CCWG, 1 of them new (HFC with a companion, Tides, Moons). Their share of the day is "
      "2.4 times that of the last 90 days.\"");
  assert_json (at (english, "highlights", 2), "text", "\"2 RFCs: RFC 99101, RFC 99102.\"");
}

static void
test_overview (void)
{
  g_autoptr (NkDigest) large = sample_day_large (50), smaller = sample_day_large (49);
  json_auto_t *japanese = sample_data (large, "ja", 2, 2, NULL), *english = sample_data (large, "en", 1, 1, NULL);
  json_auto_t *none = sample_data (smaller, "ja", 1, 1, NULL);

  assert_json (at (japanese, "highlights", 0), "topic", "\"overview\"");
  assert_json (at (japanese, "highlights", 0), "text",
               "\"Internet-Draftのエリア別の件数は、ART 5件、GEN 5件、OPS 5件、WIT 4件、INT 3件、RTG 3件、SEC 3件、IRTF 2件、個人提案など "
               "20件。うち新規は計17件。\"");
  assert_json (at (english, "highlights", 0), "text",
               "\"Internet-Drafts by area: ART 5, GEN 5, OPS 5, WIT 4, INT 3, RTG 3, SEC 3, IRTF 2, Individual and other drafts 20; 17 in "
               "all are new.\"");
  g_assert_cmpuint (json_array_size (json_object_get (at (japanese, "highlights", 0), "documents")), ==, 50);
  g_assert_cmpuint (json_array_size (json_object_get (none, "highlights")), ==, smaller->highlights->len);
}

static void
test_states (void)
{
  g_autoptr (NkDigest) quiet = sample_day_quiet (), incomplete = sample_day_incomplete ();
  json_auto_t *nothing = sample_data (quiet, "ja", 1, 5, NULL), *part = sample_data (incomplete, "ja", 1, 1, NULL);

  assert_json (nothing, "state", "\"quiet\"");
  assert_json (nothing, "parts", "1");
  assert_json (nothing, "counts", "{\"internet_drafts\":0,\"rfcs\":0,\"others\":0}");
  assert_json (json_object_get (nothing, "calendar"), "phase", "\"closed\"");
  g_assert_cmpuint (json_array_size (json_object_get (nothing, "days_before")), ==, NK_DIGEST_DAYS_BEFORE);
  assert_json (part, "state", "\"incomplete\"");
  assert_json (
      part, "missing",
      "[{\"code\":\"source\",\"list\":\"ietf-announce\",\"until\":\"2031-03-04T09:00:00Z\",\"failure\":null,\"first\":null,\"last\":null,"
      "\"n\":0,\"text\":\"ietf-announceは2031-03-04T09:00:00Zまでしか確認できていない。\"}]");
}

/* The parts of drafts whose groups are the words of `groups` (- for none), as digits in their order. */
static char *
parts_of (const char *groups, guint wanted)
{
  g_auto (GStrv) acronyms = g_strsplit (groups, " ", -1);
  g_autoptr (NkDigest) digest = NULL;
  g_autofree guint *parts = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  guint n_parts = 0;

  for (guint i = 0; acronyms[i] != NULL; i++)
    if (strcmp (acronyms[i], "-") == 0)
      acronyms[i][0] = '\0';
  digest = sample_day_of_groups ((const char *const *)acronyms);
  parts = nk_edition_parts (digest, wanted, &n_parts);
  g_string_append_printf (out, "%u:", n_parts);
  for (guint i = 0; i < digest->internet_drafts->len; i++)
    g_string_append_printf (out, "%u", parts[i]);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
assert_parts (const char *groups, guint wanted, const char *expected)
{
  g_autofree char *got = parts_of (groups, wanted);

  g_assert_cmpstr (got, ==, expected);
}

static void
test_parts (void)
{
  assert_parts ("a b a b a b", 2, "2:121212"); /* groups stay together, wherever their drafts stand */
  assert_parts ("- a - a", 2, "2:2121");       /* what has no group comes last */
  assert_parts ("a a a b b b c c c c", 2, "2:1111112222");
  assert_parts ("a a a a a a", 3, "3:112233"); /* a group that fits in no part is cut */
  assert_parts ("a a b b", 3, "2:1122");       /* fewer parts than asked for */
  assert_parts ("- - - -", 9, "4:1234");
  assert_parts ("a", 5, "1:1");
}

static void
test_parts_of_a_large_day (void)
{
  g_autoptr (NkDigest) digest = sample_day_large (443);

  for (guint wanted = 1; wanted <= 20; wanted++) {
    guint n_parts = 0, capacity = (443 + wanted - 1) / wanted;
    g_autofree guint *parts = nk_edition_parts (digest, wanted, &n_parts);
    guint sizes[21] = { 0 };

    g_assert_cmpuint (n_parts, ==, wanted);
    for (guint i = 0; i < 443; i++) {
      const NkEntry *entry = g_ptr_array_index (digest->internet_drafts, i);

      g_assert_cmpuint (parts[i], >=, 1);
      g_assert_cmpuint (parts[i], <=, n_parts);
      sizes[parts[i]]++;
      for (guint k = 0; k < i; k++) {
        const NkEntry *other = g_ptr_array_index (digest->internet_drafts, k);

        if (entry->stored->announcement->group_acronym != NULL
            && g_strcmp0 (entry->stored->announcement->group_acronym, other->stored->announcement->group_acronym) == 0)
          g_assert_cmpuint (parts[i], ==, parts[k]);
      }
    }
    for (guint i = 1; i <= n_parts; i++) {
      g_assert_cmpuint (sizes[i], >, 0);
      g_assert_cmpuint (sizes[i], <=, capacity + 8);
    }
  }
}

static void
test_part_data (void)
{
  g_autoptr (NkDigest) digest = sample_day_ordinary ();
  json_auto_t *first = sample_data (digest, "ja", 1, 2, "note"), *second = sample_data (digest, "ja", 2, 2, "note");
  g_autoptr (NkTemplates) templates = sample_templates ("ja");
  g_autoptr (GError) error = NULL;
  NkEditionOptions options = { .language = "ja", .part = 3, .parts = 2 };

  assert_json (first, "parts", "2");
  assert_json (second, "part", "2");
  assert_json (first, "counts", "{\"internet_drafts\":5,\"rfcs\":2,\"others\":7}");
  assert_json (first, "part_counts", "{\"internet_drafts\":3,\"rfcs\":2,\"others\":7}");
  assert_json (second, "part_counts", "{\"internet_drafts\":2,\"rfcs\":0,\"others\":0}");
  assert_json (first, "note", "null");
  assert_json (second, "note", "\"note\"");
  g_assert_cmpuint (json_array_size (json_object_get (second, "highlights")), ==, 3);
  g_assert_cmpuint (nk_edition_count_parts (digest, 2), ==, 2);
  g_assert_null (nk_edition_data (digest, templates, &options, &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_INPUT);
  g_assert_cmpstr (error->message, ==, "there is no part 3: the day makes 2 parts");
}

static void
test_json_text (void)
{
  g_autoptr (NkDigest) digest = sample_day_hostile ();
  g_autofree char *text = sample_render (digest, "ja", "json", NULL), *again = sample_render (digest, "ja", "json", NULL);
  json_error_t fault;
  json_auto_t *data = json_loads (text, 0, &fault);

  g_assert_nonnull (data);
  g_assert_cmpstr (text, ==, again);
  for (guint i = 0; sample_hostile_texts[i] != NULL; i++)
    g_assert_cmpstr (json_string_value (json_object_get (at (data, "internet_drafts", i), "title")), ==, sample_hostile_texts[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data/the_keys_and_their_order_are_those_of_the_documentation", test_keys);
  g_test_add_func ("/data/every_key_is_documented", test_documentation);
  g_test_add_func ("/data/a_draft_tells_what_is_new_in_it", test_draft);
  g_test_add_func ("/data/rfcs_and_others_have_fields_of_their_own", test_rfc_and_other);
  g_test_add_func ("/data/the_ledger_names_what_was_left_out", test_ledger);
  g_test_add_func ("/data/highlights_are_worded_in_the_language", test_highlights);
  g_test_add_func ("/data/a_day_of_fifty_drafts_has_an_overview_by_area", test_overview);
  g_test_add_func ("/data/the_three_states_never_look_alike", test_states);
  g_test_add_func ("/data/a_title_stays_untouched_in_json", test_json_text);
  g_test_add_func ("/parts/a_group_that_fits_is_never_cut", test_parts);
  g_test_add_func ("/parts/a_large_day_falls_into_even_parts", test_parts_of_a_large_day);
  g_test_add_func ("/parts/each_part_has_the_overview_of_the_day", test_part_data);
  return g_test_run ();
}
