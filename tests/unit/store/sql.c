/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/announcement_row.h"
#include "store/store_private.h"

static void
prepare_all (NkDb *db, const char *const *texts)
{
  guint i;

  g_assert_nonnull (texts[0]);
  for (i = 0; texts[i] != NULL; i++) {
    GError *error = NULL;
    g_autoptr (NkStatement) statement = nk_db_prepare (db, texts[i], &error);

    g_assert_no_error (error);
    g_assert_nonnull (statement);
  }
}

static void
test_prepare (void)
{
  static const char *const *(*const modules[]) (void) = {
    nk_announcement_row_sql, nk_aspect_sql,         nk_check_sql,        nk_coverage_sql,    nk_derive_sql,  nk_kept_sql,   nk_note_sql,
    nk_query_catalogue_sql,  nk_query_document_sql, nk_query_ledger_sql, nk_query_list_sql,  nk_rebuild_sql, nk_resume_sql, nk_search_sql,
    nk_search_source_sql,    nk_source_sql,         nk_stored_sql,       nk_summary_row_sql, nk_topic_sql,
  };
  GError *error = NULL;
  g_autoptr (NkStore) store = nk_store_open_memory (&error);
  guint i;

  g_assert_no_error (error);
  for (i = 0; i < G_N_ELEMENTS (modules); i++)
    prepare_all (store->db, modules[i]());
}

static void
test_columns (void)
{
  GError *error = NULL;
  g_autoptr (NkStore) store = nk_store_open_memory (&error);
  g_autoptr (NkStatement) select = nk_db_prepare (store->db, "SELECT " NK_ANNOUNCEMENT_COLUMNS " FROM announcement AS a", &error);
  guint i;

  g_assert_no_error (error);
  for (i = 0; i < NK_ANNOUNCEMENT_N_COLUMNS; i++)
    g_assert_cmpstr (nk_announcement_row_column (i), ==, nk_statement_column_name (select, (int)i));
  g_assert_null (nk_announcement_row_column (i));
  g_assert_null (nk_statement_column_name (select, (int)i));
}

static void
test_plan (gconstpointer data)
{
  GError *error = NULL;
  g_autoptr (NkStore) store = nk_store_open_memory (&error);
  const char *const *texts = ((const char *const *(*)(void))data) ();
  guint i;

  /* No question about a day, a document or a message may go through a whole table; sums over all may. */
  for (i = 0; texts[i] != NULL; i++) {
    g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", texts[i], NULL);
    g_autoptr (NkStatement) plan = nk_db_prepare (store->db, explain, &error);

    g_assert_no_error (error);
    if (strstr (texts[i], ":") == NULL || strstr (texts[i], "FROM source") != NULL)
      continue;
    while (nk_statement_next (plan, &error) == NK_ROW_READY) {
      const char *step = nk_statement_text (plan, 3);

      if (g_str_has_prefix (step, "SCAN") && strstr (step, "VIRTUAL TABLE INDEX") == NULL && strstr (step, "CONSTANT ROW") == NULL)
        g_error ("%s: %s", texts[i], step);
    }
    g_assert_no_error (error);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sql/every_text_can_be_prepared", test_prepare);
  g_test_add_func ("/sql/the_columns_of_an_announcement_stand_in_the_order_of_the_table_of_its_fields", test_columns);
  g_test_add_data_func ("/sql/no_text_of_an_import_goes_through_a_whole_table", (gconstpointer)nk_derive_sql, test_plan);
  g_test_add_data_func ("/sql/no_question_about_documents_goes_through_a_whole_table", (gconstpointer)nk_query_document_sql, test_plan);
  g_test_add_data_func ("/sql/no_question_about_the_ledger_of_a_day_goes_through_a_whole_table", (gconstpointer)nk_query_ledger_sql,
                        test_plan);
  g_test_add_data_func ("/sql/no_list_of_a_group_area_or_author_goes_through_a_whole_table", (gconstpointer)nk_query_list_sql, test_plan);
  g_test_add_data_func ("/sql/no_question_about_coverage_goes_through_a_whole_table", (gconstpointer)nk_coverage_sql, test_plan);
  g_test_add_data_func ("/sql/no_copies_are_looked_for_in_a_whole_table", (gconstpointer)nk_stored_sql, test_plan);
  g_test_add_data_func ("/sql/no_message_is_looked_for_in_a_whole_table", (gconstpointer)nk_kept_sql, test_plan);
  g_test_add_data_func ("/sql/no_topics_of_days_are_looked_for_in_a_whole_table", (gconstpointer)nk_topic_sql, test_plan);
  g_test_add_data_func ("/sql/no_summaries_are_looked_for_in_a_whole_table", (gconstpointer)nk_summary_row_sql, test_plan);
  return g_test_run ();
}
