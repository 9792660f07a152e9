/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* command/import_report.h - how an import, a fetch and a rebuild tell what they did.
 * Floor: command. */
#pragma once
#include "digest/topic.h"
#include "store/import.h"

/* Problems as lines on stderr. */
void nk_import_report_warn (const char *verb, const NkImportReport *report);

/* The ledger of the run on stdout. `what` is `read` or `rebuilt`. */
void nk_import_report_print (const NkImportReport *report, const char *what);

/* share/groups.tsv; NULL with the error set. */
NkGroupTable *nk_command_load_groups (GError **error);
/* share/topics.tsv; NULL with the error set. */
NkTopicTable *nk_command_load_topics (GError **error);
