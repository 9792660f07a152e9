/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/derive.h"
#include "announce/draft_name.h"
#include "store/announcement_row.h"
#include "store/document_private.h"
#include "store/store_private.h"
#include <xxhash.h>

/* Low bits of an announcement's id; the instant stands above them. */
#define ID_BITS 20
/* Places that are tried for one. With a million places even a store full of undated mail does not come near. */
#define MAX_PROBES 65536

enum {
  SQL_FIND,
  SQL_ADD_READING,
  SQL_CLAIM_WAITING,
  SQL_DEMOTE,
  SQL_MOVE_COPIES,
  SQL_READING,
  SQL_COPIES,
  SQL_REMOVE_READING,
  SQL_REMOVE_COPIES,
  SQL_REMOVE_ANNOUNCEMENT,
  SQL_ADD_MENTION,
  SQL_REMOVE_MENTIONS,
  SQL_ADD_TOPIC,
  SQL_REMOVE_TOPICS,
  SQL_REMOVE_SUMMARIES,
  SQL_TEXT,
  SQL_ADD_TEXT,
  SQL_REMOVE_TEXT,
  N_SQL
};

static const char *const sql[N_SQL + 1] = {
  [SQL_FIND] = "SELECT a.id, a.first_message, a.unix_s, r.header_id, r.text_bytes FROM announcement AS a"
               " JOIN reading AS r ON r.message_id = a.first_message WHERE a.name = :name AND a.revision = :revision",
  [SQL_ADD_READING] = "INSERT INTO reading (message_id, unix_s, day, written_day, date_origin, verdict, announcement_id, is_copy, repairs,"
                      " text_bytes, header_id, from_address, subject, list, reason, copy_of)"
                      " VALUES (:message_id, :unix_s, :day, :written_day, :date_origin, :verdict, :announcement_id, :is_copy, :repairs,"
                      " :text_bytes, :header_id, :from_address, :subject, :list, :reason, :copy_of)",
  [SQL_CLAIM_WAITING]
  = "UPDATE reading SET announcement_id = :announcement_id, is_copy = 1 WHERE copy_of = :copy_of AND announcement_id IS NULL",
  [SQL_DEMOTE] = "UPDATE reading SET is_copy = 1 WHERE message_id = :message_id",
  [SQL_MOVE_COPIES] = "UPDATE reading SET announcement_id = :new_id WHERE announcement_id = :old_id AND is_copy = 1",
  [SQL_READING] = "SELECT ifnull(announcement_id, 0), is_copy FROM reading WHERE message_id = :message_id",
  [SQL_COPIES] = "SELECT message_id FROM reading WHERE announcement_id = :announcement_id AND is_copy = 1 ORDER BY message_id",
  [SQL_REMOVE_READING] = "DELETE FROM reading WHERE message_id = :message_id",
  [SQL_REMOVE_COPIES] = "DELETE FROM reading WHERE announcement_id = :announcement_id AND is_copy = 1",
  [SQL_REMOVE_ANNOUNCEMENT] = "DELETE FROM announcement WHERE id = :id",
  [SQL_ADD_MENTION] = "INSERT INTO mention (document, announcement_id) VALUES (:document, :announcement_id) ON CONFLICT DO NOTHING",
  [SQL_REMOVE_MENTIONS] = "DELETE FROM mention WHERE announcement_id = :announcement_id",
  [SQL_ADD_TOPIC]
  = "INSERT INTO announcement_topic (announcement_id, topic, kind, points) VALUES (:announcement_id, :topic, :kind, :points)",
  [SQL_REMOVE_TOPICS] = "DELETE FROM announcement_topic WHERE announcement_id = :announcement_id",
  [SQL_REMOVE_SUMMARIES] = "DELETE FROM summary WHERE announcement_id = :announcement_id",
  /* Not INSERT … SELECT: such a statement opens a savepoint, and at each of those FTS5 writes out what it has gathered. */
  [SQL_TEXT] = "SELECT name, title, authors, abstract FROM announcement WHERE id = :id",
  [SQL_ADD_TEXT] = "INSERT INTO announcement_text (rowid, name, title, authors, abstract) VALUES (:id, :name, :title, :authors, :abstract)",
  [SQL_REMOVE_TEXT] = "INSERT INTO announcement_text (announcement_text, rowid, name, title, authors, abstract, summary)"
                      " SELECT 'delete', id, name, title, authors, abstract, summary FROM announcement_words WHERE id = :id",
};

/* Parameters of SQL_ADD_TOPIC. */
enum { TOPIC_ANNOUNCEMENT_ID, TOPIC_TOPIC, TOPIC_KIND, TOPIC_POINTS, N_TOPIC };

