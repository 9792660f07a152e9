/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* The ledger: what became of each message, and in sum. */
#include "store/document_private.h"
#include "store/query_private.h"
#include "store/store_private.h"

enum { SQL_DAY, SQL_UNDATED, SQL_WHOLE, SQL_TOTALS_READINGS, SQL_TOTALS_ANNOUNCEMENTS, SQL_DAYS, SQL_DAY_COUNTS, N_SQL };

/* A reading, the announcement that it belongs to, and the reading that this one is counted by. */
#define LEDGER_COLUMNS                                                                                                                     \
  "SELECT r.message_id, r.header_id, r.subject, r.from_address, r.unix_s, r.day, r.date_origin, r.verdict, r.is_copy, r.list, r.reason,"   \
  " r.repairs, r.copy_of, a.kind, a.name, a.revision, p.header_id, p.list"                                                                 \
  " FROM reading AS r LEFT JOIN announcement AS a ON a.id = r.announcement_id LEFT JOIN reading AS p ON p.message_id = a.first_message"
#define LEDGER_ORDER " ORDER BY r.unix_s IS NULL, r.unix_s, r.message_id"

static const char *const sql[N_SQL + 1] = {
  [SQL_DAY] = LEDGER_COLUMNS " WHERE r.message_id IN (SELECT message_id FROM reading WHERE day = :day"
                             " UNION SELECT message_id FROM reading WHERE written_day = :day)" LEDGER_ORDER,
  [SQL_UNDATED] = LEDGER_COLUMNS " WHERE r.day IS NULL" LEDGER_ORDER,
  [SQL_WHOLE] = LEDGER_COLUMNS LEDGER_ORDER,
  /* 2 is NK_VERDICT_UNRECOGNISED, 1 a copy, 3 NK_VERDICT_UNREADABLE. */
  [SQL_TOTALS_READINGS]
  = "SELECT count(*), ifnull(sum(verdict = 2 OR (verdict = 1 AND announcement_id IS NULL)), 0), ifnull(sum(verdict = 3), 0),"
    " ifnull(sum(repairs != 0), 0), ifnull(sum(day IS NULL), 0) FROM reading",
  [SQL_TOTALS_ANNOUNCEMENTS] = "SELECT ifnull(sum(kind = 1), 0), ifnull(sum(kind = 2), 0), ifnull(sum(kind > 2), 0),"
                               " (SELECT count(DISTINCT name) FROM announcement WHERE instr(name, '/') = 0) FROM announcement",
  [SQL_DAYS] = "SELECT (SELECT min(day) FROM reading), (SELECT max(day) FROM reading)",
  [SQL_DAY_COUNTS] = "SELECT day, sum(kind = 1), sum(kind = 2), sum(kind > 2) FROM announcement WHERE day BETWEEN :from AND :to"
                     " GROUP BY day ORDER BY day",
};

G_STATIC_ASSERT (NK_KIND_INTERNET_DRAFT == 1 && NK_KIND_RFC == 2);
G_STATIC_ASSERT (NK_VERDICT_ANNOUNCEMENT == 0 && NK_VERDICT_COPY == 1 && NK_VERDICT_UNRECOGNISED == 2 && NK_VERDICT_UNREADABLE == 3);

enum {
  COLUMN_MESSAGE_ID,
  COLUMN_HEADER_ID,
  COLUMN_SUBJECT,
  COLUMN_FROM_ADDRESS,
  COLUMN_UNIX_S,
  COLUMN_DAY,
  COLUMN_DATE_ORIGIN,
  COLUMN_VERDICT,
  COLUMN_IS_COPY,
  COLUMN_LIST,
  COLUMN_REASON,
  COLUMN_REPAIRS,
  COLUMN_COPY_OF,
  COLUMN_KIND,
  COLUMN_NAME,
  COLUMN_REVISION,
  COLUMN_FIRST_HEADER_ID,
  COLUMN_FIRST_LIST,
};

const char *const *
nk_query_ledger_sql (void)
{
  return sql;
}

const char *
nk_reading_class_word (NkReadingClass reading_class)
{
  switch (reading_class) {
  case NK_READING_COUNTED: return "counted";
  case NK_READING_DUPLICATE: return "duplicate";
  case NK_READING_OTHER_DAY: return "other_day";
  case NK_READING_OTHER_KIND: return "other_kind";
  case NK_READING_UNRECOGNISED: return "unrecognised";
  case NK_READING_UNREADABLE: return "unreadable";
  }
  return NULL;
}

void
nk_reading_free (NkReading *reading)
{
  if (reading == NULL)
    return;
  g_free (reading->message_id);
  g_free (reading->subject);
  g_free (reading->from_address);
  g_free (reading->document);
  g_free (reading->list);
  g_free (reading->reason);
  g_free (reading);
}

