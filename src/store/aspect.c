/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* store/aspect.c - stamps of parts of the database. Each row has a hash of all that it holds; the stamp of a part is the sum of the hashes of its rows, and sums up to
 * each day answer for any range of days. */
#include "store/aspect_private.h"

#include "announce/author_name.h"
#include "store/store_private.h"

#include <xxhash.h>

enum { SQL_COPIES, SQL_ANNOUNCEMENTS, SQL_MENTIONS, SQL_TOPICS, SQL_READINGS, SQL_NOTES, SQL_SOURCES, SQL_SUMMARIES, SQL_SIGNATURE, N_SQL };

static const char *const sql[N_SQL + 1] = {
  [SQL_COPIES] = "SELECT announcement_id, message_id, unix_s, header_id FROM reading WHERE is_copy = 1 AND announcement_id IS NOT NULL",
  [SQL_ANNOUNCEMENTS] = "SELECT a.id, a.day, a.kind, a.name, a.revision, a.group_acronym, a.group_area, a.authors, r.subject, r.list,"
                        " r.header_id, a.* FROM announcement AS a JOIN reading AS r ON r.message_id = a.first_message ORDER BY a.id",
  [SQL_MENTIONS] = "SELECT document, announcement_id FROM mention",
  [SQL_TOPICS] = "SELECT announcement_id, topic, kind, points FROM announcement_topic",
  [SQL_READINGS] = "SELECT announcement_id, day, written_day, r.* FROM reading AS r",
  [SQL_NOTES] = "SELECT day, language, text FROM note",
  [SQL_SOURCES] = "SELECT list, until_unix_s, failure FROM source ORDER BY list",
  [SQL_SUMMARIES] = "SELECT * FROM summary",
  [SQL_SIGNATURE] = "SELECT signature FROM topic_state",
};

enum { ROW_ID, ROW_DAY, ROW_KIND, ROW_NAME, ROW_REVISION, ROW_GROUP, ROW_AREA, ROW_AUTHORS };

#define ID_PER_SECOND (1 << 20)

typedef struct {
  char *revision;
  NkDay day;
  guint64 hash;
} Revision;

const char *const *
nk_aspect_sql (void)
{
  return sql;
}

static void
clear_revision (gpointer data)
{
  g_free (((Revision *)data)->revision);
}

static void
clear_source (gpointer data)
{
  g_free (((NkAspectSource *)data)->list);
}

/* All columns from `first` on. */
static guint64
hash_row (NkAspects *aspects, const NkStatement *row, int first, int n_columns)
{
  g_string_truncate (aspects->row, 0);
  for (int i = first; i < n_columns; i++) {
    NkSlice bytes = nk_statement_bytes (row, i);
    guint32 length = nk_statement_is_null (row, i) ? G_MAXUINT32 : (guint32)bytes.length;

    g_string_append_len (aspects->row, (const char *)&length, sizeof length);
    g_string_append_len (aspects->row, bytes.data, (gssize)bytes.length);
  }
  return XXH3_64bits (aspects->row->str, aspects->row->len);
}

static int
count_columns (const NkStatement *statement)
{
  int n = 0;

  while (nk_statement_column_name (statement, n) != NULL)
    n++;
  return n;
}

static void
add_to (GArray *sums, NkDay day, guint64 hash)
{
  NkDaySum sum = { day, hash };

  /* Most rows come in the order of time. */
  if (sums->len > 0 && g_array_index (sums, NkDaySum, sums->len - 1).day == day)
    g_array_index (sums, NkDaySum, sums->len - 1).sum += hash;
  else
    g_array_append_val (sums, sum);
}

static void
add (NkAspects *aspects, NkAspectKind kind, NkDay day, guint64 hash)
{
  if (aspects->days[kind] == NULL)
    aspects->days[kind] = g_array_new (FALSE, FALSE, sizeof (NkDaySum));
  add_to (aspects->days[kind], day, hash);
}

static void
add_keyed (NkAspects *aspects, NkAspectKind kind, const char *key, NkDay day, guint64 hash)
{
  guint64 place = nk_aspect_key (kind, key);
  GArray *sums = g_hash_table_lookup (aspects->keyed, &place);

  if (sums == NULL) {
    sums = g_array_new (FALSE, FALSE, sizeof (NkDaySum));
    g_hash_table_insert (aspects->keyed, g_memdup2 (&place, sizeof place), sums);
  }
  add_to (sums, day, hash);
}

static void
add_hash (NkAspects *aspects, gint64 id, guint64 hash)
{
  guint64 *known = g_hash_table_lookup (aspects->hashes, &id);

  if (known != NULL)
    *known += hash;
  else
    g_hash_table_insert (aspects->hashes, g_memdup2 (&id, sizeof id), g_memdup2 (&hash, sizeof hash));
}

static guint64
hash_of (const NkAspects *aspects, gint64 id)
{
  const guint64 *known = g_hash_table_lookup (aspects->hashes, &id);

  return known != NULL ? *known : 0;
}

