/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "serve/site.h"

#include "ground/escape.h"
#include "ground/file.h"
#include "ground/share.h"

#define TAG_LENGTH 12

static void
clear_site (gpointer data)
{
  NkSite *site = data;

  for (guint i = 0; i < NK_N_LANGUAGES; i++) {
    nk_templates_free (site->templates[i]);
    nk_site_words_free (site->words[i]);
  }
  nk_calendar_free (site->calendar);
  nk_group_table_free (site->groups);
  nk_topic_table_free (site->topics);
  nk_lexicon_shelf_free (site->shelf);
  nk_summary_pool_free (site->pool);
  g_clear_pointer (&site->style, g_bytes_unref);
  g_clear_pointer (&site->script, g_bytes_unref);
  g_clear_pointer (&site->search_script, g_bytes_unref);
  g_clear_pointer (&site->icon, g_bytes_unref);
  g_clear_pointer (&site->openapi, g_bytes_unref);
  g_free (site->style_tag);
  g_free (site->script_tag);
  g_free (site->base_url);
  g_free (site->feed_base);
}

NkSite *
nk_site_ref (NkSite *site)
{
  return g_atomic_rc_box_acquire (site);
}

void
nk_site_unref (NkSite *site)
{
  if (site != NULL)
    g_atomic_rc_box_release_full (site, clear_site);
}

gboolean
nk_site_is_base_url (const char *url)
{
  const char *host = g_str_has_prefix (url, "https://") ? url + 8 : g_str_has_prefix (url, "http://") ? url + 7 : "";

  return *host != '\0' && *host != '/' && !g_str_has_suffix (url, "/") && strpbrk (host, "?#@\"'<>`") == NULL
         && nk_escape_url_is_safe (url);
}

static gboolean
load_language (NkSite *site, NkLanguage language, const char *template_dir, GError **error)
{
  const char *code = nk_language_code (language);
  g_autofree char *name = g_strconcat ("site/", code, ".tsv", NULL);
  g_autofree char *path = nk_share_path (name, error);

  if (path == NULL || (site->words[language] = nk_site_words_load (path, error)) == NULL)
    return FALSE;
  site->templates[language] = nk_templates_load (template_dir, code, error);
  return site->templates[language] != NULL;
}

static gboolean
load_tables (NkSite *site, GError **error)
{
  g_autofree char *calendar = nk_share_path ("meetings.tsv", error);
  g_autofree char *groups = calendar != NULL ? nk_share_path ("groups.tsv", error) : NULL;
  g_autofree char *topics = groups != NULL ? nk_share_path ("topics.tsv", error) : NULL;

  return topics != NULL && (site->calendar = nk_calendar_load (calendar, error)) != NULL
         && (site->groups = nk_group_table_load (groups, error)) != NULL && (site->topics = nk_topic_table_load (topics, error)) != NULL;
}

/* (transfer full) */
static char *
tag_of (GBytes *bytes)
{
  char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  sum[TAG_LENGTH] = '\0';
  return sum;
}

/* The editor's own style of editions beside the templates, else ours; then that of the site. */
static gboolean
load_style (NkSite *site, const char *template_dir, GError **error)
{
  g_autofree char *own = g_build_filename (template_dir, "edition.css", NULL);
  g_autofree char *edition = g_file_test (own, G_FILE_TEST_EXISTS) ? g_strdup (own) : nk_share_path ("style/edition.css", error);
  g_autofree char *extra = edition != NULL ? nk_share_path ("style/site.css", error) : NULL;
  g_autofree char *first = extra != NULL ? nk_file_read (edition, NK_SITE_MAX_FILE_BYTES, NULL, error) : NULL;
  g_autofree char *second = first != NULL ? nk_file_read (extra, NK_SITE_MAX_FILE_BYTES, NULL, error) : NULL;
  char *style;

  if (second == NULL)
    return FALSE;
  style = g_strconcat (first, "\n", second, NULL);
  site->style = g_bytes_new_take (style, strlen (style));
  site->style_tag = tag_of (site->style);
  return TRUE;
}

/* A file that is given out as it is. (transfer full) */
static GBytes *
load_file (const char *name, GError **error)
{
  g_autofree char *path = nk_share_path (name, error);
  gsize length = 0;
  char *text = path != NULL ? nk_file_read (path, NK_SITE_MAX_FILE_BYTES, &length, error) : NULL;

  return text != NULL ? g_bytes_new_take (text, length) : NULL;
}

NkSite *
nk_site_load (const NkSiteOptions *options, GError **error)
{
  g_autoptr (NkSite) site = g_atomic_rc_box_new0 (NkSite);
  g_autofree char *template_dir = options->template_dir != NULL ? g_strdup (options->template_dir) : nk_share_path ("templates", error);

  site->home = options->home;
  site->shelf = nk_lexicon_shelf_new (options->language_dir);
  site->pool = nk_summary_pool_new (NK_SUMMARY_POOL_MAX_BYTES);
  site->base_url = g_strdup (options->base_url);
  site->feed_base = g_strdup (options->base_url != NULL ? options->base_url : options->feed_base);
  if (template_dir == NULL)
    return NULL;
  for (guint i = 0; i < NK_N_LANGUAGES; i++)
    if (!load_language (site, (NkLanguage)i, template_dir, error))
      return NULL;
  if (!load_tables (site, error) || !load_style (site, template_dir, error) || (site->script = load_file ("site/site.js", error)) == NULL
      || (site->search_script = load_file ("site/search.js", error)) == NULL || (site->icon = load_file ("style/icon.svg", error)) == NULL
      || (site->openapi = load_file ("site/openapi.json", error)) == NULL)
    return NULL;
  site->script_tag = tag_of (site->script);
  return g_steal_pointer (&site);
}
