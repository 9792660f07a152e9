/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "serve/export_manifest.h"

#include "ground/file.h"

#include <string.h>
#include <xxhash.h>

#define MAGIC "nikkan site 1\n"
#define MAX_STATE_BYTES ((gsize)2 << 30)
#define IDENTITY_BYTES 32
#define NO_KEY G_MAXUINT32

/* The file, in the byte order of the machine: it is read where it was written. Behind the head stand the pages, the aspects, the links and the references to aspects
 * (places), and the texts. */
typedef struct {
  char magic[16];
  guint64 checksum; /* of all that follows */
  guint64 signature;
  char identity[IDENTITY_BYTES];
  guint32 n_pages, n_aspects, n_links, n_references, n_text_bytes, unused;
} Head;

typedef struct {
  guint64 hash[2];
  gint64 size, mtime_ns;
  guint32 path, file, first_link, n_links, first_aspect, n_aspects, is_page, unused;
} PageRecord;

typedef struct {
  guint64 stamp;
  gint32 from, to;
  guint32 kind, key;
} AspectRecord;

typedef struct {
  NkAspect aspect; /* with a key of its own */
  guint64 stamp;   /* now */
  gboolean is_current;
} Known;

struct _NkExportManifest {
  const NkAspects *aspects;
  guint64 signature;
  gboolean is_of_program;   /* made with this signature */
  char *data;               /* (nullable): the file, into which links and texts point */
  GArray *pages;            /* NkExportPage */
  GHashTable *places;       /* path -> place + 1 */
  GArray *known;            /* Known */
  GHashTable *known_places; /* Known * (of the key alone) -> place + 1 */
  GStringChunk *texts;
  GPtrArray *lists; /* guint32 *, of this run */
};

static guint
hash_aspect (gconstpointer data)
{
  const NkAspect *aspect = data;

  return (guint)aspect->kind * 31u + (guint)aspect->from * 2654435761u + (guint)aspect->to * 40503u
         + (aspect->key != NULL ? g_str_hash (aspect->key) : 0);
}

static gboolean
equal_aspects (gconstpointer a, gconstpointer b)
{
  const NkAspect *one = a, *other = b;

  return one->kind == other->kind && one->from == other->from && one->to == other->to && g_strcmp0 (one->key, other->key) == 0;
}

NkExportManifest *
nk_export_manifest_new (const NkAspects *aspects, guint64 signature)
{
  NkExportManifest *manifest = g_new0 (NkExportManifest, 1);

  manifest->aspects = aspects;
  manifest->signature = signature;
  manifest->pages = g_array_new (FALSE, TRUE, sizeof (NkExportPage));
  manifest->places = g_hash_table_new (g_str_hash, g_str_equal);
  manifest->known = g_array_new (FALSE, TRUE, sizeof (Known));
  manifest->known_places = g_hash_table_new_full (hash_aspect, equal_aspects, g_free, NULL);
  manifest->texts = g_string_chunk_new (1 << 16);
  manifest->lists = g_ptr_array_new_with_free_func (g_free);
  return manifest;
}

void
nk_export_manifest_free (NkExportManifest *manifest)
{
  if (manifest == NULL)
    return;
  g_array_unref (manifest->pages);
  g_hash_table_unref (manifest->places);
  g_array_unref (manifest->known);
  g_hash_table_unref (manifest->known_places);
  g_string_chunk_free (manifest->texts);
  g_ptr_array_unref (manifest->lists);
  g_free (manifest->data);
  g_free (manifest);
}

gboolean
nk_export_manifest_is_empty (const NkExportManifest *manifest)
{
  return manifest->pages->len == 0;
}

/* --- pages and aspects */

static guint32
add_page (NkExportManifest *manifest, char *path)
{
  NkExportPage page = { .path = path };

  g_array_append_val (manifest->pages, page);
  g_hash_table_insert (manifest->places, path, GUINT_TO_POINTER (manifest->pages->len));
  return manifest->pages->len - 1;
}

guint32
nk_export_manifest_place (NkExportManifest *manifest, const char *path)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (manifest->places, path));

  return place > 0 ? place - 1 : add_page (manifest, g_string_chunk_insert (manifest->texts, path));
}

