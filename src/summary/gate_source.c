/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Which names and numbers occur in a document.
 *
 * For look-ups title and abstract are turned into one `key`: ASCII letters in lower case, blanks and hyphens gone, so that `RFC 8446` and `RFC8446`, `E-Tree` and
 * `ETree` agree; the v of a version between a letter and a digit is gone too (`TLSv1.3`, `TLS 1.3`). Any other character that is no part of a word is a BREAK, which no
 * match crosses. A match has to begin where a word begins and to end where a word, its stem before a plural s, or the letters before its number end. */
#include "ground/utf8.h"
#include "language/names.h"
#include "summary/gate_private.h"

#define BREAK '\n'
#define FLAG_BEGINS 1 /* a word begins here */
#define FLAG_UPPER 2  /* the document has a capital here */

struct _NkGateSource {
  char *title, *abstract; /* on one line */
  char *plain;            /* both in plain form, lower case, parted by BREAK */
  GString *key;
  GString *flags; /* for each byte of key: FLAG_… */
  /* Made when first asked for: few texts need all of them. */
  GHashTable *numbers; /* set of char *: looked up, never walked */
  GHashTable *rfcs;    /* set of guint */
  NkNames *names;
};

/* TRUE if there is no other form of these characters: ASCII, ordinary kana, the signs 、。々「」 and the ideographs. Nearly all texts have no others. */
static gboolean
is_ordinary (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c;

    while ((*p & 0x80) == 0 && *p != '\0')
      p++;
    if (*p == '\0')
      return TRUE;
    c = g_utf8_get_char (p);
    if (!(c >= 0x4e00 && c <= 0x9fff) && !(c >= 0x3041 && c <= 0x3096) && !(c >= 0x30a1 && c <= 0x30fa) && c != 0x30fb
        && c != 0x30fc && c != 0x3001 && c != 0x3002 && c != 0x3005 && c != 0x300c && c != 0x300d)
      return FALSE;
  }
  return TRUE;
}

/* The plain form of a text that is one line; NULL: the line itself. */
static char *
plain_form_of_line (const char *line)
{
  g_autofree char *normal = NULL;
  g_autoptr (GString) out = NULL;

  if (is_ordinary (line))
    return NULL;
  normal = g_utf8_normalize (line, -1, G_NORMALIZE_ALL_COMPOSE);
  out = g_string_sized_new (strlen (line));

  /* The hyphens U+2010 to U+2013 count as the ordinary one. */
  for (const char *p = normal != NULL ? normal : ""; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c >= 0x2010 && c <= 0x2013)
      g_string_append_c (out, '-');
    else if (c < 0x80)
      g_string_append_c (out, (char)c);
    else
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
  }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
nk_gate_plain_form (const char *text)
{
  g_autofree char *line = nk_utf8_one_line (text);
  char *plain = plain_form_of_line (line);

  return plain != NULL ? plain : g_steal_pointer (&line);
}

/* Letters of Latin, Greek and Cyrillic, and digits: what names are made of. Japanese letters part them. */
static inline gboolean
is_name_character (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum ((char)c);
  return c < 0x590 && g_unichar_isalpha (c);
}

gboolean
nk_gate_is_name_at (const char *text, gsize at, gsize length)
{
  return at < length && (text[at] & 0x80 ? is_name_character (g_utf8_get_char (text + at)) : g_ascii_isalnum (text[at]));
}

/* Whether the `.` or `_` at `at` belongs to the word around it: 1.3, client_id. */
static gboolean
joins_word (const char *text, gsize at, gsize length)
{
  const char *before;

  if (text[at] == '_')
    return TRUE;
  if (text[at] != '.' || at == 0)
    return FALSE;
  before = g_utf8_prev_char (text + at);
  return is_name_character (g_utf8_get_char (before)) && nk_gate_is_name_at (text, at + 1, length);
}

