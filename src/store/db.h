/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* store/db.h - a thin layer over SQLite: opening, statements bound by name, transactions, errors in our words.
 * Floor: store. One NkDb per thread. Statements belong to the caller and must be freed before their NkDb. */
#pragma once
#include "ground/error.h"
#include "ground/slice.h"

typedef struct _NkDb NkDb;
typedef struct _NkStatement NkStatement;

typedef enum {
  NK_DB_READ,
  NK_DB_READ_FROZEN, /* nobody writes and no file may be made beside it: a read-only folder */
  NK_DB_WRITE,       /* made if missing */
  NK_DB_MEMORY,      /* path only names it in errors */
} NkDbMode;

/* NULL with INPUT (the file is no SQLite database), CONFLICT (locked) or STORE. */
NkDb *nk_db_open (const char *path, NkDbMode mode, GError **error);
void nk_db_free (NkDb *db);
const char *nk_db_path (const NkDb *db);
gboolean nk_db_is_read_only (const NkDb *db);

/* Runs texts without parameters, several if need be. */
gboolean nk_db_run (NkDb *db, const char *sql, GError **error);

/* The first column of the first row as a number; 0 if there is none. */
gboolean nk_db_number (NkDb *db, const char *sql, gint64 *ret_number, GError **error);

gboolean nk_db_begin (NkDb *db, GError **error);
gboolean nk_db_commit (NkDb *db, GError **error);
/* Never fails; does nothing outside of a transaction. */
void nk_db_rollback (NkDb *db);

/* A transaction of one function: rolled back when it goes out of scope without nk_transaction_commit. */
typedef struct _NkTransaction NkTransaction;
NkTransaction *nk_transaction_begin (NkDb *db, GError **error);
gboolean nk_transaction_commit (NkTransaction *transaction, GError **error);
void nk_transaction_free (NkTransaction *transaction);

/* Rows changed by the last statement. */
guint nk_db_n_changes (const NkDb *db);

/* From now on `listener` is called before each statement that is prepared or run by its text; NULL: no more. */
void nk_db_listen (NkDb *db, void (*listener) (gpointer user_data), gpointer user_data);

/* (transfer full): NULL with @error on a fault. Freed statements are kept prepared for the next one who asks for the same text. */
NkStatement *nk_db_prepare (NkDb *db, const char *sql, GError **error);
void nk_statement_free (NkStatement *statement);

/* The number of the parameter `name` (with its colon), for statements that run for every message. It must exist. */
int nk_statement_slot (NkStatement *statement, const char *name);

/* Binding cannot fail on its own: a fault is kept and told by the next step. Text and bytes are borrowed until the statement ran. NULL text binds NULL. */
void nk_statement_bind_text (NkStatement *statement, const char *name, const char *text);
void nk_statement_bind_number (NkStatement *statement, const char *name, gint64 number);
void nk_statement_bind_null (NkStatement *statement, const char *name);
void nk_statement_bind_bytes (NkStatement *statement, const char *name, NkSlice bytes);
void nk_statement_bind_slot_text (NkStatement *statement, int slot, const char *text);
void nk_statement_bind_slot_number (NkStatement *statement, int slot, gint64 number);
void nk_statement_bind_slot_null (NkStatement *statement, int slot);
void nk_statement_bind_slot_bytes (NkStatement *statement, int slot, NkSlice bytes);

typedef enum { NK_ROW_READY, NK_ROW_NONE, NK_ROW_FAULT } NkRow;

/* The next row. After NONE and FAULT the statement is reset and can be bound anew. */
NkRow nk_statement_next (NkStatement *statement, GError **error);
/* Runs a statement that gives no rows, or whose rows do not matter. */
gboolean nk_statement_run (NkStatement *statement, GError **error);
/* As run, but a broken constraint is no error: *ret_is_done tells. */
gboolean nk_statement_try (NkStatement *statement, gboolean *ret_is_done, GError **error);
/* To be called when rows are left unread. */
void nk_statement_reset (NkStatement *statement);

/* Columns of the present row, counted from 0. Text and bytes are borrowed until the next step; text is never NULL. */
gint64 nk_statement_number (const NkStatement *statement, int column);
double nk_statement_real (const NkStatement *statement, int column);
gboolean nk_statement_is_null (const NkStatement *statement, int column);
const char *nk_statement_text (const NkStatement *statement, int column);
char *nk_statement_dup_text (const NkStatement *statement, int column); /* NULL for NULL */
NkSlice nk_statement_bytes (const NkStatement *statement, int column);
const char *nk_statement_column_name (const NkStatement *statement, int column); /* NULL past the end */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkDb, nk_db_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkStatement, nk_statement_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkTransaction, nk_transaction_free)
