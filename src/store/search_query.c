/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* A query as the reader wrote it, cut into terms and fields. What reaches FTS5 is made anew of folded words. */
#include "ground/utf8.h"
#include "store/search_private.h"

/* Bounds on the work of one query: words of all phrases, and beginnings of words, each of which gathers all words that begin so. */
#define MAX_WORDS 128
#define MIN_PREFIX_LETTERS 2
#define MAX_PREFIXES 4
#define MAX_FIELD_NAME_BYTES 8

typedef struct {
  const char *at;
  NkSearchQuery *query;
  guint n_terms, n_words, n_prefixes;
  NkSearchFault *fault; /* (nullable) */
} Parse;

static void
clear_term (gpointer data)
{
  g_free (((NkSearchTerm *)data)->words);
}

void
nk_search_query_free (NkSearchQuery *query)
{
  if (query == NULL)
    return;
  g_array_unref (query->terms);
  for (guint i = 0; i < NK_SEARCH_N_VALUED; i++) {
    g_ptr_array_unref (query->values[i]);
    g_ptr_array_unref (query->not_values[i]);
  }
  g_free (query->text);
  g_free (query);
}

static NkSearchQuery *
query_new (void)
{
  NkSearchQuery *query = g_new0 (NkSearchQuery, 1);

  query->terms = g_array_new (FALSE, FALSE, sizeof (NkSearchTerm));
  g_array_set_clear_func (query->terms, clear_term);
  for (guint i = 0; i < NK_SEARCH_N_VALUED; i++) {
    query->values[i] = g_ptr_array_new_with_free_func (g_free);
    query->not_values[i] = g_ptr_array_new_with_free_func (g_free);
  }
  query->from = query->to = NK_DAY_NONE;
  return query;
}

void
nk_search_fault_clear (NkSearchFault *fault)
{
  g_clear_pointer (&fault->about, g_free);
}

static gboolean fail (Parse *parse, NkSearchFaultKind kind, char *about, GError **error, const char *format, ...) G_GNUC_PRINTF (5, 6);

/* `format` is the sentence behind `about` and a colon, or by itself if that is empty. Takes `about`. Always FALSE. */
static gboolean
fail (Parse *parse, NkSearchFaultKind kind, char *about, GError **error, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s%s%s", about, *about != '\0' ? ": " : "", reason);
  if (parse->fault != NULL)
    *parse->fault = (NkSearchFault){ kind, about };
  else
    g_free (about);
  return FALSE;
}

/* The whole query is meant. */
static char *
whole (void)
{
  return g_strdup ("");
}

/* --- signs, as the keyboards of Europe and Japan have them */

static gboolean
is_quote (gunichar character)
{
  static const gunichar quotes[] = { '"', 0x201c, 0x201d, 0x201e, 0x201f, 0xff02, 0x300c, 0x300d, 0x300e, 0x300f };

  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    if (character == quotes[i])
      return TRUE;
  return FALSE;
}

static gboolean
is_colon (gunichar character)
{
  return character == ':' || character == 0xff1a;
}

static gboolean
is_minus (gunichar character)
{
  return character == '-' || character == 0x2212 || character == 0xff0d;
}

static gboolean
is_star (gunichar character)
{
  return character == '*' || character == 0xff0a;
}

static gunichar
next_character (const Parse *parse)
{
  return g_utf8_get_char (parse->at);
}

static void
pass (Parse *parse)
{
  parse->at = g_utf8_next_char (parse->at);
}

/* --- terms */

/* Counts one more word, phrase or field. */
static gboolean
count_term (Parse *parse, guint n_words, gboolean is_prefix, GError **error)
{
  parse->n_words += n_words;
  parse->n_prefixes += is_prefix;
  if (++parse->n_terms > NK_SEARCH_MAX_TERMS)
    return fail (parse, NK_SEARCH_FAULT_TERMS, whole (), error, "too many words: a search takes %d words, phrases and fields together",
                 NK_SEARCH_MAX_TERMS);
  if (parse->n_words > MAX_WORDS)
    return fail (parse, NK_SEARCH_FAULT_WORDS, whole (), error,
                 "too many words: the phrases of a search take %d words and Japanese characters together", MAX_WORDS);
  if (parse->n_prefixes > MAX_PREFIXES)
    return fail (parse, NK_SEARCH_FAULT_PREFIXES, whole (), error,
                 "too many beginnings of words: a search takes %d with a star or of one Japanese character", MAX_PREFIXES);
  return TRUE;
}

