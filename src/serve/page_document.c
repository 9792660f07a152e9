/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/page_document.c - the life of a document: what it is now, and everything that was announced about it, newest first. */
#include "announce/author_name.h"
#include "serve/page.h"
#include "serve/word_diff.h"

#include <stdio.h>

#define MAX_EVENTS 1000 /* of one document; a page of more helps nobody */

/* The record that tells best what the document is: its newest own one, else the first about it. */
static const NkStored *
newest_own (const GPtrArray *life, const char *name)
{
  const NkStored *newest = NULL;

  for (guint i = 0; i < life->len; i++) {
    const NkStored *one = life->pdata[i];

    if (strcmp (one->announcement->name, name) == 0)
      newest = one;
  }
  return newest;
}

static const NkStored *
find_kind (const GPtrArray *life, NkKind kind)
{
  for (guint i = life->len; i > 0; i--)
    if (((const NkStored *)life->pdata[i - 1])->announcement->kind == kind)
      return life->pdata[i - 1];
  return NULL;
}

/* --- the facts */

static void
begin_fact (NkPage *page, NkSiteWord word)
{
  nk_html_open (&page->html, "dt", NULL);
  nk_html_text (&page->html, nk_page_word (page, word));
  nk_html_close (&page->html, "dt");
  nk_html_open (&page->html, "dd", NULL);
}

static void
end_fact (NkPage *page)
{
  nk_page_close (page, "dd");
}

static void
write_fact (NkPage *page, NkSiteWord word, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  begin_fact (page, word);
  nk_html_text (&page->html, text);
  end_fact (page);
}

static void
write_author (NkPage *page, const char *name)
{
  g_autofree char *slug = nk_author_slug (name);
  g_autofree char *path = NULL;

  if (*slug == '\0' || !nk_author_slug_is_valid (nk_slice_text (slug)) || strcmp (slug, "et-al") == 0) {
    nk_html_text (&page->html, name);
    return;
  }
  path = nk_page_path_of (NK_ROUTE_AUTHOR, NK_PARAMETER_AUTHOR, slug);
  nk_page_write_link (page, path, NULL, name);
}

static void
write_authors (NkPage *page, const GPtrArray *authors)
{
  if (authors->len == 0)
    return;
  begin_fact (page, NK_WORD_DOCUMENT_AUTHORS);
  for (guint i = 0; i < authors->len; i++) {
    if (i > 0)
      nk_html_text (&page->html, nk_page_word (page, NK_WORD_LIST_SEPARATOR));
    write_author (page, authors->pdata[i]);
  }
  end_fact (page);
}

static gboolean
write_group (NkPage *page, const NkAnnouncement *announcement, GError **error)
{
  const char *acronym = announcement->group_acronym, *area = announcement->group_area;

  if (acronym != NULL && nk_route_is_valid (NK_PARAMETER_GROUP, acronym)) {
    g_autofree char *path = nk_page_path_of (NK_ROUTE_GROUP, NK_PARAMETER_GROUP, acronym);

    begin_fact (page, NK_WORD_DOCUMENT_GROUP);
    nk_page_write_link (page, path, "en", announcement->group_name != NULL ? announcement->group_name : acronym);
    end_fact (page);
  }
  if (area != NULL && nk_route_is_valid (NK_PARAMETER_AREA, area)) {
    g_autofree char *path = nk_page_path_of (NK_ROUTE_AREA, NK_PARAMETER_AREA, area), *label = nk_page_area_name (page, area, error);

    if (label == NULL)
      return FALSE;
    begin_fact (page, NK_WORD_DOCUMENT_AREA);
    nk_page_write_link (page, path, NULL, label);
    end_fact (page);
  }
  return TRUE;
}

static void
write_rfc_numbers (NkPage *page, NkSiteWord word, const GArray *numbers)
{
  if (numbers->len == 0)
    return;
  begin_fact (page, word);
  for (guint i = 0; i < numbers->len; i++) {
    g_autofree char *text = g_strdup_printf ("RFC %u", g_array_index (numbers, guint, i));
    g_autofree char *url = g_strdup_printf ("https://www.rfc-editor.org/info/rfc%u", g_array_index (numbers, guint, i));

    if (i > 0)
      nk_html_text (&page->html, nk_page_word (page, NK_WORD_LIST_SEPARATOR));
    nk_page_write_outward (page, url, text);
  }
  end_fact (page);
}

