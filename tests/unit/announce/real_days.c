/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Two days of real announcements, where they lie beside the source tree: each message is what the list of that day says. */
#include "sample.h"
#include <jansson.h>

typedef struct {
  json_t *counted, *not_counted; /* borrowed */
  GHashTable *seen;              /* name-revision or rfcN of what has counted */
} Day;

static const char *
text_of (json_t *object, const char *key)
{
  return json_string_value (json_object_get (object, key));
}

static json_t *
entry_of (json_t *entries, const char *message_id)
{
  for (gsize i = 0; i < json_array_size (entries); i++)
    if (g_strcmp0 (text_of (json_array_get (entries, i), "message_id"), message_id) == 0)
      return json_array_get (entries, i);
  return NULL;
}

static char *
identity_of (const NkAnnouncement *announcement)
{
  return announcement->revision[0] != '\0' ? g_strconcat (announcement->name, "-", announcement->revision, NULL)
                                           : g_strdup (announcement->name);
}

static void
check_counted (json_t *entry, const NkMessage *message, const NkAnnouncement *announcement)
{
  g_autofree char *instant = nk_day_format_instant (message->date_unix_s);

  instant[strlen ("2025-10-01T20:36:18")] = '\0'; /* the list writes +00:00 for Z */
  g_assert_true (g_str_has_prefix (text_of (entry, "utc"), instant));
  if (g_strcmp0 (text_of (entry, "kind"), "rfc") == 0) {
    g_assert_cmpint (announcement->kind, ==, NK_KIND_RFC);
    g_assert_cmpint (announcement->rfc_number, ==, json_integer_value (json_object_get (entry, "number")));
  } else {
    g_assert_cmpint (announcement->kind, ==, NK_KIND_INTERNET_DRAFT);
    g_assert_cmpstr (announcement->name, ==, text_of (entry, "name"));
    g_assert_cmpstr (announcement->revision, ==, text_of (entry, "rev"));
  }
  g_assert_cmpstr (announcement->title, ==, text_of (entry, "title"));
  g_assert_cmpstr (announcement->abstract, ==, text_of (entry, "abstract"));
  g_assert_cmpint (announcement->pages, ==, json_integer_value (json_object_get (entry, "mail_pages")));
  g_assert_cmpuint (announcement->authors->len, >, 0);
}

/* A message that the list leaves out: another kind, another day, or the same news again. */
static void
check_left_out (json_t *entry, const NkRecognition *recognition)
{
  const char *reason = text_of (entry, "reason");

  g_assert_nonnull (recognition->announcement);
  if (strstr (reason, "Last Call") != NULL)
    g_assert_cmpint (recognition->announcement->kind, ==, NK_KIND_LAST_CALL);
  else if (strstr (reason, "Protocol Action") != NULL)
    g_assert_cmpint (recognition->announcement->kind, ==, NK_KIND_PROTOCOL_ACTION);
  else if (strstr (reason, "via the WG list") != NULL || strstr (reason, "WG-list copy") != NULL)
    g_assert_cmpint (recognition->verdict, ==, NK_VERDICT_COPY);
  else if (recognition->announcement->kind == NK_KIND_RFC)
    g_assert_nonnull (strstr (reason, "rfc-dist copy of RFC"));
  else
    g_assert_true (g_str_has_prefix (reason, recognition->announcement->name));
}

static void
check_message (Day *day, const NkMessage *message, const NkGroupTable *groups)
{
  g_auto (NkRecognition) recognition = { 0 };
  json_t *counted = entry_of (day->counted, message->message_id), *left_out = entry_of (day->not_counted, message->message_id);

  nk_announcement_recognise (message, groups, &recognition);
  if (counted != NULL && recognition.verdict == NK_VERDICT_ANNOUNCEMENT) {
    check_counted (counted, message, recognition.announcement);
    g_assert_true (g_hash_table_add (day->seen, identity_of (recognition.announcement)));
    return;
  }
  g_assert_nonnull (left_out);
  check_left_out (left_out, &recognition);
}

static void
test_day (gconstpointer data)
{
  g_autofree char *mbox = g_strdup_printf ("%s/../shared/data/%s.mbox", g_test_get_dir (G_TEST_DIST), (const char *)data);
  g_autofree char *list = g_strdup_printf ("%s/../shared/data/%s.expected.json", g_test_get_dir (G_TEST_DIST), (const char *)data);
  g_autoptr (GError) error = NULL;
  g_autoptr (NkMailbox) mailbox = NULL;
  g_autoptr (NkGroupTable) groups = sample_groups ();
  json_t *expected;
  Day day = { 0 };
  NkRawMessage raw;
  guint n_messages = 0;

  if (!g_file_test (mbox, G_FILE_TEST_EXISTS)) {
    g_test_skip ("no real announcements beside the source tree");
    return;
  }
  expected = json_load_file (list, 0, NULL);
  day.counted = json_object_get (expected, "counted");
  day.not_counted = json_object_get (expected, "not_counted");
  day.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  mailbox = nk_mailbox_open (mbox, NULL, NULL, &error);
  g_assert_no_error (error);
  while (nk_mailbox_next (mailbox, &raw, &error) == NK_MAILBOX_MESSAGE) {
    g_autoptr (NkMessage) message = nk_message_parse (&raw, NK_PARSER_BOTH);
    check_message (&day, message, groups);
    n_messages++;
  }
  g_assert_no_error (error);
  g_assert_cmpuint (n_messages, ==, json_integer_value (json_object_get (expected, "messages")));
  g_assert_cmpuint (g_hash_table_size (day.seen), ==, json_array_size (day.counted));
  g_hash_table_unref (day.seen);
  json_decref (expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/real_days/the_first_of_october_2025_is_read_as_it_was", "2025-10-01", test_day);
  g_test_add_data_func ("/real_days/the_tenth_of_october_2025_is_read_as_it_was", "2025-10-10", test_day);
  return g_test_run ();
}
