/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "support.h"
#include "store/search.h"
#include "store/store_private.h"
#include <ftw.h>
#include <glib/gstdio.h>
#include <unistd.h>

static const char * or (const char *text, const char *otherwise)
{
  return text != NULL ? text : otherwise;
}

char *
support_mail (const Mail *mail)
{
  g_autofree char *date = mail->date != NULL ? g_strdup_printf ("Date: %s\n", mail->date) : g_strdup ("");
  g_autofree char *subject = mail->subject != NULL ? g_strdup (mail->subject) : g_strdup_printf ("I-D Action: %s.txt", mail->document);
  const char *list = or (mail->list, "i-d-announce.ietf.org");

  return g_strdup_printf ("%s"
                          "From: internet-drafts@ietf.org\n"
                          "To: <%.*s@%s>\n"
                          "Subject: %s\n"
                          "Message-ID: <%s%s>\n"
                          "%s"
                          "List-Id: A list <%s>\n"
                          "Content-Type: text/plain; charset=\"utf-8\"\n"
                          "\n"
                          "Internet-Draft %s.txt is now available.\n"
                          "\n"
                          "   Title:   %s\n"
                          "   Authors: Aoi Example\n"
                          "            Ben Example\n"
                          "   Name:    %s.txt\n"
                          "   Pages:   12\n"
                          "   Dates:   2025-10-01\n"
                          "\n"
                          "Abstract:\n"
                          "\n"
                          "   %s\n"
                          "\n"
                          "The IETF datatracker status page for this Internet-Draft is:\n"
                          "https://datatracker.ietf.org/doc/%s/\n",
                          or (mail->received, ""), (int)strcspn (list, "."), list, strchr (list, '.') + 1, subject,
                          or (mail->id, mail->document), mail->id != NULL ? "" : "@example.org", date, list, mail->document,
                          or (mail->title, "A Protocol for Invented Tests"), mail->document,
                          or (mail->abstract, "This document defines how tests of a store are invented."), mail->document);
}

void
support_append (GString *mbox, const Mail *mail)
{
  g_autofree char *text = support_mail (mail);

  g_string_append_printf (mbox, "From internet-drafts@ietf.org Wed Oct  1 00:00:00 2025\n%s\n", text);
}

void
support_append_mmdf (GString *mmdf, const Mail *mail)
{
  g_autofree char *text = support_mail (mail);

  g_string_append_printf (mmdf, "\001\001\001\001\n%s\001\001\001\001\n", text);
}

GString *
support_mbox (guint first, guint n)
{
  GString *mbox = g_string_new (NULL);
  guint i;

  for (i = first; i < first + n; i++) {
    g_autofree char *document = g_strdup_printf ("draft-example-garden%u-%02u", i / 3, i % 3);
    g_autofree char *title = g_strdup_printf ("Paths in Garden %u", i);
    g_autofree char *abstract = g_strdup_printf ("This document specifies path %u of the garden, and obsoletes the fence %u.", i, i * 7);
    g_autofree char *date = g_strdup_printf ("Wed, %u Oct 2025 %02u:%02u:00 +0000", 1 + i / 1440, i / 60 % 24, i % 60);
    Mail mail = { .document = document, .title = title, .abstract = abstract, .date = date };

    support_append (mbox, &mail);
  }
  return mbox;
}

char *
support_last_call (const char *id, const char *date)
{
  return g_strdup_printf ("From ietf-secretariat@ietf.org Wed Oct  1 00:00:00 2025\n"
                          "From: The IESG <iesg-secretary@ietf.org>\n"
                          "To: IETF-Announce <ietf-announce@ietf.org>\n"
                          "Subject: Last Call: <draft-example-tulip-03.txt> (Tulips by Protocol) to Proposed Standard\n"
                          "Message-ID: <%s>\n"
                          "Date: %s\n"
                          "List-Id: \"IETF announcement list.\" <ietf-announce.ietf.org>\n"
                          "\n"
                          "The IESG has received a request from an individual submitter to consider the\n"
                          "following document: - 'Tulips by Protocol'\n"
                          "  <draft-example-tulip-03.txt> as Proposed Standard\n"
                          "\n"
                          "The IESG plans to make a decision in the next few weeks, and solicits final\n"
                          "comments on this action. Please send substantive comments to the\n"
                          "last-call@ietf.org mailing lists by 2025-10-29.\n\n",
                          id, date);
}