NkExportPage *
nk_export_manifest_page (NkExportManifest *manifest, guint32 place)
{
  return &g_array_index (manifest->pages, NkExportPage, place);
}

static guint32
add_aspect (NkExportManifest *manifest, const NkAspect *aspect, guint64 stamp_then)
{
  Known known = { .aspect = *aspect, .stamp = nk_aspects_stamp (manifest->aspects, aspect) };

  known.is_current = known.stamp == stamp_then;
  g_array_append_val (manifest->known, known);
  g_hash_table_insert (manifest->known_places, g_memdup2 (aspect, sizeof *aspect), GUINT_TO_POINTER (manifest->known->len));
  return manifest->known->len - 1;
}

static guint32
place_of_aspect (NkExportManifest *manifest, const NkAspect *aspect)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (manifest->known_places, aspect));
  NkAspect own = *aspect;

  if (place > 0)
    return place - 1;
  own.key = aspect->key != NULL ? g_string_chunk_insert_const (manifest->texts, aspect->key) : NULL;
  return add_aspect (manifest, &own, 0);
}

gboolean
nk_export_manifest_is_current (const NkExportManifest *manifest, const NkExportPage *page)
{
  if (!page->is_known || !manifest->is_of_program)
    return FALSE;
  for (guint i = 0; i < page->n_aspects; i++)
    if (!g_array_index (manifest->known, Known, page->aspects[i]).is_current)
      return FALSE;
  return TRUE;
}

void
nk_export_manifest_set_links (NkExportManifest *manifest, guint32 place, const GPtrArray *paths)
{
  guint32 *links = g_new (guint32, paths->len + 1);
  NkExportPage *page;

  for (guint i = 0; i < paths->len; i++)
    links[i] = nk_export_manifest_place (manifest, paths->pdata[i]);
  g_ptr_array_add (manifest->lists, links);
  page = nk_export_manifest_page (manifest, place);
  page->links = links;
  page->n_links = paths->len;
}

void
nk_export_manifest_set_file (NkExportManifest *manifest, guint32 place, const char *file)
{
  nk_export_manifest_page (manifest, place)->file = g_string_chunk_insert (manifest->texts, file);
}

void
nk_export_manifest_set_aspects (NkExportManifest *manifest, guint32 place, const NkAspect *aspects, guint n_aspects)
{
  guint32 *places = g_new (guint32, n_aspects + 1);
  NkExportPage *page = nk_export_manifest_page (manifest, place);

  for (guint i = 0; i < n_aspects; i++)
    places[i] = place_of_aspect (manifest, &aspects[i]);
  g_ptr_array_add (manifest->lists, places);
  page->aspects = places;
  page->n_aspects = n_aspects;
}

/* --- loading */

/* The parts of a file. */
typedef struct {
  const Head *head;
  const PageRecord *pages;
  const AspectRecord *aspects;
  const guint32 *links, *references;
  char *texts;
} Parts;

static guint64
checksum_of (const char *data, gsize length)
{
  gsize from = G_STRUCT_OFFSET (Head, signature);

  return XXH3_64bits (data + from, length - from);
}

static gboolean
cut_parts (char *data, gsize length, const char *identity, Parts *ret_parts)
{
  const Head *head = (const Head *)(void *)data;
  guint64 needed = sizeof *head;
  Parts parts = { head, NULL, NULL, NULL, NULL, NULL };

  if (length < sizeof *head || memcmp (head->magic, MAGIC, sizeof MAGIC) != 0 || strlen (identity) != IDENTITY_BYTES
      || memcmp (head->identity, identity, IDENTITY_BYTES) != 0)
    return FALSE;
  parts.pages = (const PageRecord *)(void *)(data + needed);
  needed += (guint64)head->n_pages * sizeof (PageRecord);
  parts.aspects = (const AspectRecord *)(void *)(data + needed);
  needed += (guint64)head->n_aspects * sizeof (AspectRecord);
  parts.links = (const guint32 *)(void *)(data + needed);
  needed += (guint64)head->n_links * sizeof (guint32);
  parts.references = (const guint32 *)(void *)(data + needed);
  needed += (guint64)head->n_references * sizeof (guint32);
  parts.texts = data + needed;
  needed += head->n_text_bytes;
  if (needed != length || head->n_text_bytes == 0 || data[length - 1] != '\0' || head->checksum != checksum_of (data, length))
    return FALSE;
  *ret_parts = parts;
  return TRUE;
}

