/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* HTML and text/enriched (RFC 1896) as plain text. Nothing of this is trusted or kept: tags go, what they enclose stays, scripts and styles go with it. */
#include "mail/text.h"

#define MAX_TAG_NAME_BYTES 16
#define MAX_ENTITY_BYTES 12

typedef struct {
  const char *name;
  gunichar meaning;
} Entity;

static const Entity entities[] = {
  { "amp", '&' },      { "lt", '<' },       { "gt", '>' },       { "quot", '"' },      { "apos", '\'' },    { "nbsp", 0xA0 },
  { "copy", 0xA9 },    { "reg", 0xAE },     { "trade", 0x2122 }, { "hellip", 0x2026 }, { "mdash", 0x2014 }, { "ndash", 0x2013 },
  { "lsquo", 0x2018 }, { "rsquo", 0x2019 }, { "ldquo", 0x201C }, { "rdquo", 0x201D },  { "bull", 0x2022 },  { "middot", 0xB7 },
  { "laquo", 0xAB },   { "raquo", 0xBB },   { "sect", 0xA7 },    { "para", 0xB6 },     { "deg", 0xB0 },     { "plusmn", 0xB1 },
  { "times", 0xD7 },   { "euro", 0x20AC },  { "shy", 0xAD },     { "eacute", 0xE9 },   { "egrave", 0xE8 },  { "agrave", 0xE0 },
  { "auml", 0xE4 },    { "ouml", 0xF6 },    { "uuml", 0xFC },    { "Auml", 0xC4 },     { "Ouml", 0xD6 },    { "Uuml", 0xDC },
  { "szlig", 0xDF },   { "ccedil", 0xE7 },  { "ntilde", 0xF1 },  { "oslash", 0xF8 },   { "aring", 0xE5 },   { "aelig", 0xE6 },
};

/* Elements that begin a line of their own, and those whose content is no text. */
static const char *const block_tags[] = { "br", "p",     "div", "tr", "li", "ul", "ol", "table", "pre", "blockquote",
                                          "hr", "title", "dt",  "dd", "h1", "h2", "h3", "h4",    "h5",  "h6" };
static const char *const hidden_tags[] = { "script", "style", "head", "template" };

typedef struct {
  GString *out;
  const char *hidden; /* the element without text that we are in, or NULL */
  guint preformatted; /* depth of <pre> */
  gboolean keeps_lines;
} Stripping;