/* Text without a letter or digit adds nothing. A run of Japanese is found wherever it stands: a star behind it says nothing, and behind one character it is understood. */
static gboolean
add_term (Parse *parse, NkSlice text, gboolean has_star, gboolean is_negative, GError **error)
{
  NkSearchFold fold;
  g_autofree char *words = nk_search_fold (text, &fold);
  gboolean is_prefix = has_star && !fold.ends_single;
  NkSearchTerm term = { .is_quoted = fold.n_runs > 1, .is_prefix = is_prefix, .is_negative = is_negative };

  if (fold.n_words == 0)
    return TRUE;
  if (is_prefix && fold.n_last < MIN_PREFIX_LETTERS)
    return fail (parse, NK_SEARCH_FAULT_STAR, g_strconcat (words, "*", NULL), error, "a star needs at least %d letters before it",
                 MIN_PREFIX_LETTERS);
  if (!count_term (parse, fold.n_words, is_prefix || fold.ends_alone, error))
    return FALSE;
  term.words = g_steal_pointer (&words);
  g_array_append_val (parse->query->terms, term);
  return TRUE;
}

/* Behind an opening quote: up to the closing one, or to the end. */
static NkSlice
take_quoted (Parse *parse)
{
  const char *start = parse->at;
  NkSlice text;

  while (*parse->at != '\0' && !is_quote (next_character (parse)))
    pass (parse);
  text = nk_slice (start, (gsize)(parse->at - start));
  if (*parse->at != '\0')
    pass (parse);
  return text;
}

/* Up to a blank, a quote, or the end. */
static NkSlice
take_plain (Parse *parse)
{
  const char *start = parse->at;

  while (*parse->at != '\0' && !g_unichar_isspace (next_character (parse)) && !is_quote (next_character (parse)))
    pass (parse);
  return nk_slice (start, (gsize)(parse->at - start));
}

static gboolean
ends_with_star (NkSlice text)
{
  const char *last = text.length > 0 ? g_utf8_find_prev_char (text.data, text.data + text.length) : NULL;

  return last != NULL && is_star (g_utf8_get_char (last));
}

/* --- fields */

/* The field whose name and colon stand here, passed over with them; NK_SEARCH_N_FIELDS if there is none. */
static guint
take_field (Parse *parse)
{
  char name[MAX_FIELD_NAME_BYTES];
  guint n = 0;

  while (n + 1 < sizeof name && g_ascii_isalpha (parse->at[n])) {
    name[n] = g_ascii_tolower (parse->at[n]);
    n++;
  }
  name[n] = '\0';
  for (guint i = 0; i < NK_SEARCH_N_FIELDS; i++)
    if (strcmp (name, nk_search_field_name ((NkSearchFieldId)i)) == 0 && is_colon (g_utf8_get_char (parse->at + n))) {
      parse->at = g_utf8_next_char (parse->at + n);
      return i;
    }
  return NK_SEARCH_N_FIELDS;
}

/* As acronyms and ids are stored: width and case folded. (transfer full) */
static char *
fold_acronym (const char *value)
{
  g_autofree char *normal = g_utf8_normalize (value, -1, G_NORMALIZE_ALL_COMPOSE);

  return normal != NULL ? g_utf8_strdown (normal, -1) : g_strdup (value);
}

static gboolean
read_kind (Parse *parse, const char *value, guint32 *ret_bit, GError **error)
{
  g_autofree char *word = g_strdelimit (fold_acronym (value), "-", '_');

  for (guint kind = NK_KIND_INTERNET_DRAFT; kind <= NK_KIND_OTHER; kind++)
    if (strcmp (word, nk_kind_word ((NkKind)kind)) == 0 || (kind == NK_KIND_INTERNET_DRAFT && strcmp (word, "draft") == 0)) {
      *ret_bit = 1u << kind;
      return TRUE;
    }
  return fail (parse, NK_SEARCH_FAULT_KIND, g_strconcat ("kind:", value, NULL), error,
               "there is no such kind; there are draft, rfc, last_call, protocol_action, interim and others");
}