static gboolean
all_below (const guint32 *numbers, guint n, guint limit)
{
  for (guint i = 0; i < n; i++)
    if (numbers[i] >= limit)
      return FALSE;
  return TRUE;
}

/* What cannot be trusted to stay within the file. */
static gboolean
are_sound (const Parts *parts)
{
  const Head *head = parts->head;

  for (guint i = 0; i < head->n_pages; i++) {
    const PageRecord *page = &parts->pages[i];

    if (page->path >= head->n_text_bytes || page->file >= head->n_text_bytes || (guint64)page->first_link + page->n_links > head->n_links
        || (guint64)page->first_aspect + page->n_aspects > head->n_references)
      return FALSE;
  }
  for (guint i = 0; i < head->n_aspects; i++)
    if (parts->aspects[i].kind >= NK_N_ASPECTS || (parts->aspects[i].key != NO_KEY && parts->aspects[i].key >= head->n_text_bytes)
        || (parts->aspects[i].key == NO_KEY && parts->aspects[i].kind >= NK_ASPECT_NOTE))
      return FALSE;
  return all_below (parts->links, head->n_links, head->n_pages) && all_below (parts->references, head->n_references, head->n_aspects);
}

static void
take_parts (NkExportManifest *manifest, const Parts *parts)
{
  for (guint i = 0; i < parts->head->n_pages; i++) {
    const PageRecord *record = &parts->pages[i];
    NkExportPage *page = nk_export_manifest_page (manifest, add_page (manifest, parts->texts + record->path));

    page->file = parts->texts + record->file;
    memcpy (page->hash, record->hash, sizeof page->hash);
    page->size = record->size;
    page->mtime_ns = record->mtime_ns;
    page->is_known = TRUE;
    page->is_page = record->is_page != 0;
    page->links = parts->links + record->first_link;
    page->n_links = record->n_links;
    page->aspects = parts->references + record->first_aspect;
    page->n_aspects = record->n_aspects;
  }
  for (guint i = 0; i < parts->head->n_aspects; i++) {
    const AspectRecord *record = &parts->aspects[i];
    NkAspect aspect = { (NkAspectKind)record->kind, record->from, record->to, record->key != NO_KEY ? parts->texts + record->key : NULL };

    add_aspect (manifest, &aspect, record->stamp);
  }
  manifest->is_of_program = parts->head->signature == manifest->signature;
}

NkExportManifest *
nk_export_manifest_load (const char *path, const char *identity, const NkAspects *aspects, guint64 signature)
{
  NkExportManifest *manifest = nk_export_manifest_new (aspects, signature);
  gsize length = 0;
  Parts parts;

  if (identity == NULL)
    return manifest;
  manifest->data = nk_file_read (path, MAX_STATE_BYTES, &length, NULL);
  if (manifest->data != NULL && cut_parts (manifest->data, length, identity, &parts) && are_sound (&parts))
    take_parts (manifest, &parts);
  return manifest;
}

/* --- saving */

static gint
compare_pages (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const NkExportPage *const *)a)->path, (*(const NkExportPage *const *)b)->path);
}

char *
nk_export_manifest_identity (const NkExportManifest *manifest)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();
  XXH3_state_t *state = XXH3_createState ();
  XXH128_hash_t hash;

  for (guint i = 0; i < manifest->pages->len; i++) {
    NkExportPage *page = &g_array_index (manifest->pages, NkExportPage, i);

    if (page->is_reached)
      g_ptr_array_add (pages, page);
  }
  g_ptr_array_sort (pages, compare_pages);
  XXH3_128bits_reset (state);
  for (guint i = 0; i < pages->len; i++) {
    const NkExportPage *page = pages->pdata[i];

    XXH3_128bits_update (state, page->path, strlen (page->path) + 1);
    XXH3_128bits_update (state, page->hash, sizeof page->hash);
  }
  hash = XXH3_128bits_digest (state);
  XXH3_freeState (state);
  return g_strdup_printf ("%016" G_GINT64_MODIFIER "x%016" G_GINT64_MODIFIER "x", hash.high64, hash.low64);
}