static const char *const topic_parameters[N_TOPIC] = { ":announcement_id", ":topic", ":kind", ":points" };

enum { FIND_ID, FIND_FIRST_MESSAGE, FIND_UNIX_S, FIND_HEADER_ID, FIND_TEXT_BYTES };

/* Parameters of SQL_ADD_READING, which runs for every message. */
enum {
  READING_MESSAGE_ID,
  READING_UNIX_S,
  READING_DAY,
  READING_WRITTEN_DAY,
  READING_DATE_ORIGIN,
  READING_VERDICT,
  READING_ANNOUNCEMENT_ID,
  READING_IS_COPY,
  READING_REPAIRS,
  READING_TEXT_BYTES,
  READING_HEADER_ID,
  READING_FROM_ADDRESS,
  READING_SUBJECT,
  READING_LIST,
  READING_REASON,
  READING_COPY_OF,
  N_READING
};

static const char *const reading_parameters[N_READING] = {
  ":message_id", ":unix_s",     ":day",       ":written_day",  ":date_origin", ":verdict", ":announcement_id", ":is_copy",
  ":repairs",    ":text_bytes", ":header_id", ":from_address", ":subject",     ":list",    ":reason",          ":copy_of",
};

struct _NkDerive {
  NkStatement *statements[N_SQL];
  int reading_slots[N_READING];
  int topic_slots[N_TOPIC];
  NkAnnouncementRow *row;
  GArray *unindexed; /* gint64: announcements that are not in the full text yet */
};

/* The announcement that a reading belongs to, as it stands in the store. */
typedef struct {
  gint64 id; /* 0: none */
  gint64 first_message;
  gboolean has_date;
  gint64 unix_s;
  gsize text_bytes;
  gboolean is_same_mail; /* its first message has the reading's Message-ID */
  int header_order;      /* of the reading's Message-ID against that of its first message */
} Known;

const char *const *
nk_derive_sql (void)
{
  return sql;
}

NkDerive *
nk_derive_new (NkDb *db, GError **error)
{
  g_autoptr (NkDerive) derive = g_new0 (NkDerive, 1);
  guint i;

  derive->unindexed = g_array_new (FALSE, FALSE, sizeof (gint64));
  derive->row = nk_announcement_row_new (db, error);
  if (derive->row == NULL)
    return NULL;
  for (i = 0; i < N_SQL; i++) {
    derive->statements[i] = nk_db_prepare (db, sql[i], error);
    if (derive->statements[i] == NULL)
      return NULL;
  }
  for (i = 0; i < N_READING; i++)
    derive->reading_slots[i] = nk_statement_slot (derive->statements[SQL_ADD_READING], reading_parameters[i]);
  for (i = 0; i < N_TOPIC; i++)
    derive->topic_slots[i] = nk_statement_slot (derive->statements[SQL_ADD_TOPIC], topic_parameters[i]);
  return g_steal_pointer (&derive);
}

void
nk_derive_free (NkDerive *derive)
{
  guint i;

  if (derive == NULL)
    return;
  for (i = 0; i < N_SQL; i++)
    nk_statement_free (derive->statements[i]);
  nk_announcement_row_free (derive->row);
  g_array_unref (derive->unindexed);
  g_free (derive);
}

static gboolean
run_with_number (NkDerive *derive, guint statement, const char *name, gint64 number, GError **error)
{
  nk_statement_bind_number (derive->statements[statement], name, number);
  return nk_statement_run (derive->statements[statement], error);
}

static gboolean
find_known (NkDerive *derive, const NkMailReading *reading, Known *ret_known, GError **error)
{
  NkStatement *find = derive->statements[SQL_FIND];

  *ret_known = (Known){ 0 };
  nk_statement_bind_text (find, ":name", reading->announcement->name);
  nk_statement_bind_text (find, ":revision", reading->announcement->revision);
  switch (nk_statement_next (find, error)) {
  case NK_ROW_READY:
    ret_known->id = nk_statement_number (find, FIND_ID);
    ret_known->first_message = nk_statement_number (find, FIND_FIRST_MESSAGE);
    ret_known->has_date = !nk_statement_is_null (find, FIND_UNIX_S);
    ret_known->unix_s = nk_statement_number (find, FIND_UNIX_S);
    ret_known->text_bytes = (gsize)nk_statement_number (find, FIND_TEXT_BYTES);
    ret_known->header_order = strcmp (reading->header_id, nk_statement_text (find, FIND_HEADER_ID));
    ret_known->is_same_mail = ret_known->header_order == 0;
    nk_statement_reset (find);
    return TRUE;
  case NK_ROW_NONE: return TRUE;
  case NK_ROW_FAULT: return FALSE;
  }
  g_assert_not_reached ();
}

