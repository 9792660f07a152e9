/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "serve/export.h"

#include "serve/answer.h"
#include "serve/export_manifest.h"
#include "serve/export_private.h"
#include "serve/search_index.h"

#include <xxhash.h>

#define JOBS_AT_ONCE 512 /* pages whose links are held in memory before they are taken over */
#define MAX_TRIES 10     /* to see one state of the database with several eyes */

typedef struct {
  const NkExportOptions *options;
  NkExportFolder *folder;
  NkExportManifest *manifest;
  NkStore
      *stores[NK_EXPORT_MAX_THREADS + 1]; /* of the threads that make pages; if there are several, the last is that of the search index */
  guint n_stores;
  GArray *queue; /* guint32: places of pages, each once */
} Export;

/* A page to be made. */
typedef struct {
  guint32 place;
  char *path;          /* borrowed */
  gboolean is_checked; /* its file is as it was left, and `hash` is its hash */
  guint64 hash[2];
  /* What came out. */
  char *file;
  gboolean is_page;
  NkExportFile status;
  GPtrArray *links; /* char *, each once */
  GHashTable *seen; /* of them */
  GArray *aspects;  /* NkAspect, each once, with keys of their own */
  GError *error;
} Job;

typedef struct {
  const Export *export;
  GArray *jobs;
  gint *next;
  NkStore *store;
} Worker;

