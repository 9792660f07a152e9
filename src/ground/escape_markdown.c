/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "ground/escape.h"

#include "ground/utf8.h"

#include <string.h>

/* GitHub and Qiita look for @names, #numbers and :emoji: in the text that comes out of Markdown, where neither a backslash nor an
 * entity is left to see. Only a character between the sign and the word keeps them apart: a space without width. */
#define KEEP_APART "&#8203;"

static gboolean
is_end_or_blank (char c)
{
  return c == '\0' || c == ' ';
}

/* `1.` and `1)` begin a list: at most nine digits at the start of the text, then this mark (CommonMark §5.2). */
static gboolean
is_list_number (const char *line, const char *mark)
{
  if (mark == line || mark - line > 9 || !is_end_or_blank (mark[1]))
    return FALSE;
  for (const char *p = line; p < mark; p++) {
    if (!g_ascii_isdigit (*p))
      return FALSE;
  }
  return TRUE;
}

/* Whether `word` stands before `p` and nothing of a longer word before it; ASCII case does not count. */
static gboolean
follows_word (const char *line, const char *p, const char *word)
{
  gsize length = strlen (word);

  if ((gsize)(p - line) < length || g_ascii_strncasecmp (p - length, word, length) != 0)
    return FALSE;
  return (gsize)(p - line) == length || !g_ascii_isalnum (p[-(gssize)length - 1]);
}

/* `:name:` as emoji are written. The name is short: no word is looked through more than once for each of its colons. */
static gboolean
is_emoji (const char *colon)
{
  gsize length = strspn (colon + 1, "abcdefghijklmnopqrstuvwxyz0123456789_+-");

  return length > 0 && colon[1 + length] == ':';
}

/* What stands for `*p` where its surroundings decide. NULL: the character itself. */
static const char *
replacement_in_place (const char *line, const char *p)
{
  char before = p == line ? ' ' : p[-1], after = p[1];

  switch (*p) {
  case '_': return g_ascii_isalnum (before) && g_ascii_isalnum (after) ? NULL : "\\_";
  /* Before a link of the template it would make an image of it. */
  case '!': return after == '\0' ? "\\!" : NULL;
  case '@': return g_ascii_isalnum (after) || after == '_' || after == '-' ? "@" KEEP_APART : NULL;
  case '#':
    if (g_ascii_isdigit (after))
      return "#" KEEP_APART;
    return g_ascii_isalnum (before) ? NULL : "\\#"; /* a heading begins or ends with it */
  case ':':
    if (after == '/' && p[2] == '/')
      return "&#58;";
    if (is_emoji (p))
      return ":" KEEP_APART;
    return p == line ? "\\:" : NULL; /* Qiita: `:::note` */
  case '.': return is_list_number (line, p) ? "\\." : follows_word (line, p, "www") ? "&#46;" : NULL;
  case ')': return is_list_number (line, p) ? "\\)" : NULL;
  case '-':
    if (g_ascii_isdigit (after) && follows_word (line, p, "gh")) /* GitHub: GH-12 */
      return "-" KEEP_APART;
    return p == line ? "\\-" : NULL;
  case '+': return p == line ? "\\+" : NULL;
  case '=': return p == line ? "\\=" : NULL;
  default: return NULL;
  }
}

/* What stands for `*p` wherever it is. */
static const char *
replacement_everywhere (char c)
{
  switch (c) {
  case '&': return "&amp;";
  case '<': return "&lt;";
  case '>': return "&gt;";
  case '|': return "&#124;";
  case '$': return "&#36;"; /* mathematics are found before backslashes are read */
  case '\\': return "\\\\";
  case '`': return "\\`";
  case '*': return "\\*";
  case '[': return "\\[";
  case ']': return "\\]";
  case '~': return "\\~";
  default: return NULL;
  }
}

void
nk_escape_markdown_text (GString *out, const char *text)
{
  g_autofree char *line = nk_utf8_one_line (text);

  for (const char *p = line; *p != '\0'; p++) {
    const char *replacement = replacement_everywhere (*p);

    if (replacement == NULL)
      replacement = replacement_in_place (line, p);
    if (replacement != NULL)
      g_string_append (out, replacement);
    else
      g_string_append_c (out, *p);
  }
}
