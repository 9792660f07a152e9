/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Real announcements of two days, where the folder that has them is there. */
#include "support.h"
#include <jansson.h>

static char *
shared (const char *day, const char *suffix)
{
  g_autofree char *name = g_strconcat (day, suffix, NULL);

  return g_build_filename (g_getenv ("G_TEST_SRCDIR") != NULL ? g_getenv ("G_TEST_SRCDIR") : ".", "..", "shared", "data", name, NULL);
}

static guint
count (const GPtrArray *readings, NkReadingClass reading_class)
{
  guint n = 0, i;

  for (i = 0; i < readings->len; i++)
    n += ((const NkReading *)g_ptr_array_index (readings, i))->reading_class == reading_class;
  return n;
}

static void
check_entry (const NkStored *stored, json_t *entry)
{
  const char *name = json_string_value (json_object_get (entry, "name"));
  g_autofree char *instant = nk_day_format_instant (stored->announced_unix_s);

  if (name != NULL)
    g_assert_cmpstr (stored->announcement->name, ==, name);
  else
    g_assert_cmpint (stored->announcement->rfc_number, ==, json_integer_value (json_object_get (entry, "number")));
  if (json_object_get (entry, "rev") != NULL)
    g_assert_cmpstr (stored->announcement->revision, ==, json_string_value (json_object_get (entry, "rev")));
  g_assert_cmpstr (stored->announcement->title, ==, json_string_value (json_object_get (entry, "title")));
  g_assert_cmpstr (g_ptr_array_index (stored->message_ids, 0), ==, json_string_value (json_object_get (entry, "message_id")));
  g_assert_cmpint (strncmp (instant, json_string_value (json_object_get (entry, "utc")), 19), ==, 0);
}

static void
test_day (gconstpointer data)
{
  const char *day = data;
  g_autofree char *mbox = shared (day, ".mbox"), *truth = shared (day, ".expected.json");
  g_autoptr (NkStore) store = NULL;
  g_autoptr (GPtrArray) found = NULL, rfcs = NULL, readings = NULL;
  g_auto (NkImportReport) report = { 0 };
  json_t *expected, *counted, *entry;
  size_t index;

  if (!g_file_test (mbox, G_FILE_TEST_EXISTS) || !g_file_test (truth, G_FILE_TEST_EXISTS)) {
    g_test_skip ("the real mails are not here");
    return;
  }
  store = nk_store_open_memory (NULL);
  support_import (store, &report, mbox, NULL);
  expected = json_load_file (truth, 0, NULL);
  counted = json_object_get (expected, "counted");
  g_assert_cmpint ((gint)report.messages, ==, (gint)json_integer_value (json_object_get (expected, "messages")));
  found = nk_query_day (store, support_day (day), NK_KIND_INTERNET_DRAFT, NULL);
  rfcs = nk_query_day (store, support_day (day), NK_KIND_RFC, NULL);
  g_assert_cmpuint (found->len, ==, json_integer_value (json_object_get (expected, "ids")));
  g_assert_cmpuint (rfcs->len, ==, json_integer_value (json_object_get (expected, "rfcs")));
  g_ptr_array_extend_and_steal (found, g_steal_pointer (&rfcs));
  readings = nk_query_ledger (store, support_day (day), FALSE, NULL);
  g_assert_cmpuint (count (readings, NK_READING_COUNTED), ==, json_array_size (counted));
  g_assert_cmpuint (found->len, ==, json_array_size (counted));
  json_array_foreach (counted, index, entry) check_entry (g_ptr_array_index (found, index), entry);
  json_decref (expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/real_days/2025-10-01_gives_what_it_should_in_order", "2025-10-01", test_day);
  g_test_add_data_func ("/real_days/2025-10-10_gives_what_it_should_in_order", "2025-10-10", test_day);
  return g_test_run ();
}