/* A year, a month or a day. */
static gboolean
read_days (Parse *parse, const char *name, const char *value, NkDay *ret_first, NkDay *ret_last, GError **error)
{
  g_autofree char *text = g_utf8_normalize (value, -1, G_NORMALIZE_ALL_COMPOSE);
  gsize length = text != NULL ? strlen (text) : 0;
  g_autofree char *first = g_strconcat (text != NULL ? text : "", length == 4 ? "-01-01" : length == 7 ? "-01" : "", NULL);
  int year, month, day_of_month;

  if (!nk_day_parse (nk_slice_text (first), ret_first))
    return fail (parse, NK_SEARCH_FAULT_DAY, g_strconcat (name, ":", value, NULL), error,
                 "no day, month or year as in 2025-10-01, 2025-10 or 2025");
  nk_day_split (*ret_first, &year, &month, &day_of_month);
  if (length == 4)
    *ret_last = nk_day (year, 12, 31);
  else if (length == 7)
    *ret_last = (month == 12 ? nk_day (year, 12, 31) : nk_day (year, month + 1, 1) - 1);
  else
    *ret_last = *ret_first;
  return TRUE;
}

static gboolean
add_days (Parse *parse, NkSearchFieldId field, const char *value, gboolean is_negative, GError **error)
{
  NkSearchQuery *query = parse->query;
  NkDay first = NK_DAY_NONE, last = NK_DAY_NONE;

  if (is_negative)
    return fail (parse, NK_SEARCH_FAULT_NOT_DAYS, g_strconcat ("-", nk_search_field_name (field), NULL), error,
                 "only the ends of the days that are wanted can be said");
  if (!read_days (parse, nk_search_field_name (field), value, &first, &last, error))
    return FALSE;
  if (field == NK_SEARCH_FROM)
    query->from = query->from == NK_DAY_NONE ? first : MIN (query->from, first);
  else
    query->to = query->to == NK_DAY_NONE ? last : MAX (query->to, last);
  return count_term (parse, 0, FALSE, error);
}

static GPtrArray *
values_of (Parse *parse, NkSearchFieldId field, gboolean is_negative)
{
  return is_negative ? parse->query->not_values[field] : parse->query->values[field];
}

/* An acronym of a group or an area, or the id of a topic. */
static gboolean
add_acronym (Parse *parse, NkSearchFieldId field, const char *value, gboolean is_negative, GError **error)
{
  g_autofree char *acronym = fold_acronym (value);

  for (const char *at = acronym; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && strchr ("-_.+", *at) == NULL)
      return fail (parse, NK_SEARCH_FAULT_NAME, g_strconcat (nk_search_field_name (field), ":", value, NULL), error,
                   "letters, digits and hyphens make the name of a %s", nk_search_field_name (field));
  g_ptr_array_add (values_of (parse, field, is_negative), g_steal_pointer (&acronym));
  return count_term (parse, 0, FALSE, error);
}

static gboolean
add_author (Parse *parse, const char *value, gboolean is_negative, GError **error)
{
  NkSearchFold fold;
  g_autofree char *words = nk_search_fold (nk_slice_text (value), &fold);

  if (fold.n_words == 0)
    return fail (parse, NK_SEARCH_FAULT_AUTHOR, g_strconcat ("author:", value, NULL), error, "no name");
  g_ptr_array_add (values_of (parse, NK_SEARCH_AUTHOR, is_negative), g_steal_pointer (&words));
  return count_term (parse, fold.n_words, fold.ends_alone, error);
}

static gboolean
add_field (Parse *parse, NkSearchFieldId field, NkSlice text, gboolean is_negative, GError **error)
{
  g_autofree char *value = nk_slice_dup (text);
  guint32 bit = 0;

  g_strstrip (value);
  if (*value == '\0')
    return fail (parse, NK_SEARCH_FAULT_NO_VALUE, g_strdup (nk_search_field_name (field)), error,
                 "what is wanted has to stand right behind the colon");
  switch (field) {
  case NK_SEARCH_GROUP:
  case NK_SEARCH_AREA:
  case NK_SEARCH_TOPIC: return add_acronym (parse, field, value, is_negative, error);
  case NK_SEARCH_AUTHOR: return add_author (parse, value, is_negative, error);
  case NK_SEARCH_KIND:
    if (!read_kind (parse, value, &bit, error))
      return FALSE;
    *(is_negative ? &parse->query->not_kinds : &parse->query->kinds) |= bit;
    return count_term (parse, 0, FALSE, error);
  case NK_SEARCH_FROM:
  case NK_SEARCH_TO: return add_days (parse, field, value, is_negative, error);
  }
  g_assert_not_reached ();
}

