/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/announcement_row.h"
#include "store/store_private.h"

typedef enum {
  FIELD_TEXT,    /* char *, NULL stays NULL */
  FIELD_ALWAYS,  /* char *, NULL becomes "" */
  FIELD_INTEGER, /* gint, guint or an enum */
  FIELD_DAY,     /* NkDay, NK_DAY_NONE becomes NULL */
  FIELD_LINES,   /* GPtrArray of char *, one on each line; empty becomes NULL */
  FIELD_NUMBERS, /* GArray of guint, parted by blanks; empty becomes NULL */
} FieldForm;

typedef struct {
  const char *column;
  FieldForm form;
  gsize offset;
} Field;

#define FIELD(name, form)                                                                                                                  \
  {                                                                                                                                        \
#name, form, G_STRUCT_OFFSET(NkAnnouncement, name)                                                                                     \
  }

static const Field fields[NK_ANNOUNCEMENT_N_COLUMNS] = {
  FIELD (kind, FIELD_INTEGER),    FIELD (name, FIELD_ALWAYS),      FIELD (revision, FIELD_ALWAYS),    FIELD (pages, FIELD_INTEGER),
  FIELD (body_day, FIELD_DAY),    FIELD (standing, FIELD_INTEGER), FIELD (rfc_number, FIELD_INTEGER), FIELD (ends, FIELD_DAY),
  FIELD (title, FIELD_ALWAYS),    FIELD (authors, FIELD_LINES),    FIELD (group_acronym, FIELD_TEXT), FIELD (group_name, FIELD_TEXT),
  FIELD (group_kind, FIELD_TEXT), FIELD (group_area, FIELD_TEXT),  FIELD (stream, FIELD_TEXT),        FIELD (status, FIELD_TEXT),
  FIELD (month, FIELD_TEXT),      FIELD (subseries, FIELD_LINES),  FIELD (obsoletes, FIELD_NUMBERS),  FIELD (updates, FIELD_NUMBERS),
  FIELD (draft, FIELD_TEXT),      FIELD (doi, FIELD_TEXT),         FIELD (documents, FIELD_LINES),    FIELD (level, FIELD_TEXT),
  FIELD (action, FIELD_TEXT),     FIELD (url, FIELD_TEXT),         FIELD (abstract, FIELD_ALWAYS),
};

enum { SQL_INSERT, N_SQL };

static const char *const sql[N_SQL + 1] = {
  [SQL_INSERT]
  = "INSERT INTO announcement (id, first_message, unix_s, day, kind, name, revision, pages, body_day, standing, rfc_number, ends, title,"
    " authors, group_acronym, group_name, group_kind, group_area, stream, status, month, subseries, obsoletes, updates, draft, doi,"
    " documents, level, action, url, abstract)"
    " VALUES (:id, :first_message, :unix_s, :day, :kind, :name, :revision, :pages, :body_day, :standing, :rfc_number, :ends, :title,"
    " :authors, :group_acronym, :group_name, :group_kind, :group_area, :stream, :status, :month, :subseries, :obsoletes, :updates, :draft,"
    " :doi, :documents, :level, :action, :url, :abstract)",
};

struct _NkAnnouncementRow {
  NkStatement *insert;
  int id, first_message, unix_s, day; /* parameters */
  int slots[NK_ANNOUNCEMENT_N_COLUMNS];
  GString *lists[NK_ANNOUNCEMENT_N_COLUMNS]; /* of the fields that are lists: text that the statement borrows */
};

const char *const *
nk_announcement_row_sql (void)
{
  return sql;
}

const char *
nk_announcement_row_column (guint index)
{
  return index < G_N_ELEMENTS (fields) ? fields[index].column : NULL;
}

NkAnnouncementRow *
nk_announcement_row_new (NkDb *db, GError **error)
{
  g_autoptr (NkAnnouncementRow) row = g_new0 (NkAnnouncementRow, 1);
  guint i;

  row->insert = nk_db_prepare (db, sql[SQL_INSERT], error);
  if (row->insert == NULL)
    return NULL;
  row->id = nk_statement_slot (row->insert, ":id");
  row->first_message = nk_statement_slot (row->insert, ":first_message");
  row->unix_s = nk_statement_slot (row->insert, ":unix_s");
  row->day = nk_statement_slot (row->insert, ":day");
  for (i = 0; i < G_N_ELEMENTS (fields); i++) {
    g_autofree char *name = g_strconcat (":", fields[i].column, NULL);

    row->slots[i] = nk_statement_slot (row->insert, name);
    row->lists[i] = g_string_new (NULL);
  }
  return g_steal_pointer (&row);
}

void
nk_announcement_row_free (NkAnnouncementRow *row)
{
  guint i;

  if (row == NULL)
    return;
  nk_statement_free (row->insert);
  for (i = 0; i < G_N_ELEMENTS (fields); i++)
    if (row->lists[i] != NULL)
      g_string_free (row->lists[i], TRUE);
  g_free (row);
}