/* Appends the key of `text` (plain form), and to `flags` (nullable) what each byte of it is. */
static void
make_key (const char *text, GString *key, GString *flags)
{
  gsize length = strlen (text), n = key->len, next;
  gboolean at_begin = TRUE;

  /* A key is never longer than its text. */
  g_string_set_size (key, n + length);
  if (flags != NULL)
    g_string_set_size (flags, n + length);
  for (gsize i = 0; i < length; i = next) {
    if (g_ascii_isalnum (text[i]) && (at_begin || (text[i] != 'v' && text[i] != 'V'))) { /* most of all */
      gboolean is_upper = g_ascii_isupper (text[i]);

      if (flags != NULL)
        flags->str[n] = (char)((at_begin ? FLAG_BEGINS : 0) | (is_upper ? FLAG_UPPER : 0));
      key->str[n++] = (char)(text[i] + (is_upper ? 'a' - 'A' : 0));
      at_begin = FALSE;
      next = i + 1;
      continue;
    }
    next = (gsize)(g_utf8_next_char (text + i) - text);
    if (nk_gate_is_name_at (text, i, length) || joins_word (text, i, length)) {
      /* the v of a version */
      if ((text[i] == 'v' || text[i] == 'V') && !at_begin && n > 0 && g_ascii_isalpha (key->str[n - 1]) && i + 1 < length
          && g_ascii_isdigit (text[i + 1]))
        continue;
      for (gsize byte = i; byte < next; byte++, n++) {
        gboolean is_upper = g_ascii_isupper (text[byte]);

        key->str[n] = (char)(text[byte] + (is_upper ? 'a' - 'A' : 0));
        if (flags != NULL)
          flags->str[n] = (char)((at_begin && byte == i ? FLAG_BEGINS : 0) | (is_upper ? FLAG_UPPER : 0));
      }
      at_begin = FALSE;
    } else {
      if (text[i] != ' ' && text[i] != '-' && (n == 0 || key->str[n - 1] != BREAK)) {
        if (flags != NULL)
          flags->str[n] = FLAG_BEGINS;
        key->str[n++] = BREAK;
      }
      at_begin = TRUE;
    }
  }
  g_string_set_size (key, n);
  if (flags != NULL)
    g_string_set_size (flags, n);
}

/* Whether `comma` is the comma of 1,500. */
gboolean
nk_gate_groups_thousands (const char *comma)
{
  return comma[0] == ',' && g_ascii_isdigit (comma[1]) && g_ascii_isdigit (comma[2]) && g_ascii_isdigit (comma[3])
         && !g_ascii_isdigit (comma[4]);
}

/* The decimal number at `*at` (1, 1.3, 1,500 without its comma); `*at` moves behind it. (transfer full) */
static char *
take_number (const char *text, gsize *at)
{
  g_autoptr (GString) number = g_string_new (NULL);
  gsize i = *at;

  for (;; i++) {
    if (g_ascii_isdigit (text[i]) || (text[i] == '.' && g_ascii_isdigit (text[i + 1])))
      g_string_append_c (number, text[i]);
    else if (!nk_gate_groups_thousands (text + i))
      break;
  }
  *at = i;
  return g_string_free (g_steal_pointer (&number), FALSE);
}

static void
collect_numbers (NkGateSource *source)
{
  static const struct {
    const char *word, *number;
  } words[] = { { "one", "1" },       { "single", "1" },    { "first", "1" },      { "once", "1" },       { "pair", "1" },
                { "pair", "2" },      { "two", "2" },       { "both", "2" },       { "dual", "2" },       { "second", "2" },
                { "twice", "2" },     { "double", "2" },    { "three", "3" },      { "third", "3" },      { "triple", "3" },
                { "four", "4" },      { "fourth", "4" },    { "five", "5" },       { "fifth", "5" },      { "six", "6" },
                { "seven", "7" },     { "eight", "8" },     { "nine", "9" },       { "ten", "10" },       { "decade", "10" },
                { "decades", "10" },  { "eleven", "11" },   { "twelve", "12" },    { "dozen", "12" },     { "thirteen", "13" },
                { "fourteen", "14" }, { "fifteen", "15" },  { "sixteen", "16" },   { "seventeen", "17" }, { "eighteen", "18" },
                { "nineteen", "19" }, { "twenty", "20" },   { "thirty", "30" },    { "forty", "40" },     { "fifty", "50" },
                { "sixty", "60" },    { "hundred", "100" }, { "thousand", "1000" } };
  const char *text = source->plain;
  gsize i = 0;

  source->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while (text[i] != '\0') {
    if (g_ascii_isdigit (text[i])) {
      g_hash_table_add (source->numbers, take_number (text, &i));
    } else if (text[i] == 's' && g_str_has_prefix (text + i, "sub-second")) {
      /* less than one second */
      g_hash_table_add (source->numbers, g_strdup ("1"));
      i += strlen ("sub-second");
    } else if (g_ascii_isalpha (text[i])) {
      gsize start = i;

      while (g_ascii_isalnum (text[i]))
        i++;
      for (gsize w = 0; w < G_N_ELEMENTS (words); w++)
        if (text[start] == words[w].word[0] && nk_slice_equal (nk_slice (text + start, i - start), nk_slice_text (words[w].word)))
          g_hash_table_add (source->numbers, g_strdup (words[w].number));
    } else {
      i++;
    }
  }
}