/* --- the whole */

static gboolean
parse_one (Parse *parse, GError **error)
{
  gboolean is_negative = FALSE, has_star = FALSE, is_quoted;
  guint field;
  NkSlice text;

  while (is_minus (next_character (parse))) {
    is_negative = TRUE;
    pass (parse);
  }
  field = take_field (parse);
  is_quoted = is_quote (next_character (parse));
  if (is_quoted)
    pass (parse);
  text = is_quoted ? take_quoted (parse) : take_plain (parse);
  if (field < NK_SEARCH_N_FIELDS)
    return add_field (parse, (NkSearchFieldId)field, text, is_negative, error);
  has_star = is_quoted ? is_star (next_character (parse)) : ends_with_star (text);
  while (is_star (next_character (parse)))
    pass (parse);
  return add_term (parse, text, has_star, is_negative, error);
}

static gint
compare_terms (gconstpointer a, gconstpointer b)
{
  const NkSearchTerm *one = a, *other = b;
  int order = one->is_negative - other->is_negative;

  if (order == 0)
    order = strcmp (one->words, other->words);
  return order != 0 ? order : one->is_prefix - other->is_prefix;
}

static gint
compare_values (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static void
sort_values (GPtrArray *values)
{
  g_ptr_array_sort (values, compare_values);
  for (guint i = values->len; i > 1; i--)
    if (strcmp (values->pdata[i - 1], values->pdata[i - 2]) == 0)
      g_ptr_array_remove_index (values, i - 1);
}

static void
sort_all (NkSearchQuery *query)
{
  g_array_sort (query->terms, compare_terms);
  for (guint i = query->terms->len; i > 1; i--)
    if (compare_terms (&g_array_index (query->terms, NkSearchTerm, i - 1), &g_array_index (query->terms, NkSearchTerm, i - 2)) == 0)
      g_array_remove_index (query->terms, i - 1);
  for (guint i = 0; i < NK_SEARCH_N_VALUED; i++) {
    sort_values (query->values[i]);
    sort_values (query->not_values[i]);
  }
}

/* Whether anything is left that could be found, and said again within the limit. */
static gboolean
finish (Parse *parse, GError **error)
{
  NkSearchQuery *query = parse->query;

  sort_all (query);
  if (query->from != NK_DAY_NONE && query->to != NK_DAY_NONE && query->to < query->from)
    return fail (parse, NK_SEARCH_FAULT_BACKWARDS, whole (), error, "the days end before they begin");
  query->text = nk_search_query_write (query);
  if (*query->text == '\0')
    return fail (parse, NK_SEARCH_FAULT_NOTHING, whole (), error, "nothing to search for: not one letter or digit was given");
  if (strlen (query->text) > NK_SEARCH_MAX_BYTES)
    return fail (parse, NK_SEARCH_FAULT_LONG, whole (), error, "too long: a search takes %d bytes", NK_SEARCH_MAX_BYTES);
  return TRUE;
}

NkSearchQuery *
nk_search_query_parse (const char *text, NkSearchFault *ret_fault, GError **error)
{
  g_autoptr (NkSearchQuery) query = query_new ();
  Parse parse = { .at = text, .query = query, .fault = ret_fault };

  g_return_val_if_fail (text != NULL, NULL);
  if (strnlen (text, NK_SEARCH_MAX_BYTES + 1) > NK_SEARCH_MAX_BYTES) {
    fail (&parse, NK_SEARCH_FAULT_LONG, whole (), error, "too long: a search takes %d bytes", NK_SEARCH_MAX_BYTES);
    return NULL;
  }
  if (!nk_utf8_is_valid (nk_slice_text (text))) {
    fail (&parse, NK_SEARCH_FAULT_NOT_UTF8, whole (), error, "not UTF-8");
    return NULL;
  }
  for (;;) {
    while (*parse.at != '\0' && g_unichar_isspace (next_character (&parse)))
      pass (&parse);
    if (*parse.at == '\0')
      break;
    if (!parse_one (&parse, error))
      return NULL;
  }
  return finish (&parse, error) ? g_steal_pointer (&query) : NULL;
}

const char *
nk_search_query_text (const NkSearchQuery *query)
{
  g_return_val_if_fail (query != NULL, NULL);
  return query->text;
}