static char *
document_name (const NkStatement *row, NkKind kind)
{
  const char *revision = nk_statement_text (row, COLUMN_REVISION);

  if (!nk_statement_is_null (row, COLUMN_COPY_OF))
    return nk_statement_dup_text (row, COLUMN_COPY_OF);
  if (kind != NK_KIND_INTERNET_DRAFT && kind != NK_KIND_RFC)
    return g_strdup ("");
  return g_strconcat (nk_statement_text (row, COLUMN_NAME), *revision != '\0' ? "-" : "", revision, NULL);
}

/* `Last Call` of last_call is a matter of wording; here the word is enough, readable. */
static char *
kind_in_words (NkKind kind)
{
  const char *word = nk_kind_word (kind);

  return g_strdelimit (g_strdup (word != NULL ? word : "another kind"), "_", ' ');
}

static char *
duplicate_reason (const NkStatement *row, const NkReading *reading)
{
  const char *first = nk_statement_text (row, COLUMN_FIRST_HEADER_ID), *first_list = nk_statement_text (row, COLUMN_FIRST_LIST);
  g_autofree char *kind = kind_in_words (reading->kind);
  const char *what = *reading->document != '\0' ? reading->document : kind;

  if (g_str_equal (first, reading->message_id))
    return g_strdup_printf ("second copy of %s (same Message-ID)", what);
  if (!g_str_equal (first_list, reading->list) && *reading->list != '\0')
    return g_strdup_printf ("%s copy of %s under another Message-ID", reading->list, what);
  return g_strdup_printf ("copy of %s under another Message-ID", what);
}

/* What a message is on its own day. */
static void
classify (const NkStatement *row, NkReading *reading)
{
  switch ((NkVerdict)nk_statement_number (row, COLUMN_VERDICT)) {
  case NK_VERDICT_ANNOUNCEMENT:
  case NK_VERDICT_COPY:
    if (nk_statement_is_null (row, COLUMN_KIND)) {
      reading->reading_class = NK_READING_UNRECOGNISED;
      reading->reason = g_strdup ("a copy on another list; the announcement itself was not received");
    } else if (nk_statement_number (row, COLUMN_IS_COPY) != 0) {
      reading->reading_class = NK_READING_DUPLICATE;
      reading->reason = duplicate_reason (row, reading);
    } else if (reading->kind == NK_KIND_INTERNET_DRAFT || reading->kind == NK_KIND_RFC) {
      reading->reading_class = NK_READING_COUNTED;
      reading->reason = g_strdup ("");
    } else {
      reading->reading_class = NK_READING_OTHER_KIND;
      reading->reason = kind_in_words (reading->kind);
    }
    return;
  case NK_VERDICT_UNRECOGNISED:
    reading->reading_class = NK_READING_UNRECOGNISED;
    reading->reason = g_strdup (nk_statement_text (row, COLUMN_REASON));
    return;
  case NK_VERDICT_UNREADABLE:
    reading->reading_class = NK_READING_UNREADABLE;
    reading->reason = g_strdup (nk_statement_text (row, COLUMN_REASON));
    return;
  }
  g_assert_not_reached ();
}

/* A message of another day says so instead of what it is there. What has no day stays what it is, unless it would count. */
static void
move_to_other_day (NkReading *reading)
{
  g_autofree char *own = nk_day_format (reading->day);

  if (reading->day == NK_DAY_NONE && (reading->reading_class == NK_READING_UNRECOGNISED || reading->reading_class == NK_READING_UNREADABLE))
    return;
  g_free (reading->reason);
  reading->reading_class = NK_READING_OTHER_DAY;
  if (reading->day == NK_DAY_NONE)
    reading->reason = g_strdup ("without any date");
  else
    reading->reason = g_strdup_printf ("%s in UTC", own);
}

/* What is announced without a date is known by its name, but no day has it. */
static void
tell_undated (NkReading *reading)
{
  if (reading->reading_class != NK_READING_COUNTED && reading->reading_class != NK_READING_OTHER_KIND)
    return;
  g_free (reading->reason);
  reading->reason = g_strdup ("no date: in no edition");
}

static NkReading *
read_reading (const NkStatement *row, NkDay day)
{
  NkReading *reading = g_new0 (NkReading, 1);

  reading->message_id = nk_statement_dup_text (row, COLUMN_HEADER_ID);
  reading->subject = nk_statement_dup_text (row, COLUMN_SUBJECT);
  reading->from_address = nk_statement_dup_text (row, COLUMN_FROM_ADDRESS);
  reading->date_unix_s = nk_statement_number (row, COLUMN_UNIX_S);
  reading->day = nk_statement_is_null (row, COLUMN_DAY) ? NK_DAY_NONE : (NkDay)nk_statement_number (row, COLUMN_DAY);
  reading->date_origin = (NkDateOrigin)nk_statement_number (row, COLUMN_DATE_ORIGIN);
  reading->kind = (NkKind)nk_statement_number (row, COLUMN_KIND);
  reading->document = document_name (row, reading->kind);
  reading->list = nk_statement_dup_text (row, COLUMN_LIST);
  reading->repairs = (guint)nk_statement_number (row, COLUMN_REPAIRS);
  classify (row, reading);
  if (reading->day != day)
    move_to_other_day (reading);
  else if (day == NK_DAY_NONE)
    tell_undated (reading);
  return reading;
}