/* The draft that an RFC came from, or the RFC that a draft became: where the other half of the life is. */
static void
write_relative (NkPage *page, const GPtrArray *life, const char *name)
{
  gboolean is_rfc = g_str_has_prefix (name, "rfc");
  const NkStored *other = find_kind (life, is_rfc ? NK_KIND_INTERNET_DRAFT : NK_KIND_RFC);
  g_autofree char *path = NULL, *text = NULL;

  if (other == NULL)
    return;
  path = nk_page_path_of_document (other->announcement->name);
  text = is_rfc ? g_strdup (other->announcement->name) : g_strdup_printf ("RFC %u", other->announcement->rfc_number);
  begin_fact (page, is_rfc ? NK_WORD_DOCUMENT_DRAFT : NK_WORD_DOCUMENT_RFC);
  nk_page_write_link (page, path, NULL, text);
  end_fact (page);
}

static void
write_places (NkPage *page, const char *name)
{
  gboolean is_rfc = g_str_has_prefix (name, "rfc");
  g_autofree char *datatracker = g_strdup_printf ("https://datatracker.ietf.org/doc/%s/", name);
  g_autofree char *text = is_rfc ? g_strdup_printf ("https://www.rfc-editor.org/info/%s", name)
                                 : g_strdup_printf ("https://datatracker.ietf.org/doc/html/%s", name);

  begin_fact (page, NK_WORD_DOCUMENT_LINKS);
  nk_page_write_outward (page, datatracker, "Datatracker");
  nk_html_text (&page->html, " / ");
  nk_page_write_outward (page, text, is_rfc ? "RFC Editor" : "HTML");
  end_fact (page);
}

static gboolean
write_facts (NkPage *page, const GPtrArray *life, const NkStored *own, const char *name, GError **error)
{
  nk_page_open (page, "dl", "facts");
  write_fact (page, NK_WORD_DOCUMENT_NAME, name);
  if (own != NULL) {
    const NkAnnouncement *announcement = own->announcement;

    write_authors (page, announcement->authors);
    if (!write_group (page, announcement, error))
      return FALSE;
    write_fact (page, NK_WORD_DOCUMENT_STATUS, announcement->status);
    write_fact (page, NK_WORD_DOCUMENT_STREAM, announcement->stream);
    write_rfc_numbers (page, NK_WORD_DOCUMENT_OBSOLETES, announcement->obsoletes);
    write_rfc_numbers (page, NK_WORD_DOCUMENT_UPDATES, announcement->updates);
  }
  write_relative (page, life, name);
  write_places (page, name);
  nk_page_close (page, "dl");
  return TRUE;
}

static void
write_abstract (NkPage *page, const char *abstract)
{
  g_auto (GStrv) paragraphs = g_strsplit (abstract, "\n\n", 0);

  nk_page_open (page, "details", NULL);
  nk_page_write (page, "summary", NULL, NULL, nk_page_word (page, NK_WORD_DOCUMENT_ABSTRACT));
  for (guint i = 0; paragraphs[i] != NULL; i++)
    nk_page_write (page, "p", "abstract", page->route->language == NK_LANGUAGE_EN ? NULL : "en", paragraphs[i]);
  nk_page_close (page, "details");
}

static gboolean
write_summary (NkPage *page, const NkStored *own, GError **error)
{
  const NkAnnouncement *announcement = own->announcement;
  NkSummaryRequest request = { .language = nk_language_code (page->route->language),
                               .name = announcement->name,
                               .title = announcement->title,
                               .abstract = announcement->abstract,
                               .standing = announcement->standing };
  g_autoptr (NkSummary) summary = nk_summary_make_one (own->id, &request, page->site->shelf, page->store, page->site->pool, error);

  if (summary == NULL)
    return FALSE;
  nk_page_write_heading (page, nk_page_word (page, NK_WORD_DOCUMENT_SUMMARY), "summary");
  nk_page_write (page, "p", NULL, summary->is_quoted && page->route->language != NK_LANGUAGE_EN ? "en" : NULL, summary->text);
  if (*announcement->abstract != '\0')
    write_abstract (page, announcement->abstract);
  return TRUE;
}

/* --- the life */

static void
write_pieces (NkPage *page, const char *before, const char *after)
{
  static const char *const names[] = { [NK_PIECE_GONE] = "del", [NK_PIECE_NEW] = "ins" };
  g_autoptr (GPtrArray) pieces = nk_word_diff (before, after);

  for (guint i = 0; i < pieces->len; i++) {
    const NkPiece *piece = pieces->pdata[i];

    if (i > 0)
      nk_html_text (&page->html, " ");
    if (piece->kind != NK_PIECE_SAME)
      nk_html_open (&page->html, names[piece->kind], NULL);
    nk_html_text (&page->html, piece->text);
    if (piece->kind != NK_PIECE_SAME)
      nk_html_close (&page->html, names[piece->kind]);
  }
}