static NkDay
day_at (const NkStatement *row, int column)
{
  return nk_statement_is_null (row, column) ? NK_ASPECT_UNDATED : (NkDay)nk_statement_number (row, column);
}

/* --- rows */

static void
take_copy (NkAspects *aspects, const NkStatement *row, int n_columns)
{
  add_hash (aspects, nk_statement_number (row, 0), hash_row (aspects, row, 1, n_columns));
}

static void
add_authors (NkAspects *aspects, const char *authors, NkDay day, guint64 hash)
{
  g_auto (GStrv) names = g_strsplit (authors, "\n", NK_ANNOUNCEMENT_MAX_AUTHORS);

  for (guint i = 0; names[i] != NULL; i++) {
    g_autofree char *slug = nk_author_slug (names[i]);

    add_keyed (aspects, NK_ASPECT_AUTHOR, slug, day, hash);
  }
}

static void
add_revision (NkAspects *aspects, const NkStatement *row, NkDay day, guint64 hash)
{
  guint64 place = nk_aspect_key (NK_ASPECT_DOCUMENT, nk_statement_text (row, ROW_NAME));
  Revision revision = { nk_statement_dup_text (row, ROW_REVISION), day, hash };
  GArray *revisions = g_hash_table_lookup (aspects->names, &place);

  if (revisions == NULL) {
    revisions = g_array_new (FALSE, FALSE, sizeof (Revision));
    g_array_set_clear_func (revisions, clear_revision);
    g_hash_table_insert (aspects->names, g_memdup2 (&place, sizeof place), revisions);
  }
  g_array_append_val (revisions, revision);
}

static void
take_announcement (NkAspects *aspects, const NkStatement *row, int n_columns)
{
  gint64 id = nk_statement_number (row, ROW_ID);
  NkDay day = day_at (row, ROW_DAY);
  guint64 hash = nk_aspect_mix (hash_row (aspects, row, 0, n_columns), hash_of (aspects, id));

  g_hash_table_insert (aspects->hashes, g_memdup2 (&id, sizeof id), g_memdup2 (&hash, sizeof hash));
  aspects->all += hash;
  add (aspects, NK_ASPECT_DAYS, day, hash);
  add (aspects, NK_ASPECT_COUNTS, day, nk_aspect_mix ((guint64)nk_statement_number (row, ROW_KIND), (guint64)day));
  add_keyed (aspects, NK_ASPECT_DOCUMENT, nk_statement_text (row, ROW_NAME), day, hash);
  if (!nk_statement_is_null (row, ROW_GROUP))
    add_keyed (aspects, NK_ASPECT_GROUP, nk_statement_text (row, ROW_GROUP), day, hash);
  if (!nk_statement_is_null (row, ROW_AREA))
    add_keyed (aspects, NK_ASPECT_AREA, nk_statement_text (row, ROW_AREA), day, hash);
  add_authors (aspects, nk_statement_text (row, ROW_AUTHORS), day, hash);
  add_revision (aspects, row, day, hash);
}

static void
take_mention (NkAspects *aspects, const NkStatement *row, int n_columns)
{
  guint64 hash = nk_aspect_mix (hash_row (aspects, row, 0, n_columns), hash_of (aspects, nk_statement_number (row, 1)));

  aspects->all += hash;
  add_keyed (aspects, NK_ASPECT_DOCUMENT, nk_statement_text (row, 0), NK_ASPECT_UNDATED, hash);
}

static void
take_topic (NkAspects *aspects, const NkStatement *row, int n_columns)
{
  gint64 id = nk_statement_number (row, 0);
  guint64 hash = hash_row (aspects, row, 0, n_columns);
  NkDay day = id < 0 ? NK_ASPECT_UNDATED : nk_day_of (id / ID_PER_SECOND);

  aspects->all += hash;
  add (aspects, NK_ASPECT_TOPICS, day, hash);
  add_keyed (aspects, NK_ASPECT_TOPIC, nk_statement_text (row, 1), day, nk_aspect_mix (hash, hash_of (aspects, id)));
}

static void
take_reading (NkAspects *aspects, const NkStatement *row, int n_columns)
{
  guint64 hash = nk_aspect_mix (hash_row (aspects, row, 0, n_columns), hash_of (aspects, nk_statement_number (row, 0)));

  aspects->all += hash;
  add (aspects, NK_ASPECT_LEDGER, day_at (row, 1), hash);
  if (!nk_statement_is_null (row, 2))
    add (aspects, NK_ASPECT_LEDGER, day_at (row, 2), nk_aspect_mix (hash, 1));
}

static void
take_note (NkAspects *aspects, const NkStatement *row, int n_columns)
{
  guint64 hash = hash_row (aspects, row, 0, n_columns);

  aspects->all += hash;
  add_keyed (aspects, NK_ASPECT_NOTE, nk_statement_text (row, 1), day_at (row, 0), hash);
}

