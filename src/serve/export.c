/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "serve/export.h"

#include "serve/answer.h"
#include "serve/export_folder.h"
#include "serve/search_index.h"

#include <stdio.h>

#define MAX_IN_SITEMAP 50000 /* sitemaps.org: a longer one is cut, and an index names its parts */
#define XML "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
#define SITEMAP_NAMESPACE "http://www.sitemaps.org/schemas/sitemap/0.9"

typedef struct {
  const NkSite *site;
  NkStore *store;
  NkDay today;
  NkExportFolder *folder;
  GHashTable *seen; /* char *: paths, percent-encoded */
  GPtrArray *paths; /* the same, in the order in which they were found */
  GPtrArray *pages; /* those of pages: for the sitemap */
} Export;

static void
export_clear (Export *export)
{
  g_clear_pointer (&export->seen, g_hash_table_unref);
  g_clear_pointer (&export->paths, g_ptr_array_unref);
  g_clear_pointer (&export->pages, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Export, export_clear)

static void
on_link (const char *path, gpointer user_data)
{
  Export *export = user_data;
  char *copy = g_strndup (path, strcspn (path, "#"));

  if (g_hash_table_contains (export->seen, copy)) {
    g_free (copy);
    return;
  }
  g_hash_table_add (export->seen, copy);
  g_ptr_array_add (export->paths, copy);
}

/* `doc/draft-x/index.html`: the file of a route, in the folder of its language. (transfer full) */
static char *
file_of (const Export *export, const NkRoute *route)
{
  gboolean has_prefix = nk_route_has_languages (route->id) && route->language != export->site->home;

  return g_strconcat (has_prefix ? nk_language_code (route->language) : "", route->path,
                      g_str_has_suffix (route->path, "/") ? "index.html" : "", NULL);
}

static gboolean
write_path (Export *export, const char *path, GError **error)
{
  g_auto (NkRoute) route = { 0 };
  g_autofree char *location = NULL, *file = NULL;
  g_autoptr (GError) fault = NULL;
  g_autoptr (NkAnswer) answer = NULL;
  NkAnswerOptions options = { .site = export->site,
                              .store = export->store,
                              .route = &route,
                              .links = NK_LINKS_RELATIVE,
                              .today = export->today,
                              .on_link = on_link,
                              .on_link_data = export };

  if (nk_route_find (path, export->site->home, &route, &location) != NK_ROUTE_FOUND) {
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s: a page links to it, but there is no such address", path);
    return FALSE;
  }
  answer = nk_answer_make (&options, &fault);
  if (nk_answer_status (answer) != NK_HTTP_OK) {
    g_set_error (error, NK_ERROR, fault != NULL ? (NkErrorCode)fault->code : NK_ERROR_INPUT, "%s: %s", path,
                 fault != NULL ? fault->message : "a page links to it, but there is nothing");
    return FALSE;
  }
  if (g_str_has_suffix (route.path, "/"))
    g_ptr_array_add (export->pages, (gpointer)path);
  file = file_of (export, &route);
  return nk_export_folder_write (export->folder, file[0] == '/' ? file + 1 : file, nk_answer_bytes (answer), error);
}

/* --- the map for search engines */

static void
write_location (NkHtmlWriter *xml, const char *element, const char *base, const char *path)
{
  g_autofree char *url = g_strconcat (base, path, NULL);

  nk_html_open (xml, element, NULL);
  nk_html_open (xml, "loc", NULL);
  nk_html_text (xml, url);
  nk_html_close (xml, "loc");
  nk_html_close (xml, element);
  nk_html_newline (xml);
}

static gboolean
write_text (Export *export, const char *name, GString *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (text);

  return nk_export_folder_write (export->folder, name, bytes, error);
}

static gboolean
write_sitemap_part (Export *export, const char *name, guint from, guint to, GError **error)
{
  GString *text = g_string_new (XML);
  NkHtmlWriter xml;

  nk_html_writer_init (&xml, text);
  nk_html_open (&xml, "urlset", "xmlns", SITEMAP_NAMESPACE, NULL);
  nk_html_newline (&xml);
  for (guint i = from; i < to; i++)
    write_location (&xml, "url", export->site->base_url, export->pages->pdata[i]);
  nk_html_close (&xml, "urlset");
  nk_html_newline (&xml);
  return write_text (export, name, text, error);
}

static gboolean
write_sitemap (Export *export, GError **error)
{
  guint n = export->pages->len, n_parts = (n + MAX_IN_SITEMAP - 1) / MAX_IN_SITEMAP;
  GString *text = NULL;
  NkHtmlWriter xml;

  if (n_parts == 1)
    return write_sitemap_part (export, "sitemap.xml", 0, n, error);
  for (guint i = 0; i < n_parts; i++) {
    g_autofree char *name = g_strdup_printf ("sitemap-%u.xml", i + 1);

    if (!write_sitemap_part (export, name, i * MAX_IN_SITEMAP, MIN (n, (i + 1) * MAX_IN_SITEMAP), error))
      return FALSE;
  }
  text = g_string_new (XML);
  nk_html_writer_init (&xml, text);
  nk_html_open (&xml, "sitemapindex", "xmlns", SITEMAP_NAMESPACE, NULL);
  nk_html_newline (&xml);
  for (guint i = 0; i < n_parts; i++) {
    g_autofree char *name = g_strdup_printf ("/sitemap-%u.xml", i + 1);

    write_location (&xml, "sitemap", export->site->base_url, name);
  }
  nk_html_close (&xml, "sitemapindex");
  nk_html_newline (&xml);
  return write_text (export, "sitemap.xml", text, error);
}

static gint
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static gboolean
write_robots (Export *export, GError **error)
{
  GString *text = g_string_new ("User-agent: *\nAllow: /\n");

  g_string_append_printf (text, "Sitemap: %s/sitemap.xml\n", export->site->base_url);
  return write_text (export, "robots.txt", text, error);
}

static gboolean
write_index_file (const char *name, GBytes *bytes, gpointer user_data, GError **error)
{
  return nk_export_folder_write (user_data, name, bytes, error);
}

static gboolean
write_all (Export *export, GError **error)
{
  on_link ("/", export);
  for (guint i = 0; i < export->paths->len; i++) {
    if (i >= NK_EXPORT_MAX_FILES) {
      g_set_error (error, NK_ERROR, NK_ERROR_LIMIT, "the site has more than %d files", NK_EXPORT_MAX_FILES);
      return FALSE;
    }
    if (!write_path (export, export->paths->pdata[i], error))
      return FALSE;
  }
  if (!nk_search_index_export (export->site, export->store, export->today, write_index_file, export->folder, error))
    return FALSE;
  if (export->site->base_url == NULL)
    return TRUE;
  g_ptr_array_sort (export->pages, compare_paths);
  return write_sitemap (export, error) && write_robots (export, error);
}

gboolean
nk_export_run (const NkSite *site, NkStore *store, NkDay today, const char *path, NkExportReport *ret_report, GError **error)
{
  g_autoptr (NkExportFolder) folder = nk_export_folder_begin (path, error);
  g_auto (Export) export = { .site = site, .store = store, .today = today, .folder = folder };
  gboolean is_good;

  if (folder == NULL || !nk_query_snapshot_begin (store, error))
    return FALSE;
  export.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  export.paths = g_ptr_array_new ();
  export.pages = g_ptr_array_new ();
  is_good = write_all (&export, error);
  nk_query_snapshot_end (store);
  return is_good && nk_export_folder_commit (folder, ret_report, error);
}