char *
support_rfc (const char *id, const char *date, const char *list)
{
  return g_strdup_printf ("From rfc-editor@rfc-editor.org Wed Oct  1 00:00:00 2025\n"
                          "From: rfc-editor@rfc-editor.org\n"
                          "To: %.*s@%s\n"
                          "Subject: RFC 9901 on Roses by Protocol\n"
                          "Message-ID: <%s>\n"
                          "Date: %s\n"
                          "List-Id: A list <%s>\n"
                          "\n"
                          "A new Request for Comments is now available in online RFC libraries.\n"
                          "\n"
                          "        RFC 9901\n"
                          "\n"
                          "        Title:      Roses by Protocol\n"
                          "        Author:     A. Example\n"
                          "        Status:     Standards Track\n"
                          "        Stream:     IETF\n"
                          "        Date:       October 2025\n"
                          "        Mailbox:    a@example.org\n"
                          "        Pages:      9\n"
                          "        Updates:    RFC 9001, RFC 9002\n"
                          "        Obsoletes:  RFC 8001\n"
                          "\n"
                          "        I-D Tag:    draft-example-rose-07.txt\n"
                          "\n"
                          "        URL:        https://www.rfc-editor.org/info/rfc9901\n"
                          "\n"
                          "        DOI:        10.17487/RFC9901\n"
                          "\n"
                          "This document defines how roses are named in protocols.\n"
                          "\n"
                          "This is now a Proposed Standard.\n"
                          "\n"
                          "STANDARDS TRACK: This document specifies an Internet Standards Track\n"
                          "protocol for the Internet community.\n\n",
                          (int)strcspn (list, "."), list, strchr (list, '.') + 1, id, date, list);
}

