/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Stamps of parts of the database: what changes them, and what does not; and what questions tell. */
#include "store/aspect.h"

#include "store/query.h"
#include "support.h"

static const Mail rose = { .document = "draft-ietf-tls-rose-05", .date = "Mon, 29 Sep 2025 10:00:00 +0000", .title = "Roses, Early" };
static const Mail rose_again = { .document = "draft-ietf-tls-rose-06", .date = "Wed, 1 Oct 2025 10:00:00 +0000", .title = "Roses" };
static const Mail tulip = { .document = "draft-example-tulip-03", .date = "Fri, 3 Oct 2025 11:00:00 +0000" };

static NkStore *
store_of (const Mail *mail)
{
  g_autoptr (GString) mbox = g_string_new (NULL);

  support_append (mbox, mail);
  return support_store_of (mbox->str);
}

static void
add (NkStore *store, const Mail *mail)
{
  g_autoptr (GString) mbox = g_string_new (NULL);

  support_append (mbox, mail);
  support_add (store, mbox->str);
}

static guint64
stamp (NkStore *store, NkAspectKind kind, const char *key, const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NkAspects) aspects = nk_aspects_read (store, support_day ("2025-12-31"), &error);
  NkAspect aspect = { kind, support_day (from), support_day (to), key };

  g_assert_no_error (error);
  return nk_aspects_stamp (aspects, &aspect);
}

static void
test_days (void)
{
  g_autoptr (NkStore) store = store_of (&rose);
  guint64 first = stamp (store, NK_ASPECT_DAYS, NULL, "2025-09-29", "2025-09-29"),
          all = stamp (store, NK_ASPECT_ALL, NULL, "2025-09-29", "2025-09-29");
  guint64 month = stamp (store, NK_ASPECT_DAYS, NULL, "2025-09-01", "2025-10-31");

  add (store, &tulip);
  g_assert_cmpuint (stamp (store, NK_ASPECT_DAYS, NULL, "2025-09-29", "2025-09-29"), ==, first);
  g_assert_cmpuint (stamp (store, NK_ASPECT_DAYS, NULL, "2025-09-01", "2025-10-31"), !=, month);
  g_assert_cmpuint (stamp (store, NK_ASPECT_ALL, NULL, "2025-09-29", "2025-09-29"), !=, all);
  g_assert_cmpuint (stamp (store, NK_ASPECT_DAYS, NULL, "2025-10-10", "2025-10-31"), ==, 0);
}

/* A day shows what a revision is compared with, so an earlier revision that comes late changes it. */
static void
test_previous (void)
{
  g_autoptr (NkStore) store = store_of (&rose_again);
  guint64 day = stamp (store, NK_ASPECT_DAYS, NULL, "2025-10-01", "2025-10-01");

  add (store, &rose);
  g_assert_cmpuint (stamp (store, NK_ASPECT_DAYS, NULL, "2025-10-01", "2025-10-01"), !=, day);
}

static void
test_keys (void)
{
  static const struct {
    NkAspectKind kind;
    const char *own, *other;
  } cases[] = { { NK_ASPECT_DOCUMENT, "draft-ietf-tls-rose", "draft-example-tulip" }, { NK_ASPECT_GROUP, "tls", "quic" } };
  g_autoptr (NkStore) store = store_of (&rose);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (NkStore) copy = store_of (&rose);
    guint64 own = stamp (copy, cases[i].kind, cases[i].own, "2025-01-01", "2025-12-31");
    guint64 other = stamp (copy, cases[i].kind, cases[i].other, "2025-01-01", "2025-12-31");

    g_assert_cmpuint (own, !=, 0);
    g_assert_cmpuint (other, ==, 0);
    add (copy, &tulip);
    g_assert_cmpuint (stamp (copy, cases[i].kind, cases[i].own, "2025-01-01", "2025-12-31"), ==, own);
    add (copy, &rose_again);
    g_assert_cmpuint (stamp (copy, cases[i].kind, cases[i].own, "2025-01-01", "2025-12-31"), !=, own);
  }
}

static void
test_note (void)
{
  g_autoptr (NkStore) store = store_of (&rose);
  guint64 day = stamp (store, NK_ASPECT_DAYS, NULL, "2025-09-29", "2025-09-29");
  guint64 none = stamp (store, NK_ASPECT_NOTE, "ja", "2025-09-29", "2025-09-29");
  GError *error = NULL;

  g_assert_true (nk_note_set (store, support_day ("2025-09-29"), "ja", "静かな一日。", &error));
  g_assert_cmpuint (stamp (store, NK_ASPECT_NOTE, "ja", "2025-09-29", "2025-09-29"), !=, none);
  g_assert_cmpuint (stamp (store, NK_ASPECT_NOTE, "en", "2025-09-29", "2025-09-29"), ==, none);
  g_assert_cmpuint (stamp (store, NK_ASPECT_NOTE, "ja", "2025-09-28", "2025-09-28"), ==, none);
  g_assert_cmpuint (stamp (store, NK_ASPECT_DAYS, NULL, "2025-09-29", "2025-09-29"), ==, day);
}

/* Pages far from the ends of the store do not change when it grows there. */
static void
test_span (void)
{
  g_autoptr (NkStore) store = store_of (&rose);
  guint64 near, far;

  add (store, &rose_again);
  near = stamp (store, NK_ASPECT_SPAN, NULL, "2025-09-29", "2025-10-31");
  far = stamp (store, NK_ASPECT_SPAN, NULL, "2025-09-20", "2025-09-30");
  add (store, &tulip);
  g_assert_cmpuint (stamp (store, NK_ASPECT_SPAN, NULL, "2025-09-29", "2025-10-31"), !=, near);
  g_assert_cmpuint (stamp (store, NK_ASPECT_SPAN, NULL, "2025-09-20", "2025-09-30"), ==, far);
}

static void
take_down (const NkAspect *aspect, gpointer user_data)
{
  g_autofree char *from = nk_day_format (aspect->from);

  g_string_append_printf (user_data, "%d %s %s;", aspect->kind, aspect->key != NULL ? aspect->key : "-", from);
}

static void
test_telling (void)
{
  g_autoptr (NkStore) store = store_of (&rose);
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  NkListQuery query
      = { .by = NK_LIST_GROUP, .key = "tls", .from = support_day ("2025-09-01"), .to = support_day ("2025-09-30"), .limit = 5 };
  g_autofree char *expected = g_strdup_printf ("%d tls 2025-09-01;", NK_ASPECT_GROUP);
  g_autoptr (GPtrArray) listed = NULL, unheard = NULL;

  nk_store_listen (store, support_day ("2025-12-31"), take_down, told);
  listed = nk_query_list (store, &query, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (told->str, expected));
  nk_store_listen (store, support_day ("2025-12-31"), NULL, NULL);
  g_string_truncate (told, 0);
  unheard = nk_query_list (store, &query, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (told->str, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/aspect/a_day_changes_by_its_own_mail_alone", test_days);
  g_test_add_func ("/aspect/a_day_changes_with_the_revision_before", test_previous);
  g_test_add_func ("/aspect/a_document_and_a_group_change_by_their_own_mail_alone", test_keys);
  g_test_add_func ("/aspect/a_note_is_of_one_day_and_one_language", test_note);
  g_test_add_func ("/aspect/the_ends_of_the_store_matter_where_they_are_near", test_span);
  g_test_add_func ("/aspect/a_question_tells_what_it_looks_at", test_telling);
  return g_test_run ();
}
