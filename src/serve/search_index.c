/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "serve/search_index.h"

#include "ground/escape.h"
#include "store/word.h"

#define CALL "nikkanSearch(\""  /* the function that each file calls */
#define SHARD_BYTES (24u << 10) /* of words, on average */
#define MAX_SHARDS 4096u
/* How much of a word decides on its file, in characters: the beginnings of words can be looked for from this length on. */
#define KEY_CHARACTERS 3
#define LARGEST_DIGIT 32u

/* Words of nearly every text, which find nothing: neither in the index nor in a query. */
static const char *const common[] = { "a",  "an", "and", "are", "as", "be", "by",   "can", "document", "draft", "for", "from",
                                      "in", "is", "it",  "of",  "on", "or", "that", "the", "this",     "to",    "with" };

/* Where a word stood: what names a document counts more than what describes it. */
typedef enum { PLACE_NAME, PLACE_TEXT, N_PLACES } Place;

/* Documents that have a word, as differences of their numbers in digits of five bits, the lowest first; letters up to f stand for the last digit. */
typedef struct {
  char *data;
  guint length, room;
  guint next; /* the last number and one */
} Numbers;

typedef struct {
  Numbers numbers[N_PLACES];
  gboolean is_common;
} Entry;

struct _NkSearchIndex {
  const NkTopicTable *topics;
  GHashTable *entries; /* char * -> Entry */
  GPtrArray *blocks;   /* GString: documents */
  gsize size_bytes;    /* of all words and numbers */
  guint n_documents, n_summaries;
  NkDay first, last;
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  for (guint i = 0; i < N_PLACES; i++)
    g_free (entry->numbers[i].data);
  g_free (entry);
}

static void
string_free (gpointer data)
{
  g_string_free (data, TRUE);
}

static Entry *
find_entry (NkSearchIndex *index, const char *word)
{
  Entry *entry = g_hash_table_lookup (index->entries, word);

  if (entry != NULL)
    return entry;
  entry = g_new0 (Entry, 1);
  g_hash_table_insert (index->entries, g_strdup (word), entry);
  return entry;
}

NkSearchIndex *
nk_search_index_new (const NkTopicTable *topics)
{
  NkSearchIndex *index = g_new0 (NkSearchIndex, 1);

  index->topics = topics;
  index->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
  index->blocks = g_ptr_array_new_with_free_func (string_free);
  index->first = index->last = NK_DAY_NONE;
  for (gsize i = 0; i < G_N_ELEMENTS (common); i++)
    find_entry (index, common[i])->is_common = TRUE;
  return index;
}

void
nk_search_index_free (NkSearchIndex *index)
{
  if (index == NULL)
    return;
  g_hash_table_unref (index->entries);
  g_ptr_array_unref (index->blocks);
  g_free (index);
}

/* --- words */

static void
append_digit (Numbers *numbers, guint digit)
{
  static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  if (numbers->length == numbers->room) {
    numbers->room = MAX (4, numbers->room * 2);
    numbers->data = g_realloc (numbers->data, numbers->room);
  }
  numbers->data[numbers->length++] = letters[digit];
}

/* The document that is being added has `word`. */
static void
add_word (NkSearchIndex *index, const char *word, Place place)
{
  guint document = index->n_documents, difference, before;
  Entry *entry = find_entry (index, word);
  Numbers *numbers = &entry->numbers[place];

  if (entry->is_common || numbers->next == document + 1 || entry->numbers[PLACE_NAME].next == document + 1)
    return;
  if (numbers->length == 0)
    index->size_bytes += strlen (word);
  before = numbers->length;
  for (difference = document + 1 - numbers->next; difference >= LARGEST_DIGIT; difference /= LARGEST_DIGIT)
    append_digit (numbers, LARGEST_DIGIT + difference % LARGEST_DIGIT);
  append_digit (numbers, difference);
  numbers->next = document + 1;
  index->size_bytes += numbers->length - before;
}

/* Every word of a text; of scripts without blanks every character and every two that stand side by side. `field` (nullable) with its colon is put before words. */
static void
add_text (NkSearchIndex *index, const char *field, const char *text, Place place)
{
  g_autoptr (GString) word = g_string_new (NULL), pair = g_string_new (NULL);
  NkWordScan scan;
  NkWord found;

  nk_word_scan_begin (&scan, nk_slice_text (text));
  while (nk_word_scan_next (&scan, &found)) {
    if (found.is_joined) {
      g_string_append_len (g_string_assign (pair, word->str), found.text, (gssize)found.length);
      add_word (index, pair->str, place);
    }
    g_string_assign (word, field != NULL ? field : "");
    g_string_append_len (word, found.text, (gssize)found.length);
    add_word (index, word->str, place);
  }
}

