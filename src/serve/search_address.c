/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* serve/search_address.c - how a search is asked for in an address, and searches that are a step away from it. */
#include "ground/escape.h"
#include "serve/search_request.h"

/* --- the spelling of a query: blanks between its parts, quotation marks around phrases */

/* The next part of `*at`, without the blank before it. */
static gboolean
next_part (const char **at, NkSlice *ret_part)
{
  const char *start = *at + strspn (*at, " "), *end = start;
  gboolean is_quoted = FALSE;

  for (; *end != '\0' && (is_quoted || *end != ' '); end++)
    if (*end == '"')
      is_quoted = !is_quoted;
  *ret_part = nk_slice (start, (gsize)(end - start));
  *at = end;
  return end > start;
}

static gboolean
is_field (NkSlice part, const char *name)
{
  NkSlice label = nk_slice_text (name);

  return nk_slice_starts (part, label) && part.length > label.length && part.data[label.length] == ':';
}

/* `text` in its one spelling without the field; its value, of several the last, in *ret_value (transfer full) if it has one. */
static char *
without_field (const char *text, const char *name, char **ret_value)
{
  g_autoptr (GString) rest = g_string_new (NULL);
  NkSlice part;

  while (next_part (&text, &part)) {
    if (is_field (part, name)) {
      g_free (*ret_value);
      *ret_value = nk_slice_dup (nk_slice_from (part, strlen (name) + 1));
      continue;
    }
    if (rest->len > 0)
      g_string_append_c (rest, ' ');
    g_string_append_len (rest, part.data, (gssize)part.length);
  }
  return g_string_free (g_steal_pointer (&rest), FALSE);
}

/* The one spelling of a query, taken apart. */
typedef struct {
  char *text, *from, *to, *area; /* days and area nullable; the text has no days, but the area */
} Spelling;

static void
spelling_clear (Spelling *spelling)
{
  g_free (spelling->text);
  g_free (spelling->from);
  g_free (spelling->to);
  g_free (spelling->area);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Spelling, spelling_clear)

static Spelling
spell (const NkSearchQuery *query)
{
  Spelling spelling = { NULL };
  g_autofree char *without_from = without_field (nk_search_query_text (query), "from", &spelling.from), *without_area = NULL;

  spelling.text = without_field (without_from, "to", &spelling.to);
  without_area = without_field (spelling.text, "area", &spelling.area);
  return spelling;
}

/* --- addresses */

static void
append_parameter (GString *out, const char *key, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  if (out->len > 0)
    g_string_append_c (out, '&');
  g_string_append (out, key);
  g_string_append_c (out, '=');
  nk_escape_url_component (out, value);
}

static char *
address_of (const char *text, const char *from, const char *to, NkSearchOrder order, guint offset)
{
  g_autoptr (GString) address = g_string_new (NULL);

  append_parameter (address, "q", text);
  append_parameter (address, "from", from);
  append_parameter (address, "to", to);
  if (order != NK_SEARCH_NEWEST)
    append_parameter (address, "order", nk_search_order_word (order));
  if (offset > 0)
    g_string_append_printf (address, "&offset=%u", offset);
  return g_string_free (g_steal_pointer (&address), FALSE);
}

char *
nk_search_request_at (const NkSearchRequest *request, guint offset)
{
  return address_of (request->text, request->from, request->to, request->order, offset);
}

char *
nk_search_request_canonical (const NkSearchRequest *request)
{
  g_auto (Spelling) spelling = spell (request->query);

  return address_of (spelling.text, spelling.from, spelling.to, request->order, request->offset);
}

char *
nk_search_request_feed (const NkSearchRequest *request)
{
  g_auto (Spelling) spelling = spell (request->query);

  return address_of (spelling.text, spelling.from, spelling.to, NK_SEARCH_NEWEST, 0);
}

gboolean
nk_search_request_has_days (const NkSearchRequest *request)
{
  g_auto (Spelling) spelling = spell (request->query);

  return spelling.from != NULL || spelling.to != NULL;
}

gboolean
nk_search_request_has_area (const NkSearchRequest *request)
{
  g_auto (Spelling) spelling = spell (request->query);

  return spelling.area != NULL;
}

/* What is typed stays as it is; only what says days itself has to be said in other words. */
char *
nk_search_request_in_days (const NkSearchRequest *request, const char *from, const char *to)
{
  g_autoptr (NkSearchQuery) typed = nk_search_query_parse (request->text, NULL, NULL);
  g_auto (Spelling) of_typed = { NULL };

  if (typed == NULL) /* nothing but days */
    return address_of (NULL, from, to, request->order, 0);
  of_typed = spell (typed);
  return address_of (of_typed.from != NULL || of_typed.to != NULL ? of_typed.text : request->text, from, to, request->order, 0);
}

/* `wanted` is the query in its one spelling: said as it was typed with ` area:…` behind it if that means the same, else as it is. */
static char *
said_as_typed (const NkSearchRequest *request, const char *area, const char *wanted)
{
  g_autofree char *typed = g_strconcat (request->text, *request->text != '\0' ? " " : "", "area:", area, NULL);
  g_autoptr (NkSearchQuery) one = nk_search_query_parse (typed, NULL, NULL), other = nk_search_query_parse (wanted, NULL, NULL);
  gboolean is_same = one != NULL && other != NULL && strcmp (nk_search_query_text (one), nk_search_query_text (other)) == 0;

  return is_same ? g_steal_pointer (&typed) : g_strdup (wanted);
}

char *
nk_search_request_in_area (const NkSearchRequest *request, const char *area)
{
  g_autoptr (NkSearchQuery) typed = nk_search_query_parse (request->text, NULL, NULL);
  g_autofree char *before = NULL, *rest = NULL, *wanted = NULL, *text = NULL;

  rest = typed != NULL ? without_field (nk_search_query_text (typed), "area", &before) : g_strdup ("");
  if (area == NULL)
    return address_of (rest, request->from, request->to, request->order, 0);
  wanted = g_strconcat (rest, *rest != '\0' ? " " : "", "area:", area, NULL);
  text = said_as_typed (request, area, wanted);
  return address_of (text, request->from, request->to, request->order, 0);
}