/* `rfc 8446`, `rfcs 2119 and 8174`, `[rfc793]`: `text` is in lower case. */
static void
collect_rfcs (NkGateSource *source)
{
  static const char *const separators[] = { ", and ", ", or ", ", ", " and ", " or ", " & ", "/", "," };
  const char *p = source->plain;

  source->rfcs = g_hash_table_new (NULL, NULL);
  while ((p = strstr (p, "rfc")) != NULL) {
    gboolean goes_on = TRUE;

    p += 3;
    if (*p == 's')
      p++;
    while (*p == ' ' || *p == '-')
      p++;
    while (goes_on && g_ascii_isdigit (*p)) {
      guint number = 0;

      for (int digits = 0; g_ascii_isdigit (*p) && digits < 6; digits++)
        number = number * 10 + (guint)(*p++ - '0');
      g_hash_table_add (source->rfcs, GUINT_TO_POINTER (number));
      goes_on = FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (separators) && !goes_on; i++)
        if (g_str_has_prefix (p, separators[i])) {
          p += strlen (separators[i]);
          goes_on = TRUE;
        }
    }
  }
}

NkGateSource *
nk_gate_source_new (const NkSummaryRequest *request)
{
  NkGateSource *source = g_new0 (NkGateSource, 1);

  source->title = nk_utf8_one_line (request->title != NULL ? request->title : "");
  source->abstract = nk_utf8_one_line (request->abstract != NULL ? request->abstract : "");
  return source;
}

void
nk_gate_source_index (NkGateSource *source)
{
  g_autofree char *title = NULL, *abstract = NULL, *both = NULL;

  if (source->plain != NULL)
    return;
  title = plain_form_of_line (source->title);
  abstract = plain_form_of_line (source->abstract);
  both = g_strconcat (title != NULL ? title : source->title, (const char[]){ BREAK, '\0' }, abstract != NULL ? abstract : source->abstract, NULL);
  source->plain = nk_utf8_ascii_lower (both);
  source->key = g_string_sized_new (strlen (both));
  source->flags = g_string_sized_new (strlen (both));
  make_key (both, source->key, source->flags);
}

void
nk_gate_source_free (NkGateSource *source)
{
  if (source == NULL)
    return;
  g_free (source->title);
  g_free (source->abstract);
  g_free (source->plain);
  if (source->key != NULL)
    g_string_free (source->key, TRUE);
  if (source->flags != NULL)
    g_string_free (source->flags, TRUE);
  g_clear_pointer (&source->numbers, g_hash_table_unref);
  g_clear_pointer (&source->rfcs, g_hash_table_unref);
  nk_names_free (source->names);
  g_free (source);
}

const char *
nk_gate_source_title (const NkGateSource *source)
{
  return source->title;
}

const char *
nk_gate_source_abstract (const NkGateSource *source)
{
  return source->abstract;
}

/* `needle` in `text`, not starting or (unless `may_break_word`) ending inside of a word. */
static gboolean
has_passage (const char *text, NkSlice needle, gboolean may_break_word)
{
  NkSlice rest = nk_slice_text (text);
  gssize found;

  while ((found = nk_slice_find (rest, needle)) >= 0) {
    const char *start = rest.data + found, *end = start + needle.length;

    if ((start == text || !g_ascii_isalnum (start[-1]) || !g_ascii_isalnum (start[0]))
        && (may_break_word || !g_ascii_isalnum (end[-1]) || !g_ascii_isalnum (end[0])))
      return TRUE;
    rest = nk_slice_from (rest, (gsize)found + 1);
  }
  return FALSE;
}

gboolean
nk_gate_source_quotes (const NkGateSource *source, NkSlice text)
{
  NkSlice cut = text;

  if (text.length == 0)
    return FALSE;
  if (has_passage (source->title, text, FALSE) || has_passage (source->abstract, text, FALSE))
    return TRUE;
  if (!nk_slice_ends (text, NK_SLICE_LITERAL ("…")))
    return FALSE;
  cut.length -= strlen ("…");
  return cut.length > 0 && (has_passage (source->title, cut, TRUE) || has_passage (source->abstract, cut, TRUE));
}

