/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* share/topics.tsv, read, checked and compiled. */
#include "digest/topic_private.h"

#include <string.h>

#define MAX_TOPICS 1000
#define MAX_TERMS 50000
#define MAX_ID_BYTES 24
#define MAX_LABEL_BYTES 200
#define GROUP_WEIGHT 6
#define WORD_WEIGHT 2
/* Raised when the same table would find something else. */
#define RULES "1"

enum { COLUMN_ID, COLUMN_JA, COLUMN_EN, COLUMN_GROUPS, COLUMN_WORDS };
static const char *const columns[] = { "id", "ja", "en", "groups", "words", NULL };

typedef struct {
  NkTopicTable *table;
  const NkTsv *tsv;
  const char *path;
  guint row, topic;
  GHashTable *word_places; /* folded text with a `*` behind a stem -> place + 1 */
  GHashTable *seen;        /* terms of this topic */
  GChecksum *checksum;
} Loading;

G_GNUC_PRINTF (3, 4)
static gboolean
fault (const Loading *loading, GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s:%u: %s", loading->path, nk_tsv_line (loading->tsv, loading->row), what);
  return FALSE;
}

/* Cuts `=WEIGHT` off a term. FALSE if there is something else behind the sign. */
static gboolean
cut_weight (NkSlice *term, guint *weight)
{
  gssize at = nk_slice_find_char (*term, '=');
  guint64 number;

  if (at < 0)
    return TRUE;
  if (!nk_slice_to_uint (nk_slice_trim (nk_slice_from (*term, (gsize)at + 1)), NK_TOPIC_MAX_WEIGHT, &number) || number == 0)
    return FALSE;
  *weight = (guint)number;
  *term = nk_slice_trim (nk_slice_first (*term, (gsize)at));
  return TRUE;
}

static guint
add_word (Loading *loading, const char *folded, guint length, gboolean is_stem)
{
  char key[NK_TOPIC_MAX_WORD_BYTES + 2];
  NkTopicWord word = { .length = length, .is_stem = is_stem };
  guint place;

  memcpy (key, folded, length);
  key[length] = is_stem ? '*' : '\0';
  key[length + 1] = '\0';
  place = GPOINTER_TO_UINT (g_hash_table_lookup (loading->word_places, key));

  if (place > 0)
    return place - 1;
  word.text = g_string_chunk_insert_len (loading->table->texts, folded, length);
  g_array_append_val (loading->table->words, word);
  g_hash_table_insert (loading->word_places, g_strdup (key), GUINT_TO_POINTER (loading->table->words->len));
  return loading->table->words->len - 1;
}

/* Splits `text` into words. (nullable): what is wrong with it. */
static const char *
read_words (Loading *loading, NkSlice text, NkTopicTerm *term)
{
  gboolean has_star = nk_slice_ends (text, NK_SLICE_LITERAL ("*"));
  NkSlice rest = has_star ? nk_slice_first (text, text.length - 1) : text, word;
  char folded[NK_TOPIC_MAX_WORD_BYTES + 1];

  if (memchr (rest.data, '*', rest.length) != NULL)
    return "a * stands at the end only";
  while (nk_topic_next_word (&rest, &word)) {
    gboolean is_stem = has_star && rest.length == 0;
    guint length = nk_topic_fold (word, folded);

    if (term->n_words == NK_TOPIC_MAX_TERM_WORDS)
      return "too many words";
    if (length == 0)
      return "a word is too long";
    /* The s before a * belongs to the stem. */
    if (is_stem)
      for (length = 0; length < word.length; length++)
        folded[length] = g_ascii_tolower (word.data[length]);
    if (is_stem && length < NK_TOPIC_MIN_STEM)
      return "three letters at least before a *";
    for (gsize i = 0; i < word.length; i++)
      term->has_capitals |= g_ascii_isupper (word.data[i]);
    term->word[term->n_words++] = add_word (loading, folded, length, is_stem);
  }
  return term->n_words > 0 ? NULL : "there is no word in it";
}

static gboolean
add_term (Loading *loading, NkSlice text, GError **error)
{
  NkTopicTerm term = { .topic = loading->topic, .weight = WORD_WEIGHT };
  g_autofree char *whole = nk_slice_dup (text);
  const char *problem;

  if (!cut_weight (&text, &term.weight))
    return fault (loading, error, "the weight of “%s” is not a number from 1 to 9", whole);
  term.text = g_string_chunk_insert_len (loading->table->texts, text.data, (gssize)text.length);
  if (!g_hash_table_add (loading->seen, (gpointer)term.text))
    return fault (loading, error, "“%s” stands here for the second time", term.text);
  problem = read_words (loading, text, &term);
  if (problem != NULL)
    return fault (loading, error, "“%s”: %s", whole, problem);
  g_array_append_val (loading->table->terms, term);
  if (loading->table->terms->len > MAX_TERMS) {
    g_set_error (error, NK_ERROR, NK_ERROR_LIMIT, "%s: more than %d words", loading->path, MAX_TERMS);
    return FALSE;
  }
  return TRUE;
}