/* A text that changed, as words that went and came. Short ones stand open, long ones folded. */
static void
write_change (NkPage *page, NkSiteWord word, const char *before, const char *after, gboolean is_folded)
{
  const char *language = page->route->language == NK_LANGUAGE_EN ? NULL : "en";

  if (strcmp (before, after) == 0)
    return;
  nk_html_open (&page->html, is_folded ? "details" : "p", NULL);
  nk_html_open (&page->html, is_folded ? "summary" : "span", "class", is_folded ? NULL : "label", NULL);
  nk_html_text (&page->html, nk_page_word (page, word));
  nk_html_close (&page->html, is_folded ? "summary" : "span");
  nk_html_text (&page->html, " ");
  nk_html_open (&page->html, is_folded ? "p" : "span", "class", "diff", "lang", language, NULL);
  write_pieces (page, before, after);
  nk_html_close (&page->html, is_folded ? "p" : "span");
  nk_page_close (page, is_folded ? "details" : "p");
}

static gboolean
has_name (const GPtrArray *names, const char *name)
{
  for (guint i = 0; i < names->len; i++)
    if (strcmp (names->pdata[i], name) == 0)
      return TRUE;
  return FALSE;
}

/* The names of `some` that are not in `others`. */
static void
write_names_not_in (NkPage *page, NkSiteWord word, const GPtrArray *some, const GPtrArray *others)
{
  gboolean is_begun = FALSE;

  for (guint i = 0; i < some->len; i++) {
    if (has_name (others, some->pdata[i]))
      continue;
    if (!is_begun) {
      nk_html_open (&page->html, "p", NULL);
      nk_html_open (&page->html, "span", "class", "label", NULL);
      nk_html_text (&page->html, nk_page_word (page, word));
      nk_html_close (&page->html, "span");
    }
    nk_html_text (&page->html, is_begun ? nk_page_word (page, NK_WORD_LIST_SEPARATOR) : " ");
    write_author (page, some->pdata[i]);
    is_begun = TRUE;
  }
  if (is_begun)
    nk_page_close (page, "p");
}