static gboolean
begins_word (const NkGateSource *source, gsize at)
{
  return (source->flags->str[at] & FLAG_BEGINS) != 0 || source->key->str[at] == BREAK;
}

/* Whether a match that ends before `at` ends a word. */
static gboolean
ends_word (const NkGateSource *source, gsize at)
{
  const char *key = source->key->str;

  if (at >= source->key->len || begins_word (source, at) || key[at] == '.')
    return TRUE;
  if (g_ascii_isalpha (key[at - 1]) && g_ascii_isdigit (key[at]))
    return TRUE;
  if (key[at] == 'e' && strchr ("sxz", key[at - 1]) != NULL) /* ASes */
    at++;
  return key[at] == 's' && (at + 1 >= source->key->len || begins_word (source, at + 1));
}

static guint
count_capitals (const NkGateSource *source, gsize at, gsize length)
{
  guint n = 0;

  for (gsize i = at; i < at + length; i++)
    n += (source->flags->str[i] & FLAG_UPPER) != 0;
  return n;
}

/* `min_capitals` keeps the acronym AS apart from the word `as`. */
static gboolean
has_key (const NkGateSource *source, const char *key, guint min_capitals)
{
  gsize length = strlen (key);
  const char *p = source->key->str;

  while (length > 0 && (p = strstr (p, key)) != NULL) {
    gsize at = (gsize)(p - source->key->str);

    if ((begins_word (source, at) || (at > 0 && source->key->str[at - 1] == '.')) && ends_word (source, at + length)
        && count_capitals (source, at, length) >= min_capitals)
      return TRUE;
    p++;
  }
  return FALSE;
}

gboolean
nk_gate_source_has_term (const NkGateSource *source, const char *term)
{
  g_autoptr (GString) key = g_string_new (NULL);
  guint n_capitals = 0, min_capitals;

  for (const char *p = term; *p != '\0'; p++)
    n_capitals += g_ascii_isupper (*p) ? 1 : 0;
  min_capitals = n_capitals >= 2 ? 2 : 0;
  make_key (term, key, NULL);
  if (has_key (source, key->str, min_capitals))
    return TRUE;
  /* Policies stands for Policy. */
  if (key->len > 3 && g_str_has_suffix (key->str, "y")) {
    g_autofree char *plural = g_strdup_printf ("%.*sies", (int)key->len - 1, key->str);

    return has_key (source, plural, min_capitals);
  }
  /* LSPs stands for LSP, but TLS is no plural. */
  if (key->len > 2 && g_str_has_suffix (term, "s") && g_ascii_isupper (term[strlen (term) - 2])) {
    g_string_truncate (key, key->len - 1);
    return has_key (source, key->str, min_capitals);
  }
  return FALSE;
}

gboolean
nk_gate_source_abbreviates (NkGateSource *source, const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);
  NkSlice passage = nk_slice_text (name);

  if (source->names == NULL)
    source->names = nk_names_gather (source->title, source->abstract);
  return nk_names_abbreviation (source->names, lower) != NULL
         && (has_passage (source->title, passage, FALSE) || has_passage (source->abstract, passage, FALSE));
}

gboolean
nk_gate_source_has_small_name (NkGateSource *source, const char *name)
{
  if (source->names == NULL)
    source->names = nk_names_gather (source->title, source->abstract);
  return nk_names_is_small (source->names, name);
}

gboolean
nk_gate_source_has_draft (const NkGateSource *source, const char *name)
{
  gsize length = strlen (name);
  const char *p = source->plain;

  while ((p = strstr (p, name)) != NULL) {
    const char *after = p + length;

    if ((p == source->plain || !(g_ascii_isalnum (p[-1]) || p[-1] == '-')) && !g_ascii_isalnum (*after)
        && (*after != '-' || (g_ascii_isdigit (after[1]) && g_ascii_isdigit (after[2]) && !g_ascii_isalnum (after[3]) && after[3] != '-')))
      return TRUE;
    p++;
  }
  return FALSE;
}

gboolean
nk_gate_source_has_number (NkGateSource *source, const char *number)
{
  gsize at = 0;
  g_autofree char *plain = take_number (number, &at);

  if (source->numbers == NULL)
    collect_numbers (source);
  return number[at] == '\0' && g_hash_table_contains (source->numbers, plain);
}

gboolean
nk_gate_source_has_rfc (NkGateSource *source, guint number)
{
  if (source->rfcs == NULL)
    collect_rfcs (source);
  return g_hash_table_contains (source->rfcs, GUINT_TO_POINTER (number));
}