static void
add_field (NkSearchIndex *index, const char *field, const char *value)
{
  g_autofree char *word = g_strconcat (field, value, NULL);

  add_word (index, word, PLACE_NAME);
}

static void
add_topics (NkSearchIndex *index, const char *ids)
{
  g_auto (GStrv) topics = g_strsplit (ids, " ", NK_TOPIC_MAX_OF_DOCUMENT);

  for (guint i = 0; topics[i] != NULL; i++) {
    const NkTopic *topic = nk_topic_table_find (index->topics, topics[i]);

    if (topic == NULL)
      continue;
    add_field (index, "topic:", topic->id);
    add_text (index, NULL, topic->ja, PLACE_TEXT);
    add_text (index, NULL, topic->en, PLACE_TEXT);
  }
}

static void
add_words (NkSearchIndex *index, const NkCatalogued *document)
{
  gboolean is_rfc = document->kind == NK_KIND_RFC;

  add_text (index, NULL, document->title, PLACE_NAME);
  add_text (index, NULL, document->name, PLACE_NAME);
  if (is_rfc) {
    g_autofree char *apart = g_strdup_printf ("rfc %u", document->rfc_number);

    add_text (index, NULL, apart, PLACE_NAME);
  }
  add_text (index, NULL, document->authors, PLACE_NAME);
  add_text (index, "author:", document->authors, PLACE_NAME);
  add_text (index, NULL, document->group_acronym, PLACE_NAME);
  add_text (index, NULL, document->group_name, PLACE_NAME);
  add_field (index, "kind:", is_rfc ? "rfc" : "draft");
  if (nk_route_is_valid (NK_PARAMETER_GROUP, document->group_acronym))
    add_field (index, "group:", document->group_acronym);
  if (nk_route_is_valid (NK_PARAMETER_AREA, document->group_area))
    add_field (index, "area:", document->group_area);
  add_topics (index, document->topics);
  add_text (index, NULL, document->abstract, PLACE_TEXT);
  add_text (index, NULL, document->summary, PLACE_TEXT);
}

/* --- documents */

static void
append_text (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  nk_escape_script_string (out, text);
  g_string_append_c (out, '"');
}

/* [name, title, group, authors, first day, last day] */
static void
append_document (GString *out, const NkCatalogued *document)
{
  gboolean has_group = nk_route_is_valid (NK_PARAMETER_GROUP, document->group_acronym);

  g_string_append (out, out->len > 0 ? ",\n[" : "[");
  append_text (out, document->name);
  g_string_append_c (out, ',');
  append_text (out, document->title);
  g_string_append_c (out, ',');
  append_text (out, has_group ? document->group_acronym : "");
  g_string_append_c (out, ',');
  append_text (out, document->authors);
  g_string_append_printf (out, ",%d,%d]", document->first, document->last);
}

gboolean
nk_search_index_add (NkSearchIndex *index, const NkCatalogued *document, GError **error)
{
  GString *block = NULL;

  g_return_val_if_fail (index != NULL && document != NULL, FALSE);
  if (!nk_route_is_valid (NK_PARAMETER_DOCUMENT, document->name))
    return TRUE; /* it has no page */
  if (index->n_documents == NK_SEARCH_INDEX_MAX_DOCUMENTS) {
    g_set_error (error, NK_ERROR, NK_ERROR_LIMIT, "the search of a site of files takes %d documents", NK_SEARCH_INDEX_MAX_DOCUMENTS);
    return FALSE;
  }
  add_words (index, document);
  if (index->n_documents % NK_SEARCH_INDEX_BLOCK == 0)
    g_ptr_array_add (index->blocks, g_string_new (NULL));
  block = index->blocks->pdata[index->blocks->len - 1];
  append_document (block, document);
  index->n_documents++;
  index->n_summaries += *document->summary != '\0';
  if (index->first == NK_DAY_NONE || document->first < index->first)
    index->first = document->first;
  if (index->last == NK_DAY_NONE || document->last > index->last)
    index->last = document->last;
  return TRUE;
}

/* --- files */

typedef struct {
  const NkSearchIndex *index;
  NkSearchIndexWrite write;
  gpointer user_data;
} Writing;