char *
support_folder (void)
{
  GError *error = NULL;
  char *folder = g_dir_make_tmp ("nikkan-store-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static int
remove_one (const char *path, const struct stat *status, int flag, struct FTW *walk)
{
  return remove (path);
}

void
support_remove (char *folder)
{
  nftw (folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
  g_free (folder);
}

char *
support_path (const char *folder, const char *name)
{
  return g_build_filename (folder, name, NULL);
}

void
support_write (const char *path, const char *data, gssize length)
{
  GError *error = NULL;

  g_file_set_contents (path, data, length, &error);
  g_assert_no_error (error);
}

void
support_import (NkStore *store, NkImportReport *ret_report, const char *path, ...)
{
  g_auto (NkImportReport) unwanted = { 0 };
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  NkImportOptions options = { 0 };
  GError *error = NULL;
  va_list others;

  va_start (others, path);
  for (; path != NULL; path = va_arg (others, const char *))
    g_ptr_array_add (paths, (gpointer)path);
  va_end (others);
  g_ptr_array_add (paths, NULL);
  nk_import_run (store, (const char *const *)paths->pdata, &options, ret_report != NULL ? ret_report : &unwanted, &error);
  g_assert_no_error (error);
}

void
support_add (NkStore *store, const char *mailbox)
{
  char *folder = support_folder ();
  g_autofree char *path = support_path (folder, "mails.mbox");

  support_write (path, mailbox, -1);
  support_import (store, NULL, path, NULL);
  support_remove (folder);
}

NkStore *
support_store_of (const char *mailbox)
{
  GError *error = NULL;
  NkStore *store = nk_store_open_memory (&error);

  g_assert_no_error (error);
  support_add (store, mailbox);
  return store;
}

static void
append_value (GString *dump, const NkStatement *row, int column)
{
  NkSlice bytes = nk_statement_bytes (row, column);
  gsize i;

  if (nk_statement_is_null (row, column)) {
    g_string_append (dump, "|NULL");
    return;
  }
  g_string_append_c (dump, '|');
  for (i = 0; i < bytes.length; i++)
    if (g_ascii_isprint (bytes.data[i]))
      g_string_append_c (dump, bytes.data[i]);
    else
      g_string_append_printf (dump, "\\%02x", (guchar)bytes.data[i]);
}

static void
append_rows (GString *dump, NkStore *store, const char *title, const char *sql)
{
  GError *error = NULL;
  g_autoptr (NkStatement) rows = nk_db_prepare (store->db, sql, &error);
  NkRow row;

  g_assert_no_error (error);
  g_string_append_printf (dump, "== %s\n", title);
  while ((row = nk_statement_next (rows, &error)) == NK_ROW_READY) {
    int column;

    for (column = 0; nk_statement_column_name (rows, column) != NULL; column++)
      append_value (dump, rows, column);
    g_string_append_c (dump, '\n');
  }
  g_assert_no_error (error);
}

char *
support_dump (NkStore *store)
{
  static const struct {
    const char *title, *sql;
  } tables[] = {
    { "dictionary", "SELECT id, bytes FROM dictionary ORDER BY id" },
    { "mailbox", "SELECT id, offset_bytes, hash, number, before_unix_s, last_message FROM mailbox ORDER BY id" },
    { "message", "SELECT * FROM message ORDER BY id" },
    { "note", "SELECT * FROM note ORDER BY day, language" },
    { "source", "SELECT * FROM source ORDER BY list" },
    { "reading", "SELECT * FROM reading ORDER BY message_id" },
    { "announcement", "SELECT * FROM announcement ORDER BY id" },
    { "mention", "SELECT * FROM mention ORDER BY document, announcement_id" },
    { "announcement_topic", "SELECT * FROM announcement_topic ORDER BY announcement_id, topic" },
    { "topic_state", "SELECT * FROM topic_state" },
    { "summary", "SELECT * FROM summary ORDER BY announcement_id, language" },
    { "text", "SELECT rowid FROM announcement_text WHERE announcement_text MATCH 'document OR draft OR rfc OR roses' ORDER BY rowid" },
  };
  g_autoptr (GString) dump = g_string_new (NULL);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (tables); i++)
    append_rows (dump, store, tables[i].title, tables[i].sql);
  return g_string_free (g_steal_pointer (&dump), FALSE);
}

char *
support_dump_file (const char *path)
{
  GError *error = NULL;
  g_autoptr (NkStore) store = nk_store_open (path, NK_STORE_READ, &error);

  g_assert_no_error (error);
  return support_dump (store);
}

NkDay
support_day (const char *text)
{
  NkDay day;

  g_assert_true (nk_day_parse (nk_slice_text (text), &day));
  return day;
}

char *
support_ledger (NkStore *store, const char *day, gboolean whole_store)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) readings = nk_query_ledger (store, support_day (day), whole_store, &error);
  g_autoptr (GString) text = g_string_new (NULL);
  guint i;

  g_assert_no_error (error);
  for (i = 0; i < readings->len; i++) {
    const NkReading *reading = g_ptr_array_index (readings, i);

    g_string_append_printf (text, "%s %s [%s]\n", nk_reading_class_word (reading->reading_class), reading->document, reading->reason);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
support_search (NkStore *store, const char *text, guint limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NkSearchQuery) query = nk_search_query_parse (text, NULL, &error);
  NkSearchOptions options = { .query = query, .limit = limit, .language = "en", .today = support_day ("2099-12-31") };
  g_autoptr (NkSearchResult) result = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  if (query == NULL)
    return g_strconcat ("! ", error->message, NULL);
  result = nk_search_run (store, &options, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < result->hits->len; i++) {
    const NkListed *one = ((const NkSearchHit *)result->hits->pdata[i])->listed;

    g_string_append_printf (names, "%s%s%s%s", i > 0 ? " " : "", one->kind > NK_KIND_RFC ? nk_kind_word (one->kind) : one->name,
                            *one->revision != '\0' ? "-" : "", one->revision);
  }
  return g_string_free (g_steal_pointer (&names), FALSE);
}
