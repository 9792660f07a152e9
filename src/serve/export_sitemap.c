/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/export_sitemap.c - the map for search engines, and the file that leads to it. */
#include "serve/export_private.h"

#include <stdio.h>

#define MAX_IN_SITEMAP 50000 /* sitemaps.org: a longer one is cut, and an index names its parts */
#define XML "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
#define SITEMAP_NAMESPACE "http://www.sitemaps.org/schemas/sitemap/0.9"

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
write_text (const NkSitemap *map, const char *name, GString *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (text);

  return nk_export_folder_write (map->folder, name, bytes, error);
}

static gboolean
write_sitemap_part (const NkSitemap *map, const char *name, guint from, guint to, GError **error)
{
  GString *text = g_string_new (XML);
  NkHtmlWriter xml;

  nk_html_writer_init (&xml, text);
  nk_html_open (&xml, "urlset", "xmlns", SITEMAP_NAMESPACE, NULL);
  nk_html_newline (&xml);
  for (guint i = from; i < to; i++)
    write_location (&xml, "url", map->base_url, map->paths->pdata[i]);
  nk_html_close (&xml, "urlset");
  nk_html_newline (&xml);
  return write_text (map, name, text, error);
}

static gboolean
write_sitemap (const NkSitemap *map, GError **error)
{
  guint n = map->paths->len, n_parts = (n + MAX_IN_SITEMAP - 1) / MAX_IN_SITEMAP;
  GString *text = NULL;
  NkHtmlWriter xml;

  if (n_parts == 1)
    return write_sitemap_part (map, "sitemap.xml", 0, n, error);
  for (guint i = 0; i < n_parts; i++) {
    g_autofree char *name = g_strdup_printf ("sitemap-%u.xml", i + 1);

    if (!write_sitemap_part (map, name, i * MAX_IN_SITEMAP, MIN (n, (i + 1) * MAX_IN_SITEMAP), error))
      return FALSE;
  }
  text = g_string_new (XML);
  nk_html_writer_init (&xml, text);
  nk_html_open (&xml, "sitemapindex", "xmlns", SITEMAP_NAMESPACE, NULL);
  nk_html_newline (&xml);
  for (guint i = 0; i < n_parts; i++) {
    g_autofree char *name = g_strdup_printf ("/sitemap-%u.xml", i + 1);

    write_location (&xml, "sitemap", map->base_url, name);
  }
  nk_html_close (&xml, "sitemapindex");
  nk_html_newline (&xml);
  return write_text (map, "sitemap.xml", text, error);
}

static gint
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static gboolean
write_robots (const NkSitemap *map, GError **error)
{
  GString *text = g_string_new ("User-agent: *\nAllow: /\n");

  g_string_append_printf (text, "Sitemap: %s/sitemap.xml\n", map->base_url);
  return write_text (map, "robots.txt", text, error);
}

gboolean
nk_sitemap_write (const NkSitemap *map, GError **error)
{
  g_ptr_array_sort (map->paths, compare_paths);
  return write_sitemap (map, error) && write_robots (map, error);
}
