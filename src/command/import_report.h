/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* command/import_report.h - how an import, a fetch and a rebuild tell what they did.
 * Floor: command. */
#pragma once
#include "command/command.h"
#include "digest/topic.h"
#include "store/import.h"

/* Problems as lines on stderr. */
void nk_import_report_warn (const char *verb, const NkImportReport *report);

/* The ledger of the run on stdout. `what` is `read` or `rebuilt`. */
void nk_import_report_print (const NkImportReport *report, const char *what);

/* Around an import that the store is open for: the newest message before it; and behind it the Japanese summaries of what has come, if that is little (summary/summarise.h).
 * What cannot be summarised is told on stderr, and no more: the mail is there. */
gint64 nk_command_last_message (NkStore *store);
void nk_command_summarise_new (const NkContext *context, const char *verb, NkStore *store, gint64 last_message);

/* share/groups.tsv; NULL with the error set. */
NkGroupTable *nk_command_load_groups (GError **error);
/* share/topics.tsv; NULL with the error set. */
NkTopicTable *nk_command_load_topics (GError **error);
