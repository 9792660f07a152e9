/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "ground/tsv.h"

#include "ground/file.h"
#include "ground/slice.h"
#include "ground/utf8.h"

#define MAX_FILE_BYTES ((gsize)4 << 20)
#define MAX_ROWS 200000u
#define MAX_COLUMNS 64u /* of the first line, asked for or not */

struct _NkTsv {
  char *text;        /* the file; cells are cut out and unescaped in place */
  guint n_columns;   /* as asked for */
  GPtrArray *cells;  /* const char * into `text`, n_columns for each row */
  GArray *lines;     /* guint, line number of each row */
  GHashTable *notes; /* char * -> char * */
};

/* What is needed while a file is read. */
typedef struct {
  const char *path;
  const char *const *columns;
  guint line;
  GPtrArray *faults; /* NULL: the first fault ends it */
  guint n_faults;
  GArray *wanted; /* for each column of the file: its place in `columns`, or -1 */
} Reading;

void
nk_tsv_free (NkTsv *tsv)
{
  if (tsv == NULL)
    return;
  g_free (tsv->text);
  g_ptr_array_unref (tsv->cells);
  g_array_unref (tsv->lines);
  g_hash_table_unref (tsv->notes);
  g_free (tsv);
}

/* `\n`, `\t` and `\\` in place; FALSE for any other backslash. */
static gboolean
unescape (char *cell)
{
  char *to = cell;

  for (const char *from = cell; *from != '\0'; from++) {
    if (*from != '\\') {
      *to++ = *from;
      continue;
    }
    from++;
    if (*from == 'n')
      *to++ = '\n';
    else if (*from == 't')
      *to++ = '\t';
    else if (*from == '\\')
      *to++ = '\\';
    else
      return FALSE;
  }
  *to = '\0';
  return TRUE;
}

static gboolean
read_header (Reading *reading, char *line, GError **error)
{
  g_auto (GStrv) names = g_strsplit (line, "\t", (int)MAX_COLUMNS + 1);

  if (g_strv_length (names) > MAX_COLUMNS) {
    g_set_error (error, NK_ERROR, NK_ERROR_LIMIT, "%s:%u: more than %u columns", reading->path, reading->line, MAX_COLUMNS);
    return FALSE;
  }
  reading->wanted = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; names[i] != NULL; i++) {
    int place = -1;

    for (guint k = 0; k < i; k++) {
      if (g_str_equal (names[i], names[k])) {
        g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s:%u: column “%s” stands twice", reading->path, reading->line, names[i]);
        return FALSE;
      }
    }
    for (guint k = 0; reading->columns[k] != NULL; k++) {
      if (g_str_equal (names[i], reading->columns[k]))
        place = (int)k;
    }
    g_array_append_val (reading->wanted, place);
  }
  for (guint k = 0; reading->columns[k] != NULL; k++) {
    if (!g_strv_contains ((const char *const *)names, reading->columns[k])) {
      g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s:%u: column “%s” is missing", reading->path, reading->line, reading->columns[k]);
      return FALSE;
    }
  }
  return TRUE;
}

/* Cuts `line` into cells and keeps those that were asked for. */
static gboolean
read_row (NkTsv *tsv, Reading *reading, char *line, GError **error)
{
  guint first = tsv->cells->len, column = 0;

  if (tsv->lines->len >= MAX_ROWS) {
    g_set_error (error, NK_ERROR, NK_ERROR_LIMIT, "%s:%u: more than %u rows", reading->path, reading->line, MAX_ROWS);
    return FALSE;
  }
  g_array_append_val (tsv->lines, reading->line);
  for (guint k = 0; k < tsv->n_columns; k++)
    g_ptr_array_add (tsv->cells, (char *)"");
  for (char *cell = line; cell != NULL; column++) {
    char *next = strchr (cell, '\t');
    int place;

    if (next != NULL)
      *next++ = '\0';
    if (column >= reading->wanted->len) {
      g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s:%u: column %u: more cells than the first line has names", reading->path,
                   reading->line, column + 1);
      return FALSE;
    }
    place = g_array_index (reading->wanted, int, column);
    if (place >= 0) {
      if (!unescape (cell)) {
        g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s:%u: column “%s”: a backslash must be followed by n, t or another backslash",
                     reading->path, reading->line, reading->columns[place]);
        return FALSE;
      }
      g_ptr_array_index (tsv->cells, first + (guint)place) = cell;
    }
    cell = next;
  }
  return TRUE;
}

/* `# key: value`. The first one of a key counts. */
static void
read_note (NkTsv *tsv, NkSlice line)
{
  gssize colon = nk_slice_find_char (line, ':');
  g_autofree char *key = NULL;

  if (colon < 0)
    return;
  key = nk_slice_dup (nk_slice_trim (nk_slice_from (nk_slice_first (line, (gsize)colon), 1)));
  if (key[0] != '\0' && !g_hash_table_contains (tsv->notes, key))
    g_hash_table_insert (tsv->notes, g_steal_pointer (&key), nk_slice_dup (nk_slice_trim (nk_slice_from (line, (gsize)colon + 1))));
}

