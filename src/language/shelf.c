/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "language/shelf.h"
#include "ground/share.h"

/* Everything below `lock` is touched under it only. */
struct _NkLexiconShelf {
  char *own; /* (nullable) */
  GMutex lock;
  NkLexicon *lexicon;
  GError *fault; /* of the lexicon */
  gboolean is_stamped;
  guint64 stamp;
};

char *
nk_language_folder (const char *own, GError **error)
{
  return own != NULL && *own != '\0' ? g_strdup (own) : nk_share_path ("language", error);
}

NkLexiconShelf *
nk_lexicon_shelf_new (const char *own)
{
  NkLexiconShelf *shelf = g_new0 (NkLexiconShelf, 1);

  shelf->own = g_strdup (own);
  g_mutex_init (&shelf->lock);
  return shelf;
}

void
nk_lexicon_shelf_free (NkLexiconShelf *shelf)
{
  if (shelf == NULL)
    return;
  g_free (shelf->own);
  g_mutex_clear (&shelf->lock);
  nk_lexicon_free (shelf->lexicon);
  g_clear_error (&shelf->fault);
  g_free (shelf);
}

const NkLexicon *
nk_lexicon_shelf_get (NkLexiconShelf *shelf, GError **error)
{
  const NkLexicon *lexicon;

  g_return_val_if_fail (shelf != NULL, NULL);
  g_mutex_lock (&shelf->lock);
  if (shelf->lexicon == NULL && shelf->fault == NULL) {
    g_autofree char *folder = nk_language_folder (shelf->own, &shelf->fault);

    shelf->lexicon = folder != NULL ? nk_lexicon_load (folder, &shelf->fault) : NULL;
  }
  lexicon = shelf->lexicon;
  if (lexicon == NULL)
    g_propagate_error (error, g_error_copy (shelf->fault));
  g_mutex_unlock (&shelf->lock);
  return lexicon;
}

gboolean
nk_lexicon_shelf_stamp (NkLexiconShelf *shelf, guint64 *ret_stamp, GError **error)
{
  gboolean is_stamped;

  g_return_val_if_fail (shelf != NULL && ret_stamp != NULL, FALSE);
  g_mutex_lock (&shelf->lock);
  if (!shelf->is_stamped) {
    g_autofree char *folder = nk_language_folder (shelf->own, error);

    shelf->is_stamped = folder != NULL && nk_lexicon_folder_stamp (folder, &shelf->stamp, error);
  }
  is_stamped = shelf->is_stamped;
  *ret_stamp = shelf->stamp;
  g_mutex_unlock (&shelf->lock);
  return is_stamped;
}