static const char *
lines_text (const GPtrArray *lines, GString *text)
{
  guint i;

  g_string_truncate (text, 0);
  for (i = 0; i < lines->len; i++) {
    if (i > 0)
      g_string_append_c (text, '\n');
    g_string_append (text, g_ptr_array_index (lines, i));
  }
  return lines->len > 0 ? text->str : NULL;
}

static const char *
numbers_text (const GArray *numbers, GString *text)
{
  guint i;

  g_string_truncate (text, 0);
  for (i = 0; i < numbers->len; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? " " : "", g_array_index (numbers, guint, i));
  return numbers->len > 0 ? text->str : NULL;
}

static void
bind_field (NkAnnouncementRow *row, guint index, const NkAnnouncement *announcement)
{
  const Field *field = &fields[index];
  int slot = row->slots[index];
  const char *const *text = G_STRUCT_MEMBER_P (announcement, field->offset);
  gint32 number = G_STRUCT_MEMBER (gint32, announcement, field->offset);

  switch (field->form) {
  case FIELD_TEXT: nk_statement_bind_slot_text (row->insert, slot, *text); break;
  case FIELD_ALWAYS: nk_statement_bind_slot_text (row->insert, slot, *text != NULL ? *text : ""); break;
  case FIELD_INTEGER: nk_statement_bind_slot_number (row->insert, slot, number); break;
  case FIELD_DAY:
    if (number == NK_DAY_NONE)
      nk_statement_bind_slot_null (row->insert, slot);
    else
      nk_statement_bind_slot_number (row->insert, slot, number);
    break;
  case FIELD_LINES:
    nk_statement_bind_slot_text (row->insert, slot,
                                 lines_text (G_STRUCT_MEMBER (GPtrArray *, announcement, field->offset), row->lists[index]));
    break;
  case FIELD_NUMBERS:
    nk_statement_bind_slot_text (row->insert, slot,
                                 numbers_text (G_STRUCT_MEMBER (GArray *, announcement, field->offset), row->lists[index]));
    break;
  }
}

gboolean
nk_announcement_row_insert (NkAnnouncementRow *row, const NkAnnouncement *announcement, const NkAnnouncementPlace *place,
                            gboolean *ret_is_new, GError **error)
{
  guint i;

  nk_statement_bind_slot_number (row->insert, row->id, place->id);
  nk_statement_bind_slot_number (row->insert, row->first_message, place->first_message);
  if (place->has_date) {
    nk_statement_bind_slot_number (row->insert, row->unix_s, place->unix_s);
    nk_statement_bind_slot_number (row->insert, row->day, nk_day_of (place->unix_s));
  } else {
    nk_statement_bind_slot_null (row->insert, row->unix_s);
    nk_statement_bind_slot_null (row->insert, row->day);
  }
  for (i = 0; i < G_N_ELEMENTS (fields); i++)
    bind_field (row, i, announcement);
  return nk_statement_try (row->insert, ret_is_new, error);
}

static void
read_lines (const char *text, GPtrArray *lines)
{
  NkSlice rest = nk_slice_text (text), line;

  while (nk_slice_next_line (&rest, &line))
    g_ptr_array_add (lines, nk_slice_dup (line));
}

static void
read_numbers (const char *text, GArray *numbers)
{
  char *end;

  for (; *text != '\0'; text = end) {
    guint number = (guint)g_ascii_strtoull (text, &end, 10);

    if (end == text)
      break;
    g_array_append_val (numbers, number);
  }
}

NkAnnouncement *
nk_announcement_row_read (const NkStatement *statement, int first_column)
{
  NkAnnouncement *announcement = nk_announcement_new ((NkKind)nk_statement_number (statement, first_column));
  guint i;

  for (i = 0; i < G_N_ELEMENTS (fields); i++) {
    int column = first_column + (int)i;
    char **text = G_STRUCT_MEMBER_P (announcement, fields[i].offset);
    gint32 *number = G_STRUCT_MEMBER_P (announcement, fields[i].offset);

    switch (fields[i].form) {
    case FIELD_TEXT:
    case FIELD_ALWAYS:
      g_free (*text);
      *text = nk_statement_dup_text (statement, column);
      break;
    case FIELD_INTEGER: *number = (gint32)nk_statement_number (statement, column); break;
    case FIELD_DAY:
      *number = nk_statement_is_null (statement, column) ? NK_DAY_NONE : (NkDay)nk_statement_number (statement, column);
      break;
    case FIELD_LINES: read_lines (nk_statement_text (statement, column), *(GPtrArray **)(void *)text); break;
    case FIELD_NUMBERS: read_numbers (nk_statement_text (statement, column), *(GArray **)(void *)text); break;
    }
  }
  return announcement;
}
