/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* command/verbs.h - the functions behind the table of verbs, one file each.
 * Floor: command. */
#pragma once
#include "command/command.h"

NkExit nk_command_import (const NkContext *context, int argc, char **argv);
NkExit nk_command_fetch (const NkContext *context, int argc, char **argv);
NkExit nk_command_digest (const NkContext *context, int argc, char **argv);
NkExit nk_command_show (const NkContext *context, int argc, char **argv);
NkExit nk_command_search (const NkContext *context, int argc, char **argv);
NkExit nk_command_ledger (const NkContext *context, int argc, char **argv);
NkExit nk_command_topics (const NkContext *context, int argc, char **argv);
NkExit nk_command_note (const NkContext *context, int argc, char **argv);
NkExit nk_command_gloss (const NkContext *context, int argc, char **argv);
NkExit nk_command_rebuild (const NkContext *context, int argc, char **argv);
NkExit nk_command_summarize (const NkContext *context, int argc, char **argv);
NkExit nk_command_serve (const NkContext *context, int argc, char **argv);
NkExit nk_command_site (const NkContext *context, int argc, char **argv);
NkExit nk_command_check (const NkContext *context, int argc, char **argv);