static void
export_clear (Export *export)
{
  for (guint i = 0; i < export->n_stores; i++)
    nk_store_free (export->stores[i]);
  nk_export_manifest_free (export->manifest);
  nk_export_folder_free (export->folder);
  g_clear_pointer (&export->queue, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Export, export_clear)

static void
clear_aspect (gpointer data)
{
  g_free ((char *)(gsize)((NkAspect *)data)->key);
}

static void
job_clear (gpointer data)
{
  Job *job = data;

  g_free (job->file);
  g_hash_table_unref (job->seen);
  g_ptr_array_unref (job->links);
  g_array_unref (job->aspects);
  g_clear_error (&job->error);
}

/* --- making one page; in any thread */

static void
on_link (const char *path, gpointer user_data)
{
  Job *job = user_data;
  char *copy = g_strndup (path, strcspn (path, "#"));

  if (g_hash_table_contains (job->seen, copy)) {
    g_free (copy);
    return;
  }
  g_hash_table_add (job->seen, copy);
  g_ptr_array_add (job->links, copy);
}

static void
on_aspect (const NkAspect *aspect, gpointer user_data)
{
  Job *job = user_data;
  NkAspect own = *aspect;

  for (guint i = 0; i < job->aspects->len; i++) {
    const NkAspect *known = &g_array_index (job->aspects, NkAspect, i);

    if (known->kind == aspect->kind && known->from == aspect->from && known->to == aspect->to && g_strcmp0 (known->key, aspect->key) == 0)
      return;
  }
  own.key = g_strdup (aspect->key);
  g_array_append_val (job->aspects, own);
}

/* `doc/draft-x/index.html`: the file of a route, in the folder of its language. (transfer full) */
static char *
file_of (const NkSite *site, const NkRoute *route)
{
  gboolean has_prefix = nk_route_has_languages (route->id) && route->language != site->home;

  return g_strconcat (has_prefix ? nk_language_code (route->language) : "", has_prefix ? route->path : route->path + 1,
                      g_str_has_suffix (route->path, "/") ? "index.html" : "", NULL);
}

static gboolean
place_file (NkExportFolder *folder, Job *job, GBytes *bytes, GError **error)
{
  XXH128_hash_t hash = XXH3_128bits (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  gboolean is_same
      = job->is_checked ? job->hash[0] == hash.low64 && job->hash[1] == hash.high64 : nk_export_folder_has (folder, job->file, bytes);

  job->hash[0] = hash.low64;
  job->hash[1] = hash.high64;
  if (!is_same)
    return nk_export_folder_put (folder, job->file, bytes, &job->status, error);
  job->status = *nk_export_folder_find (folder, job->file);
  return nk_export_folder_keep (folder, job->file, error);
}

static gboolean
make_page (const Export *export, NkStore *store, Job *job, GError **error)
{
  const NkExportOptions *options = export->options;
  g_auto (NkRoute) route = { 0 };
  g_autofree char *location = NULL;
  g_autoptr (GError) fault = NULL;
  g_autoptr (NkAnswer) answer = NULL;
  NkAnswerOptions answer_options = { .site = options->site,
                                     .store = store,
                                     .route = &route,
                                     .links = NK_LINKS_RELATIVE,
                                     .today = options->today,
                                     .on_link = on_link,
                                     .on_link_data = job };

  if (nk_route_find (job->path, options->site->home, &route, &location) != NK_ROUTE_FOUND) {
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s: a page links to it, but there is no such address", job->path);
    return FALSE;
  }
  nk_store_listen (store, options->today, on_aspect, job);
  answer = nk_answer_make (&answer_options, &fault);
  nk_store_listen (store, options->today, NULL, NULL);
  if (nk_answer_status (answer) != NK_HTTP_OK) {
    g_set_error (error, NK_ERROR, fault != NULL ? (NkErrorCode)fault->code : NK_ERROR_INPUT, "%s: %s", job->path,
                 fault != NULL ? fault->message : "a page links to it, but there is nothing");
    return FALSE;
  }
  job->is_page = g_str_has_suffix (route.path, "/");
  job->file = file_of (options->site, &route);
  return place_file (export->folder, job, nk_answer_bytes (answer), error);
}

static gpointer
work (gpointer data)
{
  const Worker *worker = data;
  gint place;

  while ((place = g_atomic_int_add (worker->next, 1)) < (gint)worker->jobs->len) {
    Job *job = &g_array_index (worker->jobs, Job, place);

    make_page (worker->export, worker->store, job, &job->error);
  }
  return NULL;
}

static void
make_pages (const Export *export, GArray *jobs)
{
  Worker workers[NK_EXPORT_MAX_THREADS];
  GThread *threads[NK_EXPORT_MAX_THREADS] = { NULL };
  guint n = MIN (MAX (export->n_stores, 2) - 1, jobs->len);
  gint next = 0;

  for (guint i = 0; i < n; i++) {
    workers[i] = (Worker){ export, jobs, &next, export->stores[i] };
    if (i > 0)
      threads[i] = g_thread_try_new ("nikkan-site", work, &workers[i], NULL);
  }
  if (n > 0)
    work (&workers[0]);
  for (guint i = 1; i < n; i++)
    if (threads[i] != NULL)
      g_thread_join (threads[i]);
}

/* --- following the links */

static void
reach (Export *export, guint32 place)
{
  NkExportPage *page = nk_export_manifest_page (export->manifest, place);

  if (page->is_reached)
    return;
  page->is_reached = TRUE;
  g_array_append_val (export->queue, place);
}

/* Whether the file of a page is as the run before left it. */
static gboolean
is_file_checked (const Export *export, const NkExportPage *page)
{
  const NkExportFile *file = page->is_known ? nk_export_folder_find (export->folder, page->file) : NULL;

  return file != NULL && file->size == page->size && file->mtime_ns == page->mtime_ns;
}

static void
add_job (GArray *jobs, const NkExportPage *page, guint32 place, gboolean is_checked)
{
  Job job = { .place = place, .path = page->path, .is_checked = is_checked };

  job.hash[0] = page->hash[0];
  job.hash[1] = page->hash[1];
  job.links = g_ptr_array_new ();
  job.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  job.aspects = g_array_new (FALSE, FALSE, sizeof (NkAspect));
  g_array_set_clear_func (job.aspects, clear_aspect);
  g_array_append_val (jobs, job);
}

static gboolean
take_over (Export *export, Job *job, GError **error)
{
  NkExportPage *page;

  if (job->error != NULL) {
    g_propagate_error (error, g_steal_pointer (&job->error));
    return FALSE;
  }
  nk_export_manifest_set_file (export->manifest, job->place, job->file);
  nk_export_manifest_set_links (export->manifest, job->place, job->links);
  nk_export_manifest_set_aspects (export->manifest, job->place, (const NkAspect *)(void *)job->aspects->data, job->aspects->len);
  page = nk_export_manifest_page (export->manifest, job->place);
  page->is_known = TRUE;
  page->is_page = job->is_page;
  page->hash[0] = job->hash[0];
  page->hash[1] = job->hash[1];
  page->size = job->status.size;
  page->mtime_ns = job->status.mtime_ns;
  return TRUE;
}

/* The pages of the queue from `from` to `to`: those that nothing has changed of are kept, the others made; then their links are followed. */
static gboolean
write_pages (Export *export, guint from, guint to, GError **error)
{
  g_autoptr (GArray) jobs = g_array_new (FALSE, FALSE, sizeof (Job));

  g_array_set_clear_func (jobs, job_clear);
  for (guint i = from; i < to; i++) {
    guint32 place = g_array_index (export->queue, guint32, i);
    const NkExportPage *page = nk_export_manifest_page (export->manifest, place);
    gboolean is_checked = is_file_checked (export, page);

    if (export->options->all || !is_checked || !nk_export_manifest_is_current (export->manifest, page))
      add_job (jobs, page, place, is_checked);
    else if (!nk_export_folder_keep (export->folder, page->file, error))
      return FALSE;
  }
  make_pages (export, jobs);
  for (guint i = 0; i < jobs->len; i++)
    if (!take_over (export, &g_array_index (jobs, Job, i), error))
      return FALSE;
  for (guint i = from; i < to; i++) {
    guint32 place = g_array_index (export->queue, guint32, i);
    NkExportPage page = *nk_export_manifest_page (export->manifest, place);

    for (guint k = 0; k < page.n_links; k++)
      reach (export, page.links[k]);
  }
  return TRUE;
}

static gboolean
write_map (Export *export, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  NkSitemap map = { export->folder, export->options->site->base_url, paths };

  for (guint i = 0; i < export->queue->len; i++) {
    const NkExportPage *page = nk_export_manifest_page (export->manifest, g_array_index (export->queue, guint32, i));

    if (page->is_page)
      g_ptr_array_add (paths, page->path);
  }
  return nk_sitemap_write (&map, error);
}

static gboolean
write_index_file (const char *name, GBytes *bytes, gpointer user_data, GError **error)
{
  return nk_export_folder_write (user_data, name, bytes, error);
}

/* The search index: beside the pages, where there is a store for it. */
typedef struct {
  const Export *export;
  NkStore *store;
  GThread *thread; /* (nullable) */
  gboolean is_good;
  GError *error;
} Index;

static gpointer
make_index (gpointer data)
{
  Index *index = data;
  const Export *export = index->export;

  index->is_good = nk_search_index_export (export->options->site, index->store, export->options->today, write_index_file, export->folder,
                                           &index->error);
  return NULL;
}

static void
begin_index (Index *index, const Export *export)
{
  *index = (Index){ .export = export, .store = export->stores[export->n_stores - 1] };
  if (export->n_stores > 1)
    index->thread = g_thread_try_new ("nikkan-index", make_index, index, NULL);
}

/* `is_wanted`: the pages are there. */
static gboolean
end_index (Index *index, gboolean is_wanted, GError **error)
{
  if (index->thread != NULL)
    g_thread_join (index->thread);
  else if (is_wanted)
    make_index (index);
  if (is_wanted && index->error != NULL)
    g_propagate_error (error, g_steal_pointer (&index->error));
  g_clear_error (&index->error);
  return is_wanted && index->is_good;
}

static gboolean
follow_links (Export *export, GError **error)
{
  reach (export, nk_export_manifest_place (export->manifest, "/"));
  for (guint i = 0; i < export->queue->len;) {
    guint end = MIN (export->queue->len, i + JOBS_AT_ONCE);

    if (end > NK_EXPORT_MAX_FILES) {
      g_set_error (error, NK_ERROR, NK_ERROR_LIMIT, "the site has more than %d files", NK_EXPORT_MAX_FILES);
      return FALSE;
    }
    if (!write_pages (export, i, end, error))
      return FALSE;
    i = end;
  }
  return TRUE;
}

static gboolean
write_all (Export *export, GError **error)
{
  Index index;
  gboolean is_good;

  begin_index (&index, export);
  is_good = follow_links (export, error);
  return end_index (&index, is_good, error) && (export->options->site->base_url == NULL || write_map (export, error));
}

/* --- the database */

static gboolean
begin_look (NkStore *store, NkDay today, GError **error)
{
  NkDay first, last;

  /* A snapshot begins with the first question. */
  return nk_query_snapshot_begin (store, error) && nk_query_announced_span (store, today, &first, &last, error);
}

static void
end_looks (Export *export)
{
  for (guint i = 0; i < export->n_stores; i++)
    nk_query_snapshot_end (export->stores[i]);
}

/* All stores look at one state of the database: nobody has written between the first look and the last. */
static gboolean
begin_looks (Export *export, GError **error)
{
  g_autoptr (NkStore) watch = nk_store_open (export->options->database, NK_STORE_READ, error);
  gint64 before = 0, after = 1;

  if (watch == NULL)
    return FALSE;
  for (guint n = 0; n < MAX_TRIES && before != after; n++) {
    if (n > 0)
      end_looks (export);
    if (n + 1 == MAX_TRIES) /* somebody writes all the time: one eye always sees one state */
      while (export->n_stores > 1)
        nk_store_free (export->stores[--export->n_stores]);
    if (!nk_query_generation (watch, &before, error))
      return FALSE;
    for (guint i = 0; i < export->n_stores; i++)
      if (!begin_look (export->stores[i], export->options->today, error))
        return FALSE;
    if (!nk_query_generation (watch, &after, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
open_stores (Export *export, GError **error)
{
  guint n_threads = CLAMP (export->options->threads, 1, NK_EXPORT_MAX_THREADS);
  guint n = n_threads > 1 ? n_threads + 1 : 1;

  for (; export->n_stores < n; export->n_stores++)
    if ((export->stores[export->n_stores] = nk_store_open (export->options->database, NK_STORE_READ, error)) == NULL)
      return FALSE;
  return begin_looks (export, error);
}

static NkExportManifest *
load_manifest (const Export *export, const NkAspects *aspects)
{
  const NkExportOptions *options = export->options;
  const char *identity = nk_export_folder_identity (export->folder), *path;
  guint64 signature = nk_export_signature (options->folders, options->n_folders, options->words);

  for (guint i = 0; (path = nk_export_folder_state_path (export->folder, i)) != NULL; i++) {
    g_autoptr (NkExportManifest) manifest = nk_export_manifest_load (path, identity, aspects, signature);

    if (!nk_export_manifest_is_empty (manifest))
      return g_steal_pointer (&manifest);
  }
  return nk_export_manifest_new (aspects, signature);
}

static gboolean
run (Export *export, NkExportReport *ret_report, GError **error)
{
  g_autoptr (NkAspects) aspects = nk_aspects_read (export->stores[0], export->options->today, error);
  g_autofree char *identity = NULL;
  g_autoptr (GBytes) state = NULL;
  gboolean is_good;

  if (aspects == NULL)
    return FALSE;
  export->manifest = load_manifest (export, aspects);
  is_good = write_all (export, error);
  if (is_good) {
    identity = nk_export_manifest_identity (export->manifest);
    state = nk_export_manifest_save (export->manifest, identity);
  }
  g_clear_pointer (&export->manifest, nk_export_manifest_free);
  return is_good && nk_export_folder_commit (export->folder, identity, state, ret_report, error);
}

gboolean
nk_export_run (const NkExportOptions *options, const char *path, NkExportReport *ret_report, GError **error)
{
  g_auto (Export) export = { .options = options };
  gboolean is_good;

  export.queue = g_array_new (FALSE, FALSE, sizeof (guint32));
  export.folder = nk_export_folder_begin (path, error);
  if (export.folder == NULL || !open_stores (&export, error))
    return FALSE;
  is_good = run (&export, ret_report, error);
  end_looks (&export);
  return is_good;
}