/* Everything that is written, part by part. */
typedef struct {
  GArray *pages, *aspects, *links, *references;
  GString *texts;
  guint32 *new_places;  /* of pages, + 1; 0: not reached */
  guint32 *new_aspects; /* the same of aspects; 0: of no page so far */
} Saving;

static guint32
add_text (Saving *saving, const char *text)
{
  gsize place = saving->texts->len;

  g_string_append_len (saving->texts, text, (gssize)strlen (text) + 1);
  return (guint32)place;
}

static guint32
save_aspect (Saving *saving, const Known *known)
{
  AspectRecord record = { .stamp = known->stamp,
                          .from = known->aspect.from,
                          .to = known->aspect.to,
                          .kind = known->aspect.kind,
                          .key = known->aspect.key != NULL ? add_text (saving, known->aspect.key) : NO_KEY };

  g_array_append_val (saving->aspects, record);
  return saving->aspects->len;
}

static void
save_page (const NkExportManifest *manifest, Saving *saving, const NkExportPage *page)
{
  PageRecord record = { .hash = { page->hash[0], page->hash[1] },
                        .size = page->size,
                        .mtime_ns = page->mtime_ns,
                        .path = add_text (saving, page->path),
                        .file = add_text (saving, page->file),
                        .first_link = saving->links->len,
                        .n_links = page->n_links,
                        .first_aspect = saving->references->len,
                        .n_aspects = page->n_aspects,
                        .is_page = page->is_page ? 1 : 0 };

  for (guint i = 0; i < page->n_links; i++) {
    guint32 place = saving->new_places[page->links[i]] - 1;

    g_array_append_val (saving->links, place);
  }
  for (guint i = 0; i < page->n_aspects; i++) {
    guint32 *number = &saving->new_aspects[page->aspects[i]], place;

    if (*number == 0)
      *number = save_aspect (saving, &g_array_index (manifest->known, Known, page->aspects[i]));
    place = *number - 1;
    g_array_append_val (saving->references, place);
  }
  g_array_append_val (saving->pages, record);
}

static void
append_array (GString *out, GArray *array, gsize size)
{
  g_string_append_len (out, array->data, (gssize)(array->len * size));
  g_array_unref (array);
}

GBytes *
nk_export_manifest_save (const NkExportManifest *manifest, const char *identity)
{
  Saving saving = { g_array_new (FALSE, FALSE, sizeof (PageRecord)),
                    g_array_new (FALSE, FALSE, sizeof (AspectRecord)),
                    g_array_new (FALSE, FALSE, sizeof (guint32)),
                    g_array_new (FALSE, FALSE, sizeof (guint32)),
                    g_string_new (NULL),
                    g_new0 (guint32, manifest->pages->len + 1),
                    g_new0 (guint32, manifest->known->len + 1) };
  Head head = { .magic = MAGIC, .signature = manifest->signature };
  GString *out = g_string_new (NULL);
  guint32 n = 0;

  memcpy (head.identity, identity, IDENTITY_BYTES);
  for (guint i = 0; i < manifest->pages->len; i++)
    if (g_array_index (manifest->pages, NkExportPage, i).is_reached)
      saving.new_places[i] = ++n;
  for (guint i = 0; i < manifest->pages->len; i++)
    if (saving.new_places[i] > 0)
      save_page (manifest, &saving, &g_array_index (manifest->pages, NkExportPage, i));
  g_string_append_c (saving.texts, '\0');
  head.n_pages = saving.pages->len;
  head.n_aspects = saving.aspects->len;
  head.n_links = saving.links->len;
  head.n_references = saving.references->len;
  head.n_text_bytes = (guint32)saving.texts->len;
  g_string_append_len (out, (const char *)&head, sizeof head);
  append_array (out, saving.pages, sizeof (PageRecord));
  append_array (out, saving.aspects, sizeof (AspectRecord));
  append_array (out, saving.links, sizeof (guint32));
  append_array (out, saving.references, sizeof (guint32));
  g_string_append_len (out, saving.texts->str, (gssize)saving.texts->len);
  head.checksum = checksum_of (out->str, out->len);
  memcpy (out->str, &head, sizeof head);
  g_string_free (saving.texts, TRUE);
  g_free (saving.new_places);
  g_free (saving.new_aspects);
  return g_string_free_to_bytes (out);
}