/* Whether the announcement is to be counted by this message instead of the one that it is counted by. */
static gboolean
goes_before (gint64 message_id, const NkMailReading *reading, const Known *known)
{
  gboolean has_date = reading->origin != NK_DATE_NONE;

  if (known->is_same_mail && reading->text_bytes != known->text_bytes)
    return reading->text_bytes > known->text_bytes;
  if (known->is_same_mail)
    return message_id < known->first_message;
  if (has_date != known->has_date)
    return has_date;
  if (has_date && reading->unix_s != known->unix_s)
    return reading->unix_s < known->unix_s;
  return known->header_order < 0;
}

/* Mentions let a document be found from what is said about it: the drafts and RFCs of another kind, and the draft of an RFC. */
static gboolean
add_mentions (NkDerive *derive, gint64 id, const NkAnnouncement *announcement, GError **error)
{
  NkStatement *add = derive->statements[SQL_ADD_MENTION];
  guint i;

  if (announcement->kind == NK_KIND_RFC && announcement->draft != NULL) {
    g_autofree char *document = nk_document_without_revision (announcement->draft);

    nk_statement_bind_text (add, ":document", document);
    nk_statement_bind_number (add, ":announcement_id", id);
    return nk_statement_run (add, error);
  }
  for (i = 0; i < announcement->documents->len; i++) {
    g_autofree char *document = nk_document_without_revision (g_ptr_array_index (announcement->documents, i));

    nk_statement_bind_text (add, ":document", document);
    nk_statement_bind_number (add, ":announcement_id", id);
    if (!nk_statement_run (add, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
add_topics (NkDerive *derive, gint64 id, const NkMailReading *reading, GError **error)
{
  NkStatement *add = derive->statements[SQL_ADD_TOPIC];
  const int *slots = derive->topic_slots;

  for (guint i = 0; reading->topics != NULL && i < reading->topics->len; i++) {
    const NkTopicMark *mark = &g_array_index (reading->topics, NkTopicMark, i);

    nk_statement_bind_slot_number (add, slots[TOPIC_ANNOUNCEMENT_ID], id);
    nk_statement_bind_slot_text (add, slots[TOPIC_TOPIC], mark->topic);
    nk_statement_bind_slot_number (add, slots[TOPIC_KIND], reading->announcement->kind);
    nk_statement_bind_slot_number (add, slots[TOPIC_POINTS], mark->points);
    if (!nk_statement_run (add, error))
      return FALSE;
  }
  return TRUE;
}

/* The low bits come from the name, so that the id does not depend on the order in which mail arrived; two names of one second that meet are rare,
 * and the second goes to the next free number. */
static gboolean
add_announcement (NkDerive *derive, gint64 message_id, const NkMailReading *reading, gint64 *ret_id, GError **error)
{
  g_autofree char *document = nk_document_of (reading->announcement);
  NkAnnouncementPlace place = {
    .first_message = message_id,
    .has_date = reading->origin != NK_DATE_NONE,
    .unix_s = reading->origin != NK_DATE_NONE ? reading->unix_s : -1,
  };
  gint64 low = (gint64)(XXH3_64bits (document, strlen (document)) & ((1u << ID_BITS) - 1));
  gboolean is_new = FALSE;
  guint probe;

  for (probe = 0; !is_new; probe++) {
    if (probe == MAX_PROBES) {
      g_set_error (error, NK_ERROR, NK_ERROR_LIMIT, "%s: too many announcements of one second", document);
      return FALSE;
    }
    place.id = place.unix_s * (1 << ID_BITS) + ((low + probe) & ((1 << ID_BITS) - 1));
    if (!nk_announcement_row_insert (derive->row, reading->announcement, &place, &is_new, error))
      return FALSE;
  }
  g_array_append_val (derive->unindexed, place.id);
  *ret_id = place.id;
  return add_mentions (derive, place.id, reading->announcement, error) && add_topics (derive, place.id, reading, error);
}

static gboolean
is_unindexed (const NkDerive *derive, gint64 id)
{
  guint i;

  for (i = 0; i < derive->unindexed->len; i++)
    if (g_array_index (derive->unindexed, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static gboolean
remove_announcement (NkDerive *derive, gint64 id, GError **error)
{
  return (is_unindexed (derive, id) || run_with_number (derive, SQL_REMOVE_TEXT, ":id", id, error))
         && run_with_number (derive, SQL_REMOVE_MENTIONS, ":announcement_id", id, error)
         && run_with_number (derive, SQL_REMOVE_TOPICS, ":announcement_id", id, error)
         && run_with_number (derive, SQL_REMOVE_SUMMARIES, ":announcement_id", id, error)
         && run_with_number (derive, SQL_REMOVE_ANNOUNCEMENT, ":id", id, error);
}

/* The announcement is told anew by `message_id`; the message that it was counted by becomes one of its copies. */
static gboolean
replace_announcement (NkDerive *derive, gint64 message_id, const NkMailReading *reading, const Known *known, gint64 *ret_id, GError **error)
{
  NkStatement *move = derive->statements[SQL_MOVE_COPIES];

  if (!remove_announcement (derive, known->id, error) || !add_announcement (derive, message_id, reading, ret_id, error)
      || !run_with_number (derive, SQL_DEMOTE, ":message_id", known->first_message, error))
    return FALSE;
  if (*ret_id == known->id)
    return TRUE;
  nk_statement_bind_number (move, ":new_id", *ret_id);
  nk_statement_bind_number (move, ":old_id", known->id);
  return nk_statement_run (move, error);
}

/* Copies on other lists may have come before the announcement itself. */
static gboolean
claim_waiting_copies (NkDerive *derive, gint64 id, const char *document, GError **error)
{
  NkStatement *claim = derive->statements[SQL_CLAIM_WAITING];

  nk_statement_bind_number (claim, ":announcement_id", id);
  nk_statement_bind_text (claim, ":copy_of", document);
  return nk_statement_run (claim, error);
}

static void
bind_optional (NkStatement *statement, int slot, gboolean is_set, gint64 number)
{
  if (is_set)
    nk_statement_bind_slot_number (statement, slot, number);
  else
    nk_statement_bind_slot_null (statement, slot);
}

static gboolean
add_reading (NkDerive *derive, gint64 message_id, const NkMailReading *reading, gint64 announcement_id, gboolean is_copy,
             const char *copy_of, GError **error)
{
  NkStatement *add = derive->statements[SQL_ADD_READING];
  const int *slots = derive->reading_slots;
  gboolean has_date = reading->origin != NK_DATE_NONE;

  nk_statement_bind_slot_number (add, slots[READING_MESSAGE_ID], message_id);
  bind_optional (add, slots[READING_UNIX_S], has_date, reading->unix_s);
  bind_optional (add, slots[READING_DAY], has_date, reading->day);
  bind_optional (add, slots[READING_WRITTEN_DAY], reading->written_day != NK_DAY_NONE, reading->written_day);
  nk_statement_bind_slot_number (add, slots[READING_DATE_ORIGIN], reading->origin);
  nk_statement_bind_slot_number (add, slots[READING_VERDICT], reading->verdict);
  bind_optional (add, slots[READING_ANNOUNCEMENT_ID], announcement_id != 0, announcement_id);
  nk_statement_bind_slot_number (add, slots[READING_IS_COPY], is_copy);
  nk_statement_bind_slot_number (add, slots[READING_REPAIRS], reading->repairs);
  nk_statement_bind_slot_number (add, slots[READING_TEXT_BYTES], (gint64)reading->text_bytes);
  nk_statement_bind_slot_text (add, slots[READING_HEADER_ID], reading->header_id);
  nk_statement_bind_slot_text (add, slots[READING_FROM_ADDRESS], reading->from_address);
  nk_statement_bind_slot_text (add, slots[READING_SUBJECT], reading->subject);
  nk_statement_bind_slot_text (add, slots[READING_LIST], reading->list);
  nk_statement_bind_slot_text (add, slots[READING_REASON], reading->reason);
  nk_statement_bind_slot_text (add, slots[READING_COPY_OF], copy_of);
  return nk_statement_run (add, error);
}

static gboolean
add_announcing (NkDerive *derive, gint64 message_id, const NkMailReading *reading, NkDerived *ret_derived, GError **error)
{
  gint64 id;
  Known known;

  if (!find_known (derive, reading, &known, error))
    return FALSE;
  id = known.id;
  if (known.id == 0) {
    g_autofree char *document = nk_document_of (reading->announcement);

    *ret_derived = NK_DERIVED_NEW;
    return add_announcement (derive, message_id, reading, &id, error) && add_reading (derive, message_id, reading, id, FALSE, NULL, error)
           && claim_waiting_copies (derive, id, document, error);
  }
  *ret_derived = NK_DERIVED_DUPLICATE;
  if (!goes_before (message_id, reading, &known))
    return add_reading (derive, message_id, reading, id, TRUE, NULL, error);
  return replace_announcement (derive, message_id, reading, &known, &id, error)
         && add_reading (derive, message_id, reading, id, FALSE, NULL, error);
}

gboolean
nk_derive_add (NkDerive *derive, gint64 message_id, const NkMailReading *reading, NkDerived *ret_derived, GError **error)
{
  g_autofree char *document = NULL;
  Known known;

  switch (reading->verdict) {
  case NK_VERDICT_ANNOUNCEMENT: return add_announcing (derive, message_id, reading, ret_derived, error);
  case NK_VERDICT_COPY:
    document = nk_document_of (reading->announcement);
    if (!find_known (derive, reading, &known, error))
      return FALSE;
    *ret_derived = known.id != 0 ? NK_DERIVED_DUPLICATE : NK_DERIVED_UNRECOGNISED;
    return add_reading (derive, message_id, reading, known.id, known.id != 0, document, error);
  case NK_VERDICT_UNRECOGNISED:
    *ret_derived = NK_DERIVED_UNRECOGNISED;
    return add_reading (derive, message_id, reading, 0, FALSE, NULL, error);
  case NK_VERDICT_UNREADABLE: *ret_derived = NK_DERIVED_UNREADABLE; return add_reading (derive, message_id, reading, 0, FALSE, NULL, error);
  }
  g_assert_not_reached ();
}

static gboolean
collect_copies (NkDerive *derive, gint64 announcement_id, GArray *orphans, GError **error)
{
  NkStatement *copies = derive->statements[SQL_COPIES];
  NkRow row;

  nk_statement_bind_number (copies, ":announcement_id", announcement_id);
  while ((row = nk_statement_next (copies, error)) == NK_ROW_READY) {
    gint64 id = nk_statement_number (copies, 0);

    g_array_append_val (orphans, id);
  }
  return row == NK_ROW_NONE;
}

gboolean
nk_derive_take_apart (NkDerive *derive, gint64 message_id, gboolean *ret_was_counted, GArray *orphans, GError **error)
{
  NkStatement *find = derive->statements[SQL_READING];
  gint64 announcement_id = 0;
  gboolean is_copy = FALSE;
  NkRow row;

  nk_statement_bind_number (find, ":message_id", message_id);
  row = nk_statement_next (find, error);
  if (row == NK_ROW_FAULT)
    return FALSE;
  if (row == NK_ROW_READY) {
    announcement_id = nk_statement_number (find, 0);
    is_copy = nk_statement_number (find, 1) != 0;
    nk_statement_reset (find);
  }
  if (!run_with_number (derive, SQL_REMOVE_READING, ":message_id", message_id, error))
    return FALSE;
  *ret_was_counted = announcement_id != 0 && !is_copy;
  if (!*ret_was_counted)
    return TRUE;
  return collect_copies (derive, announcement_id, orphans, error) && remove_announcement (derive, announcement_id, error)
         && run_with_number (derive, SQL_REMOVE_COPIES, ":announcement_id", announcement_id, error);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *)a, y = *(const gint64 *)b;

  return (x > y) - (x < y);
}

/* An announcement that has gone again adds nothing. */
static gboolean
add_text (NkDerive *derive, gint64 id, GError **error)
{
  static const char *const parameters[] = { ":name", ":title", ":authors", ":abstract" };
  NkStatement *find = derive->statements[SQL_TEXT], *add = derive->statements[SQL_ADD_TEXT];
  gboolean is_added;
  NkRow row;
  guint i;

  nk_statement_bind_number (find, ":id", id);
  row = nk_statement_next (find, error);
  if (row != NK_ROW_READY)
    return row == NK_ROW_NONE;
  nk_statement_bind_number (add, ":id", id);
  for (i = 0; i < G_N_ELEMENTS (parameters); i++)
    nk_statement_bind_text (add, parameters[i], nk_statement_is_null (find, (int)i) ? NULL : nk_statement_text (find, (int)i));
  is_added = nk_statement_run (add, error);
  nk_statement_reset (find);
  return is_added;
}

/* In ascending order: at every step back FTS5 writes out what it has gathered as a segment of its own. */
gboolean
nk_derive_flush (NkDerive *derive, GError **error)
{
  gint64 last = G_MININT64;
  guint i;

  g_array_sort (derive->unindexed, compare_ids);
  for (i = 0; i < derive->unindexed->len; i++) {
    gint64 id = g_array_index (derive->unindexed, gint64, i);

    if (id != last && !add_text (derive, id, error))
      return FALSE;
    last = id;
  }
  g_array_set_size (derive->unindexed, 0);
  return TRUE;
}
