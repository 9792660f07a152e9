/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/tokenizer.h"
#include "store/word.h"

typedef int (*TakeToken) (void *context, int flags, const char *token, int length, int start, int end);

/* A character that waits for the one behind it. */
typedef struct {
  gboolean is_there;
  gboolean is_alone; /* the first of its run */
  char text[8];
  gsize length;
  gsize start, end;
} Waiting;

static int
take_pair (const Waiting *one, const NkWord *other, void *context, TakeToken take)
{
  char pair[16];

  memcpy (pair, one->text, one->length);
  memcpy (pair + one->length, other->text, other->length);
  return take (context, 0, pair, (int)(one->length + other->length), (int)one->start, (int)other->end);
}

static int
take_waiting (const Waiting *waiting, void *context, TakeToken take)
{
  return take (context, 0, waiting->text, (int)waiting->length, (int)waiting->start, (int)waiting->end);
}

static void
wait_with (Waiting *waiting, const NkWord *word)
{
  *waiting = (Waiting){ .is_there = TRUE, .is_alone = !word->is_joined, .length = word->length, .start = word->start, .end = word->end };
  memcpy (waiting->text, word->text, word->length);
}

static int
tokenize (Fts5Tokenizer *tokenizer, void *context, int flags, const char *text, int n_bytes, TakeToken take)
{
  NkWordScan scan;
  NkWord word;
  Waiting waiting = { FALSE };
  int result = SQLITE_OK;

  (void)tokenizer;
  nk_word_scan_begin (&scan, nk_slice (text, (gsize)MAX (n_bytes, 0)));
  while (result == SQLITE_OK && nk_word_scan_next (&scan, &word)) {
    if (waiting.is_there)
      result = word.is_joined ? take_pair (&waiting, &word, context, take) : take_waiting (&waiting, context, take);
    waiting.is_there = FALSE;
    if (word.is_single)
      wait_with (&waiting, &word);
    else if (result == SQLITE_OK)
      result = take (context, 0, word.text, (int)word.length, (int)word.start, (int)word.end);
  }
  /* The last character of a query's run: more of the run may follow in the text. */
  if (result == SQLITE_OK && waiting.is_there && (waiting.is_alone || (flags & FTS5_TOKENIZE_QUERY) == 0))
    result = take_waiting (&waiting, context, take);
  return result;
}

/* There is nothing to keep, but NULL would mean that there is no tokenizer. */
static int
create (void *context, const char **arguments, int n_arguments, Fts5Tokenizer **ret_tokenizer)
{
  static const char none;

  (void)context;
  (void)arguments;
  (void)n_arguments;
  *ret_tokenizer = (Fts5Tokenizer *)(gpointer)&none;
  return SQLITE_OK;
}

static void
destroy (Fts5Tokenizer *tokenizer)
{
  (void)tokenizer;
}

int
nk_tokenizer_register (sqlite3 *db)
{
  fts5_tokenizer functions = { create, destroy, tokenize };
  fts5_api *api = NULL;
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (db, "SELECT fts5(?1)", -1, &statement, NULL);

  if (result != SQLITE_OK)
    return result;
  sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
  sqlite3_step (statement);
  result = sqlite3_finalize (statement);
  if (result != SQLITE_OK)
    return result;
  return api != NULL ? api->xCreateTokenizer (api, "nikkan", NULL, &functions, NULL) : SQLITE_ERROR;
}