static gboolean
add_group (Loading *loading, NkSlice text, GError **error)
{
  NkTopicGroup group = { .topic = loading->topic, .weight = GROUP_WEIGHT };
  g_autofree char *whole = nk_slice_dup (text);

  if (!cut_weight (&text, &group.weight))
    return fault (loading, error, "the weight of “%s” is not a number from 1 to 9", whole);
  group.acronym = g_string_chunk_insert_len (loading->table->texts, text.data, (gssize)text.length);
  if (text.length == 0 || strspn (group.acronym, "abcdefghijklmnopqrstuvwxyz0123456789-") != text.length)
    return fault (loading, error, "“%s” is no acronym of a group", group.acronym);
  if (!g_hash_table_add (loading->seen, (gpointer)group.acronym))
    return fault (loading, error, "“%s” stands here for the second time", group.acronym);
  g_array_append_val (loading->table->groups, group);
  return TRUE;
}

/* Hands each part of a cell to `add`. */
static gboolean
read_cell (Loading *loading, guint column, char separator, gboolean (*add) (Loading *, NkSlice, GError **), GError **error)
{
  NkSlice rest = nk_slice_text (nk_tsv_cell (loading->tsv, loading->row, column));

  g_hash_table_remove_all (loading->seen);
  while (rest.length > 0) {
    gssize at = nk_slice_find_char (rest, separator);
    NkSlice part = nk_slice_trim (at >= 0 ? nk_slice_first (rest, (gsize)at) : rest);

    rest = at >= 0 ? nk_slice_from (rest, (gsize)at + 1) : NK_SLICE_EMPTY;
    if (part.length > 0 && !add (loading, part, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_label (Loading *loading, guint column, const char **ret_label, GError **error)
{
  const char *label = nk_tsv_cell (loading->tsv, loading->row, column);

  if (*label == '\0' || strlen (label) > MAX_LABEL_BYTES || strpbrk (label, "\n\t") != NULL)
    return fault (loading, error, "%s: a label is one line that is not empty", columns[column]);
  *ret_label = g_string_chunk_insert (loading->table->texts, label);
  return TRUE;
}

static gboolean
read_row (Loading *loading, GError **error)
{
  NkTopicTable *table = loading->table;
  const char *id = nk_tsv_cell (loading->tsv, loading->row, COLUMN_ID);
  NkTopic topic = { .index = table->topics->len };
  gsize length = strlen (id);

  for (guint column = 0; columns[column] != NULL; column++) {
    g_checksum_update (loading->checksum, (const guchar *)nk_tsv_cell (loading->tsv, loading->row, column), -1);
    g_checksum_update (loading->checksum, (const guchar *)"\t", 1);
  }
  if (length == 0 || length > MAX_ID_BYTES || strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789") != length)
    return fault (loading, error, "“%s” is no id: small letters and digits, 24 at most", id);
  if (nk_topic_table_find (table, id) != NULL)
    return fault (loading, error, "the topic “%s” stands here for the second time", id);
  topic.id = g_string_chunk_insert (table->texts, id);
  if (!read_label (loading, COLUMN_JA, &topic.ja, error) || !read_label (loading, COLUMN_EN, &topic.en, error))
    return FALSE;
  loading->topic = topic.index;
  g_array_append_val (table->topics, topic);
  g_hash_table_insert (table->by_id, (gpointer)topic.id, GUINT_TO_POINTER (table->topics->len));
  if (!read_cell (loading, COLUMN_GROUPS, ' ', add_group, error) || !read_cell (loading, COLUMN_WORDS, ';', add_term, error))
    return FALSE;
  if (*nk_tsv_cell (loading->tsv, loading->row, COLUMN_GROUPS) == '\0' && *nk_tsv_cell (loading->tsv, loading->row, COLUMN_WORDS) == '\0')
    return fault (loading, error, "the topic “%s” has neither groups nor words", id);
  return TRUE;
}

static gint
compare_terms (gconstpointer a, gconstpointer b)
{
  const NkTopicTerm *one = a, *other = b;

  return one->word[0] < other->word[0] ? -1 : one->word[0] > other->word[0];
}

static gint
compare_groups (gconstpointer a, gconstpointer b)
{
  const NkTopicGroup *one = a, *other = b;

  return strcmp (one->acronym, other->acronym);
}

/* The order of the file stays among terms of one first word: g_array_sort is stable. */
static void
compile (NkTopicTable *table)
{
  g_array_sort (table->terms, compare_terms);
  g_array_sort (table->groups, compare_groups);
  for (guint i = 0; i < table->terms->len; i++) {
    NkTopicWord *first = &g_array_index (table->words, NkTopicWord, g_array_index (table->terms, NkTopicTerm, i).word[0]);

    if (first->n_terms++ == 0)
      first->first_term = i;
  }
  for (table->n_slots = 16; table->n_slots < table->words->len * 4; table->n_slots *= 2)
    ;
  table->slots = g_new0 (guint, table->n_slots);
  for (guint i = 0; i < table->words->len; i++) {
    const NkTopicWord *word = &g_array_index (table->words, NkTopicWord, i);
    guint32 hash = NK_TOPIC_HASH_START;
    guint slot;

    for (guint c = 0; c < word->length; c++) {
      hash = NK_TOPIC_HASH_STEP (hash, word->text[c]);
      if (word->is_stem && c + 1 == NK_TOPIC_MIN_STEM)
        table->stem_starts[NK_TOPIC_STEM_BIT (hash) / 8] |= (guint8)(1u << NK_TOPIC_STEM_BIT (hash) % 8);
    }
    slot = NK_TOPIC_HASH_END (hash, word->is_stem) & (table->n_slots - 1);
    while (table->slots[slot] != 0)
      slot = (slot + 1) & (table->n_slots - 1);
    table->slots[slot] = i + 1;
    if (word->is_stem)
      table->stem_lengths[word->length] = TRUE;
  }
}

NkTopicTable *
nk_topic_table_load (const char *path, GError **error)
{
  g_autoptr (NkTsv) tsv = nk_tsv_load (path, columns, error);
  g_autoptr (NkTopicTable) table = NULL;
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_MD5);
  Loading loading = { .tsv = tsv, .path = path, .word_places = places, .seen = seen, .checksum = checksum };

  if (tsv == NULL)
    return NULL;
  if (nk_tsv_n_rows (tsv) > MAX_TOPICS) {
    g_set_error (error, NK_ERROR, NK_ERROR_LIMIT, "%s: more than %d topics", path, MAX_TOPICS);
    return NULL;
  }
  loading.table = table = g_new0 (NkTopicTable, 1);
  table->texts = g_string_chunk_new (16384);
  table->topics = g_array_new (FALSE, FALSE, sizeof (NkTopic));
  table->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  table->words = g_array_new (FALSE, FALSE, sizeof (NkTopicWord));
  table->terms = g_array_new (FALSE, FALSE, sizeof (NkTopicTerm));
  table->groups = g_array_new (FALSE, FALSE, sizeof (NkTopicGroup));
  g_checksum_update (checksum, (const guchar *)RULES, -1);
  for (loading.row = 0; loading.row < nk_tsv_n_rows (tsv); loading.row++)
    if (!read_row (&loading, error))
      return NULL;
  compile (table);
  table->signature = g_strdup (g_checksum_get_string (checksum));
  return g_steal_pointer (&table);
}

void
nk_topic_table_free (NkTopicTable *table)
{
  if (table == NULL)
    return;
  g_string_chunk_free (table->texts);
  g_array_unref (table->topics);
  g_hash_table_unref (table->by_id);
  g_array_unref (table->words);
  g_array_unref (table->terms);
  g_array_unref (table->groups);
  g_free (table->slots);
  g_free (table->signature);
  g_free (table);
}

guint
nk_topic_table_n_topics (const NkTopicTable *table)
{
  return table->topics->len;
}

guint
nk_topic_table_n_terms (const NkTopicTable *table)
{
  return table->terms->len + table->groups->len;
}

const NkTopic *
nk_topic_table_topic (const NkTopicTable *table, guint index)
{
  g_return_val_if_fail (index < table->topics->len, NULL);
  return &g_array_index (table->topics, NkTopic, index);
}

const NkTopic *
nk_topic_table_find (const NkTopicTable *table, const char *id)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (table->by_id, id));

  return place > 0 ? nk_topic_table_topic (table, place - 1) : NULL;
}

const char *
nk_topic_table_signature (const NkTopicTable *table)
{
  return table->signature;
}

const char *
nk_topic_label (const NkTopic *topic, const char *language)
{
  return g_strcmp0 (language, "ja") == 0 ? topic->ja : topic->en;
}