GPtrArray *
nk_query_ledger (NkStore *store, NkDay day, gboolean whole_store, GError **error)
{
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func ((GDestroyNotify)nk_reading_free);
  g_auto (NkAsking) asking = NULL;
  g_autoptr (NkStatement) select = NULL;
  guint statement = whole_store ? SQL_WHOLE : day == NK_DAY_NONE ? SQL_UNDATED : SQL_DAY;
  NkRow row;

  g_return_val_if_fail (store != NULL, NULL);
  asking = nk_asking_begin (store, statement == SQL_DAY ? NK_ASPECT_LEDGER : NK_ASPECT_ALL, NULL, day, day);
  select = nk_db_prepare (store->db, sql[statement], error);
  if (select == NULL)
    return NULL;
  if (statement == SQL_DAY)
    nk_statement_bind_number (select, ":day", day);
  while ((row = nk_statement_next (select, error)) == NK_ROW_READY)
    g_ptr_array_add (readings, read_reading (select, day));
  return row == NK_ROW_NONE ? g_steal_pointer (&readings) : NULL;
}

/* The one row of a statement of sums; each column goes to the number of the same place. */
static gboolean
read_sums (NkDb *db, guint statement, guint64 *const *sums, guint n_sums, GError **error)
{
  g_autoptr (NkStatement) select = nk_db_prepare (db, sql[statement], error);
  guint i;

  if (select == NULL || nk_statement_next (select, error) != NK_ROW_READY)
    return FALSE;
  for (i = 0; i < n_sums; i++)
    *sums[i] = (guint64)nk_statement_number (select, (int)i);
  return TRUE;
}

gboolean
nk_query_totals (NkStore *store, NkTotals *ret_totals, GError **error)
{
  NkTotals totals = { .first_day = NK_DAY_NONE, .last_day = NK_DAY_NONE };
  guint64 *readings[] = { &totals.messages, &totals.unrecognised, &totals.unreadable, &totals.repaired, &totals.undated };
  guint64 *announcements[] = { &totals.internet_drafts, &totals.rfcs, &totals.others, &totals.documents };
  g_autoptr (NkStatement) days = NULL;

  g_return_val_if_fail (store != NULL && ret_totals != NULL, FALSE);
  if (!read_sums (store->db, SQL_TOTALS_READINGS, readings, G_N_ELEMENTS (readings), error)
      || !read_sums (store->db, SQL_TOTALS_ANNOUNCEMENTS, announcements, G_N_ELEMENTS (announcements), error))
    return FALSE;
  days = nk_db_prepare (store->db, sql[SQL_DAYS], error);
  if (days == NULL || nk_statement_next (days, error) != NK_ROW_READY)
    return FALSE;
  if (!nk_statement_is_null (days, 0)) {
    totals.first_day = (NkDay)nk_statement_number (days, 0);
    totals.last_day = (NkDay)nk_statement_number (days, 1);
  }
  totals.counted = totals.internet_drafts + totals.rfcs;
  totals.other_kinds = totals.others;
  totals.duplicates = totals.messages - totals.counted - totals.other_kinds - totals.unrecognised - totals.unreadable;
  *ret_totals = totals;
  return TRUE;
}

GArray *
nk_query_day_counts (NkStore *store, NkDay from, NkDay to, GError **error)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (NkDayCount));
  g_auto (NkAsking) asking = NULL;
  g_autoptr (NkStatement) select = NULL;
  NkRow row;

  g_return_val_if_fail (store != NULL, NULL);
  asking = nk_asking_begin (store, NK_ASPECT_COUNTS, NULL, from, to);
  select = nk_db_prepare (store->db, sql[SQL_DAY_COUNTS], error);
  if (select == NULL)
    return NULL;
  nk_statement_bind_number (select, ":from", from);
  nk_statement_bind_number (select, ":to", to);
  while ((row = nk_statement_next (select, error)) == NK_ROW_READY) {
    NkDayCount count = {
      .day = (NkDay)nk_statement_number (select, 0),
      .internet_drafts = (guint)nk_statement_number (select, 1),
      .rfcs = (guint)nk_statement_number (select, 2),
      .others = (guint)nk_statement_number (select, 3),
    };

    g_array_append_val (counts, count);
  }
  return row == NK_ROW_NONE ? g_steal_pointer (&counts) : NULL;
}