static gboolean
names_equal (const GPtrArray *some, const GPtrArray *others)
{
  if (some->len != others->len)
    return FALSE;
  for (guint i = 0; i < some->len; i++)
    if (!has_name (others, some->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
write_changes (NkPage *page, const NkStored *stored)
{
  const NkAnnouncement *now = stored->announcement, *before;

  if (now->kind != NK_KIND_INTERNET_DRAFT)
    return;
  if (stored->previous == NULL) {
    nk_page_write (page, "p", "small", NULL, nk_page_word (page, NK_WORD_DOCUMENT_FIRST));
    return;
  }
  before = stored->previous->announcement;
  if (strcmp (before->title, now->title) == 0 && strcmp (before->abstract, now->abstract) == 0
      && names_equal (before->authors, now->authors))
    nk_page_write (page, "p", "small", NULL, nk_page_word (page, NK_WORD_DOCUMENT_SAME));
  write_change (page, NK_WORD_DOCUMENT_TITLE_CHANGED, before->title, now->title, FALSE);
  write_names_not_in (page, NK_WORD_DOCUMENT_AUTHORS_ADDED, now->authors, before->authors);
  write_names_not_in (page, NK_WORD_DOCUMENT_AUTHORS_REMOVED, before->authors, now->authors);
  write_change (page, NK_WORD_DOCUMENT_ABSTRACT_CHANGED, before->abstract, now->abstract, TRUE);
}

static void
write_messages (NkPage *page, const NkStored *stored)
{
  nk_html_open (&page->html, "p", "class", "small", NULL);
  nk_html_text (&page->html, nk_page_word (page, NK_WORD_DOCUMENT_MESSAGES));
  for (guint i = 0; i < stored->message_ids->len; i++) {
    g_autofree char *url = nk_message_archive_url (stored->message_ids->pdata[i], stored->list);
    char number[16];
    g_autofree char *text = NULL;

    snprintf (number, sizeof number, "%u", i + 1);
    text = nk_page_fill (page, NK_WORD_DOCUMENT_MESSAGE, "n", number, "list", stored->list, NULL);
    nk_html_text (&page->html, i > 0 ? nk_page_word (page, NK_WORD_LIST_SEPARATOR) : " ");
    nk_page_write_outward (page, url, text);
  }
  nk_page_close (page, "p");
}

/* `Revision -05, 14 pages`, `Published as RFC 9999`, or what kind of announcement it is. (transfer full) */
static char *
event_text (const NkPage *page, const NkStored *stored, GError **error)
{
  const NkAnnouncement *announcement = stored->announcement;
  g_autofree char *number = g_strdup_printf ("%u", announcement->rfc_number), *pages = g_strdup_printf ("%d", announcement->pages);
  NkListed listed = { .kind = announcement->kind,
                      .action = announcement->action,
                      .level = announcement->level,
                      .ends = announcement->ends,
                      .title = announcement->title };
  g_autofree char *revision = NULL, *length = NULL;

  if (announcement->kind == NK_KIND_RFC)
    return nk_page_fill (page, NK_WORD_DOCUMENT_PUBLISHED, "rfc", number, NULL);
  if (announcement->kind != NK_KIND_INTERNET_DRAFT)
    return nk_page_kind_text (page, &listed, error);
  revision = nk_page_fill (page, NK_WORD_DOCUMENT_REVISION, "revision", announcement->revision, NULL);
  length = announcement->pages >= 0 ? nk_page_fill (page, NK_WORD_DOCUMENT_PAGES, "n", pages, NULL) : g_strdup ("");
  return g_strconcat (revision, length, NULL);
}

static gboolean
write_event (NkPage *page, const NkStored *stored, GError **error)
{
  const NkAnnouncement *announcement = stored->announcement;
  g_autofree char *text = event_text (page, stored, error);
  g_autofree char *id = announcement->kind == NK_KIND_INTERNET_DRAFT ? g_strconcat ("r", announcement->revision, NULL) : NULL;

  if (text == NULL)
    return FALSE;
  nk_html_open (&page->html, "li", "id", id, "class", announcement->kind > NK_KIND_RFC ? "other" : NULL, NULL);
  nk_html_newline (&page->html);
  nk_html_open (&page->html, "h3", NULL);
  nk_page_write_day (page, stored->day);
  nk_html_text (&page->html, " ");
  if (announcement->kind > NK_KIND_RFC)
    nk_page_write_outward (page, announcement->url, text);
  else
    nk_html_text (&page->html, text);
  nk_page_close (page, "h3");
  write_changes (page, stored);
  write_messages (page, stored);
  nk_page_close (page, "li");
  return TRUE;
}

/* Newest first; what has no date stands last. */
static gint
compare_events (gconstpointer a, gconstpointer b)
{
  const NkStored *one = *(const NkStored *const *)a, *other = *(const NkStored *const *)b;

  return one->id == other->id ? 0 : one->id > other->id ? -1 : 1;
}

static gboolean
write_life (NkPage *page, const GPtrArray *life, const char *name, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < life->len; i++) {
    const NkStored *one = life->pdata[i];

    /* A revision stands once, so that its id does; an announcement that is about both names comes once already. */
    if (one->announcement->kind == NK_KIND_INTERNET_DRAFT && !g_hash_table_add (seen, one->announcement->revision))
      continue;
    g_ptr_array_add (events, life->pdata[i]);
  }
  g_ptr_array_sort (events, compare_events);
  nk_page_write_heading (page, nk_page_word (page, NK_WORD_DOCUMENT_LIFE), "life");
  nk_page_open (page, "ol", "life");
  for (guint i = 0; i < MIN (events->len, MAX_EVENTS); i++)
    if (!write_event (page, events->pdata[i], error))
      return FALSE;
  nk_page_close (page, "ol");
  return TRUE;
}

gboolean
nk_page_document (NkPage *page, GError **error)
{
  const char *number = page->route->parameters[NK_PARAMETER_RFC];
  g_autofree char *name = number != NULL ? g_strconcat ("rfc", number, NULL) : g_strdup (page->route->parameters[NK_PARAMETER_DRAFT]);
  g_autoptr (GPtrArray) life = nk_query_document (page->store, name, error);
  g_autofree char *shown = number != NULL ? g_strconcat ("RFC ", number, NULL) : g_strdup (name), *description = NULL, *title = NULL;
  const NkStored *own = life != NULL ? newest_own (life, name) : NULL;

  if (life == NULL)
    return FALSE;
  if (life->len == 0) {
    g_set_error (error, NK_ERROR, NK_ERROR_NOT_FOUND, "%s: nothing was announced about it", name);
    return FALSE;
  }
  title = own == NULL      ? g_strdup (shown)
          : number != NULL ? g_strconcat (shown, ": ", own->announcement->title, NULL)
                           : g_strdup (own->announcement->title);
  description = nk_page_fill (page, NK_WORD_DOCUMENT_DESCRIPTION, "name", shown, NULL);
  nk_page_begin (page, title, description);
  nk_page_write (page, "h1", NULL, page->route->language == NK_LANGUAGE_EN ? NULL : "en", title);
  if (own == NULL)
    nk_page_write (page, "p", "small", NULL, nk_page_word (page, NK_WORD_DOCUMENT_UNKNOWN));
  if (!write_facts (page, life, own, name, error))
    return FALSE;
  if (own != NULL && !write_summary (page, own, error))
    return FALSE;
  if (!write_life (page, life, name, error))
    return FALSE;
  nk_page_end (page);
  return TRUE;
}