/* One line without its end, which may be written over. */
static gboolean
read_line (NkTsv *tsv, Reading *reading, NkSlice line, GError **error)
{
  char *start = tsv->text + (line.data - tsv->text);

  if (!nk_utf8_is_valid (line)) {
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s:%u: not valid UTF-8", reading->path, reading->line);
    return FALSE;
  }
  if (line.length == 0)
    return TRUE;
  if (line.data[0] == '#') {
    if (reading->wanted == NULL)
      read_note (tsv, line);
    return TRUE;
  }
  start[line.length] = '\0'; /* over the line end, or the NUL that nk_file_read leaves */
  return reading->wanted == NULL ? read_header (reading, start, error) : read_row (tsv, reading, start, error);
}

/* Leaves the row out in which a fault was found and keeps the fault. FALSE: enough of them. */
static gboolean
pass_fault (NkTsv *tsv, Reading *reading, guint n_rows, const GError *fault)
{
  g_array_set_size (tsv->lines, n_rows);
  g_ptr_array_set_size (tsv->cells, (gint)(n_rows * tsv->n_columns));
  g_ptr_array_add (reading->faults, g_strdup (fault->message));
  return ++reading->n_faults < NK_TSV_MAX_FAULTS;
}

static gboolean
read_lines (NkTsv *tsv, Reading *reading, gsize length, GError **error)
{
  NkSlice rest = nk_slice (tsv->text, length), line;

  /* A byte order mark is left by some editors. */
  if (nk_slice_starts (rest, NK_SLICE_LITERAL ("\xEF\xBB\xBF")))
    rest = nk_slice_from (rest, 3);
  while (nk_slice_next_line (&rest, &line)) {
    g_autoptr (GError) fault = NULL;
    guint n_rows = tsv->lines->len;

    reading->line++;
    if (read_line (tsv, reading, line, &fault))
      continue;
    /* Without its columns nothing else of a table can be read. */
    if (reading->faults == NULL || reading->wanted == NULL || g_error_matches (fault, NK_ERROR, NK_ERROR_LIMIT)) {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
    if (!pass_fault (tsv, reading, n_rows, fault))
      return TRUE;
  }
  if (reading->wanted == NULL) {
    g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s: no line with column names", reading->path);
    return FALSE;
  }
  return TRUE;
}

static NkTsv *
load (const char *path, const char *const *columns, GPtrArray *faults, GError **error)
{
  g_autoptr (NkTsv) tsv = NULL;
  g_autofree char *text = NULL;
  Reading reading = { .path = path, .columns = columns, .faults = faults };
  gboolean done;
  gsize length;

  text = nk_file_read (path, MAX_FILE_BYTES, &length, error);
  if (text == NULL)
    return NULL;
  tsv = g_new0 (NkTsv, 1);
  tsv->text = g_steal_pointer (&text);
  tsv->n_columns = g_strv_length ((char **)columns);
  tsv->cells = g_ptr_array_new ();
  tsv->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  tsv->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  done = read_lines (tsv, &reading, length, error);
  g_clear_pointer (&reading.wanted, g_array_unref);
  return done ? g_steal_pointer (&tsv) : NULL;
}

NkTsv *
nk_tsv_load (const char *path, const char *const *columns, GError **error)
{
  g_return_val_if_fail (path != NULL && columns != NULL, NULL);
  return load (path, columns, NULL, error);
}

NkTsv *
nk_tsv_load_past_faults (const char *path, const char *const *columns, GPtrArray *faults)
{
  g_autoptr (GError) error = NULL;
  NkTsv *tsv;

  g_return_val_if_fail (path != NULL && columns != NULL && faults != NULL, NULL);
  tsv = load (path, columns, faults, &error);
  if (tsv == NULL)
    g_ptr_array_add (faults, g_strdup (error->message));
  return tsv;
}

guint
nk_tsv_n_rows (const NkTsv *tsv)
{
  return tsv->lines->len;
}

const char *
nk_tsv_cell (const NkTsv *tsv, guint row, guint column)
{
  g_return_val_if_fail (row < tsv->lines->len && column < tsv->n_columns, "");
  return g_ptr_array_index (tsv->cells, row * tsv->n_columns + column);
}

guint
nk_tsv_line (const NkTsv *tsv, guint row)
{
  g_return_val_if_fail (row < tsv->lines->len, 0);
  return g_array_index (tsv->lines, guint, row);
}

const char *
nk_tsv_note (const NkTsv *tsv, const char *key)
{
  return g_hash_table_lookup (tsv->notes, key);
}
