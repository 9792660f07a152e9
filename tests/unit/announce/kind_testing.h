/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* One mail through one parser of a kind, without a mailbox around it. All groups, people and documents are invented. */
#pragma once
#include "announce/parser_private.h"
#include <glib/gstdio.h>

#define SECRETARY "The IESG <iesg-secretary@ietf.org>"

typedef struct {
  NkParseResult result;
  NkAnnouncement *announcement; /* when DONE */
  char *reason;                 /* when MISFIT */
} Outcome;

static inline void
outcome_clear (Outcome *outcome)
{
  g_clear_pointer (&outcome->announcement, nk_announcement_free);
  g_clear_pointer (&outcome->reason, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

/* A table with the groups exmpl (sec) and tealeafwg (ops). */
static inline NkGroupTable *
invented_groups (void)
{
  static const char table[] = "acronym\tname\ttype\tarea\tstate\n"
                              "exmpl\tExample Protocols\twg\tsec\tactive\n"
                              "tealeafwg\tTealeaf Area Working Group\twg\tops\tactive\n";
  g_autofree char *path = NULL;
  int file = g_file_open_tmp ("nikkan-groups-XXXXXX", &path, NULL);
  g_autoptr (GError) error = NULL;
  NkGroupTable *groups;

  g_assert_cmpint (file, >=, 0);
  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, table, -1, NULL));
  groups = nk_group_table_load (path, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return groups;
}

static inline void
parse_mail (NkParseFunc parse, const char *from, const char *subject, const char *text, Outcome *ret_outcome)
{
  g_autoptr (NkGroupTable) groups = invented_groups ();
  const char *open = strrchr (from, '<');
  g_autofree char *address = g_strdup (open != NULL ? open + 1 : from);
  NkMessage message = { .message_id = (char *)"<1@mail.example>",
                        .from = (char *)from,
                        .from_address = address,
                        .to = (char *)"ietf-announce@ietf.org",
                        .subject = (char *)subject,
                        .list_id = (char *)"ietf-announce.ietf.org",
                        .text = (char *)text };
  NkParseInput input = { &message, subject, groups };

  address[strcspn (address, ">")] = '\0';
  *ret_outcome = (Outcome){ .result = NK_PARSE_NOT_MINE };
  ret_outcome->result = parse (&input, &ret_outcome->announcement, &ret_outcome->reason);
  g_assert_true ((ret_outcome->announcement != NULL) == (ret_outcome->result == NK_PARSE_DONE));
  g_assert_true ((ret_outcome->reason != NULL) == (ret_outcome->result == NK_PARSE_MISFIT));
}

/* The documents of a record, parted by blanks. */
static inline char *
documents_of (const Outcome *outcome)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < outcome->announcement->documents->len; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? " " : "", (char *)outcome->announcement->documents->pdata[i]);
  return g_string_free (all, FALSE);
}

#define assert_documents(outcome, expected)                                                                                                \
  G_STMT_START                                                                                                                             \
  {                                                                                                                                        \
    g_autofree char *documents_text = documents_of (outcome);                                                                              \
    g_assert_cmpstr (documents_text, ==, expected);                                                                                        \
  }                                                                                                                                        \
  G_STMT_END

#define assert_ends(outcome, expected)                                                                                                     \
  G_STMT_START                                                                                                                             \
  {                                                                                                                                        \
    g_autofree char *ends_text = nk_day_format ((outcome)->announcement->ends);                                                            \
    g_assert_cmpstr (ends_text, ==, expected);                                                                                             \
  }                                                                                                                                        \
  G_STMT_END