static void
take_source (NkAspects *aspects, const NkStatement *row, int n_columns)
{
  NkAspectSource source = { nk_statement_dup_text (row, 0), nk_statement_number (row, 1), hash_row (aspects, row, 0, n_columns) };

  aspects->all += source.hash;
  g_array_append_val (aspects->sources, source);
}

static void
take_summary (NkAspects *aspects, const NkStatement *row, int n_columns)
{
  aspects->all += hash_row (aspects, row, 0, n_columns);
}

static void
take_signature (NkAspects *aspects, const NkStatement *row, int n_columns)
{
  aspects->signature = hash_row (aspects, row, 0, n_columns);
  aspects->all += aspects->signature;
}

/* --- the end of reading */

static gint
compare_days (gconstpointer a, gconstpointer b)
{
  NkDay one = ((const NkDaySum *)a)->day, other = ((const NkDaySum *)b)->day;

  return one < other ? -1 : one > other;
}

static gint
compare_revisions (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Revision *)a)->revision, ((const Revision *)b)->revision);
}

/* What a revision is compared with belongs to its day. */
static void
add_previous (NkAspects *aspects)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, aspects->names);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    GArray *revisions = value;

    g_array_sort (revisions, compare_revisions);
    for (guint i = 1; i < revisions->len; i++)
      add (aspects, NK_ASPECT_DAYS, g_array_index (revisions, Revision, i).day,
           nk_aspect_mix (g_array_index (revisions, Revision, i - 1).hash, 2));
  }
}

/* One entry for each day, with the sum of all up to it. */
static void
finish_sums (GArray *sums)
{
  guint n = 0;

  g_array_sort (sums, compare_days);
  for (guint i = 0; i < sums->len; i++) {
    NkDaySum sum = g_array_index (sums, NkDaySum, i);

    sum.sum += n > 0 ? g_array_index (sums, NkDaySum, n - 1).sum : 0;
    if (n > 0 && g_array_index (sums, NkDaySum, n - 1).day == sum.day)
      g_array_index (sums, NkDaySum, n - 1) = sum;
    else
      g_array_index (sums, NkDaySum, n++) = sum;
  }
  g_array_set_size (sums, n);
}

static void
finish (NkAspects *aspects)
{
  GHashTableIter iter;
  gpointer value;

  add_previous (aspects);
  for (guint i = 0; i < NK_N_ASPECTS; i++)
    if (aspects->days[i] != NULL)
      finish_sums (aspects->days[i]);
  g_hash_table_iter_init (&iter, aspects->keyed);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    finish_sums (value);
  g_clear_pointer (&aspects->hashes, g_hash_table_unref);
  g_clear_pointer (&aspects->names, g_hash_table_unref);
}

static gboolean
read_rows (NkAspects *aspects, NkStore *store, guint statement, void (*take) (NkAspects *, const NkStatement *, int), GError **error)
{
  g_autoptr (NkStatement) select = nk_db_prepare (store->db, sql[statement], error);
  int n_columns = select != NULL ? count_columns (select) : 0;
  NkRow row;

  if (select == NULL)
    return FALSE;
  while ((row = nk_statement_next (select, error)) == NK_ROW_READY)
    take (aspects, select, n_columns);
  return row == NK_ROW_NONE;
}

NkAspects *
nk_aspects_read (NkStore *store, NkDay today, GError **error)
{
  /* In this order: what comes later looks up the hashes of what came before. */
  static const struct {
    guint statement;
    void (*take) (NkAspects *, const NkStatement *, int);
  } parts[] = {
    { SQL_COPIES, take_copy },    { SQL_ANNOUNCEMENTS, take_announcement }, { SQL_MENTIONS, take_mention },
    { SQL_TOPICS, take_topic },   { SQL_READINGS, take_reading },           { SQL_NOTES, take_note },
    { SQL_SOURCES, take_source }, { SQL_SUMMARIES, take_summary },          { SQL_SIGNATURE, take_signature },
  };
  g_autoptr (NkAspects) aspects = g_new0 (NkAspects, 1);

  aspects->today = today;
  aspects->keyed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_array_unref);
  aspects->hashes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  aspects->names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_array_unref);
  aspects->sources = g_array_new (FALSE, FALSE, sizeof (NkAspectSource));
  g_array_set_clear_func (aspects->sources, clear_source);
  aspects->row = g_string_new (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!read_rows (aspects, store, parts[i].statement, parts[i].take, error))
      return NULL;
  finish (aspects);
  return g_steal_pointer (&aspects);
}

void
nk_aspects_free (NkAspects *aspects)
{
  if (aspects == NULL)
    return;
  for (guint i = 0; i < NK_N_ASPECTS; i++)
    g_clear_pointer (&aspects->days[i], g_array_unref);
  g_clear_pointer (&aspects->keyed, g_hash_table_unref);
  g_clear_pointer (&aspects->hashes, g_hash_table_unref);
  g_clear_pointer (&aspects->names, g_hash_table_unref);
  g_clear_pointer (&aspects->sources, g_array_unref);
  g_string_free (aspects->row, TRUE);
  g_free (aspects);
}