static gboolean
is_listed (const char *name, const char *const *list, guint n)
{
  for (guint i = 0; i < n; i++) {
    if (strcmp (name, list[i]) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
end_line (Stripping *stripping)
{
  GString *out = stripping->out;

  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  /* At most one empty line. */
  if (out->len > 0 && !(out->len > 1 && out->str[out->len - 1] == '\n' && out->str[out->len - 2] == '\n'))
    g_string_append_c (out, '\n');
}

/* FALSE inside of an element without text, for everything but its end: a script may say `a<b`. */
static gboolean
apply_tag (Stripping *stripping, const char *name, gboolean closes)
{
  if (stripping->hidden != NULL) {
    /* A body ends a head that nobody closed. */
    if (closes ? strcmp (name, stripping->hidden) != 0 : strcmp (name, "body") != 0 || strcmp (stripping->hidden, "head") != 0)
      return FALSE;
    stripping->hidden = NULL;
    return TRUE;
  }
  if (stripping->keeps_lines) {
    stripping->hidden = !closes && strcmp (name, "param") == 0 ? "param" : NULL;
    return TRUE;
  }
  for (guint i = 0; i < G_N_ELEMENTS (hidden_tags); i++) {
    if (!closes && strcmp (name, hidden_tags[i]) == 0)
      stripping->hidden = hidden_tags[i];
  }
  if (strcmp (name, "pre") == 0)
    stripping->preformatted = closes ? stripping->preformatted - MIN (stripping->preformatted, 1) : stripping->preformatted + 1;
  if (is_listed (name, block_tags, G_N_ELEMENTS (block_tags)))
    end_line (stripping);
  return TRUE;
}

/* The tag, comment or stray `<` at `p`. `last_close`: no `>` comes behind it, so that many a `<` without one costs no search. Returns: behind it. */
static const char *
read_tag (Stripping *stripping, const char *p, const char *last_close)
{
  char name[MAX_TAG_NAME_BYTES + 1];
  gsize length = 0;
  gboolean closes = p[1] == '/';
  const char *q = p + (closes ? 2 : 1), *end;

  if (last_close == NULL || p > last_close || !(g_ascii_isalpha (*q) || *q == '!' || *q == '?')) {
    if (stripping->hidden == NULL)
      g_string_append_c (stripping->out, '<');
    return p + (stripping->keeps_lines && p[1] == '<' ? 2 : 1); /* RFC 1896: `<<` means `<` */
  }
  if (strncmp (q, "!--", 3) == 0) {
    end = strchr (q + 3, '>');
    while (end != NULL && (end < q + 5 || end[-1] != '-' || end[-2] != '-'))
      end = strchr (end + 1, '>');
    return end == NULL ? last_close + 1 : end + 1;
  }
  while (length < MAX_TAG_NAME_BYTES && g_ascii_isalnum (*q))
    name[length++] = g_ascii_tolower (*q++);
  name[length] = '\0';
  if (!apply_tag (stripping, name, closes))
    return p + 1;
  end = strchr (q, '>');
  return end + 1;
}

/* The entity at `p`, which is `&`. Returns: behind it. */
static const char *
read_entity (GString *out, const char *p)
{
  const char *q = p + 1;
  gsize length = 0;

  if (*q == '#') {
    gboolean is_hex = (q[1] | 0x20) == 'x';
    guint64 code;
    char *end;

    q += is_hex ? 2 : 1;
    if (is_hex ? g_ascii_isxdigit (*q) : g_ascii_isdigit (*q)) {
      code = g_ascii_strtoull (q, &end, is_hex ? 16 : 10);
      if (code == 0 || code > 0x10FFFF || !g_unichar_validate ((gunichar)code))
        code = 0xFFFD;
      g_string_append_unichar (out, (gunichar)code);
      return *end == ';' ? end + 1 : end;
    }
  } else {
    while (length < MAX_ENTITY_BYTES && g_ascii_isalnum (q[length]))
      length++;
    for (guint i = 0; i < G_N_ELEMENTS (entities) && length > 0; i++) {
      if (strlen (entities[i].name) == length && strncmp (entities[i].name, q, length) == 0 && q[length] == ';') {
        g_string_append_unichar (out, entities[i].meaning);
        return q + length + 1;
      }
    }
  }
  g_string_append_c (out, '&');
  return p + 1;
}

/* A byte of ordinary content. White space folds unless the source's lines count. */
static void
add_content (Stripping *stripping, char c)
{
  GString *out = stripping->out;

  if (stripping->keeps_lines || stripping->preformatted > 0 || !g_ascii_isspace (c))
    g_string_append_c (out, c);
  else if (out->len > 0 && out->str[out->len - 1] != ' ' && out->str[out->len - 1] != '\n')
    g_string_append_c (out, ' ');
}

static char *
strip (const char *markup, gboolean keeps_lines)
{
  g_autoptr (GString) out = g_string_sized_new (strlen (markup) + 1);
  Stripping stripping = { out, NULL, 0, keeps_lines };
  const char *last_close = strrchr (markup, '>');

  for (const char *p = markup; *p != '\0';) {
    if (*p == '<')
      p = read_tag (&stripping, p, last_close);
    else if (stripping.hidden != NULL)
      p++;
    else if (*p == '&' && !keeps_lines)
      p = read_entity (out, p);
    else
      add_content (&stripping, *p++);
  }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
nk_text_from_html (const char *html)
{
  return strip (html, FALSE);
}

char *
nk_text_from_enriched (const char *enriched)
{
  return strip (enriched, TRUE);
}
