/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* store/tokenizer.h - the tokenizer `nikkan` of the full text: words as they are, and each run of Japanese, Chinese or Korean as overlapping pairs.
 * Floor: store. Knows SQLite. Of a run ABC a text has the tokens AB, BC, C, and a phrase of a query only AB, BC where nothing follows: so any part of a run with two and
 * more characters is found exactly, as a phrase, and a single one as the beginning of a token. Only connections that it was registered on can read the full text. */
#pragma once
#include <sqlite3.h>

/* Returns a result code of SQLite. */
int nk_tokenizer_register (sqlite3 *db);