/* One file: a call with its own name and a value. */
static gboolean
write_file (const Writing *writing, const char *name, const char *value, GError **error)
{
  g_autofree char *file = g_strconcat (NK_SEARCH_INDEX_FOLDER, name, ".js", NULL);
  char *text = g_strconcat (CALL, name, "\",", value, ")\n", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return writing->write (file, bytes, writing->user_data, error);
}

static gboolean
write_about (const Writing *writing, guint n_shards, GError **error)
{
  const NkSearchIndex *index = writing->index;
  g_autoptr (GString) value = g_string_new (NULL);
  g_autofree char *first = nk_day_format (index->first), *last = nk_day_format (index->last);

  g_string_printf (value, "{\"documents\":%u,\"summaries\":%u,\"first\":\"%s\",\"last\":\"%s\",\"block\":%d,\"shards\":%u,\"common\":[",
                   index->n_documents, index->n_summaries, first, last, NK_SEARCH_INDEX_BLOCK, n_shards);
  for (gsize i = 0; i < G_N_ELEMENTS (common); i++) {
    g_string_append (value, i > 0 ? "," : "");
    append_text (value, common[i]);
  }
  g_string_append (value, "]}");
  return write_file (writing, "about", value->str, error);
}

static gboolean
write_blocks (const Writing *writing, GError **error)
{
  for (guint i = 0; i < writing->index->blocks->len; i++) {
    const GString *block = writing->index->blocks->pdata[i];
    g_autofree char *name = g_strdup_printf ("d%u", i), *value = g_strconcat ("[", block->str, "]", NULL);

    if (!write_file (writing, name, value, error))
      return FALSE;
  }
  return TRUE;
}

/* The file of a word: by its first characters, behind the name of a field if it has one (FNV-1a of their numbers). */
static guint
shard_of (const char *word, guint n_shards)
{
  const char *colon = strchr (word, ':');
  guint32 hash = 2166136261u;
  guint left = KEY_CHARACTERS;

  for (; *word != '\0' && left > 0; word = g_utf8_next_char (word)) {
    hash = (hash ^ g_utf8_get_char (word)) * 16777619u;
    left -= colon == NULL || word > colon;
  }
  return (hash ^ hash >> 15) & (n_shards - 1);
}

static guint
count_shards (gsize size_bytes)
{
  guint n = 1;

  while (n < MAX_SHARDS && n * SHARD_BYTES < size_bytes)
    n *= 2;
  return n;
}

static gint
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static void
append_entry (GString *out, const char *word, const Entry *entry)
{
  g_string_append (out, out->len > 0 ? ",\n" : "");
  append_text (out, word);
  g_string_append (out, ":\"");
  for (guint i = 0; i < N_PLACES; i++) {
    if (i > 0 && entry->numbers[i].length > 0)
      g_string_append_c (out, ' ');
    g_string_append_len (out, entry->numbers[i].data, entry->numbers[i].length);
  }
  g_string_append_c (out, '"');
}

static gboolean
write_shards (const Writing *writing, guint n_shards, GError **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new (), shards = g_ptr_array_new_with_free_func (string_free);
  GHashTableIter iter;
  gpointer word, entry;

  for (guint i = 0; i < n_shards; i++)
    g_ptr_array_add (shards, g_string_new (NULL));
  g_hash_table_iter_init (&iter, writing->index->entries);
  while (g_hash_table_iter_next (&iter, &word, &entry))
    if (!((const Entry *)entry)->is_common)
      g_ptr_array_add (words, word);
  g_ptr_array_sort (words, compare_words);
  for (guint i = 0; i < words->len; i++)
    append_entry (shards->pdata[shard_of (words->pdata[i], n_shards)], words->pdata[i],
                  g_hash_table_lookup (writing->index->entries, words->pdata[i]));
  for (guint i = 0; i < n_shards; i++) {
    const GString *shard = shards->pdata[i];
    g_autofree char *name = g_strdup_printf ("w%u", i), *value = g_strconcat ("{", shard->str, "}", NULL);

    if (!write_file (writing, name, value, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
nk_search_index_write (const NkSearchIndex *index, NkSearchIndexWrite write, gpointer user_data, GError **error)
{
  Writing writing = { index, write, user_data };
  guint n_shards = count_shards (index->size_bytes);

  return write_about (&writing, n_shards, error) && write_blocks (&writing, error) && write_shards (&writing, n_shards, error);
}

static gboolean
on_document (const NkCatalogued *document, gpointer user_data, GError **error)
{
  return nk_search_index_add (user_data, document, error);
}

gboolean
nk_search_index_export (const NkSite *site, NkStore *store, NkDay today, NkSearchIndexWrite write, gpointer user_data, GError **error)
{
  g_autoptr (NkSearchIndex) index = nk_search_index_new (site->topics);

  return nk_query_catalogue (store, today, on_document, index, error) && nk_search_index_write (index, write, user_data, error);
}
